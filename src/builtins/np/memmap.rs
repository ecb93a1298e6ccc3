//! `np.memmap` and `.npy` files mapped into memory.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use super::convert::{dtype, shape, shape_value};
use super::file::path;
use crate::builtins::args::{at, int};
use crate::builtins::row::{Row, row};
use crate::data::buffer::{Access, Map, extend};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{Buffer, Chunk, DType, shape as sizes};
use crate::io::npy::{self, Header};
use crate::io::raw::{self, Layout};
use crate::value::array::{MEMMAP, NdArray};
use crate::value::{Host, Value, exc};

/// The modes, and other names of them.
const MODES: &[(&str, Access)] = &[
    ("r", Access::Read),
    ("c", Access::Copy),
    ("r+", Access::Write),
    ("w+", Access::New),
    ("readonly", Access::Read),
    ("copyonwrite", Access::Copy),
    ("readwrite", Access::Write),
    ("write", Access::New),
];

fn access(mode: &Value) -> Res<Access> {
    let name = mode.as_str().unwrap_or("");
    let found = MODES.iter().find(|(known, _)| *known == name).map(|(_, access)| *access);
    found.ok_or_else(|| {
        let known: Vec<String> = MODES.iter().map(|(known, _)| format!("'{known}'")).collect();
        value_error(format!("mode must be one of [{}] (got {})", known.join(", "), crate::value::repr::quote(name)))
    })
}

/// What of a file becomes an array.
struct Wanted<'a> {
    name: &'a str,
    access: Access,
    header: &'a Header,
}

impl Wanted<'_> {
    fn count(&self) -> Res<usize> {
        let count =
            sizes::size(&self.header.shape).filter(|count| count.checked_mul(self.header.dtype.itemsize()).is_some());
        count.ok_or_else(|| value_error(format!("{}: array is too big", self.name)))
    }

    /// The array. What cannot be seen in the file as it stands is read, if it need not be written.
    fn array(&self, host: &mut dyn Host) -> Res<Chunk> {
        let Header { dtype, big, ref shape, fortran, data } = *self.header;
        let order: Vec<usize> = if fortran { shape.iter().rev().copied().collect() } else { shape.clone() };
        let strides = sizes::strides(&order);
        let count = self.count()?;
        let flat = if count == 0 {
            Arc::new(crate::with_dtype!(dtype, T => Buffer::of(Vec::<T>::new())).typed(dtype))
        } else if self.is_plain() {
            Arc::new(self.mapped(host, count)?)
        } else if self.access == Access::Read || self.access == Access::Copy {
            let layout = Layout { dtype, big, start: data as u64, first: 0, strides: vec![1] };
            raw::read(self.name, &layout, &[0], &[count])?.buffer
        } else {
            let why =
                if big { "big-endian elements".to_owned() } else { format!("elements that begin at byte {data}") };
            return Err(crate::data::Raised::new(
                crate::data::ExcClass::NotImplementedError,
                format!("{}: {why} cannot be written through a map in rdask", self.name),
            )
            .help("load them, change them, and write them with np.save or tofile"));
        };
        let chunk = Chunk { buffer: flat, shape: order, strides, offset: 0 };
        Ok(if fortran { chunk.reversed() } else { chunk })
    }

    /// Whether the bytes in the file are the elements in memory.
    fn is_plain(&self) -> bool {
        let item = self.header.dtype.itemsize();
        let part = if self.header.dtype.is_complex() { item / 2 } else { item };
        !self.header.big && cfg!(target_endian = "little") && self.header.data.is_multiple_of(part)
    }

    fn mapped(&self, host: &mut dyn Host, count: usize) -> Res<Buffer> {
        let Header { dtype, data, .. } = *self.header;
        let bytes = count.saturating_mul(dtype.itemsize());
        let mut made = None;
        host.blocking(&mut || made = Some(Map::open(self.name, self.access, data as u64, bytes)));
        match made {
            Some(Ok(map)) => Buffer::mapped(Arc::new(map), dtype),
            Some(Err(error)) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
                let there = std::fs::metadata(self.name).map_or(0, |found| found.len());
                let help = format!(
                    "{} has {there} bytes; {bytes} bytes of elements from byte {data} on were asked for",
                    self.name
                );
                Err(value_error("mmap length is greater than file size").help(help))
            }
            Some(Err(error)) => Err(exc::os_error(&error, self.name)),
            None => Err(value_error("the file was not opened")),
        }
    }
}

