//! Runs statements: code, the compiler to it, and the virtual machine.

pub mod code;
pub mod compile;
