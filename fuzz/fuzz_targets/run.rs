//! The checker and the interpreter take any script: whatever it does, it ends in a result or in messages that can be
//! drawn, never in a panic, an abort or a hang. The script can't write a file (Landlock) and is interrupted after a
//! second. Run with `just fuzz run`.
#![no_main]

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use landlock::{
    ABI, Access, AccessFs, PathBeneath, PathFd, Ruleset, RulesetAttr, RulesetCreatedAttr, RulesetStatus,
};
use libfuzzer_sys::fuzz_target;
use rdask::interp::Output;
use rdask::session::{Options, Session};

/// How long a script may run before it is interrupted.
const PATIENCE: Duration = Duration::from_secs(1);
/// Stack of the interpreter's thread, in bytes: as in the command line.
const STACK_BYTES: usize = 256 << 20;
/// The longest script that is tried, in bytes.
const LONGEST: usize = 16 << 10;
/// What scripts may read; all else, and all writing, is denied to them.
const READABLE: &[&str] = &["/proc/meminfo", "/proc/self", "/dev/null"];

type Asked = (Instant, Arc<AtomicBool>);

/// The script that runs now, for the thread that interrupts it.
static RUNNING: Mutex<Option<Asked>> = Mutex::new(None);

static RUNNER: LazyLock<Mutex<(Sender<String>, Receiver<()>)>> = LazyLock::new(|| {
    let (give, scripts) = channel::<String>();
    let (answer, done) = channel();
    thread::spawn(interrupt_late_scripts);
    let body = move || {
        deny_the_disk();
        for script in scripts {
            run(&script);
            answer.send(()).expect("the fuzzer waits");
        }
    };
    thread::Builder::new().stack_size(STACK_BYTES).spawn(body).expect("a thread");
    Mutex::new((give, done))
});

fuzz_target!(|text: &str| {
    if text.len() <= LONGEST {
        let runner = RUNNER.lock().unwrap_or_else(PoisonError::into_inner);
        runner.0.send(text.to_owned()).expect("the runner lives");
        runner.1.recv().expect("the runner lives");
    }
});

fn run(text: &str) {
    let output = Output::to(std::io::sink());
    let options = Options { threads: Some(2), output: Some(Arc::new(output)), ..Options::default() };
    let mut session = Session::new(options);
    let _ = session.run("import dask\nimport dask.array as da\nimport numpy as np\nfrom dask import delayed");
    let running = || RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    *running() = Some((Instant::now() + PATIENCE, session.interrupt_flag()));
    if let Err(failure) = session.run(text) {
        session.render(&failure);
    }
    *running() = None;
}

/// Interrupts a script that runs too long, again and again: it may catch the exception.
fn interrupt_late_scripts() {
    loop {
        let asked = RUNNING.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match asked {
            Some((until, flag)) if until <= Instant::now() => {
                flag.store(true, Ordering::SeqCst);
                thread::yield_now();
            }
            _ => thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// From here on this thread, and those it starts, may read a few files and write none.
fn deny_the_disk() {
    let all = AccessFs::from_all(ABI::V3);
    let read = AccessFs::ReadFile | AccessFs::ReadDir;
    let rules = Ruleset::default().handle_access(all).and_then(|rules| rules.create()).expect("Landlock's rules");
    let rules = READABLE.iter().fold(rules, |rules, path| {
        let place = PathFd::new(path).expect("a file of the system");
        let access = if std::path::Path::new(path).is_dir() { read } else { AccessFs::ReadFile.into() };
        rules.add_rule(PathBeneath::new(place, access)).expect("a rule of Landlock's")
    });
    let status = rules.restrict_self().expect("Landlock").ruleset;
    assert!(status == RulesetStatus::FullyEnforced, "without Landlock scripts could write to the disk");
}
