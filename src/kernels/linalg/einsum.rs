//! Einstein sums: products of labelled arrays, summed over the labels that the result has not. Two operands at a time,
//! each pair as a stack of matrix products.

use super::product::dot;
use crate::data::buffer::with_dtype;
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, Scalar};
use crate::kernels::reduce::{apply, cast};

/// An operand: an array and a label for each of its axes.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The array.
    pub chunk: Chunk,
    /// One for each axis.
    pub labels: Vec<u32>,
}

/// The sum of the products of the operands over all labels that are not in `out`.
///
/// # Errors
/// `ValueError` for sizes that do not meet; `MemoryError`.
pub fn einsum(operands: Vec<Labelled>, out: &[u32]) -> Res<Chunk> {
    operands.iter().try_for_each(|at| at.chunk.dtype().check_product())?;
    let dtype = operands.iter().map(|at| at.chunk.dtype()).reduce(crate::data::DType::promote);
    let Some(dtype) = dtype else { return Err(value_error("must provide at least an operand")) };
    let mut rest = Vec::with_capacity(operands.len());
    for operand in operands {
        let chunk = cast(&operand.chunk, dtype)?;
        rest.push(diagonal(Labelled { chunk, labels: operand.labels }));
    }
    let mut rest = rest.into_iter();
    let Some(mut done) = rest.next() else { return Err(value_error("must provide at least an operand")) };
    let mut left: Vec<Labelled> = rest.collect();
    while !left.is_empty() {
        let next = left.remove(0);
        let needed = |label: &u32| out.contains(label) || left.iter().any(|at| at.labels.contains(label));
        done = pair(done, next, &needed)?;
    }
    done = sum_out(done, &|label| out.contains(label))?;
    let place = |label: &u32| done.labels.iter().position(|at| at == label).unwrap_or(0);
    let order: Vec<usize> = out.iter().map(place).collect();
    Ok(done.chunk.transpose(&order))
}

/// Labels that stand twice in one operand: the diagonal along their axes.
fn diagonal(mut of: Labelled) -> Labelled {
    let mut at = 0;
    while at < of.labels.len() {
        let same = of.labels.iter().skip(at + 1).position(|label| Some(label) == of.labels.get(at));
        let Some(other) = same.map(|found| at + 1 + found) else {
            at += 1;
            continue;
        };
        of.labels.remove(other);
        let (size, step) = (of.chunk.shape.remove(other), of.chunk.strides.remove(other));
        if let (Some(n), Some(stride)) = (of.chunk.shape.get_mut(at), of.chunk.strides.get_mut(at)) {
            *n = (*n).min(size);
            *stride += step;
        }
    }
    of
}

fn size_of(of: &Labelled, label: u32) -> usize {
    let at = of.labels.iter().position(|at| *at == label);
    at.and_then(|at| of.chunk.shape.get(at)).copied().unwrap_or(1)
}

fn product(of: &Labelled, labels: &[u32]) -> usize {
    labels.iter().map(|label| size_of(of, *label)).product()
}

/// Sum over the labels that are not kept: a product with ones, so that the dtype stays.
fn sum_out(of: Labelled, keep: &dyn Fn(&u32) -> bool) -> Res<Labelled> {
    let (kept, gone): (Vec<u32>, Vec<u32>) = of.labels.iter().partition(|label| keep(label));
    if gone.is_empty() {
        return Ok(of);
    }
    let (rows, columns) = (product(&of, &kept), product(&of, &gone));
    let sizes: Vec<usize> = kept.iter().map(|label| size_of(&of, *label)).collect();
    let matrix = arranged(&of, &[&kept, &gone])?.reshape(vec![rows, columns])?;
    let ones = Chunk::full(Scalar::one(matrix.dtype()), &[columns])?;
    Ok(Labelled { chunk: dot(&matrix, &ones)?.reshape(sizes)?, labels: kept })
}

/// The axes in the order of these groups of labels.
fn arranged(of: &Labelled, groups: &[&[u32]]) -> Res<Chunk> {
    let place = |label: &u32| of.labels.iter().position(|at| at == label).unwrap_or(0);
    let order: Vec<usize> = groups.iter().flat_map(|group| group.iter().map(place)).collect();
    Ok(of.chunk.transpose(&order))
}

