//! What is behind a text file: bytes of a file, of memory or of a standard stream, with Python's line ends.

use std::fs::{File, OpenOptions};
use std::io::{IsTerminal, Read, Seek, SeekFrom, Write};

use super::bytes::make::encode_error;
use super::file::unsupported;
use crate::data::raised::value_error;
use crate::data::{ExcClass, Raised, Res};
use crate::io::codec::{Decoder, Encoding, Errors, encode};
use crate::io::compress::{self, Compression, Finish};
use crate::value::{Host, exc};

mod bytes;
mod decode;

/// Where the bytes are.
pub enum Source {
    /// A file.
    File(File),
    /// A compressed file that is read.
    Packed(Box<dyn Read + Send>, Compression),
    /// A compressed file that is written; none once it is closed.
    Packing(Option<Box<dyn Finish>>),
    /// `io.StringIO`, `io.BytesIO`: the text, and the byte at which it stands.
    Memory(Vec<u8>, usize),
    /// `sys.stdin`.
    Stdin,
    /// `sys.stdout`: the host writes.
    Stdout,
    /// `sys.stderr`.
    Stderr,
}

/// A text stream.
pub struct Stream {
    source: Source,
    /// `name`.
    pub name: String,
    /// `mode`.
    pub mode: String,
    /// Whether it was closed.
    pub closed: bool,
    /// Whether it can be read.
    pub readable: bool,
    /// Whether it can be written.
    pub writable: bool,
    encoding: Encoding,
    errors: Errors,
    /// What turns other encodings, or bytes that are no text, into UTF-8 as they are read.
    decoder: Option<Decoder>,
    /// Bytes of the file before those that were read ahead.
    before: u64,
    /// Whether it gives text: what is read must be UTF-8.
    text: bool,
    /// How many of the bytes read ahead are known to be text, and the byte of the file that is none.
    checked: usize,
    bad: Option<u64>,
    newline: Option<String>,
    /// Bytes read ahead, and how many of them were given.
    ahead: Vec<u8>,
    given: usize,
    ended: bool,
    /// Bytes to be written.
    behind: Vec<u8>,
}

const BLOCK: usize = 1 << 16;
const HELD: usize = 8192;

/// The bytes that CPython decodes at once.
const PIECE: u64 = 8192;

impl Stream {
    fn new(source: Source, name: &str, mode: &str, readable: bool, writable: bool) -> Stream {
        Stream {
            source,
            name: name.to_owned(),
            mode: mode.to_owned(),
            closed: false,
            readable,
            writable,
            encoding: Encoding::Utf8,
            errors: Errors::Strict,
            decoder: None,
            before: 0,
            text: true,
            checked: 0,
            bad: None,
            newline: None,
            ahead: Vec::new(),
            given: 0,
            ended: false,
            behind: Vec::new(),
        }
    }

    /// Open a file. The mode was checked.
    pub fn open(host: &mut dyn Host, path: &str, mode: &str, newline: Option<String>) -> Res<Stream> {
        let plus = mode.contains('+');
        let mut options = OpenOptions::new();
        match mode.chars().find(|c| "rwax".contains(*c)) {
            Some('w') => options.write(true).create(true).truncate(true).read(plus),
            Some('a') => options.append(true).create(true).read(plus),
            Some('x') => options.write(true).create_new(true).read(plus),
            _ => options.read(true).write(plus),
        };
        let mut opened = None;
        host.blocking(&mut || opened = Some(options.open(path)));
        let file = match opened {
            Some(Ok(file)) => file,
            Some(Err(error)) => return Err(exc::os_error(&error, path)),
            None => return Err(Raised::new(ExcClass::OSError, path)),
        };
        if file.metadata().is_ok_and(|meta| meta.is_dir()) {
            return Err(exc::os_error_of(21, "Is a directory", path));
        }
        let (readable, writable) = (mode.contains('r') || plus, !mode.contains('r') || plus);
        let mut stream = Stream::new(Source::File(file), path, mode, readable, writable);
        stream.newline = newline;
        Ok(stream)
    }

