//! Order by chance: shuffles, permutations, choices.

use super::{Source, at};
use crate::builtins::np::convert::{array, flag, shape, this};
use crate::builtins::np::index::take_along;
use crate::builtins::np::make::counted;
use crate::data::buffer::room;
use crate::data::raised::{Res, type_error, value_error};
use crate::data::rng::{Bits, Engine, bounded, interval};
use crate::data::{Chunk, Scalar};
use crate::value::array::NdArray;
use crate::value::{Host, Value, index};
use rustc_hash::FxHashSet;

/// The numbers below `count`, shuffled by draws of `below`.
fn shuffled(engine: &mut Engine, count: usize, below: fn(&mut dyn Bits, u64) -> u64) -> Res<Vec<i64>> {
    let mut out = counted(count)?;
    shuffle_from(engine, &mut out, 1, below);
    Ok(out)
}

fn shuffle_from<T>(engine: &mut Engine, list: &mut [T], first: usize, below: fn(&mut dyn Bits, u64) -> u64) {
    for at in (first..list.len()).rev() {
        let other = below(engine, at as u64) as usize;
        list.swap(at, other);
    }
}

fn axis_of(host: &mut dyn Host, v: &Value, ndim: usize) -> Res<usize> {
    let axis = match v {
        Value::None => 0,
        v => index::as_index(host, v)?,
    };
    Ok(crate::data::shape::axes(&[axis], ndim)?.first().copied().unwrap_or(0))
}

fn along(host: &mut dyn Host, of: &Chunk, list: Vec<i64>, axis: usize) -> Res<Value> {
    let count = list.len();
    take_along(host, of, &Chunk::of(list, vec![count]), axis)
}

/// `permutation(x, axis)`.
pub fn permutation(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    if let Value::Int(_) | Value::Np(..) = at(args, 0) {
        let count = usize::try_from(index::as_index(host, at(args, 0))?)
            .map_err(|_| value_error("negative dimensions are not allowed"))?;
        let list = shuffled(&mut source.engine.borrow_mut(), count, interval)?;
        return Ok(NdArray::value(Chunk::of(list, vec![count])));
    }
    let of = array(host, at(args, 0), None)?;
    let axis = axis_of(host, at(args, 1), of.ndim())?;
    let count = of.shape.get(axis).copied().unwrap_or(0);
    let list = shuffled(&mut source.engine.borrow_mut(), count, interval)?;
    along(host, &of, list, axis)
}

/// Write into an array.
fn overwrite(target: &NdArray, made: &Chunk) -> Res<()> {
    target.write(|buffer| crate::kernels::copy::assign(buffer, &target.shape, &target.strides, target.offset, made))
}

/// `shuffle(x, axis)`.
pub fn shuffle(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    if let Value::List(list) = at(args, 0) {
        shuffle_from(&mut source.engine.borrow_mut(), &mut list.items.borrow_mut(), 1, interval);
        return Ok(Value::None);
    }
    let Some(target) = at(args, 0).as_native::<NdArray>() else {
        let name = crate::value::kind::type_name(at(args, 0));
        return Err(type_error(format!("'{name}' object does not support item assignment")));
    };
    target.may_write("array")?;
    let axis = axis_of(host, at(args, 1), target.shape.len())?;
    let count = target.shape.get(axis).copied().unwrap_or(0);
    let list = shuffled(&mut source.engine.borrow_mut(), count, interval)?;
    let made = along(host, &target.chunk(), list, axis)?;
    let made = array(host, &made, None)?;
    overwrite(target, &made)?;
    Ok(Value::None)
}

/// `permuted(x, axis, out)`: each slice along the axis by itself.
pub fn permuted(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    let of = array(host, at(args, 0), None)?;
    let made = match at(args, 1) {
        Value::None => {
            let flat = of.copy()?.reshape(vec![of.size()])?;
            let list = shuffled(&mut source.engine.borrow_mut(), flat.size(), interval)?;
            let made = along(host, &flat, list, 0)?;
            array(host, &made, None)?.reshape(of.shape.clone())?
        }
        axis => {
            let axis = axis_of(host, axis, of.ndim())?;
            slices(&of, &mut source.engine.borrow_mut(), axis)?
        }
    };
    match at(args, 2) {
        Value::None => Ok(NdArray::value(made)),
        out => {
            let target = this(out)?;
            if target.shape != made.shape {
                return Err(value_error("out must have the same shape as x"));
            }
            overwrite(target, &made)?;
            Ok(out.clone())
        }
    }
}

