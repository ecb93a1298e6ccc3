//! The syntax tree: Python's own names for its nodes (the module `ast` of CPython), each with its span.

use std::sync::Arc;

use crate::data::Sym;
use crate::source::{FileId, Span};

/// A parsed source text.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// The text it came from.
    pub file: FileId,
    /// Its statements.
    pub body: Vec<Stmt>,
    /// How many expression nodes there are: ids run from 0 to here, so that tables can be flat.
    pub nodes: u32,
}

/// Number of an expression within its module, for side tables.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct NodeId(pub u32);

/// A name where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ident {
    /// The name.
    pub name: Sym,
    /// Where.
    pub span: Span,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Stmt {
    /// The whole statement; of a compound one, up to the end of its last block.
    pub span: Span,
    /// What it does.
    pub kind: StmtKind,
}

/// The statements.
#[derive(Clone, Debug, PartialEq)]
pub enum StmtKind {
    /// An expression by itself.
    Expr(Expr),
    /// `a = b = value`.
    Assign { targets: Vec<Expr>, value: Expr },
    /// `target op= value`.
    AugAssign { target: Expr, op: BinOp, value: Expr },
    /// `target: annotation = value`.
    AnnAssign { target: Expr, annotation: Expr, value: Option<Expr> },
    /// `del a, b[0]`.
    Delete(Vec<Expr>),
    /// `if`/`elif`/`else`; an `elif` is an `If` alone in `orelse`.
    If { test: Expr, body: Vec<Stmt>, orelse: Vec<Stmt> },
    /// `for target in iter: ... else: ...`.
    For { target: Expr, iter: Expr, body: Vec<Stmt>, orelse: Vec<Stmt> },
    /// `while test: ... else: ...`.
    While { test: Expr, body: Vec<Stmt>, orelse: Vec<Stmt> },
    /// `with a as b, c: ...`.
    With { items: Vec<WithItem>, body: Vec<Stmt> },
    /// `try`/`except`/`else`/`finally`.
    Try { body: Vec<Stmt>, handlers: Vec<Handler>, orelse: Vec<Stmt>, finalbody: Vec<Stmt> },
    /// `raise exc from cause`.
    Raise { exc: Option<Expr>, cause: Option<Expr> },
    /// `assert test, msg`.
    Assert { test: Expr, msg: Option<Expr> },
    /// `return value`.
    Return(Option<Expr>),
    /// `break`.
    Break,
    /// `continue`.
    Continue,
    /// `pass`.
    Pass,
    /// `global a, b`.
    Global(Vec<Ident>),
    /// `nonlocal a, b`.
    Nonlocal(Vec<Ident>),
    /// `def`. Shared, because code, checker and signatures all keep it.
    FunctionDef(Arc<FunctionDef>),
    /// `class`.
    ClassDef(Arc<ClassDef>),
    /// `import a.b as c, d`.
    Import(Vec<Alias>),
    /// `from a.b import c as d`; `level` counts leading dots.
    ImportFrom { module: Vec<Ident>, level: u32, names: Vec<Alias> },
}

/// One `name as asname` of an import. `import a.b` has the path `[a, b]`; `from m import x` has `[x]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// The dotted path.
    pub path: Vec<Ident>,
    /// The name after `as`.
    pub asname: Option<Ident>,
}

/// One item of a `with`.
#[derive(Clone, Debug, PartialEq)]
pub struct WithItem {
    /// The context manager.
    pub context: Expr,
    /// The target after `as`.
    pub target: Option<Expr>,
}

/// One `except` clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Handler {
    /// From `except` to the colon.
    pub span: Span,
    /// The class or tuple of classes; `None` for a bare `except`.
    pub class: Option<Expr>,
    /// The name after `as`.
    pub name: Option<Ident>,
    /// Its statements.
    pub body: Vec<Stmt>,
}

