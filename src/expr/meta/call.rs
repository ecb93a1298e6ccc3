//! Rules by qualified name: what a function, method, operator or attribute of arrays gives. `None`: there is no rule,
//! or too little is known, and the declaration's type stands. An error: it raises whenever it is reached.

use super::ArrayMeta;
use super::array::{self as rules, Product, Term, Voice, whole};
use super::chunks::NAN;
use super::index;
use super::known::{Arr, Known, axes, chunks, dtype, entries, sizes};
use super::make;
use super::stats;
use super::text::text_error;
use crate::data::dtype::result_type;
use crate::data::raised::{ExcClass, Raised, Res, type_error};
use crate::data::{DType, Operand};
use crate::ops::{self, Reduction, ScalarOp, reduction};

/// What is known of a result: `None` where there is no rule.
pub type Ruled = Option<Res<Known>>;

/// Turn `Ok(None)` (too little known) into no rule.
pub(super) fn ruled(result: Res<Option<Known>>) -> Ruled {
    result.transpose()
}

/// `a[index]`.
pub fn getitem(a: &Known, index: &Known) -> Ruled {
    let Known::Array(arr) = a else { return None };
    let meta = arr.meta.as_ref()?;
    let voice = voice_of(arr.lazy);
    if let (true, Known::Str(_)) = (arr.lazy, index) {
        let text = format!("'There are no fields in dtype {}.'", meta.dtype);
        let said = Raised::new(ExcClass::KeyError, text);
        return Some(Err(said.help("arrays have no columns: index with numbers and slices")));
    }
    ruled((|| {
        let entries = entries(index, arr.lazy)?;
        if entries.contains(&index::Entry::Unknown) {
            return Ok(None);
        }
        let mut found = index::index(meta, &entries, voice)?;
        if !matches!(index, Known::Array(_)) {
            super::fancy::listed(meta, index, voice)?;
        }
        if let (true, Known::Array(mask)) = (arr.lazy, index) {
            super::fancy::masked(meta, mask, &mut found.meta)?;
        }
        if found.scalar && !arr.lazy {
            return Ok(Some(Known::Scalar(meta.dtype)));
        }
        Ok(Some(Known::Array(Arr { lazy: arr.lazy, meta: Some(found.meta) })))
    })())
}

/// `a.name` for a data attribute.
pub fn getattr(a: &Known, name: &str) -> Option<Known> {
    let Known::Array(arr) = a else { return None };
    let meta = arr.meta.as_ref()?;
    let count = |n: Option<usize>| match n {
        Some(NAN) => Known::Float(Some(f64::NAN)),
        // Only the run knows: an integer, or nan.
        None if arr.lazy => Known::Any,
        n => Known::Int(n.map(|n| n as i64)),
    };
    Some(match name {
        "shape" => Known::Tuple(meta.shape.iter().map(|&n| count(n)).collect()),
        "ndim" => Known::Int(Some(meta.ndim() as i64)),
        "size" => count(meta.size()),
        "nbytes" => count(meta.nbytes()),
        "itemsize" => Known::Int(Some(meta.dtype.itemsize() as i64)),
        "dtype" => Known::DType(Some(meta.dtype)),
        "T" => Known::Array(Arr {
            lazy: arr.lazy,
            meta: rules::transpose(meta, None, voice_of(arr.lazy)).ok().map(|(meta, _)| meta),
        }),
        "chunks" if arr.lazy => {
            let blocks = |axis: &super::chunks::Blocks| match axis {
                Some(blocks) => Known::Tuple(blocks.iter().map(|&n| count(Some(n))).collect()),
                None => Known::Any,
            };
            Known::Tuple(meta.chunks.iter().map(blocks).collect())
        }
        "chunksize" if arr.lazy => {
            let largest =
                |axis: &super::chunks::Blocks| count(axis.as_ref().and_then(|b| super::chunks::largest_block(b)));
            Known::Tuple(meta.chunks.iter().map(largest).collect())
        }
        "numblocks" if arr.lazy => {
            Known::Tuple(meta.chunks.iter().map(|axis| count(axis.as_ref().map(|blocks| blocks.len()))).collect())
        }
        "npartitions" if arr.lazy => count(meta.npartitions()),
        "real" if !meta.dtype.is_complex() => a.clone(),
        "real" | "imag" => return ufunc(name, &[a], None)?.ok(),
        _ => return None,
    })
}

/// The words of a lazy or an eager array.
pub fn voice_of(lazy: bool) -> Voice {
    if lazy { Voice::Dask } else { Voice::NumPy }
}

