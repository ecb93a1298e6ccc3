//! Text to tree: runs the grammar over the statements of the layout, builds the tree, and goes on after an error,
//! so that one run reports all. The only user of pest.

mod atom;
mod build;
mod explain;
mod expr;
mod fields;
mod mistakes;
mod statements;
mod stmt;
mod target;
mod text;

use pest::Parser;
use pest::error::InputLocation;

use crate::source::FileId;

use super::ast::Module;
use super::error::{SyntaxClass, SyntaxError};
use super::layout::{self, BROKEN, DEDENT, INDENT, Layout, NEWLINE};
use super::scope;
use build::{Builder, Map};

/// The parser that pest makes of the grammar.
// The derive makes an enumeration without comments.
#[allow(missing_docs)]
mod grammar {
    /// See `grammar/rdask.pest`.
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/rdask.pest"]
    pub struct Grammar;
}

use grammar::{Grammar, Rule};

/// After so many errors in one text the rest is not looked at.
const MAX_ERRORS: usize = 100;
/// Bytes of stack for a text nested as deep as the layout lets it.
const DEEP_STACK: usize = 64 << 20;
/// Nesting up to here needs no stack of its own.
const SHALLOW: usize = 8;

/// Parse a source text. All errors of the text are reported at once, in the order of their places.
pub fn parse(text: &str, file: FileId) -> Result<Module, Vec<SyntaxError>> {
    if text.len() >= u32::MAX as usize / 2 {
        let span = crate::source::Span::new(file, 0, 0);
        return Err(vec![SyntaxError::new(span, "the source text is longer than 2 GB")]);
    }
    let layout = layout::layout(text, file);
    if layout.depth > SHALLOW {
        return stacker::grow(DEEP_STACK, || run(text, file, layout));
    }
    stacker::maybe_grow(1 << 20, 8 << 20, || run(text, file, layout))
}

fn run(text: &str, file: FileId, mut layout: Layout) -> Result<Module, Vec<SyntaxError>> {
    let mut errors = std::mem::take(&mut layout.errors);
    let mut builder = Builder::new(text, file, Map::Table(&layout));
    let mut body = Vec::new();
    let starts = layout.chunks.iter().copied().filter(|&at| at > 0);
    let ends = starts.clone().chain([layout.text.len()]);
    for (start, end) in std::iter::once(0).chain(starts).zip(ends) {
        if errors.len() + builder.errors.len() >= MAX_ERRORS {
            break;
        }
        if let Some(chunk) = layout.text.get(start..end).filter(|chunk| !chunk.is_empty()) {
            one(chunk, start, &mut builder, &mut body);
        }
    }
    errors.append(&mut builder.errors);
    let nodes = builder.nodes();
    // Where a header is broken, `return` and its kind seem to stand outside of it: only whole statements are looked at.
    let module = Module { file, body, nodes };
    let mut misplaced = scope::analyse(&module).1;
    if errors.iter().any(|error| error.class == SyntaxClass::Indentation) {
        // What stands outside of a block there is a consequence.
        misplaced.retain(|error| !error.message.contains("' outside "));
    }
    errors.append(&mut misplaced);
    if errors.is_empty() {
        return Ok(module);
    }
    errors.sort_by_key(|error| error.span.start);
    errors.dedup_by_key(|error| error.span);
    Err(errors)
}

/// Parse one statement of the outermost level. Each round reports one error and takes its line out.
fn one(chunk: &str, base: usize, builder: &mut Builder, body: &mut Vec<super::ast::Stmt>) {
    let mut patched: Option<String> = None;
    while builder.errors.len() < MAX_ERRORS {
        let now = patched.as_deref().unwrap_or(chunk);
        match Grammar::parse(Rule::module, now) {
            Ok(pairs) => {
                builder.base = base;
                let before = body.len();
                builder.statements(pairs, body);
                if now.contains(BROKEN) {
                    body.truncate(before);
                }
                return;
            }
            Err(error) => {
                let at = match error.location {
                    InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
                };
                builder.base = base;
                let line = line_at(now, at);
                let next = patch(now, at, line);
                // A line that was taken out already is reported once.
                if next.is_some() || patched.is_none() {
                    builder.errors.push(explain::explain(now, at, line, builder));
                }
                let Some(next) = next else { return };
                patched = Some(next);
            }
        }
    }
}

/// The range of the logical line that holds offset `at`, without its end.
fn line_at(text: &str, at: usize) -> (usize, usize) {
    let control = |c: char| matches!(c, NEWLINE | INDENT | DEDENT);
    let at = text.floor_char_boundary(at);
    let start = text.get(..at).and_then(|t| t.rfind(control)).map_or(0, |p| p + 1);
    let end = text.get(at..).and_then(|t| t.find(control)).map_or(text.len(), |p| at + p);
    (start, end)
}

/// The text without what was wrong at `at`: an unexpected indent and its dedent, or else the whole line, and with a
/// `match` also its block. None if there is nothing left to take out.
fn patch(text: &str, at: usize, (start, end): (usize, usize)) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    if bytes.get(at) == Some(&(INDENT as u8)) {
        blank(&mut bytes, at);
        if let Some(end) = matching_dedent(&bytes, at + 1) {
            blank(&mut bytes, end);
        }
        return String::from_utf8(bytes).ok();
    }
    let line = text.get(start..end)?;
    if line.trim_matches([' ', BROKEN]).is_empty() {
        return None;
    }
    let mut upto = end;
    if line.starts_with("match ") && bytes.get(end + 1) == Some(&(INDENT as u8)) {
        upto = matching_dedent(&bytes, end + 2).map_or(end, |dedent| dedent + 1);
    }
    for at in start..upto {
        blank(&mut bytes, at);
    }
    if let Some(first) = bytes.get_mut(start) {
        *first = BROKEN as u8;
    }
    if upto > end {
        *bytes.get_mut(upto - 1)? = NEWLINE as u8;
    }
    String::from_utf8(bytes).ok()
}

fn blank(bytes: &mut [u8], at: usize) {
    if let Some(b) = bytes.get_mut(at) {
        *b = b' ';
    }
}

fn matching_dedent(bytes: &[u8], from: usize) -> Option<usize> {
    let mut depth = 0;
    for (at, &b) in bytes.iter().enumerate().skip(from) {
        if b == INDENT as u8 {
            depth += 1;
        } else if b == DEDENT as u8 {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        }
    }
    None
}

/// Whether more lines could complete the text: an open bracket, string or block, as Python's `codeop` decides.
pub fn needs_more(text: &str) -> bool {
    let Err(errors) = parse(text, FileId::default()) else { return open_block(text) };
    errors.iter().all(|error| error.incomplete)
}

/// Whether the last statement is a compound one that no empty line ended.
fn open_block(text: &str) -> bool {
    let mut lines = text.split('\n').rev();
    let ended = lines.clone().take(1).all(|line| line.trim().is_empty()) && text.contains('\n');
    let last = lines.find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    last.is_some_and(|line| line.starts_with([' ', '\t']) || line.trim_end().ends_with(':')) && !ended
}
