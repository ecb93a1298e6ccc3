//! Whether a value may be what a declaration asks for, and what a declaration gives.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::ann::Ann;
use super::check::Checker;
use super::check::iter::a;
use super::decl::{DeclFn, Member};
use super::error::Fault;
use super::ty::{ClassBase, HeapKind, Ty};
use crate::data::{DType, ExcClass, Sym};
use crate::source::Span;

/// What type variables stand for in a call.
#[derive(Debug, Default)]
pub struct Found {
    vars: FxHashMap<Sym, Ty>,
}

impl Found {
    fn bind(&mut self, name: Sym, ty: &Ty, lost: &mut Vec<Ty>) {
        let old = self.vars.get(&name).cloned().unwrap_or(Ty::Never);
        self.vars.insert(name, old.join(&ty.widen(), lost));
    }

    /// What a variable stands for.
    pub fn get(&self, name: &str) -> Ty {
        let found = Sym::existing(name).and_then(|name| self.vars.get(&name));
        match found {
            Some(Ty::Never) | None => Ty::Any,
            Some(ty) => ty.clone(),
        }
    }
}

impl Checker<'_> {
    /// Type variables that the receiver of a method gives: T of a list, K and V of a dict.
    pub fn bind_receiver(&mut self, ty: &Ty, found: &mut Found) {
        let mut set = |name: &str, ty: Ty| {
            found.vars.insert(Sym::new(name), ty);
        };
        match ty {
            Ty::Dict(heap) => {
                let stale = self.stale(heap.id);
                set("K", if stale { Ty::Any } else { heap.key() });
                set("V", if stale { Ty::Any } else { heap.value() });
            }
            Ty::List(heap) | Ty::Set(heap) => {
                let stale = self.stale(heap.id);
                set("T", if stale { Ty::Any } else { heap.key() });
            }
            Ty::FrozenSet(item) | Ty::TupleOf(item) | Ty::Iter(_, item) => set("T", (**item).clone()),
            Ty::Tuple(items) => {
                let joined = Ty::join_all(items.iter(), &mut self.lost);
                set("T", joined);
            }
            Ty::Object(_, args) => {
                if let Some(first) = args.first() {
                    set("T", first.clone());
                }
            }
            _ => {}
        }
    }

    /// An argument must fit: an error only if it certainly doesn't.
    pub fn require(
        &mut self,
        function: &DeclFn,
        name: Sym,
        ty: &Ty,
        ann: &Ann,
        span: Span,
        found: &mut Found,
    ) -> Result<(), Box<Fault>> {
        let mut bad = None;
        for member in ty.members().to_vec() {
            if self.fits(&member, ann, &function.module, found) {
                return Ok(());
            }
            bad.get_or_insert(member);
        }
        let Some(bad) = bad else { return Ok(()) };
        Err(misfit(function, name, &bad, ann, span))
    }

    /// Whether a value of a type may be what an annotation asks for.
    pub fn fits(&mut self, ty: &Ty, ann: &Ann, module: &str, found: &mut Found) -> bool {
        match ann {
            Ann::Any | Ann::SelfTy => true,
            Ann::None => matches!(ty, Ty::None | Ty::Any | Ty::Never),
            Ann::Var(name) => {
                found.bind(*name, ty, &mut self.lost);
                true
            }
            Ann::Union(members) => {
                // Variables are bound by the members that fit exactly first.
                let mut fitted = false;
                for member in members {
                    if !matches!(member, Ann::Var(_)) && self.fits(ty, member, module, found) {
                        fitted = true;
                    }
                }
                fitted
                    || members
                        .iter()
                        .any(|member| matches!(member, Ann::Var(_)) && self.fits(ty, member, module, found))
            }
            Ann::Tuple(parts) => match ty {
                Ty::Tuple(items) => {
                    items.len() == parts.len()
                        && items
                            .iter()
                            .zip(parts)
                            .all(|(item, part)| item.members().iter().any(|item| self.fits(item, part, module, found)))
                }
                Ty::TupleOf(_) | Ty::Any | Ty::Never => true,
                Ty::Instance(_) | Ty::Object(..) => true,
                _ => false,
            },
            Ann::TupleOf(part) => match ty {
                Ty::Tuple(items) => {
                    items.iter().all(|item| item.members().iter().any(|item| self.fits(item, part, module, found)))
                }
                Ty::TupleOf(item) => item.members().iter().any(|item| self.fits(item, part, module, found)),
                Ty::Any | Ty::Never | Ty::Instance(_) | Ty::Object(..) => true,
                _ => false,
            },
            Ann::Class(name, args) => self.fits_class(ty, *name, args, module, found),
        }
    }

    fn fits_class(&mut self, ty: &Ty, name: Sym, args: &[Ann], module: &str, found: &mut Found) -> bool {
        if let Some(ok) = loose(ty) {
            return ok;
        }
        match name.as_str() {
            "int" => {
                matches!(ty, Ty::Int(_) | Ty::Bool(_) | Ty::NdArray(_) | Ty::Instance(_))
                    || matches!(ty, Ty::Scalar(dtype) if !dtype.is_inexact() && !dtype.is_time())
            }
            "float" | "number" => {
                ty.is_number()
                    || matches!(ty, Ty::Scalar(_) | Ty::NdArray(_) | Ty::Instance(_))
                    || (module == "numpy" && matches!(ty, Ty::Array(_)))
            }
            "complex" => ty.is_number() || matches!(ty, Ty::Complex | Ty::Scalar(_) | Ty::NdArray(_) | Ty::Instance(_)),
            "bool" => true,
            "str" => {
                matches!(ty, Ty::Str(_))
                    || matches!(ty, Ty::Instance(class) if !matches!(class.root(), ClassBase::Object))
            }
            "list" => self.fits_items(ty, matches!(ty, Ty::List(_)), args, module, found),
            "set" | "frozenset" | "Set" => {
                self.fits_items(ty, matches!(ty, Ty::Set(_) | Ty::FrozenSet(_)), args, module, found)
            }
            "tuple" => matches!(ty, Ty::Tuple(_) | Ty::TupleOf(_)) || derived(ty),
            "dict" | "Mapping" | "MutableMapping" => match ty {
                Ty::Dict(heap) => {
                    let (key, value) = (heap.key(), heap.value());
                    self.bind_parts(&[key, value], args, module, found);
                    true
                }
                other => derived(other),
            },
            "Iterable" | "Iterator" | "Sequence" | "Collection" | "Generator" | "Container" | "Sized" | "ArrayLike" => {
                self.fits_iterable(ty, name.as_str(), args, module, found)
            }
            "Callable" => callable(ty),
            "type" => matches!(ty, Ty::Type(_) | Ty::Class(_) | Ty::ExcType(_)),
            "ndarray" => {
                matches!(ty, Ty::NdArray(_) | Ty::Array(_))
                    || derived(ty)
                    || ty.is_number()
                    || matches!(ty, Ty::Complex | Ty::Scalar(_) | Ty::List(_) | Ty::Tuple(_) | Ty::TupleOf(_))
            }
            "Array" => !matches!(ty, Ty::Str(_) | Ty::None | Ty::Dict(_) | Ty::Function(_)),
            "slice" => matches!(ty, Ty::Slice(_)),
            _ => match (self.decls.class(module, name), ty) {
                (Some(class), Ty::Object(own, _)) => self.decls.is_a(&own.clone(), &class),
                (
                    Some(_),
                    Ty::Int(_)
                    | Ty::Float(_)
                    | Ty::Complex
                    | Ty::Str(_)
                    | Ty::None
                    | Ty::List(_)
                    | Ty::Tuple(_)
                    | Ty::Dict(_)
                    | Ty::Function(_),
                ) => {
                    // Classes of declared modules: their objects are never one of these.
                    module == "datetime"
                }
                _ => true,
            },
        }
    }

    fn fits_items(&mut self, ty: &Ty, is: bool, args: &[Ann], module: &str, found: &mut Found) -> bool {
        if let Ty::List(heap) | Ty::Set(heap) = ty
            && is
        {
            let item = heap.key();
            self.bind_parts(&[item], args, module, found);
        }
        is || derived(ty)
    }

    /// Bind type variables by the parts of a container; what the parts are is not asked: they may differ item by item.
    fn bind_parts(&mut self, parts: &[Ty], args: &[Ann], module: &str, found: &mut Found) {
        for (part, ann) in parts.iter().zip(args) {
            for member in part.members().to_vec() {
                self.fits(&member, ann, module, found);
            }
        }
    }

    fn fits_iterable(&mut self, ty: &Ty, name: &str, args: &[Ann], module: &str, found: &mut Found) -> bool {
        if name == "ArrayLike" {
            return !matches!(ty, Ty::Function(_) | Ty::Module(_));
        }
        let mark = self.version;
        match self.iterate(ty, Span::default()) {
            Ok(item) => {
                let _ = mark;
                self.bind_parts(&[item], args, module, found);
                true
            }
            Err(_) => false,
        }
    }

    /// What an annotation gives.
    pub fn give(&mut self, ann: &Ann, module: &str, receiver: Option<&Ty>, found: &mut Found, site: Span) -> Ty {
        match ann {
            Ann::Any => Ty::Any,
            Ann::None => Ty::None,
            Ann::SelfTy => receiver.map_or(Ty::Any, Ty::widen),
            Ann::Var(name) => match found.vars.get(name) {
                Some(Ty::Never) | None => Ty::Any,
                Some(ty) => ty.clone(),
            },
            Ann::Union(members) => {
                let members: Vec<Ty> =
                    members.iter().map(|member| self.give(member, module, receiver, found, site)).collect();
                Ty::join_all(&members, &mut self.lost)
            }
            Ann::Tuple(parts) => {
                Ty::tuple(parts.iter().map(|part| self.give(part, module, receiver, found, site)).collect())
            }
            Ann::TupleOf(part) => Ty::TupleOf(Rc::new(self.give(part, module, receiver, found, site))),
            Ann::Class(name, args) => {
                let args: Vec<Ty> = args.iter().map(|arg| self.give(arg, module, receiver, found, site)).collect();
                self.named(*name, args, module, site)
            }
        }
    }

    /// What an annotation that stands alone says: of a constant, a property.
    pub fn realise(&mut self, ann: &Ann, module: &str, receiver: Option<&Ty>, site: Span) -> Ty {
        let mut found = Found::default();
        if let Some(receiver) = receiver {
            self.bind_receiver(receiver, &mut found);
        }
        self.give(ann, module, receiver, &mut found, site)
    }

    fn named(&mut self, name: Sym, args: Vec<Ty>, module: &str, site: Span) -> Ty {
        // `Generator` is Python's, unless the module has a class of this name.
        if name.as_str() == "Generator"
            && let Some(class) = self.decls.class(module, name)
        {
            return self.object_of(&class, site);
        }
        let mut args = args.into_iter();
        let first = args.next().unwrap_or(Ty::Any);
        match name.as_str() {
            "int" => Ty::INT,
            "float" => Ty::FLOAT,
            "complex" => Ty::Complex,
            "bool" => Ty::BOOL,
            "str" => Ty::STR,
            "number" => Ty::Union(Rc::from([Ty::INT, Ty::FLOAT])),
            "list" => {
                let site = Span { start: site.start.saturating_add(1), ..site };
                self.list_of(site, first)
            }
            "set" => self.set_of(site, first),
            "frozenset" => Ty::FrozenSet(Rc::new(first)),
            "dict" => self.dict_of(site, first, args.next().unwrap_or(Ty::Any)),
            "tuple" => Ty::TupleOf(Rc::new(Ty::Any)),
            "range" => Ty::Range(None),
            "Iterator" | "Iterable" => Ty::Iter("iterator", Rc::new(first)),
            "Generator" => Ty::Iter("generator", Rc::new(first)),
            "ndarray" => Ty::NdArray(Default::default()),
            "Array" => Ty::Array(Default::default()),
            "Delayed" => Ty::Delayed(Rc::new(first)),
            "dtype" => Ty::DType(None),
            "bool_" => Ty::Scalar(DType::Bool),
            "NotImplementedType" => Ty::NotImplemented,
            "Callable" | "type" | "Sequence" | "Collection" | "Mapping" | "ArrayLike" => Ty::Any,
            text if scalar_class(text).is_some() => scalar_class(text).map_or(Ty::Any, Ty::Scalar),
            text => match self.decls.class(module, name) {
                Some(class) => match self.object_of(&class, site) {
                    Ty::Object(class, _) => {
                        Ty::Object(class, if matches!(first, Ty::Any) { Rc::from([]) } else { Rc::from([first]) })
                    }
                    other => other,
                },
                None => match ExcClass::named(text) {
                    Some(class) => Ty::Exception(class),
                    None => Ty::Any,
                },
            },
        }
    }

    /// The type of a declared member, as a value.
    pub fn member_type(&mut self, member: &Member) -> Ty {
        match member {
            Member::Fn(function) => Ty::Builtin(function.clone()),
            Member::Class(class) => match ExcClass::named(class.short.as_str()) {
                Some(class) => Ty::ExcType(class),
                None => self.class_value(class),
            },
            Member::Const(ann, value) => match value {
                Some(value) => {
                    self.constant(value).unwrap_or_else(|| self.realise(ann, "builtins", None, Span::default()))
                }
                None => self.realise(ann, "builtins", None, Span::default()),
            },
            Member::Alias(module, name) => {
                self.decls.member(module, *name).map_or(Ty::Any, |member| self.member_type(&member))
            }
            Member::Module(name) => self.decls.module(name).map_or(Ty::Any, Ty::Module),
        }
    }

    fn class_value(&mut self, class: &Rc<super::decl::DeclClass>) -> Ty {
        Ty::Type(class.clone())
    }
}

