//! Operators, comparison, containers and formatting, case by case as CPython printed them (`tests/values/record.py`).

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rdask::interp::{Mode, Output, Vm};
use rdask::source::Sources;

#[test]
fn values_behave_as_recorded() {
    let text = include_str!("values/recorded.json");
    let cases: Vec<(String, String)> = serde_json::from_str(text).unwrap();
    let output = Arc::new(Output::memory());
    let mut vm = Vm::start(Sources::default(), output.clone(), Arc::new(AtomicBool::new(false)), Arc::from([]));
    let mut wrong = Vec::new();
    for (program, want) in &cases {
        let done = vm.run_text("<case>", program, Mode::Exec);
        let mut got = output.take();
        if let Err(raised) = done {
            got.push_str(&format!("not caught: {}: {}\n", raised.class.name(), raised.message));
        }
        if got != *want {
            wrong.push(format!("{program}  wanted {want}  got    {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
