//! Functions that make eager arrays.

use super::convert::{Dtype, array, dtype, flag, integers, number, result, shape};
use crate::builtins::row::{Row, row};
use crate::data::buffer::room;
use crate::data::dtype::{Kind, result_type};
use crate::data::raised::{ExcClass, Raised, Res, type_error, value_error};
use crate::data::time::Unit;
use crate::data::{Chunk, DType, Operand, Scalar, Ticks};
use crate::expr::meta::make::arange_len;
use crate::kernels::elemwise::{Input, evaluate};
use crate::kernels::reduce::cast;
use crate::ops::ir::{Generator, Program, Step, number_operand};
use crate::value::array::NdArray;
use crate::value::{Host, Value, index, kind};

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

/// A new array in the layout of `order=`.
fn ordered(chunk: Chunk, order: &Value) -> Res<Value> {
    Ok(NdArray::value(match super::shape::columns_first(order, &chunk)? {
        true => super::shape::laid_out(&chunk, order)?,
        false => chunk,
    }))
}

fn filled(host: &mut dyn Host, args: &[Value], value: Scalar) -> Res<Value> {
    let sizes = shape(host, at(args, 0))?;
    let to = dtype(at(args, 1))?.unwrap_or(DType::Float64);
    let fill = if value.as_bool() { Scalar::one(to) } else { Scalar::zero(to) };
    ordered(Chunk::full(fill, &sizes)?, at(args, 2))
}

fn full(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let sizes = shape(host, at(args, 0))?;
    let wanted = dtype(at(args, 2))?;
    let fill = array(host, at(args, 1), wanted)?;
    ordered(fill.broadcast_to(&sizes).copy()?, at(args, 3))
}

/// `slot`: where `shape=` stands.
fn like(host: &mut dyn Host, args: &[Value], value: &Value, wanted: &Value, slot: usize) -> Res<Value> {
    if super::convert::is_lazy(at(args, 0)) {
        return crate::builtins::da::make::like(host, at(args, 0), value, std::slice::from_ref(wanted));
    }
    let of = array(host, at(args, 0), None)?;
    let to = dtype(wanted)?.unwrap_or(of.dtype());
    let fill = match value {
        // `zeros_like` and `ones_like`; of a `full_like` True is a text.
        Value::Bool(value) if to.is_text() && slot == 4 => {
            Chunk::scalar(if *value { Scalar::one(to) } else { Scalar::zero(to) })
        }
        _ if to.is_text() => array(host, value, Some(to))?,
        _ => array(host, value, None)?,
    };
    let sizes = match at(args, slot) {
        Value::None => of.shape,
        given => shape(host, given)?,
    };
    Ok(NdArray::value(cast(&fill, to)?.broadcast_to(&sizes).copy()?))
}

/// Elements of a generator as an array.
pub fn generated(how: Generator, count: usize, to: DType, poll: &mut dyn FnMut() -> Res<()>) -> Res<Chunk> {
    let mut program = Program::new(vec![DType::Int64]);
    let place = program.input(0);
    program.result = Some(program.push(Step::Generate { how, at: place, dtype: to }));
    evaluate(&program, &[Input::Index { start: 0, strides: &[1] }], &[count], poll)
}

/// `start`, `step`, number of elements and dtype of an `arange`.
pub struct Range {
    /// First element.
    pub start: Scalar,
    /// From one to the next.
    pub step: Scalar,
    /// Number of elements.
    pub count: usize,
    /// Dtype.
    pub dtype: DType,
}

/// The arguments `start, stop, step, dtype` of `arange`.
pub fn range(start: &Value, stop: &Value, step: &Value, wanted: &Value) -> Res<Range> {
    if let Some(found) = time_range(start, stop, step, wanted)? {
        return Ok(found);
    }
    let zero = Value::Int(0);
    let (start, stop) = if matches!(stop, Value::None) { (&zero, start) } else { (start, stop) };
    let one = Value::Int(1);
    let step = if matches!(step, Value::None) { &one } else { step };
    let read = |v: &Value| {
        number(v).ok_or_else(|| type_error(format!("arange() needs numbers, not '{}'", kind::type_name(v))))
    };
    let (a, b, by) = (read(start)?, read(stop)?, read(step)?);
    let operands: Vec<Operand> = [a, b, by].iter().map(|(value, weak)| number_operand(*value, *weak)).collect();
    let mut natural = result_type(&operands);
    // The default start and step are as wide as Python's integers.
    natural = natural.promote(DType::Int64);
    if by.0.as_f64() == 0.0 {
        return Err(Raised::new(ExcClass::ZeroDivisionError, "division by zero").help("the step must not be 0"));
    }
    let count = arange_len(a.0.as_f64(), b.0.as_f64(), by.0.as_f64());
    let count = count.ok_or_else(|| value_error("Maximum allowed size exceeded"))?;
    let dtype = dtype(wanted)?.unwrap_or(natural);
    Ok(Range { start: a.0, step: by.0, count, dtype })
}

