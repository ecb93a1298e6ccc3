//! `dask.array.random`: lazy random numbers. Each element depends on the seed, the number of the draw and its position.

use std::cell::Cell;

use super::build::{elementwise_named, node_of, wrap};
use super::make::{Draw, chunks, known, random};
use crate::builtins::np::convert::{dtype as dtype_arg, shape};
use crate::builtins::np::random::{float, fresh};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{Chunk, DType, ExcClass, Raised, Scalar};
use crate::expr::meta::array::{Voice, broadcast, create};
use crate::expr::meta::known::{Arr, Known};
use crate::expr::{ArrayMeta, NodeData, Op, Random, Source};
use crate::ops::draws;
use crate::ops::ir::Generator;
use crate::value::array::NdArray;
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
    seed: Cell<u64>,
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

    fn str(&self, host: &mut dyn Host) -> Res<String> {
        match self.class.name {
            "Generator" => Ok("Generator(PCG64)".to_owned()),
            _ => self.repr(host),
        }
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
    Ok(Value::native(Rng { seed: Cell::new(key(host, seed)?), draws: Cell::new(0), class }))
}

/// Key and number of the next draw, of a method's source (slot 0) or of the module; and the other slots.
fn next(args: &[Value], method: bool) -> Res<(u64, u64, &[Value])> {
    if !method {
        let (seed, draws) = GLOBAL.with(|global| global.replace((global.get().0, global.get().1 + 1)));
        return Ok((seed, draws, args));
    }
    let Some((this, rest)) = args.split_first() else { return Err(type_error("a source is missing")) };
    let Some(rng) = this.as_native::<Rng>() else { return Err(type_error("a random source is missing")) };
    Ok((rng.seed.get(), rng.draws.replace(rng.draws.get() + 1), rest))
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
    place: (&Value, &Value, &Value),
) -> Res<Value> {
    let (low, high, endpoint) = bounds;
    let dtype = dtype_arg(place.2)?.unwrap_or(DType::Int64);
    if !dtype.is_whole() || dtype == DType::Bool {
        return Err(type_error(format!("Unsupported dtype dtype('{dtype}') for {prefix}")));
    }
    let array = |v: &Value| node_of(v).is_some() || v.as_native::<NdArray>().is_some();
    if (array(low) || array(high))
        && let Some(found) = draws::named("integers")
    {
        let zero = Value::Int(0);
        let (low, high) = if matches!(high, Value::None) { (&zero, low) } else { (low, high) };
        let params = [low.clone(), high.clone()];
        let made = draw_of(host, source, found, &params, (place.0, place.1))?;
        return crate::builtins::da::build::astype(host, &made, dtype);
    }
    let zero = Value::Int(0);
    let (low, high) = if matches!(high, Value::None) { (&zero, low) } else { (low, high) };
    let (low, high) = (index::as_index(host, low)?, index::as_index(host, high)?);
    let high = if endpoint { high.saturating_add(1) } else { high };
    if high <= low {
        return Err(value_error("low >= high"));
    }
    let (least, most) = dtype.bounds().unwrap_or((i128::MIN, i128::MAX));
    if i128::from(low) < least {
        return Err(value_error(format!("low is out of bounds for {dtype}")));
    }
    if i128::from(high) - 1 > most {
        return Err(value_error(format!("high is out of bounds for {dtype}")));
    }
    let params = vec![Scalar::Int64(low), Scalar::Int64(high)];
    let draw = Draw { prefix, distribution: "integers", params, dtype, seed: source.0, draw: source.1 };
    random(host, draw, place.0, place.1)
}

fn integers(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (seed, draw, rest) = next(args, true)?;
    let endpoint = crate::builtins::np::convert::flag(host, at(rest, 4))?;
    whole(host, (seed, draw), "integers", (at(rest, 0), at(rest, 1), endpoint), (at(rest, 2), at(rest, 5), at(rest, 3)))
}

fn randint(host: &mut dyn Host, args: &[Value], method: bool) -> Res<Value> {
    let (seed, draw, rest) = next(args, method)?;
    whole(host, (seed, draw), "randint", (at(rest, 0), at(rest, 1), false), (at(rest, 2), at(rest, 3), at(rest, 4)))
}

