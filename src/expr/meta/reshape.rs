//! Dask's rule of `reshape`: the blocks that the array gets before, and those of the result. Each block is reshaped by
//! itself, so blocks along merged axes must follow one another in C order.

use std::sync::Arc;

use super::ArrayMeta;
use super::array::whole;
use super::chunks::show_shape;
use crate::data::raised::{ExcClass, Raised, Res, index_error, value_error};

/// What `reshape` does with blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Reshaped {
    /// The blocks along each axis that the array must have before.
    pub before: Vec<Arc<[usize]>>,
    /// Dtype, shape and blocks of the result.
    pub meta: ArrayMeta,
}

const UNEVEN: &str = "
Dask's reshape only supports operations that merge or split existing dimensions
evenly. For example:

>>> x = da.ones((6, 5, 4), chunks=(3, 2, 2))
>>> x.reshape((3, 2, 5, 4))  # supported, splits 6 into 3 & 2
>>> x.reshape((30, 4))       # supported, merges 6 & 5 into 30
>>> x.reshape((4, 5, 6))     # unsupported, existing dimensions split unevenly

To work around this you may call reshape in multiple passes, or (if your data
is small enough) call ``compute`` first and handle reshaping in ``numpy``
directly.
";

/// The shape that is meant: one `-1` is computed. `None`: it is the shape that a vector of unknown size has already.
pub fn wanted(meta: &ArrayMeta, wanted: &[i64]) -> Res<Option<Vec<usize>>> {
    let known = wanted.iter().filter(|&&n| n != -1).try_fold(1i64, |all, &n| all.checked_mul(n));
    let free = wanted.iter().filter(|&&n| n == -1).count();
    if free > 1 {
        return Err(value_error("can only specify one unknown dimension"));
    }
    if free == 1 && wanted.len() == 1 && meta.ndim() == 1 {
        return Ok(None);
    }
    let Some(size) = meta.size() else { return Err(unknown(meta)) };
    let changed = || value_error("total size of new array must be unchanged");
    let known = known.ok_or_else(changed)?;
    let missing = match (free, known) {
        (0, _) => 0,
        (_, 0) => return Err(Raised::new(ExcClass::ZeroDivisionError, "division by zero")),
        _ if size as i64 % known != 0 => {
            let part = crate::data::float::repr64(size as f64 / known as f64);
            return Err(index_error(format!("Bad index.  Must be integer-like: {part}"))
                .help(format!("the array has {size} elements, which {known} does not divide")));
        }
        _ => size as i64 / known,
    };
    let sizes: Vec<i64> = wanted.iter().map(|&n| if n == -1 { missing } else { n }).collect();
    let total = sizes.iter().try_fold(1i64, |all, &n| all.checked_mul(n));
    if total != i64::try_from(size).ok() {
        return Err(changed().help(format!("the array has {size} elements")));
    }
    Ok(Some(sizes.into_iter().map(|n| n.max(0) as usize).collect()))
}

fn unknown(meta: &ArrayMeta) -> Box<Raised> {
    let message = format!(
        "Array chunk size or shape is unknown. shape: {}\n\nPossible solution with x.compute_chunk_sizes()",
        show_shape(&meta.shape)
    );
    value_error(message)
        .help("how many elements a mask chooses only the run knows: call `.compute_chunk_sizes()` first")
}

/// `reshape` to a shape of as many elements. `merge`: neighbouring blocks may be joined before.
pub fn reshape(meta: &ArrayMeta, shape: &[usize], merge: bool) -> Res<Reshaped> {
    let (Some(sizes), Some(chunks)) = (meta.sizes(), meta.blocks()) else { return Err(unknown(meta)) };
    let one_block = |sizes: &[usize]| sizes.iter().map(|&n| Arc::from([n])).collect::<Vec<Arc<[usize]>>>();
    if chunks.iter().all(|axis| axis.len() == 1) {
        let meta = whole(meta.dtype, shape.iter().map(|&n| Some(n)).collect());
        return Ok(Reshaped { before: one_block(&sizes), meta });
    }
    let mut lists: Vec<Vec<usize>> = chunks.iter().map(|axis| axis.to_vec()).collect();
    if !merge && sizes.len() > shape.len() {
        for (axis, &size) in lists.iter_mut().zip(&sizes).take(sizes.len() - shape.len()) {
            *axis = vec![1; size];
        }
    }
    let mut plan = Plan { before: vec![Vec::new(); sizes.len()], after: vec![Vec::new(); shape.len()] };
    plan.fill(&sizes, shape, &lists)?;
    let after = plan.after.into_iter().map(Arc::from).collect();
    Ok(Reshaped { before: plan.before.into_iter().map(Arc::from).collect(), meta: ArrayMeta::known(meta.dtype, after) })
}

