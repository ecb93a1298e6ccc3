//! The tree as text, in the form of CPython's `ast.dump(tree, indent=1)` without contexts: what `:ast` shows.

use super::ast::{
    Alias, Arg, BoolOp, ClassDef, CmpOp, CompClause, CompKind, DictItem, Expr, ExprKind, FPart, FunctionDef, Handler,
    Ident, Module, Param, Params, Stmt, StmtKind, UnaryOp,
};
use super::print::quote;
use crate::data::ops::BinOp;

/// The tree of a module.
pub fn dump(module: &Module) -> String {
    let mut out = String::new();
    node("Module", vec![("body", stmts(&module.body))]).write(0, &mut out);
    out
}

/// The tree of an expression.
pub fn dump_expr(value: &Expr) -> String {
    let mut out = String::new();
    expr(value).write(0, &mut out);
    out
}

/// A piece of the text before it is laid out.
enum Tree {
    Node(&'static str, Vec<(&'static str, Tree)>),
    List(Vec<Tree>),
    Atom(String),
}

impl Tree {
    /// Whether it stays on its line.
    fn simple(&self) -> bool {
        match self {
            Tree::Node(_, fields) => fields.is_empty(),
            Tree::List(items) => items.is_empty(),
            Tree::Atom(_) => true,
        }
    }

    fn write(&self, depth: usize, out: &mut String) {
        stacker::maybe_grow(64 << 10, 1 << 20, || self.write_inner(depth, out));
    }

    fn write_inner(&self, depth: usize, out: &mut String) {
        let newline = |out: &mut String, depth: usize| {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', depth));
        };
        match self {
            Tree::Atom(text) => out.push_str(text),
            Tree::List(items) if items.is_empty() => out.push_str("[]"),
            Tree::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { "," });
                    newline(out, depth + 1);
                    item.write(depth + 1, out);
                }
                out.push(']');
            }
            Tree::Node(name, fields) => {
                let one_line = fields.len() <= 3 && fields.iter().all(|(_, value)| value.simple());
                out.push_str(name);
                out.push('(');
                for (at, (field, value)) in fields.iter().enumerate() {
                    out.push_str(if at == 0 {
                        ""
                    } else if one_line {
                        ", "
                    } else {
                        ","
                    });
                    if !one_line {
                        newline(out, depth + 1);
                    }
                    out.push_str(field);
                    out.push('=');
                    value.write(depth + 1, out);
                }
                out.push(')');
            }
        }
    }
}

fn node(name: &'static str, fields: Vec<(&'static str, Tree)>) -> Tree {
    Tree::Node(name, fields)
}

fn atom(text: impl ToString) -> Tree {
    Tree::Atom(text.to_string())
}

fn word(ident: &Ident) -> Tree {
    Tree::Atom(quote(ident.name.as_str()))
}

fn constant(text: impl ToString) -> Tree {
    node("Constant", vec![("value", atom(text))])
}

fn stmts(body: &[Stmt]) -> Tree {
    Tree::List(body.iter().map(stmt).collect())
}

fn exprs(items: &[Expr]) -> Tree {
    Tree::List(items.iter().map(expr).collect())
}

/// A field that is left out when there is nothing in it.
fn maybe(name: &'static str, value: Option<&Expr>) -> Option<(&'static str, Tree)> {
    value.map(|e| (name, expr(e)))
}

