"""Arrays in blocks: nothing is computed until it is asked for."""

import dask.array.core as core
import dask.array.random as random
import dask.array.reductions as reductions
import numpy as _np
from dask import compute as compute
from dask.array.core import blockwise as blockwise
from dask.array.core import from_delayed as from_delayed
from dask.array.core import map_blocks as map_blocks
from dask.array.core import unify_chunks as unify_chunks
from dask.array.reductions import reduction as reduction
from dask import persist as persist
from dask import visualize as visualize
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
    T: Any = None
    real: Any = None
    imag: Any = None
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

    def rechunk(self, chunks: Any = "auto") -> Array:
        """The same array in other blocks.

        >>> da.ones(6, chunks=3).rechunk(2).chunks
        ((2, 2, 2),)
        """
        ...

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

    def map_blocks(self, func: Any, *args: Any, **kwargs: Any) -> Array:
        """A function applied to each block, as `map_blocks` with the array as its first argument.

        >>> da.arange(4, chunks=2).map_blocks(lambda block: block * 10).compute()
        array([ 0, 10, 20, 30])
        """
        return map_blocks(func, self, *args, **kwargs)

    def to_delayed(self, optimize_graph: bool = True) -> Any:
        """An array of delayed values, one for each block.

        >>> da.arange(4, chunks=2).to_delayed()[1].compute()
        array([2, 3])
        """
        return core._to_delayed(self)

    def __dask_graph__(self) -> Any:
        """The graph: a mapping from keys to tasks."""
        ...

    def __dask_keys__(self) -> list[Any]:
        """The keys of the blocks."""
        ...

def ones(shape: Any, dtype: Any = None, *, chunks: Any = "auto", name: Any = None) -> Array:
    """An array of ones.

    >>> da.ones((2, 3), chunks=2).compute()
    array([[1., 1., 1.],
           [1., 1., 1.]])
    """
    ...

def zeros(shape: Any, dtype: Any = None, *, chunks: Any = "auto", name: Any = None) -> Array:
    """An array of zeros.

    >>> da.zeros(3, dtype=int).compute()
    array([0, 0, 0])
    """
    ...

def empty(shape: Any, dtype: Any = None, *, chunks: Any = "auto", name: Any = None) -> Array:
    """An array whose elements are yet to be set (here: zeros).

    >>> da.empty(3).shape
    (3,)
    """
    ...

def full(shape: Any, fill_value: Any, dtype: Any = None, *, chunks: Any = "auto", name: Any = None) -> Array:
    """An array of one value.

    >>> da.full((2, 2), 7, chunks=1).compute()
    array([[7, 7],
           [7, 7]])
    """
    ...

def ones_like(a: Any, dtype: Any = None, chunks: Any = None) -> Array:
    """An array of ones with the shape, dtype and blocks of another.

    >>> da.ones_like(da.arange(3)).compute()
    array([1, 1, 1])
    """
    ...

def zeros_like(a: Any, dtype: Any = None, chunks: Any = None) -> Array:
    """An array of zeros with the shape, dtype and blocks of another.

    >>> da.zeros_like(da.arange(3)).compute()
    array([0, 0, 0])
    """
    ...

def full_like(a: Any, fill_value: Any, dtype: Any = None, chunks: Any = None) -> Array:
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

def asarray(a: Any) -> Array:
    """A lazy array over numbers in memory; a lazy array as it is.

    >>> da.asarray([1, 2]).compute()
    array([1, 2])
    """
    ...

def array(a: Any) -> Array:
    """A lazy array over numbers in memory; a lazy array as it is.

    >>> da.array([1, 2]).compute()
    array([1, 2])
    """
    ...

def concatenate(seq: Any, axis: int = 0) -> Array:
    """Arrays one after another along an axis.

    >>> da.concatenate([da.ones(2), da.zeros(1)]).compute()
    array([1., 1., 0.])
    """
    ...

def stack(seq: Any, axis: int = 0) -> Array:
    """Arrays of one shape along a new axis.

    >>> da.stack([da.ones(2), da.zeros(2)]).compute()
    array([[1., 1.],
           [0., 0.]])
    """
    ...

def rechunk(x: Any, chunks: Any = "auto") -> Array:
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

