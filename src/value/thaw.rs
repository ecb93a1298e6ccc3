//! Thawing: nodes to live values of this thread, in loops: first what exists (shells of what can change), then what is in it.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::containers::{DictKind, Entry, ListObj, SetSlot};
use super::frozen::{BasePart, Frozen, FrozenGraph, FrozenNode, FrozenRaised, KindPart, Part, SlotPart};
use super::func::{Cell, Function, Method};
use super::union::Union;
use super::views::DictView;
use super::{
    AttrMap, Base, Builtin, Class, DictObj, ExcObj, Host, Instance, Namespace, SetObj, SliceObj, Str, Value, dict,
    home, set,
};
use crate::data::{ExcClass, Raised, Res, Sym};

/// A live thing of a node.
#[derive(Clone)]
enum Live {
    Value(Value),
    Cell(Rc<Cell>),
    Globals(Rc<Namespace>),
}

type Key = (usize, u32);

/// What was thawed already, so that what several values share stays shared.
#[derive(Default)]
pub struct Thawing {
    live: FxHashMap<Key, Live>,
    /// Keeps the addresses of graphs from being used again.
    graphs: Vec<Arc<FrozenGraph>>,
}

/// A live value of this thread.
pub fn thaw(host: &mut dyn Host, frozen: &Frozen) -> Res<Value> {
    thaw_with(host, frozen, &mut Thawing::default())
}

/// As [`thaw`], sharing parts with what was thawed with the same `Thawing`.
pub fn thaw_with(host: &mut dyn Host, frozen: &Frozen, thawing: &mut Thawing) -> Res<Value> {
    let Frozen::Node(graph, at) = frozen else { return leaf(host, frozen) };
    if let Some(known) = home::resident(graph, *at) {
        return Ok(known);
    }
    thawing.graphs.push(graph.clone());
    let made = make(host, graph, *at, thawing)?;
    Ok(match made {
        Live::Value(v) => v,
        _ => Value::None,
    })
}

fn leaf(host: &mut dyn Host, frozen: &Frozen) -> Res<Value> {
    Ok(match frozen {
        Frozen::None | Frozen::Node(..) => Value::None,
        Frozen::Bool(flag) => Value::Bool(*flag),
        Frozen::Int(int) => Value::Int(*int),
        Frozen::Float(float) => Value::Float(*float),
        Frozen::Str(text) => Value::Str(Rc::new(Str::shared(text.clone()))),
        Frozen::BigInt(big) => Value::BigInt(Rc::new((**big).clone())),
        Frozen::Np(dtype, bits) => Value::Np(*dtype, *bits),
        Frozen::Ellipsis => Value::Ellipsis,
        Frozen::NotImplemented => Value::NotImplemented,
        Frozen::Type(info) => Value::Type(info),
        Frozen::ExcType(class) => Value::ExcType(*class),
        Frozen::Module(name) => host.import(name)?,
        Frozen::Declared(module, name) => {
            let module = host.import(module)?;
            host.getattr(&module, *name)?
        }
        Frozen::Native(native) => native.thaw(host)?,
    })
}

/// A node of a graph, borrowed from the value that is thawed.
#[derive(Clone, Copy)]
struct Place<'f> {
    graph: &'f Arc<FrozenGraph>,
    at: u32,
}

impl<'f> Place<'f> {
    fn key(self) -> Key {
        (Arc::as_ptr(self.graph) as usize, self.at)
    }

    fn node(self) -> &'f FrozenNode {
        self.graph.node(self.at).unwrap_or(&FrozenNode::Hole)
    }

    /// The node a part stands for, if it is one.
    fn of(self, part: &'f Part) -> Option<Place<'f>> {
        match part {
            Part::Local(at) => Some(Place { graph: self.graph, at: *at }),
            Part::Leaf(Frozen::Node(graph, at)) => Some(Place { graph, at: *at }),
            Part::Leaf(_) => None,
        }
    }

    fn local(self, at: u32) -> Place<'f> {
        Place { graph: self.graph, at }
    }

    /// Nodes that must exist before this one can.
    fn before(self, visit: &mut dyn FnMut(Place<'f>)) {
        let mut part = |part: &'f Part| {
            if let Some(place) = self.of(part) {
                visit(place);
            }
        };
        match self.node() {
            FrozenNode::Tuple(parts) | FrozenNode::Union(parts) | FrozenNode::Wrapped(_, parts) => {
                parts.iter().for_each(part);
            }
            FrozenNode::Slice(parts) => parts.iter().for_each(part),
            FrozenNode::Builtin(builtin) => builtin.defaults.iter().for_each(part),
            FrozenNode::Method(this, function) => {
                part(this);
                part(function);
            }
            FrozenNode::Class(class) => {
                if let BasePart::Class(base) = &class.base {
                    part(base);
                }
            }
            FrozenNode::Instance(class, _, payload) => {
                part(class);
                part(payload);
            }
            FrozenNode::View(of, _) => part(of),
            FrozenNode::Function(function) => {
                function.defaults.iter().for_each(part);
                function.captures.iter().chain([&function.globals]).for_each(|at| visit(self.local(*at)));
            }
            _ => {}
        }
    }

    /// Nodes that are put into this one later.
    fn inside(self, visit: &mut dyn FnMut(Place<'f>)) {
        match self.node() {
            FrozenNode::List(_)
            | FrozenNode::Dict(..)
            | FrozenNode::Set(..)
            | FrozenNode::Class(_)
            | FrozenNode::Instance(..)
            | FrozenNode::Function(_)
            | FrozenNode::Exception(..)
            | FrozenNode::Cell(_)
            | FrozenNode::Globals(..) => self.node().each(&mut |part| {
                if let Some(place) = self.of(part) {
                    visit(place);
                }
            }),
            _ => {}
        }
    }
}

