//! `rdask check`: all errors, and what a run would need.

use std::fmt::Write;

use super::{Failure, Session};
use crate::syntax::ast::NodeId;
use crate::types::{Checked, ComputeSite, Ty};

impl Session {
    /// Check a script and say what it would need; the exit code.
    pub fn check_command(&mut self, name: &str, text: &str) -> u8 {
        self.stand_beside(name);
        let checked = self.parse(name, text).map(|module| self.check_module(module));
        match checked {
            Ok(checked) if checked.errors.is_empty() => {
                print!("{}", self.needs(name, &checked));
                0
            }
            Ok(checked) => self.refused(&Failure::reported(&checked.errors)),
            Err(failure) => self.refused(&failure),
        }
    }

    fn refused(&self, failure: &Failure) -> u8 {
        eprint!("{}", self.render(failure));
        let count = failure.diagnostics.len();
        eprintln!("{count} error{}; nothing was run", if count == 1 { "" } else { "s" });
        1
    }

    fn needs(&self, name: &str, checked: &Checked) -> String {
        let mut out = format!("{name}: no errors\n");
        let sites: Vec<(Option<u64>, Option<String>)> = checked.sites.iter().map(|site| self.tasks(site)).collect();
        let arrays = sites.iter().filter_map(|(tasks, _)| *tasks).fold(0u64, u64::saturating_add);
        let unknown: Vec<String> = sites.into_iter().filter_map(|(_, unknown)| unknown).collect();
        let tasks = match (checked.sites.is_empty(), checked.delayed_calls, unknown.is_empty()) {
            (true, _, _) => "none, the script computes nothing".to_owned(),
            (_, Some(calls), true) => format!("{}, before fusing", calls.saturating_add(arrays)),
            (_, Some(calls), false) => {
                format!("{}, before fusing, and those named below", calls.saturating_add(arrays))
            }
            (_, None, _) => format!("{arrays} of arrays, before fusing; of delayed functions only the run knows"),
        };
        let _ = writeln!(out, "tasks: {tasks}");
        if let Some((bytes, what)) = self.largest(checked) {
            let _ = writeln!(out, "largest array: {} ({what})", size(bytes));
        }
        for what in unknown {
            let _ = writeln!(out, "not known before the run: {what}");
        }
        out
    }

    /// How many tasks of arrays a place runs, and what is not known of it.
    fn tasks(&self, site: &ComputeSite) -> (Option<u64>, Option<String>) {
        let place = format!("{}, `{}`", self.sources.place(site.span), short(&self.sources.snippet(site.span)));
        match (site.tasks(), site.times) {
            (Some(tasks), Some(times)) => (tasks.checked_mul(times), None),
            (None, _) => (None, Some(format!("the tasks of {place}"))),
            (_, None) => (None, Some(format!("how often {place} runs"))),
        }
    }

    /// The largest array that an expression of the script gives, lazy or not: its bytes, and what it is.
    fn largest(&self, checked: &Checked) -> Option<(u64, String)> {
        let ids = (0..checked.typed.module().nodes).map(NodeId);
        let sized = ids.filter_map(|id| match checked.typed.type_of(id) {
            ty @ (Ty::Array(array) | Ty::NdArray(array)) => Some((array.nbytes()?, ty.to_string())),
            _ => None,
        });
        sized.max_by_key(|(bytes, _)| *bytes)
    }
}

fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    if line.chars().count() > 50 {
        format!("{}...", line.chars().take(47).collect::<String>())
    } else {
        line.to_owned()
    }
}

/// A number of bytes, as `dask.utils.format_bytes` writes it.
fn size(bytes: u64) -> String {
    const UNITS: [(&str, u32); 5] = [("PiB", 50), ("TiB", 40), ("GiB", 30), ("MiB", 20), ("kiB", 10)];
    for (unit, power) in UNITS {
        let one = (1u64 << power) as f64;
        if bytes as f64 >= one * 0.9 {
            return format!("{:.2} {unit}", bytes as f64 / one);
        }
    }
    format!("{bytes} B")
}
