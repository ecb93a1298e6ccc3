//! Entering compiled code: calls of hot functions, and loops in the middle of their work.

use std::rc::Rc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::body::last_of;
use super::ty::{Arrays, Src, Ty, decode, encode};
use super::unit::{Dep, Key, Made};
use super::{Entry, MOST_ENTRIES, Scratch, Site, own_globals};
use crate::data::Res;
use crate::interp::eval::{Loaded, RECURSION_LIMIT, Vm};
use crate::jit::native::{Ended, Room};
use crate::ops::flow::{Kind, MOST_LEVELS};
use crate::value::{Function, Namespace, Value};

/// What a call gives: as [`Vm::call_at`].
type Entered = Res<Option<Rc<Loaded>>>;

/// A run of a loop shorter than this gains nothing.
const SHORT: Duration = Duration::from_micros(5);

/// After so many lost runs, if they are more than every other, a place is given up.
const MOST_LOST: u32 = 100;

/// Whether a place is compiled that was not before.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Worth {
    /// It is not.
    No,
    /// To be called row by row, in a loop that is compiled with it.
    Rows,
    /// To be called, or gone on with.
    Calls,
}

/// How a run ended.
pub(super) enum Ran {
    /// With a value.
    Value(Value),
    /// By an exit.
    Left,
}

impl Vm {
    /// Call a hot function as compiled code, if it is or can be: `dst = func(args)`. `None`: the interpreter does it.
    #[cold]
    #[inline(never)]
    pub(crate) fn native_call(
        &mut self,
        func: &Rc<Function>,
        callee: &Rc<Loaded>,
        args: usize,
        count: usize,
        dst: usize,
    ) -> Option<Entered> {
        if self.depth + MOST_LEVELS >= RECURSION_LIMIT || self.interrupt.load(Ordering::Relaxed) {
            return None;
        }
        let mut scratch = self.scratch.take().unwrap_or_default();
        scratch.func = Some(func.clone());
        let found = self.entry_for(&mut scratch, (callee, 0), args, count, Worth::Calls);
        let ended =
            found.and_then(|entry| self.run_entry(&mut scratch, &entry, self.depth + 1).map(|ran| (entry, ran)));
        let made = match ended {
            None => None,
            Some((_, Ran::Value(value))) => {
                self.drop_args(args, count);
                self.stack[dst] = value;
                Some(Ok(None))
            }
            Some((entry, Ran::Left)) => {
                self.count_lost(&entry, callee, 0, true);
                Some(self.land_call(&mut scratch, &entry, func, callee, (args, count, dst)))
            }
        };
        scratch.clear();
        self.scratch = Some(scratch);
        made
    }

    /// Empty the registers of arguments, as the end of a frame does.
    fn drop_args(&mut self, args: usize, count: usize) {
        for place in &mut self.stack[args..args + count] {
            if !matches!(place, Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None | Value::Unbound) {
                *place = Value::Unbound;
            }
        }
    }

    /// Go on with a hot loop, whose head is at `head`, as compiled code. Where the interpreter goes on afterwards: the code
    /// of the frame that is then current if it is another, and its instruction. Where it only `begins`, it is not compiled.
    #[cold]
    #[inline(never)]
    pub(crate) fn native_loop(
        &mut self,
        code: &Rc<Loaded>,
        head: usize,
        begins: bool,
    ) -> Option<(Option<Rc<Loaded>>, usize)> {
        if self.depth + MOST_LEVELS >= RECURSION_LIMIT {
            return None;
        }
        let base = self.frame().base;
        let pc = head as u32 + 1;
        let mut scratch = self.scratch.take().unwrap_or_default();
        scratch.func = self.frame().func.clone();
        let worth = !begins && (code.hot.entry(pc, 0).is_some() || !code.hot.leave_to_outer(&code.code, head));
        let worth = if worth { Worth::Calls } else { Worth::No };
        let found = self.entry_for(&mut scratch, (code, pc), base, code.registers, worth);
        let mut landed = None;
        if let Some(entry) = found {
            let start = Instant::now();
            if let Some(Ran::Left) = self.run_entry(&mut scratch, &entry, self.depth) {
                landed = self.land_loop(&mut scratch, &entry, code, base);
                if let Some((_, at)) = &landed {
                    let within = *at >= head && inside(code, head, *at);
                    self.count_lost(&entry, code, pc, within && start.elapsed() < SHORT);
                }
            }
        }
        scratch.clear();
        self.scratch = Some(scratch);
        landed
    }

