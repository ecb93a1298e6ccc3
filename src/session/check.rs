//! `rdask check`: all errors, and what a run would need.

use super::{Failure, Session};
use crate::types::{Checked, ComputeSite};

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
        let plans: Vec<Plan> = checked.sites.iter().map(|site| self.plan(site)).collect();
        let total = plans.iter().map(|plan| plan.tasks).try_fold(0u64, |sum, tasks| sum.checked_add(tasks?));
        match (plans.is_empty(), total) {
            (true, _) => out.push_str("tasks: none, the script computes nothing\n"),
            (false, Some(total)) => out.push_str(&format!("tasks: {total}\n")),
            (false, None) => {
                let known: u64 = plans.iter().filter_map(|plan| plan.tasks).sum();
                out.push_str(&format!("tasks: {known}, and those that only the run knows\n"));
            }
        }
        let largest = plans.iter().filter_map(|plan| plan.largest).max();
        if let Some(bytes) = largest {
            out.push_str(&format!("largest array: {}\n", size(bytes)));
        }
        if let Some(bytes) = plans.iter().filter_map(|plan| plan.peak).max() {
            out.push_str(&format!("predicted peak: {}\n", size(bytes)));
        }
        for plan in &plans {
            if let Some(unknown) = &plan.unknown {
                out.push_str(&format!("not known before the run: {unknown}\n"));
            }
        }
        out
    }

    fn plan(&self, site: &ComputeSite) -> Plan {
        let place = format!("{}, `{}`", self.sources.place(site.span), short(&self.sources.snippet(site.span)));
        let tasks = None;
        Plan { tasks, largest: None, peak: None, unknown: Some(place) }
    }
}

/// What one place that computes needs.
struct Plan {
    tasks: Option<u64>,
    /// In bytes.
    largest: Option<u64>,
    /// In bytes.
    peak: Option<u64>,
    unknown: Option<String>,
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
