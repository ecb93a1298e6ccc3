//! Imports: declared modules, files beside the script, and what is neither.

use super::Checker;
use crate::data::suggest::nearest;
use crate::data::{ExcClass, Sym};
use crate::io::hdf5;
use crate::source::Span;
use crate::syntax::ast::{Alias, Ident};
use crate::types::absent::elsewhere;
use crate::types::error::Fault;
use crate::types::ty::Ty;

/// Modules that Python or Dask's world has, and rdask does not (yet), each with what to do instead.
const ABSENT: &[(&str, &str)] = &[
    ("pandas", "rdask has no data frames yet; read columns with `np.genfromtxt`, or rows with `csv` or `open`"),
    ("dask.dataframe", "rdask has no data frames yet; use arrays, or delayed functions on pieces of the data"),
    ("dask.bag", "rdask has no bags yet; call `delayed` functions on pieces of the data, and combine what they return"),
    ("dask.distributed", CLUSTER),
    ("distributed", CLUSTER),
    ("dask_jobqueue", CLUSTER),
    ("dask_kubernetes", CLUSTER),
    ("coiled", CLUSTER),
    ("dask_ml", "write the model with dask.array and `delayed` functions"),
    ("dask.datasets", "make data with `da.random`, or read a file with `np.genfromtxt` or `open`"),
    ("dask.cache", "keep a result with `.persist()`, or in a variable"),
    ("dask.callbacks", "rdask shows the progress of long computations by itself; `:time` measures one"),
    ("dask.graph_manipulation", "give the order by arguments: a delayed function waits for those it takes"),
    ("dask.sizeof", "arrays know their bytes: `x.nbytes`"),
    ("dask.order", "`x.visualize(color=\"order\")` shows the order in which tasks run"),
    ("dask.dot", "draw with `x.visualize(\"graph.svg\")`"),
    ("multiprocessing", DELAYED),
    ("threading", DELAYED),
    ("concurrent", DELAYED),
    ("asyncio", DELAYED),
    ("joblib", DELAYED),
    ("queue", DELAYED),
    ("numba", "leave it out: rdask fuses array code, and runs it on every core"),
    ("cupy", "leave it out: rdask computes on the processor's cores"),
    ("matplotlib", PLOT),
    ("seaborn", PLOT),
    ("bokeh", PLOT),
    ("plotly", PLOT),
    ("scipy", "use the functions of numpy, dask.array, math and statistics"),
    ("sklearn", "write the model with numpy and dask.array"),
    ("skimage", "use the functions of numpy and dask.array"),
    ("torch", "write the model with numpy and dask.array"),
    ("tensorflow", "write the model with numpy and dask.array"),
    ("xgboost", "write the model with numpy and dask.array"),
    ("xarray", "use the arrays of dask.array, and keep the names of axes yourself"),
    ("zarr", NPY),
    ("h5py", HDF5),
    ("netCDF4", NPY),
    ("tables", NPY),
    ("pyarrow", "rdask has no data frames yet; read columns with `np.genfromtxt`, or rows with `csv` or `open`"),
    ("s3fs", FILES),
    ("gcsfs", FILES),
    ("fsspec", FILES),
    ("boto3", FILES),
    ("PIL", "read pictures as arrays from `.npy` files with `np.load`"),
    ("imageio", "read pictures as arrays from `.npy` files with `np.load`"),
    ("toolz", "use `functools` and `itertools`, or a loop"),
    ("cloudpickle", "write data with `json.dump` or `np.save`; functions need no pickling here"),
    ("pickle", "write data with `json.dump` or `np.save`; functions need no pickling here"),
    ("tqdm", "leave it out: rdask shows the progress of long computations by itself"),
    ("click", "read `sys.argv`"),
    ("dataclasses", "write the class with its `__init__`, or use `collections.namedtuple`"),
    ("enum", "use constants, or a class with class attributes"),
    ("decimal", "use int for exact numbers, and float for others"),
    ("fractions", "use a pair of ints, with `math.gcd`"),
    ("timeit", "use `time.perf_counter()`, or `:time` at the prompt"),
    ("inspect", "`:help name` at the prompt shows signatures and documentation"),
    ("IPython", "the prompt of `rdask` takes its place"),
    ("unittest", "use `assert`"),
    ("pytest", "use `assert`"),
    ("sqlite3", "write the table to a file, and read that with `csv` or `np.genfromtxt`"),
    ("subprocess", "rdask scripts start no other programs"),
    ("socket", "rdask scripts open no connections"),
    ("requests", FILES),
    ("urllib", FILES),
    ("http", FILES),
    ("ctypes", "register a Rust function with `rdask::Session` instead"),
];

const CLUSTER: &str = "leave the client out: `.compute()` already uses every core of this machine. The schedulers are \"threads\" and \
                       \"sync\", chosen by `.compute(scheduler=..., num_workers=...)` or `dask.config.set(scheduler=...)`";
const DELAYED: &str = "use `dask.delayed`: it runs functions on every core";
const PLOT: &str = "print the numbers, or write them to a file and plot that";
const NPY: &str = "read `.npy` files with `np.load`";
const HDF5: &str = "HDF5 is not in this build of rdask: `cargo install rdask --features hdf5` makes one that has it; Zarr arrays \
                    and `.npy` files need nothing";
const FILES: &str = "rdask scripts open no connections: download the file first, and read it with `open`";

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
        if let Some(whose) = elsewhere(module, name.as_str()) {
            let fault = Fault::at(fault.class, fault.span(), format!("rdask has no `{module}.{name}` yet"));
            let help = format!("`:help {module}` at the prompt lists what is there");
            return fault.because(format!("{whose} has it, rdask not yet")).help(help);
        }
        let known: Vec<&str> = declared.names().into_iter().filter(|name| !name.starts_with('_')).collect();
        let fault = fault.because(format!("rdask's `{module}` has no `{name}`"));
        // `datetime.now()` for `datetime.datetime.now()`.
        let inner = known.iter().find(|known| {
            let class = self.decls.class(module, Sym::new(known));
            class.is_some_and(|class| class.member(name).is_some())
        });
        match (nearest(name.as_str(), known.iter().copied()), inner) {
            (Some(found), _) => fault.help(format!("did you mean `{found}`?")),
            (None, Some(class)) => fault.help(format!("did you mean `{module}.{class}.{name}`?")),
            (None, None) => fault.help(format!(
                "if Python has it, it is not in rdask yet; `:help {module}` at the prompt lists what is there"
            )),
        }
    }

    fn import_module(&mut self, name: &str, span: Span) -> Result<Ty, Box<Fault>> {
        // Not every build has HDF5.
        let left_out = name == "h5py" && hdf5::available().is_err();
        if let Some(module) = self.decls.module(name).filter(|_| !left_out) {
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
