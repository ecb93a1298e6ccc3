//! What the shell asks: types, trees, plans, pictures, variables, names to complete.

use super::{Failure, Session, explain, names};
use crate::data::Sym;
use crate::syntax::ast::{Expr, ExprKind, Module, StmtKind};
use crate::types::prelude::{self, Names};
use crate::value::{Value, kind, repr};

/// A variable, as `:vars` shows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its type, as the checker says it.
    pub kind: String,
    /// The beginning of its `repr`.
    pub value: String,
}

/// Characters of a value that `:vars` shows.
const SHOWN: usize = 60;

/// Words that can begin or join a statement.
const KEYWORDS: &[&str] = &[
    "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for",
    "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield", "True", "False", "None",
];

impl Session {
    /// The type of an expression, as the checker sees it. Nothing runs.
    pub fn type_of(&mut self, text: &str) -> Result<String, Failure> {
        let module = self.parse("<:type>", text)?;
        let Some(id) = only_expression(&module).map(|e| e.id) else { return Err(not_an_expression(text)) };
        let checked = self.check_module(module);
        if !checked.errors.is_empty() {
            return Err(Failure::reported(&checked.errors));
        }
        Ok(checked.typed.type_of(id).to_string())
    }

    /// The syntax tree of a text.
    pub fn ast(&mut self, text: &str) -> Result<String, Failure> {
        let module = self.parse("<:ast>", text)?;
        Ok(crate::syntax::dump(&module))
    }

    /// The value of an expression that a command asks for.
    pub(super) fn value_of(&mut self, command: &str, text: &str) -> Result<Value, Failure> {
        let checked = self.checked(command, text)?;
        if only_expression(checked.typed.module()).is_none() {
            return Err(not_an_expression(text));
        }
        self.execute(checked, super::Mode::Last)
    }

    /// The plan of a lazy value: one stage, or all.
    pub fn explain(&mut self, stage: Option<&str>, text: &str) -> Result<String, Failure> {
        let value = self.value_of("<:explain>", text)?;
        if let Some(report) = self.vm.native_report(&value) {
            return Ok(report);
        }
        explain::explain(&mut self.vm, &value, stage).map_err(|raised| self.failure(raised))
    }

    /// Draw the task graph of a lazy value, to a file or as a tree of text; what to tell the user.
    pub fn visualize(&mut self, text: &str, file: Option<&str>) -> Result<String, Failure> {
        let value = self.value_of("<:visualize>", text)?;
        let drawn = crate::lower::lower(&mut self.vm, &[value]).and_then(|graph| {
            let drawing = crate::graph::picture::drawing(&graph, &Default::default());
            match file {
                None => Ok(crate::graph::draw::tree::tree(&drawing)),
                Some(path) => crate::graph::dot::write(&drawing, path).map(|()| format!("wrote {path}")),
            }
        });
        drawn.map_err(|raised| self.failure(raised))
    }

    /// The user's variables, in the order in which they were made.
    pub fn vars(&mut self) -> Vec<Variable> {
        let hidden = ["da", "np", "dask", "delayed", "_"];
        let mut rows = Vec::new();
        for (name, value) in self.globals.items() {
            if name.as_str().starts_with("__") || hidden.contains(&name.as_str()) {
                continue;
            }
            let kind = self.type_of(name.as_str()).unwrap_or_else(|_| kind::type_name(&value).into_owned());
            let text = repr::repr(&mut self.vm, &value).unwrap_or_else(|_| "?".to_owned());
            rows.push(Variable { name: name.to_string(), kind, value: first_line(&text) });
        }
        rows
    }

    /// What a name is: its signature and documentation.
    pub fn help(&mut self, name: &str) -> Result<String, Failure> {
        let signature = self.signature(name).map(|signature| format!("{name}{signature}"));
        let doc = self.lookup(name).and_then(|value| self.doc(&value)).or_else(|| module_help(name));
        match (signature, doc) {
            (None, None) => {
                let kind = self.type_of(name)?;
                Ok(format!("{name}: {kind}"))
            }
            (signature, doc) => Ok([signature, doc].into_iter().flatten().collect::<Vec<_>>().join("\n\n")),
        }
    }

