//! A unit under construction: the function or loop that is entered, and all functions that it calls.

use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::body;
use super::live::Live;
use super::ty::{Src, Ty};
use crate::data::{DType, Sym};
use crate::interp::code::{Code, CodeTable};
use crate::jit::native::MOST_WORDS;
use crate::ops::flow;
use crate::source::Span;
use crate::value::{FnId, Module, Namespace, Value};

/// Why compiled code stops at a place for good: the user's words.
#[derive(Clone, Debug)]
pub struct Reason {
    /// Where.
    pub span: Span,
    /// What stands in the way.
    pub text: String,
}

/// How the interpreter goes on after an exit.
#[derive(Clone, Debug)]
pub struct ExitPlan {
    /// The function of the unit, by number.
    pub func: usize,
    /// The instruction to go on with.
    pub pc: u32,
    /// Slots and the types of what goes there; words come in this order.
    pub slots: Vec<(u32, Ty)>,
    /// How many words there are.
    pub words: usize,
    /// A call under way at `pc - 1`: the function, the register of its first argument, where its result goes.
    pub call: Option<(Ty, u32, u32)>,
    /// The instruction is none that compiled code does: which of the unit's reasons.
    pub reason: Option<usize>,
}

/// What must be so when the unit is entered.
#[derive(Clone, Debug)]
pub struct Dep {
    /// The variable of the module, or builtin.
    pub name: Sym,
    /// Its type, known by where it comes from.
    pub ty: Ty,
    /// Where its words stand among the inputs.
    pub at: u32,
}

/// An attribute of a module that must be what it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The variable that holds the module.
    pub module: Sym,
    /// The attribute.
    pub name: Sym,
    /// Its qualified name.
    pub what: &'static str,
}

/// A function of the unit.
pub struct Func {
    /// Its number in the table.
    pub id: FnId,
    /// Its code.
    pub code: Arc<Code>,
    /// Types of its parameters.
    pub params: Vec<Ty>,
    /// Types of its results, as far as they are known.
    pub rets: Vec<Ty>,
}

/// What is entered.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    /// The code.
    pub id: FnId,
    /// The instruction: 0 for a call of the function, else the head of a loop, plus one.
    pub pc: u32,
    /// Slots that are read, with their types.
    pub slots: Vec<(u32, Ty)>,
}

/// Everything about a compiled unit but its machine code.
#[derive(Default)]
pub struct Made {
    /// The code.
    pub flow: flow::Unit,
    /// Its functions; of an entered loop the first is the function that it stands in.
    pub funcs: Vec<Func>,
    /// How the interpreter goes on.
    pub exits: Vec<ExitPlan>,
    /// What must be so.
    pub deps: Vec<Dep>,
    /// Attributes of modules that must be so.
    pub members: Vec<Member>,
    /// Types of arrays that are written.
    pub written: Vec<(DType, u8)>,
    /// What stands in the way, where it does.
    pub reasons: Vec<Reason>,
    /// Variables of the module that a loop at module level keeps: names and slots.
    pub own: Vec<(Sym, u32)>,
    /// Number of words of inputs.
    pub inputs: u32,
}

/// What builds it.
pub struct Maker<'m> {
    pub table: &'m CodeTable,
    pub globals: &'m Rc<Namespace>,
    /// Whether names that the module does not have are builtins.
    pub builtin: &'m dyn Fn(Sym) -> Option<Value>,
    pub made: Made,
    pub lives: FxHashMap<FnId, Rc<Live>>,
    /// Whether something was learnt that asks for another pass.
    pub changed: bool,
    /// Too much for compiled code.
    pub failed: Option<String>,
}

/// The most functions of a unit, and passes over it.
const MOST_FUNCS: usize = 24;
const MOST_PASSES: usize = 6;

