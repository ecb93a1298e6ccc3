//! Functions of complex numbers, with C's special values (C11, annex G): a zero part keeps its sign and stays zero
//! where the other part overflows, and a zero's sign says on which side of a cut a number lies. Those of `C32` are computed
//! in doubles. The inverse functions are Kahan's ("Branch Cuts for Complex Elementary Functions", 1987).

use super::{C32, C64};
use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, LN_2, LOG2_E, LOG10_E, PI};

macro_rules! by_doubles {
    ($($name:ident),*) => {
        impl C32 {
            $(#[doc = concat!("`", stringify!($name), "`, by doubles.")]
            pub fn $name(self) -> Self {
                self.wide().$name().narrow()
            })*
        }
    };
}

by_doubles!(sqrt, exp, ln, log2, log10, sin, cos, tan, sinh, cosh, tanh, asin, acos, atan, asinh, acosh, atanh);

impl C32 {
    /// In two floats of 64 bits.
    pub fn wide(self) -> C64 {
        C64::new(f64::from(self.re), f64::from(self.im))
    }
}

impl C64 {
    /// In two floats of 32 bits.
    pub fn narrow(self) -> C32 {
        C32::new(self.re as f32, self.im as f32)
    }
}

macro_rules! in_their_own_precision {
    ($($number:ident: $type:ident),*) => {
        $(impl $number {
            /// The power of 2.
            pub fn exp2(self) -> Self {
                Self::new(self.re * std::$type::consts::LN_2, self.im * std::$type::consts::LN_2).exp()
            }

            /// The exponential less 1, as NumPy has it.
            pub fn expm1(self) -> Self {
                let half = (self.im / 2.0).sin();
                Self::new(self.re.exp_m1() * self.im.cos() - 2.0 * half * half, self.re.exp() * self.im.sin())
            }

            /// The logarithm of 1 more, as NumPy has it.
            pub fn log1p(self) -> Self {
                Self::new((self.re + 1.0).hypot(self.im).ln(), self.im.atan2(self.re + 1.0))
            }
        })*
    };
}

in_their_own_precision!(C32: f32, C64: f64);

const NAN: C64 = C64::new(f64::NAN, f64::NAN);

/// Beyond these sizes `1` beside a number, or beside its square, is lost.
const LARGE: f64 = 16.0 / f64::EPSILON;

/// Sine and cosine.
fn turn(angle: f64) -> (f64, f64) {
    if angle.abs() > f64::MIN_POSITIVE { angle.sin_cos() } else { (angle, 1.0) }
}

/// The products of `exp(power)` with two numbers, where `exp(power)` alone may overflow.
fn grown(mut power: f64, mut re: f64, mut im: f64) -> C64 {
    const STEP: f64 = 709.0;
    for _ in 0..2 {
        if power > STEP {
            power -= STEP;
            re *= STEP.exp();
            im *= STEP.exp();
        }
    }
    let by = if power > STEP { f64::MAX } else { power.exp() };
    C64::new(by * re, by * im)
}

/// `x * x + y * y - 1`, exact but for the last rounding.
fn beyond_circle(x: f64, y: f64) -> f64 {
    let two_sum = |a: f64, b: f64| {
        let sum = a + b;
        let part = sum - a;
        (sum, (a - (sum - part)) + (b - part))
    };
    let (xx, yy) = (x * x, y * y);
    let (near, lost) = two_sum(-1.0, xx);
    let (sum, more) = two_sum(near, yy);
    sum + (more + lost + x.mul_add(x, -xx) + y.mul_add(y, -yy))
}

/// Exponentials, logarithms and the root.
impl C64 {
    /// `exp`.
    pub fn exp(self) -> Self {
        let (x, y) = (self.re, self.im);
        if y == 0.0 {
            return Self::new(x.exp(), y);
        }
        if x.is_nan() || (x.is_finite() && !y.is_finite()) {
            return NAN;
        }
        let (sin, cos) = turn(y);
        match (x.is_finite(), y.is_finite()) {
            (true, _) => grown(x, cos, sin),
            (_, true) => Self::new(x.exp().copysign(cos), x.exp().copysign(sin)),
            _ if x > 0.0 => Self::new(x, f64::NAN),
            _ => Self::new(0.0, 0f64.copysign(y)),
        }
    }

