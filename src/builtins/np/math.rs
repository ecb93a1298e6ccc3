//! Functions of eager arrays beyond elementwise ones and reductions: sorting, sets, statistics, comparisons.

use super::convert::{array, flag, result};
use super::ufunc::call as ufunc;
use crate::builtins::row::{Row, row};
use crate::data::buffer::room;
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType, Scalar, shape};
use crate::kernels::fold::Num;
use crate::kernels::reduce::{apply, cast};
use crate::value::array::{NdArray, np_scalar};
use crate::value::pause::patient;
use crate::value::{Host, Value, index, kind};

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

fn floats(host: &mut dyn Host, v: &Value) -> Res<Vec<f64>> {
    array(host, v, None)?.to_vec::<f64>()
}

fn vector(items: Vec<f64>) -> Value {
    let count = items.len();
    NdArray::value(Chunk::of(items, vec![count]))
}

fn order<T: Num>(a: &T, b: &T) -> std::cmp::Ordering {
    a.partial_cmp(b).unwrap_or_else(|| a.nan().cmp(&b.nan()))
}

/// Runs along an axis: the array with that axis last, its items, and the length of a run.
fn runs(host: &mut dyn Host, v: &Value, axis: &Value) -> Res<(Chunk, usize)> {
    let chunk = array(host, v, None)?;
    match axis {
        Value::None => Ok((chunk.reshape(vec![chunk.size()])?, 0)),
        axis => {
            let found = shape::axis(index::as_index(host, axis)?, chunk.ndim())?;
            Ok((chunk, found))
        }
    }
}

/// Axes in the order that moves `axis` to the end, and back.
fn to_end(ndim: usize, axis: usize) -> (Vec<usize>, Vec<usize>) {
    let mut there: Vec<usize> = (0..ndim).filter(|&at| at != axis).collect();
    there.push(axis);
    let mut back: Vec<usize> = (0..ndim.saturating_sub(1)).collect();
    back.insert(axis, ndim.saturating_sub(1));
    (there, back)
}

fn sorted(chunk: &Chunk, axis: usize) -> Res<Chunk> {
    crate::data::buffer::with_dtype!(chunk.dtype(), T => {
        let (there, back) = to_end(chunk.ndim(), axis);
        let turned = chunk.transpose(&there);
        let mut items = turned.to_vec::<T>()?;
        let run = chunk.shape.get(axis).copied().unwrap_or(1).max(1);
        items.chunks_mut(run).for_each(|part| part.sort_by(order));
        Chunk::of(items, turned.shape.clone()).transpose(&back).contiguous()
    })
}

fn argsorted(chunk: &Chunk, axis: usize) -> Res<Chunk> {
    crate::data::buffer::with_dtype!(chunk.dtype(), T => {
        let (there, back) = to_end(chunk.ndim(), axis);
        let turned = chunk.transpose(&there);
        let items = turned.to_vec::<T>()?;
        let run = chunk.shape.get(axis).copied().unwrap_or(1).max(1);
        let mut out = room::<i64>(&[items.len()])?;
        for part in items.chunks(run) {
            let mut places: Vec<usize> = (0..part.len()).collect();
            places.sort_by(|&a, &b| match (part.get(a), part.get(b)) {
                (Some(a), Some(b)) => order(a, b),
                _ => std::cmp::Ordering::Equal,
            });
            out.extend(places.into_iter().map(|at| at as i64));
        }
        Chunk::of(out, turned.shape.clone()).transpose(&back).contiguous()
    })
}

/// From so many elements on sorting takes long enough that the user may want to stop it.
const LONG: usize = 1_000_000;

fn sort(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (chunk, axis) = runs(host, at(args, 0), at(args, 1))?;
    patient(host, chunk.size() >= LONG, move || sorted(&chunk, axis)).map(NdArray::value)
}

