//! All that is left of a partition, pushed through its steps: where a step takes texts and records as they stand, no value is
//! made of them. The order of calls of the user's functions is that of [`Flow::next`], and so are their errors.

use super::element::{Element, Found, Part, Record};
use super::flow::Sink;
use super::steps::{Feed, Filter, Flatten, Inner, Map, Pluck, pick};
use crate::data::Res;
use crate::io::json;
use crate::value::{Host, Str, Value, iter, kind};

/// A mapped function that is known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// `json.loads`.
    Loads,
    /// `str.split`, at white space.
    Split,
}

/// A mapped function without further arguments, if it is one of the known.
pub(super) fn known(host: &mut dyn Host, function: &Value) -> Option<Known> {
    match function {
        Value::Builtin(builtin) if builtin.name == "json.loads" => Some(Known::Loads),
        Value::Builtin(builtin) if builtin.name == "str.split" => Some(Known::Split),
        Value::Function(_) => {
            host.method_called(function).filter(|name| name.as_str() == "split").map(|_| Known::Split)
        }
        _ => None,
    }
}

/// Whether a byte of ASCII is white space to Python.
const SPACE: [bool; 256] = {
    let mut space = [false; 256];
    let mut at = 0;
    while at < 128 {
        space[at] = matches!(at, 9..=13 | 0x1c..=0x20);
        at += 1;
    }
    space
};

/// The words of a text, as `str.split` gives them.
pub(super) fn each_word(text: &str, mut to: impl FnMut(&str) -> Res<()>) -> Res<()> {
    if !text.is_ascii() {
        // White space of Python: that of Unicode, and four separators of ASCII.
        let space = |c: char| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c);
        return text.split(space).filter(|word| !word.is_empty()).try_for_each(to);
    }
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        if SPACE.get(usize::from(byte)).copied().unwrap_or(false) {
            if start < at {
                to(text.get(start..at).unwrap_or(""))?;
            }
            start = at + 1;
        }
    }
    match text.get(start..) {
        Some(word) if !word.is_empty() => to(word),
        _ => Ok(()),
    }
}

impl Map {
    /// See [`Flow::each`].
    pub(super) fn push(&mut self, host: &mut dyn Host, records: bool, to: Sink<'_>) -> Res<bool> {
        let Some(known) = self.known(host) else { return self.push_any(host, to) };
        let Map { function, feeds, at, told, .. } = self;
        let [Feed::Each(from)] = feeds.as_mut_slice() else { return Ok(false) };
        let mut fields = Vec::new();
        from.each(host, false, &mut |host, element| {
            if known == Known::Loads
                && records
                && let Element::Text(text) = element
                && json::scan(text, &mut fields)
            {
                *at += 1;
                return to(host, Element::Record(&Record { text, fields: &fields, loads: function }));
            }
            let value = element.value(host)?;
            let made = host.call(function, std::slice::from_ref(&value), &[]);
            let made = made.map_err(|raised| told.blame(host, raised, *at, &value))?;
            *at += 1;
            to(host, Element::Value(made))
        })?;
        Ok(true)
    }

    /// What this step is known to do, if elements can be pushed through it.
    fn known(&mut self, host: &mut dyn Host) -> Option<Known> {
        let single =
            matches!(self.feeds.as_slice(), [Feed::Each(_)]) && self.names.is_empty() && self.kwargs.is_empty();
        if !single || self.compiled.is_busy() {
            return None;
        }
        known(host, &self.function)
    }

    /// Records go to a function that reads some of their fields alone.
    fn push_any(&mut self, host: &mut dyn Host, to: Sink<'_>) -> Res<bool> {
        let single =
            matches!(self.feeds.as_slice(), [Feed::Each(_)]) && self.names.is_empty() && self.kwargs.is_empty();
        if !single || self.compiled.is_busy() {
            return Ok(false);
        }
        let Some(mut part) = Part::of(host, &self.function, 0) else { return Ok(false) };
        let Map { function, feeds, at, told, .. } = self;
        let [Feed::Each(from)] = feeds.as_mut_slice() else { return Ok(false) };
        from.each(host, true, &mut |host, mut element| {
            let made = called(host, function, &mut part, &mut element);
            let made = match made {
                Ok(made) => made,
                Err(raised) => {
                    let value = element.value(host)?;
                    return Err(told.blame(host, raised, *at, &value));
                }
            };
            *at += 1;
            to(host, Element::Value(made))
        })?;
        Ok(true)
    }

    /// The words of all texts that are left.
    pub(super) fn push_parts(&mut self, host: &mut dyn Host, to: Sink<'_>) -> Res<bool> {
        if self.known(host) != Some(Known::Split) {
            return Ok(false);
        }
        let Map { function, feeds, at, told, .. } = self;
        let [Feed::Each(from)] = feeds.as_mut_slice() else { return Ok(false) };
        from.each(host, false, &mut |host, element| {
            match &element {
                Element::Text(text) => each_word(text, |word| to(host, Element::Text(word)))?,
                Element::Value(Value::Str(text)) => each_word(text.as_str(), |word| to(host, Element::Text(word)))?,
                _ => {
                    let value = element.value(host)?;
                    let made = host.call(function, std::slice::from_ref(&value), &[]);
                    let made = made.map_err(|raised| told.blame(host, raised, *at, &value))?;
                    for item in iter::collect(host, &made)? {
                        to(host, Element::Value(item))?;
                    }
                }
            }
            *at += 1;
            Ok(())
        })?;
        Ok(true)
    }
}

