//! Attributes: inline caches first, then Python's lookup.

use std::rc::Rc;

use super::Vm;
use super::descr::{ClassMethod, Property, StaticMethod, Super};
use super::frame::{Cache, Loaded};
use crate::data::raised::attribute_error;
use crate::data::{Res, Sym};
use crate::interp::code::Reg;
use crate::value::{Base, Class, DictKind, Instance, Method, Module, TypeInfo, Value, getattr, types};

/// What a lookup finds.
pub(crate) enum Found {
    /// The value of the attribute.
    Value(Value),
    /// A function that takes the object as its first argument.
    Method(Value),
    /// A function and what it takes as its first argument.
    Bound(Value, Value),
}

/// Where the methods of all exceptions are declared.
static EXCEPTION: TypeInfo =
    TypeInfo { name: "BaseException", module: "builtins", declared: "builtins.BaseException", base: None };

impl Found {
    /// The attribute as a value of its own.
    pub(crate) fn into_value(self, object: &Value) -> Value {
        let bind = |this: Value, function: Value| Value::Method(Rc::new(Method { this, function }));
        match self {
            Found::Value(value) => value,
            Found::Method(function) => bind(object.clone(), function),
            Found::Bound(function, this) => bind(this, function),
        }
    }
}

/// The class of a value of a built-in kind.
#[inline]
pub(crate) fn type_info(value: &Value) -> Option<&'static TypeInfo> {
    Some(match value {
        Value::List(_) => &types::LIST,
        Value::Str(text) if text.is_numpy() => &types::NP_STR,
        Value::Str(_) => &types::STR,
        Value::Dict(dict) if matches!(*dict.kind.borrow(), DictKind::Plain) => &types::DICT,
        Value::Set(_) => &types::SET,
        Value::Tuple(_) => &types::TUPLE,
        Value::Int(_) | Value::BigInt(_) => &types::INT,
        Value::Float(_) => &types::FLOAT,
        Value::Bool(_) => &types::BOOL,
        _ => match crate::value::kind::type_of(value) {
            Value::Type(info) => info,
            _ => return None,
        },
    })
}

impl Vm {
    /// `dst = a.name` when the cache of the site does not help.
    #[inline(never)]
    pub(crate) fn load_attr_slow(&mut self, code: &Rc<Loaded>, a: Reg, site: u16) -> Res<Value> {
        let at = self.frame().base + usize::from(a);
        if let Value::Module(module) = &self.stack[at]
            && let Some(found) = module_slot(&code.sites[usize::from(site)], module, code.code.sites[usize::from(site)])
        {
            return Ok(found);
        }
        let object = self.value(code, a)?;
        let name = code.code.sites[usize::from(site)];
        if let Value::Instance(instance) = &object {
            let slot = instance.attrs.borrow().position(name);
            if let Some(slot) = slot
                && !self.is_data_descriptor(&instance.class, name)
            {
                let key = instance.class.version.get();
                code.sites[usize::from(site)].set(key, slot as u32, Value::Unbound);
            }
        }
        Ok(self.lookup(&object, name)?.into_value(&object))
    }

    fn is_data_descriptor(&self, class: &Rc<Class>, name: Sym) -> bool {
        class.lookup(name).is_some_and(|found| match &found {
            Value::Instance(own) => own.class.lookup(self.names.set).is_some(),
            found => found.as_native::<Property>().is_some(),
        })
    }

    /// The function of a user's descriptor: `__get__`, `__set__`, `__delete__`.
    pub(crate) fn descriptor(&self, found: Option<&Value>, method: Sym) -> Option<Value> {
        match found {
            Some(Value::Instance(own)) => own.class.lookup(method),
            _ => None,
        }
    }

    /// `__get__` of a user's descriptor.
    fn get_described(&mut self, get: &Value, found: &Value, this: Value, class: Rc<Class>) -> Res<Found> {
        self.call_value(get, vec![found.clone(), this, Value::Class(class)], Vec::new()).map(Found::Value)
    }

