//! What a script would need: it is followed before it runs, with its lazy values built and counted and nothing done.
//!
//! The machine runs the script's own code, rewritten so that a value which is not known stops no more than the statement
//! that needs it. What is computed is lowered and counted by the very stages that would run it.

mod count;
mod effects;
mod follow;
mod ledger;
mod parts;
mod rewrite;
mod unknown;

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

pub use ledger::{Gap, Run, What};

use crate::data::{ExcClass, Raised, Sym};
use crate::interp::{Mode, Output, Vm};
use crate::source::{Sources, Span};
use crate::syntax::ast::Module;
use crate::value::{Host, Value, config};
use ledger::Ledger;

/// A script is followed for this long at most.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a script would need.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forecast {
    /// Its computations, in order.
    pub runs: Vec<Run>,
    /// The largest array: its bytes, and the expression that makes it.
    pub largest: Option<(u64, Span)>,
    /// The most bytes of arrays that are alive at once, and when.
    pub peak: Option<(u64, Span)>,
    /// What is not known of the tasks.
    pub unknown: Vec<Gap>,
    /// What is not known of the memory alone.
    pub unsized_: Vec<Gap>,
}

impl Forecast {
    /// All tasks.
    pub fn tasks(&self) -> u64 {
        self.runs.iter().fold(0, |total, run| total.saturating_add(run.tasks))
    }
}

/// What a checked script stands on.
pub struct Setting<'a> {
    /// Source texts.
    pub sources: &'a Sources,
    /// Where its own modules are looked for.
    pub folder: &'a Path,
    /// `__file__`, if it has one.
    pub file: Option<Value>,
    /// `sys.argv`.
    pub argv: Vec<String>,
}

/// Follow a script.
pub fn follow(module: &Module, setting: Setting<'_>) -> Forecast {
    let settings = config::snapshot();
    let ledger = Ledger::new();
    let interrupt = Arc::new(AtomicBool::new(false));
    let mut vm = machine(setting, &ledger, interrupt.clone());
    let (done, waiting) = std::sync::mpsc::channel::<()>();
    let watchdog = std::thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
            interrupt.store(true, Ordering::SeqCst);
        }
    });
    if let Err(raised) = vm.run_module(module, Mode::Exec) {
        ended(&raised, &ledger);
    }
    drop(done);
    let _ = watchdog.join();
    drop(vm);
    ledger.kept.take();
    config::install(settings);
    result(&ledger)
}

fn machine(setting: Setting<'_>, ledger: &Rc<Ledger>, interrupt: Arc<AtomicBool>) -> Vm {
    let output = Arc::new(Output::memory());
    let mut vm = Vm::start(setting.sources.clone(), output, interrupt, setting.argv.into());
    vm.set_engine(Rc::new(count::Counting { ledger: ledger.clone() }));
    vm.set_folder(setting.folder);
    if let Some(file) = setting.file {
        vm.main_namespace().set(Sym::new("__file__"), file);
    }
    // What is read or written there is nobody's while the script is followed.
    if let Ok(sys) = vm.import("sys") {
        for name in ["stdin", "stdout", "stderr"] {
            let stream = unknown::nothing(ledger, Span::default());
            let _ = vm.setattr(&sys, Sym::new(name), &stream);
        }
    }
    vm.set_watch(Rc::new(follow::Follow { ledger: ledger.clone() }));
    vm
}

/// The script was not followed to its end.
fn ended(raised: &Raised, ledger: &Ledger) {
    let span = raised.trace.first().map(|entry| entry.span).unwrap_or_default();
    match raised.class {
        ExcClass::SystemExit => {}
        ExcClass::KeyboardInterrupt => ledger.note(span, What::TooLong, None),
        _ => ledger.note(span, What::After, None),
    }
}

fn result(ledger: &Ledger) -> Forecast {
    let some = |(bytes, span): (u64, Span)| (bytes > 0).then_some((bytes, span));
    let mut unknown = ledger.unknown.take();
    unknown.sort_by_key(|gap| (gap.span.file, gap.span.start));
    let mut unsized_ = ledger.unsized_.take();
    unsized_.sort_by_key(|gap| (gap.span.file, gap.span.start));
    Forecast {
        runs: ledger.runs.take(),
        largest: some(ledger.largest.get()),
        peak: some(ledger.peak.get()),
        unknown,
        unsized_,
    }
}
