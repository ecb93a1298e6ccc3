//! Rules: dtype, shape and chunks of a result from those of its operands. The checker and the builders share them.

use std::sync::Arc;

use super::ArrayMeta;
use super::chunks::{
    Blocks, COMPUTE_SIZES, Chunks, NAN, Spec, common, normalize, normalize_within, regular, show_shape, unknown_chunks,
};
use crate::data::raised::{ExcClass, Raised, Res, value_error};
use crate::data::{DType, Operand, shape};
use crate::ops::reduction::Finish;
use crate::ops::{Reduction, ScalarOp, resolve};

/// An operand of an elementwise operation.
#[derive(Clone, Copy, Debug)]
pub enum Term<'a> {
    /// An array.
    Array(&'a ArrayMeta),
    /// A number.
    Number(Operand),
}

/// Whose words an error is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    /// NumPy's: an eager array.
    NumPy,
    /// Dask's: a lazy one.
    Dask,
}

impl Term<'_> {
    /// What it is to promotion.
    pub fn operand(&self) -> Operand {
        match self {
            Term::Array(meta) => Operand::Strong(meta.dtype),
            Term::Number(operand) => *operand,
        }
    }
}

/// An array of these sizes in one block.
pub fn whole(dtype: DType, sizes: Vec<Option<usize>>) -> ArrayMeta {
    let chunks = sizes.iter().map(|size| size.map(|n| Arc::from([n]))).collect();
    ArrayMeta { dtype, shape: sizes, chunks }
}

/// An array that a function makes: `ones`, `zeros`, `full`, random numbers.
pub fn create(dtype: DType, sizes: &[Option<usize>], chunks: &Chunks) -> Res<ArrayMeta> {
    let blocks = normalize(chunks, sizes, dtype, None)?;
    Ok(ArrayMeta { dtype, shape: sizes.to_vec(), chunks: blocks })
}

/// The shape that these broadcast to, as far as known.
pub fn broadcast(shapes: &[&[Option<usize>]], voice: Voice) -> Res<Vec<Option<usize>>> {
    let ndim = shapes.iter().map(|sizes| sizes.len()).max().unwrap_or(0);
    let mut out = vec![Some(1); ndim];
    for sizes in shapes {
        for (place, &size) in out.iter_mut().rev().zip(sizes.iter().rev()) {
            *place = match (*place, size) {
                (Some(1), other) | (other, Some(1)) => other,
                (Some(a), Some(b)) if a != b => return Err(broadcast_error(shapes, voice)),
                (Some(a), _) | (None, Some(a)) => Some(a),
                (None, None) => None,
            };
        }
    }
    Ok(out)
}

fn broadcast_error(shapes: &[&[Option<usize>]], voice: Voice) -> Box<Raised> {
    let shown: Vec<String> = shapes.iter().map(|sizes| show_shape(sizes)).collect();
    let text = match voice {
        Voice::Dask => shown.join(" "),
        Voice::NumPy => shown.iter().map(|text| text.replace(", ", ",") + " ").collect(),
    };
    value_error(format!("operands could not be broadcast together with shapes {text}"))
        .help("shapes are compared from the last axis backwards: two sizes fit if they are equal or one of them is 1")
}

/// An elementwise operation: promotion, broadcasting, and blocks that fit all operands.
pub fn elementwise(op: &'static ScalarOp, terms: &[Term<'_>], voice: Voice) -> Res<ArrayMeta> {
    let operands: Vec<Operand> = terms.iter().map(Term::operand).collect();
    let chosen = resolve(op, &operands);
    let arrays: Vec<&ArrayMeta> = terms
        .iter()
        .filter_map(|term| match term {
            Term::Array(meta) => Some(*meta),
            Term::Number(_) => None,
        })
        .collect();
    // What NumPy raises comes before what rdask alone refuses.
    let chosen = match chosen {
        Err(error) if error.class != ExcClass::NotImplementedError => return Err(error),
        Err(error) => return Err(unify(&arrays, voice).err().unwrap_or(error)),
        Ok(chosen) => chosen,
    };
    let (shape, chunks) = unify(&arrays, voice)?;
    Ok(ArrayMeta { dtype: chosen.out, shape, chunks })
}

