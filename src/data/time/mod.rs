//! Moments and durations of NumPy: whole numbers of a unit, NaT among them; units, what two of them have in common, and
//! conversions between them.

mod dtype;
mod text;

use std::cmp::Ordering;

pub use dtype::no_common;
pub use text::{Parsed, date_text, no_unit, not_duration, not_moment, parse, shown, unit_named};

use super::raised::{ExcClass, Raised, Res, type_error};

/// A number of units since 1970, or a duration in units. The smallest 64-bit number is NaT, which is unlike everything,
/// itself too.
#[derive(Clone, Copy, Default, Debug)]
pub struct Ticks(pub i64);

impl Ticks {
    /// Not a time.
    pub const NAT: Ticks = Ticks(i64::MIN);

    /// Whether it is NaT.
    #[inline(always)]
    pub fn is_nat(self) -> bool {
        self.0 == i64::MIN
    }

    /// `f` of both numbers; NaT if either is.
    #[inline(always)]
    pub fn with(self, other: Ticks, f: impl Fn(i64, i64) -> i64) -> Ticks {
        if self.is_nat() || other.is_nat() { Ticks::NAT } else { Ticks(f(self.0, other.0)) }
    }

    /// A float cut towards zero; NaT of what is no number, or none that fits.
    pub fn cut(value: f64) -> Ticks {
        Ticks(super::arith::trunc_i64(value))
    }
}

impl PartialEq for Ticks {
    #[inline(always)]
    fn eq(&self, other: &Ticks) -> bool {
        self.0 == other.0 && !self.is_nat()
    }
}

impl PartialOrd for Ticks {
    #[inline(always)]
    fn partial_cmp(&self, other: &Ticks) -> Option<Ordering> {
        if self.is_nat() || other.is_nat() { None } else { Some(self.0.cmp(&other.0)) }
    }
}

/// What is counted, the longest first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
#[repr(u8)]
pub enum Base {
    /// Years.
    Year,
    /// Months.
    Month,
    /// Weeks.
    Week,
    /// Days.
    Day,
    /// Hours.
    Hour,
    /// Minutes.
    Minute,
    /// Seconds.
    Second,
    /// Milliseconds.
    Milli,
    /// Microseconds.
    Micro,
    /// Nanoseconds.
    Nano,
    /// Picoseconds.
    Pico,
    /// Femtoseconds.
    Femto,
    /// Attoseconds.
    Atto,
    /// Nothing in particular.
    Generic,
}

/// A base, how NumPy abbreviates it, its plural, and how many of the next one are in it (0: no fixed number).
type BaseRow = (Base, &'static str, &'static str, i64);

/// In the order of [`Base`].
static BASES: [BaseRow; 14] = [
    (Base::Year, "Y", "years", 1),
    (Base::Month, "M", "months", 1),
    (Base::Week, "W", "weeks", 7),
    (Base::Day, "D", "days", 24),
    (Base::Hour, "h", "hours", 60),
    (Base::Minute, "m", "minutes", 60),
    (Base::Second, "s", "seconds", 1000),
    (Base::Milli, "ms", "milliseconds", 1000),
    (Base::Micro, "us", "microseconds", 1000),
    (Base::Nano, "ns", "nanoseconds", 1000),
    (Base::Pico, "ps", "picoseconds", 1000),
    (Base::Femto, "fs", "femtoseconds", 1000),
    (Base::Atto, "as", "attoseconds", 1),
    (Base::Generic, "generic", "generic time units", 1),
];

impl Base {
    fn row(self) -> &'static BaseRow {
        // One row for each base, in their order.
        BASES.get(self as usize).unwrap_or(&BASES[13])
    }

    /// NumPy's abbreviation: `D`, `ns`.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// `days`.
    pub fn plural(self) -> &'static str {
        self.row().2
    }

    /// The base with an abbreviation.
    pub fn named(name: &str) -> Option<Base> {
        let name = if name == "\u{3bc}s" || name == "\u{b5}s" { "us" } else { name };
        BASES.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// Whether its length depends on the calendar.
    pub fn is_calendar(self) -> bool {
        matches!(self, Base::Year | Base::Month)
    }

    /// How many of `to` are in one of `self`, which is not shorter; `None` where NumPy finds the number too large.
    fn factor(self, to: Base) -> Option<i64> {
        let between = BASES.get(self as usize..to as usize).unwrap_or_default();
        between.iter().try_fold(1i64, |product, row| {
            let next = product.checked_mul(row.3)?;
            (next as u64 & 0xff00_0000_0000_0000 == 0).then_some(next)
        })
    }
}

/// A unit: so many of a base. Packed into five bytes, so that a value that carries a dtype stays at sixteen.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
#[repr(Rust, packed)]
pub struct Unit {
    /// What is counted.
    pub base: Base,
    /// How many of it make one.
    pub count: u32,
}

impl Unit {
    /// No unit.
    pub const GENERIC: Unit = Unit { base: Base::Generic, count: 1 };

