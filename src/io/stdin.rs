//! Lines of standard input, read so that whoever waits for one can stop waiting. The one door to the system's `poll`.

use std::io::{self, BufRead};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// What is known of the standard library's buffer, and what was read of a line before somebody stopped waiting for its end.
struct Held {
    /// Whether there is something in the buffer.
    ahead: bool,
    begun: Vec<u8>,
}

static HELD: Mutex<Held> = Mutex::new(Held { ahead: false, begun: Vec::new() });

/// Whether something else reads standard input too, and so may have left anything in the buffer.
static SHARED: AtomicBool = AtomicBool::new(false);

/// Lines are also read by others, through the standard library: from now on nobody can stop waiting.
pub fn share() {
    SHARED.store(true, Ordering::Relaxed);
}

/// How long it is waited at a time, in milliseconds: a signal ends it sooner.
#[cfg(unix)]
const SLICE: i64 = 50;

/// Whether reading would not wait; it is waited a little for that.
#[cfg(unix)]
fn ready() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdin = io::stdin();
    let mut wanted = [PollFd::new(&stdin, PollFlags::IN)];
    let slice = Timespec { tv_sec: 0, tv_nsec: SLICE * 1_000_000 };
    match poll(&mut wanted, Some(&slice)) {
        Ok(count) => count > 0,
        // A signal came; of other errors reading tells.
        Err(error) => error != rustix::io::Errno::INTR,
    }
}

#[cfg(not(unix))]
fn ready() -> bool {
    true
}

/// Read some of a line; whether it is whole, or the input is at its end.
fn more(held: &mut Held) -> io::Result<bool> {
    let mut stdin = io::stdin().lock();
    let found = match stdin.fill_buf() {
        Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(false),
        found => found?,
    };
    let end = memchr::memchr(b'\n', found).map(|at| at + 1);
    let count = end.unwrap_or(found.len());
    held.begun.extend_from_slice(found.get(..count).unwrap_or(found));
    held.ahead = count < found.len();
    let done = end.is_some() || found.is_empty();
    stdin.consume(count);
    Ok(done)
}

/// What a step of [`line`] found.
pub enum Step {
    /// A line with its end; nothing at the end of the input.
    Line(String),
    /// There is more to wait for.
    Wait,
}

/// The next line, if it comes soon. Ask again after [`Step::Wait`], or never.
///
/// # Errors
/// What the system says; `InvalidData` for what is no UTF-8.
pub fn line() -> io::Result<Step> {
    let mut held = HELD.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if !held.ahead && !SHARED.load(Ordering::Relaxed) && !ready() {
        return Ok(Step::Wait);
    }
    if !more(&mut held)? {
        return Ok(Step::Wait);
    }
    let bytes = std::mem::take(&mut held.begun);
    let no_text = |_| io::Error::new(io::ErrorKind::InvalidData, "stream did not contain valid UTF-8");
    String::from_utf8(bytes).map(Step::Line).map_err(no_text)
}
