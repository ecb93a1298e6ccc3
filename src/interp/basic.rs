//! The handful of builtins that the machine has by itself while stdlib/ declares none.

use std::rc::Rc;

use super::eval::descr::function;
use crate::data::Res;
use crate::data::raised::type_error;
use crate::value::{Host, Range, Value, iter, kind, repr, types};

fn print(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let mut line = String::new();
    if let Some(Value::Tuple(items)) = args.first() {
        for (at, item) in items.items.iter().enumerate() {
            if at > 0 {
                line.push(' ');
            }
            line.push_str(&repr::str_(host, item)?);
        }
    }
    line.push('\n');
    host.write(&line)?;
    Ok(Value::None)
}

fn len(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    Ok(Value::Int(kind::len(host, &args[0])? as i64))
}

fn range(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let Some(Value::Tuple(items)) = args.first() else { return Ok(Value::None) };
    let int = |value: &Value| match value {
        Value::Int(value) => Ok(*value),
        _ => Err(type_error("an integer is required")),
    };
    let (start, stop, step) = match &*items.items {
        [stop] => (0, int(stop)?, 1),
        [start, stop] => (int(start)?, int(stop)?, 1),
        [start, stop, step] => (int(start)?, int(stop)?, int(step)?),
        _ => return Err(type_error("range expected at least 1 argument, got 0")),
    };
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

fn list(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    match args.first() {
        Some(Value::None) | None => Ok(Value::list(Vec::new())),
        Some(value) => Ok(Value::list(iter::collect(host, value)?)),
    }
}

fn repr_(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    repr::repr(host, &args[0]).map(Value::str)
}

fn next(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    match iter::next(host, &args[0])? {
        Some(value) => Ok(value),
        None => Err(crate::value::exc::stop_iteration(Value::None)),
    }
}

fn isinstance(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    kind::isinstance(host, &args[0], &args[1]).map(Value::Bool)
}

/// A builtin by name.
pub(crate) fn builtin(name: &str) -> Option<Value> {
    Some(match name {
        "print" => function("print", &[], Some("args"), print),
        "len" => function("len", &["obj"], None, len),
        "range" => function("range", &[], Some("args"), range),
        "list" => function("list", &["x?"], None, list),
        "repr" => function("repr", &["x"], None, repr_),
        "next" => function("next", &["x"], None, next),
        "isinstance" => function("isinstance", &["x", "y"], None, isinstance),
        "object" => Value::Type(&types::OBJECT),
        "type" => Value::Type(&types::TYPE),
        "str" => Value::Type(&types::STR),
        "int" => Value::Type(&types::INT),
        "dict" => Value::Type(&types::DICT),
        _ => return None,
    })
}
