//! Complex numbers as values: Python's `complex`, and NumPy's scalars `complex64` and `complex128`.

use std::sync::Arc;

use super::native::FrozenNative;
use super::{Host, Native, TypeInfo, Value, hash, kind, number, types};
use crate::data::complex::{C64, text};
use crate::data::dtype::result_type;
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::{Raised, type_error};
use crate::data::{DType, ExcClass, Operand, Res, Scalar, Sym, float};

/// A complex number. (Too wide for [`Value::Np`], which has room for 64 bits.)
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex {
    value: C64,
    /// The dtype of NumPy's scalar; `None`: Python's own number.
    dtype: Option<DType>,
}

/// Python's number as a value.
pub fn python(value: C64) -> Value {
    Value::native(Complex { value, dtype: None })
}

/// NumPy's scalar as a value; `None` if it is not complex.
pub fn scalar(scalar: Scalar) -> Option<Value> {
    scalar.dtype().is_complex().then(|| Value::native(Complex { value: scalar.as_c64(), dtype: Some(scalar.dtype()) }))
}

/// The number of a complex value, and whether it is Python's and adapts.
pub fn of(v: &Value) -> Option<(Scalar, bool)> {
    let found = v.as_native::<Complex>()?;
    Some((found.scalar(), found.dtype.is_none()))
}

/// Any number as a complex one, and what it is to promotion.
fn operand(v: &Value) -> Option<(C64, Operand)> {
    let real = |value: f64| C64::new(value, 0.0);
    Some(match v {
        Value::Native(native) => {
            let found = native.downcast::<Complex>()?;
            (found.value, found.dtype.map_or(Operand::Complex, Operand::Strong))
        }
        Value::Np(dtype, bits) => (real(Scalar::from_bits(*dtype, *bits).as_f64()), Operand::Strong(*dtype)),
        Value::Bool(value) => (real(f64::from(u8::from(*value))), Operand::Strong(DType::Bool)),
        Value::Int(value) => (real(*value as f64), Operand::Int),
        Value::Float(value) => (real(*value), Operand::Float),
        Value::BigInt(big) => (real(number::big_to_f64(big).ok()?), Operand::Int),
        _ => return None,
    })
}

impl Complex {
    fn scalar(&self) -> Scalar {
        Scalar::Complex128(self.value).cast(self.dtype.unwrap_or(DType::Complex128))
    }

    fn wrap(self) -> Value {
        Value::native(self)
    }

    /// A part, of Python's or NumPy's class of floats.
    fn part(&self, value: f64) -> Value {
        match self.dtype {
            None => Value::Float(value),
            Some(DType::Complex64) => Value::Np(DType::Float32, Scalar::Float64(value).cast(DType::Float32).bits()),
            Some(_) => Value::Np(DType::Float64, value.to_bits()),
        }
    }

    fn text(&self) -> String {
        match self.dtype {
            None => text(self.value.re, self.value.im, float::repr64),
            Some(_) => self.scalar().text(),
        }
    }
}

/// `a / b` as Python divides.
fn divided(a: C64, b: C64) -> Option<C64> {
    if b.re == 0.0 && b.im == 0.0 {
        return None;
    }
    if b.re.abs() >= b.im.abs() {
        let ratio = b.im / b.re;
        let by = b.re + b.im * ratio;
        return Some(C64::new((a.re + a.im * ratio) / by, (a.im - a.re * ratio) / by));
    }
    let ratio = b.re / b.im;
    let by = b.re * ratio + b.im;
    Some(C64::new((a.re * ratio + a.im) / by, (a.im * ratio - a.re) / by))
}

/// `a ** b` as Python computes it: small whole powers are products.
pub fn power(a: C64, b: C64) -> Res<C64> {
    if b == C64::ZERO {
        return Ok(C64::ONE);
    }
    if a == C64::ZERO {
        if b.im != 0.0 || b.re < 0.0 {
            return Err(Raised::new(ExcClass::ZeroDivisionError, "0.0 to a negative or complex power"));
        }
        return Ok(C64::ZERO);
    }
    if b.im == 0.0 && b.re.fract() == 0.0 && b.re.abs() <= 100.0 {
        let mut out = C64::ONE;
        let mut base = a;
        let mut left = b.re.abs() as u32;
        while left > 0 {
            if left & 1 == 1 {
                out = out.times(base);
            }
            left >>= 1;
            base = base.times(base);
        }
        return if b.re < 0.0 { Ok(divided(C64::ONE, out).unwrap_or(out)) } else { Ok(out) };
    }
    let size = a.size();
    let mut length = size.powf(b.re);
    let angle = a.im.atan2(a.re);
    let mut phase = angle * b.re;
    if b.im != 0.0 {
        length /= (angle * b.im).exp();
        phase += b.im * size.ln();
    }
    Ok(C64::new(length * phase.cos(), length * phase.sin()))
}

