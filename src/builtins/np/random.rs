//! `numpy.random`: the same numbers as NumPy for the same seed, from PCG64 (`default_rng`) and MT19937 (the older functions).

use std::cell::RefCell;

use super::convert::{array, flag, result};
use crate::builtins::row::{Row, row};
use crate::data::buffer::room;
use crate::data::raised::{Res, type_error, value_error};
use crate::data::rng::{Bits, Mt19937, Pcg64, bounded, interval, standard_normal};
use crate::data::{Chunk, DType, ExcClass, Raised, Scalar};
use crate::value::array::{NdArray, np_scalar};
use crate::value::{Host, Native, TypeInfo, Value, index, kind};

/// The class of `default_rng`.
pub static GENERATOR: TypeInfo =
    TypeInfo { name: "Generator", module: "numpy.random", declared: "numpy.random.Generator", base: None };
/// The older class.
pub static RANDOM_STATE: TypeInfo =
    TypeInfo { name: "RandomState", module: "numpy.random", declared: "numpy.random.RandomState", base: None };

/// A source of random numbers.
enum Source {
    Pcg(Pcg64),
    Mt(Box<Mt19937>),
}

/// A source as an object.
struct Rng(RefCell<Source>);

impl Native for Rng {
    fn type_info(&self) -> &'static TypeInfo {
        match &*self.0.borrow() {
            Source::Pcg(_) => &GENERATOR,
            Source::Mt(_) => &RANDOM_STATE,
        }
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(match &*self.0.borrow() {
            Source::Pcg(_) => "Generator(PCG64)".to_owned(),
            Source::Mt(_) => "RandomState(MT19937)".to_owned(),
        })
    }

    fn truth(&self, _host: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }
}

thread_local! {
    /// The source of the functions of the module.
    static GLOBAL: RefCell<Source> = RefCell::new(Source::Mt(Box::new(Mt19937::seeded(fresh() as u32))));
}

/// A seed that differs from run to run.
pub fn fresh() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::hash::RandomState::new().build_hasher().finish()
}

impl Source {
    fn bits(&mut self) -> &mut dyn Bits {
        match self {
            Source::Pcg(bits) => bits,
            Source::Mt(bits) => &mut **bits,
        }
    }

    fn uniform(&mut self) -> f64 {
        self.bits().next_f64()
    }

    fn normal(&mut self) -> f64 {
        match self {
            Source::Pcg(bits) => standard_normal(bits),
            Source::Mt(bits) => bits.gauss(),
        }
    }

    /// In `0..=range`.
    fn integer(&mut self, range: u64) -> u64 {
        match self {
            Source::Pcg(bits) => bounded(bits, range),
            Source::Mt(bits) => interval(&mut **bits, range),
        }
    }

    /// In `0..=range`, as shuffles and permutations draw.
    fn place(&mut self, range: u64) -> u64 {
        interval(self.bits(), range)
    }
}

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

/// The 32-bit digits of a seed, lowest first.
fn words(seed: u64) -> Vec<u32> {
    if seed > u64::from(u32::MAX) { vec![seed as u32, (seed >> 32) as u32] } else { vec![seed as u32] }
}

fn seeded_pcg(host: &mut dyn Host, seed: &Value) -> Res<Source> {
    let seed = match seed {
        Value::None => fresh(),
        seed => {
            u64::try_from(index::as_index(host, seed)?).map_err(|_| value_error("expected non-negative integer"))?
        }
    };
    Ok(Source::Pcg(Pcg64::seeded(&words(seed))))
}

fn seeded_mt(host: &mut dyn Host, seed: &Value) -> Res<Source> {
    let seed = match seed {
        Value::None => fresh() as u32,
        seed => u32::try_from(index::as_index(host, seed)?)
            .map_err(|_| value_error("Seed must be between 0 and 2**32 - 1"))?,
    };
    Ok(Source::Mt(Box::new(Mt19937::seeded(seed))))
}

