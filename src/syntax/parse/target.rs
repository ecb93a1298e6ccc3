//! What may be assigned to, and what parameters may look like.

use super::Rule;
use super::build::{Builder, Piece};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Ident, Param, Params, UnaryOp};
use crate::syntax::error::SyntaxError;

/// What is done to a target.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Use {
    /// `target = ...`, `for target in`, `with ... as target`.
    Assign,
    /// `del target`.
    Delete,
}

impl Builder<'_> {
    /// `a, *b, c.d`: the targets of a `for` or `del`, checked by the caller.
    fn target_list(&mut self, piece: Piece) -> (Vec<Expr>, bool, Span) {
        let span = self.span(&piece);
        let (mut items, mut trailing) = (Vec::new(), false);
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::trailing => trailing = true,
                Rule::star_target => {
                    let span = self.span(&part);
                    let inner = match part.into_inner().next() {
                        Some(target) => self.flat(target),
                        None => self.nothing(span),
                    };
                    items.push(self.make(span, ExprKind::Starred(Box::new(inner))));
                }
                _ => items.push(self.flat(part)),
            }
        }
        (items, trailing, span)
    }

    /// The targets of a `for`.
    pub(super) fn targets(&mut self, piece: Piece) -> Expr {
        let (mut items, trailing, span) = self.target_list(piece);
        let target = match items.len() {
            1 if !trailing => items.pop().unwrap_or_else(|| self.nothing(span)),
            _ => self.make(span, ExprKind::Tuple(items)),
        };
        self.check_target(&target, Use::Assign);
        target
    }

    /// The targets of a `del`.
    pub(super) fn deleted(&mut self, piece: Piece) -> Vec<Expr> {
        let (items, _, _) = self.target_list(piece);
        for item in &items {
            self.check_target(item, Use::Delete);
        }
        items
    }

    /// Report what cannot be a target.
    pub(super) fn check_target(&mut self, target: &Expr, how: Use) {
        if let ExprKind::Starred(_) = target.kind {
            let error = match how {
                Use::Assign => SyntaxError::new(target.span, "starred assignment target must be in a list or tuple")
                    .help("add a comma: `*name, = values`"),
                Use::Delete => SyntaxError::new(target.span, "cannot delete starred"),
            };
            self.error(error);
            return;
        }
        self.check_inner(target, how);
    }

    fn check_inner(&mut self, target: &Expr, how: Use) {
        match &target.kind {
            ExprKind::Name(name) if name.as_str() == "__debug__" => {
                self.wrong(target.span, "cannot assign to __debug__");
            }
            ExprKind::Name(_) | ExprKind::Attribute(..) | ExprKind::Subscript(..) => {}
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                let mut starred = None;
                for item in items {
                    match &item.kind {
                        ExprKind::Starred(inner) if how == Use::Assign => {
                            if let Some(first) = starred.replace(item.span) {
                                let error = SyntaxError::new(item.span, "multiple starred expressions in assignment");
                                self.error(error.label(first, "the first one"));
                            }
                            self.check_inner(inner, how);
                        }
                        _ => self.check_inner(item, how),
                    }
                }
            }
            _ => self.bad_target(target, how),
        }
    }

    fn bad_target(&mut self, target: &Expr, how: Use) {
        let what = describe(&target.kind);
        let why = format!("this is {}", with_article(&what));
        let error = match how {
            Use::Assign => SyntaxError::new(target.span, format!("cannot assign to {what}"))
                .help("only names, attributes, items and tuples of them can be assigned to; to compare, write `==`"),
            Use::Delete => SyntaxError::new(target.span, format!("cannot delete {what}")),
        };
        self.error(error.because(why));
    }

    /// Parameters of a `def` or `lambda`.
    pub(super) fn params(&mut self, piece: Piece) -> Params {
        let mut params = Params::default();
        let mut state = ParamState::default();
        for part in piece.into_inner() {
            self.param(part, &mut params, &mut state);
        }
        if let Some(span) = state.bare_star {
            let error = SyntaxError::new(span, "named arguments must follow bare *");
            self.error(error.help("add a parameter after `*`, or leave it out"));
        }
        self.check_names(&params);
        params
    }

    fn param(&mut self, piece: Piece, params: &mut Params, state: &mut ParamState) {
        let text = piece.as_str();
        let span = self.span(&piece);
        let stars = text.bytes().take_while(|&b| b == b'*').count();
        let slash = text.starts_with('/');
        let param = if slash { None } else { self.named_param(piece) };
        if params.kwarg.is_some() {
            let message = "arguments cannot follow var-keyword argument";
            self.error(SyntaxError::new(span, message).help("put the `**` parameter last"));
            return;
        }
        match (stars, param) {
            _ if slash => self.slash(span, params, state),
            (0, Some(param)) => self.plain_param(param, params, state),
            (1, given) => {
                if state.star.is_some() {
                    self.wrong(span, "* argument may appear only once");
                }
                state.star = Some(span);
                state.bare_star = if given.is_none() { Some(span) } else { None };
                params.vararg = given;
            }
            (_, given) => {
                if let Some(span) = state.bare_star.take() {
                    self.wrong(span, "named arguments must follow bare *");
                }
                params.kwarg = given;
            }
        }
    }

    fn slash(&mut self, span: Span, params: &mut Params, state: &mut ParamState) {
        if state.slash {
            self.wrong(span, "/ may appear only once");
        } else if state.star.is_some() {
            self.wrong(span, "/ must be ahead of *");
        } else if params.args.is_empty() {
            self.wrong(span, "at least one argument must precede /");
        } else {
            params.posonly = std::mem::take(&mut params.args);
        }
        state.slash = true;
    }

    fn plain_param(&mut self, param: Param, params: &mut Params, state: &mut ParamState) {
        state.bare_star = None;
        if state.star.is_some() {
            params.kwonly.push(param);
            return;
        }
        match (&param.default, state.default) {
            (None, Some(first)) => {
                let error = SyntaxError::new(param.name.span, "non-default argument follows default argument");
                let help = "give it a default too, or put it before the parameters that have one";
                self.error(error.because("no default here").label(first, "this one has a default").help(help));
            }
            (Some(_), None) => state.default = Some(param.name.span),
            _ => {}
        }
        params.args.push(param);
    }

    fn named_param(&mut self, piece: Piece) -> Option<Param> {
        let mut name: Option<Ident> = None;
        let (mut annotation, mut default) = (None, None);
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.ident(&part)),
                Rule::annotation => annotation = part.into_inner().next().map(|p| self.expr(p)),
                _ => default = part.into_inner().next().map(|p| self.expr(p)),
            }
        }
        name.map(|name| Param { name, annotation, default })
    }

    fn check_names(&mut self, params: &Params) {
        let mut seen: Vec<Ident> = Vec::new();
        let mut twice: Vec<(Ident, Ident)> = Vec::new();
        for param in params.iter() {
            match seen.iter().find(|first| first.name == param.name.name) {
                Some(first) => twice.push((*first, param.name)),
                None => seen.push(param.name),
            }
        }
        for (first, again) in twice {
            let message = format!("duplicate argument '{}' in function definition", again.name);
            let error = SyntaxError::new(again.span, message).because("the same name again");
            self.error(error.label(first.span, "first here"));
        }
    }
}

