//! How `bytes` are made: from numbers, texts and hexadecimal digits; encodings.

use super::super::args::{at, given, inner, int, length, text};
use super::super::{Row, row};
use super::{own, this};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::io::codec::{DecodeFault, EncodeFault, Encoding, Errors, decode, encode};
use crate::value::{Host, Value, bytes, exc, index, iter, kind};

/// The rows.
pub const ROWS: &[Row] = &[
    row("bytes", |_, _| Ok(Value::Type(&bytes::BYTES))),
    row("bytes.__new__", make),
    row("bytes.fromhex", |_, a| {
        let digits = text("fromhex() argument", a, 1)?;
        from_hex(digits.as_str())
    }),
    row("bytes.hex", hex),
    row("bytes.decode", |_, a| {
        let (encoding, errors) = policies(a, 1, 2)?;
        let found = decode(this(a)?, encoding, errors).map_err(|fault| decode_error(&fault, Some(&own(a))))?;
        Ok(Value::string(found))
    }),
    row("str.encode", |_, a| {
        let this = super::super::args::this_str(a)?;
        let (encoding, errors) = policies(a, 1, 2)?;
        let made =
            encode(this.as_str(), encoding, errors, true).map_err(|fault| encode_error(&fault, Some(at(a, 0))))?;
        Ok(bytes::value(made))
    }),
    row("int.to_bytes", to_bytes),
    row("int.from_bytes", |host, a| {
        let found = contents(host, at(a, 1))?;
        let little = order(a, 2)?;
        let signed = super::super::args::flag(host, a, 3)?;
        Ok(from_bytes(found, little, signed))
    }),
];

/// The encoding and the policy in two slots.
pub fn policies(a: &[Value], encoding: usize, errors: usize) -> Res<(Encoding, Errors)> {
    let encoding = match inner(at(a, encoding)) {
        Value::None => Encoding::Utf8,
        _ => Encoding::named(text("encoding", a, encoding)?.as_str())?,
    };
    let errors = match inner(at(a, errors)) {
        Value::None => Errors::Strict,
        _ => Errors::named(text("errors", a, errors)?.as_str())?,
    };
    Ok((encoding, errors))
}

fn with_attributes(mut raised: Box<Raised>, attributes: [(&str, Value); 5]) -> Box<Raised> {
    if let Value::Exception(object) = exc::object(&mut raised) {
        let mut attrs = object.attrs.borrow_mut();
        for (name, value) in attributes {
            attrs.set(Sym::new(name), value);
        }
    }
    raised
}

/// `UnicodeDecodeError`.
pub fn decode_error(fault: &DecodeFault, object: Option<&Value>) -> Box<Raised> {
    let whole = |n: u64| Value::Int(n as i64);
    with_attributes(
        Raised::new(ExcClass::UnicodeDecodeError, fault.message()),
        [
            ("encoding", Value::str(fault.codec)),
            ("object", object.cloned().unwrap_or(Value::None)),
            ("start", whole(fault.start)),
            ("end", whole(fault.end)),
            ("reason", Value::str(fault.reason)),
        ],
    )
}

/// `UnicodeEncodeError`.
pub fn encode_error(fault: &EncodeFault, object: Option<&Value>) -> Box<Raised> {
    with_attributes(
        Raised::new(ExcClass::UnicodeEncodeError, fault.message()),
        [
            ("encoding", Value::str(fault.codec)),
            ("object", object.cloned().unwrap_or(Value::None)),
            ("start", length(fault.start)),
            ("end", length(fault.end)),
            ("reason", Value::str(fault.reason)),
        ],
    )
}

/// Slots: `source`, `encoding`, `errors`.
fn make(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let source = given(a, 1);
    let coded = given(a, 2).or(given(a, 3)).is_some();
    match source.map(inner) {
        None if coded => Err(type_error("encoding without a string argument")),
        None => Ok(bytes::value(Vec::new())),
        Some(Value::Str(text)) => {
            if given(a, 2).is_none() {
                return Err(type_error("string argument without an encoding"));
            }
            let none = |slot| given(a, slot).cloned().unwrap_or(Value::None);
            let (encoding, errors) = policies(&[none(2), none(3)], 0, 1)?;
            let made = encode(text.as_str(), encoding, errors, true).map_err(|fault| encode_error(&fault, source))?;
            Ok(bytes::value(made))
        }
        Some(_) if coded => Err(type_error("encoding without a string argument")),
        Some(found) => {
            if let Value::Instance(_) = found
                && let Some(made) = host.call_special(found, Sym::new("__bytes__"), &[])?
            {
                return Ok(made);
            }
            Ok(bytes::value(contents(host, found)?))
        }
    }
}

