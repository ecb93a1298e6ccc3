//! The one integration-test binary.

mod checker;
mod checker_cases;
mod declarations;
mod delayed;
mod frozen;
mod graph;
mod house;
mod interp;
mod lower;
mod np_print;
mod oracle;
mod sched;
mod syntax;
mod syntax_trees;
mod values;
