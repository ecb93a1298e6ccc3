//! The graph: tasks under contiguous numbers, dependencies in flat arrays. Inputs have smaller numbers than their users.

use super::key::{Key, Layer, LayerName};
use super::task::{Op, Task};
use crate::source::Span;

/// Number of a task in its graph.
pub type TaskId = u32;

/// Lists of numbers, one after the other in one array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Csr {
    offsets: Vec<u32>,
    items: Vec<u32>,
}

impl Default for Csr {
    fn default() -> Csr {
        Csr { offsets: vec![0], items: Vec::new() }
    }
}

impl Csr {
    /// Append a list.
    pub fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.items.extend(list);
        self.offsets.push(self.items.len() as u32);
    }

    /// Number of lists.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The list with this number.
    pub fn list(&self, at: u32) -> &[u32] {
        let at = at as usize;
        match (self.offsets.get(at), self.offsets.get(at + 1)) {
            (Some(&from), Some(&to)) => self.items.get(from as usize..to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// Number of items in all lists.
    pub fn total(&self) -> usize {
        self.items.len()
    }

    /// The other way round: for each of `count` numbers, in which lists it stands.
    pub fn reversed(&self) -> Csr {
        let mut offsets = vec![0u32; self.offsets.len()];
        for &item in &self.items {
            if let Some(place) = offsets.get_mut(item as usize + 1) {
                *place += 1;
            }
        }
        for at in 1..offsets.len() {
            offsets[at] += offsets[at - 1];
        }
        let mut next = offsets.clone();
        let mut items = vec![0; self.items.len()];
        for list in 0..self.len() as u32 {
            for &item in self.list(list) {
                let place = &mut next[item as usize];
                items[*place as usize] = list;
                *place += 1;
            }
        }
        Csr { offsets, items }
    }
}

/// A graph of tasks.
#[derive(Clone, Default)]
pub struct TaskGraph {
    /// The tasks.
    pub tasks: Vec<Task>,
    /// The inputs of each: tasks with smaller numbers. One may stand there several times.
    pub inputs: Csr,
    /// Names of groups of tasks.
    pub layers: Vec<Layer>,
    /// The tasks whose results are wanted, in order; one may stand there several times.
    pub outputs: Vec<TaskId>,
}

impl TaskGraph {
    /// Add a layer; its number.
    pub fn layer(&mut self, name: LayerName, grid: Option<Box<[usize]>>) -> u32 {
        self.layers.push(Layer { name, grid });
        self.layers.len() as u32 - 1
    }

    /// Add a task; its number.
    pub fn add(&mut self, op: Op, key: Key, span: Span, inputs: impl IntoIterator<Item = TaskId>) -> TaskId {
        self.inputs.push(inputs);
        self.tasks.push(Task { op, key, span });
        self.tasks.len() as TaskId - 1
    }

    /// Number of tasks.
    pub fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// A key, as Python's `repr` shows it.
    pub fn key_text(&self, key: Key) -> String {
        self.layers.get(key.layer as usize).map(|layer| layer.key(key.at)).unwrap_or_default()
    }

    /// The same graph with only these tasks, in this order (inputs before their users); `order` lists old numbers.
    /// Layers stay.
    #[must_use]
    pub fn reordered(self, order: &[TaskId]) -> TaskGraph {
        let mut new = vec![u32::MAX; self.tasks.len()];
        for (at, &old) in order.iter().enumerate() {
            if let Some(place) = new.get_mut(old as usize) {
                *place = at as u32;
            }
        }
        let renamed = |old: u32| new.get(old as usize).copied().unwrap_or(u32::MAX);
        let mut inputs = Csr { offsets: Vec::with_capacity(order.len() + 1), items: Vec::new() };
        inputs.offsets.push(0);
        let mut old_tasks: Vec<Option<Task>> = self.tasks.into_iter().map(Some).collect();
        let mut tasks = Vec::with_capacity(order.len());
        for &old in order {
            if let Some(task) = old_tasks.get_mut(old as usize).and_then(Option::take) {
                inputs.push(self.inputs.list(old).iter().map(|&input| renamed(input)));
                tasks.push(task);
            }
        }
        let outputs = self.outputs.iter().map(|&output| renamed(output)).collect();
        TaskGraph { tasks, inputs, layers: self.layers, outputs }
    }
}

/// One line a task: number, key, verb, inputs; then the outputs.
impl std::fmt::Debug for TaskGraph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, task) in self.tasks.iter().enumerate() {
            let verb = match &task.op {
                Op::Chain(links) => links.iter().map(|link| verb(&link.op)).collect::<Vec<_>>().join(" > "),
                op => verb(op),
            };
            writeln!(f, "{at}  {}  {verb}{:?}", self.key_text(task.key), self.inputs.list(at as TaskId))?;
        }
        write!(f, "outputs {:?}", self.outputs)
    }
}

fn verb(op: &Op) -> String {
    op.verb().unwrap_or_else(|| "data".to_owned())
}
