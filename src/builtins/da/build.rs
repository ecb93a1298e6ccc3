//! From calls on lazy arrays to nodes: the rule of `expr` gives dtype, shape and blocks, the builder the node.

use crate::builtins::np::convert::{
    Dtype, Term as Operated, array, axes as axes_arg, dtype as dtype_arg, number, shape_value,
};
use crate::data::buffer::with_data;
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::{Res, type_error};
use crate::data::{Chunk, DType, Scalar};
use crate::expr::meta::array::{self as rules, Product, Term, Voice, whole};
use crate::expr::meta::chunks::NAN;
use crate::expr::meta::text::{operator_error, order_error};
use crate::expr::token::Token;
use crate::expr::{Arg, Array, ArrayMeta, Const, Node, NodeData, Op, Source};
use crate::ops::ir::number_operand;
use crate::ops::{self, Reduction, ScalarOp};
use crate::value::array::FrozenArray;
use crate::value::{Host, Value, kind};

/// A lazy array as a value.
pub fn wrap(node: Node) -> Value {
    Value::native(Array::new(node))
}

/// The node of a value that is a lazy array.
pub fn node_of(v: &Value) -> Option<&Node> {
    v.as_native::<Array>().map(|array| &array.node)
}

/// A number in a node.
pub fn constant(value: Scalar, weak: bool) -> Const {
    Const { value, weak }
}

/// The node of an array whose blocks are read from a mapped file when they are needed.
fn stored_node(host: &mut dyn Host, of: &Value, meta: &ArrayMeta, prefix: &str) -> Res<Node> {
    let module = host.import("numpy")?;
    let reader = host.getattr(&module, crate::data::Sym::new("_box"))?;
    let blocks = |axis: &crate::expr::meta::chunks::Blocks| shape_value(axis.as_deref().unwrap_or(&[]));
    let chunks = Value::tuple(meta.chunks.iter().map(blocks).collect::<Vec<Value>>());
    let args = [reader, of.clone(), chunks, Dtype::value(meta.dtype), Value::None, Value::str(prefix)];
    let made = super::call::library(host, "_read_by", &args)?;
    node_of(&made).cloned().ok_or_else(|| type_error("an array is missing"))
}

/// The node of an eager array in these blocks.
pub fn data_node(host: &mut dyn Host, chunk: &Chunk, meta: ArrayMeta, prefix: &str) -> Res<Node> {
    if let Some(of) = crate::builtins::np::memmap::layout(chunk) {
        return stored_node(host, &of, &meta, prefix);
    }
    let chunk = chunk.contiguous()?;
    let mut token = Token::new("array");
    token.word(chunk.dtype().code()).word(chunk.offset as u64);
    let size = chunk.size();
    with_data!(chunk.buffer.data(), items => {
        for item in items.iter().skip(chunk.offset).take(size) {
            token.wide(crate::data::Element::scalar(*item).wide());
        }
    });
    let source = Source::Data { array: std::sync::Arc::new(FrozenArray(chunk)), token: token.finish() };
    Ok(NodeData::make(prefix, Op::Source(source), Vec::new(), meta, host.span()))
}

/// The node of an eager array in one block.
fn eager_node(host: &mut dyn Host, chunk: &Chunk) -> Res<Node> {
    let meta = whole(chunk.dtype(), chunk.shape.iter().map(|&n| Some(n)).collect());
    data_node(host, chunk, meta, "array")
}

/// An operand: a node, or a number.
enum Operand {
    Node(Node),
    Number(Scalar, bool),
}

fn operand(host: &mut dyn Host, v: &Value) -> Res<Option<Operand>> {
    if let Some(node) = node_of(v) {
        return Ok(Some(Operand::Node(node.clone())));
    }
    if let Some((value, weak)) = number(v) {
        return Ok(Some(Operand::Number(value, weak)));
    }
    match crate::builtins::np::convert::term(host, v)? {
        Some(Operated::Number(text @ Scalar::Text(..), _)) => Ok(Some(Operand::Number(text, false))),
        Some(term) => Ok(Some(Operand::Node(eager_node(host, &term.chunk())?))),
        None => Ok(None),
    }
}

