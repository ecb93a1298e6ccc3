//! Calls: arguments, and what is called.

use std::rc::Rc;

use super::Checker;
use super::iter::a;
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::syntax::ast::{Arg, Expr};
use crate::types::ann::Ann;
use crate::types::decl::{DeclClass, DeclFn, FnKind};
use crate::types::error::Fault;
use crate::types::rules;
use crate::types::sig::{Args, Slot};
use crate::types::ty::{ClassBase, ClassTy, Descriptor, HeapKind, Ty};

impl Checker<'_> {
    /// Evaluate the arguments of a call.
    pub fn arguments(&mut self, args: &[Arg]) -> Args {
        let mut out = Args::default();
        for arg in args {
            match arg {
                Arg::Pos(e) => {
                    let ty = self.expr(e);
                    match &mut out.star {
                        // After a `*` of unknown length, positions are not known any more.
                        Some(star) => *star = star.join(&ty, &mut self.lost),
                        None => out.pos.push((ty, e.span)),
                    }
                }
                Arg::Keyword(name, e) => {
                    let ty = self.expr(e);
                    out.kw.push((name.name, ty, name.span));
                }
                Arg::Star(e) => self.star_argument(e, &mut out),
                Arg::DoubleStar(e) => self.double_star_argument(e, &mut out),
            }
        }
        out
    }

    fn star_argument(&mut self, e: &Expr, out: &mut Args) {
        let ty = self.expr(e);
        let known: Option<Vec<Ty>> = match &ty {
            Ty::Tuple(items) => Some(items.to_vec()),
            Ty::List(heap) if !self.stale(heap.id) => {
                heap.items().map(|items| items.iter().map(|(item, _)| item.clone()).collect())
            }
            _ => None,
        };
        match (known, &out.star) {
            (Some(items), None) => out.pos.extend(items.into_iter().map(|item| (item, e.span))),
            _ => {
                let result = self.iterate(&ty, e.span);
                let item = match result {
                    Ok(item) => item,
                    Err(fault) => self.fail(e.span, fault),
                };
                let item = if matches!(item, Ty::Never) { Ty::Any } else { item };
                out.star = Some(match &out.star {
                    Some(star) => star.join(&item, &mut self.lost),
                    None => item,
                });
            }
        }
    }

    fn double_star_argument(&mut self, e: &Expr, out: &mut Args) {
        let ty = self.expr(e);
        if let Ty::Dict(heap) = &ty
            && let Some(items) = heap.items()
            && !self.stale(heap.id)
            && items.iter().all(|(key, _)| key.as_str().is_some())
        {
            for (key, value) in items.iter() {
                if let Some(name) = key.as_str() {
                    out.kw.push((Sym::new(name), value.clone(), e.span));
                }
            }
            return;
        }
        let value = match &ty {
            Ty::Dict(heap) if !self.stale(heap.id) => heap.value(),
            Ty::None
            | Ty::Int(_)
            | Ty::Str(_)
            | Ty::Float(_)
            | Ty::Complex
            | Ty::Bool(_)
            | Ty::List(_)
            | Ty::Tuple(_) => {
                let message = format!("argument after ** must be a mapping, not {}", ty.class_name());
                let fault = Fault::at(ExcClass::TypeError, e.span, message).because(format!("this is {}", a(&ty)));
                self.fail(e.span, fault)
            }
            _ => Ty::Any,
        };
        let value = if matches!(value, Ty::Never) { Ty::Any } else { value };
        out.double_star = Some(match &out.double_star {
            Some(old) => old.join(&value, &mut self.lost),
            None => value,
        });
    }

    /// Call a value.
    pub fn call(&mut self, callee: &Ty, args: &Args, node: Span) -> Result<Ty, Box<Fault>> {
        let mut joined = Ty::Never;
        let mut failed = None;
        let mut some = false;
        let members = callee.members().to_vec();
        let mut diverged = members.len() > 1;
        for member in &members {
            let live = self.live();
            match self.call_one(member, args, node) {
                Ok(ty) => {
                    some = true;
                    joined = self.join(&joined, &ty);
                }
                Err(mut fault) => {
                    // What a call within a function of the user was meant to give says nothing of this one.
                    if !is_declared(member) {
                        fault.meant = None;
                    }
                    failed = Some(fault);
                }
            }
            if members.len() > 1 {
                // If one of several never returns, the others may.
                diverged &= !self.live();
                self.frame().state.live = live;
            }
        }
        if members.len() > 1 && diverged {
            self.frame().state.live = false;
        }
        match failed {
            Some(fault) if !some => Err(fault),
            _ => Ok(joined),
        }
    }

    fn call_one(&mut self, callee: &Ty, args: &Args, node: Span) -> Result<Ty, Box<Fault>> {
        match callee {
            Ty::Function(function) => self.call_function(&function.clone(), args, false, node),
            Ty::Builtin(function) => self.call_declared(&function.clone(), args, false, node),
            Ty::Bound(pair) => {
                let mut all = args.clone();
                all.pos.insert(0, (pair.0.clone(), node));
                match &pair.1 {
                    Ty::Function(function) => self.call_function(&function.clone(), &all, true, node),
                    Ty::Builtin(function) => self.call_declared(&function.clone(), &all, true, node),
                    other => self.call(&other.clone(), &all, node),
                }
            }
            Ty::Class(class) => self.instantiate(&class.clone(), args, node),
            Ty::Type(class) => self.construct(&class.clone(), args, node),
            Ty::ExcType(class) => {
                args.all().cloned().collect::<Vec<_>>().iter().for_each(|ty| self.touch(ty));
                Ok(Ty::Exception(*class))
            }
            Ty::Delayed(inner) => {
                let inner = inner.clone();
                self.call_delayed(&inner, args, node)
            }
            Ty::Instance(class) => {
                let class = class.clone();
                let mut all = args.clone();
                all.pos.insert(0, (callee.clone(), node));
                match class.lookup(Sym::new("__call__")) {
                    Some(Ty::Function(function)) => self.call_function(&function, &all, true, node),
                    None if self.plain(&class) && !self.facts.stored.contains(&Sym::new("__call__")) => {
                        let fault = not_callable(callee, node);
                        Err(fault.help(format!("give `{}` a `__call__` method", class.name)))
                    }
                    _ => {
                        self.escape_args(args);
                        Ok(Ty::Any)
                    }
                }
            }
            Ty::Descriptor(Descriptor::Property, _) => Ok(callee.clone()),
            Ty::None
            | Ty::Bool(_)
            | Ty::Int(_)
            | Ty::Float(_)
            | Ty::Complex
            | Ty::Str(_)
            | Ty::List(_)
            | Ty::Set(_)
            | Ty::Dict(_)
            | Ty::FrozenSet(_)
            | Ty::Tuple(_)
            | Ty::TupleOf(_)
            | Ty::Range(_)
            | Ty::Slice(_)
            | Ty::Iter(..)
            | Ty::Module(_)
            | Ty::Scalar(_)
            | Ty::NdArray(_)
            | Ty::Array(_)
            | Ty::Ellipsis => Err(not_callable(callee, node)),
            Ty::Never => Ok(Ty::Never),
            _ => {
                if let Some(fault) = self.lacks(callee, "__call__", node) {
                    return Err(fault.help("leave out the parentheses"));
                }
                self.escape_args(args);
                Ok(Ty::Any)
            }
        }
    }

    /// Call a declared function. If that fails, the result has the class that is declared: one mistake does not hide those
    /// that follow.
    pub fn call_declared(
        &mut self,
        function: &Rc<DeclFn>,
        args: &Args,
        bound: bool,
        node: Span,
    ) -> Result<Ty, Box<Fault>> {
        self.apply_declared(function, args, bound, node).map_err(|mut fault| {
            let receiver = bound.then(|| args.pos.first().map(|(ty, _)| ty.clone())).flatten();
            fault.meant = match &*function.variants {
                [variant] if matches!(variant.returns, Ann::Class(..)) => {
                    Some(self.realise(&variant.returns, &function.module, receiver.as_ref(), node))
                }
                _ => None,
            };
            fault
        })
    }

    /// By its rule if there is one, else by its declaration.
    fn apply_declared(
        &mut self,
        function: &Rc<DeclFn>,
        args: &Args,
        bound: bool,
        node: Span,
    ) -> Result<Ty, Box<Fault>> {
        if let Some(result) = self.handed_on(function, args, node) {
            return result;
        }
        if let Some(result) = rules::apply(self, &function.name, args, node) {
            return match result {
                Ok(Some(ty)) => {
                    self.check_arity(function, args, bound, node)?;
                    Ok(ty)
                }
                Ok(None) => self.declared(function, args, bound, node),
                // What does not even fit the signature is said first, as in Python.
                Err(fault) => {
                    self.check_arity(function, args, bound, node)?;
                    Err(fault)
                }
            };
        }
        self.declared(function, args, bound, node)
    }

    /// Whether the arguments of a call fit the names of a declared function.
    fn check_arity(&mut self, function: &Rc<DeclFn>, args: &Args, bound: bool, node: Span) -> Result<(), Box<Fault>> {
        let mut failed = None;
        for variant in &function.variants {
            match variant.sig.bind(function.short.as_str(), args, bound, node) {
                Ok(_) => return Ok(()),
                Err(fault) => {
                    failed.get_or_insert(fault);
                }
            }
        }
        failed.map_or(Ok(()), Err)
    }

    /// What a declaration says of a call.
    pub fn declared(&mut self, function: &Rc<DeclFn>, args: &Args, bound: bool, node: Span) -> Result<Ty, Box<Fault>> {
        let mut failed = None;
        for variant in &function.variants {
            let title = function.short.as_str();
            let slots = match variant.sig.bind(title, args, bound, node) {
                Ok(slots) => slots,
                Err(fault) => {
                    failed.get_or_insert(fault);
                    continue;
                }
            };
            match self.fit_slots(function, variant, &slots) {
                Ok(mut found) => {
                    self.release(function, args);
                    match self.array_call(function, variant, &slots, node) {
                        Some(Ok(ty)) => return Ok(ty),
                        Some(Err(fault)) => {
                            failed.get_or_insert(fault);
                            continue;
                        }
                        None => {}
                    }
                    let receiver = bound.then(|| args.pos.first().map(|(ty, _)| ty.clone())).flatten();
                    return Ok(self.give(&variant.returns, &function.module, receiver.as_ref(), &mut found, node));
                }
                Err(fault) => {
                    failed.get_or_insert(fault);
                }
            }
        }
        match failed {
            Some(fault) => Err(fault),
            None => Ok(Ty::Any),
        }
    }

    /// Whether each slot's value may be what the declaration asks for; the type variables that were found.
    fn fit_slots(
        &mut self,
        function: &DeclFn,
        variant: &crate::types::decl::DeclSig,
        slots: &[Slot],
    ) -> Result<crate::types::fit::Found, Box<Fault>> {
        let mut found = crate::types::fit::Found::default();
        let names = variant.sig.names.iter().map(|(name, _)| *name).chain(variant.sig.vararg).chain(variant.sig.kwarg);
        for (index, ((slot, ann), name)) in slots.iter().zip(&variant.anns).zip(names).enumerate() {
            let method = matches!(function.kind, FnKind::Method | FnKind::Class | FnKind::Property);
            match slot {
                Slot::Given(ty, _) if index == 0 && method => self.bind_receiver(ty, &mut found),
                Slot::Given(ty, span) => self.require(function, name, ty, ann, *span, &mut found)?,
                Slot::Rest(items, _) => {
                    for ty in items {
                        self.require(function, name, ty, ann, Span::default(), &mut found)?;
                    }
                }
                Slot::Keywords(..) | Slot::Default => {}
            }
        }
        Ok(found)
    }

    /// Arguments of a declared function: functions among them may be called, objects asked for their special methods.
    fn release(&mut self, function: &DeclFn, args: &Args) {
        let changes = matches!(&*function.module, "heapq" | "bisect")
            || matches!(&*function.name, "operator.setitem" | "operator.iadd" | "setattr");
        for ty in args.all().cloned().collect::<Vec<_>>() {
            for member in ty.members() {
                match member {
                    Ty::Function(_) | Ty::Class(_) => self.escape(member),
                    Ty::Bound(pair) if !matches!(pair.1, Ty::Builtin(_)) => self.escape(member),
                    _ if changes => self.escape(member),
                    _ => {
                        self.touch(member);
                        self.escape_functions(member, 3);
                    }
                }
            }
        }
    }

    /// Functions inside containers that go to a builtin may be called.
    fn escape_functions(&mut self, ty: &Ty, depth: usize) {
        if depth == 0 {
            return;
        }
        match ty {
            Ty::Function(_) => self.escape(ty),
            Ty::Bound(pair) if !matches!(pair.1, Ty::Builtin(_)) => self.escape(ty),
            Ty::Tuple(items) | Ty::Union(items) => items.iter().for_each(|item| self.escape_functions(item, depth - 1)),
            Ty::List(heap) | Ty::Dict(heap) => {
                let (key, value) = (heap.key(), heap.value());
                self.escape_functions(&key, depth - 1);
                self.escape_functions(&value, depth - 1);
            }
            _ => {}
        }
    }

    /// Make an object of a class of the user.
    pub fn instantiate(&mut self, class: &Rc<ClassTy>, args: &Args, node: Span) -> Result<Ty, Box<Fault>> {
        let object = Ty::Instance(class.clone());
        if class.is_open() && class.lookup(Sym::new("__init__")).is_none() {
            self.escape_args(args);
            return Ok(object);
        }
        if class.lookup(Sym::new("__new__")).is_some() {
            self.escape(&Ty::Class(class.clone()));
            self.escape_args(args);
            return Ok(Ty::Any);
        }
        match class.lookup(Sym::new("__init__")) {
            Some(Ty::Function(function)) => {
                let mut all = args.clone();
                all.pos.insert(0, (object.clone(), node));
                self.call_function(&function, &all, true, node)?;
            }
            Some(_) => self.escape_args(args),
            None => match class.root() {
                ClassBase::Object if !class.is_open() && (!args.pos.is_empty() || !args.kw.is_empty()) => {
                    let fault = Fault::at(ExcClass::TypeError, node, format!("{}() takes no arguments", class.name));
                    let fault = fault
                        .because("this class has no `__init__`")
                        .label(class.header, "the class is defined here".to_owned());
                    return Err(fault.help("define `def __init__(self, ...)` in the class".to_owned()));
                }
                _ => args.all().cloned().collect::<Vec<_>>().iter().for_each(|ty| self.escape(ty)),
            },
        }
        Ok(object)
    }

    /// Call a declared class.
    fn construct(&mut self, class: &Rc<DeclClass>, args: &Args, node: Span) -> Result<Ty, Box<Fault>> {
        if let Some(result) = rules::apply(self, &class.name, args, node) {
            match result {
                Ok(Some(ty)) => return Ok(ty),
                Ok(None) => {}
                Err(fault) => return Err(fault),
            }
        }
        if class.name.starts_with("enum.") {
            self.escape_args(args);
            return Ok(Ty::Any);
        }
        for name in ["__new__", "__init__"] {
            let Some(crate::types::decl::Member::Fn(function)) = class.member(Sym::new(name)) else { continue };
            let mut all = args.clone();
            let first =
                if name == "__new__" { Ty::Type(class.clone()) } else { Ty::Object(class.clone(), Rc::from([])) };
            all.pos.insert(0, (first, node));
            let given = self.declared(&function, &all, true, node).map_err(|mut fault| {
                fault.message = fault.message.replace(&format!("{name}()"), &format!("{}()", class.short));
                fault.help = fault.help.map(|help| {
                    help.replace(&format!("`{name}("), &format!("`{}(", class.short)).replace("(self, ", "(")
                });
                fault
            })?;
            if name == "__new__" && !matches!(given, Ty::Any | Ty::None) {
                return Ok(given);
            }
            break;
        }
        args.all().cloned().collect::<Vec<_>>().iter().for_each(|ty| self.escape_callable(ty));
        Ok(self.object_of(class, node))
    }

    fn escape_callable(&mut self, ty: &Ty) {
        for member in ty.members() {
            match member {
                Ty::Function(_) | Ty::Class(_) | Ty::Bound(_) => self.escape(member),
                _ => self.touch(member),
            }
        }
    }

    /// An object of a declared class, by its name.
    pub fn object_of(&mut self, class: &Rc<DeclClass>, node: Span) -> Ty {
        match &*class.name {
            "int" => Ty::INT,
            "float" => Ty::FLOAT,
            "complex" => Ty::Complex,
            "numpy.complex64" => Ty::Scalar(crate::data::DType::Complex64),
            "numpy.complex128" => Ty::Scalar(crate::data::DType::Complex128),
            "str" => Ty::STR,
            "bool" => Ty::BOOL,
            "list" => self.list_of(node, Ty::Any),
            "set" => self.set_of(node, Ty::Any),
            "dict" => self.dict_of(node, Ty::Any, Ty::Any),
            "tuple" => Ty::TupleOf(Rc::new(Ty::Any)),
            "frozenset" => Ty::FrozenSet(Rc::new(Ty::Any)),
            "range" => Ty::Range(None),
            "object" | "type" | "slice" => Ty::Any,
            "numpy.ndarray" => Ty::NdArray(Default::default()),
            "dask.array.Array" | "dask.array.core.Array" => Ty::Array(Default::default()),
            "collections.defaultdict" | "collections.Counter" | "collections.OrderedDict" => {
                let kind = match class.short.as_str() {
                    "defaultdict" => HeapKind::DefaultDict,
                    "Counter" => HeapKind::Counter,
                    _ => HeapKind::OrderedDict,
                };
                let heap = self.alloc(kind, node);
                self.put(&heap, &Ty::Any, &Ty::Any);
                heap.state.borrow_mut().factory = matches!(kind, HeapKind::DefaultDict).then_some(Ty::Any);
                Ty::Dict(heap)
            }
            _ => Ty::Object(class.clone(), Rc::from([])),
        }
    }
}

