//! Compiled kernels, found by the structure of their programs: constants, shapes and chunks play no part. A program is
//! compiled once it has been given so much work that compiling pays; the least recently used kernels go.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::plan::Plan;
use super::run::Kernel;
use crate::ops::Base;
use crate::ops::ir::{Program, Reg, Step};

/// The most programs that are remembered.
const MOST: usize = 512;

/// Blocks of fewer elements are not worth the search.
const SMALLEST: usize = 1 << 10;

/// Elements times steps from which compiling pays: a step saves about 0.15 ns an element, compiling a program
/// takes about as long as this many.
const WORTH: u64 = 1 << 20;

/// What is known of a program.
enum State {
    /// So much work was done without compiling: elements times steps.
    Seen { work: u64, steps: u64 },
    /// Someone compiles it now.
    Busy,
    /// Its kernel.
    Ready(Arc<Kernel>),
    /// There is nothing to gain, or it cannot be.
    Never,
}

struct Entry {
    state: State,
    /// When it was last asked for.
    used: u64,
}

type Table = FxHashMap<Box<[u64]>, Entry>;

static TABLE: LazyLock<Mutex<Table>> = LazyLock::new(Mutex::default);
static CLOCK: AtomicU64 = AtomicU64::new(0);

fn table() -> std::sync::MutexGuard<'static, Table> {
    TABLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The kernel of a program that is to work on so many elements, and whose result is folded so, if it is; `None` where it
/// is evaluated as well.
pub fn kernel(program: &Program, base: Option<Base>, elements: usize) -> Option<Arc<Kernel>> {
    if elements < SMALLEST || program.steps.len() < if base.is_some() { 1 } else { 2 } {
        return None;
    }
    let key = structure(program, base);
    let mut known = table();
    let used = CLOCK.fetch_add(1, Ordering::Relaxed);
    if !known.contains_key(&key) {
        let state = match base.map_or_else(|| Plan::of(program), |base| Plan::folded(program, base)) {
            Some(plan) => State::Seen { work: 0, steps: plan.work() as u64 },
            None => State::Never,
        };
        make_room(&mut known);
        known.insert(key.clone(), Entry { state, used });
    }
    let entry = known.get_mut(&key)?;
    entry.used = used;
    match &mut entry.state {
        State::Ready(kernel) => return Some(kernel.clone()),
        State::Busy | State::Never => return None,
        State::Seen { work, steps } => {
            *work = work.saturating_add((elements as u64).saturating_mul(*steps));
            if *work < WORTH {
                return None;
            }
        }
    }
    entry.state = State::Busy;
    drop(known);
    let made = Kernel::planned(program, base).map(Arc::new);
    let state = made.clone().map_or(State::Never, State::Ready);
    table().insert(key, Entry { state, used });
    made
}

/// Forget the least recently used, if there are too many.
fn make_room(known: &mut Table) {
    if known.len() < MOST {
        return;
    }
    let mut times: Vec<u64> = known.values().map(|entry| entry.used).collect();
    times.sort_unstable();
    let bound = times.get(MOST / 8).copied().unwrap_or(0);
    known.retain(|_, entry| entry.used > bound);
}

/// Programs that are remembered, and kernels among them.
pub fn counts() -> (usize, usize) {
    let known = table();
    (known.len(), known.values().filter(|entry| matches!(entry.state, State::Ready(_))).count())
}

/// A program without its constants.
fn structure(program: &Program, base: Option<Base>) -> Box<[u64]> {
    let mut words = vec![program.inputs.len() as u64, base.map_or(0, |base| 1 + base as u64)];
    words.extend(program.inputs.iter().map(|&dtype| dtype.code()));
    words.push(program.result.map_or(u64::MAX, |reg| u64::from(reg.0)));
    let reg = |reg: &Reg| u64::from(reg.0);
    for step in &program.steps {
        match step {
            Step::Const(value) => words.push(value.dtype().code()),
            Step::Generate { at, dtype, .. } => words.extend([1 << 32 | dtype.code(), reg(at)]),
            Step::Apply { row, which, args, dtype } => {
                let row: *const crate::ops::ScalarOp = *row;
                words.extend([(2 + args.len() as u64) << 32 | *which as u64, row as usize as u64, dtype.code()]);
                words.extend(args.iter().map(reg));
            }
        }
    }
    words.into_boxed_slice()
}
