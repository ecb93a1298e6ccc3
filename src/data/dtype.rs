//! Element types of arrays, with NumPy's names, sizes, order of promotion and safe casts.

use super::Sym;
use super::raised::{Raised, type_error};
use super::time::{Base, Unit};

/// The dtype of an array or NumPy scalar.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum DType {
    /// One byte, 0 or 1.
    Bool,
    /// 8-bit signed.
    Int8,
    /// 8-bit unsigned.
    UInt8,
    /// 16-bit signed.
    Int16,
    /// 16-bit unsigned.
    UInt16,
    /// 32-bit signed.
    Int32,
    /// 32-bit unsigned.
    UInt32,
    /// 64-bit signed.
    Int64,
    /// 64-bit unsigned.
    UInt64,
    /// 32-bit IEEE float.
    Float32,
    /// 64-bit IEEE float.
    Float64,
    /// Two 32-bit floats.
    Complex64,
    /// Two 64-bit floats.
    Complex128,
    /// Durations: 64-bit numbers of a unit, NaT among them.
    Timedelta(Unit),
    /// Moments: 64-bit numbers of a unit since 1970, NaT among them.
    Datetime(Unit),
    /// Fixed strings of so many characters (`<U5`).
    Text(Width),
    /// Fixed strings of so many bytes (`S5`).
    Bytes(Width),
}

/// The width of fixed strings. Packed, so that a dtype has six bytes and a value that carries one stays at sixteen.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
#[repr(Rust, packed)]
pub struct Width(pub u32);

/// The class of a dtype, in NumPy's order of casts of the same kind.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Kind {
    /// `bool`.
    Bool,
    /// Integers without sign.
    UInt,
    /// Integers with sign.
    Int,
    /// Floats.
    Float,
    /// Complex numbers.
    Complex,
    /// Durations.
    Timedelta,
    /// Moments.
    Datetime,
    /// Bytes.
    Bytes,
    /// Characters.
    Text,
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
    /// A Python `complex`.
    Complex,
}

/// What NumPy says of a dtype.
struct Info {
    name: &'static str,
    /// Of NumPy's class of its scalars.
    qualified: &'static str,
    /// Of NumPy's class of the dtype itself.
    class: &'static str,
    kind: Kind,
    /// Bytes.
    size: usize,
    /// One letter for dtype and size.
    letter: char,
    /// The type string of files, little-endian.
    text: &'static str,
}

macro_rules! info {
    ($name:literal, $class:literal, $kind:ident, $size:literal, $letter:literal, $text:literal) => {
        Info {
            name: $name,
            qualified: concat!("numpy.", $name),
            class: $class,
            kind: Kind::$kind,
            size: $size,
            letter: $letter,
            text: $text,
        }
    };
}

/// In the order of [`DType::ALL`].
static INFOS: [Info; DType::NUMBERS] = [
    info!("bool", "BoolDType", Bool, 1, '?', "|b1"),
    info!("int8", "Int8DType", Int, 1, 'b', "|i1"),
    info!("uint8", "UInt8DType", UInt, 1, 'B', "|u1"),
    info!("int16", "Int16DType", Int, 2, 'h', "<i2"),
    info!("uint16", "UInt16DType", UInt, 2, 'H', "<u2"),
    info!("int32", "Int32DType", Int, 4, 'i', "<i4"),
    info!("uint32", "UInt32DType", UInt, 4, 'I', "<u4"),
    info!("int64", "Int64DType", Int, 8, 'l', "<i8"),
    info!("uint64", "UInt64DType", UInt, 8, 'L', "<u8"),
    info!("float32", "Float32DType", Float, 4, 'f', "<f4"),
    info!("float64", "Float64DType", Float, 8, 'd', "<f8"),
    info!("complex64", "Complex64DType", Complex, 8, 'F', "<c8"),
    info!("complex128", "Complex128DType", Complex, 16, 'D', "<c16"),
];

/// Those with a unit, without it.
static TIMES: [Info; 2] = [
    info!("timedelta64", "TimeDelta64DType", Timedelta, 8, 'm', "<m8"),
    info!("datetime64", "DateTime64DType", Datetime, 8, 'M', "<M8"),
];

