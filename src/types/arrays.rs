//! What the checker knows of an array: dtype, shape and chunks, each as far as it is known.

use std::rc::Rc;
use std::sync::Arc;

use super::ty::Ty;
use crate::data::DType;
use crate::expr::meta::ArrayMeta;

/// Sizes of the blocks along each axis, in elements, where known.
pub type Blocks = Vec<Option<Arc<[usize]>>>;

/// What is known of an array.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ArrayTy {
    /// Element type.
    pub dtype: Option<DType>,
    /// Size of each axis, in elements.
    pub shape: Option<Rc<[Option<usize>]>>,
    /// Blocks of a lazy array.
    pub chunks: Option<Rc<Blocks>>,
    /// Whether this is what the script says of a function's results: computed they may be something else.
    pub told: bool,
}

impl ArrayTy {
    /// What the rules say of an array.
    pub fn of(meta: &ArrayMeta, lazy: bool) -> ArrayTy {
        ArrayTy {
            dtype: Some(meta.dtype),
            shape: Some(meta.shape.clone().into()),
            chunks: lazy.then(|| Rc::new(meta.chunks.clone())),
            told: false,
        }
    }

    /// For the rules; `None` if dtype or number of axes is not known.
    pub fn meta(&self) -> Option<ArrayMeta> {
        let shape = self.shape.as_ref()?.to_vec();
        let chunks = match &self.chunks {
            Some(chunks) if chunks.len() == shape.len() => (**chunks).clone(),
            _ => vec![None; shape.len()],
        };
        Some(ArrayMeta { dtype: self.dtype?, shape, chunks })
    }

    /// Number of axes, if known.
    pub fn ndim(&self) -> Option<usize> {
        self.shape.as_ref().map(|shape| shape.len())
    }

    /// What both have in common.
    pub fn join(&self, other: &ArrayTy) -> ArrayTy {
        let shape = match (&self.shape, &other.shape) {
            (Some(a), Some(b)) if a.len() == b.len() => {
                Some(a.iter().zip(b.iter()).map(|(a, b)| if a == b { *a } else { None }).collect())
            }
            _ => None,
        };
        let chunks = match (&self.chunks, &other.chunks) {
            (Some(a), Some(b)) if a.len() == b.len() => {
                Some(Rc::new(a.iter().zip(b.iter()).map(|(a, b)| if a == b { a.clone() } else { None }).collect()))
            }
            _ => None,
        };
        let dtype = if self.dtype == other.dtype { self.dtype } else { None };
        ArrayTy { dtype, shape, chunks, told: self.told || other.told }
    }

    /// Without the numbers: dtype and number of axes.
    pub fn widen(&self) -> ArrayTy {
        self.clone()
    }

    /// The eager array that it is when computed.
    pub fn concrete(&self) -> ArrayTy {
        if self.told { ArrayTy::default() } else { ArrayTy { chunks: None, ..self.clone() } }
    }

    /// Size in memory, in bytes, if known.
    pub fn nbytes(&self) -> Option<u64> {
        let sizes =
            self.shape.as_ref()?.iter().map(|size| size.map(|size| size as u64)).collect::<Option<Vec<u64>>>()?;
        sizes.into_iter().try_fold(self.dtype?.itemsize() as u64, u64::checked_mul)
    }

    /// Number of blocks, if known.
    pub fn blocks(&self) -> Option<u64> {
        let counts = self
            .chunks
            .as_ref()?
            .iter()
            .map(|axis| axis.as_ref().map(|blocks| blocks.len() as u64))
            .collect::<Option<Vec<u64>>>()?;
        counts.into_iter().try_fold(1u64, u64::checked_mul)
    }

    /// ` of float64, shape (10, 10), chunks (5, 5)`, as far as known.
    pub fn describe(&self) -> String {
        let mut text = String::new();
        if let Some(dtype) = self.dtype {
            text.push_str(&format!(" of {dtype}"));
        }
        if let Some(shape) = &self.shape {
            text.push_str(&format!(", shape {}", show_shape(shape)));
        }
        if let Some(chunks) = &self.chunks {
            let largest: Vec<Option<usize>> =
                chunks.iter().map(|axis| axis.as_ref().and_then(|blocks| largest(blocks))).collect();
            if !largest.is_empty() && largest.iter().any(Option::is_some) {
                text.push_str(&format!(", chunks {}", show_shape(&largest)));
            }
        }
        text
    }
}

impl Ty {
    /// Whether an array in it is known by what the script says of a function alone.
    pub fn hearsay(&self) -> bool {
        self.hearsay_within(8)
    }

    /// So deep; further down, as in a list that contains itself, anything may stand.
    fn hearsay_within(&self, depth: usize) -> bool {
        match self {
            Ty::Array(meta) => meta.told,
            Ty::Tuple(_) | Ty::Union(_) | Ty::List(_) if depth == 0 => true,
            Ty::Tuple(items) | Ty::Union(items) => items.iter().any(|item| item.hearsay_within(depth - 1)),
            Ty::List(heap) => heap.state.borrow().key.hearsay_within(depth - 1),
            _ => false,
        }
    }

    /// What a rule gives, where it was given hearsay: no more than that of lazy arrays, nothing of computed ones.
    pub fn heard(self, hearsay: bool) -> Ty {
        match self {
            Ty::Array(meta) if hearsay => Ty::Array(ArrayTy { told: true, ..meta }),
            Ty::NdArray(_) | Ty::Scalar(_) if hearsay => Ty::Any,
            other => other,
        }
    }
}

/// The largest block, if all sizes are known.
fn largest(blocks: &[usize]) -> Option<usize> {
    blocks.iter().max().copied().filter(|size| *size != crate::expr::meta::chunks::NAN)
}

/// A shape as Python prints it, `?` for what is not known.
pub fn show_shape(shape: &[Option<usize>]) -> String {
    let parts: Vec<String> = shape.iter().map(|size| size.map_or("?".to_owned(), |size| size.to_string())).collect();
    match parts.as_slice() {
        [one] => format!("({one},)"),
        _ => format!("({})", parts.join(", ")),
    }
}
