//! Functions and loops of the user compiled to machine code. The machine counts calls and rounds of loops; what is hot is
//! translated for the types that are there now (`body`, block by block; `step` has a row for each instruction), compiled by
//! `jit::native` and entered from then on. Whatever compiled code does not do leaves it by an exit: frames are made as
//! the interpreter would have them, and it goes on there, so that results, errors and traces are its own.

mod body;
mod builtins;
mod columns;
mod enter;
mod helpers;
mod items;
mod leave;
mod live;
mod numbers;
mod reads;
mod show;
mod step;
mod trip;
mod ty;
mod unit;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use rustc_hash::FxHashMap;

use super::code::{Code, Op};
use crate::data::Sym;
use crate::jit;
use crate::jit::native::{Mapper, Native, Room};
use crate::ops::flow::Kind;
use crate::value::{Function, Namespace, Value};
use ty::Arrays;
use unit::{Key, Made, Maker};

/// Calls of a function, and rounds of a loop, after which it is compiled.
const HOT_CALLS: u32 = 400;
const HOT_ROUNDS: u32 = 1500;

/// Rounds of loops with long bodies: so many instructions in all, and never fewer rounds than these.
const HOT_OPS: u32 = 20_000;
const LEAST_ROUNDS: u32 = 100;

/// Rounds after which a loop around a compiled one is compiled too.
const WARM_ROUNDS: u32 = 4;

/// A hot loop that ends after fewer rounds than this leaves it to what is around it to be compiled.
const FEW_ROUNDS: u32 = 400;

/// The most units that a session keeps.
const MOST: usize = 2000;

/// Fewer rows of columns are not worth compiling for.
const WORTH: usize = 64;

/// Combinations of types that a place is compiled for.
const MOST_ENTRIES: usize = 4;

/// How long a thread waits for what another compiles.
const LONGEST_WAIT: Duration = Duration::from_millis(50);

/// Compiled units of a session, shared by its threads.
#[derive(Default)]
pub struct Cache {
    units: Mutex<FxHashMap<Key, State>>,
    /// Told when something was compiled.
    done: Condvar,
    /// Calls and rounds after which something is compiled, where it is not the usual; 0: the usual, 1: at once.
    after: AtomicU32,
    /// Where not 0: many guards leave although they need not, for tests.
    tripping: AtomicU32,
}

enum State {
    /// Someone compiles it now.
    Busy,
    /// It is there.
    Ready(Arc<Compiled>),
    /// It can't be, and why.
    Never(String),
}

/// A compiled unit.
pub struct Compiled {
    /// What it is made of.
    pub made: Made,
    /// Its code, if it was asked for.
    native: OnceLock<Option<Native>>,
    /// The loops over columns, by the kind of the result.
    mappers: [OnceLock<Option<Mapper>>; 3],
}

impl Compiled {
    /// The code, compiled when it is first asked for: who calls it for rows alone needs none.
    fn native(&self) -> Option<&Native> {
        self.native.get_or_init(|| Native::compile(&self.made.flow)).as_ref()
    }

    /// The loop that calls it for each row of columns, compiled when it is first asked for.
    fn mapper(&self, kind: Kind, wanted: u32) -> Option<&Mapper> {
        let at = match kind {
            Kind::Int => 0,
            Kind::Float => 1,
            Kind::Bool => 2,
        };
        self.mappers.get(at)?.get_or_init(|| Mapper::compile(&self.made.flow, kind, wanted)).as_ref()
    }
}

impl Cache {
    /// A cache that `RDASK_COMPILE` may tell when to compile: `off`, `now`, or a number of calls; for tests `now:7` has
    /// guards leave that need not.
    pub fn by_environment() -> Cache {
        let cache = Cache::default();
        let said = std::env::var("RDASK_COMPILE").unwrap_or_default();
        let (when, seed) = said.split_once(':').unwrap_or((&said, "0"));
        cache.set_after(match when {
            "off" => u32::MAX,
            "now" => 1,
            number => number.parse().unwrap_or(0),
        });
        cache.set_tripping(seed.parse().unwrap_or(0));
        cache
    }

    /// Compile after so many calls or rounds; 0 for the usual numbers, `u32::MAX` for never.
    pub fn set_after(&self, count: u32) {
        self.after.store(count, Ordering::Relaxed);
    }

    /// For tests: in all that is compiled from now on, guards chosen by this seed leave although they need not; 0 for none.
    pub fn set_tripping(&self, seed: u32) {
        self.tripping.store(seed, Ordering::Relaxed);
    }

    fn limits(&self) -> (u32, u32) {
        match self.after.load(Ordering::Relaxed) {
            0 => (HOT_CALLS, HOT_ROUNDS),
            count => (count - 1, count - 1),
        }
    }

