//! The generators of Python's `random` and of NumPy, bit for bit, and the draws that both build on.

pub mod continuous;
pub mod counts;
pub mod engine;
pub mod factorial;
pub mod legacy;
pub mod mt19937;
pub mod pcg64;
pub mod seeds;
pub mod single;
mod ziggurat;
mod ziggurat_exp;
mod ziggurat_f32;

pub use engine::Engine;
pub use mt19937::Mt19937;
pub use pcg64::Pcg64;

/// A source of random bits, with NumPy's `bitgen_t` interface.
pub trait Bits {
    /// 32 random bits.
    fn next_u32(&mut self) -> u32;

    /// 64 random bits.
    fn next_u64(&mut self) -> u64;

    /// Uniform in `[0, 1)`, 53 bits.
    fn next_f64(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Uniform in `[0, 1)`, 24 bits.
    fn next_f32(&mut self) -> f32 {
        (self.next_u32() >> 8) as f32 * (1.0 / 16_777_216.0)
    }
}

/// Uniform in `0..=max` by masked rejection (NumPy's `random_interval`: shuffles and permutations).
pub fn interval(bits: &mut dyn Bits, max: u64) -> u64 {
    if max == 0 {
        return 0;
    }
    let mask = u64::MAX >> max.leading_zeros();
    loop {
        let value = if max <= u64::from(u32::MAX) { u64::from(bits.next_u32()) & mask } else { bits.next_u64() & mask };
        if value <= max {
            return value;
        }
    }
}

/// Uniform in `0..=range` by Lemire's method, as `Generator.integers` draws int64
/// (D. Lemire, "Fast random integer generation in an interval", 2019).
pub fn bounded(bits: &mut dyn Bits, range: u64) -> u64 {
    match range {
        0 => 0,
        0xFFFF_FFFF => u64::from(bits.next_u32()),
        u64::MAX => bits.next_u64(),
        _ if range < 0xFFFF_FFFF => u64::from(bounded_u32(bits, range as u32)),
        _ => bounded_u64(bits, range),
    }
}

fn bounded_u32(bits: &mut dyn Bits, range: u32) -> u32 {
    let count = range + 1;
    let mut product = u64::from(bits.next_u32()) * u64::from(count);
    if (product as u32) < count {
        let threshold = (u32::MAX - range) % count;
        while (product as u32) < threshold {
            product = u64::from(bits.next_u32()) * u64::from(count);
        }
    }
    (product >> 32) as u32
}

fn bounded_u64(bits: &mut dyn Bits, range: u64) -> u64 {
    let count = range + 1;
    let mut product = u128::from(bits.next_u64()) * u128::from(count);
    if (product as u64) < count {
        let threshold = (u64::MAX - range) % count;
        while (product as u64) < threshold {
            product = u128::from(bits.next_u64()) * u128::from(count);
        }
    }
    (product >> 64) as u64
}

/// Standard normal by the ziggurat, as `Generator.standard_normal` draws it
/// (G. Marsaglia, W. W. Tsang, "The ziggurat method for generating random variables", 2000).
pub fn standard_normal(bits: &mut dyn Bits) -> f64 {
    const R: f64 = 3.654_152_885_361_009;
    const INVERSE_R: f64 = 0.273_661_237_329_758_3;
    loop {
        let word = bits.next_u64();
        let layer = (word & 0xff) as usize;
        let word = word >> 8;
        let magnitude = (word >> 1) & 0x000f_ffff_ffff_ffff;
        let size = magnitude as f64 * f64::from_bits(ziggurat::WIDTH[layer]);
        let x = if word & 1 == 1 { -size } else { size };
        if magnitude < ziggurat::INSIDE[layer] {
            return x;
        }
        if layer == 0 {
            loop {
                let xx = -INVERSE_R * (-bits.next_f64()).ln_1p();
                let yy = -(-bits.next_f64()).ln_1p();
                if yy + yy > xx * xx {
                    return if (magnitude >> 8) & 1 == 1 { -(R + xx) } else { R + xx };
                }
            }
        }
        let (above, below) = (f64::from_bits(ziggurat::HEIGHT[layer - 1]), f64::from_bits(ziggurat::HEIGHT[layer]));
        if (above - below) * bits.next_f64() + below < (-0.5 * x * x).exp() {
            return x;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Recorded with NumPy 2.4: np.random.default_rng(42) and np.random.RandomState(42).
    #[test]
    fn pcg64_gives_numpys_numbers() {
        let mut bits = Pcg64::seeded(&[42]);
        assert_eq!(bits.next_f64(), 0.773_956_048_555_963_3);
        assert_eq!(bits.next_f64(), 0.438_878_439_752_052_3);
        let mut bits = Pcg64::seeded(&[42]);
        assert_eq!(standard_normal(&mut bits), 0.304_717_079_754_431_35);
        let mut bits = Pcg64::seeded(&[42]);
        let drawn: Vec<u64> = (0..10).map(|_| bounded(&mut bits, 9)).collect();
        assert_eq!(drawn, [0, 7, 6, 4, 4, 8, 0, 6, 2, 0]);
    }

    #[test]
    fn mt19937_gives_numpys_and_pythons_numbers() {
        let mut bits = Mt19937::seeded(42);
        assert_eq!(bits.next_f64(), 0.374_540_118_847_362_5);
        let mut bits = Mt19937::seeded(42);
        assert_eq!(bits.gauss(), 0.496_714_153_011_232_7);
        // random.seed(42); random.random()
        assert_eq!(Mt19937::from_key(&[42]).next_f64(), 0.639_426_798_457_883_7);
    }
}
