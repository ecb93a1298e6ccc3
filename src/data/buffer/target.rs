//! Memory for one array that several tasks fill, each its own part.

use std::mem::MaybeUninit;
use std::sync::{Mutex, PoisonError};

use super::super::chunk::Positions;
use super::super::raised::{ExcClass, Raised, Res};
use super::super::{DType, shape};
use super::{Buffer, Data, Element, room, with_data};

/// Parts of an array of at least this many bytes are written past the caches: nobody reads them soon enough.
const STREAM_FROM: usize = 1 << 24;

/// Memory for one array that several tasks fill, each its own part: the parts need not be copied together at the end.
#[derive(Debug)]
pub struct Target {
    dtype: DType,
    shape: Vec<usize>,
    state: Mutex<Filling>,
}

#[derive(Debug, Default)]
struct Filling {
    /// Room for all elements, and none in it; made when the first part comes.
    data: Option<Data>,
    /// Parts that were handed out.
    taken: Vec<Part>,
    /// Elements that were written.
    written: usize,
}

/// A box of elements: its first index, and its shape.
type Part = (Vec<usize>, Vec<usize>);

/// Whether two boxes have an element in common.
fn meet(a: &Part, b: &Part) -> bool {
    let before = |(start, count): (&usize, &usize), other: &usize| *other < start.saturating_add(*count);
    let axes = a.0.iter().zip(&a.1).zip(b.0.iter().zip(&b.1));
    axes.into_iter().all(|(a, b)| before(a, b.0) && before(b, a.0))
}

/// A part of a [`Target`], to be filled in C order.
pub struct Filler<'a, T> {
    /// What is left of a run of elements that stand together.
    slots: &'a mut [MaybeUninit<T>],
    /// Where the array begins, where the next runs begin, and how long each is.
    base: *mut T,
    runs: Positions,
    run: usize,
    /// How many were written.
    done: usize,
    /// Whether the elements are written past the caches.
    streams: bool,
}

impl<T: Element> Filler<'_, T> {
    /// Write the next elements; what does not fit is left out.
    pub fn push(&mut self, mut items: &[T]) {
        while !items.is_empty() {
            if self.slots.is_empty() && !self.turn() {
                return;
            }
            let count = self.slots.len().min(items.len());
            let (Some((now, later)), Some((room, rest))) =
                (items.split_at_checked(count), std::mem::take(&mut self.slots).split_at_mut_checked(count))
            else {
                return;
            };
            if self.streams {
                stream(room, now);
            } else {
                room.write_copy_of_slice(now);
            }
            (self.slots, items) = (rest, later);
            self.done += count;
        }
    }

    /// Go on to the next run, if there is one.
    #[allow(unsafe_code)]
    fn turn(&mut self) -> bool {
        let Some(at) = self.runs.next() else { return false };
        // SAFETY: `fill` made `runs` of a box that lies within the room that begins at `base`, and that no other part
        // meets: each run is given once, and runs do not overlap.
        self.slots = unsafe { std::slice::from_raw_parts_mut(self.base.add(at).cast::<MaybeUninit<T>>(), self.run) };
        self.run > 0
    }
}

/// Bytes of a line of the caches.
const LINE: usize = 64;

/// Copy elements past the caches, so that what stood at their place is not read first. [`streamed`] ends a series.
#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
fn stream<T: Element>(room: &mut [MaybeUninit<T>], items: &[T]) {
    use std::arch::x86_64::{__m128i, _mm_loadu_si128, _mm_stream_si128};
    let count = room.len().min(items.len());
    let head = room.as_ptr().align_offset(LINE).min(count);
    let lines = (count - head) * size_of::<T>() / LINE;
    let middle = lines * LINE / size_of::<T>();
    let (first, rest) = room[..count].split_at_mut(head);
    let (room, last) = rest.split_at_mut(middle);
    first.write_copy_of_slice(&items[..head]);
    last.write_copy_of_slice(&items[head + middle..count]);
    let (to, from) = (room.as_mut_ptr().cast::<__m128i>(), items[head..head + middle].as_ptr().cast::<__m128i>());
    for at in 0..lines * (LINE / size_of::<__m128i>()) {
        // SAFETY: `to` is `lines` whole lines of room, aligned to a line, and `from` as many bytes of elements; loads need
        // no alignment. SSE2 is part of this architecture.
        unsafe { _mm_stream_si128(to.add(at), _mm_loadu_si128(from.add(at))) };
    }
}

