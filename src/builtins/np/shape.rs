//! Shapes of eager arrays: reshape, transpose, joins, splits, repeats; and the plain methods of arrays.

use super::convert::{
    array, axes, element, integers, items, must_be_none, number, python, result, sequence, this, to_list,
};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType, shape};
use crate::expr::meta::array::{self as rules, Voice, whole};
use crate::kernels::copy::assign;
use crate::kernels::reduce::cast;
use crate::value::array::NdArray;
use crate::value::number::{fits, fits_times};
use crate::value::{Host, Value, index};

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

/// The array of a value, and the array object if it is one (so that views stay views).
fn of(host: &mut dyn Host, v: &Value) -> Res<(Chunk, Option<NdArray>)> {
    match v.as_native::<NdArray>() {
        Some(known) => Ok((known.chunk(), Some(known.clone()))),
        None => Ok((array(host, v, None)?, None)),
    }
}

/// A chunk made from an array: a view of it where it shares the buffer.
fn view(known: Option<NdArray>, chunk: Chunk) -> Value {
    match known {
        Some(known) => Value::native(known.view(chunk)),
        None => NdArray::value(chunk),
    }
}

/// `(2, 3)` from `f(2, 3)` or `f((2, 3))`: the values of `*args`.
fn spread(host: &mut dyn Host, v: &Value) -> Res<Vec<i64>> {
    match items(v).as_deref() {
        Some([one]) => integers(host, one),
        _ => integers(host, v),
    }
}

/// `order=`: whether elements are walked with the first axis fastest.
pub fn columns_first(v: &Value, chunk: &Chunk) -> Res<bool> {
    let Value::Str(order) = v else { return Ok(false) };
    Ok(match order.as_str() {
        "C" | "c" => false,
        "F" | "f" => true,
        "K" | "A" | "k" | "a" => chunk.ndim() > 1 && !chunk.is_contiguous() && chunk.reversed().is_contiguous(),
        other => return Err(value_error(format!("order must be one of 'C', 'F', 'A', or 'K' (got '{other}')"))),
    })
}

/// A copy of an array in memory of its own, laid out as `order=` says.
pub fn laid_out(chunk: &Chunk, order: &Value) -> Res<Chunk> {
    match columns_first(order, chunk)? {
        true => Ok(chunk.reversed().copy()?.reversed()),
        false => chunk.copy(),
    }
}

fn reshape(host: &mut dyn Host, v: &Value, wanted: &[i64], order: &Value) -> Res<Value> {
    if super::convert::is_lazy(v) {
        let da = host.import("dask.array")?;
        let call = host.getattr(&da, crate::data::Sym::new("reshape"))?;
        let sizes = Value::tuple(wanted.iter().map(|&n| Value::Int(n)).collect::<Vec<Value>>());
        return host.call(&call, &[v.clone(), sizes], &[]);
    }
    let (chunk, known) = of(host, v)?;
    let sizes = shape::reshape(chunk.size(), wanted)?;
    if columns_first(order, &chunk)? {
        let turned: Vec<usize> = sizes.into_iter().rev().collect();
        return Ok(view(known, chunk.reversed().reshape(turned)?.reversed()));
    }
    Ok(view(known, chunk.reshape(sizes)?))
}

fn ravel(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    reshape(host, at(args, 0), &[-1], at(args, 1))
}

fn flatten(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let chunk = array(host, at(args, 0), None)?;
    let flat = match columns_first(at(args, 1), &chunk)? {
        true => chunk.reversed().copy()?,
        false => chunk.copy()?,
    };
    let size = flat.size();
    Ok(NdArray::value(flat.reshape(vec![size])?))
}

