//! Parts of eager arrays that library code cannot say: axes by number, diagonals as views; how they lie in memory.

use super::convert::{array, this};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, shape};
use crate::value::array::NdArray;
use crate::value::{Host, Value, index};

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

/// `_axis(axis, ndim, name)`: the axis counted from the front.
fn axis(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (axis, ndim) = (index::as_index(host, at(args, 0))?, index::as_index(host, at(args, 1))?);
    let found = shape::axis(axis, ndim.max(0) as usize).map_err(|mut error| {
        if let Value::Str(name) = at(args, 2) {
            error.message = format!("{}: {}", name.as_str(), error.message);
        }
        error
    })?;
    Ok(Value::Int(found as i64))
}

/// `diagonal(a, offset, axis1, axis2)`: a view to read.
///
/// # Errors
/// NumPy's, for axes that the array does not have.
pub fn diagonal(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let known = at(args, 0).as_native::<NdArray>().cloned();
    let chunk = array(host, at(args, 0), None)?;
    if chunk.ndim() < 2 {
        return Err(value_error("diag requires an array of at least two dimensions"));
    }
    let offset = index::as_index(host, at(args, 1))?;
    let mut place = |slot: usize, name: &str| -> Res<usize> {
        let found = axis(host, &[at(args, slot).clone(), Value::Int(chunk.ndim() as i64), Value::str(name)])?;
        Ok(if let Value::Int(axis) = found { axis as usize } else { 0 })
    };
    let (rows, columns) = (place(2, "axis1")?, place(3, "axis2")?);
    if rows == columns {
        return Err(value_error("axis1 and axis2 cannot be the same"));
    }
    let of = |list: &[usize], axis: usize| list.get(axis).copied().unwrap_or(0);
    let skip = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
    let (down, right) = if offset < 0 { (skip, 0) } else { (0, skip) };
    let count = of(&chunk.shape, rows).saturating_sub(down).min(of(&chunk.shape, columns).saturating_sub(right));
    let step = |axis: usize| chunk.strides.get(axis).copied().unwrap_or(0);
    let mut out: Chunk = chunk.clone();
    if count > 0 {
        out.offset = chunk.offset.wrapping_add_signed(down as isize * step(rows) + right as isize * step(columns));
    }
    let stays = |axis: &usize| *axis != rows && *axis != columns;
    let left: Vec<usize> = (0..chunk.ndim()).filter(stays).collect();
    out.shape = left.iter().map(|&axis| of(&chunk.shape, axis)).chain([count]).collect();
    out.strides = left.iter().map(|&axis| step(axis)).chain([step(rows) + step(columns)]).collect();
    let known = known.unwrap_or_else(|| NdArray::new(chunk));
    Ok(Value::native(known.view_to_read(out)))
}

/// `_layout(a)`: whether it is contiguous by rows, by columns, has its elements itself, and may be written.
fn layout(_: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let own = this(at(args, 0))?;
    let chunk = own.chunk();
    let owner = !own.view && own.map().is_none();
    let flags = [chunk.is_contiguous(), chunk.reversed().is_contiguous(), owner, own.is_writable()];
    Ok(Value::tuple(flags.map(Value::Bool).to_vec()))
}

/// `_set_writable(a, write)`.
fn set_writable(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let write = crate::value::kind::truth(host, at(args, 1))?;
    this(at(args, 0))?.set_writable(write)?;
    Ok(Value::None)
}

/// `_read_only(a)`: the same elements, which nobody may write.
fn read_only(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    Ok(Value::native(NdArray::read_only(array(host, at(args, 0), None)?)))
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy._axis", axis),
    row("numpy.exceptions.AxisError", |_, _| Ok(Value::ExcType(crate::data::ExcClass::AxisError))),
    row("numpy.diagonal", diagonal),
    row("numpy.ndarray.diagonal", diagonal),
    row("numpy._layout", layout),
    row("numpy._set_writable", set_writable),
    row("numpy._read_only", read_only),
];
