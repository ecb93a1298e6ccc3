//! Compressed files: gzip, bz2, xz and zstd, read and written as streams, or whole in memory.

use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use crate::data::raised::value_error;
use crate::data::{ExcClass, Raised, Res};

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compression {
    /// `gz`.
    Gzip,
    /// `bz2`.
    Bz2,
    /// `xz`.
    Xz,
    /// `lzma`, the format before xz: read by what the file says, written as xz is.
    Lzma,
    /// `zst`.
    Zstd,
}

impl Compression {
    /// What a file's name says: `data.json.gz`.
    pub fn of_path(path: &str) -> Res<Option<Compression>> {
        let end = Path::new(path).extension().map(|end| end.to_string_lossy().to_ascii_lowercase());
        Ok(match end.as_deref() {
            Some("gz") => Some(Compression::Gzip),
            Some("bz2") => Some(Compression::Bz2),
            Some("xz") => Some(Compression::Xz),
            Some("lzma") => Some(Compression::Lzma),
            Some("zst") => Some(Compression::Zstd),
            Some("zip") => return Err(refused("zip")),
            _ => None,
        })
    }

    /// What the option `compression=` says, of a file; `infer` asks the name.
    pub fn named(name: Option<&str>, path: &str) -> Res<Option<Compression>> {
        Ok(Some(match name {
            None => return Ok(None),
            Some("infer") => return Compression::of_path(path),
            Some("gzip") => Compression::Gzip,
            Some("bz2") => Compression::Bz2,
            Some("xz") => Compression::Xz,
            Some("lzma") => Compression::Lzma,
            Some("zstd") => Compression::Zstd,
            Some(name @ ("zip" | "lz4" | "snappy")) => return Err(refused(name)),
            Some(name) => return Err(value_error(format!("Compression type {name} not supported"))),
        }))
    }
}

fn refused(name: &str) -> Box<Raised> {
    let text = format!("compression '{name}' is not part of rdask");
    value_error(text).help("it reads and writes gzip, bz2, xz and zstd; unpack the file first")
}

/// What a compressed file of this kind says when it is damaged, as the exception that Python raises.
pub fn damaged(compression: Compression, error: &io::Error) -> Box<Raised> {
    let said = error.to_string();
    if error.kind() == io::ErrorKind::UnexpectedEof
        || said.contains("incomplete frame")
        || said.contains("premature eof")
    {
        return Raised::new(ExcClass::EOFError, "Compressed file ended before the end-of-stream marker was reached");
    }
    match compression {
        Compression::Gzip if said.contains("header") => Raised::new(ExcClass::BadGzipFile, "Not a gzipped file"),
        Compression::Gzip if said.contains("checksum") => Raised::new(ExcClass::BadGzipFile, "CRC check failed"),
        Compression::Gzip => Raised::new(ExcClass::BadGzipFile, format!("Error while decompressing data: {said}")),
        Compression::Bz2 => Raised::new(ExcClass::OSError, "Invalid data stream"),
        Compression::Xz | Compression::Lzma if said.contains("format") || said.contains("recognized") => {
            Raised::new(ExcClass::LZMAError, "Input format not supported by decoder")
        }
        Compression::Xz | Compression::Lzma => Raised::new(ExcClass::LZMAError, "Corrupt input data"),
        Compression::Zstd => Raised::new(ExcClass::ZstdError, format!("Unable to decompress Zstandard data: {said}")),
    }
}

/// A stream of what a compressed stream holds. Several compressed parts one after the other are read as one.
pub fn reader(compression: Compression, source: impl Read + Send + 'static) -> io::Result<Box<dyn Read + Send>> {
    let source = BufReader::with_capacity(1 << 16, source);
    Ok(match compression {
        Compression::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(source)),
        Compression::Bz2 => Box::new(bzip2::bufread::MultiBzDecoder::new(source)),
        Compression::Xz | Compression::Lzma => {
            let stream = liblzma::stream::Stream::new_auto_decoder(u64::MAX, liblzma::stream::CONCATENATED)?;
            Box::new(liblzma::bufread::XzDecoder::new_stream(source, stream))
        }
        Compression::Zstd => Box::new(zstd::stream::read::Decoder::with_buffer(source)?),
    })
}

