//! Functions of NumPy that are given lazy arrays: which of them the function of the same name in `dask.array` takes
//! over, as NumPy's `__array_function__` has it. One rule for the checker and for the run.

use super::call::canonical;
use crate::ops;

/// Functions that do not ask their arguments: they make arrays, or answer from dtype and shape alone.
const OWN: &[&str] = &[
    "arange",
    "array",
    "asanyarray",
    "asarray",
    "ascontiguousarray",
    "asfortranarray",
    "block",
    "broadcast_shapes",
    "can_cast",
    "copyto",
    "diag_indices",
    "empty",
    "errstate",
    "eye",
    "fromfile",
    "fromfunction",
    "fromiter",
    "frompyfunc",
    "full",
    "genfromtxt",
    "get_printoptions",
    "identity",
    "indices",
    "iscomplexobj",
    "isdtype",
    "isrealobj",
    "isscalar",
    "issubdtype",
    "load",
    "loadtxt",
    "mask_indices",
    "memmap",
    "min_scalar_type",
    "ndim",
    "ones",
    "printoptions",
    "promote_types",
    "result_type",
    "set_printoptions",
    "shape",
    "size",
    "tri",
    "tril_indices",
    "triu_indices",
    "vectorize",
    "zeros",
];

/// Functions of `dask.array` that Dask itself does not have: given to NumPy's, lazy arrays are computed as there.
const BEYOND: &[&str] = &[
    "argpartition",
    "argsort",
    "cond",
    "det",
    "eig",
    "eigh",
    "eigvals",
    "eigvalsh",
    "lexsort",
    "matrix_power",
    "matrix_rank",
    "multi_dot",
    "partition",
    "pinv",
    "slogdet",
    "sort",
    "take_along_axis",
];

/// Parameters that are not asked.
const NOT_ASKED: &[(&str, &str)] = &[
    ("broadcast_to", "shape"),
    ("pad", "pad_width"),
    ("repeat", "repeats"),
    ("reshape", "shape"),
    ("roll", "shift"),
    ("take", "indices"),
];

/// Whether a function of a module of NumPy asks its arguments before it runs. Elementwise functions are lazy by themselves.
pub fn asks(module: &str, name: &str) -> bool {
    let elementwise = || ops::find(canonical(name)).is_some() && !matches!(name, "where" | "clip" | "round");
    matches!(module, "numpy" | "numpy.linalg" | "numpy.fft")
        && !name.starts_with('_')
        && !OWN.contains(&name)
        && !elementwise()
}

/// Whether a function that asks asks the argument of this name.
pub fn asked(name: &str, parameter: &str) -> bool {
    !NOT_ASKED.contains(&(name, parameter))
}

/// Where the function stands that takes over, if there is one of this name: module and name.
pub fn counterpart<'a>(module: &str, name: &'a str) -> Option<(&'static str, &'a str)> {
    if BEYOND.contains(&name) {
        return None;
    }
    let name = match name {
        "amax" => "max",
        "amin" => "min",
        other => other,
    };
    match module {
        "numpy" => Some(("dask.array", name)),
        "numpy.linalg" => Some(("dask.array.linalg", name)),
        "numpy.fft" => Some(("dask.array.fft", name)),
        _ => None,
    }
}

/// Dask's warning about a function of NumPy that it has not.
pub fn warning(module: &str, name: &str) -> String {
    format!(
        "The `{module}.{name}` function is not implemented by Dask array. You may want to use the da.map_blocks function \
         or something similar to silence this warning. Your code may stop working in a future release."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks() {
        assert!(asks("numpy", "flip") && asks("numpy.linalg", "svd") && asks("numpy", "where"));
        assert!(!asks("numpy", "asarray") && !asks("numpy", "sin") && !asks("math", "floor"));
        assert!(asked("take", "a") && !asked("take", "indices") && asked("unravel_index", "indices"));
    }

    #[test]
    fn who_takes_over() {
        assert_eq!(counterpart("numpy", "amax"), Some(("dask.array", "max")));
        assert_eq!(counterpart("numpy.fft", "fft"), Some(("dask.array.fft", "fft")));
        assert_eq!(counterpart("numpy", "sort"), None);
    }
}
