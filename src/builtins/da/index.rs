//! Indexing of lazy arrays with lists and arrays, points, and assignment to parts.

use std::sync::Arc;

use super::build::{astype, lazy_value, node_of, wrap};
use super::make::known;
use super::shape::{broadcast_node, rechunk_node};
use crate::builtins::np::convert::{array, is_lazy};
use crate::builtins::np::index::true_positions;
use crate::data::raised::{Raised, Res, index_error, type_error, value_error};
use crate::data::{Chunk, DType, ExcClass, shape};
use crate::expr::meta::array::Voice;
use crate::expr::meta::chunks::{COMPUTE_SIZES, show_shape};
use crate::expr::meta::index::{self as meta_index, Entry};
use crate::expr::meta::known::{entries, whole_number};
use crate::expr::meta::moves;
use crate::expr::{Array, ArrayMeta, Move, Node, NodeData, Op, Pick, Region};
use crate::value::array::NdArray;
use crate::value::{Host, SliceObj, Value};

/// What an index says of one axis once arrays in it are read.
enum Item {
    /// As it stands: an integer, a slice, `None`, `...`.
    Plain(Value),
    /// Integers, one by one.
    List(Chunk),
}

fn items_of(index: &Value) -> Vec<Value> {
    match index {
        Value::Tuple(tuple) => tuple.items.to_vec(),
        other => vec![other.clone()],
    }
}

/// Whether a lazy array of integers is in an index.
pub fn has_positions(index: &Value) -> bool {
    let one = |item: &Value| node_of(item).is_some_and(|node| node.meta.dtype.is_whole());
    match index {
        Value::Tuple(tuple) => tuple.items.iter().any(one),
        other => one(other),
    }
}

/// An index with whole numbers for the floats that are whole, as Dask takes them; for bools too where they stand for an
/// element.
pub fn whole_numbers(index: &Value, bools: bool) -> Res<Value> {
    let number = |v: &Value| match v {
        Value::Float(x) => whole_number(*x).map(Value::Int),
        Value::Bool(b) if bools => Ok(Value::Int(i64::from(*b))),
        other => Ok(other.clone()),
    };
    match index {
        Value::Tuple(tuple) if tuple.items.iter().any(|item| !matches!(item, Value::Int(_) | Value::None)) => {
            let items: Vec<Value> = tuple.items.iter().map(|item| whole_numbers(item, bools)).collect::<Res<_>>()?;
            Ok(Value::tuple(items))
        }
        Value::Slice(s) if [&s.start, &s.stop, &s.step].iter().any(|part| matches!(part, Value::Float(_))) => {
            let part = SliceObj { start: number(&s.start)?, stop: number(&s.stop)?, step: number(&s.step)? };
            Ok(Value::Slice(part.into()))
        }
        other => number(other),
    }
}

/// Whether an entry of an index is a list or an eager array with axes.
fn is_list(v: &Value) -> bool {
    match v {
        Value::List(_) | Value::Tuple(_) | Value::Range(_) => true,
        other => other.as_native::<NdArray>().is_some_and(|array| !array.shape.is_empty()),
    }
}

fn read(host: &mut dyn Host, v: &Value) -> Res<Item> {
    if !is_list(v) {
        return match v.as_native::<NdArray>() {
            Some(array) => Ok(Item::Plain(crate::builtins::np::convert::python(array.chunk().only()))),
            None => Ok(Item::Plain(v.clone())),
        };
    }
    let chunk = array(host, v, None)?;
    Ok(Item::List(chunk))
}

