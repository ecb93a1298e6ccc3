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
        let plain = options
            .iter()
            .any(|(name, value)| name.as_str() == "optimize_graph" && matches!(value, Value::Bool(false)));
        let graph = lower_with(host, roots, !plain)?;
        run::compute(host, graph, options, &|_, _| {})
    }

    fn graph(&self, host: &mut dyn Host, roots: &[Value]) -> Res<(Value, Value)> {
        let graph = lower_with(host, roots, false)?;
        view(host, &graph)
    }
}

/// A machine with the pipeline, and what it prints.
pub fn machine() -> (Vm, Arc<Output>) {
    let output = Arc::new(Output::memory());
    let interrupt = Arc::new(AtomicBool::new(false));
    let mut vm = Vm::start(Sources::default(), output.clone(), interrupt, Arc::from([]));
    vm.set_engine(Rc::new(Pipeline));
    vm.set_engine_factory(Arc::new(|| Rc::new(Pipeline)));
    (vm, output)
}

/// Run a text; what it prints, then the class and message of what it raised, if it did.
fn run(text: &str) -> String {
    let (mut vm, output) = machine();
    let done = vm.run_text("<test>", text, Mode::Exec);
    let mut printed = output.take();
    if let Err(raised) = done {
        let task = raised.task.map(|task| format!(" in {} of {:?}", task.key, task.inputs)).unwrap_or_default();
        printed.push_str(&format!("{}: {}{task}\n", raised.class.name(), raised.message));
    }
    printed
}

fn check(text: &str, want: &str) {
    assert_eq!(run(&format!("import dask\nfrom dask import delayed\n{text}")), want, "\n{text}");
}

#[test]
fn a_graph_in_the_notation_of_dask() {
    check(
        "x = delayed(len)('abc', dask_key_name='x')\ny = delayed(sum)([x, 2], dask_key_name='y')\nprint(dict(y.dask))\n",
        "{'x': (<built-in function len>, 'abc'), 'y': (<built-in function sum>, ['x', 2])}\n",
    );
}

#[test]
fn lists_and_globals_are_read_when_the_computation_starts() {
    check(
        "n = 1\ndef f(x):\n    return (n, x)\nitems = [1]\nd = delayed(f)(items)\nitems.append(2)\nn = 5\nprint(d.compute())\n",
        "(5, [1, 2])\n",
    );
}

#[test]
fn a_failing_task_names_its_key_and_inputs() {
    let text = "def bad(x, y):\n    return x / y\nz = delayed(len)('')\nw = delayed(bad)(1, z, dask_key_name='w')\n";
    check(&format!("{text}dask.compute(w, z)\n"), "ZeroDivisionError: division by zero in 'w' of [\"int 0\"]\n");
}

#[test]
fn equal_pure_calls_run_once() {
    check(
        "def f(x):\n    print('run', x)\n    return x\np = delayed(f, pure=True)\nprint(dask.compute(p(1), p(1), p(2), scheduler='sync'))\n",
        "run 1\nrun 2\n(1, 1, 2)\n",
    );
}

#[test]
fn a_compute_inside_a_task_does_not_deadlock() {
    check(
        "def f(n):\n    return 1 if n == 0 else delayed(f)(n - 1).compute(num_workers=1) + 1\n\
         print(delayed(f)(12).compute(num_workers=1), dask.compute(*[delayed(f)(2) for i in range(20)]) == (3,) * 20)\n",
        "13 True\n",
    );
}

#[test]
fn a_graph_written_by_hand_runs_on_threads() {
    let graph = "from dask.threaded import get\nfrom operator import add\n\
                 dsk = {('x', 0): 1, 'y': (add, ('x', 0), (abs, -9)), 'z': (sum, ['y', 2, [('x', 0)][0]]), 'same': 'z'}\n";
    check(&format!("{graph}print(get(dsk, ['same', ['y', 'z']], num_workers=3))\n"), "(13, (10, 13))\n");
    check(&format!("{graph}get(dsk, 'none')\n"), "KeyError: 'none'\n");
    let cycle = "dsk['a'] = (abs, 'b')\ndsk['b'] = (abs, 'a')\nget(dsk, 'a')\n";
    check(
        &format!("{graph}{cycle}"),
        "RuntimeError: Cycle detected between the following keys:\n  -> a\n  -> b\n  -> a\n",
    );
    check(&format!("{graph}dsk['bad'] = (abs, 'text')\nget(dsk, ['z', 'bad'])\n"), BAD);
}

const BAD: &str = "TypeError: bad operand type for abs(): 'str' in 'bad' of []\n";

#[test]
fn schedulers_that_are_not_there_are_refused_by_name() {
    let refused = run("from dask import delayed\ndelayed(1).compute(scheduler='processes')\n");
    assert!(refused.starts_with("NotImplementedError: rdask has no scheduler \"processes\" yet"), "{refused}");
}

#[test]
#[ignore = "runs the script that RDASK_SCRIPT names"]
fn script() {
    let path = std::env::var("RDASK_SCRIPT").unwrap();
    println!("{}", run(&std::fs::read_to_string(path).unwrap()));
}
