//! `Chunk`: an n-dimensional array over a shared buffer. What tasks exchange; a view costs no copy.

use std::sync::Arc;

use super::buffer::{Buffer, Element, room, with_data, with_dtype};
use super::raised::Res;
use super::{DType, Scalar, shape};

/// Shape, strides and offset (in elements) over a shared buffer.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// The elements.
    pub buffer: Arc<Buffer>,
    /// Sizes.
    pub shape: Vec<usize>,
    /// Steps, in elements.
    pub strides: Vec<isize>,
    /// Position of the first element.
    pub offset: usize,
}

impl Chunk {
    /// A C-contiguous array of these elements. Their number must be that of the shape.
    pub fn of<T: Element>(items: Vec<T>, shape: Vec<usize>) -> Chunk {
        Chunk::over(Buffer::of(items), shape)
    }

    /// A C-contiguous array over a buffer.
    pub fn over(buffer: Buffer, shape: Vec<usize>) -> Chunk {
        debug_assert_eq!(shape::size(&shape), Some(buffer.len()));
        let strides = shape::strides(&shape);
        Chunk { buffer: Arc::new(buffer), shape, strides, offset: 0 }
    }

    /// An array without dimensions.
    pub fn scalar(value: Scalar) -> Chunk {
        with_dtype!(value.dtype(), T => Chunk::of(vec![<T as Element>::cast(value)], Vec::new())).typed(value.dtype())
    }

    /// An array of one value.
    pub fn full(value: Scalar, shape: &[usize]) -> Res<Chunk> {
        with_dtype!(value.dtype(), T => {
            let mut items = room::<T>(shape)?;
            items.resize(shape::size(shape).unwrap_or(0), Element::cast(value));
            Ok(Chunk::of(items, shape.to_vec()).typed(value.dtype()))
        })
    }

    /// Say which times these are, and in which unit, or which fixed strings; other elements keep their dtype.
    #[must_use]
    pub fn typed(mut self, dtype: DType) -> Chunk {
        let alike = |is: fn(DType) -> bool| is(self.dtype()) && is(dtype);
        if self.dtype() != dtype && (alike(DType::is_time) || alike(DType::is_text)) {
            match Arc::get_mut(&mut self.buffer) {
                Some(buffer) => buffer.name(dtype),
                // Shared, as it is nowhere that elements were just made: without room for a copy nothing is renamed.
                None => {
                    if let Ok(copy) = self.buffer.duplicate() {
                        self.buffer = Arc::new(copy.typed(dtype));
                    }
                }
            }
        }
        self
    }

    /// The dtype.
    pub fn dtype(&self) -> DType {
        self.buffer.dtype()
    }

    /// Number of dimensions.
    pub fn ndim(&self) -> usize {
        self.shape.len()
    }

    /// Number of elements.
    pub fn size(&self) -> usize {
        shape::count(&self.shape)
    }

    /// Size of the elements, in bytes.
    pub fn nbytes(&self) -> usize {
        self.size() * self.dtype().itemsize()
    }

    /// Whether the elements lie one after the other in C order.
    pub fn is_contiguous(&self) -> bool {
        let mut step = 1isize;
        for (&n, &stride) in self.shape.iter().zip(&self.strides).rev() {
            if n == 0 {
                return true;
            }
            if n != 1 {
                if stride != step {
                    return false;
                }
                step *= n as isize;
            }
        }
        true
    }

    /// The elements as one slice, if they are of this type and contiguous.
    pub fn items<T: Element>(&self) -> Option<&[T]> {
        if !self.is_contiguous() {
            return None;
        }
        let size = self.size();
        if size == 0 {
            return self.buffer.items::<T>().map(|_| &[] as &[T]);
        }
        self.buffer.items()?.get(self.offset..self.offset + size)
    }

    /// A C-contiguous array with the same elements: itself, if it is one.
    pub fn contiguous(&self) -> Res<Chunk> {
        if self.is_contiguous() { Ok(self.clone()) } else { self.copy() }
    }

