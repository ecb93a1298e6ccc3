//! The lines of one partition, one after another, in bounded memory.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::sync::Arc;

use super::{Ends, Fault, Options, Partition, Piece, content};
use crate::data::ExcClass;
use crate::io::codec::{DecodeFault, Decoder};
use crate::io::compress;
use crate::io::part::after;

const BLOCK: usize = 1 << 17;

/// The lines of one partition.
pub struct Lines {
    pieces: std::vec::IntoIter<Piece>,
    options: Options,
    file: Option<Open>,
    /// Decoded text, and how much of it was given.
    text: String,
    given: usize,
    /// Bytes as read.
    raw: Vec<u8>,
}

/// The file that is read.
struct Open {
    piece: Piece,
    source: Box<dyn Read + Send>,
    decoder: Decoder,
    /// Bytes of a range that are left.
    left: Option<u64>,
    ended: bool,
    /// Whether a further, empty item follows the last delimiter.
    tail: bool,
    line: u64,
}

impl Lines {
    /// The lines of a partition; nothing is opened yet.
    pub fn new(partition: &Partition, options: &Options) -> Lines {
        Lines {
            pieces: partition.pieces.clone().into_iter(),
            options: options.clone(),
            file: None,
            text: String::new(),
            given: 0,
            raw: Vec::new(),
        }
    }

    /// The path of the file that the last line came from.
    pub fn path(&self) -> Option<&Arc<str>> {
        self.file.as_ref().map(|file| &file.piece.path)
    }

    /// The number of the last line in its file, or in its part of the file, counted from 1.
    pub fn number(&self) -> u64 {
        self.file.as_ref().map_or(0, |file| file.line)
    }

    /// The next line with its end; `None` after the last line of the last file.
    pub fn next_line(&mut self) -> Result<Option<&str>, Fault> {
        let Some((start, end, broken)) = self.find()? else { return Ok(None) };
        if let Some(file) = &mut self.file {
            file.line += 1;
        }
        self.given = end;
        if broken {
            // An end of `\r` or `\r\n` that is read as `\n`: the text is mended in place.
            let cut = self.text.get(start..end).map_or(0, |line| line.trim_end_matches(['\r', '\n']).len());
            let body = start + cut;
            let width = end - body;
            self.text.replace_range(body..end, if width == 2 { "\n\n" } else { "\n" });
            return Ok(self.text.get(start..body + 1));
        }
        Ok(self.text.get(start..end))
    }

    /// Where the next line stands in the text, and whether its end is to be mended.
    fn find(&mut self) -> Result<Option<(usize, usize, bool)>, Fault> {
        let mut scanned = self.given;
        loop {
            if self.file.is_none() && !self.open()? {
                return Ok(None);
            }
            let ended = self.file.as_ref().is_none_or(|file| file.ended);
            if let Some((end, broken)) = line_end(&self.text, scanned, &self.options.ends, ended) {
                return Ok(Some((self.given, end, broken)));
            }
            if !ended {
                let keep = match &self.options.ends {
                    Ends::Split(end) | Ends::Line(end) => end.len().saturating_sub(1),
                    _ => 1,
                };
                let left = self.text.len().saturating_sub(keep).max(scanned).saturating_sub(self.given);
                self.fill()?;
                scanned = self.given + left.min(self.text.len());
                while !self.text.is_char_boundary(scanned) {
                    scanned -= 1;
                }
                continue;
            }
            if let Some(rest) = self.rest() {
                return Ok(Some(rest));
            }
            self.file = None;
            self.text.clear();
            (self.given, scanned) = (0, 0);
        }
    }

    /// What follows the last line end of a file.
    fn rest(&mut self) -> Option<(usize, usize, bool)> {
        let end = self.text.len();
        let file = self.file.as_mut()?;
        let split = matches!(self.options.ends, Ends::Split(_)) && file.piece.range.is_none();
        let found = end > self.given || split && file.tail;
        file.tail = false;
        found.then_some((self.given, end, false))
    }

    /// Open the next file; whether there is one.
    fn open(&mut self) -> Result<bool, Fault> {
        let Some(piece) = self.pieces.next() else { return Ok(false) };
        let os = |error| Fault::Os(error, piece.path.clone());
        let mut file = File::open(&*piece.path).map_err(os)?;
        if file.metadata().map_err(os)?.is_dir() {
            return Err(os(std::io::Error::from_raw_os_error(21)));
        }
        let mut left = None;
        if let Some((offset, length)) = piece.range {
            let (start, end) = match self.delimiter() {
                Some(delimiter) => (
                    after(&mut file, offset, &delimiter).map_err(os)?,
                    after(&mut file, offset + length, &delimiter).map_err(os)?,
                ),
                None => (offset, offset + length),
            };
            file.seek(SeekFrom::Start(start)).map_err(os)?;
            left = Some(end.saturating_sub(start));
        }
        let source: Box<dyn Read + Send> = match piece.compression {
            None => Box::new(file),
            Some(kind) => compress::reader(kind, file).map_err(os)?,
        };
        let decoder = Decoder::new(self.options.encoding, self.options.errors);
        self.file = Some(Open { piece, source, decoder, left, ended: false, tail: false, line: 0 });
        Ok(true)
    }

