//! The machine as builtins and tasks see it, and the machines of worker threads.

use std::any::Any;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::compile::Mode;
use super::eval::{RECURSION_LIMIT, Shared, Vm};
use super::modules::Modules;
use super::output::Output;
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::source::{Sources, Span};
use crate::syntax::ast::Module;
use crate::value::{Column, Engine, FnId, Host, HostFactory, TypeInfo, Value};

/// Makes the engine of a thread.
pub type EngineFactory = Arc<dyn Fn() -> Rc<dyn Engine> + Send + Sync>;

impl Vm {
    /// A machine for the main thread of a session.
    pub fn start(sources: Sources, output: Arc<Output>, interrupt: Arc<AtomicBool>, argv: Arc<[String]>) -> Vm {
        let shared = Shared {
            table: Arc::default(),
            sources,
            output,
            interrupt,
            argv,
            engines: Arc::default(),
            native: Arc::new(super::native::Cache::by_environment()),
        };
        Vm::new(shared, Modules::default())
    }

    /// What makes the engines of worker machines, for a `compute` inside a task.
    pub fn set_engine_factory(&mut self, factory: EngineFactory) {
        let _ = self.shared.engines.set(factory);
    }

    /// The end of a script: what its variables held goes, and generators that wait are closed.
    pub fn finish_script(&mut self) {
        self.main_namespace().clear();
        self.close_dropped();
    }

    /// Send on what was printed.
    pub fn flush(&self) -> Res<()> {
        self.shared.output.flush().map_err(|error| crate::value::exc::os_error(&error, "<stdout>"))
    }

    /// Print a text as it is.
    pub fn print(&self, text: &str) {
        let _ = self.shared.output.write(text);
    }

    /// Parse and run a text, for tests: what it prints, and how it ended.
    pub fn run_text(&mut self, name: &str, text: &str, mode: Mode) -> Res<Value> {
        let file = self.shared.sources.add(name, text);
        let parsed: Result<Module, _> = crate::syntax::parse(text, file);
        let module = parsed.map_err(|errors| {
            use crate::diag::Report;
            let message = errors.first().map(|error| error.report().message);
            Raised::new(ExcClass::SyntaxError, message.unwrap_or_default())
        })?;
        self.run_module(&module, mode)
    }
}

