//! What iterating over a value gives, and unpacking into targets.

use std::rc::Rc;

use super::Checker;
use crate::data::{ExcClass, Sym};
use crate::expr::meta::call;
use crate::expr::meta::known::Known;
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind};
use crate::types::error::Fault;
use crate::types::rules::masked::data_of;
use crate::types::sig::Args;
use crate::types::ty::{HeapKind, Ty};

impl Checker<'_> {
    /// The items that iterating over a value gives.
    pub fn iterate(&mut self, ty: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        let mut items = Ty::Never;
        let mut failed = None;
        let mut some = false;
        for member in ty.members().to_vec() {
            match self.iterate_one(&member, span) {
                Ok(item) => {
                    some = true;
                    items = self.join(&items, &item);
                }
                Err(fault) => failed = Some(fault),
            }
        }
        match failed {
            Some(fault) if !some => Err(fault),
            _ => Ok(items),
        }
    }

    fn iterate_one(&mut self, ty: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        Ok(match ty {
            Ty::Str(_) => Ty::STR,
            Ty::List(heap) | Ty::Set(heap) | Ty::Dict(heap) => {
                if self.stale(heap.id) {
                    return Ok(Ty::Any);
                }
                heap.key()
            }
            Ty::Tuple(items) => Ty::join_all(items.iter(), &mut self.lost),
            Ty::TupleOf(item) | Ty::FrozenSet(item) | Ty::Iter(_, item) => (**item).clone(),
            Ty::Range(_) => Ty::INT,
            Ty::NdArray(meta) => match meta.ndim() {
                Some(0) => return Err(zero_d(span, "array")),
                _ => self.array_item(meta, false),
            },
            Ty::Array(meta) => match meta.ndim() {
                Some(0) => {
                    let fault = Fault::at(ExcClass::TypeError, span, "len() of unsized object");
                    return Err(fault.because("this array has no axes: it is a single number"));
                }
                _ => self.array_item(meta, true),
            },
            Ty::Delayed(_) if !self.facts.nout => {
                let fault =
                    Fault::at(ExcClass::TypeError, span, "Delayed objects of unspecified length are not iterable");
                let fault = fault
                    .because("this is a delayed value: how many items it holds is not known before it is computed");
                return Err(
                    fault.help("say how many values it gives: `delayed(f, nout=2)`; or compute it first".to_owned())
                );
            }
            Ty::Delayed(_) | Ty::Any | Ty::Never | Ty::Super(_) | Ty::Descriptor(..) | Ty::Union(_) => Ty::Any,
            Ty::Instance(class) => return self.iterate_instance(ty, &class.clone(), span),
            Ty::Object(..) if let Some(data) = data_of(ty) => {
                let item = call::getitem(&self.known(data), &Known::Int(None));
                return Ok(self.masked_item(item));
            }
            Ty::Object(class, args) => {
                let dunder = ["__iter__", "__getitem__", "__next__"]
                    .iter()
                    .any(|name| self.decls.class_member(class, Sym::new(name)).is_some());
                if &*class.name == "bytes" {
                    return Ok(Ty::INT);
                }
                match dunder || class.name.contains("TextIO") {
                    true if class.name.contains("TextIO") => Ty::STR,
                    true => args.first().cloned().unwrap_or(Ty::Any),
                    // What a declared class can do without saying so is not known.
                    false => return self.lacks(ty, "__iter__", span).map_or(Ok(Ty::Any), Err),
                }
            }
            Ty::Class(class) if class.is_open() => Ty::Any,
            Ty::None
            | Ty::Bool(_)
            | Ty::Int(_)
            | Ty::Float(_)
            | Ty::Complex
            | Ty::Ellipsis
            | Ty::NotImplemented
            | Ty::Function(_)
            | Ty::Builtin(_)
            | Ty::Bound(_)
            | Ty::Slice(_)
            | Ty::Scalar(_)
            | Ty::Module(_)
            | Ty::Exception(_)
            | Ty::DType(_)
            | Ty::Class(_)
            | Ty::Type(_)
            | Ty::ExcType(_) => return Err(self.not_iterable(ty, span)),
        })
    }

    fn iterate_instance(
        &mut self,
        ty: &Ty,
        class: &Rc<crate::types::ty::ClassTy>,
        span: Span,
    ) -> Result<Ty, Box<Fault>> {
        if let Some(method) = class.lookup(Sym::new("__iter__")) {
            let Ty::Function(function) = method else { return Ok(Ty::Any) };
            let iterator = self.call_function(&function, &Args::of([ty.clone()], span), true, span)?;
            return match &iterator {
                Ty::Instance(_) => self.next_of(&iterator, span),
                Ty::Iter(_, item) => Ok((**item).clone()),
                _ => Ok(Ty::Any),
            };
        }
        if class.lookup(Sym::new("__getitem__")).is_some() {
            return Ok(self.special(ty, "__getitem__", &[Ty::INT], span)?.unwrap_or(Ty::Any));
        }
        if self.plain(class) {
            return Err(self.not_iterable(ty, span).help(format!("give `{}` an `__iter__` method", class.name)));
        }
        Ok(Ty::Any)
    }

    /// `next(iterator)` of an object of the user.
    pub fn next_of(&mut self, iterator: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        Ok(self.special(iterator, "__next__", &[], span)?.unwrap_or(Ty::Any))
    }

    fn not_iterable(&mut self, ty: &Ty, span: Span) -> Box<Fault> {
        let name = match ty {
            Ty::Scalar(_) => ty.class_name(),
            _ => ty.class_name(),
        };
        let fault = Fault::at(ExcClass::TypeError, span, format!("'{name}' object is not iterable"))
            .because(format!("this is {}", a(ty)));
        match ty {
            Ty::Int(_) => fault.help("write `range(n)` to count from 0 to n - 1".to_owned()),
            Ty::Function(_) | Ty::Bound(_) | Ty::Builtin(_) => {
                fault.help("call it: write `()` after its name".to_owned())
            }
            Ty::None => fault.help("check that the function that gave it returns a value".to_owned()),
            _ => fault,
        }
    }

    /// Whether a container was made before code that runs at another time, and may have changed by then.
    pub fn stale(&self, id: u64) -> bool {
        self.late.is_some_and(|first| id < first)
    }

    /// Unpack a value into `count` targets, the one at `star` starred.
    pub fn unpack(&mut self, ty: &Ty, count: usize, star: Option<usize>, span: Span) -> Result<Vec<Ty>, Box<Fault>> {
        let mut columns: Vec<Ty> = vec![Ty::Never; count];
        let mut failed = None;
        let mut some = false;
        for member in ty.members().to_vec() {
            match self.unpack_one(&member, count, star, span) {
                Ok(items) => {
                    some = true;
                    for (column, item) in columns.iter_mut().zip(items) {
                        *column = column.join(&item, &mut self.lost);
                    }
                }
                Err(fault) => failed = Some(fault),
            }
        }
        match failed {
            Some(fault) if !some => Err(fault),
            _ => Ok(columns),
        }
    }

    fn unpack_one(&mut self, ty: &Ty, count: usize, star: Option<usize>, span: Span) -> Result<Vec<Ty>, Box<Fault>> {
        let known: Option<Vec<Ty>> = match ty {
            Ty::Tuple(items) => Some(items.to_vec()),
            Ty::List(heap) if !self.stale(heap.id) => {
                heap.items().map(|items| items.iter().map(|(item, _)| item.clone()).collect())
            }
            Ty::Str(Some(text)) => Some(text.chars().map(|c| Ty::str(c.encode_utf8(&mut [0; 4]))).take(64).collect()),
            Ty::Delayed(inner) if self.facts.nout => match &**inner {
                Ty::Tuple(items) if items.len() == count && star.is_none() => {
                    Some(items.iter().map(|item| Ty::Delayed(Rc::new(item.clone()))).collect())
                }
                _ => None,
            },
            _ => None,
        };
        let Some(items) = known else {
            let item = self.iterate_one(ty, span).map_err(|fault| cannot_unpack(ty, *fault))?;
            return Ok(match star {
                Some(star) => {
                    let rest = self.starred(span, star, std::slice::from_ref(&item));
                    (0..count).map(|index| if index == star { rest.clone() } else { item.clone() }).collect()
                }
                None => vec![item; count],
            });
        };
        let Some(star) = star else {
            if items.len() == count || (matches!(ty, Ty::Str(_)) && items.len() >= 64) {
                return Ok(items);
            }
            return Err(wrong_count(ty, items.len(), count, span));
        };
        if items.len() + 1 < count {
            let message = format!("not enough values to unpack (expected at least {}, got {})", count - 1, items.len());
            return Err(
                Fault::at(ExcClass::ValueError, span, message).because(format!("this has {} items: {ty}", items.len()))
            );
        }
        let extra = items.len() + 1 - count;
        let rest = self.starred(span, star, items.get(star..star + extra).unwrap_or(&[]));
        let mut out: Vec<Ty> = items.iter().take(star).cloned().collect();
        out.push(rest);
        out.extend(items.iter().skip(star + extra).cloned());
        Ok(out)
    }

    /// The list that a starred target gets.
    fn starred(&mut self, span: Span, star: usize, items: &[Ty]) -> Ty {
        let item = Ty::join_all(items, &mut self.lost);
        let site = Span { end: span.start.saturating_add(star as u32), ..span };
        let heap = self.alloc(HeapKind::List, site);
        self.put(&heap, &item, &Ty::Never);
        Ty::List(heap)
    }

    /// Assign to a target.
    pub fn assign_target(&mut self, target: &Expr, ty: &Ty, from: Span) {
        match &target.kind {
            ExprKind::Name(name) => {
                self.note(target, ty);
                self.assign(*name, ty.clone(), target.span);
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                let star = items.iter().position(|item| matches!(item.kind, ExprKind::Starred(_)));
                let parts = match self.unpack(ty, items.len(), star, from) {
                    Ok(parts) => {
                        self.fine.insert(target.span);
                        parts
                    }
                    Err(fault) => {
                        let fault = fault.label(target.span, format!("{} here", plural(items.len(), "target")));
                        self.fail(target.span, fault);
                        vec![Ty::Any; items.len()]
                    }
                };
                for (item, part) in items.iter().zip(parts) {
                    let item = match &item.kind {
                        ExprKind::Starred(inner) => inner,
                        _ => item,
                    };
                    self.assign_target(item, &part, from);
                }
            }
            ExprKind::Starred(inner) => self.assign_target(inner, ty, from),
            ExprKind::Attribute(object, name) => {
                let object = self.expr(object);
                let result = self.set_attribute(&object, name.name, ty, target.span);
                self.settle_result(target, result.map(|()| Ty::None));
            }
            ExprKind::Subscript(object, index) => {
                let object_ty = self.expr(object);
                let index_ty = self.expr(index);
                let result = self.set_item(&object_ty, &index_ty, ty, target.span);
                self.settle_result(target, result.map(|()| Ty::None));
            }
            _ => {}
        }
    }
}

