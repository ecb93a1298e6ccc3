//! Raising, catching, unwinding.

use std::rc::Rc;

use super::Vm;
use super::frame::{FrameKind, Loaded};
use crate::data::raised::{TraceEntry, type_error};
use crate::data::{ExcClass, Raised, Res};
use crate::interp::code::Reg;
use crate::value::{ExcObj, Value, exc};

/// The built-in part of an exception object.
pub(crate) fn exc_obj(value: &Value) -> Option<&Rc<ExcObj>> {
    match value {
        Value::Exception(object) => Some(object),
        Value::Instance(object) => exc_obj(&object.payload),
        _ => None,
    }
}

impl Vm {
    /// Find the handler of what was raised at `at`: where to go on. Frames without one end.
    #[cold]
    #[inline(never)]
    pub(crate) fn unwind(
        &mut self,
        mut raised: Box<Raised>,
        mut code: Rc<Loaded>,
        mut at: usize,
    ) -> Res<(Rc<Loaded>, usize)> {
        let context = self.handling.last().cloned();
        if raised.trace.is_empty() {
            self.add_context(&mut raised);
        }
        loop {
            if raised.trace.len() < 2 * super::RECURSION_LIMIT {
                let function = code.code.name.clone();
                raised.trace.push(TraceEntry { span: code.code.span(at), function });
            }
            let pc = at as u32;
            let found = code.code.handlers.iter().find(|handler| handler.start <= pc && pc < handler.end).copied();
            if let Some(handler) = found {
                let (base, handling) = (self.frame().base, self.frame().handling);
                self.handling.truncate(handling + usize::from(handler.level));
                let value = self.hold(raised, context);
                self.stack[base + usize::from(handler.exc)] = value;
                return Ok((code, handler.target as usize));
            }
            let ends = matches!(self.frame().kind, FrameKind::Entry | FrameKind::Generator);
            let fp = self.fp;
            let held = std::mem::take(&mut self.frames[fp].held);
            self.pop_frame(&code);
            drop(held);
            if ends {
                return Err(raised);
            }
            let fp = self.fp;
            let frame = &mut self.frames[fp];
            at = frame.pc.saturating_sub(1);
            match frame.code.take() {
                Some(waiting) => code = waiting,
                None => return Err(raised),
            }
        }
    }

    /// What was being handled when something else was raised.
    fn add_context(&mut self, raised: &mut Raised) {
        if raised.cause.is_some() {
            return;
        }
        let Some(value) = self.handling.last() else { return };
        let Some(object) = exc_obj(value) else { return };
        if let Ok(stored) = object.raised.try_borrow()
            && let Some(stored) = &*stored
        {
            let mut context = stored.clone();
            context.cause = None;
            raised.cause = Some(context);
        }
    }

    /// The exception object of what was raised; it keeps the trace.
    pub(crate) fn hold(&mut self, mut raised: Box<Raised>, context: Option<Value>) -> Value {
        let value = exc::object(&mut raised);
        if let (Some(own), Some(context)) = (exc_obj(&value), context) {
            let other = exc_obj(&context).is_some_and(|other| !Rc::ptr_eq(own, other));
            let mut attrs = own.attrs.borrow_mut();
            if other && attrs.get(self.names.context).is_none() {
                attrs.set(self.names.context, context);
            }
        }
        value
    }

    /// What raising an exception object again raises, with the trace it has.
    pub(crate) fn release(&mut self, value: &Value) -> Box<Raised> {
        exc::raise(self, value)
    }

    /// `raise value`, `raise value from cause`.
    #[cold]
    pub(crate) fn raise_value(&mut self, value: Value, cause: Option<Value>) -> Box<Raised> {
        let mut raised = match exc_obj(&value) {
            Some(_) => self.release(&value),
            None => exc::raise(self, &value),
        };
        match cause {
            Some(Value::None) => {
                raised.cause = None;
                self.set_cause(&mut raised, Value::None);
            }
            Some(cause) => {
                let why = self.release(&cause);
                if exc_obj(&cause).is_none() && !matches!(cause, Value::ExcType(_) | Value::Class(_)) {
                    return type_error("exception causes must derive from BaseException");
                }
                let mut why = why;
                let object = exc::object(&mut why);
                raised.cause = Some(why);
                self.set_cause(&mut raised, object);
            }
            None => {}
        }
        raised
    }

    /// `__cause__` of an exception object.
    fn set_cause(&mut self, raised: &mut Raised, cause: Value) {
        let object = exc::object(raised);
        if let Some(object) = exc_obj(&object) {
            let mut attrs = object.attrs.borrow_mut();
            attrs.set(self.names.cause, cause);
            attrs.set(self.names.suppress, Value::Bool(true));
        }
    }

    /// `raise` by itself.
    #[cold]
    pub(crate) fn raise_again(&mut self) -> Box<Raised> {
        match self.handling.last().cloned() {
            Some(value) => self.release(&value),
            None => Raised::new(ExcClass::RuntimeError, "No active exception to reraise"),
        }
    }

    /// Raise what a handler did not handle.
    #[cold]
    pub(crate) fn reraise(&mut self, base: usize, reg: Reg) -> Box<Raised> {
        let value = std::mem::take(&mut self.stack[base + usize::from(reg)]);
        let mut raised = self.release(&value);
        // The place is in the trace already.
        raised.trace.pop();
        raised
    }

    /// Whether `except class` catches the exception in `exc`.
    #[cold]
    pub(crate) fn match_exc(&mut self, code: &Rc<Loaded>, exc: Reg, class: Reg) -> Res<bool> {
        let value = self.value(code, exc)?;
        let class = self.value(code, class)?;
        matches_class(&value, &class)
    }

    #[cold]
    pub(crate) fn assert_failed(&mut self, base: usize, msg: Reg) -> Box<Raised> {
        let args = match std::mem::take(&mut self.stack[base + usize::from(msg)]) {
            Value::Unbound => Vec::new(),
            value => vec![value],
        };
        let value = exc::new(ExcClass::AssertionError, args);
        exc::raise(self, &value)
    }

    /// The user asked to stop.
    #[cold]
    pub(crate) fn interrupted(&mut self) -> Res<()> {
        if !self.worker {
            self.interrupt.store(false, std::sync::atomic::Ordering::Relaxed);
        }
        Err(Raised::new(ExcClass::KeyboardInterrupt, ""))
    }
}

/// Whether an exception object is of a class, or of one in a tuple.
pub(crate) fn matches_class(value: &Value, class: &Value) -> Res<bool> {
    let wrong = || type_error("catching classes that do not inherit from BaseException is not allowed");
    match class {
        Value::Tuple(classes) => {
            for class in &classes.items {
                if matches_class(value, class)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Value::ExcType(class) => Ok(exc_obj(value).is_some_and(|object| object.class.is_a(*class))),
        Value::Class(class) => {
            if class.exception_base().is_none() {
                return Err(wrong());
            }
            Ok(matches!(value, Value::Instance(object) if object.class.is_a(class)))
        }
        _ => Err(wrong()),
    }
}
