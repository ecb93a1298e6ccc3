//! The steps of a rechunk: blocks on the way from the old ones to the new ones, so that neither the number of pieces
//! nor the size of a block grows beyond bounds. The algorithm is that of Dask's `plan_rechunk`: merge along axes that
//! lose blocks as far as the limit of bytes allows, split along others when that is not enough, and again.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::chunks::NAN;
use crate::data::buffer;

/// The blocks along each axis.
pub type Cuts = Vec<Arc<[usize]>>;

/// What the steps of a rechunk may cost.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Budget {
    /// A step is put between where there are this many times more pieces than old and new blocks.
    pub threshold: usize,
    /// The most bytes of a block on the way; no less than the largest old or new block.
    pub limit: u64,
}

/// Dask's `array.rechunk.threshold`.
const THRESHOLD: usize = 4;

/// Dask's `array.chunk-size`, in bytes.
const LIMIT: u64 = 128 << 20;

/// The part of the memory limit that one block may have.
const SHARE: u64 = 8;

impl Budget {
    /// What was asked for, or Dask's defaults; no block takes more than an eighth of what a computation may hold.
    pub fn new(threshold: Option<usize>, limit: Option<u64>) -> Budget {
        let limit = limit.unwrap_or_else(|| LIMIT.min(buffer::limit() / SHARE));
        Budget { threshold: threshold.unwrap_or(THRESHOLD).max(1), limit }
    }
}

impl Default for Budget {
    fn default() -> Budget {
        Budget::new(None, None)
    }
}

/// The blocks after each step; the last are the new ones. `itemsize` is in bytes.
pub fn plan(old: &[Arc<[usize]>], new: &[Arc<[usize]>], itemsize: usize, budget: &Budget) -> Vec<Cuts> {
    let mut steps: Vec<Cuts> = Vec::new();
    let known = |cuts: &[Arc<[usize]>]| cuts.iter().all(|axis| !axis.contains(&NAN) && axis.iter().any(|&n| n > 0));
    if new.len() > 1 && new.len() == old.len() && known(old) && known(new) {
        between(old, new, itemsize, budget, &mut steps);
    }
    steps.push(new.to_vec());
    steps
}

/// Most steps: each brings the blocks nearer to the new ones, so that few are ever needed.
const MOST_STEPS: usize = 64;

fn between(old: &[Arc<[usize]>], new: &[Arc<[usize]>], itemsize: usize, budget: &Budget, steps: &mut Vec<Cuts>) {
    let limit = (budget.limit as f64 / itemsize.max(1) as f64).max(largest(old)).max(largest(new));
    let enough = budget.threshold as f64 * (count(old) + count(new));
    let mut now: Cuts = old.to_vec();
    let mut first = true;
    while steps.len() < MOST_STEPS {
        let pieces = crossed(&now, new);
        if pieces < enough {
            return;
        }
        // After a merge that hit the limit: split elsewhere, which makes room for the next merge.
        let split = if first { now.clone() } else { split(&now, new, pieces * budget.threshold as f64) };
        let (next, full) = merge(&split, new, limit);
        if (next == now && !first) || next == new {
            return;
        }
        if next != now {
            steps.push(next.clone());
        }
        now = next;
        if !full {
            return;
        }
        first = false;
    }
}

fn width(axis: &[usize]) -> usize {
    axis.iter().copied().max().unwrap_or(0)
}

/// The size of the widest block along each axis.
pub fn widths(cuts: &[Arc<[usize]>]) -> Vec<usize> {
    cuts.iter().map(|axis| width(axis)).collect()
}

/// Elements of the largest block.
pub fn largest(cuts: &[Arc<[usize]>]) -> f64 {
    cuts.iter().map(|axis| width(axis) as f64).product()
}

fn count(cuts: &[Arc<[usize]>]) -> f64 {
    cuts.iter().map(|axis| axis.len() as f64).product()
}

