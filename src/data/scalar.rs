//! `Scalar`: one value of a dtype, its conversions and its text.

use super::arith::Whole;
use super::complex::{self, C32, C64};
use super::raised::{ExcClass, Raised, Res};
use super::time::{self, Converter, Sort, Unit};
use super::{DType, Text, Ticks, float};

/// A value of a dtype.
#[derive(Clone, Copy, Debug)]
pub enum Scalar {
    /// `bool`.
    Bool(bool),
    /// `int8`.
    Int8(i8),
    /// `uint8`.
    UInt8(u8),
    /// `int16`.
    Int16(i16),
    /// `uint16`.
    UInt16(u16),
    /// `int32`.
    Int32(i32),
    /// `uint32`.
    UInt32(u32),
    /// `int64`.
    Int64(i64),
    /// `uint64`.
    UInt64(u64),
    /// `float32`.
    Float32(f32),
    /// `float64`.
    Float64(f64),
    /// `complex64`.
    Complex64(C32),
    /// `complex128`.
    Complex128(C64),
    /// `datetime64` or `timedelta64`, which one and of which unit its dtype says.
    Time(Ticks, DType),
    /// A fixed string, of characters or of bytes, of a width: its dtype says.
    Text(Text, DType),
}

macro_rules! whole_scalars {
    ($($variant:ident $type:ident $method:ident),*) => {
        impl Scalar {
            /// Its dtype.
            pub fn dtype(self) -> DType {
                match self {
                    Scalar::Bool(_) => DType::Bool,
                    Scalar::Float32(_) => DType::Float32,
                    Scalar::Float64(_) => DType::Float64,
                    Scalar::Complex64(_) => DType::Complex64,
                    Scalar::Complex128(_) => DType::Complex128,
                    Scalar::Time(_, dtype) | Scalar::Text(_, dtype) => dtype,
                    $(Scalar::$variant(_) => DType::$variant,)*
                }
            }

            /// Its bits, as [`crate::value::Value::Np`] holds them: integers as two's complement of 64 bits. Of a complex
            /// number those of its real part; [`Scalar::wide`] has both.
            pub fn bits(self) -> u64 {
                match self {
                    Scalar::Bool(value) => u64::from(value),
                    Scalar::Float32(value) => u64::from(value.to_bits()),
                    Scalar::Float64(value) => value.to_bits(),
                    Scalar::Complex64(value) => u64::from(value.re.to_bits()),
                    Scalar::Complex128(value) => value.re.to_bits(),
                    Scalar::Time(value, _) => value.0 as u64,
                    Scalar::Text(..) => 0,
                    $(Scalar::$variant(value) => value as u64,)*
                }
            }

            /// From a dtype and bits.
            pub fn from_bits(dtype: DType, bits: u64) -> Scalar {
                match dtype {
                    DType::Bool => Scalar::Bool(bits != 0),
                    DType::Float32 => Scalar::Float32(f32::from_bits(bits as u32)),
                    DType::Float64 => Scalar::Float64(f64::from_bits(bits)),
                    DType::Complex64 => Scalar::Complex64(C32::new(f32::from_bits(bits as u32), 0.0)),
                    DType::Complex128 => Scalar::Complex128(C64::new(f64::from_bits(bits), 0.0)),
                    DType::Timedelta(_) | DType::Datetime(_) => Scalar::Time(Ticks(bits as i64), dtype),
                    DType::Text(_) | DType::Bytes(_) => Scalar::Text(Text::EMPTY, dtype),
                    $(DType::$variant => Scalar::$variant(bits as $type),)*
                }
            }

            /// Converted as NumPy's `astype` does: floats to integers towards zero, everything but 0 is true.
            #[must_use]
            pub fn cast(self, dtype: DType) -> Scalar {
                match dtype {
                    DType::Bool => Scalar::Bool(self.as_bool()),
                    DType::Float32 => Scalar::Float32(self.as_f32()),
                    DType::Float64 => Scalar::Float64(self.as_f64()),
                    DType::Complex64 => Scalar::Complex64(self.as_c32()),
                    DType::Complex128 => Scalar::Complex128(self.as_c64()),
                    DType::Timedelta(_) | DType::Datetime(_) => Scalar::Time(self.in_unit_of(dtype), dtype),
                    DType::Text(_) | DType::Bytes(_) => Scalar::Text(self.as_text_of(dtype), dtype),
                    $(DType::$variant => Scalar::$variant(self.$method()),)*
                }
            }

            /// As `bool`: whether it is not 0.
            pub fn as_bool(self) -> bool {
                match self {
                    Scalar::Bool(value) => value,
                    Scalar::Float32(value) => value != 0.0,
                    Scalar::Float64(value) => value != 0.0,
                    Scalar::Complex64(value) => value.is_true(),
                    Scalar::Complex128(value) => value.is_true(),
                    Scalar::Time(value, _) => value.0 != 0,
                    Scalar::Text(value, _) => !value.bytes().is_empty(),
                    $(Scalar::$variant(value) => value != 0,)*
                }
            }

            /// As `float32`.
            pub fn as_f32(self) -> f32 {
                match self {
                    Scalar::Bool(value) => f32::from(u8::from(value)),
                    Scalar::Float32(value) => value,
                    Scalar::Float64(value) => value as f32,
                    Scalar::Complex64(value) => value.re,
                    Scalar::Complex128(value) => value.re as f32,
                    Scalar::Time(value, _) => value.0 as f32,
                    Scalar::Text(value, _) => number_of(&value) as f32,
                    $(Scalar::$variant(value) => value as f32,)*
                }
            }

            /// As `float64`.
            pub fn as_f64(self) -> f64 {
                match self {
                    Scalar::Bool(value) => f64::from(u8::from(value)),
                    Scalar::Float32(value) => f64::from(value),
                    Scalar::Float64(value) => value,
                    Scalar::Complex64(value) => f64::from(value.re),
                    Scalar::Complex128(value) => value.re,
                    Scalar::Time(value, _) => value.0 as f64,
                    Scalar::Text(value, _) => number_of(&value),
                    $(Scalar::$variant(value) => value as f64,)*
                }
            }

            /// The number of a bool or an integer; `None` for any other.
            pub fn whole(self) -> Option<i128> {
                match self {
                    Scalar::Bool(value) => Some(i128::from(value)),
                    Scalar::Float32(_)
                    | Scalar::Float64(_)
                    | Scalar::Complex64(_)
                    | Scalar::Complex128(_)
                    | Scalar::Time(..)
                    | Scalar::Text(..) => None,
                    $(Scalar::$variant(value) => Some(i128::from(value)),)*
                }
            }

            /// `str(x)` of NumPy's scalar: `4.0`, `True`.
            pub fn text(self) -> String {
                match self {
                    Scalar::Bool(value) => if value { "True" } else { "False" }.to_owned(),
                    Scalar::Float32(value) => float::repr32(value),
                    Scalar::Float64(value) => float::repr64(value),
                    Scalar::Complex64(value) => {
                        let (re, im) = (f64::from(value.re), f64::from(value.im));
                        complex::text(re, im, |part| float::repr32(part as f32))
                    }
                    Scalar::Complex128(value) => complex::text(value.re, value.im, float::repr64),
                    Scalar::Time(value, DType::Datetime(unit)) => time::date_text(value, unit, None),
                    Scalar::Time(value, dtype) => time::shown(value, dtype.unit().unwrap_or(Unit::GENERIC)),
                    Scalar::Text(value, DType::Text(_)) => value.str().to_owned(),
                    Scalar::Text(value, _) => super::quote::quoted(value.bytes()),
                    $(Scalar::$variant(value) => value.to_string(),)*
                }
            }

            $(#[doc = concat!("As `", stringify!($type), "`: integers wrap, floats are cut.")]
            pub fn $method(self) -> $type {
                match self {
                    Scalar::Float32(value) => <$type as Whole>::cut(f64::from(value)),
                    Scalar::Float64(value) => <$type as Whole>::cut(value),
                    Scalar::Complex64(value) => <$type as Whole>::cut(f64::from(value.re)),
                    Scalar::Complex128(value) => <$type as Whole>::cut(value.re),
                    Scalar::Text(value, _) => <$type as Whole>::cut(number_of(&value)),
                    other => other.bits() as $type,
                }
            })*
        }
    };
}

