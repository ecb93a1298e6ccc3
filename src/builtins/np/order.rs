//! Sorting, searching, counting: rows over `kernels::order`. What is said in terms of these is library code in stdlib/.

use super::convert::{array, flag, integers, result, sequence};
use crate::builtins::args::at;
use crate::builtins::row::{Row, row};
use crate::data::dtype::Kind;
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{Chunk, DType, shape};
use crate::kernels::order;
use crate::kernels::reduce::cast;
use crate::value::array::NdArray;
use crate::value::pause::patient;
use crate::value::{Host, Value, index, kind};

/// From so many elements on sorting takes long enough that the user may want to stop it.
const LONG: usize = 1_000_000;

/// The array and the axis along which it is sorted; flattened, without an axis.
fn runs(host: &mut dyn Host, v: &Value, axis: &Value) -> Res<(Chunk, usize)> {
    let chunk = array(host, v, None)?;
    match axis {
        Value::None => Ok((chunk.reshape(vec![chunk.size()])?, 0)),
        axis => {
            let found = shape::axis(index::as_index(host, axis)?, chunk.ndim())?;
            Ok((chunk, found))
        }
    }
}

/// `kind`, `order` and `stable`, which ask for nothing that is not so.
fn check_sort(args: &[Value]) -> Res<()> {
    match at(args, 2) {
        Value::None => {}
        Value::Str(name) => {
            let known = ["q", "h", "m", "s"].iter().any(|first| name.as_str().to_lowercase().starts_with(first));
            if !known {
                let text = format!("sort kind must be one of 'quick', 'heap', or 'stable' (got '{}')", name.as_str());
                return Err(value_error(text));
            }
        }
        other => return Err(type_error(format!("sort kind must be str, not {}", kind::type_name(other)))),
    }
    if !matches!(at(args, 3), Value::None) {
        return Err(value_error("Cannot specify order when the array has no fields."));
    }
    if !matches!(at(args, 2), Value::None) && !matches!(at(args, 4), Value::None) {
        return Err(value_error(
            "`kind` and keyword parameters can't be provided at the same time. Use only one of them.",
        ));
    }
    Ok(())
}

fn sort(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (chunk, axis) = runs(host, at(args, 0), at(args, 1))?;
    check_sort(args)?;
    patient(host, chunk.size() >= LONG, move || order::sort(&chunk, axis)).map(NdArray::value)
}

fn store(target: &Value, done: &Chunk) -> Res<Value> {
    let target = super::convert::this(target)?;
    target.write(|buffer| crate::kernels::copy::assign(buffer, &target.shape, &target.strides, target.offset, done))?;
    Ok(Value::None)
}

fn sort_in_place(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    super::convert::this(at(args, 0))?.may_write("sort array")?;
    let (chunk, axis) = runs(host, at(args, 0), at(args, 1))?;
    check_sort(args)?;
    let done = patient(host, chunk.size() >= LONG, move || order::sort(&chunk, axis))?;
    store(at(args, 0), &done)
}

fn argsort(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (chunk, axis) = match at(args, 1) {
        Value::Int(0 | -1) if array(host, at(args, 0), None)?.ndim() == 0 => runs(host, at(args, 0), &Value::None)?,
        axis => runs(host, at(args, 0), axis)?,
    };
    check_sort(args)?;
    patient(host, chunk.size() >= LONG, move || order::argsort(&chunk, axis)).map(NdArray::value)
}

/// `kth` of `partition`: within the axis.
fn check_partition(host: &mut dyn Host, kth: &Value, how: &Value, size: usize) -> Res<()> {
    match how.as_str() {
        Some("introselect") => {}
        other => {
            let shown = other.unwrap_or_default();
            return Err(value_error(format!("select kind must be 'introselect' (got '{shown}')")));
        }
    }
    let wanted = array(host, kth, None)?;
    if !matches!(wanted.dtype().kind(), Kind::Int | Kind::UInt) {
        return Err(type_error("Partition index must be integer"));
    }
    for place in integers(host, &NdArray::value(wanted.reshape(vec![wanted.size()])?))? {
        if place >= size as i64 || place < -(size as i64) {
            return Err(value_error(format!("kth(={place}) out of bounds ({size})")));
        }
    }
    Ok(())
}

