//! PCG64, the generator of `numpy.random.default_rng`, and its newer output function PCG64DXSM
//! (M. E. O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms", 2014).

use super::Bits;

/// PCG 128/64, with the output function XSL RR or DXSM.
#[derive(Clone, Debug)]
pub struct Pcg64 {
    /// The state.
    pub state: u128,
    /// The increment: odd.
    pub increment: u128,
    /// The upper half of the last word, when only its lower half was used.
    pub half: Option<u32>,
    /// DXSM.
    pub dxsm: bool,
}

const MULTIPLIER: u128 = (2_549_297_995_355_413_924 << 64) | 4_865_540_595_714_422_341;
const CHEAP: u64 = 0xda94_2042_e4dd_58b5;

impl Pcg64 {
    /// As `numpy.random.default_rng(seed)`, with the 32-bit digits of the seed, the lowest first.
    pub fn seeded(entropy: &[u32]) -> Pcg64 {
        Pcg64::new(&super::seeds::wide(&super::seeds::state(entropy, 8)), false)
    }

    /// From four words of a seed sequence.
    pub fn new(words: &[u64], dxsm: bool) -> Pcg64 {
        let word = |at: usize| u128::from(words.get(at).copied().unwrap_or(0));
        let increment = (word(2) << 64 | word(3)) << 1 | 1;
        // NumPy seeds both with the multiplier of the older one.
        let mut made = Pcg64 { state: 0, increment, half: None, dxsm: false };
        made.step();
        made.state = made.state.wrapping_add(word(0) << 64 | word(1));
        made.step();
        made.dxsm = dxsm;
        made
    }

    fn multiplier(&self) -> u128 {
        if self.dxsm { u128::from(CHEAP) } else { MULTIPLIER }
    }

    fn step(&mut self) {
        self.state = self.state.wrapping_mul(self.multiplier()).wrapping_add(self.increment);
    }

    /// As after so many draws (F. Brown, "Random number generation with arbitrary strides", 1994).
    pub fn advance(&mut self, mut steps: u128) {
        let (mut factor, mut add) = (self.multiplier(), self.increment);
        let (mut all_factor, mut all_add) = (1u128, 0u128);
        while steps > 0 {
            if steps & 1 == 1 {
                all_factor = all_factor.wrapping_mul(factor);
                all_add = all_add.wrapping_mul(factor).wrapping_add(add);
            }
            add = factor.wrapping_add(1).wrapping_mul(add);
            factor = factor.wrapping_mul(factor);
            steps >>= 1;
        }
        self.state = self.state.wrapping_mul(all_factor).wrapping_add(all_add);
        self.half = None;
    }
}

impl Bits for Pcg64 {
    fn next_u64(&mut self) -> u64 {
        if self.dxsm {
            let (mut high, low) = ((self.state >> 64) as u64, self.state as u64 | 1);
            high ^= high >> 32;
            high = high.wrapping_mul(CHEAP);
            high ^= high >> 48;
            high = high.wrapping_mul(low);
            self.step();
            return high;
        }
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
}
