//! Compiled code: compact register instructions, shared by all threads.
//!
//! A frame is a window of registers: parameters, then local variables, then temporaries. Where an instruction can take one of
//! two ways, the instruction after it is a [`Op::Jump`] that is taken or skipped; so only jumps hold targets.

use std::sync::{Arc, RwLock};

use crate::data::Sym;
use crate::data::ops::{BinOp, CmpOp, UnOp};
use crate::source::{FileId, Span};
use crate::value::{FnId, Signature};

/// A register of the current frame.
pub type Reg = u16;

/// One instruction: 8 bytes. `dst` is written; a temporary that an instruction consumes is emptied.
#[derive(Clone, Copy, Debug, PartialEq)]
#[rustfmt::skip]
pub enum Op {
    /// Nothing; also carries a number for the instruction before it.
    Extra(u32),
    /// `dst = src`; `src` is a variable and may be unbound.
    Move { dst: Reg, src: Reg },
    /// `dst = src`; `src` is a temporary and is emptied.
    Take { dst: Reg, src: Reg },
    /// `dst = constants[k]`.
    Const { dst: Reg, k: u32 },
    /// `dst = None`.
    None { dst: Reg },
    /// `dst = value`.
    Bool { dst: Reg, value: bool },
    /// `dst = value`.
    Int { dst: Reg, value: i32 },
    /// Unbind a register.
    Clear { reg: Reg },
    /// `UnboundLocalError` if the variable is unbound.
    Check { reg: Reg },
    /// Variables of the module, by number in `Code::globals`.
    LoadGlobal { dst: Reg, name: u32 },
    StoreGlobal { src: Reg, name: u32 },
    DelGlobal { name: u32 },
    /// Variables of this frame that inner functions share.
    LoadCell { dst: Reg, cell: u32 },
    StoreCell { src: Reg, cell: u32 },
    DelCell { cell: u32 },
    /// A new cell, empty.
    MakeCell { cell: u32 },
    /// A new cell with a parameter.
    CellParam { reg: Reg, cell: u32 },
    /// Variables of outer functions.
    LoadFree { dst: Reg, free: u32 },
    StoreFree { src: Reg, free: u32 },
    DelFree { free: u32 },
    /// Names of a class body, in the namespace in register `ns`; when absent the next instruction (one) is run.
    LoadClass { dst: Reg, ns: Reg, name: u16 },
    StoreClass { src: Reg, ns: Reg, name: u16 },
    DelClass { ns: Reg, name: u16 },
    /// `dst = a op b`, any operator.
    Binary { op: BinOp, dst: Reg, a: Reg, b: Reg },
    Inplace { op: BinOp, dst: Reg, a: Reg, b: Reg },
    Add { dst: Reg, a: Reg, b: Reg },
    Sub { dst: Reg, a: Reg, b: Reg },
    Mul { dst: Reg, a: Reg, b: Reg },
    Div { dst: Reg, a: Reg, b: Reg },
    FloorDiv { dst: Reg, a: Reg, b: Reg },
    Mod { dst: Reg, a: Reg, b: Reg },
    /// `dst = a op imm`.
    AddI { dst: Reg, a: Reg, imm: i16 },
    SubI { dst: Reg, a: Reg, imm: i16 },
    MulI { dst: Reg, a: Reg, imm: i16 },
    FloorDivI { dst: Reg, a: Reg, imm: i16 },
    ModI { dst: Reg, a: Reg, imm: i16 },
    /// `dst = a`, then `op= imm`.
    InplaceI { op: BinOp, dst: Reg, a: Reg, imm: i16 },
    Unary { op: UnOp, dst: Reg, a: Reg },
    Not { dst: Reg, a: Reg },
    Compare { op: CmpOp, dst: Reg, a: Reg, b: Reg },
    /// Skip the jump after it when the truth of the comparison is `want`... else take it.
    Lt { want: bool, a: Reg, b: Reg },
    Le { want: bool, a: Reg, b: Reg },
    Gt { want: bool, a: Reg, b: Reg },
    Ge { want: bool, a: Reg, b: Reg },
    Eq { want: bool, a: Reg, b: Reg },
    Ne { want: bool, a: Reg, b: Reg },
    LtI { want: bool, a: Reg, imm: i16 },
    LeI { want: bool, a: Reg, imm: i16 },
    GtI { want: bool, a: Reg, imm: i16 },
    GeI { want: bool, a: Reg, imm: i16 },
    EqI { want: bool, a: Reg, imm: i16 },
    NeI { want: bool, a: Reg, imm: i16 },
    /// Skip the jump after it when `a is None` is `want`.
    IsNone { want: bool, a: Reg },
    /// Go on at `target`.
    Jump { target: u32 },
    /// Go back to `target`: asks whether the user interrupts.
    Loop { target: u32 },
    /// Go on at `target` if the truth of `a` is `want`.
    JumpIf { want: bool, a: Reg, target: u32 },
    /// Displays of `count` registers from `first`.
    List { dst: Reg, first: Reg, count: u16 },
    Tuple { dst: Reg, first: Reg, count: u16 },
    Set { constants: bool, dst: Reg, first: Reg, count: u16 },
    /// Keys and values in turn, `count` pairs.
    Dict { dst: Reg, first: Reg, count: u16 },
    /// Parts of displays and comprehensions.
    ListAppend { list: Reg, src: Reg },
    ListExtend { list: Reg, src: Reg },
    /// As [`Op::ListExtend`], for the arguments of `func`.
    Spread { list: Reg, src: Reg, func: Reg },
    SetAdd { set: Reg, src: Reg },
    SetUpdate { set: Reg, src: Reg },
    DictSet { dict: Reg, key: Reg, value: Reg },
    DictUpdate { dict: Reg, src: Reg },
    /// As [`Op::DictUpdate`], for keyword arguments of `func`: a name twice raises.
    DictMerge { dict: Reg, src: Reg, func: Reg },
    /// `dst = tuple(list)` of a list nobody else has.
    ListToTuple { dst: Reg, list: Reg },
    /// `slice` of three registers.
    Slice { dst: Reg, first: Reg },
    /// `format(src, spec)` after conversion: 0 none, or `r`, `s`, `a`. `spec` is `src` itself when there is none; then an
    /// int may be left as it is, for [`Op::Concat`] to write.
    Format { conversion: u8, dst: Reg, src: Reg, spec: Reg },
    /// The texts (and ints) of an f-string, joined.
    Concat { dst: Reg, first: Reg, count: u16 },
    GetItem { dst: Reg, a: Reg, index: Reg },
    SetItem { a: Reg, index: Reg, src: Reg },
    DelItem { a: Reg, index: Reg },
    /// Attributes; `site` numbers an inline cache, whose name is `Code::sites[site]`.
    LoadAttr { dst: Reg, a: Reg, site: u16 },
    StoreAttr { a: Reg, src: Reg, site: u16 },
    DelAttr { a: Reg, site: u16 },
    /// `dst` becomes the function and `dst + 1` its `self`, or unbound when what was found is no method.
    LoadMethod { dst: Reg, a: Reg, site: u16 },
    /// `dst = f(f+1 ..= f+count)`.
    Call { dst: Reg, f: Reg, count: u16 },
    /// After [`Op::LoadMethod`]: arguments begin at `f + 2`.
    CallMethod { dst: Reg, f: Reg, count: u16 },
    /// `count` arguments, the last of which are named by `Code::keywords[extra]`.
    CallKw { dst: Reg, f: Reg, count: u16 },
    CallMethodKw { dst: Reg, f: Reg, count: u16 },
    /// `f(*(f+1), **(f+2))`: a list, and a dict or unbound.
    CallSpread { dst: Reg, f: Reg },
    Return { src: Reg },
    ReturnNone,
    /// Give `src`; what `send` sends arrives in `dst`.
    Yield { dst: Reg, src: Reg },
    /// One step of `yield from` the iterator in `it`; at its end `dst` is its value.
    YieldFrom { dst: Reg, it: Reg },
    /// A function from `Code::functions[index]`, defaults from `first` on.
    Function { dst: Reg, first: Reg, index: u16 },
    /// The class whose body has run: base in `base` (or unbound), names in `ns`.
    Class { dst: Reg, base: Reg, ns: Reg },
    /// A namespace for a class body.
    Namespace { dst: Reg },
    /// `super()` of the class in `class` and the first argument in `this`.
    Super { dst: Reg, class: Reg, this: Reg },
    /// Loop state in `it ..= it + 2` over `src`.
    Iter { it: Reg, src: Reg },
    /// The next value into `dst`, skipping the jump after it, which is taken at the end.
    Next { dst: Reg, it: Reg },
    /// `iter(src)` as a value, for generator expressions and `yield from`.
    IterValue { dst: Reg, src: Reg },
    Unpack { src: Reg, first: Reg, count: u16 },
    UnpackStar { after: u8, src: Reg, first: Reg, before: u16 },
    /// `raise exc`.
    Raise { exc: Reg },
    RaiseFrom { exc: Reg, cause: Reg },
    /// `raise` by itself.
    RaiseAgain,
    /// Raise the exception of a handler again, trace and all.
    Reraise { exc: Reg },
    /// Skip the jump after it when `except class` catches `exc`.
    Match { exc: Reg, class: Reg },
    /// The exception in `exc` is being handled.
    Handle { exc: Reg },
    Handled,
    AssertFail { msg: Reg },
    /// `with`: `dst = mgr.__enter__()`; `mgr + 1` becomes the bound `__exit__`.
    Enter { dst: Reg, mgr: Reg },
    Exit { mgr: Reg },
    /// Leave with an exception: skips the jump after it if that is swallowed.
    ExitRaised { mgr: Reg, exc: Reg },
    /// `import` number `index` of `Code::imports`.
    Import { dst: Reg, index: u32 },
    /// `from module import name`; the module is in `src`.
    ImportFrom { dst: Reg, src: Reg, name: u16 },
}

