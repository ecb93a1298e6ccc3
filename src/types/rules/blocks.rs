//! Rules of functions on blocks: the function of the script is checked on blocks before the run, as Dask will call it.

use super::Rule;
use crate::data::{DType, ExcClass, Raised, Sym};
use crate::expr::meta::ArrayMeta;
use crate::expr::meta::array::{Voice, reduce, whole};
use crate::expr::meta::blocks::{self, Label, Labelled, Plan, Sizes};
use crate::expr::meta::known::{self, Known};
use crate::ops::Reduction;
use crate::source::Span;
use crate::types::arrays::ArrayTy;
use crate::types::check::Checker;
use crate::types::check::blocks::{Called, Shown, takes};
use crate::types::error::Fault;
use crate::types::known::array_fault;
use crate::types::sig::Args;
use crate::types::ty::Ty;

type Ruled = Result<Option<Ty>, Box<Fault>>;

/// The rules.
pub const RULES: &[(&str, Rule)] = &[
    ("dask.array.core.map_blocks", map_blocks),
    ("dask.array.Array.map_blocks", map_blocks_method),
    ("dask.array.core.blockwise", blockwise),
    ("dask.array.overlap.map_overlap", map_overlap),
    ("dask.array.Array.map_overlap", map_overlap_method),
    ("dask.array.reductions.reduction", reduction),
    ("dask.array.core.apply_along_axis", apply_along_axis),
    ("dask.array.gufunc.apply_gufunc", apply_gufunc),
    ("dask.array.core.from_delayed", from_delayed),
];

/// Keywords of `map_blocks` itself.
const OWN: &[&str] = &["name", "token", "dtype", "chunks", "drop_axis", "new_axis", "enforce_ndim", "meta"];
/// Keywords of `blockwise` itself.
const OWN_BLOCKWISE: &[&str] =
    &["name", "token", "dtype", "adjust_chunks", "new_axes", "align_arrays", "concatenate", "meta"];
/// Keywords of `map_overlap` itself, beside those of `map_blocks`.
const OWN_OVERLAP: &[&str] = &["depth", "boundary", "trim", "align_arrays", "allow_rechunk"];

/// `x.method(f, ...)` as `function(f, x, ...)`.
fn turned(args: &Args) -> Option<Args> {
    let mut args = args.clone();
    if args.pos.len() < 2 {
        return None;
    }
    args.pos.swap(0, 1);
    Some(args)
}

fn map_blocks_method(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    match turned(args) {
        Some(args) => map_blocks(checker, &args, node),
        None => Ok(None),
    }
}

fn keyword(args: &Args, name: &str) -> Ty {
    args.keyword(name).cloned().unwrap_or(Ty::None)
}

/// The fault of a rule of blocks.
fn refuse(raised: &Raised, node: Span, arrays: &[(Ty, Span)]) -> Box<Fault> {
    let shown: Vec<(Span, Ty)> = arrays.iter().map(|(ty, span)| (*span, ty.clone())).collect();
    array_fault(raised, node, "this call cannot work", &shown)
}

fn not_callable(ty: &Ty) -> bool {
    let number = ty.is_number() || matches!(ty, Ty::Complex | Ty::Str(_) | Ty::None);
    number || matches!(ty, Ty::Array(_) | Ty::NdArray(_) | Ty::List(_) | Ty::Tuple(_) | Ty::Dict(_))
}

fn no_function(what: &str, ty: &Ty, span: Span) -> Box<Fault> {
    let message = format!(
        "First argument must be callable function, not {}\nUsage:   da.{what}(function, x)\n   or:   da.{what}(function, x, y, z)",
        ty.class_name().trim_start_matches("numpy.")
    );
    Fault::at(ExcClass::TypeError, span, message)
        .because(format!("this is {}", crate::types::check::iter::a(ty)))
        .help(format!("give the function first, without calling it: `da.{what}(f, x)`"))
}

/// Positional arguments: lazy arrays are given block by block, others whole.
fn array_args(args: &[(Ty, Span)]) -> Vec<(Ty, Span)> {
    args.iter().filter(|(ty, _)| matches!(ty, Ty::Array(_))).cloned().collect()
}