whole_scalars! {
    Int8 i8 as_i8, UInt8 u8 as_u8, Int16 i16 as_i16, UInt16 u16 as_u16, Int32 i32 as_i32, UInt32 u32 as_u32,
    Int64 i64 as_i64, UInt64 u64 as_u64
}

/// The number that a text says; 0 of any other. (Who converts texts asks [`super::text::parse`] first, which raises.)
fn number_of(text: &Text) -> f64 {
    text.str().trim().parse().unwrap_or(0.0)
}

impl Scalar {
    /// As a text of any width; of a number what it prints as.
    pub fn as_text(self) -> Text {
        match self {
            Scalar::Text(value, _) => value,
            other => Text::of(&other.text()),
        }
    }

    /// As an element of a dtype of fixed strings.
    fn as_text_of(self, dtype: DType) -> Text {
        if dtype.is_open() { self.as_text() } else { self.as_text().cut(dtype) }
    }

    /// As a number of units, whichever they are; of another number that number cut, NaT of none.
    pub fn as_ticks(self) -> Ticks {
        match self {
            Scalar::Time(value, _) => value,
            other if other.dtype().is_inexact() => Ticks::cut(other.as_f64()),
            other => Ticks(other.as_i64()),
        }
    }

    /// As a number of the unit of this dtype of times.
    fn in_unit_of(self, dtype: DType) -> Ticks {
        let (Scalar::Time(value, own), Some(to)) = (self, dtype.unit()) else { return self.as_ticks() };
        if own.kind() != dtype.kind() {
            return value;
        }
        let sort = if matches!((own, dtype), (DType::Datetime(_), DType::Datetime(_))) {
            Sort::Moment
        } else {
            Sort::Duration
        };
        Converter::new(sort, own.unit().unwrap_or(Unit::GENERIC), to).apply(value)
    }