/// A constant, in a form that every thread can share.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    /// `None`.
    None,
    /// `...`.
    Ellipsis,
    /// `bool`.
    Bool(bool),
    /// A small `int`.
    Int(i64),
    /// A large `int`, in decimal digits.
    Big(Arc<str>),
    /// `float`.
    Float(f64),
    /// `complex` without a real part.
    Imaginary(f64),
    /// `str`.
    Str(Arc<str>),
    /// `bytes`.
    Bytes(Arc<[u8]>),
    /// `tuple`.
    Tuple(Vec<Const>),
}

/// Where to go on when something between `start` and `end` raises.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handler {
    /// First instruction covered.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The handler.
    pub target: u32,
    /// The register that receives the exception object.
    pub exc: Reg,
    /// How many exceptions this frame is handling there.
    pub level: u16,
}

/// How a captured variable reaches an inner function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Capture {
    /// A cell of this frame.
    Cell(u32),
    /// A captured variable of this function.
    Free(u32),
}

/// An inner function as its definition makes it.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its code.
    pub code: FnId,
    /// Its captured variables.
    pub captures: Box<[Capture]>,
}

/// One module that an `import` statement asks for.
#[derive(Clone, Debug)]
pub struct ImportSpec {
    /// The dotted path.
    pub path: String,
    /// Leading dots.
    pub level: u32,
    /// Whether the module at the end of the path is wanted (`import a.b as c`, `from a.b import c`), else the first.
    pub last: bool,
}