/// The blocks of both sides, filled from the last axis to the first.
struct Plan {
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
}

fn at<T: Clone>(list: &[T], at: usize) -> Option<T> {
    list.get(at).cloned()
}

fn set(list: &mut [Vec<usize>], at: usize, blocks: Vec<usize>) {
    if let Some(place) = list.get_mut(at) {
        *place = blocks;
    }
}

fn uneven() -> Box<Raised> {
    Raised::new(ExcClass::NotImplementedError, UNEVEN)
}

impl Plan {
    fn fill(&mut self, sizes: &[usize], shape: &[usize], chunks: &[Vec<usize>]) -> Res<()> {
        // One past the axes that are still to do.
        let (mut ins, mut outs) = (sizes.len(), shape.len());
        while ins > 0 || outs > 0 {
            let from = ins.checked_sub(1).and_then(|i| at(sizes, i));
            let to = outs.checked_sub(1).and_then(|o| at(shape, o));
            match (from, to) {
                (Some(n), Some(m)) if n == m => {
                    let blocks = at(chunks, ins - 1).unwrap_or_default();
                    set(&mut self.before, ins - 1, blocks.clone());
                    set(&mut self.after, outs - 1, blocks);
                    (ins, outs) = (ins - 1, outs - 1);
                }
                (Some(1), _) => {
                    set(&mut self.before, ins - 1, vec![1]);
                    ins -= 1;
                }
                (_, Some(1)) => {
                    set(&mut self.after, outs - 1, vec![1]);
                    outs -= 1;
                }
                (Some(n), Some(m)) if n < m => {
                    ins = self.merged(sizes, chunks, ins - 1, outs - 1, m)?;
                    outs -= 1;
                }
                (Some(n), Some(_)) => {
                    outs = self.split(shape, chunks, ins - 1, outs - 1, n)?;
                    ins -= 1;
                }
                _ => return Err(uneven()),
            }
        }
        Ok(())
    }

    /// Axes up to `last` become one of `size`: the first of them is where the rest begins.
    fn merged(&mut self, sizes: &[usize], chunks: &[Vec<usize>], last: usize, to: usize, size: usize) -> Res<usize> {
        let mut first = last;
        let mut product = at(sizes, last).unwrap_or(1);
        while product < size {
            first = first.checked_sub(1).ok_or_else(uneven)?;
            product = product.saturating_mul(at(sizes, first).unwrap_or(1));
        }
        if product != size {
            return Err(uneven());
        }
        let cut_to_ones = chunks.iter().zip(sizes).take(last).all(|(blocks, &n)| blocks.len() == n);
        if cut_to_ones {
            // Whole blocks follow one another already.
            for axis in 0..=last {
                set(&mut self.before, axis, at(chunks, axis).unwrap_or_default());
            }
            let count: usize = chunks.iter().take(last).skip(first).map(Vec::len).product();
            set(&mut self.after, to, at(chunks, last).unwrap_or_default().repeat(count));
            return Ok(first);
        }
        for axis in first + 1..=last {
            set(&mut self.before, axis, vec![at(sizes, axis).unwrap_or(1)]);
        }
        let factor = chunks.iter().take(last + 1).skip(first + 1).map(Vec::len).product();
        set(&mut self.before, first, expanded(&at(chunks, first).unwrap_or_default(), factor));
        smooth(&mut self.before, first, last, largest(chunks, first, last));
        let blocks = crossed(&self.before, first, last);
        set(&mut self.after, to, blocks);
        Ok(first)
    }

