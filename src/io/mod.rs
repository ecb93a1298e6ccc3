//! File formats and their schemas.

pub mod npy;
pub mod text;
