//! The rules of the house that a test can hold: who may use whom, what each file opens with, how long it may grow.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Who may use whom: the arrows of the architecture page, read downwards and transitively.
const ARROWS: &[(&str, &[&str])] = &[
    ("main", &["repl", "session"]),
    ("repl", &["session"]),
    ("session", &["interp", "lower", "sched", "types", "syntax"]),
    ("interp", &["builtins", "types", "syntax"]),
    ("builtins", &["expr", "io", "value", "kernels"]),
    ("types", &["syntax", "expr", "io"]),
    ("lower", &["expr", "graph"]),
    ("sched", &["graph", "kernels"]),
    ("graph", &["ops", "value"]),
    ("expr", &["ops", "value"]),
    ("kernels", &["jit", "ops", "io", "value"]),
    ("jit", &["ops"]),
    ("ops", &["data"]),
    ("io", &["data"]),
    ("value", &["data"]),
    ("syntax", &["data"]),
    ("data", &[]),
];

/// Rooms that serve all.
const COMMON: &[&str] = &["source", "diag"];

/// Each outside crate that has one door: the module, or folder, that alone may name it.
const DOORS: &[(&str, &[&str])] = &[
    ("cranelift_codegen", &["src/jit/"]),
    ("cranelift_frontend", &["src/jit/"]),
    ("cranelift_jit", &["src/jit/"]),
    ("cranelift_module", &["src/jit/"]),
    ("cranelift_native", &["src/jit/"]),
    ("pest", &["src/syntax/parse", "src/syntax/grammar"]),
    ("unicode_normalization", &["src/syntax/parse"]),
    ("ariadne", &["src/diag.rs"]),
    ("rustyline", &["src/repl/"]),
    ("graphviz_rust", &["src/graph/dot"]),
    ("indicatif", &["src/repl/", "src/main.rs"]),
    ("crossbeam_deque", &["src/sched/"]),
    ("lexopt", &["src/main.rs", "src/repl/args.rs"]),
    ("rayon", &["src/kernels/shared.rs"]),
    ("jiff", &["src/builtins/dt/civil.rs", "src/builtins/time.rs"]),
    ("hashbrown", &["src/value/containers.rs"]),
    ("ctrlc", &["src/main.rs", "src/repl/"]),
    ("faer", &["src/kernels/linalg"]),
    ("rustfft", &["src/kernels/fft"]),
    ("statrs", &["src/kernels/special"]),
    ("rand_core", &["src/ops/draws"]),
    ("rand_distr", &["src/ops/draws"]),
    ("zarrs", &["src/io/zarr"]),
    ("tempfile", &["src/io/shelf.rs"]),
    ("zip", &["src/io/npz"]),
    ("flate2", &["src/io/compress.rs"]),
    ("bzip2", &["src/io/compress.rs"]),
    ("liblzma", &["src/io/compress.rs"]),
    ("lz4_flex", &["src/io/compress.rs"]),
    ("zstd", &["src/io/compress.rs"]),
    ("regex_automata", &["src/builtins/re/"]),
    ("fancy_regex", &["src/builtins/re/"]),
    ("rustix", &["src/io/stdin.rs"]),
    ("md5", &["src/builtins/digest.rs"]),
    ("sha1", &["src/builtins/digest.rs"]),
    ("sha2", &["src/builtins/digest.rs"]),
    ("sha3", &["src/builtins/digest.rs"]),
    ("blake2", &["src/builtins/digest.rs"]),
    ("image", &["src/io/image"]),
    ("ndarray", &["src/session/arrays.rs"]),
    ("rust_hdf5", &["src/io/hdf5"]),
    ("bytemuck", &["src/kernels/sort"]),
    ("memmap2", &["src/data/buffer/mapped.rs"]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(under: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![under.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

/// The room a source file belongs to: `src/value/text.rs` is in `value`, `src/session.rs` is `session`.
fn room(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// All that a room may use, arrows followed to the end.
fn reach(room: &str) -> BTreeSet<&'static str> {
    let arrows: BTreeMap<&str, &[&'static str]> = ARROWS.iter().map(|(from, to)| (*from, *to)).collect();
    let mut seen: BTreeSet<&'static str> = COMMON.iter().copied().collect();
    let mut next: Vec<&'static str> = arrows.get(room).copied().unwrap_or(&[]).to_vec();
    while let Some(at) = next.pop() {
        if seen.insert(at) {
            next.extend(arrows.get(at).copied().unwrap_or(&[]));
        }
    }
    seen
}

/// The text without comments and without what stands behind `#[cfg(test)]`.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let live = text.split("#[cfg(test)]").next().unwrap_or("");
    let lines = live.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The rooms that a source text names by `crate::room`, also inside `use crate::{a, b::c}`.
fn rooms_named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut word = String::new();
            let mut fresh = true;
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => fresh = true,
                    c if depth == 0 && fresh && (c.is_alphanumeric() || c == '_') => word.push(c),
                    c if depth == 0 && !c.is_whitespace() => fresh = false,
                    _ => {}
                }
                if (!fresh || c == ',') && !word.is_empty() {
                    named.insert(std::mem::take(&mut word));
                }
            }
            if !word.is_empty() {
                named.insert(word);
            }
        } else {
            named.insert(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    named
}

#[test]
fn nobody_uses_a_room_above_its_own() {
    let known: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).chain(COMMON.iter().copied()).collect();
    let mut wrong = Vec::new();
    for path in rust_files(&root().join("src")) {
        let room = room(&path);
        if room == "lib" || room == "main" {
            continue;
        }
        let allowed = if COMMON.contains(&room.as_str()) { COMMON.iter().copied().collect() } else { reach(&room) };
        if !known.contains(room.as_str()) {
            wrong.push(format!("{}: the room `{room}` stands in no line of ARROWS", shown(&path)));
        }
        for used in rooms_named(&code(&path)) {
            if known.contains(used.as_str()) && used != room && !allowed.contains(used.as_str()) {
                wrong.push(format!("{}: `{room}` may not use `{used}`", shown(&path)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let mut silent = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for path in rust_files(&root().join(folder)) {
            let text = std::fs::read_to_string(&path).unwrap();
            if !text.starts_with("//! ") {
                silent.push(shown(&path));
            }
        }
    }
    assert!(silent.is_empty(), "these files do not open with `//! what they are for`: {silent:?}");
}

#[test]
fn each_dependency_has_one_door() {
    let mut wrong = Vec::new();
    for path in rust_files(&root().join("src")) {
        let (name, text) = (shown(&path), code(&path));
        for (krate, doors) in DOORS {
            // A module of ours may have the name of a crate: then a path stands before it.
            let path = format!("{krate}::");
            let outside = |at: usize| !text[..at].ends_with(|c: char| c == ':' || c == '_' || c.is_alphanumeric());
            let named = text.match_indices(&path).any(|(at, _)| outside(at)) || text.contains(&format!("use {krate};"));
            if named && !doors.iter().any(|door| name.starts_with(door)) {
                wrong.push(format!("{name} names `{krate}`, whose door is {doors:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn unsafe_stays_in_its_rooms() {
    let mut wrong = Vec::new();
    for path in rust_files(&root().join("src")) {
        let name = shown(&path);
        let allowed = ["src/jit/", "src/ops/simd/", "src/data/buffer/"].iter().any(|room| name.starts_with(room));
        let text = code(&path);
        if !allowed && (text.contains("unsafe {") || text.contains("unsafe fn") || text.contains("unsafe impl")) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "unsafe code outside its rooms: {wrong:?}");
}

#[test]
fn files_stay_readable() {
    let mut long = Vec::new();
    for path in rust_files(&root().join("src")) {
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        if lines > 600 {
            long.push(format!("{} has {lines} lines", shown(&path)));
        }
    }
    assert!(long.is_empty(), "split these by what a reader would look for:\n{}", long.join("\n"));
}
