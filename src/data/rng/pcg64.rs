//! PCG64 and the SeedSequence that seeds it: the generator of `numpy.random.default_rng`
//! (M. E. O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms", 2014;
//! NumPy's documentation of `SeedSequence`).

use super::Bits;

/// PCG XSL RR 128/64.
#[derive(Clone, Debug)]
pub struct Pcg64 {
    state: u128,
    increment: u128,
    /// The upper half of the last word, when only its lower half was used.
    half: Option<u32>,
}

const MULTIPLIER: u128 = (2_549_297_995_355_413_924 << 64) | 4_865_540_595_714_422_341;

impl Pcg64 {
    /// As `numpy.random.default_rng(seed)`, with the 32-bit digits of the seed, the lowest first.
    pub fn seeded(entropy: &[u32]) -> Pcg64 {
        let words = seed_sequence(entropy);
        let wide = |at: usize| u128::from(words[at]) << 64 | u128::from(words[at + 1]);
        let mut made = Pcg64 { state: 0, increment: wide(2) << 1 | 1, half: None };
        made.step();
        made.state = made.state.wrapping_add(wide(0));
        made.step();
        made
    }

    fn step(&mut self) {
        self.state = self.state.wrapping_mul(MULTIPLIER).wrapping_add(self.increment);
    }
}

impl Bits for Pcg64 {
    fn next_u64(&mut self) -> u64 {
        self.step();
        let folded = (self.state >> 64) as u64 ^ self.state as u64;
        folded.rotate_right((self.state >> 122) as u32)
    }

    fn next_u32(&mut self) -> u32 {
        if let Some(half) = self.half.take() {
            return half;
        }
        let word = self.next_u64();
        self.half = Some((word >> 32) as u32);
        word as u32
    }

    fn next_f64(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }
}

/// `SeedSequence(entropy).generate_state(4, uint64)`.
fn seed_sequence(entropy: &[u32]) -> [u64; 4] {
    let pool = mix_entropy(entropy);
    let mut constant: u32 = 0x8b51_f9dd;
    let mut words = [0u32; 8];
    for (at, word) in words.iter_mut().enumerate() {
        let mut value = pool[at % 4] ^ constant;
        constant = constant.wrapping_mul(0x58f3_8ded);
        value = value.wrapping_mul(constant);
        *word = value ^ value >> 16;
    }
    std::array::from_fn(|at| u64::from(words[2 * at]) | u64::from(words[2 * at + 1]) << 32)
}

fn mix_entropy(entropy: &[u32]) -> [u32; 4] {
    let mut constant: u32 = 0x43b0_d7e5;
    let mut hash = |value: u32| {
        let value = value ^ constant;
        constant = constant.wrapping_mul(0x931e_8875);
        let value = value.wrapping_mul(constant);
        value ^ value >> 16
    };
    let mix = |x: u32, y: u32| {
        let value = x.wrapping_mul(0xca01_f9dd).wrapping_sub(y.wrapping_mul(0x4973_f715));
        value ^ value >> 16
    };
    let mut pool: [u32; 4] = std::array::from_fn(|at| hash(entropy.get(at).copied().unwrap_or(0)));
    for from in 0..4 {
        for to in 0..4 {
            if from != to {
                pool[to] = mix(pool[to], hash(pool[from]));
            }
        }
    }
    for &word in entropy.iter().skip(4) {
        for place in &mut pool {
            *place = mix(*place, hash(word));
        }
    }
    pool
}
