//! Functions, lambdas, classes, decorators.

use std::sync::Arc;

use super::emit::Unit;
use super::scopes::{Key, Kind, Place};
use crate::data::{Res, Sym};
use crate::interp::code::*;
use crate::syntax::ast::*;
use crate::value::{FnId, Signature};

/// What a function's parameters are called and how arguments find their slots.
pub fn signature(params: &Params) -> Signature {
    let named = || params.posonly.iter().chain(&params.args).chain(&params.kwonly);
    Signature {
        names: named().map(|param| param.name.name).collect(),
        posonly: params.posonly.len(),
        args: params.args.len(),
        has_default: named().map(|param| param.default.is_some()).collect(),
        vararg: params.vararg.as_ref().map(|param| param.name.name),
        kwarg: params.kwarg.as_ref().map(|param| param.name.name),
    }
}

impl<'a> Unit<'a> {
    /// `__qualname__` of something defined here.
    pub fn inner_name(&self, name: &str) -> Arc<str> {
        match self.scopes.all[self.scope()].kind {
            Kind::Module => Arc::from(name),
            Kind::Class => Arc::from(format!("{}.{name}", self.qualname)),
            _ => Arc::from(format!("{}.<locals>.{name}", self.qualname)),
        }
    }

    /// As [`Unit::begin`], for a generator expression: its one parameter is the iterator.
    pub fn begin_generator_expr(&mut self, iterator: Sym) {
        self.begin_with(&[iterator]);
    }

    /// `def`.
    pub fn function_stmt(&mut self, def: &'a Arc<FunctionDef>) -> Res<()> {
        let count = def.decorators.len();
        // Each decorator waits in its register, its argument after it.
        let row = self.temp_row(count + 1);
        for (at, decorator) in def.decorators.iter().enumerate() {
            self.expr(decorator, Some(row + at as Reg))?;
        }
        let made = row + count as Reg;
        let scope = self.scopes.number(Key::Named(def.name.span.start));
        self.at(def.header);
        let first = self.defaults(&def.params)?;
        let doc = def.docstring().cloned();
        let global = self.scopes.place(self.here(), def.name.name) == Place::Global;
        let qualname = match global {
            true => Arc::from(def.name.name.as_str()),
            false => self.inner_name(def.name.name.as_str()),
        };
        let code = self.function_code(scope, &def.params, def.name.name.as_str(), qualname, doc, |unit| {
            unit.block(&def.body)?;
            unit.push_none();
            Ok(())
        })?;
        self.make_function(code, scope, made, first);
        self.decorate(&def.decorators, row);
        self.at(def.header);
        self.store(def.name.name, row)
    }

    fn decorate(&mut self, decorators: &[Expr], row: Reg) {
        for (at, decorator) in decorators.iter().enumerate().rev() {
            self.at(decorator.span);
            let f = row + at as Reg;
            self.push(Op::Call { dst: f, f, count: 1 });
        }
    }

    /// `lambda`.
    pub fn lambda(&mut self, e: &'a Expr, lambda: &'a Arc<Lambda>, want: Option<Reg>) -> Res<Reg> {
        let mark = self.mark();
        let scope = self.scopes.number(Key::Expr(e.id.0));
        let first = self.defaults(&lambda.params)?;
        let qualname = self.inner_name("<lambda>");
        let code = self.function_code(scope, &lambda.params, "<lambda>", qualname, None, |unit| {
            let value = unit.expr(&lambda.body, None)?;
            unit.at(lambda.body.span);
            unit.push(Op::Return { src: value });
            Ok(())
        })?;
        self.release(mark);
        let dst = self.want(want);
        self.make_function(code, scope, dst, first);
        Ok(dst)
    }

    /// Evaluate the defaults into a row of temporaries, positional ones first.
    fn defaults(&mut self, params: &'a Params) -> Res<Reg> {
        let all: Vec<&Expr> = params.iter().filter_map(|param| param.default.as_ref()).collect();
        let first = self.temp_row(all.len());
        for (at, value) in all.into_iter().enumerate() {
            let mark = self.mark();
            self.expr(value, Some(first + at as Reg))?;
            self.release(mark);
        }
        Ok(first)
    }

