//! The code under construction: instructions, constants, registers, names.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::jumps::Block;
use super::refuse;
use super::scopes::{Kind, Place, Scopes};
use crate::data::{Res, Sym};
use crate::interp::code::*;
use crate::source::{FileId, Span};
use crate::value::{FnId, Signature};

/// A function, class body or module being compiled.
pub(super) struct Unit<'a> {
    pub scopes: &'a Scopes,
    pub table: &'a CodeTable,
    pub file: FileId,
    /// Its scope, then those of the comprehensions that enclose the current place.
    pub chain: Vec<usize>,
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    pub doc: Option<Arc<str>>,
    /// How many parameters there are: the first names its scope binds.
    pub params: usize,
    pub ops: Vec<Op>,
    spans: Vec<(u32, u32)>,
    span: Span,
    pub consts: Vec<Const>,
    texts: FxHashMap<Arc<str>, u32>,
    globals: Vec<Sym>,
    global_index: FxHashMap<Sym, u32>,
    sites: Vec<Sym>,
    pub keywords: Vec<Box<[Sym]>>,
    pub handlers: Vec<Handler>,
    pub functions: Vec<Template>,
    pub imports: Vec<ImportSpec>,
    locals: Vec<Sym>,
    registers: FxHashMap<(usize, Sym), Reg>,
    cells: Vec<Sym>,
    cell_index: FxHashMap<(usize, Sym), u32>,
    /// First register that is a temporary.
    pub temps: usize,
    next: usize,
    highest: usize,
    pub blocks: Vec<Block<'a>>,
    /// How many exceptions are being handled here.
    pub level: u16,
    pub generator: bool,
    pub simple: bool,
    assigns_globals: bool,
    /// The register of a class body's namespace.
    pub namespace: Reg,
}

const LIMIT: usize = 60_000;