/// Each slice along the axis, shuffled.
fn slices(of: &Chunk, engine: &mut Engine, axis: usize) -> Res<Chunk> {
    let count = of.shape.get(axis).copied().unwrap_or(0);
    let made = of.copy()?;
    let mut outer = made.shape.clone();
    if let Some(size) = outer.get_mut(axis) {
        *size = 1;
    }
    let lanes = Chunk::full(Scalar::Bool(true), &outer)?;
    let mut flat: Vec<Scalar> = made.positions().map(|at| made.at(at)).collect();
    let inner: usize = made.shape.iter().skip(axis + 1).product();
    for lane in 0..lanes.size() {
        let start = lane / inner.max(1) * inner * count + lane % inner.max(1);
        for at in (1..count).rev() {
            let other = interval(engine, at as u64) as usize;
            flat.swap(start + at * inner, start + other * inner);
        }
    }
    crate::data::buffer::with_dtype!(made.dtype(), T => {
        let mut out = crate::data::buffer::room::<T>(&made.shape)?;
        out.extend(flat.iter().map(|item| <T as crate::data::Element>::cast(*item)));
        Ok(Chunk::of(out, made.shape.clone()))
    })
}

/// What is chosen from: an array, or the numbers below one.
fn population(host: &mut dyn Host, v: &Value) -> Res<Option<Chunk>> {
    match v {
        Value::Int(_) => Ok(None),
        Value::Np(dtype, _) if dtype.is_whole() => Ok(None),
        a => array(host, a, None).map(Some),
    }
}

/// `choice(a, size, replace, p, axis, shuffle)`.
pub fn choice(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    let of = population(host, at(args, 0))?;
    let axis = match &of {
        Some(of) if of.ndim() == 0 => return Err(value_error("a must be a sequence or an integer, not 0-dimensional")),
        Some(of) if source.legacy && of.ndim() != 1 => return Err(value_error("a must be 1-dimensional")),
        Some(of) => axis_of(host, at(args, 4), of.ndim())?,
        None => 0,
    };
    let count = match &of {
        Some(of) => of.shape.get(axis).copied().unwrap_or(0),
        None => usize::try_from(index::as_index(host, at(args, 0))?).unwrap_or(0),
    };
    let wanted_shape = match at(args, 1) {
        Value::None => Vec::new(),
        size => shape(host, size)?,
    };
    let wanted: usize = crate::data::shape::count(&wanted_shape);
    if count == 0 && wanted > 0 {
        return Err(value_error(match (&of, source.legacy) {
            (None, true) => "a must be greater than 0 unless no samples are taken",
            (None, false) => "a must be a positive integer unless no samples are taken",
            (Some(_), true) => "'a' cannot be empty unless no samples are taken",
            (Some(_), false) => "a cannot be empty unless no samples are taken",
        }));
    }
    let replace = flag(host, at(args, 2))?;
    let places = match at(args, 3) {
        Value::None if replace => uniform(source, count, wanted)?,
        Value::None => without(host, source, (count, wanted), at(args, 5))?,
        p => weighted(host, source, p, (count, wanted), replace)?,
    };
    let list = Chunk::of(places, wanted_shape);
    match of {
        Some(of) => take_along(host, &of, &list, axis),
        None if matches!(at(args, 1), Value::None) => Ok(crate::builtins::np::convert::python(list.only())),
        None => Ok(NdArray::value(list)),
    }
}

fn uniform(source: &Source, count: usize, wanted: usize) -> Res<Vec<i64>> {
    let mut engine = source.engine.borrow_mut();
    let top = (count as u64).saturating_sub(1);
    let below: fn(&mut dyn Bits, u64) -> u64 = match (source.legacy, top) {
        (true, 0xFFFF_FFFF) | (false, _) => bounded,
        (true, _) => interval,
    };
    let mut out = room(&[wanted])?;
    out.extend((0..wanted).map(|_| below(&mut *engine, top) as i64));
    Ok(out)
}

