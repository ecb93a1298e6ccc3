//! Which loop moments and durations take, in which units, and of what dtype the result is: NumPy's rules, and its errors.

use super::scalar::{Chosen, ScalarOp, find};
use crate::data::dtype::Kind;
use crate::data::raised::{ExcClass, Raised, Res, type_error};
use crate::data::time::{Unit, no_common};
use crate::data::{DType, Operand};

/// What an operand is to these rules.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Moment(Unit),
    Duration(Unit),
    Whole,
    Float,
    Other,
}

fn side(operand: &Operand) -> Side {
    match operand.dtype() {
        DType::Datetime(unit) => Side::Moment(unit),
        DType::Timedelta(unit) => Side::Duration(unit),
        dtype => match dtype.kind() {
            Kind::Bool | Kind::Int | Kind::UInt => Side::Whole,
            Kind::Float => Side::Float,
            _ => Side::Other,
        },
    }
}

/// Whether the rules of this file hold for these operands.
pub fn concerns(operands: &[Operand]) -> bool {
    operands.iter().any(|operand| operand.dtype().is_time())
}

/// The loop of a row, what its operands are converted to, and the dtype of the result.
fn chosen(name: &'static str, ins: Vec<DType>, out: DType) -> Res<Chosen> {
    let Some(row) = find(name) else { return Err(type_error(format!("no operation {name}"))) };
    let lanes: Vec<DType> = ins.iter().map(|dtype| if dtype.is_time() { DType::TICKS } else { *dtype }).collect();
    let free = |at: &super::Loop| at.ins.is_empty();
    match row.loops.iter().enumerate().find(|(_, at)| free(at) || at.ins == lanes) {
        Some((which, kernel)) => Ok(Chosen { row, which, kernel, ins, out }),
        None => Err(type_error(format!("{name} has no such loop"))),
    }
}

pub(super) fn ufunc_error(text: String) -> Box<Raised> {
    Raised::new(ExcClass::UFuncTypeError, text)
}

/// The classes of the operands as NumPy names them: those of Python's own numbers have an underscore.
pub(super) fn classes(operands: &[Operand]) -> Vec<String> {
    let one = |operand: &Operand| match operand {
        Operand::Strong(dtype) => dtype.class_text(),
        Operand::Int => "<class 'numpy.dtypes._PyLongDType'>".to_owned(),
        Operand::Float => "<class 'numpy.dtypes._PyFloatDType'>".to_owned(),
        Operand::Complex => "<class 'numpy.dtypes._PyComplexDType'>".to_owned(),
    };
    operands.iter().map(one).collect()
}

pub(super) fn no_operands(op: &ScalarOp, operands: &[Operand]) -> Box<Raised> {
    let shown: Vec<String> = operands.iter().map(|at| format!("dtype('{}')", at.dtype().quoted())).collect();
    ufunc_error(format!("ufunc '{}' cannot use operands with types {}", op.name, shown.join(" and ")))
}

pub(super) fn no_signature(op: &ScalarOp, operands: &[Operand]) -> Box<Raised> {
    let classes = classes(operands);
    let shown = match classes.as_slice() {
        [one] => one.clone(),
        many => format!("({})", many.join(", ")),
    };
    ufunc_error(format!("ufunc '{}' did not contain a loop with signature matching types {shown} -> None", op.name))
}

pub(super) fn unsupported(op: &ScalarOp) -> Box<Raised> {
    type_error(format!(
        "ufunc '{}' not supported for the input types, and the inputs could not be safely coerced to any supported \
         types according to the casting rule ''safe''",
        op.name
    ))
}

/// An operand that has to be converted to a unit which its own cannot become.
fn check_cast(op: &ScalarOp, at: usize, from: Unit, to: Unit) -> Res<()> {
    let (from, to) = (DType::Timedelta(from), DType::Timedelta(to));
    if from.casts_same_kind(to) {
        return Ok(());
    }
    Err(ufunc_error(format!(
        "Cannot cast ufunc '{}' input {at} from dtype('{}') to dtype('{}') with casting rule 'same_kind'",
        op.name,
        from.quoted(),
        to.quoted()
    )))
}

