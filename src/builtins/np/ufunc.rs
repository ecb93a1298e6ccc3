//! Elementwise functions of NumPy: one row of `ops` each, on numbers, eager arrays and lazy ones.

use std::any::Any;

use super::convert::{Term, dtype, is_lazy, must_be_none, result, term};
use crate::builtins::row::{Row, row};
use crate::data::complex::C64;
use crate::data::ops::BinOp;
use crate::data::raised::{ExcClass, Raised, Res, type_error};
use crate::data::scalar::out_of_bounds;
use crate::data::{Buffer, Chunk, DType, Operand, Scalar, shape};
use crate::expr::meta::operators::ufunc_of;
use crate::kernels::copy::assign;
use crate::kernels::elemwise::{Input, evaluate, evaluate_over};
use crate::ops::ir::{Arg, Program};
use crate::ops::{self, ScalarOp, resolve};
use crate::value::array::NdArray;
use crate::value::{Host, Native, Value, kind};

/// Apply a row to operands.
pub fn apply(host: &mut dyn Host, op: &'static ScalarOp, terms: &[Term]) -> Res<Chunk> {
    let dtypes = terms.iter().filter_map(|term| match term {
        Term::Array(chunk) => Some(chunk.dtype()),
        Term::Number(..) => None,
    });
    let mut program = Program::new(dtypes.collect());
    let mut next = 0;
    let args: Vec<Arg> = terms
        .iter()
        .map(|term| match term {
            Term::Array(_) => {
                next += 1;
                Arg::Reg(program.input(next - 1))
            }
            Term::Number(value, weak) => Arg::Number { value: *value, weak: *weak },
        })
        .collect();
    let made = program.apply(op, &args);
    let shapes: Vec<&[usize]> = terms.iter().map(Term::shape).collect();
    let shape = shape::broadcast(&shapes).ok_or_else(|| shape::broadcast_error(&shapes));
    // What NumPy raises comes before what rdask alone refuses.
    program.result = Some(match made {
        Err(error) if error.class == ExcClass::NotImplementedError => return Err(shape.err().unwrap_or(error)),
        made => made?,
    });
    let shape = shape?;
    let inputs: Vec<Input<'_>> = terms
        .iter()
        .filter_map(|term| match term {
            Term::Array(chunk) => Some(Input::Array(chunk)),
            Term::Number(..) => None,
        })
        .collect();
    evaluate(&program, &inputs, &shape, &mut || host.poll())
}

/// The operands of a call; `None` if one is nothing that NumPy computes with.
fn terms(host: &mut dyn Host, args: &[Value]) -> Res<Option<Vec<Term>>> {
    let mut out = Vec::with_capacity(args.len());
    for arg in args {
        match term(host, arg)? {
            Some(term) => out.push(term),
            None => return Ok(None),
        }
    }
    Ok(Some(out))
}

/// A Python integer past 64 bits meets only floats, and comparisons.
fn check_big(op: &ScalarOp, args: &[Value], terms: &[Term]) -> Res<()> {
    if op.props.compares.is_some() || op.props.doubles {
        return Ok(());
    }
    let float = terms.iter().any(|term| matches!(term.operand(), Operand::Strong(dtype) if dtype.is_inexact()));
    for arg in args {
        if let (Value::BigInt(big), false) = (arg, float)
            && crate::value::np::big(big).whole().is_none()
        {
            return Err(out_of_bounds(&big.to_string(), DType::Int64));
        }
    }
    Ok(())
}

/// Bytes from which it saves something to overwrite a value that nobody else holds.
const WORTH: usize = 1 << 16;