fn python_binary(op: BinOp, a: C64, b: C64) -> Res<Option<C64>> {
    Ok(Some(match op {
        BinOp::Add => a.plus(b),
        BinOp::Sub => a.minus(b),
        BinOp::Mul => a.times(b),
        BinOp::Div => match divided(a, b) {
            Some(made) => made,
            None => return Err(Raised::new(ExcClass::ZeroDivisionError, "complex division by zero")),
        },
        BinOp::Pow => power(a, b)?,
        _ => return Ok(None),
    }))
}

/// NumPy's arithmetic, in the precision of the dtype.
fn numpy_binary(op: BinOp, a: C64, b: C64, dtype: DType) -> Res<Option<Scalar>> {
    let name = match op {
        BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Pow => "",
        BinOp::FloorDiv => "floor_divide",
        BinOp::Mod => "remainder",
        BinOp::And => "bitwise_and",
        BinOp::Or => "bitwise_or",
        BinOp::Xor => "bitwise_xor",
        BinOp::Shl => "left_shift",
        BinOp::Shr => "right_shift",
        BinOp::MatMul => return Ok(None),
    };
    if !name.is_empty() {
        return Err(type_error(format!(
            "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any \
             supported types according to the casting rule ''safe''"
        )));
    }
    macro_rules! made {
        ($a:expr, $b:expr) => {
            match op {
                BinOp::Add => $a.plus($b),
                BinOp::Sub => $a.minus($b),
                BinOp::Mul => $a.times($b),
                BinOp::Div => $a.over($b),
                _ => $a.power($b),
            }
        };
    }
    Ok(Some(match dtype {
        DType::Complex64 => Scalar::Complex64(made!(a.narrow(), b.narrow())),
        _ => Scalar::Complex128(made!(a, b)),
    }))
}

impl Native for Complex {
    fn type_info(&self) -> &'static TypeInfo {
        match self.dtype {
            None => &types::COMPLEX,
            Some(dtype) => kind::numpy(dtype),
        }
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(match self.dtype {
            None => self.text(),
            Some(_) => self.scalar().repr(),
        })
    }

    fn str(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(self.text())
    }

    fn truth(&self, _host: &mut dyn Host) -> Res<bool> {
        Ok(self.value.is_true())
    }

    fn iterable(&self) -> bool {
        false
    }

    fn getattr(&self, this: &Value, _host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(Some(match (name.as_str(), self.dtype) {
            ("real", _) => self.part(self.value.re),
            ("imag", _) => self.part(self.value.im),
            (_, None) => return Ok(None),
            ("ndim", _) => Value::Int(0),
            ("size", _) => Value::Int(1),
            ("shape", _) => Value::tuple([]),
            ("itemsize" | "nbytes", Some(dtype)) => Value::Int(dtype.itemsize() as i64),
            ("T", _) => this.clone(),
            _ => return Ok(None),
        }))
    }

    fn binary(
        &self,
        _this: &Value,
        _host: &mut dyn Host,
        op: BinOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        let Some((value, weak)) = operand(other) else { return Ok(None) };
        let (a, b) = if reflected { (value, self.value) } else { (self.value, value) };
        let strong = |operand: Operand| matches!(operand, Operand::Strong(dtype) if dtype != DType::Bool);
        let python_bool = matches!(other, Value::Bool(_));
        if self.dtype.is_none() && (python_bool || !strong(weak) && !matches!(other, Value::Np(..))) {
            return Ok(python_binary(op, a, b)?.map(|value| Complex { value, dtype: None }.wrap()));
        }
        let own = self.dtype.map_or(Operand::Complex, Operand::Strong);
        let dtype = result_type(&[own, weak]);
        Ok(numpy_binary(op, a, b, dtype)?.and_then(scalar))
    }

    fn compare(&self, _this: &Value, _host: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        let Some((value, _)) = operand(other) else { return Ok(None) };
        let numpy = self.dtype.is_some()
            || matches!(other, Value::Np(..))
            || other.as_native::<Complex>().is_some_and(|other| other.dtype.is_some());
        let found = match op {
            CmpOp::Eq => self.value == value,
            CmpOp::Ne => self.value != value,
            CmpOp::Lt if numpy => self.value < value,
            CmpOp::Le if numpy => self.value <= value,
            CmpOp::Gt if numpy => self.value > value,
            CmpOp::Ge if numpy => self.value >= value,
            _ => return Ok(None),
        };
        Ok(Some(if numpy { super::np::value(Scalar::Bool(found)) } else { Value::Bool(found) }))
    }

    fn unary(&self, this: &Value, _host: &mut dyn Host, method: &str) -> Res<Option<Value>> {
        Ok(Some(match method {
            "__neg__" => Complex { value: self.value.negative(), ..*self }.wrap(),
            "__pos__" => this.clone(),
            "__abs__" if self.dtype == Some(DType::Complex64) => self.part(f64::from(self.value.narrow().size())),
            "__abs__" => self.part(self.value.size()),
            "__complex__" => python(self.value),
            "__float__" | "__int__" if self.dtype.is_some() => Value::Float(self.value.re),
            _ => return Ok(None),
        }))
    }

    fn hash(&self, _host: &mut dyn Host) -> Res<Option<u64>> {
        let (re, im) = (hash::float_hash(self.value.re), hash::float_hash(self.value.im));
        let joined = re.wrapping_add(im.wrapping_mul(1_000_003));
        Ok(Some(if joined == u64::MAX { u64::MAX - 1 } else { joined }))
    }

    fn format(&self, _this: &Value, host: &mut dyn Host, spec: &str) -> Res<Option<String>> {
        if spec.is_empty() {
            return Ok(Some(self.text()));
        }
        // Each part by itself, the second with its sign.
        let re = super::format::format(host, &Value::Float(self.value.re), spec)?;
        let im =
            super::format::format(host, &Value::Float(self.value.im), &format!("+{}", spec.trim_start_matches('+')))?;
        Ok(Some(format!("{re}{im}j")))
    }

    fn freeze(&self, _host: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        Ok(Some(Arc::new(FrozenComplex(*self))))
    }
}

