//! What the parser reports: a place, Python's class of the error, what is wrong and the cure.

use crate::diag::{Diagnostic, Report};
use crate::source::Span;

/// Python's class of an error in the source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxClass {
    /// `SyntaxError`.
    Syntax,
    /// `IndentationError`.
    Indentation,
    /// `TabError`.
    Tab,
}

impl SyntaxClass {
    /// Python's name.
    pub fn name(self) -> &'static str {
        match self {
            SyntaxClass::Syntax => "SyntaxError",
            SyntaxClass::Indentation => "IndentationError",
            SyntaxClass::Tab => "TabError",
        }
    }
}

/// One error in a source text.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntaxError {
    /// Its class.
    pub class: SyntaxClass,
    /// The place.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What stands at the place, or why it is wrong there.
    pub because: String,
    /// Other places that matter.
    pub labels: Vec<(Span, String)>,
    /// The cure.
    pub help: Option<String>,
    /// Whether more text could still mend it: an open bracket, string or block.
    pub incomplete: bool,
}

impl SyntaxError {
    /// A `SyntaxError` at a place.
    pub fn new(span: Span, message: impl Into<String>) -> SyntaxError {
        SyntaxError {
            class: SyntaxClass::Syntax,
            span,
            message: message.into(),
            because: String::new(),
            labels: Vec::new(),
            help: None,
            incomplete: false,
        }
    }

    /// An `IndentationError` at a place.
    pub fn indentation(span: Span, message: impl Into<String>) -> SyntaxError {
        SyntaxError { class: SyntaxClass::Indentation, ..SyntaxError::new(span, message) }
    }

    /// Say at the place why.
    #[must_use]
    pub fn because(mut self, text: impl Into<String>) -> SyntaxError {
        self.because = text.into();
        self
    }

    /// Point at another place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> SyntaxError {
        self.labels.push((span, text.into()));
        self
    }

    /// Say the cure.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> SyntaxError {
        self.help = Some(text.into());
        self
    }

    /// More text could mend it.
    #[must_use]
    pub fn incomplete(mut self) -> SyntaxError {
        self.incomplete = true;
        self
    }
}

impl Report for SyntaxError {
    fn report(&self) -> Diagnostic {
        let mut out = Diagnostic::error(self.class.name(), self.span, &self.message).because(&self.because);
        out.labels.extend(self.labels.iter().cloned());
        out.help.clone_from(&self.help);
        out
    }
}
