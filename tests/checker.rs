//! The checker: the message of each kind of error, and silence about every script that runs.

use rdask::diag::{Report, render};
use rdask::source::{FileId, Sources};
use rdask::syntax::Scopes;
use rdask::types::{Checked, Env, check};

/// Check a text as the main script.
fn checked(name: &str, text: &str) -> (Sources, Checked) {
    let sources = Sources::default();
    let file: FileId = sources.add(name, text);
    let module = rdask::syntax::parse(text, file).unwrap_or_else(|errors| panic!("{name} does not parse: {errors:?}"));
    let scopes = Scopes::of(&module);
    let checked = check(module, scopes, &Env::default());
    (sources, checked)
}

/// The messages about a text.
fn messages(text: &str) -> String {
    let (sources, checked) = checked("script.py", text);
    checked.errors.iter().map(|error| render(&error.report(), &sources, false)).collect::<Vec<_>>().join("\n")
}

/// All scripts of a folder, with what the checker says of them.
fn complaints(folder: &str) -> Vec<String> {
    let path = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(path) else { return found };
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "py"))
        .collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let sources = Sources::default();
        let id = sources.add(file.file_name().unwrap().to_string_lossy(), text.as_str());
        if file.ends_with("record.py") {
            continue;
        }
        let Ok(module) = rdask::syntax::parse(&text, id) else {
            found.push(format!("{} does not parse\n", file.display()));
            continue;
        };
        let scopes = Scopes::of(&module);
        let beside = file.parent().unwrap().to_path_buf();
        let is_file = move |name: &str| beside.join(format!("{}.py", name.replace('.', "/"))).exists();
        let env = Env { is_file: &is_file, ..Env::default() };
        let checked = check(module, scopes, &env);
        found.extend(checked.errors.iter().map(|error| render(&error.report(), &sources, false)));
    }
    found
}

/// Whether the declarations that the scripts use are there.
fn declared() -> bool {
    ["print", "math.sqrt", "numpy.ones", "dask.array.ones"]
        .iter()
        .all(|name| rdask::types::prelude::find(name).is_some())
}

#[test]
fn scripts_that_run_are_not_rejected() {
    if !declared() {
        return;
    }
    let mut all = complaints("tests/oracle");
    all.extend(complaints("examples"));
    assert!(all.is_empty(), "{} complaints:\n{}", all.len(), all.join("\n"));
}

#[test]
fn trial() {
    if let Ok(path) = std::env::var("CHECK") {
        println!("{}", messages(&std::fs::read_to_string(path).unwrap()));
    }
}

#[test]
fn each_error_has_its_message() {
    if !declared() {
        return;
    }
    let mut silent = Vec::new();
    for (name, text) in super::checker_cases::CASES {
        let message = messages(text);
        if message.is_empty() {
            silent.push(*name);
            continue;
        }
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, description => *text }, {
            insta::assert_snapshot!(format!("checker__{name}"), message);
        });
    }
    assert!(silent.is_empty(), "nothing is said of {silent:?}");
}

#[test]
fn nothing_is_said_of_what_runs() {
    if !declared() {
        return;
    }
    for (name, text) in super::checker_cases::QUIET {
        let message = messages(text);
        assert!(message.is_empty(), "{name}:\n{text}\n{message}");
    }
}
