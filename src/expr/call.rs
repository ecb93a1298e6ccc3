//! The family `Call`: a function applied to blocks of arrays. Which blocks a call takes is said axis by axis, so that
//! the tasks are only made when the graph is lowered.

use std::sync::Arc;

use super::token::Token;
use crate::data::Sym;
use crate::value::frozen::Frozen;
use crate::value::held::Held;

/// A function on blocks.
#[derive(Clone)]
pub struct BlockCall {
    /// The function; `None`: the first argument itself, so that blocks are chosen and not changed.
    pub function: Option<Arc<Held>>,
    /// Its name, for pictures.
    pub verb: Arc<str>,
    /// Positional arguments.
    pub args: Vec<CallArg>,
    /// Keyword arguments.
    pub kwargs: Vec<(Sym, CallArg)>,
    /// How the function works on single elements, if it does: then they can be made where they are used.
    pub elements: Option<Elements>,
    /// Hash of all this but the nodes that are taken.
    pub token: u128,
}

/// A function of single numbers that is called for each element, as `np.vectorize` does: its arguments are blocks in the
/// places of the result's, which broadcast, and numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Elements {
    /// Whether the dtype of the result was told, so that what the function gives is converted.
    pub told: bool,
}

impl BlockCall {
    /// Whether the function makes each block from its place alone: then it makes any part of it, too.
    pub fn reads(&self) -> bool {
        self.kwargs.iter().any(|(_, arg)| matches!(arg, CallArg::Begin(_)))
    }

    /// The call for a part of the array that begins at `from`; of a call that reads.
    pub fn moved(&self, from: &[usize]) -> BlockCall {
        let mut out = self.clone();
        let mut token = Token::new("part");
        token.wide(self.token);
        for &at in from {
            token.word(at as u64);
        }
        out.token = token.finish();
        for (_, arg) in &mut out.kwargs {
            if let CallArg::Begin(base) = arg {
                *base = base.iter().zip(from).map(|(base, at)| base + at).collect();
            }
        }
        out
    }

    /// Whether the blocks are other than those of the inputs.
    pub fn changes(&self) -> bool {
        if self.reads() || self.elements.is_some() {
            return false;
        }
        self.function.is_some() || self.args.iter().any(|arg| !matches!(arg, CallArg::Blocks { .. }))
    }
}

/// An argument of a call on blocks.
#[derive(Clone)]
pub enum CallArg {
    /// The same for all blocks.
    Value(Frozen),
    /// With something lazy in it: arrays arrive whole, delayed values computed.
    Lazy(Arc<Held>),
    /// Blocks of an input of the node.
    Blocks {
        /// The input's position.
        input: u32,
        /// Which of its blocks, axis by axis.
        along: Vec<Along>,
        /// Whether several become one block; else they are nested lists.
        join: bool,
    },
    /// The indices of the result's block, as a tuple.
    Id,
    /// What a function of the indices of the result's block gives when the graph is made.
    Each(Arc<Held>),
    /// Where the result's block begins in what is read, as a tuple; here the position of the array's first element.
    Begin(Arc<[usize]>),
    /// The sizes of the result's block, as a tuple.
    Sizes,
}

/// Which blocks of an input a block of the result takes, along one axis of the input.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Along {
    /// That with the index which the result's block has along this axis; an only block is broadcast.
    Out(usize),
    /// All.
    All,
    /// So many neighbours: the result's block `n` along this axis takes `n * size` and those that follow.
    Group {
        /// Axis of the result.
        axis: usize,
        /// How many blocks.
        size: usize,
    },
    /// The result's block `n` along this axis takes block `blocks[n]`.
    Pick {
        /// Axis of the result.
        axis: usize,
        /// Numbers of blocks.
        blocks: Arc<[usize]>,
    },
    /// Always this one.
    One(usize),
}

impl Along {
    /// Add it to a hash.
    pub fn token(&self, token: &mut Token) {
        match self {
            Along::Out(axis) => token.word(0).word(*axis as u64),
            Along::All => token.word(1),
            Along::Group { axis, size } => token.word(2).word(*axis as u64).word(*size as u64),
            Along::Pick { axis, blocks } => {
                token.word(3).word(*axis as u64).word(blocks.len() as u64);
                blocks.iter().fold(token, |token, &block| token.word(block as u64))
            }
            Along::One(block) => token.word(4).word(*block as u64),
        };
    }

    /// The blocks that are taken of an axis of `count` blocks, for the result's block with these indices, and whether
    /// they stand in a list. `None` where there is no such block.
    pub fn blocks(&self, index: &[usize], count: usize) -> Option<(std::ops::Range<usize>, bool)> {
        let one = |at: usize| (at < count).then_some((at..at + 1, false));
        match self {
            Along::Out(_) if count == 1 => one(0),
            Along::Out(axis) => one(*index.get(*axis)?),
            Along::All => Some((0..count, true)),
            Along::Group { axis, size } => {
                let from = index.get(*axis)?.checked_mul(*size)?;
                Some((from.min(count)..from.saturating_add(*size).min(count), true))
            }
            Along::Pick { axis, blocks } => one(*blocks.get(*index.get(*axis)?)?),
            Along::One(block) => one(*block),
        }
    }
}
