//! Large eager arrays on all cores: rows of the result are shared out. Rayon is known to this file alone.

use rayon::prelude::*;

use super::elemwise::{Input, evaluate_into};
use crate::data::buffer::Target;
use crate::data::raised::{Raised, Res};
use crate::data::shape::Steps;
use crate::data::{Chunk, shape};
use crate::ops::ir::Program;
use crate::value::pause;

/// Elements from which sharing out pays: below, starting the threads takes as long as the work.
const WORTH: usize = 1 << 18;

/// Elements of one share, at least.
const SHARE: usize = 1 << 16;

/// Evaluate an elementwise program over whole arrays on all cores; `None` where one core does it as well, and in a task,
/// where the other cores have tasks of their own. Every element is computed as on one core.
pub fn evaluate(program: &Program, args: &[&Chunk], shape: &[usize]) -> Option<Res<Chunk>> {
    let (&rows, inner) = shape.split_first()?;
    let size = shape::size(shape)?;
    if size < WORTH || rows < 2 || pause::is_worker() || rayon::current_num_threads() < 2 {
        return None;
    }
    let width = size / rows;
    let share = (SHARE / width.max(1)).max(1);
    let target = Target::new(program.out(), shape.to_vec());
    let wide: Vec<Chunk> = args.iter().map(|arg| arg.broadcast_to(shape)).collect();
    let part = |start: usize| {
        let count = share.min(rows - start);
        let steps = Steps { start, step: 1, count };
        let inputs: Vec<Chunk> = wide.iter().map(|chunk| chunk.slice_axis(0, steps)).collect();
        let inputs: Vec<Input<'_>> = inputs.iter().map(Input::Array).collect();
        let shape = [&[count], inner].concat();
        let mut first = vec![0; shape.len()];
        if let Some(place) = first.first_mut() {
            *place = start;
        }
        let done = evaluate_into(program, &inputs, &shape, (&target, &first), &mut || Ok(()));
        done.map_err(|raised| (raised.class, raised.message))
    };
    let done = (0..rows).into_par_iter().step_by(share).map(part).reduce(|| Ok(()), |a, b| a.and(b));
    Some(match done {
        Ok(()) => target.finish().map(|buffer| Chunk::over(buffer, shape.to_vec())),
        Err((class, message)) => Err(Raised::new(class, message)),
    })
}

/// Fill the rows of a matrix (of `width` elements each), on all cores if that is `worth` it, and on one in a task. The work
/// gets the number of its first row and the rows.
pub fn rows<T: Send>(items: &mut [T], width: usize, worth: bool, work: impl Fn(usize, &mut [T]) + Sync) {
    let cores = rayon::current_num_threads();
    let count = items.len() / width.max(1);
    if !worth || count < 2 || cores < 2 || pause::is_worker() {
        return work(0, items);
    }
    let share = count.div_ceil(cores);
    items.par_chunks_mut(share * width.max(1)).enumerate().for_each(|(at, part)| work(at * share, part));
}

/// Whether work is shared out: not in a task, and not on a single core.
pub fn many() -> bool {
    rayon::current_num_threads() > 1 && !pause::is_worker()
}

/// Two pieces of work, at once where work is shared out.
pub fn both<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    if many() { rayon::join(a, b) } else { (a(), b()) }
}

/// Pieces of work, shared out.
pub fn each<T: Send>(items: Vec<T>, work: impl Fn(T) + Sync + Send) {
    if many() { items.into_par_iter().with_max_len(1).for_each(work) } else { items.into_iter().for_each(work) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::DType;
    use crate::kernels::reduce::apply;

    #[test]
    fn shares_together_are_the_whole() {
        let rows = 600_000;
        let a = Chunk::of((0..rows as i64).collect(), vec![rows, 1]);
        let b = Chunk::of(vec![1i64, 10], vec![2]);
        let sum = apply("add", &[&a, &b]).unwrap();
        assert_eq!((sum.dtype(), sum.shape.to_vec()), (DType::Int64, vec![rows, 2]));
        let expected: Vec<i64> = (0..rows as i64).flat_map(|row| [row + 1, row + 10]).collect();
        assert_eq!(sum.to_vec::<i64>().unwrap(), expected);
    }

    #[test]
    fn an_error_in_a_share_is_the_error_of_the_whole() {
        let n = 600_000;
        let base = Chunk::of(vec![2i64; n], vec![n]);
        let mut exponents = vec![1i64; n];
        exponents[n - 1] = -1;
        let error = apply("power", &[&base, &Chunk::of(exponents, vec![n])]).unwrap_err();
        assert_eq!(error.message, "Integers to negative integer powers are not allowed.");
    }
}
