//! Folding along axes while the elements are made: block by block, without the array in between, and to the bit what
//! [`super::reduce::along`] gives of that array.

use super::elemwise::{Input, Poll, Run, evaluate};
use super::feed::BLOCK;
use super::fold::{Num, combine_row, fold};
use super::reduce;
use crate::data::buffer::{room, with_dtype};
use crate::data::raised::Res;
use crate::data::{Chunk, DType, shape};
use crate::ops::Base;
use crate::ops::ir::Program;

/// How the reduced axes lie.
pub enum Lie {
    /// Behind the others: runs of so many neighbours are reduced.
    Runs(usize),
    /// Before the others: rows of so many elements are combined.
    Rows(usize),
}

/// Axes of size 1 play no part; `None` where reduced and kept axes alternate, or there are no elements.
pub fn lie(shape: &[usize], axes: &[usize]) -> Option<Lie> {
    let wide = shape.iter().enumerate().filter(|(_, n)| **n != 1);
    let reduced: Vec<(bool, usize)> = wide.map(|(at, &n)| (axes.contains(&at), n)).collect();
    if shape.contains(&0) {
        return None;
    }
    let last = reduced.last().is_none_or(|(last, _)| *last);
    let inner = reduced.iter().rev().take_while(|(is, _)| *is == last);
    let (count, size) = inner.fold((0, 1), |(count, size), (_, n)| (count + 1, size * n));
    let outer = reduced.get(..reduced.len() - count)?;
    if outer.iter().any(|(is, _)| *is == last) {
        return None;
    }
    Some(if last { Lie::Runs(size) } else { Lie::Rows(size) })
}

/// A program over its inputs, folded along `axes`.
pub fn along(
    base: Base,
    program: &Program,
    inputs: &[Input<'_>],
    shape: &[usize],
    axes: &[usize],
    poll: Poll<'_>,
) -> Res<Chunk> {
    let Some(lie) = lie(shape, axes) else {
        return reduce::along(base, &evaluate(program, inputs, shape, poll)?, axes);
    };
    let run = match lie {
        Lie::Runs(inner) if folds_whole(inner) => Run::folding(program, inputs, shape, base),
        _ => Run::new(program, inputs, shape),
    };
    along_run(base, run, lie, (program.out(), &shape::kept(shape, axes, false)), poll)
}

/// Whether runs of so many elements are folded in compiled code.
fn folds_whole(inner: usize) -> bool {
    inner <= BLOCK && inner.is_multiple_of(8)
}

/// The elements of a run, folded along axes that lie so, to an array of this dtype and shape.
pub fn along_run(
    base: Base,
    mut run: Run<'_>,
    lie: Lie,
    (dtype, kept): (DType, &[usize]),
    poll: Poll<'_>,
) -> Res<Chunk> {
    with_dtype!(dtype, T => {
        let mut out = room::<T>(kept)?;
        match lie {
            Lie::Runs(inner) => runs(base, &mut run, inner, &mut out, poll)?,
            Lie::Rows(inner) => rows(base, &mut run, inner, &mut out, poll)?,
        }
        Ok(Chunk::of(out, kept.to_vec()).typed(dtype))
    })
}

/// Each run of `inner` elements to one.
fn runs<T: Num>(base: Base, run: &mut Run<'_>, inner: usize, out: &mut Vec<T>, poll: Poll<'_>) -> Res<()> {
    if let Some(items) = run.elements::<T>() {
        for (at, some) in items.chunks_exact(inner).enumerate() {
            if (at * inner) % (BLOCK * 64) < inner {
                poll()?;
            }
            out.extend(fold(base, some));
        }
        return Ok(());
    }
    let mut blocks = 0usize;
    while folds_whole(inner) && run.fold(base, (inner, (run.reach() / inner).min(run.left() / inner)), out)? {
        blocks += 1;
        if blocks.is_multiple_of(16) {
            poll()?;
        }
    }
    let mut row = Vec::new();
    let most = if inner <= BLOCK { BLOCK / inner * inner } else { BLOCK };
    loop {
        let want = if inner <= BLOCK { most } else { most.min(inner - row.len()) };
        if run.advance_by(want)? == 0 {
            return Ok(());
        }
        let block = T::lane(run.result());
        if inner <= BLOCK {
            out.extend(block.chunks_exact(inner).filter_map(|some| fold(base, some)));
        } else {
            row.extend_from_slice(block);
            if row.len() == inner {
                out.extend(fold(base, &row));
                row.clear();
            }
        }
        blocks += 1;
        if blocks.is_multiple_of(64) {
            poll()?;
        }
    }
}

/// Row after row is combined into the first.
fn rows<T: Num>(base: Base, run: &mut Run<'_>, inner: usize, out: &mut Vec<T>, poll: Poll<'_>) -> Res<()> {
    let (mut column, mut first, mut blocks) = (0, true, 0usize);
    while run.advance()? > 0 {
        let mut block = T::lane(run.result());
        while !block.is_empty() {
            let (now, later) = block.split_at(block.len().min(inner - column));
            if first {
                out.extend_from_slice(now);
            } else if let Some(results) = out.get_mut(column..column + now.len()) {
                combine_row(base, results, now);
            }
            column += now.len();
            if column == inner {
                (column, first) = (0, false);
            }
            block = later;
        }
        blocks += 1;
        if blocks.is_multiple_of(64) {
            poll()?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernels::elemwise::identity;

    #[test]
    fn blocks_fold_to_the_bits_of_the_whole() {
        let bases = [Base::Sum, Base::Prod, Base::Min, Base::Max];
        let shapes: [&[usize]; 8] =
            [&[7, 3], &[3, 2000], &[2000, 3], &[5, 1], &[1, 5], &[40, 30, 20], &[3, 1, 1100], &[1200, 1, 2]];
        for shape in shapes {
            let size: usize = shape.iter().product();
            let items: Vec<f64> = (0..size).map(|at| (at as f64 * 0.7).sin() + 1.1).collect();
            let straight = Chunk::of(items, shape.to_vec());
            let mut turned: Vec<usize> = shape.to_vec();
            turned.reverse();
            let turned = straight.reshape(turned).unwrap().reversed();
            for chunk in [&straight, &turned] {
                let program = identity(chunk.dtype());
                let all: Vec<Vec<usize>> = (1..1usize << shape.len())
                    .map(|bits| (0..shape.len()).filter(|at| bits >> at & 1 == 1).collect())
                    .collect();
                for (axes, base) in all.iter().flat_map(|axes| bases.map(|base| (axes, base))) {
                    let inputs = [Input::Array(chunk)];
                    let found = along(base, &program, &inputs, shape, axes, &mut || Ok(())).unwrap();
                    let whole = evaluate(&program, &inputs, shape, &mut || Ok(())).unwrap();
                    let expected = reduce::along(base, &whole, axes).unwrap();
                    let bits =
                        |chunk: &Chunk| chunk.to_vec::<f64>().unwrap().iter().map(|x| x.to_bits()).collect::<Vec<_>>();
                    assert_eq!(
                        (found.shape.clone(), bits(&found)),
                        (expected.shape.clone(), bits(&expected)),
                        "{axes:?}"
                    );
                }
            }
        }
    }
}
