//! Sorting by the bits of keys, from the highest digit that differs: a few passes over memory until what is left fits the
//! caches, two more there, and what then still has neighbours of one prefix is sorted by itself. Stable for items whose
//! keys are equal, so long as [`Item::small`] is.

use super::super::shared;

/// What is sorted: by its key.
pub trait Item: Copy + Default + Send + Sync {
    /// Unsigned, in the order wanted.
    fn key(&self) -> u64;
    /// Sort a few.
    fn small(items: &mut [Self]);
}

/// Values of a digit.
const WIDTH: usize = 256;

/// Bits of a digit.
const BITS: u32 = 8;

/// Up to so many items, comparing them is as fast.
const SMALL: usize = 48;

/// Up to so many items (of eight bytes, with their copy a quarter of a megabyte) stay in L2.
const NEAR: usize = 1 << 14;

/// Items from which sharing them out to all cores pays.
const WORTH: usize = 1 << 17;

/// Items that are looked at to guess the highest digit that differs.
const SAMPLE: usize = 1024;

/// How many items have each value of a digit.
type Counts = [usize; WIDTH];

#[inline(always)]
fn digit(key: u64, shift: u32) -> usize {
    (key >> shift) as usize & (WIDTH - 1)
}

/// Bits in which keys differ from the first.
fn differing<I: Item>(items: impl Iterator<Item = I> + Clone) -> u64 {
    let Some(first) = items.clone().next() else { return 0 };
    let first = first.key();
    items.fold(0, |found, item| found | (item.key() ^ first))
}

/// Where the highest digit of these differing bits begins.
fn top(differing: u64) -> u32 {
    (u64::BITS - differing.leading_zeros()).saturating_sub(BITS)
}

/// Count the values of a digit; the bits in which keys differ from the first.
fn count<I: Item>(items: impl Iterator<Item = I>, shift: u32, first: u64, counts: &mut Counts) -> u64 {
    let mut found = 0;
    for item in items {
        let key = item.key();
        found |= key ^ first;
        counts[digit(key, shift)] += 1;
    }
    found
}

/// Bits in which the keys of some of so many items differ from the first: the highest digit that does is guessed from them, so
/// that one walk over all both counts its values and tells whether it is that.
fn sampled<S>(count: usize, items: impl Iterator<Item = S>, key: impl Fn(S) -> u64, first: u64) -> u64 {
    items.step_by(count.div_ceil(SAMPLE).max(1)).fold(0, |found, item| found | (key(item) ^ first))
}

/// Where each value's items begin.
fn starts(counts: &Counts) -> Counts {
    let mut next = 0;
    counts.map(|count| {
        next += count;
        next - count
    })
}

/// Copy items to the places of their digit.
fn scatter<I: Item>(items: impl Iterator<Item = I>, shift: u32, places: &mut Counts, to: &mut [I]) {
    for item in items {
        let at = &mut places[digit(item.key(), shift)];
        if let Some(place) = to.get_mut(*at) {
            *place = item;
        }
        *at += 1;
    }
}

/// Sort `items` with as much room beside them; the result lies in `spare`, if `over`, else in `items`.
pub fn sort<I: Item>(items: &mut [I], spare: &mut [I], over: bool) {
    if items.len() <= SMALL {
        I::small(items);
    } else {
        match differing(items.iter().copied()) {
            0 => {}
            found if items.len() <= NEAR => near(items, spare, found),
            found => return far(items, spare, over, found),
        }
    }
    if over {
        spare.copy_from_slice(items);
    }
}

/// One digit, then each of its values by itself, the other way.
fn far<I: Item>(items: &mut [I], spare: &mut [I], over: bool, differing: u64) {
    let shift = top(differing);
    let mut counts = [0; WIDTH];
    count(items.iter().copied(), shift, 0, &mut counts);
    scatter(items.iter().copied(), shift, &mut starts(&counts), spare);
    if shift == 0 {
        if !over {
            items.copy_from_slice(spare);
        }
        return;
    }
    let (mut items, mut spare) = (items, spare);
    for size in counts {
        let (Some((own, others)), Some((beside, rest))) = (
            std::mem::take(&mut items).split_at_mut_checked(size),
            std::mem::take(&mut spare).split_at_mut_checked(size),
        ) else {
            return;
        };
        if size > 0 {
            sort(beside, own, !over);
        }
        (items, spare) = (others, rest);
    }
}

/// The two highest digits, the lower one first; then runs of one prefix. The result lies in `items`.
fn near<I: Item>(items: &mut [I], spare: &mut [I], differing: u64) {
    let low = top(differing).saturating_sub(BITS);
    let high = low + BITS;
    let (mut of_low, mut of_high) = ([0; WIDTH], [0; WIDTH]);
    for item in items.iter() {
        of_low[digit(item.key(), low)] += 1;
        of_high[digit(item.key(), high)] += 1;
    }
    scatter(items.iter().copied(), low, &mut starts(&of_low), spare);
    scatter(spare.iter().copied(), high, &mut starts(&of_high), items);
    if low > 0 {
        runs(items, spare, low);
    }
}

