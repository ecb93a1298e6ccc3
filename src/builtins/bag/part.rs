//! The functions that the tasks of bags call on a partition: steps give flows, so that neighbours in one task make no list.

use crate::builtins::args::{at, flag, given, keywords};
use crate::builtins::row::{Row, row};
use crate::data::raised::type_error;
use crate::data::{Res, Sym};
use crate::kernels::bag::flow::{Stream, Told};
use crate::kernels::bag::fold::Concat;
use crate::kernels::bag::steps::{Feed, Filter, Flatten, Map, Pluck, StarMap, Take, Zip, count};
use crate::kernels::bag::whole::is_iterator;
use crate::kernels::bag::{finalize, flow, reify, stream};
use crate::value::{Host, Native, TypeInfo, Value, iter, kind, types};

/// The rows.
pub const ROWS: &[Row] = &[
    row("dask.bag.core.finalize", |host, a| {
        let parts = iter::collect(host, at(a, 0))?;
        finalize(host, parts)
    }),
    row("dask.bag.core.reify", |host, a| reify(host, at(a, 0))),
    row("dask.bag.core._map_chunk", map_chunk),
    row("dask.bag.core._starmap", |host, a| {
        let (function, from) = (at(a, 0).clone(), flow(host, at(a, 1))?);
        Ok(stream(StarMap { function, from, kwargs: keywords(a, 2), at: 0, told: Told::default() }))
    }),
    row("dask.bag.core._filter", |host, a| {
        let (test, from, keep) = (at(a, 0).clone(), flow(host, at(a, 1))?, flag(host, a, 2)?);
        Ok(stream(Filter::new(test, keep, from)))
    }),
    row("dask.bag.core._pluck", |host, a| {
        let (key, from, default) = (at(a, 0).clone(), flow(host, at(a, 1))?, given(a, 2).cloned());
        Ok(stream(Pluck { key, default, from, at: 0, told: Told::default() }))
    }),
    row("dask.bag.core._flatten", |host, a| Ok(stream(Flatten::new(flow(host, at(a, 0))?)))),
    row("dask.bag.core._zip", |host, a| {
        let parts = iter::collect(host, at(a, 0))?;
        let from = parts.iter().map(|part| flow(host, part)).collect::<Res<Vec<_>>>()?;
        Ok(stream(Zip { from }))
    }),
    row("dask.bag.core._concat", |host, a| Ok(stream(Concat::new(iter::collect(host, at(a, 0))?)))),
    row("dask.bag.core._take", |host, a| {
        let left = count(host, at(a, 0))?;
        let from = flow(host, at(a, 1))?;
        Ok(stream(Take { left, from }))
    }),
    row("dask.bag.core._partition", partition),
];

/// `_map_chunk(function, feeds, kinds, names, kwargs)`: `kinds` says of each feed whether it is a partition (`b`) or a value
/// that is the same every time (`r`); the last feeds are keyword arguments under `names`.
fn map_chunk(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let given = iter::collect(host, at(a, 1))?;
    let kinds = at(a, 2).as_str().unwrap_or("");
    let mut feeds = Vec::with_capacity(given.len());
    for (value, kind) in given.into_iter().zip(kinds.chars()) {
        feeds.push(if kind == 'b' { Feed::Each(flow(host, &value)?) } else { Feed::Same(value) });
    }
    let names = iter::collect(host, at(a, 3))?;
    let names = names.iter().filter_map(|name| name.as_str().map(Sym::new)).collect();
    let function = match at(a, 0) {
        Value::Str(name) => MethodCaller::value(host, Sym::new(name.as_str())),
        function => function.clone(),
    };
    Ok(stream(Map::new(function, feeds, names, keywords(a, 4))))
}

/// Calls the method of a name: `operator.methodcaller`, whose object comes with each call.
struct MethodCaller {
    name: Sym,
    /// The method of `str`, which most objects are.
    of_text: Option<Value>,
}

static METHOD_CALLER: TypeInfo =
    TypeInfo { name: "methodcaller", module: "operator", declared: "builtins.object", base: None };

impl MethodCaller {
    fn value(host: &mut dyn Host, name: Sym) -> Value {
        let of_text = host.type_attr(&types::STR, name);
        Value::native(MethodCaller { name, of_text })
    }
}

impl Native for MethodCaller {
    fn type_info(&self) -> &'static TypeInfo {
        &METHOD_CALLER
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(format!("operator.methodcaller('{}')", self.name))
    }

    fn callable(&self) -> bool {
        true
    }

    fn call(&self, _this: &Value, host: &mut dyn Host, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Option<Value>> {
        let Some((object, rest)) = args.split_first() else { return Ok(None) };
        if let (Value::Str(_), Some(method)) = (object, &self.of_text) {
            return host.call(method, args, kwargs).map(Some);
        }
        let method = host.getattr(object, self.name)?;
        host.call(&method, rest, kwargs).map(Some)
    }
}

/// `_partition(function, args, kwargs)`: a function of the user on a partition; what it gives may be an iterator.
fn partition(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let function = at(a, 0);
    if !kind::callable(function) {
        return Err(type_error(format!("'{}' object is not callable", kind::type_name(function))));
    }
    let args = iter::collect(host, at(a, 1))?;
    let made = host.call(function, &args, &keywords(a, 2))?;
    if made.as_native::<Stream>().is_none() && is_iterator(&made) {
        return Ok(stream(Concat::new(vec![made])));
    }
    Ok(made)
}
