//! Rows of elementwise operations, and NumPy's choice of the loop for the dtypes at hand.

use std::cmp::Ordering;

use super::lane::{Lane, Loop};
use super::table;
use crate::data::dtype::result_type;
use crate::data::raised::{Raised, Res, type_error};
use crate::data::{DType, ExcClass, Operand};

/// A scalar operation.
#[derive(Debug)]
pub struct ScalarOp {
    /// The name of NumPy's ufunc.
    pub name: &'static str,
    /// How many operands it takes.
    pub arity: usize,
    /// Its loops, in NumPy's order: the first that the operands cast to safely is taken.
    pub loops: &'static [Loop],
    /// What is known of it.
    pub props: Props,
}

/// What rewrite rules and lowering may know of an operation.
#[derive(Clone, Copy, Debug, Default)]
pub struct Props {
    /// `f(a, b) == f(b, a)`.
    pub commutative: bool,
    /// Never decreasing in its operand.
    pub monotone: bool,
    /// `f(0) == 0`.
    pub keeps_zero: bool,
    /// NumPy's `TypeError` for operands that are all bool.
    pub no_bool: Option<&'static str>,
    /// Of bool and 8-bit integers NumPy makes float16, which rdask does not have.
    pub halves: bool,
    /// Of all integers NumPy makes float64.
    pub doubles: bool,
    /// A comparison: what it says of an order.
    pub compares: Option<fn(Ordering) -> bool>,
    /// Operands that make it raise: the `ValueError` of a block, if any.
    pub raises: Option<Test>,
}

/// What is wrong with the operands of a block.
pub type Test = fn(&[Lane<'_>]) -> Option<&'static str>;

impl ScalarOp {
    /// The loop for operands of exactly these dtypes.
    pub fn exact(&self, ins: &[DType]) -> Option<(usize, &'static Loop)> {
        self.loops.iter().enumerate().find(|(_, at)| at.ins == ins)
    }
}

/// Rows are compared by name.
impl PartialEq for ScalarOp {
    fn eq(&self, other: &ScalarOp) -> bool {
        self.name == other.name
    }
}

impl Eq for ScalarOp {}

impl std::hash::Hash for ScalarOp {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

/// The row with this name.
pub fn find(name: &str) -> Option<&'static ScalarOp> {
    if name.starts_with("draw_") {
        return super::draws::row(name);
    }
    if let Some(found) = table::text::find(name) {
        return Some(found);
    }
    let cast =
        name.strip_prefix("astype_").and_then(DType::named).filter(|dtype| !dtype.is_text()).map(table::cast::to);
    cast.or_else(|| table::ALL.iter().flat_map(|rows| rows.iter()).find(|row| row.name == name))
}

/// The loop that operands take.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The row that has it.
    pub row: &'static ScalarOp,
    /// Its number in the row.
    pub which: usize,
    /// The loop.
    pub kernel: &'static Loop,
    /// What the operands are converted to.
    pub ins: Vec<DType>,
    /// The dtype of the result.
    pub out: DType,
}

/// The loop that NumPy takes for these operands, or NumPy's error.
pub fn resolve(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    if super::text::concerns(operands) {
        return super::text::resolve(op, operands);
    }
    if super::time::concerns(operands) {
        return super::time::resolve(op, operands);
    }
    if op.name == "isnat" {
        return Err(type_error("ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64."));
    }
    let (which, kernel) = numeric(op, operands)?;
    Ok(Chosen { row: op, which, kernel, ins: kernel.ins.to_vec(), out: kernel.out })
}

/// The same of numbers: the number of the loop and the loop.
fn numeric(op: &'static ScalarOp, operands: &[Operand]) -> Res<(usize, &'static Loop)> {
    // The condition of `where` takes no part in promotion.
    let free = if op.name == "where" { 1 } else { 0 };
    let strict = operands.get(free..).unwrap_or_default();
    let common = result_type(strict);
    match op.props {
        Props { no_bool: Some(text), .. } if common == DType::Bool => {
            let class = if text.starts_with("ufunc") { ExcClass::UFuncTypeError } else { ExcClass::TypeError };
            return Err(Raised::new(class, text));
        }
        Props { halves: true, .. } if strict.iter().all(|operand| fits_half(operand, common)) => {
            return Err(no_half(op, common));
        }
        _ => {}
    }
    let common = if op.props.doubles && !common.is_inexact() { DType::Float64 } else { common };
    // Each operand by itself: int64 and uint64 compare without becoming floats; int16 and uint16 have an angle as float32.
    let alone = op.props.compares.is_some() || op.props.halves && !op.props.doubles;
    let own = |operand: &Operand| match operand {
        Operand::Strong(dtype) if alone => *dtype,
        _ => common,
    };
    let fits = |at: &&Loop| {
        let ins = at.ins.get(free..).unwrap_or_default();
        strict.iter().zip(ins).all(|(operand, &to)| own(operand).casts_safely(to))
    };
    let found = op.loops.iter().enumerate().find(|(_, at)| fits(at));
    found.ok_or_else(|| no_loop(op, operands, common))
}

/// Whether an operand of a function of floats would become a float16.
fn fits_half(operand: &Operand, common: DType) -> bool {
    let own = match operand {
        Operand::Strong(dtype) => *dtype,
        _ => common,
    };
    matches!(own, DType::Bool | DType::Int8 | DType::UInt8)
}

fn no_half(op: &ScalarOp, of: DType) -> Box<Raised> {
    let text = format!("{} of {of} gives float16, a dtype that rdask does not have yet", op.name);
    Raised::new(ExcClass::NotImplementedError, text).help("convert first: x.astype(float)")
}

fn no_loop(op: &ScalarOp, operands: &[Operand], common: DType) -> Box<Raised> {
    let text = format!(
        "ufunc '{}' not supported for the input types, and the inputs could not be safely coerced to any supported \
         types according to the casting rule ''safe''",
        op.name
    );
    let shown: Vec<&str> = operands.iter().map(|operand| operand.dtype().name()).collect();
    type_error(text).help(format!(
        "{} takes {}; here it was given {} ({common})",
        op.name,
        kinds(op),
        shown.join(" and ")
    ))
}

fn kinds(op: &ScalarOp) -> String {
    let mut names: Vec<&str> = Vec::new();
    for at in op.loops {
        let Some(dtype) = at.ins.last() else { continue };
        let name = if dtype.is_whole() { "integers" } else { dtype.name() };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// Nothing is known.
pub const PLAIN: Props = Props {
    commutative: false,
    monotone: false,
    keeps_zero: false,
    no_bool: None,
    halves: false,
    doubles: false,
    compares: None,
    raises: None,
};
