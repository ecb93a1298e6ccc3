//! Indexing of eager arrays: views for integers and slices, copies for masks and integer arrays; and assignment.

use super::convert::{array, number, result};
use crate::data::buffer::with_data;
use crate::data::chunk::Positions;
use crate::data::raised::{Res, index_error, type_error, value_error};
use crate::data::{Chunk, DType, Raised, shape};
use crate::expr::meta::index::BAD_INDEX;
use crate::kernels::copy::{assign, take};
use crate::kernels::reduce::cast;
use crate::value::array::{NdArray, np_scalar};
use crate::value::{Host, Value, index};

/// One entry of an index.
enum Entry {
    At(i64),
    Slice(Option<i64>, Option<i64>, i64),
    New,
    Ellipsis,
    Integers(Chunk),
    Mask(Chunk),
}

impl Entry {
    fn takes(&self) -> usize {
        match self {
            Entry::New | Entry::Ellipsis => 0,
            Entry::Mask(mask) => mask.ndim(),
            _ => 1,
        }
    }
}

fn entries(host: &mut dyn Host, index: &Value) -> Res<Vec<Entry>> {
    match index {
        Value::Tuple(tuple) => tuple.items.iter().map(|item| entry(host, item)).collect(),
        other => Ok(vec![entry(host, other)?]),
    }
}

fn entry(host: &mut dyn Host, item: &Value) -> Res<Entry> {
    Ok(match item {
        Value::None => Entry::New,
        Value::Ellipsis => Entry::Ellipsis,
        Value::Int(at) => Entry::At(*at),
        Value::Bool(flag) => Entry::Mask(Chunk::scalar(crate::data::Scalar::Bool(*flag))),
        Value::Np(dtype, bits) if dtype.is_whole() => Entry::At(*bits as i64),
        Value::Np(DType::Bool, bits) => Entry::Mask(Chunk::scalar(crate::data::Scalar::Bool(*bits != 0))),
        Value::Slice(slice) => {
            let start = bound(host, &slice.start)?;
            let stop = bound(host, &slice.stop)?;
            let step = bound(host, &slice.step)?.unwrap_or(1);
            if step == 0 {
                return Err(value_error("slice step cannot be zero"));
            }
            Entry::Slice(start, stop, step)
        }
        Value::List(_) | Value::Tuple(_) | Value::Range(_) => from_array(array(host, item, None)?, true)?,
        Value::Float(_) | Value::Str(_) | Value::Dict(_) | Value::Np(..) => return Err(index_error(BAD_INDEX)),
        other => match other.as_native::<NdArray>() {
            Some(array) => from_array(array.chunk(), false)?,
            None if super::convert::is_lazy(other) => from_array(array(host, other, None)?, false)?,
            None => match index::try_index(host, other)? {
                Some(Value::Int(at)) => Entry::At(at),
                _ => return Err(index_error(BAD_INDEX)),
            },
        },
    })
}

fn from_array(chunk: Chunk, from_list: bool) -> Res<Entry> {
    match chunk.dtype() {
        DType::Bool => Ok(Entry::Mask(chunk)),
        DType::Int64 => Ok(Entry::Integers(chunk)),
        dtype if dtype.is_whole() => Ok(Entry::Integers(cast(&chunk, DType::Int64)?)),
        _ if from_list && chunk.size() == 0 => Ok(Entry::Integers(cast(&chunk, DType::Int64)?)),
        _ => Err(index_error("arrays used as indices must be of integer (or boolean) type")),
    }
}

fn bound(host: &mut dyn Host, v: &Value) -> Res<Option<i64>> {
    match v {
        Value::None => Ok(None),
        Value::Int(at) => Ok(Some(*at)),
        other => match index::try_index(host, other)? {
            Some(found) => Ok(Some(crate::value::slices::clip(&found))),
            None => Err(type_error("slice indices must be integers or None or have an __index__ method")),
        },
    }
}

