//! Encodings: bytes to text and back, whole or piece by piece, with Python's names, policies and messages.

use crate::data::{ExcClass, Raised, Res};

/// An encoding that Python knows by several names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// `utf-8`.
    Utf8,
    /// `utf-8-sig`: with a mark at the start, which is no part of the text.
    Utf8Sig,
    /// `ascii`.
    Ascii,
    /// `latin-1`: byte and character are the same number.
    Latin1,
    /// `cp1252`, what Windows calls ANSI.
    Cp1252,
    /// `utf-16`: a mark at the start says in which order the bytes are; without one, little end first.
    Utf16,
    /// `utf-16-le`.
    Utf16Le,
    /// `utf-16-be`.
    Utf16Be,
}

/// What becomes of that which has no translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Errors {
    /// An exception.
    #[default]
    Strict,
    /// It is left out.
    Ignore,
    /// U+FFFD when reading, `?` when writing.
    Replace,
    /// `\xff`, `\u20ac`.
    Backslash,
    /// `&#8364;`, when writing.
    Xml,
}

/// Why bytes are no text: Python's reason and the range of bytes, counted from the start of what was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeFault {
    /// The codec as messages name it.
    pub codec: &'static str,
    /// The first byte.
    pub start: u64,
    /// One past the last byte.
    pub end: u64,
    /// The first byte itself.
    pub byte: u8,
    /// Why.
    pub reason: &'static str,
}

/// Why a text can't be written: the range of characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodeFault {
    /// The codec as messages name it.
    pub codec: &'static str,
    /// The first character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The first character itself.
    pub first: char,
    /// Why.
    pub reason: &'static str,
}

impl DecodeFault {
    /// Python's message.
    pub fn message(&self) -> String {
        let DecodeFault { codec, start, end, byte, reason } = self;
        match end.saturating_sub(*start) {
            0 | 1 => format!("'{codec}' codec can't decode byte {byte:#04x} in position {start}: {reason}"),
            _ => format!("'{codec}' codec can't decode bytes in position {start}-{}: {reason}", end.saturating_sub(1)),
        }
    }
}

impl EncodeFault {
    /// Python's message.
    pub fn message(&self) -> String {
        let EncodeFault { codec, start, end, first, reason } = self;
        match end.saturating_sub(*start) {
            0 | 1 => {
                let mut shown = String::new();
                backslash(u32::from(*first), &mut shown);
                format!("'{codec}' codec can't encode character '{shown}' in position {start}: {reason}")
            }
            _ => {
                format!(
                    "'{codec}' codec can't encode characters in position {start}-{}: {reason}",
                    end.saturating_sub(1)
                )
            }
        }
    }
}

/// What Python knows and rdask does not.
const OTHERS: &str = "|big5|big5hkscs|cp037|cp273|cp424|cp437|cp500|cp720|cp737|cp775|cp850|cp852|cp855|cp856|cp857|cp858|cp860|\
    cp861|cp862|cp863|cp864|cp865|cp866|cp869|cp874|cp875|cp932|cp949|cp950|cp1006|cp1026|cp1125|cp1140|cp1250|cp1251|\
    windows-1250|windows-1251|cp1253|cp1254|cp1255|cp1256|cp1257|cp1258|euc-jp|euc-kr|gb2312|gbk|gb18030|hz|iso2022-jp|\
    iso-2022-jp|iso8859-2|iso-8859-2|iso8859-3|iso8859-4|iso8859-5|iso-8859-5|iso8859-6|iso8859-7|iso-8859-7|iso8859-8|\
    iso8859-9|iso-8859-9|iso8859-10|iso8859-11|iso8859-13|iso8859-14|iso8859-15|iso-8859-15|latin-9|iso8859-16|johab|koi8-r|\
    koi8-t|koi8-u|kz1048|mac-cyrillic|mac-greek|mac-latin2|mac-roman|mac-turkish|ptcp154|shift-jis|sjis|shift-jisx0213|\
    utf-32|utf32|utf-32-le|utf-32-be|utf-7|idna|mbcs|oem|palmos|punycode|raw-unicode-escape|unicode-escape|undefined|rot13|\
    rot-13|base64|hex|bz2|zlib|uu|quopri|";

