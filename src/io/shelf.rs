//! A nameless file in which bytes wait while memory is short: the system takes it back however the run ends. Room in it is
//! given out again, so it grows no larger than what waits at once.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The file.
#[derive(Default)]
pub struct Shelf {
    /// `None` inside: there is no room for temporary files.
    file: OnceLock<Option<Mutex<File>>>,
    room: Mutex<Room>,
}

/// Which bytes of the file are used.
#[derive(Default)]
struct Room {
    end: u64,
    /// Parts that were given back: where they begin, and their bytes.
    free: Vec<(u64, u64)>,
}

impl Room {
    /// Where `bytes` find room.
    fn take(&mut self, bytes: u64) -> u64 {
        let fits =
            self.free.iter().enumerate().filter(|(_, (_, room))| *room >= bytes).min_by_key(|(_, (_, room))| *room);
        match fits.map(|(at, found)| (at, *found)) {
            Some((at, (start, room))) => {
                self.free.swap_remove(at);
                if room > bytes {
                    self.free.push((start + bytes, room - bytes));
                }
                start
            }
            None => {
                let start = self.end;
                self.end += bytes;
                start
            }
        }
    }
}

/// Bytes that wait in the file; dropped, they give their room back.
pub struct Slot {
    shelf: Arc<Shelf>,
    start: u64,
    bytes: u64,
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut room = self.shelf.room.lock().unwrap_or_else(PoisonError::into_inner);
        room.free.push((self.start, self.bytes));
    }
}

impl Slot {
    /// The bytes.
    ///
    /// # Errors
    /// What the system says.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let Some(Some(file)) = self.shelf.file.get() else { return Err(io::ErrorKind::NotFound.into()) };
        let mut bytes = vec![0; self.bytes as usize];
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.start))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// How many bytes there are.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

impl Shelf {
    /// Write bytes; the file is made at first use, in a folder (`None`: the system's for temporary files). `None` where it
    /// cannot be written.
    pub fn put(self: &Arc<Shelf>, bytes: &[u8], folder: Option<&str>) -> Option<Slot> {
        let make = || match folder {
            Some(folder) => tempfile::tempfile_in(folder),
            None => tempfile::tempfile(),
        };
        let file = self.file.get_or_init(|| make().ok().map(Mutex::new)).as_ref()?;
        let count = bytes.len() as u64;
        let start = self.room.lock().unwrap_or_else(PoisonError::into_inner).take(count);
        let slot = Slot { shelf: self.clone(), start, bytes: count };
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start)).and_then(|_| file.write_all(bytes)).ok()?;
        Some(slot)
    }

    /// The bytes of the file, those among them that were given back too.
    pub fn len(&self) -> u64 {
        self.room.lock().unwrap_or_else(PoisonError::into_inner).end
    }

    /// Whether nothing was ever written.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
