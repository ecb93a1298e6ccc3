//! Slices move towards the sources, so that only what is asked for is computed.

use super::Uses;
use crate::expr::meta::ArrayMeta;
use crate::expr::node::{Node, NodeData, Op, Pick};

/// Everything is selected.
pub fn identity(node: &Node, _uses: &Uses) -> Option<Node> {
    let (Op::Slice(picks), [input]) = (&node.op, &*node.inputs) else { return None };
    let whole = |(pick, size): (&Pick, &Option<usize>)| match *pick {
        Pick::Range { start: 0, step: 1, count } => Some(count) == *size,
        _ => false,
    };
    let same = picks.len() == input.meta.ndim()
        && picks.iter().zip(&input.meta.shape).all(whole)
        && input.meta.chunks == node.meta.chunks;
    same.then(|| input.clone())
}

/// `(a + b)[i]` is `a[i] + b[i]`, where nothing is broadcast and nobody else reads `a + b`.
pub fn through_elementwise(node: &Node, uses: &Uses) -> Option<Node> {
    let (Op::Slice(picks), [inner]) = (&node.op, &*node.inputs) else { return None };
    let Op::Elementwise { .. } = &inner.op else { return None };
    if inner.loose {
        return None;
    }
    let plain =
        inner.inputs.iter().all(|input| input.meta.shape == inner.meta.shape && input.meta.chunks == inner.meta.chunks);
    if !plain || inner.inputs.is_empty() || uses.count(inner) != 1 {
        return None;
    }
    let inputs = inner.inputs.iter().map(|input| select(input, picks, node)).collect::<Option<Vec<Node>>>()?;
    Some(NodeData::make(inner.prefix.as_str(), inner.op.clone(), inputs, node.meta.clone(), node.span))
}

/// The slice of one input, which has the blocks of what is sliced.
fn select(input: &Node, picks: &[Pick], node: &Node) -> Option<Node> {
    let chunks = node.meta.blocks()?;
    let meta = ArrayMeta::known(input.meta.dtype, chunks);
    Some(NodeData::make("getitem", Op::Slice(picks.to_vec()), vec![input.clone()], meta, node.span))
}