    /// The natural logarithm; near the circle of size 1 the real part keeps its digits.
    pub fn ln(self) -> Self {
        let (x, y) = (self.re.abs().max(self.im.abs()), self.re.abs().min(self.im.abs()));
        let size = if self.is_nan() || !(0.5..2.0).contains(&x) {
            match self.size() {
                size if size.is_infinite() && self.is_finite() => (x / 2.0).hypot(y / 2.0).ln() + LN_2,
                size => size.ln(),
            }
        } else if x == 1.0 {
            (y * y).ln_1p() / 2.0
        } else if x > 1.0 || y < f64::EPSILON / 2.0 {
            ((x - 1.0) * (x + 1.0) + y * y).ln_1p() / 2.0
        } else if x * x + y * y >= 0.5 {
            beyond_circle(x, y).ln_1p() / 2.0
        } else {
            x.hypot(y).ln()
        };
        Self::new(size, self.im.atan2(self.re))
    }

    /// To the base 2.
    pub fn log2(self) -> Self {
        let log = self.ln();
        Self::new(log.re * LOG2_E, log.im * LOG2_E)
    }

    /// To the base 10.
    pub fn log10(self) -> Self {
        let log = self.ln();
        Self::new(log.re * LOG10_E, log.im * LOG10_E)
    }

    /// The root with a real part that is not negative.
    pub fn sqrt(self) -> Self {
        let (x, y) = (self.re, self.im);
        if self == Self::ZERO {
            return Self::new(0.0, y);
        }
        if y.is_infinite() {
            return Self::new(f64::INFINITY, y);
        }
        if y == 0.0 && x < 0.0 {
            return Self::new(0.0, (-x).sqrt().copysign(y));
        }
        if x.is_infinite() {
            let still = if y.is_nan() { y } else { 0f64.copysign(y) };
            return if x > 0.0 { Self::new(x, still) } else { Self::new(still.abs(), f64::INFINITY.copysign(y)) };
        }
        // A power of 4 brings what would overflow, or lose its digits, between.
        let most = x.abs().max(y.abs());
        let (by, back) = match most {
            _ if most > f64::MAX / 4.0 => (0.25, 2.0),
            _ if most < 4.0 * f64::MIN_POSITIVE => (2f64.powi(108), 2f64.powi(-54)),
            _ => (1.0, 1.0),
        };
        let (x, y) = (x * by, y * by);
        let half = ((x.abs() + x.hypot(y)) / 2.0).sqrt();
        if x >= 0.0 {
            Self::new(half * back, y / (2.0 * half) * back)
        } else {
            Self::new(y.abs() / (2.0 * half) * back, half.copysign(y) * back)
        }
    }
}

/// Trigonometry: a number turned by a quarter takes the circular functions to the hyperbolic ones.
impl C64 {
    /// `sinh`.
    pub fn sinh(self) -> Self {
        let (x, y) = (self.re, self.im);
        let (sin, cos) = turn(y);
        let cos = if x.is_sign_negative() { -cos } else { cos };
        match (x.is_finite(), y.is_finite()) {
            (true, true) if x.abs() > 709.0 => grown(x.abs(), 0.5 * cos, 0.5 * sin),
            (true, true) => Self::new(x.abs().sinh() * cos, x.cosh() * sin),
            (true, false) if x == 0.0 => Self::new(x, f64::NAN),
            _ if y == 0.0 => Self::new(x, y),
            (false, true) if x.is_infinite() => Self::new(f64::INFINITY.copysign(cos), f64::INFINITY.copysign(sin)),
            (false, false) if x.is_infinite() => Self::new(f64::INFINITY, f64::NAN),
            _ => NAN,
        }
    }

