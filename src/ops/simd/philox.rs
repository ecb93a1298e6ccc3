//! Philox4x32-10 with AVX2: four counters in the 64-bit lanes of a vector, three vectors side by side, so that the
//! multiplications of two run while those of the third are waited for. Exact, so that its numbers are those of every other
//! level.

use std::arch::asm;
use std::arch::x86_64::{
    __m256d, __m256i, _mm256_add_epi64, _mm256_add_pd, _mm256_blend_epi32, _mm256_castpd_si256, _mm256_castsi256_pd,
    _mm256_mul_epu32, _mm256_mul_pd, _mm256_or_si256, _mm256_set_epi64x, _mm256_set1_epi64x, _mm256_set1_pd,
    _mm256_setzero_si256, _mm256_shuffle_epi32, _mm256_srli_epi64, _mm256_storeu_pd, _mm256_sub_pd, _mm256_unpackhi_pd,
    _mm256_unpacklo_pd, _mm256_xor_si256,
};

use super::random::{FIRST, LOW, SECOND, keys};

/// Counters of a vector.
pub const GROUP: usize = 4;

/// The four words of four counters, in the low halves of the lanes.
type State = [__m256i; 4];

/// The 64 bits of eight elements in their order, as the bits of doubles.
type Eight = [__m256d; 2];

/// A key's ten rounds. Counters of a run share their high half, and the words behind are 0: so one factor of the first
/// round is 0, one of the second is the same for all, and two of its words are numbers.
struct Rounds {
    factors: [__m256i; 2],
    keys: [[__m256i; 2]; 10],
    /// What goes to the third word in the second round, and in the third.
    second: __m256i,
    third: __m256i,
}

#[inline]
#[target_feature(enable = "avx2")]
fn all(value: u64) -> __m256i {
    _mm256_set1_epi64x(value as i64)
}

