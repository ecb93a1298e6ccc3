//! Avro files as bags: `read_avro` and `to_avro`. What Dask gets from fastavro is written here: schemas, records, blocks.

mod read;
mod schema;
mod write;

use crate::builtins::args::{at, int, some, text};
use crate::builtins::row::{Row, row};
use crate::data::raised::value_error;
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::kernels::bag::{flow, stream};
use crate::value::{Host, Value, bytes, dict, exc};

/// The rows.
pub const ROWS: &[Row] = &[
    row("dask.bag.avro._size", |_, a| {
        let path = text("path", a, 0)?;
        let found = std::fs::metadata(path.as_str()).map_err(|error| exc::os_error(&error, path.as_str()))?;
        Ok(Value::Int(found.len() as i64))
    }),
    row("dask.bag.avro._records", |host, a| {
        let path = text("path", a, 0)?;
        let part = match some(a, 1) {
            Some(_) => Some((int(host, a, 1)? as u64, int(host, a, 2)? as u64)),
            None => None,
        };
        let compression = match some(a, 3) {
            Some(name) => crate::io::compress::Compression::named(name.as_str(), path.as_str())?,
            None => None,
        };
        read::open(host, path.as_str(), part, compression).map(stream)
    }),
    row("dask.bag.avro._write", write),
];

/// `_write(part, path, schema, schema_text, codec, sync_interval, metadata)`.
fn write(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let mut from = flow(host, at(a, 0))?;
    let schema = schema::Schema::of(at(a, 2))?;
    let codec = Codec::named(text("codec", a, 4)?.as_str())?;
    let interval = usize::try_from(int(host, a, 5)?).unwrap_or(0).max(1);
    let mut meta = Vec::new();
    if let Some(Value::Dict(given)) = some(a, 6) {
        for (key, value) in dict::items(given) {
            let key = key.as_str().map(str::to_owned).unwrap_or_default();
            let value = match bytes::of(&value) {
                Some(bytes) => bytes.to_vec(),
                None => value.as_str().unwrap_or_default().as_bytes().to_vec(),
            };
            meta.push((key, value));
        }
    }
    meta.push(("avro.codec".to_owned(), codec.name().as_bytes().to_vec()));
    meta.push(("avro.schema".to_owned(), text("schema", a, 3)?.as_str().as_bytes().to_vec()));
    let path = text("path", a, 1)?;
    let mut file = write::AvroFile::create(path.as_str(), codec, interval, &meta)?;
    while let Some(record) = from.next(host)? {
        file.record(host, &schema, &record)?;
    }
    file.finish()?;
    Ok(Value::None)
}

/// How the blocks of a file are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Codec {
    Null,
    Deflate,
    Bzip2,
    Xz,
    Zstandard,
}

impl Codec {
    fn named(name: &str) -> Res<Codec> {
        Ok(match name {
            "null" => Codec::Null,
            "deflate" => Codec::Deflate,
            "bzip2" => Codec::Bzip2,
            "xz" => Codec::Xz,
            "zstandard" => Codec::Zstandard,
            "snappy" | "lz4" => {
                let library = if name == "snappy" { "cramjam" } else { "lz4" };
                let text = format!(
                    "{name} codec is supported but you need to install one of the following libraries: ('{library}',)"
                );
                let help = "rdask has the codecs null, deflate, bzip2, xz and zstandard";
                return Err(value_error(text).help(help));
            }
            name => return Err(value_error(format!("unrecognized codec: {name}"))),
        })
    }

    fn name(self) -> &'static str {
        match self {
            Codec::Null => "null",
            Codec::Deflate => "deflate",
            Codec::Bzip2 => "bzip2",
            Codec::Xz => "xz",
            Codec::Zstandard => "zstandard",
        }
    }
}

/// A value of a logical type and what stands for it in a file, by the functions of `stdlib/dask.bag.avro.rd`.
fn logical(host: &mut dyn Host, function: &str, kind: &'static str, value: Value) -> Res<Value> {
    let module = host.import("dask.bag.avro")?;
    let function = host.getattr(&module, Sym::new(function))?;
    host.call(&function, &[Value::str(kind), value], &[])
}

fn eof(wanted: usize, found: usize) -> Box<Raised> {
    Raised::new(ExcClass::EOFError, format!("Expected {wanted} bytes, read {found}"))
}
