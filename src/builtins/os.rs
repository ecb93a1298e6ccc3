//! `os`: folders, files, the environment.

use super::args::{at, flag, inner, int, nothing};
use super::{Row, row};
use crate::data::raised::type_error;
use crate::data::{Raised, Res, Sym};
use crate::value::{DictObj, Host, Value, dict, exc, kind};

/// The rows.
pub const ROWS: &[Row] = &[
    row("os.getcwd", |_, _| match std::env::current_dir() {
        Ok(path) => Ok(Value::str(path.to_string_lossy())),
        Err(error) => Err(exc::os_error(&error, "")),
    }),
    row("os.chdir", |h, a| on_path(h, a, |path| std::env::set_current_dir(path))),
    row("os.listdir", |h, a| {
        let path = path_or_here(h, at(a, 0))?;
        Ok(Value::list(names_in(h, &path)?.into_iter().map(Value::str).collect()))
    }),
    row("os.mkdir", |h, a| on_path(h, a, |path| std::fs::create_dir(path))),
    row("os.makedirs", makedirs),
    row("os.remove", |h, a| on_path(h, a, remove_file)),
    row("os.unlink", |h, a| on_path(h, a, remove_file)),
    row("os.rmdir", |h, a| on_path(h, a, |path| std::fs::remove_dir(path))),
    row("os.rename", rename),
    row("os.replace", rename),
    row("os.environ", |_, _| {
        let made = DictObj::plain();
        for (name, value) in std::env::vars_os() {
            dict::set_str(&made, &name.to_string_lossy(), Value::str(value.to_string_lossy()));
        }
        Ok(Value::Dict(made.into()))
    }),
    row("os.getenv", |h, a| {
        let os = h.import("os")?;
        let Value::Dict(environ) = h.getattr(&os, Sym::new("environ"))? else { return Ok(at(a, 1).clone()) };
        Ok(dict::get(h, &environ, at(a, 0))?.unwrap_or_else(|| at(a, 1).clone()))
    }),
    row("os.cpu_count", |_, _| Ok(super::args::length(std::thread::available_parallelism().map_or(1, usize::from)))),
    row("os._stat", |h, a| {
        use std::os::unix::fs::MetadataExt;
        let path = path_text(h, at(a, 0))?;
        let found = std::fs::metadata(&path).map_err(|error| exc::os_error(&error, &path))?;
        let whole = |n: u64| Value::Int(i64::try_from(n).unwrap_or(i64::MAX));
        let nanos = |seconds: i64, nanos: i64| Value::Int(seconds.saturating_mul(1_000_000_000).saturating_add(nanos));
        Ok(Value::tuple([
            Value::Int(i64::from(found.mode())),
            whole(found.ino()),
            whole(found.dev()),
            whole(found.nlink()),
            Value::Int(i64::from(found.uid())),
            Value::Int(i64::from(found.gid())),
            whole(found.size()),
            nanos(found.atime(), found.atime_nsec()),
            nanos(found.mtime(), found.mtime_nsec()),
            nanos(found.ctime(), found.ctime_nsec()),
        ]))
    }),
    row("os.getpid", |_, _| Ok(Value::Int(i64::from(std::process::id())))),
    row("os.fspath", |h, a| Ok(Value::str(path_text(h, at(a, 0))?))),
    row("os.strerror", |h, a| {
        let code = int(h, a, 0)?;
        let error = std::io::Error::from_raw_os_error(i32::try_from(code).unwrap_or(0));
        let text = error.to_string();
        Ok(Value::str(text.split(" (os error").next().unwrap_or("")))
    }),
];

/// A path as text: a `str`, or what `__fspath__` gives.
pub fn path_text(host: &mut dyn Host, v: &Value) -> Res<String> {
    match inner(v) {
        Value::Str(text) => return Ok(text.as_str().to_owned()),
        Value::Instance(_) => {
            if let Some(Value::Str(text)) = host.call_special(v, Sym::new("__fspath__"), &[])? {
                return Ok(text.as_str().to_owned());
            }
        }
        _ => {}
    }
    let class = kind::type_name(v);
    Err(type_error(format!("expected str, bytes or os.PathLike object, not {class}")))
}

/// A path, or the current folder for `None`.
fn path_or_here(host: &mut dyn Host, v: &Value) -> Res<String> {
    match v {
        Value::None => Ok(".".to_owned()),
        v => path_text(host, v),
    }
}

/// The names in a folder, in order.
pub fn names_in(host: &mut dyn Host, path: &str) -> Res<Vec<String>> {
    let mut read = Err(std::io::ErrorKind::Other.into());
    host.blocking(&mut || {
        read = std::fs::read_dir(path).map(|entries| {
            let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
            let mut names: Vec<String> = names.collect();
            names.sort_unstable();
            names
        });
    });
    read.map_err(|error| exc::os_error(&error, path))
}

fn on_path(host: &mut dyn Host, a: &[Value], work: fn(&str) -> std::io::Result<()>) -> Res<Value> {
    let path = path_text(host, at(a, 0))?;
    let mut done = Ok(());
    host.blocking(&mut || done = work(&path));
    match done {
        Ok(()) => nothing(),
        Err(error) => Err(exc::os_error(&error, &path)),
    }
}

fn remove_file(path: &str) -> std::io::Result<()> {
    std::fs::remove_file(path)
}

/// Slots: `name`, `mode`, `exist_ok`.
fn makedirs(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let path = path_text(host, at(a, 0))?;
    let allowed = flag(host, a, 2)?;
    let place = std::path::Path::new(&path);
    if place.exists() && !(allowed && place.is_dir()) {
        return Err(exc::os_error_of(17, "File exists", &path));
    }
    std::fs::create_dir_all(place).map_err(|error| exc::os_error(&error, &path))?;
    nothing()
}

fn rename(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (from, to) = (path_text(host, at(a, 0))?, path_text(host, at(a, 1))?);
    match std::fs::rename(&from, &to) {
        Ok(()) => nothing(),
        Err(error) => {
            let mut raised: Box<Raised> = exc::os_error(&error, &from);
            raised.message = format!("{} -> {}", raised.message, crate::value::repr::quote(&to));
            if let Value::Exception(object) = exc::object(&mut raised) {
                object.attrs.borrow_mut().set(Sym::new("filename2"), Value::str(&to));
            }
            Err(raised)
        }
    }
}
