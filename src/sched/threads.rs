//! The scheduler of several threads: workers over crossbeam-deque, each depth first on what it makes ready.
//!
//! A worker that waits (a sleep, a file, another computation) gives its core to a spare worker. A run has ended when
//! no worker runs, waits or stands by, and no task is queued.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering, fence};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{Duration, Instant};

use crossbeam_deque::{Steal, Stealer, Worker};

use super::admit::Admission;
use super::core::Core;
use super::{End, Execute, panic_text};
use crate::graph::{TaskGraph, TaskId};
use crate::value::pause::{Pause, set_pause};

/// Most threads that one run may have, waiting ones among them.
const MOST_THREADS: usize = 512;

/// Cores that workers of all runs use now.
static BUSY: AtomicUsize = AtomicUsize::new(0);

/// Number of cores of this machine.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get)
}

/// How many workers a run gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workers {
    /// One for each core that no other run uses, at least one; waiting ones don't count.
    Cores,
    /// This many, waiting ones among them.
    Exactly(usize),
}

/// A run that goes on in other threads.
pub struct Handle<E: Execute> {
    run: Arc<Run<E>>,
    started: bool,
}

struct Run<E: Execute> {
    core: Core,
    execute: E,
    slots: Vec<Mutex<Option<E::Out>>>,
    leaves: Vec<TaskId>,
    next_leaf: AtomicUsize,
    stealers: RwLock<Vec<Stealer<TaskId>>>,
    /// How many tasks each worker has done: a counter of its own, so that none waits for another's cache line.
    done: Mutex<Vec<Arc<AtomicUsize>>>,
    idle: AtomicUsize,
    crowded: AtomicBool,
    crew: Mutex<Crew>,
    changed: Condvar,
    ended: Condvar,
    error: Mutex<Option<(TaskId, E::Error)>>,
    /// Held by the worker that makes room: the number of steps before the next try.
    shelving: Mutex<usize>,
    admission: Mutex<Admission>,
    /// A task that was admitted has ended.
    left: Condvar,
    cancel: Arc<AtomicBool>,
    /// Most workers that run at once.
    limit: usize,
    /// Whether a waiting worker's core goes to another.
    spares: bool,
}

/// Who does what. Every thread of the run is counted in one of these.
#[derive(Default, Clone, Copy)]
struct Crew {
    running: usize,
    idle: usize,
    paused: usize,
    standby: usize,
    threads: usize,
    ended: bool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Start a run; the handle waits for it.
pub fn submit<E: Execute>(graph: &TaskGraph, execute: E, workers: Workers) -> Handle<E>
where
    E::Out: 'static,
    E::Error: 'static,
{
    let core = Core::new(graph);
    let (limit, spares) = match workers {
        Workers::Exactly(count) => (count.clamp(1, MOST_THREADS), false),
        Workers::Cores => (cores().saturating_sub(BUSY.load(Ordering::Relaxed)).max(1), true),
    };
    let mut slots = Vec::new();
    slots.resize_with(core.len(), || Mutex::new(None));
    let run = Arc::new(Run {
        leaves: core.leaves(),
        slots,
        core,
        execute,
        next_leaf: AtomicUsize::new(0),
        stealers: RwLock::default(),
        done: Mutex::default(),
        idle: AtomicUsize::new(0),
        crowded: AtomicBool::new(false),
        crew: Mutex::default(),
        changed: Condvar::new(),
        ended: Condvar::new(),
        error: Mutex::new(None),
        shelving: Mutex::new(0),
        admission: Mutex::default(),
        left: Condvar::new(),
        cancel: Arc::new(AtomicBool::new(false)),
        limit,
        spares,
    });
    let wanted = limit.min(run.core.len());
    let mut crew = lock(&run.crew);
    for _ in 0..wanted {
        run.clone().spawn(&mut crew);
    }
    let started = crew.threads > 0 || wanted == 0;
    crew.ended |= crew.threads == 0;
    drop(crew);
    Handle { run, started }
}

impl<E: Execute> Handle<E>
where
    E::Out: 'static,
    E::Error: 'static,
{
    /// Wait until the run ends or the time is over; whether it ended.
    pub fn wait(&self, time: Duration) -> bool {
        let until = Instant::now().checked_add(time);
        let mut crew = lock(&self.run.crew);
        loop {
            let left = until.map_or(ASK_AGAIN, |until| until.saturating_duration_since(Instant::now()));
            let waited = self.run.ended.wait_timeout_while(crew, left.min(ASK_AGAIN), |crew| !crew.ended);
            crew = waited.unwrap_or_else(PoisonError::into_inner).0;
            if crew.ended || left.is_zero() {
                return crew.ended;
            }
            // No run uses a core now, and workers of this one wait. When they began to, others may have had the cores, so
            // that no spare was started: tasks that wait for some that have not begun would wait for ever.
            if crew.paused > 0 && BUSY.load(Ordering::Relaxed) == 0 {
                self.run.clone().hire(&mut crew);
            }
        }
    }

    /// Start no further task; tell running code to stop.
    pub fn cancel(&self) {
        self.run.core.cancel();
        self.run.cancel.store(true, Ordering::SeqCst);
        self.run.changed.notify_all();
    }

    /// How many tasks are done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        let done = lock(&self.run.done).iter().map(|done| done.load(Ordering::Relaxed)).sum();
        (done, self.run.core.len())
    }