/// Shape and blocks of arrays that meet element by element.
pub fn unify(arrays: &[&ArrayMeta], voice: Voice) -> Res<(Vec<Option<usize>>, Vec<Blocks>)> {
    let shapes: Vec<&[Option<usize>]> = arrays.iter().map(|meta| meta.shape.as_slice()).collect();
    let mut sizes = broadcast(&shapes, voice)?;
    let mut chunks = Vec::with_capacity(sizes.len());
    let ndim = sizes.len();
    for (at, size) in sizes.iter_mut().enumerate() {
        let unknown = |meta: &&ArrayMeta| {
            let axis = (meta.ndim() + at).checked_sub(ndim).and_then(|axis| meta.chunks.get(axis).cloned().flatten());
            axis.is_some_and(|axis| axis.contains(&NAN))
        };
        if arrays.iter().any(unknown) {
            // Two sizes of which one is not known fit if the other is 1.
            if size.is_some_and(|size| size > 1) {
                return Err(broadcast_error(&shapes, voice));
            }
            *size = None;
        }
        chunks.push(axis_blocks(arrays, ndim - at, *size)?);
    }
    Ok((sizes, chunks))
}

/// Common blocks of the axis that is `from_end` from the end.
fn axis_blocks(arrays: &[&ArrayMeta], from_end: usize, size: Option<usize>) -> Res<Blocks> {
    let mut all: Vec<&[usize]> = Vec::new();
    for meta in arrays {
        let Some(axis) = meta.ndim().checked_sub(from_end) else { continue };
        let (Some(known), Some(blocks)) = (meta.shape.get(axis), meta.chunks.get(axis)) else { continue };
        match (known, blocks) {
            (Some(1), _) if size != Some(1) => {}
            (_, Some(blocks)) => all.push(blocks),
            _ => return Ok(None),
        }
    }
    match (all.is_empty(), size) {
        (true, _) => Ok(size.map(|n| Arc::from([n]))),
        (false, Some(_)) => Ok(Some(common(&all)?.into())),
        (false, None) if all.iter().any(|blocks| blocks.contains(&NAN)) => same_count(&all).map(Some),
        (false, None) => Ok(None),
    }
}

/// The blocks of an axis along which some sizes are not known: they fit if there are equally many.
fn same_count(all: &[&[usize]]) -> Res<Arc<[usize]>> {
    let mut cut = all.iter().filter(|blocks| blocks.len() > 1);
    let Some(first) = cut.next() else { return Ok(all.first().copied().unwrap_or(&[]).into()) };
    match cut.all(|blocks| blocks == first) {
        true => Ok((*first).into()),
        false => Err(unknown_chunks(all)),
    }
}

/// An axis counted from the front; `AxisError` in the words of NumPy or Dask.
pub fn axis(at: i64, ndim: usize, voice: Voice) -> Res<usize> {
    shape::axis(at, ndim).map_err(|mut error| {
        if voice == Voice::Dask {
            error.message = error.message.replacen("axis", "Axis", 1);
        }
        error
    })
}

/// A reduction along axes (`None`: all). The result, and the axes counted from the front.
pub fn reduce(
    row: &'static Reduction,
    meta: &ArrayMeta,
    axes: Option<&[i64]>,
    keepdims: bool,
    voice: Voice,
) -> Res<(ArrayMeta, Vec<usize>)> {
    let axes = match axes {
        None => (0..meta.ndim()).collect(),
        // NumPy takes a value without axes for a vector of one.
        Some([0 | -1]) if meta.ndim() == 0 && voice == Voice::NumPy && !row.averages() => Vec::new(),
        Some(list) => {
            for &at in list {
                axis(at, meta.ndim(), voice)?;
            }
            shape::axes(list, meta.ndim())?
        }
    };
    if let (Some(message), Voice::NumPy) = (row.of_empty, voice)
        && axes.iter().any(|&at| meta.shape.get(at) == Some(&Some(0)))
    {
        return Err(value_error(message));
    }
    row.check(meta.dtype)?;
    if voice == Voice::Dask {
        row.check_places(meta.dtype)?;
    }
    let unknown = |at: &usize| {
        meta.chunks.get(*at).and_then(Option::as_ref).is_some_and(|sizes| sizes.len() > 1 && sizes.contains(&NAN))
    };
    if row.finish == Finish::Position && voice == Voice::Dask && axes.iter().any(unknown) {
        return Err(unplaced());
    }
    let dtype = row.result(meta.dtype);
    let mut out = ArrayMeta { dtype, shape: Vec::new(), chunks: Vec::new() };
    for (at, (size, blocks)) in meta.shape.iter().zip(&meta.chunks).enumerate() {
        if !axes.contains(&at) {
            out.shape.push(*size);
            out.chunks.push(blocks.clone());
        } else if keepdims {
            out.shape.push(Some(1));
            out.chunks.push(Some(Arc::from([1])));
        }
    }
    Ok((out, axes))
}