/// About how many pieces of old blocks the new ones are made of.
fn crossed(old: &[Arc<[usize]>], new: &[Arc<[usize]>]) -> f64 {
    let axis = |(old, new): (&Arc<[usize]>, &Arc<[usize]>)| {
        if old == new { old.len() as f64 } else { (old.len() + new.len()) as f64 - 1.0 }
    };
    old.iter().zip(new).map(axis).product()
}

/// Blocks merged along the axes that lose blocks, best first; whether the limit (in elements) stood in the way.
fn merge(old: &[Arc<[usize]>], new: &[Arc<[usize]>], limit: f64) -> (Cuts, bool) {
    let mut order: Vec<(f64, usize)> = Vec::new();
    for (at, (old, new)) in old.iter().zip(new).enumerate() {
        let fewer = new.len() as f64 / old.len().max(1) as f64;
        let mut wider = width(new) as f64 / width(old).max(1) as f64;
        if wider == 1.0 {
            wider = 1.0 + 1e-9;
        }
        if fewer <= 1.0 {
            order.push((if wider > 0.0 { fewer.ln() / wider.ln() } else { 0.0 }, at));
        }
    }
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out: Cuts = old.to_vec();
    let mut size = largest(old);
    let mut full = false;
    for (_, at) in order {
        let (Some(was), Some(wanted)) = (old.get(at), new.get(at)) else { continue };
        let (before, after) = (width(was).max(1) as f64, width(wanted) as f64);
        let Some(slot) = out.get_mut(at) else { continue };
        if size / before * after <= limit {
            *slot = wanted.clone();
            size = size / before * after;
            continue;
        }
        full = true;
        let narrowed = divided(wanted, ((limit * before / size) as usize).max(1));
        if narrowed.len() <= was.len() {
            size = size / before * width(&narrowed) as f64;
            *slot = narrowed.into();
        }
    }
    (out, full)
}

/// The blocks cut as little as possible, so that none is wider than `most`.
fn divided(blocks: &[usize], most: usize) -> Vec<usize> {
    let mut out = Vec::new();
    for &block in blocks {
        let (mut rest, parts) = (block, block.div_ceil(most));
        for at in 0..parts {
            let part = rest / (parts - at);
            out.push(part);
            rest -= part;
        }
    }
    out
}

/// Blocks split along the axes that gain blocks, so that there are at most `most` pieces.
fn split(old: &[Arc<[usize]>], new: &[Arc<[usize]>], most: f64) -> Cuts {
    let mut out: Cuts = old.to_vec();
    for (at, (was, wanted)) in old.iter().zip(new).enumerate() {
        let pieces = crossed(&out, new);
        if pieces > most {
            break;
        }
        if was.len() > wanted.len() {
            continue;
        }
        let parts = merged(wanted, ((was.len() as f64 * most / pieces) as usize).max(1));
        if parts.len() >= was.len()
            && width(&parts) <= width(was)
            && let Some(slot) = out.get_mut(at)
        {
            *slot = parts.into();
        }
    }
    out
}

