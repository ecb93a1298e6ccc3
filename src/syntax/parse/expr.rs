//! Flat lists of operands and operators to expressions: precedence, chains, calls and their kin.

use std::iter::Peekable;
use std::sync::Arc;

use pest::iterators::Pairs;
use rustc_hash::FxHashMap;

use super::Rule;
use super::build::{Builder, Piece};
use crate::data::Sym;
use crate::source::Span;
use crate::syntax::ast::{Arg, BinOp, BoolOp, CmpOp, Expr, ExprKind, Ident, IfExp, Lambda, Params, UnaryOp};
use crate::syntax::error::SyntaxError;

/// Pieces with one to look ahead at.
pub(super) type Pieces<'i> = Peekable<Pairs<'i, Rule>>;

/// What stands before an argument of a call.
#[derive(Default)]
struct Before {
    /// A `**` argument.
    unpacked: bool,
    /// The first argument given by its name.
    keyword: Option<Ident>,
    /// All names, and where each is given.
    names: FxHashMap<Sym, Span>,
}

/// An operator that waits for its right operand.
#[derive(Clone, Copy, PartialEq)]
enum Op {
    /// With the place of its sign.
    Unary(UnaryOp, Span),
    Binary(BinOp),
    Cmp(CmpOp),
    Bool(BoolOp),
}

impl Op {
    /// How tightly it binds; see the table in the grammar.
    fn power(self) -> u8 {
        match self {
            Op::Bool(BoolOp::Or) => 1,
            Op::Bool(BoolOp::And) => 2,
            Op::Unary(UnaryOp::Not, _) => 3,
            Op::Cmp(_) => 4,
            Op::Binary(BinOp::Or) => 5,
            Op::Binary(BinOp::Xor) => 6,
            Op::Binary(BinOp::And) => 7,
            Op::Binary(BinOp::Shl | BinOp::Shr) => 8,
            Op::Binary(BinOp::Add | BinOp::Sub) => 9,
            Op::Binary(BinOp::Mul | BinOp::Div | BinOp::FloorDiv | BinOp::Mod | BinOp::MatMul) => 10,
            Op::Unary(_, _) => 11,
            Op::Binary(BinOp::Pow) => 12,
        }
    }
}

/// An operand, and its extent with the brackets around it.
type Operand = (Expr, Span);

/// One stretch of a chain: the `lambda`s before it, its value, and the test of the `if` after it.
type Part = (Vec<(Span, Params)>, Operand, Option<Expr>);

/// Whether a piece belongs to a flat list of operands and operators.
fn in_operation(rule: Rule) -> bool {
    !matches!(
        rule,
        Rule::kw_if | Rule::kw_else | Rule::walrus | Rule::comp_for | Rule::comp_if | Rule::trailing | Rule::expr
    )
}

