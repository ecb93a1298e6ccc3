//! Delayed calls to tasks: one for one, in a loop (chains may have a million links).

use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::FxHashMap;

use super::array::{Blocks, NodePtr};
use crate::data::{Res, Sym};
use crate::expr::bag::Bag;
use crate::expr::delayed::{Arg, Callee, DelayedKey, DelayedNode, Kind, Lazy};
use crate::expr::node::Node;
use crate::graph::{self, Call, Key, LayerName, Op, TaskArg, TaskGraph, TaskId};
use crate::value::frozen::{self, Frozen};
use crate::value::{Host, Value};

/// A graph being built.
pub struct Lowering<'h> {
    /// The interpreter: freezing may run code of the user's.
    pub host: &'h mut dyn Host,
    /// The graph so far.
    pub graph: TaskGraph,
    memo: frozen::Memo,
    /// Marks the nodes that this traversal has seen.
    mark: u64,
    /// Tasks of nodes whose keys can be shared, by the key's hash.
    shared: FxHashMap<u128, TaskId>,
    /// Whether arrays are simplified and fused.
    pub optimized: bool,
    /// The blocks of array nodes; `kept` keeps the nodes alive that their addresses name.
    pub blocks: FxHashMap<NodePtr, Rc<Blocks>>,
    /// See `blocks`.
    pub kept: Vec<Node>,
    /// The layers of bags, by the hash of their names.
    layers: FxHashMap<u128, u32>,
}

/// The inputs of a task that is being made, each once.
#[derive(Default)]
pub struct Inputs {
    /// The tasks.
    pub tasks: Vec<TaskId>,
    /// Where each stands, once there are many.
    places: FxHashMap<TaskId, u32>,
}

/// So many inputs are searched one by one.
const FEW: usize = 16;

impl Inputs {
    /// Where a task stands among the inputs; it is added if it is not there.
    pub fn place(&mut self, task: TaskId) -> u32 {
        let next = self.tasks.len() as u32;
        if self.tasks.len() < FEW {
            if let Some(at) = self.tasks.iter().position(|&input| input == task) {
                return at as u32;
            }
        } else {
            if self.places.is_empty() {
                self.places.extend(self.tasks.iter().zip(0..).map(|(&task, at)| (task, at)));
            }
            let at = *self.places.entry(task).or_insert(next);
            if at != next {
                return at;
            }
        }
        self.tasks.push(task);
        next
    }
}

