//! Functions that make lazy arrays, and joins of them.

use super::build::{constant, data_node, joined, lazy_value, node_of, wrap};
use crate::builtins::np::convert::{Dtype, array, class_dtype, dtype as dtype_arg, number};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{DType, Scalar, shape};
use crate::expr::meta::array::{self as rules, Voice, create, whole};
use crate::expr::meta::chunks::{Chunks, Spec, in_backend, normalize_within};
use crate::expr::meta::known::{Arr, Known, chunks as chunks_arg};
use crate::expr::{Array, ArrayMeta, NodeData, Op, Pick, Random, Source};
use crate::value::array::NdArray;
use crate::value::{Host, Value, dict, index, kind};

/// What is known of a value: all of it, as the rules see it.
pub fn known(host: &mut dyn Host, v: &Value) -> Res<Known> {
    Ok(match v {
        Value::None => Known::None,
        Value::Ellipsis => Known::Ellipsis,
        Value::Bool(value) => Known::Bool(Some(*value)),
        Value::Int(value) => Known::Int(Some(*value)),
        Value::Float(value) => Known::Float(Some(*value)),
        Value::Str(text) => Known::Str(Some(text.share())),
        Value::Np(dtype, bits) if dtype.is_whole() => Known::Int(Some(*bits as i64)),
        Value::Np(dtype, _) => Known::Scalar(*dtype),
        Value::Tuple(tuple) => Known::Tuple(tuple.items.iter().map(|item| known(host, item)).collect::<Res<_>>()?),
        Value::List(list) => {
            let items = list.items.borrow().clone();
            Known::List(Some(items.iter().map(|item| known(host, item)).collect::<Res<_>>()?))
        }
        Value::Dict(table) => {
            let mut pairs = Vec::new();
            for (key, value) in dict::items(table) {
                pairs.push((known(host, &key)?, known(host, &value)?));
            }
            Known::Dict(Some(pairs))
        }
        Value::Slice(slice) => {
            Known::Slice(Box::new([bound(host, &slice.start)?, bound(host, &slice.stop)?, bound(host, &slice.step)?]))
        }
        Value::Type(class) => class_dtype(class).map_or(Known::Other(class.name), |dtype| Known::DType(Some(dtype))),
        other => known_native(other),
    })
}

fn known_native(v: &Value) -> Known {
    if let Some(array) = v.as_native::<Array>() {
        return Arr::lazy(array.node.meta.clone());
    }
    if let Some(array) = v.as_native::<NdArray>() {
        return Arr::eager(whole(array.dtype(), array.shape.iter().map(|&n| Some(n)).collect()));
    }
    match v.as_native::<Dtype>() {
        Some(Dtype(dtype)) => Known::DType(Some(*dtype)),
        None => Known::Other("object"),
    }
}

fn bound(host: &mut dyn Host, v: &Value) -> Res<Known> {
    match v {
        Value::None => Ok(Known::None),
        Value::Int(at) => Ok(Known::Int(Some(*at))),
        other => Ok(Known::Int(Some(index::as_index(host, other)?))),
    }
}

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

/// A `chunks=` argument.
pub fn chunks(host: &mut dyn Host, v: &Value) -> Res<Chunks> {
    let known = known(host, v)?;
    Ok(chunks_arg(&known)?.unwrap_or(Chunks::Same(Spec::Auto)))
}

/// A source node: named by the user, or by its function.
pub fn source(host: &mut dyn Host, prefix: &str, name: &Value, op: Source, meta: ArrayMeta) -> Res<Value> {
    let (op, span) = (Op::Source(op), host.span());
    Ok(wrap(match name {
        Value::Str(text) => NodeData::named(text.as_str(), op, Vec::new(), meta, span),
        _ => NodeData::make(prefix, op, Vec::new(), meta, span),
    }))
}

const BACKEND: &str = "wrap_func_shape_as_first_arg";

struct Fill<'a> {
    prefix: &'a str,
    shape: &'a Value,
    value: Scalar,
    dtype: &'a Value,
    default: DType,
    chunks: &'a Value,
    name: &'a Value,
}