impl Rounds {
    #[inline]
    #[target_feature(enable = "avx2")]
    fn new(key: u64, high: u64) -> Rounds {
        let plain = keys(key);
        let of = |round: usize| plain.get(round).copied().unwrap_or_default();
        let product = ((high ^ of(0)[0]) & LOW) * FIRST;
        let mut keys = [[all(0); 2]; 10];
        for (to, [first, second]) in keys.iter_mut().zip(plain) {
            *to = [all(first), all(second)];
        }
        Rounds {
            factors: [all(FIRST), all(SECOND)],
            keys,
            second: all((product >> 32) ^ of(1)[1]),
            third: all((product & LOW) ^ of(2)[1]),
        }
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn high(product: __m256i) -> __m256i {
        _mm256_srli_epi64::<32>(product)
    }

    /// The first three rounds.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn begin(&self, counters: __m256i) -> State {
        let ([first, second], [zeroth, one, two, ..]) = (self.factors, &self.keys);
        let low = _mm256_mul_epu32(counters, first);
        let third = _mm256_xor_si256(Self::high(low), zeroth[1]);
        let product = _mm256_mul_epu32(third, second);
        let word = _mm256_xor_si256(Self::high(product), one[0]);
        let third = _mm256_xor_si256(low, self.second);
        let (a, b) = (_mm256_mul_epu32(word, first), _mm256_mul_epu32(third, second));
        let word = _mm256_xor_si256(_mm256_xor_si256(Self::high(b), product), two[0]);
        [word, b, _mm256_xor_si256(Self::high(a), self.third), a]
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn round(&self, [word, before, third, other]: State, key: &[__m256i; 2]) -> State {
        let (a, b) = (_mm256_mul_epu32(word, self.factors[0]), _mm256_mul_epu32(third, self.factors[1]));
        let word = _mm256_xor_si256(Self::high(b), _mm256_xor_si256(before, key[0]));
        let third = _mm256_xor_si256(Self::high(a), _mm256_xor_si256(other, key[1]));
        [word, b, third, a]
    }

    /// The same round of three. The order of the instructions is the point: the processor looks ahead over no more than
    /// one round of three, and the compiler would put all rounds of a vector in a row, or words into memory.
    #[inline]
    #[target_feature(enable = "avx2")]
    #[allow(unsafe_code)]
    fn round_of_three(&self, [x, y, z]: [State; 3], key: &[__m256i; 2]) -> [State; 3] {
        let ([mut a0, mut b0, mut c0, mut d0], [mut a1, mut b1, mut c1, mut d1]) = (x, y);
        let [mut a2, mut b2, mut c2, mut d2] = z;
        // SAFETY: the instructions are AVX2's, which this function asks for; they read the two vectors of `key`, and change
        // nothing but the registers that are named.
        unsafe {
            asm!(
                "vpmuludq {c0}, {c0}, {second}",
                "vpmuludq {a0}, {a0}, {first}",
                "vpxor {b0}, {b0}, [{key}]",
                "vpxor {d0}, {d0}, [{key} + 32]",
                "vpmuludq {c1}, {c1}, {second}",
                "vpmuludq {a1}, {a1}, {first}",
                "vpxor {b1}, {b1}, [{key}]",
                "vpxor {d1}, {d1}, [{key} + 32]",
                "vpmuludq {c2}, {c2}, {second}",
                "vpmuludq {a2}, {a2}, {first}",
                "vpxor {b2}, {b2}, [{key}]",
                "vpxor {d2}, {d2}, [{key} + 32]",
                "vpsrlq {high}, {c0}, 32",
                "vpxor {b0}, {b0}, {high}",
                "vpsrlq {high}, {a0}, 32",
                "vpxor {d0}, {d0}, {high}",
                "vpsrlq {high}, {c1}, 32",
                "vpxor {b1}, {b1}, {high}",
                "vpsrlq {high}, {a1}, 32",
                "vpxor {d1}, {d1}, {high}",
                "vpsrlq {high}, {c2}, 32",
                "vpxor {b2}, {b2}, {high}",
                "vpsrlq {high}, {a2}, 32",
                "vpxor {d2}, {d2}, {high}",
                key = in(reg) key,
                first = in(ymm_reg) self.factors[0],
                second = in(ymm_reg) self.factors[1],
                high = out(ymm_reg) _,
                a0 = inout(ymm_reg) a0, b0 = inout(ymm_reg) b0, c0 = inout(ymm_reg) c0, d0 = inout(ymm_reg) d0,
                a1 = inout(ymm_reg) a1, b1 = inout(ymm_reg) b1, c1 = inout(ymm_reg) c1, d1 = inout(ymm_reg) d1,
                a2 = inout(ymm_reg) a2, b2 = inout(ymm_reg) b2, c2 = inout(ymm_reg) c2, d2 = inout(ymm_reg) d2,
                options(pure, readonly, nostack, preserves_flags)
            );
        }
        [[b0, c0, d0, a0], [b1, c1, d1, a1], [b2, c2, d2, a2]]
    }

    /// The tenth round, and two words as one of 64 bits: the low half of a product over what its high half gives.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn end(&self, [word, before, third, other]: State) -> Eight {
        let (a, b) = (_mm256_mul_epu32(word, self.factors[0]), _mm256_mul_epu32(third, self.factors[1]));
        let [.., key] = self.keys;
        let joined = |product: __m256i, before: __m256i, key: __m256i| {
            let low = _mm256_blend_epi32::<0xaa>(before, _mm256_setzero_si256());
            let turned = _mm256_shuffle_epi32::<0b10_11_00_01>(product);
            _mm256_castsi256_pd(_mm256_xor_si256(turned, _mm256_xor_si256(low, key)))
        };
        [joined(b, before, key[0]), joined(a, other, key[1])]
    }

    /// The bits of a vector of counters: those of even elements, and of odd ones.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn one(&self, counters: __m256i) -> Eight {
        let mut state = self.begin(counters);
        let [_, _, _, keys @ .., _] = &self.keys;
        for key in keys {
            state = self.round(state, key);
        }
        self.end(state)
    }

    /// Those of three vectors of counters, the first of which is given.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn three(&self, counters: __m256i) -> [Eight; 3] {
        let second = _mm256_add_epi64(counters, all(GROUP as u64));
        let third = _mm256_add_epi64(counters, all(2 * GROUP as u64));
        let states = [self.begin(counters), self.begin(second), self.begin(third)];
        let [_, _, _, a, b, c, d, e, f, _] = &self.keys;
        let states = self.round_of_three(self.round_of_three(states, a), b);
        let states = self.round_of_three(self.round_of_three(states, c), d);
        let [x, y, z] = self.round_of_three(self.round_of_three(states, e), f);
        [self.end(x), self.end(y), self.end(z)]
    }
}

/// As numbers in [0, 1), multiples of 2^-52.
#[inline]
#[target_feature(enable = "avx2")]
fn unit(bits: __m256d) -> __m256d {
    let high = _mm256_srli_epi64::<12>(_mm256_castpd_si256(bits));
    _mm256_sub_pd(_mm256_castsi256_pd(_mm256_or_si256(high, all(1.0f64.to_bits()))), _mm256_set1_pd(1.0))
}

/// The numbers of bits in memory order. Counters stand in their vector so that pairs come out as neighbours.
#[inline]
#[target_feature(enable = "avx2")]
fn numbers([even, odd]: Eight) -> Eight {
    let (even, odd) = (unit(even), unit(odd));
    [_mm256_unpacklo_pd(even, odd), _mm256_unpackhi_pd(even, odd)]
}

