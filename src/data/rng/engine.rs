//! NumPy's bit generators behind one type, with Philox (J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2,
//! 3", 2011) and SFC64 (C. Doty-Humphrey's PractRand) beside PCG64 and MT19937.

use super::mt19937::WORDS;
use super::{Bits, Mt19937, Pcg64, seeds};

/// Philox4x64-10.
#[derive(Clone, Debug)]
pub struct Philox {
    /// The counter, the lowest word first.
    pub counter: [u64; 4],
    /// The key.
    pub key: [u64; 2],
    /// The last block.
    pub block: [u64; 4],
    /// How many words of it were given.
    pub used: usize,
    /// The upper half of the last word, when only its lower half was used.
    pub half: Option<u32>,
}

impl Philox {
    fn refill(&mut self) {
        for word in &mut self.counter {
            *word = word.wrapping_add(1);
            if *word != 0 {
                break;
            }
        }
        let (mut c, mut key) = (self.counter, self.key);
        for round in 0..10 {
            if round > 0 {
                key = [key[0].wrapping_add(0x9e37_79b9_7f4a_7c15), key[1].wrapping_add(0xbb67_ae85_84ca_a73b)];
            }
            let first = u128::from(c[0]) * 0xd2e7_470e_e14c_6c93;
            let second = u128::from(c[2]) * 0xca5a_8263_9512_1157;
            c = [
                (second >> 64) as u64 ^ c[1] ^ key[0],
                second as u64,
                (first >> 64) as u64 ^ c[3] ^ key[1],
                first as u64,
            ];
        }
        self.block = c;
        self.used = 0;
    }

    fn word(&mut self) -> u64 {
        if self.used >= self.block.len() {
            self.refill();
        }
        let word = self.block.get(self.used).copied().unwrap_or(0);
        self.used += 1;
        word
    }
}

/// SFC64.
#[derive(Clone, Debug)]
pub struct Sfc64 {
    /// Three words, and a counter.
    pub words: [u64; 4],
    /// The upper half of the last word, when only its lower half was used.
    pub half: Option<u32>,
}

impl Sfc64 {
    fn word(&mut self) -> u64 {
        let [a, b, c, count] = self.words;
        let made = a.wrapping_add(b).wrapping_add(count);
        let turned = c.rotate_left(24).wrapping_add(made);
        self.words = [b ^ b >> 11, c.wrapping_add(c << 3), turned, count.wrapping_add(1)];
        made
    }
}

/// A bit generator.
#[derive(Clone, Debug)]
pub enum Engine {
    /// `PCG64` and `PCG64DXSM`.
    Pcg(Pcg64),
    /// `MT19937`.
    Mt(Mt19937),
    /// `Philox`.
    Philox(Philox),
    /// `SFC64`.
    Sfc(Sfc64),
}

impl Engine {
    /// The bit generators' names.
    pub const NAMES: &'static [&'static str] = &["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"];

    /// By its name, from the 32-bit words that a seed sequence is made of; `None` for a name that there is not.
    pub fn seeded(name: &str, entropy: &[u32]) -> Option<Engine> {
        let words = |count: usize| seeds::wide(&seeds::state(entropy, 2 * count));
        Some(match name {
            "PCG64" => Engine::Pcg(Pcg64::new(&words(4), false)),
            "PCG64DXSM" => Engine::Pcg(Pcg64::new(&words(4), true)),
            "MT19937" => {
                let mut state = seeds::state(entropy, WORDS);
                if let Some(first) = state.first_mut() {
                    *first = 0x8000_0000;
                }
                Engine::Mt(Mt19937::restored(&state, WORDS - 1, None))
            }
            "Philox" => {
                let words = words(2);
                let key = std::array::from_fn(|at| words.get(at).copied().unwrap_or(0));
                Engine::Philox(Philox { counter: [0; 4], key, block: [0; 4], used: 4, half: None })
            }
            "SFC64" => {
                let words = words(3);
                let word = |at: usize| words.get(at).copied().unwrap_or(1);
                let mut made = Sfc64 { words: std::array::from_fn(word), half: None };
                (0..12).for_each(|_| {
                    made.word();
                });
                Engine::Sfc(made)
            }
            _ => return None,
        })
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Engine::Pcg(pcg) if pcg.dxsm => "PCG64DXSM",
            Engine::Pcg(_) => "PCG64",
            Engine::Mt(_) => "MT19937",
            Engine::Philox(_) => "Philox",
            Engine::Sfc(_) => "SFC64",
        }
    }
}

/// 32 bits of a 64-bit generator: the lower half, then the upper.
fn halved(half: &mut Option<u32>, word: impl FnOnce() -> u64) -> u32 {
    if let Some(kept) = half.take() {
        return kept;
    }
    let word = word();
    *half = Some((word >> 32) as u32);
    word as u32
}

impl Bits for Engine {
    fn next_u32(&mut self) -> u32 {
        match self {
            Engine::Pcg(bits) => bits.next_u32(),
            Engine::Mt(bits) => bits.next_u32(),
            Engine::Philox(bits) => {
                let mut half = bits.half.take();
                let made = halved(&mut half, || bits.word());
                bits.half = half;
                made
            }
            Engine::Sfc(bits) => {
                let mut half = bits.half.take();
                let made = halved(&mut half, || bits.word());
                bits.half = half;
                made
            }
        }
    }

    fn next_u64(&mut self) -> u64 {
        match self {
            Engine::Pcg(bits) => bits.next_u64(),
            Engine::Mt(bits) => bits.next_u64(),
            Engine::Philox(bits) => bits.word(),
            Engine::Sfc(bits) => bits.word(),
        }
    }

    fn next_f64(&mut self) -> f64 {
        match self {
            Engine::Mt(bits) => bits.next_f64(),
            other => (other.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0),
        }
    }
}
