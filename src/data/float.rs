//! Floats as Python and NumPy write them: the fewest digits that read back the same.

/// Significant decimal digits and the exponent of the first: `12.5` is `("125", 1)`. Finite, not negative.
pub fn digits64(value: f64) -> (String, i32) {
    nearest(split(&format!("{value:e}")), 16, |places| format!("{value:.places$e}"))
}

/// As [`digits64`], for `float32`.
pub fn digits32(value: f32) -> (String, i32) {
    nearest(split(&format!("{value:e}")), 7, |places| format!("{value:.places$e}"))
}

/// Where two shortest texts are equally near, Python and NumPy take the even one and Rust the larger; exact rounding
/// to as many digits decides as Python does. Only numbers with `many` digits can be so.
fn nearest(shortest: (String, i32), many: usize, rounded: impl Fn(usize) -> String) -> (String, i32) {
    match shortest.0.len() {
        few if few < many => shortest,
        count => split(&rounded(count - 1)),
    }
}

fn split(text: &str) -> (String, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let digits = mantissa.chars().filter(char::is_ascii_digit).collect();
    (digits, exponent.parse().unwrap_or(0))
}

/// `repr` of a Python `float` (and of `np.float64`, without its class).
pub fn repr64(value: f64) -> String {
    special(value).unwrap_or_else(|| write(value.is_sign_negative(), &digits64(value.abs()), 16))
}

/// `str` of an `np.float32`.
pub fn repr32(value: f32) -> String {
    // With an exponent from a million on (at float64, from 1e16 on), and wherever the exact value is below 1e-4.
    let limit = if f64::from(value.abs()) < 1e-4 && value != 0.0 { -4 } else { 6 };
    special(f64::from(value)).unwrap_or_else(|| write(value.is_sign_negative(), &digits32(value.abs()), limit))
}

fn special(value: f64) -> Option<String> {
    if value.is_nan() {
        return Some("nan".to_owned());
    }
    value.is_infinite().then(|| if value > 0.0 { "inf" } else { "-inf" }.to_owned())
}

/// Positional from 1e-4 up to, not including, 10 to the `limit`; else with an exponent of at least two digits.
fn write(negative: bool, (digits, exponent): &(String, i32), limit: i32) -> String {
    let sign = if negative { "-" } else { "" };
    if (-4..limit).contains(exponent) {
        return format!("{sign}{}", positional(digits, *exponent));
    }
    let (first, rest) = digits.split_at(digits.len().min(1));
    let point = if rest.is_empty() { "" } else { "." };
    let mark = if *exponent < 0 { '-' } else { '+' };
    format!("{sign}{first}{point}{rest}e{mark}{:02}", exponent.abs())
}

/// Digits with the point in its place and at least one digit on each side of it.
fn positional(digits: &str, exponent: i32) -> String {
    if exponent < 0 {
        return format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let whole = exponent as usize + 1;
    match digits.split_at_checked(whole) {
        Some((left, "")) => format!("{left}.0"),
        Some((left, right)) => format!("{left}.{right}"),
        None => format!("{digits}{}.0", "0".repeat(whole - digits.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_floats_as_python_does() {
        let cases = [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1e16, "1e+16"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (1e15, "1000000000000000.0"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e300, "1e+300"),
            (5e-324, "5e-324"),
            (1_125_899_906_842_624.2, "1125899906842624.2"),
        ];
        for (value, text) in cases {
            assert_eq!(repr64(value), text);
        }
        assert_eq!(repr32(0.1), "0.1");
    }
}