/// An array joined of others: cast, and written into `out` if that is given.
fn joined(host: &mut dyn Host, made: Chunk, args: &[Value], out: Option<usize>, dtype: usize) -> Res<Value> {
    let made = match super::convert::dtype(at(args, dtype))? {
        Some(to) => cast(&made, to)?,
        None => made,
    };
    match out.map(|slot| at(args, slot)) {
        None | Some(Value::None) => Ok(NdArray::value(made)),
        Some(out) => {
            let target = this(out)?.clone();
            target.may_write("output array")?;
            super::index::setitem(host, &target, &Value::Ellipsis, &NdArray::value(made))?;
            Ok(out.clone())
        }
    }
}

fn transpose(host: &mut dyn Host, v: &Value, wanted: Option<Vec<i64>>) -> Res<Value> {
    if super::convert::is_lazy(v) {
        return crate::builtins::da::build::transpose(host, v, wanted);
    }
    let (chunk, known) = of(host, v)?;
    let meta = whole(chunk.dtype(), chunk.shape.iter().map(|&n| Some(n)).collect());
    let (_, order) = rules::transpose(&meta, wanted.as_deref(), Voice::NumPy)?;
    Ok(view(known, chunk.transpose(&order)))
}

fn transpose_method(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let wanted = match items(at(args, 1)).as_deref() {
        None | Some([]) | Some([Value::None]) => None,
        Some(_) => Some(spread(host, at(args, 1))?),
    };
    transpose(host, at(args, 0), wanted)
}

fn squeeze(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (chunk, known) = of(host, at(args, 0))?;
    let wanted = axes(host, at(args, 1))?;
    let drop: Vec<usize> = match wanted {
        None => (0..chunk.ndim()).filter(|&axis| chunk.shape.get(axis) == Some(&1)).collect(),
        Some(list) => shape::axes(&list, chunk.ndim())?,
    };
    if drop.iter().any(|&axis| chunk.shape.get(axis) != Some(&1)) {
        return Err(value_error("cannot select an axis to squeeze out which has size not equal to one"));
    }
    let mut out = chunk;
    for axis in drop.into_iter().rev() {
        out = out.index_axis(axis, 0);
    }
    Ok(if known.is_none() { result(out) } else { view(known, out) })
}

fn expand_dims(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (mut chunk, known) = of(host, at(args, 0))?;
    let list = integers(host, at(args, 1))?;
    for axis in shape::axes(&list, chunk.ndim() + list.len())? {
        chunk.shape.insert(axis, 1);
        chunk.strides.insert(axis, 0);
    }
    Ok(view(known, chunk))
}

fn broadcast_to(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (chunk, known) = of(host, at(args, 0))?;
    if integers(host, at(args, 1))?.iter().any(|&n| n < 0) {
        return Err(value_error("all elements of broadcast shape must be non-negative"));
    }
    let sizes = super::convert::shape(host, at(args, 1))?;
    if shape::broadcast(&[&chunk.shape, &sizes]).as_ref() != Some(&sizes) {
        return Err(value_error(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {}  and requested shape {}",
            shape::show_tight(&chunk.shape),
            shape::show_tight(&sizes)
        )));
    }
    let wide = chunk.broadcast_to(&sizes);
    let known = known.unwrap_or_else(|| NdArray::new(chunk));
    Ok(Value::native(known.view_to_read(wide)))
}

/// Arrays one after another along an axis; shapes are checked.
pub fn concat_chunks(parts: &[Chunk], axis: i64) -> Res<Chunk> {
    let metas: Vec<_> =
        parts.iter().map(|part| whole(part.dtype(), part.shape.iter().map(|&n| Some(n)).collect())).collect();
    let refs: Vec<_> = metas.iter().collect();
    let (meta, axis) = rules::concat(&refs, axis, Voice::NumPy)?;
    let sizes = meta.sizes().unwrap_or_default();
    let mut start = 0;
    let mut places = Vec::new();
    for part in parts {
        let steps = |&n: &usize| shape::Steps { start: 0, step: 1, count: n };
        let mut place = vec![0; sizes.len()];
        if let Some(first) = place.get_mut(axis) {
            *first = start;
        }
        start += part.shape.get(axis).copied().unwrap_or(0);
        places.push(crate::ops::block::Part { cuts: part.shape.iter().map(steps).collect(), at: place });
    }
    let same: Vec<Chunk> = parts.iter().map(|part| cast(part, meta.dtype)).collect::<Res<_>>()?;
    crate::kernels::copy::merge(&same.iter().collect::<Vec<_>>(), &sizes, &places, meta.dtype)
}

