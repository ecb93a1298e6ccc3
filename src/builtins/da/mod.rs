//! `dask.array`: calls that build the nodes of lazy arrays.

pub mod build;
pub mod call;
pub mod elements;
pub mod files;
pub mod index;
pub mod make;
pub mod object;
pub mod order;
pub mod random;
pub mod shape;
pub mod stats;
pub mod ufunc;
