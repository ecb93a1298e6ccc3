//! Functions on blocks: the primitives on which `map_blocks`, `blockwise` and `reduction` are written in stdlib/.

use std::sync::Arc;

use super::build::{node_of, wrap};
use crate::builtins::args::{at, flag};
use crate::builtins::np::convert::{dtype as dtype_arg, sequence};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{DType, Sym};
use crate::expr::call::{Along, BlockCall, CallArg};
use crate::expr::delayed::Arg;
use crate::expr::meta::chunks::NAN;
use crate::expr::token::Token;
use crate::expr::{Array, ArrayMeta, Node, NodeData, Op, tokenize};
use crate::value::frozen::{self, Memo};
use crate::value::held::Held;
use crate::value::{Host, Value, dict, index};

/// The sizes of blocks along an axis: integers, or nan where they are not known.
fn sizes(host: &mut dyn Host, v: &Value) -> Res<Arc<[usize]>> {
    let mut out = Vec::new();
    for item in sequence(host, v)? {
        out.push(match item {
            Value::Float(size) if size.is_nan() => NAN,
            Value::Np(DType::Float64, bits) if f64::from_bits(bits).is_nan() => NAN,
            Value::Float(size) if size >= 0.0 && size.fract() == 0.0 => size as usize,
            other => usize::try_from(index::as_index(host, &other)?)
                .map_err(|_| value_error("chunks must not be negative"))?,
        });
    }
    Ok(out.into())
}

/// Dtype and blocks as what is known of an array.
fn meta_of(host: &mut dyn Host, dtype: &Value, chunks: &Value) -> Res<ArrayMeta> {
    let dtype = dtype_arg(dtype)?.ok_or_else(|| value_error("You must specify the meta or dtype of the array"))?;
    let chunks = sequence(host, chunks)?.iter().map(|axis| sizes(host, axis)).collect::<Res<Vec<_>>>()?;
    Ok(ArrayMeta::known(dtype, chunks))
}

/// The entries of an index: an axis of the result, -1 for all blocks, `(axis, count)` for groups of blocks.
fn along(host: &mut dyn Host, v: &Value) -> Res<Along> {
    if let Value::Tuple(pair) = v {
        let [axis, size] = &*pair.items else { return Err(type_error("a group is an axis and a count")) };
        let (axis, size) = (index::as_index(host, axis)?, index::as_index(host, size)?);
        return Ok(Along::Group { axis: axis.max(0) as usize, size: size.max(1) as usize });
    }
    Ok(match usize::try_from(index::as_index(host, v)?) {
        Ok(axis) => Along::Out(axis),
        Err(_) => Along::All,
    })
}

/// The inputs of a node, each once.
fn input(inputs: &mut Vec<Node>, node: &Node) -> u32 {
    let known = inputs.iter().position(|at| Arc::ptr_eq(at, node));
    known.unwrap_or_else(|| {
        inputs.push(node.clone());
        inputs.len() - 1
    }) as u32
}

/// An argument that is the same for all blocks.
fn plain(host: &mut dyn Host, v: &Value, token: &mut Token) -> Res<CallArg> {
    tokenize::add(token.word(1), v, 0);
    match Arg::of(v) {
        Arg::Value(value) => Ok(CallArg::Value(frozen::freeze(host, &value, &mut Memo::default())?)),
        _ => Ok(CallArg::Lazy(Arc::new(Held::new(v.clone())))),
    }
}