/// The loop that NumPy takes for operands of which one is a moment or a duration, or NumPy's error.
pub fn resolve(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    match op.name {
        "add" | "subtract" => sum(op, operands),
        "multiply" => product(op, operands),
        "divide" | "floor_divide" | "remainder" => quotient(op, operands),
        "negative" | "positive" | "absolute" | "sign" => alone(op, operands),
        "equal" | "not_equal" | "less" | "less_equal" | "greater" | "greater_equal" => compared(op, operands),
        "maximum" | "minimum" | "fmax" | "fmin" => better(op, operands),
        "isnan" | "isnat" | "isinf" | "isfinite" => tested(op, operands),
        "where" => picked(operands),
        "clip" => clipped(op, operands),
        "logical_and" | "logical_or" | "logical_xor" | "logical_not" => truths(op, operands),
        _ => Err(unsupported(op)),
    }
}

/// The time row of an operation.
fn row_of(name: &str) -> &'static str {
    match name {
        "add" => "time_add",
        "subtract" => "time_subtract",
        "divide" => "time_divide",
        "floor_divide" => "time_floor_divide",
        "negative" => "time_negative",
        "positive" => "time_positive",
        "absolute" => "time_absolute",
        "sign" => "time_sign",
        "equal" => "time_equal",
        "not_equal" => "time_not_equal",
        "less" => "time_less",
        "less_equal" => "time_less_equal",
        "greater" => "time_greater",
        "greater_equal" => "time_greater_equal",
        "maximum" => "time_maximum",
        "minimum" => "time_minimum",
        "fmax" => "time_fmax",
        "fmin" => "time_fmin",
        "isinf" => "time_isinf",
        "isfinite" => "time_isfinite",
        _ => "time_isnat",
    }
}

fn sum(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    let &[a, b] = operands else { return Err(unsupported(op)) };
    let minus = op.name == "subtract";
    let (x, y, out) = match (side(&a), side(&b)) {
        (Side::Duration(x), Side::Duration(y)) => {
            let unit = x.common(y, true)?;
            (DType::Timedelta(unit), DType::Timedelta(unit), DType::Timedelta(unit))
        }
        (Side::Moment(x), Side::Duration(y)) => {
            let unit = x.common(y, false)?;
            check_cast(op, 1, y, unit)?;
            (DType::Datetime(unit), DType::Timedelta(unit), DType::Datetime(unit))
        }
        (Side::Duration(x), Side::Moment(y)) if !minus => {
            let unit = x.common(y, false)?;
            check_cast(op, 0, x, unit)?;
            (DType::Timedelta(unit), DType::Datetime(unit), DType::Datetime(unit))
        }
        (Side::Moment(x), Side::Moment(y)) if minus => {
            let unit = x.common(y, false)?;
            (DType::Datetime(unit), DType::Datetime(unit), DType::Timedelta(unit))
        }
        (Side::Moment(unit), Side::Whole) => (DType::Datetime(unit), DType::Timedelta(unit), DType::Datetime(unit)),
        (Side::Whole, Side::Moment(unit)) if !minus => {
            (DType::Timedelta(unit), DType::Datetime(unit), DType::Datetime(unit))
        }
        (Side::Duration(unit), Side::Whole) | (Side::Whole, Side::Duration(unit)) => {
            (DType::Timedelta(unit), DType::Timedelta(unit), DType::Timedelta(unit))
        }
        _ => return Err(no_operands(op, operands)),
    };
    chosen(row_of(op.name), vec![x, y], out)
}

fn product(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    let &[a, b] = operands else { return Err(unsupported(op)) };
    let number = |side: Side| if side == Side::Float { DType::Float64 } else { DType::Int64 };
    match (side(&a), side(&b)) {
        (Side::Duration(unit), other @ (Side::Whole | Side::Float)) => {
            chosen("time_multiply", vec![DType::Timedelta(unit), number(other)], DType::Timedelta(unit))
        }
        (other @ (Side::Whole | Side::Float), Side::Duration(unit)) => {
            chosen("time_multiply", vec![number(other), DType::Timedelta(unit)], DType::Timedelta(unit))
        }
        _ => Err(no_operands(op, operands)),
    }
}

fn quotient(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    let &[a, b] = operands else { return Err(unsupported(op)) };
    match (op.name, side(&a), side(&b)) {
        (name, Side::Duration(x), Side::Duration(y)) => {
            let unit = x.common(y, true)?;
            let ins = vec![DType::Timedelta(unit), DType::Timedelta(unit)];
            match name {
                "divide" => chosen("time_divide", ins, DType::Float64),
                "floor_divide" => chosen("time_floor_divide", ins, DType::Int64),
                _ => chosen("time_remainder", ins, DType::Timedelta(unit)),
            }
        }
        ("divide" | "floor_divide", Side::Duration(unit), other @ (Side::Whole | Side::Float)) => {
            let number = if other == Side::Float { DType::Float64 } else { DType::Int64 };
            chosen(row_of(op.name), vec![DType::Timedelta(unit), number], DType::Timedelta(unit))
        }
        _ => Err(no_operands(op, operands)),
    }
}