fn sort_in_place(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let target = super::convert::this(at(args, 0))?.clone();
    let (chunk, axis) = runs(host, at(args, 0), at(args, 1))?;
    let done = patient(host, chunk.size() >= LONG, move || sorted(&chunk, axis))?;
    target
        .write(|buffer| crate::kernels::copy::assign(buffer, &target.shape, &target.strides, target.offset, &done))?;
    Ok(Value::None)
}

fn argsort(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (chunk, axis) = runs(host, at(args, 0), at(args, 1))?;
    patient(host, chunk.size() >= LONG, move || argsorted(&chunk, axis)).map(NdArray::value)
}

/// The different elements of a vector, sorted: elements, where each first stands, its number for each, counts.
struct Unique {
    items: Chunk,
    first: Vec<i64>,
    inverse: Vec<i64>,
    counts: Vec<i64>,
}

fn unique_of(chunk: &Chunk) -> Res<Unique> {
    let flat = chunk.reshape(vec![chunk.size()])?;
    let places = argsorted(&flat, 0)?.to_vec::<i64>()?;
    crate::data::buffer::with_dtype!(flat.dtype(), T => {
        let items = flat.to_vec::<T>()?;
        let mut out = Unique { items: flat.clone(), first: Vec::new(), inverse: vec![0; items.len()], counts: Vec::new() };
        let mut kept: Vec<T> = Vec::new();
        for &place in &places {
            let Some(&item) = items.get(place as usize) else { continue };
            let same = kept.last().is_some_and(|last| *last == item || (last.nan() && item.nan()));
            if !same {
                kept.push(item);
                out.first.push(place);
                out.counts.push(0);
            }
            if let (Some(count), Some(number)) = (out.counts.last_mut(), out.inverse.get_mut(place as usize)) {
                *count += 1;
                *number = kept.len() as i64 - 1;
            }
        }
        let count = kept.len();
        out.items = Chunk::of(kept, vec![count]);
        Ok(out)
    })
}

fn unique(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let chunk = array(host, at(args, 0), None)?;
    let found = unique_of(&chunk)?;
    let ints = |list: Vec<i64>, shape: Vec<usize>| NdArray::value(Chunk::of(list, shape));
    let count = found.first.len();
    let mut out = vec![NdArray::value(found.items)];
    if flag(host, at(args, 1))? {
        out.push(ints(found.first, vec![count]));
    }
    if flag(host, at(args, 2))? {
        out.push(ints(found.inverse, chunk.shape.clone()));
    }
    if flag(host, at(args, 3))? {
        out.push(ints(found.counts, vec![count]));
    }
    Ok(if out.len() == 1 { out.into_iter().next().unwrap_or(Value::None) } else { Value::tuple(out) })
}

fn diff(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let times = index::as_index(host, at(args, 1))?;
    let mut chunk = array(host, at(args, 0), None)?;
    let axis = shape::axis(index::as_index(host, at(args, 2))?, chunk.ndim())?;
    for _ in 0..times {
        let size = chunk.shape.get(axis).copied().unwrap_or(0);
        let part =
            |from: usize| chunk.slice_axis(axis, shape::Steps { start: from, step: 1, count: size.saturating_sub(1) });
        let name = if chunk.dtype() == DType::Bool { "not_equal" } else { "subtract" };
        chunk = apply(name, &[&part(usize::from(size > 1)), &part(0)])?;
    }
    Ok(NdArray::value(chunk))
}

fn searchsorted(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let sorted = floats(host, at(args, 0))?;
    let right = at(args, 2).as_str() == Some("right");
    let values = array(host, at(args, 1), None)?;
    let found: Vec<i64> = values.to_vec::<f64>()?.into_iter().map(|v| place_of(&sorted, v, right)).collect();
    Ok(result(Chunk::of(found, values.shape)))
}

fn place_of(sorted: &[f64], value: f64, right: bool) -> i64 {
    let before = |item: &f64| match order(item, &value) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Equal => right,
        std::cmp::Ordering::Greater => false,
    };
    sorted.partition_point(before) as i64
}