    /// A compressed file. `mode`: "r", "w", "a" or "x".
    pub fn packed(host: &mut dyn Host, path: &str, mode: &str, kind: Compression, level: Option<u32>) -> Res<Stream> {
        let plain = Stream::open(host, path, mode, None)?;
        let Source::File(file) = &plain.source else { return Ok(plain) };
        let file = file.try_clone().map_err(|error| exc::os_error(&error, path))?;
        let made = if plain.readable {
            compress::reader(kind, file).map(|reader| Source::Packed(reader, kind))
        } else {
            compress::writer(Some(kind), file, level).map(|writer| Source::Packing(Some(writer)))
        };
        let source = made.map_err(|error| exc::os_error(&error, path))?;
        Ok(Stream::new(source, path, mode, plain.readable, plain.writable))
    }

    /// Read and write text in an encoding.
    pub fn coded(mut self, encoding: Encoding, errors: Errors) -> Res<Stream> {
        let plain = encoding == Encoding::Utf8 && errors == Errors::Strict;
        if !plain && self.readable && self.writable {
            let raised = value_error("a file that is read and written must be UTF-8, with errors='strict', in rdask");
            return Err(raised.help("read it whole, change the text, and write it anew"));
        }
        (self.encoding, self.errors) = (encoding, errors);
        self.decoder = (!plain).then(|| Decoder::new(encoding, errors));
        Ok(self)
    }

    /// As bytes: lines end at line feeds alone.
    pub fn binary(mut self) -> Stream {
        self.newline = Some("\n".to_owned());
        self.text = false;
        self
    }

    /// With lines that end as `newline=` says.
    pub fn ends(mut self, newline: Option<String>) -> Stream {
        self.newline = newline;
        self
    }

    /// Whether it can be gone about in.
    pub fn seekable(&self) -> bool {
        matches!(self.source, Source::File(_) | Source::Memory(..))
    }

    /// A stream over bytes in memory.
    pub fn bytes(bytes: Vec<u8>) -> Stream {
        Stream::new(Source::Memory(bytes, 0), "", "rb+", true, true).binary()
    }

    /// What is in a stream in memory.
    pub fn contents(&self) -> &[u8] {
        match &self.source {
            Source::Memory(bytes, _) => bytes,
            _ => &[],
        }
    }

    /// A stream over a text in memory.
    pub fn memory(text: &str) -> Stream {
        let mut stream = Stream::new(Source::Memory(text.as_bytes().to_vec(), 0), "", "", true, true);
        stream.newline = Some("\n".to_owned());
        stream
    }

    /// A standard stream.
    pub fn standard(source: Source) -> Stream {
        match source {
            Source::Stdin => Stream::new(source, "<stdin>", "r", true, false),
            Source::Stdout => Stream::new(source, "<stdout>", "w", false, true),
            _ => Stream::new(source, "<stderr>", "w", false, true),
        }
    }

    /// The text of a stream in memory.
    pub fn value(&self) -> String {
        match &self.source {
            Source::Memory(bytes, _) => String::from_utf8_lossy(bytes).into_owned(),
            _ => String::new(),
        }
    }

