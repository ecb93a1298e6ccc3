//! Dicts: lookup, insertion and removal with any keys. Keys that ask user code are compared without a borrow.

use std::cell::RefCell;
use std::rc::Rc;

use super::compare::{eq, is_same, quick_eq};
use super::containers::{Dict, DictKind, DictObj, Entry};
use super::hash::hash;
use super::{Host, Str, Value, index, iter, names};
use crate::data::Res;
use crate::data::raised::{type_error, value_error};

/// Python's hashes of small ints differ in low bits only; the index wants high ones too.
#[inline]
fn spread(hash: u64) -> u64 {
    let wide = u128::from(hash ^ 0x9e37_79b9_7f4a_7c15) * 0xd6e8_feb8_6659_fd93;
    (wide >> 64) as u64 ^ wide as u64
}

/// The most entries that are searched one by one, without an index.
const FEW: usize = 8;

/// Equality of two keys whose hashes are equal; `None` where only user code knows.
#[inline(always)]
fn same_key(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Str(x), Value::Str(y)) => Some(Rc::ptr_eq(x, y) || x.as_str() == y.as_str()),
        (Value::Int(x), Value::Int(y)) => Some(x == y),
        _ => quick_eq(a, b),
    }
}

/// A lookup without user code.
enum Look {
    At(usize),
    Absent,
    /// A key with the same hash whose equality only user code knows.
    Ask,
}

impl Dict {
    /// Find a key by its hash.
    #[inline]
    fn look(&self, hash: u64, key: &Value) -> Look {
        let mut ask = false;
        if !self.indexed {
            for (at, entry) in self.entries.iter().enumerate() {
                if let Some(entry) = entry
                    && entry.hash == hash
                {
                    match same_key(&entry.key, key) {
                        Some(true) => return Look::At(at),
                        Some(false) => {}
                        None => ask = true,
                    }
                }
            }
            return if ask { Look::Ask } else { Look::Absent };
        }
        let found = self.index.find(spread(hash), |&at| match self.entries.get(at as usize) {
            Some(Some(entry)) if entry.hash == hash => match same_key(&entry.key, key) {
                Some(known) => known,
                None => {
                    ask = true;
                    false
                }
            },
            _ => false,
        });
        match found {
            Some(&at) => Look::At(at as usize),
            None if ask => Look::Ask,
            None => Look::Absent,
        }
    }

