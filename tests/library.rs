//! The book's page of all modules is made of the declarations in stdlib/: `UPDATE_BOOK=1 cargo test library` writes it
//! anew.

use std::fmt::Write;

use rdask::syntax::print;
use rdask::types::prelude::{self, Decl, Kind};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/book/src/library.md");

const INTRODUCTION: &str = "# The library

Every module, function and class that rdask has, as the declarations in `stdlib/` have them: the checker reads the same
lines, and `:help name` at the prompt shows the whole text with its examples. Modules are imported by their names in
Python; what is not here is refused by name.
";

/// The first sentence of a docstring, on one line.
fn first_sentence(doc: &str) -> String {
    let paragraph: Vec<&str> = doc.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let text = paragraph.join(" ");
    match text.split_once(". ") {
        Some((first, _)) => format!("{first}."),
        None => text,
    }
}

/// `sqrt(x: float) -> float` of a function; of a class its name.
fn header(decl: &Decl) -> String {
    let text = print(decl.parsed());
    let line = text.lines().rfind(|line| line.starts_with("def ")).unwrap_or_default();
    let line = line.trim_start_matches("def ");
    match decl.kind {
        // `Any` says nothing, and `...` stands for "not given".
        Kind::Function => {
            line.rsplit_once(':').map_or(line, |(head, _)| head).replace(": Any", "").replace(" -> Any", "")
        }
        _ => decl.name.to_owned(),
    }
}

fn entry(page: &mut String, decl: &Decl, owner: &str) {
    let doc = decl.doc().map(|doc| first_sentence(&doc)).unwrap_or_default();
    let dash = if doc.is_empty() { "" } else { ": " };
    let _ = writeln!(page, "- `{owner}{}`{dash}{doc}", header(decl));
}

/// Names that users don't write: underscores, and what only the checker needs.
fn is_public(decl: &Decl) -> bool {
    !decl.name.starts_with('_') && decl.kind != Kind::Import
}

fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    for name in prelude::names() {
        let module = prelude::module(name).unwrap();
        let _ = write!(page, "\n## `{name}`\n\n");
        if let Some(doc) = module.doc() {
            let _ = write!(page, "{}\n\n", first_sentence(&doc));
        }
        let (constants, others): (Vec<_>, Vec<_>) = module
            .names
            .iter()
            .filter(|decl| is_public(decl))
            .partition(|decl| matches!(decl.kind, Kind::Constant | Kind::Assign));
        for decl in others {
            entry(&mut page, decl, "");
            let members = decl.members().iter().filter(|member| is_public(member) && member.kind == Kind::Function);
            for member in members {
                page.push_str("  ");
                entry(&mut page, member, &format!("{}.", decl.name));
            }
        }
        if !constants.is_empty() {
            let names: Vec<String> = constants.iter().map(|decl| format!("`{}`", decl.name)).collect();
            let _ = writeln!(page, "- Names: {}", names.join(", "));
        }
    }
    page
}

#[test]
fn the_book_lists_what_is_declared() {
    let page = page();
    if std::env::var_os("UPDATE_BOOK").is_some() {
        std::fs::write(PAGE, &page).unwrap();
    }
    let written = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(written == page, "book/src/library.md is not what stdlib/ declares: UPDATE_BOOK=1 cargo test library");
}
