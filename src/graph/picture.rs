//! A graph as a drawing: boxes for data, ellipses for functions, as Dask draws; large graphs by layers, with counts.

use rustc_hash::FxHashMap;

use super::draw::{Drawing, Outline, RankDir, ramp};
use super::{Op, TaskGraph, TaskId};
use crate::data::{Res, Sym, raised};
use crate::value::{Host, Value};

/// A graph with more tasks than this is drawn by layers.
pub const MOST_TASKS: usize = 120;

/// How to draw.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// Which way the data flows.
    pub rankdir: RankDir,
    /// Colour functions by their place in the order of execution.
    pub by_order: bool,
}

/// Draw a graph as the options of `visualize` say: to a file, or without a name as a tree in the terminal. The entry
/// point of the session's engine.
pub fn draw(host: &mut dyn Host, graph: TaskGraph, options: &[(Sym, Value)]) -> Res<Value> {
    let option = |name: &str| options.iter().find(|(at, _)| at.as_str() == name).map(|(_, value)| value);
    let mut style = Style::default();
    if let Some(name) = option("rankdir").and_then(Value::as_str) {
        style.rankdir = RankDir::named(name).ok_or_else(|| {
            raised::value_error(format!("rankdir={name:?} is no direction")).help("it is one of BT, TB, LR, RL")
        })?;
    }
    match option("color") {
        None | Some(Value::None) => {}
        Some(value) if value.as_str() == Some("order") => style.by_order = true,
        Some(value) => {
            let shown = crate::value::repr::repr(host, value)?;
            return Err(raised::value_error(format!("rdask can't colour by {shown}")).help("color=\"order\" it can"));
        }
    }
    let graph = match option("optimize_graph") {
        Some(Value::Bool(true)) => super::inline::inline(super::cull::cull(graph)),
        _ => graph,
    };
    let drawing = drawing(&graph, &style);
    let Some(name) = option("filename").and_then(Value::as_str) else {
        host.write(&super::draw::tree::tree(&drawing))?;
        return Ok(Value::None);
    };
    let ending = std::path::Path::new(name).extension().is_some();
    let path = match option("format").and_then(Value::as_str) {
        Some(format) if !name.ends_with(&format!(".{format}")) => format!("{name}.{format}"),
        None if !ending => format!("{name}.svg"),
        _ => name.to_owned(),
    };
    super::dot::write(&drawing, &path)?;
    Ok(Value::None)
}

/// The drawing of a graph.
pub fn drawing(graph: &TaskGraph, style: &Style) -> Drawing {
    let mut drawing = if graph.len() > MOST_TASKS { by_layers(graph) } else { by_tasks(graph, *style) };
    drawing.rankdir = style.rankdir;
    drawing
}

/// Each task: an ellipse with its function, an arrow to a box with its result.
fn by_tasks(graph: &TaskGraph, style: Style) -> Drawing {
    let mut drawing = Drawing::default();
    let mut results = Vec::new();
    let places = if style.by_order { places(graph) } else { Vec::new() };
    for at in 0..graph.len() {
        if gathers(graph, at) {
            continue;
        }
        let label = box_label(graph, at);
        let Some(verb) = function_label(graph, at) else {
            results.push(drawing.node(Outline::Data, label));
            continue;
        };
        let function = drawing.node(Outline::Function, verb);
        if let (Some(&place), Some(shape)) = (places.get(at), drawing.nodes.get_mut(function)) {
            shape.fill = Some(ramp(place, graph.len()));
            shape.label = format!("{}\n{place}", shape.label);
        }
        for &input in distinct(graph.inputs.list(at as TaskId)).iter() {
            if let Some(&from) = results.get(input as usize) {
                drawing.edge(from, function);
            }
        }
        // Like Dask, the box of a result that one function reads is drawn too: it names the block.
        let result = drawing.node(Outline::Data, label);
        drawing.edge(function, result);
        results.push(result);
    }
    drawing
}

/// Whether a task only puts the blocks of a result together: like Dask, pictures end with the blocks.
fn gathers(graph: &TaskGraph, at: usize) -> bool {
    let Some(task) = graph.tasks.get(at) else { return false };
    let last = graph.layers.get(task.key.layer as usize).is_some_and(|layer| {
        layer.grid.is_none()
            && matches!(layer.name, super::LayerName::Hash { prefix, .. } if prefix.as_str() == "finalize")
    });
    last && matches!(task.op, Op::Block(_)) && graph.outputs.contains(&(at as TaskId))
}

