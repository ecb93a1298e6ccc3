//! Source text to syntax tree: layout, the pest grammar, the tree, and the tree printed back.

pub mod ast;
