//! Arrays in files: what is read of them, what is written, and what damaged files do.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder for the files of one test.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("rdask-files-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a script prints and what it says on the error stream, in a folder.
pub fn run(folder: &Path, script: &str) -> (String, String, Option<i32>) {
    let done = Command::new(env!("CARGO_BIN_EXE_rdask")).current_dir(folder).args(["-c", script]).output().unwrap();
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    (text(&done.stdout), text(&done.stderr), done.status.code())
}

/// The lines that a script prints; it must not fail.
fn lines(folder: &Path, script: &str) -> Vec<String> {
    let (out, err, code) = run(folder, script);
    assert_eq!(code, Some(0), "{out}{err}");
    out.lines().map(str::to_owned).collect()
}

/// A `.npy` file of doubles that are zero, which takes no room on the disk.
fn sparse(path: &Path, rows: u64, columns: u64) {
    let dict = format!("{{'descr': '<f8', 'fortran_order': False, 'shape': ({rows}, {columns}), }}");
    let mut bytes = b"\x93NUMPY\x01\x00\x76\x00".to_vec();
    bytes.extend(format!("{dict:117}\n").bytes());
    assert_eq!(bytes.len(), 128);
    std::fs::write(path, bytes).unwrap();
    std::fs::OpenOptions::new().write(true).open(path).unwrap().set_len(128 + rows * columns * 8).unwrap();
}

const PEAK: &str = "print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])";

#[test]
#[cfg(target_os = "linux")]
fn a_large_file_is_read_chunk_by_chunk() {
    let folder = Folder::new("large");
    sparse(&folder.path().join("big.npy"), 4000, 10_000);
    let base: u64 =
        lines(folder.path(), &format!("import dask.array as da\nimport numpy as np\n{PEAK}"))[0].parse().unwrap();
    let script = format!(
        "import dask.array as da
import numpy as np
x = da.from_array(np.load('big.npy', mmap_mode='r'), chunks=(50, 10000))
print(x.nbytes, x.sum().compute(scheduler='sync'), x[3999].max().compute(scheduler='sync'))
m = np.memmap('big.npy', dtype='f8', mode='r', offset=128, shape=(4000, 10000))
print(m[17, 3], m[3999, -1])
{PEAK}"
    );
    let found = lines(folder.path(), &script);
    assert_eq!(found[..2], ["320000000 0.0 0.0", "0.0 0.0"]);
    let peak: u64 = found[2].parse().unwrap();
    assert!(peak < base + 100_000, "{peak} KiB for a file of 312,500 KiB; {base} KiB without it");
}

#[test]
fn a_file_that_is_cut_off_is_an_error() {
    let folder = Folder::new("cut");
    let script = "import dask.array as da
import numpy as np
np.save('x.npy', np.arange(100000.0))
mapped = np.load('x.npy', mmap_mode='r')
written = np.load('x.npy', mmap_mode='r+')
lazy = da.from_array(mapped, chunks=25000)
with open('x.npy', 'w') as file:
    file.write('a' * 400128)
def attempt(work):
    try:
        print(work())
    except OSError as e:
        print(type(e).__name__, str(e).replace(mapped.filename, 'x.npy'))
attempt(lambda: mapped[99999])
attempt(lambda: mapped.sum())
attempt(lambda: repr(mapped))
attempt(lambda: written.fill(1.0))
attempt(lambda: lazy.sum().compute())
attempt(lambda: lazy[:25000].sum().compute() > 0)
";
    let found = lines(folder.path(), script);
    let wanted = "OSError x.npy: the file has 400128 bytes now, the array mapped from it ends at byte 800128";
    assert_eq!(found[..4], [wanted; 4]);
    assert!(
        found[4].starts_with("OSError x.npy: bytes ") && found[4].ends_with("the file ends at byte 400128"),
        "{found:?}"
    );
    assert_eq!(found[5], "True");
}
