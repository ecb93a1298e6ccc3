//! `itertools`: product, permutations and combinations, in the order of their input.

use super::args::{at, int, rest};
use super::lazy::lazy;
use super::{Row, row};
use crate::data::Res;
use crate::data::raised::value_error;
use crate::lazy_types;
use crate::value::number::{fits, fits_times};
use crate::value::{Host, Value, iter};

lazy_types! { "itertools":
    PRODUCT = "product", PERMUTATIONS = "permutations", COMBINATIONS = "combinations",
    WITH_REPLACEMENT = "combinations_with_replacement",
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("itertools.product", |_, _| Ok(Value::Type(&PRODUCT))),
    row("itertools.product.__new__", product),
    row("itertools.permutations", |_, _| Ok(Value::Type(&PERMUTATIONS))),
    row("itertools.permutations.__new__", permutations),
    row("itertools.combinations", |_, _| Ok(Value::Type(&COMBINATIONS))),
    row("itertools.combinations.__new__", |h, a| {
        let (pool, count) = pool(h, a)?;
        let mut indices: Option<Vec<usize>> = (count <= pool.len()).then(|| (0..count).collect());
        Ok(lazy(&COMBINATIONS, move |_| {
            let Some(current) = &mut indices else { return Ok(None) };
            let item = pick(&pool, current);
            if !next_combination(current, pool.len()) {
                indices = None;
            }
            Ok(Some(item))
        }))
    }),
    row("itertools.combinations_with_replacement", |_, _| Ok(Value::Type(&WITH_REPLACEMENT))),
    row("itertools.combinations_with_replacement.__new__", |h, a| {
        let (pool, count) = pool(h, a)?;
        fits(count, size_of::<Value>())?;
        let mut indices = (count == 0 || !pool.is_empty()).then(|| vec![0usize; count]);
        Ok(lazy(&WITH_REPLACEMENT, move |_| {
            let Some(current) = &mut indices else { return Ok(None) };
            let item = pick(&pool, current);
            match current.iter().rposition(|at| at + 1 < pool.len()) {
                Some(place) => {
                    let next = current.get(place).map_or(0, |at| at + 1);
                    current.iter_mut().skip(place).for_each(|at| *at = next);
                }
                None => indices = None,
            }
            Ok(Some(item))
        }))
    }),
];

fn pick(pool: &[Value], indices: &[usize]) -> Value {
    Value::tuple(indices.iter().filter_map(|at| pool.get(*at).cloned()).collect::<Vec<_>>())
}

fn pool(host: &mut dyn Host, a: &[Value]) -> Res<(Vec<Value>, usize)> {
    let pool = iter::collect(host, at(a, 1))?;
    match usize::try_from(int(host, a, 2)?) {
        Ok(count) => Ok((pool, count)),
        Err(_) => Err(value_error("r must be non-negative")),
    }
}

fn next_combination(indices: &mut [usize], size: usize) -> bool {
    let count = indices.len();
    let Some(place) = (0..count).rev().find(|at| indices.get(*at).is_some_and(|x| *x != at + size - count)) else {
        return false;
    };
    let start = indices.get(place).map_or(0, |x| x + 1);
    for (offset, at) in indices.iter_mut().skip(place).enumerate() {
        *at = start + offset;
    }
    true
}

/// Slots: class, `repeat`, `*iterables`.
fn product(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let repeat = int(host, a, 1)?;
    let Ok(repeat) = usize::try_from(repeat) else { return Err(value_error("repeat argument cannot be negative")) };
    let once: Vec<Vec<Value>> = rest(a, 2).iter().map(|v| iter::collect(host, v)).collect::<Res<_>>()?;
    fits_times(once.iter().map(|pool| pool.len() + 3).sum(), repeat, size_of::<Value>())?;
    let pools: Vec<Vec<Value>> = std::iter::repeat_n(once, repeat).flatten().collect();
    let mut indices = pools.iter().all(|pool| !pool.is_empty()).then(|| vec![0usize; pools.len()]);
    Ok(lazy(&PRODUCT, move |_| {
        let Some(current) = &mut indices else { return Ok(None) };
        let item = current.iter().zip(&pools).filter_map(|(at, pool)| pool.get(*at).cloned()).collect::<Vec<_>>();
        let mut turned = true;
        for (at, pool) in current.iter_mut().zip(&pools).rev() {
            *at += 1;
            if *at < pool.len() {
                turned = false;
                break;
            }
            *at = 0;
        }
        if turned {
            indices = None;
        }
        Ok(Some(Value::tuple(item)))
    }))
}

fn permutations(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let items = iter::collect(host, at(a, 1))?;
    let count = match at(a, 2) {
        Value::None => items.len(),
        _ => pool(host, &[Value::None, Value::tuple([]), at(a, 2).clone()])?.1,
    };
    let size = items.len();
    let mut order: Vec<usize> = (0..size).collect();
    let mut cycles: Vec<usize> = (0..count.min(size)).map(|at| size - at).collect();
    let mut fresh = true;
    let mut done = count > size;
    Ok(lazy(&PERMUTATIONS, move |_| {
        if done {
            return Ok(None);
        }
        if !std::mem::take(&mut fresh) && !next_permutation(&mut order, &mut cycles) {
            done = true;
            return Ok(None);
        }
        Ok(Some(pick(&items, order.get(..count).unwrap_or(&[]))))
    }))
}

/// CPython's own order: lexicographic by position.
fn next_permutation(order: &mut [usize], cycles: &mut [usize]) -> bool {
    let size = order.len();
    for place in (0..cycles.len()).rev() {
        let Some(left) = cycles.get_mut(place) else { return false };
        *left -= 1;
        if *left == 0 {
            *left = size - place;
            if let Some(tail) = order.get_mut(place..) {
                tail.rotate_left(1);
            }
        } else {
            let with = size - *left;
            order.swap(place, with);
            return true;
        }
    }
    false
}
