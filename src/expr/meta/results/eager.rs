//! Rules of eager random numbers, of functions of fixed strings, and of `unique`.

use super::super::array::whole;
use super::super::known::{Arr, Known, dtype, sizes};
use super::{Given, Shape};
use crate::data::DType;

/// What a draw takes before `size`, and the dtype that it gives.
fn draw(name: &str) -> Option<(usize, DType)> {
    let params = match name {
        "random"
        | "random_sample"
        | "ranf"
        | "sample"
        | "standard_normal"
        | "standard_exponential"
        | "standard_cauchy" => 0,
        "standard_gamma" | "chisquare" | "exponential" | "pareto" | "power" | "rayleigh" | "standard_t" | "weibull"
        | "geometric" | "logseries" | "poisson" | "zipf" => 1,
        "normal"
        | "uniform"
        | "beta"
        | "f"
        | "gamma"
        | "gumbel"
        | "laplace"
        | "logistic"
        | "lognormal"
        | "noncentral_chisquare"
        | "vonmises"
        | "wald"
        | "binomial"
        | "negative_binomial"
        | "integers"
        | "randint" => 2,
        "noncentral_f" | "triangular" | "hypergeometric" => 3,
        _ => return None,
    };
    let whole = matches!(
        name,
        "geometric"
            | "logseries"
            | "poisson"
            | "zipf"
            | "binomial"
            | "negative_binomial"
            | "hypergeometric"
            | "integers"
            | "randint"
    );
    Some((params, if whole { DType::Int64 } else { DType::Float64 }))
}

/// Where `dtype` stands.
fn dtype_slot(name: &str, generator: bool) -> Option<usize> {
    match name {
        "random" | "standard_normal" | "standard_exponential" if generator => Some(1),
        "standard_gamma" if generator => Some(2),
        "integers" | "randint" => Some(3),
        _ => None,
    }
}

/// A draw of an eager generator: a function of the module, or a method with the generator in front.
pub(super) fn random(name: &str, list: &[Known]) -> Option<Known> {
    let (name, list, generator) = match name.split_once('.') {
        Some(("Generator", method)) => (method, list.get(1..)?, true),
        Some(("RandomState", method)) => (method, list.get(1..)?, false),
        Some(_) => return None,
        None => (name, list, false),
    };
    let args = Given { list, dask: false };
    if matches!(name, "rand" | "randn") {
        let shape = sizes(args.at(0)).ok()??;
        return (!shape.is_empty()).then(|| args.made(DType::Float64, shape));
    }
    if name == "permutation" {
        return match args.at(0) {
            Known::Int(Some(n)) => Some(args.made(DType::Int64, vec![usize::try_from(*n).ok()])),
            _ => args.with_axes(0).map(|meta| args.made(meta.dtype, meta.shape)),
        };
    }
    if name == "choice" {
        let own = match args.at(0) {
            Known::Int(_) => DType::Int64,
            _ => args.with_axes(0).filter(|meta| meta.ndim() == 1)?.dtype,
        };
        let shape = size(&args, 1)?;
        return Some(args.made(own, shape));
    }
    let (params, default) = draw(name)?;
    let of = match dtype_slot(name, generator) {
        Some(slot) => dtype(args.at(slot)).ok()??.unwrap_or(default),
        None => default,
    };
    let shape = size(&args, params)?;
    Some(args.made(of, shape))
}

/// A `size` that makes an array.
fn size(args: &Given, slot: usize) -> Option<Shape> {
    if args.is_none(slot) {
        return None;
    }
    sizes(args.at(slot)).ok()?.filter(|shape| !shape.is_empty())
}

/// A function of `numpy.strings`.
pub(super) fn strings(name: &str, args: &Given) -> Option<Known> {
    let meta = args.with_axes(0).filter(|meta| meta.dtype.is_text())?;
    let dtype = match name {
        "upper" | "lower" | "swapcase" | "capitalize" | "title" => meta.dtype,
        "strip" | "lstrip" | "rstrip" if args.is_none(1) => meta.dtype,
        "isalpha" | "isdigit" | "isalnum" | "isspace" | "islower" | "isupper" | "istitle" | "isdecimal"
        | "isnumeric" => DType::Bool,
        "str_len" => DType::Int64,
        "find" | "rfind" | "index" | "rindex" | "count" if plain(args) => DType::Int64,
        "startswith" | "endswith" if plain(args) => DType::Bool,
        _ => return None,
    };
    Some(Arr::eager(whole(dtype, meta.shape)))
}

/// Whether what is looked for is one text, from one place to another.
fn plain(args: &Given) -> bool {
    matches!(args.at(1), Known::Str(_)) && (2..4).all(|slot| matches!(args.at(slot), Known::None | Known::Int(_)))
}

/// `unique(ar, return_index, return_inverse, return_counts, axis)`.
pub(super) fn unique(args: &Given) -> Option<Known> {
    let meta = args.with_axes(0).filter(|_| args.is_none(4))?;
    let mut out = vec![args.made(meta.dtype, vec![None])];
    for slot in 1..4 {
        let shape = if slot == 2 { meta.shape.clone() } else { vec![None] };
        if args.at(slot).flag()? {
            out.push(args.made(DType::Int64, shape));
        }
    }
    match out.as_slice() {
        [one] => Some(one.clone()),
        _ => Some(Known::Tuple(out)),
    }
}
