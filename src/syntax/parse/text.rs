//! Numbers, strings and f-strings: from how they are written to what they mean.

use num_bigint::BigInt;
use pest::Parser;

use super::build::{Builder, Map, Piece};
use super::expr::Pieces;
use super::{Grammar, Rule};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, FPart};
use crate::syntax::error::SyntaxError;

/// A string literal taken apart.
struct Literal<'t> {
    raw: bool,
    format: bool,
    bytes: bool,
    body: &'t str,
    /// Offset of the body in the text that the grammar read.
    start: usize,
}

/// The result of joining literals: text and fields in order.
#[derive(Default)]
struct Joined {
    parts: Vec<FPart>,
    text: String,
}

impl Joined {
    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.parts.push(FPart::Text(std::mem::take(&mut self.text).into()));
        }
    }
}

impl Builder<'_> {
    /// A number; what is malformed is reported.
    pub(super) fn number(&mut self, text: &str, span: Span) -> ExprKind {
        if text.ends_with(['j', 'J']) && !text.starts_with("0x") && !text.starts_with("0X") {
            let error = SyntaxError::new(span, "complex numbers are not in rdask's language");
            self.error(error.because("an imaginary literal").help("keep the two parts in two floats"));
            return ExprKind::Float(0.0);
        }
        let radix = match text.as_bytes() {
            [b'0', b'x' | b'X', ..] => 16,
            [b'0', b'o' | b'O', ..] => 8,
            [b'0', b'b' | b'B', ..] => 2,
            _ => 10,
        };
        let digits = if radix == 10 { text } else { text.get(2..).unwrap_or("") };
        let kind = match radix {
            16 => "hexadecimal",
            8 => "octal",
            2 => "binary",
            _ => "decimal",
        };
        let after_prefix = radix != 10 && digits.starts_with('_') && !digits.starts_with("__");
        let checked = if after_prefix { digits.get(1..).unwrap_or("") } else { digits };
        if bad_underscores(checked) {
            let error = SyntaxError::new(span, format!("invalid {kind} literal"));
            self.error(error.help("an underscore may stand only between two digits"));
            return ExprKind::Int(0);
        }
        let plain: String = digits.chars().filter(|&c| c != '_').collect();
        if let Some(bad) = plain.chars().find(|c| radix < 10 && c.to_digit(radix).is_none()) {
            self.wrong(span, format!("invalid digit '{bad}' in {kind} literal"));
            return ExprKind::Int(0);
        }
        if radix == 10 && plain.contains(['.', 'e', 'E']) {
            return ExprKind::Float(plain.parse().unwrap_or(f64::INFINITY));
        }
        if radix == 10 && plain.len() > 1 && plain.starts_with('0') && plain.bytes().any(|b| b != b'0') {
            let message =
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
            let help = format!("write `{}`", plain.trim_start_matches('0'));
            self.error(SyntaxError::new(span, message).help(help));
            return ExprKind::Int(0);
        }
        self.integer(&plain, radix, span)
    }

    fn integer(&mut self, digits: &str, radix: u32, span: Span) -> ExprKind {
        if let Ok(value) = i64::from_str_radix(digits, radix) {
            return ExprKind::Int(value);
        }
        if radix == 10 && digits.len() > 4300 {
            let message = "Exceeds the limit (4300 digits) for integer string conversion";
            let error = SyntaxError::new(span, format!("{message}: value has {} digits", digits.len()));
            self.error(error.help("write it in hexadecimal, or compute it"));
            return ExprKind::Int(0);
        }
        match BigInt::parse_bytes(digits.as_bytes(), radix) {
            Some(value) => ExprKind::BigInt(value.to_string().into()),
            None => ExprKind::Int(0),
        }
    }

    /// A string and those that follow it directly: one literal.
    pub(super) fn strings<'i>(&mut self, first: Piece<'i>, pieces: &mut Pieces<'i>) -> (Expr, Span) {
        let mut span = self.span(&first);
        let mut joined = Joined::default();
        let mut any_format = false;
        let mut next = Some(first);
        while let Some(piece) = next {
            span = span.to(self.span(&piece));
            any_format |= self.one_string(&piece, &mut joined);
            next = pieces.next_if(|p| p.as_rule() == Rule::string);
        }
        if !any_format {
            return (self.make(span, ExprKind::Str(joined.text.into())), span);
        }
        joined.flush();
        (self.make(span, ExprKind::FString(joined.parts)), span)
    }

    /// Append one literal. True if it is an f-string.
    fn one_string(&mut self, piece: &Piece, joined: &mut Joined) -> bool {
        let span = self.span(piece);
        let literal = take_apart(piece.as_str(), piece.as_span().start());
        if literal.bytes {
            let error = SyntaxError::new(span, "bytes are not in rdask's language");
            self.error(error.because("a bytes literal").help("use a string: leave out the `b`"));
            return false;
        }
        if literal.format {
            self.fields(literal.body, literal.start, literal.raw, 0, joined);
        } else {
            self.unescape(literal.body, literal.start, literal.raw, &mut joined.text);
        }
        literal.format
    }

    /// Append text with its escapes replaced.
    fn unescape(&mut self, body: &str, start: usize, raw: bool, out: &mut String) {
        let mut rest = body;
        while let Some(at) = rest.find(['\\', '\r']) {
            out.push_str(rest.get(..at).unwrap_or(""));
            rest = rest.get(at..).unwrap_or("");
            let offset = start + (body.len() - rest.len());
            if rest.starts_with('\r') {
                rest = rest.strip_prefix("\r\n").or(rest.get(1..)).unwrap_or("");
                out.push('\n');
            } else if raw {
                out.push('\\');
                rest = rest.get(1..).unwrap_or("");
            } else {
                let used = self.escape(rest, offset, out);
                rest = rest.get(used..).unwrap_or("");
            }
        }
        out.push_str(rest);
    }

    /// One escape sequence; returns its length in bytes.
    fn escape(&mut self, text: &str, at: usize, out: &mut String) -> usize {
        let Some(c) = text.chars().nth(1) else {
            out.push('\\');
            return 1;
        };
        let simple = match c {
            '\\' | '\'' | '"' => c,
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'a' => '\u{7}',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'v' => '\u{b}',
            '\n' => return 2,
            '\r' => return if text.starts_with("\\\r\n") { 3 } else { 2 },
            '0'..='7' => return self.octal(text, at, out),
            'x' => return self.hex(text, at, 2, out),
            'u' => return self.hex(text, at, 4, out),
            'U' => return self.hex(text, at, 8, out),
            'N' => return self.named_char(text, at, out),
            _ => {
                // Python keeps an unknown escape as it stands.
                out.push('\\');
                out.push(c);
                return 1 + c.len_utf8();
            }
        };
        out.push(simple);
        2
    }

    fn octal(&mut self, text: &str, _at: usize, out: &mut String) -> usize {
        let digits = text.bytes().skip(1).take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
        let value = text.get(1..1 + digits).and_then(|d| u32::from_str_radix(d, 8).ok());
        out.extend(value.and_then(char::from_u32));
        1 + digits
    }

    fn hex(&mut self, text: &str, at: usize, want: usize, out: &mut String) -> usize {
        let digits = text.bytes().skip(2).take(want).take_while(u8::is_ascii_hexdigit).count();
        let end = 2 + digits;
        let shape = match want {
            2 => "\\xXX",
            4 => "\\uXXXX",
            _ => "\\UXXXXXXXX",
        };
        if digits < want {
            let message = format!("(unicode error) 'unicodeescape' codec can't decode: truncated {shape} escape");
            let error = SyntaxError::new(self.place(at, at + end), message);
            let help = format!("give {want} hexadecimal digits, or write `\\\\` for a backslash");
            self.error(error.because(format!("{digits} hexadecimal digits")).help(help));
            return end;
        }
        let value = text.get(2..end).and_then(|d| u32::from_str_radix(d, 16).ok()).unwrap_or(0);
        match char::from_u32(value) {
            Some(c) => out.push(c),
            None => {
                let surrogate = (0xd800..0xe000).contains(&value);
                let message =
                    if surrogate { "surrogates are not in rdask's strings" } else { "illegal Unicode character" };
                let error = SyntaxError::new(self.place(at, at + end), message);
                self.error(error.because(format!("U+{value:04X} is not a character")));
            }
        }
        end
    }

    fn named_char(&mut self, text: &str, at: usize, out: &mut String) -> usize {
        let end = text.find('}').map_or(2, |p| p + 1);
        let name = text.get(3..end.saturating_sub(1)).unwrap_or("");
        if !text.starts_with("\\N{") || name.is_empty() {
            let message = "(unicode error) 'unicodeescape' codec can't decode: malformed \\N character escape";
            self.wrong(self.place(at, at + 2), message);
            return 2;
        }
        let found = NAMED.iter().find(|(n, _)| n.eq_ignore_ascii_case(name));
        match found {
            Some((_, c)) => out.push(*c),
            None => {
                let error = SyntaxError::new(
                    self.place(at, at + end),
                    format!("the character name '{name}' is not known to rdask"),
                );
                self.error(error.help("write the character itself, or its code as `\\uXXXX`"));
            }
        }
        end
    }

    /// Append the text and fields of an f-string's body.
    fn fields(&mut self, body: &str, start: usize, raw: bool, level: usize, joined: &mut Joined) {
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
                let (pest::error::InputLocation::Pos(stop) | pest::error::InputLocation::Span((stop, _))) =
                    error.location;
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

fn bad_underscores(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let lone = |at: usize| at == 0 || !digit(at - 1) || !digit(at + 1);
    bytes.iter().enumerate().any(|(at, &b)| b == b'_' && lone(at))
}

fn take_apart(text: &str, at: usize) -> Literal<'_> {
    let quote = text.find(['"', '\'']).unwrap_or(0);
    let prefix = text.get(..quote).unwrap_or("").to_ascii_lowercase();
    let quoted = text.get(quote..).unwrap_or("");
    let triple = quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''"));
    let width = if triple { 3 } else { 1 };
    let body = quoted.get(width..quoted.len().saturating_sub(width)).unwrap_or("");
    let (raw, format, bytes) = (prefix.contains('r'), prefix.contains('f'), prefix.contains('b'));
    Literal { raw, format, bytes, body, start: at + quote + width }
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

/// Characters that scripts write by name.
const NAMED: &[(&str, char)] = &[
    ("DEGREE SIGN", '\u{b0}'),
    ("MICRO SIGN", '\u{b5}'),
    ("PLUS-MINUS SIGN", '\u{b1}'),
    ("MULTIPLICATION SIGN", '\u{d7}'),
    ("EM DASH", '\u{2014}'),
    ("EN DASH", '\u{2013}'),
    ("BULLET", '\u{2022}'),
    ("SNOWMAN", '\u{2603}'),
    ("GREEK SMALL LETTER ALPHA", '\u{3b1}'),
    ("GREEK SMALL LETTER BETA", '\u{3b2}'),
    ("GREEK SMALL LETTER GAMMA", '\u{3b3}'),
    ("GREEK SMALL LETTER DELTA", '\u{3b4}'),
    ("GREEK CAPITAL LETTER DELTA", '\u{394}'),
    ("GREEK SMALL LETTER LAMDA", '\u{3bb}'),
    ("GREEK SMALL LETTER MU", '\u{3bc}'),
    ("GREEK SMALL LETTER PI", '\u{3c0}'),
    ("GREEK SMALL LETTER SIGMA", '\u{3c3}'),
    ("GREEK CAPITAL LETTER SIGMA", '\u{3a3}'),
    ("GREEK CAPITAL LETTER OMEGA", '\u{3a9}'),
    ("RIGHTWARDS ARROW", '\u{2192}'),
    ("LEFTWARDS ARROW", '\u{2190}'),
    ("CHECK MARK", '\u{2713}'),
    ("BLACK STAR", '\u{2605}'),
    ("EURO SIGN", '\u{20ac}'),
    ("POUND SIGN", '\u{a3}'),
    ("SECTION SIGN", '\u{a7}'),
    ("COPYRIGHT SIGN", '\u{a9}'),
    ("NO-BREAK SPACE", '\u{a0}'),
    ("INFINITY", '\u{221e}'),
    ("SQUARE ROOT", '\u{221a}'),
    ("LATIN SMALL LETTER E WITH ACUTE", '\u{e9}'),
    ("LATIN SMALL LETTER A WITH DIAERESIS", '\u{e4}'),
    ("LATIN SMALL LETTER O WITH DIAERESIS", '\u{f6}'),
    ("LATIN SMALL LETTER U WITH DIAERESIS", '\u{fc}'),
    ("LATIN SMALL LETTER SHARP S", '\u{df}'),
];
