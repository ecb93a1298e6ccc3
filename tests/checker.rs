//! The checker: the message of each kind of error, and silence about every script that runs.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;

use rdask::diag::{Report, render};
use rdask::source::{FileId, Sources};
use rdask::syntax::Scopes;
use rdask::types::{Checked, Env, Outside, check};

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
pub fn messages(text: &str) -> String {
    let (sources, checked) = checked("script.py", text);
    checked.errors.iter().map(|error| render(&error.report(), &sources, false)).collect::<Vec<_>>().join("\n")
}

/// All scripts of a folder, with what the checker says of them.
fn complaints(folder: &str) -> Vec<String> {
    let path = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let pending = std::fs::read_to_string(format!("{path}/pending.txt")).unwrap_or_default();
    let pending: Vec<&str> = pending.lines().map(str::trim).collect();
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
        if file.ends_with("record.py")
            || (std::env::var("ALL").is_err() && pending.iter().any(|name| file.ends_with(name)))
        {
            continue;
        }
        let Ok(module) = rdask::syntax::parse(&text, id) else {
            found.push(format!("{} does not parse\n", file.display()));
            continue;
        };
        let scopes = Scopes::of(&module);
        let beside = file.parent().unwrap().to_path_buf();
        let is_file = move |name: &str| beside.join(format!("{}.py", name.replace('.', "/"))).exists();
        let mut outside = Outside::default();
        for helper in helpers(&file, &text) {
            outside.add(&rdask::syntax::parse(&helper, id).unwrap());
        }
        let env = Env { is_file: &is_file, elsewhere: outside.caught, ..Env::default() };
        let checked = check(module, scopes, &env);
        found.extend(checked.errors.iter().map(|error| render(&error.report(), &sources, false)));
    }
    found
}

/// The texts of the files `helper_*.py` beside a script that it imports.
fn helpers(script: &Path, text: &str) -> Vec<String> {
    let name = |line: &str| Some(line.strip_prefix("from ")?.split_once(" import")?.0.to_owned());
    let names = text.lines().filter_map(name).filter(|name| name.starts_with("helper_"));
    names.map(|name| std::fs::read_to_string(script.with_file_name(name + ".py")).unwrap()).collect()
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

#[test]
fn timing() {
    if let Ok(path) = std::env::var("TIME") {
        let text = std::fs::read_to_string(path).unwrap();
        let start = std::time::Instant::now();
        let sources = Sources::default();
        let file = sources.add("big", text.as_str());
        let module = rdask::syntax::parse(&text, file).unwrap();
        let parsed = start.elapsed();
        let scopes = Scopes::of(&module);
        let checked = check(module, scopes, &Env::default());
        println!("parse {parsed:?}, check {:?}, {} errors", start.elapsed() - parsed, checked.errors.len());
        for error in checked.errors.iter().take(5) {
            println!("{}", render(&error.report(), &sources, false));
        }
    }
}

/// A small deterministic source of choices.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n.max(1)
    }
}

/// The words of a text and what is between them.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut inside = false;
    for (at, c) in text.char_indices() {
        let word = c.is_alphanumeric() || c == '_';
        if at > start && (word != inside || !word) {
            found.push(&text[start..at]);
            start = at;
        }
        inside = word;
    }
    found.push(&text[start..]);
    found
}

/// One script, changed at random: words exchanged, lines lost or doubled.
fn mutated(text: &str, dice: &mut Dice) -> String {
    let odd = [
        "None",
        "'text'",
        "0",
        "[]",
        "{}",
        "1.5",
        "()",
        "lambda x: x",
        "x",
        "self",
        "not",
        "yield",
        "*",
        "**",
        "-1",
        "print",
    ];
    let mut parts: Vec<String> = words(text).into_iter().map(str::to_owned).collect();
    for _ in 0..=dice.below(6) {
        let (a, b) = (dice.below(parts.len()), dice.below(parts.len()));
        match dice.below(4) {
            0 => parts[a] = parts[b].clone(),
            1 => parts.swap(a, b),
            2 => parts[a] = odd[dice.below(odd.len())].to_owned(),
            _ => parts[a].clear(),
        }
    }
    let text = parts.concat();
    let mut lines: Vec<&str> = text.lines().collect();
    for _ in 0..dice.below(3) {
        let (a, b) = (dice.below(lines.len()), dice.below(lines.len()));
        if dice.below(2) == 0 {
            lines.swap(a, b);
        } else if lines.len() > 1 {
            lines.remove(a);
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn no_script_makes_the_checker_panic() {
    let path = format!("{}/tests/oracle", env!("CARGO_MANIFEST_DIR"));
    let mut scripts: Vec<String> = std::fs::read_dir(path)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "py"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    scripts.sort();
    if std::env::var("DUMP").is_ok() {
        scripts.retain(|text| !["sys.exit", "os.", "visualize", "open("].iter().any(|word| text.contains(word)));
    }
    let rounds = std::env::var("MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(600);
    let mut dice = Dice(1);
    for _ in 0..rounds {
        let text = mutated(&scripts[dice.below(scripts.len())], &mut dice);
        let sources = Sources::default();
        let file = sources.add("mutant", text.as_str());
        let Ok(module) = rdask::syntax::parse(&text, file) else { continue };
        let scopes = Scopes::of(&module);
        let start = std::time::Instant::now();
        let found = std::panic::catch_unwind(|| check(module, scopes, &Env::default()));
        let Ok(checked) = found else { panic!("the checker panics on:\n{text}") };
        assert!(start.elapsed().as_secs() < 60, "the checker takes too long on:\n{text}");
        if let (Ok(folder), false) = (std::env::var("DUMP"), checked.errors.is_empty()) {
            let all: String = checked.errors.iter().map(|error| render(&error.report(), &sources, false)).collect();
            std::fs::write(format!("{folder}/{}.py", dice.0), &text).unwrap();
            std::fs::write(format!("{folder}/{}.txt", dice.0), all).unwrap();
        }
        for error in &checked.errors {
            assert!(!render(&error.report(), &sources, false).is_empty());
        }
    }
}
