//! Modules: declarations of stdlib/ joined to rows, name by name on first use; files beside the script; builtins.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::compile::{Mode, compile};
use super::eval::descr::{self, ClassMethod, Property, StaticMethod};
use super::eval::{Constructor, Vm};
use crate::builtins;
use crate::data::raised::attribute_error;
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::syntax::ast;
use crate::types::prelude::{self, Decl, Kind, Literal};
use crate::value::{Builtin, Function, Module, Namespace, Quick, TypeInfo, Value};

/// What is imported, and where files are looked for.
pub struct Modules {
    loaded: FxHashMap<String, Value>,
    /// Where the script's own modules are looked for.
    pub folder: PathBuf,
    /// Variables of the script.
    pub main: Rc<Namespace>,
    builtins: FxHashMap<Sym, Option<Value>>,
}

impl Default for Modules {
    fn default() -> Modules {
        let main = Namespace::default();
        *main.name.borrow_mut() = Arc::from("__main__");
        Modules {
            loaded: FxHashMap::default(),
            folder: PathBuf::from("."),
            main: Rc::new(main),
            builtins: FxHashMap::default(),
        }
    }
}

/// The file of a module, looked for in a folder: `a.b` is `a/b.py`, `a/b.rd` or `a/b/__init__.py`.
pub fn module_file(folder: &Path, name: &str) -> Option<PathBuf> {
    let mut at = folder.to_path_buf();
    let parts: Vec<&str> = name.split('.').collect();
    if parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    at.extend(&parts);
    let beside = ["py", "rd"].iter().map(|end| at.with_extension(end));
    let inside = ["__init__.py", "__init__.rd"].iter().map(|file| at.join(file));
    beside.chain(inside).find(|path| path.is_file())
}

fn is_package(folder: &Path, name: &str) -> bool {
    let mut at = folder.to_path_buf();
    at.extend(name.split('.'));
    at.is_dir()
}

/// A declared literal as a value.
fn literal_value(literal: &Literal) -> Value {
    match literal {
        Literal::None => Value::None,
        Literal::Bool(value) => Value::Bool(*value),
        Literal::Int(value) => Value::Int(*value),
        Literal::Float(value) => Value::Float(*value),
        Literal::Str(text) => Value::str(text),
        Literal::Ellipsis => Value::Ellipsis,
        Literal::Tuple(items) => Value::tuple(items.iter().map(literal_value).collect::<Vec<_>>()),
    }
}

fn not_there(what: &str) -> Box<Raised> {
    Raised::new(ExcClass::NotImplementedError, format!("rdask declares `{what}` but does not have it yet"))
}

impl Vm {
    /// Variables of the script.
    pub fn main_namespace(&self) -> Rc<Namespace> {
        self.modules.main.clone()
    }

    /// Where the script's own modules are looked for.
    pub fn set_folder(&mut self, folder: &Path) {
        self.modules.folder = folder.to_path_buf();
    }

    /// Compile and run a module as the script.
    pub fn run_module(&mut self, module: &ast::Module, mode: Mode) -> Res<Value> {
        let globals = self.main_namespace();
        self.run_in(module, mode, globals)
    }

    /// Compile and run statements with these variables.
    pub(crate) fn run_in(&mut self, module: &ast::Module, mode: Mode, globals: Rc<Namespace>) -> Res<Value> {
        let rewritten = match &self.watch {
            Some(watch) if module.file != prelude::STDLIB => Some(watch.module(module)),
            _ => None,
        };
        let code = compile(rewritten.as_ref().unwrap_or(module), &self.shared.table, mode)?;
        let func = Function {
            code,
            name: std::cell::RefCell::new(Arc::from("<module>")),
            qualname: Arc::from("<module>"),
            signature: Arc::default(),
            defaults: Vec::new(),
            captures: Box::default(),
            globals,
            doc: None,
            attrs: Default::default(),
        };
        self.call_function(Rc::new(func), Vec::new(), Vec::new())
    }

    /// A builtin by name.
    pub(crate) fn builtin(&mut self, name: Sym) -> Res<Option<Value>> {
        if let Some(known) = self.modules.builtins.get(&name) {
            return Ok(known.clone());
        }
        let found = self.find_builtin(name)?;
        self.modules.builtins.insert(name, found.clone());
        Ok(found)
    }

