//! Guards of products: `tensordot`, `einsum`, `vdot`, `inner`, `cross`.

use super::{Given, Guarded};
use crate::data::Operand;
use crate::data::dtype::result_type;
use crate::data::raised::{Raised, Res, value_error};
use crate::expr::meta::ArrayMeta;
use crate::expr::meta::array;
use crate::expr::meta::array::Voice;
use crate::expr::meta::array::whole;
use crate::expr::meta::call::{array_of, array_or_scalar};
use crate::expr::meta::chunks::show_shape;
use crate::expr::meta::known::{Known, axes};

/// The guard of a function by its name.
pub fn call(name: &str, given: &Given<'_>) -> Guarded {
    match name {
        "tensordot" => tensordot(given),
        "einsum" => einsum(given),
        "vdot" => vdot(given),
        "inner" => inner(given),
        "cross" => cross(given),
        _ => Ok(None),
    }
}

/// What a product of these operands gives; the blocks of a lazy one are not known.
fn product(metas: &[&ArrayMeta], sizes: Vec<Option<usize>>, lazy: bool) -> Known {
    let strong: Vec<Operand> = metas.iter().map(|meta| Operand::Strong(meta.dtype)).collect();
    let mut made = whole(result_type(&strong), sizes);
    if lazy {
        made.chunks = vec![None; made.shape.len()];
    }
    array_or_scalar(made, lazy)
}

