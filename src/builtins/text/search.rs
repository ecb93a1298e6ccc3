//! Methods of `str` that look for a text in a text.

use std::rc::Rc;

use crate::builtins::args::{at, inner, int, length, text, this_str, type_or_none};
use crate::builtins::{Row, row};
use crate::data::Res;
use crate::data::raised::{type_error, value_error};
use crate::value::number::fits_times;
use crate::value::{Host, Str, Value, index};

/// The rows.
pub const ROWS: &[Row] = &[
    row("str.find", |h, a| position(h, a, "find")),
    row("str.rfind", |h, a| position(h, a, "rfind")),
    row("str.index", |h, a| position(h, a, "index")),
    row("str.rindex", |h, a| position(h, a, "rindex")),
    row("str.count", count),
    row("str.startswith", |h, a| affix(h, a, "startswith", |text, with| text.starts_with(with))),
    row("str.endswith", |h, a| affix(h, a, "endswith", |text, with| text.ends_with(with))),
    row("str.replace", replace),
    row("str.removeprefix", |_, a| {
        let (this, with) = (this_str(a)?, text("removeprefix() argument", a, 1)?);
        Ok(this
            .as_str()
            .strip_prefix(with.as_str())
            .map_or_else(|| Value::Str(Str::plain(this)), |rest| Value::Str(Rc::new(this.part(rest)))))
    }),
    row("str.removesuffix", |_, a| {
        let (this, with) = (this_str(a)?, text("removesuffix() argument", a, 1)?);
        Ok(this
            .as_str()
            .strip_suffix(with.as_str())
            .map_or_else(|| Value::Str(Str::plain(this)), |rest| Value::Str(Rc::new(this.part(rest)))))
    }),
    row("str.partition", |_, a| partition(a, false)),
    row("str.rpartition", |_, a| partition(a, true)),
];

/// `start:end` in bytes, as slices clip them; `None` when it is empty by going backwards or past the end.
fn window(host: &mut dyn Host, this: &Str, a: &[Value]) -> Res<Option<(usize, usize)>> {
    let chars = this.chars() as i64;
    let mut bound = |slot: usize, missing: i64| -> Res<i64> {
        let v = match at(a, slot) {
            Value::None => missing,
            v => match index::try_index(host, v)? {
                Some(Value::Int(v)) => v,
                Some(_) => i64::MAX,
                None => return Err(type_error("slice indices must be integers or None or have an __index__ method")),
            },
        };
        Ok(if v < 0 { (v + chars).max(0) } else { v })
    };
    let (start, end) = (bound(2, 0)?, bound(3, chars)?.min(chars));
    if start > end {
        return Ok(None);
    }
    Ok(Some((this.offset(start as usize), this.offset(end as usize))))
}

/// Number of characters before a byte.
pub fn chars_before(this: &Str, byte: usize) -> usize {
    if this.is_ascii() {
        return byte;
    }
    this.as_str().get(..byte).map_or(0, |text| text.chars().count())
}

fn position(host: &mut dyn Host, a: &[Value], method: &str) -> Res<Value> {
    let this = this_str(a)?;
    let needle = match inner(at(a, 1)) {
        Value::Str(needle) => needle,
        v => return Err(type_error(format!("must be str, not {}", type_or_none(v)))),
    };
    let found = window(host, this, a)?.and_then(|(start, end)| {
        let part = this.as_str().get(start..end)?;
        let at = if method.starts_with('r') { part.rfind(needle.as_str()) } else { find(part, needle.as_str()) };
        Some(chars_before(this, start + at?))
    });
    match found {
        Some(at) => Ok(length(at)),
        None if method.ends_with("find") => Ok(Value::Int(-1)),
        None => Err(value_error("substring not found")),
    }
}

fn find(text: &str, needle: &str) -> Option<usize> {
    match needle.as_bytes() {
        [one] => memchr::memchr(*one, text.as_bytes()),
        needle => memchr::memmem::find(text.as_bytes(), needle),
    }
}

fn count(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let this = this_str(a)?;
    let needle = match inner(at(a, 1)) {
        Value::Str(needle) => needle.as_str(),
        v => return Err(type_error(format!("must be str, not {}", type_or_none(v)))),
    };
    let Some((start, end)) = window(host, this, a)? else { return Ok(Value::Int(0)) };
    let part = this.as_str().get(start..end).unwrap_or("");
    Ok(length(if needle.is_empty() { part.chars().count() + 1 } else { part.matches(needle).count() }))
}

