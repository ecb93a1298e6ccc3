//! The pickled `info` file beside a stack of `.npy` files, as Dask writes and reads it: a dict of chunks, dtype and axis.

use crate::data::raised::{Res, value_error};
use crate::data::{DType, Raised};

/// What the file says.
#[derive(Clone, Debug, PartialEq)]
pub struct StackInfo {
    /// Blocks along each axis.
    pub chunks: Vec<Vec<usize>>,
    /// Element type.
    pub dtype: DType,
    /// The axis along which the files lie.
    pub axis: usize,
}

/// A pickled value, of the few kinds that such a file holds.
#[derive(Clone, Debug)]
enum Item {
    Mark,
    Nothing,
    Int(i64),
    Text(String),
    List(Vec<Item>),
    Dict(Vec<(Item, Item)>),
    /// A class, `module.name`.
    Class(String),
    /// A call of a class: its arguments.
    Made(Vec<Item>),
}

fn broken(why: &str) -> Box<Raised> {
    value_error(format!("Cannot read the info file of this stack: {why}")).help("da.to_npy_stack writes such files")
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    stack: Vec<Item>,
    memo: Vec<(usize, Item)>,
}

impl Reader<'_> {
    fn take(&mut self, count: usize) -> Res<&[u8]> {
        let end = self.at.saturating_add(count);
        let found = self.bytes.get(self.at..end).ok_or_else(|| broken("it ends too early"))?;
        self.at = end;
        Ok(found)
    }

    /// An unsigned number of so many bytes.
    fn number(&mut self, count: usize) -> Res<usize> {
        let mut out = 0usize;
        for (place, byte) in self.take(count)?.iter().enumerate().take(8) {
            out |= usize::from(*byte) << (8 * place);
        }
        Ok(out)
    }

    fn line(&mut self) -> Res<String> {
        let mut out = Vec::new();
        loop {
            match self.take(1)? {
                b"\n" => return String::from_utf8(out).map_err(|_| broken("a name in it is no text")),
                other => out.extend_from_slice(other),
            }
        }
    }

    fn text(&mut self, length: usize) -> Res<Item> {
        let text = std::str::from_utf8(self.take(length)?).map_err(|_| broken("a name in it is no text"))?;
        Ok(Item::Text(text.to_owned()))
    }

    fn pop(&mut self) -> Res<Item> {
        self.stack.pop().ok_or_else(|| broken("it takes more than it has put"))
    }

    fn last(&mut self, count: usize) -> Res<Vec<Item>> {
        let from = self.stack.len().checked_sub(count).ok_or_else(|| broken("it takes more than it has put"))?;
        Ok(self.stack.split_off(from))
    }

    fn marked(&mut self) -> Res<Vec<Item>> {
        let at = self.stack.iter().rposition(|item| matches!(item, Item::Mark));
        let at = at.ok_or_else(|| broken("a mark is missing"))?;
        let found = self.stack.split_off(at + 1);
        self.stack.pop();
        Ok(found)
    }

    fn keep(&mut self, place: usize) -> Res<()> {
        let top = self.stack.last().cloned().ok_or_else(|| broken("it keeps what it has not"))?;
        self.memo.push((place, top));
        Ok(())
    }

    fn recall(&mut self, place: usize) -> Res<Item> {
        let found = self.memo.iter().rev().find(|(at, _)| *at == place);
        found.map(|(_, item)| item.clone()).ok_or_else(|| broken("it recalls what it has not kept"))
    }

    fn pairs(&mut self, items: Vec<Item>) -> Res<()> {
        let Some(Item::Dict(dict)) = self.stack.last_mut() else { return Err(broken("it fills what is no dict")) };
        let mut items = items.into_iter();
        while let (Some(key), Some(value)) = (items.next(), items.next()) {
            dict.push((key, value));
        }
        Ok(())
    }

    fn extend(&mut self, items: Vec<Item>) -> Res<()> {
        let Some(Item::List(list)) = self.stack.last_mut() else { return Err(broken("it fills what is no list")) };
        list.extend(items);
        Ok(())
    }

    /// One instruction; whether it was the last.
    fn step(&mut self) -> Res<bool> {
        let code = self.number(1)? as u8;
        let item = match code {
            b'.' => return Ok(true),
            0x80 | 0x95 => {
                self.take(if code == 0x80 { 1 } else { 8 })?;
                return Ok(false);
            }
            0x94 | b'q' | b'r' => {
                let place = match code {
                    b'q' => self.number(1)?,
                    b'r' => self.number(4)?,
                    _ => self.memo.len(),
                };
                self.keep(place)?;
                return Ok(false);
            }
            b'e' | b'a' | b'u' | b's' | b'b' => {
                self.fill(code)?;
                return Ok(false);
            }
            b'(' => Item::Mark,
            b'N' => Item::Nothing,
            0x88 => Item::Int(1),
            0x89 => Item::Int(0),
            b'K' => Item::Int(self.number(1)? as i64),
            b'M' => Item::Int(self.number(2)? as i64),
            b'J' => Item::Int(i64::from(self.number(4)? as u32 as i32)),
            0x8a => {
                let length = self.number(1)?;
                Item::Int(self.number(length)? as i64)
            }
            0x8c | b'X' => {
                let length = self.number(if code == b'X' { 4 } else { 1 })?;
                self.text(length)?
            }
            b'h' | b'j' => {
                let place = self.number(if code == b'h' { 1 } else { 4 })?;
                self.recall(place)?
            }
            b')' | b']' => Item::List(Vec::new()),
            b'}' => Item::Dict(Vec::new()),
            0x85..=0x87 => Item::List(self.last(usize::from(code - 0x84))?),
            b't' | b'l' => Item::List(self.marked()?),
            b'c' => Item::Class(format!("{}.{}", self.line()?, self.line()?)),
            0x93 => {
                let parts = self.last(2)?;
                let [Item::Text(module), Item::Text(name)] = &parts[..] else {
                    return Err(broken("a class has no name"));
                };
                Item::Class(format!("{module}.{name}"))
            }
            b'R' => self.made()?,
            other => return Err(broken(&format!("it has an instruction {other:#x} that such files have not"))),
        };
        self.stack.push(item);
        Ok(false)
    }

    fn fill(&mut self, code: u8) -> Res<()> {
        match code {
            b'e' => {
                let items = self.marked()?;
                self.extend(items)
            }
            b'a' => {
                let item = self.pop()?;
                self.extend(vec![item])
            }
            b'u' => {
                let items = self.marked()?;
                self.pairs(items)
            }
            b's' => {
                let items = self.last(2)?;
                self.pairs(items)
            }
            // The state of a dtype: its byte order.
            _ => {
                let state = self.pop()?;
                if let (Some(Item::Made(args)), state @ Item::List(_)) = (self.stack.last_mut(), state) {
                    args.push(state);
                }
                Ok(())
            }
        }
    }

    /// Only dtypes, and NumPy's integers, are made.
    fn made(&mut self) -> Res<Item> {
        let (Item::List(args), Item::Class(class)) = (self.pop()?, self.pop()?) else {
            return Err(broken("it calls what is no class"));
        };
        match class.as_str() {
            "numpy.dtype" => Ok(Item::Made(args)),
            other => Err(broken(&format!("it makes a {other}; only chunks, dtype and axis are read"))),
        }
    }
}

