//! `value.name`: attributes and methods of everything.

use std::rc::Rc;

use super::Checker;
use super::iter::a;
use crate::data::suggest::{habit, nearest};
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::types::absent::elsewhere;
use crate::types::decl::{DeclClass, FnKind, Member};
use crate::types::error::Fault;
use crate::types::sig::Args;
use crate::types::ty::{ClassBase, ClassTy, Descriptor, Ty};

/// Attributes that every object has.
const OBJECT: &[&str] = &[
    "__class__",
    "__doc__",
    "__dict__",
    "__eq__",
    "__ne__",
    "__hash__",
    "__repr__",
    "__str__",
    "__init__",
    "__module__",
    "__format__",
    "__setattr__",
    "__getattribute__",
    "__sizeof__",
    "__dir__",
    "__lt__",
    "__gt__",
    "__le__",
    "__ge__",
    "__new__",
    "__init_subclass__",
    "__delattr__",
    "__reduce__",
];

/// Data attributes of built-in classes, which have no declaration: the values themselves know them.
fn is_data(class: &str, name: &str) -> bool {
    let names: &[&str] = match class {
        "slice" | "range" => &["start", "stop", "step"],
        "int" | "bool" => &["real", "imag", "numerator", "denominator"],
        "float" => &["real", "imag"],
        "TextIOWrapper" => &["closed", "name", "mode", "encoding", "errors", "newlines", "buffer", "line_buffering"],
        // What a map is of, beside all that arrays have.
        "numpy.memmap" => &["mode", "filename", "offset", "base", "flags"],
        "generator" => &["gi_frame", "gi_running", "gi_code", "gi_yieldfrom"],
        _ => &[],
    };
    names.contains(&name)
}

fn special(name: Sym) -> bool {
    let name = name.as_str();
    name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}

/// The names of what functions of linear algebra give: several arrays in a named tuple.
const RESULTS: &[&[&str]] = &[&["U", "S", "Vh"], &["Q", "R"], &["eigenvalues", "eigenvectors"], &["sign", "logabsdet"]];

/// A field of such a tuple by its name.
fn named_result(items: &[Ty], name: &str) -> Option<Ty> {
    if !items.iter().all(|item| matches!(item, Ty::NdArray(_) | Ty::Array(_) | Ty::Scalar(_) | Ty::Any)) {
        return None;
    }
    if matches!(name, "_fields" | "_asdict" | "_replace") {
        return Some(Ty::Any);
    }
    let fields = RESULTS.iter().find(|fields| fields.len() == items.len() && fields.contains(&name))?;
    items.get(fields.iter().position(|field| *field == name)?).cloned()
}

/// What Python calls a function whose attributes are known: those of the script, methods of built-in classes, Dask's own.
fn function_class(function: &Ty) -> Option<&'static str> {
    match function {
        Ty::Function(_) => Some("function"),
        Ty::Bound(pair) => match (&pair.0, &pair.1) {
            (_, Ty::Function(_)) => Some("function"),
            (Ty::Array(_), Ty::Builtin(_)) => Some("function"),
            (Ty::Object(class, _), Ty::Builtin(_)) if class.name.starts_with("dask.") => Some("function"),
            (Ty::Str(_) | Ty::List(_) | Ty::Dict(_) | Ty::Set(_) | Ty::Tuple(_) | Ty::NdArray(_), Ty::Builtin(_)) => {
                Some("builtin_function_or_method")
            }
            _ => None,
        },
        _ => None,
    }
}

/// Where to see what a class has.
fn class_help(name: &str) -> String {
    format!("`:help {name}` at the prompt lists what is there")
}

