//! The checker: names, types, dtypes and shapes of the whole script before its first statement runs.

pub mod prelude;