/// A function definition.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionDef {
    /// Its name.
    pub name: Ident,
    /// `def name(params)`: what a message points at.
    pub header: Span,
    /// Decorators, outermost first.
    pub decorators: Vec<Expr>,
    /// Parameters.
    pub params: Params,
    /// The annotation after `->`.
    pub returns: Option<Expr>,
    /// Its statements, the docstring among them.
    pub body: Vec<Stmt>,
}

impl FunctionDef {
    /// The docstring, as written (not dedented).
    pub fn docstring(&self) -> Option<&Arc<str>> {
        docstring(&self.body)
    }

    /// Whether the body is `...` alone (after a docstring): a declaration.
    pub fn is_declaration(&self) -> bool {
        let rest = if self.docstring().is_some() { &self.body[1..] } else { &self.body[..] };
        match rest {
            [] => true,
            [one] => matches!(&one.kind, StmtKind::Expr(e) if e.kind == ExprKind::Ellipsis),
            _ => false,
        }
    }
}

/// The docstring of a block: its first statement, if that is a plain string.
pub fn docstring(body: &[Stmt]) -> Option<&Arc<str>> {
    match &body.first()?.kind {
        StmtKind::Expr(Expr { kind: ExprKind::Str(text), .. }) => Some(text),
        _ => None,
    }
}

/// Parameters of a `def` or `lambda`, in Python's five kinds.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Params {
    /// Before `/`.
    pub posonly: Vec<Param>,
    /// Positional or keyword.
    pub args: Vec<Param>,
    /// `*args`.
    pub vararg: Option<Param>,
    /// After `*` or `*args`.
    pub kwonly: Vec<Param>,
    /// `**kwargs`.
    pub kwarg: Option<Param>,
}

impl Params {
    /// All parameters in the order of their slots: posonly, args, kwonly, `*args`, `**kwargs`.
    pub fn iter(&self) -> impl Iterator<Item = &Param> {
        self.posonly.iter().chain(&self.args).chain(&self.kwonly).chain(&self.vararg).chain(&self.kwarg)
    }
}

/// One parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// Its name.
    pub name: Ident,
    /// After `:`.
    pub annotation: Option<Expr>,
    /// After `=`.
    pub default: Option<Expr>,
}

/// A class definition.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassDef {
    /// Its name.
    pub name: Ident,
    /// `class name(base)`.
    pub header: Span,
    /// Decorators, outermost first.
    pub decorators: Vec<Expr>,
    /// At most one base (multiple inheritance and metaclasses are refused by the parser).
    pub base: Option<Expr>,
    /// Its statements.
    pub body: Vec<Stmt>,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Its number in the module.
    pub id: NodeId,
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: ExprKind,
}

/// The expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// A name.
    Name(Sym),
    /// An integer literal that fits 64 bits.
    Int(i64),
    /// A larger integer literal, in decimal digits.
    BigInt(Arc<str>),
    /// A float literal.
    Float(f64),
    /// An imaginary number, `2j`: its imaginary part.
    Imaginary(f64),
    /// A string literal, unescaped; implicit concatenation is already done.
    Str(Arc<str>),
    /// A bytes literal, unescaped.
    Bytes(Arc<[u8]>),
    /// An f-string.
    FString(Vec<FPart>),
    /// `True`, `False`.
    Bool(bool),
    /// `None`.
    None,
    /// `...`.
    Ellipsis,
    /// `a, b`.
    Tuple(Vec<Expr>),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `{a, b}`.
    Set(Vec<Expr>),
    /// `{a: b, **c}`.
    Dict(Vec<DictItem>),
    /// `*a` in a display, an argument list (as [`Arg::Star`] there), or a target.
    Starred(Box<Expr>),
    /// `[elt for ...]`, `{elt for ...}`, `(elt for ...)`.
    Comp(CompKind, Box<Comp>),
    /// `{key: value for ...}`.
    DictComp(Box<DictComp>),
    /// `-a`, `+a`, `~a`, `not a`.
    Unary(UnaryOp, Box<Expr>),
    /// `a + b` and the like.
    Binary(BinOp, Box<Expr>, Box<Expr>),
    /// `a and b and c`, `a or b`: two operands or more.
    BoolOp(BoolOp, Vec<Expr>),
    /// `a < b <= c`: one comparison or more.
    Compare(Box<Expr>, Vec<(CmpOp, Expr)>),
    /// `body if test else orelse`.
    IfExp(Box<IfExp>),
    /// `lambda params: body`.
    Lambda(Arc<Lambda>),
    /// `name := value`.
    NamedExpr(Ident, Box<Expr>),
    /// `func(args)`.
    Call(Box<Expr>, Vec<Arg>),
    /// `value.name`.
    Attribute(Box<Expr>, Ident),
    /// `value[index]`; several indices are a `Tuple`.
    Subscript(Box<Expr>, Box<Expr>),
    /// `lower:upper:step`, only inside a subscript.
    Slice(Option<Box<Expr>>, Option<Box<Expr>>, Option<Box<Expr>>),
    /// `yield value`.
    Yield(Option<Box<Expr>>),
    /// `yield from iterable`.
    YieldFrom(Box<Expr>),
}

