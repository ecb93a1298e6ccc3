//! Draws of a shape: parameters broadcast to it; one number without a shape.

use super::{Source, at};
use crate::builtins::np::convert::{array, dtype, must_be_none, shape};
use crate::data::buffer::room;
use crate::data::raised::{ExcClass, Raised, Res, type_error, value_error};
use crate::data::rng::{Bits, Engine, continuous, legacy, single, standard_normal as ziggurat};
use crate::data::{Chunk, DType};
use crate::value::array::NdArray;
use crate::value::{Host, Value};

/// Parameters of a draw, broadcast, and the shape of what is drawn.
pub struct Params {
    /// Every parameter, one value for each element.
    wide: Vec<Vec<f64>>,
    /// The shape of the result.
    pub shape: Vec<usize>,
    /// Whether one Python number is wanted.
    pub one: bool,
}

impl Params {
    /// Of chunks and a `size`.
    pub fn new(host: &mut dyn Host, size: &Value, chunks: &[Chunk]) -> Res<Params> {
        let shapes: Vec<&[usize]> = chunks.iter().map(|chunk| chunk.shape.as_slice()).collect();
        let error = |shapes: &[&[usize]]| crate::data::shape::broadcast_error(shapes);
        let joint = crate::data::shape::broadcast(&shapes).ok_or_else(|| error(&shapes))?;
        let target = match size {
            Value::None => joint.clone(),
            size => {
                let wanted = shape(host, size)?;
                let all: Vec<&[usize]> = std::iter::once(wanted.as_slice()).chain(shapes.iter().copied()).collect();
                let met = crate::data::shape::broadcast(&all).ok_or_else(|| mismatch(&all))?;
                if met != wanted {
                    return Err(value_error(format!(
                        "Output size {} is not compatible with broadcast dimensions of inputs {}.",
                        crate::data::shape::show(&wanted),
                        crate::data::shape::show(&joint)
                    )));
                }
                wanted
            }
        };
        let wide = chunks
            .iter()
            .map(|chunk| match chunk.size() {
                1 => chunk.to_vec::<f64>(),
                _ => chunk.broadcast_to(&target).to_vec::<f64>(),
            })
            .collect::<Res<_>>()?;
        let one = matches!(size, Value::None) && target.is_empty();
        Ok(Params { wide, shape: target, one })
    }

    /// The number of elements.
    pub fn count(&self) -> usize {
        crate::data::shape::count(&self.shape)
    }

    /// A parameter of an element.
    pub fn get(&self, param: usize, element: usize) -> f64 {
        match self.wide.get(param) {
            Some(list) if list.len() == 1 => list.first().copied().unwrap_or(0.0),
            Some(list) => list.get(element).copied().unwrap_or(0.0),
            None => 0.0,
        }
    }
}

/// The error of a size and parameters that do not go together.
fn mismatch(all: &[&[usize]]) -> Box<Raised> {
    let bad = all
        .iter()
        .enumerate()
        .skip(1)
        .find(|(_, shape)| all.first().is_some_and(|size| crate::data::shape::broadcast(&[size, shape]).is_none()));
    match (all.first(), bad) {
        (Some(size), Some((at, shape))) => value_error(format!(
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape {} and \
             arg {at} with shape {}.",
            crate::data::shape::show(size),
            crate::data::shape::show(shape)
        )),
        _ => crate::data::shape::broadcast_error(all),
    }
}

/// The result: a Python float for one, else an array.
pub fn floats(params: &Params, mut one: impl FnMut(usize) -> f64) -> Res<Value> {
    if params.one {
        return Ok(Value::Float(one(0)));
    }
    let mut out = room::<f64>(&params.shape)?;
    out.extend((0..params.count()).map(&mut one));
    Ok(NdArray::value(Chunk::of(out, params.shape.clone())))
}

/// In single precision: one number is Python's.
fn singles(params: &Params, mut one: impl FnMut(usize) -> f32) -> Res<Value> {
    if params.one {
        return Ok(Value::Float(f64::from(one(0))));
    }
    let mut out = room::<f32>(&params.shape)?;
    out.extend((0..params.count()).map(&mut one));
    Ok(NdArray::value(Chunk::of(out, params.shape.clone())))
}

/// Standard normal of a source.
pub fn normal_of(engine: &mut Engine, old: bool) -> f64 {
    match engine {
        Engine::Mt(bits) if old => bits.gauss(),
        other => ziggurat(other),
    }
}

/// Exponential with mean 1 of a source.
fn exponential_of(engine: &mut Engine, old: bool) -> f64 {
    match engine {
        Engine::Mt(bits) if old => legacy::exponential(bits),
        other => continuous::exponential(other),
    }
}

/// Whether `dtype=` asks for single precision.
fn is_single(v: &Value, name: &str) -> Res<bool> {
    match dtype(v)? {
        None | Some(DType::Float64) => Ok(false),
        Some(DType::Float32) => Ok(true),
        Some(other) => Err(type_error(format!("Unsupported dtype dtype('{other}') for {name}"))),
    }
}

