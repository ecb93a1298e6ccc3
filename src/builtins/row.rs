//! What joins a declaration to Rust: its qualified name, and the function that builds its value.

use crate::value::func::Build;

/// One row. A function's `build` gets one value per slot of the declaration (see [`crate::value::Signature`]); the row of
/// a class or constant gets none and gives its value.
pub struct Row {
    /// `len`, `str.split`, `math.sqrt`, `dask.array.Array.sum`.
    pub name: &'static str,
    /// Builds the value.
    pub build: Build,
}

/// A row.
pub const fn row(name: &'static str, build: Build) -> Row {
    Row { name, build }
}
