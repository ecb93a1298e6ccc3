//! `re`: compiled patterns, and the functions that search, replace and split.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::super::args::{at, inner, int, length, text};
use super::super::lazy::lazy;
use super::super::{Row, row};
use super::ast::flags;
use super::engine::{Mode, Program, Scanner, Spans};
use super::flag::Flag;
use super::matched::Match;
use super::parse::Wrong;
use super::template::{Bad, Piece, read};
use crate::data::ops::CmpOp;
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::lazy_types;
use crate::value::native::FrozenNative;
use crate::value::{DictObj, Host, Native, Str, TypeInfo, Value, bytes, dict, exc, index, kind, repr};

/// `re.Pattern`.
pub static PATTERN: TypeInfo = TypeInfo { name: "Pattern", module: "re", declared: "re.Pattern", base: None };
lazy_types! { "builtins": ITERATOR = "callable_iterator" }

/// The rows.
pub const ROWS: &[Row] = &[
    row("re.error", |_, _| Ok(Value::ExcType(ExcClass::ReError))),
    row("re.Pattern", |_, _| Ok(Value::Type(&PATTERN))),
    row("re.compile", |h, a| compile(h, a, 1)),
    row("re.purge", |_, _| {
        CACHE.with(|cache| cache.borrow_mut().clear());
        Ok(Value::None)
    }),
    row("re.escape", |_, a| {
        let this = text("re.escape() argument", a, 0)?;
        let mut made = String::with_capacity(this.as_str().len() + 8);
        for c in this.as_str().chars() {
            if "()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}".contains(c) {
                made.push('\\');
            }
            made.push(c);
        }
        Ok(Value::string(made))
    }),
    // Slots: pattern, string, flags.
    row("re.search", |h, a| compile(h, a, 2).and_then(|pattern| one(h, &pattern, at(a, 1), Mode::Search, None))),
    row("re.match", |h, a| compile(h, a, 2).and_then(|pattern| one(h, &pattern, at(a, 1), Mode::Match, None))),
    row("re.fullmatch", |h, a| compile(h, a, 2).and_then(|pattern| one(h, &pattern, at(a, 1), Mode::Full, None))),
    row("re.findall", |h, a| compile(h, a, 2).and_then(|pattern| find_all(h, &pattern, at(a, 1), None))),
    row("re.finditer", |h, a| compile(h, a, 2).and_then(|pattern| find_iter(h, &pattern, at(a, 1), None))),
    // Slots: pattern, repl, string, count, flags.
    row("re.sub", |h, a| {
        let pattern = compile(h, a, 4)?;
        Ok(sub(h, &pattern, at(a, 1), at(a, 2), at(a, 3))?.0)
    }),
    row("re.subn", |h, a| {
        let pattern = compile(h, a, 4)?;
        let (made, count) = sub(h, &pattern, at(a, 1), at(a, 2), at(a, 3))?;
        Ok(Value::tuple([made, length(count)]))
    }),
    // Slots: pattern, string, maxsplit, flags.
    row("re.split", |h, a| {
        let pattern = compile(h, a, 3)?;
        split(h, &pattern, at(a, 1), at(a, 2))
    }),
    // Slots: self, string, pos, endpos.
    row("re.Pattern.search", |h, a| one(h, at(a, 0), at(a, 1), Mode::Search, Some(a))),
    row("re.Pattern.match", |h, a| one(h, at(a, 0), at(a, 1), Mode::Match, Some(a))),
    row("re.Pattern.fullmatch", |h, a| one(h, at(a, 0), at(a, 1), Mode::Full, Some(a))),
    row("re.Pattern.findall", |h, a| find_all(h, at(a, 0), at(a, 1), Some(a))),
    row("re.Pattern.finditer", |h, a| find_iter(h, at(a, 0), at(a, 1), Some(a))),
    row("re.Pattern.sub", |h, a| Ok(sub(h, at(a, 0), at(a, 1), at(a, 2), at(a, 3))?.0)),
    row("re.Pattern.subn", |h, a| {
        let (made, count) = sub(h, at(a, 0), at(a, 1), at(a, 2), at(a, 3))?;
        Ok(Value::tuple([made, length(count)]))
    }),
    row("re.Pattern.split", |h, a| split(h, at(a, 0), at(a, 1), at(a, 2))),
];

thread_local! {
    /// Patterns of this thread, by text and flags.
    static CACHE: RefCell<FxHashMap<(Rc<str>, u32), Value>> = RefCell::default();
}

