//! Random numbers of lazy arrays: Philox4x32-10 on a key and the position of the element, so that any block of an
//! array can be made alone, in any order, with the same numbers.

use crate::ops::ir::Generator;

/// One round of ten of Philox4x32.
#[inline(always)]
fn round(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let a = u64::from(counter[0]) * 0xD251_1F53;
    let b = u64::from(counter[2]) * 0xCD9E_8D57;
    [(b >> 32) as u32 ^ counter[1] ^ key[0], b as u32, (a >> 32) as u32 ^ counter[3] ^ key[1], a as u32]
}

/// 128 random bits for a key and a position.
#[inline(always)]
pub fn philox(key: u64, position: u64) -> [u32; 4] {
    let mut counter = [position as u32, (position >> 32) as u32, 0, 0];
    let mut at = [key as u32, (key >> 32) as u32];
    for _ in 0..10 {
        counter = round(counter, at);
        at = [at[0].wrapping_add(0x9E37_79B9), at[1].wrapping_add(0xBB67_AE85)];
    }
    counter
}

/// A float in [0, 1) from 64 random bits.
#[inline(always)]
fn unit(low: u32, high: u32) -> f64 {
    let bits = u64::from(high) << 32 | u64::from(low);
    (bits >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
}

/// Elements of a generator that gives floats.
pub fn floats(how: &Generator, positions: &[i64], out: &mut [f64]) {
    let pairs = out.iter_mut().zip(positions);
    match *how {
        Generator::Uniform { key, low, high } => {
            let (low, span) = (low.as_f64(), high.as_f64() - low.as_f64());
            for (place, &at) in pairs {
                let bits = philox(key, at as u64);
                *place = low + span * unit(bits[0], bits[1]);
            }
        }
        Generator::Normal { key, mean, deviation } => {
            let (mean, deviation) = (mean.as_f64(), deviation.as_f64());
            for (place, &at) in pairs {
                *place = mean + deviation * normal(key, at as u64);
            }
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
            for (place, &at) in pairs {
                *place = integer(how, at) as f64;
            }
        }
    }
}

/// Elements of a generator that gives integers.
pub fn integers(how: &Generator, positions: &[i64], out: &mut [i64]) {
    for (place, &at) in out.iter_mut().zip(positions) {
        *place = integer(how, at);
    }
}

fn integer(how: &Generator, at: i64) -> i64 {
    match *how {
        Generator::Arange { start, step } => start.as_i64().wrapping_add(at.wrapping_mul(step.as_i64())),
        Generator::Integers { key, low, high } => {
            let bits = philox(key, at as u64);
            let word = u64::from(bits[1]) << 32 | u64::from(bits[0]);
            let span = high.wrapping_sub(low) as u64;
            // The high half of a product maps 64 random bits onto the span.
            low.wrapping_add(((u128::from(word) * u128::from(span)) >> 64) as i64)
        }
        _ => 0,
    }
}

/// A standard normal number, by the method of Box and Muller: both uniforms are of this position alone.
#[inline(always)]
fn normal(key: u64, position: u64) -> f64 {
    let bits = philox(key, position);
    let radius = (-2.0 * (1.0 - unit(bits[0], bits[1])).ln()).sqrt();
    radius * (std::f64::consts::TAU * unit(bits[2], bits[3])).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn philox_agrees_with_the_published_vectors() {
        // Random123, known answers of philox4x32-10 for counter and key zero.
        assert_eq!(philox(0, 0), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
    }
}
