//! The leaves: symbols, operators, dtypes, buffers, scalars, shapes and exceptions. They know nobody.

pub mod dtype;
pub mod ops;
pub mod raised;
pub mod sym;

pub use dtype::DType;
pub use raised::{ExcClass, Raised, Res};
pub use sym::Sym;
