//! `dask.config`: `get`, and `set` as a call and as a context.

use std::cell::RefCell;

use super::dask::options;
use super::row::{Row, row};
use crate::data::raised::type_error;
use crate::data::{ExcClass, Raised, Res};
use crate::value::config::{self, Setting};
use crate::value::{Host, Native, TypeInfo, Value, dict, exc, repr};

/// The rows of `dask.config`.
pub const ROWS: &[Row] = &[row("dask.config.get", get), row("dask.config.set", set)];

/// `get(key, default=..., config=None, override_with=None)`
fn get(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let [key, default, _, instead] = slots else { return Err(type_error("missing arguments")) };
    if !matches!(instead, Value::None) {
        return Ok(instead.clone());
    }
    let Some(path) = key.as_str() else {
        return Err(type_error(format!("a setting's name is a str, not {}", repr::repr(host, key)?)));
    };
    if let Some(setting) = config::get(path) {
        return setting.value(host);
    }
    if !matches!(default, Value::Ellipsis) {
        return Ok(default.clone());
    }
    // Python names the first part of the path that is not there.
    let ends = path.match_indices('.').map(|(at, _)| at).chain([path.len()]);
    let missing = ends.map(|end| path.get(..end).unwrap_or(path)).find(|part| config::get(part).is_none());
    let name = missing.and_then(|part| part.rsplit('.').next()).unwrap_or(path);
    Err(exc::key_error(host, &Value::str(name)))
}

/// What `set` changed, for the end of its context.
struct Change {
    before: RefCell<Vec<(String, Option<Setting>)>>,
}

static CHANGE: TypeInfo = TypeInfo { name: "set", module: "dask.config", declared: "builtins.object", base: None };

/// `set(arg=None, config=None, lock=None, **kwargs)`
fn set(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let [arg, .., kwargs] = slots else { return Err(type_error("missing arguments")) };
    let mut wanted: Vec<(String, Value)> = Vec::new();
    if let Value::Dict(table) = arg {
        for (name, value) in dict::items(table) {
            let Some(path) = name.as_str() else {
                return Err(type_error(format!("a setting's name is a str, not {}", repr::repr(host, &name)?)));
            };
            wanted.push((path.to_owned(), value));
        }
    }
    wanted.extend(options(kwargs)?.into_iter().map(|(name, value)| (name.as_str().replace("__", "."), value)));
    let mut before = Vec::new();
    for (path, value) in wanted {
        let Some(setting) = Setting::of(&value) else {
            let shown = repr::repr(host, &value)?;
            return Err(Raised::new(ExcClass::TypeError, format!("rdask cannot keep {shown} as the setting {path:?}"))
                .help("settings are plain data: a number, a text, a list or a dict"));
        };
        // Undoing removes the first part of the path that was not there.
        let ends = path.match_indices('.').map(|(at, _)| at).chain([path.len()]);
        let new = ends.map(|end| path.get(..end).unwrap_or(&path)).find(|part| config::get(part).is_none());
        let undo = new.unwrap_or(&path).to_owned();
        let old = config::set(&path, Some(setting));
        before.push((undo, old));
    }
    Ok(Value::native(Change { before: RefCell::new(before) }))
}

impl Native for Change {
    fn type_info(&self) -> &'static TypeInfo {
        &CHANGE
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok("<dask.config.set object at 0x7f0000000000>".to_owned())
    }

    fn enter(&self, _this: &Value, host: &mut dyn Host) -> Res<Option<Value>> {
        config::snapshot().value(host).map(Some)
    }

    fn exit(&self, _this: &Value, _host: &mut dyn Host, _raised: Option<&Value>) -> Res<bool> {
        for (path, old) in self.before.borrow_mut().drain(..).rev() {
            config::set(&path, old);
        }
        Ok(false)
    }
}
