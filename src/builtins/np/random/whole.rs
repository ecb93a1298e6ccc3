//! Whole numbers of a range, of every integer dtype: by Lemire's method (`Generator`) or masked rejection (`RandomState`).

use super::{Source, at};
use crate::builtins::np::convert::{array, dtype, flag, shape};
use crate::data::buffer::{room, with_dtype};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::rng::{Bits, Engine, bounded, interval};
use crate::data::{Chunk, DType, Element, Scalar};
use crate::value::array::{NdArray, np_scalar};
use crate::value::{Host, Value, number, types};

/// What is left of the last 32 bits, of which small dtypes take parts.
#[derive(Default)]
struct Rest {
    bits: u32,
    left: u32,
}

impl Rest {
    /// The next so many bits (1, 8 or 16).
    fn next(&mut self, engine: &mut Engine, width: u32) -> u32 {
        if self.left == 0 {
            self.bits = engine.next_u32();
            self.left = 32 / width;
        } else {
            self.bits >>= width;
        }
        self.left -= 1;
        self.bits & (u32::MAX >> (32 - width))
    }
}

/// One number in `0..=range`.
fn below(engine: &mut Engine, rest: &mut Rest, width: u32, range: u64, masked: bool) -> u64 {
    if range == 0 {
        return 0;
    }
    if width > 16 {
        return match (masked, range) {
            (true, 0xFFFF_FFFF) => u64::from(engine.next_u32()),
            (true, range) => interval(engine, range),
            (false, range) => bounded(engine, range),
        };
    }
    let range = range as u32;
    let most = u32::MAX >> (32 - width);
    if width == 1 || range == most {
        return u64::from(rest.next(engine, width));
    }
    if masked {
        let mask = u32::MAX >> range.leading_zeros();
        loop {
            let drawn = rest.next(engine, width) & mask;
            if drawn <= range {
                return u64::from(drawn);
            }
        }
    }
    let count = range + 1;
    let mut product = rest.next(engine, width) * count;
    if product & most < count {
        let threshold = (most - range) % count;
        while product & most < threshold {
            product = rest.next(engine, width) * count;
        }
    }
    u64::from(product >> width)
}

/// What a call asks for.
struct Asked {
    dtype: DType,
    /// The bounds of each element, both included; one pair for all if there are no arrays.
    bounds: Vec<(i128, i128)>,
    shape: Vec<usize>,
    one: bool,
}

/// The whole numbers of a bound, and their shape.
fn numbers(host: &mut dyn Host, v: &Value) -> Res<(Vec<i128>, Vec<usize>)> {
    if let (Value::BigInt(_), Some(int)) = (v, number::as_int(v)) {
        let far = if int.big().sign() == num_bigint::Sign::Minus { i128::MIN / 4 } else { i128::MAX / 4 };
        return Ok((vec![i128::try_from(int.big().as_ref()).unwrap_or(far)], Vec::new()));
    }
    let chunk = array(host, v, None)?;
    let whole = chunk.positions().all(|at| chunk.at(at).as_f64().fract() == 0.0);
    if chunk.dtype().is_complex() || !whole {
        return Err(type_error("the bounds of random integers must be whole numbers"));
    }
    Ok((chunk.positions().map(|at| value(chunk.at(at))).collect(), chunk.shape))
}

fn value(scalar: Scalar) -> i128 {
    scalar.whole().unwrap_or_else(|| scalar.as_f64() as i128)
}

/// Numbers of a shape, broadcast to another.
fn spread((list, shape): &(Vec<i128>, Vec<usize>), target: &[usize]) -> Res<Vec<i128>> {
    let places = Chunk::of((0..list.len() as i64).collect::<Vec<i64>>(), shape.clone());
    let wide = places.broadcast_to(target).to_vec::<i64>()?;
    Ok(wide.into_iter().map(|at| list.get(at as usize).copied().unwrap_or(0)).collect())
}

