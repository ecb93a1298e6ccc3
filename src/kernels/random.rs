//! Elements of lazy arrays from their positions in the whole array, so that any block can be made alone, in any order,
//! with the same numbers.

use crate::ops::ir::Generator;
use crate::ops::simd::random;

/// Call `fill` for each run of neighbouring positions, with the first of them and the room.
fn runs<T>(positions: &[i64], mut out: &mut [T], mut fill: impl FnMut(u64, &mut [T])) {
    let mut left = positions;
    while let Some(&first) = left.first() {
        let follows = |(at, &position): (usize, &i64)| position == first.wrapping_add(at as i64);
        // Most blocks are one run: a check of the whole without branches vectorises.
        let whole = left.iter().enumerate().fold(true, |all, pair| all & follows(pair));
        let count = if whole { left.len() } else { left.iter().enumerate().take_while(|&pair| follows(pair)).count() };
        let Some((run, rest)) = std::mem::take(&mut out).split_at_mut_checked(count) else { return };
        fill(first as u64, run);
        out = rest;
        left = left.get(count..).unwrap_or_default();
    }
}

/// Even spacing: by position, but for the last one, if it has a value of its own.
struct Spacing {
    start: f64,
    step: f64,
    last: (i64, f64),
}

impl Spacing {
    /// Of a generator that spaces evenly.
    fn of(how: &Generator) -> Option<Spacing> {
        match *how {
            Generator::Arange { start, step } => {
                Some(Spacing { start: start.as_f64(), step: step.as_f64(), last: (-1, 0.0) })
            }
            Generator::Linspace { start, stop, intervals, endpoint } => {
                let last = if endpoint && intervals > 0 { intervals as i64 } else { -1 };
                let (start, stop) = (start.as_f64(), stop.as_f64());
                Some(Spacing { start, step: (stop - start) / intervals.max(1) as f64, last: (last, stop) })
            }
            _ => None,
        }
    }

    #[inline(always)]
    fn at(&self, position: i64) -> f64 {
        let value = position as f64 * self.step + self.start;
        if position == self.last.0 { self.last.1 } else { value }
    }
}

/// Elements of a generator that gives floats, at these positions.
pub fn floats(how: &Generator, positions: &[i64], out: &mut [f64]) {
    match Spacing::of(how) {
        Some(spacing) => out.iter_mut().zip(positions).for_each(|(place, &at)| *place = spacing.at(at)),
        None => runs(positions, out, |first, run| floats_from(how, first, run)),
    }
}

/// Elements of a generator that gives floats, at neighbouring positions from `first` on.
pub fn floats_from(how: &Generator, first: u64, out: &mut [f64]) {
    match *how {
        Generator::Uniform { key, low, high } => {
            random::uniform(key, first, (low.as_f64(), high.as_f64() - low.as_f64()), out);
        }
        Generator::Normal { key, mean, deviation } => {
            random::normal(key, first, (mean.as_f64(), deviation.as_f64()), out);
        }
        Generator::Arange { .. } | Generator::Linspace { .. } => {
            let Some(spacing) = Spacing::of(how) else { return };
            for (at, place) in out.iter_mut().enumerate() {
                *place = spacing.at(first.wrapping_add(at as u64) as i64);
            }
        }
        Generator::Integers { .. } => {
            let mut whole = vec![0; out.len()];
            integers_from(how, first, &mut whole);
            for (place, &value) in out.iter_mut().zip(&whole) {
                *place = value as f64;
            }
        }
    }
}

/// Elements of a generator that gives integers, at these positions.
pub fn integers(how: &Generator, positions: &[i64], out: &mut [i64]) {
    match *how {
        Generator::Arange { start, step } => {
            let (start, step) = (start.as_i64(), step.as_i64());
            for (place, &at) in out.iter_mut().zip(positions) {
                *place = start.wrapping_add(at.wrapping_mul(step));
            }
        }
        _ => runs(positions, out, |first, run| integers_from(how, first, run)),
    }
}

/// Elements of a generator that gives integers, at neighbouring positions from `first` on.
pub fn integers_from(how: &Generator, first: u64, out: &mut [i64]) {
    match *how {
        Generator::Arange { start, step } => {
            let (start, step) = (start.as_i64(), step.as_i64());
            for (at, place) in out.iter_mut().enumerate() {
                *place = start.wrapping_add((first.wrapping_add(at as u64) as i64).wrapping_mul(step));
            }
        }
        Generator::Integers { key, low, high } => {
            random::integers(key, first, (low, high.wrapping_sub(low) as u64), out);
        }
        _ => out.fill(0),
    }
}
