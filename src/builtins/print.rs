//! `print`, `input`, `round`, `vars`, `dir`, `exit`.

use std::cell::RefCell;

use num_bigint::BigInt;

use super::args::{at, flag, given, inner, nothing, rest};
use super::{Row, row};
use crate::data::raised::type_error;
use crate::data::{DType, ExcClass, Raised, Res, Sym};
use crate::io::stdin;
use crate::value::number::{as_int, exact, truncate};
use crate::value::{DictObj, Host, Value, dict, exc, index, kind, repr};

thread_local! {
    /// Where `contextlib.redirect_stdout` sends what is printed; `None`: to standard output.
    static STDOUT: RefCell<Value> = const { RefCell::new(Value::None) };
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("print", print),
    row("contextlib._redirect", |_, a| Ok(STDOUT.with(|place| place.replace(at(a, 0).clone())))),
    row("input", input),
    row("round", round),
    row("vars", vars),
    row("dir", dir),
    row("exit", exit),
    row("quit", exit),
];

fn separator(a: &[Value], slot: usize, name: &str, missing: &str) -> Res<String> {
    match inner(at(a, slot)) {
        Value::None => Ok(missing.to_owned()),
        Value::Str(text) => Ok(text.as_str().to_owned()),
        v => Err(type_error(format!("{name} must be None or a string, not {}", kind::type_name(v)))),
    }
}

/// Slots: `sep`, `end`, `file`, `flush`, `*values`.
fn print(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (sep, end) = (separator(a, 0, "sep", " ")?, separator(a, 1, "end", "\n")?);
    let mut line = String::new();
    for (at, v) in rest(a, 4).iter().enumerate() {
        if at > 0 {
            line.push_str(&sep);
        }
        match v {
            Value::Str(text) => line.push_str(text.as_str()),
            v => line.push_str(&repr::str_(host, v)?),
        }
    }
    line.push_str(&end);
    let flush = flag(host, a, 3)?;
    let redirected = STDOUT.with(|place| place.borrow().clone());
    match if matches!(at(a, 2), Value::None) { &redirected } else { at(a, 2) } {
        Value::None => {
            host.write(&line)?;
            if flush {
                host.flush_output()?;
            }
        }
        file => {
            if !super::file::write_to(host, file, &line)? {
                let write = host.getattr(file, Sym::new("write"))?;
                host.call(&write, &[Value::str(&line)], &[])?;
            }
            if flush {
                let flush = host.getattr(file, Sym::new("flush"))?;
                host.call(&flush, &[], &[])?;
            }
        }
    }
    nothing()
}

fn input(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    if let Some(prompt) = given(a, 0) {
        let prompt = repr::str_(host, prompt)?;
        host.write(&prompt)?;
    }
    host.flush_output()?;
    match typed(host)? {
        Ok(line) if line.is_empty() => Err(Raised::new(ExcClass::EOFError, "EOF when reading a line")),
        Ok(line) => Ok(Value::str(line.strip_suffix('\n').unwrap_or(&line))),
        Err(error) => Err(exc::os_error(&error, "<stdin>")),
    }
}

/// A line of standard input with its end, nothing when it has ended. The user may stop the waiting.
pub fn typed(host: &mut dyn Host) -> Res<std::io::Result<String>> {
    loop {
        let mut step = Ok(stdin::Step::Wait);
        host.blocking(&mut || step = stdin::line());
        match step {
            Ok(stdin::Step::Line(line)) => return Ok(Ok(line)),
            Ok(stdin::Step::Wait) => host.poll()?,
            Err(error) => return Ok(Err(error)),
        }
    }
}

fn round(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (x, digits) = (at(a, 0), at(a, 1));
    let places = match digits {
        Value::None => None,
        v => Some(index::as_index(host, v)?),
    };
    match x {
        Value::Float(x) => match places {
            None => truncate(half_even(*x)),
            Some(places) => round_float(*x, places).map(Value::Float),
        },
        Value::Np(DType::Float64, bits) => match (f64::from_bits(*bits), places) {
            (x, None) => truncate(half_even(x)),
            (x, Some(places)) => Ok(Value::Np(DType::Float64, np_round(x, places).to_bits())),
        },
        Value::Np(DType::Float32, bits) => match (f32::from_bits(*bits as u32), places) {
            (x, None) => truncate(half_even(f64::from(x))),
            (x, Some(places)) => {
                let made = np_round(f64::from(x), places) as f32;
                Ok(Value::Np(DType::Float32, u64::from(made.to_bits())))
            }
        },
        Value::Np(dtype, bits) if dtype.is_whole() => match places {
            None => Ok(crate::value::np::item(*dtype, *bits)),
            Some(_) => super::np::ufunc::round(host, a),
        },
        _ => round_other(host, x, digits, places),
    }
}