/// The blocks that an input must have to meet `meta` element by element.
fn aligned(host: &mut dyn Host, node: &Node, meta: &ArrayMeta) -> Node {
    let lead = meta.ndim().saturating_sub(node.meta.ndim());
    let mut chunks = node.meta.chunks.clone();
    for (at, blocks) in chunks.iter_mut().enumerate() {
        let unknown = blocks.as_ref().is_some_and(|blocks| blocks.contains(&NAN));
        if node.meta.shape.get(at) != Some(&Some(1)) && !unknown {
            *blocks = meta.chunks.get(lead + at).cloned().flatten();
        }
    }
    rechunked(host, node, chunks)
}

fn rechunked(host: &mut dyn Host, node: &Node, chunks: Vec<crate::expr::meta::chunks::Blocks>) -> Node {
    if chunks == node.meta.chunks {
        return node.clone();
    }
    let meta = ArrayMeta { chunks, ..node.meta.clone() };
    NodeData::make("rechunk-merge", Op::Rechunk(Default::default()), vec![node.clone()], meta, host.span())
}

/// An elementwise node under a name; `None` if an operand is none.
pub fn elementwise_named(
    host: &mut dyn Host,
    op: &'static ScalarOp,
    args: &[Value],
    prefix: &str,
) -> Res<Option<Value>> {
    let mut operands = Vec::with_capacity(args.len());
    for arg in args {
        match operand(host, arg)? {
            Some(operand) => operands.push(operand),
            None => return Ok(None),
        }
    }
    let terms: Vec<Term<'_>> = operands
        .iter()
        .map(|operand| match operand {
            Operand::Node(node) => Term::Array(&node.meta),
            Operand::Number(value, weak) => Term::Number(number_operand(*value, *weak)),
        })
        .collect();
    let meta = rules::elementwise(op, &terms, Voice::Dask)?;
    let mut inputs: Vec<Node> = Vec::new();
    let mut list = Vec::new();
    for operand in &operands {
        list.push(match operand {
            Operand::Number(value, weak) => Arg::Const(constant(*value, *weak)),
            Operand::Node(node) => {
                let node = aligned(host, node, &meta);
                let known = inputs.iter().position(|at| std::sync::Arc::ptr_eq(at, &node));
                let at = known.unwrap_or(inputs.len());
                if known.is_none() {
                    inputs.push(node);
                }
                Arg::Input(at as u32)
            }
        });
    }
    let op = Op::Elementwise { row: op.name, args: list };
    Ok(Some(wrap(NodeData::make(prefix, op, inputs, meta, host.span()))))
}

/// An elementwise node under its ufunc's name.
pub fn elementwise(host: &mut dyn Host, op: &'static ScalarOp, args: &[Value]) -> Res<Option<Value>> {
    elementwise_named(host, op, args, op.name)
}

/// Dask's name of an operator: `mul`, `and_`.
fn operator_name(op: BinOp) -> &'static str {
    match op {
        BinOp::And => "and_",
        BinOp::Or => "or_",
        other => other.method().trim_matches('_'),
    }
}

/// `a op b`, one of them lazy; `None` if the other is no operand. `reflected`: NumPy's operator of the left side.
pub fn binary(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    if op == BinOp::MatMul {
        return matmul(host, a, b).map(Some);
    }
    let Some(row) = crate::expr::meta::operators::ufunc_of(op).and_then(ops::find) else { return Ok(None) };
    let numpy_left = matches!(a, Value::Np(..)) || a.as_native::<crate::value::array::NdArray>().is_some();
    let prefix = if numpy_left { row.name } else { operator_name(op) };
    if let (BinOp::Pow, Some(node), Value::Int(2), Some(square)) = (op, node_of(a), b, ops::find("square"))
        && node.meta.dtype == DType::Bool
    {
        return elementwise_named(host, square, std::slice::from_ref(a), prefix);
    }
    let made = elementwise_named(host, row, &[a.clone(), b.clone()], prefix);
    if numpy_left {
        return made;
    }
    made.map_err(|raised| operator_error(raised, op.symbol(), &kind::type_name(a), &kind::type_name(b)))
}

/// `a op b` for a comparison.
pub fn compare(host: &mut dyn Host, op: CmpOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    let Some(row) = crate::expr::meta::operators::ufunc_of_compare(op).and_then(ops::find) else { return Ok(None) };
    let prefix = op.method().unwrap_or("").trim_matches('_');
    let both = [a.clone(), b.clone()];
    let made = match (op, elementwise_named(host, row, &both, prefix)) {
        // What no loop compares is unlike.
        (CmpOp::Eq | CmpOp::Ne, Err(error)) if error.class == crate::data::ExcClass::UFuncTypeError => {
            match ops::find(if op == CmpOp::Eq { "text_never" } else { "text_always" }) {
                Some(row) => elementwise_named(host, row, &both, prefix),
                None => Err(error),
            }
        }
        (_, made) => made,
    };
    made.map_err(|raised| order_error(raised, op.symbol(), &kind::type_name(a), &kind::type_name(b)))
}

