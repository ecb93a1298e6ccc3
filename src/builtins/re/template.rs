//! What `sub` puts in: a text with `\1`, `\g<name>` and escapes.

use super::engine::Program;
use super::parse::Wrong;
use crate::data::{ExcClass, Raised};
use crate::value::repr;

/// A part of a replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text.
    Text(String),
    /// What a group matched.
    Group(usize),
}

/// Why a replacement can't be read.
pub enum Bad {
    /// As a pattern: `re.error`.
    Wrong(Wrong),
    /// `IndexError`.
    Name(Box<Raised>),
}

/// Read a replacement for a program.
pub fn read(text: &str, program: &Program) -> Result<Vec<Piece>, Bad> {
    let mut reader = Reader { text: text.chars().collect(), at: 0, made: Vec::new(), plain: String::new() };
    while let Some(&c) = reader.text.get(reader.at) {
        reader.at += 1;
        if c == '\\' { reader.escape(program)? } else { reader.plain.push(c) }
    }
    reader.flush();
    Ok(reader.made)
}

struct Reader {
    text: Vec<char>,
    at: usize,
    made: Vec<Piece>,
    plain: String,
}

impl Reader {
    fn flush(&mut self) {
        if !self.plain.is_empty() {
            self.made.push(Piece::Text(std::mem::take(&mut self.plain)));
        }
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn group(&mut self, number: usize, program: &Program, at: usize) -> Result<(), Bad> {
        if number > program.groups() {
            return Err(Bad::Wrong(Wrong { message: format!("invalid group reference {number}"), at }));
        }
        self.flush();
        self.made.push(Piece::Group(number));
        Ok(())
    }

    fn escape(&mut self, program: &Program) -> Result<(), Bad> {
        let start = self.at - 1;
        let wrong = |message: String, at: usize| Err(Bad::Wrong(Wrong { message, at }));
        let Some(c) = self.peek() else { return wrong("bad escape (end of pattern)".to_owned(), start) };
        self.at += 1;
        match c {
            'g' => return self.named(program),
            '0' => {
                let mut code = 0;
                for _ in 0..2 {
                    let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) else { break };
                    code = code * 8 + digit;
                    self.at += 1;
                }
                self.plain.push(char::from_u32(code & 0xff).unwrap_or('\0'));
            }
            '1'..='9' => return self.numbered(c, start, program),
            'a' => self.plain.push('\u{7}'),
            'b' => self.plain.push('\u{8}'),
            'f' => self.plain.push('\u{c}'),
            'n' => self.plain.push('\n'),
            'r' => self.plain.push('\r'),
            't' => self.plain.push('\t'),
            'v' => self.plain.push('\u{b}'),
            '\\' => self.plain.push('\\'),
            c if c.is_ascii_alphabetic() => return wrong(format!("bad escape \\{c}"), start),
            c => self.plain.extend(['\\', c]),
        }
        Ok(())
    }

    fn numbered(&mut self, first: char, start: usize, program: &Program) -> Result<(), Bad> {
        let mut digits = String::from(first);
        if let Some(second) = self.peek().filter(char::is_ascii_digit) {
            let third = self.text.get(self.at + 1).copied();
            if first.is_digit(8) && second.is_digit(8) && third.is_some_and(|c| c.is_digit(8)) {
                let code = [first, second, third.unwrap_or('0')]
                    .iter()
                    .fold(0, |code, c| code * 8 + c.to_digit(8).unwrap_or(0));
                self.at += 2;
                if code > 0o377 {
                    let shown: String = self.text.get(start..self.at).unwrap_or(&[]).iter().collect();
                    let message = format!("octal escape value {shown} outside of range 0-0o377");
                    return Err(Bad::Wrong(Wrong { message, at: start }));
                }
                self.plain.push(char::from_u32(code).unwrap_or('\0'));
                return Ok(());
            }
            digits.push(second);
            self.at += 1;
        }
        self.group(digits.parse().unwrap_or(usize::MAX), program, start + 1)
    }

    fn named(&mut self, program: &Program) -> Result<(), Bad> {
        let wrong = |message: String, at: usize| Err(Bad::Wrong(Wrong { message, at }));
        if self.peek() != Some('<') {
            return wrong("missing <".to_owned(), self.at);
        }
        self.at += 1;
        let start = self.at;
        let mut name = String::new();
        loop {
            match self.peek() {
                None if name.is_empty() => return wrong("missing group name".to_owned(), self.at),
                None => return wrong("missing >, unterminated name".to_owned(), start),
                Some('>') => break,
                Some(c) => name.push(c),
            }
            self.at += 1;
        }
        self.at += 1;
        if name.is_empty() {
            return wrong("missing group name".to_owned(), start);
        }
        if let Some(number) = program.group(&name) {
            return self.group(number, program, start);
        }
        if name.chars().all(|c| c.is_ascii_digit()) {
            return self.group(name.parse().unwrap_or(usize::MAX), program, start);
        }
        let fine = name.chars().all(|c| c.is_alphanumeric() || c == '_') && !name.starts_with(|c: char| c.is_numeric());
        if !fine {
            return wrong(format!("bad character in group name {}", repr::quote(&name)), start);
        }
        let message = format!("unknown group name {}", repr::quote(&name));
        Err(Bad::Name(Raised::new(ExcClass::IndexError, message)))
    }
}
