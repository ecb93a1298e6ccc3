//! Sets with CPython's own open-addressing table (`Objects/setobject.c`), so that they iterate in CPython's order.

use std::cell::RefCell;

use super::compare::{eq, is_same, quick_eq};
use super::containers::{SetObj, SetSlot, SetTable};
use super::hash::hash;
use super::{Host, Value, iter};
use crate::data::Res;

pub use super::setops::{
    difference, difference_update, intersection, is_disjoint, is_subset, symmetric_difference,
    symmetric_difference_update, union,
};

/// Neighbours looked at before the next jump.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const MIN_SIZE: usize = 8;

/// Where a search stands.
struct Probe {
    /// Slot.
    at: usize,
    /// Start of the run of neighbours.
    start: usize,
    /// Neighbours left in the run.
    left: usize,
    perturb: u64,
    /// The last dummy passed: a new key takes its slot, as in CPython.
    dummy: Option<usize>,
}

impl Probe {
    fn new(hash: u64, mask: usize) -> Probe {
        let start = hash as usize & mask;
        Probe { at: start, start, left: run(start, mask), perturb: hash, dummy: None }
    }

    fn advance(&mut self, mask: usize) {
        if self.left > 0 {
            self.left -= 1;
            self.at += 1;
            return;
        }
        self.perturb >>= PERTURB_SHIFT;
        let jump = self.start.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb as usize);
        self.start = jump & mask;
        self.at = self.start;
        self.left = run(self.start, mask);
    }
}

fn run(start: usize, mask: usize) -> usize {
    if start + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 }
}

/// What a search comes to.
enum Look {
    Empty(usize),
    Equal(usize),
    /// A key with the same hash whose equality only user code knows.
    Ask(usize, Value),
}

impl SetTable {
    /// Number of slots less one.
    fn mask(&self) -> usize {
        self.slots.len().max(MIN_SIZE) - 1
    }

    fn look(&self, probe: &mut Probe, hash: u64, key: &Value) -> Look {
        let mask = self.mask();
        loop {
            match self.slots.get(probe.at) {
                None | Some(SetSlot::Empty) => return Look::Empty(probe.dummy.unwrap_or(probe.at)),
                Some(SetSlot::Dummy) => probe.dummy = Some(probe.at),
                Some(SetSlot::Key(here, found)) if *here == hash => match quick_eq(found, key) {
                    Some(true) => return Look::Equal(probe.at),
                    Some(false) => {}
                    None => return Look::Ask(probe.at, found.clone()),
                },
                _ => {}
            }
            probe.advance(mask);
        }
    }

    /// Put a key into a free slot, and grow if the table is now too full.
    fn put(&mut self, at: usize, hash: u64, key: Value) {
        if self.slots.is_empty() {
            self.slots.resize(MIN_SIZE, SetSlot::Empty);
        }
        let mask = self.mask();
        self.used += 1;
        if let Some(slot) = self.slots.get_mut(at) {
            let again = matches!(slot, SetSlot::Dummy);
            *slot = SetSlot::Key(hash, key);
            if again {
                return;
            }
        }
        self.fill += 1;
        if self.fill * 5 >= mask * 3 {
            self.regrow();
        }
    }

    /// A table for the live keys, as CPython sizes it when a table is too full or holds too many dummies.
    fn regrow(&mut self) {
        self.resize(if self.used > 50000 { self.used * 2 } else { self.used * 4 });
    }

    fn resize(&mut self, at_least: usize) {
        let mut size = MIN_SIZE;
        while size <= at_least {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.slots, vec![SetSlot::Empty; size]);
        for slot in old {
            if let SetSlot::Key(hash, key) = slot {
                self.insert_clean(hash, key);
            }
        }
        self.fill = self.used;
    }

    /// Insert a key that is not there into a table without dummies.
    fn insert_clean(&mut self, hash: u64, key: Value) {
        let mask = self.mask();
        let mut probe = Probe::new(hash, mask);
        while let Some(SetSlot::Key(..)) = self.slots.get(probe.at) {
            probe.advance(mask);
        }
        if let Some(slot) = self.slots.get_mut(probe.at) {
            *slot = SetSlot::Key(hash, key);
        }
    }

