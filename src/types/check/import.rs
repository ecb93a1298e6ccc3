//! Imports: declared modules, files beside the script, and what is neither.

use super::Checker;
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::syntax::ast::{Alias, Ident};
use crate::types::error::Fault;
use crate::types::suggest::nearest;
use crate::types::ty::Ty;

/// Modules that Python or Dask's world has, and rdask does not (yet), each with what to do instead.
const ABSENT: &[(&str, &str)] = &[
    ("pandas", "rdask has no data frames yet; read columns with `np.genfromtxt` or `open`"),
    ("dask.dataframe", "rdask has no data frames yet; use arrays, or delayed functions on pieces of the data"),
    ("dask.bag", "rdask has no bags yet; use delayed functions on pieces of the data"),
    ("dask.distributed", "leave the client out: rdask runs on every core by itself"),
    ("distributed", "leave the client out: rdask runs on every core by itself"),
    ("multiprocessing", "use `dask.delayed`: it runs functions on every core"),
    ("threading", "use `dask.delayed`: it runs functions on every core"),
    ("concurrent", "use `dask.delayed`: it runs functions on every core"),
    ("asyncio", "use `dask.delayed`: it runs functions on every core"),
    ("numba", "leave it out: rdask compiles array code by itself"),
    ("matplotlib", "print the numbers, or write them to a file and plot that"),
    ("scipy", "use the functions of numpy and dask.array"),
    ("sklearn", "use the functions of numpy and dask.array"),
    ("xarray", "use the arrays of dask.array"),
    ("zarr", "read `.npy` files with `np.load`"),
    ("h5py", "read `.npy` files with `np.load`"),
    ("pickle", "write data with `json.dump` or `np.save`"),
    ("csv", "read the lines with `open`, and split them with `line.split(\",\")`"),
    ("pathlib", "use `os.path` and `glob`"),
    ("subprocess", "rdask scripts start no other programs"),
    ("socket", "rdask scripts open no connections"),
    ("requests", "rdask scripts open no connections: download the file first"),
    ("urllib", "rdask scripts open no connections: download the file first"),
    ("ctypes", "register a Rust function with `rdask::Session` instead"),
];

impl Checker<'_> {
    /// `import a.b as c, d`.
    pub fn import(&mut self, names: &[Alias]) {
        for alias in names {
            let (Some(first), Some(last)) = (alias.path.first(), alias.path.last()) else { continue };
            let span = first.span.to(last.span);
            let dotted = dotted(&alias.path);
            let found = self.import_module(&dotted, span);
            let ty = match found {
                Ok(ty) => {
                    self.fine.insert(span);
                    ty
                }
                Err(fault) => self.fail(span, fault),
            };
            match (&alias.asname, alias.path.len()) {
                (Some(name), _) => self.assign(name.name, ty, name.span),
                (None, 1) => self.assign(first.name, ty, first.span),
                // `import a.b` binds `a`.
                (None, _) => {
                    let top = match ty {
                        Ty::Any => Ty::Any,
                        _ => self.decls.module(first.name.as_str()).map_or(Ty::Any, Ty::Module),
                    };
                    self.assign(first.name, top, first.span);
                }
            }
        }
    }

    /// `from a.b import c as d`.
    pub fn import_from(&mut self, module: &[Ident], level: u32, names: &[Alias], span: Span) {
        let place = match (module.first(), module.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => span,
        };
        let name = dotted(module);
        let found = if level > 0 || name == "__future__" { Ok(Ty::Any) } else { self.import_module(&name, place) };
        let found = match found {
            Ok(ty) => {
                self.fine.insert(place);
                ty
            }
            Err(fault) => self.fail(place, fault),
        };
        for alias in names {
            let Some(there) = alias.path.first() else { continue };
            let here = alias.asname.unwrap_or(*there);
            let ty = match &found {
                Ty::Module(module) => match self.import_name(&module.name.clone(), there) {
                    Ok(ty) => {
                        self.fine.insert(there.span);
                        ty
                    }
                    Err(fault) => self.fail(there.span, fault),
                },
                _ => Ty::Any,
            };
            self.assign(here.name, ty, here.span);
        }
    }

    fn import_name(&mut self, module: &str, name: &Ident) -> Result<Ty, Box<Fault>> {
        if let Some(member) = self.decls.member(module, name.name) {
            return Ok(self.member_type(&member));
        }
        if name.name.as_str().starts_with("__") {
            return Ok(Ty::Any);
        }
        let message = format!("cannot import name '{}' from '{module}'", name.name);
        let fault = Fault::at(ExcClass::ImportError, name.span, message);
        Err(self.not_there(fault, module, name.name))
    }

    /// `module.name`.
    pub fn module_attribute(&mut self, module: &str, name: Sym, span: Span) -> Result<Ty, Box<Fault>> {
        if let Some(member) = self.decls.member(module, name) {
            return Ok(self.member_type(&member));
        }
        if name.as_str().starts_with("__") || self.facts.stored.contains(&name) || self.facts.dynamic {
            return Ok(Ty::Any);
        }
        let fault = Fault::at(ExcClass::AttributeError, span, format!("module '{module}' has no attribute '{name}'"));
        Err(self.not_there(fault, module, name))
    }

    fn not_there(&mut self, fault: Box<Fault>, module: &str, name: Sym) -> Box<Fault> {
        let Some(declared) = self.decls.module(module) else { return fault };
        let known: Vec<&str> = declared.names().into_iter().filter(|name| !name.starts_with('_')).collect();
        let fault = fault.because(format!("rdask's `{module}` has no `{name}`"));
        match nearest(name.as_str(), known.iter().copied()) {
            Some(found) => fault.help(format!("did you mean `{found}`?")),
            None => {
                fault.help(format!("if Python has it, it is not in rdask yet; `:help {module}` lists what is there"))
            }
        }
    }

    fn import_module(&mut self, name: &str, span: Span) -> Result<Ty, Box<Fault>> {
        if let Some(module) = self.decls.module(name) {
            return Ok(Ty::Module(module));
        }
        if (self.env.is_file)(name) {
            return Ok(Ty::Any);
        }
        // `import a.b` where `b` is a class or function of `a`.
        let top = name.split('.').next().unwrap_or(name);
        let fault = Fault::at(ExcClass::ModuleNotFoundError, span, format!("No module named '{name}'"));
        let absent =
            ABSENT.iter().find(|(known, _)| *known == name).or_else(|| ABSENT.iter().find(|(known, _)| *known == top));
        if let Some((known, cure)) = absent {
            return Err(fault.because(format!("rdask has no module `{known}`")).help((*cure).to_owned()));
        }
        let names: Vec<&str> = crate::types::prelude::names().collect();
        let fault = fault.because("neither a module of rdask nor a file beside the script");
        Err(match nearest(name, names.iter().copied()) {
            Some(found) => fault.help(format!("did you mean `{found}`?")),
            None => {
                let mut names: Vec<&str> = names.into_iter().filter(|name| *name != "builtins").collect();
                names.sort_unstable();
                fault.help(format!("the modules that are there: {}", names.join(", ")))
            }
        })
    }
}

fn dotted(path: &[Ident]) -> String {
    path.iter().map(|part| part.name.as_str()).collect::<Vec<_>>().join(".")
}
