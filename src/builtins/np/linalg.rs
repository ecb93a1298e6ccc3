//! Products: `dot`, `@`, `matmul`, `outer`, `inner`, `vdot`, norms.

use super::convert::{array, is_lazy, result};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{Chunk, Raised};
use crate::kernels::linalg::dot;
use crate::kernels::reduce::apply;
use crate::value::pause::patient;
use crate::value::{Host, Value};

/// `a @ b`.
pub fn matmul_values(host: &mut dyn Host, a: &Value, b: &Value) -> Res<Value> {
    if is_lazy(a) || is_lazy(b) {
        return crate::builtins::da::build::matmul(host, a, b);
    }
    let (a, b) = (array(host, a, None)?, array(host, b, None)?);
    for (at, operand) in [&a, &b].iter().enumerate() {
        if operand.ndim() == 0 {
            return Err(value_error(format!(
                "matmul: Input operand {at} does not have enough dimensions (has 0, gufunc core with signature \
                 (n?,k),(k,m?)->(n?,m?) requires 1)"
            )));
        }
    }
    let (n, m) = (a.shape.last().copied().unwrap_or(1), inner(&b));
    if n != m {
        return Err(value_error(format!(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) \
             (size {m} is different from {n})"
        ))
        .help(format!("the last axis of the first array has size {n}, the first of the second {m}")));
    }
    patient(host, is_long(&a, &b), move || product(&a, &b)).map(result)
}

fn inner(b: &Chunk) -> usize {
    b.shape.get(b.ndim().saturating_sub(2)).copied().unwrap_or(1)
}

/// From so many multiplications on a product takes long enough that the user may want to stop it.
const LONG: usize = 100_000_000;

/// Whether a product is a long one.
fn is_long(a: &Chunk, b: &Chunk) -> bool {
    let columns = if b.ndim() > 1 { b.shape.last().copied().unwrap_or(1) } else { 1 };
    a.size().saturating_mul(columns) >= LONG
}

/// Products of matrices and vectors; stacks of matrices one by one.
fn product(a: &Chunk, b: &Chunk) -> Res<Chunk> {
    if a.ndim() <= 2 && b.ndim() <= 2 {
        return dot(a, b);
    }
    let (rows, columns) = (a.ndim() >= 2, b.ndim() >= 2);
    let stack = |chunk: &Chunk| chunk.shape.get(..chunk.ndim().saturating_sub(2)).unwrap_or_default().to_vec();
    let (left, right) = (stack(a), stack(b));
    let Some(outer) = crate::data::shape::broadcast(&[&left, &right]) else {
        return Err(crate::data::shape::broadcast_error(&[&a.shape, &b.shape]));
    };
    let tail = |chunk: &Chunk| chunk.shape.get(chunk.ndim().saturating_sub(2)..).unwrap_or_default().to_vec();
    let wide = |chunk: &Chunk| chunk.broadcast_to(&[outer.as_slice(), tail(chunk).as_slice()].concat());
    let (a, b) = (wide(a), wide(b));
    let count: usize = outer.iter().product();
    let (a, b) = (
        a.contiguous()?.reshape([&[count], tail(&a).as_slice()].concat())?,
        b.contiguous()?.reshape([&[count], tail(&b).as_slice()].concat())?,
    );
    let parts: Vec<Chunk> = (0..count).map(|at| dot(&a.index_axis(0, at), &b.index_axis(0, at))).collect::<Res<_>>()?;
    let _ = (rows, columns);
    let joined = super::shape::stack_chunks(&parts, 0)?;
    let inner = parts.first().map(|part| part.shape.clone()).unwrap_or_default();
    joined.reshape([outer, inner].concat())
}

/// `np.dot(a, b)`.
pub fn dot_values(host: &mut dyn Host, a: &Value, b: &Value) -> Res<Value> {
    if is_lazy(a) || is_lazy(b) {
        return crate::builtins::da::build::dot(host, a, b);
    }
    let (a, b) = (array(host, a, None)?, array(host, b, None)?);
    if a.ndim() == 0 || b.ndim() == 0 {
        return apply("multiply", &[&a, &b]).map(result);
    }
    if a.ndim() > 2 || b.ndim() > 2 {
        return Err(not_yet("dot of arrays with more than two axes"));
    }
    patient(host, is_long(&a, &b), move || dot(&a, &b)).map(result)
}

fn not_yet(what: &str) -> Box<Raised> {
    Raised::new(crate::data::ExcClass::NotImplementedError, format!("{what} is not in rdask yet"))
}

fn outer(host: &mut dyn Host, a: &Value, b: &Value) -> Res<Value> {
    let (a, b) = (array(host, a, None)?, array(host, b, None)?);
    let (a, b) = (a.reshape(vec![a.size(), 1])?, b.reshape(vec![1, b.size()])?);
    apply("multiply", &[&a, &b]).map(result)
}

fn norm(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let Some(of) = args.first() else { return Err(type_error("an array is missing")) };
    if !matches!(args.get(1), None | Some(Value::None)) {
        return Err(not_yet("norm with ord="));
    }
    let square = super::ufunc::call(host, "square", std::slice::from_ref(of))?;
    let float = super::ufunc::call(host, "multiply", &[square, Value::Float(1.0)])?;
    let axis = args.get(2).cloned().unwrap_or(Value::None);
    let sum = super::reduce::call(host, "sum", &[float, axis], super::reduce::Slots::Full)?;
    super::ufunc::call(host, "sqrt", &[sum])
}

fn two(args: &[Value]) -> Res<(&Value, &Value)> {
    match args {
        [a, b, ..] => Ok((a, b)),
        _ => Err(type_error("two arrays are needed")),
    }
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.dot", |host, args| two(args).and_then(|(a, b)| dot_values(host, a, b))),
    row("numpy.ndarray.dot", |host, args| two(args).and_then(|(a, b)| dot_values(host, a, b))),
    row("numpy.matmul", |host, args| two(args).and_then(|(a, b)| matmul_values(host, a, b))),
    row("numpy.inner", |host, args| two(args).and_then(|(a, b)| dot_values(host, a, b))),
    row("numpy.outer", |host, args| two(args).and_then(|(a, b)| outer(host, a, b))),
    row("numpy.linalg.norm", norm),
];
