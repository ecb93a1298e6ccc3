//! Compiled code gives the bits of the rows' own loops: random programs over random dtypes, shapes and strides.

use proptest::prelude::*;
use rdask::data::buffer::with_dtype;
use rdask::data::shape::Steps;
use rdask::data::{Chunk, DType, Element, Scalar};
use rdask::jit::Kernel;
use rdask::kernels::elemwise::{Input, evaluate_by};
use rdask::kernels::reduce::fold_by;
use rdask::ops::ir::{Program, Reg, Step};
use rdask::ops::{Base, Loop, ScalarOp, prim, table};
use std::sync::Arc;

/// Numbers from a seed: xorshift.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        ((self.next() >> 11) % n.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

const DTYPES: &[DType] = &DType::ALL;

const FLOATS: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.5,
    3.7,
    -3.7,
    1e300,
    -1e300,
    1e-310,
    4503599627370497.5,
    16777217.0,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
    f64::MIN_POSITIVE,
    f64::MAX,
    1e-45,
    3.4e38,
    0.1,
];

const INTS: &[i64] = &[
    0,
    1,
    -1,
    2,
    7,
    -7,
    i64::MAX,
    i64::MIN,
    i64::MAX - 1,
    1 << 31,
    -(1 << 31),
    255,
    256,
    -129,
    1 << 53,
    (1 << 53) + 1,
];

fn number(dice: &mut Dice, dtype: DType) -> Scalar {
    let float = match dice.below(3) {
        0 => Scalar::Float64(*dice.pick(FLOATS)),
        1 => Scalar::Float64((dice.next() as i64 >> 40) as f64 / 64.0),
        _ => Scalar::Int64(*dice.pick(INTS)),
    };
    match dtype.kind_char() {
        'b' => Scalar::Bool(dice.below(2) == 1),
        'f' => float.cast(dtype),
        _ => {
            let whole = if dice.below(2) == 0 { *dice.pick(INTS) } else { dice.next() as i64 >> dice.below(64) };
            Scalar::Int64(whole).cast(dtype)
        }
    }
}

/// A view with odd strides that broadcasts to `shape`.
fn array(dice: &mut Dice, dtype: DType, shape: &[usize]) -> Chunk {
    let own: Vec<usize> = shape.iter().map(|&n| if dice.below(6) == 0 { 1 } else { n }).collect();
    let skip = if dice.below(5) == 0 { dice.below(own.len() + 1) } else { 0 };
    let own = &own[skip..];
    let turned = dice.below(3) == 0;
    let steps: Vec<i64> = own.iter().map(|_| *dice.pick(&[1, 1, 1, 2, -1, 3])).collect();
    let mut base: Vec<usize> = own.iter().zip(&steps).map(|(&n, step)| n * step.unsigned_abs() as usize + 2).collect();
    if turned {
        base.reverse();
    }
    let size: usize = base.iter().product();
    let made: Chunk = with_dtype!(dtype, T => {
        let items: Vec<T> = (0..size).map(|_| <T as Element>::cast(number(dice, dtype))).collect();
        Chunk::of(items, base.clone())
    });
    let mut made = if turned { made.reversed() } else { made };
    for (axis, (&count, &step)) in own.iter().zip(&steps).enumerate() {
        let start = if step < 0 { count * step.unsigned_abs() as usize + 1 } else { dice.below(2) };
        made = made.slice_axis(axis, Steps { start, step, count });
    }
    made
}

fn rows() -> Vec<&'static ScalarOp> {
    let casts = DTYPES.iter().map(|&dtype| table::cast::to(dtype));
    // Loops over times and texts are called, never emitted: `tests/oracle` has them.
    let number = |at: &Loop| !at.ins.is_empty() && at.ins.iter().chain([&at.out]).all(|dtype| DTYPES.contains(dtype));
    let numbers = |row: &&ScalarOp| !row.loops.is_empty() && row.loops.iter().all(number);
    table::ALL.iter().flat_map(|rows| rows.iter()).filter(numbers).chain(casts).collect()
}

