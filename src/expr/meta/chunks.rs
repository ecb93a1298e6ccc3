//! How an array is cut into blocks: the `chunks=` argument and its normal form, as Dask's `normalize_chunks`.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::data::raised::{ExcClass, Raised, Res, type_error, value_error};
use crate::data::{DType, shape};

/// Blocks along one axis; `None` where they are not known.
pub type Blocks = Option<Arc<[usize]>>;

/// The size of a block that only the run knows (`nan` in Dask).
pub const NAN: usize = usize::MAX;

/// Blocks with nan where a size is not known, as Dask writes them.
pub fn show_blocks(blocks: &[usize]) -> String {
    let sizes: Vec<Option<usize>> = blocks.iter().map(|&n| Some(n).filter(|&n| n != NAN)).collect();
    show_shape(&sizes)
}

/// What Dask says of sizes that are not known.
pub const COMPUTE_SIZES: &str = "\n\nA possible solution: https://docs.dask.org/en/latest/array-chunks.html#unknown-chunks\n\
    Summary: to compute chunks sizes, use\n\n   x.compute_chunk_sizes()  # for Dask Array `x`\n   \
    ddf.to_dask_array(lengths=True)  # for Dask DataFrame `ddf`";

/// What Dask raises where blocks of sizes that are not known should be brought to fit.
pub fn unknown_chunks(all: &[&[usize]]) -> Box<Raised> {
    let shown: Vec<String> = all.iter().map(|blocks| show_blocks(blocks)).collect();
    value_error(format!(
        "Arrays' chunk sizes ({}) are unknown.\n\nA possible solution:\n  x.compute_chunk_sizes()",
        shown.join(", ")
    ))
}

/// What `chunks=` says of one axis.
#[derive(Clone, PartialEq, Debug)]
pub enum Spec {
    /// `"auto"`.
    Auto,
    /// A limit in bytes: `"16 MiB"`.
    Bytes(u64),
    /// A size.
    Size(i64),
    /// `-1`: one block.
    Whole,
    /// `None`: one block; in a rechunk, the blocks that were.
    Keep,
    /// Sizes one by one.
    Blocks(Vec<usize>),
    /// Not known before the run.
    Unknown,
}

/// A `chunks=` argument.
#[derive(Clone, PartialEq, Debug)]
pub enum Chunks {
    /// One for all axes.
    Same(Spec),
    /// One for each axis.
    Each(Vec<Spec>),
    /// By axis; the other axes are one block.
    Axes(Vec<(i64, Spec)>),
}

/// `array.chunk-size` of Dask's configuration, in bytes.
const LIMIT: u64 = 128 << 20;

/// The most blocks along an axis.
const MOST: usize = 1 << 26;

/// `array.chunk-size-tolerance` of Dask's configuration.
pub const TOLERANCE: f64 = 1.25;

/// Dask's message for `chunks=None`.
pub const NO_CHUNKS: &str = "You must specify a chunks= keyword argument.\nThis specifies the chunksize of your array blocks.\n\n\
    See the following documentation page for details:\n  https://docs.dask.org/en/latest/array-creation.html#chunks";

impl Spec {
    fn show(&self) -> String {
        match self {
            Spec::Auto | Spec::Bytes(_) => "'auto'".to_owned(),
            Spec::Size(n) => n.to_string(),
            Spec::Whole | Spec::Keep => "None".to_owned(),
            Spec::Blocks(list) => shape::show(list),
            Spec::Unknown => "?".to_owned(),
        }
    }
}

fn show(specs: &[Spec]) -> String {
    let parts: Vec<String> = specs.iter().map(Spec::show).collect();
    format!("({}{})", parts.join(", "), if parts.len() == 1 { "," } else { "" })
}

/// The shape as Python writes it, `nan` where a size is not known.
pub fn show_shape(sizes: &[Option<usize>]) -> String {
    let parts: Vec<String> = sizes.iter().map(|n| n.map_or("nan".to_owned(), |n| n.to_string())).collect();
    format!("({}{})", parts.join(", "), if parts.len() == 1 { "," } else { "" })
}

