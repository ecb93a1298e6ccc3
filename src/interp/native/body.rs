//! From the instructions of one function to a function of `ops::flow`. Blocks are versions of places: each is made for the
//! types that arrive there, so that what is known of a variable is always one type. What compiled code does not do is an
//! exit, and so is what can go wrong.

use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::live::Live;
use super::ty::Ty;
use super::unit::{ExitPlan, Key, Maker};
use crate::interp::code::{Code, Op, Reg};
use crate::jit::native::MOST_WORDS;
use crate::ops::flow::{BlockId, Cmp, End, Exit, ExitId, Function, Inst, Kind, Record, Val};

/// A value that is at hand.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its type.
    pub ty: Ty,
    /// Its words.
    pub vals: Vec<Val>,
}

impl Held {
    /// A value of one word.
    pub fn one(ty: Ty, val: Val) -> Held {
        Held { ty, vals: vec![val] }
    }

    /// A value without words.
    pub fn bare(ty: Ty) -> Held {
        Held { ty, vals: Vec::new() }
    }

    /// The first word.
    pub fn val(&self) -> Val {
        self.vals.first().copied().unwrap_or(Val(0))
    }
}

/// The values of all slots: registers, then the variables of the module that a loop keeps.
pub type State = Vec<Option<Held>>;

/// Why an instruction is not done: the user's words.
pub struct Stop(pub String);

impl From<&str> for Stop {
    fn from(text: &str) -> Stop {
        Stop(text.to_owned())
    }
}

impl From<String> for Stop {
    fn from(text: String) -> Stop {
        Stop(text)
    }
}

/// Where to go on after an instruction.
pub enum Next {
    /// At an instruction.
    At(usize),
    /// Nowhere: the block has its end.
    Over,
}

/// What a step gives.
pub type Step<T = Next> = Result<T, Stop>;

/// The types of a block's slots, at a place.
type Version = (usize, Vec<(u32, Ty)>);

/// Versions of one place; past it that place is an exit.
const MOST_VERSIONS: usize = 8;

/// The most values of a function.
const MOST_VALUES: usize = 20_000;

/// A function under construction.
pub struct Body<'b, 'm> {
    pub maker: &'b mut Maker<'m>,
    /// Its number in the unit.
    pub at: usize,
    pub code: Arc<Code>,
    pub live: Rc<Live>,
    pub flow: Function,
    pub state: State,
    /// The instruction that is translated.
    pub pc: usize,
    /// First and last instruction of the loop that is entered.
    pub range: Option<(usize, usize)>,
    /// Whether slots past the registers are variables of the module.
    pub own: bool,
    current: BlockId,
    versions: FxHashMap<Version, BlockId>,
    counts: FxHashMap<usize, usize>,
    waiting: Vec<(BlockId, usize, State)>,
    consts: FxHashMap<Val, i64>,
    /// An exit from which on nothing was written or called.
    exit: Option<ExitId>,
}

