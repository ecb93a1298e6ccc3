//! Small functions are put into their callers, also into themselves a few times: their exits then leave the frames of both.

use super::{Block, BlockId, End, Exit, ExitId, Function, Inst, Kind, MOST_LEVELS, Record, Unit, Val};

/// Operations of a function that is put into others, and of one that others were put into.
const MOST_SMALL: usize = 60;
const MOST_LARGE: usize = 600;

/// How often a function is put into itself.
const MOST_OWN: usize = 2;

/// Put small functions into their callers.
pub fn inline(unit: &mut Unit) {
    let originals: Vec<Option<Function>> =
        unit.functions.iter().map(|function| small(function).then(|| function.clone())).collect();
    if originals.iter().all(Option::is_none) {
        return;
    }
    for (at, function) in unit.functions.iter_mut().enumerate() {
        let mut filler = Filler { function, originals: &originals, own: at };
        filler.fill();
    }
    drop_unused(unit);
}

/// The type of result that a function always has, and the kinds of its words; `None` for several, or none.
fn result(function: &Function) -> Option<(u32, Vec<Kind>)> {
    let mut found: Option<(u32, Vec<Kind>)> = None;
    for block in &function.blocks {
        let Some(End::Return(number, words)) = &block.end else { continue };
        let kinds: Vec<Kind> = words.iter().map(|&word| function.kind(word)).collect();
        match &found {
            Some((known, same)) if known == number && *same == kinds => {}
            None => found = Some((*number, kinds)),
            Some(_) => return None,
        }
    }
    found
}

fn size(function: &Function) -> usize {
    let insts = function.blocks.iter().flat_map(|block| &block.insts);
    insts.filter(|(_, inst)| !matches!(inst, Inst::Int(_) | Inst::Float(_) | Inst::Bool(_))).count()
}

fn small(function: &Function) -> bool {
    size(function) <= MOST_SMALL && result(function).is_some()
}

/// Functions that the first one does not reach any more lose their blocks.
fn drop_unused(unit: &mut Unit) {
    let mut reached = vec![false; unit.functions.len()];
    let mut waiting = vec![0];
    while let Some(at) = waiting.pop() {
        if std::mem::replace(&mut reached[at], true) {
            continue;
        }
        for (_, inst) in unit.functions[at].blocks.iter().flat_map(|block| &block.insts) {
            if let Inst::Call(callee, ..) = inst {
                waiting.push(*callee);
            }
        }
    }
    for (function, reached) in unit.functions.iter_mut().zip(reached) {
        if !reached {
            function.blocks.clear();
        }
    }
}

/// A call that stands in a block.
struct Site {
    block: usize,
    inst: usize,
    /// The functions that it stands in, which were put into this one.
    chain: Vec<usize>,
}

struct Filler<'f> {
    function: &'f mut Function,
    originals: &'f [Option<Function>],
    own: usize,
}

