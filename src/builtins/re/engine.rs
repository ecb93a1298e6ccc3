//! Searches: the program of a pattern, compiled in variants as texts ask for them. The one door to the engines.

use std::cell::RefCell;
use std::rc::Rc;

use regex_automata::meta;
use regex_automata::util::captures::Captures;
use regex_automata::{Anchored, Input};

use super::ast::{Node, flags};
use super::emit::{EndOf, Variant, emit, is_fancy, is_greedy};
use super::parse::{Wrong, parse};
use crate::data::{ExcClass, Raised, Res};
use crate::value::pause::abandonable;
use crate::value::{Host, Str};

/// The bytes of the match and of its groups.
pub type Spans = Rc<[Option<(usize, usize)>]>;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Anywhere.
    Search,
    /// From where the search begins.
    Match,
    /// All of the text from there.
    Full,
}

/// A compiled pattern.
pub struct Program {
    /// The pattern as written.
    pub pattern: Rc<str>,
    /// Python's flags.
    pub flags: u32,
    /// Names of groups and their numbers.
    pub names: Vec<(String, usize)>,
    /// Of each group the group around it; its length less one is the number of groups.
    pub parents: Vec<usize>,
    root: Node,
    greedy: bool,
    ends: bool,
    words: bool,
    boundaries: bool,
    engines: RefCell<Vec<(Variant, Rc<Engine>)>>,
}

enum Engine {
    Plain(Box<meta::Regex>, RefCell<Captures>),
    Fancy(Box<fancy_regex::Regex>),
}

/// How many steps a search with memory may take.
const STEPS: usize = 200_000_000;
/// How many it takes in this thread, where nobody can stop it: some hundredths of a second.
const AT_ONCE: usize = 1_000_000;

impl Program {
    /// Compile a pattern.
    pub fn new(pattern: &str, given: u32) -> Result<Program, Wrong> {
        let parsed = parse(pattern, given)?;
        let (mut ends, mut words, mut boundaries) = (false, false, false);
        parsed.root.walk(&mut |node| match node {
            Node::End(false) => ends = true,
            Node::Boundary { negated, ascii } => {
                words |= !ascii;
                boundaries |= negated;
            }
            _ => {}
        });
        let program = Program {
            pattern: pattern.into(),
            flags: parsed.flags,
            names: parsed.names,
            parents: parsed.parents,
            greedy: is_greedy(&parsed.root),
            root: parsed.root,
            ends,
            words,
            boundaries,
            engines: RefCell::default(),
        };
        Ok(program)
    }

    /// How many groups there are.
    pub fn groups(&self) -> usize {
        self.parents.len().saturating_sub(1)
    }

    /// The number of a named group.
    pub fn group(&self, name: &str) -> Option<usize> {
        self.names.iter().find(|(known, _)| known == name).map(|(_, number)| *number)
    }

    /// The flags that were given, as `repr` shows them: without `UNICODE`.
    pub fn shown_flags(&self) -> u32 {
        self.flags & !flags::UNICODE
    }

    /// What a text is, for this pattern; bytes before `end`.
    fn variant(&self, text: &Str, end: usize, mode: Mode, moving: bool) -> Variant {
        let part = text.as_str().get(..end).unwrap_or("");
        let ascii = text.is_ascii();
        let at_end = match memchr::memchr(b'\n', part.as_bytes()) {
            _ if !self.ends || !part.ends_with('\n') => EndOf::Text,
            Some(first) if first + 1 == part.len() => EndOf::Line,
            _ => EndOf::Both,
        };
        let words = self.words && !ascii && part.chars().any(unusual);
        let empty = self.boundaries && part.is_empty();
        Variant { ascii, end: at_end, words, whole: mode == Mode::Full, here: false, moving, empty }
    }

    fn engine(&self, mut variant: Variant, anchored: bool) -> Res<Rc<Engine>> {
        let fancy = is_fancy(&self.root, variant);
        variant.here = fancy && anchored;
        if let Some((_, engine)) = self.engines.borrow().iter().find(|(known, _)| *known == variant) {
            return Ok(engine.clone());
        }
        let text = emit(&self.root, variant, fancy);
        let made =
            Rc::new(if fancy { Engine::Fancy(Box::new(build_fancy(&text, AT_ONCE)?)) } else { build_plain(&text)? });
        self.engines.borrow_mut().push((variant, made.clone()));
        Ok(made)
    }