/// Slots: `function, args, along, kwargs, chunks, dtype, name, token, join, each`. `each` says by keyword what is given for
/// each block: `None` its indices, `"begin"` where it begins, `"sizes"` its sizes, a function what it gives of the indices.
fn call(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let meta = meta_of(host, at(a, 5), at(a, 4))?;
    let join = flag(host, a, 8)?;
    let mut token = Token::new("call");
    tokenize::add(&mut token, at(a, 0), 0);
    token.word(u64::from(join));
    let (mut inputs, mut args, mut kwargs) = (Vec::new(), Vec::new(), Vec::new());
    let places = sequence(host, at(a, 2))?;
    for (value, place) in sequence(host, at(a, 1))?.iter().zip(&places) {
        args.push(match (place, node_of(value)) {
            (Value::None, _) => plain(host, value, &mut token)?,
            (place, Some(node)) => {
                let along = sequence(host, place)?.iter().map(|at| along(host, at)).collect::<Res<Vec<_>>>()?;
                token.word(2).word(along.len() as u64);
                along.iter().for_each(|along| along.token(&mut token));
                CallArg::Blocks { input: input(&mut inputs, node), along, join }
            }
            _ => return Err(type_error("blocks are taken of dask arrays only")),
        });
    }
    for (name, value) in pairs(at(a, 3))? {
        kwargs.push((name, plain(host, &value, token.text(name.as_str()))?));
    }
    for (name, value) in pairs(at(a, 9))? {
        token.text(name.as_str());
        let arg = match &value {
            Value::None => CallArg::Id,
            Value::Str(word) if word.as_str() == "begin" => CallArg::Begin(vec![0; meta.ndim()].into()),
            Value::Str(_) => CallArg::Sizes,
            function => {
                tokenize::add(&mut token, function, 0);
                CallArg::Each(Arc::new(Held::new(function.clone())))
            }
        };
        kwargs.push((name, arg));
    }
    let verb: Arc<str> = at(a, 7).as_str().unwrap_or("map_blocks").into();
    let function = Some(Arc::new(Held::new(at(a, 0).clone())));
    let elements = super::elements::of(at(a, 0), (&args, &kwargs), &inputs, &meta);
    let call = BlockCall { function, verb: verb.clone(), args, kwargs, elements, token: token.finish() };
    Ok(made(host, at(a, 6), &verb, call, inputs, meta))
}

/// The pairs of a dict whose keys are texts.
fn pairs(v: &Value) -> Res<Vec<(Sym, Value)>> {
    let Value::Dict(table) = v else { return Err(type_error("keyword arguments are missing")) };
    let name = |(key, value): (Value, Value)| match key.as_str() {
        Some(name) => Ok((Sym::new(name), value)),
        None => Err(type_error("keywords must be strings")),
    };
    dict::items(table).into_iter().map(name).collect()
}

fn made(host: &mut dyn Host, name: &Value, prefix: &str, call: BlockCall, inputs: Vec<Node>, meta: ArrayMeta) -> Value {
    let (op, span) = (Op::Call(Arc::new(call)), host.span());
    wrap(match name {
        Value::Str(text) => NodeData::named(text.as_str(), op, inputs, meta, span),
        _ => NodeData::make(prefix, op, inputs, meta, span),
    })
}

/// Slots: an array, for each of its axes the numbers of blocks, whether the axis stays.
fn blocks(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let Some(node) = node_of(at(a, 0)) else { return Err(type_error("an array is missing")) };
    let (mut along, mut chunks, mut token) = (Vec::new(), Vec::new(), Token::new("blocks"));
    for (axis, list) in sequence(host, at(a, 1))?.iter().enumerate() {
        let picked = sizes(host, list)?;
        let Some(own) = node.meta.chunks.get(axis).cloned().flatten() else {
            return Err(type_error("the blocks of an array are not known"));
        };
        let of = |&block: &usize| own.get(block).copied().ok_or_else(|| value_error("there is no such block"));
        let kept: Vec<usize> = picked.iter().map(of).collect::<Res<_>>()?;
        chunks.push(Arc::from(kept));
        along.push(Along::Pick { axis, blocks: picked });
    }
    along.iter().for_each(|along| along.token(&mut token));
    let args = vec![CallArg::Blocks { input: 0, along, join: false }];
    let call = BlockCall {
        function: None,
        verb: "blocks".into(),
        args,
        kwargs: Vec::new(),
        elements: None,
        token: token.finish(),
    };
    let meta = ArrayMeta::known(node.meta.dtype, chunks);
    let inputs = vec![node.clone()];
    Ok(made(host, &Value::None, "blocks", call, inputs, meta))
}

