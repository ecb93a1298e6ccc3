//! `for`: loops over ranges and lists without an iterator object, everything else through one.

use std::rc::Rc;

use super::Vm;
use super::frame::Loaded;
use super::generator::Generator;
use crate::builtins::pairs::Pairs;
use crate::data::Res;
use crate::interp::code::{Op, Reg};
use crate::jit::native::elem;
use crate::value::array::{NdArray, np_scalar};
use crate::value::pyiter::PyIter;
use crate::value::{Range, Value, iter};

/// What a step of a loop came to.
pub(crate) enum Stepped {
    /// A value.
    Value(Value),
    /// A row, unpacked already.
    Row,
    /// The end.
    End,
}

/// Whether an array is one of numbers, of one axis.
fn is_row(array: &NdArray) -> bool {
    array.shape.len() == 1 && elem(array.dtype()).is_some()
}

impl From<Option<Value>> for Stepped {
    fn from(next: Option<Value>) -> Stepped {
        next.map_or(Stepped::End, Stepped::Value)
    }
}

impl Vm {
    /// The state of a loop in three registers: a range's next value, count and step; a list, tuple, text of ASCII or array of one
    /// axis and an index; or an iterator.
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
            Value::Str(ref text) if text.is_ascii() => {
                self.stack[row] = value;
                self.stack[row + 1] = Value::Int(0);
            }
            // An array of one axis, like a list: itself and a position, so that compiled code can go on in the middle.
            Value::Native(native) if native.downcast::<NdArray>().is_some_and(is_row) => {
                self.stack[row] = Value::Native(native);
                self.stack[row + 1] = Value::Int(0);
                self.stack[row + 2] = Value::Int(0);
            }
            other => {
                let made = iter::iter(self, &other)?;
                // An iterator that is an int cannot be: `iter` gives natives and instances.
                self.stack[row] = made;
            }
        }
        Ok(())
    }

    /// The next value of a loop that is over none of these. `dst` and `pc` are those of the instruction; where
    /// the one after its jump unpacks `dst`, rows of the right width go straight to the registers it fills.
    #[inline(never)]
    pub(crate) fn next_slow(&mut self, code: &Loaded, base: usize, it: Reg, dst: Reg, pc: usize) -> Res<Stepped> {
        let row = base + usize::from(it);
        let parts = match code.ops.get(pc + 1) {
            Some(Op::Unpack { src, first, count }) if *src == dst && usize::from(dst) >= code.variables => {
                Some((base + usize::from(*first), usize::from(*count)))
            }
            _ => None,
        };
        if let Value::Native(native) = &self.stack[row]
            && let Some(own) = native.downcast::<PyIter>()
        {
            let mut state = own.state.borrow_mut();
            let Some((first, 2)) = parts else { return iter::step(&mut state).map(Stepped::from) };
            let Some(next) = iter::step_pair(&mut state) else { return iter::step(&mut state).map(Stepped::from) };
            drop(state);
            let Some((key, value)) = next? else { return Ok(Stepped::End) };
            self.stack[first] = key;
            self.stack[first + 1] = value;
            return Ok(Stepped::Row);
        }
        let iterator = self.stack[row].clone();
        if let Some(array) = iterator.as_native::<NdArray>() {
            let Value::Int(at) = self.stack[row + 1] else { return Ok(Stepped::End) };
            let (Some(&size), Some(&step)) = (array.shape.first(), array.strides.first()) else {
                return Ok(Stepped::End);
            };
            if at as usize >= size {
                return Ok(Stepped::End);
            }
            array.readable()?;
            self.stack[row + 1] = Value::Int(at + 1);
            let position = array.offset.wrapping_add_signed(step.wrapping_mul(at as isize));
            return Ok(array.memory.borrow().get(position).map(np_scalar).into());
        }
        if let Some(generator) = iterator.as_native::<Generator>() {
            return self.generator_next(generator).map(Stepped::from);
        }
        if let Some((first, count @ 1..=4)) = parts
            && let Some(rows) = iterator.as_native::<Pairs>()
            && rows.width() == count
        {
            let mut found = [const { Value::Unbound }; 4];
            if !rows.next_row(self, &mut found)? {
                return Ok(Stepped::End);
            }
            for (at, value) in found.into_iter().take(count).enumerate() {
                self.stack[first + at] = value;
            }
            return Ok(Stepped::Row);
        }
        iter::next(self, &iterator).map(Stepped::from)
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
