//! Zarr arrays in folders: the primitives on which the module `zarr` is written in stdlib/.

use crate::builtins::args::{at, flag};
use crate::builtins::np::convert::{Dtype, array, dtype, shape, shape_value};
use crate::builtins::np::file::{path, read_bytes};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, value_error};
use crate::io::zarr;
use crate::value::array::NdArray;
use crate::value::{Host, Value};

/// Work that waits for files.
pub fn waiting<T>(host: &mut dyn Host, work: impl Fn() -> Res<T>) -> Res<T> {
    let mut done = None;
    host.blocking(&mut || done = Some(work()));
    done.unwrap_or_else(|| Err(value_error("the file was not read")))
}

/// `_info(path)`: dtype, shape, sizes of what is in one file.
fn info(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let found = waiting(host, || zarr::info(&name))?;
    Ok(Value::tuple(vec![Dtype::value(found.dtype), shape_value(&found.shape), shape_value(&found.chunks)]))
}

/// `_read(path, starts, sizes)`
fn read(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let (starts, sizes) = (shape(host, at(a, 1))?, shape(host, at(a, 2))?);
    waiting(host, || zarr::read(&name, &starts, &sizes)).map(NdArray::value)
}

/// `_write(path, starts, block, dtype)`
fn write(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let starts = shape(host, at(a, 1))?;
    let to = dtype(at(a, 3))?;
    let values = array(host, at(a, 2), to)?;
    waiting(host, || zarr::write(&name, &starts, &values))?;
    Ok(Value::None)
}

/// `_get(path)`: the text of a file.
fn get(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let bytes = read_bytes(host, &name)?;
    let text = String::from_utf8(bytes).map_err(|_| value_error(format!("{name}: the file is no text")))?;
    Ok(Value::str(text))
}

/// `_put(path, text, array)`: a file of metadata.
fn put(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (name, text, array) = (path(at(a, 0))?, path(at(a, 1))?, flag(host, a, 2)?);
    waiting(host, || zarr::put(&name, &text, array))?;
    Ok(Value::None)
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("zarr._info", info),
    row("zarr._read", read),
    row("zarr._write", write),
    row("zarr._get", get),
    row("zarr._put", put),
];
