//! Task graphs as plain data, the passes over them, and their pictures.

use std::convert::Infallible;

pub mod cull;
pub mod dot;
pub mod draw;
pub mod fuse;
pub mod inline;
pub mod key;
pub mod memory;
pub mod order;
pub mod picture;
pub mod place;
pub mod remake;
pub mod sizes;
pub mod task;
pub mod tasks;
pub mod verify;

pub use key::{Key, Layer, LayerName};
pub use task::{Call, Callee, Gives, Link, Op, Task, TaskArg};
pub use tasks::{Csr, TaskGraph, TaskId};

/// A pass: its name, and what it makes of a graph.
pub type Pass = (&'static str, fn(TaskGraph) -> TaskGraph);

/// The passes before a run, in order.
pub const PASSES: &[Pass] = &[
    ("cull", cull::cull),
    ("inline", inline::inline),
    ("fuse", fuse::fuse),
    ("order", order::order),
    ("remake", remake::remake),
    ("place", place::place),
];

/// A graph ready to run: all passes. `poll` is asked before each whether to go on.
///
/// # Errors
/// What `poll` gives.
pub fn prepare_while<E>(graph: TaskGraph, poll: &mut dyn FnMut() -> Result<(), E>) -> Result<TaskGraph, E> {
    PASSES.iter().try_fold(graph, |graph, (_, pass)| poll().map(|()| pass(graph)))
}

/// A graph ready to run: all passes.
pub fn prepare(graph: TaskGraph) -> TaskGraph {
    let Ok(ready) = prepare_while(graph, &mut || Ok::<(), Infallible>(()));
    ready
}
