//! The engine that values compute with: logical nodes are lowered, and the scheduler runs the tasks.

use std::cell::Cell;

use super::Options;
use crate::data::{Res, Sym};
use crate::graph::{TaskGraph, dot};
use crate::lower;
use crate::sched::run;
use crate::value::{Engine, Host, Value};

/// The pipeline from lazy values to their results.
pub struct SessionEngine {
    /// Where the graphs that are computed are drawn.
    visualize: Option<String>,
    /// How many were drawn.
    drawn: Cell<usize>,
}

impl SessionEngine {
    /// The engine of a session.
    pub fn new(options: &Options) -> SessionEngine {
        SessionEngine { visualize: options.visualize.clone(), drawn: Cell::new(0) }
    }

    /// Draw a graph that is about to run: the first to the file that was asked for, later ones beside it.
    fn draw(&self, graph: &TaskGraph) -> Res<()> {
        let Some(path) = &self.visualize else { return Ok(()) };
        let number = self.drawn.get() + 1;
        self.drawn.set(number);
        let path = match path.rsplit_once('.') {
            Some((stem, ending)) if number > 1 => format!("{stem}-{number}.{ending}"),
            _ => path.clone(),
        };
        dot::write(&crate::graph::picture::drawing(graph, &Default::default()), &path)
    }
}

impl Engine for SessionEngine {
    fn compute(&self, host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Vec<Value>> {
        let graph = lower::lower(host, roots)?;
        self.draw(&graph)?;
        run::compute(host, graph, options)
    }
}