fn filled(host: &mut dyn Host, fill: Fill<'_>) -> Res<Value> {
    let sizes: Vec<Option<usize>> =
        crate::builtins::np::convert::shape(host, fill.shape)?.into_iter().map(Some).collect();
    let dtype = match dtype_arg(fill.dtype)? {
        Some(open) if open.is_open() && fill.value.dtype() != DType::Bool => {
            crate::builtins::np::convert::settled(fill.value.dtype(), open)?
        }
        wanted => wanted.unwrap_or(fill.default).closed(),
    };
    let meta = chunks(host, fill.chunks).and_then(|chunks| create(dtype, &sizes, &chunks));
    let meta = meta.map_err(|error| in_backend(BACKEND, error))?;
    source(host, fill.prefix, fill.name, Source::Fill(constant(self::fill(fill.value, dtype), false)), meta)
}

/// `ones`, `zeros`, `empty`: `shape, dtype, chunks, name`.
fn plain(host: &mut dyn Host, args: &[Value], prefix: &str, value: bool) -> Res<Value> {
    let value = Scalar::Bool(value);
    let (shape, dtype, chunks, name) = (at(args, 0), at(args, 1), at(args, 2), at(args, 3));
    check_order(host, at(args, 4))?;
    filled(host, Fill { prefix, shape, value, dtype, default: DType::Float64, chunks, name })
}

/// `full(shape, fill_value, dtype, *, chunks, name)`.
fn full(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let Some((value, _)) = scalar(at(args, 1)) else {
        let shown = kind::type_name(at(args, 1));
        return Err(value_error(format!("fill_value must be scalar. Received {shown} instead.")));
    };
    let (shape, dtype, chunks, name) = (at(args, 0), at(args, 2), at(args, 3), at(args, 4));
    check_order(host, at(args, 5))?;
    if let Some(wanted) = dtype_arg(dtype)? {
        crate::builtins::np::convert::element(host, at(args, 1), wanted)?;
    }
    // Of a `str` Dask takes the class for the dtype, which has room for one character.
    let default = match at(args, 1) {
        text @ Value::Str(_) if !crate::builtins::np::texts::is_numpy(text) => {
            DType::Text(crate::data::dtype::Width(1))
        }
        _ => value.dtype(),
    };
    filled(host, Fill { prefix: "full_like", shape, value, dtype, default, chunks, name })
}

/// `ones_like` and its kin: the array, the value; `rest`: `dtype, order, chunks, name, shape`.
pub fn like(host: &mut dyn Host, of: &Value, value: &Value, rest: &[Value]) -> Res<Value> {
    let of = lazy_value(host, of)?;
    let Some(node) = node_of(&of) else { return Err(type_error("an array is missing")) };
    let Some((value, _)) = scalar(value) else { return Err(value_error("fill_value must be scalar.")) };
    let dtype = dtype_arg(at(rest, 0))?.unwrap_or(node.meta.dtype);
    check_order(host, at(rest, 1))?;
    let sizes: Vec<Option<usize>> = match at(rest, 4) {
        Value::None => node.meta.shape.clone(),
        shape => crate::builtins::np::convert::shape(host, shape)?.into_iter().map(Some).collect(),
    };
    let meta = match (at(rest, 2), at(rest, 4)) {
        (Value::None, Value::None) => ArrayMeta { dtype, ..node.meta.clone() },
        (Value::None, _) => create(dtype, &sizes, &Chunks::Same(Spec::Auto))?,
        (given, _) => create(dtype, &sizes, &chunks(host, given)?)?,
    };
    let prefix = match value {
        Scalar::Bool(true) => "ones_like",
        Scalar::Bool(false) => "zeros_like",
        _ => "full_like",
    };
    source(host, prefix, at(rest, 3), Source::Fill(constant(fill(value, dtype), false)), meta)
}

/// An `order=` argument: the elements are the same in either order.
fn check_order(host: &mut dyn Host, order: &Value) -> Res<()> {
    match order {
        Value::None => Ok(()),
        Value::Str(text) if matches!(text.as_str(), "C" | "F" | "A" | "K" | "c" | "f" | "a" | "k") => Ok(()),
        other => {
            let shown = crate::value::repr::repr(host, other)?;
            Err(value_error(format!("order must be one of 'C', 'F', 'A', or 'K' (got {shown})")))
        }
    }
}

