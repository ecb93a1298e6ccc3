//! Standard output: one buffer for all threads, or a sink that the embedding program gives.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

/// Where prints go.
pub enum Sink {
    /// The process's standard output, buffered.
    Stdout(Vec<u8>),
    /// Kept, for embedding and tests.
    Memory(Vec<u8>),
    /// Given on.
    Other(Box<dyn Write + Send>),
}

/// Standard output of a session. A write is never torn by another thread's.
pub struct Output(Mutex<Sink>);

const FULL: usize = 8192;

impl Output {
    /// Standard output of the process.
    pub fn stdout() -> Output {
        Output(Mutex::new(Sink::Stdout(Vec::with_capacity(FULL * 2))))
    }

    /// Output that is kept, for [`Output::take`].
    pub fn memory() -> Output {
        Output(Mutex::new(Sink::Memory(Vec::new())))
    }

    /// Output that is given on.
    pub fn to(writer: impl Write + Send + 'static) -> Output {
        Output(Mutex::new(Sink::Other(Box::new(writer))))
    }

    fn sink(&self) -> std::sync::MutexGuard<'_, Sink> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Write a text.
    pub fn write(&self, text: &str) -> std::io::Result<()> {
        match &mut *self.sink() {
            Sink::Stdout(buffer) => {
                buffer.extend_from_slice(text.as_bytes());
                if buffer.len() >= FULL {
                    let full = std::mem::take(buffer);
                    std::io::stdout().write_all(&full)?;
                }
                Ok(())
            }
            Sink::Memory(buffer) => {
                buffer.extend_from_slice(text.as_bytes());
                Ok(())
            }
            Sink::Other(writer) => writer.write_all(text.as_bytes()),
        }
    }

    /// Send on what is buffered.
    pub fn flush(&self) -> std::io::Result<()> {
        match &mut *self.sink() {
            Sink::Stdout(buffer) => {
                let full = std::mem::take(buffer);
                let mut out = std::io::stdout();
                out.write_all(&full)?;
                out.flush()
            }
            Sink::Memory(_) => Ok(()),
            Sink::Other(writer) => writer.flush(),
        }
    }

    /// What was written to memory, and forget it.
    pub fn take(&self) -> String {
        match &mut *self.sink() {
            Sink::Memory(buffer) => String::from_utf8_lossy(&std::mem::take(buffer)).into_owned(),
            _ => String::new(),
        }
    }
}
