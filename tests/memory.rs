//! The limit of memory: a computation over more than it may hold waits partly on disk, and gives the same.

use std::process::Command;

/// Every block of `x` is needed again after its mean is known.
const SCRIPT: &str = "
import dask.array as da
x = da.random.default_rng(1).random((3000, 3000), chunks=500)
print(float((x - x.mean()).std()), float(((x - x.mean(axis=0)) ** 2).max()))
print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])
";

/// What the script prints, and the most memory that it took, in KiB.
fn run(options: &[&str]) -> (String, u64) {
    let done = Command::new(env!("CARGO_BIN_EXE_rdask")).args(options).args(["-c", SCRIPT]).output().unwrap();
    let (out, err) = (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
    let lines: Vec<&str> = out.lines().collect();
    let [values, peak] = lines.as_slice() else { panic!("{out}{err}") };
    ((*values).to_owned(), peak.parse().unwrap())
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
fn a_limit_is_a_size() {
    let done = Command::new(env!("CARGO_BIN_EXE_rdask")).args(["--memory-limit", "much", "-c", "1"]).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    let err = String::from_utf8(done.stderr).unwrap();
    assert!(err.starts_with("rdask: --memory-limit much: not a size, as in 2GB or 500MiB"), "{err}");
}
