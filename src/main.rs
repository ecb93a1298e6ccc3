//! The command line: arguments and exit code, nothing else.

use std::io::{IsTerminal, Read};
use std::process::ExitCode;

use rdask::diag::{say, warn};
use rdask::repl;
use rdask::session::{Options, Session};

/// Programs of small values live by their allocator; the system's is slow away from the main thread.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str = "\
Usage: rdask [OPTIONS]                  open the shell
       rdask [OPTIONS] SCRIPT [ARG]...  check and run a script (.rd or .py); `-` reads it from standard input
       rdask [OPTIONS] -c TEXT [ARG]... check and run a text
       rdask check SCRIPT               only check: all errors, how many tasks it would run, the memory it needs

Options:
      --scheduler NAME   sync or threads (default: threads)
      --threads N        worker threads (default: one for each core)
      --memory-limit N   memory for the blocks of a computation: 2GB, 500MiB (default: 60 % of the machine's)
      --cpu LEVEL        the instructions of numeric loops: baseline, avx2 or avx512 (default: the best there is)
      --visualize FILE   draw the graphs that the script computes: .dot .svg .png .pdf
      --color WHEN       auto, always or never (default: auto)
  -V, --version          print the version
  -h, --help             print this help
";

/// What to do.
enum Action {
    Shell,
    File(String),
    Text(String),
    Check(String),
    Print(String),
}

/// Exit code for wrong usage.
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    rdask::data::buffer::small_at_first();
    let (action, mut options) = match arguments() {
        Ok(parsed) => parsed,
        Err(message) => {
            warn(&format!("rdask: {message}\n\n{USAGE}"));
            return ExitCode::from(WRONG_USAGE);
        }
    };
    // A script's own recursion is counted, but trees of expressions recurse on the Rust stack: give it room.
    let run = move || {
        repl::progress::attach(&mut options);
        ExitCode::from(perform(action, options))
    };
    match std::thread::Builder::new().name("rdask".into()).stack_size(STACK_BYTES).spawn(run) {
        Ok(thread) => thread.join().unwrap_or(ExitCode::FAILURE),
        Err(error) => {
            warn(&format!("rdask: cannot start: {error}\n"));
            ExitCode::FAILURE
        }
    }
}

/// Stack of the interpreter's thread, in bytes (virtual: only what is used is taken).
const STACK_BYTES: usize = 256 << 20;

fn perform(action: Action, options: Options) -> u8 {
    match action {
        Action::Shell => repl::run(options),
        Action::Print(text) => {
            say(&text);
            0
        }
        Action::Check(path) => with_text(&path, |text| Session::new(options).check_command(&path, &text)),
        Action::Text(text) => run("<string>", &text, options),
        Action::File(path) => with_text(&path, |text| {
            let name = if path == "-" { "<stdin>" } else { path.as_str() };
            run(name, &text, options)
        }),
    }
}

fn run(name: &str, text: &str, options: Options) -> u8 {
    let mut session = Session::new(options);
    repl::interrupt::catch(session.interrupt_flag());
    session.run_command(name, text)
}

/// Read a script, or say why it can't be read.
fn with_text(path: &str, run: impl FnOnce(String) -> u8) -> u8 {
    let mut bytes = Vec::new();
    let read = match path {
        "-" => std::io::stdin().read_to_end(&mut bytes).map(|_| ()),
        _ => std::fs::read(path).map(|found| bytes = found),
    };
    if let Err(error) = read {
        let error = error.to_string();
        let why = error.split(" (os error").next().unwrap_or("");
        warn(&format!("rdask: can't open {path}: {why}\n"));
        return WRONG_USAGE;
    }
    match String::from_utf8(bytes) {
        Ok(text) => run(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
            warn(&format!("rdask: {path}, line {line}: byte {at} is not UTF-8; save the script as UTF-8\n"));
            1
        }
    }
}

fn arguments() -> Result<(Action, Options), String> {
    use lexopt::prelude::*;
    let mut options = Options::default();
    let mut parser = lexopt::Parser::from_env();
    let mut color = "auto".to_owned();
    let mut action = Action::Shell;
    let text = |value: Result<std::ffi::OsString, lexopt::Error>| {
        value.map_err(|error| error.to_string())?.into_string().map_err(|raw| format!("{raw:?} is not UTF-8"))
    };
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Short('h') | Long("help") => action = Action::Print(USAGE.to_owned()),
            Short('V') | Long("version") => {
                action = Action::Print(concat!("rdask ", env!("CARGO_PKG_VERSION"), "\n").into())
            }
            Long("scheduler") => {
                options.scheduler = Some(one_of("--scheduler", text(parser.value())?, repl::SCHEDULERS)?)
            }
            Long("threads") => options.threads = Some(count("--threads", &text(parser.value())?)?),
            Long("memory-limit") => options.memory_limit = Some(bytes("--memory-limit", &text(parser.value())?)?),
            Long("cpu") => {
                rdask::session::cpu(&text(parser.value())?).map_err(|why| format!("--cpu {why}"))?;
            }
            Long("visualize") => options.visualize = Some(text(parser.value())?),
            Long("color") => color = one_of("--color", text(parser.value())?, &["auto", "always", "never"])?,
            Short('c') => {
                action = Action::Text(text(parser.value())?);
                options.argv = vec!["-c".to_owned()];
                break;
            }
            Value(word) if word == "check" => {
                let path = parser.value().map_err(|_| "check: which script?".to_owned());
                action = Action::Check(text(path.map_err(lexopt::Error::from))?);
                break;
            }
            Value(word) => {
                let path = text(Ok(word))?;
                options.argv = vec![path.clone()];
                action = Action::File(path);
                break;
            }
            other => return Err(other.unexpected().to_string()),
        }
        if matches!(action, Action::Print(_)) {
            return Ok((action, options));
        }
    }
    for rest in parser.raw_args().map_err(|error| error.to_string())? {
        options.argv.push(text(Ok(rest))?);
    }
    options.color = match color.as_str() {
        "always" => true,
        "never" => false,
        _ => std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    };
    Ok((action, options))
}

fn one_of(option: &str, value: String, allowed: &[&str]) -> Result<String, String> {
    match allowed.contains(&value.as_str()) {
        true => Ok(value),
        false => Err(format!("{option} {value}: there is {}", allowed.join(", "))),
    }
}

/// A size in bytes: `2GB`, `500MiB`.
fn bytes(option: &str, text: &str) -> Result<u64, String> {
    match rdask::session::parse_bytes(text) {
        Some(bytes) if bytes > 0 => Ok(bytes),
        _ => Err(format!("{option} {text}: not a size, as in 2GB or 500MiB")),
    }
}

fn count(option: &str, value: &str) -> Result<usize, String> {
    match value.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("{option} {value}: a whole number from 1 on")),
    }
}
