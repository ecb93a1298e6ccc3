//! Groups of a pattern: what stands between brackets.

use super::super::ast::{Node, flags};
use super::{Found, NOWHERE, Reader, identifier, quoted, wrong};

impl Reader {
    /// The text up to a mark.
    fn until(&mut self, end: char, what: &str) -> Found<String> {
        let start = self.at;
        let mut made = String::new();
        loop {
            match self.peek() {
                None if made.is_empty() => return wrong(format!("missing {what}"), self.at),
                None => return wrong(format!("missing {end}, unterminated name"), start),
                Some(c) if c == end => break,
                Some(c) => made.push(c),
            }
            self.at += 1;
        }
        self.at += 1;
        if made.is_empty() { wrong(format!("missing {what}"), start) } else { Ok(made) }
    }

    /// A group that is named or numbered.
    fn group_of(&mut self, name: &str, start: usize) -> Found<usize> {
        if let Some((_, number)) = self.names.iter().find(|(known, _)| known == name) {
            return Ok(*number);
        }
        if name.chars().all(|c| c.is_ascii_digit()) {
            let number = name.parse().unwrap_or(usize::MAX);
            return match number {
                0 => wrong("bad group number", start),
                number if number < self.parents.len() => Ok(number),
                number => wrong(format!("invalid group reference {number}"), start),
            };
        }
        if !identifier(name) {
            return wrong(format!("bad character in group name {}", quoted(name)), start);
        }
        wrong(format!("unknown group name {}", quoted(name)), start)
    }

    /// After `(`. `None`: it stands for nothing.
    pub(super) fn group(&mut self, open: usize, first: bool) -> Found<Option<Node>> {
        if !self.take('?') {
            return self.capture(open, None).map(Some);
        }
        let Some(c) = self.peek() else { return wrong("unexpected end of pattern", self.at) };
        // Of the question mark.
        let start = self.at - 1;
        self.at += 1;
        match c {
            'P' => match self.peek() {
                Some('<') => {
                    self.at += 1;
                    self.named(open)
                }
                Some('=') => {
                    self.at += 1;
                    let at = self.at;
                    let name = self.until(')', "group name")?;
                    if !identifier(&name) {
                        return wrong(format!("bad character in group name {}", quoted(&name)), at);
                    }
                    let group = self.group_of(&name, at)?;
                    if self.open.contains(&group) {
                        return wrong("cannot refer to an open group", at);
                    }
                    Ok(Some(Node::Reference(group)))
                }
                None => wrong("unexpected end of pattern", self.at),
                Some(c) => wrong(format!("unknown extension ?P{c}"), start),
            },
            ':' => self.inner(open).map(Some),
            '#' => {
                while let Some(c) = self.peek() {
                    self.at += 1;
                    if c == ')' {
                        return Ok(None);
                    }
                }
                wrong("missing ), unterminated comment", open)
            }
            '=' | '!' => {
                let inner = Box::new(self.inner(open)?);
                Ok(Some(Node::Look { ahead: true, negated: c == '!', inner }))
            }
            '<' => match self.peek() {
                Some(mark @ ('=' | '!')) => {
                    self.at += 1;
                    let inner = Box::new(self.inner(open)?);
                    let (low, high) = inner.width(&self.widths);
                    if low != high {
                        return wrong("look-behind requires fixed-width pattern", NOWHERE);
                    }
                    Ok(Some(Node::Look { ahead: false, negated: mark == '!', inner }))
                }
                None => wrong("unexpected end of pattern", self.at),
                Some(c) => wrong(format!("unknown extension ?<{c}"), start),
            },
            '>' => Ok(Some(Node::Atomic(Box::new(self.inner(open)?)))),
            '(' => self.condition(open).map(Some),
            '-' | 'a' | 'i' | 'L' | 'm' | 's' | 'u' | 'x' => self.flagged(c, open, first),
            c => wrong(format!("unknown extension ?{c}"), start),
        }
    }

    fn inner(&mut self, open: usize) -> Found<Node> {
        let flags = self.flags;
        let made = self.alternatives(false)?;
        self.flags = flags;
        if !self.take(')') {
            return wrong("missing ), unterminated subpattern", open);
        }
        Ok(made)
    }

    fn named(&mut self, open: usize) -> Found<Option<Node>> {
        let at = self.at;
        let name = self.until('>', "group name")?;
        if !identifier(&name) {
            return wrong(format!("bad character in group name {}", quoted(&name)), at);
        }
        if let Some((_, before)) = self.names.iter().find(|(known, _)| *known == name) {
            let number = self.parents.len();
            let shown = quoted(&name);
            return wrong(format!("redefinition of group name {shown} as group {number}; was group {before}"), at);
        }
        self.capture(open, Some(name)).map(Some)
    }

