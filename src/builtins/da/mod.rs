//! `dask.array`: calls that build the nodes of lazy arrays.

pub mod build;
pub mod call;
pub mod make;
pub mod object;
pub mod random;
pub mod stats;
