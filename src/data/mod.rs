//! The leaves: symbols, operators, dtypes, buffers, scalars, shapes and exceptions. They know nobody.

pub mod arith;
pub mod buffer;
pub mod chunk;
pub mod complex;
pub mod dtype;
pub mod float;
pub mod ops;
pub mod quote;
pub mod raised;
pub mod rng;
pub mod scalar;
pub mod shape;
pub mod suggest;
pub mod sym;
pub mod text;
pub mod time;

pub use buffer::{Buffer, Element};
pub use chunk::Chunk;
pub use dtype::{DType, Operand};
pub use raised::{ExcClass, Raised, Res};
pub use scalar::Scalar;
pub use sym::Sym;
pub use text::Text;
pub use time::Ticks;
