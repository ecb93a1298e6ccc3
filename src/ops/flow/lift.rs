//! Checks move ahead of what writes to memory or calls, as far as the beginning of their block, and share its exit: so that
//! there are few exits, and few values that have to be kept for them.

use super::{Block, Function, Inst, Val};

/// Move the checks of all blocks.
pub fn lift(function: &mut Function) {
    let mut made = vec![false; function.kinds.len()];
    for block in &mut function.blocks {
        ahead(block, &mut made);
    }
}

/// Whether an operation may be done earlier than it is, as soon as its operands are there.
fn moves(inst: &Inst) -> bool {
    inst.is_pure() || matches!(inst, Inst::Guard(..) | Inst::Checked(..) | Inst::Interrupted)
}

fn checks(inst: &Inst) -> bool {
    matches!(inst, Inst::Guard(..) | Inst::Checked(..))
}

/// Move the checks of a block; `late` has one bool for each value, all false.
fn ahead(block: &mut Block, late: &mut [bool]) {
    let Some(head) = block.head else { return };
    let effect = block.insts.iter().position(|(_, inst)| inst.has_effect()).unwrap_or(block.insts.len());
    let (before, after) = block.insts.split_at(effect);
    // What cannot be done ahead of the effect.
    let mut marked: Vec<Val> = Vec::new();
    let mut wanted = vec![false; after.len()];
    let mut early = vec![false; after.len()];
    for (at, (val, inst)) in after.iter().enumerate() {
        let mut waits = !moves(inst);
        inst.each(&mut |val| waits |= late[val.0 as usize]);
        early[at] = !waits;
        wanted[at] = !waits && checks(inst);
        if waits {
            let count = if let Inst::Call(..) = inst { 3 } else { 1 };
            for at in val.0..val.0 + count {
                late[at as usize] = true;
                marked.push(Val(at));
            }
        }
    }
    marked.iter().for_each(|val| late[val.0 as usize] = false);
    // What the checks need goes with them.
    let mut needed: Vec<Val> = Vec::new();
    for at in (0..after.len()).rev() {
        let (val, inst) = &after[at];
        if wanted[at] || (early[at] && needed.contains(val)) {
            wanted[at] = true;
            inst.each(&mut |val| needed.push(val));
        }
    }
    let mut insts = before.to_vec();
    insts.extend(after.iter().zip(&wanted).filter(|(_, wanted)| **wanted).map(|(inst, _)| inst.clone()));
    for (_, inst) in &mut insts {
        if let Some(exit) = inst.exit_mut() {
            *exit = head;
        }
    }
    insts.extend(after.iter().zip(&wanted).filter(|(_, wanted)| !**wanted).map(|(inst, _)| inst.clone()));
    block.insts = insts;
}
