//! The plan of a program: which steps become loops of compiled code, and which are called between them, one block of
//! elements after the other.

use super::fold::folds;
use super::kind;
use super::run::{MOST_INS, MOST_OUTS};
use crate::ops::ir::{Program, Reg, Step};
use crate::ops::{Base, prim};

/// What is done to a block, in order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// The compiled loop with this number.
    Loop(usize),
    /// The program's step with this number, by the loop of its row.
    Call(usize),
}

/// A compiled loop.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LoopPlan {
    /// Values that it reads from memory: inputs, and results of calls and of other loops.
    pub ins: Vec<Reg>,
    /// Values that it writes: those that a later stage, or the caller, reads.
    pub outs: Vec<Reg>,
    /// How many steps it does.
    pub work: usize,
}

/// The plan of a program.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// In order.
    pub stages: Vec<Stage>,
    /// The loops, by number.
    pub loops: Vec<LoopPlan>,
    /// For each step, whether its elements are kept in a block of memory.
    pub kept: Vec<bool>,
    /// How the results of the last loop are folded, if they are folded in it.
    pub fold: Option<Base>,
}

/// Whether a step is emitted, called, or a constant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    /// By compiled code.
    Emitted,
    /// By a call for each block.
    Called,
    /// A constant.
    Const,
}

/// How a step is done.
pub fn how(step: &Step) -> How {
    match step {
        Step::Const(value) => match kind::of(value.dtype()) {
            Some(_) => How::Const,
            None => How::Called,
        },
        Step::Generate { .. } => How::Called,
        Step::Apply { row, .. } => match (prim::of(row.name), step.kernel(), row.props.raises) {
            (Some(prim), Some(kernel), None) if kind::emits(prim, kernel) => How::Emitted,
            _ => How::Called,
        },
    }
}

/// The values that a step reads.
pub fn args(step: &Step) -> &[Reg] {
    match step {
        Step::Const(_) => &[],
        Step::Generate { at, .. } => std::slice::from_ref(at),
        Step::Apply { args, .. } => args,
    }
}

impl Plan {
    /// The plan of a program; `None` where there is nothing to gain by compiling it.
    pub fn of(program: &Program) -> Option<Plan> {
        // One operation alone is as fast by its own loop.
        Plan::any(program).filter(|plan| plan.loops.iter().any(|found| found.work > 1))
    }

    /// The plan of a program whose result is folded: in its last loop, where that can be.
    pub fn folded(program: &Program, base: Base) -> Option<Plan> {
        let fits = |plan: &Plan| match (plan.stages.last(), plan.loops.last(), program.result) {
            (Some(&Stage::Loop(at)), Some(last), Some(result)) => {
                at + 1 == plan.loops.len() && last.outs == [result] && last.ins.len() < MOST_INS
            }
            _ => false,
        };
        match Plan::any(program) {
            Some(plan) if folds(base, program.out()) && fits(&plan) => Some(Plan { fold: Some(base), ..plan }),
            _ => Plan::of(program),
        }
    }

    /// The plan of a program, whether it pays or not.
    fn any(program: &Program) -> Option<Plan> {
        let hows: Vec<How> = program.steps.iter().map(how).collect();
        let levels = Levels::of(program, &hows);
        let mut plan = Plan { kept: vec![false; program.steps.len()], ..Plan::default() };
        let last = levels.stage.iter().flatten().chain(&levels.call).max().copied().unwrap_or(0);
        for level in 0..=last {
            let calls = (0..program.steps.len()).filter(|&at| levels.call.get(at) == Some(&level));
            plan.stages.extend(calls.filter(|_| level > 0).map(Stage::Call));
            if let Some(found) = levels.gather(program, &hows, level) {
                plan.stages.push(Stage::Loop(plan.loops.len()));
                plan.loops.push(found);
            }
        }
        plan.keep(program, &hows);
        let fits = |found: &LoopPlan| found.ins.len() <= MOST_INS && found.outs.len() <= MOST_OUTS;
        plan.loops.iter().all(fits).then_some(plan)
    }