    /// The entry at a position, if it is live.
    #[inline]
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at)?.as_ref()
    }

    /// Add a key that is not there.
    fn push(&mut self, hash: u64, key: Value, value: Value) {
        if self.entries.len() >= 32 && self.entries.len() > 2 * self.live {
            self.compact();
        }
        let at = self.entries.len() as u32;
        self.entries.push(Some(Entry { hash, key, value }));
        self.live += 1;
        if self.indexed {
            let entries = &self.entries;
            self.index.insert_unique(spread(hash), at, |&at| rehash(entries, at));
        } else if self.entries.len() > FEW {
            self.make_index();
        }
    }

    /// Index all entries.
    #[cold]
    fn make_index(&mut self) {
        self.indexed = true;
        self.index.clear();
        self.index.reserve(2 * FEW, |_| 0);
        let entries = &self.entries;
        for at in (0..entries.len() as u32).filter(|&at| matches!(entries.get(at as usize), Some(Some(_)))) {
            self.index.insert_unique(rehash(entries, at), at, |&at| rehash(entries, at));
        }
    }

    /// Make room for so many entries.
    pub fn reserve(&mut self, count: usize) {
        self.entries.reserve_exact(count);
    }

    /// The position of a text.
    fn find_text(&self, hash: u64, key: &str) -> Option<usize> {
        let same = |entry: &Entry| entry.hash == hash && entry.key.as_str() == Some(key);
        if !self.indexed {
            return self.entries.iter().position(|entry| entry.as_ref().is_some_and(same));
        }
        let found = self.index.find(spread(hash), |&at| self.entry(at as usize).is_some_and(same))?;
        Some(*found as usize)
    }

    /// Add an entry whose key is known not to be there.
    pub(super) fn push_new(&mut self, entry: Entry) {
        self.push(entry.hash, entry.key, entry.value);
    }

    /// Close the gaps that deleted entries left.
    fn compact(&mut self) {
        self.entries.retain(Option::is_some);
        self.first = 0;
        if self.indexed {
            self.make_index();
        }
    }

    /// Remove the live entry at a position.
    fn take(&mut self, at: usize) -> Option<Entry> {
        let entry = self.entries.get_mut(at)?.take()?;
        if self.indexed
            && let Ok(found) = self.index.find_entry(spread(entry.hash), |&place| place as usize == at)
        {
            found.remove();
        }
        self.live -= 1;
        while matches!(self.entries.last(), Some(None)) {
            self.entries.pop();
        }
        while matches!(self.entries.get(self.first), Some(None)) {
            self.first += 1;
        }
        self.first = self.first.min(self.entries.len());
        Some(entry)
    }

    /// Live entries, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().skip(self.first).flatten()
    }

    /// Positions of entries with this hash.
    fn candidates(&self, hash: u64) -> Vec<(usize, Value)> {
        if !self.indexed {
            let live = self.entries.iter().enumerate().filter_map(|(at, entry)| Some((at, entry.as_ref()?)));
            return live.filter(|(_, entry)| entry.hash == hash).map(|(at, entry)| (at, entry.key.clone())).collect();
        }
        let places = self.index.iter_hash(spread(hash)).copied();
        let live = places.filter_map(|at| self.entry(at as usize).map(|entry| (at as usize, entry)));
        live.filter(|(_, entry)| entry.hash == hash).map(|(at, entry)| (at, entry.key.clone())).collect()
    }
}

fn rehash(entries: &[Option<Entry>], at: u32) -> u64 {
    spread(entries.get(at as usize).and_then(Option::as_ref).map_or(0, |entry| entry.hash))
}

impl Dict {
    /// The value under a key that no user code hashes or compares. The outer `None`: only user code knows.
    #[inline]
    pub fn get_quick(&self, key: &Value) -> Option<Option<&Value>> {
        match self.look(super::hash::quick(key)?, key) {
            Look::At(at) => Some(self.entry(at).map(|entry| &entry.value)),
            Look::Absent => Some(None),
            Look::Ask => None,
        }
    }

    /// Set the value under a key that no user code hashes or compares; what it was, or the value back where only user
    /// code knows.
    pub fn set_quick(&mut self, key: &Value, value: Value) -> Result<Option<Value>, Value> {
        let Some(hash) = super::hash::quick(key) else { return Err(value) };
        match self.look(hash, key) {
            Look::At(at) => match self.entries.get_mut(at) {
                Some(Some(entry)) => Ok(Some(std::mem::replace(&mut entry.value, value))),
                _ => Ok(None),
            },
            Look::Absent => {
                self.push(hash, key.clone(), value);
                Ok(None)
            }
            Look::Ask => Err(value),
        }
    }

    /// Set the value under a key that is a text or an int.
    pub fn put_plain(&mut self, key: Value, value: Value) {
        let Some(hash) = super::hash::quick(&key) else { return };
        match self.look(hash, &key) {
            Look::At(at) => {
                if let Some(Some(entry)) = self.entries.get_mut(at) {
                    entry.value = value;
                }
            }
            Look::Absent | Look::Ask => self.push(hash, key, value),
        }
    }

    /// The place of the value under such a key, if it is there.
    #[inline]
    pub fn place_quick(&mut self, key: &Value) -> Option<&mut Value> {
        match self.look(super::hash::quick(key)?, key) {
            Look::At(at) => self.entries.get_mut(at)?.as_mut().map(|entry| &mut entry.value),
            _ => None,
        }
    }
}

