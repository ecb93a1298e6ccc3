//! Text files as bags: `read_text` and `to_textfiles`, over the reader and the writer of `io::lines`.

use std::sync::Arc;

use crate::builtins::args::{at, flag, some, text};
use crate::builtins::row::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{Raised, Res};
use crate::io::codec::{Encoding, Errors};
use crate::io::compress::Compression;
use crate::io::lines::{self, Ends, Fault, LineWriter, Lines, Options, Partition};
use crate::kernels::bag::element::Element;
use crate::kernels::bag::flow::Sink;
use crate::kernels::bag::{Flow, flow, stream};
use crate::value::native::FrozenNative;
use crate::value::{Host, Native, TypeInfo, Value, exc, index, iter, kind};

/// The rows.
pub const ROWS: &[Row] = &[
    row("dask.bag.core._text_parts", parts),
    row("dask.bag.core._lines", |host, a| match at(a, 0).as_native::<TextPart>() {
        Some(part) => Ok(stream(LineFlow { lines: Lines::new(&part.part, &part.options), path: flag(host, a, 1)? })),
        None => Err(type_error("expected a part of a text file")),
    }),
    row("dask.bag.core._text_names", |host, a| {
        let count = usize::try_from(index::as_index(host, at(a, 1))?).unwrap_or(0);
        let given = match at(a, 2) {
            Value::None => None,
            names => Some(strings(host, names)?),
        };
        let names = lines::names_for(text("path", a, 0)?.as_str(), count, given.as_deref())?;
        Ok(Value::list(names.into_iter().map(Value::string).collect()))
    }),
    row("dask.bag.core._write_lines", write),
    row("dask.bag.core._absolute", |_, a| Ok(Value::string(lines::absolute(text("path", a, 0)?.as_str())))),
];

/// What one partition reads, as a value that goes to tasks.
#[derive(Clone)]
struct TextPart {
    part: Partition,
    options: Options,
}

static TEXT_PART: TypeInfo =
    TypeInfo { name: "TextPart", module: "dask.bag.text", declared: "builtins.object", base: None };

impl TextPart {
    fn shown(&self) -> String {
        let first = self.part.pieces.first();
        let name = first.map_or("", |piece| piece.path.rsplit('/').next().unwrap_or(""));
        match (self.part.pieces.len(), first.and_then(|piece| piece.range)) {
            (1, Some((offset, length))) => format!("<{name}, {length} bytes from {offset}>"),
            (1, None) => format!("<{name}>"),
            (count, _) => format!("<{name} and {} more files>", count.saturating_sub(1)),
        }
    }
}

impl Native for TextPart {
    fn type_info(&self) -> &'static TypeInfo {
        &TEXT_PART
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(self.shown())
    }

    fn freeze(&self, _: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        Ok(Some(Arc::new(self.clone())))
    }
}

impl FrozenNative for TextPart {
    fn type_info(&self) -> &'static TypeInfo {
        &TEXT_PART
    }

    fn thaw(&self, _: &mut dyn Host) -> Res<Value> {
        Ok(Value::native(self.clone()))
    }

    fn describe(&self) -> String {
        self.shown()
    }
}

fn raised(fault: Fault) -> Box<Raised> {
    fault.raised(exc::os_error)
}

fn strings(host: &mut dyn Host, v: &Value) -> Res<Vec<String>> {
    let items = iter::collect(host, v)?;
    let one = |v: &Value| match v.as_str() {
        Some(text) => Ok(text.to_owned()),
        None => Err(type_error(format!("expected str, not {}", kind::type_name(v)))),
    };
    items.iter().map(one).collect()
}

/// A text or `None`.
fn word<'a>(a: &'a [Value], slot: usize, name: &str) -> Res<Option<&'a str>> {
    match some(a, slot) {
        None => Ok(None),
        Some(v) => match v.as_str() {
            Some(text) => Ok(Some(text)),
            None => Err(type_error(format!("{name} must be str or None, not {}", kind::type_name(v)))),
        },
    }
}

/// `_text_parts(paths, blocksize, compression, encoding, errors, linedelimiter, files_per_partition)`.
fn parts(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let paths = strings(host, at(a, 0))?;
    let compression = word(a, 2, "compression")?;
    let encoding = Encoding::named(word(a, 3, "encoding")?.unwrap_or("utf-8"))?;
    let errors = Errors::named(word(a, 4, "errors")?.unwrap_or("strict"))?;
    let options = Options { encoding, errors, ends: Ends::of(word(a, 5, "linedelimiter")?) };
    let made = match some(a, 1) {
        Some(size) => {
            let size = u64::try_from(index::as_index(host, size)?).ok().filter(|size| *size > 0);
            let size = size.ok_or_else(|| value_error("blocksize must be positive"))?;
            lines::by_blocks(&paths, compression, size).map_err(raised)?
        }
        None => {
            let group = match some(a, 6) {
                Some(count) => {
                    let count = usize::try_from(index::as_index(host, count)?).ok().filter(|count| *count > 0);
                    Some(count.ok_or_else(|| value_error("files_per_partition must be positive"))?)
                }
                None => None,
            };
            lines::by_files(&paths, compression, group)?
        }
    };
    let wrapped = made.into_iter().map(|part| Value::native(TextPart { part, options: options.clone() }));
    Ok(Value::list(wrapped.collect()))
}

/// The lines of a partition.
struct LineFlow {
    lines: Lines,
    path: bool,
}

impl Flow for LineFlow {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        if self.lines.number() & 0xfff == 0 {
            host.poll()?;
        }
        let Some(line) = self.lines.next_line().map_err(raised)?.map(Value::str) else { return Ok(None) };
        if !self.path {
            return Ok(Some(line));
        }
        let path = self.lines.path().map(|path| Value::str(&**path)).unwrap_or(Value::None);
        Ok(Some(Value::tuple([line, path])))
    }

    fn each(&mut self, host: &mut dyn Host, _records: bool, to: Sink<'_>) -> Res<()> {
        if self.path {
            while let Some(element) = self.next(host)? {
                to(host, Element::Value(element))?;
            }
            return Ok(());
        }
        loop {
            if self.lines.number() & 0xfff == 0 {
                host.poll()?;
            }
            match self.lines.next_line().map_err(raised)? {
                Some(line) => to(host, Element::Text(line))?,
                None => return Ok(()),
            }
        }
    }
}

/// `_write_lines(part, path, compression, encoding, last_endline)`.
fn write(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let path = text("path", a, 1)?.as_str();
    let encoding = Encoding::named(word(a, 3, "encoding")?.unwrap_or("utf-8"))?;
    let compression = Compression::named(word(a, 2, "compression")?, path)?;
    let mut from = flow(host, at(a, 0))?;
    let mut to = LineWriter::create(path, compression, encoding).map_err(raised)?;
    while let Some(element) = from.next(host)? {
        match element.as_str() {
            Some(line) => to.item(line).map_err(raised)?,
            None => {
                let shown = crate::value::repr::str_(host, &element)?;
                let message = format!("Object {shown} is neither a str object nor can be decoded to str");
                return Err(type_error(message));
            }
        }
    }
    to.finish(flag(host, a, 4)?).map_err(raised)?;
    Ok(Value::None)
}
