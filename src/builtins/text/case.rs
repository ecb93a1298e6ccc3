//! Methods of `str` about letters: case, and what kind of characters a text has.

use std::rc::Rc;

use super::split::is_space;
use crate::builtins::args::this_str;
use crate::builtins::{Row, row};
use crate::data::Res;
use crate::value::Value;

/// The rows.
pub const ROWS: &[Row] = &[
    row("str.upper", |_, a| {
        let this = this_str(a)?;
        Ok(match this.is_ascii() {
            true => Value::Str(Rc::new(this.in_case(str::make_ascii_uppercase))),
            false => Value::string(this.as_str().to_uppercase()),
        })
    }),
    row("str.lower", |_, a| {
        let this = this_str(a)?;
        Ok(match this.is_ascii() {
            true => Value::Str(Rc::new(this.in_case(str::make_ascii_lowercase))),
            false => Value::string(this.as_str().to_lowercase()),
        })
    }),
    row("str.casefold", |_, a| Ok(Value::str(casefold(this_str(a)?.as_str())))),
    row("str.title", |_, a| changed(a, title_ascii, title)),
    row("str.capitalize", |_, a| changed(a, capitalize_ascii, capitalize)),
    row("str.swapcase", |_, a| changed(a, swapcase_ascii, swapcase)),
    row("str.isalpha", |_, a| Ok(all(this_str(a)?.as_str(), is_alpha))),
    row("str.isalnum", |_, a| Ok(all(this_str(a)?.as_str(), |c| is_alpha(c) || c.is_numeric()))),
    row("str.isdigit", |_, a| Ok(all(this_str(a)?.as_str(), is_digit))),
    row("str.isdecimal", |_, a| Ok(all(this_str(a)?.as_str(), |c| decimal(c).is_some()))),
    row("str.isnumeric", |_, a| Ok(all(this_str(a)?.as_str(), char::is_numeric))),
    row("str.isspace", |_, a| Ok(all(this_str(a)?.as_str(), is_space))),
    row("str.isascii", |_, a| Ok(Value::Bool(this_str(a)?.is_ascii()))),
    row("str.isprintable", |_, a| Ok(Value::Bool(this_str(a)?.as_str().chars().all(is_printable)))),
    row("str.isidentifier", |_, a| Ok(Value::Bool(is_identifier(this_str(a)?.as_str())))),
    row("str.isupper", |_, a| Ok(Value::Bool(cased(this_str(a)?.as_str(), char::is_uppercase)))),
    row("str.islower", |_, a| Ok(Value::Bool(cased(this_str(a)?.as_str(), char::is_lowercase)))),
    row("str.istitle", |_, a| Ok(Value::Bool(is_title(this_str(a)?.as_str())))),
];

/// The text in other letters: by the short way if it is ASCII.
fn changed(a: &[Value], ascii: fn(&mut str), any: fn(&str) -> String) -> Res<Value> {
    let this = this_str(a)?;
    Ok(match this.is_ascii() {
        true => Value::Str(Rc::new(this.in_case(ascii))),
        false => Value::string(any(this.as_str())),
    })
}

fn title_ascii(text: &mut str) {
    text.make_ascii_lowercase();
    let mut inside = false;
    for at in 0..text.len() {
        let letter = text.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
        if letter
            && !inside
            && let Some(first) = text.get_mut(at..=at)
        {
            first.make_ascii_uppercase();
        }
        inside = letter;
    }
}

fn capitalize_ascii(text: &mut str) {
    text.make_ascii_lowercase();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
}

fn swapcase_ascii(text: &mut str) {
    for at in 0..text.len() {
        let lower = text.as_bytes().get(at).is_some_and(u8::is_ascii_lowercase);
        match text.get_mut(at..=at) {
            Some(one) if lower => one.make_ascii_uppercase(),
            Some(one) => one.make_ascii_lowercase(),
            None => {}
        }
    }
}

fn all(text: &str, test: impl Fn(char) -> bool) -> Value {
    Value::Bool(!text.is_empty() && text.chars().all(test))
}

fn is_alpha(c: char) -> bool {
    // Rust counts letter-like numbers and marks; Python's letters are the categories L*.
    c.is_alphabetic() && !c.is_numeric() && !matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{345}')
}

/// The first of each run of ten decimal digits.
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0,
    0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60,
    0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// The value of a decimal digit of any script.
pub fn decimal(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let code = c as u32;
    let at = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    Some(code - ZEROS.get(at)?).filter(|digit| *digit < 10)
}

fn is_digit(c: char) -> bool {
    let other = matches!(c as u32,
        0xb2..=0xb3 | 0xb9 | 0x1369..=0x1371 | 0x19da | 0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089 | 0x2460..=0x2468 | 0x2474..=0x247c
        | 0x2488..=0x2490 | 0x24ea | 0x24f5..=0x24fd | 0x24ff | 0x2776..=0x277e | 0x2780..=0x2788 | 0x278a..=0x2792 | 0x1f100..=0x1f10a);
    decimal(c).is_some() || other
}

fn is_printable(c: char) -> bool {
    c == ' '
        || !(c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}'))
}

fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    let starts = chars.next().is_some_and(|c| c == '_' || is_alpha(c));
    starts && chars.all(|c| c == '_' || c.is_alphanumeric())
}

fn cased(text: &str, want: fn(char) -> bool) -> bool {
    let mut any = false;
    for c in text.chars() {
        if want(c) {
            any = true;
        } else if c.is_uppercase() || c.is_lowercase() {
            return false;
        }
    }
    any
}

fn is_title(text: &str) -> bool {
    let (mut any, mut inside) = (false, false);
    for c in text.chars() {
        let (upper, lower) = (c.is_uppercase(), c.is_lowercase());
        if (upper && inside) || (lower && !inside) {
            return false;
        }
        inside = upper || lower;
        any |= inside;
    }
    any
}

fn push_title(c: char, made: &mut String) {
    match c {
        '\u{1c4}'..='\u{1c6}' => made.push('\u{1c5}'),
        '\u{1c7}'..='\u{1c9}' => made.push('\u{1c8}'),
        '\u{1ca}'..='\u{1cc}' => made.push('\u{1cb}'),
        '\u{1f1}'..='\u{1f3}' => made.push('\u{1f2}'),
        _ => {
            let mut upper = c.to_uppercase();
            made.extend(upper.next());
            upper.for_each(|rest| made.extend(rest.to_lowercase()));
        }
    }
}

fn title(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        if inside {
            made.extend(c.to_lowercase());
        } else {
            push_title(c, &mut made);
        }
        inside = c.is_uppercase() || c.is_lowercase() || matches!(c, '\u{1c5}' | '\u{1c8}' | '\u{1cb}' | '\u{1f2}');
    }
    made
}

fn capitalize(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut chars = text.chars();
    if let Some(first) = chars.next() {
        push_title(first, &mut made);
    }
    made + &chars.as_str().to_lowercase()
}

fn swapcase(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_uppercase() {
            made.extend(c.to_lowercase());
        } else {
            made.extend(c.to_uppercase());
        }
    }
    made
}

fn casefold(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ß' | 'ẞ' => made.push_str("ss"),
            'ς' => made.push('σ'),
            'ſ' => made.push('s'),
            'µ' => made.push('μ'),
            c => made.extend(c.to_lowercase()),
        }
    }
    made
}
