//! The one integration-test binary.

mod graph;
mod declarations;
mod house;
mod np_print;
mod oracle;
mod sched;
