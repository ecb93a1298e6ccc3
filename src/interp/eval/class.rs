//! Classes: making them and their objects, setting attributes, what every object inherits.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::attr::root;
use super::descr::{self, ClassMethod, Property, StaticMethod};
use super::frame::Loaded;
use super::generator::machine;
use super::raise::exc_obj;
use super::{Constructor, Vm};
use crate::data::raised::{attribute_error, type_error};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::interp::code::Reg;
use crate::value::{
    AttrMap, Base, Class, DictObj, ExcObj, Function, Host, Instance, Namespace, TypeInfo, Value, exc, kind, names,
    repr, types,
};

/// The built-in class, no exception, that a class of the user inherits from.
pub(crate) fn type_base(class: &Rc<Class>) -> Option<&'static TypeInfo> {
    match root(class) {
        Base::Type(info) => Some(info),
        _ => None,
    }
}

/// `__name__` and the like of a class of the user.
pub(crate) fn class_data(class: &Rc<Class>, name: Sym) -> Option<Value> {
    let base = || match &class.base {
        Base::Object => Value::Type(&types::OBJECT),
        Base::Class(above) => Value::Class(above.clone()),
        Base::Exc(above) => Value::ExcType(*above),
        Base::Type(info) => Value::Type(info),
    };
    Some(match name.as_str() {
        "__name__" => Value::str(&*class.name),
        "__qualname__" => Value::str(&*class.qualname),
        "__module__" => Value::str(&*class.module),
        "__doc__" => Value::None,
        "__class__" => Value::Type(&types::TYPE),
        "__base__" => base(),
        "__bases__" => Value::tuple(vec![base()]),
        "__mro__" => Value::tuple(crate::value::getattr::class_line(class)),
        "__dict__" => {
            let made = DictObj::plain();
            for name in class.order.borrow().iter() {
                if let Some(value) = class.attrs.borrow().get(name) {
                    super::data::insert_text(&made, name.as_str(), value.clone()).ok()?;
                }
            }
            Value::Dict(Rc::new(made))
        }
        _ => return None,
    })
}

/// A method that every object has, by name.
pub(crate) fn object_function(name: Sym) -> Option<Value> {
    fn init(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        match args {
            [_, Value::Tuple(rest)] if !rest.items.is_empty() => {
                Err(type_error("object.__init__() takes exactly one argument (the instance to initialize)"))
            }
            _ => Ok(Value::None),
        }
    }
    fn repr_of(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        if let Some(object) = exc_obj(&args[0]) {
            let shown = object.args.borrow().iter().map(|arg| repr::repr(host, arg)).collect::<Res<Vec<_>>>()?;
            return Ok(Value::str(format!("{}({})", kind::type_name(&args[0]), shown.join(", "))));
        }
        Ok(Value::str(plain_repr(&args[0])))
    }
    fn str_of(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        if exc_obj(&args[0]).is_some() {
            return exc::message(host, &args[0]).map(Value::str);
        }
        repr::repr(host, &args[0]).map(Value::str)
    }
    fn eq(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        let same = crate::value::compare::is_same(&args[0], &args[1]);
        Ok(if same { Value::Bool(true) } else { Value::NotImplemented })
    }
    fn ne(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        let same = crate::value::compare::is_same(&args[0], &args[1]);
        Ok(if same { Value::Bool(false) } else { Value::NotImplemented })
    }
    fn hash(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        Ok(Value::Int((address(&args[0]) >> 4) as i64))
    }
    fn setattr(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        let name = Sym::new(args[1].as_str().unwrap_or(""));
        machine(host)?.set_plain_attr(&args[0], name, args[2].clone())?;
        Ok(Value::None)
    }
    fn new(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        let rest = match args.get(1) {
            Some(Value::Tuple(rest)) => rest.items.to_vec(),
            _ => Vec::new(),
        };
        match &args[0] {
            Value::Class(class) => machine(host)?.new_object(class, rest),
            Value::Type(info) => machine(host)?.construct_builtin(info, rest, Vec::new()),
            _ => Err(type_error("object.__new__(X): X is not a type object")),
        }
    }
    fn init_subclass(_host: &mut dyn Host, _args: &[Value]) -> Res<Value> {
        Ok(Value::None)
    }
    fn delattr(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        let name = Sym::new(args[1].as_str().unwrap_or(""));
        machine(host)?.delete_plain_attr(&args[0], name)?;
        Ok(Value::None)
    }
    fn format(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        repr::str_(host, &args[0]).map(Value::str)
    }
    Some(match name.as_str() {
        "__init__" => descr::function("__init__", &["self"], Some("args"), init),
        "__new__" => Value::native(StaticMethod(descr::function("__new__", &["cls"], Some("args"), new))),
        "__init_subclass__" => {
            Value::native(ClassMethod(descr::function("__init_subclass__", &["cls"], None, init_subclass)))
        }
        "__repr__" => descr::function("__repr__", &["self"], None, repr_of),
        "__str__" => descr::function("__str__", &["self"], None, str_of),
        "__eq__" => descr::function("__eq__", &["self", "value"], None, eq),
        "__ne__" => descr::function("__ne__", &["self", "value"], None, ne),
        "__hash__" => descr::function("__hash__", &["self"], None, hash),
        "__setattr__" => descr::function("__setattr__", &["self", "name", "value"], None, setattr),
        "__delattr__" => descr::function("__delattr__", &["self", "name"], None, delattr),
        "__format__" => descr::function("__format__", &["self", "spec"], None, format),
        _ => return None,
    })
}

