//! A picture as text: a tree from the results down to the data, for the terminal.

use super::{Drawing, Outline};

/// Lines shown at most.
const MAX_LINES: usize = 60;

/// The tree; a node that was shown before is named again with `↑` and not opened twice.
pub fn tree(drawing: &Drawing) -> String {
    let count = drawing.nodes.len();
    let mut inputs = vec![Vec::new(); count];
    let mut consumed = vec![false; count];
    for &(from, to) in &drawing.edges {
        inputs[to].push(from);
        consumed[from] = true;
    }
    let mut out = String::new();
    let mut shown = vec![false; count];
    let mut lines = 0;
    // Each entry: node, the indentation before its branch, whether it is the last of its siblings, its depth.
    let roots = (0..count).filter(|&node| !consumed[node]);
    let mut stack: Vec<(usize, String, bool, usize)> = roots.map(|node| (node, String::new(), true, 0)).collect();
    stack.reverse();
    while let Some((node, indent, last, depth)) = stack.pop() {
        if lines == MAX_LINES {
            let rest = shown.iter().filter(|&&was| !was).count();
            out.push_str(&format!("{indent}... and {rest} more\n"));
            break;
        }
        lines += 1;
        // A result stands in one line with the function that makes it.
        let maker = maker(drawing, &inputs[node], node);
        let label = label(drawing, node, maker);
        let branch = match (depth, last) {
            (0, _) => "",
            (_, true) => "└─ ",
            (_, false) => "├─ ",
        };
        let again = std::mem::replace(&mut shown[node], true) && !inputs[maker.unwrap_or(node)].is_empty();
        out.push_str(&format!("{indent}{branch}{label}{}\n", if again { " ↑" } else { "" }));
        if again {
            continue;
        }
        let deeper = match (depth, last) {
            (0, _) => indent,
            (_, true) => indent + "   ",
            (_, false) => indent + "│  ",
        };
        let below = &inputs[maker.unwrap_or(node)];
        if let Some(maker) = maker {
            shown[maker] = true;
        }
        for (order, &input) in below.iter().enumerate().rev() {
            stack.push((input, deeper.clone(), order + 1 == below.len(), depth + 1));
        }
    }
    out
}

/// The function that makes a result.
fn maker(drawing: &Drawing, inputs: &[usize], node: usize) -> Option<usize> {
    match inputs {
        [only] if drawing.nodes[node].outline == Outline::Data => {
            Some(*only).filter(|&only| drawing.nodes[only].outline == Outline::Function)
        }
        _ => None,
    }
}

/// `add (0, 1)` of a block, `total = add` of a result with a name, `add` of one without.
fn label(drawing: &Drawing, node: usize, maker: Option<usize>) -> String {
    let text = |node: usize| drawing.nodes[node].label.replace('\n', " ");
    let (own, function) = (text(node), maker.map(text));
    match function {
        None => own,
        Some(function) if own.is_empty() => function,
        Some(function) if own.starts_with(|c: char| c == '(' || c.is_ascii_digit()) => format!("{function} {own}"),
        Some(function) => format!("{own} = {function}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::draw::Outline;

    #[test]
    fn a_diamond_is_opened_once() {
        let mut drawing = Drawing::default();
        let names = ["load", "left", "right", "add"];
        let ids: Vec<usize> = names.iter().map(|&name| drawing.node(Outline::Function, name)).collect();
        for (from, to) in [(0, 1), (0, 2), (1, 3), (2, 3)] {
            drawing.edge(ids[from], ids[to]);
        }
        assert_eq!(tree(&drawing), "add\n├─ left\n│  └─ load\n└─ right\n   └─ load\n");
    }

    #[test]
    fn a_long_tree_is_cut() {
        let mut drawing = Drawing::default();
        for at in 0..200 {
            drawing.node(Outline::Data, at.to_string());
        }
        assert!(tree(&drawing).ends_with("... and 140 more\n"));
    }
}
