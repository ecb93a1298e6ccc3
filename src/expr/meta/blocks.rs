//! Rules of functions on blocks: which blocks `map_blocks` and `blockwise` give to a function, and the blocks of the result.

use std::sync::Arc;

use super::ArrayMeta;
use super::chunks::{Blocks, NAN, common};
use super::known::Known;
use crate::data::raised::{Res, value_error};

/// A label of axes: axes with one label go together, block by block.
pub type Label = String;

/// An array, and the labels of its axes.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The array.
    pub meta: ArrayMeta,
    /// One for each axis.
    pub labels: Vec<Label>,
}

/// What is said of the blocks along an axis of the result.
#[derive(Clone, PartialEq, Debug)]
pub enum Sizes {
    /// All of this size.
    Same(usize),
    /// Of these sizes.
    Each(Vec<usize>),
    /// Of sizes that are not known.
    Unknown,
}

impl Sizes {
    /// An entry of `chunks=` or `adjust_chunks=`.
    pub fn of(at: &Known) -> Sizes {
        let size = |at: &Known| match at {
            Known::Int(Some(n)) => usize::try_from(*n).ok(),
            Known::Float(Some(n)) if n.is_nan() => Some(NAN),
            _ => None,
        };
        match at {
            Known::Int(_) | Known::Float(_) => size(at).map_or(Sizes::Unknown, Sizes::Same),
            Known::Tuple(items) | Known::List(Some(items)) => {
                items.iter().map(size).collect::<Option<Vec<_>>>().map_or(Sizes::Unknown, Sizes::Each)
            }
            _ => Sizes::Unknown,
        }
    }
}

/// How a function is applied to blocks.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The labels of the result.
    pub out: Vec<Label>,
    /// Axes that the function adds.
    pub added: Vec<(Label, Sizes)>,
    /// Axes whose blocks have other sizes than those of the arrays.
    pub adjusted: Vec<(Label, Sizes)>,
    /// Whether arrays are cut anew so that their blocks go together.
    pub align: bool,
}

/// The labels of an array's axes in `map_blocks`, counted from the last one.
pub fn counted(ndim: usize) -> Vec<Label> {
    (0..ndim).rev().map(|at| at.to_string()).collect()
}

/// The plan of `map_blocks` for arrays of at most `ndim` axes.
///
/// # Errors
/// Dask's words for axes that are not there, and for too few or too many `chunks`.
pub fn map_plan(ndim: usize, drop: &[i64], new: Option<&[i64]>, chunks: Option<&[Known]>) -> Res<Plan> {
    let mut labels = counted(ndim);
    let outside = |at: &&i64| **at < -(ndim as i64) || **at >= ndim as i64;
    if drop.iter().any(|at| outside(&at)) {
        let shown: Vec<String> = drop.iter().map(i64::to_string).collect();
        let message = format!("drop_axis out of range (drop_axis=[{}], but output is {ndim}d).", shown.join(", "));
        return Err(value_error(message));
    }
    let dropped: Vec<usize> = drop.iter().map(|at| at.rem_euclid(ndim.max(1) as i64) as usize).collect();
    let mut place = 0;
    labels.retain(|_| {
        place += 1;
        !dropped.contains(&(place - 1))
    });
    let mut new: Vec<i64> = new.map(<[i64]>::to_vec).unwrap_or_default();
    if let (true, Some(chunks)) = (new.is_empty(), chunks) {
        new = (0..chunks.len().saturating_sub(labels.len()) as i64).collect();
    }
    new.sort_unstable();
    let mut plan = Plan::default();
    for at in new {
        let label = (labels.len() + drop.len()).to_string();
        let Ok(at) = usize::try_from(at) else { return Ok(Plan { out: labels, ..plan }) };
        labels.insert(at.min(labels.len()), label.clone());
        let sizes = chunks.map_or(Sizes::Same(1), |chunks| chunks.get(at).map_or(Sizes::Unknown, Sizes::of));
        plan.added.push((label, sizes));
    }
    if let Some(chunks) = chunks {
        if chunks.len() != labels.len() {
            let message = format!("Provided chunks have {} dims; expected {} dims", chunks.len(), labels.len());
            return Err(value_error(message).help("give one entry for each axis of the result"));
        }
        plan.adjusted = labels.iter().cloned().zip(chunks.iter().map(Sizes::of)).collect();
    }
    plan.out = labels;
    Ok(plan)
}

/// The blocks along each label.
pub type Along = Vec<(Label, Blocks)>;