impl Host for Vm {
    fn call(&mut self, function: &Value, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Value> {
        if kwargs.is_empty()
            && let Some(made) = self.call_plain(function, None, args)?
        {
            return Ok(made);
        }
        self.call_value(function, args.to_vec(), kwargs.to_vec())
    }

    fn map_numbers(&mut self, function: &Value, columns: &[Column], whole: bool) -> Res<Option<Column>> {
        self.map_columns(function, columns, whole)
    }

    fn fields_read(&mut self, function: &Value, at: usize) -> Option<Vec<Sym>> {
        self.fields_of(function, at)
    }

    fn method_called(&mut self, function: &Value) -> Option<Sym> {
        self.method_of(function)
    }

    fn call_special(&mut self, object: &Value, name: Sym, args: &[Value]) -> Res<Option<Value>> {
        let Value::Instance(instance) = object else { return self.call_metaclass(object, name, args) };
        let Some(function) = instance.class.lookup(name) else { return Ok(None) };
        if let Value::None = function {
            let class = &instance.class.name;
            let hash = name.as_str() == "__hash__";
            let message = if hash {
                format!("unhashable type: '{class}'")
            } else {
                "'NoneType' object is not callable".to_owned()
            };
            return Err(crate::data::raised::type_error(message));
        }
        if let Value::Function(_) | Value::Builtin(_) = function {
            if let Some(made) = self.call_plain(&function, Some(object), args)? {
                return Ok(Some(made));
            }
            let mut all = Vec::with_capacity(args.len() + 1);
            all.push(object.clone());
            all.extend_from_slice(args);
            return self.call_value(&function, all, Vec::new()).map(Some);
        }
        let bound = self.getattr(object, name)?;
        self.call_value(&bound, args.to_vec(), Vec::new()).map(Some)
    }

    fn getattr(&mut self, object: &Value, name: Sym) -> Res<Value> {
        Ok(self.lookup(object, name)?.into_value(object))
    }

    fn setattr(&mut self, object: &Value, name: Sym, value: &Value) -> Res<()> {
        self.set_attr(object, name, value.clone())
    }

    fn delattr(&mut self, object: &Value, name: Sym) -> Res<()> {
        self.del_attr(object, name)
    }

    fn type_attr(&mut self, class: &'static TypeInfo, name: Sym) -> Option<Value> {
        self.declared_method(class, name)
    }

    fn type_names(&self, class: &'static TypeInfo) -> Vec<&'static str> {
        self.declared_names(class)
    }

    fn define(&mut self, text: &str, names: &[(Sym, Value)], module: &str) -> Res<Value> {
        let parsed = crate::syntax::parse(text, crate::types::prelude::STDLIB);
        let parsed = parsed.map_err(|_| crate::data::raised::value_error("the names of fields must be identifiers"))?;
        let globals = crate::value::Namespace::default();
        *globals.name.borrow_mut() = Arc::from(module);
        names.iter().for_each(|(name, value)| globals.set(*name, value.clone()));
        self.run_in(&parsed, Mode::Last, Rc::new(globals))
    }

    fn import(&mut self, name: &str) -> Res<Value> {
        self.import_module(name)
    }

    fn write(&mut self, text: &str) -> Res<()> {
        self.shared.output.write(text).map_err(|error| crate::value::exc::os_error(&error, "<stdout>"))
    }

    fn flush_output(&mut self) -> Res<()> {
        self.flush()
    }

    fn numpy(&mut self, op: crate::value::host::NumPyOp, args: &[Value]) -> Res<Option<Value>> {
        crate::builtins::np::times::operate(self, op, args)
    }

    fn poll(&mut self) -> Res<()> {
        if self.interrupt.load(Ordering::Relaxed) { self.interrupted() } else { Ok(()) }
    }

    fn span(&self) -> Span {
        let waiting = self.frames.iter().take(self.fp).rev().map(|frame| (&frame.func, frame.pc.saturating_sub(1)));
        for (func, at) in std::iter::once((&self.frame().func, self.at)).chain(waiting) {
            let code = func.as_ref().and_then(|func| self.shared.table.get(func.code));
            match code.map(|code| code.span(at)) {
                Some(span) if span.file != crate::types::prelude::STDLIB => return span,
                _ => {}
            }
        }
        Span::default()
    }

    fn enter(&mut self) -> Res<()> {
        if self.depth >= RECURSION_LIMIT {
            return Err(Raised::new(ExcClass::RecursionError, "maximum recursion depth exceeded"));
        }
        self.depth += 1;
        Ok(())
    }

    fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    fn interrupt(&mut self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }

    fn factory(&mut self) -> Arc<dyn HostFactory> {
        Arc::new(Factory { shared: self.shared.clone(), folder: self.modules.folder.clone() })
    }

    fn code_globals(&self, code: FnId) -> Arc<[Sym]> {
        let mut names: Vec<Sym> = Vec::new();
        let mut waiting = vec![code];
        while let Some(code) = waiting.pop().and_then(|id| self.shared.table.get(id)) {
            names.extend(&code.globals);
            waiting.extend(code.functions.iter().map(|inner| inner.code));
        }
        names.sort_unstable();
        names.dedup();
        names.into()
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }

    fn engine(&mut self) -> Rc<dyn Engine> {
        if self.engine.is_none() {
            self.engine = self.shared.engines.get().map(|make| make());
        }
        self.engine.clone().unwrap_or_else(|| Rc::new(NoEngine))
    }
}

/// The engine of a machine that was given none.
struct NoEngine;

impl Engine for NoEngine {
    fn compute(&self, _host: &mut dyn Host, _roots: &[Value], _options: &[(Sym, Value)]) -> Res<Vec<Value>> {
        Err(no_engine())
    }

    fn graph(&self, _host: &mut dyn Host, _roots: &[Value]) -> Res<(Value, Value)> {
        Err(no_engine())
    }

    fn draw(&self, _host: &mut dyn Host, _roots: &[Value], _options: &[(Sym, Value)]) -> Res<Value> {
        Err(no_engine())
    }
}

fn no_engine() -> Box<Raised> {
    Raised::new(ExcClass::RuntimeError, "nothing is there to compute lazy values")
}

/// Makes the machines of worker threads.
struct Factory {
    shared: Shared,
    folder: PathBuf,
}

impl HostFactory for Factory {
    fn host(&self, cancel: Arc<AtomicBool>) -> Box<dyn Host> {
        let mut vm = Vm::new(self.shared.clone(), Modules::default());
        vm.interrupt = cancel;
        vm.worker = true;
        vm.set_folder(Path::new(&self.folder));
        Box::new(vm)
    }
}
