//! The shell: asks for a line, gives it to the session, shows what comes back.

pub mod commands;
pub mod complete;
pub mod highlight;
pub mod indent;
pub mod interrupt;
pub mod line;
pub mod progress;

use std::cell::RefCell;
use std::io::IsTerminal;
use std::rc::Rc;

use commands::Flow;
pub use commands::SCHEDULERS;
use line::{Input, Reader};

use crate::diag::{say, warn};
use crate::session::{Failure, Options, Session};

/// The shell's state: the session, shared with the completer.
pub struct Shell {
    /// The session that runs what is typed.
    pub session: Rc<RefCell<Session>>,
}

/// Names that are there at the prompt without an import.
const PRELUDE: &str = "import dask\nimport dask.array as da\nimport numpy as np\nfrom dask import delayed\n";

/// Open the shell; the exit code.
pub fn run(options: Options) -> u8 {
    let color = options.color;
    let mut session = Session::new(options);
    interrupt::catch(session.interrupt_flag());
    session.start_prompt(PRELUDE);
    let shell = Shell { session: Rc::new(RefCell::new(session)) };
    if std::io::stdin().is_terminal() {
        say(&format!("rdask {} · Dask, checked before it runs · :help, :quit\n", env!("CARGO_PKG_VERSION")));
    } else {
        // The lines of the prompt come from there too.
        crate::io::stdin::share();
    }
    match Reader::new(shell.session.clone(), color) {
        Ok(reader) => shell.run(reader),
        Err(error) => {
            warn(&format!("rdask: the prompt can't be opened: {error}\n"));
            1
        }
    }
}

impl Shell {
    fn run(mut self, mut reader: Reader) -> u8 {
        loop {
            match reader.read() {
                Input::Text(text) => match self.perform(&text) {
                    Ok(Flow::Continue) => {}
                    Ok(Flow::Quit) => return 0,
                    Err(failure) => match failure.exit_code() {
                        Some(code) => return code,
                        None => warn(&self.session.borrow().render(&failure)),
                    },
                },
                Input::Interrupted => {}
                Input::End => return 0,
            }
        }
    }

    fn perform(&mut self, text: &str) -> Result<Flow, Failure> {
        match text.trim() {
            "" => Ok(Flow::Continue),
            "quit" | "exit" => Ok(Flow::Quit),
            command if command.starts_with(':') => commands::dispatch(self, command),
            _ => self.session.borrow_mut().enter(text).map(|()| Flow::Continue),
        }
    }
}
