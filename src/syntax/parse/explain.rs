//! From the place where the grammar stopped to what is wrong there, in the user's words: the logical line is cut
//! into tokens, and a list of known mistakes is asked in turn.

use super::build::Builder;
use super::{mistakes, statements};
use crate::source::Span;
use crate::syntax::error::SyntaxError;
use crate::syntax::layout::{DEDENT, INDENT, NEWLINE};

/// Kinds of tokens, as far as messages need them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Name,
    Keyword,
    Number,
    Str,
    Open,
    Close,
    Op,
    Bad,
}

/// A token of the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// Offsets in the text that the grammar read.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token<'_> {
    /// Whether an operand ends here.
    pub(super) fn ends_operand(&self) -> bool {
        match self.kind {
            Kind::Name | Kind::Number | Kind::Str | Kind::Close => true,
            Kind::Keyword => matches!(self.text, "None" | "True" | "False"),
            _ => self.text == "...",
        }
    }

    /// Whether an operand can begin here.
    pub(super) fn begins_operand(&self) -> bool {
        match self.kind {
            Kind::Name | Kind::Number | Kind::Str | Kind::Open => true,
            Kind::Keyword => matches!(self.text, "None" | "True" | "False" | "not" | "lambda"),
            _ => matches!(self.text, "~" | "..."),
        }
    }
}

/// Where the grammar stopped.
pub(super) struct Stop<'a> {
    pub(super) tokens: Vec<Token<'a>>,
    /// Index of the token at which it stopped; the number of tokens for the end of the line.
    pub(super) at: usize,
    /// A block follows the line.
    pub(super) block: bool,
    /// The text ends after the line.
    pub(super) last: bool,
    /// The rest of the chunk before the line.
    pub(super) before: &'a str,
    pub(super) builder: &'a Builder<'a>,
    /// Where the line ends.
    pub(super) end: usize,
}

impl<'a> Stop<'a> {
    /// The token at which the grammar stopped.
    pub(super) fn here(&self) -> Option<&Token<'a>> {
        self.tokens.get(self.at)
    }

    /// The token before it.
    pub(super) fn prev(&self) -> Option<&Token<'a>> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    pub(super) fn first(&self) -> &'a str {
        self.tokens.first().map_or("", |t| t.text)
    }

    pub(super) fn token(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |t| t.text)
    }

    pub(super) fn span(&self, token: &Token) -> Span {
        self.builder.place(token.start, token.end)
    }

    /// The place of the stop: the token, or just after the last one.
    pub(super) fn place(&self) -> Span {
        match (self.here(), self.tokens.last()) {
            (Some(token), _) => self.span(token),
            (None, Some(last)) => {
                let end = self.span(last).end as usize;
                Span::new(self.builder.file, end, end)
            }
            (None, None) => self.builder.place(self.end, self.end),
        }
    }

    /// What ends at the end of the tokens.
    pub(super) fn unit(&self) -> &'static str {
        if self.builder.in_fields > 0 { "the field" } else { "the line" }
    }

    /// The innermost bracket that is open at the stop, as an index of a token.
    pub(super) fn open(&self) -> Option<usize> {
        let mut open = Vec::new();
        for (index, token) in self.tokens.iter().enumerate().take(self.at) {
            match token.kind {
                Kind::Open => open.push(index),
                Kind::Close => {
                    open.pop();
                }
                _ => {}
            }
        }
        open.pop()
    }

    /// Whether a token with this text stands outside all brackets.
    pub(super) fn has_outside(&self, text: &str) -> bool {
        self.find_outside(text).is_some()
    }

    /// The first token with this text outside all brackets.
    pub(super) fn find_outside(&self, text: &str) -> Option<usize> {
        let mut depth = 0;
        for (index, token) in self.tokens.iter().enumerate() {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth -= 1,
                _ if depth == 0 && token.text == text => return Some(index),
                _ => {}
            }
        }
        None
    }
}