/// The arrays with their labels, if dtype and number of axes of each are known.
fn labelled(arrays: &[(Ty, Span)], labels: impl Fn(usize, usize) -> Vec<Label>) -> Option<Vec<Labelled>> {
    let one = |(at, (ty, _)): (usize, &(Ty, Span))| match ty {
        Ty::Array(array) => {
            let meta = array.meta()?;
            Some(Labelled { labels: labels(at, meta.ndim()), meta })
        }
        _ => None,
    };
    arrays.iter().enumerate().map(one).collect()
}

/// What a keyword says of axes; `None` where it is not known.
fn axes(known: &Known) -> Option<Vec<i64>> {
    match known {
        Known::None => Some(Vec::new()),
        other => known::axes(other).ok().flatten().flatten(),
    }
}

fn map_blocks(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(((function, place), rest)) = args.pos.split_first() else { return Ok(None) };
    if args.open() {
        return Ok(None);
    }
    if not_callable(function) {
        return Err(no_function("map_blocks", function, *place));
    }
    let arrays = array_args(rest);
    let mut called = Called::new("`map_blocks`", function.clone(), node);
    called.given = rest.to_vec();
    called.keywords = args.kw.iter().filter(|(name, ..)| !OWN.contains(&name.as_str())).cloned().collect();
    called.infers = matches!((keyword(args, "dtype"), keyword(args, "meta")), (Ty::None, Ty::None));
    let (chunks, drop) = (checker.known(&keyword(args, "chunks")), checker.known(&keyword(args, "drop_axis")));
    let new = checker.known(&keyword(args, "new_axis"));
    let known = (|| {
        let given = labelled(&arrays, |_, ndim| blocks::counted(ndim))?;
        let chunks = match &chunks {
            Known::None => None,
            other => Some(other.items()??.to_vec()),
        };
        Some((given, axes(&drop)?, axes(&new)?, chunks))
    })();
    let plain = |new: &[i64]| new.iter().all(|&at| at >= 0);
    let Some((given, drop, new, chunks)) = known.filter(|(given, _, new, _)| !given.is_empty() && plain(new)) else {
        return checker.blind(&called).map(Some);
    };
    let ndim = given.iter().map(|array| array.meta.ndim()).max().unwrap_or(0);
    let planned = blocks::map_plan(ndim, &drop, (!new.is_empty()).then_some(&new), chunks.as_deref());
    planned_call(checker, args, called, (given, planned, arrays))
}

/// The arrays of a call, its plan, and the arrays as they are shown.
type Planned = (Vec<Labelled>, Result<Plan, Box<Raised>>, Vec<(Ty, Span)>);

/// Check the function on the blocks of a plan; the result's dtype and blocks.
fn planned_call(checker: &mut Checker<'_>, args: &Args, called: Called, planned: Planned) -> Ruled {
    let (given, plan, arrays) = planned;
    let node = called.node;
    let shape = plan.and_then(|plan| {
        let along = blocks::along(&given, &plan)?;
        let result = blocks::result(&plan, &along)?;
        Ok((plan, along, result))
    });
    let inferred = if called.infers { checker.inferred(&called)? } else { None };
    let (plan, along, result) = shape.map_err(|raised| refuse(&raised, node, &arrays))?;
    let declared = match (checker.known(&keyword(args, "dtype")), keyword(args, "meta")) {
        (Known::None, Ty::NdArray(meta)) => meta.dtype,
        (Known::None, _) => inferred,
        (given, _) => match known::dtype(&given) {
            Ok(found) => found.flatten(),
            Err(raised) => return Err(refuse(&raised, node, &arrays)),
        },
    };
    let samples = blocks::samples(&given, &plan, &along, &result);
    let sure = checker.on_samples(&called, &given, &samples, (&plan, declared))?;
    let Some(dtype) = declared else { return Ok(Some(unknown())) };
    let meta = ArrayMeta {
        dtype,
        shape: result.iter().map(|blocks| blocks.as_ref().and_then(|blocks| total(blocks))).collect(),
        chunks: result,
    };
    Ok(Some(Ty::Array(ArrayTy { told: !sure, ..ArrayTy::of(&meta, true) })))
}

