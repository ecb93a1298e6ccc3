//! Results that are computed of all elements: averages, integrals, covariances, fits, quantiles.

use super::super::array as rules;
use super::super::call::voice_of;
use super::super::known::{Known, axes};
use super::{Given, promote};
use crate::data::DType;
use crate::data::dtype::Operand;
use crate::ops::{Reduction, find, resolve};

/// Those that compute with all elements.
pub(super) fn numeric(name: &str, args: &Given) -> Option<Known> {
    Some(match name {
        "average" if args.is_none(2) && args.flag(3, false) => {
            let meta = args.with_axes(0)?;
            let list = axes(args.at(1)).ok()??;
            let keepdims = args.at(4).flag()?;
            let row = Reduction::named("mean").ok()?;
            let (found, _) = rules::reduce(row, &meta, list.as_deref(), keepdims, voice_of(args.dask)).ok()?;
            args.made(found.dtype, found.shape)
        }
        "moment" if args.dask && args.is_none(3) => {
            let plain = |meta: &super::super::ArrayMeta| meta.dtype == DType::Float64 || meta.dtype.is_whole();
            let meta = args.with_axes(0).filter(plain)?;
            let list = axes(args.at(2)).ok()??;
            let row = Reduction::named("var").ok()?;
            let (found, _) = rules::reduce(row, &meta, list.as_deref(), args.at(4).flag()?, voice_of(true)).ok()?;
            args.made(DType::Float64, found.shape)
        }
        "trapezoid" if args.is_none(1) && !args.dask => {
            let meta = args.with_axes(0).filter(|meta| matches!(meta.dtype, DType::Float64 | DType::Int64))?;
            let mut shape = meta.shape.clone();
            shape.remove(args.axis(3, -1, meta.ndim())?);
            args.made(DType::Float64, shape)
        }
        "cov" | "corrcoef" => {
            let meta = args.with_axes(0).filter(|meta| meta.ndim() == 2 && meta.dtype == DType::Float64)?;
            let rows = (*meta.shape.first()?).filter(|&n| n > 1)?;
            let rowvar = matches!(args.at(2), Known::None | Known::Int(Some(1)) | Known::Bool(Some(true)));
            if !args.is_none(1) || !rowvar || !args.is_none(if name == "cov" { 7 } else { 3 }) {
                return None;
            }
            args.made(DType::Float64, vec![Some(rows); 2])
        }
        "polyfit" if args.flag(4, false) && args.flag(6, false) => {
            let both = [args.with_axes(0)?, args.with_axes(1)?];
            let simple = both.iter().all(|meta| matches!(meta.dtype, DType::Float64 | DType::Int64));
            let count = args.count(2).filter(|_| simple && both[1].ndim() == 1)?.checked_add(1)?;
            args.made(DType::Float64, vec![Some(count)])
        }
        "polyval" if !args.dask => {
            let both = [args.with_axes(0)?, args.with_axes(1)?];
            args.made(promote(&both)?, both[1].shape.clone())
        }
        "modf" | "frexp" => {
            let meta = args.with_axes(0)?;
            let (first, second) = if name == "modf" { ("fraction", "fraction") } else { ("mantissa", "exponent") };
            let dtype = |row| Some(resolve(find(row)?, &[Operand::Strong(meta.dtype)]).ok()?.out);
            Known::Tuple(vec![args.made(dtype(first)?, meta.shape.clone()), args.made(dtype(second)?, meta.shape)])
        }
        "allclose" if args.dask => args.made(DType::Bool, Vec::new()),
        "allclose" | "array_equal" => Known::Bool(None),
        "vdot" => {
            let both = [args.with_axes(0)?, args.with_axes(1)?];
            args.made(promote(&both)?, Vec::new())
        }
        "percentile" if args.dask => {
            let meta = args.with_axes(0).filter(|meta| meta.ndim() == 1 && meta.dtype == DType::Float64)?;
            let shape = match args.at(1) {
                Known::List(Some(items)) => vec![Some(items.len())],
                Known::Int(_) | Known::Float(_) => Vec::new(),
                _ => return None,
            };
            args.made(meta.dtype, shape)
        }
        "quantile" | "nanquantile" if args.dask => {
            let meta = args.with_axes(0).filter(|meta| meta.dtype == DType::Float64)?;
            let mut shape = match args.at(1) {
                Known::List(Some(items)) => vec![Some(items.len())],
                Known::Int(_) | Known::Float(_) => Vec::new(),
                _ => return None,
            };
            let axis = args.axis(2, 0, meta.ndim()).filter(|_| !args.is_none(2))?;
            let keepdims = args.at(6).flag()?;
            let kept = meta.shape.iter().enumerate().filter(|(at, _)| *at != axis || keepdims);
            shape.extend(kept.map(|(at, size)| if at == axis { Some(1) } else { *size }));
            args.made(meta.dtype, shape)
        }
        _ => return None,
    })
}