/// An elementwise operation by name. `symbol`: it was written as an operator.
pub fn ufunc(name: &str, args: &[&Known], symbol: Option<&str>) -> Ruled {
    elementwise(ops::find(name)?, args, symbol, false)
}

fn elementwise(op: &'static ScalarOp, args: &[&Known], symbol: Option<&str>, always_lazy: bool) -> Ruled {
    let mut metas: Vec<Option<ArrayMeta>> = Vec::new();
    let (mut any_array, mut lazy) = (false, always_lazy);
    let texts = args.iter().any(|arg| holds_text(arg));
    for arg in args {
        match arg {
            Known::Array(arr) => {
                any_array = true;
                lazy |= arr.lazy;
                metas.push(Some(arr.meta.clone()?));
            }
            Known::List(_) | Known::Tuple(_) => {
                any_array = true;
                metas.push(Some(array_of(arg)?));
            }
            Known::Bool(_) | Known::Int(_) | Known::Float(_) | Known::Complex | Known::Scalar(_) => metas.push(None),
            Known::Str(Some(_)) if texts => metas.push(None),
            Known::Str(None) if texts => return None,
            Known::Str(_) | Known::None if symbol.is_some() => return refused(op, args, symbol),
            _ => return None,
        }
    }
    let term = |(arg, meta)| term_of(arg, meta);
    let terms: Option<Vec<Term<'_>>> = args.iter().copied().zip(&metas).map(term).collect();
    let result = rules::elementwise(op, &terms?, voice_of(lazy));
    Some(result.map(|meta| {
        if any_array || lazy { Known::Array(Arr { lazy, meta: Some(meta) }) } else { Known::Scalar(meta.dtype) }
    }))
}

/// Whether it is an array of fixed strings.
fn holds_text(at: &Known) -> bool {
    matches!(at, Known::Array(Arr { meta: Some(meta), .. }) if meta.dtype.is_text())
}

fn term_of<'a>(arg: &Known, meta: &'a Option<ArrayMeta>) -> Option<Term<'a>> {
    match meta {
        Some(meta) => Some(Term::Array(meta)),
        None => match arg {
            Known::Str(Some(text)) => Some(Term::Number(Operand::Strong(width_of(text)))),
            _ => arg.operand().map(Term::Number),
        },
    }
}

/// The dtype of an array of this text alone.
fn width_of(text: &str) -> DType {
    let width = u32::try_from(text.trim_end_matches('\0').chars().count()).unwrap_or(u32::MAX);
    DType::Text(crate::data::dtype::Width(width.max(1)))
}

fn refused(op: &ScalarOp, args: &[&Known], symbol: Option<&str>) -> Ruled {
    let eager = |at: &Known| match at {
        Known::Array(Arr { lazy: false, meta: Some(meta) }) => Some(meta.dtype),
        _ => None,
    };
    let length = |text: &Option<std::sync::Arc<str>>| text.as_ref().map(|text| text.chars().count());
    if let [a, b] = args {
        let error = match (eager(a), a, eager(b), b) {
            (Some(dtype), _, _, Known::Str(text)) => text_error(op.name, dtype, length(text), false),
            (_, Known::Str(text), Some(dtype), _) => text_error(op.name, dtype, length(text), true),
            _ => None,
        };
        if let Some(error) = error {
            return Some(Err(error));
        }
    }
    let lazy = args.iter().any(|arg| matches!(arg, Known::Array(arr) if arr.lazy));
    let comparison = matches!(op.name, "equal" | "not_equal");
    let [a, b] = args else { return None };
    if comparison {
        return None;
    }
    if lazy {
        let text = format!(
            "unsupported operand type(s) for {}: '{}' and '{}'",
            symbol.unwrap_or(op.name),
            a.type_name(),
            b.type_name()
        );
        return Some(Err(type_error(text)));
    }
    None
}

/// `a @ b`, `a.dot(b)`.
pub fn product(a: &Known, b: &Known, how: Product) -> Ruled {
    let meta = |at: &Known| match at {
        Known::Array(arr) => arr.meta.clone(),
        Known::List(_) => array_of(at),
        _ => at.operand().map(|operand| whole(operand.dtype(), Vec::new())),
    };
    let lazy = [a, b].iter().any(|at| matches!(at, Known::Array(arr) if arr.lazy));
    let (left, right) = (meta(a)?, meta(b)?);
    if how == Product::Dot && (left.ndim() == 0 || right.ndim() == 0) {
        return ufunc("multiply", &[a, b], None);
    }
    if lazy && how == Product::MatMul && (left.ndim() == 0 || right.ndim() == 0) {
        return Some(Err(
            crate::data::raised::value_error("`matmul` does not support scalars.").help("multiply with * instead")
        ));
    }
    if lazy && (left.ndim() > 2 || right.ndim() > 2) {
        return None;
    }
    let how = if lazy { Product::Dot } else { how };
    Some(rules::contract(&left, &right, how).map(|meta| array_or_scalar(meta, lazy)))
}