/// Arrays of one shape along a new axis.
pub fn stack_chunks(parts: &[Chunk], axis: i64) -> Res<Chunk> {
    let metas: Vec<_> =
        parts.iter().map(|part| whole(part.dtype(), part.shape.iter().map(|&n| Some(n)).collect())).collect();
    let (_, axis) = rules::stack(&metas.iter().collect::<Vec<_>>(), axis, Voice::NumPy)?;
    let wide: Vec<Chunk> = parts
        .iter()
        .map(|part| {
            let mut part = part.clone();
            part.shape.insert(axis, 1);
            part.strides.insert(axis, 0);
            part
        })
        .collect();
    concat_chunks(&wide, axis as i64)
}

fn chunks(host: &mut dyn Host, v: &Value) -> Res<Vec<Chunk>> {
    sequence(host, v)?.iter().map(|item| array(host, item, None)).collect()
}

fn concatenate(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let list = sequence(host, at(args, 0))?;
    if list.iter().any(super::convert::is_lazy) {
        return crate::builtins::da::make::join(host, &list, at(args, 1), false);
    }
    let parts: Vec<Chunk> = list.iter().map(|item| array(host, item, None)).collect::<Res<_>>()?;
    if matches!(at(args, 1), Value::None) {
        let flat: Vec<Chunk> = parts.iter().map(|part| part.reshape(vec![part.size()])).collect::<Res<_>>()?;
        let made = concat_chunks(&flat, 0)?;
        return joined(host, made, args, Some(2), 3);
    }
    let axis = index::as_index(host, at(args, 1))?;
    let made = concat_chunks(&parts, axis)?;
    joined(host, made, args, Some(2), 3)
}

fn stack(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let list = sequence(host, at(args, 0))?;
    if list.iter().any(super::convert::is_lazy) {
        return crate::builtins::da::make::join(host, &list, at(args, 1), true);
    }
    let parts: Vec<Chunk> = list.iter().map(|item| array(host, item, None)).collect::<Res<_>>()?;
    let axis = index::as_index(host, at(args, 1))?;
    let made = stack_chunks(&parts, axis)?;
    joined(host, made, args, Some(2), 3)
}

/// At least `ndim` axes, new ones in front.
fn at_least(chunk: Chunk, ndim: usize) -> Chunk {
    let mut chunk = chunk;
    while chunk.ndim() < ndim {
        chunk.shape.insert(0, 1);
        chunk.strides.insert(0, 0);
    }
    chunk
}

fn vstack(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let parts: Vec<Chunk> = chunks(host, at(args, 0))?.into_iter().map(|part| at_least(part, 2)).collect();
    let made = concat_chunks(&parts, 0)?;
    joined(host, made, args, None, 1)
}

fn hstack(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let parts: Vec<Chunk> = chunks(host, at(args, 0))?.into_iter().map(|part| at_least(part, 1)).collect();
    let axis = i64::from(parts.first().is_some_and(|part| part.ndim() > 1));
    let made = concat_chunks(&parts, axis)?;
    joined(host, made, args, None, 1)
}

fn column_stack(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let column = |part: Chunk| {
        let part = at_least(part, 1);
        if part.ndim() == 1 { part.reshape(vec![part.size(), 1]) } else { Ok(part) }
    };
    let parts: Vec<Chunk> = chunks(host, at(args, 0))?.into_iter().map(column).collect::<Res<_>>()?;
    concat_chunks(&parts, 1).map(NdArray::value)
}

