//! `glob` and `fnmatch`: names that match a pattern, with Python's rules for `*`, `?`, `[...]`, `**` and hidden files.

use super::args::{at, flag, text};
use super::os::path_text;
use super::{Row, row};
use crate::data::Res;
use crate::value::{Host, Value, iter};

/// The rows.
pub const ROWS: &[Row] = &[
    row("glob.glob", |h, a| Ok(Value::list(found(h, a)?))),
    row("glob.iglob", |h, a| Ok(iter::over(found(h, a)?))),
    row("glob.escape", |h, a| {
        let path = path_text(h, at(a, 0))?;
        let mut made = String::with_capacity(path.len());
        for c in path.chars() {
            if "*?[".contains(c) {
                made.extend(['[', c, ']']);
            } else {
                made.push(c);
            }
        }
        Ok(Value::str(made))
    }),
    row("glob.has_magic", |h, a| Ok(Value::Bool(has_magic(&path_text(h, at(a, 0))?)))),
    row("fnmatch.fnmatch", |_, a| matched(a)),
    row("fnmatch.fnmatchcase", |_, a| matched(a)),
    row("fnmatch.filter", |h, a| {
        let pattern = text("pattern", a, 1)?;
        let mut kept = iter::collect(h, at(a, 0))?;
        kept.retain(|name| name.as_str().is_some_and(|name| fnmatch(name, pattern.as_str())));
        Ok(Value::list(kept))
    }),
];

fn matched(a: &[Value]) -> Res<Value> {
    Ok(Value::Bool(fnmatch(text("name", a, 0)?.as_str(), text("pattern", a, 1)?.as_str())))
}

fn has_magic(pattern: &str) -> bool {
    pattern.contains(['*', '?', '['])
}

/// Whether a name matches a pattern of `*`, `?`, `[a-z]`, `[!a-z]`.
pub fn fnmatch(name: &str, pattern: &str) -> bool {
    let (name, pattern): (Vec<char>, Vec<char>) = (name.chars().collect(), pattern.chars().collect());
    let (mut n, mut p) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        let step = match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
                continue;
            }
            Some('?') => Some(p + 1),
            Some('[') => match class(&pattern, p, name.get(n).copied().unwrap_or('\0')) {
                Some((true, next)) => Some(next),
                Some((false, _)) => None,
                None => (name.get(n) == Some(&'[')).then_some(p + 1),
            },
            Some(c) => (name.get(n) == Some(c)).then_some(p + 1),
            None => None,
        };
        match (step, &mut star) {
            (Some(next), _) => {
                p = next;
                n += 1;
            }
            (None, Some((at, from))) => {
                *from += 1;
                (p, n) = (*at + 1, *from);
            }
            (None, None) => return false,
        }
    }
    pattern.iter().skip(p).all(|c| *c == '*')
}

/// Whether a character is in the class that begins at a bracket, and where the pattern goes on; `None` if it never ends.
fn class(pattern: &[char], open: usize, c: char) -> Option<(bool, usize)> {
    let mut at = open + 1;
    let negated = pattern.get(at) == Some(&'!');
    at += usize::from(negated);
    let first = at;
    let close = (first + 1..pattern.len().max(first + 1)).find(|at| pattern.get(*at) == Some(&']'));
    let close = if pattern.get(first) == Some(&']') {
        close
    } else {
        (first..pattern.len()).find(|at| pattern.get(*at) == Some(&']'))
    }?;
    let mut inside = false;
    while at < close {
        let low = *pattern.get(at)?;
        if pattern.get(at + 1) == Some(&'-') && at + 2 < close {
            inside |= (low..=*pattern.get(at + 2)?).contains(&c);
            at += 3;
        } else {
            inside |= low == c;
            at += 1;
        }
    }
    Some((inside != negated, close + 1))
}

/// What a search goes by.
struct Search {
    recursive: bool,
    hidden: bool,
    root: String,
}

/// Slots: `pathname`, `root_dir`, `recursive`, `include_hidden`.
fn found(host: &mut dyn Host, a: &[Value]) -> Res<Vec<Value>> {
    let pattern = path_text(host, at(a, 0))?;
    let root = if matches!(at(a, 1), Value::None) { String::new() } else { path_text(host, at(a, 1))? };
    let search = Search { recursive: flag(host, a, 2)?, hidden: flag(host, a, 3)?, root };
    let mut made = search.glob(&pattern, false);
    made.retain(|path| !path.is_empty());
    Ok(made.into_iter().map(Value::str).collect())
}

impl Search {
    fn place(&self, path: &str) -> std::path::PathBuf {
        let path = if path.is_empty() { "." } else { path };
        std::path::Path::new(&self.root).join(path)
    }

    /// The paths that match; as in CPython, the folder part is matched first, then the names in each folder.
    fn glob(&self, pattern: &str, only_folders: bool) -> Vec<String> {
        let cut = pattern.rfind('/').map_or(0, |at| at + 1);
        let (head, name) = pattern.split_at(cut);
        let head = if head.trim_end_matches('/').is_empty() { head } else { head.trim_end_matches('/') };
        if !has_magic(pattern) {
            let there = if name.is_empty() {
                self.place(head).is_dir()
            } else {
                self.place(pattern).symlink_metadata().is_ok()
            };
            return if there { vec![pattern.to_owned()] } else { Vec::new() };
        }
        let folders = if head.is_empty() || !has_magic(head) { vec![head.to_owned()] } else { self.glob(head, true) };
        let mut made = Vec::new();
        for folder in folders {
            for found in self.names(&folder, name, only_folders) {
                made.push(join(&folder, &found));
            }
        }
        made
    }

    fn names(&self, folder: &str, name: &str, only_folders: bool) -> Vec<String> {
        if self.recursive && name == "**" {
            let mut made = Vec::new();
            if folder.is_empty() || self.place(folder).is_dir() {
                made.push(String::new());
                self.walk(folder, "", only_folders, &mut made);
            }
            return made;
        }
        if !has_magic(name) {
            let path = join(folder, name);
            let there = if name.is_empty() {
                self.place(folder).is_dir()
            } else {
                self.place(&path).symlink_metadata().is_ok()
            };
            return if there { vec![name.to_owned()] } else { Vec::new() };
        }
        let hidden = self.hidden || name.starts_with('.');
        let entries = self.entries(folder, only_folders).into_iter();
        entries.filter(|entry| (hidden || !entry.starts_with('.')) && fnmatch(entry, name)).collect()
    }

    /// The names in a folder, in order; none if it can't be read.
    fn entries(&self, folder: &str, only_folders: bool) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.place(folder)) else { return Vec::new() };
        let kept = entries.flatten().filter(|entry| !only_folders || entry.path().is_dir());
        let mut names: Vec<String> = kept.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort_unstable();
        names
    }

    fn walk(&self, folder: &str, below: &str, only_folders: bool, made: &mut Vec<String>) {
        for entry in self.entries(&join(folder, below), only_folders) {
            if !self.hidden && entry.starts_with('.') {
                continue;
            }
            let path = join(below, &entry);
            made.push(path.clone());
            if self.place(&join(folder, &path)).is_dir() {
                self.walk(folder, &path, only_folders, made);
            }
        }
    }
}

fn join(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_owned(),
        folder if folder.ends_with('/') => format!("{folder}{name}"),
        folder => format!("{folder}/{name}"),
    }
}
