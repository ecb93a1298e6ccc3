//! Builtin functions of numbers that compiled code does: `range`, `abs`, `min`, conversions, and `math`.

use super::body::{Body, Held, Step};
use super::helpers;
use super::ty::{Ty, whole};
use crate::data::DType;
use crate::ops::flow::{CheckedOp, Cmp, FloatOp, FloatUn, Helper, Inst, Kind, Val};

/// Floats below this in size are integers of 64 bits when they are cut.
const LARGE: f64 = 9.2e18;

/// The functions of `math` that compiled code knows, of one float each.
const ONE: &[(&str, extern "C" fn(f64) -> f64)] = &[
    ("math.exp", helpers::exp),
    ("math.exp2", helpers::exp2),
    ("math.expm1", helpers::expm1),
    ("math.sin", helpers::sin),
    ("math.cos", helpers::cos),
    ("math.tan", helpers::tan),
    ("math.asin", helpers::asin),
    ("math.acos", helpers::acos),
    ("math.atan", helpers::atan),
    ("math.sinh", helpers::sinh),
    ("math.cosh", helpers::cosh),
    ("math.tanh", helpers::tanh),
    ("math.asinh", helpers::asinh),
    ("math.acosh", helpers::acosh),
    ("math.atanh", helpers::atanh),
    ("math.cbrt", helpers::cbrt),
    ("math.log", helpers::log),
    ("math.log2", helpers::log2),
    ("math.log10", helpers::log10),
    ("math.log1p", helpers::log1p),
];

/// Those that are done in another way.
const OTHERS: &[&str] = &[
    "math.sqrt",
    "math.fabs",
    "math.floor",
    "math.ceil",
    "math.trunc",
    "math.isnan",
    "math.isinf",
    "math.isfinite",
    "math.degrees",
    "math.radians",
    "math.copysign",
    "math.atan2",
    "math.pow",
    "math.fmod",
    "math.gcd",
];

/// The qualified name of a function of `math` that its module has not been asked for yet.
pub fn unfilled(module: &str, name: &str) -> Option<&'static str> {
    let is = |known: &&str| known.strip_prefix("math.") == Some(name);
    if module != "math" {
        return None;
    }
    ONE.iter().map(|(known, _)| *known).chain(OTHERS.iter().copied()).find(is)
}

impl Body<'_, '_> {
    /// `name(args)`.
    pub fn builtin(&mut self, name: &'static str, args: &[Held]) -> Step<Held> {
        let short = name.strip_prefix("builtins.").unwrap_or(name);
        match (short, args) {
            ("range", _) => self.range(args),
            ("abs", [x]) => self.absolute(x),
            ("min", [_, _, ..]) => self.extreme(args, Cmp::Lt),
            ("max", [_, _, ..]) => self.extreme(args, Cmp::Gt),
            ("len", [x]) => match &x.ty {
                Ty::Array(..) => Ok(self.array_len(x)),
                Ty::Tuple(items) => {
                    let count = items.len() as i64;
                    Ok(Held::one(Ty::Int, self.int(count)))
                }
                other => Err(format!("len() of {}", other.name()).into()),
            },
            ("divmod", [x, y]) => self.divmod(x, y),
            ("bool", [x]) => match self.truth(x)? {
                Ok(truth) => Ok(Held::one(Ty::Bool, self.add(Kind::Bool, Inst::Bool(truth)))),
                Err(val) => Ok(Held::one(Ty::Bool, val)),
            },
            ("float", [x]) => Ok(Held::one(Ty::Float, self.as_float(x)?)),
            ("int", [x]) => self.integer(x, FloatUn::Trunc),
            ("round", [x]) if matches!(x.ty, Ty::Float | Ty::Int | Ty::Bool) => self.integer(x, FloatUn::Round),
            _ => match name.strip_prefix("math.") {
                Some(_) => self.math(name, args),
                None => Err(format!("{name}() is called").into()),
            },
        }
    }

    fn range(&mut self, args: &[Held]) -> Step<Held> {
        if args.iter().any(|held| held.ty != Ty::Int) {
            return Err("range() of something else than ints".into());
        }
        let vals: Vec<Val> = args.iter().map(Held::val).collect();
        let vals = match vals[..] {
            [stop] => vec![self.int(0), stop, self.int(1)],
            [start, stop] => vec![start, stop, self.int(1)],
            [start, stop, step] => {
                let zero = self.int(0);
                let fine = self.int_cmp(Cmp::Ne, step, zero);
                self.guard(fine, true);
                vec![start, stop, step]
            }
            _ => return Err("range()".into()),
        };
        Ok(Held { ty: Ty::Range, vals })
    }

    fn absolute(&mut self, x: &Held) -> Step<Held> {
        match &x.ty {
            Ty::Int | Ty::Bool => {
                let val = self.as_int(x)?;
                let zero = self.int(0);
                let minus = self.checked(CheckedOp::Sub, zero, val);
                let negative = self.int_cmp(Cmp::Lt, val, zero);
                Ok(Held::one(Ty::Int, self.select(Kind::Int, negative, minus, val)))
            }
            Ty::Float | Ty::Np(DType::Float64 | DType::Float32) => {
                Ok(Held::one(x.ty.clone(), self.float_un(FloatUn::Abs, x.val())))
            }
            other => Err(format!("abs() of {}", other.name()).into()),
        }
    }

