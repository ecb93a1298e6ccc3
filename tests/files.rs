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

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/files")
}

/// A script that reads each file of the index and compares it with the formula of `tests/data/record.py`.
const READ: &str = "
import os
import dask.array as da
import numpy as np
import zarr

def read(kind, path, component):
    if kind == 'npy':
        return np.load(path)
    if kind == 'npz':
        return np.load(path)[component]
    if kind == 'stack':
        return da.from_npy_stack(path).compute()
    z = zarr.open_array(path, path=component or '', mode='r')
    assert z.attrs.get('unit', 'm') == 'm'
    x = da.from_zarr(path, component=component)
    assert x.chunks == da.from_array(z, chunks=z.shards or z.chunks).chunks
    assert (x[1:, ::2].compute() == z[1:, ::2]).all()
    return x.compute()

for line in open('index.txt').read().splitlines():
    kind, path, component, dtype, shape = line.split(' ')
    found = read(kind, path, None if component == '-' else component)
    sizes = tuple([int(n) for n in shape.split('x')]) if shape != '-' else ()
    wanted = (np.arange(int(np.prod(sizes))) % 23).astype(dtype).reshape(sizes)
    if found.dtype != wanted.dtype or found.shape != wanted.shape or not (found == wanted).all():
        print(line, found.dtype, found.shape)
    if kind == 'npy' and not (np.load(path, mmap_mode='r') == wanted).all():
        print('mapped', line)
holes = da.from_zarr('holes.zarr')
print(len(os.listdir('holes.zarr')), holes[::23].compute(), holes.sum().compute())
images = da.image.imread('grey*.png')
print(images.shape, images.chunks[0], images.dtype, images.sum(axis=(1, 2)).compute())
print(da.image.imread('colour.tif')[0, 1, :2].compute(), da.image.imread('deep.tif').max().compute())
print(da.image.imread('grey*.png', preprocess=lambda x: x[:2, 1:] * 2.0).sum().compute())
";

#[test]
fn files_of_numpy_and_zarr_python_are_read() {
    let found = lines(&data(), READ);
    let wanted = ["2 [0 7 0 7] 828", "(2, 6, 8) (1, 1) uint8 [1128 5928]", "[[ 8  9 10]\n [ 9 10 11]] 47000", "3248.0"];
    assert_eq!(found.join("\n"), wanted.join("\n"));
}

/// Numbers without a pattern, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() { files(&entry.path(), out) } else { out.push(entry.path()) }
    }
    out.sort();
}

/// Cut a file off somewhere, change some of its bytes, or put some in.
fn damage(path: &Path, numbers: &mut Numbers) {
    let mut bytes = std::fs::read(path).unwrap();
    match numbers.below(3) {
        0 => bytes.truncate(numbers.below(bytes.len())),
        1 => {
            for _ in 0..=numbers.below(3) {
                let at = numbers.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << numbers.below(8);
                }
            }
        }
        _ => {
            let at = numbers.below(bytes.len() + 1);
            bytes.insert(at, numbers.below(256) as u8);
        }
    }
    std::fs::write(path, bytes).unwrap();
}

/// A script that reads what stands in the folders `0`, `1`, ... and prints what went wrong.
const TRY: &str = "
import os
import dask.array as da
import numpy as np
import zarr

def read(path):
    for name in sorted(os.listdir(path)):
        file = os.path.join(path, name)
        if name.endswith('.npy'):
            np.load(file)
            np.load(file, mmap_mode='r').sum()
            da.from_array(np.load(file, mmap_mode='r'), chunks=2).sum().compute()
        elif name.endswith('.npz'):
            [x.sum() for x in np.load(file).values()]
        elif name.endswith('.zarr'):
            z = zarr.open(file, mode='r')
            if isinstance(z, zarr.Group):
                z = z['inner/x']
            z[...]
            da.from_zarr(z).sum().compute()
        elif name == 'stack':
            da.from_npy_stack(file).sum().compute()
        elif name.endswith('.png') or name.endswith('.tif'):
            da.image.imread(file).sum().compute()
        elif name.endswith('.txt'):
            np.genfromtxt(file, delimiter=',')
            np.loadtxt(file, delimiter=',')

