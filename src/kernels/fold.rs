//! Folding runs of elements, in NumPy's order: sums pairwise, so that they are as accurate as NumPy's and have its
//! bits; products in sequence.

use crate::data::arith::{maximum_f32, maximum_f64, minimum_f32, minimum_f64};
use crate::data::complex::{C32, C64};
use crate::data::{Text, Ticks};
use crate::ops::Base;
use crate::ops::lane::LaneElement;
use crate::ops::simd::ahead;

/// Elements that can be folded.
pub trait Num: LaneElement {
    /// What a sum starts from: -0.0 for floats, so that a sum of -0.0 is -0.0.
    const NOTHING: Self;
    /// 1.
    const ONE: Self;
    /// `a + b`; ints wrap, bools or.
    fn add(self, other: Self) -> Self;
    /// `a * b`; ints wrap, bools and.
    fn mul(self, other: Self) -> Self;
    /// The larger; NaN wins.
    fn larger(self, other: Self) -> Self;
    /// The smaller; NaN wins.
    fn smaller(self, other: Self) -> Self;
    /// Whether it is not 0.
    fn truth(self) -> bool;
    /// NaN?
    fn nan(self) -> bool;
    /// The least and the largest, where any other element, NaN too, is chosen before them.
    fn ends() -> Option<(Self, Self)> {
        None
    }
}

impl Num for bool {
    const NOTHING: bool = false;
    const ONE: bool = true;
    #[inline(always)]
    fn add(self, other: bool) -> bool {
        self | other
    }
    #[inline(always)]
    fn mul(self, other: bool) -> bool {
        self & other
    }
    #[inline(always)]
    fn larger(self, other: bool) -> bool {
        self | other
    }
    #[inline(always)]
    fn smaller(self, other: bool) -> bool {
        self & other
    }
    #[inline(always)]
    fn truth(self) -> bool {
        self
    }
    fn nan(self) -> bool {
        false
    }
    fn ends() -> Option<(bool, bool)> {
        Some((false, true))
    }
}

macro_rules! whole_num {
    ($($type:ident),*) => {
        $(impl Num for $type {
            const NOTHING: $type = 0;
            const ONE: $type = 1;
            #[inline(always)]
            fn add(self, other: $type) -> $type {
                self.wrapping_add(other)
            }
            #[inline(always)]
            fn mul(self, other: $type) -> $type {
                self.wrapping_mul(other)
            }
            #[inline(always)]
            fn larger(self, other: $type) -> $type {
                self.max(other)
            }
            #[inline(always)]
            fn smaller(self, other: $type) -> $type {
                self.min(other)
            }
            #[inline(always)]
            fn truth(self) -> bool {
                self != 0
            }
            fn nan(self) -> bool {
                false
            }
            fn ends() -> Option<($type, $type)> {
                Some(($type::MIN, $type::MAX))
            }
        })*
    };
}

whole_num!(i8, u8, i16, u16, i32, u32, i64, u64);

macro_rules! float_num {
    ($type:ty, $maximum:ident, $minimum:ident) => {
        impl Num for $type {
            const NOTHING: $type = -0.0;
            const ONE: $type = 1.0;
            #[inline(always)]
            fn add(self, other: $type) -> $type {
                self + other
            }
            #[inline(always)]
            fn mul(self, other: $type) -> $type {
                self * other
            }
            #[inline(always)]
            fn larger(self, other: $type) -> $type {
                $maximum(self, other)
            }
            #[inline(always)]
            fn smaller(self, other: $type) -> $type {
                $minimum(self, other)
            }
            #[inline(always)]
            fn truth(self) -> bool {
                self != 0.0
            }
            fn nan(self) -> bool {
                self.is_nan()
            }
            fn ends() -> Option<($type, $type)> {
                Some((<$type>::NEG_INFINITY, <$type>::INFINITY))
            }
        }
    };
}

float_num!(f32, maximum_f32, minimum_f32);
float_num!(f64, maximum_f64, minimum_f64);

macro_rules! complex_num {
    ($($type:ident),*) => {
        $(impl Num for $type {
            const NOTHING: $type = $type::new(-0.0, -0.0);
            const ONE: $type = $type::ONE;
            #[inline(always)]
            fn add(self, other: $type) -> $type {
                self.plus(other)
            }
            #[inline(always)]
            fn mul(self, other: $type) -> $type {
                self.times(other)
            }
            fn larger(self, other: $type) -> $type {
                $type::larger(self, other)
            }
            fn smaller(self, other: $type) -> $type {
                $type::smaller(self, other)
            }
            fn truth(self) -> bool {
                self.is_true()
            }
            fn nan(self) -> bool {
                self.is_nan()
            }
        })*
    };
}

complex_num!(C32, C64);