/// A value of this dtype: one that is there, one that is converted, or a number.
fn operand(dice: &mut Dice, program: &mut Program, dtype: DType) -> Reg {
    let many = program.inputs.len() + program.steps.len();
    if dice.below(6) == 0 {
        let value = number(dice, dtype);
        return program.push(Step::Const(value));
    }
    let found = Reg((many - 1 - dice.below(many.min(8))) as u32);
    program.cast(found, dtype)
}

fn program(dice: &mut Dice) -> Program {
    let inputs = (0..1 + dice.below(4)).map(|_| *dice.pick(DTYPES)).collect();
    let mut program = Program::new(inputs);
    let rows = rows();
    let emitted: Vec<_> = rows.iter().copied().filter(|row| prim::of(row.name).is_some()).collect();
    for _ in 0..2 + dice.below(14) {
        let row = if dice.below(8) == 0 { *dice.pick(&rows) } else { *dice.pick(&emitted) };
        let which = dice.below(row.loops.len());
        let args = row.loops[which].ins.iter().map(|&dtype| operand(dice, &mut program, dtype)).collect();
        program.result = Some(program.push(Step::Apply { row, which, args, dtype: row.loops[which].out }));
    }
    program
}

fn bits(chunk: &Chunk) -> Vec<u64> {
    let one = |value: Scalar| match value {
        Scalar::Float64(x) if x.is_nan() => f64::NAN.to_bits(),
        Scalar::Float32(x) if x.is_nan() => u64::from(f32::NAN.to_bits()),
        value => value.bits(),
    };
    chunk.positions().map(|at| one(chunk.at(at))).collect()
}

const SHAPES: &[&[usize]] =
    &[&[], &[0], &[1], &[7], &[8], &[1023], &[1024], &[1025], &[2500], &[3, 5], &[40, 31], &[2, 3, 700], &[5, 0, 3]];

fn check(seed: u64) -> bool {
    let mut dice = Dice(seed | 1);
    let program = program(&mut dice);
    let Some(kernel) = Kernel::compile(&program) else { return false };
    let shape = *dice.pick(SHAPES);
    let arrays: Vec<Chunk> = program.inputs.iter().map(|&dtype| array(&mut dice, dtype, shape)).collect();
    let inputs: Vec<Input<'_>> = arrays.iter().map(Input::Array).collect();
    let slow = evaluate_by(None, &program, &inputs, shape);
    let fast = evaluate_by(Some(Arc::new(kernel)), &program, &inputs, shape);
    match (slow, fast) {
        (Ok(slow), Ok(fast)) => {
            let (slow, fast) = (bits(&slow), bits(&fast));
            let unlike = slow.iter().zip(&fast).position(|(a, b)| a != b);
            let show = || rdask::jit::show(&program);
            assert_eq!(slow.len(), fast.len());
            assert!(unlike.is_none(), "seed {seed}, shape {shape:?}, element {unlike:?}\n{}", show());
        }
        (Err(slow), Err(fast)) => assert_eq!(slow.message, fast.message),
        (slow, fast) => panic!("seed {seed}: {slow:?} is not {fast:?}"),
    }
    true
}

const BASES: &[Base] = &[Base::Sum, Base::Prod, Base::Min, Base::Max, Base::Any, Base::All, Base::FMax];