/// The name of what a task does: for blocks of arrays that of their layer; `None` for plain data.
fn function_label(graph: &TaskGraph, at: usize) -> Option<String> {
    let task = graph.tasks.get(at)?;
    let verb = task.op.verb()?;
    let layer = graph.layers.get(task.key.layer as usize)?;
    Some(if layer.grid.is_some() { layer.name.stem() } else { verb })
}

/// The text in the box of a result: the block's position, or the key that the user chose.
fn box_label(graph: &TaskGraph, at: usize) -> String {
    let Some(task) = graph.tasks.get(at) else { return String::new() };
    let Some(layer) = graph.layers.get(task.key.layer as usize) else { return String::new() };
    match (&layer.grid, &task.op) {
        (Some(grid), _) => {
            let index = super::key::unravel(grid, task.key.at as usize);
            let parts: Vec<String> = index.iter().map(usize::to_string).collect();
            if parts.len() == 1 { parts.concat() } else { format!("({})", parts.join(", ")) }
        }
        (None, Op::Value(value)) => crop(&value.describe()),
        (None, _) if matches!(layer.name, super::LayerName::Hash { .. }) => String::new(),
        (None, _) => crop(&layer.name.stem()),
    }
}

fn crop(text: &str) -> String {
    match text.char_indices().nth(24) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}

fn distinct(list: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(list.len());
    list.iter().for_each(|item| {
        if !out.contains(item) {
            out.push(*item);
        }
    });
    out
}

/// The place of each task in the order of execution.
fn places(graph: &TaskGraph) -> Vec<usize> {
    let order = super::order::sequence(&graph.inputs, &graph.inputs.reversed(), &graph.outputs);
    let mut places = vec![0; graph.len()];
    for (place, task) in order.into_iter().enumerate() {
        if let Some(slot) = places.get_mut(task as usize) {
            *slot = place;
        }
    }
    places
}

/// Tasks of one layer, or of equal stem and equal depth, as one box with their number.
fn by_layers(graph: &TaskGraph) -> Drawing {
    let mut drawing = Drawing::default();
    let mut depth: Vec<u32> = Vec::with_capacity(graph.len());
    let mut groups: FxHashMap<(String, u32), usize> = FxHashMap::default();
    let mut counts: Vec<(String, usize)> = Vec::new();
    let mut group_of: Vec<usize> = Vec::with_capacity(graph.len());
    let mut edges: Vec<(usize, usize)> = Vec::new();
    for (at, task) in graph.tasks.iter().enumerate() {
        if gathers(graph, at) {
            depth.push(0);
            group_of.push(usize::MAX);
            continue;
        }
        let inputs = graph.inputs.list(at as TaskId);
        let below = inputs.iter().filter_map(|&input| depth.get(input as usize)).max().map_or(0, |deep| deep + 1);
        depth.push(below);
        let layer = graph.layers.get(task.key.layer as usize);
        let stem = layer.map(|layer| layer.name.stem()).unwrap_or_default();
        let level = if layer.is_some_and(|layer| layer.grid.is_some()) { task.key.layer } else { below };
        let group = *groups.entry((stem.clone(), level)).or_insert_with(|| {
            counts.push((stem, 0));
            counts.len() - 1
        });
        if let Some(count) = counts.get_mut(group) {
            count.1 += 1;
        }
        edges.extend(inputs.iter().filter_map(|&input| group_of.get(input as usize)).map(|&from| (from, group)));
        group_of.push(group);
    }
    // A chain of equal functions of different depths would still be long: past a limit, depth is left out.
    if counts.len() > MOST_TASKS {
        return summary(&counts);
    }
    edges.sort_unstable();
    edges.dedup();
    for (stem, count) in &counts {
        let plural = if *count == 1 { "" } else { "s" };
        drawing.node(Outline::Layer, format!("{stem}\n{count} task{plural}"));
    }
    edges.into_iter().filter(|(from, to)| from != to).for_each(|(from, to)| drawing.edge(from, to));
    drawing
}

/// One box for each function, with the number of its tasks, in the order of their first task.
fn summary(counts: &[(String, usize)]) -> Drawing {
    let mut sums: Vec<(&str, usize)> = Vec::new();
    for (stem, count) in counts {
        match sums.iter_mut().find(|(known, _)| known == stem) {
            Some((_, sum)) => *sum += count,
            None => sums.push((stem, *count)),
        }
    }
    let mut drawing = Drawing::default();
    for (at, (stem, sum)) in sums.iter().take(MOST_TASKS).enumerate() {
        drawing.node(Outline::Layer, format!("{stem}\n{sum} tasks"));
        if at > 0 {
            drawing.edge(at - 1, at);
        }
    }
    drawing
}
