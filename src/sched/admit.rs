//! Which tasks may start while memory is short: a state machine without threads. What a task will take counts from its
//! start, not from when it is allocated, so that several that start at once don't pass the limit together.

/// What the tasks that run were admitted with.
#[derive(Default, Debug, Clone, PartialEq, Eq)]
pub struct Admission {
    /// Tasks that were admitted and have not left.
    running: usize,
    /// Bytes that they were admitted with.
    promised: u64,
}

impl Admission {
    /// Bytes that are promised to running tasks; some of them may be in use already.
    pub fn promised(&self) -> u64 {
        self.promised
    }

    /// Ask for a task of so many bytes. `short`: whether they don't fit beside what is in use and promised. A task that
    /// would run alone is admitted anyway: nobody would make room for it.
    pub fn enter(&mut self, short: bool, bytes: u64) -> bool {
        let admitted = !short || self.running == 0;
        if admitted {
            self.running += 1;
            self.promised = self.promised.saturating_add(bytes);
        }
        admitted
    }

    /// A task that was admitted with so many bytes has ended, well or not.
    pub fn leave(&mut self, bytes: u64) {
        self.running = self.running.saturating_sub(1);
        self.promised = self.promised.saturating_sub(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a task fits, as a run with this limit says it.
    fn ask(state: &mut Admission, used: u64, bytes: u64) -> bool {
        let short = used + state.promised() + bytes > 100;
        state.enter(short, bytes)
    }

    #[test]
    fn what_is_promised_counts_before_it_is_allocated() {
        let mut state = Admission::default();
        assert!(ask(&mut state, 30, 40));
        // Nothing was allocated yet: without the promise both would fit.
        assert!(!ask(&mut state, 30, 40));
        assert!(ask(&mut state, 30, 30));
        state.leave(40);
        state.leave(30);
        assert_eq!(state, Admission::default());
    }

    #[test]
    fn one_task_always_runs() {
        let mut state = Admission::default();
        assert!(ask(&mut state, 90, 40));
        assert!(!ask(&mut state, 90, 1));
        assert!(!ask(&mut state, 130, 0));
        state.leave(40);
        assert!(ask(&mut state, 130, 500));
    }

    #[test]
    fn whoever_waits_gets_in_once_the_others_left() {
        // Three workers, each with tasks of 60 bytes, one after the other.
        let (mut state, mut order, mut waiting) = (Admission::default(), Vec::new(), vec![0, 1, 2]);
        while !waiting.is_empty() {
            let before = waiting.len();
            waiting.retain(|&worker| {
                let got = ask(&mut state, 0, 60);
                order.extend(got.then_some(worker));
                !got
            });
            assert_eq!(waiting.len(), before - 1, "one at a time");
            state.leave(60);
        }
        assert_eq!(order, [0, 1, 2]);
    }
}
