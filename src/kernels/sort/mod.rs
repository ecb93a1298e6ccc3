//! Sorting elements, the positions that sort them, and sorted runs into one: NumPy's order, in which NaN comes last.

mod merge;
mod radix;

pub use merge::{merge, merge_places};

use bytemuck::cast_slice_mut;

use super::fold::Num;
use super::order::compare;
use super::shared;
use crate::data::buffer::{memory_error, recycle, room, used_room};
use crate::data::complex::{C32, C64};
use crate::data::raised::Res;
use crate::data::{Text, Ticks};
use radix::Item;

/// Elements that are sorted by the bits of a key, where they have one.
pub trait Ordered: Num {
    /// Whether [`Ordered::bits`] orders them; else they are compared.
    const BY_BITS: bool;
    /// Whether the key has no more than 32 bits.
    const NARROW: bool;
    /// The key: smaller for what comes first. All NaNs have one, which is the largest; -0.0 has one of its own before 0.0.
    fn bits(self) -> u64;
    /// The key in which -0.0 is 0.0.
    fn plain_bits(self) -> u64 {
        self.bits()
    }
    /// Whether it is -0.0.
    fn below_zero(self) -> bool {
        false
    }
    /// Sort by keys into `out`, with as much room beside it. Keys that cost more than a step are made once, and turned back
    /// at the end.
    fn sort_by_bits(items: &[Self], out: &mut [Self], spare: &mut [Self]) {
        radix::sort_into(items, |_, item| item, out, spare, |_| {});
    }
}

macro_rules! whole {
    ($($type:ident as $unsigned:ident, $narrow:literal, $flip:expr;)*) => {
        $(impl Ordered for $type {
            const BY_BITS: bool = true;
            const NARROW: bool = $narrow;
            #[inline(always)]
            fn bits(self) -> u64 {
                u64::from(self as $unsigned ^ $flip)
            }
        })*
    };
}

whole! {
    bool as u8, true, 0;
    i8 as u8, true, 1 << 7;
    u8 as u8, true, 0;
    i16 as u16, true, 1 << 15;
    u16 as u16, true, 0;
    i32 as u32, true, 1 << 31;
    u32 as u32, true, 0;
    i64 as u64, false, 1 << 63;
    u64 as u64, false, 0;
}

macro_rules! float {
    ($($type:ident as $signed:ident, $unsigned:ident, $narrow:literal;)*) => {
        $(impl Ordered for $type {
            const BY_BITS: bool = true;
            const NARROW: bool = $narrow;
            #[inline(always)]
            fn bits(self) -> u64 {
                let bits = self.to_bits();
                // All bits of what is negative, the sign alone of what is not.
                let flip = (bits as $signed >> ($unsigned::BITS - 1)) as $unsigned | 1 << ($unsigned::BITS - 1);
                u64::from(if self.is_nan() { $unsigned::MAX } else { bits ^ flip })
            }
            #[inline(always)]
            fn plain_bits(self) -> u64 {
                (self + 0.0).bits()
            }
            fn below_zero(self) -> bool {
                self == 0.0 && self.is_sign_negative()
            }
            fn sort_by_bits(items: &[$type], out: &mut [$type], spare: &mut [$type]) {
                const SIGN: $unsigned = 1 << ($unsigned::BITS - 1);
                let (out, spare) = (cast_slice_mut(out), cast_slice_mut(spare));
                let back = |keys: &mut [$unsigned]| {
                    for key in keys {
                        *key ^= if *key & SIGN == 0 { $unsigned::MAX } else { SIGN };
                    }
                };
                radix::sort_into(items, |_, item: $type| item.bits() as $unsigned, out, spare, back);
            }
        })*
    };
}

float! {
    f32 as i32, u32, true;
    f64 as i64, u64, false;
}

macro_rules! compared {
    ($($type:ident)*) => {
        $(impl Ordered for $type {
            const BY_BITS: bool = false;
            const NARROW: bool = false;
            fn bits(self) -> u64 {
                0
            }
        })*
    };
}