fn find<'a, T>(pairs: &'a [(Label, T)], label: &str) -> Option<&'a T> {
    pairs.iter().find(|(known, _)| known == label).map(|(_, found)| found)
}

/// The blocks along each label of the arrays, and of the axes that are added.
///
/// # Errors
/// `ValueError` for arrays that don't go together.
pub fn along(arrays: &[Labelled], plan: &Plan) -> Res<Along> {
    let mut found: Vec<(Label, Vec<Blocks>)> = Vec::new();
    for array in arrays {
        if array.labels.len() != array.meta.ndim() {
            let labels: Vec<String> = array.labels.iter().map(|label| format!("'{label}'")).collect();
            let shown = if labels.len() == 1 { labels.concat() + "," } else { labels.join(", ") };
            let message = format!("Index string ({shown}) does not match array dimension {}", array.meta.ndim());
            return Err(value_error(message).help("name one axis with each letter"));
        }
        for (label, blocks) in array.labels.iter().zip(&array.meta.chunks) {
            match found.iter_mut().find(|(known, _)| known == label) {
                Some((_, all)) => all.push(blocks.clone()),
                None => found.push((label.clone(), vec![blocks.clone()])),
            }
        }
    }
    let mut out = Vec::new();
    for (label, all) in found {
        let blocks = if plan.align { united(&all)? } else { longest(&label, &all)? };
        out.push((label, blocks));
    }
    for (label, sizes) in &plan.added {
        let blocks = match sizes {
            Sizes::Same(size) => Some(Arc::from([*size])),
            Sizes::Each(sizes) => Some(sizes.as_slice().into()),
            Sizes::Unknown => None,
        };
        out.push((label.clone(), blocks));
    }
    Ok(out)
}

/// Blocks that cut wherever one of these does; blocks of size 1 yield.
fn united(all: &[Blocks]) -> Res<Blocks> {
    let Some(all) = all.iter().cloned().collect::<Option<Vec<Arc<[usize]>>>>() else { return Ok(None) };
    let mut some: Vec<&[usize]> = all.iter().map(|blocks| &**blocks).collect();
    some.dedup();
    if some.len() > 1 {
        some.retain(|blocks| *blocks != [1]);
    }
    match some.as_slice() {
        [] => Ok(all.first().cloned()),
        [one] => Ok(Some((*one).into())),
        _ if some.iter().any(|blocks| blocks.contains(&NAN)) => Ok(None),
        several => common(several).map(|blocks| Some(blocks.into())),
    }
}

/// Of arrays that are not cut anew, the blocks of the one that has most of them.
fn longest(label: &str, all: &[Blocks]) -> Res<Blocks> {
    let Some(all) = all.iter().cloned().collect::<Option<Vec<Arc<[usize]>>>>() else { return Ok(None) };
    let Some(most) = all.iter().map(|blocks| blocks.len()).max() else { return Ok(None) };
    if let Some(other) = all.iter().find(|blocks| blocks.len() != 1 && blocks.len() != most) {
        let few = other.len();
        return Err(value_error(format!("Shapes do not align {{{label}: {{{few}, {most}}}}}"))
            .help("the arrays need as many blocks as each other along each axis: `.rechunk` one of them"));
    }
    Ok(all.iter().find(|blocks| blocks.len() == most).cloned())
}

/// The blocks of the result.
///
/// # Errors
/// `ValueError` for labels that no array has, and for `chunks` of another number than there are blocks.
pub fn result(plan: &Plan, along: &Along) -> Res<Vec<Blocks>> {
    let mut out = Vec::new();
    for (at, label) in plan.out.iter().enumerate() {
        if plan.out.iter().filter(|other| *other == label).count() > 1 {
            let message = format!("('Repeated elements not allowed in output index', ['{label}'])");
            return Err(value_error(message));
        }
        let Some(blocks) = find(along, label) else {
            let message = format!("('Unknown dimension', {{'{label}'}})");
            return Err(value_error(message).help("say how long the axis is: `new_axes={label: size}`"));
        };
        out.push(match (find(&plan.adjusted, label), blocks) {
            (None, blocks) => blocks.clone(),
            (Some(Sizes::Each(sizes)), Some(blocks)) if sizes.len() != blocks.len() => {
                let message = format!(
                    "Dimension {at} has {} blocks, adjust_chunks specified with {} blocks",
                    blocks.len(),
                    sizes.len()
                );
                return Err(value_error(message).help("give the size of each block of the result"));
            }
            (Some(Sizes::Each(sizes)), Some(_)) => Some(sizes.as_slice().into()),
            (Some(Sizes::Same(size)), Some(blocks)) => Some(vec![*size; blocks.len()].into()),
            _ => None,
        });
    }
    Ok(out)
}

