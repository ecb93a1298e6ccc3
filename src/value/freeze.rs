//! Freezing: a live value to nodes, in a loop, so that neither depth nor cycles matter.

use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::containers::{DictKind, SetSlot};
use super::frozen::{
    BasePart, BuiltinNode, ClassNode, Frozen, FrozenGraph, FrozenNode, FrozenRaised, FunctionNode, KindPart, Part,
    SlotPart,
};
use super::func::{Cell, Function};
use super::hash::{self, address};
use super::home;
use super::union::Union;
use super::views::DictView;
use super::{AttrMap, Base, Builtin, Class, DictObj, Host, Instance, Namespace, SetObj, Value, exc, kind};
use crate::data::raised::type_error;
use crate::data::{Raised, Res, Sym};

/// What was frozen already in one computation, by address.
#[derive(Default)]
pub struct Memo {
    done: FxHashMap<usize, (Arc<FrozenGraph>, u32)>,
    /// Keeps addresses from being used again.
    kept: Vec<Item>,
}

/// Something with an address that becomes a node.
#[derive(Clone)]
enum Item {
    Value(Value),
    Cell(Rc<Cell>),
    Globals(Rc<Namespace>),
}

impl Item {
    fn address(&self) -> usize {
        match self {
            Item::Value(v) => address(v),
            Item::Cell(cell) => Rc::as_ptr(cell) as usize,
            Item::Globals(globals) => Rc::as_ptr(globals) as usize,
        }
    }
}

/// A graph being built.
struct Builder<'m> {
    memo: &'m mut Memo,
    nodes: Vec<FrozenNode>,
    items: Vec<Item>,
    local: FxHashMap<usize, u32>,
    /// Names of each module's variables that are in its node already.
    globals: FxHashMap<u32, FxHashMap<Sym, ()>>,
}

/// Freeze a value.
pub fn freeze(host: &mut dyn Host, v: &Value, memo: &mut Memo) -> Res<Frozen> {
    if let Some(leaf) = leaf(host, v)? {
        return Ok(leaf);
    }
    if let Some((graph, at)) = memo.done.get(&address(v)) {
        return Ok(Frozen::Node(graph.clone(), *at));
    }
    if let Some((graph, at)) = home::origin(v) {
        return Ok(Frozen::Node(graph, at));
    }
    let mut builder = Builder {
        memo,
        nodes: Vec::new(),
        items: Vec::new(),
        local: FxHashMap::default(),
        globals: FxHashMap::default(),
    };
    builder.reserve(Item::Value(v.clone()));
    let mut at = 0;
    while let Some(item) = builder.items.get(at).cloned() {
        let node = builder.node(host, &item, at as u32)?;
        if let Some(place) = builder.nodes.get_mut(at)
            && !matches!(node, FrozenNode::Hole)
        {
            *place = node;
        }
        at += 1;
    }
    Ok(Frozen::Node(builder.finish(), 0))
}

/// The frozen form of what has no parts.
fn leaf(host: &mut dyn Host, v: &Value) -> Res<Option<Frozen>> {
    Ok(Some(match v {
        Value::None | Value::Unbound => Frozen::None,
        Value::Bool(flag) => Frozen::Bool(*flag),
        Value::Int(int) => Frozen::Int(*int),
        Value::Float(float) => Frozen::Float(*float),
        Value::Str(text) if text.is_numpy() => {
            Frozen::Native(Arc::new(super::array::FrozenArray::of_text(text.as_str())))
        }
        Value::Str(text) => Frozen::Str(text.share()),
        Value::BigInt(big) => Frozen::BigInt(Arc::new((**big).clone())),
        Value::Np(dtype, bits) => Frozen::Np(*dtype, *bits),
        Value::Ellipsis => Frozen::Ellipsis,
        Value::NotImplemented => Frozen::NotImplemented,
        Value::Type(info) => Frozen::Type(info),
        Value::ExcType(class) => Frozen::ExcType(*class),
        Value::Module(module) => Frozen::Module(module.name.clone()),
        Value::Class(class) => return declared(host, &class.module, &class.qualname, v),
        Value::Instance(object) => return only(host, object, v),
        Value::Native(native)
            if native.downcast::<DictView>().is_none()
                && native.downcast::<Union>().is_none()
                && native.0.wraps().is_none() =>
        {
            match native.0.freeze(host)? {
                Some(frozen) => Frozen::Native(frozen),
                None => {
                    let name = kind::type_name(v);
                    return Err(type_error(format!("cannot pickle '{name}' object"))
                        .help("such an object cannot leave the thread that made it; make it inside the task"));
                }
            }
        }
        _ => return Ok(None),
    }))
}

