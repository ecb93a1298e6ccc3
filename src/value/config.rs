//! Settings of `dask.config`: a tree of plain data. Each thread sees its own; a worker starts with those of the
//! thread that started the computation.

use std::cell::RefCell;
use std::sync::Arc;

use super::{Host, Value, dict};
use crate::data::Res;

/// A setting, or a table of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// `None`.
    None,
    /// `bool`.
    Bool(bool),
    /// `int`.
    Int(i64),
    /// `float`.
    Float(f64),
    /// `str`.
    Str(Arc<str>),
    /// A list (tuples become lists).
    List(Vec<Setting>),
    /// A table, in order.
    Table(Vec<(Arc<str>, Setting)>),
}

thread_local! {
    static SETTINGS: RefCell<Arc<Setting>> = RefCell::new(Arc::new(defaults()));
}

fn defaults() -> Setting {
    let text = |text: &str| Setting::Str(text.into());
    let table = |items: Vec<(&str, Setting)>| {
        Setting::Table(items.into_iter().map(|(name, value)| (Arc::from(name), value)).collect())
    };
    table(vec![
        ("temporary-directory", Setting::None),
        ("visualization", table(vec![("engine", Setting::None)])),
        ("tokenize", table(vec![("ensure-deterministic", Setting::Bool(false))])),
        (
            "array",
            table(vec![
                ("backend", text("numpy")),
                ("chunk-size", text("128MiB")),
                ("chunk-size-tolerance", Setting::Float(1.25)),
                ("rechunk", table(vec![("method", Setting::None), ("threshold", Setting::Int(4))])),
                ("slicing", table(vec![("split-large-chunks", Setting::None)])),
            ]),
        ),
        (
            "optimization",
            table(vec![
                ("annotations", table(vec![("fuse", Setting::Bool(true))])),
                ("fuse", table(vec![("active", Setting::None), ("delayed", Setting::Bool(false))])),
            ]),
        ),
    ])
}

/// All settings of this thread, to be given to another.
pub fn snapshot() -> Arc<Setting> {
    SETTINGS.with(|place| place.borrow().clone())
}

/// Make these the settings of this thread.
pub fn install(settings: Arc<Setting>) {
    SETTINGS.with(|place| *place.borrow_mut() = settings);
}

/// The setting at a dotted path.
pub fn get(path: &str) -> Option<Setting> {
    let root = snapshot();
    let mut at: &Setting = &root;
    for part in path.split('.') {
        at = at.field(part)?;
    }
    Some(at.clone())
}

/// Set (or, with `None`, remove) the setting at a dotted path; what stood there before.
pub fn set(path: &str, value: Option<Setting>) -> Option<Setting> {
    let mut root = (*snapshot()).clone();
    let before = root.put(path, value);
    install(Arc::new(root));
    before
}

/// Whether two names of a setting are the same: `-` and `_` are.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).all(|(x, y)| x == y || matches!((x, y), (b'-', b'_') | (b'_', b'-')))
}

impl Setting {
    /// A field of a table.
    fn field(&self, name: &str) -> Option<&Setting> {
        match self {
            Setting::Table(items) => items.iter().find(|(at, _)| same(at, name)).map(|(_, value)| value),
            _ => None,
        }
    }

    fn put(&mut self, path: &str, value: Option<Setting>) -> Option<Setting> {
        let (name, rest) = match path.split_once('.') {
            Some((name, rest)) => (name, Some(rest)),
            None => (path, None),
        };
        if !matches!(self, Setting::Table(_)) {
            *self = Setting::Table(Vec::new());
        }
        let Setting::Table(items) = self else { return None };
        let found = items.iter().position(|(at, _)| same(at, name));
        match (rest, value, found) {
            (Some(rest), value, Some(at)) => items.get_mut(at)?.1.put(rest, value),
            (Some(rest), Some(value), None) => {
                let mut table = Setting::Table(Vec::new());
                table.put(rest, Some(value));
                items.push((name.into(), table));
                None
            }
            (None, Some(value), Some(at)) => Some(std::mem::replace(&mut items.get_mut(at)?.1, value)),
            (None, Some(value), None) => {
                items.push((name.into(), value));
                None
            }
            (None, None, Some(at)) => Some(items.remove(at).1),
            (_, None, None) => None,
        }
    }

    /// The setting that a value of the script is; `None` for what is no plain data.
    pub fn of(value: &Value) -> Option<Setting> {
        let all = |items: &[Value]| items.iter().map(Setting::of).collect::<Option<Vec<_>>>().map(Setting::List);
        Some(match value {
            Value::None => Setting::None,
            Value::Bool(value) => Setting::Bool(*value),
            Value::Int(value) => Setting::Int(*value),
            Value::Float(value) => Setting::Float(*value),
            Value::Str(text) => Setting::Str(text.share()),
            Value::List(list) => return all(&list.items.borrow()),
            Value::Tuple(tuple) => return all(&tuple.items),
            Value::Dict(table) => {
                let field = |(name, value): (Value, Value)| Some((Arc::from(name.as_str()?), Setting::of(&value)?));
                Setting::Table(dict::items(table).into_iter().map(field).collect::<Option<Vec<_>>>()?)
            }
            _ => return None,
        })
    }

    /// The value that the script sees.
    pub fn value(&self, host: &mut dyn Host) -> Res<Value> {
        Ok(match self {
            Setting::None => Value::None,
            Setting::Bool(value) => Value::Bool(*value),
            Setting::Int(value) => Value::Int(*value),
            Setting::Float(value) => Value::Float(*value),
            Setting::Str(text) => Value::str(text),
            Setting::List(items) => {
                Value::list(items.iter().map(|item| item.value(host)).collect::<Res<Vec<Value>>>()?)
            }
            Setting::Table(items) => {
                let table = super::DictObj::plain();
                for (name, item) in items {
                    let item = item.value(host)?;
                    dict::insert(host, &table, Value::str(name), item)?;
                }
                Value::Dict(std::rc::Rc::new(table))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_nest_and_come_back() {
        assert_eq!(get("array.chunk_size"), Some(Setting::Str("128MiB".into())));
        assert_eq!(set("a.b.c", Some(Setting::Int(1))), None);
        assert_eq!(get("a.b"), Some(Setting::Table(vec![("c".into(), Setting::Int(1))])));
        assert_eq!(set("a.b.c", Some(Setting::Int(2))), Some(Setting::Int(1)));
        assert_eq!(set("a.b.c", None), Some(Setting::Int(2)));
        assert_eq!(get("a.b.c"), None);
    }
}
