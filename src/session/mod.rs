//! Source to value: the only place that strings the stages together. Also what embeds rdask in a Rust program.

mod arrays;
mod beside;
mod check;
mod compiled;
mod convert;
mod describe;
mod embed;
mod engine;
mod explain;
mod failure;
mod forecast;
mod look;
mod names;

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub use convert::{ArrayData, FromRdask, IntoRdask};
pub use embed::Callback;
pub use failure::{Failure, INTERRUPTED};
pub use forecast::{Forecast, Gap, Run, What};
pub use look::Variable;

use crate::data::{Raised, Sym, buffer};
use crate::diag::{Report, warn};
pub use crate::interp::Output;
use crate::interp::{self, Mode, Vm};
use crate::sched::threads::cores;
use crate::source::{FileId, Sources};
use crate::syntax::ast::{Module, Stmt, StmtKind};
use crate::types::{self, Checked, Env};
use crate::value::config::{self, Setting};
use crate::value::{Namespace, Value, repr};

/// Told how far a computation is: how many of how many tasks are done; `None` at its end.
pub type Progress = Arc<dyn Fn(Option<(usize, usize)>) + Send + Sync>;

/// Run numeric loops with the instructions of this level: `baseline`, `avx2`, `avx512`. For the whole process.
///
/// # Errors
/// If there is no such level, or the machine lacks it.
pub fn cpu(level: &str) -> Result<(), String> {
    crate::ops::simd::force(level).map(|_| ())
}

/// How a session is set up.
#[derive(Clone, Default)]
pub struct Options {
    /// `sync` or `threads`; the weakest choice, below `dask.config` and the arguments of `compute`.
    pub scheduler: Option<String>,
    /// Worker threads; one for each core when not given.
    pub threads: Option<usize>,
    /// The most bytes that the blocks of a computation should take at once; 60 % of the machine's memory when not given.
    pub memory_limit: Option<u64>,
    /// Draw what is computed to this file.
    pub visualize: Option<String>,
    /// Colours in messages.
    pub color: bool,
    /// `sys.argv`.
    pub argv: Vec<String>,
    /// Shows how far a computation is.
    pub progress: Option<Progress>,
    /// Standard output; the process's own when not given.
    pub output: Option<Arc<Output>>,
}

/// An interpreter with its variables. Not `Send`: values are counted without atomics.
///
/// ```
/// use rdask::Session;
///
/// let mut session = Session::new(Default::default());
/// session.set("n", 20);
/// session.register("def square(x: float) -> float: ...", |x: f64| Ok(x * x))?;
/// session.run("total = sum(square(i) for i in range(n))")?;
/// assert_eq!(session.get::<f64>("total")?, 2470.0);
/// assert_eq!(session.eval::<Vec<f64>>("[square(i) for i in range(3)]")?, [0.0, 1.0, 4.0]);
///
/// // Everything is checked before anything runs.
/// let refused = session.run("print('never printed')\ntotal.nope").unwrap_err();
/// assert!(session.render(&refused).contains("nope"));
/// # Ok::<(), rdask::Failure>(())
/// ```
pub struct Session {
    sources: Sources,
    vm: Vm,
    globals: Rc<Namespace>,
    options: Options,
    /// Where the script's own modules are looked for.
    folder: PathBuf,
    definitions: describe::Definitions,
    inputs: usize,
    prelude: &'static str,
    interrupt: Arc<AtomicBool>,
    engine: engine::SessionEngine,
}

impl Session {
    /// A session without variables.
    pub fn new(options: Options) -> Session {
        let sources = Sources::default();
        let interrupt = Arc::new(AtomicBool::new(false));
        let output = options.output.clone().unwrap_or_else(|| Arc::new(Output::stdout()));
        let argv = if options.argv.is_empty() { vec![String::new()] } else { options.argv.clone() };
        crate::builtins::sys::set_argv(argv.clone());
        let mut vm = Vm::start(sources.clone(), output, interrupt.clone(), argv.into());
        let engine = engine::SessionEngine::new(&options);
        let of_worker = engine.of_worker();
        vm.set_engine(Rc::new(engine.clone()));
        vm.set_engine_factory(Arc::new(move || Rc::new(of_worker.clone())));
        let globals = vm.main_namespace();
        let mut session = Session {
            sources,
            vm,
            globals,
            options,
            folder: PathBuf::from("."),
            definitions: describe::Definitions::default(),
            inputs: 0,
            prelude: "",
            interrupt,
            engine,
        };
        session.apply_settings();
        session
    }

