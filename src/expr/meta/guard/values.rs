//! Guards of values: percentiles, bins, weights, texts that name a way to do it.

use super::{Given, Guarded, numbers};
use crate::data::raised::{type_error, value_error};
use crate::expr::meta::known::Known;

/// What `method=` of quantiles may be.
const METHODS: &[&str] = &[
    "inverted_cdf",
    "averaged_inverted_cdf",
    "closest_observation",
    "interpolated_inverted_cdf",
    "hazen",
    "weibull",
    "linear",
    "median_unbiased",
    "normal_unbiased",
    "lower",
    "higher",
    "midpoint",
    "nearest",
];

/// What `mode=` of `pad` may be.
const MODES: &[&str] = &[
    "constant",
    "edge",
    "empty",
    "linear_ramp",
    "maximum",
    "mean",
    "median",
    "minimum",
    "reflect",
    "symmetric",
    "wrap",
];

/// The guard of a function by its name.
pub fn call(name: &str, given: &Given<'_>) -> Guarded {
    match name {
        "percentile" | "nanpercentile" | "quantile" | "nanquantile" => quantile(name, given),
        "histogram" => histogram(given),
        "bincount" if !given.lazy() => bincount(given),
        "pad" => pad(given),
        "average" => average(given),
        "interp" => interp(given),
        "polyfit" => polyfit(given),
        "corrcoef" | "cov" if !given.lazy() => together(given),
        "where" => condition(given),
        "sqrt" | "exp" | "log" | "log2" | "log10" | "sin" | "cos" | "tan" | "floor" | "ceil" | "tanh" => {
            number(name, given)
        }
        _ => Ok(None),
    }
}

fn quantile(name: &str, given: &Given<'_>) -> Guarded {
    let percent = name.ends_with("percentile");
    let (most, word) = if percent {
        (100.0, "Percentiles must be in the range [0, 100]")
    } else {
        (1.0, "Quantiles must be in the range [0, 1]")
    };
    if let Some(wanted) = numbers(given.at(1))
        && wanted.iter().any(|q| !(0.0..=most).contains(q) && !q.is_nan())
    {
        let help =
            if percent { "`quantile` takes fractions from 0 to 1" } else { "`percentile` takes numbers from 0 to 100" };
        return Err(value_error(word).help(help));
    }
    let method = given.text(if given.dask && percent { 2 } else { 5 });
    if let Some(method) = method.filter(|method| !METHODS.contains(method))
        && !given.dask
    {
        let shown: Vec<String> = METHODS.iter().map(|method| format!("'{method}'")).collect();
        let message = format!("'{method}' is not a valid method. Use one of: dict_keys([{}])", shown.join(", "));
        return Err(value_error(message));
    }
    Ok(None)
}

fn histogram(given: &Given<'_>) -> Guarded {
    let bins = given.at(1);
    if given.dask {
        let one = matches!(bins, Known::None | Known::Int(_));
        if one && given.at(2) == &Known::None {
            let message = "dask.array.histogram requires either specifying bins as an iterable or specifying both a range and the \
                           number of bins";
            return Err(value_error(message).help("give the range too: `range=(low, high)`"));
        }
        return Ok(None);
    }
    if matches!(bins, Known::Int(Some(n)) if *n < 1) {
        return Err(value_error("`bins` must be positive, when an integer"));
    }
    if let Known::List(Some(_)) | Known::Tuple(_) = bins
        && let Some(edges) = numbers(bins)
        && edges.windows(2).any(|pair| matches!(pair, [a, b] if a > b))
    {
        return Err(value_error("`bins` must increase monotonically, when an array"));
    }
    Ok(None)
}

fn bincount(given: &Given<'_>) -> Guarded {
    let Some(meta) = given.meta(0) else { return Ok(None) };
    if meta.dtype.is_whole() || meta.dtype == crate::data::DType::Bool || meta.size() == Some(0) {
        return Ok(None);
    }
    Err(meta.dtype.unsafe_cast(crate::data::DType::Int64).help("it counts whole numbers: convert with `.astype(int)`"))
}

fn pad(given: &Given<'_>) -> Guarded {
    match given.text(2) {
        Some(mode) if !MODES.contains(&mode) => {
            Err(value_error(format!("mode '{mode}' is not supported")).help(format!("one of {}", MODES.join(", "))))
        }
        _ => Ok(None),
    }
}

fn average(given: &Given<'_>) -> Guarded {
    let (Some(a), Some(weights)) = (given.meta(0), given.meta(2)) else { return Ok(None) };
    let (Known::None, Some(n), Some(m)) = (given.at(1), a.sizes(), weights.sizes()) else { return Ok(None) };
    if given.at(2) != &Known::None && n != m {
        return Err(type_error("Axis must be specified when shapes of a and weights differ."));
    }
    Ok(None)
}

/// The number of elements of an argument of one axis.
fn length(given: &Given<'_>, slot: usize) -> Option<usize> {
    match given.meta(slot)?.shape.as_slice() {
        [size] => *size,
        _ => None,
    }
}

fn interp(given: &Given<'_>) -> Guarded {
    match (length(given, 1), length(given, 2)) {
        (Some(n), Some(m)) if n != m => Err(value_error("fp and xp are not of the same length.")),
        _ => Ok(None),
    }
}

fn polyfit(given: &Given<'_>) -> Guarded {
    match (length(given, 0), length(given, 1)) {
        (Some(n), Some(m)) if n != m => Err(type_error("expected x and y to have same length")),
        _ => Ok(None),
    }
}

/// Two vectors of observations.
fn together(given: &Given<'_>) -> Guarded {
    match (length(given, 0), length(given, 1)) {
        (Some(n), Some(m)) if n != m => Err(value_error(format!(
            "all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the array \
             at index 0 has size {n} and the array at index 1 has size {m}"
        ))),
        _ => Ok(None),
    }
}

/// `where` with one of two values.
fn condition(given: &Given<'_>) -> Guarded {
    let one = |slot: usize| given.at(slot) == &Known::None;
    if one(1) != one(2) && !given.at(1).is_any() && !given.at(2).is_any() {
        let error = value_error("either both or neither of x and y should be given");
        return Err(error.help("give what stands where the condition holds and where it does not: `where(c, x, y)`"));
    }
    Ok(None)
}

/// A text where a number is needed.
fn number(name: &str, given: &Given<'_>) -> Guarded {
    if !matches!(given.at(0), Known::Str(_)) {
        return Ok(None);
    }
    let message = format!(
        "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any supported types \
         according to the casting rule ''safe''"
    );
    Err(type_error(message).help("convert the text to a number first, with `float(...)`"))
}
