//! What is there before a script is checked: the values at the prompt, and the files beside the script.

use std::sync::Arc;

use super::arrays::ArrayTy;
use super::check::Checker;
use super::check::except::Catch;
use super::check::func::Body;
use super::decl::{DeclFn, Member};
use super::ty::{HeapKind, Ty};
use crate::data::{DType, ExcClass, Sym};
use crate::expr::meta::ArrayMeta;
use crate::source::Span;
use crate::syntax::ast::FunctionDef;

/// What a live value is, for the checker: `types` may not look at values itself.
#[derive(Clone, Debug)]
pub enum Desc {
    /// Nothing is said.
    Any,
    /// `None`.
    None,
    /// `bool`.
    Bool(bool),
    /// `int`.
    Int(i64),
    /// `int` outside 64 bits.
    BigInt,
    /// `float`.
    Float(f64),
    /// `str`.
    Str(Arc<str>),
    /// `list`; what its items are may change, so it is not said.
    List,
    /// `set`.
    Set,
    /// `dict`.
    Dict,
    /// `tuple`.
    Tuple(Vec<Desc>),
    /// `range`, with how many items.
    Range(u64),
    /// A function of the user.
    Function(Arc<FunctionDef>),
    /// A function that the embedding program registered, with its signature.
    Signature(Arc<FunctionDef>),
    /// A declared module.
    Module(String),
    /// Something a module declares, by its module and name: a function, a class.
    Declared(String, Sym),
    /// An object of a declared class, by its module and name.
    Object(String, Sym),
    /// A built-in exception class.
    ExcType(ExcClass),
    /// A NumPy scalar.
    Scalar(DType),
    /// An eager array.
    NdArray(ArrayMeta),
    /// A lazy array.
    Array(ArrayMeta),
    /// A delayed value.
    Delayed,
}

/// What is there before a script.
pub struct Env<'a> {
    /// Names with their values.
    pub names: Vec<(Sym, Desc)>,
    /// Whether it is the main script (`__name__ == "__main__"`).
    pub main: bool,
    /// Whether a dotted module name is a file beside the script.
    pub is_file: &'a dyn Fn(&str) -> bool,
    /// What is caught around the whole module: by an import within `try`.
    pub caught: Catch,
    /// What other modules catch, which may call functions of this one.
    pub elsewhere: Catch,
}

impl Default for Env<'_> {
    fn default() -> Self {
        Env {
            names: Vec::new(),
            main: true,
            is_file: &|_| false,
            caught: Catch::default(),
            elsewhere: Catch::default(),
        }
    }
}

impl Checker<'_> {
    /// The type of a value that is there before the script.
    pub fn describe(&mut self, desc: &Desc) -> Ty {
        let site = Span::default();
        match desc {
            Desc::Any => Ty::Any,
            Desc::None => Ty::None,
            Desc::Bool(value) => Ty::Bool(Some(*value)),
            Desc::Int(value) => Ty::Int(Some(*value)),
            Desc::BigInt => Ty::INT,
            Desc::Float(value) => Ty::Float(Some(*value)),
            Desc::Str(text) => Ty::Str(Some(text.clone())),
            Desc::List => Ty::List(super::ty::Heap::of(HeapKind::List, site, Ty::Any, Ty::Any)),
            Desc::Set => Ty::Set(super::ty::Heap::of(HeapKind::Set, site, Ty::Any, Ty::Any)),
            Desc::Dict => Ty::Dict(super::ty::Heap::of(HeapKind::Dict, site, Ty::Any, Ty::Any)),
            Desc::Tuple(items) => Ty::tuple(items.iter().map(|item| self.describe(item)).collect()),
            Desc::Range(count) => Ty::Range(Some(*count)),
            Desc::Function(def) => {
                let defaults = def.params.iter().map(|param| param.default.as_ref().map(|_| Ty::Any)).collect();
                Ty::Function(self.make_function(Body::Def(def.clone()), defaults))
            }
            Desc::Signature(def) => Ty::Builtin(std::rc::Rc::new(DeclFn::registered(def))),
            Desc::Module(name) => self.decls.module(name).map_or(Ty::Any, Ty::Module),
            Desc::Declared(module, name) => {
                self.decls.member(module, *name).map_or(Ty::Any, |member| self.member_type(&member))
            }
            Desc::Object(module, name) => match self.decls.member(module, *name) {
                Some(Member::Class(class)) => self.object_of(&class, site),
                _ => Ty::Any,
            },
            Desc::ExcType(class) => Ty::ExcType(*class),
            Desc::Scalar(dtype) => Ty::Scalar(*dtype),
            Desc::NdArray(meta) => Ty::NdArray(ArrayTy::of(meta, false)),
            Desc::Array(meta) => Ty::Array(ArrayTy::of(meta, true)),
            Desc::Delayed => Ty::Delayed(std::rc::Rc::new(Ty::Any)),
        }
    }
}
