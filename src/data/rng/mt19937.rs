//! MT19937: the generator of Python's `random` and of NumPy's legacy `RandomState`. The only user of rand_mt.

use rand_mt::Mt;

use super::Bits;

/// The Mersenne Twister, with the second half of the last pair of normal numbers.
#[derive(Clone, Debug)]
pub struct Mt19937 {
    words: Mt,
    gauss: Option<f64>,
}

impl Mt19937 {
    /// As `numpy.random.RandomState(seed)` is seeded by an integer below 2**32.
    pub fn seeded(seed: u32) -> Mt19937 {
        Mt19937 { words: Mt::new(seed), gauss: None }
    }

    /// By an array of words, as `random.seed(n)` is with the 32-bit digits of `abs(n)`, the lowest first.
    pub fn from_key(key: &[u32]) -> Mt19937 {
        let key = if key.is_empty() { &[0] } else { key };
        Mt19937 { words: Mt::new_with_key(key.iter().copied()), gauss: None }
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
        self.words.next_u32()
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