/// `own op other` (or `other op own`, if not `first`) where nobody else holds the array `own`: the result takes its
/// place, as NumPy does with what stands between two operators. `None`, and nothing is done, where it doesn't fit.
///
/// # Errors
/// What stops the work.
pub fn over(host: &mut dyn Host, op: BinOp, own: &mut Value, other: &Value, first: bool) -> Res<Option<Value>> {
    let plain = matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div);
    let Some(row) = ufunc_of(op).and_then(ops::find).filter(|row| plain && row.props.raises.is_none()) else {
        return Ok(None);
    };
    let number = matches!(other, Value::Int(_) | Value::Float(_) | Value::Np(..));
    if is_lazy(other) || !(number || other.as_native::<NdArray>().is_some()) {
        return Ok(None);
    }
    let dtype = own.as_native::<NdArray>().map(NdArray::dtype).filter(|dtype| !dtype.is_time());
    let Some(dtype) = dtype else { return Ok(None) };
    let Some(term) = term(host, other)? else { return Ok(None) };
    let mut operands = [Operand::Strong(dtype), term.operand()];
    let mut program = Program::new(match &term {
        Term::Array(chunk) if first => vec![dtype, chunk.dtype()],
        Term::Array(chunk) => vec![chunk.dtype(), dtype],
        Term::Number(..) => vec![dtype],
    });
    let at = usize::from(!first && matches!(term, Term::Array(_)));
    let mut args = [
        Arg::Reg(program.input(at)),
        match &term {
            Term::Array(_) => Arg::Reg(program.input(1 - at)),
            Term::Number(value, weak) => Arg::Number { value: *value, weak: *weak },
        },
    ];
    if !first {
        operands.swap(0, 1);
        args.swap(0, 1);
    }
    // What raises, and what becomes another dtype, goes the usual way.
    let same = matches!(resolve(row, &operands), Ok(chosen) if chosen.out == dtype);
    let Ok(made) = program.apply(row, &args) else { return Ok(None) };
    program.result = Some(made);
    let Some((buffer, shape)) = same.then(|| taken(own, &term)).flatten() else { return Ok(None) };
    let place = Chunk::scalar(Scalar::zero(dtype));
    let inputs: Vec<Input<'_>> = match &term {
        Term::Array(chunk) if first => vec![Input::Array(&place), Input::Array(chunk)],
        Term::Array(chunk) => vec![Input::Array(chunk), Input::Array(&place)],
        Term::Number(..) => vec![Input::Array(&place)],
    };
    let made = evaluate_over(&program, &inputs, &shape, (at, buffer), &mut || host.poll())?;
    Ok(Some(self::result(made)))
}

/// The buffer and shape of an array that alone holds it, stands in a row in it, and takes what the operation gives.
fn taken(own: &mut Value, term: &Term) -> Option<(Buffer, Vec<usize>)> {
    let Value::Native(native) = own else { return None };
    let object: &mut dyn Native = std::rc::Rc::get_mut(native)?.0.as_mut();
    let any: &mut dyn Any = object;
    let array: &mut NdArray = any.downcast_mut()?;
    let fits = shape::broadcast(&[&array.shape, term.shape()]).as_deref() == Some(array.shape.as_slice());
    let chunk = array.chunk();
    let fills = chunk.is_contiguous() && chunk.offset == 0 && chunk.buffer.len() == chunk.size();
    let large = chunk.nbytes() >= WORTH;
    drop(chunk);
    if !fits || !fills || !large || array.view {
        return None;
    }
    let held = std::rc::Rc::get_mut(&mut array.memory)?.get_mut();
    // What is mapped from a file stays what the file says.
    std::sync::Arc::get_mut(held).filter(|buffer| buffer.map().is_none())?;
    let empty = Chunk::scalar(Scalar::Bool(false)).buffer;
    let buffer = std::sync::Arc::into_inner(std::mem::replace(held, empty))?;
    Some((buffer, std::mem::take(&mut array.shape)))
}

/// `op` on values: a scalar for scalars, an array for arrays; `None` if a value is no operand.
pub fn values(host: &mut dyn Host, op: &'static ScalarOp, args: &[Value]) -> Res<Option<Value>> {
    if args.iter().any(is_lazy) {
        return crate::builtins::da::build::elementwise(host, op, args);
    }
    match terms(host, args)? {
        Some(terms) => {
            check_big(op, args, &terms)?;
            apply(host, op, &terms).map(|chunk| Some(result(chunk)))
        }
        None => Ok(None),
    }
}

/// A function by the name of its row: operands, then the keywords of a ufunc, as far as they are given.
pub fn call(host: &mut dyn Host, name: &str, args: &[Value]) -> Res<Value> {
    let Some(op) = ops::find(name) else { return Err(type_error(format!("no function {name}"))) };
    let (operands, rest) = args.split_at_checked(op.arity).unwrap_or((args, &[]));
    let given = Keywords::of(op, rest)?;
    if operands.iter().any(is_lazy) {
        let made = crate::builtins::da::ufunc::call(host, op, operands, &given)?;
        return made.ok_or_else(|| not_supported(op, operands));
    }
    let converted = match given.dtype.map(dtype).transpose()?.flatten() {
        Some(to) => Some(converted(host, op, operands, to)?),
        None => None,
    };
    let operands = converted.as_deref().unwrap_or(operands);
    if let Some(out) = given.out {
        return into(host, op, operands, out, given.condition);
    }
    if given.condition.is_some() {
        return Err(Raised::new(
            ExcClass::NotImplementedError,
            format!("{name}: where= without out= leaves whatever was in memory, which rdask never shows"),
        )
        .help("give out=, or choose the values with np.where(condition, ..., ...)"));
    }
    match values(host, op, operands)? {
        Some(value) => Ok(value),
        None => Err(not_supported(op, operands)),
    }
}