/// The sizes of one block of each array, and of the block that is expected of the function; `None` where not known.
#[derive(Clone, PartialEq, Debug)]
pub struct Sample {
    /// By array.
    pub blocks: Vec<Vec<Option<usize>>>,
    /// Of the result.
    pub expected: Vec<Option<usize>>,
}

/// At most so many blocks of unlike sizes are looked at one by one.
const KINDS: usize = 6;

/// One sample for each kind of block: blocks of one kind have the same sizes in all arrays and in the result. An axis
/// that the result does not have is given whole.
pub fn samples(arrays: &[Labelled], plan: &Plan, along: &Along, result: &[Blocks]) -> Vec<Sample> {
    // For each label of the result, the kinds: the sizes of each array's block there, and the result's.
    let mut kinds: Vec<Vec<usize>> = Vec::new();
    for (at, label) in plan.out.iter().enumerate() {
        let Some(Some(blocks)) = find(along, label) else {
            kinds.push(Vec::new());
            continue;
        };
        let row = |n: usize| -> Vec<Option<usize>> {
            let own = arrays.iter().flat_map(|array| axis_blocks(array, label, plan));
            let mut row: Vec<Option<usize>> = own.map(|blocks| pick(&blocks, n)).collect();
            row.push(result.get(at).and_then(|blocks| pick(blocks, n)));
            row
        };
        let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
        let mut firsts = Vec::new();
        for n in 0..blocks.len().min(4096) {
            let found = row(n);
            if !rows.contains(&found) {
                rows.push(found);
                firsts.push(n);
            }
        }
        kinds.push(firsts);
    }
    let several: usize = kinds.iter().map(|kinds| kinds.len().max(1)).product();
    if several > KINDS {
        kinds.iter_mut().filter(|kinds| kinds.len() > 1).for_each(Vec::clear);
    }
    let mut places: Vec<Vec<Option<usize>>> = vec![Vec::new()];
    for kinds in &kinds {
        let firsts: Vec<Option<usize>> =
            if kinds.is_empty() { vec![None] } else { kinds.iter().copied().map(Some).collect() };
        places = places.iter().flat_map(|place| firsts.iter().map(|&n| [place.as_slice(), &[n]].concat())).collect();
    }
    places.iter().map(|place| sample(arrays, plan, result, place)).collect()
}

/// The blocks of an array along a label; those that are cut anew are not known.
fn axis_blocks(array: &Labelled, label: &str, plan: &Plan) -> Option<Blocks> {
    let at = array.labels.iter().position(|own| own == label)?;
    Some(if plan.align { None } else { array.meta.chunks.get(at).cloned().flatten() })
}

fn pick(blocks: &Blocks, n: usize) -> Option<usize> {
    let blocks = blocks.as_ref()?;
    let size = if blocks.len() == 1 { blocks.first() } else { blocks.get(n) };
    size.copied().filter(|size| *size != NAN)
}

fn sample(arrays: &[Labelled], plan: &Plan, result: &[Blocks], place: &[Option<usize>]) -> Sample {
    let at = |label: &Label| plan.out.iter().position(|own| own == label);
    let size = |array: &Labelled, axis: usize, label: &Label| match at(label) {
        None => array.meta.shape.get(axis).copied().flatten(),
        Some(at) => {
            let blocks = array.meta.chunks.get(axis)?;
            // All blocks of one size: known wherever it stands, and however the arrays are cut together.
            let one = blocks.as_ref().filter(|blocks| blocks.len() == 1 && !plan.align);
            match (one, place.get(at).copied().flatten()) {
                (Some(one), _) => one.first().copied().filter(|size| *size != NAN),
                (None, Some(n)) if !plan.align || arrays.len() == 1 => pick(blocks, n),
                _ => None,
            }
        }
    };
    let block =
        |array: &Labelled| array.labels.iter().enumerate().map(|(axis, label)| size(array, axis, label)).collect();
    let expected = result.iter().enumerate().map(|(at, blocks)| pick(blocks, place.get(at).copied().flatten()?));
    Sample { blocks: arrays.iter().map(block).collect(), expected: expected.collect() }
}
