//! The declarations of stdlib/: each module's text is split into its declarations on first use (a scan of line
//! starts), and each declaration is parsed when it is first asked for. All threads share them.
//!
//! A module is `stdlib/<dotted.name>.rd`, in Python's stub syntax. A function whose body is `...` is joined to the row
//! of the same qualified name; one with a body is library code. Of several definitions of one name, those under
//! `@overload` are for the checker and the last one is what is called. A class is native (its rows: the name of the class, which gives the
//! class, `Class.__new__`, and its methods) unless the first function in it has a body, or it has none and says `pass`: then it
//! is library code.
//! `name: type` alone has a row; `name: type = literal` has none; `name = expression` is library code.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use crate::source::FileId;
use crate::syntax::ast::{self, Expr, ExprKind, FunctionDef, Stmt, StmtKind, UnaryOp};

/// The file of everything that is declared here: no [`crate::source::Sources`] has it, so messages leave it out.
pub const STDLIB: FileId = FileId(u32::MAX);

macro_rules! modules {
    ($($name:literal),* $(,)?) => {
        /// Every module and its text.
        static MODULES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../stdlib/", $name, ".rd")))),*];
    };
}

modules! {
    "__future__",
    "abc",
    "argparse",
    "base64",
    "binascii",
    "bisect",
    "bz2",
    "builtins",
    "cmath",
    "collections",
    "contextlib",
    "copy",
    "csv",
    "dask",
    "dask.array",
    "dask.array.chunk",
    "dask.array.contract",
    "dask.array.core",
    "dask.array.gufunc",
    "dask.array.optimization",
    "dask.array.overlap",
    "dask.array.percentile",
    "dask.array.rechunk",
    "dask.array.reductions",
    "dask.array.reshape",
    "dask.array.routines",
    "dask.array._shuffle",
    "dask.array.slicing",
    "dask.array.svg",
    "dask.array.utils",
    "dask.array.wrap",
    "dask.array.creation",
    "dask.array.fft",
    "dask.array.files",
    "dask.array.image",
    "dask.array.lib",
    "dask.array.lib.stride_tricks",
    "dask.array.linalg",
    "dask.array.ma",
    "dask.array.order",
    "dask.array.random",
    "dask.array.stats",
    "dask.bag",
    "dask.bag.avro",
    "dask.bag.core",
    "dask.bag.random",
    "dask.base",
    "dask.config",
    "dask.core",
    "dask.delayed",
    "dask.diagnostics",
    "dask.highlevelgraph",
    "dask.local",
    "dask.multiprocessing",
    "dask.optimization",
    "dask.threaded",
    "dask.utils",
    "dataclasses",
    "datetime",
    "enum",
    "fnmatch",
    "functools",
    "gc",
    "glob",
    "gzip",
    "h5py",
    "hashlib",
    "heapq",
    "html",
    "io",
    "itertools",
    "json",
    "logging",
    "lzma",
    "math",
    "numpy",
    "numpy.char",
    "numpy.exceptions",
    "numpy.fft",
    "numpy.lib",
    "numpy.lib._npyio",
    "numpy.lib.format",
    "numpy.lib.stride_tricks",
    "numpy.linalg",
    "numpy.ma",
    "numpy.random",
    "numpy.strings",
    "operator",
    "os",
    "os.path",
    "pathlib",
    "pprint",
    "random",
    "re",
    "shutil",
    "statistics",
    "string",
    "struct",
    "sys",
    "tempfile",
    "textwrap",
    "time",
    "typing",
    "urllib.parse",
    "uuid",
    "warnings",
    "zarr",
    "zarr.codecs",
    "zarr.errors",
    "zarr.storage",
    "zlib",
}

/// What kind of thing a declaration declares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `def`.
    Function,
    /// `class`.
    Class,
    /// `name: type`, `name: type = literal`.
    Constant,
    /// `name = expression`: library code.
    Assign,
    /// `from module import name as here`, `import module as here`: see [`Decl::import`].
    Import,
}

/// What an imported name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Import {
    /// The module.
    pub module: &'static str,
    /// The name in it; `None` for the module itself.
    pub name: Option<&'static str>,
}

/// One name that a module, or a class, declares.
pub struct Decl {
    /// Its name.
    pub name: &'static str,
    /// `len`, `str.split`, `math.sqrt`: the name of its row.
    pub qualified: String,
    /// The module.
    pub module: &'static str,
    /// What it is.
    pub kind: Kind,
    /// For [`Kind::Import`].
    pub import: Option<Import>,
    /// Its text, dedented.
    text: Cow<'static, str>,
    parsed: OnceLock<Arc<ast::Module>>,
    members: OnceLock<Names>,
}

