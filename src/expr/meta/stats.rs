//! Rules of order, scans and statistics: what sorting, running sums, quantiles, histograms and sets give.

use super::ArrayMeta;
use super::array::{self as rules, Voice, whole};
use super::call::{Ruled, array_of, array_or_scalar, ruled, voice_of};
use super::known::{Arr, Known, axes, dtype};
use crate::data::DType;
use crate::data::dtype::Kind;
use crate::data::raised::Res;
use crate::ops::Reduction;

/// The arguments of a call.
struct Args<'a> {
    list: &'a [Known],
    dask: bool,
}

impl Args<'_> {
    fn at(&self, slot: usize) -> &Known {
        self.list.get(slot).unwrap_or(&Known::None)
    }

    /// An argument as an array, and whether it is lazy.
    fn array(&self, slot: usize) -> Option<(ArrayMeta, bool)> {
        let at = self.at(slot);
        let lazy = self.dask || matches!(at, Known::Array(arr) if arr.lazy);
        match at {
            Known::Array(arr) => Some((arr.meta.clone()?, lazy)),
            other => Some((array_of(other)?, lazy)),
        }
    }

    /// The only axis that an argument names; `Some(None)` for none.
    fn axis(&self, slot: usize, ndim: usize, voice: Voice) -> Res<Option<Option<usize>>> {
        Ok(match self.at(slot) {
            Known::None => Some(None),
            Known::Int(Some(at)) => Some(Some(rules::axis(*at, ndim, voice)?)),
            _ => None,
        })
    }
}

/// The rule of a function by its name in `numpy` or `dask.array`, or of a method; `None`: it is no such function.
pub fn call(name: &str, list: &[Known], dask: bool) -> Option<Ruled> {
    let args = Args { list, dask };
    Some(match name {
        "sort" | "argsort" => ordered(name, &args, 1),
        "partition" | "argpartition" => ordered(name, &args, 2),
        "cumsum" | "cumprod" | "nancumsum" | "nancumprod" => scanned(name, &args),
        "median" | "nanmedian" => {
            let keepdims = if dask { 2 } else { 4 };
            reduced("mean", &args, (1, keepdims), None)
        }
        "quantile" | "nanquantile" if !dask => reduced("mean", &args, (2, 6), Some((1, false))),
        "percentile" | "nanpercentile" if !dask => reduced("mean", &args, (2, 6), Some((1, true))),
        "ptp" if !dask => reduced("max", &args, (1, 3), None),
        "ptp" => reduced("max", &args, (1, usize::MAX), None),
        "diff" => difference(&args),
        "topk" | "argtopk" if dask => topk(name, &args),
        "digitize" => same(&args, 0, Some(DType::Int64)),
        "searchsorted" => same(&args, 1, Some(DType::Int64)),
        "isin" => same(&args, 0, Some(DType::Bool)),
        "nan_to_num" | "fix" => same(&args, 0, None),
        "interp" => same(&args, 0, Some(DType::Float64)),
        "bincount" => counted(&args),
        "unique" if list.get(1..=3).is_none_or(|flags| flags.iter().all(|flag| flag.flag() == Some(false))) => {
            different(&args)
        }
        _ => return None,
    })
}

fn known(meta: ArrayMeta, lazy: bool) -> Known {
    Known::Array(Arr { lazy, meta: Some(meta) })
}

fn ordered(name: &str, args: &Args, slot: usize) -> Ruled {
    let (meta, lazy) = args.array(0)?;
    let by_place = name.starts_with("arg");
    ruled((|| {
        // NumPy takes the positions of a number for those of a vector of one.
        if by_place && meta.ndim() == 0 {
            return Ok(None);
        }
        let Some(axis) = args.axis(slot, meta.ndim(), voice_of(lazy))? else { return Ok(None) };
        let to = if by_place { DType::Int64 } else { meta.dtype };
        Ok(Some(match axis {
            Some(_) => known(ArrayMeta { dtype: to, ..meta }, lazy),
            None => known(flat(to, &meta, lazy), lazy),
        }))
    })())
}

/// All elements along one axis, in blocks that are not known of a lazy array.
fn flat(dtype: DType, meta: &ArrayMeta, lazy: bool) -> ArrayMeta {
    let mut made = whole(dtype, vec![meta.size()]);
    if lazy {
        made.chunks = vec![None];
    }
    made
}

fn scanned(name: &str, args: &Args) -> Ruled {
    let (meta, lazy) = args.array(0)?;
    ruled((|| {
        let row = Reduction::named(if name.ends_with("prod") { "prod" } else { "sum" })?;
        row.check(meta.dtype)?;
        let to = match dtype(args.at(2))? {
            Some(wanted) => wanted.unwrap_or_else(|| row.result(meta.dtype)),
            None => return Ok(None),
        };
        if meta.ndim() == 0 {
            return Ok(None);
        }
        let Some(axis) = args.axis(1, meta.ndim(), voice_of(lazy))? else { return Ok(None) };
        Ok(Some(match axis {
            Some(_) => known(ArrayMeta { dtype: to, ..meta }, lazy),
            None => known(flat(to, &meta, lazy), lazy),
        }))
    })())
}