/// The size of an axis.
fn total(blocks: &[usize]) -> Option<usize> {
    if blocks.contains(&crate::expr::meta::chunks::NAN) {
        return None;
    }
    blocks.iter().try_fold(0usize, |all, size| all.checked_add(*size))
}

/// A lazy array of which nothing is known.
fn unknown() -> Ty {
    Ty::Array(ArrayTy { told: true, ..ArrayTy::default() })
}

/// The labels that an index of `blockwise` names: letters of a text, or items of a tuple.
fn labels_of(known: &Known) -> Option<Vec<Label>> {
    match known {
        Known::Str(Some(text)) => Some(text.chars().map(String::from).collect()),
        Known::Tuple(items) | Known::List(Some(items)) => {
            let one = |item: &Known| match item {
                Known::Int(Some(n)) => Some(n.to_string()),
                Known::Str(Some(text)) => Some(text.to_string()),
                _ => None,
            };
            items.iter().map(one).collect()
        }
        _ => None,
    }
}

/// `{label: sizes}`.
fn table(known: &Known) -> Option<Vec<(Label, Sizes)>> {
    match known {
        Known::None => Some(Vec::new()),
        Known::Dict(Some(pairs)) => {
            let one = |(key, sizes): &(Known, Known)| {
                let label = labels_of(&Known::Tuple(vec![key.clone()]))?.pop()?;
                Some((label, Sizes::of(sizes)))
            };
            pairs.iter().map(one).collect()
        }
        _ => None,
    }
}

fn blockwise(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let [(function, _), (out, _), rest @ ..] = args.pos.as_slice() else { return Ok(None) };
    if args.open() || rest.len() % 2 != 0 {
        return Ok(None);
    }
    let mut called = Called::new("`blockwise`", function.clone(), node);
    let (mut arrays, mut labels) = (Vec::new(), Vec::new());
    let mut readable = true;
    for pair in rest.chunks(2) {
        let [(value, span), (index, _)] = pair else { continue };
        called.given.push((value.clone(), *span));
        if matches!(index, Ty::None) {
            readable &= !matches!(value, Ty::Array(_));
            continue;
        }
        let index = checker.known(index);
        match (value, labels_of(&index)) {
            (Ty::Array(_), Some(found)) => {
                arrays.push((value.clone(), *span));
                labels.push(found);
            }
            _ => readable = false,
        }
    }
    called.keywords = args.kw.iter().filter(|(name, ..)| !OWN_BLOCKWISE.contains(&name.as_str())).cloned().collect();
    called.joined = checker.known(&keyword(args, "concatenate")).flag() == Some(true);
    let known = (|| {
        let given = labelled(&arrays, |at, _| labels.get(at).cloned().unwrap_or_default())?;
        let added = table(&checker.known(&keyword(args, "new_axes")))?;
        let adjusted = table(&checker.known(&keyword(args, "adjust_chunks")))?;
        let align = match keyword(args, "align_arrays") {
            Ty::None => true,
            other => checker.known(&other).flag()?,
        };
        let out = labels_of(&checker.known(out))?;
        Some((Plan { out, added, adjusted, align: align && given.len() > 1 }, given))
    })();
    let Some((plan, given)) = known.filter(|(_, given)| readable && !given.is_empty()) else {
        return checker.blind(&called).map(Some);
    };
    planned_call(checker, args, called, (given, Ok(plan), arrays))
}

fn map_overlap_method(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(mut args) = turned(args) else { return Ok(None) };
    // `x.map_overlap(f, depth, boundary, trim)`.
    let names = ["depth", "boundary", "trim"];
    let more: Vec<(Ty, Span)> = args.pos.drain(2..).collect();
    if more.len() > names.len() {
        return Ok(None);
    }
    args.kw.extend(names.iter().zip(more).map(|(name, (ty, span))| (Sym::new(name), ty, span)));
    map_overlap(checker, &args, node)
}

