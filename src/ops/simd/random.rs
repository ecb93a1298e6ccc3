//! Random numbers by position: Philox4x32-10 (Salmon, Moraes, Dror and Shaw, SC 2011), two elements from each counter.
//! Without fused multiply-add, so that every level of every processor gives the same bits.

use super::level::each_level;
use super::log::log_of_part;
use super::trig::of_eighth;

/// The low half of a word.
pub const LOW: u64 = 0xffff_ffff;

/// The factors of a round, and what the halves of the key grow by.
pub const FIRST: u64 = 0xD251_1F53;
/// The second.
pub const SECOND: u64 = 0xCD9E_8D57;
const STEPS: [u64; 2] = [0x9E37_79B9, 0xBB67_AE85];

/// The halves of a key, for each round.
pub fn keys(key: u64) -> [[u64; 2]; 10] {
    let of = |round: u64| [((key & LOW) + round * STEPS[0]) & LOW, ((key >> 32) + round * STEPS[1]) & LOW];
    std::array::from_fn(|round| of(round as u64))
}

/// 128 random bits for a key and a counter, as four words of 32 bits in the low halves; the high halves are anything.
#[inline(always)]
fn rounds(key: u64, mut c: [u64; 4]) -> [u64; 4] {
    let (mut first, mut second) = (key & LOW, key >> 32);
    let mut round = 0;
    while round < 10 {
        let a = (c[0] & LOW) * FIRST;
        let b = (c[2] & LOW) * SECOND;
        c = [(b >> 32) ^ c[1] ^ first, b, (a >> 32) ^ c[3] ^ second, a];
        first = (first + STEPS[0]) & LOW;
        second = (second + STEPS[1]) & LOW;
        round += 1;
    }
    c
}

/// The 64 random bits of two elements: those of the counter with these low and high 32 bits.
#[inline(always)]
fn pair(key: u64, low: u64, high: u64) -> (u64, u64) {
    let c = rounds(key, [low, high, 0, 0]);
    ((c[1] << 32) | (c[0] & LOW), (c[3] << 32) | (c[2] & LOW))
}

