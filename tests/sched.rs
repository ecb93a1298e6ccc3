//! Schedulers: the order of events of the state machine, and every scheduler against the plain evaluation.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use proptest::prelude::*;
use rdask::graph::{TaskGraph, TaskId, order};
use rdask::sched::core::Core;
use rdask::sched::threads::{Workers, cores, submit};
use rdask::sched::{End, Execute, sync};
use rdask::value::pause::pausing;

use crate::graph::{evaluate, graphs, sums, total};

/// Evaluates the graphs of sums; what a task does besides is up to `at`.
struct Sums {
    graph: TaskGraph,
    at: Box<dyn Fn(TaskId) -> Result<(), String> + Send + Sync>,
}

impl Execute for Sums {
    type Local = ();
    type Out = i64;
    type Error = String;

    fn local(&self, _cancel: &Arc<AtomicBool>) {}

    fn run(&self, _local: &mut (), task: TaskId, inputs: &mut Vec<i64>) -> Result<i64, String> {
        (self.at)(task)?;
        Ok(total(&self.graph.tasks[task as usize].op, inputs))
    }

    fn panicked(&self, task: TaskId, message: String) -> String {
        format!("bug in task {task}: {message}")
    }
}

fn threads(
    graph: &TaskGraph,
    workers: Workers,
    at: impl Fn(TaskId) -> Result<(), String> + Send + Sync + 'static,
) -> End<i64, String> {
    let handle = submit(graph, Sums { graph: graph.clone(), at: Box::new(at) }, workers);
    assert!(handle.wait(Duration::from_secs(60)), "the run does not end");
    handle.end()
}

fn in_sync(graph: &TaskGraph) -> End<i64, String> {
    let execute = Sums { graph: graph.clone(), at: Box::new(|_| Ok(())) };
    sync::run(graph, &execute, &Arc::new(AtomicBool::new(false)), &mut |_| {})
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn schedulers_agree(graph in graphs(), workers in 1usize..5) {
        let wanted = End::Done(evaluate(&graph));
        prop_assert_eq!(&in_sync(&graph), &wanted);
        prop_assert_eq!(&threads(&graph, Workers::Exactly(workers), |_| Ok(())), &wanted);
        let ready = rdask::graph::prepare(graph);
        prop_assert_eq!(&in_sync(&ready), &wanted);
        prop_assert_eq!(&threads(&ready, Workers::Cores, |_| Ok(())), &wanted);
    }
}

#[test]
fn events_of_a_diamond() {
    let core = Core::new(&sums(&[vec![], vec![0], vec![0], vec![1, 2]], &[3]));
    let (mut ready, mut free) = (Vec::new(), Vec::new());
    assert_eq!(core.leaves(), [0]);
    core.finish(0, &mut ready, &mut free);
    assert_eq!((ready.split_off(0), free.split_off(0)), (vec![1, 2], vec![]));
    assert!(!core.is_last_use(0));
    core.finish(1, &mut ready, &mut free);
    assert_eq!((ready.split_off(0), free.split_off(0)), (vec![], vec![]));
    assert!(core.is_last_use(0));
    core.finish(2, &mut ready, &mut free);
    assert_eq!((ready.split_off(0), free.split_off(0)), (vec![3], vec![0]));
    core.finish(3, &mut ready, &mut free);
    assert_eq!((ready, free), (vec![], vec![1, 2]));
}

#[test]
fn an_output_stays_and_an_input_used_twice_goes_once() {
    let core = Core::new(&sums(&[vec![], vec![0, 0]], &[0, 1]));
    let (mut ready, mut free) = (Vec::new(), Vec::new());
    core.finish(0, &mut ready, &mut free);
    assert_eq!(ready, [1]);
    core.finish(1, &mut ready, &mut free);
    assert!(free.is_empty());
}

#[test]
fn after_a_failure_only_earlier_tasks_run() {
    let core = Core::new(&sums(&[vec![], vec![], vec![]], &[0, 1, 2]));
    assert!(core.fail(1));
    assert!(!core.fail(2));
    assert_eq!((core.wanted(0), core.wanted(1), core.wanted(2)), (true, false, false));
    assert!(core.fail(0));
    assert_eq!(core.failure(), Some(0));
    core.cancel();
    assert!(!core.wanted(0));
}

#[test]
fn what_is_needed_last_goes_first_to_disk() {
    // 0 is used by 3 and 5, 1 by 4 alone, 2 is wanted and used by 3 alone.
    let core = Core::new(&sums(&[vec![], vec![], vec![], vec![0, 2], vec![1], vec![0]], &[2, 3, 4, 5]));
    let held = || [0, 1, 2].into_iter();
    assert_eq!(core.idlest(held(), 3), [1], "inputs of the task that runs next stay");
    let (mut ready, mut free) = (Vec::new(), Vec::new());
    core.finish(3, &mut ready, &mut free);
    assert_eq!(core.idlest(held(), 4), [2, 0], "a wanted result that nobody else uses waits longest");
}

