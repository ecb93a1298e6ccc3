//! The control-flow form of the scalar IR: functions of single numbers, as blocks of typed operations whose values are each
//! made once. What compiled code cannot do is an exit: its words say where the interpreter goes on, and with what. An exit
//! may be taken anywhere where going on there means the same; so checks may move ahead, up to what was written to memory or
//! called before. `tidy` does that, and puts small functions into their callers.

mod clean;
mod convert;
mod dead;
mod facts;
mod fold;
mod inline;
mod lift;
mod number;
mod shape;
mod walk;

/// Levels of calls that may be put into one function: compiled code leaves so far before the limit of recursion.
pub const MOST_LEVELS: usize = 8;

/// A value of a function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Val(pub u32);

/// A block of a function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct BlockId(pub u32);

/// An exit of a function, by its place in [`Function::exits`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ExitId(pub u32);

/// What a value is to the machine.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    /// 64 bits.
    Int,
    /// An IEEE double.
    Float,
    /// 0 or 1.
    Bool,
}

/// Integer operations that cannot fail; they wrap. Of divisions the divisor is neither 0, nor -1 under the smallest integer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum IntOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    And,
    Or,
    Xor,
    Shl,
    Shr,
}

/// Integer operations that leave by an exit when 64 bits overflow.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum CheckedOp {
    Add,
    Sub,
    Mul,
}

/// Operations of two floats.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum FloatOp {
    Add,
    Sub,
    Mul,
    Div,
    CopySign,
}

/// Operations of one float. `Round` goes to the nearest, halves to the even one; `Single` to the nearest float of 32 bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum FloatUn {
    Neg,
    Abs,
    Sqrt,
    Floor,
    Ceil,
    Trunc,
    Round,
    Single,
}

/// Comparisons; of floats all but `Ne` are false with a NaN.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Cmp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    /// Less, as unsigned integers.
    Below,
}

/// A Rust function that compiled code calls.
#[derive(Clone, Copy, Debug)]
pub enum Helper {
    /// Of a float.
    F1(extern "C" fn(f64) -> f64),
    /// Of two floats.
    F2(extern "C" fn(f64, f64) -> f64),
    /// Of two integers.
    I2(extern "C" fn(i64, i64) -> i64),
    /// Of three integers.
    I3(extern "C" fn(i64, i64, i64) -> i64),
}

/// The elements of an array.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Elem {
    Bool,
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    Float32,
    Float64,
}

impl Elem {
    /// Bytes of one.
    pub fn bytes(self) -> i64 {
        match self {
            Elem::Bool | Elem::Int8 | Elem::UInt8 => 1,
            Elem::Int16 | Elem::UInt16 => 2,
            Elem::Int32 | Elem::UInt32 | Elem::Float32 => 4,
            Elem::Int64 | Elem::Float64 => 8,
        }
    }

    /// What a value of it is in a register.
    pub fn kind(self) -> Kind {
        match self {
            Elem::Bool => Kind::Bool,
            Elem::Float32 | Elem::Float64 => Kind::Float,
            _ => Kind::Int,
        }
    }
}

/// One operation.
#[derive(Clone, Debug)]
pub enum Inst {
    /// An integer.
    Int(i64),
    /// A float, by its bits.
    Float(u64),
    /// A bool.
    Bool(bool),
    /// `a op b`.
    IntBin(IntOp, Val, Val),
    /// `a op b`, or the exit.
    Checked(CheckedOp, Val, Val, ExitId),
    /// `a op b`.
    FloatBin(FloatOp, Val, Val),
    /// `op a`.
    FloatUn(FloatUn, Val),
    /// `a op b` of integers.
    IntCmp(Cmp, Val, Val),
    /// `a op b` of floats.
    FloatCmp(Cmp, Val, Val),
    /// Both.
    BoolAnd(Val, Val),
    /// Either.
    BoolOr(Val, Val),
    /// One of them alone.
    BoolXor(Val, Val),
    /// `b` if the bool is true, else `c`.
    Select(Val, Val, Val),
    /// The nearest float of an integer.
    ToFloat(Val),
    /// A float cut towards zero; it must lie within 64 bits.
    ToInt(Val),
    /// 0 or 1.
    BoolToInt(Val),
    /// Go on if the bool is this, else exit.
    Guard(Val, bool, ExitId),
    /// A call into Rust.
    Help(Helper, Vec<Val>),
    /// A function of the unit, by number: makes three values, its status, and an integer and a float, of which one may be its
    /// result. So many levels deeper than the function that it stands in; if it leaves, this is left by the exit.
    Call(usize, Vec<Val>, u32, ExitId),
    /// Before a call so many levels deeper: leave where the chain of calls has reached this length, or the user wants to stop.
    Room(i64, u32, ExitId),
    /// A further word of what the last call returned.
    Returned(u32, Kind),
    /// A word of the unit's inputs that no call changes.
    Input(u32, Kind),
    /// A word of the description of an array: see `jit::native`.
    Describe(Val, u32),
    /// The element at an address.
    Load(Elem, Val),
    /// Write the element at an address: an integer, float or bool, of which the low bits are kept.
    Store(Elem, Val, Val),
    /// Whether the user wants to stop.
    Interrupted,
    /// The value of a range, with its step, in a round of a loop over it: the integer itself, which lies within the range.
    Item(Val, Val),
    /// The value after it, past the end after the last: `a + b`.
    Step(Val, Val),
}

