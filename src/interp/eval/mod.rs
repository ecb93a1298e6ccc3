//! The virtual machine: one per thread. Registers on one value stack, frames on the heap.

mod attr;
mod bind;
mod call;
mod class;
mod create;
mod data;
pub mod descr;
mod fast;
mod frame;
mod from_rust;
pub mod generator;
pub mod lazy;
mod loops;
mod names;
mod ops;
mod plain;
mod put;
mod quick;
mod raise;
mod run;
mod with;

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustc_hash::FxHashMap;

use super::code::CodeTable;
use super::modules::Modules;
use super::output::Output;
use crate::data::Sym;
use crate::source::Sources;
use crate::value::{Builtin, Class, Engine, Function, Value};

pub use frame::{Frame, FrameKind, Loaded};
pub(crate) use loops::range_len;

/// Deepest chain of calls, as CPython's default.
pub const RECURSION_LIMIT: usize = 1000;

/// What all machines of a session share.
#[derive(Clone)]
pub struct Shared {
    /// All compiled code.
    pub table: Arc<CodeTable>,
    /// All source texts.
    pub sources: Sources,
    /// Standard output.
    pub output: Arc<Output>,
    /// Set when the user wants to stop.
    pub interrupt: Arc<AtomicBool>,
    /// `sys.argv`.
    pub argv: Arc<[String]>,
    /// Makes the engines of worker machines.
    pub engines: Arc<std::sync::OnceLock<super::host::EngineFactory>>,
    /// Functions and loops compiled to machine code.
    pub native: Arc<super::native::Cache>,
}

/// Symbols the machine asks for by itself.
pub(crate) struct Names {
    pub init: Sym,
    pub call: Sym,
    pub dict: Sym,
    pub class: Sym,
    pub name: Sym,
    pub doc: Sym,
    pub module: Sym,
    pub getattr: Sym,
    pub setattr: Sym,
    pub delattr: Sym,
    pub enter: Sym,
    pub exit: Sym,
    pub cause: Sym,
    pub context: Sym,
    pub suppress: Sym,
    pub traceback: Sym,
    pub next: Sym,
    pub qualname: Sym,
    pub new: Sym,
    pub get: Sym,
    pub set: Sym,
    pub delete: Sym,
    pub set_name: Sym,
    pub init_subclass: Sym,
}

impl Names {
    fn new() -> Names {
        Names {
            init: Sym::new("__init__"),
            call: Sym::new("__call__"),
            dict: Sym::new("__dict__"),
            class: Sym::new("__class__"),
            name: Sym::new("__name__"),
            doc: Sym::new("__doc__"),
            module: Sym::new("__module__"),
            getattr: Sym::new("__getattr__"),
            setattr: Sym::new("__setattr__"),
            delattr: Sym::new("__delattr__"),
            enter: Sym::new("__enter__"),
            exit: Sym::new("__exit__"),
            cause: Sym::new("__cause__"),
            context: Sym::new("__context__"),
            suppress: Sym::new("__suppress_context__"),
            traceback: Sym::new("__traceback__"),
            next: Sym::new("__next__"),
            qualname: Sym::new("__qualname__"),
            new: Sym::new("__new__"),
            get: Sym::new("__get__"),
            set: Sym::new("__set__"),
            delete: Sym::new("__delete__"),
            set_name: Sym::new("__set_name__"),
            init_subclass: Sym::new("__init_subclass__"),
        }
    }
}

/// What makes objects of a built-in class.
#[derive(Clone)]
pub(crate) struct Constructor {
    pub function: Rc<Builtin>,
    /// Whether it takes the class first.
    pub takes_class: bool,
}

/// The machine of one thread.
pub struct Vm {
    pub(crate) shared: Shared,
    /// Registers of all frames.
    pub(crate) stack: Vec<Value>,
    /// Cells of all frames.
    pub(crate) cells: Vec<Rc<crate::value::Cell>>,
    /// Frames, the one that runs at `fp`.
    pub(crate) frames: Vec<Frame>,
    pub(crate) fp: usize,
    /// The instruction that runs.
    pub(crate) at: usize,
    /// Exceptions being handled, innermost last.
    pub(crate) handling: Vec<Value>,
    /// Calls and re-entries from Rust under way.
    pub(crate) depth: usize,
    /// Code with this thread's constants and caches, by number.
    pub(crate) loaded: Vec<Option<Rc<Loaded>>>,
    /// Modules and builtins.
    pub(crate) modules: Modules,
    /// All classes of the user, for versions.
    pub(crate) classes: RefCell<Vec<Weak<Class>>>,
    pub(crate) next_version: u64,
    pub(crate) names: Rc<Names>,
    pub(crate) engine: Option<Rc<dyn Engine>>,
    /// Vectors for arguments, reused.
    pub(crate) spare: Vec<Vec<Value>>,
    /// Methods of built-in classes, by class and name.
    pub(crate) type_attrs: FxHashMap<(usize, Sym), Option<Value>>,
    /// See [`Vm::plain_init`]: by version of the class.
    pub(crate) inits: FxHashMap<u64, Option<Rc<Function>>>,
    /// What makes objects of built-in classes, by class.
    pub(crate) constructors: FxHashMap<usize, Constructor>,
    /// Whether this machine runs tasks: globals cannot be assigned.
    pub(crate) worker: bool,
    pub(crate) interrupt: Arc<AtomicBool>,
    /// The generator frame that `yield` has just left.
    pub(crate) suspended: Option<Box<generator::Saved>>,
    /// Generators that went unfinished.
    pub(crate) dropped: Rc<generator::Dropped>,
    /// What to raise where the next frame goes on.
    pub(crate) thrown: Option<Box<crate::data::Raised>>,
    /// Where compiled code has left: the frame that waits for it, and the instruction to go on with.
    pub(crate) landed: Option<(usize, usize)>,
    /// Room for running compiled code.
    pub(crate) scratch: Option<Box<super::native::Scratch>>,
    /// Stands between this machine and the built-in functions.
    pub(crate) watch: Option<Rc<dyn super::watch::Watch>>,
}

impl Vm {
    /// A machine for this thread.
    pub fn new(shared: Shared, modules: Modules) -> Vm {
        let interrupt = shared.interrupt.clone();
        Vm {
            stack: Vec::new(),
            cells: Vec::new(),
            frames: vec![Frame::idle()],
            fp: 0,
            at: 0,
            handling: Vec::new(),
            depth: 0,
            loaded: Vec::new(),
            modules,
            classes: RefCell::default(),
            next_version: 1,
            names: Rc::new(Names::new()),
            engine: None,
            spare: Vec::new(),
            type_attrs: FxHashMap::default(),
            inits: FxHashMap::default(),
            constructors: FxHashMap::default(),
            worker: false,
            interrupt,
            suspended: None,
            dropped: Rc::default(),
            thrown: None,
            landed: None,
            scratch: None,
            watch: None,
            shared,
        }
    }

    /// The frame that runs.
    #[inline(always)]
    pub(crate) fn frame(&self) -> &Frame {
        &self.frames[self.fp]
    }

    /// What every machine of the session shares.
    pub fn shared(&self) -> &Shared {
        &self.shared
    }

    /// Give the machine the engine that computes lazy values.
    pub fn set_engine(&mut self, engine: Rc<dyn Engine>) {
        self.engine = Some(engine);
    }
}