/// Dask's error for positions in arrays of which it is not known where their blocks begin.
pub fn unplaced() -> Box<Raised> {
    value_error(
        "Arg-reductions do not work with arrays that have unknown chunksizes. At some point in your computation this \
         array lost chunking information.\n\nA possible solution is with \n  x.compute_chunk_sizes()",
    )
}

/// The axes in another order (`None`: reversed). The result, and the order.
pub fn transpose(meta: &ArrayMeta, axes: Option<&[i64]>, voice: Voice) -> Res<(ArrayMeta, Vec<usize>)> {
    let ndim = meta.ndim();
    let order: Vec<usize> = match axes {
        None => (0..ndim).rev().collect(),
        Some(list) if list.len() != ndim => return Err(value_error("axes don't match array")),
        Some(list) => {
            let mut order = Vec::with_capacity(ndim);
            for &at in list {
                let found = shape::axis(at, ndim)?;
                if order.contains(&found) {
                    return Err(value_error(match voice {
                        Voice::Dask => format!("('Repeated elements not allowed in output index', [{found}])"),
                        Voice::NumPy => "repeated axis in transpose".to_owned(),
                    })
                    .help("each axis stands once in the new order"));
                }
                order.push(found);
            }
            order
        }
    };
    let shape = order.iter().map(|&at| meta.shape.get(at).copied().flatten()).collect();
    let chunks = order.iter().map(|&at| meta.chunks.get(at).cloned().flatten()).collect();
    Ok((ArrayMeta { dtype: meta.dtype, shape, chunks }, order))
}

/// The same array in other blocks.
pub fn rechunk(meta: &ArrayMeta, chunks: &Chunks) -> Res<ArrayMeta> {
    rechunk_within(meta, chunks, None)
}

/// The same array in other blocks; `limit`: the bytes that a block of `"auto"` may have.
pub fn rechunk_within(meta: &ArrayMeta, chunks: &Chunks, limit: Option<u64>) -> Res<ArrayMeta> {
    let chunks = match chunks {
        Chunks::Axes(pairs) => {
            for (at, _) in pairs {
                axis(*at, meta.ndim(), Voice::Dask)?;
            }
            let ndim = meta.ndim() as i64;
            let of = |at: i64| pairs.iter().find(|(axis, _)| axis.rem_euclid(ndim.max(1)) == at);
            Chunks::Each((0..ndim).map(|at| of(at).map_or(Spec::Keep, |(_, spec)| spec.clone())).collect())
        }
        other => other.clone(),
    };
    let chunks = match chunks {
        // Dask takes no notice of entries past the last axis.
        Chunks::Each(specs) if specs.len() >= meta.ndim() => {
            check_unknown(meta, &specs)?;
            let kept = |(spec, old): (Spec, &Blocks)| match (spec, old) {
                (Spec::Unknown, Some(blocks)) if blocks.contains(&NAN) => Spec::Blocks(blocks.to_vec()),
                (Spec::Keep, Some(blocks)) => Spec::Blocks(blocks.to_vec()),
                (Spec::Keep, None) => Spec::Unknown,
                (spec, _) => spec,
            };
            Chunks::Each(specs.into_iter().zip(&meta.chunks).map(kept).collect())
        }
        Chunks::Same(spec) => {
            check_unknown(meta, &vec![spec.clone(); meta.ndim()])?;
            Chunks::Same(spec)
        }
        other => other,
    };
    let sizes = meta.shape.clone();
    if sizes.iter().all(|size| *size == Some(0)) && !sizes.is_empty() {
        return Ok(meta.clone());
    }
    let blocks = normalize_within(&chunks, &sizes, meta.dtype, Some(&meta.chunks), limit)?;
    Ok(ArrayMeta { dtype: meta.dtype, shape: sizes, chunks: blocks })
}