    fn function_code(
        &mut self,
        scope: usize,
        params: &Params,
        name: &str,
        qualname: Arc<str>,
        doc: Option<Arc<str>>,
        body: impl FnOnce(&mut Unit<'a>) -> Res<()>,
    ) -> Res<FnId> {
        let mut unit = Unit::new(self.scopes, self.table, self.file, scope);
        unit.name = Arc::from(name);
        unit.qualname = qualname;
        unit.doc = doc;
        unit.params = params.iter().count();
        unit.simple = params.kwonly.is_empty() && params.vararg.is_none() && params.kwarg.is_none();
        unit.at(self.span());
        unit.begin();
        for (at, param) in params.iter().enumerate() {
            if let Some(cell) = unit.cell(scope, param.name.name) {
                unit.push(Op::CellParam { reg: at as Reg, cell });
            }
        }
        let done = body(&mut unit);
        if done.is_err() {
            self.at(unit.span());
        }
        done?;
        unit.finish(Arc::new(signature(params)))
    }

    /// The instruction that makes a function; defaults are in a row from `first`.
    pub fn make_function(&mut self, code: FnId, scope: usize, dst: Reg, first: Reg) {
        let frees = &self.scopes.all[scope].frees;
        let captures = frees.iter().map(|&name| self.capture(scope, name)).collect();
        self.functions.push(Template { code, captures });
        let index = (self.functions.len() - 1).min(usize::from(u16::MAX)) as u16;
        self.push(Op::Function { dst, first, index });
    }

    fn capture(&self, _inner: usize, name: Sym) -> Capture {
        let mut chain = self.chain.iter().rev();
        match chain.find_map(|&scope| self.cell(scope, name)) {
            Some(cell) => Capture::Cell(cell),
            None => Capture::Free(self.free(name)),
        }
    }

    /// `class`.
    pub fn class_stmt(&mut self, def: &'a Arc<ClassDef>) -> Res<()> {
        let count = def.decorators.len();
        let row = self.temp_row(count + 2);
        for (at, decorator) in def.decorators.iter().enumerate() {
            self.expr(decorator, Some(row + at as Reg))?;
        }
        let f = row + count as Reg;
        let scope = self.scopes.number(Key::Named(def.name.span.start));
        self.at(def.header);
        let code = self.class_code(scope, def)?;
        self.make_function(code, scope, f, f);
        match &def.base {
            Some(base) => {
                self.expr(base, Some(f + 1))?;
            }
            None => {
                self.push(Op::None { dst: f + 1 });
            }
        }
        self.at(def.header);
        self.push(Op::Call { dst: f, f, count: 1 });
        self.decorate(&def.decorators, row);
        self.at(def.header);
        self.store(def.name.name, row)
    }

    /// `name: annotation` in a class body: an item of `__annotations__`.
    pub fn annotation(&mut self, target: &'a Expr, annotation: &'a Expr) -> Res<()> {
        let ExprKind::Name(name) = &target.kind else { return Ok(()) };
        if self.scopes.all[self.scope()].kind != Kind::Class {
            return Ok(());
        }
        let (dict, key, value) = (self.temp(), self.temp(), self.temp());
        let (ns, site) = (self.namespace, self.site(Sym::new("__annotations__")));
        self.push(Op::LoadClass { dst: dict, ns, name: site });
        self.push(Op::Dict { dst: dict, first: dict, count: 0 });
        self.push(Op::StoreClass { src: dict, ns, name: site });
        self.push(Op::LoadClass { dst: dict, ns, name: site });
        self.push(Op::Extra(0));
        let k = self.constant(Const::Str(Arc::from(name.as_str())));
        self.push(Op::Const { dst: key, k });
        if self.scopes.text_annotations {
            let k = self.constant(Const::Str(Arc::from(crate::syntax::print_expr(annotation).as_str())));
            self.push(Op::Const { dst: value, k });
        } else {
            self.expr(annotation, Some(value))?;
        }
        self.push(Op::DictSet { dict, key, value });
        Ok(())
    }

    /// The body of a class as a function of its base that returns the class.
    fn class_code(&mut self, scope: usize, def: &'a Arc<ClassDef>) -> Res<FnId> {
        let mut unit = Unit::new(self.scopes, self.table, self.file, scope);
        let name = def.name.name.as_str();
        unit.name = Arc::from(name);
        unit.qualname = self.inner_name(name);
        unit.doc = docstring(&def.body).cloned();
        unit.begin();
        unit.at(def.header);
        unit.push(Op::Namespace { dst: 1 });
        if let Some(doc) = unit.doc.clone() {
            let mark = unit.mark();
            let src = unit.temp();
            let k = unit.constant(Const::Str(doc));
            unit.push(Op::Const { dst: src, k });
            let name = unit.site(Sym::new("__doc__"));
            unit.push(Op::StoreClass { src, ns: 1, name });
            unit.release(mark);
        }
        let done = unit.block(&def.body);
        if done.is_err() {
            self.at(unit.span());
        }
        done?;
        unit.at(def.header);
        let made = unit.temp();
        unit.push(Op::Class { dst: made, base: 0, ns: 1 });
        if let Some(cell) = unit.cell(scope, Sym::new("__class__")) {
            let copy = unit.temp();
            unit.push(Op::Move { dst: copy, src: made });
            unit.push(Op::StoreCell { src: copy, cell });
        }
        unit.push(Op::Return { src: made });
        let names = vec![Sym::new("base")];
        let signature = Signature { names, args: 1, has_default: vec![false], ..Signature::default() };
        unit.finish(Arc::new(signature))
    }
}
