//! Rechunking: none where the blocks are right already, one instead of two, and sources make any blocks.

use super::Uses;
use crate::expr::fuse::generates;
use crate::expr::node::{Node, NodeData, Op};

/// The blocks are what they were.
pub fn identity(node: &Node, _uses: &Uses) -> Option<Node> {
    let (Op::Rechunk(_), [input]) = (&node.op, &*node.inputs) else { return None };
    (input.meta == node.meta).then(|| input.clone())
}

/// Only the last rechunk counts.
pub fn compose(node: &Node, uses: &Uses) -> Option<Node> {
    let (Op::Rechunk(budget), [middle]) = (&node.op, &*node.inputs) else { return None };
    let (Op::Rechunk(_), [input]) = (&middle.op, &*middle.inputs) else { return None };
    let alone = uses.count(middle) == 1;
    let op = Op::Rechunk(*budget);
    alone.then(|| NodeData::make(node.prefix.as_str(), op, vec![input.clone()], node.meta.clone(), node.span))
}

/// A source whose elements depend on their positions alone is made in the new blocks at once.
pub fn source(node: &Node, uses: &Uses) -> Option<Node> {
    let (Op::Rechunk(_), [input]) = (&node.op, &*node.inputs) else { return None };
    let Op::Source(source) = &input.op else { return None };
    let alone = uses.count(input) == 1;
    (generates(source) && alone)
        .then(|| NodeData::make(input.prefix.as_str(), input.op.clone(), Vec::new(), node.meta.clone(), input.span))
}