fn seed(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let key = key(host, at(args, 0))?;
    GLOBAL.with(|global| global.set((key, 0)));
    Ok(Value::None)
}

/// A source of positions in an array of these blocks, for rows that draw by position.
fn positions(host: &mut dyn Host, meta: ArrayMeta) -> Value {
    let random = Random { distribution: "positions", seed: 0, draw: 0, params: Vec::new() };
    wrap(NodeData::make("positions", Op::Source(Source::Random(random)), Vec::new(), meta, host.span()))
}

/// The shape of the result: the size, and what the parameters broadcast to.
fn sizes(host: &mut dyn Host, params: &[Value], size: &Value) -> Res<Vec<Option<usize>>> {
    let mut shapes: Vec<Vec<Option<usize>>> = Vec::new();
    for param in params {
        if let Known::Array(Arr { meta: Some(meta), .. }) = known(host, param)? {
            shapes.push(meta.shape);
        }
    }
    if !matches!(size, Value::None) {
        shapes.push(shape(host, size)?.into_iter().map(Some).collect());
    }
    broadcast(&shapes.iter().map(Vec::as_slice).collect::<Vec<_>>(), Voice::Dask)
}

/// Numbers of a distribution of `ops::draws`, whose parameters may be arrays; then `size` and `chunks`.
fn drawn(host: &mut dyn Host, args: &[Value], method: bool, name: &'static str) -> Res<Value> {
    let (seed, draw, rest) = next(args, method)?;
    let Some(found) = draws::named(name) else { return Err(type_error(format!("no distribution {name}"))) };
    let count = found.params();
    draw_of(host, (seed, draw), found, rest.get(..count).unwrap_or_default(), (at(rest, count), at(rest, count + 1)))
}

fn draw_of(
    host: &mut dyn Host,
    (seed, draw): (u64, u64),
    found: &'static draws::Draw,
    params: &[Value],
    (size, blocks): (&Value, &Value),
) -> Res<Value> {
    let mut operands = Vec::with_capacity(params.len() + 2);
    let mut plain = Vec::new();
    for param in params {
        let array = node_of(param).is_some() || param.as_native::<NdArray>().is_some();
        if array {
            operands.push(param.clone());
        } else {
            let value = float(host, param)?;
            operands.push(Value::Float(value));
            plain.push(value);
        }
    }
    if plain.len() == params.len()
        && let Some(message) = (found.check)(&plain)
    {
        return Err(value_error(message));
    }
    let sizes = sizes(host, params, size)?;
    let chunks = chunks(host, blocks)?;
    let meta = create(DType::Int64, &sizes, &chunks)?;
    let key = draws::key(Generator::key(seed, draw));
    let place = positions(host, meta);
    operands.insert(0, Value::Float(key));
    operands.insert(0, place);
    let made = elementwise_named(host, &found.row, &operands, found.name)?;
    made.ok_or_else(|| type_error(format!("{}: parameters are numbers or arrays of numbers", found.name)))
}

/// `uniform` and `normal`: vectorised where the parameters are numbers, drawn one by one where one is an array.
fn scaled(host: &mut dyn Host, args: &[Value], method: bool, name: &'static str) -> Res<Value> {
    let skip = usize::from(method);
    let arrays = args.iter().skip(skip).take(2).any(|v| node_of(v).is_some() || v.as_native::<NdArray>().is_some());
    if arrays {
        return drawn(host, args, method, name);
    }
    let params = [float(host, at(args, skip))?, float(host, at(args, skip + 1))?];
    match (name, params) {
        ("normal", [_, scale]) if scale < 0.0 => return Err(value_error("scale < 0")),
        ("uniform", [low, high]) if !(high - low).is_finite() => {
            let modern = method && at(args, 0).as_native::<Rng>().is_some_and(|rng| rng.class.name == "Generator");
            let text = if modern { "high - low range exceeds valid bounds" } else { "Range exceeds valid bounds" };
            return Err(Raised::new(ExcClass::OverflowError, text));
        }
        _ => {}
    }
    floats(host, args, method, (name, name, 2))
}

