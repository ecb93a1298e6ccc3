//! `:explain`: what a lazy value becomes, stage by stage.

use std::fmt::Write;

use crate::data::{Res, raised};
use crate::graph::{self, TaskGraph};
use crate::lower;
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
        section(&mut out, "physical", &graph::prepare(graph));
    }
    if out.is_empty() {
        return Err(raised::value_error(format!("a delayed value has no stage {:?}", stage.unwrap_or(""))));
    }
    Ok(out)
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
