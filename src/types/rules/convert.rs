//! Rules of the conversions: `str`, `int`, `float`, `bool`.

use super::builtins::{each, only};
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::types::check::Checker;
use crate::types::check::iter::a;
use crate::types::error::Fault;
use crate::types::sig::Args;
use crate::types::ty::Ty;

type Ruled = Result<Option<Ty>, Box<Fault>>;

/// `str(...)`.
pub fn text(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, _)) = only(args) else { return Ok(None) };
    checker.touch(&ty);
    Ok(Some(match ty {
        Ty::Int(Some(value)) => Ty::str(&value.to_string()),
        _ => Ty::STR,
    }))
}

/// `int(...)`.
pub fn int(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, span)) = only(args) else { return Ok(None) };
    each(checker, &ty, |checker, ty| {
        Ok(match ty {
            Ty::Str(Some(text)) => match parse_int(text) {
                Parsed::Small(value) => Ty::Int(Some(value)),
                Parsed::Big => Ty::INT,
                Parsed::No => {
                    let message = format!("invalid literal for int() with base 10: '{}'", text.replace('\'', "\\'"));
                    let fault = Fault::at(ExcClass::ValueError, span, message).because("this text is not an integer");
                    return Err(match text.trim().parse::<f64>() {
                        Ok(_) => fault.help("read it as a number first: `int(float(...))`".to_owned()),
                        Err(_) => {
                            fault.help("where text may be no number, catch `ValueError` around `int(...)`".to_owned())
                        }
                    });
                }
            },
            Ty::Int(_) => ty.clone(),
            Ty::Bool(value) => Ty::Int(value.map(i64::from)),
            Ty::Float(Some(value)) if value.is_finite() && value.abs() < 9e15 => Ty::Int(Some(value.trunc() as i64)),
            _ => convert(checker, ty, "int", "__int__", span)?.unwrap_or(Ty::INT),
        })
    })
    .map(Some)
}

enum Parsed {
    Small(i64),
    Big,
    No,
}

/// Python's integers in text: spaces around, a sign, single underscores between digits.
fn parse_int(text: &str) -> Parsed {
    let text = text.trim();
    if !text.is_ascii() {
        // Digits of other scripts count too.
        return Parsed::Big;
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let fine = !digits.is_empty() && !digits.starts_with('_') && !digits.ends_with('_') && !digits.contains("__");
    if !fine || !digits.bytes().all(|c| c.is_ascii_digit() || c == b'_') {
        return Parsed::No;
    }
    text.replace('_', "").trim_start_matches('+').parse().map_or(Parsed::Big, Parsed::Small)
}

/// `int(x)`, `float(x)` of other values: an error for those that never convert.
fn convert(checker: &mut Checker<'_>, ty: &Ty, name: &str, method: &str, span: Span) -> Result<Option<Ty>, Box<Fault>> {
    let wanted =
        if name == "int" { "a string, a bytes-like object or a real number" } else { "a string or a real number" };
    let never = match ty {
        Ty::None
        | Ty::List(_)
        | Ty::Tuple(_)
        | Ty::TupleOf(_)
        | Ty::Dict(_)
        | Ty::Set(_)
        | Ty::FrozenSet(_)
        | Ty::Function(_)
        | Ty::Range(_)
        | Ty::Iter(..)
        | Ty::Module(_)
        | Ty::Complex
        | Ty::Builtin(_)
        | Ty::Delayed(_) => true,
        Ty::Instance(class) => {
            let class = class.clone();
            let special = [method, "__index__", "__float__", "__int__", "__trunc__"];
            let has = special.iter().any(|name| class.lookup(Sym::new(name)).is_some());
            if has {
                return Ok(None);
            }
            checker.plain(&class)
        }
        _ => false,
    };
    if !never {
        return Ok(None);
    }
    let message = format!("{name}() argument must be {wanted}, not '{}'", ty.class_name());
    let fault = Fault::at(ExcClass::TypeError, span, message).because(format!("this is {}, not one number", a(ty)));
    Err(match ty {
        Ty::None => fault.help("check that the function that gave it returns a value".to_owned()),
        Ty::Complex => fault.help("take a part of it: `.real`, `.imag` or `abs(...)`".to_owned()),
        Ty::Delayed(_) => fault.help("compute it first: `.compute()`".to_owned()),
        Ty::List(_) | Ty::Tuple(_) => fault.help(format!("convert the items one by one: `[{name}(x) for x in items]`")),
        _ => fault,
    })
}

/// `float(...)`.
pub fn float(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, span)) = only(args) else { return Ok(None) };
    each(checker, &ty, |checker, ty| {
        Ok(match ty {
            Ty::Str(Some(text)) => {
                let plain = text.trim().replace('_', "").to_ascii_lowercase();
                let unsigned = plain.trim_start_matches(['+', '-']);
                let named = matches!(unsigned, "inf" | "infinity" | "nan");
                match plain.parse::<f64>() {
                    Ok(value) if value.is_finite() => Ty::Float(Some(value)),
                    Ok(_) => Ty::FLOAT,
                    _ if named || !text.is_ascii() => Ty::FLOAT,
                    _ => {
                        let message = format!("could not convert string to float: '{}'", text.replace('\'', "\\'"));
                        let fault = Fault::at(ExcClass::ValueError, span, message).because("this text is not a number");
                        return Err(if text.contains(',') {
                            fault.help("remove the commas: `text.replace(\",\", \"\")`".to_owned())
                        } else {
                            fault
                        });
                    }
                }
            }
            Ty::Float(_) => ty.clone(),
            Ty::Int(Some(value)) if value.abs() < 1 << 52 => Ty::Float(Some(*value as f64)),
            _ => convert(checker, ty, "float", "__float__", span)?.unwrap_or(Ty::FLOAT),
        })
    })
    .map(Some)
}

/// `bool(...)`.
pub fn boolean(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, _)) = only(args) else { return Ok(Some(Ty::BOOL)) };
    checker.touch(&ty);
    Ok(Some(Ty::Bool(checker.truth(&ty))))
}
