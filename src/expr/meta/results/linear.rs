//! Rules of linear algebra and Fourier transforms: dtype and shape of what `norm`, `inv`, `qr` or `rfft` give.

use super::super::ArrayMeta;
use super::super::array::{self as rules, Voice};
use super::super::known::{Known, axes};
use super::{Given, Shape, float, promote};
use crate::data::DType;

/// The complex dtype of a transform.
fn transformed(of: DType) -> Option<DType> {
    Some(match float(of)? {
        DType::Float32 | DType::Complex64 => DType::Complex64,
        _ => DType::Complex128,
    })
}

/// A function of `fft` by its name.
pub(super) fn fourier(name: &str, args: &Given) -> Option<Known> {
    if let "fftfreq" | "rfftfreq" = name {
        let n = args.count(0)?;
        let count = if name == "fftfreq" { n } else { n / 2 + 1 };
        return Some(args.made(DType::Float64, vec![Some(count)]));
    }
    let meta = args.with_axes(0)?;
    let mut shape = meta.shape.clone();
    let dtype = match name {
        "fftshift" | "ifftshift" => meta.dtype,
        "fft" | "ifft" | "rfft" | "ihfft" | "irfft" | "hfft" => {
            let place = shape.get_mut(args.axis(2, -1, meta.ndim())?)?;
            let own = if args.is_none(1) { (*place)? } else { args.count(1)? };
            let n = match name {
                "fft" | "ifft" => own,
                "rfft" | "ihfft" => own / 2 + 1,
                _ if args.is_none(1) => own.checked_sub(1)?.checked_mul(2)?,
                _ => own,
            };
            *place = Some(n);
            let found = transformed(meta.dtype)?;
            if matches!(name, "irfft" | "hfft") { found.real() } else { found }
        }
        "irfft2" | "irfftn" if plain(name, args, meta.ndim()) => {
            let last = shape.last_mut()?;
            *last = Some((*last)?.checked_sub(1)?.checked_mul(2)?);
            transformed(meta.dtype)?.real()
        }
        "fft2" | "ifft2" | "fftn" | "ifftn" | "rfft2" | "rfftn" if plain(name, args, meta.ndim()) => {
            if name.starts_with('r') {
                let last = shape.last_mut()?;
                *last = last.map(|n| n / 2 + 1);
            }
            transformed(meta.dtype)?
        }
        _ => return None,
    };
    Some(args.made(dtype, shape))
}

/// Whether sizes and axes are left as they are.
fn plain(name: &str, args: &Given, ndim: usize) -> bool {
    let last = [Known::Int(Some(-2)), Known::Int(Some(-1))];
    let axes = match args.at(2) {
        Known::None => true,
        Known::Tuple(items) => items.as_slice() == last,
        _ => false,
    };
    axes && args.is_none(1) && (ndim > 1 || name.ends_with('n'))
}

/// The last two sizes of stacked matrices.
fn matrix(meta: &ArrayMeta) -> Option<(Option<usize>, Option<usize>)> {
    match meta.shape.as_slice() {
        [.., rows, columns] => Some((*rows, *columns)),
        _ => None,
    }
}

