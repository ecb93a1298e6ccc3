//! Names, literals, displays, comprehensions and bracketed expressions.

use super::Rule;
use super::build::{Builder, Piece};
use super::expr::Pieces;
use crate::source::Span;
use crate::syntax::ast::{Comp, CompClause, CompKind, DictComp, DictItem, Expr, ExprKind};
use crate::syntax::error::SyntaxError;

/// What stands in braces.
enum Entry {
    Item(Expr),
    Pair(DictItem),
}

impl Builder<'_> {
    /// One operand; `pieces` gives the further strings of a concatenation.
    pub(super) fn atom<'i>(&mut self, piece: Piece<'i>, pieces: &mut Pieces<'i>) -> (Expr, Span) {
        let span = self.span(&piece);
        let kind = match piece.as_rule() {
            Rule::name => ExprKind::Name(self.ident(&piece).name),
            Rule::number => self.number(piece.as_str(), span),
            Rule::string => return self.strings(piece, pieces),
            Rule::group => return (self.group(piece), span),
            Rule::list => return (self.list(piece), span),
            Rule::braces => return (self.braces(piece), span),
            Rule::constant => match piece.as_str() {
                "True" => ExprKind::Bool(true),
                "False" => ExprKind::Bool(false),
                _ => ExprKind::None,
            },
            _ => ExprKind::Ellipsis,
        };
        (self.make(span, kind), span)
    }

    /// `(...)`: a tuple, a generator, a `yield`, or just brackets.
    fn group(&mut self, piece: Piece) -> Expr {
        let span = self.span(&piece);
        let mut inner = piece.into_inner().peekable();
        if inner.peek().is_some_and(|p| p.as_rule() == Rule::yield_expr)
            && let Some(piece) = inner.next()
        {
            return self.yield_expr(piece);
        }
        let (mut items, trailing) = self.elements(&mut inner);
        if inner.peek().is_some()
            && let Some(elt) = items.pop()
        {
            return self.generator(span, elt, inner);
        }
        if items.len() == 1 && !trailing {
            let only = items.pop().unwrap_or_else(|| self.nothing(span));
            if matches!(only.kind, ExprKind::Starred(_)) {
                self.error(
                    SyntaxError::new(only.span, "cannot use starred expression here")
                        .help("a tuple of one item needs a comma: `(*items,)`"),
                );
            }
            return only;
        }
        self.make(span, ExprKind::Tuple(items))
    }

    fn list(&mut self, piece: Piece) -> Expr {
        let span = self.span(&piece);
        let mut inner = piece.into_inner().peekable();
        let (mut items, _) = self.elements(&mut inner);
        if inner.peek().is_some()
            && let Some(elt) = items.pop()
        {
            return self.comprehension(span, CompKind::List, elt, inner);
        }
        self.make(span, ExprKind::List(items))
    }

    /// The items up to the first `for`, and whether a comma ends them.
    fn elements(&mut self, inner: &mut Pieces<'_>) -> (Vec<Expr>, bool) {
        let mut items = Vec::new();
        while let Some(piece) = inner.next_if(|p| p.as_rule() != Rule::comp_for) {
            match piece.as_rule() {
                Rule::trailing => return (items, true),
                Rule::star => items.push(self.star(piece)),
                _ => {
                    let value = self.expr(piece);
                    items.push(self.walrus(value, inner));
                }
            }
        }
        (items, false)
    }

    /// `*value`.
    pub(super) fn star(&mut self, piece: Piece) -> Expr {
        let span = self.span(&piece);
        let value = match piece.into_inner().next() {
            Some(inner) => self.flat(inner),
            None => self.nothing(span),
        };
        self.make(span, ExprKind::Starred(Box::new(value)))
    }

    /// `(elt for ...)`.
    pub(super) fn generator(&mut self, span: Span, elt: Expr, inner: Pieces<'_>) -> Expr {
        self.comprehension(span, CompKind::Generator, elt, inner)
    }

    fn comprehension(&mut self, span: Span, kind: CompKind, elt: Expr, inner: Pieces<'_>) -> Expr {
        if matches!(elt.kind, ExprKind::Starred(_)) {
            let error = SyntaxError::new(elt.span, "iterable unpacking cannot be used in comprehension");
            self.error(error.help("write a second `for`: `[x for items in all for x in items]`"));
        }
        let clauses = inner.map(|p| self.clause(p)).collect();
        self.make(span, ExprKind::Comp(kind, Box::new(Comp { elt, clauses })))
    }

    /// `for targets in iter if test`.
    fn clause(&mut self, piece: Piece) -> CompClause {
        let span = self.span(&piece);
        let mut target = None;
        let mut iter = None;
        let mut ifs = Vec::new();
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::targets => target = Some(self.targets(part)),
                Rule::either => iter = Some(self.flat(part)),
                Rule::comp_if => {
                    let mut inner = part.into_inner().peekable();
                    let test = inner.find(|p| p.as_rule() == Rule::either);
                    if let Some(test) = test {
                        let test = self.flat(test);
                        ifs.push(self.walrus(test, &mut inner));
                    }
                }
                _ => {}
            }
        }
        let target = target.unwrap_or_else(|| self.nothing(span));
        let iter = iter.unwrap_or_else(|| self.nothing(span));
        CompClause { target, iter, ifs }
    }

    /// `{...}`: a dict or a set.
    fn braces(&mut self, piece: Piece) -> Expr {
        let span = self.span(&piece);
        let mut entries = Vec::new();
        let mut clauses = Vec::new();
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::entry => entries.push(self.entry(part)),
                Rule::comp_for => clauses.push(self.clause(part)),
                _ => {}
            }
        }
        if !clauses.is_empty() {
            return self.brace_comprehension(span, entries, clauses);
        }
        let is_dict = matches!(entries.first(), None | Some(Entry::Pair(_)));
        let (mut pairs, mut items) = (Vec::new(), Vec::new());
        for entry in entries {
            match entry {
                Entry::Pair(pair) if is_dict => pairs.push(pair),
                Entry::Item(item) if !is_dict => items.push(item),
                Entry::Item(item) => {
                    let error = SyntaxError::new(item.span, "':' expected after dictionary key");
                    self.error(error.because("this key has no value").help("a dict is `{key: value, ...}`"));
                }
                Entry::Pair(DictItem::Pair(key, value)) => {
                    let error = SyntaxError::new(key.span.to(value.span), "a set cannot hold a `key: value` pair");
                    self.error(
                        error.because("the items before it have no values").help("give every item a value, or none"),
                    );
                }
                Entry::Pair(DictItem::Spread(value)) => {
                    let error = SyntaxError::new(value.span, "a set cannot hold a `**` mapping");
                    self.error(error.help("use one `*` to put the items of an iterable into a set"));
                }
            }
        }
        let kind = if is_dict { ExprKind::Dict(pairs) } else { ExprKind::Set(items) };
        self.make(span, kind)
    }

    fn entry(&mut self, piece: Piece) -> Entry {
        let span = self.span(&piece);
        let mut inner = piece.into_inner().peekable();
        let Some(first) = inner.next() else { return Entry::Item(self.nothing(span)) };
        match first.as_rule() {
            Rule::spread => {
                let value = match first.into_inner().next() {
                    Some(value) => self.flat(value),
                    None => self.nothing(span),
                };
                Entry::Pair(DictItem::Spread(value))
            }
            Rule::star => Entry::Item(self.star(first)),
            _ => {
                let key = self.expr(first);
                let named = self.walrus(key, &mut inner);
                let Some(value) = inner.next() else { return Entry::Item(named) };
                if matches!(named.kind, ExprKind::NamedExpr(..)) {
                    let error = SyntaxError::new(named.span, "cannot use an assignment expression as a key here");
                    self.error(error.help("put brackets around it: `{(name := key): value}`"));
                }
                let value = match value.into_inner().next() {
                    Some(value) => self.expr(value),
                    None => self.nothing(span),
                };
                Entry::Pair(DictItem::Pair(named, value))
            }
        }
    }

    fn brace_comprehension(&mut self, span: Span, mut entries: Vec<Entry>, clauses: Vec<CompClause>) -> Expr {
        match entries.pop() {
            Some(Entry::Pair(DictItem::Pair(key, value))) => {
                self.make(span, ExprKind::DictComp(Box::new(DictComp { key, value, clauses })))
            }
            Some(Entry::Pair(DictItem::Spread(value))) => {
                self.wrong(value.span, "dict unpacking cannot be used in dict comprehension");
                self.nothing(span)
            }
            Some(Entry::Item(elt)) => {
                if matches!(elt.kind, ExprKind::Starred(_)) {
                    self.wrong(elt.span, "iterable unpacking cannot be used in comprehension");
                }
                self.make(span, ExprKind::Comp(CompKind::Set, Box::new(Comp { elt, clauses })))
            }
            None => self.nothing(span),
        }
    }

    /// `yield`, `yield a, b`, `yield from a`.
    pub(super) fn yield_expr(&mut self, piece: Piece) -> Expr {
        let span = self.span(&piece);
        let mut from = false;
        let mut value = None;
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::kw_from => from = true,
                Rule::expr => value = Some(self.expr(part)),
                Rule::exprs => value = Some(self.exprs(part)),
                _ => {}
            }
        }
        let kind = match (from, value) {
            (true, Some(value)) => ExprKind::YieldFrom(Box::new(value)),
            (_, value) => ExprKind::Yield(value.map(Box::new)),
        };
        self.make(span, kind)
    }

    /// `a, b, *c`: one alone is itself.
    pub(super) fn exprs(&mut self, piece: Piece) -> Expr {
        let span = self.span(&piece);
        let mut inner = piece.into_inner().peekable();
        let (mut items, trailing) = self.elements(&mut inner);
        if items.len() == 1 && !trailing {
            return items.pop().unwrap_or_else(|| self.nothing(span));
        }
        self.make(span, ExprKind::Tuple(items))
    }

    /// Like [`Builder::exprs`], where a lone `*a` has no meaning.
    pub(super) fn value(&mut self, piece: Piece) -> Expr {
        if piece.as_rule() == Rule::yield_expr {
            return self.yield_expr(piece);
        }
        let value = self.exprs(piece);
        if matches!(value.kind, ExprKind::Starred(_)) {
            let error = SyntaxError::new(value.span, "can't use starred expression here");
            self.error(error.help("add a comma to make a tuple: `*items,`"));
        }
        value
    }
}
