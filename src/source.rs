//! Source texts and the places in them: every message, task and traceback points here.

use std::sync::Arc;

/// Index of a source text in [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A half-open range of byte offsets in one source text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Span {
    /// The text.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range `start..end` of `file`, in bytes.
    pub fn new(file: FileId, start: usize, end: usize) -> Span {
        let clip = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file, start: clip(start), end: clip(end) }
    }

    /// The smallest span that covers both (of one file).
    pub fn to(self, other: Span) -> Span {
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// One source text: a script, a line typed at the prompt, a module of the standard library.
#[derive(Debug)]
pub struct Source {
    /// What messages call it: a path, `<stdin>`, `<string>`, `<prompt 3>`.
    pub name: String,
    /// The text, as read.
    pub text: Arc<str>,
    /// Byte offset at which each line starts.
    lines: Vec<u32>,
}

impl Source {
    fn new(name: String, text: Arc<str>) -> Source {
        let starts = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        Source { name, text, lines }
    }

    /// Line and column, both counted from 1, of a byte offset; the column counts characters.
    pub fn line_col(&self, offset: u32) -> (usize, usize) {
        let line = self.lines.partition_point(|&start| start <= offset).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or(0) as usize;
        let upto = self.text.get(start..offset as usize).unwrap_or("");
        (line, upto.chars().count() + 1)
    }

    /// The text of a line, counted from 1, without its end.
    pub fn line(&self, line: usize) -> &str {
        let Some(&start) = self.lines.get(line.wrapping_sub(1)) else { return "" };
        let end = self.lines.get(line).map_or(self.text.len(), |&next| next as usize);
        self.text.get(start as usize..end).unwrap_or("").trim_end_matches(['\n', '\r'])
    }
}

/// All source texts of a session. Cheap to clone; texts are never removed, so a [`Span`] stays good.
#[derive(Debug, Default, Clone)]
pub struct Sources(Arc<std::sync::RwLock<Vec<Arc<Source>>>>);

impl Sources {
    /// Add a text and get its id.
    pub fn add(&self, name: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        let mut all = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.push(Arc::new(Source::new(name.into(), text.into())));
        FileId(all.len() as u32 - 1)
    }

    /// The text with this id.
    pub fn get(&self, id: FileId) -> Option<Arc<Source>> {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(id.0 as usize).cloned()
    }

    /// The source text a span covers.
    pub fn snippet(&self, span: Span) -> String {
        let text = self.get(span.file).map(|s| s.text.clone());
        text.and_then(|t| t.get(span.start as usize..span.end as usize).map(str::to_owned)).unwrap_or_default()
    }

    /// `name:line` of where a span starts.
    pub fn place(&self, span: Span) -> String {
        match self.get(span.file) {
            Some(source) => format!("{}:{}", source.name, source.line_col(span.start).0),
            None => "<unknown>".to_owned(),
        }
    }
}
