//! Colours for a line at the prompt: keywords, strings, numbers, comments, commands. Text in, text with escapes out.

/// What a piece of the line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Piece {
    Plain,
    Keyword,
    Constant,
    Number,
    Text,
    Comment,
    Command,
}

const KEYWORDS: &[&str] = &[
    "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for",
    "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield",
];
const CONSTANTS: &[&str] = &["True", "False", "None"];

impl Piece {
    fn escape(self) -> &'static str {
        match self {
            Piece::Plain => "",
            Piece::Keyword => "\x1b[1;35m",
            Piece::Constant => "\x1b[33m",
            Piece::Number => "\x1b[36m",
            Piece::Text => "\x1b[32m",
            Piece::Comment => "\x1b[2m",
            Piece::Command => "\x1b[1;34m",
        }
    }
}

/// The line with colours; the visible text is unchanged.
pub fn highlight(line: &str) -> String {
    let mut out = String::with_capacity(line.len() * 2);
    let mut rest = line;
    if line.starts_with(':') {
        let end = line.find(char::is_whitespace).unwrap_or(line.len());
        paint(&mut out, Piece::Command, &line[..end]);
        rest = &line[end..];
    }
    while let Some(first) = rest.chars().next() {
        let (piece, length) = next_piece(rest, first);
        let (text, after) = rest.split_at(length);
        paint(&mut out, piece, text);
        rest = after;
    }
    out
}

fn paint(out: &mut String, piece: Piece, text: &str) {
    let escape = piece.escape();
    if escape.is_empty() {
        out.push_str(text);
    } else {
        out.push_str(escape);
        out.push_str(text);
        out.push_str("\x1b[0m");
    }
}

/// What stands at the beginning of `rest`, and its length in bytes.
fn next_piece(rest: &str, first: char) -> (Piece, usize) {
    let span = |keep: fn(char) -> bool| rest.find(|c| !keep(c)).unwrap_or(rest.len());
    match first {
        '#' => (Piece::Comment, rest.find('\n').unwrap_or(rest.len())),
        '"' | '\'' => (Piece::Text, string_length(rest)),
        c if c.is_ascii_digit() => (Piece::Number, span(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.')),
        c if c.is_alphabetic() || c == '_' => {
            let length = span(|c| c.is_alphanumeric() || c == '_');
            let word = &rest[..length];
            let quoted = rest[length..].starts_with(['"', '\'']);
            if quoted && length <= 2 && word.chars().all(|c| "rbfuRBFU".contains(c)) {
                return (Piece::Text, length + string_length(&rest[length..]));
            }
            let piece = if KEYWORDS.contains(&word) {
                Piece::Keyword
            } else if CONSTANTS.contains(&word) {
                Piece::Constant
            } else {
                Piece::Plain
            };
            (piece, length)
        }
        c => (Piece::Plain, c.len_utf8()),
    }
}

/// Length in bytes of the string literal at the beginning, up to its end or, unclosed, the end of its line.
fn string_length(rest: &str) -> usize {
    let quote = if rest.starts_with("\"\"\"") || rest.starts_with("'''") { &rest[..3] } else { &rest[..1] };
    let mut at = quote.len();
    while let Some(c) = rest[at..].chars().next() {
        if rest[at..].starts_with(quote) {
            return at + quote.len();
        }
        if c == '\n' && quote.len() == 1 {
            return at;
        }
        at += c.len_utf8();
        if c == '\\' {
            at += rest[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The coloured text without its escapes.
    fn plain(text: &str) -> String {
        let mut out = String::new();
        let mut inside = false;
        for c in text.chars() {
            match c {
                '\x1b' => inside = true,
                'm' if inside => inside = false,
                c if !inside => out.push(c),
                _ => {}
            }
        }
        out
    }

    #[test]
    fn colours_never_change_the_text() {
        for line in
            ["x = 1", "f'a{b}' + \"c\\\"d\" # e", "'''open\nstill", "\"unclosed", "é = 'ü\\", ":help map", "rb''"]
        {
            assert_eq!(plain(&highlight(line)), line);
        }
    }

    #[test]
    fn keywords_strings_and_numbers_have_colours() {
        assert_eq!(highlight("if 1"), "\x1b[1;35mif\x1b[0m \x1b[36m1\x1b[0m");
        assert_eq!(highlight("r'a' b"), "\x1b[32mr'a'\x1b[0m b");
        assert_eq!(highlight("iffy"), "iffy");
    }
}
