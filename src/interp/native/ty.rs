//! What compiled code knows of a value: its type, and how it becomes words and a value again.

use std::rc::Rc;
use std::sync::Arc;

use crate::data::{DType, Sym};
use crate::jit::native::{Array, elem};
use crate::ops::flow::{Elem, Kind};
use crate::value::array::NdArray;
use crate::value::{FnId, Function, Namespace, Range, Value};

/// Where a value that compiled code only hands on comes from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Src {
    /// A slot of the frame that was entered.
    Entry(u32),
    /// A variable of the module, or the builtin of this name.
    Global(Sym),
    /// An attribute of a module that is such a variable.
    Attr(Sym, Sym),
}

/// The defaults of a function, where all are numbers; else nothing is known of them.
pub type Defaults = Option<Arc<[(Ty, u64)]>>;

/// A type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Ty {
    /// A variable without a value.
    Unbound,
    /// `None`.
    None,
    /// `bool`.
    Bool,
    /// `int` of 64 bits.
    Int,
    /// `float`.
    Float,
    /// A NumPy scalar. A float32 is held as the float of the same value.
    Np(DType),
    /// A tuple of these.
    Tuple(Arc<[Ty]>),
    /// `range`: start, stop, step.
    Range,
    /// An array with this many axes; whether elements of the last one lie side by side.
    Array(DType, u8, bool),
    /// A function of the user, without captured variables, of the same module, with these defaults.
    Func(FnId, Defaults, Src),
    /// A builtin function or class, by its qualified name.
    Builtin(&'static str, Src),
    /// A module of stdlib/.
    Module(Arc<str>, Src),
    /// Anything else.
    Opaque(Src),
}

/// The NumPy scalars that compiled code computes with.
pub fn scalar(dtype: DType) -> Option<Kind> {
    match dtype {
        DType::Float64 | DType::Float32 => Some(Kind::Float),
        DType::Bool => Some(Kind::Bool),
        dtype if whole(dtype) => Some(Kind::Int),
        _ => None,
    }
}

/// Whether a dtype is one of integers that 64 bits with a sign hold.
pub fn whole(dtype: DType) -> bool {
    use DType::{Int8, Int16, Int32, Int64, UInt8, UInt16, UInt32};
    matches!(dtype, Int8 | UInt8 | Int16 | UInt16 | Int32 | UInt32 | Int64)
}

/// Tuples of more items are left alone.
const LONGEST: usize = 16;

impl Ty {
    /// The type of a value. `globals` are the variables of the module whose functions are known.
    pub fn of(value: &Value, src: Src, globals: &Rc<Namespace>) -> Ty {
        match value {
            Value::Unbound => Ty::Unbound,
            Value::None => Ty::None,
            Value::Bool(_) => Ty::Bool,
            Value::Int(_) => Ty::Int,
            Value::Float(_) => Ty::Float,
            Value::Np(dtype, _) if scalar(*dtype).is_some() => Ty::Np(*dtype),
            Value::Range(_) => Ty::Range,
            Value::Tuple(tuple) if tuple.items.len() <= LONGEST => {
                let items = tuple.items.iter().map(|item| match item {
                    Value::Tuple(_) | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Np(..) => {
                        Some(Ty::of(item, src, globals)).filter(|ty| !matches!(ty, Ty::Opaque(_)))
                    }
                    _ => None,
                });
                items.collect::<Option<Vec<Ty>>>().map_or(Ty::Opaque(src), |items| Ty::Tuple(items.into()))
            }
            Value::Native(_) => match value.as_native::<NdArray>() {
                Some(array) => Ty::of_array(array).unwrap_or(Ty::Opaque(src)),
                None => Ty::Opaque(src),
            },
            Value::Function(func) if func.captures.is_empty() && Rc::ptr_eq(&func.globals, globals) => {
                Ty::Func(func.code, defaults(func), src)
            }
            Value::Builtin(builtin) => Ty::Builtin(builtin.name, src),
            Value::Type(info) if info.module == "builtins" => Ty::Builtin(info.name, src),
            Value::Module(module) if module.declared => Ty::Module(module.name.clone(), src),
            _ => Ty::Opaque(src),
        }
    }