/// Fixed strings, without their width.
static TEXTS: [Info; 2] = [
    Info {
        name: "str",
        qualified: "numpy.str_",
        class: "StrDType",
        kind: Kind::Text,
        size: 4,
        letter: 'U',
        text: "<U",
    },
    Info {
        name: "bytes",
        qualified: "numpy.bytes_",
        class: "BytesDType",
        kind: Kind::Bytes,
        size: 1,
        letter: 'S',
        text: "|S",
    },
];

impl DType {
    /// How many dtypes of numbers there are.
    pub const NUMBERS: usize = 13;

    /// What the loops of rows name where they take durations or moments of any unit.
    pub const TICKS: DType = DType::Timedelta(Unit::GENERIC);

    /// What the loops of rows name where they take fixed strings of any class and width.
    pub const TEXTS: DType = DType::Text(Width(0));

    /// Strings of bytes of any width.
    pub const BYTES: DType = DType::Bytes(Width(0));

    /// Every dtype of numbers, in NumPy's order of its loops.
    pub const ALL: [DType; DType::NUMBERS] = [
        DType::Bool,
        DType::Int8,
        DType::UInt8,
        DType::Int16,
        DType::UInt16,
        DType::Int32,
        DType::UInt32,
        DType::Int64,
        DType::UInt64,
        DType::Float32,
        DType::Float64,
        DType::Complex64,
        DType::Complex128,
    ];

    /// The names of all, for messages.
    pub const KNOWN: &'static str = "bool, int8 to int64, uint8 to uint64, float32, float64, complex64, complex128, datetime64, timedelta64 and fixed strings";

