//! Elements as bytes, for partitions that wait on disk: plain data (numbers, texts, bytes, and tuples, lists and dicts of
//! these). What stands there several times is written once, so that it is one object again.

use std::rc::Rc;

use num_bigint::BigInt;
use rustc_hash::FxHashMap;

use crate::data::Res;
use crate::data::raised::{ExcClass, Raised};
use crate::value::{DictKind, DictObj, Host, Str, Value, bytes, dict};

/// Nested deeper, elements stay in memory.
const DEEP: usize = 64;

/// What follows in the bytes.
mod tag {
    pub const NONE: u8 = 0;
    pub const FALSE: u8 = 1;
    pub const TRUE: u8 = 2;
    pub const INT: u8 = 3;
    pub const FLOAT: u8 = 4;
    pub const BIG: u8 = 5;
    pub const TEXT: u8 = 6;
    pub const BYTES: u8 = 7;
    pub const TUPLE: u8 = 8;
    pub const LIST: u8 = 9;
    pub const DICT: u8 = 10;
    /// The value after it is used again, under the next number.
    pub const KEPT: u8 = 11;
    /// A value that was there before, by its number.
    pub const AGAIN: u8 = 12;
}

/// Writes elements.
#[derive(Default)]
pub struct Packer {
    /// What was written.
    pub bytes: Vec<u8>,
    /// Values that others hold too: their numbers; `None` while they are being written.
    kept: FxHashMap<usize, Option<u32>>,
    count: u32,
}

/// A value is something else than plain data.
pub struct NotPlain;

impl Packer {
    /// Write an element; on an error `bytes` are of no use.
    ///
    /// # Errors
    /// `NotPlain`: it holds more than plain data.
    pub fn element(&mut self, v: &Value) -> Result<(), NotPlain> {
        self.value(v, 0)
    }

    fn count(&mut self, count: usize) -> Result<(), NotPlain> {
        self.bytes.extend(u32::try_from(count).map_err(|_| NotPlain)?.to_le_bytes());
        Ok(())
    }

    fn run(&mut self, tag: u8, bytes: &[u8]) -> Result<(), NotPlain> {
        self.bytes.push(tag);
        self.count(bytes.len())?;
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn value(&mut self, v: &Value, depth: usize) -> Result<(), NotPlain> {
        if depth > DEEP {
            return Err(NotPlain);
        }
        match v {
            Value::None => self.bytes.push(tag::NONE),
            Value::Bool(truth) => self.bytes.push(if *truth { tag::TRUE } else { tag::FALSE }),
            Value::Int(x) => {
                self.bytes.push(tag::INT);
                self.bytes.extend(x.to_le_bytes());
            }
            Value::Float(x) => {
                self.bytes.push(tag::FLOAT);
                self.bytes.extend(x.to_bits().to_le_bytes());
            }
            Value::BigInt(x) => self.run(tag::BIG, &x.to_signed_bytes_le())?,
            Value::Native(_) => self.run(tag::BYTES, bytes::of(v).ok_or(NotPlain)?)?,
            Value::Str(text) if Rc::strong_count(text) > 1 => {
                return self.shared(Rc::as_ptr(text) as usize, |this| this.run(tag::TEXT, text.as_str().as_bytes()));
            }
            Value::Str(text) => self.run(tag::TEXT, text.as_str().as_bytes())?,
            Value::Tuple(tuple) => {
                let write = |this: &mut Packer| this.items(tag::TUPLE, &tuple.items, depth);
                return self.part(Rc::strong_count(tuple), Rc::as_ptr(tuple) as usize, write);
            }
            Value::List(list) => {
                let items = list.items.borrow();
                let write = |this: &mut Packer| this.items(tag::LIST, &items, depth);
                return self.part(Rc::strong_count(list), Rc::as_ptr(list) as usize, write);
            }
            Value::Dict(dict) if matches!(*dict.kind.borrow(), DictKind::Plain) => {
                let write = |this: &mut Packer| this.pairs(dict, depth);
                return self.part(Rc::strong_count(dict), Rc::as_ptr(dict) as usize, write);
            }
            _ => return Err(NotPlain),
        }
        Ok(())
    }

    fn items(&mut self, tag: u8, items: &[Value], depth: usize) -> Result<(), NotPlain> {
        self.bytes.push(tag);
        self.count(items.len())?;
        items.iter().try_for_each(|item| self.value(item, depth + 1))
    }

    fn pairs(&mut self, dict: &DictObj, depth: usize) -> Result<(), NotPlain> {
        let table = dict.table.borrow();
        self.bytes.push(tag::DICT);
        self.count(table.live)?;
        table.iter().try_for_each(|entry| {
            self.value(&entry.key, depth + 1)?;
            self.value(&entry.value, depth + 1)
        })
    }

    fn part(
        &mut self,
        held: usize,
        place: usize,
        write: impl FnOnce(&mut Packer) -> Result<(), NotPlain>,
    ) -> Result<(), NotPlain> {
        if held > 1 { self.shared(place, write) } else { write(self) }
    }

    /// Write what may stand there again: once.
    fn shared(
        &mut self,
        place: usize,
        write: impl FnOnce(&mut Packer) -> Result<(), NotPlain>,
    ) -> Result<(), NotPlain> {
        match self.kept.get(&place) {
            Some(Some(number)) => {
                self.bytes.push(tag::AGAIN);
                self.bytes.extend(number.to_le_bytes());
                Ok(())
            }
            // It holds itself.
            Some(None) => Err(NotPlain),
            None => {
                self.kept.insert(place, None);
                self.bytes.push(tag::KEPT);
                write(self)?;
                self.kept.insert(place, Some(self.count));
                self.count += 1;
                Ok(())
            }
        }
    }
}

/// Reads elements back, one by one.
pub struct Unpacker {
    bytes: Vec<u8>,
    at: usize,
    kept: Vec<Value>,
}

fn damaged() -> Box<Raised> {
    Raised::new(ExcClass::OSError, "a partition that waited on disk cannot be read back")
}

impl Unpacker {
    /// Over what a [`Packer`] wrote.
    pub fn new(bytes: Vec<u8>) -> Unpacker {
        Unpacker { bytes, at: 0, kept: Vec::new() }
    }

