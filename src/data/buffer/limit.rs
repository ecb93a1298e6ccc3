//! How much memory computations may hold at once.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use super::in_use;

/// Per cent of the machine's memory that a computation may hold, where nothing else is said.
const SHARE: u64 = 60;

/// The limit that was set, in bytes; 0: none was.
static LIMIT: AtomicU64 = AtomicU64::new(0);

/// The machine's memory.
static MACHINE: LazyLock<u64> = LazyLock::new(|| said("MemTotal:"));

/// A number of bytes that the system says; no limit where it does not.
fn said(what: &str) -> u64 {
    let text = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(what));
    let kib = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.map_or(u64::MAX, |kib| kib.saturating_mul(1024))
}

/// The machine's memory, in bytes; `u64::MAX` where the system does not say.
pub fn machine() -> u64 {
    *MACHINE
}

/// The most bytes that the blocks of a computation should take at once: past it, results that are needed last wait on
/// disk. 60 % of the machine's memory unless [`set_limit`] said otherwise.
pub fn limit() -> u64 {
    match LIMIT.load(Ordering::Relaxed) {
        0 => machine() / 100 * SHARE,
        bytes => bytes,
    }
}

/// Set the limit, in bytes; 0 gives the default back.
pub fn set_limit(bytes: u64) {
    LIMIT.store(bytes, Ordering::Relaxed);
}

/// Whether the machine has room for so many bytes more. The system is asked only when much is in use: it would rather
/// end the process than refuse.
pub(super) fn fits(bytes: u64) -> bool {
    let after = in_use().saturating_add(bytes);
    after <= machine() / 2 || (after <= machine() && bytes < said("MemAvailable:"))
}