    fn info(self) -> &'static Info {
        match self {
            DType::Timedelta(_) => &TIMES[0],
            DType::Datetime(_) => &TIMES[1],
            DType::Text(_) => &TEXTS[0],
            DType::Bytes(_) => &TEXTS[1],
            // One row for each variant, in their order.
            number => INFOS.get(number.place()).unwrap_or(&INFOS[0]),
        }
    }

    /// Its place in [`DType::ALL`], or behind.
    pub fn place(self) -> usize {
        match self {
            DType::Bool => 0,
            DType::Int8 => 1,
            DType::UInt8 => 2,
            DType::Int16 => 3,
            DType::UInt16 => 4,
            DType::Int32 => 5,
            DType::UInt32 => 6,
            DType::Int64 => 7,
            DType::UInt64 => 8,
            DType::Float32 => 9,
            DType::Float64 => 10,
            DType::Complex64 => 11,
            DType::Complex128 => 12,
            DType::Timedelta(_) => 13,
            DType::Datetime(_) => 14,
            DType::Text(_) => 15,
            DType::Bytes(_) => 16,
        }
    }

    /// A number that no other dtype has.
    pub fn code(self) -> u64 {
        let more = self.unit().map_or(0, |unit| unit.code() as u64) + u64::from(self.width().unwrap_or(0));
        self.place() as u64 | more << 8
    }

    /// NumPy's name, with the unit: `datetime64[D]`.
    pub fn name(self) -> &'static str {
        let bare = self.info().name;
        if let Some(width) = self.width().filter(|width| *width > 0) {
            let bits = u64::from(width) * self.info().size as u64 * 8;
            return Sym::new(&format!("{bare}{bits}")).as_str();
        }
        match self.unit() {
            Some(unit) if !unit.is_generic() => Sym::new(&format!("{bare}{}", unit.bracket())).as_str(),
            _ => bare,
        }
    }

    /// What `repr` has between its quotes: `float64`, `<M8[D]`.
    pub fn quoted(self) -> &'static str {
        match self {
            DType::Text(Width(0)) => "<U",
            DType::Bytes(Width(0)) => "S",
            DType::Bytes(_) => self.type_str().trim_start_matches('|'),
            _ if self.is_time() || self.is_text() => self.type_str(),
            _ => self.name(),
        }
    }

    /// NumPy's `TypeError` where elements would have to become those of another dtype, and may not.
    pub fn unsafe_cast(self, to: DType) -> Box<Raised> {
        self.cast_error(to, "safe")
    }

    /// The same by another of NumPy's rules: `same_kind`.
    pub fn cast_error(self, to: DType, rule: &str) -> Box<Raised> {
        let (from, to) = (self.quoted(), to.quoted());
        type_error(format!(
            "Cannot cast array data from dtype('{from}') to dtype('{to}') according to the rule '{rule}'"
        ))
    }

    /// NumPy's name without the unit.
    pub fn bare_name(self) -> &'static str {
        self.info().name
    }

    /// The name of NumPy's class of its scalars, as their repr shows it: `bool` prints as `np.True_`.
    pub fn scalar_class(self) -> &'static str {
        match self {
            DType::Text(_) => "str_",
            DType::Bytes(_) => "bytes_",
            _ => self.info().name,
        }
    }

    /// The same with its module: `numpy.int64`.
    pub fn qualified(self) -> &'static str {
        self.info().qualified
    }

    /// The name of NumPy's class of this dtype: `Int64DType`.
    pub fn dtype_class(self) -> &'static str {
        self.info().class
    }

    /// Size of an element, in bytes.
    pub fn itemsize(self) -> usize {
        self.info().size * self.width().unwrap_or(1) as usize
    }

    /// Its class.
    pub fn kind(self) -> Kind {
        self.info().kind
    }

    /// Whether its elements are whole numbers, with sign or without (no bools).
    pub fn is_whole(self) -> bool {
        matches!(self.kind(), Kind::Int | Kind::UInt)
    }

    /// Whether its elements are floats.
    pub fn is_float(self) -> bool {
        self.kind() == Kind::Float
    }

    /// Whether its elements are complex.
    pub fn is_complex(self) -> bool {
        self.kind() == Kind::Complex
    }

    /// Whether its elements are floats or complex: it has NaN, and fractions.
    pub fn is_inexact(self) -> bool {
        matches!(self.kind(), Kind::Float | Kind::Complex)
    }

    /// The dtype of the parts of a complex one; any other stays.
    pub fn real(self) -> DType {
        match self {
            DType::Complex64 => DType::Float32,
            DType::Complex128 => DType::Float64,
            other => other,
        }
    }

    /// NumPy's one-letter kind: `b`, `i`, `u`, `f`, `c`.
    pub fn kind_char(self) -> char {
        match self.kind() {
            Kind::Bool => 'b',
            Kind::UInt => 'u',
            Kind::Int => 'i',
            Kind::Float => 'f',
            Kind::Complex => 'c',
            Kind::Timedelta => 'm',
            Kind::Datetime => 'M',
            Kind::Bytes => 'S',
            Kind::Text => 'U',
        }
    }

    /// NumPy's type character: `?`, `l`, `f`, `d`.
    pub fn type_char(self) -> char {
        self.info().letter
    }

    /// The type string of NumPy's files, little-endian: `<f8`.
    pub fn type_str(self) -> &'static str {
        let bare = self.info().text;
        if let Some(width) = self.width() {
            return Sym::new(&format!("{bare}{width}")).as_str();
        }
        match self.unit() {
            Some(unit) if !unit.is_generic() => Sym::new(&format!("{bare}{}", unit.bracket())).as_str(),
            _ => bare,
        }
    }

    /// NumPy's number of the dtype.
    pub fn number(self) -> i64 {
        match self {
            DType::Bool => 0,
            DType::Int8 => 1,
            DType::UInt8 => 2,
            DType::Int16 => 3,
            DType::UInt16 => 4,
            DType::Int32 => 5,
            DType::UInt32 => 6,
            DType::Int64 => 7,
            DType::UInt64 => 8,
            DType::Float32 => 11,
            DType::Float64 => 12,
            DType::Complex64 => 14,
            DType::Complex128 => 15,
            DType::Datetime(_) => 21,
            DType::Timedelta(_) => 22,
            DType::Bytes(_) => 18,
            DType::Text(_) => 19,
        }
    }

    /// The dtype with a name that NumPy accepts: `float64`, `f8`, `<f8`, `double`, `int`, `?`.
    pub fn named(name: &str) -> Option<DType> {
        let bare = name.strip_prefix(['<', '=', '|']).unwrap_or(name);
        if let Some(found) = DType::time_named(name) {
            return found.ok();
        }
        if let Some(found) = DType::text_named(name) {
            return Some(found);
        }
        Some(match bare {
            "bool" | "bool_" | "?" | "b1" => DType::Bool,
            "int8" | "i1" | "b" | "byte" => DType::Int8,
            "uint8" | "u1" | "B" | "ubyte" => DType::UInt8,
            "int16" | "i2" | "h" | "short" => DType::Int16,
            "uint16" | "u2" | "H" | "ushort" => DType::UInt16,
            "int32" | "i4" | "i" | "intc" => DType::Int32,
            "uint32" | "u4" | "I" | "uintc" => DType::UInt32,
            "int" | "int64" | "i8" | "l" | "q" | "p" | "n" | "long" | "longlong" | "int_" | "intp" => DType::Int64,
            "uint" | "uint64" | "u8" | "L" | "Q" | "P" | "N" | "ulong" | "ulonglong" | "uintp" => DType::UInt64,
            "float32" | "f4" | "f" | "single" => DType::Float32,
            "float" | "float64" | "f8" | "d" | "double" => DType::Float64,
            "complex64" | "c8" | "F" | "csingle" => DType::Complex64,
            "complex" | "complex128" | "c16" | "D" | "cdouble" => DType::Complex128,
            // One byte has no order.
            ">b1" => DType::Bool,
            ">i1" => DType::Int8,
            ">u1" => DType::UInt8,
            _ => return None,
        })
    }

    /// The integer of this size in bytes.
    fn whole(size: usize, signed: bool) -> DType {
        match (size, signed) {
            (1, true) => DType::Int8,
            (1, false) => DType::UInt8,
            (2, true) => DType::Int16,
            (2, false) => DType::UInt16,
            (4, true) => DType::Int32,
            (4, false) => DType::UInt32,
            (_, true) => DType::Int64,
            (_, false) => DType::UInt64,
        }
    }

    /// NumPy's `result_type` of two dtypes.
    pub fn promote(self, other: DType) -> DType {
        match (self, other) {
            (DType::Bytes(a), DType::Bytes(b)) => return DType::Bytes(a.max(b)),
            (DType::Text(_), _) | (_, DType::Text(_)) => {
                return DType::Text(Width(self.text_width().max(other.text_width())));
            }
            (DType::Bytes(_), _) | (_, DType::Bytes(_)) => {
                return DType::Bytes(Width(self.text_width().max(other.text_width())));
            }
            _ => {}
        }
        if self.is_time() || other.is_time() {
            return self.common(other).unwrap_or(if self.is_time() { self } else { other });
        }
        let (a, b) = if self.kind() <= other.kind() { (self, other) } else { (other, self) };
        let (small, large) = (a.itemsize(), b.itemsize());
        match (a.kind(), b.kind()) {
            (Kind::Bool, _) => b,
            (x, y) if x == y => {
                if small > large {
                    a
                } else {
                    b
                }
            }
            // The signed one must be wider than the unsigned one; of uint64 and any signed NumPy makes a float.
            (Kind::UInt, Kind::Int) if large > small => b,
            (Kind::UInt, Kind::Int) if small < 8 => DType::whole(small * 2, true),
            // 16-bit integers fit float32, wider ones do not.
            (_, Kind::Float) if small <= 2 || b == DType::Float64 => b,
            (Kind::Float, Kind::Complex) if small == 4 => b,
            (Kind::UInt | Kind::Int, Kind::Complex) if small <= 2 => b,
            (_, Kind::Complex) => DType::Complex128,
            _ => DType::Float64,
        }
    }

    /// Whether NumPy casts `self` to `to` without loss of meaning (`casting="safe"`).
    pub fn casts_safely(self, to: DType) -> bool {
        match (self, to) {
            (DType::Timedelta(a), DType::Timedelta(b)) => a.divides_into(b),
            (DType::Datetime(a), DType::Datetime(b)) => a.common(b, false).is_ok_and(|common| common == b),
            (DType::UInt64, DType::Timedelta(_)) => false,
            (_, DType::Timedelta(_)) => matches!(self.kind(), Kind::Bool | Kind::Int | Kind::UInt),
            (DType::Text(_), to) if !matches!(to, DType::Text(_)) => false,
            (DType::Bytes(_), to) if !to.is_text() => false,
            (from, to) if to.is_text() => from.text_width() <= to.text_width(),
            _ if self.is_time() || to.is_time() => false,
            _ => self.promote(to) == to,
        }
    }

    /// Whether NumPy casts `self` to `to` in assignment to an array of that kind (`casting="same_kind"`).
    pub fn casts_same_kind(self, to: DType) -> bool {
        match (self, to) {
            (DType::Timedelta(a), DType::Timedelta(b)) => {
                a.base.is_calendar() == b.base.is_calendar() || a.base == Base::Generic || b.base == Base::Generic
            }
            (DType::Datetime(_), DType::Datetime(_)) => true,
            (_, DType::Timedelta(_)) => matches!(self.kind(), Kind::Bool | Kind::Int | Kind::UInt),
            _ if self.is_time() || to.is_time() => false,
            _ => self.kind() <= to.kind(),
        }
    }

    /// The dtype in which NumPy adds up elements of this one.
    pub fn summed(self) -> DType {
        match self.kind() {
            Kind::Bool | Kind::Int => DType::Int64,
            Kind::UInt => DType::UInt64,
            Kind::Float | Kind::Complex | Kind::Timedelta | Kind::Datetime | Kind::Text | Kind::Bytes => self,
        }
    }

    /// The smallest and the largest of a dtype of whole numbers.
    pub fn bounds(self) -> Option<(i128, i128)> {
        let bits = self.itemsize() as u32 * 8;
        match self.kind() {
            Kind::Int => Some((-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1)),
            Kind::UInt => Some((0, (1i128 << bits) - 1)),
            _ => None,
        }
    }
}