    fn find_builtin(&mut self, name: Sym) -> Res<Option<Value>> {
        let text = name.as_str();
        if let Some(found) = self.watch.as_ref().and_then(|watch| watch.name(text)) {
            return Ok(Some(found));
        }
        if let Some(own) = descr::own_builtin(text) {
            return Ok(Some(own));
        }
        let declared = prelude::module("builtins").and_then(|module| module.get(text).cloned());
        if let Some(decl) = declared
            && !(decl.has_row() && builtins::find(&decl.qualified).is_none())
        {
            return self.decl_value(&decl).map(Some);
        }
        match text {
            "NotImplemented" => return Ok(Some(Value::NotImplemented)),
            "Ellipsis" => return Ok(Some(Value::Ellipsis)),
            "__debug__" => return Ok(Some(Value::Bool(true))),
            "IOError" | "EnvironmentError" => return Ok(Some(Value::ExcType(ExcClass::OSError))),
            _ => {}
        }
        let hidden = matches!(text, "AxisError" | "LinAlgError" | "JSONDecodeError" | "UnsupportedOperation");
        Ok(ExcClass::named(text).filter(|_| !hidden).map(Value::ExcType))
    }

    /// The value of a declaration.
    fn decl_value(&mut self, decl: &Arc<Decl>) -> Res<Value> {
        if let Some(import) = decl.import {
            let module = self.import_module(import.module)?;
            return match import.name {
                Some(name) => crate::value::Host::getattr(self, &module, Sym::new(name)),
                None => Ok(module),
            };
        }
        if decl.is_library() {
            return self.library_value(decl);
        }
        match decl.kind {
            Kind::Function => self.join(decl),
            Kind::Class => match builtins::find(&decl.qualified) {
                Some(row) => (row.build)(self, &[]),
                None => Err(not_there(&decl.qualified)),
            },
            _ => match decl.constant().and_then(prelude::literal) {
                Some(literal) => Ok(literal_value(&literal)),
                None => match builtins::find(&decl.qualified) {
                    Some(row) => (row.build)(self, &[]),
                    None => Err(not_there(&decl.qualified)),
                },
            },
        }
    }

    /// Run library code in its module; the name it defines.
    fn library_value(&mut self, decl: &Arc<Decl>) -> Res<Value> {
        let module = self.import_module(decl.module)?;
        let Value::Module(module) = module else { return Err(not_there(&decl.qualified)) };
        let name = Sym::new(decl.name);
        self.run_in(&decl.parsed().clone(), Mode::Exec, module.namespace.clone())?;
        module.namespace.get(name).ok_or_else(|| not_there(&decl.qualified))
    }

    /// A method of a built-in class that is library code. It sees the names of its module, which does not see it.
    fn library_method(&mut self, decl: &Arc<Decl>) -> Res<Value> {
        let module = self.import_module(decl.module)?;
        let Value::Module(module) = module else { return Err(not_there(&decl.qualified)) };
        let name = Sym::new(decl.name);
        let before = module.namespace.get(name);
        self.run_in(&decl.parsed().clone(), Mode::Exec, module.namespace.clone())?;
        let made = module.namespace.get(name);
        module.namespace.put(name, before);
        made.ok_or_else(|| not_there(&decl.qualified))
    }

    /// A declared function joined to its row.
    fn join(&mut self, decl: &Arc<Decl>) -> Res<Value> {
        let (Some(def), Some(row)) = (decl.function(), builtins::find(&decl.qualified)) else {
            return Err(not_there(&decl.qualified));
        };
        let signature = super::compile::signature(&def.params);
        let named = def.params.posonly.iter().chain(&def.params.args).chain(&def.params.kwonly);
        let mut defaults = Vec::new();
        for default in named.filter_map(|param| param.default.as_ref()) {
            defaults.push(match prelude::literal(default) {
                Some(literal) => literal_value(&literal),
                None => self.default_value(default)?,
            });
        }
        let doc = decl.doc().map(Arc::from);
        let (name, signature) = (row.name, Arc::new(signature));
        let asks = super::eval::lazy::asks(decl.module, &decl.qualified);
        let (of_arrays, quick) = (Builtin::names_arrays(name), Quick::of(name));
        Ok(Value::Builtin(Rc::new(Builtin {
            name,
            signature,
            defaults,
            build: row.build,
            doc,
            asks,
            of_arrays,
            quick,
        })))
    }

