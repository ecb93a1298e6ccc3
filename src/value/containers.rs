//! `list`, `tuple`, `dict`, `set`, `range`, `slice`: the data; their protocols are in the files beside this one.

use std::cell::RefCell;

use super::Value;

/// `tuple`.
pub struct Tuple {
    /// The items.
    pub items: Box<[Value]>,
}

/// `list`. Never hold a borrow while a user's code can run.
pub struct ListObj {
    /// The items.
    pub items: RefCell<Vec<Value>>,
}

impl ListObj {
    /// A list of these items.
    pub fn new(items: Vec<Value>) -> ListObj {
        ListObj { items: RefCell::new(items) }
    }
}

/// Which `dict` it is.
#[derive(Clone)]
pub enum DictKind {
    /// `dict`.
    Plain,
    /// `collections.OrderedDict`.
    Ordered,
    /// `collections.Counter`.
    Counter,
    /// `collections.defaultdict`, with its factory.
    Default(Value),
}

/// `dict`: insertion order, as in Python.
pub struct DictObj {
    /// The table.
    pub table: RefCell<Dict>,
    /// Which of Python's dict classes.
    pub kind: RefCell<DictKind>,
}

impl DictObj {
    /// An empty dict.
    pub fn plain() -> DictObj {
        DictObj { table: RefCell::default(), kind: RefCell::new(DictKind::Plain) }
    }
}

/// The table of a dict: entries in insertion order, and an index from hash to entry.
#[derive(Default)]
pub struct Dict {
    /// Entries; a deleted one is `None` until the next rebuild.
    pub entries: Vec<Option<Entry>>,
    /// Positions in `entries`, found by hash; empty while few entries are searched one by one.
    pub index: hashbrown::HashTable<u32>,
    /// Whether `index` is kept.
    pub indexed: bool,
    /// Live entries.
    pub live: usize,
    /// Before this position all entries are deleted.
    pub first: usize,
}

/// An index with room for so many entries.
pub fn index_for(count: usize) -> hashbrown::HashTable<u32> {
    hashbrown::HashTable::with_capacity(count)
}

/// Positions of texts that are counted, with the high half of their hash.
pub type Places = hashbrown::HashTable<(u32, u32)>;

/// An entry of a dict.
pub struct Entry {
    /// Python's hash of the key (of an equal number the same, whatever its type).
    pub hash: u64,
    /// The key.
    pub key: Value,
    /// The value.
    pub value: Value,
}

/// `set` and `frozenset`: CPython's own open-addressing table, so that iteration order is CPython's.
#[derive(Default)]
pub struct SetObj {
    /// The table.
    pub table: RefCell<SetTable>,
}

/// The table of a set, as in CPython's `Objects/setobject.c`: a power of two of slots.
#[derive(Default)]
pub struct SetTable {
    /// Slots: hash and key; see [`SetSlot`].
    pub slots: Vec<SetSlot>,
    /// Used slots, dummies among them.
    pub fill: usize,
    /// Live keys.
    pub used: usize,
    /// Where `pop` goes on searching.
    pub finger: usize,
}

/// A slot of a set.
#[derive(Clone, Default)]
pub enum SetSlot {
    /// Never used.
    #[default]
    Empty,
    /// Deleted.
    Dummy,
    /// A key with its hash.
    Key(u64, Value),
}

/// `range`. Bounds outside 64 bits are refused when it is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Range {
    /// First.
    pub start: i64,
    /// Bound, excluded.
    pub stop: i64,
    /// Step, not 0.
    pub step: i64,
}

/// `slice`.
pub struct SliceObj {
    /// `None` or any value.
    pub start: Value,
    /// `None` or any value.
    pub stop: Value,
    /// `None` or any value.
    pub step: Value,
}