    /// One axis of `size` becomes those up to `last`: the first of them is where the rest begins.
    fn split(&mut self, shape: &[usize], chunks: &[Vec<usize>], from: usize, last: usize, size: usize) -> Res<usize> {
        let mut first = last;
        let mut product = at(shape, last).unwrap_or(1);
        while product < size {
            first = first.checked_sub(1).ok_or_else(uneven)?;
            product = product.saturating_mul(at(shape, first).unwrap_or(1));
        }
        if product != size {
            return Err(uneven());
        }
        let inner: usize = shape.iter().take(last + 1).skip(first + 1).product();
        for axis in first + 1..=last {
            set(&mut self.after, axis, vec![at(shape, axis).unwrap_or(1)]);
        }
        let blocks = contracted(&at(chunks, from).unwrap_or_default(), inner);
        set(&mut self.after, first, blocks.iter().map(|n| n / inner.max(1)).collect());
        smooth(&mut self.after, first, last, largest(chunks, from, from));
        let blocks = crossed(&self.after, first, last);
        set(&mut self.before, from, blocks);
        Ok(first)
    }
}

/// Elements of the largest block along some axes.
fn largest(chunks: &[Vec<usize>], first: usize, last: usize) -> usize {
    let axes = chunks.iter().take(last + 1).skip(first);
    axes.map(|axis| axis.iter().copied().max().unwrap_or(1)).product()
}

/// Sizes of the blocks of several axes as blocks of one.
fn crossed(chunks: &[Vec<usize>], first: usize, last: usize) -> Vec<usize> {
    let axes = chunks.iter().take(last + 1).skip(first);
    axes.fold(vec![1], |all, axis| all.iter().flat_map(|n| axis.iter().map(move |m| n * m)).collect())
}

/// Each block cut into about `factor` parts.
fn expanded(blocks: &[usize], factor: usize) -> Vec<usize> {
    if factor <= 1 {
        return blocks.to_vec();
    }
    let mut out = Vec::new();
    for &block in blocks {
        let part = (block as f64 / factor as f64).max(1.0);
        let mut rest = block;
        while rest as f64 >= 2.0 * part {
            out.push(part as usize);
            rest -= (part as usize).max(1);
        }
        if rest > 0 {
            out.push(rest);
        }
    }
    out
}

/// Blocks that `factor` divides.
fn contracted(blocks: &[usize], factor: usize) -> Vec<usize> {
    let factor = factor.max(1);
    let mut out = Vec::new();
    let mut rest = 0;
    for &block in blocks {
        let whole = (block + rest) / factor * factor;
        rest = (block + rest) % factor;
        if whole > 0 {
            out.push(whole);
        }
    }
    out
}

/// Parts of `elem` as equal as can be, the smaller ones first.
fn even(elem: usize, parts: usize) -> Vec<usize> {
    let size = elem.div_ceil(parts.max(1));
    let short = (size * parts).saturating_sub(elem);
    (0..parts).map(|at| if at < short { size.saturating_sub(1) } else { size }).collect()
}

/// Cut blocks of merged axes again so that none has more than `most` elements. Axes before the one that is cut have
/// blocks of 1, or the order of elements would change.
fn smooth(chunks: &mut [Vec<usize>], first: usize, last: usize, most: usize) {
    let made = largest(chunks, first, last);
    if made == most {
        return;
    }
    let mut axis = first;
    while axis <= last && chunks.get(axis).is_some_and(|blocks| blocks.iter().all(|&n| n == 1)) {
        axis += 1;
    }
    let Some(blocks) = chunks.get(axis).filter(|_| axis <= last).cloned() else { return };
    if let [elem] = *blocks {
        let parts = made.div_ceil(most.max(1)).min(elem);
        let cut = even(elem, parts);
        let ones = cut.iter().all(|&n| n == 1);
        set(chunks, axis, cut);
        if ones && axis < last {
            smooth(chunks, first, last, most);
        }
        return;
    }
    let other = made / blocks.iter().copied().max().unwrap_or(1).max(1);
    let mut cut = Vec::new();
    for elem in blocks {
        match elem * other <= most {
            true => cut.push(elem),
            false => cut.extend(even(elem, (elem * other).div_ceil(most.max(1)))),
        }
    }
    set(chunks, axis, cut);
}