/// The number of bytes that a text says: `100B`, `1 KiB`, `128MiB`.
pub fn parse_bytes(text: &str) -> Res<u64> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let split = bare.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(bare.len());
    let (number, unit) = bare.split_at(split);
    let scale = match unit.to_ascii_lowercase().as_str() {
        "" | "b" => 1.0,
        "k" | "kb" => 1e3,
        "m" | "mb" => 1e6,
        "g" | "gb" => 1e9,
        "t" | "tb" => 1e12,
        "ki" | "kib" => 1024.0,
        "mi" | "mib" => 1024.0 * 1024.0,
        "gi" | "gib" => 1024.0 * 1024.0 * 1024.0,
        "ti" | "tib" => 1024f64.powi(4),
        _ => return Err(value_error(format!("Could not interpret '{unit}' as a byte unit"))),
    };
    let read = if number.is_empty() { Ok(1.0) } else { number.parse::<f64>() };
    let number = read.map_err(|_| value_error(format!("Could not interpret '{number}' as a number")))?;
    Ok((number * scale) as u64)
}

/// Equal blocks of a size, and what is left over.
pub fn regular(size: usize, block: usize) -> Vec<usize> {
    if size == 0 {
        return vec![0];
    }
    let mut out = vec![block; size / block];
    if !size.is_multiple_of(block) {
        out.push(size % block);
    }
    out
}

/// Dask's `normalize_chunks`: the blocks along each axis. `previous`: the blocks before a rechunk.
pub fn normalize(
    chunks: &Chunks,
    sizes: &[Option<usize>],
    dtype: DType,
    previous: Option<&[Blocks]>,
) -> Res<Vec<Blocks>> {
    normalize_within(chunks, sizes, dtype, previous, None)
}

/// The same with a limit in bytes for the blocks of `"auto"`.
pub fn normalize_within(
    chunks: &Chunks,
    sizes: &[Option<usize>],
    dtype: DType,
    previous: Option<&[Blocks]>,
    limit: Option<u64>,
) -> Res<Vec<Blocks>> {
    let mut specs = per_axis(chunks, sizes)?;
    if specs.len() != sizes.len() {
        return Err(value_error(format!(
            "Chunks and shape must be of the same length/dimension. Got chunks={}, shape={}",
            show(&specs),
            show_shape(sizes)
        ))
        .help("give one entry for each axis, a single number for all, or \"auto\""));
    }
    let limit = byte_limit(&mut specs, limit)?;
    if specs.contains(&Spec::Auto) && !specs.contains(&Spec::Unknown) {
        match sizes.iter().copied().collect::<Option<Vec<usize>>>() {
            Some(known) => auto(&mut specs, &known, limit, dtype, previous),
            None => specs.iter_mut().filter(|spec| **spec == Spec::Auto).for_each(|spec| *spec = Spec::Unknown),
        }
    }
    let mut out = Vec::with_capacity(sizes.len());
    for (spec, size) in specs.iter().zip(sizes) {
        out.push(axis_blocks(spec, *size)?);
    }
    check_sums(&specs, sizes)?;
    Ok(out)
}

fn per_axis(chunks: &Chunks, sizes: &[Option<usize>]) -> Res<Vec<Spec>> {
    let ndim = sizes.len();
    let specs = match chunks {
        Chunks::Same(spec) => vec![spec.clone(); ndim],
        Chunks::Each(specs) => {
            let all_sizes = specs.iter().all(|spec| matches!(spec, Spec::Size(_)));
            if ndim == 1 && specs.len() > 1 && all_sizes {
                let blocks = specs.iter().map(|spec| if let Spec::Size(n) = spec { (*n).max(0) as usize } else { 0 });
                vec![Spec::Blocks(blocks.collect())]
            } else if specs.is_empty() && ndim > 0 && sizes.iter().all(|size| *size == Some(0)) {
                vec![Spec::Blocks(vec![0]); ndim]
            } else {
                specs.clone()
            }
        }
        Chunks::Axes(pairs) => {
            let find = |at: usize| pairs.iter().find(|(axis, _)| *axis == at as i64);
            (0..ndim).map(|at| find(at).map_or(Spec::Whole, |(_, spec)| spec.clone())).collect()
        }
    };
    let whole = |spec: Spec| if spec == Spec::Size(-1) { Spec::Whole } else { spec };
    Ok(specs.into_iter().map(whole).collect())
}

