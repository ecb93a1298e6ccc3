//! `str`: UTF-8 with what makes Python's indexing and hashing fast.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;

use compact_str::{CompactString, ToCompactString};

use super::Value;

/// A string. Immutable, unless nobody else has it; the hash is made when first needed.
pub struct Str {
    text: Text,
    ascii: bool,
    /// Whether it is a `numpy.str_`: the element of an array.
    numpy: bool,
    hash: Cell<u64>,
    more: OnceCell<Box<More>>,
}

/// Where the characters are: short ones in place.
enum Text {
    Own(CompactString),
    /// With other threads: constants, what came out of a task.
    Shared(Arc<str>),
}

/// What few strings need.
#[derive(Default)]
struct More {
    /// Byte offset of every 64th character, for texts that are not ASCII.
    index: OnceCell<Box<[u32]>>,
    /// A copy that other threads share.
    shared: OnceCell<Arc<str>>,
}

impl Str {
    /// A string with a copy of this text.
    pub fn new(text: &str) -> Str {
        Str::made(Text::Own(CompactString::new(text)), text.is_ascii())
    }

    /// A string over a shared text: no copy.
    pub fn shared(text: Arc<str>) -> Str {
        let ascii = text.is_ascii();
        Str::made(Text::Shared(text), ascii)
    }

    fn made(text: Text, ascii: bool) -> Str {
        Str { text, ascii, numpy: false, hash: Cell::new(0), more: OnceCell::new() }
    }

    /// A `numpy.str_`.
    pub fn numpy(text: &str) -> Str {
        Str { numpy: true, ..Str::new(text) }
    }

    /// Whether it is a `numpy.str_`.
    #[inline]
    pub fn is_numpy(&self) -> bool {
        self.numpy
    }

    /// This text as a method gives it that changed nothing: a `numpy.str_` becomes a plain one.
    pub fn plain(this: &Rc<Str>) -> Rc<Str> {
        if this.numpy { Rc::new(Str::new(this.as_str())) } else { this.clone() }
    }

    /// Both texts, one after the other.
    pub fn concat(a: &Str, b: &Str) -> Str {
        Str::joined([a, b].into_iter())
    }