/// A complex number that any thread may hold.
pub struct FrozenComplex(Complex);

impl FrozenComplex {
    /// Its number.
    pub fn scalar(&self) -> Scalar {
        self.0.scalar()
    }
}

impl FrozenNative for FrozenComplex {
    fn type_info(&self) -> &'static TypeInfo {
        match self.0.dtype {
            None => &types::COMPLEX,
            Some(dtype) => kind::numpy(dtype),
        }
    }

    fn thaw(&self, _host: &mut dyn Host) -> Res<Value> {
        Ok(self.0.wrap())
    }
}

/// The number that a text says: `1+2j`, `(3)`, `-j`.
pub fn parse(text: &str) -> Res<C64> {
    let malformed = || crate::data::raised::value_error("complex() arg is a malformed string");
    let bare = text.trim();
    let bare = bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).map_or(bare, str::trim);
    if bare.is_empty() || bare.contains(char::is_whitespace) {
        return Err(malformed());
    }
    let number = |text: &str| super::parse::float(text).map_err(|_| malformed());
    let Some(body) = bare.strip_suffix(['j', 'J']) else { return Ok(C64::new(number(bare)?, 0.0)) };
    // The sign between the parts: the last that follows no exponent.
    let bytes = body.as_bytes();
    let between = (1..bytes.len()).rev().find(|&at| {
        matches!(bytes.get(at), Some(b'+' | b'-')) && !matches!(bytes.get(at.wrapping_sub(1)), Some(b'e' | b'E'))
    });
    let imaginary = |text: &str| match text {
        "" | "+" => Ok(1.0),
        "-" => Ok(-1.0),
        text => number(text),
    };
    match between.and_then(|at| body.split_at_checked(at)) {
        Some((re, im)) => Ok(C64::new(number(re)?, imaginary(im)?)),
        None => Ok(C64::new(0.0, imaginary(body)?)),
    }
}

/// `complex(v)`: the number of anything that is one.
pub fn convert(host: &mut dyn Host, v: &Value) -> Res<C64> {
    if let Value::Str(text) = v {
        return parse(text.as_str());
    }
    if let Some((value, _)) = operand(v) {
        return Ok(value);
    }
    if let Value::Instance(_) = v
        && let Some(made) = host.call_special(v, Sym::new("__complex__"), &[])?
    {
        return match made.as_native::<Complex>() {
            Some(found) => Ok(found.value),
            None => Err(type_error(format!("__complex__ returned non-complex (type {})", kind::type_name(&made)))),
        };
    }
    match kind::real(host, v)? {
        Some(value) => Ok(C64::new(value, 0.0)),
        None => Err(type_error(format!(
            "complex() first argument must be a string or a number, not '{}'",
            kind::type_name(v)
        ))),
    }
}