fn map_overlap(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(((function, place), rest)) = args.pos.split_first() else { return Ok(None) };
    if args.open() || matches!(function, Ty::Array(_)) {
        return Ok(None);
    }
    if not_callable(function) {
        return Err(no_function("map_overlap", function, *place));
    }
    let own = |name: &str| OWN.contains(&name) || OWN_OVERLAP.contains(&name);
    let mut called = Called::new("`map_overlap`", function.clone(), node);
    called.given = rest.to_vec();
    called.keywords = args.kw.iter().filter(|(name, ..)| !own(name.as_str())).cloned().collect();
    called.infers = matches!((keyword(args, "dtype"), keyword(args, "meta")), (Ty::None, Ty::None));
    let inferred = if called.infers { checker.inferred(&called)? } else { None };
    checker.blind(&called)?;
    let same = ["chunks", "drop_axis", "new_axis", "meta"].iter().all(|name| args.keyword(name).is_none());
    let trimmed = args.keyword("trim").is_none_or(|trim| matches!(trim, Ty::Bool(Some(true))));
    let [(Ty::Array(array), _)] = rest else { return Ok(Some(unknown())) };
    let dtype = match checker.known(&keyword(args, "dtype")) {
        Known::None => inferred,
        given => known::dtype(&given).ok().flatten().flatten(),
    };
    match (array.meta(), dtype) {
        // Blocks that are too small for the depth are joined: their sizes are not known here.
        (Some(meta), Some(dtype)) if same && trimmed => {
            let meta = ArrayMeta { dtype, chunks: vec![None; meta.ndim()], ..meta };
            Ok(Some(Ty::Array(ArrayTy { told: true, ..ArrayTy::of(&meta, true) })))
        }
        _ => Ok(Some(unknown())),
    }
}

/// The argument of a name, or at a position.
fn argument(args: &Args, at: usize, name: &str) -> Ty {
    args.get(at, name).cloned().unwrap_or(Ty::None)
}

fn reduction(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    if args.open() {
        return Ok(None);
    }
    let (x, chunk, aggregate) = (argument(args, 0, "x"), argument(args, 1, "chunk"), argument(args, 2, "aggregate"));
    let (Ty::Array(array), false) = (&x, matches!(chunk, Ty::None) || matches!(aggregate, Ty::None)) else {
        return Ok(None);
    };
    let axis = checker.known(&argument(args, 3, "axis"));
    let keepdims = checker.known(&argument(args, 4, "keepdims")).flag().unwrap_or(false);
    let dtype = argument(args, 5, "dtype");
    let arrays = [(x.clone(), node)];
    let Some(meta) = array.meta() else { return Ok(None) };
    let Ok(Some(list)) = known::axes(&axis) else { return Ok(None) };
    let row = Reduction::named("sum").map_err(|raised| refuse(&raised, node, &arrays))?;
    let reduced = reduce(row, &meta, list.as_deref(), keepdims, Voice::NumPy);
    let (made, gone) = reduced.map_err(|raised| refuse(&raised, node, &arrays))?;
    if matches!(dtype, Ty::None) {
        let fault =
            Fault::at(ExcClass::ValueError, node, "Must specify dtype").because("`reduction` does not infer the dtype");
        return Err(fault.help("say it: `dtype=x.dtype`, or `dtype=float`".to_owned()));
    }
    let sized = |sizes: Vec<Option<usize>>| Ty::NdArray(ArrayTy::of(&whole(meta.dtype, sizes), false));
    let axes = Ty::tuple(gone.iter().map(|&at| Ty::Int(Some(at as i64))).collect());
    let keyword = |function: &Ty, keep: bool| {
        let mut all = vec![(Sym::new("axis"), axes.clone(), node), (Sym::new("keepdims"), Ty::Bool(Some(keep)), node)];
        if takes(function, "dtype") {
            all.push((Sym::new("dtype"), dtype.clone(), node));
        }
        all
    };
    let weighted = !matches!(argument(args, 13, "weights"), Ty::None);
    let mut called = Called::new("`reduction`", chunk, node);
    called.given = vec![(sized(vec![None; meta.ndim()]), node)];
    if weighted {
        called.given.push((Ty::NdArray(ArrayTy::default()), node));
    }
    called.keywords = keyword(&called.function, true);
    let part = checker.on_block(&called, Shown::Block)?;
    let plain = matches!(argument(args, 10, "concatenate"), Ty::None | Ty::Bool(Some(true)));
    let piece = match part {
        Ty::NdArray(part) if plain && part.ndim() == Some(meta.ndim()) => {
            Ty::NdArray(ArrayTy { shape: Some(vec![None; meta.ndim()].into()), ..part })
        }
        _ => Ty::Any,
    };
    let mut last = Called::new("`reduction`", aggregate, node);
    last.given = vec![(piece, node)];
    last.keywords = keyword(&last.function, keepdims);
    checker.on_block(&last, Shown::Block)?;
    match known::dtype(&checker.known(&dtype)).ok().flatten().flatten() {
        Some(dtype) => {
            let meta = ArrayMeta { dtype, ..made };
            Ok(Some(Ty::Array(ArrayTy { told: true, ..ArrayTy::of(&meta, true) })))
        }
        None => Ok(Some(unknown())),
    }
}

