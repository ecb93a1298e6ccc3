//! Memory for one array that several tasks fill, each its own part.

use std::mem::MaybeUninit;
use std::sync::{Mutex, PoisonError};

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
    /// Parts that were handed out: first position and one past the last.
    taken: Vec<(usize, usize)>,
    /// Elements that were written.
    written: usize,
}

/// A part of a [`Target`], to be filled from its start to its end.
pub struct Filler<'a, T> {
    slots: &'a mut [MaybeUninit<T>],
    done: usize,
    /// Whether the elements are written past the caches.
    streams: bool,
}

impl<T: Element> Filler<'_, T> {
    /// Write the next elements; what does not fit is left out.
    pub fn push(&mut self, items: &[T]) {
        let room = self.slots.get_mut(self.done..).unwrap_or_default();
        let count = room.len().min(items.len());
        if let (Some(room), Some(items)) = (room.get_mut(..count), items.get(..count)) {
            if self.streams {
                stream(room, items);
            } else {
                room.write_copy_of_slice(items);
            }
            self.done += count;
        }
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

    /// Fill the part of `count` elements from position `at`, in C order. Each part is filled once in a run.
    #[allow(unsafe_code)]
    pub fn fill<T: Element>(
        &self,
        at: usize,
        count: usize,
        work: impl FnOnce(&mut Filler<'_, T>) -> Res<()>,
    ) -> Res<()> {
        let base = self.claim::<T>(at, count)?;
        // SAFETY: `claim` made sure that `count` elements from `at` lie within the room of a vector that begins at `base`,
        // and gives no two parts that overlap; it takes only the vector's pointer, no reference to what is in it. The
        // vector is neither moved nor dropped while a part is handed out: `finish` takes it only when all elements were
        // written, that is after the last part came back, and dropping needs `self` for its own.
        let slots = unsafe { std::slice::from_raw_parts_mut(base.add(at).cast::<MaybeUninit<T>>(), count) };
        let size = shape::size(&self.shape).unwrap_or(0).saturating_mul(size_of::<T>());
        let mut filler = Filler { slots, done: 0, streams: size >= STREAM_FROM };
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
    fn claim<T: Element>(&self, at: usize, count: usize) -> Res<*mut T> {
        let mut state = self.lock();
        if state.data.is_none() {
            state.data = Some(T::wrap(room::<T>(&self.shape)?));
            (state.taken, state.written) = (Vec::new(), 0);
        }
        let size = shape::size(&self.shape).unwrap_or(0);
        let end = at.checked_add(count).filter(|&end| end <= size);
        let end = end.ok_or_else(|| broken("a part lies outside of its array"))?;
        if state.taken.iter().any(|&(from, to)| at < to && from < end) {
            return Err(broken("two parts of an array overlap"));
        }
        let Some(items) = state.data.as_mut().and_then(T::of_mut) else {
            return Err(broken("a part has another dtype than its array"));
        };
        if items.capacity() < size {
            return Err(broken("an array has too little room"));
        }
        let base = items.as_mut_ptr();
        state.taken.push((at, end));
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
            debug_assert!(items.capacity() >= size);
            // SAFETY: parts that do not overlap were written, `size` elements in all, within the first `size` elements
            // of the vector's room (`claim`): each of these was written.
            unsafe { items.set_len(size) };
        });
        Ok(Buffer::new(data))
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
        assert!(target.finish().is_err());
        for _ in 0..2 {
            target
                .fill::<f64>(3, 3, |part| {
                    part.push(&[4.0, 5.0, 6.0]);
                    Ok(())
                })
                .unwrap();
            assert!(target.fill::<f64>(2, 2, |_| Ok(())).is_err());
            assert!(target.fill::<f64>(5, 2, |_| Ok(())).is_err());
            assert!(target.fill::<i64>(0, 1, |_| Ok(())).is_err());
            assert!(target.finish().is_err());
            target
                .fill::<f64>(0, 3, |part| {
                    part.push(&[1.0, 2.0, 3.0, 9.0]);
                    Ok(())
                })
                .unwrap();
            assert_eq!(target.finish().unwrap().items::<f64>().unwrap(), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        }
        assert!(
            target
                .fill::<f64>(0, 3, |part| {
                    part.push(&[1.0]);
                    Ok(())
                })
                .is_err()
        );
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
            target.fill(part.start, part.len(), push).unwrap();
        }
        assert!(target.finish().unwrap().items::<i64>().unwrap() == numbers);
    }
}