/// The blocks along each axis that `chunks=` says: `chunks, shape, limit, dtype, previous`.
fn normalized(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let wanted = chunks(host, at(args, 0))?;
    let sizes: Vec<Option<usize>> =
        crate::builtins::np::convert::shape(host, at(args, 1))?.into_iter().map(Some).collect();
    let limit = match at(args, 2) {
        Value::None => None,
        Value::Str(text) => Some(crate::expr::meta::chunks::parse_bytes(text.as_str())?),
        limit => Some(index::as_index(host, limit)?.max(1) as u64),
    };
    let dtype = dtype_arg(at(args, 3))?.unwrap_or(DType::Float64);
    let previous = match at(args, 4) {
        Value::None => None,
        given => {
            let mut axes = Vec::new();
            for axis in crate::builtins::np::convert::sequence(host, given)? {
                let sizes: Vec<usize> = crate::builtins::np::convert::shape(host, &axis)?;
                axes.push(Some(std::sync::Arc::from(sizes)));
            }
            Some(axes)
        }
    };
    let blocks = normalize_within(&wanted, &sizes, dtype, previous.as_deref(), limit)?;
    let axis = |blocks: &crate::expr::meta::chunks::Blocks| {
        let sizes = blocks.as_deref().unwrap_or(&[]).iter().map(|&n| Value::Int(n as i64));
        Value::tuple(sizes.collect::<Vec<Value>>())
    };
    Ok(Value::tuple(blocks.iter().map(axis).collect::<Vec<Value>>()))
}

/// `arange(start, stop, step, *, chunks, like, dtype)`.
fn arange(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let found = crate::builtins::np::make::range(at(args, 0), at(args, 1), at(args, 2), at(args, 5));
    let found = found.map_err(|error| in_backend("arange", error))?;
    let chunks = chunks(host, at(args, 3))?;
    let meta = create(found.dtype, &[Some(found.count)], &chunks).map_err(|error| in_backend("arange", error))?;
    let kind = if found.dtype.is_inexact() { DType::Float64 } else { DType::Int64 };
    let (start, step) = (constant(found.start.cast(kind), false), constant(found.step.cast(kind), false));
    source(host, "arange", &Value::None, Source::Arange { start, step }, meta)
}

/// `linspace(start, stop, num, endpoint, retstep, chunks, dtype)`.
fn linspace(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (count, intervals, endpoint) = crate::builtins::np::make::intervals(host, at(args, 2), at(args, 3))?;
    let (start, stop) = (kind::to_float(host, at(args, 0))?, kind::to_float(host, at(args, 1))?);
    let dtype = dtype_arg(at(args, 6))?.unwrap_or(DType::Float64);
    let chunks = chunks(host, at(args, 5))?;
    let meta = create(dtype, &[Some(count)], &chunks)?;
    let float = |value: f64| constant(Scalar::Float64(value), false);
    let op = Source::Linspace { start: float(start), stop: float(stop), endpoint };
    let made = source(host, "linspace", &Value::None, op, meta)?;
    if crate::builtins::np::convert::flag(host, at(args, 4))? {
        let step = crate::builtins::np::reduce::float((stop - start) / intervals.max(1) as f64);
        return Ok(Value::tuple(vec![made, step]));
    }
    Ok(made)
}

/// Whether an object has a shape, a dtype and elements: an array in a file, as `zarr.Array` is.
fn is_like_array(host: &mut dyn Host, of: &Value) -> bool {
    ["shape", "dtype", "__getitem__"].iter().all(|name| host.getattr(of, crate::data::Sym::new(name)).is_ok())
}

/// `from_array(x, chunks, name, ...)`.
fn from_array(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let of = at(args, 0);
    if node_of(of).is_some() {
        return Err(value_error("Array is already a dask array. Use 'asarray' or 'rechunk' instead."));
    }
    if matches!(of, Value::Instance(_)) && is_like_array(host, of) {
        let args = [of.clone(), at(args, 1).clone(), at(args, 2).clone()];
        return super::call::library(host, "_from_like", &args);
    }
    let chunk = array(host, of, None)?;
    let sizes: Vec<Option<usize>> = chunk.shape.iter().map(|&n| Some(n)).collect();
    let chunks = chunks(host, at(args, 1))?;
    let meta = create(chunk.dtype(), &sizes, &chunks)?;
    match at(args, 2) {
        Value::Str(_) if chunk.buffer.map().is_none() => {
            let frozen = chunk.contiguous()?;
            let op = Source::Data { array: std::sync::Arc::new(crate::value::array::FrozenArray(frozen)), token: 0 };
            source(host, "array", at(args, 2), op, meta)
        }
        _ => Ok(wrap(data_node(host, &chunk, meta, "array")?)),
    }
}

/// `asarray(x, allow_unknown_chunksizes, dtype, order, like, chunks, name)`: as it is, if it is lazy; a list of lazy arrays
/// is stacked.
fn asarray(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    as_array(host, at(args, 0), at(args, 2), at(args, 5), at(args, 6))
}

