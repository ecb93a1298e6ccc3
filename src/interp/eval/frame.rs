//! Frames, and code as one thread sees it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use num_bigint::BigInt;
use rustc_hash::FxHashMap;

use super::Vm;
use crate::data::ops::BinOp;
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::interp::code::{Code, Const, Op};
use crate::value::{FnId, Function, Namespace, Str, Value};

/// What an attribute site found last time.
pub struct Cache {
    /// The name it asks for.
    pub name: Sym,
    /// Version of the class, or address of a built-in one; 0 when empty.
    pub key: Cell<u64>,
    /// Place among the attributes of the instance, if it was there.
    pub slot: Cell<u32>,
    /// What the class has under the name.
    pub found: RefCell<Value>,
}

impl Cache {
    /// Of a site that asks for a name.
    pub fn of(name: Sym) -> Cache {
        Cache { name, key: Cell::new(0), slot: Cell::new(0), found: RefCell::default() }
    }

    /// Remember.
    pub fn set(&self, key: u64, slot: u32, found: Value) {
        self.key.set(key);
        self.slot.set(slot);
        let old = self.found.replace(found);
        drop(old);
    }
}

/// Code with this thread's constants, variables of the module and caches.
pub struct Loaded {
    pub ops: Arc<[Op]>,
    pub code: Arc<Code>,
    pub consts: Box<[Value]>,
    pub globals: Rc<Namespace>,
    /// Slots of the global names.
    pub slots: Box<[u32]>,
    /// Builtins under the global names, once asked for.
    pub builtins: RefCell<Box<[Value]>>,
    pub sites: Box<[Cache]>,
    /// Whether arguments in their registers are all a call needs.
    pub plain: bool,
    /// Whether it is a function of NumPy that asks its arguments first (see `lazy`).
    pub asks: bool,
    pub params: usize,
    pub variables: usize,
    pub registers: usize,
    pub cells: usize,
    /// How often it was called and its loops went round, and what was compiled of it.
    pub hot: crate::interp::native::Hot,
}

/// How a frame ends.
#[derive(Clone, Copy, PartialEq)]
pub enum FrameKind {
    /// The result goes to the caller's register.
    Call,
    /// `__init__`: the object, which the frame holds, goes there.
    Init,
    /// A method that is an operator: when it gives `NotImplemented` the other operand is asked. The frame holds both.
    Operator(BinOp),
    /// The result is returned to Rust.
    Entry,
    /// A generator's: as `Entry`, and what is yielded too.
    Generator,
}

/// A call under way. Frames are used again, and written field by field: copies of whole ones wait for their last writes.
pub struct Frame {
    /// The function; `None` in a frame that is not in use.
    pub func: Option<Rc<Function>>,
    /// First register.
    pub base: usize,
    /// One past the last register.
    pub top: usize,
    /// First cell.
    pub cells: usize,
    /// How many exceptions were being handled when it began.
    pub handling: usize,
    /// Where its result goes.
    pub dst: usize,
    /// How it ends.
    pub kind: FrameKind,
    /// What [`FrameKind`] says that it holds.
    pub held: (Value, Value),
    /// Where it goes on, while it waits.
    pub pc: usize,
    /// Its code, while it waits in the loop that runs it.
    pub code: Option<Rc<Loaded>>,
    /// A generator's: where its registers are kept while it waits.
    pub saved: Option<Box<super::generator::Saved>>,
}

impl Frame {
    /// A frame that is not in use.
    pub fn idle() -> Frame {
        Frame {
            func: None,
            base: 0,
            top: 0,
            cells: 0,
            handling: 0,
            dst: 0,
            kind: FrameKind::Entry,
            held: (Value::Unbound, Value::Unbound),
            pc: 0,
            code: None,
            saved: None,
        }
    }
}

/// The longest text that is kept once for a thread, in bytes, and how many there are.
const INTERNED: (usize, usize) = (24, 4096);

/// A constant text. Short ones are one object in all code of a thread: as keys of dicts they are found by their address.
fn interned(text: &Arc<str>) -> Rc<Str> {
    thread_local! {
        static TEXTS: RefCell<FxHashMap<Arc<str>, Rc<Str>>> = RefCell::default();
    }
    let made = || Rc::new(Str::shared(text.clone()));
    if text.len() > INTERNED.0 {
        return made();
    }
    TEXTS.with_borrow_mut(|texts| match texts.get(text) {
        Some(known) => known.clone(),
        None if texts.len() >= INTERNED.1 => made(),
        None => texts.entry(text.clone()).or_insert_with(made).clone(),
    })
}

/// A constant as a value of this thread.
pub fn constant(value: &Const) -> Value {
    match value {
        Const::None => Value::None,
        Const::Ellipsis => Value::Ellipsis,
        Const::Bool(value) => Value::Bool(*value),
        Const::Int(value) => Value::Int(*value),
        Const::Big(digits) => digits.parse::<BigInt>().map_or(Value::Int(0), Value::big),
        Const::Float(value) => Value::Float(*value),
        Const::Imaginary(value) => crate::value::complex::python(crate::data::complex::C64::new(0.0, *value)),
        Const::Str(text) => Value::Str(interned(text)),
        Const::Bytes(bytes) => crate::value::bytes::value(bytes.clone()),
        Const::Tuple(items) => Value::tuple(items.iter().map(constant).collect::<Vec<_>>()),
    }
}

impl Vm {
    /// The code of a function as this thread sees it.
    #[inline]
    pub(crate) fn load(&mut self, func: &Function) -> Res<Rc<Loaded>> {
        if let Some(Some(found)) = self.loaded.get(func.code.0 as usize)
            && Rc::ptr_eq(&found.globals, &func.globals)
        {
            return Ok(found.clone());
        }
        self.load_slow(func.code, &func.globals)
    }

    #[cold]
    fn load_slow(&mut self, id: FnId, globals: &Rc<Namespace>) -> Res<Rc<Loaded>> {
        let Some(code) = self.shared.table.get(id) else {
            return Err(Raised::new(ExcClass::SystemError, "a function whose code is not there"));
        };
        let signature = &code.signature;
        let asks =
            code.file == crate::types::prelude::STDLIB && super::lazy::asks(&globals.name.borrow(), &code.qualname);
        let made = Rc::new(Loaded {
            ops: code.ops.clone(),
            consts: code.consts.iter().map(constant).collect(),
            globals: globals.clone(),
            slots: code.globals.iter().map(|&name| globals.slot(name)).collect(),
            builtins: RefCell::new(vec![Value::Unbound; code.globals.len()].into()),
            sites: code.sites.iter().map(|&name| Cache::of(name)).collect(),
            plain: code.simple && !code.generator && !asks,
            asks,
            params: signature.names.len(),
            variables: code.variables,
            registers: code.registers,
            cells: code.cells.len(),
            hot: crate::interp::native::Hot::new(&code, &self.shared.native),
            code,
        });
        let at = id.0 as usize;
        if self.loaded.len() <= at {
            self.loaded.resize(at + 1, None);
        }
        if let Some(place) = self.loaded.get_mut(at) {
            *place = Some(made.clone());
        }
        Ok(made)
    }

    /// Make room for registers up to `need`.
    #[cold]
    pub(crate) fn grow(&mut self, need: usize) {
        let size = need.max(self.stack.len() * 2).max(4096);
        self.stack.resize(size, Value::Unbound);
    }
}
