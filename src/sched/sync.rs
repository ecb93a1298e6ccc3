//! The scheduler of one thread: tasks in the order of their numbers, which is the order of priority.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::core::Core;
use super::{End, Execute, panic_text};
use crate::graph::{TaskGraph, TaskId};

/// Run a graph in the calling thread. `told` hears how many tasks are done, before each.
pub fn run<E: Execute>(
    graph: &TaskGraph,
    execute: &E,
    cancel: &Arc<AtomicBool>,
    told: &mut dyn FnMut(usize),
) -> End<E::Out, E::Error> {
    let core = Core::new(graph);
    let mut local = execute.local(cancel);
    let mut slots: Vec<Option<E::Out>> = Vec::new();
    slots.resize_with(core.len(), || None);
    let (mut inputs, mut ready, mut free) = (Vec::new(), Vec::new(), Vec::new());
    for task in 0..core.len() as TaskId {
        if cancel.load(Ordering::Relaxed) {
            return End::Cancelled;
        }
        told(task as usize);
        if execute.is_short(task, 0) {
            make_room(&core, execute, &mut slots, task);
        }
        for &input in core.inputs(task) {
            let slot = &mut slots[input as usize];
            inputs.extend(if core.is_last_use(input) { slot.take() } else { slot.clone() });
        }
        let ran = catch_unwind(AssertUnwindSafe(|| execute.run(&mut local, task, &mut inputs)));
        inputs.clear();
        match ran {
            Ok(Ok(out)) => slots[task as usize] = Some(out),
            Ok(Err(_)) if cancel.load(Ordering::Relaxed) => return End::Cancelled,
            Ok(Err(error)) => return End::Failed(task, error),
            Err(panic) => return End::Failed(task, execute.panicked(task, panic_text(&*panic))),
        }
        core.finish(task, &mut ready, &mut free);
        ready.clear();
        free.drain(..).for_each(|input| slots[input as usize] = None);
    }
    End::Done(core.outputs().iter().filter_map(|&output| slots[output as usize].clone()).collect())
}

/// Shelve results until the task fits, the one that is needed last first.
fn make_room<E: Execute>(core: &Core, execute: &E, slots: &mut [Option<E::Out>], task: TaskId) {
    let held = (0..task).filter(|&at| slots.get(at as usize).is_some_and(Option::is_some)).collect::<Vec<_>>();
    for at in core.idlest(held.into_iter(), task) {
        if !execute.is_short(task, 0) {
            return;
        }
        if let Some(slot) = slots.get_mut(at as usize)
            && let Some(shelved) = slot.as_ref().and_then(|out| execute.shelve(out))
        {
            *slot = Some(shelved);
        }
    }
}
