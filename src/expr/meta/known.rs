//! What is known of a value, as the rules see it: the checker fills it from types, the builders from values.

use std::sync::Arc;

use super::ArrayMeta;
use super::chunks::{Chunks, Spec, bad_chunks, no_chunks, not_integer, parse_bytes};
use super::index::{BAD_INDEX, Bound, Entry};
use crate::data::raised::{Res, index_error, type_error, value_error};
use crate::data::scalar::dtype_named;
use crate::data::time::Unit;
use crate::data::{DType, Operand};

/// What is known of a value. `None` inside: the type is known, the value is not.
#[derive(Clone, PartialEq, Debug)]
pub enum Known {
    /// Nothing.
    Any,
    /// `None`.
    None,
    /// `...`.
    Ellipsis,
    /// A `bool`.
    Bool(Option<bool>),
    /// An `int`.
    Int(Option<i64>),
    /// A `float`.
    Float(Option<f64>),
    /// A `complex`.
    Complex,
    /// A `str`.
    Str(Option<Arc<str>>),
    /// A dtype, or a class that stands for one (`float`, `np.float32`).
    DType(Option<DType>),
    /// A NumPy scalar.
    Scalar(DType),
    /// A tuple.
    Tuple(Vec<Known>),
    /// A list; its items, if they are known one by one.
    List(Option<Vec<Known>>),
    /// A dict; its items, if they are known one by one.
    Dict(Option<Vec<(Known, Known)>>),
    /// A `slice`.
    Slice(Box<[Known; 3]>),
    /// An array.
    Array(Arr),
    /// Something else, of this Python type.
    Other(&'static str),
}

/// What is known of an array.
#[derive(Clone, PartialEq, Debug)]
pub struct Arr {
    /// Whether it is a `dask.array.Array`.
    pub lazy: bool,
    /// Dtype, shape and chunks; `None` if even the number of axes is not known.
    pub meta: Option<ArrayMeta>,
}

impl Arr {
    /// An eager array.
    pub fn eager(meta: ArrayMeta) -> Known {
        Known::Array(Arr { lazy: false, meta: Some(meta) })
    }

    /// A lazy array.
    pub fn lazy(meta: ArrayMeta) -> Known {
        Known::Array(Arr { lazy: true, meta: Some(meta) })
    }
}

impl Known {
    /// The name of its Python type, for messages.
    pub fn type_name(&self) -> &'static str {
        match self {
            Known::Any => "object",
            Known::None => "NoneType",
            Known::Ellipsis => "ellipsis",
            Known::Bool(_) => "bool",
            Known::Int(_) => "int",
            Known::Float(_) => "float",
            Known::Complex => "complex",
            Known::Str(_) => "str",
            Known::DType(_) => "type",
            Known::Scalar(dtype) => dtype.scalar_class(),
            Known::Tuple(_) => "tuple",
            Known::List(_) => "list",
            Known::Dict(_) => "dict",
            Known::Slice(_) => "slice",
            Known::Array(arr) if arr.lazy => "Array",
            Known::Array(_) => "numpy.ndarray",
            Known::Other(name) => name,
        }
    }

    /// Whether nothing is known of its type.
    pub fn is_any(&self) -> bool {
        matches!(self, Known::Any)
    }

    /// What it is to promotion, if it is a number.
    pub fn operand(&self) -> Option<Operand> {
        Some(match self {
            Known::Bool(_) => Operand::Strong(DType::Bool),
            Known::Int(_) => Operand::Int,
            Known::Float(_) => Operand::Float,
            Known::Complex => Operand::Complex,
            Known::Scalar(dtype) => Operand::Strong(*dtype),
            _ => return None,
        })
    }

    /// Whether it is a lazy array, or one is in nested lists.
    pub fn holds_lazy(&self) -> bool {
        match self {
            Known::Tuple(items) | Known::List(Some(items)) => items.iter().any(Known::holds_lazy),
            Known::Array(arr) => arr.lazy,
            _ => false,
        }
    }

    /// A flag; `None` if not known.
    pub fn flag(&self) -> Option<bool> {
        match self {
            Known::Bool(value) => *value,
            Known::None => Some(false),
            Known::Int(value) => value.map(|n| n != 0),
            _ => None,
        }
    }