/// Dask's errors where blocks of sizes that are not known should become others.
fn check_unknown(meta: &ArrayMeta, specs: &[Spec]) -> Res<()> {
    let unknown = |blocks: &Blocks| blocks.as_ref().is_some_and(|blocks| blocks.contains(&NAN));
    if !meta.chunks.iter().any(unknown) {
        return Ok(());
    }
    if specs.iter().any(|spec| matches!(spec, Spec::Auto | Spec::Bytes(_))) {
        let text = format!("Can not perform automatic rechunking with unknown (nan) chunk sizes.{COMPUTE_SIZES}");
        return Err(value_error(text));
    }
    for (spec, blocks) in specs.iter().zip(&meta.chunks).filter(|(_, blocks)| unknown(blocks)) {
        let wanted = match spec {
            Spec::Size(size) if *size != -1 => size.to_string(),
            Spec::Size(_) | Spec::Whole => "nan".to_owned(),
            Spec::Blocks(list) if blocks.as_ref().is_none_or(|own| **own != **list) => {
                return Err(value_error(
                    "Chunks must be unchanging along dimensions with missing values.\n\nA possible solution:\n  \
                     x.compute_chunk_sizes()",
                ));
            }
            _ => continue,
        };
        let text = format!("Array chunk sizes are unknown. shape: (nan,), chunks: ({wanted},){COMPUTE_SIZES}");
        return Err(value_error(text));
    }
    Ok(())
}

/// Blocks of nearly the same size, about as many as these: Dask's `balance=True`.
pub fn balanced(blocks: &[usize]) -> Vec<usize> {
    let mut sorted = blocks.to_vec();
    sorted.sort_unstable();
    let half = sorted.len() / 2;
    let upper = sorted.get(half).copied().unwrap_or(0);
    let lower =
        if sorted.len().is_multiple_of(2) { sorted.get(half.wrapping_sub(1)).copied().unwrap_or(0) } else { upper };
    let median = (lower + upper) / 2;
    let (Some(&least), Some(&most)) = (sorted.first(), sorted.last()) else { return blocks.to_vec() };
    let count = if 2 * least <= most { blocks.len().saturating_sub(1) } else { blocks.len() };
    let total: usize = blocks.iter().sum();
    let spread = |cut: &Vec<usize>| cut.iter().max().unwrap_or(&0) - cut.iter().min().unwrap_or(&0);
    let sizes = (median - median / 2).max(1)..=median + median / 2;
    let fitting = sizes.map(|size| regular(total, size)).filter(|cut| cut.len() == count);
    fitting.min_by_key(spread).unwrap_or_else(|| blocks.to_vec())
}

/// The dtype and shape of elements made one array: `concatenate` along an axis.
pub fn concat(all: &[&ArrayMeta], at: i64, voice: Voice) -> Res<(ArrayMeta, usize)> {
    let Some(first) = all.first() else {
        let text = if voice == Voice::Dask {
            "Need array(s) to concatenate"
        } else {
            "need at least one array to concatenate"
        };
        return Err(value_error(text));
    };
    if first.ndim() == 0 {
        return Err(value_error("zero-dimensional arrays cannot be concatenated"));
    }
    let at = shape::axis(at, first.ndim())?;
    check_concat(all, at, voice)?;
    let dtype = DType::common_of(all.iter().map(|meta| meta.dtype))?.unwrap_or(first.dtype);
    let mut out = ArrayMeta { dtype, shape: Vec::new(), chunks: Vec::new() };
    let all = &with_elements(all);
    for axis in 0..first.ndim() {
        let sizes = || all.iter().map(|meta| meta.shape.get(axis).copied().flatten());
        if axis == at {
            out.shape.push(sizes().sum::<Option<usize>>());
            let blocks = all.iter().map(|meta| meta.chunks.get(axis).cloned().flatten());
            let joined: Option<Vec<Arc<[usize]>>> = blocks.collect();
            out.chunks.push(joined.map(|parts| parts.iter().flat_map(|part| part.iter().copied()).collect()));
        } else {
            let size = sizes().flatten().next();
            out.shape.push(size);
            out.chunks.push(axis_blocks(all, first.ndim() - axis, size)?);
        }
    }
    Ok((out, at))
}

