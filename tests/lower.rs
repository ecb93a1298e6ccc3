//! Arrays from nodes to results: every operation against the whole array in one block; the rules of rewriting.

use std::sync::Arc;

use proptest::prelude::*;
use rdask::data::{DType, Scalar};
use rdask::expr::node::postorder;
use rdask::expr::rules::{optimize, simplify};
use rdask::expr::{Arg, Array, ArrayMeta, Const, Node, NodeData, Op, Pick, Random, Source};
use rdask::graph::{PASSES, verify::verify};
use rdask::lower::lower_with;
use rdask::source::Span;
use rdask::value::array::NdArray;
use rdask::value::{Host, Value};

use crate::delayed::machine;

fn number(value: i64) -> Const {
    Const { value: Scalar::Int64(value), weak: true }
}

fn meta(dtype: DType, chunks: &[&[usize]]) -> ArrayMeta {
    ArrayMeta::known(dtype, chunks.iter().map(|axis| Arc::from(*axis)).collect())
}

fn make(prefix: &str, op: Op, inputs: &[&Node], meta: ArrayMeta) -> Node {
    NodeData::make(prefix, op, inputs.iter().map(|&input| input.clone()).collect(), meta, Span::default())
}

fn arange(chunks: &[&[usize]]) -> Node {
    let source = Source::Arange { start: number(0), step: number(1) };
    make("arange", Op::Source(source), &[], meta(DType::Int64, chunks))
}

fn random(chunks: &[&[usize]]) -> Node {
    let source = Random { distribution: "random", seed: 7, draw: 1, params: Vec::new() };
    make("random", Op::Source(Source::Random(source)), &[], meta(DType::Float64, chunks))
}

fn add(a: &Node, b: &Node) -> Node {
    let op = Op::Elementwise { row: "add", args: vec![Arg::Input(0), Arg::Input(1)] };
    make("add", op, &[a, b], a.meta.clone())
}

fn rechunk(a: &Node, chunks: &[&[usize]]) -> Node {
    make("rechunk-merge", Op::Rechunk(Default::default()), &[a], meta(a.meta.dtype, chunks))
}

fn reduce(a: &Node, row: &'static str, axes: &[usize], out: ArrayMeta) -> Node {
    let op = Op::Reduce { row, axes: axes.to_vec(), keepdims: false, ddof: 0, split_every: None };
    make(&format!("{row}-aggregate"), op, &[a], out)
}

/// The elements of some arrays, computed together.
fn compute(nodes: &[&Node], options: &[(&str, Value)]) -> Vec<Vec<f64>> {
    let (mut vm, _) = machine();
    let roots: Vec<Value> = nodes.iter().map(|&node| Value::native(Array::new(node.clone()))).collect();
    let options: Vec<_> = options.iter().map(|(name, value)| (rdask::data::Sym::new(name), value.clone())).collect();
    let engine = vm.engine();
    let results = engine.compute(&mut vm, &roots, &options).unwrap_or_else(|raised| panic!("{}", raised.message));
    let list = |value: &Value| match value {
        Value::Np(dtype, bits) => vec![rdask::data::Scalar::from_bits(*dtype, *bits).as_f64()],
        other => {
            let chunk = other.as_native::<NdArray>().unwrap().chunk();
            (0..chunk.size()).map(|at| chunk.reshape(vec![chunk.size()]).unwrap().get(&[at]).as_f64()).collect()
        }
    };
    results.iter().map(list).collect()
}

fn one(node: &Node) -> Vec<f64> {
    let plain = compute(&[node], &[("optimize_graph", Value::Bool(false)), ("scheduler", Value::str("sync"))]);
    let fast = compute(&[node], &[]);
    assert_eq!(plain, fast, "optimised and unoptimised differ");
    fast.into_iter().next().unwrap()
}

#[test]
fn sources_and_elementwise() {
    let x = arange(&[&[3, 3, 2]]);
    assert_eq!(one(&x), [0., 1., 2., 3., 4., 5., 6., 7.]);
    assert_eq!(one(&add(&x, &x)), [0., 2., 4., 6., 8., 10., 12., 14.]);
    let grid = arange(&[&[1, 2], &[2, 1]]);
    assert_eq!(one(&grid), [0., 1., 2., 3., 4., 5., 6., 7., 8.]);
}

#[test]
fn broadcasting_aligns_blocks() {
    let row = arange(&[&[2, 2]]);
    let grid = arange(&[&[1, 2], &[3, 1]]);
    let op = Op::Elementwise { row: "add", args: vec![Arg::Input(0), Arg::Input(1)] };
    let sum = make("add", op, &[&grid, &row], meta(DType::Int64, &[&[1, 2], &[2, 1, 1]]));
    assert_eq!(one(&sum), [0., 2., 4., 6., 4., 6., 8., 10., 8., 10., 12., 14.]);
}