fn address(value: &Value) -> usize {
    match value {
        Value::Instance(object) => Rc::as_ptr(object) as usize,
        _ => 0,
    }
}

/// `<__main__.Foo object at 0x...>`.
fn plain_repr(value: &Value) -> String {
    match value {
        Value::Instance(object) => {
            format!("<{}.{} object at {:#x}>", object.class.module, object.class.qualname, address(value))
        }
        _ => String::new(),
    }
}

/// `__init__` of a built-in exception: `args`.
fn exception_init(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    if let (Some(object), Some(Value::Tuple(rest))) = (exc_obj(&args[0]), args.get(1)) {
        *object.args.borrow_mut() = rest.items.to_vec();
    }
    Ok(Value::None)
}

/// `__init__` of a subclass of `list`, `dict`, `set`: fills what the object holds.
fn payload_init(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (Some(Value::Instance(object)), Some(Value::Tuple(rest))) = (args.first(), args.get(1)) else {
        return Ok(Value::None);
    };
    let Some(info) = type_base(&object.class) else { return Ok(Value::None) };
    let made = machine(host)?.construct_builtin(info, rest.items.to_vec(), Vec::new())?;
    match (&object.payload, made) {
        (Value::List(list), Value::List(new)) => *list.items.borrow_mut() = new.items.take(),
        (Value::Dict(table), Value::Dict(new)) => *table.table.borrow_mut() = new.table.take(),
        (Value::Set(table), Value::Set(new)) => *table.table.borrow_mut() = new.table.take(),
        _ => {}
    }
    Ok(Value::None)
}

impl Vm {
    /// `__init__` that a class inherits from a built-in one.
    pub(crate) fn builtin_init(&self, class: &Rc<Class>, name: Sym) -> Option<Value> {
        if name != self.names.init {
            return None;
        }
        match root(class) {
            Base::Exc(_) => Some(descr::function("__init__", &["self"], Some("args"), exception_init)),
            Base::Type(_) => Some(descr::function("__init__", &["self"], Some("args"), payload_init)),
            _ => None,
        }
    }

    /// A method that every object of a class of the user has.
    pub(crate) fn object_method(&self, _class: &Rc<Class>, name: Sym) -> Option<Value> {
        object_function(name)
    }

    /// The class whose body has run.
    pub(crate) fn make_class(&mut self, code: &Rc<Loaded>, base: usize, parent: Reg, ns: Reg) -> Res<Value> {
        let parent = std::mem::take(&mut self.stack[base + usize::from(parent)]);
        let Value::Module(names) = std::mem::take(&mut self.stack[base + usize::from(ns)]) else {
            return Err(type_error("a class without names"));
        };
        let parent = match parent {
            Value::None => Base::Object,
            Value::Type(info) if std::ptr::eq(info, &types::OBJECT) => Base::Object,
            Value::Class(class) => Base::Class(class),
            Value::ExcType(class) => Base::Exc(class),
            Value::Type(info) if std::ptr::eq(info, &types::BOOL) => {
                return Err(type_error("type 'bool' is not an acceptable base type"));
            }
            Value::Type(info) => Base::Type(info),
            other => {
                let found = kind::type_name(&other);
                return Err(type_error(format!("a class cannot inherit from a value of type '{found}'")));
            }
        };
        let class = self.class_from(code, parent, &names.namespace)?;
        self.classes.borrow_mut().push(Rc::downgrade(&class));
        self.announce_class(&class)?;
        Ok(Value::Class(class))
    }