#[inline]
#[target_feature(enable = "avx2")]
fn counters(low: u64) -> __m256i {
    _mm256_add_epi64(all(low), _mm256_set_epi64x(3, 1, 2, 0))
}

/// Two vectors of doubles into eight places.
#[inline]
#[target_feature(enable = "avx2")]
#[allow(unsafe_code)]
fn store([first, second]: Eight, place: &mut [f64; 8]) {
    let place = place.as_mut_ptr();
    // SAFETY: there are eight doubles; stores need no alignment.
    unsafe {
        _mm256_storeu_pd(place, first);
        _mm256_storeu_pd(place.add(4), second);
    }
}

/// Numbers in [0, 1) of whole vectors of counters from `low` (of 32 bits) with the high half `high` on; how many counters
/// were taken.
#[target_feature(enable = "avx2")]
pub fn units(key: u64, (low, high): (u64, u64), out: &mut [[f64; 2]]) -> usize {
    let rounds = Rounds::new(key, high);
    let mut at = counters(low);
    let (places, _) = out.as_flattened_mut().as_chunks_mut::<8>();
    let (turns, rest) = places.as_chunks_mut::<3>();
    for [a, b, c] in turns.iter_mut() {
        let [x, y, z] = rounds.three(at);
        store(numbers(x), a);
        store(numbers(y), b);
        store(numbers(z), c);
        at = _mm256_add_epi64(at, all(3 * GROUP as u64));
    }
    for place in rest.iter_mut() {
        store(numbers(rounds.one(at)), place);
        at = _mm256_add_epi64(at, all(GROUP as u64));
    }
    (turns.len() * 3 + rest.len()) * GROUP
}

/// The 64 random bits of the elements of as many counters as there is room for (a multiple of twelve): those of even
/// elements, and of odd ones.
#[target_feature(enable = "avx2")]
#[allow(unsafe_code)]
pub fn bits(key: u64, (low, high): (u64, u64), evens: &mut [u64], odds: &mut [u64]) {
    let rounds = Rounds::new(key, high);
    let mut at = _mm256_add_epi64(all(low), _mm256_set_epi64x(3, 2, 1, 0));
    let (evens, odds) = (evens.as_chunks_mut::<{ 3 * GROUP }>().0, odds.as_chunks_mut::<{ 3 * GROUP }>().0);
    for (a, b) in evens.iter_mut().zip(odds) {
        let [x, y, z] = rounds.three(at);
        let (a, b) = (a.as_mut_ptr().cast::<f64>(), b.as_mut_ptr().cast::<f64>());
        // SAFETY: there is room for three times four words; stores need no alignment.
        unsafe {
            _mm256_storeu_pd(a, x[0]);
            _mm256_storeu_pd(b, x[1]);
            _mm256_storeu_pd(a.add(GROUP), y[0]);
            _mm256_storeu_pd(b.add(GROUP), y[1]);
            _mm256_storeu_pd(a.add(2 * GROUP), z[0]);
            _mm256_storeu_pd(b.add(2 * GROUP), z[1]);
        }
        at = _mm256_add_epi64(at, all(3 * GROUP as u64));
    }
}

/// Numbers as in [`units`] (times `range.1` plus `range.0`, if it is not that from 0 to 1), in eight sums side by side
/// for each run of elements: the first from 0 on, each up to its end, which is a multiple of eight.
#[target_feature(enable = "avx2")]
pub fn sums(key: u64, (low, high): (u64, u64), range: (f64, f64), ends: &[u64], out: &mut [[f64; 8]]) {
    let rounds = Rounds::new(key, high);
    let (plain, from, span) = (range == (0.0, 1.0), _mm256_set1_pd(range.0), _mm256_set1_pd(range.1));
    let added = |[a, b]: Eight, bits: Eight| {
        let [x, y] = numbers(bits);
        let scaled = |x: __m256d| if plain { x } else { _mm256_add_pd(from, _mm256_mul_pd(span, x)) };
        [_mm256_add_pd(a, scaled(x)), _mm256_add_pd(b, scaled(y))]
    };
    let (mut at, mut begun) = (counters(low), 0);
    for (&end, place) in ends.iter().zip(out) {
        let mut left = (end - begun) / 8;
        begun = end;
        let mut sums = [_mm256_set1_pd(-0.0); 2];
        while left >= 3 {
            let [x, y, z] = rounds.three(at);
            sums = added(added(added(sums, x), y), z);
            at = _mm256_add_epi64(at, all(3 * GROUP as u64));
            left -= 3;
        }
        for _ in 0..left {
            sums = added(sums, rounds.one(at));
            at = _mm256_add_epi64(at, all(GROUP as u64));
        }
        store(sums, place);
    }
}