    /// One of a base.
    pub const fn one(base: Base) -> Unit {
        Unit { base, count: 1 }
    }

    /// Whether it is no unit.
    pub fn is_generic(self) -> bool {
        self.base == Base::Generic
    }

    /// `D`, `25s`, `generic`.
    pub fn name(self) -> String {
        if self.count == 1 { self.base.name().to_owned() } else { format!("{}{}", { self.count }, self.base.name()) }
    }

    /// `[D]`; nothing for no unit.
    pub fn bracket(self) -> String {
        if self.is_generic() { String::new() } else { format!("[{}]", self.name()) }
    }

    /// What two units have in common: both are whole numbers of it. `strict`: years and months are no number of days.
    pub fn common(self, other: Unit, strict: bool) -> Res<Unit> {
        if self.is_generic() || self == other {
            return Ok(other);
        }
        if other.is_generic() {
            return Ok(self);
        }
        let (long, short) = if self.base <= other.base { (self, other) } else { (other, self) };
        let overflow = || {
            let text = format!(
                "Integer overflow getting a common metadata divisor for NumPy datetime metadata {} and {}.",
                self.bracket(),
                other.bracket()
            );
            Raised::new(ExcClass::OverflowError, text)
        };
        let factor = match (long.base, short.base) {
            (Base::Year, Base::Month) => 12,
            (Base::Year | Base::Month, base) if !base.is_calendar() && strict => {
                return Err(type_error(format!(
                    "Cannot get a common metadata divisor for Numpy datetime metadata {} and {} because they have \
                     incompatible nonlinear base time units.",
                    self.bracket(),
                    other.bracket()
                )));
            }
            (from, to) => from.factor(to).ok_or_else(overflow)?,
        };
        let counted = i64::from(long.count).checked_mul(factor).ok_or_else(overflow)?;
        let (mut a, mut b) = (counted, i64::from(short.count));
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let count = i32::try_from(a).map_err(|_| overflow())?;
        Ok(Unit { base: short.base, count: count.unsigned_abs() })
    }

    /// Whether every number of this unit is one of `to`: a cast that loses nothing.
    pub fn divides_into(self, to: Unit) -> bool {
        self.common(to, true).is_ok_and(|common| common == to)
    }

    /// A number that says which it is.
    pub fn code(self) -> i64 {
        i64::from(self.count) << 8 | self.base as i64
    }

    /// The unit with a number.
    pub fn of_code(code: i64) -> Unit {
        let base = BASES.get((code & 0xff) as usize).map_or(Base::Generic, |row| row.0);
        Unit { base, count: (code >> 8) as u32 }
    }

    /// Attoseconds in one; of years and months what NumPy takes for their mean, over 4800.
    fn length(self) -> (i128, i128) {
        const DAY: i128 = 86_400 * ATTOS;
        const CYCLE: i128 = 97 + 400 * 365;
        let (size, over) = match self.base {
            Base::Year => (DAY * CYCLE, 400),
            Base::Month => (DAY * CYCLE, 4800),
            Base::Week => (DAY * 7, 1),
            Base::Day => (DAY, 1),
            Base::Hour => (3600 * ATTOS, 1),
            Base::Minute => (60 * ATTOS, 1),
            Base::Second => (ATTOS, 1),
            Base::Milli => (1_000_000_000_000_000, 1),
            Base::Micro => (1_000_000_000_000, 1),
            Base::Nano => (1_000_000_000, 1),
            Base::Pico => (1_000_000, 1),
            Base::Femto => (1000, 1),
            Base::Atto | Base::Generic => (1, 1),
        };
        (size * i128::from(self.count), over)
    }
}

/// Attoseconds in a second.
const ATTOS: i128 = 1_000_000_000_000_000_000;

/// How a number of one unit becomes one of another: multiplied, then divided and rounded down.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ratio {
    up: i128,
    down: i128,
}

impl Ratio {
    fn between(from: Unit, to: Unit) -> Ratio {
        if from.is_generic() || to.is_generic() {
            return Ratio { up: 1, down: 1 };
        }
        let ((up, over), (down, under)) = (from.length(), to.length());
        // Both of the calendar: their own numbers, without the mean length of a day.
        let (up, down) = (up.saturating_mul(under), down.saturating_mul(over));
        let (mut a, mut b) = (up, down);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Ratio { up: up / a.max(1), down: down / a.max(1) }
    }

    #[inline]
    fn apply(self, value: i64) -> i64 {
        if self.down == 1 {
            return value.wrapping_mul(self.up as i64);
        }
        i128::from(value).wrapping_mul(self.up).div_euclid(self.down) as i64
    }
}

/// Days since 1970 of the first day of a month, which is counted from January 1970.
pub fn days_before(month: i64) -> i64 {
    let (year, month) = (i128::from(month.div_euclid(12)) + 1970, i128::from(month.rem_euclid(12)) + 1);
    // Years that begin in March put the leap day last.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5;
    let day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    (era * 146_097 + day - 719_468) as i64
}