    /// The unit of a place (a call at 0, else a loop) that fits what is there now, its words and inputs filled in;
    /// compiled if there is none and it is `worth` it.
    pub(super) fn entry_for(
        &mut self,
        scratch: &mut Scratch,
        (code, pc): (&Rc<Loaded>, u32),
        base: usize,
        count: usize,
        worth: Worth,
    ) -> Option<Rc<Entry>> {
        for at in 0..MOST_ENTRIES {
            let Some(entry) = code.hot.entry(pc, at) else { break };
            if self.fill(scratch, &entry, &code.globals, base) {
                return Some(entry);
            }
        }
        if worth == Worth::No {
            return None;
        }
        let entry = self.new_entry(scratch, (code, pc), base, count, worth == Worth::Calls)?;
        self.fill(scratch, &entry, &code.globals, base).then_some(entry)
    }

    /// Count a run, and give a place up that gains nothing.
    fn count_lost(&mut self, entry: &Entry, code: &Loaded, pc: u32, lost: bool) {
        if !lost {
            return;
        }
        let count = entry.lost.get() + 1;
        entry.lost.set(count);
        if count >= MOST_LOST && count > entry.runs.get() / 2 {
            code.hot.rest(pc, u32::MAX);
        }
    }

    /// The words that a unit is entered with and its inputs, if all is as it must be.
    pub(super) fn fill(&mut self, scratch: &mut Scratch, entry: &Entry, globals: &Rc<Namespace>, base: usize) -> bool {
        let made = &entry.unit.made;
        let Scratch { words, inputs, arrays, func, .. } = scratch;
        words.clear();
        inputs.clear();
        *arrays = Arrays::default();
        let registers = made.funcs.first().map_or(0, |func| func.code.registers as u32);
        for (slot, ty) in &entry.key.slots {
            let fits = match slot.checked_sub(registers) {
                Some(at) if made.own.is_empty() => {
                    let value = func.as_ref().and_then(|func| func.captures.get(at as usize)?.value.borrow().clone());
                    encode(&value.unwrap_or_default(), ty, globals, words, arrays)
                }
                None => encode(&self.stack[base + *slot as usize], ty, globals, words, arrays),
                Some(at) => {
                    let place = made.own.get(at as usize).map_or(0, |(_, slot)| *slot as usize);
                    match globals.slots.borrow().get(place) {
                        Some(Some(value)) => encode(value, ty, globals, words, arrays),
                        _ => *ty == Ty::Unbound,
                    }
                }
            };
            if !fits {
                return false;
            }
        }
        for (dep, (slot, absent)) in made.deps.iter().zip(&entry.deps) {
            let slots = globals.slots.borrow();
            let fits = match slots.get(*slot as usize) {
                Some(Some(value)) => !absent && encode(value, &dep.ty, globals, inputs, arrays),
                _ => *absent,
            };
            if !fits {
                return false;
            }
        }
        for member in &made.members {
            let Some(Value::Module(module)) = globals.get(member.module) else { return false };
            match module.namespace.get(member.name) {
                None => {}
                Some(Value::Builtin(builtin)) if builtin.name == member.what => {}
                Some(_) => return false,
            }
        }
        if !arrays.is_empty() {
            if !arrays.open(&made.written) {
                return false;
            }
            for (list, places) in [(words, &entry.arrays.0), (inputs, &entry.arrays.1)] {
                for &at in places {
                    if let Some(word) = list.get_mut(at) {
                        *word = arrays.word(*word);
                    }
                }
            }
        }
        true
    }

    /// Run a unit whose words are filled in.
    pub(super) fn run_entry(&mut self, scratch: &mut Scratch, entry: &Entry, depth: usize) -> Option<Ran> {
        entry.runs.set(entry.runs.get().wrapping_add(1));
        let Scratch { words, inputs, arrays, room, .. } = scratch;
        let native = entry.unit.native()?;
        let run = || native.run(room, words, inputs, depth, &self.interrupt);
        match on_stack(native.stack(), run)? {
            Ended::Left => Some(Ran::Left),
            Ended::Returned(number, int, float) => returned(entry, (number, int, float), room, arrays).map(Ran::Value),
        }
    }

    /// Compile a place for the types that are there now.
    pub(super) fn new_entry(
        &mut self,
        scratch: &Scratch,
        (code, pc): (&Rc<Loaded>, u32),
        base: usize,
        count: usize,
        at_once: bool,
    ) -> Option<Rc<Entry>> {
        let mut sites = code.hot.sites.borrow_mut();
        let at = match sites.iter().position(|site| site.pc == pc) {
            Some(at) => at,
            None => {
                sites.push(Site { pc, entries: Vec::new(), tries: 0 });
                sites.len() - 1
            }
        };
        let site = sites.get_mut(at)?;
        site.tries += 1;
        if site.tries > 2 * MOST_ENTRIES || site.entries.len() >= MOST_ENTRIES {
            code.hot.rest(pc, u32::MAX);
            return None;
        }
        drop(sites);
        let made = self.compile_entry(scratch, (code, pc), base, count, at_once);
        let mut sites = code.hot.sites.borrow_mut();
        match (made, sites.get_mut(at)) {
            (Some(entry), Some(site)) => {
                let entry = Rc::new(entry);
                site.entries.push(entry.clone());
                if let Some(head) = pc.checked_sub(1) {
                    code.hot.warm(&code.code, head as usize);
                }
                Some(entry)
            }
            _ => {
                code.hot.rest(pc, 2000);
                None
            }
        }
    }

