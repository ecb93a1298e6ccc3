//! Loops over moments and durations: 64-bit numbers with NaT. Units are no matter here: `ops::time` chooses a row and the
//! units in which it works.

use super::{bin, row, tri};
use crate::data::Ticks;
use crate::data::arith::Whole;
use crate::data::time::{Converter, Sort, Unit};
use crate::ops::lane::{Lane, LaneElement, LaneMut};
use crate::ops::scalar::PLAIN;
use crate::ops::{Loop, ScalarOp};

/// A row of loops that are written out.
const fn by(name: &'static str, arity: usize, loops: &'static [Loop]) -> ScalarOp {
    ScalarOp { name, arity, loops, props: PLAIN }
}

/// A float as a duration: NaT of NaN, and of what no duration holds.
fn of_float(value: f64) -> Ticks {
    Ticks::cut(value)
}

/// The quotient, cut towards zero; NaT by zero.
fn over(a: Ticks, by: i64) -> Ticks {
    if a.is_nat() || by == 0 { Ticks::NAT } else { Ticks(a.0.wrapping_div(by)) }
}

fn scaled(a: Ticks, by: f64) -> Ticks {
    if a.is_nat() { a } else { of_float(a.0 as f64 * by) }
}

fn parted(a: Ticks, by: f64) -> Ticks {
    if a.is_nat() { a } else { of_float(a.0 as f64 / by) }
}

fn ratio(a: Ticks, b: Ticks) -> f64 {
    if a.is_nat() || b.is_nat() { f64::NAN } else { a.0 as f64 / b.0 as f64 }
}

fn known(a: Ticks, b: Ticks, better: fn(i64, i64) -> i64) -> Ticks {
    match (a.is_nat(), b.is_nat()) {
        (true, _) => b,
        (_, true) => a,
        _ => Ticks(better(a.0, b.0)),
    }
}

/// Between units: the numbers, the code of the unit they have and of that they get, and whether the calendar decides.
fn convert(args: &[Lane<'_>], out: LaneMut<'_>) {
    let &[values, from, to, calendar] = args else { return };
    let code = |lane: Lane<'_>| <i64 as LaneElement>::lane(lane).first().copied().unwrap_or(0);
    let sort = if code(calendar) == 0 { Sort::Duration } else { Sort::Moment };
    let converter = Converter::new(sort, Unit::of_code(code(from)), Unit::of_code(code(to)));
    for (place, &value) in Ticks::lane_mut(out).iter_mut().zip(Ticks::lane(values)) {
        *place = converter.apply(value);
    }
}

const CONVERT: &[Loop] = &[Loop {
    ins: &[crate::data::DType::TICKS, crate::data::DType::Int64, crate::data::DType::Int64, crate::data::DType::Int64],
    out: crate::data::DType::TICKS,
    run: convert,
}];

/// One answer for all.
fn all<const ANSWER: bool>(_: &[Lane<'_>], out: LaneMut<'_>) {
    bool::lane_mut(out).fill(ANSWER);
}

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    by("time_convert", 4, CONVERT),
    row!("time_number", 1, { only TICKS Ticks => Int64 |a| a.0; }),
    row!("number_time", 1, { only Int64 i64 => TICKS |a| Ticks(a); }),
    by("time_never", 2, &[Loop { ins: &[], out: crate::data::DType::Bool, run: all::<false> }]),
    by("time_always", 2, &[Loop { ins: &[], out: crate::data::DType::Bool, run: all::<true> }]),
    row!("time_add", 2, { only TICKS Ticks |a, b| a.with(b, i64::wrapping_add); }, commutative = true),
    row!("time_subtract", 2, { only TICKS Ticks |a, b| a.with(b, i64::wrapping_sub); }),
    by(
        "time_multiply",
        2,
        &[
            bin!(TICKS, Int64 -> TICKS, |a: Ticks, b: i64| if a.is_nat() { a } else { Ticks(a.0.wrapping_mul(b)) }),
            bin!(Int64, TICKS -> TICKS, |a: i64, b: Ticks| if b.is_nat() { b } else { Ticks(b.0.wrapping_mul(a)) }),
            bin!(TICKS, Float64 -> TICKS, |a: Ticks, b: f64| scaled(a, b)),
            bin!(Float64, TICKS -> TICKS, |a: f64, b: Ticks| scaled(b, a)),
        ],
    ),
    by(
        "time_divide",
        2,
        &[
            bin!(TICKS, Int64 -> TICKS, |a: Ticks, b: i64| over(a, b)),
            bin!(TICKS, Float64 -> TICKS, |a: Ticks, b: f64| parted(a, b)),
            bin!(TICKS -> Float64, |a: Ticks, b: Ticks| ratio(a, b)),
        ],
    ),
    by(
        "time_floor_divide",
        2,
        &[
            bin!(TICKS, Int64 -> TICKS, |a: Ticks, b: i64| over(a, b)),
            bin!(TICKS, Float64 -> TICKS, |a: Ticks, b: f64| parted(a, b)),
            bin!(TICKS -> Int64, |a: Ticks, b: Ticks| if a.is_nat() || b.is_nat() { 0 } else { a.0.floor_div(b.0) }),
        ],
    ),
    row!("time_remainder", 2, {
        only TICKS Ticks |a, b| if b.0 == 0 { Ticks::NAT } else { a.with(b, i64::floor_rem) }; }),
    row!("time_negative", 1, { only TICKS Ticks |a| Ticks(a.0.wrapping_neg()); }),
    row!("time_positive", 1, { only TICKS Ticks |a| a; }),
    row!("time_absolute", 1, { only TICKS Ticks |a| Ticks(a.0.wrapping_abs()); }),
    row!("time_sign", 1, { only TICKS Ticks |a| Ticks(a.0.signum()); }),
    row!("time_equal", 2, { only TICKS Ticks => Bool |a, b| a == b; }, commutative = true),
    row!("time_not_equal", 2, { only TICKS Ticks => Bool |a, b| a != b; }, commutative = true),
    row!("time_less", 2, { only TICKS Ticks => Bool |a, b| a < b; }),
    row!("time_less_equal", 2, { only TICKS Ticks => Bool |a, b| a <= b; }),
    row!("time_greater", 2, { only TICKS Ticks => Bool |a, b| a > b; }),
    row!("time_greater_equal", 2, { only TICKS Ticks => Bool |a, b| a >= b; }),
    row!("time_maximum", 2, { only TICKS Ticks |a, b| a.with(b, i64::max); }),
    row!("time_minimum", 2, { only TICKS Ticks |a, b| a.with(b, i64::min); }),
    row!("time_fmax", 2, { only TICKS Ticks |a, b| known(a, b, i64::max); }),
    row!("time_fmin", 2, { only TICKS Ticks |a, b| known(a, b, i64::min); }),
    row!("time_isnat", 1, { only TICKS Ticks => Bool |a| a.is_nat(); }),
    row!("time_isinf", 1, { only TICKS Ticks => Bool |_a| false; }),
    row!("time_isfinite", 1, { only TICKS Ticks => Bool |a| !a.is_nat(); }),
    by("time_where", 3, &[tri!(Bool, TICKS -> TICKS, |c: bool, a: Ticks, b: Ticks| if c { a } else { b })]),
    row!("time_clip", 3, {
        only TICKS Ticks |a, low, high| a.with(low, i64::max).with(high, i64::min); }),
];
