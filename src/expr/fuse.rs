//! Fusing: elementwise nodes, their sources and a partial reduction become one pass over each block.

use super::token::Token;

/// Several nodes in one.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Fused {}

impl Fused {
    /// Add the structure to a hash.
    pub fn token(&self, token: &mut Token) {
        token.word(0);
    }
}
