//! Diagnostics: what is wrong, where, why, and the cure. The only user of ariadne; imports no stage.

use crate::source::{Sources, Span};

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

/// Render for a terminal or, without color, for a file. Ends with a newline.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, _color: bool) -> String {
    let place = diagnostic.span().map(|span| sources.place(span)).unwrap_or_default();
    let mut out = format!("{}: {}\n  at {place}\n", diagnostic.class, diagnostic.message);
    for (span, text) in &diagnostic.labels {
        out.push_str(&format!("  {}: {} {text}\n", sources.place(*span), sources.snippet(*span)));
    }
    out
}