/// An eager array without axes is a scalar; a lazy one stays an array.
pub(super) fn array_or_scalar(meta: ArrayMeta, lazy: bool) -> Known {
    if meta.ndim() == 0 && !lazy { Known::Scalar(meta.dtype) } else { Known::Array(Arr { lazy, meta: Some(meta) }) }
}

/// Dtype and shape of the array that a number or nested lists make, where known.
pub fn array_of(at: &Known) -> Option<ArrayMeta> {
    match at {
        Known::Array(arr) => arr.meta.clone(),
        Known::Tuple(items) => nested(items),
        Known::List(items) => nested(items.as_deref()?),
        Known::Str(Some(text)) => Some(whole(width_of(text), Vec::new())),
        other => other.operand().map(|operand| whole(operand.dtype(), Vec::new())),
    }
}

fn nested(items: &[Known]) -> Option<ArrayMeta> {
    if items.is_empty() {
        return Some(whole(DType::Float64, vec![Some(0)]));
    }
    let parts: Option<Vec<ArrayMeta>> = items.iter().map(array_of).collect();
    let parts = parts?;
    let first = parts.first()?;
    if parts.iter().any(|part| part.shape != first.shape) {
        return None;
    }
    let strong: Vec<Operand> = parts.iter().map(|part| Operand::Strong(part.dtype)).collect();
    let mut sizes = vec![Some(items.len())];
    sizes.extend(first.shape.iter().copied());
    Some(whole(result_type(&strong), sizes))
}

/// Where the arguments of a reduction stand among its slots.
struct Slots {
    axis: usize,
    dtype: Option<usize>,
    keepdims: usize,
}

fn slots(name: &str, dask: bool) -> Slots {
    let (dtype, keepdims) = match (name, dask) {
        ("sum" | "prod" | "mean" | "nansum" | "nanprod" | "nanmean", false) => (Some(2), 4),
        ("std" | "var" | "nanstd" | "nanvar", false) => (Some(2), 5),
        ("count_nonzero", false) => (None, 2),
        (_, false) => (None, 3),
        ("sum" | "prod" | "mean" | "std" | "var" | "nansum" | "nanprod" | "nanmean" | "nanstd" | "nanvar", true) => {
            (Some(2), 3)
        }
        (_, true) => (None, 2),
    };
    Slots { axis: 1, dtype, keepdims }
}

fn reduce(row: &'static Reduction, args: &[Known], dask: bool) -> Ruled {
    let slots = slots(row.name, dask);
    let (lazy, meta) = match args.first()? {
        Known::Array(arr) => (arr.lazy || dask, arr.meta.clone()?),
        other => (dask, array_of(other)?),
    };
    ruled((|| {
        let none = Known::None;
        let at = |slot: usize| args.get(slot).unwrap_or(&none);
        if let (reduction::Finish::Position, Known::Tuple(_) | Known::List(_)) = (row.finish, at(slots.axis)) {
            let class = at(slots.axis).type_name();
            let text = format!("'{class}' object cannot be interpreted as an integer");
            return if lazy { Ok(None) } else { Err(type_error(text)) };
        }
        let Some(list) = axes(at(slots.axis))? else { return Ok(None) };
        let keepdims = at(slots.keepdims).flag();
        let (mut out, _) = rules::reduce(row, &meta, list.as_deref(), keepdims.unwrap_or(false), voice_of(lazy))?;
        if let Some(slot) = slots.dtype {
            match dtype(at(slot))? {
                Some(Some(wanted)) => out.dtype = wanted,
                Some(None) => {}
                None => return Ok(None),
            }
        }
        if keepdims.is_none() {
            return Ok(None);
        }
        Ok(Some(array_or_scalar(out, lazy)))
    })())
}