    /// Read ahead; whether there was something.
    fn fill(&mut self, host: &mut dyn Host) -> Res<bool> {
        if !self.readable {
            return Err(unsupported("not readable"));
        }
        if !self.behind.is_empty() {
            self.flush(host)?;
        }
        if self.given > BLOCK {
            self.before += self.given as u64;
            self.checked = self.checked.saturating_sub(self.given);
            self.ahead.drain(..self.given);
            self.given = 0;
        }
        let start = self.ahead.len();
        let (source, ahead) = (&mut self.source, &mut self.ahead);
        let mut read = Ok(0);
        match source {
            Source::Memory(bytes, at) => {
                let rest = bytes.get(*at..).unwrap_or(&[]);
                ahead.extend_from_slice(rest);
                read = Ok(rest.len());
                *at = bytes.len().max(*at);
            }
            Source::File(file) => host.blocking(&mut || {
                ahead.resize(start + BLOCK, 0);
                read = file.read(ahead.get_mut(start..).unwrap_or(&mut []));
                ahead.truncate(start + read.as_ref().map_or(0, |n| *n));
            }),
            Source::Stdin => {
                read = super::print::typed(host)?.map(|line| {
                    ahead.extend_from_slice(line.as_bytes());
                    line.len()
                });
            }
            Source::Packed(reader, _) => host.blocking(&mut || {
                ahead.resize(start + BLOCK, 0);
                read = reader.read(ahead.get_mut(start..).unwrap_or(&mut []));
                ahead.truncate(start + read.as_ref().map_or(0, |n| *n));
            }),
            Source::Stdout | Source::Stderr | Source::Packing(_) => {}
        }
        match (read, &self.source) {
            (Ok(count), _) => {
                self.ended = count == 0;
                self.decoded(start)?;
                self.check();
                Ok(count > 0)
            }
            (Err(error), Source::Packed(_, kind)) if error.raw_os_error().is_none() => {
                let raised = compress::damaged(*kind, &error);
                Err(raised.help(format!("the file is {}", self.name)))
            }
            (Err(error), _) => Err(exc::os_error(&error, &self.name)),
        }
    }

    /// The next line with its end; `None` at the end of the stream.
    pub fn line(&mut self, host: &mut dyn Host) -> Res<Option<String>> {
        let mut scanned = self.given;
        loop {
            if let Some(end) = self.line_end(scanned) {
                return if self.spoilt(end) { Err(self.no_text(false)) } else { self.take(end).map(Some) };
            }
            scanned = self.ahead.len().saturating_sub(1).max(self.given);
            let shift = self.given;
            if !self.fill(host)? {
                let end = self.ahead.len();
                return match end > self.given {
                    true if self.bad.is_some() => Err(self.no_text(false)),
                    true => self.take(end).map(Some),
                    false => Ok(None),
                };
            }
            scanned -= shift - self.given;
        }
    }

    /// One past the line end at or after a byte.
    fn line_end(&self, from: usize) -> Option<usize> {
        let rest = self.ahead.get(from..)?;
        match self.newline.as_deref() {
            Some("\n") => memchr::memchr(b'\n', rest).map(|at| from + at + 1),
            Some("\r") => memchr::memchr(b'\r', rest).map(|at| from + at + 1),
            Some("\r\n") => memchr::memmem::find(rest, b"\r\n").map(|at| from + at + 2),
            _ => {
                let at = memchr::memchr2(b'\n', b'\r', rest)?;
                match (rest.get(at), rest.get(at + 1)) {
                    (Some(b'\r'), Some(b'\n')) => Some(from + at + 2),
                    // Whether a line feed follows is not known yet.
                    (Some(b'\r'), None) if !self.ended => None,
                    _ => Some(from + at + 1),
                }
            }
        }
    }

