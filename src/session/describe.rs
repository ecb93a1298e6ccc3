//! Live values as the checker sees them: what is at the prompt is known when the next input is checked.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::embed::Registered;
use crate::data::Sym;
use crate::expr::{Array, ArrayMeta};
use crate::syntax::ast::FunctionDef;
use crate::types::Desc;
use crate::value::array::NdArray;
use crate::value::{DictKind, FnId, TypeInfo, Value};

/// Definitions of functions typed at the prompt, by their code.
pub type Definitions = FxHashMap<FnId, Arc<FunctionDef>>;

/// Items of a tuple that are described.
const MOST_ITEMS: usize = 64;

/// What a value is.
pub fn describe(value: &Value, definitions: &Definitions) -> Desc {
    match value {
        Value::None => Desc::None,
        Value::Bool(truth) => Desc::Bool(*truth),
        Value::Int(number) => Desc::Int(*number),
        Value::BigInt(_) => Desc::BigInt,
        Value::Float(number) => Desc::Float(*number),
        Value::Str(text) => Desc::Str(text.share()),
        Value::List(_) => Desc::List,
        Value::Dict(found) if matches!(*found.kind.borrow(), DictKind::Plain) => Desc::Dict,
        Value::Set(_) => Desc::Set,
        Value::Tuple(tuple) if tuple.items.len() <= MOST_ITEMS => {
            Desc::Tuple(tuple.items.iter().map(|item| describe(item, definitions)).collect())
        }
        Value::Function(function) if function.captures.is_empty() => {
            definitions.get(&function.code).map_or(Desc::Any, |definition| Desc::Function(definition.clone()))
        }
        Value::Module(module) if module.declared => Desc::Module(module.name.to_string()),
        Value::ExcType(class) => Desc::ExcType(*class),
        Value::Np(dtype, _) => Desc::Scalar(*dtype),
        Value::Builtin(builtin) => declared(builtin.name),
        // Numbers of any kind go with it: the run knows which.
        Value::Native(_) if crate::value::complex::of(value).is_some() => Desc::Any,
        Value::Native(object) => match object.downcast::<Registered>() {
            Some(registered) => Desc::Signature(registered.definition.clone()),
            None => array(value).unwrap_or_else(|| native(object.0.type_info())),
        },
        _ => Desc::Any,
    }
}

/// `dask.array.ones` is `ones` of `dask.array`; `len` is of `builtins`.
fn declared(name: &str) -> Desc {
    let (module, name) = name.rsplit_once('.').unwrap_or(("builtins", name));
    Desc::Declared(module.to_owned(), Sym::new(name))
}

/// An array, with its dtype, shape and chunks.
fn array(value: &Value) -> Option<Desc> {
    if let Some(lazy) = value.as_native::<Array>() {
        return Some(Desc::Array(lazy.node.meta.clone()));
    }
    // A mapped array has methods of its own.
    let eager = value.as_native::<NdArray>().filter(|eager| eager.map().is_none())?;
    let chunks = eager.shape.iter().map(|&size| Arc::from([size])).collect();
    Some(Desc::NdArray(ArrayMeta::known(eager.dtype(), chunks)))
}

fn native(class: &'static TypeInfo) -> Desc {
    match class.declared.rsplit_once('.') {
        Some(("dask.delayed", "Delayed")) => Desc::Delayed,
        Some((module, name)) => Desc::Object(module.to_owned(), Sym::new(name)),
        None => Desc::Any,
    }
}
