//! Slices move towards the sources, so that only what is asked for is read and computed. Each element is computed by the
//! same operations on the same numbers as before: no rule changes a bit of a result.

use std::sync::Arc;

use super::Uses;
use super::cut::{all, in_blocks, is_all, left, of, plain, size, slice};
use crate::data::shape::Steps;
use crate::expr::fuse::generates;
use crate::expr::meta::ArrayMeta;
use crate::expr::meta::chunks::NAN;
use crate::expr::meta::index::inside;
use crate::expr::moves::Move;
use crate::expr::node::{Node, NodeData, Op, Pick, Source};

/// A slice of known sizes, and what is sliced.
fn parts(node: &Node) -> Option<(&[Pick], &Node)> {
    let (Op::Slice(picks), [input]) = (&node.op, &*node.inputs) else { return None };
    let known = !picks.iter().any(|pick| matches!(pick, Pick::Range { count: NAN, .. }));
    (known && !input.loose && input.meta.blocks().is_some() && node.meta.blocks().is_some()).then_some((picks, input))
}

/// Everything is selected.
pub fn identity(node: &Node, _uses: &Uses) -> Option<Node> {
    let (Op::Slice(picks), [input]) = (&node.op, &*node.inputs) else { return None };
    let whole = |(pick, size): (&Pick, &Option<usize>)| size.is_some_and(|size| is_all(pick, size));
    let same = picks.len() == input.meta.ndim()
        && picks.iter().zip(&input.meta.shape).all(whole)
        && input.meta.chunks == node.meta.chunks;
    same.then(|| input.clone())
}

/// `x[a][b]` is one slice.
pub fn compose(node: &Node, _uses: &Uses) -> Option<Node> {
    let (outer, middle) = parts(node)?;
    let (inner, input) = parts(middle)?;
    // For each axis that the inner slice leaves, what the outer one makes of it, and the new axes before it.
    let mut rest = outer.iter().peekable();
    let mut picks: Vec<Pick> = Vec::new();
    for pick in inner {
        if size(pick).is_none() {
            picks.push(*pick);
            continue;
        }
        while rest.next_if(|pick| **pick == Pick::New).is_some() {
            picks.push(Pick::New);
        }
        match (pick, rest.next()?) {
            (Pick::New, Pick::Range { count: 1, .. }) => picks.push(Pick::New),
            (Pick::New, Pick::Index(_)) => {}
            (Pick::New, _) => return None,
            (inner, outer) => picks.push(of(inner, outer)?),
        }
    }
    picks.extend(rest.copied());
    let made = slice(input, picks, node.span)?;
    Some(in_blocks(made, &node.meta, node.span))
}

/// `(a + b)[i]` is `a[i] + b[i]`, where nobody else reads `a + b`. Axes that are broadcast stay as they are.
pub fn through_elementwise(node: &Node, uses: &Uses) -> Option<Node> {
    let (picks, inner) = parts(node)?;
    let Op::Elementwise { .. } = &inner.op else { return None };
    if inner.inputs.is_empty() || uses.count(inner) != 1 {
        return None;
    }
    let inputs = inner.inputs.iter().map(|input| select(input, picks, inner, node)).collect::<Option<Vec<Node>>>()?;
    Some(NodeData::make(inner.prefix.as_str(), inner.op.clone(), inputs, node.meta.clone(), node.span))
}

/// The slice of an input that broadcasts to `inner`.
fn select(input: &Node, picks: &[Pick], inner: &Node, node: &Node) -> Option<Node> {
    let lead = inner.meta.ndim().checked_sub(input.meta.ndim())?;
    let mut axis = 0;
    let mut out = Vec::with_capacity(picks.len());
    for pick in picks {
        if *pick == Pick::New {
            if axis > lead {
                out.push(Pick::New);
            }
            continue;
        }
        if let Some(own) = axis.checked_sub(lead) {
            let (have, whole) = (input.meta.shape.get(own).copied()??, inner.meta.shape.get(axis).copied()??);
            out.push(match pick {
                Pick::Index(_) if have != whole => Pick::Index(0),
                _ if have != whole => all(have),
                pick => *pick,
            });
        }
        axis += 1;
    }
    slice(input, out, node.span)
}

