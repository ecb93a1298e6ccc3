//! Loops over fixed strings. Widths are no matter here: `ops::text` chooses a row and the dtype of the result.

use super::{row, tri, un};
use crate::data::complex::{C32, C64};
use crate::data::dtype::Width;
use crate::data::raised::{ExcClass, Raised};
use crate::data::text::parse;
use crate::data::time::{Base, Unit};
use crate::data::{DType, Scalar, Sym, Text, Ticks};
use crate::ops::lane::{Lane, LaneElement, LaneMut};
use crate::ops::scalar::{PLAIN, Props};
use crate::ops::{Loop, ScalarOp};

/// A row of loops that are written out.
const fn by(name: &'static str, arity: usize, loops: &'static [Loop]) -> ScalarOp {
    ScalarOp { name, arity, loops, props: PLAIN }
}

fn first(lane: Lane<'_>) -> i64 {
    <i64 as LaneElement>::lane(lane).first().copied().unwrap_or(0)
}

/// The dtype that a constant operand says: 0 and more are widths of characters, below are those of bytes.
fn class_of(code: i64) -> DType {
    match u32::try_from(code) {
        Ok(width) => DType::Text(Width(width)),
        Err(_) => DType::Bytes(Width(u32::try_from(-1 - code).unwrap_or(0))),
    }
}

/// What [`class_of`] reads.
pub fn class_code(dtype: DType) -> i64 {
    match dtype {
        DType::Bytes(width) => -1 - i64::from(width.0),
        other => i64::from(other.width().unwrap_or(0)),
    }
}

