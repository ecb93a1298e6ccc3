//! `re.Match`: what a search found.

use std::rc::Rc;

use super::super::args::{at, length, rest};
use super::super::{Row, row};
use super::engine::{Program, Spans};
use super::pattern::expanded;
use crate::data::raised::index_error;
use crate::data::{Raised, Res, Sym};
use crate::value::{DictObj, Host, Native, Str, TypeInfo, Value, dict, index, repr};

/// `re.Match`.
pub static MATCH: TypeInfo = TypeInfo { name: "Match", module: "re", declared: "re.Match", base: None };

/// The rows.
pub const ROWS: &[Row] = &[
    row("re.Match", |_, _| Ok(Value::Type(&MATCH))),
    row("re.Match.group", |h, a| {
        let this = this(a)?;
        match rest(a, 1) {
            [] => Ok(this.part(0)),
            [one] => Ok(this.part(this.number(h, one)?)),
            many => {
                let parts = many.iter().map(|one| Ok(this.part(this.number(h, one)?))).collect::<Res<Vec<Value>>>()?;
                Ok(Value::tuple(parts))
            }
        }
    }),
    row("re.Match.__getitem__", |h, a| {
        let this = this(a)?;
        Ok(this.part(this.number(h, at(a, 1))?))
    }),
    row("re.Match.groups", |_, a| {
        let this = this(a)?;
        Ok(Value::tuple((1..this.spans.len()).map(|number| this.part_or(number, at(a, 1))).collect::<Vec<Value>>()))
    }),
    row("re.Match.groupdict", |_, a| {
        let this = this(a)?;
        let made = DictObj::plain();
        for (name, number) in &this.program().names {
            dict::set_str(&made, name, this.part_or(*number, at(a, 1)));
        }
        Ok(Value::Dict(made.into()))
    }),
    row("re.Match.start", |h, a| Ok(place(this(a)?.span(h, at(a, 1))?.0))),
    row("re.Match.end", |h, a| Ok(place(this(a)?.span(h, at(a, 1))?.1))),
    row("re.Match.span", |h, a| {
        let (start, end) = this(a)?.span(h, at(a, 1))?;
        Ok(Value::tuple([place(start), place(end)]))
    }),
    row("re.Match.expand", |h, a| {
        let this = this(a)?;
        let mut made = String::new();
        expanded(h, this.program(), at(a, 1))?.write(&this.text, &this.spans, &mut made);
        Ok(Value::string(made))
    }),
];

fn place(at: Option<usize>) -> Value {
    at.map_or(Value::Int(-1), length)
}

/// What a search found.
pub struct Match {
    /// The pattern: the object, and its program.
    pub pattern: (Value, Rc<Program>),
    /// The text that was searched.
    pub text: Rc<Str>,
    /// The bytes of the match and its groups.
    pub spans: Spans,
    /// The characters between which was searched.
    pub window: (usize, usize),
}

fn this(a: &[Value]) -> Res<&Match> {
    at(a, 0).as_native::<Match>().ok_or_else(|| crate::data::raised::type_error("a re.Match is required"))
}

fn no_such_group() -> Box<Raised> {
    index_error("no such group")
}

impl Match {
    fn program(&self) -> &Program {
        &self.pattern.1
    }

    fn number(&self, host: &mut dyn Host, v: &Value) -> Res<usize> {
        if let Some(name) = v.as_str() {
            return self.program().group(name).ok_or_else(no_such_group);
        }
        match index::try_index(host, v)? {
            Some(Value::Int(number)) => match usize::try_from(number) {
                Ok(number) if number < self.spans.len() => Ok(number),
                _ => Err(no_such_group()),
            },
            _ => Err(no_such_group()),
        }
    }

    fn part_or(&self, number: usize, default: &Value) -> Value {
        match self.spans.get(number).copied().flatten() {
            Some((start, end)) => Value::str(self.text.as_str().get(start..end).unwrap_or("")),
            None => default.clone(),
        }
    }

    fn part(&self, number: usize) -> Value {
        self.part_or(number, &Value::None)
    }

    /// The characters of a group; `None`: it took no part.
    fn span(&self, host: &mut dyn Host, group: &Value) -> Res<(Option<usize>, Option<usize>)> {
        let number = self.number(host, group)?;
        Ok(match self.spans.get(number).copied().flatten() {
            Some((start, end)) => (Some(self.character(start)), Some(self.character(end))),
            None => (None, None),
        })
    }

    fn character(&self, byte: usize) -> usize {
        super::super::text::search::chars_before(&self.text, byte)
    }

    /// The group that was closed last.
    fn last(&self) -> Option<usize> {
        let parents = &self.program().parents;
        let inside = |mut inner: usize, outer: usize| {
            while inner != 0 {
                inner = parents.get(inner).copied().unwrap_or(0);
                if inner == outer {
                    return true;
                }
            }
            false
        };
        let mut best: Option<(usize, usize)> = None;
        for (number, span) in self.spans.iter().enumerate().skip(1) {
            let Some((_, end)) = *span else { continue };
            let later =
                best.is_none_or(|(known, known_end)| end > known_end || end == known_end && !inside(number, known));
            if later {
                best = Some((number, end));
            }
        }
        best.map(|(number, _)| number)
    }
}

impl Native for Match {
    fn type_info(&self) -> &'static TypeInfo {
        &MATCH
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        let (start, end) = self.spans.first().copied().flatten().unwrap_or((0, 0));
        let shown = repr::quote(self.text.as_str().get(start..end).unwrap_or(""));
        let (start, end) = (self.character(start), self.character(end));
        // CPython shows the first fifty characters of the quoted text.
        let cut: String = shown.chars().take(50).collect();
        Ok(format!("<re.Match object; span=({start}, {end}), match={cut}>"))
    }

    fn truth(&self, _: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }

    fn iterable(&self) -> bool {
        false
    }

    fn getitem(&self, _: &Value, host: &mut dyn Host, index: &Value) -> Res<Option<Value>> {
        Ok(Some(self.part(self.number(host, index)?)))
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(Some(match name.as_str() {
            "string" => Value::Str(self.text.clone()),
            "re" => self.pattern.0.clone(),
            "pos" => length(self.window.0),
            "endpos" => length(self.window.1),
            "lastindex" => self.last().map_or(Value::None, length),
            "lastgroup" => {
                let last = self.last();
                let found = self.program().names.iter().find(|(_, number)| Some(*number) == last);
                found.map_or(Value::None, |(name, _)| Value::str(name))
            }
            "regs" => {
                let pair = |span: &Option<(usize, usize)>| match span {
                    Some((start, end)) => Value::tuple([length(self.character(*start)), length(self.character(*end))]),
                    None => Value::tuple([Value::Int(-1), Value::Int(-1)]),
                };
                Value::tuple(self.spans.iter().map(pair).collect::<Vec<Value>>())
            }
            _ => return Ok(None),
        }))
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(std::ptr::from_ref(self) as u64 >> 4))
    }
}
