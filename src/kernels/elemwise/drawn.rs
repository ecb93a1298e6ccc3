//! Random numbers that are summed where they are drawn, and stand nowhere.

use super::{Leaves, REACH, Run, Scratch, Source};
use crate::data::{DType, Res};
use crate::jit::fold::LANES;
use crate::kernels::feed::BLOCK;
use crate::kernels::fold::{self, Num};
use crate::ops::Base;
use crate::ops::ir::{Generator, Step};
use crate::ops::simd::random;

/// Uniform numbers that are drawn.
struct Draw {
    key: u64,
    /// Where they begin, and what they span.
    scale: (f64, f64),
    /// The position of the next, and how many neighbours it is the first of.
    ahead: (u64, usize),
}

impl Run<'_> {
    /// What the program draws, if it does no more.
    fn draw(&self) -> Option<Draw> {
        let [Step::Generate { how: Generator::Uniform { key, low, high }, at, .. }] = self.program.steps.as_slice()
        else {
            return None;
        };
        let Some(Source::Index(positions)) = self.sources.get(at.0 as usize) else { return None };
        let whole = self.program.result.map(|reg| reg.0 as usize) == Some(self.sources.len());
        let double = whole && self.program.out() == DType::Float64;
        let ahead = positions.ahead().filter(|_| double)?;
        Some(Draw { key: *key, scale: (low.as_f64(), high.as_f64() - low.as_f64()), ahead })
    }

    /// Whether as many numbers as are folded at once are drawn in a row.
    pub(super) fn draws(&self) -> bool {
        self.draw().is_some_and(|draw| draw.ahead.1 >= REACH.min(self.left()))
    }

    /// As [`Run::fold`], for a sum of random numbers.
    pub(super) fn sum_drawn<T: Num>(
        &mut self,
        base: Base,
        (inner, runs): (usize, usize),
        out: &mut Vec<T>,
    ) -> Res<bool> {
        let count = inner.saturating_mul(runs);
        let fits = inner.is_multiple_of(LANES) && (1..=self.left().min(REACH)).contains(&count);
        // The next position is that behind the elements that were loaded.
        let Some(Draw { key, scale, ahead: (first, follow) }) = self.draw().filter(|_| fits && base == Base::Sum)
        else {
            return Ok(false);
        };
        if follow < count {
            return Ok(false);
        }
        if self.drawn.of != (inner, runs) {
            self.drawn = Leaves::of(base, (inner, runs), DType::Float64);
        }
        let Some(Scratch::Float64(lanes)) = &mut self.drawn.lanes else { return Ok(false) };
        let (places, _) = lanes.as_chunks_mut::<LANES>();
        if !random::uniform_sums(key, first, scale, &self.drawn.ends, places) {
            return Ok(false);
        }
        let most = fold::leaf_size(base, BLOCK);
        let Some(lanes) = &self.drawn.lanes else { return Ok(false) };
        let (lanes, _) = T::lane(lanes.lane(usize::MAX)).as_chunks();
        let mut leaves = lanes.iter();
        out.extend((0..runs).filter_map(|_| fold::joined(base, inner, most, &mut leaves)));
        self.begin(count)?;
        Ok(true)
    }
}
