//! Sums of matrix products along an axis without the products: the sums of the columns of the first factor times the
//! second, or the first times the sums of the rows of the second.

use super::product::dot;
use crate::data::buffer::room;
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType};
use crate::kernels::reduce::{along, apply, cast};
use crate::ops::Base;

/// Sums of magnitudes up to here don't overflow, in whatever order.
const SAFE: f64 = 1e300;

/// The sum along `axis` of the product of blocks `left` (one below another) and `right` (side by side): a vector. Where an
/// element is infinite or NaN, or a sum might overflow, the products are made.
///
/// # Errors
/// `ValueError` for sizes that do not meet; `MemoryError`.
pub fn summed(left: &[Chunk], right: &[Chunk], axis: usize) -> Res<Chunk> {
    let wide = |list: &[Chunk]| list.iter().map(|chunk| cast(chunk, DType::Float64)).collect::<Res<Vec<Chunk>>>();
    let (left, right) = (wide(left)?, wide(right)?);
    let most = |list: &[Chunk]| list.iter().map(largest).fold(0.0, f64::max);
    let terms: usize = left.iter().chain(&right).map(Chunk::size).sum();
    let plain = most(&left) * most(&right) * terms as f64 <= SAFE;
    let of = |a: &Chunk, b: &Chunk| along(Base::Sum, &dot(a, b)?, &[axis.min(1)]);
    let parts: Vec<Chunk> = match (axis, plain) {
        (0, true) => {
            let sums = total(left.iter().map(|part| along(Base::Sum, part, &[0])))?;
            right.iter().map(|part| dot(&sums, part)).collect::<Res<_>>()?
        }
        (_, true) => {
            let sums = total(right.iter().map(|part| along(Base::Sum, part, &[1])))?;
            left.iter().map(|part| dot(part, &sums)).collect::<Res<_>>()?
        }
        (0, false) => right.iter().map(|b| total(left.iter().map(|a| of(a, b)))).collect::<Res<_>>()?,
        (_, false) => left.iter().map(|a| total(right.iter().map(|b| of(a, b)))).collect::<Res<_>>()?,
    };
    let mut items = room::<f64>(&[parts.iter().map(Chunk::size).sum()])?;
    for part in &parts {
        items.extend_from_slice(&part.to_vec::<f64>()?);
    }
    let size = items.len();
    Ok(Chunk::of(items, vec![size]))
}

fn total(parts: impl Iterator<Item = Res<Chunk>>) -> Res<Chunk> {
    let add = |a: Res<Chunk>, b: Res<Chunk>| apply("add", &[&a?, &b?]);
    parts.reduce(add).unwrap_or_else(|| Err(value_error("a sum of no blocks")))
}

/// The largest magnitude; infinity, if one is NaN.
fn largest(chunk: &Chunk) -> f64 {
    let turned = chunk.reversed();
    let items = chunk.items::<f64>().or_else(|| turned.items::<f64>());
    // NaN stays.
    let larger = |most: f64, item: f64| if most.is_nan() || item.abs() <= most { most } else { item.abs() };
    let of = |items: &[f64]| {
        let mut most = [0.0; 8];
        let (rows, rest) = items.as_chunks::<8>();
        for row in rows {
            for (place, item) in most.iter_mut().zip(row) {
                *place = larger(*place, *item);
            }
        }
        let most = most.into_iter().chain(rest.iter().copied()).fold(0.0, larger);
        if most.is_nan() { f64::INFINITY } else { most }
    };
    match items {
        Some(items) => of(items),
        None => chunk.to_vec::<f64>().map_or(f64::INFINITY, |items| of(&items)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_products_are_those_of_the_products() {
        let block = |rows: usize, columns: usize, from: f64| {
            let items = (0..rows * columns).map(|at| ((at as f64 + from) * 0.37).sin()).collect();
            Chunk::of(items, vec![rows, columns])
        };
        for special in [0.5, f64::INFINITY, f64::NAN, 1e200] {
            let mut items = block(4, 3, 1.0).to_vec::<f64>().unwrap();
            items[5] = special;
            let left = [block(7, 3, 0.0), Chunk::of(items, vec![4, 3])];
            let right = [block(5, 3, 2.0).reversed(), block(3, 2, 9.0)];
            for axis in [0, 1] {
                let found = summed(&left, &right, axis).unwrap().to_vec::<f64>().unwrap();
                let of = |a: &Chunk, b: &Chunk| along(Base::Sum, &dot(a, b).unwrap(), &[axis]);
                let outer: Vec<Vec<f64>> = match axis {
                    0 => right.iter().map(|b| total(left.iter().map(|a| of(a, b)))).collect::<Vec<_>>(),
                    _ => left.iter().map(|a| total(right.iter().map(|b| of(a, b)))).collect(),
                }
                .into_iter()
                .map(|part| part.unwrap().to_vec::<f64>().unwrap())
                .collect();
                let expected = outer.concat();
                assert_eq!(found.len(), expected.len());
                for (x, y) in found.iter().zip(&expected) {
                    let same = x == y || (x.is_nan() && y.is_nan()) || (x - y).abs() <= 1e-13 * y.abs().max(1.0);
                    assert!(same, "{special} {axis}: {x} {y}");
                }
            }
        }
    }
}