/// The same of moments or durations: numbers of the unit that all have in common. `None` where none is one.
fn time_range(start: &Value, stop: &Value, step: &Value, wanted: &Value) -> Res<Option<Range>> {
    let wanted = dtype(wanted)?;
    let own = |v: &Value| match v {
        Value::Np(dtype, _) => Some(*dtype),
        v => super::times::of_datetime(v).map(Scalar::dtype),
    };
    let found = [start, stop, step].into_iter().filter_map(own).find(|dtype| dtype.is_time());
    let Some(class) = wanted.filter(|dtype| dtype.is_time()).or(found) else { return Ok(None) };
    if wanted.is_some_and(|wanted| !wanted.is_time()) {
        return Err(type_error("arange of moments or durations gives these, and no numbers"));
    }
    let moments = [start, stop].into_iter().filter_map(own).any(|dtype| matches!(dtype, DType::Datetime(_)));
    let class = if moments { DType::Datetime(class.unit().unwrap_or(Unit::GENERIC)) } else { class };
    let of = wanted.unwrap_or(class.in_unit(Unit::GENERIC));
    let is_moment = matches!(of, DType::Datetime(_));
    if is_moment && matches!(stop, Value::None) {
        return Err(value_error("arange requires both a start and a stop for NumPy datetime64 ranges"));
    }
    let zero = Value::Int(0);
    let (start, stop) = if matches!(stop, Value::None) { (&zero, start) } else { (start, stop) };
    let one = Value::Int(1);
    let step = if matches!(step, Value::None) { &one } else { step };
    // Whole numbers count from where the others stand.
    let read = |v: &Value, of: DType| match v {
        Value::Int(whole) => Ok(Scalar::Int64(*whole)),
        v => super::times::element(v, of),
    };
    let span = DType::Timedelta(of.unit().unwrap_or(Unit::GENERIC));
    let ends = if is_moment && matches!(own(stop), Some(DType::Timedelta(_))) { span } else { of };
    let (a, b, by) = (read(start, of)?, read(stop, ends)?, read(step, span)?);
    let mut unit = of.unit().unwrap_or(Unit::GENERIC);
    if unit.is_generic() {
        for part in [a, b, by].iter().filter_map(|part| part.dtype().unit()) {
            unit = unit.common(part, !is_moment)?;
        }
    }
    let in_unit = |part: Scalar| part.cast(part.dtype().in_unit(unit)).as_ticks();
    let (a, mut b, by) = (in_unit(a), in_unit(b), in_unit(by));
    if [a, b, by].iter().any(|part| part.is_nat()) {
        return Err(value_error("arange: cannot use NaT (not-a-time) datetime values"));
    }
    let counted = matches!(stop, Value::Int(_)) || matches!(own(stop), Some(DType::Timedelta(_)));
    if is_moment && counted && !matches!(start, Value::Int(_)) {
        b = Ticks(a.0.wrapping_add(b.0));
    }
    if by.0 == 0 {
        return Err(value_error("arange: step cannot be zero"));
    }
    let (distance, by_wide) = (i128::from(b.0) - i128::from(a.0), i128::from(by.0));
    let whole = distance / by_wide + i128::from(distance % by_wide != 0 && (distance < 0) == (by_wide < 0));
    let count = usize::try_from(whole.max(0)).map_err(|_| value_error("Maximum allowed size exceeded"))?;
    Ok(Some(Range { start: Scalar::Int64(a.0), step: Scalar::Int64(by.0), count, dtype: of.in_unit(unit) }))
}

fn arange(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let found = range(at(args, 0), at(args, 1), at(args, 2), at(args, 3))?;
    let kind = if found.dtype.is_inexact() { DType::Float64 } else { DType::Int64 };
    // NumPy takes the step from the first two elements.
    let step = match (found.start, found.step) {
        (Scalar::Int64(_), Scalar::Int64(_)) => found.step,
        (start, step) if kind == DType::Float64 => Scalar::Float64((start.as_f64() + step.as_f64()) - start.as_f64()),
        (_, step) => step,
    };
    let how = Generator::Arange { start: found.start.cast(kind), step: step.cast(kind) };
    let made = generated(how, found.count, kind, &mut || host.poll())?;
    Ok(NdArray::value(cast(&made, found.dtype)?))
}

