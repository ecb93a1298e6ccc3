//! How much memory computations may hold at once.

use std::sync::atomic::{AtomicU64, Ordering};

use super::MEMORY;

/// Per cent of the machine's memory that a computation may hold, where nothing else is said.
const SHARE: u64 = 60;

/// The limit that was set, in bytes; 0: none was.
static LIMIT: AtomicU64 = AtomicU64::new(0);

/// The most bytes that the blocks of a computation should take at once: past it, results that are needed last wait on
/// disk. 60 % of the machine's memory unless [`set_limit`] said otherwise.
pub fn limit() -> u64 {
    match LIMIT.load(Ordering::Relaxed) {
        0 => *MEMORY / 100 * SHARE,
        bytes => bytes,
    }
}

/// Set the limit, in bytes; 0 gives the default back.
pub fn set_limit(bytes: u64) {
    LIMIT.store(bytes, Ordering::Relaxed);
}