impl Checker<'_> {
    /// `object.name`.
    pub fn attribute(&mut self, object: &Ty, name: Sym, span: Span) -> Result<Ty, Box<Fault>> {
        let mut joined = Ty::Never;
        let mut failed = None;
        let mut some = false;
        for member in object.members().to_vec() {
            match self.attribute_one(&member, name, span) {
                Ok(ty) => {
                    some = true;
                    joined = self.join(&joined, &ty);
                }
                Err(fault) => failed = Some(fault),
            }
        }
        match failed {
            Some(fault) if !some => Err(fault),
            _ => Ok(joined),
        }
    }

    fn attribute_one(&mut self, object: &Ty, name: Sym, span: Span) -> Result<Ty, Box<Fault>> {
        match object {
            Ty::Any | Ty::Never | Ty::Descriptor(..) | Ty::Union(_) => return self.wrapped_attribute(object, name),
            Ty::Instance(class) => return self.instance_attribute(object, &class.clone(), name, span),
            Ty::Class(class) => return self.class_attribute(object, &class.clone(), name, span),
            Ty::Super(class) => return Ok(self.super_attribute(&class.clone(), name)),
            Ty::Module(module) => return self.module_attribute(&module.name.clone(), name, span),
            Ty::Delayed(inner) => return self.delayed_attribute(object, &inner.clone(), name, span),
            Ty::Exception(_) => return Ok(Ty::Any),
            Ty::Function(_) | Ty::Builtin(_) | Ty::Bound(_) => return self.function_attribute(object, name, span),
            Ty::Type(_) if name.as_str() == "__new__" => return Ok(Ty::Any),
            Ty::Type(class) => return self.type_attribute(object, &class.clone(), name, span),
            Ty::ExcType(_) => return Ok(Ty::Any),
            Ty::NdArray(_) | Ty::Array(_) | Ty::Scalar(_) => {
                if let Some(found) = self.array_attribute(object, name) {
                    return Ok(found);
                }
                if let Ty::Scalar(dtype) = object {
                    return self.scalar_attribute(object, *dtype, name, span);
                }
            }
            _ => {}
        }
        if let Ty::Tuple(items) = object
            && let Some(found) = named_result(items, name.as_str())
        {
            return Ok(found);
        }
        let Some(class) = self.class_of(object) else { return Ok(Ty::Any) };
        match self.decls.class_member(&class, name) {
            Some(member) => self.bind_member(object, &class, &member, span),
            None if OBJECT.contains(&name.as_str()) => Ok(Ty::Any),
            // Special methods of built-in classes are there by name too; which ones, the run knows.
            None if special(name) && !matches!(object, Ty::None) => Ok(Ty::Any),
            None if is_data(&class.name, name.as_str()) => Ok(Ty::Any),
            None if class.is_bare() => Ok(Ty::Any),
            None => Err(self.no_attribute(object, Some(&class), name, span)),
        }
    }

    /// An attribute of a NumPy scalar: declared for its class, or not known.
    fn scalar_attribute(
        &mut self,
        object: &Ty,
        dtype: crate::data::DType,
        name: Sym,
        span: Span,
    ) -> Result<Ty, Box<Fault>> {
        let Some(class) = self.decls.class("numpy", Sym::new(dtype.scalar_class())) else { return Ok(Ty::Any) };
        if let Some(member) = self.decls.class_member(&class, name) {
            return self.bind_member(object, &class, &member, span);
        }
        // NumPy's scalars have the attributes of arrays too, and those of Python's float.
        let array = self.decls.class("numpy", Sym::new("ndarray"));
        let shared = array.is_some_and(|array| self.decls.class_member(&array, name).is_some());
        if shared || special(name) || is_data("float", name.as_str()) || class.is_bare() {
            return Ok(Ty::Any);
        }
        Err(self.no_attribute(object, Some(&class), name, span))
    }

    /// The accessors of a property: `@x.setter` gives back what it decorates.
    fn wrapped_attribute(&mut self, object: &Ty, name: Sym) -> Result<Ty, Box<Fault>> {
        match object {
            Ty::Descriptor(Descriptor::Property, _) if matches!(name.as_str(), "setter" | "deleter" | "getter") => {
                Ok(Ty::Descriptor(Descriptor::Property, Rc::new(object.clone())))
            }
            _ => Ok(Ty::Any),
        }
    }

    /// The declared class of a value, for its methods.
    pub fn class_of(&mut self, ty: &Ty) -> Option<Rc<DeclClass>> {
        let (module, name) = match ty {
            Ty::None => ("builtins", "NoneType"),
            Ty::Bool(_) => ("builtins", "bool"),
            Ty::Int(_) => ("builtins", "int"),
            Ty::Float(_) => ("builtins", "float"),
            Ty::Complex => ("builtins", "complex"),
            Ty::Str(_) => ("builtins", "str"),
            Ty::List(_) => ("builtins", "list"),
            Ty::Set(_) => ("builtins", "set"),
            Ty::FrozenSet(_) => ("builtins", "frozenset"),
            Ty::Tuple(_) | Ty::TupleOf(_) => ("builtins", "tuple"),
            Ty::Range(_) => ("builtins", "range"),
            Ty::Slice(_) => ("builtins", "slice"),
            Ty::Dict(heap) => match heap.kind.name() {
                "dict" => ("builtins", "dict"),
                name => ("collections", name),
            },
            Ty::Iter("generator", _) => ("builtins", "generator"),
            Ty::NdArray(_) => ("numpy", "ndarray"),
            Ty::Array(_) => ("dask.array", "Array"),
            Ty::Delayed(_) => ("dask.delayed", "Delayed"),
            Ty::DType(_) => ("numpy", "dtype"),
            Ty::Object(class, _) => return Some(class.clone()),
            _ => return None,
        };
        let found = self.decls.class(module, Sym::new(name));
        if found.is_none() && matches!(ty, Ty::None) {
            // `None` has no methods, whether that is declared or not.
            return Some(self.none_class());
        }
        found
    }

    fn none_class(&self) -> Rc<DeclClass> {
        Rc::new(DeclClass::empty("NoneType"))
    }

    /// A declared member of a value.
    fn bind_member(
        &mut self,
        object: &Ty,
        class: &Rc<DeclClass>,
        member: &Member,
        span: Span,
    ) -> Result<Ty, Box<Fault>> {
        Ok(match member {
            Member::Fn(function) => match function.kind {
                FnKind::Property => return self.declared(function, &Args::of([object.clone()], span), true, span),
                FnKind::Static => Ty::Builtin(function.clone()),
                FnKind::Class => Ty::Bound(Rc::new((Ty::Type(class.clone()), Ty::Builtin(function.clone())))),
                _ => Ty::Bound(Rc::new((object.clone(), Ty::Builtin(function.clone())))),
            },
            Member::Const(ann, _) => {
                let made = self.realise(ann, &class.module.clone(), Some(object), span);
                match (object, made) {
                    // The methods of texts know what the bag's elements are.
                    (Ty::Object(_, of), Ty::Object(accessor, _))
                        if &*accessor.name == "dask.bag.core.StringAccessor" =>
                    {
                        Ty::Object(accessor, of.clone())
                    }
                    (_, made) => made,
                }
            }
            other => self.member_type(other),
        })
    }

    fn no_attribute(&mut self, object: &Ty, class: Option<&Rc<DeclClass>>, name: Sym, span: Span) -> Box<Fault> {
        if let Some(class) = class
            && let Some(whose) = elsewhere(&class.name, name.as_str())
        {
            let message = format!("rdask has no `{}.{name}` yet", class.short);
            let fault = Fault::at(ExcClass::AttributeError, span, message);
            return fault.because(format!("{whose} has it, rdask not yet")).help(class_help(&class.name));
        }
        let message = format!("'{}' object has no attribute '{name}'", object.class_name());
        let fault = Fault::at(ExcClass::AttributeError, span, message);
        let whose = if matches!(object, Ty::None) { "None".to_owned() } else { a(object) };
        let fault = fault.because(format!("this is {whose}, which has no `{name}`"));
        let names = class.map(|class| self.decls.class_names(class)).unwrap_or_default();
        fault.cured(
            habit(object.class_name().as_ref(), name.as_str())
                .or_else(|| nearest(name.as_str(), names).map(|found| format!("did you mean `{found}`?"))),
        )
    }

    fn instance_attribute(
        &mut self,
        object: &Ty,
        class: &Rc<ClassTy>,
        name: Sym,
        span: Span,
    ) -> Result<Ty, Box<Fault>> {
        if class.is_open() {
            // What it holds is not known; its methods still are, unless they were replaced.
            return match class.lookup(name) {
                Some(ty) if class.field(name).is_none() && !self.facts.stored.contains(&name) => {
                    self.bind_attribute(object, ty, span)
                }
                _ => Ok(Ty::Any),
            };
        }
        let held = class.lookup(name);
        if let Some(Ty::Descriptor(Descriptor::Property, _)) = held {
            return self.bind_attribute(object, held.unwrap_or(Ty::Any), span);
        }
        if let Some(field) = class.field(name) {
            if self.late.is_some() || self.facts.dynamic {
                return Ok(Ty::Any);
            }
            return match held {
                Some(ty) => {
                    let bound = self.bind_attribute(object, ty, span)?;
                    Ok(self.join(&field, &bound))
                }
                None => Ok(field),
            };
        }
        if let Some(ty) = held {
            if self.facts.stored.contains(&name) && self.late.is_some() {
                return Ok(Ty::Any);
            }
            return self.bind_attribute(object, ty, span);
        }
        if let Some(ty) = self.special(object, "__getattr__", &[Ty::str(name.as_str())], span)? {
            return Ok(ty);
        }
        let stored = self.facts.stored.contains(&name) || class.lookup(Sym::new("__getattribute__")).is_some();
        match class.root() {
            ClassBase::Object if !stored && self.plain(class) && !OBJECT.contains(&name.as_str()) => {
                Err(self.no_own_attribute(object, class, name, span))
            }
            ClassBase::Type(base) => match self.decls.class_member(&base, name) {
                Some(Member::Fn(function)) if function.kind == FnKind::Method => {
                    Ok(Ty::Bound(Rc::new((object.clone(), Ty::Builtin(function)))))
                }
                _ => Ok(Ty::Any),
            },
            _ => Ok(Ty::Any),
        }
    }

    fn no_own_attribute(&mut self, object: &Ty, class: &Rc<ClassTy>, name: Sym, span: Span) -> Box<Fault> {
        let fault = Fault::at(
            ExcClass::AttributeError,
            span,
            format!("'{}' object has no attribute '{name}'", object.class_name()),
        );
        let fault = fault
            .because(format!("nothing ever gives this {} a `{name}`", class.name))
            .label(class.header, "the class is defined here".to_owned());
        let mut known: Vec<&'static str> = class.attrs.borrow().keys().map(|name| name.as_str()).collect();
        known.extend(class.fields.borrow().keys().map(|name| name.as_str()));
        match nearest(name.as_str(), known) {
            Some(found) => fault.help(format!("did you mean `{found}`?")),
            None => fault.help(format!("assign `self.{name}` in `__init__`, or define a method `{name}`")),
        }
    }

    /// An attribute of a class as an object sees it.
    fn bind_attribute(&mut self, object: &Ty, ty: Ty, span: Span) -> Result<Ty, Box<Fault>> {
        Ok(match &ty {
            Ty::Function(_) => Ty::Bound(Rc::new((object.clone(), ty.clone()))),
            Ty::Descriptor(Descriptor::Property, inner) => match &**inner {
                Ty::Function(function) => {
                    return self.call_function(function, &Args::of([object.clone()], span), true, span);
                }
                _ => Ty::Any,
            },
            Ty::Instance(class) if class.lookup(Sym::new("__get__")).is_some() => Ty::Any,
            Ty::Descriptor(Descriptor::Static, inner) => (**inner).clone(),
            Ty::Descriptor(Descriptor::Class, inner) => match object {
                Ty::Instance(class) => Ty::Bound(Rc::new((Ty::Class(class.clone()), (**inner).clone()))),
                _ => Ty::Bound(Rc::new((object.clone(), (**inner).clone()))),
            },
            Ty::Union(members) => {
                let bound: Result<Vec<Ty>, _> =
                    members.iter().map(|member| self.bind_attribute(object, member.clone(), span)).collect();
                Ty::join_all(&bound?, &mut self.lost)
            }
            _ => ty,
        })
    }

    fn class_attribute(&mut self, object: &Ty, class: &Rc<ClassTy>, name: Sym, span: Span) -> Result<Ty, Box<Fault>> {
        if let Some(ty) = class.lookup(name) {
            if (class.is_open() || self.late.is_some() || self.facts.dynamic) && self.facts.stored.contains(&name) {
                return Ok(Ty::Any);
            }
            return Ok(match ty {
                Ty::Descriptor(Descriptor::Class, inner) => Ty::Bound(Rc::new((object.clone(), (*inner).clone()))),
                Ty::Descriptor(Descriptor::Static, inner) => (*inner).clone(),
                Ty::Descriptor(Descriptor::Property, _) => Ty::Any,
                other => other,
            });
        }
        match name.as_str() {
            "__name__" | "__qualname__" => return Ok(Ty::str(class.name.as_str())),
            "mro" | "__bases__" | "__mro__" | "__base__" | "__subclasses__" | "__annotations__" => return Ok(Ty::Any),
            _ => {}
        }
        let closed =
            self.plain(class) && matches!(class.root(), ClassBase::Object) && !self.facts.stored.contains(&name);
        if !closed || OBJECT.contains(&name.as_str()) {
            return Ok(Ty::Any);
        }
        let fault = Fault::at(
            ExcClass::AttributeError,
            span,
            format!("type object '{}' has no attribute '{name}'", class.name),
        );
        let fault = fault
            .because(format!("the class has no `{name}`"))
            .label(class.header, "the class is defined here".to_owned());
        let known: Vec<&'static str> = class.attrs.borrow().keys().map(|name| name.as_str()).collect();
        Err(fault.cured(nearest(name.as_str(), known).map(|found| format!("did you mean `{found}`?"))))
    }

    fn super_attribute(&mut self, class: &Rc<ClassTy>, name: Sym) -> Ty {
        let receiver = self.frames.iter().rev().find_map(|frame| frame.receiver.clone()).unwrap_or(Ty::Any);
        match &class.base {
            ClassBase::Class(base) => match base.lookup(name) {
                Some(ty @ Ty::Function(_)) => Ty::Bound(Rc::new((receiver, ty))),
                _ => Ty::Any,
            },
            _ => Ty::Any,
        }
    }

    fn delayed_attribute(&mut self, object: &Ty, inner: &Ty, name: Sym, span: Span) -> Result<Ty, Box<Fault>> {
        if let Some(class) = self.class_of(object)
            && let Some(member) = self.decls.class_member(&class, name)
            && !matches!(name.as_str(), "__call__")
        {
            return self.bind_member(object, &class, &member, span);
        }
        let text = name.as_str();
        if matches!(text, "compute" | "persist" | "visualize" | "dask" | "key" | "optimize") || text.starts_with("__") {
            return Ok(Ty::Any);
        }
        let inner = self.attribute(inner, name, span);
        self.lazily(inner)
    }

    fn function_attribute(&mut self, object: &Ty, name: Sym, span: Span) -> Result<Ty, Box<Fault>> {
        let text = name.as_str();
        match text {
            "__name__" | "__qualname__" | "__module__" => return Ok(Ty::STR),
            _ if text.starts_with("__") || self.facts.stored.contains(&name) || self.facts.dynamic => {
                return Ok(Ty::Any);
            }
            // Decorators give functions attributes: `cache_info`, `register`, `reduce` of a ufunc.
            "cache_info" | "cache_clear" | "register" | "reduce" | "accumulate" | "outer" | "at" | "func" | "args"
            | "keywords" => return Ok(Ty::Any),
            _ => {}
        }
        let Some(class) = function_class(object) else { return Ok(Ty::Any) };
        let fault = Fault::at(ExcClass::AttributeError, span, format!("'{class}' object has no attribute '{name}'"));
        Err(fault
            .because("this is the function itself, not what it returns")
            .help("call it first: write `()` after its name".to_owned()))
    }

    fn type_attribute(&mut self, object: &Ty, class: &Rc<DeclClass>, name: Sym, span: Span) -> Result<Ty, Box<Fault>> {
        if matches!(name.as_str(), "__name__" | "__qualname__") {
            return Ok(Ty::str(class.short.as_str()));
        }
        match self.decls.class_member(class, name) {
            Some(Member::Fn(function)) if function.kind == FnKind::Class => {
                Ok(Ty::Bound(Rc::new((object.clone(), Ty::Builtin(function)))))
            }
            Some(Member::Fn(function)) => Ok(Ty::Builtin(function)),
            Some(_) => Ok(Ty::Any),
            None if name.as_str().starts_with("__") || class.is_bare() || name.as_str() == "mro" => Ok(Ty::Any),
            None => {
                let fault = Fault::at(
                    ExcClass::AttributeError,
                    span,
                    format!("type object '{}' has no attribute '{name}'", class.python_name()),
                );
                let fault = fault.because(format!("the class has no `{name}`"));
                let names = self.decls.class_names(class);
                Err(fault.cured(nearest(name.as_str(), names).map(|found| format!("did you mean `{found}`?"))))
            }
        }
    }

    /// `object.name = value`.
    pub fn set_attribute(&mut self, object: &Ty, name: Sym, value: &Ty, span: Span) -> Result<(), Box<Fault>> {
        let members = object.members().to_vec();
        for member in &members {
            match member {
                Ty::Instance(class) => self.store_field(member, &class.clone(), name, value, span)?,
                Ty::Class(class) => {
                    let class = class.clone();
                    let old = class.attrs.borrow().get(&name).cloned().unwrap_or(Ty::Never);
                    let joined = self.join(&old, value);
                    if joined != old {
                        self.version += 1;
                        class.attrs.borrow_mut().insert(name, joined);
                    }
                }
                Ty::None
                | Ty::Bool(_)
                | Ty::Int(_)
                | Ty::Float(_)
                | Ty::Complex
                | Ty::Str(_)
                | Ty::List(_)
                | Ty::Dict(_)
                | Ty::Set(_)
                | Ty::Tuple(_)
                    if members.len() == 1 =>
                {
                    let message = format!("'{}' object has no attribute '{name}'", member.class_name());
                    let fault = Fault::at(ExcClass::AttributeError, span, message);
                    return Err(fault.because(format!("this is {}, which takes no attributes", a(member))));
                }
                _ => self.escape(value),
            }
        }
        Ok(())
    }

    fn store_field(
        &mut self,
        object: &Ty,
        class: &Rc<ClassTy>,
        name: Sym,
        value: &Ty,
        span: Span,
    ) -> Result<(), Box<Fault>> {
        if class.is_open() {
            self.escape(value);
        }
        match class.lookup(name) {
            Some(Ty::Descriptor(Descriptor::Property, inner)) => {
                // With a setter, the value goes where it puts it.
                if matches!(&*inner, Ty::Function(_)) && self.plain(class) {
                    let message = format!("property '{name}' of '{}' object has no setter", class.name);
                    let fault = Fault::at(ExcClass::AttributeError, span, message)
                        .because(format!("`{name}` is a property: it is computed"));
                    return Err(fault.help(format!("define a setter with `@{name}.setter`")));
                }
                self.escape(value);
                self.escape(object);
                return Ok(());
            }
            Some(Ty::Instance(own)) if own.lookup(Sym::new("__set__")).is_some() => {
                self.escape(value);
                self.escape(object);
                return Ok(());
            }
            _ if class.lookup(Sym::new("__setattr__")).is_some() => {
                self.escape(value);
                self.escape(object);
                return Ok(());
            }
            _ => {}
        }
        let old = class.fields.borrow().get(&name).cloned().unwrap_or(Ty::Never);
        let joined = self.join(&old, &value.capped());
        if joined != old {
            self.version += 1;
            class.fields.borrow_mut().insert(name, joined);
        }
        Ok(())
    }
}
