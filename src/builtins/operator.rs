//! `operator`: the operators as functions.

use super::args::{at, length};
use super::{Row, row};
use crate::data::Res;
use crate::data::ops::{BinOp, CmpOp, UnOp};
use crate::value::{Host, Value, arith, compare, index, iter, kind};

/// The rows.
pub const ROWS: &[Row] = &[
    row("operator.add", |h, a| arith::binary(h, BinOp::Add, at(a, 0), at(a, 1))),
    row("operator.sub", |h, a| arith::binary(h, BinOp::Sub, at(a, 0), at(a, 1))),
    row("operator.mul", |h, a| arith::binary(h, BinOp::Mul, at(a, 0), at(a, 1))),
    row("operator.truediv", |h, a| arith::binary(h, BinOp::Div, at(a, 0), at(a, 1))),
    row("operator.floordiv", |h, a| arith::binary(h, BinOp::FloorDiv, at(a, 0), at(a, 1))),
    row("operator.mod", |h, a| arith::binary(h, BinOp::Mod, at(a, 0), at(a, 1))),
    row("operator.pow", |h, a| arith::binary(h, BinOp::Pow, at(a, 0), at(a, 1))),
    row("operator.matmul", |h, a| arith::binary(h, BinOp::MatMul, at(a, 0), at(a, 1))),
    row("operator.and_", |h, a| arith::binary(h, BinOp::And, at(a, 0), at(a, 1))),
    row("operator.or_", |h, a| arith::binary(h, BinOp::Or, at(a, 0), at(a, 1))),
    row("operator.xor", |h, a| arith::binary(h, BinOp::Xor, at(a, 0), at(a, 1))),
    row("operator.lshift", |h, a| arith::binary(h, BinOp::Shl, at(a, 0), at(a, 1))),
    row("operator.rshift", |h, a| arith::binary(h, BinOp::Shr, at(a, 0), at(a, 1))),
    row("operator.iadd", |h, a| arith::inplace(h, BinOp::Add, at(a, 0), at(a, 1))),
    row("operator.isub", |h, a| arith::inplace(h, BinOp::Sub, at(a, 0), at(a, 1))),
    row("operator.imul", |h, a| arith::inplace(h, BinOp::Mul, at(a, 0), at(a, 1))),
    row("operator.itruediv", |h, a| arith::inplace(h, BinOp::Div, at(a, 0), at(a, 1))),
    row("operator.iand", |h, a| arith::inplace(h, BinOp::And, at(a, 0), at(a, 1))),
    row("operator.ior", |h, a| arith::inplace(h, BinOp::Or, at(a, 0), at(a, 1))),
    row("operator.ifloordiv", |h, a| arith::inplace(h, BinOp::FloorDiv, at(a, 0), at(a, 1))),
    row("operator.imod", |h, a| arith::inplace(h, BinOp::Mod, at(a, 0), at(a, 1))),
    row("operator.ipow", |h, a| arith::inplace(h, BinOp::Pow, at(a, 0), at(a, 1))),
    row("operator.imatmul", |h, a| arith::inplace(h, BinOp::MatMul, at(a, 0), at(a, 1))),
    row("operator.ixor", |h, a| arith::inplace(h, BinOp::Xor, at(a, 0), at(a, 1))),
    row("operator.ilshift", |h, a| arith::inplace(h, BinOp::Shl, at(a, 0), at(a, 1))),
    row("operator.irshift", |h, a| arith::inplace(h, BinOp::Shr, at(a, 0), at(a, 1))),
    row("operator.inv", |h, a| arith::unary(h, UnOp::Invert, at(a, 0))),
    row("operator.indexOf", |h, a| {
        for (place, item) in iter::collect(h, at(a, 0))?.iter().enumerate() {
            if compare::eq(h, item, at(a, 1))? {
                return Ok(length(place));
            }
        }
        Err(crate::data::raised::value_error("sequence.index(x): x not in sequence"))
    }),
    row("operator.neg", |h, a| arith::unary(h, UnOp::Neg, at(a, 0))),
    row("operator.pos", |h, a| arith::unary(h, UnOp::Pos, at(a, 0))),
    row("operator.invert", |h, a| arith::unary(h, UnOp::Invert, at(a, 0))),
    row("operator.abs", |h, a| arith::abs(h, at(a, 0))),
    row("operator.index", |h, a| match index::try_index(h, at(a, 0))? {
        Some(found) => Ok(found),
        None => {
            let class = kind::type_name(at(a, 0));
            let message = format!("'{class}' object cannot be interpreted as an integer");
            Err(crate::data::raised::type_error(message))
        }
    }),
    row("operator.eq", |h, a| compare::compare(h, CmpOp::Eq, at(a, 0), at(a, 1))),
    row("operator.ne", |h, a| compare::compare(h, CmpOp::Ne, at(a, 0), at(a, 1))),
    row("operator.lt", |h, a| compare::compare(h, CmpOp::Lt, at(a, 0), at(a, 1))),
    row("operator.le", |h, a| compare::compare(h, CmpOp::Le, at(a, 0), at(a, 1))),
    row("operator.gt", |h, a| compare::compare(h, CmpOp::Gt, at(a, 0), at(a, 1))),
    row("operator.ge", |h, a| compare::compare(h, CmpOp::Ge, at(a, 0), at(a, 1))),
    row("operator.is_", |_, a| Ok(Value::Bool(compare::is_same(at(a, 0), at(a, 1))))),
    row("operator.is_not", |_, a| Ok(Value::Bool(!compare::is_same(at(a, 0), at(a, 1))))),
    row("operator.not_", |h, a| Ok(Value::Bool(!kind::truth(h, at(a, 0))?))),
    row("operator.truth", |h, a| Ok(Value::Bool(kind::truth(h, at(a, 0))?))),
    row("operator.contains", |h, a| Ok(Value::Bool(compare::contains(h, at(a, 0), at(a, 1))?))),
    row("operator.concat", |h, a| arith::binary(h, BinOp::Add, at(a, 0), at(a, 1))),
    row("operator.getitem", |h, a| index::getitem(h, at(a, 0), at(a, 1))),
    row("operator.setitem", |h, a| {
        index::setitem(h, at(a, 0), at(a, 1), at(a, 2))?;
        Ok(Value::None)
    }),
    row("operator.delitem", |h, a| {
        index::delitem(h, at(a, 0), at(a, 1))?;
        Ok(Value::None)
    }),
    row("operator.countOf", count_of),
    row("operator.length_hint", |h, a| match kind::len(h, at(a, 0)) {
        Ok(found) => Ok(length(found)),
        Err(_) => Ok(at(a, 1).clone()),
    }),
];

fn count_of(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let mut found = 0;
    for item in iter::collect(host, at(a, 0))? {
        found += usize::from(compare::eq(host, &item, at(a, 1))?);
    }
    Ok(length(found))
}
