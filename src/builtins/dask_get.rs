//! `dask.get`: a graph that the user wrote by hand, as a dict of tasks, run on live values in this thread.

use std::rc::Rc;

use super::row::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res};
use crate::expr::delayed::members;
use crate::value::{DictKind, DictObj, Host, Value, dict, exc, kind, repr, set};

/// The rows of the schedulers' `get`.
pub const ROWS: &[Row] = &[row("dask.get", get), row("dask.core.get_dependencies", get_dependencies)];

/// A graph, and what is computed of it.
struct Graph {
    tasks: Rc<DictObj>,
    results: DictObj,
}

/// `get(dsk, keys, **kwargs)`
fn get(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let [tasks, keys, ..] = slots else { return Err(type_error("missing arguments")) };
    let mut graph = Graph { tasks: graph_of(host, tasks)?, results: DictObj::plain() };
    graph.results_of(host, keys, 0)
}

fn graph_of(host: &mut dyn Host, tasks: &Value) -> Res<Rc<DictObj>> {
    match tasks {
        Value::Dict(table) => Ok(table.clone()),
        other => match host.getattr(other, crate::data::Sym::new("to_dict")) {
            Ok(method) => {
                let made = host.call(&method, &[], &[])?;
                graph_of(host, &made)
            }
            Err(_) => Err(type_error(format!("a graph is a dict, not '{}'", kind::type_name(other)))),
        },
    }
}

/// Whether a value is a task: a tuple that begins with something callable.
fn task(value: &Value) -> Option<(&Value, &[Value])> {
    match value {
        Value::Tuple(tuple) => match &*tuple.items {
            [function, args @ ..] if kind::callable(function) => Some((function, args)),
            _ => None,
        },
        _ => None,
    }
}

/// Nesting of one task, its tuples and lists.
const DEPTH: usize = 500;

fn too_deep(depth: usize) -> Res<()> {
    match depth > DEPTH {
        true => Err(Raised::new(ExcClass::RecursionError, "maximum recursion depth exceeded")
            .help(format!("a task is nested more than {DEPTH} deep: give its parts keys of their own"))),
        false => Ok(()),
    }
}

impl Graph {
    /// The results of keys; nested lists of keys give nested tuples.
    fn results_of(&mut self, host: &mut dyn Host, keys: &Value, depth: usize) -> Res<Value> {
        too_deep(depth)?;
        match keys {
            Value::List(list) => {
                let keys = list.items.borrow().clone();
                let one = |key: &Value| self.results_of(host, key, depth + 1);
                keys.iter().map(one).collect::<Res<Vec<Value>>>().map(Value::tuple)
            }
            key => self.result(host, key),
        }
    }

    /// The result of one key: what it needs is computed before, in a loop.
    fn result(&mut self, host: &mut dyn Host, key: &Value) -> Res<Value> {
        let mut stack: Vec<(Value, bool)> = vec![(key.clone(), false)];
        let open = DictObj::plain();
        while let Some((key, opened)) = stack.pop() {
            if dict::get(host, &self.results, &key)?.is_some() {
                continue;
            }
            let Some(value) = dict::get(host, &self.tasks, &key)? else { return Err(exc::key_error(host, &key)) };
            if opened {
                host.poll()?;
                let result = self.evaluate(host, &value, 0)?;
                dict::insert(host, &self.results, key, result)?;
                continue;
            }
            if dict::contains(host, &open, &key)? {
                return Err(self.cycle(host, &stack, &key));
            }
            dict::insert(host, &open, key.clone(), Value::None)?;
            let mut needed = Vec::new();
            keys_in(host, &self.tasks, &value, &mut needed, 0)?;
            stack.push((key, true));
            for input in needed.into_iter().rev() {
                if dict::get(host, &self.results, &input)?.is_none() {
                    if dict::contains(host, &open, &input)? {
                        return Err(self.cycle(host, &stack, &input));
                    }
                    stack.push((input, false));
                }
            }
        }
        dict::get(host, &self.results, key).map(|found| found.unwrap_or(Value::None))
    }

