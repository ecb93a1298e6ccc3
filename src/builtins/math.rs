//! `math`: functions of floats and integers, with CPython's exceptions.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;

use super::args::{at, float, rest};
use super::math_special::{erf, erfc, gamma, ln_gamma};
use super::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::number::{as_int, big_to_f64, truncate};
use crate::value::{Host, Value, arith, index, iter, kind};

/// The rows.
pub const ROWS: &[Row] = &[
    row("math.nan", |_, _| Ok(Value::Float(f64::NAN))),
    row("math.sqrt", |h, a| f1(h, a, f64::sqrt)),
    row("math.cbrt", |h, a| f1(h, a, f64::cbrt)),
    row("math.exp", |h, a| f1(h, a, f64::exp)),
    row("math.exp2", |h, a| f1(h, a, f64::exp2)),
    row("math.expm1", |h, a| f1(h, a, f64::exp_m1)),
    row("math.sin", |h, a| f1(h, a, f64::sin)),
    row("math.cos", |h, a| f1(h, a, f64::cos)),
    row("math.tan", |h, a| f1(h, a, f64::tan)),
    row("math.asin", |h, a| f1(h, a, f64::asin)),
    row("math.acos", |h, a| f1(h, a, f64::acos)),
    row("math.atan", |h, a| f1(h, a, f64::atan)),
    row("math.sinh", |h, a| f1(h, a, f64::sinh)),
    row("math.cosh", |h, a| f1(h, a, f64::cosh)),
    row("math.tanh", |h, a| f1(h, a, f64::tanh)),
    row("math.asinh", |h, a| f1(h, a, f64::asinh)),
    row("math.acosh", |h, a| f1(h, a, f64::acosh)),
    row("math.atanh", |h, a| f1(h, a, f64::atanh)),
    row("math.erf", |h, a| f1(h, a, erf)),
    row("math.erfc", |h, a| f1(h, a, erfc)),
    row("math.gamma", |h, a| {
        let x = float(h, at(a, 0))?;
        if x == f64::NEG_INFINITY || (x <= 0.0 && x.fract() == 0.0) {
            return Err(domain());
        }
        checked(x, gamma(x))
    }),
    row("math.lgamma", |h, a| {
        let x = float(h, at(a, 0))?;
        if x.is_finite() && x <= 0.0 && x.fract() == 0.0 {
            return Err(domain());
        }
        checked(x, ln_gamma(x))
    }),
    row("math.log", log),
    row("math.log2", |h, a| log_of(h, at(a, 0), f64::log2).map(Value::Float)),
    row("math.log10", |h, a| log_of(h, at(a, 0), f64::log10).map(Value::Float)),
    row("math.log1p", |h, a| {
        let x = float(h, at(a, 0))?;
        if x <= -1.0 { Err(domain()) } else { Ok(Value::Float(x.ln_1p())) }
    }),
    row("math.pow", pow),
    row("math.atan2", |h, a| f2(h, a, f64::atan2)),
    row("math.copysign", |h, a| f2(h, a, f64::copysign)),
    row("math.nextafter", |h, a| f2(h, a, next_after)),
    row("math.ulp", |h, a| {
        let x = float(h, at(a, 0))?.abs();
        let up = next_after(x, f64::INFINITY);
        let gap = if up.is_infinite() && x.is_finite() { x - next_after(x, 0.0) } else { up - x };
        Ok(Value::Float(if x.is_finite() { gap } else { x }))
    }),
    row("math.fmod", |h, a| {
        let (x, y) = (float(h, at(a, 0))?, float(h, at(a, 1))?);
        if (x.is_infinite() && !y.is_nan()) || (y == 0.0 && !x.is_nan()) {
            Err(domain())
        } else {
            Ok(Value::Float(x % y))
        }
    }),
    row("math.remainder", remainder),
    row("math.fabs", |h, a| f1(h, a, f64::abs)),
    row("math.degrees", |h, a| f1(h, a, |x| x * (180.0 / std::f64::consts::PI))),
    row("math.radians", |h, a| f1(h, a, |x| x * (std::f64::consts::PI / 180.0))),
    row("math.hypot", |h, a| {
        let parts: Vec<f64> = rest(a, 0).iter().map(|v| float(h, v)).collect::<Res<_>>()?;
        Ok(Value::Float(norm(&parts)))
    }),
    row("math.dist", |h, a| {
        let (p, q) = (iter::collect(h, at(a, 0))?, iter::collect(h, at(a, 1))?);
        if p.len() != q.len() {
            return Err(value_error("both points must have the same number of dimensions"));
        }
        let parts: Vec<f64> = p.iter().zip(&q).map(|(x, y)| Ok(float(h, x)? - float(h, y)?)).collect::<Res<_>>()?;
        Ok(Value::Float(norm(&parts)))
    }),
    row("math.floor", |h, a| to_integer(h, at(a, 0), "__floor__", f64::floor)),
    row("math.ceil", |h, a| to_integer(h, at(a, 0), "__ceil__", f64::ceil)),
    row("math.trunc", |h, a| to_integer(h, at(a, 0), "__trunc__", f64::trunc)),
    row("math.modf", |h, a| {
        let x = float(h, at(a, 0))?;
        let fraction = if x.is_infinite() { 0.0 } else { x.fract() };
        Ok(Value::tuple([Value::Float(fraction.copysign(x)), Value::Float(x.trunc())]))
    }),
    row("math.frexp", |h, a| {
        let (mantissa, exponent) = split(float(h, at(a, 0))?);
        Ok(Value::tuple([Value::Float(mantissa), Value::Int(exponent)]))
    }),
    row("math.ldexp", |h, a| {
        let (x, shift) = (float(h, at(a, 0))?, index::as_index(h, at(a, 1))?);
        let made = scale(x, shift);
        if made.is_infinite() && x.is_finite() { Err(range()) } else { Ok(Value::Float(made)) }
    }),
    row("math.isnan", |h, a| Ok(Value::Bool(float(h, at(a, 0))?.is_nan()))),
    row("math.isinf", |h, a| Ok(Value::Bool(float(h, at(a, 0))?.is_infinite()))),
    row("math.isfinite", |h, a| Ok(Value::Bool(float(h, at(a, 0))?.is_finite()))),
    row("math.isclose", is_close),
    row("math.fsum", |h, a| {
        let items = iter::collect(h, at(a, 0))?;
        let items: Vec<f64> = items.iter().map(|v| float(h, v)).collect::<Res<_>>()?;
        exact_sum(&items).map(Value::Float)
    }),
    row("math.prod", |h, a| {
        let mut total = at(a, 1).clone();
        for item in iter::collect(h, at(a, 0))? {
            total = arith::binary(h, crate::data::ops::BinOp::Mul, &total, &item)?;
        }
        Ok(total)
    }),
    row("math.gcd", |h, a| fold(h, a, BigInt::ZERO, |x, y| x.gcd(y))),
    row("math.lcm", |h, a| fold(h, a, BigInt::from(1), |x, y| x.lcm(y))),
    row("math.factorial", factorial),
    row("math.comb", comb),
    row("math.perm", perm),
    row("math.isqrt", |h, a| {
        let n = integer(h, at(a, 0))?;
        if n.sign() == num_bigint::Sign::Minus {
            return Err(value_error("isqrt() argument must be nonnegative"));
        }
        Ok(Value::big(n.sqrt()))
    }),
];

