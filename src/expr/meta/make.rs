//! Rules of the functions that make arrays: `ones`, `full`, `arange`, `linspace`, `array`, `from_array`, random numbers.

use super::ArrayMeta;
use super::array::{create, whole};
use super::call::{Ruled, array_of, ruled, shape_arg};
use super::chunks::{Chunks, Spec, in_backend};
use super::known::{Arr, Known, chunks, dtype};
use crate::data::raised::{ExcClass, Raised, Res, type_error, value_error};
use crate::data::{DType, dtype::result_type};
use crate::ops::draws;

/// The rule of a function by its name in `numpy` or `dask.array`; `None`: it makes no array.
pub fn call(name: &str, args: &[Known], dask: bool) -> Option<Ruled> {
    let none = Known::None;
    let at = |slot: usize| args.get(slot).unwrap_or(&none);
    // Dask: ones(shape, dtype, *, chunks, name); NumPy: ones(shape, dtype, order).
    Some(match name {
        "ones" | "zeros" | "empty" => ruled(filled(at(0), at(1), DType::Float64, chunks_at(dask, at(2)))),
        "full" => ruled(full(at(0), at(1), at(2), chunks_at(dask, at(3)))),
        "arange" => {
            let (dtype, blocks) = if dask { (at(5), Some(at(3))) } else { (at(3), None) };
            ruled(arange(at(0), at(1), at(2), dtype, blocks))
        }
        "linspace" => {
            let (dtype, blocks) = if dask { (at(6), Some(at(5))) } else { (at(5), None) };
            if at(4).flag() != Some(false) {
                return Some(None);
            }
            ruled(linspace(at(2), dtype, blocks))
        }
        "datetime64.__new__" if !dask => ruled(super::times::moment(at(1), at(2))),
        "timedelta64.__new__" if !dask => ruled(super::times::duration(at(1), at(2))),
        "array" | "asarray" if !dask => ruled(array(at(0), at(1))),
        "eye" if !dask => ruled(eye(at(0), at(1), at(3))),
        "identity" if !dask => ruled(eye(at(0), &Known::None, at(1))),
        "from_array" if dask => ruled(from_array(at(0), at(1))),
        _ if dask && name.starts_with("random.") => return Some(random(name.trim_start_matches("random."), args)),
        "ones_like" | "zeros_like" | "full_like" | "empty_like" => {
            // Dask: a, dtype, order, chunks, name, shape; full_like: a, fill_value, order, dtype, chunks, name, shape.
            // NumPy: a, dtype, order, subok, shape; full_like: a, fill_value, dtype, order, subok, shape.
            let (dtype, chunks, shape) = match (dask, name == "full_like") {
                (true, true) => (3, Some(4), 6),
                (true, false) => (1, Some(3), 5),
                (false, full) => (1 + usize::from(full), None, 4 + usize::from(full)),
            };
            ruled(like(at(0), at(dtype), chunks.map(at), at(shape)))
        }
        _ => return None,
    })
}

/// Random numbers of lazy arrays: parameters that are numbers, `size`, `chunks`; methods have their source in front.
fn random(name: &str, args: &[Known]) -> Ruled {
    let (name, args) = match name.split_once('.') {
        Some((_, method)) => (method, args.get(1..)?),
        None => (name, args),
    };
    let none = Known::None;
    let at = |slot: usize| args.get(slot).unwrap_or(&none);
    let (params, blocks, dtype) = match name {
        "random" if args.len() == 4 => (0, at(3), at(1)),
        "random" | "random_sample" | "standard_normal" => (0, at(1), &none),
        "uniform" | "normal" => (2, at(3), &none),
        "integers" => (2, at(5), at(3)),
        "randint" => (2, at(3), at(4)),
        _ => (draws::named(name)?.params(), at(draws::named(name)?.params() + 1), &none),
    };
    let whole = matches!(name, "integers" | "randint");
    let default = match draws::named(name).and_then(|draw| draw.row.loops.first()) {
        Some(found) => found.out,
        None if whole => DType::Int64,
        None => DType::Float64,
    };
    // Parameters that may be arrays decide the shape too.
    let plain = |known: &Known| matches!(known, Known::Int(_) | Known::Float(_) | Known::Bool(_) | Known::None);
    if !args.get(..params)?.iter().all(plain) {
        return None;
    }
    let size = match at(params) {
        Known::None => &Known::Tuple(Vec::new()),
        other => other,
    };
    ruled((|| {
        let Some(sizes) = shape_arg(size)? else { return Ok(None) };
        let Some(dtype) = super::known::dtype(dtype)? else { return Ok(None) };
        made(dtype.unwrap_or(default), sizes, Some(blocks), None)
    })())
}

