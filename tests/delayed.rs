//! Delayed, end to end: scripts through the interpreter, the lowering and the schedulers.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rdask::data::{Res, Sym};
use rdask::interp::{Mode, Output, Vm};
use rdask::lower::{lower_with, view::view};
use rdask::sched::run;
use rdask::source::Sources;
use rdask::value::{Engine, Host, Value};

struct Pipeline;

impl Engine for Pipeline {
    fn compute(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Vec<Value>> {
        let graph = lower_with(host, roots, true)?;
        run::compute(host, graph, options)
    }

    fn graph(&self, host: &mut dyn Host, roots: &[Value]) -> Res<(Value, Value)> {
        let graph = lower_with(host, roots, false)?;
        view(host, &graph)
    }
}

/// Run a text; what it prints, then the class and message of what it raised, if it did.
fn run(text: &str) -> String {
    let output = Arc::new(Output::memory());
    let interrupt = Arc::new(AtomicBool::new(false));
    let mut vm = Vm::start(Sources::default(), output.clone(), interrupt, Arc::from([]));
    vm.set_engine(Rc::new(Pipeline));
    vm.set_engine_factory(Arc::new(|| Rc::new(Pipeline)));
    let done = vm.run_text("<test>", text, Mode::Exec);
    let mut printed = output.take();
    if let Err(raised) = done {
        let task = raised.task.map(|task| format!(" in {} of {:?}", task.key, task.inputs)).unwrap_or_default();
        printed.push_str(&format!("{}: {}{task}\n", raised.class.name(), raised.message));
    }
    printed
}

#[test]
#[ignore = "runs the script that RDASK_SCRIPT names"]
fn script() {
    let path = std::env::var("RDASK_SCRIPT").unwrap();
    println!("{}", run(&std::fs::read_to_string(path).unwrap()));
}
