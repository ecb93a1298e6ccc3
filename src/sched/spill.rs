//! Results that wait on disk: where a run holds more memory than it may, what is needed last goes to a file.
//!
//! One nameless file a run, made when it is first needed: the system takes it back however the run ends. Room in it is
//! given out again, so it grows no larger than what waits at once.

use std::any::Any;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::data::raised::{ExcClass, Raised, Res};
use crate::io::npy;
use crate::value::array::{FrozenArray, NDARRAY};
use crate::value::config::{self, Setting};
use crate::value::frozen::Frozen;
use crate::value::native::FrozenNative;
use crate::value::{Host, TypeInfo, Value};

/// Blocks of fewer bytes stay in memory: writing them frees too little.
const LEAST: usize = 1 << 14;

/// The file of a run.
#[derive(Default)]
pub struct Spill {
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

/// A block that waits in the file.
struct Spilled {
    spill: Arc<Spill>,
    start: u64,
    bytes: u64,
    described: String,
}

impl Drop for Spilled {
    fn drop(&mut self) {
        let mut room = self.spill.room.lock().unwrap_or_else(PoisonError::into_inner);
        room.free.push((self.start, self.bytes));
    }
}

impl FrozenNative for Spilled {
    fn type_info(&self) -> &'static TypeInfo {
        &NDARRAY
    }

    fn thaw(&self, host: &mut dyn Host) -> Res<Value> {
        FrozenArray(npy::read(&self.read()?)?).thaw(host)
    }

    fn describe(&self) -> String {
        self.described.clone()
    }
}

impl Spilled {
    fn read(&self) -> Res<Vec<u8>> {
        let lost = |error: std::io::Error| {
            Raised::new(ExcClass::OSError, format!("a block that waited on disk cannot be read back: {error}"))
        };
        let Some(Some(file)) = self.spill.file.get() else { return Err(lost(std::io::ErrorKind::NotFound.into())) };
        let mut bytes = vec![0; self.bytes as usize];
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.start)).and_then(|_| file.read_exact(&mut bytes)).map_err(lost)?;
        Ok(bytes)
    }
}

impl Spill {
    /// The block in a form that waits on disk; `None` where that frees nothing, or cannot be.
    pub fn write(self: &Arc<Spill>, value: &Frozen) -> Option<Frozen> {
        let chunk = &array_of(value)?.0;
        // A view frees nothing while others hold the buffer.
        if chunk.nbytes() < LEAST || Arc::strong_count(&chunk.buffer) > 1 {
            return None;
        }
        let described = chunk.describe();
        let bytes = npy::write(chunk).ok()?;
        let file = self.file.get_or_init(|| folder().ok().map(Mutex::new)).as_ref()?;
        let start = self.room.lock().unwrap_or_else(PoisonError::into_inner).take(bytes.len() as u64);
        let spilled = Spilled { spill: self.clone(), start, bytes: bytes.len() as u64, described };
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start)).and_then(|_| file.write_all(&bytes)).ok()?;
        Some(Frozen::Native(Arc::new(spilled)))
    }
}

/// The file, in the folder that Dask's `temporary-directory` names, or the system's.
fn folder() -> std::io::Result<File> {
    match config::get("temporary-directory") {
        Some(Setting::Str(folder)) => tempfile::tempfile_in(&*folder),
        _ => tempfile::tempfile(),
    }
}

fn array_of(value: &Frozen) -> Option<&FrozenArray> {
    let Frozen::Native(native) = value else { return None };
    let any: &dyn Any = &**native;
    any.downcast_ref()
}

/// The value in memory, if it waited on disk.
pub fn read(value: &Frozen) -> Res<Option<Frozen>> {
    let Frozen::Native(native) = value else { return Ok(None) };
    let any: &dyn Any = &**native;
    let Some(spilled) = any.downcast_ref::<Spilled>() else { return Ok(None) };
    Ok(Some(Frozen::Native(Arc::new(FrozenArray(npy::read(&spilled.read()?)?)))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Chunk;

    fn block(value: f64) -> Frozen {
        Frozen::Native(Arc::new(FrozenArray(Chunk::of(vec![value; 4096], vec![64, 64]))))
    }

    #[test]
    fn what_waits_on_disk_comes_back_and_its_room_is_used_again() {
        let spill = Arc::new(Spill::default());
        let first = spill.write(&block(1.5)).unwrap();
        let second = spill.write(&block(-2.0)).unwrap();
        let end = spill.room.lock().unwrap().end;
        let back = read(&first).unwrap().unwrap();
        assert_eq!(array_of(&back).unwrap().0.to_vec::<f64>().unwrap(), vec![1.5; 4096]);
        drop(first);
        let third = spill.write(&block(3.0)).unwrap();
        assert_eq!(spill.room.lock().unwrap().end, end);
        for (waiting, value) in [(&second, -2.0), (&third, 3.0)] {
            let back = read(waiting).unwrap().unwrap();
            assert_eq!(array_of(&back).unwrap().0.to_vec::<f64>().unwrap(), vec![value; 4096]);
        }
    }

    #[test]
    fn views_and_small_blocks_stay() {
        let spill = Arc::new(Spill::default());
        let chunk = Chunk::of(vec![0.0; 4096], vec![4096]);
        let shared = Frozen::Native(Arc::new(FrozenArray(chunk.clone())));
        assert!(spill.write(&shared).is_none());
        assert!(spill.write(&Frozen::Native(Arc::new(FrozenArray(Chunk::of(vec![0.0; 8], vec![8]))))).is_none());
        drop(chunk);
    }
}