fn byte_limit(specs: &mut [Spec], given: Option<u64>) -> Res<u64> {
    let mut limit = given;
    for spec in specs {
        if let Spec::Bytes(bytes) = *spec {
            if let Some(known) = limit
                && known != bytes
            {
                return Err(value_error(format!(
                    "Only one consistent value of limit or chunk is allowed.Used {bytes} != {known}"
                )));
            }
            limit = Some(bytes);
            *spec = Spec::Auto;
        }
    }
    Ok(limit.unwrap_or(LIMIT))
}

fn axis_blocks(spec: &Spec, size: Option<usize>) -> Res<Blocks> {
    let empty =
        || value_error("Empty tuples are not allowed in chunks. Express zero length dimensions with 0(s) in chunks");
    Ok(match (spec, size) {
        (Spec::Blocks(blocks), _) if blocks.is_empty() => return Err(empty()),
        (Spec::Blocks(blocks), _) => Some(blocks.as_slice().into()),
        (Spec::Whole | Spec::Keep, Some(size)) => Some([size].into()),
        (Spec::Size(0), Some(size)) if size > 0 => {
            let error = Raised::new(ExcClass::ZeroDivisionError, "integer division or modulo by zero");
            return Err(error.help("a block must have at least one element"));
        }
        (Spec::Size(n), Some(size)) if *n < 0 && size > 0 => {
            return Err(empty().help("a block must have at least one element; -1 means the whole axis"));
        }
        (Spec::Size(n), Some(size)) if size / (*n).max(1) as usize > MOST => {
            let text =
                format!("an axis of {size} elements in blocks of {n} has {} blocks", size / (*n).max(1) as usize);
            return Err(Raised::new(ExcClass::MemoryError, text).help("choose larger chunks, or \"auto\""));
        }
        (Spec::Size(n), Some(size)) => Some(regular(size, (*n).max(1) as usize).into()),
        _ => None,
    })
}

fn check_sums(specs: &[Spec], sizes: &[Option<usize>]) -> Res<()> {
    let misfit = specs.iter().zip(sizes).any(|(spec, size)| match (spec, size) {
        (Spec::Blocks(blocks), Some(size)) => blocks.iter().sum::<usize>() != *size,
        _ => false,
    });
    if !misfit {
        return Ok(());
    }
    let whole: Vec<Spec> = specs
        .iter()
        .zip(sizes)
        .map(|(spec, size)| match axis_blocks(spec, *size) {
            Ok(Some(blocks)) => Spec::Blocks(blocks.to_vec()),
            _ => spec.clone(),
        })
        .collect();
    Err(value_error(format!("Chunks do not add up to shape. Got chunks={}, shape={}", show(&whole), show_shape(sizes)))
        .help("the blocks along each axis must add up to its size"))
}

/// Replace `"auto"` so that a block has about `limit` bytes.
fn auto(specs: &mut [Spec], sizes: &[usize], limit: u64, dtype: DType, previous: Option<&[Blocks]>) {
    let autos: Vec<usize> =
        specs.iter().enumerate().filter(|(_, spec)| **spec == Spec::Auto).map(|(at, _)| at).collect();
    let known: Option<Vec<&[usize]>> = previous.and_then(|all| all.iter().map(|axis| axis.as_deref()).collect());
    if let Some(previous) = known
        && !previous.is_empty()
    {
        return auto_from(specs, sizes, limit, dtype, &previous, autos);
    }
    let mut autos = autos;
    loop {
        let count = autos.len();
        if count == 0 {
            return;
        }
        let room = limit.max(1) as f64 / dtype.itemsize() as f64 / largest(specs, sizes);
        let size = room.powf(1.0 / count as f64);
        let small = |at: &usize| sizes.get(*at).is_some_and(|&n| (n as f64) < size);
        let Some(first_small) = autos.iter().copied().find(small) else {
            for &at in &autos {
                let n = sizes.get(at).copied().unwrap_or(1);
                set(specs, at, Spec::Size(round_to(size, n as f64) as i64));
            }
            return;
        };
        let _ = first_small;
        let (fixed, rest): (Vec<usize>, Vec<usize>) = autos.iter().partition(|at| small(at));
        for at in fixed {
            set(specs, at, Spec::Blocks(vec![sizes.get(at).copied().unwrap_or(0)]));
        }
        autos = rest;
    }
}