    /// `cosh`.
    pub fn cosh(self) -> Self {
        let (x, y) = (self.re, self.im);
        let (sin, cos) = turn(y);
        let sin = if x.is_sign_negative() { -sin } else { sin };
        match (x.is_finite(), y.is_finite()) {
            (true, true) if x.abs() > 709.0 => grown(x.abs(), 0.5 * cos, 0.5 * sin),
            (true, true) => Self::new(x.cosh() * cos, x.abs().sinh() * sin),
            (true, false) if x == 0.0 => Self::new(f64::NAN, 0.0),
            _ if y == 0.0 => Self::new(x.abs(), if x.is_nan() { y } else { sin }),
            (false, true) if x.is_infinite() => Self::new(f64::INFINITY.copysign(cos), f64::INFINITY.copysign(sin)),
            (false, false) if x.is_infinite() => Self::new(f64::INFINITY, f64::NAN),
            _ => NAN,
        }
    }

    /// `tanh`. Where `sinh` and `cosh` of twice the number overflow it is one to the last bit.
    pub fn tanh(self) -> Self {
        const FLAT: f64 = 354.0;
        let (x, y) = (self.re, self.im);
        if x.is_infinite() {
            let turn = if y.is_finite() && y.abs() > 1.0 { y.sin() * y.cos() } else { y };
            return Self::new(1f64.copysign(x), 0f64.copysign(turn));
        }
        if y == 0.0 && x.is_nan() {
            return self;
        }
        if !self.is_finite() {
            return Self::new(if x == 0.0 { x } else { f64::NAN }, f64::NAN);
        }
        let (sin, cos) = turn(y);
        if x.abs() > FLAT {
            return Self::new(1f64.copysign(x), 4.0 * sin * cos * (-2.0 * x.abs()).exp());
        }
        let (sinh, cosh) = if x.abs() > f64::EPSILON { (x.sinh(), x.cosh()) } else { (x, 1.0) };
        let wide = if sinh.abs() > cos.abs() * f64::EPSILON { sinh * sinh } else { 0.0 } + cos * cos;
        Self::new(sinh * cosh / wide, sin * cos / wide)
    }

    /// What `function` makes of it turned by a quarter, turned back.
    fn turned(self, function: impl Fn(Self) -> Self) -> Self {
        let made = function(Self::new(-self.im, self.re));
        Self::new(made.im, -made.re)
    }

    /// `sin`.
    pub fn sin(self) -> Self {
        if self.im.is_infinite() && !self.re.is_finite() {
            return Self::new(f64::NAN, f64::INFINITY);
        }
        self.turned(Self::sinh)
    }

    /// `cos`.
    pub fn cos(self) -> Self {
        Self::new(-self.im, self.re).cosh()
    }

    /// `tan`.
    pub fn tan(self) -> Self {
        self.turned(Self::tanh)
    }
}

/// The inverse functions.
impl C64 {
    /// The roots of `1 - z` and `1 + z`.
    fn roots(self) -> (Self, Self) {
        (Self::new(1.0 - self.re, -self.im).sqrt(), Self::new(1.0 + self.re, self.im).sqrt())
    }

    /// Whether `1` beside it is lost.
    fn is_large(self) -> bool {
        self.re.abs() >= LARGE || self.im.abs() >= LARGE
    }

    /// The angle where the imaginary part is infinite and the real part is `re`: a diagonal or straight up.
    fn upright(self) -> f64 {
        match self.re {
            re if re.is_nan() => re,
            re if re.is_finite() => FRAC_PI_2.copysign(self.im),
            re => (FRAC_PI_2 - FRAC_PI_4.copysign(re)).copysign(self.im),
        }
    }

    /// `asin`.
    pub fn asin(self) -> Self {
        if !self.is_finite() || self.is_large() {
            return self.turned(Self::asinh);
        }
        let (less, more) = self.roots();
        Self::new(self.re.atan2(less.times(more).re), less.conjugate().times(more).im.asinh())
    }

