//! Hashes, with CPython's values for numbers, tuples and frozensets, so that sets of them keep CPython's order.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::compare::is_same;
use super::containers::{Range, SetSlot, SetTable};
use super::kind::type_name;
use super::{Class, Host, Value, names, np};
use crate::data::raised::type_error;
use crate::data::{Raised, Res};

const MODULUS: u64 = (1 << 61) - 1;

/// `hash(v)`; `TypeError` for what has none.
#[inline]
pub fn hash(host: &mut dyn Host, v: &Value) -> Res<u64> {
    match v {
        Value::Str(text) => return Ok(text.hash()),
        Value::Int(int) => return Ok(int_hash(*int)),
        _ => {}
    }
    match quick(v) {
        Some(known) => Ok(known),
        None => slow(host, v),
    }
}

/// `hash(v)` of what needs no user code; `None` for the rest, the unhashable among it.
#[inline]
pub fn quick(v: &Value) -> Option<u64> {
    match v {
        Value::Str(text) => Some(text.hash()),
        Value::Int(int) => Some(int_hash(*int)),
        _ => quick_within(v, 16),
    }
}

fn quick_within(v: &Value, depth: usize) -> Option<u64> {
    Some(match v {
        Value::Str(text) => text.hash(),
        Value::Int(int) => int_hash(*int),
        Value::Bool(flag) => u64::from(*flag),
        Value::Float(float) => float_hash(*float),
        Value::BigInt(big) => big_hash(big),
        Value::None => 0xfca86420,
        Value::Ellipsis => 0xfca86421,
        Value::NotImplemented => 0xfca86422,
        Value::Np(dtype, bits) if dtype.is_time() => np::time_hash(*dtype, *bits),
        Value::Np(dtype, bits) => quick_within(&np::item(*dtype, *bits), depth)?,
        Value::Tuple(tuple) => {
            let depth = depth.checked_sub(1)?;
            let mut state = TupleHash::new();
            for item in &tuple.items {
                state.add(quick_within(item, depth)?);
            }
            state.finish(tuple.items.len())
        }
        Value::FrozenSet(set) => frozenset_hash(&set.table.borrow()),
        Value::Range(range) => range_hash(range),
        Value::ExcType(class) => pointer(*class as usize * 16 + 64),
        Value::Type(info) => pointer(std::ptr::from_ref(*info) as usize),
        Value::Function(x) => pointer(std::rc::Rc::as_ptr(x) as usize),
        Value::Builtin(x) => super::text::hash_text(x.name),
        Value::Class(x) => pointer(std::rc::Rc::as_ptr(x) as usize),
        Value::Module(x) => pointer(std::rc::Rc::as_ptr(x) as usize),
        Value::Exception(x) => pointer(std::rc::Rc::as_ptr(x) as usize),
        _ => return None,
    })
}

fn pointer(address: usize) -> u64 {
    avoid_minus_one((address as u64).rotate_right(4))
}

fn avoid_minus_one(hash: u64) -> u64 {
    if hash == u64::MAX { u64::MAX - 1 } else { hash }
}

/// The address that identifies a value which has one.
pub fn address(v: &Value) -> usize {
    use std::rc::Rc;
    match v {
        Value::BigInt(x) => Rc::as_ptr(x) as usize,
        Value::Str(x) => Rc::as_ptr(x) as usize,
        Value::Tuple(x) => Rc::as_ptr(x) as usize,
        Value::List(x) => Rc::as_ptr(x) as usize,
        Value::Dict(x) => Rc::as_ptr(x) as usize,
        Value::Set(x) | Value::FrozenSet(x) => Rc::as_ptr(x) as usize,
        Value::Range(x) => Rc::as_ptr(x) as usize,
        Value::Slice(x) => Rc::as_ptr(x) as usize,
        Value::Function(x) => Rc::as_ptr(x) as usize,
        Value::Builtin(x) => Rc::as_ptr(x) as usize,
        Value::Method(x) => Rc::as_ptr(x) as usize,
        Value::Class(x) => Rc::as_ptr(x) as usize,
        Value::Type(x) => std::ptr::from_ref(*x) as usize,
        Value::Instance(x) => Rc::as_ptr(x) as usize,
        Value::Exception(x) => Rc::as_ptr(x) as usize,
        Value::Module(x) => Rc::as_ptr(x) as usize,
        Value::Native(x) => Rc::as_ptr(x) as usize,
        Value::None | Value::Unbound => 0x1000,
        Value::Bool(flag) => 0x1020 + 0x20 * usize::from(*flag),
        Value::Ellipsis => 0x1060,
        Value::NotImplemented => 0x1080,
        Value::ExcType(class) => 0x2000 + 0x20 * *class as usize,
        Value::Int(int) => 0x10000usize.wrapping_add((*int as usize).wrapping_mul(32)),
        Value::Float(float) => (float.to_bits() as usize).rotate_left(20) & !15,
        Value::Np(dtype, bits) => (*bits as usize).rotate_left(20).wrapping_add(dtype.place() * 16) & !15,
    }
}