fn set(specs: &mut [Spec], at: usize, spec: Spec) {
    if let Some(place) = specs.get_mut(at) {
        *place = spec;
    }
}

/// Elements of the largest block along the axes that are not automatic.
fn largest(specs: &[Spec], sizes: &[usize]) -> f64 {
    let of = |(spec, &size): (&Spec, &usize)| match spec {
        Spec::Size(n) => *n as f64,
        Spec::Whole | Spec::Keep => size as f64,
        Spec::Blocks(blocks) => blocks.iter().copied().max().unwrap_or(1) as f64,
        _ => 1.0,
    };
    specs.iter().zip(sizes).map(of).product()
}

fn round_to(c: f64, s: f64) -> f64 {
    if c <= s { c.trunc().max(1.0) } else { (c / s).floor() * s }
}

fn median(values: &[usize]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let half = sorted.len() / 2;
    let at = |i: usize| sorted.get(i).copied().unwrap_or(0) as f64;
    if sorted.len().is_multiple_of(2) { (at(half.wrapping_sub(1)) + at(half)) / 2.0 } else { at(half) }
}

/// The size that most blocks have, if at least half have it; else the size of the axis.
fn ideal(blocks: &[usize], size: usize) -> f64 {
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    for &n in blocks {
        *counts.entry(n).or_default() += 1;
    }
    let mut best = (0, 0);
    for &n in blocks {
        let found = counts.get(&n).copied().unwrap_or(0);
        if found > best.1 {
            best = (n, found);
        }
    }
    if best.0 > 1 && best.1 as f64 >= blocks.len() as f64 / 2.0 { best.0 as f64 } else { size as f64 }
}

/// `"auto"` in a rechunk: blocks are joined, or made smaller in proportion, from what they were.
fn auto_from(
    specs: &mut [Spec],
    sizes: &[usize],
    limit: u64,
    dtype: DType,
    previous: &[&[usize]],
    mut autos: Vec<usize>,
) {
    let blocks = |at: usize| previous.get(at).copied().unwrap_or_default();
    let mut medians: Vec<f64> = (0..sizes.len()).map(|at| median(blocks(at))).collect();
    let mut fixed = largest(specs, sizes);
    let room = |fixed: f64, medians: &[f64], autos: &[usize], done: &[(usize, f64)]| {
        let product: f64 =
            autos.iter().map(|&at| medians.get(at).copied().unwrap_or(1.0)).filter(|&m| m > 0.0).product();
        let _ = done;
        limit.max(1) as f64 / dtype.itemsize() as f64 / fixed / product
    };
    let mut multiplier = room(fixed, &medians, &autos, &[]);
    let shrink = multiplier < 1.0;
    let mut result: Vec<(usize, Spec)> = Vec::new();
    let mut again = true;
    while again && !autos.is_empty() {
        again = false;
        let last = autos.clone();
        for &at in &last {
            let root = 1.0 / last.len() as f64;
            let proposed = medians.get(at).copied().unwrap_or(1.0) * multiplier.powf(root);
            let size = sizes.get(at).copied().unwrap_or(0);
            result.retain(|(known, _)| *known != at);
            if proposed > size as f64 {
                result.push((at, Spec::Blocks(vec![size])));
                autos.retain(|&known| known != at);
                fixed *= size as f64;
                again = true;
            } else if shrink || blocks(at).iter().copied().max().unwrap_or(0) as f64 > proposed * TOLERANCE.powf(root) {
                let block = round_to(proposed, ideal(blocks(at), size));
                if shrink && let Some(place) = medians.get_mut(at) {
                    *place = block;
                }
                result.push((at, Spec::Size(block as i64)));
                if proposed < 1.0 {
                    again = true;
                    autos.retain(|&known| known != at);
                }
            } else {
                result.push((at, Spec::Blocks(joined(blocks(at), proposed))));
            }
        }
        if again || shrink {
            let before = multiplier;
            multiplier = room(fixed, &medians, &autos, &[]);
            again = multiplier != before && !autos.is_empty();
        }
    }
    for (at, spec) in result {
        set(specs, at, spec);
    }
}

