//! The plan and the code of a program as text.

use std::fmt::Write as _;

use super::code;
use super::plan::{Plan, Stage};
use crate::ops::Base;
use crate::ops::ir::{Program, Reg, Step};

/// What is done to a block of a program's elements, stage by stage, and the code of its loops.
pub fn show(program: &Program) -> String {
    planned(program, Plan::of(program))
}

/// The same of a program whose result is folded.
pub fn show_fold(program: &Program, base: Base) -> String {
    planned(program, Plan::folded(program, base))
}

fn planned(program: &Program, plan: Option<Plan>) -> String {
    let Some(plan) = plan else {
        return format!("{}not compiled: its steps are done one by one, block by block\n", steps(program));
    };
    let mut out = steps(program);
    for stage in &plan.stages {
        match *stage {
            Stage::Call(at) => {
                let _ = writeln!(out, "call  {}", step(program, at));
            }
            Stage::Loop(at) => {
                let Some(found) = plan.loops.get(at) else { continue };
                let (ins, outs) = (regs(program, &found.ins), regs(program, &found.outs));
                let base = plan.fold.filter(|_| at + 1 == plan.loops.len());
                let folded = base.map_or(String::new(), |base| format!(", folded ({base:?})").to_lowercase());
                let _ = writeln!(out, "loop  {ins} -> {outs}: {} steps in one{folded}", found.work);
                if let Some(text) = code::text(program, (found, base)) {
                    out.push_str(&text);
                }
            }
        }
    }
    out
}

/// The steps of a program, one a line.
fn steps(program: &Program) -> String {
    let mut out = String::new();
    for (at, dtype) in program.inputs.iter().enumerate() {
        let _ = writeln!(out, "v{at} = input {dtype}");
    }
    for at in 0..program.steps.len() {
        let _ = writeln!(out, "{}", step(program, at));
    }
    out
}

fn step(program: &Program, at: usize) -> String {
    let own = program.inputs.len() + at;
    let Some(found) = program.steps.get(at) else { return String::new() };
    let dtype = found.dtype();
    match found {
        Step::Const(value) => format!("v{own} = {} {dtype}", value.as_f64()),
        Step::Generate { at, .. } => format!("v{own} = elements made from positions v{} {dtype}", at.0),
        Step::Apply { row, args, .. } => format!("v{own} = {}({}) {dtype}", row.name, regs(program, args)),
    }
}

fn regs(_: &Program, regs: &[Reg]) -> String {
    regs.iter().map(|reg| format!("v{}", reg.0)).collect::<Vec<_>>().join(", ")
}