/// The error of calling what cannot be called.
pub fn not_callable(ty: &Ty, node: Span) -> Box<Fault> {
    let fault = Fault::at(ExcClass::TypeError, node, format!("'{}' object is not callable", ty.class_name()));
    let fault = fault.because(format!("this is {}, and is called like a function", a(ty)));
    match ty {
        Ty::List(_) | Ty::Dict(_) | Ty::Tuple(_) | Ty::NdArray(_) | Ty::Array(_) | Ty::TupleOf(_) => {
            fault.help("read an item with square brackets: `x[i]`".to_owned())
        }
        Ty::Int(_) | Ty::Float(_) | Ty::Complex => fault.help("write `*` to multiply".to_owned()),
        Ty::Module(_) => fault.help("call a function of the module: `module.function(...)`".to_owned()),
        Ty::Str(_) => fault.help("a variable may have the name of a function: give it another name".to_owned()),
        Ty::None => fault.help("check that the function that gave it returns a function".to_owned()),
        _ => fault.help("leave out the parentheses".to_owned()),
    }
}

/// Whether a value that is called has a declaration.
fn is_declared(callee: &Ty) -> bool {
    match callee {
        Ty::Builtin(_) => true,
        Ty::Bound(pair) => matches!(pair.1, Ty::Builtin(_)),
        _ => false,
    }
}
