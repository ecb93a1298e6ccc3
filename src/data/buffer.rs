//! Typed buffers: counted, fallible allocation, large blocks kept for reuse, and memory that several tasks fill.

use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};

use super::raised::{ExcClass, Raised, Res};
use super::{DType, Scalar, shape};

/// The elements of arrays, in memory of their own. Arrays share one by `Arc`.
#[derive(Debug)]
pub struct Buffer {
    data: Data,
    /// What was counted for it, in bytes.
    counted: u64,
}

/// Elements by dtype.
#[derive(Debug, PartialEq)]
pub enum Data {
    /// `bool`.
    Bool(Vec<bool>),
    /// `int64`.
    Int64(Vec<i64>),
    /// `float32`.
    Float32(Vec<f32>),
    /// `float64`.
    Float64(Vec<f64>),
}

/// Run `$body` with `$items` bound to the typed vector of a [`Data`].
#[macro_export]
macro_rules! with_data {
    ($data:expr, $items:ident => $body:expr) => {
        match $data {
            $crate::data::buffer::Data::Bool($items) => $body,
            $crate::data::buffer::Data::Int64($items) => $body,
            $crate::data::buffer::Data::Float32($items) => $body,
            $crate::data::buffer::Data::Float64($items) => $body,
        }
    };
}

/// Run `$body` with the type `$T` of the elements of a [`DType`].
#[macro_export]
macro_rules! with_dtype {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype {
            $crate::data::DType::Bool => {
                type $T = bool;
                $body
            }
            $crate::data::DType::Int64 => {
                type $T = i64;
                $body
            }
            $crate::data::DType::Float32 => {
                type $T = f32;
                $body
            }
            $crate::data::DType::Float64 => {
                type $T = f64;
                $body
            }
        }
    };
}

pub use crate::{with_data, with_dtype};

/// A Rust type that elements of arrays have.
pub trait Element: Copy + Default + PartialEq + PartialOrd + Send + Sync + std::fmt::Debug + 'static {
    /// Its dtype.
    const DTYPE: DType;

    /// The elements, if the data are of this type.
    fn of(data: &Data) -> Option<&Vec<Self>>;

    /// The elements, to be changed.
    fn of_mut(data: &mut Data) -> Option<&mut Vec<Self>>;

    /// Data of these elements.
    fn wrap(items: Vec<Self>) -> Data;

    /// As a scalar.
    fn scalar(self) -> Scalar;

    /// From a scalar, as NumPy's `astype` converts.
    fn cast(scalar: Scalar) -> Self;

    /// Where vectors of this type are kept for reuse.
    fn spare() -> &'static Mutex<Vec<Vec<Self>>>;
}

macro_rules! element {
    ($type:ty, $variant:ident, $method:ident) => {
        impl Element for $type {
            const DTYPE: DType = DType::$variant;

            fn of(data: &Data) -> Option<&Vec<Self>> {
                match data {
                    Data::$variant(items) => Some(items),
                    _ => None,
                }
            }

            fn of_mut(data: &mut Data) -> Option<&mut Vec<Self>> {
                match data {
                    Data::$variant(items) => Some(items),
                    _ => None,
                }
            }

            fn wrap(items: Vec<Self>) -> Data {
                Data::$variant(items)
            }

            fn scalar(self) -> Scalar {
                Scalar::$variant(self)
            }

            fn cast(scalar: Scalar) -> Self {
                scalar.$method()
            }

            fn spare() -> &'static Mutex<Vec<Vec<Self>>> {
                static SPARE: Mutex<Vec<Vec<$type>>> = Mutex::new(Vec::new());
                &SPARE
            }
        }
    };
}

element!(bool, Bool, as_bool);
element!(i64, Int64, as_i64);
element!(f32, Float32, as_f32);
element!(f64, Float64, as_f64);

/// Bytes in buffers that live now.
static IN_USE: AtomicU64 = AtomicU64::new(0);

/// The most bytes that were in buffers at once, since this was last asked.
static MOST: AtomicU64 = AtomicU64::new(0);

/// Bytes in vectors kept for reuse.
static KEPT: AtomicU64 = AtomicU64::new(0);

