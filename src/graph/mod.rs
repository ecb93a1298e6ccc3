//! Task graphs as plain data, the passes over them, and their pictures.

pub mod dot;
pub mod draw;