/// Make what [`stream`] wrote visible before whatever this thread writes next.
#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
fn streamed() {
    // SAFETY: SSE is part of this architecture.
    unsafe { std::arch::x86_64::_mm_sfence() };
}

/// Elsewhere elements are copied as usual.
#[cfg(not(target_arch = "x86_64"))]
fn stream<T: Element>(room: &mut [MaybeUninit<T>], items: &[T]) {
    room.write_copy_of_slice(items);
}

/// Nothing to wait for.
#[cfg(not(target_arch = "x86_64"))]
fn streamed() {}

impl Target {
    /// Room for an array.
    pub fn new(dtype: DType, shape: Vec<usize>) -> Target {
        Target { dtype, shape, state: Mutex::default() }
    }

    /// The dtype of the array.
    pub fn dtype(&self) -> DType {
        self.dtype
    }

    /// The shape of the array.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// Fill a box, in C order: its first index and its shape. Each part is filled once in a run.
    pub fn fill<T: Element>(
        &self,
        start: &[usize],
        shape: &[usize],
        work: impl FnOnce(&mut Filler<'_, T>) -> Res<()>,
    ) -> Res<()> {
        let base = self.claim::<T>(start, shape)?;
        let count = shape::size(shape).unwrap_or(0);
        // Axes from the last one on that are taken whole, and the one before them, stand together.
        let whole = shape.iter().zip(&self.shape).rev().take_while(|(part, all)| part == all).count();
        let outer = shape.len().saturating_sub(whole + 1);
        let strides = shape::strides(&self.shape);
        let offset = start.iter().zip(&strides).map(|(&at, &step)| at as isize * step).sum::<isize>() as usize;
        let (axes, inner) = shape.split_at(outer);
        let runs = Positions::new(axes, strides.get(..outer).unwrap_or_default(), offset);
        let size = shape::size(&self.shape).unwrap_or(0).saturating_mul(size_of::<T>());
        let streams = size >= STREAM_FROM;
        let run = inner.iter().product();
        let mut filler = Filler { slots: &mut [], base, runs, run, done: 0, streams };
        let done = work(&mut filler);
        if filler.streams {
            streamed();
        }
        let written = filler.done;
        self.lock().written += if written == count { count } else { 0 };
        done?;
        if written == count { Ok(()) } else { Err(broken("a part of an array was not filled")) }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Filling> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Take a part for writing; where the whole array begins.
    fn claim<T: Element>(&self, start: &[usize], part: &[usize]) -> Res<*mut T> {
        let mut state = self.lock();
        if state.data.is_none() {
            state.data = Some(T::wrap(room::<T>(&self.shape)?));
            (state.taken, state.written) = (Vec::new(), 0);
        }
        let size = shape::size(&self.shape).unwrap_or(0);
        let inside =
            |((&at, &count), &all): ((&usize, &usize), &usize)| at.checked_add(count).is_some_and(|end| end <= all);
        let fits = start.len() == self.shape.len() && part.len() == self.shape.len();
        if !fits || !start.iter().zip(part).zip(&self.shape).all(inside) {
            return Err(broken("a part lies outside of its array"));
        }
        let part = (start.to_vec(), part.to_vec());
        if state.taken.iter().any(|other| meet(other, &part)) {
            return Err(broken("two parts of an array overlap"));
        }
        let Some(items) = state.data.as_mut().and_then(T::of_mut).and_then(|items| items.own_mut()) else {
            return Err(broken("a part has another dtype than its array"));
        };
        if items.capacity() < size {
            return Err(broken("an array has too little room"));
        }
        let base = items.as_mut_ptr();
        state.taken.push(part);
        Ok(base)
    }

    /// The array, once all parts are filled; then the room is empty again.
    #[allow(unsafe_code)]
    pub fn finish(&self) -> Res<Buffer> {
        let mut state = self.lock();
        let size = shape::size(&self.shape).unwrap_or(0);
        if state.written != size {
            return Err(broken("not all parts of an array were filled"));
        }
        let Some(mut data) = state.data.take() else { return Err(broken("no part of an array was filled")) };
        with_data!(&mut data, items => {
            let Some(items) = items.own_mut() else { return Err(broken("an array to be filled lies in a file")) };
            debug_assert!(items.capacity() >= size);
            // SAFETY: parts that do not overlap were written, `size` elements in all, within the first `size` elements
            // of the vector's room (`claim`): each of these was written.
            unsafe { items.set_len(size) };
        });
        Ok(Buffer::new(data).typed(self.dtype))
    }
}

fn broken(what: &str) -> Box<Raised> {
    Raised::new(ExcClass::SystemError, what)
}

impl PartialEq for Target {
    /// The same memory.
    fn eq(&self, other: &Target) -> bool {
        std::ptr::eq(self, other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fill_an_array_once_each() {
        let target = Target::new(DType::Float64, vec![2, 3]);
        let (first, second, row) = ([0, 0], [1, 0], [1, 3]);
        assert!(target.finish().is_err());
        for _ in 0..2 {
            target
                .fill::<f64>(&second, &row, |part| {
                    part.push(&[4.0, 5.0, 6.0]);
                    Ok(())
                })
                .unwrap();
            assert!(target.fill::<f64>(&[1, 1], &[1, 2], |_| Ok(())).is_err());
            assert!(target.fill::<f64>(&[1, 2], &[1, 2], |_| Ok(())).is_err());
            assert!(target.fill::<i64>(&first, &[1, 1], |_| Ok(())).is_err());
            assert!(target.finish().is_err());
            target
                .fill::<f64>(&first, &row, |part| {
                    part.push(&[1.0, 2.0, 3.0, 9.0]);
                    Ok(())
                })
                .unwrap();
            assert_eq!(target.finish().unwrap().items::<f64>().unwrap(), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        }
        assert!(
            target
                .fill::<f64>(&first, &row, |part| {
                    part.push(&[1.0]);
                    Ok(())
                })
                .is_err()
        );
    }

    #[test]
    fn boxes_are_written_where_they_stand() {
        let target = Target::new(DType::Int64, vec![4, 3, 2]);
        let strides = [6, 2, 1];
        for start in [[0, 0, 0], [0, 1, 0], [2, 0, 0], [2, 1, 0]] {
            let shape = [2, if start[1] == 0 { 1 } else { 2 }, 2];
            let first = start.iter().zip(strides).map(|(at, step)| at * step).sum();
            let items: Vec<i64> = Positions::new(&shape, &[6, 2, 1], first).map(|at| at as i64).collect();
            let push = |part: &mut Filler<'_, i64>| {
                items.chunks(3).for_each(|some| part.push(some));
                Ok(())
            };
            target.fill(&start, &shape, push).unwrap();
            assert!(target.fill::<i64>(&start, &shape, |_| Ok(())).is_err());
        }
        let whole: Vec<i64> = (0..24).collect();
        assert!(target.finish().unwrap().items::<i64>().unwrap() == whole);
    }

    #[test]
    fn parts_written_past_the_caches_are_whole() {
        let numbers: Vec<i64> = (0..(STREAM_FROM / 8 + 5) as i64).collect();
        let target = Target::new(DType::Int64, vec![numbers.len()]);
        for part in [0..1003, 1003..4001, 4001..numbers.len()] {
            let push = |filler: &mut Filler<'_, i64>| {
                numbers[part.clone()].chunks(77).for_each(|c| filler.push(c));
                Ok(())
            };
            target.fill(&[part.start], &[part.len()], push).unwrap();
        }
        assert!(target.finish().unwrap().items::<i64>().unwrap() == numbers);
    }
}
