"""Arrays in blocks: nothing is computed until it is asked for."""

import dask.array.core as core
import dask.array.gufunc as _gufunc
import dask.array.overlap as overlap
import dask.array.fft as fft
import dask.array.image as image
import dask.array.lib as lib
import dask.array.linalg as linalg
import dask.array.ma as ma
import dask.array.random as random
import dask.array.reductions as reductions
import dask.array.order as _order
import numpy as _np
from dask.array._shuffle import shuffle as shuffle
from dask.array.reshape import reshape_blockwise as reshape_blockwise
from dask.array.utils import assert_eq as assert_eq
from numpy import euler_gamma as euler_gamma
from dask import compute as compute
from dask.array.core import apply_along_axis as apply_along_axis
from dask.array.core import apply_over_axes as apply_over_axes
from dask.array.core import argwhere as argwhere
from dask.array.contract import einsum as einsum
from dask.array.contract import outer as outer
from dask.array.contract import tensordot as tensordot
from dask.array.contract import vdot as vdot
from dask.array.core import blockwise as blockwise
from dask.array.core import broadcast_arrays as broadcast_arrays
from dask.array.core import flatnonzero as flatnonzero
from dask.array.core import nonzero as nonzero
from dask.array.core import piecewise as piecewise
from dask.array.core import store as store
from dask.array.gufunc import apply_gufunc as apply_gufunc
from dask.array.gufunc import as_gufunc as as_gufunc
from dask.array.gufunc import gufunc as gufunc
from dask.array.overlap import map_overlap as map_overlap
from dask.array.core import from_delayed as from_delayed
from dask.array.core import map_blocks as map_blocks
from dask.array.core import unify_chunks as unify_chunks
from dask.array.reductions import reduction as reduction
from dask import persist as persist
from dask import visualize as visualize
from dask.array.files import from_npy_stack as from_npy_stack
from dask.array.files import from_zarr as from_zarr
from dask.array.files import to_npy_stack as to_npy_stack
from dask.array.files import to_hdf5 as to_hdf5
from dask.array.files import to_zarr as to_zarr
from numpy import bool_ as bool_
from numpy import complex64 as complex64
from numpy import complex128 as complex128
from numpy import e as e
from numpy import float32 as float32
from numpy import float64 as float64
from numpy import inf as inf
from numpy import int8 as int8
from numpy import int16 as int16
from numpy import int32 as int32
from numpy import int64 as int64
from numpy import uint8 as uint8
from numpy import uint16 as uint16
from numpy import uint32 as uint32
from numpy import uint64 as uint64
from numpy import nan as nan
from numpy import newaxis as newaxis
from numpy import pi as pi

