//! Sorted runs into one, two by two; what is equal stays in the order of the runs.

use super::super::order::compare;
use super::Ordered;
use crate::data::buffer::{recycle, room};
use crate::data::raised::Res;
use std::cmp::Ordering;

/// From so many runs on, sorting all anew is faster than merging them two by two.
const MANY: usize = 64;

/// Sorted runs into one.
///
/// # Errors
/// `MemoryError`.
pub fn merge<T: Ordered>(runs: &[&[T]]) -> Res<Vec<T>> {
    let count = runs.iter().map(|run| run.len()).sum();
    let mut out = room::<T>(&[count])?;
    if runs.len() >= MANY && T::BY_BITS {
        runs.iter().for_each(|run| out.extend_from_slice(run));
        let done = super::sorted(&out)?;
        recycle(out);
        return Ok(done);
    }
    match runs {
        [] => {}
        [only] => out.extend_from_slice(only),
        [a, b] => two(a, b, &mut out),
        _ => {
            let (left, right) = runs.split_at(runs.len() / 2);
            let (left, right) = (merge(left)?, merge(right)?);
            two(&left, &right, &mut out);
            recycle(left);
            recycle(right);
        }
    }
    Ok(out)
}

/// Whether the second comes first.
#[inline(always)]
fn second<T: Ordered>(a: T, b: T) -> bool {
    if T::BY_BITS { b.plain_bits() < a.plain_bits() } else { compare(&b, &a) == Ordering::Less }
}

fn two<T: Ordered>(a: &[T], b: &[T], out: &mut Vec<T>) {
    let (mut i, mut j) = (0, 0);
    while let (Some(&x), Some(&y)) = (a.get(i), b.get(j)) {
        let take = second(x, y);
        out.push(if take { y } else { x });
        i += usize::from(!take);
        j += usize::from(take);
    }
    out.extend_from_slice(a.get(i..).unwrap_or_default());
    out.extend_from_slice(b.get(j..).unwrap_or_default());
}

/// Elements, and where each stands.
type Places<'a, T> = (&'a [T], &'a [i64]);

/// Sorted runs, and where their elements stand, into one.
///
/// # Errors
/// `MemoryError`.
pub fn merge_places<T: Ordered>(runs: &[Places<'_, T>]) -> Res<(Vec<T>, Vec<i64>)> {
    let count = runs.iter().map(|run| run.0.len()).sum();
    let (mut out, mut places) = (room::<T>(&[count])?, room::<i64>(&[count])?);
    match runs {
        [] => {}
        [(items, at)] => {
            out.extend_from_slice(items);
            places.extend_from_slice(at);
        }
        [a, b] => two_places(*a, *b, &mut out, &mut places),
        _ => {
            let (left, right) = runs.split_at(runs.len() / 2);
            let (left, right) = (merge_places(left)?, merge_places(right)?);
            two_places((&left.0, &left.1), (&right.0, &right.1), &mut out, &mut places);
            for (items, at) in [left, right] {
                recycle(items);
                recycle(at);
            }
        }
    }
    Ok((out, places))
}

fn two_places<T: Ordered>(a: Places<'_, T>, b: Places<'_, T>, out: &mut Vec<T>, places: &mut Vec<i64>) {
    let (mut i, mut j) = (0, 0);
    let place = |list: &[i64], at: usize| list.get(at).copied().unwrap_or_default();
    while let (Some(&x), Some(&y)) = (a.0.get(i), b.0.get(j)) {
        let take = second(x, y);
        out.push(if take { y } else { x });
        places.push(if take { place(b.1, j) } else { place(a.1, i) });
        i += usize::from(!take);
        j += usize::from(take);
    }
    for (of, from) in [(a, i), (b, j)] {
        out.extend_from_slice(of.0.get(from..).unwrap_or_default());
        places.extend_from_slice(of.1.get(from..).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_become_one() {
        for count in [0, 1, 2, 3, 7, 70] {
            let run = |which: i64| -> Vec<i64> { (0..which * 3 % 11).map(|at| at * at + which % 4).collect() };
            let runs: Vec<Vec<i64>> = (0..count).map(run).collect();
            let refs: Vec<&[i64]> = runs.iter().map(Vec::as_slice).collect();
            let mut expected = runs.concat();
            expected.sort_unstable();
            assert_eq!(merge(&refs).unwrap(), expected);
            let places: Vec<Vec<i64>> = runs
                .iter()
                .enumerate()
                .map(|(at, run)| (0..run.len() as i64).map(|i| at as i64 * 100 + i).collect())
                .collect();
            let pairs: Vec<Places<'_, i64>> = runs.iter().zip(&places).map(|(a, b)| (&a[..], &b[..])).collect();
            let (items, found) = merge_places(&pairs).unwrap();
            assert_eq!(items, expected);
            let keyed: Vec<(i64, i64)> = items.into_iter().zip(found).collect();
            assert!(keyed.is_sorted());
        }
    }
}