fn affix(host: &mut dyn Host, a: &[Value], method: &str, test: fn(&str, &str) -> bool) -> Res<Value> {
    let this = this_str(a)?;
    let place = window(host, this, a)?;
    let part = place.and_then(|(start, end)| this.as_str().get(start..end));
    let one = |with: &Rc<Str>| part.is_some_and(|part| test(part, with.as_str()));
    match inner(at(a, 1)) {
        Value::Str(with) => Ok(Value::Bool(one(with))),
        Value::Tuple(many) => {
            for with in &many.items {
                match inner(with) {
                    Value::Str(with) if one(with) => return Ok(Value::Bool(true)),
                    Value::Str(_) => {}
                    v => {
                        return Err(type_error(format!(
                            "tuple for {method} must only contain str, not {}",
                            type_or_none_class(v)
                        )));
                    }
                }
            }
            Ok(Value::Bool(false))
        }
        v => {
            Err(type_error(format!("{method} first arg must be str or a tuple of str, not {}", type_or_none_class(v))))
        }
    }
}

fn type_or_none_class(v: &Value) -> String {
    crate::value::kind::type_name(v).into_owned()
}

/// From so many possible places on they are counted before anything is made.
const LONG: usize = 1 << 12;

fn replace(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let this = this_str(a)?;
    let (old, new) = (text("replace() argument 1", a, 1)?, text("replace() argument 2", a, 2)?);
    let limit = int(host, a, 3)?;
    if new.as_str().len() > old.as_str().len() {
        // What is found is at least as long as `old`: an empty one is found before each character and at the end.
        let most = this.as_str().len() / old.as_str().len().max(1) + 1;
        let times = if most > LONG { this.as_str().matches(old.as_str()).count() } else { most };
        let times = usize::try_from(limit).map_or(times, |limit| times.min(limit));
        fits_times(new.as_str().len(), times, 1)?;
    }
    let made = match usize::try_from(limit) {
        Ok(limit) if old.as_str().is_empty() => replace_empty(this.as_str(), new.as_str(), limit),
        Err(_) if old.as_str().is_empty() => replace_empty(this.as_str(), new.as_str(), usize::MAX),
        limit => match replaced(this.as_str(), old.as_str(), new.as_str(), limit.unwrap_or(usize::MAX)) {
            Some(made) => made,
            None => return Ok(Value::Str(Str::plain(this))),
        },
    };
    Ok(Value::Str(Rc::new(if this.is_ascii() && new.is_ascii() { Str::of_parts(made, true) } else { Str::from(made) })))
}

/// Texts up to this are searched letter by letter of the first one, in bytes.
const SHORT: usize = 256;

/// The places of a part of two bytes or more, which do not overlap.
fn short_places<'a>(whole: &'a [u8], part: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let first = part.first().copied().unwrap_or(0);
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + memchr::memchr(first, whole.get(from..)?)?;
            let found = whole.get(at..).is_some_and(|rest| rest.starts_with(part));
            from = at + if found { part.len() } else { 1 };
            if found {
                return Some(at);
            }
        }
    })
}

/// A text with another for each place of a third; `None` if there is none.
fn replaced(this: &str, old: &str, new: &str, limit: usize) -> Option<String> {
    let mut made: Option<String> = None;
    let mut from = 0;
    let mut add = |at: usize| {
        let made = made.get_or_insert_with(|| String::with_capacity(this.len()));
        made.push_str(this.get(from..at).unwrap_or(""));
        made.push_str(new);
        from = at + old.len();
    };
    match old.as_bytes() {
        [one] => memchr::memchr_iter(*one, this.as_bytes()).take(limit).for_each(&mut add),
        // What makes long searches fast costs more than a short one.
        old if this.len() <= SHORT => short_places(this.as_bytes(), old).take(limit).for_each(&mut add),
        old => memchr::memmem::find_iter(this.as_bytes(), old).take(limit).for_each(&mut add),
    }
    made.map(|mut made| {
        made.push_str(this.get(from..).unwrap_or(""));
        made
    })
}

fn replace_empty(this: &str, new: &str, limit: usize) -> String {
    let mut made = String::with_capacity(this.len());
    let mut left = limit;
    for c in this.chars() {
        if left > 0 {
            made.push_str(new);
            left -= 1;
        }
        made.push(c);
    }
    if left > 0 {
        made.push_str(new);
    }
    made
}

fn partition(a: &[Value], last: bool) -> Res<Value> {
    let this = this_str(a)?;
    let sep = match inner(at(a, 1)) {
        Value::Str(sep) => sep,
        v => return Err(type_error(format!("must be str, not {}", type_or_none(v)))),
    };
    if sep.as_str().is_empty() {
        return Err(value_error("empty separator"));
    }
    let text = this.as_str();
    let place = if last { text.rfind(sep.as_str()) } else { find(text, sep.as_str()) };
    let whole = || Value::Str(Str::plain(this));
    let part = |text: Option<&str>| Value::Str(Rc::new(this.part(text.unwrap_or(""))));
    Ok(Value::tuple(match place {
        Some(at) => [part(text.get(..at)), Value::Str(sep.clone()), part(text.get(at + sep.as_str().len()..))],
        None if last => [Value::str(""), Value::str(""), whole()],
        None => [whole(), Value::str(""), Value::str("")],
    }))
}
