//! Interned names: comparing, hashing and copying one costs as much as an integer.

use std::sync::{LazyLock, RwLock};

use rustc_hash::FxHashMap;

/// An interned name. Names come from source text and declarations, so the table stays small;
/// use [`Sym::existing`] for strings that a running program makes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sym(u32);

#[derive(Default)]
struct Table {
    ids: FxHashMap<&'static str, u32>,
    names: Vec<&'static str>,
}

static TABLE: LazyLock<RwLock<Table>> = LazyLock::new(RwLock::default);

impl Sym {
    /// The symbol of a name, added to the table if it is new.
    pub fn new(name: &str) -> Sym {
        if let Some(found) = Sym::existing(name) {
            return found;
        }
        let mut table = TABLE.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(&id) = table.ids.get(name) {
            return Sym(id);
        }
        let id = table.names.len() as u32;
        // Names live as long as the process: a symbol is copied freely between threads and stages.
        let kept: &'static str = Box::leak(name.into());
        table.names.push(kept);
        table.ids.insert(kept, id);
        Sym(id)
    }

    /// The symbol of a name that is already in the table.
    pub fn existing(name: &str) -> Option<Sym> {
        let table = TABLE.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        table.ids.get(name).map(|&id| Sym(id))
    }

    /// The name.
    pub fn as_str(self) -> &'static str {
        let table = TABLE.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        table.names.get(self.0 as usize).copied().unwrap_or("")
    }

    /// A number that identifies the symbol in this process.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl std::fmt::Debug for Sym {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Display for Sym {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
