//! Lazy arrays in files: the primitives on which `from_zarr`, `to_zarr`, stacks and images are written in stdlib/.

use crate::builtins::args::{at, flag, int};
use crate::builtins::np::convert::{Dtype, array, dtype, integers, sequence, shape, shape_value};
use crate::builtins::np::file::{path, read_bytes, write_bytes};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType};
use crate::io::pickle::{self, StackInfo};
use crate::io::{image as pixels, zarr};
use crate::value::array::NdArray;
use crate::value::{Host, Value};

/// Work that waits for files.
fn waiting<T>(host: &mut dyn Host, work: impl Fn() -> Res<T>) -> Res<T> {
    let mut done = None;
    host.blocking(&mut || done = Some(work()));
    done.unwrap_or_else(|| Err(value_error("the file was not read")))
}

/// `_zarr_info(path, component)`: dtype, shape, chunks.
fn info(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (name, component) = (path(at(a, 0))?, path(at(a, 1))?);
    let found = waiting(host, || zarr::info(&name, &component))?;
    Ok(Value::tuple(vec![Dtype::value(found.dtype), shape_value(&found.shape), shape_value(&found.chunks)]))
}

/// `_zarr_read(path, component, starts, sizes)`
fn read(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (name, component) = (path(at(a, 0))?, path(at(a, 1))?);
    let (starts, sizes) = (shape(host, at(a, 2))?, shape(host, at(a, 3))?);
    waiting(host, || zarr::read(&name, &component, &starts, &sizes)).map(NdArray::value)
}

/// `_zarr_create(path, component, shape, chunks, dtype, version, overwrite)`
fn create(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (name, component) = (path(at(a, 0))?, path(at(a, 1))?);
    let info = zarr::Info {
        shape: shape(host, at(a, 2))?,
        chunks: shape(host, at(a, 3))?.into_iter().map(|n| n.max(1)).collect(),
        dtype: dtype(at(a, 4))?.unwrap_or(DType::Float64),
    };
    let (version, overwrite) = (int(host, a, 5)?, flag(host, a, 6)?);
    let version = match version {
        2 => 2,
        3 => 3,
        other => return Err(value_error(format!("Invalid zarr_format: {other}. Expected 2 or 3"))),
    };
    waiting(host, || zarr::create(&name, &component, &info, version, overwrite))?;
    Ok(Value::None)
}

/// `_zarr_write(path, component, index, block)`
fn write(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (name, component) = (path(at(a, 0))?, path(at(a, 1))?);
    let index = shape(host, at(a, 2))?;
    let chunk: Chunk = array(host, at(a, 3), None)?;
    waiting(host, || zarr::write_chunk(&name, &component, &index, &chunk))?;
    Ok(Value::None)
}

/// `_stack_info(file)`: chunks, dtype, axis.
fn stack_info(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let found = pickle::read(&read_bytes(host, &name)?)?;
    let chunks: Vec<Value> = found.chunks.iter().map(|axis| shape_value(axis)).collect();
    Ok(Value::tuple(vec![Value::tuple(chunks), Dtype::value(found.dtype), Value::Int(found.axis as i64)]))
}

/// `_put_stack_info(file, chunks, dtype, axis)`
fn put_stack_info(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let mut chunks = Vec::new();
    for axis in sequence(host, at(a, 1))? {
        chunks.push(integers(host, &axis)?.into_iter().map(|n| n.max(0) as usize).collect());
    }
    let axis = int(host, a, 3)?.max(0) as usize;
    let info = StackInfo { chunks, dtype: dtype(at(a, 2))?.unwrap_or(DType::Float64), axis };
    write_bytes(host, &name, &pickle::write(&info))?;
    Ok(Value::None)
}

/// `_read(path)`: an image.
fn picture(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    waiting(host, || pixels::read(&name)).map(NdArray::value)
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("dask.array.files._zarr_info", info),
    row("dask.array.files._zarr_read", read),
    row("dask.array.files._zarr_create", create),
    row("dask.array.files._zarr_write", write),
    row("dask.array.files._stack_info", stack_info),
    row("dask.array.files._put_stack_info", put_stack_info),
    row("dask.array.image._read", picture),
];