/// How many patterns are kept.
const KEPT: usize = 512;

/// A compiled pattern.
pub struct Pattern {
    /// What it searches by.
    pub program: Rc<Program>,
}

fn this(v: &Value) -> Res<&Rc<Program>> {
    match v.as_native::<Pattern>() {
        Some(pattern) => Ok(&pattern.program),
        None => Err(type_error(format!("a compiled pattern is required, not '{}'", kind::type_name(v)))),
    }
}

/// `re.error`, with its attributes.
fn error(wrong: &Wrong, pattern: &str) -> Box<Raised> {
    let Wrong { message, at } = wrong;
    if *at == super::parse::NOWHERE {
        let mut raised = Raised::new(ExcClass::ReError, message.clone());
        if let Value::Exception(object) = exc::object(&mut raised) {
            let mut attrs = object.attrs.borrow_mut();
            attrs.set(Sym::new("msg"), Value::str(message));
            attrs.set(Sym::new("pattern"), Value::str(pattern));
            for name in ["pos", "lineno", "colno"] {
                attrs.set(Sym::new(name), Value::None);
            }
        }
        return raised;
    }
    let before: Vec<char> = pattern.chars().take(*at).collect();
    let line = before.iter().filter(|c| **c == '\n').count() + 1;
    let column = before.iter().rev().take_while(|c| **c != '\n').count() + 1;
    let mut shown = format!("{message} at position {at}");
    if pattern.contains('\n') {
        shown.push_str(&format!(" (line {line}, column {column})"));
    }
    let mut raised = Raised::new(ExcClass::ReError, shown);
    if let Value::Exception(object) = exc::object(&mut raised) {
        let mut attrs = object.attrs.borrow_mut();
        attrs.set(Sym::new("msg"), Value::str(message));
        attrs.set(Sym::new("pattern"), Value::str(pattern));
        for (name, number) in [("pos", *at), ("lineno", line), ("colno", column)] {
            attrs.set(Sym::new(name), length(number));
        }
    }
    raised
}

/// The pattern in slot 0 with the flags in a slot.
fn compile(host: &mut dyn Host, a: &[Value], slot: usize) -> Res<Value> {
    let given = match at(a, slot) {
        Value::Int(0) => 0,
        v => match v.as_native::<Flag>() {
            Some(flag) => flag.0,
            None => u32::try_from(index::as_index(host, v)?).map_err(|_| value_error("invalid flags"))?,
        },
    };
    let source = match inner(at(a, 0)) {
        Value::Str(source) => source,
        v if v.as_native::<Pattern>().is_some() => {
            if given != 0 {
                return Err(value_error("cannot process flags argument with a compiled pattern"));
            }
            return Ok(v.clone());
        }
        v if bytes::of(v).is_some() => {
            return Err(
                type_error("patterns of bytes are not part of rdask").help("decode the bytes and search the text")
            );
        }
        _ => return Err(type_error("first argument must be string or compiled pattern")),
    };
    compiled(source.as_str(), given)
}

fn compiled(source: &str, given: u32) -> Res<Value> {
    if given & flags::LOCALE != 0 {
        return Err(value_error("cannot use LOCALE flag with a str pattern"));
    }
    if given & flags::ASCII != 0 && given & flags::UNICODE != 0 {
        return Err(value_error("ASCII and UNICODE flags are incompatible"));
    }
    let key = (Rc::from(source), given & !flags::DEBUG);
    if let Some(known) = CACHE.with(|cache| cache.borrow().get(&key).cloned()) {
        return Ok(known);
    }
    let program = Program::new(source, given & !flags::DEBUG).map_err(|wrong| error(&wrong, source))?;
    let made = Value::native(Pattern { program: Rc::new(program) });
    let old = CACHE.with(|cache| {
        let mut cache = cache.borrow_mut();
        let old = if cache.len() >= KEPT { std::mem::take(&mut *cache) } else { FxHashMap::default() };
        cache.insert(key, made.clone());
        old
    });
    drop(old);
    Ok(made)
}

/// What is searched.
fn subject(v: &Value) -> Res<Rc<Str>> {
    match inner(v) {
        Value::Str(text) => Ok(text.clone()),
        v if bytes::of(v).is_some() => Err(type_error("cannot use a string pattern on a bytes-like object")),
        v => Err(type_error(format!("expected string or bytes-like object, got '{}'", kind::type_name(v)))),
    }
}