fn expand(entries: Vec<Entry>, ndim: usize) -> Res<Vec<Entry>> {
    let used: usize = entries.iter().map(Entry::takes).sum();
    if used > ndim {
        return Err(too_many(ndim, used));
    }
    let mut out = Vec::with_capacity(ndim + 1);
    let mut missing = ndim - used;
    let mut seen = false;
    for entry in entries {
        if matches!(entry, Entry::Ellipsis) {
            if seen {
                return Err(index_error("an index can only have a single ellipsis ('...')"));
            }
            seen = true;
            out.extend((0..missing).map(|_| Entry::Slice(None, None, 1)));
            missing = 0;
        } else {
            out.push(entry);
        }
    }
    out.extend((0..missing).map(|_| Entry::Slice(None, None, 1)));
    Ok(out)
}

fn too_many(ndim: usize, used: usize) -> Box<Raised> {
    index_error(format!("too many indices for array: array is {ndim}-dimensional, but {used} were indexed"))
}

/// What an index selects: a view, or single positions.
enum Selected {
    View(Chunk),
    Positions { positions: Vec<usize>, shape: Vec<usize> },
}

fn select(chunk: &Chunk, entries: Vec<Entry>) -> Res<Selected> {
    let entries = expand(entries, chunk.ndim())?;
    if entries.iter().any(|entry| matches!(entry, Entry::Integers(_) | Entry::Mask(_))) {
        return fancy(chunk, entries);
    }
    let mut out = chunk.clone();
    let (mut axis, mut from) = (0, 0);
    for entry in entries {
        let size = chunk.shape.get(from).copied().unwrap_or(0);
        match entry {
            Entry::At(at) => {
                out = out.index_axis(axis, shape::index(at, from, size)?);
                from += 1;
            }
            Entry::Slice(start, stop, step) => {
                out = out.slice_axis(axis, shape::slice(start, stop, step, size));
                axis += 1;
                from += 1;
            }
            _ => {
                out.shape.insert(axis, 1);
                out.strides.insert(axis, 0);
                axis += 1;
            }
        }
    }
    Ok(Selected::View(out))
}

/// Axes of an index with arrays: kept ones, and index arrays with the stride of their axis.
struct Fancy {
    shape: Vec<usize>,
    strides: Vec<isize>,
    offset: usize,
    arrays: Vec<(Chunk, isize)>,
    place: Option<usize>,
    together: bool,
    after_array: bool,
}

impl Fancy {
    fn advanced(&mut self) {
        self.together &= self.place.is_none() || self.after_array;
        self.place.get_or_insert(self.shape.len());
        self.after_array = true;
    }

    fn integers(&mut self, list: &Chunk, axis: usize, chunk: &Chunk) -> Res<()> {
        let size = chunk.shape.get(axis).copied().unwrap_or(0);
        let stride = chunk.strides.get(axis).copied().unwrap_or(0);
        let found: Vec<i64> = list.to_vec::<i64>()?;
        let positions: Res<Vec<i64>> =
            found.iter().map(|&at| shape::index(at, axis, size).map(|at| at as i64)).collect();
        self.arrays.push((Chunk::of(positions?, list.shape.clone()), stride));
        Ok(())
    }
}

fn fancy(chunk: &Chunk, entries: Vec<Entry>) -> Res<Selected> {
    let mut all = Fancy {
        shape: Vec::new(),
        strides: Vec::new(),
        offset: chunk.offset,
        arrays: Vec::new(),
        place: None,
        together: true,
        after_array: false,
    };
    let mut axis = 0;
    for entry in entries {
        let size = chunk.shape.get(axis).copied().unwrap_or(0);
        let stride = chunk.strides.get(axis).copied().unwrap_or(0);
        match entry {
            Entry::At(at) => {
                all.advanced();
                all.integers(&Chunk::of(vec![at], Vec::new()), axis, chunk)?;
                axis += 1;
            }
            Entry::Integers(list) => {
                all.advanced();
                all.integers(&list, axis, chunk)?;
                axis += 1;
            }
            Entry::Mask(mask) => {
                all.advanced();
                add_mask(&mut all, &mask, axis, chunk)?;
                axis += mask.ndim();
            }
            Entry::Slice(start, stop, step) => {
                let steps = shape::slice(start, stop, step, size);
                all.offset = all.offset.wrapping_add_signed(steps.start as isize * stride);
                all.shape.push(steps.count);
                all.strides.push(stride * steps.step as isize);
                all.after_array = false;
                axis += 1;
            }
            _ => {
                all.shape.push(1);
                all.strides.push(0);
                all.after_array = false;
            }
        }
    }
    positions(all)
}

