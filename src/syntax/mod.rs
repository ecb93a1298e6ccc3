//! Source text to syntax tree: layout, the pest grammar, the tree, and the tree printed back.

pub mod ast;
pub mod dump;
pub mod error;
pub mod layout;
pub mod parse;
pub mod print;
pub mod scope;
pub mod walk;

pub use dump::{dump, dump_expr};
pub use error::SyntaxError;
pub use parse::{needs_more, parse};
pub use print::{print, print_expr};
pub use scope::Scopes;
