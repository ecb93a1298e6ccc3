//! `.visualize()`: a graph to a file, or as a tree of text in the terminal.

use crate::data::{Res, Sym, raised};
use crate::graph::draw::{RankDir, tree};
use crate::graph::picture::{Style, picture};
use crate::graph::{self, dot};
use crate::lower;
use crate::value::{Host, Value};

/// Draw the graph of lazy values. Options are Dask's: `filename` (without one, or with `None`, the graph is printed as
/// a tree), `format`, `optimize_graph`, `color="order"`, `rankdir`.
pub fn draw(host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Value> {
    let option = |name: &str| options.iter().find(|(at, _)| at.as_str() == name).map(|(_, value)| value);
    let text = |name: &str| option(name).and_then(Value::as_str);
    let style = Style { rankdir: rankdir(text("rankdir"))?, by_order: by_order(option("color"))? };
    let mut graph = lower::lower(host, roots)?;
    if matches!(option("optimize_graph"), Some(Value::Bool(true))) {
        graph = graph::prepare(graph);
    }
    let drawing = picture(&graph, style);
    let Some(path) = file_name(text("filename"), text("format")) else {
        let text = tree::tree(&drawing);
        host.write(&text)?;
        return Ok(Value::None);
    };
    dot::write(&drawing, &path)?;
    Ok(Value::None)
}

fn rankdir(name: Option<&str>) -> Res<RankDir> {
    let Some(name) = name else { return Ok(RankDir::default()) };
    RankDir::named(name).ok_or_else(|| raised::value_error(format!("rankdir={name:?}: there is BT, TB, LR, RL")))
}

fn by_order(color: Option<&Value>) -> Res<bool> {
    match color {
        None | Some(Value::None) => Ok(false),
        Some(value) if value.as_str() == Some("order") => Ok(true),
        Some(_) => Err(raised::value_error("color: there is \"order\", or None")),
    }
}

/// The file, with the ending of the format; PNG is Dask's default.
fn file_name(name: Option<&str>, format: Option<&str>) -> Option<String> {
    let name = name?;
    let has_ending = [".dot", ".svg", ".png", ".pdf"].iter().any(|ending| name.ends_with(ending));
    Some(match (format, has_ending) {
        (Some(format), _) if !name.ends_with(&format!(".{format}")) => format!("{name}.{format}"),
        (None, false) => format!("{name}.png"),
        _ => name.to_owned(),
    })
}
