//! JSON objects on one line, read without making values of them: where each field stands. What is not wholly plain
//! (escapes in keys, numbers that JSON has not, mistakes) is left to the reader that makes values (`builtins::json`).

/// A field of an object: where its key and its value stand in the text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key, without its quotes.
    pub key: (u32, u32),
    /// The value, with all that belongs to it.
    pub value: (u32, u32),
    /// What the value is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A string without escapes.
    Plain,
    /// A string with escapes.
    Escaped,
    /// A number of at most 18 digits, without fraction and exponent.
    Small,
    /// Another number.
    Number,
    /// `true`, `false`, `null`.
    Word,
    /// An object or an array.
    Nested,
}

/// Nested deeper, an object is left to the other reader.
const DEEP: usize = 60;

/// Numbers of more characters are left to the other reader, which counts digits as Python does.
const LONG: usize = 300;

struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
}

/// The fields of the object that a text is, in order, a key that stands there twice among them twice; whether the text is one
/// plain object and nothing else.
pub fn scan(text: &str, fields: &mut Vec<Field>) -> bool {
    fields.clear();
    if text.len() >= u32::MAX as usize {
        return false;
    }
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    scan.blanks();
    let done = scan.object(fields);
    scan.blanks();
    done.is_some() && scan.at == scan.bytes.len()
}

/// Whether a byte ends the plain part of a string: a quote, a backslash, a control character.
pub const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let mut at = 0;
    while at < 0x20 {
        stops[at] = true;
        at += 1;
    }
    stops[b'"' as usize] = true;
    stops[b'\\' as usize] = true;
    stops
};

impl Scan<'_> {
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

    #[inline]
    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.byte()? == byte).then(|| self.at += 1)
    }

    fn object(&mut self, fields: &mut Vec<Field>) -> Option<()> {
        self.eat(b'{')?;
        self.blanks();
        if self.eat(b'}').is_some() {
            return Some(());
        }
        loop {
            let start = self.at + 1;
            if self.string()? == Kind::Escaped {
                return None;
            }
            let key = (start as u32, self.at as u32 - 1);
            self.blanks();
            self.eat(b':')?;
            self.blanks();
            let start = self.at;
            let kind = self.value(0)?;
            fields.push(Field { key, value: (start as u32, self.at as u32), kind });
            self.blanks();
            match self.byte()? {
                b',' => self.at += 1,
                b'}' => {
                    self.at += 1;
                    return Some(());
                }
                _ => return None,
            }
            self.blanks();
        }
    }

    fn value(&mut self, depth: usize) -> Option<Kind> {
        match self.byte()? {
            b'"' => self.string(),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            b'{' | b'[' if depth < DEEP => self.nested(depth),
            _ => None,
        }
    }

    fn word(&mut self, word: &[u8]) -> Option<Kind> {
        let found = self.bytes.get(self.at..)?.starts_with(word);
        found.then(|| {
            self.at += word.len();
            Kind::Word
        })
    }

    /// A string, from its first quote to behind its last.
    #[inline]
    fn string(&mut self) -> Option<Kind> {
        self.eat(b'"')?;
        let mut kind = Kind::Plain;
        loop {
            let rest = self.bytes.get(self.at..)?;
            let stop = rest.iter().position(|byte| STOPS.get(usize::from(*byte)).copied().unwrap_or(true))?;
            self.at += stop;
            match self.byte()? {
                b'"' => {
                    self.at += 1;
                    return Some(kind);
                }
                b'\\' => {
                    kind = Kind::Escaped;
                    self.escape()?;
                }
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        match self.bytes.get(self.at + 1)? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 2,
            b'u' => {
                let digits = self.bytes.get(self.at + 2..self.at + 6)?;
                if !digits.iter().all(u8::is_ascii_hexdigit) {
                    return None;
                }
                self.at += 6;
            }
            _ => return None,
        }
        Some(())
    }

    #[inline]
    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Option<Kind> {
        let start = self.at;
        let _ = self.eat(b'-');
        let first = self.byte()?;
        let whole = self.digits();
        if whole == 0 || (first == b'0' && whole > 1) {
            return None;
        }
        let mut kind = if whole <= 18 { Kind::Small } else { Kind::Number };
        if self.eat(b'.').is_some() {
            kind = Kind::Number;
            if self.digits() == 0 {
                return None;
            }
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            kind = Kind::Number;
            self.at += 1;
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            if self.digits() == 0 {
                return None;
            }
        }
        (self.at - start <= LONG).then_some(kind)
    }

    fn nested(&mut self, depth: usize) -> Option<Kind> {
        let object = self.byte()? == b'{';
        let end = if object { b'}' } else { b']' };
        self.at += 1;
        self.blanks();
        if self.eat(end).is_some() {
            return Some(Kind::Nested);
        }
        loop {
            if object {
                self.string()?;
                self.blanks();
                self.eat(b':')?;
                self.blanks();
            }
            self.value(depth + 1)?;
            self.blanks();
            match self.byte()? {
                b',' => self.at += 1,
                byte if byte == end => {
                    self.at += 1;
                    return Some(Kind::Nested);
                }
                _ => return None,
            }
            self.blanks();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Option<Vec<(&str, &str, Kind)>> {
        let mut found = Vec::new();
        let cut = |(start, end): (u32, u32)| &text[start as usize..end as usize];
        scan(text, &mut found).then(|| found.iter().map(|f| (cut(f.key), cut(f.value), f.kind)).collect())
    }

    #[test]
    fn fields_are_found() {
        let text =
            " {\"a\": 1, \"b\" : \"x\\\"y\", \"c\":[1, {\"d\": [] }],\"e\":-0.5e+3, \"f\": null, \"g\": \"\u{e9}\"}\n";
        let wanted = vec![
            ("a", "1", Kind::Small),
            ("b", "\"x\\\"y\"", Kind::Escaped),
            ("c", "[1, {\"d\": [] }]", Kind::Nested),
            ("e", "-0.5e+3", Kind::Number),
            ("f", "null", Kind::Word),
            ("g", "\"\u{e9}\"", Kind::Plain),
        ];
        assert_eq!(fields(text), Some(wanted));
        assert_eq!(fields("{}"), Some(vec![]));
    }

    #[test]
    fn what_is_no_plain_object_is_left() {
        for text in [
            "",
            "[]",
            "1",
            "{",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{\"a\":01}",
            "{\"a\":1} x",
            "{\"a\":NaN}",
            "{\"a\":\"\t\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":1.}",
            "{\"a\":1e}",
            "{\"a\":-}",
            "{\"a\":[1,]}",
            "{\"a\":tru}",
            "{\"\\u0061\":1}",
            "\u{feff}{}",
            "{'a':1}",
            "{\"a\":\"b}",
        ] {
            assert_eq!(fields(text), None, "{text}");
        }
    }
}
