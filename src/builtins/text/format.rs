//! Methods of `str` that lay a text out: padding, tabs, translation, format; and the class itself.

use crate::builtins::args::{at, given, inner, int, keywords, rest, text, this_str};
use crate::builtins::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res};
use crate::value::number::{self, fits_times, text_room};
use crate::value::{DictObj, Host, Str, Value, bytes, dict, format, index, kind, repr, types};

/// The rows.
pub const ROWS: &[Row] = &[
    row("str", |_, _| Ok(Value::Type(&types::STR))),
    row("str.__new__", |h, a| match at(a, 1) {
        v if given(a, 2).or(given(a, 3)).is_some() => {
            if let Value::Str(_) = v {
                return Err(type_error("decoding str is not supported"));
            }
            let Some(found) = bytes::of(v) else {
                let name = kind::type_name(v);
                return Err(type_error(format!("decoding to str: need a bytes-like object, {name} found")));
            };
            let slot = |slot| given(a, slot).cloned().unwrap_or(Value::None);
            let (encoding, errors) = crate::builtins::bytes::make::policies(&[slot(2), slot(3)], 0, 1)?;
            let made = crate::io::codec::decode(found, encoding, errors);
            Ok(Value::string(made.map_err(|fault| crate::builtins::bytes::make::decode_error(&fault, Some(v)))?))
        }
        Value::Ellipsis => Ok(Value::str("")),
        v => repr::str_value(h, v),
    }),
    row("str.center", |h, a| pad(h, a, "center")),
    row("str.ljust", |h, a| pad(h, a, "ljust")),
    row("str.rjust", |h, a| pad(h, a, "rjust")),
    row("str.zfill", zfill),
    row("str.expandtabs", |h, a| {
        let size = usize::try_from(int(h, a, 1)?).unwrap_or(0);
        Ok(Value::str(expand_tabs(this_str(a)?.as_str(), size)?))
    }),
    row("str.translate", translate),
    row("str.maketrans", maketrans),
    row("str.format", |h, a| {
        let made = format::str_format(h, this_str(a)?.as_str(), rest(a, 1), &keywords(a, 2))?;
        Ok(Value::str(made))
    }),
    row("str.format_map", |h, a| Ok(Value::str(format::str_format_map(h, this_str(a)?.as_str(), at(a, 1))?))),
];

/// The most characters that padding makes.
const MOST: usize = 1 << 32;

fn pad(host: &mut dyn Host, a: &[Value], method: &str) -> Res<Value> {
    let this = this_str(a)?;
    let width = usize::try_from(int(host, a, 1)?).unwrap_or(0);
    let fill = text_fill(a)?;
    let length = this.chars();
    if width <= length {
        return Ok(Value::Str(Str::plain(this)));
    }
    if width > MOST {
        return Err(Raised::new(ExcClass::MemoryError, ""));
    }
    let missing = width - length;
    let left = match method {
        "ljust" => 0,
        "rjust" => missing,
        // An odd character goes left when the width is odd, as in CPython.
        _ => missing / 2 + (missing & width & 1),
    };
    let mut made = text_room((missing * fill.len_utf8()).saturating_add(this.as_str().len()))?;
    number::fill(&mut made, fill, left);
    made.push_str(this.as_str());
    number::fill(&mut made, fill, missing - left);
    Ok(Value::str(made))
}

fn text_fill(a: &[Value]) -> Res<char> {
    let Value::Str(fill) = inner(at(a, 2)) else {
        let class = kind::type_name(at(a, 2));
        return Err(type_error(format!("The fill character must be a unicode character, not {class}")));
    };
    let mut chars = fill.as_str().chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(type_error("The fill character must be exactly one character long")),
    }
}

fn zfill(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let this = this_str(a)?;
    let width = usize::try_from(int(host, a, 1)?).unwrap_or(0);
    let missing = width.saturating_sub(this.chars());
    if missing == 0 {
        return Ok(Value::Str(Str::plain(this)));
    }
    if width > MOST {
        return Err(Raised::new(ExcClass::MemoryError, ""));
    }
    let text = this.as_str();
    let (sign, digits) = match text.as_bytes().first() {
        Some(b'+' | b'-') => text.split_at(1),
        _ => ("", text),
    };
    let mut made = text_room(missing.saturating_add(text.len()))?;
    made.push_str(sign);
    number::fill(&mut made, '0', missing);
    made.push_str(digits);
    Ok(Value::str(made))
}

fn expand_tabs(text: &str, size: usize) -> Res<String> {
    fits_times(text.bytes().filter(|byte| *byte == b'\t').count(), size, 1)?;
    let mut made = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' if size > 0 => {
                let add = size - column % size;
                made.try_reserve(add).map_err(|_| number::memory_error())?;
                number::fill(&mut made, ' ', add);
                column += add;
            }
            '\t' => {}
            '\n' | '\r' => {
                made.push(c);
                column = 0;
            }
            c => {
                made.push(c);
                column += 1;
            }
        }
    }
    Ok(made)
}

fn translate(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (this, table) = (this_str(a)?, at(a, 1));
    let mut made = String::with_capacity(this.as_str().len());
    for c in this.as_str().chars() {
        let key = Value::Int(i64::from(c as u32));
        let to = match table {
            Value::Dict(found) => dict::get(host, found, &key)?,
            other => match index::getitem(host, other, &key) {
                Ok(to) => Some(to),
                Err(raised) if raised.class.is_a(ExcClass::LookupError) => None,
                Err(raised) => return Err(raised),
            },
        };
        match to {
            None => made.push(c),
            Some(Value::None) => {}
            Some(Value::Str(text)) => made.push_str(text.as_str()),
            Some(Value::Int(code)) => match u32::try_from(code).ok().and_then(char::from_u32) {
                Some(c) => made.push(c),
                None => return Err(value_error("character mapping must be in range(0x110000)")),
            },
            Some(_) => return Err(type_error("character mapping must return integer, None or str")),
        }
    }
    Ok(Value::str(made))
}

fn maketrans(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let made = DictObj::plain();
    let code = |c: char| Value::Int(i64::from(c as u32));
    if matches!(at(a, 1), Value::Ellipsis) {
        let Value::Dict(given) = inner(at(a, 0)) else {
            return Err(type_error("if you give only one argument to maketrans it must be a dict"));
        };
        for (key, value) in dict::items(given) {
            let key = match key {
                Value::Str(text) => match text.as_str().chars().collect::<Vec<_>>().as_slice() {
                    [c] => code(*c),
                    _ => return Err(value_error("string keys in translate table must be of length 1")),
                },
                Value::Int(_) => key,
                _ => return Err(type_error("keys in translate table must be strings or integers")),
            };
            dict::insert(host, &made, key, value)?;
        }
        return Ok(Value::Dict(made.into()));
    }
    if !matches!(inner(at(a, 0)), Value::Str(_)) {
        return Err(type_error("first maketrans argument must be a string if there is a second argument"));
    }
    let (from, to) = (text("maketrans() argument 1", a, 0)?, text("maketrans() argument 2", a, 1)?);
    if from.chars() != to.chars() {
        return Err(value_error("the first two maketrans arguments must have equal length"));
    }
    for (x, y) in from.as_str().chars().zip(to.as_str().chars()) {
        dict::insert(host, &made, code(x), code(y))?;
    }
    if !matches!(at(a, 2), Value::Ellipsis) {
        for c in text("maketrans() argument 3", a, 2)?.as_str().chars() {
            dict::insert(host, &made, code(c), Value::None)?;
        }
    }
    Ok(Value::Dict(made.into()))
}