fn chunks_at(dask: bool, at: &Known) -> Option<&Known> {
    dask.then_some(at)
}

/// The blocks of a new array; an eager one is whole.
fn made(dtype: DType, sizes: Vec<Option<usize>>, blocks: Option<&Known>, method: Option<&str>) -> Res<Option<Known>> {
    let Some(blocks) = blocks else { return Ok(Some(Arr::eager(whole(dtype, sizes)))) };
    let meta = (|| match chunks(blocks)? {
        Some(blocks) => create(dtype, &sizes, &blocks),
        None => create(dtype, &sizes, &Chunks::Same(Spec::Unknown)),
    })();
    let worded = |error| match method {
        Some(method) => in_backend(method, error),
        None => error,
    };
    Ok(Some(Arr::lazy(meta.map_err(worded)?)))
}

const BACKEND: Option<&str> = Some("wrap_func_shape_as_first_arg");

fn filled(shape: &Known, wanted: &Known, default: DType, blocks: Option<&Known>) -> Res<Option<Known>> {
    let Some(sizes) = shape_arg(shape)? else { return Ok(None) };
    let Some(dtype) = dtype(wanted)? else { return Ok(None) };
    made(dtype.unwrap_or(default), sizes, blocks, BACKEND)
}

fn full(shape: &Known, value: &Known, wanted: &Known, blocks: Option<&Known>) -> Res<Option<Known>> {
    if let (Some(_), Known::List(_) | Known::Tuple(_)) = (blocks, value) {
        let text = format!("fill_value must be scalar. Received {} instead.", value.type_name());
        return Err(value_error(text));
    }
    let default = match (value, value.operand()) {
        (Known::Str(None), _) => return Ok(None),
        // Dask takes the class for the dtype, which has room for one character.
        (Known::Str(Some(_)), _) if blocks.is_some() => DType::Text(crate::data::dtype::Width(1)),
        (_, Some(operand)) => operand.dtype(),
        _ => match array_of(value) {
            Some(meta) => meta.dtype,
            None => return Ok(None),
        },
    };
    filled(shape, wanted, default, blocks)
}

fn like(array: &Known, wanted: &Known, blocks: Option<&Known>, shape: &Known) -> Res<Option<Known>> {
    let Some(meta) = array_of(array) else { return Ok(None) };
    let Some(dtype) = dtype(wanted)? else { return Ok(None) };
    let lazy = blocks.is_some() || matches!(array, Known::Array(arr) if arr.lazy);
    let dtype = dtype.unwrap_or(meta.dtype);
    let auto = Known::Str(Some("auto".into()));
    let blocks = match (blocks, shape) {
        (Some(Known::None), Known::None) | (None, Known::None) => None,
        (Some(Known::None), _) => Some(&auto),
        (given, _) => given,
    };
    if *shape != Known::None {
        let Some(sizes) = shape_arg(shape)? else { return Ok(None) };
        return made(dtype, sizes, blocks, None);
    }
    if blocks.is_some() {
        return made(dtype, meta.shape, blocks, None);
    }
    let meta = ArrayMeta { dtype, ..meta };
    Ok(Some(Known::Array(Arr { lazy, meta: Some(meta) })))
}

fn number(at: &Known) -> Option<f64> {
    match at {
        Known::Int(value) => value.map(|n| n as f64),
        Known::Float(value) => *value,
        Known::Bool(value) => value.map(f64::from),
        _ => None,
    }
}

/// How many elements `arange` has; `None` if past counting.
pub fn arange_len(start: f64, stop: f64, step: f64) -> Option<usize> {
    let count = ((stop - start) / step).ceil();
    if count.is_nan() || count > 9e15 {
        return None;
    }
    Some(if count <= 0.0 { 0 } else { count as usize })
}