    /// Make room for more keys at once, as `set.update` does for sets and dicts.
    pub(super) fn presize(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Resize dummies away when more than a quarter of the slots are.
    pub(super) fn sweep(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.regrow();
        }
    }

    /// Live keys with their hashes, in table order.
    pub fn iter(&self) -> impl Iterator<Item = (u64, &Value)> {
        self.slots.iter().filter_map(|slot| match slot {
            SetSlot::Key(hash, key) => Some((*hash, key)),
            _ => None,
        })
    }

    /// The live key in a slot.
    fn key(&self, at: usize) -> Option<&Value> {
        match self.slots.get(at)? {
            SetSlot::Key(_, key) => Some(key),
            _ => None,
        }
    }

    /// Take over the keys of another table into this one, empty so far.
    fn fill_from(&mut self, other: &SetTable) {
        if self.slots.is_empty() {
            self.slots.resize(MIN_SIZE, SetSlot::Empty);
        }
        if self.mask() == other.mask() && other.fill == other.used {
            self.slots.clone_from(&other.slots);
        } else {
            for (hash, key) in other.iter() {
                self.insert_clean(hash, key.clone());
            }
        }
        self.fill = other.used;
        self.used = other.used;
    }
}

/// The slot that holds an equal key (`Ok`), or the free one where the search ended (`Err`).
fn find(host: &mut dyn Host, set: &SetObj, hash: u64, key: &Value) -> Res<Result<usize, usize>> {
    'again: loop {
        let (mut probe, slots) = {
            let table = set.table.borrow();
            (Probe::new(hash, table.mask()), table.slots.len())
        };
        loop {
            let look = set.table.borrow().look(&mut probe, hash, key);
            let (at, found) = match look {
                Look::Empty(at) => return Ok(Err(at)),
                Look::Equal(at) => return Ok(Ok(at)),
                Look::Ask(at, found) => (at, found),
            };
            let equal = eq(host, &found, key)?;
            let table = set.table.borrow();
            if table.slots.len() != slots || !table.key(at).is_some_and(|key| is_same(key, &found)) {
                continue 'again; // the user's `__eq__` changed the set
            }
            if equal {
                return Ok(Ok(at));
            }
            probe.advance(table.mask());
        }
    }
}

/// Add a key with its hash; whether it was new.
pub(super) fn add_hashed(host: &mut dyn Host, set: &SetObj, hash: u64, key: &Value) -> Res<bool> {
    match find(host, set, hash, key)? {
        Ok(_) => Ok(false),
        Err(at) => {
            set.table.borrow_mut().put(at, hash, key.clone());
            Ok(true)
        }
    }
}

/// Whether a key with this hash is there.
pub(super) fn contains_hashed(host: &mut dyn Host, set: &SetObj, hash: u64, key: &Value) -> Res<bool> {
    Ok(find(host, set, hash, key)?.is_ok())
}

/// Remove a key with its hash; whether it was there.
pub(super) fn discard_hashed(host: &mut dyn Host, set: &SetObj, hash: u64, key: &Value) -> Res<bool> {
    let Ok(at) = find(host, set, hash, key)? else { return Ok(false) };
    let mut table = set.table.borrow_mut();
    table.used -= 1;
    let old = table.slots.get_mut(at).map(|slot| std::mem::replace(slot, SetSlot::Dummy));
    drop(table);
    drop(old);
    Ok(true)
}

/// A set as an item is looked up as the frozenset with the same keys.
fn as_key(item: &Value) -> std::borrow::Cow<'_, Value> {
    match item {
        Value::Set(set) => std::borrow::Cow::Owned(Value::FrozenSet(set.clone())),
        _ => std::borrow::Cow::Borrowed(item),
    }
}

/// A set (or frozenset) of these items, added one by one.
pub fn from_items(host: &mut dyn Host, items: &[Value]) -> Res<SetObj> {
    let made = SetObj::default();
    for item in items {
        add(host, &made, item)?;
    }
    Ok(made)
}

/// The set of a display: three constants or more take the detour that CPython's compiler takes.
pub fn display(host: &mut dyn Host, items: &[Value], constants: bool) -> Res<SetObj> {
    let once = from_items(host, items)?;
    if !constants || items.len() < 3 {
        return Ok(once);
    }
    // The compiler keeps them as a frozenset, makes it anew when it merges constants, and the display is updated from it.
    let twice = from_items(host, &self::items(&once))?;
    Ok(copy(&twice))
}