    /// The first match from byte `start`, in the text before byte `end`. `groups`: whether the groups are wanted;
    /// `moving`: the match must not be empty at `start`.
    #[expect(clippy::too_many_arguments, reason = "what is searched for, where, and how")]
    pub fn search(
        &self,
        host: &mut dyn Host,
        text: &Str,
        start: usize,
        end: usize,
        mode: Mode,
        groups: bool,
        moving: bool,
    ) -> Res<Option<Spans>> {
        if start > end {
            return Ok(None);
        }
        let part = text.as_str().get(..end).unwrap_or("");
        let variant = self.variant(text, end, mode, moving);
        let engine = self.engine(variant, mode != Mode::Search)?;
        match &*engine {
            Engine::Plain(regex, captures) => {
                let anchored = if mode == Mode::Search { Anchored::No } else { Anchored::Yes };
                let input = Input::new(part).range(start..end).anchored(anchored);
                if !groups || self.groups() == 0 {
                    return Ok(regex.search(&input).map(|found| Rc::from([Some((found.start(), found.end()))])));
                }
                let mut captures = captures.borrow_mut();
                regex.search_captures(&input, &mut captures);
                if !captures.is_match() {
                    return Ok(None);
                }
                let span = |at| captures.get_group(at).map(|span| (span.start, span.end));
                Ok(Some((0..self.parents.len()).map(span).collect()))
            }
            Engine::Fancy(regex) => {
                let groups = self.parents.len();
                let found = match fancy(regex, part, start, groups) {
                    Err(error) if is_long(&error) => {
                        // So long that the user may want to stop it: what can't be asked to stop is left behind.
                        let (long, text) = (build_fancy(regex.as_str(), STEPS)?, part.to_owned());
                        abandonable(host, move || fancy(&long, &text, start, groups))?
                    }
                    found => found,
                };
                Ok(found.map_err(|error| too_hard(&error.to_string()))?.map(Rc::from))
            }
        }
    }
}

/// Characters of which the engine's `\b` thinks otherwise than Python's.
fn unusual(c: char) -> bool {
    match c {
        '\0'..='\u{a9}' => false,
        '²' | '³' | '¹' | '¼' | '½' | '¾' => true,
        c => c >= '\u{300}',
    }
}

fn build_plain(text: &str) -> Res<Engine> {
    let config = meta::Config::new().nfa_size_limit(Some(64 << 20)).onepass_size_limit(Some(4 << 20));
    let syntax = regex_automata::util::syntax::Config::new().nest_limit(500);
    match meta::Regex::builder().configure(config).syntax(syntax).build(text) {
        Ok(regex) => {
            let captures = RefCell::new(regex.create_captures());
            Ok(Engine::Plain(Box::new(regex), captures))
        }
        Err(error) => Err(not_built(&error.to_string(), text)),
    }
}

fn build_fancy(text: &str, steps: usize) -> Res<fancy_regex::Regex> {
    let made = fancy_regex::RegexBuilder::new(text).backtrack_limit(steps).delegate_size_limit(64 << 20).build();
    made.map_err(|error| not_built(&error.to_string(), text))
}

/// [`Spans`] on their way out of another thread.
type Found = Vec<Option<(usize, usize)>>;

/// The match with its groups, if there is one.
fn fancy(
    regex: &fancy_regex::Regex,
    text: &str,
    start: usize,
    groups: usize,
) -> Result<Option<Found>, fancy_regex::Error> {
    let found = regex.captures_from_pos(text, start)?;
    Ok(found.map(|found| (0..groups).map(|at| found.get(at).map(|span| (span.start(), span.end()))).collect()))
}

/// Whether a search took more steps than it may at first.
fn is_long(error: &fancy_regex::Error) -> bool {
    matches!(error, fancy_regex::Error::RuntimeError(fancy_regex::RuntimeError::BacktrackLimitExceeded))
}

fn not_built(error: &str, text: &str) -> Box<Raised> {
    let message = format!("rdask can't compile this pattern: {error}");
    Raised::new(ExcClass::ReError, message)
        .help(format!("it became {text}; say it in a simpler way, or in two patterns"))
}

fn too_hard(error: &str) -> Box<Raised> {
    let raised = Raised::new(ExcClass::RuntimeError, format!("the pattern takes too many steps on this text: {error}"));
    raised.help("nested repetitions that can match the same text in many ways are the usual reason")
}

/// The matches of a text one after another, as Python finds them: an empty one may follow another directly.
pub struct Scanner {
    at: usize,
    end: usize,
    moving: bool,
    groups: bool,
}

impl Scanner {
    /// From one byte to another.
    pub fn new(start: usize, end: usize, groups: bool) -> Scanner {
        Scanner { at: start, end, moving: false, groups }
    }

    /// The next match.
    pub fn next(&mut self, host: &mut dyn Host, program: &Program, text: &Str) -> Res<Option<Spans>> {
        loop {
            if self.at > self.end {
                return Ok(None);
            }
            let moving = self.moving && !program.greedy;
            let found = program.search(host, text, self.at, self.end, Mode::Search, self.groups, moving)?;
            let Some(spans) = found else {
                self.at = self.end.saturating_add(1);
                return Ok(None);
            };
            let (from, to) = spans.first().copied().flatten().unwrap_or((self.end, self.end));
            if self.moving && to == self.at {
                // Nothing but an empty match here: the next character is tried.
                let step = text.as_str().get(self.at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
                self.at += step;
                self.moving = false;
                continue;
            }
            self.at = to;
            self.moving = from == to;
            return Ok(Some(spans));
        }
    }
}