/// The function `at` of the unit; `key` if that is what is entered.
pub fn function(maker: &mut Maker<'_>, at: usize, key: Option<&Key>) -> Function {
    let Some(func) = maker.made.funcs.get(at) else { return Function::default() };
    let (id, code, params) = (func.id, func.code.clone(), func.params.clone());
    let live = maker.live(id, &code);
    let head = key.filter(|key| key.pc > 0).map(|key| key.pc as usize - 1);
    let range = head.map(|head| (head, last_of(&code.ops, head)));
    let own = range.is_some() && !maker.made.own.is_empty();
    // After the registers: variables of the module that a loop keeps, or those that the entered function has captured.
    let extra = match (own, key) {
        (true, _) => maker.made.own.len(),
        (false, Some(_)) => code.frees.len(),
        (false, None) => 0,
    };
    let mut state: State = vec![None; code.registers + extra];
    for place in state.iter_mut().take(code.variables) {
        *place = Some(Held::bare(Ty::Unbound));
    }
    let mut body = Body {
        maker,
        at,
        code,
        live,
        flow: Function::default(),
        state,
        pc: head.unwrap_or(0),
        range,
        own,
        current: BlockId(0),
        versions: FxHashMap::default(),
        counts: FxHashMap::default(),
        waiting: Vec::new(),
        consts: FxHashMap::default(),
        exit: None,
    };
    body.flow.name = body.code.qualname.to_string();
    body.current = body.flow.block();
    let slots: Vec<(u32, Ty)> = match key {
        Some(key) => key.slots.clone(),
        None => params.into_iter().enumerate().map(|(slot, ty)| (slot as u32, ty)).collect(),
    };
    if range.is_some() {
        body.state.fill(None);
    }
    for (slot, ty) in slots {
        let held = body.arrive(ty);
        if let Some(place) = body.state.get_mut(slot as usize) {
            *place = Some(held);
        }
    }
    body.flow.params = body.params_of(BlockId(0));
    let start = body.pc;
    body.go(start);
    body.drain();
    body.flow
}

/// The last instruction that goes back to the head of a loop.
pub fn last_of(ops: &[Op], head: usize) -> usize {
    let back = ops.iter().rposition(|op| matches!(op, Op::Loop { target } if *target as usize == head));
    back.unwrap_or(head)
}

impl Body<'_, '_> {
    /// A value that the current block is entered with.
    fn arrive(&mut self, ty: Ty) -> Held {
        let mut kinds = Vec::new();
        ty.kinds(&mut kinds);
        let vals: Vec<Val> = kinds.into_iter().map(|kind| self.flow.value(kind)).collect();
        let current = self.current.0 as usize;
        if let Some(block) = self.flow.blocks.get_mut(current) {
            block.params.extend(&vals);
        }
        Held { ty, vals }
    }

    fn params_of(&self, block: BlockId) -> Vec<Kind> {
        let params = self.flow.blocks.get(block.0 as usize).map(|block| block.params.clone()).unwrap_or_default();
        params.into_iter().map(|val| self.flow.kind(val)).collect()
    }

    /// Translate all blocks that wait.
    fn drain(&mut self) {
        while let Some((block, pc, state)) = self.waiting.pop() {
            if self.maker.failed.is_some() {
                return;
            }
            self.current = block;
            self.state = state;
            self.consts.clear();
            self.exit = self.head(pc);
            self.straight(pc);
        }
    }

    /// The exit at the beginning of the current block, if there is room for what it leaves.
    fn head(&mut self, pc: usize) -> Option<ExitId> {
        let words: usize = self.kept(pc).iter().map(|(_, held)| held.vals.len()).sum();
        if words > MOST_WORDS {
            return None;
        }
        let head = self.exit_at(pc, None, None);
        if let Some(block) = self.flow.blocks.get_mut(self.current.0 as usize) {
            block.head = Some(head);
        }
        Some(head)
    }

    /// Something was written or called: what comes before must not be done again.
    pub fn past(&mut self) {
        self.exit = None;
    }

    /// Instructions from `pc` on, to the end of the block.
    fn straight(&mut self, mut pc: usize) {
        loop {
            if self.flow.kinds.len() > MOST_VALUES {
                self.maker.failed = Some("it is too long".to_owned());
                return;
            }
            self.pc = pc;
            let Some(&op) = self.code.ops.get(pc) else {
                self.stop("the end of the code".into());
                return;
            };
            match self.step(op) {
                Ok(Next::Over) => return,
                Ok(Next::At(next)) => {
                    let target = self.live.targets.get(next).copied().unwrap_or(true);
                    if target || self.outside(next) {
                        self.go(next);
                        return;
                    }
                    pc = next;
                }
                Err(Stop(text)) => {
                    self.stop(text);
                    return;
                }
            }
        }
    }

    fn outside(&self, pc: usize) -> bool {
        self.range.is_some_and(|(first, last)| pc < first || pc > last)
    }

