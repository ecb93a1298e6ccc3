//! `datetime`: texts to values: `strptime`, `fromisoformat`.

use std::sync::Arc;

use super::civil;
use super::text::{DAYS, MONTHS};
use super::{Dt, Moment, Zone, checked_day, checked_time};
use crate::data::Res;
use crate::data::raised::value_error;
use crate::value::repr::quote;

/// What a text gave so far.
#[derive(Default)]
struct Found {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    day_of_year: Option<i64>,
    week: Option<(char, i64)>,
    weekday: Option<i64>,
    hour: i64,
    minute: i64,
    second: i64,
    micro: i64,
    afternoon: Option<bool>,
    zone: Option<Zone>,
}

struct Text<'a> {
    rest: &'a str,
}

impl Text<'_> {
    /// Up to so many digits, at least one, with a value up to `most`; as many as fit, as a regular expression takes them.
    fn number(&mut self, width: usize, most: i64) -> Option<i64> {
        let count = self.rest.bytes().take(width).take_while(u8::is_ascii_digit).count();
        for count in (1..=count).rev() {
            let (digits, rest) = self.rest.split_at(count);
            let value: i64 = digits.parse().ok()?;
            if value <= most {
                self.rest = rest;
                return Some(value);
            }
        }
        None
    }

    fn exactly(&mut self, width: usize) -> Option<i64> {
        let digits = self.rest.get(..width).filter(|text| text.bytes().all(|b| b.is_ascii_digit()))?;
        self.rest = self.rest.get(width..)?;
        digits.parse().ok()
    }

    fn eat(&mut self, text: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(text)?;
        Some(())
    }

    fn name(&mut self, names: &[&str], short: bool) -> Option<i64> {
        for (at, name) in names.iter().enumerate() {
            let name = if short { name.get(..3)? } else { name };
            if self.rest.get(..name.len()).is_some_and(|text| text.eq_ignore_ascii_case(name)) {
                self.rest = self.rest.get(name.len()..)?;
                return Some(at as i64);
            }
        }
        None
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// `+01:00`, `+0100`, `Z`.
    fn zone(&mut self) -> Option<Zone> {
        if self.eat("Z").is_some() {
            return Some(Zone::UTC);
        }
        let sign = if self.eat("-").is_some() { -1 } else { self.eat("+").map(|()| 1)? };
        let hours = self.exactly(2)?;
        let colon = self.eat(":").is_some();
        let minutes = self.exactly(2).unwrap_or(0);
        let mut seconds = 0;
        let mut micros = 0;
        if !colon || self.eat(":").is_some() {
            seconds = self.exactly(2).unwrap_or(0);
            if self.eat(".").is_some() {
                micros = self.fraction()?;
            }
        }
        let size = ((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + micros;
        (size < civil::DAY).then_some(Zone { offset: sign * size, name: None })
    }

    /// The digits of a fraction, as microseconds.
    fn fraction(&mut self) -> Option<i64> {
        let count = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(count);
        self.rest = rest;
        let kept = digits.get(..6.min(count)).filter(|kept| !kept.is_empty())?;
        Some(kept.parse::<i64>().ok()? * 10i64.pow(6 - kept.len() as u32))
    }
}

/// `datetime.strptime(text, format)`.
pub fn strptime(text: &str, format: &str) -> Res<Dt> {
    let mut at = Text { rest: text };
    let mut found = Found::default();
    let mut chars = format.chars().peekable();
    let mismatch = || value_error(format!("time data {} does not match format {}", quote(text), quote(format)));
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            if !at.rest.starts_with(char::is_whitespace) {
                return Err(mismatch());
            }
            at.blanks();
            continue;
        }
        if c != '%' {
            let fits = at.rest.chars().next().is_some_and(|other| other.to_lowercase().eq(c.to_lowercase()));
            if !fits {
                return Err(mismatch());
            }
            at.rest = at.rest.get(at.rest.chars().next().map_or(0, char::len_utf8)..).unwrap_or("");
            continue;
        }
        let Some(directive) = chars.next() else {
            return Err(value_error(format!("stray % in format {}", quote(format))));
        };
        match read(&mut at, &mut found, directive) {
            Some(Some(())) => {}
            Some(None) => return Err(mismatch()),
            None => {
                let format = quote(format);
                return Err(value_error(format!("'{directive}' is a bad directive in format {format}")));
            }
        }
    }
    if !at.rest.is_empty() {
        return Err(value_error(format!("unconverted data remains: {}", at.rest)));
    }
    finish(found)
}