impl Encoding {
    /// The encoding of a name; `LookupError` for a name that no encoding has.
    pub fn named(name: &str) -> Res<Encoding> {
        let plain = name.trim().to_ascii_lowercase().replace(['_', ' '], "-");
        Ok(match plain.as_str() {
            "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Encoding::Utf8,
            "utf-8-sig" | "utf8-sig" => Encoding::Utf8Sig,
            "ascii" | "us-ascii" | "646" | "ansi-x3.4-1968" | "iso646-us" => Encoding::Ascii,
            "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" | "l1" | "latin" => Encoding::Latin1,
            "cp1252" | "windows-1252" | "1252" => Encoding::Cp1252,
            "utf-16" | "utf16" | "u16" => Encoding::Utf16,
            "utf-16-le" | "utf-16le" => Encoding::Utf16Le,
            "utf-16-be" | "utf-16be" => Encoding::Utf16Be,
            other if OTHERS.contains(&format!("|{other}|")) => {
                let text = format!("encoding '{name}' is not part of rdask");
                let help = "convert the file to UTF-8 first, for instance with iconv";
                return Err(Raised::new(ExcClass::ValueError, text).help(help));
            }
            _ => return Err(Raised::new(ExcClass::LookupError, format!("unknown encoding: {name}"))),
        })
    }

    /// The codec's name in messages.
    pub fn codec(self) -> &'static str {
        match self {
            Encoding::Utf8 | Encoding::Utf8Sig => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Cp1252 => "charmap",
            Encoding::Utf16 | Encoding::Utf16Le => "utf-16-le",
            Encoding::Utf16Be => "utf-16-be",
        }
    }
}

impl Errors {
    /// The policy of a name; `LookupError` for a name that no policy has.
    pub fn named(name: &str) -> Res<Errors> {
        Ok(match name {
            "strict" => Errors::Strict,
            "ignore" => Errors::Ignore,
            "replace" => Errors::Replace,
            "backslashreplace" => Errors::Backslash,
            "xmlcharrefreplace" => Errors::Xml,
            "surrogateescape" | "surrogatepass" | "namereplace" => {
                let text = format!("errors='{name}' is not part of rdask: its texts have no half characters");
                return Err(
                    Raised::new(ExcClass::ValueError, text).help("take `replace`, `ignore` or `backslashreplace`")
                );
            }
            _ => return Err(Raised::new(ExcClass::LookupError, format!("unknown error handler name '{name}'"))),
        })
    }
}

/// The characters of bytes 0x80 to 0x9f in cp1252; 0: none.
const CP1252: [u16; 32] = [
    0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0,
    0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
];

/// Bytes to text, piece by piece.
#[derive(Clone, Debug)]
pub struct Decoder {
    encoding: Encoding,
    errors: Errors,
    pending: Vec<u8>,
    /// Bytes before those that are pending.
    at: u64,
}

impl Decoder {
    /// A decoder at the start of a stream.
    pub fn new(encoding: Encoding, errors: Errors) -> Decoder {
        Decoder { encoding, errors, pending: Vec::new(), at: 0 }
    }

    /// How many bytes wait for others.
    pub fn waiting(&self) -> usize {
        self.pending.len()
    }

    /// Decode the next bytes behind a text; `last`: there are no more.
    pub fn feed(&mut self, bytes: &[u8], last: bool, out: &mut String) -> Result<(), DecodeFault> {
        if self.pending.is_empty() {
            let used = self.decode(bytes, last, out)?;
            self.at += used as u64;
            self.pending.extend_from_slice(bytes.get(used..).unwrap_or(&[]));
            return Ok(());
        }
        let mut joined = std::mem::take(&mut self.pending);
        joined.extend_from_slice(bytes);
        let used = self.decode(&joined, last, out)?;
        self.at += used as u64;
        joined.drain(..used.min(joined.len()));
        self.pending = joined;
        Ok(())
    }

    /// What to do about bytes that are no text.
    fn wrong(
        &self,
        bytes: &[u8],
        from: usize,
        to: usize,
        reason: &'static str,
        out: &mut String,
    ) -> Result<(), DecodeFault> {
        match self.errors {
            Errors::Ignore => {}
            Errors::Replace => out.push('\u{fffd}'),
            Errors::Backslash => {
                for byte in bytes.get(from..to).unwrap_or(&[]) {
                    out.push_str(&format!("\\x{byte:02x}"));
                }
            }
            Errors::Strict | Errors::Xml => {
                let byte = bytes.get(from).copied().unwrap_or(0);
                let (start, end) = (self.at + from as u64, self.at + to as u64);
                return Err(DecodeFault { codec: self.encoding.codec(), start, end, byte, reason });
            }
        }
        Ok(())
    }

