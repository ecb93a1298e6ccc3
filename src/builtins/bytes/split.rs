//! Methods of `bytes` that take apart, strip and join.

use super::super::args::{at, flag, int};
use super::super::{Row, row};
use super::{own, this};
use crate::data::Res;
use crate::data::raised::{type_error, value_error};
use crate::value::{Host, Value, bytes, iter, kind};

/// The rows.
pub const ROWS: &[Row] = &[
    row("bytes.split", |h, a| split(h, a, false)),
    row("bytes.rsplit", |h, a| split(h, a, true)),
    row("bytes.splitlines", |h, a| {
        let keep = flag(h, a, 1)?;
        Ok(list(lines(this(a)?, keep)))
    }),
    row("bytes.strip", |_, a| strip(a, true, true)),
    row("bytes.lstrip", |_, a| strip(a, true, false)),
    row("bytes.rstrip", |_, a| strip(a, false, true)),
    row("bytes.partition", |_, a| partition(a, false)),
    row("bytes.rpartition", |_, a| partition(a, true)),
    row("bytes.join", join),
];

fn list(parts: Vec<&[u8]>) -> Value {
    Value::list(parts.into_iter().map(bytes::value).collect())
}

fn blank(byte: &u8) -> bool {
    matches!(byte, b' ' | 9..=13)
}

/// The lines of some bytes; `\n`, `\r` and `\r\n` end one.
fn lines(mut left: &[u8], keep: bool) -> Vec<&[u8]> {
    let mut made = Vec::new();
    while !left.is_empty() {
        let end = memchr::memchr2(b'\n', b'\r', left).unwrap_or(left.len());
        let mark = left.get(end..).map_or(0, |rest| if rest.starts_with(b"\r\n") { 2 } else { rest.len().min(1) });
        let (line, rest) = left.split_at(end + mark);
        made.push(if keep { line } else { line.get(..end).unwrap_or(&[]) });
        left = rest;
    }
    made
}

fn split(host: &mut dyn Host, a: &[Value], right: bool) -> Res<Value> {
    let this = this(a)?;
    let limit = usize::try_from(int(host, a, 2)?).unwrap_or(usize::MAX);
    let separator = match at(a, 1) {
        Value::None => return Ok(list(at_blanks(this, limit, right))),
        v => bytes::required(v)?,
    };
    if separator.is_empty() {
        return Err(value_error("empty separator"));
    }
    let mut made = Vec::new();
    if right {
        let mut end = this.len();
        for at in memchr::memmem::rfind_iter(this, separator).take(limit) {
            made.push(this.get(at + separator.len()..end).unwrap_or(&[]));
            end = at;
        }
        made.push(this.get(..end).unwrap_or(&[]));
        made.reverse();
    } else {
        let mut from = 0;
        for at in memchr::memmem::find_iter(this, separator).take(limit) {
            made.push(this.get(from..at).unwrap_or(&[]));
            from = at + separator.len();
        }
        made.push(this.get(from..).unwrap_or(&[]));
    }
    Ok(list(made))
}

fn at_blanks(this: &[u8], limit: usize, right: bool) -> Vec<&[u8]> {
    let mut made = Vec::new();
    let mut left = this.trim_ascii();
    // `trim_ascii` leaves the vertical tab.
    while left.first().is_some_and(blank) {
        left = left.get(1..).unwrap_or(&[]);
    }
    while left.last().is_some_and(blank) {
        left = left.get(..left.len() - 1).unwrap_or(&[]);
    }
    while !left.is_empty() && made.len() < limit {
        let found = if right { left.iter().rposition(blank) } else { left.iter().position(blank) };
        let Some(at) = found else { break };
        let (head, tail) = left.split_at(at);
        if right {
            made.push(tail.get(1..).unwrap_or(&[]));
            left = head;
            while left.last().is_some_and(blank) {
                left = left.get(..left.len() - 1).unwrap_or(&[]);
            }
        } else {
            made.push(head);
            left = tail;
            while left.first().is_some_and(blank) {
                left = left.get(1..).unwrap_or(&[]);
            }
        }
    }
    if !left.is_empty() {
        made.push(left);
    }
    if right {
        made.reverse();
    }
    // What is left over keeps the blanks at its outer end when the limit was reached.
    if made.len() > limit && limit < usize::MAX {
        let outer = if right { made.first_mut() } else { made.last_mut() };
        if let Some(part) = outer {
            *part = with_blanks(this, part, right);
        }
    }
    made
}

/// A part at the end of some bytes (`start`: at their start), with the blanks that were stripped off there.
fn with_blanks<'b>(this: &'b [u8], part: &'b [u8], start: bool) -> &'b [u8] {
    let blanks = if start {
        this.iter().take_while(|b| blank(b)).count()
    } else {
        this.iter().rev().take_while(|b| blank(b)).count()
    };
    if start {
        this.get(..blanks + part.len()).unwrap_or(part)
    } else {
        this.get(this.len() - blanks - part.len()..).unwrap_or(part)
    }
}

fn strip(a: &[Value], left: bool, right: bool) -> Res<Value> {
    let mut this = this(a)?;
    let whole = this.len();
    let set = match at(a, 1) {
        Value::None => None,
        v => Some(bytes::required(v)?),
    };
    let cut = |byte: &u8| set.map_or_else(|| blank(byte), |set| set.contains(byte));
    while left && this.first().is_some_and(cut) {
        this = this.get(1..).unwrap_or(&[]);
    }
    while right && this.last().is_some_and(cut) {
        this = this.get(..this.len() - 1).unwrap_or(&[]);
    }
    Ok(if this.len() == whole { own(a) } else { bytes::value(this) })
}

fn partition(a: &[Value], last: bool) -> Res<Value> {
    let (this, separator) = (this(a)?, bytes::required(at(a, 1))?);
    if separator.is_empty() {
        return Err(value_error("empty separator"));
    }
    let found = if last { memchr::memmem::rfind(this, separator) } else { memchr::memmem::find(this, separator) };
    let empty: &[u8] = &[];
    let [head, middle, tail] = match found {
        Some(at) => [this.get(..at).unwrap_or(empty), separator, this.get(at + separator.len()..).unwrap_or(empty)],
        None if last => [empty, empty, this],
        None => [this, empty, empty],
    };
    Ok(Value::tuple([bytes::value(head), bytes::value(middle), bytes::value(tail)]))
}

fn join(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let between = this(a)?;
    let mut made = Vec::new();
    if !iter::iterable(at(a, 1)) {
        return Err(type_error("can only join an iterable"));
    }
    for (at, part) in iter::collect(host, at(a, 1))?.iter().enumerate() {
        let Some(part) = bytes::of(part) else {
            let name = kind::type_name(part);
            return Err(type_error(format!("sequence item {at}: expected a bytes-like object, {name} found")));
        };
        if at > 0 {
            made.extend_from_slice(between);
        }
        made.extend_from_slice(part);
    }
    Ok(bytes::value(made))
}
