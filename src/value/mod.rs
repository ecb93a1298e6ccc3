//! Live values: what a running script holds. Counted without atomics, so they never leave their thread;
//! what enters or leaves a task is frozen first (`frozen`).

pub mod arith;
pub mod array;
pub mod bytes;
pub mod class;
pub mod compare;
pub mod complex;
pub mod config;
pub mod contain;
pub mod containers;
pub mod counts;
pub mod cure;
pub mod dict;
pub mod exc;
pub mod format;
pub mod freeze;
pub mod frozen;
pub mod func;
pub mod getattr;
pub mod hash;
pub mod held;
mod home;
pub mod host;
pub mod index;
pub mod iter;
pub mod kind;
pub mod names;
pub mod native;
pub mod np;
pub mod number;
pub mod numfmt;
pub mod parse;
pub mod pause;
pub mod percent;
pub mod pyiter;
pub mod repr;
pub mod seqops;
pub mod set;
pub mod setops;
pub mod slices;
pub mod strformat;
pub mod text;
pub mod thaw;
pub mod trash;
pub mod types;
pub mod union;
pub mod views;

use std::rc::Rc;

use num_bigint::BigInt;

use crate::data::{DType, ExcClass};

pub use class::{AttrMap, Base, Class, ExcObj, Instance, Module, Namespace};
pub use containers::{DictKind, DictObj, ListObj, Range, SetObj, SliceObj, Tuple};
pub use func::{Builtin, Cell, FnId, Function, Method, Quick, Signature};
pub use host::{Column, Engine, Host, HostFactory};
pub use native::{Native, NativeBox};
pub use text::Str;
pub use types::TypeInfo;

/// A value. 16 bytes; cloning is at most one increment.
#[derive(Clone, Default)]
pub enum Value {
    /// A variable or register without a value: `interp` alone sees it, scripts and builtins never do.
    #[default]
    Unbound,
    /// `None`.
    None,
    /// `True`, `False`.
    Bool(bool),
    /// An `int` that fits 64 bits. (An `int` that doesn't is a [`Value::BigInt`]; never both.)
    Int(i64),
    /// `float`.
    Float(f64),
    /// An `int` outside 64 bits.
    BigInt(Rc<BigInt>),
    /// `str`.
    Str(Rc<Str>),
    /// `tuple`.
    Tuple(Rc<Tuple>),
    /// `list`.
    List(Rc<ListObj>),
    /// `dict`, and `defaultdict`, `Counter`, `OrderedDict` (see [`DictKind`]).
    Dict(Rc<DictObj>),
    /// `set`.
    Set(Rc<SetObj>),
    /// `frozenset`.
    FrozenSet(Rc<SetObj>),
    /// `range`.
    Range(Rc<Range>),
    /// `slice`.
    Slice(Rc<SliceObj>),
    /// `...`.
    Ellipsis,
    /// `NotImplemented`.
    NotImplemented,
    /// A function of the user, or one that stdlib/ writes in the language.
    Function(Rc<Function>),
    /// A function written in Rust: a declaration joined to its row.
    Builtin(Rc<Builtin>),
    /// A function or builtin bound to its `self`.
    Method(Rc<Method>),
    /// A class of the user.
    Class(Rc<Class>),
    /// A built-in class that is no exception: `int`, `list`, `dask.array.Array`.
    Type(&'static TypeInfo),
    /// A built-in exception class.
    ExcType(ExcClass),
    /// An object of a user's class.
    Instance(Rc<Instance>),
    /// An object of a built-in exception class.
    Exception(Rc<ExcObj>),
    /// A module.
    Module(Rc<Module>),
    /// A NumPy scalar: its dtype and its bits (floats as `to_bits`, float32 in the low half, int as two's complement).
    Np(DType, u64),
    /// Anything else: arrays, lazy collections, files, iterators, generators, dates.
    Native(Rc<NativeBox>),
}

/// Registers, lists and dicts are made of values: one more word in each is seen in every program.
const _: () = assert!(size_of::<Value>() == 16);

/// The type alone: a value's own text may need the interpreter.
impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>", kind::type_name(self))
    }
}

impl Value {
    /// A `str`.
    pub fn str(text: impl AsRef<str>) -> Value {
        Value::Str(Rc::new(Str::new(text.as_ref())))
    }

    /// A `str` of a text that is given away.
    pub fn string(text: String) -> Value {
        Value::Str(Rc::new(Str::from(text)))
    }

    /// A `tuple`.
    pub fn tuple(items: impl Into<Box<[Value]>>) -> Value {
        Value::Tuple(Rc::new(Tuple { items: items.into() }))
    }

    /// A new `list`.
    pub fn list(items: Vec<Value>) -> Value {
        Value::List(Rc::new(ListObj::new(items)))
    }

    /// Whether dropping it does nothing.
    #[inline(always)]
    pub fn is_plain(&self) -> bool {
        matches!(self, Value::Unbound | Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_))
    }

    /// An `int`, inline where it fits.
    pub fn big(value: BigInt) -> Value {
        match i64::try_from(&value) {
            Ok(small) => Value::Int(small),
            Err(_) => Value::BigInt(Rc::new(value)),
        }
    }

    /// A native object.
    pub fn native(object: impl Native) -> Value {
        Value::Native(Rc::new(NativeBox(Box::new(object))))
    }

    /// The native object of type `T` that this is.
    pub fn as_native<T: Native>(&self) -> Option<&T> {
        match self {
            Value::Native(object) => object.downcast(),
            _ => None,
        }
    }

    /// The text, if this is a `str`.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(text) => Some(text.as_str()),
            _ => None,
        }
    }
}