/// A slice of what turns or repeats axes is taken of what is turned.
pub fn through_transpose(node: &Node, _uses: &Uses) -> Option<Node> {
    let (picks, inner) = parts(node)?;
    let (Op::Transpose(axes), [input]) = (&inner.op, &*inner.inputs) else { return None };
    let picks = plain(picks)?;
    let mut below = vec![None; axes.len()];
    for (&axis, pick) in axes.iter().zip(picks) {
        *below.get_mut(axis)? = Some(*pick);
    }
    let below: Vec<Pick> = below.into_iter().collect::<Option<_>>()?;
    let kept: Vec<usize> = (0..axes.len()).filter(|&axis| below.get(axis).and_then(size).is_some()).collect();
    let place = |axis: usize| kept.iter().position(|&at| at == axis);
    let order: Vec<usize> = axes.iter().filter_map(|&axis| place(axis)).collect();
    let sliced = slice(input, below, node.span)?;
    if order.iter().enumerate().all(|(at, &axis)| at == axis) {
        return Some(in_blocks(sliced, &node.meta, node.span));
    }
    let blocks = sliced.meta.blocks()?;
    let chunks = order.iter().map(|&axis| blocks.get(axis).cloned()).collect::<Option<Vec<_>>>()?;
    let meta = ArrayMeta::known(node.meta.dtype, chunks);
    let made = NodeData::make("transpose", Op::Transpose(order), vec![sliced], meta, node.span);
    Some(in_blocks(made, &node.meta, node.span))
}

/// A slice of arrays one after another is taken of those that it touches.
pub fn through_concat(node: &Node, _uses: &Uses) -> Option<Node> {
    let (picks, inner) = parts(node)?;
    let Op::Concat { axis } = inner.op else { return None };
    let picks = plain(picks)?;
    let of_input = |input: &Node, pick: Pick| {
        let mut own = picks.to_vec();
        *own.get_mut(axis)? = pick;
        slice(input, own, node.span)
    };
    let mut begin = 0;
    let mut found: Vec<Node> = Vec::new();
    for input in &inner.inputs {
        let end = begin + input.meta.shape.get(axis).copied()??;
        match *picks.get(axis)? {
            Pick::Index(at) if (begin..end).contains(&at) => {
                return Some(in_blocks(of_input(input, Pick::Index(at - begin))?, &node.meta, node.span));
            }
            Pick::Range { start, step, count } => {
                let (count, first) = inside(Steps { start, step, count }, begin, end);
                if count > 0 {
                    found.push(of_input(input, Pick::Range { start: first - begin, step, count })?);
                }
            }
            _ => {}
        }
        begin = end;
    }
    if matches!(picks.get(axis)?, Pick::Range { step, .. } if *step < 0) {
        found.reverse();
    }
    if found.is_empty() {
        found.push(of_input(inner.inputs.first()?, Pick::Range { start: 0, step: 1, count: 0 })?);
    }
    let axis = picks.iter().take(axis).filter(|pick| size(pick).is_some()).count();
    joined(found, axis, node)
}

fn joined(found: Vec<Node>, axis: usize, node: &Node) -> Option<Node> {
    let [first, ..] = &*found else { return None };
    if found.len() == 1 {
        return Some(in_blocks(first.clone(), &node.meta, node.span));
    }
    let mut chunks = first.meta.blocks()?;
    let along: Vec<usize> = found
        .iter()
        .map(|input| input.meta.blocks()?.get(axis).cloned())
        .collect::<Option<Vec<Arc<[usize]>>>>()?
        .iter()
        .flat_map(|axis| axis.iter().copied())
        .collect();
    *chunks.get_mut(axis)? = along.into();
    let meta = ArrayMeta::known(node.meta.dtype, chunks);
    let made = NodeData::make("concatenate", Op::Concat { axis }, found, meta, node.span);
    Some(in_blocks(made, &node.meta, node.span))
}

/// A slice of stacked arrays is taken of those that it touches.
pub fn through_stack(node: &Node, _uses: &Uses) -> Option<Node> {
    let (picks, inner) = parts(node)?;
    let Op::Stack { axis } = inner.op else { return None };
    let mut own = plain(picks)?.to_vec();
    if axis >= own.len() {
        return None;
    }
    let pick = own.remove(axis);
    let of_input = |at: usize| slice(inner.inputs.get(at)?, own.clone(), node.span);
    let Pick::Range { start, step, count } = pick else {
        let Pick::Index(at) = pick else { return None };
        return Some(in_blocks(of_input(at)?, &node.meta, node.span));
    };
    let whole = picks.iter().zip(&inner.meta.shape).all(|(pick, size)| size.is_some_and(|size| is_all(pick, size)));
    if count == 0 || whole {
        return None;
    }
    let place = |at: usize| usize::try_from(start as i64 + step * at as i64).ok();
    let found = (0..count).map(|at| of_input(place(at)?)).collect::<Option<Vec<Node>>>()?;
    let axis = own.iter().take(axis).filter(|pick| size(pick).is_some()).count();
    let mut chunks = found.first()?.meta.blocks()?;
    chunks.insert(axis.min(chunks.len()), vec![1; count].into());
    let meta = ArrayMeta::known(node.meta.dtype, chunks);
    let made = NodeData::make("stack", Op::Stack { axis }, found, meta, node.span);
    Some(in_blocks(made, &node.meta, node.span))
}