    fn decode(&mut self, bytes: &[u8], last: bool, out: &mut String) -> Result<usize, DecodeFault> {
        match self.encoding {
            Encoding::Utf8 => self.utf8(bytes, last, out),
            Encoding::Utf8Sig => {
                const MARK: &[u8] = b"\xef\xbb\xbf";
                if self.at > 0 {
                    return self.utf8(bytes, last, out);
                }
                if bytes.len() < 3 && MARK.starts_with(bytes) && !last {
                    return Ok(0);
                }
                let skip = if bytes.starts_with(MARK) { 3 } else { 0 };
                self.encoding = Encoding::Utf8;
                self.at += skip as u64;
                let used = self.utf8(bytes.get(skip..).unwrap_or(&[]), last, out)?;
                self.at -= skip as u64;
                Ok(used + skip)
            }
            Encoding::Latin1 => {
                out.extend(bytes.iter().map(|byte| char::from(*byte)));
                Ok(bytes.len())
            }
            Encoding::Ascii => {
                self.single(bytes, out, "ordinal not in range(128)", |byte| byte.is_ascii().then(|| char::from(byte)))
            }
            Encoding::Cp1252 => self.single(bytes, out, "character maps to <undefined>", cp1252),
            Encoding::Utf16 => {
                if bytes.len() < 2 && !last {
                    return Ok(0);
                }
                let (encoding, skip) = match bytes.get(..2) {
                    Some([0xff, 0xfe]) => (Encoding::Utf16Le, 2),
                    Some([0xfe, 0xff]) => (Encoding::Utf16Be, 2),
                    _ => (Encoding::Utf16Le, 0),
                };
                self.encoding = encoding;
                self.at += skip as u64;
                let used = self.utf16(bytes.get(skip..).unwrap_or(&[]), last, out)?;
                self.at -= skip as u64;
                Ok(used + skip)
            }
            Encoding::Utf16Le | Encoding::Utf16Be => self.utf16(bytes, last, out),
        }
    }

    fn utf8(&self, bytes: &[u8], last: bool, out: &mut String) -> Result<usize, DecodeFault> {
        let mut at = 0;
        loop {
            let rest = bytes.get(at..).unwrap_or(&[]);
            let error = match std::str::from_utf8(rest) {
                Ok(text) => {
                    out.push_str(text);
                    return Ok(bytes.len());
                }
                Err(error) => error,
            };
            let valid = error.valid_up_to();
            out.push_str(std::str::from_utf8(rest.get(..valid).unwrap_or(&[])).unwrap_or(""));
            at += valid;
            let (length, reason) = match error.error_len() {
                None if !last => return Ok(at),
                None => (bytes.len() - at, "unexpected end of data"),
                Some(length) => match rest.get(valid) {
                    Some(0xc2..=0xf4) => (length, "invalid continuation byte"),
                    _ => (length, "invalid start byte"),
                },
            };
            self.wrong(bytes, at, at + length, reason, out)?;
            at += length;
        }
    }

    fn single(
        &self,
        bytes: &[u8],
        out: &mut String,
        reason: &'static str,
        of: fn(u8) -> Option<char>,
    ) -> Result<usize, DecodeFault> {
        out.reserve(bytes.len());
        for (at, &byte) in bytes.iter().enumerate() {
            match of(byte) {
                Some(c) => out.push(c),
                None => self.wrong(bytes, at, at + 1, reason, out)?,
            }
        }
        Ok(bytes.len())
    }

    fn utf16(&self, bytes: &[u8], last: bool, out: &mut String) -> Result<usize, DecodeFault> {
        let big = self.encoding == Encoding::Utf16Be;
        let unit = |at: usize| match bytes.get(at..at + 2) {
            Some(&[a, b]) => Some(if big { u16::from_be_bytes([a, b]) } else { u16::from_le_bytes([a, b]) }),
            _ => None,
        };
        let mut at = 0;
        while let Some(first) = unit(at) {
            match (first, unit(at + 2)) {
                (0xd800..=0xdbff, Some(second @ 0xdc00..=0xdfff)) => {
                    let code = 0x10000 + ((u32::from(first) - 0xd800) << 10) + (u32::from(second) - 0xdc00);
                    out.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                    at += 4;
                }
                (0xd800..=0xdbff, None) => {
                    if !last {
                        return Ok(at);
                    }
                    self.wrong(bytes, at, bytes.len(), "unexpected end of data", out)?;
                    return Ok(bytes.len());
                }
                (0xd800..=0xdbff, Some(_)) => {
                    self.wrong(bytes, at, at + 2, "illegal UTF-16 surrogate", out)?;
                    at += 2;
                }
                (0xdc00..=0xdfff, _) => {
                    self.wrong(bytes, at, at + 2, "illegal encoding", out)?;
                    at += 2;
                }
                _ => {
                    out.push(char::from_u32(u32::from(first)).unwrap_or('\u{fffd}'));
                    at += 2;
                }
            }
        }
        if at < bytes.len() && last {
            self.wrong(bytes, at, bytes.len(), "truncated data", out)?;
            at = bytes.len();
        }
        Ok(at)
    }
}

fn cp1252(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => {
            let code = CP1252.get(usize::from(byte - 0x80)).copied().unwrap_or(0);
            if code == 0 { None } else { char::from_u32(u32::from(code)) }
        }
        byte => Some(char::from(byte)),
    }
}