    /// The next element; `None` at the end.
    ///
    /// # Errors
    /// `OSError` for bytes that no packer wrote.
    pub fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        if self.at >= self.bytes.len() {
            return Ok(None);
        }
        self.value(host, 0).map(Some)
    }

    fn take(&mut self, count: usize) -> Res<&[u8]> {
        let found = self.bytes.get(self.at..self.at.saturating_add(count)).ok_or_else(damaged)?;
        self.at += count;
        Ok(found)
    }

    fn fixed<const N: usize>(&mut self) -> Res<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| damaged())
    }

    fn count(&mut self) -> Res<usize> {
        Ok(u32::from_le_bytes(self.fixed()?) as usize)
    }

    fn items(&mut self, host: &mut dyn Host, depth: usize) -> Res<Vec<Value>> {
        let count = self.count()?;
        let mut items = Vec::with_capacity(count.min(self.bytes.len()));
        for _ in 0..count {
            items.push(self.value(host, depth + 1)?);
        }
        Ok(items)
    }

    fn value(&mut self, host: &mut dyn Host, depth: usize) -> Res<Value> {
        if depth > 2 * DEEP + 2 {
            return Err(damaged());
        }
        let [tag] = self.fixed()?;
        Ok(match tag {
            tag::NONE => Value::None,
            tag::FALSE => Value::Bool(false),
            tag::TRUE => Value::Bool(true),
            tag::INT => Value::Int(i64::from_le_bytes(self.fixed()?)),
            tag::FLOAT => Value::Float(f64::from_bits(u64::from_le_bytes(self.fixed()?))),
            tag::BIG => {
                let count = self.count()?;
                Value::big(BigInt::from_signed_bytes_le(self.take(count)?))
            }
            tag::TEXT => {
                let count = self.count()?;
                let text = std::str::from_utf8(self.take(count)?).map_err(|_| damaged())?;
                Value::Str(Rc::new(Str::new(text)))
            }
            tag::BYTES => {
                let count = self.count()?;
                bytes::value(self.take(count)?)
            }
            tag::TUPLE => Value::tuple(self.items(host, depth)?),
            tag::LIST => Value::list(self.items(host, depth)?),
            tag::DICT => {
                let made = DictObj::plain();
                for _ in 0..self.count()? {
                    let key = self.value(host, depth + 1)?;
                    let value = self.value(host, depth + 1)?;
                    dict::insert(host, &made, key, value)?;
                }
                Value::Dict(Rc::new(made))
            }
            tag::KEPT => {
                let value = self.value(host, depth + 1)?;
                self.kept.push(value.clone());
                value
            }
            tag::AGAIN => {
                let number = self.count()?;
                self.kept.get(number).cloned().ok_or_else(damaged)?
            }
            _ => return Err(damaged()),
        })
    }
}

/// How many elements are weighed to know what all weigh.
const SAMPLE: usize = 64;

/// About the bytes that elements take in memory.
pub fn weight(items: &[Value]) -> u64 {
    let step = (items.len() / SAMPLE).max(1);
    let (mut sum, mut seen) = (0u64, 0u64);
    for item in items.iter().step_by(step) {
        sum += weigh(item, 4);
        seen += 1;
    }
    sum * items.len() as u64 / seen.max(1)
}

fn weigh(v: &Value, depth: usize) -> u64 {
    16 + match v {
        Value::Str(text) => 64 + text.as_str().len() as u64,
        Value::BigInt(x) => 32 + x.bits() / 8,
        Value::Native(_) => 64 + bytes::of(v).map_or(256, <[u8]>::len) as u64,
        _ if depth == 0 => 64,
        Value::Tuple(tuple) => 32 + all(&tuple.items, depth),
        Value::List(list) => 56 + all(&list.items.borrow(), depth),
        Value::Dict(dict) => {
            let table = dict.table.borrow();
            let entries = table.iter().take(SAMPLE);
            let sum: u64 = entries.map(|entry| 48 + weigh(&entry.key, 0) + weigh(&entry.value, depth - 1)).sum();
            120 + sum * table.live.max(1) as u64 / table.live.clamp(1, SAMPLE) as u64
        }
        Value::Instance(_) | Value::Set(_) | Value::FrozenSet(_) => 256,
        _ => 0,
    }
}

fn all(items: &[Value], depth: usize) -> u64 {
    let sum: u64 = items.iter().take(SAMPLE).map(|item| weigh(item, depth - 1)).sum();
    sum * items.len().max(1) as u64 / items.len().clamp(1, SAMPLE) as u64
}
