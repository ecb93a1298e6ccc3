//! Results that are computed of all elements: integrals, covariances, fits, polynomials.

use super::super::known::Known;
use super::{Given, promote};
use crate::data::DType;
use crate::data::dtype::Operand;
use crate::ops::{find, resolve};

/// Those that compute with all elements.
pub(super) fn numeric(name: &str, args: &Given) -> Option<Known> {
    Some(match name {
        "trapezoid" if !args.dask => {
            let plain = |meta: &super::ArrayMeta| matches!(meta.dtype, DType::Float64 | DType::Int64);
            let meta = args.with_axes(0).filter(plain)?;
            if !args.is_none(1) {
                args.with_axes(1).filter(plain).filter(|x| x.ndim() == 1)?;
            }
            let mut shape = meta.shape.clone();
            shape.remove(args.axis(3, -1, meta.ndim())?);
            args.made(DType::Float64, shape)
        }
        "cov" | "corrcoef" => {
            let plain = |meta: &super::ArrayMeta| matches!(meta.dtype, DType::Float64 | DType::Int64);
            let meta = args.with_axes(0).filter(plain)?;
            let rows = match meta.shape.as_slice() {
                [_] if !args.is_none(1) => args.with_axes(1).filter(plain).filter(|y| y.ndim() == 1).map(|_| 2)?,
                [rows, _] if args.is_none(1) => rows.filter(|&n| n > 1)?,
                _ => return None,
            };
            let rowvar = matches!(args.at(2), Known::None | Known::Int(Some(1)) | Known::Bool(Some(true)));
            if !rowvar || !args.is_none(if name == "cov" { 7 } else { 3 }) {
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
        "polyadd" | "polysub" if !args.dask => {
            let both = [args.with_axes(0)?, args.with_axes(1)?];
            let [[n], [m]] = [both[0].shape.as_slice(), both[1].shape.as_slice()] else { return None };
            args.made(promote(&both)?, vec![n.zip(*m).map(|(n, m)| n.max(m))])
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
        _ => return None,
    })
}