/// What `bytes(v)` holds: bytes as they are, so many zeros, or the numbers of an iterable.
fn contents(host: &mut dyn Host, v: &Value) -> Res<Vec<u8>> {
    if let Some(found) = bytes::of(v) {
        return Ok(found.to_vec());
    }
    if let Some(count) = index::try_index(host, v)? {
        let count = crate::value::slices::clip(&count);
        let Ok(count) = usize::try_from(count) else { return Err(value_error("negative count")) };
        crate::value::number::fits_times(1, count, 1)?;
        return Ok(vec![0; count]);
    }
    if !iter::iterable(v) || matches!(v, Value::Str(_)) {
        return Err(type_error(format!("cannot convert '{}' object to bytes", kind::type_name(v))));
    }
    let mut made = Vec::new();
    for item in iter::collect(host, v)? {
        let number = index::as_index(host, &item)?;
        made.push(u8::try_from(number).map_err(|_| value_error("bytes must be in range(0, 256)"))?);
    }
    Ok(made)
}

fn from_hex(digits: &str) -> Res<Value> {
    let mut made = Vec::with_capacity(digits.len() / 2);
    let mut high: Option<u32> = None;
    for (at, c) in digits.chars().enumerate() {
        if c.is_ascii_whitespace() && high.is_none() {
            continue;
        }
        let Some(digit) = c.to_digit(16) else { return Err(not_hex(at)) };
        high = match high {
            None => Some(digit),
            Some(first) => {
                made.push((first * 16 + digit) as u8);
                None
            }
        };
    }
    if high.is_some() { Err(not_hex(digits.chars().count())) } else { Ok(bytes::value(made)) }
}

fn not_hex(at: usize) -> Box<Raised> {
    value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"))
}

/// Two hexadecimal digits for each byte.
pub fn digits(bytes: &[u8]) -> impl Iterator<Item = String> + '_ {
    bytes.iter().map(|byte| format!("{byte:02x}"))
}

/// Slots: `self`, `sep`, `bytes_per_sep`.
///
/// # Errors
/// `ValueError` for a separator that is not one character.
pub fn hex(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let this = this(a)?;
    let Some(separator) = given(a, 1) else { return Ok(Value::string(digits(this).collect())) };
    let separator = match bytes::of(separator) {
        Some(found) => String::from_utf8_lossy(found).into_owned(),
        None => text("sep", a, 1)?.as_str().to_owned(),
    };
    if separator.chars().count() != 1 {
        return Err(value_error("sep must be length 1."));
    }
    let group = int(host, a, 2)?;
    let pairs: Vec<String> = digits(this).collect();
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    if size == 0 {
        return Ok(Value::string(pairs.concat()));
    }
    // Groups are counted from the right, or for a negative number from the left.
    let first = if group > 0 { pairs.len() % size } else { 0 };
    let (head, rest) = pairs.split_at(first);
    let mut groups: Vec<String> = rest.chunks(size).map(|group| group.concat()).collect();
    if !head.is_empty() {
        groups.insert(0, head.concat());
    }
    Ok(Value::string(groups.join(&separator)))
}

/// Whether `byteorder` says little end first.
fn order(a: &[Value], slot: usize) -> Res<bool> {
    match at(a, slot).as_str() {
        Some("little") => Ok(true),
        Some("big") => Ok(false),
        _ => Err(value_error("byteorder must be either 'little' or 'big'")),
    }
}

/// Slots: `self`, `length`, `byteorder`, `signed`.
fn to_bytes(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    use num_bigint::BigInt;
    let Ok(count) = usize::try_from(int(host, a, 1)?) else {
        return Err(value_error("length argument must be non-negative"));
    };
    let little = order(a, 2)?;
    let signed = super::super::args::flag(host, a, 3)?;
    let number = match kind::to_int(host, at(a, 0))? {
        Value::BigInt(big) => (*big).clone(),
        Value::Int(small) => BigInt::from(small),
        _ => BigInt::from(0),
    };
    let negative = number < BigInt::from(0);
    if negative && !signed {
        return Err(crate::value::number::overflow("can't convert negative int to unsigned"));
    }
    let mut made = if signed { number.to_signed_bytes_le() } else { number.magnitude().to_bytes_le() };
    if number == BigInt::from(0) {
        made.clear();
    }
    if made.len() > count {
        return Err(crate::value::number::overflow("int too big to convert"));
    }
    crate::value::number::fits_times(1, count, 1)?;
    made.resize(count, if negative { 0xff } else { 0 });
    if !little {
        made.reverse();
    }
    Ok(bytes::value(made))
}

fn from_bytes(mut found: Vec<u8>, little: bool, signed: bool) -> Value {
    use num_bigint::{BigInt, Sign};
    if !little {
        found.reverse();
    }
    Value::big(if signed { BigInt::from_signed_bytes_le(&found) } else { BigInt::from_bytes_le(Sign::Plus, &found) })
}
