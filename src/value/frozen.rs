//! Frozen values: what enters and leaves a task. Shared by threads, read in place.

use std::sync::Arc;

use num_bigint::BigInt;
use rustc_hash::FxHashSet;

use super::containers::Range;
use super::func::{Build, FnId, Signature};
use super::native::FrozenNative;
use super::views::Part as ViewPart;
use super::{TypeInfo, trash};
use crate::data::raised::{TaskInfo, TraceEntry};
use crate::data::{DType, ExcClass, Sym};

pub use super::freeze::{Memo, freeze, freeze_raised};
pub use super::thaw::{Thawing, thaw, thaw_raised, thaw_with};

/// A value that any thread may hold.
#[derive(Clone)]
pub enum Frozen {
    /// `None`.
    None,
    /// `bool`.
    Bool(bool),
    /// A small `int`.
    Int(i64),
    /// `float`.
    Float(f64),
    /// `str`.
    Str(Arc<str>),
    /// An `int` outside 64 bits.
    BigInt(Arc<BigInt>),
    /// A NumPy scalar.
    Np(DType, u64),
    /// `...`.
    Ellipsis,
    /// `NotImplemented`.
    NotImplemented,
    /// A built-in class.
    Type(&'static TypeInfo),
    /// A built-in exception class.
    ExcType(ExcClass),
    /// A module, by its dotted name.
    Module(Arc<str>),
    /// What a module of the library declares under a name: a class, a function, an object that there is once.
    Declared(Arc<str>, Sym),
    /// An array or another native.
    Native(Arc<dyn FrozenNative>),
    /// Anything with parts: a node of a graph.
    Node(Arc<FrozenGraph>, u32),
}

/// The nodes of a value with parts.
pub struct FrozenGraph {
    pub(super) nodes: Vec<FrozenNode>,
}

/// A part of a node.
#[derive(Clone)]
pub(super) enum Part {
    /// A leaf, or a node of another graph.
    Leaf(Frozen),
    /// A node of the same graph.
    Local(u32),
}

/// A slot of a frozen set.
pub(super) enum SlotPart {
    Empty,
    Dummy,
    /// The key, and its hash where every thread computes the same.
    Key(Option<u64>, Part),
}

/// Which dict it is.
pub(super) enum KindPart {
    Plain,
    Ordered,
    Counter,
    Default(Part),
}

/// What a class inherits from.
pub(super) enum BasePart {
    Object,
    Class(Part),
    Exc(ExcClass),
    Type(&'static TypeInfo),
}

/// A function of the user.
pub(super) struct FunctionNode {
    pub code: FnId,
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    pub signature: Arc<Signature>,
    pub defaults: Vec<Part>,
    pub captures: Vec<u32>,
    pub globals: u32,
    pub doc: Option<Arc<str>>,
    pub attrs: Vec<(Sym, Part)>,
}

/// A class of the user.
pub(super) struct ClassNode {
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    pub module: Arc<str>,
    pub base: BasePart,
    pub attrs: Vec<(Sym, Part)>,
}

/// A function written in Rust.
pub(super) struct BuiltinNode {
    pub name: &'static str,
    pub signature: Arc<Signature>,
    pub defaults: Vec<Part>,
    pub build: Build,
    pub doc: Option<Arc<str>>,
    pub asks: bool,
}

/// A value with parts.
pub(super) enum FrozenNode {
    /// Reserved while its graph is being built; also what a dropped graph leaves.
    Hole,
    List(Vec<Part>),
    Tuple(Vec<Part>),
    /// Pairs with the hashes of the keys where every thread computes the same.
    Dict(KindPart, Vec<(Option<u64>, Part, Part)>),
    /// Slots, and how many are filled; whether it is a frozenset.
    Set(Vec<SlotPart>, usize, bool),
    Range(Range),
    Slice([Part; 3]),
    Function(Box<FunctionNode>),
    Builtin(Box<BuiltinNode>),
    Method(Part, Part),
    Class(Box<ClassNode>),
    Instance(Part, Vec<(Sym, Part)>, Part),
    Exception(ExcClass, Vec<Part>, Vec<(Sym, Part)>),
    View(Part, ViewPart),
    Union(Vec<Part>),
    /// An object that wraps others: a property.
    Wrapped(super::native::Rewrap, Vec<Part>),
    /// A captured variable.
    Cell(Option<Part>),
    /// The variables of a module that the functions of this graph use.
    Globals(Arc<str>, Vec<(Sym, Part)>),
}

/// A raised exception that any thread may hold.
#[derive(Clone)]
pub struct FrozenRaised {
    pub(super) class: ExcClass,
    pub(super) message: String,
    pub(super) object: Option<Frozen>,
    pub(super) trace: Vec<TraceEntry>,
    pub(super) task: Option<Box<TaskInfo>>,
    pub(super) help: Option<String>,
    /// What caused it, nearest first.
    pub(super) causes: Vec<FrozenRaised>,
}

impl FrozenRaised {
    /// Nearest built-in class.
    pub fn class(&self) -> ExcClass {
        self.class
    }