impl Maker<'_> {
    /// Build the unit of a key; why not, if it can't be.
    pub fn make(mut self, key: &Key, own: Vec<(Sym, u32)>) -> Result<Made, String> {
        let code = self.table.get(key.id).ok_or("its code is not there")?;
        let params = key.slots.iter().map(|(_, ty)| ty.clone()).collect();
        self.made.own = own;
        self.made.funcs.push(Func { id: key.id, code, params, rets: Vec::new() });
        for _ in 0..MOST_PASSES {
            self.changed = false;
            self.made.exits.clear();
            self.made.reasons.clear();
            self.made.flow.functions.clear();
            let mut at = 0;
            while at < self.made.funcs.len() && self.failed.is_none() {
                let function = body::function(&mut self, at, (at == 0).then_some(key));
                self.made.flow.functions.push(function);
                at += 1;
            }
            if let Some(why) = self.failed {
                return Err(why);
            }
            if !self.changed {
                return Ok(self.made);
            }
        }
        Err("the types of what it returns do not settle".to_owned())
    }

    /// What is read where, in a function.
    pub fn live(&mut self, id: FnId, code: &Code) -> Rc<Live> {
        self.lives.entry(id).or_insert_with(|| Rc::new(Live::of(code))).clone()
    }

    /// The number of a function with parameters of these types. The first function, where it is a loop that is entered,
    /// is none to be called.
    pub fn func(&mut self, id: FnId, params: &[Ty], first_is_loop: bool) -> Result<usize, String> {
        let known = self.made.funcs.iter().skip(usize::from(first_is_loop));
        if let Some(at) = known.clone().position(|func| func.id == id && func.params == params) {
            return Ok(at + usize::from(first_is_loop));
        }
        if self.made.funcs.len() >= MOST_FUNCS {
            return Err("it calls too many functions".to_owned());
        }
        let code = self.table.get(id).ok_or("the code of a function is not there")?;
        if !code.simple || code.generator || !code.cells.is_empty() || !code.frees.is_empty() {
            return Err(format!("'{}' is no plain function of its arguments", code.name));
        }
        self.made.funcs.push(Func { id, code, params: params.to_vec(), rets: Vec::new() });
        Ok(self.made.funcs.len() - 1)
    }

    /// Add an exit; its number.
    pub fn exit(&mut self, plan: ExitPlan) -> u32 {
        if plan.words > MOST_WORDS {
            self.failed = Some("it has too many variables at once".to_owned());
        }
        self.made.exits.push(plan);
        self.made.exits.len() as u32 - 1
    }

    /// A reason at a place.
    pub fn reason(&mut self, span: Span, text: String) -> usize {
        self.made.reasons.push(Reason { span, text });
        self.made.reasons.len() - 1
    }

    /// What a name of the module is, and where its words stand among the inputs.
    pub fn global(&mut self, name: Sym) -> Result<(Ty, u32), String> {
        if let Some(known) = self.made.deps.iter().find(|dep| dep.name == name) {
            return Ok((known.ty.clone(), known.at));
        }
        let value = self.globals.get(name).or_else(|| (self.builtin)(name));
        let Some(value) = value else { return Err(format!("the name '{name}' is not defined")) };
        let ty = Ty::of(&value, Src::Global(name), self.globals);
        let at = self.made.inputs;
        self.made.inputs += ty.count() as u32;
        self.made.deps.push(Dep { name, ty: ty.clone(), at });
        Ok((ty, at))
    }

    /// An attribute of a module in a variable: a builtin of it, or a number.
    pub fn member(&mut self, module: Sym, name: Sym) -> Option<Result<&'static str, f64>> {
        let Some(Value::Module(found)) = self.globals.get(module) else { return None };
        match found.namespace.get(name) {
            Some(Value::Builtin(builtin)) => {
                let member = Member { module, name, what: builtin.name };
                if !self.made.members.contains(&member) {
                    self.made.members.push(member);
                }
                Some(Ok(builtin.name))
            }
            Some(Value::Float(value)) => known_constant(&found, name).filter(|known| *known == value).map(Err),
            Some(_) => None,
            None => super::builtins::unfilled(&found.name, name.as_str()).map(|what| {
                self.made.members.push(Member { module, name, what });
                Ok(what)
            }),
        }
    }
}

/// The constants of `math`, which nobody changes.
fn known_constant(module: &Module, name: Sym) -> Option<f64> {
    match (&*module.name, name.as_str()) {
        ("math" | "numpy", "pi") => Some(std::f64::consts::PI),
        ("math" | "numpy", "e") => Some(std::f64::consts::E),
        ("math", "tau") => Some(std::f64::consts::TAU),
        ("math" | "numpy", "inf") => Some(f64::INFINITY),
        _ => None,
    }
}