/// Cut to a width.
fn cut(args: &[Lane<'_>], out: LaneMut<'_>) {
    let &[values, class] = args else { return };
    let dtype = class_of(first(class));
    for (place, &value) in Text::lane_mut(out).iter_mut().zip(Text::lane(values)) {
        *place = value.cut(dtype);
    }
}

/// Times as text: their numbers, the code of their unit, and whether they are moments.
fn of_times(args: &[Lane<'_>], out: LaneMut<'_>) {
    let &[values, unit, moments] = args else { return };
    let unit = Unit::of_code(first(unit));
    let dtype = if first(moments) == 0 { DType::Timedelta(unit) } else { DType::Datetime(unit) };
    for (place, &value) in Text::lane_mut(out).iter_mut().zip(Ticks::lane(values)) {
        *place = match dtype {
            DType::Timedelta(unit) if unit.base != Base::Generic || value.is_nat() => {
                Text::of(&Scalar::Time(value, dtype).text())
            }
            DType::Timedelta(_) => Text::of(&value.0.to_string()),
            _ => Text::of(&Scalar::Time(value, dtype).text()),
        };
    }
}

const CUT: &[Loop] = &[Loop { ins: &[DType::TEXTS, DType::Int64], out: DType::TEXTS, run: cut }];
const OF_TIMES: &[Loop] =
    &[Loop { ins: &[DType::TICKS, DType::Int64, DType::Int64], out: DType::TEXTS, run: of_times }];

/// Numbers as text.
pub const TO_TEXT: ScalarOp = by(
    "astype_str",
    1,
    &[
        un!(Bool -> TEXTS, |a: bool| Scalar::Bool(a).as_text()),
        un!(Int8 -> TEXTS, |a: i8| Scalar::Int8(a).as_text()),
        un!(UInt8 -> TEXTS, |a: u8| Scalar::UInt8(a).as_text()),
        un!(Int16 -> TEXTS, |a: i16| Scalar::Int16(a).as_text()),
        un!(UInt16 -> TEXTS, |a: u16| Scalar::UInt16(a).as_text()),
        un!(Int32 -> TEXTS, |a: i32| Scalar::Int32(a).as_text()),
        un!(UInt32 -> TEXTS, |a: u32| Scalar::UInt32(a).as_text()),
        un!(Int64 -> TEXTS, |a: i64| Scalar::Int64(a).as_text()),
        un!(UInt64 -> TEXTS, |a: u64| Scalar::UInt64(a).as_text()),
        un!(Float32 -> TEXTS, |a: f32| Scalar::Float32(a).as_text()),
        un!(Float64 -> TEXTS, |a: f64| Scalar::Float64(a).as_text()),
        un!(Complex64 -> TEXTS, |a: C32| Scalar::Complex64(a).as_text()),
        un!(Complex128 -> TEXTS, |a: C64| Scalar::Complex128(a).as_text()),
    ],
);

/// What is wrong with texts that are to become elements of a dtype: the first error. The message is kept.
fn wrong(lane: Lane<'_>, from: DType, to: DType) -> Option<&'static str> {
    let error = Text::lane(lane).iter().find_map(|&text| parse(text, from, to).err())?;
    Some(Sym::new(&error.message).as_str())
}

/// What a row here raises, by its message.
pub fn raised(message: &str) -> Box<Raised> {
    let class = match message {
        text if text.starts_with("'ascii' codec can't encode") => ExcClass::UnicodeEncodeError,
        text if text.starts_with("'ascii' codec can't decode") => ExcClass::UnicodeDecodeError,
        text if text.contains("out of bounds") || text.contains("too large") => ExcClass::OverflowError,
        _ => ExcClass::ValueError,
    };
    Raised::new(class, message)
}

/// Rows from texts to a dtype of numbers, or from one class of texts to the other.
macro_rules! from_text {
    ($($name:literal $from:ident $to:ident $type:ty;)*) => {
        [$(ScalarOp {
            name: $name,
            arity: 1,
            loops: &[un!(TEXTS -> $to, |a: Text| -> $type {
                parse(a, DType::$from(Width(0)), DType::$to).map_or(Default::default(), <$type as crate::data::Element>::cast)
            })],
            props: Props {
                raises: Some(|args| args.first().and_then(|&lane| wrong(lane, DType::$from(Width(0)), DType::$to))),
                ..PLAIN
            },
        },)*]
    };
}

static FROM_TEXT: [ScalarOp; 28] = from_text! {
    "text_bool" Text Bool bool;
    "text_int8" Text Int8 i8;
    "text_uint8" Text UInt8 u8;
    "text_int16" Text Int16 i16;
    "text_uint16" Text UInt16 u16;
    "text_int32" Text Int32 i32;
    "text_uint32" Text UInt32 u32;
    "text_int64" Text Int64 i64;
    "text_uint64" Text UInt64 u64;
    "text_float32" Text Float32 f32;
    "text_float64" Text Float64 f64;
    "text_complex64" Text Complex64 C32;
    "text_complex128" Text Complex128 C64;
    "bytes_bool" Bytes Bool bool;
    "bytes_int8" Bytes Int8 i8;
    "bytes_uint8" Bytes UInt8 u8;
    "bytes_int16" Bytes Int16 i16;
    "bytes_uint16" Bytes UInt16 u16;
    "bytes_int32" Bytes Int32 i32;
    "bytes_uint32" Bytes UInt32 u32;
    "bytes_int64" Bytes Int64 i64;
    "bytes_uint64" Bytes UInt64 u64;
    "bytes_float32" Bytes Float32 f32;
    "bytes_float64" Bytes Float64 f64;
    "bytes_complex64" Bytes Complex64 C32;
    "bytes_complex128" Bytes Complex128 C64;
    "bytes_text" Bytes TEXTS Text;
    "text_bytes" Text BYTES Text;
};

/// The row that reads elements of a dtype from texts.
pub fn reader(from: DType, to: DType) -> Option<&'static ScalarOp> {
    let (bytes, start) = (matches!(from, DType::Bytes(_)), if matches!(from, DType::Bytes(_)) { 13 } else { 0 });
    match to {
        DType::Text(_) if bytes => FROM_TEXT.get(26),
        DType::Bytes(_) if !bytes => FROM_TEXT.get(27),
        number if number.place() < DType::NUMBERS => FROM_TEXT.get(start + number.place()),
        _ => None,
    }
}

/// The row of this name among those.
pub fn find(name: &str) -> Option<&'static ScalarOp> {
    FROM_TEXT.iter().find(|row| row.name == name)
}

/// One answer for all.
fn all<const ANSWER: bool>(_: &[Lane<'_>], out: LaneMut<'_>) {
    bool::lane_mut(out).fill(ANSWER);
}

const NEVER: &[Loop] = &[Loop { ins: &[], out: DType::Bool, run: all::<false> }];
const ALWAYS: &[Loop] = &[Loop { ins: &[], out: DType::Bool, run: all::<true> }];

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    TO_TEXT,
    by("text_cut", 2, CUT),
    by("time_text", 3, OF_TIMES),
    row!("text_add", 2, { only TEXTS Text |a, b| a.followed_by(b); }),
    row!("text_equal", 2, { only TEXTS Text => Bool |a, b| a == b; }, commutative = true),
    row!("text_not_equal", 2, { only TEXTS Text => Bool |a, b| a != b; }, commutative = true),
    row!("text_less", 2, { only TEXTS Text => Bool |a, b| a < b; }),
    row!("text_less_equal", 2, { only TEXTS Text => Bool |a, b| a <= b; }),
    row!("text_greater", 2, { only TEXTS Text => Bool |a, b| a > b; }),
    row!("text_greater_equal", 2, { only TEXTS Text => Bool |a, b| a >= b; }),
    by("text_where", 3, &[tri!(Bool, TEXTS -> TEXTS, |c: bool, a: Text, b: Text| if c { a } else { b })]),
    by("text_never", 2, NEVER),
    by("text_always", 2, ALWAYS),
];