/// Read one directive: `None` if there is no such one, `Some(None)` if the text does not fit.
fn read(at: &mut Text, found: &mut Found, directive: char) -> Option<Option<()>> {
    let fits = match directive {
        'Y' => at.exactly(4).map(|n| found.year = Some(n)),
        'y' => at.exactly(2).map(|n| found.year = Some(if n < 69 { 2000 + n } else { 1900 + n })),
        'm' => at.number(2, 12).filter(|n| *n > 0).map(|n| found.month = Some(n)),
        'd' => {
            // A day may have a blank for its first digit.
            if at.rest.starts_with(' ') {
                at.blanks();
            }
            at.number(2, 31).filter(|n| *n > 0).map(|n| found.day = Some(n))
        }
        'H' => at.number(2, 23).map(|n| found.hour = n),
        'I' => at.number(2, 12).filter(|n| *n > 0).map(|n| {
            found.hour = n;
            found.afternoon = found.afternoon.or(Some(false));
        }),
        'M' => at.number(2, 59).map(|n| found.minute = n),
        'S' => at.number(2, 61).map(|n| found.second = n),
        'f' => {
            let digits = at.rest.bytes().take(6).take_while(u8::is_ascii_digit).count();
            at.number(6, 999_999).map(|n| found.micro = n * 10i64.pow(6 - digits as u32))
        }
        'j' => at.number(3, 366).filter(|n| *n > 0).map(|n| found.day_of_year = Some(n)),
        'b' | 'h' => at.name(&MONTHS, true).map(|n| found.month = Some(n + 1)),
        'B' => at.name(&MONTHS, false).map(|n| found.month = Some(n + 1)),
        'a' => at.name(&DAYS, true).map(|n| found.weekday = Some(n)),
        'A' => at.name(&DAYS, false).map(|n| found.weekday = Some(n)),
        'w' => at.number(1, 6).map(|n| found.weekday = Some((n + 6) % 7)),
        'u' => at.number(1, 7).map(|n| found.weekday = Some(n - 1)),
        'U' | 'W' => at.number(2, 53).map(|n| found.week = Some((directive, n))),
        'p' => {
            let half = at.rest.get(..2).map(str::to_ascii_lowercase);
            let afternoon = match half.as_deref() {
                Some("am") => Some(false),
                Some("pm") => Some(true),
                _ => None,
            };
            afternoon.map(|afternoon| {
                at.rest = at.rest.get(2..).unwrap_or("");
                found.afternoon = Some(afternoon);
            })
        }
        'z' => at.zone().map(|zone| found.zone = Some(zone)),
        'Z' => {
            let name = ["UTC", "GMT"].into_iter().find(|name| at.rest.starts_with(name));
            name.and_then(|name| at.eat(name))
        }
        '%' => at.eat("%"),
        'D' | 'x' => all(at, found, "m/d/y"),
        'T' | 'X' => all(at, found, "H:M:S"),
        'R' => all(at, found, "H:M"),
        'F' => all(at, found, "Y-m-d"),
        'c' => all(at, found, "a b d H:M:S Y"),
        _ => return None,
    };
    Some(fits)
}

/// Directives (letters) with other characters between them.
fn all(at: &mut Text, found: &mut Found, directives: &str) -> Option<()> {
    for c in directives.chars() {
        match c {
            ' ' => at.blanks(),
            c if c.is_ascii_alphabetic() => read(at, found, c)??,
            c => at.eat(c.encode_utf8(&mut [0; 4]))?,
        }
    }
    Some(())
}