    /// A default that is no literal: the name of a builtin, such as a class.
    fn default_value(&mut self, default: &ast::Expr) -> Res<Value> {
        match &default.kind {
            ast::ExprKind::Name(name) => Ok(self.builtin(*name)?.unwrap_or(Value::None)),
            _ => Ok(Value::None),
        }
    }

    /// An attribute of a module.
    pub(crate) fn module_attr(&mut self, module: &Rc<Module>, name: Sym) -> Res<Value> {
        if let Some(value) = module.namespace.get(name) {
            return Ok(value);
        }
        if let Some(value) = self.declared_attr(&module.name.clone(), name)? {
            return Ok(value);
        }
        let inner = format!("{}.{name}", module.name);
        if let Some(known) = self.modules.loaded.get(&inner) {
            return Ok(known.clone());
        }
        if module.declared && prelude::is_declared(&inner) {
            return self.import_module(&inner);
        }
        match name.as_str() {
            "__name__" => Ok(Value::str(&*module.name)),
            "__doc__" => {
                let doc = prelude::module(&module.name).and_then(|module| module.doc());
                Ok(doc.map_or(Value::None, Value::str))
            }
            "__dict__" => {
                let made = crate::value::DictObj::plain();
                let names = module.namespace.names.borrow().clone();
                for name in names {
                    if let Some(value) = module.namespace.get(name) {
                        crate::value::dict::insert(self, &made, Value::str(name.as_str()), value)?;
                    }
                }
                Ok(Value::Dict(Rc::new(made)))
            }
            _ => Err(attribute_error(format!("module '{}' has no attribute '{name}'", module.name))),
        }
    }

    /// What stdlib/ declares under a name of a module; kept in the module's variables.
    pub(crate) fn declared_attr(&mut self, module: &str, name: Sym) -> Res<Option<Value>> {
        let Some(decl) = prelude::module(module).and_then(|module| module.get(name.as_str()).cloned()) else {
            return Ok(None);
        };
        let value = self.decl_value(&decl)?;
        if let Value::Module(own) = self.import_module(module)? {
            own.namespace.set(name, value.clone());
        }
        Ok(Some(value))
    }

    /// The function that stdlib/ declares for a built-in class.
    pub(crate) fn declared_method(&mut self, info: &'static TypeInfo, name: Sym) -> Option<Value> {
        let key = (std::ptr::from_ref(info) as usize, name);
        if let Some(known) = self.type_attrs.get(&key) {
            return known.clone();
        }
        let found = self.find_method(info, name).or_else(|| {
            let special = builtins::dunder::find(info, name)?;
            let params: &[&str] = &["self", "value", "other"];
            Some(descr::function(special.name, params.get(..=special.args)?, None, special.build))
        });
        self.type_attrs.insert(key, found.clone());
        found
    }

    fn find_method(&mut self, info: &'static TypeInfo, name: Sym) -> Option<Value> {
        let class = info.declared.strip_prefix("builtins.").unwrap_or(info.declared);
        let decl = prelude::find(class).and_then(|decl| decl.members().get(name.as_str()).cloned());
        if let Some(decl) = decl
            && decl.name != "__new__"
        {
            return self.method_value(&decl).ok();
        }
        self.declared_method(info.base?, name)
    }