/// A quantile of sorted numbers, by NumPy's linear rule.
fn quantile_of(sorted: &[f64], q: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    if sorted.last().is_some_and(|value| value.is_nan()) {
        return f64::NAN;
    }
    let place = q * last as f64;
    let low = (place.floor() as usize).min(last);
    let get = |at: usize| sorted.get(at.min(last)).copied().unwrap_or(f64::NAN);
    let (a, b, t) = (get(low), get(low + 1), place - low as f64);
    if t >= 0.5 { b - (b - a) * (1.0 - t) } else { a + (b - a) * t }
}

/// Numbers of each run along the axes that are reduced, sorted, given to `f`.
fn over(host: &mut dyn Host, v: &Value, axis: &Value, f: impl Fn(Vec<f64>) -> f64) -> Res<Chunk> {
    let chunk = cast(&array(host, v, None)?, DType::Float64)?;
    let axes = super::convert::axes_of(host, axis, chunk.ndim())?;
    let mut there: Vec<usize> = (0..chunk.ndim()).filter(|at| !axes.contains(at)).collect();
    let kept: Vec<usize> = there.iter().map(|&at| chunk.shape.get(at).copied().unwrap_or(1)).collect();
    there.extend(&axes);
    let items = chunk.transpose(&there).to_vec::<f64>()?;
    let run = axes.iter().map(|&at| chunk.shape.get(at).copied().unwrap_or(1)).product::<usize>().max(1);
    let each = |part: &[f64]| {
        let mut part = part.to_vec();
        part.sort_by(order);
        f(part)
    };
    let out: Vec<f64> = if items.is_empty() { vec![f64::NAN] } else { items.chunks(run).map(each).collect() };
    Ok(Chunk::of(out, kept))
}

fn middle(sorted: &[f64]) -> f64 {
    if sorted.last().is_none_or(|value| value.is_nan()) {
        return f64::NAN;
    }
    let half = sorted.len() / 2;
    let get = |at: usize| sorted.get(at).copied().unwrap_or(f64::NAN);
    if sorted.len() % 2 == 1 { get(half) } else { (get(half - 1) + get(half)) / 2.0 }
}

fn median(host: &mut dyn Host, args: &[Value], skip: bool) -> Res<Value> {
    let of = |mut part: Vec<f64>| {
        if skip {
            part.retain(|value| !value.is_nan());
        }
        middle(&part)
    };
    over(host, at(args, 0), at(args, 1), of).map(result)
}

fn quantile(host: &mut dyn Host, args: &[Value], scale: f64) -> Res<Value> {
    let wanted = array(host, at(args, 1), None)?;
    let list: Vec<f64> = wanted.to_vec::<f64>()?.into_iter().map(|q| q / scale).collect();
    if list.iter().any(|q| !(0.0..=1.0).contains(q)) {
        let (name, range) = if scale == 1.0 { ("Quantiles", "[0, 1]") } else { ("Percentiles", "[0, 100]") };
        return Err(value_error(format!("{name} must be in the range {range}")));
    }
    let parts: Vec<Chunk> = list
        .iter()
        .map(|&q| over(host, at(args, 0), at(args, 2), move |part| quantile_of(&part, q)))
        .collect::<Res<_>>()?;
    if wanted.ndim() == 0 {
        return Ok(parts.into_iter().next().map_or(Value::None, result));
    }
    super::shape::stack_chunks(&parts, 0).map(NdArray::value)
}

