//! `Bag` and `Item` as objects. Most of their methods are written in the language (`stdlib/dask.bag.core.rd`).

use std::rc::Rc;

use crate::builtins::delayed::wrap;
use crate::builtins::graph_view;
use crate::data::raised::type_error;
use crate::data::{Res, Sym};
use crate::expr::bag::{Bag, Item};
use crate::expr::delayed::{DelayedNode, Kind};
use crate::value::{Host, Native, TypeInfo, Value, hash, iter, kind};

/// `dask.bag.core.Bag`.
pub static BAG: TypeInfo = TypeInfo { name: "Bag", module: "dask.bag.core", declared: "dask.bag.core.Bag", base: None };

/// `dask.bag.core.Item`.
pub static ITEM: TypeInfo =
    TypeInfo { name: "Item", module: "dask.bag.core", declared: "dask.bag.core.Item", base: None };

/// What stands for the result of a partition without elements.
pub static NO_RESULT: TypeInfo =
    TypeInfo { name: "no_result", module: "dask.bag.core", declared: "dask.bag.core.no_result", base: None };

/// The bag that a value is.
pub fn bag_of(v: &Value) -> Res<&Bag> {
    match v.as_native::<Bag>() {
        Some(bag) => Ok(bag),
        None => Err(type_error(format!("expected a Bag, not '{}'", kind::type_name(v)))),
    }
}

/// The node of an item.
pub fn item_of(v: &Value) -> Res<&Rc<DelayedNode>> {
    match v.as_native::<Item>() {
        Some(item) => Ok(&item.node),
        None => Err(type_error(format!("expected an Item, not '{}'", kind::type_name(v)))),
    }
}

impl Native for Bag {
    fn type_info(&self) -> &'static TypeInfo {
        &BAG
    }

    fn repr(&self, host: &mut dyn Host) -> Res<String> {
        let module = host.import("dask.utils")?;
        let split = host.getattr(&module, Sym::new("key_split"))?;
        let name = host.call(&split, &[Value::str(self.made.name.prefix.as_str())], &[])?;
        Ok(format!("dask.bag<{}, npartitions={}>", name.as_str().unwrap_or_default(), self.made.parts.len()))
    }

    fn truth(&self, _: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }

    fn getattr(&self, this: &Value, host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(Some(match name.as_str() {
            "npartitions" => Value::Int(self.made.parts.len() as i64),
            "name" => Value::string(self.made.name.text()),
            "dask" => graph_view::of(host, this)?,
            "_parts" => Value::list(self.made.parts.iter().map(|part| wrap(part.clone())).collect()),
            "_keys" => Value::list(self.made.parts.iter().map(|part| part.key_value()).collect()),
            "str" => {
                let module = host.import("dask.bag.core")?;
                let class = host.getattr(&module, Sym::new("StringAccessor"))?;
                host.call(&class, std::slice::from_ref(this), &[])?
            }
            _ => return Ok(None),
        }))
    }

    fn iter(&self, this: &Value, host: &mut dyn Host) -> Res<Option<Value>> {
        let engine = host.engine();
        let made = engine.compute(host, std::slice::from_ref(this), &[])?;
        match made.first() {
            Some(all) => iter::iter(host, all).map(Some),
            None => Ok(None),
        }
    }

    fn hash(&self, host: &mut dyn Host) -> Res<Option<u64>> {
        hash::hash(host, &Value::string(self.made.name.text())).map(Some)
    }
}

impl Native for Item {
    fn type_info(&self) -> &'static TypeInfo {
        &ITEM
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(format!("<dask.bag.core.Item object at {:#x}>", Rc::as_ptr(&self.node) as usize))
    }

    fn truth(&self, host: &mut dyn Host) -> Res<bool> {
        match self.computed(host)? {
            Value::Bool(truth) => Ok(truth),
            other => Err(type_error(format!("__bool__ should return bool, returned {}", kind::type_name(&other)))),
        }
    }

    fn getattr(&self, this: &Value, host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(Some(match name.as_str() {
            "key" | "name" => self.node.key_value(),
            "dask" => graph_view::of(host, this)?,
            _ => return Ok(None),
        }))
    }

    fn unary(&self, _this: &Value, host: &mut dyn Host, method: &str) -> Res<Option<Value>> {
        match method {
            "__int__" => match self.computed(host)? {
                made @ (Value::Int(_) | Value::Bool(_) | Value::BigInt(_)) => Ok(Some(made)),
                other => Err(type_error(format!("__int__ returned non-int (type {})", kind::type_name(&other)))),
            },
            "__float__" => match self.computed(host)? {
                made @ Value::Float(_) => Ok(Some(made)),
                other => {
                    let name = kind::type_name(&other);
                    Err(type_error(format!("Item.__float__ returned non-float (type {name})")))
                }
            },
            _ => Ok(None),
        }
    }

    fn hash(&self, host: &mut dyn Host) -> Res<Option<u64>> {
        hash::hash(host, &self.node.key_value()).map(Some)
    }
}

impl Item {
    /// A node as an item of the script.
    pub fn wrap(node: Rc<DelayedNode>) -> Value {
        node.item.set(true);
        Value::native(Item { node })
    }

    /// A delayed value that is computed with the item's task.
    pub fn delayed(&self) -> Value {
        let inner = crate::expr::delayed::Arg::Delayed(self.node.clone());
        wrap(DelayedNode::new(Kind::Build(inner), self.node.key.clone(), None, self.node.span))
    }

    fn computed(&self, host: &mut dyn Host) -> Res<Value> {
        let engine = host.engine();
        let this = Value::native(self.clone());
        Ok(engine.compute(host, std::slice::from_ref(&this), &[])?.pop().unwrap_or(Value::None))
    }
}
