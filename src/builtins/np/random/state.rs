//! The state of bit generators: made from words, looked at, put back. What users see of it is library code.

use num_bigint::BigUint;

use super::{Held, Source, at, engine_of, share, words};
use crate::builtins::np::convert::items;
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::rng::engine::{Philox, Sfc64};
use crate::data::rng::{Bits, Engine, Mt19937, Pcg64, interval, seeds};
use crate::value::{Host, Value, kind, number};

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.random._state_words", state_words),
    row("numpy.random._pool", |host, args| {
        let entropy = words(host, at(args, 0))?;
        Ok(whole(seeds::mix_entropy(&entropy).iter().map(|word| u128::from(*word))))
    }),
    row("numpy.random._chance", |_, _| {
        Ok(whole([u128::from(super::fresh()) << 64 | u128::from(super::fresh())].into_iter()))
    }),
    row("numpy.random._made", made),
    row("numpy.random._raw", |host, args| {
        let engine = engine_of(host, at(args, 0))?;
        let word = match &mut *engine.borrow_mut() {
            Engine::Mt(bits) => u64::from(bits.next_u32()),
            other => other.next_u64(),
        };
        Ok(big(u128::from(word)))
    }),
    row("numpy.random._interval", |host, args| {
        let most = crate::value::index::as_index(host, at(args, 1))?.max(0) as u64;
        Ok(Value::Int(interval(&mut *source(at(args, 0))?.engine.borrow_mut(), most) as i64))
    }),
    row("numpy.random._get", |host, args| {
        let engine = engine_of(host, at(args, 0))?;
        let state = get(&engine.borrow());
        Ok(whole(state.into_iter()))
    }),
    row("numpy.random._put", put),
    row("numpy.random._advance", advance),
    row("numpy.random._kept", |_, args| {
        let source = source(at(args, 0))?;
        let engine = source.engine.borrow();
        let kept = match &*engine {
            Engine::Mt(bits) => bits.state().2,
            _ => None,
        };
        Ok(kept.map_or(Value::None, Value::Float))
    }),
    row("numpy.random._keep", |host, args| {
        let source = source(at(args, 0))?;
        let kept = match at(args, 1) {
            Value::None => None,
            v => Some(kind::to_float(host, v)?),
        };
        let mut engine = source.engine.borrow_mut();
        if let Engine::Mt(bits) = &mut *engine {
            let (words, at, _) = bits.state();
            let made = Mt19937::restored(words, at, kept);
            *bits = made;
        }
        Ok(Value::None)
    }),
    row("numpy.random._bits", |_, args| Ok(Value::native(Held(source(at(args, 0))?.engine.clone())))),
];

fn source(v: &Value) -> Res<&Source> {
    v.as_native::<Source>().ok_or_else(|| type_error("a random source is required"))
}

fn big(value: u128) -> Value {
    match i64::try_from(value) {
        Ok(small) => Value::Int(small),
        Err(_) => Value::big(BigUint::from(value).into()),
    }
}

fn whole(values: impl Iterator<Item = u128>) -> Value {
    Value::list(values.map(big).collect())
}

/// `_state_words(entropy, count)`: the 32-bit words that a seed sequence gives.
fn state_words(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let entropy = words(host, at(args, 0))?;
    let count = usize::try_from(crate::value::index::as_index(host, at(args, 1))?)
        .map_err(|_| value_error("negative dimensions are not allowed"))?;
    crate::value::number::fits(count, 2 * size_of::<Value>())?;
    Ok(whole(seeds::state(&entropy, count).into_iter().map(u128::from)))
}

/// `_made(name, entropy)`.
fn made(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let entropy = words(host, at(args, 1))?;
    match Engine::seeded(at(args, 0).as_str().unwrap_or_default(), &entropy) {
        Some(engine) => Ok(Value::native(Held(share(engine)))),
        None => Err(value_error(format!("there is no such bit generator; there are {}", Engine::NAMES.join(", ")))),
    }
}

/// The state as numbers: of the half word that is kept, whether there is one and which, last.
fn get(engine: &Engine) -> Vec<u128> {
    let half = |half: Option<u32>| [u128::from(half.is_some()), u128::from(half.unwrap_or(0))];
    let wide = |words: &[u64]| words.iter().map(|word| u128::from(*word)).collect::<Vec<_>>();
    match engine {
        Engine::Pcg(bits) => [[bits.state, bits.increment], half(bits.half)].concat(),
        Engine::Mt(bits) => {
            let (words, at, _) = bits.state();
            words.iter().map(|word| u128::from(*word)).chain([at as u128]).collect()
        }
        Engine::Philox(bits) => {
            let mut all = wide(&[&bits.counter[..], &bits.key[..], &bits.block[..]].concat());
            all.push(bits.used as u128);
            all.extend(half(bits.half));
            all
        }
        Engine::Sfc(bits) => [wide(&bits.words), half(bits.half).to_vec()].concat(),
    }
}

/// `_put(engine, numbers)`: what `_get` gave.
fn put(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let engine = engine_of(host, at(args, 0))?;
    let given = items(at(args, 1)).unwrap_or_default();
    let mut all = Vec::with_capacity(given.len());
    for v in &given {
        let int = number::as_int(v).ok_or_else(|| type_error("a state holds integers"))?;
        all.push(u128::try_from(int.big().as_ref()).map_err(|_| value_error("a state holds non-negative integers"))?);
    }
    let mut engine = engine.borrow_mut();
    *engine = restored(&engine, &all);
    Ok(Value::None)
}

fn restored(engine: &Engine, all: &[u128]) -> Engine {
    let at = |slot: usize| all.get(slot).copied().unwrap_or(0);
    let half = |slot: usize| (at(slot) != 0).then(|| at(slot + 1) as u32);
    match engine {
        Engine::Pcg(bits) => Engine::Pcg(Pcg64 { state: at(0), increment: at(1), half: half(2), dxsm: bits.dxsm }),
        Engine::Mt(bits) => {
            let words: Vec<u32> = all.iter().map(|word| *word as u32).collect();
            let place = all.last().copied().unwrap_or(0) as usize;
            Engine::Mt(Mt19937::restored(&words, place, bits.state().2))
        }
        Engine::Philox(_) => Engine::Philox(Philox {
            counter: std::array::from_fn(|slot| at(slot) as u64),
            key: std::array::from_fn(|slot| at(4 + slot) as u64),
            block: std::array::from_fn(|slot| at(6 + slot) as u64),
            used: at(10) as usize,
            half: half(11),
        }),
        Engine::Sfc(_) => Engine::Sfc(Sfc64 { words: std::array::from_fn(|slot| at(slot) as u64), half: half(4) }),
    }
}

/// `_advance(engine, steps)`: only PCG64 can.
fn advance(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let engine = engine_of(host, at(args, 0))?;
    let steps = number::as_int(at(args, 1)).ok_or_else(|| type_error("an integer is required"))?.big().into_owned();
    let modulus: num_bigint::BigInt = num_bigint::BigInt::from(1) << 128;
    let steps = ((steps % &modulus) + &modulus) % &modulus;
    if let (Engine::Pcg(bits), Ok(steps)) = (&mut *engine.borrow_mut(), u128::try_from(steps)) {
        bits.advance(steps);
    }
    Ok(Value::None)
}
