//! Reads a pattern as Python's `re` reads it, with its messages.

use super::ast::{Item, Kind, Node, Parsed, Repeat, flags};

mod group;

/// What is wrong with a pattern: Python's message and the character where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Python's message.
    pub message: String,
    /// Which character.
    pub at: usize,
}

type Found<T> = Result<T, Wrong>;

fn wrong<T>(message: impl Into<String>, at: usize) -> Found<T> {
    Err(Wrong { message: message.into(), at })
}

/// The place of what is wrong with no place in particular.
pub const NOWHERE: usize = usize::MAX;

/// The most levels of brackets.
const DEPTH: usize = 100;

/// Read a pattern.
pub fn parse(pattern: &str, given: u32) -> Found<Parsed> {
    let mut reader = Reader::new(pattern, given);
    let first = reader.alternatives(true);
    let root = match first {
        // `(?x)` was found after what was read without it.
        _ if reader.restart => {
            reader = Reader::new(pattern, reader.flags);
            reader.alternatives(true)?
        }
        found => found?,
    };
    finish(reader, root)
}

fn finish(mut reader: Reader, root: Node) -> Found<Parsed> {
    if reader.at < reader.text.len() {
        return wrong("unbalanced parenthesis", reader.at);
    }
    if reader.flags & flags::ASCII == 0 {
        reader.flags |= flags::UNICODE;
    }
    let folds = reader.flags & (flags::IGNORECASE | flags::ASCII) == flags::IGNORECASE;
    let root = if folds { Node::Case(true, Box::new(root)) } else { root };
    Ok(Parsed { root, flags: reader.flags, names: reader.names, parents: reader.parents })
}

/// What stands before a repetition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Item,
    /// A place: `^`, `\b`.
    Place,
    Repeat,
}

struct Reader {
    text: Vec<char>,
    at: usize,
    flags: u32,
    names: Vec<(String, usize)>,
    parents: Vec<usize>,
    /// Groups that are open.
    open: Vec<usize>,
    widths: Vec<(usize, usize)>,
    depth: usize,
    restart: bool,
}

impl Reader {
    /// At the start of a pattern.
    fn new(pattern: &str, flags: u32) -> Reader {
        Reader {
            text: pattern.chars().collect(),
            at: 0,
            flags,
            names: Vec::new(),
            parents: vec![0],
            open: Vec::new(),
            widths: vec![(0, 0)],
            depth: 0,
            restart: false,
        }
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }

    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    fn ascii(&self) -> bool {
        self.has(flags::ASCII)
    }

    /// `a|b|c`.
    fn alternatives(&mut self, top: bool) -> Found<Node> {
        self.depth += 1;
        if self.depth > DEPTH {
            return wrong("rdask reads patterns of at most 100 nested groups", self.at);
        }
        let mut parts = vec![self.sequence(top)?];
        while self.take('|') {
            parts.push(self.sequence(false)?);
        }
        self.depth -= 1;
        Ok(match parts.len() {
            1 => parts.pop().unwrap_or(Node::Empty),
            _ => Node::Alternatives(parts),
        })
    }

