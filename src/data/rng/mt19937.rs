//! MT19937: the generator of Python's `random` and of NumPy's legacy `RandomState`
//! (M. Matsumoto, T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number
//! generator", 1998).

use super::Bits;

/// Words of the state.
pub const WORDS: usize = 624;
const AHEAD: usize = 397;

/// The Mersenne Twister, with the second half of the last pair of normal numbers.
#[derive(Clone, Debug)]
pub struct Mt19937 {
    words: Box<[u32; WORDS]>,
    /// The word that comes next; `WORDS`: a new round.
    at: usize,
    gauss: Option<f64>,
}

impl Mt19937 {
    /// As `numpy.random.RandomState(seed)` is seeded by an integer below 2**32.
    pub fn seeded(seed: u32) -> Mt19937 {
        let mut words = Box::new([0; WORDS]);
        let mut last = seed;
        for (at, word) in words.iter_mut().enumerate() {
            if at > 0 {
                last = (last ^ last >> 30).wrapping_mul(1_812_433_253).wrapping_add(at as u32);
            }
            *word = last;
        }
        Mt19937 { words, at: WORDS, gauss: None }
    }

    /// By an array of words, as `random.seed(n)` is with the 32-bit digits of `abs(n)`, the lowest first.
    pub fn from_key(key: &[u32]) -> Mt19937 {
        let key = if key.is_empty() { &[0] } else { key };
        let mut made = Mt19937::seeded(19_650_218);
        let words = &mut made.words;
        let mut at = 1;
        let mut mix = |at: &mut usize, factor: u32, add: &mut dyn FnMut(usize) -> u32| {
            let last = words[*at - 1];
            words[*at] = (words[*at] ^ (last ^ last >> 30).wrapping_mul(factor)).wrapping_add(add(*at));
            *at += 1;
            if *at >= WORDS {
                words[0] = words[WORDS - 1];
                *at = 1;
            }
        };
        for (place, word) in key.iter().enumerate().cycle().take(WORDS.max(key.len())) {
            mix(&mut at, 1_664_525, &mut |_| word.wrapping_add(place as u32));
        }
        for _ in 1..WORDS {
            mix(&mut at, 1_566_083_941, &mut |at| (at as u32).wrapping_neg());
        }
        made.words[0] = 0x8000_0000;
        made
    }

    /// A state as it was: the words (missing ones are 0), the place of the next, and what `gauss` keeps.
    pub fn restored(state: &[u32], at: usize, gauss: Option<f64>) -> Mt19937 {
        let mut words = Box::new([0; WORDS]);
        words.iter_mut().zip(state).for_each(|(word, given)| *word = *given);
        Mt19937 { words, at: at.min(WORDS), gauss }
    }

    /// The state: the words, the place of the next, and what `gauss` keeps.
    pub fn state(&self) -> (&[u32], usize, Option<f64>) {
        (&self.words[..], self.at, self.gauss)
    }

    fn turn(&mut self) {
        for at in 0..WORDS {
            let joined = (self.words[at] & 0x8000_0000) | (self.words[(at + 1) % WORDS] & 0x7fff_ffff);
            let odd = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            self.words[at] = self.words[(at + AHEAD) % WORDS] ^ joined >> 1 ^ odd;
        }
        self.at = 0;
    }

    /// Standard normal by the polar method, as `RandomState.standard_normal` draws it.
    pub fn gauss(&mut self) -> f64 {
        if let Some(kept) = self.gauss.take() {
            return kept;
        }
        loop {
            let x = 2.0 * self.next_f64() - 1.0;
            let y = 2.0 * self.next_f64() - 1.0;
            let square = x * x + y * y;
            if square < 1.0 && square != 0.0 {
                let scale = (-2.0 * square.ln() / square).sqrt();
                self.gauss = Some(scale * x);
                return scale * y;
            }
        }
    }
}

impl Bits for Mt19937 {
    fn next_u32(&mut self) -> u32 {
        if self.at >= WORDS {
            self.turn();
        }
        let word = self.words[self.at];
        self.at += 1;
        let word = word ^ word >> 11;
        let word = word ^ (word << 7 & 0x9d2c_5680);
        let word = word ^ (word << 15 & 0xefc6_0000);
        word ^ word >> 18
    }

    fn next_u64(&mut self) -> u64 {
        let high = u64::from(self.next_u32());
        high << 32 | u64::from(self.next_u32())
    }

    fn next_f64(&mut self) -> f64 {
        let high = f64::from(self.next_u32() >> 5);
        let low = f64::from(self.next_u32() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }
}
