//! Classes and objects of the user, exception objects, modules and their variables.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{DictObj, TypeInfo, Value, dict};
use crate::data::{ExcClass, Raised, Sym};

/// Attributes in the order of their first assignment. A linear scan while small: objects have few attributes.
#[derive(Default)]
pub struct AttrMap {
    /// Names and values; none once the object's `__dict__` was asked for.
    pub items: Vec<(Sym, Value)>,
    /// The `__dict__`, which then holds the attributes.
    live: Option<Rc<DictObj>>,
}

/// The copy is nobody's `__dict__`.
impl Clone for AttrMap {
    fn clone(&self) -> AttrMap {
        AttrMap::of(self.pairs())
    }
}

impl AttrMap {
    /// Attributes made at once.
    pub fn of(items: Vec<(Sym, Value)>) -> AttrMap {
        AttrMap { items, live: None }
    }

    /// No attributes, with room for some.
    pub fn with_room(count: usize) -> AttrMap {
        AttrMap::of(Vec::with_capacity(count))
    }

    /// The value of a name.
    #[inline]
    pub fn get(&self, name: Sym) -> Option<Value> {
        match &self.live {
            None => self.items.iter().find(|(at, _)| *at == name).map(|(_, value)| value.clone()),
            Some(live) => dict::get_str(live, name.as_str()),
        }
    }

    /// Whether a name is not there.
    #[inline]
    pub fn lacks(&self, name: Sym) -> bool {
        match &self.live {
            None => self.items.iter().all(|(at, _)| *at != name),
            Some(live) => dict::get_str(live, name.as_str()).is_none(),
        }
    }

    /// The position of a name, for inline caches.
    pub fn position(&self, name: Sym) -> Option<usize> {
        self.items.iter().position(|(at, _)| *at == name)
    }

    /// Whether attributes may be added to `items`.
    #[inline]
    pub fn is_plain(&self) -> bool {
        self.live.is_none()
    }

    /// Set a name; its old value.
    pub fn set(&mut self, name: Sym, value: Value) -> Option<Value> {
        if let Some(live) = &self.live {
            let old = dict::get_str(live, name.as_str());
            dict::set_str(live, name.as_str(), value);
            return old;
        }
        match self.items.iter_mut().find(|(at, _)| *at == name) {
            Some((_, place)) => Some(std::mem::replace(place, value)),
            None => {
                self.items.push((name, value));
                None
            }
        }
    }

    /// Remove a name.
    pub fn remove(&mut self, name: Sym) -> Option<Value> {
        if let Some(live) = &self.live {
            return dict::remove_str(live, name.as_str());
        }
        let at = self.position(name)?;
        Some(self.items.remove(at).1)
    }

    /// All names with their values, in order.
    pub fn pairs(&self) -> Vec<(Sym, Value)> {
        match &self.live {
            None => self.items.clone(),
            Some(live) => {
                let pairs = dict::items(live).into_iter();
                pairs.filter_map(|(name, value)| Some((Sym::new(name.as_str()?), value))).collect()
            }
        }
    }

    /// The `__dict__`: from now on it holds the attributes.
    pub fn live(&mut self) -> Rc<DictObj> {
        if let Some(live) = &self.live {
            return live.clone();
        }
        let made = Rc::new(DictObj::plain());
        for (name, value) in self.items.drain(..) {
            dict::set_str(&made, name.as_str(), value);
        }
        self.live = Some(made.clone());
        made
    }
}

/// What a class inherits from.
#[derive(Clone)]
pub enum Base {
    /// `object`.
    Object,
    /// A class of the user.
    Class(Rc<Class>),
    /// A built-in exception.
    Exc(ExcClass),
    /// Another built-in class (`dict`, `list`, `tuple`): objects hold a value of it as payload.
    Type(&'static TypeInfo),
}

/// A class of the user.
pub struct Class {
    /// `__name__`.
    pub name: Arc<str>,
    /// `__qualname__`.
    pub qualname: Arc<str>,
    /// `__module__`.
    pub module: Arc<str>,
    /// Its one base.
    pub base: Base,
    /// Its own attributes: methods and class variables.
    pub attrs: RefCell<FxHashMap<Sym, Value>>,
    /// Names of `attrs` in order of definition.
    pub order: RefCell<Vec<Sym>>,
    /// Changes whenever an attribute of it or a base changes: inline caches compare it.
    pub version: std::cell::Cell<u64>,
}

impl Class {
    /// The class of the user it inherits from.
    pub fn parent(&self) -> Option<&Rc<Class>> {
        match &self.base {
            Base::Class(class) => Some(class),
            _ => None,
        }
    }

