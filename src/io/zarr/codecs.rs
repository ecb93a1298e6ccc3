//! Codecs that zarrs does not have, or only for one version: those of numcodecs, as zarr-python names them.

use std::sync::{Arc, Once};

use zarrs::array::codec::api::{
    CodecRuntimePluginV2, CodecRuntimePluginV3, PartialDecoderCapability, PartialEncoderCapability, register_codec_v2,
    register_codec_v3,
};
use zarrs::array::{
    ArrayBytesRaw, BytesRepresentation, BytesToBytesCodecTraits, Codec, CodecError, CodecMetadataOptions, CodecOptions,
    CodecTraits, RecommendedConcurrency,
};
use zarrs::metadata::Configuration;
use zarrs::plugin::{ExtensionName, PluginCreateError, ZarrVersion};

use crate::io::compress::{self, Compression};
use crate::io::sums;

/// The names, without `numcodecs.` before them.
const NAMES: &[&str] = &["lz4", "bz2", "lzma", "crc32", "crc32c", "adler32", "fletcher32", "gzip", "zstd"];

/// Those of them that version 2 has from zarrs.
const THERE: &[&str] = &["gzip", "zstd"];

/// Bytes of a checksum.
const SUM: usize = 4;

/// What is done with the bytes of a chunk.
#[derive(Clone, Copy, Debug)]
enum How {
    /// A block of LZ4 behind the number of bytes that it holds.
    Lz4,
    /// A stream, at a level.
    Pack(Compression, u32),
    /// A checksum stands before the bytes, or behind them.
    Sum { of: fn(&[u8]) -> u32, first: bool },
}

/// One of these codecs, by its name.
#[derive(Clone, Debug)]
struct Own {
    name: String,
    how: How,
}

/// Tell zarrs of them.
pub fn register() {
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        let _ = register_codec_v2(CodecRuntimePluginV2::new(
            |name| NAMES.contains(&name) && !THERE.contains(&name),
            |given| made(given.id(), given.id(), given.configuration()),
        ));
        let _ = register_codec_v3(CodecRuntimePluginV3::new(
            |name| bare(name).is_some(),
            |given| {
                let name = bare(given.name()).unwrap_or_default();
                made(given.name(), name, &given.to_typed_configuration::<Configuration>()?)
            },
        ));
    });
}

fn bare(name: &str) -> Option<&str> {
    name.strip_prefix("numcodecs.").filter(|name| NAMES.contains(name))
}

fn made(full: &str, name: &str, given: &Configuration) -> Result<Codec, PluginCreateError> {
    let level = |key: &str, or: u32| {
        given.get(key).and_then(|level| level.as_u64()).and_then(|level| u32::try_from(level).ok()).unwrap_or(or)
    };
    let sum = |of: fn(&[u8]) -> u32, first: bool| {
        let place = given.get("location").and_then(|place| place.as_str());
        How::Sum { of, first: place.map_or(first, |place| place == "start") }
    };
    let how = match name {
        "lz4" => How::Lz4,
        "bz2" => How::Pack(Compression::Bz2, level("level", 1)),
        "gzip" => How::Pack(Compression::Gzip, level("level", 1)),
        "zstd" => How::Pack(Compression::Zstd, level("level", 0)),
        "lzma" if level("format", 1) != 1 => {
            let text =
                "the codec lzma of another format than 1 (xz) is not in rdask: write the array anew with another codec";
            return Err(PluginCreateError::Other(text.to_owned()));
        }
        "lzma" => How::Pack(Compression::Xz, level("preset", 6)),
        "crc32" => sum(|bytes| compress::crc32(bytes, 0), true),
        "crc32c" => sum(sums::crc32c, false),
        "adler32" => sum(sums::adler32, true),
        _ => sum(sums::fletcher32, false),
    };
    Ok(Codec::BytesToBytes(Arc::new(Own { name: full.to_owned(), how })))
}

fn wrong(why: impl std::fmt::Display) -> CodecError {
    CodecError::Other(why.to_string())
}

impl Own {
    fn unsummed(&self, bytes: &[u8], of: fn(&[u8]) -> u32, first: bool, check: bool) -> Result<Vec<u8>, CodecError> {
        let split = if first { Some(SUM) } else { bytes.len().checked_sub(SUM) };
        let parts = split.and_then(|at| bytes.split_at_checked(at));
        let (head, tail) = parts.ok_or_else(|| wrong(format!("{}: the checksum is missing", self.name)))?;
        let (sum, rest) = if first { (head, tail) } else { (tail, head) };
        if check && sum != of(rest).to_le_bytes() {
            return Err(CodecError::InvalidChecksum);
        }
        Ok(rest.to_vec())
    }
}

impl ExtensionName for Own {
    fn name(&self, _version: ZarrVersion) -> Option<std::borrow::Cow<'static, str>> {
        Some(self.name.clone().into())
    }
}

impl CodecTraits for Own {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }

    // The metadata are written by who makes the array.
    fn configuration(&self, _version: ZarrVersion, _options: &CodecMetadataOptions) -> Option<Configuration> {
        None
    }

    fn partial_decoder_capability(&self) -> PartialDecoderCapability {
        PartialDecoderCapability { partial_read: false, partial_decode: false }
    }

    fn partial_encoder_capability(&self) -> PartialEncoderCapability {
        PartialEncoderCapability { partial_encode: false }
    }
}

impl BytesToBytesCodecTraits for Own {
    fn into_dyn(self: Arc<Self>) -> Arc<dyn BytesToBytesCodecTraits> {
        self
    }

    fn recommended_concurrency(&self, _decoded: &BytesRepresentation) -> Result<RecommendedConcurrency, CodecError> {
        Ok(RecommendedConcurrency::new_maximum(1))
    }

    fn encoded_representation(&self, decoded: &BytesRepresentation) -> BytesRepresentation {
        match (self.how, decoded) {
            (How::Sum { .. }, BytesRepresentation::FixedSize(size)) => {
                BytesRepresentation::FixedSize(size + SUM as u64)
            }
            (How::Sum { .. }, BytesRepresentation::BoundedSize(size)) => {
                BytesRepresentation::BoundedSize(size + SUM as u64)
            }
            _ => BytesRepresentation::UnboundedSize,
        }
    }

    fn encode<'a>(&self, bytes: ArrayBytesRaw<'a>, _options: &CodecOptions) -> Result<ArrayBytesRaw<'a>, CodecError> {
        let made = match self.how {
            How::Lz4 => compress::lz4_pack(&bytes).map_err(wrong)?,
            How::Pack(compression, level) => compress::pack(compression, &bytes, Some(level)).map_err(wrong)?,
            How::Sum { of, first } => {
                let sum = of(&bytes).to_le_bytes();
                if first { [&sum, &*bytes].concat() } else { [&*bytes, &sum].concat() }
            }
        };
        Ok(made.into())
    }

    fn decode<'a>(
        &self,
        bytes: ArrayBytesRaw<'a>,
        _decoded: &BytesRepresentation,
        options: &CodecOptions,
    ) -> Result<ArrayBytesRaw<'a>, CodecError> {
        let made = match self.how {
            How::Lz4 => compress::lz4_unpack(&bytes).map_err(|error| wrong(&error.message))?,
            How::Pack(compression, _) => {
                compress::unpack(compression, &bytes).map_err(|error| wrong(&error.message))?
            }
            How::Sum { of, first } => self.unsummed(&bytes, of, first, options.validate_checksums())?,
        };
        Ok(made.into())
    }
}