fn histogram(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let items = floats(host, at(args, 0))?;
    let edges = bin_edges(host, &items, at(args, 1), at(args, 2))?;
    let (bins, last) = (edges.len().saturating_sub(1), edges.last().copied().unwrap_or(0.0));
    let mut counts = vec![0i64; bins];
    for &item in &items {
        let place = if item == last { bins as i64 - 1 } else { place_of(&edges, item, true) - 1 };
        if let Some(count) = usize::try_from(place).ok().and_then(|at| counts.get_mut(at))
            && item <= last
        {
            *count += 1;
        }
    }
    let counts = if flag(host, at(args, 3))? {
        let total: i64 = counts.iter().sum();
        let width = edges.windows(2).map(|pair| if let [a, b] = pair { b - a } else { 1.0 });
        vector(counts.iter().zip(width).map(|(&n, width)| n as f64 / width / total as f64).collect())
    } else {
        NdArray::value(Chunk::of(counts, vec![bins]))
    };
    let edges = match at(args, 1) {
        Value::Int(_) => vector(edges),
        given => NdArray::value(array(host, given, None)?),
    };
    Ok(Value::tuple(vec![counts, edges]))
}

fn bin_edges(host: &mut dyn Host, items: &[f64], bins: &Value, range: &Value) -> Res<Vec<f64>> {
    let Value::Int(count) = bins else { return floats(host, bins) };
    let count = usize::try_from(*count).ok().filter(|&n| n > 0);
    let count = count.ok_or_else(|| value_error("`bins` must be positive, when an integer"))?;
    let (mut low, mut high) = match floats_of_range(host, range)? {
        Some(pair) => pair,
        None if items.is_empty() => (0.0, 1.0),
        None => (
            items.iter().copied().fold(f64::INFINITY, f64::min),
            items.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        ),
    };
    if low == high {
        low -= 0.5;
        high += 0.5;
    }
    let step = (high - low) / count as f64;
    Ok((0..=count).map(|at| if at == count { high } else { at as f64 * step + low }).collect())
}

fn floats_of_range(host: &mut dyn Host, range: &Value) -> Res<Option<(f64, f64)>> {
    match range {
        Value::None => Ok(None),
        given => match floats(host, given)?.as_slice() {
            [low, high] => Ok(Some((*low, *high))),
            _ => Err(value_error("range must have two values: the lowest and the highest")),
        },
    }
}

fn bincount(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let places = array(host, at(args, 0), None)?.to_vec::<i64>()?;
    if places.iter().any(|&n| n < 0) {
        return Err(value_error("'list' argument must have no negative elements"));
    }
    let least = index::as_index(host, at(args, 2))?.max(0) as usize;
    let count = places.iter().copied().max().map_or(0, |n| n as usize + 1).max(least);
    room::<f64>(&[count])?;
    match at(args, 1) {
        Value::None => {
            let mut counts = vec![0i64; count];
            places.iter().for_each(|&n| counts.get_mut(n as usize).into_iter().for_each(|place| *place += 1));
            Ok(NdArray::value(Chunk::of(counts, vec![count])))
        }
        weights => {
            let weights = floats(host, weights)?;
            let mut sums = vec![0.0; count];
            for (&n, weight) in places.iter().zip(weights) {
                sums.get_mut(n as usize).into_iter().for_each(|place| *place += weight);
            }
            Ok(vector(sums))
        }
    }
}

fn digitize(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let bins = floats(host, at(args, 1))?;
    let right = flag(host, at(args, 2))?;
    let x = array(host, at(args, 0), None)?;
    let found: Vec<i64> = x.to_vec::<f64>()?.into_iter().map(|value| place_of(&bins, value, !right)).collect();
    Ok(result(Chunk::of(found, x.shape)))
}

fn interp(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (xs, ys) = (floats(host, at(args, 1))?, floats(host, at(args, 2))?);
    if xs.len() != ys.len() || xs.is_empty() {
        return Err(value_error("fp and xp are not of the same length."));
    }
    let x = array(host, at(args, 0), None)?;
    let one = |value: f64| {
        let after = place_of(&xs, value, true) as usize;
        let get = |list: &[f64], at: usize| list.get(at).copied().unwrap_or(f64::NAN);
        match after {
            0 => get(&ys, 0),
            n if n >= xs.len() => get(&ys, xs.len() - 1),
            n => {
                let slope = (get(&ys, n) - get(&ys, n - 1)) / (get(&xs, n) - get(&xs, n - 1));
                slope * (value - get(&xs, n - 1)) + get(&ys, n - 1)
            }
        }
    };
    Ok(result(Chunk::of(x.to_vec::<f64>()?.into_iter().map(one).collect(), x.shape)))
}

