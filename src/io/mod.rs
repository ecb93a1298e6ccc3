//! File formats and their schemas.

pub mod codec;
pub mod compress;
pub mod hdf5;
pub mod image;
pub mod json;
pub mod lines;
pub mod npy;
pub mod npz;
pub mod part;
pub mod pickle;
pub mod raw;
pub mod shelf;
pub mod stdin;
pub mod sums;
pub mod text;
pub mod zarr;