/// Make a file, or make it longer: `start` stands in front, then come `bytes` bytes.
fn make(name: &str, access: Access, start: Option<&[u8]>, end: u64) -> Res<()> {
    let done =
        OpenOptions::new().read(true).write(true).create(access == Access::New).open(name).and_then(|mut file| {
            if access == Access::New {
                file.set_len(0)?;
            }
            if let Some(start) = start {
                file.write_all(start)?;
            }
            extend(&file, end.max(1))
        });
    done.map_err(|error| exc::os_error(&error, name))
}

/// `memmap(cls, filename, dtype, mode, offset, shape, order)`
fn memmap(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 1))?;
    let access = access(at(a, 3))?;
    let of = dtype(at(a, 2))?.unwrap_or(DType::UInt8);
    let item = of.itemsize();
    let offset = usize::try_from(int(host, a, 4)?).map_err(|_| value_error("offset must not be negative"))?;
    let given = !matches!(at(a, 5), Value::None);
    if access == Access::New && !given {
        return Err(value_error("shape must be given if mode == 'w+'"));
    }
    let there = if access == Access::New {
        0
    } else {
        std::fs::metadata(&name).map_err(|error| exc::os_error(&error, &name))?.len()
    };
    let shape = if given {
        shape(host, at(a, 5))?
    } else {
        let bytes = there.checked_sub(offset as u64).filter(|bytes| bytes.is_multiple_of(item as u64));
        let bytes = bytes.ok_or_else(|| {
            value_error("Size of available data is not a multiple of the data-type size.")
                .help(format!("{name} has {there} bytes, {offset} of them before the array"))
        })?;
        vec![(bytes / item as u64) as usize]
    };
    let fortran = at(a, 6).as_str() == Some("F");
    let header = Header { dtype: of, big: false, shape, fortran, data: offset };
    let wanted = Wanted { name: &name, access, header: &header };
    let end = (wanted.count()?.saturating_mul(item)).saturating_add(offset) as u64;
    if access.writes() && (there < end || access == Access::New) {
        make(&name, access, None, end)?;
    } else if there == 0 && end == 0 {
        return Err(value_error("cannot mmap an empty file"));
    }
    wanted.array(host).map(NdArray::value)
}

/// `_open_npy(file, mode)`: a `.npy` file that is there.
fn open_npy(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (name, access) = (path(at(a, 0))?, access(at(a, 1))?);
    let header = head(&name)?;
    let wanted = Wanted { name: &name, access, header: &header };
    wanted.array(host).map(NdArray::value)
}

/// `_make_npy(file, dtype, shape, fortran)`: a new `.npy` file of zeros.
fn make_npy(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let dtype = dtype(at(a, 1))?.unwrap_or(DType::Float64);
    let shape = shape(host, at(a, 2))?;
    let fortran = crate::builtins::args::flag(host, a, 3)?;
    let start = npy::head(dtype, &shape, fortran);
    let header = Header { dtype, big: false, shape, fortran, data: start.len() };
    let wanted = Wanted { name: &name, access: Access::New, header: &header };
    let end = wanted.count()?.saturating_mul(dtype.itemsize()).saturating_add(start.len());
    make(&name, Access::New, Some(&start), end as u64)?;
    wanted.array(host).map(NdArray::value)
}

/// The header of a `.npy` file.
pub fn head(name: &str) -> Res<Header> {
    let mut start = Vec::new();
    let read = std::fs::File::open(name).and_then(|file| {
        std::io::Read::read_to_end(&mut std::io::Read::take(file, npy::MOST_HEADER as u64), &mut start)
    });
    read.map_err(|error| exc::os_error(&error, name))?;
    npy::header(&start).map_err(|error| super::file::of_file(name, &error))
}