/// A reduction of the shape and dtype of another one, with the sizes of the argument in slot `front` before them, which is in
/// per cent or not.
fn reduced(like: &str, args: &Args, slots: (usize, usize), front: Option<(usize, bool)>) -> Ruled {
    let (meta, lazy) = args.array(0)?;
    let before = match front {
        Some((slot, _)) => args.array(slot)?.0.shape,
        None => Vec::new(),
    };
    let percent = front.is_some_and(|(_, percent)| percent);
    if lazy && (front.is_some() || args.at(slots.0) == &Known::None && like == "mean") {
        return None;
    }
    ruled((|| {
        let row = Reduction::named(like)?;
        let Some(list) = axes(args.at(slots.0))? else { return Ok(None) };
        let Some(keepdims) = args.at(slots.1).flag() else { return Ok(None) };
        let (mut made, _) = rules::reduce(row, &meta, list.as_deref(), keepdims, Voice::NumPy)?;
        if like == "max" {
            made.dtype = distance(meta.dtype);
        }
        // Between whole numbers there are floats, unless the quantile is a whole number too.
        let linear = matches!(args.at(5), Known::Str(Some(method)) if &**method == "linear")
            && (percent || args.array(1).is_some_and(|(q, _)| q.dtype == DType::Float64));
        if front.is_some() && meta.dtype != DType::Float64 && !(linear && meta.dtype == DType::Int64) {
            return Ok(None);
        }
        if lazy {
            made.chunks.iter_mut().for_each(|blocks| *blocks = None);
        } else {
            made = whole(made.dtype, before.iter().copied().chain(made.shape).collect());
        }
        Ok(Some(array_or_scalar(made, lazy)))
    })())
}

/// The dtype of differences.
fn distance(of: DType) -> DType {
    match of {
        DType::Datetime(unit) => DType::Timedelta(unit),
        other => other,
    }
}

fn difference(args: &Args) -> Ruled {
    let (mut meta, lazy) = args.array(0)?;
    let given = |slot: usize| args.list.get(slot).is_some_and(|at| *at != Known::None);
    let Known::Int(Some(times)) = args.at(1) else { return None };
    let times = usize::try_from(*times).ok()?;
    if given(3) || given(4) || meta.ndim() == 0 {
        return None;
    }
    ruled((|| {
        let Some(Some(axis)) = args.axis(2, meta.ndim(), Voice::NumPy)? else { return Ok(None) };
        if times > 0 {
            meta.dtype = distance(meta.dtype);
        }
        if let Some(size) = meta.shape.get_mut(axis) {
            *size = size.map(|n| n.saturating_sub(times));
        }
        if lazy {
            meta.chunks.iter_mut().for_each(|blocks| *blocks = None);
            return Ok(Some(known(meta, true)));
        }
        Ok(Some(known(whole(meta.dtype, meta.shape), false)))
    })())
}

fn topk(name: &str, args: &Args) -> Ruled {
    let (mut meta, _) = args.array(0)?;
    let Known::Int(Some(k)) = args.at(1) else { return None };
    let k = k.unsigned_abs() as usize;
    ruled((|| {
        let Some(Some(axis)) = args.axis(2, meta.ndim(), Voice::Dask)? else { return Ok(None) };
        if let (Some(size), Some(blocks)) = (meta.shape.get_mut(axis), meta.chunks.get_mut(axis)) {
            *size = size.map(|n| n.min(k));
            *blocks = None;
        }
        if name == "argtopk" {
            meta.dtype = DType::Int64;
        }
        Ok(Some(known(meta, true)))
    })())
}

/// Of the shape of an argument.
fn same(args: &Args, slot: usize, to: Option<DType>) -> Ruled {
    let (meta, lazy) = args.array(slot)?;
    let lazy = lazy || args.array(0)?.1;
    let dtype = to.unwrap_or(meta.dtype);
    Some(Ok(array_or_scalar(ArrayMeta { dtype, ..meta }, lazy)))
}

fn counted(args: &Args) -> Ruled {
    let (_, lazy) = args.array(0)?;
    let weighted = *args.at(1) != Known::None;
    let made = whole(if weighted { DType::Float64 } else { DType::Int64 }, vec![None]);
    Some(Ok(known(made, lazy)))
}

fn different(args: &Args) -> Ruled {
    let (meta, lazy) = args.array(0)?;
    let axis = args.list.get(4).filter(|_| !args.dask);
    if axis.is_some_and(|axis| *axis != Known::None) || meta.dtype.kind() > Kind::Float {
        return None;
    }
    Some(Ok(known(whole(meta.dtype, vec![None]), lazy)))
}