/// `-a`, `~a`, `abs(a)`.
pub fn unary(host: &mut dyn Host, method: &str, a: &Value) -> Res<Option<Value>> {
    if method == "__pos__" {
        return Ok(Some(a.clone()));
    }
    let Some(row) = crate::expr::meta::operators::ufunc_of_unary(method).and_then(ops::find) else { return Ok(None) };
    elementwise_named(host, row, std::slice::from_ref(a), method.trim_matches('_'))
}

/// The arguments as lazy values: what is eager becomes a node.
pub fn lazy_value(host: &mut dyn Host, v: &Value) -> Res<Value> {
    if node_of(v).is_some() {
        return Ok(v.clone());
    }
    let chunk = array(host, v, None)?;
    Ok(wrap(eager_node(host, &chunk)?))
}

/// A function of `dask.array` with the first argument made lazy.
pub fn lazily(host: &mut dyn Host, args: &[Value], call: fn(&mut dyn Host, &[Value]) -> Res<Value>) -> Res<Value> {
    let Some((first, rest)) = args.split_first() else { return call(host, args) };
    let mut all = vec![lazy_value(host, first)?];
    all.extend_from_slice(rest);
    call(host, &all)
}

/// A ufunc of `dask.array`: lazy where an argument is lazy; of an eager one as NumPy's.
pub fn ufunc(host: &mut dyn Host, name: &str, args: &[Value]) -> Res<Value> {
    crate::builtins::np::ufunc::call(host, name, args)
}

/// `da.where(condition, x, y)`.
pub fn where_(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let [condition, x, y] = args else { return Err(type_error("where needs a condition and two arrays")) };
    match (x, y) {
        (Value::None, Value::None) => return super::call::library(host, "nonzero", std::slice::from_ref(condition)),
        (Value::None, _) | (_, Value::None) => {
            return Err(crate::data::raised::value_error("either both or neither of x and y should be given"));
        }
        _ => {}
    }
    let condition = lazy_value(host, condition)?;
    let condition = match node_of(&condition) {
        Some(node) if node.meta.dtype != DType::Bool => astype(host, &condition, DType::Bool)?,
        _ => condition,
    };
    crate::builtins::np::ufunc::call(host, "where", &[condition, x.clone(), y.clone()])
}

/// `x.astype(dtype)`.
pub fn astype(host: &mut dyn Host, v: &Value, to: DType) -> Res<Value> {
    match node_of(v) {
        Some(node) if node.meta.dtype == to => Ok(v.clone()),
        Some(node) if node.meta.dtype.is_time() || to.is_time() || node.meta.dtype.is_text() || to.is_text() => {
            let to = crate::builtins::np::convert::settled(node.meta.dtype, to)?;
            if node.meta.dtype.is_text() && to.is_time() {
                let text = format!("texts are not converted to {to} lazily in rdask");
                let error = crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, text);
                return Err(error.help("x.map_blocks(lambda block: block.astype(...), dtype=...) does"));
            }
            let meta = ArrayMeta { dtype: to, ..node.meta.clone() };
            let op = Op::Elementwise { row: "astype", args: vec![Arg::Input(0)] };
            Ok(wrap(NodeData::make("astype", op, vec![node.clone()], meta, host.span())))
        }
        _ => {
            let row = ops::table::cast::to(to);
            let made = elementwise_named(host, row, std::slice::from_ref(v), "astype")?;
            made.ok_or_else(|| type_error("astype needs an array"))
        }
    }
}

/// The same node under another name, as Dask names what its functions make of others.
pub fn renamed(v: &Value, name: &str) -> Value {
    match node_of(v) {
        Some(node) => wrap(NodeData::make(name, node.op.clone(), node.inputs.clone(), node.meta.clone(), node.span)),
        None => v.clone(),
    }
}

