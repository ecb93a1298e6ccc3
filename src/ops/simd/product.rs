//! Products of matrices of doubles with AVX2 and AVX-512, as Goto and van de Geijn (ACM TOMS 34, 2008) lay them out: panels of
//! both factors are copied together so that they stay in the caches, and tiles of the result are kept in registers while the
//! inner axis is walked. What is read next is fetched meanwhile.
//!
//! An element of the result is the sum of its products in their order, in parts of the inner axis that depend on its size
//! alone: so its bits do not depend on how rows and columns are shared out, and are the same at both levels.

use std::arch::x86_64::{
    __m256d, __m512d, _MM_HINT_T0, _MM_HINT_T1, _mm256_add_pd, _mm256_fmadd_pd, _mm256_loadu_pd, _mm256_set1_pd,
    _mm256_setzero_pd, _mm256_storeu_pd, _mm512_add_pd, _mm512_fmadd_pd, _mm512_loadu_pd, _mm512_set1_pd,
    _mm512_setzero_pd, _mm512_storeu_pd,
};
use std::cell::RefCell;

use super::Factor;
use super::ahead::fetch;

/// The most of the inner axis that is added up at once: a part of an element's sum. One for all levels, for the bits.
const DEPTH: usize = 256;

/// How much of a product is copied together, of the depth.
#[derive(Clone, Copy)]
struct Cut {
    /// The most rows of the first factor: they stay in L2.
    height: usize,
    /// The most columns of the second factor: they stay in L3, and so many as a tile has in L1.
    width: usize,
}

/// Places of the inner axis that are copied at a time where the lines of a factor stand side by side.
const BAND: usize = 16;

/// Sizes below which a product is not worth the copies.
const LEAST: [usize; 3] = [16, 16, 16];

/// Doubles in a line of the cache.
const LINE: usize = 8;

/// A line of the cache.
#[derive(Clone, Copy, Default)]
#[repr(align(64))]
struct Line(
    // Read as doubles in a row (`flat`).
    #[allow(dead_code)] [f64; LINE],
);

thread_local! {
    /// Room for the panels of both factors.
    static ROOM: RefCell<[Vec<Line>; 2]> = const { RefCell::new([Vec::new(), Vec::new()]) };
}

/// `a @ b` of the sizes `[rows, inner, columns]` into `out`, row by row, or onto what stands there, if `onto`. False, and
/// nothing is done, where there is no code for that, or other code is as good.
pub fn product(a: Factor<'_>, b: Factor<'_>, out: &mut [f64], sizes: [usize; 3], onto: bool) -> bool {
    product_at(super::level(), (a, b), out, sizes, onto)
}

/// The same at a level; false for one above [`super::level`].
#[allow(unsafe_code)]
fn product_at(
    level: super::Level,
    (a, b): (Factor<'_>, Factor<'_>),
    out: &mut [f64],
    sizes: [usize; 3],
    onto: bool,
) -> bool {
    let [rows, inner, columns] = sizes;
    let within =
        |of: &Factor<'_>, [high, wide]: [usize; 2]| (high - 1) * of.down + (wide - 1) * of.along < of.items.len();
    let worth = sizes.iter().zip(LEAST).all(|(&size, least)| size >= least);
    let blocked: Blocked = match level {
        super::Level::Avx512 => avx512::blocked,
        super::Level::Avx2 => avx2::blocked,
        super::Level::Baseline => return false,
    };
    let there = level <= super::level();
    if !there || !worth || !within(&a, [rows, inner]) || !within(&b, [inner, columns]) || out.len() != rows * columns {
        return false;
    }
    ROOM.with(|room| {
        let Ok(mut room) = room.try_borrow_mut() else { return false };
        // SAFETY: the level is at most what the processor was found to have.
        unsafe { blocked((a, b), out, sizes, onto, &mut room) }
    })
}

/// A product at a level; false if there is no room for the panels.
type Blocked = unsafe fn((Factor<'_>, Factor<'_>), &mut [f64], [usize; 3], bool, &mut [Vec<Line>; 2]) -> bool;

/// Room for so many doubles, if there is any.
fn grown(room: &mut Vec<Line>, count: usize) -> bool {
    let lines = count.div_ceil(LINE);
    if room.len() < lines {
        if room.try_reserve(lines - room.len()).is_err() {
            return false;
        }
        room.resize(lines, Line::default());
    }
    true
}

#[allow(unsafe_code)]
fn flat(lines: &mut [Line]) -> &mut [f64] {
    // SAFETY: a line is eight doubles and nothing else.
    unsafe { std::slice::from_raw_parts_mut(lines.as_mut_ptr().cast(), lines.len() * LINE) }
}

