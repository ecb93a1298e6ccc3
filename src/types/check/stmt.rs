//! Statements.

use std::sync::Arc;

use super::Checker;
use super::except::Catch;
use super::flow::State;
use super::func::Body;
use super::iter::a;
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::syntax::ast::{BinOp, Expr, ExprKind, FunctionDef, Handler, Stmt, StmtKind, WithItem};
use crate::types::error::Fault;
use crate::types::ty::{ClassBase, Descriptor, Ty};

impl Checker<'_> {
    /// Evaluate a block; what cannot be reached is left out.
    pub fn block(&mut self, body: &[Stmt]) {
        stacker::maybe_grow(96 << 10, 1 << 20, || {
            for stmt in body {
                if !self.live() || self.fuel == 0 {
                    return;
                }
                self.stmt(stmt);
                if !self.lost.is_empty() {
                    self.settle();
                }
            }
        });
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(e) => {
                self.expr(e);
            }
            StmtKind::Assign { targets, value } => {
                let ty = self.expr(value);
                targets.iter().for_each(|target| self.assign_target(target, &ty, value.span));
            }
            StmtKind::AugAssign { target, op, value } => self.aug_assign(target, *op, value, stmt.span),
            StmtKind::AnnAssign { target, value, .. } => {
                if let Some(value) = value {
                    let ty = self.expr(value);
                    self.assign_target(target, &ty, value.span);
                }
            }
            StmtKind::Delete(targets) => targets.iter().for_each(|target| self.delete(target)),
            StmtKind::If { test, body, orelse } => self.if_stmt(test, body, orelse),
            StmtKind::For { target, iter, body, orelse } => self.for_stmt(target, iter, body, orelse),
            StmtKind::While { test, body, orelse } => self.while_stmt(test, body, orelse),
            StmtKind::With { items, body } => self.with_stmt(items, body),
            StmtKind::Try { body, handlers, orelse, finalbody } => self.try_stmt(body, handlers, orelse, finalbody),
            StmtKind::Raise { exc, cause } => self.raise_stmt(exc.as_ref(), cause.as_ref()),
            StmtKind::Assert { test, msg } => self.assert_stmt(test, msg.as_ref()),
            StmtKind::Return(value) => {
                let ty = value.as_ref().map_or(Ty::None, |value| self.expr(value));
                let ret = self.frame().ret.clone();
                let joined = self.join(&ret, &ty.capped());
                let frame = self.frame();
                frame.ret = joined;
                frame.exited = true;
                frame.state.live = false;
            }
            StmtKind::Break => self.leave_loop(true),
            StmtKind::Continue => self.leave_loop(false),
            StmtKind::Pass | StmtKind::Global(_) | StmtKind::Nonlocal(_) => {}
            StmtKind::FunctionDef(def) => self.function_def(def),
            StmtKind::ClassDef(def) => self.class_def(def),
            StmtKind::Import(names) => self.import(names),
            StmtKind::ImportFrom { module, level, names } => self.import_from(module, *level, names, stmt.span),
        }
    }

    fn aug_assign(&mut self, target: &Expr, op: BinOp, value: &Expr, span: Span) {
        let old = match &target.kind {
            ExprKind::Name(name) => {
                let result = self.load(*name, target.span);
                self.settle_result(target, result)
            }
            _ => self.expr(target),
        };
        let new = self.expr(value);
        let result = self.inplace(op, &old, &new, (span, target.span, value.span));
        let ty = match result {
            Ok(ty) => {
                self.fine.insert(span);
                ty
            }
            Err(fault) => self.fail(span, fault),
        };
        // A container that was changed in place is the same container.
        if let (Ty::List(_) | Ty::Dict(_) | Ty::Set(_), ExprKind::Attribute(..) | ExprKind::Subscript(..)) =
            (&ty, &target.kind)
            && ty == old
        {
            return;
        }
        self.assign_target(target, &ty, value.span);
    }

    fn delete(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => {
                if let Err(fault) = self.unbind(*name, target.span) {
                    self.fail(target.span, fault);
                }
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| self.delete(item)),
            ExprKind::Attribute(object, name) => {
                if let Ty::Instance(class) | Ty::Class(class) = self.expr(object) {
                    class.fields.borrow_mut().insert(name.name, Ty::Any);
                    self.version += 1;
                }
            }
            ExprKind::Subscript(object, index) => {
                let object = self.expr(object);
                let index = self.expr(index);
                let result = self.delete_item(&object, &index, target.span);
                self.settle_result(target, result.map(|()| Ty::None));
            }
            _ => {}
        }
    }

    fn if_stmt(&mut self, test: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        let ty = self.expr(test);
        let truth = self.condition(&ty, test);
        let start = self.frame().state.clone();
        let certain = self.frame().certain;
        let mut end = start.dead();
        for (block, side) in [(body, true), (orelse, false)] {
            if truth == Some(!side) {
                continue;
            }
            self.frame().state = start.clone();
            self.frame().certain = certain && truth.is_some();
            if !self.narrow(test, side) {
                continue;
            }
            self.block(block);
            let state = self.frame().state.clone();
            end = end.join(&state, &mut self.lost);
        }
        let frame = self.frame();
        frame.certain = certain && (!frame.exited || truth.is_some());
        frame.state = end;
    }

    /// The truth of a condition; lazy values that cannot have one are reported.
    pub fn condition(&mut self, ty: &Ty, test: &Expr) -> Option<bool> {
        if let Ty::Delayed(_) = ty {
            let fault = Fault::at(ExcClass::TypeError, test.span, "Truth of Delayed objects is not supported");
            let fault = fault.because("this is a delayed value: it is not known before it is computed");
            self.fail(test.span, fault.help("compute it first, with `.compute()`".to_owned()));
            return None;
        }
        if let Some(fault) = self.array_truth(ty, test.span) {
            self.fail(test.span, fault);
            return None;
        }
        if self.frames.len() > 1 {
            self.fine.insert(test.span);
        }
        self.truth(ty)
    }

    fn with_stmt(&mut self, items: &[WithItem], body: &[Stmt]) {
        let mut swallows = false;
        for item in items {
            let context = self.expr(&item.context);
            let value = match self.enter(&context, item.context.span) {
                Ok((value, may_swallow)) => {
                    swallows |= may_swallow;
                    self.fine.insert(item.context.span);
                    value
                }
                Err(fault) => self.fail(item.context.span, fault),
            };
            if let Some(target) = &item.target {
                self.assign_target(target, &value, item.context.span);
            }
        }
        let start = self.frame().state.clone();
        if swallows {
            // The manager's `__exit__` may swallow an exception.
            let certain = std::mem::replace(&mut self.frame().certain, false);
            self.handlers.push(Catch { all: true, classes: Vec::new() });
            self.frame().tries.push(start);
            self.block(body);
            let raised = self.frame().tries.pop();
            self.handlers.pop();
            let state = self.frame().state.clone();
            self.frame().state = raised.map_or(state.clone(), |raised| raised.join(&state, &mut self.lost));
            self.frame().certain = certain;
        } else {
            self.block(body);
        }
    }

    /// Enter a context manager: what `as` gets, and whether it may swallow exceptions.
    fn enter(&mut self, context: &Ty, span: Span) -> Result<(Ty, bool), Box<Fault>> {
        let mut value = Ty::Never;
        let mut swallows = false;
        let mut failed = None;
        for member in context.members().to_vec() {
            match self.enter_one(&member, span) {
                Ok((ty, may)) => {
                    value = self.join(&value, &ty);
                    swallows |= may;
                }
                Err(fault) => failed = Some(fault),
            }
        }
        match failed {
            Some(fault) if matches!(value, Ty::Never) => Err(fault),
            _ => Ok((value, swallows)),
        }
    }

    fn enter_one(&mut self, context: &Ty, span: Span) -> Result<(Ty, bool), Box<Fault>> {
        match context {
            Ty::Instance(class) => {
                let class = class.clone();
                if let Some(value) = self.special(context, "__enter__", &[], span)? {
                    let none = [Ty::Any, Ty::Any, Ty::Any];
                    let exit = self.special(context, "__exit__", &none, span)?.unwrap_or(Ty::Any);
                    return Ok((value, self.truth(&exit) != Some(false)));
                }
                if self.plain(&class) {
                    return Err(no_manager(context, span)
                        .help(format!("give `{}` the methods `__enter__` and `__exit__`", class.name)));
                }
                Ok((Ty::Any, true))
            }
            // A class in the language gives what its own `__enter__` gives.
            Ty::Object(class, _) if self.decls.class_member(class, Sym::new("__enter__")).is_some() => {
                Ok((Ty::Any, true))
            }
            Ty::Object(..) => self.lacks(context, "__enter__", span).map_or(Ok((context.clone(), true)), Err),
            Ty::None
            | Ty::Bool(_)
            | Ty::Int(_)
            | Ty::Float(_)
            | Ty::Complex
            | Ty::Str(_)
            | Ty::List(_)
            | Ty::Dict(_)
            | Ty::Set(_)
            | Ty::Tuple(_)
            | Ty::Function(_)
            | Ty::Builtin(_)
            | Ty::Range(_)
            | Ty::Module(_) => Err(no_manager(context, span)),
            Ty::Iter("context", item) => Ok(((**item).clone(), true)),
            _ => Ok((Ty::Any, true)),
        }
    }

    fn try_stmt(&mut self, body: &[Stmt], handlers: &[Handler], orelse: &[Stmt], finalbody: &[Stmt]) {
        let certain = self.frame().certain;
        let start = self.frame().state.clone();
        let mut classes = Vec::new();
        let mut catch = Catch::default();
        for handler in handlers {
            let class = match &handler.class {
                Some(class) => self.handler_class(class),
                None => Ty::ExcType(ExcClass::BaseException),
            };
            catch.add(&class);
            classes.push(class);
        }
        if !handlers.is_empty() {
            self.handlers.push(catch);
            self.frame().certain = false;
        }
        self.frame().tries.push(start.clone());
        self.block(body);
        if !handlers.is_empty() {
            self.handlers.pop();
        }
        let raised = self.frame().tries.pop().unwrap_or(start);
        if self.live() {
            self.block(orelse);
        }
        let mut end = self.frame().state.clone();
        for (handler, class) in handlers.iter().zip(classes) {
            self.frame().state = State { live: true, ..raised.clone() };
            self.handler(handler, &class);
            let state = self.frame().state.clone();
            end = end.join(&state, &mut self.lost);
        }
        let leaves = !end.live;
        if leaves && !finalbody.is_empty() {
            // `finally` runs on the way out.
            self.frame().state = State { live: true, ..raised };
            self.block(finalbody);
            self.frame().state.live = false;
        } else {
            self.frame().state = end;
            self.block(finalbody);
        }
        let frame = self.frame();
        frame.certain = certain && !frame.exited;
    }

    fn handler_class(&mut self, class: &Expr) -> Ty {
        let ty = self.expr(class);
        for member in ty.members() {
            let bad = match member {
                Ty::Tuple(items) => items.iter().any(|item| matches!(item, Ty::Str(_) | Ty::Int(_) | Ty::None)),
                Ty::Str(_) | Ty::Int(_) | Ty::None | Ty::List(_) => true,
                _ => false,
            };
            if !bad {
                return ty;
            }
        }
        Ty::Any
    }

    fn handler(&mut self, handler: &Handler, class: &Ty) {
        let Some(name) = handler.name else {
            self.block(&handler.body);
            return;
        };
        let value = self.caught_value(class);
        self.assign(name.name, value, name.span);
        self.block(&handler.body);
        // The name is gone after the handler.
        if self.live() {
            let _ = self.unbind(name.name, name.span);
        }
    }

    fn raise_stmt(&mut self, exc: Option<&Expr>, cause: Option<&Expr>) {
        if let Some(cause) = cause {
            self.expr(cause);
        }
        if let Some(e) = exc {
            let ty = self.expr(e);
            let made = match &ty {
                Ty::Class(class) => {
                    let class = class.clone();
                    self.instantiate(&class, &crate::types::sig::Args::default(), e.span)
                }
                other => Ok(other.clone()),
            };
            let ty = match made {
                Ok(ty) => ty,
                Err(fault) => self.fail(e.span, fault),
            };
            let bad = ty.members().iter().all(|member| match member {
                Ty::Instance(class) => matches!(class.root(), ClassBase::Object) && !class.is_open(),
                Ty::Str(_)
                | Ty::Int(_)
                | Ty::None
                | Ty::Float(_)
                | Ty::Complex
                | Ty::Tuple(_)
                | Ty::List(_)
                | Ty::Dict(_)
                | Ty::Bool(_) => true,
                _ => false,
            });
            if bad {
                let fault = Fault::at(ExcClass::TypeError, e.span, "exceptions must derive from BaseException");
                let fault = fault.because(format!("this is {}, which is no exception", a(&ty)));
                self.fail(e.span, fault.help("raise an exception: `raise ValueError(\"what is wrong\")`".to_owned()));
            } else {
                self.fine.insert(e.span);
            }
        }
        let frame = self.frame();
        frame.exited = true;
        frame.state.live = false;
    }

    fn assert_stmt(&mut self, test: &Expr, msg: Option<&Expr>) {
        let ty = self.expr(test);
        if let (Ty::Tuple(items), ExprKind::Tuple(_)) = (&ty, &test.kind)
            && !items.is_empty()
        {
            // Always true, in Python too: nothing to report.
            return;
        }
        if let Some(msg) = msg {
            let state = self.frame().state.clone();
            let certain = std::mem::replace(&mut self.frame().certain, false);
            self.expr(msg);
            self.frame().certain = certain;
            self.frame().state = state;
        }
        if self.truth(&ty) == Some(false) || !self.narrow(test, true) {
            self.frame().state.live = false;
        }
    }

    fn function_def(&mut self, def: &Arc<FunctionDef>) {
        let defaults =
            def.params.iter().map(|param| param.default.as_ref().map(|default| self.expr(default))).collect();
        let function = self.make_function(Body::Def(def.clone()), defaults);
        let mut ty = Ty::Function(function);
        for decorator in def.decorators.iter().rev() {
            let with = self.expr(decorator);
            ty = self.decorate(&with, ty, decorator.span);
        }
        self.assign(def.name.name, ty, def.name.span);
    }

    /// Apply a decorator.
    pub fn decorate(&mut self, decorator: &Ty, ty: Ty, span: Span) -> Ty {
        let name = match decorator {
            Ty::Type(class) => class.name.clone(),
            Ty::Builtin(function) => function.name.clone(),
            _ => "".into(),
        };
        match &*name {
            "property" | "functools.cached_property" => {
                return Ty::Descriptor(Descriptor::Property, std::rc::Rc::new(ty));
            }
            "staticmethod" => return Ty::Descriptor(Descriptor::Static, std::rc::Rc::new(ty)),
            "classmethod" => return Ty::Descriptor(Descriptor::Class, std::rc::Rc::new(ty)),
            "functools.total_ordering" | "functools.lru_cache" | "functools.cache" => return ty,
            "contextlib.contextmanager" | "dataclasses.dataclass" => {
                self.escape(&ty);
                return Ty::Any;
            }
            _ => {}
        }
        let args = crate::types::sig::Args::of([ty.clone()], span);
        match self.call(decorator, &args, span) {
            Ok(result) => {
                self.fine.insert(span);
                result
            }
            Err(fault) => self.fail(span, fault),
        }
    }
}

fn no_manager(ty: &Ty, span: Span) -> Box<Fault> {
    let message = format!("'{}' object does not support the context manager protocol", ty.class_name());
    Fault::at(ExcClass::TypeError, span, message).because(format!("this is {}, which cannot stand in a `with`", a(ty)))
}