/// What is wrong at `at` of `text`.
pub(super) fn explain(text: &str, at: usize, (start, end): (usize, usize), builder: &Builder) -> SyntaxError {
    let control = |c: char| matches!(c, NEWLINE | INDENT | DEDENT);
    let at = text.floor_char_boundary(at);
    let tokens = tokens(text.get(start..end).unwrap_or(""), start);
    let after = text.get(end..).unwrap_or("").trim_start_matches(NEWLINE);
    let stop = Stop {
        at: tokens.iter().position(|t| t.end > at).unwrap_or(tokens.len()),
        tokens,
        block: after.starts_with(INDENT),
        last: after.trim_matches(control).is_empty(),
        before: text.get(..start).unwrap_or(""),
        builder,
        end,
    };
    if text.get(at..).is_some_and(|t| t.starts_with(INDENT)) {
        let span = builder.place(end, end + 1);
        let error = SyntaxError::indentation(span, "unexpected indent");
        return error
            .because("this line is indented further than the one before")
            .help("indent it as the line before, or end that line with `:`");
    }
    let rules = statements::RULES.iter().chain(mistakes::RULES);
    rules.filter_map(|rule| rule(&stop)).next().unwrap_or_else(|| mistakes::general(&stop))
}

/// Cut a logical line into tokens.
fn tokens(line: &str, base: usize) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(' ') {
            at += 1;
            continue;
        }
        let (kind, len) = token(rest);
        let len = len.max(1);
        let text = rest.get(..len).unwrap_or("");
        out.push(Token { kind, text, start: base + at, end: base + at + len });
        at += len;
    }
    out
}

/// The kind and length of the token at the start of `rest`.
fn token(rest: &str) -> (Kind, usize) {
    let first = rest.chars().next().unwrap_or(' ');
    let word = |c: char| c.is_alphanumeric() || c == '_';
    if word(first) {
        let len = rest.find(|c| !word(c)).unwrap_or(rest.len());
        let text = rest.get(..len).unwrap_or("");
        if first.is_ascii_digit() {
            return number(rest);
        }
        if len <= 2
            && text.chars().all(|c| "rRuUbBfF".contains(c))
            && rest.get(len..).is_some_and(|r| r.starts_with(['"', '\'']))
        {
            return (Kind::Str, len + string(rest.get(len..).unwrap_or("")));
        }
        return (if is_keyword(text) { Kind::Keyword } else { Kind::Name }, len);
    }
    match first {
        '"' | '\'' => (Kind::Str, string(rest)),
        '(' | '[' | '{' => (Kind::Open, 1),
        ')' | ']' | '}' => (Kind::Close, 1),
        '.' if rest.get(1..).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit())) => number(rest),
        _ => match OPERATORS.iter().find(|op| rest.starts_with(**op)) {
            Some(op) => (Kind::Op, op.len()),
            None => (Kind::Bad, first.len_utf8()),
        },
    }
}

fn number(rest: &str) -> (Kind, usize) {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let Some(&b) = bytes.get(at) {
        let sign = matches!(b, b'+' | b'-')
            && matches!(bytes.get(at.wrapping_sub(1)), Some(b'e' | b'E'))
            && !rest.starts_with("0x");
        if !(b.is_ascii_hexdigit() || matches!(b, b'_' | b'.' | b'x' | b'X' | b'o' | b'O' | b'j' | b'J') || sign) {
            break;
        }
        at += 1;
    }
    (Kind::Number, at)
}

fn string(rest: &str) -> usize {
    let quote = rest.get(..1).unwrap_or("\"");
    let triple = quote.repeat(3);
    let width = if rest.starts_with(&triple) { 3 } else { 1 };
    let close = if width == 3 { triple.as_str() } else { quote };
    let mut at = width;
    while let Some(left) = rest.get(at..).filter(|left| !left.is_empty()) {
        if left.starts_with(close) {
            return at + width;
        }
        let step = left.chars().next().map_or(1, char::len_utf8);
        let escaped = left.chars().nth(1).map_or(0, char::len_utf8);
        at += if left.starts_with('\\') { step + escaped } else { step };
    }
    rest.len()
}

/// Operators, the longest first; among them some that Python does not have.
const OPERATORS: &[&str] = &[
    "===", "!==", "**=", "//=", "<<=", ">>=", "...", "&&", "||", "++", "--", "=>", "=<", "<>", "->", ":=", "==", "!=",
    "<=", ">=", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", "**", "//", "<<", ">>", "+", "-", "*", "/", "%",
    "@", "&", "|", "^", "~", "<", ">", "=", ":", ",", ".", ";",
];

/// Python's reserved words.
pub(super) fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];