/// A slice of a repeated array is the slice repeated.
pub fn through_broadcast(node: &Node, _uses: &Uses) -> Option<Node> {
    let (picks, inner) = parts(node)?;
    let (Op::Move(Move::Broadcast), [input]) = (&inner.op, &*inner.inputs) else { return None };
    let picks = plain(picks)?;
    let lead = inner.meta.ndim().checked_sub(input.meta.ndim())?;
    let mut own = Vec::new();
    for ((pick, have), whole) in picks.iter().skip(lead).zip(&input.meta.shape).zip(inner.meta.shape.iter().skip(lead))
    {
        let (have, whole) = ((*have)?, (*whole)?);
        own.push(match pick {
            Pick::Index(_) if have != whole => Pick::Index(0),
            _ if have != whole => all(have),
            pick => *pick,
        });
    }
    let sliced = slice(input, own, node.span)?;
    if sliced.meta.shape == node.meta.shape {
        return Some(in_blocks(sliced, &node.meta, node.span));
    }
    // The blocks along axes that are not repeated are those of the result.
    let skip = node.meta.ndim().checked_sub(sliced.meta.ndim())?;
    let mut wanted = sliced.meta.clone();
    for (at, (blocks, size)) in wanted.chunks.iter_mut().zip(&sliced.meta.shape).enumerate() {
        if *size != Some(1) || node.meta.shape.get(at + skip) == Some(&Some(1)) {
            blocks.clone_from(node.meta.chunks.get(at + skip)?);
        }
    }
    let made = in_blocks(sliced, &wanted, node.span);
    Some(NodeData::make("broadcast_to", Op::Move(Move::Broadcast), vec![made], node.meta.clone(), node.span))
}

/// A slice of an array in other blocks is the slice in other blocks.
pub fn through_rechunk(node: &Node, uses: &Uses) -> Option<Node> {
    let (picks, inner) = parts(node)?;
    let (Op::Rechunk(budget), [input]) = (&inner.op, &*inner.inputs) else { return None };
    if uses.count(inner) != 1 {
        return None;
    }
    let sliced = slice(input, picks.to_vec(), node.span)?;
    if sliced.meta.chunks == node.meta.chunks {
        return Some(sliced);
    }
    Some(NodeData::make(inner.prefix.as_str(), Op::Rechunk(*budget), vec![sliced], node.meta.clone(), node.span))
}

/// A slice of chosen positions chooses fewer.
pub fn through_take(node: &Node, _uses: &Uses) -> Option<Node> {
    let (picks, inner) = parts(node)?;
    let (Op::Move(Move::Take { axis, at }), [input]) = (&inner.op, &*inner.inputs) else { return None };
    let picks = plain(picks)?;
    let mut own = picks.to_vec();
    let along = own.get_mut(*axis)?;
    let pick = *along;
    if let Pick::Index(place) = pick {
        *along = Pick::Index(*at.get(place)?);
        return Some(in_blocks(slice(input, own, node.span)?, &node.meta, node.span));
    }
    let Pick::Range { start, step, count } = pick else { return None };
    *along = all(input.meta.shape.get(*axis).copied()??);
    let place = |k: usize| usize::try_from(start as i64 + step * k as i64).ok();
    let list = (0..count).map(|k| at.get(place(k)?).copied()).collect::<Option<Vec<usize>>>()?;
    if list.is_empty() {
        return None;
    }
    let axis = picks.iter().take(*axis).filter(|pick| size(pick).is_some()).count();
    let sliced = slice(input, own, node.span)?;
    let mut wanted = node.meta.clone();
    wanted.shape.clone_from(&sliced.meta.shape);
    *wanted.chunks.get_mut(axis)? = sliced.meta.chunks.get(axis)?.clone();
    let made = in_blocks(sliced, &wanted, node.span);
    let how = Move::Take { axis, at: list.into() };
    Some(NodeData::make("getitem", Op::Move(how), vec![made], node.meta.clone(), node.span))
}

/// Most of a costly source that is made again where others read it, too: one element in so many.
const FEW: usize = 8;

/// A source makes only the elements of the slice, each from its position in the whole.
pub fn of_source(node: &Node, uses: &Uses) -> Option<Node> {
    let (picks, inner) = parts(node)?;
    let Op::Source(source) = &inner.op else { return None };
    let few = node.meta.size()?.saturating_mul(FEW) <= inner.meta.size()?;
    if !generates(source) || (source.is_costly() && uses.count(inner) != 1 && !few) {
        return None;
    }
    let (mut start, own) = places(source, &inner.meta)?;
    let mut own = own.into_iter();
    let mut strides = Vec::new();
    for pick in picks {
        match *pick {
            Pick::New => strides.push(0),
            Pick::Index(at) => start = start.wrapping_add((at as u64).wrapping_mul(own.next()?)),
            Pick::Range { start: at, step, .. } => {
                let stride = own.next()?;
                start = start.wrapping_add((at as u64).wrapping_mul(stride));
                strides.push(stride.wrapping_mul(step as u64));
            }
        }
    }
    seen(source, inner, (start, strides), node)
}