/// Declarations by name, in the order of the text.
#[derive(Default)]
pub struct Names {
    order: Vec<Arc<Decl>>,
    by_name: FxHashMap<&'static str, usize>,
}

/// A declared module.
pub struct DeclModule {
    /// Its dotted name.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    /// What it declares.
    pub names: Names,
}

/// The names of all declared modules.
pub fn names() -> impl Iterator<Item = &'static str> {
    MODULES.iter().map(|(name, _)| *name)
}

/// Whether stdlib/ declares a module.
pub fn is_declared(name: &str) -> bool {
    slot(name).is_some()
}

/// A declared module by its dotted name.
pub fn module(name: &str) -> Option<Arc<DeclModule>> {
    static READ: [OnceLock<Arc<DeclModule>>; MODULES.len()] = [const { OnceLock::new() }; MODULES.len()];
    let at = slot(name)?;
    let (name, text) = MODULES.get(at)?;
    Some(READ.get(at)?.get_or_init(|| Arc::new(read(name, text))).clone())
}

/// A declaration by its qualified name: `str.split`, `math.sqrt`.
pub fn find(qualified: &str) -> Option<Arc<Decl>> {
    let mut split = qualified.len();
    while let Some(dot) = qualified.get(..split)?.rfind('.') {
        if let Some(module) = module(&qualified[..dot]) {
            return module.names.path(&qualified[dot + 1..]);
        }
        split = dot;
    }
    module("builtins")?.names.path(qualified)
}

fn slot(name: &str) -> Option<usize> {
    MODULES.iter().position(|(at, _)| *at == name)
}

impl DeclModule {
    /// The declaration of a name.
    pub fn get(&self, name: &str) -> Option<&Arc<Decl>> {
        self.names.get(name)
    }

    /// The module's docstring.
    pub fn doc(&self) -> Option<String> {
        let rest = self.text.trim_start().strip_prefix("\"\"\"")?;
        Some(dedent(rest.split("\"\"\"").next()?))
    }
}

impl Names {
    /// The declaration of a name.
    pub fn get(&self, name: &str) -> Option<&Arc<Decl>> {
        self.order.get(*self.by_name.get(name)?)
    }

    /// All, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Decl>> {
        self.order.iter()
    }

    fn path(&self, path: &str) -> Option<Arc<Decl>> {
        match path.split_once('.') {
            None => self.get(path).cloned(),
            Some((class, rest)) => self.get(class)?.members().path(rest),
        }
    }

    /// Add a declaration; a further one of the same name joins it.
    fn add(&mut self, decl: Decl) {
        match self.by_name.get(decl.name).and_then(|&at| self.order.get_mut(at)).and_then(Arc::get_mut) {
            Some(known) => {
                let mut text = std::mem::take(&mut known.text).into_owned();
                text.push_str(&decl.text);
                *known = Decl { text: Cow::Owned(text), ..decl };
            }
            None => {
                self.by_name.insert(decl.name, self.order.len());
                self.order.push(Arc::new(decl));
            }
        }
    }
}

impl Decl {
    /// Its statements: one, or one for each `@overload` and definition. As a module of its own, which `interp` can run
    /// when it is library code.
    pub fn parsed(&self) -> &Arc<ast::Module> {
        self.parsed.get_or_init(|| {
            // A test parses all declarations, so there is nothing to report here.
            let empty = || ast::Module { file: STDLIB, body: Vec::new(), nodes: 0 };
            Arc::new(crate::syntax::parse(&self.text, STDLIB).unwrap_or_else(|_| empty()))
        })
    }

    /// The text, dedented.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its definitions, `@overload`s first.
    pub fn functions(&self) -> impl DoubleEndedIterator<Item = &Arc<FunctionDef>> {
        self.parsed().body.iter().filter_map(|stmt| match &stmt.kind {
            StmtKind::FunctionDef(def) => Some(def),
            _ => None,
        })
    }

    /// The definition that is called.
    pub fn function(&self) -> Option<&Arc<FunctionDef>> {
        self.functions().next_back()
    }

    /// Whether it carries a decorator: `property`, `staticmethod`, `classmethod`.
    pub fn is_decorated(&self, decorator: &str) -> bool {
        self.text.lines().take_while(|line| line.starts_with('@')).any(|line| line[1..].trim() == decorator)
    }

    /// Whether it has a row.
    pub fn has_row(&self) -> bool {
        match self.kind {
            Kind::Function => self.function().is_some_and(|def| def.is_declaration()),
            Kind::Class => !self.is_library(),
            Kind::Constant => self.constant().is_none(),
            Kind::Assign | Kind::Import => false,
        }
    }

