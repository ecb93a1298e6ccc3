//! Files of bytes: `open(..., "rb")`, `io.BytesIO`, and compressed files (`gzip`, `bz2`, `lzma`).

use std::cell::RefCell;

use super::args::{at, given, inner, int, length, nothing, some};
use super::file::{FILE, TextFile, busy, check_mode, close, closed, newline, opened};
use super::stream::Stream;
use super::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::io::compress::{self, Compression};
use crate::value::{Host, Native, TypeInfo, Value, bytes, exc, index, iter, repr};

macro_rules! classes {
    ($($constant:ident = $module:literal $name:literal),* $(,)?) => {
        $(static $constant: TypeInfo =
            TypeInfo { name: $name, module: $module, declared: concat!("io.", $name), base: Some(&BASE) };)*
    };
}

static BASE: TypeInfo = TypeInfo { name: "BufferedIOBase", module: "io", declared: "io.BufferedIOBase", base: None };
classes! {
    READER = "_io" "BufferedReader", WRITER = "_io" "BufferedWriter", RANDOM = "_io" "BufferedRandom",
    BYTES_IO = "_io" "BytesIO", GZIP = "gzip" "GzipFile", BZ2 = "bz2" "BZ2File", LZMA = "lzma" "LZMAFile",
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("io.BufferedIOBase", |_, _| Ok(Value::Type(&BASE))),
    row("io.BufferedReader", |_, _| Ok(Value::Type(&READER))),
    row("io.BufferedWriter", |_, _| Ok(Value::Type(&WRITER))),
    row("io.BufferedRandom", |_, _| Ok(Value::Type(&RANDOM))),
    row("io.GzipFile", |_, _| Ok(Value::Type(&GZIP))),
    row("io.BZ2File", |_, _| Ok(Value::Type(&BZ2))),
    row("io.LZMAFile", |_, _| Ok(Value::Type(&LZMA))),
    row("io.BytesIO", |_, _| Ok(Value::Type(&BYTES_IO))),
    row("io.BytesIO.__new__", |_, a| {
        let start = match at(a, 1) {
            Value::None => Vec::new(),
            v => bytes::required(v)?.to_vec(),
        };
        Ok(value(Stream::bytes(start), &BYTES_IO))
    }),
    row("io.BytesIO.getvalue", |h, a| with(h, a, |_, stream| Ok(bytes::value(stream.contents())))),
    row("io.BufferedIOBase.read", |h, a| {
        let count = count(h, a)?;
        doing(h, a, Some("read of closed file"), |h, stream| Ok(bytes::value(stream.read_bytes(h, count)?)))
    }),
    row("io.BufferedIOBase.read1", |h, a| {
        let count = count(h, a)?;
        doing(h, a, Some("read of closed file"), |h, stream| Ok(bytes::value(stream.read_bytes(h, count)?)))
    }),
    row("io.BufferedIOBase.readline", |h, a| {
        doing(h, a, Some("readline of closed file"), |h, stream| Ok(bytes::value(stream.line_bytes(h)?)))
    }),
    row("io.BufferedIOBase.readlines", |h, a| {
        with(h, a, |h, stream| {
            let mut made = Vec::new();
            loop {
                let line = stream.line_bytes(h)?;
                if line.is_empty() {
                    return Ok(Value::list(made));
                }
                made.push(bytes::value(line));
            }
        })
    }),
    row("io.BufferedIOBase.write", |h, a| {
        let found = bytes::required(at(a, 1))?;
        doing(h, a, Some("write to closed file"), |h, stream| {
            stream.write_bytes(h, found)?;
            Ok(length(found.len()))
        })
    }),
    row("io.BufferedIOBase.writelines", |h, a| {
        for line in iter::collect(h, at(a, 1))? {
            let found = bytes::required(&line)?;
            with(h, a, |h, stream| stream.write_bytes(h, found).map(|()| Value::None))?;
        }
        nothing()
    }),
    row("io.BufferedIOBase.flush", |h, a| with(h, a, |h, stream| stream.flush(h).map(|()| Value::None))),
    row("io.BufferedIOBase.close", |h, a| {
        close(&this(a)?.stream, h)?;
        nothing()
    }),
    row("io.BufferedIOBase.seek", |h, a| {
        let (offset, whence) = (int(h, a, 1)?, int(h, a, 2)?);
        doing(h, a, Some("seek of closed file"), |h, stream| stream.seek_bytes(h, offset, whence).map(Value::Int))
    }),
    row("io.BufferedIOBase.tell", |h, a| with(h, a, |h, stream| stream.tell(h).map(Value::Int))),
    row("io.BufferedIOBase.truncate", |h, a| {
        let size = given(a, 1).filter(|v| !matches!(v, Value::None)).map(|v| index::as_index(h, v)).transpose()?;
        with(h, a, |h, stream| stream.truncate(h, size).map(Value::Int))
    }),
    row("io.BufferedIOBase.readable", |h, a| with(h, a, |_, stream| Ok(Value::Bool(stream.readable)))),
    row("io.BufferedIOBase.writable", |h, a| with(h, a, |_, stream| Ok(Value::Bool(stream.writable)))),
    row("io.BufferedIOBase.seekable", |h, a| with(h, a, |_, stream| Ok(Value::Bool(stream.seekable())))),
    row("gzip.open", |h, a| packed(h, a, Compression::Gzip, &GZIP)),
    row("bz2.open", |h, a| packed(h, a, Compression::Bz2, &BZ2)),
    row("lzma.open", |h, a| packed(h, a, Compression::Xz, &LZMA)),
    row("gzip.compress", |h, a| pack(h, a, Compression::Gzip)),
    row("bz2.compress", |h, a| pack(h, a, Compression::Bz2)),
    row("lzma.compress", |h, a| pack(h, a, Compression::Xz)),
    row("zlib.compress", |h, a| {
        let level = u32::try_from(int(h, a, 1)?).ok();
        made(compress::zlib_pack(bytes::required(at(a, 0))?, level))
    }),
    row("gzip.decompress", |_, a| unpack(a, Compression::Gzip)),
    row("bz2.decompress", |_, a| unpack(a, Compression::Bz2)),
    row("lzma.decompress", |_, a| unpack(a, Compression::Xz)),
    row("zlib.decompress", |_, a| {
        let found = compress::zlib_unpack(bytes::required(at(a, 0))?);
        found.map(bytes::value).map_err(|error| {
            let cut = error.kind() == std::io::ErrorKind::UnexpectedEof;
            let text = match cut {
                true => "Error -5 while decompressing data: incomplete or truncated stream",
                false => "Error -3 while decompressing data: incorrect header check",
            };
            Raised::new(ExcClass::ZlibError, text)
        })
    }),
    row("zlib.crc32", |h, a| {
        let start = u32::try_from(int(h, a, 1)?).unwrap_or(0);
        Ok(Value::Int(i64::from(compress::crc32(bytes::required(at(a, 0))?, start))))
    }),
    row("gzip.BadGzipFile", |_, _| Ok(Value::ExcType(ExcClass::BadGzipFile))),
    row("lzma.LZMAError", |_, _| Ok(Value::ExcType(ExcClass::LZMAError))),
    row("zlib.error", |_, _| Ok(Value::ExcType(ExcClass::ZlibError))),
];