/// The arguments `num`, `endpoint` of `linspace`: elements, and intervals between first and last.
pub fn intervals(host: &mut dyn Host, num: &Value, endpoint: &Value) -> Res<(usize, u64, bool)> {
    let wanted = index::as_index(host, num)?;
    let count = usize::try_from(wanted)
        .map_err(|_| value_error(format!("Number of samples, {wanted}, must be non-negative.")))?;
    let endpoint = flag(host, endpoint)?;
    let intervals = if endpoint { count.saturating_sub(1) } else { count };
    Ok((count, intervals as u64, endpoint))
}

fn linspace(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (count, intervals, endpoint) = intervals(host, at(args, 2), at(args, 3))?;
    let start = kind::to_float(host, at(args, 0))?;
    let stop = kind::to_float(host, at(args, 1))?;
    let to = dtype(at(args, 5))?.unwrap_or(DType::Float64);
    let how = Generator::Linspace { start: Scalar::Float64(start), stop: Scalar::Float64(stop), intervals, endpoint };
    let mut made = generated(how, count, DType::Float64, &mut || host.poll())?;
    if to.is_whole() {
        made = crate::kernels::reduce::apply("floor", &[&made])?;
    }
    let value = NdArray::value(cast(&made, to)?);
    if flag(host, at(args, 4))? {
        let step = if intervals > 0 { (stop - start) / intervals as f64 } else { f64::NAN };
        return Ok(Value::tuple(vec![value, super::reduce::float(step)]));
    }
    Ok(value)
}

fn make(host: &mut dyn Host, args: &[Value], copy: bool) -> Res<Value> {
    let of = at(args, 0);
    let to = dtype(at(args, 1))?;
    if let (Some(known), false) = (of.as_native::<NdArray>(), copy)
        && to.is_none_or(|to| to == known.dtype())
    {
        return Ok(of.clone());
    }
    let made = array(host, of, to)?;
    let order = if copy { at(args, 3) } else { at(args, 2) };
    let mut made =
        if of.as_native::<NdArray>().is_some() && copy { super::shape::laid_out(&made, order)? } else { made };
    if super::shape::columns_first(order, &made)? && !matches!(order, Value::Str(text) if text.as_str() == "K") {
        made = super::shape::laid_out(&made, order)?;
    }
    let least = if copy { index::as_index(host, at(args, 5))? } else { 0 };
    while (made.ndim() as i64) < least {
        made.shape.insert(0, 1);
        made.strides.insert(0, 0);
    }
    Ok(NdArray::value(made))
}

fn eye(host: &mut dyn Host, rows: &Value, columns: &Value, k: i64, to: &Value) -> Res<Value> {
    let n = *shape(host, rows)?.first().unwrap_or(&0);
    let m = if matches!(columns, Value::None) { n } else { *shape(host, columns)?.first().unwrap_or(&0) };
    let to = dtype(to)?.unwrap_or(DType::Float64);
    let mut items = room::<bool>(&[n, m])?;
    for i in 0..n {
        items.extend((0..m).map(|j| j as i64 - i as i64 == k));
    }
    Ok(NdArray::value(cast(&Chunk::of(items, vec![n, m]), to)?))
}

fn meshgrid(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let Value::Tuple(all) = at(args, args.len().saturating_sub(1)) else { return Ok(Value::None) };
    let matrix = match at(args, 2) {
        Value::Str(text) if text.as_str() == "ij" => true,
        Value::Str(text) if text.as_str() == "xy" => false,
        _ => return Err(value_error("Valid values for `indexing` are 'xy' and 'ij'.")),
    };
    let sparse = flag(host, at(args, 1))?;
    let mut axes = Vec::new();
    for v in all.items.iter() {
        let chunk = array(host, v, None)?;
        axes.push(chunk.reshape(vec![chunk.size()])?);
    }
    let order = |at: usize| if matrix || at > 1 || axes.len() < 2 { at } else { 1 - at };
    let mut sizes = vec![1; axes.len()];
    for (at, axis) in axes.iter().enumerate() {
        if let Some(place) = sizes.get_mut(order(at)) {
            *place = axis.size();
        }
    }
    let mut out = Vec::new();
    for (at, axis) in axes.iter().enumerate() {
        let mut own = vec![1; axes.len()];
        if let Some(place) = own.get_mut(order(at)) {
            *place = axis.size();
        }
        let line = axis.reshape(own)?;
        out.push(NdArray::value(if sparse { line.copy()? } else { line.broadcast_to(&sizes).copy()? }));
    }
    Ok(Value::tuple(out))
}