    /// The first that is smallest, or largest, of values of one type.
    fn extreme(&mut self, args: &[Held], op: Cmp) -> Step<Held> {
        let Some((first, others)) = args.split_first() else { return Err("min() of nothing".into()) };
        if others.iter().any(|held| held.ty != first.ty) {
            return Err("min() or max() of numbers of different types".into());
        }
        let mut best = first.val();
        for other in others {
            let val = other.val();
            let (better, kind) = match &first.ty {
                Ty::Int => (self.int_cmp(op, val, best), Kind::Int),
                Ty::Np(dtype) if whole(*dtype) => (self.int_cmp(op, val, best), Kind::Int),
                Ty::Float | Ty::Np(DType::Float64 | DType::Float32) => (self.float_cmp(op, val, best), Kind::Float),
                ty => return Err(format!("min() or max() of {}", ty.name()).into()),
            };
            best = self.select(kind, better, val, best);
        }
        Ok(Held::one(first.ty.clone(), best))
    }

    /// A number as an integer, a float rounded so; an exit where it has more than 64 bits.
    fn integer(&mut self, x: &Held, how: FloatUn) -> Step<Held> {
        match &x.ty {
            Ty::Int | Ty::Bool | Ty::Np(DType::Bool) => Ok(Held::one(Ty::Int, self.as_int(x)?)),
            Ty::Np(dtype) if whole(*dtype) => Ok(Held::one(Ty::Int, self.as_int(x)?)),
            Ty::Float | Ty::Np(DType::Float64 | DType::Float32) => {
                let rounded = if how == FloatUn::Trunc { x.val() } else { self.float_un(how, x.val()) };
                let size = self.float_un(FloatUn::Abs, rounded);
                let most = self.float(LARGE);
                let fits = self.float_cmp(Cmp::Lt, size, most);
                self.guard(fits, true);
                Ok(Held::one(Ty::Int, self.add(Kind::Int, Inst::ToInt(rounded))))
            }
            other => Err(format!("{} as an int", other.name()).into()),
        }
    }

    fn math(&mut self, name: &'static str, args: &[Held]) -> Step<Held> {
        if let (Some((_, helper)), [x]) = (ONE.iter().find(|(known, _)| *known == name), args) {
            let x = self.as_float(x)?;
            if name == "math.log" || name == "math.log2" || name == "math.log10" {
                let zero = self.float(0.0);
                let fine = self.float_cmp(Cmp::Gt, x, zero);
                self.guard(fine, true);
            }
            let made = self.add(Kind::Float, Inst::Help(Helper::F1(*helper), vec![x]));
            // What is not finite may be an error: the interpreter knows.
            self.finite(made);
            return Ok(Held::one(Ty::Float, made));
        }
        match (name, args) {
            ("math.gcd", [x, y]) => {
                let (x, y) = (self.as_int(x)?, self.as_int(y)?);
                let made = self.add(Kind::Int, Inst::Help(Helper::I2(helpers::gcd), vec![x, y]));
                let zero = self.int(0);
                let fits = self.int_cmp(Cmp::Ge, made, zero);
                self.guard(fits, true);
                Ok(Held::one(Ty::Int, made))
            }
            (_, [x]) => self.math_one(name, x),
            (_, [x, y]) => {
                let (x, y) = (self.as_float(x)?, self.as_float(y)?);
                let made = match name {
                    "math.copysign" => return Ok(Held::one(Ty::Float, self.float_bin(FloatOp::CopySign, x, y))),
                    "math.atan2" => self.help2(helpers::atan2, x, y),
                    "math.pow" => self.help2(helpers::pow, x, y),
                    "math.fmod" => self.help2(helpers::fmod, x, y),
                    _ => return Err(format!("{name}() is called").into()),
                };
                self.finite(made);
                Ok(Held::one(Ty::Float, made))
            }
            _ => Err(format!("{name}() is called").into()),
        }
    }

    fn math_one(&mut self, name: &'static str, x: &Held) -> Step<Held> {
        if let ("math.floor" | "math.ceil" | "math.trunc", Ty::Int | Ty::Bool) = (name, &x.ty) {
            return Ok(Held::one(Ty::Int, self.as_int(x)?));
        }
        let how = match name {
            "math.floor" => Some(FloatUn::Floor),
            "math.ceil" => Some(FloatUn::Ceil),
            "math.trunc" => Some(FloatUn::Trunc),
            _ => None,
        };
        if let Some(how) = how {
            if x.ty != Ty::Float {
                return Err(format!("{name}() of {}", x.ty.name()).into());
            }
            return self.integer(x, how);
        }
        let x = self.as_float(x)?;
        let zero = self.float(0.0);
        let made = match name {
            "math.sqrt" => {
                let fine = self.float_cmp(Cmp::Ge, x, zero);
                self.guard(fine, true);
                self.float_un(FloatUn::Sqrt, x)
            }
            "math.fabs" => self.float_un(FloatUn::Abs, x),
            "math.degrees" => {
                let by = self.float(180.0 / std::f64::consts::PI);
                let made = self.float_bin(FloatOp::Mul, x, by);
                self.finite(made);
                made
            }
            "math.radians" => {
                let by = self.float(std::f64::consts::PI / 180.0);
                self.float_bin(FloatOp::Mul, x, by)
            }
            "math.isnan" => return Ok(Held::one(Ty::Bool, self.float_cmp(Cmp::Ne, x, x))),
            "math.isfinite" | "math.isinf" => {
                let size = self.float_un(FloatUn::Abs, x);
                let most = self.float(f64::INFINITY);
                let op = if name == "math.isinf" { Cmp::Eq } else { Cmp::Lt };
                return Ok(Held::one(Ty::Bool, self.float_cmp(op, size, most)));
            }
            _ => return Err(format!("{name}() is called").into()),
        };
        Ok(Held::one(Ty::Float, made))
    }
}
