//! Every code block of the README and the book runs, and what it prints is what the page shows.
//!
//! - ` ```python ` is a script; a ` ```text ` block right after it is its output.
//! - ` ```python hdf5 ` is such a script for builds with the feature `hdf5`; others leave it out.
//! - ` ```python error ` is a script that is refused or fails; the ` ```text ` after it is the message.
//! - ` ```rdask ` is what one sees at the prompt: inputs after `rdask> `, with `  ...> ` for further lines.
//! - ` ```console ` with `$ rdask ...` lines shows commands; those of the README are run by `.ci/run`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

struct Block {
    line: usize,
    info: String,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<Block> = None;
    for (at, line) in page.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                open = Some(Block { line: at + 1, info: info.trim().to_owned(), text: String::new() });
            }
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some(block), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn pages() -> Vec<PathBuf> {
    let mut pages = vec![root().join("README.md")];
    let book = std::fs::read_dir(root().join("book/src")).into_iter().flatten().flatten();
    pages.extend(book.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "md")));
    pages.sort();
    pages
}

/// Run rdask with this input; standard output, standard error, success.
fn rdask(args: &[&str], input: &str) -> (String, String, bool) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rdask"))
        .args(args)
        .current_dir(root())
        .env("RDASK_HISTORY", "/dev/null")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.success())
}

/// The inputs of a transcript, and the output that it shows.
fn transcript(text: &str) -> (String, String) {
    let (mut inputs, mut shown) = (String::new(), String::new());
    for line in text.lines() {
        if let Some(input) = line.strip_prefix("rdask> ").or_else(|| line.strip_prefix("  ...> ")) {
            inputs.push_str(input);
            inputs.push('\n');
        } else if line.trim_end() == "  ...>" {
            inputs.push('\n');
        } else {
            shown.push_str(line);
            shown.push('\n');
        }
    }
    (inputs, shown)
}

/// Hashes and addresses differ from run to run: each becomes `#`.
fn mask(text: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    let flush = |word: &mut String, out: &mut String| {
        let hex = |c: char| c.is_ascii_hexdigit();
        let hash = word.len() >= 8 && word.chars().all(hex) && word.contains(|c: char| c.is_ascii_digit());
        out.push_str(if hash { "#" } else { word });
        word.clear();
    };
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            word.push(c);
        } else {
            flush(&mut word, &mut out);
            out.push(c);
        }
    }
    flush(&mut word, &mut out);
    out.trim_end().to_owned()
}

fn check_page(path: &Path, wrong: &mut Vec<String>) -> usize {
    let page = std::fs::read_to_string(path).unwrap();
    let blocks = blocks(&page);
    let mut ran = 0;
    for (at, block) in blocks.iter().enumerate() {
        let shown = blocks.get(at + 1).filter(|next| next.info == "text").map(|next| next.text.as_str());
        let (got, expected) = match block.info.as_str() {
            "python hdf5" if cfg!(not(feature = "hdf5")) => continue,
            "python" | "python hdf5" => {
                let (out, err, ok) = rdask(&["-"], &block.text);
                if !ok {
                    wrong.push(format!("{}:{}: fails:\n{err}", path.display(), block.line));
                    continue;
                }
                (out, shown.map(str::to_owned))
            }
            "python error" => {
                let (_, err, ok) = rdask(&["-"], &block.text);
                if ok {
                    wrong.push(format!("{}:{}: runs, but should be refused", path.display(), block.line));
                    continue;
                }
                (err, shown.map(str::to_owned))
            }
            "rdask" => {
                let (inputs, shown) = transcript(&block.text);
                let (out, err, _) = rdask(&[], &inputs);
                (out + &err, Some(shown))
            }
            _ => continue,
        };
        ran += 1;
        if let Some(expected) = expected.filter(|expected| mask(expected) != mask(&got)) {
            wrong.push(format!("{}:{}: the page shows\n{expected}\nbut it prints\n{got}", path.display(), block.line));
        }
    }
    ran
}

#[test]
fn every_code_block_runs_and_prints_what_the_page_shows() {
    let mut wrong = Vec::new();
    let ran: usize = pages().iter().map(|path| check_page(path, &mut wrong)).sum();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(ran > 0, "the pages have no code blocks that run");
}