/// A list in an index as positions on its axis.
fn positions(list: &Chunk, at: usize, size: usize) -> Res<Vec<usize>> {
    if list.dtype() == DType::Bool {
        if list.size() != size {
            let text =
                format!("Boolean array with size {} is not long enough for axis {at} with size {size}", list.size());
            return Err(index_error(text).help("a mask has one truth for each position on the axis"));
        }
        let found = true_positions(list)?.into_iter().next().unwrap_or_default();
        return Ok(found.into_iter().map(|at| at as usize).collect());
    }
    let whole = match list.dtype().kind_char() {
        'i' | 'u' => list.to_vec::<i64>()?,
        'f' => integers(list)?,
        _ => return Err(type_error("('Invalid index type', <class 'numpy.ndarray'>)")),
    };
    let outside = || {
        index_error(format!("Index is out of bounds for axis {at} with size {size}"))
            .help(format!("valid positions are 0 to {}, or -{size} to -1 from the end", size.saturating_sub(1)))
    };
    whole.into_iter().map(|n| shape::index(n, at, size).map_err(|_| outside())).collect()
}

/// Floats that are whole numbers.
fn integers(list: &Chunk) -> Res<Vec<i64>> {
    list.to_vec::<f64>()?.into_iter().map(whole_number).collect()
}

/// An index with the lists taken out (whole slices in their place), and for each list its place in the index.
struct Split {
    plain: Value,
    lists: Vec<(usize, Chunk)>,
}

fn split(host: &mut dyn Host, index: &Value) -> Res<Split> {
    let mut plain = Vec::new();
    let mut lists = Vec::new();
    for (at, item) in items_of(index).iter().enumerate() {
        match read(host, item)? {
            Item::Plain(value) => plain.push(value),
            Item::List(list) => {
                lists.push((at, list));
                let none = || Value::None;
                plain.push(Value::Slice(std::rc::Rc::new(SliceObj { start: none(), stop: none(), step: none() })));
            }
        }
    }
    Ok(Split { plain: Value::tuple(plain), lists })
}

/// The axis of the array that the entry `at` of an index stands for.
fn axis_of(entries: &[Entry], at: usize, ndim: usize) -> usize {
    let takes = |entry: &&Entry| !matches!(entry, Entry::New | Entry::Ellipsis);
    let before = entries.iter().take(at);
    match before.clone().any(|entry| *entry == Entry::Ellipsis) {
        true => ndim.saturating_sub(entries.iter().skip(at).filter(takes).count()),
        false => before.filter(takes).count(),
    }
}

/// `x[index]` with a list or an eager array in the index; `None`: there is none.
pub fn listed(host: &mut dyn Host, array: &Array, index: &Value) -> Res<Option<Value>> {
    let node = array.node.clone();
    let items = items_of(index);
    if !items.iter().any(is_list) || items.iter().any(is_lazy) {
        return Ok(None);
    }
    if let Some(item) = items.iter().find(|item| matches!(item, Value::Tuple(_) | Value::Range(_))) {
        let name = crate::value::kind::type_name(item);
        let text = format!("'>=' not supported between instances of '{name}' and 'int'");
        return Err(type_error(text).help("give the positions of an axis as a list"));
    }
    let Split { plain, lists } = split(host, index)?;
    if lists.iter().any(|(_, list)| list.dtype() == DType::Bool && list.ndim() > 1) {
        return Ok(None);
    }
    let known = known(host, &plain)?;
    let entries = entries(&known, true)?;
    let found = meta_index::index(&node.meta, &entries, Voice::Dask)?;
    let mut read = Vec::new();
    for (at, list) in &lists {
        let axis = axis_of(&entries, *at, node.meta.ndim());
        let Some(size) = node.meta.shape.get(axis).copied().flatten() else { return Err(unknown_sizes()) };
        read.push((*at, positions(list, *at, size)?));
    }
    let ([(at, list)], [(_, given)]) = (&*read, &*lists) else { return Err(several()) };
    if given.ndim() > 1 {
        return Err(several());
    }
    let Some(picks) = found.picks else { return Err(unknown_sizes()) };
    let whole = |pick: &Pick| matches!(pick, Pick::Range { start: 0, step: 1, .. });
    let source = match picks.iter().all(whole) && found.meta.shape == node.meta.shape {
        true => node,
        false => NodeData::make("getitem", Op::Slice(picks), vec![node], found.meta, host.span()),
    };
    // Axes that an integer drops are no longer there.
    let expanded = meta_index::expand(&entries, array.node.meta.ndim(), Voice::Dask)?;
    let extra = expanded.len().saturating_sub(entries.len());
    let ellipsis = entries.iter().take(*at).any(|entry| *entry == Entry::Ellipsis);
    let place = if ellipsis { at + extra } else { *at };
    let axis = expanded.iter().take(place).filter(|entry| !matches!(entry, Entry::At(_))).count();
    Ok(Some(wrap(take_node(host, source, axis, list))))
}

