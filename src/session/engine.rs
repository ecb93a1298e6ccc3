//! The engine that values compute with: logical nodes are lowered, and the scheduler runs the tasks.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use super::{Options, Progress};
use crate::data::{Res, Sym};
use crate::expr::Bag;
use crate::graph::{self, TaskGraph};
use crate::lower;
use crate::sched::run;
use crate::value::host::Each;
use crate::value::{Engine, Host, Value};

/// The pipeline from lazy values to their results. Each thread of a session has one.
#[derive(Clone, Default)]
pub struct SessionEngine {
    /// Where the graphs that are computed are drawn.
    visualize: Option<Arc<str>>,
    /// How many were drawn.
    drawn: Arc<AtomicUsize>,
    /// Shows how far a computation is; workers have none, what they compute is part of another computation.
    progress: Option<Progress>,
    /// How many tasks were given to the scheduler.
    tasks: Arc<AtomicU64>,
}

impl SessionEngine {
    /// The engine of a session.
    pub fn new(options: &Options) -> SessionEngine {
        let visualize = options.visualize.as_deref().map(Arc::from);
        SessionEngine { visualize, drawn: Arc::default(), progress: options.progress.clone(), tasks: Arc::default() }
    }

    /// The engine of a worker of this session.
    pub fn of_worker(&self) -> SessionEngine {
        SessionEngine { progress: None, ..self.clone() }
    }

    /// How many tasks the scheduler was given so far.
    pub fn tasks(&self) -> u64 {
        self.tasks.load(Ordering::Relaxed)
    }

    /// The results of a graph's outputs: of a bag one for each partition.
    fn outputs(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Vec<Value>> {
        let graph = lower::lower_with(host, roots, optimized(options, true))?;
        self.draw_run(&graph)?;
        let graph = run::ready(host, graph, options)?;
        self.tasks.fetch_add(graph.len() as u64, Ordering::Relaxed);
        let Some(progress) = &self.progress else { return run::prepared(host, graph, options, &|_, _| {}) };
        let done = run::prepared(host, graph, options, &|done, all| progress(Some((done, all))));
        progress(None);
        done
    }

    /// Draw a graph that is about to run: the first to the file that was asked for, later ones beside it.
    fn draw_run(&self, graph: &TaskGraph) -> Res<()> {
        let Some(path) = &self.visualize else { return Ok(()) };
        let number = self.drawn.fetch_add(1, Ordering::Relaxed) + 1;
        let path = match path.rsplit_once('.') {
            Some((stem, ending)) if number > 1 => format!("{stem}-{number}.{ending}"),
            _ => path.to_string(),
        };
        let drawing = graph::picture::drawing(graph, &Default::default());
        graph::dot::write(&drawing, &path)
    }
}

impl Engine for SessionEngine {
    fn compute(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Vec<Value>> {
        let results = self.outputs(host, roots, options)?;
        let mut results = results.into_iter();
        let mut made = Vec::with_capacity(roots.len());
        for root in roots {
            made.push(match root.as_native::<Bag>() {
                Some(bag) => {
                    let parts = results.by_ref().take(bag.made.parts.len()).collect();
                    crate::kernels::bag::finalize(host, parts)?
                }
                None => results.next().unwrap_or(Value::None),
            });
        }
        Ok(made)
    }

    fn parts(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Vec<Value>> {
        self.outputs(host, roots, options)
    }

    fn blocks(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)], each: Each<'_>) -> Res<()> {
        let (graph, places) = lower::blocks(host, roots, optimized(options, true))?;
        self.draw_run(&graph)?;
        let graph = run::ready(host, graph, options)?;
        self.tasks.fetch_add(graph.len() as u64, Ordering::Relaxed);
        run::streamed(host, graph, options, &mut |host, at, block| match places.get(at) {
            Some((number, index)) => each(host, *number, index, block),
            None => Ok(()),
        })
    }

    fn graph(&self, host: &mut dyn Host, roots: &[Value]) -> Res<(Value, Value)> {
        let graph = lower::lower_with(host, roots, false)?;
        lower::view::view(host, &graph)
    }

    fn draw(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Value> {
        let graph = lower::lower_with(host, roots, optimized(options, false))?;
        graph::picture::draw(host, graph, options)
    }
}

/// The option `optimize_graph`.
fn optimized(options: &[(Sym, Value)], default: bool) -> bool {
    match options.iter().find(|(name, _)| name.as_str() == "optimize_graph") {
        Some((_, Value::Bool(wanted))) => *wanted,
        _ => default,
    }
}
