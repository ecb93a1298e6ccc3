//! The types that the checker computes with: what is known of a value before the script runs.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::arrays::ArrayTy;
use super::check::func::FuncTy;
use super::decl::{DeclClass, DeclFn, DeclModule};
use crate::data::{DType, ExcClass, Sym};
use crate::source::Span;

/// What is known of a value.
#[derive(Clone, Debug)]
pub enum Ty {
    /// Anything: nothing is known, and nothing about it is reported.
    Any,
    /// No value: an empty list's elements, the result of a call that has not returned yet.
    Never,
    /// `None`.
    None,
    /// `...`.
    Ellipsis,
    /// `NotImplemented`.
    NotImplemented,
    /// `bool`, perhaps which.
    Bool(Option<bool>),
    /// `int`, perhaps which.
    Int(Option<i64>),
    /// `float`, perhaps which.
    Float(Option<f64>),
    /// `complex`.
    Complex,
    /// `str`, perhaps which.
    Str(Option<Arc<str>>),
    /// `list`.
    List(Rc<Heap>),
    /// `set`.
    Set(Rc<Heap>),
    /// `dict` and its kin.
    Dict(Rc<Heap>),
    /// `frozenset` of.
    FrozenSet(Rc<Ty>),
    /// A tuple of known length.
    Tuple(Rc<[Ty]>),
    /// A tuple of unknown length.
    TupleOf(Rc<Ty>),
    /// `range`, perhaps with how many items.
    Range(Option<u64>),
    /// `slice(start, stop, step)`.
    Slice(Rc<[Ty; 3]>),
    /// An iterator (`generator`, `map`, `zip`, ...) over items of a type.
    Iter(&'static str, Rc<Ty>),
    /// A function of the user.
    Function(Rc<FuncTy>),
    /// A declared function.
    Builtin(Rc<DeclFn>),
    /// A function bound to its first argument.
    Bound(Rc<(Ty, Ty)>),
    /// A class of the user.
    Class(Rc<ClassTy>),
    /// An object of a user's class.
    Instance(Rc<ClassTy>),
    /// `super()` in a method of a class.
    Super(Rc<ClassTy>),
    /// `@property`, `@staticmethod`, `@classmethod` around a function, as the class holds it.
    Descriptor(Descriptor, Rc<Ty>),
    /// A declared class.
    Type(Rc<DeclClass>),
    /// An object of a declared class that has no variant of its own.
    Object(Rc<DeclClass>, Rc<[Ty]>),
    /// A built-in exception class.
    ExcType(ExcClass),
    /// An object of a built-in exception class.
    Exception(ExcClass),
    /// A module that is declared.
    Module(Rc<DeclModule>),
    /// A NumPy scalar.
    Scalar(DType),
    /// A dtype.
    DType(Option<DType>),
    /// An eager array.
    NdArray(ArrayTy),
    /// A lazy array of Dask.
    Array(ArrayTy),
    /// A lazy value, and what it will give.
    Delayed(Rc<Ty>),
    /// One of several.
    Union(Rc<[Ty]>),
}

/// How a class wraps a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Descriptor {
    /// `@property`.
    Property,
    /// `@staticmethod`.
    Static,
    /// `@classmethod`.
    Class,
}

/// Which of the containers that can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeapKind {
    /// `list`.
    List,
    /// `set`.
    Set,
    /// `dict`.
    Dict,
    /// `collections.defaultdict`.
    DefaultDict,
    /// `collections.Counter`.
    Counter,
    /// `collections.OrderedDict`.
    OrderedDict,
}

impl HeapKind {
    /// Python's name of the class.
    pub fn name(self) -> &'static str {
        match self {
            HeapKind::List => "list",
            HeapKind::Set => "set",
            HeapKind::Dict => "dict",
            HeapKind::DefaultDict => "defaultdict",
            HeapKind::Counter => "Counter",
            HeapKind::OrderedDict => "OrderedDict",
        }
    }
}