fn several() -> Box<Raised> {
    Raised::new(ExcClass::NotImplementedError, "Don't yet support nd fancy indexing")
        .help("index with one list at a time, or point by point with x.vindex[...]")
}

fn unknown_sizes() -> Box<Raised> {
    value_error(format!("Array chunk size or shape is unknown. {COMPUTE_SIZES}"))
}

/// Positions taken along an axis; a run of neighbours in order is a slice.
pub fn take_node(host: &mut dyn Host, node: Node, axis: usize, list: &[usize]) -> Node {
    let meta = moves::take(&node.meta, axis, Some(list), None);
    if meta == node.meta && list.iter().enumerate().all(|(at, &position)| at == position) {
        return node;
    }
    if list.is_empty() {
        let picks = node.meta.shape.iter().enumerate().map(|(at, size)| Pick::Range {
            start: 0,
            step: 1,
            count: if at == axis { 0 } else { size.unwrap_or(0) },
        });
        return NodeData::make("getitem", Op::Slice(picks.collect()), vec![node.clone()], meta, host.span());
    }
    let how = Move::Take { axis, at: list.into() };
    NodeData::make("getitem", Op::Move(how), vec![node], meta, host.span())
}

/// `_points(x, axes, positions)`: the elements of `x` at these positions along these axes, one for each point.
pub fn points(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let [x, axes, lists] = args else { return Err(type_error("_points needs an array, axes and positions")) };
    let x = lazy_value(host, x)?;
    let Some(node) = node_of(&x) else { return Err(type_error("an array is missing")) };
    let axes: Vec<usize> =
        crate::builtins::np::convert::integers(host, axes)?.into_iter().map(|axis| axis.max(0) as usize).collect();
    let mut at: Vec<Arc<[usize]>> = Vec::new();
    for list in items_of(lists) {
        let found = array(host, &list, Some(DType::Int64))?.to_vec::<i64>()?;
        at.push(found.into_iter().map(|n| n.max(0) as usize).collect());
    }
    let count = at.first().map_or(0, |list| list.len());
    let meta = moves::points(&node.meta, &axes, count);
    let op = Op::Move(Move::Points { axes, at });
    Ok(wrap(NodeData::make("vindex-merge", op, vec![node.clone()], meta, host.span())))
}

/// `x[index] = value`.
pub fn setitem(host: &mut dyn Host, target: &Array, index: &Value, value: &Value) -> Res<()> {
    let node = target.node.clone();
    let index = &whole_numbers(index, false)?;
    let value = fitting(host, value, node.meta.dtype)?;
    let mask = node_of(index)
        .is_some_and(|key| key.meta.dtype == DType::Bool && (key.meta.ndim() != 1 || node.meta.ndim() == 1));
    let made = match mask {
        true => masked(host, &node, index, &value)?,
        false => assigned(host, node, index, &value)?,
    };
    target.assign(made);
    Ok(())
}

/// The value in the dtype of the array.
fn fitting(host: &mut dyn Host, value: &Value, to: DType) -> Res<Value> {
    if matches!(value, Value::Instance(_)) && crate::value::kind::type_name(value).starts_with("Masked") {
        let text = "masked values are not assigned to a lazy array that has no mask";
        let help = "make it masked before: x = da.ma.masked_array(x), then x[index] = np.ma.masked";
        return Err(Raised::new(ExcClass::NotImplementedError, text).help(help));
    }
    if !is_lazy(value) && matches!(to.kind_char(), 'i' | 'u') {
        let chunk = array(host, value, None)?;
        if matches!(chunk.dtype(), DType::Float32 | DType::Float64) {
            let list = chunk.to_vec::<f64>()?;
            if list.iter().any(|x| x.is_nan()) {
                return Err(value_error("cannot convert float NaN to integer"));
            }
            if list.iter().any(|x| x.is_infinite()) {
                return Err(value_error("cannot convert float infinity to integer"));
            }
        }
    }
    let value = lazy_value(host, value)?;
    astype(host, &value, to)
}

