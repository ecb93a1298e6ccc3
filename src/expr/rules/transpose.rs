//! Transposes: two are one, and one that changes nothing is none.

use super::Uses;
use crate::expr::node::{Node, NodeData, Op};

/// `x.transpose(a).transpose(b)` is one transpose.
pub fn compose(node: &Node, _uses: &Uses) -> Option<Node> {
    let (Op::Transpose(outer), [middle]) = (&node.op, &*node.inputs) else { return None };
    let (Op::Transpose(inner), [input]) = (&middle.op, &*middle.inputs) else { return None };
    let axes = outer.iter().map(|&axis| inner.get(axis).copied()).collect::<Option<Vec<usize>>>()?;
    Some(NodeData::make("transpose", Op::Transpose(axes), vec![input.clone()], node.meta.clone(), node.span))
}

/// Axes in the order in which they were.
pub fn identity(node: &Node, _uses: &Uses) -> Option<Node> {
    let (Op::Transpose(axes), [input]) = (&node.op, &*node.inputs) else { return None };
    let same = axes.iter().enumerate().all(|(at, &axis)| at == axis) && input.meta == node.meta;
    same.then(|| input.clone())
}