fn stmt(stmt: &Stmt) -> Tree {
    match &stmt.kind {
        StmtKind::Expr(value) => node("Expr", vec![("value", expr(value))]),
        StmtKind::Assign { targets, value } => {
            node("Assign", vec![("targets", exprs(targets)), ("value", expr(value))])
        }
        StmtKind::AugAssign { target, op, value } => {
            node("AugAssign", vec![("target", expr(target)), ("op", node(binary(*op), vec![])), ("value", expr(value))])
        }
        StmtKind::AnnAssign { target, annotation, value } => {
            let simple = i32::from(matches!(target.kind, ExprKind::Name(_)));
            let mut fields = vec![("target", expr(target)), ("annotation", expr(annotation))];
            fields.extend(maybe("value", value.as_ref()));
            fields.push(("simple", atom(simple)));
            node("AnnAssign", fields)
        }
        StmtKind::Delete(targets) => node("Delete", vec![("targets", exprs(targets))]),
        StmtKind::If { test, body, orelse } => {
            node("If", vec![("test", expr(test)), ("body", stmts(body)), ("orelse", stmts(orelse))])
        }
        StmtKind::For { target, iter, body, orelse } => {
            let head = [("target", expr(target)), ("iter", expr(iter))];
            node("For", head.into_iter().chain([("body", stmts(body)), ("orelse", stmts(orelse))]).collect())
        }
        StmtKind::While { test, body, orelse } => {
            node("While", vec![("test", expr(test)), ("body", stmts(body)), ("orelse", stmts(orelse))])
        }
        StmtKind::With { items, body } => {
            let item = |item: &super::ast::WithItem| {
                let mut fields = vec![("context_expr", expr(&item.context))];
                fields.extend(maybe("optional_vars", item.target.as_ref()));
                node("withitem", fields)
            };
            node("With", vec![("items", Tree::List(items.iter().map(item).collect())), ("body", stmts(body))])
        }
        StmtKind::Try { body, handlers, orelse, finalbody } => {
            let handlers = Tree::List(handlers.iter().map(handler).collect());
            let fields = [
                ("body", stmts(body)),
                ("handlers", handlers),
                ("orelse", stmts(orelse)),
                ("finalbody", stmts(finalbody)),
            ];
            node("Try", fields.into_iter().collect())
        }
        StmtKind::Raise { exc, cause } => {
            node("Raise", maybe("exc", exc.as_ref()).into_iter().chain(maybe("cause", cause.as_ref())).collect())
        }
        StmtKind::Assert { test, msg } => {
            node("Assert", [("test", expr(test))].into_iter().chain(maybe("msg", msg.as_ref())).collect())
        }
        StmtKind::Return(value) => node("Return", maybe("value", value.as_ref()).into_iter().collect()),
        StmtKind::Break => node("Break", vec![]),
        StmtKind::Continue => node("Continue", vec![]),
        StmtKind::Pass => node("Pass", vec![]),
        StmtKind::Global(names) => node("Global", vec![("names", Tree::List(names.iter().map(word).collect()))]),
        StmtKind::Nonlocal(names) => node("Nonlocal", vec![("names", Tree::List(names.iter().map(word).collect()))]),
        StmtKind::FunctionDef(def) => function(def),
        StmtKind::ClassDef(def) => class(def),
        StmtKind::Import(names) => node("Import", vec![("names", Tree::List(names.iter().map(alias).collect()))]),
        StmtKind::ImportFrom { module, level, names } => {
            let mut fields = Vec::new();
            if !module.is_empty() {
                fields.push(("module", Tree::Atom(quote(&path(module)))));
            }
            fields.push(("names", Tree::List(names.iter().map(alias).collect())));
            fields.push(("level", atom(level)));
            node("ImportFrom", fields)
        }
    }
}

fn function(def: &FunctionDef) -> Tree {
    let mut fields = vec![("name", word(&def.name)), ("args", arguments(&def.params)), ("body", stmts(&def.body))];
    fields.push(("decorator_list", exprs(&def.decorators)));
    fields.extend(maybe("returns", def.returns.as_ref()));
    node("FunctionDef", fields)
}

fn class(def: &ClassDef) -> Tree {
    let bases = Tree::List(def.base.iter().map(expr).collect());
    let fields = vec![
        ("name", word(&def.name)),
        ("bases", bases),
        ("keywords", Tree::List(vec![])),
        ("body", stmts(&def.body)),
        ("decorator_list", exprs(&def.decorators)),
    ];
    node("ClassDef", fields)
}

fn path(parts: &[Ident]) -> String {
    parts.iter().map(|part| part.name.as_str()).collect::<Vec<_>>().join(".")
}

fn alias(alias: &Alias) -> Tree {
    let name = ("name", Tree::Atom(quote(&path(&alias.path))));
    node("alias", [name].into_iter().chain(alias.asname.as_ref().map(|n| ("asname", word(n)))).collect())
}

fn handler(handler: &Handler) -> Tree {
    let mut fields: Vec<_> = maybe("type", handler.class.as_ref()).into_iter().collect();
    fields.extend(handler.name.as_ref().map(|n| ("name", word(n))));
    fields.push(("body", stmts(&handler.body)));
    node("ExceptHandler", fields)
}