#[test]
fn slices_take_from_the_blocks_they_fall_into() {
    let x = arange(&[&[3, 3, 3]]);
    let picks = |start, step, count| Op::Slice(vec![Pick::Range { start, step, count }]);
    assert_eq!(one(&make("getitem", picks(1, 3, 3), &[&x], meta(DType::Int64, &[&[1, 1, 1]]))), [1., 4., 7.]);
    assert_eq!(one(&make("getitem", picks(8, -2, 5), &[&x], meta(DType::Int64, &[&[2, 1, 2]]))), [8., 6., 4., 2., 0.]);
    assert_eq!(one(&make("getitem", Op::Slice(vec![Pick::Index(5)]), &[&x], meta(DType::Int64, &[]))), [5.]);
    let new = Op::Slice(vec![Pick::New, Pick::Range { start: 2, step: 1, count: 3 }]);
    assert_eq!(one(&make("getitem", new, &[&x], meta(DType::Int64, &[&[1], &[1, 2]]))), [2., 3., 4.]);
}

#[test]
fn transposes_joins_and_products() {
    let x = arange(&[&[1, 1], &[2, 1]]);
    let t = make("transpose", Op::Transpose(vec![1, 0]), &[&x], meta(DType::Int64, &[&[2, 1], &[1, 1]]));
    assert_eq!(one(&t), [0., 3., 1., 4., 2., 5.]);
    let product = make("sum-aggregate", Op::Contract, &[&x, &t], meta(DType::Int64, &[&[1, 1], &[1, 1]]));
    assert_eq!(one(&product), [5., 14., 14., 50.]);
    let joined = make("concatenate", Op::Concat { axis: 0 }, &[&x, &x], meta(DType::Int64, &[&[1, 1, 1, 1], &[2, 1]]));
    assert_eq!(one(&joined), [0., 1., 2., 3., 4., 5., 0., 1., 2., 3., 4., 5.]);
    let row = arange(&[&[2, 1]]);
    let stacked = make("stack", Op::Stack { axis: 1 }, &[&row, &row], meta(DType::Int64, &[&[2, 1], &[1, 1]]));
    assert_eq!(one(&stacked), [0., 0., 1., 1., 2., 2.]);
}

#[test]
fn reductions_have_the_same_bits_everywhere() {
    let x = random(&[&[100; 23]]);
    let mean = reduce(&x, "mean", &[0], meta(DType::Float64, &[]));
    let first = one(&mean);
    for workers in 1..4 {
        let again = compute(&[&mean], &[("num_workers", Value::Int(workers))]);
        assert_eq!(again, std::slice::from_ref(&first));
    }
    assert!((first[0] - 0.5).abs() < 0.05);
    let grid = arange(&[&[2, 1], &[1, 1, 2]]);
    assert_eq!(one(&reduce(&grid, "sum", &[1], meta(DType::Int64, &[&[2, 1]]))), [6., 22., 38.]);
    assert_eq!(one(&reduce(&grid, "max", &[0, 1], meta(DType::Int64, &[]))), [11.]);
}

#[test]
fn a_reduction_of_a_fused_tree_is_one_task_for_each_block() {
    let x = random(&[&[10; 6]]);
    let total = reduce(&add(&x, &x), "sum", &[0], meta(DType::Float64, &[]));
    let (mut vm, _) = machine();
    let graph = lower_with(&mut vm, &[Value::native(Array::new(total))], true).unwrap();
    let graph = PASSES.iter().fold(graph, |graph, (name, pass)| {
        let graph = pass(graph);
        verify(&graph).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
        graph
    });
    // Six blocks, two groups of at most four, and the end.
    assert_eq!(graph.len(), 9, "{graph:?}");
}

