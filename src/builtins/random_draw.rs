//! The draws of `random` from sequences and distributions, step by step as CPython takes them.

use std::cell::RefCell;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

use super::args::{at, float, int};
use super::random::State;
use crate::data::raised::{index_error, type_error, value_error};
use crate::data::rng::Bits;
use crate::data::{ExcClass, Raised, Res};
use crate::value::number::{as_int, fits, memory_error};
use crate::value::{Host, Value, index, iter, kind};

fn integer(host: &mut dyn Host, v: &Value) -> Res<BigInt> {
    // A float without fraction is still taken, as in Python 3.11.
    if let Value::Float(x) = v
        && x.fract() == 0.0
    {
        return Ok(crate::value::number::exact(*x).unwrap_or_default());
    }
    match index::try_index(host, v)? {
        Some(v) => Ok(as_int(&v).map(|found| found.big().into_owned()).unwrap_or_default()),
        None => Err(type_error(format!("'{}' object cannot be interpreted as an integer", kind::type_name(v)))),
    }
}

/// `randint(a, b)`.
pub fn randint(host: &mut dyn Host, state: &RefCell<State>, a: &[Value]) -> Res<Value> {
    let (low, high) = (integer(host, at(a, 0))?, integer(host, at(a, 1))? + 1);
    between(state, &low, &high)
}

fn between(state: &RefCell<State>, low: &BigInt, high: &BigInt) -> Res<Value> {
    let width = high - low;
    if !width.is_positive() {
        return Err(value_error(format!("empty range for randrange() ({low}, {high}, {width})")));
    }
    Ok(Value::big(low + state.borrow_mut().big_below(&width)))
}

/// `randrange(start, stop, step)`.
pub fn randrange(host: &mut dyn Host, state: &RefCell<State>, a: &[Value]) -> Res<Value> {
    let start = integer(host, at(a, 0))?;
    if matches!(at(a, 1), Value::None) {
        if !start.is_positive() {
            return Err(value_error("empty range for randrange()"));
        }
        return Ok(Value::big(state.borrow_mut().big_below(&start)));
    }
    let (stop, step) = (integer(host, at(a, 1))?, integer(host, at(a, 2))?);
    if step == BigInt::from(1) {
        return between(state, &start, &stop);
    }
    if step.is_zero() {
        return Err(value_error("zero step for randrange()"));
    }
    let width = &stop - &start;
    let towards: BigInt = if step.is_positive() { &width + &step - 1 } else { &width + &step + 1 };
    let count = towards.div_floor(&step);
    if !count.is_positive() {
        return Err(value_error("empty range for randrange()"));
    }
    Ok(Value::big(start + step * state.borrow_mut().big_below(&count)))
}

/// `choice(seq)`.
pub fn choice(host: &mut dyn Host, state: &RefCell<State>, a: &[Value]) -> Res<Value> {
    let size = kind::len(host, at(a, 0))?;
    if size == 0 {
        return Err(index_error("Cannot choose from an empty sequence"));
    }
    let place = state.borrow_mut().below(size as u64);
    index::getitem(host, at(a, 0), &Value::Int(place as i64))
}

/// Slots: `population`, `weights`, `cum_weights`, `k`.
pub fn choices(host: &mut dyn Host, state: &RefCell<State>, a: &[Value]) -> Res<Value> {
    let population = at(a, 0);
    let size = kind::len(host, population)?;
    let count = usize::try_from(int(host, a, 3)?).unwrap_or(0);
    let sums: Option<Vec<f64>> = match (at(a, 1), at(a, 2)) {
        (Value::None, Value::None) => None,
        (weights, Value::None) => {
            let mut total = 0.0;
            let mut sums = Vec::new();
            for weight in iter::collect(host, weights)? {
                total += float(host, &weight)?;
                sums.push(total);
            }
            Some(sums)
        }
        (Value::None, sums) => Some(iter::collect(host, sums)?.iter().map(|sum| float(host, sum)).collect::<Res<_>>()?),
        _ => return Err(type_error("Cannot specify both weights and cumulative weights")),
    };
    if let Some(sums) = &sums {
        if sums.len() != size {
            return Err(value_error("The number of weights does not match the population"));
        }
        let total = sums.last().copied().unwrap_or(0.0);
        if total <= 0.0 {
            return Err(value_error("Total of weights must be greater than zero"));
        }
        if !total.is_finite() {
            return Err(value_error("Total of weights must be finite"));
        }
    }
    if size == 0 && count > 0 {
        return Err(index_error("list index out of range"));
    }
    fits(count, size_of::<Value>())?;
    let mut made = Vec::new();
    made.try_reserve_exact(count).map_err(|_| memory_error())?;
    for _ in 0..count {
        let drawn = state.borrow_mut().bits.next_f64();
        let place = match &sums {
            None => (drawn * size as f64) as usize,
            Some(sums) => {
                let goal = drawn * sums.last().copied().unwrap_or(0.0);
                sums.get(..size - 1).unwrap_or(&[]).partition_point(|sum| *sum <= goal)
            }
        };
        made.push(index::getitem(host, population, &Value::Int(place as i64))?);
    }
    Ok(Value::list(made))
}

