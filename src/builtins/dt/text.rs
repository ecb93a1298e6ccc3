//! `datetime`: its values as texts: `repr`, `str`, `isoformat`, `strftime`.

use super::arith::parts;
use super::civil;
use super::{Dt, Moment, Zone};

/// Names of the days, Monday first.
pub const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// Names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `+01:00`, with seconds and microseconds if there are any.
pub fn offset(micros: i64, colon: &str) -> String {
    let sign = if micros < 0 { '-' } else { '+' };
    let size = micros.abs();
    let seconds = size / 1_000_000;
    let mut made = format!("{sign}{:02}{colon}{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 != 0 || size % 1_000_000 != 0 {
        made.push_str(&format!("{colon}{:02}", seconds % 60));
    }
    if size % 1_000_000 != 0 {
        made.push_str(&format!(".{:06}", size % 1_000_000));
    }
    made
}

/// `2024-02-03`.
pub fn date(day: i64) -> String {
    let (year, month, day) = civil::ymd(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// `12:30:00.5`, as far as a timespec says; without the offset.
pub fn clock(moment: &Moment, timespec: &str) -> Option<String> {
    let (hour, minute, second, micro) = moment.clock();
    Some(match timespec {
        "hours" => format!("{hour:02}"),
        "minutes" => format!("{hour:02}:{minute:02}"),
        "seconds" => format!("{hour:02}:{minute:02}:{second:02}"),
        "milliseconds" => format!("{hour:02}:{minute:02}:{second:02}.{:03}", micro / 1000),
        "microseconds" => format!("{hour:02}:{minute:02}:{second:02}.{micro:06}"),
        "auto" if micro == 0 => format!("{hour:02}:{minute:02}:{second:02}"),
        "auto" => format!("{hour:02}:{minute:02}:{second:02}.{micro:06}"),
        _ => return None,
    })
}

/// `isoformat`; `None` for an unknown timespec.
pub fn iso(this: &Dt, sep: &str, timespec: &str) -> Option<String> {
    let zone = |moment: &Moment| moment.zone.as_ref().map_or(String::new(), |zone| offset(zone.offset, ":"));
    match this {
        Dt::DateTime(moment) => Some(format!("{}{sep}{}{}", date(moment.day), clock(moment, timespec)?, zone(moment))),
        Dt::Time(moment) => Some(format!("{}{}", clock(moment, timespec)?, zone(moment))),
        other => other.day().map(date),
    }
}

/// `str(x)`.
pub fn shown(this: &Dt) -> String {
    match this {
        Dt::Delta(micros) => {
            let (days, seconds, rest) = parts(*micros);
            let plural = if days.abs() == 1 { "" } else { "s" };
            let days = if days == 0 { String::new() } else { format!("{days} day{plural}, ") };
            let rest = if rest == 0 { String::new() } else { format!(".{rest:06}") };
            format!("{days}{}:{:02}:{:02}{rest}", seconds / 3600, seconds / 60 % 60, seconds % 60)
        }
        Dt::Zone(zone) => zone.label(),
        other => iso(other, " ", "auto").unwrap_or_default(),
    }
}

fn zone_repr(zone: &Zone) -> String {
    match (&zone.name, zone.offset) {
        (None, 0) => "datetime.timezone.utc".to_owned(),
        (name, offset) => {
            let name = name.as_ref().map_or(String::new(), |name| format!(", {}", crate::value::repr::quote(name)));
            format!("datetime.timezone({}{name})", repr(&Dt::Delta(i128::from(offset))))
        }
    }
}

/// `repr(x)`.
pub fn repr(this: &Dt) -> String {
    let tail = |moment: &Moment| {
        let (_, _, second, micro) = moment.clock();
        let mut made = String::new();
        if second != 0 || micro != 0 {
            made.push_str(&format!(", {second}"));
        }
        if micro != 0 {
            made.push_str(&format!(", {micro}"));
        }
        if moment.fold != 0 {
            made.push_str(&format!(", fold={}", moment.fold));
        }
        if let Some(zone) = &moment.zone {
            made.push_str(&format!(", tzinfo={}", zone_repr(zone)));
        }
        made
    };
    match this {
        Dt::Delta(0) => "datetime.timedelta(0)".to_owned(),
        Dt::Delta(micros) => {
            let (days, seconds, rest) = parts(*micros);
            let named = [("days", days), ("seconds", seconds), ("microseconds", rest)];
            let shown = named.iter().filter(|(_, n)| *n != 0).map(|(name, n)| format!("{name}={n}"));
            format!("datetime.timedelta({})", shown.collect::<Vec<_>>().join(", "))
        }
        Dt::Date(day) => {
            let (year, month, day) = civil::ymd(*day);
            format!("datetime.date({year}, {month}, {day})")
        }
        Dt::Time(moment) => {
            let (hour, minute, ..) = moment.clock();
            format!("datetime.time({hour}, {minute}{})", tail(moment))
        }
        Dt::DateTime(moment) => {
            let (year, month, day) = civil::ymd(moment.day);
            let (hour, minute, ..) = moment.clock();
            format!("datetime.datetime({year}, {month}, {day}, {hour}, {minute}{})", tail(moment))
        }
        Dt::Zone(zone) => zone_repr(zone),
    }
}

/// `ctime()`: `Sat Feb  3 00:00:00 2024`.
pub fn ctime(this: &Dt) -> String {
    strftime(this, "%a %b %e %H:%M:%S %Y")
}

/// `strftime(format)`.
pub fn strftime(this: &Dt, format: &str) -> String {
    let moment = match this {
        // A time alone is laid out as one of 1 January 1900.
        Dt::Time(moment) => Moment { day: civil::ordinal(1900, 1, 1), ..moment.clone() },
        other => other.moment(),
    };
    let mut made = String::with_capacity(format.len() * 2);
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '%' {
            made.push(c);
            continue;
        }
        let flag = chars.next_if(|c| "-_0^#".contains(*c));
        match chars.next() {
            Some(directive) => match field(&moment, directive, flag) {
                Some(text) if flag == Some('^') => made.push_str(&text.to_uppercase()),
                Some(text) => made.push_str(&text),
                None => {
                    made.push('%');
                    made.extend(flag);
                    made.push(directive);
                }
            },
            None => {
                made.push('%');
                made.extend(flag);
            }
        }
    }
    made
}

fn padded(number: i64, width: usize, pad: char, flag: Option<char>) -> String {
    match (flag, pad) {
        (Some('-'), _) => number.to_string(),
        (Some('_'), _) | (None | Some('^' | '#'), ' ') => format!("{number:>width$}"),
        _ => format!("{number:0>width$}"),
    }
}

fn field(moment: &Moment, directive: char, flag: Option<char>) -> Option<String> {
    let (year, month, day) = civil::ymd(moment.day);
    let (hour, minute, second, micro) = moment.clock();
    let weekday = civil::weekday(moment.day);
    let day_of_year = moment.day - civil::ordinal(year, 1, 1) + 1;
    let two = |number: i64| padded(number, 2, '0', flag);
    let named = |names: &[&str], at: i64, short: bool| {
        let name = names.get(at as usize).copied().unwrap_or("");
        if short { name.get(..3).unwrap_or(name).to_owned() } else { name.to_owned() }
    };
    let all = |format: &str| strftime(&Dt::DateTime(moment.clone()), format);
    let noon = if hour % 12 == 0 { 12 } else { hour % 12 };
    Some(match directive {
        'a' => named(&DAYS, weekday, true),
        'A' => named(&DAYS, weekday, false),
        'b' | 'h' => named(&MONTHS, month - 1, true),
        'B' => named(&MONTHS, month - 1, false),
        'c' => all("%a %b %e %H:%M:%S %Y"),
        'C' => two(year / 100),
        'd' => two(day),
        'D' | 'x' => all("%m/%d/%y"),
        'e' => padded(day, 2, ' ', flag),
        'f' => format!("{micro:06}"),
        'F' => all("%Y-%m-%d"),
        'g' => two(civil::iso(moment.day).0 % 100),
        'G' => civil::iso(moment.day).0.to_string(),
        'H' => two(hour),
        'I' => two(noon),
        'j' => padded(day_of_year, 3, '0', flag),
        'k' => padded(hour, 2, ' ', flag),
        'l' => padded(noon, 2, ' ', flag),
        'm' => two(month),
        'M' => two(minute),
        'n' => "\n".to_owned(),
        'p' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
        'P' => if hour < 12 { "am" } else { "pm" }.to_owned(),
        'r' => all("%I:%M:%S %p"),
        'R' => all("%H:%M"),
        's' => ((moment.absolute() / 1_000_000) as i64 - civil::EPOCH * 86_400).to_string(),
        'S' => two(second),
        't' => "\t".to_owned(),
        'T' | 'X' => all("%H:%M:%S"),
        'u' => (weekday + 1).to_string(),
        'U' => two((day_of_year + 6 - (weekday + 1) % 7) / 7),
        'V' => two(civil::iso(moment.day).1),
        'w' => ((weekday + 1) % 7).to_string(),
        'W' => two((day_of_year + 6 - weekday) / 7),
        'y' => two(year.rem_euclid(100)),
        'Y' => year.to_string(),
        'z' => moment.zone.as_ref().map_or(String::new(), |zone| offset(zone.offset, "")),
        'Z' => moment.zone.as_ref().map_or(String::new(), Zone::label),
        '%' => "%".to_owned(),
        _ => return None,
    })
}
