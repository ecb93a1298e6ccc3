//! `dask.array.Array` as an object: its repr, operators, indexing, attributes; and its methods.

use super::build::{self as build, node_of, wrap};
use super::make::known;
use crate::builtins::np::convert::{Dtype, flag, must_be_none, overrides, shape_value};
use crate::builtins::row::{Row, row};
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{Raised, Sym};
use crate::expr::meta::array::Voice;
use crate::expr::meta::chunks::{COMPUTE_SIZES, NAN, show_shape};
use crate::expr::meta::index::{self as meta_index, Entry, not_yet};
use crate::expr::meta::known::entries;
use crate::expr::{Array, ArrayMeta, NodeData, Op};
use crate::value::{Host, Native, TypeInfo, Value, index, kind};

/// `dask.array.Array`.
pub static ARRAY: TypeInfo =
    TypeInfo { name: "Array", module: "dask.array.core", declared: "dask.array.Array", base: None };

/// Names of the parts of nodes' names that Dask shows in a repr: the name without its hash.
fn layer(name: &str) -> &str {
    match name.rsplit_once('-') {
        Some((layer, hash)) if hash.len() == 32 => layer,
        _ => name,
    }
}

fn chunksize(meta: &ArrayMeta) -> Vec<Option<usize>> {
    meta.chunks
        .iter()
        .map(|axis| axis.as_ref().and_then(|blocks| crate::expr::meta::chunks::largest_block(blocks)))
        .map(known_size)
        .collect()
}

fn known_size(size: Option<usize>) -> Option<usize> {
    size.filter(|&size| size != NAN)
}

fn count(n: Option<usize>) -> Value {
    n.map_or(Value::Float(f64::NAN), |n| Value::Int(n as i64))
}

/// `x[index]`.
fn getitem(host: &mut dyn Host, array: &Array, at: &Value) -> Res<Value> {
    let node = &array.node;
    let at = &super::index::whole_numbers(at, true)?;
    if let Value::Str(_) = at {
        let text = format!("'There are no fields in dtype {}.'", node.meta.dtype);
        return Err(Raised::new(crate::data::ExcClass::KeyError, text));
    }
    if super::index::has_positions(at) {
        return super::call::library(host, "_by_positions", &[wrap(node.clone()), at.clone()]);
    }
    if let Some(made) = super::index::listed(host, array, at)? {
        return Ok(made);
    }
    let known = known(host, at)?;
    let list = entries(&known, true)?;
    if list.iter().any(|entry| matches!(entry, Entry::Mask(_))) {
        return super::call::library(host, "_masked", &[wrap(node.clone()), at.clone()]);
    }
    let found = meta_index::index(&node.meta, &list, Voice::Dask)?;
    let Some(picks) = found.picks else { return Err(not_yet("this index")) };
    let whole = found.meta.shape == node.meta.shape
        && picks.iter().all(|pick| matches!(pick, crate::expr::Pick::Range { start: 0, step: 1, .. }));
    if whole {
        return Ok(wrap(node.clone()));
    }
    Ok(wrap(NodeData::make("getitem", Op::Slice(picks), vec![node.clone()], found.meta, host.span())))
}

