//! Expressions, with brackets only where precedence needs them.

use super::Printer;
use super::text::{float, quote};
use crate::syntax::ast::{Arg, BinOp, BoolOp, CompClause, CompKind, DictItem, Expr, ExprKind, Param, Params, UnaryOp};

// How tightly the forms of expressions bind; see the table in the grammar.
const BARE: u8 = 0;
const TEST: u8 = 1;
const OR: u8 = 2;
const AND: u8 = 3;
const NOT: u8 = 4;
const COMPARE: u8 = 5;
const BITS: u8 = 6;
const FACTOR: u8 = 12;
const POWER: u8 = 13;
const PRIMARY: u8 = 14;

fn power(kind: &ExprKind) -> u8 {
    match kind {
        ExprKind::NamedExpr(..) | ExprKind::Yield(_) | ExprKind::YieldFrom(_) => BARE,
        ExprKind::IfExp(_) | ExprKind::Lambda(_) => TEST,
        ExprKind::BoolOp(BoolOp::Or, _) => OR,
        ExprKind::BoolOp(BoolOp::And, _) => AND,
        ExprKind::Unary(UnaryOp::Not, _) => NOT,
        ExprKind::Compare(..) => COMPARE,
        ExprKind::Binary(op, ..) => match op {
            BinOp::Or => BITS,
            BinOp::Xor => 7,
            BinOp::And => 8,
            BinOp::Shl | BinOp::Shr => 9,
            BinOp::Add | BinOp::Sub => 10,
            BinOp::Pow => POWER,
            _ => 11,
        },
        ExprKind::Unary(..) => FACTOR,
        _ => PRIMARY,
    }
}

impl Printer {
    /// An expression where one that binds at least as tightly as `level` is wanted.
    fn at(&mut self, value: &Expr, level: u8) {
        stacker::maybe_grow(64 << 10, 1 << 20, || {
            if power(&value.kind) < level {
                self.text("(");
                self.inner(value);
                self.text(")");
            } else {
                self.inner(value);
            }
        });
    }

    /// An expression where a comma would end it.
    pub(super) fn single(&mut self, value: &Expr) {
        self.at(value, TEST);
    }

    /// An expression, or a tuple without brackets.
    pub(super) fn exprs(&mut self, value: &Expr) {
        match &value.kind {
            ExprKind::Tuple(items) if !items.is_empty() => self.items(items, true),
            _ => self.single(value),
        }
    }

    /// Items of a display; `tuple` adds the comma that a tuple of one item needs.
    fn items(&mut self, items: &[Expr], tuple: bool) {
        self.list(items, ", ", Printer::single);
        if tuple && items.len() == 1 {
            self.text(",");
        }
    }

    pub(super) fn bare_yield(&mut self, value: &Expr) {
        match &value.kind {
            ExprKind::YieldFrom(inner) => {
                self.text("yield from ");
                self.single(inner);
            }
            ExprKind::Yield(Some(inner)) => {
                self.text("yield ");
                self.exprs(inner);
            }
            _ => self.text("yield"),
        }
    }

