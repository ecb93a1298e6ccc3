//! A graph in the notation of Dask's documentation: keys such as `('ones-…', 0, 0)`, tasks as `(function, argument, ...)`.

use std::rc::Rc;

use crate::data::{Res, Sym};
use crate::graph::key::unravel;
use crate::graph::{Call, Callee, Key, LayerName, Op, TaskArg, TaskGraph, TaskId};
use crate::value::frozen;
use crate::value::{DictObj, Host, Native, SliceObj, TypeInfo, Value, dict, set};

/// The tasks of a graph as a dict, and the names of its layers as a list.
pub fn view(host: &mut dyn Host, graph: &TaskGraph) -> Res<(Value, Value)> {
    let tasks = DictObj::plain();
    // The task that joins the blocks of an array is no part of the array's graph.
    let joins = |at: usize, key: Key| {
        let layer = graph.layers.get(key.layer as usize).map(|layer| &layer.name);
        let named = matches!(layer, Some(LayerName::Hash { prefix, .. }) if prefix.as_str() == "finalize");
        named && graph.outputs.contains(&(at as TaskId))
    };
    let mut hidden = Vec::new();
    for (at, task) in graph.tasks.iter().enumerate() {
        if joins(at, task.key) {
            hidden.push(task.key.layer as usize);
            continue;
        }
        let key = key_value(host, graph, task.key)?;
        let inputs = graph.inputs.list(at as TaskId);
        let inputs = inputs.iter().filter_map(|&input| graph.tasks.get(input as usize)).map(|input| input.key);
        let inputs = inputs.map(|key| key_value(host, graph, key)).collect::<Res<Vec<Value>>>()?;
        let shown = op_value(host, &task.op, &inputs)?;
        dict::insert(host, &tasks, key, shown)?;
    }
    let shown = graph.layers.iter().enumerate().filter(|(at, _)| !hidden.contains(at));
    let names = shown.map(|(_, layer)| name_value(host, &layer.name)).collect::<Res<Vec<Value>>>()?;
    Ok((Value::Dict(Rc::new(tasks)), Value::list(names)))
}

fn name_value(host: &mut dyn Host, name: &LayerName) -> Res<Value> {
    match name {
        LayerName::Value(value, _) => frozen::thaw(host, value),
        other => Ok(Value::str(other.text())),
    }
}

/// A key as a value.
fn key_value(host: &mut dyn Host, graph: &TaskGraph, key: Key) -> Res<Value> {
    let Some(layer) = graph.layers.get(key.layer as usize) else { return Ok(Value::None) };
    let name = name_value(host, &layer.name)?;
    Ok(match &layer.grid {
        None => name,
        Some(grid) => {
            let index = unravel(grid, key.at as usize).into_iter().map(|at| Value::Int(at as i64));
            Value::tuple(std::iter::once(name).chain(index).collect::<Vec<Value>>())
        }
    })
}

fn op_value(host: &mut dyn Host, op: &Op, inputs: &[Value]) -> Res<Value> {
    let called = |verb: String| {
        let parts: Vec<Value> = std::iter::once(Value::native(Verb(verb))).chain(inputs.iter().cloned()).collect();
        Value::tuple(parts)
    };
    match op {
        Op::Value(value) => frozen::thaw(host, value),
        Op::Alias => Ok(inputs.first().cloned().unwrap_or(Value::None)),
        Op::Call(call) => call_value(host, call, inputs),
        Op::Build(arg) => arg_value(host, arg, inputs),
        Op::Block(_) | Op::Chain(_) => Ok(called(op.verb().unwrap_or_default())),
    }
}

fn call_value(host: &mut dyn Host, call: &Call, inputs: &[Value]) -> Res<Value> {
    let operator = |host: &mut dyn Host, name: String| {
        let found = host.import("operator").and_then(|module| host.getattr(&module, Sym::new(&name)));
        found.unwrap_or_else(|_| Value::native(Verb(name)))
    };
    let mut args = call.args.iter().map(|arg| arg_value(host, arg, inputs)).collect::<Res<Vec<Value>>>()?;
    let function = match &call.callee {
        Callee::Function(function) => frozen::thaw(host, function)?,
        Callee::Arg(arg) => arg_value(host, arg, inputs)?,
        Callee::GetAttr(name) => {
            args.push(Value::str(name.as_str()));
            Value::native(Verb("getattr".to_owned()))
        }
        Callee::Method(name) => Value::native(Verb(name.to_string())),
        Callee::GetItem => operator(host, "getitem".to_owned()),
        other => operator(host, other.name()),
    };
    if call.kwargs.is_empty() && !matches!(call.callee, Callee::Arg(_)) {
        args.insert(0, function);
        return Ok(Value::tuple(args));
    }
    let mut pairs = Vec::new();
    for (name, arg) in &call.kwargs {
        pairs.push(Value::list(vec![Value::str(name.as_str()), arg_value(host, arg, inputs)?]));
    }
    let kwargs = Value::tuple([Value::Type(&crate::value::types::DICT), Value::list(pairs)]);
    Ok(Value::tuple([Value::native(Verb("apply".to_owned())), function, Value::list(args), kwargs]))
}

fn arg_value(host: &mut dyn Host, arg: &TaskArg, inputs: &[Value]) -> Res<Value> {
    let all = |host: &mut dyn Host, items: &[TaskArg]| {
        items.iter().map(|item| arg_value(host, item, inputs)).collect::<Res<Vec<Value>>>()
    };
    Ok(match arg {
        TaskArg::Input(at) => inputs.get(*at as usize).cloned().unwrap_or(Value::None),
        TaskArg::Value(value) => frozen::thaw(host, value)?,
        TaskArg::List(items) => Value::list(all(host, items)?),
        TaskArg::Tuple(items) => Value::tuple(all(host, items)?),
        TaskArg::Set(items) => {
            let items = all(host, items)?;
            Value::Set(Rc::new(set::from_items(host, &items)?))
        }
        TaskArg::Dict(items) => {
            let table = DictObj::plain();
            for (key, value) in items {
                let (key, value) = (arg_value(host, key, inputs)?, arg_value(host, value, inputs)?);
                dict::insert(host, &table, key, value)?;
            }
            Value::Dict(Rc::new(table))
        }
        TaskArg::Slice(parts) => match <[Value; 3]>::try_from(all(host, &**parts)?) {
            Ok([start, stop, step]) => Value::Slice(Rc::new(SliceObj { start, stop, step })),
            Err(parts) => Value::tuple(parts),
        },
        TaskArg::Call(call) => call_value(host, call, inputs)?,
    })
}

/// A function of rdask's own in a task: shown by its name.
struct Verb(String);

static VERB: TypeInfo =
    TypeInfo { name: "builtin_function_or_method", module: "builtins", declared: "builtins.object", base: None };

impl Native for Verb {
    fn type_info(&self) -> &'static TypeInfo {
        &VERB
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(format!("<built-in function {}>", self.0))
    }

    fn getattr(&self, _this: &Value, _host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok((name.as_str() == "__name__").then(|| Value::str(&self.0)))
    }
}
