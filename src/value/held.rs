//! Live values under numbers, so that what any thread may hold (a node of an array) can speak of a function of one
//! thread. The value is read when a computation starts, as Dask reads globals and captured variables.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::FxHashMap;

use super::Value;
use crate::data::Res;
use crate::data::raised::type_error;

thread_local! {
    static KEPT: RefCell<FxHashMap<u64, Value>> = RefCell::default();
}

/// The number of a value that this thread keeps as long as the number lives.
#[derive(Debug)]
pub struct Held {
    slot: u64,
}

impl Held {
    /// Keep a value.
    pub fn new(value: Value) -> Held {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let slot = NEXT.fetch_add(1, Ordering::Relaxed);
        KEPT.with(|kept| kept.borrow_mut().insert(slot, value));
        Held { slot }
    }

    /// The value.
    ///
    /// # Errors
    /// `TypeError` in a thread that did not make it.
    pub fn get(&self) -> Res<Value> {
        let found = KEPT.with(|kept| kept.borrow().get(&self.slot).cloned());
        found.ok_or_else(|| {
            type_error("a dask array of a function's blocks belongs to the thread that made it")
                .help("compute() it there, and give the result to the task")
        })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // The value goes after the table is free again: it may hold other numbers.
        let gone = KEPT.try_with(|kept| kept.try_borrow_mut().ok().and_then(|mut kept| kept.remove(&self.slot)));
        drop(gone);
    }
}