/// `x[mask] = value` with a lazy mask of the array's shape.
fn masked(host: &mut dyn Host, node: &Node, mask: &Value, value: &Value) -> Res<Node> {
    let (Some(key), Some(given)) = (node_of(mask), node_of(value)) else {
        return Err(type_error("an array is missing"));
    };
    let differ = |(a, b): (&Option<usize>, &Option<usize>)| matches!((a, b), (Some(a), Some(b)) if a != b);
    if key.meta.ndim() != node.meta.ndim() || key.meta.shape.iter().zip(&node.meta.shape).any(differ) {
        let (of, to) = (show_shape(&key.meta.shape), show_shape(&node.meta.shape));
        return Err(index_error(format!("boolean index shape {of} must match indexed array's {to}.")));
    }
    if given.meta.ndim() > 0 {
        let text = format!("cannot broadcast shape {} to shape (nan,)", show_shape(&given.meta.shape));
        return Err(
            value_error(text).help("how many places a lazy mask selects is not known: use da.where(mask, y, x)")
        );
    }
    let made = crate::builtins::np::ufunc::call(host, "where", &[mask.clone(), value.clone(), wrap(node.clone())])?;
    node_of(&made).cloned().ok_or_else(|| type_error("an array is missing"))
}

/// `x[index] = value` with integers, slices and at most one list.
fn assigned(host: &mut dyn Host, node: Node, index: &Value, value: &Value) -> Res<Node> {
    let Some(blocks) = node.meta.blocks() else {
        return Err(value_error(format!("Arrays chunk sizes are unknown. {COMPUTE_SIZES}")));
    };
    let regions = regions(host, &node, index)?;
    let Some(value_node) = node_of(value).cloned() else { return Err(type_error("an array is missing")) };
    let count = |region: &Region| match region {
        Region::Range { count, .. } => Some(*count),
        Region::List(list) => Some(list.len()),
        Region::Index(_) => None,
    };
    let sizes: Vec<usize> = regions.iter().filter_map(count).collect();
    let value_node = leading(host, value_node, &sizes)?;
    if sizes.contains(&0) {
        return Ok(NodeData::make(
            "setitem",
            Op::Move(Move::Reshape),
            vec![node.clone()],
            node.meta.clone(),
            host.span(),
        ));
    }
    let chunks: Vec<Arc<[usize]>> =
        blocks.iter().zip(&regions).filter_map(|(axis, region)| hits(axis, region)).collect();
    let value_node = broadcast_node(host, value_node, &sizes)?;
    let value_node = rechunk_node(host, &value_node, chunks.into_iter().map(Some).collect());
    let meta = node.meta.clone();
    Ok(NodeData::make("setitem", Op::Move(Move::Assign(regions)), vec![node, value_node], meta, host.span()))
}

/// The sizes of the parts of a region in the blocks that it touches, in its direction.
fn hits(axis: &[usize], region: &Region) -> Option<Arc<[usize]>> {
    match region {
        Region::Index(_) => None,
        Region::List(list) => Some(Arc::from([list.len()])),
        Region::Range { start, step, count } => {
            let steps = shape::Steps { start: *start, step: *step, count: *count };
            Some(meta_index::sliced(axis, steps, None))
        }
    }
}