    /// A C-contiguous copy in memory of its own.
    pub fn copy(&self) -> Res<Chunk> {
        with_data!(self.buffer.data(), items => {
            let mut out = room(&self.shape)?;
            self.append_to(items, &mut out);
            Ok(Chunk::of(out, self.shape.clone()).typed(self.dtype()))
        })
    }

    /// Append the elements, in C order; `items` are those of the buffer.
    fn append_to<T: Element>(&self, items: &[T], out: &mut Vec<T>) {
        let size = self.size();
        if size == 0 {
            return;
        }
        if self.is_contiguous() {
            out.extend_from_slice(items.get(self.offset..self.offset + size).unwrap_or_default());
            return;
        }
        let (Some((&inner, outer)), Some((&step, steps))) = (self.shape.split_last(), self.strides.split_last()) else {
            return;
        };
        for start in Positions::new(outer, steps, self.offset) {
            if step == 1 {
                out.extend_from_slice(items.get(start..start + inner).unwrap_or_default());
                continue;
            }
            let place = |at: usize| start.wrapping_add_signed(at as isize * step);
            out.extend((0..inner).map(|at| items.get(place(at)).copied().unwrap_or_default()));
        }
    }

    /// Buffer positions of the elements, in C order.
    pub fn positions(&self) -> Positions {
        Positions::new(&self.shape, &self.strides, self.offset)
    }

    /// The elements, in C order, as a vector of their own.
    pub fn to_vec<T: Element>(&self) -> Res<Vec<T>> {
        if let Some(items) = self.items::<T>() {
            let mut out = room(&[items.len()])?;
            out.extend_from_slice(items);
            return Ok(out);
        }
        if self.dtype().is_time() != T::DTYPE.is_time() || self.dtype().is_text() != T::DTYPE.is_text() {
            let text =
                format!("Cannot cast array data from dtype('{}') to dtype('{}')", self.dtype().quoted(), T::DTYPE);
            let rule = if self.dtype().is_text() { " according to the rule 'safe'" } else { "" };
            return Err(super::raised::type_error(text + rule).help("convert first, with .astype()"));
        }
        let mut out = room::<T>(&self.shape)?;
        with_data!(self.buffer.data(), items => for at in self.positions() {
            out.push(items.get(at).map_or(T::default(), |item| T::cast(item.scalar())));
        });
        Ok(out)
    }

    /// The element at a position of the buffer.
    pub fn at(&self, position: usize) -> Scalar {
        self.buffer.get(position).unwrap_or(Scalar::Bool(false))
    }

    /// The element at these indices, which must be in range.
    pub fn get(&self, index: &[usize]) -> Scalar {
        let moved = index.iter().zip(&self.strides).map(|(&at, &stride)| at as isize * stride).sum();
        self.at(self.offset.wrapping_add_signed(moved))
    }

    /// The only element of an array of size 1.
    pub fn only(&self) -> Scalar {
        self.at(self.offset)
    }

    /// The same elements in another shape; a copy if the strides don't allow a view.
    pub fn reshape(&self, shape: Vec<usize>) -> Res<Chunk> {
        if let Some(strides) = self.reshaped_strides(&shape) {
            return Ok(Chunk { buffer: self.buffer.clone(), shape, strides, offset: self.offset });
        }
        let copy = self.copy()?;
        let strides = shape::strides(&shape);
        Ok(Chunk { buffer: copy.buffer, shape, strides, offset: 0 })
    }