/// Sort each run of neighbours whose keys are one from bit `shift` on.
fn runs<I: Item>(items: &mut [I], spare: &mut [I], shift: u32) {
    let prefix = |items: &[I], at: usize| items.get(at).map(|item| item.key() >> shift);
    let (mut at, mut before) = (1, prefix(items, 0));
    while at < items.len() {
        let here = prefix(items, at);
        at += 1;
        if here != before {
            before = here;
            continue;
        }
        let start = at - 2;
        while at < items.len() && prefix(items, at) == before {
            at += 1;
        }
        if let (Some(own), Some(beside)) = (items.get_mut(start..at), spare.get_mut(start..at)) {
            sort(own, beside, false);
        }
    }
}

/// Sort what `make` makes of the elements of `from` (and their places) into `out`, on all cores if there are enough of
/// them, and on one in a task. `spare` and `out` are as long as `from`. Each part is given to `last` once it is sorted,
/// while it is in the caches.
pub fn sort_into<S: Copy + Sync, I: Item>(
    from: &[S],
    make: impl Fn(usize, S) -> I + Copy + Sync,
    out: &mut [I],
    spare: &mut [I],
    last: impl Fn(&mut [I]) + Copy + Sync,
) {
    let all = |out: &mut [I]| {
        out.iter_mut().zip(from).enumerate().for_each(|(at, (place, &item))| *place = make(at, item));
    };
    if from.len() < WORTH || !shared::many() {
        all(out);
        sort(out, spare, false);
        return last(out);
    }
    match Halves::of(from, make, spare) {
        Some(halves) => halves.finish(out, spare, last),
        None => {
            all(out);
            last(out);
        }
    }
}

/// What is made of elements, and of their places from `first` on.
fn made<'a, S: Copy, I>(
    part: &'a [S],
    first: usize,
    make: impl Fn(usize, S) -> I + Copy + 'a,
) -> impl Iterator<Item = I> + Clone + 'a {
    part.iter().enumerate().map(move |(at, &item)| make(first + at, item))
}

/// Two halves, each by the highest digit.
struct Halves {
    counts: [Counts; 2],
    /// Where the second half begins.
    middle: usize,
    shift: u32,
}

impl Halves {
    /// Each half of what is made of `from`, by its highest digit, into its half of `spare`; `None` if all keys are one.
    fn of<S: Copy + Sync, I: Item>(
        from: &[S],
        make: impl Fn(usize, S) -> I + Copy + Sync,
        spare: &mut [I],
    ) -> Option<Halves> {
        let middle = from.len() / 2;
        let (left, right) = from.split_at_checked(middle)?;
        let (to_left, to_right) = spare.split_at_mut_checked(middle)?;
        let first = make(0, *left.first()?).key();
        let guess = top(sampled(from.len(), from.iter(), |&item| make(0, item).key(), first));
        let counted = |part: &[S], from: usize, shift: u32| {
            let mut counts = [0; WIDTH];
            let found = count(made(part, from, make), shift, first, &mut counts);
            (counts, found)
        };
        let both = |shift: u32| shared::both(|| counted(left, 0, shift), || counted(right, middle, shift));
        let (mut a, mut b) = both(guess);
        let shift = top(a.1 | b.1);
        match a.1 | b.1 {
            0 => return None,
            _ if shift != guess => (a, b) = both(shift),
            _ => {}
        }
        let (a, b) = (a.0, b.0);
        let placed = |part: &[S], from: usize, counts: &Counts, to: &mut [I]| {
            scatter(made(part, from, make), shift, &mut starts(counts), to);
        };
        shared::both(|| placed(left, 0, &a, to_left), || placed(right, middle, &b, to_right));
        Some(Halves { counts: [a, b], middle, shift })
    }