    /// The function and its `self` in `dst` and `dst + 1`, or a plain value and nothing.
    #[inline(never)]
    pub(crate) fn load_method_slow(&mut self, code: &Rc<Loaded>, base: usize, dst: Reg, a: Reg, site: u16) -> Res<()> {
        let row = base + usize::from(dst);
        let at = base + usize::from(a);
        if let Value::Module(module) = &self.stack[at]
            && let Some(found) = module_slot(&code.sites[usize::from(site)], module, code.code.sites[usize::from(site)])
        {
            self.stack[row] = found;
            self.stack[row + 1] = Value::Unbound;
            return Ok(());
        }
        let object = self.value(code, a)?;
        let name = code.code.sites[usize::from(site)];
        match self.lookup(&object, name)? {
            Found::Value(value) => {
                self.stack[row] = value;
                self.stack[row + 1] = Value::Unbound;
            }
            Found::Method(function) => {
                let key = match &object {
                    Value::Instance(instance) => instance.class.version.get(),
                    Value::Native(_) | Value::Class(_) | Value::Exception(_) | Value::Module(_) | Value::Type(_) => 0,
                    _ => type_info(&object).map_or(0, |info| std::ptr::from_ref(info) as usize as u64),
                };
                if key != 0 {
                    code.sites[usize::from(site)].set(key, u32::MAX, function.clone());
                }
                self.stack[row] = function;
                self.stack[row + 1] = object;
            }
            Found::Bound(function, this) => {
                self.stack[row] = function;
                self.stack[row + 1] = this;
            }
        }
        Ok(())
    }

    /// `__cause__` and its kin of an exception object.
    fn exception_attr(&self, object: &Value, name: Sym) -> Option<Value> {
        let names = &self.names;
        if ![names.cause, names.context, names.suppress, names.traceback].contains(&name) {
            return None;
        }
        let own = super::raise::exc_obj(object)?;
        let absent = if name == names.suppress { Value::Bool(false) } else { Value::None };
        Some(own.attrs.borrow().get(name).unwrap_or(absent))
    }

    /// `object.name`, whatever the object.
    pub(crate) fn lookup(&mut self, object: &Value, name: Sym) -> Res<Found> {
        if let Some(value) = self.exception_attr(object, name) {
            return Ok(Found::Value(value));
        }
        match object {
            Value::Instance(instance) => self.instance_attr(object, instance, name),
            Value::Class(class) => self.class_attr(object, class, name),
            Value::Module(module) => self.module_attr(&module.clone(), name).map(Found::Value),
            Value::Type(info) => self.type_object_attr(object, info, name),
            Value::Native(native) => {
                let native = native.clone();
                if let Some(parent) = native.downcast::<Super>() {
                    return self.super_attr(parent, name);
                }
                if let Some(value) = native.0.getattr(object, self, name)? {
                    return Ok(Found::Value(value));
                }
                if let Some(found) = self.declared(object, name) {
                    return self.with_property(object, found, name);
                }
                if let Some(value) = getattr::builtin(self, object, name)? {
                    return Ok(Found::Value(value));
                }
                match native.0.getattr_any(object, self, name)? {
                    Some(value) => Ok(Found::Value(value)),
                    None => Err(getattr::missing(object, name)),
                }
            }
            _ => {
                if let Some(found) = self.declared(object, name) {
                    return self.with_property(object, found, name);
                }
                match getattr::builtin(self, object, name)? {
                    Some(value) => Ok(Found::Value(value)),
                    None => Err(getattr::missing(object, name)),
                }
            }
        }
    }

    /// What was found, or, if that is a property, what it gives.
    fn with_property(&mut self, object: &Value, found: Found, name: Sym) -> Res<Found> {
        match &found {
            Found::Value(value) => match value.as_native::<Property>() {
                Some(property) => self.get_property(object, property, name).map(Found::Value),
                None => Ok(found),
            },
            _ => Ok(found),
        }
    }

    /// A method that stdlib/ declares for the class of a value.
    fn declared(&mut self, object: &Value, name: Sym) -> Option<Found> {
        let info = match object {
            Value::Exception(_) => &EXCEPTION,
            _ => type_info(object)?,
        };
        let found = crate::value::Host::type_attr(self, info, name)?;
        Some(self.bind_found(found, Value::Type(info)))
    }

    /// What a function found in a class becomes when it is asked for through an object.
    fn bind_found(&self, found: Value, class: Value) -> Found {
        if let Some(inner) = found.as_native::<StaticMethod>() {
            return Found::Value(inner.0.clone());
        }
        if let Some(inner) = found.as_native::<ClassMethod>() {
            return Found::Bound(inner.0.clone(), class);
        }
        match found {
            Value::Function(_) | Value::Builtin(_) => Found::Method(found),
            other => Found::Value(other),
        }
    }