/// `random(size, dtype, out)`.
pub fn random(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    must_be_none(at(args, 2), "out")?;
    let params = Params::new(host, at(args, 0), &[])?;
    let single = is_single(at(args, 1), "random")?;
    let mut engine = source.engine.borrow_mut();
    if single { singles(&params, |_| engine.next_f32()) } else { floats(&params, |_| engine.next_f64()) }
}

/// `standard_normal(size, dtype, out)`.
pub fn standard_normal(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    must_be_none(at(args, 2), "out")?;
    let params = Params::new(host, at(args, 0), &[])?;
    let is_single = is_single(at(args, 1), "standard_normal")?;
    let mut engine = source.engine.borrow_mut();
    if is_single {
        return singles(&params, |_| single::standard_normal(&mut *engine));
    }
    floats(&params, |_| normal_of(&mut engine, source.legacy))
}

/// `standard_exponential(size, dtype, method, out)`.
pub fn standard_exponential(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    must_be_none(at(args, 3), "out")?;
    let params = Params::new(host, at(args, 0), &[])?;
    let is_single = is_single(at(args, 1), "standard_exponential")?;
    let inverse = at(args, 2).as_str() == Some("inv");
    let mut engine = source.engine.borrow_mut();
    let engine = &mut *engine;
    match (is_single, inverse) {
        (true, true) => singles(&params, |_| single::exponential_inverse(engine)),
        (true, false) => singles(&params, |_| single::exponential(engine)),
        (false, true) => floats(&params, |_| continuous::exponential_inverse(engine)),
        (false, false) => floats(&params, |_| exponential_of(engine, source.legacy)),
    }
}

/// `standard_gamma(shape, size, dtype, out)`.
pub fn standard_gamma(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    must_be_none(at(args, 3), "out")?;
    let shape = array(host, at(args, 0), None)?;
    non_negative(&shape, "shape")?;
    let params = Params::new(host, at(args, 1), &[shape])?;
    let is_single = is_single(at(args, 2), "standard_gamma")?;
    let mut engine = source.engine.borrow_mut();
    if is_single {
        return singles(&params, |at| single::gamma(&mut *engine, params.get(0, at) as f32));
    }
    floats(&params, |at| gamma_of(&mut engine, source.legacy, params.get(0, at)))
}

/// Gamma with scale 1 of a source.
fn gamma_of(engine: &mut Engine, old: bool, shape: f64) -> f64 {
    match engine {
        Engine::Mt(bits) if old => legacy::gamma(bits, shape),
        other => continuous::gamma(other, shape),
    }
}

/// `shape < 0` and the like.
pub fn non_negative(chunk: &Chunk, name: &str) -> Res<()> {
    if chunk.to_vec::<f64>()?.iter().any(|value| !value.is_nan() && value.is_sign_negative()) {
        return Err(value_error(format!("{name} < 0")));
    }
    Ok(())
}

/// `normal(loc, scale, size)`.
pub fn normal(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    let (loc, scale) = (array(host, at(args, 0), None)?, array(host, at(args, 1), None)?);
    non_negative(&scale, "scale")?;
    let params = Params::new(host, at(args, 2), &[loc, scale])?;
    let mut engine = source.engine.borrow_mut();
    floats(&params, |at| params.get(0, at) + params.get(1, at) * normal_of(&mut engine, source.legacy))
}

/// `uniform(low, high, size)`.
pub fn uniform(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    let (low, high) = (array(host, at(args, 0), None)?, array(host, at(args, 1), None)?);
    let params = Params::new(host, at(args, 2), &[low, high])?;
    let ranges: Vec<f64> = (0..params.count()).map(|at| params.get(1, at) - params.get(0, at)).collect();
    if ranges.iter().any(|range| !range.is_finite()) {
        let text = if source.legacy { "Range exceeds valid bounds" } else { "high - low range exceeds valid bounds" };
        return Err(Raised::new(ExcClass::OverflowError, text));
    }
    if !source.legacy && ranges.iter().any(|range| *range < 0.0) {
        return Err(value_error("high - low < 0"));
    }
    let mut engine = source.engine.borrow_mut();
    floats(&params, |at| params.get(0, at) + ranges.get(at).copied().unwrap_or(0.0) * engine.next_f64())
}

/// A size given as separate arguments; none: one number.
fn dims(args: &[Value]) -> Value {
    match at(args, 0) {
        Value::Tuple(dims) if dims.items.is_empty() => Value::None,
        dims => dims.clone(),
    }
}

/// `rand(d0, d1, ...)`.
pub fn rand(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    random(host, source, &[dims(args)])
}

/// `randn(d0, d1, ...)`.
pub fn randn(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    standard_normal(host, source, &[dims(args)])
}
