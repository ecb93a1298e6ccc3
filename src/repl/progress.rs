//! The progress bar: on standard error, for computations that last. Indicatif is known to this file alone.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::session::Progress;

/// A computation that is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar for a terminal.
pub fn bar() -> Progress {
    let state: Mutex<Option<(Instant, Option<ProgressBar>)>> = Mutex::new(None);
    Arc::new(move |told| {
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((begun, all)) = told else {
            if let Some((_, Some(bar))) = state.take() {
                bar.finish_and_clear();
            }
            return;
        };
        let (start, bar) = state.get_or_insert_with(|| (Instant::now(), None));
        if bar.is_none() && start.elapsed() >= PATIENCE {
            *bar = Some(made(all));
        }
        if let Some(bar) = bar {
            bar.set_position(begun as u64);
        }
    })
}

fn made(all: usize) -> ProgressBar {
    let bar = ProgressBar::new(all as u64);
    if let Ok(style) = ProgressStyle::with_template("{elapsed_precise} [{bar:40}] {pos}/{len} tasks begun") {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}
