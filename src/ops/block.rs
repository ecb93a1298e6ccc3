//! Operations on blocks of arrays, as data: what a task of an array computation carries.

use std::any::Any;
use std::sync::Arc;

use super::ir::Program;
use crate::data::DType;
use crate::data::buffer::Target;
use crate::data::shape::Steps;
use crate::source::Span;

/// A size that only the run knows.
pub const UNKNOWN: usize = usize::MAX;

/// An operation on blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockOp {
    /// Gives its only input.
    Same,
    /// An elementwise program.
    Eval(Eval),
    /// An elementwise program whose block is written where the whole array stands: gives nothing.
    Into {
        /// The program.
        eval: Eval,
        /// The whole array.
        target: Arc<Target>,
        /// Index of the block's first element in it.
        at: Vec<usize>,
    },
    /// The only input, copied to where the whole array stands: gives nothing. The last link of a chain.
    Lay {
        /// The whole array.
        target: Arc<Target>,
        /// Index of the block's first element in it.
        at: Vec<usize>,
    },
    /// The whole array, which the inputs wrote.
    Collect(Arc<Target>),
    /// A partial reduction: the state of one block.
    Partial {
        /// What is reduced; `None`: the only input.
        eval: Option<Eval>,
        /// The row of `ops::reduction`.
        row: &'static str,
        /// Axes that are reduced, sorted.
        axes: Vec<usize>,
        /// Whether they stay, with size 1, when the result is finished.
        keepdims: bool,
        /// Where the block stands, for reductions that give positions.
        origin: Option<Origin>,
    },
    /// States to one state, in the order of the inputs.
    Combine {
        /// The row.
        row: &'static str,
    },
    /// States to the block of the result.
    Finish {
        /// The row.
        row: &'static str,
        /// Delta degrees of freedom.
        ddof: usize,
    },
    /// Basic indexing of the only input: one entry for each of its axes, and for each new axis.
    Slice(Vec<Cut>),
    /// A copy of a part of the only input: the input can go.
    Piece(Vec<Steps>),
    /// A copy of a part of a vector, the first input: in a row of a table, the second, stand where its parts end.
    Between {
        /// The row.
        row: usize,
        /// Which part.
        column: usize,
    },
    /// Axes in another order.
    Transpose(Vec<usize>),
    /// Parts of the inputs, copied into one block.
    Merge {
        /// Shape of the block.
        shape: Vec<usize>,
        /// One for each input, in order.
        parts: Vec<Part>,
    },
    /// Blocks of a grid, in C order, put together by the shapes that they have.
    Assemble {
        /// How many blocks there are along each axis.
        grid: Vec<usize>,
    },
    /// The same elements in another shape.
    Reshape(Vec<usize>),
    /// Axes of size 1 repeated, and new axes in front.
    Broadcast(Vec<usize>),
    /// Chosen elements of the inputs, each at its place in one block.
    Gather(Gather),
    /// The first input with the second written into a region of it: one entry for each axis.
    Put(Vec<Put>),
    /// The matrix product of two blocks of one or two axes.
    Dot,
    /// The matrix product of the second and the third input, both of two axes, added to the first: in its place, if nobody
    /// else holds it.
    DotOnto,
    /// The state of a product of matrices that is summed along an axis: of blocks of the first factor one below another,
    /// then blocks of the second side by side.
    PartialDot {
        /// The row: a sum, or a mean.
        row: &'static str,
        /// 0: the rows of the product are summed, 1: its columns.
        axis: usize,
        /// How many inputs are of the first factor.
        rows: usize,
        /// Elements of the result.
        size: usize,
        /// How many elements of the product each sum is of, counted once for all parts of the inner axis.
        counted: usize,
    },
    /// The sum of all inputs, in order.
    Add,
}

/// Where a block stands in the whole array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Position of its first element on each axis.
    pub start: Vec<usize>,
    /// Sizes of the whole array.
    pub whole: Vec<usize>,
}

/// An elementwise program and where its inputs come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Eval {
    /// The program.
    pub program: Arc<Program>,
    /// One for each input of the program.
    pub feeds: Vec<Feed>,
    /// Shape of the block, to which the inputs broadcast; [`UNKNOWN`] where they say it.
    pub shape: Vec<usize>,
}

/// Where an input of a program comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Feed {
    /// The task's input with this position.
    Input(usize),
    /// The position of each element in the whole array.
    Index {
        /// Position of the block's first element.
        start: u64,
        /// C-order strides of the whole array.
        strides: Vec<u64>,
    },
    /// A function of the user gives it, called for each element.
    Made(Box<Made>),
}

