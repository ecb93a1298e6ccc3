//! `x[i]`, `x[i] = v`, `del x[i]`.

use super::containers::{DictKind, DictObj, ListObj};
use super::iter::{char_value, collect, iterable};
use super::kind::type_name;
use super::number::as_int;
use super::{Host, Range, SliceObj, Str, Value, cure, dict, exc, names, np, slices, types};
use crate::data::raised::{index_error, type_error};
use crate::data::{Raised, Res};

/// The integer that `v` is or that its `__index__` gives; `None` if it has none.
pub fn try_index(host: &mut dyn Host, v: &Value) -> Res<Option<Value>> {
    Ok(match v {
        Value::Int(_) | Value::BigInt(_) => Some(v.clone()),
        Value::Bool(flag) => Some(Value::Int(i64::from(*flag))),
        Value::Np(dtype, bits) if !dtype.is_time() => match np::item(*dtype, *bits) {
            int @ (Value::Int(_) | Value::BigInt(_)) => Some(int),
            _ => None,
        },
        Value::Native(native) => native.0.unary(v, host, "__index__")?.filter(|made| as_int(made).is_some()),
        Value::Instance(object) => match host.call_special(v, names::names().index, &[])? {
            Some(made) => match as_int(&made) {
                Some(int) => Some(int.value()),
                None => return Err(type_error(format!("__index__ returned non-int (type {})", type_name(&made)))),
            },
            None => as_int(&object.payload).map(|int| int.value()),
        },
        _ => None,
    })
}

/// `operator.index(v)` clipped to 64 bits; `TypeError` for what is no integer.
pub fn as_index(host: &mut dyn Host, v: &Value) -> Res<i64> {
    if let Value::Int(int) = v {
        return Ok(*int);
    }
    match try_index(host, v)? {
        Some(int) => Ok(slices::clip(&int)),
        None => Err(type_error(format!("'{}' object cannot be interpreted as an integer", type_name(v)))),
    }
}

/// The place of an item in a sequence; the message of a wrong kind of index names the sequence.
fn place(host: &mut dyn Host, index: &Value, length: usize, what: &str, verb: &str) -> Res<usize> {
    let at = match index {
        Value::Int(at) => *at,
        _ => match try_index(host, index)? {
            Some(Value::Int(at)) => at,
            Some(_) => return Err(index_error("cannot fit 'int' into an index-sized integer")),
            None if what == "string" => {
                return Err(type_error(format!("string indices must be integers, not '{}'", type_name(index))));
            }
            None => {
                let (what, name) = (what.trim_end_matches(" object"), type_name(index));
                return Err(type_error(format!("{what} indices must be integers or slices, not {name}")));
            }
        },
    };
    let from_front = if at < 0 { at.saturating_add(length as i64) } else { at };
    match usize::try_from(from_front) {
        Ok(place) if place < length => Ok(place),
        _ => Err(index_error(format!("{what} {verb}index out of range"))),
    }
}

/// `object[index]`.
#[inline]
pub fn getitem(host: &mut dyn Host, object: &Value, index: &Value) -> Res<Value> {
    match (object, index) {
        (Value::List(list), Value::Int(at)) => {
            let items = list.items.borrow();
            let place = if *at < 0 { at.wrapping_add(items.len() as i64) } else { *at };
            match items.get(place as usize) {
                Some(item) => Ok(item.clone()),
                None => Err(index_error("list index out of range")),
            }
        }
        (Value::Tuple(tuple), Value::Int(at)) => {
            let place = if *at < 0 { at.wrapping_add(tuple.items.len() as i64) } else { *at };
            match tuple.items.get(place as usize) {
                Some(item) => Ok(item.clone()),
                None => Err(index_error("tuple index out of range")),
            }
        }
        (Value::Dict(found), _) => dict_item(host, object, found, index),
        _ => general(host, object, index),
    }
}

