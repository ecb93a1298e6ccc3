//! Logical nodes: what a script asks for before it is cut into tasks. Rules simplify them, `fuse` merges them.

pub mod bag;
pub mod call;
pub mod collection;
pub mod delayed;
pub mod fuse;
pub mod meta;
pub mod moves;
pub mod node;
pub mod rules;
pub mod token;
pub mod tokenize;

pub use bag::{Bag, BagNode, Item, PartName};
pub use call::{Along, BlockCall, CallArg};
pub use collection::Array;
pub use meta::ArrayMeta;
pub use moves::{Move, Region};
pub use node::{Arg, Const, Node, NodeData, Op, Pick, Random, Source};