fn alone(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    match operands.first().map(|operand| operand.dtype()) {
        Some(dtype @ DType::Datetime(_)) if op.name == "positive" => chosen("time_positive", vec![dtype], dtype),
        Some(dtype @ DType::Timedelta(_)) => chosen(row_of(op.name), vec![dtype], dtype),
        _ => Err(no_signature(op, operands)),
    }
}

/// The dtype in which two times, or a duration and a whole number, meet; `None` where they don't.
fn meeting(a: &Operand, b: &Operand) -> Res<Option<DType>> {
    Ok(Some(match (side(a), side(b)) {
        (Side::Moment(x), Side::Moment(y)) => DType::Datetime(x.common(y, false)?),
        (Side::Duration(x), Side::Duration(y)) => DType::Timedelta(x.common(y, true)?),
        (Side::Duration(unit), Side::Whole) | (Side::Whole, Side::Duration(unit)) => DType::Timedelta(unit),
        _ => return Ok(None),
    }))
}

fn compared(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    let [a, b] = operands else { return Err(unsupported(op)) };
    if let Some(dtype) = meeting(a, b)? {
        return chosen(row_of(op.name), vec![dtype, dtype], DType::Bool);
    }
    // What can't be compared is unlike.
    let own = || vec![a.dtype(), b.dtype()];
    match op.name {
        "equal" => chosen("time_never", own(), DType::Bool),
        "not_equal" => chosen("time_always", own(), DType::Bool),
        _ if a.dtype().is_time() && b.dtype().is_time() => Err(no_operands(op, operands)),
        _ => Err(no_signature(op, operands)),
    }
}

fn better(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    let [a, b] = operands else { return Err(unsupported(op)) };
    match (meeting(a, b)?, side(a), side(b)) {
        (Some(dtype), ..) => chosen(row_of(op.name), vec![dtype, dtype], dtype),
        (None, Side::Moment(unit), Side::Duration(other)) | (None, Side::Duration(other), Side::Moment(unit)) => {
            let at = usize::from(matches!(side(a), Side::Moment(_)));
            Err(ufunc_error(format!(
                "Cannot cast ufunc '{}' input {at} from dtype('{}') to dtype('{}') with casting rule 'same_kind'",
                op.name,
                DType::Timedelta(other).quoted(),
                DType::Datetime(unit.common(other, false)?).quoted()
            )))
        }
        _ => Err(no_signature(op, operands)),
    }
}

fn tested(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    let Some(operand) = operands.first() else { return Err(unsupported(op)) };
    chosen(row_of(op.name), vec![operand.dtype()], DType::Bool)
}

/// The dtype that holds both.
fn held(a: &Operand, b: &Operand) -> Res<DType> {
    match (a, b) {
        (Operand::Strong(x), Operand::Strong(y)) => x.common(*y),
        _ => match meeting(a, b)? {
            Some(dtype) => Ok(dtype),
            None => {
                let mut error = no_common(&[a.dtype(), b.dtype()]);
                let (shown, weak) = (classes(&[a.dtype(), b.dtype()].map(Operand::Strong)), classes(&[*a, *b]));
                for (strong, weak) in shown.iter().zip(&weak) {
                    error.message = error.message.replace(strong, weak);
                }
                Err(error)
            }
        },
    }
}

fn picked(operands: &[Operand]) -> Res<Chosen> {
    let [_, a, b] = operands else { return Err(type_error("where takes a condition and two choices")) };
    let dtype = held(a, b)?;
    chosen("time_where", vec![DType::Bool, dtype, dtype], dtype)
}

fn clipped(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    let [a, low, high] = operands else { return Err(unsupported(op)) };
    let (Some(x), Some(y)) = (meeting(a, low)?, meeting(a, high)?) else { return Err(no_signature(op, operands)) };
    let dtype = x.common(y)?;
    chosen("time_clip", vec![dtype; 3], dtype)
}

/// Truth of times: whether they are not 0.
fn truths(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    if op.name == "logical_not" {
        return Err(unsupported(op));
    }
    let ins = vec![DType::Bool; operands.len()];
    match op.exact(&ins) {
        Some((which, kernel)) => Ok(Chosen { row: op, which, kernel, ins, out: DType::Bool }),
        None => Err(unsupported(op)),
    }
}