/// Draw from the source of a method (slot 0) or, without one, of the module; the other slots are given on.
fn with(
    host: &mut dyn Host,
    args: &[Value],
    method: bool,
    draw: fn(&mut dyn Host, &mut Source, &[Value]) -> Res<Value>,
) -> Res<Value> {
    if !method {
        // Taken out while it draws: user code that a draw runs sees a fresh one.
        let mut source = GLOBAL.with(|global| global.replace(Source::Mt(Box::new(Mt19937::seeded(0)))));
        let made = draw(host, &mut source, args);
        GLOBAL.with(|global| *global.borrow_mut() = source);
        return made;
    }
    let Some((this, rest)) = args.split_first() else { return Err(type_error("a source is missing")) };
    let Some(rng) = this.as_native::<Rng>() else { return Err(type_error("a random source is missing")) };
    draw(host, &mut rng.0.borrow_mut(), rest)
}

/// Numbers of a shape; one number without a shape. Parameters broadcast.
fn many(host: &mut dyn Host, size: &Value, params: &[&Value], mut one: impl FnMut(&[f64]) -> f64) -> Res<Value> {
    let chunks: Vec<Chunk> = params.iter().map(|v| array(host, v, None)).collect::<Res<_>>()?;
    let shapes: Vec<&[usize]> = chunks.iter().map(|chunk| chunk.shape.as_slice()).collect();
    let joint = crate::data::shape::broadcast(&shapes).ok_or_else(|| crate::data::shape::broadcast_error(&shapes))?;
    let shape = match size {
        Value::None => joint,
        size => super::convert::shape(host, size)?,
    };
    let wide: Vec<Vec<f64>> =
        chunks.iter().map(|chunk| chunk.broadcast_to(&shape).to_vec::<f64>()).collect::<Res<_>>()?;
    let mut out = room::<f64>(&shape)?;
    let mut at_one = vec![0.0; wide.len()];
    for at in 0..shape.iter().product::<usize>() {
        for (place, list) in at_one.iter_mut().zip(&wide) {
            *place = list.get(at).copied().unwrap_or(0.0);
        }
        out.push(one(&at_one));
    }
    let none = matches!(size, Value::None) && shape.is_empty();
    let chunk = Chunk::of(out, shape);
    Ok(if none { Value::Float(chunk.only().as_f64()) } else { NdArray::value(chunk) })
}

fn random(host: &mut dyn Host, source: &mut Source, args: &[Value]) -> Res<Value> {
    many(host, at(args, 0), &[], |_| source.uniform())
}

fn normal(host: &mut dyn Host, source: &mut Source, args: &[Value]) -> Res<Value> {
    if array(host, at(args, 1), None)?.to_vec::<f64>()?.iter().any(|scale| *scale < 0.0) {
        return Err(value_error("scale < 0"));
    }
    many(host, at(args, 2), &[at(args, 0), at(args, 1)], |params| match params {
        [mean, scale] => mean + scale * source.normal(),
        _ => 0.0,
    })
}

fn standard(host: &mut dyn Host, source: &mut Source, args: &[Value]) -> Res<Value> {
    many(host, at(args, 0), &[], |_| source.normal())
}

fn uniform(host: &mut dyn Host, source: &mut Source, args: &[Value]) -> Res<Value> {
    many(host, at(args, 2), &[at(args, 0), at(args, 1)], |params| match params {
        [low, high] => low + (high - low) * source.uniform(),
        _ => 0.0,
    })
}

/// `low, high, size`: `endpoint` includes `high`.
fn whole(
    host: &mut dyn Host,
    source: &mut Source,
    bounds: (&Value, &Value),
    size: &Value,
    endpoint: bool,
) -> Res<Value> {
    let zero = Value::Int(0);
    let (low, high) = if matches!(bounds.1, Value::None) { (&zero, bounds.0) } else { bounds };
    let (low, high) = (index::as_index(host, low)?, index::as_index(host, high)?);
    let top = if endpoint { high } else { high.wrapping_sub(1) };
    if top < low || (!endpoint && high <= low) {
        return Err(value_error(if endpoint { "low > high" } else { "low >= high" }));
    }
    let range = top.wrapping_sub(low) as u64;
    let mut draw = || low.wrapping_add(source.integer(range) as i64);
    if let Value::None = size {
        let value = draw();
        return Ok(np_scalar(Scalar::Int64(value)));
    }
    let shape = super::convert::shape(host, size)?;
    let mut out = room::<i64>(&shape)?;
    for _ in 0..shape.iter().product::<usize>() {
        out.push(draw());
    }
    Ok(NdArray::value(Chunk::of(out, shape)))
}