/// `_npy_info(file)`: dtype, shape, layout for `_box`.
fn info(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let header = head(&name)?;
    let order: Vec<usize> =
        if header.fortran { header.shape.iter().rev().copied().collect() } else { header.shape.clone() };
    let mut strides: Vec<isize> = sizes::strides(&order);
    if header.fortran {
        strides.reverse();
    }
    let layout = described(&name, header.dtype, header.big, (header.data as u64, 0), &strides);
    Ok(Value::tuple(vec![super::convert::Dtype::value(header.dtype), shape_value(&header.shape), layout]))
}

/// A layout as a value that tasks carry.
fn described(name: &str, dtype: DType, big: bool, (start, first): (u64, usize), strides: &[isize]) -> Value {
    let steps = strides.iter().map(|&step| Value::Int(step as i64)).collect::<Vec<Value>>();
    let parts = vec![
        Value::str(name),
        Value::str(dtype.name()),
        Value::Bool(big),
        Value::Int(start as i64),
        Value::Int(first as i64),
        Value::tuple(steps),
    ];
    Value::tuple(parts)
}

/// What `_box` needs to read a mapped array from its file.
pub fn layout(chunk: &Chunk) -> Option<Value> {
    let map = chunk.buffer.map()?;
    // A relative name may mean another file by the time that it is read.
    let name = std::path::absolute(map.name()).ok();
    let name = name.as_deref().and_then(Path::to_str).unwrap_or(map.name());
    Some(described(name, chunk.dtype(), false, (map.start(), chunk.offset), &chunk.strides))
}

/// `_box(layout, starts, sizes)`
fn read_box(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let parts = super::convert::sequence(host, at(a, 0))?;
    let wrong = || type_error("this is no layout of a file");
    let name = path(parts.first().unwrap_or(&Value::None))?;
    let place = |value: Option<&Value>| match value {
        Some(Value::Int(n)) => Ok(*n),
        _ => Err(wrong()),
    };
    let layout = Layout {
        dtype: dtype(parts.get(1).unwrap_or(&Value::None))?.ok_or_else(wrong)?,
        big: matches!(parts.get(2), Some(Value::Bool(true))),
        start: u64::try_from(place(parts.get(3))?).map_err(|_| wrong())?,
        first: place(parts.get(4))?,
        strides: super::convert::integers(host, parts.get(5).unwrap_or(&Value::None))?,
    };
    let (starts, sizes) = (shape(host, at(a, 1))?, shape(host, at(a, 2))?);
    let mut done = Err(wrong());
    host.blocking(&mut || done = raw::read(&name, &layout, &starts, &sizes));
    done.map(NdArray::value)
}

/// `flush(self)`
fn flush(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    if let Some(map) = at(a, 0).as_native::<NdArray>().and_then(NdArray::map) {
        map.check()?;
        let mut done = Ok(());
        host.blocking(&mut || done = map.flush());
        done.map_err(|error| exc::os_error(&error, map.name()))?;
    }
    Ok(Value::None)
}

/// What a mapped array says of its file.
pub fn attribute(array: &NdArray, name: &str) -> Option<Value> {
    let map = array.map()?;
    Some(match name {
        "filename" => {
            let whole = std::path::absolute(map.name()).ok();
            Value::str(whole.as_deref().and_then(Path::to_str).unwrap_or(map.name()))
        }
        "offset" => Value::Int(map.start() as i64),
        "mode" => {
            let known = MODES.iter().find(|(_, access)| *access == map.access());
            known.map_or(Value::None, |(name, _)| Value::str(name))
        }
        _ => return None,
    })
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.memmap", |_, _| Ok(Value::Type(&MEMMAP))),
    row("numpy.memmap.__new__", memmap),
    row("numpy.memmap.flush", flush),
    row("numpy._open_npy", open_npy),
    row("numpy._make_npy", make_npy),
    row("numpy._npy_info", info),
    row("numpy._box", read_box),
];
