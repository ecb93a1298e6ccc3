//! The limit of memory: a computation over more than it may hold waits partly on disk, and gives the same.

use std::process::Command;

/// Every block of `x` is needed again after its mean is known.
const SCRIPT: &str = "
import dask.array as da
x = da.random.default_rng(1).random((3000, 3000), chunks=500).map_blocks(lambda block: block + 1, dtype=float)
print(float((x - x.mean()).std()), float(((x - x.mean(axis=0)) ** 2).max()))
print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])
";

/// What the script prints, and the most memory that it took, in KiB.
fn run(options: &[&str]) -> (String, u64) {
    script(options, SCRIPT)
}

/// The same of another script, whose last line is the peak.
fn script(options: &[&str], text: &str) -> (String, u64) {
    let done = Command::new(env!("CARGO_BIN_EXE_rdask")).args(options).args(["-c", text]).output().unwrap();
    let (out, err) = (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
    let lines: Vec<&str> = out.lines().collect();
    let [values @ .., peak] = lines.as_slice() else { panic!("{out}{err}") };
    let peak = peak.trim().parse().unwrap_or_else(|_| panic!("{out}{err}"));
    (values.join("\n"), peak)
}

/// The last line of a script: the most memory that it took.
const PEAK: &str = "print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])\n";

/// A script under a limit gives what it gives without, in much less memory than its arrays have.
fn holds(text: &str, limit: &str, saved: u64) {
    let text = format!("import dask.array as da\n{text}{PEAK}");
    let (values, free) = script(&["--scheduler", "sync"], &text);
    let (same, held) = script(&["--scheduler", "sync", "--memory-limit", limit], &text);
    assert_eq!(same, values);
    assert!(held + saved < free, "{held} KiB under a limit, {free} KiB without");
    // How far several threads run ahead is not always the same: only what they give is.
    let (same, _) = script(&["--memory-limit", limit], &text);
    assert_eq!(same, values, "threads");
}

#[test]
#[cfg(target_os = "linux")]
fn what_does_not_fit_waits_on_disk() {
    let (values, free) = run(&["--scheduler", "sync"]);
    for scheduler in ["sync", "threads"] {
        let (same, held) = run(&["--scheduler", scheduler, "--memory-limit", "16MB"]);
        assert_eq!(same, values, "{scheduler}");
        // The array has 72 MB.
        assert!(held + 15_000 < free, "{scheduler}: {held} KiB under a limit, {free} KiB without");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn rows_become_columns_on_disk() {
    // 32 MB; the elements are needed in rows first, so that they are not simply made in columns.
    let text = "x = da.random.default_rng(1).random((2000, 2000), chunks=(50, 2000))
y = x - x.mean(axis=1, keepdims=True)
z = y.rechunk((2000, 50))
print(float((z * z.max(axis=0)).sum()), z.std(axis=0)[:3].compute())
";
    holds(text, "8MB", 10_000);
}

#[test]
#[cfg(target_os = "linux")]
fn a_long_vector_is_sorted_on_disk() {
    let text = "x = da.random.default_rng(1).random(2_000_000, chunks=100_000)
s = da.sort(x)
print(float(((s[1:] - s[:-1]).min() + s.mean()).compute()), s[::500_000].compute())
";
    holds(text, "8MB", 3_000);
}

#[test]
#[cfg(target_os = "linux")]
fn a_transposed_sum_takes_few_blocks() {
    let text = "x = da.random.default_rng(1).random((1200, 1200), chunks=150)
y = x - x.mean()
print(float((y + y.T).max()), float((y.T.dot(y)).sum()))
";
    // The array has 11.5 MB; a product's panels and the code of kernels take the same on both sides.
    holds(text, "4MB", 1_500);
}

#[test]
#[cfg(target_os = "linux")]
fn running_sums_keep_no_block_for_its_last_row() {
    // The ends of all blocks are needed first: views of them would hold 80 MB.
    let text = "x = da.random.default_rng(1).random((10_000, 1000), chunks=(500, 1000))
z = x.map_blocks(lambda b: b + 1, dtype=float).cumsum(axis=0)
print(float((z - z.mean(axis=0)).max()), float(z[::500].sum()))
";
    holds(text, "16MB", 30_000);
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
    holds(text, "8MB", 30_000);
}