    /// The bytes at which a file is cut; `None`: anywhere.
    fn delimiter(&self) -> Option<Vec<u8>> {
        match &self.options.ends {
            Ends::Universal => Some(b"\n".to_vec()),
            Ends::Kept => None,
            Ends::Line(end) | Ends::Split(end) => Some(end.as_bytes().to_vec()),
        }
    }

    /// Read and decode the next block.
    fn fill(&mut self) -> Result<(), Fault> {
        if self.given > 0 {
            self.text.drain(..self.given);
            self.given = 0;
        }
        let Some(file) = &mut self.file else { return Ok(()) };
        let want = file.left.map_or(BLOCK, |left| usize::try_from(left).unwrap_or(BLOCK).min(BLOCK));
        self.raw.resize(BLOCK, 0);
        let place = self.raw.get_mut(..want).unwrap_or(&mut []);
        let count = loop {
            match file.source.read(place) {
                Ok(count) => break count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(unreadable(error, file, &self.text)),
            }
        };
        if let Some(left) = &mut file.left {
            *left -= count as u64;
        }
        file.ended = count == 0 || file.left == Some(0);
        let bytes = self.raw.get(..count).unwrap_or(&[]);
        let before = self.text.len();
        let found = match &self.options.ends {
            // A part of a file is read as Dask reads it, by `io.StringIO(text, newline=end)`: that puts the end in the
            // place of each line feed.
            Ends::Line(end) if file.piece.range.is_some() && &**end != "\n" => {
                let mut part = String::new();
                let found = file.decoder.feed(bytes, file.ended, &mut part);
                self.text.push_str(&part.replace('\n', end));
                found
            }
            _ => file.decoder.feed(bytes, file.ended, &mut self.text),
        };
        if let Err(fault) = found {
            return Err(no_text(fault, file, &self.text));
        }
        file.tail |= self.text.len() > before;
        Ok(())
    }
}

/// One past the end of the line that goes on at or after a byte, and whether that end is to be read as `\n`.
fn line_end(text: &str, from: usize, ends: &Ends, ended: bool) -> Option<(usize, bool)> {
    let rest = text.as_bytes().get(from..)?;
    match ends {
        Ends::Line(end) | Ends::Split(end) => match end.as_bytes() {
            [one] => memchr::memchr(*one, rest).map(|at| (from + at + 1, false)),
            end => memchr::memmem::find(rest, end).map(|at| (from + at + end.len(), false)),
        },
        Ends::Universal | Ends::Kept => {
            let at = memchr::memchr2(b'\n', b'\r', rest)?;
            let mend = matches!(ends, Ends::Universal);
            match (rest.get(at), rest.get(at + 1)) {
                (Some(b'\r'), Some(b'\n')) => Some((from + at + 2, mend)),
                // Whether a line feed follows is not known yet.
                (Some(b'\r'), None) if !ended => None,
                (Some(b'\r'), _) => Some((from + at + 1, mend)),
                _ => Some((from + at + 1, false)),
            }
        }
    }
}

/// The line that stands after what was given, counted from 1.
fn line_after(file: &Open, text: &str) -> u64 {
    file.line + text.matches('\n').count() as u64 + 1
}

fn unreadable(error: std::io::Error, file: &Open, text: &str) -> Fault {
    match file.piece.compression {
        Some(kind) if error.raw_os_error().is_none() => {
            let mut raised = compress::damaged(kind, &error);
            let (path, line) = (&file.piece.path, line_after(file, text));
            raised.help = Some(format!("{path} is damaged or cut off: it can be read up to line {line}"));
            Fault::Content(raised)
        }
        _ => Fault::Os(error, file.piece.path.clone()),
    }
}

fn no_text(fault: DecodeFault, file: &Open, text: &str) -> Fault {
    let (path, line) = (&file.piece.path, line_after(file, text));
    let byte = fault.start + file.piece.range.map_or(0, |(offset, _)| offset);
    let about = if file.piece.range.is_some() { "about byte" } else { "byte" };
    let help = format!(
        "{path}, line {line}, {about} {byte}, is no text in this encoding: give the right `encoding=`, or \
         `errors=\"replace\"` to read on"
    );
    content(ExcClass::UnicodeDecodeError, fault.message(), help)
}