    /// Whether a function that is to be called so often at once is worth compiling.
    fn pays(&self, rows: usize) -> bool {
        match self.after.load(Ordering::Relaxed) {
            0 => rows >= WORTH,
            u32::MAX => false,
            _ => true,
        }
    }

    /// The unit of a key, compiled now if it is not there; `None` where it can't be, or someone else compiles it.
    /// One that does not fit what there is now is made anew.
    fn unit(
        &self,
        key: &Key,
        fits: impl FnOnce(&Made) -> bool,
        at_once: bool,
        make: impl FnOnce() -> Result<Made, String>,
    ) -> Option<Arc<Compiled>> {
        let mut units = self.units.lock().unwrap_or_else(PoisonError::into_inner);
        // Tasks begin at once with what one of them compiles.
        let until = Instant::now() + LONGEST_WAIT;
        while let (Some(State::Busy), Some(left)) = (units.get(key), until.checked_duration_since(Instant::now())) {
            units = self.done.wait_timeout(units, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        match units.get(key) {
            Some(State::Ready(unit)) if fits(&unit.made) => return Some(unit.clone()),
            Some(State::Ready(_)) => {}
            Some(State::Busy | State::Never(_)) => return None,
            None if units.len() >= MOST => return None,
            None => {}
        }
        units.insert(key.clone(), State::Busy);
        drop(units);
        let made = make().and_then(|mut made| {
            trip::trip(&mut made, self.tripping.load(Ordering::Relaxed));
            made.flow.tidy();
            let unit = Compiled { made, native: OnceLock::new(), mappers: Default::default() };
            match jit::native::is_there() && (!at_once || unit.native().is_some()) {
                true => Ok(Arc::new(unit)),
                false => Err("there is no compiler for this machine".to_owned()),
            }
        });
        let (state, made) = match made {
            Ok(unit) => (State::Ready(unit.clone()), Some(unit)),
            Err(why) => (State::Never(why), None),
        };
        self.units.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone(), state);
        self.done.notify_all();
        made
    }
}

/// How hot code is, in one thread.
pub struct Hot {
    /// Calls left until it is looked at.
    calls: Cell<u32>,
    /// Rounds left, by the instruction at the head of the loop; empty if there is no loop.
    rounds: Box<[Cell<u32>]>,
    /// Calls, and rounds of each loop, that there were at first.
    given: (u32, Box<[u32]>),
    /// Heads of loops that were left to what is around them: once each.
    left_out: RefCell<Vec<usize>>,
    sites: RefCell<Vec<Site>>,
}

/// A place that is entered: a function, or a loop.
struct Site {
    pc: u32,
    entries: Vec<Rc<Entry>>,
    tries: usize,
}

/// A unit as one thread enters it.
struct Entry {
    unit: Arc<Compiled>,
    key: Key,
    /// Slots of the variables of the module that it depends on, and whether they had no value when it was made.
    deps: Vec<(u32, bool)>,
    /// Words of the entry, and of the inputs, that are numbers of arrays.
    arrays: (Vec<usize>, Vec<usize>),
    runs: Cell<u32>,
    /// Runs that gained nothing.
    lost: Cell<u32>,
}

impl Hot {
    /// Of code.
    pub fn new(code: &Code, cache: &Cache) -> Hot {
        let (calls, rounds) = cache.limits();
        let loops = code.ops.iter().any(|op| matches!(op, Op::Loop { .. }));
        let fits = code.registers <= 400;
        let count = if loops { code.ops.len() } else { 0 };
        let rounds = if fits { rounds } else { u32::MAX };
        let left: Vec<Cell<u32>> = (0..count).map(|_| Cell::new(rounds)).collect();
        for (pc, op) in code.ops.iter().enumerate() {
            // A long body is worth it sooner.
            if let Op::Loop { target } = op
                && rounds == HOT_ROUNDS
                && let Some(place) = left.get(*target as usize)
            {
                let length = pc.saturating_sub(*target as usize).max(1) as u32;
                place.set((HOT_OPS / length).clamp(LEAST_ROUNDS, HOT_ROUNDS));
            }
        }
        let calls = if fits { calls } else { u32::MAX };
        let given = (calls, left.iter().map(Cell::get).collect());
        let rounds = left.into();
        Hot { calls: Cell::new(calls), rounds, given, left_out: RefCell::default(), sites: RefCell::default() }
    }

    /// Whether the loop whose head is at `pc` may have been compiled.
    #[inline(always)]
    pub fn is_ready(&self, pc: usize) -> bool {
        self.rounds.get(pc).is_some_and(|left| left.get() == 0)
    }

