//! What nobody reads is taken out.

use super::clean::remove_params;
use super::{End, ExitId, Function, Inst, Val};

/// Where a value is made.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    Inst(usize, usize),
    Param(usize, usize),
}

struct Sweep<'f> {
    function: &'f Function,
    made: Vec<Place>,
    /// Of each block, what is given for its parameters.
    given: Vec<Vec<&'f Vec<Val>>>,
    needed: Vec<bool>,
    waiting: Vec<Val>,
    exits: Vec<bool>,
}

impl Sweep<'_> {
    fn need(&mut self, val: Val) {
        let place = &mut self.needed[val.0 as usize];
        if !*place {
            *place = true;
            self.waiting.push(val);
        }
    }

    fn leaves(&mut self, exit: ExitId) {
        let at = exit.0 as usize;
        if std::mem::replace(&mut self.exits[at], true) {
            return;
        }
        let function = self.function;
        for &word in function.exits[at].records.iter().flat_map(|record| &record.words) {
            self.need(word);
        }
    }

    fn reads(&mut self, inst: &Inst) {
        let mut read = Vec::new();
        inst.each(&mut |val| read.push(val));
        read.into_iter().for_each(|val| self.need(val));
        if let Some(exit) = inst.exit() {
            self.leaves(exit);
        }
    }

    fn follow(&mut self) {
        let function = self.function;
        while let Some(val) = self.waiting.pop() {
            match self.made[val.0 as usize] {
                Place::Nowhere => {}
                Place::Inst(block, at) => self.reads(&function.blocks[block].insts[at].1),
                Place::Param(block, at) => {
                    for args in self.given[block].clone() {
                        self.need(args[at]);
                    }
                }
            }
        }
    }
}

/// Whether an operation stays although nobody reads what it gives.
fn stays(inst: &Inst) -> bool {
    matches!(inst, Inst::Guard(..) | Inst::Store(..) | Inst::Call(..) | Inst::Room(..))
}

/// Take out operations and parameters that nobody reads.
pub fn sweep(function: &mut Function) {
    let mut made = vec![Place::Nowhere; function.kinds.len()];
    let mut given = vec![Vec::new(); function.blocks.len()];
    for (at, block) in function.blocks.iter().enumerate() {
        for (place, param) in block.params.iter().enumerate() {
            made[param.0 as usize] = Place::Param(at, place);
        }
        for (place, (val, _)) in block.insts.iter().enumerate() {
            made[val.0 as usize] = Place::Inst(at, place);
        }
        for (to, args) in block.end.iter().flat_map(|end| end.ways()) {
            given[to.0 as usize].push(args);
        }
    }
    let (needed, exits) = (vec![false; function.kinds.len()], vec![false; function.exits.len()]);
    let mut sweep = Sweep { function, made, given, needed, waiting: Vec::new(), exits };
    for block in &function.blocks {
        block.insts.iter().filter(|(_, inst)| stays(inst)).for_each(|(_, inst)| sweep.reads(inst));
        match &block.end {
            Some(End::Branch(truth, ..)) => sweep.need(*truth),
            Some(End::Return(_, words)) => words.iter().for_each(|&word| sweep.need(word)),
            Some(End::Exit(exit)) => sweep.leaves(*exit),
            _ => {}
        }
    }
    sweep.follow();
    let needed = sweep.needed;
    // What the function is entered with stays.
    let first: Vec<Val> = function.blocks.first().map(|block| block.params.clone()).unwrap_or_default();
    remove_params(function, |param| !needed[param.0 as usize] && !first.contains(&param));
    for block in &mut function.blocks {
        block.insts.retain(|(val, inst)| stays(inst) || needed[val.0 as usize]);
    }
}