/// `pos` and `endpos` of slots 2 and 3, in characters.
fn window(host: &mut dyn Host, text: &Str, slots: Option<&[Value]>) -> Res<(usize, usize)> {
    let size = text.chars();
    let Some(a) = slots else { return Ok((0, size)) };
    let mut bound = |slot: usize, missing: usize| -> Res<usize> {
        match super::super::args::given(a, slot) {
            None => Ok(missing),
            Some(_) => Ok(usize::try_from(int(host, a, slot)?).unwrap_or(0).min(size)),
        }
    };
    let end = bound(3, size)?;
    let start = bound(2, 0)?;
    Ok((start, end))
}

fn one(host: &mut dyn Host, pattern: &Value, string: &Value, mode: Mode, slots: Option<&[Value]>) -> Res<Value> {
    let program = this(pattern)?;
    let text = subject(string)?;
    let window = if slots.is_none() { (0, text.chars()) } else { window(host, &text, slots)? };
    let (start, end) = (text.offset(window.0), text.offset(window.1));
    let found = program.search(host, &text, start, end, mode, true, false)?;
    Ok(match found {
        Some(spans) => matched(pattern, program, &text, spans, window),
        None => Value::None,
    })
}

fn matched(pattern: &Value, program: &Rc<Program>, text: &Rc<Str>, spans: Spans, window: (usize, usize)) -> Value {
    Value::native(Match { pattern: (pattern.clone(), program.clone()), text: text.clone(), spans, window })
}

fn part(text: &Str, span: Option<(usize, usize)>) -> Value {
    match span {
        Some((start, end)) => Value::str(text.as_str().get(start..end).unwrap_or("")),
        None => Value::str(""),
    }
}

fn find_all(host: &mut dyn Host, pattern: &Value, string: &Value, slots: Option<&[Value]>) -> Res<Value> {
    let program = this(pattern)?;
    let text = subject(string)?;
    let window = window(host, &text, slots)?;
    let mut scanner = Scanner::new(text.offset(window.0), text.offset(window.1), true);
    let mut made = Vec::new();
    while let Some(spans) = scanner.next(host, program, &text)? {
        if made.len() % 4096 == 4095 {
            host.poll()?;
        }
        made.push(match program.groups() {
            0 => part(&text, spans.first().copied().flatten()),
            1 => part(&text, spans.get(1).copied().flatten()),
            _ => Value::tuple(spans.iter().skip(1).map(|span| part(&text, *span)).collect::<Vec<Value>>()),
        });
    }
    Ok(Value::list(made))
}

fn find_iter(host: &mut dyn Host, pattern: &Value, string: &Value, slots: Option<&[Value]>) -> Res<Value> {
    let program = this(pattern)?.clone();
    let text = subject(string)?;
    let window = window(host, &text, slots)?;
    let mut scanner = Scanner::new(text.offset(window.0), text.offset(window.1), true);
    let pattern = pattern.clone();
    Ok(lazy(&ITERATOR, move |host| {
        let found = scanner.next(host, &program, &text)?;
        Ok(found.map(|spans| matched(&pattern, &program, &text, spans, window)))
    }))
}

/// What is put in.
pub struct Replacement(Vec<Piece>);

impl Replacement {
    /// Write it for a match.
    pub fn write(&self, text: &Str, spans: &Spans, out: &mut String) {
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Group(number) => {
                    if let Some((start, end)) = spans.get(*number).copied().flatten() {
                        out.push_str(text.as_str().get(start..end).unwrap_or(""));
                    }
                }
            }
        }
    }
}

/// A replacement read for a program.
pub fn expanded(_: &mut dyn Host, program: &Program, v: &Value) -> Res<Replacement> {
    let Value::Str(template) = inner(v) else {
        if bytes::of(v).is_some() {
            return Err(type_error("sequence item 0: expected str instance, bytes found"));
        }
        return Err(type_error(format!("decoding to str: need a bytes-like object, {} found", kind::type_name(v))));
    };
    let template = template.as_str();
    if !template.contains('\\') {
        return Ok(Replacement(vec![Piece::Text(template.to_owned())]));
    }
    match read(template, program) {
        Ok(pieces) => Ok(Replacement(pieces)),
        Err(Bad::Wrong(wrong)) => Err(error(&wrong, template)),
        Err(Bad::Name(raised)) => Err(raised),
    }
}