fn sizes(item: &Item) -> Res<Vec<usize>> {
    let Item::List(items) = item else { return Err(broken("its chunks are no tuples")) };
    let size = |item: &Item| match item {
        Item::Int(n) => usize::try_from(*n).map_err(|_| broken("a chunk has a negative size")),
        _ => Err(broken("a size is no integer")),
    };
    items.iter().map(size).collect()
}

fn dtype_of(item: &Item) -> Res<DType> {
    let Item::Made(args) = item else { return Err(broken("it has no dtype")) };
    let Some(Item::Text(name)) = args.first() else { return Err(broken("it has no dtype")) };
    DType::named(name).ok_or_else(|| broken(&format!("arrays of dtype {name} are not in rdask yet")))
}

/// Read the file.
///
/// # Errors
/// `ValueError` for anything but such a dict. Nothing in the file is run.
pub fn read(bytes: &[u8]) -> Res<StackInfo> {
    let mut reader = Reader { bytes, at: 0, stack: Vec::new(), memo: Vec::new() };
    while !reader.step()? {}
    let Some(Item::Dict(pairs)) = reader.stack.pop() else { return Err(broken("it holds no dict")) };
    let find = |name: &str| {
        let found = pairs.iter().find(|(key, _)| matches!(key, Item::Text(text) if text == name));
        found.map(|(_, value)| value).ok_or_else(|| broken(&format!("it has no {name}")))
    };
    let Item::List(axes) = find("chunks")? else { return Err(broken("its chunks are no tuples")) };
    let Item::Int(axis) = find("axis")? else { return Err(broken("its axis is no integer")) };
    Ok(StackInfo {
        chunks: axes.iter().map(sizes).collect::<Res<_>>()?,
        dtype: dtype_of(find("dtype")?)?,
        axis: usize::try_from(*axis).map_err(|_| broken("its axis is negative"))?,
    })
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    out.push(b'X');
    out.extend((text.len() as u32).to_le_bytes());
    out.extend(text.bytes());
}

