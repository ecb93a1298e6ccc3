//! Asking for memory before it is read: what the processor fetches by itself ends at each page.

/// Bytes of a line of the cache.
const LINE: usize = 64;

/// Fetch as many bytes as these elements have, from so many bytes behind the first of them on; whatever is there is not
/// read.
#[inline(always)]
pub fn ahead<T>(items: &[T], bytes: usize) {
    #[cfg(target_arch = "x86_64")]
    for line in 0..size_of_val(items).div_ceil(LINE) {
        fetch::<{ std::arch::x86_64::_MM_HINT_T0 }, _>(items.as_ptr().cast::<u8>().wrapping_add(bytes + line * LINE));
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = (items, bytes, LINE);
}

/// Fetch the line of an address, wherever it is.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
#[allow(unsafe_code)]
pub(super) fn fetch<const HINT: i32, T>(address: *const T) {
    // SAFETY: what is fetched is not read; any address will do.
    unsafe { std::arch::x86_64::_mm_prefetch::<HINT>(address.cast()) };
}
