//! The tasks that run: how many each pass left, and each task, or each layer of many, with what it gives.

use rustc_hash::FxHashMap;

use super::{SHOWN, aligned, counted, cropped};
use crate::data::{Res, shape};
use crate::graph::key::unravel;
use crate::graph::memory::needs;
use crate::graph::sizes::{self, Made};
use crate::graph::{self, Call, Callee, Op, TaskArg, TaskGraph, TaskId};
use crate::lower;
use crate::ops::block::{BlockOp, Eval, Feed};
use crate::ops::ir::{Generator, Reg, Step};
use crate::sched::threads::cores;
use crate::session::check::size;
use crate::value::frozen::Frozen;
use crate::value::{Host, Value};

/// A graph with more tasks than this is shown by layers.
const MOST_TASKS: usize = 24;

/// The last stage of a lazy value.
pub fn show(host: &mut dyn Host, value: &Value) -> Res<String> {
    let mut graph = lower::lower(host, std::slice::from_ref(value))?;
    let mut steps = vec![format!("lower {}", graph.len())];
    for (name, pass) in graph::PASSES {
        graph = pass(graph);
        steps.push(format!("{name} {}", graph.len()));
    }
    let made = sizes::results(&graph);
    let mut out = format!("physical: {} ({})\n", counted(graph.len(), "task"), steps.join(", "));
    out.push_str(&if graph.len() > MOST_TASKS { by_layers(&graph, &made) } else { by_tasks(&graph, &made) });
    out.push('\n');
    out.push_str(&memory(&graph));
    Ok(out)
}

/// The memory that a run of the graph would need.
fn memory(graph: &TaskGraph) -> String {
    let workers = cores();
    let needs = needs(graph, workers, &|value| match value {
        Frozen::Native(native) => native.nbytes() as u64,
        _ => 0,
    });
    let threads = if workers == 1 { "one thread".to_owned() } else { format!("{workers} threads") };
    match needs.unknown {
        None => format!("  predicted peak: {}, on {threads}", size(needs.peak)),
        Some(_) => format!(
            "  predicted peak: at least {}, on {threads}; what delayed functions return is not known",
            size(needs.peak)
        ),
    }
}

fn by_tasks(graph: &TaskGraph, made: &[Made]) -> String {
    let mut rows = vec![["task", "key", "does", "gives", "bytes"].map(str::to_owned).to_vec()];
    for (at, (task, made)) in graph.tasks.iter().zip(made).enumerate() {
        let inputs: Vec<String> = graph.inputs.list(at as TaskId).iter().map(|input| format!("#{input}")).collect();
        let mut row = vec![format!("#{at}"), short_key(graph, task.key), cropped(&does(&task.op, &inputs), 72)];
        row.extend(gives(made));
        rows.push(row);
    }
    aligned(&rows, &[4])
}

/// The name of a layer without its hash, and the position in it.
fn short_key(graph: &TaskGraph, key: graph::Key) -> String {
    let Some(layer) = graph.layers.get(key.layer as usize) else { return String::new() };
    let stem = cropped(&layer.name.stem(), 40);
    match &layer.grid {
        None => stem,
        Some(grid) => {
            let index = unravel(grid, key.at as usize);
            format!("{stem} {}", shape::show(&index))
        }
    }
}

/// What a task does with its inputs.
fn does(op: &Op, inputs: &[String]) -> String {
    let call = |verb: &str| format!("{verb}({})", inputs.join(", "));
    match op {
        Op::Value(value) => value.describe(),
        Op::Alias => inputs.join(", "),
        Op::Block(block) => match &**block {
            BlockOp::Eval(eval) => eval_text(eval, inputs),
            BlockOp::Into { eval, .. } => format!("{} into the whole", eval_text(eval, inputs)),
            BlockOp::Partial { eval, row, .. } => match eval {
                Some(eval) => format!("{row} of {}", eval_text(eval, inputs)),
                None => format!("{row} of {}", inputs.join(", ")),
            },
            BlockOp::Collect(_) => call("the whole"),
            block => call(block.verb()),
        },
        Op::Chain(links) => {
            let mut before = inputs.to_vec();
            let mut texts: Vec<String> = Vec::new();
            for link in links.iter().take(SHOWN) {
                texts.push(does(&link.op, &before));
                before = vec!["·".to_owned()];
            }
            texts.join(" → ")
        }
        Op::Call(called) => called_text(called, inputs),
        Op::Build(arg) => arg_text(arg, inputs),
    }
}

fn called_text(call: &Call, inputs: &[String]) -> String {
    let mut all: Vec<String> = call.args.iter().take(9).map(|arg| arg_text(arg, inputs)).collect();
    all.extend(call.kwargs.iter().map(|(name, arg)| format!("{name}={}", arg_text(arg, inputs))));
    let name = match &call.callee {
        Callee::Arg(arg) => arg_text(arg, inputs),
        callee => callee.name(),
    };
    format!("{name}({})", all.join(", "))
}

