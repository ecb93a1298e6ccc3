//! The two traits through which values and builtins reach the interpreter and the scheduler.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::{FnId, TypeInfo, Value};
use crate::data::ops::{BinOp, CmpOp};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::source::Span;

/// An operator on NumPy scalars that `builtins` computes.
#[derive(Clone, Copy, Debug)]
pub enum NumPyOp {
    /// `a + b` and the like.
    Binary(BinOp),
    /// `a < b` and the like.
    Compare(CmpOp),
    /// `-a` and the like, by the name of the method.
    Unary(&'static str),
}

/// Numbers in a row, as one after the other is given to a function, or comes from it.
#[derive(Clone, Debug)]
pub enum Column {
    /// `int`s of 64 bits.
    Int(Vec<i64>),
    /// `float`s.
    Float(Vec<f64>),
    /// `bool`s.
    Bool(Vec<bool>),
    /// Values of other types, or of several.
    Values(Vec<Value>),
}

impl Column {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Column::Int(items) => items.len(),
            Column::Float(items) => items.len(),
            Column::Bool(items) => items.len(),
            Column::Values(items) => items.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those from a place on, which are no longer here then.
    #[must_use]
    pub fn split_off(&mut self, at: usize) -> Column {
        let at = at.min(self.len());
        match self {
            Column::Int(items) => Column::Int(items.split_off(at)),
            Column::Float(items) => Column::Float(items.split_off(at)),
            Column::Bool(items) => Column::Bool(items.split_off(at)),
            Column::Values(items) => Column::Values(items.split_off(at)),
        }
    }

