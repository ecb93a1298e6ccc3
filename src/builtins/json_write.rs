//! `json`: values to texts, laid out as CPython lays them out.

use super::args::{at, class_name, flag, inner, some};
use super::functions::address;
use super::sort::sort;
use crate::data::raised::{type_error, value_error};
use crate::data::{DType, Res};
use crate::value::{Host, Value, dict, number, repr};

struct Writer {
    out: String,
    ascii: bool,
    nan: bool,
    skip: bool,
    sort: bool,
    indent: Option<String>,
    item: String,
    key: String,
    default: Option<Value>,
    open: Vec<u64>,
}

/// Slots after the value: `skipkeys`, `ensure_ascii`, `check_circular`, `allow_nan`, `cls`, `indent`, `separators`,
/// `default`, `sort_keys`.
pub fn dumps(host: &mut dyn Host, (v, a): (&Value, &[Value])) -> Res<Value> {
    if some(a, 4).is_some() {
        return Err(type_error("json: `cls` is not part of rdask").help("pass a function as `default`"));
    }
    let indent = match at(a, 5) {
        Value::None => None,
        Value::Str(text) => Some(text.as_str().to_owned()),
        v => {
            let count = usize::try_from(crate::value::index::as_index(host, v)?).unwrap_or(0);
            let mut made = number::text_room(count)?;
            number::fill(&mut made, ' ', count);
            Some(made)
        }
    };
    let (item, key) = match at(a, 6) {
        Value::None if indent.is_some() => (",".to_owned(), ": ".to_owned()),
        Value::None => (", ".to_owned(), ": ".to_owned()),
        v => match crate::value::iter::unpack(host, v, 2)?.as_slice() {
            [Value::Str(item), Value::Str(key)] => (item.as_str().to_owned(), key.as_str().to_owned()),
            _ => return Err(type_error("separators must be two texts")),
        },
    };
    let mut writer = Writer {
        out: String::new(),
        skip: flag(host, a, 0)?,
        ascii: flag(host, a, 1)?,
        nan: flag(host, a, 3)?,
        sort: flag(host, a, 8)?,
        indent,
        item,
        key,
        default: some(a, 7).cloned(),
        open: Vec::new(),
    };
    writer.write(host, v)?;
    Ok(Value::str(writer.out))
}

impl Writer {
    fn write(&mut self, host: &mut dyn Host, v: &Value) -> Res<()> {
        match inner(v) {
            Value::None => self.out.push_str("null"),
            Value::Bool(true) => self.out.push_str("true"),
            Value::Bool(false) => self.out.push_str("false"),
            Value::Int(n) => self.out.push_str(&n.to_string()),
            Value::BigInt(n) => self.out.push_str(&repr::big_text(n)?),
            Value::Float(x) => {
                let text = self.float(*x)?;
                self.out.push_str(&text);
            }
            Value::Np(DType::Float64, bits) => {
                let text = self.float(f64::from_bits(*bits))?;
                self.out.push_str(&text);
            }
            Value::Str(text) => self.string(text.as_str()),
            Value::List(list) => {
                let items = list.items.borrow().clone();
                self.nested(host, v, |writer, host| writer.array(host, &items))?;
            }
            Value::Tuple(tuple) => self.nested(host, v, |writer, host| writer.array(host, &tuple.items))?,
            Value::Dict(table) => {
                let pairs = dict::items(table);
                self.nested(host, v, |writer, host| writer.object(host, pairs))?;
            }
            _ => match self.default.clone() {
                Some(default) => {
                    self.nested(host, v, |writer, host| {
                        let made = host.call(&default, std::slice::from_ref(v), &[])?;
                        writer.write(host, &made)
                    })?;
                }
                None => {
                    let class = class_name(v);
                    return Err(type_error(format!("Object of type {class} is not JSON serializable")));
                }
            },
        }
        Ok(())
    }

    fn nested(
        &mut self,
        host: &mut dyn Host,
        v: &Value,
        work: impl FnOnce(&mut Writer, &mut dyn Host) -> Res<()>,
    ) -> Res<()> {
        let mark = address(v);
        if self.open.contains(&mark) {
            return Err(value_error("Circular reference detected"));
        }
        self.open.push(mark);
        host.enter()?;
        let done = work(self, host);
        host.leave();
        self.open.pop();
        done
    }

