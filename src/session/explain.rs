//! `:explain`: what a lazy value becomes, stage by stage.

use std::fmt::Write;

use super::check::size;
use crate::data::{Res, raised};
use crate::graph::memory::needs;
use crate::graph::{self, TaskGraph};
use crate::lower;
use crate::sched::threads::cores;
use crate::value::frozen::Frozen;
use crate::value::{Host, Value};

/// Tasks shown of a plan.
const SHOWN_TASKS: usize = 24;

/// The plan of a lazy value: one stage by name, or all.
pub fn explain(host: &mut dyn Host, value: &Value, stage: Option<&str>) -> Res<String> {
    let graph = lower::lower(host, std::slice::from_ref(value))?;
    let mut out = String::new();
    match stage {
        None | Some("logical") => section(&mut out, "logical", &graph),
        _ => {}
    }
    if matches!(stage, None | Some("physical")) {
        let graph = graph::prepare(graph);
        section(&mut out, "physical", &graph);
        memory(&mut out, &graph);
    }
    if out.is_empty() {
        return Err(raised::value_error(format!("a delayed value has no stage {:?}", stage.unwrap_or(""))));
    }
    Ok(out)
}

/// The memory that a run of the graph would need.
fn memory(out: &mut String, graph: &TaskGraph) {
    let workers = cores();
    let needs = needs(graph, workers, &|value| match value {
        Frozen::Native(native) => native.nbytes() as u64,
        _ => 0,
    });
    let threads = if workers == 1 { "one thread".to_owned() } else { format!("{workers} threads") };
    let _ = match needs.unknown {
        None => writeln!(out, "predicted peak: {}, on {threads}", size(needs.peak)),
        Some(_) => writeln!(
            out,
            "predicted peak: at least {}, on {threads}; what delayed functions return is not known",
            size(needs.peak)
        ),
    };
}

fn section(out: &mut String, title: &str, graph: &TaskGraph) {
    let count = graph.len();
    let _ = writeln!(out, "{title}: {count} task{}", if count == 1 { "" } else { "s" });
    for (at, task) in graph.tasks.iter().enumerate().take(SHOWN_TASKS) {
        let inputs: Vec<String> = graph.inputs.list(at as u32).iter().map(|&input| format!("#{input}")).collect();
        let verb = task.op.verb().unwrap_or_else(|| "value".to_owned());
        let _ = writeln!(out, "  #{at} {} = {verb}({})", graph.key_text(task.key), inputs.join(", "));
    }
    if count > SHOWN_TASKS {
        let _ = writeln!(out, "  ... and {} more", count - SHOWN_TASKS);
    }
}
