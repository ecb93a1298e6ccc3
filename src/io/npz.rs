//! NumPy's `.npz` files: archives of `.npy` files. The only user of zip.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::npy;
use crate::data::Chunk;
use crate::data::raised::{Res, value_error};

fn broken(error: impl std::fmt::Display) -> Box<crate::data::Raised> {
    value_error(format!("Cannot read this .npz file: {error}")).help("np.savez writes such files")
}

/// Whether a file begins as an archive does.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The names of the arrays, without `.npy`.
///
/// # Errors
/// `ValueError` for what is no archive.
pub fn names(bytes: &[u8]) -> Res<Vec<String>> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let bare = |name: String| name.strip_suffix(".npy").map(str::to_owned).unwrap_or(name);
    Ok(members(&archive)?.into_iter().map(bare).collect())
}

/// The names of the files in an archive.
fn members(archive: &ZipArchive<Cursor<&[u8]>>) -> Res<Vec<String>> {
    archive.file_names().map(|name| name.map(|name| name.into_owned()).map_err(broken)).collect()
}

/// The array of this name; `None` if there is none.
///
/// # Errors
/// `ValueError` for a damaged archive.
pub fn read(bytes: &[u8], name: &str) -> Res<Option<Chunk>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let full = format!("{name}.npy");
    let all = members(&archive)?;
    let found = if all.contains(&full) { full } else { name.to_owned() };
    if !all.contains(&found) {
        return Ok(None);
    }
    let mut member = archive.by_name(&found).map_err(broken)?;
    let mut content = Vec::new();
    member.read_to_end(&mut content).map_err(broken)?;
    npy::read(&content).map(Some)
}

/// An archive of arrays.
///
/// # Errors
/// `ValueError` for names that an archive cannot hold.
pub fn write(arrays: &[(String, Chunk)], compressed: bool) -> Res<Vec<u8>> {
    let method = if compressed { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    let options = SimpleFileOptions::default().compression_method(method).large_file(true);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let failed = |error: String| value_error(format!("Cannot write this .npz file: {error}"));
    for (name, chunk) in arrays {
        writer.start_file(format!("{name}.npy"), options).map_err(|error| failed(error.to_string()))?;
        writer.write_all(&npy::write(chunk)?).map_err(|error| failed(error.to_string()))?;
    }
    let done = writer.finish().map_err(|error| failed(error.to_string()))?;
    Ok(done.into_inner())
}