    /// Python's message.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl Drop for FrozenGraph {
    fn drop(&mut self) {
        trash::discard(std::mem::take(&mut self.nodes));
    }
}

impl Frozen {
    /// Size in memory, in bytes: natives count their buffers, shared parts count once.
    pub fn nbytes(&self) -> usize {
        let mut seen: FxHashSet<usize> = FxHashSet::default();
        let mut waiting = vec![self];
        let mut total = 0;
        while let Some(at) = waiting.pop() {
            total += match at {
                Frozen::Str(text) => 16 + text.len(),
                Frozen::BigInt(big) => 16 + big.bits() as usize / 8,
                Frozen::Native(native) => 16 + native.nbytes(),
                Frozen::Node(graph, _) => {
                    if !seen.insert(Arc::as_ptr(graph) as usize) {
                        continue;
                    }
                    let mut own = 0;
                    for node in &graph.nodes {
                        own += size_of::<FrozenNode>();
                        node.each(&mut |part| {
                            own += size_of::<Part>();
                            if let Part::Leaf(leaf) = part
                                && matches!(
                                    leaf,
                                    Frozen::Str(_) | Frozen::BigInt(_) | Frozen::Native(_) | Frozen::Node(..)
                                )
                            {
                                waiting.push(leaf);
                            }
                        });
                    }
                    own
                }
                _ => 16,
            };
        }
        total
    }

