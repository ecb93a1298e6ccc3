//! `json`: texts to values.

use std::cell::RefCell;
use std::rc::Rc;

use super::args::{at, inner};
use super::{Row, row};
use crate::data::raised::type_error;
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::io::codec::{Encoding, Errors, decode};
use crate::io::json::STOPS;
use crate::value::{Host, Str, Value, bytes, dict, exc, kind, parse};

/// The rows.
pub const ROWS: &[Row] = &[
    row("json.loads", |h, a| loads(h, at(a, 0), &Hooks::of(a))),
    row("json.load", |h, a| {
        let read = h.getattr(at(a, 0), Sym::new("read"))?;
        let source = h.call(&read, &[], &[])?;
        loads(h, &source, &Hooks::of(a))
    }),
    row("json.dumps", |h, a| {
        super::json_write::dumps(h, a.split_first().map_or((&Value::None, a), |(v, rest)| (v, rest)))
    }),
    row("json.dump", |h, a| {
        let rest = a.get(2..).unwrap_or(&[]);
        let made = super::json_write::dumps(h, (at(a, 0), rest))?;
        let write = h.getattr(at(a, 1), Sym::new("write"))?;
        h.call(&write, &[made], &[])?;
        Ok(Value::None)
    }),
    row("json.JSONDecodeError", |_, _| Ok(Value::ExcType(ExcClass::JSONDecodeError))),
];

/// Functions of the caller that make values. Slots 1 to 5: object, float, int, constant, pairs; `cls` in slot 6.
struct Hooks {
    object: Option<Value>,
    float: Option<Value>,
    int: Option<Value>,
    constant: Option<Value>,
    pairs: Option<Value>,
    class: bool,
}

impl Hooks {
    fn of(a: &[Value]) -> Hooks {
        let get = |slot| super::args::some(a, slot).cloned();
        Hooks { object: get(1), float: get(2), int: get(3), constant: get(4), pairs: get(5), class: get(6).is_some() }
    }
}

/// Keys of this thread: records share them. A key lies where its first bytes and its length say, until another comes.
type Keys = Vec<Option<Rc<Str>>>;

const KEYS: usize = 1024;

thread_local! {
    static SHARED: RefCell<Keys> = RefCell::new(vec![None; KEYS]);
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    hooks: &'a Hooks,
    keys: Keys,
    /// Pairs of the objects that are open.
    pairs: Vec<(Rc<Str>, Value)>,
    /// Items of the arrays that are open.
    items: Vec<Value>,
}

/// The value of a text, or of bytes in UTF-8 or UTF-16.
fn loads(host: &mut dyn Host, v: &Value, hooks: &Hooks) -> Res<Value> {
    if hooks.class {
        return Err(type_error("json: `cls` is not part of rdask")
            .help("pass functions as `object_hook`, `parse_float` and the like"));
    }
    if let Value::Str(source) = inner(v) {
        return load(host, source.as_str(), hooks);
    }
    let Some(found) = bytes::of(v) else {
        let class = kind::type_name(v);
        return Err(type_error(format!("the JSON object must be str, bytes or bytearray, not {class}")));
    };
    let encoding = match found {
        [0xef, 0xbb, 0xbf, ..] => Encoding::Utf8Sig,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Encoding::Utf16,
        [0, _, ..] => Encoding::Utf16Be,
        [_, 0, ..] => Encoding::Utf16Le,
        _ => Encoding::Utf8,
    };
    let text =
        decode(found, encoding, Errors::Strict).map_err(|fault| super::bytes::make::decode_error(&fault, Some(v)))?;
    load(host, &text, hooks)
}

/// The value of a JSON text, without hooks.
///
/// # Errors
/// `JSONDecodeError`.
pub fn parsed(host: &mut dyn Host, source: &str) -> Res<Value> {
    load(host, source, &Hooks::of(&[]))
}

fn load(host: &mut dyn Host, source: &str, hooks: &Hooks) -> Res<Value> {
    // Hooks may read JSON too: they then begin with no keys.
    let keys = SHARED.take();
    let keys = if keys.is_empty() { vec![None; KEYS] } else { keys };
    let mut reader =
        Reader { text: source, bytes: source.as_bytes(), at: 0, hooks, keys, pairs: Vec::new(), items: Vec::new() };
    let made = reader.document(host);
    SHARED.set(reader.keys);
    made
}