impl Native for Array {
    fn type_info(&self) -> &'static TypeInfo {
        &ARRAY
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        let meta = &self.node.meta;
        Ok(format!(
            "dask.array<{}, shape={}, dtype={}, chunksize={}, chunktype=numpy.ndarray>",
            layer(self.node.name()),
            show_shape(&meta.shape),
            meta.dtype,
            show_shape(&chunksize(meta))
        ))
    }

    fn truth(&self, host: &mut dyn Host) -> Res<bool> {
        match self.node.meta.size() {
            Some(1) => {
                let value = computed(host, &wrap(self.node.clone()))?;
                kind::truth(host, &value)
            }
            _ => Err(value_error("The truth value of a Array is ambiguous. Use a.any() or a.all().")),
        }
    }

    fn len(&self, _host: &mut dyn Host) -> Res<Option<usize>> {
        match self.node.meta.shape.first() {
            Some(Some(n)) => Ok(Some(*n)),
            Some(None) => {
                Err(value_error(format!("Cannot call len() on object with unknown chunk size.{COMPUTE_SIZES}")))
            }
            None => Err(type_error("len() of unsized object")),
        }
    }

    fn getattr(&self, this: &Value, host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        let meta = &self.node.meta;
        Ok(Some(match name.as_str() {
            "shape" => Value::tuple(meta.shape.iter().map(|&n| count(n)).collect::<Vec<Value>>()),
            "dtype" => Dtype::value(meta.dtype),
            "ndim" => Value::Int(meta.ndim() as i64),
            "size" => count(meta.size()),
            "nbytes" => count(meta.nbytes()),
            "itemsize" => Value::Int(meta.dtype.itemsize() as i64),
            "chunks" => {
                let axis = |blocks: &Option<std::sync::Arc<[usize]>>| {
                    let sizes = blocks.as_deref().unwrap_or(&[]).iter().map(|&size| count(known_size(Some(size))));
                    Value::tuple(sizes.collect::<Vec<Value>>())
                };
                Value::tuple(meta.chunks.iter().map(axis).collect::<Vec<Value>>())
            }
            "chunksize" => Value::tuple(chunksize(meta).into_iter().map(count).collect::<Vec<Value>>()),
            "numblocks" => shape_value(&meta.grid().unwrap_or_default()),
            "npartitions" => count(meta.npartitions()),
            "name" => Value::str(&**self.node.name()),
            "T" => build::transpose(host, this, None)?,
            "real" if !self.node.meta.dtype.is_complex() => build::renamed(this, "real"),
            "real" | "imag" => super::build::ufunc(host, name.as_str(), std::slice::from_ref(this))?,
            "dask" => crate::builtins::graph_view::of(host, this)?,
            "vindex" => {
                let module = host.import("dask.array")?;
                let make = host.getattr(&module, Sym::new("_make_vindex"))?;
                host.call(&make, std::slice::from_ref(this), &[])?
            }
            "blocks" | "partitions" => super::call::library(host, "BlockView", std::slice::from_ref(this))?,
            _ => return Ok(None),
        }))
    }

    fn getitem(&self, _this: &Value, host: &mut dyn Host, index: &Value) -> Res<Option<Value>> {
        getitem(host, self, index).map(Some)
    }

    fn setitem(&self, _this: &Value, host: &mut dyn Host, index: &Value, value: &Value) -> Res<bool> {
        super::index::setitem(host, self, index, value)?;
        Ok(true)
    }

    fn binary(
        &self,
        this: &Value,
        host: &mut dyn Host,
        op: BinOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        if overrides(other) {
            return Ok(None);
        }
        let (a, b) = if reflected { (other, this) } else { (this, other) };
        build::binary(host, op, a, b)
    }

    fn compare(&self, this: &Value, host: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        if overrides(other) {
            return Ok(None);
        }
        build::compare(host, op, this, other)
    }

    fn unary(&self, this: &Value, host: &mut dyn Host, method: &str) -> Res<Option<Value>> {
        match method {
            "__int__" | "__float__" | "__index__" => {
                if self.node.meta.size() != Some(1) {
                    return Err(type_error("Only length-1 arrays can be converted to Python scalars"));
                }
                let value = computed(host, this)?;
                match method {
                    "__float__" => kind::to_float(host, &value).map(|value| Some(Value::Float(value))),
                    "__int__" => kind::to_int(host, &value).map(Some),
                    _ => index::as_index(host, &value).map(|at| Some(Value::Int(at))),
                }
            }
            "__round__" => build::round(host, this, 0).map(Some),
            other => build::unary(host, other, this),
        }
    }

    fn iterable(&self) -> bool {
        true
    }

    fn iter(&self, _this: &Value, host: &mut dyn Host) -> Res<Option<Value>> {
        let length = match self.node.meta.shape.first() {
            Some(Some(length)) => *length,
            Some(None) => self.len(host)?.unwrap_or_default(),
            None => return Err(type_error("iteration over a 0-d array")),
        };
        let items: Vec<Value> =
            (0..length as i64).map(|at| getitem(host, self, &Value::Int(at))).collect::<Res<_>>()?;
        crate::value::iter::iter(host, &Value::list(items)).map(Some)
    }

    fn format(&self, _this: &Value, host: &mut dyn Host, spec: &str) -> Res<Option<String>> {
        if spec.is_empty() {
            return self.repr(host).map(Some);
        }
        Err(type_error("unsupported format string passed to Array.__format__")
            .help("compute the value first: f\"{x.compute():.3f}\""))
    }

    fn hash(&self, _host: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(self.node.token as u64))
    }
}