/// A vector of at least this many bytes is kept for reuse when its buffer goes.
const KEEP_FROM: usize = 1 << 18;

/// At most this many bytes are kept for reuse.
const KEEP_TOTAL: u64 = 1 << 29;

/// Allocations of at least this many bytes are held against the machine's memory.
const CHECK_FROM: u64 = 1 << 26;

/// Allocations of at least this many bytes ask for large pages.
const HUGE_FROM: usize = 1 << 22;

/// A multiple of the size of a page, in bytes.
const PAGE: usize = 1 << 16;

/// Parts of an array of at least this many bytes are written past the caches: nobody reads them soon enough.
const STREAM_FROM: usize = 1 << 24;

/// The machine's memory in bytes; no limit where the system does not say.
static MEMORY: LazyLock<u64> = LazyLock::new(|| {
    let text = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let kib = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.map_or(u64::MAX, |kib| kib * 1024)
});

/// Bytes in buffers that live now.
pub fn in_use() -> u64 {
    IN_USE.load(Ordering::Relaxed)
}

/// The most bytes that were in buffers at once since this was last asked.
pub fn most_in_use() -> u64 {
    MOST.swap(in_use(), Ordering::Relaxed)
}

/// An empty vector with room for the elements of `shape`; `MemoryError` as NumPy words it if there is none.
pub fn room<T: Element>(shape: &[usize]) -> Res<Vec<T>> {
    let refused = || memory_error(shape, T::DTYPE);
    let count = shape::size(shape).ok_or_else(refused)?;
    let bytes = count.checked_mul(size_of::<T>()).ok_or_else(refused)?;
    if bytes >= KEEP_FROM
        && let Some(kept) = reuse::<T>(count)
    {
        return Ok(kept);
    }
    if bytes as u64 >= CHECK_FROM && in_use().saturating_add(bytes as u64) > *MEMORY {
        return Err(refused());
    }
    let mut items = Vec::new();
    items.try_reserve_exact(count).map_err(|_| refused())?;
    if bytes >= HUGE_FROM {
        advise_huge(&mut items);
    }
    Ok(items)
}

/// Ask the system for large pages in the room of an empty vector: they are made, and found, much faster.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
fn advise_huge<T>(items: &mut Vec<T>) {
    unsafe extern "C" {
        fn madvise(start: *mut std::ffi::c_void, bytes: usize, advice: i32) -> i32;
    }
    /// `MADV_HUGEPAGE` of Linux.
    const HUGE: i32 = 14;
    let room = items.spare_capacity_mut();
    let skip = room.as_ptr().cast::<u8>().align_offset(PAGE);
    let Some(bytes) = size_of_val(room).checked_sub(skip) else { return };
    let start = room.as_mut_ptr().cast::<u8>().wrapping_add(skip);
    // SAFETY: the range begins at the first page boundary within the vector's room and ends within it. The advice changes
    // how the system keeps these pages, not what is in them; that it may be refused does not matter.
    unsafe { madvise(start.cast(), bytes & !(PAGE - 1), HUGE) };
}

/// Only Linux is asked.
#[cfg(not(target_os = "linux"))]
fn advise_huge<T>(_items: &mut Vec<T>) {}

/// NumPy's `MemoryError` for an array.
pub fn memory_error(shape: &[usize], dtype: DType) -> Box<Raised> {
    let count: f64 = shape.iter().map(|&n| n as f64).product();
    let text = format!(
        "Unable to allocate {} for an array with shape {} and data type {dtype}",
        human_bytes(count * dtype.itemsize() as f64),
        shape::show(shape)
    );
    Raised::new(ExcClass::MemoryError, text)
        .help("make the array smaller, or build it with dask.array in chunks and reduce it before compute()")
}

/// NumPy's way of writing a size: three significant digits, binary units.
fn human_bytes(bytes: f64) -> String {
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    let mut unit = if bytes > 0.0 { ((bytes.log2() / 10.0).floor() as usize).min(units.len() - 1) } else { 0 };
    let mut n = bytes / 1024f64.powi(unit as i32);
    if n.round() >= 1000.0 && unit + 1 < units.len() {
        unit += 1;
        n /= 1024.0;
    }
    let name = units.get(unit).copied().unwrap_or("bytes");
    let digits = if unit == 0 || n >= 99.95 {
        0
    } else if n >= 9.995 {
        1
    } else {
        2
    };
    format!("{n:.digits$} {name}")
}

