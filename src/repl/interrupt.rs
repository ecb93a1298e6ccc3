//! Ctrl-C: the first asks what runs to stop (`KeyboardInterrupt`), a second one while it has not stopped ends the process.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::session::INTERRUPTED;

/// From now on Ctrl-C sets this flag.
pub fn catch(flag: Arc<AtomicBool>) {
    let handler = move || {
        if flag.swap(true, Ordering::SeqCst) {
            std::process::exit(INTERRUPTED.into());
        }
    };
    // Only a second handler can fail to be set; the first one stays then.
    let _ = ctrlc::set_handler(handler);
}
