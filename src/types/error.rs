//! What the checker reports: an error with Python's class and message, where, why, and the cure.

use crate::data::ExcClass;
use crate::diag::{Diagnostic, Report};
use crate::source::Span;
use crate::types::ty::Ty;

/// Something that certainly raises.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The exception's class.
    pub class: ExcClass,
    /// The exception's message.
    pub message: String,
    /// The main place and others, each with why.
    pub labels: Vec<(Span, String)>,
    /// Further facts.
    pub notes: Vec<String>,
    /// The cure.
    pub help: Option<String>,
    /// Whether it points at the call that led to it.
    pub traced: bool,
    /// What the expression would give if it were right: what follows is checked with it.
    pub meant: Option<Ty>,
}

impl Fault {
    /// A fault at a place.
    pub fn at(class: ExcClass, span: Span, message: impl Into<String>) -> Box<Fault> {
        Box::new(Fault {
            class,
            message: message.into(),
            labels: vec![(span, String::new())],
            notes: Vec::new(),
            help: None,
            traced: false,
            meant: None,
        })
    }

    /// Say at the main place why.
    #[must_use]
    pub fn because(mut self: Box<Self>, text: impl Into<String>) -> Box<Fault> {
        if let Some(first) = self.labels.first_mut() {
            first.1 = text.into();
        }
        self
    }

    /// Point at another place.
    #[must_use]
    pub fn label(mut self: Box<Self>, span: Span, text: impl Into<String>) -> Box<Fault> {
        self.labels.push((span, text.into()));
        self
    }

    /// Add a fact.
    #[must_use]
    pub fn note(mut self: Box<Self>, text: impl Into<String>) -> Box<Fault> {
        self.notes.push(text.into());
        self
    }

    /// Say the cure.
    #[must_use]
    pub fn help(mut self: Box<Self>, text: impl Into<String>) -> Box<Fault> {
        self.help = Some(text.into());
        self
    }

    /// Say the cure, where there is one.
    #[must_use]
    pub fn cured(self: Box<Self>, cure: Option<impl Into<String>>) -> Box<Fault> {
        match cure {
            Some(cure) => self.help(cure),
            None => self,
        }
    }

    /// The main place.
    pub fn span(&self) -> Span {
        self.labels.first().map(|label| label.0).unwrap_or_default()
    }
}

/// An error of a script, found before it runs.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckError {
    /// What.
    pub fault: Fault,
}

impl Report for CheckError {
    fn report(&self) -> Diagnostic {
        let fault = &self.fault;
        let mut diagnostic = Diagnostic::error(fault.class.name(), fault.span(), fault.message.clone());
        diagnostic.labels = fault.labels.clone();
        diagnostic.notes = fault.notes.clone();
        diagnostic.help = fault.help.clone();
        diagnostic
    }
}

/// Something that is likely a mistake, and raises nothing by itself: the script runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// One sentence.
    pub message: String,
    /// Where.
    pub span: Span,
    /// Why, at the place.
    pub label: String,
    /// Further facts.
    pub notes: Vec<String>,
    /// The cure.
    pub help: Option<String>,
}

impl Report for Warning {
    fn report(&self) -> Diagnostic {
        let mut diagnostic = Diagnostic::error("Warning", self.span, self.message.clone()).because(self.label.clone());
        diagnostic.severity = crate::diag::Severity::Warning;
        diagnostic.notes = self.notes.clone();
        diagnostic.help = self.help.clone();
        diagnostic
    }
}