    fn instance_attr(&mut self, object: &Value, instance: &Rc<Instance>, name: Sym) -> Res<Found> {
        let class = instance.class.clone();
        let in_class = class.lookup(name);
        if let Some(property) = in_class.as_ref().and_then(Value::as_native::<Property>) {
            return self.get_property(object, property, name).map(Found::Value);
        }
        let get = self.descriptor(in_class.as_ref(), self.names.get);
        if let (Some(get), Some(found)) = (&get, &in_class)
            && self.descriptor(Some(found), self.names.set).is_some()
        {
            return self.get_described(get, found, object.clone(), class);
        }
        if let Some(value) = instance.attrs.borrow().get(name) {
            return Ok(Found::Value(value));
        }
        if let Some(found) = in_class {
            if let Some(get) = get {
                return self.get_described(&get, &found, object.clone(), class);
            }
            return Ok(self.bind_found(found, Value::Class(class)));
        }
        if name == self.names.dict {
            return Ok(Found::Value(Value::Dict(instance.attrs.borrow_mut().live())));
        }
        if let Some(found) = self.payload_attr(instance, name)? {
            return Ok(found);
        }
        if let Some(function) = class.lookup(self.names.getattr) {
            let args = vec![object.clone(), Value::str(name.as_str())];
            return self.call_value(&function, args, Vec::new()).map(Found::Value);
        }
        if let Some(value) = getattr::builtin(self, object, name)? {
            return Ok(Found::Value(value));
        }
        if let Some(found) = self.object_method(&class, name) {
            return Ok(self.bind_found(found, Value::Class(class)));
        }
        Err(getattr::missing(object, name))
    }

    fn get_property(&mut self, object: &Value, property: &Property, name: Sym) -> Res<Value> {
        if let Value::None = property.get {
            let class = crate::value::kind::type_name(object);
            return Err(attribute_error(format!("property '{name}' of '{class}' object has no getter")));
        }
        self.call_value(&property.get.clone(), vec![object.clone()], Vec::new())
    }

    /// What an object has from the built-in class that its class inherits from.
    fn payload_attr(&mut self, instance: &Rc<Instance>, name: Sym) -> Res<Option<Found>> {
        let payload = instance.payload.clone();
        if let Value::None | Value::Unbound = payload {
            return Ok(None);
        }
        if let Some(function) = self.builtin_init(&instance.class, name) {
            return Ok(Some(Found::Method(function)));
        }
        if let Some(found) = self.declared(&payload, name) {
            return Ok(Some(match found {
                Found::Method(function) => Found::Bound(function, payload),
                other => other,
            }));
        }
        if [self.names.class, self.names.module, self.names.doc].contains(&name) {
            return Ok(None);
        }
        Ok(getattr::builtin(self, &payload, name)?.map(Found::Value))
    }

    fn class_attr(&mut self, object: &Value, class: &Rc<Class>, name: Sym) -> Res<Found> {
        if let Some(found) = class.lookup(name) {
            if let Some(inner) = found.as_native::<StaticMethod>() {
                return Ok(Found::Value(inner.0.clone()));
            }
            if let Some(inner) = found.as_native::<ClassMethod>() {
                return Ok(Found::Bound(inner.0.clone(), object.clone()));
            }
            if let Some(get) = self.descriptor(Some(&found), self.names.get) {
                return self.get_described(&get, &found, Value::None, class.clone());
            }
            return Ok(Found::Value(found));
        }
        if let Some(value) = super::class::class_data(class, name) {
            return Ok(Found::Value(value));
        }
        if let Some(value) = getattr::builtin(self, object, name)? {
            return Ok(Found::Value(value));
        }
        if let Some(function) = self.builtin_init(class, name) {
            return Ok(Found::Value(function));
        }
        if let Some(info) = super::class::type_base(class)
            && let Some(found) = crate::value::Host::type_attr(self, info, name)
        {
            return Ok(match self.bind_found(found, object.clone()) {
                Found::Method(function) => Found::Value(function),
                other => other,
            });
        }
        if let Some(found) = self.object_method(class, name) {
            return Ok(match self.bind_found(found, object.clone()) {
                Found::Method(function) => Found::Value(function),
                other => other,
            });
        }
        Err(attribute_error(format!("type object '{}' has no attribute '{name}'", class.name)))
    }

