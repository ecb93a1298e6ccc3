//! Delayed calls as the script builds them: nodes that hold live values of one thread. What they hold is read
//! (frozen) when a computation starts.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::bag::{Bag, Item, PartName};
use super::collection::Array;
use super::token::Token;
use crate::data::Sym;
use crate::data::ops::{BinOp, CmpOp};
use crate::source::Span;
use crate::value::{DictKind, SetObj, Value};

/// A `Delayed` as a value of the script. Its behaviour as an object is in `builtins`.
#[derive(Clone)]
pub struct Delayed {
    /// What it will compute.
    pub node: Rc<DelayedNode>,
}

/// A delayed value.
pub struct DelayedNode {
    /// How it comes about.
    pub kind: Kind,
    /// Its key.
    pub key: DelayedKey,
    /// `nout`: how many items it unpacks to.
    pub length: Option<usize>,
    /// The user's expression that made it.
    pub span: Span,
    /// A mark of the traversal that last saw it, and its number there.
    pub mark: Cell<(u64, u32)>,
    /// Whether the script holds it as an `Item` of a bag.
    pub item: Cell<bool>,
    text: OnceCell<Value>,
}

/// How a delayed value comes about.
pub enum Kind {
    /// A wrapped value or function.
    Leaf {
        /// The value.
        value: Value,
        /// `pure=` of calls of it.
        pure: Option<bool>,
        /// `nout=` of calls of it.
        nout: Option<usize>,
        /// What keys of its calls begin with, once it was called.
        call_prefix: OnceCell<Sym>,
    },
    /// A value that was computed: by `persist`.
    Known(Value),
    /// `object.name`.
    Attr {
        /// The object.
        object: Rc<DelayedNode>,
        /// The name.
        name: Sym,
    },
    /// A call.
    Call {
        /// What is called.
        callee: Callee,
        /// Positional arguments.
        args: Box<[Arg]>,
        /// Keyword arguments.
        kwargs: Box<[(Sym, Arg)]>,
    },
    /// A container with lazy values in it.
    Build(Arg),
}

/// What a delayed call calls.
pub enum Callee {
    /// A function.
    Value(Value),
    /// What a delayed value will be.
    Delayed(Rc<DelayedNode>),
    /// A binary operator.
    Binary(BinOp),
    /// A comparison.
    Compare(CmpOp),
    /// A unary operator, by its method.
    Unary(&'static str),
    /// `a[b]`.
    GetItem,
    /// `a.name(...)`.
    Method(Sym),
}

/// An argument, as it was when the call was made.
#[derive(Clone)]
pub enum Arg {
    /// A value with nothing lazy in it; read when the computation starts.
    Value(Value),
    /// A delayed value.
    Delayed(Rc<DelayedNode>),
    /// A lazy array: arrives as an eager one.
    Array(Array),
    /// A bag: arrives as a list.
    Bag(Bag),
    /// A list with something lazy in it.
    List(Box<[Arg]>),
    /// A tuple.
    Tuple(Box<[Arg]>),
    /// A set.
    Set(Box<[Arg]>),
    /// A dict.
    Dict(Box<[(Arg, Arg)]>),
    /// A slice.
    Slice(Box<[Arg; 3]>),
}

/// A key.
#[derive(Clone)]
pub enum DelayedKey {
    /// A name and a hash.
    Hash {
        /// The first part.
        prefix: Sym,
        /// The hash.
        hash: u128,
        /// Whether it is of the structure: equal calls have equal keys and run once. Else it is unique.
        pure: bool,
    },
    /// A name that the user chose, and its hash.
    Named(Value, u128),
    /// A partition of a bag: the name of its layer, and its number.
    Part(Rc<PartName>, u32),
}

impl DelayedKey {
    /// A unique key.
    pub fn unique(prefix: Sym) -> DelayedKey {
        DelayedKey::Hash { prefix, hash: unique(), pure: false }
    }

    /// What stands for the key in hashes.
    pub fn hash(&self) -> u128 {
        match self {
            DelayedKey::Hash { hash, .. } | DelayedKey::Named(_, hash) => *hash,
            DelayedKey::Part(name, at) => name.part_hash(*at),
        }
    }