impl Builder<'_> {
    /// `expr`: the chains of `lambda` and `if`/`else` and what they hold.
    pub(super) fn expr(&mut self, piece: Piece) -> Expr {
        self.extent(piece).0
    }

    fn extent(&mut self, piece: Piece) -> Operand {
        let mut pieces = piece.into_inner().peekable();
        let mut parts = Vec::new();
        loop {
            let heads = self.lambda_heads(&mut pieces);
            let value = self.operation(&mut pieces);
            let test = pieces.next().map(|_| self.operation(&mut pieces).0);
            let more = test.is_some();
            parts.push((heads, value, test));
            if !more {
                break;
            }
            pieces.next();
        }
        self.fold_right(parts)
    }

    fn lambda_heads<'i>(&mut self, pieces: &mut Pieces<'i>) -> Vec<(Span, Params)> {
        let mut heads = Vec::new();
        while let Some(head) = pieces.next_if(|p| p.as_rule() == Rule::lambda_head) {
            let span = self.span(&head);
            let inner = head.into_inner().find(|p| p.as_rule() == Rule::lambda_params);
            heads.push((span, inner.map_or_else(Params::default, |p| self.params(p))));
        }
        heads
    }

    fn fold_right(&mut self, parts: Vec<Part>) -> Operand {
        let mut after: Option<Operand> = None;
        for (heads, value, test) in parts.into_iter().rev() {
            let mut now = match (test, after.take()) {
                (Some(test), Some((orelse, end))) => {
                    let span = value.1.to(end);
                    let parts = Box::new(IfExp { test, body: value.0, orelse });
                    (self.make(span, ExprKind::IfExp(parts)), span)
                }
                _ => value,
            };
            for (start, params) in heads.into_iter().rev() {
                let span = start.to(now.1);
                let lambda = Arc::new(Lambda { params, body: now.0 });
                now = (self.make(span, ExprKind::Lambda(lambda)), span);
            }
            after = Some(now);
        }
        after.unwrap_or_else(|| {
            let span = Span::new(self.file, 0, 0);
            (self.nothing(span), span)
        })
    }

    /// `either`, `bits`, `target`: a flat list alone in its piece.
    pub(super) fn flat(&mut self, piece: Piece) -> Expr {
        let mut pieces = piece.into_inner().peekable();
        self.operation(&mut pieces).0
    }

    /// A flat list of operands and operators.
    fn operation(&mut self, pieces: &mut Pieces<'_>) -> Operand {
        let mut operands: Vec<Operand> = Vec::new();
        let mut waiting: Vec<Op> = Vec::new();
        let mut after_operand = false;
        while let Some(piece) = pieces.next_if(|p| in_operation(p.as_rule())) {
            match piece.as_rule() {
                Rule::attribute | Rule::arguments | Rule::index => {
                    if let Some(value) = operands.pop() {
                        let made = self.trailer(value, piece);
                        operands.push(made);
                    }
                }
                Rule::sign | Rule::prefix if !after_operand => self.prefix(&mut waiting, &piece),
                Rule::arithmetic | Rule::infix => {
                    let op = infix(piece.as_str());
                    self.reduce(&mut operands, &mut waiting, Some(op));
                    waiting.push(op);
                    after_operand = false;
                }
                _ => {
                    let made = self.atom(piece, pieces);
                    operands.push(made);
                    after_operand = true;
                }
            }
        }
        self.reduce(&mut operands, &mut waiting, None);
        operands.pop().unwrap_or_else(|| {
            let span = Span::new(self.file, 0, 0);
            (self.nothing(span), span)
        })
    }

    fn prefix(&mut self, waiting: &mut Vec<Op>, piece: &Piece) {
        let span = self.span(piece);
        let op = match piece.as_str() {
            "-" => UnaryOp::Neg,
            "+" => UnaryOp::Pos,
            "~" => UnaryOp::Invert,
            _ => UnaryOp::Not,
        };
        let op = Op::Unary(op, span);
        if let (Op::Unary(UnaryOp::Not, _), Some(before)) = (op, waiting.last())
            && before.power() > op.power()
        {
            let error = SyntaxError::new(span, "`not` cannot follow this operator");
            self.error(error.because("`not` binds more loosely").help("put it in brackets: `(not ...)`"));
        }
        waiting.push(op);
    }

    /// Apply the waiting operators that bind tighter than `next`.
    fn reduce(&mut self, operands: &mut Vec<Operand>, waiting: &mut Vec<Op>, next: Option<Op>) {
        let power = next.map_or(0, Op::power);
        while let Some(&top) = waiting.last() {
            let groups_left = matches!(top, Op::Binary(op) if op != BinOp::Pow);
            if top.power() < power || (top.power() == power && !groups_left) {
                return;
            }
            waiting.pop();
            let Some(right) = operands.pop() else { return };
            let made = match top {
                Op::Unary(op, start) => {
                    let span = start.to(right.1);
                    (self.make(span, ExprKind::Unary(op, Box::new(right.0))), span)
                }
                Op::Binary(op) => {
                    let Some(left) = operands.pop() else { return };
                    let span = left.1.to(right.1);
                    (self.make(span, ExprKind::Binary(op, Box::new(left.0), Box::new(right.0))), span)
                }
                Op::Cmp(op) => self.comparison(operands, waiting, (op, right)),
                Op::Bool(op) => self.boolean(operands, waiting, op, right),
            };
            operands.push(made);
        }
    }

    /// A chain of comparisons, whose last one is given.
    fn comparison(&mut self, operands: &mut Vec<Operand>, waiting: &mut Vec<Op>, last: (CmpOp, Operand)) -> Operand {
        let (op, (right, end)) = last;
        let mut rest = vec![(op, right)];
        while let Some(&Op::Cmp(op)) = waiting.last() {
            waiting.pop();
            rest.extend(operands.pop().map(|(e, _)| (op, e)));
        }
        rest.reverse();
        let Some((first, start)) = operands.pop() else { return (self.nothing(end), end) };
        let span = start.to(end);
        (self.make(span, ExprKind::Compare(Box::new(first), rest)), span)
    }

    fn boolean(&mut self, operands: &mut Vec<Operand>, waiting: &mut Vec<Op>, op: BoolOp, right: Operand) -> Operand {
        let (right, end) = right;
        let mut items = vec![right];
        let mut start = end;
        let mut take = |operands: &mut Vec<Operand>| {
            if let Some((item, span)) = operands.pop() {
                items.push(item);
                start = span;
            }
        };
        while waiting.last() == Some(&Op::Bool(op)) {
            waiting.pop();
            take(operands);
        }
        take(operands);
        items.reverse();
        let span = start.to(end);
        (self.make(span, ExprKind::BoolOp(op, items)), span)
    }

    fn trailer(&mut self, value: Operand, piece: Piece) -> Operand {
        let span = value.1.to(self.span(&piece));
        let value = Box::new(value.0);
        let kind = match piece.as_rule() {
            Rule::attribute => match piece.into_inner().next() {
                Some(name) => ExprKind::Attribute(value, self.ident(&name)),
                None => ExprKind::None,
            },
            Rule::arguments => ExprKind::Call(value, self.arguments(piece)),
            _ => ExprKind::Subscript(value, Box::new(self.index(piece))),
        };
        (self.make(span, kind), span)
    }

    /// `(a, *b, c=d, **e)`.
    pub(super) fn arguments(&mut self, piece: Piece) -> Vec<Arg> {
        let mut args: Vec<Arg> = Vec::new();
        let many = piece.clone().into_inner().len() > 1;
        let mut before = Before::default();
        for argument in piece.into_inner() {
            let arg = self.argument(argument, many);
            self.check_order(&mut before, &arg);
            args.push(arg);
        }
        args
    }

    fn argument(&mut self, piece: Piece, many: bool) -> Arg {
        let text = piece.as_str();
        let mut span = self.span(&piece);
        let mut inner = piece.into_inner().peekable();
        let Some(first) = inner.next() else { return Arg::Pos(self.nothing(span)) };
        let first_text = first.as_str().trim_end();
        let value = self.expr(first);
        if text.starts_with("**") {
            return Arg::DoubleStar(value);
        }
        if text.starts_with('*') {
            return Arg::Star(value);
        }
        let Some(next) = inner.peek() else { return Arg::Pos(value) };
        if next.as_rule() == Rule::keyword_value {
            let given = inner.next().and_then(|p| p.into_inner().next());
            let given = given.map(|p| self.expr(p));
            return self.keyword_argument(value, first_text, given, span);
        }
        let value = self.walrus(value, &mut inner);
        if inner.peek().is_none() {
            return Arg::Pos(value);
        }
        if many {
            let error = SyntaxError::new(span, "Generator expression must be parenthesized");
            self.error(
                error
                    .because("there are other arguments beside it")
                    .help("put brackets around it: `f((x for x in y), z)`"),
            );
        } else {
            span.start = span.start.saturating_sub(1);
            span.end += 1;
        }
        let comp = self.generator(span, value, inner);
        Arg::Pos(comp)
    }

    fn keyword_argument(&mut self, name: Expr, text: &str, given: Option<Expr>, span: Span) -> Arg {
        let given = given.unwrap_or_else(|| self.nothing(span));
        let ident = match &name.kind {
            ExprKind::Name(sym) if !text.starts_with('(') => crate::syntax::ast::Ident { name: *sym, span: name.span },
            ExprKind::Bool(_) | ExprKind::None => {
                self.wrong(name.span, format!("cannot assign to {text}"));
                return Arg::Pos(given);
            }
            _ => {
                let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
                let error = SyntaxError::new(name.span, message);
                self.error(error.because("the name of a keyword argument must be a plain name"));
                return Arg::Pos(given);
            }
        };
        Arg::Keyword(ident, given)
    }

    /// What Python says of the order of arguments.
    fn check_order(&mut self, before: &mut Before, arg: &Arg) {
        let span = arg.value().span;
        let help = "put positional arguments before keyword arguments";
        match arg {
            Arg::Pos(_) if before.unpacked => {
                let message = "positional argument follows keyword argument unpacking";
                self.error(SyntaxError::new(span, message).help(help));
            }
            Arg::Pos(_) => {
                if let Some(name) = before.keyword {
                    let error = SyntaxError::new(span, "positional argument follows keyword argument");
                    let first = format!("`{}` is given by its name here", name.name);
                    self.error(error.because("this argument has no name").label(name.span, first).help(help));
                }
            }
            Arg::Star(_) if before.unpacked => {
                let message = "iterable argument unpacking follows keyword argument unpacking";
                self.error(SyntaxError::new(span, message).help("put `*` arguments before `**` arguments"));
            }
            Arg::Star(_) => {}
            Arg::DoubleStar(_) => before.unpacked = true,
            Arg::Keyword(name, _) => {
                before.keyword.get_or_insert(*name);
                let first = *before.names.entry(name.name).or_insert(name.span);
                if first != name.span {
                    let error = SyntaxError::new(name.span, format!("keyword argument repeated: {}", name.name));
                    self.error(error.because("given again").label(first, "given here first"));
                }
            }
        }
    }

    /// The inside of `[...]`.
    fn index(&mut self, piece: Piece) -> Expr {
        let whole = self.span(&piece);
        let mut items = Vec::new();
        let mut tuple = false;
        for sub in piece.into_inner() {
            if sub.as_rule() == Rule::trailing {
                tuple = true;
                continue;
            }
            let item = self.subscript(sub);
            tuple |= matches!(item.kind, ExprKind::Starred(_));
            items.push(item);
        }
        if items.len() == 1 && !tuple {
            return items.pop().unwrap_or_else(|| self.nothing(whole));
        }
        let ends = items.first().zip(items.last()).map(|(a, b)| a.span.to(b.span));
        self.make(ends.unwrap_or(whole), ExprKind::Tuple(items))
    }

    fn subscript(&mut self, piece: Piece) -> Expr {
        let span = self.span(&piece);
        let mut inner = piece.into_inner().peekable();
        let mut lower = None;
        if let Some(first) = inner.next_if(|p| p.as_rule() != Rule::slice_rest) {
            if first.as_rule() == Rule::star {
                return self.star(first);
            }
            let value = self.expr(first);
            lower = Some(self.walrus(value, &mut inner));
        }
        let Some(rest) = inner.next() else { return lower.unwrap_or_else(|| self.nothing(span)) };
        let (mut upper, mut step) = (None, None);
        for part in rest.into_inner() {
            let is_upper = part.as_rule() == Rule::slice_upper;
            let value = part.into_inner().next().map(|p| Box::new(self.expr(p)));
            if is_upper { upper = value } else { step = value }
        }
        self.make(span, ExprKind::Slice(lower.map(Box::new), upper, step))
    }

    /// `name := value`, if it follows; the name was read as an expression.
    pub(super) fn walrus(&mut self, left: Expr, pieces: &mut Pieces<'_>) -> Expr {
        let Some(piece) = pieces.next_if(|p| p.as_rule() == Rule::walrus) else { return left };
        let span = left.span.to(self.span(&piece));
        let Some(value) = piece.into_inner().next() else { return left };
        let value = self.expr(value);
        match left.kind {
            ExprKind::Name(name) => {
                let ident = crate::syntax::ast::Ident { name, span: left.span };
                self.make(span, ExprKind::NamedExpr(ident, Box::new(value)))
            }
            _ => {
                let what = super::target::describe(&left.kind);
                let error = SyntaxError::new(left.span, format!("cannot use assignment expressions with {what}"));
                self.error(error.because("only a plain name can stand before `:=`"));
                value
            }
        }
    }
}

