//! Objects of classes of the user made by `__init__` or `__new__`, and what stands for metaclasses.

use std::rc::Rc;

use super::attr::root;
use super::call::Entered;
use super::class::is_mutable;
use super::descr::StaticMethod;
use super::frame::FrameKind;
use super::{Vm, put};
use crate::data::{Res, Sym};
use crate::value::{Base, Class, Instance, Value, exc, names};

impl Vm {
    /// A new object of a class of the user.
    #[inline(never)]
    pub(super) fn call_class(&mut self, class: Rc<Class>, args: usize, count: usize, dst: usize) -> Entered {
        let Some(init) = self.plain_init(&class) else {
            let given = self.take_args(args, count);
            self.stack[dst] = self.construct(&class, given, Vec::new())?;
            return Ok(None);
        };
        let object = Rc::new(Instance::empty(class));
        let callee = self.load(&init)?;
        // `self` takes the register before the arguments: that of the class, or of the method that it is not.
        put::any(&mut self.stack[args - 1], Value::Instance(object.clone()));
        let entered = if callee.plain && callee.params == count + 1 {
            self.push_frame(init, callee, args - 1, count + 1, dst, FrameKind::Init)?
        } else {
            self.call_unusual(init, callee, args - 1, count + 1, dst, FrameKind::Init)?
        };
        if entered.is_some() {
            let fp = self.fp;
            put::any(&mut self.frames[fp].held.0, Value::Instance(object));
        }
        Ok(entered)
    }

    /// The method of what stands for the metaclass of a class: enumerations have one.
    pub(crate) fn call_metaclass(&mut self, object: &Value, name: Sym, args: &[Value]) -> Res<Option<Value>> {
        let Value::Class(class) = object else { return Ok(None) };
        let Some(Value::Class(meta)) = class.lookup(names::names().metaclass) else { return Ok(None) };
        let Some(function) = meta.lookup(name) else { return Ok(None) };
        let mut all = vec![object.clone()];
        all.extend_from_slice(args);
        self.call_value(&function, all, Vec::new()).map(Some)
    }

    /// `Class(args)` of a class with a `__new__`; then `__init__`, if that made an object of the class.
    pub(super) fn construct_by_new(
        &mut self,
        class: &Rc<Class>,
        new: Value,
        args: Vec<Value>,
        kwargs: Vec<(Sym, Value)>,
    ) -> Res<Value> {
        let new = match new.as_native::<StaticMethod>() {
            Some(inner) => inner.0.clone(),
            None => new,
        };
        let mut all = vec![Value::Class(class.clone())];
        all.extend_from_slice(&args);
        let made = self.call_value(&new, all, kwargs.clone())?;
        if let Value::Instance(object) = &made
            && object.class.is_a(class)
            && let Some(init) = object.class.lookup(self.names.init)
        {
            let mut all = vec![made.clone()];
            all.extend(args);
            self.call_value(&init, all, kwargs)?;
        }
        Ok(made)
    }

    /// `object.__new__(cls, ...)`, and that of the built-in class at the root.
    pub(crate) fn new_object(&mut self, class: &Rc<Class>, args: Vec<Value>) -> Res<Value> {
        let payload = match root(class) {
            Base::Type(info) if is_mutable(info) => self.construct_builtin(info, Vec::new(), Vec::new())?,
            Base::Type(info) => self.construct_builtin(info, args, Vec::new())?,
            Base::Exc(base) => exc::new(base, args),
            _ => Value::None,
        };
        Ok(Value::Instance(self.new_instance(class, payload)))
    }
}
