//! Diagnostics: what is wrong, where, why, and the cure. The only user of ariadne; imports no stage.

use std::borrow::Cow;
use std::io::Write;
use std::ops::Range;
use std::sync::Arc;

use ariadne::{Color, Config, Label, ReportKind};

use crate::source::{FileId, Sources, Span};

/// How serious it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The script cannot run, or stopped.
    Error,
    /// Worth knowing.
    Warning,
}

/// One message to the user. Built by the stages (see [`Report`]), rendered here.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How serious.
    pub severity: Severity,
    /// Python's name for the error where it has one: `SyntaxError`, `TypeError`.
    pub class: String,
    /// One sentence: what is wrong.
    pub message: String,
    /// Where: the first is the main one; each has a text that says why.
    pub labels: Vec<(Span, String)>,
    /// Further facts, one sentence each.
    pub notes: Vec<String>,
    /// The cure: what to write instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(class: impl Into<String>, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            class: class.into(),
            message: message.into(),
            labels: vec![(span, String::new())],
            notes: Vec::new(),
            help: None,
        }
    }

    /// Say at the main place why.
    #[must_use]
    pub fn because(mut self, text: impl Into<String>) -> Diagnostic {
        if let Some(first) = self.labels.first_mut() {
            first.1 = text.into();
        }
        self
    }

    /// Point at another place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push((span, text.into()));
        self
    }

    /// Add a fact.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Diagnostic {
        self.notes.push(text.into());
        self
    }

    /// Say the cure.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Diagnostic {
        self.help = Some(text.into());
        self
    }

    /// The main place.
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.0)
    }
}

/// What a stage's error does to become a message.
pub trait Report {
    /// The message.
    fn report(&self) -> Diagnostic;
}

/// Write to standard output as it is. Where nobody reads any more there is nobody to tell.
pub fn say(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Write to standard error as it is.
pub fn warn(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Lines longer than this many characters are cropped around the place.
const WIDTH: usize = 160;
/// A label over more lines than this points at its first line.
const TALL: usize = 5;
/// Messages longer than this many characters lose their middle.
const LONG: usize = 4000;
/// Texts of labels longer than this many characters lose their middle.
const LONG_LABEL: usize = 400;
/// Of very many messages, so many are drawn.
const MOST: usize = 100;

/// All messages, or the first of very many and how many there are.
pub fn render_all(diagnostics: &[Diagnostic], sources: &Sources, color: bool) -> String {
    let mut text: String = diagnostics.iter().take(MOST).map(|one| render(one, sources, color)).collect();
    if diagnostics.len() > MOST {
        text.push_str(&format!("{} errors in all; the first {MOST} are shown\n", diagnostics.len()));
    }
    text
}

/// A text without its middle if it is very long.
fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    let count = if text.len() > most { text.chars().count() } else { 0 };
    if count <= most {
        return text.into();
    }
    let head = text.char_indices().nth(most * 3 / 4).map_or(0, |(at, _)| at);
    let tail = text.char_indices().nth(count - most / 4).map_or(text.len(), |(at, _)| at);
    format!("{} \u{2026} {}", text.get(..head).unwrap_or(""), text.get(tail..).unwrap_or("")).into()
}

/// Render for a terminal or, without color, for a file. Ends with a newline.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, color: bool) -> String {
    let mut excerpts = Excerpts::default();
    let places: Vec<Option<Place>> = diagnostic.labels.iter().map(|(span, _)| excerpts.place(*span, sources)).collect();
    let main = places.first().copied().flatten();
    excerpts.build(main, &places);
    let paint = match diagnostic.severity {
        Severity::Error => Color::Red,
        Severity::Warning => Color::Yellow,
    };
    let at = |place: Option<Place>| place.map_or((FileId::default(), 0..0), |p| (p.file, excerpts.range(p)));
    let config = Config::default().with_color(color).with_tab_width(4);
    let mut report = ariadne::Report::build(ReportKind::Error, at(main)).with_config(config);
    // Labels of one file in the order of their lines: ariadne draws a label above the one before it in a new frame.
    let mut labels: Vec<_> = places.iter().zip(&diagnostic.labels).filter_map(|(p, l)| p.map(|p| (p, &l.1))).collect();
    labels.sort_by_key(|(place, _)| (Some(place.file) != main.map(|m| m.file), place.file, place.end));
    for (place, text) in labels {
        let is_main = Some(place) == main;
        let label = Label::new(at(Some(place))).with_color(if is_main { paint } else { Color::Cyan });
        // ariadne underlines only what has a text.
        let text = if text.is_empty() { "here".into() } else { shortened(text, LONG_LABEL) };
        report = report.with_label(label.with_message(text).with_priority(i32::from(is_main)));
    }
    let mut out = Vec::new();
    let drawn = report.finish().write(&mut excerpts, &mut out).is_ok();
    let drawn = if drawn { String::from_utf8_lossy(&out) } else { "".into() };
    let drawn = excerpts.true_column(main, &drawn);
    let painted =
        |text: &str, code: &str| if color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() };
    let severe = if diagnostic.severity == Severity::Error { "31" } else { "33" };
    let mut text =
        format!("{} {}\n", painted(&format!("{}:", diagnostic.class), severe), shortened(&diagnostic.message, LONG));
    // ariadne's own header line is left out: it has no name for the class.
    for line in drawn.lines().skip(1) {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    for note in &diagnostic.notes {
        text.push_str(&format!("  {} {}\n", painted("note:", "36"), shortened(note, LONG)));
    }
    if let Some(help) = &diagnostic.help {
        text.push_str(&format!("  {} {}\n", painted("help:", "32"), shortened(help, LONG)));
    }
    text
}

