//! Rows of reductions: what is done to the elements first, how they combine, what is computed from the result.

use crate::data::complex::C64;
use crate::data::raised::{ExcClass, Raised, Res, type_error};
use crate::data::{DType, Scalar};

/// How partial results combine.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Base {
    /// Added up.
    Sum,
    /// Multiplied.
    Prod,
    /// The smallest; NaN wins.
    Min,
    /// The largest; NaN wins.
    Max,
    /// The smallest that is a number; NaN where none is.
    FMin,
    /// The largest that is a number; NaN where none is.
    FMax,
    /// Whether one is true.
    Any,
    /// Whether all are true.
    All,
    /// Count, mean and sum of squared deviations.
    Moments,
    /// The smallest, and where it first stands; NaN wins.
    ArgMin,
    /// The largest, and where it first stands; NaN wins.
    ArgMax,
}

/// What is done to each element before it is combined.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Prepare {
    /// Nothing.
    Keep,
    /// NaN becomes the identity; for means, NaNs are not counted.
    SkipNan,
    /// Whether it is not 0.
    IsTrue,
}

/// What is computed of the combined result.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Finish {
    /// Nothing.
    Keep,
    /// Divide by the count.
    Mean,
    /// Variance, from moments.
    Var,
    /// Its square root.
    Std,
    /// The position.
    Position,
}

/// A reduction.
#[derive(Debug)]
pub struct Reduction {
    /// NumPy's name.
    pub name: &'static str,
    /// Done first.
    pub prepare: Prepare,
    /// How results combine.
    pub base: Base,
    /// Done last.
    pub finish: Finish,
    /// What NumPy says of an empty array, where it refuses one.
    pub of_empty: Option<&'static str>,
}

impl PartialEq for Reduction {
    fn eq(&self, other: &Reduction) -> bool {
        self.name == other.name
    }
}

impl Eq for Reduction {}

const fn row(name: &'static str, prepare: Prepare, base: Base, finish: Finish) -> Reduction {
    Reduction { name, prepare, base, finish, of_empty: None }
}

const fn no_identity(
    name: &'static str,
    prepare: Prepare,
    base: Base,
    finish: Finish,
    message: &'static str,
) -> Reduction {
    Reduction { name, prepare, base, finish, of_empty: Some(message) }
}

const NO_MIN: &str = "zero-size array to reduction operation minimum which has no identity";
const NO_MAX: &str = "zero-size array to reduction operation maximum which has no identity";
const NO_FMIN: &str = "zero-size array to reduction operation fmin which has no identity";
const NO_FMAX: &str = "zero-size array to reduction operation fmax which has no identity";
const NO_ARGMIN: &str = "attempt to get argmin of an empty sequence";
const NO_ARGMAX: &str = "attempt to get argmax of an empty sequence";

/// The rows.
pub static ROWS: &[Reduction] = &[
    row("sum", Prepare::Keep, Base::Sum, Finish::Keep),
    row("prod", Prepare::Keep, Base::Prod, Finish::Keep),
    no_identity("min", Prepare::Keep, Base::Min, Finish::Keep, NO_MIN),
    no_identity("max", Prepare::Keep, Base::Max, Finish::Keep, NO_MAX),
    row("any", Prepare::Keep, Base::Any, Finish::Keep),
    row("all", Prepare::Keep, Base::All, Finish::Keep),
    row("mean", Prepare::Keep, Base::Sum, Finish::Mean),
    row("var", Prepare::Keep, Base::Moments, Finish::Var),
    row("std", Prepare::Keep, Base::Moments, Finish::Std),
    no_identity("argmin", Prepare::Keep, Base::ArgMin, Finish::Position, NO_ARGMIN),
    no_identity("argmax", Prepare::Keep, Base::ArgMax, Finish::Position, NO_ARGMAX),
    row("count_nonzero", Prepare::IsTrue, Base::Sum, Finish::Keep),
    row("nansum", Prepare::SkipNan, Base::Sum, Finish::Keep),
    row("nanprod", Prepare::SkipNan, Base::Prod, Finish::Keep),
    row("nanmean", Prepare::SkipNan, Base::Sum, Finish::Mean),
    no_identity("nanmin", Prepare::SkipNan, Base::FMin, Finish::Keep, NO_FMIN),
    no_identity("nanmax", Prepare::SkipNan, Base::FMax, Finish::Keep, NO_FMAX),
    no_identity("nanargmin", Prepare::SkipNan, Base::ArgMin, Finish::Position, NO_ARGMIN),
    no_identity("nanargmax", Prepare::SkipNan, Base::ArgMax, Finish::Position, NO_ARGMAX),
    row("nanvar", Prepare::SkipNan, Base::Moments, Finish::Var),
    row("nanstd", Prepare::SkipNan, Base::Moments, Finish::Std),
];

/// The row with this name.
pub fn find(name: &str) -> Option<&'static Reduction> {
    ROWS.iter().find(|row| row.name == name)
}

impl Reduction {
    /// Whether it divides by the number of elements.
    pub fn averages(&self) -> bool {
        matches!(self.finish, Finish::Mean | Finish::Var | Finish::Std)
    }

    /// The dtype in which elements of `dtype` are combined.
    pub fn accumulator(&self, dtype: DType) -> DType {
        match (self.base, self.finish) {
            (Base::Any | Base::All, _) => DType::Bool,
            (Base::Sum | Base::Moments, Finish::Mean | Finish::Var | Finish::Std) => match dtype {
                DType::Float32 | DType::Complex64 | DType::Complex128 | DType::Timedelta(_) => dtype,
                _ => DType::Float64,
            },
            (Base::Sum | Base::Prod, _) => dtype.summed(),
            _ => dtype,
        }
    }

