//! `Delayed` as an object: operators, items, attributes and calls make new delayed values; nothing runs.

use std::rc::Rc;

use super::delayed_call::{attribute, call, operation};
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::{attribute_error, type_error};
use crate::data::{Res, Sym};
use crate::expr::delayed::{Callee, Delayed, DelayedNode, Kind};
use crate::value::{Host, Native, TypeInfo, Value, repr};

/// `dask.delayed.Delayed`.
pub static DELAYED: TypeInfo =
    TypeInfo { name: "Delayed", module: "dask.delayed", declared: "dask.delayed.Delayed", base: None };

/// The class of wrapped values and functions.
pub static DELAYED_LEAF: TypeInfo =
    TypeInfo { name: "DelayedLeaf", module: "dask.delayed", declared: "dask.delayed.Delayed", base: Some(&DELAYED) };

/// The class of attributes of delayed values.
pub static DELAYED_ATTR: TypeInfo =
    TypeInfo { name: "DelayedAttr", module: "dask.delayed", declared: "dask.delayed.Delayed", base: Some(&DELAYED) };

/// A delayed value as a value of the script.
pub fn wrap(node: Rc<DelayedNode>) -> Value {
    if node.item.get() {
        return Value::native(crate::expr::Item { node });
    }
    Value::native(Delayed { node })
}

impl Delayed {
    /// The items of one with `nout`.
    fn items(&self, this: &Value, host: &mut dyn Host) -> Res<Vec<Value>> {
        match self.node.length {
            None => Err(type_error("Delayed objects of unspecified length are not iterable").help(
                "say how many values the function returns: delayed(f, nout=2)(...) can be unpacked into two names",
            )),
            Some(length) => {
                let item = |at| operation(host, Callee::GetItem, "getitem", &[this.clone(), Value::Int(at as i64)]);
                (0..length).map(item).collect()
            }
        }
    }
}

impl Native for Delayed {
    fn type_info(&self) -> &'static TypeInfo {
        match self.node.kind {
            Kind::Leaf { .. } => &DELAYED_LEAF,
            Kind::Attr { .. } => &DELAYED_ATTR,
            _ => &DELAYED,
        }
    }

    fn callable(&self) -> bool {
        true
    }

    fn repr(&self, host: &mut dyn Host) -> Res<String> {
        Ok(format!("Delayed({})", repr::repr(host, &self.node.key_value())?))
    }

    fn truth(&self, _host: &mut dyn Host) -> Res<bool> {
        Err(type_error("Truth of Delayed objects is not supported")
            .help("its value is not known yet: call .compute() first, or put the decision into a delayed function"))
    }

    fn len(&self, _host: &mut dyn Host) -> Res<Option<usize>> {
        match self.node.length {
            Some(length) => Ok(Some(length)),
            None => Err(type_error("Delayed objects of unspecified length have no len()")
                .help("delayed(len)(x) computes the length later")),
        }
    }

    fn getattr(&self, this: &Value, host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        match (name.as_str(), &self.node.kind) {
            ("key" | "_key", _) => Ok(Some(self.node.key_value())),
            ("dask", _) => super::graph_view::of(host, this).map(Some),
            ("__name__" | "__doc__", Kind::Leaf { value, .. }) => host.getattr(value, name).map(Some),
            ("__wrapped__", Kind::Leaf { value, .. }) => Ok(Some(value.clone())),
            _ => Ok(None),
        }
    }

    fn getattr_any(&self, this: &Value, host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        let dtype_of_dtype =
            matches!(self.node.kind, Kind::Attr { name: of, .. } if of == name && name.as_str() == "dtype");
        if name.as_str().starts_with('_') || dtype_of_dtype {
            return Err(attribute_error(format!("Attribute {name} not found")));
        }
        let Some(Delayed { node }) = this.as_native::<Delayed>() else { return Ok(None) };
        Ok(Some(wrap(attribute(host, node, name))))
    }

    fn setattr(&self, _this: &Value, _host: &mut dyn Host, _name: Sym, _value: &Value) -> Res<bool> {
        Err(type_error("Delayed objects are immutable"))
    }

    fn getitem(&self, this: &Value, host: &mut dyn Host, index: &Value) -> Res<Option<Value>> {
        operation(host, Callee::GetItem, "getitem", &[this.clone(), index.clone()]).map(Some)
    }

    fn setitem(&self, _this: &Value, _host: &mut dyn Host, _index: &Value, _value: &Value) -> Res<bool> {
        Err(type_error("Delayed objects are immutable")
            .help("make the change in a delayed function that returns the changed value"))
    }

    fn contains(&self, this: &Value, host: &mut dyn Host, item: &Value) -> Res<Option<bool>> {
        for own in self.items(this, host)? {
            if crate::value::compare::is_same(&own, item) || crate::value::compare::eq(host, &own, item)? {
                return Ok(Some(true));
            }
        }
        Ok(Some(false))
    }

    fn binary(
        &self,
        this: &Value,
        host: &mut dyn Host,
        op: BinOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        let made = match reflected {
            true => operation(host, Callee::Binary(op), "_swap", &[other.clone(), this.clone()]),
            false => operation(host, Callee::Binary(op), verb(op.method()), &[this.clone(), other.clone()]),
        };
        made.map(Some)
    }

    fn compare(&self, this: &Value, host: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        let Some(method) = op.method() else { return Ok(None) };
        operation(host, Callee::Compare(op), verb(method), &[this.clone(), other.clone()]).map(Some)
    }

    fn unary(&self, this: &Value, host: &mut dyn Host, method: &str) -> Res<Option<Value>> {
        let known = ["__neg__", "__pos__", "__invert__", "__abs__"].into_iter().find(|name| *name == method);
        let Some(name) = known else { return Ok(None) };
        operation(host, Callee::Unary(name), verb(name), std::slice::from_ref(this)).map(Some)
    }

    fn call(&self, _this: &Value, host: &mut dyn Host, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Option<Value>> {
        call(host, &self.node, args, kwargs).map(|node| Some(wrap(node)))
    }

    fn iter(&self, this: &Value, host: &mut dyn Host) -> Res<Option<Value>> {
        let items = self.items(this, host)?;
        crate::value::iter::iter(host, &Value::list(items)).map(Some)
    }

    fn hash(&self, host: &mut dyn Host) -> Res<Option<u64>> {
        crate::value::hash::hash(host, &self.node.key_value()).map(Some)
    }
}

/// `add` of `__add__`.
fn verb(method: &'static str) -> &'static str {
    method.trim_matches('_')
}
