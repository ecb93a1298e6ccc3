//! The engine of a script that is followed: what it is asked to compute is lowered and counted, never run.

use std::rc::Rc;

use super::ledger::{Ledger, Run, What};
use super::unknown;
use crate::data::{Res, Sym};
use crate::expr::meta::known::{Arr, Known};
use crate::expr::node::postorder;
use crate::expr::{Array, Node};
use crate::graph::memory::{self, Needs};
use crate::graph::{Callee, Op, TaskGraph};
use crate::sched::run::{Scheduler, choose, is_optimized};
use crate::sched::threads::{Workers, cores};
use crate::source::Span;
use crate::value::array::{FrozenArray, NdArray};
use crate::value::frozen::Frozen;
use crate::value::host::Each;
use crate::value::{Engine, Host, Value};
use crate::{graph, lower};

/// Counts.
pub struct Counting {
    /// Where what is counted is noted.
    pub ledger: Rc<Ledger>,
}

impl Counting {
    /// Tasks and bytes of one computation.
    fn count(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)], span: Span) -> Res<()> {
        let workers = match choose(options)? {
            Scheduler::Sync => 1,
            Scheduler::Threads(Workers::Exactly(count)) => count,
            Scheduler::Threads(Workers::Cores) => cores(),
        };
        let optimized = is_optimized(options);
        self.ledger.rest.set(None);
        let graph = lower::lower_with(host, roots, optimized)?;
        if let Some(why) = self.ledger.rest.get() {
            self.ledger.note(span, What::Items, Some(why));
        }
        self.nested(&graph);
        let graph = if optimized { graph::prepare(graph) } else { graph };
        let Needs { peak, unknown } = memory::needs(&graph, workers, &|value| self.bytes(value));
        if let Some(call) = unknown {
            self.ledger.note(call, What::Bytes, None);
        }
        let peak = self.ledger.alive.get().saturating_add(peak);
        self.ledger.reach(peak, span);
        self.ledger.runs.borrow_mut().push(Run { span, tasks: graph.len() as u64, peak, workers });
        Ok(())
    }

    /// Tasks that compute themselves.
    fn nested(&self, graph: &TaskGraph) {
        let computing = self.ledger.computing.borrow();
        for task in &graph.tasks {
            if let Op::Call(call) = &task.op
                && let Callee::Function(_) = &call.callee
                && computing.contains(&call.callee.name())
            {
                self.ledger.note(task.span, What::Nested, None);
            }
        }
    }

    /// Bytes of a value in a graph that are not counted as an eager array of the script.
    fn bytes(&self, value: &Frozen) -> u64 {
        let Frozen::Native(native) = value else { return 0 };
        let any: &dyn std::any::Any = &**native;
        match any.downcast_ref() {
            Some(FrozenArray(chunk)) if !self.ledger.is_held(&chunk.buffer) => chunk.nbytes() as u64,
            _ => 0,
        }
    }

    /// The largest array among those that a computation is made of.
    fn largest(&self, roots: &[Value]) {
        let nodes: Vec<Node> =
            roots.iter().filter_map(|root| root.as_native::<Array>()).map(|a| a.node.clone()).collect();
        for node in postorder(&nodes) {
            self.ledger.array(node.meta.nbytes().unwrap_or(0) as u64, node.span);
        }
    }

    fn result(&self, root: &Value, span: Span) -> Value {
        let Some(array) = root.as_native::<Array>() else { return unknown::nothing(&self.ledger, span) };
        let mut meta = array.node.meta.clone();
        let known = match meta.ndim() {
            0 => Known::Scalar(meta.dtype),
            _ => {
                meta.chunks = meta.shape.iter().map(|size| size.map(|size| [size].into())).collect();
                Known::Array(Arr { lazy: false, meta: Some(meta) })
            }
        };
        if self.ledger.persisting.get() {
            return self.kept(array).unwrap_or_else(|| unknown::value(&self.ledger, known, span));
        }
        unknown::value(&self.ledger, known, span)
    }

    /// What `persist` keeps: one number stands for all elements.
    fn kept(&self, array: &Array) -> Option<Value> {
        let meta = &array.node.meta;
        let shape: Vec<usize> = meta.shape.iter().copied().collect::<Option<_>>()?;
        let held = self.ledger.hold(meta.dtype, meta.nbytes()? as u64, array.node.span);
        self.ledger.kept.borrow_mut().push(held.clone());
        let chunk = crate::data::Chunk { buffer: held.buffer.clone(), strides: vec![0; shape.len()], shape, offset: 0 };
        Some(NdArray::value(chunk))
    }
}

impl Engine for Counting {
    fn compute(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Vec<Value>> {
        let span = host.span();
        self.largest(roots);
        if self.count(host, roots, options, span).is_err() {
            self.ledger.note(span, What::Tasks, None);
        }
        Ok(roots.iter().map(|root| self.result(root, span)).collect())
    }

    fn blocks(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)], _each: Each<'_>) -> Res<()> {
        self.compute(host, roots, options).map(|_| ())
    }

    fn graph(&self, host: &mut dyn Host, roots: &[Value]) -> Res<(Value, Value)> {
        let graph = lower::lower_with(host, roots, false)?;
        lower::view::view(host, &graph)
    }

    fn draw(&self, host: &mut dyn Host, _roots: &[Value], _options: &[(Sym, Value)]) -> Res<Value> {
        Ok(unknown::nothing(&self.ledger, host.span()))
    }
}
