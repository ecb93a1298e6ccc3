//! Moments and durations as text, as NumPy reads and writes them.

use super::{Base, Converter, Sort, Ticks, Unit, days_before, month_of};
use crate::data::raised::{Raised, Res, type_error, value_error};

/// A unit by NumPy's name: `D`, `25s`, `generic`. `whole`: all of the text in which it stands, for the message.
pub fn unit_named(name: &str, whole: Option<&str>) -> Res<Unit> {
    let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (count, base) = name.split_at(digits);
    let count = if count.is_empty() { Some(1) } else { count.parse::<u32>().ok().filter(|&count| count > 0) };
    match (count, Base::named(base)) {
        (Some(count), Some(base)) if count <= i32::MAX as u32 => Ok(Unit { base, count }),
        _ => Err(type_error(match whole {
            Some(whole) => format!("Invalid datetime unit in metadata string \"{whole}\""),
            None => format!("Invalid datetime unit \"{name}\" in metadata"),
        })
        .help("the units are Y, M, W, D, h, m, s, ms, us, ns, ps, fs and as")),
    }
}

/// What NumPy says of a value that is no duration.
pub fn not_duration() -> Box<Raised> {
    value_error("Could not convert object to NumPy timedelta")
        .help("a duration is made of a whole number and a unit: np.timedelta64(5, 'D')")
}

/// What NumPy says of a value that is no moment.
pub fn not_moment() -> Box<Raised> {
    value_error("Could not convert object to NumPy datetime")
        .help("a moment is made of a text as ISO 8601 writes it: np.datetime64('2020-01-31')")
}

/// What NumPy says of a number that is to be a moment without a unit.
pub fn no_unit() -> Box<Raised> {
    value_error("Converting an integer to a NumPy datetime requires a specified unit")
        .help("say which: np.datetime64(5, 'D')")
}

/// A moment as a calendar and a clock say it, read from text.
#[derive(Clone, Copy, Debug)]
pub struct Parsed {
    /// Months since January 1970.
    month: i64,
    /// Day of the month, from 0.
    day: i64,
    /// Seconds of the day.
    second: i64,
    /// Attoseconds of the second.
    atto: i64,
    /// The unit that the text is written in.
    pub unit: Unit,
    /// Whether it is no time at all.
    nat: bool,
}

impl Parsed {
    /// NaT, of no unit.
    const NAT: Parsed = Parsed { month: 0, day: 0, second: 0, atto: 0, unit: Unit::GENERIC, nat: true };

    /// In a unit: rounded down; what does not fit wraps, as in NumPy.
    pub fn ticks(&self, unit: Unit) -> Ticks {
        if self.nat {
            return Ticks::NAT;
        }
        let to = |from: Base, value: i64| Converter::new(Sort::Moment, Unit::one(from), unit).apply(Ticks(value));
        if unit.base.is_calendar() {
            return to(Base::Month, self.month);
        }
        let days = days_before(self.month).wrapping_add(self.day);
        if unit.base <= Base::Day {
            return to(Base::Day, days);
        }
        let seconds = days.wrapping_mul(86_400).wrapping_add(self.second);
        if unit.base <= Base::Second {
            return to(Base::Second, seconds);
        }
        let digits = 3 * (unit.base as u32 - Base::Second as u32);
        let fine = seconds.wrapping_mul(10i64.pow(digits)).wrapping_add(self.atto / 10i64.pow(18 - digits));
        Ticks(fine.div_euclid(i64::from(unit.count)))
    }
}

