//! Methods of `str` that cut a text and put it together: split, splitlines, join, strip.

use std::rc::Rc;

use crate::builtins::args::{at, flag, inner, int, this_str, type_or_none};
use crate::builtins::{Row, row};
use crate::data::Res;
use crate::data::raised::{type_error, value_error};
use crate::value::{Host, Str, Value, iter, kind};

/// The rows.
pub const ROWS: &[Row] = &[
    row("str.split", |h, a| split(h, a, false)),
    row("str.rsplit", |h, a| split(h, a, true)),
    row("str.splitlines", |h, a| {
        let keep = flag(h, a, 1)?;
        Ok(Value::list(lines(this_str(a)?.as_str(), keep).into_iter().map(Value::str).collect()))
    }),
    row("str.join", join),
    row("str.strip", |_, a| strip(a, "strip", true, true)),
    row("str.lstrip", |_, a| strip(a, "lstrip", true, false)),
    row("str.rstrip", |_, a| strip(a, "rstrip", false, true)),
];

/// What Python takes for white space.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

fn split(host: &mut dyn Host, a: &[Value], from_right: bool) -> Res<Value> {
    let this = this_str(a)?;
    let limit = usize::try_from(int(host, a, 2)?).unwrap_or(usize::MAX);
    let text = this.as_str();
    let value = |part: &str| Value::Str(Rc::new(this.part(part)));
    let parts: Vec<&str> = match inner(at(a, 1)) {
        Value::None if from_right => words_from_right(text, limit),
        Value::None if this.is_ascii() => return Ok(Value::list(ascii_words(text, limit, value))),
        Value::None => words(text, limit),
        Value::Str(sep) if sep.as_str().is_empty() => return Err(value_error("empty separator")),
        Value::Str(sep) if from_right => {
            let mut parts: Vec<&str> = text.rsplitn(limit.saturating_add(1), sep.as_str()).collect();
            parts.reverse();
            parts
        }
        Value::Str(sep) => return Ok(Value::list(at_separator(text, sep.as_str(), limit, value))),
        v => return Err(type_error(format!("must be str or None, not {}", type_or_none(v)))),
    };
    Ok(Value::list(parts.into_iter().map(value).collect()))
}

/// The parts between separators.
fn at_separator(text: &str, separator: &str, limit: usize, value: impl Fn(&str) -> Value) -> Vec<Value> {
    let mut made = Vec::new();
    let mut from = 0;
    let mut add = |at: usize| {
        made.push(value(text.get(from..at).unwrap_or("")));
        from = at + separator.len();
    };
    match separator.as_bytes() {
        [one] => memchr::memchr_iter(*one, text.as_bytes()).take(limit).for_each(&mut add),
        more => memchr::memmem::find_iter(text.as_bytes(), more).take(limit).for_each(&mut add),
    }
    made.push(value(text.get(from..).unwrap_or("")));
    made
}

/// Whether a byte of ASCII is white space to Python.
fn ascii_space(byte: u8) -> bool {
    matches!(byte, 9..=13 | 0x1c..=0x20)
}

/// The words of a text of ASCII.
fn ascii_words(text: &str, limit: usize, value: impl Fn(&str) -> Value) -> Vec<Value> {
    let bytes = text.as_bytes();
    let space = |at: usize| bytes.get(at).copied().is_some_and(ascii_space);
    let mut made = Vec::new();
    let mut at = 0;
    loop {
        while space(at) {
            at += 1;
        }
        if at >= bytes.len() {
            return made;
        }
        let start = at;
        if made.len() == limit {
            made.push(value(text.get(start..).unwrap_or("")));
            return made;
        }
        while at < bytes.len() && !space(at) {
            at += 1;
        }
        made.push(value(text.get(start..at).unwrap_or("")));
    }
}

fn words(text: &str, limit: usize) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if found.len() == limit {
            found.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        let (word, tail) = rest.split_at(end);
        found.push(word);
        rest = tail.trim_start_matches(is_space);
    }
    found
}

fn words_from_right(text: &str, limit: usize) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if found.len() == limit {
            found.push(rest);
            break;
        }
        let start = rest.char_indices().rev().find(|(_, c)| is_space(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        let (head, word) = rest.split_at(start);
        found.push(word);
        rest = head.trim_end_matches(is_space);
    }
    found.reverse();
    found
}

/// The lines of a text, cut where Python cuts them.
pub fn lines(text: &str, keep_ends: bool) -> Vec<&str> {
    let ends = |c: char| {
        matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let Some((at, c)) = rest.char_indices().find(|(_, c)| ends(*c)) else {
            found.push(rest);
            break;
        };
        let pair = c == '\r' && rest.as_bytes().get(at + 1) == Some(&b'\n');
        let end = at + if pair { 2 } else { c.len_utf8() };
        found.push(rest.get(..if keep_ends { end } else { at }).unwrap_or(""));
        rest = rest.get(end..).unwrap_or("");
    }
    found
}

fn join(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let this = this_str(a)?;
    match at(a, 1) {
        Value::List(list) => joined(this, &list.items.borrow()),
        Value::Tuple(tuple) => joined(this, &tuple.items),
        v => {
            let items = iter::collect(host, v).map_err(|raised| match raised.message.ends_with("is not iterable") {
                true => type_error("can only join an iterable"),
                false => raised,
            })?;
            joined(this, &items)
        }
    }
}

fn joined(whole: &Str, items: &[Value]) -> Res<Value> {
    let between = whole.as_str();
    let mut ascii = whole.is_ascii() || items.len() < 2;
    let size = |item: &Value| if let Value::Str(part) = item { part.as_str().len() + between.len() } else { 0 };
    let mut made = String::with_capacity(items.iter().map(size).sum());
    for (at, item) in items.iter().enumerate() {
        let Value::Str(part) = inner(item) else {
            let class = kind::type_name(item);
            return Err(type_error(format!("sequence item {at}: expected str instance, {class} found")));
        };
        if at > 0 {
            made.push_str(between);
        }
        made.push_str(part.as_str());
        ascii &= part.is_ascii();
    }
    Ok(Value::Str(Rc::new(Str::of_parts(made, ascii))))
}

fn strip(a: &[Value], method: &str, left: bool, right: bool) -> Res<Value> {
    let this = this_str(a)?;
    let set: Option<&str> = match inner(at(a, 1)) {
        Value::None => None,
        Value::Str(set) => Some(set.as_str()),
        _ => return Err(type_error(format!("{method} arg must be None or str"))),
    };
    if set.is_none() && this.is_ascii() {
        let whole = this.as_str().as_bytes();
        let start = if left { whole.iter().position(|byte| !ascii_space(*byte)).unwrap_or(whole.len()) } else { 0 };
        let end = if right {
            whole.iter().rposition(|byte| !ascii_space(*byte)).map_or(start, |at| at + 1)
        } else {
            whole.len()
        };
        return Ok(match end - start == whole.len() {
            true => Value::Str(Str::plain(this)),
            false => Value::Str(Rc::new(this.part(this.as_str().get(start..end).unwrap_or("")))),
        });
    }
    let inside = |c: char| set.map_or_else(|| is_space(c), |set| set.contains(c));
    let mut text = this.as_str();
    if left {
        text = text.trim_start_matches(inside);
    }
    if right {
        text = text.trim_end_matches(inside);
    }
    Ok(if text.len() == this.as_str().len() { Value::Str(Str::plain(this)) } else { Value::str(text) })
}
