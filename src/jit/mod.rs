//! Programs of `ops::ir` to machine code: a plan of stages for each block of elements, fused loops of 128-bit vector
//! code between calls of the rows' own loops. Cranelift is known to this room alone.

pub mod cache;
mod code;
mod convert;
mod emit;
mod flow;
pub mod fold;
pub mod kind;
mod machine;
pub mod native;
pub mod plan;
mod prims;
mod rows;
pub mod run;
mod show;

pub use cache::kernel;
pub use emit::LARGEST;
pub use run::{Constants, Kernel, Read, Write};
pub use show::{show, show_fold};
