//! rdask: Dask's programming model, checked before it runs and compiled while it runs.

pub mod data;
pub mod diag;
pub mod source;
pub mod syntax;