fn differ(a: Option<usize>, b: Option<usize>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// The axes of both sides that are summed over.
fn summed(at: &Known, a: usize, b: usize) -> Res<Option<(Vec<usize>, Vec<usize>)>> {
    let pair = match at {
        Known::Int(Some(n)) => {
            let Ok(n) = usize::try_from(*n) else { return Ok(None) };
            if n > a || n > b {
                return Ok(None);
            }
            return Ok(Some(((a - n..a).collect(), (0..n).collect())));
        }
        Known::Tuple(pair) | Known::List(Some(pair)) => pair,
        _ => return Ok(None),
    };
    let [left, right] = pair.as_slice() else { return Ok(None) };
    let side = |at: &Known, ndim: usize| -> Res<Option<Vec<usize>>> {
        let Some(Some(list)) = axes(at)? else { return Ok(None) };
        let within =
            |&at: &i64| usize::try_from(if at < 0 { at + ndim as i64 } else { at }).ok().filter(|&at| at < ndim);
        Ok(list.iter().map(within).collect())
    };
    Ok(side(left, a)?.zip(side(right, b)?))
}

fn tensordot(given: &Given<'_>) -> Guarded {
    let (Some(a), Some(b)) = (given.meta(0), given.meta(1)) else { return Ok(None) };
    let Some((left, right)) = summed(given.at(2), a.ndim(), b.ndim())? else { return Ok(None) };
    let size = |meta: &ArrayMeta, axis: usize| meta.shape.get(axis).copied().flatten();
    let unlike = left.iter().zip(&right).find(|&(&l, &r)| differ(size(&a, l), size(&b, r)));
    if left.len() != right.len() || unlike.is_some() {
        let error = value_error("shape-mismatch for sum");
        return Err(match unlike {
            Some((&l, &r)) => error.help(format!(
                "axis {l} of the first has {} elements, axis {r} of the second {}: name axes of one size",
                size(&a, l).unwrap_or(0),
                size(&b, r).unwrap_or(0)
            )),
            None => error.help("name as many axes of the first as of the second"),
        });
    }
    let rest = |meta: &ArrayMeta, gone: &[usize]| -> Vec<Option<usize>> {
        let stays = |(axis, size): (usize, &Option<usize>)| (!gone.contains(&axis)).then_some(*size);
        meta.shape.iter().enumerate().filter_map(stays).collect()
    };
    let mut sizes = rest(&a, &left);
    sizes.extend(rest(&b, &right));
    Ok(Some(product(&[&a, &b], sizes, given.lazy())))
}

/// The labels of a text of subscripts: of each operand, and of the result.
struct Subscripts {
    terms: Vec<Vec<char>>,
    out: Vec<char>,
}

fn subscripts(text: &str) -> Option<Subscripts> {
    let plain: String = text.chars().filter(|c| *c != ' ').collect();
    if plain.contains('.') || plain.chars().any(|c| !c.is_ascii_alphabetic() && !",->".contains(c)) {
        return None;
    }
    let (ins, out) = match plain.split_once("->") {
        Some((ins, out)) => (ins, Some(out)),
        None => (plain.as_str(), None),
    };
    let terms: Vec<Vec<char>> = ins.split(',').map(|term| term.chars().collect()).collect();
    let out = match out {
        Some(out) => out.chars().collect(),
        None => {
            let all: Vec<char> = terms.concat();
            let mut once: Vec<char> =
                all.iter().copied().filter(|c| all.iter().filter(|d| *d == c).count() == 1).collect();
            once.sort_unstable();
            once
        }
    };
    Some(Subscripts { terms, out })
}

fn einsum(given: &Given<'_>) -> Guarded {
    // Keyword-only parameters come before `*operands`.
    let (rest, dtype) = if given.dask { (3, 0) } else { (5, 1) };
    let Known::Tuple(operands) = given.at(rest) else { return Ok(None) };
    let Some((Known::Str(Some(text)), arrays)) = operands.split_first() else { return Ok(None) };
    let Some(found) = subscripts(text) else { return Ok(None) };
    if arrays.len() != found.terms.len() {
        let few = if arrays.len() < found.terms.len() { "more" } else { "fewer" };
        let message =
            format!("{few} operands provided to einstein sum function than specified in the subscripts string");
        let said = value_error(message);
        return Err(said.help(format!(
            "the subscripts name {} operands, {} are given",
            found.terms.len(),
            arrays.len()
        )));
    }
    let metas: Option<Vec<ArrayMeta>> = arrays.iter().map(array_of).collect();
    let Some(metas) = metas else { return Ok(None) };
    let lazy = given.dask || arrays.iter().any(|at| matches!(at, Known::Array(arr) if arr.lazy));
    let sizes = label_sizes(&found, &metas, lazy)?;
    for label in &found.out {
        if !found.terms.iter().any(|term| term.contains(label)) {
            let message = format!(
                "einstein sum subscripts string included output subscript '{label}' which never appeared in an input"
            );
            return Err(value_error(message).help(format!("an operand must have an axis `{label}`")));
        }
        if found.out.iter().filter(|other| *other == label).count() > 1 {
            let message = format!("einstein sum subscripts string includes output subscript '{label}' multiple times");
            return Err(value_error(message));
        }
    }
    let size = |label: &char| sizes.iter().find(|(known, _)| known == label).and_then(|(_, size)| *size);
    if given.at(dtype) != &Known::None {
        return Ok(None);
    }
    let refs: Vec<&ArrayMeta> = metas.iter().collect();
    Ok(Some(product(&refs, found.out.iter().map(size).collect(), lazy)))
}

/// The size of each label; operands of other numbers of axes or other sizes raise.
fn label_sizes(found: &Subscripts, metas: &[ArrayMeta], lazy: bool) -> Res<Vec<(char, Option<usize>)>> {
    let mut sizes: Vec<(char, Option<usize>)> = Vec::new();
    for (at, (term, meta)) in found.terms.iter().zip(metas).enumerate() {
        if term.len() != meta.ndim() {
            return Err(wrong_term(at, term, meta, lazy));
        }
        for (&label, &size) in term.iter().zip(&meta.shape) {
            let known = sizes.iter_mut().find(|(known, _)| *known == label);
            match known {
                None => sizes.push((label, size)),
                Some((_, had)) if had.is_none() || *had == Some(1) => *had = size,
                Some((_, had)) if size != Some(1) && differ(*had, size) => {
                    let (had, size) = (had.unwrap_or(0), size.unwrap_or(0));
                    let shapes = metas.iter().map(|meta| tight(&meta.shape));
                    let message = format!(
                        "operands could not be broadcast together with remapped shapes [original->remapped]: {}",
                        shapes.map(|shape| shape + " ").collect::<String>()
                    );
                    return Err(
                        value_error(message).help(format!("`{label}` stands for axes of {had} and of {size} elements"))
                    );
                }
                Some(_) => {}
            }
        }
    }
    Ok(sizes)
}

fn wrong_term(at: usize, term: &[char], meta: &ArrayMeta, lazy: bool) -> Box<Raised> {
    let text: String = term.iter().collect();
    let help = format!("`{text}` names {} axes, operand {at} has {}", term.len(), meta.ndim());
    let error = if lazy {
        let labels: Vec<String> = term.iter().map(|c| format!("'{c}'")).collect();
        let labels = if labels.len() == 1 { labels.concat() + "," } else { labels.join(", ") };
        value_error(format!("Index string ({labels}) does not match array dimension {}", meta.ndim()))
    } else if term.len() > meta.ndim() {
        value_error(format!("einstein sum subscripts string contains too many subscripts for operand {at}"))
    } else {
        value_error(
            "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast \
             the extra dimensions.",
        )
    };
    error.help(help)
}

fn tight(sizes: &[Option<usize>]) -> String {
    show_shape(sizes).replace(", ", ",")
}

fn vdot(given: &Given<'_>) -> Guarded {
    let (Some(a), Some(b)) = (given.meta(0), given.meta(1)) else { return Ok(None) };
    if given.lazy() {
        return Ok(None);
    }
    if let (Some(n), Some(m)) = (a.size(), b.size())
        && n != m
    {
        let error = value_error(format!("cannot reshape array of size {m} into shape ({n},)"));
        return Err(error.help(format!("one has {n} elements, the other {m}")));
    }
    Ok(Some(product(&[&a, &b], Vec::new(), false)))
}

fn inner(given: &Given<'_>) -> Guarded {
    let (Some(a), Some(b)) = (given.meta(0), given.meta(1)) else { return Ok(None) };
    let (Some((&n, left)), Some((&m, right))) = (a.shape.split_last(), b.shape.split_last()) else { return Ok(None) };
    if differ(n, m) {
        let mut turned = vec![m];
        turned.extend(right);
        let (n, m) = (n.unwrap_or(0), m.unwrap_or(0));
        let message = format!(
            "shapes {} and {} not aligned: {n} (dim {}) != {m} (dim 0)",
            tight(&a.shape),
            tight(&turned),
            left.len()
        );
        return Err(value_error(message).help("the last axes of both must have one size"));
    }
    Ok(Some(product(&[&a, &b], left.iter().chain(right).copied().collect(), given.lazy())))
}

fn cross(given: &Given<'_>) -> Guarded {
    let (Some(a), Some(b)) = (given.meta(0), given.meta(1)) else { return Ok(None) };
    if given.lazy() || given.int(2) != Some(-1) || given.int(3) != Some(-1) || given.at(5) != &Known::None {
        return Ok(None);
    }
    let (Some((&n, left)), Some((&m, right))) = (a.shape.split_last(), b.shape.split_last()) else { return Ok(None) };
    if [n, m].iter().any(|size| matches!(size, Some(size) if *size != 2 && *size != 3)) {
        return Err(value_error("incompatible dimensions for cross product\n(dimension must be 2 or 3)"));
    }
    array::broadcast(&[left, right], Voice::NumPy).map(|_| None)
}