fn arguments(params: &Params) -> Tree {
    let list = |params: &[Param]| Tree::List(params.iter().map(param).collect());
    let defaults = params.posonly.iter().chain(&params.args).filter_map(|p| p.default.as_ref()).map(expr);
    let kw_defaults = params.kwonly.iter().map(|p| p.default.as_ref().map_or(atom("None"), expr));
    let mut fields = vec![("posonlyargs", list(&params.posonly)), ("args", list(&params.args))];
    fields.extend(params.vararg.as_ref().map(|p| ("vararg", param(p))));
    fields.push(("kwonlyargs", list(&params.kwonly)));
    fields.push(("kw_defaults", Tree::List(kw_defaults.collect())));
    fields.extend(params.kwarg.as_ref().map(|p| ("kwarg", param(p))));
    fields.push(("defaults", Tree::List(defaults.collect())));
    node("arguments", fields)
}

fn param(param: &Param) -> Tree {
    node(
        "arg",
        [("arg", word(&param.name))].into_iter().chain(maybe("annotation", param.annotation.as_ref())).collect(),
    )
}

fn expr(value: &Expr) -> Tree {
    stacker::maybe_grow(64 << 10, 1 << 20, || expr_inner(value))
}

fn expr_inner(value: &Expr) -> Tree {
    match &value.kind {
        ExprKind::Name(name) => node("Name", vec![("id", Tree::Atom(quote(name.as_str())))]),
        ExprKind::Int(n) => constant(n),
        ExprKind::BigInt(digits) => constant(digits),
        ExprKind::Float(x) => constant(super::print::float(*x)),
        ExprKind::Imaginary(x) => constant(super::print::imaginary(*x)),
        ExprKind::Str(text) => constant(quote(text)),
        ExprKind::Bytes(bytes) => constant(super::print::bytes(bytes)),
        ExprKind::Bool(true) => constant("True"),
        ExprKind::Bool(false) => constant("False"),
        ExprKind::None => constant("None"),
        ExprKind::Ellipsis => constant("Ellipsis"),
        ExprKind::FString(parts) => joined(parts),
        ExprKind::Tuple(items) => node("Tuple", vec![("elts", exprs(items))]),
        ExprKind::List(items) => node("List", vec![("elts", exprs(items))]),
        ExprKind::Set(items) => node("Set", vec![("elts", exprs(items))]),
        ExprKind::Dict(items) => dict(items),
        ExprKind::Starred(inner) => node("Starred", vec![("value", expr(inner))]),
        ExprKind::Comp(kind, comp) => {
            let name = match kind {
                CompKind::List => "ListComp",
                CompKind::Set => "SetComp",
                CompKind::Generator => "GeneratorExp",
            };
            node(name, vec![("elt", expr(&comp.elt)), ("generators", clauses(&comp.clauses))])
        }
        ExprKind::DictComp(comp) => node(
            "DictComp",
            vec![("key", expr(&comp.key)), ("value", expr(&comp.value)), ("generators", clauses(&comp.clauses))],
        ),
        ExprKind::Unary(op, operand) => {
            let name = match op {
                UnaryOp::Neg => "USub",
                UnaryOp::Pos => "UAdd",
                UnaryOp::Invert => "Invert",
                UnaryOp::Not => "Not",
            };
            node("UnaryOp", vec![("op", node(name, vec![])), ("operand", expr(operand))])
        }
        ExprKind::Binary(op, left, right) => {
            node("BinOp", vec![("left", expr(left)), ("op", node(binary(*op), vec![])), ("right", expr(right))])
        }
        ExprKind::BoolOp(op, values) => {
            let name = if *op == BoolOp::And { "And" } else { "Or" };
            node("BoolOp", vec![("op", node(name, vec![])), ("values", exprs(values))])
        }
        ExprKind::Compare(first, rest) => {
            let ops = Tree::List(rest.iter().map(|(op, _)| node(compare(*op), vec![])).collect());
            let others = Tree::List(rest.iter().map(|(_, e)| expr(e)).collect());
            node("Compare", vec![("left", expr(first)), ("ops", ops), ("comparators", others)])
        }
        ExprKind::IfExp(parts) => node(
            "IfExp",
            vec![("test", expr(&parts.test)), ("body", expr(&parts.body)), ("orelse", expr(&parts.orelse))],
        ),
        ExprKind::Lambda(lambda) => {
            node("Lambda", vec![("args", arguments(&lambda.params)), ("body", expr(&lambda.body))])
        }
        ExprKind::NamedExpr(name, value) => {
            let target = node("Name", vec![("id", word(name))]);
            node("NamedExpr", vec![("target", target), ("value", expr(value))])
        }
        ExprKind::Call(func, args) => call(func, args),
        ExprKind::Attribute(value, name) => node("Attribute", vec![("value", expr(value)), ("attr", word(name))]),
        ExprKind::Subscript(value, index) => node("Subscript", vec![("value", expr(value)), ("slice", expr(index))]),
        ExprKind::Slice(lower, upper, step) => {
            let fields = [("lower", lower), ("upper", upper), ("step", step)];
            node("Slice", fields.into_iter().filter_map(|(name, e)| maybe(name, e.as_deref())).collect())
        }
        ExprKind::Yield(value) => node("Yield", maybe("value", value.as_deref()).into_iter().collect()),
        ExprKind::YieldFrom(value) => node("YieldFrom", vec![("value", expr(value))]),
    }
}

