//! After an exit: the frames that the interpreter would have, with what is in their registers.

use std::rc::Rc;

use super::ty::{Src, Ty, decode};
use super::unit::ExitPlan;
use super::{Entry, Scratch};
use crate::data::Res;
use crate::interp::eval::{FrameKind, Loaded, Vm};
use crate::value::{Function, Namespace, Value};

/// An exit that was taken: its plan, and what goes into its slots.
struct Landing<'e> {
    plan: &'e ExitPlan,
    values: Vec<(u32, Value)>,
    /// The function that is called there.
    callee: Option<Rc<Function>>,
}

impl Vm {
    /// What the exits of the last run left, innermost call first.
    fn landings<'e>(
        &mut self,
        scratch: &Scratch,
        entry: &'e Entry,
        globals: &Rc<Namespace>,
        base: usize,
    ) -> Option<Vec<Landing<'e>>> {
        let mut words = scratch.room.left().iter().copied();
        let mut found = Vec::new();
        while let Some(number) = words.next() {
            let plan = entry.unit.made.exits.get(number as usize)?;
            let mut values = Vec::with_capacity(plan.slots.len());
            for (slot, ty) in &plan.slots {
                let value = match decode(ty, &mut words, &scratch.arrays) {
                    Some(value) => value,
                    None => self.source(scratch, ty, entry, globals, base)?,
                };
                values.push((*slot, value));
            }
            let callee = match &plan.call {
                Some((ty, ..)) => match self.source(scratch, ty, entry, globals, base)? {
                    Value::Function(func) => Some(func),
                    _ => return None,
                },
                None => None,
            };
            found.push(Landing { plan, values, callee });
        }
        Some(found)
    }

    /// A value that compiled code only handed on.
    fn source(
        &mut self,
        scratch: &Scratch,
        ty: &Ty,
        entry: &Entry,
        globals: &Rc<Namespace>,
        base: usize,
    ) -> Option<Value> {
        let (Ty::Func(.., src) | Ty::Builtin(_, src) | Ty::Module(_, src) | Ty::Opaque(src)) = ty else { return None };
        match *src {
            Src::Entry(slot) => {
                let registers = entry.unit.made.funcs.first().map_or(0, |func| func.code.registers as u32);
                match slot.checked_sub(registers) {
                    Some(at) if entry.unit.made.own.is_empty() => super::enter::captured(scratch, at as usize),
                    None => self.stack.get(base + slot as usize).cloned(),
                    Some(at) => {
                        let place = entry.unit.made.own.get(at as usize)?.1;
                        globals.slots.borrow().get(place as usize).cloned().flatten()
                    }
                }
            }
            Src::Global(name) => match globals.get(name) {
                Some(value) => Some(value),
                None => self.builtin(name).ok().flatten(),
            },
            Src::Attr(module, name) => {
                let module = globals.get(module)?;
                crate::value::Host::getattr(self, &module, name).ok()
            }
        }
    }

    /// Frames for a call that left by an exit.
    pub(super) fn land_call(
        &mut self,
        scratch: &mut Scratch,
        entry: &Entry,
        func: &Rc<Function>,
        callee: &Rc<Loaded>,
        (args, count, dst): (usize, usize, usize),
    ) -> Res<Option<Rc<Loaded>>> {
        let caller = self.fp;
        let Some(landings) = self.landings(scratch, entry, &callee.globals, args) else { return Err(lost()) };
        self.push_landed(func.clone(), callee, args, count, dst);
        let Some((code, pc)) = self.land(landings, callee.clone(), &entry.unit.made.own)? else { return Err(lost()) };
        self.landed = Some((caller, pc));
        Ok(Some(code))
    }

    /// Registers, and frames of calls, for a loop that left by an exit.
    pub(super) fn land_loop(
        &mut self,
        scratch: &mut Scratch,
        entry: &Entry,
        code: &Rc<Loaded>,
        base: usize,
    ) -> Option<(Option<Rc<Loaded>>, usize)> {
        let before = self.fp;
        let landings = self.landings(scratch, entry, &code.globals, base)?;
        let (inner, pc) = self.land(landings, code.clone(), &entry.unit.made.own).ok().flatten()?;
        Some(((self.fp != before).then_some(inner), pc))
    }

    /// Fill the current frame, of `code`, and push those of the calls in it; the innermost code and where it goes on.
    fn land(
        &mut self,
        landings: Vec<Landing<'_>>,
        mut code: Rc<Loaded>,
        own: &[(crate::data::Sym, u32)],
    ) -> Res<Option<(Rc<Loaded>, usize)>> {
        let mut pc = None;
        for landing in landings.into_iter().rev() {
            let base = self.frame().base;
            let mut dropped = Vec::new();
            for (slot, value) in landing.values {
                let slot = slot as usize;
                match slot.checked_sub(code.registers) {
                    None => dropped.push(std::mem::replace(&mut self.stack[base + slot], value)),
                    Some(at) => {
                        let Some((_, place)) = own.get(at) else { continue };
                        let value = if let Value::Unbound = value { None } else { Some(value) };
                        if let Some(place) = code.globals.slots.borrow_mut().get_mut(*place as usize) {
                            dropped.extend(std::mem::replace(place, value));
                        }
                    }
                }
            }
            drop(dropped);
            pc = Some(landing.plan.pc as usize);
            if let (Some(func), Some((_, first, dst))) = (landing.callee, &landing.plan.call) {
                let callee = self.load(&func)?;
                let fp = self.fp;
                let waiting = &mut self.frames[fp];
                waiting.pc = landing.plan.pc as usize;
                waiting.code = Some(code);
                let params = callee.params;
                self.push_landed(func, &callee, base + *first as usize, params, base + *dst as usize);
                code = callee;
            }
        }
        Ok(pc.map(|pc| (code, pc)))
    }

    /// A frame of a call that compiled code had begun.
    fn push_landed(&mut self, func: Rc<Function>, callee: &Rc<Loaded>, base: usize, count: usize, dst: usize) {
        self.depth += 1;
        let top = base + callee.registers;
        if top > self.stack.len() {
            self.grow(top);
        }
        for place in &mut self.stack[base + count..base + callee.variables.max(count)] {
            *place = Value::Unbound;
        }
        self.next_frame();
        let (cells, handling) = (self.cells.len(), self.handling.len());
        let frame = &mut self.frames[self.fp];
        frame.func = Some(func);
        frame.base = base;
        frame.top = top;
        frame.cells = cells;
        frame.handling = handling;
        frame.dst = dst;
        frame.kind = FrameKind::Call;
    }
}

/// What cannot be: an exit that tells nothing.
fn lost() -> Box<crate::data::Raised> {
    crate::data::Raised::new(crate::data::ExcClass::SystemError, "compiled code left without a trace")
}
