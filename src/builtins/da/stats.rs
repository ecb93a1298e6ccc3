//! The one row that the library code of `dask.array.stats` needs: tail probabilities.

use crate::builtins::args::{at, rest};
use crate::builtins::np::convert::{array, result};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error};
use crate::data::{Chunk, DType};
use crate::kernels::special;
use crate::value::{Host, Value};

/// `_above(distribution, x, *parameters)`: the probability of a value above each `x`.
fn above(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let Some(name) = at(args, 0).as_str() else { return Err(type_error("the name of a distribution is missing")) };
    let mut list: Vec<Chunk> = vec![array(host, at(args, 1), Some(DType::Float64))?];
    for parameter in rest(args, 2) {
        list.push(array(host, parameter, Some(DType::Float64))?);
    }
    Ok(result(special::above(name, &list)?))
}

/// The rows.
pub const ROWS: &[Row] = &[row("dask.array.stats._above", above)];