/// `array(x, dtype, ndmin)`.
fn array_of(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    // Dask converts what `asarray` gave, though not to what only the values say.
    let to = dtype_arg(at(args, 1))?;
    let first = if to.is_some_and(|to| to.is_time() || to.is_text()) { at(args, 1) } else { &Value::None };
    let mut made = as_array(host, at(args, 0), first, &Value::str("auto"), &Value::None)?;
    if let Some(to) = to.filter(|_| matches!(first, Value::None)) {
        made = super::build::astype(host, &made, to)?;
    }
    let least =
        if matches!(at(args, 2), Value::None) { 0 } else { index::as_index(host, at(args, 2))?.max(0) as usize };
    while let Some(node) = node_of(&made).filter(|node| node.meta.ndim() < least) {
        let whole = |size: &Option<usize>| Pick::Range { start: 0, step: 1, count: size.unwrap_or(0) };
        let picks = std::iter::once(Pick::New).chain(node.meta.shape.iter().map(whole)).collect();
        let mut meta = node.meta.clone();
        meta.shape.insert(0, Some(1));
        meta.chunks.insert(0, Some(std::sync::Arc::from([1])));
        made = wrap(NodeData::make("getitem", Op::Slice(picks), vec![node.clone()], meta, host.span()));
    }
    Ok(made)
}

fn as_array(host: &mut dyn Host, of: &Value, dtype: &Value, chunks: &Value, name: &Value) -> Res<Value> {
    let list = crate::builtins::np::convert::items(of).filter(|list| list.iter().any(|item| node_of(item).is_some()));
    let made = match (node_of(of), list) {
        (Some(_), _) => of.clone(),
        (None, Some(list)) => join(host, &list, &Value::Int(0), true)?,
        _ => {
            // What is no array becomes one of that dtype; the dtype of an array is converted block by block.
            let eager = dtype_arg(dtype)?.filter(|dtype| {
                let plain = of.as_native::<NdArray>().is_none() && !is_like_array(host, of);
                plain || dtype.is_time() || dtype.is_text()
            });
            let of = match eager {
                Some(dtype) => NdArray::value(array(host, of, Some(dtype))?),
                None => of.clone(),
            };
            let made = from_array(host, &[of, chunks.clone(), name.clone()])?;
            if eager.is_some() {
                return Ok(made);
            }
            made
        }
    };
    match dtype_arg(dtype)? {
        Some(to) => super::build::astype(host, &made, to),
        None => Ok(made),
    }
}

/// `concatenate` or `stack` of a list with a lazy array in it.
pub fn join(host: &mut dyn Host, list: &[Value], axis: &Value, stacked: bool) -> Res<Value> {
    let mut parts: Vec<Value> = list.iter().map(|part| lazy_value(host, part)).collect::<Res<_>>()?;
    let axis = match axis {
        Value::None => {
            parts = parts.iter().map(|part| super::shape::flat(host, part)).collect::<Res<_>>()?;
            0
        }
        axis => index::as_index(host, axis)?,
    };
    let metas: Vec<&ArrayMeta> = parts.iter().filter_map(node_of).map(|node| &node.meta).collect();
    if stacked {
        let (meta, axis) = rules::stack(&metas, axis, Voice::Dask)?;
        return joined(host, Op::Stack { axis }, "stack", parts, meta, axis);
    }
    let (meta, axis) = rules::concat(&metas, axis, Voice::Dask)?;
    let empty = |part: &Value| node_of(part).is_some_and(|node| node.meta.size() == Some(0));
    if parts.len() == 1 || parts.iter().filter(|part| !empty(part)).count() == 1 {
        let only = parts.iter().find(|part| !empty(part)).or(parts.first()).cloned();
        return super::build::astype(host, &only.unwrap_or(Value::None), meta.dtype);
    }
    joined(host, Op::Concat { axis }, "concatenate", parts, meta, axis)
}

fn join_args(host: &mut dyn Host, args: &[Value], stacked: bool) -> Res<Value> {
    let list = crate::builtins::np::convert::sequence(host, at(args, 0))?;
    if !stacked && !matches!(at(args, 2), Value::Bool(true)) {
        aligned(host, &list, at(args, 1))?;
    }
    join(host, &list, at(args, 1), stacked)
}