/// All the lists (sets, dicts) that one place of the script makes, as one: what they hold is everything that was
/// ever put into any of them, so that aliases and changes in functions are seen.
#[derive(Debug)]
pub struct Heap {
    /// A number in the order in which the checker met them.
    pub id: u64,
    /// Which container.
    pub kind: HeapKind,
    /// The expression that makes it.
    pub site: Span,
    /// What it holds.
    pub state: RefCell<Held>,
}

/// What a container holds.
#[derive(Debug, Clone)]
pub struct Held {
    /// Type of the keys of a dict, of the elements of a list or set.
    pub key: Ty,
    /// Type of the values of a dict.
    pub value: Ty,
    /// The items one by one, as long as it was never changed: of a list (item, Never), of a dict (key, value).
    pub items: Option<Rc<[(Ty, Ty)]>>,
    /// What a missing key gives in a `defaultdict`.
    pub factory: Option<Ty>,
}

thread_local! {
    static HEAP_IDS: Cell<u64> = const { Cell::new(0) };
}

/// The number that the next container gets.
pub fn next_heap_id() -> u64 {
    HEAP_IDS.with(Cell::get)
}

impl Heap {
    /// An empty container.
    pub fn new(kind: HeapKind, site: Span) -> Rc<Heap> {
        let id = HEAP_IDS.with(|ids| ids.replace(ids.get() + 1));
        let held = Held { key: Ty::Never, value: Ty::Never, items: Some(Rc::from([])), factory: None };
        Rc::new(Heap { id, kind, site, state: RefCell::new(held) })
    }

    /// A container of unknown items.
    pub fn of(kind: HeapKind, site: Span, key: Ty, value: Ty) -> Rc<Heap> {
        let heap = Heap::new(kind, site);
        {
            let mut state = heap.state.borrow_mut();
            state.key = key;
            state.value = value;
            state.items = None;
        }
        heap
    }

    /// The type of the keys, or elements.
    pub fn key(&self) -> Ty {
        self.state.borrow().key.clone()
    }

    /// The type of the values.
    pub fn value(&self) -> Ty {
        self.state.borrow().value.clone()
    }

    /// The items, while known one by one.
    pub fn items(&self) -> Option<Rc<[(Ty, Ty)]>> {
        self.state.borrow().items.clone()
    }
}

/// A class of the user.
#[derive(Debug)]
pub struct ClassTy {
    /// Its name.
    pub name: Sym,
    /// `class name(base)`.
    pub header: Span,
    /// What it inherits from.
    pub base: ClassBase,
    /// Class variables and methods, each with all that was assigned.
    pub attrs: RefCell<FxHashMap<Sym, Ty>>,
    /// Attributes that were assigned on objects, each with all that was assigned.
    pub fields: RefCell<FxHashMap<Sym, Ty>>,
    /// Whether code that the checker did not see may have changed the attributes.
    pub open: Cell<bool>,
}

/// What a class of the user inherits from.
#[derive(Debug, Clone)]
pub enum ClassBase {
    /// `object`.
    Object,
    /// Another class of the user.
    Class(Rc<ClassTy>),
    /// An exception.
    Exc(ExcClass),
    /// A declared class.
    Type(Rc<DeclClass>),
    /// Not known.
    Any,
}

impl ClassTy {
    /// An attribute of the class or of its bases of the user.
    pub fn lookup(&self, name: Sym) -> Option<Ty> {
        let mut at = self;
        loop {
            if let Some(found) = at.attrs.borrow().get(&name) {
                return Some(found.clone());
            }
            match &at.base {
                ClassBase::Class(base) => at = base,
                _ => return None,
            }
        }
    }

    /// What was assigned to an attribute of objects of this class or of its bases.
    pub fn field(&self, name: Sym) -> Option<Ty> {
        let mut at = self;
        loop {
            if let Some(found) = at.fields.borrow().get(&name) {
                return Some(found.clone());
            }
            match &at.base {
                ClassBase::Class(base) => at = base,
                _ => return None,
            }
        }
    }

