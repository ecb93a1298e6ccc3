//! Writes Avro files: records as a schema says, in blocks, under another name until the file is complete.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::schema::{Field, Named, Schema, Type};
use super::{Codec, logical};
use crate::builtins::args::float;
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res};
use crate::io::compress::{self, Compression};
use crate::value::{Host, Value, bytes, dict, exc, iter, kind, repr};

/// Nested deeper, a record is refused.
const DEEP: usize = 200;

/// A file that is written. Dropped without [`AvroFile::finish`], it leaves nothing behind.
pub struct AvroFile {
    path: String,
    beside: PathBuf,
    to: Option<BufWriter<File>>,
    codec: Codec,
    /// A block is written when it has so many bytes.
    interval: usize,
    sync: [u8; 16],
    block: Vec<u8>,
    count: i64,
}

impl AvroFile {
    /// Begin a file with its header; its folder is made if it is not there.
    pub fn create(path: &str, codec: Codec, interval: usize, meta: &[(String, Vec<u8>)]) -> Res<AvroFile> {
        let os = |error: std::io::Error| exc::os_error(&error, path);
        let target = Path::new(path);
        let folder = target.parent().unwrap_or(Path::new("/"));
        std::fs::create_dir_all(folder).map_err(os)?;
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let beside = folder.join(format!(".{name}.{}.part", std::process::id()));
        let mut to = BufWriter::with_capacity(1 << 16, File::create(&beside).map_err(os)?);
        let mut head = b"Obj\x01".to_vec();
        long(&mut head, meta.len() as i64);
        for (key, value) in meta {
            sized(&mut head, key.as_bytes());
            sized(&mut head, value);
        }
        long(&mut head, 0);
        // A mark that stands nowhere else: of the path, the process and the time.
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        let mark = format!("{path} {} {}", std::process::id(), now.as_nanos());
        let sync = crate::builtins::digest::md5(mark.as_bytes()).to_le_bytes();
        head.extend_from_slice(&sync);
        to.write_all(&head).map_err(os)?;
        let (path, block) = (path.to_owned(), Vec::new());
        Ok(AvroFile { path, beside, to: Some(to), codec, interval, sync, block, count: 0 })
    }

