//! Shapes, strides, broadcasting, axes and slices: the arithmetic of positions in an array.

use super::raised::{ExcClass, Raised, Res, value_error};

/// Number of elements; `None` past the address space. As in NumPy, axes of no elements do not excuse the others: no
/// product of some of an array's sizes overflows.
pub fn size(shape: &[usize]) -> Option<usize> {
    let others = shape.iter().filter(|&&n| n > 0).try_fold(1usize, |all, &n| all.checked_mul(n));
    let others = others.filter(|&n| isize::try_from(n).is_ok())?;
    Some(if shape.contains(&0) { 0 } else { others })
}

/// Number of elements, the largest number where there are more.
pub fn count(shape: &[usize]) -> usize {
    shape.iter().fold(1, |all: usize, &n| all.saturating_mul(n))
}

/// Python's tuple of a shape: `(2, 3)`, `(3,)`, `()`.
pub fn show(shape: &[usize]) -> String {
    show_with(shape, ", ")
}

/// NumPy's own way in most messages: `(2,3)`, `(3,)`, `()`.
pub fn show_tight(shape: &[usize]) -> String {
    show_with(shape, ",")
}

fn show_with(shape: &[usize], separator: &str) -> String {
    let parts: Vec<String> = shape.iter().map(usize::to_string).collect();
    let comma = if parts.len() == 1 { "," } else { "" };
    format!("({}{comma})", parts.join(separator))
}

/// Strides of a C-contiguous array, in elements.
pub fn strides(shape: &[usize]) -> Vec<isize> {
    let mut strides = vec![0; shape.len()];
    let mut step = 1isize;
    for (stride, &n) in strides.iter_mut().zip(shape).rev() {
        *stride = step;
        step = step.wrapping_mul(n.max(1) as isize);
    }
    strides
}

/// The shape that shapes broadcast to; `None` if they don't.
pub fn broadcast(shapes: &[&[usize]]) -> Option<Vec<usize>> {
    let ndim = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    let mut out = vec![1; ndim];
    for shape in shapes {
        for (place, &n) in out.iter_mut().rev().zip(shape.iter().rev()) {
            if *place == 1 {
                *place = n;
            } else if n != 1 && n != *place {
                return None;
            }
        }
    }
    Some(out)
}

/// What NumPy raises when shapes don't broadcast.
pub fn broadcast_error(shapes: &[&[usize]]) -> Box<Raised> {
    let mut text = String::from("operands could not be broadcast together with shapes ");
    for shape in shapes {
        text.push_str(&show_tight(shape));
        text.push(' ');
    }
    value_error(text).help(
        "shapes are compared from the last dimension backwards: two sizes fit if they are equal or one of them is 1",
    )
}

/// Strides of an array of `shape` and `strides` seen as `target`, which it broadcasts to.
pub fn broadcast_strides(shape: &[usize], strides: &[isize], target: &[usize]) -> Vec<isize> {
    let mut out = vec![0; target.len()];
    for ((place, &n), &stride) in out.iter_mut().rev().zip(shape.iter().rev()).zip(strides.iter().rev()) {
        *place = if n == 1 { 0 } else { stride };
    }
    out
}

/// An axis counted from the front; `AxisError` if there is none.
pub fn axis(axis: i64, ndim: usize) -> Res<usize> {
    let from_front = if axis < 0 { axis + ndim as i64 } else { axis };
    match usize::try_from(from_front) {
        Ok(found) if found < ndim => Ok(found),
        _ => Err(axis_error(axis, ndim)),
    }
}

/// NumPy's `AxisError`.
pub fn axis_error(axis: i64, ndim: usize) -> Box<Raised> {
    let text = format!("axis {axis} is out of bounds for array of dimension {ndim}");
    let cure = match ndim {
        0 => "the array has no axes: leave axis= out".to_owned(),
        n => format!("its axes are 0 to {}, or -{n} to -1 counted from the end", n - 1),
    };
    Raised::new(ExcClass::AxisError, text).help(cure)
}

/// Axes counted from the front, sorted; a repeated one is NumPy's `ValueError`.
pub fn axes(list: &[i64], ndim: usize) -> Res<Vec<usize>> {
    let mut out = Vec::with_capacity(list.len());
    for &at in list {
        let found = axis(at, ndim)?;
        if out.contains(&found) {
            return Err(value_error("duplicate value in 'axis'"));
        }
        out.push(found);
    }
    out.sort_unstable();
    Ok(out)
}

/// Positions that a slice selects.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Steps {
    /// The first position.
    pub start: usize,
    /// From one to the next; not 0.
    pub step: i64,
    /// How many.
    pub count: usize,
}

/// The shape without the reduced axes, or with size 1 there.
pub fn kept(shape: &[usize], axes: &[usize], keepdims: bool) -> Vec<usize> {
    let keep = |(at, &n): (usize, &usize)| match (axes.contains(&at), keepdims) {
        (false, _) => Some(n),
        (true, true) => Some(1),
        (true, false) => None,
    };
    shape.iter().enumerate().filter_map(keep).collect()
}

/// Python's `slice(start, stop, step).indices(length)`. `step` must not be 0.
pub fn slice(start: Option<i64>, stop: Option<i64>, step: i64, length: usize) -> Steps {
    let length = length as i64;
    let (low, high) = if step > 0 { (0, length) } else { (-1, length - 1) };
    let clip = |at: i64| if at < 0 { (at.saturating_add(length)).max(low) } else { at.min(high) };
    let first = start.map_or(if step > 0 { low } else { high }, clip);
    let last = stop.map_or(if step > 0 { high } else { low }, clip);
    let span = if step > 0 { i128::from(last) - i128::from(first) } else { i128::from(first) - i128::from(last) };
    let count = if span <= 0 { 0 } else { ((span - 1) / i128::from(step).abs() + 1) as usize };
    Steps { start: if count == 0 { 0 } else { first as usize }, step, count }
}

/// An index counted from the front; `IndexError` as NumPy says it.
pub fn index(at: i64, axis: usize, length: usize) -> Res<usize> {
    let from_front = if at < 0 { at + length as i64 } else { at };
    match usize::try_from(from_front) {
        Ok(found) if found < length => Ok(found),
        _ => Err(index_error(at, axis, length)),
    }
}

/// What NumPy raises for an index past the end.
pub fn index_error(at: i64, axis: usize, length: usize) -> Box<Raised> {
    let text = format!("index {at} is out of bounds for axis {axis} with size {length}");
    super::raised::index_error(text)
}

/// The shape that `reshape` makes of `size` elements: one `-1` is computed.
pub fn reshape(size: usize, wanted: &[i64]) -> Res<Vec<usize>> {
    let shown = || {
        let word = |&n: &i64| if n < 0 { "newaxis".to_owned() } else { n.to_string() };
        let parts: Vec<String> = wanted.iter().map(word).collect();
        format!("({}{})", parts.join(","), if parts.len() == 1 { "," } else { "" })
    };
    let misfit = || value_error(format!("cannot reshape array of size {size} into shape {}", shown()));
    let known = wanted.iter().filter(|&&n| n >= 0).try_fold(1usize, |all, &n| all.checked_mul(n as usize));
    let known = known.ok_or_else(misfit)?;
    let free = wanted.iter().filter(|&&n| n < 0).count();
    if free > 1 {
        return Err(value_error("can only specify one unknown dimension"));
    }
    let fits = if free == 0 { known == size } else { known != 0 && size.is_multiple_of(known) };
    if !fits {
        return Err(misfit());
    }
    Ok(wanted.iter().map(|&n| if n < 0 { size / known } else { n as usize }).collect())
}