/// The text with its matches replaced, and how many these are.
fn sub(host: &mut dyn Host, pattern: &Value, with: &Value, string: &Value, count: &Value) -> Res<(Value, usize)> {
    let program = this(pattern)?;
    let text = subject(string)?;
    let limit = match index::as_index(host, count)? {
        ..=0 => usize::MAX,
        count => count as usize,
    };
    let function = kind::callable(with);
    let replacement = if function { Replacement(Vec::new()) } else { expanded(host, program, with)? };
    let whole = text.as_str();
    let mut scanner = Scanner::new(0, whole.len(), true);
    let (mut made, mut from, mut done) = (String::new(), 0, 0);
    while done < limit
        && let Some(spans) = scanner.next(host, program, &text)?
    {
        let (start, end) = spans.first().copied().flatten().unwrap_or((from, from));
        made.push_str(whole.get(from..start).unwrap_or(""));
        if function {
            let found = matched(pattern, program, &text, spans, (0, text.chars()));
            match inner(&host.call(with, &[found], &[])?) {
                Value::Str(new) => made.push_str(new.as_str()),
                Value::None => {}
                v => {
                    let name = kind::type_name(v);
                    return Err(type_error(format!("sequence item {done}: expected str instance, {name} found")));
                }
            }
        } else {
            replacement.write(&text, &spans, &mut made);
        }
        from = end;
        done += 1;
    }
    if done == 0 {
        return Ok((Value::Str(text), 0));
    }
    made.push_str(whole.get(from..).unwrap_or(""));
    Ok((Value::string(made), done))
}

fn split(host: &mut dyn Host, pattern: &Value, string: &Value, most: &Value) -> Res<Value> {
    let program = this(pattern)?;
    let text = subject(string)?;
    let limit = match index::as_index(host, most)? {
        0 => usize::MAX,
        most => usize::try_from(most).unwrap_or(0),
    };
    let whole = text.as_str();
    let mut scanner = Scanner::new(0, whole.len(), true);
    let (mut made, mut from, mut done) = (Vec::new(), 0, 0);
    while done < limit
        && let Some(spans) = scanner.next(host, program, &text)?
    {
        let (start, end) = spans.first().copied().flatten().unwrap_or((from, from));
        made.push(Value::str(whole.get(from..start).unwrap_or("")));
        for span in spans.iter().skip(1) {
            made.push(if span.is_some() { part(&text, *span) } else { Value::None });
        }
        from = end;
        done += 1;
    }
    made.push(Value::str(whole.get(from..).unwrap_or("")));
    Ok(Value::list(made))
}

impl Native for Pattern {
    fn type_info(&self) -> &'static TypeInfo {
        &PATTERN
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        let shown: String = repr::quote(&self.program.pattern).chars().take(200).collect();
        Ok(match self.program.shown_flags() {
            0 => format!("re.compile({shown})"),
            flags => format!("re.compile({shown}, {})", super::flag::shown(flags)),
        })
    }

    fn iterable(&self) -> bool {
        false
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(Some(match name.as_str() {
            "pattern" => Value::str(&*self.program.pattern),
            "flags" => Value::Int(i64::from(self.program.flags)),
            "groups" => length(self.program.groups()),
            "groupindex" => {
                let made = DictObj::plain();
                for (name, number) in &self.program.names {
                    dict::set_str(&made, name, length(*number));
                }
                Value::Dict(made.into())
            }
            _ => return Ok(None),
        }))
    }

    fn compare(&self, _: &Value, _: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        let Some(other) = other.as_native::<Pattern>() else { return Ok(None) };
        let same = self.program.pattern == other.program.pattern && self.program.flags == other.program.flags;
        Ok(match op {
            CmpOp::Eq => Some(Value::Bool(same)),
            CmpOp::Ne => Some(Value::Bool(!same)),
            _ => None,
        })
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(crate::value::text::hash_text(&self.program.pattern)))
    }

    fn freeze(&self, _: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        let flags = self.program.flags & !flags::UNICODE;
        Ok(Some(Arc::new(FrozenPattern { pattern: Arc::from(&*self.program.pattern), flags })))
    }
}

/// A pattern that any thread may hold: each compiles it once.
struct FrozenPattern {
    pattern: Arc<str>,
    flags: u32,
}

impl FrozenNative for FrozenPattern {
    fn type_info(&self) -> &'static TypeInfo {
        &PATTERN
    }

    fn thaw(&self, _: &mut dyn Host) -> Res<Value> {
        compiled(&self.pattern, self.flags)
    }
}
