//! Random numbers by position: Philox4x32-10 (Salmon, Moraes, Dror and Shaw, SC 2011), two elements from each counter.
//! Without fused multiply-add, so that every level of every processor gives the same bits.

use super::level::each_level;
use super::log::log;
use super::trig::turn;

const LOW: u64 = 0xffff_ffff;

/// 128 random bits for a key and a counter, as four words of 32 bits in the low halves; the high halves are anything.
#[inline(always)]
fn words(key: u64, counter: u64) -> [u64; 4] {
    rounds(key, [counter, counter >> 32, 0, 0])
}

#[inline(always)]
fn rounds(key: u64, mut c: [u64; 4]) -> [u64; 4] {
    let (mut first, mut second) = (key & LOW, key >> 32);
    let mut round = 0;
    while round < 10 {
        let a = (c[0] & LOW) * 0xD251_1F53;
        let b = (c[2] & LOW) * 0xCD9E_8D57;
        c = [(b >> 32) ^ c[1] ^ first, b, (a >> 32) ^ c[3] ^ second, a];
        first = (first + 0x9E37_79B9) & LOW;
        second = (second + 0xBB67_AE85) & LOW;
        round += 1;
    }
    c
}

/// The 64 random bits of two elements.
#[inline(always)]
fn pair(key: u64, counter: u64) -> (u64, u64) {
    let c = words(key, counter);
    ((c[1] << 32) | (c[0] & LOW), (c[3] << 32) | (c[2] & LOW))
}

/// 64 random bits for a key and a position.
#[inline]
pub fn word(key: u64, position: u64) -> u64 {
    let (even, odd) = pair(key, position >> 1);
    if position & 1 == 0 { even } else { odd }
}

/// 128 random bits of a stream of its own for each position: block after block by number.
pub fn block(key: u64, position: u64, number: u32) -> [u32; 4] {
    rounds(key, [position, position >> 32, u64::from(number), 1]).map(|word| word as u32)
}

/// A float in [0, 1), a multiple of 2^-52, from 64 random bits.
#[inline(always)]
pub fn unit(bits: u64) -> f64 {
    f64::from_bits((bits >> 12) | 0x3ff0_0000_0000_0000) - 1.0
}

each_level! {
    fn uniform_pairs<F>(key: u64, first: u64, range: (f64, f64), out: &mut [[f64; 2]]) {
        let (low, span) = range;
        for (at, [x, y]) in out.iter_mut().enumerate() {
            let (even, odd) = pair(key, first.wrapping_add(at as u64));
            *x = low + span * unit(even);
            *y = low + span * unit(odd);
        }
    }
}

each_level! {
    fn normal_pairs<F>(key: u64, first: u64, range: (f64, f64), out: &mut [[f64; 2]]) {
        let (mean, deviation) = range;
        for (at, [x, y]) in out.iter_mut().enumerate() {
            let (even, odd) = pair(key, first.wrapping_add(at as u64));
            let radius = (-2.0 * log::<false>(1.0 - unit(even))).sqrt();
            let (sine, cosine) = turn(unit(odd));
            *x = mean + deviation * (radius * cosine);
            *y = mean + deviation * (radius * sine);
        }
    }
}

each_level! {
    fn integer_pairs<F>(key: u64, first: u64, range: (i64, u64), out: &mut [[i64; 2]]) {
        let (low, span) = range;
        // The high half of a product maps 64 random bits onto the span.
        let onto = |bits: u64| ((bits >> 32) * span).wrapping_add(((bits & LOW) * span) >> 32) >> 32;
        for (at, [x, y]) in out.iter_mut().enumerate() {
            let (even, odd) = pair(key, first.wrapping_add(at as u64));
            *x = low.wrapping_add(onto(even) as i64);
            *y = low.wrapping_add(onto(odd) as i64);
        }
    }
}

/// Fill a run of positions from `start` on with what makes whole pairs.
fn paired<T: Copy + Default>(start: u64, out: &mut [T], fill: impl Fn(u64, &mut [[T; 2]])) {
    let mut counter = start >> 1;
    let mut rest = out;
    if start & 1 == 1
        && let Some((first, more)) = std::mem::take(&mut rest).split_first_mut()
    {
        let mut one = [[T::default(); 2]];
        fill(counter, &mut one);
        let [[_, odd]] = one;
        *first = odd;
        counter = counter.wrapping_add(1);
        rest = more;
    }
    let (pairs, last) = rest.as_chunks_mut::<2>();
    fill(counter, pairs);
    if let [last] = last {
        let mut one = [[T::default(); 2]];
        fill(counter.wrapping_add(pairs.len() as u64), &mut one);
        let [[even, _]] = one;
        *last = even;
    }
}

/// Uniform numbers: `low + span * u`, with `u` in [0, 1), at the positions from `start` on.
pub fn uniform(key: u64, start: u64, scale: (f64, f64), out: &mut [f64]) {
    paired(start, out, |counter, pairs| uniform_pairs(key, counter, scale, pairs));
}

/// Normal numbers (Box and Muller 1958: a counter's two uniforms make two of them) at the positions from `start` on.
pub fn normal(key: u64, start: u64, scale: (f64, f64), out: &mut [f64]) {
    paired(start, out, |counter, pairs| normal_pairs(key, counter, scale, pairs));
}

/// Whole numbers from `low` up to, not including, `low + span`, at the positions from `start` on.
pub fn integers(key: u64, start: u64, (low, span): (i64, u64), out: &mut [i64]) {
    if span <= 1 << 32 {
        return paired(start, out, |counter, pairs| integer_pairs(key, counter, (low, span), pairs));
    }
    for (at, place) in out.iter_mut().enumerate() {
        let bits = word(key, start.wrapping_add(at as u64));
        *place = low.wrapping_add(((u128::from(bits) * u128::from(span)) >> 64) as i64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn philox_agrees_with_the_published_vectors() {
        // Random123, known answers of philox4x32-10 for counter and key zero.
        let found = words(0, 0).map(|word| word & LOW);
        assert_eq!(found, [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
    }

    #[test]
    fn any_cut_gives_the_same_numbers() {
        let mut whole = [0.0; 41];
        normal(7, 3, (1.0, 2.0), &mut whole);
        for from in 0..41 {
            let mut part = vec![0.0; 41 - from];
            normal(7, 3 + from as u64, (1.0, 2.0), &mut part);
            assert_eq!(part, whole[from..]);
        }
    }
}
