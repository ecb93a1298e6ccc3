//! Classes of values, truth and length.

use std::borrow::Cow;
use std::rc::Rc;

use super::containers::DictKind;
use super::union::Union;
use super::{Base, Class, Host, TypeInfo, Value, dict, names, np, number, parse, set, types};
use crate::data::raised::{type_error, value_error};
use crate::data::{DType, ExcClass, Raised, Res};

/// The class of a built-in value; `None` for objects of a user's class and for exceptions.
pub fn type_info(v: &Value) -> Option<&'static TypeInfo> {
    Some(match v {
        Value::None | Value::Unbound => &types::NONE,
        Value::Bool(_) => &types::BOOL,
        Value::Int(_) | Value::BigInt(_) => &types::INT,
        Value::Float(_) => &types::FLOAT,
        Value::Str(text) if text.is_numpy() => &types::NP_STR,
        Value::Str(_) => &types::STR,
        Value::Tuple(_) => &types::TUPLE,
        Value::List(_) => &types::LIST,
        Value::Dict(dict) => match *dict.kind.borrow() {
            DictKind::Plain => &types::DICT,
            DictKind::Ordered => &types::ORDERED_DICT,
            DictKind::Counter => &types::COUNTER,
            DictKind::Default(_) => &types::DEFAULT_DICT,
        },
        Value::Set(_) => &types::SET,
        Value::FrozenSet(_) => &types::FROZENSET,
        Value::Range(_) => &types::RANGE,
        Value::Slice(_) => &types::SLICE,
        Value::Ellipsis => &types::ELLIPSIS,
        Value::NotImplemented => &types::NOTIMPLEMENTED,
        Value::Function(_) => &types::FUNCTION,
        Value::Builtin(builtin) if builtin.is_ufunc() => &types::UFUNC,
        Value::Builtin(_) => &types::BUILTIN,
        Value::Method(method) => match method.function {
            Value::Builtin(_) => &types::BUILTIN,
            _ => &types::METHOD,
        },
        Value::Class(_) | Value::Type(_) | Value::ExcType(_) => &types::TYPE,
        Value::Module(_) => &types::MODULE,
        Value::Np(dtype, _) => numpy(*dtype),
        Value::Native(native) => native.0.type_info(),
        Value::Instance(_) | Value::Exception(_) => return None,
    })
}

/// The class of NumPy's scalars of a dtype.
pub fn numpy(dtype: DType) -> &'static TypeInfo {
    match dtype {
        DType::Bool => &types::NP_BOOL,
        DType::Int8 => &types::NP_INT8,
        DType::UInt8 => &types::NP_UINT8,
        DType::Int16 => &types::NP_INT16,
        DType::UInt16 => &types::NP_UINT16,
        DType::Int32 => &types::NP_INT32,
        DType::UInt32 => &types::NP_UINT32,
        DType::Int64 => &types::NP_INT64,
        DType::UInt64 => &types::NP_UINT64,
        DType::Float32 => &types::NP_FLOAT32,
        DType::Float64 => &types::NP_FLOAT64,
        DType::Complex64 => &types::NP_COMPLEX64,
        DType::Complex128 => &types::NP_COMPLEX128,
        DType::Timedelta(_) => &types::NP_TIMEDELTA64,
        DType::Datetime(_) => &types::NP_DATETIME64,
        DType::Text(_) => &types::NP_STR,
        DType::Bytes(_) => &types::NP_BYTES,
    }
}

/// `type(v)`.
pub fn type_of(v: &Value) -> Value {
    match v {
        Value::Instance(object) => Value::Class(object.class.clone()),
        Value::Exception(object) => Value::ExcType(object.class),
        _ => Value::Type(type_info(v).unwrap_or(&types::OBJECT)),
    }
}

