//! `str.format` and `str.format_map`.

use super::format::{convert, format};
use super::{Host, Value, dict, exc, index};
use crate::data::raised::{index_error, value_error};
use crate::data::{Res, Sym};

/// What a format string draws from.
struct Source<'a> {
    args: Option<&'a [Value]>,
    kwargs: &'a [(Sym, Value)],
    mapping: Option<&'a Value>,
    /// The next automatic number; `None` once fields are numbered by hand.
    auto: Numbering,
}

enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

/// `text.format(*args, **kwargs)`.
pub fn str_format(host: &mut dyn Host, text: &str, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<String> {
    let mut source = Source { args: Some(args), kwargs, mapping: None, auto: Numbering::Unknown };
    expand(host, text, &mut source, 2)
}

/// `text.format_map(mapping)`.
pub fn str_format_map(host: &mut dyn Host, text: &str, mapping: &Value) -> Res<String> {
    let mut source = Source { args: None, kwargs: &[], mapping: Some(mapping), auto: Numbering::Unknown };
    expand(host, text, &mut source, 2)
}

fn expand(host: &mut dyn Host, text: &str, source: &mut Source<'_>, depth: usize) -> Res<String> {
    if depth == 0 {
        return Err(value_error("Max string recursion exceeded"));
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(rest.get(..at).unwrap_or(""));
        let mark = rest.as_bytes().get(at).copied().map_or('{', char::from);
        rest = rest.get(at + 1..).unwrap_or("");
        if let Some(after) = rest.strip_prefix(mark) {
            out.push(mark);
            rest = after;
            continue;
        }
        if mark == '}' {
            return Err(value_error("Single '}' encountered in format string"));
        }
        if rest.is_empty() {
            return Err(value_error("Single '{' encountered in format string"));
        }
        let field = Field::read(rest)?;
        rest = field.after;
        let mut value = lookup(host, field.name, source)?;
        if let Some(conversion) = field.conversion {
            value = convert(host, &value, conversion)?;
        }
        if field.spec.contains('{') {
            let spec = expand(host, field.spec, source, depth - 1)?;
            out.push_str(&format(host, &value, &spec)?);
        } else {
            out.push_str(&format(host, &value, field.spec)?);
        }
    }
    out.push_str(rest);
    Ok(out)
}

/// A replacement field: `{name!conversion:spec}`.
struct Field<'a> {
    name: &'a str,
    conversion: Option<char>,
    spec: &'a str,
    after: &'a str,
}

impl<'a> Field<'a> {
    /// Read what follows a `{`.
    fn read(text: &'a str) -> Res<Field<'a>> {
        let (end, mark) = Field::name_end(text)?;
        let name = text.get(..end).unwrap_or("");
        let mut rest = text.get(end + 1..).unwrap_or("");
        if mark == '}' {
            return Ok(Field { name, conversion: None, spec: "", after: rest });
        }
        let mut conversion = None;
        if mark == '!' {
            let mut chars = rest.chars();
            let Some(found) = chars.next() else {
                return Err(value_error("end of string while looking for conversion specifier"));
            };
            conversion = Some(found);
            match chars.next() {
                Some('}') => return Ok(Field { name, conversion, spec: "", after: chars.as_str() }),
                Some(':') | None => rest = chars.as_str(),
                Some(_) => return Err(value_error("expected ':' after conversion specifier")),
            }
        }
        let mut open = 1;
        for (at, c) in rest.char_indices() {
            match c {
                '{' => open += 1,
                '}' => open -= 1,
                _ => {}
            }
            if open == 0 {
                let (spec, after) = (rest.get(..at).unwrap_or(""), rest.get(at + 1..).unwrap_or(""));
                return Ok(Field { name, conversion, spec, after });
            }
        }
        Err(value_error("unmatched '{' in format spec"))
    }

    /// Where the name ends, and what stands there.
    fn name_end(text: &str) -> Res<(usize, char)> {
        let mut inside = false;
        for (at, c) in text.char_indices() {
            match c {
                ']' if inside => inside = false,
                _ if inside => {}
                '[' => inside = true,
                '{' => return Err(value_error("unexpected '{' in field name")),
                '}' | ':' | '!' => return Ok((at, c)),
                _ => {}
            }
        }
        Err(value_error("expected '}' before end of string"))
    }
}

/// The integer that a text of digits is.
fn digits(text: &str) -> Res<Option<usize>> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    match text.parse::<usize>() {
        Ok(number) if number <= isize::MAX as usize => Ok(Some(number)),
        _ => Err(value_error("Too many decimal digits in format string")),
    }
}

fn lookup(host: &mut dyn Host, name: &str, source: &mut Source<'_>) -> Res<Value> {
    let first_end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(first_end);
    let mut value = first_value(host, first, source)?;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('.') {
            let end = after.find(['.', '[']).unwrap_or(after.len());
            let (attribute, next) = after.split_at(end);
            if attribute.is_empty() {
                return Err(value_error("Empty attribute in format string"));
            }
            value = host.getattr(&value, Sym::new(attribute))?;
            rest = next;
        } else if let Some(after) = rest.strip_prefix('[') {
            let Some((key, next)) = after.split_once(']') else {
                return Err(value_error("Missing ']' in format string"));
            };
            if key.is_empty() {
                return Err(value_error("Empty attribute in format string"));
            }
            let key = match digits(key)? {
                Some(number) => Value::Int(number as i64),
                None => Value::str(key),
            };
            value = index::getitem(host, &value, &key)?;
            rest = next;
        } else {
            return Err(value_error("Only '.' or '[' may follow ']' in format field specifier"));
        }
    }
    Ok(value)
}

fn first_value(host: &mut dyn Host, first: &str, source: &mut Source<'_>) -> Res<Value> {
    let number = if first.is_empty() {
        match source.auto {
            Numbering::Manual => {
                return Err(value_error("cannot switch from manual field specification to automatic field numbering"));
            }
            Numbering::Unknown => Some(0),
            Numbering::Automatic(next) => Some(next),
        }
    } else {
        digits(first)?
    };
    let Some(number) = number else { return named(host, first, source) };
    match (&source.auto, first.is_empty()) {
        (_, true) => source.auto = Numbering::Automatic(number + 1),
        (Numbering::Automatic(_), false) => {
            return Err(value_error("cannot switch from automatic field numbering to manual field specification"));
        }
        (_, false) => source.auto = Numbering::Manual,
    }
    let Some(args) = source.args else {
        return Err(value_error("Format string contains positional fields"));
    };
    args.get(number)
        .cloned()
        .ok_or_else(|| index_error(format!("Replacement index {number} out of range for positional args tuple")))
}

fn named(host: &mut dyn Host, name: &str, source: &Source<'_>) -> Res<Value> {
    if let Some(mapping) = source.mapping {
        if let Value::Dict(found) = mapping
            && let Some(value) = dict::get_str(found, name)
        {
            return Ok(value);
        }
        return index::getitem(host, mapping, &Value::str(name));
    }
    match source.kwargs.iter().find(|(known, _)| known.as_str() == name) {
        Some((_, value)) => Ok(value.clone()),
        None => Err(exc::key_error(host, &Value::str(name))),
    }
}