/// The value of a lazy array.
fn computed(host: &mut dyn Host, v: &Value) -> Res<Value> {
    let engine = host.engine();
    let mut all = engine.compute(host, std::slice::from_ref(v), &[])?;
    Ok(all.pop().unwrap_or(Value::None))
}

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

/// Slots of a reduction after the array.
#[derive(Clone, Copy)]
pub enum Slots {
    /// `axis, dtype, keepdims, split_every, out`.
    Full,
    /// `axis, dtype, keepdims, ddof, split_every, out`.
    Spread,
    /// `axis, keepdims, split_every, out`.
    Short,
}

/// A reduction by the name of its row.
fn reduce(host: &mut dyn Host, name: &str, args: &[Value], slots: Slots) -> Res<Value> {
    const NONE: &Value = &Value::None;
    let (dtype, keepdims, ddof, split, out) = match slots {
        Slots::Full => (at(args, 2), at(args, 3), NONE, at(args, 4), at(args, 5)),
        Slots::Spread => (at(args, 2), at(args, 3), at(args, 4), at(args, 5), at(args, 6)),
        Slots::Short => (NONE, at(args, 2), NONE, at(args, 3), at(args, 4)),
    };
    must_be_none(out, "out")?;
    let keepdims = flag(host, keepdims)?;
    let ddof = if matches!(ddof, Value::None) { 0 } else { index::as_index(host, ddof)?.max(0) as usize };
    let split = match split {
        Value::None => None,
        Value::Dict(by_axis) => Some(split_of(host, by_axis)?),
        split => Some(index::as_index(host, split)?.max(2) as usize),
    };
    build::reduce(host, name, at(args, 0), at(args, 1), dtype, keepdims, ddof, split)
}

/// `split_every` as a dict: how many blocks are combined at once, along all its axes together.
fn split_of(host: &mut dyn Host, by_axis: &crate::value::DictObj) -> Res<usize> {
    let mut all = 1usize;
    for (_, each) in crate::value::dict::items(by_axis) {
        all = all.saturating_mul(index::as_index(host, &each)?.max(1) as usize);
    }
    Ok(all.max(2))
}

fn transpose(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let wanted = match at(args, 1) {
        Value::None => None,
        Value::Tuple(list) => match &*list.items {
            [] | [Value::None] => None,
            [one] if !matches!(one, Value::Int(_)) => Some(crate::builtins::np::convert::integers(host, one)?),
            _ => Some(crate::builtins::np::convert::integers(host, at(args, 1))?),
        },
        list => Some(crate::builtins::np::convert::integers(host, list)?),
    };
    build::transpose(host, at(args, 0), wanted)
}

fn clip(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    build::lazily(host, args, crate::builtins::np::ufunc::clip).map(|made| build::renamed(&made, "clip"))
}

/// `da.compute(...)`, `da.sum(...)` of what is eager: made lazy first by the builders.
fn dot(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (a, b) = (build::lazy_value(host, at(args, 0))?, at(args, 1));
    build::dot(host, &a, b)
}

fn matmul(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let a = build::lazy_value(host, at(args, 0))?;
    build::matmul(host, &a, at(args, 1))
}

fn keys(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let _ = host;
    let Some(node) = node_of(at(args, 0)) else { return Err(type_error("an array is missing")) };
    let grid = node.meta.grid().unwrap_or_default();
    Ok(nested_keys(&Value::str(&**node.name()), &grid, &mut Vec::new()))
}

