//! What is noted while a script is followed: computations, what is not known, bytes that eager arrays hold.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::data::{Buffer, Chunk, DType, ExcClass, Raised, Scalar};
use crate::source::Span;

/// One computation of the script.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The call that computes.
    pub span: Span,
    /// How many tasks the scheduler runs.
    pub tasks: u64,
    /// The most bytes that are alive during it, those of eager arrays among them.
    pub peak: u64,
    /// Worker threads.
    pub workers: usize,
}

/// What of a script is not known before the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Whether a condition holds on which computations depend.
    Holds,
    /// How often a loop runs that computes.
    Rounds,
    /// How many items are computed.
    Items,
    /// The tasks of a computation.
    Tasks,
    /// What tasks compute that compute themselves.
    Nested,
    /// What comes after something that certainly raises.
    After,
    /// What comes after something that takes too long to follow.
    TooLong,
    /// How many bytes a delayed function returns.
    Bytes,
}

/// Something that is not known before the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Where.
    pub span: Span,
    /// What.
    pub what: What,
    /// The expression whose value it depends on.
    pub why: Option<Span>,
}

/// How many rounds of loops and calls of functions are followed.
const FUEL: u64 = 2_000_000;
/// How many more, once they are used up.
const FUEL_AFTER: u64 = 20_000;

/// What is noted.
pub struct Ledger {
    /// The computations, in order.
    pub runs: RefCell<Vec<Run>>,
    /// What is not known: where, and in words.
    pub unknown: RefCell<Vec<Gap>>,
    /// The same for memory alone.
    pub unsized_: RefCell<Vec<Gap>>,
    /// The largest array: its bytes, and where it is made.
    pub largest: Cell<(u64, Span)>,
    /// Bytes of the eager arrays that are alive.
    pub alive: Cell<u64>,
    /// The most bytes that were alive.
    pub peak: Cell<(u64, Span)>,
    /// What made the last value unknown that stopped a statement.
    pub why: Cell<Option<Span>>,
    /// Whether a builtin complained of a value that is not known.
    pub confused: Cell<bool>,
    /// An item was met that stands for any number of items.
    pub rest: Cell<Option<Span>>,
    /// Results are kept as lazy values.
    pub persisting: Cell<bool>,
    /// Names of functions that compute.
    pub computing: RefCell<FxHashSet<String>>,
    /// The script wrote a file: what is on disk may not be what it will read.
    pub wrote: Cell<bool>,
    /// Arrays that `persist` keeps.
    pub kept: RefCell<Vec<Rc<Held>>>,
    fuel: Cell<u64>,
    buffers: RefCell<FxHashMap<usize, Weak<Held>>>,
}

/// The memory of an eager array that is not really there.
pub struct Held {
    bytes: u64,
    /// Stands for its elements in graphs.
    pub buffer: Arc<Buffer>,
    ledger: Rc<Ledger>,
}

impl Drop for Held {
    fn drop(&mut self) {
        let alive = &self.ledger.alive;
        alive.set(alive.get().saturating_sub(self.bytes));
    }
}

impl Ledger {
    /// Nothing noted.
    pub fn new() -> Rc<Ledger> {
        Rc::new(Ledger {
            runs: RefCell::default(),
            unknown: RefCell::default(),
            unsized_: RefCell::default(),
            largest: Cell::default(),
            alive: Cell::default(),
            peak: Cell::default(),
            why: Cell::default(),
            confused: Cell::default(),
            rest: Cell::default(),
            persisting: Cell::default(),
            computing: RefCell::default(),
            wrote: Cell::default(),
            kept: RefCell::default(),
            fuel: Cell::new(FUEL),
            buffers: RefCell::default(),
        })
    }

    /// Something is not known.
    pub fn note(&self, span: Span, what: What, why: Option<Span>) {
        let mut list = if what == What::Bytes { self.unsized_.borrow_mut() } else { self.unknown.borrow_mut() };
        let known = list.iter().any(|gap| gap.span == span && gap.what == what);
        if list.len() < 1000 && !known {
            list.push(Gap { span, what, why: why.filter(|why| *why != span) });
        }
    }

    /// An array of so many bytes is made.
    pub fn array(&self, bytes: u64, span: Span) {
        if bytes > self.largest.get().0 {
            self.largest.set((bytes, span));
        }
    }

    /// So many bytes are alive at once.
    pub fn reach(&self, bytes: u64, span: Span) {
        if bytes > self.peak.get().0 {
            self.peak.set((bytes, span));
        }
    }

    /// An eager array comes to life.
    pub fn hold(self: &Rc<Ledger>, dtype: DType, bytes: u64, span: Span) -> Rc<Held> {
        let number = if dtype.is_inexact() { Scalar::Float64(0.731) } else { Scalar::Int64(7) };
        let buffer = Chunk::scalar(number.cast(dtype)).buffer;
        self.alive.set(self.alive.get().saturating_add(bytes));
        self.array(bytes, span);
        self.reach(self.alive.get(), span);
        let at = Arc::as_ptr(&buffer) as usize;
        let held = Rc::new(Held { bytes, buffer, ledger: self.clone() });
        self.buffers.borrow_mut().insert(at, Rc::downgrade(&held));
        held
    }

    /// Whether the array that this buffer stands for is alive, and so counted already.
    pub fn is_held(&self, buffer: &Arc<Buffer>) -> bool {
        self.buffers.borrow().get(&(Arc::as_ptr(buffer) as usize)).is_some_and(|held| held.strong_count() > 0)
    }

    /// What is raised where the script needs a value that is not known.
    #[cold]
    pub fn stop(&self, why: Span) -> Box<Raised> {
        self.why.set(Some(why));
        Raised::new(ExcClass::StopAsyncIteration, "not known before the run")
    }

    /// One more round of a loop or call of a function; whether it is followed.
    pub fn tick(&self) -> bool {
        let left = self.fuel.get();
        if left == 0 {
            self.fuel.set(FUEL_AFTER);
            return false;
        }
        self.fuel.set(left - 1);
        true
    }
}
