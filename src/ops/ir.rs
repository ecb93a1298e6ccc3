//! The one scalar IR: a straight line of typed operations on single elements. Fused nodes and rows lower to it;
//! `kernels` evaluates it block by block.

use std::cmp::Ordering;

use super::lane::Loop;
use super::scalar::{ScalarOp, find, resolve};
use super::table::cast;
use crate::data::dtype::Kind;
use crate::data::raised::{Res, value_error};
use crate::data::scalar::out_of_bounds;
use crate::data::{DType, Operand, Scalar};

/// A value of a program: its inputs first, then one for each step.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Reg(pub u32);

/// What makes an element from its position in the whole array.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Generator {
    /// `start + i * step`.
    Arange {
        /// First element.
        start: Scalar,
        /// From one to the next.
        step: Scalar,
    },
    /// `i * step + start`, and `stop` for the last.
    Linspace {
        /// First element.
        start: Scalar,
        /// Last element.
        stop: Scalar,
        /// Number of elements, less one if `stop` is among them.
        intervals: u64,
        /// Whether `stop` is the last element.
        endpoint: bool,
    },
    /// Uniform in [low, high): Philox4x32-10 on the key and the position.
    Uniform {
        /// The key of the stream.
        key: u64,
        /// Lowest value.
        low: Scalar,
        /// Bound, excluded.
        high: Scalar,
    },
    /// Normal, by the method of Box and Muller on the same stream.
    Normal {
        /// The key of the stream.
        key: u64,
        /// Mean.
        mean: Scalar,
        /// Standard deviation.
        deviation: Scalar,
    },
    /// Whole numbers in [low, high).
    Integers {
        /// The key of the stream.
        key: u64,
        /// Lowest value.
        low: i64,
        /// Bound, excluded.
        high: i64,
    },
}

/// One step of a program; it makes one value.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Step {
    /// A constant.
    Const(Scalar),
    /// An element from its position, which input `at` holds.
    Generate {
        /// How.
        how: Generator,
        /// The value with the position.
        at: Reg,
        /// Dtype of the result.
        dtype: DType,
    },
    /// A loop of a row.
    Apply {
        /// The row.
        row: &'static ScalarOp,
        /// The number of its loop.
        which: usize,
        /// Operands, of exactly the loop's dtypes.
        args: Vec<Reg>,
        /// Dtype of the result: the loop's, of times with their unit.
        dtype: DType,
    },
}

/// A program over single elements.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Program {
    /// Dtypes of the inputs.
    pub inputs: Vec<DType>,
    /// Steps, in order; each may use inputs and earlier steps.
    pub steps: Vec<Step>,
    /// The value that is the result.
    pub result: Option<Reg>,
}

/// An operand of an operation that is added to a program.
#[derive(Clone, Copy, Debug)]
pub enum Arg {
    /// A value of the program.
    Reg(Reg),
    /// A number; `weak` if it is Python's and adapts to the dtype it meets.
    Number {
        /// The number.
        value: Scalar,
        /// Whether it adapts.
        weak: bool,
    },
}

impl Step {
    /// The dtype of the value.
    pub fn dtype(&self) -> DType {
        match self {
            Step::Const(value) => value.dtype(),
            Step::Generate { dtype, .. } => *dtype,
            Step::Apply { dtype, .. } => *dtype,
        }
    }

    /// The loop of an `Apply`.
    pub fn kernel(&self) -> Option<&'static Loop> {
        match self {
            Step::Apply { row, which, .. } => row.loops.get(*which),
            _ => None,
        }
    }
}

impl Program {
    /// A program over inputs of these dtypes.
    pub fn new(inputs: Vec<DType>) -> Program {
        Program { inputs, steps: Vec::new(), result: None }
    }

    /// The value of an input.
    pub fn input(&self, at: usize) -> Reg {
        Reg(at as u32)
    }

    /// The dtype of a value.
    pub fn dtype(&self, reg: Reg) -> DType {
        let at = reg.0 as usize;
        match at.checked_sub(self.inputs.len()) {
            None => self.inputs.get(at).copied().unwrap_or(DType::Bool),
            Some(step) => self.steps.get(step).map_or(DType::Bool, Step::dtype),
        }
    }

