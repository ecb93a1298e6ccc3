//! Rows that join the declarations of stdlib/ to what they build.
pub mod np_print;
