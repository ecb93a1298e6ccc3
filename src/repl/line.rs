//! Line editing: when a block is complete, indentation, history, colours. Rustyline is known to this folder alone.

use std::borrow::Cow;
use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::history::FileHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{
    Cmd, ConditionalEventHandler, Event, EventContext, EventHandler, KeyCode, KeyEvent, Modifiers, Movement,
};
use rustyline::{CompletionType, Config, Context, Editor, Helper, RepeatCount};

use super::{complete, highlight, indent};
use crate::diag::warn;
use crate::session::Session;
use crate::syntax;

/// What came from the prompt.
pub enum Input {
    /// A complete input, perhaps of several lines.
    Text(String),
    /// Ctrl-C: the line is dropped.
    Interrupted,
    /// Ctrl-D, or the end of the file.
    End,
}

/// Reads inputs from the terminal, or from a pipe.
pub struct Reader {
    editor: Editor<Prompt, FileHistory>,
    history: Option<PathBuf>,
}

/// Lines of history kept.
const HISTORY: usize = 10_000;

impl Reader {
    /// A reader whose completions come from this session.
    pub fn new(session: Rc<RefCell<Session>>, color: bool) -> rustyline::Result<Reader> {
        let config = Config::builder()
            .max_history_size(HISTORY)?
            .history_ignore_space(true)
            .completion_type(CompletionType::List)
            .color_mode(if color { rustyline::ColorMode::Enabled } else { rustyline::ColorMode::Disabled })
            .tab_stop(4)
            .indent_size(indent::LEVEL as u8)
            .build();
        let mut editor = Editor::with_config(config)?;
        editor.set_helper(Some(Prompt { session, color }));
        for (code, key) in
            [(KeyCode::Enter, Key::Enter), (KeyCode::Tab, Key::Tab), (KeyCode::Backspace, Key::Backspace)]
        {
            editor.bind_sequence(KeyEvent(code, Modifiers::NONE), EventHandler::Conditional(Box::new(key)));
        }
        let history = history_file();
        if let Some(path) = &history {
            // The first start has no history yet.
            let _ = editor.load_history(path);
        }
        Ok(Reader { editor, history })
    }

    /// The next complete input.
    pub fn read(&mut self) -> Input {
        match self.editor.readline("rdask> ") {
            Ok(text) => {
                // History is a convenience: a full disk must not stop the shell.
                let _ = self.editor.add_history_entry(text.as_str());
                if let Some(path) = &self.history {
                    let _ = self.editor.append_history(path);
                }
                Input::Text(text)
            }
            Err(ReadlineError::Interrupted) => Input::Interrupted,
            Err(ReadlineError::Eof) => Input::End,
            Err(error) => {
                warn(&format!("rdask: the prompt failed: {error}\n"));
                Input::End
            }
        }
    }
}

/// `$RDASK_HISTORY`, or a file in the user's state folder (XDG Base Directory Specification).
fn history_file() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("RDASK_HISTORY") {
        return Some(path.into());
    }
    let state = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from);
    let folder = state.or_else(|| std::env::home_dir().map(|home| home.join(".local/state")))?.join("rdask");
    std::fs::create_dir_all(&folder).ok()?;
    Some(folder.join("history"))
}

/// Keys that know about indentation.
enum Key {
    Enter,
    Tab,
    Backspace,
}

impl ConditionalEventHandler for Key {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let text = context.line();
        let before = text.get(..context.pos())?;
        match self {
            Key::Enter if context.pos() < text.len() || is_complete(text) => None,
            Key::Enter => Some(Cmd::Insert(1, format!("\n{}", indent::of_next_line(before)))),
            Key::Tab => indent::on_tab(before).map(|count| Cmd::Insert(1, " ".repeat(count))),
            // Rustyline's dedent reaches to the end of the text.
            Key::Backspace if context.pos() == text.len() && indent::dedents(before) => {
                Some(Cmd::Dedent(Movement::WholeLine))
            }
            Key::Backspace => None,
        }
    }
}

/// Whether Enter runs the text.
fn is_complete(text: &str) -> bool {
    text.starts_with(':') || !syntax::needs_more(text)
}

/// What rustyline asks while a line is typed.
struct Prompt {
    session: Rc<RefCell<Session>>,
    color: bool,
}

impl Helper for Prompt {}

impl Validator for Prompt {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        Ok(if is_complete(context.input()) { ValidationResult::Valid(None) } else { ValidationResult::Incomplete })
    }
}

impl Highlighter for Prompt {
    fn highlight<'l>(&self, line: &'l str, _pos: usize) -> Cow<'l, str> {
        if self.color { Cow::Owned(highlight::highlight(line)) } else { Cow::Borrowed(line) }
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _default: bool) -> Cow<'b, str> {
        if self.color { Cow::Owned(format!("\x1b[1;36m{prompt}\x1b[0m")) } else { Cow::Borrowed(prompt) }
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        if self.color { Cow::Owned(format!("\x1b[2m{hint}\x1b[0m")) } else { Cow::Borrowed(hint) }
    }

    fn highlight_char(&self, _line: &str, _pos: usize, kind: CmdKind) -> bool {
        self.color && kind != CmdKind::MoveCursor
    }
}

impl Completer for Prompt {
    type Candidate = Pair;

    fn complete(&self, line: &str, pos: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let Ok(mut session) = self.session.try_borrow_mut() else { return Ok((pos, Vec::new())) };
        let found = complete::complete(&mut session, line.get(..pos).unwrap_or(line));
        let pair = |candidate: complete::Candidate| Pair { display: candidate.shown, replacement: candidate.text };
        Ok((found.start, found.candidates.into_iter().map(pair).collect()))
    }
}

impl Hinter for Prompt {
    type Hint = String;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<String> {
        if pos < line.len() {
            return None;
        }
        complete::signature_hint(&mut *self.session.try_borrow_mut().ok()?, line)
    }
}