fn trapezoid(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let y = floats(host, at(args, 0))?;
    let dx = kind::to_float(host, at(args, 2))?;
    let x: Vec<f64> = match at(args, 1) {
        Value::None => (0..y.len()).map(|at| at as f64 * dx).collect(),
        x => floats(host, x)?,
    };
    let parts: Vec<f64> = y
        .windows(2)
        .zip(x.windows(2))
        .map(|(y, x)| match (y, x) {
            ([a, b], [from, to]) => (to - from) * (b + a) / 2.0,
            _ => 0.0,
        })
        .collect();
    Ok(np_scalar(Scalar::Float64(crate::kernels::fold::pairwise(&parts))))
}

fn gradient(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let f = floats(host, at(args, 0))?;
    let get = |at: usize| f.get(at).copied().unwrap_or(f64::NAN);
    let n = f.len();
    if n < 2 {
        return Err(value_error(
            "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.",
        ));
    }
    let one = |at: usize| match at {
        0 => get(1) - get(0),
        at if at == n - 1 => get(n - 1) - get(n - 2),
        at => (get(at + 1) - get(at - 1)) / 2.0,
    };
    Ok(vector((0..n).map(one).collect()))
}

fn convolve(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (a, b) = (array(host, at(args, 0), None)?, array(host, at(args, 1), None)?);
    let to = a.dtype().promote(b.dtype());
    let (x, y) = (a.to_vec::<f64>()?, b.to_vec::<f64>()?);
    if x.is_empty() || y.is_empty() {
        return Err(value_error("a cannot be empty"));
    }
    let mut full = vec![0.0; x.len() + y.len() - 1];
    for (i, p) in x.iter().enumerate() {
        for (place, q) in full.iter_mut().skip(i).zip(&y) {
            *place += p * q;
        }
    }
    let (long, short) = (x.len().max(y.len()), x.len().min(y.len()));
    let (from, count) = match at(args, 2).as_str() {
        Some("same") => ((short - 1) / 2, long),
        Some("valid") => (short - 1, long - short + 1),
        _ => (0, full.len()),
    };
    let kept: Vec<f64> = full.into_iter().skip(from).take(count).collect();
    let count = kept.len();
    Ok(NdArray::value(cast(&Chunk::of(kept, vec![count]), to)?))
}

fn covariance(host: &mut dyn Host, of: &Value) -> Res<Chunk> {
    let rows = cast(&array(host, of, None)?, DType::Float64)?;
    let rows = if rows.ndim() < 2 { rows.reshape(vec![1, rows.size()])? } else { rows };
    let count = rows.shape.last().copied().unwrap_or(0);
    let row = crate::ops::Reduction::named("mean")?;
    let mean = crate::kernels::reduce::reduce(row, &rows, &[1], true, 0.0, &mut || host.poll())?;
    let away = apply("subtract", &[&rows, &mean])?;
    let product = crate::kernels::linalg::dot(&away, &away.reversed())?;
    apply("divide", &[&product, &Chunk::scalar(Scalar::Float64(count as f64 - 1.0))])
}

fn cov(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let made = covariance(host, at(args, 0))?;
    Ok(if made.size() == 1 { NdArray::value(made.reshape(Vec::new())?) } else { NdArray::value(made) })
}

