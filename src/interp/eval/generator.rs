//! Generators: frames that wait.

use std::cell::{Cell as StdCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::Vm;
use super::call::too_deep;
use super::frame::{FrameKind, Loaded};
use crate::data::raised::value_error;
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::interp::code::{Op, Reg};
use crate::value::{Cell, Function, Host, Native, TypeInfo, Value, exc, iter};

/// `generator`.
pub static GENERATOR: TypeInfo =
    TypeInfo { name: "generator", module: "builtins", declared: "builtins.generator", base: None };

/// The frame of a generator while it waits.
pub struct Saved {
    func: Rc<Function>,
    registers: Vec<Value>,
    cells: Vec<Rc<Cell>>,
    handling: Vec<Value>,
    /// Where it goes on; 0 before its first step.
    pc: usize,
    /// The register that receives what is sent.
    sent: Reg,
    /// Whether it waits inside a `try` or `with`: then it has to be closed.
    guarded: bool,
}

/// Generators that went while they waited inside a `try` or `with`: the machine closes them as soon as it can.
#[derive(Default)]
pub struct Dropped {
    /// Whether there are any.
    pub any: StdCell<bool>,
    list: RefCell<Vec<Generator>>,
}

enum State {
    Waiting(Box<Saved>),
    Running,
    Done,
}

/// A generator object.
pub struct Generator {
    state: RefCell<State>,
    name: Arc<str>,
    qualname: Arc<str>,
    /// What it returned, for the `StopIteration` that comes next.
    returned: RefCell<Value>,
    dropped: Rc<Dropped>,
}

impl Drop for Generator {
    fn drop(&mut self) {
        if !matches!(self.state.get_mut(), State::Waiting(saved) if saved.guarded) {
            return;
        }
        let again = Generator {
            state: RefCell::new(self.state.replace(State::Done)),
            name: self.name.clone(),
            qualname: self.qualname.clone(),
            returned: RefCell::new(Value::None),
            dropped: self.dropped.clone(),
        };
        self.dropped.any.set(true);
        self.dropped.list.borrow_mut().push(again);
    }
}

/// What a step of a generator came to.
pub enum Step {
    /// It gave a value.
    Yielded(Value),
    /// It ended.
    Returned(Value),
}

impl Vm {
    /// A generator that will run `func` with these parameters.
    pub(crate) fn make_generator(&mut self, func: Rc<Function>, callee: &Rc<Loaded>, bound: Vec<Value>) -> Value {
        let mut registers = bound;
        registers.resize(callee.registers.max(registers.len()), Value::Unbound);
        let cells = callee.code.cells.iter().map(|_| Rc::new(Cell { value: RefCell::new(None) })).collect();
        let name = func.name.borrow().clone();
        let qualname = func.qualname.clone();
        let saved = Saved { func, registers, cells, handling: Vec::new(), pc: 0, sent: 0, guarded: false };
        let state = RefCell::new(State::Waiting(Box::new(saved)));
        Value::native(Generator {
            state,
            name,
            qualname,
            returned: RefCell::new(Value::None),
            dropped: self.dropped.clone(),
        })
    }

    /// One step: send a value (or raise what is thrown) where the generator waits.
    pub(crate) fn resume(&mut self, generator: &Generator, sent: Result<Value, Box<Raised>>) -> Res<Step> {
        if self.depth >= super::RECURSION_LIMIT {
            return Err(too_deep());
        }
        let state = generator.state.replace(State::Running);
        let saved = match state {
            State::Waiting(saved) => saved,
            State::Running => return Err(value_error("generator already executing")),
            State::Done => {
                *generator.state.borrow_mut() = State::Done;
                return sent.map(|_| Step::Returned(Value::None));
            }
        };
        if saved.pc == 0 && !matches!(sent, Ok(Value::None)) {
            if let Err(raised) = sent {
                *generator.state.borrow_mut() = State::Done;
                return Err(raised);
            }
            *generator.state.borrow_mut() = State::Waiting(saved);
            let message = "can't send non-None value to a just-started generator";
            return Err(Raised::new(ExcClass::TypeError, message));
        }
        let result = self.resume_saved(saved, sent);
        // A frame that ended leaves what it was kept in.
        let above = self.fp + 1;
        if let Some(frame) = self.frames.get_mut(above) {
            frame.saved = None;
        }
        let next = match (&result, self.suspended.take()) {
            (Ok(_), Some(saved)) => State::Waiting(saved),
            _ => State::Done,
        };
        let waits = matches!(next, State::Waiting(_));
        *generator.state.borrow_mut() = next;
        match result {
            Ok(value) if waits => Ok(Step::Yielded(value)),
            Ok(value) => Ok(Step::Returned(value)),
            Err(raised) if raised.class == ExcClass::StopIteration => Err(stop_inside(raised)),
            Err(raised) => Err(raised),
        }
    }

    #[allow(clippy::boxed_local)]
    fn resume_saved(&mut self, mut saved: Box<Saved>, sent: Result<Value, Box<Raised>>) -> Res<Value> {
        let base = self.frame().top;
        let top = base + saved.registers.len();
        if top > self.stack.len() {
            self.grow(top);
        }
        // What stood in the stack waits in their place, for the way back.
        self.stack[base..top].swap_with_slice(&mut saved.registers);
        let pc = saved.pc;
        match sent {
            Ok(value) if pc > 0 => self.stack[base + usize::from(saved.sent)] = value,
            Ok(_) => {}
            Err(raised) => self.thrown = Some(raised),
        }
        let (cells, handling) = (self.cells.len(), self.handling.len());
        self.depth += 1;
        if !saved.cells.is_empty() {
            self.cells.append(&mut saved.cells);
        }
        if !saved.handling.is_empty() {
            self.handling.append(&mut saved.handling);
        }
        let fp = self.fp;
        self.frames[fp].pc = self.at;
        self.next_frame();
        let frame = &mut self.frames[fp + 1];
        frame.func = Some(saved.func.clone());
        frame.base = base;
        frame.top = top;
        frame.cells = cells;
        frame.handling = handling;
        frame.kind = FrameKind::Generator;
        frame.saved = Some(saved);
        self.run_counted(pc)
    }

    /// Leave the current frame, a generator's, until it goes on at `pc` with what is sent in `sent`.
    pub(crate) fn suspend(&mut self, code: &Rc<Loaded>, pc: usize, sent: Reg, value: Value) -> Value {
        let frame = self.frame();
        let (base, first_cell, first_handling) = (frame.base, frame.cells, frame.handling);
        let at = self.at as u32;
        let handlers = &code.code.handlers;
        let guarded = !handlers.is_empty() && handlers.iter().any(|handler| (handler.start..handler.end).contains(&at));
        let fp = self.fp;
        let frame = &mut self.frames[fp];
        if let (Some(mut saved), Some(_)) = (frame.saved.take(), frame.func.take()) {
            if let Some(places) = self.stack.get_mut(base..base + saved.registers.len()) {
                places.swap_with_slice(&mut saved.registers);
            }
            if self.cells.len() > first_cell {
                saved.cells.extend(self.cells.drain(first_cell..));
            }
            if self.handling.len() > first_handling {
                saved.handling.extend(self.handling.drain(first_handling..));
            }
            saved.pc = pc;
            saved.sent = sent;
            saved.guarded = guarded;
            self.suspended = Some(saved);
        }
        self.depth -= 1;
        self.fp -= 1;
        value
    }

    /// The next value; `None` at the end.
    pub(crate) fn generator_next(&mut self, generator: &Generator) -> Res<Option<Value>> {
        match self.resume(generator, Ok(Value::None))? {
            Step::Yielded(value) => Ok(Some(value)),
            Step::Returned(value) => {
                *generator.returned.borrow_mut() = value;
                Ok(None)
            }
        }
    }

    /// One step of `yield from`: `Ok` gives on, `Err` is the value at the end.
    pub(crate) fn yield_from(&mut self, base: usize, it: Reg) -> Res<Result<Value, Value>> {
        let row = base + usize::from(it);
        let iterator = self.stack[row].clone();
        let sent = std::mem::replace(&mut self.stack[row + 1], Value::None);
        let step = if let Some(generator) = iterator.as_native::<Generator>() {
            self.resume(generator, Ok(sent))?
        } else if let Value::None = sent {
            match self.next_or_stop(&iterator)? {
                Ok(value) => Step::Yielded(value),
                Err(value) => Step::Returned(value),
            }
        } else {
            let method = self.getattr(&iterator, Sym::new("send"))?;
            match self.call_value(&method, vec![sent], Vec::new()) {
                Ok(value) => Step::Yielded(value),
                Err(raised) if raised.class == ExcClass::StopIteration => Step::Returned(self.stop_value(raised)),
                Err(raised) => return Err(raised),
            }
        };
        match step {
            Step::Yielded(value) => Ok(Ok(value)),
            Step::Returned(value) => {
                self.stack[row] = Value::Unbound;
                Ok(Err(value))
            }
        }
    }

    /// The next value of an iterator, or the value of its `StopIteration`.
    fn next_or_stop(&mut self, iterator: &Value) -> Res<Result<Value, Value>> {
        if let Value::Instance(object) = iterator
            && let Some(method) = object.class.lookup(self.names.next)
        {
            return match self.call_value(&method, vec![iterator.clone()], Vec::new()) {
                Ok(value) => Ok(Ok(value)),
                Err(raised) if raised.class == ExcClass::StopIteration => Ok(Err(self.stop_value(raised))),
                Err(raised) => Err(raised),
            };
        }
        Ok(iter::next(self, iterator)?.ok_or(Value::None))
    }

    /// `StopIteration.value`.
    fn stop_value(&mut self, mut raised: Box<Raised>) -> Value {
        let object = exc::object(&mut raised);
        let args = super::raise::exc_obj(&object).map(|object| object.args.borrow().clone());
        args.and_then(|args| args.into_iter().next()).unwrap_or(Value::None)
    }

    /// `generator.send(value)`.
    pub(crate) fn generator_send(&mut self, generator: &Generator, value: Value) -> Res<Value> {
        match self.resume(generator, Ok(value))? {
            Step::Yielded(value) => Ok(value),
            Step::Returned(value) => Err(exc::stop_iteration(value)),
        }
    }

    /// `generator.throw(exc)`: into the iterator of a `yield from`, if it waits in one.
    pub(crate) fn generator_throw(&mut self, generator: &Generator, raised: Box<Raised>) -> Res<Value> {
        if let Some(inner) = self.delegate(generator)
            && let Some(sub) = inner.as_native::<Generator>()
        {
            let step = if raised.class == ExcClass::GeneratorExit {
                self.generator_close(sub).and(Err(raised))
            } else {
                self.generator_throw(sub, raised)
            };
            return match step {
                Ok(value) => Ok(value),
                Err(raised) if raised.class == ExcClass::StopIteration => {
                    let value = self.stop_value(raised);
                    self.finish_delegate(generator, value)
                }
                Err(raised) => self.throw_here(generator, raised),
            };
        }
        self.throw_here(generator, raised)
    }

    fn throw_here(&mut self, generator: &Generator, raised: Box<Raised>) -> Res<Value> {
        match self.resume(generator, Err(raised))? {
            Step::Yielded(value) => Ok(value),
            Step::Returned(value) => Err(exc::stop_iteration(value)),
        }
    }

    /// The iterator of the `yield from` that a generator waits in.
    fn delegate(&mut self, generator: &Generator) -> Option<Value> {
        let state = generator.state.borrow();
        let State::Waiting(saved) = &*state else { return None };
        let code = self.shared.table.get(saved.func.code)?;
        match code.ops.get(saved.pc) {
            Some(Op::YieldFrom { it, .. }) if saved.pc > 0 => saved.registers.get(usize::from(*it)).cloned(),
            _ => None,
        }
    }

    /// The `yield from` ended with a value while an exception was thrown into it: go on after it.
    fn finish_delegate(&mut self, generator: &Generator, value: Value) -> Res<Value> {
        let code = match &*generator.state.borrow() {
            State::Waiting(saved) => self.shared.table.get(saved.func.code),
            _ => None,
        };
        if let (State::Waiting(saved), Some(code)) = (&mut *generator.state.borrow_mut(), code)
            && let Some(Op::YieldFrom { dst, it }) = code.ops.get(saved.pc)
        {
            saved.sent = *dst;
            saved.pc += 1;
            if let Some(place) = saved.registers.get_mut(usize::from(*it)) {
                *place = Value::Unbound;
            }
        }
        self.generator_send(generator, value)
    }

    /// Close the generators that nobody has any more: their `finally` runs.
    #[cold]
    pub(crate) fn close_dropped(&mut self) {
        self.dropped.any.set(false);
        let list = self.dropped.list.take();
        for generator in list {
            if let Err(raised) = self.generator_close(&generator) {
                let (class, message) = (raised.class.name(), &raised.message);
                let name = &generator.qualname;
                crate::diag::warn(&format!("Exception ignored in: <generator object {name}>\n{class}: {message}\n"));
            }
            // One that gave a value again is not asked a second time.
            *generator.state.borrow_mut() = State::Done;
        }
    }

    /// `generator.close()`.
    pub(crate) fn generator_close(&mut self, generator: &Generator) -> Res<()> {
        let fresh = matches!(&*generator.state.borrow(), State::Waiting(saved) if saved.pc == 0);
        if fresh || matches!(&*generator.state.borrow(), State::Done) {
            *generator.state.borrow_mut() = State::Done;
            return Ok(());
        }
        match self.generator_throw(generator, Raised::new(ExcClass::GeneratorExit, "")) {
            Ok(_) => Err(Raised::new(ExcClass::RuntimeError, "generator ignored GeneratorExit")),
            Err(raised) if matches!(raised.class, ExcClass::GeneratorExit | ExcClass::StopIteration) => Ok(()),
            Err(raised) => Err(raised),
        }
    }
}

/// A `StopIteration` that leaves a generator's body (PEP 479).
#[cold]
fn stop_inside(raised: Box<Raised>) -> Box<Raised> {
    let mut error = Raised::new(ExcClass::RuntimeError, "generator raised StopIteration");
    error.trace = raised.trace.clone();
    error.cause = Some(raised);
    error
}

/// The machine behind a host.
pub(crate) fn machine(host: &mut dyn Host) -> Res<&mut Vm> {
    let wrong = || Raised::new(ExcClass::SystemError, "a generator outside its interpreter");
    host.as_any().downcast_mut::<Vm>().ok_or_else(wrong)
}

impl Native for Generator {
    fn type_info(&self) -> &'static TypeInfo {
        &GENERATOR
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        let address = std::ptr::from_ref(self) as usize;
        Ok(format!("<generator object {} at {address:#x}>", self.qualname))
    }

    fn truth(&self, _host: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }

    fn getattr(&self, this: &Value, _host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(match name.as_str() {
            "__name__" => Some(Value::str(&*self.name)),
            "__qualname__" => Some(Value::str(&*self.qualname)),
            text => super::descr::generator_method(this, text),
        })
    }

    fn iter(&self, this: &Value, _host: &mut dyn Host) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn returned(&self) -> Value {
        self.returned.replace(Value::None)
    }

    fn next(&self, host: &mut dyn Host) -> Res<Option<Option<Value>>> {
        machine(host)?.generator_next(self).map(Some)
    }
}
