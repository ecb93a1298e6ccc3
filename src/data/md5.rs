//! MD5 (RFC 1321), which Dask's hashes of plain values are: they decide where `groupby` puts a group. Not for secrets.

const SHIFTS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];

/// The digest of some bytes, as the number that its 32 hexadecimal digits are.
pub fn md5(bytes: &[u8]) -> u128 {
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((bytes.len() as u64).wrapping_mul(8).to_le_bytes());
    let mut state = [0x6745_2301u32, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
    for block in padded.chunks_exact(64) {
        let words: Vec<u32> = block
            .chunks_exact(4)
            .map(|word| word.iter().rev().fold(0, |all, &byte| (all << 8) | u32::from(byte)))
            .collect();
        round(&mut state, &words);
    }
    state.iter().flat_map(|word| word.to_le_bytes()).fold(0, |all, byte| (all << 8) | u128::from(byte))
}

fn round(state: &mut [u32; 4], words: &[u32]) {
    let [mut a, mut b, mut c, mut d] = *state;
    for at in 0..64usize {
        let (mixed, from) = match at / 16 {
            0 => ((b & c) | (!b & d), at),
            1 => ((d & b) | (!d & c), (5 * at + 1) % 16),
            2 => (b ^ c ^ d, (3 * at + 5) % 16),
            _ => (c ^ (b | !d), (7 * at) % 16),
        };
        // The sines of 1, 2, ... in units of 2**-32.
        let sine = (((at + 1) as f64).sin().abs() * 4_294_967_296.0) as u32;
        let word = words.get(from).copied().unwrap_or(0);
        let turned = a.wrapping_add(mixed).wrapping_add(sine).wrapping_add(word);
        let shift = SHIFTS.get(at / 16).and_then(|row| row.get(at % 4)).copied().unwrap_or(0);
        (a, d, c, b) = (d, c, b, b.wrapping_add(turned.rotate_left(shift)));
    }
    for (place, part) in state.iter_mut().zip([a, b, c, d]) {
        *place = place.wrapping_add(part);
    }
}

#[cfg(test)]
mod tests {
    use super::md5;

    #[test]
    fn digests_of_the_standard() {
        assert_eq!(format!("{:032x}", md5(b"")), "d41d8cd98f00b204e9800998ecf8427e");
        assert_eq!(format!("{:032x}", md5(b"message digest")), "f96b697d7cb7938d525a2f31aaf161d0");
        let long = b"12345678901234567890123456789012345678901234567890123456789012345678901234567890";
        assert_eq!(format!("{:032x}", md5(long)), "57edf4a22be3c955ac49da2e2107b67a");
    }
}