fn infix(text: &str) -> Op {
    match text {
        "and" => Op::Bool(BoolOp::And),
        "or" => Op::Bool(BoolOp::Or),
        "==" => Op::Cmp(CmpOp::Eq),
        "!=" => Op::Cmp(CmpOp::Ne),
        "<" => Op::Cmp(CmpOp::Lt),
        "<=" => Op::Cmp(CmpOp::Le),
        ">" => Op::Cmp(CmpOp::Gt),
        ">=" => Op::Cmp(CmpOp::Ge),
        "in" => Op::Cmp(CmpOp::In),
        "is" => Op::Cmp(CmpOp::Is),
        _ if text.starts_with("is") => Op::Cmp(CmpOp::IsNot),
        _ if text.starts_with("not") => Op::Cmp(CmpOp::NotIn),
        _ => Op::Binary(binary(text)),
    }
}

/// The operator of an arithmetic sign.
pub(super) fn binary(text: &str) -> BinOp {
    match text {
        "+" => BinOp::Add,
        "-" => BinOp::Sub,
        "*" => BinOp::Mul,
        "/" => BinOp::Div,
        "//" => BinOp::FloorDiv,
        "%" => BinOp::Mod,
        "**" => BinOp::Pow,
        "@" => BinOp::MatMul,
        "&" => BinOp::And,
        "|" => BinOp::Or,
        "^" => BinOp::Xor,
        "<<" => BinOp::Shl,
        _ => BinOp::Shr,
    }
}
