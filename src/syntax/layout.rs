//! The layout pass, as CPython's tokenizer does it: it follows brackets, strings and indentation, and hands the
//! grammar a text in which the end of a logical line, an indent and a dedent are single control characters and
//! every other run of white space, comment or joined line is one blank. A table maps offsets back.

use crate::source::{FileId, Span};

use super::error::{SyntaxClass, SyntaxError};

/// End of a logical line.
pub const NEWLINE: char = '\u{1}';
/// A block begins.
pub const INDENT: char = '\u{2}';
/// A block ends.
pub const DEDENT: char = '\u{3}';
/// Stands for a logical line that was already reported.
pub const BROKEN: char = '\u{4}';

/// More open brackets than this are refused, as in CPython.
const MAX_BRACKETS: usize = 200;
/// More levels of indentation than this are refused, as in CPython.
const MAX_INDENTS: usize = 100;

/// The text for the grammar, and the way back.
#[derive(Debug, Default)]
pub struct Layout {
    /// The text.
    pub text: String,
    /// Where, in `text`, each statement of the outermost level begins.
    pub chunks: Vec<usize>,
    /// What was wrong; the lines concerned are [`BROKEN`] in `text`.
    pub errors: Vec<SyntaxError>,
    /// The deepest nesting of brackets and blocks.
    pub depth: usize,
    /// From each of these offsets in `text` on, the offset in the source grows in step.
    table: Vec<(u32, u32)>,
}

impl Layout {
    /// The offset in the source of an offset in `text`.
    pub fn source(&self, at: usize) -> usize {
        let at = at as u32;
        let after = self.table.partition_point(|&(out, _)| out <= at);
        match self.table.get(after.wrapping_sub(1)) {
            Some(&(out, src)) => (src + (at - out)) as usize,
            None => at as usize,
        }
    }
}

/// Where the scanner stands in one logical line.
struct Line {
    /// Offset of its first character in the source.
    start: usize,
    /// Length of the output, the table and the chunks before it.
    mark: (usize, usize, usize),
    /// Its indentation.
    column: usize,
}

struct Scanner<'a> {
    src: &'a str,
    bytes: &'a [u8],
    file: FileId,
    at: usize,
    out: Layout,
    /// Indentation of the open blocks, with tabs to 8 and tabs to 1.
    indents: Vec<(usize, usize)>,
    brackets: Vec<(u8, usize)>,
    /// White space was seen since the last token.
    blank: bool,
    line: Line,
    /// The last line ended in an unexpected place: do not report its indentation.
    recovering: bool,
    /// The last line of the outermost level is a decorator: what follows belongs to it.
    decorated: bool,
}