    /// One of them as a value.
    pub fn get(&self, at: usize) -> Option<Value> {
        match self {
            Column::Int(items) => items.get(at).map(|item| Value::Int(*item)),
            Column::Float(items) => items.get(at).map(|item| Value::Float(*item)),
            Column::Bool(items) => items.get(at).map(|item| Value::Bool(*item)),
            Column::Values(items) => items.get(at).cloned(),
        }
    }
}

impl Default for Column {
    fn default() -> Column {
        Column::Values(Vec::new())
    }
}

/// The running interpreter of this thread, as builtins and tasks see it. `interp` implements it.
pub trait Host {
    /// Call anything callable.
    fn call(&mut self, function: &Value, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Value>;

    /// Call a function for each row of columns of equal length, in order, as compiled code at a few ns a row: chains of
    /// `map` and `filter` over numbers are made of this. `None`, and no call made, where the function is not compiled for
    /// these types (the caller then calls it row by row). Unless the `whole` is wanted, it ends before the first row that
    /// compiled code does not finish, and nothing but computing was done: the column is shorter then.
    ///
    /// # Errors
    /// What the function raises at a row.
    fn map_numbers(&mut self, function: &Value, columns: &[Column], whole: bool) -> Res<Option<Column>> {
        let _ = (function, columns, whole);
        Ok(None)
    }

    /// The texts under which a function reads items of its parameter number `at`, if that is all it does with it: `record["x"]`.
    fn fields_read(&mut self, function: &Value, at: usize) -> Option<Vec<Sym>> {
        let _ = (function, at);
        None
    }

    /// The method without arguments that a function of one parameter calls of that, if this is all it does: `x.split()`.
    fn method_called(&mut self, function: &Value) -> Option<Sym> {
        let _ = function;
        None
    }

    /// Call the method that a user's class (or its bases) defines under this name; `None` if it defines none.
    fn call_special(&mut self, object: &Value, name: Sym, args: &[Value]) -> Res<Option<Value>>;

    /// `object.name`.
    fn getattr(&mut self, object: &Value, name: Sym) -> Res<Value>;

    /// `object.name = value`.
    fn setattr(&mut self, object: &Value, name: Sym, value: &Value) -> Res<()>;

    /// `del object.name`.
    fn delattr(&mut self, object: &Value, name: Sym) -> Res<()> {
        Err(super::getattr::missing(object, name))
    }

    /// The function that stdlib/ declares for a built-in class, unbound.
    fn type_attr(&mut self, class: &'static TypeInfo, name: Sym) -> Option<Value>;

    /// The names that stdlib/ declares for a built-in class and its bases.
    fn type_names(&self, class: &'static TypeInfo) -> Vec<&'static str> {
        let _ = class;
        Vec::new()
    }

    /// Run a text of library code with these names; the value of its last line.
    fn define(&mut self, text: &str, names: &[(Sym, Value)], module: &str) -> Res<Value> {
        let _ = (text, names, module);
        Err(Raised::new(ExcClass::NotImplementedError, "nothing is there to run code"))
    }

    /// A module by its dotted name.
    fn import(&mut self, name: &str) -> Res<Value>;

    /// Write to standard output.
    fn write(&mut self, text: &str) -> Res<()>;

    /// Hand what was written to the system; nothing is kept back where this is not implemented.
    fn flush_output(&mut self) -> Res<()> {
        Ok(())
    }

    /// Raise `KeyboardInterrupt` if the user asked for it. Called per block and per loop in long builtins.
    fn poll(&mut self) -> Res<()>;

    /// The expression of the user that is running.
    fn span(&self) -> Span;

    /// Count one level of re-entry from Rust; `RecursionError` past the limit. Pair with [`Host::leave`].
    fn enter(&mut self) -> Res<()>;

    /// See [`Host::enter`].
    fn leave(&mut self);

    /// Run something that waits (a sleep, a file): a worker gives its core to another meanwhile.
    fn blocking(&mut self, work: &mut dyn FnMut()) {
        super::pause::pausing(work);
    }

    /// An operator of NumPy on moments and durations; `None` if a value is no operand.
    fn numpy(&mut self, op: NumPyOp, args: &[Value]) -> Res<Option<Value>> {
        let _ = (op, args);
        Ok(None)
    }

    /// The flag that the user's interrupt sets: a computation in this thread stops when it is true.
    fn interrupt(&mut self) -> Arc<AtomicBool> {
        Arc::default()
    }

    /// What makes interpreters for other threads, over the same code and modules.
    fn factory(&mut self) -> Arc<dyn HostFactory>;

    /// Names of the module's variables that a function's code, or that of functions inside it, uses.
    fn code_globals(&self, code: FnId) -> Arc<[Sym]>;

    /// The implementation itself, for the objects that `interp` makes (generators).
    fn as_any(&mut self) -> &mut dyn std::any::Any;

    /// The engine that computes lazy values.
    fn engine(&mut self) -> std::rc::Rc<dyn Engine>;
}

/// Told of each block: the number of its array, its indices, the block.
pub type Each<'e> = &'e mut dyn FnMut(&mut dyn Host, usize, &[usize], Value) -> Res<()>;

/// What computes lazy values: the session's pipeline from logical nodes to the scheduler.
pub trait Engine {
    /// The concrete values of lazy collections, in order; other values are returned as they are.
    /// `options` are the keyword arguments of `compute`: `scheduler`, `num_workers`, `optimize_graph`.
    fn compute(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Vec<Value>>;

    /// As [`Engine::compute`], but of a bag one value for each partition, in a row.
    fn parts(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Vec<Value>> {
        self.compute(host, roots, options)
    }

    /// Compute lazy arrays block by block: `each` gets every block as soon as it is there, so that they are never all in
    /// memory. `options` are those of `compute`.
    ///
    /// # Errors
    /// What a task raises, or `each`.
    fn blocks(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)], each: Each<'_>) -> Res<()> {
        let _ = (host, roots, options, each);
        Err(Raised::new(ExcClass::NotImplementedError, "nothing is there to compute blocks"))
    }

    /// The tasks of lazy collections in Dask's notation: a dict from keys to tasks, and a list of the layers' names.
    fn graph(&self, host: &mut dyn Host, roots: &[Value]) -> Res<(Value, Value)> {
        let _ = (host, roots);
        Err(Raised::new(ExcClass::NotImplementedError, "nothing is there to make graphs"))
    }

    /// Draw the graph of lazy collections. `options` are those of `visualize`: `filename`, `format`, `optimize_graph`,
    /// `color`, `rankdir`.
    fn draw(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Value> {
        let _ = (host, roots, options);
        Err(Raised::new(ExcClass::NotImplementedError, "nothing is there to draw graphs"))
    }
}

/// Makes the interpreters of worker threads.
pub trait HostFactory: Send + Sync {
    /// An interpreter for the calling thread. Its [`Host::poll`] (and what runs in it) raises `KeyboardInterrupt`
    /// once `cancel` is true.
    fn host(&self, cancel: Arc<AtomicBool>) -> Box<dyn Host>;
}
