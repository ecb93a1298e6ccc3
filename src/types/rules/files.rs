//! Rules of files: what `open` gives depends on its mode.

use super::Rule;
use crate::data::Sym;
use crate::source::Span;
use crate::types::check::Checker;
use crate::types::error::Fault;
use crate::types::sig::Args;
use crate::types::ty::Ty;

type Ruled = Result<Option<Ty>, Box<Fault>>;

/// The rules.
pub const RULES: &[(&str, Rule)] = &[
    ("open", |checker, args, span| file(checker, args, span, "r")),
    ("gzip.open", |checker, args, span| packed(checker, args, span)),
    ("bz2.open", |checker, args, span| packed(checker, args, span)),
    ("lzma.open", |checker, args, span| packed(checker, args, span)),
];

/// The mode, where it is known.
fn mode(args: &Args, default: &str) -> Option<String> {
    let keyword = args.kw.iter().find(|(name, _, _)| name.as_str() == "mode").map(|(_, ty, _)| ty);
    match keyword.or(args.pos.get(1).map(|(ty, _)| ty)) {
        None if args.open() => None,
        None => Some(default.to_owned()),
        Some(ty) => ty.as_str().map(str::to_owned),
    }
}

fn object(checker: &mut Checker<'_>, module: &str, class: &str, span: Span) -> Ty {
    match checker.decls.class(module, Sym::new(class)) {
        Some(class) => checker.object_of(&class, span),
        None => Ty::Any,
    }
}

fn file(checker: &mut Checker<'_>, args: &Args, span: Span, default: &str) -> Ruled {
    Ok(match mode(args, default) {
        None => Some(Ty::Any),
        Some(mode) if mode.contains('b') => Some(object(checker, "io", "BufferedIOBase", span)),
        Some(_) => None,
    })
}

fn packed(checker: &mut Checker<'_>, args: &Args, span: Span) -> Ruled {
    Ok(match mode(args, "rb") {
        None => Some(Ty::Any),
        Some(mode) if mode.contains('t') => Some(object(checker, "builtins", "TextIOWrapper", span)),
        Some(_) => Some(object(checker, "io", "BufferedIOBase", span)),
    })
}