impl Operand {
    /// The dtype of this operand alone.
    pub fn dtype(self) -> DType {
        match self {
            Operand::Strong(dtype) => dtype,
            Operand::Int => DType::Int64,
            Operand::Float => DType::Float64,
            Operand::Complex => DType::Complex128,
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
        let raises = match operand {
            Operand::Strong(_) => false,
            _ if dtype.is_time() || dtype.is_text() => false,
            Operand::Int => dtype.kind() == Kind::Bool,
            Operand::Float => dtype.kind() < Kind::Float,
            Operand::Complex => dtype.kind() < Kind::Complex,
        };
        if raises {
            // A float32 becomes a complex64.
            let single = dtype == DType::Float32 && *operand == Operand::Complex;
            dtype = if single { DType::Complex64 } else { operand.dtype() };
        }
    }
    dtype
}

impl std::fmt::Display for DType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.is_text() { self.type_str() } else { self.name() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_the_order_of_the_variants() {
        for (at, dtype) in DType::ALL.into_iter().enumerate() {
            assert_eq!(dtype.place(), at);
            assert_eq!(DType::named(dtype.name()), Some(dtype));
            assert_eq!(DType::named(dtype.type_str()), Some(dtype));
            assert_eq!(DType::named(&dtype.type_char().to_string()), Some(dtype));
        }
    }

    #[test]
    fn promotion_is_that_of_numpy() {
        use DType::*;
        let cases = [
            (Int8, UInt8, Int16),
            (Int8, UInt32, Int64),
            (Int8, UInt64, Float64),
            (Int64, UInt32, Int64),
            (UInt8, Int64, Int64),
            (Int16, Float32, Float32),
            (Int32, Float32, Float64),
            (UInt16, Float32, Float32),
            (Bool, UInt8, UInt8),
            (Float32, Float64, Float64),
        ];
        for (a, b, out) in cases {
            assert_eq!((a.promote(b), b.promote(a)), (out, out), "{a} and {b}");
        }
    }
}