/// NaT wins wherever NaN does. Products of times there are none: the rules refuse them.
impl Num for Ticks {
    const NOTHING: Ticks = Ticks(0);
    const ONE: Ticks = Ticks(1);
    #[inline(always)]
    fn add(self, other: Ticks) -> Ticks {
        self.with(other, i64::wrapping_add)
    }
    #[inline(always)]
    fn mul(self, other: Ticks) -> Ticks {
        self.with(other, i64::wrapping_mul)
    }
    #[inline(always)]
    fn larger(self, other: Ticks) -> Ticks {
        self.with(other, i64::max)
    }
    #[inline(always)]
    fn smaller(self, other: Ticks) -> Ticks {
        self.with(other, i64::min)
    }
    fn truth(self) -> bool {
        self.0 != 0
    }
    fn nan(self) -> bool {
        self.is_nat()
    }
}

/// Fixed strings have an order and truth; sums and products of them there are none: the rules refuse them.
impl Num for Text {
    const NOTHING: Text = Text::EMPTY;
    const ONE: Text = Text::EMPTY;
    fn add(self, _: Text) -> Text {
        self
    }
    fn mul(self, _: Text) -> Text {
        self
    }
    fn larger(self, other: Text) -> Text {
        self.max(other)
    }
    fn smaller(self, other: Text) -> Text {
        self.min(other)
    }
    fn truth(self) -> bool {
        !self.bytes().is_empty()
    }
    fn nan(self) -> bool {
        false
    }
}

/// Elements up to which a sum is not split.
const LEAF: usize = 128;

/// Where a sum of `count` elements is split: NumPy's rule.
pub fn split(count: usize) -> usize {
    let half = count / 2;
    half - half % 8
}

/// The sum, in NumPy's order.
pub fn pairwise<T: Num>(items: &[T]) -> T {
    pairwise_of(items, |item| item)
}

/// The sum of `f` of each element, in NumPy's order.
pub fn pairwise_of<T: Num>(items: &[T], f: impl Fn(T) -> T + Copy) -> T {
    halved(items, |items| leaf(items, f))
}

/// How many bytes ahead memory is asked for.
const AHEAD: usize = 2048;

/// The same of elements that lie in memory and not in a cache.
pub fn pairwise_far<T: Num>(items: &[T]) -> T {
    halved(items, |items| {
        ahead(items, AHEAD);
        leaf(items, |item| item)
    })
}

/// The sum of the sums of leaves, two and two.
fn halved<T: Num>(items: &[T], leaf: impl Fn(&[T]) -> T + Copy) -> T {
    if items.len() <= LEAF {
        return leaf(items);
    }
    let (left, right) = items.split_at(split(items.len()));
    halved(left, leaf).add(halved(right, leaf))
}

/// Eight sums side by side, which LLVM turns into vector code; then what is left over.
fn leaf<T: Num>(items: &[T], f: impl Fn(T) -> T) -> T {
    if items.len() < 8 {
        return items.iter().fold(T::NOTHING, |sum, &item| sum.add(f(item)));
    }
    let mut rows = items.chunks_exact(8);
    let mut sums = [T::NOTHING; 8];
    if let Some(first) = rows.next() {
        for (sum, &item) in sums.iter_mut().zip(first) {
            *sum = f(item);
        }
    }
    for row in rows.by_ref() {
        for (sum, &item) in sums.iter_mut().zip(row) {
            *sum = sum.add(f(item));
        }
    }
    rows.remainder().iter().fold(eight(sums), |sum, &item| sum.add(f(item)))
}

/// The sum of eight sums.
fn eight<T: Num>([a, b, c, d, e, f, g, h]: [T; 8]) -> T {
    a.add(b).add(c.add(d)).add(e.add(f).add(g.add(h)))
}

/// The most elements of a leaf: of what is folded eight by eight before leaves are combined. `block`: what others than
/// sums fold in a row.
pub fn leaf_size(base: Base, block: usize) -> usize {
    if matches!(base, Base::Sum | Base::Moments) { LEAF } else { block }
}

/// Append where the leaves of `count` elements end, which begin at `start`.
pub fn leaves(count: usize, most: usize, start: u64, ends: &mut Vec<u64>) {
    if count <= most {
        return ends.push(start + count as u64);
    }
    let left = split(count);
    leaves(left, most, start, ends);
    leaves(count - left, most, start + left as u64, ends);
}

/// What `count` elements fold to, of the eight accumulators of each of their leaves.
pub fn joined<T: Num>(base: Base, count: usize, most: usize, leaves: &mut std::slice::Iter<'_, [T; 8]>) -> Option<T> {
    if count <= most {
        let lanes = *leaves.next()?;
        return match base {
            Base::Sum | Base::Moments => Some(eight(lanes)),
            _ => lanes.into_iter().reduce(|a, b| combine(base, a, b)),
        };
    }
    let left = split(count);
    let a = joined(base, left, most, leaves)?;
    let b = joined(base, count - left, most, leaves)?;
    Some(combine(base, a, b))
}