/// The name of the class as messages give it: `int`, `numpy.float64`.
pub fn type_name(v: &Value) -> Cow<'static, str> {
    match v {
        Value::Instance(object) => Cow::Owned(object.class.name.to_string()),
        Value::Exception(object) => Cow::Borrowed(object.class.name()),
        Value::Np(dtype, _) => Cow::Borrowed(dtype.qualified()),
        _ => Cow::Borrowed(type_info(v).map_or("object", |info| match info.name {
            "ndarray" => "numpy.ndarray",
            "TextIOWrapper" => "_io.TextIOWrapper",
            // Python's own classes have short names; those of C modules carry the module.
            name @ "Counter" => name,
            "str_" => "numpy.str_",
            "bytes_" => "numpy.bytes_",
            "complex64" => "numpy.complex64",
            "complex128" => "numpy.complex128",
            _ if matches!(info.module, "datetime" | "collections" | "itertools") => info.declared,
            name => name,
        })),
    }
}

/// `bool(v)`.
#[inline]
pub fn truth(host: &mut dyn Host, v: &Value) -> Res<bool> {
    Ok(match v {
        Value::Bool(flag) => *flag,
        Value::None => false,
        Value::Int(int) => *int != 0,
        Value::Float(float) => *float != 0.0,
        Value::Str(text) => !text.as_str().is_empty(),
        Value::Tuple(tuple) => !tuple.items.is_empty(),
        Value::List(list) => !list.items.borrow().is_empty(),
        Value::Dict(found) => dict::len(found) != 0,
        Value::Set(found) | Value::FrozenSet(found) => set::len(found) != 0,
        Value::Range(range) => !range.is_empty(),
        Value::Np(dtype, bits) => match np::item(*dtype, *bits) {
            Value::Bool(flag) => flag,
            Value::Int(int) => int != 0,
            Value::Float(float) => float != 0.0,
            _ => true,
        },
        Value::Native(native) => return native.0.truth(host),
        Value::Instance(_) => return truth_of_object(host, v),
        _ => true,
    })
}

fn truth_of_object(host: &mut dyn Host, v: &Value) -> Res<bool> {
    match host.call_special(v, names::names().bool_, &[])? {
        Some(Value::Bool(flag)) => return Ok(flag),
        Some(other) => {
            let name = type_name(&other);
            return Err(type_error(format!("__bool__ should return bool, returned {name}")));
        }
        None => {}
    }
    match len_of_object(host, v)? {
        Some(length) => Ok(length != 0),
        None => Ok(true),
    }
}

/// `len(v)`.
pub fn len(host: &mut dyn Host, v: &Value) -> Res<usize> {
    let length = match v {
        Value::List(list) => Some(list.items.borrow().len()),
        Value::Tuple(tuple) => Some(tuple.items.len()),
        Value::Str(text) => Some(text.chars()),
        Value::Dict(found) => Some(dict::len(found)),
        Value::Set(found) | Value::FrozenSet(found) => Some(set::len(found)),
        Value::Range(range) => Some(range.len() as usize),
        Value::Native(native) => native.0.len(host)?,
        Value::Instance(_) | Value::Class(_) => len_of_object(host, v)?,
        _ => None,
    };
    length.ok_or_else(|| type_error(format!("object of type '{}' has no len()", type_name(v))))
}

fn len_of_object(host: &mut dyn Host, v: &Value) -> Res<Option<usize>> {
    let none = Value::None;
    let payload = match v {
        Value::Instance(object) => &object.payload,
        _ => &none,
    };
    match host.call_special(v, names::names().len, &[])? {
        Some(Value::Int(length)) => match usize::try_from(length) {
            Ok(length) => Ok(Some(length)),
            Err(_) => Err(value_error("__len__() should return >= 0")),
        },
        Some(Value::Bool(flag)) => Ok(Some(usize::from(flag))),
        Some(Value::BigInt(_)) => Err(number::overflow("cannot fit 'int' into an index-sized integer")),
        Some(other) => Err(type_error(format!("'{}' object cannot be interpreted as an integer", type_name(&other)))),
        None => match payload {
            Value::None | Value::Exception(_) => Ok(None),
            payload => len(host, &payload.clone()).map(Some),
        },
    }
}

/// `isinstance(v, classes)`.
pub fn isinstance(host: &mut dyn Host, v: &Value, classes: &Value) -> Res<bool> {
    let _ = host;
    is_of(v, classes, 0).ok_or_else(|| type_error("isinstance() arg 2 must be a type, a tuple of types, or a union"))
}

