//! Text files: `open`, and the object it gives; the standard streams; `io.StringIO`.

use std::cell::RefCell;

use super::args::{at, given, inner, int, length, nothing, text};
use super::stream::{Source, Stream};
use super::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::{Host, Native, TypeInfo, Value, index, iter, kind, repr};

/// `_io.TextIOWrapper`.
pub static FILE: TypeInfo =
    TypeInfo { name: "TextIOWrapper", module: "_io", declared: "builtins.TextIOWrapper", base: None };
static STRING: TypeInfo = TypeInfo { name: "StringIO", module: "_io", declared: "io.StringIO", base: Some(&FILE) };

/// The rows.
pub const ROWS: &[Row] = &[
    row("open", open),
    row("TextIOWrapper", |_, _| Ok(Value::Type(&FILE))),
    row("TextIOWrapper.read", |h, a| {
        let count = match at(a, 1) {
            Value::None => None,
            v => usize::try_from(index::as_index(h, v)?).ok(),
        };
        with(h, a, |h, stream| Ok(Value::string(stream.read(h, count)?)))
    }),
    row("TextIOWrapper.readline", |h, a| with(h, a, |h, stream| Ok(Value::str(stream.line(h)?.unwrap_or_default())))),
    row("TextIOWrapper.readlines", |h, a| {
        with(h, a, |h, stream| {
            let mut lines = Vec::new();
            while let Some(line) = stream.line(h)? {
                lines.push(Value::string(line));
            }
            Ok(Value::list(lines))
        })
    }),
    row("TextIOWrapper.write", |h, a| {
        let Value::Str(text) = inner(at(a, 1)) else {
            let class = super::args::type_or_none(at(a, 1));
            return Err(type_error(format!("write() argument must be str, not {class}")));
        };
        with(h, a, |h, stream| {
            stream.write(h, text.as_str())?;
            Ok(length(text.chars()))
        })
    }),
    row("TextIOWrapper.writelines", |h, a| {
        for line in iter::collect(h, at(a, 1))? {
            let Value::Str(text) = inner(&line) else {
                let class = kind::type_name(&line);
                return Err(type_error(format!("write() argument must be str, not {class}")));
            };
            with(h, a, |h, stream| stream.write(h, text.as_str()).map(|()| Value::None))?;
        }
        nothing()
    }),
    row("TextIOWrapper.flush", |h, a| with(h, a, |h, stream| stream.flush(h).map(|()| Value::None))),
    row("TextIOWrapper.close", |h, a| {
        close(&this(a)?.stream, h)?;
        nothing()
    }),
    row("TextIOWrapper.seek", |h, a| {
        let (offset, whence) = (int(h, a, 1)?, int(h, a, 2)?);
        with(h, a, |h, stream| stream.seek(h, offset, whence).map(Value::Int))
    }),
    row("TextIOWrapper.tell", |h, a| with(h, a, |h, stream| stream.tell(h).map(Value::Int))),
    row("TextIOWrapper.truncate", |h, a| {
        let size = given(a, 1).filter(|v| !matches!(v, Value::None)).map(|v| index::as_index(h, v)).transpose()?;
        with(h, a, |h, stream| stream.truncate(h, size).map(Value::Int))
    }),
    row("TextIOWrapper.readable", |h, a| with(h, a, |_, stream| Ok(Value::Bool(stream.readable)))),
    row("TextIOWrapper.writable", |h, a| with(h, a, |_, stream| Ok(Value::Bool(stream.writable)))),
    row("TextIOWrapper.isatty", |h, a| with(h, a, |_, stream| Ok(Value::Bool(stream.is_terminal())))),
    row("TextIOWrapper.fileno", |h, a| {
        with(h, a, |_, stream| stream.number().map(Value::Int).ok_or_else(|| unsupported("fileno")))
    }),
    row("io.UnsupportedOperation", |_, _| Ok(Value::ExcType(ExcClass::UnsupportedOperation))),
    row("io.StringIO", |_, _| Ok(Value::Type(&STRING))),
    row("io.StringIO.__new__", |_, a| {
        let start = match at(a, 1) {
            Value::None => "",
            _ => text("initial_value", a, 1)?.as_str(),
        };
        Ok(TextFile::value(Stream::memory(start), &STRING))
    }),
    row("io.StringIO.getvalue", |h, a| with(h, a, |_, stream| Ok(Value::str(stream.value())))),
];

/// An open file.
pub struct TextFile {
    stream: RefCell<Stream>,
    class: &'static TypeInfo,
}

impl TextFile {
    /// A file object over a stream.
    pub fn value(stream: Stream, class: &'static TypeInfo) -> Value {
        Value::native(TextFile { stream: RefCell::new(stream), class })
    }
}

/// `io.UnsupportedOperation`.
pub fn unsupported(what: &str) -> Box<Raised> {
    Raised::new(ExcClass::UnsupportedOperation, what)
}

/// What a file says whose function calls itself.
pub fn busy() -> Box<Raised> {
    Raised::new(ExcClass::RuntimeError, "the file is in use")
}

/// What a closed file says.
pub fn closed() -> Box<Raised> {
    value_error("I/O operation on closed file.")
}

/// A file of text or bytes that is still open, as its own iterator or context.
pub fn opened(stream: &RefCell<Stream>, this: &Value) -> Res<Option<Value>> {
    if stream.try_borrow().map_err(|_| busy())?.closed {
        return Err(closed());
    }
    Ok(Some(this.clone()))
}

