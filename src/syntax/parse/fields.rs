//! F-strings: their bodies cut into text and fields as CPython 3.11 does, and the fields parsed.

use pest::Parser;
use pest::error::InputLocation;

use super::build::{Builder, Map};
use super::text::Joined;
use super::{Grammar, Rule};
use crate::syntax::ast::{Expr, FPart};
use crate::syntax::error::SyntaxError;

impl Builder<'_> {
    /// Append the text and fields of an f-string's body.
    pub(super) fn fields(&mut self, body: &str, start: usize, raw: bool, level: usize, joined: &mut Joined) {
        let mut at = 0;
        while at < body.len() {
            let rest = body.get(at..).unwrap_or("");
            let step = next_brace(rest, raw);
            self.unescape(rest.get(..step).unwrap_or(""), start + at, raw, &mut joined.text);
            at += step;
            let rest = body.get(at..).unwrap_or("");
            let doubled = level == 0 && (rest.starts_with("{{") || rest.starts_with("}}"));
            if doubled {
                joined.text.push_str(rest.get(..1).unwrap_or(""));
                at += 2;
            } else if rest.starts_with('{') {
                at += self.one_field(rest, start + at, raw, level, joined);
            } else if rest.starts_with('}') {
                let error =
                    SyntaxError::new(self.place(start + at, start + at + 1), "f-string: single '}' is not allowed");
                self.error(error.help("write `}}` for a brace in the text"));
                at += 1;
            }
        }
    }

    /// One `{...}` at the start of `text`; returns its length.
    fn one_field(&mut self, text: &str, at: usize, raw: bool, level: usize, joined: &mut Joined) -> usize {
        let end = match expression_end(text) {
            Ok(end) => end,
            Err((offset, message)) => {
                let place = self.place(at + offset.min(text.len()), at + (offset + 1).min(text.len()));
                self.error(SyntaxError::new(place, message).label(self.place(at, at + 1), "the field begins here"));
                return text.len();
            }
        };
        let code = text.get(1..end).unwrap_or("");
        if let Some(slash) = code.find('\\') {
            let place = self.place(at + 1 + slash, at + 2 + slash);
            let error = SyntaxError::new(place, "f-string expression part cannot include a backslash");
            self.error(error.help("put the text into a variable first, or join the parts with `+`"));
            return end + 1;
        }
        if level >= 2 {
            self.wrong(self.place(at, at + 1), "f-string: expressions nested too deeply");
            return text.len();
        }
        if code.trim().is_empty() {
            let error = SyntaxError::new(self.place(at, at + end + 1), "f-string: empty expression not allowed");
            self.error(error.help("put a value between the braces, or write `{{}}` for the braces themselves"));
            return end + 1;
        }
        let value = self.field_value(code, at + 1);
        let mut cursor = end;
        let mut described = false;
        if text.get(cursor..).is_some_and(|t| t.starts_with('=')) {
            cursor += 1;
            cursor += text.get(cursor..).unwrap_or("").bytes().take_while(|b| b.is_ascii_whitespace()).count();
            joined.text.push_str(text.get(1..cursor).unwrap_or(""));
            described = true;
        }
        let mut conversion = None;
        if text.get(cursor..).is_some_and(|t| t.starts_with('!')) {
            let (found, used) = self.conversion(text, cursor, at);
            conversion = found;
            cursor += used;
        }
        let (spec, has_spec, used) = self.spec(text, cursor, at, raw, level);
        cursor += used;
        if described && conversion.is_none() && !has_spec {
            conversion = Some('r');
        }
        if !text.get(cursor..).is_some_and(|t| t.starts_with('}')) {
            let place = self.place(at + cursor.min(text.len()), at + (cursor + 1).min(text.len()));
            let error = SyntaxError::new(place, "f-string: expecting '}'");
            self.error(error.label(self.place(at, at + 1), "the field begins here"));
            return text.len();
        }
        joined.flush();
        joined.parts.push(FPart::Field { value: Box::new(value), conversion, spec });
        cursor + 1
    }

    fn conversion(&mut self, text: &str, cursor: usize, at: usize) -> (Option<char>, usize) {
        let word: String =
            text.get(cursor + 1..).unwrap_or("").chars().take_while(|c| !matches!(c, ':' | '}')).collect();
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (Some(c @ ('r' | 's' | 'a')), None) => (Some(c), 2),
            _ => {
                let place = self.place(at + cursor, at + cursor + 1 + word.len());
                let message = "f-string: invalid conversion character: expected 's', 'r', or 'a'";
                self.wrong(place, message);
                (None, 1 + word.len())
            }
        }
    }

    /// The `:spec` at `cursor`: its parts, whether there is one, its length.
    fn spec(&mut self, text: &str, cursor: usize, at: usize, raw: bool, level: usize) -> (Vec<FPart>, bool, usize) {
        let Some(rest) = text.get(cursor..).and_then(|t| t.strip_prefix(':')) else { return (Vec::new(), false, 0) };
        let end = spec_end(rest);
        let mut inner = Joined::default();
        self.fields(rest.get(..end).unwrap_or(""), at + cursor + 1, raw, level + 1, &mut inner);
        inner.flush();
        (inner.parts, true, 1 + end)
    }

    /// Parse the expression of a field.
    fn field_value(&mut self, code: &str, at: usize) -> Expr {
        let blanked: String =
            if code.contains(['\n', '\r', '\t', '\u{c}']) { blank_lines(code) } else { code.to_owned() };
        let source = self.place(at, at).start as usize;
        let saved = (self.map, self.base);
        (self.map, self.base) = (Map::Shift(source), 0);
        self.in_fields += 1;
        let value = stacker::maybe_grow(1 << 20, 16 << 20, || match Grammar::parse(Rule::field, &blanked) {
            Ok(mut pieces) => pieces.next().map(|piece| self.value(piece)),
            Err(error) => {
                let (InputLocation::Pos(stop) | InputLocation::Span((stop, _))) = error.location;
                let mut error = super::explain::explain(&blanked, stop, (0, blanked.len()), self);
                error.message = format!("f-string: {}", error.message);
                self.error(error);
                None
            }
        });
        self.in_fields -= 1;
        let value = value.unwrap_or_else(|| {
            let span = self.place(0, code.len());
            self.nothing(span)
        });
        (self.map, self.base) = saved;
        value
    }
}

