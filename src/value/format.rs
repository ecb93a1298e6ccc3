//! `format(v, spec)`: the format-spec mini-language.

use num_bigint::BigInt;

use super::kind::type_name;
use super::number::{IntRef, as_int, big_to_f64, overflow};
use super::numfmt::{FloatStyle, Layout, Parts, float_text, layout, pad};
use super::{Host, Str, Value, names, np, repr};
use crate::data::raised::{type_error, value_error};
use crate::data::{DType, Raised, Res};

pub use super::strformat::{str_format, str_format_map};

/// A parsed format spec.
struct Spec {
    fill: Option<char>,
    align: Option<char>,
    sign: Option<char>,
    no_negative_zero: bool,
    alternate: bool,
    width: usize,
    thousands: Option<char>,
    precision: Option<usize>,
    kind: Option<char>,
}

/// `format(v, spec)`.
pub fn format(host: &mut dyn Host, v: &Value, spec: &str) -> Res<String> {
    match v {
        Value::Int(int) if spec.is_empty() => return Ok(int.to_string()),
        Value::Instance(_) => return format_object(host, v, spec),
        Value::Native(native) => {
            if let Some(text) = native.0.format(v, host, spec)? {
                return Ok(text);
            }
        }
        _ => {}
    }
    if spec.is_empty() {
        // The format of a float32 is that of the float it equals.
        return match v {
            Value::Np(DType::Float32, bits) => repr::str_(host, &np::item(DType::Float32, *bits)),
            _ => repr::str_(host, v),
        };
    }
    if let Some(made) = narrow(v, spec) {
        return Ok(made.as_str().to_owned());
    }
    match v {
        Value::Np(dtype, _) if dtype.is_time() => repr::str_(host, v),
        Value::Str(text) => format_text(text.as_str(), spec),
        Value::Float(float) => format_float(*float, &parse(spec, '>', "float")?, "float"),
        Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => {
            let name = if matches!(v, Value::Bool(_)) { "bool" } else { "int" };
            match as_int(v) {
                Some(int) => format_int(int, &parse(spec, '>', name)?, name),
                None => Err(unsupported(v)),
            }
        }
        Value::Np(dtype, bits) if *dtype != DType::Bool => match np::item(*dtype, *bits) {
            ref int @ (Value::Int(_) | Value::BigInt(_)) => match as_int(int) {
                Some(int) => format_int(int, &parse(spec, '>', "int")?, "int"),
                None => Err(unsupported(v)),
            },
            Value::Float(float) => format_float(float, &parse(spec, '>', "float")?, "float"),
            _ => Err(unsupported(v)),
        },
        _ => Err(unsupported(v)),
    }
}

/// Texts and ints to a width: `<8`, `>5s`, `02d`; `None` where the spec or the value needs all rules.
pub fn narrow(v: &Value, spec: &str) -> Option<Str> {
    let mut rest = spec.as_bytes();
    let left = match rest.first()? {
        b'<' => Some(true),
        b'>' => Some(false),
        _ => None,
    };
    rest = rest.get(usize::from(left.is_some())..)?;
    let zeros = rest.first() == Some(&b'0');
    let ends = if let Value::Str(_) = v { b's' } else { b'd' };
    if let [front @ .., last] = rest
        && *last == ends
    {
        rest = front;
    }
    if rest.is_empty() || rest.len() > 3 || !rest.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let width = rest.iter().fold(0, |width, digit| width * 10 + usize::from(digit - b'0'));
    let aligned = |text: &str, length: usize, left: bool| {
        let mut room = [b' '; 64];
        let blanks = width.saturating_sub(length);
        let size = text.len() + blanks;
        let from = if left { 0 } else { blanks };
        room.get_mut(from..from + text.len())?.copy_from_slice(text.as_bytes());
        Some(Str::new(std::str::from_utf8(room.get(..size)?).ok()?))
    };
    match v {
        Value::Str(text) if !zeros => aligned(text.as_str(), text.chars(), left.unwrap_or(true)),
        Value::Int(int) if !zeros => {
            let digits = Str::of_int(*int);
            aligned(digits.as_str(), digits.chars(), left.unwrap_or(false))
        }
        Value::Int(int @ 0..=99) if left.is_none() && width == 2 => {
            let digits = [b'0' + (int / 10) as u8, b'0' + (int % 10) as u8];
            Some(Str::new(std::str::from_utf8(&digits).ok()?))
        }
        _ => None,
    }
}

