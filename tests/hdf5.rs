//! HDF5 files: what h5py wrote is read, and scripts print what they print under CPython with h5py
//! (`tests/data/hdf5/record.py` records that); damaged files are errors. In builds without the feature the import is refused.

#[cfg(feature = "hdf5")]
use std::path::PathBuf;

use crate::files::{Folder, run};

#[test]
#[cfg(not(feature = "hdf5"))]
fn builds_without_hdf5_say_how_to_get_it() {
    let folder = Folder::new("no-hdf5");
    let (out, err, code) = run(folder.path(), "print('before')\nimport h5py\n");
    assert_ne!(code, Some(0));
    assert_eq!(out, "", "it is refused before the script runs");
    assert!(err.contains("No module named 'h5py'") && err.contains("--features hdf5"), "{err}");
    let script = "try:\n    import h5py\nexcept ImportError as e:\n    print(e)\n\
                  import dask.array as da\ntry:\n    da.ones(3).to_hdf5('x.h5', '/x')\nexcept ImportError as e:\n    print(e)\n";
    let (out, err, code) = run(folder.path(), script);
    assert_eq!((out.as_str(), code), ("No module named 'h5py'\nNo module named 'h5py'\n", Some(0)), "{err}");
}

#[cfg(feature = "hdf5")]
fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/hdf5")
}

/// What a script prints under rdask, beside what it printed under CPython.
#[cfg(feature = "hdf5")]
fn as_recorded(name: &str) {
    let folder = Folder::new(&format!("hdf5-{name}"));
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_rdask"))
        .current_dir(data())
        .arg(format!("{name}.py"))
        .arg(folder.path())
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{out}{err}");
    let wanted = std::fs::read_to_string(data().join(format!("{name}.out"))).unwrap();
    for (number, (ours, theirs)) in out.lines().zip(wanted.lines()).enumerate() {
        assert_eq!(ours, theirs, "line {}", number + 1);
    }
    assert_eq!(out.lines().count(), wanted.lines().count());
}

#[test]
#[cfg(feature = "hdf5")]
fn files_of_h5py_are_read() {
    as_recorded("read");
}

#[test]
#[cfg(feature = "hdf5")]
fn files_are_written_as_h5py_writes_them() {
    as_recorded("write");
}

#[test]
#[cfg(feature = "hdf5")]
fn lazy_arrays_come_from_datasets_and_go_into_them() {
    as_recorded("lazy");
}

#[test]
#[cfg(feature = "hdf5")]
fn only_what_is_needed_is_read() {
    let folder = Folder::new("hdf5-part");
    let script = "
import dask.array as da
import h5py
import numpy as np

x = np.random.default_rng(1).random((1000, 100))
with h5py.File('x.h5', 'w') as f:
    f.create_dataset('x', data=x, chunks=(100, 100), compression='gzip')
with open('x.h5', 'rb') as f:
    own = f.read()
middle = len(own) * 7 // 10
with open('x.h5', 'wb') as f:
    f.write(own[:middle] + bytes(40) + own[middle + 40 :])
d = h5py.File('x.h5')['x']
lazy = da.from_array(d, chunks=(100, 100))
print((lazy[:100].compute() == x[:100]).all(), (d[900:, 5:9] == x[900:, 5:9]).all())
for work in (lambda: lazy.sum().compute(), lambda: d[...]):
    try:
        work()
    except OSError as e:
        print('x.h5, /x' in str(e), f'{len(own)} bytes' in str(e), 'reading the elements [' in str(e))
";
    let (out, err, code) = run(folder.path(), script);
    assert_eq!((out.as_str(), code), ("True True\nTrue True True\nTrue True True\n", Some(0)), "{err}");
}

/// Reads all that is in the files `0.h5`, `1.h5`, ... and prints what went wrong.
#[cfg(feature = "hdf5")]
const TRY: &str = "
import os
import dask.array as da
import h5py

def look(name, member):
    try:
        dict(member.attrs)
    except NotImplementedError:
        pass
    if isinstance(member, h5py.Dataset) and member.shape is not None and len(member.shape) > 0:
        try:
            if member.size < 10000:
                member[...]
                da.from_array(member).sum().compute()
        except NotImplementedError:
            pass

for name in sorted([name for name in os.listdir('.') if name.endswith('.h5')], key=lambda name: int(name[:-3])):
    try:
        with h5py.File(name) as f:
            f.visititems(look)
        print(name, 'read')
    except Exception as e:
        print(name, type(e).__name__, name in str(e) or 'signature' in str(e), str(e).splitlines()[:1])
";

#[test]
#[cfg(feature = "hdf5")]
fn damaged_files_are_errors_that_name_them() {
    let folder = Folder::new("hdf5-damage");
    let (mut state, mut count) = (20_261_121_u64, 0);
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    for sample in ["earliest.h5", "latest.h5"] {
        let whole = std::fs::read(data().join(sample)).unwrap();
        for kind in 0..18 {
            let mut bytes = whole.clone();
            match kind % 3 {
                0 => bytes.truncate(next(whole.len())),
                1 => (0..8).for_each(|_| {
                    let (at, bit) = (next(whole.len()), next(8));
                    bytes[at] ^= 1 << bit;
                }),
                _ => {
                    let (at, value) = (next(whole.len()), next(256) as u8);
                    let end = (at + 1 + next(64)).min(whole.len());
                    bytes[at..end].fill(value);
                }
            }
            std::fs::write(folder.path().join(format!("{count}.h5")), bytes).unwrap();
            count += 1;
        }
    }
    let (out, err, code) = run(folder.path(), TRY);
    assert_eq!(code, Some(0), "{out}{err}");
    assert_eq!(out.lines().count(), count, "{out}{err}");
    let unnamed: Vec<&str> = out.lines().filter(|line| line.contains(" False ")).collect();
    assert!(unnamed.is_empty(), "{}", unnamed.join("\n"));
    assert!(out.lines().filter(|line| line.contains("OSError")).count() > 10, "{out}");
}