    fn doc(&mut self, value: &Value) -> Option<String> {
        match value {
            Value::Function(function) => function.doc.as_ref().map(|doc| prelude::dedent(doc)),
            Value::Builtin(builtin) => builtin.doc.as_ref().map(|doc| prelude::dedent(doc)),
            Value::Method(method) => self.doc(&method.function.clone()),
            Value::Module(module) => module_help(&module.name),
            Value::Type(class) => {
                let found = prelude::find(class.declared.strip_prefix("builtins.").unwrap_or(class.declared))?;
                Some(listed(found.doc(), found.members()))
            }
            _ => None,
        }
    }

    /// The value of a dotted name, if nothing has to run to get it.
    fn lookup(&mut self, path: &str) -> Option<Value> {
        let mut parts = path.split('.');
        let first = Sym::existing(parts.next()?)?;
        let mut value = self.globals.get(first).or_else(|| self.vm.builtin(first).ok().flatten())?;
        for part in parts {
            // A user's property would run code.
            if matches!(value, Value::Instance(_)) {
                return None;
            }
            value = crate::value::Host::getattr(&mut self.vm, &value, Sym::new(part)).ok()?;
        }
        Some(value)
    }

    /// Names that can stand at the prompt.
    pub fn names(&self) -> Vec<String> {
        let variables = self.globals.items().into_iter().map(|(name, _)| name.to_string());
        let builtins = prelude::module("builtins")
            .into_iter()
            .flat_map(|module| module.names.iter().map(|declaration| declaration.name.to_string()).collect::<Vec<_>>());
        variables.chain(builtins).chain(KEYWORDS.iter().map(|&word| word.to_owned())).collect()
    }

    /// Attributes of an expression: of its value where nothing has to run for it, else by the checker's type.
    pub fn attributes(&mut self, owner: &str) -> Vec<String> {
        if let Some(value) = self.lookup(owner) {
            return names::attributes(&value);
        }
        let Ok(module) = self.parse("<completion>", owner) else { return Vec::new() };
        let Some(id) = only_expression(&module).map(|e| e.id) else { return Vec::new() };
        let checked = self.check_module(module);
        names::members(&checked.typed.type_of(id).class_name())
    }

    /// `(x, *, axis=None)` of what can be called.
    pub fn signature(&mut self, owner: &str) -> Option<String> {
        let value = self.lookup(owner)?;
        names::signature(&value)
    }

    /// Names of the parameters of what can be called.
    pub fn parameters(&mut self, owner: &str) -> Vec<String> {
        self.lookup(owner).map(|value| names::parameters(&value)).unwrap_or_default()
    }
}

/// The text of a declared module, and the names it has.
fn module_help(name: &str) -> Option<String> {
    let module = prelude::module(name)?;
    Some(listed(module.doc(), &module.names))
}

/// A text, and the names that a module or class declares, in lines that fit a terminal.
fn listed(doc: Option<String>, names: &Names) -> String {
    const WIDTH: usize = 100;
    let mut out = doc.unwrap_or_default();
    let mut line = String::new();
    out.push_str("\n\n");
    for name in names.iter().map(|decl| decl.name).filter(|name| !name.starts_with('_')) {
        if line.len() + name.len() > WIDTH {
            out.push_str(line.trim_end());
            out.push('\n');
            line.clear();
        }
        line.push_str(name);
        line.push(' ');
    }
    out.push_str(line.trim_end());
    out.trim().to_owned()
}

fn only_expression(module: &Module) -> Option<&Expr> {
    match module.body.as_slice() {
        [stmt] => match &stmt.kind {
            StmtKind::Expr(e) if !matches!(e.kind, ExprKind::Yield(_)) => Some(e),
            _ => None,
        },
        _ => None,
    }
}

fn not_an_expression(text: &str) -> Failure {
    Failure::plain("SyntaxError", format!("`{text}` is not an expression"))
}

fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let cut: String = line.chars().take(SHOWN).collect();
    if cut.len() < text.len() { format!("{cut}...") } else { cut }
}
