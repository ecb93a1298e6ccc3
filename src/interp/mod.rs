//! Runs statements: code, the compiler to it, and the virtual machine.

pub mod code;
pub mod compile;
pub mod eval;
pub mod host;
mod import;
pub mod modules;
pub mod native;
pub mod output;
mod watch;

pub use compile::Mode;
pub use eval::Vm;
pub use modules::module_file;
pub use output::Output;
pub use watch::Watch;
