//! Functions of the user over elements of arrays, as compiled code where they are functions of numbers.

use super::convert::{array, items};
use crate::builtins::args::at;
use crate::builtins::row::{Row, row};
use crate::data::dtype::Kind;
use crate::data::{Chunk, Res};
use crate::value::array::NdArray;
use crate::value::{Column, Host, Value};

/// The rows.
pub const ROWS: &[Row] = &[row("numpy._map_rows", map_rows)];

/// The elements of an array as Python's numbers.
fn column(chunk: &Chunk) -> Res<Option<Column>> {
    Ok(match chunk.dtype().kind() {
        Kind::Bool => Some(Column::Bool(chunk.to_vec::<bool>()?)),
        Kind::Int => Some(Column::Int(chunk.to_vec::<i64>()?)),
        Kind::UInt if chunk.dtype().itemsize() < 8 => Some(Column::Int(chunk.to_vec::<i64>()?)),
        Kind::Float => Some(Column::Float(chunk.to_vec::<f64>()?)),
        _ => None,
    })
}

/// What a function gives for each element of arrays of one axis: an array, a list if the results are not all of one type
/// of numbers, and `None` if it is to be called one by one.
fn map_rows(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let mut columns = Vec::new();
    for value in items(at(a, 1)).unwrap_or_default() {
        let chunk = array(host, &value, None)?;
        match column(&chunk)? {
            Some(column) => columns.push(column),
            None => return Ok(Value::None),
        }
    }
    let Some(made) = host.map_numbers(at(a, 0), &columns, true)? else { return Ok(Value::None) };
    let count = vec![made.len()];
    Ok(match made {
        Column::Int(items) => NdArray::value(Chunk::of(items, count)),
        Column::Float(items) => NdArray::value(Chunk::of(items, count)),
        Column::Bool(items) => NdArray::value(Chunk::of(items, count)),
        Column::Values(items) => Value::list(items),
    })
}