    /// Whether a hot loop is better compiled as part of what is around it, which is then looked at in its next round or call:
    /// a loop of few rounds, in another one that goes round, or in a function that is called again and again.
    fn leave_to_outer(&self, code: &Code, head: usize) -> bool {
        let (calls, given) = &self.given;
        let count = |left: &Cell<u32>, first: u32| first.saturating_sub(left.get());
        let Some((own, &first)) = self.rounds.get(head).zip(given.get(head)) else { return false };
        let rounds = count(own, first);
        if first == 0 || rounds < first || self.left_out.borrow().contains(&head) {
            return false;
        }
        let often = |outer: u32| outer >= 2 && rounds / outer <= FEW_ROUNDS;
        // The outermost first: its end stands last.
        let around = code.ops.iter().enumerate().rev().filter_map(|(pc, op)| match op {
            Op::Loop { target } if (*target as usize) < head && pc > head => Some(*target as usize),
            _ => None,
        });
        // A little more than what is to be expected until then.
        let grace = |outer: u32| 2 * (rounds / outer) + 16;
        if let Some(called) = Some(count(&self.calls, *calls)).filter(|called| often(*called)) {
            self.calls.set(0);
            own.set(grace(called));
            self.left_out.borrow_mut().push(head);
            return true;
        }
        for outer in around {
            let Some((left, &first)) = self.rounds.get(outer).zip(given.get(outer)) else { continue };
            let went = count(left, first);
            if often(went) {
                left.set(0);
                own.set(grace(went));
                self.left_out.borrow_mut().push(head);
                return true;
            }
        }
        false
    }

    /// Count a call: whether it is worth a look.
    #[inline(always)]
    pub fn called(&self) -> bool {
        tick(&self.calls)
    }

    /// Count a round of the loop whose head is at `pc`.
    #[inline(always)]
    pub fn went_round(&self, pc: usize) -> bool {
        self.rounds.get(pc).is_some_and(tick)
    }

    /// One of the units that a place was compiled to.
    fn entry(&self, pc: u32, at: usize) -> Option<Rc<Entry>> {
        self.sites.borrow().iter().find(|site| site.pc == pc)?.entries.get(at).cloned()
    }

    /// A loop was compiled: those around it are worth it soon.
    fn warm(&self, code: &Code, head: usize) {
        for (pc, op) in code.ops.iter().enumerate().skip(head) {
            if let Op::Loop { target } = op
                && (*target as usize) < head
                && pc > head
                && let Some(rounds) = self.rounds.get(*target as usize)
            {
                rounds.set(rounds.get().min(WARM_ROUNDS));
            }
        }
    }

    /// Look at a place again only after so many more.
    fn rest(&self, pc: u32, count: u32) {
        match pc.checked_sub(1) {
            None => self.calls.set(count),
            Some(head) => {
                if let Some(rounds) = self.rounds.get(head as usize) {
                    rounds.set(count);
                }
            }
        }
    }
}

#[inline(always)]
fn tick(left: &Cell<u32>) -> bool {
    match left.get().checked_sub(1) {
        Some(fewer) => {
            left.set(fewer);
            false
        }
        None => true,
    }
}

/// Room for running compiled code.
#[derive(Default)]
pub struct Scratch {
    words: Vec<u64>,
    inputs: Vec<u64>,
    arrays: Arrays,
    room: Room,
    /// The function that is entered, for what it has captured.
    func: Option<Rc<Function>>,
    /// Results of rows, one word each.
    results: Vec<u64>,
}

impl Scratch {
    /// Let go of what a run saw.
    fn clear(&mut self) {
        self.arrays = Arrays::default();
        self.func = None;
    }
}

/// The variables of the module that a loop at module level assigns: names and slots.
fn own_globals(code: &Code, range: (usize, usize), globals: &Namespace) -> Vec<(Sym, u32)> {
    let mut own: Vec<(Sym, u32)> = Vec::new();
    for op in code.ops.get(range.0..=range.1).unwrap_or_default() {
        if let Op::StoreGlobal { name, .. } = op
            && let Some(&sym) = code.globals.get(*name as usize)
            && !own.iter().any(|(known, _)| *known == sym)
        {
            own.push((sym, globals.slot(sym)));
        }
    }
    own
}

impl super::eval::Vm {
    /// Build the unit of a key.
    fn make_unit(&mut self, key: &Key, globals: &Rc<Namespace>, own: Vec<(Sym, u32)>) -> Result<Made, String> {
        let table = self.shared.table.clone();
        let machine = RefCell::new(self);
        let builtin = |name: Sym| -> Option<Value> {
            machine.try_borrow_mut().ok().and_then(|mut machine| machine.builtin(name).ok().flatten())
        };
        let maker = Maker {
            table: &table,
            globals,
            builtin: &builtin,
            made: Made::default(),
            lives: FxHashMap::default(),
            changed: false,
            failed: None,
        };
        maker.make(key, own)
    }
}