/// A label's place: lines and columns, counted from 0, columns in characters.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Place {
    file: FileId,
    start: (usize, usize),
    end: (usize, usize),
}

/// What of one file is shown: its lines from the first to the last that a label touches, long ones cropped.
struct Excerpt {
    file: FileId,
    source: Arc<crate::source::Source>,
    first: usize,
    /// By line: offset in `shown` (in characters), first column shown, number of columns shown, width of the mark of
    /// a cropped start.
    lines: Vec<(usize, usize, usize, usize)>,
    shown: ariadne::Source<String>,
}

#[derive(Default)]
struct Excerpts(Vec<Excerpt>);

impl Excerpts {
    fn place(&mut self, span: Span, sources: &Sources) -> Option<Place> {
        let source = sources.get(span.file)?;
        let boundary = |at: u32| source.text.floor_char_boundary(at as usize) as u32;
        let (start, end) = (boundary(span.start), boundary(span.end.max(span.start)));
        let begin = source.line_col(start);
        // A span that ends with its line ends on that line, not at the start of the next one.
        let mut finish = if end > start { source.line_col(end - 1) } else { begin };
        if end > start {
            finish.1 += 1;
        }
        if finish.0 - begin.0 >= TALL {
            finish = (begin.0, source.line(begin.0).chars().count() + 1);
        }
        if !self.0.iter().any(|e| e.file == span.file) {
            let shown = ariadne::Source::from(String::new());
            self.0.push(Excerpt { file: span.file, source, first: 0, lines: Vec::new(), shown });
        }
        Some(Place { file: span.file, start: (begin.0 - 1, begin.1 - 1), end: (finish.0 - 1, finish.1 - 1) })
    }

    fn build(&mut self, main: Option<Place>, places: &[Option<Place>]) {
        for excerpt in &mut self.0 {
            let here: Vec<Place> = places.iter().flatten().copied().filter(|p| p.file == excerpt.file).collect();
            excerpt.build(main, &here);
        }
    }

    /// What ariadne drew, with the column in the source in place of that in a cropped line.
    fn true_column(&self, main: Option<Place>, drawn: &str) -> String {
        let Some(place) = main else { return drawn.to_owned() };
        let Some(excerpt) = self.0.iter().find(|e| e.file == place.file) else { return drawn.to_owned() };
        let (line, column) = (place.start.0 + 1, place.start.1 + 1);
        let start = excerpt.lines.get(place.start.0.saturating_sub(excerpt.first)).map_or(0, |l| l.0);
        let shown = excerpt.offset(place.start).saturating_sub(start) + 1;
        drawn.replacen(&format!(":{line}:{shown}"), &format!(":{line}:{column}"), 1)
    }

    fn range(&self, place: Place) -> Range<usize> {
        let Some(excerpt) = self.0.iter().find(|e| e.file == place.file) else { return 0..0 };
        let start = excerpt.offset(place.start);
        start..excerpt.offset(place.end).max(start + 1)
    }
}

impl Excerpt {
    fn build(&mut self, main: Option<Place>, places: &[Place]) {
        let first = places.iter().map(|p| p.start.0).min().unwrap_or(0);
        let last = places.iter().map(|p| p.end.0).max().unwrap_or(0);
        // Empty lines stand for those before, so that the line numbers are right.
        let (mut text, mut chars) = ("\n".repeat(first), first);
        for line in first..=last {
            let touching = |p: &&Place| p.start.0 <= line && line <= p.end.0;
            let around = main.filter(|p| touching(&p)).or(places.iter().find(touching).copied());
            let from = text.len();
            let window = match around {
                Some(place) => self.crop(line, place, &mut text),
                None => (0, 0, 0),
            };
            self.lines.push((chars, window.0, window.1, window.2));
            // A blank to point at, for what is missing at the end of the line.
            text.push_str(" \n");
            chars += text.get(from..).unwrap_or("").chars().count();
        }
        self.first = first;
        self.shown = ariadne::Source::from(text);
    }