fn arg_text(arg: &TaskArg, inputs: &[String]) -> String {
    let all = |items: &[TaskArg]| {
        let shown: Vec<String> = items.iter().take(9).map(|item| arg_text(item, inputs)).collect();
        shown.join(", ") + if items.len() > shown.len() { ", …" } else { "" }
    };
    match arg {
        TaskArg::Input(at) => inputs.get(*at as usize).cloned().unwrap_or_else(|| "·".to_owned()),
        TaskArg::Value(value) => {
            let text = value.describe();
            let known = ["int ", "float ", "bool ", "str '"].iter().any(|kind| text.starts_with(kind));
            if known { text.split_once(' ').map_or(text.clone(), |(_, value)| value.to_owned()) } else { text }
        }
        TaskArg::List(items) => format!("[{}]", all(items)),
        TaskArg::Tuple(items) => format!("({})", all(items)),
        TaskArg::Set(items) => format!("{{{}}}", all(items)),
        TaskArg::Dict(items) => {
            let pair =
                |(key, value): &(TaskArg, TaskArg)| format!("{}: {}", arg_text(key, inputs), arg_text(value, inputs));
            format!("{{{}}}", items.iter().take(9).map(pair).collect::<Vec<_>>().join(", "))
        }
        TaskArg::Slice(parts) => all(&**parts).replace(", ", ":"),
        TaskArg::Call(call) => called_text(call, inputs),
    }
}

/// An elementwise program as one expression.
fn eval_text(eval: &Eval, inputs: &[String]) -> String {
    let program = &eval.program;
    let mut texts: Vec<String> = eval
        .feeds
        .iter()
        .map(|feed| match feed {
            Feed::Input(at) => inputs.get(*at).cloned().unwrap_or_default(),
            Feed::Index { .. } => "i".to_owned(),
            Feed::Made(made) => {
                let args: Vec<String> = made.args.iter().map(|arg| eval_text(arg, inputs)).collect();
                format!("{}({})", made.verb, args.join(", "))
            }
        })
        .collect();
    for step in &program.steps {
        let text = match step {
            Step::Const(value) => value.text(),
            Step::Generate { how, .. } => generator(how).to_owned(),
            Step::Apply { row, args, .. } => {
                let arg = |reg: &Reg| texts.get(reg.0 as usize).cloned().unwrap_or_default();
                format!("{}({})", row.name, args.iter().map(arg).collect::<Vec<_>>().join(", "))
            }
        };
        texts.push(cropped(&text, 72));
    }
    program.result.and_then(|reg| texts.get(reg.0 as usize).cloned()).unwrap_or_default()
}

fn generator(how: &Generator) -> &'static str {
    match how {
        Generator::Arange { .. } => "arange",
        Generator::Linspace { .. } => "linspace",
        Generator::Uniform { .. } => "uniform",
        Generator::Normal { .. } => "normal",
        Generator::Integers { .. } => "integers",
    }
}

/// What a task gives, and its bytes.
fn gives(made: &Made) -> [String; 2] {
    let text = match made {
        Made::Block(dtype, sizes) | Made::Written(dtype, sizes) => format!("{dtype} {}", shape::show(sizes)),
        Made::State(dtype, sizes, _) => format!("state {dtype} {}", shape::show(sizes)),
        Made::Unknown => String::new(),
    };
    [text, made.bytes().map_or_else(String::new, |bytes| size(bytes as u64))]
}

/// Tasks of one layer as one line.
fn by_layers(graph: &TaskGraph, made: &[Made]) -> String {
    let mut places: FxHashMap<(u32, String), usize> = FxHashMap::default();
    let mut groups: Vec<(usize, Vec<&Made>)> = Vec::new();
    for (at, (task, made)) in graph.tasks.iter().zip(made).enumerate() {
        let layer = graph.layers.get(task.key.layer as usize);
        // Every delayed call is a layer of its own: those of one function belong together.
        let whole = layer.is_some_and(|layer| layer.grid.is_none());
        let stem = layer.map(|layer| layer.name.stem()).unwrap_or_default();
        let name = if whole { (u32::MAX, stem) } else { (task.key.layer, String::new()) };
        let place = *places.entry(name).or_insert_with(|| {
            groups.push((at, Vec::new()));
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.1.push(made);
        }
    }
    let mut rows = vec![["tasks", "layer", "each does", "each gives", "bytes"].map(str::to_owned).to_vec()];
    for (first, made) in groups.iter().take(SHOWN) {
        let Some(task) = graph.tasks.get(*first) else { continue };
        let count = graph.inputs.list(*first as TaskId).len();
        let inputs: Vec<String> = (0..count.min(4)).map(|_| "·".to_owned()).collect();
        let stem = graph.layers.get(task.key.layer as usize).map(|layer| layer.name.stem()).unwrap_or_default();
        let largest = made.iter().max_by_key(|made| made.bytes()).copied().unwrap_or(&Made::Unknown);
        let [gives, _] = gives(largest);
        let total = made.iter().try_fold(0usize, |sum, made| sum.checked_add(made.bytes()?));
        let bytes = total.map_or_else(String::new, |bytes| size(bytes as u64));
        rows.push(vec![made.len().to_string(), stem, cropped(&does(&task.op, &inputs), 72), gives, bytes]);
    }
    let mut out = aligned(&rows, &[0, 4]);
    if groups.len() > SHOWN {
        out.push_str(&format!("\n  ... and {} layers more", groups.len() - SHOWN));
    }
    out
}