/// The class of a file that is opened in a binary mode.
pub fn class_of(mode: &str) -> &'static TypeInfo {
    match (mode.contains('+'), mode.contains('r')) {
        (true, _) => &RANDOM,
        (false, true) => &READER,
        (false, false) => &WRITER,
    }
}

/// A file of bytes.
struct BinaryFile {
    stream: RefCell<Stream>,
    class: &'static TypeInfo,
}

/// A file object over a stream.
pub fn value(stream: Stream, class: &'static TypeInfo) -> Value {
    Value::native(BinaryFile { stream: RefCell::new(stream), class })
}

fn this(a: &[Value]) -> Res<&BinaryFile> {
    inner(at(a, 0)).as_native::<BinaryFile>().ok_or_else(|| type_error("a file of bytes is required"))
}

fn with(host: &mut dyn Host, a: &[Value], work: impl FnOnce(&mut dyn Host, &mut Stream) -> Res<Value>) -> Res<Value> {
    doing(host, a, None, work)
}

/// `what`: what a file of the system says when it is closed.
fn doing(
    host: &mut dyn Host,
    a: &[Value],
    what: Option<&str>,
    work: impl FnOnce(&mut dyn Host, &mut Stream) -> Res<Value>,
) -> Res<Value> {
    let this = this(a)?;
    let mut stream = this.stream.try_borrow_mut().map_err(|_| busy())?;
    if stream.closed {
        return Err(match what {
            Some(what) if this.class.module == "_io" && !std::ptr::eq(this.class, &BYTES_IO) => value_error(what),
            _ => closed(),
        });
    }
    work(host, &mut stream)
}

/// The number in slot 1; `None`: all.
fn count(host: &mut dyn Host, a: &[Value]) -> Res<Option<usize>> {
    match at(a, 1) {
        Value::None | Value::Ellipsis => Ok(None),
        v => Ok(usize::try_from(index::as_index(host, v)?).ok()),
    }
}

