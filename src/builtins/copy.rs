//! `copy`: objects of the script's classes.

use std::cell::RefCell;
use std::rc::Rc;

use super::args::at;
use super::{Row, row};
use crate::data::Res;
use crate::value::{AttrMap, Host, Instance, ListObj, Value, dict};

/// The rows.
pub const ROWS: &[Row] = &[row("copy._clone", clone)];

fn clone(_host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let Value::Instance(object) = at(a, 0) else { return Ok(at(a, 0).clone()) };
    let payload = match &object.payload {
        Value::List(list) => Value::List(Rc::new(ListObj::new(list.items.borrow().clone()))),
        Value::Dict(table) => Value::Dict(Rc::new(dict::copy(table))),
        other => other.clone(),
    };
    let attrs = RefCell::new(AttrMap { items: object.attrs.borrow().items.clone() });
    Ok(Value::Instance(Rc::new(Instance { class: object.class.clone(), attrs, payload })))
}
