//! The folder of a Zarr array as a store: files are read in whole or in part, and written under a temporary name first.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use zarrs::storage::byte_range::{ByteRange, ByteRangeIterator};
use zarrs::storage::{
    Bytes, MaybeBytes, MaybeBytesIterator, OffsetBytesIterator, ReadableStorageTraits, StorageError, StoreKey,
    StorePrefix, WritableStorageTraits,
};

/// The folder of an array.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    /// The file of a key.
    pub fn file(&self, key: &StoreKey) -> PathBuf {
        self.0.join(key.as_str())
    }

    fn open(&self, key: &StoreKey) -> Result<Option<File>, StorageError> {
        match File::open(self.file(key)) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

fn part(file: &mut File, range: ByteRange) -> Result<Bytes, StorageError> {
    let size = file.metadata()?.len();
    let (start, length) = (range.start(size), range.length(size));
    let mut out = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    let found = file.take(length).read_to_end(&mut out)?;
    if found as u64 == length {
        return Ok(out.into());
    }
    let end = start.saturating_add(length);
    Err(StorageError::Other(format!("bytes {start} to {end} are wanted, and the file ends at byte {size}")))
}

impl ReadableStorageTraits for Folder {
    fn get(&self, key: &StoreKey) -> Result<MaybeBytes, StorageError> {
        match fs::read(self.file(key)) {
            Ok(bytes) => Ok(Some(bytes.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn get_partial_many<'a>(
        &'a self,
        key: &StoreKey,
        ranges: ByteRangeIterator<'a>,
    ) -> Result<MaybeBytesIterator<'a>, StorageError> {
        let Some(mut file) = self.open(key)? else { return Ok(None) };
        Ok(Some(Box::new(ranges.map(move |range| part(&mut file, range)))))
    }

    fn size_key(&self, key: &StoreKey) -> Result<Option<u64>, StorageError> {
        Ok(match self.open(key)? {
            Some(file) => Some(file.metadata()?.len()),
            None => None,
        })
    }

    fn supports_get_partial(&self) -> bool {
        true
    }
}

impl WritableStorageTraits for Folder {
    fn set(&self, key: &StoreKey, value: Bytes) -> Result<(), StorageError> {
        Ok(put(&self.file(key), &value)?)
    }

    fn set_partial_many(&self, _: &StoreKey, _: OffsetBytesIterator) -> Result<(), StorageError> {
        Err(StorageError::Unsupported("chunks are written as a whole".to_owned()))
    }

    fn erase(&self, key: &StoreKey) -> Result<(), StorageError> {
        match fs::remove_file(self.file(key)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    fn erase_prefix(&self, _: &StorePrefix) -> Result<(), StorageError> {
        Err(StorageError::Unsupported("folders are not removed".to_owned()))
    }

    fn supports_set_partial(&self) -> bool {
        false
    }
}

/// Write a file under a temporary name and move it into place; folders on the way are made.
///
/// # Errors
/// What the system says; then the file is as it was.
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    name.push(format!(".{}.{number}.partial", std::process::id()));
    let beside = path.with_file_name(name);
    fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path)).inspect_err(|_| {
        // What was begun goes; that it may be gone already does not matter.
        fs::remove_file(&beside).ok();
    })
}
