//! From the place where the grammar stopped to what is wrong there, in the user's words.

use super::build::Builder;
use crate::syntax::error::SyntaxError;

/// What is wrong at `at` of `text`.
pub(super) fn explain(text: &str, at: usize, builder: &Builder) -> SyntaxError {
    let span = builder.place(at, (at + 1).min(text.len()));
    SyntaxError::new(span, "invalid syntax")
}
