//! Operations on blocks of arrays, as data: what a task of an array computation carries.

/// An operation on blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockOp {
    /// Gives its only input.
    Same,
}

impl BlockOp {
    /// The name that pictures show.
    pub fn verb(&self) -> &'static str {
        match self {
            BlockOp::Same => "same",
        }
    }
}
