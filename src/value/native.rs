//! Objects that other rooms define: arrays, lazy collections, files, iterators, generators, dates.

use std::any::Any;

use super::{Host, TypeInfo, Value};
use crate::data::ops::{BinOp, CmpOp};
use crate::data::{Res, Sym};

/// Makes an object of what it wraps.
pub type Rewrap = fn(Vec<Value>) -> Value;

/// A built-in object. Methods with a default are optional; `Ok(None)` means "not supported":
/// the caller then raises what Python raises. `this` is the value that holds the object.
#[allow(unused_variables)]
pub trait Native: Any {
    /// Its class.
    fn type_info(&self) -> &'static TypeInfo;

    /// `repr(x)`.
    fn repr(&self, host: &mut dyn Host) -> Res<String>;

    /// `str(x)`.
    fn str(&self, host: &mut dyn Host) -> Res<String> {
        self.repr(host)
    }

    /// `bool(x)`.
    fn truth(&self, host: &mut dyn Host) -> Res<bool> {
        match self.len(host)? {
            Some(length) => Ok(length != 0),
            None => Ok(true),
        }
    }

    /// `len(x)`.
    fn len(&self, host: &mut dyn Host) -> Res<Option<usize>> {
        Ok(None)
    }

    /// A data attribute. Methods are found by declaration when this gives `None`.
    fn getattr(&self, this: &Value, host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(None)
    }

    /// An attribute that is neither data nor declared: any name on a Delayed.
    fn getattr_any(&self, this: &Value, host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(None)
    }

    /// `x.name = value`; whether that is supported.
    fn setattr(&self, this: &Value, host: &mut dyn Host, name: Sym, value: &Value) -> Res<bool> {
        Ok(false)
    }

    /// `x[index]`.
    fn getitem(&self, this: &Value, host: &mut dyn Host, index: &Value) -> Res<Option<Value>> {
        Ok(None)
    }

    /// `x[index] = value`; whether that is supported.
    fn setitem(&self, this: &Value, host: &mut dyn Host, index: &Value, value: &Value) -> Res<bool> {
        Ok(false)
    }

    /// `del x[index]`; whether that is supported.
    fn delitem(&self, this: &Value, host: &mut dyn Host, index: &Value) -> Res<bool> {
        Ok(false)
    }

    /// `item in x`.
    fn contains(&self, this: &Value, host: &mut dyn Host, item: &Value) -> Res<Option<bool>> {
        Ok(None)
    }

    /// `x op other`, or `other op x` when `reflected`.
    fn binary(
        &self,
        this: &Value,
        host: &mut dyn Host,
        op: BinOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        Ok(None)
    }

    /// `x op= other` where that differs from `x op other`: the value to assign.
    fn inplace(&self, this: &Value, host: &mut dyn Host, op: BinOp, other: &Value) -> Res<Option<Value>> {
        Ok(None)
    }

    /// Whether it can be called: `callable(x)`.
    fn callable(&self) -> bool {
        false
    }

    /// Whether `iter(x)` is supported (else the messages are those for what is not iterable).
    fn iterable(&self) -> bool {
        true
    }

    /// Whether `len` and `x[i]` make it a sequence, which `reversed` can walk.
    fn sequence(&self) -> bool {
        false
    }

    /// `x op other` for comparisons (not `in`, `is`); `reflected` means that `x` stood on the right
    /// and `op` is already swapped.
    fn compare(&self, this: &Value, host: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        Ok(None)
    }

    /// `-x` (`__neg__`), `+x` (`__pos__`), `~x` (`__invert__`), `abs(x)` (`__abs__`), `round` and the like, by method name.
    fn unary(&self, this: &Value, host: &mut dyn Host, method: &str) -> Res<Option<Value>> {
        Ok(None)
    }

    /// `x(...)`.
    fn call(&self, this: &Value, host: &mut dyn Host, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Option<Value>> {
        Ok(None)
    }

    /// `iter(x)`.
    fn iter(&self, this: &Value, host: &mut dyn Host) -> Res<Option<Value>> {
        Ok(None)
    }

    /// `next(x)`: `None` when it is not an iterator, `Some(None)` at the end.
    fn next(&self, host: &mut dyn Host) -> Res<Option<Option<Value>>> {
        Ok(None)
    }

    /// What `StopIteration` carries after the end: the value that a generator returned.
    fn returned(&self) -> Value {
        Value::None
    }

    /// The hash; `None` for an object without one.
    fn hash(&self, host: &mut dyn Host) -> Res<Option<u64>> {
        Ok(None)
    }

    /// `format(x, spec)`; `None`: as `object.__format__` does.
    fn format(&self, this: &Value, host: &mut dyn Host, spec: &str) -> Res<Option<String>> {
        Ok(None)
    }

    /// `with x as value:`: the value.
    fn enter(&self, this: &Value, host: &mut dyn Host) -> Res<Option<Value>> {
        Ok(None)
    }

    /// The end of a `with`, with what was raised in it; whether it is swallowed.
    fn exit(&self, this: &Value, host: &mut dyn Host, raised: Option<&Value>) -> Res<bool> {
        Ok(false)
    }

    /// For an object that only wraps others (a property its functions): these, and what makes it of them anew. It is
    /// frozen as they are.
    fn wraps(&self) -> Option<(Vec<Value>, Rewrap)> {
        None
    }

    /// The frozen form, which may go to another thread. `None`: such an object can't leave its thread.
    fn freeze(&self, host: &mut dyn Host) -> Res<Option<std::sync::Arc<dyn FrozenNative>>> {
        Ok(None)
    }
}

/// The frozen form of a native object: shared by threads, read in place.
pub trait FrozenNative: Any + Send + Sync {
    /// Its class.
    fn type_info(&self) -> &'static TypeInfo;

    /// A live value over this data.
    fn thaw(&self, host: &mut dyn Host) -> Res<Value>;

    /// Type, shape and dtype in words, for messages.
    fn describe(&self) -> String {
        self.type_info().name.to_owned()
    }

    /// Size in memory, in bytes.
    fn nbytes(&self) -> usize {
        0
    }
}

/// Holder of a native object (a thin pointer keeps [`Value`] small).
pub struct NativeBox(pub Box<dyn Native>);

impl NativeBox {
    /// The object, if it is of type `T`.
    pub fn downcast<T: Native>(&self) -> Option<&T> {
        let object: &dyn Any = &*self.0;
        object.downcast_ref()
    }
}