for folder in sorted(os.listdir('.'), key=int):
    try:
        read(folder)
        print(folder, 'read')
    except Exception as e:
        print(folder, type(e).__name__, folder + '/' in str(e) or folder + os.sep in str(e), str(e).splitlines()[:1])
";

#[test]
fn damaged_files_are_errors_that_name_them() {
    let folder = Folder::new("damage");
    let mut numbers = Numbers(20_261_121);
    let mut samples: Vec<PathBuf> = std::fs::read_dir(data()).unwrap().flatten().map(|entry| entry.path()).collect();
    samples.sort();
    samples.retain(|path| path.file_name().is_some_and(|name| name != "index.txt"));
    let mut count = 0;
    for sample in &samples {
        for _ in 0..6 {
            let target = folder.path().join(count.to_string()).join(sample.file_name().unwrap());
            count += 1;
            if sample.is_dir() {
                copy_all(sample, &target);
                let mut all = Vec::new();
                files(&target, &mut all);
                let chosen = all[numbers.below(all.len())].clone();
                damage(&chosen, &mut numbers);
            } else {
                std::fs::create_dir_all(target.parent().unwrap()).unwrap();
                std::fs::copy(sample, &target).unwrap();
                damage(&target, &mut numbers);
            }
        }
    }
    for _ in 0..20 {
        let target = folder.path().join(count.to_string());
        count += 1;
        std::fs::create_dir_all(&target).unwrap();
        std::fs::write(target.join("a.txt"), "1,2.5,3\n4,5,6e3\n# seven\n7,8,nan\n").unwrap();
        damage(&target.join("a.txt"), &mut numbers);
    }
    let (out, err, code) = run(folder.path(), TRY);
    assert_eq!(code, Some(0), "{out}{err}");
    assert!(!err.contains("panicked"), "{err}");
    let told: Vec<&str> = out.lines().collect();
    assert_eq!(told.len(), count, "{out}");
    // The message of an error in a text is NumPy's; its file is in the help beside it.
    let nameless: Vec<&&str> = told.iter().take(count - 20).filter(|line| line.contains(" False ")).collect();
    assert!(nameless.is_empty(), "{nameless:#?}");
    assert!(told.iter().filter(|line| line.contains(" True ")).count() > count / 4, "{out}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_chunk_that_cannot_be_written_is_told() {
    let folder = Folder::new("full");
    // A chunk of random numbers does not fit into a file of at most 16 KiB.
    let script = "import dask.array as da
import numpy as np
import os
x = da.concatenate([da.zeros((1000,), chunks=1000) + 1, da.random.default_rng(1).random(5000, chunks=5000)]).rechunk(5000)
try:
    x.to_zarr('x.zarr', compressors=None)
except OSError as e:
    print(type(e).__name__, e)
print(sorted(os.listdir('x.zarr')), os.listdir('x.zarr/c') if os.path.exists('x.zarr/c') else [])
try:
    np.save('y.npy', np.ones(10000))
except OSError as e:
    print(type(e).__name__, e, os.path.exists('y.npy'))
";
    let command = format!("trap '' XFSZ; ulimit -f 16; exec {} -c \"$SCRIPT\"", env!("CARGO_BIN_EXE_rdask"));
    let done =
        Command::new("bash").current_dir(folder.path()).args(["-c", &command]).env("SCRIPT", script).output().unwrap();
    let out = String::from_utf8_lossy(&done.stdout).into_owned();
    let err = String::from_utf8_lossy(&done.stderr);
    assert!(
        out.contains("OSError ") && out.contains("x.zarr/c/0: chunk [0] of the Zarr array cannot be written"),
        "{out}{err}"
    );
    assert!(out.contains("['zarr.json']") || out.contains("['c', 'zarr.json'] []"), "{out}");
    assert!(out.lines().last().unwrap_or("").ends_with("'y.npy' False"), "{out}{err}");
}