fn only_int64(v: &Value) -> Res<()> {
    match super::convert::dtype(v)? {
        None | Some(DType::Int64) => Ok(()),
        Some(other) => Err(not_yet(&format!("random integers of dtype {other}"))),
    }
}

fn not_yet(what: &str) -> Box<Raised> {
    Raised::new(ExcClass::NotImplementedError, format!("{what} are not in rdask yet"))
}

/// `Generator.integers(low, high, size, dtype, endpoint)`.
fn integers(host: &mut dyn Host, source: &mut Source, args: &[Value]) -> Res<Value> {
    only_int64(at(args, 3))?;
    let endpoint = flag(host, at(args, 4))?;
    whole(host, source, (at(args, 0), at(args, 1)), at(args, 2), endpoint)
}

/// `randint(low, high, size, dtype)`: one number without a size is Python's.
fn randint(host: &mut dyn Host, source: &mut Source, args: &[Value]) -> Res<Value> {
    only_int64(at(args, 3))?;
    Ok(match whole(host, source, (at(args, 0), at(args, 1)), at(args, 2), false)? {
        Value::Np(DType::Int64, bits) => Value::Int(bits as i64),
        other => other,
    })
}

/// `rand(d0, d1, ...)`, `randn(d0, d1, ...)`.
fn of_dims(host: &mut dyn Host, args: &[Value], one: impl FnMut(&[f64]) -> f64) -> Res<Value> {
    let size = match at(args, 0) {
        Value::Tuple(dims) if dims.items.is_empty() => Value::None,
        dims => dims.clone(),
    };
    many(host, &size, &[], one)
}

fn permuted(source: &mut Source, count: usize) -> Vec<i64> {
    let mut out: Vec<i64> = (0..count as i64).collect();
    for at in (1..count).rev() {
        let other = source.place(at as u64) as usize;
        out.swap(at, other);
    }
    out
}

fn permutation(host: &mut dyn Host, source: &mut Source, args: &[Value]) -> Res<Value> {
    if let Value::Int(n) = at(args, 0) {
        let list = permuted(source, (*n).max(0) as usize);
        let count = list.len();
        return Ok(NdArray::value(Chunk::of(list, vec![count])));
    }
    let of = array(host, at(args, 0), None)?;
    let list = permuted(source, of.shape.first().copied().unwrap_or(0));
    let count = list.len();
    super::index::take_along(host, &of, &Chunk::of(list, vec![count]), 0)
}

fn shuffle(host: &mut dyn Host, source: &mut Source, args: &[Value]) -> Res<Value> {
    if let Value::List(list) = at(args, 0) {
        let mut items = list.items.borrow_mut();
        for at in (1..items.len()).rev() {
            let other = source.place(at as u64) as usize;
            items.swap(at, other);
        }
        return Ok(Value::None);
    }
    let target = super::convert::this(at(args, 0))?;
    let list = permuted(source, target.shape.first().copied().unwrap_or(0));
    let count = list.len();
    let made = super::index::take_along(host, &target.chunk(), &Chunk::of(list, vec![count]), 0)?;
    let made = array(host, &made, None)?;
    target
        .write(|buffer| crate::kernels::copy::assign(buffer, &target.shape, &target.strides, target.offset, &made))?;
    Ok(Value::None)
}

/// `choice(a, size, replace, p)`.
fn choice(host: &mut dyn Host, source: &mut Source, args: &[Value]) -> Res<Value> {
    let of = match at(args, 0) {
        Value::Int(n) => Chunk::of((0..*n).collect::<Vec<i64>>(), vec![(*n).max(0) as usize]),
        a => array(host, a, None)?,
    };
    let count = of.shape.first().copied().unwrap_or(0);
    if count == 0 {
        return Err(value_error("a cannot be empty unless no samples are taken"));
    }
    let shape = match at(args, 1) {
        Value::None => Vec::new(),
        size => super::convert::shape(host, size)?,
    };
    let wanted: usize = shape.iter().product();
    let replace = flag(host, at(args, 2))?;
    let places = match (at(args, 3), replace) {
        (Value::None, true) => (0..wanted).map(|_| source.integer(count as u64 - 1) as i64).collect(),
        (Value::None, false) if matches!(source, Source::Mt(_)) => {
            if wanted > count {
                return Err(value_error("Cannot take a larger sample than population when 'replace=False'"));
            }
            permuted(source, count).into_iter().take(wanted).collect()
        }
        (p, true) => weighted(host, source, p, wanted, count)?,
        _ => return Err(not_yet("draws without replacement from a Generator")),
    };
    let list = Chunk::of(places, shape.clone());
    let picked = super::index::take_along(host, &of, &list, 0)?;
    Ok(match (picked, at(args, 1)) {
        (picked, Value::None) => match array(host, &picked, None)? {
            chunk if chunk.size() == 1 && chunk.ndim() < 2 => result(chunk.reshape(Vec::new())?),
            _ => picked,
        },
        (picked, _) => picked,
    })
}