/// `np.partition` and `np.argpartition`: sorted, which is a partition at every place.
fn partition(host: &mut dyn Host, args: &[Value], positions: bool) -> Res<Chunk> {
    let (chunk, axis) = runs(host, at(args, 0), at(args, 2))?;
    check_partition(host, at(args, 1), at(args, 3), chunk.shape.get(axis).copied().unwrap_or(0))?;
    let work = move || if positions { order::argsort(&chunk, axis) } else { order::sort(&chunk, axis) };
    patient(host, true, work)
}

fn partition_in_place(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    super::convert::this(at(args, 0))?.may_write("partition array")?;
    let done = partition(host, args, false)?;
    store(at(args, 0), &done)
}

fn lexsort(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let mut keys = Vec::new();
    for key in sequence(host, at(args, 0))? {
        keys.push(array(host, &key, None)?);
    }
    let Some(first) = keys.first() else {
        return Err(type_error("need sequence of keys with len > 0 in lexsort"));
    };
    if keys.iter().any(|key| key.shape != first.shape) {
        return Err(value_error("all keys need to be the same shape"));
    }
    if first.ndim() == 0 {
        return Ok(result(Chunk::scalar(crate::data::Scalar::Int64(0))));
    }
    let axis = shape::axis(index::as_index(host, at(args, 1))?, first.ndim())?;
    order::lexsort(&keys, axis).map(NdArray::value)
}

fn searchsorted(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let right = match at(args, 2).as_str() {
        Some("left") => false,
        Some("right") => true,
        other => {
            let shown = other.unwrap_or_default();
            return Err(value_error(format!("search side must be 'left' or 'right' (got '{shown}')")));
        }
    };
    let mut sorted = array(host, at(args, 0), None)?;
    if sorted.ndim() != 1 {
        let deep = if sorted.ndim() > 1 {
            "object too deep for desired array"
        } else {
            "object of too small depth for desired array"
        };
        return Err(value_error(deep));
    }
    if !matches!(at(args, 3), Value::None) {
        let by = array(host, at(args, 3), None)?;
        if !matches!(by.dtype().kind(), Kind::Int | Kind::UInt) {
            return Err(type_error("sorter must only contain integers"));
        }
        if by.size() != sorted.size() {
            return Err(value_error("sorter.size must equal a.size"));
        }
        let places = by.to_vec::<i64>()?;
        let count = places.len();
        if places.iter().any(|&place| place < 0 || place >= count as i64) {
            return Err(value_error("Sorter index out of range."));
        }
        let flat = sorted.contiguous()?;
        let first = flat.offset;
        sorted = crate::kernels::copy::take(&flat, places.into_iter().map(|at| first + at as usize), vec![count])?;
    }
    let values = array(host, at(args, 1), None)?;
    Ok(result(order::search(&sorted, &values, right)?))
}

/// `_unique(a, equal_nan)`: elements, where each first stands, numbers, counts.
fn unique(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let chunk = array(host, at(args, 0), None)?;
    let one_nan = flag(host, at(args, 1))?;
    let found = patient(host, chunk.size() >= LONG, move || order::unique(&chunk, one_nan))?;
    let ints = |list: Vec<i64>| {
        let count = list.len();
        NdArray::value(Chunk::of(list, vec![count]))
    };
    Ok(Value::tuple(vec![NdArray::value(found.items), ints(found.first), ints(found.inverse), ints(found.counts)]))
}

/// `_distinct(a, equal_nan)`: the different elements.
fn distinct(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let chunk = array(host, at(args, 0), None)?;
    let one_nan = flag(host, at(args, 1))?;
    patient(host, chunk.size() >= LONG, move || order::distinct(&chunk, one_nan)).map(NdArray::value)
}

/// `_merged(parts, places, axis)`: sorted arrays into one, and where its elements stand.
fn merged(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let mut list = |given: &Value| -> Res<Vec<Chunk>> {
        let parts = sequence(host, given)?;
        parts.iter().map(|part| array(host, part, None)).collect()
    };
    let parts = list(at(args, 0))?;
    let places = match at(args, 1) {
        Value::None => None,
        given => Some(list(given)?),
    };
    let ndim = parts.first().map_or(0, Chunk::ndim);
    let axis = shape::axis(index::as_index(host, at(args, 2))?, ndim)?;
    match places {
        None => order::merge(&parts, axis).map(NdArray::value),
        Some(places) => {
            let (items, places) = order::merge_with(&parts, &places, axis)?;
            Ok(Value::tuple(vec![NdArray::value(items), NdArray::value(places)]))
        }
    }
}

