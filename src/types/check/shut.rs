//! What bags and the lazy results of their reductions do not do: they are no sequences and no numbers, and all there is to
//! them is declared. Scripts take them for what they hold; the cure says how to reach that.

use super::Checker;
use super::iter::a;
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::types::error::Fault;
use crate::types::ty::Ty;

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shut {
    /// `dask.bag.Bag`.
    Bag,
    /// `dask.bag.Item`.
    Item,
}

/// Whether a value is one of these objects.
pub fn shut(ty: &Ty) -> Option<Shut> {
    match ty {
        Ty::Object(class, _) if &*class.name == "dask.bag.core.Bag" => Some(Shut::Bag),
        Ty::Object(class, _) if &*class.name == "dask.bag.core.Item" => Some(Shut::Item),
        _ => None,
    }
}

/// Whether all is known that a value brings to an operator: no methods that were not seen.
fn plain(ty: &Ty) -> bool {
    shut(ty).is_some()
        || ty.is_number()
        || matches!(
            ty,
            Ty::Complex
                | Ty::Str(_)
                | Ty::None
                | Ty::List(_)
                | Ty::Tuple(_)
                | Ty::TupleOf(_)
                | Ty::Dict(_)
                | Ty::Set(_)
        )
}

/// Whether an operator between two values certainly has nothing to go by, as one is a bag or a lazy result.
pub fn apart(left: &Ty, right: &Ty) -> bool {
    (shut(left).is_some() || shut(right).is_some()) && plain(left) && plain(right)
}

/// How to do with such objects what an operator was meant for.
pub fn operator_cure(symbol: &str, left: &Ty, right: &Ty) -> Option<String> {
    let text = match (shut(left), shut(right)) {
        (Some(Shut::Bag), Some(Shut::Bag)) if symbol == "+" => {
            "put bags one after the other with `db.concat([a, b])`; element by element: `db.map(lambda x, y: x + y, a, b)`"
                .to_owned()
        }
        (Some(Shut::Bag), Some(Shut::Bag)) => {
            format!("work element by element: `db.map(lambda x, y: x {symbol} y, a, b)`")
        }
        (Some(Shut::Item), _) | (_, Some(Shut::Item)) => "it is a lazy result: compute it first with `.compute()`, or go \
                                                          on lazily with `.apply(lambda value: ...)`"
            .to_owned(),
        (Some(Shut::Bag), _) if ["<", "<=", ">", ">="].contains(&symbol) => {
            format!("keep the elements for which it holds: `bag.filter(lambda x: x {symbol} ...)`")
        }
        (Some(Shut::Bag), _) => format!("a bag is worked on element by element: `bag.map(lambda x: x {symbol} ...)`"),
        (_, Some(Shut::Bag)) => format!("a bag is worked on element by element: `bag.map(lambda x: ... {symbol} x)`"),
        _ => return None,
    };
    Some(text)
}

/// How to read what an index was meant for.
pub fn item_cure(ty: &Ty, index: &Ty) -> Option<String> {
    let text = match (shut(ty)?, index) {
        (Shut::Item, _) => "it is a lazy result: compute it first with `.compute()`",
        (Shut::Bag, Ty::Str(_)) => "read a field of every element with `bag.pluck(\"name\")`",
        (Shut::Bag, _) => "look at the first elements with `bag.take(3)`, or compute all of them: `bag.compute()`",
    };
    Some(text.to_owned())
}

impl Checker<'_> {
    /// The error of asking a bag, or a lazy result, for something that such objects do not have: `None` for other values,
    /// and for what their declaration has.
    pub fn lacks(&mut self, ty: &Ty, method: &str, span: Span) -> Option<Box<Fault>> {
        let which = shut(ty)?;
        let Ty::Object(class, _) = ty else { return None };
        if self.decls.class_member(&class.clone(), Sym::new(method)).is_some() {
            return None;
        }
        let name = ty.class_name();
        let message = match method {
            "__len__" => format!("object of type '{name}' has no len()"),
            "__iter__" => format!("'{name}' object is not iterable"),
            "__contains__" => format!("argument of type '{name}' is not iterable"),
            "__getitem__" => format!("'{name}' object is not subscriptable"),
            "__setitem__" => format!("'{name}' object does not support item assignment"),
            "__delitem__" => format!("'{name}' object doesn't support item deletion"),
            "__call__" => format!("'{name}' object is not callable"),
            "__enter__" => format!("'{name}' object does not support the context manager protocol"),
            "__format__" => format!("unsupported format string passed to {name}.__format__"),
            _ => return None,
        };
        let fault = Fault::at(ExcClass::TypeError, span, message).because(format!("this is {}", a(ty)));
        Some(match (which, method) {
            (_, "__call__" | "__enter__") => fault,
            (Shut::Item, _) => fault.help("it is a lazy result: compute it first with `.compute()`".to_owned()),
            (Shut::Bag, "__len__") => fault
                .help("count its elements with `bag.count().compute()`; `bag.npartitions` says how many parts it has"),
            (Shut::Bag, "__setitem__" | "__delitem__") => {
                fault.help("a bag is not changed: make another with `bag.map(...)` or `bag.filter(...)`")
            }
            (Shut::Bag, "__format__") => fault.help("compute it first: `bag.compute()`"),
            _ => fault,
        })
    }
}