    fn float(&self, x: f64) -> Res<String> {
        if !x.is_finite() && !self.nan {
            return Err(value_error("Out of range float values are not JSON compliant"));
        }
        Ok(match x {
            x if x.is_nan() => "NaN".to_owned(),
            f64::INFINITY => "Infinity".to_owned(),
            f64::NEG_INFINITY => "-Infinity".to_owned(),
            x => repr::float(x),
        })
    }

    fn line(&mut self) {
        if let Some(indent) = &self.indent {
            self.out.push('\n');
            for _ in 0..self.depth() {
                self.out.push_str(indent);
            }
        }
    }

    fn depth(&self) -> usize {
        self.open.len()
    }

    fn close(&mut self, bracket: char) {
        let mark = self.open.pop();
        self.line();
        self.open.extend(mark);
        self.out.push(bracket);
    }

    fn array(&mut self, host: &mut dyn Host, items: &[Value]) -> Res<()> {
        if items.is_empty() {
            self.out.push_str("[]");
            return Ok(());
        }
        self.out.push('[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.out.push_str(&self.item.clone());
            }
            self.line();
            self.write(host, item)?;
        }
        self.close(']');
        Ok(())
    }

    fn object(&mut self, host: &mut dyn Host, mut pairs: Vec<(Value, Value)>) -> Res<()> {
        if pairs.is_empty() {
            self.out.push_str("{}");
            return Ok(());
        }
        if self.sort {
            let mut items = pairs.into_iter().map(|(key, value)| Value::tuple([key, value])).collect();
            sort(host, &mut items, &Value::None, false)?;
            pairs = items
                .iter()
                .filter_map(|pair| match pair {
                    Value::Tuple(pair) => Some((pair.items.first()?.clone(), pair.items.get(1)?.clone())),
                    _ => None,
                })
                .collect();
        }
        self.out.push('{');
        let mut first = true;
        for (key, value) in &pairs {
            let Some(name) = self.key_text(host, key)? else { continue };
            if !std::mem::take(&mut first) {
                self.out.push_str(&self.item.clone());
            }
            self.line();
            self.string(&name);
            self.out.push_str(&self.key.clone());
            self.write(host, value)?;
        }
        if first {
            self.out.push('}');
        } else {
            self.close('}');
        }
        Ok(())
    }

    fn key_text(&self, host: &mut dyn Host, key: &Value) -> Res<Option<String>> {
        Ok(Some(match inner(key) {
            Value::Str(text) => text.as_str().to_owned(),
            Value::None => "null".to_owned(),
            Value::Bool(true) => "true".to_owned(),
            Value::Bool(false) => "false".to_owned(),
            Value::Float(x) => self.float(*x)?,
            Value::Np(DType::Float64, bits) => self.float(f64::from_bits(*bits))?,
            v @ (Value::Int(_) | Value::BigInt(_)) if number::as_int(v).is_some() => repr::repr(host, v)?,
            _ if self.skip => return Ok(None),
            v => {
                let class = class_name(v);
                return Err(type_error(format!("keys must be str, int, float, bool or None, not {class}")));
            }
        }))
    }

    fn string(&mut self, text: &str) {
        use std::fmt::Write;
        self.out.push('"');
        // What needs no escape is copied at once.
        if text.bytes().all(|b| matches!(b, b' '..=b'~') && b != b'"' && b != b'\\') {
            self.out.push_str(text);
            self.out.push('"');
            return;
        }
        for c in text.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\u{8}' => self.out.push_str("\\b"),
                '\u{c}' => self.out.push_str("\\f"),
                c if (c as u32) < 0x20 || (self.ascii && !(' '..='~').contains(&c)) => {
                    let mut units = [0; 2];
                    for unit in c.encode_utf16(&mut units) {
                        // Writing to a String cannot fail.
                        let _ = write!(self.out, "\\u{unit:04x}");
                    }
                }
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}
