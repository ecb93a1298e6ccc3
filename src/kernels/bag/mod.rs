//! Work on partitions of bags: steps through which elements flow one by one, and what reduces them.

pub mod element;
pub mod flow;
pub mod fold;
pub mod group;
pub mod pack;
mod push;
pub mod shuffle;
pub mod steps;
pub mod whole;

pub use flow::{Flow, Stream, flow, stream};
pub use whole::{finalize, reify};
