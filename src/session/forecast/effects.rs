//! Which builtins do something to the world, or ask it: they do not run while a script is followed.

use super::ledger::Ledger;
use crate::value::Value;

/// What happens to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It has none: it runs.
    None,
    /// It is left out, and gives `None`.
    Skipped,
    /// It gives a value that is not known.
    Unknown,
}

/// Files up to this size, in bytes, are read.
const SMALL_FILE: u64 = 4 << 20;

/// What happens to the call of a builtin.
pub fn effect(name: &str, row: &[Value], ledger: &Ledger) -> Effect {
    let (module, function) = name.split_once('.').unwrap_or(("", name));
    match (module, function) {
        ("", "print") | ("time", "sleep") | ("warnings" | "gc" | "logging", _) => Effect::Skipped,
        ("", "input") | ("time" | "random" | "uuid", _) => Effect::Unknown,
        ("", "open") => opened(row, ledger),
        ("os", "getcwd" | "getenv" | "cpu_count" | "fspath") => Effect::None,
        ("os", "listdir" | "walk") | ("glob", "glob" | "iglob") => looked(ledger),
        ("os", "path.exists" | "path.isfile" | "path.isdir" | "path.getsize" | "path.lexists") => looked(ledger),
        ("os", "path.getmtime") => Effect::Unknown,
        ("os", path) if path.starts_with("path.") => Effect::None,
        ("os" | "shutil", _) => {
            ledger.wrote.set(true);
            Effect::Skipped
        }
        ("dask", "bag.core._text_parts") => looked(ledger),
        ("datetime", "datetime.now" | "datetime.today" | "datetime.utcnow" | "date.today") => Effect::Unknown,
        (
            "numpy",
            "save" | "lib._npyio._write" | "_savez" | "_tofile" | "_make_npy" | "memmap.__new__" | "memmap.flush",
        )
        | ("dask", "array.files._put_stack_info")
        | ("zarr", "_write" | "_put")
        | ("h5py", "_create" | "_write" | "_resize" | "_group" | "_remove" | "_dataset" | "_note") => {
            ledger.wrote.set(true);
            Effect::Skipped
        }
        ("numpy", "_open_npy" | "_box")
        | ("dask", "array.files._stack_info" | "array.image._read")
        | ("zarr" | "h5py", _) => Effect::Unknown,
        ("numpy", "random.seed" | "random.shuffle" | "random.Generator.shuffle") => Effect::Skipped,
        (
            "numpy",
            "_load" | "lib._npyio._content" | "_fromfile" | "_is_archive" | "_npz_names" | "_npz_member" | "_npy_info",
        ) => opened(row.get(..1).unwrap_or(row), ledger),
        _ => Effect::None,
    }
}

fn looked(ledger: &Ledger) -> Effect {
    if ledger.wrote.get() { Effect::Unknown } else { Effect::None }
}

/// A small file that is only read may be read now, as long as the script wrote none.
fn opened(row: &[Value], ledger: &Ledger) -> Effect {
    let mode = row.get(1).and_then(Value::as_str).unwrap_or("r");
    if mode.contains(['w', 'a', 'x', '+']) {
        ledger.wrote.set(true);
        return Effect::Unknown;
    }
    let Some(path) = row.first().and_then(Value::as_str) else { return Effect::Unknown };
    let small = std::fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() <= SMALL_FILE);
    if small && !ledger.wrote.get() { Effect::None } else { Effect::Unknown }
}
