//! The exception classes that are builtins.

use super::args::{at, nothing, rest};
use super::{Row, row};
use crate::data::{ExcClass, Res, Sym};
use crate::value::{Host, Value, exc, names};

macro_rules! classes {
    ($($name:ident)*) => {
        /// The rows.
        pub const ROWS: &[Row] = &[
            row("BaseException.__new__", new),
            row("BaseException.with_traceback", |_, a| Ok(at(a, 0).clone())),
            row("BaseException.add_note", add_note),
            $(row(stringify!($name), |_, _| Ok(Value::ExcType(ExcClass::$name))),)*
        ];
    };
}

classes! {
    BaseException SystemExit KeyboardInterrupt GeneratorExit Exception ArithmeticError FloatingPointError OverflowError
    ZeroDivisionError AssertionError AttributeError BufferError EOFError ImportError ModuleNotFoundError LookupError IndexError
    KeyError MemoryError NameError UnboundLocalError OSError FileExistsError FileNotFoundError IsADirectoryError
    NotADirectoryError InterruptedError PermissionError TimeoutError BrokenPipeError ReferenceError RuntimeError
    NotImplementedError RecursionError StopIteration StopAsyncIteration SyntaxError IndentationError SystemError TypeError
    ValueError UnicodeError UnicodeDecodeError UnicodeEncodeError Warning UserWarning DeprecationWarning RuntimeWarning
    FutureWarning
}

fn new(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let class = match at(a, 0) {
        Value::ExcType(class) => *class,
        Value::Class(class) => class.exception_base().unwrap_or(ExcClass::Exception),
        _ => ExcClass::Exception,
    };
    Ok(exc::new(class, rest(a, 1).to_vec()))
}

fn add_note(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name: Sym = names::names().notes;
    match host.getattr(at(a, 0), name) {
        Ok(Value::List(notes)) => notes.items.borrow_mut().push(at(a, 1).clone()),
        _ => host.setattr(at(a, 0), name, &Value::list(vec![at(a, 1).clone()]))?,
    }
    nothing()
}
