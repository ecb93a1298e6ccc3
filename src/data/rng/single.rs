//! The distributions that `Generator` draws in single precision too, from 32 random bits at a time.

use super::{Bits, ziggurat_f32 as table};

/// Standard normal by the ziggurat.
pub fn standard_normal(bits: &mut dyn Bits) -> f32 {
    const R: f32 = 3.654_152_9;
    const INVERSE_R: f32 = 0.273_661_24;
    loop {
        let word = bits.next_u32();
        let layer = (word & 0xff) as usize;
        let magnitude = (word >> 9) & 0x007f_ffff;
        let size = magnitude as f32 * f32::from_bits(table::WIDTH[layer]);
        let x = if (word >> 8) & 1 == 1 { -size } else { size };
        if magnitude < table::INSIDE[layer] {
            return x;
        }
        if layer == 0 {
            loop {
                let xx = -INVERSE_R * (-bits.next_f32()).ln_1p();
                let yy = -(-bits.next_f32()).ln_1p();
                if yy + yy > xx * xx {
                    return if (magnitude >> 8) & 1 == 1 { -(R + xx) } else { R + xx };
                }
            }
        }
        let (above, below) = (f32::from_bits(table::HEIGHT[layer - 1]), f32::from_bits(table::HEIGHT[layer]));
        if f64::from((above - below) * bits.next_f32() + below) < (-0.5 * f64::from(x) * f64::from(x)).exp() {
            return x;
        }
    }
}

/// Exponential with mean 1 by the ziggurat.
pub fn exponential(bits: &mut dyn Bits) -> f32 {
    const R: f32 = 7.697_117_5;
    loop {
        let word = bits.next_u32() >> 1;
        let layer = (word & 0xff) as usize;
        let word = word >> 8;
        let x = word as f32 * f32::from_bits(table::EXP_WIDTH[layer]);
        if word < table::EXP_INSIDE[layer] {
            return x;
        }
        if layer == 0 {
            return R - (-bits.next_f32()).ln_1p();
        }
        let (above, below) = (f32::from_bits(table::EXP_HEIGHT[layer - 1]), f32::from_bits(table::EXP_HEIGHT[layer]));
        if (above - below) * bits.next_f32() + below < (-x).exp() {
            return x;
        }
    }
}

/// Exponential with mean 1 by inversion.
pub fn exponential_inverse(bits: &mut dyn Bits) -> f32 {
    -f64::from(-bits.next_f32()).ln_1p() as f32
}

/// Gamma with scale 1.
pub fn gamma(bits: &mut dyn Bits, shape: f32) -> f32 {
    if shape == 1.0 {
        return exponential(bits);
    }
    if shape == 0.0 {
        return 0.0;
    }
    if shape < 1.0 {
        loop {
            let u = bits.next_f32();
            let v = exponential(bits);
            if u <= 1.0 - shape {
                let x = u.powf(1.0 / shape);
                if x <= v {
                    return x;
                }
            } else {
                let y = -((1.0 - u) / shape).ln();
                let x = (1.0 - shape + shape * y).powf(1.0 / shape);
                if x <= v + y {
                    return x;
                }
            }
        }
    }
    let b = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * b).sqrt();
    loop {
        let (x, v) = loop {
            let x = standard_normal(bits);
            let v = 1.0 + c * x;
            if v > 0.0 || v.is_nan() {
                break (x, v * v * v);
            }
        };
        let u = bits.next_f32();
        if u < 1.0 - 0.0331 * (x * x) * (x * x) || u.ln() < 0.5 * x * x + b * (1.0 - v + v.ln()) {
            return b * v;
        }
    }
}