/// In how large steps a size is walked: steps of one size, at most `most`, and multiples of `unit`.
fn step(size: usize, most: usize, unit: usize) -> usize {
    size.div_ceil(size.div_ceil(most).max(1)).next_multiple_of(unit).min(most)
}

/// A part of the result: its first row and column, and its sizes.
struct Part {
    from: [usize; 2],
    sizes: [usize; 2],
    /// Columns of the whole result.
    columns: usize,
}

/// A product in tiles of `R` x `C` elements, each of which `tile` adds up and `put` writes row by row.
#[inline(always)]
fn blocked<const R: usize, const C: usize, S>(
    cut: Cut,
    (a, b): (Factor<'_>, Factor<'_>),
    (out, onto): (&mut [f64], bool),
    [rows, inner, columns]: [usize; 3],
    [left, right]: &mut [Vec<Line>; 2],
    (tile, put): (impl Fn(&[[f64; R]], &[[f64; C]]) -> [S; R], impl Fn(S, &mut [f64], bool)),
) -> bool {
    let deep = step(inner, DEPTH, 1);
    let (high, wide) = (step(rows, cut.height, R), step(columns, cut.width, C));
    if !grown(left, high * deep) || !grown(right, wide * deep) {
        return false;
    }
    let (left, right) = (flat(left), flat(right));
    for first in (0..inner).step_by(deep) {
        let depth = (first, deep.min(inner - first));
        for column in (0..columns).step_by(wide) {
            let width = wide.min(columns - column);
            pack::<C>(b, (b.along, b.down), (column, width), depth, right);
            for row in (0..rows).step_by(high) {
                let height = high.min(rows - row);
                pack::<R>(a, (a.down, a.along), (row, height), depth, left);
                let part = Part { from: [row, column], sizes: [height, width], columns };
                tiles(&part, (left, right), depth.1, (out, onto || first > 0), (&tile, &put));
            }
        }
    }
    true
}

/// Lines (rows of the first factor, columns of the second) from one on, and a part of the inner axis, in strips of `S`
/// lines: for each place of the inner axis their elements side by side, with zeros where there are no more.
/// `across` is the step from line to line, `along` that in a line.
#[inline(always)]
fn pack<const S: usize>(
    of: Factor<'_>,
    (across, along): (usize, usize),
    (line, count): (usize, usize),
    (first, depth): (usize, usize),
    to: &mut [f64],
) {
    // Where lines stand side by side, a few places of all strips are read at a time, for they are neighbours in memory.
    let band = if across == 1 { BAND } else { depth };
    for from in (0..depth).step_by(band) {
        let band = band.min(depth - from);
        for (begin, strip) in (0..count).step_by(S).zip(to.chunks_exact_mut(S * depth)) {
            let start = (line + begin) * across + (first + from) * along;
            let items = of.items.get(start..).unwrap_or_default();
            let places = strip.as_chunks_mut::<S>().0.get_mut(from..from + band).unwrap_or_default();
            fill(items, (across, along), S.min(count - begin), places);
        }
    }
}

/// A part of a strip, of `there` lines: for each place their elements side by side.
#[inline(always)]
#[allow(clippy::needless_range_loop)]
fn fill<const S: usize>(items: &[f64], (across, along): (usize, usize), there: usize, places: &mut [[f64; S]]) {
    match (there == S, across, along) {
        (true, 1, _) => {
            for at in 0..places.len() {
                if let Some(found) = items.get(at * along..).and_then(|items| items.first_chunk()) {
                    places[at] = *found;
                }
            }
        }
        (true, _, 1) => {
            let lines: [&[f64]; S] =
                std::array::from_fn(|at| items.get(at * across..at * across + places.len()).unwrap_or_default());
            let quads = lines.map(|line| line.as_chunks::<4>().0);
            // Four places at a time: a square of vectors is turned.
            let (turned, rest) = places.as_chunks_mut::<4>();
            let whole = quads.iter().fold(turned.len(), |least, quads| least.min(quads.len()));
            let quads = quads.map(|quads| &quads[..whole]);
            for at in 0..whole {
                for place in 0..4 {
                    turned[at][place] = std::array::from_fn(|line| quads[line][at][place]);
                }
            }
            for at in 0..rest.len() {
                rest[at] = lines.map(|line| line.get(whole * 4 + at).copied().unwrap_or_default());
            }
        }
        _ => {
            for (at, place) in places.iter_mut().enumerate() {
                let found = |own: usize| items.get(own * across + at * along).copied().unwrap_or_default();
                *place = std::array::from_fn(|own| if own < there { found(own) } else { 0.0 });
            }
        }
    }
}