/// A function or method of NumPy or Dask arrays by its qualified name: `dask.array.ones`, `dask.array.Array.sum`,
/// `numpy.ndarray.reshape`. One argument for each slot of its declaration.
pub fn call(name: &str, args: &[Known]) -> Ruled {
    if let Some(method) = name.strip_prefix("dask.array.Array.") {
        if method == "to_zarr"
            && let Err(raised) = super::guard::call(method, args, true)
        {
            return Some(Err(raised));
        }
        return method_of(method, args, true);
    }
    if let Some(method) = name.strip_prefix("numpy.ndarray.") {
        return method_of(method, args, false);
    }
    let (dask, bare) = match (name.strip_prefix("dask.array."), name.strip_prefix("numpy.")) {
        (Some(bare), _) => (true, bare),
        (_, Some(bare)) => (false, bare),
        _ => return None,
    };
    // Where Dask has defined what it exports.
    let bare = ["core.", "contract.", "reshape."]
        .iter()
        .find_map(|room| bare.strip_prefix(room).filter(|_| dask))
        .unwrap_or(bare);
    let listed = listed(bare, args, dask);
    let args = listed.as_deref().unwrap_or(args);
    match super::guard::call(bare, args, dask) {
        Ok(None) => {}
        Ok(Some(known)) => return Some(Ok(known)),
        Err(raised) => return Some(Err(raised)),
    }
    if let Some(found) = make::call(bare, args, dask) {
        return found;
    }
    if let Some(found) = super::shapes::call(bare, args, false, dask) {
        return found;
    }
    if let Some(found) = stats::call(bare, args, dask) {
        return found;
    }
    if let Some(found) = super::results::call(bare, args, dask) {
        return Some(found);
    }
    let first = args.first()?;
    match bare {
        "dot" => product(first, args.get(1)?, Product::Dot),
        "matmul" => product(first, args.get(1)?, Product::MatMul),
        "transpose" | "permute_dims" => transpose(args),
        "concatenate" | "stack" => join(bare, args, dask),
        "rechunk" => method_of("rechunk", args, true),
        _ => named(bare, args, dask),
    }
}

/// The arguments with the array that NumPy makes of the list in front, for functions that look at the first argument alone.
fn listed(bare: &str, args: &[Known], dask: bool) -> Option<Vec<Known>> {
    let alone = matches!(
        bare,
        "transpose"
            | "permute_dims"
            | "ravel"
            | "reshape"
            | "squeeze"
            | "expand_dims"
            | "swapaxes"
            | "flip"
            | "flipud"
            | "fliplr"
    );
    match args {
        [first @ (Known::List(_) | Known::Tuple(_)), rest @ ..] if alone && !dask && !first.holds_lazy() => {
            let mut made = vec![Arr::eager(array_of(first).filter(|meta| meta.ndim() > 0)?)];
            made.extend_from_slice(rest);
            Some(made)
        }
        _ => None,
    }
}

fn named(bare: &str, args: &[Known], dask: bool) -> Ruled {
    if let Some(row) = reduction::find(canonical_reduction(bare)) {
        return reduce(row, args, dask);
    }
    let op = ops::find(canonical(bare))?;
    let operands: Vec<&Known> = args.iter().take(op.arity).collect();
    if operands.len() < op.arity || operands.iter().any(|arg| matches!(arg, Known::None)) {
        return None;
    }
    let made = elementwise(op, &operands, None, dask)?;
    let extra = args.get(op.arity..).unwrap_or(&[]);
    Some(made.and_then(|made| with_keywords(made, extra)))
}

/// What the keywords of a ufunc (NumPy's `out, where, casting, order, dtype, subok`, Dask's `out, where, dtype`) make of
/// its result.
fn with_keywords(made: Known, extra: &[Known]) -> Res<Known> {
    let (condition, wanted) = match extra {
        [_, condition, wanted] => (condition, wanted),
        [_, condition, _, _, wanted, _] => (condition, wanted),
        _ => return Ok(made),
    };
    // The condition may have more axes.
    let whole = matches!(condition, Known::Bool(_));
    Ok(match (made, dtype(wanted)) {
        (made, Ok(Some(None))) if whole => made,
        (Known::Array(Arr { lazy, meta: Some(meta) }), Ok(Some(to))) if whole => {
            let dtype = to.unwrap_or(meta.dtype);
            Known::Array(Arr { lazy, meta: Some(ArrayMeta { dtype, ..meta }) })
        }
        (Known::Array(Arr { lazy, .. }), _) => Known::Array(Arr { lazy, meta: None }),
        _ => Known::Any,
    })
}

