//! NumPy's `SeedSequence`: any number of 32-bit words, mixed into a pool of four, and words drawn from that
//! (NumPy's documentation of `SeedSequence`, after M. E. O'Neill's `seed_seq_fe`).

/// `SeedSequence(entropy).generate_state(count)`: 32-bit words.
pub fn state(entropy: &[u32], count: usize) -> Vec<u32> {
    let pool = mix_entropy(entropy);
    let mut constant: u32 = 0x8b51_f9dd;
    let words = pool.iter().cycle().take(count).map(|word| {
        let mut value = word ^ constant;
        constant = constant.wrapping_mul(0x58f3_8ded);
        value = value.wrapping_mul(constant);
        value ^ value >> 16
    });
    words.collect()
}

/// Pairs of 32-bit words as 64-bit words, the lower first.
pub fn wide(words: &[u32]) -> Vec<u64> {
    words.chunks(2).map(|pair| pair.iter().rev().fold(0, |made, word| made << 32 | u64::from(*word))).collect()
}

/// The pool.
pub fn mix_entropy(entropy: &[u32]) -> [u32; 4] {
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