impl Reader<'_> {
    fn document(&mut self, host: &mut dyn Host) -> Res<Value> {
        if self.text.starts_with('\u{feff}') {
            return Err(self.wrong("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0));
        }
        self.blanks();
        let value = self.value(host)?;
        self.blanks();
        if self.at < self.bytes.len() {
            return Err(self.wrong("Extra data", self.at));
        }
        Ok(value)
    }

    #[inline]
    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    fn blanks(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// `JSONDecodeError` with line, column and character.
    fn wrong(&self, message: &str, byte: usize) -> Box<Raised> {
        let before = self.text.get(..byte).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(start..).unwrap_or("").chars().count() + 1;
        let place = before.chars().count();
        let shown = format!("{message}: line {line} column {column} (char {place})");
        let mut raised = Raised::new(ExcClass::JSONDecodeError, shown);
        if let Value::Exception(object) = exc::object(&mut raised) {
            let mut attrs = object.attrs.borrow_mut();
            attrs.set(Sym::new("msg"), Value::str(message));
            attrs.set(Sym::new("doc"), Value::str(self.text));
            for (name, number) in [("pos", place), ("lineno", line), ("colno", column)] {
                attrs.set(Sym::new(name), super::args::length(number));
            }
        }
        raised
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if found {
            self.at += word.len();
        }
        found
    }

    fn value(&mut self, host: &mut dyn Host) -> Res<Value> {
        match self.byte() {
            Some(b'"') => Ok(Value::Str(Rc::new(self.string()?))),
            Some(b'{') => self.nested(host, Reader::object),
            Some(b'[') => self.nested(host, Reader::array),
            Some(b'-' | b'0'..=b'9') => self.number(host),
            Some(b't') if self.word("true") => Ok(Value::Bool(true)),
            Some(b'f') if self.word("false") => Ok(Value::Bool(false)),
            Some(b'n') if self.word("null") => Ok(Value::None),
            Some(b'N') if self.word("NaN") => self.constant(host, "NaN", f64::NAN),
            Some(b'I') if self.word("Infinity") => self.constant(host, "Infinity", f64::INFINITY),
            _ => Err(self.wrong("Expecting value", self.at)),
        }
    }

    fn nested(&mut self, host: &mut dyn Host, read: fn(&mut Self, &mut dyn Host) -> Res<Value>) -> Res<Value> {
        host.enter()?;
        let made = read(self, host);
        host.leave();
        made
    }

    fn constant(&self, host: &mut dyn Host, name: &str, value: f64) -> Res<Value> {
        match &self.hooks.constant {
            Some(hook) => host.call(hook, &[Value::str(name)], &[]),
            None => Ok(Value::Float(value)),
        }
    }

    fn number(&mut self, host: &mut dyn Host) -> Res<Value> {
        let start = self.at;
        if self.byte() == Some(b'-') && self.word("-Infinity") {
            return self.constant(host, "-Infinity", f64::NEG_INFINITY);
        }
        let bytes = self.bytes;
        let negative = bytes.get(start) == Some(&b'-');
        let first = start + usize::from(negative);
        let mut end = first;
        let mut value = 0i64;
        while let Some(digit) = bytes.get(end).filter(|byte| byte.is_ascii_digit()) {
            // Only used when there are at most 18 digits.
            value = value.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
            end += 1;
            if end == first + 1 && *digit == b'0' {
                break;
            }
        }
        if end == first {
            return Err(self.wrong("Expecting value", start));
        }
        if !matches!(bytes.get(end), Some(b'.' | b'e' | b'E')) && end - first <= 18 && self.hooks.int.is_none() {
            self.at = end;
            return Ok(Value::Int(if negative { -value } else { value }));
        }
        self.long_number(host, start, end)
    }

    /// A number of many digits, with a fraction, an exponent, or a hook. `end`: where its whole digits end.
    fn long_number(&mut self, host: &mut dyn Host, start: usize, mut end: usize) -> Res<Value> {
        let bytes = self.bytes;
        let digits = |mut at: usize| {
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            at
        };
        let mut whole = true;
        if bytes.get(end) == Some(&b'.') && digits(end + 1) > end + 1 {
            end = digits(end + 1);
            whole = false;
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            if digits(end + 1 + sign) > end + 1 + sign {
                end = digits(end + 1 + sign);
                whole = false;
            }
        }
        self.at = end;
        let text = self.text.get(start..end).unwrap_or("");
        match (if whole { &self.hooks.int } else { &self.hooks.float }, whole) {
            (Some(hook), _) => host.call(hook, &[Value::str(text)], &[]),
            (None, true) => match text.parse::<i64>() {
                Ok(small) => Ok(Value::Int(small)),
                Err(_) => parse::int(text, 10),
            },
            (None, false) => Ok(Value::Float(text.parse().unwrap_or(f64::NAN))),
        }
    }

    fn array(&mut self, host: &mut dyn Host) -> Res<Value> {
        self.at += 1;
        self.blanks();
        if self.byte() == Some(b']') {
            self.at += 1;
            return Ok(Value::list(Vec::new()));
        }
        let first = self.items.len();
        loop {
            let item = self.value(host)?;
            self.items.push(item);
            self.blanks();
            match self.byte() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Value::list(self.items.split_off(first)));
                }
                _ => return Err(self.wrong("Expecting ',' delimiter", self.at)),
            }
            self.blanks();
        }
    }

    fn object(&mut self, host: &mut dyn Host) -> Res<Value> {
        self.at += 1;
        let first = self.pairs.len();
        self.blanks();
        if self.byte() == Some(b'}') {
            self.at += 1;
            return self.finish(host, first);
        }
        loop {
            if self.byte() != Some(b'"') {
                return Err(self.wrong("Expecting property name enclosed in double quotes", self.at));
            }
            let key = self.key()?;
            self.blanks();
            if self.byte() != Some(b':') {
                return Err(self.wrong("Expecting ':' delimiter", self.at));
            }
            self.at += 1;
            self.blanks();
            let value = self.value(host)?;
            self.pairs.push((key, value));
            self.blanks();
            match self.byte() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return self.finish(host, first);
                }
                _ => return Err(self.wrong("Expecting ',' delimiter", self.at)),
            }
            self.blanks();
        }
    }

    /// The object of the pairs from the given one on.
    fn finish(&mut self, host: &mut dyn Host, first: usize) -> Res<Value> {
        if let Some(hook) = &self.hooks.pairs {
            let pairs = self.pairs.drain(first..).map(|(key, value)| Value::tuple([Value::Str(key), value]));
            let pairs = Value::list(pairs.collect());
            return host.call(hook, &[pairs], &[]);
        }
        let made = Value::Dict(dict::of_texts(self.pairs.drain(first..)).into());
        match &self.hooks.object {
            Some(hook) => host.call(hook, &[made], &[]),
            None => Ok(made),
        }
    }

    /// A key: the one of the same text that was made before, if it is still known.
    fn key(&mut self) -> Res<Rc<Str>> {
        let start = self.at + 1;
        let mut end = start;
        while self.bytes.get(end).is_some_and(|byte| !STOPS.get(usize::from(*byte)).copied().unwrap_or(true)) {
            end += 1;
        }
        if self.bytes.get(end) != Some(&b'"') || end - start > 64 {
            return Ok(Rc::new(self.string()?));
        }
        let text = self.text.get(start..end).unwrap_or("");
        self.at = end + 1;
        let mut mix = text.len() as u64;
        for part in text.as_bytes().chunks(8) {
            let word = part.iter().fold(0u64, |word, byte| word << 8 | u64::from(*byte));
            mix = (mix.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
        let Some(place) = self.keys.get_mut((mix >> 54) as usize % KEYS) else { return Ok(Rc::new(Str::new(text))) };
        match place {
            Some(known) if known.as_str() == text => Ok(known.clone()),
            _ => {
                let made = Rc::new(Str::new(text));
                *place = Some(made.clone());
                Ok(made)
            }
        }
    }

    fn string(&mut self) -> Res<Str> {
        let open = self.at;
        self.at += 1;
        let mut end = self.at;
        while self.bytes.get(end).is_some_and(|byte| !STOPS.get(usize::from(*byte)).copied().unwrap_or(true)) {
            end += 1;
        }
        if self.bytes.get(end) == Some(&b'"') {
            let made = Str::new(self.text.get(self.at..end).unwrap_or(""));
            self.at = end + 1;
            return Ok(made);
        }
        self.escaped(open).map(Str::from)
    }

    /// A string with escapes, or one that never ends.
    fn escaped(&mut self, open: usize) -> Res<String> {
        let mut made = String::new();
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or(&[]);
            let stop = rest.iter().position(|byte| STOPS.get(usize::from(*byte)).copied().unwrap_or(true));
            let Some(stop) = stop else { return Err(self.wrong("Unterminated string starting at", open)) };
            made.push_str(self.text.get(self.at..self.at + stop).unwrap_or(""));
            self.at += stop;
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(made);
                }
                Some(b'\\') => self.escape(open, &mut made)?,
                _ => return Err(self.wrong("Invalid control character at", self.at)),
            }
        }
    }

    fn escape(&mut self, open: usize, made: &mut String) -> Res<()> {
        let start = self.at;
        self.at += 2;
        let c = match self.text.get(start + 1..).and_then(|rest| rest.chars().next()) {
            None => return Err(self.wrong("Unterminated string starting at", open)),
            Some(c @ ('"' | '\\' | '/')) => c,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => {
                let first = self.unit(start + 2)?;
                self.at = start + 6;
                let paired = (0xd800..0xdc00).contains(&first) && self.text.get(self.at..self.at + 2) == Some("\\u");
                match if paired { self.unit(self.at + 2).ok() } else { None } {
                    Some(second) if (0xdc00..0xe000).contains(&second) => {
                        self.at += 6;
                        let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                        char::from_u32(code).unwrap_or('\u{fffd}')
                    }
                    // Half a pair is no character here.
                    _ => char::from_u32(first).unwrap_or('\u{fffd}'),
                }
            }
            Some(_) => return Err(self.wrong("Invalid \\escape", start)),
        };
        made.push(c);
        Ok(())
    }

    fn unit(&self, at: usize) -> Res<u32> {
        let digits = self.text.get(at..at + 4).filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        code.ok_or_else(|| self.wrong("Invalid \\uXXXX escape", at - 1))
    }
}