/// Lay out a source text.
pub fn layout(src: &str, file: FileId) -> Layout {
    let out = Layout { text: String::with_capacity(src.len() + 16), ..Layout::default() };
    let line = Line { start: 0, mark: (0, 0, 0), column: 0 };
    let (bytes, indents) = (src.as_bytes(), vec![(0, 0)]);
    let (brackets, blank, recovering, decorated) = (Vec::new(), false, false, false);
    let mut s = Scanner { src, bytes, file, at: 0, out, indents, brackets, blank, line, recovering, decorated };
    if src.starts_with('\u{feff}') {
        s.at = 3;
    }
    while s.at < s.bytes.len() {
        if s.begin_line() {
            s.rest_of_line();
        }
    }
    s.line.start = s.at;
    s.dedent_to(0);
    s.out
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }

    fn error(&mut self, error: SyntaxError) {
        self.out.errors.push(error);
    }

    /// Emit the source text from `from` to `to`.
    fn emit(&mut self, from: usize, to: usize) {
        self.anchor(from);
        self.out.text.push_str(self.src.get(from..to).unwrap_or(""));
    }

    /// Note that the output goes on at `src` in the source.
    fn anchor(&mut self, src: usize) {
        let (out, src) = (self.out.text.len() as u32, src as u32);
        let in_step = self.out.table.last().map_or(out == src, |&(o, s)| out - o + s == src);
        if !in_step {
            self.out.table.push((out, src));
        }
    }

    fn control(&mut self, c: char, src: usize) {
        self.anchor(src);
        self.out.text.push(c);
    }

    /// At the start of a physical line: read the indentation. False if the line is empty.
    fn begin_line(&mut self) -> bool {
        let (mut column, mut tabs_as_one) = (0, 0);
        loop {
            match self.peek(0) {
                b' ' => (column, tabs_as_one) = (column + 1, tabs_as_one + 1),
                b'\t' => (column, tabs_as_one) = ((column / 8 + 1) * 8, tabs_as_one + 1),
                b'\x0c' => (column, tabs_as_one) = (0, 0),
                b'\\' if matches!(self.peek(1), b'\n' | b'\r') => {
                    self.at += 1;
                    self.newline();
                    continue;
                }
                _ => break,
            }
            self.at += 1;
        }
        match self.peek(0) {
            b'\n' | b'\r' => self.newline(),
            b'#' => self.comment(),
            0 if self.at >= self.bytes.len() => {}
            _ => {
                self.indentation(column, tabs_as_one);
                return true;
            }
        }
        false
    }

    fn newline(&mut self) {
        self.at += if self.peek(0) == b'\r' && self.peek(1) == b'\n' { 2 } else { 1 };
    }

    fn comment(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        self.at += memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
    }

    /// Compare with the open blocks, and emit what follows from it.
    fn indentation(&mut self, column: usize, alternative: usize) {
        self.line.start = self.at;
        let &(top, top_alternative) = self.indents.last().unwrap_or(&(0, 0));
        if column > top {
            if alternative <= top_alternative {
                self.tab_error();
            }
            if self.indents.len() >= MAX_INDENTS {
                let span = self.span(self.at, self.at + 1);
                self.error(SyntaxError::indentation(span, "too many levels of indentation"));
                self.indents.push((column, alternative));
                for c in [INDENT, BROKEN, NEWLINE] {
                    self.control(c, self.at);
                }
                self.at = self.bytes.len();
                self.line.mark.0 = self.out.text.len();
                return;
            }
            self.indents.push((column, alternative));
            self.control(INDENT, self.at);
        } else if column < top {
            self.dedent_to(column);
            let &(now, _) = self.indents.last().unwrap_or(&(0, 0));
            if now != column && !self.recovering {
                let line = self.at - self.at.min(column);
                let span = self.span(line.min(self.at), self.at);
                let message = "unindent does not match any outer indentation level";
                let help = "indent this line exactly as far as the block it belongs to";
                self.error(SyntaxError::indentation(span, message).help(help));
            }
        } else if alternative != top_alternative {
            self.tab_error();
        }
        self.recovering = false;
        self.out.depth = self.out.depth.max(self.indents.len());
        self.line.column = column;
        if self.indents.len() == 1 {
            if !self.decorated && !self.clause_ahead() {
                self.out.chunks.push(self.out.text.len());
            }
            self.decorated = self.peek(0) == b'@';
        }
        self.line.mark = (self.out.text.len(), self.out.table.len(), self.out.chunks.len());
        self.blank = false;
    }

    fn tab_error(&mut self) {
        let span = self.span(self.at.saturating_sub(1), self.at);
        let mut error = SyntaxError::new(span, "inconsistent use of tabs and spaces in indentation");
        error.class = SyntaxClass::Tab;
        self.error(error.help("indent with spaces alone"));
    }

    fn dedent_to(&mut self, column: usize) {
        while self.indents.last().is_some_and(|&(top, _)| top > column) && self.indents.len() > 1 {
            self.indents.pop();
            self.control(DEDENT, self.line.start);
        }
    }

    /// Whether the line goes on with a statement that stands above it.
    fn clause_ahead(&self) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        let clause = |word: &[u8]| rest.starts_with(word) && !rest.get(word.len()).is_some_and(|&b| is_word(b));
        [&b"else"[..], b"elif", b"except", b"finally"].iter().any(|word| clause(word))
    }

    /// Copy tokens up to the end of the logical line.
    fn rest_of_line(&mut self) {
        while self.at < self.bytes.len() {
            let b = self.peek(0);
            match b {
                b' ' | b'\t' | b'\x0c' => {
                    self.blank = true;
                    self.at += 1;
                }
                b'\n' | b'\r' if self.brackets.is_empty() => {
                    self.control(NEWLINE, self.at);
                    self.newline();
                    return;
                }
                b'\n' | b'\r' => {
                    self.blank = true;
                    self.newline();
                }
                b'#' => self.comment(),
                b'\\' if matches!(self.peek(1), b'\n' | b'\r') => {
                    self.blank = true;
                    self.at += 1;
                    self.newline();
                    if self.at >= self.bytes.len() {
                        let span = self.span(self.at - 1, self.at);
                        let error = SyntaxError::new(span, "the text ends after a line continuation `\\`");
                        return self.break_line(error.incomplete());
                    }
                }
                _ => {
                    if !self.token(b) {
                        return;
                    }
                }
            }
        }
        match self.brackets.is_empty() {
            false => self.unclosed(),
            true if self.line.mark.0 < self.out.text.len() => self.control(NEWLINE, self.at),
            true => {}
        }
    }

    /// Copy one token. False if it ended the line.
    fn token(&mut self, b: u8) -> bool {
        if self.blank {
            self.blank = false;
            self.control(' ', self.at - 1);
        }
        let start = self.at;
        match b {
            b'"' | b'\'' => return self.string(start),
            _ if is_word(b) => {
                while is_word(self.peek(0)) {
                    self.at += 1;
                }
                let quoted = matches!(self.peek(0), b'"' | b'\'');
                if quoted && is_prefix(self.bytes.get(start..self.at).unwrap_or(&[])) {
                    return self.string(start);
                }
            }
            b'(' | b'[' | b'{' => {
                self.brackets.push((b, start));
                self.out.depth = self.out.depth.max(self.brackets.len() + self.indents.len());
                if self.brackets.len() > MAX_BRACKETS {
                    let error = SyntaxError::new(self.span(start, start + 1), "too many nested parentheses");
                    let why = format!("{} brackets are open here", MAX_BRACKETS + 1);
                    self.break_line(error.because(why));
                    return false;
                }
                self.at += 1;
            }
            b')' | b']' | b'}' => {
                if let Some(error) = self.close(b) {
                    self.break_line(error);
                    return false;
                }
                self.at += 1;
            }
            b'\\' if start + 1 == self.bytes.len() => {
                let error =
                    SyntaxError::new(self.span(start, start + 1), "the text ends after a line continuation `\\`");
                self.break_line(error.incomplete());
                return false;
            }
            b'\\' => {
                let span = self.span(start, start + 1);
                let error = SyntaxError::new(span, "unexpected character after line continuation character");
                self.break_line(error.help("a `\\` that joins lines must be the last character of its line"));
                return false;
            }
            _ if b < 0x20 || b == 0x7f => {
                let error = SyntaxError::new(self.span(start, start + 1), control_message(b));
                self.break_line(error.help("remove it; in a string, write it as an escape such as `\\x00`"));
                return false;
            }
            _ => self.at += 1,
        }
        self.emit(start, self.at);
        true
    }

    fn close(&mut self, close: u8) -> Option<SyntaxError> {
        let span = self.span(self.at, self.at + 1);
        match self.brackets.pop() {
            Some((open, _)) if closer(open) == close => None,
            Some((open, at)) => {
                let message = format!(
                    "closing parenthesis '{}' does not match opening parenthesis '{}'",
                    close as char, open as char
                );
                let opened = format!("`{}` was opened here", open as char);
                let want = format!("`{}` was expected here", closer(open) as char);
                Some(SyntaxError::new(span, message).because(want).label(self.span(at, at + 1), opened))
            }
            None => {
                let error = SyntaxError::new(span, format!("unmatched '{}'", close as char));
                Some(error.because("no bracket is open here"))
            }
        }
    }

    /// Copy a string literal that starts (with its prefix) at `start`; the quote is at the cursor.
    fn string(&mut self, start: usize) -> bool {
        let quote = self.peek(0);
        let triple = self.peek(1) == quote && self.peek(2) == quote;
        let open = self.at;
        self.at += if triple { 3 } else { 1 };
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or(&[]);
            let Some(step) = rest.iter().position(|&b| b == quote || b == b'\\' || b < 0x20) else {
                self.at = self.bytes.len();
                return self.unterminated(start, open, triple);
            };
            self.at += step;
            match self.peek(0) {
                b'\\' if self.peek(1) == b'\r' && self.peek(2) == b'\n' => self.at += 3,
                b'\\' => {
                    self.at += 2;
                    while self.at < self.bytes.len() && !self.src.is_char_boundary(self.at) {
                        self.at += 1;
                    }
                }
                b'\n' | b'\r' if !triple => return self.unterminated(start, open, triple),
                b'\n' | b'\r' | b'\t' | b'\x0c' => self.at += 1,
                b if b == quote && !triple => {
                    self.at += 1;
                    break;
                }
                b if b == quote => {
                    if self.peek(1) == quote && self.peek(2) == quote {
                        self.at += 3;
                        break;
                    }
                    self.at += 1;
                }
                b => {
                    let error = SyntaxError::new(self.span(self.at, self.at + 1), control_message(b));
                    self.break_line(error.help(format!("write it as the escape `\\x{b:02x}`")));
                    return false;
                }
            }
        }
        self.emit(start, self.at);
        true
    }

    fn unterminated(&mut self, start: usize, open: usize, triple: bool) -> bool {
        let end = self.at.min(self.bytes.len());
        self.at = end;
        let error = if triple {
            let error = SyntaxError::new(self.span(start, open + 3), "unterminated triple-quoted string literal");
            error.because("this string never ends").incomplete()
        } else {
            let error = SyntaxError::new(self.span(start, end), "unterminated string literal");
            let quote = self.bytes.get(open).map_or('"', |&b| b as char);
            let help = format!(
                "close it with `{quote}` on this line, or write `{0}` around a text of several lines",
                quote.to_string().repeat(3)
            );
            error.because(format!("no closing `{quote}` before the end of the line")).help(help)
        };
        self.break_line(error);
        false
    }

    /// Report an error of this line, replace what was emitted of it, and go on after the physical line.
    fn break_line(&mut self, error: SyntaxError) {
        if let Some(&(_, open)) = self.brackets.last()
            && self.next_statement(open).is_some_and(|statement| statement <= error.span.start as usize)
        {
            return self.unclosed();
        }
        self.error(error);
        self.skip_line();
        self.replace_line();
    }

    fn skip_line(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        self.at += memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        if self.at < self.bytes.len() {
            self.newline();
        }
    }

    fn replace_line(&mut self) {
        self.brackets.clear();
        self.out.text.truncate(self.line.mark.0);
        self.out.table.truncate(self.line.mark.1);
        self.out.chunks.truncate(self.line.mark.2);
        self.control(BROKEN, self.line.start);
        self.control(NEWLINE, self.at);
        self.recovering = true;
    }

    /// The text ended within brackets: point at the innermost opening, and go on at the next line that can only
    /// be a statement.
    fn unclosed(&mut self) {
        let Some((bracket, at)) = self.brackets.last().copied() else { return };
        let message = format!("'{}' was never closed", bracket as char);
        let error = SyntaxError::new(self.span(at, at + 1), message);
        let help = format!("add `{}`", closer(bracket) as char);
        let error = error.because("no bracket closes this one").help(help);
        let next = self.next_statement(at);
        self.error(if next.is_none() { error.incomplete() } else { error });
        self.at = next.unwrap_or(self.bytes.len());
        self.replace_line();
    }

    /// The first line after `from` that begins with a word no expression can hold, indented no deeper than this one.
    fn next_statement(&self, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            at += memchr::memchr(b'\n', self.bytes.get(at..)?)? + 1;
            let line = self.bytes.get(at..)?;
            let column = line.iter().take_while(|&&b| b == b' ').count();
            let word = line.get(column..)?;
            let len = word.iter().take_while(|&&b| is_word(b)).count();
            if column <= self.line.column && STATEMENTS.contains(&word.get(..len)?) {
                return Some(at);
            }
        }
    }
}

/// Words that can begin a statement and can stand in no expression.
const STATEMENTS: &[&[u8]] = &[
    b"def",
    b"class",
    b"return",
    b"import",
    b"while",
    b"with",
    b"try",
    b"raise",
    b"pass",
    b"break",
    b"continue",
    b"global",
    b"nonlocal",
    b"del",
    b"assert",
    b"except",
    b"finally",
    b"elif",
];

fn closer(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80
}

/// Whether a word before a quote belongs to the string.
fn is_prefix(word: &[u8]) -> bool {
    let lower = word.to_ascii_lowercase();
    matches!(lower.as_slice(), b"r" | b"u" | b"b" | b"f" | b"br" | b"rb" | b"fr" | b"rf")
}

fn control_message(b: u8) -> String {
    match b {
        0 => "source code cannot contain null bytes".to_owned(),
        _ => format!("invalid non-printable character U+{b:04X}"),
    }
}
