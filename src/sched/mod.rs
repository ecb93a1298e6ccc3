//! Schedulers: run a segment of a task graph on one thread or on all cores.