compared!(C32 C64 Text);

/// NaT, the smallest number, comes last.
impl Ordered for Ticks {
    const BY_BITS: bool = true;
    const NARROW: bool = false;
    #[inline(always)]
    fn bits(self) -> u64 {
        self.0.bits().wrapping_sub(1)
    }
}

impl<T: Ordered> Item for T {
    #[inline(always)]
    fn key(&self) -> u64 {
        self.bits()
    }

    fn small(items: &mut [T]) {
        items.sort_unstable_by_key(|item| item.bits());
    }
}

/// A key and where it stood.
#[derive(Clone, Copy, Default)]
struct Wide {
    key: u64,
    at: u32,
}

/// A short key and where it stood.
#[derive(Clone, Copy, Default)]
struct Narrow {
    key: u32,
    at: u32,
}

/// An item that knows where it stood.
trait Placed: Item {
    fn new(key: u64, at: usize) -> Self;
    fn at(&self) -> i64;
}

macro_rules! placed {
    ($($name:ident)*) => {
        $(
            impl Item for $name {
                #[inline(always)]
                fn key(&self) -> u64 {
                    u64::from(self.key)
                }

                fn small(items: &mut [$name]) {
                    items.sort_unstable_by_key(|item| (item.key, item.at));
                }
            }

            impl Placed for $name {
                #[inline(always)]
                fn new(key: u64, at: usize) -> $name {
                    $name { key: key as _, at: at as u32 }
                }

                fn at(&self) -> i64 {
                    i64::from(self.at)
                }
            }
        )*
    };
}

placed!(Wide Narrow);

/// Up to so many elements, comparing them is as fast.
const FEW: usize = 64;

/// Elements of many runs from which sharing them out pays.
const WORTH: usize = 1 << 17;

/// The elements of a vector, sorted. Elements that are equal (0.0 and -0.0) stay in order.
///
/// # Errors
/// `MemoryError`.
pub fn sorted<T: Ordered>(items: &[T]) -> Res<Vec<T>> {
    let count = items.len();
    if by_bits::<T>(count) {
        let (mut out, mut spare) = (used_room::<T>(count)?, used_room::<T>(count)?);
        shared::both(|| out.resize(count, T::default()), || spare.resize(count, T::default()));
        T::sort_by_bits(items, &mut out, &mut spare);
        recycle(spare);
        if !mixed(&out) {
            return Ok(out);
        }
        recycle(out);
    }
    let mut out = room::<T>(&[count])?;
    out.extend_from_slice(items);
    out.sort_by(compare);
    Ok(out)
}

fn by_bits<T: Ordered>(count: usize) -> bool {
    T::BY_BITS && count > FEW
}

/// Whether sorted elements have both -0.0 and 0.0, which are equal and have keys of their own.
fn mixed<T: Ordered>(sorted: &[T]) -> bool {
    let zero = T::default();
    let at = sorted.partition_point(|item| item.bits() < zero.bits());
    let before = at.checked_sub(1).and_then(|at| sorted.get(at));
    before.is_some_and(|item| item.below_zero()) && sorted.get(at) == Some(&zero)
}

/// Sort each run of `run` elements.
///
/// # Errors
/// `MemoryError`.
pub fn sort_runs<T: Ordered>(items: &mut Vec<T>, run: usize) -> Res<()> {
    let count = items.len();
    if run == count && run >= WORTH {
        let done = sorted(items)?;
        recycle(std::mem::replace(items, done));
        return Ok(());
    }
    shared::rows(items, run.max(1), count >= WORTH, |_, part| {
        let mut spare = Vec::new();
        part.chunks_mut(run.max(1)).for_each(|items| sort_run(items, &mut spare));
    });
    Ok(())
}

fn sort_run<T: Ordered>(items: &mut [T], spare: &mut Vec<T>) {
    let zeros = |items: &[T]| items.iter().any(|item| item.below_zero());
    if by_bits::<T>(items.len()) && !zeros(items) {
        radix::alone(items, spare);
    } else {
        items.sort_by(compare);
    }
}