class Array:
    """An array in blocks.

    >>> x = da.ones((4, 4), chunks=2)
    >>> x + 1
    dask.array<add, shape=(4, 4), dtype=float64, chunksize=(2, 2), chunktype=numpy.ndarray>
    >>> (x + 1).sum().compute()
    np.float64(32.0)
    """
    shape: tuple[int, ...] = ()
    ndim: int = 0
    size: int = 0
    itemsize: int = 0
    nbytes: int = 0
    dtype: Any = None
    chunks: tuple[tuple[int, ...], ...] = ()
    chunksize: tuple[int, ...] = ()
    numblocks: tuple[int, ...] = ()
    npartitions: int = 0
    name: str = ""
    dask: Any = None
    blocks: Any = None
    partitions: Any = None
    T: Any = None
    real: Any = None
    imag: Any = None
    vindex: Any = None
    def sum(self, axis: Any = None, dtype: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
        """The sum of the elements, along axes.

        >>> x = da.ones((2, 3), chunks=2)
        >>> x.sum(axis=0).compute()
        array([2., 2., 2.])
        """
        ...

    def prod(self, axis: Any = None, dtype: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
        """The product of the elements, along axes.

        >>> x = da.ones((2, 3), chunks=2)
        >>> x.prod().compute()
        np.float64(1.0)
        """
        ...

    def mean(self, axis: Any = None, dtype: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
        """The mean of the elements, along axes.

        >>> x = da.ones((2, 3), chunks=2)
        >>> x.mean().compute()
        np.float64(1.0)
        """
        ...

    def std(self, axis: Any = None, dtype: Any = None, keepdims: bool = False, ddof: int = 0, split_every: Any = None, out: Any = None) -> Array:
        """The standard deviation of the elements, along axes.

        >>> x = da.ones((2, 3), chunks=2)
        >>> x.std().compute()
        np.float64(0.0)
        """
        ...

    def var(self, axis: Any = None, dtype: Any = None, keepdims: bool = False, ddof: int = 0, split_every: Any = None, out: Any = None) -> Array:
        """The variance of the elements, along axes.

        >>> x = da.ones((2, 3), chunks=2)
        >>> x.var().compute()
        np.float64(0.0)
        """
        ...

    def min(self, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
        """The smallest element, along axes.

        >>> x = da.ones((2, 3), chunks=2)
        >>> x.min().compute()
        np.float64(1.0)
        """
        ...

    def max(self, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
        """The largest element, along axes.

        >>> x = da.ones((2, 3), chunks=2)
        >>> x.max().compute()
        np.float64(1.0)
        """
        ...

    def any(self, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
        """Whether an element is true, along axes.

        >>> x = da.ones((2, 3), chunks=2)
        >>> (x > 1).any().compute()
        np.False_
        """
        ...

    def all(self, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
        """Whether all elements are true, along axes.

        >>> x = da.ones((2, 3), chunks=2)
        >>> x.all().compute()
        np.True_
        """
        ...

    def argmin(self, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
        """Where the smallest element stands: in the flattened array, or along an axis.

        >>> da.arange(6, chunks=4).argmin().compute()
        np.int64(0)
        """
        ...

    def argmax(self, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
        """Where the largest element stands: in the flattened array, or along an axis.

        >>> da.arange(6, chunks=4).argmax().compute()
        np.int64(5)
        """
        ...

    def cumsum(self, axis: Any, dtype: Any = None, out: Any = None, *, method: str = "sequential") -> Array:
        """Running sums along an axis.

        >>> da.arange(5, chunks=2).cumsum(axis=0).compute()
        array([ 0,  1,  3,  6, 10])
        """
        return cumsum(self, axis, dtype, out, method=method)

    def cumprod(self, axis: Any, dtype: Any = None, out: Any = None, *, method: str = "sequential") -> Array:
        """Running products along an axis.

        >>> da.arange(1, 6, chunks=2).cumprod(axis=0).compute()
        array([  1,   2,   6,  24, 120])
        """
        return cumprod(self, axis, dtype, out, method=method)

    def topk(self, k: int, axis: int = -1, split_every: Any = None) -> Array:
        """The `k` largest elements along an axis; see `da.topk`.

        >>> da.arange(5, chunks=2).topk(2).compute()
        array([4, 3])
        """
        return topk(self, k, axis, split_every)

    def argtopk(self, k: int, axis: int = -1, split_every: Any = None) -> Array:
        """Where the `k` largest elements stand along an axis; see `da.argtopk`.

        >>> da.arange(5, chunks=2).argtopk(2).compute()
        array([4, 3])
        """
        return argtopk(self, k, axis, split_every)

    def moment(self, order: int, axis: Any = None, dtype: Any = None, keepdims: bool = False, ddof: int = 0, split_every: Any = None, out: Any = None) -> Array:
        """The central moment of an order.

        >>> da.arange(4, chunks=2).moment(2).compute()
        np.float64(1.25)
        """
        return moment(self, order, axis, dtype, keepdims, ddof, split_every, out)

    def transpose(self, *axes: Any) -> Array:
        """The axes in another order; reversed, if none is given.

        >>> da.ones((2, 3)).transpose().shape
        (3, 2)
        """
        ...

    def dot(self, other: Any) -> Array:
        """The product of matrices or vectors.

        >>> da.ones((2, 3)).dot(da.ones((3, 2))).compute()
        array([[3., 3.],
               [3., 3.]])
        """
        ...

    def rechunk(self, chunks: Any = "auto", threshold: Any = None, block_size_limit: Any = None, balance: bool = False, method: Any = None) -> Array:
        """The same array in other blocks: sizes, a tuple of them for each axis, a dict by axis, -1 for one block, "auto".

        >>> da.ones(6, chunks=3).rechunk(2).chunks
        ((2, 2, 2),)
        """
        ...

    def reshape(self, *shape: Any, merge_chunks: bool = True, limit: Any = None) -> Array:
        """The same elements in C order in another shape; one size may be -1.

        >>> da.arange(6, chunks=3).reshape(2, 3).compute()
        array([[0, 1, 2],
               [3, 4, 5]])
        """
        if len(shape) == 1 and isinstance(shape[0], (tuple, list, _np.ndarray)):
            shape = tuple(shape[0])
        return _reshape(self, shape, merge_chunks)

    def ravel(self) -> Array:
        """The elements in C order along one axis.

        >>> da.ones((2, 3), chunks=2).ravel().shape
        (6,)
        """
        return _reshape(self, (-1,), True)

    def flatten(self) -> Array:
        """The elements in C order along one axis.

        >>> da.ones((2, 3), chunks=2).flatten().shape
        (6,)
        """
        return _reshape(self, (-1,), True)

    def squeeze(self, axis: Any = None) -> Array:
        """Without axes of size 1.

        >>> da.ones((1, 3)).squeeze().shape
        (3,)
        """
        return squeeze(self, axis)

    def swapaxes(self, axis1: int, axis2: int) -> Array:
        """Two axes exchanged.

        >>> da.ones((2, 3)).swapaxes(0, 1).shape
        (3, 2)
        """
        return swapaxes(self, axis1, axis2)

    def repeat(self, repeats: Any, axis: Any = None) -> Array:
        """Each element several times in turn, along an axis.

        >>> da.arange(2).repeat(2).compute()
        array([0, 0, 1, 1])
        """
        return repeat(self, repeats, axis)

    def astype(self, dtype: Any, *, casting: str = "unsafe", copy: bool = True) -> Array:
        """The elements as another dtype.

        >>> da.ones(3).astype(int).compute()
        array([1, 1, 1])
        """
        ...

    def round(self, decimals: int = 0) -> Array:
        """Rounded to a number of decimals.

        >>> (da.ones(2) * 1.26).round(1).compute()
        array([1.3, 1.3])
        """
        ...

    def clip(self, min: Any = None, max: Any = None) -> Array:
        """Elements below `min` or above `max` replaced by these.

        >>> da.arange(5).clip(1, 3).compute()
        array([1, 1, 2, 3, 3])
        """
        ...

    def copy(self) -> Array:
        """The array itself: lazy arrays do not change.

        >>> da.ones(2).copy().compute()
        array([1., 1.])
        """
        ...

    def conj(self) -> Array:
        """Each element with the other sign of its imaginary part."""
        ...

    def compute(self, **kwargs: Any) -> Any:
        """Run the graph and return the value. Options: ``scheduler`` ("threads", "sync"), ``num_workers``, ``optimize_graph``.

        >>> da.arange(4, chunks=2).compute()
        array([0, 1, 2, 3])
        """
        ...

    def persist(self, **kwargs: Any) -> Array:
        """Run the graph; the same lazy array, computed already.

        >>> da.ones(3).persist().sum().compute()
        np.float64(3.0)
        """
        ...

    def visualize(self, filename: str | None = None, format: str | None = None, optimize_graph: bool = False, **kwargs: Any) -> Any:
        """Draw the graph to a file (.svg .dot .png .pdf), or without a file name in the terminal."""
        ...

    def choose(self, choices: Any) -> Array:
        """Of several arrays for each element the one that it names; see `da.choose`.

        >>> da.from_array(np.array([0, 1])).choose([np.array([1, 2]), np.array([10, 20])]).compute()
        array([ 1, 20])
        """
        return choose(self, choices)

    def nonzero(self) -> tuple[Any, ...]:
        """The indices of the elements that are not zero, axis by axis.

        >>> da.from_array([0, 3, 5], chunks=2).nonzero()[0].compute()
        array([1, 2])
        """
        return nonzero(self)

    def trace(self, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: Any = None) -> Array:
        """The sum of a diagonal.

        >>> da.ones((3, 3), chunks=2).trace().compute()
        np.float64(3.0)
        """
        return trace(self, offset, axis1, axis2, dtype)

    def shuffle(self, indexer: Any, axis: int, chunks: str = "auto") -> Array:
        """The elements along an axis in another order; see `da.shuffle`.

        >>> da.arange(4, chunks=2).shuffle([[3, 0], [1, 2]], axis=0).compute()
        array([3, 0, 1, 2])
        """
        return shuffle(self, indexer, axis, chunks)

    def store(self, target: Any, **kwargs: Any) -> Any:
        """Compute the array and write it into another; see `da.store`.

        >>> target = np.zeros(4)
        >>> da.arange(4, chunks=2).store(target)
        >>> target
        array([0., 1., 2., 3.])
        """
        return store([self], [target], **kwargs)

    def view(self, dtype: Any = None, order: str = "C") -> Array:
        """The bytes of the elements read as another dtype, along the last axis (`order="F"`: the first).

        >>> da.arange(3, chunks=2).view(np.int32).compute()
        array([0, 0, 1, 0, 2, 0], dtype=int32)
        """
        return _view(self, dtype, order)

    def to_backend(self, backend: str | None = None, **kwargs: Any) -> Array:
        """The array in the blocks of a library: NumPy's is the only one.

        >>> da.ones(2).to_backend("numpy").compute()
        array([1., 1.])
        """
        if backend not in (None, "numpy"):
            raise ValueError(f"No backend dispatch registered for {backend}")
        return self

    def map_blocks(self, func: Any, *args: Any, **kwargs: Any) -> Array:
        """A function applied to each block, as `map_blocks` with the array as its first argument.

        >>> da.arange(4, chunks=2).map_blocks(lambda block: block * 10).compute()
        array([ 0, 10, 20, 30])
        """
        return map_blocks(func, self, *args, **kwargs)

    def map_overlap(self, func: Any, depth: Any, boundary: Any = None, trim: bool = True, **kwargs: Any) -> Array:
        """A function applied to blocks that share `depth` elements with their neighbours, as `map_overlap`.

        >>> x = da.arange(6, chunks=3)
        >>> x.map_overlap(lambda b: b + np.roll(b, 1), depth=1, boundary=0).compute()
        array([0, 1, 3, 5, 7, 9])
        """
        return map_overlap(func, self, depth=depth, boundary=boundary, trim=trim, **kwargs)

    def compute_chunk_sizes(self) -> Array:
        """Compute the sizes of blocks that are not known (after `x[x > 0]`); the array has them from then on.

        >>> x = da.arange(6, chunks=3)
        >>> y = x[x > 1]
        >>> y.compute_chunk_sizes().chunks
        ((1, 3),)
        """
        return core._compute_chunk_sizes(self)

    def to_delayed(self, optimize_graph: bool = True) -> Any:
        """An array of delayed values, one for each block.

        >>> da.arange(4, chunks=2).to_delayed()[1].compute()
        array([2, 3])
        >>> blocks = da.ones((4, 4), chunks=2).to_delayed()
        >>> blocks.shape, [block.sum().compute() for block in blocks.ravel()]
        ((2, 2), [np.float64(4.0), np.float64(4.0), np.float64(4.0), np.float64(4.0)])
        """
        return core._to_delayed(self)

    def to_hdf5(self, filename: Any, datapath: str, **kwargs: Any) -> None:
        """Write the array to a dataset of an HDF5 file, as `to_hdf5`."""
        return to_hdf5(filename, datapath, self, **kwargs)

    def to_zarr(self, *args: Any, **kwargs: Any) -> Any:
        """Write the array to a Zarr array in a folder, as `to_zarr`."""
        return to_zarr(self, *args, **kwargs)

    def __dask_graph__(self) -> Any:
        """The graph: a mapping from keys to tasks."""
        ...

    def __dask_keys__(self) -> list[Any]:
        """The keys of the blocks."""
        ...

def ones(shape: Any, dtype: Any = None, *, chunks: Any = "auto", name: Any = None, order: Any = "C", like: Any = None, meta: Any = None) -> Array:
    """An array of ones.

    >>> da.ones((2, 3), chunks=2).compute()
    array([[1., 1., 1.],
           [1., 1., 1.]])
    """
    ...

def zeros(shape: Any, dtype: Any = None, *, chunks: Any = "auto", name: Any = None, order: Any = "C", like: Any = None, meta: Any = None) -> Array:
    """An array of zeros.

    >>> da.zeros(3, dtype=int).compute()
    array([0, 0, 0])
    """
    ...

def empty(shape: Any, dtype: Any = None, *, chunks: Any = "auto", name: Any = None, order: Any = "C", like: Any = None, meta: Any = None) -> Array:
    """An array whose elements are yet to be set (here: zeros).

    >>> da.empty(3).shape
    (3,)
    """
    ...

def full(shape: Any, fill_value: Any, dtype: Any = None, *, chunks: Any = "auto", name: Any = None, order: Any = "C", like: Any = None, meta: Any = None) -> Array:
    """An array of one value.

    >>> da.full((2, 2), 7, chunks=1).compute()
    array([[7, 7],
           [7, 7]])
    """
    ...

def ones_like(a: Any, dtype: Any = None, order: Any = "C", chunks: Any = None, name: Any = None, shape: Any = None) -> Array:
    """An array of ones with the shape, dtype and blocks of another.

    >>> da.ones_like(da.arange(3)).compute()
    array([1, 1, 1])
    """
    ...

def zeros_like(a: Any, dtype: Any = None, order: Any = "C", chunks: Any = None, name: Any = None, shape: Any = None) -> Array:
    """An array of zeros with the shape, dtype and blocks of another.

    >>> da.zeros_like(da.arange(3)).compute()
    array([0, 0, 0])
    """
    ...

def full_like(a: Any, fill_value: Any, order: Any = "C", dtype: Any = None, chunks: Any = None, name: Any = None, shape: Any = None) -> Array:
    """An array of one value with the shape, dtype and blocks of another.

    >>> da.full_like(da.arange(3), 7).compute()
    array([7, 7, 7])
    """
    ...

def arange(start: Any = 0, stop: Any = None, step: Any = 1, *, chunks: Any = "auto", like: Any = None, dtype: Any = None) -> Array:
    """Evenly spaced numbers from `start` up to, not including, `stop`.

    >>> da.arange(5, chunks=2).compute()
    array([0, 1, 2, 3, 4])
    """
    ...

def linspace(start: Any, stop: Any, num: int = 50, endpoint: bool = True, retstep: bool = False, chunks: Any = "auto", dtype: Any = None) -> Any:
    """`num` evenly spaced numbers from `start` to `stop`.

    >>> da.linspace(0, 1, 5, chunks=2).compute()
    array([0.  , 0.25, 0.5 , 0.75, 1.  ])
    """
    ...

def from_array(x: Any, chunks: Any = "auto", name: Any = None, lock: Any = False, asarray: Any = None, fancy: bool = True, getitem: Any = None, meta: Any = None, inline_array: bool = False) -> Array:
    """A lazy array over one in memory: a snapshot of it, in blocks.

    >>> da.from_array(np.arange(6), chunks=3).sum().compute()
    np.int64(15)
    """
    ...

def asarray(a: Any, allow_unknown_chunksizes: bool = False, dtype: Any = None, order: Any = None, *, like: Any = None, chunks: Any = "auto", name: Any = None, lock: Any = False, asarray: Any = None, fancy: bool = True, meta: Any = None, inline_array: bool = False) -> Array:
    """A lazy array over numbers in memory, with the keywords of `from_array`; a lazy array as it is.

    >>> da.asarray([1, 2]).compute()
    array([1, 2])
    >>> da.asarray(range(6), chunks=4).chunks
    ((4, 2),)
    """
    ...

def array(x: Any, dtype: Any = None, ndmin: Any = None, *, like: Any = None) -> Array:
    """A lazy array over numbers in memory; a lazy array as it is.

    >>> da.array([1, 2]).compute()
    array([1, 2])
    """
    ...

def concatenate(seq: Any, axis: Any = 0, allow_unknown_chunksizes: bool = False) -> Array:
    """Arrays one after another along an axis.

    >>> da.concatenate([da.ones(2), da.zeros(1)]).compute()
    array([1., 1., 0.])
    """
    ...

def stack(seq: Any, axis: int = 0, allow_unknown_chunksizes: bool = False) -> Array:
    """Arrays of one shape along a new axis.

    >>> da.stack([da.ones(2), da.zeros(2)]).compute()
    array([[1., 1.],
           [0., 0.]])
    """
    ...

def rechunk(x: Any, chunks: Any = "auto", threshold: Any = None, block_size_limit: Any = None, balance: bool = False, method: Any = None) -> Array:
    """The same array in other blocks.

    >>> da.rechunk(da.ones(6), 2).chunks
    ((2, 2, 2),)
    """
    ...

def transpose(a: Any, axes: Any = None) -> Array:
    """The axes in another order; reversed, if none is given.

    >>> da.transpose(da.ones((2, 3))).shape
    (3, 2)
    """
    ...

def dot(a: Any, b: Any) -> Array:
    """The product of matrices or vectors.

    >>> da.dot(da.arange(3), da.arange(3)).compute()
    np.int64(5)
    """
    ...

def matmul(a: Any, b: Any) -> Array:
    """The matrix product, as @.

    >>> da.matmul(da.ones((2, 3)), da.ones((3, 1))).compute()
    array([[3.],
           [3.]])
    """
    ...

def negative(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Minus each element.

    >>> da.negative(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def positive(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Each element as it is.

    >>> da.positive(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def absolute(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The absolute value of each element.

    >>> da.absolute(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def abs(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The absolute value of each element.

    >>> da.abs(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def fabs(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The absolute value of each element, as a float.

    >>> da.fabs(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def sign(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """-1, 0 or 1 by the sign of each element.

    >>> da.sign(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def square(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Each element times itself.

    >>> da.square(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def sqrt(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The square root of each element.

    >>> da.sqrt(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def cbrt(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The cube root of each element.

    >>> da.cbrt(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def reciprocal(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """One divided by each element.

    >>> da.reciprocal(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def exp(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """e to the power of each element.

    >>> da.exp(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def exp2(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """2 to the power of each element.

    >>> da.exp2(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def expm1(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """exp(x) - 1, exact for small x.

    >>> da.expm1(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def log(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The natural logarithm.

    >>> da.log(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def log2(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The logarithm to base 2.

    >>> da.log2(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def log10(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The logarithm to base 10.

    >>> da.log10(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def log1p(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """log(1 + x), exact for small x.

    >>> da.log1p(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def sin(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The sine of each angle in radians.

    >>> da.sin(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def cos(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The cosine of each angle in radians.

    >>> da.cos(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def tan(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The tangent of each angle in radians.

    >>> da.tan(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arcsin(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The angle in radians that has this sine.

    >>> da.arcsin(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arccos(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The angle in radians that has this cosine.

    >>> da.arccos(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arctan(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The angle in radians that has this tangent.

    >>> da.arctan(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def sinh(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The hyperbolic sine.

    >>> da.sinh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def cosh(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The hyperbolic cosine.

    >>> da.cosh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def tanh(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The hyperbolic tangent.

    >>> da.tanh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arcsinh(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The inverse of sinh.

    >>> da.arcsinh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arccosh(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The inverse of cosh.

    >>> da.arccosh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arctanh(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The inverse of tanh.

    >>> da.arctanh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def floor(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The largest whole number not above each element.

    >>> da.floor(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def ceil(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The smallest whole number not below each element.

    >>> da.ceil(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def trunc(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Each element without its fraction.

    >>> da.trunc(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def rint(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The nearest whole number; halves go to the even one.

    >>> da.rint(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def logical_not(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Whether each element is zero.

    >>> da.logical_not(da.ones(3, chunks=2)).dtype
    dtype('bool')
    """
    ...

def invert(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Each element with its bits turned; not, for bool."""
    ...

def bitwise_not(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Each element with its bits turned; not, for bool."""
    ...

def isnan(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Whether each element is not a number.

    >>> da.isnan(da.ones(3, chunks=2)).dtype
    dtype('bool')
    """
    ...

def isinf(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Whether each element is infinite.

    >>> da.isinf(da.ones(3, chunks=2)).dtype
    dtype('bool')
    """
    ...

def isfinite(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Whether each element is neither infinite nor NaN.

    >>> da.isfinite(da.ones(3, chunks=2)).dtype
    dtype('bool')
    """
    ...

def signbit(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Whether each element has a minus sign; -0.0 has one.

    >>> da.signbit(da.ones(3, chunks=2)).dtype
    dtype('bool')
    """
    ...

def deg2rad(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Degrees to radians.

    >>> da.deg2rad(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def radians(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Degrees to radians.

    >>> da.radians(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def rad2deg(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Radians to degrees.

    >>> da.rad2deg(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def degrees(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Radians to degrees.

    >>> da.degrees(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def real(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The real part of each element.

    >>> da.real(da.ones(3, chunks=2) * 2j).compute()
    array([0., 0., 0.])
    """
    ...

def imag(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The imaginary part of each element.

    >>> da.imag(da.ones(3, chunks=2) * 2j).compute()
    array([2., 2., 2.])
    """
    ...

def angle(x: Any, deg: bool = False) -> Any:
    """The angle of each complex number, in radians or in degrees.

    >>> da.angle(da.ones(2, chunks=1) * 1j, deg=True).compute()
    array([90., 90.])
    """
    found = arctan2(imag(x), real(x))
    return _named(found * (180 / pi) if deg else found, "angle")

def _named(x: Any, name: str) -> Any:
    # A lazy array under the name of what made it; eager ones have none.
    return _renamed(x, name) if isinstance(x, Array) else x

def iscomplex(x: Any) -> Any:
    """Whether the imaginary part of each element is not 0.

    >>> da.iscomplex(da.ones(2, chunks=1) * 1j).compute()
    array([ True,  True])
    """
    return _named(imag(x) != 0, "iscomplex")

def isreal(x: Any) -> Any:
    """Whether the imaginary part of each element is 0.

    >>> da.isreal(da.ones(2, chunks=1)).compute()
    array([ True,  True])
    """
    return _named(imag(x) == 0, "isreal")

def conj(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Each element with the other sign of its imaginary part.

    >>> da.conj(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def add(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Sums, element by element. `dtype=` converts the result; with `where=`, `out` keeps what it has where that is false.

    >>> da.add(da.ones(2), 1.0).dtype
    dtype('float64')
    >>> da.add(da.ones(3), 1.0, where=[True, False, True], out=da.zeros(3)).compute()
    array([2., 0., 2.])
    """
    ...

def subtract(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Differences, element by element.

    >>> da.subtract(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def multiply(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Products, element by element.

    >>> da.multiply(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def divide(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Quotients, element by element.

    >>> da.divide(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def true_divide(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Quotients, element by element.

    >>> da.true_divide(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def floor_divide(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Quotients rounded down.

    >>> da.floor_divide(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def remainder(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Remainders with the sign of the divisor, as Python's %.

    >>> da.remainder(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def mod(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Remainders with the sign of the divisor, as Python's %.

    >>> da.mod(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def fmod(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Remainders with the sign of the dividend, as in C.

    >>> da.fmod(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def power(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The first to the power of the second.

    >>> da.power(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def float_power(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The first to the power of the second, in float64.

    >>> da.float_power(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def arctan2(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The angle of the point (x2, x1), in radians.

    >>> da.arctan2(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def hypot(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The length of the hypotenuse of these legs.

    >>> da.hypot(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def logaddexp(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """log(exp(x1) + exp(x2)), without overflow.

    >>> da.logaddexp(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def maximum(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The larger of two, element by element; NaN if either is.

    >>> da.maximum(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def minimum(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The smaller of two, element by element; NaN if either is.

    >>> da.minimum(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def fmax(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The larger of two, element by element; a number rather than NaN.

    >>> da.fmax(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def fmin(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The smaller of two, element by element; a number rather than NaN.

    >>> da.fmin(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def equal(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 == x2, element by element.

    >>> da.equal(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def not_equal(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 != x2, element by element.

    >>> da.not_equal(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def less(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 < x2, element by element.

    >>> da.less(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def less_equal(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 <= x2, element by element.

    >>> da.less_equal(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def greater(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 > x2, element by element.

    >>> da.greater(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def greater_equal(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 >= x2, element by element.

    >>> da.greater_equal(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def logical_and(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Whether both are true.

    >>> da.logical_and(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def logical_or(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Whether one is true.

    >>> da.logical_or(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def logical_xor(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """Whether exactly one is true.

    >>> da.logical_xor(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def bitwise_and(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 & x2, element by element."""
    ...

def bitwise_or(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 | x2, element by element."""
    ...

def bitwise_xor(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 ^ x2, element by element."""
    ...

def left_shift(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 << x2, element by element."""
    ...

def right_shift(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 >> x2, element by element."""
    ...

def copysign(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """x1 with the sign of x2.

    >>> da.copysign(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def where(condition: Any, x: Any = None, y: Any = None, /) -> Any:
    """Elements of `x` where the condition holds, of `y` elsewhere; the condition alone: as nonzero.

    >>> da.where(da.arange(4) > 1, 1, -1).compute()
    array([-1, -1,  1,  1])
    >>> da.where(da.arange(4) > 1)[0].compute()
    array([2, 3])
    """
    ...

def clip(a: Any, a_min: Any = None, a_max: Any = None, out: Any = None) -> Array:
    """Elements below `a_min` or above `a_max` replaced by these.

    >>> da.clip(da.arange(5), 1, 3).compute()
    array([1, 1, 2, 3, 3])
    """
    ...

def round(a: Any, decimals: int = 0) -> Array:
    """Rounded to a number of decimals; halves go to even.

    >>> da.round(da.ones(2) * 1.26, 1).compute()
    array([1.3, 1.3])
    """
    ...

def sum(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """The sum of the elements, along axes.

    >>> da.sum(da.ones(4, chunks=2)).compute()
    np.float64(4.0)
    """
    ...

def prod(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """The product of the elements, along axes.

    >>> da.prod(da.ones(4, chunks=2)).compute()
    np.float64(1.0)
    """
    ...

def mean(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """The mean of the elements, along axes.

    >>> da.mean(da.ones(4, chunks=2)).compute()
    np.float64(1.0)
    """
    ...

def std(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False, ddof: int = 0, split_every: Any = None, out: Any = None) -> Array:
    """The standard deviation of the elements, along axes.

    >>> da.std(da.ones(4, chunks=2)).compute()
    np.float64(0.0)
    """
    ...

def var(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False, ddof: int = 0, split_every: Any = None, out: Any = None) -> Array:
    """The variance of the elements, along axes.

    >>> da.var(da.ones(4, chunks=2)).compute()
    np.float64(0.0)
    """
    ...

def min(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """The smallest element, along axes.

    >>> da.min(da.ones(4, chunks=2)).compute()
    np.float64(1.0)
    """
    ...

def max(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """The largest element, along axes.

    >>> da.max(da.ones(4, chunks=2)).compute()
    np.float64(1.0)
    """
    ...

def any(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """Whether an element is true, along axes.

    >>> da.any(da.ones(4, chunks=2)).compute()
    np.True_
    """
    ...

def all(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """Whether all elements are true, along axes.

    >>> da.all(da.ones(4, chunks=2)).compute()
    np.True_
    """
    ...

def argmin(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """Where the smallest element stands: in the flattened array, or along an axis.

    >>> da.argmin(da.arange(6, chunks=4)).compute()
    np.int64(0)
    """
    ...

def nanargmin(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """Where the smallest element stands, NaNs left out.

    >>> da.nanargmin(da.from_array(np.array([np.nan, 1.0, 2.0]), chunks=2)).compute()
    np.int64(1)
    """
    ...

def argmax(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """Where the largest element stands: in the flattened array, or along an axis.

    >>> da.argmax(da.arange(6, chunks=4)).compute()
    np.int64(5)
    """
    ...

def nanargmax(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """Where the largest element stands, NaNs left out.

    >>> da.nanargmax(da.from_array(np.array([np.nan, 1.0, 2.0]), chunks=2)).compute()
    np.int64(2)
    """
    ...

def nansum(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """The sum, NaNs left out.

    >>> da.nansum(da.ones(4, chunks=2)).compute()
    np.float64(4.0)
    """
    ...

def nanprod(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """The product, NaNs left out.

    >>> da.nanprod(da.ones(4, chunks=2)).compute()
    np.float64(1.0)
    """
    ...

def nanmean(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """The mean, NaNs left out.

    >>> da.nanmean(da.ones(4, chunks=2)).compute()
    np.float64(1.0)
    """
    ...

def nanstd(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False, ddof: int = 0, split_every: Any = None, out: Any = None) -> Array:
    """The standard deviation, NaNs left out.

    >>> da.nanstd(da.ones(4, chunks=2)).compute()
    np.float64(0.0)
    """
    ...

def nanvar(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False, ddof: int = 0, split_every: Any = None, out: Any = None) -> Array:
    """The variance, NaNs left out.

    >>> da.nanvar(da.ones(4, chunks=2)).compute()
    np.float64(0.0)
    """
    ...

def nanmin(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """The smallest element, NaNs left out.

    >>> da.nanmin(da.ones(4, chunks=2)).compute()
    np.float64(1.0)
    """
    ...

def nanmax(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None, out: Any = None) -> Array:
    """The largest element, NaNs left out.

    >>> da.nanmax(da.ones(4, chunks=2)).compute()
    np.float64(1.0)
    """
    ...

def _no_out(out: Any) -> None:
    """`out=` of what is library code."""
    if out is not None:
        raise NotImplementedError("out= is not in rdask yet")

def _axis_of(axis: Any, ndim: int) -> Any:
    """An axis counted from the front."""
    if not -ndim <= axis < ndim:
        ones((1,) * ndim).sum(axis=axis)
    return axis + ndim if axis < 0 else axis

def _axes_of(axis: Any, ndim: int) -> Any:
    """One axis or several, counted from the front."""
    given = axis if isinstance(axis, (tuple, list)) else (axis,)
    return [_axis_of(k, ndim) for k in given]

def ptp(a: Any, axis: Any = None) -> Array:
    """Largest minus smallest.

    >>> da.ptp(da.arange(5, chunks=2)).compute()
    np.int64(4)
    """
    return a.max(axis=axis) - a.min(axis=axis)

def count_nonzero(a: Any, axis: Any = None) -> Array:
    """How many elements are not zero, along axes.

    >>> da.count_nonzero(da.arange(5, chunks=2)).compute()
    np.int64(4)
    """
    return (asarray(a) != 0).astype(_np.int64).sum(axis=axis)

def moment(a: Any, order: int, axis: Any = None, dtype: Any = None, keepdims: bool = False, ddof: int = 0, split_every: Any = None, out: Any = None) -> Array:
    """The central moment of an order.

    >>> da.moment(da.arange(4, chunks=2), 2).compute()
    np.float64(1.25)
    """
    _no_out(out)
    if not isinstance(order, int) or order < 0:
        raise ValueError("Order must be an integer >= 0")
    if order < 2:
        shape = a.sum(axis=axis)
        return (ones if order == 0 else zeros)(shape.shape, chunks=shape.chunks, dtype=float64)
    if dtype is None:
        dtype = _np.var(_np.ones(1, dtype=a.dtype)).dtype
    axes = list(range(a.ndim)) if axis is None else _axes_of(axis, a.ndim)
    count = 1
    for k in axes:
        count *= a.shape[k]
    a = a.astype(dtype)
    away = a - a.mean(axis=axis, keepdims=True, split_every=split_every)
    power_ = away
    for _ in range(order - 1):
        power_ = power_ * away
    made = power_.sum(axis=axis, keepdims=keepdims, split_every=split_every) / (count - ddof)
    return _renamed(made, "moment_agg-aggregate")

def average(a: Any, axis: Any = None, weights: Any = None, returned: bool = False, keepdims: bool = False) -> Any:
    """The mean, weighted; with `returned` also the sum of the weights.

    >>> da.average(da.arange(4, chunks=2), weights=[1, 1, 1, 5]).compute()
    np.float64(2.25)
    """
    a = asarray(a)
    if weights is None:
        mean_ = a.mean(axis=axis, keepdims=keepdims)
        if not returned:
            return mean_
        scale = mean_.dtype.type(a.size / mean_.size)
    else:
        w = asarray(weights)
        to = (_np.zeros(1, dtype=a.dtype) * _np.zeros(1, dtype=w.dtype)).dtype
        if a.dtype.kind in "iub":
            to = (_np.zeros(1, dtype=to) * _np.zeros(1)).dtype
        if a.shape != w.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            if w.ndim != 1:
                raise TypeError("1D weights expected when shapes of a and weights differ.")
            if w.shape[0] != a.shape[axis]:
                raise ValueError("Length of weights not compatible with specified axis.")
            w = w[tuple([slice(None) if k == _axis_of(axis, a.ndim) else None for k in range(a.ndim)])]
        scale = w.sum(axis=axis, dtype=to, keepdims=keepdims)
        mean_ = (a.astype(to) * w.astype(to)).sum(axis=axis, keepdims=keepdims) / scale
    if not returned:
        return mean_
    if scale.shape != mean_.shape:
        scale = scale + zeros(mean_.shape, chunks=mean_.chunks, dtype=scale.dtype)
    return mean_, scale

def _edge(x: Any, shape: Any) -> Array:
    """What stands before or after an array, in one block; a number as often as the shape asks."""
    x = asarray(x)
    if x.ndim == 0:
        return x + zeros(tuple(shape), chunks=-1, dtype=x.dtype)
    return x.rechunk(-1)

def _flat(x: Any) -> Array:
    """All elements along one axis."""
    x = asarray(x)
    if x.ndim == 1:
        return x
    if hasattr(x, "ravel"):
        return x.ravel()
    return blockwise(_raveled, (x.ndim,), x, tuple(range(x.ndim)), new_axes={x.ndim: x.size}, concatenate=True, dtype=x.dtype, token="ravel")

def _raveled(block: Any) -> Any:
    """All elements of a block along one axis."""
    return _np.ravel(block)

def diff(a: Any, n: int = 1, axis: int = -1, prepend: Any = None, append: Any = None) -> Array:
    """Differences of neighbours, `n` times.

    >>> da.diff(da.arange(5, chunks=2) ** 2).compute()
    array([1, 3, 5, 7])
    """
    a = asarray(a)
    n, axis = int(n), int(axis)
    if n == 0:
        return a
    if n < 0:
        raise ValueError(f"order must be non-negative but got {n}")
    edge = list(a.shape)
    edge[axis] = 1
    parts = [a]
    if prepend is not None:
        parts = [_edge(prepend, edge), a]
    if append is not None:
        parts.append(_edge(append, edge))
    if len(parts) > 1:
        a = concatenate(parts, axis)
    axis = _axis_of(axis, a.ndim)
    before = (slice(None),) * axis
    if n > a.shape[axis] + 1:
        n = a.shape[axis] + 1
    for _ in range(n):
        a = a[before + (slice(1, None),)] - a[before + (slice(None, -1),)]
    return a

def cov(m: Any, y: Any = None, rowvar: Any = True, bias: Any = False, ddof: Any = None, fweights: Any = None, aweights: Any = None, *, dtype: Any = None) -> Array:
    """The covariance matrix: each row is a variable (each column, without `rowvar`). `fweights` say how often each observation counts, `aweights` how much.

    >>> da.cov(da.from_array(np.array([[1.0, 2.0], [2.0, 4.0]]), chunks=1)).compute()
    array([[0.5, 1. ],
           [1. , 2. ]])
    """
    if ddof is not None and ddof != int(ddof):
        raise ValueError("ddof must be integer")
    for each, name in ((m, "m"), (y, "y")):
        if each is not None and _np.ndim(each) > 2:
            raise ValueError(f"{name} has more than 2 dimensions")
    rows = _variables(m, rowvar)
    if y is not None:
        rows = concatenate((rows, _variables(y, rowvar)), axis=0)
    if dtype is not None:
        rows = rows.astype(dtype)
    if ddof is None:
        ddof = 1 if bias == 0 else 0
    weights = None
    for each, name in ((fweights, "fweights"), (aweights, "aweights")):
        if each is None:
            continue
        each = asarray(each, dtype=float64)
        if each.ndim > 1:
            raise RuntimeError(f"cannot handle multidimensional {name}")
        if each.shape[0] != rows.shape[1]:
            raise RuntimeError(f"incompatible numbers of samples and {name}")
        weights = each if weights is None else weights * each
    if weights is None:
        left = float(rows.shape[1] - ddof)
        left = left if left > 0 else 0.0
        away = rows - rows.mean(axis=1, keepdims=True)
        made = dot(away, away.T.conj()) * _np.divide(1, left)
    else:
        total = weights.sum()
        away = rows - ((rows * weights).sum(axis=1) / total)[:, None]
        left = total if ddof == 0 else total - ddof if aweights is None else total - ddof * (weights * asarray(aweights, dtype=float64)).sum() / total
        made = dot(away, (away * weights).T.conj()) * true_divide(1, where(left > 0, left, 0.0))
    return made.squeeze() if 1 in made.shape else made

def _variables(m: Any, rowvar: Any) -> Array:
    """The variables of `cov` as rows of floats."""
    m = asarray(m)
    m = m.astype(_np.result_type(m.dtype, _np.float64))
    if m.ndim < 2:
        return m[None, :]
    return m if rowvar else m.T

def around(x: Any, decimals: int = 0) -> Array:
    """Rounded to a number of decimals; halves go to even.

    >>> da.around(da.ones(2) * 1.26, 1).compute()
    array([1.3, 1.3])
    """
    return _renamed(round(x, decimals), "around")

def fix(x: Any) -> Array:
    """Each element without its fraction.

    >>> da.fix(da.ones(2) * -1.5).compute()
    array([-1., -1.])
    """
    return _renamed(trunc(asarray(x)), "fix")

def isclose(arr1: Any, arr2: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> Array:
    """Whether two are equal up to a tolerance, element by element.

    >>> da.isclose(da.ones(2) * 0.3, 0.1 + 0.2).compute()
    array([ True,  True])
    """
    arr1 = asarray(arr1)
    if not isinstance(arr2, (int, float)) or isinstance(arr2, bool):
        arr2 = asarray(arr2)
        if arr2.dtype.kind in "biu":
            arr2 = arr2.astype(float64)
    near = logical_and(absolute(arr1 - arr2) <= atol + rtol * absolute(arr2), isfinite(arr2))
    made = logical_or(near, arr1 == arr2)
    if equal_nan:
        made = logical_or(made, logical_and(isnan(arr1), isnan(arr2)))
    return _renamed(made, "isclose")

def allclose(arr1: Any, arr2: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> Array:
    """Whether all elements are equal up to a tolerance.

    >>> da.allclose(da.ones(2), 1 + 1e-9).compute()
    np.True_
    """
    return all(isclose(arr1, arr2, rtol=rtol, atol=atol, equal_nan=equal_nan))

def isnull(values: Any) -> Array:
    """Whether each element is NaN, as pandas asks.

    >>> da.isnull(da.from_array(np.array([1.0, np.nan]))).compute()
    array([False,  True])
    """
    values = asarray(values)
    return isnan(values) if values.dtype.kind == "f" else zeros(values.shape, dtype=bool_, chunks=values.chunks)

def notnull(values: Any) -> Array:
    """Whether each element is a number.

    >>> da.notnull(da.from_array(np.array([1.0, np.nan]))).compute()
    array([ True, False])
    """
    return logical_not(isnull(values))

def _reshape(x: Any, shape: Any, merge_chunks: bool = True) -> Array: ...

def _points(x: Any, axes: Any, positions: Any) -> Array: ...

def _renamed(x: Any, name: str) -> Array: ...

def _size(shape):
    total = 1
    for n in shape:
        total *= n
    return total

def _axis(axis, ndim):
    return _np._axis(axis, ndim)

def _axes(axis, ndim):
    if not isinstance(axis, (tuple, list)):
        axis = (axis,)
    return tuple([_axis(at, ndim) for at in axis])

def _lazy(x):
    return x if isinstance(x, Array) else asarray(x)

def _at(axis, ndim, index):
    # An index that takes everything but on one axis.
    return (slice(None),) * axis + (index,) + (slice(None),) * (ndim - axis - 1)

def reshape(x: Any, shape: Any, merge_chunks: bool = True, limit: Any = None) -> Array:
    """The same elements in C order in another shape; one size may be -1. Axes are merged or split as whole axes.

    >>> da.reshape(da.arange(6, chunks=3), (2, 3)).compute()
    array([[0, 1, 2],
           [3, 4, 5]])
    """
    return _reshape(_lazy(x), shape, merge_chunks)

def ravel(array_like: Any) -> Array:
    """The elements in C order along one axis.

    >>> da.ravel(da.ones((2, 3), chunks=2)).shape
    (6,)
    """
    return _reshape(_lazy(array_like), (-1,), True)

def squeeze(a: Any, axis: Any = None) -> Array:
    """Without axes of size 1.

    >>> da.squeeze(da.ones((1, 3))).shape
    (3,)
    """
    a = _lazy(a)
    if axis is None:
        axis = tuple([at for at, n in enumerate(a.shape) if n == 1])
    elif not isinstance(axis, tuple):
        axis = (axis,)
    for at in axis:
        if a.shape[at] != 1:
            raise ValueError("cannot squeeze axis with size other than one")
    axis = _axes(axis, a.ndim)
    if not axis:
        return a
    made = a[tuple([0 if at in axis else slice(None) for at in range(a.ndim)])]
    return made if made.ndim else _renamed(made, "squeeze")

def expand_dims(a: Any, axis: Any) -> Array:
    """With new axes of size 1 at these places.

    >>> da.expand_dims(da.ones(3), 0).shape
    (1, 3)
    """
    a = _lazy(a)
    if not isinstance(axis, (tuple, list)):
        axis = (axis,)
    ndim = len(axis) + a.ndim
    for at in axis:
        if at >= ndim or at < -ndim:
            raise _np.exceptions.AxisError(f"Axis {at} is out of bounds for array of dimension {ndim}")
    axis = _axes(axis, ndim)
    sizes = iter(a.shape)
    return _reshape(a, tuple([1 if at in axis else next(sizes) for at in range(ndim)]), True)

def moveaxis(a: Any, source: Any, destination: Any) -> Array:
    """Axes moved to new places; the others stay in order.

    >>> da.moveaxis(da.ones((2, 3, 4)), 0, -1).shape
    (3, 4, 2)
    """
    a = _lazy(a)
    return transpose(a, _np._moved(a.ndim, source, destination))

def rollaxis(a: Any, axis: int, start: int = 0) -> Array:
    """One axis moved back to lie before another.

    >>> da.rollaxis(da.ones((2, 3, 4)), 2).shape
    (4, 2, 3)
    """
    a = _lazy(a)
    order = _np._rolled(a.ndim, axis, start)
    return a if order is None else transpose(a, order)

def swapaxes(a: Any, axis1: int, axis2: int) -> Array:
    """Two axes exchanged.

    >>> da.swapaxes(da.ones((2, 3)), 0, 1).shape
    (3, 2)
    """
    a = _lazy(a)
    if axis1 == axis2:
        return a
    order = list(range(a.ndim))
    order[axis1], order[axis2] = order[axis2], order[axis1]
    return _renamed(transpose(a, tuple(order)), "swapaxes")

def flip(m: Any, axis: Any = None) -> Array:
    """The elements in reverse order along axes.

    >>> da.flip(da.arange(4, chunks=2)).compute()
    array([3, 2, 1, 0])
    """
    m = _lazy(m)
    if axis is None:
        axis = range(m.ndim)
    elif not isinstance(axis, (tuple, list)):
        axis = (axis,)
    index = [slice(None)] * m.ndim
    for at in axis:
        if at < -m.ndim or at >= m.ndim:
            raise ValueError(f"`axis` of {tuple(axis)} invalid for {m.ndim}-D array")
        index[at] = slice(None, None, -1)
    return m[tuple(index)]

def flipud(m: Any) -> Array:
    """The rows in reverse order.

    >>> da.flipud(da.arange(3)).compute()
    array([2, 1, 0])
    """
    return flip(m, 0)

def fliplr(m: Any) -> Array:
    """The columns in reverse order.

    >>> da.fliplr(da.arange(4).reshape((2, 2))).compute()
    array([[1, 0],
           [3, 2]])
    """
    return flip(m, 1)

def rot90(m: Any, k: int = 1, axes: Any = (0, 1)) -> Array:
    """Turned by 90 degrees, `k` times, in the plane of two axes.

    >>> da.rot90(da.arange(4).reshape((2, 2))).compute()
    array([[1, 3],
           [0, 2]])
    """
    m = _lazy(m)
    axes = _np._plane(m.ndim, axes)
    k %= 4
    if k == 0:
        return m
    if k == 2:
        return flip(flip(m, axes[0]), axes[1])
    order = list(range(m.ndim))
    order[axes[0]], order[axes[1]] = order[axes[1]], order[axes[0]]
    if k == 1:
        return transpose(flip(m, axes[1]), tuple(order))
    return flip(transpose(m, tuple(order)), axes[1])

def roll(array: Any, shift: Any, axis: Any = None) -> Array:
    """Elements moved along axes; what leaves at the end comes back at the beginning.

    >>> da.roll(da.arange(5, chunks=2), 2).compute()
    array([3, 4, 0, 1, 2])
    """
    array = _lazy(array)
    result = array
    if axis is None:
        result = ravel(result)
        if not isinstance(shift, (int, _np.integer)):
            raise TypeError("Expect `shift` to be an instance of Integral when `axis` is None.")
        shift = (shift,)
        axis = (0,)
    else:
        if not isinstance(shift, (tuple, list)):
            shift = (shift,)
        if not isinstance(axis, (tuple, list)):
            axis = (axis,)
    if len(shift) != len(axis):
        raise ValueError("Must have the same number of shifts as axes.")
    for at, by in zip(axis, shift):
        size = result.shape[at]
        cut = 0 if size == 0 else -by % size
        place = at + result.ndim if at < 0 else at
        parts = [result[_at(place, result.ndim, slice(cut, None))], result[_at(place, result.ndim, slice(None, cut))]]
        result = concatenate(parts, axis=at)
    return result.reshape(array.shape)

def atleast_1d(*arys: Any) -> Any:
    """With at least one axis.

    >>> da.atleast_1d(3).shape
    (1,)
    """
    made = [x[None] if x.ndim == 0 else x for x in [_lazy(x) for x in arys]]
    return made[0] if len(made) == 1 else tuple(made)

def atleast_2d(*arys: Any) -> Any:
    """With at least two axes, new ones in front.

    >>> da.atleast_2d(da.ones(3)).shape
    (1, 3)
    """
    made = []
    for x in arys:
        x = _lazy(x)
        made.append(x[None, None] if x.ndim == 0 else x[None, :] if x.ndim == 1 else x)
    return made[0] if len(made) == 1 else tuple(made)

def atleast_3d(*arys: Any) -> Any:
    """With at least three axes.

    >>> da.atleast_3d(da.ones((2, 3))).shape
    (2, 3, 1)
    """
    made = []
    for x in arys:
        x = _lazy(x)
        if x.ndim == 0:
            x = x[None, None, None]
        elif x.ndim == 1:
            x = x[None, :, None]
        elif x.ndim == 2:
            x = x[:, :, None]
        made.append(x)
    return made[0] if len(made) == 1 else tuple(made)

def _sequence(tup, name):
    if isinstance(tup, Array):
        raise NotImplementedError(f"``{name}`` expects a sequence of arrays as the first argument")

def vstack(tup: Any, allow_unknown_chunksizes: bool = False) -> Array:
    """Arrays on top of one another.

    >>> da.vstack([da.ones(2), da.zeros(2)]).compute()
    array([[1., 1.],
           [0., 0.]])
    """
    _sequence(tup, "vstack")
    return concatenate([atleast_2d(x) for x in tup], axis=0, allow_unknown_chunksizes=allow_unknown_chunksizes)

def hstack(tup: Any, allow_unknown_chunksizes: bool = False) -> Array:
    """Arrays side by side.

    >>> da.hstack([da.ones(2), da.zeros(1)]).compute()
    array([1., 1., 0.])
    """
    _sequence(tup, "hstack")
    flat = True
    for x in tup:
        flat = flat and x.ndim == 1
    return concatenate(tup, axis=0 if flat else 1, allow_unknown_chunksizes=allow_unknown_chunksizes)

def dstack(tup: Any, allow_unknown_chunksizes: bool = False) -> Array:
    """Arrays one behind another, along the third axis.

    >>> da.dstack([da.ones(2), da.zeros(2)]).shape
    (1, 2, 2)
    """
    _sequence(tup, "dstack")
    return concatenate([atleast_3d(x) for x in tup], axis=2, allow_unknown_chunksizes=allow_unknown_chunksizes)

def block(arrays: Any, allow_unknown_chunksizes: bool = False) -> Array:
    """An array of nested lists of arrays: the innermost lists side by side, those around them on top of one another.

    >>> da.block([[da.ones((1, 2)), da.zeros((1, 1))], [da.zeros((1, 3))]]).compute()
    array([[1., 1., 0.],
           [0., 0., 0.]])
    """
    return _np._blocks(arrays, _lazy, concatenate)

def append(arr: Any, values: Any, axis: Any = None) -> Array:
    """Values after an array, along an axis; both flat without one.

    >>> da.append(da.arange(3), [7, 8]).compute()
    array([0, 1, 2, 7, 8])
    """
    arr = _lazy(arr)
    if axis is None:
        if arr.ndim != 1:
            arr = arr.ravel()
        values = ravel(values)
        axis = arr.ndim - 1
    return concatenate((arr, values), axis=axis)

def _cut(array, breaks, axis):
    # The parts of an array between these positions.
    ends = [None] + [int(at) for at in breaks] + [None]
    return [array[_at(axis, array.ndim, slice(a, b))] for a, b in zip(ends[:-1], ends[1:])]

def insert(arr: Any, obj: Any, values: Any, axis: int) -> Array:
    """Values put in before these positions of an axis.

    >>> da.insert(da.arange(4, chunks=2), [1, 3], 9, axis=0).compute()
    array([0, 9, 1, 2, 9, 3])
    """
    arr = _lazy(arr)
    axis = _axis(axis, arr.ndim)
    if isinstance(obj, slice):
        obj = _np.arange(*obj.indices(arr.shape[axis]))
    obj = _np.asarray(obj)
    single = obj.ndim == 0
    obj = _np.atleast_1d(obj)
    obj = _np.where(obj < 0, obj + arr.shape[axis], obj)
    if (_np.diff(obj) < 0).any():
        raise NotImplementedError("da.insert only implemented for monotonic ``obj`` argument")
    breaks = _np.unique(obj)
    parts = _cut(arr, breaks, axis)
    if not isinstance(values, Array):
        values = asarray(values)
    if values.ndim == 0:
        values = broadcast_to(values, tuple([len(obj) if at == axis else n for at, n in enumerate(arr.shape)]))
    elif single:
        values = values[(slice(None),) * axis + (None,)]
    blocks = [own if at == axis else theirs for at, (theirs, own) in enumerate(zip(arr.chunks, values.chunks))]
    values = values.rechunk(tuple(blocks))
    counts = [int((obj == at).sum()) for at in breaks]
    more = _cut(values, _np.cumsum(counts)[:-1], axis)
    joined = []
    for at, part in enumerate(parts):
        joined.append(part)
        if at < len(more):
            joined.append(more[at])
    return concatenate([part for part in joined if part.nbytes], axis=axis)

def delete(arr: Any, obj: Any, axis: int) -> Array:
    """Without these positions of an axis.

    >>> da.delete(da.arange(5, chunks=2), [1, 3], axis=0).compute()
    array([0, 2, 4])
    """
    arr = _lazy(arr)
    axis = _axis(axis, arr.ndim)
    if isinstance(obj, slice):
        gone = _np.arange(*obj.indices(arr.shape[axis]))
        obj = gone[::-1] if obj.step and obj.step < 0 else gone
    else:
        obj = _np.asarray(obj)
        obj = _np.unique(_np.where(obj < 0, obj + arr.shape[axis], obj))
    parts = _cut(arr, obj, axis)
    rest = [part[_at(axis, arr.ndim, slice(1, None))] for part in parts[1:]]
    return concatenate(parts[:1] + rest, axis=axis)

def take(a: Any, indices: Any, axis: int = 0) -> Array:
    """The elements at these positions of an axis.

    >>> da.take(da.arange(5, chunks=2), [0, 4, 4]).compute()
    array([0, 4, 4])
    """
    a = _lazy(a)
    axis = _axis(axis, a.ndim)
    return a[(slice(None),) * axis + (indices,)]

def repeat(a: Any, repeats: Any, axis: Any = None) -> Array:
    """Each element several times in turn, along an axis.

    >>> da.repeat(da.arange(3, chunks=2), 2).compute()
    array([0, 0, 1, 1, 2, 2])
    """
    a = _lazy(a)
    if axis is None:
        if a.ndim != 1:
            raise NotImplementedError("Must supply an integer axis value")
        axis = 0
    if not isinstance(repeats, (int, _np.integer)):
        raise NotImplementedError("Only integer valued repeats supported")
    if axis < -a.ndim or axis >= a.ndim:
        raise ValueError(f"axis(={axis}) out of bounds")
    axis = axis + a.ndim if axis < 0 else axis
    if repeats == 0:
        return a[_at(axis, a.ndim, slice(0))]
    if repeats == 1:
        return a
    # Blocks are cut first so that each grows back to its size.
    sizes = []
    start = 0
    for n in a.chunks[axis]:
        ends = _np.linspace(start, start + n, repeats).round()
        for low, high in zip(ends[:-1], ends[1:]):
            if low != high:
                sizes.append(int(high - low) * int(repeats))
        start += n
    if not sizes:
        sizes = [0]
    positions = _np.repeat(_np.arange(a.shape[axis]), repeats)
    made = a[_at(axis, a.ndim, positions)]
    made = made.rechunk({axis: tuple(sizes)})
    return _renamed(made, "concatenate") if len(sizes) > 1 else _renamed(made, "repeat")

def tile(A: Any, reps: Any) -> Array:
    """The whole array several times, side by side along each axis.

    >>> da.tile(da.arange(2), 3).compute()
    array([0, 1, 0, 1, 0, 1])
    """
    times = tuple(reps) if isinstance(reps, (tuple, list)) else (reps,)
    for n in times:
        if n < 0:
            raise ValueError("Negative `reps` are not allowed.")
    made = _lazy(A)
    if 0 not in times:
        for n in times[::-1]:
            made = [made] * n
        return block(made)
    if len(times) < made.ndim:
        times = (1,) * (made.ndim - len(times)) + times
    sizes = (1,) * (len(times) - made.ndim) + made.shape
    return empty(tuple([n * m for n, m in zip(sizes, times)]), dtype=made.dtype)

def meshgrid(*xi: Any, sparse: bool = False, indexing: str = "xy", **kwargs: Any) -> tuple[Any, ...]:
    """Coordinates of a grid, one array for each axis.

    >>> da.meshgrid(da.arange(2), da.arange(3))[0].compute()
    array([[0, 1],
           [0, 1],
           [0, 1]])
    """
    if "copy" in kwargs:
        raise NotImplementedError("`copy` not supported")
    if kwargs:
        raise TypeError("unsupported keyword argument(s) provided")
    if indexing not in ("ij", "xy"):
        raise ValueError("`indexing` must be `'ij'` or `'xy'`")
    lines = [_lazy(x).flatten() for x in xi]
    swapped = indexing == "xy" and len(lines) > 1
    if swapped:
        lines[0], lines[1] = lines[1], lines[0]
    grid = [x[(None,) * at + (slice(None),) + (None,) * (len(lines) - at - 1)] for at, x in enumerate(lines)]
    if not sparse:
        sizes = tuple([len(x) for x in lines])
        blocks = tuple([x.chunks[0] for x in lines])
        grid = [broadcast_to(x, sizes, blocks) for x in grid]
    if swapped:
        grid[0], grid[1] = grid[1], grid[0]
    return tuple(grid)

def indices(dimensions: Any, dtype: Any = int, chunks: Any = "auto") -> Array:
    """The indices of each element of a grid, one array for each axis.

    >>> da.indices((2, 2))[1].compute()
    array([[0, 1],
           [0, 1]])
    """
    dimensions = tuple(dimensions)
    blocks = empty(dimensions, dtype=dtype, chunks=chunks).chunks
    lines = [arange(n, dtype=dtype, chunks=(cut,)) for n, cut in zip(dimensions, blocks)]
    if lines and 0 not in dimensions:
        return stack(meshgrid(*lines, indexing="ij"))
    return empty((len(dimensions),) + dimensions, dtype=dtype, chunks=(1,) + blocks)

def eye(N: int, chunks: Any = "auto", M: Any = None, k: int = 0, dtype: Any = float) -> Array:
    """Ones on a diagonal, zeros elsewhere.

    >>> da.eye(3, chunks=2).compute()
    array([[1., 0., 0.],
           [0., 1., 0.],
           [0., 0., 1.]])
    """
    if M is None:
        M = N
    if dtype is None:
        dtype = float
    if not isinstance(chunks, (int, str)):
        raise ValueError("chunks must be an int or string")
    size = empty((N, M), dtype=dtype, chunks=chunks).chunks[0][0]
    rows = arange(N, chunks=size)
    columns = arange(k - k, M, chunks=size)
    return _renamed((rows[:, None] + k == columns[None, :]).astype(dtype), "eye")

def tri(N: int, M: Any = None, k: int = 0, dtype: Any = float, chunks: Any = "auto", *, like: Any = None) -> Array:
    """Ones at and below a diagonal, zeros above.

    >>> da.tri(3, chunks=2).compute()
    array([[1., 0., 0.],
           [1., 1., 0.],
           [1., 1., 1.]])
    """
    if M is None:
        M = N
    blocks = empty((N, M), dtype=dtype, chunks=chunks).chunks
    rows = arange(N, chunks=blocks[0][0])
    columns = arange(-k, M - k, chunks=blocks[1][0])
    return greater_equal(rows[:, None], columns).astype(dtype)

def _below(m, k):
    rows = arange(m.shape[-2], chunks=(m.chunks[-2],))
    columns = arange(-k, m.shape[-1] - k, chunks=(m.chunks[-1],))
    return greater_equal(rows[:, None], columns)

def tril(m: Any, k: int = 0) -> Array:
    """The elements at and below a diagonal, zeros above.

    >>> da.tril(da.ones((2, 2))).compute()
    array([[1., 0.],
           [1., 1.]])
    """
    m = _lazy(m)
    return where(_below(m, k), m, _np.zeros((1,), dtype=m.dtype))

def triu(m: Any, k: int = 0) -> Array:
    """The elements at and above a diagonal, zeros below.

    >>> da.triu(da.ones((2, 2))).compute()
    array([[1., 1.],
           [0., 1.]])
    """
    m = _lazy(m)
    return where(_below(m, k - 1), _np.zeros((1,), dtype=m.dtype), m)

def diag(v: Any, k: int = 0) -> Array:
    """The diagonal of a matrix; of a vector the matrix with this diagonal.

    >>> da.diag(da.arange(1, 3, chunks=1)).compute()
    array([[1, 0],
           [0, 2]])
    """
    if not isinstance(v, (Array, _np.ndarray)):
        raise TypeError(f"v must be a dask array or numpy array, got {type(v)}")
    if isinstance(v, _np.ndarray):
        if v.ndim not in (1, 2):
            raise ValueError("Array must be 1d or 2d only")
        made = from_array(_np.diag(v, k), chunks=-1)
        return _renamed(made, "diag")
    if v.ndim != 1:
        if v.ndim != 2:
            raise ValueError("Array must be 1d or 2d only")
        made = diagonal(v, k)
        if k == 0 and v.chunks[0] == v.chunks[1]:
            return _renamed(made, "diag")
        return made
    if k > 0:
        return pad(diag(v), [[0, k], [k, 0]], mode="constant")
    if k < 0:
        return pad(diag(v), [[-k, 0], [0, -k]], mode="constant")
    line = arange(v.shape[0], chunks=v.chunks)
    return _renamed(where(line[:, None] == line[None, :], v[:, None], _np.zeros((1,), dtype=v.dtype)), "diag")

def diagonal(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Array:
    """The elements of a diagonal in the plane of two axes, along a last axis.

    >>> da.diagonal(da.arange(9, chunks=3).reshape((3, 3))).compute()
    array([0, 4, 8])
    """
    a = _lazy(a)
    if a.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    axis1 = _np._axis(axis1, a.ndim, "axis1")
    axis2 = _np._axis(axis2, a.ndim, "axis2")
    if axis1 == axis2:
        raise ValueError("axis1 and axis2 cannot be the same")
    k = offset
    if axis1 > axis2:
        axis1, axis2 = axis2, axis1
        k = -offset
    row = 0 if k >= 0 else -k
    column = k if k >= 0 else 0
    count = a.shape[axis1] - row
    if a.shape[axis2] - column < count:
        count = a.shape[axis2] - column
    if count < 0:
        count = 0
    # A block of the result ends where a block of the array does, along either axis.
    ends = []
    for start, blocks in ((row, a.chunks[axis1]), (column, a.chunks[axis2])):
        end = 0
        for n in blocks:
            end += n
            if 0 < end - start < count:
                ends.append(end - start)
    ends = sorted(set(ends)) + [count]
    sizes = tuple([b - c for b, c in zip(ends, [0] + ends[:-1])])
    steps = _np.arange(count)
    made = _points(a, (axis1, axis2), (steps + row, steps + column))
    made = moveaxis(made, 0, -1).rechunk({a.ndim - 2: sizes})
    return _renamed(made, "diagonal")

def compress(condition: Any, a: Any, axis: Any = None) -> Array:
    """The positions of an axis where a condition holds.

    >>> da.compress([True, False, True], da.arange(3)).compute()
    array([0, 2])
    """
    if not isinstance(condition, (Array, _np.ndarray)):
        condition = _np.asarray(condition)
    condition = condition.astype(bool)
    a = _lazy(a)
    if condition.ndim != 1:
        raise ValueError("Condition must be one dimensional")
    if axis is None:
        a = a.ravel()
        axis = 0
    axis = _axis(axis, a.ndim)
    a = a[_at(axis, a.ndim, slice(None, len(condition)))]
    return a[_at(axis, a.ndim, condition)]

def extract(condition: Any, arr: Any) -> Array:
    """The elements where a condition holds, along one axis.
    """
    condition = _lazy(condition).astype(bool)
    return compress(condition.ravel(), _lazy(arr).ravel())

def _pairs(array, value):
    # Two numbers for each axis: before and after.
    def number(x):
        return isinstance(x, (int, float, _np.generic)) or getattr(x, "ndim", None) == 0

    def numbers(x, count):
        if not isinstance(x, (tuple, list)) or len(x) != count:
            return False
        for item in x:
            if not number(item):
                return False
        return True

    if isinstance(value, _np.ndarray) and value.ndim > 0:
        value = value.tolist()
    ndim = array.ndim
    if number(value):
        return ndim * ((value, value),)
    if numbers(value, 1):
        return ndim * ((value[0], value[0]),)
    if numbers(value, 2):
        return ndim * (tuple(value),)
    if isinstance(value, (tuple, list)) and len(value) in (1, ndim):
        fits = True
        for item in value:
            fits = fits and numbers(item, 2)
        if fits and len(value) == ndim:
            return tuple([tuple(item) for item in value])
        if fits:
            return ndim * (tuple(value[0]),)
    raise TypeError("`pad_value` must be composed of integral typed values.")

_PADS = {
    "empty": [], "edge": [], "wrap": [], "constant": ["constant_values"], "linear_ramp": ["end_values"],
    "maximum": ["stat_length"], "mean": ["stat_length"], "median": ["stat_length"], "minimum": ["stat_length"],
    "reflect": ["reflect_type"], "symmetric": ["reflect_type"],
}

def pad(array: Any, pad_width: Any, mode: Any = "constant", **kwargs: Any) -> Array:
    """With elements added before and after along each axis. Modes: constant, edge, linear_ramp, maximum, mean, minimum,
    reflect, symmetric, wrap, empty, or a function as `np.pad` takes it.

    >>> da.pad(da.arange(3), (1, 2), constant_values=9).compute()
    array([9, 0, 1, 2, 9, 9])
    """
    array = _lazy(array)
    widths = _pairs(array, pad_width)
    if callable(mode):
        return _pad_function(array, widths, mode, kwargs)
    if mode not in _PADS:
        raise ValueError(f"mode '{mode}' is not supported")
    unsupported = set(kwargs) - set(_PADS[mode])
    if unsupported:
        raise ValueError(f"unsupported keyword arguments for mode '{mode}': {unsupported}")
    if mode in ("maximum", "mean", "median", "minimum"):
        return _pad_statistic(array, widths, mode, kwargs.get("stat_length", tuple([(n, n) for n in array.shape])))
    if mode in ("reflect", "symmetric", "wrap"):
        kind = kwargs.get("reflect_type", "even")
        if mode != "wrap" and kind == "odd":
            raise NotImplementedError("`pad` does not support `reflect_type` of `odd`.")
        if mode != "wrap" and kind != "even":
            raise ValueError("unsupported value for reflect_type, must be one of (`even`, `odd`)")
        return _pad_reused(array, widths, mode)
    if mode == "constant":
        return _pad_edges(array, widths, mode, kwargs.get("constant_values", 0))
    return _pad_edges(array, widths, mode, kwargs.get("end_values", 0))

def _largest(blocks):
    most = 0
    for n in blocks:
        if n > most:
            most = n
    return most

def _regular(size, most):
    if size == 0:
        return (0,)
    cut = [most] * (size // most) if most else [size]
    if most and size % most:
        cut.append(size % most)
    return tuple(cut)

def _pad_edges(array, widths, mode, values):
    values = _pairs(array, values)
    result = array
    for axis in range(array.ndim):
        sides = []
        for side in (0, 1):
            width = widths[axis][side]
            shape = tuple([width if at == axis else n for at, n in enumerate(result.shape)])
            blocks = [(width,) if at == axis else cut for at, cut in enumerate(result.chunks)]
            if mode == "constant":
                if width:
                    blocks[axis] = _regular(width, _largest(result.chunks[axis]))
                value = asarray(values[axis][side]).astype(result.dtype)
                sides.append(broadcast_to(value, shape, tuple(blocks)))
                continue
            if mode == "empty":
                sides.append(empty(shape, dtype=array.dtype, chunks=tuple(blocks)))
                continue
            edge = result[_at(axis, result.ndim, slice(None, 1) if side == 0 else slice(-1, None))]
            if mode == "edge":
                sides.append(broadcast_to(edge, shape, tuple(blocks)))
                continue
            step = -1 if side else 1
            sides.append(edge.map_blocks(_ramp, values[axis][side], width, axis, step, chunks=tuple(blocks), dtype=result.dtype))
        result = concatenate([sides[0], result, sides[1]], axis=axis)
    return result

def _ramp(edge, end, width, axis, step):
    # From the edge outwards to the end value; in front of the array it runs the other way.
    line = _np.linspace(end, _np.squeeze(edge, axis), width, endpoint=False, dtype=edge.dtype, axis=axis)
    return line if step == 1 else _np.flip(line, axis)

def _pad_reused(array, widths, mode):
    def corner(place):
        index = []
        turn = []
        for at, n, width in zip(place, array.shape, widths):
            before, after = width[::-1] if mode == "wrap" else width
            if at < 1:
                index.append(slice(1, before + 1) if mode == "reflect" else slice(None, before))
            elif at > 1:
                index.append(slice(n - after - 1, n - 1) if mode == "reflect" else slice(n - after, None))
            else:
                index.append(slice(None))
            turn.append(slice(None, None, -1) if at != 1 and mode != "wrap" else slice(None))
        return array[tuple(index)][tuple(turn)]

    def nested(before):
        if len(before) == array.ndim:
            return corner(tuple([2 - at for at in before]) if mode == "wrap" else before)
        return [nested(before + (at,)) for at in range(3)]

    return block(nested(()))

def _pad_statistic(array, widths, mode, lengths):
    if mode == "median":
        raise NotImplementedError("`pad` does not support `mode` of `median`.")
    lengths = _pairs(array, lengths)

    def corner(place):
        axes = []
        index = []
        shape = []
        blocks = []
        for axis, at in enumerate(place):
            n = array.shape[axis]
            if at == 1:
                index.append(slice(None))
                shape.append(n)
                blocks.append(array.chunks[axis])
                continue
            axes.append(axis)
            width = widths[axis][0 if at == 0 else 1]
            length = lengths[axis][0 if at == 0 else 1]
            index.append(slice(None, length) if at == 0 else slice(n - length, None))
            shape.append(width)
            blocks.append((width,))
        part = array[tuple(index)]
        if not axes:
            return part
        axes = tuple(axes)
        if mode == "maximum":
            part = part.max(axis=axes, keepdims=True)
        elif mode == "minimum":
            part = part.min(axis=axes, keepdims=True)
        else:
            part = part.mean(axis=axes, keepdims=True)
        part = broadcast_to(part, tuple(shape), chunks=tuple(blocks))
        if mode == "mean":
            if _np.issubdtype(array.dtype, _np.integer):
                part = rint(part)
            part = part.astype(array.dtype)
        return part

    def nested(before):
        if len(before) == array.ndim:
            return corner(before)
        return [nested(before + (at,)) for at in range(3)]

    return block(nested(()))

def _pad_block(block, function, widths, axis, options):
    made = block.copy()
    moved = _np.moveaxis(made, axis, -1)
    for place in _np.ndindex(*moved.shape[:-1]):
        function(moved[place], widths, axis, options)
    return made

def _pad_function(array, widths, function, options):
    result = _pad_edges(array, widths, "constant", 0)
    blocks = result.chunks
    for axis in range(result.ndim):
        result = result.rechunk({axis: -1})
        result = result.map_blocks(_pad_block, function, widths[axis], axis, options, dtype=result.dtype)
        result = result.rechunk(blocks)
    return result

class _VIndex:
    def __init__(self, array):
        self._array = array

    def __getitem__(self, key):
        return _vindex(self._array, key if isinstance(key, tuple) else (key,))

def _make_vindex(array):
    return _VIndex(array)

def _vindex(x, key):
    for item in key:
        if item is None:
            raise IndexError(f"vindex does not support indexing with None (np.newaxis), got {key}")
    slices = 0
    for item in key:
        slices += isinstance(item, slice)
    if slices == len(key):
        whole = True
        for item, n in zip(key, x.shape):
            whole = whole and item.indices(n) == (0, n, 1)
        if whole:
            return x
        raise IndexError(
            "vindex requires at least one non-slice to vectorize over when the slices are not over the entire array "
            f"(i.e, x[:]). Use normal slicing instead when only using slices. Got: {key}"
        )
    for item in key:
        if isinstance(item, Array):
            raise IndexError(
                "vindex does not support indexing with dask objects. Call compute on the indexer first to get an "
                f"evalurated array. Got: {key}"
            )
    if Ellipsis in [item for item in key if item is Ellipsis]:
        at = [item is Ellipsis for item in key].index(True)
        key = key[:at] + (slice(None),) * (x.ndim - len(key) + 1) + key[at + 1:]
    key = key + (slice(None),) * (x.ndim - len(key))
    plain = []
    lists = []
    for item in key:
        if isinstance(item, (int, _np.integer, slice)):
            plain.append(item)
            if isinstance(item, slice):
                lists.append(None)
        else:
            plain.append(slice(None))
            lists.append(_np.array(item))
    x = x[tuple(plain)]
    axes = []
    points = []
    for axis, (item, n) in enumerate(zip(lists, x.shape)):
        if item is None:
            continue
        if item.dtype == bool:
            raise IndexError("vindex does not support indexing with boolean arrays")
        if ((item >= n) | (item < -n)).any():
            raise IndexError(f"vindex key has entries out of bounds for indexing along axis {axis} of size {n}: {item!r}")
        axes.append(axis)
        points.append(item % n)
    if not axes:
        return x
    try:
        wide = _np.broadcast_arrays(*points)
    except ValueError:
        shapes = " ".join([str(item.shape) for item in points])
        raise IndexError(f"shape mismatch: indexing arrays could not be broadcast together with shapes {shapes}")
    made = _points(x, tuple(axes), tuple([item.ravel() for item in wide]))
    return made.reshape(wide[0].shape + made.shape[1:])

def broadcast_to(x: Any, shape: Any, chunks: Any = None, meta: Any = None) -> Array:
    """The array repeated along axes of size 1, and along new ones in front.

    >>> da.broadcast_to(da.arange(3), (2, 3)).compute()
    array([[0, 1, 2],
           [0, 1, 2]])
    """
    ...

def empty_like(a: Any, dtype: Any = None, order: Any = "C", chunks: Any = None, name: Any = None, shape: Any = None) -> Array:
    """An array with the shape, dtype and blocks of another, whose elements are yet to be set (here: zeros).

    >>> da.empty_like(da.arange(3)).shape
    (3,)
    """
    return _like(empty, a, dtype, chunks, name, shape)

def _like(make, a, dtype, chunks, name, shape):
    a = _lazy(a)
    if chunks is None:
        chunks = a.chunks if shape is None else "auto"
    return make(a.shape if shape is None else shape, dtype=a.dtype if dtype is None else dtype, chunks=chunks, name=name)

def ndim(a: Any) -> int:
    """The number of axes.

    >>> da.ndim(da.ones((2, 3)))
    2
    """
    return _lazy(a).ndim

def shape(array: Any) -> tuple[int, ...]:
    """The size of each axis.

    >>> da.shape(da.ones((2, 3)))
    (2, 3)
    """
    return array.shape

def asanyarray(a: Any, dtype: Any = None, order: Any = None, *, like: Any = None, inline_array: bool = False) -> Array:
    """A lazy array over numbers in memory; a lazy array as it is.

    >>> da.asanyarray([1, 2]).compute()
    array([1, 2])
    """
    return asarray(a, dtype=dtype)

def _last_of(block: Any, axis: int, unit: Any) -> Any:
    """The last elements of a block along an axis, which its running results end with."""
    if block.shape[axis] == 0:
        shape = list(block.shape)
        shape[axis] = 1
        return _np.full(tuple(shape), unit, dtype=block.dtype)
    return block[(slice(None),) * axis + (slice(-1, None),)]

def _before(ends: Any, f: Any, axis: int, unit: Any) -> Any:
    """What stands before each block: the running results of the ends of the blocks before it."""
    first = list(ends.shape)
    first[axis] = 1
    done = f(ends[(slice(None),) * axis + (slice(None, -1),)], axis=axis, dtype=ends.dtype)
    return _np.concatenate([_np.full(tuple(first), unit, dtype=ends.dtype), done], axis=axis)

def _run(block: Any, f: Any, axis: int, to: Any) -> Any:
    """The running results of a block, in a dtype."""
    return f(block, axis=axis, dtype=to)

def _scan(f: Any, plain: Any, plus: Any, x: Any, axis: Any, dtype: Any, out: Any, method: Any, token: str) -> Array:
    """Running results: those of each block, to which what stands before the block is added."""
    if method not in ("sequential", "blelloch"):
        raise ValueError(f'Invalid method for cumreduction.  Expected "sequential" or "blelloch".  Got: {method!r}')
    _no_out(out)
    x = asarray(x)
    if axis is None:
        if x.ndim > 1 or method == "blelloch":
            x = _flat(x).rechunk(x.npartitions)
        axis = 0
    axis = _axis_of(axis, x.ndim)
    if dtype is None:
        dtype = f(_np.ones((0,), dtype=x.dtype)).dtype
    unit = 1 if plus is multiply else -0.0 if _np.ones(1, dtype=dtype).dtype.kind == "f" else 0
    runs = x.map_blocks(_run, f, axis, dtype, dtype=dtype, token=token)
    if x.numblocks[axis] == 1:
        return runs
    short = tuple([(1,) * len(c) if k == axis else c for k, c in enumerate(x.chunks)])
    ends = runs.map_blocks(_last_of, axis, unit, dtype=dtype, chunks=short)
    whole = ends.rechunk({axis: -1})
    before = whole.map_blocks(_before, plain, axis, unit, dtype=dtype).rechunk({axis: 1})
    index = tuple(range(x.ndim))
    return blockwise(_np.multiply if plus is multiply else _np.add, index, runs, index, before, index, dtype=dtype, align_arrays=False, adjust_chunks={axis: x.chunks[axis]}, token=token)

def cumsum(x: Any, axis: Any = None, dtype: Any = None, out: Any = None, method: str = "sequential") -> Array:
    """Running sums. Each block is summed by itself, then what stands before it is added.

    >>> da.cumsum(da.arange(5, chunks=2)).compute()
    array([ 0,  1,  3,  6, 10])
    """
    return _scan(_np.cumsum, _np.cumsum, add, x, axis, dtype, out, method, "cumsum")

def cumprod(x: Any, axis: Any = None, dtype: Any = None, out: Any = None, method: str = "sequential") -> Array:
    """Running products.

    >>> da.cumprod(da.arange(1, 6, chunks=2)).compute()
    array([  1,   2,   6,  24, 120])
    """
    return _scan(_np.cumprod, _np.cumprod, multiply, x, axis, dtype, out, method, "cumprod")

def nancumsum(x: Any, axis: Any, dtype: Any = None, out: Any = None, *, method: str = "sequential") -> Array:
    """Running sums, NaN taken for 0.

    >>> da.nancumsum(da.from_array(np.array([1.0, np.nan, 2.0]), chunks=2), axis=0).compute()
    array([1., 1., 3.])
    """
    return _scan(_np.nancumsum, _np.cumsum, add, x, axis, dtype, out, method, "nancumsum")

def nancumprod(x: Any, axis: Any, dtype: Any = None, out: Any = None, *, method: str = "sequential") -> Array:
    """Running products, NaN taken for 1.

    >>> da.nancumprod(da.from_array(np.array([2.0, np.nan, 3.0]), chunks=2), axis=0).compute()
    array([2., 2., 6.])
    """
    return _scan(_np.nancumprod, _np.cumprod, multiply, x, axis, dtype, out, method, "nancumprod")

def ediff1d(ary: Any, to_end: Any = None, to_begin: Any = None) -> Array:
    """Differences of neighbours in the flattened array, with what stands before and after them.

    >>> da.ediff1d(da.arange(4, chunks=2) ** 2, to_begin=-1).compute()
    array([-1,  1,  3,  5])
    """
    flat = _flat(ary)
    parts = [flat[1:] - flat[:-1]]
    if to_begin is not None:
        parts = [_flat(_np.ravel(to_begin))] + parts
    if to_end is not None:
        parts.append(_flat(_np.ravel(to_end)))
    return concatenate(parts)

def corrcoef(x: Any, y: Any = None, rowvar: Any = 1) -> Array:
    """Correlation coefficients.

    >>> da.corrcoef(da.from_array(np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 7.0]]), chunks=2)).compute()
    array([[1.        , 0.99339927],
           [0.99339927, 1.        ]])
    """
    c = cov(x, y, rowvar)
    if c.shape == ():
        return c / c
    place = arange(c.shape[0], chunks=c.chunks[0])
    spread = sqrt(where(place[:, None] == place[None, :], c, 0.0).sum(axis=0))
    return c / spread[:, None] / spread[None, :]

def nan_to_num(x: Any, copy: bool = True, nan: float = 0.0, posinf: Any = None, neginf: Any = None) -> Array:
    """NaN and infinities replaced by numbers.

    >>> da.nan_to_num(da.from_array(np.array([1.0, np.nan]))).compute()
    array([1., 0.])
    """
    x = asarray(x)
    return x.map_blocks(_np.nan_to_num, copy=copy, nan=nan, posinf=posinf, neginf=neginf, dtype=x.dtype, token="nan_to_num")

def _single(a: Any, axes: Any) -> Array:
    """The array with one block along these axes; the others are cut anew if it had more."""
    if _np.max([a.numblocks[k] for k in axes]) > 1:
        return a.rechunk({k: -1 if k in axes else "auto" for k in range(a.ndim)})
    return a

def _middle(f: Any, a: Any, axis: Any, keepdims: bool, out: Any, name: str) -> Array:
    """`median` and `nanmedian`."""
    if axis is None:
        only = "an axis or a subset of axes" if name == "nanmedian" else "an axis"
        raise NotImplementedError(f"The da.{name} function only works along {only}.  The full algorithm is difficult to do in parallel")
    _no_out(out)
    a = asarray(a)
    axes = [k + a.ndim if k < 0 else k for k in (axis if isinstance(axis, (tuple, list)) else (axis,))]
    if axes == [0] and _order._is_far(a):
        middle = _order._median(a, name == "nanmedian")
        return middle[None] if keepdims else middle
    a = _single(a, axes)
    dtype = f(_np.ones(1, dtype=a.dtype)).dtype
    if keepdims:
        short = tuple([(1,) if k in axes else c for k, c in enumerate(a.chunks)])
        return a.map_blocks(f, axis=tuple(axes), keepdims=True, chunks=short, dtype=dtype, token=name)
    return a.map_blocks(f, axis=tuple(axes), drop_axis=axes, dtype=dtype, token=name)

def median(a: Any, axis: Any = None, keepdims: bool = False, out: Any = None) -> Array:
    """The middle value along an axis, which is put into one block.

    >>> da.median(da.from_array(np.array([[3, 1, 2], [9, 7, 8]]), chunks=2), axis=1).compute()
    array([2., 8.])
    """
    return _middle(_np.median, a, axis, keepdims, out, "median")

def nanmedian(a: Any, axis: Any = None, keepdims: bool = False, out: Any = None) -> Array:
    """The middle value along an axis, NaNs left out.

    >>> da.nanmedian(da.from_array(np.array([3.0, np.nan, 1.0]), chunks=2), axis=0).compute()
    np.float64(2.0)
    """
    return _middle(_np.nanmedian, a, axis, keepdims, out, "nanmedian")

def _cuts(f: Any, a: Any, q: Any, axis: Any, out: Any, again: bool, method: str, keepdims: bool, weights: Any, name: str, token: str) -> Array:
    """`quantile` and `nanquantile`."""
    a = asarray(a)
    if axis is None:
        if a.npartitions > 1:
            raise NotImplementedError(f"The da.{name} function only works along an axis.  The full algorithm is difficult to do in parallel")
        axis = tuple(range(a.ndim))
    axes = [k + a.ndim if k < 0 else k for k in (axis if isinstance(axis, (tuple, list)) else (axis,))]
    if again:
        raise NotImplementedError(f"da.{name} does not support overwrite_input=True")
    if weights is not None:
        raise NotImplementedError("weights= of quantiles is not in rdask yet")
    _no_out(out)
    q = _np.asarray(q)
    if axes == [0] and _order._is_far(a):
        found = _order._quantiles(a, q, method, token == "_custom_nanquantile")
        return found[..., None] if keepdims else found
    a = _single(a, axes)
    dtype = f(_np.zeros(1, dtype=a.dtype), _np.asarray(0.5, dtype=q.dtype if q.dtype.kind == "f" else float64), method=method).dtype
    rest = tuple([(1,) if k in axes else c for k, c in enumerate(a.chunks) if keepdims or k not in axes])
    chunks = tuple([(n,) for n in q.shape]) + rest
    return a.map_blocks(f, q, method=method, axis=tuple(axes), keepdims=keepdims, drop_axis=None if keepdims else axes, new_axis=list(range(q.ndim)) if q.ndim else None, chunks=chunks, dtype=dtype, token=token)

def quantile(a: Any, q: Any, axis: Any = None, out: Any = None, overwrite_input: bool = False, method: str = "linear", keepdims: bool = False, *, weights: Any = None, interpolation: Any = None) -> Array:
    """The values below which a fraction `q` of the elements along an axis is, by any of NumPy's methods.

    >>> da.quantile(da.from_array(np.array([[1, 2, 3], [4, 5, 9]]), chunks=2), [0.5, 1.0], axis=1).compute()
    array([[2., 5.],
           [3., 9.]])
    """
    if interpolation is not None:
        if method != "linear":
            raise TypeError("Cannot pass interpolation and method keywords!")
        method = interpolation
    return _cuts(_np.quantile, a, q, axis, out, overwrite_input, method, keepdims, weights, "quantile", "quantile")

def nanquantile(a: Any, q: Any, axis: Any = None, out: Any = None, overwrite_input: bool = False, method: str = "linear", keepdims: bool = False, *, weights: Any = None, interpolation: Any = None) -> Array:
    """Quantiles along an axis, NaNs left out.

    >>> da.nanquantile(da.from_array(np.array([1.0, np.nan, 3.0]), chunks=2), 0.5, axis=0).compute()
    np.float64(2.0)
    """
    if interpolation is not None:
        if method != "linear":
            raise TypeError("Cannot pass interpolation and method keywords!")
        method = interpolation
    return _cuts(_np.nanquantile, a, q, axis, out, overwrite_input, method, keepdims, weights, "nanquantile", "_custom_nanquantile")

def percentile(a: Any, q: Any, method: str = "linear", internal_method: str = "default", **kwargs: Any) -> Array:
    """Percentiles, exact: of a vector, or along an `axis` of other arrays.

    >>> da.percentile(da.arange(5, chunks=2), [25, 50]).compute()
    array([1., 2.])
    """
    if a.ndim == 0:
        raise NotImplementedError("support for arrays of ndim 0 is not implemented.")
    if "interpolation" in kwargs:
        method = kwargs.pop("interpolation")
    if a.ndim > 1:
        return quantile(a, _np.divide(q, a.dtype.type(100) if a.dtype.kind == "f" else 100), method=method, **kwargs)
    if kwargs:
        raise TypeError(f"percentile() got an unexpected keyword argument {kwargs.keys()}")
    if internal_method not in ("default", "dask", "tdigest"):
        raise ValueError("`internal_method=` must be one of {'default', 'dask', 'tdigest'}")
    dtype = float64 if a.dtype.kind in "iu" and method in ("linear", "midpoint") else a.dtype
    if _order._is_far(a):
        found = _order._quantiles(a, _np.asarray(q) / 100, method, False)
        return found.astype(dtype)
    a = _single(a, [0])
    if isinstance(q, (int, float)):
        return a.map_blocks(_percentile, q, method, dtype, drop_axis=0, dtype=dtype, token="reshape")
    q = _np.asarray(q)
    return a.map_blocks(_percentile, q, method, dtype, chunks=((len(q),),), dtype=dtype, token="percentile")

def _percentile(block: Any, q: Any, method: str, dtype: Any) -> Any:
    """Percentiles of a whole vector, in a dtype."""
    if not block.size:
        raise ValueError("No non-trivial arrays found")
    return _np.percentile(block, q, method=method).astype(dtype)

def nanpercentile(a: Any, q: Any, **kwargs: Any) -> Array:
    """Percentiles along an axis, NaNs left out.

    >>> da.nanpercentile(da.from_array(np.array([1.0, np.nan, 3.0]), chunks=2), 50, axis=0).compute()
    np.float64(2.0)
    """
    return nanquantile(a, _np.divide(q, a.dtype.type(100) if a.dtype.kind == "f" else 100), **kwargs)

def _topmost(block: Any, k: int, axis: int) -> Any:
    """The `k` largest along an axis in descending order, or the `-k` smallest in ascending order."""
    block = _np.sort(block, axis=axis)
    before = (slice(None),) * axis
    if k > 0:
        return _np.flip(block[before + (slice(-k, None),)], axis=axis)
    return block[before + (slice(None, -k),)]

def _ends(at: Any, k: int, axis: int) -> Any:
    """The last `k` along an axis, or the first `-k`."""
    before = (slice(None),) * axis
    return at[before + ((slice(-k, None) if k > 0 else slice(None, -k)),)]

def _best(block: Any, k: int, axis: int) -> Any:
    """Where the `k` largest of a block, or the `-k` smallest, stand, in ascending order."""
    return _ends(_np.argsort(block, axis=axis, kind="stable"), k, axis)

def _chosen_along(block: Any, at: Any, axis: int) -> Any:
    """The elements of a block at positions along an axis."""
    return _np.take_along_axis(block, at, axis=axis)

def _largest_at(block: Any, at: Any, k: int, axis: int) -> Any:
    """Of the best of all blocks the positions of the best, in the order in which they are wanted."""
    found = _np.take_along_axis(at, _best(block, k, axis), axis=axis)
    return _np.flip(found, axis=axis) if k > 0 else found

def _least(n: int, k: int) -> int:
    """The smaller of a size and the number of elements that are kept."""
    return n if n < k else k

def topk(a: Any, k: int, axis: int = -1, split_every: Any = None) -> Array:
    """The `k` largest elements along an axis, the largest first; the `-k` smallest, if `k` is negative.

    >>> da.topk(da.from_array(np.array([5, 1, 3, 6]), chunks=2), 2).compute()
    array([6, 5])
    >>> da.topk(da.from_array(np.array([5, 1, 3, 6]), chunks=2), -2).compute()
    array([1, 3])
    """
    a = asarray(a)
    axis, k = _axis_of(axis, a.ndim), int(k)
    every = _split_along(split_every, axis)
    if k == 0 or a.shape[axis] == 0:
        empty_chunks = tuple([(0,) if i == axis else c for i, c in enumerate(a.chunks)])
        return _renamed(a[_at(axis, a.ndim, slice(0, 0))].rechunk(empty_chunks), "topk_aggregate-aggregate")
    while True:
        last = a.numblocks[axis] == 1
        short = tuple([tuple([_least(n, k if k > 0 else -k) for n in c]) if i == axis else c for i, c in enumerate(a.chunks)])
        a = a.map_blocks(_topmost, k, axis, chunks=short, dtype=a.dtype, token="topk_aggregate-aggregate" if last else "topk")
        if last:
            return a
        a = a.rechunk({axis: _groups(a.chunks[axis], every)})

def _split_along(split_every: Any, axis: int) -> int:
    """How many results along an axis are combined at once."""
    from dask.array.reductions import _split
    return _split(split_every, (axis,))[axis]

def _groups(sizes: Any, every: int) -> Any:
    """The sizes of blocks, so many of them put together."""
    return tuple([int(_np.sum(sizes[at : at + every])) for at in range(0, len(sizes), every)])

def argtopk(a: Any, k: int, axis: int = -1, split_every: Any = None) -> Array:
    """Where the `k` largest elements stand along an axis; the `-k` smallest, if `k` is negative.

    >>> da.argtopk(da.from_array(np.array([5, 1, 3, 6]), chunks=2), 2).compute()
    array([3, 0])
    """
    a = asarray(a)
    axis, k = _axis_of(axis, a.ndim), int(k)
    if k == 0 or a.shape[axis] == 0:
        return _renamed(topk(a, 0, axis).astype(_np.int64), "argtopk_aggregate-aggregate")
    count = k if k > 0 else -k
    short = tuple([tuple([_least(n, count) for n in c]) if i == axis else c for i, c in enumerate(a.chunks)])
    at = a.map_blocks(_best, k, axis, chunks=short, dtype=_np.int64, token="argtopk")
    best = map_blocks(_chosen_along, a, at, axis, chunks=short, dtype=a.dtype, token="argtopk-values")
    starts = [0]
    for n in a.chunks[axis][:-1]:
        starts.append(starts[-1] + n)
    shift = _np.repeat(_np.array(starts), short[axis]).reshape((-1,) + (1,) * (a.ndim - axis - 1))
    at, every = at + shift, _split_along(split_every, axis)
    while True:
        groups = _groups(at.chunks[axis], every)
        at, best = at.rechunk({axis: groups}), best.rechunk({axis: groups})
        short = tuple([tuple([_least(n, count) for n in c]) if i == axis else c for i, c in enumerate(at.chunks)])
        if len(groups) == 1:
            return map_blocks(_largest_at, best, at, k, axis, chunks=short, dtype=_np.int64, token="argtopk_aggregate-aggregate")
        places = best.map_blocks(_best, k, axis, chunks=short, dtype=_np.int64, token="argtopk")
        at = map_blocks(_chosen_along, at, places, axis, chunks=short, dtype=_np.int64, token="argtopk-places")
        best = map_blocks(_chosen_along, best, places, axis, chunks=short, dtype=a.dtype, token="argtopk-values")

def sort(a: Any, axis: Any = -1) -> Array:
    """A sorted array along an axis, across its blocks; flattened, if the axis is None. Beyond Dask.

    >>> da.sort(da.from_array(np.array([3, 1, 2, 0]), chunks=2)).compute()
    array([0, 1, 2, 3])
    """
    from dask.array.order import _sort
    a = asarray(a)
    a, axis = (_flat(a), 0) if axis is None else (a, axis)
    return _sort(a, _axis_of(axis, a.ndim))

def argsort(a: Any, axis: Any = -1) -> Array:
    """The positions that sort along an axis, across its blocks. Beyond Dask.

    >>> da.argsort(da.from_array(np.array([3, 1, 2, 0]), chunks=2)).compute()
    array([3, 1, 2, 0])
    """
    from dask.array.order import _argsort
    a = asarray(a)
    a, axis = (_flat(a), 0) if axis is None else (a, axis)
    return _argsort(a, _axis_of(axis, a.ndim))

def lexsort(keys: Any, axis: int = -1) -> Array:
    """The positions that sort by several keys, the last of which counts first. Beyond Dask.

    >>> da.lexsort((da.from_array(np.array([9, 4, 0]), chunks=2), da.from_array(np.array([1, 5, 1]), chunks=2))).compute()
    array([2, 0, 1])
    """
    keys = [asarray(key) for key in keys]
    if not keys:
        raise TypeError("need sequence of keys with len > 0 in lexsort")
    for key in keys:
        if key.shape != keys[0].shape:
            raise ValueError("all keys need to be the same shape")
    axis = _axis_of(axis, keys[0].ndim)
    from dask.array.order import _lexsort
    return _lexsort([key.rechunk(keys[0].chunks) for key in keys], axis)

def _counts_of(block: Any, edges: Any, bounds: Any, weights: Any, ndim: int) -> Any:
    """The histogram of a block, with an axis of size 1 for each axis of the block in front."""
    made = _np.histogram(block, edges, range=bounds, weights=weights)[0]
    return made.reshape((1,) * ndim + made.shape)

def _weighed(block: Any, weights: Any, edges: Any, bounds: Any, ndim: int) -> Any:
    """`_counts_of` with the weights among the blocks."""
    return _counts_of(block, edges, bounds, weights, ndim)

def histogram(a: Any, bins: Any = None, range: Any = None, normed: Any = False, weights: Any = None, density: Any = None) -> Any:
    """Counts of elements in bins, and the bins' edges. Give the edges, or their number and the range.

    >>> n, edges = da.histogram(da.arange(6, chunks=4), bins=3, range=(0, 6))
    >>> n.compute(), edges
    (array([2, 2, 2]), array([0., 2., 4., 6.]))
    """
    if isinstance(bins, str):
        raise TypeError("dask.array.histogram takes bins as a number or as edges, not by the name of a rule")
    lazy = isinstance(bins, Array)
    scalar = bins is not None and (bins.ndim == 0 if lazy else _np.ndim(bins) == 0)
    if bins is None or (scalar and range is None):
        raise ValueError("dask.array.histogram requires either specifying bins as an iterable or specifying both a range and the number of bins")
    if weights is not None and weights.chunks != a.chunks:
        raise ValueError("Input array and weights must have the same chunked structure")
    if normed is not False:
        raise ValueError("The normed= keyword argument has been deprecated. Please use density instead. See the numpy.histogram docstring for more information.")
    if density and scalar and lazy:
        raise NotImplementedError("When `density` is True, `bins` cannot be a scalar Dask object. It must be a concrete number or a (possibly-delayed) array/sequence of bin edges.")
    if range is not None:
        try:
            if len(range) != 2:
                raise ValueError(f"range must be a sequence or array of length 2, but got {len(range)} items")
        except TypeError:
            raise TypeError(f"Expected a sequence or array for range, not {range}") from None
    if scalar:
        low, high = range[0], range[1]
        if lazy or isinstance(low, Array) or isinstance(high, Array):
            if lazy:
                bins = bins.compute()
            edges = _renamed(_spaced(low, high, int(bins)), "linspace")
        else:
            edges = _np.linspace(low, high, bins + 1)
            if bins < 1:
                raise ValueError("`bins` must be positive, when an integer")
            if low > high:
                raise ValueError("max must be larger than min in range parameter.")
    else:
        edges = bins if lazy else _np.asarray(bins)
        if edges.ndim != 1:
            raise ValueError(f"bins must be a 1-dimensional array or sequence, got shape {edges.shape}")
    n = _histogram(asarray(a), edges, None, weights)
    if not scalar and not lazy and not isinstance(bins, _np.ndarray):
        edges = asarray(edges)
    if density:
        width = diff(asarray(edges)).astype(float64)
        return n / width / n.sum(), edges
    return n, edges

def _spaced(low: Any, high: Any, count: int) -> Array:
    """Edges between lazy bounds."""
    low, high = asarray(low).astype(float64), asarray(high).astype(float64)
    return low + (high - low) * (arange(count + 1, chunks=-1) / count)

def _histogram(a: Any, edges: Any, bounds: Any, weights: Any) -> Array:
    """The histogram of each block, then their sum."""
    nd = a.ndim
    index = tuple(_builtin_range(nd))
    short = {k: (1,) * len(c) for k, c in enumerate(a.chunks)}
    nbins = edges.shape[0] - 1
    dtype = _np.int64 if weights is None else weights.dtype
    blocks_ = [a, index] if weights is None else [a, index, weights, index]
    f = _counts_of if weights is None else _weighed
    if isinstance(edges, Array):
        edges = edges.rechunk(-1)
        f = _counts_by if weights is None else _weighed_by
        made = blockwise(f, index + (nd,), *blocks_, edges, (nd + 1,), nd=nd, new_axes={nd: nbins}, adjust_chunks=short, concatenate=True, dtype=dtype)
    elif weights is None:
        made = blockwise(f, index + (nd,), *blocks_, edges=edges, bounds=bounds, weights=None, ndim=nd, new_axes={nd: nbins}, adjust_chunks=short, dtype=dtype)
    else:
        made = blockwise(f, index + (nd,), *blocks_, edges=edges, bounds=bounds, ndim=nd, new_axes={nd: nbins}, adjust_chunks=short, dtype=dtype)
    return made.sum(axis=index)

def _counts_by(block: Any, edges: Any, nd: int) -> Any:
    """`_counts_of` with lazy edges."""
    return _counts_of(block, edges, None, None, nd)

def _weighed_by(block: Any, weights: Any, edges: Any, nd: int) -> Any:
    """`_weighed` with lazy edges."""
    return _counts_of(block, edges, None, weights, nd)

def _builtin_range(*bounds: Any) -> Any:
    """Python's `range`, where a parameter of that name hides it."""
    return range(*bounds)

def histogram2d(x: Any, y: Any, bins: Any = 10, range: Any = None, normed: Any = None, weights: Any = None, density: Any = None) -> Any:
    """Counts of points in a grid of bins, and the edges along both axes.

    >>> x, y = da.arange(4, chunks=2), da.arange(4, chunks=2)
    >>> da.histogram2d(x, y, bins=2, range=((0, 4), (0, 4)))[0].compute()
    array([[2., 0.],
           [0., 2.]])
    """
    counts, edges = histogramdd((x, y), bins, range, normed, weights, density)
    return counts, edges[0], edges[1]

def histogramdd(sample: Any, bins: Any, range: Any = None, normed: Any = None, weights: Any = None, density: Any = None) -> Any:
    """Counts of points in bins of several dimensions: a row for each point, or a sequence of coordinates.

    >>> x = da.from_array(np.array([[0, 0], [1, 3], [3, 3]]), chunks=(2, 2))
    >>> da.histogramdd(x, bins=2, range=((0, 4), (0, 4)))[0].compute()
    array([[1., 1.],
           [0., 1.]])
    """
    if normed is not None:
        raise ValueError("The normed= keyword argument has been deprecated. Please use density instead.")
    if isinstance(sample, Array):
        if sample.ndim != 2:
            raise ValueError("Sample must be a 2D array of shape (N, D)")
        if sample.numblocks[1] != 1:
            raise ValueError("Input array can only be chunked along the 0th axis.")
        columns = [sample[:, k] for k in _builtin_range(sample.shape[1])]
    else:
        columns = [asarray(part) for part in sample]
        for part in columns[1:]:
            if part.chunks != columns[0].chunks:
                raise ValueError("All coordinate arrays must be chunked identically.")
    dims = len(columns)
    if weights is not None and weights.chunks[0] != columns[0].chunks[0]:
        raise ValueError("Input array and weights must have the same shape and chunk structure along the first dimension.")
    if isinstance(bins, int):
        bins = (bins,) * dims
    elif isinstance(bins, (tuple, list)) and len(bins) != dims:
        raise ValueError("The dimension of bins must be equal to the dimension of the sample.")
    counted = [isinstance(b, int) for b in bins]
    for k in _builtin_range(dims):
        if counted[k] and range is None:
            raise ValueError("The input bins given as numbers need a range for each dimension: range=((low, high), ...)")
    if range is not None and len(range) != dims:
        raise ValueError("range argument requires one entry, a min max pair, per dimension.")
    edges = []
    for k in _builtin_range(dims):
        edges.append(_np.linspace(range[k][0], range[k][1], bins[k] + 1) if counted[k] else _np.asarray(bins[k]))
    shape = tuple([len(edge) - 1 for edge in edges])
    args = []
    for part in columns + ([] if weights is None else [weights]):
        args.extend([part, (0,)])
    made = blockwise(_counts_dd, (0,) + tuple(_builtin_range(1, dims + 1)), *args, edges=edges, weighed=weights is not None, new_axes={k + 1: n for k, n in enumerate(shape)}, adjust_chunks={0: (1,) * columns[0].numblocks[0]}, dtype=float64 if weights is None else weights.dtype)
    counts = made.sum(axis=0)
    if density:
        total = counts.sum()
        for k, edge in enumerate(edges):
            counts = counts / _np.diff(edge).reshape(tuple([len(edge) - 1 if j == k else 1 for j in _builtin_range(dims)]))
        counts = counts / total
        return counts, edges
    return counts, [asarray(edge) for edge in edges]

def _counts_dd(*blocks: Any, edges: Any, weighed: bool) -> Any:
    """The histogram of points whose coordinates are these blocks."""
    weights = blocks[-1] if weighed else None
    columns = blocks[:-1] if weighed else blocks
    made = _np.histogramdd(_np.stack(columns, axis=1), bins=edges, weights=weights)[0]
    return (made if weights is None else made.astype(weights.dtype)).reshape((1,) + made.shape)

def _whole(x: Any) -> Array:
    """A vector in one block."""
    return x.rechunk(-1) if x.npartitions > 1 else x

def bincount(x: Any, weights: Any = None, minlength: int = 0, split_every: Any = None) -> Array:
    """How often each small integer occurs, or the sums of its weights.

    >>> da.bincount(da.from_array(np.array([0, 1, 1, 3]), chunks=2), minlength=5).compute()
    array([1, 2, 0, 1, 0])
    """
    if x.ndim != 1:
        raise ValueError("Input array must be one dimensional. Try using x.ravel()")
    if weights is not None and weights.chunks != x.chunks:
        raise ValueError("Chunks of input array x and weights must match.")
    size = float("nan") if minlength == 0 else minlength
    dtype = _np.int64 if weights is None else float64
    args = [x, (0,)] if weights is None else [x, (0,), weights, (0,)]
    parts = blockwise(_np.bincount, (0,), *args, minlength=minlength, adjust_chunks={0: size}, dtype=dtype, token="bincount")
    return blockwise(_added, (1,), parts, (0,), new_axes={1: size}, dtype=dtype, token="_bincount_agg-aggregate")

def _added(blocks_: Any) -> Any:
    """The sum of counts of unlike lengths."""
    if not isinstance(blocks_, list):
        return blocks_
    size = _np.max([len(part) for part in blocks_])
    made = _np.zeros(size, dtype=blocks_[0].dtype)
    for part in blocks_:
        made[:len(part)] += part
    return made

def digitize(a: Any, bins: Any, right: bool = False) -> Array:
    """The number of the bin in which each element falls.

    >>> da.digitize(da.arange(4, chunks=2), [1, 3]).compute()
    array([0, 1, 1, 2])
    """
    return a.map_blocks(_np.digitize, dtype=_np.int64, bins=_np.asarray(bins), right=right)

def searchsorted(a: Any, v: Any, side: str = "left", sorter: Any = None) -> Array:
    """Where values would be inserted into a sorted vector.

    >>> da.searchsorted(da.arange(5, chunks=2), da.from_array(np.array([1, 3]))).compute()
    array([1, 3])
    """
    if a.ndim != 1:
        raise ValueError("Input array a must be one dimensional")
    if sorter is not None:
        raise NotImplementedError("da.searchsorted with a sorter argument is not supported")
    index = tuple(range(v.ndim))
    return blockwise(_searched, index, v, index, _whole(a), (v.ndim,), side=side, concatenate=True, dtype=_np.int64, token="where")

def _searched(v: Any, a: Any, side: str) -> Any:
    """`np.searchsorted` with the values first."""
    return _np.searchsorted(a, v, side=side)

def isin(element: Any, test_elements: Any, assume_unique: bool = False, invert: bool = False, *, kind: Any = None) -> Array:
    """Whether each element is among others.

    >>> da.isin(da.arange(4, chunks=2), [1, 3]).compute()
    array([False,  True, False,  True])
    """
    element, others = asarray(element), asarray(test_elements)
    others = _flat(others)
    if not _np.isnan(others.size):
        others = _whole(others)
    index, token = tuple(range(element.ndim)), "invert" if invert else "any-aggregate"
    return blockwise(_isin, index, element, index, others, (element.ndim,), invert=invert, concatenate=True, dtype=bool_, token=token)

def _isin(element: Any, others: Any, invert: bool) -> Any:
    """`np.isin` of blocks."""
    return _np.isin(element, others, invert=invert)

def _unique(block: Any) -> Any:
    """`np.unique` of what the blocks have."""
    return _np.unique(block)

def _found(block: Any, which: int) -> Any:
    """One of the results of `np.unique`."""
    return _np.unique(block, return_index=True, return_inverse=True, return_counts=True)[which]

def unique(ar: Any, return_index: bool = False, return_inverse: bool = False, return_counts: bool = False) -> Any:
    """The different elements, sorted. Their number is not known before the run.

    >>> da.unique(da.from_array(np.array([3, 1, 3]), chunks=2)).compute()
    array([1, 3])
    """
    ar = asarray(ar)
    flat = _flat(ar)
    size = ((float("nan"),),)
    parts = flat.map_blocks(_np.unique, chunks=((float("nan"),) * flat.npartitions,), dtype=ar.dtype, token="unique" if flat.npartitions > 1 else "getitem")
    items = parts
    if flat.npartitions > 1:
        items = blockwise(_unique, (0,), parts, (1,), new_axes={0: float("nan")}, concatenate=True, dtype=ar.dtype, token="getitem")
    if not (return_index or return_inverse or return_counts):
        return items
    parts, made = flat.chunks[0], [items]
    unknown = ((float("nan"),) * len(parts),)
    if return_index:
        starts = from_array(_np.cumsum(_np.array((0,) + parts[:-1])), chunks=1)
        first = flat.map_blocks(_first_at, starts, chunks=unknown, dtype=_np.int64, token="unique-index")
        own = flat.map_blocks(_found, 0, chunks=unknown, dtype=ar.dtype, token="unique")
        made.append(blockwise(_first_of, (0,), own, (1,), first, (1,), new_axes={0: float("nan")}, concatenate=True, dtype=_np.int64, token="getitem"))
    if return_inverse:
        inverse = blockwise(_numbered, (0,), flat, (0,), items, (1,), concatenate=True, dtype=_np.int64, token="sum-aggregate")
        made.append(inverse if ar.ndim == 1 else inverse.reshape(ar.shape))
    if return_counts:
        counts = flat.map_blocks(_found, 3, chunks=unknown, dtype=_np.int64, token="unique-counts")
        own = flat.map_blocks(_found, 0, chunks=unknown, dtype=ar.dtype, token="unique")
        made.append(blockwise(_counted, (0,), own, (1,), counts, (1,), new_axes={0: float("nan")}, concatenate=True, dtype=_np.int64, token="getitem"))
    return tuple(made)

def _first_at(block: Any, start: Any) -> Any:
    """Where each different element of a block first stands in the whole."""
    return _np.unique(block, return_index=True)[1] + start[0]

def _first_of(items: Any, at: Any) -> Any:
    """Of elements in the order of blocks, and where they first stand there: where each first stands."""
    return at[_np.unique(items, return_index=True)[1]]

def _numbered(block: Any, items: Any) -> Any:
    """For each element of a block its number among the different ones."""
    return _np.searchsorted(items, block)

def _counted(items: Any, counts: Any) -> Any:
    """Of elements, and how often they are in a block: how often each is there."""
    inverse = _np.unique(items, return_inverse=True)[1]
    return _np.bincount(inverse, weights=counts).astype(_np.int64)

def union1d(ar1: Any, ar2: Any) -> Array:
    """The elements that one has, sorted.

    >>> da.union1d(da.arange(3, chunks=2), da.arange(2, 5, chunks=2)).compute()
    array([0, 1, 2, 3, 4])
    """
    return unique(concatenate((_flat(ar1), _flat(ar2))))

def _sloped(block: Any, step: Any, axis: int, edge_order: int, front: int, back: int) -> Any:
    """Slopes of a block with its neighbours, which are cut off."""
    made = _np.gradient(block, step, axis=axis, edge_order=edge_order)
    return made[(slice(None),) * axis + (slice(front, made.shape[axis] - back),)]

def gradient(f: Any, *varargs: Any, axis: Any = None, **kwargs: Any) -> Any:
    """Slopes by central differences: a list of one array for each axis, also for a vector; the array itself, if `axis`
    is a number. After `f` stand the distances: one for all axes, or for each axis a number or the coordinates.

    >>> da.gradient(da.arange(5, chunks=3) ** 2, axis=0).compute()
    array([1., 2., 4., 6., 7.])
    >>> len(da.gradient(da.arange(5)))
    1
    """
    f = asarray(f)
    kwargs["edge_order"] = _np.asarray(kwargs.get("edge_order", 1)).item()
    if kwargs["edge_order"] > 2:
        raise ValueError("edge_order must be less than or equal to 2.")
    order = kwargs["edge_order"]
    if axis is None:
        axes = list(range(f.ndim))
    else:
        axes = _axes_of(axis, f.ndim)
    if len(varargs) == 0:
        steps = [1] * len(axes)
    elif len(varargs) == 1 and _np.ndim(varargs[0]) == 0:
        steps = [varargs[0]] * len(axes)
    elif len(varargs) == len(axes):
        steps = list(varargs)
    else:
        raise TypeError("Spacing must either be a single scalar, or a scalar / 1d-array per axis")
    if f.dtype.kind != "f":
        f = f.astype(float64)
    made = []
    for k, step in zip(axes, steps):
        for c in f.chunks[k]:
            if c < order + 1:
                raise ValueError(f"Chunk size must be larger than edge_order + 1. Minimum chunk for axis {k} is {_np.min(_np.asarray(f.chunks[k]))}. Rechunk to proceed.")
        made.append(_slope(f, k, step, order))
    return made[0] if isinstance(axis, (int, _np.integer)) else made

def _slope(f: Array, k: int, step: Any, order: int) -> Array:
    """Slopes along an axis: each block with one or two elements of its neighbours."""
    before = (slice(None),) * k
    parts, start, size = [], 0, f.shape[k]
    coordinates = None if _np.ndim(step) == 0 else _np.asarray(step)
    for c in f.chunks[k]:
        stop = start + c
        front = 1 if start > 0 else 0
        back = 1 if stop < size else 0
        part = f[before + (slice(start - front, stop + back),)].rechunk({k: -1})
        near = step if coordinates is None else coordinates[start - front:stop + back]
        chunks = tuple([(c,) if j == k else b for j, b in enumerate(f.chunks)])
        parts.append(part.map_blocks(_sloped, near, k, order, front, back, chunks=chunks, dtype=f.dtype, token="gradient"))
        start = stop
    return _renamed(parts[0] if len(parts) == 1 else concatenate(parts, axis=k), "_trim")

def _coarse_chunks(chunks: Any, multiple: int) -> Any:
    """Blocks of whole multiples, with what is left over at the end."""
    left = [c % multiple for c in chunks]
    excess = 0
    for n in left:
        excess += n
    new = [c - n for c, n in zip(chunks, left)]
    wrong = sorted([i for i in range(len(new)) if left[i]], key=lambda i: new[i])
    right = sorted([i for i in range(len(new)) if not left[i]], key=lambda i: new[i])
    for i in (wrong + right)[:excess // multiple]:
        new[i] += multiple
    if excess % multiple:
        new.append(excess % multiple)
    return tuple([n for n in new if n > 0])

def _coarse(block: Any, reduction: Any, axes: Any, trim: bool, kwargs: Any) -> Any:
    """A block whose neighbours are reduced to one."""
    if trim:
        block = block[tuple([slice(0, n - n % axes.get(k, 1)) for k, n in enumerate(block.shape)])]
    shape = []
    for k, n in enumerate(block.shape):
        shape.extend([n // axes.get(k, 1), axes.get(k, 1)])
    return reduction(block.reshape(tuple(shape)), axis=tuple(range(1, 2 * block.ndim, 2)), **kwargs)

def push(array: Any, n: Any, axis: int, method: str = "sequential") -> Array:
    """NaNs replaced by the last number before them along an axis, at most `n` in a row (`None`: all). The axis is worked on in one block.

    >>> x = da.from_array(np.array([1.0, np.nan, np.nan, 4.0]), chunks=2)
    >>> da.push(x, None, 0).compute()
    array([1., 1., 1., 4.])
    >>> da.push(x, 1, axis=0).compute()
    array([ 1.,  1., nan,  4.])
    """
    if method not in ("sequential", "blelloch"):
        raise ValueError(f"{method=} is not supported: 'sequential' or 'blelloch'")
    x = asarray(array)
    axis = _np._axis(axis, x.ndim)
    if x.dtype.kind != "f":
        return x
    made = x.rechunk({axis: -1}).map_blocks(_pushed, axis=axis, n=n, dtype=x.dtype)
    return made.rechunk(x.chunks)

def _pushed(block: Any, axis: int, n: Any) -> Any:
    shape = [1] * block.ndim
    shape[axis] = block.shape[axis]
    at = _np.arange(block.shape[axis]).reshape(shape)
    last = _np.maximum.accumulate(_np.where(_np.isnan(block), -1, at), axis=axis)
    found = _np.take_along_axis(block, _np.maximum(last, 0), axis=axis)
    keep = last >= 0 if n is None else _np.logical_and(last >= 0, at - last <= n)
    return _np.where(keep, found, _np.array(_np.nan, dtype=block.dtype))

def coarsen(reduction: Any, x: Any, axes: Any, trim_excess: bool = False, **kwargs: Any) -> Array:
    """Neighbours along axes reduced to one: `axes` maps each axis to how many.

    >>> da.coarsen(np.sum, da.arange(6, chunks=4), {0: 2}).compute()
    array([1, 5, 9])
    """
    if not trim_excess:
        for k in axes:
            if x.shape[k] % axes[k]:
                raise ValueError(f"Coarsening factors {axes} do not align with array shape {x.shape}.")
    for name in ("sum", "prod", "mean", "std", "var", "min", "max", "any", "all", "median"):
        if reduction is _lazy_named(name):
            reduction = getattr(_np, name)
    new = {}
    for k in axes:
        blocks_ = _coarse_chunks(x.chunks[k], axes[k])
        if blocks_ != x.chunks[k]:
            new[k] = blocks_
    if new:
        x = x.rechunk(new)
    chunks = tuple([tuple([n // axes.get(k, 1) for n in c if n // axes.get(k, 1) > 0]) for k, c in enumerate(x.chunks)])
    if trim_excess:
        x = x[tuple([slice(0, n - n % axes.get(k, 1)) for k, n in enumerate(x.shape)])]
    dtype = reduction(_np.ones((1,) * x.ndim, dtype=x.dtype), **kwargs).dtype
    return x.map_blocks(_coarse, reduction, axes, trim_excess, kwargs, chunks=chunks, dtype=dtype, token="coarsen")

def _lazy_named(name: str) -> Any:
    """A reduction of this module by its name."""
    return {"sum": sum, "prod": prod, "mean": mean, "std": std, "var": var, "min": min, "max": max, "any": any, "all": all, "median": median}[name]

def _view(x: Any, dtype: Any, order: str) -> Array:
    """The bytes of blocks read as another dtype."""
    from dask.array.chunk import view
    to = x.dtype if dtype is None else _np.dtype(dtype)
    if order not in ("C", "F"):
        raise ValueError("Order must be one of 'C' or 'F'")
    chunks = list(x.chunks)
    axis = -1 if order == "C" else 0
    sizes = []
    for n in chunks[axis]:
        if n * x.dtype.itemsize % to.itemsize:
            raise ValueError(f"Could not coerce {n * x.dtype.itemsize / to.itemsize} to integer")
        sizes.append(n * x.dtype.itemsize // to.itemsize)
    chunks[axis] = tuple(sizes)
    return x.map_blocks(view, to, order=order, dtype=to, chunks=tuple(chunks))

def choose(a: Any, choices: Any) -> Array:
    """Of several arrays for each element the one that an array of indices names.

    >>> da.choose(da.from_array(np.array([0, 1, 0]), chunks=2), [np.array([1, 2, 3]), np.array([10, 20, 30])]).compute()
    array([ 1, 20,  3])
    """
    wide = broadcast_arrays(a, *choices)
    dtype = result_type(*[each for each in choices])
    return map_blocks(_chosen, *wide, dtype=dtype, token="variadic_choose")

def _chosen(a: Any, *choices: Any) -> Any:
    """`np.choose` of blocks."""
    return _np.choose(a, choices)

def select(condlist: Any, choicelist: Any, default: Any = 0) -> Array:
    """For each element the choice of the first condition that holds.

    >>> x = da.arange(4, chunks=2)
    >>> da.select([x < 1, x > 2], [x, x * 10], -1).compute()
    array([ 0, -1, -1, 30])
    """
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if len(condlist) == 0:
        raise ValueError("select with an empty condition list is not possible")
    choices = [asarray(choice) for choice in choicelist]
    dtype = result_type(*choices)
    index = tuple(range(choices[0].ndim))
    args = []
    for each in list(condlist) + choices:
        args.extend([each, index])
    return blockwise(_selected, index, *args, dtype=dtype, token="select", default=default)

def _selected(*blocks: Any, default: Any) -> Any:
    """`np.select` of blocks: the conditions, then the choices."""
    half = len(blocks) // 2
    return _np.select(blocks[:half], blocks[half:], default)

def unravel_index(indices: Any, shape: Any, order: str = "C") -> tuple[Any, ...]:
    """Positions in C order as indices, one array for each axis.

    >>> [x.compute() for x in da.unravel_index(da.arange(4, chunks=2), (2, 2))]
    [array([0, 0, 1, 1]), array([0, 1, 0, 1])]
    """
    shape = tuple(shape) if isinstance(shape, (tuple, list)) else (shape,)
    if not shape or not indices.size:
        return tuple([empty((0,), dtype=_np.int64, chunks=1) for n in shape])
    made = indices.map_blocks(_unravelled, shape, order, dtype=_np.int64, chunks=((len(shape),),) + indices.chunks, new_axis=0)
    return tuple([made[at] for at in _builtin_range(len(shape))])

def _unravelled(block: Any, shape: Any, order: str) -> Any:
    """`np.unravel_index` of a block as one array."""
    return _np.stack(_np.unravel_index(block, shape, order))

def ravel_multi_index(multi_index: Any, dims: Any, mode: Any = "raise", order: str = "C") -> Array:
    """Indices, one array for each axis, as positions in C order.

    >>> da.ravel_multi_index([da.arange(2), da.arange(2)], (2, 3)).compute()
    array([0, 4])
    """
    dims = (dims,) if isinstance(dims, int) else dims
    if isinstance(dims, Array) or _lazy_among(dims):
        raise NotImplementedError(f"Dask types are not supported in the `dims` argument: {dims!r}")
    if isinstance(multi_index, (Array, _np.ndarray)):
        rows = asarray(multi_index)
    else:
        rows = stack(broadcast_arrays(*multi_index))
    if rows.shape[0] == rows.shape[0] and rows.shape[0] != len(dims):
        raise ValueError(f"parameter multi_index must be a sequence of length {len(dims)}")
    if rows.dtype.kind != "i":
        raise TypeError("only int indices permitted")
    rows = rows.rechunk({0: -1})
    return rows.map_blocks(_ravelled, dtype=_np.int64, chunks=rows.chunks[1:], drop_axis=0, dims=tuple(dims), mode=mode, order=order, token="ravel_multi_index")

def _lazy_among(items: Any) -> bool_:
    """Whether one of several is lazy."""
    return len([each for each in items if isinstance(each, Array)]) > 0

def _ravelled(block: Any, dims: Any, mode: Any, order: str) -> Any:
    """`np.ravel_multi_index` of a block that has an axis for the axes."""
    return _np.ravel_multi_index(tuple([block[at] for at in _builtin_range(len(dims))]), dims, mode, order)

def tril_indices(n: int, k: int = 0, m: Any = None, chunks: Any = "auto") -> tuple[Any, ...]:
    """The indices of the elements at and below a diagonal.

    >>> [x.compute() for x in da.tril_indices(2)]
    [array([0, 1, 1]), array([0, 0, 1])]
    """
    return nonzero(tri(n, m, k=k, dtype=bool_, chunks=chunks))

def triu_indices(n: int, k: int = 0, m: Any = None, chunks: Any = "auto") -> tuple[Any, ...]:
    """The indices of the elements at and above a diagonal.

    >>> [x.compute() for x in da.triu_indices(2)]
    [array([0, 0, 1]), array([0, 1, 1])]
    """
    return nonzero(~tri(n, m, k=k - 1, dtype=bool_, chunks=chunks))

def tril_indices_from(arr: Any, k: int = 0) -> tuple[Any, ...]:
    """The indices of the elements of a matrix at and below a diagonal.

    >>> [x.compute() for x in da.tril_indices_from(da.ones((2, 2)))]
    [array([0, 1, 1]), array([0, 0, 1])]
    """
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")
    return tril_indices(arr.shape[-2], k=k, m=arr.shape[-1], chunks=arr.chunks)

def triu_indices_from(arr: Any, k: int = 0) -> tuple[Any, ...]:
    """The indices of the elements of a matrix at and above a diagonal.

    >>> [x.compute() for x in da.triu_indices_from(da.ones((2, 2)))]
    [array([0, 0, 1]), array([0, 1, 1])]
    """
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")
    return triu_indices(arr.shape[-2], k=k, m=arr.shape[-1], chunks=arr.chunks)

def trace(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: Any = None) -> Array:
    """The sum of a diagonal.

    >>> da.trace(da.ones((3, 3), chunks=2)).compute()
    np.float64(3.0)
    """
    return diagonal(a, offset, axis1, axis2).sum(axis=-1, dtype=dtype)

def result_type(*args: Any) -> Any:
    """The dtype to which arrays, numbers and dtypes are promoted together.

    >>> da.result_type(da.ones(2, dtype=int), np.float32)
    dtype('float64')
    """
    return _np.result_type(*[each.dtype if isinstance(each, Array) else each for each in args])

def divmod(x: Any, y: Any) -> Any:
    """`x // y` and `x % y`, element by element.

    >>> [x.compute() for x in da.divmod(da.arange(4, chunks=2), 3)]
    [array([0, 0, 0, 1]), array([0, 1, 2, 0])]
    """
    return (x // y, x % y)

def frexp(x: Any) -> Any:
    """Mantissas in [0.5, 1) and exponents of 2 whose products the elements are.

    >>> [x.compute() for x in da.frexp(da.from_array(np.array([1.0, -3.0])))]
    [array([ 0.5 , -0.75]), array([1, 2], dtype=int32)]
    """
    x = asarray(x)
    kind = _np.frexp(_np.empty(0, dtype=x.dtype))[0].dtype
    return (x.map_blocks(_part, _np.frexp, 0, dtype=kind, token="mantissa-frexp"), x.map_blocks(_part, _np.frexp, 1, dtype=int32, token="exponent-frexp"))

def modf(x: Any) -> Any:
    """Fractions and whole parts, both with the sign of the element.

    >>> [x.compute() for x in da.modf(da.from_array(np.array([1.5, -2.25])))]
    [array([ 0.5 , -0.25]), array([ 1., -2.])]
    """
    x = asarray(x)
    kind = _np.modf(_np.empty(0, dtype=x.dtype))[0].dtype
    return (x.map_blocks(_part, _np.modf, 0, dtype=kind, token="modf1-modf"), x.map_blocks(_part, _np.modf, 1, dtype=kind, token="modf2-modf"))

def _part(block: Any, function: Any, which: int) -> Any:
    """One of the results of a function of a block."""
    return function(block)[which]

def ldexp(x1: Any, x2: Any) -> Any:
    """`x1 * 2**x2` for whole `x2`, element by element.

    >>> da.ldexp(da.from_array(np.array([1.5, 3.0])), 2).compute()
    array([ 6., 12.])
    """
    wide = broadcast_arrays(x1, x2)
    return map_blocks(_np.ldexp, *wide, dtype=float32 if wide[0].dtype == float32 else float64, token="ldexp")

def nextafter(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The next float after `x1` towards `x2`, element by element.

    >>> da.nextafter(da.zeros(1), 1.0).compute()
    array([5.e-324])
    """
    ...

def spacing(x: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """The distance to the next float away from zero.

    >>> da.spacing(da.ones(1)).compute()
    array([2.22044605e-16])
    """
    ...

def logaddexp2(x1: Any, x2: Any, /, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
    """log2(2**x1 + 2**x2), without overflow.

    >>> da.logaddexp2(da.zeros(1), 0.0).compute()
    array([1.])
    """
    ...

def isneginf(x: Any) -> Any:
    """Whether each element is minus infinity.

    >>> da.isneginf(da.from_array(np.array([-np.inf, np.inf]))).compute()
    array([ True, False])
    """
    return equal(-inf, x)

def isposinf(x: Any) -> Any:
    """Whether each element is plus infinity.

    >>> da.isposinf(da.from_array(np.array([-np.inf, np.inf]))).compute()
    array([False,  True])
    """
    return equal(inf, x)

def i0(x: Any) -> Any:
    """The modified Bessel function of the first kind and order 0.

    >>> da.i0(da.zeros(2, chunks=1)).compute()
    array([1., 1.])
    """
    x = asarray(x)
    return x.map_blocks(_np.i0, dtype=x.dtype if x.dtype.kind == "f" else float64, token="i0")

def sinc(x: Any) -> Any:
    """sin(pi x) / (pi x), and 1 at 0.

    >>> da.sinc(da.zeros(2, chunks=1)).compute()
    array([1., 1.])
    """
    x = asarray(x)
    return x.map_blocks(_np.sinc, dtype=x.dtype if x.dtype.kind == "f" else float64, token="sinc")

def fromfunction(func: Any, chunks: Any = "auto", shape: Any = None, dtype: Any = None, **kwargs: Any) -> Array:
    """What a function of the indices of each element gives.

    >>> da.fromfunction(lambda i, j: i + j, shape=(2, 2), dtype=int).compute()
    array([[0, 1],
           [1, 2]])
    """
    dtype = dtype or float64
    blocks = core.normalize_chunks(chunks, shape, dtype=dtype)
    lines = [arange(n, dtype=dtype, chunks=(cut,)) for n, cut in zip(shape, blocks)]
    grid = meshgrid(*lines, indexing="ij")
    index = tuple(_builtin_range(len(shape)))
    args = []
    for each in grid:
        args.extend([each, index])
    return blockwise(func, index, *args, token="fromfunction", **kwargs)

def frompyfunc(func: Any, nin: int, nout: int) -> Any:
    """A function of numbers as one of arrays: refused, since its arrays would hold objects.

    >>> da.ones(2).map_blocks(np.vectorize(lambda v: v + 1)).compute()
    array([2., 2.])
    """
    if nout > 1:
        raise NotImplementedError("frompyfunc with more than one output")
    raise NotImplementedError("da.frompyfunc makes arrays of objects, a dtype that rdask does not have; x.map_blocks(np.vectorize(func)) makes arrays of numbers")