/// Slots: an array, and the sizes of its blocks, which were computed.
fn settled(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let Some(node) = node_of(at(a, 0)) else { return Err(type_error("an array is missing")) };
    let chunks = sequence(host, at(a, 1))?.iter().map(|axis| sizes(host, axis)).collect::<Res<Vec<_>>>()?;
    let along: Vec<Along> = (0..chunks.len()).map(Along::Out).collect();
    let args = vec![CallArg::Blocks { input: 0, along, join: false }];
    let token = Token::new("settled").finish();
    let call =
        BlockCall { function: None, verb: "chunk sizes".into(), args, kwargs: Vec::new(), elements: None, token };
    let (meta, prefix) = (ArrayMeta::known(node.meta.dtype, chunks), node.prefix);
    let inputs = vec![node.clone()];
    Ok(made(host, &Value::None, prefix.as_str(), call, inputs, meta))
}

/// Slots: a delayed value, chunks, dtype, name.
fn from_delayed(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let meta = meta_of(host, at(a, 2), at(a, 1))?;
    let mut token = Token::new("from-value");
    tokenize::add(&mut token, at(a, 0), 0);
    let args = vec![CallArg::Lazy(Arc::new(Held::new(at(a, 0).clone())))];
    let verb = "from-value".into();
    let call = BlockCall { function: None, verb, args, kwargs: Vec::new(), elements: None, token: token.finish() };
    Ok(made(host, at(a, 3), "from-value", call, Vec::new(), meta))
}

/// Whether a function takes a keyword of this name.
fn has_keyword(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let Some(name) = at(a, 1).as_str() else { return Ok(Value::Bool(false)) };
    Ok(Value::Bool(takes(at(a, 0), name)))
}

fn takes(function: &Value, name: &str) -> bool {
    match function {
        Value::Function(function) => function.signature.names.iter().any(|known| known.as_str() == name),
        Value::Builtin(builtin) => builtin.signature.names.iter().any(|known| known.as_str() == name),
        Value::Method(method) => takes(&method.function, name),
        Value::Instance(object) => match object.class.lookup(Sym::new("__call__")) {
            Some(call) => {
                let bound = Sym::existing("keywords").and_then(|name| object.attrs.borrow().get(name));
                let given = matches!(&bound, Some(Value::Dict(table)) if dict::items(table).iter().any(|(key, _)| key.as_str() == Some(name)));
                let inner = Sym::existing("func").and_then(|name| object.attrs.borrow().get(name));
                !given && inner.map_or_else(|| takes(&call, name), |inner| takes(&inner, name))
            }
            None => false,
        },
        _ => false,
    }
}

/// A function of the library for arrays.
pub fn library(host: &mut dyn Host, name: &str, args: &[Value]) -> Res<Value> {
    let module = host.import("dask.array.core")?;
    let function = host.getattr(&module, Sym::new(name))?;
    host.call(&function, args, &[])
}

/// Slots: arrays, a function, keyword arguments of `compute`. The function is called with the number of the array, the
/// indices of the block and the block, in the order in which blocks come to be.
fn each_block(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let arrays = sequence(host, at(a, 0))?;
    let function = at(a, 1).clone();
    let options = crate::builtins::dask::options(at(a, 2))?;
    let engine = host.engine();
    engine.blocks(host, &arrays, &options, &mut |host, number, index, block| {
        let index = Value::tuple(index.iter().map(|&at| Value::Int(at as i64)).collect::<Vec<Value>>());
        host.call(&function, &[Value::Int(number as i64), index, block], &[]).map(|_| ())
    })?;
    Ok(Value::None)
}

/// Slots: an array, and the one that its handle is to stand for.
fn assign(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (Some(array), Some(node)) = (at(a, 0).as_native::<Array>(), node_of(at(a, 1))) else {
        return Err(type_error("an array is missing"));
    };
    array.assign(node.clone());
    Ok(Value::None)
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("dask.array.core._call", call),
    row("dask.array.core._blocks", blocks),
    row("dask.array.core._assign", assign),
    row("dask.array.core._each_block", each_block),
    row("dask.array.core._settled", settled),
    row("dask.array.core._from_delayed", from_delayed),
    row("dask.array.core._has_keyword", has_keyword),
];