    /// Whether the system gave the run a thread at all.
    pub fn has_workers(&self) -> bool {
        self.started
    }

    /// The outputs, of those in `left`, that are there, by their places; they leave the list. What is used no more is
    /// given away.
    pub fn take(&self, left: &mut Vec<usize>) -> Vec<(usize, E::Out)> {
        let mut out = Vec::new();
        left.retain(|&at| {
            let Some(&task) = self.run.core.outputs().get(at) else { return false };
            let mut slot = lock(&self.run.slots[task as usize]);
            let found = if self.run.core.is_last_use(task) { slot.take() } else { slot.clone() };
            let there = found.is_some();
            out.extend(found.map(|found| (at, found)));
            !there
        });
        out
    }

    /// How the run ended. Call it after [`Handle::wait`] said so; a run that goes on counts as cancelled.
    pub fn end(self) -> End<E::Out, E::Error> {
        if !lock(&self.run.crew).ended || self.run.core.is_cancelled() {
            return End::Cancelled;
        }
        if let Some((task, error)) = lock(&self.run.error).take() {
            return End::Failed(task, error);
        }
        let slot = |output: &TaskId| lock(&self.run.slots[*output as usize]).clone();
        End::Done(self.run.core.outputs().iter().filter_map(slot).collect())
    }
}