fn nested_keys(name: &Value, grid: &[usize], before: &mut Vec<Value>) -> Value {
    let Some((&count, rest)) = grid.split_first() else {
        let mut key = vec![name.clone()];
        key.extend(before.iter().cloned());
        return if before.is_empty() { Value::list(vec![Value::tuple(key)]) } else { Value::tuple(key) };
    };
    let mut out = Vec::with_capacity(count);
    for at in 0..count {
        before.push(Value::Int(at as i64));
        out.push(nested_keys(name, rest, before));
        before.pop();
    }
    Value::list(out)
}

macro_rules! rows {
    ($($name:literal $slots:ident),* $(,)?) => {
        /// The rows.
        pub const ROWS: &[Row] = &[
            $(
                row(concat!("dask.array.", $name), |host, args| reduce(host, $name, args, Slots::$slots)),
                row(concat!("dask.array.Array.", $name), |host, args| reduce(host, $name, args, Slots::$slots)),
            )*
            row("dask.array.nansum", |host, args| reduce(host, "nansum", args, Slots::Full)),
            row("dask.array.nanprod", |host, args| reduce(host, "nanprod", args, Slots::Full)),
            row("dask.array.nanmean", |host, args| reduce(host, "nanmean", args, Slots::Full)),
            row("dask.array.nanmin", |host, args| reduce(host, "nanmin", args, Slots::Short)),
            row("dask.array.nanmax", |host, args| reduce(host, "nanmax", args, Slots::Short)),
            row("dask.array.nanargmin", |host, args| reduce(host, "nanargmin", args, Slots::Short)),
            row("dask.array.nanargmax", |host, args| reduce(host, "nanargmax", args, Slots::Short)),
            row("dask.array.nanstd", |host, args| reduce(host, "nanstd", args, Slots::Spread)),
            row("dask.array.nanvar", |host, args| reduce(host, "nanvar", args, Slots::Spread)),
            row("dask.array.transpose", transpose),
            row("dask.array.Array.transpose", transpose),
            row("dask.array.dot", dot),
            row("dask.array.Array.dot", dot),
            row("dask.array.matmul", matmul),
            row("dask.array.Array.astype", |host, args| {
                let to = crate::builtins::np::convert::dtype(at(args, 1))?.unwrap_or(crate::data::DType::Float64);
                if let Some(node) = node_of(at(args, 0)) {
                    let what = "Cannot cast array";
                    crate::builtins::np::convert::check_cast(node.meta.dtype, to, at(args, 2), what)?;
                }
                build::astype(host, at(args, 0), to)
            }),
            row("dask.array.Array.round", crate::builtins::np::ufunc::round),
            row("dask.array.Array.clip", clip),
            // A handle of its own: assignment to a part of one leaves the other.
            row("dask.array.Array.copy", |_, args| {
                Ok(node_of(at(args, 0)).map_or_else(|| at(args, 0).clone(), |node| wrap(node.clone())))
            }),
            row("dask.array.Array.conj", |host, args| match node_of(at(args, 0)) {
                Some(node) if node.meta.dtype.is_complex() => {
                    super::build::ufunc(host, "conjugate", args.get(..1).unwrap_or(args))
                }
                _ => Ok(build::renamed(at(args, 0), "conjugate")),
            }),
            row("dask.array.Array.compute", crate::builtins::dask::compute_one),
            row("dask.array.Array.persist", crate::builtins::dask::persist_one),
            row("dask.array.Array.visualize", crate::builtins::dask::visualize_one),
            row("dask.array.Array.__dask_graph__", |host, args| crate::builtins::graph_view::of(host, at(args, 0))),
            row("dask.array.Array.__dask_keys__", keys),
            row("dask.array.Array", |_, _| Ok(Value::Type(&ARRAY))),
        ];
    };
}

rows! {
    "sum" Full, "prod" Full, "mean" Full, "std" Spread, "var" Spread, "min" Short, "max" Short, "any" Short, "all" Short,
    "argmin" Short, "argmax" Short,
}