/// A set of what an iterable gives, presized as CPython does for sets and dicts.
pub fn from_iterable(host: &mut dyn Host, v: &Value) -> Res<SetObj> {
    let made = SetObj::default();
    update(host, &made, v)?;
    Ok(made)
}

/// Add; whether it was new.
pub fn add(host: &mut dyn Host, set: &SetObj, item: &Value) -> Res<bool> {
    let hash = hash(host, item)?;
    add_hashed(host, set, hash, item)
}

/// Remove; whether it was there.
pub fn discard(host: &mut dyn Host, set: &SetObj, item: &Value) -> Res<bool> {
    let key = as_key(item);
    let hash = hash(host, &key)?;
    discard_hashed(host, set, hash, &key)
}

/// `item in set` (a set as `item` is looked up as a frozenset).
pub fn contains(host: &mut dyn Host, set: &SetObj, item: &Value) -> Res<bool> {
    let key = as_key(item);
    let hash = hash(host, &key)?;
    contains_hashed(host, set, hash, &key)
}

/// Add all of an iterable.
pub fn update(host: &mut dyn Host, set: &SetObj, other: &Value) -> Res<()> {
    match other {
        Value::Set(other) | Value::FrozenSet(other) => {
            merge(host, set, other)?;
        }
        Value::Dict(dict) => {
            let keys: Vec<(u64, Value)> = dict.table.borrow().iter().map(|e| (e.hash, e.key.clone())).collect();
            set.table.borrow_mut().presize(keys.len());
            for (hash, key) in keys {
                add_hashed(host, set, hash, &key)?;
            }
        }
        Value::List(_) | Value::Tuple(_) => {
            for item in iter::collect(host, other)? {
                add(host, set, &item)?;
            }
        }
        _ => {
            let iterator = iter::iter(host, other)?;
            while let Some(item) = iter::next(host, &iterator)? {
                add(host, set, &item)?;
            }
        }
    }
    Ok(())
}

fn merge(host: &mut dyn Host, set: &SetObj, other: &SetObj) -> Res<()> {
    if std::ptr::eq(set, other) || len(other) == 0 {
        return Ok(());
    }
    {
        let (mut table, other) = (set.table.borrow_mut(), other.table.borrow());
        table.presize(other.used);
        if table.fill == 0 {
            table.fill_from(&other);
            return Ok(());
        }
    }
    for (hash, key) in hashed(other) {
        add_hashed(host, set, hash, &key)?;
    }
    Ok(())
}

/// Keys with their hashes, in table order.
pub(super) fn hashed(set: &SetObj) -> Vec<(u64, Value)> {
    set.table.borrow().iter().map(|(hash, key)| (hash, key.clone())).collect()
}

/// Items, in table order.
pub fn items(set: &SetObj) -> Vec<Value> {
    set.table.borrow().iter().map(|(_, key)| key.clone()).collect()
}

/// Number of items.
pub fn len(set: &SetObj) -> usize {
    set.table.borrow().used
}

/// `pop`: any item.
pub fn pop(set: &SetObj) -> Option<Value> {
    let mut table = set.table.borrow_mut();
    if table.used == 0 {
        return None;
    }
    let mask = table.mask();
    let mut at = table.finger & mask;
    while table.key(at).is_none() {
        at = if at >= mask { 0 } else { at + 1 };
    }
    table.used -= 1;
    table.finger = at + 1;
    match std::mem::replace(table.slots.get_mut(at)?, SetSlot::Dummy) {
        SetSlot::Key(_, key) => Some(key),
        _ => None,
    }
}

/// Remove all.
pub fn clear(set: &SetObj) {
    let old = std::mem::take(&mut *set.table.borrow_mut());
    drop(old);
}

/// A copy.
pub fn copy(set: &SetObj) -> SetObj {
    let mut made = SetTable::default();
    let table = set.table.borrow();
    if table.used > 0 {
        made.presize(table.used);
        made.fill_from(&table);
    }
    SetObj { table: RefCell::new(made) }
}
