//! Arrays in binary files: archives, raw bytes.

use super::convert::{array, dtype, sequence};
use super::file::{of_file, path, read_bytes, write_bytes};
use crate::builtins::args::{at, flag, int};
use crate::builtins::row::{Row, row};
use crate::data::raised::{ExcClass, Raised, Res, value_error};
use crate::data::{Chunk, DType};
use crate::io::{npy, npz};
use crate::value::array::NdArray;
use crate::value::{Host, Value};

/// Whether a file is an archive of arrays.
fn is_archive(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let mut found = Ok(Vec::new());
    host.blocking(&mut || {
        found = std::fs::File::open(&name).and_then(|file| {
            let mut start = Vec::new();
            std::io::Read::read_to_end(&mut std::io::Read::take(file, 4), &mut start).map(|_| start)
        });
    });
    let start = found.map_err(|error| crate::value::exc::os_error(&error, &name))?;
    Ok(Value::Bool(npz::is_archive(&start)))
}

fn names(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let bytes = read_bytes(host, &name)?;
    let found = npz::names(&bytes).map_err(|error| of_file(&name, &error))?;
    Ok(Value::list(found.iter().map(Value::str).collect()))
}

fn member(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (name, wanted) = (path(at(a, 0))?, path(at(a, 1))?);
    let bytes = read_bytes(host, &name)?;
    match npz::read(&bytes, &wanted).map_err(|error| of_file(&name, &error))? {
        Some(chunk) => Ok(NdArray::value(chunk)),
        None => Err(Raised::new(ExcClass::KeyError, format!("'{wanted} is not a file in the archive'"))),
    }
}

/// `_savez(file, names, arrays, compressed)`
fn savez(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let mut name = path(at(a, 0))?;
    if !name.ends_with(".npz") {
        name.push_str(".npz");
    }
    let mut arrays = Vec::new();
    let values = sequence(host, at(a, 2))?;
    for (label, value) in sequence(host, at(a, 1))?.iter().zip(values) {
        arrays.push((path(label)?, array(host, &value, None)?));
    }
    let compressed = flag(host, a, 3)?;
    write_bytes(host, &name, &npz::write(&arrays, compressed)?)?;
    Ok(Value::None)
}

/// The elements in a file of nothing else, from a byte on.
fn raw(host: &mut dyn Host, name: &str, of: DType, offset: i64, count: i64) -> Res<Chunk> {
    let bytes = read_bytes(host, name)?;
    let start = usize::try_from(offset).map_err(|_| value_error("offset must not be negative"))?;
    let data = bytes.get(start..).unwrap_or_default();
    if of.is_open() {
        return Err(value_error("itemsize cannot be zero in type"));
    }
    let there = data.len() / of.itemsize().max(1);
    let count = usize::try_from(count).map_or(there, |count| count.min(there));
    npy::elements(data.get(..count * of.itemsize()).unwrap_or_default(), vec![count], of, false)
}

/// `_fromfile(file, dtype, count, offset)`
fn fromfile(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let of = dtype(at(a, 1))?.unwrap_or(DType::Float64);
    let (count, offset) = (int(host, a, 2)?, int(host, a, 3)?);
    raw(host, &name, of, offset, count).map(NdArray::value)
}

/// The bytes of an array in C order as elements of a dtype, in a shape that has as many bytes.
pub fn reread(chunk: &Chunk, to: DType, shape: &[usize]) -> Res<Chunk> {
    let mut bytes = Vec::new();
    npy::bytes(&chunk.contiguous()?, &mut bytes)?;
    npy::elements(&bytes, shape.to_vec(), to, false)
}

/// The shape of an array whose bytes are read as another dtype, with NumPy's errors.
fn viewed_shape(chunk: &Chunk, to: DType) -> Res<Vec<usize>> {
    let (from, item) = (chunk.dtype().itemsize(), to.itemsize());
    let mut shape = chunk.shape.clone();
    if from == item {
        return Ok(shape);
    }
    let (Some(last), Some(&step)) = (shape.last_mut(), chunk.strides.last()) else {
        return Err(value_error("Changing the dtype of a 0d array is only supported if the itemsize is unchanged"));
    };
    if step != 1 && *last > 1 {
        return Err(value_error("To change to a dtype of a different size, the last axis must be contiguous"));
    }
    let bytes = last.saturating_mul(from);
    if item > from && bytes % item != 0 {
        return Err(value_error(
            "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of \
             the array.",
        ));
    }
    if item < from && from % item.max(1) != 0 {
        return Err(value_error(
            "When changing to a smaller dtype, its size must be a divisor of the size of original dtype",
        ));
    }
    *last = bytes / item.max(1);
    Ok(shape)
}

/// `_viewed(self, dtype)`: the same bytes as another dtype; what is written to one array shows in the other.
fn viewed(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let own = super::convert::this(at(a, 0))?;
    own.readable()?;
    let chunk = own.chunk();
    let mut to = dtype(at(a, 1))?.unwrap_or(chunk.dtype());
    if to.is_open() {
        let wide = chunk.dtype().itemsize() / to.of_width(1).itemsize();
        to = to.of_width(u32::try_from(wide).unwrap_or(u32::MAX)).closed();
    }
    if to == chunk.dtype() {
        return Ok(Value::native(own.view(chunk)));
    }
    if own.map().is_some() {
        let text = "a view of a mapped file as another dtype is not in rdask";
        let error = Raised::new(ExcClass::NotImplementedError, text);
        return Err(error.help("map the file with that dtype: np.memmap(name, dtype=...)"));
    }
    let shape = viewed_shape(&chunk, to)?;
    drop(chunk);
    own.linked(to, &shape, reread).map(Value::native)
}

/// `tobytes(self, order)`
fn tobytes(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let chunk = array(host, at(a, 0), None)?;
    let mut out = Vec::new();
    match at(a, 1).as_str() {
        Some("F") => npy::bytes(&chunk.reversed(), &mut out)?,
        _ => npy::bytes(&chunk, &mut out)?,
    }
    Ok(crate::value::bytes::value(out))
}

/// `tofile(self, fid)`
fn tofile(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let chunk = array(host, at(a, 0), None)?;
    let name = path(at(a, 1))?;
    let mut bytes = Vec::new();
    npy::bytes(&chunk, &mut bytes)?;
    write_bytes(host, &name, &bytes)?;
    Ok(Value::None)
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.ndarray.tobytes", tobytes),
    row("numpy.ndarray._viewed", viewed),
    row("numpy._is_archive", is_archive),
    row("numpy._npz_names", names),
    row("numpy._npz_member", member),
    row("numpy._savez", savez),
    row("numpy._fromfile", fromfile),
    row("numpy._tofile", tofile),
];
