//! Trees made at random, printed and parsed again.

use std::sync::Arc;

use rdask::data::Sym;
use rdask::source::{FileId, Span};
use rdask::syntax::ast::*;
use rdask::syntax::{dump, parse, print};

/// Makes a tree from bytes: each choice takes one, and small things are made when they are used up.
struct Maker<'b>(&'b [u8]);

const NAMES: [&str; 5] = ["a", "b", "long_name", "é", "_"];
const TEXTS: [&str; 8] = ["", "a", "it's", "\"", "'\"", "\\n\n\t", "{x}", "é\u{2028}\0"];
const BINARY: [BinOp; 13] = [
    BinOp::Add,
    BinOp::Sub,
    BinOp::Mul,
    BinOp::Div,
    BinOp::FloorDiv,
    BinOp::Mod,
    BinOp::Pow,
    BinOp::MatMul,
    BinOp::And,
    BinOp::Or,
    BinOp::Xor,
    BinOp::Shl,
    BinOp::Shr,
];
const COMPARE: [CmpOp; 10] = [
    CmpOp::Eq,
    CmpOp::Ne,
    CmpOp::Lt,
    CmpOp::Le,
    CmpOp::Gt,
    CmpOp::Ge,
    CmpOp::Is,
    CmpOp::IsNot,
    CmpOp::In,
    CmpOp::NotIn,
];