/// Add to a count that is there and stays small, with one lookup; whether that was so.
#[inline]
pub fn add_quick(dict: &DictObj, key: &Value, by: i64) -> bool {
    if let Some(Value::Int(known)) = dict.table.borrow_mut().place_quick(key)
        && let Some(sum) = known.checked_add(by)
    {
        *known = sum;
        return true;
    }
    false
}

/// The position of a key with its hash.
#[inline]
fn find(host: &mut dyn Host, dict: &DictObj, hash: u64, key: &Value) -> Res<Option<usize>> {
    match dict.table.borrow().look(hash, key) {
        Look::At(at) => return Ok(Some(at)),
        Look::Absent => return Ok(None),
        Look::Ask => {}
    }
    find_asking(host, dict, hash, key)
}

fn find_asking(host: &mut dyn Host, dict: &DictObj, hash: u64, key: &Value) -> Res<Option<usize>> {
    'again: loop {
        let candidates = dict.table.borrow().candidates(hash);
        for (at, candidate) in candidates {
            let equal = eq(host, &candidate, key)?;
            let kept = dict.table.borrow().entry(at).is_some_and(|entry| is_same(&entry.key, &candidate));
            if !kept {
                continue 'again; // the user's `__eq__` changed the dict
            }
            if equal {
                return Ok(Some(at));
            }
        }
        return Ok(None);
    }
}

/// The value under a key (no `__missing__`, no default factory).
#[inline]
pub fn get(host: &mut dyn Host, dict: &DictObj, key: &Value) -> Res<Option<Value>> {
    let hash = hash(host, key)?;
    let Some(at) = find(host, dict, hash, key)? else { return Ok(None) };
    Ok(dict.table.borrow().entry(at).map(|entry| entry.value.clone()))
}

/// `dict[key] = value`.
#[inline]
pub fn insert(host: &mut dyn Host, dict: &DictObj, key: Value, value: Value) -> Res<()> {
    let hash = hash(host, &key)?;
    insert_hashed(host, dict, hash, key, value)
}

fn insert_hashed(host: &mut dyn Host, dict: &DictObj, hash: u64, key: Value, value: Value) -> Res<()> {
    match find(host, dict, hash, &key)? {
        Some(at) => {
            let mut table = dict.table.borrow_mut();
            if let Some(Some(entry)) = table.entries.get_mut(at) {
                let old = std::mem::replace(&mut entry.value, value);
                drop(table);
                drop(old);
            }
        }
        None => dict.table.borrow_mut().push(hash, key, value),
    }
    Ok(())
}

/// `dict.setdefault(key, value)`.
pub fn set_default(host: &mut dyn Host, dict: &DictObj, key: &Value, value: &Value) -> Res<Value> {
    let hash = hash(host, key)?;
    if let Some(at) = find(host, dict, hash, key)?
        && let Some(entry) = dict.table.borrow().entry(at)
    {
        return Ok(entry.value.clone());
    }
    dict.table.borrow_mut().push(hash, key.clone(), value.clone());
    Ok(value.clone())
}

/// Remove a key; its value.
pub fn remove(host: &mut dyn Host, dict: &DictObj, key: &Value) -> Res<Option<Value>> {
    let hash = hash(host, key)?;
    let Some(at) = find(host, dict, hash, key)? else { return Ok(None) };
    let taken = dict.table.borrow_mut().take(at);
    Ok(taken.map(|entry| entry.value))
}

/// Remove a text key; its value.
pub fn remove_str(dict: &DictObj, key: &str) -> Option<Value> {
    let hash = super::text::hash_text(key);
    let mut table = dict.table.borrow_mut();
    let at = table.find_text(hash, key)?;
    table.take(at).map(|entry| entry.value)
}

