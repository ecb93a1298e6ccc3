//! `str`: its methods.

pub mod case;
pub mod format;
pub mod search;
pub mod split;