/// Make a node and all it reaches.
fn make(host: &mut dyn Host, graph: &Arc<FrozenGraph>, at: u32, thawing: &mut Thawing) -> Res<Live> {
    let root = Place { graph, at };
    let mut made: Vec<Place<'_>> = Vec::new();
    let mut stack = Vec::new();
    // Depth first, along what must exist before; what only goes inside waits until nothing is open.
    let mut later = vec![root];
    while let Some((place, opened)) = stack.pop().or_else(|| later.pop().map(|place| (place, false))) {
        if thawing.live.contains_key(&place.key()) {
            continue;
        }
        if let Some(known) = home::resident(place.graph, place.at) {
            thawing.live.insert(place.key(), Live::Value(known));
            continue;
        }
        if !opened {
            let from = stack.len();
            stack.push((place, true));
            place.before(&mut |inner| {
                if !thawing.live.contains_key(&inner.key()) {
                    stack.push((inner, false));
                }
            });
            if stack.len() > from + 1 {
                continue;
            }
            stack.pop();
        }
        let live = create(host, place, thawing)?;
        thawing.live.insert(place.key(), live);
        made.push(place);
        place.inside(&mut |inner| {
            if !thawing.live.contains_key(&inner.key()) {
                later.push(inner);
            }
        });
    }
    fill(host, &made, thawing)?;
    for place in &made {
        if let Some(Live::Value(v @ (Value::Function(_) | Value::Class(_)))) = thawing.live.get(&place.key()) {
            home::settle_guest(place.graph, place.at, v);
        }
    }
    thawing
        .live
        .get(&root.key())
        .cloned()
        .ok_or_else(|| Raised::new(ExcClass::SystemError, "a frozen value without a root"))
}

impl Thawing {
    fn value(&self, host: &mut dyn Host, place: Place<'_>, part: &Part) -> Res<Value> {
        let key = match part {
            Part::Leaf(Frozen::Node(graph, at)) => (Arc::as_ptr(graph) as usize, *at),
            Part::Leaf(frozen) => return leaf(host, frozen),
            Part::Local(at) => place.local(*at).key(),
        };
        Ok(match self.live.get(&key) {
            Some(Live::Value(v)) => v.clone(),
            _ => Value::None,
        })
    }

    fn values(&self, host: &mut dyn Host, place: Place<'_>, parts: &[Part]) -> Res<Vec<Value>> {
        parts.iter().map(|part| self.value(host, place, part)).collect()
    }

    fn attrs(&self, host: &mut dyn Host, place: Place<'_>, parts: &[(Sym, Part)]) -> Res<AttrMap> {
        let pairs = parts.iter().map(|(name, part)| Ok((*name, self.value(host, place, part)?)));
        Ok(AttrMap::of(pairs.collect::<Res<_>>()?))
    }
}

