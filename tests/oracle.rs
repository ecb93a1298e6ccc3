//! Runs each script of `tests/oracle/` and `examples/` under the built binary and compares what it prints with the
//! recorded output of CPython. `tests/oracle/README.md` describes the headers, `pending.txt` and the filter `ORACLE`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A guard against scripts that hang; no test depends on its length.
const LIMIT: Duration = Duration::from_secs(300);
const THREADS: usize = 2;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The scripts that have a recorded output, those of the oracle first.
fn scripts() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["tests/oracle", "examples"] {
        let entries = fs::read_dir(root().join(folder)).expect("the folder of scripts");
        let mut here: Vec<PathBuf> = entries
            .map(|entry| entry.expect("an entry of the folder").path())
            .filter(|path| path.extension().is_some_and(|e| e == "py") && path.with_extension("out").exists())
            .collect();
        here.sort();
        found.extend(here);
    }
    found
}

/// The name of a script in `pending.txt` and in reports: `np_sum.py`, `examples/weather.py`.
fn label(script: &Path) -> String {
    let name = script.file_name().unwrap_or_default().to_string_lossy();
    match script.parent().and_then(Path::file_name) {
        Some(folder) if folder == "examples" => format!("examples/{name}"),
        _ => name.into_owned(),
    }
}

fn pending() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("tests/oracle/pending.txt")).expect("pending.txt");
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(String::from).collect()
}

/// Runs a script and answers its standard output, or what went wrong.
fn run(script: &Path) -> Result<String, String> {
    let mut out = tempfile::tempfile().map_err(|e| e.to_string())?;
    let mut err = tempfile::tempfile().map_err(|e| e.to_string())?;
    let mut child = Command::new(env!("CARGO_BIN_EXE_rdask"))
        .arg(script.file_name().unwrap_or_default())
        .current_dir(script.parent().unwrap_or(Path::new(".")))
        .stdin(Stdio::null())
        .stdout(out.try_clone().map_err(|e| e.to_string())?)
        .stderr(err.try_clone().map_err(|e| e.to_string())?)
        .spawn()
        .map_err(|e| e.to_string())?;
    let code = wait(&mut child)?;
    let text = rewound(&mut out)?;
    if code == 0 {
        return Ok(text);
    }
    let said = rewound(&mut err)?;
    let first: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).take(3).collect();
    Err(format!("exit code {code}: {}", crop(&first.join(" / "))))
}

fn wait(child: &mut Child) -> Result<i32, String> {
    let start = Instant::now();
    loop {
        match child.try_wait().map_err(|e| e.to_string())? {
            Some(status) => return Ok(status.code().unwrap_or(-1)),
            None if start.elapsed() > LIMIT => {
                child.kill().ok();
                child.wait().ok();
                return Err(format!("still running after {} s", LIMIT.as_secs()));
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

fn rewound(file: &mut fs::File) -> Result<String, String> {
    use std::io::{Read, Seek};
    let mut bytes = Vec::new();
    file.rewind().and_then(|()| file.read_to_end(&mut bytes)).map_err(|e| e.to_string())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a script's first lines ask of the comparison.
struct Header {
    mask: bool,
    tolerance: Option<f64>,
}

fn header(source: &str) -> Header {
    let head: Vec<&str> = source.lines().take(5).map(str::trim).collect();
    let tolerance = head.iter().find_map(|line| line.strip_prefix("# tol: ")?.parse().ok());
    Header { mask: head.contains(&"# mask: hash"), tolerance }
}

/// `Err` names the first line that differs.
fn compare(wanted: &str, got: &str, header: &Header) -> Result<(), String> {
    let (wanted, got) = match header.mask {
        true => (masked(wanted), masked(got)),
        false => (wanted.to_string(), got.to_string()),
    };
    if wanted == got || header.tolerance.is_some_and(|limit| close(&wanted, &got, limit)) {
        return Ok(());
    }
    let mut ours = got.split('\n');
    for (number, line) in wanted.split('\n').enumerate() {
        let other = ours.next().unwrap_or("(no such line)");
        if line != other && header.tolerance.is_none_or(|limit| !close(line, other, limit)) {
            return Err(format!(
                "line {}\n      want {}\n      got  {}",
                number + 1,
                around(line, other),
                around(other, line)
            ));
        }
    }
    Err("more lines than expected, or lines broken elsewhere".to_string())
}

/// The part of a long line where it begins to differ from the other.
fn around(line: &str, other: &str) -> String {
    let same = line.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let skip = if same > 70 { same - 30 } else { 0 };
    let rest: String = line.chars().skip(skip).collect();
    if skip > 0 { format!("...{}", crop(&rest)) } else { crop(&rest) }
}

fn crop(line: &str) -> String {
    match line.char_indices().nth(130) {
        Some((at, _)) => format!("{}...", &line[..at]),
        None => line.to_string(),
    }
}

/// Masks hashes (32 hex digits, UUIDs) and addresses (`0x` and at least 6 hex digits).
fn masked(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let mut copied = 0;
    while at < bytes.len() {
        let found = match bytes[at] {
            b'0' => address(&bytes[at..]).map(|n| (n, "<address>")),
            _ => None,
        };
        let found = found.or_else(|| hash(bytes, at).map(|n| (n, "<hash>")));
        match found {
            Some((length, word)) => {
                out.push_str(&text[copied..at]);
                out.push_str(word);
                at += length;
                copied = at;
            }
            None => at += 1,
        }
    }
    out.push_str(&text[copied..]);
    out
}

fn is_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

fn hex_run(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|&&b| is_hex(b)).count()
}

fn address(bytes: &[u8]) -> Option<usize> {
    let digits = hex_run(bytes.strip_prefix(b"0x")?);
    (digits >= 6).then_some(2 + digits.min(16))
}

fn hash(bytes: &[u8], at: usize) -> Option<usize> {
    if at > 0 && is_hex(bytes[at - 1]) {
        return None;
    }
    if hex_run(&bytes[at..]) == 32 {
        return Some(32);
    }
    let mut length = 0;
    for (part, digits) in [8, 4, 4, 4, 12].into_iter().enumerate() {
        if part > 0 {
            (bytes.get(at + length) == Some(&b'-')).then_some(())?;
            length += 1;
        }
        (hex_run(bytes.get(at + length..)?) >= digits).then_some(())?;
        length += digits;
    }
    Some(length)
}

/// Is the text the same but for spacing and for numbers that differ by less than the limit?
fn close(wanted: &str, got: &str, limit: f64) -> bool {
    let (a, b) = (tokens(wanted), tokens(got));
    a.len() == b.len() && a.iter().zip(&b).all(|(x, y)| x == y || near(x, y, limit))
}

fn near(a: &str, b: &str, limit: f64) -> bool {
    let is_float = |s: &str| s.contains(['.', 'e']);
    if !is_float(a) && !is_float(b) {
        return false;
    }
    match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(x), Ok(y)) => x == y || (x - y).abs() <= limit * x.abs().max(y.abs()) + 1e-15,
        _ => false,
    }
}

/// Numbers as one token each, other characters one by one; spacing is dropped.
fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let number = number_length(rest);
        let length = if number > 0 { number } else { first.len_utf8() };
        if !first.is_whitespace() {
            out.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    out
}

fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let sign = usize::from(bytes.first() == Some(&b'-'));
    let digits = |from: usize| bytes.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
    let mut end = sign + digits(sign);
    if end == sign {
        return 0;
    }
    if bytes.get(end) == Some(&b'.') {
        end += 1 + digits(end + 1);
    }
    if bytes.get(end) == Some(&b'e') {
        let signed = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + signed);
        if exponent > 0 {
            end += 1 + signed + exponent;
        }
    }
    end
}