    /// The choices of the command line are the weakest settings of `dask.config`.
    fn apply_settings(&mut self) {
        if let Some(name) = &self.options.scheduler {
            config::set("scheduler", Some(Setting::Str(name.as_str().into())));
        }
        if let Some(count) = self.options.threads {
            config::set("num_workers", Some(Setting::Int(i64::try_from(count).unwrap_or(i64::MAX))));
        }
        if let Some(bytes) = self.options.memory_limit {
            buffer::set_limit(bytes);
        }
    }

    /// How many tasks the scheduler was given so far.
    pub fn tasks_run(&self) -> u64 {
        self.engine.tasks()
    }

    /// Set by another thread (a signal handler), it stops what runs with `KeyboardInterrupt`.
    pub fn interrupt_flag(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }

    /// Check and run a text; the value of its last statement, if that is an expression.
    ///
    /// # Errors
    /// What the parser or the checker refuses (then nothing has run), or what was raised and not caught.
    pub fn run(&mut self, text: &str) -> Result<Value, Failure> {
        self.inputs += 1;
        let name = format!("<input {}>", self.inputs);
        let checked = self.checked(&name, text)?;
        self.execute(checked, Mode::Last)
    }

    /// Only check a text: all that would be refused, as messages.
    pub fn check(&mut self, text: &str) -> Result<(), Failure> {
        self.inputs += 1;
        let name = format!("<input {}>", self.inputs);
        self.checked(&name, text).map(|_| ())
    }

    /// The messages of a failure as text.
    pub fn render(&self, failure: &Failure) -> String {
        failure.render(&self.sources, self.options.color)
    }

    /// Run a script from the command line; the exit code.
    pub fn run_command(&mut self, name: &str, text: &str) -> u8 {
        self.stand_beside(name);
        let done = self.checked(name, text).and_then(|checked| {
            self.show_warnings(&checked);
            self.execute(checked, Mode::Exec)
        });
        let flushed = self.flushed();
        let code = self.exit_code_of(done.and(flushed));
        // What the end of the script frees may still print.
        self.vm.finish_script();
        let flushed = self.flushed();
        let last = self.exit_code_of(flushed);
        if code == 0 { last } else { code }
    }

    fn flushed(&mut self) -> Result<(), Failure> {
        self.vm.flush().map_err(|raised| self.failure(raised))
    }

    /// The exit code of a script that ended so; its messages are shown.
    fn exit_code_of(&mut self, done: Result<(), Failure>) -> u8 {
        match done {
            Ok(()) => 0,
            Err(failure) => {
                warn(&self.render(&failure));
                failure.process_code()
            }
        }
    }

    /// Modules are looked for beside the script; `__file__` is its path.
    fn stand_beside(&mut self, name: &str) {
        if name.starts_with('<') {
            return;
        }
        let path = Path::new(name);
        self.folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        self.globals.set(Sym::new("__file__"), Value::str(whole.to_string_lossy()));
        self.vm.set_folder(&self.folder);
    }

    fn parse(&mut self, name: &str, text: &str) -> Result<Module, Failure> {
        let file: FileId = self.sources.add(name, text);
        crate::syntax::parse(text, file).map_err(|errors| Failure::reported(&errors))
    }

    /// Parse and check.
    fn checked(&mut self, name: &str, text: &str) -> Result<Checked, Failure> {
        let module = self.parse(name, text)?;
        let checked = self.check_module(module);
        if checked.errors.is_empty() { Ok(checked) } else { Err(Failure::reported(&checked.errors)) }
    }

    /// Say, on standard error, what is likely a mistake though it may run.
    pub(super) fn show_warnings(&self, checked: &Checked) {
        for warning in &checked.warnings {
            warn(&crate::diag::render(&warning.report(), &self.sources, self.options.color));
        }
    }

    fn check_module(&mut self, module: Module) -> Checked {
        let names = self.known_names();
        let folder = self.folder.clone();
        let is_file = move |name: &str| interp::module_file(&folder, name).is_some();
        let scopes = crate::syntax::Scopes::of(&module);
        let imported = beside::Imported::of(&module, &self.folder, &self.sources);
        let env =
            Env { names, main: true, is_file: &is_file, caught: Default::default(), elsewhere: imported.caught() };
        let mut checked = types::check(module, scopes, &env);
        checked.errors.extend(imported.errors(&is_file));
        checked
    }

