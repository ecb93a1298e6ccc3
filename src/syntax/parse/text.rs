//! Numbers and strings: from how they are written to what they mean.

use super::Rule;
use super::build::{Builder, Piece};
use super::expr::Pieces;
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, FPart};
use crate::syntax::error::SyntaxError;
use num_bigint::BigInt;

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
pub(super) struct Joined {
    pub(super) parts: Vec<FPart>,
    pub(super) text: String,
}

impl Joined {
    pub(super) fn flush(&mut self) {
        if !self.text.is_empty() {
            self.parts.push(FPart::Text(std::mem::take(&mut self.text).into()));
        }
    }
}

impl Builder<'_> {
    /// A number; what is malformed is reported.
    pub(super) fn number(&mut self, text: &str, span: Span) -> ExprKind {
        if text.ends_with(['j', 'J']) && !text.starts_with("0x") && !text.starts_with("0X") {
            let digits = text.get(..text.len() - 1).unwrap_or("");
            if bad_underscores(digits) {
                let error = SyntaxError::new(span, "invalid decimal literal");
                self.error(error.help("an underscore may stand only between two digits"));
                return ExprKind::Imaginary(0.0);
            }
            let plain: String = digits.chars().filter(|&c| c != '_').collect();
            return ExprKind::Imaginary(plain.parse().unwrap_or(f64::INFINITY));
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
            let bare = plain.trim_start_matches('0');
            let help = match bare.contains(['8', '9']) {
                true => format!("write `{bare}`"),
                false => format!("write `{bare}`, or `0o{bare}` for an octal number"),
            };
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
        if take_apart(first.as_str(), 0).bytes {
            return self.byte_strings(first, pieces);
        }
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
            self.wrong(span, "cannot mix bytes and nonbytes literals");
            return false;
        }
        if literal.format {
            self.fields(literal.body, literal.start, literal.raw, 0, joined);
        } else {
            self.unescape(literal.body, literal.start, literal.raw, &mut joined.text);
        }
        literal.format
    }

    /// A bytes literal and those that follow it directly.
    fn byte_strings<'i>(&mut self, first: Piece<'i>, pieces: &mut Pieces<'i>) -> (Expr, Span) {
        let mut span = self.span(&first);
        let mut made = Vec::new();
        let mut next = Some(first);
        while let Some(piece) = next {
            let place = self.span(&piece);
            span = span.to(place);
            let literal = take_apart(piece.as_str(), piece.as_span().start());
            if !literal.bytes {
                self.wrong(place, "cannot mix bytes and nonbytes literals");
            } else if !literal.body.is_ascii() {
                self.wrong(place, "bytes can only contain ASCII literal characters");
            } else if let Err((at, message)) = unescape_bytes(literal.body, literal.raw, &mut made) {
                self.wrong(self.place(literal.start + at, literal.start + at + 2), &message);
            }
            next = pieces.next_if(|p| p.as_rule() == Rule::string);
        }
        (self.make(span, ExprKind::Bytes(made.into())), span)
    }

    /// Append text with its escapes replaced.
    pub(super) fn unescape(&mut self, body: &str, start: usize, raw: bool, out: &mut String) {
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
}

/// The bytes that a literal says; an error with its place.
fn unescape_bytes(body: &str, raw: bool, out: &mut Vec<u8>) -> Result<(), (usize, String)> {
    let text = body.as_bytes();
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        if byte == b'\r' {
            at += usize::from(text.get(at) == Some(&b'\n'));
            out.push(b'\n');
            continue;
        }
        if byte != b'\\' || raw {
            out.push(byte);
            continue;
        }
        let Some(&next) = text.get(at) else {
            out.push(b'\\');
            break;
        };
        at += 1;
        match next {
            b'\n' => {}
            b'\\' | b'\'' | b'"' => out.push(next),
            b'n' => out.push(b'\n'),
            b't' => out.push(b'\t'),
            b'r' => out.push(b'\r'),
            b'a' => out.push(7),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'v' => out.push(11),
            b'0'..=b'7' => {
                let mut code = u32::from(next - b'0');
                for _ in 0..2 {
                    let Some(digit) = text.get(at).filter(|byte| (b'0'..=b'7').contains(byte)) else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    at += 1;
                }
                out.push((code & 0xff) as u8);
            }
            b'x' => {
                let digits = body.get(at..at + 2).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
                let Some(code) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) else {
                    return Err((at - 2, format!("(value error) invalid \\x escape at position {}", at - 2)));
                };
                out.push(code);
                at += 2;
            }
            other => out.extend([b'\\', other]),
        }
    }
    Ok(())
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