/// The live thing of a node; what can change is still empty.
fn create(host: &mut dyn Host, place: Place<'_>, thawing: &Thawing) -> Res<Live> {
    let mut value = |part: &Part| thawing.value(host, place, part);
    Ok(Live::Value(match place.node() {
        FrozenNode::Hole => Value::None,
        FrozenNode::Cell(_) => return Ok(Live::Cell(Rc::new(Cell { value: RefCell::new(None) }))),
        FrozenNode::Globals(name, _) => {
            let globals = Namespace::default();
            *globals.name.borrow_mut() = name.clone();
            return Ok(Live::Globals(Rc::new(globals)));
        }
        FrozenNode::List(_) => Value::List(Rc::new(ListObj::new(Vec::new()))),
        FrozenNode::Dict(..) => Value::Dict(Rc::new(DictObj::plain())),
        FrozenNode::Set(_, _, false) => Value::Set(Rc::default()),
        FrozenNode::Set(_, _, true) => Value::FrozenSet(Rc::default()),
        FrozenNode::Range(range) => Value::from(*range),
        FrozenNode::Slice([start, stop, step]) => {
            Value::Slice(Rc::new(SliceObj { start: value(start)?, stop: value(stop)?, step: value(step)? }))
        }
        FrozenNode::Tuple(parts) => Value::tuple(thawing.values(host, place, parts)?),
        FrozenNode::Union(parts) => Value::native(Union { items: thawing.values(host, place, parts)? }),
        FrozenNode::Wrapped(rewrap, parts) => rewrap(thawing.values(host, place, parts)?),
        FrozenNode::View(part, which) => match value(part)? {
            Value::Dict(of) => DictView::value(&of, *which),
            _ => Value::None,
        },
        FrozenNode::Method(this, function) => {
            Value::Method(Rc::new(Method { this: value(this)?, function: value(function)? }))
        }
        FrozenNode::Exception(class, ..) => Value::Exception(Rc::new(ExcObj {
            class: *class,
            args: RefCell::default(),
            attrs: RefCell::default(),
            raised: RefCell::default(),
        })),
        FrozenNode::Builtin(builtin) => Value::Builtin(Rc::new(Builtin {
            name: builtin.name,
            signature: builtin.signature.clone(),
            defaults: thawing.values(host, place, &builtin.defaults)?,
            build: builtin.build,
            doc: builtin.doc.clone(),
            asks: builtin.asks,
            of_arrays: Builtin::names_arrays(builtin.name),
            quick: crate::value::Quick::of(builtin.name),
        })),
        FrozenNode::Instance(class, _, payload) => match value(class)? {
            Value::Class(class) => {
                Value::Instance(Rc::new(Instance { class, attrs: RefCell::default(), payload: value(payload)? }))
            }
            _ => Value::None,
        },
        FrozenNode::Function(_) | FrozenNode::Class(_) => return code(host, place, thawing),
    }))
}

/// A function or a class.
fn code(host: &mut dyn Host, place: Place<'_>, thawing: &Thawing) -> Res<Live> {
    let local = |at: u32| thawing.live.get(&place.local(at).key()).cloned();
    Ok(Live::Value(match place.node() {
        FrozenNode::Function(function) => {
            let globals = match local(function.globals) {
                Some(Live::Globals(globals)) => globals,
                _ => Rc::default(),
            };
            let cell = |at: &u32| match local(*at) {
                Some(Live::Cell(cell)) => cell,
                _ => Rc::new(Cell { value: RefCell::new(None) }),
            };
            Value::Function(Rc::new(Function {
                code: function.code,
                name: RefCell::new(function.name.clone()),
                qualname: function.qualname.clone(),
                signature: function.signature.clone(),
                defaults: thawing.values(host, place, &function.defaults)?,
                captures: function.captures.iter().map(cell).collect(),
                globals,
                doc: function.doc.clone(),
                attrs: RefCell::default(),
            }))
        }
        FrozenNode::Class(class) => {
            let base = match &class.base {
                BasePart::Object => Base::Object,
                BasePart::Exc(base) => Base::Exc(*base),
                BasePart::Type(info) => Base::Type(info),
                BasePart::Class(part) => match thawing.value(host, place, part)? {
                    Value::Class(parent) => Base::Class(parent),
                    _ => Base::Object,
                },
            };
            Value::Class(Rc::new(Class {
                name: class.name.clone(),
                qualname: class.qualname.clone(),
                module: class.module.clone(),
                base,
                attrs: RefCell::default(),
                order: RefCell::default(),
                version: std::cell::Cell::new(0),
            }))
        }
        _ => Value::None,
    }))
}