    /// Whether two nodes can have this key.
    pub fn is_shared(&self) -> bool {
        !matches!(self, DelayedKey::Hash { pure: false, .. })
    }
}

/// A hash that this process has not used, and other processes hardly.
pub fn unique() -> u128 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    static SEED: std::sync::LazyLock<u64> = std::sync::LazyLock::new(|| {
        use std::hash::{BuildHasher, Hasher};
        std::collections::hash_map::RandomState::new().build_hasher().finish()
    });
    Token::new("unique").word(*SEED).word(NEXT.fetch_add(1, Ordering::Relaxed)).finish()
}

impl DelayedNode {
    /// A node.
    pub fn new(kind: Kind, key: DelayedKey, length: Option<usize>, span: Span) -> Rc<DelayedNode> {
        Rc::new(DelayedNode {
            kind,
            key,
            length,
            span,
            mark: Cell::new((0, 0)),
            item: Cell::new(false),
            text: OnceCell::new(),
        })
    }

    /// The key as a value: made when first asked for.
    pub fn key_value(&self) -> Value {
        match &self.key {
            DelayedKey::Named(name, _) => name.clone(),
            DelayedKey::Part(name, at) => Value::tuple([Value::string(name.text()), Value::Int(i64::from(*at))]),
            DelayedKey::Hash { prefix, hash, pure } => {
                let text = || match pure {
                    true => format!("{prefix}-{hash:032x}"),
                    false => format!("{prefix}-{}", super::token::uuid(*hash)),
                };
                self.text.get_or_init(|| Value::str(text())).clone()
            }
        }
    }

    /// The lazy values it is made of, in order.
    pub fn each_lazy(&self, see: &mut dyn FnMut(Lazy)) {
        match &self.kind {
            Kind::Leaf { .. } | Kind::Known(_) => {}
            Kind::Attr { object, .. } => see(Lazy::Delayed(object)),
            Kind::Call { callee, args, kwargs } => {
                if let Callee::Delayed(node) = callee {
                    see(Lazy::Delayed(node));
                }
                args.iter().chain(kwargs.iter().map(|(_, arg)| arg)).for_each(|arg| arg.each_lazy(see));
            }
            Kind::Build(arg) => arg.each_lazy(see),
        }
    }
}

