//! The pieces into which a shuffle cuts a partition: where they do not all fit in memory, they wait on disk.

use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use super::flow::{Flow, stream};
use super::pack::{Packer, Unpacker, weight};
use crate::data::buffer;
use crate::data::raised::{ExcClass, Raised, Res};
use crate::io::shelf::{Shelf, Slot};
use crate::value::config::{self, Setting};
use crate::value::native::FrozenNative;
use crate::value::{Host, ListObj, Native, TypeInfo, Value};

/// Pieces of a shuffle may take this part of the limit of memory.
const SHARE: u64 = 4;

/// The file of all shuffles that are under way.
static SHELF: Mutex<Weak<Shelf>> = Mutex::new(Weak::new());

fn shelf() -> Arc<Shelf> {
    let mut known = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    known.upgrade().unwrap_or_else(|| {
        let made = Arc::new(Shelf::default());
        *known = Arc::downgrade(&made);
        made
    })
}

/// A piece that waits on disk.
#[derive(Clone)]
struct Waiting {
    slot: Arc<Slot>,
    count: usize,
}

static WAITING: TypeInfo =
    TypeInfo { name: "partition_on_disk", module: "dask.bag.core", declared: "builtins.object", base: None };

impl Waiting {
    fn flow(&self) -> Res<Back> {
        let lost = |error: std::io::Error| {
            Raised::new(ExcClass::OSError, format!("a partition that waited on disk cannot be read back: {error}"))
        };
        Ok(Back(Unpacker::new(self.slot.read().map_err(lost)?)))
    }

    fn shown(&self) -> String {
        format!("<{} elements on disk, {} bytes>", self.count, self.slot.bytes())
    }
}

impl Native for Waiting {
    fn type_info(&self) -> &'static TypeInfo {
        &WAITING
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(self.shown())
    }

    fn len(&self, _: &mut dyn Host) -> Res<Option<usize>> {
        Ok(Some(self.count))
    }

    fn iter(&self, _: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        self.flow().map(|flow| Some(stream(flow)))
    }

    fn freeze(&self, _: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        Ok(Some(Arc::new(self.clone())))
    }
}

impl FrozenNative for Waiting {
    fn type_info(&self) -> &'static TypeInfo {
        &WAITING
    }

    fn thaw(&self, _: &mut dyn Host) -> Res<Value> {
        Ok(Value::native(self.clone()))
    }

    fn describe(&self) -> String {
        self.shown()
    }
}

/// The elements of a piece that waited.
struct Back(Unpacker);

impl Flow for Back {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        self.0.next(host)
    }
}

/// The list of the pieces of one partition among `partitions`, those on disk that memory has no room for.
///
/// # Errors
/// The user's interrupt.
pub fn pieces(host: &mut dyn Host, made: Vec<Vec<Value>>, partitions: usize) -> Res<Value> {
    let weight: u64 = made.iter().map(|piece| weight(piece)).sum();
    // All partitions cut so stay within their share, whatever the others weigh.
    if weight.saturating_mul(partitions.max(1) as u64) <= buffer::limit() / SHARE {
        return Ok(Value::list(made.into_iter().map(Value::list).collect()));
    }
    let shelf = shelf();
    let folder = match config::get("temporary-directory") {
        Some(Setting::Str(folder)) => Some(folder),
        _ => None,
    };
    let mut all = Vec::with_capacity(made.len());
    for piece in made {
        host.poll()?;
        all.push(match put(&shelf, &piece, folder.as_deref()) {
            Some(waiting) => Value::native(waiting),
            None => Value::List(Rc::new(ListObj::new(piece))),
        });
    }
    Ok(Value::list(all))
}

/// A piece on disk; `None` where it has none, or more than plain data.
fn put(shelf: &Arc<Shelf>, piece: &[Value], folder: Option<&str>) -> Option<Waiting> {
    if piece.is_empty() {
        return None;
    }
    let mut packer = Packer::default();
    for element in piece {
        packer.element(element).ok()?;
    }
    let slot = Arc::new(shelf.put(&packer.bytes, folder)?);
    Some(Waiting { slot, count: piece.len() })
}