/// The code of a function, class body or module.
#[derive(Debug, Default)]
pub struct Code {
    /// `__name__`: `<module>`, `<lambda>`.
    pub name: Arc<str>,
    /// `__qualname__`.
    pub qualname: Arc<str>,
    /// Parameters.
    pub signature: Arc<Signature>,
    /// `__doc__`.
    pub doc: Option<Arc<str>>,
    /// The text it came from.
    pub file: FileId,
    /// Instructions.
    pub ops: Arc<[Op]>,
    /// Start and end of the source of each instruction, in bytes.
    pub spans: Box<[(u32, u32)]>,
    /// Constants.
    pub consts: Box<[Const]>,
    /// Names of the module's variables and builtins it uses.
    pub globals: Box<[Sym]>,
    /// Names of attribute sites and class variables.
    pub sites: Box<[Sym]>,
    /// Names of keyword arguments, call by call.
    pub keywords: Box<[Box<[Sym]>]>,
    /// Handlers, inner ones first.
    pub handlers: Box<[Handler]>,
    /// Inner functions.
    pub functions: Box<[Template]>,
    /// Imports.
    pub imports: Box<[ImportSpec]>,
    /// Names of the variables in registers, then of cells, then of captured variables: for messages.
    pub locals: Box<[Sym]>,
    /// Names of the cells.
    pub cells: Box<[Sym]>,
    /// Names of the captured variables.
    pub frees: Box<[Sym]>,
    /// Registers, temporaries among them.
    pub registers: usize,
    /// Registers of variables, which come first.
    pub variables: usize,
    /// Whether calling it makes a generator.
    pub generator: bool,
    /// Whether arguments in their registers are all a call needs: no `*args`, `**kwargs`, keyword-only.
    pub simple: bool,
    /// Names of the globals it assigns: refused in tasks.
    pub assigns_globals: bool,
}

impl Code {
    /// Where the instruction at `pc` comes from.
    pub fn span(&self, pc: usize) -> Span {
        let (start, end) = self.spans.get(pc).copied().unwrap_or_default();
        Span { file: self.file, start, end }
    }
}

/// All compiled code of a session.
#[derive(Default, Debug)]
pub struct CodeTable(RwLock<Vec<Arc<Code>>>);

impl CodeTable {
    /// Add code; its number.
    pub fn add(&self, code: Code) -> FnId {
        let mut all = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.push(Arc::new(code));
        FnId(all.len() as u32 - 1)
    }

    /// The code with this number.
    pub fn get(&self, id: FnId) -> Option<Arc<Code>> {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(id.0 as usize).cloned()
    }
}
