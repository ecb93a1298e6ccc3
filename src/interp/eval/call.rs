//! Calls: frames pushed without Rust recursion, builtins called with their arguments as a slice.

use std::mem;
use std::rc::Rc;
use std::sync::atomic::Ordering;

use super::frame::{Frame, FrameKind, Loaded};
use super::{RECURSION_LIMIT, Vm, put};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::{Builtin, Function, Value};

/// The code of a frame that was pushed; `None` when the call is over already.
pub(crate) type Entered = Res<Option<Rc<Loaded>>>;

/// The message of an endless recursion.
#[cold]
pub(crate) fn too_deep() -> Box<Raised> {
    Raised::new(ExcClass::RecursionError, "maximum recursion depth exceeded")
}

impl Vm {
    /// `dst = f(args)`: `f` stands in `slot`. A frame that is pushed has to be run; anything else is over already.
    #[inline(always)]
    pub(crate) fn call_at(&mut self, slot: usize, args: usize, count: usize, dst: usize) -> Entered {
        if let Value::Function(_) = self.stack[slot]
            && let Value::Function(func) = mem::take(&mut self.stack[slot])
        {
            let callee = self.load(&func)?;
            if callee.plain && callee.params == count {
                if callee.hot.called()
                    && let Some(ended) = self.native_call(&func, &callee, args, count, dst)
                {
                    return ended;
                }
                return self.push_frame(func, callee, args, count, dst, FrameKind::Call);
            }
            return self.call_unusual(func, callee, args, count, dst, FrameKind::Call);
        }
        self.call_value_at(slot, args, count, dst)
    }

    #[inline(never)]
    fn call_value_at(&mut self, slot: usize, args: usize, count: usize, dst: usize) -> Entered {
        self.tidy();
        match mem::take(&mut self.stack[slot]) {
            Value::Builtin(builtin) => {
                let result = match self.call_quick(builtin.quick, args, count) {
                    Some(made) => made,
                    None => self.call_builtin_row(&builtin, args, count)?,
                };
                put::any(&mut self.stack[dst], result);
                Ok(None)
            }
            Value::Class(class) => self.call_class(class, args, count, dst),
            other => self.call_other(other, args, count, dst),
        }
    }

    /// Begin a function whose arguments are all in their registers.
    #[inline(always)]
    pub(crate) fn push_frame(
        &mut self,
        func: Rc<Function>,
        callee: Rc<Loaded>,
        base: usize,
        count: usize,
        dst: usize,
        kind: FrameKind,
    ) -> Entered {
        self.prepare(&callee, base, count)?;
        self.next_frame();
        let (cells, handling) = (self.cells.len(), self.handling.len());
        let frame = &mut self.frames[self.fp];
        frame.func = Some(func);
        frame.base = base;
        frame.top = base + callee.registers;
        frame.cells = cells;
        frame.handling = handling;
        frame.dst = dst;
        frame.kind = kind;
        if callee.cells > 0 {
            self.add_cells(callee.cells);
        }
        Ok(Some(callee))
    }

    /// Give the frame that was pushed, if one was, what it holds.
    #[inline]
    pub(crate) fn holding(&mut self, entered: Entered, held: (Value, Value)) -> Entered {
        if let Ok(Some(_)) = &entered {
            let fp = self.fp;
            self.frames[fp].held = held;
        }
        entered
    }

    /// Make the frame after the current one current.
    #[inline(always)]
    pub(crate) fn next_frame(&mut self) {
        self.fp += 1;
        if self.fp >= self.frames.len() {
            self.more_frames();
        }
    }

    #[cold]
    fn more_frames(&mut self) {
        let size = self.frames.len() * 2 + 16;
        self.frames.resize_with(size, Frame::idle);
    }

