//! Short ways of calls: builtins done in place.

use std::mem;

use super::Vm;
use crate::value::{Quick, Value};

impl Vm {
    /// What a builtin makes of arguments of the plain kind, where they stand; `None`: its row is asked.
    #[inline]
    pub(super) fn call_quick(&mut self, quick: Quick, args: usize, count: usize) -> Option<Value> {
        if quick == Quick::None || self.watch.is_some() {
            return None;
        }
        let row = self.stack.get_mut(args..args + count)?;
        match (quick, row) {
            (Quick::Append, [list, value]) => {
                let value = match list {
                    Value::List(_) => mem::take(value),
                    _ => return None,
                };
                let Value::List(list) = mem::take(list) else { return None };
                list.items.borrow_mut().push(value);
                Some(Value::None)
            }
            (Quick::Len, [value]) => {
                let length = match value {
                    Value::List(list) => list.items.borrow().len(),
                    Value::Str(text) => text.chars(),
                    Value::Tuple(tuple) => tuple.items.len(),
                    Value::Dict(dict) => dict.table.borrow().live,
                    _ => return None,
                };
                *value = Value::Unbound;
                Some(Value::Int(length as i64))
            }
            (Quick::DictGet, [dict, key, rest @ ..]) => {
                let found = match (&*dict, rest.len()) {
                    (Value::Dict(dict), 0 | 1) => dict.table.borrow().get_quick(key)?.cloned(),
                    _ => return None,
                };
                *dict = Value::Unbound;
                *key = Value::Unbound;
                let default = rest.first_mut().map_or(Value::None, mem::take);
                Some(found.unwrap_or(default))
            }
            (Quick::Ord, [value]) => {
                let Some([byte]) = value.as_str().map(str::as_bytes) else { return None };
                let code = Value::Int(i64::from(*byte));
                *value = Value::Unbound;
                Some(code)
            }
            (Quick::Chr, [Value::Int(code @ 0..=127)]) => Some(crate::value::iter::char_value(char::from(*code as u8))),
            (Quick::Abs, [Value::Float(x)]) => Some(Value::Float(x.abs())),
            (Quick::Abs, [Value::Int(x)]) => x.checked_abs().map(Value::Int),
            _ => None,
        }
    }
}