def matmul(x1: Any, x2: Any, /) -> Array:
    """The matrix product, as @.

    >>> da.matmul(da.ones((2, 3)), da.ones((3, 1))).compute()
    array([[3.],
           [3.]])
    """
    ...

def negative(x: Any, /, out: Any = None) -> Any:
    """Minus each element.

    >>> da.negative(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def positive(x: Any, /, out: Any = None) -> Any:
    """Each element as it is.

    >>> da.positive(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def absolute(x: Any, /, out: Any = None) -> Any:
    """The absolute value of each element.

    >>> da.absolute(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def abs(x: Any, /, out: Any = None) -> Any:
    """The absolute value of each element.

    >>> da.abs(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def fabs(x: Any, /, out: Any = None) -> Any:
    """The absolute value of each element, as a float.

    >>> da.fabs(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def sign(x: Any, /, out: Any = None) -> Any:
    """-1, 0 or 1 by the sign of each element.

    >>> da.sign(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def square(x: Any, /, out: Any = None) -> Any:
    """Each element times itself.

    >>> da.square(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def sqrt(x: Any, /, out: Any = None) -> Any:
    """The square root of each element.

    >>> da.sqrt(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def cbrt(x: Any, /, out: Any = None) -> Any:
    """The cube root of each element.

    >>> da.cbrt(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def reciprocal(x: Any, /, out: Any = None) -> Any:
    """One divided by each element.

    >>> da.reciprocal(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def exp(x: Any, /, out: Any = None) -> Any:
    """e to the power of each element.

    >>> da.exp(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def exp2(x: Any, /, out: Any = None) -> Any:
    """2 to the power of each element.

    >>> da.exp2(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def expm1(x: Any, /, out: Any = None) -> Any:
    """exp(x) - 1, exact for small x.

    >>> da.expm1(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def log(x: Any, /, out: Any = None) -> Any:
    """The natural logarithm.

    >>> da.log(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def log2(x: Any, /, out: Any = None) -> Any:
    """The logarithm to base 2.

    >>> da.log2(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def log10(x: Any, /, out: Any = None) -> Any:
    """The logarithm to base 10.

    >>> da.log10(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def log1p(x: Any, /, out: Any = None) -> Any:
    """log(1 + x), exact for small x.

    >>> da.log1p(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def sin(x: Any, /, out: Any = None) -> Any:
    """The sine of each angle in radians.

    >>> da.sin(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def cos(x: Any, /, out: Any = None) -> Any:
    """The cosine of each angle in radians.

    >>> da.cos(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def tan(x: Any, /, out: Any = None) -> Any:
    """The tangent of each angle in radians.

    >>> da.tan(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arcsin(x: Any, /, out: Any = None) -> Any:
    """The angle in radians that has this sine.

    >>> da.arcsin(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arccos(x: Any, /, out: Any = None) -> Any:
    """The angle in radians that has this cosine.

    >>> da.arccos(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arctan(x: Any, /, out: Any = None) -> Any:
    """The angle in radians that has this tangent.

    >>> da.arctan(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def sinh(x: Any, /, out: Any = None) -> Any:
    """The hyperbolic sine.

    >>> da.sinh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def cosh(x: Any, /, out: Any = None) -> Any:
    """The hyperbolic cosine.

    >>> da.cosh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def tanh(x: Any, /, out: Any = None) -> Any:
    """The hyperbolic tangent.

    >>> da.tanh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arcsinh(x: Any, /, out: Any = None) -> Any:
    """The inverse of sinh.

    >>> da.arcsinh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arccosh(x: Any, /, out: Any = None) -> Any:
    """The inverse of cosh.

    >>> da.arccosh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def arctanh(x: Any, /, out: Any = None) -> Any:
    """The inverse of tanh.

    >>> da.arctanh(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def floor(x: Any, /, out: Any = None) -> Any:
    """The largest whole number not above each element.

    >>> da.floor(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def ceil(x: Any, /, out: Any = None) -> Any:
    """The smallest whole number not below each element.

    >>> da.ceil(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def trunc(x: Any, /, out: Any = None) -> Any:
    """Each element without its fraction.

    >>> da.trunc(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def rint(x: Any, /, out: Any = None) -> Any:
    """The nearest whole number; halves go to the even one.

    >>> da.rint(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def logical_not(x: Any, /, out: Any = None) -> Any:
    """Whether each element is zero.

    >>> da.logical_not(da.ones(3, chunks=2)).dtype
    dtype('bool')
    """
    ...

def invert(x: Any, /, out: Any = None) -> Any:
    """Each element with its bits turned; not, for bool."""
    ...

def bitwise_not(x: Any, /, out: Any = None) -> Any:
    """Each element with its bits turned; not, for bool."""
    ...

def isnan(x: Any, /, out: Any = None) -> Any:
    """Whether each element is not a number.

    >>> da.isnan(da.ones(3, chunks=2)).dtype
    dtype('bool')
    """
    ...

def isinf(x: Any, /, out: Any = None) -> Any:
    """Whether each element is infinite.

    >>> da.isinf(da.ones(3, chunks=2)).dtype
    dtype('bool')
    """
    ...

def isfinite(x: Any, /, out: Any = None) -> Any:
    """Whether each element is neither infinite nor NaN.

    >>> da.isfinite(da.ones(3, chunks=2)).dtype
    dtype('bool')
    """
    ...

def signbit(x: Any, /, out: Any = None) -> Any:
    """Whether each element has a minus sign; -0.0 has one.

    >>> da.signbit(da.ones(3, chunks=2)).dtype
    dtype('bool')
    """
    ...

def deg2rad(x: Any, /, out: Any = None) -> Any:
    """Degrees to radians.

    >>> da.deg2rad(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def radians(x: Any, /, out: Any = None) -> Any:
    """Degrees to radians.

    >>> da.radians(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def rad2deg(x: Any, /, out: Any = None) -> Any:
    """Radians to degrees.

    >>> da.rad2deg(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def degrees(x: Any, /, out: Any = None) -> Any:
    """Radians to degrees.

    >>> da.degrees(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def real(x: Any, /, out: Any = None) -> Any:
    """The real part of each element.

    >>> da.real(da.ones(3, chunks=2) * 2j).compute()
    array([0., 0., 0.])
    """
    ...

def imag(x: Any, /, out: Any = None) -> Any:
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
    return found * (180 / pi) if deg else found

def iscomplex(x: Any) -> Any:
    """Whether the imaginary part of each element is not 0.

    >>> da.iscomplex(da.ones(2, chunks=1) * 1j).compute()
    array([ True,  True])
    """
    return imag(x) != 0

def isreal(x: Any) -> Any:
    """Whether the imaginary part of each element is 0.

    >>> da.isreal(da.ones(2, chunks=1)).compute()
    array([ True,  True])
    """
    return imag(x) == 0

def conj(x: Any, /, out: Any = None) -> Any:
    """Each element with the other sign of its imaginary part.

    >>> da.conj(da.ones(3, chunks=2)).dtype
    dtype('float64')
    """
    ...

def add(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Sums, element by element.

    >>> da.add(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def subtract(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Differences, element by element.

    >>> da.subtract(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def multiply(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Products, element by element.

    >>> da.multiply(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def divide(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Quotients, element by element.

    >>> da.divide(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def true_divide(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Quotients, element by element.

    >>> da.true_divide(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def floor_divide(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Quotients rounded down.

    >>> da.floor_divide(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def remainder(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Remainders with the sign of the divisor, as Python's %.

    >>> da.remainder(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def mod(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Remainders with the sign of the divisor, as Python's %.

    >>> da.mod(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def fmod(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Remainders with the sign of the dividend, as in C.

    >>> da.fmod(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def power(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The first to the power of the second.

    >>> da.power(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def float_power(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The first to the power of the second, in float64.

    >>> da.float_power(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def arctan2(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The angle of the point (x2, x1), in radians.

    >>> da.arctan2(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def hypot(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The length of the hypotenuse of these legs.

    >>> da.hypot(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def logaddexp(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """log(exp(x1) + exp(x2)), without overflow.

    >>> da.logaddexp(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def maximum(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The larger of two, element by element; NaN if either is.

    >>> da.maximum(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def minimum(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The smaller of two, element by element; NaN if either is.

    >>> da.minimum(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def fmax(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The larger of two, element by element; a number rather than NaN.

    >>> da.fmax(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def fmin(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The smaller of two, element by element; a number rather than NaN.

    >>> da.fmin(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def equal(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 == x2, element by element.

    >>> da.equal(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def not_equal(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 != x2, element by element.

    >>> da.not_equal(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def less(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 < x2, element by element.

    >>> da.less(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def less_equal(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 <= x2, element by element.

    >>> da.less_equal(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def greater(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 > x2, element by element.

    >>> da.greater(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def greater_equal(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 >= x2, element by element.

    >>> da.greater_equal(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def logical_and(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Whether both are true.

    >>> da.logical_and(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def logical_or(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Whether one is true.

    >>> da.logical_or(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def logical_xor(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Whether exactly one is true.

    >>> da.logical_xor(da.ones(2), 1.0).dtype
    dtype('bool')
    """
    ...

def bitwise_and(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 & x2, element by element."""
    ...

def bitwise_or(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 | x2, element by element."""
    ...

def bitwise_xor(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 ^ x2, element by element."""
    ...

def left_shift(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 << x2, element by element."""
    ...

def right_shift(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 >> x2, element by element."""
    ...

def copysign(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 with the sign of x2.

    >>> da.copysign(da.ones(2), 1.0).dtype
    dtype('float64')
    """
    ...

def where(condition: Any, x: Any = None, y: Any = None, /) -> Array:
    """Elements of `x` where the condition holds, of `y` elsewhere.

    >>> da.where(da.arange(4) > 1, 1, -1).compute()
    array([-1, -1,  1,  1])
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
    return power_.sum(axis=axis, keepdims=keepdims, split_every=split_every) / (count - ddof)

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
        scale = broadcast_to(scale, mean_.shape)
    return mean_, scale

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
        prepend = asarray(prepend).rechunk(-1)
        parts = [broadcast_to(prepend, tuple(edge)) if prepend.ndim == 0 else prepend, a]
    if append is not None:
        append = asarray(append).rechunk(-1)
        parts.append(broadcast_to(append, tuple(edge)) if append.ndim == 0 else append)
    if len(parts) > 1:
        a = concatenate(parts, axis)
    before = (slice(None),) * _axis_of(axis, a.ndim)
    for _ in range(n):
        a = a[before + (slice(1, None),)] - a[before + (slice(None, -1),)]
    return a

def cov(m: Any, y: Any = None, rowvar: Any = 1, bias: Any = 0, ddof: Any = None) -> Array:
    """The covariance matrix: each row is a variable (each column, without `rowvar`).

    >>> da.cov(da.from_array(np.array([[1.0, 2.0], [2.0, 4.0]]), chunks=1)).compute()
    array([[0.5, 1. ],
           [1. , 2. ]])
    """
    if ddof is not None and ddof != int(ddof):
        raise ValueError("ddof must be integer")
    rows = _variables(m, rowvar)
    if rows.shape[0] == 1:
        rowvar = 1
    if y is not None:
        more = _variables(y, rowvar)
        rows = concatenate((rows, more), axis=0)
    if ddof is None:
        ddof = 1 if bias == 0 else 0
    left = float(rows.shape[1] - ddof)
    away = rows - rows.mean(axis=1, keepdims=True)
    if left <= 0:
        left = 0.0
    made = dot(away, away.T) * _np.divide(1, left)
    return made[0, 0] if made.shape == (1, 1) else made

def _variables(m: Any, rowvar: Any) -> Array:
    """The variables of `cov` as rows of floats."""
    m = asarray(m)
    if m.dtype.kind != "f" or m.dtype.itemsize < 8:
        m = m.astype(float64)
    if m.ndim < 2:
        return m[None, :]
    return m if rowvar else m.T

def around(x: Any, decimals: int = 0) -> Array:
    """Rounded to a number of decimals; halves go to even.

    >>> da.around(da.ones(2) * 1.26, 1).compute()
    array([1.3, 1.3])
    """
    return round(x, decimals)

def fix(x: Any) -> Array:
    """Each element without its fraction.

    >>> da.fix(da.ones(2) * -1.5).compute()
    array([-1., -1.])
    """
    return trunc(asarray(x))

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
    return made

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