    fn type_object_attr(&mut self, object: &Value, info: &'static TypeInfo, name: Sym) -> Res<Found> {
        if let Some(found) = crate::value::Host::type_attr(self, info, name) {
            return Ok(match self.bind_found(found, object.clone()) {
                Found::Method(function) => Found::Value(function),
                other => other,
            });
        }
        match getattr::builtin(self, object, name)? {
            Some(value) => Ok(Found::Value(value)),
            None if std::ptr::eq(info, &types::OBJECT) || name == self.names.new => {
                match super::class::object_function(name) {
                    Some(function) => Ok(match self.bind_found(function, object.clone()) {
                        Found::Method(function) => Found::Value(function),
                        other => other,
                    }),
                    None => Err(getattr::missing(object, name)),
                }
            }
            None => Err(attribute_error(format!("type object '{}' has no attribute '{name}'", info.name))),
        }
    }

    fn super_attr(&mut self, parent: &Super, name: Sym) -> Res<Found> {
        let this = parent.this.clone();
        let mut at = parent.class.clone();
        if let Some(above) = at.parent().cloned()
            && let Some(found) = above.lookup(name)
        {
            if let Some(property) = found.as_native::<Property>() {
                return self.get_property(&this, property, name).map(Found::Value);
            }
            let class = match &this {
                Value::Instance(object) => Value::Class(object.class.clone()),
                other => other.clone(),
            };
            return Ok(match self.bind_found(found, class) {
                Found::Method(function) => Found::Bound(function, this),
                other => other,
            });
        }
        while let Some(above) = at.parent().cloned() {
            at = above;
        }
        if let Some(function) = self.builtin_init(&at, name) {
            return Ok(Found::Bound(function, this));
        }
        if name == self.names.class {
            return Ok(Found::Value(Value::Type(&super::descr::SUPER)));
        }
        if let Value::Instance(object) = &this {
            let (payload, info) = (object.payload.clone(), super::class::type_base(&at));
            if let Some(info) = info
                && let Some(found) = crate::value::Host::type_attr(self, info, name)
            {
                return Ok(Found::Bound(found, payload));
            }
        }
        let class = match &this {
            Value::Instance(object) => Value::Class(object.class.clone()),
            other => other.clone(),
        };
        match self.object_method(&at, name) {
            Some(function) => Ok(match self.bind_found(function, class) {
                Found::Method(function) => Found::Bound(function, this),
                other => other,
            }),
            None => Err(attribute_error(format!("'super' object has no attribute '{name}'"))),
        }
    }

    /// `a.name = value` when the cache of the site does not help.
    #[inline(never)]
    pub(crate) fn store_attr_slow(&mut self, code: &Rc<Loaded>, a: Reg, value: Value, site: u16) -> Res<()> {
        let object = self.value(code, a)?;
        let name = code.code.sites[usize::from(site)];
        self.set_attr(&object, name, value)?;
        if let Value::Instance(instance) = &object
            && !self.is_data_descriptor(&instance.class, name)
            && instance.class.lookup(self.names.setattr).is_none()
        {
            let attrs = instance.attrs.borrow();
            let slot = attrs.position(name).map_or(u32::MAX - 1, |slot| slot as u32);
            code.sites[usize::from(site)].set(instance.class.version.get(), slot, Value::Unbound);
        }
        Ok(())
    }

    pub(crate) fn delete_attr(&mut self, code: &Rc<Loaded>, a: Reg, site: u16) -> Res<()> {
        let object = self.value(code, a)?;
        let name = code.code.sites[usize::from(site)];
        self.del_attr(&object, name)
    }
}

/// The variable of a module, by the slot that the site found last time: a name's slot stays.
fn module_slot(cache: &Cache, module: &Module, name: Sym) -> Option<Value> {
    let names = &module.namespace;
    let key = Rc::as_ptr(names) as usize as u64;
    let slot = match cache.slot.get() as usize {
        known if cache.key.get() == key && names.names.borrow().get(known) == Some(&name) => known,
        _ => {
            let found = *names.index.borrow().get(&name)?;
            cache.set(key, found, Value::Unbound);
            found as usize
        }
    };
    names.slots.borrow().get(slot).cloned().flatten()
}

/// The built-in class at the root of a class of the user.
pub(crate) fn root(class: &Rc<Class>) -> Base {
    let mut at = class.clone();
    loop {
        match &at.base {
            Base::Class(above) => {
                let above = above.clone();
                at = above;
            }
            other => return other.clone(),
        }
    }
}