fn round_other(host: &mut dyn Host, x: &Value, digits: &Value, places: Option<i64>) -> Res<Value> {
    if let Some(found) = as_int(x) {
        return Ok(match places {
            Some(places) if places < 0 => Value::big(round_int(&found.big(), places)),
            _ => found.value(),
        });
    }
    let args = if places.is_some() { std::slice::from_ref(digits) } else { &[] };
    let method = Sym::new("__round__");
    let wrong = || type_error(format!("type {} doesn't define __round__ method", kind::type_name(x)));
    match x {
        Value::Instance(_) => host.call_special(x, method, args)?.ok_or_else(wrong),
        Value::Native(_) => {
            let found = host.getattr(x, method).map_err(|_| wrong())?;
            host.call(&found, args, &[])
        }
        _ => Err(wrong()),
    }
}

fn half_even(x: f64) -> f64 {
    x.round_ties_even()
}

/// As NumPy rounds: scale, round, scale back.
fn np_round(x: f64, places: i64) -> f64 {
    if places == 0 {
        return half_even(x);
    }
    let scale = 10f64.powi(places.unsigned_abs().min(400) as i32);
    if places > 0 { half_even(x * scale) / scale } else { half_even(x / scale) * scale }
}

/// Correctly rounded, as CPython does it.
fn round_float(x: f64, places: i64) -> Res<f64> {
    if !x.is_finite() || places > 323 {
        return Ok(x);
    }
    if places < -308 {
        return Ok(0.0f64.copysign(x));
    }
    if let Ok(places) = usize::try_from(places) {
        return Ok(format!("{x:.places$}").parse().unwrap_or(x));
    }
    let power = BigInt::from(10).pow(places.unsigned_abs() as u32);
    let whole = exact(x.trunc().abs()).unwrap_or_default();
    let (quotient, left) = (&whole / &power, &whole % &power);
    let twice: BigInt = &left * 2;
    let up = twice > power || (twice == power && (x.fract() != 0.0 || quotient.bit(0)));
    let made = (quotient + u32::from(up)) * power;
    let made: f64 = made.to_string().parse().unwrap_or(f64::INFINITY);
    if made.is_infinite() {
        return Err(Raised::new(ExcClass::OverflowError, "rounded value too large to represent"));
    }
    Ok(made.copysign(x))
}

fn round_int(x: &BigInt, places: i64) -> BigInt {
    let Ok(power) = u32::try_from(places.saturating_neg()) else { return BigInt::ZERO };
    if u64::from(power) > x.bits() {
        return BigInt::ZERO;
    }
    let power = BigInt::from(10).pow(power);
    let (quotient, left) = num_integer::Integer::div_mod_floor(x, &power);
    let twice: BigInt = &left * 2;
    let up = twice > power || (twice == power && quotient.bit(0));
    (quotient + u32::from(up)) * power
}

fn vars(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let made = DictObj::plain();
    match at(a, 0) {
        Value::Instance(object) => return Ok(Value::Dict(object.attrs.borrow_mut().live())),
        Value::Class(class) => {
            for name in class.order.borrow().iter() {
                if let Some(value) = class.attrs.borrow().get(name) {
                    dict::set_str(&made, name.as_str(), value.clone());
                }
            }
        }
        Value::Module(module) => {
            let names = module.namespace.names.borrow().clone();
            for name in names {
                if let Some(value) = module.namespace.get(name) {
                    dict::set_str(&made, name.as_str(), value);
                }
            }
        }
        _ => return Err(type_error("vars() argument must have __dict__ attribute")),
    }
    Ok(Value::Dict(made.into()))
}

fn dir(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let names = crate::value::getattr::names_of(host, at(a, 0));
    Ok(Value::list(names.into_iter().map(Value::str).collect()))
}

fn exit(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let args = if matches!(at(a, 0), Value::None) { Vec::new() } else { vec![at(a, 0).clone()] };
    Err(exc::raise(host, &exc::new(ExcClass::SystemExit, args)))
}
