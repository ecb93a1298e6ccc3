//! The one integration-test binary.

mod declarations;
mod graph;
mod house;
mod np_print;
mod oracle;
mod sched;
mod syntax;
