//! Keys of tasks, kept symbolically: the layer's name and a position in its grid. Text is made when someone reads it.

use std::sync::Arc;

use crate::data::Sym;
use crate::value::frozen::Frozen;

/// The key of a task.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Key {
    /// Which layer.
    pub layer: u32,
    /// Position in the layer's grid, in C order.
    pub at: u32,
}

/// The name of a layer.
#[derive(Clone)]
pub enum LayerName {
    /// A text.
    Text(Arc<str>),
    /// A prefix and a hash: `add-` and 32 hexadecimal digits, or in the groups of a UUID.
    Hash {
        /// The first part.
        prefix: Sym,
        /// The hash.
        hash: u128,
        /// Whether it is written as a UUID.
        uuid: bool,
    },
    /// Anything hashable, in a graph that the user wrote by hand; with its `repr`.
    Value(Frozen, Arc<str>),
}

/// Tasks with a common name.
#[derive(Clone)]
pub struct Layer {
    /// The name.
    pub name: LayerName,
    /// Number of blocks along each axis; `None`: one task, whose key is the name alone.
    pub grid: Option<Box<[usize]>>,
}

/// A hash in the groups of a UUID (version 4).
pub fn uuid(hash: u128) -> String {
    let hash = hash & !(0xF000 << 64) & !(0xC000 << 48) | (0x4000 << 64) | (0x8000 << 48);
    let text = format!("{hash:032x}");
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or("");
    format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

impl LayerName {
    /// The name as a text: without quotes.
    pub fn text(&self) -> Arc<str> {
        match self {
            LayerName::Text(text) => text.clone(),
            LayerName::Hash { prefix, hash, uuid: true } => format!("{prefix}-{}", uuid(*hash)).into(),
            LayerName::Hash { prefix, hash, uuid: false } => format!("{prefix}-{hash:032x}").into(),
            LayerName::Value(_, repr) => repr.clone(),
        }
    }

    /// The name as Python's `repr` shows it.
    pub fn repr(&self) -> String {
        match self {
            LayerName::Value(_, repr) => repr.to_string(),
            other => format!("'{}'", other.text()),
        }
    }

    /// The name without its hash, for pictures: `add` for `add-1f…`.
    pub fn stem(&self) -> String {
        match self {
            LayerName::Hash { prefix, .. } => prefix.to_string(),
            other => {
                let text = other.text();
                match text.rsplit_once('-') {
                    Some((stem, hash)) if hash.len() == 32 => stem.to_owned(),
                    _ => text.to_string(),
                }
            }
        }
    }
}

/// The indices of position `at` in a grid, in C order.
pub fn unravel(grid: &[usize], at: usize) -> Vec<usize> {
    let mut rest = at;
    let mut out = vec![0; grid.len()];
    for (place, &n) in out.iter_mut().zip(grid).rev() {
        *place = rest % n.max(1);
        rest /= n.max(1);
    }
    out
}

/// The position of indices in a grid, in C order.
pub fn ravel(grid: &[usize], index: &[usize]) -> usize {
    grid.iter().zip(index).fold(0, |at, (&n, &i)| at * n + i)
}

impl Layer {
    /// The key of position `at`, as Python's `repr` shows it.
    pub fn key(&self, at: u32) -> String {
        match &self.grid {
            None => self.name.repr(),
            Some(grid) => {
                let index = unravel(grid, at as usize);
                let comma = if index.is_empty() { "," } else { "" };
                let parts: String = index.iter().map(|i| format!(", {i}")).collect();
                format!("({}{parts}{comma})", self.name.repr())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_as_in_dask() {
        let name = LayerName::Hash { prefix: Sym::new("add"), hash: 0x2a, uuid: false };
        let grid = |sizes: &[usize]| Layer { name: name.clone(), grid: Some(sizes.into()) };
        assert_eq!(grid(&[2, 3]).key(4), "('add-0000000000000000000000000000002a', 1, 1)");
        assert_eq!(grid(&[]).key(0), "('add-0000000000000000000000000000002a',)");
        assert_eq!(uuid(u128::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(name.stem(), "add");
        assert_eq!(ravel(&[2, 3], &unravel(&[2, 3], 5)), 5);
    }
}