impl Filler<'_> {
    fn fill(&mut self) {
        let mut waiting: Vec<(usize, Vec<usize>)> =
            (0..self.function.blocks.len()).map(|at| (at, Vec::new())).collect();
        let mut total = size(self.function);
        // Nearest levels first.
        let mut at = 0;
        while let Some((block, chain)) = waiting.get(at).cloned() {
            at += 1;
            let Some(inst) = self.worth(block, &chain, total) else { continue };
            let before = self.function.blocks.len();
            let site = Site { block, inst, chain: chain.clone() };
            let Some((callee, grown)) = self.put(site) else { continue };
            total += grown;
            let mut inner = chain.clone();
            inner.push(callee);
            // The callee's blocks come first, then what follows the call.
            let after = self.function.blocks.len() - 1;
            waiting.extend((before..after).map(|block| (block, inner.clone())));
            waiting.insert(at, (after, chain));
        }
    }

    /// The first call in a block that is worth it.
    fn worth(&self, block: usize, chain: &[usize], total: usize) -> Option<usize> {
        let insts = &self.function.blocks.get(block)?.insts;
        insts.iter().position(|(_, inst)| {
            let Inst::Call(callee, ..) = inst else { return false };
            let Some(Some(body)) = self.originals.get(*callee) else { return false };
            let often = chain.iter().filter(|known| *known == callee).count() + usize::from(*callee == self.own);
            chain.len() + 1 < MOST_LEVELS && often <= MOST_OWN && total + size(body) <= MOST_LARGE
        })
    }

    /// Put a function in the place of a call: its number, and the operations that are new.
    fn put(&mut self, site: Site) -> Option<(usize, usize)> {
        let block = self.function.blocks.get_mut(site.block)?;
        let mut rest = block.insts.split_off(site.inst);
        let (status, Inst::Call(callee, args, level, left)) = rest.remove(0) else { return None };
        debug_assert_eq!(level as usize, site.chain.len());
        let body = self.originals.get(callee)?.as_ref()?;
        let (number, kinds) = result(body)?;
        if let Some(room) = block.insts.iter().rposition(|(_, inst)| matches!(inst, Inst::Room(..))) {
            block.insts.remove(room);
        }
        let first = self.function.blocks.len() as u32;
        let block = self.function.blocks.get_mut(site.block)?;
        let end = block.end.replace(End::Jump(BlockId(first), args));
        let after = BlockId(first + body.blocks.len() as u32);
        self.copy(body, (level + 1, left, after));
        let mut following = Block { params: Vec::new(), insts: Vec::new(), end, head: None };
        following.insts.push((status, Inst::Int(i64::from(number))));
        self.results(&mut following, &mut rest, status, &kinds);
        following.insts.extend(rest);
        self.function.blocks.push(following);
        Some((callee, size(body)))
    }

    /// The blocks of a function, its values, blocks and exits numbered after those that are there; what it returns goes to
    /// the block `after`.
    fn copy(&mut self, body: &Function, (levels, left, after): (u32, ExitId, BlockId)) {
        let function = &mut *self.function;
        let (vals, blocks, exits) =
            (function.kinds.len() as u32, function.blocks.len() as u32, function.exits.len() as u32);
        function.kinds.extend(&body.kinds);
        let outer = function.exits.get(left.0 as usize).cloned().unwrap_or_default();
        for exit in &body.exits {
            let named = exit.records.iter().map(|record| Record {
                number: record.number,
                words: record.words.iter().map(|word| Val(word.0 + vals)).collect(),
            });
            let records = named.chain(outer.records.iter().cloned()).collect();
            function.exits.push(Exit { records });
        }
        for block in &body.blocks {
            let mut block = block.clone();
            let mut named = |val: &mut Val| val.0 += vals;
            block.params.iter_mut().for_each(&mut named);
            block.head = block.head.map(|head| ExitId(head.0 + exits));
            for (val, inst) in &mut block.insts {
                named(val);
                inst.each_mut(&mut named);
                if let Some(exit) = inst.exit_mut() {
                    exit.0 += exits;
                }
                if let Inst::Call(_, _, level, _) | Inst::Room(_, level, _) = inst {
                    *level += levels;
                }
            }
            block.end = block.end.map(|end| ended(end, (vals, blocks, exits), after));
            function.blocks.push(block);
        }
    }

    /// The words that a function returned, as parameters of what follows the call.
    fn results(&mut self, block: &mut Block, rest: &mut [(Val, Inst)], status: Val, kinds: &[Kind]) {
        let (int, float) = (Val(status.0 + 1), Val(status.0 + 2));
        let next = rest.iter().position(|(_, inst)| matches!(inst, Inst::Call(..))).unwrap_or(rest.len());
        for (at, &kind) in kinds.iter().enumerate() {
            let read = |(_, inst): &(Val, Inst)| matches!(inst, Inst::Returned(word, _) if *word as usize == at);
            let param = match (at, kind) {
                (0, Kind::Int) => int,
                (0, Kind::Float) => float,
                (0, Kind::Bool) => {
                    let truth = self.function.value(Kind::Bool);
                    block.insts.push((int, Inst::BoolToInt(truth)));
                    truth
                }
                _ => match rest.iter().take(next).position(read) {
                    Some(place) => {
                        let (val, _) = rest[place];
                        rest[place].1 = Inst::Bool(false);
                        rest[place].0 = self.function.value(Kind::Bool);
                        val
                    }
                    None => self.function.value(kind),
                },
            };
            block.params.push(param);
        }
        if !matches!(kinds.first(), Some(Kind::Int | Kind::Bool)) {
            block.insts.push((int, Inst::Int(0)));
        }
        if kinds.first() != Some(&Kind::Float) {
            block.insts.push((float, Inst::Float(0)));
        }
    }
}

/// The end of a copied block.
fn ended(end: End, (vals, blocks, exits): (u32, u32, u32), after: BlockId) -> End {
    let mut end = match end {
        End::Return(_, words) => End::Return(u32::MAX, words),
        End::Exit(exit) => return End::Exit(ExitId(exit.0 + exits)),
        other => other,
    };
    end.each_mut(&mut |val| val.0 += vals);
    for (to, _) in end.ways_mut() {
        to.0 += blocks;
    }
    match end {
        End::Return(_, words) => End::Jump(after, words),
        other => other,
    }
}