    /// End the block: the interpreter goes on with this instruction.
    fn stop(&mut self, text: String) {
        let span = self.code.span(self.pc);
        let reason = self.maker.reason(span, text);
        let exit = self.exit_at(self.pc, None, Some(reason));
        self.end(End::Exit(exit));
    }

    /// End the block, going on at `pc` with the state as it is.
    pub fn go(&mut self, pc: usize) {
        let end = self.way(pc);
        self.end(End::Jump(end.0, end.1));
    }

    /// The block of `pc` for the types of the state, and what it is entered with.
    pub fn way(&mut self, pc: usize) -> (BlockId, Vec<Val>) {
        if self.outside(pc) {
            return self.leaving(pc, None);
        }
        let kept = self.kept(pc);
        let types: Vec<(u32, Ty)> = kept.iter().map(|(slot, held)| (*slot, held.ty.clone())).collect();
        let args: Vec<Val> = kept.iter().flat_map(|(_, held)| held.vals.iter().copied()).collect();
        let version = (pc, types);
        if let Some(&known) = self.versions.get(&version) {
            return (known, args);
        }
        let count = self.counts.entry(pc).or_insert(0);
        if *count >= MOST_VERSIONS {
            let reason = self.maker.reason(self.code.span(pc), "variables have too many types here".to_owned());
            return self.leaving(pc, Some(reason));
        }
        *count += 1;
        let block = self.flow.block();
        let before = self.current;
        self.current = block;
        let mut state: State = vec![None; self.state.len()];
        for (slot, held) in kept {
            let arrived = self.arrive(held.ty);
            if let Some(place) = state.get_mut(slot as usize) {
                *place = Some(arrived);
            }
        }
        self.current = before;
        self.versions.insert(version, block);
        self.waiting.push((block, pc, state));
        (block, args)
    }

    /// A block that is an exit at `pc`, entered with all that it leaves.
    fn leaving(&mut self, pc: usize, reason: Option<usize>) -> (BlockId, Vec<Val>) {
        let block = self.flow.block();
        let exit = self.exit_at(pc, None, reason);
        let record = |exit: &Exit| exit.records.first().map(|record| record.words.clone());
        let words = self.flow.exits.get(exit.0 as usize).and_then(record).unwrap_or_default();
        let params: Vec<Val> = words.iter().map(|&word| self.flow.value(self.flow.kind(word))).collect();
        if let Some(record) = self.flow.exits.get_mut(exit.0 as usize).and_then(|exit| exit.records.first_mut()) {
            record.words = params.clone();
        }
        if let Some(made) = self.flow.blocks.get_mut(block.0 as usize) {
            made.params = params;
            made.end = Some(End::Exit(exit));
        }
        (block, words)
    }

    /// Slots whose values are read at `pc` or after it.
    fn kept(&self, pc: usize) -> Vec<(u32, Held)> {
        let registers = self.code.registers;
        let slots = self.state.iter().enumerate();
        let kept = slots.filter(|(slot, _)| *slot >= registers || self.live.has(pc, *slot));
        kept.filter_map(|(slot, held)| Some((slot as u32, held.clone()?))).collect()
    }

    /// An exit at `pc` that leaves the state, without the slot `without`.
    pub fn exit_at(&mut self, pc: usize, call: Option<(Ty, u32, u32)>, reason: Option<usize>) -> ExitId {
        let without = call.as_ref().map(|(_, _, dst)| *dst);
        let written = |slot: u32| Some(slot) != without && (self.own || (slot as usize) < self.code.registers);
        let kept: Vec<(u32, Held)> = self.kept(pc).into_iter().filter(|(slot, _)| written(*slot)).collect();
        let slots = kept.iter().map(|(slot, held)| (*slot, held.ty.clone())).collect();
        let words: Vec<Val> = kept.iter().flat_map(|(_, held)| held.vals.iter().copied()).collect();
        let plan = ExitPlan { func: self.at, pc: pc as u32, slots, words: words.len(), call, reason };
        let number = self.maker.exit(plan);
        self.flow.exits.push(Exit { records: vec![Record { number, words }] });
        ExitId(self.flow.exits.len() as u32 - 1)
    }