/// Close a file of text or bytes.
pub fn close(stream: &RefCell<Stream>, host: &mut dyn Host) -> Res<()> {
    stream.try_borrow_mut().map_err(|_| busy())?.close(host)
}

fn this(a: &[Value]) -> Res<&TextFile> {
    at(a, 0).as_native::<TextFile>().ok_or_else(|| type_error("a file is required"))
}

fn with(host: &mut dyn Host, a: &[Value], work: impl FnOnce(&mut dyn Host, &mut Stream) -> Res<Value>) -> Res<Value> {
    let mut stream = this(a)?.stream.try_borrow_mut().map_err(|_| busy())?;
    if stream.closed {
        return Err(closed());
    }
    work(host, &mut stream)
}

/// Write to what `print(file=...)` names, if that is a file of ours.
pub fn write_to(host: &mut dyn Host, file: &Value, text: &str) -> Res<bool> {
    let Some(found) = file.as_native::<TextFile>() else { return Ok(false) };
    let mut stream = found.stream.try_borrow_mut().map_err(|_| busy())?;
    if stream.closed {
        return Err(closed());
    }
    stream.write(host, text)?;
    Ok(true)
}

impl Native for TextFile {
    fn type_info(&self) -> &'static TypeInfo {
        self.class
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        let stream = self.stream.try_borrow().map_err(|_| busy())?;
        if std::ptr::eq(self.class, &STRING) {
            return Ok(format!("<_io.StringIO object at {:#x}>", std::ptr::from_ref(self) as usize));
        }
        Ok(format!("<_io.TextIOWrapper name={} mode='{}' encoding='UTF-8'>", repr::quote(&stream.name), stream.mode))
    }

    fn truth(&self, _: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        let stream = self.stream.try_borrow().map_err(|_| busy())?;
        Ok(match name.as_str() {
            "name" => Some(Value::str(&stream.name)),
            "mode" => Some(Value::str(&stream.mode)),
            "closed" => Some(Value::Bool(stream.closed)),
            "encoding" => Some(Value::str("UTF-8")),
            "newlines" => Some(Value::None),
            _ => None,
        })
    }

    fn iterable(&self) -> bool {
        true
    }

    fn iter(&self, this: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        opened(&self.stream, this)
    }

    fn next(&self, host: &mut dyn Host) -> Res<Option<Option<Value>>> {
        let mut stream = self.stream.try_borrow_mut().map_err(|_| busy())?;
        if stream.closed {
            return Err(closed());
        }
        Ok(Some(stream.line(host)?.map(Value::string)))
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

/// Slots: `file`, `mode`, `buffering`, `encoding`, `errors`, `newline`.
fn open(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let path = match super::os::path_text(host, at(a, 0)) {
        Ok(path) => path,
        Err(_) => {
            let class = kind::type_name(at(a, 0));
            return Err(type_error(format!("expected str, bytes or os.PathLike object, not {class}")));
        }
    };
    let mode = text("open() argument 'mode'", a, 1)?.as_str();
    check_mode(mode)?;
    if mode.contains('b') {
        for (slot, what) in [(3, "encoding"), (4, "errors"), (5, "newline")] {
            if !matches!(at(a, slot), Value::None) {
                let article = if what == "newline" {
                    "a newline"
                } else if what == "errors" {
                    "an errors"
                } else {
                    "an encoding"
                };
                return Err(value_error(format!("binary mode doesn't take {article} argument")));
            }
        }
        let class = super::binary::class_of(mode);
        return Ok(super::binary::value(Stream::open(host, &path, mode, None)?.binary(), class));
    }
    let newline = newline(host, at(a, 5))?;
    let (encoding, errors) = super::bytes::make::policies(a, 3, 4)?;
    let stream = Stream::open(host, &path, mode, newline)?.coded(encoding, errors)?;
    Ok(TextFile::value(stream, &FILE))
}

/// A mode is one letter of "rwax", and "t", "b", "+" at most once.
pub fn check_mode(mode: &str) -> Res<()> {
    let twice = mode.chars().enumerate().any(|(at, c)| mode.chars().skip(at + 1).any(|other| other == c));
    if mode.chars().any(|c| !"rwaxtb+".contains(c)) || twice {
        return Err(value_error(format!("invalid mode: '{mode}'")));
    }
    if mode.contains('t') && mode.contains('b') {
        return Err(value_error("can't have text and binary mode at once"));
    }
    match mode.chars().filter(|c| "rwax".contains(*c)).count() {
        1 => Ok(()),
        0 => Err(value_error("Must have exactly one of create/read/write/append mode and at most one plus")),
        _ => Err(value_error("must have exactly one of create/read/write/append mode")),
    }
}

/// The option `newline=`.
pub fn newline(host: &mut dyn Host, v: &Value) -> Res<Option<String>> {
    match inner(v) {
        Value::None => Ok(None),
        Value::Str(text) if matches!(text.as_str(), "" | "\n" | "\r" | "\r\n") => Ok(Some(text.as_str().to_owned())),
        v => Err(value_error(format!("illegal newline value: {}", repr::str_(host, v)?))),
    }
}

/// `sys.stdout` and the like: one object for the process's streams.
pub fn standard(source: Source) -> Value {
    TextFile::value(Stream::standard(source), &FILE)
}
