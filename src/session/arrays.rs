//! Arrays of the crate ndarray as a script's values, and back. The only user of ndarray.

use ndarray::{Array, ArrayD, ArrayView, Dimension, IxDyn};

use super::convert::{FromRdask, IntoRdask};
use crate::data::Chunk;
use crate::data::buffer::Element;
use crate::value::Value;
use crate::value::array::NdArray;

/// An eager array. One in C order keeps its memory.
///
/// ```
/// use rdask::Session;
///
/// let mut session = Session::new(Default::default());
/// session.set("x", ndarray::arr2(&[[1.0, 2.0], [3.0, 4.0]]));
/// session.run("import dask.array as da\ny = (da.from_array(x, chunks=1) * 10).sum(axis=0).compute()")?;
/// let y: ndarray::Array1<f64> = session.get("y")?;
/// assert_eq!(y, ndarray::arr1(&[40.0, 60.0]));
/// # Ok::<(), rdask::Failure>(())
/// ```
impl<T: Element, D: Dimension> IntoRdask for Array<T, D> {
    fn into_rdask(self) -> Value {
        let (shape, size) = (self.shape().to_vec(), self.len());
        if !self.is_standard_layout() {
            return self.view().into_rdask();
        }
        let (items, first) = self.into_raw_vec_and_offset();
        let first = first.unwrap_or(0);
        let items = match items.get(first..first + size) {
            Some(some) if some.len() < items.len() => some.to_vec(),
            _ => items,
        };
        NdArray::value(Chunk::of(items, shape))
    }
}

/// An eager array: a copy.
impl<T: Element, D: Dimension> IntoRdask for ArrayView<'_, T, D> {
    fn into_rdask(self) -> Value {
        NdArray::value(Chunk::of(self.iter().copied().collect(), self.shape().to_vec()))
    }
}

/// An eager array of exactly this dtype and number of axes, copied in C order.
impl<T: Element, D: Dimension> FromRdask for Array<T, D> {
    const NAME: &'static str = "an array of this dtype and number of axes";

    fn from_rdask(value: &Value) -> Option<Array<T, D>> {
        let array = value.as_native::<NdArray>()?;
        array.readable().ok()?;
        let chunk = array.chunk();
        if chunk.dtype() != T::DTYPE {
            return None;
        }
        let whole = ArrayD::from_shape_vec(IxDyn(&chunk.shape), chunk.to_vec::<T>().ok()?).ok()?;
        whole.into_dimensionality::<D>().ok()
    }
}