fn is_of(v: &Value, classes: &Value, depth: usize) -> Option<bool> {
    match classes {
        Value::Type(info) => Some(match v {
            Value::Instance(object) => class_is(&object.class, info),
            Value::Exception(_) => std::ptr::eq(*info, &types::OBJECT),
            _ => type_info(v).is_some_and(|own| info_is(own, info)),
        }),
        Value::Class(class) => Some(matches!(v, Value::Instance(object) if object.class.is_a(class))),
        Value::ExcType(class) => Some(exception_class(v).is_some_and(|own| own.is_a(*class))),
        _ => any_of(classes, depth, |one, depth| is_of(v, one, depth)),
    }
}

/// Over a tuple or union of classes: whether one holds; `None` when something else is asked before that.
fn any_of(classes: &Value, depth: usize, holds: impl Fn(&Value, usize) -> Option<bool>) -> Option<bool> {
    let items = match classes {
        Value::Tuple(tuple) => &*tuple.items,
        _ => &*classes.as_native::<Union>()?.items,
    };
    if depth > 100 {
        return None;
    }
    for one in items {
        let one = if matches!(one, Value::None) { &Value::Type(&types::NONE) } else { one };
        if holds(one, depth + 1)? {
            return Some(true);
        }
    }
    Some(false)
}

fn info_is(own: &'static TypeInfo, info: &'static TypeInfo) -> bool {
    // `np.float64` is a `float` too.
    let double = std::ptr::eq(own, &types::NP_FLOAT64) && std::ptr::eq(info, &types::FLOAT)
        || std::ptr::eq(own, &types::NP_COMPLEX128) && std::ptr::eq(info, &types::COMPLEX)
        || (std::ptr::eq(own, &types::NP_STR) || std::ptr::eq(own, &types::NP_BYTES)) && types::NP_CHARACTER.is_a(info);
    std::ptr::eq(info, &types::OBJECT) || double || own.is_a(info)
}

fn class_is(class: &Rc<Class>, info: &'static TypeInfo) -> bool {
    let mut at = class;
    loop {
        match &at.base {
            Base::Class(next) => at = next,
            Base::Type(own) => return info_is(own, info),
            _ => return std::ptr::eq(info, &types::OBJECT) || passes_for(class).is_some_and(|own| info_is(own, info)),
        }
    }
}

/// The built-in class that a class says its objects pass for: `__class__ = ...` in its body.
pub fn passes_for(class: &Class) -> Option<&'static TypeInfo> {
    match class.lookup(names::names().class) {
        Some(Value::Type(info)) => Some(info),
        _ => None,
    }
}

/// The built-in exception class of an exception object.
pub fn exception_class(v: &Value) -> Option<ExcClass> {
    match v {
        Value::Exception(object) => Some(object.class),
        Value::Instance(object) => object.class.exception_base(),
        _ => None,
    }
}

