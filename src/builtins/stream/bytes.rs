//! Streams read and written as bytes.

use super::super::file::unsupported;
use super::{HELD, Source, Stream};
use crate::data::Res;
use crate::data::raised::value_error;
use crate::value::{Host, exc};

impl Stream {
    /// So many bytes, or all that is left.
    pub fn read_bytes(&mut self, host: &mut dyn Host, count: Option<usize>) -> Res<Vec<u8>> {
        if !self.readable {
            return Err(unsupported("read"));
        }
        let wanted = count.unwrap_or(usize::MAX);
        while self.ahead.len() - self.given < wanted && self.fill(host)? {
            host.poll()?;
        }
        let end = self.given.saturating_add(wanted).min(self.ahead.len());
        let made = self.ahead.get(self.given..end).unwrap_or(&[]).to_vec();
        self.given = end;
        Ok(made)
    }

    /// The next line as bytes, with its end; empty at the end of the file.
    pub fn line_bytes(&mut self, host: &mut dyn Host) -> Res<Vec<u8>> {
        if !self.readable {
            return Err(unsupported("read"));
        }
        let mut scanned = self.given;
        loop {
            let found = self.line_end(scanned);
            let Some(end) = found.or_else(|| self.ended.then_some(self.ahead.len())) else {
                let left = self.ahead.len() - self.given;
                self.fill(host)?;
                scanned = self.given + left;
                continue;
            };
            let made = self.ahead.get(self.given..end).unwrap_or(&[]).to_vec();
            self.given = end;
            return Ok(made);
        }
    }

    /// Write bytes.
    pub fn write_bytes(&mut self, host: &mut dyn Host, bytes: &[u8]) -> Res<()> {
        if !self.writable {
            return Err(unsupported("write"));
        }
        self.forget_ahead()?;
        if let Source::Memory(held, at) = &mut self.source {
            if held.len() < *at {
                held.resize(*at, 0);
            }
            let end = (*at + bytes.len()).min(held.len());
            held.splice(*at..end, bytes.iter().copied());
            *at += bytes.len();
            return Ok(());
        }
        self.behind.extend_from_slice(bytes);
        if self.behind.len() >= HELD { self.flush(host) } else { Ok(()) }
    }

    /// Go to a byte of a binary file; from the start, from here, from the end.
    pub fn seek_bytes(&mut self, host: &mut dyn Host, offset: i64, whence: i64) -> Res<i64> {
        self.flush(host)?;
        let base = match whence {
            0 => 0,
            1 => self.tell(host)?,
            2 => {
                self.forget_ahead()?;
                self.place(0, 2)?
            }
            _ => return Err(value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
        };
        let to = base.saturating_add(offset);
        if to < 0 {
            return Err(exc::os_error_of(22, "Invalid argument", &self.name));
        }
        self.forget_ahead()?;
        self.place(to, 0)
    }
}
