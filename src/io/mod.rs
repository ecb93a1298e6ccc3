//! File formats and their schemas.

pub mod image;
pub mod npy;
pub mod npz;
pub mod pickle;
pub mod raw;
pub mod text;
pub mod zarr;