    /// Write a record.
    ///
    /// # Errors
    /// What fastavro says of a value that the schema has no place for.
    pub fn record(&mut self, host: &mut dyn Host, schema: &Schema, record: &Value) -> Res<()> {
        Writer { schema, out: &mut self.block }.datum(host, &schema.root, record, 0)?;
        self.count += 1;
        if self.block.len() >= self.interval {
            host.poll()?;
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> Res<()> {
        if self.count == 0 {
            return Ok(());
        }
        let os = |error: std::io::Error| exc::os_error(&error, &self.path);
        let packed = match self.codec {
            Codec::Null => std::mem::take(&mut self.block),
            Codec::Deflate => compress::deflate(&self.block).map_err(os)?,
            Codec::Bzip2 => compress::pack(Compression::Bz2, &self.block, None).map_err(os)?,
            Codec::Xz => compress::pack(Compression::Xz, &self.block, None).map_err(os)?,
            Codec::Zstandard => compress::pack(Compression::Zstd, &self.block, None).map_err(os)?,
        };
        let mut head = Vec::new();
        long(&mut head, self.count);
        long(&mut head, packed.len() as i64);
        if let Some(to) = &mut self.to {
            let parts = [head.as_slice(), &packed, &self.sync];
            parts.iter().try_for_each(|part| to.write_all(part)).map_err(os)?;
        }
        self.block.clear();
        self.count = 0;
        Ok(())
    }

    /// End the file and give it its name.
    pub fn finish(mut self) -> Res<()> {
        self.flush()?;
        let Some(mut to) = self.to.take() else { return Ok(()) };
        let done = to.flush().and_then(|()| std::fs::rename(&self.beside, &self.path));
        done.map_err(|error| exc::os_error(&error, &self.path))
    }
}

impl Drop for AvroFile {
    fn drop(&mut self) {
        if self.to.take().is_some() {
            // What was not finished is not there; that it can't be removed helps nobody.
            let _ = std::fs::remove_file(&self.beside);
        }
    }
}

/// A number in the zigzag form.
fn long(out: &mut Vec<u8>, value: i64) {
    let mut rest = (value << 1) as u64 ^ (value >> 63) as u64;
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

fn sized(out: &mut Vec<u8>, bytes: &[u8]) {
    long(out, bytes.len() as i64);
    out.extend_from_slice(bytes);
}

/// Writes data to a block.
struct Writer<'w> {
    schema: &'w Schema,
    out: &'w mut Vec<u8>,
}

impl Writer<'_> {
    fn datum(&mut self, host: &mut dyn Host, ty: &Type, v: &Value, depth: usize) -> Res<()> {
        if depth > DEEP {
            return Err(value_error("a record is nested too deep"));
        }
        match ty {
            Type::Null => {}
            Type::Bool => self.out.push(u8::from(kind::truth(host, v)?)),
            Type::Int | Type::Long => long(self.out, whole(v)?),
            Type::Float => {
                let value = float(host, v)?;
                self.out.extend((value as f32).to_le_bytes());
            }
            Type::Double => {
                let value = float(host, v)?;
                self.out.extend(value.to_le_bytes());
            }
            Type::Bytes => sized(self.out, bytes::required(v)?),
            Type::Text => sized(self.out, v.as_str().ok_or_else(|| type_error("must be string"))?.as_bytes()),
            Type::Array(item) => {
                let items = iter::collect(host, v)?;
                if !items.is_empty() {
                    long(self.out, items.len() as i64);
                    for one in &items {
                        self.datum(host, item, one, depth + 1)?;
                    }
                }
                self.out.push(0);
            }
            Type::Map(item) => self.map(host, item, v, depth)?,
            Type::Union(options, said) => {
                let (at, option) = self.option(host, options, v)?.ok_or_else(|| {
                    let shown = repr::repr(host, v).unwrap_or_default();
                    value_error(format!("{shown} (type <class '{}'>) do not match {said}", kind::type_name(v)))
                })?;
                long(self.out, at as i64);
                self.datum(host, option, v, depth + 1)?;
            }
            Type::Logical(kind, base) => {
                let value = logical(host, "_to_logical", kind, v.clone())?;
                self.datum(host, base, &value, depth + 1)?;
            }
            Type::Named(at) => self.named(host, *at, v, depth)?,
        }
        Ok(())
    }

    fn map(&mut self, host: &mut dyn Host, item: &Type, v: &Value, depth: usize) -> Res<()> {
        let Value::Dict(found) = v else {
            let text = format!("'{}' object has no attribute 'items'", kind::type_name(v));
            return Err(Raised::new(ExcClass::AttributeError, text));
        };
        let pairs = dict::items(found);
        if !pairs.is_empty() {
            long(self.out, pairs.len() as i64);
            for (key, value) in pairs {
                sized(self.out, key.as_str().ok_or_else(|| type_error("must be string"))?.as_bytes());
                self.datum(host, item, &value, depth + 1)?;
            }
        }
        self.out.push(0);
        Ok(())
    }

    fn named(&mut self, host: &mut dyn Host, at: usize, v: &Value, depth: usize) -> Res<()> {
        let schema = self.schema;
        match schema.named(at) {
            Named::Record(fields) => {
                let Value::Dict(found) = v else {
                    return Err(type_error(format!("a record is a dict, not '{}'", kind::type_name(v))));
                };
                for field in fields {
                    let value = match (dict::get_str(found, &field.name), &field.default) {
                        (Some(value), _) => value,
                        (None, Some(default)) => default.clone(),
                        (None, None) if takes_none(&field.ty) => Value::None,
                        (None, None) => {
                            return Err(value_error(format!("no value and no default for {}", field.name)));
                        }
                    };
                    let done = self.datum(host, &field.ty, &value, depth + 1);
                    done.map_err(|raised| on_field(raised, field))?;
                }
                Ok(())
            }
            Named::Enum(symbols) => {
                let place = v.as_str().and_then(|text| symbols.iter().position(|symbol| symbol == text));
                match place {
                    Some(place) => long(self.out, place as i64),
                    None => return Err(value_error(format!("{} is not in list", repr::repr(host, v)?))),
                }
                Ok(())
            }
            Named::Fixed(size, said) => {
                let found = bytes::required(v)?;
                if found.len() != *size {
                    let length = found.len();
                    return Err(value_error(format!("data of length {length} does not match schema size: {said}")));
                }
                self.out.extend_from_slice(found);
                Ok(())
            }
            Named::Open => Err(value_error("a type of the schema is not defined")),
        }
    }

    /// The type of a union that a value has: of records the one with the most of its fields.
    fn option<'t>(&self, host: &mut dyn Host, options: &'t [Type], v: &Value) -> Res<Option<(usize, &'t Type)>> {
        let mut best: Option<(usize, &Type, usize)> = None;
        for (at, option) in options.iter().enumerate() {
            if !self.fits(host, option, v, 0)? {
                continue;
            }
            let Some(fields) = self.present(option, v) else { return Ok(Some((at, option))) };
            if best.is_none_or(|(_, _, most)| fields > most) {
                best = Some((at, option, fields));
            }
        }
        Ok(best.map(|(at, option, _)| (at, option)))
    }

