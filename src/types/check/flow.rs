//! Flow: the variables of a frame at a point of the script, and how they join where ways meet.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Pending;
use super::func::FuncTy;
use super::scan::ScopeInfo;
use crate::data::Sym;
use crate::source::Span;
use crate::types::error::Fault;
use crate::types::ty::{ClassTy, Heap, Ty};

/// Whether a variable has a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    /// On no way that leads here.
    No,
    /// On some.
    Maybe,
    /// On all.
    Yes,
}

/// A variable at a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Var {
    /// Its type.
    pub ty: Ty,
    /// Whether it has a value.
    pub bound: Bound,
    /// Where it was last assigned or deleted.
    pub at: Span,
}

/// The variables of a frame at a point.
#[derive(Clone, Debug)]
pub struct State {
    /// By slot.
    pub vars: Rc<Vec<Var>>,
    /// Whether the point can be reached.
    pub live: bool,
}

impl State {
    /// All variables of a scope, unassigned.
    pub fn new(scope: &ScopeInfo) -> State {
        let empty = Var { ty: Ty::Never, bound: Bound::No, at: Span::default() };
        State { vars: Rc::new(vec![empty; scope.names.len()]), live: true }
    }

    /// A point that is never reached.
    pub fn dead(&self) -> State {
        State { vars: self.vars.clone(), live: false }
    }

    /// Change a variable.
    pub fn set(&mut self, slot: usize, var: Var) {
        if let Some(place) = Rc::make_mut(&mut self.vars).get_mut(slot) {
            *place = var;
        }
    }

    /// Where two ways meet.
    pub fn join(&self, other: &State, lost: &mut Vec<Ty>) -> State {
        match (self.live, other.live) {
            (true, false) => return self.clone(),
            (false, _) => return other.clone(),
            _ => {}
        }
        if Rc::ptr_eq(&self.vars, &other.vars) {
            return self.clone();
        }
        let mut joined = self.clone();
        for (slot, (a, b)) in self.vars.iter().zip(other.vars.iter()).enumerate() {
            if a != b {
                joined.set(slot, a.join(b, lost));
            }
        }
        joined
    }

    /// Whether all of `other` is held already.
    pub fn holds(&self, other: &State) -> bool {
        !other.live || Rc::ptr_eq(&self.vars, &other.vars) || {
            let mut lost = Vec::new();
            self.vars.iter().zip(other.vars.iter()).all(|(a, b)| {
                let joined = a.join(b, &mut lost);
                joined.ty == a.ty && joined.bound == a.bound
            })
        }
    }
}

impl Var {
    /// Where two ways meet.
    pub fn join(&self, other: &Var, lost: &mut Vec<Ty>) -> Var {
        let bound = if self.bound == other.bound { self.bound } else { Bound::Maybe };
        let at = if self.bound == Bound::No { other.at } else { self.at };
        Var { ty: self.ty.join(&other.ty, lost), bound, at }
    }
}

/// The variables of a frame that inner functions read: for each all that was ever assigned.
#[derive(Debug, Default)]
pub struct Cells {
    /// The names of the frame.
    pub scope: Rc<ScopeInfo>,
    /// What was assigned.
    pub vars: RefCell<FxHashMap<Sym, Ty>>,
    /// The frame around it; `None` for the module's.
    pub parent: Option<Rc<Cells>>,
    /// Functions that were defined in it, by their definitions.
    pub functions: RefCell<FxHashMap<usize, Rc<FuncTy>>>,
    /// Classes that were defined in it.
    pub classes: RefCell<FxHashMap<usize, Rc<ClassTy>>>,
    /// Containers that were made in it, by the expressions that make them.
    pub heaps: RefCell<FxHashMap<Span, Rc<Heap>>>,
}

/// Where `break` and `continue` of a loop lead.
#[derive(Debug, Default)]
pub struct LoopExits {
    /// After the loop.
    pub breaks: Option<State>,
    /// Its head.
    pub continues: Option<State>,
}

/// What kind of body is being evaluated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FrameKind {
    /// A module.
    Module,
    /// A function or lambda.
    Function,
    /// A class.
    Class,
}

/// A body that is being evaluated.
#[derive(Debug)]
pub struct Frame {
    /// What it is.
    pub kind: FrameKind,
    /// Its names.
    pub scope: Rc<ScopeInfo>,
    /// Its variables now.
    pub state: State,
    /// Variables of the comprehensions around this point.
    pub overlay: Vec<(Sym, Ty)>,
    /// What inner functions see of it.
    pub cells: Rc<Cells>,
    /// The class whose method it is.
    pub class: Option<Rc<ClassTy>>,
    /// The first argument of a method.
    pub receiver: Option<Ty>,
    /// What it returns.
    pub ret: Ty,
    /// What it yields.
    pub yields: Ty,
    /// Whether this point is reached for certain when the body is run.
    pub certain: bool,
    /// Whether a way may have left the body.
    pub exited: bool,
    /// Errors that are raised for certain when the body is run.
    pub certain_faults: Vec<Fault>,
    /// Errors found in the body.
    pub errors: Vec<Pending>,
    /// The loops around this point.
    pub loops: Vec<LoopExits>,
    /// States that may be where an exception of each `try` around this point is raised.
    pub tries: Vec<State>,
    /// Globals that were read, with what they were.
    pub deps: Vec<(Sym, Ty)>,
}

impl Frame {
    /// A body before its first statement.
    pub fn new(kind: FrameKind, cells: Rc<Cells>) -> Frame {
        let scope = cells.scope.clone();
        Frame {
            kind,
            state: State::new(&scope),
            scope,
            overlay: Vec::new(),
            cells,
            class: None,
            receiver: None,
            ret: Ty::Never,
            yields: Ty::Never,
            certain: true,
            exited: false,
            certain_faults: Vec::new(),
            errors: Vec::new(),
            loops: Vec::new(),
            tries: Vec::new(),
            deps: Vec::new(),
        }
    }
}