/// Length of the text before the next brace; `\N{name}` is text unless the string is raw.
fn next_brace(text: &str, raw: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&b) = bytes.get(at) {
        match b {
            b'{' | b'}' => return at,
            b'\\' if !raw && text.get(at..).is_some_and(|t| t.starts_with("\\N{")) => {
                at = text.get(at..).and_then(|t| t.find('}')).map_or(bytes.len(), |p| at + p + 1);
            }
            // An escaped brace is a brace: only the backslash is text.
            b'\\' if !raw && !matches!(bytes.get(at + 1), Some(b'{' | b'}')) => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Where the expression of the field at the start of `text` ends: at `=`, `!`, `:` or `}`.
fn expression_end(text: &str) -> Result<usize, (usize, &'static str)> {
    let bytes = text.as_bytes();
    let mut open: Vec<u8> = Vec::new();
    let mut at = 1;
    while let Some(&b) = bytes.get(at) {
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        match b {
            b'\\' => return Err((at, "f-string expression part cannot include a backslash")),
            b'#' => return Err((at, "f-string expression part cannot include '#'")),
            b'"' | b'\'' => {
                at = quoted_end(text, at).ok_or((at, "f-string: unterminated string"))?;
                continue;
            }
            b'(' | b'[' | b'{' => {
                if open.len() >= 200 {
                    return Err((at, "f-string: too many nested parenthesis"));
                }
                open.push(b);
            }
            b'}' if open.is_empty() => return Ok(at),
            b')' | b']' | b'}' => {
                let want = match b {
                    b')' => b'(',
                    b']' => b'[',
                    _ => b'{',
                };
                match open.pop() {
                    Some(opened) if opened == want => {}
                    Some(_) => return Err((at, "f-string: closing parenthesis does not match opening parenthesis")),
                    None => return Err((at, "f-string: unmatched closing parenthesis")),
                }
            }
            b'!' | b'=' | b'<' | b'>' if next == b'=' => at += 1,
            b'<' | b'>' => {}
            b'!' | b':' | b'=' if open.is_empty() => return Ok(at),
            _ => {}
        }
        at += 1;
    }
    Err((bytes.len().saturating_sub(1), "f-string: expecting '}'"))
}

/// The end of the string literal that begins at `at`.
fn quoted_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let quote = rest.get(..1)?;
    let triple = quote.repeat(3);
    let width = if rest.starts_with(&triple) { 3 } else { 1 };
    let end = rest.get(width..)?.find(if width == 3 { &triple } else { quote })?;
    Some(at + width + end + width)
}

/// The end of a format spec: the first brace that closes more than was opened in it.
fn spec_end(text: &str) -> usize {
    let mut depth = 0;
    for (at, b) in text.bytes().enumerate() {
        match b {
            b'{' => depth += 1,
            b'}' if depth == 0 => return at,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// Line ends and tabs outside strings as blanks: the inside of a field is one line.
fn blank_lines(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut at = 0;
    while let Some(c) = code.get(at..).and_then(|t| t.chars().next()) {
        if matches!(c, '"' | '\'')
            && let Some(end) = quoted_end(code, at)
        {
            out.push_str(code.get(at..end).unwrap_or(""));
            at = end;
            continue;
        }
        out.push(if matches!(c, '\n' | '\r' | '\t' | '\u{c}') { ' ' } else { c });
        at += c.len_utf8();
    }
    out
}