#[test]
fn the_same_failure_under_every_scheduler() {
    let lists: Vec<Vec<u32>> = (0..200).map(|at| if at < 100 { vec![] } else { vec![at - 100] }).collect();
    let graph = sums(&lists, &(100..200).collect::<Vec<_>>());
    for _ in 0..20 {
        let end = threads(&graph, Workers::Exactly(4), |task| match task {
            37 | 12 | 150 => Err(format!("no {task}")),
            _ => Ok(()),
        });
        assert_eq!(end, End::Failed(12, "no 12".to_owned()));
    }
}

#[test]
fn a_panic_is_a_failure_and_later_runs_work() {
    let graph = sums(&[vec![], vec![0]], &[1]);
    let end = threads(&graph, Workers::Cores, |task| if task == 1 { panic!("kernel") } else { Ok(()) });
    assert_eq!(end, End::Failed(1, "bug in task 1: kernel".to_owned()));
    assert_eq!(threads(&graph, Workers::Cores, |_| Ok(())), End::Done(evaluate(&graph)));
}

/// Most tasks that waited at the same time, where each waits until so many have begun.
fn most_waiting(workers: Workers, begun: usize) -> usize {
    let graph = sums(&vec![vec![]; 24], &[0]);
    let counts = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0)));
    let seen = counts.clone();
    threads(&graph, workers, move |_| {
        pausing(&mut || {
            counts.2.fetch_add(1, Ordering::SeqCst);
            let now = counts.0.fetch_add(1, Ordering::SeqCst) + 1;
            counts.1.fetch_max(now, Ordering::SeqCst);
            while counts.2.load(Ordering::SeqCst) < begun {
                std::thread::sleep(Duration::from_millis(1));
            }
            counts.0.fetch_sub(1, Ordering::SeqCst);
        });
        Ok(())
    });
    seen.1.load(Ordering::SeqCst)
}

#[test]
fn waiting_tasks_hold_no_core_unless_the_number_of_workers_is_given() {
    // With tasks that hold their cores the first would not end.
    assert_eq!(most_waiting(Workers::Cores, 24), 24);
    assert_eq!(most_waiting(Workers::Exactly(3), 3), 3);
}

#[test]
fn tasks_that_wait_for_each_other_get_a_core_when_other_runs_have_ended() {
    let (spinning, begun, over) =
        (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let others = sums(&vec![vec![]; cores()], &[0]);
    let (count, stop) = (spinning.clone(), over.clone());
    let spin = move |_| {
        count.fetch_add(1, Ordering::SeqCst);
        while !stop.load(Ordering::SeqCst) {
            std::thread::yield_now();
        }
        Ok(())
    };
    let busy = submit(&others, Sums { graph: others.clone(), at: Box::new(spin) }, Workers::Exactly(cores()));
    let until = |count: &AtomicUsize, least: usize| {
        while count.load(Ordering::SeqCst) < least {
            std::thread::yield_now();
        }
    };
    until(&spinning, cores());
    let graph = sums(&vec![vec![]; 4], &[0]);
    let count = begun.clone();
    let meet = move |_| {
        pausing(&mut || {
            count.fetch_add(1, Ordering::SeqCst);
            while count.load(Ordering::SeqCst) < 4 {
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        Ok(())
    };
    let handle = submit(&graph, Sums { graph: graph.clone(), at: Box::new(meet) }, Workers::Cores);
    // It waits while all cores are taken, so nobody takes its place.
    until(&begun, 1);
    over.store(true, Ordering::SeqCst);
    assert!(handle.wait(Duration::from_secs(60)), "the run does not end");
    assert_eq!(handle.end(), End::Done(evaluate(&graph)));
    assert!(busy.wait(Duration::from_secs(60)));
}

#[test]
fn waits_change_no_result() {
    let graph = sums(&[vec![vec![]; 40], vec![(0..40).collect()]].concat(), &[40]);
    let wanted = End::Done(evaluate(&graph));
    for workers in [Workers::Cores, Workers::Exactly(1), Workers::Exactly(3)] {
        let nap = |_| {
            pausing(&mut || std::thread::sleep(Duration::from_millis(1)));
            Ok(())
        };
        assert_eq!(threads(&graph, workers, nap), wanted);
    }
}

#[test]
fn cancelling_stops_the_run() {
    let graph = sums(&vec![vec![]; 1000], &[0]);
    let at = |_| {
        std::thread::sleep(Duration::from_millis(5));
        Ok(())
    };
    let handle = submit(&graph, Sums { graph: graph.clone(), at: Box::new(at) }, Workers::Exactly(2));
    assert!(!handle.wait(Duration::from_millis(10)));
    handle.cancel();
    assert!(handle.wait(Duration::from_secs(60)));
    assert_eq!(handle.end(), End::Cancelled);
}

#[test]
fn a_million_tasks_in_a_tree() {
    let mut lists: Vec<Vec<u32>> = vec![Vec::new(); 1 << 19];
    let mut level: Vec<u32> = (0..1 << 19).collect();
    while level.len() > 1 {
        level = level.chunks(2).map(|pair| (lists.push(pair.to_vec()), lists.len() as u32 - 1).1).collect();
    }
    let graph = order::order(sums(&lists, &level));
    let wanted = End::Done(evaluate(&graph));
    assert_eq!(threads(&graph, Workers::Exactly(2), |_| Ok(())), wanted);
}
