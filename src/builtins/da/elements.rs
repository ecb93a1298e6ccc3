//! Which functions of blocks are functions of single numbers: `np.vectorize`d ones, whose elements can be made where they
//! are used.

use crate::builtins::np::convert::dtype as dtype_arg;
use crate::data::dtype::Kind;
use crate::data::{DType, Sym};
use crate::expr::call::{Along, CallArg, Elements};
use crate::expr::{ArrayMeta, Node};
use crate::value::class::Instance;
use crate::value::frozen::Frozen;
use crate::value::{Value, set};

/// How a call works on single elements; `None` where it works on blocks.
pub fn of(
    function: &Value,
    (args, kwargs): (&[CallArg], &[(Sym, CallArg)]),
    inputs: &[Node],
    meta: &ArrayMeta,
) -> Option<Elements> {
    let Value::Instance(object) = function else { return None };
    if &*object.class.name != "vectorize" || &*object.class.module != "numpy" || !kwargs.is_empty() {
        return None;
    }
    let told = told(object, meta.dtype)?;
    let known = |input: &Node| input.meta.shape.iter().all(Option::is_some) && !input.loose && is_number(&input.meta);
    let plain = matches!(attr(object, "pyfunc"), Some(Value::Function(_))) && excludes_nothing(object);
    (plain && inputs.iter().all(known) && lies_alike(args, inputs, meta)).then_some(Elements { told })
}

fn attr(object: &Instance, name: &str) -> Option<Value> {
    object.attrs.borrow().get(Sym::new(name))
}

fn excludes_nothing(object: &Instance) -> bool {
    matches!(attr(object, "excluded"), Some(Value::Set(excluded)) if set::len(&excluded) == 0)
}

/// Whether the dtype of the result was told; `None` if it is none that compiled functions give.
fn told(object: &Instance, dtype: DType) -> Option<bool> {
    if !matches!(dtype, DType::Int64 | DType::Float64 | DType::Bool) {
        return None;
    }
    let wanted = match attr(object, "otypes")? {
        Value::None => return Some(false),
        Value::Str(kinds) if kinds.as_str().chars().count() == 1 => Value::Str(kinds),
        Value::List(kinds) => kinds.items.borrow().first().cloned()?,
        Value::Tuple(kinds) => kinds.items.first().cloned()?,
        _ => return None,
    };
    (dtype_arg(&wanted).ok()?? == dtype).then_some(true)
}

/// Whether the elements of an array are numbers to compiled functions.
fn is_number(meta: &ArrayMeta) -> bool {
    match meta.dtype.kind() {
        Kind::Bool | Kind::Int | Kind::Float => true,
        Kind::UInt => meta.dtype.itemsize() < 8,
        _ => false,
    }
}

/// Whether all arguments are numbers, and blocks in the places of the result's to whose shape they broadcast.
fn lies_alike(args: &[CallArg], inputs: &[Node], meta: &ArrayMeta) -> bool {
    // Along each axis of the result some input must have its blocks.
    let mut covered = vec![false; meta.ndim()];
    for arg in args {
        let (input, along) = match arg {
            CallArg::Value(Frozen::Bool(_) | Frozen::Int(_) | Frozen::Float(_)) => continue,
            CallArg::Blocks { input, along, .. } => (*input, along),
            _ => return false,
        };
        let Some(node) = inputs.get(input as usize) else { return false };
        let Some(lead) = meta.ndim().checked_sub(node.meta.ndim()) else { return false };
        for (axis, (along, blocks)) in along.iter().zip(&node.meta.chunks).enumerate() {
            let (place, one) = (axis + lead, [1usize]);
            let (Some(blocks), Some(wanted)) = (blocks, meta.chunks.get(place)) else { return false };
            let same = wanted.as_deref() == Some(&**blocks);
            if *along != Along::Out(place) || !(same || **blocks == one) {
                return false;
            }
            if let Some(place) = covered.get_mut(place) {
                *place |= same;
            }
        }
    }
    !covered.is_empty() && covered.into_iter().all(|axis| axis)
}