    /// The items of a tuple or list: `Some(None)` if they are not known, `None` if it is neither.
    pub fn items(&self) -> Option<Option<&[Known]>> {
        match self {
            Known::Tuple(items) => Some(Some(items)),
            Known::List(items) => Some(items.as_deref()),
            Known::Any => Some(None),
            _ => None,
        }
    }
}

/// A `dtype=` argument: `Ok(None)` if it is left out.
pub fn dtype(at: &Known) -> Res<Option<Option<DType>>> {
    // Of times without a unit the values say which it is.
    let open = |dtype: DType| dtype.unit().is_some_and(Unit::is_generic) || dtype.is_open();
    Ok(match at {
        Known::None => Some(None),
        Known::DType(Some(dtype)) if open(*dtype) => None,
        Known::DType(Some(dtype)) => Some(Some(*dtype)),
        Known::Str(Some(name)) => Some(Some(dtype_named(name)?)).filter(|found| !found.is_some_and(open)),
        Known::DType(None) | Known::Str(None) | Known::Any | Known::Other(_) => None,
        other => return Err(type_error(format!("Cannot interpret '{}' as a data type", other.type_name()))),
    })
}

/// A `shape` argument: sizes, `None` where not known; `Ok(None)` if not even their number is.
pub fn sizes(at: &Known) -> Res<Option<Vec<Option<usize>>>> {
    let one = |at: &Known| match at {
        Known::Int(Some(n)) => match usize::try_from(*n) {
            Ok(n) => Ok(Some(n)),
            Err(_) => Err(value_error("negative dimensions are not allowed")),
        },
        Known::Bool(Some(value)) => Ok(Some(usize::from(*value))),
        Known::Int(None) | Known::Bool(None) | Known::Any => Ok(None),
        Known::Scalar(dtype) if dtype.is_whole() => Ok(None),
        other => Err(type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            other.type_name().trim_start_matches("numpy.")
        ))),
    };
    match at.items() {
        Some(None) => Ok(None),
        Some(Some(items)) => items.iter().map(one).collect::<Res<_>>().map(Some),
        None => Ok(Some(vec![one(at)?])),
    }
}

/// An `axis=` argument: `Ok(None)` if not known, `Some(None)` for all axes.
pub fn axes(at: &Known) -> Res<Option<Option<Vec<i64>>>> {
    let one = |at: &Known| match at {
        Known::Int(at) => Ok(*at),
        Known::Bool(at) => Ok(at.map(i64::from)),
        Known::Any => Ok(None),
        Known::Scalar(dtype) if dtype.is_whole() => Ok(None),
        other => Err(type_error(format!("'{}' object cannot be interpreted as an integer", other.type_name()))),
    };
    match at {
        Known::None => Ok(Some(None)),
        Known::Tuple(items) => Ok(items.iter().map(one).collect::<Res<Option<Vec<i64>>>>()?.map(Some)),
        Known::List(Some(items)) => Ok(items.iter().map(one).collect::<Res<Option<Vec<i64>>>>()?.map(Some)),
        Known::List(None) => Ok(None),
        other => Ok(one(other)?.map(|at| Some(vec![at]))),
    }
}

/// A `chunks=` argument; `Ok(None)` if nothing is known of it.
pub fn chunks(at: &Known) -> Res<Option<Chunks>> {
    Ok(Some(match at {
        Known::Any => return Ok(None),
        Known::None => return Err(no_chunks()),
        Known::Tuple(items) | Known::List(Some(items)) => Chunks::Each(items.iter().map(spec).collect::<Res<_>>()?),
        Known::List(None) | Known::Dict(None) => return Ok(None),
        Known::Dict(Some(pairs)) => {
            let mut out = Vec::new();
            for (key, value) in pairs {
                match key {
                    Known::Int(Some(axis)) => out.push((*axis, spec(value)?)),
                    _ => return Ok(None),
                }
            }
            Chunks::Axes(out)
        }
        Known::Int(_) | Known::Bool(_) | Known::Float(_) | Known::Str(_) | Known::Scalar(_) => Chunks::Same(spec(at)?),
        other => return Err(bad_chunks(other.type_name())),
    }))
}