fn arange(start: &Known, stop: &Known, step: &Known, wanted: &Known, blocks: Option<&Known>) -> Res<Option<Known>> {
    // Of moments and durations the run knows how many there are.
    let class = match wanted {
        Known::DType(_) | Known::Str(_) => dtype(wanted)?.flatten(),
        _ => None,
    };
    if class.is_some_and(DType::is_time) {
        return match (class, blocks) {
            (Some(class), None) => made(class, vec![None], None, None),
            _ => Ok(None),
        };
    }
    if [start, stop, step].iter().any(|at| matches!(at, Known::Scalar(dtype) if dtype.is_time())) {
        return Ok(None);
    }
    let zero = Known::Int(Some(0));
    let one = Known::Int(Some(1));
    let (start, stop) = if *stop == Known::None { (&zero, start) } else { (start, stop) };
    let step = if *step == Known::None { &one } else { step };
    let operands: Option<Vec<_>> = [start, stop, step].iter().map(|at| at.operand()).collect();
    let (Some(operands), Some(wanted)) = (operands, dtype(wanted)?) else { return Ok(None) };
    let mut natural = result_type(&operands);
    // The default start and step are as wide as Python's integers.
    natural = natural.promote(DType::Int64);
    let size = match (number(start), number(stop), number(step)) {
        (_, _, Some(0.0)) => {
            let error = Raised::new(ExcClass::ZeroDivisionError, "division by zero").help("the step must not be 0");
            return Err(if blocks.is_some() { in_backend("arange", error) } else { error });
        }
        (Some(start), Some(stop), Some(step)) => {
            Some(arange_len(start, stop, step).ok_or_else(|| value_error("Maximum allowed size exceeded"))?)
        }
        _ => None,
    };
    made(wanted.unwrap_or(natural), vec![size], blocks, Some("arange"))
}

fn linspace(num: &Known, wanted: &Known, blocks: Option<&Known>) -> Res<Option<Known>> {
    let size = match num {
        Known::Int(Some(n)) => match usize::try_from(*n) {
            Ok(n) => Some(n),
            Err(_) => return Err(value_error(format!("Number of samples, {n}, must be non-negative."))),
        },
        Known::Float(_) | Known::Str(_) => {
            return Err(type_error(format!("'{}' object cannot be interpreted as an integer", num.type_name())));
        }
        _ => None,
    };
    let Some(dtype) = dtype(wanted)? else { return Ok(None) };
    made(dtype.unwrap_or(DType::Float64), vec![size], blocks, None)
}

fn array(of: &Known, wanted: &Known) -> Res<Option<Known>> {
    let Some(wanted) = dtype(wanted)? else { return Ok(None) };
    if let Some(class) = wanted.filter(|class| class.is_time() || class.is_text()) {
        return Ok(listed(of).map(|sizes| Arr::eager(whole(class, sizes))));
    }
    let Some(meta) = array_of(of) else { return Ok(None) };
    Ok(Some(Arr::eager(ArrayMeta { dtype: wanted.unwrap_or(meta.dtype), ..meta })))
}

/// The shape of nested lists of anything, where all of one depth are equally long.
fn listed(of: &Known) -> Option<Vec<Option<usize>>> {
    match of {
        Known::Array(arr) => arr.meta.as_ref().map(|meta| meta.shape.clone()),
        Known::List(Some(items)) | Known::Tuple(items) => {
            let parts: Vec<Vec<Option<usize>>> = items.iter().map(listed).collect::<Option<_>>()?;
            let inner = parts.first().cloned().unwrap_or_default();
            if parts.iter().any(|part| *part != inner) {
                return None;
            }
            Some([vec![Some(items.len())], inner].concat())
        }
        Known::Str(_) | Known::Int(_) | Known::None | Known::Scalar(_) => Some(Vec::new()),
        _ => None,
    }
}

fn eye(rows: &Known, columns: &Known, wanted: &Known) -> Res<Option<Known>> {
    let columns = if *columns == Known::None { rows } else { columns };
    let (Some(rows), Some(columns)) = (shape_arg(rows)?, shape_arg(columns)?) else { return Ok(None) };
    let Some(dtype) = dtype(wanted)? else { return Ok(None) };
    Ok(Some(Arr::eager(whole(dtype.unwrap_or(DType::Float64), [rows, columns].concat()))))
}

fn from_array(of: &Known, blocks: &Known) -> Res<Option<Known>> {
    if matches!(of, Known::Array(arr) if arr.lazy) {
        return Err(value_error("Array is already a dask array. Use 'asarray' or 'rechunk' instead."));
    }
    let Some(meta) = array_of(of) else { return Ok(None) };
    made(meta.dtype, meta.shape, Some(blocks), None)
}
