//! Rewrites of the logical tree that change no result: a named list, applied until nothing changes.

pub mod cut;
pub mod rechunk;
pub mod slice;
pub mod take;
pub mod transpose;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::fuse;
use super::node::{Node, NodeData, postorder};

/// A rule: what a node becomes, if it applies.
pub type Rule = fn(&Node, &Uses) -> Option<Node>;

/// The rules, by name.
pub const RULES: &[(&str, Rule)] = &[
    ("transpose of transpose", transpose::compose),
    ("transpose that changes nothing", transpose::identity),
    ("rechunk that changes nothing", rechunk::identity),
    ("rechunk of rechunk", rechunk::compose),
    ("rechunk of a source", rechunk::source),
    ("slice that changes nothing", slice::identity),
    ("slice of slice", slice::compose),
    ("slice of a source", slice::of_source),
    ("slice of what is read", slice::of_reader),
    ("slice of elementwise", slice::through_elementwise),
    ("slice with new axes", slice::new_axes_last),
    ("slice of transpose", slice::through_transpose),
    ("slice of concatenate", slice::through_concat),
    ("slice of stack", slice::through_stack),
    ("slice of broadcast", slice::through_broadcast),
    ("slice of rechunk", slice::through_rechunk),
    ("slice of take", slice::through_take),
    ("transpose of a source", slice::transpose_of_source),
    ("take that is a slice", take::run),
    ("take of take", take::compose),
    ("take of a source", take::of_source),
    ("take of elementwise", take::through_elementwise),
];

/// A pass over the logical tree.
pub type Pass = (&'static str, fn(&[Node]) -> Vec<Node>);

/// The passes, in order.
pub const PASSES: &[Pass] = &[("simplify", simplify), ("fuse", fuse::fuse)];

/// The nodes that compute the same with less work.
pub fn optimize(roots: &[Node]) -> Vec<Node> {
    PASSES.iter().fold(roots.to_vec(), |roots, (_, pass)| pass(&roots))
}

/// How many nodes use each node; being wanted is a use.
#[derive(Default)]
pub struct Uses(FxHashMap<*const NodeData, usize>);

impl Uses {
    /// Of a graph in postorder. A node that uses another twice counts once.
    pub fn of(order: &[Node], roots: &[Node]) -> Uses {
        let mut counts: FxHashMap<*const NodeData, usize> = FxHashMap::default();
        for node in order {
            for (at, input) in node.inputs.iter().enumerate() {
                let again = node.inputs.iter().take(at).any(|earlier| Arc::ptr_eq(earlier, input));
                *counts.entry(Arc::as_ptr(input)).or_default() += usize::from(!again);
            }
        }
        for root in roots {
            *counts.entry(Arc::as_ptr(root)).or_default() += 1;
        }
        Uses(counts)
    }

    /// How often a node is used; a node that a rule just made counts as used once.
    pub fn count(&self, node: &Node) -> usize {
        self.0.get(&Arc::as_ptr(node)).copied().unwrap_or(1)
    }
}

/// Rounds of rewriting; each brings a slice one level down. Of large trees fewer, so that rewriting takes no longer than
/// the work that it saves.
fn rounds(nodes: usize) -> usize {
    (4_000_000 / nodes.max(1)).clamp(40, 1000)
}

/// Apply the rules until nothing changes.
pub fn simplify(roots: &[Node]) -> Vec<Node> {
    let mut roots = roots.to_vec();
    for _ in 0..rounds(postorder(&roots).len()) {
        let before = roots.clone();
        roots = round(&roots);
        if roots.iter().zip(&before).all(|(now, then)| Arc::ptr_eq(now, then)) {
            break;
        }
    }
    roots
}

fn round(roots: &[Node]) -> Vec<Node> {
    let order = postorder(roots);
    let uses = Uses::of(&order, roots);
    let mut new: FxHashMap<*const NodeData, Node> = FxHashMap::default();
    for node in &order {
        // A rule sees a node with the inputs that `uses` counted; what changed below shows in the next round.
        let better = RULES.iter().find_map(|(_, rule)| rule(node, &uses));
        let renamed = |input: &Node| new.get(&Arc::as_ptr(input)).unwrap_or(input).clone();
        let made = better.unwrap_or_else(|| rebuilt(node, node.inputs.iter().map(renamed).collect()));
        new.insert(Arc::as_ptr(node), made);
    }
    roots.iter().map(|root| new.get(&Arc::as_ptr(root)).unwrap_or(root).clone()).collect()
}

/// The same node on other inputs: itself if they are the same.
pub fn rebuilt(node: &Node, inputs: Vec<Node>) -> Node {
    match inputs.iter().zip(&node.inputs).all(|(new, old)| Arc::ptr_eq(new, old)) {
        true => node.clone(),
        false => node.with_inputs(inputs),
    }
}
