//! Complex numbers of arrays: NumPy's arithmetic and order, powers and text; their functions stand in `functions`.

mod functions;

use std::cmp::Ordering;

/// A complex number in two parts, one after the other in memory.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(C)]
pub struct Complex<T> {
    /// Real part.
    pub re: T,
    /// Imaginary part.
    pub im: T,
}

/// Of two floats of 32 bits.
pub type C32 = Complex<f32>;

/// Of two floats of 64 bits.
pub type C64 = Complex<f64>;

impl<T: PartialOrd + Copy> PartialOrd for Complex<T> {
    /// By the real parts, then by the imaginary ones; none where a part is NaN.
    fn partial_cmp(&self, other: &Complex<T>) -> Option<Ordering> {
        match self.re.partial_cmp(&other.re)? {
            Ordering::Equal => self.im.partial_cmp(&other.im),
            order => {
                self.im.partial_cmp(&other.im)?;
                Some(order)
            }
        }
    }
}

macro_rules! complex {
    ($($type:ident),*) => {
        $(impl Complex<$type> {
            /// 0.
            pub const ZERO: Self = Self { re: 0.0, im: 0.0 };
            /// 1.
            pub const ONE: Self = Self { re: 1.0, im: 0.0 };

            /// From its parts.
            #[inline(always)]
            pub const fn new(re: $type, im: $type) -> Self {
                Self { re, im }
            }

            /// `+`.
            #[inline(always)]
            pub fn plus(self, other: Self) -> Self {
                Self::new(self.re + other.re, self.im + other.im)
            }

            /// `-`.
            #[inline(always)]
            pub fn minus(self, other: Self) -> Self {
                Self::new(self.re - other.re, self.im - other.im)
            }

            /// `*`.
            #[inline(always)]
            pub fn times(self, other: Self) -> Self {
                Self::new(self.re * other.re - self.im * other.im, self.re * other.im + self.im * other.re)
            }

            /// `/`, by the method of Smith.
            pub fn over(self, by: Self) -> Self {
                if by.re.abs() >= by.im.abs() {
                    if by.re == 0.0 && by.im == 0.0 {
                        return Self::new(self.re / by.re.abs(), self.im / by.re.abs());
                    }
                    let ratio = by.im / by.re;
                    let scale = 1.0 / (by.re + by.im * ratio);
                    return Self::new((self.re + self.im * ratio) * scale, (self.im - self.re * ratio) * scale);
                }
                let ratio = by.re / by.im;
                let scale = 1.0 / (by.im + by.re * ratio);
                Self::new((self.re * ratio + self.im) * scale, (self.im * ratio - self.re) * scale)
            }

            /// `-x`.
            pub fn negative(self) -> Self {
                Self::new(-self.re, -self.im)
            }

            /// With the other sign of its imaginary part.
            pub fn conjugate(self) -> Self {
                Self::new(self.re, -self.im)
            }

            /// Its distance from 0.
            pub fn size(self) -> $type {
                self.re.hypot(self.im)
            }

            /// The square of its distance from 0.
            pub fn squared_size(self) -> $type {
                self.re * self.re + self.im * self.im
            }

            /// Whether a part is NaN.
            pub fn is_nan(self) -> bool {
                self.re.is_nan() || self.im.is_nan()
            }

            /// Whether a part is infinite.
            pub fn is_infinite(self) -> bool {
                self.re.is_infinite() || self.im.is_infinite()
            }

            /// Whether both parts are finite.
            pub fn is_finite(self) -> bool {
                self.re.is_finite() && self.im.is_finite()
            }

            /// Whether it is not 0.
            pub fn is_true(self) -> bool {
                self.re != 0.0 || self.im != 0.0
            }

            /// Divided by its distance from 0; 0 stays.
            pub fn sign(self) -> Self {
                let size = self.size();
                if size == 0.0 {
                    return Self::ZERO;
                }
                if size.is_infinite() && !self.is_finite() {
                    let part = |x: $type, y: $type| match (x.is_infinite(), y.is_infinite()) {
                        (true, false) => (1.0 as $type).copysign(x),
                        (true, true) => <$type>::NAN,
                        _ => 0.0,
                    };
                    return Self::new(part(self.re, self.im), part(self.im, self.re));
                }
                Self::new(self.re / size, self.im / size)
            }

            /// Both parts rounded to whole numbers, ties to even.
            pub fn rint(self) -> Self {
                Self::new(self.re.round_ties_even(), self.im.round_ties_even())
            }

            /// The larger in order; NaN wins.
            #[inline(always)]
            pub fn larger(self, other: Self) -> Self {
                if self.is_nan() || (!other.is_nan() && self >= other) { self } else { other }
            }

            /// The smaller in order; NaN wins.
            #[inline(always)]
            pub fn smaller(self, other: Self) -> Self {
                if self.is_nan() || (!other.is_nan() && self <= other) { self } else { other }
            }

            /// To a power. Whole powers up to 100 are products, as in NumPy.
            pub fn power(self, exponent: Self) -> Self {
                if exponent == Self::ZERO {
                    return Self::ONE;
                }
                if self == Self::ZERO {
                    return if exponent.re > 0.0 { Self::ZERO } else { Self::new(<$type>::NAN, <$type>::NAN) };
                }
                if exponent.im == 0.0 && exponent.re.fract() == 0.0 && exponent.re.abs() < 100.0 {
                    let mut left = exponent.re.abs() as u32;
                    // NumPy's products begin with 1, but for the first powers.
                    let mut first = (1.0..=3.0).contains(&exponent.re);
                    let (mut base, mut out) = (self, Self::ONE);
                    while left > 0 {
                        if left & 1 == 1 {
                            out = if first { base } else { out.times(base) };
                            first = false;
                        }
                        left >>= 1;
                        if left > 0 {
                            base = base.times(base);
                        }
                    }
                    return if exponent.re < 0.0 { Self::ONE.over(out) } else { out };
                }
                // As C has it: the exponential of the product with the logarithm.
                self.ln().times_there(exponent).exp()
            }

            /// `*` as C has it: a product of something infinite is infinite though both parts are NaN.
            fn times_there(self, other: Self) -> Self {
                let plain = self.times(other);
                if !(plain.re.is_nan() && plain.im.is_nan()) {
                    return plain;
                }
                let endless = |z: Self| z.re.is_infinite() || z.im.is_infinite();
                let boxed = |z: Self| {
                    let part = |x: $type| (if x.is_infinite() { 1.0 as $type } else { 0.0 }).copysign(x);
                    if endless(z) { Self::new(part(z.re), part(z.im)) } else { z }
                };
                let plain_nan = |z: Self| {
                    let part = |x: $type| if x.is_nan() { (0.0 as $type).copysign(x) } else { x };
                    Self::new(part(z.re), part(z.im))
                };
                if !endless(self) && !endless(other) {
                    return plain;
                }
                let exact = plain_nan(boxed(self)).times(plain_nan(boxed(other)));
                Self::new(<$type>::INFINITY * exact.re, <$type>::INFINITY * exact.im)
            }

            /// `1 / z`, as NumPy divides: of 0 both parts are NaN.
            pub fn reciprocal(self) -> Self {
                if self.im.abs() <= self.re.abs() {
                    let ratio = self.im / self.re;
                    let by = self.re + self.im * ratio;
                    return Self::new(1.0 / by, -ratio / by);
                }
                let ratio = self.re / self.im;
                let by = self.re * ratio + self.im;
                Self::new(ratio / by, -1.0 / by)
            }
        })*
    };
}

complex!(f32, f64);

/// As Python writes a complex number, its parts written by `part`: `(1+2j)`, `2j`.
pub fn text(re: f64, im: f64, part: impl Fn(f64) -> String) -> String {
    let part = |value: f64| {
        let text = part(value);
        text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
    };
    if re == 0.0 && !re.is_sign_negative() {
        return format!("{}j", part(im));
    }
    let sign = if im.is_sign_negative() && !im.is_nan() { "" } else { "+" };
    format!("({}{sign}{}j)", part(re), part(im))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_is_that_of_numpy() {
        let (a, b) = (C64::new(1.0, 2.0), C64::new(3.0, -1.0));
        assert_eq!(a.times(b), C64::new(5.0, 5.0));
        assert_eq!(a.over(b), C64::new(0.1, 0.7000000000000001));
        assert_eq!(a.power(C64::new(2.0, 0.0)), C64::new(-3.0, 4.0));
        assert!(C64::new(1.0, f64::NAN).partial_cmp(&a).is_none());
        assert_eq!(text(0.0, 1.5, crate::data::float::repr64), "1.5j");
        assert_eq!(text(-0.0, -1.0, crate::data::float::repr64), "(-0-1j)");
    }
}
