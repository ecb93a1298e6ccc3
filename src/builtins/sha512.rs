//! SHA-512 (FIPS 180-4), which seeds `random` from a text. Its constants are roots of primes, computed once.

use std::sync::LazyLock;

use num_bigint::BigUint;

struct Constants {
    start: [u64; 8],
    rounds: [u64; 80],
}

static CONSTANTS: LazyLock<Constants> = LazyLock::new(|| {
    let prime = |n: &u64| (2..*n).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d));
    let primes: Vec<u64> = (2u64..).filter(prime).take(80).collect();
    // The first 64 bits of the fraction of a root.
    let fraction = |p: u64, degree: u32| {
        let root = (BigUint::from(p) << (64 * degree)).nth_root(degree);
        root.iter_u64_digits().next().unwrap_or(0)
    };
    let mut made = Constants { start: [0; 8], rounds: [0; 80] };
    made.start.iter_mut().zip(&primes).for_each(|(place, p)| *place = fraction(*p, 2));
    made.rounds.iter_mut().zip(&primes).for_each(|(place, p)| *place = fraction(*p, 3));
    made
});

/// The digest of some bytes.
pub fn sha512(bytes: &[u8]) -> [u8; 64] {
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    while padded.len() % 128 != 112 {
        padded.push(0);
    }
    padded.extend_from_slice(&(bytes.len() as u128 * 8).to_be_bytes());
    let mut state = CONSTANTS.start;
    for block in padded.chunks_exact(128) {
        compress(&mut state, block);
    }
    let mut made = [0; 64];
    for (place, word) in made.chunks_exact_mut(8).zip(state) {
        place.copy_from_slice(&word.to_be_bytes());
    }
    made
}

fn compress(state: &mut [u64; 8], block: &[u8]) {
    let mut words = [0u64; 80];
    for (word, bytes) in words.iter_mut().zip(block.chunks_exact(8)) {
        *word = bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    }
    for at in 16..80 {
        let (x, y) = (words[at - 15], words[at - 2]);
        let low = x.rotate_right(1) ^ x.rotate_right(8) ^ (x >> 7);
        let high = y.rotate_right(19) ^ y.rotate_right(61) ^ (y >> 6);
        words[at] = words[at - 16].wrapping_add(low).wrapping_add(words[at - 7]).wrapping_add(high);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (word, round) in words.iter().zip(&CONSTANTS.rounds) {
        let mix = e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41);
        let choose = (e & f) ^ (!e & g);
        let first = h.wrapping_add(mix).wrapping_add(choose).wrapping_add(*round).wrapping_add(*word);
        let turn = a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39);
        let most = (a & b) ^ (a & c) ^ (b & c);
        (h, g, f, e) = (g, f, e, d.wrapping_add(first));
        (d, c, b, a) = (c, b, a, first.wrapping_add(turn.wrapping_add(most)));
    }
    for (place, add) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *place = place.wrapping_add(add);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn digest_of_abc() {
        let digest = super::sha512(b"abc");
        assert_eq!(digest[..8], [0xdd, 0xaf, 0x35, 0xa1, 0x93, 0x61, 0x7a, 0xba]);
    }
}