/// A random program's result folded, along all axes or some, in its last loop and step by step.
fn check_fold(seed: u64) -> bool {
    let mut dice = Dice(seed | 1);
    let mut program = program(&mut dice);
    let base = *dice.pick(BASES);
    if let (Some(result), Base::Any | Base::All) = (program.result, base) {
        program.result = Some(program.cast(result, DType::Bool));
    }
    let Some(kernel) = Kernel::planned(&program, Some(base)) else { return false };
    let folds = kernel.plan.fold.is_some();
    let shape = *dice.pick(FOLDED);
    let axes: Vec<usize> = if dice.below(2) == 0 { (0..shape.len()).collect() } else { vec![shape.len() - 1] };
    let plain = dice.below(2) == 0;
    let arrays = program.inputs.iter().map(|&dtype| {
        let found = array(&mut dice, dtype, shape);
        if plain { found.broadcast_to(shape).copy().unwrap() } else { found }
    });
    let arrays: Vec<Chunk> = arrays.collect();
    let inputs: Vec<Input<'_>> = arrays.iter().map(Input::Array).collect();
    let slow = fold_by(None, (base, &axes), &program, &inputs, shape);
    let fast = fold_by(Some(Arc::new(kernel)), (base, &axes), &program, &inputs, shape);
    let show = || rdask::jit::show_fold(&program, base);
    match (slow, fast) {
        (Ok(slow), Ok(fast)) => {
            assert_eq!(bits(&slow), bits(&fast), "seed {seed}, {base:?} of {shape:?} along {axes:?}\n{}", show());
        }
        (Err(slow), Err(fast)) => assert_eq!(slow.message, fast.message),
        (slow, fast) => panic!("seed {seed}: {slow:?} is not {fast:?}"),
    }
    folds
}

const FOLDED: &[&[usize]] = &[
    &[1],
    &[7],
    &[8],
    &[640],
    &[1023],
    &[1024],
    &[1200],
    &[2504],
    &[9000],
    &[20_000],
    &[40, 32],
    &[40, 31],
    &[2, 3, 704],
    &[3, 1400],
    &[130, 8],
];

#[test]
fn folding_loops_are_met() {
    let met = (1..400).filter(|&seed| check_fold(seed * 0x9E37_79B9)).count();
    assert!(met > 100, "only {met} of 399");
}

proptest! {
    #[test]
    fn compiled_folds_give_the_bits_of_the_evaluated(seed in any::<u64>()) {
        check_fold(seed);
    }

    #[test]
    fn compiled_code_gives_the_bits_of_the_loops(seed in any::<u64>()) {
        check(seed);
    }
}

#[test]
fn each_row_alone_and_with_a_neighbour() {
    let mut dice = Dice(0x5eed);
    let mut compiled = 0;
    for row in rows() {
        for which in 0..row.loops.len() {
            let kernel = &row.loops[which];
            let mut program = Program::new(kernel.ins.to_vec());
            let args: Vec<Reg> = (0..kernel.ins.len()).map(|at| program.input(at)).collect();
            let first = program.push(Step::Apply { row, which, args, dtype: row.loops[which].out });
            // A second step, so that there is something to fuse.
            let not = rdask::ops::find("logical_not").unwrap();
            let truth = program.cast(first, DType::Bool);
            let second = program.apply(not, &[rdask::ops::ir::Arg::Reg(truth)]).unwrap();
            let third = program.apply(not, &[rdask::ops::ir::Arg::Reg(second)]).unwrap();
            for result in [first, third] {
                program.result = Some(result);
                let Some(kernel) = Kernel::compile(&program) else { continue };
                compiled += 1;
                let shape = [777];
                let arrays: Vec<Chunk> = program.inputs.iter().map(|&dtype| array(&mut dice, dtype, &shape)).collect();
                let inputs: Vec<Input<'_>> = arrays.iter().map(Input::Array).collect();
                let slow = evaluate_by(None, &program, &inputs, &shape);
                let fast = evaluate_by(Some(Arc::new(kernel)), &program, &inputs, &shape);
                if let (Ok(slow), Ok(fast)) = (slow, fast) {
                    assert_eq!(bits(&slow), bits(&fast), "{} {:?}", row.name, program.inputs);
                }
            }
        }
    }
    assert!(compiled > 100, "only {compiled} programs were compiled");
}

#[test]
fn every_primitive_is_one_of_a_row() {
    for row in ["add", "where", "astype_float64", "sqrt", "clip", "isnan"] {
        assert!(prim::of(row).is_some() && rdask::ops::find(row).is_some());
    }
    assert!(prim::of("exp").is_none());
}