/// Slots: `filename`, `mode`, `compresslevel`, `encoding`, `errors`, `newline`.
fn packed(host: &mut dyn Host, a: &[Value], kind: Compression, class: &'static TypeInfo) -> Res<Value> {
    let mode = super::args::text("mode", a, 1)?.as_str();
    check_mode(mode)?;
    if mode.contains('+') {
        return Err(value_error(format!("Invalid mode: '{mode}'")));
    }
    let level = match some(a, 2) {
        Some(_) => u32::try_from(int(host, a, 2)?).ok(),
        None => None,
    };
    let base: String = mode.chars().filter(|c| !"bt".contains(*c)).collect();
    let stream = match inner(at(a, 0)).as_native::<BinaryFile>() {
        Some(file) if base == "r" => {
            let found = file.stream.try_borrow_mut().map_err(|_| busy())?.read_bytes(host, None)?;
            Stream::bytes(compress::unpack(kind, &found)?)
        }
        Some(_) => {
            let raised = type_error("rdask writes compressed files to a path, not to another file");
            return Err(raised.help("compress the bytes with `compress(...)` and write them"));
        }
        None => {
            let path = super::os::path_text(host, at(a, 0))?;
            Stream::packed(host, &path, &base, kind, level)?
        }
    };
    if !mode.contains('t') {
        for (slot, what) in [(3, "encoding"), (4, "errors"), (5, "newline")] {
            if !matches!(at(a, slot), Value::None) {
                return Err(value_error(format!("Argument '{what}' not supported in binary mode")));
            }
        }
        return Ok(value(stream.binary(), class));
    }
    let (encoding, errors) = super::bytes::make::policies(a, 3, 4)?;
    let newline = newline(host, at(a, 5))?;
    Ok(TextFile::value(stream.ends(newline).coded(encoding, errors)?, &FILE))
}

fn made(packed: std::io::Result<Vec<u8>>) -> Res<Value> {
    packed.map(bytes::value).map_err(|error| exc::os_error(&error, ""))
}

fn pack(host: &mut dyn Host, a: &[Value], kind: Compression) -> Res<Value> {
    let level = match kind {
        Compression::Xz => Some(6),
        _ => u32::try_from(int(host, a, 1)?).ok(),
    };
    made(compress::pack(kind, bytes::required(at(a, 0))?, level))
}

fn unpack(a: &[Value], kind: Compression) -> Res<Value> {
    match (compress::unpack(kind, bytes::required(at(a, 0))?), kind) {
        (Ok(made), _) => Ok(bytes::value(made)),
        (Err(raised), Compression::Gzip) => Err(raised),
        (Err(raised), kind) if raised.class == ExcClass::EOFError => {
            let text = "Compressed data ended before the end-of-stream marker was reached";
            let class = if kind == Compression::Bz2 { ExcClass::ValueError } else { ExcClass::LZMAError };
            Err(Raised::new(class, text))
        }
        (Err(raised), _) => Err(raised),
    }
}

impl Native for BinaryFile {
    fn type_info(&self) -> &'static TypeInfo {
        self.class
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        let address = std::ptr::from_ref(self) as usize;
        let stream = self.stream.try_borrow().map_err(|_| busy())?;
        let TypeInfo { name, module, .. } = self.class;
        Ok(match *module {
            "_io" if !stream.name.is_empty() => format!("<_io.{name} name={}>", repr::quote(&stream.name)),
            module => format!("<{module}.{name} object at {address:#x}>"),
        })
    }

    fn truth(&self, _: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        let stream = self.stream.try_borrow().map_err(|_| busy())?;
        Ok(match name.as_str() {
            "name" if !stream.name.is_empty() => Some(Value::str(&stream.name)),
            "mode" if !stream.mode.is_empty() => {
                let plus = stream.mode.contains('+') && stream.mode.contains('r');
                Some(Value::str(if plus { "rb+" } else { stream.mode.as_str() }))
            }
            "closed" => Some(Value::Bool(stream.closed)),
            _ => None,
        })
    }

    fn iter(&self, this: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        opened(&self.stream, this)
    }

    fn next(&self, host: &mut dyn Host) -> Res<Option<Option<Value>>> {
        let mut stream = self.stream.try_borrow_mut().map_err(|_| busy())?;
        if stream.closed {
            return Err(closed());
        }
        let line = stream.line_bytes(host)?;
        Ok(Some((!line.is_empty()).then(|| bytes::value(line))))
    }

    fn enter(&self, this: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        opened(&self.stream, this)
    }

    fn exit(&self, _: &Value, host: &mut dyn Host, _: Option<&Value>) -> Res<bool> {
        close(&self.stream, host).map(|()| false)
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(std::ptr::from_ref(self) as u64 >> 4))
    }
}
