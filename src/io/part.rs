//! Parts of a file, which begin and end behind a mark: the end of a line, the sync marker of Avro's blocks.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// The byte after the first mark at or after an offset; the start and the end of the file are such places too.
///
/// # Errors
/// What the system says of reading.
pub fn after(file: &mut File, offset: u64, mark: &[u8]) -> io::Result<u64> {
    if offset == 0 {
        return Ok(0);
    }
    let mut start = file.seek(SeekFrom::Start(offset))?;
    let mut held: Vec<u8> = Vec::new();
    loop {
        let mut block = vec![0; 1 << 16];
        let count = file.read(&mut block)?;
        if count == 0 {
            return Ok(start + held.len() as u64);
        }
        held.extend_from_slice(block.get(..count).unwrap_or(&[]));
        if let Some(at) = memchr::memmem::find(&held, mark) {
            return Ok(start + (at + mark.len()) as u64);
        }
        let drop = held.len().saturating_sub(mark.len().saturating_sub(1));
        held.drain(..drop);
        start += drop as u64;
    }
}
