//! Element types of arrays, with NumPy's names, sizes, order of promotion and safe casts.

/// The dtype of an array or NumPy scalar.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum DType {
    /// One byte, 0 or 1.
    Bool,
    /// 64-bit signed.
    Int64,
    /// 32-bit IEEE float.
    Float32,
    /// 64-bit IEEE float.
    Float64,
}

/// The class of a dtype, in NumPy's order of promotion.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Kind {
    /// `bool`.
    Bool,
    /// Integers.
    Int,
    /// Floats.
    Float,
}

/// What takes part in promotion: an array or NumPy scalar of a dtype, or a Python number, which adapts (NEP 50).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Operand {
    /// An array or NumPy scalar (and Python's `bool`, which is as strong as `np.bool`).
    Strong(DType),
    /// A Python `int`.
    Int,
    /// A Python `float`.
    Float,
}

impl DType {
    /// Every dtype.
    pub const ALL: [DType; 4] = [DType::Bool, DType::Int64, DType::Float32, DType::Float64];

    /// NumPy's name.
    pub fn name(self) -> &'static str {
        match self {
            DType::Bool => "bool",
            DType::Int64 => "int64",
            DType::Float32 => "float32",
            DType::Float64 => "float64",
        }
    }

    /// The name of NumPy's class of its scalars, as their repr shows it: `bool` prints as `np.True_`.
    pub fn scalar_class(self) -> &'static str {
        self.name()
    }

    /// Size of an element, in bytes.
    pub fn itemsize(self) -> usize {
        match self {
            DType::Bool => 1,
            DType::Float32 => 4,
            DType::Int64 | DType::Float64 => 8,
        }
    }

    /// Its class.
    pub fn kind(self) -> Kind {
        match self {
            DType::Bool => Kind::Bool,
            DType::Int64 => Kind::Int,
            DType::Float32 | DType::Float64 => Kind::Float,
        }
    }

    /// NumPy's one-letter kind: `b`, `i`, `f`.
    pub fn kind_char(self) -> char {
        match self.kind() {
            Kind::Bool => 'b',
            Kind::Int => 'i',
            Kind::Float => 'f',
        }
    }

    /// NumPy's type character: `?`, `l`, `f`, `d`.
    pub fn type_char(self) -> char {
        match self {
            DType::Bool => '?',
            DType::Int64 => 'l',
            DType::Float32 => 'f',
            DType::Float64 => 'd',
        }
    }

    /// The type string of NumPy's files, little-endian: `<f8`.
    pub fn type_str(self) -> &'static str {
        match self {
            DType::Bool => "|b1",
            DType::Int64 => "<i8",
            DType::Float32 => "<f4",
            DType::Float64 => "<f8",
        }
    }

    /// The dtype with a name that NumPy accepts: `float64`, `f8`, `<f8`, `double`, `int`, `?`.
    pub fn named(name: &str) -> Option<DType> {
        let bare = name.strip_prefix(['<', '=', '|']).unwrap_or(name);
        Some(match bare {
            "bool" | "bool_" | "?" | "b1" => DType::Bool,
            "int" | "int64" | "i8" | "l" | "q" | "long" | "longlong" | "int_" | "intp" => DType::Int64,
            "float32" | "f4" | "f" | "single" => DType::Float32,
            "float" | "float64" | "f8" | "d" | "double" => DType::Float64,
            _ => return None,
        })
    }

    /// NumPy's `result_type` of two dtypes.
    pub fn promote(self, other: DType) -> DType {
        match (self, other) {
            (a, b) if a == b => a,
            (DType::Bool, b) => b,
            (a, DType::Bool) => a,
            // int64 does not fit float32: NumPy takes float64.
            _ => DType::Float64,
        }
    }

    /// Whether NumPy casts `self` to `to` without loss of meaning (`casting="safe"`).
    pub fn casts_safely(self, to: DType) -> bool {
        self.promote(to) == to
    }

    /// Whether NumPy casts `self` to `to` in assignment to an array of that kind (`casting="same_kind"`).
    pub fn casts_same_kind(self, to: DType) -> bool {
        self.kind() <= to.kind()
    }
}

impl Operand {
    /// The dtype of this operand alone.
    pub fn dtype(self) -> DType {
        match self {
            Operand::Strong(dtype) => dtype,
            Operand::Int => DType::Int64,
            Operand::Float => DType::Float64,
        }
    }
}

/// NumPy's result type: strong operands are promoted, then Python numbers raise the kind where they must.
/// Of no operand, float64.
pub fn result_type(operands: &[Operand]) -> DType {
    let strong = operands.iter().filter_map(|operand| match operand {
        Operand::Strong(dtype) => Some(*dtype),
        _ => None,
    });
    let Some(mut dtype) = strong.reduce(DType::promote) else {
        return operands.iter().map(|operand| operand.dtype()).reduce(DType::promote).unwrap_or(DType::Float64);
    };
    for operand in operands {
        let kind = match operand {
            Operand::Strong(_) => continue,
            Operand::Int => Kind::Int,
            Operand::Float => Kind::Float,
        };
        if dtype.kind() < kind {
            dtype = operand.dtype();
        }
    }
    dtype
}

impl std::fmt::Display for DType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