    /// Whether a base of the user defines a name.
    pub fn base_lookup(&self, name: Sym) -> bool {
        matches!(&self.base, ClassBase::Class(base) if base.lookup(name).is_some())
    }

    /// The first base that is no class of the user.
    pub fn root(&self) -> ClassBase {
        let mut at = self;
        loop {
            match &at.base {
                ClassBase::Class(base) => at = base,
                other => return other.clone(),
            }
        }
    }

    /// Whether it or a base was changed by code that the checker did not see.
    pub fn is_open(&self) -> bool {
        let mut at = self;
        loop {
            if at.open.get() {
                return true;
            }
            match &at.base {
                ClassBase::Class(base) => at = base,
                ClassBase::Any => return true,
                _ => return false,
            }
        }
    }

    /// Whether it is `other` or inherits from it.
    pub fn is_a(&self, other: &ClassTy) -> bool {
        let mut at = self;
        loop {
            if std::ptr::eq(at, other) {
                return true;
            }
            match &at.base {
                ClassBase::Class(base) => at = base,
                _ => return false,
            }
        }
    }

    /// The built-in exception that it inherits from.
    pub fn exception(&self) -> Option<ExcClass> {
        match self.root() {
            ClassBase::Exc(class) => Some(class),
            _ => None,
        }
    }
}

impl Ty {
    /// A known string.
    pub fn str(text: &str) -> Ty {
        Ty::Str(Some(Arc::from(text)))
    }

    /// Some `int`.
    pub const INT: Ty = Ty::Int(None);
    /// Some `float`.
    pub const FLOAT: Ty = Ty::Float(None);
    /// Some `str`.
    pub const STR: Ty = Ty::Str(None);
    /// Some `bool`.
    pub const BOOL: Ty = Ty::Bool(None);

    /// A tuple of these.
    pub fn tuple(items: Vec<Ty>) -> Ty {
        Ty::Tuple(items.into())
    }

    /// The members of a union, or the type itself.
    pub fn members(&self) -> &[Ty] {
        match self {
            Ty::Union(members) => members,
            other => std::slice::from_ref(other),
        }
    }

    /// Whether nothing is known.
    pub fn is_any(&self) -> bool {
        matches!(self, Ty::Any)
    }

    /// Whether it is a number of Python: bool, int, float.
    pub fn is_number(&self) -> bool {
        matches!(self, Ty::Bool(_) | Ty::Int(_) | Ty::Float(_))
    }

    /// The known integer (a bool counts as one, as in Python).
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Ty::Int(value) => *value,
            Ty::Bool(value) => value.map(i64::from),
            _ => None,
        }
    }

    /// The known string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Ty::Str(Some(text)) => Some(text),
            _ => None,
        }
    }

    /// Whether the value is lazy: something to `compute`.
    pub fn is_lazy(&self) -> bool {
        matches!(self, Ty::Array(_) | Ty::Delayed(_))
    }

    /// What `bool(value)` gives, where known.
    pub fn truth(&self) -> Option<bool> {
        match self {
            Ty::None => Some(false),
            Ty::Ellipsis => Some(true),
            Ty::Bool(value) => *value,
            Ty::Int(value) => value.map(|value| value != 0),
            Ty::Float(value) => value.map(|value| value != 0.0),
            Ty::Str(value) => value.as_ref().map(|text| !text.is_empty()),
            Ty::Tuple(items) => Some(!items.is_empty()),
            Ty::Function(_)
            | Ty::Builtin(_)
            | Ty::Bound(_)
            | Ty::Class(_)
            | Ty::Type(_)
            | Ty::ExcType(_)
            | Ty::Module(_) => Some(true),
            Ty::Union(members) => {
                let first = members.first()?.truth()?;
                members.iter().all(|member| member.truth() == Some(first)).then_some(first)
            }
            _ => None,
        }
    }
}
