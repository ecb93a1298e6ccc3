//! The proleptic Gregorian calendar: days numbered from 1 January of year 1, as Python's `toordinal` numbers them.

use crate::data::time::month_of;

/// The last day that `datetime` knows: 31 December 9999.
pub const LAST_DAY: i64 = 3_652_059;
/// The number of 1 January 1970.
pub const EPOCH: i64 = 719_163;
/// Microseconds of a day.
pub const DAY: i64 = 86_400_000_000;

/// Whether a year has a 29 February.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The days of a month.
pub fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days of a year before a month.
pub fn days_before(year: i64, month: i64) -> i64 {
    (1..month).map(|month| days_in_month(year, month)).sum()
}

/// The number of a date.
pub fn ordinal(year: i64, month: i64, day: i64) -> i64 {
    let y = year - 1;
    y * 365 + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + days_before(year, month) + day
}

/// Year, month and day of a number.
pub fn ymd(ordinal: i64) -> (i64, i64, i64) {
    let (month, day) = month_of(ordinal - EPOCH);
    (month.div_euclid(12) + 1970, month.rem_euclid(12) + 1, day)
}

/// The day of the week, Monday being 0.
pub fn weekday(ordinal: i64) -> i64 {
    (ordinal + 6).rem_euclid(7)
}

/// The first day of the first ISO week of a year.
pub fn iso_start(year: i64) -> i64 {
    let first = ordinal(year, 1, 1);
    let day = weekday(first);
    if day > 3 { first - day + 7 } else { first - day }
}

/// ISO year, week and weekday (Monday is 1).
pub fn iso(at: i64) -> (i64, i64, i64) {
    let mut year = ymd(at).0;
    if at >= iso_start(year + 1) {
        year += 1;
    } else if at < iso_start(year) {
        year -= 1;
    }
    let days = at - iso_start(year);
    (year, days / 7 + 1, days % 7 + 1)
}

/// The offset of local time from UTC at a moment, in seconds, with its name.
pub fn local_offset(seconds: i64) -> (i64, String) {
    let zone = jiff::tz::TimeZone::system();
    match jiff::Timestamp::from_second(seconds) {
        Ok(stamp) => {
            let info = zone.to_offset_info(stamp);
            (i64::from(info.offset().seconds()), info.abbreviation().to_owned())
        }
        Err(_) => (0, "UTC".to_owned()),
    }
}

/// Seconds since 1970 of a moment in local time, given as if it were UTC.
pub fn from_local(seconds: i64) -> i64 {
    // The offset at the guess is right but for the hour of a change; a second look settles most of those.
    let first = seconds - local_offset(seconds).0;
    seconds - local_offset(first).0
}