/// `x.round(decimals)`: multiplied, rounded to even, divided.
pub fn round(host: &mut dyn Host, v: &Value, decimals: i64) -> Res<Value> {
    let Some(dtype) = node_of(v).map(|node| node.meta.dtype) else { return Ok(v.clone()) };
    if dtype == DType::Bool {
        return Err(crate::builtins::np::ufunc::round_of_bool());
    }
    if dtype.is_whole() && decimals >= 0 {
        return Ok(renamed(v, "round"));
    }
    let mut step = |name: &str, args: &[Value]| -> Res<Value> {
        let row = ops::find(name).ok_or_else(|| type_error("no such function"))?;
        let made = elementwise_named(host, row, args, "round")?;
        made.ok_or_else(|| type_error("round needs an array"))
    };
    if decimals == 0 || !(dtype.is_inexact() || dtype.is_whole()) {
        return step("rint", std::slice::from_ref(v));
    }
    let scale = Value::Float(10f64.powi(decimals.unsigned_abs().min(400) as i32));
    let (first, last) = if decimals > 0 { ("multiply", "divide") } else { ("divide", "multiply") };
    let scaled = step(first, &[v.clone(), scale.clone()])?;
    let whole = step("rint", &[scaled])?;
    let made = step(last, &[whole, scale])?;
    Ok(renamed(&astype(host, &made, dtype)?, "round"))
}

/// Dask's name of a reduction's last step.
fn reduction_prefix(name: &str) -> String {
    match name {
        "mean" | "nanmean" => "mean_agg-aggregate".to_owned(),
        "std" | "nanstd" => "_sqrt".to_owned(),
        "nanvar" => "moment_agg-aggregate".to_owned(),
        "nanmin" | "nanmax" => format!("_{name}_skip-aggregate"),
        "nansum" => "sum-aggregate".to_owned(),
        "nanprod" => "prod-aggregate".to_owned(),
        "argmin" | "argmax" => "arg_agg-aggregate".to_owned(),
        "nanargmin" | "nanargmax" => "nanarg_agg-aggregate".to_owned(),
        other => format!("{other}-aggregate"),
    }
}

/// A reduction by the name of its row.
#[allow(clippy::too_many_arguments)]
pub fn reduce(
    host: &mut dyn Host,
    name: &str,
    v: &Value,
    axis: &Value,
    dtype: &Value,
    keepdims: bool,
    ddof: usize,
    split_every: Option<usize>,
) -> Res<Value> {
    let row = Reduction::named(name)?;
    let mut v = lazy_value(host, v)?;
    if row.finish == crate::ops::reduction::Finish::Position
        && let Value::Tuple(_) | Value::List(_) = axis
    {
        let shown = crate::value::repr::repr(host, axis)?;
        return Err(type_error(format!("axis must be either `None` or int, got '{shown}'")));
    }
    if let Some(to) = dtype_arg(dtype)? {
        v = astype(host, &v, to)?;
    }
    let Some(node) = node_of(&v) else { return Err(type_error("an array is missing")) };
    let list = axes_arg(host, axis)?;
    let (meta, axes) = rules::reduce(row, &node.meta, list.as_deref(), keepdims, Voice::Dask)?;
    let op = Op::Reduce { row: row.name, axes, keepdims, ddof, split_every };
    let own = meta.dtype;
    let prefix = reduction_prefix(row.name);
    let made = wrap(NodeData::make(&prefix, op, vec![node.clone()], meta, host.span()));
    match dtype_arg(dtype)? {
        // Sums of narrow integers are 64 bits wide here; cut, they are what NumPy adds up in the narrow ones.
        Some(to) if to != own => {
            let row = ops::table::cast::to(to);
            let cut = elementwise_named(host, row, std::slice::from_ref(&made), &prefix)?;
            Ok(cut.unwrap_or(made))
        }
        _ => Ok(made),
    }
}

/// `x.transpose(axes)`.
pub fn transpose(host: &mut dyn Host, v: &Value, axes: Option<Vec<i64>>) -> Res<Value> {
    let v = lazy_value(host, v)?;
    let Some(node) = node_of(&v) else { return Err(type_error("an array is missing")) };
    let (meta, order) = rules::transpose(&node.meta, axes.as_deref(), Voice::Dask)?;
    if order.iter().enumerate().all(|(at, &axis)| at == axis) {
        return Ok(v.clone());
    }
    Ok(wrap(NodeData::make("transpose", Op::Transpose(order), vec![node.clone()], meta, host.span())))
}

/// `a.dot(b)`.
pub fn dot(host: &mut dyn Host, a: &Value, b: &Value) -> Res<Value> {
    contract(host, a, b, "sum-aggregate")
}

