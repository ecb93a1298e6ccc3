//! Why an input did not run to its end, as messages.

use crate::data::raised::{TaskInfo, TraceEntry};
use crate::data::{ExcClass, Raised};
use crate::diag::{self, Diagnostic, Report, warn};
use crate::source::{Sources, Span};
use crate::value::{Host, cure, exc, kind};

/// Calls shown of a long chain, at each end.
const SHOWN_CALLS: usize = 6;

/// Why an input did not run to its end: messages, or the exit code that the program asked for.
#[derive(Debug)]
pub struct Failure {
    /// What to tell the user; empty when the program only asked to end.
    pub diagnostics: Vec<Diagnostic>,
    /// The exit code of `sys.exit`.
    exit: Option<u8>,
    /// Whether the user stopped it.
    interrupted: bool,
}

/// Exit code of a process that an interrupt ended (128 + SIGINT).
pub const INTERRUPTED: u8 = 130;

impl Failure {
    /// A message without a place.
    pub fn plain(class: &str, message: impl Into<String>) -> Failure {
        let mut diagnostic = Diagnostic::error(class, Span::default(), message);
        diagnostic.labels.clear();
        Failure { diagnostics: vec![diagnostic], exit: None, interrupted: false }
    }

    /// The messages of a stage that found errors.
    pub fn reported<E: Report>(errors: &[E]) -> Failure {
        Failure { diagnostics: errors.iter().map(Report::report).collect(), exit: None, interrupted: false }
    }

    /// What was raised and not caught. `sys.exit` is no error: a text given to it is printed, as Python does.
    pub fn raised(host: &mut dyn Host, mut raised: Box<Raised>, sources: &Sources) -> Failure {
        if raised.class == ExcClass::BrokenPipeError && raised.message.ends_with("'<stdout>'") {
            // Who read the output has gone (`| head`): nothing to explain.
            return Failure { diagnostics: Vec::new(), exit: Some(1), interrupted: false };
        }
        if raised.class != ExcClass::SystemExit {
            let interrupted = raised.class == ExcClass::KeyboardInterrupt;
            cure::cure(host, &mut raised);
            return Failure { diagnostics: vec![explain(&raised, sources)], exit: None, interrupted };
        }
        let (code, text) = exc::exit_code(host, &mut raised);
        if let Some(text) = text {
            warn(&format!("{text}\n"));
        }
        Failure { diagnostics: Vec::new(), exit: Some((code & 0xff) as u8), interrupted: false }
    }

    /// The exit code, if the program asked to end.
    pub fn exit_code(&self) -> Option<u8> {
        self.exit
    }

    /// The exit code of a process that ends by this.
    pub fn process_code(&self) -> u8 {
        self.exit.unwrap_or(if self.interrupted { INTERRUPTED } else { 1 })
    }

    /// All messages as text.
    pub fn render(&self, sources: &Sources, color: bool) -> String {
        diag::render_all(&self.diagnostics, sources, color)
    }
}

/// The message of an exception: its place, the chain of calls, the task, the cause.
fn explain(raised: &Raised, sources: &Sources) -> Diagnostic {
    let chain = own_calls(&raised.trace, sources);
    let place = chain.first().map(|entry| entry.span).unwrap_or_default();
    let interrupted = raised.class == ExcClass::KeyboardInterrupt;
    let verb = if interrupted { "stopped" } else { "raised" };
    let message = match (raised.class, raised.message.as_str()) {
        (ExcClass::MemoryError, "") => "the result would need more memory than there is",
        (ExcClass::KeyboardInterrupt, "") => "you stopped it",
        (ExcClass::AssertionError, "") => "the condition does not hold",
        (_, "") => "raised without a message",
        (_, message) => message,
    };
    let mut diagnostic = Diagnostic::error(class_name(raised), place, message);
    match chain.split_first() {
        None => diagnostic.labels.clear(),
        Some((first, calls)) => {
            diagnostic = diagnostic.because(match &*first.function {
                "<module>" => format!("{verb} here"),
                name => format!("{verb} here, in `{name}`"),
            });
            diagnostic = with_calls(diagnostic, calls);
        }
    }
    if let Some(task) = &raised.task {
        diagnostic = with_task(diagnostic, task);
    }
    let mut cause = raised.cause.as_deref();
    while let Some(earlier) = cause {
        let at = own_calls(&earlier.trace, sources).first().map(|entry| sources.place(entry.span));
        let at = at.map(|place| format!(" at {place}")).unwrap_or_default();
        diagnostic =
            diagnostic.note(format!("it was raised because of {}: {}{at}", class_name(earlier), earlier.message));
        cause = earlier.cause.as_deref();
    }
    if let Some(help) = &raised.help {
        diagnostic = diagnostic.help(help);
    }
    diagnostic
}

/// Python's name of the class; of a user's class its own name.
fn class_name(raised: &Raised) -> String {
    match exc::object_of(raised) {
        Some(object) => kind::type_name(&object).into_owned(),
        None => raised.class.name().to_owned(),
    }
}

/// The calls in the user's own texts; those in stdlib/ only where there are no others.
fn own_calls<'t>(trace: &'t [TraceEntry], sources: &Sources) -> Vec<&'t TraceEntry> {
    let library = |entry: &TraceEntry| sources.get(entry.span.file).is_none();
    let own: Vec<&TraceEntry> = trace.iter().filter(|entry| !library(entry)).collect();
    if own.is_empty() { trace.iter().collect() } else { own }
}

/// Label the calls that lead to the place, innermost first; repeated ones (recursion) once, with their number.
fn with_calls(mut diagnostic: Diagnostic, calls: &[&TraceEntry]) -> Diagnostic {
    let mut grouped: Vec<(Span, usize)> = Vec::new();
    for call in calls {
        match grouped.iter_mut().find(|(span, _)| *span == call.span) {
            Some((_, times)) => *times += 1,
            None => grouped.push((call.span, 1)),
        }
    }
    let left_out = grouped.len().saturating_sub(2 * SHOWN_CALLS);
    for (at, (span, times)) in grouped.iter().enumerate() {
        if left_out > 0 && at >= SHOWN_CALLS && at < SHOWN_CALLS + left_out {
            continue;
        }
        let text = if *times > 1 { format!("called here, {times} times") } else { "called here".to_owned() };
        diagnostic = diagnostic.label(*span, text);
    }
    if left_out > 0 {
        diagnostic = diagnostic.note(format!("{left_out} calls between them are not shown"));
    }
    diagnostic
}

fn with_task(mut diagnostic: Diagnostic, task: &TaskInfo) -> Diagnostic {
    if let Some(span) = task.made_at {
        diagnostic = diagnostic.label(span, "the task was made here");
    }
    diagnostic = diagnostic.note(format!("in the task {}", task.key));
    for input in &task.inputs {
        diagnostic = diagnostic.note(format!("its input {input}"));
    }
    diagnostic
}