fn domain() -> Box<Raised> {
    value_error("math domain error")
}

fn range() -> Box<Raised> {
    Raised::new(ExcClass::OverflowError, "math range error")
}

/// A NaN from a number is outside the domain, an infinity from a finite number outside the range.
fn checked(x: f64, made: f64) -> Res<Value> {
    match (x.is_nan(), made.is_nan()) {
        (false, true) => Err(domain()),
        _ if made.is_infinite() && x.is_finite() => Err(range()),
        _ => Ok(Value::Float(made)),
    }
}

fn f1(host: &mut dyn Host, a: &[Value], f: fn(f64) -> f64) -> Res<Value> {
    let x = float(host, at(a, 0))?;
    let made = f(x);
    // An infinite result at a pole is a domain error: atanh(1).
    if made.is_infinite() && x.abs() <= 1.0 { Err(domain()) } else { checked(x, made) }
}

fn f2(host: &mut dyn Host, a: &[Value], f: fn(f64, f64) -> f64) -> Res<Value> {
    let (x, y) = (float(host, at(a, 0))?, float(host, at(a, 1))?);
    Ok(Value::Float(f(x, y)))
}

fn log_of(host: &mut dyn Host, v: &Value, f: fn(f64) -> f64) -> Res<f64> {
    if let Some(found) = as_int(v) {
        let big = found.big();
        if big.sign() != num_bigint::Sign::Plus {
            return Err(domain());
        }
        return match big_to_f64(&big) {
            Ok(x) => Ok(f(x)),
            Err(_) => {
                let shift = big.bits() - 64;
                let top = big_to_f64(&(big.as_ref() >> shift))?;
                Ok(f(top) + f(2.0) * shift as f64)
            }
        };
    }
    let x = float(host, v)?;
    if x <= 0.0 { Err(domain()) } else { Ok(f(x)) }
}