fn add_mask(all: &mut Fancy, mask: &Chunk, axis: usize, chunk: &Chunk) -> Res<()> {
    for (at, &n) in mask.shape.iter().enumerate() {
        let size = chunk.shape.get(axis + at).copied().unwrap_or(0);
        if n != size {
            return Err(index_error(format!(
                "boolean index did not match indexed array along axis {}; size of axis is {size} but size of \
                 corresponding boolean axis is {n}",
                axis + at
            )));
        }
    }
    if mask.ndim() == 0 {
        let count = usize::from(mask.only().as_bool());
        all.arrays.push((Chunk::of(vec![0i64; count], vec![count]), 0));
        return Ok(());
    }
    for (at, list) in true_positions(mask)?.into_iter().enumerate() {
        let stride = chunk.strides.get(axis + at).copied().unwrap_or(0);
        let count = list.len();
        all.arrays.push((Chunk::of(list, vec![count]), stride));
    }
    Ok(())
}

/// The indices of the true elements, one list for each axis.
pub fn true_positions(mask: &Chunk) -> Res<Vec<Vec<i64>>> {
    let flags = mask.to_vec::<bool>()?;
    let mut out: Vec<Vec<i64>> = vec![Vec::new(); mask.ndim()];
    let steps = shape::strides(&mask.shape);
    for (at, _) in flags.iter().enumerate().filter(|(_, flag)| **flag) {
        for ((list, &n), &step) in out.iter_mut().zip(&mask.shape).zip(&steps) {
            list.push((at / step.max(1) as usize % n.max(1)) as i64);
        }
    }
    Ok(out)
}

fn positions(all: Fancy) -> Res<Selected> {
    let shapes: Vec<&[usize]> = all.arrays.iter().map(|(list, _)| list.shape.as_slice()).collect();
    let Some(joint) = shape::broadcast(&shapes) else {
        let shown: String = shapes.iter().map(|sizes| shape::show_tight(sizes) + " ").collect();
        return Err(index_error(format!(
            "shape mismatch: indexing arrays could not be broadcast together with shapes {shown}"
        )));
    };
    let mut moves = vec![0isize; shape::size(&joint).unwrap_or(0)];
    for (list, stride) in &all.arrays {
        let wide = list.broadcast_to(&joint).to_vec::<i64>()?;
        for (place, at) in moves.iter_mut().zip(wide) {
            *place += at as isize * stride;
        }
    }
    let place = if all.together { all.place.unwrap_or(0) } else { 0 };
    let (before, after) = all.shape.split_at(place);
    let (steps_before, steps_after) = all.strides.split_at(place);
    let mut out = Vec::new();
    for first in Positions::new(before, steps_before, all.offset) {
        for &by in &moves {
            out.extend(Positions::new(after, steps_after, first.wrapping_add_signed(by)));
        }
    }
    let shape = [before, &joint, after].concat();
    Ok(Selected::Positions { positions: out, shape })
}

/// `array[index]`.
pub fn getitem(host: &mut dyn Host, array: &NdArray, index: &Value) -> Res<Value> {
    let list = entries(host, index)?;
    let has_ellipsis = list.iter().any(|entry| matches!(entry, Entry::Ellipsis));
    let chunk = array.chunk();
    match select(&chunk, list)? {
        Selected::View(view) if view.ndim() == 0 && !has_ellipsis => Ok(np_scalar(view.only())),
        Selected::View(view) => Ok(Value::native(array.view(view))),
        Selected::Positions { positions, shape } => Ok(result(take(&chunk, positions.into_iter(), shape)?)),
    }
}

