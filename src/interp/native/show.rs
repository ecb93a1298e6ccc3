//! What is compiled of a function, and what stands in the way, for `:explain` and `:clif`.

use std::fmt::Write as _;
use std::sync::PoisonError;

use super::State;
use super::ty::Ty;
use super::unit::{Key, Made};
use crate::interp::eval::Vm;
use crate::jit;
use crate::source::Span;
use crate::value::{Function, Value};

/// A unit that has a function in it, or why there is none.
type Found = (Key, Result<std::sync::Arc<super::Compiled>, String>);

impl Vm {
    /// What is compiled of a function of the user: for which types, which loops, and the lines that stay the interpreter's.
    /// `None` for anything else.
    pub fn native_report(&mut self, value: &Value) -> Option<String> {
        let Value::Function(func) = value else { return None };
        let mut out = String::new();
        let found = self.native_units(func);
        for (key, made) in &found {
            let what = self.entered(key, func);
            match made {
                Ok(unit) => {
                    let _ = writeln!(out, "{what}: compiled");
                    self.stops(&unit.made, &mut out);
                }
                Err(why) => {
                    let _ = writeln!(out, "{what}: not compiled: {why}");
                }
            }
        }
        if found.is_empty() {
            let calls = self.shared.native.limits().0;
            let _ = writeln!(
                out,
                "{}: not compiled yet: a function is after {calls} calls, a loop after some more rounds",
                func.name.borrow()
            );
            self.forecast(func, &mut out);
        }
        Some(out.trim_end().to_owned())
    }

    /// The code of what is compiled of a function, as Cranelift's instructions; `None` for anything else.
    pub fn native_code(&mut self, value: &Value) -> Option<String> {
        let Value::Function(func) = value else { return None };
        let mut out = String::new();
        for (key, made) in self.native_units(func) {
            let what = self.entered(&key, func);
            if let Ok(unit) = made {
                let _ = writeln!(out, "{what}\n{}", jit::native::text(&unit.made.flow).unwrap_or_default());
            }
        }
        if out.is_empty() {
            return self.native_report(value);
        }
        Some(out.trim_end().to_owned())
    }

    /// Units that are entered by a function or by a loop in it; else those that call it.
    fn native_units(&self, func: &Function) -> Vec<Found> {
        let units = self.shared.native.units.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found: Vec<Found> = Vec::new();
        let mut around: Vec<Found> = Vec::new();
        for (key, state) in units.iter() {
            let made = match state {
                State::Busy => continue,
                State::Ready(unit) => Ok(unit.clone()),
                State::Never(why) => Err(why.clone()),
            };
            if key.id == func.code {
                found.push((key.clone(), made));
            } else if let Ok(unit) = &made
                && unit.made.funcs.iter().skip(1).any(|inner| inner.id == func.code)
            {
                around.push((key.clone(), made));
            }
        }
        let mut found = if found.is_empty() { around } else { found };
        found.sort_by_cached_key(|(key, _)| (key.id, key.pc, format!("{:?}", key.slots)));
        found
    }

    /// What a unit is entered by.
    fn entered(&self, key: &Key, func: &Function) -> String {
        let code = self.shared.table.get(key.id);
        let name = code.as_ref().map_or("", |code| &*code.name);
        let types: Vec<String> = key.slots.iter().map(|(_, ty)| ty.name()).collect();
        let what = match (key.pc.checked_sub(1), &code) {
            (Some(head), Some(code)) => {
                let line = self.line(code.span(head as usize)).map_or(0, |(line, _)| line);
                format!("the loop at line {line} of {name}")
            }
            _ => format!("{name}({})", types.join(", ")),
        };
        if key.id == func.code { what } else { format!("{} within {what}", func.name.borrow()) }
    }

    /// The lines of a unit that are left to the interpreter.
    fn stops(&self, made: &Made, out: &mut String) {
        let mut known: Vec<(usize, &str)> = Vec::new();
        for reason in &made.reasons {
            let Some((line, text)) = self.line(reason.span) else { continue };
            if known.contains(&(line, &reason.text)) {
                continue;
            }
            known.push((line, &reason.text));
            let _ = writeln!(out, "  line {line} is left to the interpreter: {}\n    {text}", reason.text);
        }
    }

    /// The number and text of the line of a place.
    fn line(&self, span: Span) -> Option<(usize, String)> {
        let source = self.shared.sources.get(span.file)?;
        let line = source.line_col(span.start).0;
        Some((line, source.line(line).trim().to_owned()))
    }

    /// What would stand in the way if it were called with numbers.
    fn forecast(&mut self, func: &std::rc::Rc<Function>, out: &mut String) {
        let Some(code) = self.shared.table.get(func.code) else { return };
        if !code.simple || code.generator || !code.cells.is_empty() || !code.frees.is_empty() {
            let _ = writeln!(out, "  it will not be: it is no plain function of its arguments");
            return;
        }
        let slots = (0..func.signature.names.len() as u32).map(|slot| (slot, Ty::Float)).collect();
        let key = Key { id: func.code, pc: 0, slots };
        let globals = func.globals.clone();
        match self.make_unit(&key, &globals, Vec::new()) {
            Ok(made) if made.reasons.is_empty() => {
                let _ = writeln!(out, "  with floats all of it can be");
            }
            Ok(made) => self.stops(&made, out),
            Err(why) => {
                let _ = writeln!(out, "  with floats it can't be: {why}");
            }
        }
    }
}