fn log(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let top = log_of(host, at(a, 0), f64::ln)?;
    if matches!(at(a, 1), Value::Ellipsis) {
        return Ok(Value::Float(top));
    }
    let base = log_of(host, at(a, 1), f64::ln)?;
    if base == 0.0 {
        return Err(Raised::new(ExcClass::ZeroDivisionError, "float division by zero"));
    }
    Ok(Value::Float(top / base))
}

fn pow(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (x, y) = (float(host, at(a, 0))?, float(host, at(a, 1))?);
    let made = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if made.is_nan() || (made.is_infinite() && x == 0.0) {
            return Err(domain());
        }
        if made.is_infinite() {
            return Err(range());
        }
    }
    Ok(Value::Float(made))
}

fn next_after(x: f64, y: f64) -> f64 {
    match x.partial_cmp(&y) {
        None => f64::NAN,
        Some(std::cmp::Ordering::Equal) => y,
        Some(std::cmp::Ordering::Less) => x.next_up(),
        Some(std::cmp::Ordering::Greater) => x.next_down(),
    }
}

fn remainder(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (x, y) = (float(host, at(a, 0))?, float(host, at(a, 1))?);
    if x.is_nan() || y.is_nan() {
        return Ok(Value::Float(f64::NAN));
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain());
    }
    if y.is_infinite() {
        return Ok(Value::Float(x));
    }
    let (size, by) = (x.abs(), y.abs());
    let left = size % by;
    let other = by - left;
    let made = if left < other {
        left
    } else if left > other {
        -other
    } else {
        left - 2.0 * ((0.5 * (size - left)) % by)
    };
    Ok(Value::Float(1f64.copysign(x) * made))
}

/// The Euclidean norm, scaled so that nothing overflows, with the error of the sum carried along.
fn norm(parts: &[f64]) -> f64 {
    if parts.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if let [x, y] = parts {
        return x.hypot(*y);
    }
    let most = parts.iter().fold(0.0f64, |most, x| if x.is_nan() { f64::NAN } else { most.max(x.abs()) });
    if most == 0.0 || most.is_nan() || parts.iter().any(|x| x.is_nan()) {
        return if parts.iter().any(|x| x.is_nan()) { f64::NAN } else { most };
    }
    let (_, exponent) = split(most);
    let (mut sum, mut lost) = (0.0f64, 0.0f64);
    for x in parts {
        let x = scale(*x, -exponent);
        let square = x * x;
        lost += x.mul_add(x, -square);
        let next = sum + square;
        lost += if sum >= square { (sum - next) + square } else { (square - next) + sum };
        sum = next;
    }
    scale((sum + lost).sqrt(), exponent)
}

/// `frexp`.
fn split(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (x, extra) = if x.abs() < f64::MIN_POSITIVE { (x * 2f64.powi(54), -54) } else { (x, 0) };
    let exponent = (x.to_bits() >> 52 & 0x7ff) as i64 - 1022;
    (f64::from_bits(x.to_bits() & !(0x7ff << 52) | 1022 << 52), exponent + extra)
}

/// `ldexp`.
fn scale(x: f64, shift: i64) -> f64 {
    let mut x = x;
    let mut left = shift.clamp(-2200, 2200);
    while left > 1000 {
        x *= 2f64.powi(1000);
        left -= 1000;
    }
    while left < -1000 {
        // Two roundings would differ from one, so the last step is the one that may lose bits.
        x *= 2f64.powi(-1000);
        left += 1000;
    }
    x * 2f64.powi(left as i32)
}

fn to_integer(host: &mut dyn Host, v: &Value, method: &str, f: fn(f64) -> f64) -> Res<Value> {
    if let Some(found) = as_int(v) {
        return Ok(found.value());
    }
    if let Value::Instance(_) = v
        && let Some(made) = host.call_special(v, Sym::new(method), &[])?
    {
        return Ok(made);
    }
    match v {
        Value::Str(_) | Value::None | Value::List(_) if method == "__trunc__" => {
            Err(type_error(format!("type {} doesn't define __trunc__ method", kind::type_name(v))))
        }
        v => truncate(f(float(host, v)?)),
    }
}

/// Slots: `a`, `b`, `rel_tol`, `abs_tol`.
fn is_close(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (x, y) = (float(host, at(a, 0))?, float(host, at(a, 1))?);
    let (relative, absolute) = (float(host, at(a, 2))?, float(host, at(a, 3))?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(value_error("tolerances must be non-negative"));
    }
    let gap = (x - y).abs();
    let close = x == y
        || (x.is_finite()
            && y.is_finite()
            && (gap <= (relative * y).abs() || gap <= (relative * x).abs() || gap <= absolute));
    Ok(Value::Bool(close))
}

