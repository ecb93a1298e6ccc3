//! What rules about slices share: slices of parts, in the blocks that their picks give by themselves or in those wanted.

use std::sync::Arc;

use crate::data::shape::Steps;
use crate::expr::meta::ArrayMeta;
use crate::expr::meta::chunks::NAN;
use crate::expr::meta::index::inside;
use crate::expr::meta::replan::Budget;
use crate::expr::node::{Node, NodeData, Op, Pick};
use crate::source::Span;

/// All of an axis.
pub fn all(size: usize) -> Pick {
    Pick::Range { start: 0, step: 1, count: size }
}

/// Whether a pick takes all of an axis, in order.
pub fn is_all(pick: &Pick, size: usize) -> bool {
    *pick == all(size)
}

/// The size that a pick leaves; `None` where the axis goes.
pub fn size(pick: &Pick) -> Option<usize> {
    match *pick {
        Pick::Range { count, .. } => Some(count),
        Pick::Index(_) => None,
        Pick::New => Some(1),
    }
}

/// The picks of axes alone, if there are no new axes among them and every size is known.
pub fn plain(picks: &[Pick]) -> Option<&[Pick]> {
    let known = |pick: &Pick| match pick {
        Pick::Range { count, .. } => *count != NAN,
        Pick::Index(_) => true,
        Pick::New => false,
    };
    picks.iter().all(known).then_some(picks)
}

/// What is left of the blocks of an axis.
pub fn left(blocks: &[usize], pick: &Pick) -> Option<Arc<[usize]>> {
    let Pick::Range { start, step, count } = *pick else {
        return if *pick == Pick::New { Some(Arc::from([1])) } else { None };
    };
    let steps = Steps { start, step, count };
    let mut begin = 0;
    let mut out: Vec<usize> = Vec::new();
    for &block in blocks {
        out.push(inside(steps, begin, begin + block).0);
        begin += block;
    }
    out.retain(|&n| n > 0);
    if step < 0 {
        out.reverse();
    }
    Some(if out.is_empty() { Arc::from([0]) } else { out.into() })
}

/// The slice of a node by picks for each of its axes, in the blocks that this gives; itself if all is taken.
pub fn slice(node: &Node, picks: Vec<Pick>, span: Span) -> Option<Node> {
    let blocks = node.meta.blocks()?;
    let mut chunks = Vec::with_capacity(picks.len());
    let mut own = blocks.iter();
    for pick in &picks {
        let axis: &[usize] = if *pick == Pick::New { &[] } else { own.next()? };
        chunks.extend(left(axis, pick));
    }
    if own.next().is_some() {
        return None;
    }
    let whole = picks.len() == blocks.len()
        && picks.iter().zip(&blocks).all(|(pick, axis)| is_all(pick, axis.iter().sum::<usize>()));
    if whole {
        return Some(node.clone());
    }
    let meta = ArrayMeta::known(node.meta.dtype, chunks);
    Some(NodeData::make("getitem", Op::Slice(picks), vec![node.clone()], meta, span))
}

/// The node in these blocks.
pub fn in_blocks(node: Node, meta: &ArrayMeta, span: Span) -> Node {
    if node.meta.chunks == meta.chunks {
        return node;
    }
    let meta = ArrayMeta { dtype: node.meta.dtype, ..meta.clone() };
    NodeData::make("rechunk-merge", Op::Rechunk(Budget::default()), vec![node], meta, span)
}

/// What an outer pick takes of what an inner one takes.
pub fn of(inner: &Pick, outer: &Pick) -> Option<Pick> {
    let Pick::Range { start, step, .. } = *inner else { return None };
    let at = |place: usize| usize::try_from(start as i128 + i128::from(step) * place as i128).ok();
    Some(match *outer {
        Pick::Index(place) => Pick::Index(at(place)?),
        Pick::Range { count: 0, .. } => Pick::Range { start: 0, step: 1, count: 0 },
        Pick::Range { start: from, step: by, count } => {
            Pick::Range { start: at(from)?, step: step.checked_mul(by)?, count }
        }
        Pick::New => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_of_picks() {
        let inner = Pick::Range { start: 10, step: -2, count: 5 };
        assert_eq!(
            of(&inner, &Pick::Range { start: 4, step: -2, count: 3 }),
            Some(Pick::Range { start: 2, step: 4, count: 3 })
        );
        assert_eq!(of(&inner, &Pick::Index(1)), Some(Pick::Index(8)));
        assert_eq!(left(&[3, 3, 3], &Pick::Range { start: 8, step: -2, count: 5 }).as_deref(), Some(&[2, 1, 2][..]));
        assert_eq!(left(&[3], &Pick::Range { start: 0, step: 1, count: 0 }).as_deref(), Some(&[0][..]));
    }
}
