//! `time`: clocks, sleeping, and the parts of a moment.

use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::args::{at, float};
use super::{Row, row};
use crate::data::raised::value_error;
use crate::data::{ExcClass, Raised, Res};
use crate::value::{Host, Value, kind};

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// The rows.
pub const ROWS: &[Row] = &[
    row("time.time", |_, _| Ok(Value::Float(since_epoch().as_secs_f64()))),
    row("time.time_ns", |_, _| Ok(nanoseconds(since_epoch()))),
    row("time.perf_counter", |_, _| Ok(Value::Float(clock().as_secs_f64()))),
    row("time.perf_counter_ns", |_, _| Ok(nanoseconds(clock()))),
    row("time.monotonic", |_, _| Ok(Value::Float(clock().as_secs_f64()))),
    row("time.monotonic_ns", |_, _| Ok(nanoseconds(clock()))),
    row("time.process_time", |_, _| Ok(Value::Float(process_time()))),
    row("time.thread_time", |_, _| Ok(Value::Float(process_time()))),
    row("time.sleep", sleep),
    row("time._parts", |h, a| {
        let seconds = match at(a, 0) {
            Value::None => since_epoch().as_secs_f64(),
            v => float(h, v)?,
        };
        let local = kind::truth(h, at(a, 1))?;
        parts(seconds, local)
    }),
    row("time._seconds", |h, a| {
        let fields = crate::value::iter::collect(h, at(a, 0))?;
        let mut numbers = [0i64; 6];
        for (place, field) in numbers.iter_mut().zip(&fields) {
            *place = crate::value::index::as_index(h, field)?;
        }
        let [year, month, day, hour, minute, second] = numbers;
        let date = jiff::civil::Date::new(narrow(year)?, narrow(month)?, narrow(day)?).map_err(|_| out_of_range())?;
        let time = jiff::civil::Time::new(narrow(hour)?, narrow(minute)?, narrow(second)?, 0);
        let moment = date.to_datetime(time.map_err(|_| out_of_range())?);
        match moment.to_zoned(jiff::tz::TimeZone::system()) {
            Ok(zoned) => Ok(Value::Float(zoned.timestamp().as_second() as f64)),
            Err(_) => Err(out_of_range()),
        }
    }),
];

fn narrow<T: TryFrom<i64>>(n: i64) -> Res<T> {
    T::try_from(n).map_err(|_| out_of_range())
}

fn out_of_range() -> Box<Raised> {
    Raised::new(ExcClass::OverflowError, "mktime argument out of range")
}

fn since_epoch() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

fn clock() -> Duration {
    // Some time before the first call, so that no clock begins at zero.
    START.elapsed() + Duration::from_secs(1000)
}

fn nanoseconds(time: Duration) -> Value {
    Value::Int(i64::try_from(time.as_nanos()).unwrap_or(i64::MAX))
}

/// Processor time of this process in seconds, as Linux counts it; elsewhere the time since the start.
fn process_time() -> f64 {
    let ticks = std::fs::read_to_string("/proc/self/schedstat").ok();
    let all = std::fs::read_to_string("/proc/self/stat").ok().and_then(|text| {
        let after = text.rsplit_once(')')?.1.split_whitespace().skip(11);
        let ticks: Vec<f64> = after.take(2).filter_map(|part| part.parse().ok()).collect();
        (ticks.len() == 2).then(|| ticks.iter().sum::<f64>() / 100.0)
    });
    let fine = ticks.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok()).map(|ns| ns / 1e9);
    match (fine, all) {
        // The fine count is of the main thread alone.
        (Some(fine), Some(all)) => fine.max(all),
        (_, Some(all)) => all,
        _ => START.elapsed().as_secs_f64(),
    }
}

fn sleep(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let seconds = match at(a, 0) {
        Value::Int(n) => *n as f64,
        v => kind::real(host, v)?.ok_or_else(|| {
            let class = kind::type_name(v);
            crate::data::raised::type_error(format!("'{class}' object cannot be interpreted as an integer"))
        })?,
    };
    if seconds.is_nan() {
        return Err(value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(value_error("sleep length must be non-negative"));
    }
    let Ok(length) = Duration::try_from_secs_f64(seconds) else {
        return Err(Raised::new(ExcClass::OverflowError, "timestamp too large to convert to C _PyTime_t"));
    };
    let end = Instant::now() + length;
    loop {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(Value::None);
        }
        // Short naps, so that Ctrl-C and cancellation end a long sleep at once.
        let nap = left.min(Duration::from_millis(20));
        host.blocking(&mut || std::thread::sleep(nap));
        host.poll()?;
    }
}

/// Year, month, day, hour, minute, second, weekday, day of the year, summer time, zone, seconds from UTC.
fn parts(seconds: f64, local: bool) -> Res<Value> {
    let wrong = || Raised::new(ExcClass::ValueError, "timestamp out of range for platform time_t");
    if !seconds.is_finite() || seconds.abs() > 2e11 {
        return Err(wrong());
    }
    let stamp = jiff::Timestamp::from_second(seconds.floor() as i64).map_err(|_| wrong())?;
    let zone = if local { jiff::tz::TimeZone::system() } else { jiff::tz::TimeZone::UTC };
    let info = zone.to_offset_info(stamp);
    let at = stamp.to_zoned(zone.clone());
    let number = |n: i64| Value::Int(n);
    Ok(Value::tuple([
        number(i64::from(at.year())),
        number(i64::from(at.month())),
        number(i64::from(at.day())),
        number(i64::from(at.hour())),
        number(i64::from(at.minute())),
        number(i64::from(at.second())),
        number(i64::from(at.weekday().to_monday_zero_offset())),
        number(i64::from(at.day_of_year())),
        number(i64::from(info.dst().is_dst())),
        Value::str(info.abbreviation()),
        number(i64::from(info.offset().seconds())),
    ]))
}