    /// `__set_name__` of what a new class holds, then `__init_subclass__` of its base.
    fn announce_class(&mut self, class: &Rc<Class>) -> Res<()> {
        let order = class.order.borrow().clone();
        for name in order {
            let value = class.attrs.borrow().get(&name).cloned();
            if let Some(value @ Value::Instance(_)) = value {
                let args = [Value::Class(class.clone()), Value::str(name.as_str())];
                Host::call_special(self, &value, self.names.set_name, &args)?;
            }
        }
        let Some(hook) = class.parent().and_then(|above| above.lookup(self.names.init_subclass)) else { return Ok(()) };
        let hook = match hook.as_native::<ClassMethod>() {
            Some(inner) => inner.0.clone(),
            None => hook,
        };
        self.call_value(&hook, vec![Value::Class(class.clone())], Vec::new()).map(drop)
    }

    fn class_from(&mut self, code: &Rc<Loaded>, base: Base, names: &Namespace) -> Res<Rc<Class>> {
        let mut attrs = rustc_hash::FxHashMap::default();
        let mut order = Vec::new();
        let slots = names.slots.take();
        for (&name, value) in names.names.borrow().iter().zip(slots) {
            let Some(value) = value else { continue };
            order.push(name);
            attrs.insert(name, value);
        }
        self.next_version += 1;
        Ok(Rc::new(Class {
            name: code.code.name.clone(),
            qualname: code.code.qualname.clone(),
            module: Arc::from(&*code.globals.name.borrow().clone()),
            base,
            attrs: RefCell::new(attrs),
            order: RefCell::new(order),
            version: Cell::new(self.next_version),
        }))
    }

    /// The `__init__` that is all a call of the class runs: no `__new__`, nothing of a built-in class.
    #[inline]
    pub(crate) fn plain_init(&mut self, class: &Rc<Class>) -> Option<Rc<Function>> {
        match self.inits.get(&class.version.get()) {
            Some(known) => known.clone(),
            None => self.find_init(class),
        }
    }

    #[cold]
    fn find_init(&mut self, class: &Rc<Class>) -> Option<Rc<Function>> {
        let found = match class.lookup(self.names.init) {
            Some(Value::Function(init)) if self.plain_class(class) => Some(init),
            _ => None,
        };
        if self.inits.len() > 4096 {
            self.inits.clear();
        }
        self.inits.insert(class.version.get(), found.clone());
        found
    }

    /// Whether a new object of the class is an empty one.
    fn plain_class(&self, class: &Rc<Class>) -> bool {
        if class.lookup(self.names.new).is_some() || class.lookup(names::names().metaclass).is_some() {
            return false;
        }
        let mut at = class;
        loop {
            match &at.base {
                Base::Object => return true,
                Base::Class(above) => at = above,
                _ => return false,
            }
        }
    }

    /// A new object without attributes.
    #[inline]
    pub(crate) fn new_instance(&mut self, class: &Rc<Class>, payload: Value) -> Rc<Instance> {
        let attrs = RefCell::new(AttrMap::with_room(4));
        Rc::new(Instance { class: class.clone(), attrs, payload })
    }