    /// Strides under which `shape` is a view of this array; `None` where a copy is needed.
    pub fn reshaped_strides(&self, shape: &[usize]) -> Option<Vec<isize>> {
        if self.is_contiguous() {
            return Some(shape::strides(shape));
        }
        // Sizes of 1 carry no stride: leave them out, then match groups of dimensions with equal products.
        let old: Vec<(usize, isize)> =
            self.shape.iter().copied().zip(self.strides.iter().copied()).filter(|&(n, _)| n != 1).collect();
        let mut strides = vec![0; shape.len()];
        let (mut from, mut to) = (0, 0);
        while from < old.len() && to < shape.len() {
            let (first_from, first_to) = (from, to);
            let (mut a, mut b) = (old.get(from)?.0, *shape.get(to)?);
            while a != b {
                if a < b {
                    from += 1;
                    a *= old.get(from)?.0;
                } else {
                    to += 1;
                    b *= *shape.get(to)?;
                }
            }
            for pair in old.get(first_from..=from)?.windows(2) {
                let [(_, outer), (n, inner)] = pair else { continue };
                if *outer != *inner * *n as isize {
                    return None;
                }
            }
            let mut step = old.get(from)?.1;
            for at in (first_to..=to).rev() {
                *strides.get_mut(at)? = step;
                step *= *shape.get(at)? as isize;
            }
            from += 1;
            to += 1;
        }
        Some(strides)
    }

    /// The axes in another order: axis `i` of the result is axis `axes[i]` of this.
    pub fn transpose(&self, axes: &[usize]) -> Chunk {
        let pick = |at: &usize| self.shape.get(*at).copied().unwrap_or(1);
        let shape = axes.iter().map(pick).collect();
        let strides = axes.iter().map(|at| self.strides.get(*at).copied().unwrap_or(0)).collect();
        Chunk { buffer: self.buffer.clone(), shape, strides, offset: self.offset }
    }

    /// The axes in reverse order.
    pub fn reversed(&self) -> Chunk {
        let axes: Vec<usize> = (0..self.ndim()).rev().collect();
        self.transpose(&axes)
    }

    /// A view broadcast to `target`, which the shape must broadcast to.
    pub fn broadcast_to(&self, target: &[usize]) -> Chunk {
        let strides = shape::broadcast_strides(&self.shape, &self.strides, target);
        Chunk { buffer: self.buffer.clone(), shape: target.to_vec(), strides, offset: self.offset }
    }

    /// A view of the positions that a slice selects on an axis.
    pub fn slice_axis(&self, axis: usize, steps: shape::Steps) -> Chunk {
        let mut out = self.clone();
        if let (Some(n), Some(stride)) = (out.shape.get_mut(axis), out.strides.get_mut(axis)) {
            *n = steps.count;
            out.offset = self.offset.wrapping_add_signed(steps.start as isize * *stride);
            *stride *= steps.step as isize;
        }
        out
    }

    /// A view without an axis, at one position on it.
    pub fn index_axis(&self, axis: usize, at: usize) -> Chunk {
        let mut out = self.slice_axis(axis, shape::Steps { start: at, step: 1, count: 1 });
        out.shape.remove(axis);
        out.strides.remove(axis);
        out
    }

    /// Type, shape and dtype in words, for messages.
    pub fn describe(&self) -> String {
        format!("ndarray of shape {} and dtype {}", shape::show(&self.shape), self.dtype())
    }
}

/// Buffer positions of an array's elements, in C order.
#[derive(Clone, Debug)]
pub struct Positions {
    shape: Vec<usize>,
    strides: Vec<isize>,
    index: Vec<usize>,
    at: usize,
    left: usize,
}

impl Positions {
    /// Of an array with these sizes, steps and first position.
    pub fn new(shape: &[usize], strides: &[isize], offset: usize) -> Positions {
        let left = shape::count(shape);
        Positions { shape: shape.to_vec(), strides: strides.to_vec(), index: vec![0; shape.len()], at: offset, left }
    }
}

impl Iterator for Positions {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.left == 0 {
            return None;
        }
        let found = self.at;
        self.left -= 1;
        let axes = self.index.iter_mut().zip(&self.shape).zip(&self.strides);
        for ((index, &n), &stride) in axes.rev() {
            *index += 1;
            if *index < n {
                self.at = self.at.wrapping_add_signed(stride);
                return Some(found);
            }
            self.at = self.at.wrapping_add_signed(-stride * (n as isize - 1));
            *index = 0;
        }
        Some(found)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}
