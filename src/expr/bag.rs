//! Bags as the script builds them: partitions, each a delayed value whose key is the bag's name and a number. Steps on a
//! bag add one call to each partition; the graph's `fuse` puts neighbours into one task, where elements flow one by one.

use std::rc::Rc;

use super::delayed::DelayedNode;
use super::token::Token;
use crate::data::Sym;

/// A `Bag` as a value of the script. Its behaviour as an object is in `builtins`.
#[derive(Clone)]
pub struct Bag {
    /// Its name and partitions.
    pub made: Rc<BagNode>,
}

/// The partitions of a bag.
pub struct BagNode {
    /// The name, which the keys of its partitions begin with (those of `repartition` to the same number keep theirs).
    pub name: Rc<PartName>,
    /// The partitions, in order: each gives an iterable.
    pub parts: Box<[Rc<DelayedNode>]>,
}

/// The result of a reduction as a value of the script: one lazy value.
#[derive(Clone)]
pub struct Item {
    /// What it will compute.
    pub node: Rc<DelayedNode>,
}

/// The name of a bag, or of tasks that belong together.
#[derive(Debug, PartialEq, Eq)]
pub struct PartName {
    /// The first part.
    pub prefix: Sym,
    /// The hash, unless the first part says all.
    pub hash: Option<u128>,
    /// How many partitions there are.
    pub count: usize,
}

impl PartName {
    /// The name as a text.
    pub fn text(&self) -> String {
        match self.hash {
            Some(hash) => format!("{}-{hash:032x}", self.prefix),
            None => self.prefix.to_string(),
        }
    }

    /// What stands for the name in hashes.
    pub fn token(&self) -> u128 {
        let mut token = Token::new("bag");
        token.text(self.prefix.as_str()).wide(self.hash.unwrap_or(0)).word(self.count as u64);
        token.finish()
    }

    /// What stands for a partition in hashes.
    pub fn part_hash(&self, at: u32) -> u128 {
        let mut token = Token::new("partition");
        token.wide(self.token()).word(u64::from(at));
        token.finish()
    }
}