fn put_int(out: &mut Vec<u8>, value: usize) {
    match u32::try_from(value).ok().filter(|n| *n <= i32::MAX as u32) {
        Some(small) => {
            out.push(b'J');
            out.extend(small.to_le_bytes());
        }
        None => {
            out.extend([0x8a, 9]);
            out.extend((value as u64).to_le_bytes());
            out.push(0);
        }
    }
}

/// The bytes of the file.
pub fn write(info: &StackInfo) -> Vec<u8> {
    let mut out = vec![0x80, 2, b'}', b'('];
    put_text(&mut out, "chunks");
    out.push(b'(');
    for axis in &info.chunks {
        out.push(b'(');
        axis.iter().for_each(|&size| put_int(&mut out, size));
        out.push(b't');
    }
    out.push(b't');
    put_text(&mut out, "dtype");
    let name = info.dtype.type_str();
    out.extend(b"cnumpy\ndtype\n");
    put_text(&mut out, name.trim_start_matches(['<', '|']));
    out.extend([0x89, 0x88, 0x87, b'R', b'(', b'K', 3]);
    put_text(&mut out, if name.starts_with('|') { "|" } else { "<" });
    out.extend(b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb");
    put_text(&mut out, "axis");
    put_int(&mut out, info.axis);
    out.extend(b"u.");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let info = StackInfo { chunks: vec![vec![2, 3], vec![7_000_000_000]], dtype: DType::Float32, axis: 0 };
        assert_eq!(read(&write(&info)).unwrap(), info);
    }

    #[test]
    fn what_python_writes_is_read() {
        // pickle.dump({"chunks": ((2, 2), (3,)), "dtype": np.dtype("f8"), "axis": 0}), protocol 4.
        let mut bytes =
            b"\x80\x04\x95\x50\0\0\0\0\0\0\0}\x94(\x8c\x06chunks\x94K\x02K\x02\x86\x94K\x03\x85\x94\x86\x94".to_vec();
        bytes.extend(b"\x8c\x05dtype\x94\x8c\x05numpy\x94\x8c\x05dtype\x94\x93\x94\x8c\x02f8\x94\x89\x88\x87\x94R\x94");
        bytes.extend(b"(K\x03\x8c\x01<\x94NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\0t\x94b\x8c\x04axis\x94K\0u.");
        let info = StackInfo { chunks: vec![vec![2, 2], vec![3]], dtype: DType::Float64, axis: 0 };
        assert_eq!(read(&bytes).unwrap(), info);
        assert!(read(&bytes[..20]).is_err());
        assert!(read(b"cos\nsystem\n(X\x02\0\0\0lst.").is_err());
    }
}