fn pick(host: &mut dyn Host, v: &Value, axis: &Value, choose: impl Fn(usize) -> Res<Vec<i64>>) -> Res<Value> {
    let chunk = array(host, v, None)?;
    let (chunk, axis) = match axis {
        Value::None => (chunk.reshape(vec![chunk.size()])?, 0),
        axis => {
            let found = shape::axis(index::as_index(host, axis)?, chunk.ndim())?;
            (chunk, found)
        }
    };
    let list = choose(chunk.shape.get(axis).copied().unwrap_or(1))?;
    let count = list.len();
    super::index::take_along(host, &chunk, &Chunk::of(list, vec![count]), axis)
}

fn repeat(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let counts = integers(host, at(args, 1))?;
    pick(host, at(args, 0), at(args, 2), |size| {
        if counts.len() != 1 && counts.len() != size {
            return Err(value_error(format!(
                "operands could not be broadcast together with shape ({size},) ({},)",
                counts.len()
            )));
        }
        let times = |at: usize| counts.get(if counts.len() == 1 { 0 } else { at }).copied().unwrap_or(0);
        if counts.iter().any(|&n| n < 0) {
            return Err(value_error("repeats may not contain negative values."));
        }
        let total = (0..size).try_fold(0usize, |sum, at| sum.checked_add(times(at) as usize));
        fits(total.unwrap_or(usize::MAX), size_of::<i64>())?;
        Ok((0..size).flat_map(|at| std::iter::repeat_n(at as i64, times(at) as usize)).collect())
    })
}

fn tile(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let mut chunk = array(host, at(args, 0), None)?;
    let mut times = integers(host, at(args, 1))?;
    chunk = at_least(chunk, times.len());
    while times.len() < chunk.ndim() {
        times.insert(0, 1);
    }
    for (axis, &n) in times.iter().enumerate() {
        fits_times(chunk.size().max(1), n.max(0) as usize, size_of::<Chunk>().max(64))?;
        let copies = vec![chunk.clone(); n.max(0) as usize];
        chunk = match copies.len() {
            0 => chunk.slice_axis(axis, shape::Steps { start: 0, step: 1, count: 0 }),
            1 => chunk,
            _ => concat_chunks(&copies, axis as i64)?,
        };
    }
    Ok(NdArray::value(chunk.copy()?))
}

fn flip(host: &mut dyn Host, v: &Value, axis: &Value) -> Res<Value> {
    let (chunk, known) = of(host, v)?;
    let which = super::convert::axes_of(host, axis, chunk.ndim())?;
    let turned = which.into_iter().fold(chunk, |chunk, axis| {
        let size = chunk.shape.get(axis).copied().unwrap_or(0);
        chunk.slice_axis(axis, shape::slice(None, None, -1, size))
    });
    Ok(view(known, turned))
}

fn swapaxes(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let ndim = array(host, at(args, 0), None)?.ndim();
    let a = shape::axis(index::as_index(host, at(args, 1))?, ndim)?;
    let b = shape::axis(index::as_index(host, at(args, 2))?, ndim)?;
    let mut order: Vec<i64> = (0..ndim as i64).collect();
    order.swap(a, b);
    transpose(host, at(args, 0), Some(order))
}

/// `np.split`, `np.array_split`.
fn split(host: &mut dyn Host, args: &[Value], equal: bool) -> Res<Value> {
    let (chunk, known) = of(host, at(args, 0))?;
    let axis = shape::axis(index::as_index(host, at(args, 2))?, chunk.ndim())?;
    let size = chunk.shape.get(axis).copied().unwrap_or(0);
    let mut cuts: Vec<usize> = match at(args, 1) {
        Value::Int(n) => {
            let n = usize::try_from(*n).ok().filter(|&n| n > 0);
            let n = n.ok_or_else(|| value_error("number sections must be larger than 0."))?;
            if equal && !size.is_multiple_of(n) {
                return Err(value_error("array split does not result in an equal division"));
            }
            let (base, more) = (size / n, size % n);
            let mut cuts = Vec::new();
            cuts.try_reserve(n).map_err(|_| crate::value::number::memory_error())?;
            cuts.extend((1..n).map(|at| at * base + at.min(more)));
            cuts
        }
        other => integers(host, other)?
            .into_iter()
            .map(|at| if at < 0 { (at + size as i64).max(0) } else { at } as usize)
            .collect(),
    };
    cuts.push(size);
    let mut start = 0;
    let mut out = Vec::new();
    for end in cuts {
        let end = end.min(size);
        let steps = shape::Steps { start: start.min(end), step: 1, count: end.saturating_sub(start) };
        out.push(view(known.clone(), chunk.slice_axis(axis, steps)));
        start = end;
    }
    Ok(Value::list(out))
}

