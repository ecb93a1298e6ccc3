//! A picture as text: a tree from the results down to the data, for the terminal.

use super::Drawing;

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
        let label = drawing.nodes[node].label.replace('\n', " ");
        let branch = match (depth, last) {
            (0, _) => "",
            (_, true) => "└─ ",
            (_, false) => "├─ ",
        };
        let again = std::mem::replace(&mut shown[node], true) && !inputs[node].is_empty();
        out.push_str(&format!("{indent}{branch}{label}{}\n", if again { " ↑" } else { "" }));
        if again {
            continue;
        }
        let deeper = match (depth, last) {
            (0, _) => indent,
            (_, true) => indent + "   ",
            (_, false) => indent + "│  ",
        };
        for (order, &input) in inputs[node].iter().enumerate().rev() {
            stack.push((input, deeper.clone(), order + 1 == inputs[node].len(), depth + 1));
        }
    }
    out
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
