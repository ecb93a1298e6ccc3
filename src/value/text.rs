//! `str`: UTF-8 with what makes Python's indexing and hashing fast.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;

/// A string. Immutable; the hash and the offset index are made when first needed.
pub struct Str {
    text: Arc<str>,
    ascii: bool,
    hash: Cell<u64>,
    /// Byte offset of every 64th character, for texts that are not ASCII.
    index: OnceCell<Box<[u32]>>,
}

impl Str {
    /// A string with a copy of this text.
    pub fn new(text: &str) -> Str {
        Str::shared(Arc::from(text))
    }

    /// A string over a shared text: no copy.
    pub fn shared(text: Arc<str>) -> Str {
        let ascii = text.is_ascii();
        Str { text, ascii, hash: Cell::new(0), index: OnceCell::new() }
    }

    /// Both texts, one after the other.
    pub fn concat(a: &Str, b: &Str) -> Str {
        let mut text = String::with_capacity(a.text.len() + b.text.len());
        text.push_str(&a.text);
        text.push_str(&b.text);
        Str { text: text.into(), ascii: a.ascii && b.ascii, hash: Cell::new(0), index: OnceCell::new() }
    }

    /// The text of one character: those of ASCII are made once per thread.
    pub fn of_char(c: char) -> Rc<Str> {
        thread_local! {
            static ONES: Vec<Rc<Str>> = (0..128u8).map(|byte| Rc::new(Str::new(char::from(byte).encode_utf8(&mut [0; 4])))).collect();
        }
        let known = ONES.with(|ones| ones.get(c as usize).cloned());
        known.unwrap_or_else(|| Rc::new(Str::new(c.encode_utf8(&mut [0; 4]))))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text, to be kept or sent to another thread.
    pub fn share(&self) -> Arc<str> {
        self.text.clone()
    }

    /// Whether all characters are ASCII (then byte offsets are character offsets).
    pub fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// The hash, made at first use.
    pub fn hash(&self) -> u64 {
        let known = self.hash.get();
        if known != 0 {
            return known;
        }
        let made = hash_text(&self.text);
        self.hash.set(made);
        made
    }

    /// Length in characters.
    pub fn chars(&self) -> usize {
        if self.ascii {
            return self.text.len();
        }
        let index = self.index();
        let last = index.last().copied().unwrap_or(0) as usize;
        let full = index.len().saturating_sub(1) * STEP;
        full + self.text.get(last..).map_or(0, |rest| rest.chars().count())
    }

    /// Byte offset of character `at` (`at` may equal the length).
    pub fn offset(&self, at: usize) -> usize {
        if self.ascii {
            return at.min(self.text.len());
        }
        let Some(&start) = self.index().get(at / STEP) else { return self.text.len() };
        let rest = self.text.get(start as usize..).unwrap_or("");
        let step = rest.char_indices().nth(at % STEP).map_or(rest.len(), |(offset, _)| offset);
        start as usize + step
    }

    fn index(&self) -> &[u32] {
        let make = || self.text.char_indices().step_by(STEP).map(|(offset, _)| offset as u32).collect();
        self.index.get_or_init(make)
    }
}

const STEP: usize = 64;

/// The hash of a text; never 0. Stable within a process.
pub fn hash_text(text: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish().max(1)
}
