//! Files beside the script that it imports: their bodies are checked too, each error is shown in its own file.

use std::path::{Path, PathBuf};

use crate::interp;
use crate::source::Sources;
use crate::syntax::Scopes;
use crate::syntax::ast::{Alias, Ident, Module, StmtKind};
use crate::syntax::walk::walk_body;
use crate::types::{self, Catch, CheckError, Desc, Env, Outside, prelude};

/// The files that a script imports, and those that these import.
pub struct Imported {
    modules: Vec<Module>,
    /// What all of them, and the script, tell each other.
    outside: Outside,
}

impl Imported {
    /// Read and parse them. A file that cannot be read or parsed is left to the run, which may catch that.
    pub fn of(script: &Module, folder: &Path, sources: &Sources) -> Imported {
        let mut found = Imported { modules: Vec::new(), outside: Outside::default() };
        let mut names = imports(script);
        if names.is_empty() {
            return found;
        }
        found.outside.add(script);
        let mut seen: Vec<PathBuf> = Vec::new();
        while let Some(name) = names.pop() {
            let path = match prelude::is_declared(&name) {
                true => None,
                false => interp::module_file(folder, &name),
            };
            let Some(path) = path.filter(|path| !seen.contains(path)) else { continue };
            if let Some(module) = read(&path, sources) {
                found.outside.add(&module);
                names.extend(imports(&module));
                found.modules.push(module);
            }
            seen.push(path);
        }
        found
    }

    /// What they, and the script, catch.
    pub fn caught(&self) -> Catch {
        self.outside.caught.clone()
    }

    /// What certainly raises in them.
    pub fn errors(self, is_file: &dyn Fn(&str) -> bool) -> Vec<CheckError> {
        let names: Vec<_> = self.outside.stored.iter().map(|&name| (name, Desc::Any)).collect();
        let mut errors = Vec::new();
        for module in self.modules {
            let (caught, elsewhere) = (self.outside.caught.clone(), self.outside.caught.clone());
            let env = Env { names: names.clone(), main: false, is_file, caught, elsewhere };
            let scopes = Scopes::of(&module);
            errors.extend(types::check(module, scopes, &env).errors);
        }
        errors
    }
}

fn read(path: &Path, sources: &Sources) -> Option<Module> {
    let text = std::fs::read_to_string(path).ok()?;
    let file = sources.add(path.display().to_string(), text.as_str());
    crate::syntax::parse(&text, file).ok()
}

/// The dotted names of the modules that a module may import: `from a import b` may mean `a.b`.
fn imports(module: &Module) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |path: &[Ident]| {
        // Importing `a.b` imports `a` before.
        for upto in 1..=path.len() {
            let parts: Vec<&str> = path.iter().take(upto).map(|part| part.name.as_str()).collect();
            let name = parts.join(".");
            if !names.contains(&name) {
                names.push(name);
            }
        }
    };
    let mut statement = |kind: &StmtKind| match kind {
        StmtKind::Import(list) => list.iter().for_each(|alias: &Alias| add(&alias.path)),
        StmtKind::ImportFrom { module, level: 0, names } => {
            add(module);
            for alias in names {
                let path: Vec<Ident> = module.iter().chain(&alias.path).copied().collect();
                add(&path);
            }
        }
        _ => {}
    };
    walk_body(&module.body, &mut |stmt| statement(&stmt.kind), &mut |_| {});
    names
}