fn dict_item(host: &mut dyn Host, object: &Value, found: &DictObj, key: &Value) -> Res<Value> {
    if let Some(value) = dict::get(host, found, key)? {
        return Ok(value);
    }
    if let Value::Instance(_) = object
        && let Some(made) = host.call_special(object, names::names().missing, std::slice::from_ref(key))?
    {
        return Ok(made);
    }
    let factory = match &*found.kind.borrow() {
        DictKind::Counter => return Ok(Value::Int(0)),
        DictKind::Default(factory) if !matches!(factory, Value::None) => factory.clone(),
        _ => return Err(cure::asked(exc::key_error(host, key), cure::Asked::Key(object.clone(), key.clone()))),
    };
    let made = match &factory {
        Value::Type(info) if std::ptr::eq(*info, &types::LIST) => Value::list(Vec::new()),
        Value::Type(info) if std::ptr::eq(*info, &types::INT) => Value::Int(0),
        Value::Type(info) if std::ptr::eq(*info, &types::FLOAT) => Value::Float(0.0),
        factory => host.call(factory, &[], &[])?,
    };
    dict::insert(host, found, key.clone(), made.clone())?;
    Ok(made)
}

#[inline(never)]
fn general(host: &mut dyn Host, object: &Value, index: &Value) -> Res<Value> {
    if let Value::Slice(slice) = index
        && let Some(made) = slice_of(host, object, slice)?
    {
        return Ok(made);
    }
    match object {
        Value::List(list) => {
            let at = place(host, index, list.items.borrow().len(), "list", "")?;
            list.items.borrow().get(at).cloned().ok_or_else(|| index_error("list index out of range"))
        }
        Value::Tuple(tuple) => {
            let at = place(host, index, tuple.items.len(), "tuple", "")?;
            tuple.items.get(at).cloned().ok_or_else(|| index_error("tuple index out of range"))
        }
        Value::Str(text) => {
            let at = place(host, index, text.chars(), "string", "")?;
            Ok(char_at(text, at))
        }
        Value::Range(range) => range_item(host, range, index),
        Value::Native(native) => match native.0.getitem(object, host, index)? {
            Some(made) => Ok(made),
            None => Err(not_subscriptable(object)),
        },
        Value::Instance(instance) => {
            if let Some(made) = host.call_special(object, names::names().getitem, std::slice::from_ref(index))? {
                return Ok(made);
            }
            match instance.payload.clone() {
                Value::None | Value::Exception(_) => Err(not_subscriptable(object)),
                Value::Dict(found) => dict_item(host, object, &found, index),
                payload => getitem(host, &payload, index),
            }
        }
        Value::Type(_) => Ok(object.clone()),
        Value::Class(class) => match host.call_special(object, names::names().getitem, std::slice::from_ref(index))? {
            Some(made) => Ok(made),
            None => Err(type_error(format!("type '{}' is not subscriptable", class.name))),
        },
        _ => Err(not_subscriptable(object)),
    }
}

fn not_subscriptable(object: &Value) -> Box<Raised> {
    type_error(format!("'{}' object is not subscriptable", type_name(object)))
}

fn char_at(text: &Str, at: usize) -> Value {
    if text.is_ascii() {
        return text.as_str().as_bytes().get(at).map_or(Value::None, |byte| char_value(char::from(*byte)));
    }
    let rest = text.as_str().get(text.offset(at)..).unwrap_or("");
    rest.chars().next().map_or(Value::None, char_value)
}

fn range_item(host: &mut dyn Host, range: &Range, index: &Value) -> Res<Value> {
    let length = usize::try_from(range.len()).unwrap_or(usize::MAX);
    let at = place(host, index, length, "range object", "")?;
    Ok(Value::Int(range.get(at as u64)))
}

fn slice_of(host: &mut dyn Host, object: &Value, slice: &SliceObj) -> Res<Option<Value>> {
    Ok(Some(match object {
        Value::List(list) => {
            let length = list.items.borrow().len();
            let bounds = slices::indices(host, slice, length)?;
            Value::list(slices::take(&list.items.borrow(), bounds))
        }
        Value::Tuple(tuple) => {
            Value::tuple(slices::take(&tuple.items, slices::indices(host, slice, tuple.items.len())?))
        }
        Value::Str(text) => slices::take_text(text, slices::indices(host, slice, text.chars())?),
        Value::Range(range) => slices::take_range(range, slices::indices(host, slice, range.len() as usize)?),
        _ => return Ok(None),
    }))
}

