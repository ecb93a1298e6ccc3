//! A regular expression as Python's `re` reads it.

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nothing.
    Empty,
    /// A character.
    Literal(char),
    /// `.`; whether it takes line feeds too.
    Any(bool),
    /// `[...]`, `\d` and the like.
    Class {
        /// `[^...]`.
        negated: bool,
        /// What is in it.
        items: Vec<Item>,
        /// Whether it knows ASCII alone.
        ascii: bool,
    },
    /// `^`; whether at each line.
    Start(bool),
    /// `$`; whether at each line.
    End(bool),
    /// `\A`.
    First,
    /// `\Z`.
    Last,
    /// `\b`, or `\B` when negated.
    Boundary {
        /// `\B`.
        negated: bool,
        /// Whether it knows ASCII alone.
        ascii: bool,
    },
    /// `(...)` with its number.
    Group(usize, Box<Node>),
    /// `(?i:...)`, `(?-i:...)`.
    Case(bool, Box<Node>),
    /// `x*`, `x{2,3}?`, `x++`.
    Repeat(Box<Node>, Repeat),
    /// One after another.
    Concat(Vec<Node>),
    /// `a|b`.
    Alternatives(Vec<Node>),
    /// `(?=...)`, `(?!...)`, `(?<=...)`, `(?<!...)`.
    Look {
        /// Looks forward.
        ahead: bool,
        /// Must not match.
        negated: bool,
        /// What.
        inner: Box<Node>,
    },
    /// `\1`, `(?P=name)`.
    Reference(usize),
    /// `(?>...)`.
    Atomic(Box<Node>),
    /// `(?(1)yes|no)`.
    Condition(usize, Box<Node>, Box<Node>),
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repeat {
    /// At least.
    pub least: u32,
    /// At most.
    pub most: Option<u32>,
    /// Which number is tried first.
    pub kind: Kind,
}

/// Which number of repetitions is tried first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Many.
    Greedy,
    /// Few.
    Lazy,
    /// Many, and never fewer.
    Possessive,
}

/// A member of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// From one character to another.
    Range(char, char),
    /// `\d`, `\w`, `\s`, or with `true` `\D`, `\W`, `\S`.
    Named(char, bool),
}

/// What the whole of an expression has.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree.
    pub root: Node,
    /// Python's flags, those in the pattern among them.
    pub flags: u32,
    /// Names of groups, in the order of their numbers.
    pub names: Vec<(String, usize)>,
    /// Of each group (from 1), the group that it stands in.
    pub parents: Vec<usize>,
}

/// `re.IGNORECASE` and the others.
pub mod flags {
    #![allow(missing_docs)]
    pub const TEMPLATE: u32 = 1;
    pub const IGNORECASE: u32 = 2;
    pub const LOCALE: u32 = 4;
    pub const MULTILINE: u32 = 8;
    pub const DOTALL: u32 = 16;
    pub const UNICODE: u32 = 32;
    pub const VERBOSE: u32 = 64;
    pub const DEBUG: u32 = 128;
    pub const ASCII: u32 = 256;
}

impl Node {
    /// Call `f` for this node and all inside it.
    pub fn walk(&self, f: &mut dyn FnMut(&Node)) {
        f(self);
        match self {
            Node::Group(_, inner)
            | Node::Case(_, inner)
            | Node::Repeat(inner, _)
            | Node::Look { inner, .. }
            | Node::Atomic(inner) => inner.walk(f),
            Node::Concat(parts) | Node::Alternatives(parts) => parts.iter().for_each(|part| part.walk(f)),
            Node::Condition(_, yes, no) => {
                yes.walk(f);
                no.walk(f);
            }
            _ => {}
        }
    }

    /// The least and the greatest number of characters it can match.
    pub fn width(&self, groups: &[(usize, usize)]) -> (usize, usize) {
        match self {
            Node::Literal(_) | Node::Any(_) | Node::Class { .. } => (1, 1),
            Node::Group(_, inner) | Node::Case(_, inner) | Node::Atomic(inner) => inner.width(groups),
            Node::Repeat(inner, repeat) => {
                let (low, high) = inner.width(groups);
                let most = repeat.most.map_or(usize::MAX, |most| most as usize);
                let high = if high == 0 { 0 } else { high.saturating_mul(most) };
                (low.saturating_mul(repeat.least as usize), high)
            }
            Node::Concat(parts) => parts.iter().fold((0usize, 0usize), |(low, high), part| {
                let (l, h) = part.width(groups);
                (low.saturating_add(l), high.saturating_add(h))
            }),
            Node::Alternatives(parts) => join(parts.iter().map(|part| part.width(groups))),
            Node::Reference(group) => groups.get(*group).copied().unwrap_or((0, usize::MAX)),
            Node::Condition(_, yes, no) => join([yes.width(groups), no.width(groups)].into_iter()),
            _ => (0, 0),
        }
    }
}

fn join(widths: impl Iterator<Item = (usize, usize)>) -> (usize, usize) {
    widths.reduce(|(a, b), (c, d)| (a.min(c), b.max(d))).unwrap_or((0, 0))
}