/// `shuffle(x)`.
pub fn shuffle(host: &mut dyn Host, state: &RefCell<State>, a: &[Value]) -> Res<Value> {
    if let Value::List(list) = at(a, 0) {
        let mut items = list.items.borrow_mut();
        for last in (1..items.len()).rev() {
            let other = state.borrow_mut().below(last as u64 + 1) as usize;
            items.swap(last, other);
        }
        return Ok(Value::None);
    }
    let size = kind::len(host, at(a, 0))?;
    for last in (1..size).rev() {
        let other = state.borrow_mut().below(last as u64 + 1) as i64;
        let (last, other) = (Value::Int(last as i64), Value::Int(other));
        let (x, y) = (index::getitem(host, at(a, 0), &last)?, index::getitem(host, at(a, 0), &other)?);
        index::setitem(host, at(a, 0), &last, &y)?;
        index::setitem(host, at(a, 0), &other, &x)?;
    }
    Ok(Value::None)
}

/// Slots: `population`, `k`, `counts`.
pub fn sample(host: &mut dyn Host, state: &RefCell<State>, a: &[Value]) -> Res<Value> {
    let population = match at(a, 0) {
        Value::Set(_) | Value::FrozenSet(_) | Value::Dict(_) => {
            return Err(type_error("Population must be a sequence.  For dicts or sets, use sorted(d)."));
        }
        v => v,
    };
    let mut items = iter::collect(host, population)?;
    if !matches!(at(a, 2), Value::None) {
        let counts = iter::collect(host, at(a, 2))?;
        if counts.len() != items.len() {
            return Err(value_error("The number of counts does not match the population"));
        }
        let mut all = Vec::new();
        for (item, count) in items.into_iter().zip(&counts) {
            let count = usize::try_from(index::as_index(host, count)?).unwrap_or(0);
            fits(count.saturating_add(all.len()), size_of::<Value>())?;
            all.try_reserve(count).map_err(|_| memory_error())?;
            all.extend(std::iter::repeat_n(item, count));
        }
        items = all;
    }
    let (size, count) = (items.len(), int(host, a, 1)?);
    let Some(count) = usize::try_from(count).ok().filter(|count| *count <= size) else {
        return Err(value_error("Sample larger than population or is negative"));
    };
    let mut made = Vec::with_capacity(count);
    let few =
        21 + if count > 5 { 4u64.saturating_pow(((count as f64 * 3.0).ln() / 4f64.ln()).ceil() as u32) } else { 0 };
    if size as u64 <= few {
        for taken in 0..count {
            let place = state.borrow_mut().below((size - taken) as u64) as usize;
            items.swap(place, size - taken - 1);
            made.extend(items.get(size - taken - 1).cloned());
        }
    } else {
        let mut seen = rustc_hash::FxHashSet::default();
        while made.len() < count {
            let place = state.borrow_mut().below(size as u64) as usize;
            if seen.insert(place) {
                made.extend(items.get(place).cloned());
            }
        }
    }
    Ok(Value::list(made))
}

/// `expovariate(lambd)`.
pub fn expovariate(host: &mut dyn Host, state: &RefCell<State>, a: &[Value]) -> Res<Value> {
    let rate = float(host, at(a, 0))?;
    if rate == 0.0 {
        return Err(Raised::new(ExcClass::ZeroDivisionError, "float division by zero"));
    }
    Ok(Value::Float(-(1.0 - state.borrow_mut().bits.next_f64()).ln() / rate))
}

/// `triangular(low, high, mode)`.
pub fn triangular(host: &mut dyn Host, state: &RefCell<State>, a: &[Value]) -> Res<Value> {
    let (mut low, mut high) = (float(host, at(a, 0))?, float(host, at(a, 1))?);
    let mut u = state.borrow_mut().bits.next_f64();
    let mut c = match at(a, 2) {
        Value::None => 0.5,
        _ if high == low => return Ok(Value::Float(low)),
        mode => (float(host, mode)? - low) / (high - low),
    };
    if u > c {
        u = 1.0 - u;
        c = 1.0 - c;
        std::mem::swap(&mut low, &mut high);
    }
    Ok(Value::Float(low + (high - low) * (u * c).sqrt()))
}

/// `gammavariate(alpha, beta)`.
pub fn gamma(state: &mut State, alpha: f64, beta: f64) -> Res<f64> {
    if alpha <= 0.0 || beta <= 0.0 {
        return Err(value_error("gammavariate: alpha and beta must be > 0.0"));
    }
    if alpha > 1.0 {
        let root = (2.0 * alpha - 1.0).sqrt();
        let (b, c) = (alpha - 4f64.ln(), alpha + root);
        loop {
            let first = state.bits.next_f64();
            if !(1e-7 < first && first < 0.9999999) {
                continue;
            }
            let second = 1.0 - state.bits.next_f64();
            let v = (first / (1.0 - first)).ln() / root;
            let x = alpha * v.exp();
            let z = first * first * second;
            let r = b + c * v - x;
            if r + (1.0 + 4.5f64.ln()) - 4.5 * z >= 0.0 || r >= z.ln() {
                return Ok(x * beta);
            }
        }
    }
    if alpha == 1.0 {
        return Ok(-(1.0 - state.bits.next_f64()).ln() * beta);
    }
    loop {
        let b = (std::f64::consts::E + alpha) / std::f64::consts::E;
        let p = b * state.bits.next_f64();
        let x = if p <= 1.0 { p.powf(1.0 / alpha) } else { -((b - p) / alpha).ln() };
        let u = state.bits.next_f64();
        if if p > 1.0 { u <= x.powf(alpha - 1.0) } else { u <= (-x).exp() } {
            return Ok(x * beta);
        }
    }
}