/// Neighbours joined as long as they stay within `most`.
fn joined(blocks: &[usize], most: f64) -> Vec<usize> {
    let mut out = Vec::new();
    let mut block = 0;
    for &n in blocks {
        if (n + block) as f64 <= most {
            block += n;
        } else {
            if block > 0 {
                out.push(block);
            }
            block = n;
        }
    }
    if block > 0 {
        out.push(block);
    }
    out
}

/// The largest of the sizes of blocks as Python's `max` finds it: a size that is not known counts where it stands first.
pub fn largest_block(blocks: &[usize]) -> Option<usize> {
    blocks.iter().copied().reduce(|most, n| if most != NAN && n != NAN && n > most { n } else { most })
}

/// Dask's `common_blockdim`: the coarsest blocks that cut wherever one of these does. Blocks of one whole axis yield.
pub fn common(all: &[&[usize]]) -> Res<Vec<usize>> {
    let mut cut: Vec<&[usize]> = Vec::new();
    for blocks in all {
        if blocks.len() > 1 && !cut.contains(blocks) {
            cut.push(blocks);
        }
    }
    match cut.as_slice() {
        [] => {
            return Ok(all
                .iter()
                .max_by_key(|blocks| blocks.first())
                .map(|blocks| blocks.to_vec())
                .unwrap_or_default());
        }
        [one] => return Ok(one.to_vec()),
        _ => {}
    }
    let total = |blocks: &&[usize]| blocks.iter().fold(0usize, |all, &n| all.saturating_add(n));
    if cut.iter().any(|blocks| Some(total(blocks)) != cut.first().map(total)) {
        let shown: Vec<String> = cut.iter().map(|blocks| show_blocks(blocks)).collect();
        if cut.iter().any(|blocks| blocks.contains(&NAN)) {
            let shown = shown.join(", ");
            return Err(value_error(format!(
                "Arrays' chunk sizes ({{{shown}}}) are unknown.\n\nA possible solution:\n  x.compute_chunk_sizes()"
            )));
        }
        return Err(value_error(format!("('Chunks do not add up to same value', {{{}}})", shown.join(", "))));
    }
    let mut ends: Vec<usize> = Vec::new();
    for blocks in cut {
        let mut end = 0;
        for n in blocks {
            end += n;
            ends.push(end);
        }
    }
    ends.sort_unstable();
    ends.dedup();
    let mut start = 0;
    let sizes = ends.into_iter().map(|end| {
        let size = end - start;
        start = end;
        size
    });
    Ok(sizes.collect())
}

/// Dask's words around an error in the functions that make arrays.
pub fn in_backend(method: &str, mut error: Box<Raised>) -> Box<Raised> {
    error.message = format!(
        "An error occurred while calling the {method} method registered to the numpy backend.\nOriginal Message: {}",
        error.message
    );
    error
}

/// `chunks=None` where blocks are needed.
pub fn no_chunks() -> Box<Raised> {
    value_error(NO_CHUNKS)
}

/// What Dask raises for a block size that is no integer.
pub fn not_integer() -> Box<Raised> {
    value_error("chunks can only contain integers.")
}

/// A `chunks=` that is nothing of the kind.
pub fn bad_chunks(what: &str) -> Box<Raised> {
    type_error(format!("object of type '{what}' has no len()"))
        .help("chunks is a number, a tuple with one entry for each axis, a dict by axis, or \"auto\"")
}
