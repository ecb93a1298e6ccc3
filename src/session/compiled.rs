//! `:clif` and `:memory`: the code of a lazy value's chains, and the memory of arrays.

use super::{Failure, Session, check::size};
use crate::data::Res;
use crate::data::buffer::{self, Memory};
use crate::graph::{self, Op, TaskGraph};
use crate::kernels::reduce;
use crate::ops::block::BlockOp;
use crate::ops::ir::Program;
use crate::ops::{Base, Reduction};
use crate::{jit, lower};

/// A program that tasks evaluate, how many of them, and what the first of them is called.
struct Found {
    program: Program,
    /// How its results are folded.
    base: Option<Base>,
    tasks: usize,
    verb: String,
}

impl Session {
    /// The Cranelift code of each chain of elementwise steps in a lazy value, with its plan of stages.
    pub fn clif(&mut self, text: &str) -> Result<String, Failure> {
        let value = self.value_of("<:clif>", text)?;
        if let Some(code) = self.vm.native_code(&value) {
            return Ok(code);
        }
        let graph = lower::lower(&mut self.vm, &[value]);
        let shown = graph.and_then(|graph| {
            let passed = graph::PASSES.iter().fold(graph, |graph, (_, pass)| pass(graph));
            programs(&passed)
        });
        let found = shown.map_err(|raised| self.failure(raised))?;
        if found.is_empty() {
            return Ok("no task evaluates elements: there is nothing to compile".to_owned());
        }
        let sections = found.iter().map(|one| {
            let many = if one.tasks == 1 { "1 task".to_owned() } else { format!("{} tasks", one.tasks) };
            let code = match one.base {
                Some(base) => jit::show_fold(&one.program, base),
                None => jit::show(&one.program),
            };
            format!("{}, {many}\n{code}", one.verb)
        });
        Ok(sections.collect::<Vec<_>>().join("\n"))
    }

    /// The memory of arrays, in this whole process.
    pub fn memory(&self) -> Memory {
        buffer::memory()
    }

    /// The same as text.
    pub fn memory_text(&self) -> String {
        let Memory { live, pooled, peak } = self.memory();
        let (known, compiled) = jit::cache::counts();
        let kernels = format!("{compiled} compiled, of {known} programs that were met");
        let rows = [("live", size(live)), ("pooled", size(pooled)), ("peak", size(peak)), ("kernels", kernels)];
        rows.map(|(name, text)| format!("{name:<8} {text}")).join("\n")
    }
}

/// The programs of a graph's tasks, each once.
fn programs(graph: &TaskGraph) -> Res<Vec<Found>> {
    let mut found: Vec<Found> = Vec::new();
    let ops = graph.tasks.iter().flat_map(|task| match &task.op {
        Op::Chain(links) => links.iter().map(|link| &link.op).collect(),
        op => vec![op],
    });
    for op in ops {
        let Op::Block(block) = op else { continue };
        let (program, base) = match &**block {
            BlockOp::Eval(eval) | BlockOp::Into { eval, .. } => ((*eval.program).clone(), None),
            BlockOp::Partial { eval: Some(eval), row, axes, .. } => {
                let whole = axes.len() == eval.shape.len();
                let base = Reduction::named(row)?.base;
                (reduce::program_of(row, &eval.program)?, Some(base).filter(|_| whole))
            }
            _ => continue,
        };
        match found.iter_mut().find(|known| known.program == program && known.base == base) {
            Some(known) => known.tasks += 1,
            None => found.push(Found { program, base, tasks: 1, verb: block.verb().to_owned() }),
        }
    }
    Ok(found)
}
