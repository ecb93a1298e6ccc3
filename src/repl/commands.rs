//! The commands of the shell: one table that the dispatcher, `:help`, the completer and the book read.

use super::Shell;
use crate::diag::say;
use crate::session::Failure;

/// What the shell does after a command.
pub enum Flow {
    /// Ask for the next line.
    Continue,
    /// Leave.
    Quit,
}

/// What a command's argument is, for completion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Takes {
    /// Nothing.
    Nothing,
    /// An expression or a name.
    Expression,
    /// A file.
    File,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// A command of the shell.
pub struct Command {
    /// Its name, without the colon.
    pub name: &'static str,
    /// Its arguments, as `:help` shows them.
    pub usage: &'static str,
    /// What it does, in one line.
    pub help: &'static str,
    /// What its argument is.
    pub takes: Takes,
    /// What runs: the shell and the rest of the line, trimmed.
    run: fn(&mut Shell, &str) -> Result<Flow, Failure>,
}

/// Stages that `:explain` can show.
pub const STAGES: &[&str] = &["logical", "simplified", "fused", "physical"];

/// Schedulers that can be chosen.
pub const SCHEDULERS: &[&str] = &["sync", "threads"];

/// Every command, in the order of `:help`.
#[rustfmt::skip]
pub static COMMANDS: &[Command] = &[
    Command { name: "help", usage: "[name]", help: "what a name is, or this list", takes: Takes::Expression, run: help },
    Command { name: "type", usage: "expression", help: "the type the checker gives it, nothing is run", takes: Takes::Expression, run: type_of },
    Command { name: "ast", usage: "expression", help: "its syntax tree", takes: Takes::Expression, run: ast },
    Command { name: "explain", usage: "[stage] expression", help: "its plan: logical, simplified, fused, physical", takes: Takes::Expression, run: explain },
    Command { name: "visualize", usage: "expression [file]", help: "draw its task graph: in the terminal, or .dot .svg .png .pdf", takes: Takes::Expression, run: visualize },
    Command { name: "clif", usage: "expression", help: "the machine code of its chains, as Cranelift's instructions, and their stages", takes: Takes::Expression, run: clif },
    Command { name: "time", usage: "expression", help: "run it and say how long it took", takes: Takes::Expression, run: time },
    Command { name: "vars", usage: "", help: "your variables, their types and values", takes: Takes::Nothing, run: vars },
    Command { name: "memory", usage: "", help: "bytes of arrays: live, kept for reuse, and the most there were", takes: Takes::Nothing, run: memory },
    Command { name: "load", usage: "file", help: "run a script here; its names stay", takes: Takes::File, run: load },
    Command { name: "scheduler", usage: "[name]", help: "show or choose the scheduler: sync, threads", takes: Takes::Word(SCHEDULERS), run: scheduler },
    Command { name: "threads", usage: "[n]", help: "show or choose the number of worker threads", takes: Takes::Nothing, run: threads },
    Command { name: "reset", usage: "", help: "forget all your variables", takes: Takes::Nothing, run: reset },
    Command { name: "quit", usage: "", help: "leave (also Ctrl-D)", takes: Takes::Nothing, run: quit },
];

/// Run a line that begins with a colon. A name may be shortened while it is unambiguous: `:v` is not, `:vi` is.
pub fn dispatch(shell: &mut Shell, line: &str) -> Result<Flow, Failure> {
    let line = line.trim_start_matches(':');
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    match find(name) {
        Ok(command) => (command.run)(shell, rest.trim()),
        Err(message) => Err(Failure::plain("usage", message)),
    }
}

/// The command of this name, or the only one that begins so.
fn find(name: &str) -> Result<&'static Command, String> {
    if let Some(exact) = COMMANDS.iter().find(|command| command.name == name) {
        return Ok(exact);
    }
    let near: Vec<_> = COMMANDS.iter().filter(|command| !name.is_empty() && command.name.starts_with(name)).collect();
    match near.as_slice() {
        [one] => Ok(one),
        [] => Err(format!("there is no command `:{name}`; `:help` lists them")),
        many => {
            let names: Vec<_> = many.iter().map(|command| format!(":{}", command.name)).collect();
            Err(format!("`:{name}` could be {}", names.join(" or ")))
        }
    }
}

fn needed<'a>(rest: &'a str, command: &str) -> Result<&'a str, Failure> {
    match rest {
        "" => Err(Failure::plain("usage", format!("`:{command}` needs an expression: `:{command} x + 1`"))),
        text => Ok(text),
    }
}

fn help(shell: &mut Shell, rest: &str) -> Result<Flow, Failure> {
    if rest.is_empty() {
        for command in COMMANDS {
            say(&format!("  {:<32} {}\n", format!(":{} {}", command.name, command.usage), command.help));
        }
        say("\nAnything else is Python: try `x = da.ones((1000, 1000), chunks=100)` and `x.sum().compute()`.\n");
        return Ok(Flow::Continue);
    }
    if let Some(command) = rest.strip_prefix(':').and_then(|name| find(name).ok()) {
        say(&format!(":{} {}\n    {}\n", command.name, command.usage, command.help));
        return Ok(Flow::Continue);
    }
    say(&format!("{}\n", shell.session.borrow_mut().help(rest)?));
    Ok(Flow::Continue)
}

fn type_of(shell: &mut Shell, rest: &str) -> Result<Flow, Failure> {
    say(&format!("{}\n", shell.session.borrow_mut().type_of(needed(rest, "type")?)?));
    Ok(Flow::Continue)
}