    /// `repr` of a moment or a duration: the unit where the text does not say it.
    fn time_repr(self, value: Ticks, dtype: DType) -> String {
        let unit = dtype.unit().unwrap_or(Unit::GENERIC);
        let class = dtype.bare_name();
        let named = format!(",'{}'", unit.name());
        match dtype {
            DType::Datetime(_) => {
                let said = unit.count == 1 && unit.base != time::Base::Hour && !value.is_nat();
                format!("np.{class}('{}'{})", self.text(), if said { "" } else { &named })
            }
            _ => {
                let shown = if value.is_nat() { "'NaT'".to_owned() } else { value.0.to_string() };
                format!("np.{class}({shown}{})", if unit.is_generic() { "" } else { &named })
            }
        }
    }

    /// As two floats of 32 bits.
    pub fn as_c32(self) -> C32 {
        match self {
            Scalar::Complex64(value) => value,
            Scalar::Complex128(value) => value.narrow(),
            other => C32::new(other.as_f32(), 0.0),
        }
    }

    /// As two floats of 64 bits.
    pub fn as_c64(self) -> C64 {
        match self {
            Scalar::Complex64(value) => value.wide(),
            Scalar::Complex128(value) => value,
            other => C64::new(other.as_f64(), 0.0),
        }
    }

    /// All its bits: of a complex number the real part in the low half; of a text a digest, from which it is not made again.
    pub fn wide(self) -> u128 {
        match self {
            Scalar::Complex64(value) => u128::from(value.re.to_bits()) | u128::from(value.im.to_bits()) << 64,
            Scalar::Complex128(value) => u128::from(value.re.to_bits()) | u128::from(value.im.to_bits()) << 64,
            Scalar::Text(value, _) => value.digest(),
            other => u128::from(other.bits()),
        }
    }

    /// From a dtype and all bits.
    pub fn from_wide(dtype: DType, bits: u128) -> Scalar {
        let (low, high) = (bits as u64, (bits >> 64) as u64);
        match dtype {
            DType::Complex64 => Scalar::Complex64(C32::new(f32::from_bits(low as u32), f32::from_bits(high as u32))),
            DType::Complex128 => Scalar::Complex128(C64::new(f64::from_bits(low), f64::from_bits(high))),
            _ => Scalar::from_bits(dtype, low),
        }
    }

    /// Zero of a dtype.
    pub fn zero(dtype: DType) -> Scalar {
        if dtype.is_text() {
            return Scalar::Text(Text::EMPTY, dtype.closed());
        }
        Scalar::Bool(false).cast(dtype)
    }

    /// One of a dtype.
    pub fn one(dtype: DType) -> Scalar {
        if dtype.is_text() {
            return Scalar::Text(Text::of("1"), dtype.closed());
        }
        Scalar::Bool(true).cast(dtype)
    }

    /// `repr(x)` of NumPy's scalar: `np.float64(4.0)`, `np.True_`.
    pub fn repr(self) -> String {
        match self {
            Scalar::Bool(_) => format!("np.{}_", self.text()),
            Scalar::Complex64(_) | Scalar::Complex128(_) => {
                let text = self.text();
                let bare = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(&text);
                format!("np.{}({bare})", self.dtype().scalar_class())
            }
            Scalar::Time(value, dtype) => self.time_repr(value, dtype),
            Scalar::Text(value, DType::Text(_)) => format!("np.str_({})", super::quote::quote(value.str())),
            Scalar::Text(..) => format!("np.bytes_({})", self.text()),
            _ => format!("np.{}({})", self.dtype().scalar_class(), self.text()),
        }
    }

