//! `hashlib`: digests of bytes. The one door to the crates that compute them.

use std::cell::RefCell;

use md5::Digest;

use super::args::at;
use super::bytes::make::digits;
use super::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{Raised, Res, Sym};
use crate::value::{Host, Native, TypeInfo, Value, bytes};

static HASH: TypeInfo = TypeInfo { name: "HASH", module: "_hashlib", declared: "hashlib.HASH", base: None };

/// The rows.
pub const ROWS: &[Row] = &[
    row("hashlib.HASH", |_, _| Ok(Value::Type(&HASH))),
    // Slots: name, data.
    row("hashlib.new", |_, a| {
        let name = super::args::text("new() argument 1", a, 0)?;
        let wanted = name.as_str().to_ascii_lowercase().replace('-', "_");
        match Hash::named(&wanted, at(a, 1))? {
            Some(made) => Ok(made),
            None => Err(value_error(format!("unsupported hash type {}", name.as_str()))),
        }
    }),
    row("hashlib.md5", |_, a| named("md5", a)),
    row("hashlib.sha1", |_, a| named("sha1", a)),
    row("hashlib.sha224", |_, a| named("sha224", a)),
    row("hashlib.sha256", |_, a| named("sha256", a)),
    row("hashlib.sha384", |_, a| named("sha384", a)),
    row("hashlib.sha512", |_, a| named("sha512", a)),
    row("hashlib.sha3_224", |_, a| named("sha3_224", a)),
    row("hashlib.sha3_256", |_, a| named("sha3_256", a)),
    row("hashlib.sha3_384", |_, a| named("sha3_384", a)),
    row("hashlib.sha3_512", |_, a| named("sha3_512", a)),
    row("hashlib.blake2b", |_, a| named("blake2b", a)),
    row("hashlib.blake2s", |_, a| named("blake2s", a)),
    row("hashlib.HASH.update", |_, a| {
        let this = this(a)?;
        this.state.borrow_mut().update(contents(at(a, 1))?);
        Ok(Value::None)
    }),
    row("hashlib.HASH.digest", |_, a| Ok(bytes::value(this(a)?.state.borrow().finish()))),
    row("hashlib.HASH.hexdigest", |_, a| {
        let made = this(a)?.state.borrow().finish();
        Ok(Value::string(digits(&made).collect()))
    }),
    row("hashlib.HASH.copy", |_, a| {
        let this = this(a)?;
        Ok(Value::native(Hash { name: this.name, state: RefCell::new(this.state.borrow().clone()) }))
    }),
];

macro_rules! kinds {
    ($($name:literal $variant:ident $of:ty, $block:literal);* $(;)?) => {
        #[derive(Clone)]
        enum State {
            $($variant(Box<$of>)),*
        }

        impl State {
            fn new(name: &str) -> Option<(&'static str, State)> {
                match name {
                    $($name => Some(($name, State::$variant(Box::new(<$of>::new())))),)*
                    _ => None,
                }
            }

            fn update(&mut self, bytes: &[u8]) {
                match self {
                    $(State::$variant(state) => Digest::update(&mut **state, bytes)),*
                }
            }

            fn finish(&self) -> Vec<u8> {
                match self {
                    $(State::$variant(state) => (**state).clone().finalize().to_vec()),*
                }
            }

            /// Bytes of a block.
            fn block(&self) -> i64 {
                match self {
                    $(State::$variant(_) => $block),*
                }
            }
        }
    };
}

kinds! {
    "md5" Md5 md5::Md5, 64;
    "sha1" Sha1 sha1::Sha1, 64;
    "sha224" Sha224 sha2::Sha224, 64;
    "sha256" Sha256 sha2::Sha256, 64;
    "sha384" Sha384 sha2::Sha384, 128;
    "sha512" Sha512 sha2::Sha512, 128;
    "sha3_224" Sha3224 sha3::Sha3_224, 144;
    "sha3_256" Sha3256 sha3::Sha3_256, 136;
    "sha3_384" Sha3384 sha3::Sha3_384, 104;
    "sha3_512" Sha3512 sha3::Sha3_512, 72;
    "blake2b" Blake2b blake2::Blake2b512, 128;
    "blake2s" Blake2s blake2::Blake2s256, 64;
}

/// A digest in the making.
struct Hash {
    name: &'static str,
    state: RefCell<State>,
}

fn contents(v: &Value) -> Res<&[u8]> {
    if v.as_str().is_some() {
        let raised = type_error("Strings must be encoded before hashing");
        return Err(raised.help("encode the text: `text.encode()`"));
    }
    match bytes::of(v) {
        Some(found) => Ok(found),
        None => Err(type_error("object supporting the buffer API required")),
    }
}

fn this(a: &[Value]) -> Res<&Hash> {
    at(a, 0).as_native::<Hash>().ok_or_else(|| type_error("a hash object is required"))
}

/// Slots: data, and what is told for security alone.
fn named(name: &str, a: &[Value]) -> Res<Value> {
    Hash::named(name, at(a, 0))?.ok_or_else(|| unknown(name))
}

fn unknown(name: &str) -> Box<Raised> {
    value_error(format!("unsupported hash type {name}"))
}

impl Hash {
    fn named(name: &str, data: &Value) -> Res<Option<Value>> {
        let Some((name, mut state)) = State::new(name) else { return Ok(None) };
        if !matches!(data, Value::Ellipsis | Value::None) {
            state.update(contents(data)?);
        }
        Ok(Some(Value::native(Hash { name, state: RefCell::new(state) })))
    }
}

impl Native for Hash {
    fn type_info(&self) -> &'static TypeInfo {
        &HASH
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(format!("<{} _hashlib.HASH object @ {:#x}>", self.name, std::ptr::from_ref(self) as usize))
    }

    fn iterable(&self) -> bool {
        false
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(Some(match name.as_str() {
            "name" => Value::str(self.name),
            "digest_size" => super::args::length(self.state.borrow().finish().len()),
            "block_size" => Value::Int(self.state.borrow().block()),
            _ => return Ok(None),
        }))
    }
}

/// The MD5 digest (RFC 1321) of some bytes, as the number that its 32 hexadecimal digits are: Dask's hashes of plain
/// values, which decide where `groupby` puts a group.
pub fn md5(bytes: &[u8]) -> u128 {
    u128::from_be_bytes(md5::Md5::digest(bytes).into())
}

#[cfg(test)]
mod tests {
    use super::md5;

    #[test]
    fn digests_of_the_standard() {
        assert_eq!(format!("{:032x}", md5(b"")), "d41d8cd98f00b204e9800998ecf8427e");
        assert_eq!(format!("{:032x}", md5(b"message digest")), "f96b697d7cb7938d525a2f31aaf161d0");
        let long = b"12345678901234567890123456789012345678901234567890123456789012345678901234567890";
        assert_eq!(format!("{:032x}", md5(long)), "57edf4a22be3c955ac49da2e2107b67a");
    }
}
