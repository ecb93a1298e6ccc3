//! What operations and ends of blocks read, and what may be done with them.

use super::{BlockId, End, ExitId, Function, Inst, Val};

impl Inst {
    /// Change each value that is read.
    pub fn each_mut(&mut self, see: &mut dyn FnMut(&mut Val)) {
        match self {
            Inst::Int(_) | Inst::Float(_) | Inst::Bool(_) | Inst::Returned(..) | Inst::Input(..) => {}
            Inst::Interrupted | Inst::Room(..) => {}
            Inst::IntBin(_, x, y) | Inst::Checked(_, x, y, _) | Inst::FloatBin(_, x, y) | Inst::IntCmp(_, x, y) => {
                see(x);
                see(y);
            }
            Inst::FloatCmp(_, x, y) | Inst::BoolAnd(x, y) | Inst::BoolOr(x, y) | Inst::BoolXor(x, y) => {
                see(x);
                see(y);
            }
            Inst::Store(_, x, y) | Inst::Item(x, y) | Inst::Step(x, y) => {
                see(x);
                see(y);
            }
            Inst::FloatUn(_, x) | Inst::ToFloat(x) | Inst::ToInt(x) | Inst::BoolToInt(x) | Inst::Guard(x, ..) => see(x),
            Inst::Describe(x, _) | Inst::Load(_, x) => see(x),
            Inst::Select(x, y, z) => {
                see(x);
                see(y);
                see(z);
            }
            Inst::Help(_, args) | Inst::Call(_, args, ..) => args.iter_mut().for_each(see),
        }
    }

    /// See each value that is read.
    pub fn each(&self, see: &mut dyn FnMut(Val)) {
        self.clone().each_mut(&mut |val| see(*val));
    }

    /// Where it may leave.
    pub fn exit(&self) -> Option<ExitId> {
        match self {
            Inst::Checked(.., exit) | Inst::Guard(.., exit) | Inst::Call(.., exit) | Inst::Room(.., exit) => {
                Some(*exit)
            }
            _ => None,
        }
    }

    /// Where it may leave, to be changed.
    pub fn exit_mut(&mut self) -> Option<&mut ExitId> {
        match self {
            Inst::Checked(.., exit) | Inst::Guard(.., exit) | Inst::Call(.., exit) | Inst::Room(.., exit) => Some(exit),
            _ => None,
        }
    }

    /// Whether it gives the same wherever it stands, and does nothing else.
    pub fn is_pure(&self) -> bool {
        self.exit().is_none()
            && !matches!(self, Inst::Returned(..) | Inst::Load(..) | Inst::Store(..) | Inst::Interrupted)
    }

    /// Whether what stands before it must not be done again after it.
    pub fn has_effect(&self) -> bool {
        matches!(self, Inst::Store(..) | Inst::Call(..))
    }
}

impl End {
    /// Change each value that is read.
    pub fn each_mut(&mut self, see: &mut dyn FnMut(&mut Val)) {
        match self {
            End::Jump(_, args) | End::Return(_, args) => args.iter_mut().for_each(see),
            End::Branch(truth, (_, yes), (_, no)) => {
                see(truth);
                yes.iter_mut().for_each(&mut *see);
                no.iter_mut().for_each(see);
            }
            End::Exit(_) => {}
        }
    }

    /// Where it goes, with what.
    pub fn ways(&self) -> Vec<(BlockId, &Vec<Val>)> {
        match self {
            End::Jump(to, args) => vec![(*to, args)],
            End::Branch(_, (yes, given), (no, other)) => vec![(*yes, given), (*no, other)],
            End::Return(..) | End::Exit(_) => Vec::new(),
        }
    }

    /// Where it goes, to be changed.
    pub fn ways_mut(&mut self) -> Vec<(&mut BlockId, &mut Vec<Val>)> {
        match self {
            End::Jump(to, args) => vec![(to, args)],
            End::Branch(_, (yes, given), (no, other)) => vec![(yes, given), (no, other)],
            End::Return(..) | End::Exit(_) => Vec::new(),
        }
    }
}

impl Function {
    /// Replace values by others, everywhere; `alias` has one for each value.
    pub(super) fn rename(&mut self, alias: &[Val]) {
        let mut see = |val: &mut Val| *val = resolved(alias, *val);
        for block in &mut self.blocks {
            for (_, inst) in &mut block.insts {
                inst.each_mut(&mut see);
            }
            if let Some(end) = &mut block.end {
                end.each_mut(&mut see);
            }
        }
        for exit in &mut self.exits {
            exit.records.iter_mut().flat_map(|record| &mut record.words).for_each(&mut see);
        }
    }

    /// One value for each, itself.
    pub(super) fn same(&self) -> Vec<Val> {
        (0..self.kinds.len() as u32).map(Val).collect()
    }
}

/// What a value stands for in the end.
pub fn resolved(alias: &[Val], mut val: Val) -> Val {
    while let Some(&next) = alias.get(val.0 as usize)
        && next != val
    {
        val = next;
    }
    val
}
