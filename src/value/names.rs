//! Symbols of the special methods, interned once.

use std::sync::LazyLock;

use crate::data::Sym;
use crate::data::ops::{BinOp, CmpOp, UnOp};

macro_rules! names {
    ($($field:ident = $text:literal),* $(,)?) => {
        /// The symbols that this room asks for.
        #[allow(missing_docs)]
        pub struct Names {
            $(pub $field: Sym,)*
            binary: [Sym; 13],
            reflected: [Sym; 13],
            inplace: [Sym; 13],
            compare: [Sym; 6],
            unary: [Sym; 3],
        }

        static NAMES: LazyLock<Names> = LazyLock::new(|| Names {
            $($field: Sym::new($text),)*
            binary: BINARY.map(|op| Sym::new(op.method())),
            reflected: BINARY.map(|op| Sym::new(op.reflected())),
            inplace: BINARY.map(|op| Sym::new(op.inplace())),
            compare: COMPARE.map(|op| Sym::new(op.method().unwrap_or(""))),
            unary: UNARY.map(|op| Sym::new(op.method())),
        });
    };
}

const BINARY: [BinOp; 13] = [
    BinOp::Add,
    BinOp::Sub,
    BinOp::Mul,
    BinOp::Div,
    BinOp::FloorDiv,
    BinOp::Mod,
    BinOp::Pow,
    BinOp::MatMul,
    BinOp::And,
    BinOp::Or,
    BinOp::Xor,
    BinOp::Shl,
    BinOp::Shr,
];
const COMPARE: [CmpOp; 6] = [CmpOp::Eq, CmpOp::Ne, CmpOp::Lt, CmpOp::Le, CmpOp::Gt, CmpOp::Ge];
const UNARY: [UnOp; 3] = [UnOp::Neg, UnOp::Pos, UnOp::Invert];

names! {
    abs = "__abs__", bool_ = "__bool__", class = "__class__", contains = "__contains__", delitem = "__delitem__",
    dict = "__dict__", doc = "__doc__", eq = "__eq__", float = "__float__", format = "__format__", getitem = "__getitem__",
    hash = "__hash__", index = "__index__", int = "__int__", iter = "__iter__", len = "__len__", missing = "__missing__",
    name = "__name__", ne = "__ne__", next = "__next__", qualname = "__qualname__", module = "__module__", repr = "__repr__",
    reversed = "__reversed__", setitem = "__setitem__", str = "__str__", trunc = "__trunc__", pow = "__pow__", args = "args",
    call = "__call__", keys = "keys", errno = "errno", strerror = "strerror", filename = "filename", filename2 = "filename2", value = "value",
    code = "code", cause = "__cause__", context = "__context__", bases = "__bases__", mro = "__mro__", self_ = "__self__",
    func = "__func__", traceback = "__traceback__", notes = "__notes__", wrapped = "__wrapped__", defaults = "__defaults__",
    annotations = "__annotations__", metaclass = "__metaclass_of_enums__", real = "real", imag = "imag", numerator = "numerator", denominator = "denominator",
    start = "start", stop = "stop", step = "step", default_factory = "default_factory", init = "__init__", closure = "__closure__",
    msg = "msg", path = "path", file = "__file__", import_name = "name",
}

/// All of them.
#[inline]
pub fn names() -> &'static Names {
    &NAMES
}

/// `__add__` and the like.
pub fn method(op: BinOp) -> Sym {
    NAMES.binary[op as usize]
}

/// `__radd__` and the like.
pub fn reflected(op: BinOp) -> Sym {
    NAMES.reflected[op as usize]
}

/// `__iadd__` and the like.
pub fn inplace(op: BinOp) -> Sym {
    NAMES.inplace[op as usize]
}

/// `__neg__` and the like.
pub fn unary(op: UnOp) -> Sym {
    NAMES.unary[op as usize]
}

/// `__lt__` and the like; `__eq__` for what has none (`in`, `is`).
pub fn comparison(op: CmpOp) -> Sym {
    NAMES.compare.get(op as usize).copied().unwrap_or(NAMES.eq)
}