/// A piece of an f-string.
#[derive(Clone, Debug, PartialEq)]
pub enum FPart {
    /// Literal text, unescaped.
    Text(Arc<str>),
    /// `{value!conversion:spec}`. `{x = }` is a `Text("x = ")` before it (then conversion is `'r'` unless given).
    Field {
        /// The value.
        value: Box<Expr>,
        /// `'r'`, `'s'`, `'a'`.
        conversion: Option<char>,
        /// The format spec, itself text and fields.
        spec: Vec<FPart>,
    },
}

/// An item of a dict display.
#[derive(Clone, Debug, PartialEq)]
pub enum DictItem {
    /// `key: value`.
    Pair(Expr, Expr),
    /// `**mapping`.
    Spread(Expr),
}

/// Which collection a comprehension makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompKind {
    /// `[...]`.
    List,
    /// `{...}`.
    Set,
    /// `(...)`: lazy.
    Generator,
}

/// A comprehension.
#[derive(Clone, Debug, PartialEq)]
pub struct Comp {
    /// The element.
    pub elt: Expr,
    /// `for`s and `if`s.
    pub clauses: Vec<CompClause>,
}

/// A dict comprehension.
#[derive(Clone, Debug, PartialEq)]
pub struct DictComp {
    /// The key.
    pub key: Expr,
    /// The value.
    pub value: Expr,
    /// `for`s and `if`s.
    pub clauses: Vec<CompClause>,
}

/// `for target in iter if a if b`.
#[derive(Clone, Debug, PartialEq)]
pub struct CompClause {
    /// The target.
    pub target: Expr,
    /// What is iterated.
    pub iter: Expr,
    /// The conditions.
    pub ifs: Vec<Expr>,
}

/// A conditional expression.
#[derive(Clone, Debug, PartialEq)]
pub struct IfExp {
    /// The condition.
    pub test: Expr,
    /// If true.
    pub body: Expr,
    /// If false.
    pub orelse: Expr,
}

/// A lambda.
#[derive(Clone, Debug, PartialEq)]
pub struct Lambda {
    /// Parameters.
    pub params: Params,
    /// The value.
    pub body: Expr,
}

/// An argument of a call, in source order.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// `value`.
    Pos(Expr),
    /// `*iterable`.
    Star(Expr),
    /// `name=value`.
    Keyword(Ident, Expr),
    /// `**mapping`.
    DoubleStar(Expr),
}

impl Arg {
    /// The value of the argument.
    pub fn value(&self) -> &Expr {
        match self {
            Arg::Pos(e) | Arg::Star(e) | Arg::Keyword(_, e) | Arg::DoubleStar(e) => e,
        }
    }
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `-`
    Neg,
    /// `+`
    Pos,
    /// `~`
    Invert,
    /// `not`
    Not,
}

pub use crate::data::ops::{BinOp, CmpOp};

/// Boolean operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BoolOp {
    /// `and`
    And,
    /// `or`
    Or,
}