    /// Whether a whole number lies within the bounds of a dtype; `true` where either is none.
    pub fn fits(self, dtype: DType) -> bool {
        match (self.whole(), dtype.bounds()) {
            (Some(value), Some((low, high))) => (low..=high).contains(&value),
            _ => true,
        }
    }

    /// Whether it is NaN.
    pub fn is_nan(self) -> bool {
        match self {
            Scalar::Float32(value) => value.is_nan(),
            Scalar::Float64(value) => value.is_nan(),
            Scalar::Complex64(value) => value.is_nan(),
            Scalar::Complex128(value) => value.is_nan(),
            Scalar::Time(value, _) => value.is_nat(),
            _ => false,
        }
    }
}

impl PartialEq for Scalar {
    /// Equal by dtype and bits; all NaNs count as equal. (NumPy's `==` is an operation of `ops`.)
    fn eq(&self, other: &Scalar) -> bool {
        if let (Scalar::Text(a, x), Scalar::Text(b, y)) = (self, other) {
            return a == b && x == y;
        }
        self.dtype() == other.dtype() && (self.wide() == other.wide() || self.is_nan() && other.is_nan())
    }
}

impl Eq for Scalar {}

impl std::hash::Hash for Scalar {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.dtype().hash(state);
        if let Scalar::Text(value, _) = self {
            value.hash(state);
            return;
        }
        if !self.is_nan() {
            self.wide().hash(state);
        }
    }
}

impl std::fmt::Display for Scalar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

/// What NumPy raises when a Python `int`, written out, does not fit the dtype it meets.
pub fn out_of_bounds(shown: &str, dtype: DType) -> Box<Raised> {
    let text = match dtype {
        _ if dtype.is_float() => "int too large to convert to float".to_owned(),
        DType::Int64 => "Python int too large to convert to C long".to_owned(),
        _ if shown.parse::<i64>().is_err() => "Python int too large to convert to C long".to_owned(),
        _ => format!("Python integer {shown} out of bounds for {dtype}"),
    };
    Raised::new(ExcClass::OverflowError, text).help("the number does not fit the array's dtype; make the array float64")
}

/// A dtype by NumPy's name, or NumPy's error for a name that is none.
pub fn dtype_named(name: &str) -> Res<DType> {
    if let Some(found) = DType::time_named(name) {
        return found;
    }
    DType::named(name).ok_or_else(|| {
        if let Some(bare) = name.strip_prefix('>').and_then(DType::text_named) {
            let text = format!("arrays in big-endian order are not in rdask: '{name}'");
            let error = Raised::new(ExcClass::NotImplementedError, text);
            return error.help(format!("leave the order to the machine: '{}'", bare.quoted()));
        }
        if let Some(bare) = name.strip_prefix('>').and_then(DType::named) {
            let text = format!("arrays in big-endian order are not in rdask: '{name}'");
            let error = Raised::new(ExcClass::NotImplementedError, text);
            return error.help(format!("leave the order to the machine: '{}'", bare.name()));
        }
        if is_elsewhere(name) {
            let error = Raised::new(ExcClass::NotImplementedError, format!("the dtype '{name}' is not in rdask yet"));
            return error.help(format!("this rdask knows {}", DType::KNOWN));
        }
        let error = super::raised::type_error(format!("data type '{name}' not understood"));
        error.help(format!("this rdask knows {}", DType::KNOWN))
    })
}

/// Whether NumPy has a dtype with this name that rdask has not.
fn is_elsewhere(name: &str) -> bool {
    let bare = name.trim_start_matches(['<', '>', '=', '|']);
    let sized = |letters: [&str; 2]| {
        letters
            .iter()
            .any(|letter| bare.strip_prefix(letter).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit())))
    };
    let known = [
        "float16",
        "half",
        "e",
        "f2",
        "float128",
        "longdouble",
        "g",
        "f16",
        "complex",
        "complex64",
        "complex128",
        "csingle",
        "cdouble",
        "clongdouble",
        "complex256",
        "c8",
        "c16",
        "c32",
        "F",
        "D",
        "G",
        "object",
        "O",
        "void",
    ];
    known.contains(&bare) || sized(["V", "a"])
}
