//! Lazy arrays in files: the primitives on which stacks and images are written in stdlib/.

use crate::builtins::args::{at, int};
use crate::builtins::np::convert::{Dtype, dtype, integers, sequence, shape_value};
use crate::builtins::np::file::{of_file, path, read_bytes, write_bytes};
use crate::builtins::row::{Row, row};
use crate::builtins::zarr::waiting;
use crate::data::DType;
use crate::data::raised::Res;
use crate::io::image as pixels;
use crate::io::pickle::{self, StackInfo};
use crate::value::array::NdArray;
use crate::value::{Host, Value};

/// `_stack_info(file)`: chunks, dtype, axis.
fn stack_info(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = path(at(a, 0))?;
    let found = pickle::read(&read_bytes(host, &name)?).map_err(|error| of_file(&name, &error))?;
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
    row("dask.array.files._stack_info", stack_info),
    row("dask.array.files._put_stack_info", put_stack_info),
    row("dask.array.image._read", picture),
];