/// Without replacement: `RandomState` takes the start of a permutation; `Generator` the end of one, or R. W. Floyd's
/// algorithm ("A sample of brilliance", 1987) where few of many are wanted.
fn without(host: &mut dyn Host, source: &Source, (count, wanted): (usize, usize), order: &Value) -> Res<Vec<i64>> {
    if wanted > count {
        let small = if source.legacy { "'replace=False'" } else { "replace is False" };
        return Err(value_error(format!("Cannot take a larger sample than population when {small}")));
    }
    let keep_order = !matches!(order, Value::None) && !flag(host, order)?;
    let mut engine = source.engine.borrow_mut();
    let engine = &mut *engine;
    if source.legacy {
        let mut all = shuffled(engine, count, interval)?;
        all.truncate(wanted);
        return Ok(all);
    }
    let cutoff = if keep_order { 20 } else { 50 };
    if count > 10_000 && wanted > count / cutoff {
        let mut all = counted(count)?;
        shuffle_from(engine, &mut all, (count - wanted).max(1), bounded);
        return Ok(all.split_off(count - wanted));
    }
    let mut seen = FxHashSet::default();
    let mut out = room(&[wanted])?;
    for last in count - wanted..count {
        let drawn = bounded(engine, last as u64);
        let place = if seen.insert(drawn) { drawn } else { last as u64 };
        seen.insert(place);
        out.push(place as i64);
    }
    if !keep_order {
        shuffle_from(engine, &mut out, 1, bounded);
    }
    Ok(out)
}

/// The weights of a choice, checked.
fn weights(host: &mut dyn Host, source: &Source, p: &Value, count: usize) -> Res<Vec<f64>> {
    let p = array(host, p, None)?;
    let (a, many) = if source.legacy { ("'a'", "'p'") } else { ("a", "p") };
    if p.ndim() != 1 {
        return Err(value_error(if source.legacy { "'p' must be 1-dimensional" } else { "p must be 1-dimensional" }));
    }
    let p = p.to_vec::<f64>()?;
    if p.len() != count {
        return Err(value_error(format!("{a} and {many} must have same size")));
    }
    let name = if source.legacy { "probabilities" } else { "Probabilities" };
    if p.iter().any(|share| share.is_nan()) {
        return Err(value_error(format!("{name} contain NaN")));
    }
    if p.iter().any(|share| *share < 0.0) {
        return Err(value_error(format!("{name} are not non-negative")));
    }
    if (p.iter().sum::<f64>() - 1.0).abs() > 1.5e-8 {
        let rest = if source.legacy { "" } else { ". See Notes section of docstring for more information." };
        return Err(value_error(format!("{name} do not sum to 1{rest}")));
    }
    Ok(p)
}

/// Places by weights: so many uniform numbers looked up in the running sums.
fn look_up(engine: &mut Engine, p: &[f64], many: usize) -> Res<Vec<i64>> {
    let mut sum = 0.0;
    let mut steps: Vec<f64> = p
        .iter()
        .map(|share| {
            sum += share;
            sum
        })
        .collect();
    let last = steps.last().copied().unwrap_or(1.0);
    steps.iter_mut().for_each(|step| *step /= last);
    let mut out = room(&[many])?;
    out.extend((0..many).map(|_| {
        let draw = engine.next_f64();
        steps.partition_point(|step| *step <= draw) as i64
    }));
    Ok(out)
}

fn weighted(
    host: &mut dyn Host,
    source: &Source,
    p: &Value,
    (count, wanted): (usize, usize),
    replace: bool,
) -> Res<Vec<i64>> {
    let mut p = weights(host, source, p, count)?;
    let mut engine = source.engine.borrow_mut();
    if replace {
        return look_up(&mut engine, &p, wanted);
    }
    if wanted > count {
        let small = if source.legacy { "'replace=False'" } else { "replace is False" };
        return Err(value_error(format!("Cannot take a larger sample than population when {small}")));
    }
    if p.iter().filter(|share| **share > 0.0).count() < wanted {
        return Err(value_error("Fewer non-zero entries in p than size"));
    }
    let mut found: Vec<i64> = Vec::with_capacity(wanted);
    while found.len() < wanted {
        for place in &found {
            if let Some(share) = p.get_mut(*place as usize) {
                *share = 0.0;
            }
        }
        let known = found.len();
        for place in look_up(&mut engine, &p, wanted - known)? {
            if !found.get(known..).unwrap_or_default().contains(&place) {
                found.push(place);
            }
        }
    }
    Ok(found)
}
