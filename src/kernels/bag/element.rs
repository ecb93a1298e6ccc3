//! An element on its way to the next step where it need not be a value yet: a text in its line, a record of JSON in its text.

use std::rc::Rc;

use crate::data::{Res, Sym};
use crate::io::json::{Field, Kind};
use crate::value::{DictObj, Host, Str, Value, dict};

/// An element.
pub enum Element<'e> {
    /// A `str`.
    Text(&'e str),
    /// A dict that `json.loads` gives.
    Record(&'e Record<'e>),
    /// Any value.
    Value(Value),
}

impl Element<'_> {
    /// The element as a value.
    ///
    /// # Errors
    /// What `json.loads` raises.
    pub fn value(self, host: &mut dyn Host) -> Res<Value> {
        match self {
            Element::Text(text) => Ok(Value::str(text)),
            Element::Record(record) => record.value(host),
            Element::Value(value) => Ok(value),
        }
    }
}

/// A record of JSON that was read through, but no value made of.
pub struct Record<'r> {
    /// All of it.
    pub text: &'r str,
    /// Its fields, in order.
    pub fields: &'r [Field],
    /// `json.loads`.
    pub loads: &'r Value,
}

/// What a field of a record holds.
pub enum Found<'r> {
    /// There is no such field.
    Absent,
    /// A text without escapes.
    Text(&'r str),
    /// A number, `None`, a truth, another text.
    Plain(Value),
    /// A list or a dict, as text.
    Nested(&'r str),
}

impl<'r> Record<'r> {
    /// The record as a value.
    ///
    /// # Errors
    /// What `json.loads` raises.
    pub fn value(&self, host: &mut dyn Host) -> Res<Value> {
        host.call(self.loads, &[Value::str(self.text)], &[])
    }

    fn cut(&self, (start, end): (u32, u32)) -> &'r str {
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// What stands under a key.
    ///
    /// # Errors
    /// What `json.loads` raises of a number.
    pub fn find(&self, host: &mut dyn Host, key: &str) -> Res<Found<'r>> {
        // Of equal keys the last counts.
        let Some(field) = self.fields.iter().rev().find(|field| self.cut(field.key) == key) else {
            return Ok(Found::Absent);
        };
        let text = self.cut(field.value);
        Ok(match field.kind {
            Kind::Plain => Found::Text(text.get(1..text.len().saturating_sub(1)).unwrap_or("")),
            Kind::Small => match text.parse::<i64>() {
                Ok(number) => Found::Plain(Value::Int(number)),
                Err(_) => Found::Plain(self.loaded(host, text)?),
            },
            Kind::Word => Found::Plain(match text {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                _ => Value::None,
            }),
            Kind::Escaped | Kind::Number => Found::Plain(self.loaded(host, text)?),
            Kind::Nested => Found::Nested(text),
        })
    }

    /// The value of a part of the record.
    ///
    /// # Errors
    /// What `json.loads` raises.
    pub fn loaded(&self, host: &mut dyn Host, text: &str) -> Res<Value> {
        host.call(self.loads, &[Value::str(text)], &[])
    }

    /// The element under a key; `None` where there is no such field.
    ///
    /// # Errors
    /// What `json.loads` raises.
    pub fn item(&self, host: &mut dyn Host, key: &str) -> Res<Option<Element<'r>>> {
        Ok(Some(match self.find(host, key)? {
            Found::Absent => return Ok(None),
            Found::Text(text) => Element::Text(text),
            Found::Plain(value) => Element::Value(value),
            Found::Nested(text) => Element::Value(self.loaded(host, text)?),
        }))
    }
}

/// The fields that a function reads of a record, and the dict it gets, with these alone. A function that a
/// [`Part`] is made for does nothing with its argument but read these fields.
pub struct Part {
    names: Vec<Rc<Str>>,
    made: Option<Rc<DictObj>>,
}

impl Part {
    /// For a function, of whose parameter number `at` the host knows what it reads.
    pub fn of(host: &mut dyn Host, function: &Value, at: usize) -> Option<Part> {
        let names: Vec<Sym> = host.fields_read(function, at)?;
        let names = names.iter().map(|name| Rc::new(Str::new(name.as_str()))).collect();
        Some(Part { names, made: None })
    }

    /// A dict of the fields of a record that the function reads; all of it where one is a container, which could be changed.
    /// Whether it is all of it: then that is the element from here on, with what the function changed in it.
    ///
    /// # Errors
    /// What `json.loads` raises.
    pub fn dict(&mut self, host: &mut dyn Host, record: &Record<'_>) -> Res<(Value, bool)> {
        let mut pairs = Vec::with_capacity(self.names.len());
        for name in &self.names {
            match record.find(host, name.as_str())? {
                Found::Absent => {}
                Found::Text(text) => pairs.push((name.clone(), Value::str(text))),
                Found::Plain(value) => pairs.push((name.clone(), value)),
                Found::Nested(_) => return Ok((record.value(host)?, true)),
            }
        }
        // The dict of the record before, if it had all fields and nobody kept it.
        if pairs.len() == self.names.len()
            && let Some(made) = &self.made
            && Rc::strong_count(made) == 1
        {
            for (at, (_, value)) in pairs.into_iter().enumerate() {
                dict::set_at(made, at, value);
            }
            return Ok((Value::Dict(made.clone()), false));
        }
        let whole = pairs.len() == self.names.len();
        let made = Rc::new(dict::of_new_texts(pairs.into_iter()));
        if whole {
            self.made = Some(made.clone());
        }
        Ok((Value::Dict(made), false))
    }
}
