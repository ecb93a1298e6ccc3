//! Typed buffers: counted, fallible allocation, large blocks kept for reuse, and memory that several tasks fill.

mod items;
mod limit;
mod mapped;
mod target;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::complex::{C32, C64};
use super::raised::{ExcClass, Raised, Res};
use super::{DType, Scalar, Text, Ticks, shape};

/// The elements of arrays, in memory of their own. Arrays share one by `Arc`.
#[derive(Debug)]
pub struct Buffer {
    data: Data,
    /// Of times: which, and the unit; of fixed strings: which, and the width.
    named: Option<DType>,
    /// What was counted for it, in bytes.
    counted: u64,
}

/// Elements by dtype.
#[derive(Debug, PartialEq)]
pub enum Data {
    /// `bool`.
    Bool(Items<bool>),
    /// `int8`.
    Int8(Items<i8>),
    /// `uint8`.
    UInt8(Items<u8>),
    /// `int16`.
    Int16(Items<i16>),
    /// `uint16`.
    UInt16(Items<u16>),
    /// `int32`.
    Int32(Items<i32>),
    /// `uint32`.
    UInt32(Items<u32>),
    /// `int64`.
    Int64(Items<i64>),
    /// `uint64`.
    UInt64(Items<u64>),
    /// `float32`.
    Float32(Items<f32>),
    /// `float64`.
    Float64(Items<f64>),
    /// `complex64`.
    Complex64(Items<C32>),
    /// `complex128`.
    Complex128(Items<C64>),
    /// `datetime64` and `timedelta64`: the buffer knows which, and the unit.
    Ticks(Items<Ticks>),
    /// Fixed strings: the buffer knows which, and the width.
    Text(Items<Text>),
}

/// Run `$body` with `$items` bound to the elements of a [`Data`].
#[macro_export]
macro_rules! with_data {
    ($data:expr, $items:ident => $body:expr) => {
        match $data {
            $crate::data::buffer::Data::Bool($items) => $body,
            $crate::data::buffer::Data::Int8($items) => $body,
            $crate::data::buffer::Data::UInt8($items) => $body,
            $crate::data::buffer::Data::Int16($items) => $body,
            $crate::data::buffer::Data::UInt16($items) => $body,
            $crate::data::buffer::Data::Int32($items) => $body,
            $crate::data::buffer::Data::UInt32($items) => $body,
            $crate::data::buffer::Data::Int64($items) => $body,
            $crate::data::buffer::Data::UInt64($items) => $body,
            $crate::data::buffer::Data::Float32($items) => $body,
            $crate::data::buffer::Data::Float64($items) => $body,
            $crate::data::buffer::Data::Complex64($items) => $body,
            $crate::data::buffer::Data::Complex128($items) => $body,
            $crate::data::buffer::Data::Ticks($items) => $body,
            $crate::data::buffer::Data::Text($items) => $body,
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
            $crate::data::DType::Int8 => {
                type $T = i8;
                $body
            }
            $crate::data::DType::UInt8 => {
                type $T = u8;
                $body
            }
            $crate::data::DType::Int16 => {
                type $T = i16;
                $body
            }
            $crate::data::DType::UInt16 => {
                type $T = u16;
                $body
            }
            $crate::data::DType::Int32 => {
                type $T = i32;
                $body
            }
            $crate::data::DType::UInt32 => {
                type $T = u32;
                $body
            }
            $crate::data::DType::Int64 => {
                type $T = i64;
                $body
            }
            $crate::data::DType::UInt64 => {
                type $T = u64;
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
            $crate::data::DType::Complex64 => {
                type $T = $crate::data::complex::C32;
                $body
            }
            $crate::data::DType::Complex128 => {
                type $T = $crate::data::complex::C64;
                $body
            }
            $crate::data::DType::Timedelta(_) | $crate::data::DType::Datetime(_) => {
                type $T = $crate::data::Ticks;
                $body
            }
            $crate::data::DType::Text(_) | $crate::data::DType::Bytes(_) => {
                type $T = $crate::data::Text;
                $body
            }
        }
    };
}

pub use crate::{with_data, with_dtype};
pub use items::Items;
pub use limit::{limit, machine, set_limit};
pub use mapped::{Access, Map, extend};
pub use target::{Filler, Target};

/// A Rust type that elements of arrays have.
pub trait Element: Copy + Default + PartialEq + PartialOrd + Send + Sync + std::fmt::Debug + 'static {
    /// Its dtype.
    const DTYPE: DType;

    /// The elements, if the data are of this type.
    fn of(data: &Data) -> Option<&Items<Self>>;

    /// The elements, to be changed.
    fn of_mut(data: &mut Data) -> Option<&mut Items<Self>>;

    /// Data of these elements.
    fn wrap(items: Vec<Self>) -> Data;

    /// Data of these elements, wherever they are.
    fn hold(items: Items<Self>) -> Data;

    /// As a scalar.
    fn scalar(self) -> Scalar;

    /// From a scalar, as NumPy's `astype` converts.
    fn cast(scalar: Scalar) -> Self;

    /// Where vectors of this type are kept for reuse.
    fn spare() -> &'static Mutex<Vec<Vec<Self>>>;
}