/// `issubclass(class, classes)`.
pub fn issubclass(host: &mut dyn Host, class: &Value, classes: &Value) -> Res<bool> {
    let _ = host;
    if !is_class(class) {
        return Err(type_error("issubclass() arg 1 must be a class"));
    }
    is_sub(class, classes, 0)
        .ok_or_else(|| type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union"))
}

fn is_sub(class: &Value, classes: &Value, depth: usize) -> Option<bool> {
    match (class, classes) {
        (Value::Type(own), Value::Type(info)) => Some(info_is(own, info)),
        (Value::Class(own), Value::Type(info)) => Some(class_is(own, info)),
        (Value::ExcType(_), Value::Type(info)) => Some(std::ptr::eq(*info, &types::OBJECT)),
        (Value::Class(own), Value::Class(class)) => Some(own.is_a(class)),
        (Value::ExcType(own), Value::ExcType(class)) => Some(own.is_a(*class)),
        (Value::Class(own), Value::ExcType(class)) => Some(own.exception_base().is_some_and(|own| own.is_a(*class))),
        (_, Value::Class(_) | Value::ExcType(_)) => Some(false),
        _ => any_of(classes, depth, |one, depth| is_sub(class, one, depth)),
    }
}

/// Whether it is a class.
pub fn is_class(v: &Value) -> bool {
    matches!(v, Value::Class(_) | Value::Type(_) | Value::ExcType(_))
}

/// `callable(v)`.
pub fn callable(v: &Value) -> bool {
    match v {
        Value::Function(_)
        | Value::Builtin(_)
        | Value::Method(_)
        | Value::Class(_)
        | Value::Type(_)
        | Value::ExcType(_) => true,
        Value::Instance(object) => object.class.lookup(names::names().call).is_some(),
        Value::Native(native) => native.0.callable(),
        _ => false,
    }
}

/// `int(v)` as the class does: numbers, texts, `__int__`, `__index__`, `__trunc__`.
pub fn to_int(host: &mut dyn Host, v: &Value) -> Res<Value> {
    if let Some(int) = number::as_int(v) {
        return Ok(int.value());
    }
    match v {
        Value::Float(float) => number::truncate(*float),
        Value::Str(text) => parse::int(text.as_str(), 10),
        Value::Np(dtype, _) if dtype.is_time() => Err(not_for_int_named(super::np::item_class(*dtype))),
        Value::Np(dtype, bits) => to_int(host, &np::item(*dtype, *bits)),
        Value::Native(native) => match native.0.unary(v, host, "__int__")? {
            Some(made) => Ok(made),
            None => Err(not_for_int(v)),
        },
        Value::Instance(object) => {
            let known = names::names();
            for (name, shown) in [(known.int, "__int__"), (known.index, "__index__"), (known.trunc, "__trunc__")] {
                match host.call_special(v, name, &[])? {
                    Some(made) if number::as_int(&made).is_some() => return to_int(host, &made),
                    Some(made) => {
                        return Err(type_error(format!("{shown} returned non-int (type {})", type_name(&made))));
                    }
                    None => {}
                }
            }
            match &object.payload {
                Value::None | Value::Exception(_) => Err(not_for_int(v)),
                payload => to_int(host, &payload.clone()),
            }
        }
        _ => Err(not_for_int(v)),
    }
}

fn not_for_int(v: &Value) -> Box<Raised> {
    not_for_int_named(&type_name(v))
}

fn not_for_int_named(name: &str) -> Box<Raised> {
    type_error(format!("int() argument must be a string, a bytes-like object or a real number, not '{name}'"))
}

/// `float(v)` as the class does: numbers, texts, `__float__`, `__index__`.
pub fn to_float(host: &mut dyn Host, v: &Value) -> Res<f64> {
    if let Some(float) = number::as_f64(v) {
        return float;
    }
    match v {
        Value::Str(text) => parse::float(text.as_str()),
        Value::Np(dtype, _) if dtype.is_time() => {
            let name = super::np::item_class(*dtype);
            Err(type_error(format!("float() argument must be a string or a real number, not '{name}'")))
        }
        Value::Np(dtype, bits) => to_float(host, &np::item(*dtype, *bits)),
        _ => match real(host, v)? {
            Some(float) => Ok(float),
            None => {
                let name = type_name(v);
                Err(type_error(format!("float() argument must be a string or a real number, not '{name}'")))
            }
        },
    }
}

/// The float of any real number (no text): as `math.sqrt` and `%f` ask; `None` for what is none.
pub fn real(host: &mut dyn Host, v: &Value) -> Res<Option<f64>> {
    if let Some(float) = number::as_f64(v) {
        return float.map(Some);
    }
    match v {
        Value::Np(dtype, _) if dtype.is_time() => Ok(None),
        Value::Np(dtype, bits) => real(host, &np::item(*dtype, *bits)),
        Value::Native(native) => match native.0.unary(v, host, "__float__")? {
            Some(made) => number::as_f64(&made).transpose(),
            None => Ok(None),
        },
        Value::Instance(object) => {
            if let Some(made) = host.call_special(v, names::names().float, &[])? {
                let Value::Float(float) = made else {
                    let (own, name) = (type_name(v), type_name(&made));
                    return Err(type_error(format!("{own}.__float__ returned non-float (type {name})")));
                };
                return Ok(Some(float));
            }
            if let Some(made) = host.call_special(v, names::names().index, &[])? {
                return number::as_f64(&made).transpose();
            }
            match &object.payload {
                Value::None | Value::Exception(_) | Value::Str(_) => Ok(None),
                payload => real(host, &payload.clone()),
            }
        }
        _ => Ok(None),
    }
}
