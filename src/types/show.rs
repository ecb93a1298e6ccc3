//! Types in the user's words: `list[int]`, `Array of float64, shape (1000, 1000), chunks (100, 100)`.

use std::fmt;

use super::rules::masked::is_masked_class;
use super::ty::{Heap, HeapKind, Ty};

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&show(self, 4))
    }
}

fn show(ty: &Ty, depth: usize) -> String {
    if depth == 0 {
        return "...".to_owned();
    }
    let inner = |ty: &Ty| show(ty, depth - 1);
    match ty {
        Ty::Any => "Any".to_owned(),
        Ty::None => "None".to_owned(),
        Ty::Never => "nothing".to_owned(),
        Ty::List(heap) | Ty::Set(heap) | Ty::Dict(heap) => show_heap(heap, depth),
        Ty::FrozenSet(item) => format!("frozenset[{}]", inner(item)),
        Ty::Tuple(items) if items.is_empty() => "tuple[()]".to_owned(),
        Ty::Tuple(items) => {
            let mut parts: Vec<String> = items.iter().take(8).map(inner).collect();
            if items.len() > 8 {
                parts.push(format!("... {} in all", items.len()));
            }
            format!("tuple[{}]", parts.join(", "))
        }
        Ty::TupleOf(item) => format!("tuple[{}, ...]", inner(item)),
        Ty::Iter(what, item) => match **item {
            Ty::Any => (*what).to_owned(),
            _ => format!("{what} of {}", inner(item)),
        },
        Ty::Function(function) => format!("function {}", function.title()),
        Ty::Builtin(function) => format!("function {}", function.name),
        Ty::Bound(pair) => match &pair.1 {
            Ty::Builtin(function) => format!("method {}", function.name),
            Ty::Function(function) => format!("method {}", function.title()),
            other => inner(other),
        },
        Ty::Class(class) => format!("class {}", class.name),
        Ty::Instance(class) => class.name.to_string(),
        Ty::Type(class) => format!("class {}", class.short),
        Ty::Object(class, of) if class.name.starts_with("dask.bag.") && !of.is_empty() => {
            // Behind the elements' type stands the number of a sample.
            format!("{}[{}]", class.short, of.iter().take(1).map(inner).collect::<Vec<_>>().join(", "))
        }
        Ty::Object(class, of) if is_masked_class(&class.name) => match of.first() {
            Some(Ty::NdArray(meta)) => format!("MaskedArray{}", meta.describe()),
            Some(Ty::Array(meta)) => format!("masked Array{}", meta.describe()),
            _ => class.short.to_string(),
        },
        Ty::Object(class, _) => class.short.to_string(),
        Ty::ExcType(class) => format!("class {}", class.name()),
        Ty::Module(module) => format!("module {}", module.name),
        Ty::DType(Some(dtype)) => format!("dtype {dtype}"),
        Ty::Scalar(dtype) => format!("np.{dtype}"),
        Ty::NdArray(meta) => format!("ndarray{}", meta.describe()),
        Ty::Array(meta) => format!("Array{}", meta.describe()),
        Ty::Delayed(item) => match **item {
            Ty::Any | Ty::Never => "Delayed".to_owned(),
            _ => format!("Delayed of {}", inner(item)),
        },
        Ty::Union(members) => {
            let parts: Vec<String> = members.iter().map(inner).collect();
            parts.join(" | ")
        }
        other => other.class_name(),
    }
}

fn show_heap(heap: &Heap, depth: usize) -> String {
    let name = heap.kind.name();
    let state = heap.state.borrow();
    let part = |ty: &Ty| show(&ty.widen(), depth - 1);
    match heap.kind {
        HeapKind::List | HeapKind::Set => match state.key {
            Ty::Never | Ty::Any => name.to_owned(),
            _ => format!("{name}[{}]", part(&state.key)),
        },
        _ => match (&state.key, &state.value) {
            (Ty::Never | Ty::Any, Ty::Never | Ty::Any) => name.to_owned(),
            (key, value) => format!("{name}[{}, {}]", part(key), part(value)),
        },
    }
}

impl Ty {
    /// `type(value).__name__`, as Python's messages write it.
    pub fn class_name(&self) -> String {
        match self {
            Ty::Any | Ty::Never => "object",
            Ty::None => "NoneType",
            Ty::Ellipsis => "ellipsis",
            Ty::NotImplemented => "NotImplementedType",
            Ty::Bool(_) => "bool",
            Ty::Int(_) => "int",
            Ty::Float(_) => "float",
            Ty::Complex => "complex",
            Ty::Str(_) => "str",
            Ty::List(heap) | Ty::Set(heap) | Ty::Dict(heap) => match heap.kind {
                HeapKind::DefaultDict => "collections.defaultdict",
                HeapKind::OrderedDict => "collections.OrderedDict",
                kind => kind.name(),
            },
            Ty::FrozenSet(_) => "frozenset",
            Ty::Tuple(_) | Ty::TupleOf(_) => "tuple",
            Ty::Range(_) => "range",
            Ty::Slice(_) => "slice",
            Ty::Iter(what, _) => what,
            Ty::Function(_) => "function",
            Ty::Builtin(_) => "builtin_function_or_method",
            Ty::Bound(pair) => match pair.1 {
                Ty::Builtin(_) => "builtin_function_or_method",
                _ => "method",
            },
            Ty::Class(_) | Ty::Type(_) | Ty::ExcType(_) => "type",
            Ty::Super(_) => "super",
            Ty::Descriptor(..) => "property",
            Ty::Instance(class) => return class.name.to_string(),
            Ty::Object(class, _) => return class.python_name(),
            Ty::Exception(class) => class.name(),
            Ty::Module(_) => "module",
            Ty::Scalar(dtype) => return dtype.qualified().to_owned(),
            Ty::DType(Some(dtype)) => return format!("numpy.dtypes.{}", dtype.dtype_class()),
            Ty::DType(None) => "numpy.dtype",
            Ty::NdArray(_) => "numpy.ndarray",
            Ty::Array(_) => "Array",
            Ty::Delayed(_) => "Delayed",
            Ty::Union(members) => return members.first().map(Ty::class_name).unwrap_or_default(),
        }
        .to_owned()
    }
}
