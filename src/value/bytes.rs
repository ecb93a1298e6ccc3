//! `bytes`: an immutable sequence of numbers from 0 to 255, written as `b'...'`. Shared by threads as it is.

use std::sync::Arc;

use super::native::FrozenNative;
use super::{Host, Native, TypeInfo, Value, index, iter, kind, slices, text};
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::{index_error, type_error, value_error};
use crate::data::{Raised, Res};

/// `bytes`.
pub static BYTES: TypeInfo = TypeInfo { name: "bytes", module: "builtins", declared: "builtins.bytes", base: None };

/// Some bytes.
#[derive(Clone)]
pub struct Bytes(Arc<[u8]>, bool);

impl Bytes {
    /// The bytes.
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

/// Bytes as a value.
pub fn value(bytes: impl Into<Arc<[u8]>>) -> Value {
    Value::native(Bytes(bytes.into(), false))
}

/// A `numpy.bytes_`.
pub fn numpy(bytes: &[u8]) -> Value {
    Value::native(Bytes(bytes.into(), true))
}

/// Whether a value is a `numpy.bytes_`.
pub fn is_numpy(v: &Value) -> bool {
    v.as_native::<Bytes>().is_some_and(|bytes| bytes.1)
}

/// The bytes that a value is.
pub fn of(v: &Value) -> Option<&[u8]> {
    match v {
        Value::Instance(object) => object.payload.as_native::<Bytes>().map(Bytes::as_slice),
        v => v.as_native::<Bytes>().map(Bytes::as_slice),
    }
}

/// The bytes that a value is, or Python's error.
pub fn required(v: &Value) -> Res<&[u8]> {
    of(v).ok_or_else(|| not_bytes(v))
}

/// `a bytes-like object is required, not 'str'`.
pub fn not_bytes(v: &Value) -> Box<Raised> {
    type_error(format!("a bytes-like object is required, not '{}'", kind::type_name(v)))
}

pub use crate::data::quote::quoted;

/// The byte that a number is.
pub fn byte(host: &mut dyn Host, v: &Value) -> Res<u8> {
    let number = index::as_index(host, v)?;
    u8::try_from(number).map_err(|_| value_error("byte must be in range(0, 256)"))
}

impl Native for Bytes {
    fn type_info(&self) -> &'static TypeInfo {
        if self.1 { &super::types::NP_BYTES } else { &BYTES }
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(if self.1 { format!("np.bytes_({})", quoted(&self.0)) } else { quoted(&self.0) })
    }

    fn len(&self, _: &mut dyn Host) -> Res<Option<usize>> {
        Ok(Some(self.0.len()))
    }

    fn sequence(&self) -> bool {
        true
    }

    fn getitem(&self, _: &Value, host: &mut dyn Host, at: &Value) -> Res<Option<Value>> {
        if let Value::Slice(slice) = at {
            let (start, stop, step) = slices::indices(host, slice, self.0.len())?;
            let taken: Vec<u8> = if step == 1 {
                self.0.get(start as usize..stop.max(start) as usize).unwrap_or(&[]).to_vec()
            } else {
                let places = super::Range { start, stop, step };
                (0..places.len()).filter_map(|at| self.0.get(places.get(at) as usize).copied()).collect()
            };
            return Ok(Some(value(taken)));
        }
        let Some(found) = index::try_index(host, at)? else {
            let name = kind::type_name(at);
            return Err(type_error(format!("byte indices must be integers or slices, not {name}")));
        };
        let at = slices::clip(&found);
        let at = if at < 0 { at.saturating_add(self.0.len() as i64) } else { at };
        match usize::try_from(at).ok().and_then(|at| self.0.get(at)) {
            Some(byte) => Ok(Some(Value::Int(i64::from(*byte)))),
            None => Err(index_error("index out of range")),
        }
    }

    fn contains(&self, _: &Value, host: &mut dyn Host, item: &Value) -> Res<Option<bool>> {
        if let Some(part) = of(item) {
            return Ok(Some(memchr::memmem::find(&self.0, part).is_some()));
        }
        match index::try_index(host, item)? {
            Some(_) => Ok(Some(self.0.contains(&byte(host, item)?))),
            None => Err(not_bytes(item)),
        }
    }

    fn binary(
        &self,
        this: &Value,
        host: &mut dyn Host,
        op: BinOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        match op {
            BinOp::Add if !reflected => match of(other) {
                Some(other) => Ok(Some(value([&*self.0, other].concat()))),
                None => Err(type_error(format!("can't concat {} to bytes", kind::type_name(other)))),
            },
            BinOp::Mul => {
                let Some(count) = index::try_index(host, other)? else { return Ok(None) };
                let count = usize::try_from(slices::clip(&count)).unwrap_or(0);
                if count == 1 {
                    return Ok(Some(this.clone()));
                }
                super::number::fits_times(self.0.len(), count, 1)?;
                let mut made = Vec::new();
                made.try_reserve_exact(self.0.len() * count).map_err(|_| super::number::memory_error())?;
                match &*self.0 {
                    [] => {}
                    [one] => made.resize(count, *one),
                    _ => (0..count).for_each(|_| made.extend_from_slice(&self.0)),
                }
                Ok(Some(value(made)))
            }
            BinOp::Mod if !reflected => {
                let raised = type_error("formatting bytes with % is not part of rdask");
                Err(raised.help("format a text and encode it: `(\"...\" % values).encode()`"))
            }
            _ => Ok(None),
        }
    }

    fn compare(&self, _: &Value, _: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        let Some(other) = of(other) else { return Ok(None) };
        let own = &*self.0;
        Ok(Some(Value::Bool(match op {
            CmpOp::Eq => own == other,
            CmpOp::Ne => own != other,
            CmpOp::Lt => own < other,
            CmpOp::Le => own <= other,
            CmpOp::Gt => own > other,
            CmpOp::Ge => own >= other,
            _ => return Ok(None),
        })))
    }

    fn iter(&self, _: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        Ok(Some(iter::over(self.0.iter().map(|byte| Value::Int(i64::from(*byte))).collect())))
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        use std::hash::Hasher;
        let mut hasher = rustc_hash::FxHasher::default();
        hasher.write(&self.0);
        hasher.write_u64(text::hash_text("b"));
        Ok(Some(hasher.finish().max(1)))
    }

    fn freeze(&self, _: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        Ok(Some(Arc::new(FrozenBytes(self.0.clone()))))
    }
}

/// Bytes that any thread may hold.
pub struct FrozenBytes(Arc<[u8]>);

impl FrozenBytes {
    /// The bytes.
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl FrozenNative for FrozenBytes {
    fn type_info(&self) -> &'static TypeInfo {
        &BYTES
    }

    fn thaw(&self, _: &mut dyn Host) -> Res<Value> {
        Ok(value(self.0.clone()))
    }

    fn nbytes(&self) -> usize {
        self.0.len()
    }
}
