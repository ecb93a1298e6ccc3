//! How strings, f-strings and floats are written.

use super::Printer;
use crate::syntax::ast::FPart;

/// A string as Python's `repr` quotes it.
pub fn quote(text: &str) -> String {
    let mark = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(mark);
    for c in text.chars() {
        if c == mark {
            out.push('\\');
            out.push(c);
        } else {
            escape(c, &mut out);
        }
    }
    out.push(mark);
    out
}

fn escape(c: char, out: &mut String) {
    match c {
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        '\0'..='\x1f' | '\x7f'..='\u{a0}' | '\u{ad}' => out.push_str(&format!("\\x{:02x}", c as u32)),
        '\u{2028}' | '\u{2029}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => out.push_str(&format!("\\u{:04x}", c as u32)),
        _ => out.push(c),
    }
}

/// A bytes literal.
pub fn bytes(bytes: &[u8]) -> String {
    let mut out = String::from("b'");
    for byte in bytes {
        match byte {
            b'\\' | b'\'' => out.extend(['\\', char::from(*byte)]),
            b' '..=b'~' => out.push(char::from(*byte)),
            byte => out.push_str(&format!("\\x{byte:02x}")),
        }
    }
    out.push('\'');
    out
}

/// A float so that it is read back as the same, in Python's form.
pub fn float(x: f64) -> String {
    if x.is_infinite() {
        return if x > 0.0 { "1e309".to_owned() } else { "-1e309".to_owned() };
    }
    crate::data::float::repr64(x)
}

/// An imaginary number so that it is read back as the same.
pub fn imaginary(x: f64) -> String {
    let text = float(x);
    format!("{}j", text.strip_suffix(".0").unwrap_or(&text))
}

const QUOTES: [&str; 4] = ["'", "\"", "'''", "\"\"\""];

impl Printer {
    /// A string inside a field of an f-string, where no backslash may stand.
    pub(super) fn string_in_field(&mut self, text: &str) {
        let fits = |mark: &&&str| {
            let line = mark.len() == 3 || !text.contains(['\n', '\r']);
            let quote = mark.get(..1).unwrap_or("'");
            line && !text.contains(**mark) && !text.ends_with(quote) && !text.contains(['\\', '\r', '\0'])
        };
        match self.quotes.iter().find(fits).copied() {
            Some(mark) => {
                self.text(mark);
                self.text(text);
                self.text(mark);
            }
            None => self.failed = true,
        }
    }

    /// An f-string, with the first quotes that its fields allow.
    pub(super) fn f_string(&mut self, parts: &[FPart]) {
        let start = self.out.len();
        let outer = std::mem::take(&mut self.quotes);
        let candidates = if outer.is_empty() { QUOTES.to_vec() } else { outer.clone() };
        let inside = !outer.is_empty();
        let already = self.failed;
        for mark in &candidates {
            self.quotes = candidates
                .iter()
                .copied()
                .filter(|q| q != mark && (mark.len() == 3 || !q.starts_with(*mark)))
                .collect();
            self.failed = self.quotes.is_empty() && parts.iter().any(|p| matches!(p, FPart::Field { .. })) && inside;
            self.text("f");
            self.text(mark);
            let body = self.out.len();
            self.parts(parts, mark, inside, 0);
            let written = self.out.get(body..).unwrap_or("");
            let clash = written.contains(mark) && inside || mark.len() == 1 && inside && written.contains('\n');
            self.text(mark);
            if !self.failed && !clash {
                break;
            }
            self.failed = true;
            if Some(mark) != candidates.last() {
                self.out.truncate(start);
            }
        }
        self.failed |= already;
        self.quotes = outer;
    }

    fn parts(&mut self, parts: &[FPart], mark: &str, inside: bool, level: usize) {
        for part in parts {
            match part {
                FPart::Text(text) => self.f_text(text, mark, inside, level),
                FPart::Field { value, conversion, spec } => {
                    self.text("{");
                    let start = self.out.len();
                    self.field_value(value);
                    if self.out.get(start..).is_some_and(|t| t.starts_with('{')) {
                        self.out.insert(start, ' ');
                    }
                    let written = self.out.get(start..).unwrap_or("");
                    self.failed |=
                        written.contains(mark) || written.contains('\\') || mark.len() == 1 && written.contains('\n');
                    if let Some(c) = conversion {
                        self.out.push('!');
                        self.out.push(*c);
                    }
                    if !spec.is_empty() {
                        self.text(":");
                        self.parts(spec, mark, inside, level + 1);
                    }
                    self.text("}");
                }
            }
        }
    }

    fn f_text(&mut self, text: &str, mark: &str, inside: bool, level: usize) {
        for c in text.chars() {
            match c {
                '{' | '}' if level == 0 => self.out.extend([c, c]),
                // A brace in a spec has no other form.
                '{' | '}' => self.text(if c == '{' { "\\x7b" } else { "\\x7d" }),
                _ if mark.starts_with(c) && !inside => self.out.extend(['\\', c]),
                _ if inside => self.out.push(c),
                _ => escape(c, &mut self.out),
            }
            self.failed |= inside && matches!(c, '\\' | '\r');
        }
    }
}