fn spec(at: &Known) -> Res<Spec> {
    Ok(match at {
        Known::Int(Some(n)) => Spec::Size(*n),
        Known::Bool(Some(value)) => Spec::Size(i64::from(*value)),
        Known::None => Spec::Keep,
        Known::Str(Some(text)) if &**text == "auto" => Spec::Auto,
        Known::Str(Some(text)) => Spec::Bytes(parse_bytes(text)?),
        Known::Float(Some(n)) if n.fract() == 0.0 => Spec::Size(*n as i64),
        Known::Float(Some(_)) => return Err(not_integer()),
        Known::Tuple(items) | Known::List(Some(items)) => {
            let mut blocks = Vec::with_capacity(items.len());
            for item in items {
                match item {
                    Known::Int(Some(n)) if *n >= 0 => blocks.push(*n as usize),
                    Known::Int(Some(_)) => return Err(value_error("chunks must not be negative")),
                    _ => return Ok(Spec::Unknown),
                }
            }
            Spec::Blocks(blocks)
        }
        _ => Spec::Unknown,
    })
}

/// The whole number that a float in an index of a lazy array stands for; `IndexError` if it is none, with the tolerance of
/// `dask.array.slicing`.
pub fn whole_number(value: f64) -> Res<i64> {
    match (value - value.trunc()).abs() <= 1e-8 + 1e-5 * value.trunc().abs() {
        true => Ok(value as i64),
        false => Err(index_error(format!("Bad index.  Must be integer-like: {}", crate::data::float::repr64(value)))),
    }
}

/// An index: its entries. `dask`: the errors are Dask's.
pub fn entries(at: &Known, dask: bool) -> Res<Vec<Entry>> {
    match at {
        Known::Tuple(items) => items.iter().map(|item| entry(item, dask)).collect(),
        other => Ok(vec![entry(other, dask)?]),
    }
}

fn entry(at: &Known, dask: bool) -> Res<Entry> {
    Ok(match at {
        Known::Any => Entry::Unknown,
        Known::None => Entry::New,
        Known::Ellipsis => Entry::Ellipsis,
        Known::Int(value) => Entry::At(*value),
        Known::Scalar(dtype) if dtype.is_whole() => Entry::At(None),
        Known::Slice(parts) => {
            let [start, stop, step] = &**parts;
            Entry::Slice(bound(start, dask)?, bound(stop, dask)?, bound(step, dask)?)
        }
        Known::Bool(value) if dask => Entry::At(value.map(i64::from)),
        Known::Bool(_) | Known::Scalar(DType::Bool) => Entry::Mask(Vec::new()),
        // Dask takes floats that are whole.
        Known::Float(value) if dask => Entry::At(value.map(whole_number).transpose()?),
        Known::Array(arr) => match &arr.meta {
            None => Entry::Unknown,
            Some(meta) if meta.dtype == DType::Bool => Entry::Mask(meta.shape.clone()),
            Some(meta) if meta.dtype.is_whole() => Entry::Integers(meta.shape.clone()),
            Some(_) => return Err(index_error("arrays used as indices must be of integer (or boolean) type")),
        },
        Known::List(None) => Entry::Unknown,
        Known::List(Some(_)) | Known::Tuple(_) => match super::call::array_of(at) {
            Some(meta) if meta.size() == Some(0) => Entry::Integers(meta.shape),
            Some(meta) => entry(&Arr::eager(meta), dask)?,
            None => Entry::Unknown,
        },
        Known::Str(_) => {
            return Err(index_error(BAD_INDEX).help("arrays have no columns: index with numbers and slices"));
        }
        Known::Other(_) => Entry::Unknown,
        _ => return Err(index_error(BAD_INDEX)),
    })
}

fn bound(at: &Known, dask: bool) -> Res<Bound> {
    Ok(match at {
        Known::Float(value) if dask => {
            value.filter(|x| x.fract() == 0.0).map_or(Bound::Unknown, |x| Bound::At(x as i64))
        }
        Known::None => Bound::Missing,
        Known::Int(Some(at)) => Bound::At(*at),
        Known::Bool(Some(at)) => Bound::At(i64::from(*at)),
        Known::Int(None) | Known::Bool(None) | Known::Any | Known::Other(_) => Bound::Unknown,
        Known::Scalar(dtype) if dtype.is_whole() => Bound::Unknown,
        _ => return Err(type_error("slice indices must be integers or None or have an __index__ method")),
    })
}