    /// Append the part of a line that is shown. Gives its first column, its width, and the width of the mark before.
    fn crop(&self, line: usize, place: Place, text: &mut String) -> (usize, usize, usize) {
        let full = self.source.line(line + 1);
        let total = full.chars().count();
        let column = if place.start.0 == line { place.start.1 } else { 0 };
        let from = if total <= WIDTH { 0 } else { column.saturating_sub(WIDTH / 3).min(total - WIDTH) };
        let width = (total - from).min(WIDTH);
        let mark = usize::from(from > 0);
        if from > 0 {
            text.push('\u{2026}');
        }
        let plain =
            |c: char| if c.is_control() && c != '\t' || matches!(c, '\u{2028}' | '\u{2029}') { '\u{fffd}' } else { c };
        text.extend(full.chars().skip(from).take(width).map(plain));
        if from + width < total {
            text.push('\u{2026}');
        }
        (from, width, mark)
    }

    /// The offset in the shown text of a line and column.
    fn offset(&self, (line, column): (usize, usize)) -> usize {
        let Some(&(start, from, width, mark)) = self.lines.get(line.saturating_sub(self.first)) else { return 0 };
        start + mark + column.clamp(from, from + width) - from
    }
}

impl ariadne::Cache<FileId> for &mut Excerpts {
    type Storage = String;

    fn fetch(&mut self, id: &FileId) -> Result<&ariadne::Source<String>, impl std::fmt::Debug> {
        self.0.iter().find(|e| e.file == *id).map(|e| &e.shown).ok_or("no such file")
    }

    fn display<'a>(&self, id: &'a FileId) -> Option<impl std::fmt::Display + 'a> {
        self.0.iter().find(|e| e.file == *id).map(|e| e.source.name.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str, labels: &[(usize, usize, &str)]) -> String {
        let sources = Sources::default();
        let file = sources.add("a.rd", text);
        let mut labels = labels.iter().map(|(a, b, t)| (Span::new(file, *a, *b), (*t).to_owned()));
        let mut d = Diagnostic::error("TypeError", labels.next().unwrap().0, "wrong").note("a fact").help("a cure");
        d.labels.extend(labels);
        d.labels[0].1 = "here".into();
        render(&d, &sources, false)
    }

    #[test]
    fn one_label() {
        insta::assert_snapshot!(show("x = 1\ny = x + 'a'\n", &[(10, 17, "")]));
    }

    #[test]
    fn several_labels_on_one_line() {
        insta::assert_snapshot!(show("y = x + 'a'\n", &[(4, 11, ""), (4, 5, "int"), (8, 11, "str")]));
    }

    #[test]
    fn empty_span_at_the_end_of_the_text() {
        insta::assert_snapshot!(show("f(1", &[(3, 3, "")]));
        insta::assert_snapshot!(show("", &[(0, 0, "")]));
        insta::assert_snapshot!(show("a\n", &[(2, 2, "")]));
    }

    #[test]
    fn a_span_over_lines() {
        insta::assert_snapshot!(show("f(\n  1,\n  2)\n", &[(0, 13, "")]));
        insta::assert_snapshot!(show(&"line\n".repeat(40), &[(5, 120, "")]));
    }

    #[test]
    fn far_apart() {
        insta::assert_snapshot!(show(&"line\n".repeat(400), &[(1500, 1504, ""), (0, 4, "first")]));
    }

    #[test]
    fn long_lines_are_cropped() {
        let text = format!("ok\nx = [{}, 'a', {}]\n", "1, ".repeat(4000), "2, ".repeat(100));
        let at = text.find("'a'").unwrap();
        insta::assert_snapshot!(show(&text, &[(at, at + 3, "")]));
        insta::assert_snapshot!(show(&text, &[(7, text.len() - 1, "")]));
    }

    #[test]
    fn long_texts_lose_their_middle_and_many_messages_their_rest() {
        let sources = Sources::default();
        let one =
            Diagnostic::error("NameError", Span::new(FileId(7), 0, 1), format!("no {}", "\u{e4}".repeat(1 << 20)));
        let text = render_all(&vec![one.clone().note("x".repeat(10_000)); 1000], &sources, false);
        assert_eq!(text.matches("NameError").count(), MOST);
        assert!(
            text.ends_with("1000 errors in all; the first 100 are shown\n") && text.contains("\u{e4} \u{2026} \u{e4}")
        );
        assert!(text.len() < MOST * 20_000);
    }

    #[test]
    fn odd_characters() {
        insta::assert_snapshot!(show("\ta\u{b}b\u{2028}c = 'äöü' + 1\r\n", &[(13, 18, "")]));
    }

    #[test]
    fn unknown_file() {
        let span = Span::new(FileId(7), 0, 1);
        let d = Diagnostic::error("ValueError", span, "wrong").help("a cure");
        assert_eq!(render(&d, &Sources::default(), false), "ValueError: wrong\n  help: a cure\n");
    }

    #[test]
    fn two_files() {
        let sources = Sources::default();
        let (a, b) = (sources.add("a.rd", "import b\nb.f(1)\n"), sources.add("b.py", "def f():\n    pass\n"));
        let d = Diagnostic::error("TypeError", Span::new(a, 9, 15), "wrong").label(Span::new(b, 0, 7), "defined here");
        insta::assert_snapshot!(render(&d, &sources, false));
    }
}