/// `key in dict`.
pub fn contains(host: &mut dyn Host, dict: &DictObj, key: &Value) -> Res<bool> {
    let hash = hash(host, key)?;
    Ok(find(host, dict, hash, key)?.is_some())
}

/// `dict.update(other)`: a mapping or an iterable of pairs.
pub fn update(host: &mut dyn Host, dict: &DictObj, other: &Value) -> Res<()> {
    match other {
        Value::Dict(other) => {
            if std::ptr::eq(&**other, dict) {
                return Ok(());
            }
            let taken = |entry: &Entry| (entry.hash, entry.key.clone(), entry.value.clone());
            let pairs: Vec<_> = other.table.borrow().iter().map(taken).collect();
            if dict.table.borrow().entries.is_empty() {
                // All keys are new, and known to differ.
                let mut table = dict.table.borrow_mut();
                table.reserve(pairs.len());
                pairs.into_iter().for_each(|(hash, key, value)| table.push(hash, key, value));
                return Ok(());
            }
            for (hash, key, value) in pairs {
                insert_hashed(host, dict, hash, key, value)?;
            }
            Ok(())
        }
        Value::Instance(object) if matches!(object.payload, Value::Dict(_)) => {
            let payload = object.payload.clone();
            update(host, dict, &payload)
        }
        Value::Instance(object) if object.class.lookup(names::names().keys).is_some() => {
            update_mapping(host, dict, other)
        }
        Value::Native(object) if host.type_attr(object.0.type_info(), names::names().keys).is_some() => {
            update_mapping(host, dict, other)
        }
        _ => update_pairs(host, dict, other),
    }
}

/// From anything with `keys()` and items.
fn update_mapping(host: &mut dyn Host, dict: &DictObj, other: &Value) -> Res<()> {
    let keys = host.getattr(other, names::names().keys)?;
    let keys = host.call(&keys, &[], &[])?;
    for key in iter::collect(host, &keys)? {
        let value = index::getitem(host, other, &key)?;
        insert(host, dict, key, value)?;
    }
    Ok(())
}

fn update_pairs(host: &mut dyn Host, dict: &DictObj, pairs: &Value) -> Res<()> {
    for (at, pair) in iter::collect(host, pairs)?.into_iter().enumerate() {
        if !iter::iterable(&pair) {
            return Err(type_error(format!("cannot convert dictionary update sequence element #{at} to a sequence")));
        }
        let parts = iter::collect(host, &pair)?;
        let [key, value] = parts.as_slice() else {
            let length = parts.len();
            return Err(value_error(format!(
                "dictionary update sequence element #{at} has length {length}; 2 is required"
            )));
        };
        insert(host, dict, key.clone(), value.clone())?;
    }
    Ok(())
}

/// The value under a text key: for keyword arguments and JSON.
pub fn get_str(dict: &DictObj, key: &str) -> Option<Value> {
    let hash = super::text::hash_text(key);
    let table = dict.table.borrow();
    let at = table.find_text(hash, key)?;
    table.entry(at).map(|entry| entry.value.clone())
}

/// `dict[key] = value` with a text key.
pub fn set_str(dict: &DictObj, key: &str, value: Value) {
    let hash = super::text::hash_text(key);
    let mut table = dict.table.borrow_mut();
    match table.find_text(hash, key) {
        Some(at) => {
            if let Some(Some(entry)) = table.entries.get_mut(at) {
                let old = std::mem::replace(&mut entry.value, value);
                drop(table);
                drop(old);
            }
        }
        None => table.push(hash, Value::Str(Rc::new(Str::new(key))), value),
    }
}

/// A dict of text keys that all differ.
pub fn of_new_texts(pairs: impl ExactSizeIterator<Item = (Rc<Str>, Value)>) -> DictObj {
    let made = DictObj::plain();
    let mut table = made.table.borrow_mut();
    table.reserve(pairs.len());
    for (key, value) in pairs {
        table.push(key.hash(), Value::Str(key), value);
    }
    drop(table);
    made
}