    /// The target of an assignment or a `for`.
    pub(super) fn target(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Tuple(items) if !items.is_empty() => {
                self.list(items, ", ", Printer::inner_target);
                if items.len() == 1 {
                    self.text(",");
                }
            }
            _ => self.inner_target(target),
        }
    }

    /// A target inside others.
    pub(super) fn inner_target(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Starred(inner) => {
                self.text("*");
                self.inner_target(inner);
            }
            _ => self.at(target, PRIMARY),
        }
    }

    fn inner(&mut self, value: &Expr) {
        match &value.kind {
            ExprKind::Name(name) => self.text(name.as_str()),
            ExprKind::Int(n) => self.text(&n.to_string()),
            ExprKind::BigInt(digits) if digits.len() > 4300 => self.hexadecimal(digits),
            ExprKind::BigInt(digits) => self.text(digits),
            ExprKind::Float(x) => self.text(&float(*x)),
            ExprKind::Imaginary(x) => self.text(&super::imaginary(*x)),
            ExprKind::Str(text) => self.string(text),
            ExprKind::Bytes(bytes) => self.text(&super::bytes(bytes)),
            ExprKind::FString(parts) => self.f_string(parts),
            ExprKind::Bool(true) => self.text("True"),
            ExprKind::Bool(false) => self.text("False"),
            ExprKind::None => self.text("None"),
            ExprKind::Ellipsis => self.text("..."),
            ExprKind::Tuple(items) => self.bracketed("(", ")", |p| p.items(items, true)),
            ExprKind::List(items) => self.bracketed("[", "]", |p| p.items(items, false)),
            ExprKind::Set(items) => self.bracketed("{", "}", |p| p.items(items, false)),
            ExprKind::Dict(items) => self.bracketed("{", "}", |p| p.list(items, ", ", Printer::dict_item)),
            ExprKind::Starred(inner) => {
                self.text("*");
                self.at(inner, BITS);
            }
            ExprKind::Comp(kind, comp) => {
                let (open, close) = match kind {
                    CompKind::List => ("[", "]"),
                    CompKind::Set => ("{", "}"),
                    CompKind::Generator => ("(", ")"),
                };
                self.bracketed(open, close, |p| {
                    p.single(&comp.elt);
                    p.clauses(&comp.clauses);
                });
            }
            ExprKind::DictComp(comp) => self.bracketed("{", "}", |p| {
                p.single(&comp.key);
                p.text(": ");
                p.single(&comp.value);
                p.clauses(&comp.clauses);
            }),
            _ => self.operation(value),
        }
    }

    /// Operators, calls and what is built of words.
    fn operation(&mut self, value: &Expr) {
        match &value.kind {
            ExprKind::Unary(op, operand) => {
                let (sign, level) = match op {
                    UnaryOp::Neg => ("-", FACTOR),
                    UnaryOp::Pos => ("+", FACTOR),
                    UnaryOp::Invert => ("~", FACTOR),
                    UnaryOp::Not => ("not ", NOT),
                };
                self.text(sign);
                self.at(operand, level);
            }
            ExprKind::Binary(op, left, right) => {
                let own = power(&value.kind);
                let (before, after) = if *op == BinOp::Pow { (PRIMARY, FACTOR) } else { (own, own + 1) };
                self.at(left, before);
                self.text(&format!(" {} ", op.symbol()));
                self.at(right, after);
            }
            ExprKind::BoolOp(op, values) => {
                let (word, level) = if *op == BoolOp::And { (" and ", NOT) } else { (" or ", AND) };
                self.list(values, word, |p, value| p.at(value, level));
            }
            ExprKind::Compare(first, rest) => {
                self.at(first, BITS);
                for (op, other) in rest {
                    self.text(&format!(" {} ", op.symbol()));
                    self.at(other, BITS);
                }
            }
            ExprKind::IfExp(parts) => {
                self.at(&parts.body, OR);
                self.text(" if ");
                self.at(&parts.test, OR);
                self.text(" else ");
                self.at(&parts.orelse, TEST);
            }
            ExprKind::Lambda(lambda) => {
                let none = lambda.params.iter().next().is_none();
                self.text(if none { "lambda" } else { "lambda " });
                self.params(&lambda.params);
                self.text(": ");
                self.single(&lambda.body);
            }
            ExprKind::NamedExpr(name, value) => {
                self.text(name.name.as_str());
                self.text(" := ");
                self.single(value);
            }
            ExprKind::Call(func, args) => {
                self.at(func, PRIMARY);
                self.bracketed("(", ")", |p| p.list(args, ", ", Printer::arg));
            }
            ExprKind::Attribute(value, name) => {
                // `1.real` would be a number.
                match value.kind {
                    ExprKind::Int(_) | ExprKind::BigInt(_) | ExprKind::Float(_) => {
                        self.bracketed("(", ")", |p| p.inner(value))
                    }
                    _ => self.at(value, PRIMARY),
                }
                self.text(".");
                self.text(name.name.as_str());
            }
            ExprKind::Subscript(value, index) => {
                self.at(value, PRIMARY);
                self.bracketed("[", "]", |p| p.exprs(index));
            }
            ExprKind::Slice(lower, upper, step) => self.slice(lower.as_deref(), upper.as_deref(), step.as_deref()),
            _ => self.bare_yield(value),
        }
    }

    fn bracketed(&mut self, open: &str, close: &str, inside: impl FnOnce(&mut Printer)) {
        self.text(open);
        inside(self);
        self.text(close);
    }

    fn hexadecimal(&mut self, digits: &str) {
        let value = num_bigint::BigInt::parse_bytes(digits.as_bytes(), 10).unwrap_or_default();
        self.text(&format!("{value:#x}"));
    }

    fn dict_item(&mut self, item: &DictItem) {
        match item {
            DictItem::Pair(key, value) => {
                self.single(key);
                self.text(": ");
                self.single(value);
            }
            DictItem::Spread(value) => {
                self.text("**");
                self.at(value, BITS);
            }
        }
    }

    fn clauses(&mut self, clauses: &[CompClause]) {
        for clause in clauses {
            self.text(" for ");
            self.target(&clause.target);
            self.text(" in ");
            self.at(&clause.iter, OR);
            for test in &clause.ifs {
                self.text(" if ");
                self.at(test, OR);
            }
        }
    }

    fn slice(&mut self, lower: Option<&Expr>, upper: Option<&Expr>, step: Option<&Expr>) {
        for (colon, part) in [("", lower), (":", upper)] {
            self.text(colon);
            if let Some(part) = part {
                self.single(part);
            }
        }
        if let Some(step) = step {
            self.text(":");
            self.single(step);
        }
    }

    fn arg(&mut self, arg: &Arg) {
        let (prefix, value) = match arg {
            Arg::Pos(value) => ("", value),
            Arg::Star(value) => ("*", value),
            Arg::DoubleStar(value) => ("**", value),
            Arg::Keyword(name, value) => {
                self.text(name.name.as_str());
                ("=", value)
            }
        };
        self.text(prefix);
        self.single(value);
    }

    pub(super) fn params(&mut self, params: &Params) {
        let mut first = true;
        let mut next = |p: &mut Printer, prefix: &str, param: Option<&Param>| {
            if !std::mem::take(&mut first) {
                p.text(", ");
            }
            p.text(prefix);
            if let Some(param) = param {
                p.param(param);
            }
        };
        params.posonly.iter().for_each(|param| next(self, "", Some(param)));
        if !params.posonly.is_empty() {
            next(self, "/", None);
        }
        params.args.iter().for_each(|param| next(self, "", Some(param)));
        if params.vararg.is_some() || !params.kwonly.is_empty() {
            next(self, "*", params.vararg.as_ref());
        }
        params.kwonly.iter().for_each(|param| next(self, "", Some(param)));
        if params.kwarg.is_some() {
            next(self, "**", params.kwarg.as_ref());
        }
    }

    fn param(&mut self, param: &Param) {
        self.text(param.name.name.as_str());
        if let Some(annotation) = &param.annotation {
            self.text(": ");
            self.single(annotation);
        }
        if let Some(default) = &param.default {
            self.text(if param.annotation.is_some() { " = " } else { "=" });
            self.single(default);
        }
    }

    fn string(&mut self, text: &str) {
        if self.quotes.is_empty() {
            let quoted = quote(text);
            self.text(&quoted);
        } else {
            self.string_in_field(text);
        }
    }

    /// The value of a field of an f-string: no `lambda`, `!` or `:` may end it early.
    pub(super) fn field_value(&mut self, value: &Expr) {
        self.at(value, OR);
    }
}