    /// Mark the steps whose elements stand in memory.
    fn keep(&mut self, program: &Program, hows: &[How]) {
        let step = |reg: Reg| (reg.0 as usize).checked_sub(program.inputs.len());
        let outs = self.loops.iter().flat_map(|found| &found.outs).copied();
        let mut kept: Vec<usize> = outs.chain(program.result).filter_map(step).collect();
        for (at, (one, how)) in program.steps.iter().zip(hows).enumerate() {
            if *how == How::Called {
                kept.push(at);
                kept.extend(args(one).iter().filter_map(|&reg| step(reg)));
            }
        }
        for at in kept {
            if let Some(place) = self.kept.get_mut(at) {
                *place = true;
            }
        }
    }

    /// Steps that compiled code does.
    pub fn work(&self) -> usize {
        self.loops.iter().map(|found| found.work).sum()
    }
}

/// When each step is done: loop 0 comes first, then the calls of level 1, loop 1, the calls of level 2, and so on.
struct Levels {
    /// The loop of an emitted step; `None` if nobody needs it.
    stage: Vec<Option<usize>>,
    /// The level of a call; 0 for others.
    call: Vec<usize>,
}

impl Levels {
    fn of(program: &Program, hows: &[How]) -> Levels {
        let base = program.inputs.len();
        let steps = program.steps.len();
        // The earliest: what an emitted step reads was called before it.
        let mut early = vec![0usize; steps];
        for (at, (step, how)) in program.steps.iter().zip(hows).enumerate() {
            let before = args(step).iter().filter_map(|reg| early.get((reg.0 as usize).checked_sub(base)?)).max();
            let before = before.copied().unwrap_or(0);
            if let Some(place) = early.get_mut(at) {
                *place = if *how == How::Called { before + 1 } else { before };
            }
        }
        // The latest: just before the first who reads it, so that less stands in memory.
        let mut late: Vec<Option<usize>> = vec![None; steps];
        if let Some(at) = program.result.and_then(|reg| (reg.0 as usize).checked_sub(base))
            && let (Some(place), Some(&level)) = (late.get_mut(at), early.get(at))
        {
            *place = Some(level);
        }
        for (at, (step, how)) in program.steps.iter().zip(hows).enumerate().rev() {
            let needed = match how {
                How::Called => early.get(at).map(|level| level.saturating_sub(1)),
                How::Emitted => late.get(at).copied().flatten(),
                How::Const => None,
            };
            let Some(needed) = needed else { continue };
            for reg in args(step) {
                if let Some(place) = (reg.0 as usize).checked_sub(base).and_then(|at| late.get_mut(at)) {
                    *place = Some(place.map_or(needed, |known| known.min(needed)));
                }
            }
        }
        let emitted = |at: usize| hows.get(at) == Some(&How::Emitted);
        let call = |at: usize| if hows.get(at) == Some(&How::Called) { early.get(at).copied() } else { None };
        Levels {
            stage: (0..steps).map(|at| late.get(at).copied().flatten().filter(|_| emitted(at))).collect(),
            call: (0..steps).map(|at| call(at).unwrap_or(0)).collect(),
        }
    }

    /// The loop of a level.
    fn gather(&self, program: &Program, hows: &[How], level: usize) -> Option<LoopPlan> {
        let base = program.inputs.len();
        let index = |reg: Reg| (reg.0 as usize).checked_sub(base);
        let within = |at: usize| self.stage.get(at).copied().flatten() == Some(level);
        let mut found = LoopPlan::default();
        for (at, step) in program.steps.iter().enumerate().filter(|(at, _)| within(*at)) {
            found.work += 1;
            for &reg in args(step) {
                let inside = index(reg).is_some_and(|at| within(at) || hows.get(at) == Some(&How::Const));
                if !inside && !found.ins.contains(&reg) {
                    found.ins.push(reg);
                }
            }
            let own = Reg((base + at) as u32);
            let read = |(by, reader): (usize, &Step)| {
                let elsewhere = match hows.get(by) {
                    Some(How::Called) => true,
                    _ => self.stage.get(by).copied().flatten().is_some_and(|stage| stage != level),
                };
                elsewhere && args(reader).contains(&own)
            };
            if program.result == Some(own) || program.steps.iter().enumerate().any(read) {
                found.outs.push(own);
            }
        }
        (found.work > 0).then_some(found)
    }
}
