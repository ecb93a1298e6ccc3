//! Expressions.

use std::rc::Rc;
use std::sync::Arc;

use super::Checker;
use super::func::Body;
use super::iter::a;
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::syntax::ast::{Arg, BoolOp, CmpOp, DictItem, Expr, ExprKind, FPart, IfExp, Lambda, UnaryOp};
use crate::types::decl::Member;
use crate::types::error::Fault;
use crate::types::ty::{HeapKind, Ty};

/// How many items of a display are known one by one.
const ITEMS: usize = 64;

impl Checker<'_> {
    /// The type of an expression.
    pub fn expr(&mut self, e: &Expr) -> Ty {
        if self.fuel == 0 {
            return Ty::Any;
        }
        self.fuel -= 1;
        let ty = stacker::maybe_grow(96 << 10, 1 << 20, || self.expr_inner(e));
        if !self.lost.is_empty() {
            self.settle();
        }
        self.note(e, &ty);
        ty
    }

    fn expr_inner(&mut self, e: &Expr) -> Ty {
        match &e.kind {
            ExprKind::Name(name) => {
                let result = self.load(*name, e.span);
                self.settle_result(e, result)
            }
            ExprKind::Int(value) => Ty::Int(Some(*value)),
            ExprKind::BigInt(_) => Ty::INT,
            ExprKind::Float(value) => Ty::Float(Some(*value)),
            ExprKind::Imaginary(_) => Ty::Complex,
            ExprKind::Str(text) => Ty::Str(Some(text.clone())),
            ExprKind::Bytes(_) => self.bytes(),
            ExprKind::Bool(value) => Ty::Bool(Some(*value)),
            ExprKind::None => Ty::None,
            ExprKind::Ellipsis => Ty::Ellipsis,
            ExprKind::FString(parts) => self.fstring(parts),
            ExprKind::Tuple(items) => self.tuple_display(items),
            ExprKind::List(items) => self.list_display(items, e.span),
            ExprKind::Set(items) => self.set_display(items, e.span),
            ExprKind::Dict(items) => self.dict_display(items, e.span),
            ExprKind::Starred(inner) => {
                let ty = self.expr(inner);
                let result = self.iterate(&ty, inner.span);
                self.settle_result(inner, result)
            }
            ExprKind::Comp(kind, comp) => self.comprehension(*kind, comp, e.span),
            ExprKind::DictComp(comp) => self.dict_comprehension(comp, e.span),
            ExprKind::Unary(op, operand) => {
                let ty = self.expr(operand);
                let result = self.unary(*op, &ty, operand.span);
                self.settle_result(e, result)
            }
            ExprKind::Binary(op, left, right) => {
                let l = self.expr(left);
                let r = self.expr(right);
                let result = self.binary(*op, &l, &r, (e.span, left.span, right.span));
                self.settle_with(e, result, &[(left, &l), (right, &r)])
            }
            ExprKind::BoolOp(op, operands) => self.bool_op(*op, operands),
            ExprKind::Compare(first, rest) => self.comparison(e, first, rest),
            ExprKind::IfExp(parts) => self.if_exp(parts),
            ExprKind::Lambda(lambda) => self.lambda(lambda, e.span),
            ExprKind::NamedExpr(name, value) => {
                let ty = self.expr(value);
                self.assign(name.name, ty.clone(), name.span);
                ty
            }
            ExprKind::Call(callee, args) => self.call_expr(e, callee, args),
            ExprKind::Attribute(object, name) => {
                let ty = self.expr(object);
                let result = self.attribute(&ty, name.name, name.span);
                self.settle_with(e, result, &[(object, &ty)])
            }
            ExprKind::Subscript(object, index) => {
                let ty = self.expr(object);
                let at = self.expr(index);
                let result = self.item(&ty, &at, e.span);
                self.settle_with(e, result, &[(object, &ty), (index, &at)])
            }
            ExprKind::Slice(start, stop, step) => self.slice(start.as_deref(), stop.as_deref(), step.as_deref()),
            ExprKind::Yield(value) => {
                let ty = value.as_ref().map_or(Ty::None, |value| self.expr(value));
                let joined = self.frame().yields.clone();
                self.frame().yields = self.join(&joined, &ty);
                Ty::Any
            }
            ExprKind::YieldFrom(value) => {
                let ty = self.expr(value);
                let result = self.iterate(&ty, value.span);
                let item = self.settle_result(value, result);
                let joined = self.frame().yields.clone();
                self.frame().yields = self.join(&joined, &item);
                Ty::Any
            }
        }
    }

    /// The type of an expression that may have failed; a failure points at where its operands got their values.
    fn settle_with(&mut self, e: &Expr, result: Result<Ty, Box<Fault>>, operands: &[(&Expr, &Ty)]) -> Ty {
        let result =
            result.map_err(|fault| operands.iter().fold(fault, |fault, (operand, ty)| self.origin(fault, operand, ty)));
        self.settle_result(e, result)
    }

    /// Say where an operand got its value.
    fn origin(&mut self, fault: Box<Fault>, operand: &Expr, ty: &Ty) -> Box<Fault> {
        if fault.labels.len() > 4 || fault.traced || ty.is_any() {
            return fault;
        }
        match &operand.kind {
            ExprKind::Name(name) => {
                // Of a parameter, the call that gave it is shown.
                let params = self.frame().scope.params;
                let slot = self.frame().scope.slot(*name).filter(|slot| *slot >= params);
                let place = slot.and_then(|slot| self.frame().state.vars.get(slot).map(|var| var.at));
                match place {
                    Some(at)
                        if at != Span::default()
                            && fault.labels.iter().all(|(span, _)| *span != at)
                            && !is_definition(ty) =>
                    {
                        fault.label(at, format!("`{name}` gets its value here"))
                    }
                    _ => fault,
                }
            }
            ExprKind::Call(callee, _) if matches!(ty, Ty::None) => {
                let function = match &callee.kind {
                    ExprKind::Name(name) => self.load(*name, callee.span).ok(),
                    _ => None,
                };
                match function {
                    Some(Ty::Function(function)) => {
                        fault.label(function.header(), format!("`{}` returns None", function.title()))
                    }
                    _ => fault,
                }
            }
            _ => fault,
        }
    }

    /// `bytes`.
    fn bytes(&self) -> Ty {
        let class = self.decls.class("builtins", Sym::new("bytes"));
        class.map_or(Ty::Any, |class| Ty::Object(class, Rc::from([])))
    }

    /// The known value of a literal in a declaration.
    pub fn constant(&mut self, e: &Expr) -> Option<Ty> {
        Some(match &e.kind {
            ExprKind::Int(value) => Ty::Int(Some(*value)),
            ExprKind::Float(value) => Ty::Float(Some(*value)),
            ExprKind::Imaginary(_) => Ty::Complex,
            ExprKind::Str(text) => Ty::Str(Some(text.clone())),
            ExprKind::Bool(value) => Ty::Bool(Some(*value)),
            ExprKind::None => Ty::None,
            ExprKind::Unary(UnaryOp::Neg, inner) => match self.constant(inner)? {
                Ty::Int(Some(value)) => Ty::Int(Some(-value)),
                Ty::Float(Some(value)) => Ty::Float(Some(-value)),
                _ => return None,
            },
            _ => return None,
        })
    }

    /// A builtin by its name, as a value.
    pub fn builtin(&mut self, name: Sym) -> Option<Ty> {
        // What these make of a function the checker knows itself.
        if matches!(name.as_str(), "property" | "staticmethod" | "classmethod" | "super") {
            return Some(Ty::Type(Rc::new(crate::types::decl::DeclClass::empty(name.as_str()))));
        }
        if let Some(member) = self.decls.builtin(name) {
            return Some(self.member_type(&member));
        }
        if let Some(class) = ExcClass::named(name.as_str())
            && !matches!(
                class,
                ExcClass::AxisError
                    | ExcClass::LinAlgError
                    | ExcClass::JSONDecodeError
                    | ExcClass::UnsupportedOperation
            )
        {
            return Some(Ty::ExcType(class));
        }
        match name.as_str() {
            "IOError" | "EnvironmentError" => Some(Ty::ExcType(ExcClass::OSError)),
            "NotImplemented" => Some(Ty::NotImplemented),
            "Ellipsis" => Some(Ty::Ellipsis),
            "object" => Some(Ty::Type(Rc::new(crate::types::decl::DeclClass::empty(name.as_str())))),
            "__debug__" => Some(Ty::BOOL),
            _ => None,
        }
    }

    fn tuple_display(&mut self, items: &[Expr]) -> Ty {
        let mut types = Vec::with_capacity(items.len().min(ITEMS));
        let mut open = Ty::Never;
        let mut known = items.len() <= ITEMS;
        for item in items {
            let ty = match &item.kind {
                ExprKind::Starred(inner) => {
                    let ty = self.expr(inner);
                    if let Ty::Tuple(parts) = &ty {
                        types.extend(parts.iter().cloned());
                        continue;
                    }
                    known = false;
                    let result = self.iterate(&ty, inner.span);
                    self.settle_result(inner, result)
                }
                _ => self.expr(item),
            };
            if known {
                types.push(ty);
            } else {
                open = self.join(&open, &ty);
            }
        }
        if known && types.len() <= ITEMS {
            return Ty::tuple(types);
        }
        let closed = Ty::join_all(&types, &mut self.lost);
        Ty::TupleOf(Rc::new(self.join(&closed, &open)))
    }

    /// The items of a display, one by one where that is possible.
    fn display_items(&mut self, items: &[Expr]) -> (Ty, Option<Vec<(Ty, Ty)>>) {
        let mut joined = Ty::Never;
        let mut known = (items.len() <= ITEMS).then(Vec::new);
        for item in items {
            let ty = self.expr(item);
            if matches!(item.kind, ExprKind::Starred(_)) {
                known = None;
            }
            joined = self.join(&joined, &if known.is_some() { ty.clone() } else { ty.widen() });
            if let Some(known) = &mut known {
                known.push((ty, Ty::Never));
            }
        }
        (joined, known)
    }

    fn list_display(&mut self, items: &[Expr], site: Span) -> Ty {
        let (item, known) = self.display_items(items);
        Ty::List(self.fill(HeapKind::List, site, (&item, &Ty::Never), known))
    }

    fn set_display(&mut self, items: &[Expr], site: Span) -> Ty {
        let (item, _) = self.display_items(items);
        if let Some((bad, at)) = items.iter().find_map(|item| self.unhashable(item)) {
            let message = format!("unhashable type: '{}'", bad.class_name());
            let fault =
                Fault::at(ExcClass::TypeError, at, message).because(format!("this is {}, which can change", a(&bad)));
            return self.fail(at, fault.help("use a tuple in its place: `tuple(...)`".to_owned()));
        }
        Ty::Set(self.fill(HeapKind::Set, site, (&item.widen(), &Ty::Never), None))
    }

    /// The type of a display item that cannot be in a set or be a key.
    fn unhashable(&mut self, e: &Expr) -> Option<(Ty, Span)> {
        if matches!(e.kind, ExprKind::List(_) | ExprKind::Dict(_) | ExprKind::Set(_) | ExprKind::DictComp(_)) {
            let ty = self.expr(e);
            return Some((ty, e.span));
        }
        None
    }

    fn dict_display(&mut self, items: &[DictItem], site: Span) -> Ty {
        let (mut keys, mut values) = (Ty::Never, Ty::Never);
        let mut known = (items.len() <= ITEMS).then(Vec::new);
        for item in items {
            match item {
                DictItem::Pair(key, value) => {
                    let key_ty = self.expr(key);
                    let value_ty = self.expr(value);
                    if let Some((bad, at)) = self.unhashable(key) {
                        let message = format!("unhashable type: '{}'", bad.class_name());
                        let fault = Fault::at(ExcClass::TypeError, at, message)
                            .because(format!("the key is {}, which can change", a(&bad)));
                        self.fail(at, fault.help("use a tuple as the key: `tuple(...)`".to_owned()));
                    }
                    keys = self.join(&keys, &key_ty.widen());
                    values = self.join(&values, &if known.is_some() { value_ty.clone() } else { value_ty.widen() });
                    if let Some(known) = &mut known {
                        known.retain(|(old, _)| super::index::same_key(old, &key_ty) != Some(true));
                        known.push((key_ty, value_ty));
                    }
                }
                DictItem::Spread(value) => {
                    known = None;
                    let (key, item) = match self.expr(value) {
                        Ty::Dict(heap) => (heap.key(), heap.value()),
                        _ => (Ty::Any, Ty::Any),
                    };
                    keys = self.join(&keys, &key);
                    values = self.join(&values, &item);
                }
            }
        }
        Ty::Dict(self.fill(HeapKind::Dict, site, (&keys, &values), known))
    }

    /// The container of a display: all that the display ever made.
    pub fn fill(
        &mut self,
        kind: HeapKind,
        site: Span,
        (key, value): (&Ty, &Ty),
        known: Option<Vec<(Ty, Ty)>>,
    ) -> Rc<crate::types::ty::Heap> {
        let fresh = !self.frame().cells.heaps.borrow().contains_key(&site);
        let heap = self.alloc(kind, site);
        let before = heap.items();
        if fresh || (before.is_none() && known.is_none()) {
            self.put(&heap, key, value);
            if fresh {
                heap.state.borrow_mut().items = known.map(Rc::from);
            }
            return heap;
        }
        // Made before, in another pass: what both have in common.
        let joined: Option<Rc<[(Ty, Ty)]>> = match (&before, known) {
            (Some(old), Some(new)) if old.len() == new.len() => Some(
                old.iter()
                    .zip(&new)
                    .map(|(old, new)| (old.0.join(&new.0, &mut self.lost), old.1.join(&new.1, &mut self.lost)))
                    .collect(),
            ),
            _ => None,
        };
        if joined == before && before.is_some() {
            return heap;
        }
        self.put(&heap, key, value);
        heap.state.borrow_mut().items = joined;
        heap
    }

    fn fstring(&mut self, parts: &[FPart]) -> Ty {
        for part in parts {
            if let FPart::Field { value, conversion, spec } = part {
                let ty = self.expr(value);
                self.touch(&ty);
                let text = self.spec_text(spec);
                if let (None, Some(text)) = (conversion, text)
                    && let Err(fault) = self.format_spec(&ty, &text, value.span)
                {
                    self.fail(value.span, fault);
                }
            }
        }
        match parts {
            [] => Ty::str(""),
            [FPart::Text(text)] => Ty::Str(Some(text.clone())),
            _ => Ty::STR,
        }
    }

    /// The text of a format spec, if it has no fields.
    fn spec_text(&mut self, spec: &[FPart]) -> Option<Arc<str>> {
        match spec {
            [] => Some(Arc::from("")),
            [FPart::Text(text)] => Some(text.clone()),
            _ => {
                self.fstring(spec);
                None
            }
        }
    }

    fn bool_op(&mut self, op: BoolOp, operands: &[Expr]) -> Ty {
        let start = self.frame().state.clone();
        let certain = self.frame().certain;
        let mut result = Ty::Never;
        let mut ends = start.dead();
        for (index, operand) in operands.iter().enumerate() {
            let ty = self.expr(operand);
            let truth = self.truth(&ty);
            let last = index + 1 == operands.len();
            let stops = match op {
                BoolOp::And => truth == Some(false),
                BoolOp::Or => truth == Some(true),
            };
            if last || stops {
                result = self.join(&result, &ty);
                let state = self.frame().state.clone();
                ends = ends.join(&state, &mut self.lost);
                break;
            }
            let goes_on = truth.is_some();
            if !goes_on {
                let stopped = self.stopping_part(op, &ty);
                result = self.join(&result, &stopped);
                let state = self.frame().state.clone();
                ends = ends.join(&state, &mut self.lost);
                self.frame().certain = false;
            }
            if !self.narrow(operand, op == BoolOp::And) {
                break;
            }
        }
        self.frame().certain = certain;
        self.frame().state = if ends.live { ends } else { start };
        result
    }

    /// What an operand that ends an `and` or `or` may be.
    fn stopping_part(&mut self, op: BoolOp, ty: &Ty) -> Ty {
        let keep: Vec<Ty> =
            ty.members().iter().filter(|member| self.truth(member) != Some(op == BoolOp::And)).cloned().collect();
        Ty::join_all(&keep, &mut self.lost)
    }

    fn comparison(&mut self, e: &Expr, first: &Expr, rest: &[(CmpOp, Expr)]) -> Ty {
        let mut left = self.expr(first);
        let mut place = first.span;
        let mut result = Ty::Bool(Some(true));
        let certain = self.frame().certain;
        for (index, (op, operand)) in rest.iter().enumerate() {
            let right = self.expr(operand);
            let outcome = self.compare(*op, &left, &right, (e.span, place, operand.span));
            let ty =
                self.settle_with(e, outcome, &[(if index == 0 { first } else { operand }, &left), (operand, &right)]);
            result = match (index, &result, &ty) {
                (0, _, _) => ty,
                (_, Ty::Bool(Some(true)), _) => ty,
                (_, Ty::Bool(Some(false)), _) => result,
                (_, old, new) => {
                    let (old, new) = (old.clone(), new.clone());
                    self.join(&old, &new)
                }
            };
            self.frame().certain = false;
            left = right;
            place = operand.span;
        }
        self.frame().certain = certain;
        result
    }

    fn if_exp(&mut self, parts: &IfExp) -> Ty {
        let test = self.expr(&parts.test);
        let truth = self.condition(&test, &parts.test);
        let start = self.frame().state.clone();
        let certain = self.frame().certain;
        if truth.is_none() {
            self.frame().certain = false;
        }
        let mut result = Ty::Never;
        let mut end = start.dead();
        for (branch, side) in [(&parts.body, true), (&parts.orelse, false)] {
            if truth == Some(!side) {
                continue;
            }
            self.frame().state = start.clone();
            if !self.narrow(&parts.test, side) {
                continue;
            }
            let ty = self.expr(branch);
            if self.live() || truth.is_some() {
                result = self.join(&result, &ty);
            }
            let state = self.frame().state.clone();
            end = end.join(&state, &mut self.lost);
        }
        self.frame().certain = certain;
        self.frame().state = end;
        result
    }

    fn lambda(&mut self, lambda: &Arc<Lambda>, span: Span) -> Ty {
        let defaults =
            lambda.params.iter().map(|param| param.default.as_ref().map(|default| self.expr(default))).collect();
        Ty::Function(self.make_function(Body::Lambda(lambda.clone(), span), defaults))
    }

    fn slice(&mut self, start: Option<&Expr>, stop: Option<&Expr>, step: Option<&Expr>) -> Ty {
        let parts = [start, stop, step].map(|part| part.map_or(Ty::None, |part| self.expr(part)));
        for (part, place) in parts.iter().zip([start, stop, step]) {
            let bad = part
                .members()
                .iter()
                .all(|member| matches!(member, Ty::Str(_) | Ty::Float(_) | Ty::List(_) | Ty::Tuple(_) | Ty::Dict(_)));
            if let (true, Some(place)) = (bad, place) {
                let message = "slice indices must be integers or None or have an __index__ method";
                let fault = Fault::at(ExcClass::TypeError, place.span, message).because(format!("this is {}", a(part)));
                self.fail(place.span, fault.help("make it an integer with `int(...)`, or divide with `//`".to_owned()));
                return Ty::Any;
            }
            self.fine_place(place);
        }
        if let (Ty::Int(Some(0)), Some(place)) = (&parts[2], step) {
            let fault = Fault::at(ExcClass::ValueError, place.span, "slice step cannot be zero")
                .because("a step of 0 never gets on");
            return self.fail(place.span, fault);
        }
        Ty::Slice(Rc::new(parts))
    }

    fn fine_place(&mut self, place: Option<&Expr>) {
        if let Some(place) = place
            && self.frames.len() > 1
        {
            self.fine.insert(place.span);
        }
    }

    fn call_expr(&mut self, e: &Expr, callee: &Expr, args: &[Arg]) -> Ty {
        if let ExprKind::Name(name) = &callee.kind
            && name.as_str() == "super"
            && let Some(ty) = self.super_call(args)
        {
            self.note(callee, &Ty::Any);
            return ty;
        }
        let function = self.expr(callee);
        let arguments = self.arguments(args);
        let live = self.live();
        let result = self.call(&function, &arguments, e.span);
        let ty = self.settle_with(e, result, &[(callee, &function)]);
        if live && !self.live() {
            self.frame().exited |= !self.frame().certain;
        }
        ty
    }

    fn super_call(&mut self, args: &[Arg]) -> Option<Ty> {
        let known = self
            .decls
            .builtin(Sym::new("super"))
            .is_none_or(|member| matches!(member, Member::Class(_) | Member::Fn(_)));
        let shadowed = self.global_slot(Sym::new("super")).is_some();
        if !known || shadowed {
            return None;
        }
        args.iter().for_each(|arg| {
            self.expr(arg.value());
        });
        let class = self
            .frames
            .iter()
            .rev()
            .find(|frame| frame.kind == super::flow::FrameKind::Function)
            .and_then(|frame| frame.class.clone());
        Some(class.map_or(Ty::Any, Ty::Super))
    }
}

/// Whether a value is what its definition says: pointing at the definition says nothing more.
fn is_definition(ty: &Ty) -> bool {
    matches!(ty, Ty::Function(_) | Ty::Class(_) | Ty::Module(_) | Ty::Builtin(_) | Ty::Type(_))
}
