//! `numpy.random`: the same numbers as NumPy for the same seed. A source is a bit generator with the streams of
//! `Generator` or the older ones of `RandomState`; seeds, and what is said in terms of other draws, are library code.

mod draw;
mod laws;
mod order;
mod state;
mod whole;

use std::cell::RefCell;
use std::rc::Rc;

pub use self::laws::ROWS as LAWS;
pub use self::state::ROWS as STATE;

use super::convert::items;
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::rng::{Engine, Mt19937};
use crate::data::{ExcClass, Raised, Sym};
use crate::value::array::NdArray;
use crate::value::{Host, Native, TypeInfo, Value, index, kind, number};

/// The class of `default_rng`.
pub static GENERATOR: TypeInfo =
    TypeInfo { name: "Generator", module: "numpy.random", declared: "numpy.random.Generator", base: None };
/// The older class.
pub static RANDOM_STATE: TypeInfo =
    TypeInfo { name: "RandomState", module: "numpy.random", declared: "numpy.random.RandomState", base: None };

/// A bit generator that its sources share.
pub type Shared = Rc<RefCell<Engine>>;

/// A source of random numbers.
#[derive(Clone)]
pub struct Source {
    /// Its bits. Borrowed only where no script code can run.
    pub engine: Shared,
    /// Whether it draws as `RandomState` does.
    pub legacy: bool,
    /// The `BitGenerator` it was made of.
    of: Value,
}

impl Source {
    fn legacy(engine: Shared) -> Source {
        Source { engine, legacy: true, of: Value::None }
    }
}

impl Native for Source {
    fn type_info(&self) -> &'static TypeInfo {
        if self.legacy { &RANDOM_STATE } else { &GENERATOR }
    }

    fn repr(&self, host: &mut dyn Host) -> Res<String> {
        Ok(format!("{} at {:#X}", self.str(host)?, Rc::as_ptr(&self.engine) as usize))
    }

    fn str(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(format!("{}({})", self.type_info().name, self.engine.borrow().name()))
    }

    fn truth(&self, _host: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }

    fn getattr(&self, _this: &Value, _host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok((name.as_str() == "bit_generator" && !matches!(self.of, Value::None)).then(|| self.of.clone()))
    }
}

thread_local! {
    /// The source of the functions of the module.
    static GLOBAL: Source = Source::legacy(share(Engine::Mt(Mt19937::seeded(fresh() as u32))));
}

fn share(engine: Engine) -> Shared {
    Rc::new(RefCell::new(engine))
}

/// A seed that differs from run to run.
pub fn fresh() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::hash::RandomState::new().build_hasher().finish()
}

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

fn not_yet(what: &str) -> Box<Raised> {
    Raised::new(ExcClass::NotImplementedError, format!("{what} are not in rdask yet"))
}

/// What draws: from a source, with the arguments after it.
pub type Draw = fn(&mut dyn Host, &Source, &[Value]) -> Res<Value>;

/// Draw from the source of a method (slot 0) or, without one, of the module; the other slots are given on.
pub fn with(host: &mut dyn Host, args: &[Value], method: bool, draw: Draw) -> Res<Value> {
    if !method {
        let source = GLOBAL.with(Clone::clone);
        return draw(host, &source, args);
    }
    let Some((this, rest)) = args.split_first() else { return Err(type_error("a source is missing")) };
    let Some(source) = this.as_native::<Source>() else { return Err(type_error("a random source is missing")) };
    draw(host, &source.clone(), rest)
}

/// An engine as a value: library code keeps it in a `BitGenerator`.
struct Held(Shared);

static HELD: TypeInfo = TypeInfo { name: "bitgen", module: "numpy.random", declared: "numpy.random", base: None };

impl Native for Held {
    fn type_info(&self) -> &'static TypeInfo {
        &HELD
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(format!("<bits of {}>", self.0.borrow().name()))
    }
}

/// The engine in a `BitGenerator`.
fn engine_of(host: &mut dyn Host, v: &Value) -> Res<Shared> {
    let held = match v {
        Value::Native(_) => v.clone(),
        other => host.getattr(other, Sym::new("_engine"))?,
    };
    match held.as_native::<Held>() {
        Some(held) => Ok(held.0.clone()),
        None => Err(type_error("a BitGenerator is required")),
    }
}

