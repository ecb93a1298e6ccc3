//! The tables: one row per scalar operation, reduction and the like; everything else follows from the row.

pub mod draws;
pub mod flow;
pub mod ir;
pub mod lane;
pub mod prim;
pub mod reduction;
pub mod scalar;
pub mod simd;
pub mod table;
pub mod text;
pub mod time;

pub use lane::{Lane, LaneMut, Loop};
pub use reduction::{Base, Prepare, Reduction};
pub use scalar::{Chosen, Props, ScalarOp, find, resolve};
pub mod block;