fn apply_along_axis(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let [(function, _), (axis, _), (x, _), rest @ ..] = args.pos.as_slice() else { return Ok(None) };
    let Ty::Array(array) = x else { return Ok(None) };
    if args.open() {
        return Ok(None);
    }
    let Some(meta) = array.meta() else { return Ok(None) };
    let at = axis.as_int().map(|at| if at < 0 { at + meta.ndim() as i64 } else { at });
    let size = at.and_then(|at| meta.shape.get(usize::try_from(at).ok()?).copied().flatten());
    let vector = |size| Ty::NdArray(ArrayTy::of(&whole(meta.dtype, vec![size]), false));
    let mut called = Called::new("`apply_along_axis`", function.clone(), node);
    called.keywords =
        args.kw.iter().filter(|(name, ..)| !["dtype", "shape"].contains(&name.as_str())).cloned().collect();
    called.given = vec![(vector(size), node)];
    called.given.extend(rest.iter().cloned());
    let made = checker.on_block(&called, Shown::Vector)?;
    let infers = matches!(keyword(args, "dtype"), Ty::None) || matches!(keyword(args, "shape"), Ty::None);
    if infers {
        if let Some(first) = called.given.first_mut() {
            first.0 = vector(Some(1));
        }
        checker.on_block(&called, Shown::One)?;
    }
    let dtype = match (checker.known(&keyword(args, "dtype")), &made) {
        (Known::None, Ty::Scalar(dtype)) => Some(*dtype),
        (Known::None, _) => None,
        (given, _) => known::dtype(&given).ok().flatten().flatten(),
    };
    let one = matches!(made, Ty::Scalar(_)) && matches!(keyword(args, "shape"), Ty::None);
    match (dtype, at.and_then(|at| usize::try_from(at).ok()).filter(|at| *at < meta.ndim() && one)) {
        (Some(dtype), Some(at)) => {
            let mut meta = ArrayMeta { dtype, ..meta };
            meta.shape.remove(at);
            meta.chunks.remove(at);
            Ok(Some(Ty::Array(ArrayTy { told: true, ..ArrayTy::of(&meta, true) })))
        }
        _ => Ok(Some(unknown())),
    }
}

fn from_delayed(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let (dtype, meta) = (argument(args, 2, "dtype"), argument(args, 3, "meta"));
    if args.open() || args.get(1, "shape").is_none() {
        return Ok(None);
    }
    if matches!((&dtype, &meta), (Ty::None, Ty::None)) {
        let fault = Fault::at(ExcClass::ValueError, node, "You must specify the meta or dtype of the array")
            .because("what a delayed value will be is not known before it is computed");
        return Err(fault.help("say it: `dtype=float`".to_owned()));
    }
    let shape = checker.known(&argument(args, 1, "shape"));
    let (Known::Tuple(_) | Known::List(Some(_)), Ok(Some(sizes))) = (&shape, known::sizes(&shape)) else {
        return Ok(Some(unknown()));
    };
    let dtype = match (checker.known(&dtype), meta) {
        (Known::None, Ty::NdArray(meta)) => meta.dtype,
        (given, _) => known::dtype(&given).ok().flatten().flatten(),
    };
    let Some(dtype) = dtype else { return Ok(Some(unknown())) };
    let meta = whole(dtype, sizes);
    let value = argument(args, 0, "value");
    let sure = matches!(&value, Ty::Delayed(inner) if matches!(&**inner, Ty::NdArray(own) if own.meta().is_some_and(|own| own.dtype == dtype && own.shape == meta.shape && own.sizes().is_some())));
    Ok(Some(Ty::Array(ArrayTy { told: !sure, ..ArrayTy::of(&meta, true) })))
}

