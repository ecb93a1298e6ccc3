//! `os.path`: paths as texts, and what is there.

use super::args::{at, rest};
use super::os::path_text;
use super::{Row, row};
use crate::data::Res;
use crate::data::raised::value_error;
use crate::value::{Host, Value, exc, iter};

/// The rows.
pub const ROWS: &[Row] = &[
    row("os.path.join", |h, a| {
        let mut made = path_text(h, at(a, 0))?;
        for part in rest(a, 1) {
            let part = path_text(h, part)?;
            if part.starts_with('/') || made.is_empty() {
                made = part;
            } else {
                if !made.ends_with('/') {
                    made.push('/');
                }
                made.push_str(&part);
            }
        }
        Ok(Value::str(made))
    }),
    row("os.path.exists", |h, a| test(h, a, |path| path.exists())),
    row("os.path.lexists", |h, a| test(h, a, |path| path.symlink_metadata().is_ok())),
    row("os.path.isfile", |h, a| test(h, a, |path| path.is_file())),
    row("os.path.isdir", |h, a| test(h, a, |path| path.is_dir())),
    row("os.path.islink", |h, a| test(h, a, |path| path.is_symlink())),
    row("os.path.isabs", |h, a| Ok(Value::Bool(path_text(h, at(a, 0))?.starts_with('/')))),
    row("os.path.basename", |h, a| Ok(Value::str(split(&path_text(h, at(a, 0))?).1))),
    row("os.path.dirname", |h, a| Ok(Value::str(split(&path_text(h, at(a, 0))?).0))),
    row("os.path.split", |h, a| {
        let path = path_text(h, at(a, 0))?;
        let (head, tail) = split(&path);
        Ok(Value::tuple([Value::str(head), Value::str(tail)]))
    }),
    row("os.path.splitext", |h, a| {
        let path = path_text(h, at(a, 0))?;
        let (root, end) = split_ext(&path);
        Ok(Value::tuple([Value::str(root), Value::str(end)]))
    }),
    row("os.path.normpath", |h, a| Ok(Value::str(normalize(&path_text(h, at(a, 0))?)))),
    row("os.path.abspath", |h, a| Ok(Value::str(absolute(&path_text(h, at(a, 0))?)))),
    row("os.path.realpath", |h, a| {
        let path = absolute(&path_text(h, at(a, 0))?);
        Ok(Value::str(std::fs::canonicalize(&path).map_or(path, |real| real.to_string_lossy().into_owned())))
    }),
    row("os.path.relpath", |h, a| {
        let path = path_text(h, at(a, 0))?;
        if path.is_empty() {
            return Err(value_error("no path specified"));
        }
        let start = if matches!(at(a, 1), Value::None) { ".".to_owned() } else { path_text(h, at(a, 1))? };
        Ok(Value::str(relative(&absolute(&path), &absolute(&start))))
    }),
    row("os.path.commonpath", common_path),
    row("os.path.commonprefix", common_prefix),
    row("os.path.expanduser", |h, a| {
        let path = path_text(h, at(a, 0))?;
        let home = std::env::var("HOME").unwrap_or_default();
        let rest = path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/'));
        Ok(Value::str(rest.map_or(path.clone(), |rest| format!("{}{rest}", home.trim_end_matches('/')))))
    }),
    row("os.path.getsize", |h, a| {
        let path = path_text(h, at(a, 0))?;
        match std::fs::metadata(&path) {
            Ok(meta) => Ok(Value::Int(i64::try_from(meta.len()).unwrap_or(i64::MAX))),
            Err(error) => Err(exc::os_error(&error, &path)),
        }
    }),
    row("os.path.getmtime", |h, a| {
        let path = path_text(h, at(a, 0))?;
        let time = std::fs::metadata(&path).and_then(|meta| meta.modified());
        let time = time.map_err(|error| exc::os_error(&error, &path))?;
        let since = time.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Ok(Value::Float(since.as_secs_f64()))
    }),
];

fn test(host: &mut dyn Host, a: &[Value], is: fn(&std::path::Path) -> bool) -> Res<Value> {
    let path = path_text(host, at(a, 0))?;
    Ok(Value::Bool(!path.is_empty() && is(std::path::Path::new(&path))))
}

fn split(path: &str) -> (&str, &str) {
    let cut = path.rfind('/').map_or(0, |at| at + 1);
    let (head, tail) = path.split_at(cut);
    let trimmed = head.trim_end_matches('/');
    (if trimmed.is_empty() { head } else { trimmed }, tail)
}

fn split_ext(path: &str) -> (&str, &str) {
    let name = path.rfind('/').map_or(0, |at| at + 1);
    let file = path.get(name..).unwrap_or("");
    let start = file.len() - file.trim_start_matches('.').len();
    match file.rfind('.') {
        Some(dot) if dot >= start && dot > 0 => path.split_at(name + dot),
        _ => (path, ""),
    }
}

fn normalize(path: &str) -> String {
    if path.is_empty() {
        return ".".to_owned();
    }
    let root = match path.strip_prefix('/') {
        None => "",
        Some(rest) if rest.starts_with('/') && !rest.starts_with("//") => "//",
        Some(_) => "/",
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if !root.is_empty() => {}
            part => parts.push(part),
        }
    }
    let made = format!("{root}{}", parts.join("/"));
    if made.is_empty() { ".".to_owned() } else { made }
}

fn absolute(path: &str) -> String {
    if path.starts_with('/') {
        return normalize(path);
    }
    let here = std::env::current_dir().unwrap_or_default();
    normalize(&format!("{}/{path}", here.to_string_lossy()))
}

fn relative(path: &str, start: &str) -> String {
    let parts = |path: &str| path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (path, start) = (parts(path), parts(start));
    let common = path.iter().zip(&start).take_while(|(x, y)| x == y).count();
    let up = std::iter::repeat_n("..".to_owned(), start.len() - common);
    let made: Vec<String> = up.chain(path.into_iter().skip(common)).collect();
    if made.is_empty() { ".".to_owned() } else { made.join("/") }
}

fn texts(host: &mut dyn Host, v: &Value) -> Res<Vec<String>> {
    iter::collect(host, v)?.iter().map(|path| path_text(host, path)).collect()
}

fn common_path(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let paths = texts(host, at(a, 0))?;
    let Some(first) = paths.first() else { return Err(value_error("commonpath() arg is an empty sequence")) };
    let rooted = first.starts_with('/');
    if paths.iter().any(|path| path.starts_with('/') != rooted) {
        return Err(value_error("Can't mix absolute and relative paths"));
    }
    let parts = |path: &str| {
        let parts = path.split('/').filter(|part| !part.is_empty() && *part != ".");
        parts.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut common = parts(first);
    for path in &paths {
        let same = common.iter().zip(parts(path)).take_while(|(x, y)| **x == *y).count();
        common.truncate(same);
    }
    Ok(Value::str(format!("{}{}", if rooted { "/" } else { "" }, common.join("/"))))
}

fn common_prefix(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let paths = texts(host, at(a, 0))?;
    let Some(first) = paths.first() else { return Ok(Value::str("")) };
    let mut common = first.chars().count();
    for path in &paths {
        common = first.chars().zip(path.chars()).take(common).take_while(|(x, y)| x == y).count();
    }
    Ok(Value::str(first.chars().take(common).collect::<String>()))
}