/// The smallest or largest, eight side by side.
fn extreme<T: Num>(items: &[T], start: T, better: impl Fn(T, T) -> T) -> T {
    let mut rows = items.chunks_exact(8);
    let mut best = [start; 8];
    for row in rows.by_ref() {
        for (place, &item) in best.iter_mut().zip(row) {
            *place = better(*place, item);
        }
    }
    let all = best.iter().fold(start, |a, &b| better(a, b));
    rows.remainder().iter().fold(all, |a, &b| better(a, b))
}

/// A run of elements folded to one; `None` for min and max of nothing.
pub fn fold<T: Num>(base: Base, items: &[T]) -> Option<T> {
    let first = items.first().copied();
    Some(match base {
        Base::Sum | Base::Moments => pairwise(items),
        Base::Prod => items.iter().fold(T::ONE, |product, &item| product.mul(item)),
        Base::Min | Base::ArgMin => extreme(items, T::ends().map_or(first?, |(_, most)| most), T::smaller),
        Base::Max | Base::ArgMax => extreme(items, T::ends().map_or(first?, |(least, _)| least), T::larger),
        Base::FMin => extreme(items, first?, |a, b| known(a, b, T::smaller)),
        Base::FMax => extreme(items, first?, |a, b| known(a, b, T::larger)),
        Base::Any => extreme(items, T::NOTHING, T::larger),
        Base::All => extreme(items, T::ONE, T::smaller),
    })
}

/// The better of two; NaN is worse than any number, as in `fmin` and `fmax`.
#[inline(always)]
fn known<T: Num>(a: T, b: T, better: impl Fn(T, T) -> T) -> T {
    if b.nan() {
        a
    } else if a.nan() {
        b
    } else {
        better(a, b)
    }
}

/// A run of elements folded to one, in blocks of `most` that combine as a sum is split.
pub fn blocks<T: Num>(base: Base, items: &[T], most: usize) -> Option<T> {
    if matches!(base, Base::Sum | Base::Moments) {
        // Its own splits are these, down to smaller ones.
        return Some(pairwise(items));
    }
    if items.len() <= most {
        return fold(base, items);
    }
    let (left, right) = items.split_at(split(items.len()));
    match (blocks(base, left, most), blocks(base, right, most)) {
        (Some(a), Some(b)) => Some(combine(base, a, b)),
        (a, b) => a.or(b),
    }
}

/// Two results combined.
#[inline(always)]
pub fn combine<T: Num>(base: Base, a: T, b: T) -> T {
    match base {
        Base::Sum | Base::Moments => a.add(b),
        Base::Prod => a.mul(b),
        Base::Min | Base::ArgMin | Base::All => a.smaller(b),
        Base::Max | Base::ArgMax | Base::Any => a.larger(b),
        Base::FMin => known(a, b, T::smaller),
        Base::FMax => known(a, b, T::larger),
    }
}

/// A row of elements combined into a row of results.
pub fn combine_row<T: Num>(base: Base, results: &mut [T], row: &[T]) {
    fn each<T: Num>(results: &mut [T], row: &[T], f: impl Fn(T, T) -> T) {
        for (place, &item) in results.iter_mut().zip(row) {
            *place = f(*place, item);
        }
    }
    match base {
        Base::Sum | Base::Moments => each(results, row, T::add),
        Base::Prod => each(results, row, T::mul),
        Base::Min | Base::ArgMin | Base::All => each(results, row, T::smaller),
        Base::Max | Base::ArgMax | Base::Any => each(results, row, T::larger),
        Base::FMin => each(results, row, |a, b| known(a, b, T::smaller)),
        Base::FMax => each(results, row, |a, b| known(a, b, T::larger)),
    }
}

/// The position of the first best element; NaN is best of all.
pub fn position<T: Num>(base: Base, items: &[T]) -> Option<usize> {
    if let Some(at) = items.iter().position(|item| item.nan()) {
        return Some(at);
    }
    let best = fold(base, items)?;
    items.iter().position(|item| *item == best)
}

/// The position of the first best element that is not NaN; `None` if there is none.
pub fn position_of_number<T: Num>(base: Base, items: &[T]) -> Option<usize> {
    let mut numbers = items.iter().enumerate().filter(|(_, item)| !item.nan());
    let (mut place, mut best) = numbers.next()?;
    for (at, item) in numbers {
        let better = if matches!(base, Base::ArgMin | Base::Min) { item < best } else { item > best };
        if better {
            (place, best) = (at, item);
        }
    }
    Some(place)
}