fn unsupported(v: &Value) -> Box<Raised> {
    type_error(format!("unsupported format string passed to {}.__format__", type_name(v)))
}

fn format_object(host: &mut dyn Host, v: &Value, spec: &str) -> Res<String> {
    let argument = [Value::str(spec)];
    match host.call_special(v, names::names().format, &argument)? {
        Some(Value::Str(text)) => return Ok(text.as_str().to_owned()),
        Some(other) => return Err(type_error(format!("__format__ must return a str, not {}", type_name(&other)))),
        None => {}
    }
    if spec.is_empty() {
        return repr::str_(host, v);
    }
    match super::arith::unwrapped(v).clone() {
        Value::Instance(_) => Err(unsupported(v)),
        payload => format(host, &payload, spec),
    }
}

/// What stands at the front of a spec.
struct Reader<'a> {
    rest: std::str::Chars<'a>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn take_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let next = self.peek().filter(|c| wanted(*c))?;
        self.rest.next();
        Some(next)
    }

    /// A number in digits, if one stands here.
    fn number(&mut self) -> Res<Option<usize>> {
        let mut number = None;
        while let Some(digit) = self.take_if(|c| c.is_ascii_digit()) {
            let next = number.unwrap_or(0usize).checked_mul(10).and_then(|n| n.checked_add(digit as usize - 48));
            let fits = next.filter(|n| *n <= isize::MAX as usize);
            number = Some(fits.ok_or_else(|| value_error("Too many decimal digits in format string"))?);
        }
        Ok(number)
    }
}

fn is_align(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '^')
}

/// Read a spec; `default` is the alignment of the type.
fn parse(spec: &str, default: char, name: &str) -> Res<Spec> {
    let mut reader = Reader { rest: spec.chars() };
    let (mut fill, mut align) = (None, None);
    let mut ahead = spec.chars();
    if let (Some(first), Some(second)) = (ahead.next(), ahead.next())
        && is_align(second)
    {
        (fill, align) = (Some(first), Some(second));
        reader.rest = ahead;
    } else {
        align = reader.take_if(is_align).or(align);
    }
    let sign = reader.take_if(|c| matches!(c, '+' | '-' | ' '));
    let no_negative_zero = reader.take_if(|c| c == 'z').is_some();
    let alternate = reader.take_if(|c| c == '#').is_some();
    if fill.is_none() && reader.take_if(|c| c == '0').is_some() {
        fill = Some('0');
        if align.is_none() && default == '>' {
            align = Some('=');
        }
    }
    let width = reader.number()?.unwrap_or(0);
    let mut thousands = reader.take_if(|c| c == ',');
    if reader.take_if(|c| c == '_').is_some() {
        if thousands.is_some() {
            return Err(value_error("Cannot specify both ',' and '_'."));
        }
        thousands = Some('_');
    }
    if thousands == Some('_') && reader.peek() == Some(',') {
        return Err(value_error("Cannot specify both ',' and '_'."));
    }
    let mut precision = None;
    if reader.take_if(|c| c == '.').is_some() {
        precision = reader.number()?;
        if precision.is_none() {
            return Err(value_error("Format specifier missing precision"));
        }
    }
    let kind = reader.rest.next();
    if reader.rest.next().is_some() {
        return Err(value_error(format!("Invalid format specifier '{spec}' for object of type '{name}'")));
    }
    check_thousands(thousands, kind)?;
    Ok(Spec { fill, align, sign, no_negative_zero, alternate, width, thousands, precision, kind })
}