/// Sizes that are not known, along another axis than the one of a concatenation, may be others than they should be: Dask
/// wants `allow_unknown_chunksizes=True`.
fn aligned(host: &mut dyn Host, list: &[Value], axis: &Value) -> Res<()> {
    let shapes: Vec<&[Option<usize>]> =
        list.iter().filter_map(node_of).map(|node| node.meta.shape.as_slice()).collect();
    let Some((first, others)) = shapes.split_first() else { return Ok(()) };
    if matches!(axis, Value::None) || others.is_empty() {
        return Ok(());
    }
    let Ok(along) = shape::axis(index::as_index(host, axis)?, first.len()) else { return Ok(()) };
    let unknown = |shape: &[Option<usize>]| shape.iter().enumerate().any(|(at, n)| at != along && n.is_none());
    if !shapes.iter().any(|shape| unknown(shape)) {
        return Ok(());
    }
    use crate::expr::meta::chunks::show_shape;
    if first.iter().any(Option::is_none) {
        let shown = show_shape(first);
        return Err(crate::data::raised::value_error(format!(
            "Tried to concatenate arrays with unknown shape {shown}.\n\nTwo solutions:\n  1. Force concatenation pass \
             allow_unknown_chunksizes=True.\n  2. Compute shapes with [x.compute_chunk_sizes() for x in seq]"
        )));
    }
    let shown: Vec<String> = shapes.iter().map(|shape| show_shape(shape)).collect();
    Err(crate::data::raised::value_error(format!("('Shapes do not align: %s', [{}])", shown.join(", "))))
}

/// A node of random numbers.
pub struct Draw {
    /// Dask's name of the function.
    pub prefix: &'static str,
    /// The distribution.
    pub distribution: &'static str,
    /// Its parameters.
    pub params: Vec<Scalar>,
    /// Dtype of the numbers.
    pub dtype: DType,
    /// Key of the stream.
    pub seed: u64,
    /// Number of the draw.
    pub draw: u64,
}

/// Random numbers of a shape.
pub fn random(host: &mut dyn Host, draw: Draw, size: &Value, chunks_v: &Value) -> Res<Value> {
    let sizes = match size {
        Value::None => Vec::new(),
        size => crate::builtins::np::convert::shape(host, size)?.into_iter().map(Some).collect(),
    };
    let chunks = chunks(host, chunks_v)?;
    let meta = create(draw.dtype, &sizes, &chunks)?;
    let params = draw.params.iter().map(|value| constant(*value, false)).collect();
    let op = Source::Random(Random { distribution: draw.distribution, seed: draw.seed, draw: draw.draw, params });
    source(host, draw.prefix, &Value::None, op, meta)
}

fn rest(args: &[Value], from: usize) -> &[Value] {
    args.get(from..).unwrap_or_default()
}

/// `full_like` has `order` before `dtype`.
fn full_rest(args: &[Value]) -> Vec<Value> {
    [3, 2, 4, 5, 6].into_iter().map(|slot| at(args, slot).clone()).collect()
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("dask.array.ones", |host, args| plain(host, args, "ones_like", true)),
    row("dask.array.zeros", |host, args| plain(host, args, "zeros_like", false)),
    row("dask.array.empty", |host, args| plain(host, args, "empty_like", false)),
    row("dask.array.full", full),
    row("dask.array.ones_like", |host, args| like(host, at(args, 0), &Value::Bool(true), rest(args, 1))),
    row("dask.array.zeros_like", |host, args| like(host, at(args, 0), &Value::Bool(false), rest(args, 1))),
    row("dask.array.full_like", |host, args| like(host, at(args, 0), at(args, 1), &full_rest(args))),
    row("dask.array.core._normalized", normalized),
    row("dask.array.arange", arange),
    row("dask.array.linspace", linspace),
    row("dask.array.from_array", from_array),
    row("dask.array.asarray", asarray),
    row("dask.array.array", array_of),
    row("dask.array.concatenate", |host, args| join_args(host, args, false)),
    row("dask.array.stack", |host, args| join_args(host, args, true)),
];

/// A value as the one element that fills an array; whether it is Python's and adapts.
fn scalar(v: &Value) -> Option<(Scalar, bool)> {
    number(v).or_else(|| crate::builtins::np::texts::scalar(v).map(|text| (text, false)))
}

/// What fills an array of a dtype: zeros and ones of fixed strings are texts.
fn fill(value: Scalar, dtype: DType) -> Scalar {
    match value {
        Scalar::Bool(true) if dtype.is_text() => Scalar::one(dtype),
        Scalar::Bool(false) if dtype.is_text() => Scalar::zero(dtype),
        value => value.cast(dtype),
    }
}