/// What was seen of a parameter list.
#[derive(Default)]
struct ParamState {
    /// The first parameter with a default.
    default: Option<Span>,
    /// A `*` or `*args`.
    star: Option<Span>,
    /// A `*` that no parameter follows yet.
    bare_star: Option<Span>,
    slash: bool,
}

fn with_article(what: &str) -> String {
    match what.as_bytes().first() {
        Some(b'a' | b'e' | b'i' | b'o' | b'u') => format!("an {what}"),
        Some(b'T' | b'F' | b'N' | b'_') => format!("the constant `{what}`"),
        _ => format!("a {what}"),
    }
}

/// What CPython calls a kind of expression in its messages.
pub(super) fn describe(kind: &ExprKind) -> String {
    use crate::syntax::ast::CompKind;
    let text = match kind {
        ExprKind::Name(_) => "name",
        ExprKind::Int(_)
        | ExprKind::BigInt(_)
        | ExprKind::Float(_)
        | ExprKind::Imaginary(_)
        | ExprKind::Str(_)
        | ExprKind::Bytes(_) => "literal",
        ExprKind::FString(_) => "f-string expression",
        ExprKind::Bool(true) => "True",
        ExprKind::Bool(false) => "False",
        ExprKind::None => "None",
        ExprKind::Ellipsis => "ellipsis",
        ExprKind::Tuple(_) => "tuple",
        ExprKind::List(_) => "list",
        ExprKind::Set(_) => "set display",
        ExprKind::Dict(_) => "dict literal",
        ExprKind::Starred(_) => "starred",
        ExprKind::Comp(CompKind::List, _) => "list comprehension",
        ExprKind::Comp(CompKind::Set, _) => "set comprehension",
        ExprKind::Comp(CompKind::Generator, _) => "generator expression",
        ExprKind::DictComp(_) => "dict comprehension",
        ExprKind::Unary(UnaryOp::Neg | UnaryOp::Pos | UnaryOp::Invert | UnaryOp::Not, _)
        | ExprKind::Binary(..)
        | ExprKind::BoolOp(..) => "expression",
        ExprKind::Compare(..) => "comparison",
        ExprKind::IfExp(_) => "conditional expression",
        ExprKind::Lambda(_) => "lambda",
        ExprKind::NamedExpr(..) => "named expression",
        ExprKind::Call(..) => "function call",
        ExprKind::Attribute(..) => "attribute",
        ExprKind::Subscript(..) => "subscript",
        ExprKind::Slice(..) => "slice",
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => "yield expression",
    };
    text.to_owned()
}