fn indices(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let sizes = integers(host, at(args, 0))?;
    let sizes: Vec<usize> = sizes.into_iter().map(|n| n.max(0) as usize).collect();
    let to = dtype(at(args, 1))?.unwrap_or(DType::Int64);
    let sparse = flag(host, at(args, 2))?;
    let whole = [&[sizes.len()], sizes.as_slice()].concat();
    let (mut out, mut open) = (room::<i64>(if sparse { &[0] } else { &whole })?, Vec::new());
    for (axis, &n) in sizes.iter().enumerate() {
        let mut own = vec![1; sizes.len()];
        if let Some(place) = own.get_mut(axis) {
            *place = n;
        }
        let line = Chunk::of(counted(n)?, own);
        if sparse {
            open.push(NdArray::value(cast(&line, to)?));
            continue;
        }
        out.extend(line.broadcast_to(&sizes).to_vec::<i64>()?);
    }
    if sparse {
        return Ok(Value::tuple(open));
    }
    Ok(NdArray::value(cast(&Chunk::of(out, whole), to)?))
}

/// The numbers below `count`; `MemoryError`.
pub fn counted(count: usize) -> Res<Vec<i64>> {
    let mut out = room(&[count])?;
    out.extend(0..count as i64);
    Ok(out)
}

fn fromiter(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let list = crate::value::iter::collect(host, at(args, 0))?;
    let to = dtype(at(args, 1))?;
    Ok(NdArray::value(array(host, &Value::list(list), to)?))
}

fn diag(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let of = array(host, at(args, 0), None)?;
    let k = index::as_index(host, at(args, 1))?;
    let shift = k.unsigned_abs() as usize;
    match of.shape.as_slice() {
        [n] => {
            let size = n + shift;
            let mut out = Chunk::full(Scalar::zero(of.dtype()), &[size, size])?;
            let start = if k >= 0 { shift } else { shift * size };
            if let Some(buffer) = std::sync::Arc::get_mut(&mut out.buffer) {
                crate::kernels::copy::assign(buffer, &[*n], &[size as isize + 1], start, &of)?;
            }
            Ok(NdArray::value(out))
        }
        [_, _] => {
            let axes = [at(args, 0).clone(), at(args, 1).clone(), Value::Int(0), Value::Int(1)];
            super::select::diagonal(host, &axes)
        }
        _ => Err(value_error("Input must be 1- or 2-d.")),
    }
}

/// `np.tril`, `np.triu`.
fn triangle(host: &mut dyn Host, args: &[Value], lower: bool) -> Res<Value> {
    let of = array(host, at(args, 0), None)?;
    let k = index::as_index(host, at(args, 1))?;
    let [.., rows, columns] = of.shape.as_slice() else { return Err(value_error("tril and triu need two axes")) };
    let mut keep = Vec::new();
    for i in 0..*rows as i64 {
        keep.extend((0..*columns as i64).map(|j| if lower { j - i <= k } else { j - i >= k }));
    }
    let mask = Chunk::of(keep, vec![*rows, *columns]);
    Ok(result(crate::kernels::reduce::apply("where", &[&mask, &of, &Chunk::scalar(Scalar::zero(of.dtype()))])?))
}

fn dtype_new(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    match dtype(at(args, args.len().saturating_sub(1)))? {
        Some(found) => Ok(Dtype::value(found)),
        None => Ok(Dtype::value(DType::Float64)),
    }
}

fn result_type_of(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let Value::Tuple(all) = at(args, 0) else { return Ok(Value::None) };
    if all.items.is_empty() {
        return Err(value_error("at least one array or dtype is required"));
    }
    let mut operands = Vec::new();
    for v in all.items.iter() {
        if matches!(v, Value::Str(_)) {
            operands.push(Operand::Strong(dtype(v)?.unwrap_or(DType::Float64)));
            continue;
        }
        if let (None, Some(lazy)) = (v.as_native::<NdArray>(), super::convert::dtype_of(v)) {
            operands.push(Operand::Strong(lazy));
            continue;
        }
        operands.push(match super::convert::term(host, v)? {
            Some(term) => term.operand(),
            None => Operand::Strong(dtype(v)?.unwrap_or(DType::Float64)),
        });
    }
    let dtypes: Vec<DType> = operands.iter().map(|operand| operand.dtype()).collect();
    if let Some((&first, rest)) = dtypes.split_first().filter(|_| dtypes.iter().any(|dtype| dtype.is_time())) {
        return rest.iter().try_fold(first, |known, dtype| known.common(*dtype)).map(Dtype::value);
    }
    Ok(Dtype::value(result_type(&operands)))
}

