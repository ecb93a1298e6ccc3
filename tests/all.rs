//! The one integration-test binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// A test that cannot go on should panic.
mod accuracy;
mod arrays;
mod bags;
mod book;
mod checker;
mod checker_cases;
mod cli;
mod declarations;
mod delayed;
mod embed;
mod explain;
mod files;
mod forecast;
mod frozen;
mod graph;
mod hdf5;
mod house;
mod interp;
mod jit;
mod library;
mod lower;
mod memory;
mod native;
mod np_print;
mod odd_input;
mod oracle;
mod passes;
mod plans;
mod robust;
mod sched;
mod syntax;
mod syntax_trees;
mod uncaught;
mod values;
