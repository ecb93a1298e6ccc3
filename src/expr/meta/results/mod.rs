//! Rules of what NumPy scripts use beside the ufuncs: dtype and shape of what `tril`, `repeat`, `pad`, `histogram`, `norm`
//! or `fft` give. Where an argument is not known, or a case is rare, there is no rule, and the declaration stands.

mod eager;
mod linear;
mod numeric;
mod places;
mod several;
mod shapes;
mod weighted;

use super::ArrayMeta;
use super::array::{self as rules, Voice, whole};
use super::call::{Ruled, array_of, array_or_scalar};
use super::known::{Arr, Known, dtype};
use crate::data::DType;
use crate::data::dtype::{Kind, Operand, result_type};

/// The arguments of a call.
struct Given<'a> {
    /// One for each slot of the declaration.
    list: &'a [Known],
    /// Whether it is a function of `dask.array`.
    dask: bool,
}

/// Sizes of axes, `None` where not known.
type Shape = Vec<Option<usize>>;

impl Given<'_> {
    fn at(&self, slot: usize) -> &Known {
        self.list.get(slot).unwrap_or(&Known::None)
    }

    /// An argument as an array; none if a lazy array stands where NumPy's function is called.
    fn array(&self, slot: usize) -> Option<ArrayMeta> {
        let at = self.at(slot);
        match at {
            at if !self.dask && at.holds_lazy() => None,
            Known::Array(_) | Known::List(_) | Known::Tuple(_) => array_of(at),
            _ => None,
        }
    }

    /// The same, with at least one axis.
    fn with_axes(&self, slot: usize) -> Option<ArrayMeta> {
        self.array(slot).filter(|meta| meta.ndim() > 0)
    }

    /// The items of a list or tuple of arrays.
    fn arrays(&self, slot: usize) -> Option<Vec<ArrayMeta>> {
        let items = self.at(slot).items()??;
        let one = |item: &Known| Given { list: std::slice::from_ref(item), dask: self.dask }.array(0);
        items.iter().map(one).collect()
    }

    /// An argument that is a number or an array.
    fn operand(&self, slot: usize) -> Option<ArrayMeta> {
        match self.at(slot) {
            at @ (Known::Int(_) | Known::Float(_) | Known::Bool(_) | Known::Complex | Known::Scalar(_)) => array_of(at),
            _ => self.array(slot),
        }
    }

    fn is_none(&self, slot: usize) -> bool {
        matches!(self.at(slot), Known::None)
    }

    /// A whole number, `or` where the slot is left out.
    fn int(&self, slot: usize, or: i64) -> Option<i64> {
        match self.at(slot) {
            Known::None => Some(or),
            Known::Int(value) => *value,
            _ => None,
        }
    }

    /// A size.
    fn count(&self, slot: usize) -> Option<usize> {
        match self.at(slot) {
            Known::Int(Some(n)) => usize::try_from(*n).ok(),
            _ => None,
        }
    }

    /// An axis of an array, counted from the front.
    fn axis(&self, slot: usize, or: i64, ndim: usize) -> Option<usize> {
        rules::axis(self.int(slot, or)?, ndim, Voice::NumPy).ok()
    }

    /// A dtype, `or` where the slot is left out.
    fn dtype(&self, slot: usize, or: DType) -> Option<DType> {
        Some(dtype(self.at(slot)).ok()??.unwrap_or(or))
    }

    /// Whether a flag is as in the declaration.
    fn flag(&self, slot: usize, wanted: bool) -> bool {
        match self.at(slot) {
            Known::None => !wanted,
            other => other.flag() == Some(wanted),
        }
    }

    /// An array of which the blocks are not known.
    fn made(&self, dtype: DType, shape: Shape) -> Known {
        let mut meta = whole(dtype, shape);
        if self.dask {
            meta.chunks = vec![None; meta.ndim()];
        }
        array_or_scalar(meta, self.dask)
    }

    fn same(&self, meta: &ArrayMeta, dtype: DType) -> Known {
        Known::Array(Arr { lazy: self.dask, meta: Some(ArrayMeta { dtype, ..meta.clone() }) })
    }
}

/// The dtype of arrays that meet.
fn promote(all: &[ArrayMeta]) -> Option<DType> {
    if all.iter().any(|meta| meta.dtype.is_time()) {
        return None;
    }
    let strong: Vec<Operand> = all.iter().map(|meta| Operand::Strong(meta.dtype)).collect();
    Some(result_type(&strong))
}