fn asked(host: &mut dyn Host, args: &[Value], endpoint: bool, what: &str) -> Res<Asked> {
    let chosen = match at(args, 3) {
        Value::None => DType::Int64,
        v => dtype(v)?.unwrap_or(DType::Int64),
    };
    if !chosen.is_whole() && chosen != DType::Bool {
        return Err(type_error(format!("Unsupported dtype dtype('{chosen}') for {what}")));
    }
    let zero = Value::Int(0);
    let (low, high) = match at(args, 1) {
        Value::None => (&zero, at(args, 0)),
        high => (at(args, 0), high),
    };
    let only_high = matches!(at(args, 1), Value::None);
    let (low, high) = (numbers(host, low)?, numbers(host, high)?);
    let shapes = [low.1.as_slice(), high.1.as_slice()];
    let joint = crate::data::shape::broadcast(&shapes).ok_or_else(|| crate::data::shape::broadcast_error(&shapes))?;
    let target = match at(args, 2) {
        Value::None => joint.clone(),
        size => shape(host, size)?,
    };
    if crate::data::shape::broadcast(&[&target, &joint]).as_deref() != Some(&target) {
        return Err(crate::data::shape::broadcast_error(&[&target, &joint]));
    }
    let (least, most) = match chosen {
        DType::Bool => (0, 1),
        other => other.bounds().unwrap_or((0, 1)),
    };
    let single = low.0.len() == 1 && high.0.len() == 1;
    let wide = |list: &(Vec<i128>, Vec<usize>)| if single { Ok(list.0.clone()) } else { spread(list, &target) };
    let tops = wide(&high)?.into_iter().map(|high| if endpoint { high } else { high - 1 });
    let bounds: Vec<(i128, i128)> = wide(&low)?.into_iter().zip(tops).collect();
    for (low, high) in &bounds {
        if *low < least {
            return Err(value_error(format!("low is out of bounds for {chosen}")));
        }
        if *high > most {
            return Err(value_error(format!("high is out of bounds for {chosen}")));
        }
        if low > high {
            return Err(value_error(match (only_high, endpoint) {
                (true, true) => "high < 0",
                (true, false) => "high <= 0",
                (false, true) => "low > high",
                (false, false) => "low >= high",
            }));
        }
    }
    let one = matches!(at(args, 2), Value::None) && target.is_empty();
    Ok(Asked { dtype: chosen, bounds, shape: target, one })
}

fn draw(source: &Source, asked: &Asked) -> Res<Chunk> {
    let width = match asked.dtype {
        DType::Bool => 1,
        other => 8 * other.itemsize() as u32,
    };
    let mut engine = source.engine.borrow_mut();
    let mut rest = Rest::default();
    let mut next = |(low, high): (i128, i128)| {
        let drawn = below(&mut engine, &mut rest, width, (high - low) as u64, source.legacy);
        low + i128::from(drawn)
    };
    let count: usize = crate::data::shape::count(&asked.shape);
    with_dtype!(asked.dtype, T => {
        let mut out = room::<T>(&asked.shape)?;
        for at in 0..count {
            let bounds = match asked.bounds.as_slice() {
                [all] => *all,
                many => many.get(at).copied().unwrap_or((0, 0)),
            };
            out.push(<T as Element>::cast(from_whole(next(bounds))));
        }
        Ok(Chunk::of(out, asked.shape.clone()))
    })
}

fn from_whole(value: i128) -> Scalar {
    match i64::try_from(value) {
        Ok(small) => Scalar::Int64(small),
        Err(_) => Scalar::UInt64(value as u64),
    }
}

/// One number: Python's where Python's class was asked for.
fn given(asked: &Asked, made: Chunk, python: bool) -> Value {
    match asked.one {
        true if python => crate::builtins::np::convert::python(made.only()),
        true => np_scalar(made.only()),
        false => NdArray::value(made),
    }
}

fn is_python(v: &Value) -> bool {
    matches!(v, Value::Type(class) if std::ptr::eq(*class, &types::INT) || std::ptr::eq(*class, &types::BOOL))
}

/// `Generator.integers(low, high, size, dtype, endpoint)`.
pub fn integers(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    let endpoint = flag(host, at(args, 4))?;
    let asked = asked(host, args, endpoint, "integers")?;
    let made = draw(source, &asked)?;
    Ok(given(&asked, made, is_python(at(args, 3))))
}

/// `randint(low, high, size, dtype)`.
pub fn randint(host: &mut dyn Host, source: &Source, args: &[Value]) -> Res<Value> {
    let asked = asked(host, args, false, "randint")?;
    let made = draw(source, &asked)?;
    let python = matches!(at(args, 3), Value::None) || is_python(at(args, 3));
    Ok(given(&asked, made, python))
}