/// Neighbours merged until there are at most `most`, the smallest first.
fn merged(blocks: &[usize], most: usize) -> Vec<usize> {
    let Some(&first) = blocks.first() else { return Vec::new() };
    if blocks.len() <= most {
        return blocks.to_vec();
    }
    if first > 0 && blocks.iter().all(|&n| n == first) {
        let total = blocks.len() * first;
        let each = first * (total / most / first);
        let wider = (total - most * each) / first;
        return (0..most).map(|at| if at < wider { each + first } else { each }).collect();
    }
    let mut parts = blocks.to_vec();
    // Each block with its right neighbour: those that were merged away have size 0, and point to the next that is left.
    let mut next: Vec<usize> = (1..=parts.len()).collect();
    let mut heap: BinaryHeap<Reverse<(usize, usize, usize)>> =
        parts.iter().zip(parts.iter().skip(1)).enumerate().map(|(at, (a, b))| Reverse((a + b, at, at + 1))).collect();
    let mut alive = vec![true; parts.len()];
    let mut left = parts.len() - most;
    while left > 0 {
        let Some(Reverse((sum, a, b))) = heap.pop() else { break };
        let stays = |at: usize| alive.get(at).copied().unwrap_or(false);
        if !stays(a) {
            continue;
        }
        let after = next.get(a).copied().unwrap_or(usize::MAX);
        let size = |at: usize| parts.get(at).copied();
        let (Some(own), Some(other)) = (size(a), size(after)) else { continue };
        if after != b || own + other != sum {
            heap.push(Reverse((own + other, a, after)));
            continue;
        }
        let behind = next.get(b).copied().unwrap_or(usize::MAX);
        if let Some(other) = size(behind) {
            heap.push(Reverse((sum + other, a, behind)));
        }
        if let (Some(here), Some(gone), Some(link)) = (parts.get_mut(a), alive.get_mut(b), next.get_mut(a)) {
            *here = sum;
            *gone = false;
            *link = behind;
        }
        left -= 1;
    }
    parts.iter().zip(&alive).filter(|(_, alive)| **alive).map(|(&n, _)| n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cuts(axes: &[&[usize]]) -> Cuts {
        axes.iter().map(|axis| Arc::from(*axis)).collect()
    }

    #[test]
    fn rows_to_columns_go_by_squares() {
        // As Dask's `plan_rechunk` on ((1,) * 1000, (1000,)) to the reverse, with a limit of 10 000 elements.
        let (old, new) = (cuts(&[&[1; 1000], &[1000]]), cuts(&[&[1000], &[1; 1000]]));
        let steps = plan(&old, &new, 8, &Budget { threshold: 4, limit: 80_000 });
        assert!(steps.len() > 1, "{steps:?}");
        assert!(steps.iter().all(|step| largest(step) <= 10_000.0));
        assert_eq!(steps.last(), Some(&new));
    }

    #[test]
    fn few_pieces_need_one_step() {
        let (old, new) = (cuts(&[&[5, 5], &[10]]), cuts(&[&[10], &[5, 5]]));
        assert_eq!(plan(&old, &new, 8, &Budget { threshold: 4, limit: 1 << 20 }), vec![new]);
    }

    #[test]
    fn neighbours_merge_the_smallest_first() {
        assert_eq!(merged(&[2; 7], 3), [6, 4, 4]);
        assert_eq!(merged(&[1, 2, 3, 1, 1, 4], 4).iter().sum::<usize>(), 12);
        assert_eq!(merged(&[1, 2, 3, 1, 1, 4], 4).len(), 4);
        assert_eq!(divided(&[10, 3], 4), [3, 3, 4, 3]);
    }

    fn axis(size: usize) -> impl Strategy<Value = Arc<[usize]>> {
        proptest::collection::vec(1..=size, 1..40).prop_map(move |list| {
            let mut out = Vec::new();
            let mut left = size;
            for cut in list {
                out.push(cut.min(left));
                left -= cut.min(left);
            }
            out.push(left);
            out.retain(|&n| n > 0);
            out.into()
        })
    }

    proptest! {
        #[test]
        fn no_block_on_the_way_is_larger_than_the_limit(
            old in (axis(60), axis(40), axis(30)), new in (axis(60), axis(40), axis(30)),
            threshold in 1usize..6, limit in 1u64..200_000,
        ) {
            let (old, new): (Cuts, Cuts) = (vec![old.0, old.1, old.2], vec![new.0, new.1, new.2]);
            let steps = plan(&old, &new, 8, &Budget { threshold, limit });
            let most = (limit as f64 / 8.0).max(largest(&old)).max(largest(&new));
            prop_assert_eq!(steps.last(), Some(&new));
            for step in &steps {
                prop_assert!(largest(step) <= most + 1e-6);
                for (axis, size) in step.iter().zip([60, 40, 30]) {
                    prop_assert_eq!(axis.iter().sum::<usize>(), size);
                }
            }
        }
    }
}