/// Each tile of a part: its products, into or onto the result.
#[inline(always)]
fn tiles<const R: usize, const C: usize, S>(
    part: &Part,
    (left, right): (&[f64], &[f64]),
    depth: usize,
    (out, onto): (&mut [f64], bool),
    (tile, put): (&impl Fn(&[[f64; R]], &[[f64; C]]) -> [S; R], &impl Fn(S, &mut [f64], bool)),
) {
    let [height, width] = part.sizes;
    // With each tile a share of the next panel is fetched.
    let share = (depth * C).div_ceil(LINE * height.div_ceil(R));
    let (panels, strips) = (right.as_chunks::<C>().0, left.as_chunks::<R>().0);
    for (column, panel) in (0..width).step_by(C).zip(panels.chunks_exact(depth)) {
        let across = C.min(width - column);
        let next = panel.as_ptr_range().end.cast::<Line>();
        for (number, strip) in (0..height.div_ceil(R)).zip(strips.chunks_exact(depth)) {
            let row = number * R;
            let first = (part.from[0] + row) * part.columns + part.from[1] + column;
            let count = R.min(height - row);
            let rows = out.get_mut(first..first + (count - 1) * part.columns + across).unwrap_or_default();
            for place in rows.chunks(part.columns) {
                (0..C.div_ceil(LINE))
                    .for_each(|line| fetch::<_MM_HINT_T0, _>(place.as_ptr().wrapping_add(line * LINE)));
                fetch::<_MM_HINT_T0, _>(place.as_ptr().wrapping_add(C - 1));
            }
            (number * share..(number + 1) * share).for_each(|line| fetch::<_MM_HINT_T1, _>(next.wrapping_add(line)));
            for (place, sums) in rows.chunks_mut(part.columns).zip(tile(strip, panel)) {
                put(sums, place.get_mut(..across).unwrap_or_default(), onto);
            }
        }
    }
}

/// The code of a level: tiles of `$rows` rows of `$vectors` registers.
macro_rules! level {
    (
        $level:ident, $features:literal, $cut:expr, $rows:literal x $vectors:literal of $vector:ty;
        $zero:ident, $splat:ident, $load:ident, $store:ident, $add:ident, $fma:ident
    ) => {
        mod $level {
            use super::*;

            const LANES: usize = size_of::<$vector>() / size_of::<f64>();
            const ROWS: usize = $rows;
            const COLUMNS: usize = $vectors * LANES;

            #[target_feature(enable = $features)]
            pub fn blocked(
                factors: (Factor<'_>, Factor<'_>),
                out: &mut [f64],
                sizes: [usize; 3],
                onto: bool,
                room: &mut [Vec<Line>; 2],
            ) -> bool {
                let tile = |strip: &[_], panel: &[_]| tile(strip, panel);
                let put = |sums: [$vector; $vectors], place: &mut [f64], onto: bool| put(sums, place, onto);
                super::blocked::<ROWS, COLUMNS, _>($cut, factors, (out, onto), sizes, room, (tile, put))
            }

            /// The sums of products of a strip and a panel.
            #[inline]
            #[target_feature(enable = $features)]
            #[allow(unsafe_code)]
            #[allow(clippy::needless_range_loop)]
            fn tile(strip: &[[f64; ROWS]], panel: &[[f64; COLUMNS]]) -> [[$vector; $vectors]; ROWS] {
                let mut sums = [[$zero(); $vectors]; ROWS];
                // Loops by number: what goes through adaptors of iterators is not always made part of the loop.
                for at in 0..strip.len().min(panel.len()) {
                    let (x, y) = (&strip[at], &panel[at]);
                    let mut line = [$zero(); $vectors];
                    for own in 0..$vectors {
                        // SAFETY: `y` has so many doubles; loads need no alignment.
                        line[own] = unsafe { $load(y.as_ptr().add(own * LANES)) };
                    }
                    for row in 0..ROWS {
                        let x = $splat(x[row]);
                        for own in 0..$vectors {
                            sums[row][own] = $fma(x, line[own], sums[row][own]);
                        }
                    }
                }
                sums
            }

            /// A row of a tile to its place.
            #[inline]
            #[target_feature(enable = $features)]
            #[allow(unsafe_code)]
            fn put(sums: [$vector; $vectors], place: &mut [f64], onto: bool) {
                let mut row = [0.0; COLUMNS];
                let short = place.len() < COLUMNS;
                let whole = place.first_chunk_mut::<COLUMNS>();
                let first = whole.map_or(row.as_mut_ptr(), |whole| whole.as_mut_ptr());
                for (own, sum) in sums.into_iter().enumerate() {
                    // SAFETY: there are so many doubles; loads and stores need no alignment.
                    unsafe {
                        let at = first.add(own * LANES);
                        $store(at, if onto && !short { $add($load(at), sum) } else { sum });
                    }
                }
                if short {
                    for (place, sum) in place.iter_mut().zip(row) {
                        *place = if onto { *place + sum } else { sum };
                    }
                }
            }
        }
    };
}

