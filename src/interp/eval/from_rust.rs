//! Calls that come from Rust: `key=` of a sort, the functions of `map` and of tasks, special methods. Each runs to its end.

use std::rc::Rc;

use super::Vm;
use super::frame::{FrameKind, Loaded};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::{Builtin, Function, Value};

impl Vm {
    /// Call anything from Rust, to its end.
    pub(crate) fn call_value(&mut self, callee: &Value, args: Vec<Value>, kwargs: Vec<(Sym, Value)>) -> Res<Value> {
        match callee {
            Value::Function(func) => self.call_function(func.clone(), args, kwargs),
            Value::Builtin(builtin) => self.call_builtin(builtin, args, kwargs),
            Value::Method(method) => {
                let mut all = Vec::with_capacity(args.len() + 1);
                all.push(method.this.clone());
                all.extend(args);
                self.call_value(&method.function.clone(), all, kwargs)
            }
            Value::Class(class) => self.construct(&class.clone(), args, kwargs),
            _ => self.call_rare(callee, args, kwargs),
        }
    }

    pub(crate) fn call_builtin(
        &mut self,
        builtin: &Rc<Builtin>,
        args: Vec<Value>,
        kwargs: Vec<(Sym, Value)>,
    ) -> Res<Value> {
        let name = builtin.name;
        if builtin.asks {
            let module = name.rsplit_once('.').map_or("", |(module, _)| module);
            let this = Value::Builtin(builtin.clone());
            if let Some(made) = self.handed_on(&this, module, &builtin.signature, &args, &kwargs) {
                return made;
            }
        }
        let row = super::bind::bind_builtin(&builtin.signature, &builtin.defaults, name, args, kwargs)?;
        self.row(builtin, &row)
    }

    #[cold]
    fn call_rare(&mut self, callee: &Value, args: Vec<Value>, kwargs: Vec<(Sym, Value)>) -> Res<Value> {
        match callee {
            Value::ExcType(class) => self.construct_exception(*class, args, &kwargs),
            Value::Type(info) => self.construct_builtin(info, args, kwargs),
            Value::Instance(object) => {
                if let Some(function) = object.class.lookup(self.names.call) {
                    let mut all = vec![callee.clone()];
                    all.extend(args);
                    return self.call_value(&function, all, kwargs);
                }
                Err(not_callable(callee))
            }
            Value::Native(native) => {
                let native = native.clone();
                match native.0.call(callee, self, &args, &kwargs)? {
                    Some(value) => Ok(value),
                    None => Err(not_callable(callee)),
                }
            }
            _ => Err(not_callable(callee)),
        }
    }
    /// Call a function from Rust whose arguments, these alone, are all it needs; `None`: it needs more.
    pub(crate) fn call_plain(&mut self, callee: &Value, this: Option<&Value>, args: &[Value]) -> Res<Option<Value>> {
        let count = args.len() + usize::from(this.is_some());
        match callee {
            Value::Function(func) => {
                let loaded = self.load(func)?;
                if !loaded.plain || loaded.params != count {
                    return Ok(None);
                }
                let base = self.room_for(&loaded, count);
                for (place, value) in self.stack[base..].iter_mut().zip(this.into_iter().chain(args)) {
                    *place = value.clone();
                }
                self.run_from_rust(func.clone(), loaded, base, count).map(Some)
            }
            Value::Builtin(builtin) if this.is_none() && !builtin.asks && builtin.signature.takes_exactly(count) => {
                self.row(builtin, args).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// Call a user's function from Rust, to its end.
    pub(crate) fn call_function(
        &mut self,
        func: Rc<Function>,
        args: Vec<Value>,
        kwargs: Vec<(Sym, Value)>,
    ) -> Res<Value> {
        let callee = self.load(&func)?;
        if callee.asks
            && let Some(made) = self.asking(&func, &args, &kwargs)
        {
            return made;
        }
        let bound = if callee.plain && args.len() == callee.params && kwargs.is_empty() {
            args
        } else {
            super::bind::bind(&func.signature, &func.defaults, || &*func.qualname, args, kwargs)?
        };
        if callee.code.generator {
            return Ok(self.make_generator(func, &callee, bound));
        }
        let count = bound.len();
        let base = self.room_for(&callee, count);
        for (at, value) in bound.into_iter().enumerate() {
            self.stack[base + at] = value;
        }
        self.run_from_rust(func, callee, base, count)
    }

    /// Registers above the current frame for a call from Rust: where they begin.
    pub(crate) fn room_for(&mut self, callee: &Loaded, count: usize) -> usize {
        let base = self.frame().top;
        let top = base + callee.registers.max(count);
        if top > self.stack.len() {
            self.grow(top);
        }
        base
    }

    /// Run a function whose arguments are in their registers, from Rust, to its end: as compiled code if it is hot.
    pub(crate) fn run_from_rust(
        &mut self,
        func: Rc<Function>,
        callee: Rc<Loaded>,
        base: usize,
        count: usize,
    ) -> Res<Value> {
        if callee.plain
            && callee.hot.called()
            && let Some(ended) = self.native_from_rust(&func, &callee, base, count)
        {
            return ended;
        }
        self.enter_frame(func, callee, base, count, FrameKind::Entry)?;
        self.run_counted(0)
    }

    /// Push a frame that returns to Rust.
    pub(crate) fn enter_frame(
        &mut self,
        func: Rc<Function>,
        callee: Rc<Loaded>,
        base: usize,
        count: usize,
        kind: FrameKind,
    ) -> Res<()> {
        let fp = self.fp;
        self.frames[fp].pc = self.at;
        self.push_frame(func, callee, base, count, 0, kind).map(drop)
    }

    /// Run the current frame on a Rust stack that grows as needed.
    pub(crate) fn run_counted(&mut self, from: usize) -> Res<Value> {
        let at = self.at;
        let result = stacker::maybe_grow(128 * 1024, 2 * 1024 * 1024, || self.run(from));
        self.at = at;
        result
    }
}

#[cold]
fn not_callable(value: &Value) -> Box<Raised> {
    let name = crate::value::kind::type_name(value);
    Raised::new(ExcClass::TypeError, format!("'{name}' object is not callable"))
}