/// How a block ends.
#[derive(Clone, Debug)]
pub enum End {
    /// Go on in a block.
    Jump(BlockId, Vec<Val>),
    /// Where a bool is true, and where not.
    Branch(Val, (BlockId, Vec<Val>), (BlockId, Vec<Val>)),
    /// The function is over: the number of its type of result, and the result's words.
    Return(u32, Vec<Val>),
    /// Leave compiled code.
    Exit(ExitId),
}

/// A block.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// Values that it is entered with.
    pub params: Vec<Val>,
    /// Operations, each with its first value.
    pub insts: Vec<(Val, Inst)>,
    /// Its end; `None` while it is built.
    pub end: Option<End>,
    /// An exit that goes on at its beginning.
    pub head: Option<ExitId>,
}

/// What an exit leaves for the interpreter of one frame.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its number in the unit.
    pub number: u32,
    /// Words, in the order that the unit's table of exits tells.
    pub words: Vec<Val>,
}

/// What an exit leaves for the interpreter: of each frame, the innermost first.
#[derive(Clone, Debug, Default)]
pub struct Exit {
    /// One for each call that was put into the function, and one for the function.
    pub records: Vec<Record>,
}

/// A function. Block 0 is entered with the parameters.
#[derive(Clone, Debug, Default)]
pub struct Function {
    /// Its name, for whoever reads the code.
    pub name: String,
    /// Parameters.
    pub params: Vec<Kind>,
    /// Blocks.
    pub blocks: Vec<Block>,
    /// Kinds of all values.
    pub kinds: Vec<Kind>,
    /// Exits.
    pub exits: Vec<Exit>,
}

impl Function {
    /// The kind of a value.
    pub fn kind(&self, val: Val) -> Kind {
        self.kinds.get(val.0 as usize).copied().unwrap_or(Kind::Int)
    }

    /// A new value.
    pub fn value(&mut self, kind: Kind) -> Val {
        self.kinds.push(kind);
        Val(self.kinds.len() as u32 - 1)
    }

    /// A new block.
    pub fn block(&mut self) -> BlockId {
        self.blocks.push(Block::default());
        BlockId(self.blocks.len() as u32 - 1)
    }
}

/// Functions that are compiled together. The first is where the interpreter enters; words that it enters with are the first
/// function's parameters.
#[derive(Clone, Debug, Default)]
pub struct Unit {
    /// The functions.
    pub functions: Vec<Function>,
}

impl Unit {
    /// Put small functions into their callers, and take out what is done twice or for nothing. Functions that nobody calls any
    /// more have no blocks afterwards.
    pub fn tidy(&mut self) {
        inline::inline(self);
        for function in &mut self.functions {
            tidy(function);
        }
    }
}

/// Make one function simpler.
fn tidy(function: &mut Function) {
    if function.blocks.is_empty() {
        return;
    }
    clean::clean(function);
    number::number(function);
    clean::clean(function);
    if convert::convert(function) {
        clean::clean(function);
        number::number(function);
        clean::clean(function);
    }
    lift::lift(function);
    dead::sweep(function);
    clean::clean(function);
}
