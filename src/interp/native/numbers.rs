//! Operators on numbers, by Python's and NumPy's rules; where these raise or need more than 64 bits is an exit.

use super::body::{Body, Held, Step};
use super::helpers;
use super::ty::{Ty, whole};
use crate::data::DType;
use crate::data::ops::{BinOp, CmpOp};
use crate::ops::flow::{CheckedOp, Cmp, FloatOp, FloatUn, Helper, Inst, IntOp, Kind, Val};

/// Up to here a float holds all integers.
const EXACT: i64 = 1 << 53;

/// What an operator makes of two types of numbers.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    /// Python's integers.
    Int,
    /// Python's floats.
    Float,
    /// NumPy's integers: they wrap.
    NpInt(DType),
    /// NumPy's float64: division by zero is no error.
    NpFloat,
    /// NumPy's float32.
    NpSingle,
}

fn class(ty: &Ty) -> Option<Class> {
    Some(match ty {
        Ty::Bool | Ty::Int => Class::Int,
        Ty::Float => Class::Float,
        Ty::Np(DType::Float64) => Class::NpFloat,
        Ty::Np(DType::Float32) => Class::NpSingle,
        Ty::Np(dtype) if whole(*dtype) => Class::NpInt(*dtype),
        _ => return None,
    })
}

/// What both together are: NumPy's promotion, in which Python's numbers are weak. `None` for different NumPy integers.
fn common(a: Class, b: Class) -> Option<Class> {
    let small = |dtype: DType| matches!(dtype, DType::Int8 | DType::UInt8 | DType::Int16 | DType::UInt16);
    Some(match (a, b) {
        (Class::NpFloat, _) | (_, Class::NpFloat) => Class::NpFloat,
        (Class::NpSingle, Class::NpInt(dtype)) | (Class::NpInt(dtype), Class::NpSingle) if !small(dtype) => {
            Class::NpFloat
        }
        (Class::NpSingle, _) | (_, Class::NpSingle) => Class::NpSingle,
        (Class::NpInt(_), Class::Float) | (Class::Float, Class::NpInt(_)) => Class::NpFloat,
        (Class::NpInt(x), Class::NpInt(y)) if x != y => return None,
        (Class::NpInt(dtype), _) | (_, Class::NpInt(dtype)) => Class::NpInt(dtype),
        (Class::Float, _) | (_, Class::Float) => Class::Float,
        _ => Class::Int,
    })
}

fn np_float(val: Val) -> Held {
    Held::one(Ty::Np(DType::Float64), val)
}

