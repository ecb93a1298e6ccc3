//! A thread that is about to wait (a sleep, a file, another computation) says so, and a worker's core goes to another.

use std::cell::RefCell;
use std::rc::Rc;

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
