//! What declarations cannot say of a call's result: rules by qualified name.

use crate::source::Span;
use crate::types::check::Checker;
use crate::types::error::Fault;
use crate::types::sig::Args;
use crate::types::ty::Ty;

pub mod bag;
mod bag_input;
mod blocks;
mod builtins;
mod containers;
mod convert;
mod dask;
mod files;
mod iterators;
pub mod masked;
mod modules;

pub use blocks::dtype_of;

/// A rule: the type of a call's result; `None` leaves it to the declaration.
pub type Rule = fn(&mut Checker<'_>, &Args, Span) -> Result<Option<Ty>, Box<Fault>>;

/// The rule of a function, applied.
pub fn apply(checker: &mut Checker<'_>, name: &str, args: &Args, node: Span) -> Option<Result<Option<Ty>, Box<Fault>>> {
    if let Some(method) = name.strip_prefix("dask.bag.core.StringAccessor.") {
        return (!method.starts_with('_')).then(|| bag::of_text(checker, method, args, node));
    }
    let rule = find(name)?;
    Some(rule(checker, args, node))
}

fn find(name: &str) -> Option<Rule> {
    let tables = [
        bag::RULES,
        bag_input::RULES,
        blocks::RULES,
        builtins::RULES,
        containers::RULES,
        modules::RULES,
        dask::RULES,
        files::RULES,
        masked::RULES,
    ];
    tables.into_iter().find_map(|table| table.iter().find(|(known, _)| *known == name).map(|(_, rule)| *rule))
}