    /// Join what has one value of the digit in `out`, sorted. A value that most items have is shared out again.
    fn finish<I: Item>(&self, out: &mut [I], spare: &mut [I], last: impl Fn(&mut [I]) + Copy + Sync) {
        let whole = out.len();
        let mut large = Vec::new();
        let mut jobs = Vec::with_capacity(WIDTH);
        let (mut left, mut right) = spare.split_at(self.middle);
        let (mut rest, mut done) = (&mut *out, 0);
        for (&a, &b) in self.counts[0].iter().zip(&self.counts[1]) {
            let (Some((one, more)), Some((two, others)), Some((to, later))) = (
                left.split_at_checked(a),
                right.split_at_checked(b),
                std::mem::take(&mut rest).split_at_mut_checked(a + b),
            ) else {
                return;
            };
            (left, right, rest) = (more, others, later);
            let again = to.len() > whole / 4 && to.len() >= WORTH && self.shift > 0;
            if again {
                large.push((done, to.len()));
            }
            done += to.len();
            jobs.push(Job { parts: [one, two], to, sorts: self.shift > 0 && !again, ends: !again });
        }
        // The largest first, so that no core is left with one at the end.
        jobs.sort_by_key(|job| std::cmp::Reverse(job.to.len()));
        shared::each(jobs, |job| job.run(last));
        for (start, count) in large {
            let (Some(part), Some(room)) = (out.get_mut(start..start + count), spare.get_mut(..count)) else { return };
            if let Some(halves) = Halves::of(part, |_, item| item, room) {
                halves.finish(part, room, last);
            } else if let Some(part) = out.get_mut(start..start + count) {
                last(part);
            }
        }
    }
}

/// What has one value of a digit, of both halves, and where it goes.
struct Job<'a, I> {
    parts: [&'a [I]; 2],
    to: &'a mut [I],
    /// Whether it is sorted there.
    sorts: bool,
    /// Whether it is done then.
    ends: bool,
}

impl<I: Item> Job<'_, I> {
    fn run(self, last: impl Fn(&mut [I])) {
        let Job { parts: [left, right], to, sorts, ends } = self;
        let all = || left.iter().chain(right);
        let first = all().next().map_or(0, Item::key);
        let guess = top(sampled(to.len(), all(), Item::key, first));
        let counted = |shift: u32| {
            let mut counts = [0; WIDTH];
            let one = count(left.iter().copied(), shift, first, &mut counts);
            let two = count(right.iter().copied(), shift, first, &mut counts);
            (counts, one | two)
        };
        let (mut counts, found) = counted(guess);
        let shift = top(found);
        if !sorts || found == 0 || to.len() <= NEAR || shift == 0 {
            let (one, two) = to.split_at_mut(left.len());
            one.copy_from_slice(left);
            two.copy_from_slice(right);
            if sorts && found != 0 {
                alone(to, &mut Vec::new());
            }
            if ends {
                last(to);
            }
            return;
        }
        if shift != guess {
            (counts, _) = counted(shift);
        }
        let mut places = starts(&counts);
        scatter(left.iter().copied(), shift, &mut places, to);
        scatter(right.iter().copied(), shift, &mut places, to);
        let (mut rest, mut spare) = (to, Vec::new());
        for size in counts {
            let Some((own, later)) = std::mem::take(&mut rest).split_at_mut_checked(size) else { return };
            rest = later;
            alone(own, &mut spare);
            last(own);
        }
    }
}

/// Sort with room of its own (kept in `spare`), if there is any.
pub fn alone<I: Item>(items: &mut [I], spare: &mut Vec<I>) {
    let count = items.len();
    if count > spare.len() && spare.try_reserve(count - spare.len()).is_ok() {
        spare.resize(count, I::default());
    }
    match spare.get_mut(..count) {
        Some(spare) => sort(items, spare, false),
        None => I::small(items),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Item for (u16, u32) {
        fn key(&self) -> u64 {
            u64::from(self.0) << 40
        }
        fn small(items: &mut [(u16, u32)]) {
            items.sort_by_key(|item| item.0);
        }
    }

    #[test]
    fn equal_keys_stay_in_order() {
        for (n, different) in [(0, 1), (1, 1), (49, 7), (5000, 3), (70_000, 60_000), (300_000, 1000), (300_000, 1)] {
            let draw = |at: u32| ((at.wrapping_mul(2_654_435_761) >> 7) % different) as u16;
            // Most are one value.
            let from: Vec<u16> = (0..n).map(|at| if at % 3 > 0 { 5 } else { draw(at) }).collect();
            let mut expected: Vec<(u16, u32)> = from.iter().enumerate().map(|(at, &key)| (key, at as u32)).collect();
            let (mut out, mut spare) = (vec![(0, 0); from.len()], vec![(0, 0); from.len()]);
            sort_into(&from, |at, key| (key, at as u32), &mut out, &mut spare, |_| {});
            expected.sort();
            assert!(out == expected, "{n}");
        }
    }

    #[test]
    fn what_a_sample_misses_is_sorted() {
        let mut from: Vec<u64> = (0..300_000).map(|at: u64| at.wrapping_mul(2_654_435_761) % 1_000_003).collect();
        for (at, key) in [(12_345, 1 << 60), (150_001, 1 << 40), (299_990, u64::MAX), (7, 1 << 41)] {
            from[at] = key;
            let mut expected = from.clone();
            expected.sort_unstable();
            let (mut out, mut spare) = (vec![0; from.len()], vec![0; from.len()]);
            sort_into(&from, |_, key| key, &mut out, &mut spare, |_| {});
            assert!(out == expected);
        }
    }
}