macro_rules! element {
    ($type:ident, $variant:ident, $method:ident) => {
        element!($type, $variant, DType::$variant, Scalar::$variant, $method);
    };
    ($type:ident, $variant:ident, $dtype:expr, $scalar:expr, $method:ident) => {
        impl Element for $type {
            const DTYPE: DType = $dtype;

            fn of(data: &Data) -> Option<&Items<Self>> {
                match data {
                    Data::$variant(items) => Some(items),
                    _ => None,
                }
            }

            fn of_mut(data: &mut Data) -> Option<&mut Items<Self>> {
                match data {
                    Data::$variant(items) => Some(items),
                    _ => None,
                }
            }

            fn wrap(items: Vec<Self>) -> Data {
                Data::$variant(Items::Own(items))
            }

            fn hold(items: Items<Self>) -> Data {
                Data::$variant(items)
            }

            fn scalar(self) -> Scalar {
                $scalar(self)
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
element!(i8, Int8, as_i8);
element!(u8, UInt8, as_u8);
element!(i16, Int16, as_i16);
element!(u16, UInt16, as_u16);
element!(i32, Int32, as_i32);
element!(u32, UInt32, as_u32);
element!(i64, Int64, as_i64);
element!(u64, UInt64, as_u64);
element!(f32, Float32, as_f32);
element!(f64, Float64, as_f64);
element!(C32, Complex64, as_c32);
element!(C64, Complex128, as_c64);
// What is more to know of these, moment or duration and unit, class and width, buffers and chunks say.
element!(Ticks, Ticks, DType::TICKS, |ticks| Scalar::Time(ticks, DType::TICKS), as_ticks);
element!(Text, Text, DType::TEXTS, |text| Scalar::Text(text, DType::TEXTS), as_text);

/// Bytes in buffers that live now.
static IN_USE: AtomicU64 = AtomicU64::new(0);

/// The most bytes that were in buffers at once, since this was last asked.
static MOST: AtomicU64 = AtomicU64::new(0);

/// The most bytes that were in buffers at once.
static PEAK: AtomicU64 = AtomicU64::new(0);

/// Bytes in vectors kept for reuse.
static KEPT: AtomicU64 = AtomicU64::new(0);

/// A vector of at least this many bytes is kept for reuse when its buffer goes.
const KEEP_FROM: usize = 1 << 18;

/// At most this many bytes are kept for reuse.
const KEEP_TOTAL: u64 = 1 << 29;

/// Allocations of at least this many bytes are held against the machine's memory.
const CHECK_FROM: u64 = 1 << 20;

/// Allocations of at least this many bytes ask for large pages.
const HUGE_FROM: usize = 1 << 22;

/// A multiple of the size of a page, in bytes.
const PAGE: usize = 1 << 16;

/// Bytes in buffers that live now.
pub fn in_use() -> u64 {
    IN_USE.load(Ordering::Relaxed)
}

/// The most bytes that were in buffers at once since this was last asked.
pub fn most_in_use() -> u64 {
    let most = MOST.swap(in_use(), Ordering::Relaxed);
    PEAK.fetch_max(most, Ordering::Relaxed);
    most
}

/// The memory of arrays in this process, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Memory {
    /// In arrays and chunks that live now.
    pub live: u64,
    /// Kept for reuse.
    pub pooled: u64,
    /// The most that was live at once, since the process began.
    pub peak: u64,
}

/// The memory of arrays in this process.
///
/// ```
/// let mut session = rdask::Session::new(Default::default());
/// session.run("import numpy as np\nx = np.ones(1_000_000)")?;
/// let memory = rdask::memory();
/// assert!(memory.live >= 8_000_000 && memory.peak >= memory.live);
/// # Ok::<(), rdask::Failure>(())
/// ```
pub fn memory() -> Memory {
    let live = in_use();
    let peak = PEAK.load(Ordering::Relaxed).max(MOST.load(Ordering::Relaxed)).max(live);
    Memory { live, pooled: KEPT.load(Ordering::Relaxed), peak }
}

/// An empty vector with room for the elements of `shape`; `MemoryError` as NumPy words it if there is none.
pub fn room<T: Element>(shape: &[usize]) -> Res<Vec<T>> {
    let refused = || memory_error(shape, T::DTYPE);
    let count = shape::size(shape).ok_or_else(refused)?;
    let bytes = count.checked_mul(size_of::<T>()).ok_or_else(refused)?;
    if bytes >= KEEP_FROM
        && let Some(mut kept) = reuse::<T>(count)
    {
        kept.clear();
        return Ok(kept);
    }
    if bytes as u64 >= CHECK_FROM && !limit::fits(bytes as u64) {
        return Err(refused());
    }
    let mut items = Vec::new();
    items.try_reserve_exact(count).map_err(|_| refused())?;
    if bytes >= HUGE_FROM {
        advise_huge(&mut items);
    }
    Ok(items)
}

/// Bytes at the beginning of the heap that small values of a short script take.
const SMALL_BYTES: usize = 32 << 20;

/// Where the heap begins, small pages serve: large ones, which the allocator asks for, take the system longer to clear than
/// short scripts run. Arrays ask for large pages themselves.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
pub fn small_at_first() {
    unsafe extern "C" {
        fn madvise(start: *mut std::ffi::c_void, bytes: usize, advice: i32) -> i32;
    }
    const NO_HUGE: i32 = 15;
    let first = Box::new(0u64);
    let start = (std::ptr::from_ref(&*first) as usize) / SMALL_BYTES * SMALL_BYTES;
    // SAFETY: this changes no memory, only how large the pages are that the system gives from now on; of what is not mapped
    // there it says so.
    unsafe { madvise(start as *mut std::ffi::c_void, SMALL_BYTES, NO_HUGE) };
}

/// Elsewhere the system decides.
#[cfg(not(target_os = "linux"))]
pub fn small_at_first() {}

/// A vector with room for so many elements, and in it as many, of whatever values, as are known to be there already, at
/// most those: for who writes all of them, and needs them to be there before.
pub fn used_room<T: Element>(count: usize) -> Res<Vec<T>> {
    let large = count.saturating_mul(size_of::<T>()) >= KEEP_FROM;
    match if large { reuse::<T>(count) } else { None } {
        Some(mut kept) => {
            kept.truncate(count);
            Ok(kept)
        }
        None => room(&[count]),
    }
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

/// Keep a vector's memory for reuse, if it is large and there is room. Its elements stay in it: who takes it for new ones
/// forgets them.
pub fn recycle<T: Element>(items: Vec<T>) {
    let bytes = items.capacity() * size_of::<T>();
    if bytes < KEEP_FROM {
        return;
    }
    if KEPT.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64 > KEEP_TOTAL.min(limit() / 4) {
        KEPT.fetch_sub(bytes as u64, Ordering::Relaxed);
        return;
    }
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
            Data::Int8(_) => DType::Int8,
            Data::UInt8(_) => DType::UInt8,
            Data::Int16(_) => DType::Int16,
            Data::UInt16(_) => DType::UInt16,
            Data::Int32(_) => DType::Int32,
            Data::UInt32(_) => DType::UInt32,
            Data::Int64(_) => DType::Int64,
            Data::UInt64(_) => DType::UInt64,
            Data::Float32(_) => DType::Float32,
            Data::Float64(_) => DType::Float64,
            Data::Complex64(_) => DType::Complex64,
            Data::Complex128(_) => DType::Complex128,
            Data::Ticks(_) => DType::TICKS,
            Data::Text(_) => DType::TEXTS,
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
        let own = with_data!(&data, items => matches!(items, Items::Own(_)));
        let size = with_data!(&data, items => size_of_val(&**items));
        let counted = if own { size as u64 } else { 0 };
        let now = IN_USE.fetch_add(counted, Ordering::Relaxed) + counted;
        if now > MOST.load(Ordering::Relaxed) {
            MOST.fetch_max(now, Ordering::Relaxed);
        }
        Buffer { data, named: None, counted }
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
        T::of(&self.data).map(|items| &**items)
    }

    /// The dtype.
    pub fn dtype(&self) -> DType {
        self.named.unwrap_or_else(|| self.data.dtype())
    }

    /// Say which times or fixed strings these are; no other elements change their dtype so.
    #[must_use]
    pub fn typed(mut self, dtype: DType) -> Buffer {
        self.name(dtype);
        self
    }

    /// The same in place.
    pub fn name(&mut self, dtype: DType) {
        match (&self.data, dtype) {
            (Data::Ticks(_), dtype) if dtype.is_time() => self.named = Some(dtype),
            (Data::Text(_), dtype) if dtype.is_text() => self.named = Some(dtype),
            _ => {}
        }
    }

    /// One element.
    pub fn get(&self, at: usize) -> Option<Scalar> {
        let found = self.data.get(at)?;
        Some(match (found, self.named) {
            (Scalar::Time(value, _), Some(dtype)) => Scalar::Time(value, dtype),
            (Scalar::Text(value, _), Some(dtype)) => Scalar::Text(value, dtype),
            _ => found,
        })
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
            Ok(Buffer::of(copy).typed(self.dtype()))
        })
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        IN_USE.fetch_sub(self.counted, Ordering::Relaxed);
        with_data!(&mut self.data, items => {
            if let Some(own) = items.own_mut() {
                recycle(std::mem::take(own));
            }
        });
    }
}