#[inline(never)]
fn slow(host: &mut dyn Host, v: &Value) -> Res<u64> {
    match v {
        Value::Tuple(tuple) => {
            host.enter()?;
            let mut state = TupleHash::new();
            let mut made = Ok(());
            for item in &tuple.items {
                match hash(host, item) {
                    Ok(one) => state.add(one),
                    Err(raised) => {
                        made = Err(raised);
                        break;
                    }
                }
            }
            host.leave();
            made.map(|()| state.finish(tuple.items.len()))
        }
        Value::Method(method) => {
            let this = pointer(address(&method.this));
            Ok(avoid_minus_one(this ^ hash(host, &method.function)?))
        }
        Value::Native(native) => match native.0.hash(host)? {
            Some(known) => Ok(avoid_minus_one(known)),
            None => Err(unhashable(v)),
        },
        Value::Instance(object) => match special(&object.class) {
            Hashing::None => Err(unhashable(v)),
            Hashing::User => {
                let made = host.call_special(v, names::names().hash, &[])?;
                user_hash(v, made)
            }
            Hashing::Inherited => match &object.payload {
                Value::None | Value::Exception(_) => Ok(pointer(std::rc::Rc::as_ptr(object) as usize)),
                Value::List(_) | Value::Dict(_) | Value::Set(_) => Err(unhashable(v)),
                payload => hash(host, &payload.clone()),
            },
        },
        _ => Err(unhashable(v)),
    }
}

fn unhashable(v: &Value) -> Box<Raised> {
    type_error(format!("unhashable type: '{}'", type_name(v)))
}

fn user_hash(v: &Value, made: Option<Value>) -> Res<u64> {
    match made {
        Some(Value::Int(int)) => Ok(avoid_minus_one(int as u64)),
        Some(Value::Bool(flag)) => Ok(u64::from(flag)),
        Some(Value::BigInt(big)) => Ok(big_hash(&big)),
        Some(_) => Err(type_error("__hash__ method should return an integer")),
        None => Err(unhashable(v)),
    }
}

enum Hashing {
    /// `__eq__` without `__hash__`, or `__hash__ = None`.
    None,
    /// A `__hash__` of the user.
    User,
    /// By identity, or as the built-in base.
    Inherited,
}

fn special(class: &std::rc::Rc<Class>) -> Hashing {
    let mut at = Some(class);
    while let Some(class) = at {
        let attrs = class.attrs.borrow();
        match attrs.get(&names::names().hash) {
            Some(found) if is_same(found, &Value::None) => return Hashing::None,
            Some(_) => return Hashing::User,
            None if attrs.contains_key(&names::names().eq) => return Hashing::None,
            None => at = class.parent(),
        }
    }
    Hashing::Inherited
}

/// The hash of a small int.
#[inline]
pub fn int_hash(int: i64) -> u64 {
    let magnitude = int.unsigned_abs();
    let rest = if magnitude < MODULUS { magnitude } else { magnitude % MODULUS };
    let signed = if int < 0 { (rest as i64).wrapping_neg() } else { rest as i64 };
    if signed == -1 { -2i64 as u64 } else { signed as u64 }
}