/// The arrays that concatenation puts together: those without elements are left out, unless there are no others.
fn with_elements<'m>(all: &[&'m ArrayMeta]) -> Vec<&'m ArrayMeta> {
    let kept: Vec<&ArrayMeta> = all.iter().copied().filter(|meta| meta.size() != Some(0)).collect();
    if kept.is_empty() { all.to_vec() } else { kept }
}

fn check_concat(all: &[&ArrayMeta], at: usize, voice: Voice) -> Res<()> {
    let Some(first) = all.first() else { return Ok(()) };
    for (number, meta) in all.iter().enumerate() {
        if meta.ndim() != first.ndim() {
            return Err(value_error(format!(
                "all the input arrays must have same number of dimensions, but the array at index 0 has {} dimension(s) \
                 and the array at index {number} has {} dimension(s)",
                first.ndim(),
                meta.ndim()
            )));
        }
        for (axis, (a, b)) in first.shape.iter().zip(&meta.shape).enumerate() {
            let (Some(a), Some(b)) = (a, b) else { continue };
            if axis == at || a == b {
                continue;
            }
            let text = match voice {
                Voice::Dask => {
                    let shown: Vec<String> = all.iter().map(|meta| show_shape(&meta.shape)).collect();
                    format!("('Shapes do not align: %s', [{}])", shown.join(", "))
                }
                Voice::NumPy => format!(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along \
                     dimension {axis}, the array at index 0 has size {a} and the array at index {number} has size {b}"
                ),
            };
            return Err(value_error(text).help(format!("only axis {at} may differ")));
        }
    }
    Ok(())
}

/// Arrays of one shape along a new axis.
pub fn stack(all: &[&ArrayMeta], at: i64, voice: Voice) -> Res<(ArrayMeta, usize)> {
    let Some(first) = all.first() else {
        let text = if voice == Voice::Dask { "Need array(s) to stack" } else { "need at least one array to stack" };
        return Err(value_error(text));
    };
    for (number, meta) in all.iter().enumerate() {
        let differ = |(a, b): (&Option<usize>, &Option<usize>)| matches!((a, b), (Some(a), Some(b)) if a != b);
        if meta.ndim() != first.ndim() || meta.shape.iter().zip(&first.shape).any(differ) {
            let text = match voice {
                Voice::NumPy => "all input arrays must have the same shape".to_owned(),
                Voice::Dask => format!(
                    "Stacked arrays must have the same shape. The first array had shape {}, while array {} has shape {}.",
                    show_shape(&first.shape),
                    number + 1,
                    show_shape(&meta.shape)
                ),
            };
            return Err(value_error(text).help("concatenate joins arrays of different sizes along an axis they have"));
        }
    }
    let at = shape::axis(at, first.ndim() + 1)?;
    let dtype = DType::common_of(all.iter().map(|meta| meta.dtype))?.unwrap_or(first.dtype);
    let (mut shape, mut chunks) = unify(all, voice)?;
    shape.insert(at, Some(all.len()));
    chunks.insert(at, Some(vec![1; all.len()].into()));
    Ok((ArrayMeta { dtype, shape, chunks }, at))
}

/// How a product is written; it decides the words of its errors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Product {
    /// `a.dot(b)`.
    Dot,
    /// `a @ b`.
    MatMul,
}