    /// How many fields of a record a dict has; `None` for other types.
    fn present(&self, ty: &Type, v: &Value) -> Option<usize> {
        let (Type::Named(at), Value::Dict(found)) = (ty, v) else { return None };
        let Named::Record(fields) = self.schema.named(*at) else { return None };
        Some(fields.iter().filter(|field| dict::get_str(found, &field.name).is_some()).count())
    }

    /// Whether a value is one of a type.
    fn fits(&self, host: &mut dyn Host, ty: &Type, v: &Value, depth: usize) -> Res<bool> {
        if depth > DEEP {
            return Ok(false);
        }
        Ok(match (ty, v) {
            (Type::Null, v) => matches!(v, Value::None),
            (Type::Bool, v) => matches!(v, Value::Bool(_)),
            (Type::Int, v) => matches!(v, Value::Int(x) if i32::try_from(*x).is_ok()),
            (Type::Long, v) => matches!(v, Value::Int(_)),
            (Type::Float | Type::Double, v) => matches!(v, Value::Int(_) | Value::BigInt(_) | Value::Float(_)),
            (Type::Bytes, v) => bytes::of(v).is_some(),
            (Type::Text, v) => v.as_str().is_some(),
            (Type::Array(item), Value::List(_) | Value::Tuple(_)) => {
                let items = iter::collect(host, v)?;
                for one in &items {
                    if !self.fits(host, item, one, depth + 1)? {
                        return Ok(false);
                    }
                }
                true
            }
            (Type::Map(item), Value::Dict(found)) => {
                for (key, value) in dict::items(found) {
                    if key.as_str().is_none() || !self.fits(host, item, &value, depth + 1)? {
                        return Ok(false);
                    }
                }
                true
            }
            (Type::Union(options, _), v) => {
                for option in options {
                    if self.fits(host, option, v, depth + 1)? {
                        return Ok(true);
                    }
                }
                false
            }
            (Type::Logical(kind, base), v) => {
                let class = kind::type_name(v);
                let own = match *kind {
                    "date" => class.ends_with("date"),
                    "time-millis" | "time-micros" => class.ends_with("time") && !class.ends_with("datetime"),
                    "uuid" => class.ends_with("UUID"),
                    _ => class.ends_with("datetime"),
                };
                own || self.fits(host, base, v, depth + 1)?
            }
            (Type::Named(at), v) => match self.schema.named(*at) {
                Named::Record(fields) => self.fits_record(host, fields, v, depth)?,
                Named::Enum(symbols) => v.as_str().is_some_and(|text| symbols.iter().any(|symbol| symbol == text)),
                Named::Fixed(size, _) => bytes::of(v).is_some_and(|found| found.len() == *size),
                Named::Open => false,
            },
            _ => false,
        })
    }

    fn fits_record(&self, host: &mut dyn Host, fields: &[Field], v: &Value, depth: usize) -> Res<bool> {
        let Value::Dict(found) = v else { return Ok(false) };
        for field in fields {
            let value = dict::get_str(found, &field.name).or_else(|| field.default.clone()).unwrap_or(Value::None);
            if !self.fits(host, &field.ty, &value, depth + 1)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn takes_none(ty: &Type) -> bool {
    match ty {
        Type::Null => true,
        Type::Union(options, _) => options.iter().any(takes_none),
        _ => false,
    }
}

fn on_field(mut raised: Box<Raised>, field: &Field) -> Box<Raised> {
    let named = raised.class == ExcClass::TypeError || raised.message.contains(" do not match ");
    if named && !raised.message.contains(" on field ") {
        raised.message = format!("{} on field {}", raised.message, field.name);
    }
    raised
}

/// An `int` of 64 bits.
fn whole(v: &Value) -> Res<i64> {
    match v {
        Value::Int(x) => Ok(*x),
        Value::Bool(truth) => Ok(i64::from(*truth)),
        Value::Float(x) if x.is_finite() && x.abs() < 9.2e18 => Ok(*x as i64),
        Value::BigInt(_) | Value::Float(_) => {
            Err(Raised::new(ExcClass::OverflowError, "Python int too large to convert to C long"))
        }
        _ => Err(type_error("an integer is required")),
    }
}
