//! The stream of random bits of one element: Philox4x32-10 on the key, the position, and the number of the block.

use std::convert::Infallible;

use crate::ops::simd::random::{block, unit};

/// Random bits of one element, without end.
pub struct Stream {
    key: u64,
    position: u64,
    number: u32,
    words: [u32; 4],
    used: usize,
}

impl Stream {
    /// The stream of a position under a key.
    pub fn new(key: u64, position: u64) -> Stream {
        Stream { key, position, number: 0, words: [0; 4], used: 4 }
    }

    fn word(&mut self) -> u32 {
        if self.used == self.words.len() {
            self.words = block(self.key, self.position, self.number);
            self.number = self.number.wrapping_add(1);
            self.used = 0;
        }
        let word = self.words.get(self.used).copied().unwrap_or(0);
        self.used += 1;
        word
    }

    fn wide(&mut self) -> u64 {
        u64::from(self.word()) | u64::from(self.word()) << 32
    }

    /// A float in (0, 1).
    pub fn open(&mut self) -> f64 {
        loop {
            let value = unit(self.wide());
            if value > 0.0 {
                return value;
            }
        }
    }
}

impl rand_core::TryRng for Stream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(self.word())
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.wide())
    }

    fn try_fill_bytes(&mut self, room: &mut [u8]) -> Result<(), Infallible> {
        for part in room.chunks_mut(4) {
            let word = self.word().to_le_bytes();
            part.iter_mut().zip(word).for_each(|(place, byte)| *place = byte);
        }
        Ok(())
    }
}
