//! The one integration-test binary.

mod house;
mod np_print;
mod oracle;