    /// The names that stdlib/ declares for a built-in class and its bases.
    pub(crate) fn declared_names(&self, info: &'static TypeInfo) -> Vec<&'static str> {
        let mut names = Vec::new();
        let mut at = Some(info);
        while let Some(info) = at {
            let class = info.declared.strip_prefix("builtins.").unwrap_or(info.declared);
            if let Some(decl) = prelude::find(class) {
                names.extend(decl.members().iter().map(|decl| decl.name));
            }
            at = info.base;
        }
        names
    }

    fn method_value(&mut self, decl: &Arc<Decl>) -> Res<Value> {
        if decl.kind != Kind::Function {
            return self.decl_value(decl);
        }
        if decl.is_library() {
            // Its decorators ran with it.
            return self.library_method(decl);
        }
        let function = self.join(decl)?;
        Ok(if decl.is_decorated("staticmethod") {
            Value::native(StaticMethod(function))
        } else if decl.is_decorated("classmethod") {
            Value::native(ClassMethod(function))
        } else if decl.is_decorated("property") {
            Value::native(Property { get: function, set: Value::None, delete: Value::None })
        } else {
            function
        })
    }

    /// What makes objects of a built-in class, by its declaration.
    pub(crate) fn constructor(&mut self, info: &'static TypeInfo) -> Option<Constructor> {
        let key = std::ptr::from_ref(info) as usize;
        if let Some(known) = self.constructors.get(&key) {
            return Some(known.clone());
        }
        let class = info.declared.strip_prefix("builtins.").unwrap_or(info.declared);
        let decl = prelude::find(class).and_then(|decl| decl.members().get("__new__").cloned())?;
        let first = decl.function().and_then(|def| def.params.iter().next());
        let takes_class = first.is_some_and(|param| param.name.name.as_str() == "cls");
        let Value::Builtin(function) = self.join(&decl).ok()? else { return None };
        let made = Constructor { function, takes_class };
        self.constructors.insert(key, made.clone());
        Some(made)
    }

    /// A module by its dotted name, imported now if it was not.
    pub(crate) fn import_module(&mut self, name: &str) -> Res<Value> {
        if let Some(known) = self.modules.loaded.get(name) {
            return Ok(known.clone());
        }
        if let Some((above, _)) = name.rsplit_once('.')
            && !prelude::is_declared(name)
        {
            self.import_module(above)?;
        }
        if prelude::is_declared(name) {
            if name == "h5py" {
                // Not every build has it.
                crate::io::hdf5::available()?;
            }
            return Ok(self.add_module(name, None));
        }
        if let Some(path) = module_file(&self.modules.folder, name) {
            return self.import_file(name, &path);
        }
        let inside = prelude::names().any(|at| at.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')));
        if inside || is_package(&self.modules.folder, name) {
            return Ok(self.add_module(name, None));
        }
        let error = Raised::new(ExcClass::ModuleNotFoundError, format!("No module named '{name}'"));
        Err(error.help("rdask has the modules that its book lists, and `.py` and `.rd` files beside the script"))
    }

    fn add_module(&mut self, name: &str, path: Option<&Path>) -> Value {
        let namespace = Namespace::default();
        *namespace.name.borrow_mut() = Arc::from(name);
        let module = Module { name: Arc::from(name), namespace: Rc::new(namespace), declared: path.is_none() };
        if let Some(path) = path {
            module.namespace.set(Sym::new("__file__"), Value::str(path.to_string_lossy()));
        }
        let value = Value::Module(Rc::new(module));
        self.modules.loaded.insert(name.to_owned(), value.clone());
        value
    }

    fn import_file(&mut self, name: &str, path: &Path) -> Res<Value> {
        let shown = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|error| crate::value::exc::os_error(&error, &shown))?;
        let file = self.shared.sources.add(shown.clone(), text.clone());
        let module = crate::syntax::parse(&text, file).map_err(|errors| syntax_error(&errors, &shown))?;
        let value = self.add_module(name, Some(path));
        let Value::Module(made) = &value else { return Ok(value) };
        match self.run_in(&module, Mode::Exec, made.namespace.clone()) {
            Ok(_) => Ok(value),
            Err(raised) => {
                self.modules.loaded.remove(name);
                Err(raised)
            }
        }
    }
}

fn syntax_error(errors: &[crate::syntax::SyntaxError], shown: &str) -> Box<Raised> {
    use crate::diag::Report;
    let first = errors.first().map(Report::report);
    let message = first.as_ref().map_or_else(|| "invalid syntax".to_owned(), |first| first.message.clone());
    let mut raised = Raised::new(ExcClass::SyntaxError, format!("{message} ({shown})"));
    if let Some(first) = first {
        raised.help = first.help.clone();
        if let Some(span) = first.span() {
            let function = Arc::from("<module>");
            raised.trace.push(crate::data::raised::TraceEntry { span, function });
        }
    }
    raised
}