    /// An attribute, of it or its bases of the user.
    pub fn lookup(&self, name: Sym) -> Option<Value> {
        if let Some(found) = self.attrs.borrow().get(&name) {
            return Some(found.clone());
        }
        let mut at = self.parent();
        while let Some(class) = at {
            if let Some(found) = class.attrs.borrow().get(&name) {
                return Some(found.clone());
            }
            at = class.parent();
        }
        None
    }

    /// The built-in exception class it inherits from, if it is an exception.
    pub fn exception_base(&self) -> Option<ExcClass> {
        let mut at = self;
        loop {
            match &at.base {
                Base::Exc(class) => return Some(*class),
                Base::Class(class) => at = class,
                _ => return None,
            }
        }
    }

    /// Whether it is `other` or inherits from it.
    pub fn is_a(self: &Rc<Self>, other: &Rc<Class>) -> bool {
        let mut at = Some(self);
        while let Some(class) = at {
            if Rc::ptr_eq(class, other) {
                return true;
            }
            at = class.parent();
        }
        false
    }
}

/// An object of a user's class.
pub struct Instance {
    /// Its class.
    pub class: Rc<Class>,
    /// Its attributes.
    pub attrs: RefCell<AttrMap>,
    /// For subclasses of built-in classes the value of that class (an exception's [`Value::Exception`]); else `None`.
    pub payload: Value,
}

impl Instance {
    /// An object without attributes, with room for some.
    pub fn empty(class: Rc<Class>) -> Instance {
        Instance { class, attrs: RefCell::new(AttrMap::with_room(4)), payload: Value::None }
    }
}

/// An object of a built-in exception class, or the payload of an object of a user's.
pub struct ExcObj {
    /// The built-in class.
    pub class: ExcClass,
    /// `args`.
    pub args: RefCell<Vec<Value>>,
    /// Other attributes: `errno`, `filename`, `value`, what the user sets.
    pub attrs: RefCell<AttrMap>,
    /// What was raised: its trace, task and help, once it was.
    pub raised: RefCell<Option<Box<Raised>>>,
}

/// Variables of a module, in slots that compiled code addresses by number.
#[derive(Default)]
pub struct Namespace {
    /// `__name__`.
    pub name: RefCell<Arc<str>>,
    /// Values; `None` while unassigned.
    pub slots: RefCell<Vec<Option<Value>>>,
    /// Names of the slots.
    pub names: RefCell<Vec<Sym>>,
    /// Slots of the names.
    pub index: RefCell<FxHashMap<Sym, u32>>,
}

impl Namespace {
    /// The slot of a name, made if there is none.
    pub fn slot(&self, name: Sym) -> u32 {
        if let Some(&found) = self.index.borrow().get(&name) {
            return found;
        }
        let slot = self.names.borrow().len() as u32;
        self.names.borrow_mut().push(name);
        self.slots.borrow_mut().push(None);
        self.index.borrow_mut().insert(name, slot);
        slot
    }

    /// The value of a name.
    pub fn get(&self, name: Sym) -> Option<Value> {
        let slot = *self.index.borrow().get(&name)?;
        self.slots.borrow().get(slot as usize).cloned().flatten()
    }

    /// All assigned names with their values, in the order in which they were first used.
    pub fn items(&self) -> Vec<(Sym, Value)> {
        let (names, slots) = (self.names.borrow(), self.slots.borrow());
        names.iter().zip(slots.iter()).filter_map(|(name, value)| Some((*name, value.clone()?))).collect()
    }

    /// Unassign all names.
    pub fn clear(&self) {
        let dropped: Vec<Option<Value>> = self.slots.borrow_mut().iter_mut().map(Option::take).collect();
        // Dropped when no borrow is held: a user's object may look at its module as it goes.
        drop(dropped);
    }

    /// Assign a name, or unassign it.
    pub fn put(&self, name: Sym, value: Option<Value>) {
        let slot = self.slot(name) as usize;
        let before = self.slots.borrow_mut().get_mut(slot).map(|place| std::mem::replace(place, value));
        drop(before);
    }

    /// Assign a name.
    pub fn set(&self, name: Sym, value: Value) {
        let slot = self.slot(name) as usize;
        if let Some(place) = self.slots.borrow_mut().get_mut(slot) {
            *place = Some(value);
        }
    }
}

/// A module: a script, a file beside it, or one that stdlib/ declares.
pub struct Module {
    /// `__name__`, dotted.
    pub name: Arc<str>,
    /// Its variables. A declared module fills in when a name is first asked for.
    pub namespace: Rc<Namespace>,
    /// Whether stdlib/ declares it.
    pub declared: bool,
}