fn item(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let chunk = array(host, at(args, 0), None)?;
    let wanted = items(at(args, 1)).unwrap_or_default();
    match wanted.as_slice() {
        [] if chunk.size() == 1 => Ok(python(chunk.only())),
        [] => Err(value_error("can only convert an array of size 1 to a Python scalar")),
        [Value::Int(flat)] => {
            let at = shape::index(*flat, 0, chunk.size())?;
            Ok(chunk.positions().nth(at).map_or(Value::None, |at| python(chunk.at(at))))
        }
        _ => {
            let array = this(at(args, 0))?.clone();
            let found = super::index::getitem(host, &array, &Value::tuple(wanted))?;
            Ok(number(&found).map_or(found, |(value, _)| python(value)))
        }
    }
}

fn fill(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let array = this(at(args, 0))?;
    let value = element(host, at(args, 1), array.dtype())?;
    let value = Chunk::scalar(value);
    array.write(|buffer| assign(buffer, &array.shape, &array.strides, array.offset, &value))?;
    Ok(Value::None)
}

fn copy(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let chunk = array(host, at(args, 0), None)?;
    Ok(NdArray::value(laid_out(&chunk, at(args, 1))?))
}

/// Positions brought into range as `mode=` says.
fn within(list: &Chunk, size: usize, mode: &Value) -> Res<Chunk> {
    let last = size as i64 - 1;
    let bring: fn(i64, i64) -> i64 = match mode {
        Value::Str(mode) if mode.as_str() == "wrap" => |at, last| at.rem_euclid((last + 1).max(1)),
        Value::Str(mode) if mode.as_str() == "clip" => |at, last| at.clamp(0, last.max(0)),
        _ => return Ok(list.clone()),
    };
    let moved = list.to_vec::<i64>()?.into_iter().map(|at| bring(at, last)).collect::<Vec<i64>>();
    Ok(Chunk::of(moved, list.shape.clone()))
}

fn take_fn(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let mut list = array(host, at(args, 1), None)?;
    if list.size() == 0 && at(args, 1).as_native::<NdArray>().is_none() {
        list = cast(&list, DType::Int64)?;
    }
    must_be_none(at(args, 3), "out")?;
    if list.dtype() != DType::Bool && !list.dtype().is_whole() {
        return Err(list.dtype().unsafe_cast(DType::Int64));
    }
    let chunk = array(host, at(args, 0), None)?;
    match at(args, 2) {
        Value::None => {
            let flat = chunk.reshape(vec![chunk.size()])?;
            let list = within(&list, flat.size(), at(args, 4))?;
            super::index::take_along(host, &flat, &list, 0)
        }
        axis => {
            let axis = shape::axis(index::as_index(host, axis)?, chunk.ndim())?;
            let list = within(&list, chunk.shape.get(axis).copied().unwrap_or(0), at(args, 4))?;
            super::index::take_along(host, &chunk, &list, axis)
        }
    }
}