    /// NumPy's error for elements that it does not reduce so.
    pub fn check(&self, dtype: DType) -> Res<()> {
        if dtype.is_text() {
            return self.check_text(dtype);
        }
        if !dtype.is_time() {
            return Ok(());
        }
        let shown = dtype.quoted();
        let none = |op: &str| {
            let text = format!("ufunc '{op}' cannot use operands with types dtype('{shown}') and dtype('{shown}')");
            Err(Raised::new(ExcClass::UFuncTypeError, text))
        };
        match (self.base, self.finish, dtype) {
            (Base::Sum, ..) if self.prepare == Prepare::IsTrue => Ok(()),
            (Base::Sum, _, DType::Datetime(_)) => none("add"),
            (Base::Prod, ..) => none("multiply"),
            (Base::Moments, _, DType::Datetime(_)) => none("add"),
            (Base::Moments, ..) => Err(type_error(
                "ufunc 'square' not supported for the input types, and the inputs could not be safely coerced to any \
                 supported types according to the casting rule ''safe''",
            )),
            _ => Ok(()),
        }
    }

    /// What Dask raises for places of fixed strings: it compares the best of blocks by a ufunc that has no loop for them.
    pub fn check_places(&self, dtype: DType) -> Res<()> {
        let ufunc = match self.base {
            Base::ArgMax if dtype.is_text() => "maximum",
            Base::ArgMin if dtype.is_text() => "minimum",
            _ => return Ok(()),
        };
        let types = format!("(dtype('{0}'), dtype('{0}'))", dtype.quoted());
        let text = format!("ufunc '{ufunc}' did not contain a loop with signature matching types {types} -> None");
        Err(Raised::new(ExcClass::UFuncTypeError, text))
    }

    /// The same of fixed strings: they have truth and places, and nothing else.
    fn check_text(&self, dtype: DType) -> Res<()> {
        let shown = dtype.quoted();
        let none = |op: &str| {
            let types = format!("(dtype('{shown}'), dtype('{shown}'))");
            let text = format!("ufunc '{op}' did not contain a loop with signature matching types {types} -> None");
            Err(Raised::new(ExcClass::UFuncTypeError, text))
        };
        let unresolved = || {
            let double = dtype.of_width(dtype.width().unwrap_or(0).saturating_mul(2)).quoted();
            Err(type_error(format!(
                "the resolved dtypes are not compatible with add.reduce. Resolved (dtype('{shown}'), dtype('{shown}'), \
                 dtype('{double}'))"
            )))
        };
        let skips = self.prepare == Prepare::SkipNan;
        match self.base {
            Base::Any | Base::All => Ok(()),
            Base::ArgMin | Base::ArgMax if !skips => Ok(()),
            Base::Sum if self.prepare == Prepare::IsTrue => Ok(()),
            Base::Max => none("maximum"),
            Base::Min => none("minimum"),
            Base::FMax => none("fmax"),
            Base::FMin => none("fmin"),
            Base::Prod => none("multiply"),
            Base::Sum | Base::Moments => unresolved(),
            Base::ArgMin | Base::ArgMax => Ok(()),
        }
    }

    /// The dtype of the result.
    pub fn result(&self, dtype: DType) -> DType {
        match self.finish {
            Finish::Position => DType::Int64,
            _ if self.prepare == Prepare::IsTrue => DType::Int64,
            Finish::Var | Finish::Std => self.accumulator(dtype).real(),
            _ => self.accumulator(dtype),
        }
    }

    /// How many chunks a partial result is made of.
    pub fn columns(&self) -> usize {
        match (self.base, self.finish, self.prepare) {
            (Base::Moments, ..) => 3,
            (Base::ArgMin | Base::ArgMax, ..) => 2,
            // The sum, and how many were counted.
            (_, Finish::Mean, _) => 2,
            _ => 1,
        }
    }

    /// What the elements start from.
    pub fn identity(&self, dtype: DType) -> Scalar {
        match self.base {
            Base::Prod | Base::All => Scalar::one(dtype),
            Base::Min | Base::FMin | Base::ArgMin => largest(dtype),
            Base::Max | Base::FMax | Base::ArgMax => smallest(dtype),
            _ => Scalar::zero(dtype),
        }
    }

    /// NumPy's `TypeError` for a name that is no reduction here.
    pub fn named(name: &str) -> Res<&'static Reduction> {
        find(name).ok_or_else(|| type_error(format!("'{name}' is no reduction that rdask knows")))
    }
}

fn largest(dtype: DType) -> Scalar {
    match dtype.bounds() {
        None if dtype.is_time() || dtype.is_text() => Scalar::zero(dtype),
        Some((_, high)) => Scalar::UInt64(high as u64).cast(dtype),
        None if dtype == DType::Bool => Scalar::Bool(true),
        None if dtype.is_complex() => Scalar::Complex128(C64::new(f64::INFINITY, f64::INFINITY)).cast(dtype),
        None => Scalar::Float64(f64::INFINITY).cast(dtype),
    }
}

fn smallest(dtype: DType) -> Scalar {
    match dtype.bounds() {
        None if dtype.is_time() || dtype.is_text() => Scalar::zero(dtype),
        Some((low, _)) => Scalar::Int64(low as i64).cast(dtype),
        None if dtype == DType::Bool => Scalar::Bool(false),
        None if dtype.is_complex() => Scalar::Complex128(C64::new(f64::NEG_INFINITY, f64::NEG_INFINITY)).cast(dtype),
        None => Scalar::Float64(f64::NEG_INFINITY).cast(dtype),
    }
}
