//! Reads Avro files: a file or a part of it, block by block, record by record.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;

use super::schema::{Named, Schema, Type};
use super::{Codec, eof, logical};
use crate::data::raised::value_error;
use crate::data::{Raised, Res};
use crate::io::compress::{self, Compression};
use crate::io::part::after;
use crate::kernels::bag::Flow;
use crate::value::{Host, Str, Value, bytes, dict, exc};

const MAGIC: &[u8] = b"Obj\x01";

/// Blocks and values larger than this are not believed.
const LARGEST: i64 = 1 << 32;

/// Nested deeper, a record is refused.
const DEEP: usize = 200;

/// A file that is read on.
struct Source {
    from: Box<dyn Read + Send>,
    path: Rc<str>,
    /// Bytes read so far, from the start of the file.
    at: u64,
}

impl Source {
    fn fault(&self, error: &io::Error) -> Box<Raised> {
        exc::os_error(error, &self.path)
    }

    /// So many bytes; fewer at the end of the file.
    fn some(&mut self, count: usize) -> Res<Vec<u8>> {
        let mut made = Vec::new();
        let read = (&mut self.from).take(count as u64).read_to_end(&mut made);
        read.map_err(|error| self.fault(&error))?;
        self.at += made.len() as u64;
        Ok(made)
    }

    fn exactly(&mut self, count: usize) -> Res<Vec<u8>> {
        let found = self.some(count)?;
        if found.len() < count { Err(self.place(eof(count, found.len()))) } else { Ok(found) }
    }

    fn place(&self, raised: Box<Raised>) -> Box<Raised> {
        let help = format!("{}, about byte {}: the file is damaged or cut off", self.path, self.at);
        raised.help(help)
    }

    /// A number of the zigzag form; `None` at the end of the file.
    fn long(&mut self) -> Res<Option<i64>> {
        let mut raw = 0u64;
        for shift in (0..70).step_by(7) {
            let byte = match self.some(1)?.first() {
                Some(byte) => *byte,
                None if shift == 0 => return Ok(None),
                None => return Err(self.place(eof(1, 0))),
            };
            raw |= u64::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok(Some((raw >> 1) as i64 ^ -((raw & 1) as i64)))
    }

    fn sized(&mut self) -> Res<Vec<u8>> {
        let count = self.long()?.filter(|count| (0..LARGEST).contains(count)).ok_or_else(|| self.no_header())?;
        let found = self.some(count as usize)?;
        if found.len() < count as usize { Err(self.no_header()) } else { Ok(found) }
    }

    fn no_header(&self) -> Box<Raised> {
        self.place(value_error("cannot read header - is it an avro file?"))
    }
}

/// What the start of a file says.
struct Header {
    schema: Schema,
    codec: Codec,
    sync: Vec<u8>,
}

impl Header {
    fn read(host: &mut dyn Host, source: &mut Source) -> Res<Header> {
        if source.some(MAGIC.len())? != MAGIC {
            return Err(source.no_header());
        }
        let (mut schema, mut codec) = (None, Codec::Null);
        loop {
            let mut count = source.long()?.ok_or_else(|| source.no_header())?;
            if count == 0 {
                break;
            }
            if count < 0 {
                source.long()?;
                count = count.saturating_neg();
            }
            for _ in 0..count {
                let (key, value) = (source.sized()?, source.sized()?);
                match key.as_slice() {
                    b"avro.schema" => {
                        let text = String::from_utf8_lossy(&value).into_owned();
                        let said = crate::builtins::json::parsed(host, &text)?;
                        schema = Some(Schema::of(&said)?);
                    }
                    b"avro.codec" => codec = Codec::named(&String::from_utf8_lossy(&value))?,
                    _ => {}
                }
            }
        }
        let sync = source.some(16)?;
        match (schema, sync.len()) {
            (Some(schema), 16) => Ok(Header { schema, codec, sync }),
            _ => Err(source.no_header()),
        }
    }
}

/// The records of a file, or of its blocks that begin after the first mark at or after `part.0` and end with the first at or
/// after `part.0 + part.1`.
pub fn open(
    host: &mut dyn Host,
    path: &str,
    part: Option<(u64, u64)>,
    compression: Option<Compression>,
) -> Res<impl Flow + use<>> {
    let os = |error: io::Error| exc::os_error(&error, path);
    let file = File::open(path).map_err(os)?;
    let from: Box<dyn Read + Send> = match compression {
        None => Box::new(BufReader::with_capacity(1 << 16, file)),
        Some(kind) => compress::reader(kind, file).map_err(os)?,
    };
    let mut source = Source { from, path: Rc::from(path), at: 0 };
    let header = Header::read(host, &mut source)?;
    let mut end = u64::MAX;
    if let Some((offset, length)) = part {
        let mut file = File::open(path).map_err(os)?;
        let start = after(&mut file, offset, &header.sync).map_err(os)?.max(source.at);
        end = after(&mut file, offset.saturating_add(length), &header.sync).map_err(os)?;
        file.seek(SeekFrom::Start(start)).map_err(os)?;
        source.from = Box::new(BufReader::with_capacity(1 << 16, file));
        source.at = start;
    }
    Ok(Records { source, header, end, block: Vec::new(), at: 0, left: 0 })
}

/// Records one by one; a block at a time is in memory.
struct Records {
    source: Source,
    header: Header,
    /// Where blocks are no longer this part's.
    end: u64,
    block: Vec<u8>,
    at: usize,
    /// Records of the block that are still to come.
    left: i64,
}

impl Flow for Records {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        while self.left <= 0 {
            host.poll()?;
            if self.source.at >= self.end || !self.fill()? {
                return Ok(None);
            }
        }
        self.left -= 1;
        let mut reader = Reader { schema: &self.header.schema, bytes: &self.block, at: self.at };
        let made = reader.datum(host, &self.header.schema.root, 0);
        self.at = reader.at;
        made.map(Some).map_err(|raised| self.source.place(raised))
    }
}

