//! Count, sum and sum of squared deviations of all elements in one walk over memory: each span of elements is small
//! enough to stay near the processor while it is read twice, and spans combine in the tree of a pairwise sum, so that the
//! sum is that of [`super::fold::pairwise`] to the bit.

use super::elemwise::{Poll, Run};
use super::feed::BLOCK;
use super::fold::{pairwise, pairwise_of, split};
use crate::data::raised::Res;
use crate::ops::lane::LaneElement;

/// Elements of a span: 128 KiB, a part of L2. Up to here the result is that of NumPy's two passes.
const SPAN: usize = 1 << 14;

/// Number of elements, their sum, and the sum of the squares of their distances from the mean.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Moments {
    /// How many.
    pub count: usize,
    /// Their sum.
    pub total: f64,
    /// Squared distances from the mean, summed.
    pub spread: f64,
}

/// The moments of a run of elements: the mean first, then the distances from it.
fn of(items: &[f64]) -> Moments {
    let total = pairwise(items);
    let mean = total / items.len() as f64;
    let square = move |item: f64| {
        let away = item - mean;
        away * away
    };
    Moments { count: items.len(), total, spread: pairwise_of(items, square) }
}

/// Of two neighbouring runs: Chan's rule.
fn merge(a: Moments, b: Moments) -> Moments {
    let (m, n) = (a.count as f64, b.count as f64);
    let away = b.total / n - a.total / m;
    let between = away * away * (m * n / (m + n));
    Moments { count: a.count + b.count, total: a.total + b.total, spread: a.spread + b.spread + between }
}

/// A walk over the elements of a program.
pub struct Walk<'r, 'a> {
    run: &'r mut Run<'a>,
    /// The elements themselves, where they stand in a row.
    rest: Option<&'a [f64]>,
    /// The elements of a span, where they are computed.
    span: Vec<f64>,
}

impl<'r, 'a> Walk<'r, 'a> {
    /// Over a run of doubles that has not begun.
    pub fn new(run: &'r mut Run<'a>) -> Walk<'r, 'a> {
        let rest = run.elements::<f64>();
        Walk { run, rest, span: Vec::new() }
    }

    /// The moments of the next `count` elements, at least one.
    pub fn next(&mut self, count: usize, poll: Poll<'_>) -> Res<Moments> {
        if count > SPAN {
            poll()?;
            let left = split(count);
            let a = self.next(left, poll)?;
            let b = self.next(count - left, poll)?;
            return Ok(merge(a, b));
        }
        if let Some((items, rest)) = self.rest.and_then(|rest| rest.split_at_checked(count)) {
            self.rest = Some(rest);
            return Ok(of(items));
        }
        self.span.clear();
        while self.span.len() < count {
            if self.run.advance_by((count - self.span.len()).min(BLOCK))? == 0 {
                break;
            }
            self.span.extend_from_slice(f64::lane(self.run.result()));
        }
        Ok(of(&self.span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Chunk;
    use crate::kernels::elemwise::{Input, identity};

    #[test]
    fn spans_combine_to_the_moments_of_the_whole() {
        for n in [1, 2, 1000, SPAN, SPAN + 1, 100_003] {
            let items: Vec<f64> = (0..n).map(|at| 1e6 + (at as f64 * 0.37).sin()).collect();
            let exact = of(&items);
            let chunk = Chunk::of(items, vec![n]);
            let (program, inputs) = (identity(chunk.dtype()), [Input::Array(&chunk)]);
            let mut run = Run::new(&program, &inputs, &chunk.shape);
            let found = Walk::new(&mut run).next(n, &mut || Ok(())).unwrap();
            assert_eq!((found.count, found.total), (exact.count, exact.total), "{n}");
            assert!((found.spread - exact.spread).abs() <= 1e-9 * exact.spread, "{n}: {found:?} {exact:?}");
            assert!(n > SPAN || found == exact);
        }
    }
}
