//! rdask: Dask's programming model, checked before it runs and compiled while it runs.

pub mod builtins;
pub mod data;
pub mod diag;
pub mod expr;
pub mod graph;
pub mod interp;
pub mod io;
pub mod jit;
pub mod kernels;
pub mod lower;
pub mod ops;
pub mod repl;
pub mod sched;
pub mod session;
pub mod source;
pub mod syntax;
pub mod types;
pub mod value;

pub use data::buffer::{Memory, memory};
pub use session::{ArrayData, Callback, Failure, FromRdask, IntoRdask, Options, Session};

/// The Rust of the book's chapter on embedding is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../book/src/embedding.md")]
pub struct Embedding;