fn check(script: &Path) -> Result<(), String> {
    let source = fs::read_to_string(script).map_err(|e| e.to_string())?;
    let wanted = fs::read_to_string(script.with_extension("out")).map_err(|e| e.to_string())?;
    compare(&wanted, &run(script)?, &header(&source))
}

/// Runs all scripts on a few threads; answers each with its outcome, in order.
fn run_all(chosen: &[PathBuf]) -> Vec<(String, Result<(), String>)> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Some(script) = chosen.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = check(script);
                    done.lock().expect("no thread panics").push((label(script), outcome));
                }
            });
        }
    });
    let mut all = done.into_inner().expect("no thread panics");
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

#[test]
fn scripts_print_what_python_prints() {
    let filter = std::env::var("ORACLE").unwrap_or_default();
    let mut chosen = scripts();
    chosen.retain(|script| label(script).contains(&filter));
    assert!(!chosen.is_empty(), "no script's name contains {filter:?}");
    let pending = pending();
    let outcomes = run_all(&chosen);
    let passed = outcomes.iter().filter(|(_, outcome)| outcome.is_ok()).count();
    println!("{passed} of {} scripts print what Python prints", outcomes.len());
    let mut report = String::new();
    for (name, outcome) in &outcomes {
        match (outcome, pending.contains(name)) {
            (Err(why), false) => report.push_str(&format!("  {name}: {why}\n")),
            (Ok(()), true) => report.push_str(&format!("  {name} passes: take it off tests/oracle/pending.txt\n")),
            (Err(why), true) if !filter.is_empty() => println!("  pending {name}: {why}"),
            _ => {}
        }
    }
    assert!(report.is_empty(), "{passed} of {} scripts passed\n{report}", outcomes.len());
}

#[test]
fn pending_lists_only_scripts() {
    let known: BTreeSet<String> = scripts().iter().map(|script| label(script)).collect();
    let lost: Vec<String> = pending().difference(&known).cloned().collect();
    assert!(lost.is_empty(), "pending.txt lists what is not there: {lost:?}");
}

#[test]
fn masking_hides_hashes_and_addresses() {
    let hash = "0123456789abcdef0123456789abcdef";
    let text = format!("('ones-{hash}', 0) at 0x7f00aabbccdd é f-{hash}0 0x10");
    assert_eq!(masked(&text), format!("('ones-<hash>', 0) at <address> é f-{hash}0 0x10"));
    assert_eq!(masked("inc-01234567-89ab-cdef-0123-456789abcdef!"), "inc-<hash>!");
}

#[test]
fn tolerance_is_for_floats_alone() {
    assert!(close("x = [1.0   2.00000000000001]", "x = [1.0 2.0000000000000]", 1e-13));
    assert!(!close("1.0", "1.0001", 1e-13));
    assert!(!close("100000000000000", "100000000000001", 1e-13));
    assert!(close("-1.5e-05,", "-1.50000000000000001e-05,", 1e-13));
}

#[test]
fn every_script_parses() {
    let mut report = String::new();
    for script in scripts() {
        let text = fs::read_to_string(&script).expect("the script");
        if let Err(errors) = rdask::syntax::parse(&text, rdask::source::FileId(0)) {
            report.push_str(&format!("  {}: {:?}\n", label(&script), errors.first()));
        }
    }
    assert!(report.is_empty(), "refused by the parser\n{report}");
}
