//! For tests: guards that leave although they need not, so that the interpreter goes on at every place.

use super::unit::Made;
use crate::ops::flow::{Function, Inst, Kind};

/// One guard in so many leaves: of seeds below 100 one in seven, of others one in thirty.
pub fn trip(made: &mut Made, seed: u32) {
    if seed == 0 {
        return;
    }
    let every = if seed < 100 { 7 } else { 30 };
    let mut count = seed % every;
    // What a call leaves that has left itself is no exit of its own.
    let own: Vec<bool> = made.exits.iter().map(|plan| plan.call.is_none()).collect();
    for function in &mut made.flow.functions {
        let mut blocks = std::mem::take(&mut function.blocks);
        for block in &mut blocks {
            let mut insts = Vec::with_capacity(block.insts.len());
            for (val, inst) in block.insts.drain(..) {
                if let Inst::Guard(_, _, exit) | Inst::Checked(_, _, _, exit) = &inst
                    && let Some(plan) = function.exits.get(exit.0 as usize)
                    && plan.records.first().and_then(|record| own.get(record.number as usize)) == Some(&true)
                {
                    count = (count + 1) % every;
                    if count == 0 {
                        let exit = *exit;
                        let never = constant(function, &mut insts);
                        insts.push((function.value(Kind::Bool), Inst::Guard(never, true, exit)));
                    }
                }
                insts.push((val, inst));
            }
            block.insts = insts;
        }
        function.blocks = blocks;
    }
}

fn constant(function: &mut Function, made: &mut Vec<(crate::ops::flow::Val, Inst)>) -> crate::ops::flow::Val {
    let never = function.value(Kind::Bool);
    made.push((never, Inst::Bool(false)));
    never
}