    /// Count a call, make room for its registers and unbind its variables.
    #[inline(always)]
    fn prepare(&mut self, callee: &Loaded, base: usize, count: usize) -> Res<()> {
        if self.depth >= RECURSION_LIMIT {
            return Err(too_deep());
        }
        if self.interrupt.load(Ordering::Relaxed) {
            self.interrupted()?;
        }
        self.depth += 1;
        let top = base + callee.registers;
        if top > self.stack.len() {
            self.grow(top);
        }
        if callee.variables > count {
            for place in &mut self.stack[base + count..base + callee.variables] {
                *place = Value::Unbound;
            }
        }
        Ok(())
    }

    #[inline(never)]
    fn add_cells(&mut self, count: usize) {
        for _ in 0..count {
            self.cells.push(Rc::new(crate::value::Cell { value: None.into() }));
        }
    }

    /// End the current frame; the one below it is current then.
    #[inline(always)]
    pub(crate) fn pop_frame(&mut self, code: &Loaded) {
        let frame = &mut self.frames[self.fp];
        frame.func = None;
        let (base, cells, handling) = (frame.base, frame.cells, frame.handling);
        for place in &mut self.stack[base..base + code.variables] {
            // Numbers may stay: a call unbinds its variables when it begins.
            if !matches!(place, Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None | Value::Unbound) {
                *place = Value::Unbound;
            }
        }
        if self.cells.len() > cells {
            self.cells.truncate(cells);
        }
        if self.handling.len() > handling {
            self.handling.truncate(handling);
        }
        self.depth -= 1;
        self.fp -= 1;
    }

    /// The end of a frame that is no plain call: the result for Rust, or `None` to go on in the caller.
    #[inline(never)]
    pub(crate) fn finish(&mut self, code: &Loaded, value: Value) -> Res<Option<Value>> {
        let dst = self.frame().dst;
        let fp = self.fp;
        match self.frames[fp].kind {
            FrameKind::Init => {
                if !matches!(value, Value::None) {
                    let found = crate::value::kind::type_name(&value);
                    let message = format!("__init__() should return None, not '{found}'");
                    return Err(Raised::new(ExcClass::TypeError, message));
                }
                let object = mem::take(&mut self.frames[fp].held.0);
                self.pop_frame(code);
                self.stack[dst] = object;
                Ok(None)
            }
            FrameKind::Operator(op) => {
                // While the frame is still there: what this raises is raised at its `return`.
                let value = match value {
                    Value::NotImplemented => {
                        let (a, b) = mem::take(&mut self.frames[fp].held);
                        self.operator_refused(op, &a, &b)?
                    }
                    value => value,
                };
                self.pop_frame(code);
                let held = &mut self.frames[fp].held;
                put::any(&mut held.0, Value::Unbound);
                put::any(&mut held.1, Value::Unbound);
                put::any(&mut self.stack[dst], value);
                Ok(None)
            }
            FrameKind::Call => {
                self.pop_frame(code);
                self.stack[dst] = value;
                Ok(None)
            }
            FrameKind::Entry | FrameKind::Generator => {
                self.pop_frame(code);
                self.tidy();
                Ok(Some(value))
            }
        }
    }

    /// A call that needs defaults, `*args`, keywords or makes a generator.
    #[inline(never)]
    #[allow(clippy::too_many_arguments)]
    pub(super) fn call_unusual(
        &mut self,
        func: Rc<Function>,
        callee: Rc<Loaded>,
        args: usize,
        count: usize,
        dst: usize,
        kind: FrameKind,
    ) -> Entered {
        let missing = callee.params.wrapping_sub(count);
        if callee.plain && count < callee.params && missing <= func.defaults.len() {
            // Positional defaults are the last ones.
            let top = args + callee.registers;
            if top > self.stack.len() {
                self.grow(top);
            }
            let from = func.defaults.len() - missing;
            for (at, value) in func.defaults[from..].iter().enumerate() {
                self.stack[args + count + at] = value.clone();
            }
            let params = callee.params;
            if kind == FrameKind::Call
                && callee.hot.called()
                && let Some(ended) = self.native_call(&func, &callee, args, params, dst)
            {
                return ended;
            }
            return self.push_frame(func, callee, args, params, dst, kind);
        }
        let given = self.take_args(args, count);
        self.begin_call(func, callee, given, Vec::new(), args, dst, kind)
    }