    fn of_array(array: &NdArray) -> Option<Ty> {
        let elem = elem(array.dtype())?;
        let axes = u8::try_from(array.shape.len()).ok().filter(|axes| (1..=4).contains(axes))?;
        if array.map().is_some() {
            return None;
        }
        let tight = array.strides.last().is_some_and(|step| *step == 1);
        let _: Elem = elem;
        Some(Ty::Array(array.dtype(), axes, tight))
    }

    /// The words of a value of this type.
    pub fn kinds(&self, out: &mut Vec<Kind>) {
        match self {
            Ty::Bool => out.push(Kind::Bool),
            Ty::Int | Ty::Array(..) => out.push(Kind::Int),
            Ty::Float => out.push(Kind::Float),
            Ty::Np(dtype) => out.push(scalar(*dtype).unwrap_or(Kind::Int)),
            Ty::Tuple(items) => items.iter().for_each(|item| item.kinds(out)),
            Ty::Range => out.extend([Kind::Int; 3]),
            _ => {}
        }
    }

    /// How many words a value has.
    pub fn count(&self) -> usize {
        let mut kinds = Vec::new();
        self.kinds(&mut kinds);
        kinds.len()
    }

    /// In the user's words.
    pub fn name(&self) -> String {
        match self {
            Ty::Unbound => "nothing yet".to_owned(),
            Ty::None => "None".to_owned(),
            Ty::Bool => "bool".to_owned(),
            Ty::Int => "int".to_owned(),
            Ty::Float => "float".to_owned(),
            Ty::Np(dtype) => format!("np.{dtype}"),
            Ty::Tuple(items) => {
                format!("tuple of {}", items.iter().map(Ty::name).collect::<Vec<_>>().join(", "))
            }
            Ty::Range => "range".to_owned(),
            Ty::Array(dtype, axes, _) => format!("array of {dtype} with {axes} axes"),
            Ty::Func(..) => "function".to_owned(),
            Ty::Builtin(name, _) => format!("builtin {name}"),
            Ty::Module(name, _) => format!("module {name}"),
            Ty::Opaque(_) => "an object".to_owned(),
        }
    }
}

/// The defaults of a function.
fn defaults(func: &Function) -> Defaults {
    let one = |value: &Value| {
        Some(match value {
            Value::None => (Ty::None, 0),
            Value::Bool(x) => (Ty::Bool, u64::from(*x)),
            Value::Int(x) => (Ty::Int, *x as u64),
            Value::Float(x) => (Ty::Float, x.to_bits()),
            _ => return None,
        })
    };
    if func.defaults.is_empty() {
        return None;
    }
    func.defaults.iter().map(one).collect()
}

/// The arrays that a run sees.
#[derive(Default)]
pub struct Arrays {
    list: Vec<(Value, Option<Array>)>,
}

