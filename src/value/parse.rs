//! `int("...")` and `float("...")` as Python reads them.

use num_bigint::BigInt;
use num_traits::Num;

use super::{Value, repr};
use crate::data::raised::value_error;
use crate::data::{Raised, Res};

/// The most decimal digits that a text of an `int` may have.
const MAX_DIGITS: usize = 4300;

/// `int(text, base)`.
pub fn int(text: &str, base: u32) -> Res<Value> {
    if base == 1 || base > 36 {
        return Err(value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    let error = || invalid(text, base);
    let trimmed = text.trim_matches(is_space);
    let (negative, digits) = match trimmed.as_bytes().first() {
        Some(b'-') => (true, trimmed.get(1..).unwrap_or("")),
        Some(b'+') => (false, trimmed.get(1..).unwrap_or("")),
        _ => (false, trimmed),
    };
    let (radix, digits, prefixed) = prefix(digits, base);
    let digits = if prefixed { digits.strip_prefix('_').unwrap_or(digits) } else { digits };
    if !grouped(digits, |c| c.is_digit(radix)) {
        return Err(error());
    }
    let plain = digits.replace('_', "");
    if base == 0 && !prefixed && plain.starts_with('0') && plain.bytes().any(|digit| digit != b'0') {
        return Err(error());
    }
    if !radix.is_power_of_two() && plain.len() > MAX_DIGITS {
        let count = plain.len();
        return Err(value_error(format!(
            "Exceeds the limit (4300 digits) for integer string conversion: value has {count} digits; use \
             sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    if let Ok(small) = i64::from_str_radix(&plain, radix) {
        return Ok(Value::Int(if negative { -small } else { small }));
    }
    let big = BigInt::from_str_radix(&plain, radix).map_err(|_| error())?;
    Ok(Value::big(if negative { -big } else { big }))
}

/// The base that a prefix asks for (`0x`), the digits behind it, and whether there was one.
fn prefix(digits: &str, base: u32) -> (u32, &str, bool) {
    let known = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    if known != 0 && (base == 0 || base == known) {
        return (known, digits.get(2..).unwrap_or(""), true);
    }
    (if base == 0 { 10 } else { base }, digits, false)
}

/// Digits with single underscores between them.
fn grouped(digits: &str, is_digit: impl Fn(char) -> bool) -> bool {
    !digits.is_empty() && digits.split('_').all(|group| !group.is_empty() && group.chars().all(&is_digit))
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

fn invalid(text: &str, base: u32) -> Box<Raised> {
    value_error(format!("invalid literal for int() with base {base}: {}", cut(&repr::quote(text))))
}

/// Python shows the first 200 characters of such a literal.
fn cut(shown: &str) -> String {
    shown.chars().take(200).collect()
}

/// `float(text)`.
pub fn float(text: &str) -> Res<f64> {
    let error = || value_error(format!("could not convert string to float: {}", repr::quote(text)));
    let trimmed = text.trim_matches(is_space);
    let unsigned = trimmed.strip_prefix(['+', '-']).unwrap_or(trimmed);
    let negative = trimmed.starts_with('-');
    let special = match unsigned.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => Some(f64::INFINITY),
        "nan" => Some(f64::NAN),
        _ => None,
    };
    if let Some(value) = special {
        return Ok(if negative { -value } else { value });
    }
    if !is_decimal(unsigned) {
        return Err(error());
    }
    trimmed.replace('_', "").parse().map_err(|_| error())
}

/// Digits, a point, an exponent; underscores between digits only.
fn is_decimal(text: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (text, None),
    };
    let parts = match mantissa.split_once('.') {
        Some((whole, "")) => grouped(whole, digit),
        Some(("", fraction)) => grouped(fraction, digit),
        Some((whole, fraction)) => grouped(whole, digit) && grouped(fraction, digit),
        None => grouped(mantissa, digit),
    };
    parts && exponent.is_none_or(|exponent| grouped(exponent, digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, base: u32) -> Result<i64, String> {
        match int(text, base) {
            Ok(Value::Int(int)) => Ok(int),
            Ok(_) => Err("big".to_owned()),
            Err(raised) => Err(raised.message),
        }
    }

    #[test]
    fn integers() {
        assert_eq!(read(" 12 ", 10), Ok(12));
        assert_eq!(read("1_0", 10), Ok(10));
        assert_eq!(read("-0x1F", 16), Ok(-31));
        assert_eq!(read("0x_1f", 0), Ok(31));
        assert_eq!(read("z", 36), Ok(35));
        assert_eq!(read("0", 0), Ok(0));
        for (text, base) in [("", 10), ("1__0", 10), ("_1", 10), ("010", 0), ("1 2", 10), ("0x", 16), ("--1", 10)] {
            assert_eq!(read(text, base), Err(format!("invalid literal for int() with base {base}: '{text}'")));
        }
        assert_eq!(read("1", 1), Err("int() base must be >= 2 and <= 36, or 0".to_owned()));
        assert!(read(&"9".repeat(5000), 10).unwrap_err().contains("value has 5000 digits"));
    }

    #[test]
    fn floats() {
        for (text, value) in
            [(" 1e5 ", 1e5), ("1_0.5", 10.5), (".5", 0.5), ("5.", 5.0), ("+.5e-3", 0.0005), ("-inf", -f64::INFINITY)]
        {
            assert_eq!(float(text).unwrap(), value);
        }
        for text in ["", ".", "1e", "1__0", "x", "0x1p3", "1._5", "e5", "infin"] {
            assert_eq!(float(text).unwrap_err().message, format!("could not convert string to float: '{text}'"));
        }
    }
}