    /// `Class(args)`.
    pub(crate) fn construct(&mut self, class: &Rc<Class>, args: Vec<Value>, kwargs: Vec<(Sym, Value)>) -> Res<Value> {
        if let Some(Value::Class(meta)) = class.lookup(names::names().metaclass)
            && let Some(function) = meta.lookup(self.names.call)
        {
            let mut all = vec![Value::Class(class.clone())];
            all.extend(args);
            return self.call_value(&function, all, kwargs);
        }
        if let Some(new) = class.lookup(self.names.new) {
            return self.construct_by_new(class, new, args, kwargs);
        }
        let init = class.lookup(self.names.init);
        let payload = match root(class) {
            Base::Exc(base) => exc::new(base, args.clone()),
            Base::Type(info) if init.is_some() && is_mutable(info) => {
                self.construct_builtin(info, Vec::new(), Vec::new())?
            }
            Base::Type(info) if init.is_some() => self.construct_builtin(info, args.clone(), Vec::new())?,
            Base::Type(info) => {
                let payload = self.construct_builtin(info, args, kwargs)?;
                return Ok(Value::Instance(self.new_instance(class, payload)));
            }
            _ => Value::None,
        };
        let plain = matches!(payload, Value::None);
        let object = Value::Instance(self.new_instance(class, payload));
        match init {
            Some(init) => {
                let mut all = vec![object.clone()];
                all.extend(args);
                let result = self.call_value(&init, all, kwargs)?;
                if !matches!(result, Value::None) {
                    let found = kind::type_name(&result);
                    return Err(type_error(format!("__init__() should return None, not '{found}'")));
                }
            }
            None if plain && !(args.is_empty() && kwargs.is_empty()) => {
                return Err(type_error(format!("{}() takes no arguments", class.name)));
            }
            None if !kwargs.is_empty() => {
                return Err(type_error(format!("{}() takes no keyword arguments", class.name)));
            }
            None => {}
        }
        Ok(object)
    }

    /// `ValueError(args)`.
    pub(crate) fn construct_exception(
        &mut self,
        class: ExcClass,
        args: Vec<Value>,
        kwargs: &[(Sym, Value)],
    ) -> Res<Value> {
        let made = exc::new(class, args);
        if !kwargs.is_empty() {
            let named = matches!(class, ExcClass::ImportError | ExcClass::ModuleNotFoundError | ExcClass::NameError);
            if !named {
                return Err(type_error(format!("{}() takes no keyword arguments", class.name())));
            }
            if let Some(object) = exc_obj(&made) {
                let object: &Rc<ExcObj> = object;
                kwargs.iter().for_each(|(name, value)| drop(object.attrs.borrow_mut().set(*name, value.clone())));
            }
        }
        Ok(made)
    }

    /// `int(args)` and other built-in classes.
    pub(crate) fn construct_builtin(
        &mut self,
        info: &'static TypeInfo,
        args: Vec<Value>,
        kwargs: Vec<(Sym, Value)>,
    ) -> Res<Value> {
        if let Some(made) = descr::construct(info, &args, &kwargs) {
            return made;
        }
        if std::ptr::eq(info, &types::TYPE)
            && let [value] = args.as_slice()
        {
            return Ok(kind::type_of(value));
        }
        match self.constructor(info) {
            Some(Constructor { function, takes_class: true }) => {
                let mut all = vec![Value::Type(info)];
                all.extend(args);
                self.call_builtin(&function, all, kwargs)
            }
            Some(Constructor { function, .. }) => self.call_builtin(&function, args, kwargs),
            None => Err(type_error(format!("cannot create '{}' instances", info.name))),
        }
    }

    /// `object.name = value`.
    pub(crate) fn set_attr(&mut self, object: &Value, name: Sym, value: Value) -> Res<()> {
        if let Value::Instance(instance) = object {
            let class = instance.class.clone();
            if let Some(function) = class.lookup(self.names.setattr) {
                let args = vec![object.clone(), Value::str(name.as_str()), value];
                return self.call_value(&function, args, Vec::new()).map(drop);
            }
        }
        self.set_plain_attr(object, name, value)
    }

    /// As `object.__setattr__`.
    pub(crate) fn set_plain_attr(&mut self, object: &Value, name: Sym, value: Value) -> Res<()> {
        match object {
            Value::Instance(instance) => {
                let found = instance.class.lookup(name);
                if let Some(property) = found.as_ref().and_then(Value::as_native::<Property>) {
                    if let Value::None = property.set {
                        let class = &instance.class.name;
                        return Err(attribute_error(format!("property '{name}' of '{class}' object has no setter")));
                    }
                    let args = vec![object.clone(), value];
                    return self.call_value(&property.set.clone(), args, Vec::new()).map(drop);
                }
                if let (Some(set), Some(found)) = (self.descriptor(found.as_ref(), self.names.set), found) {
                    return self.call_value(&set, vec![found, object.clone(), value], Vec::new()).map(drop);
                }
                let old = instance.attrs.borrow_mut().set(name, value);
                drop(old);
                Ok(())
            }
            Value::Class(class) => {
                self.set_class_attr(class, name, value);
                Ok(())
            }
            Value::Module(module) => {
                module.namespace.set(name, value);
                Ok(())
            }
            Value::Function(function) => {
                if name == self.names.name {
                    if let Some(text) = value.as_str() {
                        *function.name.borrow_mut() = Arc::from(text);
                    }
                    return Ok(());
                }
                function.attrs.borrow_mut().set(name, value);
                Ok(())
            }
            Value::Exception(object) => {
                object.attrs.borrow_mut().set(name, value);
                Ok(())
            }
            Value::Native(native) => {
                let native = native.clone();
                if native.0.setattr(object, self, name, &value)? { Ok(()) } else { Err(no_such(object, name)) }
            }
            Value::Type(info) => {
                let class = info.name;
                Err(type_error(format!("cannot set '{name}' attribute of immutable type '{class}'")))
            }
            _ => Err(no_such(object, name)),
        }
    }