    /// The variables that are there, as the checker sees them.
    fn known_names(&self) -> Vec<(Sym, types::Desc)> {
        let describe = |(name, value): (Sym, Value)| (name, describe::describe(&value, &self.definitions));
        self.globals.items().into_iter().map(describe).collect()
    }

    fn execute(&mut self, checked: Checked, mode: Mode) -> Result<Value, Failure> {
        let functions = definitions(checked.typed.module());
        let done = self.vm.run_module(checked.typed.module(), mode);
        for (name, definition) in functions {
            if let Some(Value::Function(function)) = self.globals.get(name) {
                self.definitions.insert(function.code, definition);
            }
        }
        done.map_err(|raised| self.failure(raised))
    }

    fn failure(&mut self, raised: Box<Raised>) -> Failure {
        Failure::raised(&mut self.vm, raised, &self.sources)
    }

    /// Prepare the prompt: names that are there from the start.
    pub fn start_prompt(&mut self, prelude: &'static str) {
        self.prelude = prelude;
        // The prelude imports modules that are always there.
        let _ = self.run(prelude);
        // Inputs are numbered as the user counts them.
        self.inputs = 0;
    }

    /// Run what was typed at the prompt: the value of each expression statement is shown, and kept as `_`.
    pub fn enter(&mut self, text: &str) -> Result<(), Failure> {
        self.inputs += 1;
        let name = format!("<prompt {}>", self.inputs);
        let module = self.parse(&name, text)?;
        let checked = self.check_module(module);
        if !checked.errors.is_empty() {
            return Err(Failure::reported(&checked.errors));
        }
        self.show_warnings(&checked);
        let value = self.execute(checked, Mode::Last);
        let shown = value.and_then(|value| self.show(value));
        let flushed = self.vm.flush().map_err(|raised| self.failure(raised));
        shown.and(flushed)
    }

    fn show(&mut self, value: Value) -> Result<(), Failure> {
        if matches!(value, Value::None) {
            return Ok(());
        }
        let text = repr::repr(&mut self.vm, &value).map_err(|raised| self.failure(raised))?;
        self.vm.print(&format!("{text}\n"));
        self.globals.set(Sym::new("_"), value);
        Ok(())
    }

    /// Run a script in this session; its names stay.
    pub fn load(&mut self, path: &str) -> Result<(), Failure> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| Failure::plain("OSError", format!("can't read {path}: {error}")))?;
        let checked = self.checked(path, &text)?;
        let done = self.execute(checked, Mode::Exec).map(|_| ());
        let flushed = self.vm.flush().map_err(|raised| self.failure(raised));
        done.and(flushed)
    }

    /// Forget all variables.
    pub fn reset(&mut self) {
        self.globals.clear();
        self.definitions.clear();
        let prelude = self.prelude;
        self.start_prompt(prelude);
    }

    /// The scheduler that is used unless a script chooses another.
    pub fn scheduler(&self) -> String {
        match config::get("scheduler") {
            Some(Setting::Str(name)) => name.to_string(),
            _ => "threads".to_owned(),
        }
    }

    /// Choose the scheduler.
    pub fn set_scheduler(&mut self, name: &str) -> Result<(), Failure> {
        config::set("scheduler", Some(Setting::Str(name.into())));
        Ok(())
    }

    /// How many worker threads are used unless a script says otherwise.
    pub fn threads(&self) -> usize {
        match config::get("num_workers") {
            Some(Setting::Int(count)) => usize::try_from(count).unwrap_or(1),
            _ => cores(),
        }
    }

    /// Choose the number of worker threads.
    pub fn set_threads(&mut self, count: usize) -> Result<(), Failure> {
        config::set("num_workers", Some(Setting::Int(i64::try_from(count).unwrap_or(i64::MAX))));
        Ok(())
    }
}

/// Undecorated functions that a module defines at its top level, by name.
fn definitions(module: &Module) -> Vec<(Sym, Arc<crate::syntax::ast::FunctionDef>)> {
    let definition = |stmt: &Stmt| match &stmt.kind {
        StmtKind::FunctionDef(def) if def.decorators.is_empty() => Some((def.name.name, def.clone())),
        _ => None,
    };
    module.body.iter().filter_map(definition).collect()
}

/// Bytes in a size as Dask writes it: `2GB`, `500MiB`, `1e6`. `None` if the text is none.
pub fn parse_bytes(text: &str) -> Option<u64> {
    crate::expr::meta::chunks::parse_bytes(text).ok()
}
