//! A pattern as text for the engines: `regex-automata` where it can be, `fancy-regex` for what looks around or back.

use std::fmt::Write;

use super::ast::{Item, Kind, Node, Repeat};

/// What the text that is searched is known to be, and what is asked for. Each combination is compiled by itself, when
/// it is first needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Variant {
    /// The text is ASCII: classes are small.
    pub ascii: bool,
    /// What `$` means for this text.
    pub end: EndOf,
    /// Words of this text are not told by the engine's own rule.
    pub words: bool,
    /// The match must reach the end of the text.
    pub whole: bool,
    /// The match must begin where the search begins (only for the engine that can't be told otherwise).
    pub here: bool,
    /// The match must not end where the search begins.
    pub moving: bool,
    /// The text is empty: `\B` does not match there.
    pub empty: bool,
}

/// What `$` (not of each line) means for a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EndOf {
    /// The text does not end with a line feed: its end.
    Text,
    /// The text has one line feed, at its end: before any line feed, and the end.
    Line,
    /// Before the last line feed if that ends the text, and the end.
    Both,
}

/// Whether `regex-automata` can't do this.
pub fn is_fancy(root: &Node, variant: Variant) -> bool {
    let mut found = variant.moving;
    root.walk(&mut |node| {
        found |= match node {
            Node::Look { .. } | Node::Reference(_) | Node::Atomic(_) | Node::Condition(..) => true,
            Node::Repeat(_, repeat) => repeat.kind == Kind::Possessive,
            Node::End(false) => variant.end == EndOf::Both,
            Node::Boundary { ascii, .. } => variant.words && !ascii,
            _ => false,
        };
    });
    found
}

/// Whether no shorter match is preferred to a longer one at any place: then a match that is empty shows that there is
/// no other at its place.
pub fn is_greedy(root: &Node) -> bool {
    let mut greedy = true;
    root.walk(&mut |node| {
        greedy &= match node {
            Node::Alternatives(_) | Node::Condition(..) | Node::Look { .. } => false,
            Node::Repeat(_, repeat) => repeat.kind != Kind::Lazy,
            _ => true,
        };
    });
    greedy
}

/// The text of a variant.
pub fn emit(root: &Node, variant: Variant, fancy: bool) -> String {
    let mut out = String::new();
    if fancy && variant.here {
        out.push_str("\\G");
    }
    let wrapped = variant.whole || variant.moving || fancy && variant.here;
    if wrapped {
        out.push_str("(?:");
    }
    Emitter { variant, fancy, out: &mut out }.node(root);
    if wrapped {
        out.push(')');
    }
    if variant.whole {
        out.push_str("\\z");
    }
    if variant.moving {
        out.push_str("(?!\\G)");
    }
    out
}

struct Emitter<'o> {
    variant: Variant,
    fancy: bool,
    out: &'o mut String,
}

const WORD: &str = "\\p{L}\\p{N}_";
const ASCII_WORD: &str = "0-9A-Za-z_";