fn corrcoef(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let of = match at(args, 1) {
        Value::None => at(args, 0).clone(),
        y => Value::list(vec![at(args, 0).clone(), y.clone()]),
    };
    let cov = covariance(host, &of)?;
    let n = cov.shape.first().copied().unwrap_or(0);
    let diagonal: Vec<f64> = (0..n).map(|at| cov.get(&[at, at]).as_f64().sqrt()).collect();
    let (down, across) = (Chunk::of(diagonal.clone(), vec![n, 1]), Chunk::of(diagonal, vec![1, n]));
    let made = apply("divide", &[&apply("divide", &[&cov, &down])?, &across])?;
    let (low, high) = (Chunk::scalar(Scalar::Float64(-1.0)), Chunk::scalar(Scalar::Float64(1.0)));
    Ok(if n == 1 { np_scalar(made.only()) } else { NdArray::value(apply("clip", &[&made, &low, &high])?) })
}

fn diagonal_of(host: &mut dyn Host, v: &Value) -> Res<Chunk> {
    let chunk = array(host, v, None)?;
    let ([rows, columns], [down, across]) = (chunk.shape.as_slice(), chunk.strides.as_slice()) else {
        return Err(value_error("diag requires an array of at least two dimensions"));
    };
    let (n, step) = ((*rows).min(*columns), down + across);
    Ok(Chunk { shape: vec![n], strides: vec![step], offset: chunk.offset, buffer: chunk.buffer.clone() })
}

fn diagonal(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    Ok(NdArray::value(diagonal_of(host, at(args, 0))?.copy()?))
}

fn trace(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let line = NdArray::value(diagonal_of(host, at(args, 0))?);
    super::reduce::call(host, "sum", &[line], super::reduce::Slots::Full)
}

fn isclose(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    // A float, whatever it was: bools and integers have differences too.
    let (a, b) = (at(args, 0).clone(), ufunc(host, "add", &[at(args, 1).clone(), Value::Float(0.0)])?);
    let gap = ufunc(host, "subtract", &[a.clone(), b.clone()])?;
    let gap = ufunc(host, "absolute", &[gap])?;
    let size = ufunc(host, "absolute", std::slice::from_ref(&b))?;
    let room = ufunc(host, "multiply", &[size, at(args, 2).clone()])?;
    let room = ufunc(host, "add", &[room, at(args, 3).clone()])?;
    let near = ufunc(host, "less_equal", &[gap, room])?;
    let finite = ufunc(host, "isfinite", std::slice::from_ref(&b))?;
    let near = ufunc(host, "logical_and", &[near, finite])?;
    let same = ufunc(host, "equal", &[a.clone(), b.clone()])?;
    let mut out = ufunc(host, "logical_or", &[near, same])?;
    if flag(host, at(args, 4))? {
        let (x, y) = (ufunc(host, "isnan", &[a])?, ufunc(host, "isnan", &[b])?);
        let both = ufunc(host, "logical_and", &[x, y])?;
        out = ufunc(host, "logical_or", &[out, both])?;
    }
    Ok(out)
}

fn allclose(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let close = isclose(host, args)?;
    if super::convert::is_lazy(&close) {
        return super::reduce::call(host, "all", &[close], super::reduce::Slots::Short);
    }
    let flags = array(host, &close, None)?.to_vec::<bool>()?;
    Ok(Value::Bool(flags.into_iter().all(|flag| flag)))
}

fn array_equal(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (a, b) = (array(host, at(args, 0), None)?, array(host, at(args, 1), None)?);
    if a.shape != b.shape {
        return Ok(Value::Bool(false));
    }
    let mut same = apply("equal", &[&a, &b])?;
    if flag(host, at(args, 2))? {
        let both = apply("logical_and", &[&apply("isnan", &[&a])?, &apply("isnan", &[&b])?])?;
        same = apply("logical_or", &[&same, &both])?;
    }
    Ok(Value::Bool(same.to_vec::<bool>()?.into_iter().all(|flag| flag)))
}

fn isin(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let x = array(host, at(args, 0), None)?;
    let mut set = floats(host, at(args, 1))?;
    set.sort_by(order);
    let has = |value: f64| set.get(place_of(&set, value, false) as usize).is_some_and(|found| *found == value);
    Ok(result(Chunk::of(x.to_vec::<f64>()?.into_iter().map(has).collect(), x.shape)))
}