impl Maker<'_> {
    fn pick(&mut self, of: usize) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first as usize % of
    }

    fn name(&mut self) -> Ident {
        Ident { name: Sym::new(NAMES[self.pick(NAMES.len())]), span: Span::default() }
    }

    fn many<T>(&mut self, least: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = least + self.pick(3);
        (0..count).map(|_| make(self)).collect()
    }

    fn maybe<T>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> Option<T> {
        (self.pick(2) == 1).then(|| make(self))
    }

    fn boxed(&mut self) -> Box<Expr> {
        Box::new(self.expr())
    }

    fn expr(&mut self) -> Expr {
        let kind = match self.pick(27) {
            0 => ExprKind::None,
            1 => ExprKind::Name(self.name().name),
            2 => ExprKind::Int(self.pick(256) as i64),
            3 => ExprKind::BigInt("123456789012345678901234567890".into()),
            4 => ExprKind::Float([0.5, 1e100, f64::INFINITY, 1e-7, 3.0][self.pick(5)]),
            5 => ExprKind::Str(TEXTS[self.pick(TEXTS.len())].into()),
            6 => ExprKind::FString(self.f_string()),
            7 => ExprKind::Tuple(self.many(0, Self::item)),
            8 => ExprKind::List(self.many(0, Self::item)),
            9 => ExprKind::Set(self.many(1, Self::item)),
            10 => ExprKind::Dict(self.many(0, |m| match m.pick(3) {
                0 => DictItem::Spread(m.expr()),
                _ => DictItem::Pair(m.expr(), m.expr()),
            })),
            11 => {
                let kind = [CompKind::List, CompKind::Set, CompKind::Generator][self.pick(3)];
                ExprKind::Comp(kind, Box::new(Comp { elt: self.expr(), clauses: self.clauses() }))
            }
            12 => {
                ExprKind::DictComp(Box::new(DictComp { key: self.expr(), value: self.expr(), clauses: self.clauses() }))
            }
            13 => {
                ExprKind::Unary([UnaryOp::Neg, UnaryOp::Pos, UnaryOp::Invert, UnaryOp::Not][self.pick(4)], self.boxed())
            }
            14 | 15 => ExprKind::Binary(BINARY[self.pick(13)], self.boxed(), self.boxed()),
            16 => ExprKind::BoolOp([BoolOp::And, BoolOp::Or][self.pick(2)], self.many(2, Self::expr)),
            17 => ExprKind::Compare(self.boxed(), self.many(1, |m| (COMPARE[m.pick(10)], m.expr()))),
            18 => ExprKind::IfExp(Box::new(IfExp { test: self.expr(), body: self.expr(), orelse: self.expr() })),
            19 => ExprKind::Lambda(Arc::new(Lambda { params: self.params(false), body: self.expr() })),
            20 => ExprKind::Call(self.boxed(), self.args()),
            21 => ExprKind::Attribute(self.boxed(), self.name()),
            22 => ExprKind::Subscript(self.boxed(), Box::new(self.index())),
            23 => ExprKind::Bool(self.pick(2) == 0),
            24 => ExprKind::Ellipsis,
            25 => ExprKind::Yield(self.maybe(Self::boxed)),
            _ => ExprKind::YieldFrom(self.boxed()),
        };
        make(kind)
    }

    fn item(&mut self) -> Expr {
        if self.pick(5) == 4 { make(ExprKind::Starred(self.boxed())) } else { self.expr() }
    }

    fn index(&mut self) -> Expr {
        let one = |m: &mut Self| match m.pick(3) {
            0 => make(ExprKind::Slice(m.maybe(Self::boxed), m.maybe(Self::boxed), m.maybe(Self::boxed))),
            _ => m.expr(),
        };
        if self.pick(3) == 2 { make(ExprKind::Tuple(self.many(1, one))) } else { one(self) }
    }

    fn f_string(&mut self) -> Vec<FPart> {
        // The fields hold what any quotes allow; texts next to each other would be read as one.
        let field = |m: &mut Self| {
            let value = make(ExprKind::Subscript(
                Box::new(make(ExprKind::Name(m.name().name))),
                Box::new(make(ExprKind::Int(1))),
            ));
            let spec = m.maybe(|m| vec![FPart::Text([">10", "x'", "%Y"][m.pick(3)].into())]).unwrap_or_default();
            FPart::Field { value: Box::new(value), conversion: m.maybe(|_| 'r'), spec }
        };
        let mut parts = Vec::new();
        for _ in 0..self.pick(3) {
            parts.push(FPart::Text(TEXTS[1 + self.pick(TEXTS.len() - 1)].into()));
            parts.push(field(self));
        }
        parts
    }

    fn clauses(&mut self) -> Vec<CompClause> {
        self.many(1, |m| CompClause { target: m.target(), iter: m.expr(), ifs: m.many(0, Self::expr) })
    }

    fn target(&mut self) -> Expr {
        make(match self.pick(4) {
            0 | 1 => ExprKind::Name(self.name().name),
            2 => ExprKind::Attribute(self.boxed(), self.name()),
            _ => {
                let mut items = self.many(1, Self::target);
                if self.pick(2) == 0 {
                    items.push(make(ExprKind::Starred(Box::new(self.target()))));
                }
                if self.pick(2) == 0 { ExprKind::Tuple(items) } else { ExprKind::List(items) }
            }
        })
    }

    fn args(&mut self) -> Vec<Arg> {
        let mut args = self.many(0, |m| if m.pick(3) == 0 { Arg::Star(m.expr()) } else { Arg::Pos(m.expr()) });
        if self.pick(2) == 0 {
            args.push(Arg::Keyword(self.name(), self.expr()));
        }
        if self.pick(3) == 0 {
            args.push(Arg::DoubleStar(self.expr()));
        }
        args
    }

    fn params(&mut self, annotated: bool) -> Params {
        let mut params = Params::default();
        let mut defaults = false;
        for name in ["p0", "p1", "p2"].iter().take(self.pick(4)) {
            defaults |= self.pick(3) == 0;
            let param = self.param(name, annotated, defaults);
            params.args.push(param);
        }
        if !params.args.is_empty() && self.pick(3) == 0 {
            let rest = params.args.split_off(1);
            params.posonly = std::mem::replace(&mut params.args, rest);
        }
        params.vararg = self.maybe(|m| m.param("rest", annotated, false));
        for name in ["k0", "k1"].iter().take(self.pick(3)) {
            let default = self.pick(2) == 0;
            params.kwonly.push(self.param(name, annotated, default));
        }
        params.kwarg = self.maybe(|m| m.param("more", annotated, false));
        params
    }

    fn param(&mut self, name: &str, annotated: bool, default: bool) -> Param {
        let name = Ident { name: Sym::new(name), span: Span::default() };
        let annotation = if annotated { self.maybe(Self::expr) } else { None };
        Param { name, annotation, default: default.then(|| self.expr()) }
    }

    fn block(&mut self) -> Vec<Stmt> {
        self.many(1, Self::stmt)
    }

    fn stmt(&mut self) -> Stmt {
        let value = |m: &mut Self| if m.pick(4) == 0 { make(ExprKind::Tuple(m.many(1, Self::item))) } else { m.expr() };
        let kind = match self.pick(20) {
            0 => StmtKind::Pass,
            1 | 2 => StmtKind::Expr(value(self)),
            3 | 4 => StmtKind::Assign { targets: self.many(1, Self::target), value: value(self) },
            5 => StmtKind::AugAssign {
                target: make(ExprKind::Name(self.name().name)),
                op: BINARY[self.pick(13)],
                value: value(self),
            },
            6 => {
                let target = make(ExprKind::Attribute(self.boxed(), self.name()));
                StmtKind::AnnAssign { target, annotation: self.expr(), value: self.maybe(Self::expr) }
            }
            7 => StmtKind::Delete(vec![make(ExprKind::Subscript(self.boxed(), Box::new(self.index())))]),
            8 | 9 => StmtKind::If {
                test: self.expr(),
                body: self.block(),
                orelse: self.maybe(Self::block).unwrap_or_default(),
            },
            10 => {
                let orelse = |m: &mut Self| m.maybe(Self::block).unwrap_or_default();
                StmtKind::For { target: self.target(), iter: value(self), body: self.block(), orelse: orelse(self) }
            }
            11 => StmtKind::While { test: self.expr(), body: vec![stmt(StmtKind::Break)], orelse: vec![] },
            12 => {
                let items = self.many(1, |m| WithItem { context: m.expr(), target: m.maybe(Self::target) });
                StmtKind::With { items, body: self.block() }
            }
            13 => {
                let handler = |m: &mut Self| Handler {
                    span: Span::default(),
                    class: Some(m.expr()),
                    name: m.maybe(Self::name),
                    body: m.block(),
                };
                let finalbody = self.maybe(Self::block).unwrap_or_default();
                let handlers = self.many(usize::from(finalbody.is_empty()), handler);
                StmtKind::Try { body: self.block(), handlers, orelse: vec![], finalbody }
            }
            14 => {
                let exc = self.maybe(Self::expr);
                let cause = if exc.is_some() { self.maybe(Self::expr) } else { None };
                StmtKind::Raise { exc, cause }
            }
            15 => StmtKind::Assert { test: self.expr(), msg: self.maybe(Self::expr) },
            16 => StmtKind::Return(self.maybe(value)),
            17 => StmtKind::FunctionDef(Arc::new(self.function())),
            18 => {
                let (name, decorators, base) = (self.name(), self.many(0, Self::simple), self.maybe(Self::simple));
                let body = vec![stmt(StmtKind::FunctionDef(Arc::new(self.function())))];
                StmtKind::ClassDef(Arc::new(ClassDef { name, header: Span::default(), decorators, base, body }))
            }
            _ => {
                let names = self.many(1, |m| Alias { path: vec![m.name()], asname: m.maybe(Self::name) });
                StmtKind::ImportFrom { module: self.many(1, Self::name), level: self.pick(3) as u32, names }
            }
        };
        stmt(kind)
    }

    /// An expression that may stand outside of a function.
    fn simple(&mut self) -> Expr {
        let name = make(ExprKind::Name(self.name().name));
        make(ExprKind::Attribute(Box::new(name), self.name()))
    }

    fn function(&mut self) -> FunctionDef {
        FunctionDef {
            name: self.name(),
            header: Span::default(),
            decorators: self.many(0, Self::simple),
            params: self.params(true),
            returns: self.maybe(Self::expr),
            body: self.block(),
        }
    }
}

fn make(kind: ExprKind) -> Expr {
    Expr { id: NodeId(0), span: Span::default(), kind }
}

fn stmt(kind: StmtKind) -> Stmt {
    Stmt { span: Span::default(), kind }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn trees_are_printed_and_read_back(bytes in proptest::collection::vec(0u8.., 0..400)) {
        let mut maker = Maker(&bytes);
        let function = FunctionDef { params: Params::default(), decorators: vec![], returns: None, ..maker.function() };
        let module = Module { file: FileId(0), body: vec![stmt(StmtKind::FunctionDef(Arc::new(function)))], nodes: 0 };
        let printed = print(&module);
        match parse(&printed, FileId(0)) {
            Ok(again) => assert_eq!(dump(&again), dump(&module), "{printed}"),
            // A `yield` in a comprehension is well-formed and refused: the tree was made without regard to that.
            Err(errors) => assert!(errors.iter().all(|e| allowed(&e.message)), "{}\n{printed}", errors[0].message),
        }
    }
}

/// What a random tree may be refused for.
fn allowed(message: &str) -> bool {
    ["'yield' ", "duplicate", "cannot assign to", "too many", "nested too deeply"]
        .iter()
        .any(|start| message.starts_with(start))
}
