//! `for`: loops over ranges and lists without an iterator object, everything else through one.

use std::rc::Rc;

use super::Vm;
use super::frame::Loaded;
use super::generator::Generator;
use crate::data::Res;
use crate::interp::code::Reg;
use crate::value::{Range, Value, iter};

impl Vm {
    /// The state of a loop in three registers: a range's next value, count and step; a list or tuple and an index; or an iterator.
    pub(crate) fn begin_loop(&mut self, code: &Rc<Loaded>, base: usize, it: Reg, src: Reg) -> Res<()> {
        let value = self.consume(code, src)?;
        let row = base + usize::from(it);
        match value {
            Value::Range(range) => {
                let left = range_len(&range);
                self.stack[row] = Value::Int(range.start);
                self.stack[row + 1] = Value::Int(left);
                self.stack[row + 2] = Value::Int(range.step);
            }
            Value::List(_) | Value::Tuple(_) => {
                self.stack[row] = value;
                self.stack[row + 1] = Value::Int(0);
            }
            other => {
                let made = iter::iter(self, &other)?;
                // An iterator that is an int cannot be: `iter` gives natives and instances.
                self.stack[row] = made;
            }
        }
        Ok(())
    }

    /// The next value of a loop that is over neither a range nor a list.
    #[inline(never)]
    pub(crate) fn next_slow(&mut self, base: usize, it: Reg) -> Res<Option<Value>> {
        let row = base + usize::from(it);
        if let Value::Tuple(tuple) = &self.stack[row] {
            let Value::Int(at) = self.stack[row + 1] else { return Ok(None) };
            let found = tuple.items.get(at as usize).cloned();
            self.stack[row + 1] = Value::Int(at + 1);
            return Ok(found);
        }
        let iterator = self.stack[row].clone();
        if let Some(generator) = iterator.as_native::<Generator>() {
            return self.generator_next(generator);
        }
        iter::next(self, &iterator)
    }

    /// `iter(src)`.
    pub(crate) fn iter_value(&mut self, code: &Rc<Loaded>, src: Reg) -> Res<Value> {
        let value = self.consume(code, src)?;
        iter::iter(self, &value)
    }
}

/// How many values a range gives.
pub(crate) fn range_len(range: &Range) -> i64 {
    let (start, stop, step) = (i128::from(range.start), i128::from(range.stop), i128::from(range.step));
    let distance = if step > 0 { stop - start } else { start - stop };
    let step = step.unsigned_abs() as i128;
    if distance <= 0 || step == 0 { 0 } else { i64::try_from((distance + step - 1) / step).unwrap_or(i64::MAX) }
}