/// Keywords of `apply_gufunc` itself.
const OWN_GUFUNC: &[&str] =
    &["axes", "axis", "keepdims", "output_dtypes", "output_sizes", "vectorize", "allow_rechunk", "meta"];

/// The axes that each input of a signature names: `(i,j),(j)->(i)`.
fn inputs(signature: &str) -> Option<Vec<Vec<String>>> {
    let plain: String = signature.chars().filter(|c| *c != ' ').collect();
    let (before, _) = plain.split_once("->")?;
    let mut out = Vec::new();
    let mut rest = before;
    while !rest.is_empty() {
        let (names, after) = rest.strip_prefix('(')?.split_once(')')?;
        out.push(names.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect());
        rest = after.strip_prefix(',').unwrap_or(after);
    }
    Some(out)
}

fn apply_gufunc(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let [(function, _), (Ty::Str(Some(signature)), _), rest @ ..] = args.pos.as_slice() else { return Ok(None) };
    let Some(cores) = inputs(signature).filter(|_| !args.open()) else { return Ok(None) };
    if cores.len() != rest.len() {
        let message =
            format!("According to `signature`, `func` requires {} arguments, but {} given", cores.len(), rest.len());
        return Err(Fault::at(ExcClass::ValueError, node, message).because("this call cannot work"));
    }
    let own = |name: &str| args.keyword(name).is_some();
    let mut called = Called::new("`apply_gufunc`", function.clone(), node);
    called.keywords = args.kw.iter().filter(|(name, ..)| !OWN_GUFUNC.contains(&name.as_str())).cloned().collect();
    let plain = !own("axes") && !own("axis") && !own("vectorize");
    for ((ty, span), core) in rest.iter().zip(&cores) {
        let meta = match ty {
            Ty::Array(array) => array.meta().filter(|meta| plain && meta.ndim() >= core.len()),
            _ => None,
        };
        let Some(meta) = meta else {
            called.given.push((Ty::Any, *span));
            continue;
        };
        let loops = meta.ndim() - core.len();
        let cut = meta.chunks.iter().skip(loops).zip(core);
        let mut cut =
            cut.filter(|(blocks, _)| blocks.as_ref().is_some_and(|blocks| blocks.len() > 1)).map(|(_, name)| name);
        if let (Some(name), false) = (cut.next_back(), own("allow_rechunk")) {
            let message = format!(
                "Core dimension `'{name}'` consists of multiple chunks. To fix, rechunk into a single chunk along this dimension \
                 or set `allow_rechunk=True`, but beware that this may increase memory usage significantly."
            );
            let fault = Fault::at(ExcClass::ValueError, node, message)
                .because("this call cannot work")
                .label(*span, format!("this is {}", crate::types::check::iter::a(ty)));
            return Err(
                fault.help("give it whole along that axis: `.rechunk({-1: -1})`, or `allow_rechunk=True`".to_owned())
            );
        }
        let sizes = meta.shape.iter().enumerate().map(|(axis, size)| if axis < loops { None } else { *size }).collect();
        called.given.push((Ty::NdArray(ArrayTy::of(&whole(meta.dtype, sizes), false)), *span));
    }
    if plain {
        checker.on_block(&called, Shown::Block)?;
    } else {
        checker.escape(function);
    }
    Ok(Some(Ty::Any))
}

/// The dtype of what a function gave.
pub fn dtype_of(ty: &Ty) -> Option<DType> {
    match ty {
        Ty::NdArray(meta) => meta.dtype,
        Ty::Scalar(dtype) => Some(*dtype),
        Ty::Bool(_) => Some(DType::Bool),
        Ty::Int(_) => Some(DType::Int64),
        Ty::Float(_) => Some(DType::Float64),
        Ty::Complex => Some(DType::Complex128),
        _ => None,
    }
}