/// What a function gives for an element, of a record for the fields that it reads. Where it was given all of a record, that
/// is the element now.
pub(super) fn called(host: &mut dyn Host, function: &Value, part: &mut Part, element: &mut Element<'_>) -> Res<Value> {
    let given = match &*element {
        Element::Text(text) => Value::str(text),
        Element::Value(value) => value.clone(),
        Element::Record(record) => {
            let (given, all) = part.dict(host, record)?;
            if all {
                *element = Element::Value(given.clone());
            }
            given
        }
    };
    host.call(function, std::slice::from_ref(&given), &[])
}

impl Filter {
    /// See [`Flow::each`].
    pub(super) fn push(&mut self, host: &mut dyn Host, records: bool, to: Sink<'_>) -> Res<bool> {
        if self.compiled.is_busy() || !kind::callable(&self.test) {
            return Ok(false);
        }
        let Some(mut part) = Part::of(host, &self.test, 0) else { return Ok(false) };
        let Filter { test, keep, from, at, told, .. } = self;
        from.each(host, true, &mut |host, mut element| {
            let truth = match called(host, test, &mut part, &mut element) {
                Ok(Value::Bool(truth)) => Ok(truth),
                Ok(made) => kind::truth(host, &made),
                Err(raised) => Err(raised),
            };
            let truth = match truth {
                Ok(truth) => truth,
                Err(raised) => {
                    let value = element.value(host)?;
                    return Err(told.blame(host, raised, *at, &value));
                }
            };
            *at += 1;
            match element {
                _ if truth != *keep => Ok(()),
                Element::Record(record) if !records => {
                    let value = record.value(host)?;
                    to(host, Element::Value(value))
                }
                element => to(host, element),
            }
        })?;
        Ok(true)
    }
}

impl Pluck {
    /// See [`Flow::each`].
    pub(super) fn push(&mut self, host: &mut dyn Host, to: Sink<'_>) -> Res<()> {
        let Pluck { key, default, from, at, told } = self;
        from.each(host, true, &mut |host, element| {
            if let (Element::Record(record), Value::Str(name)) = (&element, &*key)
                && let Some(found) = record.item(host, name.as_str())?
            {
                *at += 1;
                return to(host, found);
            }
            if let (Element::Record(record), Value::List(names)) = (&element, &*key)
                && let Some(found) = several(host, record, &names.items.borrow())?
            {
                *at += 1;
                return to(host, Element::Value(found));
            }
            let value = element.value(host)?;
            let made = pick(host, &value, key, default.as_ref());
            let made = made.map_err(|raised| told.blame(host, raised, *at, &value))?;
            *at += 1;
            to(host, Element::Value(made))
        })
    }
}

/// The tuple of several fields; `None` where one is absent, or no text names it.
fn several(host: &mut dyn Host, record: &Record<'_>, names: &[Value]) -> Res<Option<Value>> {
    let mut made = Vec::with_capacity(names.len());
    for name in names {
        let Value::Str(name) = name else { return Ok(None) };
        let Some(found) = record.item(host, name.as_str())? else { return Ok(None) };
        made.push(found.value(host)?);
    }
    Ok(Some(Value::tuple(made)))
}

impl Flatten {
    /// See [`Flow::each`].
    pub(super) fn push(&mut self, host: &mut dyn Host, to: Sink<'_>) -> Res<()> {
        // What is left of the element that was begun.
        while let Some(inner) = &mut self.inner {
            let next = match inner {
                Inner::Own(state) => iter::step(state)?,
                Inner::Other(flow) => flow.next(host)?,
            };
            match next {
                Some(item) => to(host, Element::Value(item))?,
                None => self.inner = None,
            }
        }
        if self.from.each_part(host, to)? {
            return Ok(());
        }
        let Flatten { from, at, told, .. } = self;
        from.each(host, false, &mut |host, element| {
            let value = element.value(host)?;
            match iter::make(&value) {
                Some(mut state) => {
                    while let Some(item) = iter::step(&mut state)? {
                        to(host, Element::Value(item))?;
                    }
                }
                None => {
                    let inner = super::flow::flow(host, &value);
                    let mut inner = inner.map_err(|raised| told.blame(host, raised, *at, &value))?;
                    while let Some(item) = inner.next(host)? {
                        to(host, Element::Value(item))?;
                    }
                }
            }
            *at += 1;
            Ok(())
        })
    }
}

/// The key of an element under a text: where it stands, or as a value.
pub(super) enum KeyOf<'k> {
    /// A text.
    Text(&'k str),
    /// A value.
    Value(Value),
}

/// The item of a record that is the key of a fold; `None`: it is to be asked for as of any value.
pub(super) fn key_in<'r>(host: &mut dyn Host, key: &Value, element: &Element<'r>) -> Res<Option<KeyOf<'r>>> {
    let (Element::Record(record), Value::Str(name)) = (element, key) else { return Ok(None) };
    Ok(match record.find(host, name.as_str())? {
        Found::Text(text) => Some(KeyOf::Text(text)),
        Found::Plain(Value::Str(text)) => Some(KeyOf::Value(Value::Str(text))),
        Found::Plain(value) => Some(KeyOf::Value(value)),
        Found::Absent | Found::Nested(_) => None,
    })
}

/// A text as a value, for a key that is new.
pub(super) fn text(text: &str) -> Value {
    Value::Str(std::rc::Rc::new(Str::new(text)))
}
