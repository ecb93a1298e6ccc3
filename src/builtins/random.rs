//! `random`: CPython's numbers from CPython's seeds. The functions of the module draw from a source of the thread's own.

use std::cell::RefCell;
use std::rc::Rc;

use num_bigint::{BigInt, BigUint};

use super::args::{at, float, int};
use super::random_draw as draw;
use super::{Row, row};
use crate::data::raised::type_error;
use crate::data::rng::{Bits, Mt19937};
use crate::data::{Res, Sym};
use crate::value::number::as_int;
use crate::value::{Host, Native, TypeInfo, Value, hash, number};

static RANDOM: TypeInfo = TypeInfo { name: "Random", module: "random", declared: "random.Random", base: None };

/// A source of random numbers.
pub struct State {
    /// The generator.
    pub bits: Mt19937,
    /// The second of the last pair of `gauss`.
    pub gauss: Option<f64>,
}

/// `random.Random`.
struct Source(Rc<RefCell<State>>);

thread_local! {
    static OWN: Rc<RefCell<State>> = Rc::new(RefCell::new(State::by_chance()));
}

type Draw = fn(&mut dyn Host, &RefCell<State>, &[Value]) -> Res<Value>;

fn own(host: &mut dyn Host, a: &[Value], f: Draw) -> Res<Value> {
    let state = OWN.with(Rc::clone);
    f(host, &state, a)
}

fn of(host: &mut dyn Host, a: &[Value], f: Draw) -> Res<Value> {
    let Some(source) = at(a, 0).as_native::<Source>() else { return Err(type_error("a Random is required")) };
    let state = source.0.clone();
    f(host, &state, a.get(1..).unwrap_or(&[]))
}

macro_rules! draws {
    ($($name:literal = $function:expr),* $(,)?) => {
        /// The rows.
        pub const ROWS: &[Row] = &[
            row("random.Random", |_, _| Ok(Value::Type(&RANDOM))),
            row("random.Random.__new__", |h, a| {
                let state = RefCell::new(State::by_chance());
                seed(h, &state, a.get(1..).unwrap_or(&[]))?;
                Ok(Value::native(Source(Rc::new(state))))
            }),
            $(
                row(concat!("random.", $name), |h, a| own(h, a, $function)),
                row(concat!("random.Random.", $name), |h, a| of(h, a, $function)),
            )*
        ];
    };
}

draws! {
    "seed" = seed,
    "random" = |_, s, _| Ok(Value::Float(s.borrow_mut().bits.next_f64())),
    "uniform" = |h, s, a| {
        let (low, high) = (float(h, at(a, 0))?, float(h, at(a, 1))?);
        Ok(Value::Float(low + (high - low) * s.borrow_mut().bits.next_f64()))
    },
    "getrandbits" = |h, s, a| {
        let Ok(count) = u64::try_from(int(h, a, 0)?) else {
            return Err(crate::data::raised::value_error("number of bits must be non-negative"));
        };
        if count > number::MAX_BITS {
            return Err(number::memory_error());
        }
        Ok(Value::big(s.borrow_mut().big_bits(count).into()))
    },
    "randint" = draw::randint,
    "randrange" = draw::randrange,
    "choice" = draw::choice,
    "choices" = draw::choices,
    "shuffle" = draw::shuffle,
    "sample" = draw::sample,
    "gauss" = |h, s, a| {
        let (mu, sigma) = (float(h, at(a, 0))?, float(h, at(a, 1))?);
        Ok(Value::Float(mu + s.borrow_mut().gauss() * sigma))
    },
    "normalvariate" = |h, s, a| {
        let (mu, sigma) = (float(h, at(a, 0))?, float(h, at(a, 1))?);
        Ok(Value::Float(mu + s.borrow_mut().normal() * sigma))
    },
    "lognormvariate" = |h, s, a| {
        let (mu, sigma) = (float(h, at(a, 0))?, float(h, at(a, 1))?);
        Ok(Value::Float((mu + s.borrow_mut().normal() * sigma).exp()))
    },
    "expovariate" = draw::expovariate,
    "gammavariate" = |h, s, a| {
        let (alpha, beta) = (float(h, at(a, 0))?, float(h, at(a, 1))?);
        draw::gamma(&mut s.borrow_mut(), alpha, beta).map(Value::Float)
    },
    "betavariate" = |h, s, a| {
        let (alpha, beta) = (float(h, at(a, 0))?, float(h, at(a, 1))?);
        let y = draw::gamma(&mut s.borrow_mut(), alpha, 1.0)?;
        Ok(Value::Float(if y == 0.0 { 0.0 } else { y / (y + draw::gamma(&mut s.borrow_mut(), beta, 1.0)?) }))
    },
    "triangular" = draw::triangular,
    "getstate" = get_state,
    "setstate" = set_state,
    "paretovariate" = |h, s, a| {
        let u = 1.0 - s.borrow_mut().bits.next_f64();
        Ok(Value::Float(u.powf(-1.0 / float(h, at(a, 0))?)))
    },
    "weibullvariate" = |h, s, a| {
        let u = 1.0 - s.borrow_mut().bits.next_f64();
        Ok(Value::Float(float(h, at(a, 0))? * (-u.ln()).powf(1.0 / float(h, at(a, 1))?)))
    },
}

impl Native for Source {
    fn type_info(&self) -> &'static TypeInfo {
        &RANDOM
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(format!("<random.Random object at {:#x}>", std::ptr::from_ref(self) as usize))
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, _: Sym) -> Res<Option<Value>> {
        Ok(None)
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(std::ptr::from_ref(self) as u64 >> 4))
    }
}

