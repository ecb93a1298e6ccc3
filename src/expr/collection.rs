//! Lazy collections as values of a script: handles on logical nodes. Their behaviour as objects is in `builtins`.

use super::node::Node;

/// A `dask.array.Array`: a handle on a node.
#[derive(Clone)]
pub struct Array {
    /// What it will compute.
    pub node: Node,
}