fn finish(found: Found) -> Res<Dt> {
    let hour = match found.afternoon {
        Some(true) if found.hour < 12 => found.hour + 12,
        Some(false) if found.hour == 12 => 0,
        _ => found.hour,
    };
    let year = found.year.unwrap_or(1900);
    let mut day = checked_day(year, found.month.unwrap_or(1), found.day.unwrap_or(1))?;
    if let Some(number) = found.day_of_year {
        day = civil::ordinal(year, 1, 1) + number - 1;
    } else if let (Some((kind, week)), Some(weekday), Some(_)) = (found.week, found.weekday, found.year) {
        let first = civil::weekday(civil::ordinal(year, 1, 1));
        let (first, weekday) = if kind == 'U' { ((first + 1) % 7, (weekday + 1) % 7) } else { (first, weekday) };
        let lead = (7 - first) % 7;
        day = civil::ordinal(year, 1, 1) + if week == 0 { weekday - first } else { lead + 7 * (week - 1) + weekday };
    }
    let micros = checked_time([hour, found.minute, found.second.min(59), found.micro])?;
    Ok(Dt::DateTime(Moment { day, micros, zone: found.zone, fold: 0 }))
}

fn invalid(text: &str) -> Box<crate::data::Raised> {
    value_error(format!("Invalid isoformat string: {}", quote(text)))
}

/// The date at the beginning of a text.
fn iso_date(at: &mut Text) -> Option<Res<i64>> {
    let year = at.exactly(4)?;
    let dashed = at.eat("-").is_some();
    if at.eat("W").is_some() {
        let week = at.exactly(2)?;
        let mut weekday = 1;
        if dashed && at.rest.starts_with('-') && at.rest.get(1..2).is_some_and(|c| c.parse::<i64>().is_ok()) {
            at.eat("-")?;
            weekday = at.exactly(1)?;
        } else if !dashed && at.rest.starts_with(|c: char| c.is_ascii_digit()) {
            weekday = at.exactly(1)?;
        }
        if !(1..=53).contains(&week) || !(1..=7).contains(&weekday) {
            return Some(Err(value_error(format!("Invalid week: {week}"))));
        }
        return Some(Ok(civil::iso_start(year) + (week - 1) * 7 + weekday - 1));
    }
    let month = at.exactly(2)?;
    if dashed {
        at.eat("-")?;
    }
    let day = at.exactly(2)?;
    Some(checked_day(year, month, day))
}

/// The time that is the rest of a text.
fn iso_time(at: &mut Text) -> Option<Res<(i64, Option<Zone>)>> {
    let mut parts = [at.exactly(2)?, 0, 0, 0];
    let colon = at.rest.starts_with(':');
    for part in parts.iter_mut().take(3).skip(1) {
        let more = if colon { at.eat(":").is_some() } else { at.rest.starts_with(|c: char| c.is_ascii_digit()) };
        if !more {
            break;
        }
        *part = at.exactly(2)?;
    }
    if at.rest.starts_with(['.', ',']) {
        at.rest = at.rest.get(1..)?;
        parts[3] = at.fraction()?;
    }
    let zone = if at.rest.is_empty() { None } else { Some(at.zone()?) };
    if !at.rest.is_empty() {
        return None;
    }
    Some(checked_time(parts).map(|micros| (micros, zone)))
}

/// `date.fromisoformat(text)`.
pub fn date_from_iso(text: &str) -> Res<Dt> {
    let mut at = Text { rest: text };
    match iso_date(&mut at) {
        Some(day) if at.rest.is_empty() => day.map(Dt::Date),
        _ => Err(invalid(text)),
    }
}

/// `time.fromisoformat(text)`.
pub fn time_from_iso(text: &str) -> Res<Dt> {
    let mut at = Text { rest: text.strip_prefix('T').unwrap_or(text) };
    let (micros, zone) = iso_time(&mut at).ok_or_else(|| invalid(text))??;
    Ok(Dt::Time(Moment { day: 1, micros, zone, fold: 0 }))
}

/// `datetime.fromisoformat(text)`.
pub fn datetime_from_iso(text: &str) -> Res<Dt> {
    let mut at = Text { rest: text };
    let day = iso_date(&mut at).ok_or_else(|| invalid(text))??;
    let (mut micros, mut zone) = (0, None);
    if let Some(separator) = at.rest.chars().next() {
        at.rest = at.rest.get(separator.len_utf8()..).unwrap_or("");
        (micros, zone) = iso_time(&mut at).ok_or_else(|| invalid(text))??;
    }
    Ok(Dt::DateTime(Moment { day, micros, zone, fold: 0 }))
}

/// A zone with a name.
pub fn named_zone(offset: i64, name: &str) -> Zone {
    Zone { offset, name: Some(Arc::from(name)) }
}
