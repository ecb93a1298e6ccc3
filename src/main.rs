//! The command line: arguments and exit code, nothing else.
fn main() {}