fn check_thousands(thousands: Option<char>, kind: Option<char>) -> Res<()> {
    let Some(separator) = thousands else { return Ok(()) };
    match kind {
        None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(()),
        Some('b' | 'o' | 'x' | 'X') if separator == '_' => Ok(()),
        Some(kind) => Err(value_error(format!("Cannot specify '{separator}' with {}.", shown(kind)))),
    }
}

/// A format code in a message.
fn shown(kind: char) -> String {
    if (kind as u32) > 32 && (kind as u32) < 128 { format!("'{kind}'") } else { format!("'\\x{:x}'", kind as u32) }
}

fn unknown(kind: char, name: &str) -> Box<Raised> {
    value_error(format!("Unknown format code {} for object of type '{name}'", shown(kind)))
}

fn format_text(text: &str, spec: &str) -> Res<String> {
    let spec = parse(spec, '<', "str")?;
    let kind = spec.kind.unwrap_or('s');
    if kind != 's' {
        return Err(unknown(kind, "str"));
    }
    if let Some(separator) = spec.thousands {
        return Err(value_error(format!("Cannot specify '{separator}' with 's'.")));
    }
    let problem = match &spec {
        Spec { sign: Some(' '), .. } => Some("Space not allowed in string format specifier"),
        Spec { sign: Some(_), .. } => Some("Sign not allowed in string format specifier"),
        Spec { no_negative_zero: true, .. } => {
            Some("Negative zero coercion (z) not allowed in string format specifier")
        }
        Spec { alternate: true, .. } => Some("Alternate form (#) not allowed in string format specifier"),
        Spec { align: Some('='), .. } => Some("'=' alignment not allowed in string format specifier"),
        _ => None,
    };
    if let Some(problem) = problem {
        return Err(value_error(problem));
    }
    let cut = spec.precision.and_then(|precision| text.char_indices().nth(precision));
    let text = cut.map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
    pad(text, spec.fill.unwrap_or(' '), spec.align.unwrap_or('<'), spec.width)
}

fn sign_of(negative: bool, wanted: Option<char>) -> &'static str {
    match (negative, wanted) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    }
}

impl Spec {
    fn layout(&self, group: usize) -> Layout {
        Layout {
            fill: self.fill.unwrap_or(' '),
            align: self.align.unwrap_or('>'),
            width: self.width,
            group: self.thousands.map(|separator| (separator, group)),
        }
    }
}