/// 32-bit words of a list of integers.
fn words(host: &mut dyn Host, v: &Value) -> Res<Vec<u32>> {
    let list = match (items(v), v.as_native::<NdArray>()) {
        (Some(list), _) => list,
        (_, Some(array)) => {
            let whole = array.chunk().to_vec::<i64>()?;
            return whole.into_iter().map(|word| u32::try_from(word).map_err(|_| bad_seed())).collect();
        }
        _ => vec![v.clone()],
    };
    list.iter().map(|word| u32::try_from(index::as_index(host, word)?).map_err(|_| bad_seed())).collect()
}

fn bad_seed() -> Box<Raised> {
    value_error("Seed must be between 0 and 2**32 - 1")
}

/// The seed of the older functions: nothing, a number, a list of numbers.
fn seeded(host: &mut dyn Host, seed: &Value) -> Res<Engine> {
    Ok(Engine::Mt(match seed {
        Value::None => Mt19937::seeded(fresh() as u32),
        Value::Float(_) => {
            let name = kind::type_name(seed);
            return Err(type_error(format!(
                "Cannot cast scalar from dtype('{name}64') to dtype('int64') according to the rule 'safe'"
            )));
        }
        seed if number::as_int(seed).is_some() || matches!(seed, Value::Np(..)) => {
            Mt19937::seeded(u32::try_from(index::as_index(host, seed)?).map_err(|_| bad_seed())?)
        }
        seed => match words(host, seed)? {
            list if list.is_empty() => return Err(value_error("Seed must be non-empty")),
            list => Mt19937::from_key(&list),
        },
    }))
}

fn seed(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    let made = seeded(host, at(args, 0))?;
    *source.engine.borrow_mut() = made;
    Ok(Value::None)
}

/// `RandomState(seed)`: also of a bit generator.
fn random_state(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let engine = match at(args, 1) {
        of @ Value::Instance(_) => {
            let engine = engine_of(host, of)?;
            if !matches!(&*engine.borrow(), Engine::Mt(_)) {
                return Err(not_yet("RandomStates over other bit generators than MT19937"));
            }
            engine
        }
        seed => share(seeded(host, seed)?),
    };
    Ok(Value::native(Source::legacy(engine)))
}

/// `Generator(bit_generator)`.
fn generator(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let of = at(args, 1).clone();
    let engine = engine_of(host, &of)?;
    Ok(Value::native(Source { engine, legacy: false, of }))
}

/// Slots of these are the same for methods and functions.
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
            row("numpy.random.RandomState.__new__", random_state),
            row("numpy.random.Generator.__new__", generator),
            row("numpy.random.Generator.normal", |host, args| with(host, args, true, draw::normal)),
            row("numpy.random.Generator.uniform", |host, args| with(host, args, true, draw::uniform)),
            row("numpy.random.Generator.random", |host, args| with(host, args, true, draw::random)),
            row("numpy.random.Generator.standard_normal", |host, args| with(host, args, true, draw::standard_normal)),
            row("numpy.random.Generator.standard_exponential", |host, args| {
                with(host, args, true, draw::standard_exponential)
            }),
            row("numpy.random.Generator.standard_gamma", |host, args| with(host, args, true, draw::standard_gamma)),
            row("numpy.random.Generator.integers", |host, args| with(host, args, true, whole::integers)),
            row("numpy.random.Generator.choice", |host, args| with(host, args, true, order::choice)),
            row("numpy.random.Generator.permutation", |host, args| with(host, args, true, order::permutation)),
            row("numpy.random.Generator.shuffle", |host, args| with(host, args, true, order::shuffle)),
            row("numpy.random.Generator.permuted", |host, args| with(host, args, true, order::permuted)),
            row("numpy.random._global", |_, _| Ok(Value::native(GLOBAL.with(Clone::clone)))),
        ];
    };
}

rows! {
    "seed" seed;
    "rand" draw::rand;
    "randn" draw::randn;
    "random" draw::random;
    "random_sample" draw::random;
    "randint" whole::randint;
    "normal" draw::normal;
    "standard_normal" draw::standard_normal;
    "uniform" draw::uniform;
    "choice" order::choice;
    "permutation" order::permutation;
    "shuffle" order::shuffle;
}

/// A float of a parameter.
pub fn float(host: &mut dyn Host, v: &Value) -> Res<f64> {
    kind::to_float(host, v)
}
