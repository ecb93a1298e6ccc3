//! The decisions of a run as a state machine without threads: what becomes ready, what is freed, what still counts
//! after a failure. All methods take `&self`, so that workers share it without a lock.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::graph::{Csr, TaskGraph, TaskId};

/// The state of a run.
pub struct Core {
    inputs: Csr,
    users: Csr,
    outputs: Vec<TaskId>,
    /// Inputs of each task that are not there yet.
    pending: Vec<AtomicU32>,
    /// Uses of each result still to come; each output counts as one.
    uses: Vec<AtomicU32>,
    /// The smallest task that failed; `NONE` while none did.
    failed: AtomicU32,
    cancelled: AtomicBool,
}

const NONE: u32 = u32::MAX;

impl Core {
    /// The state before a run.
    pub fn new(graph: &TaskGraph) -> Core {
        let inputs = graph.inputs.clone();
        let users = inputs.reversed();
        let counts = |csr: &Csr| (0..csr.len() as u32).map(|at| AtomicU32::new(csr.list(at).len() as u32)).collect();
        let core = Core {
            pending: counts(&inputs),
            uses: counts(&users),
            inputs,
            users,
            outputs: graph.outputs.clone(),
            failed: AtomicU32::new(NONE),
            cancelled: AtomicBool::new(false),
        };
        for &output in &core.outputs {
            core.uses[output as usize].fetch_add(1, Ordering::Relaxed);
        }
        core
    }

    /// The tasks that are ready at the start, best first.
    pub fn leaves(&self) -> Vec<TaskId> {
        (0..self.inputs.len() as TaskId).filter(|&task| self.inputs.list(task).is_empty()).collect()
    }

    /// The inputs of a task.
    pub fn inputs(&self, task: TaskId) -> &[TaskId] {
        self.inputs.list(task)
    }

    /// The wanted tasks.
    pub fn outputs(&self) -> &[TaskId] {
        &self.outputs
    }

    /// Number of tasks.
    pub fn len(&self) -> usize {
        self.inputs.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }

    /// Whether a ready task should run: not after a cancellation, and after a failure only what comes before the
    /// task that failed, so that every scheduler reports the same failure.
    pub fn wanted(&self, task: TaskId) -> bool {
        task < self.failed.load(Ordering::Relaxed) && !self.cancelled.load(Ordering::Relaxed)
    }

    /// Whether this use of an input is the last: the caller then owns the result.
    pub fn is_last_use(&self, input: TaskId) -> bool {
        self.uses[input as usize].load(Ordering::Acquire) == 1
    }

    /// Of the results that are held, those that a run short of memory does without longest, first.
    pub fn idlest(&self, held: impl Iterator<Item = TaskId>, now: TaskId) -> Vec<TaskId> {
        let mut found: Vec<(TaskId, TaskId)> = held.map(|task| (self.next_use(task), task)).collect();
        // What runs next needs its inputs in memory.
        found.retain(|&(next, task)| next != now && !self.inputs.list(now).contains(&task));
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.into_iter().map(|(_, task)| task).collect()
    }

    /// The task that uses a result next, if tasks run in their order; of a wanted result that no task uses any more, none.
    fn next_use(&self, task: TaskId) -> TaskId {
        let users = self.users.list(task);
        let wanted = self.outputs.iter().filter(|&&output| output == task).count();
        let left = (self.uses[task as usize].load(Ordering::Relaxed) as usize).saturating_sub(wanted);
        users.get(users.len().saturating_sub(left)).copied().unwrap_or(NONE)
    }

    /// A task ran: append what became ready to `ready`, and the inputs whose results nobody needs any more to `free`.
    pub fn finish(&self, task: TaskId, ready: &mut Vec<TaskId>, free: &mut Vec<TaskId>) {
        for &input in self.inputs.list(task) {
            if self.uses[input as usize].fetch_sub(1, Ordering::AcqRel) == 1 {
                free.push(input);
            }
        }
        for &user in self.users.list(task) {
            if self.pending[user as usize].fetch_sub(1, Ordering::AcqRel) == 1 {
                ready.push(user);
            }
        }
    }

    /// A task failed. Whether it is the one to report so far.
    pub fn fail(&self, task: TaskId) -> bool {
        self.failed.fetch_min(task, Ordering::AcqRel) > task
    }

    /// The failure to report.
    pub fn failure(&self) -> Option<TaskId> {
        Some(self.failed.load(Ordering::Acquire)).filter(|&task| task != NONE)
    }

    /// Stop: no further task should start.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Release);
    }

    /// Whether it was stopped.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Acquire)
    }
}