fn format_int(int: IntRef<'_>, spec: &Spec, name: &str) -> Res<String> {
    let kind = spec.kind.unwrap_or('d');
    if matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') {
        let float = match int {
            IntRef::Small(small) => small as f64,
            IntRef::Big(big) => big_to_f64(big)?,
        };
        return format_float(float, spec, name);
    }
    if !matches!(kind, 'b' | 'c' | 'd' | 'n' | 'o' | 'x' | 'X') {
        return Err(unknown(kind, name));
    }
    if spec.precision.is_some() {
        return Err(value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(value_error("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if kind == 'c' {
        return format_char(int, spec);
    }
    let (negative, digits) = int_digits(int, kind)?;
    let prefix = match kind {
        'b' if spec.alternate => "0b",
        'o' if spec.alternate => "0o",
        'x' if spec.alternate => "0x",
        'X' if spec.alternate => "0X",
        _ => "",
    };
    let group = if matches!(kind, 'd' | 'n') { 3 } else { 4 };
    let parts = Parts { sign: sign_of(negative, spec.sign), prefix, digits: &digits, rest: "" };
    layout(&parts, spec.layout(group))
}

fn format_char(int: IntRef<'_>, spec: &Spec) -> Res<String> {
    if spec.sign.is_some() {
        return Err(value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let c = char_of(int)?;
    layout(&Parts { sign: "", prefix: "", digits: c.encode_utf8(&mut [0; 4]), rest: "" }, spec.layout(3))
}

/// The character with a code, as `%c` wants it.
pub fn char_of(int: IntRef<'_>) -> Res<char> {
    let code = match int {
        IntRef::Small(small) => u32::try_from(small).ok(),
        IntRef::Big(_) => return Err(overflow("Python int too large to convert to C long")),
    };
    code.and_then(char::from_u32).ok_or_else(|| overflow("%c arg not in range(0x110000)"))
}

/// Whether an integer is negative, and its digits in the base of a format code.
pub fn int_digits(int: IntRef<'_>, kind: char) -> Res<(bool, String)> {
    if let IntRef::Small(small) = int {
        let magnitude = small.unsigned_abs();
        let digits = match kind {
            'b' => format!("{magnitude:b}"),
            'o' => format!("{magnitude:o}"),
            'x' => format!("{magnitude:x}"),
            'X' => format!("{magnitude:X}"),
            _ => magnitude.to_string(),
        };
        return Ok((small < 0, digits));
    }
    let big: &BigInt = &int.big();
    let negative = num_traits::Signed::is_negative(big);
    let digits = match kind {
        'b' => big.magnitude().to_str_radix(2),
        'o' => big.magnitude().to_str_radix(8),
        'x' => big.magnitude().to_str_radix(16),
        'X' => big.magnitude().to_str_radix(16).to_ascii_uppercase(),
        _ => repr::big_text(big)?.trim_start_matches('-').to_owned(),
    };
    Ok((negative, digits))
}

/// The most digits after the point that are written.
pub const PRECISE: usize = 1 << 27;

fn format_float(value: f64, spec: &Spec, name: &str) -> Res<String> {
    let kind = spec.kind;
    if let Some(kind) = kind
        && !matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%')
    {
        return Err(unknown(kind, name));
    }
    if spec.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(value_error("precision too big"));
    }
    if spec.precision.is_some_and(|precision| precision > PRECISE) {
        return Err(super::number::memory_error());
    }
    let percent = kind == Some('%');
    let value = if percent { value * 100.0 } else { value };
    let style = FloatStyle {
        kind: match kind {
            None if spec.precision.is_some() => 'g',
            None => 'r',
            Some('%' | 'f' | 'F') => 'f',
            Some('n' | 'g' | 'G') => 'g',
            Some(_) => 'e',
        },
        precision: spec.precision.unwrap_or(6),
        alternate: spec.alternate,
        dot_zero: kind.is_none(),
        upper: matches!(kind, Some('E' | 'F' | 'G')),
    };
    let mut text = float_text(value, style);
    if percent {
        text.push('%');
    }
    let (mut negative, body) = match text.strip_prefix('-') {
        Some(body) => (true, body),
        None => (false, text.as_str()),
    };
    let mantissa = body.split(['e', 'E']).next().unwrap_or("");
    if spec.no_negative_zero && !mantissa.bytes().any(|byte| byte.is_ascii_digit() && byte != b'0') && value.is_finite()
    {
        negative = false;
    }
    let whole = body.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) =
        if whole == 0 { (body.trim_end_matches('%'), if percent { "%" } else { "" }) } else { body.split_at(whole) };
    let parts = Parts { sign: sign_of(negative, spec.sign), prefix: "", digits, rest };
    layout(&parts, spec.layout(3))
}

/// `repr` of an int, float or str for a conversion in a format string: `!r`, `!s`, `!a`.
pub fn convert(host: &mut dyn Host, v: &Value, conversion: char) -> Res<Value> {
    let text = match conversion {
        'r' => repr::repr(host, v)?,
        's' => repr::str_(host, v)?,
        'a' => repr::ascii(host, v)?,
        other if (other as u32) > 32 && (other as u32) < 127 => {
            return Err(value_error(format!("Unknown conversion specifier {other}")));
        }
        other => return Err(value_error(format!("Unknown conversion specifier \\x{:x}", other as u32))),
    };
    Ok(Value::Str(std::rc::Rc::new(Str::new(&text))))
}