    fn set_class_attr(&mut self, class: &Rc<Class>, name: Sym, value: Value) {
        let plain = |value: &Value| !matches!(value, Value::Function(_) | Value::Builtin(_) | Value::Native(_));
        let new_plain = plain(&value);
        let old = class.attrs.borrow_mut().insert(name, value);
        // Caches hold functions and descriptors only: another plain value under the same name changes nothing for them.
        let same = new_plain && old.as_ref().is_some_and(plain);
        if old.is_none() {
            class.order.borrow_mut().push(name);
        }
        if !same {
            self.new_versions(class);
        }
    }

    fn new_versions(&mut self, class: &Rc<Class>) {
        let all: Vec<_> = self.classes.borrow().iter().filter_map(std::rc::Weak::upgrade).collect();
        for other in all {
            if other.is_a(class) {
                self.next_version += 1;
                other.version.set(self.next_version);
            }
        }
    }

    /// `del object.name`.
    pub(crate) fn del_attr(&mut self, object: &Value, name: Sym) -> Res<()> {
        if let Value::Instance(instance) = object {
            let class = instance.class.clone();
            if let Some(function) = class.lookup(self.names.delattr) {
                let args = vec![object.clone(), Value::str(name.as_str())];
                return self.call_value(&function, args, Vec::new()).map(drop);
            }
            let found = class.lookup(name);
            if let Some(property) = found.as_ref().and_then(Value::as_native::<Property>) {
                if let Value::None = property.delete {
                    let class = &class.name;
                    return Err(attribute_error(format!("property '{name}' of '{class}' object has no deleter")));
                }
                return self.call_value(&property.delete.clone(), vec![object.clone()], Vec::new()).map(drop);
            }
            if let (Some(delete), Some(found)) = (self.descriptor(found.as_ref(), self.names.delete), found) {
                return self.call_value(&delete, vec![found, object.clone()], Vec::new()).map(drop);
            }
        }
        self.delete_plain_attr(object, name)
    }

    /// As `object.__delattr__`.
    pub(crate) fn delete_plain_attr(&mut self, object: &Value, name: Sym) -> Res<()> {
        let removed = match object {
            Value::Instance(instance) => instance.attrs.borrow_mut().remove(name),
            Value::Function(function) => function.attrs.borrow_mut().remove(name),
            Value::Class(class) => {
                let old = class.attrs.borrow_mut().remove(&name);
                class.order.borrow_mut().retain(|at| *at != name);
                self.new_versions(class);
                old
            }
            Value::Module(module) => {
                let slot = module.namespace.index.borrow().get(&name).copied();
                slot.and_then(|slot| module.namespace.slots.borrow_mut().get_mut(slot as usize).and_then(Option::take))
            }
            _ => None,
        };
        removed.map(drop).ok_or_else(|| no_such(object, name))
    }
}

fn no_such(object: &Value, name: Sym) -> Box<Raised> {
    match object {
        Value::Class(class) => attribute_error(format!("type object '{}' has no attribute '{name}'", class.name)),
        _ => attribute_error(format!("'{}' object has no attribute '{name}'", kind::type_name(object))),
    }
}

pub(super) fn is_mutable(info: &TypeInfo) -> bool {
    [&types::LIST, &types::DICT, &types::SET].iter().any(|known| std::ptr::eq(*known, info)) || dict_kinds(info)
}

/// `OrderedDict`, `Counter`, `defaultdict`.
fn dict_kinds(info: &TypeInfo) -> bool {
    info.base.is_some_and(|base| std::ptr::eq(base, &types::DICT))
}