/// `Generator.random`: size, dtype, out, chunks.
fn random_of(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let wanted = dtype_arg(at(args, 2))?.unwrap_or(DType::Float64);
    if !matches!(at(args, 3), Value::None) {
        let text = "out= of da.random is not here: numbers are made when they are computed";
        return Err(Raised::new(ExcClass::NotImplementedError, text));
    }
    if !matches!(wanted, DType::Float64 | DType::Float32) {
        return Err(type_error(format!("Unsupported dtype dtype('{wanted}') for random")));
    }
    let (seed, draw, _) = next(args, true)?;
    let draw = Draw { prefix: "random", distribution: "random", params: Vec::new(), dtype: wanted, seed, draw };
    random(host, draw, at(args, 1), at(args, 4))
}

/// The numbers from 0 on, shuffled by a draw of the source (Fisher and Yates): source, count.
fn order(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let method = !matches!(at(args, 0), Value::None);
    let (seed, draw, rest) = next(if method { args } else { args.get(1..).unwrap_or_default() }, method)?;
    let count = index::as_index(host, at(rest, 0))?;
    let mut list = crate::builtins::np::make::counted(usize::try_from(count).unwrap_or(0))?;
    let key = Generator::key(seed, draw);
    for place in (1..list.len()).rev() {
        let bits = crate::ops::simd::random::word(key, place as u64);
        let other = ((u128::from(bits) * (place as u128 + 1)) >> 64) as usize;
        list.swap(place, other);
    }
    let size = list.len();
    Ok(crate::builtins::np::convert::result(Chunk::of(list, vec![size])))
}

/// Rows of a distribution for the functions of the module and both classes.
macro_rules! rows {
    ($([$draw:ident] $($name:literal)*;)*) => {
        /// The rows.
        pub const ROWS: &[Row] = &[
            $($(
                row(concat!("dask.array.random.", $name), |host, args| $draw(host, args, false, $name)),
                row(concat!("dask.array.random.RandomState.", $name), |host, args| $draw(host, args, true, $name)),
                row(concat!("dask.array.random.Generator.", $name), |host, args| $draw(host, args, true, $name)),
            )*)*
            row("dask.array.random.random", |host, args| sample(host, args, false)),
            row("dask.array.random.random_sample", |host, args| sample(host, args, false)),
            row("dask.array.random.RandomState.random", |host, args| sample(host, args, true)),
            row("dask.array.random.RandomState.random_sample", |host, args| sample(host, args, true)),
            row("dask.array.random.Generator.random", random_of),
            row("dask.array.random.Generator.integers", integers),
            row("dask.array.random.randint", |host, args| randint(host, args, false)),
            row("dask.array.random.RandomState.randint", |host, args| randint(host, args, true)),
            row("dask.array.random._order", order),
            row("dask.array.random.seed", seed),
            row("dask.array.random.RandomState.seed", reseed),
            row("dask.array.random.Generator", |_, _| Ok(Value::Type(&GENERATOR))),
            row("dask.array.random.RandomState", |_, _| Ok(Value::Type(&RANDOM_STATE))),
            row("dask.array.random.RandomState.__new__", |host, args| made(host, at(args, 1), &RANDOM_STATE)),
            row("dask.array.random.default_rng", |host, args| made(host, at(args, 0), &GENERATOR)),
        ];
    };
}

fn sample(host: &mut dyn Host, args: &[Value], method: bool) -> Res<Value> {
    floats(host, args, method, ("random_sample", "random", 0))
}

fn standard_normal(host: &mut dyn Host, args: &[Value], method: bool, name: &'static str) -> Res<Value> {
    floats(host, args, method, (name, "normal", 0))
}

/// `RandomState.seed`.
fn reseed(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let key = key(host, at(args, 1))?;
    if let Some(rng) = at(args, 0).as_native::<Rng>() {
        rng.seed.set(key);
        rng.draws.set(0);
    }
    Ok(Value::None)
}

rows! {
    [drawn] "beta" "binomial" "chisquare" "exponential" "f" "gamma"
        "geometric" "gumbel" "hypergeometric" "laplace" "logistic" "lognormal"
        "logseries" "negative_binomial" "noncentral_chisquare" "noncentral_f" "pareto" "poisson"
        "power" "rayleigh" "standard_cauchy" "standard_exponential" "standard_gamma" "standard_t"
        "triangular" "vonmises" "wald" "weibull" "zipf";
    [scaled] "normal" "uniform";
    [standard_normal] "standard_normal";
}
