//! The one row that the library code of `dask.array.stats` needs: tail probabilities.

use crate::builtins::args::{at, rest};
use crate::builtins::math_special::erfc;
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
    if name == "norm" {
        let x = list.swap_remove(0);
        let tails = x.to_vec::<f64>()?.into_iter().map(|x| erfc(x / std::f64::consts::SQRT_2) / 2.0);
        return Ok(result(Chunk::of(tails.collect(), x.shape)));
    }
    Ok(result(special::above(name, &list)?))
}

/// The rows.
pub const ROWS: &[Row] = &[row("dask.array.stats._above", above)];