    /// Whether it is written in the language itself.
    pub fn is_library(&self) -> bool {
        match self.kind {
            Kind::Function => self.function().is_some_and(|def| !def.is_declaration()),
            Kind::Class => {
                let first = self.members().iter().find(|member| member.kind == Kind::Function);
                first.map_or_else(|| self.text.lines().any(|line| line == "    pass"), |member| member.is_library())
            }
            Kind::Assign => true,
            Kind::Constant | Kind::Import => false,
        }
    }

    /// The value of a constant, if that is declared.
    pub fn constant(&self) -> Option<&Expr> {
        match &self.parsed().body.first()?.kind {
            StmtKind::AnnAssign { value, .. } => value.as_ref(),
            _ => None,
        }
    }

    /// What a class declares.
    pub fn members(&self) -> &Names {
        self.members.get_or_init(|| match self.kind {
            Kind::Class => {
                let mut names = Names::default();
                let body = self.text.split_inclusive('\n').skip_while(|line| !line.starts_with("    "));
                let body: String = body.map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
                for (chunk, line) in chunks(&body) {
                    // The name is found in the module's own text, which lives as long as the process.
                    let Some((kind, name)) = header(line) else { continue };
                    let name = keep(name);
                    names.add(Decl::new(
                        name,
                        format!("{}.{name}", self.qualified),
                        self.module,
                        kind,
                        Cow::Owned(chunk.to_owned()),
                    ));
                }
                names
            }
            _ => Names::default(),
        })
    }

    /// The name of the class that a class inherits from.
    pub fn base(&self) -> Option<&str> {
        let header = self.text.lines().find(|line| line.starts_with("class "))?;
        let (_, rest) = header.split_once('(')?;
        Some(rest.split_once(')')?.0.trim()).filter(|base| !base.is_empty())
    }

    /// The docstring, dedented.
    pub fn doc(&self) -> Option<String> {
        match self.kind {
            Kind::Function => self.functions().rev().find_map(|def| def.docstring()).map(|text| dedent(text)),
            Kind::Class => {
                let (_, rest) = self.text.split_once(":\n")?;
                let text = rest.trim_start().strip_prefix("\"\"\"")?;
                Some(dedent(text.split("\"\"\"").next()?))
            }
            _ => None,
        }
    }

    /// The `>>>` examples of the docstring.
    pub fn examples(&self) -> Vec<Example> {
        self.doc().map(|doc| examples(&doc)).unwrap_or_default()
    }

    fn new(name: &'static str, qualified: String, module: &'static str, kind: Kind, text: Cow<'static, str>) -> Decl {
        Decl { name, qualified, module, kind, import: None, text, parsed: OnceLock::new(), members: OnceLock::new() }
    }
}

/// A name that lives as long as the process.
fn keep(name: &str) -> &'static str {
    crate::data::Sym::new(name).as_str()
}

fn read(name: &'static str, text: &'static str) -> DeclModule {
    let mut names = Names::default();
    let qualify = |of: &str| if name == "builtins" { of.to_owned() } else { format!("{name}.{of}") };
    for (chunk, line) in chunks(text) {
        if line.starts_with("from ") || line.starts_with("import ") {
            for (here, import) in imports(line) {
                let mut decl = Decl::new(here, qualify(here), name, Kind::Import, Cow::Borrowed(chunk));
                decl.import = Some(import);
                names.add(decl);
            }
        } else if let Some((kind, of)) = header(line) {
            names.add(Decl::new(of, qualify(of), name, kind, Cow::Borrowed(chunk)));
        }
    }
    DeclModule { name, text, names }
}

/// The statements of a text, each with the line that says what it is: a line at the left edge begins one, unless it
/// closes a bracket or follows a decorator. Docstrings and comments at the left edge belong to none.
fn chunks(text: &str) -> Vec<(&str, &str)> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut ends = Vec::new();
    let (mut at, mut decorated, mut doc) = (0, false, false);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let quotes = line.matches("\"\"\"").count();
        if doc {
            doc = quotes % 2 == 0;
            continue;
        }
        doc = quotes % 2 == 1;
        let first = line.bytes().next().unwrap_or(b'\n');
        let inner = matches!(first, b' ' | b'\n' | b'\r' | b')' | b']' | b'}');
        if inner {
            continue;
        }
        let silent = matches!(first, b'"' | b'#');
        match found.last_mut() {
            Some((_, header)) if decorated && !silent => *header = line,
            _ => {
                if found.len() > ends.len() {
                    ends.push(start);
                }
                if !silent {
                    found.push((start, line));
                }
            }
        }
        decorated = first == b'@';
    }
    ends.push(text.len());
    found.into_iter().zip(ends).map(|((start, line), end)| (text.get(start..end).unwrap_or(""), line)).collect()
}

