//! Class definitions.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Checker;
use super::flow::{Bound, Cells, Frame, FrameKind};
use super::iter::a;
use super::scan::ScopeInfo;
use crate::data::{ExcClass, Sym};
use crate::syntax::ast::ClassDef;
use crate::types::error::Fault;
use crate::types::ty::{ClassBase, ClassTy, Ty};

impl Checker<'_> {
    /// `class name(base): ...`.
    pub fn class_def(&mut self, def: &Arc<ClassDef>) {
        let base = match &def.base {
            None => ClassBase::Object,
            Some(base) => {
                let ty = self.expr(base);
                self.class_base(&ty, base.span)
            }
        };
        let address = Arc::as_ptr(def) as usize;
        let cells = self.frame().cells.clone();
        let known = cells.classes.borrow().get(&address).cloned();
        let class = known.unwrap_or_else(|| {
            let made = Rc::new(ClassTy {
                name: def.name.name,
                header: def.header,
                base,
                attrs: RefCell::default(),
                fields: RefCell::default(),
                open: Cell::new(false),
            });
            cells.classes.borrow_mut().insert(address, made.clone());
            made
        });
        self.class_body(def, &class, address);
        let made_by_code = match class.root() {
            ClassBase::Type(base) => base.name.starts_with("enum."),
            _ => false,
        };
        let mut ty = Ty::Class(class.clone());
        if made_by_code {
            class
                .attrs
                .borrow_mut()
                .values_mut()
                .filter(|ty| !matches!(ty, Ty::Function(_)))
                .for_each(|ty| *ty = Ty::Any);
            self.escape(&ty);
            ty = Ty::Any;
        } else if class.base_lookup(Sym::new("__init_subclass__")) {
            self.escape(&ty);
        }
        for decorator in def.decorators.iter().rev() {
            let with = self.expr(decorator);
            ty = self.decorate(&with, ty, decorator.span);
        }
        self.assign(def.name.name, ty, def.name.span);
    }

    fn class_base(&mut self, ty: &Ty, span: crate::source::Span) -> ClassBase {
        match ty {
            Ty::Class(class) => ClassBase::Class(class.clone()),
            Ty::ExcType(class) => ClassBase::Exc(*class),
            Ty::Type(class) if &*class.name == "object" => ClassBase::Object,
            Ty::Type(class) => ClassBase::Type(class.clone()),
            Ty::Int(_) | Ty::Str(_) | Ty::None | Ty::Function(_) | Ty::List(_) | Ty::Float(_) | Ty::Complex => {
                let fault = Fault::at(ExcClass::TypeError, span, "the base of a class must be a class");
                self.fail(span, fault.because(format!("this is {}", a(ty))));
                ClassBase::Any
            }
            _ => ClassBase::Any,
        }
    }

    fn class_body(&mut self, def: &Arc<ClassDef>, class: &Rc<ClassTy>, address: usize) {
        let scope = match self.scopes.get(&address) {
            Some(scope) => scope.clone(),
            None => {
                let scope = Rc::new(ScopeInfo::of(None, &def.body));
                self.scopes.insert(address, scope.clone());
                scope
            }
        };
        let around = match self.frame().kind {
            FrameKind::Class => self.frame().cells.parent.clone(),
            _ => Some(self.frame().cells.clone()),
        };
        let heaps = self.frame().cells.heaps.borrow().clone();
        let functions = self.frame().cells.functions.borrow().clone();
        let classes = self.frame().cells.classes.borrow().clone();
        let cells = Rc::new(Cells {
            scope,
            vars: RefCell::default(),
            parent: around,
            functions: RefCell::new(functions),
            classes: RefCell::new(classes),
            heaps: RefCell::new(heaps),
        });
        let mut frame = Frame::new(FrameKind::Class, cells.clone());
        frame.class = Some(class.clone());
        frame.certain = self.frame().certain;
        self.frames.push(frame);
        self.block(&def.body);
        let Some(frame) = self.frames.pop() else { return };
        // What was made in the body is found again when the class is met again.
        let outer = self.frame();
        outer
            .cells
            .functions
            .borrow_mut()
            .extend(cells.functions.borrow().iter().map(|(at, function)| (*at, function.clone())));
        outer.cells.classes.borrow_mut().extend(cells.classes.borrow().iter().map(|(at, class)| (*at, class.clone())));
        outer.cells.heaps.borrow_mut().extend(cells.heaps.borrow().iter().map(|(at, heap)| (*at, heap.clone())));
        outer.errors.extend(frame.errors);
        outer.certain_faults.extend(frame.certain_faults);
        outer.deps.extend(frame.deps);
        let mut made: FxHashMap<Sym, Ty> = FxHashMap::default();
        for (name, var) in frame.scope.names.iter().zip(frame.state.vars.iter()) {
            if var.bound != Bound::No {
                made.insert(*name, var.ty.clone());
            }
        }
        self.fill_class(class, made);
    }

    fn fill_class(&mut self, class: &Rc<ClassTy>, made: FxHashMap<Sym, Ty>) {
        for (name, ty) in made {
            let old = class.attrs.borrow().get(&name).cloned().unwrap_or(Ty::Never);
            let joined = self.join(&old, &ty);
            if joined != old {
                self.version += 1;
                class.attrs.borrow_mut().insert(name, joined);
            }
        }
    }
}