impl<'h> Lowering<'h> {
    /// An empty graph.
    pub fn new(host: &'h mut dyn Host, optimized: bool) -> Lowering<'h> {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Lowering {
            host,
            graph: TaskGraph::default(),
            memo: frozen::Memo::default(),
            mark: NEXT.fetch_add(1, Ordering::Relaxed),
            shared: FxHashMap::default(),
            optimized,
            blocks: FxHashMap::default(),
            kept: Vec::new(),
            layers: FxHashMap::default(),
        }
    }

    /// The task that gives a value.
    pub fn value(&mut self, value: &Value) -> Res<TaskId> {
        let frozen = self.freeze(value)?;
        let layer = self.graph.layer(LayerName::Text("value".into()), None);
        Ok(self.graph.add(Op::Value(frozen), Key { layer, at: 0 }, self.host.span(), []))
    }

    /// The task of a delayed value; those of all that it needs are made before.
    pub fn delayed(&mut self, root: &Rc<DelayedNode>) -> Res<TaskId> {
        let mut stack = vec![(root.clone(), false)];
        while let Some((node, opened)) = stack.pop() {
            if self.known(&node).is_some() {
                continue;
            }
            if opened {
                let task = self.task(&node)?;
                node.mark.set((self.mark, task));
                if node.key.is_shared() {
                    self.shared.insert(node.key.hash(), task);
                }
                continue;
            }
            let from = stack.len() + 1;
            stack.push((node.clone(), true));
            node.each_lazy(&mut |lazy| {
                let mut wait = |input: &Rc<DelayedNode>| {
                    if input.mark.get().0 != self.mark {
                        stack.push((input.clone(), false));
                    }
                };
                match lazy {
                    Lazy::Delayed(input) => wait(input),
                    Lazy::Bag(bag) => bag.made.parts.iter().for_each(wait),
                    Lazy::Array(_) => {}
                }
            });
            if let Some(inputs) = stack.get_mut(from..) {
                inputs.reverse();
            }
        }
        Ok(root.mark.get().1)
    }

    fn known(&self, node: &Rc<DelayedNode>) -> Option<TaskId> {
        let (mark, task) = node.mark.get();
        if mark == self.mark {
            return Some(task);
        }
        let task = if node.key.is_shared() { self.shared.get(&node.key.hash()).copied() } else { None };
        if let Some(task) = task {
            node.mark.set((self.mark, task));
        }
        task
    }

    /// The frozen form of a value.
    pub fn freeze(&mut self, value: &Value) -> Res<Frozen> {
        frozen::freeze(self.host, value, &mut self.memo)
    }

    fn task(&mut self, node: &Rc<DelayedNode>) -> Res<TaskId> {
        let mut inputs = Inputs::default();
        let op = match &node.kind {
            Kind::Leaf { value, .. } | Kind::Known(value) => Op::Value(self.freeze(value)?),
            Kind::Attr { object, name } => {
                let args = vec![self.input(object, &mut inputs)];
                Op::Call(Box::new(Call {
                    callee: graph::Callee::GetAttr(*name),
                    args,
                    kwargs: Vec::new(),
                    gives: None,
                }))
            }
            Kind::Call { callee, args, kwargs } => {
                let callee = self.callee(callee, &mut inputs)?;
                let args = args.iter().map(|arg| self.arg(arg, &mut inputs)).collect::<Res<Vec<TaskArg>>>()?;
                let kwarg = |(name, arg): &(Sym, Arg)| Ok((*name, self.arg(arg, &mut inputs)?));
                let kwargs = kwargs.iter().map(kwarg).collect::<Res<Vec<(Sym, TaskArg)>>>()?;
                Op::Call(Box::new(Call { callee, args, kwargs, gives: None }))
            }
            Kind::Build(Arg::Delayed(other)) => {
                self.input(other, &mut inputs);
                Op::Alias
            }
            Kind::Build(arg) => Op::Build(Box::new(self.arg(arg, &mut inputs)?)),
        };
        let key = self.key(&node.key)?;
        Ok(self.graph.add(op, key, node.span, inputs.tasks))
    }

    fn key(&mut self, key: &DelayedKey) -> Res<Key> {
        if let DelayedKey::Part(name, at) = key {
            let graph = &mut self.graph;
            let layer = *self.layers.entry(name.token()).or_insert_with(|| {
                let layer = match name.hash {
                    Some(hash) => LayerName::Hash { prefix: name.prefix, hash, uuid: false },
                    None => LayerName::Text(name.text().into()),
                };
                graph.layer(layer, Some([name.count].into()))
            });
            return Ok(Key { layer, at: *at });
        }
        let name = self.layer_name(key)?;
        Ok(Key { layer: self.graph.layer(name, None), at: 0 })
    }

    /// The tasks of a bag's partitions; `Err` in the middle leaves what was made.
    pub fn parts(&mut self, bag: &Bag) -> Res<Vec<TaskId>> {
        bag.made.parts.iter().map(|part| self.delayed(part)).collect()
    }

    fn layer_name(&mut self, key: &DelayedKey) -> Res<LayerName> {
        Ok(match key {
            DelayedKey::Hash { prefix, hash, pure } => LayerName::Hash { prefix: *prefix, hash: *hash, uuid: !pure },
            DelayedKey::Part(name, _) => LayerName::Text(name.text().into()),
            DelayedKey::Named(Value::Str(text), _) => LayerName::Text(text.share()),
            DelayedKey::Named(value, _) => {
                let repr = crate::value::repr::repr(self.host, value)?;
                LayerName::Value(self.freeze(value)?, repr.into())
            }
        })
    }

    fn callee(&mut self, callee: &Callee, inputs: &mut Inputs) -> Res<graph::Callee> {
        Ok(match callee {
            Callee::Value(function) => graph::Callee::Function(self.freeze(function)?),
            Callee::Delayed(node) => graph::Callee::Arg(self.input(node, inputs)),
            Callee::Binary(op) => graph::Callee::Binary(*op),
            Callee::Compare(op) => graph::Callee::Compare(*op),
            Callee::Unary(method) => graph::Callee::Unary(method),
            Callee::GetItem => graph::Callee::GetItem,
            Callee::Method(name) => graph::Callee::Method(*name),
        })
    }

    /// An input: its task is there already.
    fn input(&mut self, node: &Rc<DelayedNode>, inputs: &mut Inputs) -> TaskArg {
        TaskArg::Input(inputs.place(node.mark.get().1))
    }

    /// An argument of a task: the tasks of delayed values in it are there already.
    pub fn arg(&mut self, arg: &Arg, inputs: &mut Inputs) -> Res<TaskArg> {
        let mut all = |items: &[Arg]| items.iter().map(|item| self.arg(item, inputs)).collect::<Res<Vec<TaskArg>>>();
        Ok(match arg {
            Arg::List(items) => TaskArg::List(all(items)?),
            Arg::Tuple(items) => TaskArg::Tuple(all(items)?),
            Arg::Set(items) => TaskArg::Set(all(items)?),
            Arg::Slice(parts) => match <[TaskArg; 3]>::try_from(all(&**parts)?) {
                Ok(parts) => TaskArg::Slice(Box::new(parts)),
                Err(parts) => TaskArg::Tuple(parts),
            },
            Arg::Dict(items) => {
                let mut pair = |(key, value): &(Arg, Arg)| Ok((self.arg(key, inputs)?, self.arg(value, inputs)?));
                TaskArg::Dict(items.iter().map(&mut pair).collect::<Res<Vec<_>>>()?)
            }
            Arg::Value(value) => TaskArg::Value(self.freeze(value)?),
            Arg::Delayed(node) => self.input(node, inputs),
            Arg::Bag(bag) => {
                let parts = bag.made.parts.iter().map(|part| self.input(part, inputs)).collect();
                let callee = graph::Callee::Function(Frozen::Declared("dask.bag.core".into(), Sym::new("finalize")));
                let args = vec![TaskArg::List(parts)];
                TaskArg::Call(Box::new(Call { callee, args, kwargs: Vec::new(), gives: None }))
            }
            Arg::Array(array) => {
                let task = self.arrays(std::slice::from_ref(array), self.optimized)?;
                TaskArg::Input(inputs.place(task.first().copied().unwrap_or(0)))
            }
        })
    }
}