/// `1 item`, `2 items`.
pub fn plural(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// `an int`, `a list[str]`, `None`.
pub fn a(ty: &Ty) -> String {
    let text = ty.widen().to_string();
    match ty {
        Ty::None => text,
        _ if text.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) || text.starts_with("nd") => {
            format!("an {text}")
        }
        _ => format!("a {text}"),
    }
}

fn zero_d(span: Span, _what: &str) -> Box<Fault> {
    Fault::at(ExcClass::TypeError, span, "iteration over a 0-d array")
        .because("this array has no axes: it is a single number")
}

fn cannot_unpack(ty: &Ty, fault: Fault) -> Box<Fault> {
    let message = match ty {
        Ty::NdArray(_) | Ty::Array(_) => fault.message.clone(),
        _ => format!("cannot unpack non-iterable {} object", ty.class_name()),
    };
    Box::new(Fault { message, help: None, ..fault })
        .note("the left side takes the right side apart, so the right side must hold several values".to_owned())
}

fn wrong_count(ty: &Ty, got: usize, expected: usize, span: Span) -> Box<Fault> {
    let message = if got > expected {
        format!("too many values to unpack (expected {expected})")
    } else {
        format!("not enough values to unpack (expected {expected}, got {got})")
    };
    let fault = Fault::at(ExcClass::ValueError, span, message).because(format!(
        "this has {}: {}",
        plural(got, "item"),
        ty.widen()
    ));
    if got > expected {
        return fault.help("add targets, or let one take the rest: `first, *rest = ...`".to_owned());
    }
    fault.help(format!("leave out {}", plural(expected - got, "target")))
}
