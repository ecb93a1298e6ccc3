//! Streams of text: what is read becomes UTF-8, or is no text.

use super::super::bytes::make::decode_error;
use super::{PIECE, Stream};
use crate::data::raised::value_error;
use crate::data::{Raised, Res};
use crate::io::codec::{Encoding, Errors, decode};

impl Stream {
    /// Look whether what was read is text.
    pub(super) fn check(&mut self) {
        if !self.text || self.bad.is_some() || self.decoder.is_some() {
            return;
        }
        match std::str::from_utf8(self.ahead.get(self.checked..).unwrap_or(&[])) {
            Ok(_) => self.checked = self.ahead.len(),
            Err(error) => {
                self.checked += error.valid_up_to();
                if error.error_len().is_some() || self.ended {
                    self.bad = Some(self.before + self.checked as u64);
                }
            }
        }
    }

    /// Whether CPython, which decodes a file in pieces of 8,192 bytes, meets bytes that are no text before it has the
    /// line that ends at a byte.
    pub(super) fn spoilt(&self, end: usize) -> bool {
        self.bad.is_some_and(|bad| self.before + end as u64 > bad / PIECE * PIECE)
    }

    /// What was read from a byte on, as UTF-8.
    pub(super) fn decoded(&mut self, start: usize) -> Res<()> {
        let Some(decoder) = &mut self.decoder else { return Ok(()) };
        let mut text = String::new();
        let found = decoder.feed(self.ahead.get(start..).unwrap_or(&[]), self.ended, &mut text);
        self.ahead.truncate(start);
        self.ahead.extend_from_slice(text.as_bytes());
        found.map_err(|fault| decode_error(&fault, None).help(format!("the file is {}", self.name)))
    }

    /// What is read ahead is no UTF-8. `whole`: the message counts from the start of the file, not of a piece.
    pub(super) fn no_text(&self, whole: bool) -> Box<Raised> {
        let bytes = self.ahead.get(self.given..).unwrap_or(&[]);
        let Err(mut fault) = decode(bytes, Encoding::Utf8, Errors::Strict) else { return value_error("no text") };
        let from = self.before + self.given as u64;
        let place = from + fault.start;
        let width = fault.end - fault.start;
        fault.start = if whole { place } else { place % PIECE };
        fault.end = fault.start + width;
        let before = bytes.get(..(place - from) as usize).unwrap_or(&[]);
        let known = self.ahead.get(..self.given).filter(|_| self.before == 0);
        let ends = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count();
        let line = known.map_or_else(String::new, |known| format!(", line {}", ends(known) + ends(before) + 1));
        let raised = decode_error(&fault, None);
        raised.help(format!("{}{line}, byte {place}: give the right `encoding=`, or `errors=\"replace\"`", self.name))
    }
}
