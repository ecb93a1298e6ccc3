//! Schedulers: one state machine, run by this thread or by several.

pub mod admit;
pub mod core;
pub mod exec;
pub mod run;
pub mod spill;
pub mod sync;
pub mod threads;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::graph::TaskId;

/// How the tasks of a run are executed. The schedulers know nothing else of them.
pub trait Execute: Send + Sync + 'static {
    /// What a worker keeps between tasks; stays in its thread.
    type Local;
    /// A result.
    type Out: Clone + Send;
    /// A failure.
    type Error: Send;

    /// The state of a new worker. Code that it runs stops once `cancel` is true.
    fn local(&self, cancel: &Arc<AtomicBool>) -> Self::Local;

    /// Run a task. `inputs` may be emptied: an input that is not shared was taken from the table of results.
    fn run(&self, local: &mut Self::Local, task: TaskId, inputs: &mut Vec<Self::Out>)
    -> Result<Self::Out, Self::Error>;

    /// Bytes that the task will take, where memory may run short; `None` where there is plenty.
    fn claim(&self, _task: TaskId) -> Option<u64> {
        None
    }

    /// Whether running the task now would take more memory than the run may have, if so many bytes are promised to others.
    fn is_short(&self, _task: TaskId, _promised: u64) -> bool {
        false
    }

    /// A result in a form that takes no memory while it waits; `None` where that frees nothing.
    fn shelve(&self, _out: &Self::Out) -> Option<Self::Out> {
        None
    }

    /// The failure of a task that panicked: a bug of ours.
    fn panicked(&self, task: TaskId, message: String) -> Self::Error;
}

/// How a run ended.
#[derive(Debug, PartialEq, Eq)]
pub enum End<Out, Error> {
    /// The results of the outputs, in order.
    Done(Vec<Out>),
    /// The task with the smallest number that failed: the same under every scheduler.
    Failed(TaskId, Error),
    /// It was cancelled.
    Cancelled,
}

/// What a panic says.
pub(crate) fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(text), _) => (*text).to_owned(),
        (_, Some(text)) => text.clone(),
        _ => "a panic without a message".to_owned(),
    }
}
