//! Jumps, loops and what must run when `return`, `break` or `continue` leaves a block.

use super::emit::Unit;
use crate::data::{Res, Sym};
use crate::interp::code::*;
use crate::syntax::ast::Stmt;

/// A protected stretch of instructions, with gaps where cleanup of a jump out of it stands.
#[derive(Default)]
pub(super) struct Region {
    done: Vec<(u32, u32)>,
    open: u32,
    level: u16,
}

/// What encloses the current place.
pub(super) enum Block<'a> {
    /// A loop: where `continue` goes, and the jumps of its `break`s.
    Loop { start: u32, breaks: Vec<usize>, row: Option<Reg> },
    /// The `try` part of a statement with `except`.
    Try { region: Region },
    /// What a `finally` protects.
    Finally { body: &'a [Stmt], region: Region },
    /// The body of a `with`, its manager in this register.
    With { mgr: Reg, region: Region },
    /// A handler: the exception is being handled; its name is deleted at the end.
    Handler { name: Option<Sym>, region: Region },
}

impl<'a> Block<'a> {
    fn region(&mut self) -> Option<&mut Region> {
        match self {
            Block::Loop { .. } => None,
            Block::Try { region } | Block::Finally { region, .. } => Some(region),
            Block::With { region, .. } | Block::Handler { region, .. } => Some(region),
        }
    }
}

/// Where a jump out of blocks goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Return,
    Break,
    Continue,
}

impl<'a> Unit<'a> {
    /// A jump to be aimed by [`Unit::land`].
    pub fn jump(&mut self) -> usize {
        self.push(Op::Jump { target: 0 })
    }

    /// Aim a jump at the next instruction.
    pub fn land(&mut self, jump: usize) {
        let here = self.pc();
        self.aim(jump, here);
    }

    /// Aim a jump.
    pub fn aim(&mut self, jump: usize, to: u32) {
        if let Some(Op::Jump { target } | Op::Loop { target } | Op::JumpIf { target, .. }) = self.ops.get_mut(jump) {
            *target = to;
        }
    }

    /// Aim several jumps at the next instruction.
    pub fn land_all(&mut self, jumps: Vec<usize>) {
        jumps.into_iter().for_each(|jump| self.land(jump));
    }

    /// A protected stretch that begins here.
    pub fn region(&self) -> Region {
        Region { done: Vec::new(), open: self.pc(), level: self.level }
    }

    /// End a stretch: what it raised goes to `target`, with the exception in `exc`.
    pub fn protect(&mut self, region: Region, end: u32, target: u32, exc: Reg) {
        let stretches = region.done.into_iter().chain([(region.open, end)]);
        for (start, end) in stretches.filter(|(start, end)| start < end) {
            self.handlers.push(Handler { start, end, target, exc, level: region.level });
        }
    }

    /// Run the cleanup of all blocks that a jump leaves, then jump. `value`: what `return` returns.
    pub fn leave(&mut self, way: Way, value: Option<Reg>) -> Res<()> {
        let loop_at = self.blocks.iter().rposition(|block| matches!(block, Block::Loop { .. }));
        let keep = match way {
            Way::Return => 0,
            Way::Break | Way::Continue => loop_at.map_or(0, |at| at + 1),
        };
        let level = self.level;
        let mut left: Vec<Block<'a>> = Vec::new();
        while self.blocks.len() > keep {
            let Some(mut block) = self.blocks.pop() else { break };
            let here = self.pc();
            if let Some(region) = block.region() {
                region.done.push((region.open, here));
                region.open = here;
            }
            self.cleanup(&block)?;
            left.push(block);
        }
        self.jump_out(way, value);
        self.level = level;
        let here = self.pc();
        while let Some(mut block) = left.pop() {
            if let Some(region) = block.region() {
                region.open = here;
            }
            self.blocks.push(block);
        }
        Ok(())
    }

    fn jump_out(&mut self, way: Way, value: Option<Reg>) {
        match way {
            Way::Return => {
                let op = value.map_or(Op::ReturnNone, |src| Op::Return { src });
                self.push(op);
            }
            Way::Continue => {
                if let Some(Block::Loop { start, .. }) = self.blocks.last() {
                    let target = *start;
                    self.push(Op::Loop { target });
                }
            }
            Way::Break => {
                let jump = self.jump();
                if let Some(Block::Loop { breaks, .. }) = self.blocks.last_mut() {
                    breaks.push(jump);
                }
            }
        }
    }

    fn cleanup(&mut self, block: &Block<'a>) -> Res<()> {
        match block {
            Block::Loop { row: Some(row), .. } => {
                let row = *row;
                self.push(Op::Clear { reg: row });
            }
            Block::Loop { .. } | Block::Try { .. } => {}
            Block::Finally { body, .. } => {
                let mark = self.mark();
                self.block(body)?;
                self.release(mark);
            }
            Block::With { mgr, .. } => {
                let mgr = *mgr;
                self.push(Op::Exit { mgr });
            }
            Block::Handler { name, .. } => {
                self.push(Op::Handled);
                self.level = self.level.saturating_sub(1);
                if let Some(name) = *name {
                    self.forget(name)?;
                }
            }
        }
        Ok(())
    }
}