fn weighted(host: &mut dyn Host, source: &mut Source, p: &Value, wanted: usize, count: usize) -> Res<Vec<i64>> {
    let p = array(host, p, None)?.to_vec::<f64>()?;
    if p.len() != count {
        return Err(value_error("'a' and 'p' must have same size"));
    }
    let total: f64 = p.iter().sum();
    if (total - 1.0).abs() > 1e-8 {
        return Err(value_error("probabilities do not sum to 1"));
    }
    let mut sum = 0.0;
    let mut steps: Vec<f64> = p
        .iter()
        .map(|value| {
            sum += value;
            sum
        })
        .collect();
    let last = steps.last().copied().unwrap_or(1.0);
    steps.iter_mut().for_each(|step| *step /= last);
    Ok((0..wanted)
        .map(|_| {
            let draw = source.uniform();
            steps.partition_point(|step| *step <= draw) as i64
        })
        .collect())
}

fn seed(host: &mut dyn Host, source: &mut Source, args: &[Value]) -> Res<Value> {
    *source = seeded_mt(host, at(args, 0))?;
    Ok(Value::None)
}

/// Slots of `choice(a, size, replace, p)` and the like are the same for methods and functions.
macro_rules! rows {
    ($($name:literal $draw:expr;)*) => {
        /// The rows.
        pub const ROWS: &[Row] = &[
            $(
                row(concat!("numpy.random.", $name), |host, args| with(host, args, false, $draw)),
                row(concat!("numpy.random.RandomState.", $name), |host, args| with(host, args, true, $draw)),
            )*
            row("numpy.random.Generator", |_, _| Ok(Value::Type(&GENERATOR))),
            row("numpy.random.RandomState", |_, _| Ok(Value::Type(&RANDOM_STATE))),
            row("numpy.random.RandomState.__new__", |host, args| {
                Ok(Value::native(Rng(RefCell::new(seeded_mt(host, at(args, 1))?))))
            }),
            row("numpy.random.default_rng", |host, args| {
                if at(args, 0).as_native::<Rng>().is_some() {
                    return Ok(at(args, 0).clone());
                }
                Ok(Value::native(Rng(RefCell::new(seeded_pcg(host, at(args, 0))?))))
            }),
            row("numpy.random.Generator.random", |host, args| with(host, args, true, random)),
            row("numpy.random.Generator.normal", |host, args| with(host, args, true, normal)),
            row("numpy.random.Generator.standard_normal", |host, args| with(host, args, true, standard)),
            row("numpy.random.Generator.uniform", |host, args| with(host, args, true, uniform)),
            row("numpy.random.Generator.integers", |host, args| with(host, args, true, integers)),
            row("numpy.random.Generator.choice", |host, args| with(host, args, true, choice)),
            row("numpy.random.Generator.permutation", |host, args| with(host, args, true, permutation)),
            row("numpy.random.Generator.shuffle", |host, args| with(host, args, true, shuffle)),
        ];
    };
}

rows! {
    "seed" seed;
    "rand" |host, source, args| of_dims(host, args, |_| source.uniform());
    "randn" |host, source, args| of_dims(host, args, |_| source.normal());
    "random" random;
    "random_sample" random;
    "randint" randint;
    "normal" normal;
    "standard_normal" standard;
    "uniform" uniform;
    "choice" choice;
    "permutation" permutation;
    "shuffle" shuffle;
}

/// A float of a parameter.
pub fn float(host: &mut dyn Host, v: &Value) -> Res<f64> {
    kind::to_float(host, v)
}