    /// Begin a function whose arguments are in registers.
    pub(crate) fn call_in_frame(
        &mut self,
        func: Rc<Function>,
        args: usize,
        count: usize,
        dst: usize,
        kind: FrameKind,
    ) -> Entered {
        let callee = self.load(&func)?;
        if callee.plain && callee.params == count {
            return self.push_frame(func, callee, args, count, dst, kind);
        }
        self.call_unusual(func, callee, args, count, dst, kind)
    }

    /// Bind arguments and begin, or make a generator.
    #[allow(clippy::too_many_arguments)]
    pub(crate) fn begin_call(
        &mut self,
        func: Rc<Function>,
        callee: Rc<Loaded>,
        args: Vec<Value>,
        kwargs: Vec<(Sym, Value)>,
        base: usize,
        dst: usize,
        kind: FrameKind,
    ) -> Entered {
        if callee.asks
            && let Some(made) = self.asking(&func, &args, &kwargs)
        {
            self.stack[dst] = made?;
            return Ok(None);
        }
        let bound = super::bind::bind(&func.signature, &func.defaults, || &*func.qualname, args, kwargs)?;
        if callee.code.generator {
            self.stack[dst] = self.make_generator(func, &callee, bound);
            return Ok(None);
        }
        let count = bound.len();
        let top = base + callee.registers.max(count);
        if top > self.stack.len() {
            self.grow(top);
        }
        for (at, value) in bound.into_iter().enumerate() {
            self.stack[base + at] = value;
        }
        self.push_frame(func, callee, base, count, dst, kind)
    }

    /// Move arguments out of registers.
    pub(crate) fn take_args(&mut self, args: usize, count: usize) -> Vec<Value> {
        self.stack[args..args + count].iter_mut().map(mem::take).collect()
    }

    /// A builtin with arguments in registers.
    #[inline]
    pub(crate) fn call_builtin_row(&mut self, builtin: &Rc<Builtin>, args: usize, count: usize) -> Res<Value> {
        if builtin.asks {
            let given = self.take_args(args, count);
            return self.call_builtin(builtin, given, Vec::new());
        }
        let exact = builtin.signature.takes_exactly(count);
        if exact {
            match count {
                0 => return self.row(builtin, &[]),
                1 => {
                    let row = [mem::take(&mut self.stack[args])];
                    return self.row(builtin, &row);
                }
                2 => {
                    let row = [mem::take(&mut self.stack[args]), mem::take(&mut self.stack[args + 1])];
                    return self.row(builtin, &row);
                }
                _ => {}
            }
        }
        self.call_builtin_long(builtin, args, count, exact)
    }

    fn call_builtin_long(&mut self, builtin: &Rc<Builtin>, args: usize, count: usize, exact: bool) -> Res<Value> {
        let signature = &*builtin.signature;
        let mut row = self.spare.pop().unwrap_or_default();
        row.extend(self.stack[args..args + count].iter_mut().map(mem::take));
        let plain = signature.vararg.is_none() && signature.kwarg.is_none();
        let positional = signature.posonly + signature.args;
        if !exact {
            let optional = signature.has_default.iter().skip(count).all(|has| *has);
            if plain && count <= positional && optional {
                let given = signature.has_default.iter().take(count).filter(|has| **has).count();
                row.extend(builtin.defaults.iter().skip(given).cloned());
            } else {
                row = super::bind::bind_builtin(signature, &builtin.defaults, builtin.name, row, Vec::new())?;
            }
        }
        let result = self.row(builtin, &row);
        row.clear();
        self.spare.push(row);
        result
    }