impl Body<'_, '_> {
    /// `a op b`.
    pub fn binary(&mut self, op: BinOp, a: &Held, b: &Held) -> Step<Held> {
        let (Some(left), Some(right)) = (class(&a.ty), class(&b.ty)) else {
            return Err(format!("'{}' of {} and {}", op.symbol(), a.ty.name(), b.ty.name()).into());
        };
        if a.ty == Ty::Bool && b.ty == Ty::Bool {
            match op {
                BinOp::And => return Ok(Held::one(Ty::Bool, self.add(Kind::Bool, Inst::BoolAnd(a.val(), b.val())))),
                BinOp::Or => return Ok(Held::one(Ty::Bool, self.add(Kind::Bool, Inst::BoolOr(a.val(), b.val())))),
                BinOp::Xor => return Ok(Held::one(Ty::Bool, self.add(Kind::Bool, Inst::BoolXor(a.val(), b.val())))),
                _ => {}
            }
        }
        let Some(common) = common(left, right) else {
            return Err(format!("'{}' of {} and {}", op.symbol(), a.ty.name(), b.ty.name()).into());
        };
        match common {
            Class::Int => {
                let (x, y) = (self.as_int(a)?, self.as_int(b)?);
                self.ints(op, x, y)
            }
            Class::NpInt(_) if op == BinOp::Div => {
                let (x, y) = (self.as_float(a)?, self.as_float(b)?);
                Ok(np_float(self.float_bin(FloatOp::Div, x, y)))
            }
            Class::NpInt(_) if a.ty == Ty::Bool || b.ty == Ty::Bool => Err("a bool and a NumPy integer".into()),
            Class::NpInt(dtype) => {
                let (x, y) = (self.as_whole(a, dtype)?, self.as_whole(b, dtype)?);
                self.np_ints(op, x, y, dtype)
            }
            Class::Float => {
                let (x, y) = (self.as_float(a)?, self.as_float(b)?);
                self.floats(op, x, y).map(|val| Held::one(Ty::Float, val))
            }
            Class::NpFloat => {
                let (x, y) = (self.as_float(a)?, self.as_float(b)?);
                self.np_floats(op, x, y).map(np_float)
            }
            Class::NpSingle if matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div) => {
                let (x, y) = (self.as_single(a)?, self.as_single(b)?);
                // Rounded twice, from twice as many digits and two more: the same as rounded once.
                let made = self.np_floats(op, x, y)?;
                Ok(Held::one(Ty::Np(DType::Float32), self.float_un(FloatUn::Single, made)))
            }
            Class::NpSingle => Err(format!("'{}' of float32", op.symbol()).into()),
        }
    }

    /// An integer beside a NumPy integer of this dtype; an exit where it does not fit.
    fn as_whole(&mut self, held: &Held, dtype: DType) -> Step<Val> {
        let val = self.as_int(held)?;
        if held.ty == Ty::Int {
            self.fits(val, dtype);
        }
        Ok(val)
    }

    /// Leave where an integer is none of a dtype.
    pub fn fits(&mut self, val: Val, dtype: DType) {
        let (bits, signed) = width(dtype);
        if bits == 64 {
            return;
        }
        // Counted from the lowest, all that fit are below 2**bits.
        let low = if signed { -1i64 << (bits - 1) } else { 0 };
        if self.known(val).is_some_and(|known| (low..low + (1i64 << bits)).contains(&known)) {
            return;
        }
        let low = self.int(low);
        let moved = self.int_bin(IntOp::Sub, val, low);
        let most = self.int(1i64 << bits);
        let fine = self.int_cmp(Cmp::Below, moved, most);
        self.guard(fine, true);
    }

    /// The low bits of an integer, as one of a dtype.
    fn wrapped(&mut self, val: Val, dtype: DType) -> Val {
        let (bits, signed) = width(dtype);
        if bits == 64 {
            return val;
        }
        if !signed {
            let mask = self.int((1i64 << bits) - 1);
            return self.int_bin(IntOp::And, val, mask);
        }
        let by = self.int(64 - bits);
        let up = self.int_bin(IntOp::Shl, val, by);
        self.int_bin(IntOp::Shr, up, by)
    }

    /// A number beside a float32.
    fn as_single(&mut self, held: &Held) -> Step<Val> {
        let val = match &held.ty {
            Ty::Np(_) => return self.as_float(held),
            Ty::Int => {
                self.within(held.val());
                self.as_float(held)?
            }
            _ => self.as_float(held)?,
        };
        Ok(self.float_un(FloatUn::Single, val))
    }

    /// A bool or integer as an integer.
    pub fn as_int(&mut self, held: &Held) -> Step<Val> {
        match &held.ty {
            Ty::Int => Ok(held.val()),
            Ty::Np(dtype) if whole(*dtype) => Ok(held.val()),
            Ty::Bool | Ty::Np(DType::Bool) => Ok(self.add(Kind::Int, Inst::BoolToInt(held.val()))),
            other => Err(format!("{} as an integer", other.name()).into()),
        }
    }

    /// A number as a float, rounded where it must be.
    pub fn as_float(&mut self, held: &Held) -> Step<Val> {
        match &held.ty {
            Ty::Float | Ty::Np(DType::Float64 | DType::Float32) => Ok(held.val()),
            _ => {
                let val = self.as_int(held)?;
                if let Some(known) = self.known(val) {
                    return Ok(self.float(known as f64));
                }
                Ok(self.add(Kind::Float, Inst::ToFloat(val)))
            }
        }
    }

    /// `x op y`, or an exit where it overflows.
    pub fn checked(&mut self, op: CheckedOp, x: Val, y: Val) -> Val {
        let exit = self.out();
        self.add(Kind::Int, Inst::Checked(op, x, y, exit))
    }

    /// `x op y` of integers, which wraps.
    pub fn int_bin(&mut self, op: IntOp, x: Val, y: Val) -> Val {
        self.add(Kind::Int, Inst::IntBin(op, x, y))
    }

    /// `x op y` of floats.
    pub fn float_bin(&mut self, op: FloatOp, x: Val, y: Val) -> Val {
        self.add(Kind::Float, Inst::FloatBin(op, x, y))
    }

    /// `op x` of a float.
    pub fn float_un(&mut self, op: FloatUn, x: Val) -> Val {
        self.add(Kind::Float, Inst::FloatUn(op, x))
    }

    /// One of two integers.
    pub fn select(&mut self, kind: Kind, truth: Val, x: Val, y: Val) -> Val {
        self.add(kind, Inst::Select(truth, x, y))
    }

    fn ints(&mut self, op: BinOp, x: Val, y: Val) -> Step<Held> {
        let val = match op {
            BinOp::Add => self.checked(CheckedOp::Add, x, y),
            BinOp::Sub => self.checked(CheckedOp::Sub, x, y),
            BinOp::Mul => self.checked(CheckedOp::Mul, x, y),
            BinOp::And => self.int_bin(IntOp::And, x, y),
            BinOp::Or => self.int_bin(IntOp::Or, x, y),
            BinOp::Xor => self.int_bin(IntOp::Xor, x, y),
            BinOp::Div => {
                let zero = self.int(0);
                let nonzero = self.int_cmp(Cmp::Ne, y, zero);
                self.guard(nonzero, true);
                self.within(x);
                self.within(y);
                let (x, y) = (self.add(Kind::Float, Inst::ToFloat(x)), self.add(Kind::Float, Inst::ToFloat(y)));
                return Ok(Held::one(Ty::Float, self.float_bin(FloatOp::Div, x, y)));
            }
            BinOp::FloorDiv => self.floor_div(x, y),
            BinOp::Mod => self.floor_mod(x, y),
            BinOp::Pow => return self.int_power(x, y),
            BinOp::Shl => self.shift_left(x, y),
            BinOp::Shr => {
                let zero = self.int(0);
                let fine = self.int_cmp(Cmp::Ge, y, zero);
                self.guard(fine, true);
                let most = self.int(63);
                let far = self.int_cmp(Cmp::Gt, y, most);
                let by = self.select(Kind::Int, far, most, y);
                self.int_bin(IntOp::Shr, x, by)
            }
            BinOp::MatMul => return Err("'@' of numbers".into()),
        };
        Ok(Held::one(Ty::Int, val))
    }

    /// Leave where an integer is no float.
    fn within(&mut self, x: Val) {
        if self.known(x).is_some_and(|known| known.unsigned_abs() <= EXACT as u64) {
            return;
        }
        let shift = self.int(EXACT);
        let moved = self.int_bin(IntOp::Add, x, shift);
        let most = self.int(2 * EXACT + 1);
        let fine = self.int_cmp(Cmp::Below, moved, most);
        self.guard(fine, true);
    }

    /// Leave where `y` is 0, or the quotient overflows.
    fn divisor(&mut self, x: Val, y: Val) {
        match self.known(y) {
            Some(known) if known != 0 && known != -1 => {}
            _ => {
                let zero = self.int(0);
                let nonzero = self.int_cmp(Cmp::Ne, y, zero);
                self.guard(nonzero, true);
                let (least, ones) = (self.int(i64::MIN), self.int(-1));
                let smallest = self.int_cmp(Cmp::Eq, x, least);
                let minus = self.int_cmp(Cmp::Eq, y, ones);
                let over = self.add(Kind::Bool, Inst::BoolAnd(smallest, minus));
                self.guard(over, false);
            }
        }
    }

    /// `divmod(a, b)`.
    pub fn divmod(&mut self, a: &Held, b: &Held) -> Step<Held> {
        if [a, b].iter().any(|held| !matches!(held.ty, Ty::Bool | Ty::Int | Ty::Float)) {
            return Err(format!("divmod() of {} and {}", a.ty.name(), b.ty.name()).into());
        }
        let (whole, rest) = (self.binary(BinOp::FloorDiv, a, b)?, self.binary(BinOp::Mod, a, b)?);
        let vals = vec![whole.val(), rest.val()];
        Ok(Held { ty: Ty::Tuple(vec![whole.ty, rest.ty].into()), vals })
    }

    fn floor_div(&mut self, x: Val, y: Val) -> Val {
        if let Some(known) = self.known(y).filter(|known| *known > 0 && known.count_ones() == 1) {
            let by = self.int(i64::from(known.trailing_zeros()));
            return self.int_bin(IntOp::Shr, x, by);
        }
        self.divisor(x, y);
        let quotient = self.int_bin(IntOp::Div, x, y);
        let whole = self.int_bin(IntOp::Mul, quotient, y);
        let rest = self.int_bin(IntOp::Sub, x, whole);
        let below = self.opposite(rest, y);
        let one = self.add(Kind::Int, Inst::BoolToInt(below));
        self.int_bin(IntOp::Sub, quotient, one)
    }

    /// Whether a remainder is not 0 and has another sign than the divisor.
    fn opposite(&mut self, rest: Val, y: Val) -> Val {
        let zero = self.int(0);
        let some = self.int_cmp(Cmp::Ne, rest, zero);
        let signs = self.int_bin(IntOp::Xor, rest, y);
        let unlike = self.int_cmp(Cmp::Lt, signs, zero);
        self.add(Kind::Bool, Inst::BoolAnd(some, unlike))
    }

    fn floor_mod(&mut self, x: Val, y: Val) -> Val {
        if let Some(known) = self.known(y).filter(|known| *known > 0 && known.count_ones() == 1) {
            let mask = self.int(known - 1);
            return self.int_bin(IntOp::And, x, mask);
        }
        self.divisor(x, y);
        let rest = self.int_bin(IntOp::Rem, x, y);
        let below = self.opposite(rest, y);
        let zero = self.int(0);
        let more = self.select(Kind::Int, below, y, zero);
        self.int_bin(IntOp::Add, rest, more)
    }

    fn shift_left(&mut self, x: Val, y: Val) -> Val {
        let most = self.int(64);
        let fine = self.int_cmp(Cmp::Below, y, most);
        self.guard(fine, true);
        let made = self.int_bin(IntOp::Shl, x, y);
        let back = self.int_bin(IntOp::Shr, made, y);
        let same = self.int_cmp(Cmp::Eq, back, x);
        self.guard(same, true);
        made
    }

    fn int_power(&mut self, x: Val, y: Val) -> Step<Held> {
        if let Some(exponent @ 1..=4) = self.known(y) {
            let mut made = x;
            if exponent >= 2 {
                made = self.checked(CheckedOp::Mul, x, x);
            }
            if exponent == 3 {
                made = self.checked(CheckedOp::Mul, made, x);
            }
            if exponent == 4 {
                made = self.checked(CheckedOp::Mul, made, made);
            }
            return Ok(Held::one(Ty::Int, made));
        }
        if self.known(y).is_some_and(|known| known < 0) {
            let zero = self.int(0);
            let nonzero = self.int_cmp(Cmp::Ne, x, zero);
            self.guard(nonzero, true);
            let (x, y) = (self.add(Kind::Float, Inst::ToFloat(x)), self.add(Kind::Float, Inst::ToFloat(y)));
            return self.float_power(x, y).map(|val| Held::one(Ty::Float, val));
        }
        let zero = self.int(0);
        let whole = self.int_cmp(Cmp::Ge, y, zero);
        self.guard(whole, true);
        // Two calls: whether it fits, and what it is.
        let fits = self.add(Kind::Int, Inst::Help(Helper::I2(helpers::power_fits), vec![x, y]));
        let fits = self.int_cmp(Cmp::Ne, fits, zero);
        self.guard(fits, true);
        Ok(Held::one(Ty::Int, self.add(Kind::Int, Inst::Help(Helper::I2(helpers::power), vec![x, y]))))
    }

    fn floats(&mut self, op: BinOp, x: Val, y: Val) -> Step<Val> {
        Ok(match op {
            BinOp::Add => self.float_bin(FloatOp::Add, x, y),
            BinOp::Sub => self.float_bin(FloatOp::Sub, x, y),
            BinOp::Mul => self.float_bin(FloatOp::Mul, x, y),
            BinOp::Div | BinOp::FloorDiv | BinOp::Mod => {
                let zero = self.float(0.0);
                let nonzero = self.float_cmp(Cmp::Ne, y, zero);
                self.guard(nonzero, true);
                match op {
                    BinOp::Div => self.float_bin(FloatOp::Div, x, y),
                    BinOp::FloorDiv => self.help2(helpers::floor_div, x, y),
                    _ => self.help2(helpers::modulo, x, y),
                }
            }
            BinOp::Pow => self.float_power(x, y)?,
            _ => return Err(format!("'{}' of floats", op.symbol()).into()),
        })
    }

    /// A call of two floats.
    pub fn help2(&mut self, helper: extern "C" fn(f64, f64) -> f64, x: Val, y: Val) -> Val {
        self.add(Kind::Float, Inst::Help(Helper::F2(helper), vec![x, y]))
    }

    /// A finite power; an exit for all others, of which some raise and some are complex.
    fn float_power(&mut self, x: Val, y: Val) -> Step<Val> {
        let made = self.help2(helpers::float_power, x, y);
        self.finite(made);
        Ok(made)
    }

    /// Leave where a float is infinite or no number.
    pub fn finite(&mut self, x: Val) {
        let none = self.float_bin(FloatOp::Sub, x, x);
        let zero = self.float(0.0);
        let fine = self.float_cmp(Cmp::Eq, none, zero);
        self.guard(fine, true);
    }

    fn np_ints(&mut self, op: BinOp, x: Val, y: Val, dtype: DType) -> Step<Held> {
        let val = match op {
            BinOp::Add => self.int_bin(IntOp::Add, x, y),
            BinOp::Sub => self.int_bin(IntOp::Sub, x, y),
            BinOp::Mul => self.int_bin(IntOp::Mul, x, y),
            BinOp::And => self.int_bin(IntOp::And, x, y),
            BinOp::Or => self.int_bin(IntOp::Or, x, y),
            BinOp::Xor => self.int_bin(IntOp::Xor, x, y),
            BinOp::FloorDiv => self.floor_div(x, y),
            BinOp::Mod => self.floor_mod(x, y),
            BinOp::Pow if self.known(y) == Some(2) => self.int_bin(IntOp::Mul, x, x),
            _ => return Err(format!("'{}' of NumPy integers", op.symbol()).into()),
        };
        let val = self.wrapped(val, dtype);
        Ok(Held::one(Ty::Np(dtype), val))
    }

    fn np_floats(&mut self, op: BinOp, x: Val, y: Val) -> Step<Val> {
        Ok(match op {
            BinOp::Add => self.float_bin(FloatOp::Add, x, y),
            BinOp::Sub => self.float_bin(FloatOp::Sub, x, y),
            BinOp::Mul => self.float_bin(FloatOp::Mul, x, y),
            BinOp::Div => self.float_bin(FloatOp::Div, x, y),
            BinOp::FloorDiv => self.help2(helpers::np_floor_div, x, y),
            BinOp::Mod => self.help2(helpers::np_modulo, x, y),
            BinOp::Pow => self.help2(helpers::np_power, x, y),
            _ => return Err(format!("'{}' of NumPy floats", op.symbol()).into()),
        })
    }

    /// `a op b`, a bool; of NumPy scalars NumPy's.
    pub fn compare(&mut self, op: CmpOp, a: &Held, b: &Held) -> Step<Held> {
        let cmp = match op {
            CmpOp::Eq => Cmp::Eq,
            CmpOp::Ne => Cmp::Ne,
            CmpOp::Lt => Cmp::Lt,
            CmpOp::Le => Cmp::Le,
            CmpOp::Gt => Cmp::Gt,
            CmpOp::Ge => Cmp::Ge,
            _ => return Err("'is' or 'in'".into()),
        };
        let (Some(left), Some(right)) = (class(&a.ty), class(&b.ty)) else {
            return Err(format!("{} is compared with {}", a.ty.name(), b.ty.name()).into());
        };
        let numpy = matches!(a.ty, Ty::Np(_)) || matches!(b.ty, Ty::Np(_));
        let val = match common(left, right) {
            // Integers are compared as they are.
            None | Some(Class::Int | Class::NpInt(_)) => {
                let (x, y) = (self.as_int(a)?, self.as_int(b)?);
                self.int_cmp(cmp, x, y)
            }
            Some(Class::NpSingle) => {
                let (x, y) = (self.as_single(a)?, self.as_single(b)?);
                self.float_cmp(cmp, x, y)
            }
            Some(common) => {
                if common == Class::Float {
                    // Exact, so no integer may be rounded.
                    for held in [a, b] {
                        if held.ty == Ty::Int {
                            self.within(held.val());
                        }
                    }
                }
                let (x, y) = (self.as_float(a)?, self.as_float(b)?);
                self.float_cmp(cmp, x, y)
            }
        };
        let ty = if numpy { Ty::Np(DType::Bool) } else { Ty::Bool };
        Ok(Held::one(ty, val))
    }

    /// How many values a range gives; an exit where its step is 0.
    pub fn range_len(&mut self, start: Val, stop: Val, step: Val) -> Val {
        if self.known(step) == Some(1) {
            let zero = self.int(0);
            let some = self.int_cmp(Cmp::Lt, start, stop);
            let far = self.checked(CheckedOp::Sub, stop, start);
            return self.select(Kind::Int, some, far, zero);
        }
        self.add(Kind::Int, Inst::Help(Helper::I3(helpers::range_len), vec![start, stop, step]))
    }
}

/// Bits of an integer dtype, and whether it has a sign.
fn width(dtype: DType) -> (i64, bool) {
    match dtype {
        DType::Int8 => (8, true),
        DType::UInt8 => (8, false),
        DType::Int16 => (16, true),
        DType::UInt16 => (16, false),
        DType::Int32 => (32, true),
        DType::UInt32 => (32, false),
        _ => (64, true),
    }
}