/// A lazy value inside another.
pub enum Lazy<'n> {
    /// A delayed one.
    Delayed(&'n Rc<DelayedNode>),
    /// An array.
    Array(&'n Array),
    /// A bag.
    Bag(&'n Bag),
}

impl Arg {
    /// The lazy values in it, in order.
    pub fn each_lazy(&self, see: &mut dyn FnMut(Lazy)) {
        match self {
            Arg::Value(_) => {}
            Arg::Delayed(node) => see(Lazy::Delayed(node)),
            Arg::Array(array) => see(Lazy::Array(array)),
            Arg::Bag(bag) => see(Lazy::Bag(bag)),
            Arg::List(items) | Arg::Tuple(items) | Arg::Set(items) => items.iter().for_each(|item| item.each_lazy(see)),
            Arg::Dict(items) => items.iter().for_each(|(key, value)| {
                key.each_lazy(see);
                value.each_lazy(see);
            }),
            Arg::Slice(parts) => parts.iter().for_each(|part| part.each_lazy(see)),
        }
    }

    /// An argument as the call finds it: containers with something lazy in them are copied, others kept whole.
    pub fn of(value: &Value) -> Arg {
        unpack(value, 0).unwrap_or_else(|| Arg::Value(value.clone()))
    }
}

/// Nesting past this depth is not searched for lazy values.
const DEPTH: usize = 200;

/// The lazy form of a value with something lazy in it; `None` for any other.
fn unpack(value: &Value, depth: usize) -> Option<Arg> {
    if depth > DEPTH {
        return None;
    }
    let all = |items: &[Value]| unpack_all(items, depth + 1);
    match value {
        Value::Native(_) => lazy(value),
        Value::List(list) => all(&list.items.borrow()).map(Arg::List),
        Value::Tuple(tuple) => all(&tuple.items).map(Arg::Tuple),
        Value::Set(set) => all(&members(set)).map(Arg::Set),
        Value::Dict(dict) if matches!(*dict.kind.borrow(), DictKind::Plain) => {
            let table = dict.table.borrow();
            let (keys, values): (Vec<Value>, Vec<Value>) =
                table.entries.iter().flatten().map(|entry| (entry.key.clone(), entry.value.clone())).unzip();
            drop(table);
            let (found_keys, found) = (all(&keys), all(&values));
            if found_keys.is_none() && found.is_none() {
                return None;
            }
            let plain = |items: Vec<Value>| items.into_iter().map(Arg::Value).collect::<Box<[Arg]>>();
            let keys = found_keys.unwrap_or_else(|| plain(keys));
            let values = found.unwrap_or_else(|| plain(values));
            Some(Arg::Dict(keys.into_iter().zip(values).collect()))
        }
        Value::Slice(slice) => {
            let parts = all(&[slice.start.clone(), slice.stop.clone(), slice.step.clone()])?;
            let parts: Box<[Arg; 3]> = parts.try_into().ok()?;
            Some(Arg::Slice(parts))
        }
        _ => None,
    }
}

fn unpack_all(items: &[Value], depth: usize) -> Option<Box<[Arg]>> {
    let mut out: Vec<Arg> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        match unpack(item, depth) {
            Some(arg) => {
                if out.is_empty() {
                    out.extend(items.iter().take(at).cloned().map(Arg::Value));
                }
                out.push(arg);
            }
            None if out.is_empty() => {}
            None => out.push(Arg::Value(item.clone())),
        }
    }
    if out.is_empty() { None } else { Some(out.into()) }
}

/// The members of a set, in its order.
pub fn members(set: &SetObj) -> Vec<Value> {
    let table = set.table.borrow();
    let key = |slot: &crate::value::containers::SetSlot| match slot {
        crate::value::containers::SetSlot::Key(_, key) => Some(key.clone()),
        _ => None,
    };
    table.slots.iter().filter_map(key).collect()
}

/// A lazy value as an argument; `None` for any other.
pub fn lazy(value: &Value) -> Option<Arg> {
    let Value::Native(native) = value else { return None };
    let object: &dyn std::any::Any = &*native.0;
    if let Some(delayed) = object.downcast_ref::<Delayed>() {
        return Some(Arg::Delayed(delayed.node.clone()));
    }
    if let Some(item) = object.downcast_ref::<Item>() {
        return Some(Arg::Delayed(item.node.clone()));
    }
    if let Some(bag) = object.downcast_ref::<Bag>() {
        return Some(Arg::Bag(bag.clone()));
    }
    object.downcast_ref::<Array>().map(|array| Arg::Array(array.clone()))
}

/// Delayed nodes form chains of a million: they are taken apart in a loop.
impl Drop for DelayedNode {
    fn drop(&mut self) {
        let mut rest: Vec<Rc<DelayedNode>> = Vec::new();
        take_apart(&mut self.kind, &mut rest);
        while let Some(node) = rest.pop() {
            if let Some(mut node) = Rc::into_inner(node) {
                take_apart(&mut node.kind, &mut rest);
            }
        }
    }
}

fn take_apart(kind: &mut Kind, out: &mut Vec<Rc<DelayedNode>>) {
    match std::mem::replace(kind, Kind::Known(Value::None)) {
        Kind::Leaf { .. } | Kind::Known(_) => {}
        Kind::Attr { object, .. } => out.push(object),
        Kind::Call { callee, args, kwargs } => {
            if let Callee::Delayed(node) = callee {
                out.push(node);
            }
            args.into_iter().chain(kwargs.into_iter().map(|(_, arg)| arg)).for_each(|arg| take_arg(arg, out));
        }
        Kind::Build(arg) => take_arg(arg, out),
    }
}

fn take_arg(arg: Arg, out: &mut Vec<Rc<DelayedNode>>) {
    match arg {
        Arg::Value(_) | Arg::Array(_) | Arg::Bag(_) => {}
        Arg::Delayed(node) => out.push(node),
        Arg::List(items) | Arg::Tuple(items) | Arg::Set(items) => {
            items.into_iter().for_each(|item| take_arg(item, out))
        }
        Arg::Dict(items) => items.into_iter().for_each(|(key, value)| {
            take_arg(key, out);
            take_arg(value, out);
        }),
        Arg::Slice(parts) => parts.into_iter().for_each(|part| take_arg(part, out)),
    }
}
