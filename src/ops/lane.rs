//! Loops over blocks of elements: typed slices in, a typed slice out, written so that LLVM vectorises them.

use crate::data::complex::{C32, C64};
use crate::data::{DType, Element, Text, Ticks};

/// A block of elements that is read.
#[derive(Clone, Copy, Debug)]
pub enum Lane<'a> {
    /// `bool`.
    Bool(&'a [bool]),
    /// `int8`.
    Int8(&'a [i8]),
    /// `uint8`.
    UInt8(&'a [u8]),
    /// `int16`.
    Int16(&'a [i16]),
    /// `uint16`.
    UInt16(&'a [u16]),
    /// `int32`.
    Int32(&'a [i32]),
    /// `uint32`.
    UInt32(&'a [u32]),
    /// `int64`.
    Int64(&'a [i64]),
    /// `uint64`.
    UInt64(&'a [u64]),
    /// `float32`.
    Float32(&'a [f32]),
    /// `float64`.
    Float64(&'a [f64]),
    /// `complex64`.
    Complex64(&'a [C32]),
    /// `complex128`.
    Complex128(&'a [C64]),
    /// Moments and durations.
    Ticks(&'a [Ticks]),
    /// Fixed strings.
    Text(&'a [Text]),
}

/// A block of elements that is written.
#[derive(Debug)]
pub enum LaneMut<'a> {
    /// `bool`.
    Bool(&'a mut [bool]),
    /// `int8`.
    Int8(&'a mut [i8]),
    /// `uint8`.
    UInt8(&'a mut [u8]),
    /// `int16`.
    Int16(&'a mut [i16]),
    /// `uint16`.
    UInt16(&'a mut [u16]),
    /// `int32`.
    Int32(&'a mut [i32]),
    /// `uint32`.
    UInt32(&'a mut [u32]),
    /// `int64`.
    Int64(&'a mut [i64]),
    /// `uint64`.
    UInt64(&'a mut [u64]),
    /// `float32`.
    Float32(&'a mut [f32]),
    /// `float64`.
    Float64(&'a mut [f64]),
    /// `complex64`.
    Complex64(&'a mut [C32]),
    /// `complex128`.
    Complex128(&'a mut [C64]),
    /// Moments and durations.
    Ticks(&'a mut [Ticks]),
    /// Fixed strings.
    Text(&'a mut [Text]),
}

/// Elements that stand in lanes.
pub trait LaneElement: Element {
    /// The block, if it is of this type; else an empty one.
    fn lane<'a>(lane: Lane<'a>) -> &'a [Self];

    /// The block, if it is of this type; else an empty one.
    fn lane_mut(lane: LaneMut<'_>) -> &mut [Self];

    /// As a lane.
    fn as_lane(items: &[Self]) -> Lane<'_>;

    /// As a lane that is written.
    fn as_lane_mut(items: &mut [Self]) -> LaneMut<'_>;
}

macro_rules! lane_element {
    ($type:ty, $variant:ident) => {
        impl LaneElement for $type {
            fn lane<'a>(lane: Lane<'a>) -> &'a [Self] {
                match lane {
                    Lane::$variant(items) => items,
                    _ => &[],
                }
            }

            fn lane_mut(lane: LaneMut<'_>) -> &mut [Self] {
                match lane {
                    LaneMut::$variant(items) => items,
                    _ => &mut [],
                }
            }

            fn as_lane(items: &[Self]) -> Lane<'_> {
                Lane::$variant(items)
            }

            fn as_lane_mut(items: &mut [Self]) -> LaneMut<'_> {
                LaneMut::$variant(items)
            }
        }
    };
}

lane_element!(bool, Bool);
lane_element!(i8, Int8);
lane_element!(u8, UInt8);
lane_element!(i16, Int16);
lane_element!(u16, UInt16);
lane_element!(i32, Int32);
lane_element!(u32, UInt32);
lane_element!(i64, Int64);
lane_element!(u64, UInt64);
lane_element!(f32, Float32);
lane_element!(f64, Float64);
lane_element!(C32, Complex64);
lane_element!(C64, Complex128);
lane_element!(Ticks, Ticks);
lane_element!(Text, Text);

/// One typed loop of a row.
#[derive(Debug)]
pub struct Loop {
    /// Dtypes of the operands.
    pub ins: &'static [DType],
    /// Dtype of the result.
    pub out: DType,
    /// Compute a block; all lanes have the same length.
    pub run: fn(&[Lane<'_>], LaneMut<'_>),
}

/// Apply `f` to each element.
#[inline(always)]
pub fn map1<A: LaneElement, O: LaneElement>(args: &[Lane<'_>], out: LaneMut<'_>, f: impl Fn(A) -> O) {
    let &[a] = args else { return };
    for (place, &a) in O::lane_mut(out).iter_mut().zip(A::lane(a)) {
        *place = f(a);
    }
}

/// Apply `f` to each pair of elements.
#[inline(always)]
pub fn map2<A: LaneElement, B: LaneElement, O: LaneElement>(
    args: &[Lane<'_>],
    out: LaneMut<'_>,
    f: impl Fn(A, B) -> O,
) {
    let &[a, b] = args else { return };
    let out = O::lane_mut(out);
    let (a, b) = (A::lane(a), B::lane(b));
    for ((place, &a), &b) in out.iter_mut().zip(a).zip(b) {
        *place = f(a, b);
    }
}

/// Apply `f` to each triple of elements.
#[inline(always)]
pub fn map3<A: LaneElement, B: LaneElement, O: LaneElement>(
    args: &[Lane<'_>],
    out: LaneMut<'_>,
    f: impl Fn(A, B, B) -> O,
) {
    let &[a, b, c] = args else { return };
    let out = O::lane_mut(out);
    let (a, b, c) = (A::lane(a), B::lane(b), B::lane(c));
    for (((place, &a), &b), &c) in out.iter_mut().zip(a).zip(b).zip(c) {
        *place = f(a, b, c);
    }
}
