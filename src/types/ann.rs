//! Annotations of declarations: what a parameter accepts and what a call gives.

use crate::data::Sym;
use crate::syntax::ast::{BinOp, Expr, ExprKind};

/// An annotation.
#[derive(Clone, Debug, PartialEq)]
pub enum Ann {
    /// Nothing is said.
    Any,
    /// `None`.
    None,
    /// `Self`.
    SelfTy,
    /// A type variable: a single capital letter.
    Var(Sym),
    /// A class, perhaps with arguments: `int`, `list[T]`, `Iterable[T]`.
    Class(Sym, Vec<Ann>),
    /// `tuple[A, B]`.
    Tuple(Vec<Ann>),
    /// `tuple[A, ...]`.
    TupleOf(Box<Ann>),
    /// `A | B`.
    Union(Vec<Ann>),
}

impl Ann {
    /// Read an annotation; what is not understood says nothing.
    pub fn read(e: &Expr) -> Ann {
        match &e.kind {
            ExprKind::None => Ann::None,
            ExprKind::Name(name) => Ann::of_name(*name),
            ExprKind::Attribute(_, name) => Ann::of_name(name.name),
            ExprKind::Str(text) => {
                let simple = !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_');
                if simple { Ann::of_name(Sym::new(text)) } else { Ann::Any }
            }
            ExprKind::Binary(BinOp::Or, a, b) => {
                let mut members = Vec::new();
                for side in [Ann::read(a), Ann::read(b)] {
                    match side {
                        Ann::Union(more) => members.extend(more),
                        one => members.push(one),
                    }
                }
                if members.contains(&Ann::Any) { Ann::Any } else { Ann::Union(members) }
            }
            ExprKind::Subscript(base, index) => Ann::read_generic(base, index),
            _ => Ann::Any,
        }
    }

    fn of_name(name: Sym) -> Ann {
        match name.as_str() {
            "Any" | "object" => Ann::Any,
            "Self" => Ann::SelfTy,
            "None" => Ann::None,
            text if text.len() == 1 && text.chars().all(|c| c.is_ascii_uppercase()) => Ann::Var(name),
            _ => Ann::Class(name, Vec::new()),
        }
    }

    fn read_generic(base: &Expr, index: &Expr) -> Ann {
        let Ann::Class(name, _) = Ann::read(base) else { return Ann::Any };
        let parts: Vec<&Expr> = match &index.kind {
            ExprKind::Tuple(items) => items.iter().collect(),
            _ => vec![index],
        };
        match (name.as_str(), parts.as_slice()) {
            ("tuple", [item, end]) if end.kind == ExprKind::Ellipsis => Ann::TupleOf(Box::new(Ann::read(item))),
            ("tuple", items) => Ann::Tuple(items.iter().map(|item| Ann::read(item)).collect()),
            ("Optional", [item]) => Ann::Union(vec![Ann::read(item), Ann::None]),
            ("Union", items) => {
                let members: Vec<Ann> = items.iter().map(|item| Ann::read(item)).collect();
                if members.contains(&Ann::Any) { Ann::Any } else { Ann::Union(members) }
            }
            ("Literal", _) => Ann::Any,
            ("Callable", _) => Ann::Class(name, Vec::new()),
            (_, items) => Ann::Class(name, items.iter().map(|item| Ann::read(item)).collect()),
        }
    }
}

impl std::fmt::Display for Ann {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let list = |items: &[Ann], mid: &str| items.iter().map(Ann::to_string).collect::<Vec<_>>().join(mid);
        match self {
            Ann::Any => f.write_str("Any"),
            Ann::None => f.write_str("None"),
            Ann::SelfTy => f.write_str("Self"),
            Ann::Var(name) => write!(f, "{name}"),
            Ann::Class(name, args) if args.is_empty() => write!(f, "{name}"),
            Ann::Class(name, args) => write!(f, "{name}[{}]", list(args, ", ")),
            Ann::Tuple(items) => write!(f, "tuple[{}]", list(items, ", ")),
            Ann::TupleOf(item) => write!(f, "tuple[{item}, ...]"),
            Ann::Union(members) => f.write_str(&list(members, " | ")),
        }
    }
}
