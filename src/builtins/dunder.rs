//! The special methods of built-in classes, for who calls them by name: `super().__setitem__(key, value)`, `it.__next__()`.

use super::args::{at, inner, length};
use crate::data::ops::{BinOp, CmpOp, UnOp};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::func::Build;
use crate::value::{Host, TypeInfo, Value, arith, compare, format, hash, index, iter, kind, repr, types};

/// A special method: its name, how many arguments it takes beside `self`, and what it does.
pub struct Special {
    /// `__len__`.
    pub name: &'static str,
    /// Arguments beside `self`.
    pub args: usize,
    /// Does it.
    pub build: Build,
    classes: Classes,
}

/// Which classes have it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Classes {
    All,
    Container,
    Indexed,
    Mutable,
    Number,
    Sum,
    Set,
    Iterator,
}

impl Classes {
    fn has(self, info: &'static TypeInfo) -> bool {
        let one_of = |classes: &[&'static TypeInfo]| classes.iter().any(|class| info.is_a(class));
        let number = || one_of(&[&types::INT, &types::FLOAT]);
        let set = || one_of(&[&types::SET, &types::FROZENSET]);
        let sequence = || one_of(&[&types::LIST, &types::TUPLE, &types::STR]);
        match self {
            Classes::All => true,
            Classes::Indexed => sequence() || one_of(&[&types::DICT, &types::RANGE]),
            Classes::Container => sequence() || set() || one_of(&[&types::DICT, &types::RANGE]),
            Classes::Mutable => one_of(&[&types::LIST, &types::DICT]),
            Classes::Number => number(),
            Classes::Sum => number() || sequence(),
            Classes::Set => set() || one_of(&[&types::INT]),
            Classes::Iterator => {
                let lazy = ["enumerate", "zip", "map", "filter", "reversed", "TextIOWrapper", "generator"];
                info.name.ends_with("iterator") || info.module == "itertools" || lazy.contains(&info.name)
            }
        }
    }
}

macro_rules! specials {
    ($($classes:ident { $($name:literal $args:literal = $build:expr),* $(,)? })*) => {
        static TABLE: &[Special] = &[
            $($(Special { name: $name, args: $args, build: $build, classes: Classes::$classes },)*)*
        ];
    };
}

specials! {
    Container {
        "__len__" 0 = |h, a| Ok(length(kind::len(h, me(a))?)),
        "__contains__" 1 = |h, a| Ok(Value::Bool(compare::contains(h, me(a), at(a, 1))?)),
        "__iter__" 0 = |h, a| iter::iter(h, me(a)),
    }
    Iterator {
        "__iter__" 0 = |_, a| Ok(at(a, 0).clone()),
        "__next__" 0 = |h, a| iter::next(h, me(a))?.ok_or_else(|| Raised::new(ExcClass::StopIteration, "")),
    }
    Indexed {
        "__getitem__" 1 = |h, a| index::getitem(h, me(a), at(a, 1)),
        "__reversed__" 0 = |h, a| iter::reversed(h, me(a)),
    }
    Mutable {
        "__setitem__" 2 = |h, a| {
            index::setitem(h, me(a), at(a, 1), at(a, 2))?;
            Ok(Value::None)
        },
        "__delitem__" 1 = |h, a| {
            index::delitem(h, me(a), at(a, 1))?;
            Ok(Value::None)
        },
        "__iadd__" 1 = |h, a| inplace(h, BinOp::Add, a),
        "__ior__" 1 = |h, a| inplace(h, BinOp::Or, a),
    }
    Sum {
        "__add__" 1 = |h, a| binary(h, BinOp::Add, me(a), at(a, 1)),
        "__mul__" 1 = |h, a| binary(h, BinOp::Mul, me(a), at(a, 1)),
        "__rmul__" 1 = |h, a| binary(h, BinOp::Mul, at(a, 1), me(a)),
        "__mod__" 1 = |h, a| binary(h, BinOp::Mod, me(a), at(a, 1)),
    }
    Number {
        "__radd__" 1 = |h, a| binary(h, BinOp::Add, at(a, 1), me(a)),
        "__sub__" 1 = |h, a| binary(h, BinOp::Sub, me(a), at(a, 1)),
        "__rsub__" 1 = |h, a| binary(h, BinOp::Sub, at(a, 1), me(a)),
        "__truediv__" 1 = |h, a| binary(h, BinOp::Div, me(a), at(a, 1)),
        "__rtruediv__" 1 = |h, a| binary(h, BinOp::Div, at(a, 1), me(a)),
        "__floordiv__" 1 = |h, a| binary(h, BinOp::FloorDiv, me(a), at(a, 1)),
        "__pow__" 1 = |h, a| binary(h, BinOp::Pow, me(a), at(a, 1)),
        "__neg__" 0 = |h, a| arith::unary(h, UnOp::Neg, me(a)),
        "__pos__" 0 = |h, a| arith::unary(h, UnOp::Pos, me(a)),
        "__abs__" 0 = |h, a| arith::abs(h, me(a)),
        "__bool__" 0 = |h, a| Ok(Value::Bool(kind::truth(h, me(a))?)),
        "__int__" 0 = |h, a| kind::to_int(h, me(a)),
        "__float__" 0 = |h, a| Ok(Value::Float(kind::to_float(h, me(a))?)),
    }
    Set {
        "__and__" 1 = |h, a| binary(h, BinOp::And, me(a), at(a, 1)),
        "__or__" 1 = |h, a| binary(h, BinOp::Or, me(a), at(a, 1)),
        "__xor__" 1 = |h, a| binary(h, BinOp::Xor, me(a), at(a, 1)),
    }
    All {
        "__eq__" 1 = |h, a| compare::compare(h, CmpOp::Eq, me(a), at(a, 1)),
        "__ne__" 1 = |h, a| compare::compare(h, CmpOp::Ne, me(a), at(a, 1)),
        "__lt__" 1 = |h, a| order(h, CmpOp::Lt, a),
        "__le__" 1 = |h, a| order(h, CmpOp::Le, a),
        "__gt__" 1 = |h, a| order(h, CmpOp::Gt, a),
        "__ge__" 1 = |h, a| order(h, CmpOp::Ge, a),
        "__hash__" 0 = |h, a| Ok(Value::Int(hash::hash(h, me(a))? as i64)),
        "__repr__" 0 = |h, a| Ok(Value::str(repr::repr(h, me(a))?)),
        "__str__" 0 = |h, a| Ok(Value::str(repr::str_(h, me(a))?)),
        "__format__" 1 = |h, a| Ok(Value::str(format::format(h, me(a), at(a, 1).as_str().unwrap_or(""))?)),
    }
}

/// `self`: of an object of a subclass what it holds, so that the subclass is not asked again.
fn me(a: &[Value]) -> &Value {
    inner(at(a, 0))
}

/// `NotImplemented` where an operator would raise.
fn or_not_implemented(made: Res<Value>) -> Res<Value> {
    match made {
        Err(raised) if raised.class == ExcClass::TypeError => Ok(Value::NotImplemented),
        made => made,
    }
}

fn binary(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Value> {
    or_not_implemented(arith::binary(host, op, a, b))
}

fn inplace(host: &mut dyn Host, op: BinOp, a: &[Value]) -> Res<Value> {
    or_not_implemented(arith::inplace(host, op, me(a), at(a, 1)))
}

fn order(host: &mut dyn Host, op: CmpOp, a: &[Value]) -> Res<Value> {
    or_not_implemented(compare::compare(host, op, me(a), at(a, 1)))
}

/// The special method of a built-in class under a name.
pub fn find(info: &'static TypeInfo, name: Sym) -> Option<&'static Special> {
    let name = name.as_str();
    if !name.starts_with("__") {
        return None;
    }
    TABLE.iter().find(|special| special.name == name && special.classes.has(info))
}
