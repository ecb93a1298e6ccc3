//! Built-in classes: one static each. Their methods are declared in stdlib/ and joined to rows by name.

/// A built-in class.
#[derive(Debug)]
pub struct TypeInfo {
    /// `__name__`: `int`, `Array`.
    pub name: &'static str,
    /// `__module__`: `builtins`, `dask.array.core`.
    pub module: &'static str,
    /// Where stdlib/ declares its methods: module and class, `builtins.str`, `dask.array.Array`.
    pub declared: &'static str,
    /// Its base, if that is not `object`.
    pub base: Option<&'static TypeInfo>,
}

impl TypeInfo {
    /// Whether it is `other` or inherits from it.
    pub fn is_a(&'static self, other: &'static TypeInfo) -> bool {
        let mut at = Some(self);
        while let Some(class) = at {
            if std::ptr::eq(class, other) {
                return true;
            }
            at = class.base;
        }
        false
    }
}

macro_rules! builtin_types {
    ($($constant:ident = $name:literal),* $(,)?) => {
        $(#[doc = concat!("`", $name, "`.")]
        pub static $constant: TypeInfo =
            TypeInfo { name: $name, module: "builtins", declared: concat!("builtins.", $name), base: None };)*
    };
}

builtin_types! {
    OBJECT = "object", NONE = "NoneType", INT = "int", FLOAT = "float", STR = "str", TUPLE = "tuple", LIST = "list", DICT = "dict",
    SET = "set", FROZENSET = "frozenset", RANGE = "range", SLICE = "slice", ELLIPSIS = "ellipsis", NOTIMPLEMENTED = "NotImplementedType",
    FUNCTION = "function", BUILTIN = "builtin_function_or_method", METHOD = "method", TYPE = "type", MODULE = "module",
}

/// `complex`.
pub static COMPLEX: TypeInfo =
    TypeInfo { name: "complex", module: "builtins", declared: "builtins.complex", base: None };

/// `bool`: an `int`.
pub static BOOL: TypeInfo = TypeInfo { name: "bool", module: "builtins", declared: "builtins.bool", base: Some(&INT) };

macro_rules! other_types {
    ($($constant:ident = $module:literal $name:literal $base:expr),* $(,)?) => {
        $(#[doc = concat!("`", $module, ".", $name, "`.")]
        pub static $constant: TypeInfo =
            TypeInfo { name: $name, module: $module, declared: concat!($module, ".", $name), base: $base };)*
    };
}

other_types! {
    ORDERED_DICT = "collections" "OrderedDict" Some(&DICT), COUNTER = "collections" "Counter" Some(&DICT),
    DEFAULT_DICT = "collections" "defaultdict" Some(&DICT), NP_GENERIC = "numpy" "generic" None,
    NP_NUMBER = "numpy" "number" Some(&NP_GENERIC), NP_INTEGER = "numpy" "integer" Some(&NP_NUMBER),
    NP_SIGNED = "numpy" "signedinteger" Some(&NP_INTEGER), NP_UNSIGNED = "numpy" "unsignedinteger" Some(&NP_INTEGER),
    NP_INEXACT = "numpy" "inexact" Some(&NP_NUMBER), NP_FLOATING = "numpy" "floating" Some(&NP_INEXACT),
    UFUNC = "numpy" "ufunc" None,
    NP_BOOL = "numpy" "bool" Some(&NP_GENERIC), NP_INT8 = "numpy" "int8" Some(&NP_SIGNED),
    NP_UINT8 = "numpy" "uint8" Some(&NP_UNSIGNED), NP_INT16 = "numpy" "int16" Some(&NP_SIGNED),
    NP_UINT16 = "numpy" "uint16" Some(&NP_UNSIGNED), NP_INT32 = "numpy" "int32" Some(&NP_SIGNED),
    NP_UINT32 = "numpy" "uint32" Some(&NP_UNSIGNED), NP_INT64 = "numpy" "int64" Some(&NP_SIGNED),
    NP_UINT64 = "numpy" "uint64" Some(&NP_UNSIGNED), NP_FLOAT32 = "numpy" "float32" Some(&NP_FLOATING),
    NP_FLOAT64 = "numpy" "float64" Some(&NP_FLOATING),
    NP_COMPLEXFLOATING = "numpy" "complexfloating" Some(&NP_INEXACT),
    NP_STR = "numpy" "str_" Some(&STR), NP_BYTES = "numpy" "bytes_" Some(&super::bytes::BYTES),
    NP_FLEXIBLE = "numpy" "flexible" Some(&NP_GENERIC), NP_CHARACTER = "numpy" "character" Some(&NP_FLEXIBLE),
    NP_DATETIME64 = "numpy" "datetime64" Some(&NP_GENERIC), NP_TIMEDELTA64 = "numpy" "timedelta64" Some(&NP_SIGNED),
    NP_COMPLEX64 = "numpy" "complex64" Some(&NP_COMPLEXFLOATING),
    NP_COMPLEX128 = "numpy" "complex128" Some(&NP_COMPLEXFLOATING),
}

/// The built-in class of Python's builtins with this name.
pub fn named(name: &str) -> Option<&'static TypeInfo> {
    let all: [&'static TypeInfo; 16] = [
        &super::bytes::BYTES,
        &COMPLEX,
        &OBJECT,
        &INT,
        &FLOAT,
        &BOOL,
        &STR,
        &TUPLE,
        &LIST,
        &DICT,
        &SET,
        &FROZENSET,
        &RANGE,
        &SLICE,
        &TYPE,
        &FUNCTION,
    ];
    all.into_iter().find(|info| info.name == name)
}
