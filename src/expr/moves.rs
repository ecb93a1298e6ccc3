//! The family of nodes that bring elements to other places: reshape, broadcast, take, points, assignment.

use std::sync::Arc;

use super::node::add_axes;
use super::token::Token;

/// A node that brings elements to other places and computes nothing.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Move {
    /// The blocks of the input, in C order of its grid, are those of the node, in other shapes.
    Reshape,
    /// Axes of size 1 repeated, and new axes in front.
    Broadcast,
    /// Positions along an axis, one by one.
    Take {
        /// The axis.
        axis: usize,
        /// The positions.
        at: Arc<[usize]>,
    },
    /// Points: the node's first axis runs over them, the axes that are not indexed follow.
    Points {
        /// The axes that are indexed, sorted.
        axes: Vec<usize>,
        /// For each of them the positions, one a point.
        at: Vec<Arc<[usize]>>,
    },
    /// Parts of vectors: a row of blocks for each block of the first input, cut where the second says; copies, so that the
    /// vectors can go. Each block is a row of its own, of a length that only the run knows.
    Split,
    /// The first input with the second, which has the shape of the region, written into it: one entry for each axis.
    Assign(Vec<Region>),
}

/// The part of an axis that is assigned to.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Region {
    /// These positions, in this direction.
    Range {
        /// First position.
        start: usize,
        /// From one to the next.
        step: i64,
        /// How many.
        count: usize,
    },
    /// One position; the value does not have the axis.
    Index(usize),
    /// Positions one by one.
    List(Arc<[usize]>),
}

impl Move {
    /// Dask's name for it.
    pub fn verb(&self) -> &'static str {
        match self {
            Move::Reshape => "reshape",
            Move::Broadcast => "broadcast_to",
            Move::Take { .. } => "take",
            Move::Points { .. } => "vindex",
            Move::Split => "split",
            Move::Assign(_) => "setitem",
        }
    }
}

/// Add to the hash of a structure.
pub(super) fn add_move(token: &mut Token, how: &Move) {
    match how {
        Move::Reshape => {
            token.word(0);
        }
        Move::Broadcast => {
            token.word(1);
        }
        Move::Take { axis, at } => {
            token.word(2).word(*axis as u64).word(at.len() as u64);
            add_axes(token, at);
        }
        Move::Points { axes, at } => {
            token.word(3).word(axes.len() as u64);
            add_axes(token, axes);
            at.iter().for_each(|list| add_axes(token, list));
        }
        Move::Split => {
            token.word(5);
        }
        Move::Assign(regions) => {
            token.word(4);
            for region in regions {
                match region {
                    Region::Range { start, step, count } => {
                        token.word(0).word(*start as u64).word(*step as u64).word(*count as u64);
                    }
                    Region::Index(at) => {
                        token.word(1).word(*at as u64);
                    }
                    Region::List(list) => {
                        token.word(2).word(list.len() as u64);
                        add_axes(token, list);
                    }
                }
            }
        }
    }
}