/// Other names of rows.
pub fn canonical(name: &str) -> &str {
    match name {
        "abs" => "absolute",
        "mod" => "remainder",
        "pow" => "power",
        "true_divide" => "divide",
        "radians" => "deg2rad",
        "degrees" => "rad2deg",
        "conj" => "conjugate",
        "bitwise_not" => "invert",
        "asin" => "arcsin",
        "acos" => "arccos",
        "atan" => "arctan",
        "atan2" => "arctan2",
        other => other,
    }
}

/// Other names of reductions.
pub fn canonical_reduction(name: &str) -> &str {
    match name {
        "amin" => "min",
        "amax" => "max",
        "product" => "prod",
        other => other,
    }
}

fn transpose(args: &[Known]) -> Ruled {
    let Known::Array(arr) = args.first()? else { return None };
    let meta = arr.meta.as_ref()?;
    ruled((|| {
        let order = match args.get(1) {
            None | Some(Known::None) => None,
            Some(Known::Tuple(items)) if items.is_empty() => None,
            // `x.transpose((1, 0))` and `x.transpose(1, 0)`.
            Some(Known::Tuple(items)) if items.len() == 1 && matches!(items.first(), Some(Known::Tuple(_))) => {
                axes(items.first().unwrap_or(&Known::None))?.flatten()
            }
            Some(list) => match axes(list)? {
                Some(list) => list,
                None => return Ok(None),
            },
        };
        let (meta, _) = rules::transpose(meta, order.as_deref(), voice_of(arr.lazy))?;
        Ok(Some(Known::Array(Arr { lazy: arr.lazy, meta: Some(meta) })))
    })())
}

fn join(name: &str, args: &[Known], dask: bool) -> Ruled {
    let items = args.first()?.items()??;
    let lazy = dask || items.iter().any(|item| matches!(item, Known::Array(arr) if arr.lazy));
    let metas: Option<Vec<ArrayMeta>> = items.iter().map(array_of).collect();
    let metas = metas?;
    let refs: Vec<&ArrayMeta> = metas.iter().collect();
    let at = match args.get(1) {
        Some(Known::Int(at)) => (*at)?,
        None => 0,
        _ => return None,
    };
    let rule = if name == "stack" { rules::stack } else { rules::concat };
    Some(rule(&refs, at, voice_of(lazy)).map(|(meta, _)| Known::Array(Arr { lazy, meta: Some(meta) })))
}

fn method_of(method: &str, args: &[Known], dask: bool) -> Ruled {
    let Known::Array(arr) = args.first()? else { return None };
    if let Some(found) = super::shapes::call(method, args, true, dask) {
        return found;
    }
    match method {
        "dot" => product(args.first()?, args.get(1)?, Product::Dot),
        "transpose" => transpose(args),
        "astype" => {
            let meta = arr.meta.clone()?;
            ruled(dtype(args.get(1)?).map(|found| {
                let dtype = found??;
                Some(Known::Array(Arr { lazy: arr.lazy, meta: Some(ArrayMeta { dtype, ..meta }) }))
            }))
        }
        "copy" | "round" | "conj" | "conjugate" | "persist" => Some(Ok(args.first()?.clone())),
        "compute" => arr.meta.clone().map(|meta| Ok(array_or_scalar(meta, false))),
        "rechunk" => {
            let meta = arr.meta.as_ref()?;
            ruled((|| match chunks(args.get(1).unwrap_or(&Known::Any))? {
                Some(chunks) => Ok(Some(Arr::lazy(rules::rechunk(meta, &chunks)?))),
                None => Ok(None),
            })())
        }
        "item" if !arr.lazy => None,
        "repeat" | "take" | "diagonal" | "trace" | "nonzero" | "choose" | "moment" | "view" => {
            super::results::call(method, args, dask)
        }
        "compress" => super::results::call(
            method,
            &[&[args.get(1)?.clone(), args.first()?.clone()], args.get(2..)?].concat(),
            dask,
        ),
        "to_backend" => Some(Ok(args.first()?.clone())),
        "clip" => named(method, args, dask),
        "argsort" | "argpartition" | "cumsum" | "cumprod" | "searchsorted" | "topk" | "argtopk" => {
            if method == "searchsorted" && arr.lazy { None } else { stats::call(method, args, dask)? }
        }
        _ => reduce(reduction::find(method)?, args, dask),
    }
}

/// The sizes in a `shape` argument; kept here for the rules of making.
pub(super) fn shape_arg(at: &Known) -> Res<Option<Vec<Option<usize>>>> {
    sizes(at)
}