/// The region of an index, one entry for each axis.
fn regions(host: &mut dyn Host, node: &Node, index: &Value) -> Res<Vec<Region>> {
    let items = items_of(index);
    for item in &items {
        if let Value::Bool(flag) = item {
            let shown = if *flag { "True" } else { "False" };
            return Err(refused(&format!("a scalar boolean index: {shown}")));
        }
        let scalar = item.as_native::<NdArray>().is_some_and(|array| array.shape.is_empty());
        if scalar || node_of(item).is_some_and(|node| node.meta.ndim() == 0) {
            let shown = crate::value::repr::repr(host, item)?;
            return Err(refused(&format!("a scalar numpy or dask array index: {shown}")));
        }
        if matches!(item, Value::None) {
            return Err(refused("an index with None").help("leave the None out: the value is broadcast"));
        }
    }
    let index = match items.iter().any(is_lazy) {
        true => Value::tuple(computed(host, &items)?),
        false => index.clone(),
    };
    let Split { plain, lists } = split(host, &index)?;
    if lists.len() > 1 {
        let shown = crate::value::repr::repr(host, &index)?;
        return Err(Raised::new(
            ExcClass::NotImplementedError,
            format!(
                "dask is currently limited to at most one dimension's assignment index being a 1-d array of integers or \
                 booleans. Got: {shown}"
            ),
        ));
    }
    let known = known(host, &plain)?;
    let entries = entries(&known, true)?;
    let found = meta_index::index(&node.meta, &entries, Voice::Dask)?;
    let Some(picks) = found.picks else { return Err(unknown_sizes()) };
    let mut out: Vec<Region> = picks
        .into_iter()
        .filter_map(|pick| match pick {
            Pick::Range { start, step, count } => Some(Region::Range { start, step, count }),
            Pick::Index(at) => Some(Region::Index(at)),
            Pick::New => None,
        })
        .collect();
    if let Some((at, list)) = lists.first() {
        let axis = axis_of(&entries, *at, node.meta.ndim());
        let size = node.meta.shape.get(axis).copied().flatten().unwrap_or(0);
        if list.ndim() > 1 {
            return Err(index_error(format!(
                "Incorrect shape ({}) of integer indices for dimension with size {size}",
                shape::show(&list.shape)
            )));
        }
        let found = positions(list, *at, size)?;
        if let Some(place) = out.get_mut(axis) {
            *place = Region::List(found.into());
        }
    }
    Ok(out)
}

/// Lazy lists in an index, computed: how many places they select decides what the value's blocks are.
fn computed(host: &mut dyn Host, items: &[Value]) -> Res<Vec<Value>> {
    let mut out = Vec::with_capacity(items.len());
    for item in items {
        out.push(match is_lazy(item) {
            true => NdArray::value(array(host, item, None)?),
            false => item.clone(),
        });
    }
    Ok(out)
}

fn refused(what: &str) -> Box<Raised> {
    Raised::new(ExcClass::NotImplementedError, format!("dask does not yet implement assignment to {what}"))
}

/// The value without the axes of size 1 that it has in front of those of the region.
fn leading(host: &mut dyn Host, value: Node, sizes: &[usize]) -> Res<Node> {
    let given = value.meta.shape.clone();
    let extra = given.len().saturating_sub(sizes.len());
    if given.iter().take(extra).any(|size| *size != Some(1)) {
        let (from, to) = (show_shape(&given), shape::show(sizes));
        return Err(value_error(format!("could not broadcast input array from shape{from} into shape {to}")));
    }
    let own = given.get(extra..).unwrap_or_default();
    let misfit = |(size, to): (&Option<usize>, &usize)| size.is_none_or(|size| size != 1 && size != *to);
    let empty = sizes.contains(&0) && given.iter().any(|size| size.is_none_or(|size| size > 1));
    if empty || own.iter().rev().zip(sizes.iter().rev()).any(misfit) {
        return Err(value_error(format!(
            "shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}",
            show_shape(&given),
            shape::show(sizes)
        )));
    }
    if extra == 0 {
        return Ok(value);
    }
    let picks = given.iter().enumerate().map(|(axis, size)| match axis < extra {
        true => Pick::Index(0),
        false => Pick::Range { start: 0, step: 1, count: size.unwrap_or(0) },
    });
    let meta = ArrayMeta {
        dtype: value.meta.dtype,
        shape: own.to_vec(),
        chunks: value.meta.chunks.get(extra..).unwrap_or_default().to_vec(),
    };
    Ok(NodeData::make("getitem", Op::Slice(picks.collect()), vec![value], meta, host.span()))
}