/// `intersect1d`, `union1d`, `setdiff1d`.
fn sets(host: &mut dyn Host, args: &[Value], keep: fn(bool, bool) -> bool) -> Res<Value> {
    let (a, b) = (array(host, at(args, 0), None)?, array(host, at(args, 1), None)?);
    let flat = |chunk: &Chunk| chunk.reshape(vec![chunk.size()]);
    let both = unique_of(&super::shape::concat_chunks(&[flat(&a)?, flat(&b)?], 0)?)?.items;
    let has = |host: &mut dyn Host, of: &Chunk| -> Res<Vec<bool>> {
        let found = isin(host, &[NdArray::value(both.clone()), NdArray::value(of.clone())])?;
        array(host, &found, None)?.to_vec::<bool>()
    };
    let (in_a, in_b) = (has(host, &a)?, has(host, &b)?);
    let kept = in_a.iter().zip(&in_b).enumerate().filter(|(_, (a, b))| keep(**a, **b)).map(|(at, _)| at);
    let places: Vec<usize> = kept.collect();
    let count = places.len();
    Ok(NdArray::value(crate::kernels::copy::take(&both, places.into_iter(), vec![count])?))
}

fn nan_to_num(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let x = array(host, at(args, 0), None)?;
    if !matches!(x.dtype(), DType::Float32 | DType::Float64) {
        return Ok(result(x));
    }
    let most = if x.dtype() == DType::Float32 { f64::from(f32::MAX) } else { f64::MAX };
    let mut number = |slot: usize, default: f64| match at(args, slot) {
        Value::None => Ok(default),
        v => kind::to_float(host, v),
    };
    let (nan, high, low) = (number(1, 0.0)?, number(2, most)?, number(3, -most)?);
    let fix = |value: f64| match value {
        value if value.is_nan() => nan,
        f64::INFINITY => high,
        f64::NEG_INFINITY => low,
        value => value,
    };
    let made = Chunk::of(x.to_vec::<f64>()?.into_iter().map(fix).collect(), x.shape.clone());
    Ok(result(cast(&made, x.dtype())?))
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.sort", sort),
    row("numpy.ndarray.sort", sort_in_place),
    row("numpy.argsort", argsort),
    row("numpy.ndarray.argsort", argsort),
    row("numpy.unique", unique),
    row("numpy.diff", diff),
    row("numpy.searchsorted", searchsorted),
    row("numpy.ndarray.searchsorted", searchsorted),
    row("numpy.median", |host, args| median(host, args, false)),
    row("numpy.nanmedian", |host, args| median(host, args, true)),
    row("numpy.percentile", |host, args| quantile(host, args, 100.0)),
    row("numpy.quantile", |host, args| quantile(host, args, 1.0)),
    row("numpy.histogram", histogram),
    row("numpy.bincount", bincount),
    row("numpy.digitize", digitize),
    row("numpy.interp", interp),
    row("numpy.trapezoid", trapezoid),
    row("numpy.gradient", gradient),
    row("numpy.convolve", convolve),
    row("numpy.cov", cov),
    row("numpy.corrcoef", corrcoef),
    row("numpy.trace", trace),
    row("numpy.ndarray.trace", trace),
    row("numpy.diagonal", diagonal),
    row("numpy.ndarray.diagonal", diagonal),
    row("numpy.isclose", isclose),
    row("numpy.allclose", allclose),
    row("numpy.array_equal", array_equal),
    row("numpy.isin", isin),
    row("numpy.intersect1d", |host, args| sets(host, args, |a, b| a && b)),
    row("numpy.union1d", |host, args| sets(host, args, |a, b| a || b)),
    row("numpy.setdiff1d", |host, args| sets(host, args, |a, b| a && !b)),
    row("numpy.nan_to_num", nan_to_num),
];
