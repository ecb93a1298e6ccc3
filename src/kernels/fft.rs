//! Discrete Fourier transforms along an axis. The only user of rustfft.

use std::sync::Arc;

use rustfft::{Fft, FftNum, FftPlanner, num_complex::Complex};

use super::reduce::cast;
use super::shared;
use crate::data::buffer::room;
use crate::data::complex::{C32, C64};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType, Element};

/// What is transformed to what.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Complex numbers to as many complex numbers.
    Complex,
    /// Real numbers to the first half of their transform.
    FromReal,
    /// The first half of a transform to real numbers.
    ToReal,
}

/// A transform.
#[derive(Clone, Copy, Debug)]
pub struct Transform {
    /// What kind.
    pub kind: Kind,
    /// Whether the exponent is positive.
    pub inverse: bool,
    /// Length along the axis; the input is cut or filled with zeros.
    pub length: usize,
    /// The axis.
    pub axis: usize,
    /// What the results are multiplied by.
    pub scale: f64,
}

/// Transform along an axis. Single precision stays single.
///
/// # Errors
/// `ValueError` for no points; `MemoryError`.
pub fn transform(a: &Chunk, how: Transform) -> Res<Chunk> {
    if how.length < 1 {
        return Err(value_error(format!("Invalid number of FFT data points ({}) specified.", how.length)));
    }
    if matches!(a.dtype(), DType::Float32 | DType::Complex64) {
        run::<f32, C32>(&cast(a, DType::Complex64)?, how)
    } else {
        run::<f64, C64>(&cast(a, DType::Complex128)?, how)
    }
}

/// A complex element and its two parts.
trait Pair<F>: Element {
    fn parts(self) -> Complex<F>;
    fn of_parts(value: Complex<F>) -> Self;
}

impl Pair<f32> for C32 {
    fn parts(self) -> Complex<f32> {
        Complex::new(self.re, self.im)
    }
    fn of_parts(value: Complex<f32>) -> C32 {
        C32 { re: value.re, im: value.im }
    }
}

impl Pair<f64> for C64 {
    fn parts(self) -> Complex<f64> {
        Complex::new(self.re, self.im)
    }
    fn of_parts(value: Complex<f64>) -> C64 {
        C64 { re: value.re, im: value.im }
    }
}

/// Elements from which a transform is shared out to all cores.
const WORTH: usize = 1 << 17;

fn run<F: FftNum + Element, C: Pair<F>>(a: &Chunk, how: Transform) -> Res<Chunk> {
    let ndim = a.ndim();
    let order: Vec<usize> = (0..ndim).filter(|&at| at != how.axis).chain([how.axis]).collect();
    let turned = a.transpose(&order).contiguous()?;
    let items = turned.items::<C>().unwrap_or_default();
    let (outer, there) = match turned.shape.split_last() {
        Some((&last, outer)) => (outer.to_vec(), last),
        None => (Vec::new(), 1),
    };
    let (count, n) = (outer.iter().product::<usize>(), how.length);
    let scale = F::from_f64(how.scale).unwrap_or_else(F::one);
    let mut all: Vec<Complex<F>> = Vec::new();
    let total = count.checked_mul(n).ok_or_else(|| crate::data::buffer::memory_error(&[count, n], C::DTYPE))?;
    // The plan's own numbers are a few for each point of a line, and the library takes room for them that must be there.
    drop(room::<C>(&[count.max(4), n])?);
    all.try_reserve_exact(total).map_err(|_| crate::data::buffer::memory_error(&[count, n], C::DTYPE))?;
    let mut planner = FftPlanner::<F>::new();
    let plan = if how.inverse { planner.plan_fft_inverse(n) } else { planner.plan_fft_forward(n) };
    let zero = Complex::new(F::zero(), F::zero());
    for row in 0..count {
        let from = items.get(row * there..(row + 1) * there).unwrap_or_default();
        let start = all.len();
        let half = if how.kind == Kind::ToReal { n / 2 + 1 } else { n };
        all.extend(from.iter().take(half).map(|item| item.parts()));
        all.resize(start + n, zero);
        if how.kind == Kind::ToReal {
            mirror(all.get_mut(start..).unwrap_or_default());
        }
    }
    shared::rows(&mut all, n, total >= WORTH, |_, part| apply(&plan, part, scale));
    let mut shape = outer;
    let back: Vec<usize> = (0..ndim).map(|at| order.iter().position(|&from| from == at).unwrap_or(at)).collect();
    let kept = if how.kind == Kind::FromReal { n / 2 + 1 } else { n };
    shape.push(kept);
    if how.kind == Kind::ToReal {
        let mut out = room::<F>(&shape)?;
        out.extend(all.iter().map(|value| value.re));
        return Ok(Chunk::of(out, shape).transpose(&back));
    }
    let mut out = room::<C>(&shape)?;
    for row in all.chunks_mut(n) {
        if how.kind == Kind::FromReal {
            real_ends(row);
        }
        out.extend(row.iter().take(kept).map(|value| C::of_parts(*value)));
    }
    Ok(Chunk::of(out, shape).transpose(&back))
}

/// The first and the middle element of a transform of real numbers are real.
fn real_ends<F: FftNum>(row: &mut [Complex<F>]) {
    let n = row.len();
    if let Some(first) = row.first_mut() {
        first.im = F::zero();
    }
    if n.is_multiple_of(2)
        && let Some(middle) = row.get_mut(n / 2)
    {
        middle.im = F::zero();
    }
}

/// The second half of a transform of real numbers, from the first.
fn mirror<F: FftNum>(row: &mut [Complex<F>]) {
    let n = row.len();
    real_ends(row);
    for at in 1..n.div_ceil(2) {
        let value = row.get(at).map(Complex::conj);
        if let (Some(value), Some(place)) = (value, row.get_mut(n - at)) {
            *place = value;
        }
    }
}

fn apply<F: FftNum>(plan: &Arc<dyn Fft<F>>, rows: &mut [Complex<F>], scale: F) {
    plan.process(rows);
    if scale != F::one() {
        rows.iter_mut().for_each(|value| *value = *value * scale);
    }
}
