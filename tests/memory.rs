//! The limit of memory: a computation over more than it may hold waits partly on disk, and gives the same.

use std::io::Write;
use std::process::{Command, Stdio};

const KIB: u64 = 1 << 10;

/// What lines give in a shell, and the most bytes that its arrays took.
fn shell(options: &[&str], text: &str) -> (String, u64) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rdask"));
    let pipes = command.args(options).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{text}:memory\n").as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    let (out, err) = (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
    let peak = out.lines().find_map(|line| line.strip_prefix("peak ")).unwrap_or_else(|| panic!("{out}{err}"));
    let values: Vec<&str> = out.lines().take_while(|line| !line.starts_with("live ")).collect();
    (values.join("\n"), bytes(peak).unwrap_or_else(|| panic!("{peak}")))
}

/// A size as `:memory` shows it, in bytes.
fn bytes(shown: &str) -> Option<u64> {
    let (number, unit) = shown.trim().split_once(' ')?;
    let scale = ["B", "KiB", "MiB", "GiB"].iter().position(|name| *name == unit)?;
    Some((number.parse::<f64>().ok()? * KIB.pow(scale as u32) as f64) as u64)
}

/// Lines under a limit give what they give without, while their arrays take little more than the limit, and far less than
/// without it.
///
/// What is counted is what lives: the pages that the process has depend on when its allocator gives them back.
fn holds(text: &str, limit_mb: u64) {
    let text = format!("import dask.array as da\n{text}");
    let limit = format!("{limit_mb}MB");
    let (values, free) = shell(&["--scheduler", "sync"], &text);
    let (same, held) = shell(&["--scheduler", "sync", "--memory-limit", &limit], &text);
    assert_eq!(same, values);
    assert!(held < limit_mb * 1_500_000, "{} KiB under a limit of {limit}", held / KIB);
    assert!(held * 3 < free * 2, "{} KiB under a limit, {} KiB without", held / KIB, free / KIB);
    // How far several threads run ahead is not always the same: only what they give is.
    let (same, _) = shell(&["--memory-limit", &limit], &text);
    assert_eq!(same, values, "threads");
}

#[test]
fn what_does_not_fit_waits_on_disk() {
    // 72 MB; every block of `x` is needed again after its mean is known.
    let text =
        "x = da.random.default_rng(1).random((3000, 3000), chunks=500).map_blocks(lambda block: block + 1, dtype=float)
print(float((x - x.mean()).std()), float(((x - x.mean(axis=0)) ** 2).max()))
";
    holds(text, 16);
}

#[test]
fn rows_become_columns_on_disk() {
    // 32 MB; the elements are needed in rows first, so that they are not simply made in columns.
    let text = "x = da.random.default_rng(1).random((2000, 2000), chunks=(50, 2000))
y = x - x.mean(axis=1, keepdims=True)
z = y.rechunk((2000, 50))
print(float((z * z.max(axis=0)).sum()), z.std(axis=0)[:3].compute())
";
    holds(text, 8);
}

#[test]
fn a_long_vector_is_sorted_on_disk() {
    let text = "x = da.random.default_rng(1).random(2_000_000, chunks=100_000)
s = da.sort(x)
print(float(((s[1:] - s[:-1]).min() + s.mean()).compute()), s[::500_000].compute())
";
    holds(text, 8);
}

#[test]
fn a_transposed_sum_takes_few_blocks() {
    let text = "x = da.random.default_rng(1).random((1200, 1200), chunks=150)
y = x - x.mean()
print(float((y + y.T).max()), float((y.T.dot(y)).sum()))
";
    // The array has 11.5 MB.
    holds(text, 4);
}

#[test]
fn running_sums_keep_no_block_for_its_last_row() {
    // The ends of all blocks are needed first: views of them would hold 80 MB.
    let text = "x = da.random.default_rng(1).random((10_000, 1000), chunks=(500, 1000))
z = x.map_blocks(lambda b: b + 1, dtype=float).cumsum(axis=0)
print(float((z - z.mean(axis=0)).max()), float(z[::500].sum()))
";
    holds(text, 16);
}

#[test]
fn a_limit_is_a_size() {
    let done = Command::new(env!("CARGO_BIN_EXE_rdask")).args(["--memory-limit", "much", "-c", "1"]).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    let err = String::from_utf8(done.stderr).unwrap();
    assert!(err.starts_with("rdask: --memory-limit much: not a size, as in 2GB or 500MiB"), "{err}");
}

#[test]
#[cfg(target_os = "linux")]
fn groups_of_a_bag_that_do_not_fit_wait_on_disk() {
    // 60 MB of texts, every one of which goes to another partition.
    let text = "import dask.bag as db
b = db.range(15_000, npartitions=20).map(lambda i: (i % 97, str(i) + 'x' * 4000, {'n': [i, None, 1.5, 2 ** 70]}))
groups = b.groupby(lambda r: r[0]).map(lambda g: (g[0], [r[1][:6] for r in g[1]], sum([r[2]['n'][0] for r in g[1]])))
print(groups.compute())
";
    let text = format!(
        "{text}print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])\n"
    );
    let run = |options: &[&str]| {
        let (out, _) = shell(options, &text);
        let (values, peak) = out.rsplit_once('\n').unwrap();
        (values.to_owned(), peak.parse::<u64>().unwrap())
    };
    let (values, free) = run(&["--scheduler", "sync"]);
    let (same, held) = run(&["--scheduler", "sync", "--memory-limit", "8MB"]);
    assert_eq!(same, values);
    // Values of Python's are not counted, so this is of the whole process.
    assert!(held + 30_000 < free, "{held} KiB under a limit, {free} KiB without");
    let (same, _) = run(&["--memory-limit", "8MB"]);
    assert_eq!(same, values, "threads");
}
