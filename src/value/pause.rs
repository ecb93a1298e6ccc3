//! A thread that is about to wait (a sleep, a file, another computation) says so, and a worker's core goes to another.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;
use std::sync::mpsc;
use std::time::Duration;

use super::Host;
use crate::data::{ExcClass, Raised, Res};

/// Told before and after this thread waits.
pub trait Pause {
    /// The thread starts to wait.
    fn begin(&self);
    /// The thread goes on; may itself wait for a free core.
    fn end(&self);
}

thread_local! {
    static HOOK: RefCell<Option<Rc<dyn Pause>>> = const { RefCell::new(None) };
}

/// Set (or remove) who is told when this thread waits.
pub fn set_pause(hook: Option<Rc<dyn Pause>>) {
    HOOK.with(|place| *place.borrow_mut() = hook);
}

/// Whether this thread is a worker, whose fellows use the other cores.
pub fn is_worker() -> bool {
    HOOK.with(|place| place.borrow().is_some())
}

/// Run something that waits.
pub fn pausing(work: &mut dyn FnMut()) {
    let hook = HOOK.with(|place| place.borrow().clone());
    if let Some(hook) = &hook {
        hook.begin();
    }
    work();
    if let Some(hook) = &hook {
        hook.end();
    }
}

/// How often a long call looks whether the user stopped it.
const LOOK: Duration = Duration::from_millis(20);

/// A long call of a library that can't be asked to stop: it runs in a thread of its own, which is left behind when the
/// user stops it.
///
/// # Errors
/// `KeyboardInterrupt`; `RuntimeError` when the system has no thread.
pub fn abandonable<T: Send + 'static>(host: &mut dyn Host, work: impl FnOnce() -> T + Send + 'static) -> Res<T> {
    let (send, receive) = mpsc::channel();
    let body = move || {
        // Nobody listens any more when the call was left behind.
        let _ = send.send(catch_unwind(AssertUnwindSafe(work)));
    };
    let no_thread = |_| Raised::new(ExcClass::RuntimeError, "can't start new thread");
    std::thread::Builder::new().name("rdask-call".to_owned()).spawn(body).map_err(no_thread)?;
    loop {
        match receive.recv_timeout(LOOK) {
            Ok(Ok(done)) => return Ok(done),
            Ok(Err(panic)) => resume_unwind(panic),
            Err(mpsc::RecvTimeoutError::Timeout) => host.poll()?,
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                return Err(Raised::new(ExcClass::SystemError, "a call gave no result"));
            }
        }
    }
}

/// The same for work that can fail, in a thread of its own only if it is `long`.
///
/// # Errors
/// Those of the work, as class and message, and those of [`abandonable`].
pub fn patient<T: Send + 'static>(
    host: &mut dyn Host,
    long: bool,
    work: impl FnOnce() -> Res<T> + Send + 'static,
) -> Res<T> {
    if !long {
        return work();
    }
    let done = abandonable(host, move || work().map_err(|raised| (raised.class, raised.message)))?;
    done.map_err(|(class, message)| Raised::new(class, message))
}