    /// The text of what was read ahead, up to a byte.
    fn take(&mut self, end: usize) -> Res<String> {
        let bytes = self.ahead.get(self.given..end).unwrap_or(&[]);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => return Err(self.no_text(true)),
        };
        self.given = end;
        Ok(match self.newline {
            None if text.contains('\r') => text.replace("\r\n", "\n").replace('\r', "\n"),
            _ => text,
        })
    }

    /// So many characters, or all that is left.
    pub fn read(&mut self, host: &mut dyn Host, count: Option<usize>) -> Res<String> {
        let Some(count) = count else {
            while self.fill(host)? {
                host.poll()?;
            }
            return self.take(self.ahead.len());
        };
        let mut made = String::new();
        let mut chars = 0;
        while chars < count {
            if self.given >= self.ahead.len() && !self.fill(host)? {
                break;
            }
            let rest = self.ahead.get(self.given..).unwrap_or(&[]);
            let width = match rest.first() {
                Some(b'\r') if rest.get(1) == Some(&b'\n') && self.newline.is_none() => 2,
                Some(byte) if *byte < 0x80 => 1,
                Some(byte) if *byte < 0xe0 => 2,
                Some(byte) if *byte < 0xf0 => 3,
                _ => 4,
            };
            if rest.len() < width && !self.ended {
                self.fill(host)?;
            }
            let end = (self.given + width).min(self.ahead.len());
            made.push_str(&self.take(end)?);
            chars += 1;
        }
        Ok(made)
    }

    /// Write a text.
    pub fn write(&mut self, host: &mut dyn Host, text: &str) -> Res<()> {
        if !self.writable {
            return Err(unsupported("not writable"));
        }
        match &mut self.source {
            Source::Stdout => return host.write(text),
            Source::Stderr => {
                let done = std::io::stderr().write_all(text.as_bytes());
                return done.map_err(|error| exc::os_error(&error, "<stderr>"));
            }
            _ => {}
        }
        self.forget_ahead()?;
        match (&self.newline, &mut self.source) {
            (_, Source::Memory(bytes, at)) => {
                let end = (*at + text.len()).min(bytes.len()).max(*at);
                bytes.resize(bytes.len().max(*at), 0);
                bytes.splice(*at..end.min(bytes.len()), text.bytes());
                *at += text.len();
                return Ok(());
            }
            (end, _) => {
                let ended = match end {
                    Some(end) if end.starts_with('\r') => std::borrow::Cow::Owned(text.replace('\n', end)),
                    _ => std::borrow::Cow::Borrowed(text),
                };
                if self.encoding == Encoding::Utf8 {
                    self.behind.extend_from_slice(ended.as_bytes());
                } else {
                    let made = encode(&ended, self.encoding, self.errors, self.before == 0);
                    self.behind.extend(made.map_err(|fault| encode_error(&fault, None))?);
                    self.before = 1;
                }
            }
        }
        if self.behind.len() >= HELD { self.flush(host) } else { Ok(()) }
    }

    /// Go back over what was read ahead and not given.
    fn forget_ahead(&mut self) -> Res<()> {
        let left = self.ahead.len() - self.given;
        self.ahead.clear();
        self.given = 0;
        (self.checked, self.bad) = (0, None);
        self.ended = false;
        match &mut self.source {
            _ if left == 0 => Ok(()),
            Source::Memory(_, at) => {
                *at -= left;
                Ok(())
            }
            Source::File(file) => match file.seek(SeekFrom::Current(-(left as i64))) {
                Ok(_) => Ok(()),
                Err(error) => Err(exc::os_error(&error, &self.name)),
            },
            _ => Ok(()),
        }
    }

    /// Hand what was written to the system.
    pub fn flush(&mut self, host: &mut dyn Host) -> Res<()> {
        let file: &mut dyn Write = match &mut self.source {
            Source::File(file) => file,
            Source::Packing(Some(writer)) => writer,
            Source::Stdout => return host.flush_output(),
            _ => return Ok(()),
        };
        let bytes = std::mem::take(&mut self.behind);
        let mut done = Ok(());
        if !bytes.is_empty() {
            host.blocking(&mut || done = file.write_all(&bytes));
        }
        done.map_err(|error| exc::os_error(&error, &self.name))
    }

    /// Close; nothing happens the second time.
    pub fn close(&mut self, host: &mut dyn Host) -> Res<()> {
        if !self.closed {
            self.flush(host)?;
            if let Source::Packing(writer) = &mut self.source
                && let Some(writer) = writer.take()
            {
                writer.finish().map_err(|error| exc::os_error(&error, &self.name))?;
            }
            self.closed = !matches!(self.source, Source::Stdout | Source::Stderr | Source::Stdin);
        }
        Ok(())
    }

    /// Go to a byte.
    pub fn seek(&mut self, host: &mut dyn Host, offset: i64, whence: i64) -> Res<i64> {
        self.flush(host)?;
        if self.decoder.is_some() && (offset != 0 || whence != 0) {
            return Err(unsupported("only the start of a file that is not UTF-8 can be gone to"));
        }
        if whence == 1 && offset != 0 {
            return Err(unsupported("can't do nonzero cur-relative seeks"));
        }
        if whence == 2 && offset != 0 {
            return Err(unsupported("can't do nonzero end-relative seeks"));
        }
        if offset < 0 {
            return Err(value_error(format!("negative seek position {offset}")));
        }
        if self.decoder.is_some() {
            self.decoder = Some(Decoder::new(self.encoding, self.errors));
            self.ahead.clear();
            self.given = 0;
        }
        self.forget_ahead()?;
        self.place(offset, whence)
    }

    fn place(&mut self, offset: i64, whence: i64) -> Res<i64> {
        self.before = offset as u64;
        let to = match whence {
            0 => SeekFrom::Start(offset as u64),
            1 => SeekFrom::Current(0),
            _ => SeekFrom::End(0),
        };
        match &mut self.source {
            Source::Memory(bytes, at) => {
                *at = match whence {
                    // A text in memory is counted in characters.
                    0 if self.text => {
                        let text = String::from_utf8_lossy(bytes);
                        text.char_indices().nth(offset as usize).map_or(text.len(), |(at, _)| at)
                    }
                    0 => offset as usize,
                    1 => *at,
                    _ => bytes.len(),
                };
                Ok(*at as i64)
            }
            Source::File(file) => match file.seek(to) {
                Ok(at) => Ok(at as i64),
                Err(error) => Err(exc::os_error(&error, &self.name)),
            },
            _ => Err(unsupported("underlying stream is not seekable")),
        }
    }

    /// The byte at which it stands.
    pub fn tell(&mut self, host: &mut dyn Host) -> Res<i64> {
        self.flush(host)?;
        let left = (self.ahead.len() - self.given) as i64;
        if self.decoder.is_some() && !self.ahead.is_empty() {
            return Err(unsupported("places in a file that is not UTF-8 are not told"));
        }
        let text = self.text;
        match &mut self.source {
            Source::Memory(bytes, at) if text => {
                let before = bytes.get(..(*at as i64 - left).max(0) as usize).unwrap_or(&[]);
                Ok(String::from_utf8_lossy(before).chars().count() as i64)
            }
            Source::Memory(_, at) => Ok(*at as i64 - left),
            Source::File(file) => match file.stream_position() {
                Ok(at) => Ok(at as i64 - left),
                Err(error) => Err(exc::os_error(&error, &self.name)),
            },
            _ => Err(unsupported("underlying stream is not seekable")),
        }
    }

    /// Cut at a byte, or here.
    pub fn truncate(&mut self, host: &mut dyn Host, size: Option<i64>) -> Res<i64> {
        let here = self.tell(host)?;
        let size = size.unwrap_or(here);
        let Ok(length) = u64::try_from(size) else { return Err(value_error(format!("negative size value {size}"))) };
        match &mut self.source {
            Source::Memory(bytes, _) => bytes.truncate(length as usize),
            Source::File(file) => file.set_len(length).map_err(|error| exc::os_error(&error, &self.name))?,
            _ => return Err(unsupported("truncate")),
        }
        Ok(size)
    }

    /// Whether it is a terminal.
    pub fn is_terminal(&self) -> bool {
        match &self.source {
            Source::Stdin => std::io::stdin().is_terminal(),
            Source::Stdout => std::io::stdout().is_terminal(),
            Source::Stderr => std::io::stderr().is_terminal(),
            Source::File(file) => file.is_terminal(),
            Source::Memory(..) | Source::Packed(..) | Source::Packing(_) => false,
        }
    }

    /// The number of a standard stream.
    pub fn number(&self) -> Option<i64> {
        match &self.source {
            Source::Stdin => Some(0),
            Source::Stdout => Some(1),
            Source::Stderr => Some(2),
            _ => None,
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // A file that is dropped can tell nobody that its last bytes found no room.
        match &mut self.source {
            Source::File(file) if !self.behind.is_empty() => {
                let _ = file.write_all(&self.behind);
            }
            Source::Packing(writer) => {
                if let Some(mut writer) = writer.take() {
                    let _ = writer.write_all(&self.behind).and_then(|()| writer.finish());
                }
            }
            _ => {}
        }
    }
}
