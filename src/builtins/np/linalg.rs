//! Products: `dot`, `@`, `matmul`, `outer`, `inner`, `vdot`.

use super::convert::{array, is_lazy, result};
use crate::builtins::row::{Row, row};
use crate::data::Chunk;
use crate::data::raised::{Res, type_error, value_error};
use crate::kernels::linalg::dot;
use crate::kernels::linalg::einsum::stacked;
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
    let (row, column) = (a.ndim() == 1, b.ndim() == 1);
    let a = if row { a.reshape(vec![1, a.size()])? } else { a.clone() };
    let b = if column { b.reshape(vec![b.size(), 1])? } else { b.clone() };
    let cut = |chunk: &Chunk| -> (Vec<usize>, Vec<usize>) {
        let (outer, inner) = chunk.shape.split_at(chunk.ndim() - 2);
        (outer.to_vec(), inner.to_vec())
    };
    let ((left, core_a), (right, core_b)) = (cut(&a), cut(&b));
    let Some(outer) = crate::data::shape::broadcast(&[&left, &right]) else {
        return Err(crate::data::shape::broadcast_error(&[&left, &right]));
    };
    let count: usize = outer.iter().product();
    let wide = |chunk: &Chunk, core: &[usize]| {
        chunk.broadcast_to(&[outer.as_slice(), core].concat()).reshape([&[count], core].concat())
    };
    let found = stacked(&wide(&a, &core_a)?, &wide(&b, &core_b)?)?;
    let rows = if row { None } else { core_a.first().copied() };
    let columns = if column { None } else { core_b.last().copied() };
    found.reshape(outer.into_iter().chain(rows).chain(columns).collect())
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
    let long = is_long(&a, &b);
    patient(host, long, move || dot_all(&a, &b)).map(result)
}

/// The last axis of the first with the last but one of the second.
fn dot_all(a: &Chunk, b: &Chunk) -> Res<Chunk> {
    if a.ndim() <= 2 && b.ndim() <= 2 {
        return dot(a, b);
    }
    let inner = a.shape.last().copied().unwrap_or(1);
    let at = b.ndim().saturating_sub(2);
    if b.shape.get(at) != Some(&inner) {
        return Err(crate::kernels::linalg::product::misaligned(a, b));
    }
    let order: Vec<usize> = [at].into_iter().chain((0..b.ndim()).filter(|&axis| axis != at)).collect();
    let turned = b.transpose(&order);
    let (rows, columns) = (a.size() / inner.max(1), b.size() / inner.max(1));
    let outer = |shape: &[usize], skip: usize| -> Vec<usize> {
        shape.iter().enumerate().filter(|(axis, _)| *axis != skip).map(|(_, &n)| n).collect()
    };
    let shape = [outer(&a.shape, a.ndim() - 1), outer(&b.shape, at)].concat();
    if inner == 0 {
        let zero = crate::data::Scalar::zero(a.dtype().promote(b.dtype()));
        return Chunk::full(zero, &shape);
    }
    dot(&a.reshape(vec![rows, inner])?, &turned.reshape(vec![inner, columns])?)?.reshape(shape)
}

/// `np.inner(a, b)`: the last axes with each other.
fn inner_values(host: &mut dyn Host, a: &Value, b: &Value) -> Res<Value> {
    let (a, b) = (array(host, a, None)?, array(host, b, None)?);
    if a.ndim() == 0 || b.ndim() == 0 {
        return apply("multiply", &[&a, &b]).map(result);
    }
    if a.shape.last() != b.shape.last() {
        return Err(crate::kernels::linalg::product::misaligned(&a, &turned(&b)));
    }
    let long = is_long(&a, &b);
    patient(host, long, move || dot_all(&a, &turned(&b))).map(result)
}

/// The last two axes swapped.
fn turned(b: &Chunk) -> Chunk {
    let mut order: Vec<usize> = (0..b.ndim()).collect();
    if let [.., x, y] = order.as_mut_slice() {
        std::mem::swap(x, y);
    }
    b.transpose(&order)
}

/// `np.vdot(a, b)`
fn vdot(host: &mut dyn Host, a: &Value, b: &Value) -> Res<Value> {
    let (a, b) = (array(host, a, None)?, array(host, b, None)?);
    if a.size() != b.size() {
        return Err(value_error(format!("cannot reshape array of size {} into shape ({},)", b.size(), a.size())));
    }
    let a = apply("conjugate", &[&a])?;
    let (a, b) = (a.reshape(vec![a.size()])?, b.reshape(vec![b.size()])?);
    dot(&a, &b).map(result)
}

fn outer(host: &mut dyn Host, a: &Value, b: &Value) -> Res<Value> {
    let (a, b) = (array(host, a, None)?, array(host, b, None)?);
    let (a, b) = (a.reshape(vec![a.size(), 1])?, b.reshape(vec![1, b.size()])?);
    apply("multiply", &[&a, &b]).map(result)
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
    row("numpy.inner", |host, args| two(args).and_then(|(a, b)| inner_values(host, a, b))),
    row("numpy.outer", |host, args| two(args).and_then(|(a, b)| outer(host, a, b))),
    row("numpy.vdot", |host, args| two(args).and_then(|(a, b)| vdot(host, a, b))),
];