/// What a function of the user gives for each element of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The function.
    pub function: Carried,
    /// Its name, for pictures.
    pub verb: Arc<str>,
    /// The key of the block that it makes, of which this run makes no block: a name, and indices.
    pub key: (Arc<str>, Vec<usize>),
    /// Its arguments.
    pub args: Vec<Eval>,
    /// Dtype of the result.
    pub dtype: DType,
    /// Whether that was told, so that what the function gives is converted.
    pub told: bool,
    /// The user's expression.
    pub span: Span,
}

/// A value of the language on its way to where it can be read: it is known to `value` and those above.
#[derive(Clone)]
pub struct Carried(pub Arc<dyn Any + Send + Sync>);

impl PartialEq for Carried {
    fn eq(&self, other: &Carried) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for Carried {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("function")
    }
}

/// How a slice treats one axis of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cut {
    /// Keep these positions.
    Steps(Steps),
    /// Drop the axis: one position.
    Index(usize),
    /// A new axis of size 1; takes no axis of the block.
    New,
}

/// The shape of a block after it was cut: one entry for each axis that stays or is new.
pub fn cut_shape(cuts: &[Cut]) -> Vec<usize> {
    let size = |cut: &Cut| match cut {
        Cut::Steps(steps) => Some(steps.count),
        Cut::Index(_) => None,
        Cut::New => Some(1),
    };
    cuts.iter().filter_map(size).collect()
}

/// Elements chosen along some axes of blocks. The other axes stay as they are, in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Gather {
    /// Shape of the new block.
    pub shape: Vec<usize>,
    /// The axes of the inputs along which elements are chosen, sorted.
    pub axes: Vec<usize>,
    /// The axis of the new block on which the chosen ones stand.
    pub place: usize,
    /// One for each input, in order.
    pub parts: Arc<[Taken]>,
}

/// What is taken of one input.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Taken {
    /// For each axis of the choice the positions in the input.
    pub from: Vec<Vec<usize>>,
    /// For each of them the position in the new block.
    pub to: Vec<usize>,
}

/// Where a value is written, along one axis of a block.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Put {
    /// At these positions.
    Steps(Steps),
    /// At one position; the value does not have the axis.
    Index(usize),
    /// At positions one by one, the later ones last.
    List {
        /// Positions in the block.
        at: Vec<usize>,
        /// For each of them the position in the value.
        from: Vec<usize>,
        /// Length of the value along the axis.
        count: usize,
    },
}

/// A part of an input, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// The positions taken along each axis.
    pub cuts: Vec<Steps>,
    /// Where the first of them goes in the new block.
    pub at: Vec<usize>,
}

impl BlockOp {
    /// The elementwise program that is evaluated.
    pub fn eval(&self) -> Option<&Eval> {
        match self {
            BlockOp::Eval(eval) | BlockOp::Into { eval, .. } | BlockOp::Partial { eval: Some(eval), .. } => Some(eval),
            _ => None,
        }
    }

    /// The name that pictures show.
    pub fn verb(&self) -> &'static str {
        match self {
            BlockOp::Same => "same",
            BlockOp::Lay { .. } => "into the whole",
            BlockOp::Eval(eval) | BlockOp::Into { eval, .. } => eval.verb(),
            BlockOp::Partial { row, .. } | BlockOp::PartialDot { row, .. } => row,
            BlockOp::Combine { .. } => "combine",
            BlockOp::Finish { .. } => "aggregate",
            BlockOp::Slice(_) | BlockOp::Piece(_) => "getitem",
            BlockOp::Between { .. } => "split",
            BlockOp::Transpose(_) => "transpose",
            BlockOp::Merge { .. } | BlockOp::Assemble { .. } | BlockOp::Collect(_) => "concatenate",
            BlockOp::Reshape(_) => "reshape",
            BlockOp::Broadcast(_) => "broadcast_to",
            BlockOp::Gather(_) => "take",
            BlockOp::Put(_) => "setitem",
            BlockOp::Dot => "dot",
            BlockOp::DotOnto => "dot-onto",
            BlockOp::Add => "sum",
        }
    }
}

impl Eval {
    /// The last operation of the program.
    pub fn verb(&self) -> &'static str {
        self.program.verb()
    }

    /// Whether functions of the user are called in it.
    pub fn calls(&self) -> bool {
        self.feeds.iter().any(|feed| matches!(feed, Feed::Made(_)))
    }
}
