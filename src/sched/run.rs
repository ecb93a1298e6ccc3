//! From a graph and the options of `compute` to its results: choose a scheduler, run, wait, thaw.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::exec::Tasks;
use super::threads::{Workers, submit};
use super::{End, sync};
use crate::data::{ExcClass, Raised, Res, Sym, raised};
use crate::graph::{self, TaskGraph};
use crate::value::config::{self, Setting};
use crate::value::frozen::{self, Frozen};
use crate::value::pause::pausing;
use crate::value::{Host, Value};

/// Which scheduler runs a graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheduler {
    /// This thread.
    Sync,
    /// Several threads.
    Threads(Workers),
}

/// A computation this long is interrupted when the user asks, whatever its tasks do.
const PATIENCE: Duration = Duration::from_millis(50);

/// The scheduler that the keyword arguments of `compute` ask for, then `dask.config`, then the default: threads.
pub fn choose(options: &[(Sym, Value)]) -> Res<Scheduler> {
    let option = |name: &str| options.iter().find(|(at, value)| at.as_str() == name && !matches!(value, Value::None));
    let setting = |name: &str| match option(name) {
        Some((_, value)) => Some(Setting::of(value).unwrap_or(Setting::List(Vec::new()))),
        None => config::get(name).filter(|value| *value != Setting::None),
    };
    let workers = match setting("num_workers") {
        None => Workers::Cores,
        Some(Setting::Int(count)) if count > 0 => Workers::Exactly(count as usize),
        Some(_) => return Err(raised::value_error("num_workers must be a positive integer")),
    };
    match setting("scheduler") {
        None => Ok(Scheduler::Threads(workers)),
        Some(Setting::Str(name)) => named(&name, workers),
        Some(_) => Err(raised::value_error("Unexpected scheduler").help("name it: scheduler=\"threads\" or \"sync\"")),
    }
}

fn named(name: &str, workers: Workers) -> Res<Scheduler> {
    match name.to_lowercase().as_str() {
        "sync" | "synchronous" | "single-threaded" => Ok(Scheduler::Sync),
        "threads" | "threading" => Ok(Scheduler::Threads(workers)),
        "processes" | "multiprocessing" => {
            Err(Raised::new(ExcClass::NotImplementedError, format!("rdask has no scheduler {name:?} yet"))
                .help("scheduler=\"threads\" uses all cores: rdask has no global lock"))
        }
        "distributed" | "dask.distributed" => {
            Err(Raised::new(ExcClass::RuntimeError, format!("Requested {name} scheduler but no Client active."))
                .help("rdask has no clusters yet: scheduler=\"threads\" uses all cores of this machine"))
        }
        _ => Err(raised::value_error(
            "Expected one of [distributed, multiprocessing, processes, single-threaded, sync, synchronous, threading, \
             threads]",
        )),
    }
}

/// Told how many of how many tasks are done.
pub type Told<'t> = &'t dyn Fn(usize, usize);

/// Run a graph: the results of its outputs, in order. The entry point of the session's engine:
/// `sched::run::compute(host, lower::lower(host, roots)?, options, &|_, _| {})`.
pub fn compute(host: &mut dyn Host, graph: TaskGraph, options: &[(Sym, Value)], told: Told) -> Res<Vec<Value>> {
    let graph = ready(host, graph, options)?;
    prepared(host, graph, options, told)
}

/// A graph after the passes, unless `optimize_graph=False` leaves them out.
pub fn ready(host: &mut dyn Host, graph: TaskGraph, options: &[(Sym, Value)]) -> Res<TaskGraph> {
    if is_optimized(options) { graph::prepare_while(graph, &mut || host.poll()) } else { Ok(graph) }
}

/// Run a graph that is ready.
pub fn prepared(host: &mut dyn Host, graph: TaskGraph, options: &[(Sym, Value)], told: Told) -> Res<Vec<Value>> {
    let scheduler = choose(options)?;
    let graph = Arc::new(graph);
    let tasks = Tasks::new(graph.clone(), host.factory());
    let end = match scheduler {
        Scheduler::Sync => in_sync(host, &graph, &tasks, told)?,
        Scheduler::Threads(workers) => in_threads(host, &graph, tasks, workers, told)?,
    };
    match end {
        End::Done(results) => results.iter().map(|result: &Frozen| frozen::thaw(host, result)).collect(),
        End::Failed(_, error) => Err(frozen::thaw_raised(host, &error)),
        End::Cancelled => {
            host.poll()?;
            Err(Raised::new(ExcClass::KeyboardInterrupt, ""))
        }
    }
}