/// `_binned(a, edges, weights)`: `a` of any shape; counts, or sums of weights.
fn binned(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let chunk = array(host, at(args, 0), None)?;
    let edges = array(host, at(args, 1), None)?;
    let weights = match at(args, 2) {
        Value::None => None,
        weights => Some(array(host, weights, None)?),
    };
    order::binned(&chunk, &edges, weights.as_ref()).map(NdArray::value)
}

/// A vector; `ValueError` as NumPy says it.
fn vector(host: &mut dyn Host, v: &Value) -> Res<Chunk> {
    let chunk = array(host, v, None)?;
    match chunk.ndim() {
        0 => chunk.reshape(vec![1]),
        1 => Ok(chunk),
        _ if matches!(v, Value::Native(_)) => Err(value_error("object too deep for desired array")),
        _ => Err(value_error(
            "setting an array element with a sequence. The requested array would exceed the maximum number of dimension \
             of 1.",
        )),
    }
}

fn bincount(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let x = vector(host, at(args, 0))?;
    let listed = !matches!(at(args, 0), Value::Native(_));
    let float = x.dtype().kind() > Kind::Int;
    if float && !(listed && x.size() == 0) {
        return Err(x.dtype().unsafe_cast(DType::Int64));
    }
    let least = index::as_index(host, at(args, 2))?;
    let least = usize::try_from(least).map_err(|_| value_error("'minlength' must not be negative"))?;
    let places = x.to_vec::<i64>()?;
    let weights = match at(args, 1) {
        Value::None => None,
        weights => {
            let weights = vector(host, weights)?;
            if weights.dtype().is_complex() {
                return Err(weights.dtype().unsafe_cast(DType::Float64));
            }
            if weights.size() != places.len() {
                return Err(value_error("The weights and list don't have the same length."));
            }
            Some(weights.to_vec::<f64>()?)
        }
    };
    order::counted(&places, weights.as_deref(), least).map(NdArray::value)
}

/// `_convolve(a, v)`: the full convolution.
fn convolve(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (a, b) = (vector(host, at(args, 0))?, vector(host, at(args, 1))?);
    a.dtype().check_product()?;
    b.dtype().check_product()?;
    let to = a.dtype().promote(b.dtype());
    order::convolve(&cast(&a, to)?, &cast(&b, to)?).map(NdArray::value)
}

/// `_interp(x, xp, fp, left, right)`, with `xp` ascending.
fn interp(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (xs, ys) = (vector(host, at(args, 1))?.to_vec::<f64>()?, vector(host, at(args, 2))?.to_vec::<f64>()?);
    if xs.is_empty() {
        return Err(value_error("array of sample points is empty"));
    }
    if xs.len() != ys.len() {
        return Err(value_error("fp and xp are not of the same length."));
    }
    let mut outside = |slot: usize, default: Option<&f64>| match at(args, slot) {
        Value::None => Ok(default.copied().unwrap_or(f64::NAN)),
        given => kind::to_float(host, given),
    };
    let (left, right) = (outside(3, ys.first())?, outside(4, ys.last())?);
    let x = cast(&array(host, at(args, 0), None)?, DType::Float64)?;
    let made = order::interpolate(&x.to_vec::<f64>()?, &xs, &ys, left, right);
    Ok(result(Chunk::of(made, x.shape)))
}

/// `_axes(axis, ndim)`: the axes that an argument names, counted from the front, sorted.
fn axes(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let ndim = usize::try_from(index::as_index(host, at(args, 1))?).unwrap_or(0);
    let list = super::convert::axes_of(host, at(args, 0), ndim)?;
    Ok(Value::tuple(list.into_iter().map(|axis| Value::Int(axis as i64)).collect::<Vec<Value>>()))
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.sort", sort),
    row("numpy.ndarray.sort", sort_in_place),
    row("numpy.argsort", argsort),
    row("numpy.ndarray.argsort", argsort),
    row("numpy.partition", |host, args| partition(host, args, false).map(NdArray::value)),
    row("numpy.argpartition", |host, args| partition(host, args, true).map(NdArray::value)),
    row("numpy.ndarray.partition", partition_in_place),
    row("numpy.ndarray.argpartition", |host, args| partition(host, args, true).map(NdArray::value)),
    row("numpy.lexsort", lexsort),
    row("numpy.searchsorted", searchsorted),
    row("numpy.ndarray.searchsorted", searchsorted),
    row("numpy._unique", unique),
    row("numpy._distinct", distinct),
    row("numpy._merged", merged),
    row("numpy._binned", binned),
    row("numpy.bincount", bincount),
    row("numpy._convolve", convolve),
    row("numpy._interp", interp),
    row("numpy._axes", axes),
];