/// Reads a text from the left.
struct Reader<'a> {
    whole: &'a str,
    rest: &'a [u8],
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    fn skip(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.rest = self.rest.get(1..).unwrap_or_default();
        }
        found
    }

    fn digit(&mut self) -> Option<i64> {
        let digit = self.peek().filter(u8::is_ascii_digit)?;
        self.skip(digit);
        Some(i64::from(digit - b'0'))
    }

    fn broken<T>(&self) -> Res<T> {
        let at = self.whole.len() - self.rest.len();
        Err(value_error(format!("Error parsing datetime string \"{}\" at position {at}", self.whole))
            .help("write it as 2020-01-31T12:30:15.123456"))
    }

    /// A number of two digits from 0 to `most`, or from 1.
    fn two(&mut self, name: &str, least: i64, most: i64) -> Res<i64> {
        let start = self.rest;
        let (Some(tens), Some(ones)) = (self.digit(), self.digit()) else {
            self.rest = start;
            return self.broken();
        };
        let value = tens * 10 + ones;
        if (least..=most).contains(&value) {
            return Ok(value);
        }
        Err(value_error(format!("{name} out of range in datetime string \"{}\"", self.whole)))
    }

    fn year(&mut self) -> Res<i64> {
        let negative = self.skip(b'-');
        if !negative {
            self.skip(b'+');
        }
        let Some(mut year) = self.digit() else { return self.broken() };
        while let Some(digit) = self.digit() {
            year = year.wrapping_mul(10).wrapping_add(digit);
        }
        Ok(if negative { -year } else { year })
    }

    /// Digits behind the point, as attoseconds, and their unit.
    fn fraction(&mut self) -> (i64, Base) {
        let (mut value, mut count) = (0i64, 0u32);
        while let Some(digit) = self.digit() {
            if count < 18 {
                value = value * 10 + digit;
                count += 1;
            }
        }
        let base = match count {
            0 => Base::Second,
            1..=3 => Base::Milli,
            4..=6 => Base::Micro,
            7..=9 => Base::Nano,
            10..=12 => Base::Pico,
            13..=15 => Base::Femto,
            _ => Base::Atto,
        };
        (value * 10i64.pow(18 - count), base)
    }

    /// Clock time behind the date, with the unit of its last part.
    fn clock(&mut self, made: &mut Parsed) -> Res<Base> {
        made.second = self.two("Hours", 0, 23)? * 3600;
        if !self.skip(b':') {
            return Ok(Base::Hour);
        }
        made.second += self.two("Minutes", 0, 59)? * 60;
        if !self.skip(b':') {
            return Ok(Base::Minute);
        }
        made.second += self.two("Seconds", 0, 59)?;
        if !self.skip(b'.') {
            return Ok(Base::Second);
        }
        let (atto, base) = self.fraction();
        made.atto = atto;
        Ok(base)
    }

    /// Minutes by which the zone is ahead; `None` where the text says nothing of one.
    fn zone(&mut self) -> Res<Option<i64>> {
        if self.skip(b'Z') {
            return Ok(Some(0));
        }
        let sign = match self.peek() {
            Some(b'+') => 1,
            Some(b'-') => -1,
            _ => return Ok(None),
        };
        self.rest = self.rest.get(1..).unwrap_or_default();
        let hours = self.two("Timezone hours offset", 0, 23)?;
        self.skip(b':');
        let minutes = if self.rest.is_empty() { 0 } else { self.two("Timezone minutes offset", 0, 59)? };
        Ok(Some(sign * (hours * 60 + minutes)))
    }
}

/// A moment from its text, as ISO 8601 writes it; nothing, and `NaT`, are NaT.
pub fn parse(text: &str) -> Res<Parsed> {
    if text.is_empty() || text.eq_ignore_ascii_case("nat") {
        return Ok(Parsed::NAT);
    }
    let mut reader = Reader { whole: text, rest: text.trim_start().as_bytes() };
    let mut made = Parsed { nat: false, ..Parsed::NAT };
    let year = reader.year()?;
    made.month = year.wrapping_sub(1970).wrapping_mul(12);
    let base = date_and_clock(&mut reader, &mut made)?;
    if !reader.rest.is_empty() {
        return reader.broken();
    }
    made.unit = Unit::one(base);
    Ok(made)
}

