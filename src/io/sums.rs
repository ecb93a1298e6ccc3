//! Checksums of bytes that files have beside CRC-32.

/// Adler-32 (RFC 1950).
pub fn adler32(bytes: &[u8]) -> u32 {
    const PRIME: u32 = 65_521;
    let (mut low, mut high) = (1u32, 0u32);
    // As many as fit before a sum could overflow.
    for part in bytes.chunks(5_552) {
        for &byte in part {
            low += u32::from(byte);
            high += low;
        }
        low %= PRIME;
        high %= PRIME;
    }
    high << 16 | low
}

/// Fletcher-32 as HDF5 has it: over words of two bytes, the high one first.
pub fn fletcher32(bytes: &[u8]) -> u32 {
    let fold = |sum: u32| (sum & 0xffff) + (sum >> 16);
    let (mut low, mut high) = (0u32, 0u32);
    for part in bytes.chunks(720) {
        for pair in part.chunks(2) {
            let [first, rest @ ..] = pair else { continue };
            low += u32::from(*first) << 8 | rest.first().map_or(0, |&byte| u32::from(byte));
            high += low;
        }
        low = fold(low);
        high = fold(high);
    }
    fold(high) << 16 | fold(low)
}

/// CRC-32C (Castagnoli; RFC 3720).
pub fn crc32c(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, &byte| sum >> 8 ^ TABLE.get((sum as u8 ^ byte) as usize).copied().unwrap_or(0))
}

/// What a byte adds to a CRC-32C.
static TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let mut sum = at as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0x82f6_3b78 } else { sum >> 1 };
            bit += 1;
        }
        table[at] = sum;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::{adler32, crc32c, fletcher32};

    #[test]
    fn the_sums_are_those_of_their_definitions() {
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
        assert_eq!(adler32(&[255; 20_000]), adler32(&[[255; 10_000], [255; 10_000]].concat()));
        assert_eq!(crc32c(b"123456789"), 0xe306_9283);
        assert_eq!(fletcher32(b""), 0);
        assert_eq!(fletcher32(&[1, 2, 3, 4]), 0x0508_0406);
    }
}