// Panels of 16 kB, parts of 200 kB and of 2 MB.
level!(
    avx2, "avx2,fma", Cut { height: 96, width: 1024 }, 6 x 2 of __m256d;
    _mm256_setzero_pd, _mm256_set1_pd, _mm256_loadu_pd, _mm256_storeu_pd, _mm256_add_pd, _mm256_fmadd_pd
);

// Panels of 48 kB, parts of 480 kB and of 2 MB.
level!(
    avx512, "avx512f,avx512dq,avx512bw,avx512vl,avx2,fma", Cut { height: 240, width: 1008 }, 8 x 3 of __m512d;
    _mm512_setzero_pd, _mm512_set1_pd, _mm512_loadu_pd, _mm512_storeu_pd, _mm512_add_pd, _mm512_fmadd_pd
);

#[cfg(test)]
mod tests {
    use super::super::{LEVELS, Level, level};
    use super::*;

    /// The levels that there is code for, of those that this processor has.
    fn levels() -> Vec<Level> {
        let has = |&(_, at): &(&str, Level)| (at > Level::Baseline && at <= level()).then_some(at);
        LEVELS.iter().filter_map(has).collect()
    }

    #[test]
    fn products_of_all_sizes_and_orders() {
        for [m, k, n] in [[16, 16, 16], [17, 300, 23], [97, 257, 1030], [250, 513, 40], [26, 18, 18]] {
            let draw =
                |count: usize, by: usize| -> Vec<f64> { (0..count).map(|at| (at * by % 101) as f64 - 50.0).collect() };
            let (a, b) = (draw(m * k, 37), draw(k * n, 53));
            let turned = |of: &[f64], wide: usize, high: usize| -> Vec<f64> {
                (0..of.len()).map(|at| of[at % high * wide + at / high]).collect()
            };
            let (a_turned, b_turned) = (turned(&a, k, m), turned(&b, n, k));
            let expected: Vec<f64> =
                (0..m * n).map(|at| (0..k).map(|d| a[at / n * k + d] * b[d * n + at % n]).sum()).collect();
            let plain = (Factor { items: &a, down: k, along: 1 }, Factor { items: &b, down: n, along: 1 });
            let other =
                (Factor { items: &a_turned, down: 1, along: m }, Factor { items: &b_turned, down: 1, along: k });
            for (level, factors) in levels().into_iter().flat_map(|level| [(level, plain), (level, other)]) {
                let mut out = vec![f64::NAN; m * n];
                assert!(product_at(level, factors, &mut out, [m, k, n], false));
                assert!(out == expected, "{level:?}");
                assert!(product_at(level, factors, &mut out, [m, k, n], true));
                assert!(out.iter().zip(&expected).all(|(x, y)| *x == 2.0 * y), "{level:?}");
            }
        }
    }

    #[test]
    fn rows_apart_and_other_levels_have_the_bits_of_the_whole() {
        let [m, k, n] = [61, 700, 50];
        let draw = |count: usize| -> Vec<f64> { (0..count).map(|at| ((at * 7919) as f64).sin()).collect() };
        let (a, b) = (draw(m * k), draw(k * n));
        let of = |items, down| Factor { items, down, along: 1 };
        let mut known: Option<Vec<f64>> = None;
        for level in levels() {
            let (mut whole, mut parts) = (vec![0.0; m * n], vec![0.0; m * n]);
            assert!(product_at(level, (of(&a, k), of(&b, n)), &mut whole, [m, k, n], false));
            let (top, rest) = parts.split_at_mut(30 * n);
            assert!(product_at(level, (of(&a, k), of(&b, n)), top, [30, k, n], false));
            assert!(product_at(level, (of(&a[30 * k..], k), of(&b, n)), rest, [31, k, n], false));
            assert!(whole == parts, "{level:?}");
            assert!(known.get_or_insert(parts) == &whole, "{level:?}");
        }
    }
}
