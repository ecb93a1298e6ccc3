//! Reductions of eager arrays, as functions and methods: one row of `ops::reduction` each; cumulative sums.

use super::convert::{array, axes_of, dtype, flag, is_lazy, must_be_none, result};
use crate::builtins::row::{Row, row};
use crate::data::buffer::room;
use crate::data::raised::{Res, type_error};
use crate::data::{Chunk, DType, Scalar, shape};
use crate::kernels::fold::{Num, combine};
use crate::kernels::reduce::{cast, reduce};
use crate::ops::reduction::Finish;
use crate::ops::{Base, Reduction};
use crate::value::array::np_scalar;
use crate::value::{Host, Value, index, kind};

/// Which slots a function has after the array.
#[derive(Clone, Copy)]
pub enum Slots {
    /// `axis, dtype, out, keepdims`.
    Full,
    /// `axis, dtype, out, ddof, keepdims`.
    Spread,
    /// `axis, out, keepdims`.
    Short,
    /// `axis, keepdims`.
    Bare,
}

/// The arguments of a reduction.
struct Call<'a> {
    axis: &'a Value,
    dtype: &'a Value,
    out: &'a Value,
    ddof: f64,
    keepdims: bool,
}

fn read<'a>(host: &mut dyn Host, args: &'a [Value], slots: Slots) -> Res<Call<'a>> {
    const NONE: &Value = &Value::None;
    let at = |slot: usize| args.get(slot).unwrap_or(NONE);
    let (dtype, out, ddof, keepdims) = match slots {
        Slots::Full => (at(2), at(3), NONE, at(4)),
        Slots::Spread => (at(2), at(3), at(4), at(5)),
        Slots::Short => (NONE, at(2), NONE, at(3)),
        Slots::Bare => (NONE, NONE, NONE, at(2)),
    };
    let ddof = if matches!(ddof, Value::None) { 0.0 } else { kind::to_float(host, ddof)? };
    Ok(Call { axis: at(1), dtype, out, ddof, keepdims: flag(host, keepdims)? })
}

/// A reduction by the name of its row.
pub fn call(host: &mut dyn Host, name: &str, args: &[Value], slots: Slots) -> Res<Value> {
    let row = Reduction::named(name)?;
    let Some(of) = args.first() else { return Err(type_error("an array is missing")) };
    let call = read(host, args, slots)?;
    must_be_none(call.out, "out")?;
    if is_lazy(of) {
        return crate::builtins::da::build::reduce(
            host,
            name,
            of,
            call.axis,
            call.dtype,
            call.keepdims,
            call.ddof as usize,
            None,
        );
    }
    if row.finish == Finish::Position
        && let Value::Tuple(_) | Value::List(_) = call.axis
    {
        let class = kind::type_name(call.axis);
        return Err(type_error(format!("'{class}' object cannot be interpreted as an integer")));
    }
    let chunk = array(host, of, None)?;
    let axes = match call.axis {
        // NumPy takes a value without axes for a vector of one.
        axis if chunk.ndim() == 0 && !row.averages() => axes_of(host, axis, 1).map(|_| Vec::new())?,
        axis => axes_of(host, axis, chunk.ndim())?,
    };
    let wanted = dtype(call.dtype)?;
    same_unit(chunk.dtype(), wanted)?;
    let chunk = match wanted {
        Some(wanted) => cast(&chunk, wanted)?,
        None => chunk,
    };
    let out = reduce(row, &chunk, &axes, call.keepdims, call.ddof, &mut || host.poll())?;
    Ok(result(match wanted {
        // Sums of narrow integers are 64 bits wide here; cut, they are what NumPy adds up in the narrow ones.
        Some(wanted) if !matches!(row.finish, Finish::Position) => cast(&out, wanted)?,
        _ => out,
    }))
}

/// Sums of durations are in their own unit.
fn same_unit(from: DType, wanted: Option<DType>) -> Res<()> {
    match wanted {
        Some(wanted) if from.is_time() && wanted != from => Err(type_error(
            "The `dtype` and `signature` arguments to ufuncs only select the general DType and not details such as the \
             byte order or time unit. You can avoid this error by using the scalar types `np.float64` or the dtype \
             string notation.",
        )
        .help("convert the result: x.sum().astype(...)")),
        _ => Ok(()),
    }
}

