//! Functions: the user's, Rust's, and both bound to a `self`.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use super::{AttrMap, Host, Namespace, Value};
use crate::data::{Res, Sym};

/// Number of a function's compiled code in the session's table (`interp` owns it; all threads share it).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct FnId(pub u32);

/// A variable that an inner function shares.
pub struct Cell {
    /// `None` while unassigned.
    pub value: RefCell<Option<Value>>,
}

/// What a function's parameters are called and how arguments find their slots.
/// Slots are in the order of `syntax::ast::Params::iter`: posonly, args, kwonly, `*args`, `**kwargs`.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Signature {
    /// Names of posonly, args and kwonly, in this order.
    pub names: Vec<Sym>,
    /// How many are positional-only.
    pub posonly: usize,
    /// How many are positional or keyword.
    pub args: usize,
    /// Whether each of `names` has a default.
    pub has_default: Vec<bool>,
    /// The name of `*args`.
    pub vararg: Option<Sym>,
    /// The name of `**kwargs`.
    pub kwarg: Option<Sym>,
}

impl Signature {
    /// Whether so many positional arguments are all that a call needs.
    #[inline]
    pub fn takes_exactly(&self, count: usize) -> bool {
        self.names.len() == count && self.posonly + self.args == count && self.vararg.is_none() && self.kwarg.is_none()
    }

    /// How many slots a call fills.
    #[inline]
    pub fn slots(&self) -> usize {
        self.names.len() + usize::from(self.vararg.is_some()) + usize::from(self.kwarg.is_some())
    }
}

/// A function of the user.
pub struct Function {
    /// Its code.
    pub code: FnId,
    /// `__name__`.
    pub name: RefCell<Arc<str>>,
    /// `__qualname__`.
    pub qualname: Arc<str>,
    /// Parameters.
    pub signature: Arc<Signature>,
    /// Defaults, one for each of `signature.names` that has one, in order.
    pub defaults: Vec<Value>,
    /// Captured variables.
    pub captures: Box<[Rc<Cell>]>,
    /// The module's variables.
    pub globals: Rc<Namespace>,
    /// `__doc__`.
    pub doc: Option<Arc<str>>,
    /// Attributes that the user set on it, `functools.wraps`' among them.
    pub attrs: RefCell<AttrMap>,
}

/// The Rust side of a builtin: receives one value per slot of the declaration, defaults filled in;
/// `*args` arrives as a tuple, `**kwargs` as a dict.
pub type Build = fn(&mut dyn Host, &[Value]) -> Res<Value>;

/// A function written in Rust.
pub struct Builtin {
    /// Qualified name: `len`, `str.split`, `math.sqrt`, `dask.array.ones`.
    pub name: &'static str,
    /// Parameters, from the declaration.
    pub signature: Arc<Signature>,
    /// Defaults, one for each of `signature.names` that has one, in order.
    pub defaults: Vec<Value>,
    /// The row.
    pub build: Build,
    /// `__doc__`, from the declaration.
    pub doc: Option<Arc<str>>,
    /// Whether it asks its arguments first: a lazy array among them has it done by `dask.array`.
    pub asks: bool,
    /// Whether it is a function of `numpy` or `dask.array`: an object of a class may do it instead.
    pub of_arrays: bool,
    /// Whether the machine has a short way for it.
    pub quick: Quick,
}

/// Builtins that the machine does in place for arguments of the plain kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Quick {
    None,
    Append,
    Len,
    DictGet,
    Ord,
    Chr,
    Abs,
    Sum,
    Pop,
    NewInt,
    NewFloat,
    NewStr,
    NewRange,
    NewList,
    NewSet,
    Strip,
    Lower,
    Upper,
    StartsWith,
    EndsWith,
}

impl Quick {
    /// The short way for a builtin of this name.
    pub fn of(name: &str) -> Quick {
        match name {
            "list.append" => Quick::Append,
            "len" => Quick::Len,
            "dict.get" => Quick::DictGet,
            "ord" => Quick::Ord,
            "chr" => Quick::Chr,
            "abs" => Quick::Abs,
            "sum" => Quick::Sum,
            "list.pop" => Quick::Pop,
            "int.__new__" => Quick::NewInt,
            "float.__new__" => Quick::NewFloat,
            "str.__new__" => Quick::NewStr,
            "range.__new__" => Quick::NewRange,
            "list.__new__" => Quick::NewList,
            "set.__new__" => Quick::NewSet,
            "str.strip" => Quick::Strip,
            "str.lower" => Quick::Lower,
            "str.upper" => Quick::Upper,
            "str.startswith" => Quick::StartsWith,
            "str.endswith" => Quick::EndsWith,
            _ => Quick::None,
        }
    }
}

impl Builtin {
    /// Whether a function of this name is one of `numpy` or `dask.array`.
    pub fn names_arrays(name: &str) -> bool {
        name.starts_with("numpy.") || name.starts_with("dask.array.")
    }

    /// Whether it is one of NumPy's elementwise functions: they alone are declared with `subok` last.
    pub fn is_ufunc(&self) -> bool {
        self.name.starts_with("numpy.") && self.signature.names.last().is_some_and(|name| name.as_str() == "subok")
    }
}

/// A function bound to its first argument.
pub struct Method {
    /// `self`.
    pub this: Value,
    /// A [`Value::Function`] or [`Value::Builtin`].
    pub function: Value,
}