impl Records {
    /// The next block; whether there is one.
    fn fill(&mut self) -> Res<bool> {
        let Some(count) = self.source.long()? else { return Ok(false) };
        let size = self.source.long()?.filter(|size| (0..LARGEST).contains(size));
        let Some(size) = size else { return Err(self.source.place(value_error("a block has no size"))) };
        let packed = self.source.exactly(size as usize)?;
        if self.source.some(16)? != self.header.sync {
            return Err(self.source.place(value_error("expected sync marker not found")));
        }
        let unpacked = match self.header.codec {
            Codec::Null => Ok(packed),
            Codec::Deflate => {
                compress::inflate(&packed).map_err(|error| value_error(format!("a block is damaged: {error}")))
            }
            Codec::Bzip2 => compress::unpack(Compression::Bz2, &packed),
            Codec::Xz => compress::unpack(Compression::Xz, &packed),
            Codec::Zstandard => compress::unpack(Compression::Zstd, &packed),
        };
        self.block = unpacked.map_err(|raised| self.source.place(raised))?;
        (self.at, self.left) = (0, count);
        Ok(true)
    }
}

/// Reads data of a block.
struct Reader<'b> {
    schema: &'b Schema,
    bytes: &'b [u8],
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self, count: usize) -> Res<&[u8]> {
        let left = self.bytes.get(self.at..).unwrap_or(&[]);
        let found = left.get(..count).ok_or_else(|| eof(count, left.len()))?;
        self.at += count;
        Ok(found)
    }

    fn fixed<const N: usize>(&mut self) -> Res<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| eof(N, 0))
    }

    fn long(&mut self) -> Res<i64> {
        let mut raw = 0u64;
        for shift in (0..70).step_by(7) {
            let [byte] = self.fixed()?;
            raw |= u64::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok((raw >> 1) as i64 ^ -((raw & 1) as i64))
    }

    fn size(&mut self) -> Res<usize> {
        let count = self.long()?;
        usize::try_from(count).map_err(|_| value_error(format!("a size of {count} bytes")))
    }

    fn text(&mut self) -> Res<Rc<Str>> {
        let count = self.size()?;
        let found = self.take(count)?;
        let text = std::str::from_utf8(found).map_err(|_| value_error("a string is no text in UTF-8"))?;
        Ok(Rc::new(Str::new(text)))
    }

    /// Runs of items, each with its number of items; an empty one ends them.
    fn runs(&mut self, host: &mut dyn Host, item: &mut dyn FnMut(&mut Self, &mut dyn Host) -> Res<()>) -> Res<()> {
        loop {
            let mut count = self.long()?;
            if count == 0 {
                return Ok(());
            }
            if count < 0 {
                self.long()?;
                count = count.saturating_neg();
            }
            // Items that take no bytes could be as many as a damaged number says.
            if count > LARGEST {
                return Err(value_error(format!("{count} items in a row")));
            }
            for at in 0..count {
                if at & 0xfff == 0xfff {
                    host.poll()?;
                }
                item(self, host)?;
            }
        }
    }

    fn datum(&mut self, host: &mut dyn Host, ty: &Type, depth: usize) -> Res<Value> {
        if depth > DEEP {
            return Err(value_error("a record is nested too deep"));
        }
        Ok(match ty {
            Type::Null => Value::None,
            Type::Bool => Value::Bool(self.fixed::<1>()? != [0]),
            Type::Int | Type::Long => Value::Int(self.long()?),
            Type::Float => Value::Float(f64::from(f32::from_le_bytes(self.fixed()?))),
            Type::Double => Value::Float(f64::from_le_bytes(self.fixed()?)),
            Type::Bytes => {
                let count = self.size()?;
                bytes::value(self.take(count)?)
            }
            Type::Text => Value::Str(self.text()?),
            Type::Array(item) => {
                let mut made = Vec::new();
                self.runs(host, &mut |this, host| {
                    made.push(this.datum(host, item, depth + 1)?);
                    Ok(())
                })?;
                Value::list(made)
            }
            Type::Map(item) => {
                let mut pairs = Vec::new();
                self.runs(host, &mut |this, host| {
                    pairs.push((this.text()?, this.datum(host, item, depth + 1)?));
                    Ok(())
                })?;
                Value::Dict(Rc::new(dict::of_texts(pairs.into_iter())))
            }
            Type::Union(options, _) => {
                let which = self.long()?;
                let option = usize::try_from(which).ok().and_then(|which| options.get(which));
                let option = option.ok_or_else(|| value_error(format!("a union has no type {which}")))?;
                self.datum(host, option, depth + 1)?
            }
            Type::Logical(kind, base) => {
                let value = self.datum(host, base, depth + 1)?;
                logical(host, "_from_logical", kind, value)?
            }
            Type::Named(at) => self.named(host, *at, depth)?,
        })
    }

    fn named(&mut self, host: &mut dyn Host, at: usize, depth: usize) -> Res<Value> {
        let schema = self.schema;
        match schema.named(at) {
            Named::Record(fields) => {
                let mut pairs = Vec::with_capacity(fields.len());
                for field in fields {
                    pairs.push((Rc::new(Str::new(&field.name)), self.datum(host, &field.ty, depth + 1)?));
                }
                Ok(Value::Dict(Rc::new(dict::of_texts(pairs.into_iter()))))
            }
            Named::Enum(symbols) => {
                let which = self.long()?;
                let symbol = usize::try_from(which).ok().and_then(|which| symbols.get(which));
                symbol.map(Value::str).ok_or_else(|| value_error(format!("an enum has no symbol {which}")))
            }
            Named::Fixed(size, _) => Ok(bytes::value(self.take(*size)?)),
            Named::Open => Err(value_error("a type of the schema is not defined")),
        }
    }
}