fn reuse<T: Element>(count: usize) -> Option<Vec<T>> {
    let mut spare = T::spare().lock().unwrap_or_else(PoisonError::into_inner);
    let fits = |kept: &Vec<T>| kept.capacity() >= count && kept.capacity() <= count.saturating_add(count / 4);
    let at = spare.iter().rposition(fits)?;
    let items = spare.swap_remove(at);
    KEPT.fetch_sub((items.capacity() * size_of::<T>()) as u64, Ordering::Relaxed);
    Some(items)
}

/// Keep a vector's memory for reuse, if it is large and there is room.
pub fn recycle<T: Element>(mut items: Vec<T>) {
    let bytes = items.capacity() * size_of::<T>();
    if bytes < KEEP_FROM {
        return;
    }
    if KEPT.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64 > KEEP_TOTAL {
        KEPT.fetch_sub(bytes as u64, Ordering::Relaxed);
        return;
    }
    items.clear();
    T::spare().lock().unwrap_or_else(PoisonError::into_inner).push(items);
}

impl Data {
    /// Number of elements.
    pub fn len(&self) -> usize {
        with_data!(self, items => items.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The dtype.
    pub fn dtype(&self) -> DType {
        match self {
            Data::Bool(_) => DType::Bool,
            Data::Int64(_) => DType::Int64,
            Data::Float32(_) => DType::Float32,
            Data::Float64(_) => DType::Float64,
        }
    }

    /// One element.
    pub fn get(&self, at: usize) -> Option<Scalar> {
        with_data!(self, items => items.get(at).map(|item| item.scalar()))
    }

    /// Set one element; the scalar is converted.
    pub fn set(&mut self, at: usize, value: Scalar) {
        with_data!(self, items => {
            if let Some(place) = items.get_mut(at) {
                *place = Element::cast(value);
            }
        });
    }
}

impl Buffer {
    /// A buffer of these data.
    pub fn new(data: Data) -> Buffer {
        let counted = (data.len() * data.dtype().itemsize()) as u64;
        let now = IN_USE.fetch_add(counted, Ordering::Relaxed) + counted;
        if now > MOST.load(Ordering::Relaxed) {
            MOST.fetch_max(now, Ordering::Relaxed);
        }
        Buffer { data, counted }
    }

    /// A buffer of these elements.
    pub fn of<T: Element>(items: Vec<T>) -> Buffer {
        Buffer::new(T::wrap(items))
    }

    /// The data.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// The data, to be changed.
    pub fn data_mut(&mut self) -> &mut Data {
        &mut self.data
    }

    /// The elements, if they are of this type.
    pub fn items<T: Element>(&self) -> Option<&[T]> {
        T::of(&self.data).map(Vec::as_slice)
    }

    /// The elements, to be changed.
    pub fn items_mut<T: Element>(&mut self) -> Option<&mut [T]> {
        T::of_mut(&mut self.data).map(Vec::as_mut_slice)
    }

    /// The dtype.
    pub fn dtype(&self) -> DType {
        self.data.dtype()
    }

    /// Number of elements.
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    /// A copy in memory of its own.
    pub fn duplicate(&self) -> Res<Buffer> {
        with_data!(&self.data, items => {
            let mut copy = room(&[items.len()])?;
            copy.extend_from_slice(items);
            Ok(Buffer::of(copy))
        })
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        IN_USE.fetch_sub(self.counted, Ordering::Relaxed);
        with_data!(&mut self.data, items => recycle(std::mem::take(items)));
    }
}

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
            let push = |filler: &mut Filler<'_, i64>| Ok(numbers[part.clone()].chunks(77).for_each(|c| filler.push(c)));
            target.fill(part.start, part.len(), push).unwrap();
        }
        assert!(target.finish().unwrap().items::<i64>().unwrap() == numbers);
    }
}
