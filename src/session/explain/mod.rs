//! `:explain`: what a lazy value becomes, stage by stage: its logical nodes, the same simplified, then fused, and the
//! tasks that run.

mod logical;
mod physical;

use crate::data::{Res, raised};
use crate::expr::node::Node;
use crate::expr::rules;
use crate::value::{Host, Value};

/// Lines shown of one stage.
const SHOWN: usize = 40;

/// The plan of a lazy value: one stage by name, or all.
pub fn explain(host: &mut dyn Host, value: &Value, stage: Option<&str>) -> Res<String> {
    let wanted = |name: &str| stage.is_none_or(|stage| stage == name);
    let mut sections = Vec::new();
    let mut before = logical::Plan::of(value, &|roots| roots.to_vec());
    if wanted("logical") {
        sections.push(before.show("logical"));
    }
    for (name, pass) in [("simplified", simplified as Pass), ("fused", rules::optimize as Pass)] {
        let plan = logical::Plan::of(value, &pass);
        if wanted(name) {
            sections.push(if stage.is_none() && plan == before {
                format!("{name}: the same")
            } else {
                plan.show(name)
            });
        }
        before = plan;
    }
    if wanted("physical") {
        sections.push(physical::show(host, value)?);
    }
    if sections.is_empty() {
        let text = format!("there is no stage {:?}", stage.unwrap_or(""));
        return Err(raised::value_error(text).help("the stages are logical, simplified, fused and physical"));
    }
    Ok(sections.join("\n\n"))
}

type Pass = fn(&[Node]) -> Vec<Node>;

fn simplified(roots: &[Node]) -> Vec<Node> {
    rules::simplify(roots)
}

/// Lines of columns, each as wide as its widest cell; `right` says which columns end at the same place.
fn aligned(rows: &[Vec<String>], right: &[usize]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let wide =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(wide).collect();
    let line = |row: &Vec<String>| {
        let cell = |(at, (cell, &width)): (usize, (&String, &usize))| match right.contains(&at) {
            true => format!("{cell:>width$}"),
            false => format!("{cell:<width$}"),
        };
        let cells: Vec<String> = row.iter().zip(&widths).enumerate().map(cell).collect();
        format!("  {}", cells.join("  ").trim_end())
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A text of at most `most` characters, on one line.
fn cropped(text: &str, most: usize) -> String {
    let line = text.replace('\n', " ");
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or("")),
        None => line,
    }
}
