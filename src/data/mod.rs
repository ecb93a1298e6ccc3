//! The leaves: symbols, dtypes, buffers, scalars, shapes and exceptions. They know nobody.

pub mod ops;
pub mod raised;
pub mod sym;

pub use raised::{ExcClass, Raised, Res};
pub use sym::Sym;