impl<'a> Unit<'a> {
    pub fn new(scopes: &'a Scopes, table: &'a CodeTable, file: FileId, scope: usize) -> Unit<'a> {
        Unit {
            scopes,
            table,
            file,
            chain: vec![scope],
            name: Arc::from(""),
            qualname: Arc::from(""),
            doc: None,
            params: 0,
            ops: Vec::new(),
            spans: Vec::new(),
            span: Span::default(),
            consts: Vec::new(),
            texts: FxHashMap::default(),
            globals: Vec::new(),
            global_index: FxHashMap::default(),
            sites: Vec::new(),
            keywords: Vec::new(),
            handlers: Vec::new(),
            functions: Vec::new(),
            imports: Vec::new(),
            locals: Vec::new(),
            registers: FxHashMap::default(),
            cells: Vec::new(),
            cell_index: FxHashMap::default(),
            temps: 0,
            next: 0,
            highest: 0,
            blocks: Vec::new(),
            level: 0,
            generator: false,
            simple: true,
            assigns_globals: false,
            namespace: 0,
        }
    }

    /// The scope of the function, class body or module itself.
    pub fn scope(&self) -> usize {
        self.chain.first().copied().unwrap_or(0)
    }

    /// The scope of the current place.
    pub fn here(&self) -> usize {
        self.chain.last().copied().unwrap_or(0)
    }

    /// Give registers to the variables and cells to the shared ones. Parameters must be bound first in the scope.
    pub fn begin(&mut self) {
        self.begin_with(&[]);
    }

    /// As [`Unit::begin`], with parameters that the scope does not bind.
    pub fn begin_with(&mut self, hidden: &[Sym]) {
        let host = self.scope();
        self.locals.extend_from_slice(hidden);
        let kind = self.scopes.all[host].kind;
        if kind == Kind::Class {
            // The base, and the names of the body.
            self.locals.push(Sym::new("<base>"));
            self.locals.push(Sym::new("<names>"));
            self.namespace = 1;
            if self.scopes.needs_class_cell(host) {
                self.add_cell(host, Sym::new("__class__"));
            }
        }
        let mut owners = self.scopes.comps_of(host);
        owners.insert(0, host);
        for owner in owners {
            if owner == host && kind != Kind::Function {
                continue;
            }
            for &name in &self.scopes.all[owner].bound {
                let place = self.scopes.place(owner, name);
                let is_param = owner == host && self.locals.len() < self.params;
                if is_param || place == Place::Local(owner) {
                    self.registers.insert((owner, name), self.locals.len() as Reg);
                    self.locals.push(name);
                }
                if place == Place::Cell(owner) {
                    self.add_cell(owner, name);
                }
            }
        }
        self.temps = self.locals.len();
        self.next = self.temps;
        self.highest = self.temps;
        self.generator = kind == Kind::Function && self.scopes.all[host].generator;
    }

    fn add_cell(&mut self, owner: usize, name: Sym) {
        self.cell_index.insert((owner, name), self.cells.len() as u32);
        self.cells.push(name);
    }

    /// The register of a variable.
    pub fn register(&self, owner: usize, name: Sym) -> Reg {
        self.registers.get(&(owner, name)).copied().unwrap_or(0)
    }

    /// The cell of a variable.
    pub fn cell(&self, owner: usize, name: Sym) -> Option<u32> {
        self.cell_index.get(&(owner, name)).copied()
    }

    /// The number of a captured variable.
    pub fn free(&self, name: Sym) -> u32 {
        let frees = &self.scopes.all[self.scope()].frees;
        frees.iter().position(|at| *at == name).unwrap_or(0) as u32
    }

    /// Where a name of the current place lives.
    pub fn place(&self, name: Sym) -> Place {
        self.scopes.place(self.here(), name)
    }

    /// What follows comes from here.
    pub fn at(&mut self, span: Span) {
        self.span = span;
    }

    /// Where we are.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Add an instruction; its number.
    pub fn push(&mut self, op: Op) -> usize {
        self.ops.push(op);
        self.spans.push((self.span.start, self.span.end));
        self.ops.len() - 1
    }

    /// `return None`.
    pub fn push_none(&mut self) {
        self.push(Op::ReturnNone);
    }

    /// The number of the next instruction.
    pub fn pc(&self) -> u32 {
        self.ops.len() as u32
    }

    /// A new temporary.
    pub fn temp(&mut self) -> Reg {
        let made = self.next;
        self.next += 1;
        self.highest = self.highest.max(self.next);
        made.min(usize::from(Reg::MAX)) as Reg
    }

    /// Several temporaries in a row.
    pub fn temp_row(&mut self, count: usize) -> Reg {
        let first = self.next;
        self.next += count;
        self.highest = self.highest.max(self.next);
        first.min(usize::from(Reg::MAX)) as Reg
    }

    /// The state of temporaries, to go back to with [`Unit::release`].
    pub fn mark(&self) -> usize {
        self.next
    }

    /// Free all temporaries made since.
    pub fn release(&mut self, mark: usize) {
        self.next = mark;
    }

    /// Whether a register is a temporary.
    pub fn is_temp(&self, reg: Reg) -> bool {
        usize::from(reg) >= self.temps
    }

    pub fn want(&mut self, want: Option<Reg>) -> Reg {
        match want {
            Some(reg) => reg,
            None => self.temp(),
        }
    }

    /// Number of a constant.
    pub fn constant(&mut self, value: Const) -> u32 {
        if let Const::Str(text) = &value {
            if let Some(&known) = self.texts.get(text) {
                return known;
            }
            self.texts.insert(text.clone(), self.consts.len() as u32);
        }
        self.consts.push(value);
        self.consts.len() as u32 - 1
    }

    /// Number of a global name.
    pub fn global(&mut self, name: Sym) -> u32 {
        let next = self.globals.len() as u32;
        let number = *self.global_index.entry(name).or_insert(next);
        if number == next {
            self.globals.push(name);
        }
        number
    }

    /// A new inline cache for an attribute.
    pub fn site(&mut self, name: Sym) -> u16 {
        if self.sites.len() > LIMIT
            && let Some(known) = self.sites.iter().position(|at| *at == name)
        {
            return known as u16;
        }
        self.sites.push(name);
        (self.sites.len() - 1).min(usize::from(u16::MAX)) as u16
    }

    /// The code assigns a variable of the module.
    pub fn assigns_global(&mut self) {
        self.assigns_globals = true;
    }

    /// The finished code, in the table.
    pub fn finish(self, signature: Arc<Signature>) -> Res<FnId> {
        if self.highest > LIMIT || self.sites.len() > usize::from(u16::MAX) || self.functions.len() > LIMIT {
            return Err(refuse("this function or module is too large: split it"));
        }
        let frees = self.scopes.all[self.scope()].frees.clone();
        Ok(self.table.add(Code {
            name: self.name,
            qualname: self.qualname,
            signature,
            doc: self.doc,
            file: self.file,
            ops: self.ops.into(),
            spans: self.spans.into(),
            consts: self.consts.into(),
            globals: self.globals.into(),
            sites: self.sites.into(),
            keywords: self.keywords.into(),
            handlers: self.handlers.into(),
            functions: self.functions.into(),
            imports: self.imports.into(),
            locals: self.locals.into(),
            cells: self.cells.into(),
            frees: frees.into(),
            registers: self.highest + 1,
            variables: self.temps,
            generator: self.generator,
            simple: self.simple,
            assigns_globals: self.assigns_globals,
        }))
    }
}