/// A product of arrays of one or two axes.
pub fn contract(a: &ArrayMeta, b: &ArrayMeta, how: Product) -> Res<ArrayMeta> {
    a.dtype.check_product()?;
    b.dtype.check_product()?;
    if a.ndim() == 0 || b.ndim() == 0 {
        return Err(scalar_product(a.ndim() == 0, how));
    }
    let inner_b = b.ndim().saturating_sub(2);
    let (left, right) = (a.shape.last().copied().flatten(), b.shape.get(inner_b).copied().flatten());
    if let (Some(n), Some(m)) = (left, right)
        && n != m
    {
        return Err(misaligned(a, b, n, m, how));
    }
    // Dask adds up the products of several blocks, and sums are as wide as sums are.
    let split = |meta: &ArrayMeta, axis: usize| {
        meta.chunks.get(axis).is_some_and(|blocks| blocks.as_ref().is_some_and(|blocks| blocks.len() > 1))
    };
    let several = split(a, a.ndim() - 1) || split(b, inner_b);
    let dtype = a.dtype.promote(b.dtype);
    let dtype = if several { dtype.summed() } else { dtype };
    let mut out = ArrayMeta { dtype, shape: Vec::new(), chunks: Vec::new() };
    if how == Product::MatMul && (a.ndim() > 2 || b.ndim() > 2) {
        out = stacks(a, b, dtype)?;
    }
    let mut take = |from: &ArrayMeta, axis: usize| {
        out.shape.push(from.shape.get(axis).copied().flatten());
        out.chunks.push(from.chunks.get(axis).cloned().flatten());
    };
    let outer = how == Product::Dot;
    for axis in 0..a.ndim() - 1 {
        if outer || axis + 2 == a.ndim() {
            take(a, axis);
        }
    }
    for axis in 0..b.ndim() {
        if axis != inner_b && (outer || axis + 1 == b.ndim()) {
            take(b, axis);
        }
    }
    Ok(out)
}

/// The axes before the last two of the factors of a product, which broadcast; in one block each.
fn stacks(a: &ArrayMeta, b: &ArrayMeta, dtype: DType) -> Res<ArrayMeta> {
    let outer = |meta: &ArrayMeta| meta.shape.get(..meta.ndim().saturating_sub(2)).unwrap_or_default().to_vec();
    let (left, right) = (outer(a), outer(b));
    let ndim = left.len().max(right.len());
    let at = |sizes: &[Option<usize>], axis: usize| {
        (axis + sizes.len()).checked_sub(ndim).map_or(Some(1), |axis| sizes.get(axis).copied().flatten())
    };
    let mut sizes = Vec::with_capacity(ndim);
    for axis in 0..ndim {
        sizes.push(match (at(&left, axis), at(&right, axis)) {
            (Some(1), size) | (size, Some(1)) => size,
            (Some(n), Some(m)) if n != m => {
                let known = |sizes: &[Option<usize>]| sizes.iter().map(|n| n.unwrap_or(0)).collect::<Vec<_>>();
                return Err(shape::broadcast_error(&[&known(&left), &known(&right)]));
            }
            (n, m) => n.or(m),
        });
    }
    Ok(whole(dtype, sizes))
}

fn scalar_product(first: bool, how: Product) -> Box<Raised> {
    let at = usize::from(!first);
    match how {
        Product::MatMul => value_error(format!(
            "matmul: Input operand {at} does not have enough dimensions (has 0, gufunc core with signature \
             (n?,k),(k,m?)->(n?,m?) requires 1)"
        )),
        Product::Dot => value_error("dot of an array without axes: multiply with * instead"),
    }
}

fn misaligned(a: &ArrayMeta, b: &ArrayMeta, n: usize, m: usize, how: Product) -> Box<Raised> {
    let text = match how {
        Product::MatMul => format!(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \
             (n?,k),(k,m?)->(n?,m?) (size {m} is different from {n})"
        ),
        Product::Dot => format!(
            "shapes {} and {} not aligned: {n} (dim {}) != {m} (dim {})",
            show_shape(&a.shape).replace(", ", ","),
            show_shape(&b.shape).replace(", ", ","),
            a.ndim() - 1,
            b.ndim().saturating_sub(2)
        ),
    };
    let fits_turned = b.ndim() == 2 && b.shape.last().copied().flatten() == Some(n);
    let cure = if fits_turned { "; the second array fits transposed: write .T after it" } else { "" };
    value_error(text).help(format!("the last axis of the first array has size {n}, the first of the second {m}{cure}"))
}