fn pair(a: Labelled, b: Labelled, needed: &dyn Fn(&u32) -> bool) -> Res<Labelled> {
    let (in_b, in_a) = (b.labels.clone(), a.labels.clone());
    // Sizes of 1 stretch: where the other has more, that axis is dropped.
    let (a, b) = (squeezed(a, &b), b);
    let b = squeezed(b, &a);
    let a = sum_out(a, &|label| needed(label) || in_b.contains(label))?;
    let b = sum_out(b, &|label| needed(label) || in_a.contains(label))?;
    for label in a.labels.iter().filter(|label| b.labels.contains(label)) {
        let (n, m) = (size_of(&a, *label), size_of(&b, *label));
        if n != m {
            return Err(value_error(format!(
                "operands could not be broadcast together with remapped shapes [original->remapped]: {n} and {m}"
            )));
        }
    }
    let shared = |label: &u32| b.labels.contains(label);
    let batch: Vec<u32> = a.labels.iter().copied().filter(|label| shared(label) && needed(label)).collect();
    let inner: Vec<u32> = a.labels.iter().copied().filter(|label| shared(label) && !needed(label)).collect();
    let rows: Vec<u32> = a.labels.iter().copied().filter(|label| !shared(label)).collect();
    let columns: Vec<u32> = b.labels.iter().copied().filter(|label| !a.labels.contains(label)).collect();
    let labels: Vec<u32> = [batch.as_slice(), &rows, &columns].concat();
    let sizes: Vec<usize> = labels
        .iter()
        .map(|label| if a.labels.contains(label) { size_of(&a, *label) } else { size_of(&b, *label) })
        .collect();
    let (count, k) = (product(&a, &batch), product(&a, &inner));
    let (m, n) = (product(&a, &rows), product(&b, &columns));
    if inner.is_empty() {
        // Nothing is summed: an elementwise product.
        let left = arranged(&a, &[&batch, &rows])?.reshape(vec![count, m, 1])?;
        let right = arranged(&b, &[&batch, &columns])?.reshape(vec![count, 1, n])?;
        return Ok(Labelled { chunk: apply("multiply", &[&left, &right])?.reshape(sizes)?, labels });
    }
    let left = arranged(&a, &[&batch, &rows, &inner])?.reshape(vec![count, m, k])?;
    let right = arranged(&b, &[&batch, &inner, &columns])?.reshape(vec![count, k, n])?;
    Ok(Labelled { chunk: stacked(&left, &right)?.reshape(sizes)?, labels })
}

fn squeezed(mut of: Labelled, other: &Labelled) -> Labelled {
    let wider = |label: &u32| other.labels.contains(label) && size_of(other, *label) != 1;
    while let Some(at) = of.labels.iter().position(|label| size_of(&of, *label) == 1 && wider(label)) {
        of.labels.remove(at);
        of.chunk.shape.remove(at);
        of.chunk.strides.remove(at);
    }
    of
}

/// The products of two stacks of as many matrices.
///
/// # Errors
/// NumPy's `ValueError` for sizes that do not meet; `MemoryError`.
pub fn stacked(a: &Chunk, b: &Chunk) -> Res<Chunk> {
    let count = a.shape.first().copied().unwrap_or(0);
    let (m, n) = (a.shape.get(1).copied().unwrap_or(1), b.shape.get(2).copied().unwrap_or(1));
    if count == 1 {
        return dot(&a.index_axis(0, 0), &b.index_axis(0, 0))?.reshape(vec![1, m, n]);
    }
    let dtype = a.dtype().promote(b.dtype());
    with_dtype!(dtype, T => {
        let mut items = crate::data::buffer::room::<T>(&[count, m, n])?;
        for at in 0..count {
            let part = dot(&a.index_axis(0, at), &b.index_axis(0, at))?;
            items.extend_from_slice(part.items::<T>().unwrap_or_default());
        }
        Ok(Chunk::of(items, vec![count, m, n]))
    })
}
