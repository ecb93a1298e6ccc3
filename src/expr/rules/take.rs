//! Chosen positions move towards the sources, as slices do.

use super::Uses;
use super::cut::in_blocks;
use crate::expr::fuse::generates;
use crate::expr::meta::ArrayMeta;
use crate::expr::moves::Move;
use crate::expr::node::{Node, NodeData, Op, Pick};

/// A choice of positions whose axes have known sizes, and of what.
fn parts(node: &Node) -> Option<(usize, &[usize], &Node)> {
    let (Op::Move(Move::Take { axis, at }), [input]) = (&node.op, &*node.inputs) else { return None };
    (!input.loose && input.meta.blocks().is_some() && node.meta.blocks().is_some()).then_some((*axis, at, input))
}

/// Positions chosen of chosen positions.
pub fn compose(node: &Node, _uses: &Uses) -> Option<Node> {
    let (axis, outer, middle) = parts(node)?;
    let (again, inner, input) = parts(middle)?;
    if axis != again {
        return None;
    }
    let at = outer.iter().map(|&place| inner.get(place).copied()).collect::<Option<Vec<usize>>>()?;
    let how = Move::Take { axis, at: at.into() };
    Some(NodeData::make("getitem", Op::Move(how), vec![input.clone()], node.meta.clone(), node.span))
}

/// `(a + b)[[i, j]]` is `a[[i, j]] + b[[i, j]]`, where nobody else reads `a + b`, and fewer elements are computed so.
pub fn through_elementwise(node: &Node, uses: &Uses) -> Option<Node> {
    let (axis, at, inner) = parts(node)?;
    let Op::Elementwise { .. } = &inner.op else { return None };
    let whole = inner.meta.shape.get(axis).copied()??;
    if inner.inputs.is_empty() || uses.count(inner) != 1 || at.len() >= whole {
        return None;
    }
    let one = |input: &Node| {
        let lead = inner.meta.ndim().checked_sub(input.meta.ndim())?;
        let Some(own) = axis.checked_sub(lead) else { return Some(input.clone()) };
        if input.meta.shape.get(own).copied()?? != whole {
            return Some(input.clone());
        }
        let mut chunks = input.meta.blocks()?;
        *chunks.get_mut(own)? = node.meta.chunks.get(axis)?.clone()?;
        let meta = ArrayMeta::known(input.meta.dtype, chunks);
        let how = Move::Take { axis: own, at: at.into() };
        Some(NodeData::make("getitem", Op::Move(how), vec![input.clone()], meta, node.span))
    };
    let inputs = inner.inputs.iter().map(one).collect::<Option<Vec<Node>>>()?;
    Some(NodeData::make(inner.prefix.as_str(), inner.op.clone(), inputs, node.meta.clone(), node.span))
}

/// So many positions of a source are made one by one.
const FEW: usize = 256;

/// A few positions of a source with many blocks: only these elements are made.
pub fn of_source(node: &Node, uses: &Uses) -> Option<Node> {
    let (axis, at, input) = parts(node)?;
    let Op::Source(source) = &input.op else { return None };
    let many = input.meta.chunks.get(axis)?.as_ref()?.len() > at.len();
    if !generates(source) || !many || at.is_empty() || at.len() > FEW || (source.is_costly() && uses.count(input) != 1)
    {
        return None;
    }
    let sizes = input.meta.sizes()?;
    let one = |place: &usize| {
        let pick = |(own, &size): (usize, &usize)| match own == axis {
            true => Pick::Range { start: *place, step: 1, count: 1 },
            false => super::cut::all(size),
        };
        super::cut::slice(input, sizes.iter().enumerate().map(pick).collect(), node.span)
    };
    let found = at.iter().map(one).collect::<Option<Vec<Node>>>()?;
    let mut chunks = input.meta.blocks()?;
    *chunks.get_mut(axis)? = vec![1; at.len()].into();
    let meta = ArrayMeta::known(node.meta.dtype, chunks);
    let made = NodeData::make("concatenate", Op::Concat { axis }, found, meta, node.span);
    Some(in_blocks(made, &node.meta, node.span))
}

/// Positions that follow one another at equal distances are a slice.
pub fn run(node: &Node, _uses: &Uses) -> Option<Node> {
    let (axis, at, input) = parts(node)?;
    let [first, rest @ ..] = at else { return None };
    let step = rest.first().map_or(1, |next| *next as i64 - *first as i64);
    let even = at.iter().enumerate().all(|(k, &place)| *first as i64 + step * k as i64 == place as i64);
    if !even || step == 0 {
        return None;
    }
    let sizes = input.meta.sizes()?;
    let pick = |(own, &size): (usize, &usize)| match own == axis {
        true => Pick::Range { start: *first, step, count: at.len() },
        false => super::cut::all(size),
    };
    let sliced = super::cut::slice(input, sizes.iter().enumerate().map(pick).collect(), node.span)?;
    Some(in_blocks(sliced, &node.meta, node.span))
}