/// Modules beside those of NumPy and Dask that have classes in the language.
const LIBRARY: &[&str] = &["argparse", "enum", "pathlib", "random", "statistics", "string", "types", "uuid"];

/// A class, or an object that there is once, of a module that is library code: every thread has its own, by
/// name, so that what it is asked to be (`isinstance`, `is`) it is there too.
fn declared(host: &mut dyn Host, module: &Arc<str>, name: &str, v: &Value) -> Res<Option<Frozen>> {
    let library = module.starts_with("numpy") || module.starts_with("dask") || LIBRARY.contains(&&**module);
    if !library || name.contains('.') {
        return Ok(None);
    }
    let Ok(Value::Module(found)) = host.import(module) else { return Ok(None) };
    let name = Sym::new(name);
    let same = found.declared
        && match (host.getattr(&Value::Module(found), name), v) {
            (Ok(Value::Class(known)), Value::Class(class)) => Rc::ptr_eq(&known, class),
            (Ok(Value::Instance(known)), Value::Instance(object)) => Rc::ptr_eq(&known, object),
            _ => false,
        };
    Ok(same.then(|| Frozen::Declared(module.clone(), name)))
}

/// An object whose class says by what name its module has it: `__reduce__` gives a string, as when Python pickles.
fn only(host: &mut dyn Host, object: &Rc<Instance>, v: &Value) -> Res<Option<Frozen>> {
    let module = object.class.module.clone();
    if !module.starts_with("numpy") || object.class.lookup(Sym::new("__reduce__")).is_none() {
        return Ok(None);
    }
    match host.call_special(v, Sym::new("__reduce__"), &[])? {
        Some(Value::Str(name)) => declared(host, &module, name.as_str(), v),
        _ => Ok(None),
    }
}

/// The hash of a key that every thread computes alike.
fn stable_hash(v: &Value) -> Option<u64> {
    fn stable(v: &Value, depth: usize) -> bool {
        match v {
            Value::Str(_) | Value::Int(_) | Value::Bool(_) | Value::Float(_) | Value::BigInt(_) | Value::None => true,
            Value::Np(..) | Value::Range(_) | Value::Ellipsis | Value::ExcType(_) | Value::Type(_) => true,
            Value::Tuple(tuple) => depth > 0 && tuple.items.iter().all(|item| stable(item, depth - 1)),
            Value::FrozenSet(set) => depth > 0 && set.table.borrow().iter().all(|(_, key)| stable(key, depth - 1)),
            _ => false,
        }
    }
    if stable(v, 8) { hash::quick(v) } else { None }
}

