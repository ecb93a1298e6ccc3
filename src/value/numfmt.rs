//! Numbers in text: floats in any precision, grouping, padding. Shared by `format` and `%`.

use super::number::{memory_error, text_room};
use super::repr;
use crate::data::Res;

/// Digits behind which a double has only zeros.
const LAST_DIGIT: usize = 1100;

/// The widest text that is padded: past it `MemoryError`.
const MAX_WIDTH: usize = 1 << 31;

/// How a float is written.
#[derive(Clone, Copy)]
pub struct FloatStyle {
    /// `e`, `f`, `g`, or `r` for the shortest text that reads back the same.
    pub kind: char,
    /// Digits, where the kind has them.
    pub precision: usize,
    /// `#`: a point always; `g` keeps its zeros.
    pub alternate: bool,
    /// Add `.0` to what looks like an integer.
    pub dot_zero: bool,
    /// In capitals.
    pub upper: bool,
}

/// The text of a float, with `-` if it is negative.
pub fn float_text(value: f64, style: FloatStyle) -> String {
    let text = if value.is_nan() {
        "nan".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "inf" } else { "-inf" }.to_owned()
    } else {
        match style.kind {
            'f' => fixed(value, style),
            'e' => exponential(value, style.precision, style),
            'g' => general(value, style),
            _ if style.alternate => pointed(repr::float(value)),
            _ => repr::float(value),
        }
    };
    if style.upper { text.to_ascii_uppercase() } else { text }
}

/// With a point in the mantissa.
fn pointed(text: String) -> String {
    match text.split_once('e') {
        Some((mantissa, exponent)) if !mantissa.contains('.') => format!("{mantissa}.e{exponent}"),
        _ => text,
    }
}

fn zeros(text: &mut String, count: usize) {
    text.extend(std::iter::repeat_n('0', count));
}

fn fixed(value: f64, style: FloatStyle) -> String {
    let exact = style.precision.min(LAST_DIGIT);
    let mut text = format!("{value:.exact$}");
    zeros(&mut text, style.precision - exact);
    if style.precision == 0 && style.alternate {
        text.push('.');
    }
    text
}

/// Significant digits behind the point, and the decimal exponent.
fn scientific(value: f64, precision: usize) -> (String, i32) {
    let exact = precision.min(LAST_DIGIT);
    let text = format!("{value:.exact$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mut mantissa = mantissa.to_owned();
    zeros(&mut mantissa, precision - exact);
    (mantissa, exponent.parse().unwrap_or(0))
}

fn with_exponent(mut mantissa: String, exponent: i32) -> String {
    let sign = if exponent < 0 { '-' } else { '+' };
    mantissa.push_str(&format!("e{sign}{:02}", exponent.unsigned_abs()));
    mantissa
}

fn exponential(value: f64, precision: usize, style: FloatStyle) -> String {
    let (mut mantissa, exponent) = scientific(value, precision);
    if precision == 0 && style.alternate {
        mantissa.push('.');
    }
    with_exponent(mantissa, exponent)
}

fn general(value: f64, style: FloatStyle) -> String {
    let precision = style.precision.max(1);
    let (mut mantissa, exponent) = scientific(value, precision - 1);
    let point = i64::from(exponent) + 1;
    let limit = precision as i64 - i64::from(style.dot_zero);
    if point > -4 && point <= limit {
        let decimals = usize::try_from(precision as i64 - point).unwrap_or(0);
        let mut text = fixed(value, FloatStyle { precision: decimals, alternate: false, ..style });
        if style.alternate {
            if !text.contains('.') {
                text.push('.');
            }
        } else {
            trim(&mut text);
        }
        if style.dot_zero && !text.contains('.') {
            text.push_str(".0");
        }
        return text;
    }
    if style.alternate {
        if !mantissa.contains('.') {
            mantissa.push('.');
        }
    } else {
        trim(&mut mantissa);
    }
    with_exponent(mantissa, exponent)
}

fn trim(text: &mut String) {
    if text.contains('.') {
        let kept = text.trim_end_matches('0').trim_end_matches('.').len();
        text.truncate(kept);
    }
}

/// The parts of a number before they are padded.
pub struct Parts<'a> {
    /// `-`, `+`, a space, or nothing.
    pub sign: &'a str,
    /// `0x` and the like.
    pub prefix: &'a str,
    /// Digits before the point (or `inf`).
    pub digits: &'a str,
    /// The rest: point, fraction, exponent, `%`.
    pub rest: &'a str,
}

/// How a number is padded and grouped.
#[derive(Clone, Copy)]
pub struct Layout {
    /// Padding.
    pub fill: char,
    /// `<`, `>`, `^` or `=`.
    pub align: char,
    /// The least width, in characters.
    pub width: usize,
    /// Separator of groups and their size.
    pub group: Option<(char, usize)>,
}

/// Join the parts of a number.
pub fn layout(parts: &Parts<'_>, how: Layout) -> Res<String> {
    if how.width > MAX_WIDTH {
        return Err(memory_error());
    }
    let around = parts.sign.len() + parts.prefix.len() + parts.rest.chars().count();
    let mut digits = parts.digits.to_owned();
    if let Some((separator, size)) = how.group {
        let zero_filled = how.fill == '0' && how.align == '=';
        let least = if zero_filled { how.width.saturating_sub(around) } else { 0 };
        digits = grouped(&digits, separator, size, least);
    }
    let length = around + digits.chars().count();
    let padding = how.width.saturating_sub(length);
    let (before, inside, after) = match how.align {
        '<' => (0, 0, padding),
        '^' => (padding / 2, 0, padding - padding / 2),
        '=' => (0, padding, 0),
        _ => (padding, 0, 0),
    };
    let room = padding.saturating_mul(how.fill.len_utf8()).saturating_add(around + digits.len() + parts.rest.len());
    let mut text = text_room(room)?;
    let fill = |text: &mut String, count| super::number::fill(text, how.fill, count);
    fill(&mut text, before);
    text.push_str(parts.sign);
    text.push_str(parts.prefix);
    fill(&mut text, inside);
    text.push_str(&digits);
    text.push_str(parts.rest);
    fill(&mut text, after);
    Ok(text)
}

/// Digits in groups, with zeros in front until they are at least `least` wide.
fn grouped(digits: &str, separator: char, size: usize, least: usize) -> String {
    let numeric = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !numeric || digits.is_empty() {
        return digits.to_owned();
    }
    let mut count = digits.len();
    while count + (count - 1) / size < least {
        count += 1;
    }
    let padded = format!("{}{digits}", "0".repeat(count - digits.len()));
    let mut text = String::with_capacity(count + count / size);
    for (at, digit) in padded.chars().enumerate() {
        if at > 0 && (count - at).is_multiple_of(size) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Pad a text that is no number.
pub fn pad(text: &str, fill: char, align: char, width: usize) -> Res<String> {
    if width <= text.len() && width <= text.chars().count() {
        return Ok(text.to_owned());
    }
    layout(&Parts { sign: "", prefix: "", digits: text, rest: "" }, Layout { fill, align, width, group: None })
}
