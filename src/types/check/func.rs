//! Functions of the user: made where they are defined, evaluated once for each combination of argument types.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::except::Catch;
use super::flow::{Bound, Cells, Frame, FrameKind, Var};
use super::scan::ScopeInfo;
use super::{Checker, Pending};
use crate::data::Sym;
use crate::source::Span;
use crate::syntax::ast::{FunctionDef, Lambda, Params};
use crate::types::error::Fault;
use crate::types::sig::{Args, Sig, Slot};
use crate::types::ty::{ClassTy, Heap, HeapKind, Ty, next_heap_id};

/// Past this many combinations of argument types, constants are forgotten.
const WIDE_AFTER: usize = 8;
/// Past this many, arguments are `Any`.
const ANY_AFTER: usize = 32;
/// How deep calls may nest.
const MAX_DEPTH: usize = 120;

/// The body of a function.
#[derive(Clone, Debug)]
pub enum Body {
    /// `def`.
    Def(Arc<FunctionDef>),
    /// `lambda`.
    Lambda(Arc<Lambda>, Span),
}

impl Body {
    /// A number for the definition.
    pub fn address(&self) -> usize {
        match self {
            Body::Def(def) => Arc::as_ptr(def) as usize,
            Body::Lambda(lambda, _) => Arc::as_ptr(lambda) as usize,
        }
    }

    /// The parameters.
    pub fn params(&self) -> &Params {
        match self {
            Body::Def(def) => &def.params,
            Body::Lambda(lambda, _) => &lambda.params,
        }
    }
}

/// A function of the user, with what it captured.
#[derive(Debug)]
pub struct FuncTy {
    /// Its definition.
    pub body: Body,
    /// `f`, `Class.method`, `<lambda>`.
    pub name: String,
    /// Its parameters.
    pub sig: Sig,
    /// Defaults of the named parameters that have one.
    pub defaults: RefCell<Vec<Option<Ty>>>,
    /// The variables of the function around it.
    pub around: Rc<Cells>,
    /// Its names.
    pub scope: Rc<ScopeInfo>,
    /// The class whose method it is.
    pub class: Option<Rc<ClassTy>>,
    /// What is known of its calls.
    pub contexts: RefCell<Vec<Rc<Context>>>,
    /// Whether it may be called by code that the checker does not see.
    pub escaped: Cell<bool>,
    /// How many of its calls are being evaluated.
    pub active: Cell<usize>,
}

impl FuncTy {
    /// How messages call it.
    pub fn title(&self) -> &str {
        &self.name
    }

    /// Where it is defined.
    pub fn header(&self) -> Span {
        match &self.body {
            Body::Def(def) => def.header,
            Body::Lambda(_, span) => *span,
        }
    }
}

/// What a call gives.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The result.
    pub ret: Option<Ty>,
    /// Whether it never returns.
    pub diverges: bool,
    /// Errors that it raises for certain.
    pub faults: Vec<Fault>,
}

/// A function evaluated for one combination of argument types.
#[derive(Debug)]
pub struct Context {
    /// The types of the slots.
    pub slots: Vec<Ty>,
    /// What is caught around the call.
    pub caught: Catch,
    /// Whether the call runs at another time.
    pub late: bool,
    /// Its variables, as inner functions see them.
    pub cells: Rc<Cells>,
    /// The result, as known so far.
    pub outcome: RefCell<Outcome>,
    /// Whether it is being evaluated.
    pub busy: Cell<bool>,
    /// Whether a call within it needed its result before it was known.
    pub recursive: Cell<bool>,
    /// The checker's version when it was last evaluated.
    pub version: Cell<u64>,
    /// Globals that it read.
    pub deps: RefCell<Vec<(Sym, Ty)>>,
    /// Errors in it.
    pub errors: RefCell<Vec<Pending>>,
    /// The first call that led here.
    pub called: Span,
    /// Who called, where that is no call of the script's.
    pub by: Option<&'static str>,
}

/// Whether the first parameter of a function in a class is an object of it.
fn takes_self(body: &Body) -> bool {
    let Body::Def(def) = body else { return false };
    !["staticmethod", "classmethod"].iter().any(|name| crate::types::decl::decorated(def, name))
}