    fn sequence(&mut self, top: bool) -> Found<Node> {
        let mut parts: Vec<Node> = Vec::new();
        let first = self.at;
        let mut last = Last::Nothing;
        while let Some(c) = self.peek().filter(|c| !matches!(c, '|' | ')')) {
            let here = self.at;
            self.at += 1;
            if self.has(flags::VERBOSE) {
                if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}') {
                    continue;
                }
                if c == '#' {
                    while self.peek().is_some_and(|c| c != '\n') {
                        self.at += 1;
                    }
                    self.at += 1;
                    continue;
                }
            }
            let before = std::mem::replace(&mut last, Last::Item);
            match c {
                '\\' => {
                    parts.push(self.escape()?);
                    if matches!(parts.last(), Some(Node::Boundary { .. } | Node::First | Node::Last)) {
                        last = Last::Place;
                    }
                }
                '[' => parts.push(self.class(here)?),
                '.' => parts.push(Node::Any(self.has(flags::DOTALL))),
                '^' | '$' => {
                    let lines = self.has(flags::MULTILINE);
                    parts.push(if c == '^' { Node::Start(lines) } else { Node::End(lines) });
                    last = Last::Place;
                }
                '(' => {
                    match self.group(here, top && parts.is_empty() && here == first)? {
                        Some(node) => parts.push(node),
                        None => last = before,
                    }
                    if self.restart {
                        return Ok(Node::Empty);
                    }
                }
                '*' | '+' | '?' | '{' => last = self.repeat(c, here, before, &mut parts)?,
                c => parts.push(self.literal(c)),
            }
        }
        Ok(match parts.len() {
            0 => Node::Empty,
            1 => parts.pop().unwrap_or(Node::Empty),
            _ => Node::Concat(parts),
        })
    }

    /// Whether letters of ASCII alone are the same in both cases.
    fn folds_ascii(&self) -> bool {
        self.has(flags::IGNORECASE) && self.ascii()
    }

    fn literal(&self, c: char) -> Node {
        if !self.folds_ascii() || !c.is_ascii_alphabetic() {
            return Node::Literal(c);
        }
        let mut items = vec![Item::Range(c, c)];
        fold(&mut items);
        Node::Class { negated: false, items, ascii: true }
    }

    fn digits(&mut self) -> String {
        let mut made = String::new();
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            made.push(c);
            self.at += 1;
        }
        made
    }

    fn repeat(&mut self, c: char, here: usize, before: Last, parts: &mut Vec<Node>) -> Found<Last> {
        let (least, most) = match c {
            '*' => (0, None),
            '+' => (1, None),
            '?' => (0, Some(1)),
            _ => {
                if self.peek() == Some('}') {
                    parts.push(Node::Literal('{'));
                    return Ok(Last::Item);
                }
                let low = self.digits();
                let high = if self.take(',') { self.digits() } else { low.clone() };
                if !self.take('}') {
                    parts.push(Node::Literal('{'));
                    self.at = here + 1;
                    return Ok(Last::Item);
                }
                let number = |digits: &str| digits.parse::<u32>().ok();
                let least = if low.is_empty() { Some(0) } else { number(&low) };
                let most = if high.is_empty() { Some(None) } else { number(&high).map(Some) };
                let (Some(least), Some(most)) = (least, most) else {
                    return wrong("the repetition number is too large", here);
                };
                if most.is_some_and(|most| most < least) {
                    return wrong("min repeat greater than max repeat", here + 1);
                }
                (least, most)
            }
        };
        let last = match (before, parts.pop()) {
            (Last::Nothing | Last::Place, _) | (_, None) => return wrong("nothing to repeat", here),
            (Last::Repeat, _) => return wrong("multiple repeat", here),
            (Last::Item, Some(last)) => last,
        };
        let kind = if self.take('?') {
            Kind::Lazy
        } else if self.take('+') {
            Kind::Possessive
        } else {
            Kind::Greedy
        };
        parts.push(Node::Repeat(Box::new(last), Repeat { least, most, kind }));
        Ok(Last::Repeat)
    }

    fn hex(&mut self, count: usize, start: usize) -> Found<char> {
        let letter = self.text.get(start + 1).copied().unwrap_or('x');
        let mut digits = String::new();
        while digits.len() < count
            && let Some(c) = self.peek().filter(char::is_ascii_hexdigit)
        {
            digits.push(c);
            self.at += 1;
        }
        if digits.len() < count {
            return wrong(format!("incomplete escape \\{letter}{digits}"), start);
        }
        let code = u32::from_str_radix(&digits, 16).unwrap_or(0);
        match char::from_u32(code) {
            Some(c) => Ok(c),
            None => wrong(format!("bad escape \\{letter}{digits}"), start),
        }
    }

    /// What follows a backslash, inside and outside of classes: a character that stands for one.
    fn plain_escape(&mut self, c: char, start: usize) -> Found<Option<char>> {
        Ok(Some(match c {
            'a' => '\u{7}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\u{b}',
            'x' => self.hex(2, start)?,
            'u' => self.hex(4, start)?,
            'U' => self.hex(8, start)?,
            'N' => return wrong("named characters (\\N{...}) are not part of rdask's re: write the character", start),
            _ => return Ok(None),
        }))
    }

    fn octal(&mut self, first: char, most: usize) -> u32 {
        let mut value = first.to_digit(8).unwrap_or(0);
        for _ in 1..most {
            let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) else { break };
            value = value * 8 + digit;
            self.at += 1;
        }
        value
    }

    fn escape(&mut self) -> Found<Node> {
        let start = self.at.saturating_sub(1);
        let Some(c) = self.peek() else { return wrong("bad escape (end of pattern)", start) };
        self.at += 1;
        let ascii = self.ascii();
        let named = |c: char, negated| Node::Class { negated: false, items: vec![Item::Named(c, negated)], ascii };
        Ok(match c {
            'd' | 'w' | 's' => named(c, false),
            'D' | 'W' | 'S' => named(c.to_ascii_lowercase(), true),
            'A' => Node::First,
            'Z' => Node::Last,
            'b' => Node::Boundary { negated: false, ascii },
            'B' => Node::Boundary { negated: true, ascii },
            '0' => Node::Literal(char::from_u32(self.octal('0', 3)).unwrap_or('\0')),
            '1'..='9' => return self.reference(c, start),
            c => match self.plain_escape(c, start)? {
                Some(c) => self.literal(c),
                None if c.is_ascii_alphabetic() => return wrong(format!("bad escape \\{c}"), start),
                None => self.literal(c),
            },
        })
    }

    fn reference(&mut self, first: char, start: usize) -> Found<Node> {
        let mut digits = String::from(first);
        if let Some(second) = self.peek().filter(char::is_ascii_digit) {
            let third = self.text.get(self.at + 1).copied();
            let octal = |c: char| c.is_digit(8);
            if octal(first) && octal(second) && third.is_some_and(octal) {
                let code = self.octal(first, 3);
                if code > 0o377 {
                    let shown: String = self.text.get(start..self.at).unwrap_or(&[]).iter().collect();
                    return wrong(format!("octal escape value {shown} outside of range 0-0o377"), start);
                }
                return Ok(Node::Literal(char::from_u32(code).unwrap_or('\0')));
            }
            digits.push(second);
            self.at += 1;
        }
        let group = digits.parse().unwrap_or(usize::MAX);
        if group >= self.parents.len() {
            return wrong(format!("invalid group reference {group}"), start + 1);
        }
        if self.open.contains(&group) {
            return wrong("cannot refer to an open group", start);
        }
        Ok(Node::Reference(group))
    }

    fn class(&mut self, open: usize) -> Found<Node> {
        let negated = self.take('^');
        let mut items = Vec::new();
        let first = self.at;
        loop {
            let Some(c) = self.peek() else { return wrong("unterminated character set", open) };
            let start = self.at;
            self.at += 1;
            if c == ']' && start != first {
                break;
            }
            let low = self.member(c, start, open)?;
            if self.peek() != Some('-') {
                items.push(low);
                continue;
            }
            self.at += 1;
            let Some(c) = self.peek() else { return wrong("unterminated character set", open) };
            if c == ']' {
                items.push(low);
                items.push(Item::Range('-', '-'));
                self.at += 1;
                break;
            }
            let second = self.at;
            self.at += 1;
            let high = self.member(c, second, open)?;
            match (low, high) {
                (Item::Range(a, _), Item::Range(b, _)) if a <= b => items.push(Item::Range(a, b)),
                _ => {
                    let shown: String = self.text.get(start..self.at).unwrap_or(&[]).iter().collect();
                    return wrong(format!("bad character range {shown}"), start);
                }
            }
        }
        if self.folds_ascii() {
            fold(&mut items);
        }
        Ok(Node::Class { negated, items, ascii: self.ascii() })
    }

    fn member(&mut self, c: char, start: usize, open: usize) -> Found<Item> {
        let one = |c| Item::Range(c, c);
        if c != '\\' {
            return Ok(one(c));
        }
        let Some(c) = self.peek() else { return wrong("unterminated character set", open) };
        self.at += 1;
        Ok(match c {
            'd' | 'w' | 's' => Item::Named(c, false),
            'D' | 'W' | 'S' => Item::Named(c.to_ascii_lowercase(), true),
            'b' => one('\u{8}'),
            '0'..='7' => {
                let code = self.octal(c, 3);
                if code > 0o377 {
                    let shown: String = self.text.get(start..self.at).unwrap_or(&[]).iter().collect();
                    return wrong(format!("octal escape value {shown} outside of range 0-0o377"), start);
                }
                one(char::from_u32(code).unwrap_or('\0'))
            }
            c => match self.plain_escape(c, start)? {
                Some(c) => one(c),
                None if c.is_ascii_alphanumeric() => return wrong(format!("bad escape \\{c}"), start),
                None => one(c),
            },
        })
    }
}

/// Add the other case of the letters of ASCII in a class.
fn fold(items: &mut Vec<Item>) {
    let mut more = Vec::new();
    for item in items.iter() {
        let Item::Range(low, high) = item else { continue };
        for (first, last) in [('a', 'z'), ('A', 'Z')] {
            let (from, to) = ((*low).max(first), (*high).min(last));
            let other = |c: char| if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() };
            if from <= to {
                more.push(Item::Range(other(from), other(to)));
            }
        }
    }
    items.extend(more);
}

fn identifier(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|c| c.is_alphabetic() || c == '_') && chars.all(|c| c.is_alphanumeric() || c == '_')
}

fn quoted(name: &str) -> String {
    crate::value::repr::quote(name)
}
