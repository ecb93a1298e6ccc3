//! Draws from distributions, element by element: rows whose operands are the position, the key of the stream, and the
//! parameters, which may be arrays. An element depends on these alone, so any block can be made alone.
//!
//! `rand_distr` is known here alone. What it lacks is written after NumPy's `distributions.c` (the methods are named).

mod continuous;
mod discrete;
mod stream;

pub use stream::Stream;

use super::lane::{Lane, LaneElement, LaneMut, Loop};
use super::scalar::{PLAIN, Props, ScalarOp};
use crate::data::DType;

/// What NumPy says of parameters that a distribution does not take.
pub type Check = fn(&[f64]) -> Option<&'static str>;

/// A distribution.
pub struct Draw {
    /// NumPy's name.
    pub name: &'static str,
    /// The row: position, key, parameters.
    pub row: ScalarOp,
    /// What is wrong with parameters.
    pub check: Check,
}

impl Draw {
    /// How many parameters it has.
    pub fn params(&self) -> usize {
        self.row.arity - 2
    }
}

/// The distribution of this name.
pub fn named(name: &str) -> Option<&'static Draw> {
    [continuous::DRAWS, discrete::DRAWS].into_iter().flatten().find(|draw| draw.name == name)
}

/// The row of this name: `draw_gamma`.
pub fn row(name: &str) -> Option<&'static ScalarOp> {
    named(name.strip_prefix("draw_")?).map(|draw| &draw.row)
}

/// The key of a stream as an operand: a whole number that a `float64` holds.
pub fn key(seed: u64) -> f64 {
    (seed >> 12) as f64
}

/// Operands of rows: everything is `float64`.
const OPERANDS: &[DType] = &[DType::Float64; 5];

/// Elements of a block: `f` draws one from its stream and its parameters.
#[inline(always)]
fn each<const K: usize, O: LaneElement>(args: &[Lane<'_>], out: LaneMut<'_>, f: impl Fn(&mut Stream, [f64; K]) -> O) {
    let [positions, keys, params @ ..] = args else { return };
    let (positions, keys) = (f64::lane(*positions), f64::lane(*keys));
    let mut lanes: [&[f64]; K] = [&[]; K];
    for (lane, param) in lanes.iter_mut().zip(params) {
        *lane = f64::lane(*param);
    }
    for (at, ((place, &position), &key)) in O::lane_mut(out).iter_mut().zip(positions).zip(keys).enumerate() {
        let own = lanes.map(|lane| lane.get(at).copied().unwrap_or(f64::NAN));
        *place = f(&mut Stream::new(key as u64, position as u64), own);
    }
}

/// The first complaint about the parameters of a block.
fn complaint(args: &[Lane<'_>], check: Check) -> Option<&'static str> {
    let [_, _, params @ ..] = args else { return None };
    let count = params.iter().map(|lane| f64::lane(*lane).len()).max().unwrap_or(0);
    let at = |at: usize| params.iter().map(move |lane| f64::lane(*lane).get(at).copied().unwrap_or(f64::NAN));
    (0..count).find_map(|place| {
        let mut own = [0.0; 3];
        own.iter_mut().zip(at(place)).for_each(|(own, value)| *own = value);
        check(own.get(..params.len()).unwrap_or_default())
    })
}

/// A table of distributions: `"gamma" Float64 (shape, scale) [(shape < 0.0, "shape < 0"), ...] |rng| value`.
macro_rules! draws {
    ($($name:literal $out:ident ($($param:ident),*) [$(($bad:expr, $text:literal)),* $(,)?] |$rng:ident| $value:expr;)*) => {
        /// The distributions.
        pub const DRAWS: &[super::Draw] = &[$(
            super::Draw {
                name: $name,
                row: {
                    const NAMES: &[&str] = &[$(stringify!($param)),*];
                    const PARAMS: usize = NAMES.len();
                    super::row_of::<PARAMS>(concat!("draw_", $name), {
                        const INS: &[$crate::data::DType] = super::OPERANDS.split_at(2 + PARAMS).0;
                        const LOOP: &[$crate::ops::Loop] = &[$crate::ops::Loop {
                            ins: INS,
                            out: $crate::data::DType::$out,
                            run: |args, out| super::each::<PARAMS, _>(args, out, |$rng, [$($param),*]| $value),
                        }];
                        LOOP
                    }, |args| super::complaint(args, {
                        #[allow(unused_variables)]
                        fn check(params: &[f64]) -> Option<&'static str> {
                            let &[$($param),*] = params else { return None };
                            $(if $bad { return Some($text); })*
                            None
                        }
                        check
                    }))
                },
                check: {
                    #[allow(unused_variables)]
                    fn check(params: &[f64]) -> Option<&'static str> {
                        let &[$($param),*] = params else { return None };
                        $(if $bad { return Some($text); })*
                        None
                    }
                    check
                },
            },
        )*];
    };
}

use draws;

const fn row_of<const K: usize>(
    name: &'static str,
    loops: &'static [Loop],
    raises: fn(&[Lane<'_>]) -> Option<&'static str>,
) -> ScalarOp {
    ScalarOp { name, arity: 2 + K, loops, props: Props { raises: Some(raises), ..PLAIN } }
}

#[cfg(test)]
mod tests;
