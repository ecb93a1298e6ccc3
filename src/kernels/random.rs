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

/// Elements of a generator that gives floats.
pub fn floats(how: &Generator, positions: &[i64], out: &mut [f64]) {
    let pairs = out.iter_mut().zip(positions);
    match *how {
        Generator::Uniform { key, low, high } => {
            let scale = (low.as_f64(), high.as_f64() - low.as_f64());
            runs(positions, out, |start, run| random::uniform(key, start, scale, run));
        }
        Generator::Normal { key, mean, deviation } => {
            let scale = (mean.as_f64(), deviation.as_f64());
            runs(positions, out, |start, run| random::normal(key, start, scale, run));
        }
        Generator::Arange { start, step } => {
            let (start, step) = (start.as_f64(), step.as_f64());
            for (place, &at) in pairs {
                *place = start + at as f64 * step;
            }
        }
        Generator::Linspace { start, stop, intervals, endpoint } => {
            let (start, stop) = (start.as_f64(), stop.as_f64());
            let step = (stop - start) / intervals.max(1) as f64;
            for (place, &at) in pairs {
                let last = endpoint && intervals > 0 && at as u64 == intervals;
                *place = if last { stop } else { at as f64 * step + start };
            }
        }
        Generator::Integers { .. } => {
            let mut whole = vec![0; out.len()];
            integers(how, positions, &mut whole);
            for (place, &value) in out.iter_mut().zip(&whole) {
                *place = value as f64;
            }
        }
    }
}

/// Elements of a generator that gives integers.
pub fn integers(how: &Generator, positions: &[i64], out: &mut [i64]) {
    match *how {
        Generator::Arange { start, step } => {
            let (start, step) = (start.as_i64(), step.as_i64());
            for (place, &at) in out.iter_mut().zip(positions) {
                *place = start.wrapping_add(at.wrapping_mul(step));
            }
        }
        Generator::Integers { key, low, high } => {
            let span = high.wrapping_sub(low) as u64;
            runs(positions, out, |start, run| random::integers(key, start, (low, span), run));
        }
        _ => out.fill(0),
    }
}
