//! What is known of an array before it is computed: dtype, shape, chunks.

pub mod array;
pub mod blocks;
pub mod call;
pub mod chunks;
pub mod dispatch;
pub mod fancy;
pub mod guard;
pub mod index;
pub mod known;
pub mod make;
pub mod moves;
pub mod operators;
pub mod replan;
pub mod reshape;
pub mod results;
pub mod set;
pub mod shapes;
pub mod stats;
pub mod text;
pub mod times;

use std::sync::Arc;

use crate::data::DType;

/// Dtype, shape and chunks of an array. During a run all sizes are known; the checker may not know some.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ArrayMeta {
    /// Element type.
    pub dtype: DType,
    /// Size of each axis, in elements; `None` where it is not known.
    pub shape: Vec<Option<usize>>,
    /// Sizes of the blocks along each axis, in elements; `None` where not even their number is known, [`chunks::NAN`]
    /// where a size is not.
    pub chunks: Vec<Option<Arc<[usize]>>>,
}

impl ArrayMeta {
    /// An array of these blocks; sizes of [`chunks::NAN`] are not known.
    pub fn known(dtype: DType, chunks: Vec<Arc<[usize]>>) -> ArrayMeta {
        let size = |axis: &Arc<[usize]>| if axis.contains(&chunks::NAN) { None } else { Some(axis.iter().sum()) };
        let shape = chunks.iter().map(size).collect();
        ArrayMeta { dtype, shape, chunks: chunks.into_iter().map(Some).collect() }
    }

    /// Number of axes.
    pub fn ndim(&self) -> usize {
        self.shape.len()
    }

    /// The shape, if every size is known.
    pub fn sizes(&self) -> Option<Vec<usize>> {
        self.shape.iter().copied().collect()
    }

    /// The blocks along each axis, if all sizes are known.
    pub fn blocks(&self) -> Option<Vec<Arc<[usize]>>> {
        let known = |axis: &chunks::Blocks| axis.clone().filter(|axis| !axis.contains(&chunks::NAN));
        self.chunks.iter().map(known).collect()
    }

    /// Number of blocks along each axis, if known.
    pub fn grid(&self) -> Option<Vec<usize>> {
        self.chunks.iter().map(|axis| axis.as_ref().map(|blocks| blocks.len())).collect()
    }

    /// Number of blocks, if known.
    pub fn npartitions(&self) -> Option<usize> {
        self.grid()?.into_iter().try_fold(1usize, usize::checked_mul)
    }

    /// Number of elements, if known and countable.
    pub fn size(&self) -> Option<usize> {
        self.sizes()?.into_iter().try_fold(1usize, usize::checked_mul)
    }

    /// Size in memory, in bytes, if known and countable.
    pub fn nbytes(&self) -> Option<usize> {
        self.size()?.checked_mul(self.dtype.itemsize())
    }
}
