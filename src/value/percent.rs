//! `text % values`.

use super::kind::{real, type_name};
use super::number::{as_int, truncate};
use super::numfmt::{FloatStyle, Layout, Parts, float_text, layout, pad};
use super::{Host, Value, format, index, repr};
use crate::data::raised::{type_error, value_error};
use crate::data::{Raised, Res};

/// The values that are left.
struct Values<'a> {
    all: &'a Value,
    next: usize,
    /// A `%(name)s` was met: what is not looked up by name is not asked for.
    named: bool,
}

impl Values<'_> {
    fn take(&mut self) -> Res<Value> {
        let missing = || type_error("not enough arguments for format string");
        let at = self.next;
        self.next += 1;
        match self.all {
            Value::Tuple(tuple) => tuple.items.get(at).cloned().ok_or_else(missing),
            one if at == 0 && !self.named => Ok(one.clone()),
            _ => Err(missing()),
        }
    }

    fn is_mapping(&self) -> bool {
        match self.all {
            Value::Dict(_) | Value::List(_) | Value::Range(_) => true,
            Value::Instance(object) => {
                object.class.lookup(super::names::names().getitem).is_some()
                    || matches!(object.payload, Value::Dict(_) | Value::List(_))
            }
            Value::Native(_) => false,
            _ => false,
        }
    }

    fn left(&self) -> bool {
        match self.all {
            Value::Tuple(tuple) => self.next < tuple.items.len(),
            _ => self.next == 0 && !self.is_mapping() && !self.named,
        }
    }
}

/// A conversion: `%-10.2f`.
#[derive(Default)]
struct Conversion {
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

/// The format text as it is read.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Res<char> {
        let next = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        let next = next.ok_or_else(|| value_error("incomplete format"))?;
        self.at += next.len_utf8();
        Ok(next)
    }
}

/// `text % values`.
pub fn percent(host: &mut dyn Host, text: &str, values: &Value) -> Res<String> {
    let mut values = Values { all: values, next: 0, named: false };
    let mut reader = Reader { text, at: 0 };
    let mut out = String::with_capacity(text.len() + 16);
    while let Some(found) = text.get(reader.at..).and_then(|rest| rest.find('%')) {
        out.push_str(text.get(reader.at..reader.at + found).unwrap_or(""));
        reader.at += found + 1;
        one(host, &mut reader, &mut values, &mut out)?;
    }
    out.push_str(text.get(reader.at..).unwrap_or(""));
    if values.left() {
        return Err(type_error("not all arguments converted during string formatting"));
    }
    Ok(out)
}

fn one(host: &mut dyn Host, reader: &mut Reader<'_>, values: &mut Values<'_>, out: &mut String) -> Res<()> {
    let mut c = reader.next()?;
    let mut named = None;
    if c == '(' {
        named = Some(by_name(host, reader, values)?);
        c = reader.next()?;
    } else if c == '%' {
        out.push('%');
        return Ok(());
    }
    let mut how = Conversion::default();
    loop {
        match c {
            '-' => how.left = true,
            '+' => how.plus = true,
            ' ' => how.space = true,
            '#' => how.alternate = true,
            '0' => how.zero = true,
            _ => break,
        }
        c = reader.next()?;
    }
    if c == '*' {
        let width = star(values)?;
        how.left |= width < 0;
        how.width = width.unsigned_abs() as usize;
        c = reader.next()?;
    } else {
        (how.width, c) = number(reader, c, "width too big")?;
    }
    if c == '.' {
        c = reader.next()?;
        if c == '*' {
            how.precision = Some(usize::try_from(star(values)?).unwrap_or(0));
            c = reader.next()?;
        } else {
            let (precision, next) = number(reader, c, "precision too big")?;
            how.precision = Some(precision);
            c = next;
        }
    }
    if matches!(c, 'h' | 'l' | 'L') {
        c = reader.next()?;
    }
    let value = match named {
        Some(value) => value,
        None => values.take()?,
    };
    if c == '%' {
        out.push('%');
        return Ok(());
    }
    let place = || {
        let before = reader.text.get(..reader.at).unwrap_or("");
        before.chars().count().saturating_sub(1)
    };
    let made = convert(host, &how, c, &value, &place)?;
    out.push_str(&made);
    Ok(())
}

fn by_name(host: &mut dyn Host, reader: &mut Reader<'_>, values: &mut Values<'_>) -> Res<Value> {
    let start = reader.at;
    let mut open = 1;
    while open > 0 {
        match reader.next() {
            Ok('(') => open += 1,
            Ok(')') => open -= 1,
            Ok(_) => {}
            Err(_) => return Err(incomplete_key(values)),
        }
    }
    if !values.is_mapping() {
        return Err(type_error("format requires a mapping"));
    }
    values.named = true;
    let name = reader.text.get(start..reader.at - 1).unwrap_or("");
    index::getitem(host, values.all, &Value::str(name))
}

fn incomplete_key(values: &Values<'_>) -> Box<Raised> {
    if values.is_mapping() { value_error("incomplete format key") } else { type_error("format requires a mapping") }
}