impl Checker<'_> {
    /// The scope of a function.
    fn scope_of(&mut self, body: &Body) -> Rc<ScopeInfo> {
        if let Some(found) = self.scopes.get(&body.address()) {
            return found.clone();
        }
        let scope = Rc::new(match body {
            Body::Def(def) => ScopeInfo::of(Some(&def.params), &def.body),
            Body::Lambda(lambda, _) => ScopeInfo::of_lambda(&lambda.params, &lambda.body),
        });
        self.scopes.insert(body.address(), scope.clone());
        scope
    }

    /// The function that a definition makes here; the same one each time the definition is met in this frame.
    pub fn make_function(&mut self, body: Body, defaults: Vec<Option<Ty>>) -> Rc<FuncTy> {
        let frame = self.frame();
        let class = frame.class.clone().filter(|_| frame.kind == FrameKind::Class);
        let cells = frame.cells.clone();
        // The names of a class body are not seen by its methods.
        let around = match frame.kind {
            FrameKind::Class => cells.parent.clone().unwrap_or_else(|| cells.clone()),
            _ => cells.clone(),
        };
        let known = cells.functions.borrow().get(&body.address()).cloned();
        if let Some(known) = known {
            self.join_defaults(&known, defaults);
            return known;
        }
        let short = match &body {
            Body::Def(def) => def.name.name.to_string(),
            Body::Lambda(..) => "<lambda>".to_owned(),
        };
        let name = class.as_ref().map_or(short.clone(), |class| format!("{}.{short}", class.name));
        let made = Rc::new(FuncTy {
            sig: Sig::of(body.params()),
            scope: self.scope_of(&body),
            name,
            defaults: RefCell::new(defaults),
            around,
            class,
            contexts: RefCell::default(),
            escaped: Cell::new(false),
            active: Cell::new(0),
            body,
        });
        cells.functions.borrow_mut().insert(made.body.address(), made.clone());
        if made.header().file == self.file {
            self.functions.push(made.clone());
        }
        made
    }

    fn join_defaults(&mut self, known: &Rc<FuncTy>, new: Vec<Option<Ty>>) {
        let old = known.defaults.borrow().clone();
        let joined: Vec<Option<Ty>> = old
            .iter()
            .zip(new)
            .map(|(old, new)| match (old, new) {
                (Some(old), Some(new)) => Some(self.join(old, &new)),
                (old, new) => old.clone().or(new),
            })
            .collect();
        if joined != old {
            self.version += 1;
            *known.defaults.borrow_mut() = joined;
        }
    }

    /// Call a function with these arguments. `first` is `self` of a method.
    pub fn call_function(
        &mut self,
        function: &Rc<FuncTy>,
        args: &Args,
        bound: bool,
        node: Span,
    ) -> Result<Ty, Box<Fault>> {
        let slots = function
            .sig
            .bind(function.title(), args, bound, node)
            .map_err(|fault| fault.label(function.header(), format!("`{}` is defined here", function.title())))?;
        let slots = self.slot_types(function, slots);
        let outcome = self.outcome(function, slots, node);
        self.conclude(function, outcome, node)
    }

    /// Evaluate a function for callers that the checker does not see.
    pub fn call_unknown(&mut self, function: &Rc<FuncTy>) {
        if self.fuel == 0 || self.depth > MAX_DEPTH {
            return;
        }
        let mut slots: Vec<Ty> = function.sig.names.iter().map(|_| Ty::Any).collect();
        // Of a class that others inherit from, `self` may be any of them.
        if let (Some(class), Some(first)) = (&function.class, slots.first_mut())
            && !self.facts.bases.contains(&class.name)
            && takes_self(&function.body)
        {
            *first = Ty::Instance(class.clone());
        }
        slots.extend(function.sig.vararg.map(|_| Ty::TupleOf(Rc::new(Ty::Any))));
        slots.extend(function.sig.kwarg.map(|_| Ty::Iter("kwargs", Rc::new(Ty::Any))));
        let handlers = std::mem::take(&mut self.handlers);
        self.handlers = vec![self.caught_anywhere()];
        let late = self.late.replace(next_heap_id());
        self.outcome(function, slots, Span::default());
        self.late = late;
        self.handlers = handlers;
    }

    /// The type of each slot of a call.
    fn slot_types(&mut self, function: &FuncTy, slots: Vec<Slot>) -> Vec<Ty> {
        let mut types = Vec::with_capacity(slots.len());
        for (index, slot) in slots.into_iter().enumerate() {
            types.push(match slot {
                Slot::Given(ty, _) => ty.capped(),
                Slot::Default => function.defaults.borrow().get(index).cloned().flatten().unwrap_or(Ty::Any),
                Slot::Rest(items, false) => Ty::tuple(items).capped(),
                Slot::Rest(items, true) => Ty::TupleOf(Rc::new(Ty::join_all(&items, &mut self.lost))).capped(),
                Slot::Keywords(items, _) => {
                    let values: Vec<Ty> = items.into_iter().map(|(_, ty)| ty).collect();
                    Ty::Iter("kwargs", Rc::new(Ty::join_all(&values, &mut self.lost))).capped()
                }
            });
        }
        types
    }

    fn conclude(&mut self, function: &Rc<FuncTy>, outcome: Outcome, node: Span) -> Result<Ty, Box<Fault>> {
        for fault in &outcome.faults {
            let mut fault = fault.clone();
            fault.traced = true;
            if fault.labels.len() < 8 {
                fault.labels.push((node, format!("in this call of `{}`", function.title())));
            }
            self.fail(node, Box::new(fault));
        }
        if outcome.diverges && outcome.faults.is_empty() {
            self.frame().state.live = false;
        }
        Ok(outcome.ret.unwrap_or(Ty::Never))
    }

    /// What a call with slots of these types gives.
    fn outcome(&mut self, function: &Rc<FuncTy>, slots: Vec<Ty>, called: Span) -> Outcome {
        let unknown = Outcome { ret: Some(Ty::Any), ..Outcome::default() };
        if self.fuel == 0 || self.depth > MAX_DEPTH {
            slots.iter().for_each(|ty| self.lost.push(ty.clone()));
            return unknown;
        }
        let by = self.by.take();
        let context = self.context(function, slots, called, by);
        if context.busy.get() {
            context.recursive.set(true);
            return context.outcome.borrow().clone();
        }
        if context.version.get() == self.version && self.deps_hold(&context) {
            let deps = context.deps.borrow().clone();
            self.frame().deps.extend(deps);
            return context.outcome.borrow().clone();
        }
        self.depth += 1;
        function.active.set(function.active.get() + 1);
        context.busy.set(true);
        self.evaluate(function, &context);
        context.busy.set(false);
        function.active.set(function.active.get() - 1);
        self.depth -= 1;
        let deps = context.deps.borrow().clone();
        self.frame().deps.extend(deps);
        context.outcome.borrow().clone()
    }

    fn deps_hold(&mut self, context: &Context) -> bool {
        let deps = context.deps.borrow();
        let Some(first) = self.frames.first() else { return false };
        deps.iter().all(|(name, ty)| {
            let var = first.scope.slot(*name).and_then(|slot| first.state.vars.get(slot));
            var.is_some_and(|var| var.ty == *ty || (var.bound == Bound::No && ty.is_any()))
        })
    }

    /// The context for slots of these types.
    fn context(
        &mut self,
        function: &Rc<FuncTy>,
        mut slots: Vec<Ty>,
        called: Span,
        by: Option<&'static str>,
    ) -> Rc<Context> {
        let caught = self.caught();
        let late = self.late.is_some();
        let many = function.contexts.borrow().len();
        if many >= WIDE_AFTER || function.active.get() > 0 {
            let exact = self.find_context(function, &slots, &caught, late);
            if let Some(found) = exact {
                return found;
            }
            slots = slots.iter().map(Ty::widen).collect();
        }
        if many >= ANY_AFTER || function.active.get() > 3 {
            if let Some(found) = self.find_context(function, &slots, &caught, late) {
                return found;
            }
            self.lost.append(&mut slots.clone());
            let start = usize::from(function.class.is_some());
            for (index, slot) in slots.iter_mut().enumerate().skip(start) {
                *slot = match slot {
                    Ty::Iter("kwargs", _) => Ty::Iter("kwargs", Rc::new(Ty::Any)),
                    _ if function.sig.vararg.is_some() && index == function.sig.names.len() => {
                        Ty::TupleOf(Rc::new(Ty::Any))
                    }
                    _ => Ty::Any,
                };
            }
        }
        if let Some(found) = self.find_context(function, &slots, &caught, late) {
            return found;
        }
        let cells = Cells { scope: function.scope.clone(), parent: Some(function.around.clone()), ..Cells::default() };
        let context = Rc::new(Context {
            slots,
            caught,
            late,
            cells: Rc::new(cells),
            outcome: RefCell::new(Outcome { ret: None, ..Outcome::default() }),
            busy: Cell::new(false),
            recursive: Cell::new(false),
            version: Cell::new(u64::MAX),
            deps: RefCell::default(),
            errors: RefCell::default(),
            called,
            by,
        });
        function.contexts.borrow_mut().push(context.clone());
        context
    }

    fn find_context(&self, function: &FuncTy, slots: &[Ty], caught: &Catch, late: bool) -> Option<Rc<Context>> {
        let contexts = function.contexts.borrow();
        contexts
            .iter()
            .find(|context| context.slots == slots && context.caught == *caught && context.late == late)
            .cloned()
    }

    /// Evaluate the body; again while a recursive call learns more.
    fn evaluate(&mut self, function: &Rc<FuncTy>, context: &Rc<Context>) {
        for round in 0..4 {
            let before = context.outcome.borrow().ret.clone();
            context.recursive.set(false);
            let outcome = self.evaluate_once(function, context);
            let stable = !context.recursive.get() || outcome.ret == before;
            *context.outcome.borrow_mut() = outcome;
            context.version.set(self.version);
            if stable {
                return;
            }
            if round == 3 {
                context.outcome.borrow_mut().ret = Some(Ty::Any);
                return;
            }
        }
    }

    fn evaluate_once(&mut self, function: &Rc<FuncTy>, context: &Rc<Context>) -> Outcome {
        let mut frame = Frame::new(FrameKind::Function, context.cells.clone());
        frame.class = function.class.clone();
        frame.receiver = context.slots.first().cloned();
        frame.certain = self.handlers.is_empty() && self.late.is_none();
        self.frames.push(frame);
        self.bind_params(function, context);
        let generator = function.scope.generator;
        let late = self.late;
        if generator {
            self.frame().certain = false;
            self.late.get_or_insert(next_heap_id());
        }
        let body = function.body.clone();
        match &body {
            Body::Def(def) => self.block(&def.body),
            Body::Lambda(lambda, _) => {
                let ty = self.expr(&lambda.body);
                self.frame().ret = ty;
                self.frame().state.live = false;
            }
        }
        self.late = late;
        let Some(frame) = self.frames.pop() else { return Outcome::default() };
        self.depend(context, frame.deps);
        *context.errors.borrow_mut() = frame.errors;
        self.summary(generator, frame.state.live, frame.ret, frame.yields, frame.certain_faults)
    }

    fn depend(&mut self, context: &Context, mut deps: Vec<(Sym, Ty)>) {
        let mut seen = rustc_hash::FxHashSet::default();
        deps.retain(|(name, _)| seen.insert(*name));
        *context.deps.borrow_mut() = deps;
    }

    fn summary(&mut self, generator: bool, falls: bool, ret: Ty, yields: Ty, faults: Vec<Fault>) -> Outcome {
        if generator {
            let item = if matches!(yields, Ty::Never) { Ty::Any } else { yields };
            return Outcome { ret: Some(Ty::Iter("generator", Rc::new(item))), ..Outcome::default() };
        }
        let returns = !matches!(ret, Ty::Never);
        let ret = if falls { self.join(&ret, &Ty::None) } else { ret };
        Outcome { ret: Some(ret), diverges: !falls && !returns, faults }
    }

    fn bind_params(&mut self, function: &FuncTy, context: &Context) {
        let names: Vec<(Sym, Span)> =
            function.body.params().iter().map(|param| (param.name.name, param.name.span)).collect();
        for ((name, span), ty) in names.into_iter().zip(&context.slots) {
            let ty = match ty {
                Ty::Iter("kwargs", item) => self.keyword_dict(span, item),
                ty => ty.clone(),
            };
            let Some(slot) = self.frame().scope.slot(name) else { continue };
            self.frame().state.set(slot, Var { ty: ty.clone(), bound: Bound::Yes, at: span });
            if self.frame().scope.inner {
                let cells = context.cells.clone();
                self.capture(&cells, name, &ty);
            }
        }
    }

    fn keyword_dict(&mut self, site: Span, item: &Ty) -> Ty {
        let heap: Rc<Heap> = self.alloc(HeapKind::Dict, site);
        self.put(&heap, &Ty::STR, item);
        Ty::Dict(heap)
    }
}

impl Context {
    /// What it was called with, for messages: `x: int, y: str`.
    pub fn called_with(&self, function: &FuncTy) -> Option<String> {
        let known = |ty: &Ty| {
            !matches!(ty, Ty::Any | Ty::Iter("kwargs", _)) && !matches!(ty, Ty::TupleOf(item) if item.is_any())
        };
        let names = function.body.params().iter().map(|param| param.name.name);
        let skip = usize::from(function.class.is_some());
        let parts: Vec<String> = names
            .zip(&self.slots)
            .skip(skip)
            .filter(|(_, ty)| known(ty))
            .take(6)
            .map(|(name, ty)| format!("{name}: {}", ty.widen()))
            .collect();
        (!parts.is_empty() && self.called != Span::default()).then(|| parts.join(", "))
    }
}
