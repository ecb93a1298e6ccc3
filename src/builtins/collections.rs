//! `collections`: Counter, defaultdict, OrderedDict, and classes made at run time for namedtuple.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::args::{at, flag, inner, keywords, nothing, rest, text, this_dict};
use super::dict::{empty_dict, fill};
use super::{Row, row};
use crate::data::ops::BinOp;
use crate::data::raised::type_error;
use crate::data::{Res, Sym};
use crate::value::number::fits;
use crate::value::{Base, Class, DictKind, DictObj, Host, Value, arith, dict, exc, index, iter, kind, types};

/// The rows.
pub const ROWS: &[Row] = &[
    row("collections.Counter", |_, _| Ok(Value::Type(&types::COUNTER))),
    row("collections.Counter.__new__", |h, a| {
        let made = dict::of_kind(DictKind::Counter);
        count_in(h, &made, a, 1)?;
        Ok(Value::Dict(made.into()))
    }),
    row("collections.Counter.update", |h, a| {
        count_in(h, this_dict(a)?, a, 1)?;
        nothing()
    }),
    row("collections.Counter.subtract", |h, a| {
        count_in(h, this_dict(a)?, a, -1)?;
        nothing()
    }),
    row("collections.Counter.most_common", most_common),
    row("collections.Counter.elements", |h, a| {
        let mut made = Vec::new();
        for (key, count) in dict::items(this_dict(a)?) {
            let count = usize::try_from(index::as_index(h, &count)?).unwrap_or(0);
            fits(count.saturating_add(made.len()), size_of::<Value>())?;
            made.extend(std::iter::repeat_n(key, count));
        }
        Ok(iter::over(made))
    }),
    row("collections.Counter.total", |h, a| {
        let mut total = Value::Int(0);
        for count in dict::values(this_dict(a)?) {
            total = arith::binary(h, BinOp::Add, &total, &count)?;
        }
        Ok(total)
    }),
    row("collections.defaultdict", |_, _| Ok(Value::Type(&types::DEFAULT_DICT))),
    row("collections.defaultdict.__new__", |h, a| {
        let (factory, more) = match rest(a, 1).split_first() {
            Some((factory, more)) => (factory.clone(), more.to_vec()),
            None => (Value::None, Vec::new()),
        };
        if !matches!(factory, Value::None) && !kind::callable(&factory) {
            return Err(type_error("first argument must be callable or None"));
        }
        let made = dict::of_kind(DictKind::Default(factory));
        fill(h, &made, &[Value::None, Value::tuple(more), at(a, 2).clone()], "dict")?;
        Ok(Value::Dict(made.into()))
    }),
    row("collections.OrderedDict", |_, _| Ok(Value::Type(&types::ORDERED_DICT))),
    row("collections.OrderedDict.__new__", |h, a| {
        let made = dict::of_kind(DictKind::Ordered);
        fill(h, &made, a, "OrderedDict")?;
        Ok(Value::Dict(made.into()))
    }),
    row("collections.OrderedDict.move_to_end", |h, a| {
        let last = flag(h, a, 2)?;
        match dict::move_to_end(h, this_dict(a)?, at(a, 1), last)? {
            true => nothing(),
            false => Err(exc::key_error(h, at(a, 1))),
        }
    }),
    row("collections.OrderedDict.popitem", |h, a| {
        let last = flag(h, a, 1)?;
        match dict::popitem(this_dict(a)?, last) {
            Some((key, value)) => Ok(Value::tuple([key, value])),
            None => Err(empty_dict("dictionary is empty")),
        }
    }),
    row("collections._class", make_class),
];

/// Slots 1 and 2 of `Counter(iterable, **kwargs)`: count items, or add the counts of a mapping.
fn count_in(host: &mut dyn Host, into: &DictObj, a: &[Value], sign: i64) -> Res<()> {
    let given = match rest(a, 1) {
        [] => &Value::None,
        [one] => one,
        many => {
            let message =
                format!("Counter.__init__() takes from 1 to 2 positional arguments but {} were given", many.len() + 1);
            return Err(type_error(message));
        }
    };
    match inner(given) {
        Value::None => {}
        Value::Dict(counts) => {
            for (key, count) in dict::items(counts) {
                add(host, into, key, &count, sign)?;
            }
        }
        v => {
            let it = iter::iter(host, v)?;
            while let Some(item) = iter::next(host, &it)? {
                add(host, into, item, &Value::Int(1), sign)?;
            }
        }
    }
    for (name, count) in keywords(a, 2) {
        add(host, into, Value::str(name.as_str()), &count, sign)?;
    }
    Ok(())
}

fn add(host: &mut dyn Host, into: &DictObj, key: Value, count: &Value, sign: i64) -> Res<()> {
    if let Value::Int(count) = count
        && let Some(by) = count.checked_mul(sign)
        && dict::add_quick(into, &key, by)
    {
        return Ok(());
    }
    let known = dict::get(host, into, &key)?.unwrap_or(Value::Int(0));
    let sum = match (&known, count) {
        (Value::Int(x), Value::Int(y)) if x.checked_add(sign * y).is_some() => Value::Int(x + sign * y),
        (known, count) => {
            let op = if sign < 0 { BinOp::Sub } else { BinOp::Add };
            arith::binary(host, op, known, count)?
        }
    };
    dict::insert(host, into, key, sum)
}

fn most_common(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let pairs = dict::items(this_dict(a)?).into_iter();
    let counted = pairs.map(|(key, count)| (count.clone(), Value::tuple([key, count]))).collect();
    let mut sorted = super::sort::sort_keyed(host, counted, true)?;
    if !matches!(at(a, 1), Value::None) {
        sorted.truncate(usize::try_from(index::as_index(host, at(a, 1))?).unwrap_or(0));
    }
    Ok(Value::list(sorted))
}

/// `_class(name, base, attributes, module)`: a class made at run time.
fn make_class(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    // Far above the numbers that the interpreter gives.
    static VERSION: AtomicU64 = AtomicU64::new(1 << 40);
    let name: Arc<str> = text("name", a, 0)?.share();
    let base = match at(a, 1) {
        Value::Class(class) => Base::Class(class.clone()),
        Value::Type(info) if !std::ptr::eq(*info, &types::OBJECT) => Base::Type(info),
        Value::ExcType(class) => Base::Exc(*class),
        _ => Base::Object,
    };
    let mut attrs = rustc_hash::FxHashMap::default();
    let mut order = Vec::new();
    for (key, value) in dict::items(this_dict(a.get(2..).unwrap_or(&[]))?) {
        if let Value::Str(key) = &key {
            let key = Sym::new(key.as_str());
            order.push(key);
            attrs.insert(key, value);
        }
    }
    Ok(Value::Class(Rc::new(Class {
        name: name.clone(),
        qualname: name,
        module: text("module", a, 3)?.share(),
        base,
        attrs: RefCell::new(attrs),
        order: RefCell::new(order),
        version: Cell::new(VERSION.fetch_add(1, Ordering::Relaxed)),
    })))
}