fn shape_of(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    Ok(super::convert::shape_value(&array(host, at(args, 0), None)?.shape))
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.reshape", |host, args| {
        let wanted = integers(host, at(args, 1))?;
        reshape(host, at(args, 0), &wanted, at(args, 2))
    }),
    row("numpy.ndarray.reshape", |host, args| {
        let wanted = spread(host, at(args, 3))?;
        reshape(host, at(args, 0), &wanted, at(args, 1))
    }),
    row("numpy.ravel", ravel),
    row("numpy.ndarray.ravel", ravel),
    row("numpy.ndarray.flatten", flatten),
    row("numpy.transpose", |host, args| {
        let wanted = axes(host, at(args, 1))?;
        transpose(host, at(args, 0), wanted)
    }),
    row("numpy.ndarray.transpose", transpose_method),
    row("numpy.squeeze", squeeze),
    row("numpy.ndarray.squeeze", squeeze),
    row("numpy.expand_dims", expand_dims),
    row("numpy.broadcast_to", broadcast_to),
    row("numpy.concatenate", concatenate),
    row("numpy.stack", stack),
    row("numpy.vstack", vstack),
    row("numpy.hstack", hstack),
    row("numpy.column_stack", column_stack),
    row("numpy.repeat", repeat),
    row("numpy.ndarray.repeat", repeat),
    row("numpy.tile", tile),
    row("numpy.flip", |host, args| flip(host, at(args, 0), at(args, 1))),
    row("numpy.flipud", |host, args| flip(host, at(args, 0), &Value::Int(0))),
    row("numpy.fliplr", |host, args| flip(host, at(args, 0), &Value::Int(1))),
    row("numpy.swapaxes", swapaxes),
    row("numpy.ndarray.swapaxes", swapaxes),
    row("numpy.split", |host, args| split(host, args, true)),
    row("numpy.array_split", |host, args| split(host, args, false)),
    row("numpy.take", take_fn),
    row("numpy.ndarray.take", take_fn),
    row("numpy.copy", copy),
    row("numpy.shape", shape_of),
    row("numpy.ndim", |host, args| Ok(Value::Int(array(host, at(args, 0), None)?.ndim() as i64))),
    row("numpy._size", |host, args| Ok(Value::Int(array(host, at(args, 0), None)?.size() as i64))),
    row("numpy.ndarray.copy", copy),
    row("numpy.ndarray.item", item),
    row("numpy.ndarray.tolist", |host, args| Ok(to_list(&array(host, at(args, 0), None)?))),
    row("numpy.ndarray.fill", fill),
    row("numpy.ndarray.astype", |host, args| {
        let (array, to) = (this(at(args, 0))?.dtype(), super::convert::dtype(at(args, 1))?.unwrap_or(DType::Float64));
        super::convert::check_cast(array, to, at(args, 3), "Cannot cast array data")?;
        if array == to && matches!(at(args, 5), Value::Bool(false)) {
            return Ok(at(args, 0).clone());
        }
        super::ufunc::astype(host, at(args, 0), at(args, 1)).map(super::convert::without_axes)
    }),
    row("numpy.ndarray.round", super::ufunc::round),
    row("numpy.ndarray.clip", super::ufunc::clip),
    row("numpy.ndarray.conjugate", |host, args| super::ufunc::call(host, "conjugate", args.get(..1).unwrap_or(args))),
    row("numpy.ndarray.conj", |host, args| super::ufunc::call(host, "conjugate", args.get(..1).unwrap_or(args))),
    row("numpy.ndarray.nonzero", super::index::nonzero),
    row("numpy.nonzero", super::index::nonzero),
    row("numpy.flatnonzero", |host, args| {
        let flat = ravel(host, args.get(..1).unwrap_or(args))?;
        match super::index::nonzero(host, &[flat])? {
            Value::Tuple(found) => Ok(found.items.first().cloned().unwrap_or(Value::None)),
            other => Ok(other),
        }
    }),
    row("numpy.argwhere", |host, args| {
        let found = super::index::nonzero(host, args)?;
        let stacked = stack(host, &[found, Value::Int(1)])?;
        Ok(stacked)
    }),
    row("numpy.isscalar", |_, args| {
        Ok(Value::Bool(super::convert::number(at(args, 0)).is_some() || matches!(at(args, 0), Value::Str(_))))
    }),
];
