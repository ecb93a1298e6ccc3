//! `re`: Python's regular expressions. A pattern is read as Python reads it (`parse`), said anew in the language of a
//! fast engine (`emit`) in variants that depend on the text, and searched (`engine`).

pub mod ast;
pub mod emit;
pub mod engine;
pub mod flag;
pub mod matched;
pub mod parse;
pub mod pattern;
pub mod template;