    /// Anything else callable.
    #[inline(never)]
    fn call_other(&mut self, callee: Value, args: usize, count: usize, dst: usize) -> Entered {
        match callee {
            Value::Method(method) => {
                let mut given = vec![method.this.clone()];
                given.extend(self.take_args(args, count));
                self.call_with(method.function.clone(), given, Vec::new(), args, dst)
            }
            Value::Type(info) if let Some(known) = self.constructors.get(&(std::ptr::from_ref(info) as usize)) => {
                let (function, takes_class) = (known.function.clone(), known.takes_class);
                if let Some(made) = self.call_quick(function.quick, args, count) {
                    put::any(&mut self.stack[dst], made);
                    return Ok(None);
                }
                let (mut args, mut count) = (args, count);
                if takes_class {
                    // The class takes the register it was called from, before the arguments.
                    (args, count) = (args - 1, count + 1);
                    self.stack[args] = Value::Type(info);
                }
                self.stack[dst] = self.call_builtin_row(&function, args, count)?;
                Ok(None)
            }
            other => {
                let given = self.take_args(args, count);
                self.call_with(other, given, Vec::new(), args, dst)
            }
        }
    }

    /// Call with arguments in vectors: a function's frame is pushed, the rest runs at once.
    #[allow(clippy::too_many_arguments)]
    fn call_with(
        &mut self,
        callee: Value,
        mut args: Vec<Value>,
        kwargs: Vec<(Sym, Value)>,
        base: usize,
        dst: usize,
    ) -> Entered {
        match callee {
            Value::Function(func) => {
                let loaded = self.load(&func)?;
                self.begin_call(func, loaded, args, kwargs, base, dst, FrameKind::Call)
            }
            Value::Method(method) => {
                args.insert(0, method.this.clone());
                self.call_with(method.function.clone(), args, kwargs, base, dst)
            }
            Value::Class(class) => {
                let Some(init) = self.plain_init(&class) else {
                    self.stack[dst] = self.construct(&class, args, kwargs)?;
                    return Ok(None);
                };
                let object = self.new_instance(&class, Value::None);
                args.insert(0, Value::Instance(object.clone()));
                let loaded = self.load(&init)?;
                let entered = self.begin_call(init, loaded, args, kwargs, base, dst, FrameKind::Init);
                self.holding(entered, (Value::Instance(object), Value::Unbound))
            }
            other => {
                self.stack[dst] = self.call_value(&other, args, kwargs)?;
                Ok(None)
            }
        }
    }

    /// A call with keyword arguments named by `Code::keywords[number]`.
    #[inline(never)]
    pub(crate) fn call_kw_op(
        &mut self,
        code: &Rc<Loaded>,
        number: usize,
        slot: usize,
        count: usize,
        dst: usize,
        method: bool,
    ) -> Entered {
        let first = slot + 1 + usize::from(method);
        self.tidy();
        let names: &[Sym] = code.code.keywords.get(number).map_or(&[], |names| names);
        let positional = count - names.len();
        let mut args = self.spare.pop().unwrap_or_default();
        if method && !matches!(self.stack[slot + 1], Value::Unbound) {
            args.push(mem::take(&mut self.stack[slot + 1]));
        }
        args.extend(self.stack[first..first + positional].iter_mut().map(mem::take));
        let values = self.stack[first + positional..first + count].iter_mut().map(mem::take);
        let kwargs: Vec<(Sym, Value)> = names.iter().copied().zip(values).collect();
        let callee = mem::take(&mut self.stack[slot]);
        self.call_with(callee, args, kwargs, slot + 1, dst)
    }

    /// `f(*args, **kwargs)`.
    #[inline(never)]
    pub(crate) fn call_spread_op(&mut self, slot: usize, dst: usize) -> Entered {
        self.tidy();
        let callee = mem::take(&mut self.stack[slot]);
        let args = match mem::take(&mut self.stack[slot + 1]) {
            Value::List(list) => list.items.take(),
            _ => Vec::new(),
        };
        let kwargs = match mem::take(&mut self.stack[slot + 2]) {
            Value::Dict(dict) => crate::value::dict::items(&dict),
            _ => Vec::new(),
        };
        let named = kwargs.into_iter().map(|(key, value)| (Sym::new(key.as_str().unwrap_or("")), value));
        let named = named.collect();
        self.call_with(callee, args, named, slot + 1, dst)
    }
}