    /// The dtype of the result.
    pub fn out(&self) -> DType {
        self.result.map_or(DType::Bool, |reg| self.dtype(reg))
    }

    /// Add a step; an equal one is used again.
    pub fn push(&mut self, step: Step) -> Reg {
        let base = self.inputs.len();
        if let Some(at) = self.steps.iter().position(|known| *known == step) {
            return Reg((base + at) as u32);
        }
        self.steps.push(step);
        Reg((base + self.steps.len() - 1) as u32)
    }

    /// The value converted to a dtype.
    pub fn cast(&mut self, reg: Reg, to: DType) -> Reg {
        let from = self.dtype(reg);
        if from == to {
            return reg;
        }
        if let Some(Step::Const(value)) = self.step(reg)
            && (to.is_text() || !from.is_text())
        {
            return self.push(Step::Const(value.cast(to)));
        }
        if from.is_text() || to.is_text() {
            return self.cast_text(reg, from, to);
        }
        if from.is_time() || to.is_time() {
            return self.cast_time(reg, from, to);
        }
        let row = cast::to(to);
        match row.exact(&[from]) {
            Some((which, _)) => self.push(Step::Apply { row, which, args: vec![reg], dtype: to }),
            None => reg,
        }
    }

    /// A conversion of which one side is a moment or a duration: numbers are counts of the unit.
    fn cast_time(&mut self, reg: Reg, from: DType, to: DType) -> Reg {
        match (from.unit(), to.unit()) {
            // Between moments and durations NumPy keeps the number, whatever the units.
            (Some(_), Some(wanted)) if from.kind() != to.kind() && !wanted.is_generic() => {
                let number = self.named("time_number", vec![reg], DType::Int64);
                self.named("number_time", vec![number], to)
            }
            (Some(own), Some(wanted)) => {
                let calendar = matches!((from, to), (DType::Datetime(_), DType::Datetime(_)));
                let codes = [own.code(), wanted.code(), i64::from(calendar)];
                let codes = codes.map(|code| self.push(Step::Const(Scalar::Int64(code))));
                self.named("time_convert", [&[reg], codes.as_slice()].concat(), to)
            }
            (Some(_), None) => {
                let number = self.named("time_number", vec![reg], DType::Int64);
                self.cast(number, to)
            }
            _ => {
                let number = self.cast(reg, DType::Int64);
                self.named("number_time", vec![number], to)
            }
        }
    }

    /// The first loop of a row.
    pub(super) fn named(&mut self, row: &str, args: Vec<Reg>, dtype: DType) -> Reg {
        let first = args.first().copied();
        match (find(row), first) {
            (Some(row), _) => self.push(Step::Apply { row, which: 0, args, dtype }),
            (None, first) => first.unwrap_or(Reg(0)),
        }
    }

    fn step(&self, reg: Reg) -> Option<&Step> {
        self.steps.get((reg.0 as usize).checked_sub(self.inputs.len())?)
    }

    /// Add an operation with NumPy's promotion.
    pub fn apply(&mut self, op: &'static ScalarOp, args: &[Arg]) -> Res<Reg> {
        let operands: Vec<Operand> = args.iter().map(|arg| self.operand(arg)).collect();
        let chosen = resolve(op, &operands)?;
        if let Some(found) = op.props.compares.and_then(|holds| beyond(holds, args, &chosen.ins)) {
            return Ok(self.push(Step::Const(Scalar::Bool(found))));
        }
        if let Some(reg) = self.small_power(op, args, chosen.out)? {
            return Ok(reg);
        }
        let regs = args.iter().zip(&chosen.ins).map(|(arg, &dtype)| match *arg {
            // `where` cuts what does not fit.
            Arg::Number { value, .. } if op.name == "where" => self.place(&Arg::Number { value, weak: false }, dtype),
            _ => self.place(arg, dtype),
        });
        let regs = regs.collect::<Res<_>>()?;
        Ok(self.push(Step::Apply { row: chosen.row, which: chosen.which, args: regs, dtype: chosen.out }))
    }