/// The dtype of functions that compute in floats: whole numbers become doubles.
fn float(of: DType) -> Option<DType> {
    match of.kind() {
        Kind::Float | Kind::Complex => Some(of),
        Kind::Int | Kind::UInt | Kind::Bool if of.itemsize() == 8 => Some(DType::Float64),
        _ => None,
    }
}

/// The rule of a function by its name in `numpy` or `dask.array`, or of a method of that name.
pub fn call(name: &str, list: &[Known], dask: bool) -> Ruled {
    let args = Given { list, dask };
    if let Some(bare) = name.strip_prefix("fft.") {
        return linear::fourier(bare, &args).map(Ok);
    }
    if let Some(bare) = name.strip_prefix("linalg.") {
        return linear::linear(bare, &args).map(Ok);
    }
    if let Some(bare) = name.strip_prefix("strings.") {
        return eager::strings(bare, &args).map(Ok);
    }
    if let (Some(bare), false) = (name.strip_prefix("random."), dask) {
        return eager::random(bare, list).map(Ok);
    }
    if name == "unique" {
        return eager::unique(&args).map(Ok);
    }
    let found = alike(name, &args)
        .or_else(|| shapes::shaped(name, &args))
        .or_else(|| several::joined(name, &args))
        .or_else(|| several::grids(name, &args))
        .or_else(|| several::counted(name, &args))
        .or_else(|| weighted::weighted(name, &args))
        .or_else(|| places::placed(name, &args))
        .or_else(|| numeric::numeric(name, &args));
    found.map(Ok)
}

/// Those that keep the shape.
fn alike(name: &str, args: &Given) -> Option<Known> {
    let meta = args.with_axes(0)?;
    let own = meta.dtype;
    let dtype = match name {
        "round" | "around" if matches!(own.kind(), Kind::Int | Kind::UInt | Kind::Float | Kind::Complex) => own,
        "iscomplex" | "isreal" | "isneginf" | "isposinf" | "isnull" | "notnull" => DType::Bool,
        "angle" if own.is_complex() || own == DType::Float32 || float(own).is_some() => float(own)?.real(),
        "sinc" | "i0" if matches!(own, DType::Float64 | DType::Int64) => DType::Float64,
        "unwrap" if own == DType::Float64 => own,
        "ascontiguousarray" | "asfortranarray" | "require" | "asanyarray" => args.dtype(1, own)?,
        "asarray" if args.dask => args.dtype(2, own)?,
        "astype" if !args.is_none(1) => args.dtype(1, own)?,
        "copy" | "roll" => own,
        "tril" | "triu" if meta.ndim() > 1 => own,
        "sort_complex" if own == DType::Float64 => DType::Complex128,
        "piecewise" => own,
        "push" if args.dask => own,
        "array" if args.dask && args.is_none(2) => args.dtype(1, own)?,
        "gradient" => return gradient(args, &meta),
        "cumulative_sum" if meta.ndim() == 1 && args.is_none(2) && args.is_none(3) && args.flag(4, false) => {
            own.summed()
        }
        _ => return None,
    };
    let known_blocks = args.dask && !matches!(name, "roll" | "asarray" | "asanyarray" | "array" | "piecewise" | "push");
    Some(if known_blocks { args.same(&meta, dtype) } else { args.made(dtype, meta.shape) })
}

/// `gradient(f, *distances, axis)`: the distances stand after the keywords.
fn gradient(args: &Given, meta: &ArrayMeta) -> Option<Known> {
    let plain = |at: &Known| match at {
        Known::Int(_) | Known::Float(_) | Known::List(_) => true,
        Known::Array(arr) => !arr.lazy,
        _ => false,
    };
    let own = float(meta.dtype).filter(|dtype| !dtype.is_complex())?;
    if !matches!(args.at(if args.dask { 2 } else { 3 }), Known::Tuple(items) if items.iter().all(plain)) {
        return None;
    }
    let one = args.made(own, meta.shape.clone());
    let count = match args.at(1) {
        Known::Int(_) => return Some(one),
        Known::None => meta.ndim(),
        Known::Tuple(items) => items.len(),
        _ => return None,
    };
    Some(match (args.dask, count) {
        (true, _) => Known::List(Some(vec![one; count])),
        (false, 1) => one,
        (false, _) => Known::Tuple(vec![one; count]),
    })
}
