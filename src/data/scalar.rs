//! `Scalar`: one value of a dtype, its conversions and its text.

use super::arith::trunc_i64;
use super::raised::{ExcClass, Raised, Res};
use super::{DType, float};

/// A value of a dtype.
#[derive(Clone, Copy, Debug)]
pub enum Scalar {
    /// `bool`.
    Bool(bool),
    /// `int64`.
    Int64(i64),
    /// `float32`.
    Float32(f32),
    /// `float64`.
    Float64(f64),
}

impl Scalar {
    /// Its dtype.
    pub fn dtype(self) -> DType {
        match self {
            Scalar::Bool(_) => DType::Bool,
            Scalar::Int64(_) => DType::Int64,
            Scalar::Float32(_) => DType::Float32,
            Scalar::Float64(_) => DType::Float64,
        }
    }

    /// Its bits, as [`crate::value::Value::Np`] holds them.
    pub fn bits(self) -> u64 {
        match self {
            Scalar::Bool(value) => u64::from(value),
            Scalar::Int64(value) => value as u64,
            Scalar::Float32(value) => u64::from(value.to_bits()),
            Scalar::Float64(value) => value.to_bits(),
        }
    }

    /// From a dtype and bits.
    pub fn from_bits(dtype: DType, bits: u64) -> Scalar {
        match dtype {
            DType::Bool => Scalar::Bool(bits != 0),
            DType::Int64 => Scalar::Int64(bits as i64),
            DType::Float32 => Scalar::Float32(f32::from_bits(bits as u32)),
            DType::Float64 => Scalar::Float64(f64::from_bits(bits)),
        }
    }

    /// Zero of a dtype.
    pub fn zero(dtype: DType) -> Scalar {
        Scalar::Bool(false).cast(dtype)
    }

    /// One of a dtype.
    pub fn one(dtype: DType) -> Scalar {
        Scalar::Bool(true).cast(dtype)
    }

    /// Converted as NumPy's `astype` does: floats to integers towards zero, everything but 0 is true.
    #[must_use]
    pub fn cast(self, dtype: DType) -> Scalar {
        match dtype {
            DType::Bool => Scalar::Bool(self.as_bool()),
            DType::Int64 => Scalar::Int64(self.as_i64()),
            DType::Float32 => Scalar::Float32(self.as_f32()),
            DType::Float64 => Scalar::Float64(self.as_f64()),
        }
    }

    /// As `bool`: whether it is not 0.
    pub fn as_bool(self) -> bool {
        match self {
            Scalar::Bool(value) => value,
            Scalar::Int64(value) => value != 0,
            Scalar::Float32(value) => value != 0.0,
            Scalar::Float64(value) => value != 0.0,
        }
    }

    /// As `int64`.
    pub fn as_i64(self) -> i64 {
        match self {
            Scalar::Bool(value) => i64::from(value),
            Scalar::Int64(value) => value,
            Scalar::Float32(value) => trunc_i64(f64::from(value)),
            Scalar::Float64(value) => trunc_i64(value),
        }
    }

    /// As `float32`.
    pub fn as_f32(self) -> f32 {
        match self {
            Scalar::Bool(value) => f32::from(u8::from(value)),
            Scalar::Int64(value) => value as f32,
            Scalar::Float32(value) => value,
            Scalar::Float64(value) => value as f32,
        }
    }

    /// As `float64`.
    pub fn as_f64(self) -> f64 {
        match self {
            Scalar::Bool(value) => f64::from(u8::from(value)),
            Scalar::Int64(value) => value as f64,
            Scalar::Float32(value) => f64::from(value),
            Scalar::Float64(value) => value,
        }
    }

    /// `str(x)` of NumPy's scalar: `4.0`, `True`.
    pub fn text(self) -> String {
        match self {
            Scalar::Bool(value) => if value { "True" } else { "False" }.to_owned(),
            Scalar::Int64(value) => value.to_string(),
            Scalar::Float32(value) => float::repr32(value),
            Scalar::Float64(value) => float::repr64(value),
        }
    }

    /// `repr(x)` of NumPy's scalar: `np.float64(4.0)`, `np.True_`.
    pub fn repr(self) -> String {
        match self {
            Scalar::Bool(_) => format!("np.{}_", self.text()),
            _ => format!("np.{}({})", self.dtype().scalar_class(), self.text()),
        }
    }
}

impl PartialEq for Scalar {
    /// Equal by dtype and bits; all NaNs count as equal. (NumPy's `==` is an operation of `ops`.)
    fn eq(&self, other: &Scalar) -> bool {
        let nan =
            |scalar: &Scalar| matches!(scalar.dtype(), DType::Float32 | DType::Float64) && scalar.as_f64().is_nan();
        self.dtype() == other.dtype() && (self.bits() == other.bits() || nan(self) && nan(other))
    }
}

impl Eq for Scalar {}

impl std::hash::Hash for Scalar {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.dtype().hash(state);
        if !self.as_f64().is_nan() {
            self.bits().hash(state);
        }
    }
}

impl std::fmt::Display for Scalar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

/// What NumPy raises when a Python `int` does not fit the dtype it meets.
pub fn out_of_bounds(shown: &str, dtype: DType) -> Box<Raised> {
    let text = match dtype {
        DType::Int64 => "Python int too large to convert to C long".to_owned(),
        DType::Float32 | DType::Float64 => "int too large to convert to float".to_owned(),
        DType::Bool => format!("Python integer {shown} out of bounds for {dtype}"),
    };
    Raised::new(ExcClass::OverflowError, text).help("the number does not fit the array's dtype; make the array float64")
}

/// A dtype by NumPy's name, or NumPy's error for a name that is none.
pub fn dtype_named(name: &str) -> Res<DType> {
    DType::named(name).ok_or_else(|| {
        let error = super::raised::type_error(format!("data type '{name}' not understood"));
        error.help("this rdask knows bool, int64, float32 and float64")
    })
}