/// The sum without rounding errors: exact partial sums, rounded once.
fn exact_sum(items: &[f64]) -> Res<f64> {
    let mut partials: Vec<f64> = Vec::new();
    let mut special = 0.0f64;
    for &item in items {
        if !item.is_finite() {
            special += item;
            continue;
        }
        let mut x = item;
        let mut kept = 0;
        for at in 0..partials.len() {
            let mut y = partials.get(at).copied().unwrap_or(0.0);
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                if let Some(place) = partials.get_mut(kept) {
                    *place = low;
                }
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if !x.is_finite() {
            return Err(Raised::new(ExcClass::OverflowError, "intermediate overflow in fsum"));
        }
        partials.push(x);
    }
    if special.is_nan() && !items.iter().any(|x| x.is_nan()) {
        return Err(value_error("-inf + inf in fsum"));
    }
    if special != 0.0 || special.is_nan() {
        return Ok(special);
    }
    let Some(mut high) = partials.pop() else { return Ok(0.0) };
    let mut low = 0.0;
    while let Some(y) = partials.pop() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // Round half to even over the partial sums that are left.
    if let Some(next) = partials.last()
        && ((low < 0.0 && *next < 0.0) || (low > 0.0 && *next > 0.0))
    {
        let y = low * 2.0;
        let x = high + y;
        if y == x - high {
            high = x;
        }
    }
    Ok(high)
}

fn integer(host: &mut dyn Host, v: &Value) -> Res<BigInt> {
    match index::try_index(host, v)? {
        Some(v) => Ok(as_int(&v).map(|found| found.big().into_owned()).unwrap_or_default()),
        None => Err(type_error(format!("'{}' object cannot be interpreted as an integer", kind::type_name(v)))),
    }
}

fn fold(host: &mut dyn Host, a: &[Value], start: BigInt, f: fn(&BigInt, &BigInt) -> BigInt) -> Res<Value> {
    let mut made = start;
    for v in rest(a, 0) {
        made = f(&made, &integer(host, v)?);
    }
    Ok(Value::big(made.magnitude().clone().into()))
}

fn product(host: &mut dyn Host, from: u64, to: u64) -> Res<BigUint> {
    let mut made = BigUint::from(1u32);
    for n in from..=to {
        made *= n;
        if n % 256 == 0 {
            host.poll()?;
        }
    }
    Ok(made)
}

fn factorial(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    if let Value::Float(_) = at(a, 0) {
        return Err(type_error("'float' object cannot be interpreted as an integer"));
    }
    let n = integer(host, at(a, 0))?;
    if n.sign() == num_bigint::Sign::Minus {
        return Err(value_error("factorial() not defined for negative values"));
    }
    let Ok(n) = u64::try_from(n) else {
        return Err(Raised::new(ExcClass::OverflowError, "factorial() argument should not exceed 9223372036854775807"));
    };
    Ok(Value::big(product(host, 2, n)?.into()))
}

fn counts(host: &mut dyn Host, a: &[Value], name: &str) -> Res<Option<(BigInt, u64)>> {
    let (n, k) = (integer(host, at(a, 0))?, integer(host, at(a, 1))?);
    let negative = |x: &BigInt| x.sign() == num_bigint::Sign::Minus;
    if negative(&n) {
        return Err(value_error("n must be a non-negative integer"));
    }
    if negative(&k) {
        return Err(value_error("k must be a non-negative integer"));
    }
    if k > n {
        return Ok(None);
    }
    let k = if name == "comb" { k.clone().min(&n - &k) } else { k };
    match u64::try_from(k) {
        Ok(k) => Ok(Some((n, k))),
        Err(_) => Err(Raised::new(ExcClass::OverflowError, "k must not exceed 9223372036854775807")),
    }
}

fn comb(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let Some((n, k)) = counts(host, a, "comb")? else { return Ok(Value::Int(0)) };
    let mut made = BigInt::from(1);
    for at in 0..k {
        made = made * (&n - at) / (at + 1);
        host.poll()?;
    }
    Ok(Value::big(made))
}

fn perm(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    if matches!(at(a, 1), Value::None) {
        return factorial(host, a);
    }
    let Some((n, k)) = counts(host, a, "perm")? else { return Ok(Value::Int(0)) };
    let mut made = BigInt::from(1);
    for at in 0..k {
        made *= &n - at;
    }
    Ok(Value::big(made))
}