impl Arrays {
    /// Note an array; its number stands for its word until [`Arrays::open`].
    fn note(&mut self, value: &Value) -> u64 {
        self.list.push((value.clone(), None));
        self.list.len() as u64 - 1
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Fix the elements of all arrays where they are. `written`: which types of them are written.
    pub fn open(&mut self, written: &[(DType, u8)]) -> bool {
        let is_written = |array: &NdArray| written.contains(&(array.dtype(), array.shape.len() as u8));
        for (value, _) in &self.list {
            let Some(array) = value.as_native::<NdArray>() else { return false };
            // What reads the bytes of another array is kept in step by the interpreter alone.
            if array.link.is_some() {
                return false;
            }
            // Who else holds the buffer keeps it as it was.
            if is_written(array) && array.write(|_| Ok(())).is_err() {
                return false;
            }
        }
        for (value, made) in &mut self.list {
            let Some(array) = value.as_native::<NdArray>() else { return false };
            *made = Array::of(&array.memory, &array.shape, &array.strides, array.offset, is_written(array));
            if made.is_none() {
                return false;
            }
        }
        true
    }

    /// The word of an array, after [`Arrays::open`].
    pub fn word(&self, number: u64) -> u64 {
        self.list.get(number as usize).and_then(|(_, made)| made.as_ref()).map_or(0, Array::word)
    }

    /// The array that has a word.
    pub fn value(&self, word: u64) -> Option<Value> {
        let found = self.list.iter().find(|(_, made)| made.as_ref().is_some_and(|made| made.word() == word));
        found.map(|(value, _)| value.clone())
    }
}

/// Add the words of a value that must be of this type; of arrays their numbers. Whether it is of the type.
pub fn encode(value: &Value, ty: &Ty, globals: &Rc<Namespace>, words: &mut Vec<u64>, arrays: &mut Arrays) -> bool {
    match (value, ty) {
        (Value::Int(x), Ty::Int) => words.push(*x as u64),
        (Value::Float(x), Ty::Float) => words.push(x.to_bits()),
        (Value::Bool(x), Ty::Bool) => words.push(u64::from(*x)),
        (Value::Np(DType::Float32, bits), Ty::Np(DType::Float32)) => {
            words.push(f64::from(f32::from_bits(*bits as u32)).to_bits());
        }
        (Value::Np(dtype, bits), Ty::Np(wanted)) if dtype == wanted => words.push(*bits),
        (Value::Unbound, Ty::Unbound) | (Value::None, Ty::None) => {}
        (Value::Tuple(tuple), Ty::Tuple(items)) if tuple.items.len() == items.len() => {
            return tuple.items.iter().zip(items.iter()).all(|(item, ty)| encode(item, ty, globals, words, arrays));
        }
        (Value::Range(range), Ty::Range) => words.extend([range.start as u64, range.stop as u64, range.step as u64]),
        (Value::Native(_), Ty::Array(dtype, axes, tight)) => {
            let Some(array) = value.as_native::<NdArray>() else { return false };
            if Ty::of_array(array) != Some(Ty::Array(*dtype, *axes, *tight)) {
                return false;
            }
            words.push(arrays.note(value));
        }
        (_, Ty::Func(.., src) | Ty::Builtin(_, src) | Ty::Module(_, src) | Ty::Opaque(src)) => {
            return Ty::of(value, *src, globals) == *ty;
        }
        _ => return false,
    }
    true
}

/// The value of a type from its words; `None` for one that has none of its own.
pub fn decode(ty: &Ty, words: &mut impl Iterator<Item = u64>, arrays: &Arrays) -> Option<Value> {
    Some(match ty {
        Ty::Unbound => Value::Unbound,
        Ty::None => Value::None,
        Ty::Bool => Value::Bool(words.next()? & 0xff != 0),
        Ty::Int => Value::Int(words.next()? as i64),
        Ty::Float => Value::Float(f64::from_bits(words.next()?)),
        Ty::Np(dtype) => {
            let bits = words.next()?;
            match dtype {
                DType::Bool => Value::Np(*dtype, bits & 1),
                DType::Float32 => Value::Np(*dtype, u64::from((f64::from_bits(bits) as f32).to_bits())),
                _ => Value::Np(*dtype, bits),
            }
        }
        Ty::Tuple(items) => {
            let items = items.iter().map(|item| decode(item, words, arrays)).collect::<Option<Vec<Value>>>()?;
            Value::tuple(items)
        }
        Ty::Range => {
            let (start, stop, step) = (words.next()?, words.next()?, words.next()?);
            Value::Range(Rc::new(Range { start: start as i64, stop: stop as i64, step: step as i64 }))
        }
        Ty::Array(..) => arrays.value(words.next()?)?,
        _ => return None,
    })
}
