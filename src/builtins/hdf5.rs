//! HDF5 files: the primitives on which the module `h5py` is written in stdlib/.

use crate::builtins::args::{at, flag, int};
use crate::builtins::np::convert::{Dtype, array, dtype, sequence, shape, shape_value};
use crate::builtins::np::file::path;
use crate::builtins::row::{Row, row};
use crate::builtins::zarr::waiting;
use crate::data::DType;
use crate::data::raised::{Res, value_error};
use crate::io::hdf5::{self, Kind, Note, Plan};
use crate::io::npy;
use crate::value::array::NdArray;
use crate::value::{Host, Value, index};

/// `_available()`
fn available(_: &mut dyn Host, _: &[Value]) -> Res<Value> {
    hdf5::available().map(|()| Value::None)
}

/// `_create(file)`
fn create(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    waiting(host, || hdf5::create_file(&name)).map(|()| Value::None)
}

/// `_kind(file, name)`
fn kind(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name) = (path(at(a, 0))?, path(at(a, 1))?);
    Ok(match waiting(host, || hdf5::kind(&file, &name))? {
        Kind::Group => Value::str("group"),
        Kind::Dataset => Value::str("dataset"),
        Kind::Missing => Value::None,
    })
}

/// `_names(file, name)`: pairs of a name and whether it is no pointer to something elsewhere.
fn names(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name) = (path(at(a, 0))?, path(at(a, 1))?);
    let found = waiting(host, || hdf5::names(&file, &name))?;
    let pair = |(name, own)| Value::tuple(vec![Value::str(name), Value::Bool(own)]);
    Ok(Value::list(found.into_iter().map(pair).collect()))
}

/// A number, or `None`.
fn perhaps(number: Option<usize>) -> Value {
    number.and_then(|n| i64::try_from(n).ok()).map_or(Value::None, Value::Int)
}

/// `_info(file, name)`: dtype (or a text: why there is none), shape, chunks, maxshape, compression, how hard, shuffle,
/// fletcher32, what stands where nothing was written.
fn info(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name) = (path(at(a, 0))?, path(at(a, 1))?);
    let found = waiting(host, || hdf5::info(&file, &name))?;
    let (how, hard) = match found.compression {
        Some((how, hard)) => (Value::str(how), perhaps(hard.map(|n| n as usize))),
        None => (Value::None, Value::None),
    };
    let fill = match (&found.dtype, &found.fill) {
        (Ok(of), Some(bytes)) => NdArray::value(npy::elements(bytes, Vec::new(), *of, false)?),
        _ => Value::None,
    };
    Ok(Value::tuple(vec![
        found.dtype.map_or_else(Value::str, Dtype::value),
        found.shape.map_or(Value::None, |shape| shape_value(&shape)),
        found.chunks.map_or(Value::None, |chunks| shape_value(&chunks)),
        Value::tuple(found.most.into_iter().map(perhaps).collect::<Vec<Value>>()),
        how,
        hard,
        Value::Bool(found.shuffle),
        Value::Bool(found.fletcher32),
        fill,
    ]))
}

/// `_read(file, name, starts, sizes)`
fn read(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name) = (path(at(a, 0))?, path(at(a, 1))?);
    let (starts, sizes) = (shape(host, at(a, 2))?, shape(host, at(a, 3))?);
    waiting(host, || hdf5::read(&file, &name, &starts, &sizes)).map(NdArray::value)
}

/// `_write(file, name, starts, block, dtype)`
fn write(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name) = (path(at(a, 0))?, path(at(a, 1))?);
    let starts = shape(host, at(a, 2))?;
    let to = dtype(at(a, 4))?;
    let values = array(host, at(a, 3), to)?;
    waiting(host, || hdf5::write(&file, &name, &starts, &values)).map(|()| Value::None)
}

/// `_group(file, name)`
fn group(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name) = (path(at(a, 0))?, path(at(a, 1))?);
    waiting(host, || hdf5::create_group(&file, &name)).map(|()| Value::None)
}

/// `_resize(file, name, shape)`
fn resize(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name) = (path(at(a, 0))?, path(at(a, 1))?);
    let sizes = shape(host, at(a, 2))?;
    waiting(host, || hdf5::resize(&file, &name, &sizes)).map(|()| Value::None)
}

/// `_remove(file, name)`
fn remove(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name) = (path(at(a, 0))?, path(at(a, 1))?);
    waiting(host, || hdf5::remove(&file, &name)).map(|()| Value::None)
}

/// `_dataset(file, name, dtype, shape, chunks, most, level, shuffle, fill)`
fn dataset(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name) = (path(at(a, 0))?, path(at(a, 1))?);
    let mut most = Vec::new();
    for size in sequence(host, at(a, 5))? {
        most.push(match size {
            Value::None => None,
            size => {
                let size = index::as_index(host, &size)?;
                Some(usize::try_from(size).map_err(|_| value_error("maxshape is negative"))?)
            }
        });
    }
    let of = dtype(at(a, 2))?.unwrap_or(DType::Float32);
    let level = match at(a, 6) {
        Value::None => None,
        _ => Some(int(host, a, 6)?.clamp(0, 9) as u32),
    };
    let plan = Plan {
        dtype: of,
        shape: shape(host, at(a, 3))?,
        chunks: if matches!(at(a, 4), Value::None) { None } else { Some(shape(host, at(a, 4))?) },
        most,
        level,
        shuffle: flag(host, a, 7)?,
        fill: if matches!(at(a, 8), Value::None) { None } else { Some(array(host, at(a, 8), Some(of))?) },
    };
    waiting(host, || hdf5::create_dataset(&file, &name, &plan)).map(|()| Value::None)
}

/// `_notes(file, name)`: name, whether it can be read, the value or why not.
fn notes(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name) = (path(at(a, 0))?, path(at(a, 1))?);
    let found = waiting(host, || hdf5::notes(&file, &name))?;
    let pairs = found.into_iter().map(|(key, note)| {
        let (read, value) = match note {
            Note::Text(text) => (true, Value::str(text)),
            Note::Numbers(numbers) => (true, NdArray::value(numbers)),
            Note::Other(why) => (false, Value::str(why)),
        };
        Value::tuple(vec![Value::str(key), Value::Bool(read), value])
    });
    Ok(Value::list(pairs.collect()))
}

/// `_note(file, name, key, value)`
fn note(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (file, name, key) = (path(at(a, 0))?, path(at(a, 1))?, path(at(a, 2))?);
    let value = match at(a, 3) {
        Value::Str(text) => Note::Text(text.as_str().to_owned()),
        other => Note::Numbers(array(host, other, None)?),
    };
    waiting(host, || hdf5::note(&file, &name, &key, &value)).map(|()| Value::None)
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("h5py._available", available),
    row("h5py._create", create),
    row("h5py._kind", kind),
    row("h5py._names", names),
    row("h5py._info", info),
    row("h5py._read", read),
    row("h5py._write", write),
    row("h5py._group", group),
    row("h5py._dataset", dataset),
    row("h5py._resize", resize),
    row("h5py._remove", remove),
    row("h5py._notes", notes),
    row("h5py._note", note),
];