/// All of some bytes as text.
pub fn decode(bytes: &[u8], encoding: Encoding, errors: Errors) -> Result<String, DecodeFault> {
    let mut out = String::with_capacity(bytes.len());
    Decoder::new(encoding, errors).feed(bytes, true, &mut out)?;
    Ok(out)
}

/// A text as bytes, with the mark that `utf-16` and `utf-8-sig` begin with if it stands at the start.
pub fn encode(text: &str, encoding: Encoding, errors: Errors, start: bool) -> Result<Vec<u8>, EncodeFault> {
    let units = |mark: bool, order: fn(u16) -> [u8; 2]| {
        let mut out = Vec::with_capacity(text.len() * 2 + 2);
        if mark {
            out.extend(order(0xfeff));
        }
        text.encode_utf16().for_each(|unit| out.extend(order(unit)));
        out
    };
    let limit = match encoding {
        Encoding::Utf8 => return Ok(text.as_bytes().to_vec()),
        Encoding::Utf8Sig => {
            let mut out = if start { b"\xef\xbb\xbf".to_vec() } else { Vec::new() };
            out.extend_from_slice(text.as_bytes());
            return Ok(out);
        }
        Encoding::Utf16 => return Ok(units(start, u16::to_le_bytes)),
        Encoding::Utf16Le => return Ok(units(false, u16::to_le_bytes)),
        Encoding::Utf16Be => return Ok(units(false, u16::to_be_bytes)),
        Encoding::Ascii => 128,
        Encoding::Latin1 | Encoding::Cp1252 => 256,
    };
    if text.is_ascii() {
        return Ok(text.as_bytes().to_vec());
    }
    single_bytes(text, encoding, errors, limit)
}

fn single_bytes(text: &str, encoding: Encoding, errors: Errors, limit: u32) -> Result<Vec<u8>, EncodeFault> {
    let of = |c: char| match encoding {
        Encoding::Cp1252 => match u32::from(c) {
            code @ (0..=0x7f | 0xa0..=0xff) => Some(code as u8),
            code => CP1252.iter().position(|known| u32::from(*known) == code && code != 0).map(|at| 0x80 + at as u8),
        },
        _ => (u32::from(c) < limit).then_some(u32::from(c) as u8),
    };
    let reason = match encoding {
        Encoding::Cp1252 => "character maps to <undefined>",
        Encoding::Ascii => "ordinal not in range(128)",
        _ => "ordinal not in range(256)",
    };
    let mut out = Vec::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        if let Some(byte) = of(c) {
            out.push(byte);
            continue;
        }
        match errors {
            Errors::Strict => {
                let more = text.chars().skip(at).take_while(|c| of(*c).is_none()).count();
                return Err(EncodeFault { codec: encoding.codec(), start: at, end: at + more, first: c, reason });
            }
            Errors::Ignore => {}
            Errors::Replace => out.push(b'?'),
            Errors::Backslash => {
                let mut shown = String::new();
                backslash(u32::from(c), &mut shown);
                out.extend_from_slice(shown.as_bytes());
            }
            Errors::Xml => out.extend(format!("&#{};", u32::from(c)).into_bytes()),
        }
    }
    Ok(out)
}

fn backslash(code: u32, out: &mut String) {
    out.push_str(&match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_and_the_whole_agree() {
        let text = "aé€😀z";
        for encoding in [Encoding::Utf8, Encoding::Utf8Sig, Encoding::Utf16, Encoding::Utf16Le, Encoding::Utf16Be] {
            let bytes = encode(text, encoding, Errors::Strict, true).unwrap();
            assert_eq!(decode(&bytes, encoding, Errors::Strict).unwrap(), text);
            let mut decoder = Decoder::new(encoding, Errors::Strict);
            let mut out = String::new();
            for byte in &bytes {
                decoder.feed(&[*byte], false, &mut out).unwrap();
            }
            decoder.feed(&[], true, &mut out).unwrap();
            assert_eq!(out, text);
        }
    }

    #[test]
    fn faults_are_pythons() {
        let fault = |bytes: &[u8], encoding| decode(bytes, encoding, Errors::Strict).unwrap_err().message();
        let utf8 = Encoding::Utf8;
        assert_eq!(fault(b"ab\xff", utf8), "'utf-8' codec can't decode byte 0xff in position 2: invalid start byte");
        assert_eq!(
            fault(b"a\xc3(", utf8),
            "'utf-8' codec can't decode byte 0xc3 in position 1: invalid continuation byte"
        );
        assert_eq!(
            fault(b"\xe2\x82", utf8),
            "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"
        );
        let text = encode("aéè", Encoding::Ascii, Errors::Strict, true).unwrap_err().message();
        assert_eq!(text, "'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)");
        assert_eq!(decode(b"a\xff\xe2\x82", utf8, Errors::Replace).unwrap(), "a\u{fffd}\u{fffd}");
    }
}
