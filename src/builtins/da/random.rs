//! `dask.array.random`: lazy random numbers. Each element depends on the seed, the number of the draw and its position.

use std::cell::Cell;

use super::make::{Draw, random};
use crate::builtins::np::random::{float, fresh};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{DType, Scalar};
use crate::value::{Host, Native, TypeInfo, Value, index};

static GENERATOR: TypeInfo =
    TypeInfo { name: "Generator", module: "dask.array.random", declared: "dask.array.random.Generator", base: None };
static RANDOM_STATE: TypeInfo = TypeInfo {
    name: "RandomState",
    module: "dask.array.random",
    declared: "dask.array.random.RandomState",
    base: None,
};

/// A source: its key, and how many arrays were drawn from it.
struct Rng {
    seed: u64,
    draws: Cell<u64>,
    class: &'static TypeInfo,
}

impl Native for Rng {
    fn type_info(&self) -> &'static TypeInfo {
        self.class
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(format!("<dask.array.random.{} object at {:#x}>", self.class.name, std::ptr::from_ref(self) as usize))
    }

    fn truth(&self, _host: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }
}

thread_local! {
    /// Seed and draws of the functions of the module.
    static GLOBAL: Cell<(u64, u64)> = Cell::new((fresh(), 0));
}

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

fn key(host: &mut dyn Host, seed: &Value) -> Res<u64> {
    match seed {
        Value::None => Ok(fresh()),
        seed => u64::try_from(index::as_index(host, seed)?).map_err(|_| value_error("expected non-negative integer")),
    }
}

fn made(host: &mut dyn Host, seed: &Value, class: &'static TypeInfo) -> Res<Value> {
    if seed.as_native::<Rng>().is_some() {
        return Ok(seed.clone());
    }
    Ok(Value::native(Rng { seed: key(host, seed)?, draws: Cell::new(0), class }))
}

/// Key and number of the next draw, of a method's source (slot 0) or of the module; and the other slots.
fn next(args: &[Value], method: bool) -> Res<(u64, u64, &[Value])> {
    if !method {
        let (seed, draws) = GLOBAL.with(|global| global.replace((global.get().0, global.get().1 + 1)));
        return Ok((seed, draws, args));
    }
    let Some((this, rest)) = args.split_first() else { return Err(type_error("a source is missing")) };
    let Some(rng) = this.as_native::<Rng>() else { return Err(type_error("a random source is missing")) };
    Ok((rng.seed, rng.draws.replace(rng.draws.get() + 1), rest))
}

/// Floats: `params` parameters come first, then `size` and `chunks`.
fn floats(
    host: &mut dyn Host,
    args: &[Value],
    method: bool,
    (prefix, distribution, params): (&'static str, &'static str, usize),
) -> Res<Value> {
    let (seed, draw, rest) = next(args, method)?;
    let mut list = Vec::new();
    for slot in 0..params {
        list.push(Scalar::Float64(float(host, at(rest, slot))?));
    }
    let draw = Draw { prefix, distribution, params: list, dtype: DType::Float64, seed, draw };
    random(host, draw, at(rest, params), at(rest, params + 1))
}

/// Whole numbers between `low` and `high`, of a size, in blocks.
fn whole(
    host: &mut dyn Host,
    source: (u64, u64),
    prefix: &'static str,
    bounds: (&Value, &Value, bool),
    place: (&Value, &Value),
) -> Res<Value> {
    let (low, high, endpoint) = bounds;
    let zero = Value::Int(0);
    let (low, high) = if matches!(high, Value::None) { (&zero, low) } else { (low, high) };
    let (low, high) = (index::as_index(host, low)?, index::as_index(host, high)?);
    let high = if endpoint { high.saturating_add(1) } else { high };
    if high <= low {
        return Err(value_error("low >= high"));
    }
    let params = vec![Scalar::Int64(low), Scalar::Int64(high)];
    let draw = Draw { prefix, distribution: "integers", params, dtype: DType::Int64, seed: source.0, draw: source.1 };
    random(host, draw, place.0, place.1)
}

fn integers(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (seed, draw, rest) = next(args, true)?;
    let endpoint = crate::builtins::np::convert::flag(host, at(rest, 4))?;
    whole(host, (seed, draw), "integers", (at(rest, 0), at(rest, 1), endpoint), (at(rest, 2), at(rest, 5)))
}

fn randint(host: &mut dyn Host, args: &[Value], method: bool) -> Res<Value> {
    let (seed, draw, rest) = next(args, method)?;
    whole(host, (seed, draw), "randint", (at(rest, 0), at(rest, 1), false), (at(rest, 2), at(rest, 3)))
}

fn seed(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let key = key(host, at(args, 0))?;
    GLOBAL.with(|global| global.set((key, 0)));
    Ok(Value::None)
}

macro_rules! rows {
    ($($name:literal $prefix:literal $distribution:literal $params:literal;)*) => {
        /// The rows.
        pub const ROWS: &[Row] = &[
            $(
                row(concat!("dask.array.random.", $name), |host, args| {
                    floats(host, args, false, ($prefix, $distribution, $params))
                }),
                row(concat!("dask.array.random.RandomState.", $name), |host, args| {
                    floats(host, args, true, ($prefix, $distribution, $params))
                }),
            )*
            row("dask.array.random.Generator.random", |host, args| floats(host, args, true, ("random", "random", 0))),
            row("dask.array.random.Generator.normal", |host, args| floats(host, args, true, ("normal", "normal", 2))),
            row("dask.array.random.Generator.standard_normal", |host, args| {
                floats(host, args, true, ("standard_normal", "normal", 0))
            }),
            row("dask.array.random.Generator.uniform", |host, args| floats(host, args, true, ("uniform", "uniform", 2))),
            row("dask.array.random.Generator.integers", integers),
            row("dask.array.random.randint", |host, args| randint(host, args, false)),
            row("dask.array.random.RandomState.randint", |host, args| randint(host, args, true)),
            row("dask.array.random.seed", seed),
            row("dask.array.random.Generator", |_, _| Ok(Value::Type(&GENERATOR))),
            row("dask.array.random.RandomState", |_, _| Ok(Value::Type(&RANDOM_STATE))),
            row("dask.array.random.RandomState.__new__", |host, args| made(host, at(args, 1), &RANDOM_STATE)),
            row("dask.array.random.default_rng", |host, args| made(host, at(args, 0), &GENERATOR)),
        ];
    };
}

rows! {
    "random" "random_sample" "random" 0;
    "random_sample" "random_sample" "random" 0;
    "normal" "normal" "normal" 2;
    "standard_normal" "standard_normal" "normal" 0;
    "uniform" "uniform" "uniform" 2;
}