fn ast(shell: &mut Shell, rest: &str) -> Result<Flow, Failure> {
    say(&format!("{}\n", shell.session.borrow_mut().ast(needed(rest, "ast")?)?));
    Ok(Flow::Continue)
}

fn explain(shell: &mut Shell, rest: &str) -> Result<Flow, Failure> {
    let (first, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let (stage, text) = match STAGES.contains(&first) && !after.is_empty() {
        true => (Some(first), after.trim()),
        false => (None, rest),
    };
    say(&format!("{}\n", shell.session.borrow_mut().explain(stage, needed(text, "explain")?)?));
    Ok(Flow::Continue)
}

fn visualize(shell: &mut Shell, rest: &str) -> Result<Flow, Failure> {
    let text = needed(rest, "visualize")?;
    let (expression, file) = match text.rsplit_once(char::is_whitespace) {
        Some((before, last)) if is_picture(last) => (before.trim(), Some(last)),
        _ => (text, None),
    };
    let said = shell.session.borrow_mut().visualize(expression, file)?;
    say(&format!("{}\n", said.trim_end()));
    Ok(Flow::Continue)
}

fn is_picture(word: &str) -> bool {
    [".dot", ".svg", ".png", ".pdf"].iter().any(|end| word.ends_with(end)) && !word.contains(['(', '\'', '"'])
}

fn clif(shell: &mut Shell, rest: &str) -> Result<Flow, Failure> {
    let text = needed(rest, "clif")?;
    let shown = shell.session.borrow_mut().clif(text)?;
    say(&format!("{}\n", shown.trim_end()));
    Ok(Flow::Continue)
}

fn memory(shell: &mut Shell, _: &str) -> Result<Flow, Failure> {
    say(&format!("{}\n", shell.session.borrow().memory_text()));
    Ok(Flow::Continue)
}

fn time(shell: &mut Shell, rest: &str) -> Result<Flow, Failure> {
    let text = needed(rest, "time")?;
    let start = std::time::Instant::now();
    let result = shell.session.borrow_mut().enter(text);
    let seconds = start.elapsed().as_secs_f64();
    result?;
    say(&format!("took {}\n", duration(seconds)));
    Ok(Flow::Continue)
}

/// A duration in seconds, in the unit in which it reads best.
fn duration(seconds: f64) -> String {
    match seconds {
        s if s < 1e-3 => format!("{:.1} µs", s * 1e6),
        s if s < 1.0 => format!("{:.1} ms", s * 1e3),
        s => format!("{s:.2} s"),
    }
}

fn vars(shell: &mut Shell, _: &str) -> Result<Flow, Failure> {
    let rows = shell.session.borrow_mut().vars();
    if rows.is_empty() {
        say("no variables yet\n");
    }
    let name_width = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
    let type_width = rows.iter().map(|row| row.kind.chars().count()).max().unwrap_or(0).min(40);
    for row in rows {
        say(&format!("{:<name_width$}  {:<type_width$}  {}\n", row.name, row.kind, row.value));
    }
    Ok(Flow::Continue)
}

fn load(shell: &mut Shell, rest: &str) -> Result<Flow, Failure> {
    match rest {
        "" => Err(Failure::plain("usage", "`:load` needs a file: `:load script.rd`")),
        path => shell.session.borrow_mut().load(path).map(|()| Flow::Continue),
    }
}

fn scheduler(shell: &mut Shell, rest: &str) -> Result<Flow, Failure> {
    let mut session = shell.session.borrow_mut();
    match rest {
        "" => say(&format!("{}\n", session.scheduler())),
        name if SCHEDULERS.contains(&name) => session.set_scheduler(name)?,
        name => {
            let there = SCHEDULERS.join(", ");
            return Err(Failure::plain("usage", format!("there is no scheduler `{name}`; there is {there}")));
        }
    }
    Ok(Flow::Continue)
}

fn threads(shell: &mut Shell, rest: &str) -> Result<Flow, Failure> {
    let mut session = shell.session.borrow_mut();
    match (rest, rest.parse::<usize>()) {
        ("", _) => say(&format!("{}\n", session.threads())),
        (_, Ok(number)) if number > 0 => session.set_threads(number)?,
        _ => return Err(Failure::plain("usage", format!("`:threads {rest}`: a whole number from 1 on"))),
    }
    Ok(Flow::Continue)
}

fn reset(shell: &mut Shell, _: &str) -> Result<Flow, Failure> {
    shell.session.borrow_mut().reset();
    Ok(Flow::Continue)
}

fn quit(_: &mut Shell, _: &str) -> Result<Flow, Failure> {
    Ok(Flow::Quit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_distinct_and_found() {
        for (at, command) in COMMANDS.iter().enumerate() {
            assert!(COMMANDS[..at].iter().all(|other| other.name != command.name));
            assert!(std::ptr::eq(find(command.name).unwrap(), command));
            assert!(!command.help.is_empty());
        }
        assert_eq!(find("q").unwrap().name, "quit");
        assert_eq!(find("v").err().unwrap(), "`:v` could be :visualize or :vars");
        assert!(find("nope").is_err());
    }

    #[test]
    fn durations_read_well() {
        assert_eq!(duration(0.000_012_34), "12.3 µs");
        assert_eq!(duration(0.5), "500.0 ms");
        assert_eq!(duration(12.345), "12.35 s");
    }
}