/// The positions that sort elements, appended to `out`; equal elements stay in order.
///
/// # Errors
/// `MemoryError`.
pub fn places<T: Ordered>(items: &[T], out: &mut Vec<i64>) -> Res<()> {
    match items.len() {
        count if !by_bits::<T>(count) || u32::try_from(count).is_err() => {
            let first = out.len();
            out.extend(0..count as i64);
            let at = |place: i64| items.get(place as usize);
            out.get_mut(first..).unwrap_or_default().sort_by(|&a, &b| match (at(a), at(b)) {
                (Some(a), Some(b)) => compare(a, b),
                _ => std::cmp::Ordering::Equal,
            });
            Ok(())
        }
        _ if T::NARROW => placed::<T, Narrow>(items, out),
        _ => placed::<T, Wide>(items, out),
    }
}

fn placed<T: Ordered, P: Placed>(items: &[T], out: &mut Vec<i64>) -> Res<()> {
    let (mut pairs, mut spare) = (vacant::<P>(items.len())?, vacant::<P>(items.len())?);
    radix::sort_into(items, |at, item| P::new(item.plain_bits(), at), &mut pairs, &mut spare, |_| {});
    out.extend(pairs.iter().map(P::at));
    Ok(())
}

/// Room for so many items, filled with anything.
fn vacant<P: Placed>(count: usize) -> Res<Vec<P>> {
    let mut items = Vec::new();
    let refused = |_| memory_error(&[count, size_of::<P>()], crate::data::DType::UInt8);
    items.try_reserve_exact(count).map_err(refused)?;
    items.resize(count, P::default());
    Ok(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: Ordered>(items: &[T]) {
        let mut expected = items.to_vec();
        expected.sort_by(compare);
        let bits = |list: &[T]| list.iter().map(|item| item.bits()).collect::<Vec<_>>();
        let mut runs = items.to_vec();
        sort_runs(&mut runs, items.len()).unwrap();
        assert!(bits(&sorted(items).unwrap()) == bits(&expected) && bits(&runs) == bits(&expected));
        let mut order: Vec<i64> = (0..items.len() as i64).collect();
        order.sort_by(|&a, &b| compare(&items[a as usize], &items[b as usize]));
        let mut found = Vec::new();
        places(items, &mut found).unwrap();
        assert!(found == order);
    }

    #[test]
    fn every_dtype_in_numpys_order() {
        for n in [0u64, 1, 2, 63, 65, 1000, 20_000, 150_000] {
            let words: Vec<u64> = (0..n).map(|at| at.wrapping_add(7).wrapping_mul(0x9E37_79B9_7F4A_7C15)).collect();
            check(&words);
            check(&words.iter().map(|&w| w as i64).collect::<Vec<_>>());
            check(&words.iter().map(|&w| (w >> 20) as i32).collect::<Vec<_>>());
            check(&words.iter().map(|&w| (w >> 20) as u16).collect::<Vec<_>>());
            check(&words.iter().map(|&w| (w >> 20) as i8).collect::<Vec<_>>());
            check(&words.iter().map(|&w| w >> 20 & 1 == 0).collect::<Vec<_>>());
            check(&words.iter().map(|&w| f64::from_bits(w)).collect::<Vec<_>>());
            check(&words.iter().map(|&w| f32::from_bits((w >> 30) as u32)).collect::<Vec<_>>());
            check(
                &words
                    .iter()
                    .map(|&w| [0.0, -0.0, 1.5, f64::NAN, -f64::NAN][(w >> 40) as usize % 5])
                    .collect::<Vec<_>>(),
            );
            check(&words.iter().map(|&w| (w >> 11) as f64 * 1e-9).collect::<Vec<_>>());
            check(&words.iter().map(|&w| C64::new((w >> 60) as f64, (w >> 50) as f64)).collect::<Vec<_>>());
        }
    }
}
