//! Scheduling alone: a binary tree of a million trivial tasks on two threads, from the graph to its result.
//!
//!     cargo bench --bench schedule -- [--tasks 1048575] [--threads 2] [--rounds 7] [--rayon]
//!
//! Measured is what a scheduler does: counting inputs and users, the ready tasks and their queues, handing on the
//! results, completion. Building the graph and numbering its tasks come before; each task adds two integers.
//! `--rayon` measures the same sums as a tree of `rayon::join` instead, which knows the tree beforehand and keeps no
//! graph. The last line is the result and the median of the seconds.

#![allow(clippy::print_stdout)]
// It prints what it measured.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use rdask::graph::{Key, LayerName, Op, TaskGraph, TaskId, order};
use rdask::sched::threads::{Workers, submit};
use rdask::sched::{End, Execute};
use rdask::source::Span;

/// Adds the inputs of a task; one without inputs gives 1.
struct Add;

impl Execute for Add {
    type Local = ();
    type Out = u64;
    type Error = String;

    fn local(&self, _cancel: &Arc<AtomicBool>) {}

    fn run(&self, _local: &mut (), _task: TaskId, inputs: &mut Vec<u64>) -> Result<u64, String> {
        Ok(if inputs.is_empty() { 1 } else { inputs.iter().sum() })
    }

    fn panicked(&self, _task: TaskId, message: String) -> String {
        message
    }
}

/// A binary tree of at most `tasks` tasks, numbered in the order in which one worker should run them.
fn tree(tasks: usize) -> TaskGraph {
    let mut graph = TaskGraph::default();
    let layer = graph.layer(LayerName::Text("add".into()), None);
    let mut add = |inputs: &[TaskId]| {
        let at = graph.len();
        graph.add(Op::Alias, Key { layer, at: at as u32 }, Span::default(), inputs.iter().copied())
    };
    let mut level: Vec<TaskId> = (0..leaves(tasks)).map(|_| add(&[])).collect();
    while level.len() > 1 {
        level = level.chunks(2).map(&mut add).collect();
    }
    graph.outputs = level;
    order::order(graph)
}

/// Leaves of the largest full tree with at most `tasks` tasks.
fn leaves(tasks: usize) -> usize {
    1 << tasks.saturating_add(1).max(2).ilog2().saturating_sub(1)
}

fn scheduled(graph: &TaskGraph, threads: usize) -> (u64, Duration) {
    let start = Instant::now();
    let handle = submit(graph, Add, Workers::Exactly(threads));
    while !handle.wait(Duration::from_secs(1)) {}
    let sum = match handle.end() {
        End::Done(results) => results.first().copied().unwrap_or(0),
        _ => 0,
    };
    (sum, start.elapsed())
}

fn joined(leaves: usize) -> u64 {
    if leaves <= 1 {
        return std::hint::black_box(1);
    }
    let (left, right) = rayon::join(|| joined(leaves / 2), || joined(leaves / 2));
    left + right
}

/// The number after an option.
fn option(name: &str, default: usize) -> usize {
    let mut args = std::env::args().skip_while(|arg| arg != name).skip(1);
    args.next().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn main() {
    let (tasks, threads, rounds) = (option("--tasks", (1 << 20) - 1), option("--threads", 2), option("--rounds", 7));
    let by_rayon = std::env::args().any(|arg| arg == "--rayon");
    let (leaves, graph) = (leaves(tasks), if by_rayon { TaskGraph::default() } else { tree(tasks) });
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let once = || match (&pool, by_rayon) {
        (Ok(pool), true) => {
            let start = Instant::now();
            (pool.install(|| joined(leaves)), start.elapsed())
        }
        _ => scheduled(&graph, threads),
    };
    let mut runs: Vec<(u64, Duration)> = (0..rounds.max(1)).map(|_| once()).collect();
    runs.sort_by_key(|run| run.1);
    let (sum, median) = runs.get(runs.len() / 2).copied().unwrap_or_default();
    let (fastest, count) = (runs.first().map_or(0.0, |run| run.1.as_secs_f64()), (2 * leaves - 1) as f64);
    println!(
        "{count} tasks on {threads} threads: {:.1} ns a task (the fastest of {rounds} runs {:.1})",
        median.as_secs_f64() * 1e9 / count,
        fastest * 1e9 / count
    );
    println!("{sum} {}", median.as_secs_f64());
}