impl Builder<'_> {
    fn reserve(&mut self, item: Item) -> u32 {
        let at = self.nodes.len() as u32;
        self.local.insert(item.address(), at);
        self.nodes.push(FrozenNode::Hole);
        self.items.push(item);
        at
    }

    /// The graph, and its nodes remembered by address.
    fn finish(self) -> Arc<FrozenGraph> {
        let graph = Arc::new(FrozenGraph { nodes: self.nodes });
        for (at, item) in self.items.into_iter().enumerate() {
            if let Item::Value(v @ (Value::Class(_) | Value::Function(_))) = &item {
                home::settle(&graph, at as u32, v);
            }
            self.memo.done.insert(item.address(), (graph.clone(), at as u32));
            self.memo.kept.push(item);
        }
        graph
    }

    fn part(&mut self, host: &mut dyn Host, v: &Value) -> Res<Part> {
        if let Some(leaf) = leaf(host, v)? {
            return Ok(Part::Leaf(leaf));
        }
        let key = address(v);
        if let Some(at) = self.local.get(&key) {
            return Ok(Part::Local(*at));
        }
        if let Some((graph, at)) = self.memo.done.get(&key) {
            return Ok(Part::Leaf(Frozen::Node(graph.clone(), *at)));
        }
        if let Some((graph, at)) = home::origin(v) {
            return Ok(Part::Leaf(Frozen::Node(graph, at)));
        }
        Ok(Part::Local(self.reserve(Item::Value(v.clone()))))
    }

    fn parts(&mut self, host: &mut dyn Host, values: &[Value]) -> Res<Vec<Part>> {
        values.iter().map(|v| self.part(host, v)).collect()
    }

    fn attrs(&mut self, host: &mut dyn Host, attrs: &AttrMap) -> Res<Vec<(Sym, Part)>> {
        attrs.pairs().iter().map(|(name, v)| Ok((*name, self.part(host, v)?))).collect()
    }

    fn local_item(&mut self, item: Item) -> u32 {
        match self.local.get(&item.address()) {
            Some(at) => *at,
            None => self.reserve(item),
        }
    }

    fn node(&mut self, host: &mut dyn Host, item: &Item, at: u32) -> Res<FrozenNode> {
        let v = match item {
            Item::Value(v) => v,
            Item::Cell(cell) => {
                let value = cell.value.borrow().clone();
                let part = value.map(|v| self.part(host, &v)).transpose()?;
                return Ok(FrozenNode::Cell(part));
            }
            // Functions fill it in, name by name.
            Item::Globals(_) => return Ok(FrozenNode::Hole),
        };
        Ok(match v {
            Value::List(list) => {
                let items = list.items.borrow().clone();
                FrozenNode::List(self.parts(host, &items)?)
            }
            Value::Tuple(tuple) => FrozenNode::Tuple(self.parts(host, &tuple.items)?),
            Value::Dict(dict) => self.dict(host, dict)?,
            Value::Set(set) => self.set(host, set, false)?,
            Value::FrozenSet(set) => self.set(host, set, true)?,
            Value::Range(range) => FrozenNode::Range(**range),
            Value::Slice(slice) => FrozenNode::Slice([
                self.part(host, &slice.start)?,
                self.part(host, &slice.stop)?,
                self.part(host, &slice.step)?,
            ]),
            Value::Function(function) => self.function(host, function)?,
            Value::Builtin(builtin) => self.builtin(host, builtin)?,
            Value::Method(method) => {
                FrozenNode::Method(self.part(host, &method.this)?, self.part(host, &method.function)?)
            }
            Value::Class(class) => self.class(host, class)?,
            Value::Instance(object) => self.instance(host, object)?,
            Value::Exception(object) => {
                let args = object.args.borrow().clone();
                let attrs = object.attrs.borrow().clone();
                FrozenNode::Exception(object.class, self.parts(host, &args)?, self.attrs(host, &attrs)?)
            }
            Value::Native(native) => match (native.downcast::<DictView>(), native.downcast::<Union>()) {
                (Some(view), _) => FrozenNode::View(self.part(host, &Value::Dict(view.dict.clone()))?, view.part),
                (_, Some(union)) => FrozenNode::Union(self.parts(host, &union.items)?),
                _ => match native.0.wraps() {
                    Some((parts, rewrap)) => FrozenNode::Wrapped(rewrap, self.parts(host, &parts)?),
                    None => FrozenNode::Hole,
                },
            },
            other => {
                let part = self.part(host, other)?;
                let _ = at;
                FrozenNode::Tuple(vec![part])
            }
        })
    }

    fn dict(&mut self, host: &mut dyn Host, dict: &DictObj) -> Res<FrozenNode> {
        let kind = match dict.kind.borrow().clone() {
            DictKind::Plain => KindPart::Plain,
            DictKind::Ordered => KindPart::Ordered,
            DictKind::Counter => KindPart::Counter,
            DictKind::Default(factory) => KindPart::Default(self.part(host, &factory)?),
        };
        let mut pairs = Vec::with_capacity(super::dict::len(dict));
        for (key, value) in super::dict::items(dict) {
            pairs.push((stable_hash(&key), self.part(host, &key)?, self.part(host, &value)?));
        }
        Ok(FrozenNode::Dict(kind, pairs))
    }

    fn set(&mut self, host: &mut dyn Host, set: &SetObj, frozen: bool) -> Res<FrozenNode> {
        let (slots, fill) = {
            let table = set.table.borrow();
            (table.slots.clone(), table.fill)
        };
        let mut parts = Vec::with_capacity(slots.len());
        for slot in &slots {
            parts.push(match slot {
                SetSlot::Empty => SlotPart::Empty,
                SetSlot::Dummy => SlotPart::Dummy,
                SetSlot::Key(_, key) => SlotPart::Key(stable_hash(key), self.part(host, key)?),
            });
        }
        Ok(FrozenNode::Set(parts, fill, frozen))
    }

    fn function(&mut self, host: &mut dyn Host, function: &Function) -> Res<FrozenNode> {
        let globals = self.local_item(Item::Globals(function.globals.clone()));
        self.globals_of(host, function, globals)?;
        let captures = function.captures.iter().map(|cell| self.local_item(Item::Cell(cell.clone()))).collect();
        let attrs = function.attrs.borrow().clone();
        Ok(FrozenNode::Function(Box::new(FunctionNode {
            code: function.code,
            name: function.name.borrow().clone(),
            qualname: function.qualname.clone(),
            signature: function.signature.clone(),
            defaults: self.parts(host, &function.defaults)?,
            captures,
            globals,
            doc: function.doc.clone(),
            attrs: self.attrs(host, &attrs)?,
        })))
    }

    /// Add the module's variables that a function uses to their node.
    fn globals_of(&mut self, host: &mut dyn Host, function: &Function, node: u32) -> Res<()> {
        let mut more = Vec::new();
        for &name in host.code_globals(function.code).iter() {
            if self.globals.entry(node).or_default().insert(name, ()).is_none()
                && let Some(v) = function.globals.get(name)
                && !matches!(v, Value::Unbound)
            {
                more.push((name, self.part(host, &v)?));
            }
        }
        let module = function.globals.name.borrow().clone();
        let Some(place) = self.nodes.get_mut(node as usize) else { return Ok(()) };
        match place {
            FrozenNode::Globals(_, entries) => entries.extend(more),
            _ => *place = FrozenNode::Globals(module, more),
        }
        Ok(())
    }

    fn builtin(&mut self, host: &mut dyn Host, builtin: &Builtin) -> Res<FrozenNode> {
        Ok(FrozenNode::Builtin(Box::new(BuiltinNode {
            name: builtin.name,
            signature: builtin.signature.clone(),
            defaults: self.parts(host, &builtin.defaults)?,
            build: builtin.build,
            doc: builtin.doc.clone(),
            asks: builtin.asks,
        })))
    }

    fn class(&mut self, host: &mut dyn Host, class: &Rc<Class>) -> Res<FrozenNode> {
        let base = match &class.base {
            Base::Object => BasePart::Object,
            Base::Class(parent) => BasePart::Class(self.part(host, &Value::Class(parent.clone()))?),
            Base::Exc(base) => BasePart::Exc(*base),
            Base::Type(info) => BasePart::Type(info),
        };
        let mut attrs = Vec::new();
        for name in class.order.borrow().clone() {
            let found = class.attrs.borrow().get(&name).cloned();
            if let Some(v) = found {
                attrs.push((name, self.part(host, &v)?));
            }
        }
        Ok(FrozenNode::Class(Box::new(ClassNode {
            name: class.name.clone(),
            qualname: class.qualname.clone(),
            module: class.module.clone(),
            base,
            attrs,
        })))
    }

    fn instance(&mut self, host: &mut dyn Host, object: &Instance) -> Res<FrozenNode> {
        let class = self.part(host, &Value::Class(object.class.clone()))?;
        let attrs = object.attrs.borrow().clone();
        let attrs = self.attrs(host, &attrs)?;
        Ok(FrozenNode::Instance(class, attrs, self.part(host, &object.payload)?))
    }
}

/// Freeze what was raised. An object that cannot leave its thread stays behind: class and message travel.
pub fn freeze_raised(host: &mut dyn Host, raised: Box<Raised>) -> FrozenRaised {
    let mut memo = Memo::default();
    let mut at = Some(raised);
    let mut chain = Vec::new();
    while let Some(mut raised) = at {
        at = raised.cause.take();
        super::cure::cure(host, &mut raised);
        let object = exc::object_of(&raised).and_then(|object| freeze(host, &object, &mut memo).ok());
        chain.push(FrozenRaised {
            class: raised.class,
            message: std::mem::take(&mut raised.message),
            object,
            trace: std::mem::take(&mut raised.trace),
            task: raised.task.take(),
            help: raised.help.take(),
            causes: Vec::new(),
        });
    }
    let causes = chain.split_off(1.min(chain.len()));
    let mut first = chain.pop().unwrap_or_else(|| FrozenRaised {
        class: crate::data::ExcClass::RuntimeError,
        message: String::new(),
        object: None,
        trace: Vec::new(),
        task: None,
        help: None,
        causes: Vec::new(),
    });
    first.causes = causes;
    first
}