fn date_and_clock(reader: &mut Reader<'_>, made: &mut Parsed) -> Res<Base> {
    if reader.rest.is_empty() {
        return Ok(Base::Year);
    }
    if !reader.skip(b'-') {
        return reader.broken();
    }
    made.month += reader.two("Month", 1, 12)? - 1;
    if reader.rest.is_empty() {
        return Ok(Base::Month);
    }
    if !reader.skip(b'-') {
        return reader.broken();
    }
    let length = days_before(made.month + 1) - days_before(made.month);
    made.day = reader.two("Day", 1, length)? - 1;
    if reader.rest.is_empty() {
        return Ok(Base::Day);
    }
    if !reader.skip(b'T') && !reader.skip(b' ') {
        return reader.broken();
    }
    let base = reader.clock(made)?;
    if let Some(ahead) = reader.zone()? {
        let second = made.second - ahead * 60;
        made.second = second.rem_euclid(86_400);
        let (month, day) = month_of(days_before(made.month) + made.day + second.div_euclid(86_400));
        (made.month, made.day) = (month, day - 1);
        return Ok(base.max(Base::Minute));
    }
    Ok(base)
}

/// A moment as ISO 8601 writes it, down to `to` (`None`: its own unit).
pub fn date_text(value: Ticks, unit: Unit, to: Option<Base>) -> String {
    if value.is_nat() || unit.is_generic() {
        return "NaT".to_owned();
    }
    let base = to.unwrap_or(unit.base);
    let convert = |to: Base| Converter::new(Sort::Moment, unit, Unit::one(to)).apply(value).0;
    let months = convert(Base::Month);
    let (year, month) = (months.div_euclid(12).wrapping_add(1970), months.rem_euclid(12) + 1);
    let mut text = format!("{year:04}");
    if base == Base::Year {
        return text;
    }
    text.push_str(&format!("-{month:02}"));
    if base == Base::Month {
        return text;
    }
    let days = convert(Base::Day);
    text.push_str(&format!("-{:02}", days - days_before(months) + 1));
    if base <= Base::Day {
        return text;
    }
    // What is finer than a second stands in the unit itself: seconds are rounded down from it.
    let seconds = convert(Base::Second);
    let of_day = seconds.rem_euclid(86_400);
    text.push_str(&format!("T{:02}", of_day / 3600));
    if base >= Base::Minute {
        text.push_str(&format!(":{:02}", of_day / 60 % 60));
    }
    if base >= Base::Second {
        text.push_str(&format!(":{:02}", of_day % 60));
    }
    if base > Base::Second {
        let digits = 3 * (base as usize - Base::Second as usize);
        text.push_str(&format!(".{:0digits$}", fraction(value, unit, digits)));
    }
    text
}

/// The digits behind the point of a moment's seconds.
fn fraction(value: Ticks, unit: Unit, digits: usize) -> i128 {
    let own = 3 * (unit.base as u32).saturating_sub(Base::Second as u32);
    let scale = 10i128.pow(own);
    let rest = (i128::from(value.0) * i128::from(unit.count)).rem_euclid(scale);
    let rest = if unit.base > Base::Second { rest } else { 0 };
    rest * 10i128.pow(18 - own) / 10i128.pow(18 - digits.min(18) as u32)
}

/// `str(x)` of a duration: `5 days`.
pub fn shown(value: Ticks, unit: Unit) -> String {
    if value.is_nat() {
        return "NaT".to_owned();
    }
    format!("{} {}", i128::from(value.0) * i128::from(unit.count), unit.base.plural())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_back_and_forth() {
        let texts = [
            "2020",
            "1969-12",
            "2020-02-29",
            "2020-01-01T05",
            "1960-01-01T05:07",
            "2020-01-01T05:07:09",
            "1960-01-01T05:07:09.123456",
            "2020-01-01T05:07:09.123456789",
        ];
        for text in texts {
            let parsed = parse(text).unwrap();
            assert_eq!(date_text(parsed.ticks(parsed.unit), parsed.unit, None), text);
        }
        assert!(parse("2020-02-30").is_err() && parse("2020-1").is_err() && parse("abc").is_err());
        let zoned = parse("2020-01-01T12:30+01:00").unwrap();
        assert_eq!(date_text(zoned.ticks(zoned.unit), zoned.unit, None), "2020-01-01T11:30");
    }

    #[test]
    fn units_are_read() {
        assert_eq!(unit_named("25s", None).unwrap(), Unit { base: Base::Second, count: 25 });
        assert!(unit_named("foo", None).is_err());
    }
}