/// Set the value of the entry at a position, as [`place_of_text`] found it.
pub fn set_at(dict: &DictObj, at: usize, value: Value) {
    let old = match dict.table.borrow_mut().entries.get_mut(at) {
        Some(Some(entry)) => std::mem::replace(&mut entry.value, value),
        _ => return,
    };
    drop(old);
}

/// The position and the value of a text key.
pub fn place_of_text(dict: &DictObj, key: &str) -> Option<(usize, Value)> {
    let table = dict.table.borrow();
    let at = table.find_text(super::text::hash_text(key), key)?;
    table.entry(at).map(|entry| (at, entry.value.clone()))
}

/// A dict of text keys; of equal keys the last value counts, at the first one's place.
pub fn of_texts(pairs: impl ExactSizeIterator<Item = (Rc<Str>, Value)>) -> DictObj {
    let count = pairs.len();
    let indexed = count > FEW;
    let index = super::containers::index_for(if indexed { count } else { 0 });
    let mut table = Dict { entries: Vec::with_capacity(count), index, indexed, live: 0, first: 0 };
    for (key, value) in pairs {
        let hash = key.hash();
        let key = Value::Str(key);
        match table.look(hash, &key) {
            Look::At(at) => {
                if let Some(Some(entry)) = table.entries.get_mut(at) {
                    entry.value = value;
                }
            }
            Look::Absent | Look::Ask => table.push(hash, key, value),
        }
    }
    DictObj { table: RefCell::new(table), kind: RefCell::new(DictKind::Plain) }
}

/// Keys, in order.
pub fn keys(dict: &DictObj) -> Vec<Value> {
    dict.table.borrow().iter().map(|entry| entry.key.clone()).collect()
}

/// Values, in order.
pub fn values(dict: &DictObj) -> Vec<Value> {
    dict.table.borrow().iter().map(|entry| entry.value.clone()).collect()
}

/// Pairs, in order.
pub fn items(dict: &DictObj) -> Vec<(Value, Value)> {
    dict.table.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
}

/// Number of keys.
pub fn len(dict: &DictObj) -> usize {
    dict.table.borrow().live
}

/// Remove all.
pub fn clear(dict: &DictObj) {
    let old = std::mem::take(&mut *dict.table.borrow_mut());
    drop(old);
}

/// A shallow copy of the same kind.
pub fn copy(dict: &DictObj) -> DictObj {
    let mut table = Dict::default();
    table.reserve(len(dict));
    for entry in dict.table.borrow().iter() {
        table.push(entry.hash, entry.key.clone(), entry.value.clone());
    }
    DictObj { table: RefCell::new(table), kind: RefCell::new(dict.kind.borrow().clone()) }
}

/// An empty dict of a kind.
pub fn of_kind(kind: DictKind) -> DictObj {
    DictObj { table: RefCell::default(), kind: RefCell::new(kind) }
}

/// Remove and give the last pair (or the first).
pub fn popitem(dict: &DictObj, last: bool) -> Option<(Value, Value)> {
    let mut table = dict.table.borrow_mut();
    let at = if last { table.entries.len().checked_sub(1)? } else { table.first };
    table.take(at).map(|entry| (entry.key, entry.value))
}

/// `OrderedDict.move_to_end(key, last)`; whether the key is there.
pub fn move_to_end(host: &mut dyn Host, dict: &DictObj, key: &Value, last: bool) -> Res<bool> {
    let hash = hash(host, key)?;
    let Some(at) = find(host, dict, hash, key)? else { return Ok(false) };
    let mut table = dict.table.borrow_mut();
    let Some(entry) = table.take(at) else { return Ok(false) };
    if last {
        table.push(entry.hash, entry.key, entry.value);
    } else {
        table.live += 1;
        table.entries.insert(0, Some(entry));
        table.compact();
    }
    Ok(true)
}
