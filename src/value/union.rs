//! `int | str`: a union of classes, for `isinstance` and annotations.

use super::{Host, Native, TypeInfo, Value, compare, kind, repr};
use crate::data::Res;
use crate::data::ops::{BinOp, CmpOp};

/// `types.UnionType`.
pub static UNION: TypeInfo = TypeInfo { name: "UnionType", module: "types", declared: "types.UnionType", base: None };

/// A union of classes.
pub struct Union {
    /// Its members, each once.
    pub items: Vec<Value>,
}

/// `a | b` of classes; `None` when they are none.
pub fn of(a: &Value, b: &Value) -> Option<Value> {
    let classes = |v: &Value| kind::is_class(v) || v.as_native::<Union>().is_some();
    let none = |v: &Value| matches!(v, Value::None);
    if !(classes(a) && (classes(b) || none(b)) || none(a) && classes(b)) {
        return None;
    }
    let mut items: Vec<Value> = Vec::new();
    for side in [a, b] {
        let members = side.as_native::<Union>().map_or(std::slice::from_ref(side), |union| &union.items);
        for member in members {
            if !items.iter().any(|known| compare::is_same(known, member)) {
                items.push(member.clone());
            }
        }
    }
    if items.len() == 1 { items.pop() } else { Some(Value::native(Union { items })) }
}

impl Native for Union {
    fn type_info(&self) -> &'static TypeInfo {
        &UNION
    }

    fn repr(&self, host: &mut dyn Host) -> Res<String> {
        let mut parts = Vec::new();
        for item in &self.items {
            parts.push(match item {
                Value::None => "None".to_owned(),
                Value::Type(info) if info.module == "builtins" => info.name.to_owned(),
                Value::ExcType(class) => class.name().to_owned(),
                Value::Class(class) => format!("{}.{}", class.module, class.qualname),
                other => repr::repr(host, other)?,
            });
        }
        Ok(parts.join(" | "))
    }

    fn binary(&self, this: &Value, _: &mut dyn Host, op: BinOp, other: &Value, reflected: bool) -> Res<Option<Value>> {
        if op != BinOp::Or {
            return Ok(None);
        }
        Ok(if reflected { of(other, this) } else { of(this, other) })
    }

    fn compare(&self, _: &Value, _: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        let Some(other) = other.as_native::<Union>() else { return Ok(None) };
        let inside = |a: &Union, b: &Union| a.items.iter().all(|x| b.items.iter().any(|y| compare::is_same(x, y)));
        let equal = inside(self, other) && inside(other, self);
        Ok(match op {
            CmpOp::Eq => Some(Value::Bool(equal)),
            CmpOp::Ne => Some(Value::Bool(!equal)),
            _ => None,
        })
    }
}
