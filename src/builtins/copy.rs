//! `copy`: shallow and deep copies; `shutil._copy`: files.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::args::at;
use super::functions::address;
use super::os::path_text;
use super::{Row, row};
use crate::data::{Res, Sym};
use crate::value::{AttrMap, DictObj, Host, Instance, ListObj, Value, dict, exc, set};

/// The rows.
pub const ROWS: &[Row] = &[
    row("copy.copy", |h, a| shallow(h, at(a, 0))),
    row("copy.deepcopy", |h, a| Deep::default().copy(h, at(a, 0))),
    row("shutil._copy", |h, a| {
        let (from, to) = (path_text(h, at(a, 0))?, path_text(h, at(a, 1))?);
        let mut done = Ok(0);
        h.blocking(&mut || done = std::fs::copy(&from, &to));
        match done {
            Ok(_) => Ok(Value::None),
            Err(error) => Err(exc::os_error(&error, &from)),
        }
    }),
];

fn with_payload(object: &Instance, attrs: AttrMap, payload: Value) -> Value {
    Value::Instance(Rc::new(Instance { class: object.class.clone(), attrs: RefCell::new(attrs), payload }))
}

fn shallow(host: &mut dyn Host, v: &Value) -> Res<Value> {
    Ok(match v {
        Value::List(list) => Value::list(list.items.borrow().clone()),
        Value::Dict(table) => Value::Dict(Rc::new(dict::copy(table))),
        Value::Set(table) => Value::Set(Rc::new(set::copy(table))),
        Value::Instance(object) => match host.call_special(v, Sym::new("__copy__"), &[])? {
            Some(made) => made,
            None => {
                let payload = shallow(host, &object.payload.clone())?;
                with_payload(object, object.attrs.borrow().clone(), payload)
            }
        },
        Value::Native(_) => by_method(host, v, &["__copy__", "copy"])?,
        v => v.clone(),
    })
}

/// A native copies itself if it has a method for that; else it is its own copy.
fn by_method(host: &mut dyn Host, v: &Value, names: &[&str]) -> Res<Value> {
    for name in names {
        if let Ok(method) = host.getattr(v, Sym::new(name)) {
            return host.call(&method, &[], &[]);
        }
    }
    Ok(v.clone())
}

/// What was copied already, by the address of the original, which is kept alive.
#[derive(Default)]
struct Deep {
    made: FxHashMap<u64, (Value, Value)>,
}

impl Deep {
    fn copy(&mut self, host: &mut dyn Host, v: &Value) -> Res<Value> {
        let container = matches!(
            v,
            Value::List(_)
                | Value::Tuple(_)
                | Value::Dict(_)
                | Value::Set(_)
                | Value::FrozenSet(_)
                | Value::Instance(_)
                | Value::Native(_)
        );
        if !container {
            return Ok(v.clone());
        }
        let mark = address(v);
        if let Some((_, made)) = self.made.get(&mark) {
            return Ok(made.clone());
        }
        host.enter()?;
        let made = self.fresh(host, v, mark);
        host.leave();
        let made = made?;
        self.keep(mark, v, &made);
        Ok(made)
    }

    fn keep(&mut self, mark: u64, original: &Value, made: &Value) {
        self.made.insert(mark, (original.clone(), made.clone()));
    }

    fn all(&mut self, host: &mut dyn Host, items: &[Value]) -> Res<Vec<Value>> {
        items.iter().map(|item| self.copy(host, item)).collect()
    }

    fn fresh(&mut self, host: &mut dyn Host, v: &Value, mark: u64) -> Res<Value> {
        Ok(match v {
            Value::List(list) => {
                let made = Rc::new(ListObj::new(Vec::new()));
                self.keep(mark, v, &Value::List(made.clone()));
                let items = list.items.borrow().clone();
                let items = self.all(host, &items)?;
                *made.items.borrow_mut() = items;
                Value::List(made)
            }
            Value::Tuple(tuple) => Value::tuple(self.all(host, &tuple.items)?),
            Value::Dict(table) => {
                let made = Rc::new(DictObj::plain());
                *made.kind.borrow_mut() = table.kind.borrow().clone();
                self.keep(mark, v, &Value::Dict(made.clone()));
                for (key, value) in dict::items(table) {
                    let (key, value) = (self.copy(host, &key)?, self.copy(host, &value)?);
                    dict::insert(host, &made, key, value)?;
                }
                Value::Dict(made)
            }
            Value::Set(table) => {
                let items = self.all(host, &set::items(table))?;
                Value::Set(Rc::new(set::from_items(host, &items)?))
            }
            Value::FrozenSet(table) => {
                let items = self.all(host, &set::items(table))?;
                Value::FrozenSet(Rc::new(set::from_items(host, &items)?))
            }
            Value::Instance(object) => return self.instance(host, v, object, mark),
            v => by_method(host, v, &["__deepcopy__", "copy"])?,
        })
    }

    fn instance(&mut self, host: &mut dyn Host, v: &Value, object: &Rc<Instance>, mark: u64) -> Res<Value> {
        let memo = Value::Dict(Rc::new(DictObj::plain()));
        if let Some(made) = host.call_special(v, Sym::new("__deepcopy__"), &[memo])? {
            return Ok(made);
        }
        let payload = self.copy(host, &object.payload.clone())?;
        let made = with_payload(object, AttrMap::default(), payload);
        self.keep(mark, v, &made);
        let attrs = object.attrs.borrow().clone();
        if let Value::Instance(fresh) = &made {
            for (name, value) in attrs.pairs() {
                let value = self.copy(host, &value)?;
                fresh.attrs.borrow_mut().set(name, value);
            }
        }
        Ok(made)
    }
}