/// Put parts into what can change; dicts and sets come last, since hashing a key may need the rest.
fn fill(host: &mut dyn Host, made: &[Place<'_>], thawing: &Thawing) -> Res<()> {
    for place in made {
        let Some(live) = thawing.live.get(&place.key()) else { continue };
        fill_plain(host, *place, live, thawing)?;
    }
    for place in made.iter().rev() {
        let Some(Live::Value(v)) = thawing.live.get(&place.key()) else { continue };
        match (place.node(), v) {
            (FrozenNode::Dict(kind, pairs), Value::Dict(found)) => {
                fill_dict(host, *place, kind, pairs, found, thawing)?
            }
            (FrozenNode::Set(slots, filled, _), Value::Set(found) | Value::FrozenSet(found)) => {
                fill_set(host, *place, slots, *filled, found, thawing)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn fill_plain(host: &mut dyn Host, place: Place<'_>, live: &Live, thawing: &Thawing) -> Res<()> {
    match (place.node(), live) {
        (FrozenNode::List(parts), Live::Value(Value::List(list))) => {
            *list.items.borrow_mut() = thawing.values(host, place, parts)?;
        }
        (FrozenNode::Cell(Some(part)), Live::Cell(cell)) => {
            *cell.value.borrow_mut() = Some(thawing.value(host, place, part)?);
        }
        (FrozenNode::Globals(_, entries), Live::Globals(globals)) => {
            for (name, part) in entries {
                globals.set(*name, thawing.value(host, place, part)?);
            }
        }
        (FrozenNode::Function(function), Live::Value(Value::Function(made))) => {
            *made.attrs.borrow_mut() = thawing.attrs(host, place, &function.attrs)?;
        }
        (FrozenNode::Class(class), Live::Value(Value::Class(made))) => {
            for (name, part) in &class.attrs {
                let value = thawing.value(host, place, part)?;
                made.attrs.borrow_mut().insert(*name, value);
                made.order.borrow_mut().push(*name);
            }
        }
        (FrozenNode::Instance(_, attrs, _), Live::Value(Value::Instance(made))) => {
            *made.attrs.borrow_mut() = thawing.attrs(host, place, attrs)?;
        }
        (FrozenNode::Exception(_, args, attrs), Live::Value(Value::Exception(made))) => {
            *made.args.borrow_mut() = thawing.values(host, place, args)?;
            *made.attrs.borrow_mut() = thawing.attrs(host, place, attrs)?;
        }
        _ => {}
    }
    Ok(())
}

fn fill_dict(
    host: &mut dyn Host,
    place: Place<'_>,
    kind: &KindPart,
    pairs: &[(Option<u64>, Part, Part)],
    found: &DictObj,
    thawing: &Thawing,
) -> Res<()> {
    let kind = match kind {
        KindPart::Plain => DictKind::Plain,
        KindPart::Ordered => DictKind::Ordered,
        KindPart::Counter => DictKind::Counter,
        KindPart::Default(factory) => DictKind::Default(thawing.value(host, place, factory)?),
    };
    *found.kind.borrow_mut() = kind;
    for (hash, key, value) in pairs {
        let (key, value) = (thawing.value(host, place, key)?, thawing.value(host, place, value)?);
        match hash {
            Some(hash) => found.table.borrow_mut().push_new(Entry { hash: *hash, key, value }),
            None => dict::insert(host, found, key, value)?,
        }
    }
    Ok(())
}

fn fill_set(
    host: &mut dyn Host,
    place: Place<'_>,
    slots: &[SlotPart],
    filled: usize,
    found: &SetObj,
    thawing: &Thawing,
) -> Res<()> {
    let stable = slots.iter().all(|slot| !matches!(slot, SlotPart::Key(None, _)));
    let mut exact = Vec::with_capacity(slots.len());
    let mut used = 0;
    for slot in slots {
        exact.push(match slot {
            SlotPart::Empty => SetSlot::Empty,
            SlotPart::Dummy => SetSlot::Dummy,
            SlotPart::Key(hash, key) => {
                used += 1;
                SetSlot::Key(hash.unwrap_or(0), thawing.value(host, place, key)?)
            }
        });
    }
    if stable {
        let mut table = found.table.borrow_mut();
        (table.slots, table.fill, table.used) = (exact, filled, used);
        return Ok(());
    }
    for slot in exact {
        if let SetSlot::Key(_, key) = slot {
            set::add(host, found, &key)?;
        }
    }
    Ok(())
}

/// What was raised, in this thread.
pub fn thaw_raised(host: &mut dyn Host, raised: &FrozenRaised) -> Box<Raised> {
    let mut thawing = Thawing::default();
    let mut cause: Option<Box<Raised>> = None;
    for frozen in raised.causes.iter().rev().chain([raised]) {
        let object = frozen.object.as_ref().and_then(|object| thaw_with(host, object, &mut thawing).ok());
        let mut live = Raised::new(frozen.class, frozen.message.clone());
        live.object = object.map(|object| Rc::new(object) as Rc<dyn Any>);
        live.trace = frozen.trace.clone();
        live.task = frozen.task.clone();
        live.help = frozen.help.clone();
        live.cause = cause.take();
        cause = Some(live);
    }
    cause.unwrap_or_else(|| Raised::new(raised.class, raised.message.clone()))
}