    fn compile_entry(
        &mut self,
        scratch: &Scratch,
        (code, pc): (&Rc<Loaded>, u32),
        base: usize,
        count: usize,
        at_once: bool,
    ) -> Option<Entry> {
        let id = self.code_id(code)?;
        if pc == 0 && code.cells > 0 {
            return None;
        }
        let globals = code.globals.clone();
        let mut own = Vec::new();
        let mut slots: Vec<(u32, Ty)> = Vec::new();
        let live = (pc > 0).then(|| super::live::Live::of(&code.code));
        for slot in 0..count {
            if let Some(live) = &live
                && !live.has(pc as usize - 1, slot)
            {
                continue;
            }
            let value = self.stack.get(base + slot)?;
            slots.push((slot as u32, Ty::of(value, Src::Entry(slot as u32), &globals)));
        }
        if let Some(head) = (pc as usize).checked_sub(1)
            && &*code.code.name == "<module>"
        {
            own = own_globals(&code.code, (head, last_of(&code.ops, head)), &globals);
            for (at, (_, place)) in own.iter().enumerate() {
                let slot = (code.registers + at) as u32;
                let ty = match globals.slots.borrow().get(*place as usize) {
                    Some(Some(value)) => Ty::of(value, Src::Entry(slot), &globals),
                    _ => Ty::Unbound,
                };
                slots.push((slot, ty));
            }
        }
        for at in 0..code.code.frees.len() {
            let slot = (code.registers + at) as u32;
            let value = captured(scratch, at).unwrap_or_default();
            slots.push((slot, Ty::of(&value, Src::Entry(slot), &globals)));
        }
        let key = Key { id, pc, slots };
        let cache = self.shared.native.clone();
        let machine = std::cell::RefCell::new(self);
        let fits = |made: &Made| {
            let same = |dep: &Dep| {
                let value = globals.get(dep.name);
                let value = value.or_else(|| machine.borrow_mut().builtin(dep.name).ok().flatten());
                value.is_some_and(|value| Ty::of(&value, Src::Global(dep.name), &globals) == dep.ty)
            };
            made.deps.iter().all(same)
        };
        let unit = cache.unit(&key, fits, at_once, || machine.borrow_mut().make_unit(&key, &globals, own))?;
        let deps = unit.made.deps.iter().map(|dep| (globals.slot(dep.name), globals.get(dep.name).is_none()));
        let deps = deps.collect();
        let arrays = (places(key.slots.iter().map(|(_, ty)| ty)), places(unit.made.deps.iter().map(|dep| &dep.ty)));
        Some(Entry { deps, arrays, key, unit, runs: Default::default(), lost: Default::default() })
    }

    /// The number of loaded code.
    fn code_id(&self, code: &Rc<Loaded>) -> Option<crate::value::FnId> {
        let func = self.loaded.iter().position(|known| known.as_ref().is_some_and(|known| Rc::ptr_eq(known, code)))?;
        Some(crate::value::FnId(func as u32))
    }
}

/// The value that a run has returned: the number of its type, its first word as an integer and as a float.
pub(super) fn returned(
    entry: &Entry,
    (number, int, float): (u32, u64, f64),
    room: &Room,
    arrays: &Arrays,
) -> Option<Value> {
    let ty = entry.unit.made.funcs.first()?.rets.get(number as usize)?;
    let mut kinds = Vec::new();
    ty.kinds(&mut kinds);
    let first = if kinds.first() == Some(&Kind::Float) { float.to_bits() } else { int };
    let words = std::iter::once(first).chain(room.returned().iter().skip(1).copied());
    decode(ty, &mut words.take(kinds.len()), arrays)
}

/// A variable that the entered function has captured.
pub(super) fn captured(scratch: &Scratch, at: usize) -> Option<Value> {
    scratch.func.as_ref()?.captures.get(at)?.value.borrow().clone()
}

/// Run something that takes so many bytes of stack.
pub(super) fn on_stack<T>(bytes: usize, run: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(bytes, 2 * bytes, run)
}

/// Which words of values of these types are arrays.
fn places<'t>(types: impl Iterator<Item = &'t Ty>) -> Vec<usize> {
    let mut at = 0;
    let mut places = Vec::new();
    for ty in types {
        if let Ty::Array(..) = ty {
            places.push(at);
        }
        at += ty.count();
    }
    places
}

/// Whether an instruction is in a loop.
fn inside(code: &Loaded, head: usize, at: usize) -> bool {
    at <= last_of(&code.ops, head)
}
