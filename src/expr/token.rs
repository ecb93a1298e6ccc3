//! Structural hashes: 128 bits that are equal for equal structures, the same in every run and on every machine.

/// Collects words into a 128-bit hash.
#[derive(Clone, Copy)]
pub struct Token {
    low: u64,
    high: u64,
    words: u64,
}

const ODD_LOW: u64 = 0x9E37_79B9_7F4A_7C15;
const ODD_HIGH: u64 = 0xC2B2_AE3D_27D4_EB4F;

impl Token {
    /// A hash of nothing, for a domain: equal words in different domains give different hashes.
    pub fn new(domain: &str) -> Token {
        let mut token = Token { low: 0x243F_6A88_85A3_08D3, high: 0x1319_8A2E_0370_7344, words: 0 };
        token.text(domain);
        token
    }

    /// Add a word.
    pub fn word(&mut self, word: u64) -> &mut Token {
        self.words += 1;
        self.low = (self.low ^ word).wrapping_mul(ODD_LOW).rotate_left(29).wrapping_add(self.high);
        self.high = (self.high ^ word.rotate_left(32)).wrapping_mul(ODD_HIGH).rotate_left(33) ^ self.low;
        self
    }

    /// Add a word of 128 bits.
    pub fn wide(&mut self, word: u128) -> &mut Token {
        self.word(word as u64).word((word >> 64) as u64)
    }

    /// Add a text, with its length.
    pub fn text(&mut self, text: &str) -> &mut Token {
        self.bytes(text.as_bytes())
    }

    /// Add bytes, with their number.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Token {
        self.word(bytes.len() as u64);
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            for (place, &byte) in word.iter_mut().zip(part) {
                *place = byte;
            }
            self.word(u64::from_le_bytes(word));
        }
        self
    }

    /// The hash.
    pub fn finish(&self) -> u128 {
        let mut low = self.low.wrapping_add(self.words);
        let mut high = self.high ^ self.words.rotate_left(17);
        low = mix(low.wrapping_add(high));
        high = mix(high.wrapping_add(low));
        low = mix(low ^ high.rotate_left(21));
        (u128::from(high) << 64) | u128::from(low)
    }
}

fn mix(mut word: u64) -> u64 {
    word = (word ^ (word >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    word = (word ^ (word >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    word ^ (word >> 33)
}

/// A hash in the groups of a UUID (version 4).
pub fn uuid(hash: u128) -> String {
    let hash = hash & !(0xF000 << 64) & !(0xC000 << 48) | (0x4000 << 64) | (0x8000 << 48);
    let text = format!("{hash:032x}");
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or("");
    format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

#[cfg(test)]
mod tests {
    use super::Token;
    use std::collections::HashSet;

    #[test]
    fn near_words_give_far_hashes() {
        let mut seen = HashSet::new();
        for a in 0..300u64 {
            for b in 0..300u64 {
                assert!(seen.insert(Token::new("t").word(a).word(b).finish()));
            }
        }
        assert_ne!(Token::new("a").word(0).finish(), Token::new("a").word(0).word(0).finish());
        assert_ne!(Token::new("").text("ab").text("c").finish(), Token::new("").text("a").text("bc").finish());
    }
}