/// A transposed source is made in its new order.
pub fn transpose_of_source(node: &Node, uses: &Uses) -> Option<Node> {
    let (Op::Transpose(axes), [inner]) = (&node.op, &*node.inputs) else { return None };
    let Op::Source(source) = &inner.op else { return None };
    if !generates(source) || uses.count(inner) != 1 {
        return None;
    }
    let (start, own) = places(source, &inner.meta)?;
    let strides = axes.iter().map(|&axis| own.get(axis).copied()).collect::<Option<Vec<u64>>>()?;
    seen(source, inner, (start, strides), node)
}

/// Where the elements of a source's node stand in it: the first, and the steps along the axes.
fn places(source: &Source, meta: &ArrayMeta) -> Option<(u64, Vec<u64>)> {
    if let Source::View { start, strides, .. } = source {
        return Some((*start, strides.clone()));
    }
    let mut step = 1u64;
    let mut strides = Vec::new();
    for size in meta.sizes()?.iter().rev() {
        strides.push(step);
        step = step.saturating_mul((*size).max(1) as u64);
    }
    strides.reverse();
    Some((0, strides))
}

/// The source at these places, in the shape and blocks of `node`.
fn seen(source: &Source, inner: &Node, (start, strides): (u64, Vec<u64>), node: &Node) -> Option<Node> {
    let source = match source {
        Source::Fill(value) => Source::Fill(*value),
        Source::View { of, size, .. } => Source::View { of: of.clone(), size: *size, start, strides },
        of => Source::View { of: Arc::new(of.clone()), size: inner.meta.size()?, start, strides },
    };
    Some(NodeData::make(inner.prefix.as_str(), Op::Source(source), Vec::new(), node.meta.clone(), inner.span))
}

/// What reads each block from its place (a file) reads only the box that the slice lies in.
pub fn of_reader(node: &Node, _uses: &Uses) -> Option<Node> {
    let (picks, inner) = parts(node)?;
    let Op::Call(call) = &inner.op else { return None };
    if !call.reads() || !inner.inputs.is_empty() {
        return None;
    }
    // For each axis where the box begins, its length, and what is then taken of it.
    let (mut from, mut chunks, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    let blocks = inner.meta.blocks()?;
    let mut own = blocks.iter();
    for pick in picks {
        if *pick == Pick::New {
            rest.push(Pick::New);
            continue;
        }
        let (low, length, then) = span(pick)?;
        from.push(low);
        chunks.push(left(own.next()?, &Pick::Range { start: low, step: 1, count: length })?);
        rest.push(then);
    }
    if chunks == blocks {
        return None;
    }
    let meta = ArrayMeta::known(inner.meta.dtype, chunks);
    let op = Op::Call(Arc::new(call.moved(&from)));
    let read = NodeData::make(inner.prefix.as_str(), op, Vec::new(), meta, inner.span);
    Some(in_blocks(slice(&read, rest, node.span)?, &node.meta, node.span))
}

/// The first position of a pick, the length of what it spans, and the pick within that.
fn span(pick: &Pick) -> Option<(usize, usize, Pick)> {
    match *pick {
        Pick::New => None,
        Pick::Index(at) => Some((at, 1, Pick::Index(0))),
        Pick::Range { count: 0, .. } => Some((0, 0, all(0))),
        Pick::Range { start, step, count } => {
            let reach = usize::try_from(step.unsigned_abs()).ok()?.checked_mul(count - 1)?;
            let (low, first) = if step > 0 { (start, 0) } else { (start.checked_sub(reach)?, reach) };
            Some((low, reach + 1, Pick::Range { start: first, step, count }))
        }
    }
}

/// New axes stand above everything else: what is below may then be sliced.
pub fn new_axes_last(node: &Node, _uses: &Uses) -> Option<Node> {
    let (picks, inner) = parts(node)?;
    let moves = matches!(inner.op, Op::Transpose(_) | Op::Concat { .. } | Op::Stack { .. } | Op::Move(_));
    if !moves || plain(picks).is_some() {
        return None;
    }
    let below: Vec<Pick> = picks.iter().filter(|pick| **pick != Pick::New).copied().collect();
    let sliced = slice(inner, below, node.span)?;
    if Arc::ptr_eq(&sliced, inner) {
        return None;
    }
    let above = picks.iter().filter(|pick| size(pick).is_some()).map(|pick| match size(pick) {
        Some(count) if *pick != Pick::New => all(count),
        _ => Pick::New,
    });
    Some(in_blocks(slice(&sliced, above.collect(), node.span)?, &node.meta, node.span))
}