fn big_hash(big: &BigInt) -> u64 {
    let rest = (big.magnitude() % MODULUS).to_u64().unwrap_or(0) as i64;
    let signed = if big.is_negative() { -rest } else { rest };
    if signed == -1 { -2i64 as u64 } else { signed as u64 }
}

/// The hash of a float: an equal int's.
pub fn float_hash(float: f64) -> u64 {
    if float.is_infinite() {
        return if float > 0.0 { 314159 } else { -314159i64 as u64 };
    }
    if float.is_nan() {
        return (float.to_bits() >> 3) | 1;
    }
    if float.fract() == 0.0 && float.abs() < 9e18 {
        return int_hash(float as i64);
    }
    let bits = float.to_bits();
    let raw = ((bits >> 52) & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if raw == 0 { (fraction, -1074) } else { (fraction | 1 << 52, raw - 1075) };
    // The value is mantissa * 2**exponent modulo 2**61 - 1, where 2**61 is 1.
    let turn = exponent.rem_euclid(61) as u32;
    let reduced = mantissa % MODULUS;
    let rotated = ((reduced << turn) & MODULUS) | (reduced >> (61 - turn));
    let rest = if rotated == MODULUS { 0 } else { rotated } as i64;
    let signed = if float < 0.0 { -rest } else { rest };
    if signed == -1 { -2i64 as u64 } else { signed as u64 }
}

/// CPython's hash of a tuple: xxHash's rounds over the hashes of the items.
struct TupleHash(u64);

const PRIME_1: u64 = 11400714785074694791;
const PRIME_2: u64 = 14029467366897019727;
const PRIME_5: u64 = 2870177450012600261;

impl TupleHash {
    fn new() -> TupleHash {
        TupleHash(PRIME_5)
    }

    fn add(&mut self, item: u64) {
        let mixed = self.0.wrapping_add(item.wrapping_mul(PRIME_2));
        self.0 = mixed.rotate_left(31).wrapping_mul(PRIME_1);
    }

    fn finish(self, length: usize) -> u64 {
        let made = self.0.wrapping_add(length as u64 ^ (PRIME_5 ^ 3527539));
        if made == u64::MAX { 1546275796 } else { made }
    }
}

/// CPython's hash of a frozenset: independent of order.
fn frozenset_hash(table: &SetTable) -> u64 {
    let shuffle = |hash: u64| ((hash ^ 89869747) ^ (hash << 16)).wrapping_mul(3644798167);
    let mut made: u64 = 0;
    for slot in &table.slots {
        if let SetSlot::Key(hash, _) = slot {
            made ^= shuffle(*hash);
        }
    }
    made ^= (table.used as u64 + 1).wrapping_mul(1927868237);
    made ^= (made >> 11) ^ (made >> 25);
    made = made.wrapping_mul(69069).wrapping_add(907133923);
    if made == u64::MAX { 590923713 } else { made }
}

fn range_hash(range: &Range) -> u64 {
    let length = range.len();
    let mut state = TupleHash::new();
    let none = quick_within(&Value::None, 1).unwrap_or(0);
    state.add(length);
    state.add(if length == 0 { none } else { int_hash(range.start) });
    state.add(if length <= 1 { none } else { int_hash(range.step) });
    state.finish(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_tuples_hash_as_in_cpython() {
        let int = Value::Int;
        assert_eq!(float_hash(1.5), 1152921504606846977);
        assert_eq!(float_hash(0.1), 230584300921369408);
        assert_eq!(float_hash(1e300), 1224995262755759164);
        assert_eq!(int_hash((1 << 61) - 1), 0);
        assert_eq!(int_hash(-1) as i64, -2);
        let hash = |v: &Value| quick(v).unwrap() as i64;
        assert_eq!(hash(&Value::tuple([])), 5740354900026072187);
        assert_eq!(hash(&Value::tuple([int(1)])), -6644214454873602895);
        let nested = Value::tuple([int(1), Value::tuple([int(2), int(3)]), Value::Float(4.5)]);
        assert_eq!(hash(&nested), 4099221954381201776);
        assert_eq!(hash(&Value::big(BigInt::from(10).pow(30))), 465258685558744706);
    }
}