impl Emitter<'_> {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Empty => self.out.push_str("(?:)"),
            Node::Literal(c) => self.literal(*c),
            Node::Any(true) => self.out.push_str("(?s:.)"),
            Node::Any(false) => self.out.push_str("[^\\n]"),
            Node::Class { negated, items, ascii } => self.class(*negated, items, *ascii),
            Node::Start(true) => self.out.push_str("(?m:^)"),
            Node::Start(false) | Node::First => self.out.push_str("\\A"),
            Node::End(true) => self.out.push_str("(?m:$)"),
            Node::End(false) => self.out.push_str(match self.variant.end {
                EndOf::Text => "\\z",
                EndOf::Line => "(?m:$)",
                EndOf::Both => "(?=\\n?\\z)",
            }),
            Node::Last => self.out.push_str("\\z"),
            Node::Boundary { negated, ascii } => self.boundary(*negated, *ascii),
            Node::Group(_, inner) => self.wrap("(", inner),
            Node::Case(true, inner) => self.wrap("(?i:", inner),
            Node::Case(false, inner) => self.wrap("(?-i:", inner),
            Node::Repeat(inner, repeat) => self.repeat(inner, *repeat),
            Node::Concat(parts) => parts.iter().for_each(|part| match part {
                Node::Alternatives(_) => self.wrap("(?:", part),
                part => self.node(part),
            }),
            Node::Alternatives(parts) => {
                for (at, part) in parts.iter().enumerate() {
                    if at > 0 {
                        self.out.push('|');
                    }
                    self.node(part);
                }
            }
            Node::Look { ahead, negated, inner } => self.wrap(
                match (ahead, negated) {
                    (true, false) => "(?=",
                    (true, true) => "(?!",
                    (false, false) => "(?<=",
                    (false, true) => "(?<!",
                },
                inner,
            ),
            // In brackets, so that digits that follow are not read with it.
            Node::Reference(group) => drop(write!(self.out, "(?:\\{group})")),
            Node::Atomic(inner) => self.wrap("(?>", inner),
            Node::Condition(group, yes, no) => {
                let _ = write!(self.out, "(?({group})");
                self.wrap("(?:", yes);
                self.out.push('|');
                self.wrap("(?:", no);
                self.out.push(')');
            }
        }
    }

    fn repeat(&mut self, inner: &Node, repeat: Repeat) {
        // An engine that looks around does not repeat what takes no room: once is as good.
        if self.fancy && inner.width(&[]) == (0, 0) {
            match (repeat.least, repeat.kind) {
                (0, Kind::Lazy) => {
                    self.wrap("(?:|(?:", inner);
                    self.out.push(')');
                }
                (0, kind) => {
                    self.wrap(if kind == Kind::Possessive { "(?>(?:" } else { "(?:(?:" }, inner);
                    self.out.push_str("|)");
                }
                _ => self.wrap("(?:", inner),
            }
            return;
        }
        self.wrap("(?:", inner);
        let _ = match (repeat.least, repeat.most) {
            (0, None) => write!(self.out, "*"),
            (1, None) => write!(self.out, "+"),
            (0, Some(1)) => write!(self.out, "?"),
            (least, None) => write!(self.out, "{{{least},}}"),
            (least, Some(most)) => write!(self.out, "{{{least},{most}}}"),
        };
        match repeat.kind {
            Kind::Greedy => {}
            Kind::Lazy => self.out.push('?'),
            Kind::Possessive => self.out.push('+'),
        }
    }

    fn wrap(&mut self, open: &str, inner: &Node) {
        self.out.push_str(open);
        self.node(inner);
        self.out.push(')');
    }

    fn literal(&mut self, c: char) {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => self.out.push(c),
            c if !c.is_ascii() => self.out.push(c),
            c => drop(write!(self.out, "\\x{:02x}", u32::from(c))),
        }
    }

    fn class(&mut self, negated: bool, items: &[Item], ascii: bool) {
        self.out.push_str(if negated { "[^" } else { "[" });
        for item in items {
            match item {
                Item::Range(low, high) => {
                    let _ = write!(self.out, "\\x{{{:x}}}", u32::from(*low));
                    if high > low {
                        let _ = write!(self.out, "-\\x{{{:x}}}", u32::from(*high));
                    }
                }
                Item::Named(name, true) => {
                    let inside = self.members(*name, ascii);
                    let _ = write!(self.out, "[^{inside}]");
                }
                Item::Named(name, false) => {
                    let inside = self.members(*name, ascii);
                    self.out.push_str(inside);
                }
            }
        }
        self.out.push(']');
    }

    /// What `\d`, `\w`, `\s` hold.
    fn members(&self, name: char, ascii: bool) -> &'static str {
        match (name, ascii || self.variant.ascii) {
            ('d', true) => "0-9",
            ('d', false) => "\\p{Nd}",
            ('w', true) => ASCII_WORD,
            ('w', false) => WORD,
            (_, true) if ascii => "\\x09-\\x0d\\x20",
            (_, true) => "\\x09-\\x0d\\x1c-\\x20",
            (_, false) => {
                "\\x09-\\x0d\\x1c-\\x20\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}"
            }
        }
    }

    fn boundary(&mut self, negated: bool, ascii: bool) {
        if negated && self.variant.empty {
            self.out.push_str("[a&&b]");
            return;
        }
        let exact = ascii && !self.variant.ascii || self.variant.words;
        if !exact {
            self.out.push_str(if negated { "\\B" } else { "\\b" });
            return;
        }
        if !self.fancy {
            self.out.push_str(if negated { "(?-u:\\B)" } else { "(?-u:\\b)" });
            return;
        }
        let word = if ascii { ASCII_WORD } else { WORD };
        let _ = if negated {
            write!(self.out, "(?:(?<=[{word}])(?=[{word}])|(?<![{word}])(?![{word}]))")
        } else {
            write!(self.out, "(?:(?<=[{word}])(?![{word}])|(?<![{word}])(?=[{word}]))")
        };
    }
}