/// The month (counted from January 1970) and the day in it, from 1, of a day counted from 1 January 1970.
pub fn month_of(day: i64) -> (i64, i64) {
    let shifted = i128::from(day) + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let months = (year + era * 400 - 1970) * 12 + from_march + 2;
    (months as i64, day as i64)
}

/// Which kind of time a number is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Sort {
    /// `datetime64`: the calendar decides.
    Moment,
    /// `timedelta64`: years and months have a mean length.
    Duration,
}

/// A conversion between units, prepared once for many numbers.
#[derive(Clone, Copy, Debug)]
pub struct Converter {
    first: Ratio,
    calendar: Calendar,
    last: Ratio,
}

/// What stands between the two ratios.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Calendar {
    None,
    MonthsToDays,
    DaysToMonths,
}

impl Converter {
    /// From one unit to another.
    pub fn new(sort: Sort, from: Unit, to: Unit) -> Converter {
        let same = Ratio { up: 1, down: 1 };
        let (month, day) = (Unit::one(Base::Month), Unit::one(Base::Day));
        let plain = sort == Sort::Duration || from.is_generic() || to.is_generic();
        match (from.base.is_calendar(), to.base.is_calendar()) {
            (true, false) if !plain => Converter {
                first: Ratio::between(from, month),
                calendar: Calendar::MonthsToDays,
                last: Ratio::between(day, to),
            },
            (false, true) if !plain => Converter {
                first: Ratio::between(from, day),
                calendar: Calendar::DaysToMonths,
                last: Ratio::between(month, to),
            },
            _ => Converter { first: Ratio::between(from, to), calendar: Calendar::None, last: same },
        }
    }

    /// One number, rounded down; NaT stays. What does not fit wraps, as in NumPy.
    #[inline]
    pub fn apply(&self, value: Ticks) -> Ticks {
        if value.is_nat() {
            return value;
        }
        let first = self.first.apply(value.0);
        Ticks(match self.calendar {
            Calendar::None => first,
            Calendar::MonthsToDays => self.last.apply(days_before(first)),
            Calendar::DaysToMonths => self.last.apply(month_of(first).0),
        })
    }
}

/// Two moments or durations of any units in order; `None` if one is NaT.
pub fn order(sort: Sort, a: (Ticks, Unit), b: (Ticks, Unit)) -> Option<Ordering> {
    if a.0.is_nat() || b.0.is_nat() {
        return None;
    }
    Some(exact(sort, a).cmp(&exact(sort, b)))
}

/// Attoseconds since 1970, or of a duration; of a generic one its number.
fn exact(sort: Sort, (value, unit): (Ticks, Unit)) -> i128 {
    let value = match (sort, unit.base.is_calendar()) {
        (Sort::Moment, true) => {
            let months = Ratio::between(unit, Unit::one(Base::Month)).apply(value.0);
            return i128::from(days_before(months)).saturating_mul(86_400 * ATTOS);
        }
        _ => value.0,
    };
    let (size, over) = unit.length();
    i128::from(value).saturating_mul(size) / over
}

/// A number that equal moments, or equal durations, have in common.
pub fn hash(sort: Sort, value: Ticks, unit: Unit) -> i64 {
    let exact = exact(sort, (value, unit));
    (exact ^ (exact >> 64)) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(base: Base) -> Unit {
        Unit::one(base)
    }

    #[test]
    fn days_and_months_go_back_and_forth() {
        for day in (-1_000_000..1_000_000).step_by(97) {
            let (month, of_month) = month_of(day);
            assert_eq!(days_before(month) + of_month - 1, day);
        }
        assert_eq!((month_of(0), days_before(0), days_before(1)), ((0, 1), 0, 31));
    }

    #[test]
    fn units_have_what_numpy_finds_in_common() {
        let day = unit(Base::Day);
        assert_eq!(day.common(unit(Base::Hour), true).unwrap(), unit(Base::Hour));
        assert_eq!(unit(Base::Year).common(unit(Base::Month), true).unwrap(), unit(Base::Month));
        assert_eq!({ Unit { base: Base::Second, count: 25 }.common(unit(Base::Minute), true).unwrap().count }, 5);
        assert!(unit(Base::Year).common(day, true).is_err());
        assert_eq!(unit(Base::Year).common(day, false).unwrap(), day);
        assert!(unit(Base::Week).common(unit(Base::Atto), false).is_err());
    }

    #[test]
    fn conversions_round_down() {
        let to = |sort, from, to, value| Converter::new(sort, from, to).apply(Ticks(value)).0;
        assert_eq!(to(Sort::Duration, unit(Base::Hour), unit(Base::Day), -1), -1);
        assert_eq!(to(Sort::Moment, unit(Base::Year), unit(Base::Day), 50), 18262);
        assert_eq!(to(Sort::Moment, unit(Base::Day), unit(Base::Year), 18262), 50);
        assert_eq!(to(Sort::Duration, unit(Base::Year), unit(Base::Day), 1), 365);
        assert_eq!(to(Sort::Duration, unit(Base::Year), unit(Base::Month), 2), 24);
    }
}
