//! Results that wait on disk: where a run holds more memory than it may, what is needed last goes to a file
//! (`io::shelf`), one a run, made when it is first needed.

use std::any::Any;
use std::sync::Arc;

use crate::data::raised::{ExcClass, Raised, Res};
use crate::io::npy;
use crate::io::shelf::{Shelf, Slot};
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
    shelf: Arc<Shelf>,
}

/// A block that waits in the file.
struct Spilled {
    slot: Slot,
    described: String,
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
        self.slot.read().map_err(lost)
    }
}

impl Spill {
    /// The block in a form that waits on disk; `None` where that frees nothing, or cannot be.
    pub fn write(&self, value: &Frozen) -> Option<Frozen> {
        let chunk = &array_of(value)?.0;
        // A view frees nothing while others hold the buffer.
        if chunk.nbytes() < LEAST || Arc::strong_count(&chunk.buffer) > 1 {
            return None;
        }
        let described = chunk.describe();
        let bytes = npy::write(chunk).ok()?;
        let slot = folder(|folder| self.shelf.put(&bytes, folder))?;
        Some(Frozen::Native(Arc::new(Spilled { slot, described })))
    }
}

/// Told the folder that Dask's `temporary-directory` names, if it does.
fn folder<T>(told: impl FnOnce(Option<&str>) -> T) -> T {
    match config::get("temporary-directory") {
        Some(Setting::Str(folder)) => told(Some(&folder)),
        _ => told(None),
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
        let end = spill.shelf.len();
        let back = read(&first).unwrap().unwrap();
        assert_eq!(array_of(&back).unwrap().0.to_vec::<f64>().unwrap(), vec![1.5; 4096]);
        drop(first);
        let third = spill.write(&block(3.0)).unwrap();
        assert_eq!(spill.shelf.len(), end);
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