    /// `acos`.
    pub fn acos(self) -> Self {
        if !self.is_finite() {
            let other = self.asin();
            // No zero is negative here.
            return Self::new(FRAC_PI_2 - other.re + 0.0, -other.im);
        }
        if self.is_large() {
            let log = self.ln();
            return Self::new(log.im.abs(), (-log.re - LN_2).copysign(-self.im));
        }
        let (less, more) = self.roots();
        Self::new(2.0 * less.re.atan2(more.re), more.conjugate().times(less).im.asinh())
    }

    /// `acosh`.
    pub fn acosh(self) -> Self {
        let (x, y) = (self.re, self.im);
        if y.is_infinite() {
            return Self::new(f64::INFINITY, self.upright());
        }
        if x.is_infinite() {
            return Self::new(f64::INFINITY, if y.is_nan() { y } else { if x < 0.0 { PI } else { 0.0 }.copysign(y) });
        }
        if self.is_nan() {
            return Self::new(f64::NAN, if x == 0.0 { FRAC_PI_2 } else { f64::NAN });
        }
        if self.is_large() {
            let log = self.ln();
            return Self::new(log.re + LN_2, log.im);
        }
        let less = Self::new(x - 1.0, y).sqrt();
        let more = Self::new(x + 1.0, y).sqrt();
        Self::new(less.conjugate().times(more).re.asinh(), 2.0 * less.im.atan2(more.re))
    }

    /// `asinh`.
    pub fn asinh(self) -> Self {
        let (x, y) = (self.re, self.im);
        if y.is_infinite() {
            let upright = Self::new(x.abs(), y).upright();
            return Self::new(y.abs().copysign(x), upright);
        }
        if !self.is_finite() {
            let still = if (x.is_infinite() && y.is_finite()) || (x.is_nan() && y == 0.0) {
                0f64.copysign(y)
            } else {
                f64::NAN
            };
            return Self::new(if y.is_nan() && x.is_finite() { y } else { x }, still);
        }
        if self.is_large() {
            let log = Self::new(x.abs(), y.abs()).ln();
            return Self::new((log.re + LN_2).copysign(x), log.im.copysign(y));
        }
        self.turned(Self::asin)
    }

    /// `atanh`.
    pub fn atanh(self) -> Self {
        let (x, y) = (self.re, self.im);
        if self == Self::ZERO {
            return self;
        }
        if !self.is_finite() {
            let up = if y.is_nan() { y } else { FRAC_PI_2.copysign(y) };
            let known = y.is_infinite() || x.is_infinite() || x == 0.0;
            return if known { Self::new(0f64.copysign(x), up) } else { NAN };
        }
        if self.is_large() {
            let re = if y.abs() <= 1.0 {
                1.0 / x
            } else if x.abs() <= 1.0 {
                x / y / y
            } else {
                let size = (x / 2.0).hypot(y / 2.0);
                x / size / size / 4.0
            };
            return Self::new(re, FRAC_PI_2.copysign(y));
        }
        const SMALL: f64 = f64::EPSILON * f64::EPSILON;
        let re = if x.abs() == 1.0 && y.abs() < SMALL {
            0.5f64.copysign(x) * (LN_2 - y.abs().ln())
        } else {
            let (above, below) = ((1.0 + x) * (1.0 + x) + y * y, (1.0 - x) * (1.0 - x) + y * y);
            if above / below < 0.5 { 0.25 * (above / below).ln() } else { 0.25 * (4.0 * x / below).ln_1p() }
        };
        let (most, least) = (x.abs().max(y.abs()), x.abs().min(y.abs()));
        let inside = if (0.75..1.0).contains(&most) || (most < 1.0 && least >= 0.5) {
            -beyond_circle(most, least)
        } else {
            (1.0 - most) * (1.0 + most) - least * least
        };
        Self::new(re, 0.5 * (2.0 * y).atan2(inside + 0.0))
    }

    /// `atan`.
    pub fn atan(self) -> Self {
        self.turned(Self::atanh)
    }
}
