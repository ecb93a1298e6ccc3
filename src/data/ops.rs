//! Python's binary and comparison operators, with their symbols and the methods they call.

/// Binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `@`
    MatMul,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
    /// `<<`
    Shl,
    /// `>>`
    Shr,
}

impl BinOp {
    /// The operator as written.
    pub fn symbol(self) -> &'static str {
        self.names().0
    }

    /// The method it calls: `__add__`.
    pub fn method(self) -> &'static str {
        self.names().1
    }

    /// The reflected method: `__radd__`.
    pub fn reflected(self) -> &'static str {
        self.names().2
    }

    /// The in-place method: `__iadd__`.
    pub fn inplace(self) -> &'static str {
        self.names().3
    }

    fn names(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            BinOp::Add => ("+", "__add__", "__radd__", "__iadd__"),
            BinOp::Sub => ("-", "__sub__", "__rsub__", "__isub__"),
            BinOp::Mul => ("*", "__mul__", "__rmul__", "__imul__"),
            BinOp::Div => ("/", "__truediv__", "__rtruediv__", "__itruediv__"),
            BinOp::FloorDiv => ("//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"),
            BinOp::Mod => ("%", "__mod__", "__rmod__", "__imod__"),
            BinOp::Pow => ("**", "__pow__", "__rpow__", "__ipow__"),
            BinOp::MatMul => ("@", "__matmul__", "__rmatmul__", "__imatmul__"),
            BinOp::And => ("&", "__and__", "__rand__", "__iand__"),
            BinOp::Or => ("|", "__or__", "__ror__", "__ior__"),
            BinOp::Xor => ("^", "__xor__", "__rxor__", "__ixor__"),
            BinOp::Shl => ("<<", "__lshift__", "__rlshift__", "__ilshift__"),
            BinOp::Shr => (">>", "__rshift__", "__rrshift__", "__irshift__"),
        }
    }
}

/// Unary operators of values (`not` is none: it asks for the truth).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnOp {
    /// `-`
    Neg,
    /// `+`
    Pos,
    /// `~`
    Invert,
}

impl UnOp {
    /// The operator as written.
    pub fn symbol(self) -> &'static str {
        match self {
            UnOp::Neg => "-",
            UnOp::Pos => "+",
            UnOp::Invert => "~",
        }
    }

    /// The method it calls.
    pub fn method(self) -> &'static str {
        match self {
            UnOp::Neg => "__neg__",
            UnOp::Pos => "__pos__",
            UnOp::Invert => "__invert__",
        }
    }
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CmpOp {
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `in`
    In,
    /// `not in`
    NotIn,
}

impl CmpOp {
    /// The operator as written.
    pub fn symbol(self) -> &'static str {
        match self {
            CmpOp::Eq => "==",
            CmpOp::Ne => "!=",
            CmpOp::Lt => "<",
            CmpOp::Le => "<=",
            CmpOp::Gt => ">",
            CmpOp::Ge => ">=",
            CmpOp::Is => "is",
            CmpOp::IsNot => "is not",
            CmpOp::In => "in",
            CmpOp::NotIn => "not in",
        }
    }

    /// The method it calls on the left operand (`in` and `is` have none here).
    pub fn method(self) -> Option<&'static str> {
        Some(match self {
            CmpOp::Eq => "__eq__",
            CmpOp::Ne => "__ne__",
            CmpOp::Lt => "__lt__",
            CmpOp::Le => "__le__",
            CmpOp::Gt => "__gt__",
            CmpOp::Ge => "__ge__",
            _ => return None,
        })
    }

    /// The comparison that holds with the operands swapped: `<` for `>`.
    pub fn swapped(self) -> CmpOp {
        match self {
            CmpOp::Lt => CmpOp::Gt,
            CmpOp::Le => CmpOp::Ge,
            CmpOp::Gt => CmpOp::Lt,
            CmpOp::Ge => CmpOp::Le,
            other => other,
        }
    }
}