    /// An exit that is right here: before this instruction, or so far before it that nothing was written or called since.
    pub fn out(&mut self) -> ExitId {
        match self.exit {
            Some(exit) => exit,
            None => {
                let made = self.exit_at(self.pc, None, None);
                self.exit = Some(made);
                made
            }
        }
    }

    /// End the current block.
    pub fn end(&mut self, end: End) {
        let current = self.current.0 as usize;
        if let Some(block) = self.flow.blocks.get_mut(current) {
            block.end = Some(end);
        }
    }

    /// Go on in one of two blocks at `pc`s, with the state as it is.
    pub fn fork(&mut self, truth: Val, yes: usize, no: usize) -> Next {
        let yes = self.way(yes);
        let no = self.way(no);
        self.end(End::Branch(truth, yes, no));
        Next::Over
    }

    /// Begin a new block that nothing else enters, the current one still to be ended.
    pub fn aside(&mut self) -> BlockId {
        let made = self.flow.block();
        self.current = made;
        made
    }

    /// The block that is built.
    pub fn here(&self) -> BlockId {
        self.current
    }

    /// Go on building a block.
    pub fn back_to(&mut self, block: BlockId) {
        self.current = block;
    }

    /// Add an operation.
    pub fn add(&mut self, kind: Kind, inst: Inst) -> Val {
        let val = self.flow.value(kind);
        self.append(val, inst);
        val
    }

    /// Add an operation whose values were made.
    pub fn append(&mut self, val: Val, inst: Inst) {
        let current = self.current.0 as usize;
        if let Some(block) = self.flow.blocks.get_mut(current) {
            block.insts.push((val, inst));
        }
    }

    /// An integer constant.
    pub fn int(&mut self, value: i64) -> Val {
        let val = self.add(Kind::Int, Inst::Int(value));
        self.consts.insert(val, value);
        val
    }

    /// A float constant.
    pub fn float(&mut self, value: f64) -> Val {
        self.add(Kind::Float, Inst::Float(value.to_bits()))
    }

    /// The integer that a value is known to be.
    pub fn known(&self, val: Val) -> Option<i64> {
        self.consts.get(&val).copied()
    }

    /// Leave before this instruction unless a bool is `want`.
    pub fn guard(&mut self, truth: Val, want: bool) {
        let exit = self.out();
        self.add(Kind::Bool, Inst::Guard(truth, want, exit));
    }

    /// Compare integers.
    pub fn int_cmp(&mut self, op: Cmp, x: Val, y: Val) -> Val {
        self.add(Kind::Bool, Inst::IntCmp(op, x, y))
    }

    /// Compare floats.
    pub fn float_cmp(&mut self, op: Cmp, x: Val, y: Val) -> Val {
        self.add(Kind::Bool, Inst::FloatCmp(op, x, y))
    }

    /// What a register holds.
    pub fn reg(&self, reg: Reg) -> Step<Held> {
        match self.state.get(usize::from(reg)) {
            Some(Some(held)) if held.ty == Ty::Unbound => {
                let name = self.code.locals.get(usize::from(reg)).map_or("", |name| name.as_str());
                Err(format!("'{name}' may have no value here").into())
            }
            Some(Some(held)) => Ok(held.clone()),
            _ => Err("a value is not known here".into()),
        }
    }

    /// Put a value into a register.
    pub fn set(&mut self, reg: Reg, held: Held) {
        self.set_slot(usize::from(reg), held);
    }

    /// Put a value into a slot.
    pub fn set_slot(&mut self, slot: usize, held: Held) {
        if let Some(place) = self.state.get_mut(slot) {
            *place = Some(held);
        }
    }
}