/// A function of `linalg` by its name. What gives named tuples is a tuple here: the checker knows the names.
pub(super) fn linear(name: &str, args: &Given) -> Option<Known> {
    if name == "multi_dot" {
        return chain(args);
    }
    let meta = args.with_axes(0)?;
    let inexact = float(meta.dtype)?;
    if name == "norm" {
        return norm(args, &meta);
    }
    let (rows, columns) = matrix(&meta)?;
    let least = rows.zip(columns).map(|(rows, columns)| rows.min(columns));
    let mut before: Shape = meta.shape.get(..meta.ndim() - 2)?.to_vec();
    let square = rows.is_some() && rows == columns;
    Some(match name {
        "inv" | "cholesky" if square => args.made(inexact, meta.shape),
        "det" if square => args.made(inexact, before),
        "cond" if !inexact.is_complex() => args.made(inexact, before),
        "matrix_power" if square => args.made(meta.dtype, meta.shape),
        "pinv" => {
            before.extend([columns, rows]);
            args.made(inexact, before)
        }
        "matrix_transpose" => {
            before.extend([columns, rows]);
            args.made(meta.dtype, before)
        }
        "matrix_rank" if meta.ndim() == 2 => args.made(DType::Int64, Vec::new()),
        "eigvalsh" if square => {
            before.push(rows);
            args.made(inexact.real(), before)
        }
        "svdvals" => {
            before.push(least);
            args.made(inexact.real(), before)
        }
        "svd" if !args.dask && args.at(2).flag() == Some(true) => {
            let full = args.at(1).flag()?;
            let with = |last: [Option<usize>; 2]| [before.clone(), last.to_vec()].concat();
            let (left, right) =
                if full { ([rows, rows], [columns, columns]) } else { ([rows, least], [least, columns]) };
            let middle = [before.clone(), vec![least]].concat();
            Known::Tuple(vec![
                args.made(inexact, with(left)),
                args.made(inexact.real(), middle),
                args.made(inexact, with(right)),
            ])
        }
        "qr" if !args.dask => {
            let with = |last: [Option<usize>; 2]| [before.clone(), last.to_vec()].concat();
            match args.at(1) {
                Known::Str(Some(mode)) if &**mode == "reduced" => Known::Tuple(vec![
                    args.made(inexact, with([rows, least])),
                    args.made(inexact, with([least, columns])),
                ]),
                Known::Str(Some(mode)) if &**mode == "complete" => Known::Tuple(vec![
                    args.made(inexact, with([rows, rows])),
                    args.made(inexact, with([rows, columns])),
                ]),
                Known::Str(Some(mode)) if &**mode == "r" => args.made(inexact, with([least, columns])),
                _ => return None,
            }
        }
        "eigh" if square => {
            let values = [before.clone(), vec![rows]].concat();
            Known::Tuple(vec![args.made(inexact.real(), values), args.made(inexact, meta.shape)])
        }
        "slogdet" if square && !(args.dask && inexact.is_complex()) => {
            Known::Tuple(vec![args.made(inexact, before.clone()), args.made(inexact.real(), before)])
        }
        "svd" if !args.dask && args.at(2).flag() == Some(false) => {
            before.push(least);
            args.made(inexact.real(), before)
        }
        "solve" | "solve_triangular" if square && meta.ndim() == 2 => {
            let other = args.with_axes(1).filter(|other| other.ndim() <= 2)?;
            let dtype = promote(&[
                ArrayMeta { dtype: inexact, ..meta },
                ArrayMeta { dtype: float(other.dtype)?, ..other.clone() },
            ])?;
            args.made(dtype, other.shape)
        }
        "svd_compressed" if args.dask && meta.dtype == DType::Float64 && meta.ndim() == 2 => {
            let k = Some(args.count(1)).filter(|&k| k > Some(0) && k <= least)?;
            Known::Tuple(vec![
                args.made(inexact, vec![rows, k]),
                args.made(inexact, vec![k]),
                args.made(inexact, vec![k, columns]),
            ])
        }
        "lstsq" if meta.dtype == DType::Float64 && meta.ndim() == 2 => {
            let other = args.with_axes(1).filter(|other| other.ndim() <= 2 && other.dtype == DType::Float64)?;
            let mut solution = other.shape.clone();
            *solution.first_mut()? = columns;
            let rank = if args.dask { args.made(DType::Int64, Vec::new()) } else { Known::Scalar(DType::Int32) };
            Known::Tuple(vec![
                args.made(inexact, solution),
                args.made(inexact, vec![None]),
                rank,
                args.made(inexact, vec![least]),
            ])
        }
        "qr" if args.dask && meta.ndim() == 2 => {
            Known::Tuple(vec![args.made(inexact, vec![rows, least]), args.made(inexact, vec![least, columns])])
        }
        "svd" if args.dask && meta.ndim() == 2 && args.at(2).flag() == Some(false) => Known::Tuple(vec![
            args.made(inexact, vec![rows, least]),
            args.made(inexact.real(), vec![least]),
            args.made(inexact, vec![least, columns]),
        ]),
        "lu" if args.dask && square => Known::Tuple(vec![args.made(inexact, meta.shape); 3]),
        _ => return None,
    })
}

/// `multi_dot(matrices)`; the first and the last may be vectors.
fn chain(args: &Given) -> Option<Known> {
    let all = args.arrays(0)?;
    let (first, last) = (all.first()?, all.last()?);
    let inner = all.get(1..all.len() - 1)?;
    if all.len() < 2 || inner.iter().any(|meta| meta.ndim() != 2) || first.ndim() > 2 || last.ndim() > 2 {
        return None;
    }
    let mut shape = Shape::new();
    if let [rows, _] = first.shape.as_slice() {
        shape.push(*rows);
    }
    if let [_, columns] = last.shape.as_slice() {
        shape.push(*columns);
    }
    let dtype = promote(&all)?;
    Some(args.made(if args.dask { dtype.summed() } else { dtype }, shape))
}

/// `norm(x, ord, axis, keepdims)`.
fn norm(args: &Given, meta: &ArrayMeta) -> Option<Known> {
    if !meta.dtype.is_inexact() || !matches!(args.at(1), Known::None | Known::Int(_) | Known::Float(_)) {
        return None;
    }
    let list = axes(args.at(2)).ok()??;
    let ndim = meta.ndim();
    let gone: Vec<usize> = match list {
        None => (0..ndim).collect(),
        Some(list) => list.iter().map(|&at| rules::axis(at, ndim, Voice::NumPy).ok()).collect::<Option<_>>()?,
    };
    if gone.len() > 2 && !args.is_none(1) {
        return None;
    }
    let keepdims = args.at(3).flag()?;
    let kept = meta.shape.iter().enumerate().filter(|(at, _)| keepdims || !gone.contains(at));
    let shape = kept.map(|(at, size)| if gone.contains(&at) { Some(1) } else { *size }).collect();
    Some(args.made(meta.dtype.real(), shape))
}