fn star(values: &mut Values<'_>) -> Res<i64> {
    match values.take()? {
        Value::Int(int) => Ok(int),
        Value::Bool(flag) => Ok(i64::from(flag)),
        Value::BigInt(_) => Err(super::number::overflow("Python int too large to convert to C ssize_t")),
        _ => Err(type_error("* wants int")),
    }
}

fn number(reader: &mut Reader<'_>, first: char, message: &str) -> Res<(usize, char)> {
    let (mut number, mut c) = (0usize, first);
    while let Some(digit) = c.to_digit(10) {
        let next = number.checked_mul(10).and_then(|number| number.checked_add(digit as usize));
        number = next.filter(|n| *n <= i32::MAX as usize).ok_or_else(|| value_error(message))?;
        c = reader.next()?;
    }
    Ok((number, c))
}

fn convert(host: &mut dyn Host, how: &Conversion, kind: char, value: &Value, place: &dyn Fn() -> usize) -> Res<String> {
    match kind {
        's' | 'r' | 'a' => {
            let text = match kind {
                's' => repr::str_(host, value)?,
                'r' => repr::repr(host, value)?,
                _ => repr::ascii(host, value)?,
            };
            let cut = how.precision.and_then(|precision| text.char_indices().nth(precision));
            let text = cut.map_or(text.as_str(), |(end, _)| text.get(..end).unwrap_or(&text));
            pad(text, ' ', if how.left { '<' } else { '>' }, how.width)
        }
        'c' => {
            let c = one_char(value)?;
            pad(&c, ' ', if how.left { '<' } else { '>' }, how.width)
        }
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => integer(host, how, kind, value),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => float(host, how, kind, value),
        _ => {
            let shown = if (' '..='~').contains(&kind) { kind } else { '?' };
            Err(value_error(format!(
                "unsupported format character '{shown}' ({:#x}) at index {}",
                kind as u32,
                place()
            )))
        }
    }
}

fn one_char(value: &Value) -> Res<String> {
    if let Value::Str(text) = value {
        let mut chars = text.as_str().chars();
        return match (chars.next(), chars.next()) {
            (Some(c), None) => Ok(c.to_string()),
            _ => Err(type_error("%c requires int or char")),
        };
    }
    match as_int(value) {
        Some(int) => format::char_of(int).map(|c| c.to_string()),
        None => Err(type_error("%c requires int or char")),
    }
}

impl Conversion {
    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.plus, self.space) {
            (true, ..) => "-",
            (_, true, _) => "+",
            (.., true) => " ",
            _ => "",
        }
    }

    fn layout(&self) -> Layout {
        let (fill, align) = match (self.left, self.zero) {
            (true, _) => (' ', '<'),
            (_, true) => ('0', '='),
            _ => (' ', '>'),
        };
        Layout { fill, align, width: self.width, group: None }
    }
}

fn integer(host: &mut dyn Host, how: &Conversion, kind: char, value: &Value) -> Res<String> {
    let hex = matches!(kind, 'o' | 'x' | 'X');
    let wrong = || {
        let wanted = if hex { "an integer is required" } else { "a real number is required" };
        type_error(format!("%{kind} format: {wanted}, not {}", type_name(value)))
    };
    let int = match value {
        Value::Float(float) if !hex => truncate(*float)?,
        Value::Str(_) => return Err(wrong()),
        _ => match index::try_index(host, value)? {
            Some(int) => int,
            None if hex => return Err(wrong()),
            None => match real(host, value)? {
                Some(float) => truncate(float)?,
                None => return Err(wrong()),
            },
        },
    };
    let Some(int) = as_int(&int) else { return Err(wrong()) };
    let (negative, mut digits) = format::int_digits(int, kind)?;
    if let Some(precision) = how.precision {
        if precision > 1 << 28 {
            return Err(super::number::memory_error());
        }
        digits = format!("{}{digits}", "0".repeat(precision.saturating_sub(digits.len())));
    }
    let prefix = match kind {
        'o' if how.alternate => "0o",
        'x' if how.alternate => "0x",
        'X' if how.alternate => "0X",
        _ => "",
    };
    layout(&Parts { sign: how.sign(negative), prefix, digits: &digits, rest: "" }, how.layout())
}

fn float(host: &mut dyn Host, how: &Conversion, kind: char, value: &Value) -> Res<String> {
    let Some(number) = real(host, value)? else {
        return Err(type_error(format!("must be real number, not {}", type_name(value))));
    };
    if how.precision.is_some_and(|precision| precision > format::PRECISE) {
        return Err(super::number::memory_error());
    }
    let style = FloatStyle {
        kind: kind.to_ascii_lowercase(),
        precision: how.precision.unwrap_or(6),
        alternate: how.alternate,
        dot_zero: false,
        upper: kind.is_ascii_uppercase(),
    };
    let text = float_text(number, style);
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.as_str()),
    };
    layout(&Parts { sign: how.sign(negative), prefix: "", digits, rest: "" }, how.layout())
}