    fn cycle(&self, host: &mut dyn Host, stack: &[(Value, bool)], key: &Value) -> Box<Raised> {
        let opened = stack.iter().filter(|(_, opened)| *opened).map(|(at, _)| at);
        let mut names: Vec<String> = opened.map(|at| repr::str_(host, at).unwrap_or_default()).collect();
        let last = repr::str_(host, key).unwrap_or_default();
        let from = names.iter().position(|name| *name == last).unwrap_or(0);
        names.push(last);
        let shown = names.get(from..).unwrap_or(&[]).join("\n  -> ");
        Raised::new(ExcClass::RuntimeError, format!("Cycle detected between the following keys:\n  -> {shown}"))
            .help("a task may not need its own result")
    }

    /// A task, a key, a container of them, or plain data.
    fn evaluate(&mut self, host: &mut dyn Host, value: &Value, depth: usize) -> Res<Value> {
        too_deep(depth)?;
        if let Some((function, args)) = task(value) {
            let args = args.iter().map(|arg| self.evaluate(host, arg, depth + 1)).collect::<Res<Vec<Value>>>()?;
            return host.call(function, &args, &[]);
        }
        if matches!(value, Value::Int(_) | Value::Float(_) | Value::Str(_) | Value::Tuple(_))
            && let Some(result) = lookup(host, &self.results, value)?
        {
            return Ok(result);
        }
        let mut all = |host: &mut dyn Host, items: &[Value]| {
            items.iter().map(|item| self.evaluate(host, item, depth + 1)).collect::<Res<Vec<Value>>>()
        };
        Ok(match value {
            Value::List(list) => {
                let items = list.items.borrow().clone();
                Value::list(all(host, &items)?)
            }
            Value::Tuple(tuple) => Value::tuple(all(host, &tuple.items)?),
            Value::Set(items) => {
                let items = all(host, &members(items))?;
                Value::Set(Rc::new(set::from_items(host, &items)?))
            }
            Value::Dict(table) if depth > 0 && matches!(*table.kind.borrow(), DictKind::Plain) => {
                let out = DictObj::plain();
                for (key, item) in dict::items(table) {
                    let item = self.evaluate(host, &item, depth + 1)?;
                    dict::insert(host, &out, key, item)?;
                }
                Value::Dict(Rc::new(out))
            }
            other => other.clone(),
        })
    }
}

/// The entry of a key; `None` also for what can't be a key.
fn lookup(host: &mut dyn Host, table: &DictObj, key: &Value) -> Res<Option<Value>> {
    match dict::get(host, table, key) {
        Err(raised) if raised.class == ExcClass::TypeError => Ok(None),
        other => other,
    }
}

/// The keys of the graph that a task needs, in order.
fn keys_in(host: &mut dyn Host, tasks: &DictObj, value: &Value, out: &mut Vec<Value>, depth: usize) -> Res<()> {
    too_deep(depth)?;
    if let Some((_, args)) = task(value) {
        return args.iter().try_for_each(|arg| keys_in(host, tasks, arg, out, depth + 1));
    }
    if matches!(value, Value::Int(_) | Value::Float(_) | Value::Str(_) | Value::Tuple(_))
        && lookup(host, tasks, value)?.is_some()
    {
        out.push(value.clone());
        return Ok(());
    }
    let items = match value {
        Value::List(list) => list.items.borrow().clone(),
        Value::Tuple(tuple) => tuple.items.to_vec(),
        Value::Set(items) => members(items),
        Value::Dict(table) if depth > 0 => dict::values(table),
        _ => return Ok(()),
    };
    items.iter().try_for_each(|item| keys_in(host, tasks, item, out, depth + 1))
}

/// `get_dependencies(dsk, key=..., task=...)`: the keys that a task needs, as a set.
fn get_dependencies(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let [tasks, key, task, ..] = slots else { return Err(type_error("missing arguments")) };
    let tasks = graph_of(host, tasks)?;
    let task = match (key, task) {
        (Value::Ellipsis, Value::Ellipsis) => return Err(value_error("Provide either ``key`` or ``task``")),
        (Value::Ellipsis, task) => task.clone(),
        (key, _) => match dict::get(host, &tasks, key)? {
            Some(task) => task,
            None => return Err(exc::key_error(host, key)),
        },
    };
    let mut out = Vec::new();
    keys_in(host, &tasks, &task, &mut out, 0)?;
    Ok(Value::Set(Rc::new(set::from_items(host, &out)?)))
}