/// `seed(a)`.
fn seed(host: &mut dyn Host, state: &RefCell<State>, a: &[Value]) -> Res<Value> {
    let number: BigUint = match at(a, 0) {
        Value::None => {
            *state.borrow_mut() = State::by_chance();
            return Ok(Value::None);
        }
        Value::Str(text) => {
            let mut bytes = text.as_str().as_bytes().to_vec();
            let digest = super::sha512::sha512(&bytes);
            bytes.extend_from_slice(&digest);
            BigUint::from_bytes_be(&bytes)
        }
        v @ Value::Float(_) => BigUint::from(hash::hash(host, v)?),
        v => match as_int(v) {
            Some(found) => found.big().magnitude().clone(),
            None => {
                let message = "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.";
                return Err(type_error(message));
            }
        },
    };
    *state.borrow_mut() = State::seeded(&number);
    Ok(Value::None)
}

/// `getstate()`: `(3, words and place, what gauss keeps)`.
fn get_state(_: &mut dyn Host, state: &RefCell<State>, _: &[Value]) -> Res<Value> {
    let state = state.borrow();
    let (words, place, _) = state.bits.state();
    let words = words.iter().map(|word| Value::Int(i64::from(*word))).chain([Value::Int(place as i64)]);
    let words = Value::tuple(words.collect::<Vec<Value>>());
    Ok(Value::tuple([Value::Int(3), words, state.gauss.map_or(Value::None, Value::Float)]))
}

/// `setstate(state)`.
fn set_state(host: &mut dyn Host, state: &RefCell<State>, a: &[Value]) -> Res<Value> {
    let Value::Tuple(given) = at(a, 0) else {
        let name = crate::value::kind::type_name(at(a, 0));
        return Err(type_error(format!("'{name}' object is not subscriptable")));
    };
    let (version, words, gauss) = match &*given.items {
        [version, Value::Tuple(words), gauss] => (version, words, gauss),
        _ => return Err(crate::data::raised::value_error("not enough values to unpack (expected 3)")),
    };
    if !matches!(version, Value::Int(2 | 3)) {
        let shown = crate::value::repr::repr(host, version)?;
        let text = format!("state with version {shown} passed to Random.setstate() of version 3");
        return Err(crate::data::raised::value_error(text));
    }
    if words.items.len() != 625 {
        return Err(crate::data::raised::value_error("state vector is the wrong size"));
    }
    let mut all = Vec::with_capacity(words.items.len());
    for slot in 0..words.items.len() {
        let word = int(host, &words.items, slot)?;
        all.push(u32::try_from(word).map_err(|_| crate::data::raised::value_error("invalid state"))?);
    }
    let place = all.pop().unwrap_or(0) as usize;
    let gauss = match gauss {
        Value::None => None,
        v => Some(float(host, v)?),
    };
    *state.borrow_mut() = State { bits: Mt19937::restored(&all, place, None), gauss };
    Ok(Value::None)
}

impl State {
    fn seeded(number: &BigUint) -> State {
        State { bits: Mt19937::from_key(&number.to_u32_digits()), gauss: None }
    }

    fn by_chance() -> State {
        use std::hash::{BuildHasher, Hasher};
        let words = (0..8u64).map(|n| {
            let mut hasher = std::collections::hash_map::RandomState::new().build_hasher();
            hasher.write_u64(n);
            hasher.finish() as u32
        });
        State { bits: Mt19937::from_key(&words.collect::<Vec<_>>()), gauss: None }
    }

    /// So many random bits.
    pub fn big_bits(&mut self, count: u64) -> BigUint {
        let mut words = Vec::new();
        let mut left = count;
        while left > 0 {
            let word = self.bits.next_u32();
            words.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        BigUint::new(words)
    }

    /// A number below another, as CPython draws it.
    pub fn below(&mut self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        let bits = 64 - bound.leading_zeros();
        loop {
            let drawn = if bits <= 32 {
                u64::from(self.bits.next_u32() >> (32 - bits))
            } else {
                let low = u64::from(self.bits.next_u32());
                low | u64::from(self.bits.next_u32() >> (64 - bits)) << 32
            };
            if drawn < bound {
                return drawn;
            }
        }
    }

    /// As [`State::below`], for any bound.
    pub fn big_below(&mut self, bound: &BigInt) -> BigInt {
        if let Ok(small) = u64::try_from(bound) {
            return self.below(small).into();
        }
        let bits = bound.bits();
        loop {
            let drawn: BigInt = self.big_bits(bits).into();
            if drawn < *bound {
                return drawn;
            }
        }
    }

    fn gauss(&mut self) -> f64 {
        if let Some(kept) = self.gauss.take() {
            return kept;
        }
        let angle = self.bits.next_f64() * std::f64::consts::TAU;
        let radius = (-2.0 * (1.0 - self.bits.next_f64()).ln()).sqrt();
        self.gauss = Some(angle.sin() * radius);
        angle.cos() * radius
    }

    fn normal(&mut self) -> f64 {
        let magic = 4.0 * (-0.5f64).exp() / 2f64.sqrt();
        loop {
            let first = self.bits.next_f64();
            let second = 1.0 - self.bits.next_f64();
            let z = magic * (first - 0.5) / second;
            if z * z / 4.0 <= -second.ln() {
                return z;
            }
        }
    }
}
