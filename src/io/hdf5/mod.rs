//! HDF5 files: with the feature `hdf5` datasets are read and written box by box, without it everything says how to get it.

use crate::data::{Chunk, DType};

#[cfg(not(feature = "hdf5"))]
mod absent;
#[cfg(not(feature = "hdf5"))]
use absent as files;
#[cfg(feature = "hdf5")]
mod attributes;
#[cfg(feature = "hdf5")]
mod elements;
#[cfg(feature = "hdf5")]
mod files;
#[cfg(feature = "hdf5")]
mod header;

pub use files::{
    available, create_dataset, create_file, create_group, info, kind, names, note, notes, read, remove, resize, write,
};

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A group.
    Group,
    /// A dataset.
    Dataset,
    /// Nothing.
    Missing,
}

/// What is known of a dataset.
#[derive(Clone, PartialEq, Debug)]
pub struct Info {
    /// Element type, or why rdask has none for it.
    pub dtype: Result<DType, String>,
    /// Sizes; `None`: the dataset is empty (h5py's `Empty`).
    pub shape: Option<Vec<usize>>,
    /// Sizes of a chunk; `None`: it stands in one piece.
    pub chunks: Option<Vec<usize>>,
    /// The largest sizes; `None`: without limit.
    pub most: Vec<Option<usize>>,
    /// How it is compressed, in h5py's words, and how hard.
    pub compression: Option<(String, Option<u32>)>,
    /// Whether the bytes of elements are sorted by their place before they are compressed.
    pub shuffle: bool,
    /// Whether chunks carry a checksum.
    pub fletcher32: bool,
    /// What stands where nothing was written: one element in this machine's bytes.
    pub fill: Option<Vec<u8>>,
}

/// A dataset to make.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Element type.
    pub dtype: DType,
    /// Sizes.
    pub shape: Vec<usize>,
    /// Sizes of a chunk; `None`: it stands in one piece.
    pub chunks: Option<Vec<usize>>,
    /// The largest sizes; `None`: without limit.
    pub most: Vec<Option<usize>>,
    /// gzip's level, 0 to 9; `None`: not compressed.
    pub level: Option<u32>,
    /// Whether the bytes of elements are sorted by their place before they are compressed.
    pub shuffle: bool,
    /// What stands where nothing was written: no dimensions.
    pub fill: Option<Chunk>,
}

/// What is noted of a dataset or a group.
#[derive(Clone, Debug)]
pub enum Note {
    /// Text.
    Text(String),
    /// Numbers; without dimensions: one.
    Numbers(Chunk),
    /// What rdask cannot read, and why.
    Other(String),
}
