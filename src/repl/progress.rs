//! The progress bar: on standard error, for computations that last. Indicatif is known to this file alone.

use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::session::{Options, Output};

/// A computation that is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the bar's clock moves on while no task ends.
const TICK: Duration = Duration::from_millis(200);

/// The bar of the computation that runs.
#[derive(Clone, Default)]
struct Bar(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    since: Option<Instant>,
    shown: Option<ProgressBar>,
}

/// Show progress where standard error is a terminal; let prints appear at once, above the bar, where standard output
/// is one.
pub fn attach(options: &mut Options) {
    let bar = Bar::default();
    if io::stderr().is_terminal() {
        let bar = bar.clone();
        options.progress = Some(Arc::new(move |told| bar.hear(told)));
    }
    if io::stdout().is_terminal() {
        options.output = Some(Arc::new(Output::to(Prints(bar))));
    }
}

impl Bar {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many tasks of how many are done, or that the computation has ended.
    fn hear(&self, told: Option<(usize, usize)>) {
        let mut state = self.state();
        let Some((done, all)) = told else {
            state.since = None;
            if let Some(bar) = state.shown.take() {
                bar.finish_and_clear();
            }
            return;
        };
        if state.since.get_or_insert_with(Instant::now).elapsed() < PATIENCE {
            return;
        }
        state.shown.get_or_insert_with(|| made(all)).set_position(done as u64);
    }
}

fn made(all: usize) -> ProgressBar {
    let bar = ProgressBar::new(all as u64);
    if let Ok(style) = ProgressStyle::with_template("{elapsed_precise} [{bar:40}] {pos}/{len} tasks") {
        bar.set_style(style.progress_chars("=> "));
    }
    bar.enable_steady_tick(TICK);
    bar
}

/// Standard output on the terminal that shows the bar: the bar makes room for what is printed.
struct Prints(Bar);

impl Write for Prints {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let bar = self.0.state().shown.clone();
        match bar {
            Some(bar) => bar.suspend(|| io::stdout().write(bytes)),
            None => io::stdout().write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
}
