//! Linear algebra on blocks: products, factorizations, decompositions. The only user of faer. Everything runs on one
//! thread, so that tasks share the cores among them; large eager products are cut into rows for all cores.

pub mod bidiagonal;
pub mod complex;
pub mod einsum;
pub mod factor;
pub mod product;
pub mod rotate;
pub mod stack;
pub mod summed;
pub mod svd;
pub mod symmetric;
pub mod tridiagonal;

pub use product::{dot, dot_onto, sum};
pub use summed::summed;

use crate::data::{ExcClass, Raised};

/// The matrices that factorizations work on: doubles in column order.
pub type Matrix = faer::Mat<f64>;

/// NumPy's `LinAlgError`.
pub fn error(message: &str) -> Box<Raised> {
    Raised::new(ExcClass::LinAlgError, message)
}