/// `object[index] = value`.
pub fn setitem(host: &mut dyn Host, object: &Value, index: &Value, value: &Value) -> Res<()> {
    match object {
        Value::List(list) => set_list(host, list, index, value),
        Value::Dict(found) => dict::insert(host, found, index.clone(), value.clone()),
        Value::Native(native) => {
            if native.0.setitem(object, host, index, value)? {
                Ok(())
            } else {
                Err(no_assignment(object))
            }
        }
        Value::Instance(instance) => {
            let args = [index.clone(), value.clone()];
            if host.call_special(object, names::names().setitem, &args)?.is_some() {
                return Ok(());
            }
            match instance.payload.clone() {
                Value::None | Value::Exception(_) => Err(no_assignment(object)),
                payload => setitem(host, &payload, index, value),
            }
        }
        _ => Err(no_assignment(object)),
    }
}

fn no_assignment(object: &Value) -> Box<Raised> {
    type_error(format!("'{}' object does not support item assignment", type_name(object)))
}

fn set_list(host: &mut dyn Host, list: &ListObj, index: &Value, value: &Value) -> Res<()> {
    if let Value::Slice(slice) = index {
        let length = list.items.borrow().len();
        let (.., step) = slices::indices(host, slice, length)?;
        if !iterable(value) {
            let extended = "must assign iterable to extended slice";
            return Err(type_error(if step == 1 { "can only assign an iterable" } else { extended }));
        }
        let values = collect(host, value)?;
        let length = list.items.borrow().len();
        let bounds = slices::indices(host, slice, length)?;
        let old = slices::assign(&mut list.items.borrow_mut(), bounds, values)?;
        drop(old);
        return Ok(());
    }
    let length = list.items.borrow().len();
    let at = place(host, index, length, "list", "assignment ")?;
    let mut items = list.items.borrow_mut();
    if let Some(place) = items.get_mut(at) {
        let old = std::mem::replace(place, value.clone());
        drop(items);
        drop(old);
    }
    Ok(())
}

/// `del object[index]`.
pub fn delitem(host: &mut dyn Host, object: &Value, index: &Value) -> Res<()> {
    match object {
        Value::List(list) => delete_from_list(host, list, index),
        Value::Dict(found) => match dict::remove(host, found, index)? {
            Some(_) => Ok(()),
            None if matches!(*found.kind.borrow(), DictKind::Counter) => Ok(()),
            None => Err(exc::key_error(host, index)),
        },
        Value::Native(native) => {
            if native.0.delitem(object, host, index)? {
                Ok(())
            } else {
                Err(no_deletion(object))
            }
        }
        Value::Instance(instance) => {
            if host.call_special(object, names::names().delitem, std::slice::from_ref(index))?.is_some() {
                return Ok(());
            }
            match instance.payload.clone() {
                Value::None | Value::Exception(_) => Err(no_deletion(object)),
                payload => delitem(host, &payload, index),
            }
        }
        _ => Err(no_deletion(object)),
    }
}

fn no_deletion(object: &Value) -> Box<Raised> {
    let sequence = matches!(object, Value::Tuple(_) | Value::Str(_) | Value::Range(_) | Value::Instance(_));
    let verb = if sequence { "doesn't" } else { "does not" };
    type_error(format!("'{}' object {verb} support item deletion", type_name(object)))
}

fn delete_from_list(host: &mut dyn Host, list: &ListObj, index: &Value) -> Res<()> {
    if let Value::Slice(slice) = index {
        let length = list.items.borrow().len();
        let bounds = slices::indices(host, slice, length)?;
        let old = slices::delete(&mut list.items.borrow_mut(), bounds);
        drop(old);
        return Ok(());
    }
    let length = list.items.borrow().len();
    let at = place(host, index, length, "list", "assignment ")?;
    let old = list.items.borrow_mut().remove(at);
    drop(old);
    Ok(())
}