impl<E: Execute> Run<E>
where
    E::Out: 'static,
    E::Error: 'static,
{
    /// Start a thread; it counts as running at once.
    fn spawn(self: Arc<Self>, crew: &mut Crew) {
        if crew.threads >= MOST_THREADS {
            return;
        }
        let queue = Worker::new_lifo();
        self.stealers.write().unwrap_or_else(PoisonError::into_inner).push(queue.stealer());
        let run = self.clone();
        let body = move || {
            if catch_unwind(AssertUnwindSafe(|| run.clone().work(&queue))).is_err() {
                run.give_up();
            }
        };
        if std::thread::Builder::new().name("rdask-worker".to_owned()).stack_size(STACK).spawn(body).is_ok() {
            crew.threads += 1;
            crew.running += 1;
            BUSY.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Start a spare worker, if there is work and a core for it, and nobody else who would take it.
    fn hire(self: Arc<Self>, crew: &mut Crew) -> bool {
        let others = BUSY.load(Ordering::Relaxed).max(crew.running);
        let wanted = self.spares && crew.idle + crew.standby == 0 && self.has_work();
        let can = crew.running < self.limit && others < cores().max(self.limit);
        if wanted && can {
            self.spawn(crew);
        }
        wanted && can
    }

    fn work(self: Arc<Self>, queue: &Worker<TaskId>) {
        let seat = Rc::new(Seat { run: self.clone() });
        set_pause(Some(seat.clone()));
        let mut desk = Desk {
            local: self.execute.local(&self.cancel),
            inputs: Vec::new(),
            ready: Vec::new(),
            free: Vec::new(),
            done: Arc::default(),
        };
        lock(&self.done).push(desk.done.clone());
        loop {
            if self.crowded.load(Ordering::Relaxed) {
                self.stand_by();
            }
            let found = queue.pop().or_else(|| self.leaf()).or_else(|| self.steal());
            match found {
                Some(task) => self.follow(task, &mut desk, queue),
                None if self.rest() => {}
                None => break,
            }
        }
        set_pause(None);
    }

    /// Run a task, then always the best of what it made ready; the others are queued.
    fn follow(self: &Arc<Self>, start: TaskId, desk: &mut Desk<E>, queue: &Worker<TaskId>) {
        let mut next = Some(start);
        while let Some(task) = next.take() {
            if !self.core.wanted(task) || !self.step(task, desk) {
                continue;
            }
            desk.done.store(desk.done.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
            self.core.finish(task, &mut desk.ready, &mut desk.free);
            desk.free.drain(..).for_each(|input| drop(lock(&self.slots[input as usize]).take()));
            match desk.ready.as_mut_slice() {
                [] => {}
                [only] => next = Some(*only),
                several => {
                    several.sort_unstable_by(|a, b| b.cmp(a));
                    next = desk.ready.pop();
                    desk.ready.iter().for_each(|&task| queue.push(task));
                    self.call_idle();
                }
            }
            desk.ready.clear();
            if self.crowded.load(Ordering::Relaxed)
                && let Some(task) = next.take()
            {
                queue.push(task);
            }
        }
    }

    /// Shelve results until the task fits, the one that is needed last first.
    fn make_room(&self, task: TaskId, promised: u64) {
        // One worker at a time: the others wait, for they would take more. And looking at all results again and again
        // would cost more than it frees.
        let mut rest = lock(&self.shelving);
        if *rest > 0 {
            *rest -= 1;
            return;
        }
        if !self.execute.is_short(task, promised) {
            return;
        }
        let held = (0..self.core.len() as TaskId).filter(|&at| lock(&self.slots[at as usize]).is_some());
        let mut freed = false;
        for at in self.core.idlest(held, task) {
            if !self.execute.is_short(task, promised) {
                return;
            }
            let mut slot = lock(&self.slots[at as usize]);
            if let Some(shelved) = slot.as_ref().and_then(|out| self.execute.shelve(out)) {
                *slot = Some(shelved);
                freed = true;
            }
        }
        *rest = if freed { 0 } else { self.core.len() / STEPS_A_LOOK };
    }

    /// Run one task; whether it gave a result.
    fn step(&self, task: TaskId, desk: &mut Desk<E>) -> bool {
        let claim = self.execute.claim(task);
        let large = claim.filter(|&bytes| bytes >= ADMITTED_FROM);
        if let Some(bytes) = large {
            self.admit(task, bytes);
        } else if claim.is_some() && self.execute.is_short(task, 0) {
            self.make_room(task, 0);
        }
        let ran = self.attempt(task, desk);
        if let Some(bytes) = large {
            lock(&self.admission).leave(bytes);
            self.left.notify_all();
        }
        ran
    }

    /// Wait until the task may start: room is made for it, or others end.
    fn admit(&self, task: TaskId, bytes: u64) {
        let mut state = lock(&self.admission);
        let mut tried = false;
        loop {
            let short = self.execute.is_short(task, state.promised());
            if (tried || !short) && state.enter(short && !self.core.is_cancelled(), bytes) {
                return;
            }
            if !tried {
                tried = true;
                let promised = state.promised();
                drop(state);
                self.make_room(task, promised);
                state = lock(&self.admission);
                continue;
            }
            // Bytes are also freed where no task ends, so it is asked again.
            state = self.left.wait_timeout(state, ASK_AGAIN).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Run one task that was admitted.
    fn attempt(&self, task: TaskId, desk: &mut Desk<E>) -> bool {
        for &input in self.core.inputs(task) {
            let last = self.core.is_last_use(input);
            let mut slot = lock(&self.slots[input as usize]);
            desk.inputs.extend(if last { slot.take() } else { slot.clone() });
        }
        let ran = catch_unwind(AssertUnwindSafe(|| self.execute.run(&mut desk.local, task, &mut desk.inputs)));
        desk.inputs.clear();
        let error = match ran {
            Ok(Ok(out)) => {
                *lock(&self.slots[task as usize]) = Some(out);
                return true;
            }
            Ok(Err(error)) => error,
            Err(panic) => self.execute.panicked(task, panic_text(&*panic)),
        };
        let mut place = lock(&self.error);
        if self.core.fail(task) {
            *place = Some((task, error));
        }
        false
    }

    /// A worker could not work at all: the run ends.
    fn give_up(&self) {
        self.core.cancel();
        lock(&self.crew).ended = true;
        self.changed.notify_all();
        self.ended.notify_all();
    }

    fn leaf(&self) -> Option<TaskId> {
        if self.next_leaf.load(Ordering::Relaxed) >= self.leaves.len() {
            return None;
        }
        self.leaves.get(self.next_leaf.fetch_add(1, Ordering::Relaxed)).copied()
    }

    fn steal(&self) -> Option<TaskId> {
        let stealers = self.stealers.read().unwrap_or_else(PoisonError::into_inner);
        loop {
            let mut again = false;
            for stealer in stealers.iter() {
                match stealer.steal() {
                    Steal::Success(task) => return Some(task),
                    Steal::Retry => again = true,
                    Steal::Empty => {}
                }
            }
            if !again {
                return None;
            }
        }
    }

    fn has_work(&self) -> bool {
        let stealers = self.stealers.read().unwrap_or_else(PoisonError::into_inner);
        self.next_leaf.load(Ordering::SeqCst) < self.leaves.len() || stealers.iter().any(|stealer| !stealer.is_empty())
    }

    /// Tasks were queued: wake a worker that has none.
    fn call_idle(&self) {
        fence(Ordering::SeqCst);
        if self.idle.load(Ordering::Relaxed) > 0 {
            let crew = lock(&self.crew);
            if crew.running < self.limit {
                self.changed.notify_one();
            }
        }
    }

    /// Nothing to do: wait for work. Whether the run goes on.
    fn rest(&self) -> bool {
        let mut crew = lock(&self.crew);
        self.idle.fetch_add(1, Ordering::SeqCst);
        fence(Ordering::SeqCst);
        self.leave(&mut crew);
        crew.idle += 1;
        while !crew.ended && (crew.running >= self.limit || !self.has_work()) {
            if crew.running + crew.paused + crew.standby == 0 && !self.has_work() {
                crew.ended = true;
                self.changed.notify_all();
                self.ended.notify_all();
                break;
            }
            crew = self.changed.wait(crew).unwrap_or_else(PoisonError::into_inner);
        }
        self.idle.fetch_sub(1, Ordering::SeqCst);
        crew.idle -= 1;
        if crew.ended {
            crew.threads -= 1;
            return false;
        }
        self.join(&mut crew);
        true
    }

    /// More workers run than there are cores: wait until one stops.
    fn stand_by(&self) {
        let mut crew = lock(&self.crew);
        if crew.running <= self.limit {
            self.crowded.store(false, Ordering::Relaxed);
            return;
        }
        self.leave(&mut crew);
        crew.standby += 1;
        self.crowded.store(crew.running > self.limit, Ordering::Relaxed);
        while crew.running >= self.limit {
            crew = self.changed.wait(crew).unwrap_or_else(PoisonError::into_inner);
        }
        crew.standby -= 1;
        self.join(&mut crew);
    }

    /// The calling worker stops running.
    fn leave(&self, crew: &mut Crew) {
        crew.running -= 1;
        BUSY.fetch_sub(1, Ordering::Relaxed);
        if crew.standby > 0 || crew.running + crew.paused == 0 {
            self.changed.notify_all();
        }
    }

    /// The calling worker runs again.
    fn join(&self, crew: &mut Crew) {
        crew.running += 1;
        BUSY.fetch_add(1, Ordering::Relaxed);
        if crew.running > self.limit {
            self.crowded.store(true, Ordering::Relaxed);
        }
    }
}

/// Bytes from which a task waits until it fits: smaller ones, and those that nobody can measure, start.
const ADMITTED_FROM: u64 = 1 << 16;

/// How long a task that does not fit waits before it asks again, if none ends.
const ASK_AGAIN: Duration = Duration::from_millis(20);

/// Looking at so many results costs about a task.
const STEPS_A_LOOK: usize = 1024;

/// Stack of a worker, in bytes: scripts recurse.
const STACK: usize = 16 << 20;

/// What a worker reuses from task to task.
struct Desk<E: Execute> {
    local: E::Local,
    inputs: Vec<E::Out>,
    ready: Vec<TaskId>,
    free: Vec<TaskId>,
    /// Written by this worker alone.
    done: Arc<AtomicUsize>,
}

/// A worker's place in its run, for when it waits.
struct Seat<E: Execute> {
    run: Arc<Run<E>>,
}

impl<E: Execute> Pause for Seat<E>
where
    E::Out: 'static,
    E::Error: 'static,
{
    fn begin(&self) {
        let run = &self.run;
        let mut crew = lock(&run.crew);
        crew.paused += 1;
        if !run.spares {
            return;
        }
        run.leave(&mut crew);
        if !run.clone().hire(&mut crew) {
            run.changed.notify_all();
        }
    }

    fn end(&self) {
        let mut crew = lock(&self.run.crew);
        crew.paused -= 1;
        if self.run.spares {
            self.run.join(&mut crew);
        }
    }
}
