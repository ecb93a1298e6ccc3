//! Methods of `bytes` that search, change and ask.

use super::super::args::{at, given, int, length, rest};
use super::super::{Row, row};
use super::{own, this};
use crate::data::Res;
use crate::data::raised::{type_error, value_error};
use crate::value::{Host, Value, bytes, index, kind, slices};

/// The rows.
pub const ROWS: &[Row] = &[
    row("bytes.find", |h, a| position(h, a, false, false)),
    row("bytes.rfind", |h, a| position(h, a, true, false)),
    row("bytes.index", |h, a| position(h, a, false, true)),
    row("bytes.rindex", |h, a| position(h, a, true, true)),
    row("bytes.count", |h, a| {
        let needle = needle(h, at(a, 1))?;
        let Some((start, end)) = window(h, a)? else { return Ok(Value::Int(0)) };
        let part = this(a)?.get(start..end).unwrap_or(&[]);
        Ok(length(match needle.is_empty() {
            true => part.len() + 1,
            false => memchr::memmem::find_iter(part, &needle).count(),
        }))
    }),
    row("bytes.startswith", |h, a| affix(h, a, "startswith", |part, with| part.starts_with(with))),
    row("bytes.endswith", |h, a| affix(h, a, "endswith", |part, with| part.ends_with(with))),
    row("bytes.removeprefix", |_, a| {
        let with = bytes::required(at(a, 1))?;
        Ok(this(a)?.strip_prefix(with).map_or_else(|| own(a), bytes::value))
    }),
    row("bytes.removesuffix", |_, a| {
        let with = bytes::required(at(a, 1))?;
        Ok(this(a)?.strip_suffix(with).map_or_else(|| own(a), bytes::value))
    }),
    row("bytes.replace", replace),
    row("bytes.lower", |_, a| Ok(bytes::value(this(a)?.to_ascii_lowercase()))),
    row("bytes.upper", |_, a| Ok(bytes::value(this(a)?.to_ascii_uppercase()))),
    row("bytes.swapcase", |_, a| {
        mapped(
            a,
            |_, byte| if byte.is_ascii_lowercase() { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() },
        )
    }),
    row("bytes.capitalize", |_, a| {
        let mut made = this(a)?.to_ascii_lowercase();
        if let Some(first) = made.first_mut() {
            first.make_ascii_uppercase();
        }
        Ok(bytes::value(made))
    }),
    row("bytes.title", |_, a| {
        mapped(a, |before, byte| match before.is_some_and(|byte| byte.is_ascii_alphabetic()) {
            true => byte.to_ascii_lowercase(),
            false => byte.to_ascii_uppercase(),
        })
    }),
    row("bytes.isalpha", |_, a| all(a, u8::is_ascii_alphabetic)),
    row("bytes.isdigit", |_, a| all(a, u8::is_ascii_digit)),
    row("bytes.isalnum", |_, a| all(a, u8::is_ascii_alphanumeric)),
    row("bytes.isspace", |_, a| all(a, |byte| matches!(byte, b' ' | 9..=13))),
    row("bytes.islower", |_, a| cased(a, u8::is_ascii_uppercase)),
    row("bytes.isupper", |_, a| cased(a, u8::is_ascii_lowercase)),
    row("bytes.isascii", |_, a| Ok(Value::Bool(this(a)?.is_ascii()))),
    row("bytes.center", |h, a| {
        let (left, right) = padding(h, a, |missing, width| missing / 2 + (missing & width & 1))?;
        padded(a, "center", left, right)
    }),
    row("bytes.ljust", |h, a| {
        let (left, right) = padding(h, a, |_, _| 0)?;
        padded(a, "ljust", left, right)
    }),
    row("bytes.rjust", |h, a| {
        let (left, right) = padding(h, a, |missing, _| missing)?;
        padded(a, "rjust", left, right)
    }),
    row("bytes.zfill", |h, a| {
        let this = this(a)?;
        let missing = usize::try_from(int(h, a, 1)?).unwrap_or(0).saturating_sub(this.len());
        crate::value::number::fits_times(1, missing, 1)?;
        let sign = usize::from(matches!(this.first(), Some(b'+' | b'-')));
        let (sign, digits) = this.split_at(sign);
        Ok(bytes::value([sign, &vec![b'0'; missing], digits].concat()))
    }),
    row("bytes.translate", translate),
    row("bytes.maketrans", |_, a| {
        let (from, to) = (bytes::required(at(a, 0))?, bytes::required(at(a, 1))?);
        if from.len() != to.len() {
            return Err(value_error("maketrans arguments must have same length"));
        }
        let mut table: Vec<u8> = (0..=255).collect();
        for (from, to) in from.iter().zip(to) {
            if let Some(place) = table.get_mut(usize::from(*from)) {
                *place = *to;
            }
        }
        Ok(bytes::value(table))
    }),
];

/// What is searched for: bytes, or the number of one.
fn needle(host: &mut dyn Host, v: &Value) -> Res<Vec<u8>> {
    if let Some(found) = bytes::of(v) {
        return Ok(found.to_vec());
    }
    match index::try_index(host, v)? {
        Some(_) => Ok(vec![bytes::byte(host, v)?]),
        None => {
            let name = kind::type_name(v);
            Err(type_error(format!("argument should be integer or bytes-like object, not '{name}'")))
        }
    }
}

