//! Philox4x32-10 with AVX2: four counters in the 64-bit lanes of a vector, two vectors interleaved, so that the second's
//! multiplications run while the first's are waited for. Exact, so that its numbers are those of every other level.

use std::arch::x86_64::{
    __m256i, _mm256_add_epi64, _mm256_blend_epi32, _mm256_castsi256_pd, _mm256_mul_epu32, _mm256_or_si256,
    _mm256_set_epi64x, _mm256_set1_epi64x, _mm256_set1_pd, _mm256_slli_epi64, _mm256_srli_epi64, _mm256_storeu_pd,
    _mm256_sub_pd, _mm256_unpackhi_pd, _mm256_unpacklo_pd, _mm256_xor_si256,
};

use super::random::{FIRST, LOW, SECOND, keys};

/// Counters of a turn.
pub const TURN: usize = 8;

/// The four words of four counters, in the low halves of the lanes.
type State = [__m256i; 4];

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
    fn round(&self, [word, before, third, other]: State, key: [__m256i; 2]) -> State {
        let (a, b) = (_mm256_mul_epu32(word, self.factors[0]), _mm256_mul_epu32(third, self.factors[1]));
        let word = _mm256_xor_si256(Self::high(b), _mm256_xor_si256(before, key[0]));
        let third = _mm256_xor_si256(Self::high(a), _mm256_xor_si256(other, key[1]));
        [word, b, third, a]
    }
}

/// Numbers in [0, 1), of whole turns of counters from `low` (of 32 bits) with the high half `high` on; how many counters
/// were taken.
#[target_feature(enable = "avx2")]
#[allow(unsafe_code)]
pub fn units(key: u64, (low, high): (u64, u64), out: &mut [[f64; 2]]) -> usize {
    let rounds = Rounds::new(key, high);
    // In this order pairs come out as neighbours.
    let mut counters = _mm256_add_epi64(all(low), _mm256_set_epi64x(3, 1, 2, 0));
    let (turns, _) = out.as_chunks_mut::<TURN>();
    for turn in turns.iter_mut() {
        let mut states = [rounds.begin(counters), rounds.begin(_mm256_add_epi64(counters, all(4)))];
        // Of a known number, so that the compiler writes the rounds out: a fifth faster.
        let [_, _, _, keys @ ..] = &rounds.keys;
        for &key in keys {
            states = [rounds.round(states[0], key), rounds.round(states[1], key)];
        }
        counters = _mm256_add_epi64(counters, all(TURN as u64));
        for (state, place) in states.into_iter().zip(turn.as_flattened_mut().chunks_exact_mut(8)) {
            let [even, odd] = [[state[0], state[1]], [state[2], state[3]]].map(|[low, high]| {
                let bits = _mm256_blend_epi32::<0xaa>(low, _mm256_slli_epi64::<32>(high));
                let bits = _mm256_or_si256(_mm256_srli_epi64::<12>(bits), all(1.0f64.to_bits()));
                _mm256_sub_pd(_mm256_castsi256_pd(bits), _mm256_set1_pd(1.0))
            });
            let (first, second) = (_mm256_unpacklo_pd(even, odd), _mm256_unpackhi_pd(even, odd));
            // SAFETY: `place` has eight doubles; stores need no alignment.
            unsafe {
                _mm256_storeu_pd(place.as_mut_ptr(), first);
                _mm256_storeu_pd(place.as_mut_ptr().add(4), second);
            }
        }
    }
    turns.len() * TURN
}