/// The keywords of a ufunc that say something.
pub struct Keywords<'a> {
    /// `out=`.
    pub out: Option<&'a Value>,
    /// `where=`.
    pub condition: Option<&'a Value>,
    /// `dtype=`.
    pub dtype: Option<&'a Value>,
}

impl<'a> Keywords<'a> {
    /// From the slots `out, where, casting, order, dtype, subok`, or Dask's `out, where, dtype`.
    fn of(op: &ScalarOp, slots: &'a [Value]) -> Res<Keywords<'a>> {
        let some = |value: &'a Value| (!matches!(value, Value::None)).then_some(value);
        let mut given = Keywords { out: slots.first().and_then(some), condition: None, dtype: None };
        if let Some(Value::Tuple(items)) = given.out
            && let [one] = &items.items[..]
        {
            given.out = some(one);
        }
        if let [_, condition, ..] = slots {
            given.condition = Some(condition).filter(|value| !matches!(value, Value::Bool(true)));
        }
        if let [_, _, wanted] = slots {
            given.dtype = some(wanted);
        }
        if let [_, _, casting, _order, wanted, _subok] = slots {
            given.dtype = some(wanted);
            if !matches!(casting, Value::Str(text) if text.as_str() == "same_kind") {
                return Err(Raised::new(
                    ExcClass::NotImplementedError,
                    format!("{}: casting other than 'same_kind' is not in rdask", op.name),
                )
                .help("convert the operands first, with .astype(...)"));
            }
        }
        Ok(given)
    }
}

/// The operands in the dtype that `dtype=` asks for; comparisons and tests keep theirs, their result is bool.
fn converted(host: &mut dyn Host, op: &'static ScalarOp, operands: &[Value], to: DType) -> Res<Vec<Value>> {
    let Some(found) = terms_or_lazy(host, operands)? else { return Err(not_supported(op, operands)) };
    let plain: Vec<Operand> = found.to_vec();
    if let Ok(chosen) = resolve(op, &plain)
        && chosen.out == DType::Bool
        && to == DType::Bool
    {
        return Ok(operands.to_vec());
    }
    let no_loop =
        || type_error(format!("No loop matching the specified signature and casting was found for ufunc {}", op.name));
    match resolve(op, &vec![Operand::Strong(to); operands.len()]) {
        Ok(chosen) if chosen.out == to => {}
        _ => return Err(no_loop()),
    }
    let mut out = Vec::with_capacity(operands.len());
    for (at, (value, operand)) in operands.iter().zip(plain).enumerate() {
        let from = match operand {
            Operand::Strong(from) => from,
            Operand::Int => DType::Int64,
            Operand::Float => DType::Float64,
            Operand::Complex => DType::Complex128,
        };
        let small = matches!(operand, Operand::Int) && to.bounds().is_some();
        if !small && !from.casts_same_kind(to) {
            return Err(Raised::new(
                ExcClass::UFuncTypeError,
                format!(
                    "Cannot cast ufunc '{}' input {at} from dtype('{from}') to dtype('{to}') with casting rule \
                         'same_kind'",
                    op.name
                ),
            ));
        }
        out.push(match operand {
            Operand::Strong(_) => astype(host, value, &super::convert::Dtype::value(to))?,
            _ => result(super::convert::array(host, value, Some(to))?),
        });
    }
    Ok(out)
}

/// What is known of operands before anything is computed, lazy arrays among them.
fn terms_or_lazy(host: &mut dyn Host, operands: &[Value]) -> Res<Option<Vec<Operand>>> {
    let mut out = Vec::with_capacity(operands.len());
    for value in operands {
        let known = match (is_lazy(value), super::convert::dtype_of(value)) {
            (true, Some(dtype)) => Some(Operand::Strong(dtype)),
            _ => term(host, value)?.as_ref().map(Term::operand),
        };
        let Some(known) = known else { return Ok(None) };
        out.push(known);
    }
    Ok(Some(out))
}

/// `out=`: the result is written into an array; with `where=`, the array keeps what it has where that is false.
fn into(
    host: &mut dyn Host,
    op: &'static ScalarOp,
    operands: &[Value],
    out: &Value,
    condition: Option<&Value>,
) -> Res<Value> {
    let Some(target) = out.as_native::<NdArray>() else { return Err(type_error("return arrays must be of ArrayType")) };
    let Some(given) = terms(host, operands)? else { return Err(not_supported(op, operands)) };
    let Some(condition) = condition else {
        store(host, op, given, target)?;
        return Ok(out.clone());
    };
    check_big(op, operands, &given)?;
    let Some(condition) = term(host, condition)? else { return Err(not_supported(op, operands)) };
    let (Some(choose), Some(test)) = (ops::find("where"), ops::find("astype_bool")) else { return Ok(Value::None) };
    let made = apply(host, op, &given)?;
    let chosen = vec![Term::Array(apply(host, test, &[condition])?), Term::Array(made), Term::Array(target.chunk())];
    store(host, choose, chosen, target)?;
    Ok(out.clone())
}

/// Compute `op` and write it into `target`, as `out=` and `+=` do.
pub fn store(host: &mut dyn Host, op: &'static ScalarOp, terms: Vec<Term>, target: &NdArray) -> Res<()> {
    let operands: Vec<_> = terms.iter().map(Term::operand).collect();
    let chosen = resolve(op, &operands)?;
    if !chosen.out.casts_same_kind(target.dtype()) {
        return Err(Raised::new(
            ExcClass::UFuncTypeError,
            format!(
                "Cannot cast ufunc '{}' output from dtype('{}') to dtype('{}') with casting rule 'same_kind'",
                op.name,
                chosen.out.quoted(),
                target.dtype().quoted()
            ),
        )
        .help(format!("make a new array instead, or convert before: x = x.astype({})", chosen.out)));
    }
    target.may_write("output array")?;
    let made = apply(host, op, &terms)?;
    // The operands hold the target's buffer: without them it is written in place.
    drop(terms);
    let shapes = [made.shape.as_slice(), target.shape.as_slice()];
    if shape::broadcast(&shapes).as_deref() != Some(&target.shape) {
        return Err(crate::data::raised::value_error(format!(
            "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
            shape::show_tight(&target.shape),
            shape::show_tight(&made.shape)
        )));
    }
    target.write(|buffer| assign(buffer, &target.shape, &target.strides, target.offset, &made))
}

fn not_supported(op: &ScalarOp, operands: &[Value]) -> Box<Raised> {
    let names: Vec<String> = operands.iter().map(|value| kind::type_name(value).into_owned()).collect();
    type_error(format!(
        "ufunc '{}' not supported for the input types, and the inputs could not be safely coerced to any supported \
         types according to the casting rule ''safe''",
        op.name
    ))
    .help(format!("{} takes numbers and arrays; here it was given {}", op.name, names.join(" and ")))
}

/// `np.where(condition, x, y)`, and `np.where(condition)`.
fn where_(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    match args {
        [condition, Value::None, Value::None] => super::index::nonzero(host, std::slice::from_ref(condition)),
        [_, _, Value::None] | [_, Value::None, _] => {
            Err(crate::data::raised::value_error("either both or neither of x and y should be given"))
        }
        [condition, x, y] => {
            let Some(op) = ops::find("astype_bool") else { return Ok(Value::None) };
            let condition = values(host, op, std::slice::from_ref(condition))?;
            let made = call(host, "where", &[condition.unwrap_or(Value::None), x.clone(), y.clone()])?;
            Ok(super::convert::without_axes(made))
        }
        _ => Ok(Value::None),
    }
}

/// `np.clip(a, min, max, out)`: a bound may be `None`.
pub fn clip(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let [a, low, high, rest @ ..] = args else { return Ok(Value::None) };
    for at in rest {
        must_be_none(at, "out")?;
    }
    const NONE: &Value = &Value::None;
    let low = if idle(a, low, true) { NONE } else { low };
    let high = if idle(a, high, false) { NONE } else { high };
    match (low, high) {
        (Value::None, Value::None) => call(host, "positive", std::slice::from_ref(a)),
        (Value::None, high) => call(host, "minimum", &[a.clone(), high.clone()]),
        (low, Value::None) => call(host, "maximum", &[a.clone(), low.clone()]),
        (low, high) => call(host, "clip", &[a.clone(), low.clone(), high.clone()]),
    }
}

/// A bound of `clip` that no element can pass is none: a Python integer past the end of the dtype.
fn idle(a: &Value, bound: &Value, is_low: bool) -> bool {
    let Some((least, most)) = super::convert::dtype_of(a).and_then(DType::bounds) else { return false };
    let number = match bound {
        Value::BigInt(big) => crate::value::np::big(big),
        Value::Int(value) => Scalar::Int64(*value),
        _ => return false,
    };
    match number.whole() {
        Some(value) if is_low => value < least,
        Some(value) => value > most,
        None => (number.as_f64() < 0.0) == is_low,
    }
}

/// `np.round(a, decimals)`.
pub fn round(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (Some(a), decimals) = (args.first(), args.get(1).unwrap_or(&Value::Int(0))) else { return Ok(Value::None) };
    let decimals = crate::value::index::as_index(host, decimals)?;
    if is_lazy(a) {
        return crate::builtins::da::build::round(host, a, decimals);
    }
    let Some(at) = term(host, a)? else { return Err(type_error("round needs numbers")) };
    Ok(result(round_chunk(host, &at.chunk(), decimals)?))
}

/// What NumPy answers in a dtype that rdask has not.
pub fn round_of_bool() -> Box<Raised> {
    Raised::new(ExcClass::NotImplementedError, "round of bool gives float16, a dtype that rdask does not have yet")
}

/// As `numpy.round`: multiplied, rounded to even, divided.
pub fn round_chunk(host: &mut dyn Host, chunk: &Chunk, decimals: i64) -> Res<Chunk> {
    let op = |name: &str| ops::find(name).ok_or_else(|| type_error("no such function"));
    if chunk.dtype().is_time() || chunk.dtype().is_text() {
        return apply(host, op("rint")?, &[Term::Array(chunk.clone())]);
    }
    if !chunk.dtype().is_inexact() && decimals >= 0 {
        if chunk.dtype() == DType::Bool {
            return Err(round_of_bool());
        }
        return Ok(chunk.clone());
    }
    if chunk.dtype().is_complex() && decimals != 0 {
        return round_complex(chunk, decimals);
    }
    let array = |chunk: Chunk| Term::Array(chunk);
    if decimals == 0 {
        return apply(host, op("rint")?, &[array(chunk.clone())]);
    }
    let scale = 10f64.powi(decimals.unsigned_abs().min(400) as i32);
    let factor = || Term::Number(crate::data::Scalar::Float64(scale), true);
    let (first, last) = if decimals > 0 { ("multiply", "divide") } else { ("divide", "multiply") };
    let scaled = apply(host, op(first)?, &[array(chunk.clone()), factor()])?;
    let whole = apply(host, op("rint")?, &[array(scaled)])?;
    let out = apply(host, op(last)?, &[array(whole), factor()])?;
    crate::kernels::reduce::cast(&out, chunk.dtype())
}

/// Both parts of complex numbers, each by itself.
fn round_complex(chunk: &Chunk, decimals: i64) -> Res<Chunk> {
    let scale = 10f64.powi(decimals.unsigned_abs().min(400) as i32);
    let part = |value: f64| {
        if decimals > 0 { (value * scale).round_ties_even() / scale } else { (value / scale).round_ties_even() * scale }
    };
    let items = chunk.to_vec::<C64>()?.into_iter().map(|value| C64::new(part(value.re), part(value.im)));
    crate::kernels::reduce::cast(&Chunk::of(items.collect(), chunk.shape.clone()), chunk.dtype())
}

/// `np.astype`-like conversion of any value.
pub fn astype(host: &mut dyn Host, v: &Value, to: &Value) -> Res<Value> {
    let to = dtype(to)?.unwrap_or(DType::Float64);
    if is_lazy(v) {
        return crate::builtins::da::build::astype(host, v, to);
    }
    let chunk = super::convert::array(host, v, None)?;
    let to = super::convert::settled(chunk.dtype(), to)?;
    let made = if chunk.dtype() == to { chunk.copy()? } else { crate::kernels::reduce::convert(&chunk, to)? };
    Ok(result(made))
}

/// The row of a function: some functions share one.
pub fn row_of(name: &'static str) -> &'static str {
    match name {
        "radians" => "deg2rad",
        "degrees" => "rad2deg",
        other => other,
    }
}

macro_rules! ufuncs {
    ($($name:literal),* ; $($lazy:literal = $op:literal),* $(,)?) => {
        /// The rows.
        pub const ROWS: &[Row] = &[
            $(row(concat!("numpy.", $name), |host, args| call(host, row_of($name), args)),)*
            $(row(concat!("dask.array.", $lazy), |host, args| crate::builtins::da::build::ufunc(host, $op, args)),)*
            row("numpy._mantissa", |host, args| call(host, "mantissa", args)),
            row("numpy._exponent", |host, args| call(host, "exponent", args)),
            row("numpy._fraction", |host, args| call(host, "fraction", args)),
            row("numpy._ldexp", |host, args| call(host, "ldexp", args)),
            row("numpy.where", where_),
            row("numpy.clip", clip),
            row("numpy.round", round),
            row("numpy.around", round),
            row("dask.array.where", |host, args| crate::builtins::da::build::where_(host, args)),
            row("dask.array.clip", |host, args| {
                let made = crate::builtins::da::build::lazily(host, args, clip)?;
                Ok(crate::builtins::da::build::renamed(&made, "clip"))
            }),
            row("dask.array.round", |host, args| crate::builtins::da::build::lazily(host, args, round)),
        ];
    };
}

ufuncs! {
    "add", "subtract", "multiply", "divide", "floor_divide", "remainder", "fmod", "power", "float_power", "negative", "positive", "absolute", "fabs", "sign", "square", "sqrt", "cbrt", "reciprocal", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "arctan2", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "hypot", "logaddexp", "floor", "ceil", "trunc", "rint", "maximum", "minimum", "fmax", "fmin", "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "logical_and", "logical_or", "logical_xor", "logical_not", "bitwise_and", "bitwise_or", "bitwise_xor", "invert", "left_shift", "right_shift", "isnan", "isinf", "isfinite", "signbit", "deg2rad", "radians", "rad2deg", "degrees", "heaviside", "copysign", "conjugate", "gcd", "lcm", "bitwise_count", "nextafter", "spacing", "logaddexp2";
    "add" = "add", "subtract" = "subtract", "multiply" = "multiply", "divide" = "divide", "true_divide" = "divide", "floor_divide" = "floor_divide", "remainder" = "remainder", "mod" = "remainder", "fmod" = "fmod", "power" = "power", "float_power" = "float_power", "negative" = "negative", "positive" = "positive", "absolute" = "absolute", "abs" = "absolute", "fabs" = "fabs", "sign" = "sign", "square" = "square", "sqrt" = "sqrt", "cbrt" = "cbrt", "reciprocal" = "reciprocal", "exp" = "exp", "exp2" = "exp2", "expm1" = "expm1", "log" = "log", "log2" = "log2", "log10" = "log10", "log1p" = "log1p", "sin" = "sin", "cos" = "cos", "tan" = "tan", "arcsin" = "arcsin", "arccos" = "arccos", "arctan" = "arctan", "arctan2" = "arctan2", "sinh" = "sinh", "cosh" = "cosh", "tanh" = "tanh", "arcsinh" = "arcsinh", "arccosh" = "arccosh", "arctanh" = "arctanh", "hypot" = "hypot", "logaddexp" = "logaddexp", "floor" = "floor", "ceil" = "ceil", "trunc" = "trunc", "rint" = "rint", "maximum" = "maximum", "minimum" = "minimum", "fmax" = "fmax", "fmin" = "fmin", "equal" = "equal", "not_equal" = "not_equal", "less" = "less", "less_equal" = "less_equal", "greater" = "greater", "greater_equal" = "greater_equal", "logical_and" = "logical_and", "logical_or" = "logical_or", "logical_xor" = "logical_xor", "logical_not" = "logical_not", "bitwise_and" = "bitwise_and", "bitwise_or" = "bitwise_or", "bitwise_xor" = "bitwise_xor", "invert" = "invert", "bitwise_not" = "invert", "left_shift" = "left_shift", "right_shift" = "right_shift", "isnan" = "isnan", "isinf" = "isinf", "isfinite" = "isfinite", "signbit" = "signbit", "deg2rad" = "deg2rad", "radians" = "deg2rad", "rad2deg" = "rad2deg", "degrees" = "rad2deg", "copysign" = "copysign", "conj" = "conjugate", "real" = "real", "imag" = "imag", "nextafter" = "nextafter", "spacing" = "spacing", "logaddexp2" = "logaddexp2",
}