/// What a first line declares.
fn header(line: &str) -> Option<(Kind, &str)> {
    let word = |rest: &'_ str| rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    if let Some(rest) = line.strip_prefix("def ") {
        return Some((Kind::Function, rest.get(..word(rest))?));
    }
    if let Some(rest) = line.strip_prefix("class ") {
        return Some((Kind::Class, rest.get(..word(rest))?));
    }
    let name = line.get(..word(line)).filter(|name| !name.is_empty())?;
    let rest = line.get(name.len()..)?.trim_start();
    match rest.bytes().next()? {
        b':' => Some((Kind::Constant, name)),
        b'=' => Some((Kind::Assign, name)),
        _ => None,
    }
}

/// The names that an import line brings.
fn imports(line: &'static str) -> Vec<(&'static str, Import)> {
    let line = line.split('#').next().unwrap_or("").trim();
    let renamed = |item: &'static str| match item.split_once(" as ") {
        Some((name, here)) => (name.trim(), here.trim()),
        None => (item.trim(), item.trim()),
    };
    if let Some(rest) = line.strip_prefix("import ") {
        let (module, here) = renamed(rest);
        return vec![(here, Import { module, name: None })];
    }
    let Some((module, list)) = line.strip_prefix("from ").and_then(|rest| rest.split_once(" import ")) else {
        return Vec::new();
    };
    list.split(',')
        .map(|item| {
            let (name, here) = renamed(item);
            (here, Import { module: module.trim(), name: Some(name) })
        })
        .collect()
}

/// A docstring without the indentation of its lines after the first.
pub fn dedent(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let rest = || text.lines().skip(1);
    let margin = rest().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    let first = text.lines().next().unwrap_or("").trim().to_owned();
    let lines = rest().map(|line| line.get(margin..).unwrap_or("").trim_end().to_owned());
    let lines: Vec<String> = std::iter::once(first).chain(lines).collect();
    lines.join("\n").trim().to_owned()
}

/// One `>>>` example: a statement, and what is printed after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The statement, its `...` lines joined.
    pub source: String,
    /// What it prints.
    pub want: String,
}

/// The examples of a docstring.
pub fn examples(doc: &str) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut open = false;
    for line in doc.lines() {
        let text = line.trim_start();
        if let Some(source) = text.strip_prefix(">>>") {
            found.push(Example { source: source.trim_start().to_owned(), want: String::new() });
            open = true;
        } else if let (true, Some(last)) = (open, found.last_mut()) {
            match text.strip_prefix("...") {
                Some(more) if last.want.is_empty() && (more.is_empty() || more.starts_with(' ')) => {
                    last.source.push('\n');
                    last.source.push_str(more.strip_prefix(' ').unwrap_or(more));
                }
                _ if text.is_empty() => open = false,
                _ => {
                    last.want.push_str(line);
                    last.want.push('\n');
                }
            }
        }
    }
    found
}

/// A default or constant as declared.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `None`.
    None,
    /// `True`, `False`.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A float.
    Float(f64),
    /// A string.
    Str(Arc<str>),
    /// `...`.
    Ellipsis,
    /// A tuple.
    Tuple(Vec<Literal>),
}

/// The value of an expression that is a literal.
pub fn literal(e: &Expr) -> Option<Literal> {
    Some(match &e.kind {
        ExprKind::None => Literal::None,
        ExprKind::Bool(v) => Literal::Bool(*v),
        ExprKind::Int(v) => Literal::Int(*v),
        ExprKind::Float(v) => Literal::Float(*v),
        ExprKind::Str(v) => Literal::Str(v.clone()),
        ExprKind::Ellipsis => Literal::Ellipsis,
        ExprKind::Tuple(items) => Literal::Tuple(items.iter().map(literal).collect::<Option<_>>()?),
        ExprKind::Unary(UnaryOp::Neg, inner) => match literal(inner)? {
            Literal::Int(v) => Literal::Int(-v),
            Literal::Float(v) => Literal::Float(-v),
            _ => return None,
        },
        _ => return None,
    })
}

/// All statements of a module, for tests and for who reads a module whole.
pub fn statements(name: &str) -> Option<Vec<Stmt>> {
    let module = module(name)?;
    Some(module.names.iter().flat_map(|decl| decl.parsed().body.iter().cloned()).collect())
}