/// `a @ b`.
pub fn matmul(host: &mut dyn Host, a: &Value, b: &Value) -> Res<Value> {
    let scalar = |v: &Value| number(v).is_some() || node_of(v).is_some_and(|node| node.meta.ndim() == 0);
    if scalar(a) || scalar(b) {
        let error = crate::data::raised::value_error("`matmul` does not support scalars.");
        return Err(error.help("multiply with * instead"));
    }
    let made = contract(host, a, b, "_chunk_sum-aggregate")?;
    // Dask adds an axis to a vector and takes it away again, as it does with what is summed of one block.
    let vector = |v: &Value| node_of(v).is_some_and(|node| node.meta.ndim() == 1);
    let single = node_of(&made).is_some_and(|node| {
        let inner = |node: &Node| node.meta.chunks.last().and_then(|c| c.as_ref()).map(|c| c.len());
        node.meta.ndim() <= 2 && node.inputs.first().and_then(inner) == Some(1)
    });
    Ok(match node_of(&made).map(|node| node.meta.ndim()) {
        Some(0) => renamed(&made, "squeeze"),
        Some(_) if single || vector(a) || vector(b) => renamed(&made, "getitem"),
        _ => made,
    })
}

fn contract(host: &mut dyn Host, a: &Value, b: &Value, prefix: &str) -> Res<Value> {
    let (a, b) = (lazy_value(host, a)?, lazy_value(host, b)?);
    let (Some(left), Some(right)) = (node_of(&a), node_of(&b)) else { return Err(type_error("two arrays are needed")) };
    if left.meta.ndim() == 0 || right.meta.ndim() == 0 {
        let row = ops::find("multiply").ok_or_else(|| type_error("no such function"))?;
        return Ok(elementwise(host, row, &[a.clone(), b.clone()])?.unwrap_or(Value::None));
    }
    if left.meta.ndim() > 2 || right.meta.ndim() > 2 {
        // Of more axes it is library code.
        let module = host.import("dask.array.contract")?;
        let name = if prefix == "sum-aggregate" { "_dot" } else { "_matmul" };
        let function = host.getattr(&module, crate::data::Sym::new(name))?;
        return host.call(&function, &[a.clone(), b.clone()], &[]);
    }
    let meta = rules::contract(&left.meta, &right.meta, Product::Dot)?;
    let (inner_a, inner_b) = (left.meta.ndim() - 1, right.meta.ndim().saturating_sub(2));
    let blocks = |node: &Node, axis: usize| node.meta.chunks.get(axis).cloned().flatten();
    let (Some(of_a), Some(of_b)) = (blocks(left, inner_a), blocks(right, inner_b)) else {
        return Err(type_error("the blocks of an array are not known"));
    };
    let joint: std::sync::Arc<[usize]> = crate::expr::meta::chunks::common(&[&of_a, &of_b])?.into();
    let mut with = |node: &Node, axis: usize| {
        let mut chunks = node.meta.chunks.clone();
        if let Some(place) = chunks.get_mut(axis) {
            *place = Some(joint.clone());
        }
        rechunked(host, node, chunks)
    };
    let inputs = vec![with(left, inner_a), with(right, inner_b)];
    Ok(wrap(NodeData::make(prefix, Op::Contract, inputs, meta, host.span())))
}

/// The inputs of a join in the blocks and dtype of the result.
pub fn joined(
    host: &mut dyn Host,
    op: Op,
    prefix: &str,
    parts: Vec<Value>,
    meta: ArrayMeta,
    axis: usize,
) -> Res<Value> {
    let stacked = matches!(op, Op::Stack { .. });
    let mut inputs = Vec::new();
    // As in `meta::array::concat`: arrays without elements are left out, unless there are no others.
    let empty = |part: &Value| node_of(part).is_some_and(|node| node.meta.size() == Some(0));
    let keep_empty = stacked || parts.iter().all(empty);
    for part in parts {
        if empty(&part) && !keep_empty {
            continue;
        }
        let part = astype(host, &part, meta.dtype)?;
        let Some(node) = node_of(&part) else { return Err(type_error("an array is missing")) };
        let mut chunks = node.meta.chunks.clone();
        for (at, blocks) in chunks.iter_mut().enumerate() {
            let to = if stacked && at >= axis { at + 1 } else { at };
            if stacked || at != axis {
                *blocks = meta.chunks.get(to).cloned().flatten();
            }
        }
        inputs.push(rechunked(host, node, chunks));
    }
    Ok(wrap(NodeData::make(prefix, op, inputs, meta, host.span())))
}