#[test]
fn blocks_that_are_made_again_are_the_same() {
    let x = random(&[&[7, 7, 6], &[6, 7, 7]]);
    let t = make("transpose", Op::Transpose(vec![1, 0]), &[&x], meta(DType::Float64, &[&[6, 7, 7], &[7, 7, 6]]));
    let product = make("sum-aggregate", Op::Contract, &[&x, &t], meta(DType::Float64, &[&[7, 7, 6], &[7, 7, 6]]));
    let both = add(&product, &x);
    let wanted = one(&both);
    let (mut vm, _) = machine();
    let graph = lower_with(&mut vm, &[Value::native(Array::new(both))], true).unwrap();
    let graph = rdask::graph::prepare(graph);
    let before = graph.len();
    for budget in [0, 500, 2000, 5000, 1 << 30] {
        let again = rdask::graph::remake::within(graph.clone(), budget);
        verify(&again).unwrap();
        assert!((budget < 2000) == (again.len() > before) || budget == 2000, "{budget}: {} of {before}", again.len());
        let values = rdask::sched::run::prepared(&mut vm, again, &[], &|_, _| {}).unwrap();
        let chunk = values[0].as_native::<NdArray>().unwrap().chunk();
        assert_eq!(chunk.to_vec::<f64>().unwrap(), wanted, "{budget}");
    }
}

#[test]
fn rules() {
    let x = arange(&[&[2, 2], &[3]]);
    let flip = |node: &Node, chunks: &[&[usize]]| {
        make("transpose", Op::Transpose(vec![1, 0]), &[node], meta(DType::Int64, chunks))
    };
    let twice = flip(&flip(&x, &[&[3], &[2, 2]]), &[&[2, 2], &[3]]);
    assert!(Arc::ptr_eq(&simplify(&[twice])[0], &x));
    assert!(Arc::ptr_eq(&simplify(&[rechunk(&x, &[&[2, 2], &[3]])])[0], &x));
    let source = simplify(&[rechunk(&rechunk(&x, &[&[4], &[3]]), &[&[1, 3], &[3]])]);
    assert!(matches!(source[0].op, Op::Source(_)) && source[0].inputs.is_empty());
    let y = arange(&[&[4, 4]]);
    let cut = Op::Slice(vec![Pick::Range { start: 1, step: 1, count: 5 }]);
    let sliced = make("getitem", cut, &[&add(&y, &y)], meta(DType::Int64, &[&[3, 2]]));
    let pushed = simplify(std::slice::from_ref(&sliced));
    assert!(matches!(pushed[0].op, Op::Elementwise { .. }));
    assert_eq!(one(&pushed[0]), [2., 4., 6., 8., 10.]);
}

#[test]
fn equal_nodes_are_one_and_long_chains_drop() {
    let x = arange(&[&[4]]);
    assert!(Arc::ptr_eq(&x, &arange(&[&[4]])));
    assert!(!Arc::ptr_eq(&x, &arange(&[&[2, 2]])));
    let mut chain = x;
    for at in 0..200_000 {
        let op = Op::Elementwise { row: "add", args: vec![Arg::Input(0), Arg::Const(number(at))] };
        chain = make("add", op, &[&chain], chain.meta.clone());
    }
    assert_eq!(postorder(std::slice::from_ref(&chain)).len(), 200_001);
}

#[test]
fn a_long_chain_is_fused_in_pieces() {
    let mut chain = arange(&[&[2, 2]]);
    for _ in 0..1000 {
        let op = Op::Elementwise { row: "add", args: vec![Arg::Input(0), Arg::Const(number(1))] };
        chain = make("add", op, &[&chain], chain.meta.clone());
    }
    assert_eq!(one(&chain), [1000., 1001., 1002., 1003.]);
    let fused = optimize(&[chain]);
    assert!(postorder(&fused).len() < 20);
}

/// Cuts of `size` into blocks.
fn blocks(size: usize) -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(1..=size, 1..6).prop_map(move |cuts| {
        let mut out = Vec::new();
        let mut left = size;
        for cut in cuts {
            if left > 0 {
                out.push(cut.min(left));
                left -= cut.min(left);
            }
        }
        if left > 0 {
            out.push(left);
        }
        out
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn blocks_change_no_result(a in blocks(7), b in blocks(5), c in blocks(7), d in blocks(5)) {
        let x = arange(&[&a, &b]);
        let y = rechunk(&add(&x, &x), &[&c, &d]);
        let wanted: Vec<f64> = (0..35).map(|at| 2.0 * f64::from(at)).collect();
        prop_assert_eq!(one(&y), wanted.clone());
        // In many small steps, by pieces cut out of the old blocks.
        let budget = rdask::expr::meta::replan::Budget { threshold: 1, limit: 16 };
        let z = make("rechunk-merge", Op::Rechunk(budget), &[&x], meta(DType::Int64, &[&c, &d]));
        prop_assert_eq!(one(&z), (0..35).map(f64::from).collect::<Vec<f64>>());
        let total = reduce(&y, "sum", &[0, 1], meta(DType::Int64, &[]));
        prop_assert_eq!(one(&total), vec![wanted.iter().sum::<f64>()]);
    }
}
