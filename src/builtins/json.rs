//! `json`: texts to values.

use super::args::{at, text};
use super::{Row, row};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::{DictObj, Host, Value, dict, exc, parse};

/// The rows.
pub const ROWS: &[Row] = &[
    row("json.loads", |h, a| {
        let source = match at(a, 0) {
            Value::Str(source) => source.clone(),
            v => {
                let class = crate::value::kind::type_name(v);
                let message = format!("the JSON object must be str, bytes or bytearray, not {class}");
                return Err(crate::data::raised::type_error(message));
            }
        };
        load(h, source.as_str(), &Hooks::of(a))
    }),
    row("json.load", |h, a| {
        let read = h.getattr(at(a, 0), Sym::new("read"))?;
        let source = h.call(&read, &[], &[])?;
        let found = std::slice::from_ref(&source);
        load(h, text("the JSON object", found, 0)?.as_str(), &Hooks::of(a))
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

/// Functions of the caller that make values. Slots 1 to 5: object, float, int, constant, pairs.
struct Hooks {
    object: Option<Value>,
    float: Option<Value>,
    int: Option<Value>,
    constant: Option<Value>,
    pairs: Option<Value>,
}

impl Hooks {
    fn of(a: &[Value]) -> Hooks {
        let get = |slot| super::args::some(a, slot).cloned();
        Hooks { object: get(1), float: get(2), int: get(3), constant: get(4), pairs: get(5) }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    hooks: &'a Hooks,
}

fn load(host: &mut dyn Host, source: &str, hooks: &Hooks) -> Res<Value> {
    let mut reader = Reader { text: source, at: 0, hooks };
    if source.starts_with('\u{feff}') {
        return Err(reader.wrong("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0));
    }
    reader.blanks();
    let value = reader.value(host)?;
    reader.blanks();
    if reader.at < source.len() {
        return Err(reader.wrong("Extra data", reader.at));
    }
    Ok(value)
}

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

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
            Some(b'"') => Ok(Value::str(self.string()?)),
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
        if self.word("-Infinity") {
            return self.constant(host, "-Infinity", f64::NEG_INFINITY);
        }
        let bytes = self.text.as_bytes();
        let digits = |mut at: usize| {
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            at
        };
        let first = start + usize::from(self.byte() == Some(b'-'));
        let mut end = if bytes.get(first) == Some(&b'0') { first + 1 } else { digits(first) };
        if end == first {
            return Err(self.wrong("Expecting value", start));
        }
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
        let mut items = Vec::new();
        self.blanks();
        if self.byte() == Some(b']') {
            self.at += 1;
            return Ok(Value::list(items));
        }
        loop {
            items.push(self.value(host)?);
            self.blanks();
            match self.byte() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Value::list(items));
                }
                _ => return Err(self.wrong("Expecting ',' delimiter", self.at)),
            }
            self.blanks();
        }
    }

    fn object(&mut self, host: &mut dyn Host) -> Res<Value> {
        self.at += 1;
        let mut pairs: Vec<(String, Value)> = Vec::new();
        self.blanks();
        if self.byte() == Some(b'}') {
            self.at += 1;
            return self.finish(host, pairs);
        }
        loop {
            if self.byte() != Some(b'"') {
                return Err(self.wrong("Expecting property name enclosed in double quotes", self.at));
            }
            let key = self.string()?;
            self.blanks();
            if self.byte() != Some(b':') {
                return Err(self.wrong("Expecting ':' delimiter", self.at));
            }
            self.at += 1;
            self.blanks();
            pairs.push((key, self.value(host)?));
            self.blanks();
            match self.byte() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return self.finish(host, pairs);
                }
                _ => return Err(self.wrong("Expecting ',' delimiter", self.at)),
            }
            self.blanks();
        }
    }

    fn finish(&self, host: &mut dyn Host, pairs: Vec<(String, Value)>) -> Res<Value> {
        if let Some(hook) = &self.hooks.pairs {
            let pairs = pairs.into_iter().map(|(key, value)| Value::tuple([Value::str(key), value]));
            return host.call(hook, &[Value::list(pairs.collect())], &[]);
        }
        let made = DictObj::plain();
        for (key, value) in pairs {
            dict::set_str(&made, &key, value);
        }
        let made = Value::Dict(made.into());
        match &self.hooks.object {
            Some(hook) => host.call(hook, &[made], &[]),
            None => Ok(made),
        }
    }

    fn string(&mut self) -> Res<String> {
        let open = self.at;
        self.at += 1;
        let mut made = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or("");
            let stop = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < 0x20);
            let Some(stop) = stop else { return Err(self.wrong("Unterminated string starting at", open)) };
            made.push_str(rest.get(..stop).unwrap_or(""));
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