/// `array[index] = value`.
pub fn setitem(host: &mut dyn Host, array: &NdArray, index: &Value, value: &Value) -> Res<()> {
    let list = entries(host, index)?;
    let one_mask = matches!(list.as_slice(), [Entry::Mask(_)]);
    let whole = list.iter().any(|entry| matches!(entry, Entry::Ellipsis)) || list.is_empty();
    let target = select(&array.chunk(), list)?;
    let single = match &target {
        Selected::View(at) if at.ndim() == 0 && !whole => super::single::element(host, value, array.dtype())?,
        _ => None,
    };
    let values = match number(value) {
        _ if let Some(element) = single => element,
        Some(_) => Chunk::scalar(super::convert::element(host, value, array.dtype())?),
        // Python's own numbers must fit; elements of arrays are cut.
        None if value.as_native::<NdArray>().is_some() => super::convert::array(host, value, None)?,
        None => super::convert::array(host, value, Some(array.dtype()))?,
    };
    match target {
        Selected::View(view) => {
            let Chunk { shape, strides, offset, buffer } = view;
            drop(buffer);
            let values = fit(values, &shape)?;
            array.write(|buffer| assign(buffer, &shape, &strides, offset, &values))
        }
        Selected::Positions { positions, shape } => {
            let values = match shape::broadcast(&[&values.shape, &shape]) {
                Some(joint) if joint == shape => values.broadcast_to(&shape),
                _ if one_mask && values.ndim() == 1 => {
                    return Err(value_error(format!(
                        "NumPy boolean array indexing assignment cannot assign {} input values to the {} output values \
                         where the mask is true",
                        values.size(),
                        positions.len()
                    )));
                }
                _ => {
                    return Err(value_error(format!(
                        "shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}",
                        shape::show_tight(&values.shape),
                        shape::show_tight(&shape)
                    )));
                }
            };
            let values = cast(&values, array.dtype())?.copy()?;
            array.write(|buffer| scatter(buffer, &positions, &values))
        }
    }
}

fn scatter(buffer: &mut crate::data::Buffer, positions: &[usize], values: &Chunk) -> Res<()> {
    with_data!(buffer.data_mut(), items => {
        for (at, from) in positions.iter().zip(values.positions()) {
            if let Some(place) = items.get_mut(*at) {
                *place = crate::data::Element::cast(values.at(from));
            }
        }
        Ok(())
    })
}

/// The values broadcast to the region that they are written to; leading axes of size 1 may be left over.
fn fit(values: Chunk, target: &[usize]) -> Res<Chunk> {
    let extra = values.ndim().saturating_sub(target.len());
    let trimmed = if values.shape.iter().take(extra).all(|&n| n == 1) {
        values.reshape(values.shape.get(extra..).unwrap_or_default().to_vec())?
    } else {
        values.clone()
    };
    match shape::broadcast(&[&trimmed.shape, target]) {
        Some(joint) if joint == target => Ok(trimmed),
        _ => Err(value_error(format!(
            "could not broadcast input array from shape {} into shape {}",
            shape::show_tight(&values.shape),
            shape::show_tight(target)
        ))),
    }
}

/// `np.nonzero(a)`: a tuple of the indices along each axis.
pub fn nonzero(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let Some(a) = args.first() else { return Ok(Value::None) };
    let mask = cast(&array(host, a, None)?, DType::Bool)?;
    if mask.ndim() == 0 {
        return Err(value_error(
            "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.",
        ));
    }
    let lists = true_positions(&mask)?;
    let arrays = lists.into_iter().map(|list| {
        let count = list.len();
        NdArray::value(Chunk::of(list, vec![count]))
    });
    Ok(Value::tuple(arrays.collect::<Vec<Value>>()))
}

/// `np.take(a, indices, axis)`.
pub fn take_along(host: &mut dyn Host, a: &Chunk, indices: &Chunk, axis: usize) -> Res<Value> {
    let _ = host;
    let mut list: Vec<Entry> = (0..axis).map(|_| Entry::Slice(None, None, 1)).collect();
    list.push(Entry::Integers(cast(indices, DType::Int64)?));
    match select(a, list)? {
        Selected::Positions { positions, shape } => Ok(result(take(a, positions.into_iter(), shape)?)),
        Selected::View(view) => Ok(result(view)),
    }
}