/// `start:end` of slots 2 and 3; `None` when it goes backwards.
fn window(host: &mut dyn Host, a: &[Value]) -> Res<Option<(usize, usize)>> {
    let size = this(a)?.len() as i64;
    let mut bound = |slot: usize, missing: i64| -> Res<i64> {
        let at = match at(a, slot) {
            Value::None | Value::Ellipsis => return Ok(missing),
            v => match index::try_index(host, v)? {
                Some(v) => slices::clip(&v),
                None => return Err(type_error("slice indices must be integers or None or have an __index__ method")),
            },
        };
        Ok(if at < 0 { at.saturating_add(size).max(0) } else { at })
    };
    let (start, end) = (bound(2, 0)?, bound(3, size)?.min(size));
    Ok((start <= end).then_some((start as usize, end as usize)))
}

fn position(host: &mut dyn Host, a: &[Value], last: bool, must: bool) -> Res<Value> {
    let needle = needle(host, at(a, 1))?;
    let found = window(host, a)?.and_then(|(start, end)| {
        let part = this(a).ok()?.get(start..end)?;
        let at = if last { memchr::memmem::rfind(part, &needle) } else { memchr::memmem::find(part, &needle) };
        Some(start + at?)
    });
    match found {
        Some(at) => Ok(length(at)),
        None if must => Err(value_error("subsection not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn affix(host: &mut dyn Host, a: &[Value], method: &str, holds: fn(&[u8], &[u8]) -> bool) -> Res<Value> {
    let part = window(host, a)?.and_then(|(start, end)| this(a).ok()?.get(start..end));
    let wrong = |v: &Value| {
        let name = kind::type_name(v);
        type_error(format!("{method} first arg must be bytes or a tuple of bytes, not {name}"))
    };
    let one = |v: &Value| bytes::of(v).map(|with| part.is_some_and(|part| holds(part, with))).ok_or_else(|| wrong(v));
    match at(a, 1) {
        Value::Tuple(_) => {
            for with in rest(a, 1) {
                let Some(with) = bytes::of(with) else { return Err(bytes::not_bytes(with)) };
                if part.is_some_and(|part| holds(part, with)) {
                    return Ok(Value::Bool(true));
                }
            }
            Ok(Value::Bool(false))
        }
        v => one(v).map(Value::Bool),
    }
}

fn replace(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (this, old, new) = (this(a)?, bytes::required(at(a, 1))?, bytes::required(at(a, 2))?);
    let limit = usize::try_from(int(host, a, 3)?).unwrap_or(usize::MAX);
    let mut made = Vec::with_capacity(this.len());
    let mut from = 0;
    if old.is_empty() {
        for (at, byte) in this.iter().enumerate() {
            if at < limit {
                made.extend_from_slice(new);
            }
            made.push(*byte);
        }
        if this.len() < limit {
            made.extend_from_slice(new);
        }
        return Ok(bytes::value(made));
    }
    for at in memchr::memmem::find_iter(this, old).take(limit) {
        made.extend_from_slice(this.get(from..at).unwrap_or(&[]));
        made.extend_from_slice(new);
        from = at + old.len();
    }
    made.extend_from_slice(this.get(from..).unwrap_or(&[]));
    Ok(bytes::value(made))
}

fn mapped(a: &[Value], of: fn(Option<u8>, u8) -> u8) -> Res<Value> {
    let this = this(a)?;
    let before = std::iter::once(None).chain(this.iter().copied().map(Some));
    Ok(bytes::value(before.zip(this).map(|(before, byte)| of(before, *byte)).collect::<Vec<u8>>()))
}

fn all(a: &[Value], holds: impl Fn(&u8) -> bool) -> Res<Value> {
    let this = this(a)?;
    Ok(Value::Bool(!this.is_empty() && this.iter().all(holds)))
}

fn cased(a: &[Value], other: fn(&u8) -> bool) -> Res<Value> {
    let this = this(a)?;
    Ok(Value::Bool(this.iter().any(u8::is_ascii_alphabetic) && !this.iter().any(other)))
}

/// How many bytes go to the left and to the right; `left`: of how many are missing, to which width.
fn padding(host: &mut dyn Host, a: &[Value], left: fn(usize, usize) -> usize) -> Res<(usize, usize)> {
    let width = usize::try_from(int(host, a, 1)?).unwrap_or(0);
    let missing = width.saturating_sub(this(a)?.len());
    crate::value::number::fits_times(1, missing, 1)?;
    let left = left(missing, width);
    Ok((left, missing - left))
}

fn padded(a: &[Value], method: &str, left: usize, right: usize) -> Res<Value> {
    let fill = match given(a, 2).map(|v| (v, bytes::of(v))) {
        None => b' ',
        Some((_, Some([one]))) => *one,
        Some((v, _)) => {
            let name = kind::type_name(v);
            return Err(type_error(format!("{method}() argument 2 must be a byte string of length 1, not {name}")));
        }
    };
    Ok(bytes::value([&vec![fill; left], this(a)?, &vec![fill; right]].concat()))
}

/// Slots: `self`, `table`, `delete`.
fn translate(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let table = match at(a, 1) {
        Value::None => None,
        v => Some(bytes::required(v)?),
    };
    if table.is_some_and(|table| table.len() != 256) {
        return Err(value_error("translation table must be 256 characters long"));
    }
    let delete = bytes::of(at(a, 2)).unwrap_or(&[]);
    let kept = this(a)?.iter().filter(|byte| !delete.contains(byte));
    let of = |byte: &u8| table.and_then(|table| table.get(usize::from(*byte))).copied().unwrap_or(*byte);
    Ok(bytes::value(kept.map(of).collect::<Vec<u8>>()))
}