    /// Texts one after the other.
    pub fn joined<'a>(parts: impl Iterator<Item = &'a Str> + Clone) -> Str {
        let mut text = CompactString::with_capacity(parts.clone().map(|part| part.as_str().len()).sum());
        let mut ascii = true;
        for part in parts {
            text.push_str(part.as_str());
            ascii &= part.ascii;
        }
        Str::made(Text::Own(text), ascii)
    }

    /// A text put together, of which is known whether it is ASCII. Room that it does not fill is given back.
    pub fn of_parts(mut text: String, ascii: bool) -> Str {
        if text.capacity() > text.len() + text.len() / 4 + 16 {
            text.shrink_to_fit();
        }
        Str::made(Text::Own(CompactString::from(text)), ascii)
    }

    /// Texts and ints, as they are written, one after the other; other values are left out.
    pub fn written(parts: &[Value]) -> Str {
        let size = |part: &Value| match part {
            Value::Str(text) => text.as_str().len(),
            Value::Int(int) => int.unsigned_abs().checked_ilog10().unwrap_or(0) as usize + 1 + usize::from(*int < 0),
            _ => 0,
        };
        let mut text = CompactString::with_capacity(parts.iter().map(size).sum());
        let mut ascii = true;
        for part in parts {
            match part {
                Value::Str(part) => {
                    text.push_str(part.as_str());
                    ascii &= part.ascii;
                }
                Value::Int(int) => push_int(&mut text, *int),
                _ => {}
            }
        }
        Str::made(Text::Own(text), ascii)
    }

    /// Add a text at the end, in time proportional to that text alone.
    pub fn append(&mut self, more: &Str) {
        match &mut self.text {
            Text::Own(text) => text.push_str(more.as_str()),
            Text::Shared(_) => {
                *self = Str::concat(self, more);
                return;
            }
        }
        self.ascii &= more.ascii;
        self.numpy = false;
        self.hash.set(0);
        self.more.take();
    }

    /// A part of this text, as a text of its own.
    #[inline]
    pub fn part(&self, text: &str) -> Str {
        Str::made(Text::Own(CompactString::new(text)), self.ascii || text.is_ascii())
    }

    /// A text of ASCII in other letters.
    pub fn in_case(&self, change: fn(&mut str)) -> Str {
        let mut text = CompactString::new(self.as_str());
        change(&mut text);
        Str::made(Text::Own(text), self.ascii)
    }

    /// A decimal number.
    pub fn of_int(value: i64) -> Str {
        Str::made(Text::Own(value.to_compact_string()), true)
    }

    /// The text of one character: those of ASCII are made once per thread.
    pub fn of_char(c: char) -> Rc<Str> {
        match u8::try_from(c) {
            Ok(byte) if byte < 128 => Str::of_ascii(byte),
            _ => Rc::new(Str::new(c.encode_utf8(&mut [0; 4]))),
        }
    }

    /// The text of a character of ASCII.
    #[inline]
    pub fn of_ascii(byte: u8) -> Rc<Str> {
        thread_local! {
            static ONES: [Rc<Str>; 128] = std::array::from_fn(|byte| Rc::new(Str::new(char::from(byte as u8).encode_utf8(&mut [0; 4]))));
        }
        ONES.with(|ones| ones[usize::from(byte & 127)].clone())
    }

    /// The text.
    #[inline]
    pub fn as_str(&self) -> &str {
        match &self.text {
            Text::Own(text) => text,
            Text::Shared(text) => text,
        }
    }

    /// The text, to be kept or sent to another thread.
    pub fn share(&self) -> Arc<str> {
        match &self.text {
            Text::Own(text) => self.more.get_or_init(Box::default).shared.get_or_init(|| Arc::from(&**text)).clone(),
            Text::Shared(text) => text.clone(),
        }
    }

    /// Whether all characters are ASCII (then byte offsets are character offsets).
    #[inline]
    pub fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// The hash, made at first use.
    #[inline]
    pub fn hash(&self) -> u64 {
        let known = self.hash.get();
        if known != 0 {
            return known;
        }
        let made = hash_text(self.as_str());
        self.hash.set(made);
        made
    }

    /// Length in characters.
    pub fn chars(&self) -> usize {
        if self.ascii {
            return self.as_str().len();
        }
        let index = self.index();
        let last = index.last().copied().unwrap_or(0) as usize;
        let full = index.len().saturating_sub(1) * STEP;
        full + self.as_str().get(last..).map_or(0, |rest| rest.chars().count())
    }

    /// Byte offset of character `at` (`at` may equal the length).
    pub fn offset(&self, at: usize) -> usize {
        if self.ascii {
            return at.min(self.as_str().len());
        }
        let Some(&start) = self.index().get(at / STEP) else { return self.as_str().len() };
        let rest = self.as_str().get(start as usize..).unwrap_or("");
        let step = rest.char_indices().nth(at % STEP).map_or(rest.len(), |(offset, _)| offset);
        start as usize + step
    }

    fn index(&self) -> &[u32] {
        let make = || self.as_str().char_indices().step_by(STEP).map(|(offset, _)| offset as u32).collect();
        self.more.get_or_init(Box::default).index.get_or_init(make)
    }
}

impl From<String> for Str {
    fn from(text: String) -> Str {
        let ascii = text.is_ascii();
        Str::made(Text::Own(CompactString::from(text)), ascii)
    }
}

/// A text alone, to be looked up by: short ones in place.
pub struct Key(CompactString);

impl Key {
    /// A copy of a text.
    pub fn new(text: &str) -> Key {
        Key(CompactString::new(text))
    }

    /// The text.
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same as a string, whose hash is known.
    pub fn into_str(self, hash: u64) -> Str {
        let ascii = self.0.is_ascii();
        let made = Str::made(Text::Own(self.0), ascii);
        made.hash.set(hash);
        made
    }
}

/// Add an int in decimal digits.
fn push_int(text: &mut CompactString, int: i64) {
    let mut digits = [b'-'; 20];
    let mut rest = int.unsigned_abs();
    let mut used = usize::from(int < 0);
    for place in digits.iter_mut().rev() {
        *place = b'0' + (rest % 10) as u8;
        rest /= 10;
        used += 1;
        if rest == 0 {
            break;
        }
    }
    let shown = digits.get(digits.len() - used..).unwrap_or(&[]);
    text.push_str(std::str::from_utf8(shown).unwrap_or(""));
}

const STEP: usize = 64;

/// The hash of a text; never 0. Stable within a process.
#[inline]
pub fn hash_text(text: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish().max(1)
}