    fn capture(&mut self, open: usize, name: Option<String>) -> Found<Node> {
        let number = self.parents.len();
        self.parents.push(self.open.last().copied().unwrap_or(0));
        self.widths.push((0, usize::MAX));
        if let Some(name) = name {
            self.names.push((name, number));
        }
        self.open.push(number);
        let inner = self.inner(open)?;
        self.open.pop();
        let width = inner.width(&self.widths);
        if let Some(place) = self.widths.get_mut(number) {
            *place = width;
        }
        Ok(Node::Group(number, Box::new(inner)))
    }

    fn condition(&mut self, open: usize) -> Found<Node> {
        let at = self.at;
        let name = self.until(')', "group name")?;
        let group = self.group_of(&name, at)?;
        let flags = self.flags;
        let yes = self.sequence(false)?;
        let no = if self.take('|') { self.sequence(false)? } else { Node::Empty };
        self.flags = flags;
        if self.peek() == Some('|') {
            return wrong("conditional backref with more than two branches", self.at);
        }
        if !self.take(')') {
            return wrong("missing ), unterminated subpattern", open);
        }
        Ok(Node::Condition(group, Box::new(yes), Box::new(no)))
    }

    /// The flag of a letter.
    fn flag(c: char) -> Option<u32> {
        Some(match c {
            'i' => flags::IGNORECASE,
            'm' => flags::MULTILINE,
            's' => flags::DOTALL,
            'x' => flags::VERBOSE,
            'a' => flags::ASCII,
            'u' => flags::UNICODE,
            'L' => flags::LOCALE,
            _ => return None,
        })
    }

    /// The next letter of flags, unless it is one of `ends`; `missing`: what else is wrong.
    fn next_flag(&mut self, ends: &str, missing: &str) -> Found<(char, bool)> {
        let Some(c) = self.peek() else { return wrong(missing, self.at) };
        let at = self.at;
        self.at += 1;
        if ends.contains(c) {
            return Ok((c, true));
        }
        match Reader::flag(c) {
            Some(_) => Ok((c, false)),
            None => wrong(if c.is_alphabetic() { "unknown flag" } else { missing }, at),
        }
    }

    /// `(?im)` at the start, `(?i-s:...)` anywhere. `c`: the first character.
    fn flagged(&mut self, first_letter: char, open: usize, first: bool) -> Found<Option<Node>> {
        const KINDS: u32 = flags::ASCII | flags::UNICODE | flags::LOCALE;
        let (mut on, mut off, mut c) = (0, 0, first_letter);
        while c != '-' {
            let flag = Reader::flag(c).unwrap_or(0);
            if flag == flags::LOCALE {
                return wrong("bad inline flags: cannot use 'L' flag with a str pattern", self.at);
            }
            on |= flag;
            if flag & KINDS != 0 && on & KINDS != flag {
                return wrong("bad inline flags: flags 'a', 'u' and 'L' are incompatible", self.at);
            }
            let (next, end) = self.next_flag(")-:", "missing -, : or )")?;
            c = next;
            if end {
                break;
            }
        }
        if c == ')' {
            if !first {
                return wrong("global flags not at the start of the expression", open);
            }
            self.restart = on & flags::VERBOSE != 0 && !self.has(flags::VERBOSE);
            self.flags |= on;
            return Ok(None);
        }
        if c == '-' {
            (c, _) = self.next_flag("", "missing flag")?;
            loop {
                let flag = Reader::flag(c).unwrap_or(0);
                if flag & KINDS != 0 {
                    return wrong("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", self.at);
                }
                off |= flag;
                let (next, end) = self.next_flag(":", "missing :")?;
                if end {
                    break;
                }
                c = next;
            }
        }
        if on & off != 0 {
            return wrong("bad inline flags: flag turned on and off", self.at.saturating_sub(1));
        }
        self.scoped(on, off, open)
    }

    /// `(?i-s:...)` after the colon.
    fn scoped(&mut self, on: u32, off: u32, open: usize) -> Found<Option<Node>> {
        let before = self.flags;
        self.flags = (self.flags | on) & !off;
        if on & flags::UNICODE != 0 {
            self.flags &= !flags::ASCII;
        }
        let inside = self.flags;
        let made = self.alternatives(false)?;
        self.flags = before;
        if !self.take(')') {
            return wrong("missing ), unterminated subpattern", open);
        }
        let folds = |all: u32| all & (flags::IGNORECASE | flags::ASCII) == flags::IGNORECASE;
        Ok(Some(match (folds(before), folds(inside)) {
            (outer, inner) if outer == inner => made,
            (_, inner) => Node::Case(inner, Box::new(made)),
        }))
    }
}
