//! Graphs: what each pass keeps, on random graphs and on long ones; orders; keys.

use proptest::prelude::*;
use rdask::graph::order::sequence;
use rdask::graph::verify::verify;
use rdask::graph::{Call, Callee, Csr, Key, LayerName, Op, PASSES, TaskArg, TaskGraph, TaskId};
use rdask::source::Span;
use rdask::value::frozen::Frozen;

/// A graph of sums: each list names the inputs of a task; tasks without inputs are values.
pub fn sums(lists: &[Vec<u32>], outputs: &[u32]) -> TaskGraph {
    let mut graph = TaskGraph::default();
    for (at, list) in lists.iter().enumerate() {
        let layer = graph.layer(LayerName::Text(format!("t{at}").into()), None);
        let op = match list.len() {
            0 => Op::Value(Frozen::Int(at as i64 + 1)),
            1 if at % 3 == 0 => Op::Alias,
            _ => {
                let args = (0..list.len() as u32).map(TaskArg::Input).collect();
                Op::Call(Box::new(Call { callee: Callee::GetItem, args, kwargs: Vec::new(), gives: None }))
            }
        };
        graph.add(op, Key { layer, at: 0 }, Span::default(), list.iter().copied());
    }
    graph.outputs = outputs.to_vec();
    graph
}

/// The sum that an output stands for, evaluated on the spot.
pub fn total(op: &Op, inputs: &[i64]) -> i64 {
    let add = |callee: &mut dyn FnMut(i64)| {
        op.clone().each_leaf(&mut |leaf| match leaf {
            TaskArg::Input(at) => callee(inputs[*at as usize]),
            TaskArg::Value(Frozen::Int(value)) => callee(*value),
            _ => {}
        })
    };
    match op {
        Op::Value(Frozen::Int(value)) => *value,
        Op::Alias => inputs[0],
        Op::Chain(links) => links.iter().fold(inputs.to_vec(), |now, link| vec![total(&link.op, &now)])[0],
        _ => {
            let mut sum = 1i64;
            add(&mut |value| sum = sum.wrapping_mul(31).wrapping_add(value));
            sum
        }
    }
}

/// Evaluate all outputs in the order of the graph.
pub fn evaluate(graph: &TaskGraph) -> Vec<i64> {
    let mut values: Vec<i64> = Vec::new();
    for (at, task) in graph.tasks.iter().enumerate() {
        let inputs: Vec<i64> = graph.inputs.list(at as TaskId).iter().map(|&input| values[input as usize]).collect();
        values.push(total(&task.op, &inputs));
    }
    graph.outputs.iter().map(|&output| values[output as usize]).collect()
}

/// Random graphs: up to 40 tasks, each with up to 4 earlier ones as inputs, and some outputs.
pub fn graphs() -> impl Strategy<Value = TaskGraph> {
    let task = proptest::collection::vec(any::<u32>(), 0..4);
    (proptest::collection::vec(task, 1..40), proptest::collection::vec(any::<u32>(), 1..5)).prop_map(
        |(tasks, outputs)| {
            let count = tasks.len() as u32;
            let earlier = |(at, list): (usize, Vec<u32>)| match at as u32 {
                0 => Vec::new(),
                at => list.into_iter().map(|input| input % at).collect(),
            };
            let lists: Vec<Vec<u32>> = tasks.into_iter().enumerate().map(earlier).collect();
            sums(&lists, &outputs.iter().map(|output| output % count).collect::<Vec<_>>())
        },
    )
}

proptest! {
    #[test]
    fn passes_keep_the_results_and_the_graph_sound(graph in graphs()) {
        let wanted = evaluate(&graph);
        let mut graph = graph;
        for (name, pass) in PASSES {
            graph = pass(graph);
            prop_assert!(verify(&graph).is_ok(), "after {name}: {:?}", verify(&graph));
            prop_assert_eq!(&evaluate(&graph), &wanted, "after {}", name);
        }
    }
}

fn csr(lists: &[&[u32]]) -> Csr {
    let mut out = Csr::default();
    lists.iter().for_each(|list| out.push(list.iter().copied()));
    out
}

/// Most results alive at once when the tasks run in this order.
fn peak(inputs: &Csr, order: &[u32]) -> usize {
    let users = inputs.reversed();
    let mut left: Vec<usize> = (0..inputs.len() as u32).map(|at| users.list(at).len()).collect();
    let (mut alive, mut peak) = (0usize, 0);
    for &task in order {
        alive += 1;
        peak = peak.max(alive);
        for &input in inputs.list(task) {
            left[input as usize] -= 1;
            alive -= usize::from(left[input as usize] == 0);
        }
    }
    peak
}

#[test]
fn the_heavier_input_comes_first() {
    // Dask's own example: {'a': 1, 'b': 2, 'c': (inc, 'a'), 'd': (add, 'b', 'c')} is run as a, c, b, d.
    let inputs = csr(&[&[], &[], &[0], &[1, 2]]);
    assert_eq!(sequence(&inputs, &inputs.reversed(), &[3]), [0, 2, 1, 3]);
}

#[test]
fn a_tree_reduction_keeps_few_blocks() {
    let mut inputs = Csr::default();
    let mut level: Vec<u32> = (0..1024).collect();
    level.iter().for_each(|_| inputs.push([]));
    while level.len() > 1 {
        level = level
            .chunks(4)
            .map(|group| {
                inputs.push(group.iter().copied());
                inputs.len() as u32 - 1
            })
            .collect();
    }
    let order = sequence(&inputs, &inputs.reversed(), &level);
    assert_eq!(order.len(), inputs.len());
    assert!(peak(&inputs, &order) <= 3 * 5 + 5, "{}", peak(&inputs, &order));
}

#[test]
fn two_reductions_of_one_array_share_its_blocks() {
    // 64 blocks, each reduced twice, and two totals: a block goes as soon as both have read it.
    let mut inputs = Csr::default();
    (0..64).for_each(|_| inputs.push([]));
    (0..64).for_each(|block| inputs.push([block]));
    (0..64).for_each(|block| inputs.push([block]));
    inputs.push(64..128);
    inputs.push(128..192);
    let order = sequence(&inputs, &inputs.reversed(), &[192, 193]);
    let big = |order: &[u32]| {
        let (mut alive, mut most, mut read) = (0i32, 0, [0; 64]);
        for &task in order {
            alive += i32::from(task < 64);
            most = most.max(alive);
            if (64..192).contains(&task) {
                read[task as usize % 64] += 1;
                alive -= i32::from(read[task as usize % 64] == 2);
            }
        }
        most
    };
    assert!(big(&order) <= 2, "{}", big(&order));
}

#[test]
fn a_chain_of_a_million_is_one_task() {
    let lists: Vec<Vec<u32>> = (0..1_000_000).map(|at| if at == 0 { vec![] } else { vec![at - 1] }).collect();
    let graph = rdask::graph::prepare(sums(&lists, &[999_999]));
    assert_eq!(graph.len(), 1);
    verify(&graph).unwrap();
}
