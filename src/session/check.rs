//! `rdask check`: all errors, and what a run would need.

use std::fmt::Write;

use super::forecast::{self, Forecast, Gap, Setting, What};
use super::{Failure, Session};
use crate::data::Sym;
use crate::diag::{say, warn};
use crate::source::Span;
use crate::syntax::ast::NodeId;
use crate::types::{Checked, Ty};

/// Things that are named as not known.
const MOST_NAMED: usize = 20;

impl Session {
    /// Check a script and say what it would need; the exit code.
    pub fn check_command(&mut self, name: &str, text: &str) -> u8 {
        match self.check_report(name, text) {
            Ok(report) => {
                say(&report);
                0
            }
            Err(failure) => self.refused(&failure),
        }
    }

    fn refused(&self, failure: &Failure) -> u8 {
        warn(&self.render(failure));
        let count = failure.diagnostics.len();
        warn(&format!("{count} error{}; nothing was run\n", if count == 1 { "" } else { "s" }));
        1
    }

    /// What `rdask check` prints of a script: what a run would need. Nothing is run.
    ///
    /// # Errors
    /// What the parser or the checker refuses.
    pub fn check_report(&mut self, name: &str, text: &str) -> Result<String, Failure> {
        self.stand_beside(name);
        let checked = self.checked(name, text)?;
        self.show_warnings(&checked);
        let forecast = self.follow(&checked);
        Ok(self.needs(name, &checked, &forecast))
    }

    /// What a script would need: tasks and bytes, and what is not known of them. Nothing is run.
    ///
    /// # Errors
    /// What the parser or the checker refuses.
    pub fn forecast(&mut self, name: &str, text: &str) -> Result<Forecast, Failure> {
        self.stand_beside(name);
        let checked = self.checked(name, text)?;
        Ok(self.follow(&checked))
    }

    fn follow(&self, checked: &Checked) -> Forecast {
        let setting = Setting {
            sources: &self.sources,
            folder: &self.folder,
            file: self.globals.get(Sym::new("__file__")),
            argv: self.options.argv.clone(),
        };
        forecast::follow(checked.typed.module(), setting)
    }

    fn needs(&self, name: &str, checked: &Checked, forecast: &Forecast) -> String {
        let warnings = match checked.warnings.len() {
            0 => String::new(),
            1 => ", one warning".to_owned(),
            several => format!(", {several} warnings"),
        };
        let mut out = format!("{name}: no errors{warnings}\n");
        let runs = forecast.runs.len();
        let known = forecast.unknown.is_empty();
        let tasks = match (runs, known) {
            (0, true) => "none, the script computes nothing".to_owned(),
            (1, true) => format!("{}, in one computation", forecast.tasks()),
            (_, true) => format!("{}, in {runs} computations", forecast.tasks()),
            (0, false) => "not known".to_owned(),
            (_, false) => format!("at least {}", forecast.tasks()),
        };
        let _ = writeln!(out, "tasks: {tasks}");
        if let Some((bytes, what)) = self.largest(name, checked, forecast) {
            let _ = writeln!(out, "largest array: {} ({what})", size(bytes));
        }
        if let Some((bytes, span)) = forecast.peak {
            let least = if known && forecast.unsized_.is_empty() { "" } else { "at least " };
            let workers = forecast.runs.iter().map(|run| run.workers).max().unwrap_or(1);
            let threads = if workers == 1 { "one thread".to_owned() } else { format!("{workers} threads") };
            let place = self.place(name, span);
            let _ = writeln!(out, "predicted peak: {least}{}, on {threads} ({place})", size(bytes));
        }
        self.name_unknown(name, forecast, &mut out);
        out
    }

    /// What nobody can know before the run, by line.
    fn name_unknown(&self, name: &str, forecast: &Forecast, out: &mut String) {
        if forecast.unknown.is_empty() && forecast.unsized_.is_empty() {
            return;
        }
        out.push_str("not known before the run:\n");
        for gap in forecast.unknown.iter().take(MOST_NAMED) {
            let _ = writeln!(out, "  {}", self.gap(name, gap));
        }
        if let Some(more) = forecast.unknown.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
            let _ = writeln!(out, "  and {more} more of this kind");
        }
        if let Some((first, rest)) = forecast.unsized_.split_first() {
            let more = if rest.is_empty() { String::new() } else { format!(", and {} more", rest.len()) };
            let _ = writeln!(out, "  {}{more}", self.gap(name, first));
        }
    }

    /// What is not known, where, and what it depends on.
    fn gap(&self, name: &str, gap: &Gap) -> String {
        let text = short(&self.sources.snippet(gap.span));
        let line = self.line(name, gap.span);
        let said = match gap.what {
            What::Holds => format!("whether `{text}` holds"),
            What::Rounds => format!("how often the loop runs, `{text}`"),
            What::Items => format!("how many items there are to compute, `{text}`"),
            What::Tasks => format!("the tasks of `{text}`"),
            What::Nested => format!("the tasks of tasks that compute themselves, `{text}`"),
            What::After => format!("what comes after `{text}`, which raises"),
            What::TooLong => format!("what comes after `{text}`: following the script takes too long"),
            What::Bytes => format!("the memory of what delayed functions return, `{text}`"),
        };
        let why = gap.why.map(|why| format!("; that depends on {}", self.place(name, why))).unwrap_or_default();
        format!("{line}: {said}{why}")
    }

    /// `line 3`; of another file with its name.
    fn line(&self, name: &str, span: Span) -> String {
        let Some(source) = self.sources.get(span.file) else { return "the script".to_owned() };
        let (line, _) = source.line_col(span.start);
        if source.name == name { format!("line {line}") } else { format!("{}, line {line}", source.name) }
    }

    /// `line 3, `x.compute()``; of another file with its name.
    fn place(&self, name: &str, span: Span) -> String {
        format!("{}, `{}`", self.line(name, span), short(&self.sources.snippet(span)))
    }

    /// The largest array that an expression of the script gives, lazy or not: its bytes, and what it is.
    fn largest(&self, name: &str, checked: &Checked, forecast: &Forecast) -> Option<(u64, String)> {
        let ids = (0..checked.typed.module().nodes).map(NodeId);
        let sized = ids.filter_map(|id| match checked.typed.type_of(id) {
            ty @ (Ty::Array(array) | Ty::NdArray(array)) => Some((array.nbytes()?, ty.to_string())),
            _ => None,
        });
        let seen = sized.max_by_key(|(bytes, _)| *bytes);
        let followed = forecast.largest.map(|(bytes, span)| (bytes, self.place(name, span)));
        match (seen, followed) {
            (Some(seen), Some(followed)) => Some(if followed.0 >= seen.0 { followed } else { seen }),
            (seen, followed) => seen.or(followed),
        }
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
pub fn size(bytes: u64) -> String {
    const UNITS: [(&str, u32); 5] = [("PiB", 50), ("TiB", 40), ("GiB", 30), ("MiB", 20), ("kiB", 10)];
    for (unit, power) in UNITS {
        let one = (1u64 << power) as f64;
        if bytes as f64 >= one * 0.9 {
            return format!("{:.2} {unit}", bytes as f64 / one);
        }
    }
    format!("{bytes} B")
}
