//! The checker: walks the whole script before it runs, with types in place of values.
//!
//! What it reports raises whenever it is reached. Containers, classes and captured variables are known by all that was
//! ever put into them; variables by the way that leads to a point; functions per combination of argument types.

pub mod array;
pub mod attr;
pub mod blocks;
pub mod call;
pub mod class;
pub mod comp;
pub mod compare;
pub mod escape;
pub mod except;
pub mod expr;
pub mod fields;
pub mod flow;
pub mod format;
pub mod func;
pub mod import;
pub mod index;
pub mod iter;
pub mod lazy;
pub mod loops;
pub mod names;
pub mod narrow;
pub mod ops;
pub mod scan;
pub mod shut;
pub mod stmt;

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::decl::Decls;
use super::env::Env;
use super::error::{CheckError, Fault, Warning};
use super::records::Sample;
use super::ty::{Heap, HeapKind, Ty};
use super::{Checked, Typed};
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::syntax::Scopes;
use crate::syntax::ast::{Expr, Module};
use except::Catch;
use flow::{Cells, Frame, FrameKind};
use scan::{ScopeInfo, ScriptFacts};

/// How many expressions are evaluated before the checker lets the rest pass: checking comes to an end whatever the script.
const FUEL_BASE: u64 = 300_000;
/// The same, for each expression of the script.
const FUEL_PER_NODE: u64 = 40;

/// An error that was found, in one of the ways its place is reached.
#[derive(Clone, Debug)]
pub struct Pending {
    /// The expression that raises.
    pub node: Span,
    /// What it raises.
    pub fault: Fault,
}

/// The state of checking one script.
pub struct Checker<'a> {
    /// What stdlib/ declares.
    pub decls: Rc<Decls>,
    /// What is there before the script.
    pub env: &'a Env<'a>,
    /// What joins lost from sight; see [`Checker::settle`].
    pub lost: Vec<Ty>,
    /// The bodies being evaluated, innermost last.
    pub frames: Vec<Frame>,
    /// Expressions in functions that were evaluated without an error of their own.
    pub fine: FxHashSet<Span>,
    /// Types of the script's expressions.
    pub types: Vec<Ty>,
    /// The script.
    pub file: crate::source::FileId,
    /// What can be seen of the whole script.
    pub facts: ScriptFacts,
    /// Scopes of functions, by their definitions.
    pub scopes: FxHashMap<usize, Rc<ScopeInfo>>,
    /// Changes whenever a container, class or captured variable learns something new.
    pub version: u64,
    /// How many more expressions may be evaluated.
    pub fuel: u64,
    /// Set while code is evaluated that will run at another time than now; containers older than the number may
    /// have changed by then.
    pub late: Option<u64>,
    /// What the `try`s around this point catch, in all frames.
    pub handlers: Vec<Catch>,
    /// Functions of the script that were made, for the check of those never called.
    pub functions: Vec<Rc<func::FuncTy>>,
    /// How deep calls are nested.
    pub depth: usize,
    /// Who calls the next function, and with what, in words; the function's errors say so.
    pub by: Option<&'static str>,
    /// The main script's statements have all been evaluated.
    pub finished: bool,
    /// What is likely a mistake.
    pub warnings: Vec<Warning>,
    /// What is known of the elements of bags beside their types.
    pub samples: Vec<Sample>,
}

/// Check a module.
pub fn check_module(module: Module, scopes: Scopes, env: &Env<'_>) -> Checked {
    let scope = Rc::new(names::module_scope(&module.body, env));
    let cells = Rc::new(Cells { scope, ..Cells::default() });
    let mut checker = Checker {
        decls: Decls::shared(),
        env,
        lost: Vec::new(),
        frames: vec![Frame::new(FrameKind::Module, cells)],
        fine: FxHashSet::default(),
        types: vec![Ty::Any; module.nodes as usize],
        file: module.file,
        facts: ScriptFacts::of(&module.body),
        scopes: FxHashMap::default(),
        version: 0,
        fuel: FUEL_BASE + FUEL_PER_NODE * u64::from(module.nodes),
        late: None,
        handlers: if env.caught == Catch::default() { Vec::new() } else { vec![env.caught.clone()] },
        functions: Vec::new(),
        depth: 0,
        by: None,
        finished: false,
        warnings: Vec::new(),
        samples: Vec::new(),
    };
    checker.bind_env();
    checker.block(&module.body);
    checker.finish();
    let errors = checker.report();
    let warnings = std::mem::take(&mut checker.warnings);
    Checked { typed: Typed::new(module, scopes, checker.types), errors, warnings }
}