/// Types of which too little is known to refuse them.
fn loose(ty: &Ty) -> Option<bool> {
    match ty {
        Ty::Any | Ty::Never | Ty::Delayed(_) | Ty::Super(_) | Ty::Descriptor(..) | Ty::Union(_) => Some(true),
        _ => None,
    }
}

/// Whether an object is of a user's class that may inherit from what is asked for, or stand for it.
fn derived(ty: &Ty) -> bool {
    matches!(ty, Ty::Instance(_) | Ty::Object(..))
}

/// Whether a value may be called.
pub fn callable(ty: &Ty) -> bool {
    match ty {
        Ty::Instance(class) => {
            class.lookup(Sym::new("__call__")).is_some()
                || class.is_open()
                || !matches!(class.root(), ClassBase::Object)
        }
        Ty::Function(_)
        | Ty::Builtin(_)
        | Ty::Bound(_)
        | Ty::Class(_)
        | Ty::Type(_)
        | Ty::ExcType(_)
        | Ty::Object(..)
        | Ty::Any
        | Ty::Never => true,
        Ty::Delayed(_) | Ty::Super(_) | Ty::Descriptor(..) | Ty::DType(_) => true,
        _ => false,
    }
}

/// The error of an argument that does not fit, in Python's words.
fn misfit(function: &DeclFn, name: Sym, ty: &Ty, ann: &Ann, span: Span) -> Box<Fault> {
    let got = ty.class_name();
    let class = match ann {
        Ann::Class(class, _) => class.as_str(),
        _ => "",
    };
    let class_name = || function.name.rsplit('.').nth(1).unwrap_or("");
    let title = if function.short.as_str() == "__new__" { class_name() } else { function.short.as_str() };
    let message = match class {
        "int" => format!("'{got}' object cannot be interpreted as an integer"),
        "float" => format!("must be real number, not {got}"),
        "Iterable" | "Iterator" | "Sequence" | "Collection" => format!("'{got}' object is not iterable"),
        "Sized" => format!("object of type '{got}' has no len()"),
        "Callable" => format!("'{got}' object is not callable"),
        _ => format!("{title}() argument '{name}' must be {ann}, not {got}"),
    };
    let fault = Fault::at(ExcClass::TypeError, span, message).because(format!(
        "this is {}; `{title}` wants {} for `{name}`",
        a(ty),
        wanted(ann)
    ));
    match (class, ty) {
        ("int", Ty::Float(_)) => fault.help("make it an integer with `int(...)`, or divide with `//`".to_owned()),
        ("int", Ty::Str(_)) => fault.help("convert the text with `int(...)`".to_owned()),
        ("float", Ty::Str(_)) => fault.help("convert the text with `float(...)`".to_owned()),
        ("str", _) if ty.is_number() => fault.help("convert it with `str(...)`".to_owned()),
        ("str", Ty::List(_)) => fault.help("join the items first: `\", \".join(items)`".to_owned()),
        ("Iterable", Ty::Int(_)) => fault.help("give a list, or `range(n)` to count".to_owned()),
        ("Iterable", Ty::Function(_)) => fault.help("call the function: write `()` after its name".to_owned()),
        ("Callable", _) => fault.help("give the function itself, without calling it".to_owned()),
        _ => fault,
    }
}

fn wanted(ann: &Ann) -> String {
    match ann {
        Ann::Class(class, _) => match class.as_str() {
            "Callable" => "a function".to_owned(),
            "Iterable" | "Iterator" => "something to iterate over, such as a list".to_owned(),
            "float" => "a number".to_owned(),
            "int" => "an integer".to_owned(),
            "str" => "text".to_owned(),
            other => format!("a {other}"),
        },
        other => format!("{other}"),
    }
}

/// The kind of dict that a class of `collections` makes.
pub fn dict_kind(name: &str) -> HeapKind {
    match name {
        "defaultdict" => HeapKind::DefaultDict,
        "Counter" => HeapKind::Counter,
        "OrderedDict" => HeapKind::OrderedDict,
        _ => HeapKind::Dict,
    }
}

/// The dtype that a class of NumPy's scalars names by its size: `int64`, `float32`.
fn scalar_class(name: &str) -> Option<DType> {
    DType::ALL.into_iter().find(|dtype| *dtype != DType::Bool && dtype.name() == name)
}
