//! Declarations of stdlib/ and rows of src/builtins hold each other: each declaration without a body has one row, each row
//! a declaration, every function and class a docstring, and every file a line in the table.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rdask::source::FileId;
use rdask::types::prelude::{self, Decl, Kind, Names};

fn all() -> Vec<Arc<Decl>> {
    fn walk(names: &Names, into: &mut Vec<Arc<Decl>>) {
        for decl in names.iter() {
            into.push(decl.clone());
            walk(decl.members(), into);
        }
    }
    let mut found = Vec::new();
    for name in prelude::names() {
        walk(&prelude::module(name).unwrap().names, &mut found);
    }
    found
}

#[test]
fn every_module_is_in_the_table() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("stdlib");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter_map(|file| file.strip_suffix(".rd").map(str::to_owned)).collect();
    let table: BTreeSet<String> = prelude::names().map(str::to_owned).collect();
    assert_eq!(files, table);
}

#[test]
fn every_declaration_parses() {
    let mut wrong = Vec::new();
    for name in prelude::names() {
        let module = prelude::module(name).unwrap();
        if let Err(errors) = rdask::syntax::parse(module.text, FileId(0)) {
            for error in errors {
                let line = module.text[..error.span.start as usize].matches('\n').count() + 1;
                wrong.push(format!("stdlib/{name}.rd:{line}: {error:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for decl in all() {
        if let Err(errors) = rdask::syntax::parse(decl.text(), prelude::STDLIB) {
            panic!("{}: {errors:?}\n{}", decl.qualified, decl.text());
        }
    }
}

#[test]
fn declarations_and_rows_match() {
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rdask::builtins::rows() {
        *rows.entry(row.name).or_default() += 1;
    }
    let mut wrong = Vec::new();
    for (name, count) in rows.iter().filter(|(_, count)| **count > 1) {
        wrong.push(format!("{name} has {count} rows"));
    }
    for decl in all() {
        // What a class in the language says of its attributes needs no row.
        let owner = decl.qualified.rsplit_once('.').and_then(|(owner, _)| prelude::find(owner));
        if owner.is_some_and(|owner| owner.kind == Kind::Class && owner.is_library()) {
            continue;
        }
        match (decl.has_row(), rows.remove(decl.qualified.as_str())) {
            (true, None) => wrong.push(format!("{} is declared and has no row", decl.qualified)),
            (false, Some(_)) => wrong.push(format!("{} has a row and a body", decl.qualified)),
            _ => {}
        }
    }
    wrong.extend(rows.keys().map(|name| format!("{name} has a row and no declaration")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn everything_declared_is_documented() {
    let documented = |decl: &Decl| decl.doc().is_some_and(|doc| !doc.is_empty());
    let hidden = |decl: &Decl| decl.name.starts_with('_') || decl.qualified.contains("._");
    let wanted = all().into_iter().filter(|decl| matches!(decl.kind, Kind::Function | Kind::Class) && !hidden(decl));
    let silent: Vec<String> = wanted.filter(|decl| !documented(decl)).map(|decl| decl.qualified.clone()).collect();
    assert!(silent.is_empty(), "no docstring: {silent:?}");
    for name in prelude::names() {
        assert!(prelude::module(name).unwrap().doc().is_some(), "stdlib/{name}.rd opens with no docstring");
    }
}

/// What a text prints at the prompt of a session; of a failure the last line that Python would show.
fn prompt(session: &mut rdask::Session, output: &rdask::interp::output::Output, source: &str) -> String {
    let done = session.enter(source);
    let mut printed = output.take();
    if let Err(failure) = done {
        printed.push_str(&session.render(&failure));
    }
    printed
}

/// As doctest compares: `...` stands for any text, and a traceback is compared by its last line.
fn agrees(want: &str, got: &str) -> bool {
    let lines = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    let (want, got) = (lines(want), lines(got));
    if want.starts_with("Traceback") {
        let last = want.lines().last().unwrap_or("");
        return got.starts_with(last);
    }
    let mut rest = got.as_str();
    let mut parts = want.split("...");
    let first = parts.next().unwrap_or("");
    let Some(after) = rest.strip_prefix(first) else { return false };
    rest = after;
    let mut open = false;
    for part in parts {
        open = true;
        match rest.find(part) {
            Some(at) if !part.is_empty() => rest = &rest[at + part.len()..],
            Some(_) => rest = "",
            None => return false,
        }
    }
    rest.is_empty() || (open && want.ends_with("..."))
}

#[test]
fn every_example_prints_what_it_shows() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for decl in all() {
        let examples = decl.examples();
        if examples.is_empty() {
            continue;
        }
        let output = Arc::new(rdask::interp::output::Output::memory());
        let options = rdask::session::Options { output: Some(output.clone()), ..Default::default() };
        let mut session = rdask::Session::new(options);
        session.start_prompt("import numpy as np\nimport dask\nimport dask.array as da\nfrom dask import delayed\n");
        for example in examples {
            count += 1;
            let got = prompt(&mut session, &output, &example.source);
            if !agrees(&example.want, &got) {
                let rdask = got.replace('\n', "\n    ");
                wrong.push(format!(
                    "{}: >>> {}\n  want {}\n  got {rdask}",
                    decl.qualified, example.source, example.want
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} examples:\n{}", wrong.len(), wrong.join("\n"));
}