/// `np.can_cast(from_, to, casting)`.
fn can_cast(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let from = match at(args, 0) {
        Value::Int(_) | Value::Float(_) | Value::BigInt(_) => {
            return Err(type_error(
                "can_cast() does not support Python ints, floats, and complex because the result used to depend on the \
                 value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future.",
            ));
        }
        other => super::convert::dtype_of(other).map_or_else(|| dtype(other), |found| Ok(Some(found)))?,
    };
    let (from, to) = (from.unwrap_or(DType::Float64), dtype(at(args, 1))?.unwrap_or(DType::Float64));
    let holds = match at(args, 2).as_str() {
        Some("no" | "equiv") => from == to,
        Some("safe") => from.casts_safely(to),
        Some("same_kind") => from.casts_safely(to) || from.casts_same_kind(to),
        Some("unsafe") => true,
        Some(other) => {
            return Err(value_error(format!(
                "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' (got '{other}')"
            )));
        }
        None => return Err(type_error("casting must be a string")),
    };
    Ok(Value::Bool(holds))
}

/// `np.min_scalar_type(a)`: the smallest dtype that holds a number.
fn min_scalar_type(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let of = array(host, at(args, 0), None)?;
    if of.ndim() > 0 {
        return Ok(Dtype::value(of.dtype()));
    }
    let value = of.only();
    if value.dtype().is_text() {
        return Ok(Dtype::value(value.dtype()));
    }
    if value.dtype().is_inexact() {
        let error = Raised::new(ExcClass::NotImplementedError, "min_scalar_type of a float may be float16");
        return Err(error.help("rdask has no float16"));
    }
    if value.dtype() == DType::Bool {
        return Ok(Dtype::value(DType::Bool));
    }
    let negative = value.whole().is_some_and(|value| value < 0);
    let fits = |dtype: &DType| dtype.is_whole() && (dtype.kind() == Kind::Int) == negative && value.fits(*dtype);
    Ok(Dtype::value(DType::ALL.into_iter().find(fits).unwrap_or(value.dtype())))
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.ones", |host, args| filled(host, args, Scalar::Bool(true))),
    row("numpy.zeros", |host, args| filled(host, args, Scalar::Bool(false))),
    row("numpy.empty", |host, args| filled(host, args, Scalar::Bool(false))),
    row("numpy.full", full),
    row("numpy.ones_like", |host, args| like(host, args, &Value::Bool(true), at(args, 1), 4)),
    row("numpy.zeros_like", |host, args| like(host, args, &Value::Bool(false), at(args, 1), 4)),
    row("numpy.empty_like", |host, args| like(host, args, &Value::Bool(false), at(args, 1), 4)),
    row("numpy.full_like", |host, args| like(host, args, at(args, 1), at(args, 2), 5)),
    row("numpy.arange", arange),
    row("numpy._linspace", linspace),
    row("numpy.array", |host, args| {
        let copy = !matches!(at(args, 2), Value::None | Value::Bool(false)) || !matches!(at(args, 5), Value::Int(0));
        make(host, args, copy)
    }),
    row("numpy.asarray", |host, args| make(host, args, false)),
    row("numpy.fromiter", fromiter),
    row("numpy.eye", |host, args| {
        let k = index::as_index(host, at(args, 2))?;
        eye(host, at(args, 0), at(args, 1), k, at(args, 3))
    }),
    row("numpy.identity", |host, args| eye(host, at(args, 0), &Value::None, 0, at(args, 1))),
    row("numpy.meshgrid", meshgrid),
    row("numpy.indices", indices),
    row("numpy.diag", diag),
    row("numpy.tril", |host, args| triangle(host, args, true)),
    row("numpy.triu", |host, args| triangle(host, args, false)),
    row("numpy.dtype", |_, _| Ok(Value::Type(&super::convert::DTYPE))),
    row("numpy.dtype.__new__", dtype_new),
    row("numpy.result_type", result_type_of),
    row("numpy.can_cast", can_cast),
    row("numpy.min_scalar_type", min_scalar_type),
];