fn joined(parts: &[FPart]) -> Tree {
    let part = |part: &FPart| match part {
        FPart::Text(text) => constant(quote(text)),
        FPart::Field { value, conversion, spec } => {
            let code = conversion.map_or(-1, |c| c as i32);
            let mut fields = vec![("value", expr(value)), ("conversion", atom(code))];
            if !spec.is_empty() {
                fields.push(("format_spec", joined(spec)));
            }
            node("FormattedValue", fields)
        }
    };
    node("JoinedStr", vec![("values", Tree::List(parts.iter().map(part).collect()))])
}

fn dict(items: &[DictItem]) -> Tree {
    let key = |item: &DictItem| match item {
        DictItem::Pair(key, _) => expr(key),
        DictItem::Spread(_) => atom("None"),
    };
    let value = |item: &DictItem| match item {
        DictItem::Pair(_, value) | DictItem::Spread(value) => expr(value),
    };
    let keys = Tree::List(items.iter().map(key).collect());
    node("Dict", vec![("keys", keys), ("values", Tree::List(items.iter().map(value).collect()))])
}

/// As CPython does, positional and keyword arguments stand apart.
fn call(func: &Expr, args: &[Arg]) -> Tree {
    let (mut positional, mut keywords) = (Vec::new(), Vec::new());
    for arg in args {
        match arg {
            Arg::Pos(e) => positional.push(expr(e)),
            Arg::Star(e) => positional.push(node("Starred", vec![("value", expr(e))])),
            Arg::Keyword(name, e) => keywords.push(node("keyword", vec![("arg", word(name)), ("value", expr(e))])),
            Arg::DoubleStar(e) => keywords.push(node("keyword", vec![("value", expr(e))])),
        }
    }
    node("Call", vec![("func", expr(func)), ("args", Tree::List(positional)), ("keywords", Tree::List(keywords))])
}

fn clauses(clauses: &[CompClause]) -> Tree {
    let clause = |clause: &CompClause| {
        let head = [("target", expr(&clause.target)), ("iter", expr(&clause.iter))];
        let tail = [("ifs", exprs(&clause.ifs)), ("is_async", atom(0))];
        node("comprehension", head.into_iter().chain(tail).collect())
    };
    Tree::List(clauses.iter().map(clause).collect())
}

fn binary(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "Add",
        BinOp::Sub => "Sub",
        BinOp::Mul => "Mult",
        BinOp::Div => "Div",
        BinOp::FloorDiv => "FloorDiv",
        BinOp::Mod => "Mod",
        BinOp::Pow => "Pow",
        BinOp::MatMul => "MatMult",
        BinOp::And => "BitAnd",
        BinOp::Or => "BitOr",
        BinOp::Xor => "BitXor",
        BinOp::Shl => "LShift",
        BinOp::Shr => "RShift",
    }
}

fn compare(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "Eq",
        CmpOp::Ne => "NotEq",
        CmpOp::Lt => "Lt",
        CmpOp::Le => "LtE",
        CmpOp::Gt => "Gt",
        CmpOp::Ge => "GtE",
        CmpOp::Is => "Is",
        CmpOp::IsNot => "IsNot",
        CmpOp::In => "In",
        CmpOp::NotIn => "NotIn",
    }
}