/// `np.cumsum`, `np.cumprod`.
pub fn cumulative(host: &mut dyn Host, base: Base, args: &[Value]) -> Res<Value> {
    let [of, axis, rest @ ..] = args else { return Err(type_error("an array is missing")) };
    let chunk = array(host, of, None)?;
    let wanted = match rest.first() {
        Some(at) => dtype(at)?,
        None => None,
    };
    if let Some(out) = rest.get(1) {
        must_be_none(out, "out")?;
    }
    let row = Reduction::named(if base == Base::Prod { "prod" } else { "sum" })?;
    row.check(chunk.dtype()).map_err(|mut error| {
        error.message = error.message.replace("add.reduce", "add.accumulate");
        error
    })?;
    same_unit(chunk.dtype(), wanted)?;
    let to = wanted.unwrap_or(chunk.dtype().summed());
    let chunk = cast(&chunk, to)?;
    let chunk = if chunk.ndim() == 0 { chunk.reshape(vec![1])? } else { chunk };
    let (chunk, axis) = match axis {
        Value::None => (chunk.reshape(vec![chunk.size()])?, 0),
        axis => {
            let at = shape::axis(index::as_index(host, axis)?, chunk.ndim())?;
            (chunk, at)
        }
    };
    Ok(result(scan(base, &chunk, axis)?))
}

/// Running results along an axis.
pub fn scan(base: Base, chunk: &Chunk, axis: usize) -> Res<Chunk> {
    crate::data::buffer::with_dtype!(chunk.dtype(), T => scan_as::<T>(base, chunk, axis))
}

fn scan_as<T: Num>(base: Base, chunk: &Chunk, axis: usize) -> Res<Chunk> {
    let mut order: Vec<usize> = (0..chunk.ndim()).filter(|&at| at != axis).collect();
    order.push(axis);
    let items = chunk.transpose(&order).to_vec::<T>()?;
    let count = chunk.shape.get(axis).copied().unwrap_or(1).max(1);
    let mut out = room::<T>(&[items.len()])?;
    for run in items.chunks(count) {
        let mut sum: Option<T> = None;
        for &item in run {
            let next = sum.map_or(item, |sum| combine(base, sum, item));
            out.push(next);
            sum = Some(next);
        }
    }
    let turned: Vec<usize> = order.iter().map(|&at| chunk.shape.get(at).copied().unwrap_or(1)).collect();
    let mut back = vec![0; order.len()];
    for (to, &from) in order.iter().enumerate() {
        if let Some(place) = back.get_mut(from) {
            *place = to;
        }
    }
    Chunk::of(out, turned).typed(chunk.dtype()).transpose(&back).contiguous()
}

/// A NumPy scalar of a float.
pub fn float(value: f64) -> Value {
    np_scalar(Scalar::Float64(value))
}

macro_rules! reductions {
    ($($name:literal = $row:literal $slots:ident),* $(,)?) => {
        /// The rows.
        pub const ROWS: &[Row] = &[
            $(row(concat!("numpy.", $name), |host, args| call(host, $row, args, Slots::$slots)),)*
            row("numpy.cumsum", |host, args| cumulative(host, Base::Sum, args)),
            row("numpy.cumprod", |host, args| cumulative(host, Base::Prod, args)),
            row("numpy.ndarray.sum", |host, args| call(host, "sum", args, Slots::Full)),
            row("numpy.ndarray.prod", |host, args| call(host, "prod", args, Slots::Full)),
            row("numpy.ndarray.mean", |host, args| call(host, "mean", args, Slots::Full)),
            row("numpy.ndarray.std", |host, args| call(host, "std", args, Slots::Spread)),
            row("numpy.ndarray.var", |host, args| call(host, "var", args, Slots::Spread)),
            row("numpy.ndarray.min", |host, args| call(host, "min", args, Slots::Short)),
            row("numpy.ndarray.max", |host, args| call(host, "max", args, Slots::Short)),
            row("numpy.ndarray.any", |host, args| call(host, "any", args, Slots::Short)),
            row("numpy.ndarray.all", |host, args| call(host, "all", args, Slots::Short)),
            row("numpy.ndarray.argmin", |host, args| call(host, "argmin", args, Slots::Short)),
            row("numpy.ndarray.argmax", |host, args| call(host, "argmax", args, Slots::Short)),
            row("numpy.ndarray.cumsum", |host, args| cumulative(host, Base::Sum, args)),
            row("numpy.ndarray.cumprod", |host, args| cumulative(host, Base::Prod, args)),
        ];
    };
}

reductions! {
    "sum" = "sum" Full, "prod" = "prod" Full, "mean" = "mean" Full, "std" = "std" Spread, "var" = "var" Spread,
    "min" = "min" Short, "max" = "max" Short, "amin" = "min" Short, "amax" = "max" Short, "any" = "any" Short,
    "all" = "all" Short, "argmin" = "argmin" Short, "argmax" = "argmax" Short,
    "nanargmin" = "nanargmin" Short, "nanargmax" = "nanargmax" Short, "count_nonzero" = "count_nonzero" Bare,
    "nansum" = "nansum" Full, "nanprod" = "nanprod" Full, "nanmean" = "nanmean" Full, "nanstd" = "nanstd" Spread,
    "nanvar" = "nanvar" Spread, "nanmin" = "nanmin" Short, "nanmax" = "nanmax" Short,
}