/// 64 random bits for a key and a position.
#[inline]
pub fn word(key: u64, position: u64) -> u64 {
    let counter = position >> 1;
    let (even, odd) = pair(key, counter & LOW, counter >> 32);
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

/// The standard normal numbers of a counter's 128 bits: a radius, an angle within a quarter of the circle, and two bits
/// that say which quarter.
#[inline(always)]
fn normals(even: u64, odd: u64) -> (f64, f64) {
    let radius = (-2.0 * log_of_part(1.0 - unit(even))).sqrt();
    let radius = f64::from_bits(radius.to_bits() ^ ((odd & 2) << 62));
    let (sine, cosine) = of_eighth((unit(odd) - 0.5) * std::f64::consts::FRAC_PI_2);
    let turned = odd & 1 != 0;
    (radius * if turned { sine } else { cosine }, radius * if turned { cosine } else { sine })
}

// The counters of a run have the same high half (`paired` sees to it).

each_level! {
    fn uniform_pairs<F>(key: u64, first: u64, range: (f64, f64), out: &mut [[f64; 2]]) {
        let ((low, span), (from, high)) = (range, (first & LOW, first >> 32));
        if range == (0.0, 1.0) {
            for (at, place) in out.iter_mut().enumerate() {
                let (even, odd) = pair(key, from + at as u64, high);
                *place = [unit(even), unit(odd)];
            }
            return;
        }
        for (at, place) in out.iter_mut().enumerate() {
            let (even, odd) = pair(key, from + at as u64, high);
            *place = [low + span * unit(even), low + span * unit(odd)];
        }
    }
}

each_level! {
    fn normal_pairs<F>(key: u64, first: u64, range: (f64, f64), out: &mut [[f64; 2]]) {
        let ((mean, deviation), (from, high)) = (range, (first & LOW, first >> 32));
        if range == (0.0, 1.0) {
            for (at, place) in out.iter_mut().enumerate() {
                let (even, odd) = pair(key, from + at as u64, high);
                let (x, y) = normals(even, odd);
                *place = [x, y];
            }
            return;
        }
        for (at, place) in out.iter_mut().enumerate() {
            let (even, odd) = pair(key, from + at as u64, high);
            let (x, y) = normals(even, odd);
            *place = [mean + deviation * x, mean + deviation * y];
        }
    }
}

each_level! {
    fn integer_pairs<F>(key: u64, first: u64, range: (i64, u64), out: &mut [[i64; 2]]) {
        let ((low, span), (from, high)) = (range, (first & LOW, first >> 32));
        // The high half of a product maps 64 random bits onto the span.
        let onto = |bits: u64| ((bits >> 32) * span).wrapping_add(((bits & LOW) * span) >> 32) >> 32;
        for (at, place) in out.iter_mut().enumerate() {
            let (even, odd) = pair(key, from + at as u64, high);
            *place = [low.wrapping_add(onto(even) as i64), low.wrapping_add(onto(odd) as i64)];
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
    let (mut pairs, last) = rest.as_chunks_mut::<2>();
    loop {
        // As many as have this high half of the counter.
        let same = usize::try_from(LOW + 1 - (counter & LOW)).unwrap_or(usize::MAX).min(pairs.len());
        let (now, later) = std::mem::take(&mut pairs).split_at_mut(same);
        fill(counter, now);
        counter = counter.wrapping_add(same as u64);
        pairs = later;
        if pairs.is_empty() {
            break;
        }
    }
    if let [last] = last {
        let mut one = [[T::default(); 2]];
        fill(counter, &mut one);
        let [[even, _]] = one;
        *last = even;
    }
}

each_level! {
    fn scaled<F>(range: (f64, f64), out: &mut [[f64; 2]]) {
        for place in out.as_flattened_mut() {
            *place = range.0 + range.1 * *place;
        }
    }
}

/// Pairs that are drawn and made normal at a time: three of these make nearly a block of 1024 elements.
const PART: usize = 168;

each_level! {
    fn normal_of_bits<F>(range: (f64, f64), evens: &[u64; PART], odds: &[u64; PART], out: &mut [[f64; 2]; PART]) {
        let (mean, deviation) = range;
        if range == (0.0, 1.0) {
            for (at, place) in out.iter_mut().enumerate() {
                let (x, y) = normals(evens[at], odds[at]);
                *place = [x, y];
            }
            return;
        }
        for (at, place) in out.iter_mut().enumerate() {
            let (x, y) = normals(evens[at], odds[at]);
            *place = [mean + deviation * x, mean + deviation * y];
        }
    }
}

/// Pairs of numbers in [0, 1) by the code that is written for AVX2, where there is that; how many there are.
#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
fn fast_pairs(key: u64, counter: u64, out: &mut [[f64; 2]]) -> usize {
    if super::level() < super::Level::Avx2 || out.len() < super::philox::GROUP {
        return 0;
    }
    // SAFETY: `level` is at most what the processor was found to have.
    unsafe { super::philox::units(key, (counter & LOW, counter >> 32), out) }
}

/// The bits of pairs, by the same code: those of even elements, and of odd ones. False where it is not.
#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
fn fast_bits(key: u64, counter: u64, evens: &mut [u64; PART], odds: &mut [u64; PART]) -> bool {
    if super::level() < super::Level::Avx2 {
        return false;
    }
    // SAFETY: `level` is at most what the processor was found to have.
    unsafe { super::philox::bits(key, (counter & LOW, counter >> 32), evens, odds) };
    true
}

/// Elsewhere loops are as the compiler makes them.
#[cfg(not(target_arch = "x86_64"))]
fn fast_pairs(_: u64, _: u64, _: &mut [[f64; 2]]) -> usize {
    0
}

/// As above.
#[cfg(not(target_arch = "x86_64"))]
fn fast_bits(_: u64, _: u64, _: &mut [u64; PART], _: &mut [u64; PART]) -> bool {
    false
}

/// Eight sums side by side of uniform numbers, for each run of elements from `start` on up to its end (which counts from
/// `start`, and is a multiple of eight); false, and nothing is done, where there is no code for that.
pub fn uniform_sums(key: u64, start: u64, scale: (f64, f64), ends: &[u64], out: &mut [[f64; 8]]) -> bool {
    let counter = start >> 1;
    let count = ends.last().copied().unwrap_or(0).div_ceil(2);
    // Counters of one high half, and whole pairs.
    let fits = start & 1 == 0 && count <= LOW + 1 - (counter & LOW) && ends.iter().all(|end| end.is_multiple_of(8));
    #[cfg(target_arch = "x86_64")]
    #[allow(unsafe_code)]
    if fits && super::level() >= super::Level::Avx2 {
        // SAFETY: `level` is at most what the processor was found to have.
        unsafe { super::philox::sums(key, (counter & LOW, counter >> 32), scale, ends, out) };
        return true;
    }
    let _ = (key, scale, out, fits);
    false
}

/// Uniform numbers: `low + span * u`, with `u` in [0, 1), at the positions from `start` on.
pub fn uniform(key: u64, start: u64, scale: (f64, f64), out: &mut [f64]) {
    paired(start, out, |counter, pairs| {
        let done = fast_pairs(key, counter, pairs);
        let (made, rest) = pairs.split_at_mut(done);
        if scale != (0.0, 1.0) {
            scaled(scale, made);
        }
        uniform_pairs(key, counter + made.len() as u64, scale, rest);
    });
}

/// Normal numbers (Box and Muller 1958: the bits of a counter make two of them) at the positions from `start` on.
pub fn normal(key: u64, start: u64, scale: (f64, f64), out: &mut [f64]) {
    paired(start, out, |counter, pairs| {
        let (mut evens, mut odds) = ([0; PART], [0; PART]);
        let (parts, rest) = pairs.as_chunks_mut::<PART>();
        let mut at = counter;
        for part in parts {
            match fast_bits(key, at, &mut evens, &mut odds) {
                true => normal_of_bits(scale, &evens, &odds, part),
                false => normal_pairs(key, at, scale, part),
            }
            at += PART as u64;
        }
        normal_pairs(key, at, scale, rest);
    });
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
        let found = rounds(0, [0; 4]).map(|word| word & LOW);
        assert_eq!(found, [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
    }

    #[test]
    fn every_level_gives_the_same_numbers() {
        for (key, start) in [(0, 0), (0x1234_5678_9abc_def0, 77), (u64::MAX, (1 << 33) - 40), (5, (1 << 63) + 3)] {
            for range in [(0.0, 1.0), (-2.0, 7.5)] {
                let mut found = [0.0; 101];
                uniform(key, start, range, &mut found);
                let plain = |at: u64| unit(word(key, start + at));
                let expected: Vec<f64> = (0..101)
                    .map(|at| if range == (0.0, 1.0) { plain(at) } else { range.0 + range.1 * plain(at) })
                    .collect();
                assert_eq!(found, expected[..]);
            }
        }
    }

    #[test]
    fn normal_numbers_are_those_of_their_bits() {
        for (key, start) in [(0, 0), (0x1234_5678_9abc_def0, 77), (5, (1 << 33) - 40)] {
            for range in [(0.0, 1.0), (-2.0, 7.5)] {
                let mut found = [0.0; 401];
                normal(key, start, range, &mut found);
                for (at, x) in found.iter().enumerate() {
                    let position = start + at as u64;
                    let mut one = [[0.0; 2]];
                    normal_pairs(key, position >> 1, range, &mut one);
                    assert_eq!(*x, one[0][position as usize & 1]);
                }
            }
        }
    }

    #[test]
    fn sums_are_those_of_the_numbers() {
        let ends = [120, 128, 136, 256, 376, 400];
        for (key, start) in [(0, 0), (7, 1 << 20), (9, (1 << 33) - 400)] {
            for range in [(0.0, 1.0), (-2.0, 7.5)] {
                let (mut items, mut lanes) = ([0.0; 400], [[0.0; 8]; 6]);
                uniform(key, start, range, &mut items);
                if !uniform_sums(key, start, range, &ends, &mut lanes) {
                    continue;
                }
                let mut from = 0;
                for (end, found) in ends.into_iter().zip(lanes) {
                    let mut sums = [-0.0; 8];
                    for row in items[from..end as usize].as_chunks::<8>().0 {
                        sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
                    }
                    from = end as usize;
                    assert_eq!(found, sums);
                }
            }
        }
        assert!(!uniform_sums(1, 3, (0.0, 1.0), &ends, &mut [[0.0; 8]; 6]));
    }

    #[test]
    fn counters_carry() {
        let start = (1u64 << 33) - 6;
        let mut found = [0.0; 12];
        uniform(3, start, (0.0, 1.0), &mut found);
        let expected: Vec<f64> = (0..12).map(|at| unit(word(3, start + at))).collect();
        assert_eq!(found, expected[..]);
    }

    #[test]
    fn normal_numbers_have_the_moments_they_should() {
        let mut items = vec![0.0; 400_000];
        normal(11, 1, (0.0, 1.0), &mut items);
        let mean = |power: i32| items.iter().map(|x| x.powi(power)).sum::<f64>() / items.len() as f64;
        let (pairs, _) = items[1..].as_chunks::<2>();
        let mixed = pairs.iter().map(|[x, y]| x * y).sum::<f64>() / pairs.len() as f64;
        for (found, expected) in [(mean(1), 0.0), (mean(2), 1.0), (mean(3), 0.0), (mean(4), 3.0), (mixed, 0.0)] {
            assert!((found - expected).abs() < 0.05, "{found} {expected}");
        }
        let quarters = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)];
        for (a, b) in quarters {
            for wide in [true, false] {
                let within = |[x, y]: &&[f64; 2]| x * a > 0.0 && y * b > 0.0 && (x.abs() > y.abs()) == wide;
                let share = pairs.iter().filter(within).count() as f64 / pairs.len() as f64;
                assert!((share - 0.125).abs() < 0.01, "{share}");
            }
        }
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
