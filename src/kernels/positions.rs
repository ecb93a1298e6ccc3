//! Positions of the elements of a block in the whole array: a run of neighbours at a time where that is all that is asked.

use super::feed::BLOCK;

/// Shorter runs of neighbours are not worth a call of their own.
const LONG: usize = 32;

/// A walk over the positions of the elements of a block of the array.
pub struct Positions {
    shape: Vec<usize>,
    strides: Vec<u64>,
    index: Vec<usize>,
    at: u64,
    /// Whether each position is written down.
    kept: bool,
    block: Box<[i64]>,
    runs: Vec<(u64, usize)>,
}

impl Positions {
    /// From `start` on, by these strides.
    pub fn new(start: u64, strides: &[u64], shape: &[usize]) -> Positions {
        let index = vec![0; shape.len()];
        let (shape, strides) = (shape.to_vec(), strides.to_vec());
        Positions { shape, strides, index, at: start, kept: true, block: [].into(), runs: Vec::new() }
    }

    /// Whether each position is asked for. Else runs of neighbours are given, where they are long.
    pub fn keep(&mut self, asked: bool) {
        let long = self.shape.last().is_some_and(|&inner| inner >= LONG);
        self.kept = asked || !long || self.strides.last() != Some(&1);
    }

    /// The positions that were loaded, and whatever stands behind them, up to `most`.
    pub fn block(&self, most: usize) -> &[i64] {
        self.block.get(..most.min(self.block.len())).unwrap_or_default()
    }

    /// The runs of neighbours that were loaded: the first of each, and how many they are. None if each is kept.
    pub fn runs(&self) -> &[(u64, usize)] {
        &self.runs
    }

    /// The next position, and how many neighbours it is the first of, where runs are given.
    pub fn ahead(&self) -> Option<(u64, usize)> {
        let column = self.index.last().copied().unwrap_or(0);
        let inner = self.shape.last().copied().unwrap_or(1);
        (!self.kept).then(|| (self.at, inner - column))
    }

    /// The next `count` positions.
    pub fn load(&mut self, count: usize) {
        let inner = self.shape.last().copied().unwrap_or(1).max(1);
        let step = self.strides.last().copied().unwrap_or(0);
        if self.kept && self.block.is_empty() {
            self.block = vec![0; BLOCK].into();
        }
        self.runs.clear();
        let mut filled = 0;
        while filled < count {
            let column = self.index.last().copied().unwrap_or(0);
            let run = (inner - column).min(count - filled);
            if self.kept {
                for (at, place) in self.block.iter_mut().skip(filled).take(run).enumerate() {
                    *place = self.at.wrapping_add((at as u64).wrapping_mul(step)) as i64;
                }
            } else {
                self.runs.push((self.at, run));
            }
            filled += run;
            self.advance(run);
        }
    }

    fn advance(&mut self, run: usize) {
        let mut carry = run;
        for ((index, &n), &stride) in self.index.iter_mut().zip(&self.shape).zip(&self.strides).rev() {
            *index += carry;
            self.at = self.at.wrapping_add(stride.wrapping_mul(carry as u64));
            if *index < n {
                return;
            }
            self.at = self.at.wrapping_sub(stride.wrapping_mul(n as u64));
            *index = 0;
            carry = 1;
        }
    }
}