    /// What an operand is to promotion.
    pub fn operand(&self, arg: &Arg) -> Operand {
        match *arg {
            Arg::Reg(reg) => Operand::Strong(self.dtype(reg)),
            Arg::Number { value, weak } => number_operand(value, weak),
        }
    }

    /// The operand as a value of this dtype; `OverflowError` for a Python integer out of its bounds.
    pub fn place(&mut self, arg: &Arg, dtype: DType) -> Res<Reg> {
        match *arg {
            Arg::Reg(reg) => Ok(self.cast(reg, dtype)),
            Arg::Number { value, weak } if weak && !value.fits(dtype) => Err(out_of_bounds(&value.text(), dtype)),
            Arg::Number { value, .. } => Ok(self.push(Step::Const(value.cast(dtype)))),
        }
    }

    /// Powers with a small constant exponent are products and roots, as in NumPy.
    fn small_power(&mut self, op: &'static ScalarOp, args: &[Arg], dtype: DType) -> Res<Option<Reg>> {
        let (true, &[base, Arg::Number { value, .. }]) = (op.name == "power", args) else { return Ok(None) };
        let float = dtype.is_inexact();
        if !float && value.whole().is_some_and(|exponent| exponent < 0) && dtype.kind() == Kind::Int {
            return Err(value_error("Integers to negative integer powers are not allowed.")
                .help("make the base a float: x.astype(float) ** -1"));
        }
        if value.dtype().is_complex() {
            return Ok(None);
        }
        let name = match value.as_f64() {
            1.0 => "positive",
            2.0 => "square",
            3.0 => "cube",
            0.5 if float => "sqrt",
            -1.0 if float => "reciprocal",
            _ => return Ok(None),
        };
        let base = self.place(&base, dtype)?;
        find(name).map(|row| self.apply(row, &[Arg::Reg(base)])).transpose()
    }
}

/// A comparison with a Python integer that lies beyond the bounds of the dtype it meets: it holds for all elements, or
/// for none.
fn beyond(holds: fn(Ordering) -> bool, args: &[Arg], ins: &[DType]) -> Option<bool> {
    let side = |arg: &Arg, dtype: DType| match *arg {
        Arg::Number { value, weak: true } if !value.fits(dtype) => value.whole().map(|value| value.cmp(&0)),
        _ => None,
    };
    match (args, ins) {
        ([a, b], &[x, y]) => match (side(a, x), side(b, y)) {
            (None, Some(sign)) => Some(holds(sign.reverse())),
            (Some(sign), _) => Some(holds(sign)),
            (None, None) => None,
        },
        _ => None,
    }
}

/// What a number is to promotion.
pub fn number_operand(value: Scalar, weak: bool) -> Operand {
    match (weak, value) {
        (true, Scalar::Int64(_) | Scalar::UInt64(_)) => Operand::Int,
        (true, Scalar::Float64(_)) => Operand::Float,
        (true, Scalar::Complex128(_)) => Operand::Complex,
        (_, value) => Operand::Strong(value.dtype()),
    }
}

impl Program {
    /// The last operation, in one word.
    pub fn verb(&self) -> &'static str {
        match self.steps.last() {
            Some(Step::Apply { row, .. }) => row.name,
            Some(Step::Generate { how: Generator::Arange { .. }, .. }) => "arange",
            Some(Step::Generate { how: Generator::Linspace { .. }, .. }) => "linspace",
            Some(Step::Generate { .. }) => "random",
            Some(Step::Const(_)) => "full",
            None => "same",
        }
    }
}

impl Generator {
    /// The key of a stream: neighbouring seeds and draws get unlike keys.
    pub fn key(seed: u64, draw: u64) -> u64 {
        let mixed = (seed ^ draw.wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        (mixed ^ (mixed >> 31)).wrapping_mul(0x94D0_49BB_1331_11EB) ^ (seed >> 31)
    }
}