/// Told of each result: its place among the outputs, and the value.
pub type Each<'e> = &'e mut dyn FnMut(&mut dyn Host, usize, Value) -> Res<()>;

/// Run a graph that is ready, and give each output to `each` as soon as it is there; what no task needs any more goes.
///
/// # Errors
/// What a task raises, or `each`: then no further task starts.
pub fn streamed(host: &mut dyn Host, graph: TaskGraph, options: &[(Sym, Value)], each: Each<'_>) -> Res<()> {
    let workers = match choose(options)? {
        Scheduler::Sync => Workers::Exactly(1),
        Scheduler::Threads(workers) => workers,
    };
    let graph = Arc::new(graph);
    let mut tasks = Some(Tasks::new(graph.clone(), host.factory()));
    let mut end = Ok(());
    pausing(&mut || {
        if let Some(tasks) = tasks.take() {
            end = flow(host, &graph, tasks, workers, each);
        }
    });
    end
}

fn flow(host: &mut dyn Host, graph: &TaskGraph, tasks: Tasks, workers: Workers, each: Each<'_>) -> Res<()> {
    let handle = submit(graph, tasks, workers);
    if !handle.has_workers() {
        return Err(raised::Raised::new(ExcClass::RuntimeError, "can't start new thread"));
    }
    let mut left: Vec<usize> = (0..graph.outputs.len()).collect();
    let mut stopped = Ok(());
    loop {
        let done = handle.wait(Duration::from_millis(4));
        for (at, out) in handle.take(&mut left) {
            if stopped.is_ok() {
                stopped = frozen::thaw(host, &out).and_then(|value| each(host, at, value));
            }
        }
        if done {
            break;
        }
        stopped = stopped.and_then(|()| host.poll());
        if stopped.is_err() {
            handle.cancel();
            let start = Instant::now();
            while start.elapsed() < PATIENCE && !handle.wait(Duration::from_millis(5)) {}
            return stopped;
        }
    }
    stopped?;
    match handle.end() {
        End::Done(_) => Ok(()),
        End::Failed(_, error) => Err(frozen::thaw_raised(host, &error)),
        End::Cancelled => Err(Raised::new(ExcClass::KeyboardInterrupt, "")),
    }
}

/// Whether the keyword arguments of `compute` leave the passes on.
pub fn is_optimized(options: &[(Sym, Value)]) -> bool {
    !options.iter().any(|(name, value)| name.as_str() == "optimize_graph" && matches!(value, Value::Bool(false)))
}

type Ended = End<Frozen, frozen::FrozenRaised>;

fn in_sync(host: &mut dyn Host, graph: &TaskGraph, tasks: &Tasks, told: Told) -> Res<Ended> {
    host.poll()?;
    let settings = config::snapshot();
    let all = graph.tasks.len();
    let end = sync::run(graph, tasks, &host.interrupt(), &mut |done| told(done, all));
    config::install(settings);
    Ok(end)
}

fn in_threads(host: &mut dyn Host, graph: &TaskGraph, tasks: Tasks, workers: Workers, told: Told) -> Res<Ended> {
    let mut end = Err(Raised::new(ExcClass::SystemError, "the computation did not start"));
    let mut tasks = Some(tasks);
    // Waiting for the run is waiting like any other: a worker that waits here gives its core away.
    pausing(&mut || {
        if let Some(tasks) = tasks.take() {
            end = wait(host, graph, tasks, workers, told);
        }
    });
    end
}

fn wait(host: &mut dyn Host, graph: &TaskGraph, tasks: Tasks, workers: Workers, told: Told) -> Res<Ended> {
    let handle = submit(graph, tasks, workers);
    if !handle.has_workers() {
        return Err(raised::Raised::new(ExcClass::RuntimeError, "can't start new thread"));
    }
    while !handle.wait(Duration::from_millis(20)) {
        let (done, all) = handle.progress();
        told(done, all);
        if let Err(interrupt) = host.poll() {
            handle.cancel();
            let start = Instant::now();
            // What does not stop soon is abandoned: its result is dropped when it ends.
            while start.elapsed() < PATIENCE && !handle.wait(Duration::from_millis(5)) {}
            return Err(interrupt);
        }
    }
    Ok(handle.end())
}