/// A stream that compresses what is written to it; [`Finish::finish`] writes the end.
pub trait Finish: Write + Send {
    /// Write what ends the stream.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

macro_rules! finish {
    ($($class:ty: $end:ident),*) => {
        $(impl<W: Write + Send> Finish for $class {
            fn finish(self: Box<Self>) -> io::Result<()> {
                (*self).$end()?.flush()
            }
        })*
    };
}

finish! {
    flate2::write::GzEncoder<W>: finish, bzip2::write::BzEncoder<W>: finish, liblzma::write::XzEncoder<W>: finish,
    zstd::stream::write::Encoder<'static, W>: finish
}

struct Plain<W>(W);

impl<W: Write> Write for Plain<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl<W: Write + Send> Finish for Plain<W> {
    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}

/// A stream that compresses what is written to it; `level`: the library's scale, `None` for Python's default.
pub fn writer(
    compression: Option<Compression>,
    to: impl Write + Send + 'static,
    level: Option<u32>,
) -> io::Result<Box<dyn Finish>> {
    Ok(match compression {
        None => Box::new(Plain(to)),
        Some(Compression::Gzip) => {
            Box::new(flate2::write::GzEncoder::new(to, flate2::Compression::new(level.unwrap_or(9).min(9))))
        }
        Some(Compression::Bz2) => {
            Box::new(bzip2::write::BzEncoder::new(to, bzip2::Compression::new(level.unwrap_or(9).clamp(1, 9))))
        }
        Some(Compression::Xz | Compression::Lzma) => {
            Box::new(liblzma::write::XzEncoder::new(to, level.unwrap_or(6).min(9)))
        }
        Some(Compression::Zstd) => {
            Box::new(zstd::stream::write::Encoder::new(to, level.map_or(3, |level| level as i32))?)
        }
    })
}

/// Some bytes, compressed.
pub fn pack(compression: Compression, bytes: &[u8], level: Option<u32>) -> io::Result<Vec<u8>> {
    let level = level.unwrap_or(9);
    Ok(match compression {
        Compression::Gzip => {
            let mut to = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level.min(9)));
            to.write_all(bytes)?;
            to.finish()?
        }
        Compression::Bz2 => {
            let mut to = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::new(level.clamp(1, 9)));
            to.write_all(bytes)?;
            to.finish()?
        }
        Compression::Xz | Compression::Lzma => {
            let mut to = liblzma::write::XzEncoder::new(Vec::new(), level.min(9));
            to.write_all(bytes)?;
            to.finish()?
        }
        Compression::Zstd => zstd::stream::encode_all(bytes, level.min(22) as i32)?,
    })
}

/// What some compressed bytes hold.
pub fn unpack(compression: Compression, bytes: &[u8]) -> Res<Vec<u8>> {
    let mut made = Vec::new();
    if bytes.is_empty() {
        return Ok(made);
    }
    let stream = reader(compression, io::Cursor::new(bytes.to_vec()));
    let done = stream.and_then(|mut stream| stream.read_to_end(&mut made));
    match done {
        Ok(_) => Ok(made),
        Err(error) => Err(damaged(compression, &error)),
    }
}

/// Bytes compressed as `deflate` does, without head and checksum.
pub fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut to = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
    to.write_all(bytes)?;
    to.finish()
}

/// What [`deflate`] compressed.
pub fn inflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut made = Vec::new();
    flate2::bufread::DeflateDecoder::new(bytes).read_to_end(&mut made)?;
    Ok(made)
}

/// A zlib stream (`zlib.compress`).
pub fn zlib_pack(bytes: &[u8], level: Option<u32>) -> io::Result<Vec<u8>> {
    let level = level.map_or_else(flate2::Compression::default, |level| flate2::Compression::new(level.min(9)));
    let mut to = flate2::write::ZlibEncoder::new(Vec::new(), level);
    to.write_all(bytes)?;
    to.finish()
}

/// What a zlib stream holds.
pub fn zlib_unpack(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut made = Vec::new();
    flate2::bufread::ZlibDecoder::new(bytes).read_to_end(&mut made)?;
    Ok(made)
}

/// A block of LZ4, behind the number of its bytes.
pub fn lz4_pack(bytes: &[u8]) -> io::Result<Vec<u8>> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(io::Error::other("a block of LZ4 has at most 4 GiB"));
    }
    Ok(lz4_flex::block::compress_prepend_size(bytes))
}

/// What such a block holds.
pub fn lz4_unpack(bytes: &[u8]) -> Res<Vec<u8>> {
    let broken = |why: &str| value_error(format!("the block of LZ4 is damaged: {why}"));
    let (size, block) = bytes.split_first_chunk::<4>().ok_or_else(|| broken("it has no size"))?;
    let size = u32::from_le_bytes(*size) as usize;
    let mut made = crate::data::buffer::room::<u8>(&[size])?;
    made.resize(size, 0);
    match lz4_flex::block::decompress_into(block, &mut made) {
        Ok(count) if count == size => Ok(made),
        Ok(count) => Err(broken(&format!("it holds {count} bytes and says {size}"))),
        Err(error) => Err(broken(&error.to_string())),
    }
}

/// CRC-32 of bytes, going on from another.
pub fn crc32(bytes: &[u8], start: u32) -> u32 {
    let mut sum = crc32fast::Hasher::new_with_initial(start);
    sum.update(bytes);
    sum.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let bytes: Vec<u8> = (0..100_000u32).map(|n| (n.wrapping_mul(n) >> 7) as u8).collect();
        for kind in [Compression::Gzip, Compression::Bz2, Compression::Xz, Compression::Zstd] {
            let packed = pack(kind, &bytes, None).unwrap();
            assert_eq!(unpack(kind, &packed).unwrap(), bytes);
            let twice = [packed.clone(), packed.clone()].concat();
            assert_eq!(unpack(kind, &twice).unwrap().len(), bytes.len() * 2, "{kind:?}");
            let cut = unpack(kind, &packed[..packed.len() - 5]).unwrap_err();
            assert_eq!(cut.class, ExcClass::EOFError, "{kind:?} {}", cut.message);
            assert!(unpack(kind, b"this is not compressed at all, is it").is_err());
        }
        assert_eq!(zlib_unpack(&zlib_pack(&bytes, None).unwrap()).unwrap(), bytes);
        assert_eq!(crc32(b"123456789", 0), 0xcbf4_3926);
    }
}