    /// Type, shape and dtype in words, for messages.
    pub fn describe(&self) -> String {
        let short = |text: String| if text.chars().count() <= 40 { text } else { String::new() };
        let with = |class: &str, shown: String| match short(shown) {
            text if text.is_empty() => class.to_owned(),
            text => format!("{class} {text}"),
        };
        match self {
            Frozen::None => "None".to_owned(),
            Frozen::Bool(flag) => with("bool", if *flag { "True" } else { "False" }.to_owned()),
            Frozen::Int(int) => with("int", int.to_string()),
            Frozen::BigInt(big) => format!("int of {} bits", big.bits()),
            Frozen::Float(float) => with("float", super::repr::float(*float)),
            Frozen::Str(text) if text.len() <= 30 => format!("str {}", super::repr::quote(text)),
            Frozen::Str(text) => format!("str of {} characters", text.chars().count()),
            Frozen::Np(dtype, bits) => {
                let scalar = crate::data::scalar::Scalar::from_bits(*dtype, *bits);
                format!("numpy.{dtype} {}", scalar.text())
            }
            Frozen::Ellipsis => "...".to_owned(),
            Frozen::NotImplemented => "NotImplemented".to_owned(),
            Frozen::Type(info) => format!("class {}", info.name),
            Frozen::ExcType(class) => format!("class {}", class.name()),
            Frozen::Module(name) => format!("module {name}"),
            Frozen::Declared(module, name) => format!("{module}.{name}"),
            Frozen::Native(native) => native.describe(),
            Frozen::Node(graph, at) => graph.node(*at).map_or(String::new(), |node| node.describe(graph)),
        }
    }
}

impl FrozenGraph {
    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub(super) fn node(&self, at: u32) -> Option<&FrozenNode> {
        self.nodes.get(at as usize)
    }
}

impl FrozenNode {
    /// Every part that is a value.
    pub(super) fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a Part)) {
        match self {
            FrozenNode::List(parts)
            | FrozenNode::Tuple(parts)
            | FrozenNode::Union(parts)
            | FrozenNode::Wrapped(_, parts) => parts.iter().for_each(visit),
            FrozenNode::Dict(kind, pairs) => {
                if let KindPart::Default(factory) = kind {
                    visit(factory);
                }
                for (_, key, value) in pairs {
                    visit(key);
                    visit(value);
                }
            }
            FrozenNode::Set(slots, ..) => {
                for slot in slots {
                    if let SlotPart::Key(_, key) = slot {
                        visit(key);
                    }
                }
            }
            FrozenNode::Slice(parts) => parts.iter().for_each(visit),
            FrozenNode::Function(function) => {
                function.defaults.iter().for_each(&mut *visit);
                function.attrs.iter().for_each(|(_, part)| visit(part));
            }
            FrozenNode::Builtin(builtin) => builtin.defaults.iter().for_each(visit),
            FrozenNode::Method(this, function) => {
                visit(this);
                visit(function);
            }
            FrozenNode::Class(class) => {
                if let BasePart::Class(base) = &class.base {
                    visit(base);
                }
                class.attrs.iter().for_each(|(_, part)| visit(part));
            }
            FrozenNode::Instance(class, attrs, payload) => {
                visit(class);
                attrs.iter().for_each(|(_, part)| visit(part));
                visit(payload);
            }
            FrozenNode::Exception(_, args, attrs) => {
                args.iter().for_each(&mut *visit);
                attrs.iter().for_each(|(_, part)| visit(part));
            }
            FrozenNode::View(part, _) => visit(part),
            FrozenNode::Cell(Some(part)) => visit(part),
            FrozenNode::Globals(_, entries) => entries.iter().for_each(|(_, part)| visit(part)),
            FrozenNode::Hole | FrozenNode::Range(_) | FrozenNode::Cell(None) => {}
        }
    }

    fn describe(&self, graph: &FrozenGraph) -> String {
        let counted =
            |class: &str, count: usize| format!("{class} of {count} item{}", if count == 1 { "" } else { "s" });
        match self {
            FrozenNode::List(parts) => counted("list", parts.len()),
            FrozenNode::Tuple(parts) => counted("tuple", parts.len()),
            FrozenNode::Dict(_, pairs) => counted("dict", pairs.len()),
            FrozenNode::Set(slots, _, frozen) => {
                let count = slots.iter().filter(|slot| matches!(slot, SlotPart::Key(..))).count();
                counted(if *frozen { "frozenset" } else { "set" }, count)
            }
            FrozenNode::Range(range) => counted("range", range.len() as usize),
            FrozenNode::Function(function) => format!("function {}", function.qualname),
            FrozenNode::Builtin(builtin) => format!("function {}", builtin.name),
            FrozenNode::Method(..) => "method".to_owned(),
            FrozenNode::Class(class) => format!("class {}", class.name),
            FrozenNode::Exception(class, ..) => class.name().to_owned(),
            FrozenNode::Slice(_) => "slice".to_owned(),
            FrozenNode::View(..) => "dict view".to_owned(),
            FrozenNode::Instance(Part::Local(at), ..) => match graph.node(*at) {
                Some(FrozenNode::Class(class)) => class.name.to_string(),
                _ => "object".to_owned(),
            },
            FrozenNode::Instance(Part::Leaf(Frozen::Node(other, at)), ..) => match other.node(*at) {
                Some(FrozenNode::Class(class)) => class.name.to_string(),
                _ => "object".to_owned(),
            },
            _ => "object".to_owned(),
        }
    }
}

const _: fn() = || {
    fn everywhere<T: Send + Sync>() {}
    everywhere::<Frozen>();
    everywhere::<FrozenRaised>();
};