impl Checker<'_> {
    /// The body being evaluated.
    pub fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::new(FrameKind::Module, Rc::default()));
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// Whether this point can be reached.
    pub fn live(&mut self) -> bool {
        self.frame().state.live
    }

    /// Either of two types.
    pub fn join(&mut self, a: &Ty, b: &Ty) -> Ty {
        a.join(b, &mut self.lost)
    }

    /// Record that an expression raises, unless a `try` around it catches that. Its type is what it was meant to be, if
    /// that is known, else `Any`: one cause is reported once.
    #[allow(clippy::boxed_local)] // faults are boxed everywhere, so that results stay small
    pub fn fail(&mut self, node: Span, fault: Box<Fault>) -> Ty {
        if self.fuel == 0 || self.catches(fault.class) {
            return Ty::Any;
        }
        let meant = fault.meant.clone();
        let frame = self.frame();
        if frame.certain {
            frame.certain_faults.push(Fault { meant: None, ..(*fault).clone() });
        }
        frame.errors.push(Pending { node, fault: *fault });
        meant.unwrap_or(Ty::Any)
    }

    /// The type of an expression that may have failed.
    pub fn settle_result(&mut self, node: &Expr, result: Result<Ty, Box<Fault>>) -> Ty {
        match result {
            Ok(ty) => {
                if self.frames.len() > 1 {
                    self.fine.insert(node.span);
                }
                ty
            }
            Err(fault) => self.fail(node.span, fault),
        }
    }

    /// The container that an expression makes: one for all the times it is evaluated in this frame.
    pub fn alloc(&mut self, kind: HeapKind, site: Span) -> Rc<Heap> {
        let cells = self.frame().cells.clone();
        let mut heaps = cells.heaps.borrow_mut();
        let heap = heaps.entry(site).or_insert_with(|| {
            let heap = Heap::new(kind, site);
            heap.state.borrow_mut().items = None;
            heap
        });
        if heap.kind == kind {
            return heap.clone();
        }
        Heap::of(kind, site, Ty::Never, Ty::Never)
    }

    /// A list of items of a type, made here.
    pub fn list_of(&mut self, site: Span, item: Ty) -> Ty {
        let heap = self.alloc(HeapKind::List, site);
        self.put(&heap, &item, &Ty::Never);
        Ty::List(heap)
    }

    /// A set of items of a type, made here.
    pub fn set_of(&mut self, site: Span, item: Ty) -> Ty {
        let heap = self.alloc(HeapKind::Set, site);
        self.put(&heap, &item, &Ty::Never);
        Ty::Set(heap)
    }

    /// A dict, made here.
    pub fn dict_of(&mut self, site: Span, key: Ty, value: Ty) -> Ty {
        let heap = self.alloc(HeapKind::Dict, site);
        self.put(&heap, &key, &value);
        Ty::Dict(heap)
    }

    /// Put something into a container: its items are no longer known one by one.
    pub fn put(&mut self, heap: &Rc<Heap>, key: &Ty, value: &Ty) {
        let (old_key, old_value, known) = {
            let state = heap.state.borrow();
            (state.key.clone(), state.value.clone(), state.items.is_some())
        };
        let new_key = self.join(&old_key, &key.capped());
        let new_value = self.join(&old_value, &value.capped());
        if known || new_key != old_key || new_value != old_value {
            self.version += 1;
            let mut state = heap.state.borrow_mut();
            state.key = new_key;
            state.value = new_value;
            state.items = None;
        }
    }

    /// Note the type of an expression, for `:type`, completion and hover.
    pub fn note(&mut self, e: &Expr, ty: &Ty) {
        if e.span.file != self.file {
            return;
        }
        let index = e.id.0 as usize;
        let Some(old) = self.types.get(index) else { return };
        let joined = match old {
            Ty::Any => ty.clone(),
            old if self.frames.len() > 1 => old.join(ty, &mut Vec::new()),
            _ => ty.clone(),
        };
        if let Some(place) = self.types.get_mut(index) {
            *place = joined;
        }
    }

    /// Whether a class of exceptions is caught by a `try` around this point.
    pub fn catches(&self, class: ExcClass) -> bool {
        self.handlers.iter().any(|handler| handler.catches(class))
    }

    /// Functions that were never called are checked once, with `Any` for their parameters.
    fn finish(&mut self) {
        self.finished = true;
        self.handlers = vec![self.caught_anywhere()];
        let mut next = 0;
        while let Some(function) = self.functions.get(next).cloned() {
            next += 1;
            if function.contexts.borrow().is_empty() && self.fuel > 0 {
                self.call_unknown(&function);
            }
        }
    }

    /// The errors to show: sorted, each place once.
    fn report(&mut self) -> Vec<CheckError> {
        let mut found = std::mem::take(&mut self.frame().errors);
        for function in &self.functions {
            for context in function.contexts.borrow().iter() {
                for mut one in context.errors.borrow().iter().cloned() {
                    if self.fine.contains(&one.node) {
                        continue;
                    }
                    if let (false, Some(with)) = (one.fault.traced, context.called_with(function)) {
                        let title = function.title();
                        let said = match context.by {
                            Some(by) => format!("{by} calls `{title}`, with {with}"),
                            None => format!("`{title}` is called here with {with}"),
                        };
                        one.fault.labels.push((context.called, said));
                    }
                    found.push(one);
                }
            }
        }
        // An error that is known with the call that leads to it says more.
        found.sort_by_key(|one| !one.fault.traced);
        let mut places: FxHashSet<Span> = FxHashSet::default();
        found.retain(|one| places.insert(one.fault.span()));
        found.sort_by_key(|one| (one.fault.span().file, one.fault.span().start));
        found.into_iter().map(|one| CheckError { fault: one.fault }).collect()
    }

    /// The slot of a module's variable.
    pub fn global_slot(&self, name: Sym) -> Option<usize> {
        self.frames.first().and_then(|frame| frame.scope.slot(name))
    }
}
