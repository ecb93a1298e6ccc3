"""Arrays in memory, as in NumPy: they hold bool, int64, float32 and float64."""

import numpy.linalg as linalg
import numpy.random as random

pi: float = 3.141592653589793
e: float = 2.718281828459045
euler_gamma: float = 0.5772156649015329
nan: float
inf: float
newaxis: Any = None
__version__: str = "2.4.6"

class dtype:
    """The type of an array's elements.

    >>> np.dtype("float32")
    dtype('float32')
    >>> np.dtype(int).itemsize
    8
    """
    name: str = ""
    itemsize: int = 0
    kind: str = ""
    char: str = ""
    str: str = ""
    type: Any = None
    def __new__(cls, dtype: Any = None) -> dtype:
        """A dtype by name, or by class: `float`, `np.float32`."""
        ...

class generic:
    """A NumPy scalar: one value of a dtype."""
    shape: tuple[int, ...] = ()
    ndim: int = 0
    size: int = 1
    @property
    def dtype(self) -> Any:
        """Its dtype."""
        ...
    @property
    def itemsize(self) -> int:
        """Its size in bytes."""
        ...
    @property
    def nbytes(self) -> int:
        """Its size in bytes."""
        ...
    @property
    def T(self) -> Any:
        """The scalar itself."""
        ...
    @property
    def real(self) -> Any:
        """The scalar itself."""
        ...
    def item(self) -> Any:
        """The Python value.

        >>> np.float64(2.5).item()
        2.5
        """
        ...

    def tolist(self) -> Any:
        """The Python value.

        >>> np.int64(3).tolist()
        3
        """
        ...

    def astype(self, dtype: Any) -> Any:
        """The value as another dtype.

        >>> np.float64(2.7).astype(int)
        np.int64(2)
        """
        ...

    def round(self, decimals: int = 0) -> Any:
        """The value rounded.

        >>> np.float64(2.567).round(1)
        np.float64(2.6)
        """
        ...

    def sum(self) -> Any:
        """The sum of one value.

        >>> np.float64(2.5).sum()
        np.float64(2.5)
        """
        ...

    def mean(self) -> Any:
        """The mean of one value.

        >>> np.float64(2.5).mean()
        np.float64(2.5)
        """
        ...

    def min(self) -> Any:
        """The min of one value.

        >>> np.float64(2.5).min()
        np.float64(2.5)
        """
        ...

    def max(self) -> Any:
        """The max of one value.

        >>> np.float64(2.5).max()
        np.float64(2.5)
        """
        ...

    def any(self) -> Any:
        """Whether the value is true.

        >>> np.float64(2.5).any()
        np.True_
        """
        ...

    def all(self) -> Any:
        """Whether the value is true.

        >>> np.float64(2.5).all()
        np.True_
        """
        ...

    def copy(self) -> Any:
        """The value itself.

        >>> np.float64(2.5).copy()
        np.float64(2.5)
        """
        ...

class number(generic):
    """A NumPy number."""

class integer(number):
    """A NumPy integer."""

class floating(number):
    """A NumPy float."""

class bool(generic):
    """A NumPy bool; as a dtype, the one of that name.

    >>> np.bool(1)
    np.True_
    """
    def __new__(cls, x: Any = False, /) -> Any:
        """The value of a number or text as bool; of a sequence, an array."""
        ...

class int64(integer):
    """A NumPy int64; as a dtype, the one of that name.

    >>> np.int64(3.7)
    np.int64(3)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as int64; of a sequence, an array."""
        ...

class float32(floating):
    """A NumPy float32; as a dtype, the one of that name.

    >>> np.float32(0.1)
    np.float32(0.1)
    """
    def __new__(cls, x: Any = 0.0, /) -> Any:
        """The value of a number or text as float32; of a sequence, an array."""
        ...
    def is_integer(self) -> Any:
        """Whether the value is a whole number.

        >>> np.float32(2.0).is_integer()
        True
        """
        ...


class float64(floating):
    """A NumPy float64; as a dtype, the one of that name.

    >>> np.float64(2)
    np.float64(2.0)
    """
    def __new__(cls, x: Any = 0.0, /) -> Any:
        """The value of a number or text as float64; of a sequence, an array."""
        ...
    def is_integer(self) -> Any:
        """Whether the value is a whole number.

        >>> np.float64(2.0).is_integer()
        True
        """
        ...


bool_ = bool
int_ = int64
intp = int64
longlong = int64
double = float64
single = float32

class ndarray:
    """An array: elements of one dtype in a grid of one or more axes.

    >>> a = np.array([[1, 2], [3, 4]])
    >>> a.shape, a.T.tolist()
    ((2, 2), [[1, 3], [2, 4]])
    """
    shape: tuple[int, ...] = ()
    ndim: int = 0
    size: int = 0
    itemsize: int = 0
    nbytes: int = 0
    strides: tuple[int, ...] = ()
    dtype: Any = None
    T: Any = None
    real: Any = None
    flat: Any = None
    def sum(self, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """The sum of the elements, along axes.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.sum(axis=0)
        array([5, 5])
        """
        ...

    def prod(self, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """The product of the elements, along axes.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.prod()
        np.int64(24)
        """
        ...

    def mean(self, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """The mean of the elements, along axes.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.mean(axis=1)
        array([2., 3.])
        """
        ...

    def std(self, axis: Any = None, dtype: Any = None, out: Any = None, ddof: float = 0, keepdims: Any = False) -> Any:
        """The standard deviation of the elements, along axes.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.std()
        np.float64(1.118033988749895)
        """
        ...

    def var(self, axis: Any = None, dtype: Any = None, out: Any = None, ddof: float = 0, keepdims: Any = False) -> Any:
        """The variance of the elements, along axes.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.var()
        np.float64(1.25)
        """
        ...

    def min(self, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """The smallest element, along axes.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.min()
        np.int64(1)
        """
        ...

    def max(self, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """The largest element, along axes.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.max()
        np.int64(4)
        """
        ...

    def any(self, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """Whether an element is true, along axes.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> (a > 3).any()
        np.True_
        """
        ...

    def all(self, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """Whether all elements are true, along axes.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> (a > 0).all()
        np.True_
        """
        ...

    def argmin(self, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """Where the smallest element stands.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.argmin()
        np.int64(1)
        """
        ...

    def argmax(self, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """Where the largest element stands.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.argmax()
        np.int64(3)
        """
        ...

    def cumsum(self, axis: Any = None, dtype: Any = None, out: Any = None) -> Any:
        """Running sums.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.cumsum()
        array([ 3,  4,  6, 10])
        """
        ...

    def cumprod(self, axis: Any = None, dtype: Any = None, out: Any = None) -> Any:
        """Running products.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.cumprod()
        array([ 3,  3,  6, 24])
        """
        ...

    def reshape(self, *shape: Any) -> ndarray:
        """The elements in another shape; -1 stands for the size that fits.

        >>> np.arange(6).reshape(2, -1)
        array([[0, 1, 2],
               [3, 4, 5]])
        """
        ...

    def ravel(self) -> ndarray:
        """The elements along one axis; a view where possible.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.ravel()
        array([3, 1, 2, 4])
        """
        ...

    def flatten(self) -> ndarray:
        """The elements along one axis; a copy.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.flatten()
        array([3, 1, 2, 4])
        """
        ...

    def transpose(self, *axes: Any) -> ndarray:
        """The axes in another order; reversed, if none is given.

        >>> np.ones((2, 3, 4)).transpose(1, 0, 2).shape
        (3, 2, 4)
        """
        ...

    def squeeze(self, axis: Any = None) -> ndarray:
        """Without the axes of size 1.

        >>> np.ones((1, 3)).squeeze()
        array([1., 1., 1.])
        """
        ...

    def astype(self, dtype: Any) -> ndarray:
        """The elements as another dtype.

        >>> np.array([1.7, 2.2]).astype(int)
        array([1, 2])
        """
        ...

    def copy(self) -> ndarray:
        """A copy in memory of its own.

        >>> np.arange(3).copy()
        array([0, 1, 2])
        """
        ...

    def tolist(self) -> Any:
        """Nested lists of Python numbers.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.tolist()
        [[3, 1], [2, 4]]
        """
        ...

    def item(self, *args: Any) -> Any:
        """One element as a Python number.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.item(0, 1)
        1
        """
        ...

    def fill(self, value: Any) -> None:
        """Set all elements.

        >>> a = np.zeros(2)
        >>> a.fill(7)
        >>> a
        array([7., 7.])
        """
        ...

    def dot(self, b: Any) -> Any:
        """The product of matrices or vectors.

        >>> np.arange(3).dot(np.arange(3))
        np.int64(5)
        """
        ...

    def round(self, decimals: int = 0) -> Any:
        """Rounded to a number of decimals; halves go to even.

        >>> np.array([1.25, 2.5]).round(1)
        array([1.2, 2.5])
        """
        ...

    def clip(self, min: Any = None, max: Any = None) -> Any:
        """Elements below `min` or above `max` replaced by these.

        >>> np.arange(5).clip(1, 3)
        array([1, 1, 2, 3, 3])
        """
        ...

    def conj(self) -> Any:
        """The elements as they are: real numbers are their own conjugates."""
        ...

    def nonzero(self) -> tuple[Any, ...]:
        """The indices of the elements that are not zero, one array for each axis.

        >>> np.array([0, 3, 0, 5]).nonzero()
        (array([1, 3]),)
        """
        ...

    def repeat(self, repeats: Any, axis: Any = None) -> ndarray:
        """Each element several times.

        >>> np.array([1, 2]).repeat(2)
        array([1, 1, 2, 2])
        """
        ...

    def take(self, indices: Any, axis: Any = None) -> Any:
        """The elements at these positions.

        >>> np.array([5, 6, 7]).take([0, 2])
        array([5, 7])
        """
        ...

    def sort(self, axis: Any = -1) -> None:
        """Sort in place along an axis.

        >>> a = np.array([3, 1, 2])
        >>> a.sort()
        >>> a
        array([1, 2, 3])
        """
        ...

    def argsort(self, axis: Any = -1) -> ndarray:
        """The positions that sort the elements.

        >>> np.array([3, 1, 2]).argsort()
        array([1, 2, 0])
        """
        ...

    def searchsorted(self, v: Any, side: str = "left") -> Any:
        """Where values would be inserted into a sorted array.

        >>> np.array([1, 3, 5]).searchsorted(4)
        np.int64(2)
        """
        ...

    def diagonal(self) -> ndarray:
        """The elements on the diagonal of a matrix.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.diagonal()
        array([3, 4])
        """
        ...

    def trace(self) -> Any:
        """The sum of the diagonal of a matrix.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.trace()
        np.int64(7)
        """
        ...

    def swapaxes(self, axis1: int, axis2: int) -> ndarray:
        """Two axes exchanged.

        >>> np.ones((2, 3)).swapaxes(0, 1).shape
        (3, 2)
        """
        ...


def array(object: Any, dtype: Any = None) -> ndarray:
    """An array of the numbers in nested sequences; a copy of an array.

    >>> np.array([[1, 2], [3, 4.5]])
    array([[1. , 2. ],
           [3. , 4.5]])
    """
    ...

def asarray(a: Any, dtype: Any = None) -> ndarray:
    """An array of the numbers in nested sequences; an array as it is.

    >>> np.asarray([1, 2])
    array([1, 2])
    """
    ...

def ascontiguousarray(a: Any, dtype: Any = None) -> ndarray:
    """As asarray.

    >>> np.ascontiguousarray([1, 2])
    array([1, 2])
    """
    ...

def fromiter(iter: Any, dtype: Any) -> ndarray:
    """An array of what an iterator gives.

    >>> np.fromiter((i * i for i in range(4)), dtype=int)
    array([0, 1, 4, 9])
    """
    ...

def ones(shape: Any, dtype: Any = None) -> ndarray:
    """An array of ones.

    >>> np.ones((2, 3))
    array([[1., 1., 1.],
           [1., 1., 1.]])
    """
    ...

def zeros(shape: Any, dtype: Any = None) -> ndarray:
    """An array of zeros.

    >>> np.zeros(3, dtype=int)
    array([0, 0, 0])
    """
    ...

def empty(shape: Any, dtype: Any = None) -> ndarray:
    """An array whose elements are yet to be set (here: zeros).

    >>> np.empty(3).shape
    (3,)
    """
    ...

def full(shape: Any, fill_value: Any, dtype: Any = None) -> ndarray:
    """An array of one value.

    >>> np.full((2, 2), 7)
    array([[7, 7],
           [7, 7]])
    """
    ...

def ones_like(a: Any, dtype: Any = None) -> Any:
    """An array of ones with the shape and dtype of another.

    >>> np.ones_like(np.arange(3))
    array([1, 1, 1])
    """
    ...

def zeros_like(a: Any, dtype: Any = None) -> Any:
    """An array of zeros with the shape and dtype of another.

    >>> np.zeros_like(np.arange(3))
    array([0, 0, 0])
    """
    ...

def empty_like(a: Any, dtype: Any = None) -> Any:
    """An array of elements yet to be set (here: zeros) with the shape and dtype of another.

    >>> np.empty_like(np.arange(3)).shape
    (3,)
    """
    ...

def full_like(a: Any, fill_value: Any, dtype: Any = None) -> Any:
    """An array of one value with the shape and dtype of another.

    >>> np.full_like(np.arange(3), 7)
    array([7, 7, 7])
    """
    ...

def arange(start: Any, stop: Any = None, step: Any = None, dtype: Any = None) -> ndarray:
    """Evenly spaced numbers from `start` up to, not including, `stop`.

    >>> np.arange(5)
    array([0, 1, 2, 3, 4])
    >>> np.arange(0, 1, 0.25)
    array([0.  , 0.25, 0.5 , 0.75])
    """
    ...

def linspace(start: Any, stop: Any, num: int = 50, endpoint: Any = True, retstep: Any = False, dtype: Any = None) -> Any:
    """`num` evenly spaced numbers from `start` to `stop`.

    >>> np.linspace(0, 1, 5)
    array([0.  , 0.25, 0.5 , 0.75, 1.  ])
    """
    ...

def logspace(start: Any, stop: Any, num: int = 50, endpoint: Any = True, base: float = 10.0, dtype: Any = None) -> ndarray:
    """Numbers spaced evenly on a logarithmic scale.

    >>> np.logspace(0, 2, 3)
    array([  1.,  10., 100.])
    """
    ...

def eye(N: int, M: Any = None, k: int = 0, dtype: Any = None) -> ndarray:
    """Ones on a diagonal, zeros elsewhere.

    >>> np.eye(2)
    array([[1., 0.],
           [0., 1.]])
    """
    ...

def identity(n: int, dtype: Any = None) -> ndarray:
    """The identity matrix.

    >>> np.identity(2)
    array([[1., 0.],
           [0., 1.]])
    """
    ...

def meshgrid(*xi: Any, indexing: str = "xy") -> tuple[Any, ...]:
    """Coordinate matrices from coordinate vectors.

    >>> x, y = np.meshgrid([1, 2], [3, 4])
    >>> x
    array([[1, 2],
           [1, 2]])
    """
    ...

def indices(dimensions: Any) -> ndarray:
    """The index of each element of a grid, by axis.

    >>> np.indices((2, 2))[0]
    array([[0, 0],
           [1, 1]])
    """
    ...

def diag(v: Any, k: int = 0) -> ndarray:
    """The diagonal of a matrix; of a vector, the matrix that has it.

    >>> np.diag([1, 2])
    array([[1, 0],
           [0, 2]])
    """
    ...

def tril(m: Any, k: int = 0) -> ndarray:
    """A matrix with zeros above a diagonal.

    >>> np.tril(np.ones((2, 2)))
    array([[1., 0.],
           [1., 1.]])
    """
    ...

def triu(m: Any, k: int = 0) -> ndarray:
    """A matrix with zeros below a diagonal.

    >>> np.triu(np.ones((2, 2)))
    array([[1., 1.],
           [0., 1.]])
    """
    ...

def result_type(*arrays_and_dtypes: Any) -> dtype:
    """The dtype that these have together.

    >>> np.result_type(np.float32(1), 2.0)
    dtype('float32')
    """
    ...

def negative(x: Any, /, out: Any = None) -> Any:
    """Minus each element.

    >>> np.negative(np.array([1, -2]))
    array([-1,  2])
    """
    ...

def positive(x: Any, /, out: Any = None) -> Any:
    """Each element as it is.

    >>> np.positive(np.array([1, -2]))
    array([ 1, -2])
    """
    ...

def absolute(x: Any, /, out: Any = None) -> Any:
    """The absolute value of each element.

    >>> np.absolute(np.array([-1.5, 2]))
    array([1.5, 2. ])
    """
    ...

def fabs(x: Any, /, out: Any = None) -> Any:
    """The absolute value of each element, as a float.

    >>> np.fabs(-3)
    np.float64(3.0)
    """
    ...

def sign(x: Any, /, out: Any = None) -> Any:
    """-1, 0 or 1 by the sign of each element.

    >>> np.sign(np.array([-2.5, 0, 4]))
    array([-1.,  0.,  1.])
    """
    ...

def square(x: Any, /, out: Any = None) -> Any:
    """Each element times itself.

    >>> np.square(np.arange(4))
    array([0, 1, 4, 9])
    """
    ...

def sqrt(x: Any, /, out: Any = None) -> Any:
    """The square root of each element.

    >>> np.sqrt(np.array([1, 4, 9]))
    array([1., 2., 3.])
    """
    ...

def cbrt(x: Any, /, out: Any = None) -> Any:
    """The cube root of each element.

    >>> np.cbrt(8.0)
    np.float64(2.0)
    """
    ...

def reciprocal(x: Any, /, out: Any = None) -> Any:
    """One divided by each element.

    >>> np.reciprocal(np.array([2.0, 4.0]))
    array([0.5 , 0.25])
    """
    ...

def exp(x: Any, /, out: Any = None) -> Any:
    """e to the power of each element.

    >>> np.exp(0)
    np.float64(1.0)
    """
    ...

def exp2(x: Any, /, out: Any = None) -> Any:
    """2 to the power of each element.

    >>> np.exp2(np.array([0, 3]))
    array([1., 8.])
    """
    ...

def expm1(x: Any, /, out: Any = None) -> Any:
    """exp(x) - 1, exact for small x.

    >>> np.expm1(0.0)
    np.float64(0.0)
    """
    ...

def log(x: Any, /, out: Any = None) -> Any:
    """The natural logarithm.

    >>> np.log(1)
    np.float64(0.0)
    """
    ...

def log2(x: Any, /, out: Any = None) -> Any:
    """The logarithm to base 2.

    >>> np.log2(np.array([1, 8]))
    array([0., 3.])
    """
    ...

def log10(x: Any, /, out: Any = None) -> Any:
    """The logarithm to base 10.

    >>> np.log10(1000)
    np.float64(3.0)
    """
    ...

def log1p(x: Any, /, out: Any = None) -> Any:
    """log(1 + x), exact for small x.

    >>> np.log1p(0.0)
    np.float64(0.0)
    """
    ...

def sin(x: Any, /, out: Any = None) -> Any:
    """The sine of each angle in radians.

    >>> np.sin(np.array([0.0, np.pi / 2]))
    array([0., 1.])
    """
    ...

def cos(x: Any, /, out: Any = None) -> Any:
    """The cosine of each angle in radians.

    >>> np.cos(0.0)
    np.float64(1.0)
    """
    ...

def tan(x: Any, /, out: Any = None) -> Any:
    """The tangent of each angle in radians.

    >>> np.tan(0.0)
    np.float64(0.0)
    """
    ...

def arcsin(x: Any, /, out: Any = None) -> Any:
    """The angle in radians that has this sine.

    >>> np.arcsin(0.0)
    np.float64(0.0)
    """
    ...

def arccos(x: Any, /, out: Any = None) -> Any:
    """The angle in radians that has this cosine.

    >>> np.arccos(1.0)
    np.float64(0.0)
    """
    ...

def arctan(x: Any, /, out: Any = None) -> Any:
    """The angle in radians that has this tangent.

    >>> np.arctan(0.0)
    np.float64(0.0)
    """
    ...

def sinh(x: Any, /, out: Any = None) -> Any:
    """The hyperbolic sine.

    >>> np.sinh(0.0)
    np.float64(0.0)
    """
    ...

def cosh(x: Any, /, out: Any = None) -> Any:
    """The hyperbolic cosine.

    >>> np.cosh(0.0)
    np.float64(1.0)
    """
    ...

def tanh(x: Any, /, out: Any = None) -> Any:
    """The hyperbolic tangent.

    >>> np.tanh(0.0)
    np.float64(0.0)
    """
    ...

def arcsinh(x: Any, /, out: Any = None) -> Any:
    """The inverse of sinh.

    >>> np.arcsinh(0.0)
    np.float64(0.0)
    """
    ...

def arccosh(x: Any, /, out: Any = None) -> Any:
    """The inverse of cosh.

    >>> np.arccosh(1.0)
    np.float64(0.0)
    """
    ...

def arctanh(x: Any, /, out: Any = None) -> Any:
    """The inverse of tanh.

    >>> np.arctanh(0.0)
    np.float64(0.0)
    """
    ...

def floor(x: Any, /, out: Any = None) -> Any:
    """The largest whole number not above each element.

    >>> np.floor(np.array([-1.5, 1.5]))
    array([-2.,  1.])
    """
    ...

def ceil(x: Any, /, out: Any = None) -> Any:
    """The smallest whole number not below each element.

    >>> np.ceil(np.array([-1.5, 1.5]))
    array([-1.,  2.])
    """
    ...

def trunc(x: Any, /, out: Any = None) -> Any:
    """Each element without its fraction.

    >>> np.trunc(np.array([-1.5, 1.5]))
    array([-1.,  1.])
    """
    ...

def rint(x: Any, /, out: Any = None) -> Any:
    """The nearest whole number; halves go to the even one.

    >>> np.rint(np.array([0.5, 1.5, 2.5]))
    array([0., 2., 2.])
    """
    ...

def logical_not(x: Any, /, out: Any = None) -> Any:
    """Whether each element is zero.

    >>> np.logical_not(np.array([0, 3]))
    array([ True, False])
    """
    ...

def invert(x: Any, /, out: Any = None) -> Any:
    """Each element with its bits turned; not, for bool.

    >>> np.invert(np.array([True, False]))
    array([False,  True])
    """
    ...

def isnan(x: Any, /, out: Any = None) -> Any:
    """Whether each element is not a number.

    >>> np.isnan(np.array([1.0, np.nan]))
    array([False,  True])
    """
    ...

def isinf(x: Any, /, out: Any = None) -> Any:
    """Whether each element is infinite.

    >>> np.isinf(np.array([1.0, -np.inf]))
    array([False,  True])
    """
    ...

def isfinite(x: Any, /, out: Any = None) -> Any:
    """Whether each element is neither infinite nor NaN.

    >>> np.isfinite(np.array([1.0, np.nan, np.inf]))
    array([ True, False, False])
    """
    ...

def signbit(x: Any, /, out: Any = None) -> Any:
    """Whether each element has a minus sign; -0.0 has one.

    >>> np.signbit(np.array([-0.0, 2.0]))
    array([ True, False])
    """
    ...

def deg2rad(x: Any, /, out: Any = None) -> Any:
    """Degrees to radians.

    >>> np.deg2rad(180)
    np.float64(3.141592653589793)
    """
    ...

def radians(x: Any, /, out: Any = None) -> Any:
    """Degrees to radians.

    >>> np.radians(180)
    np.float64(3.141592653589793)
    """
    ...

def rad2deg(x: Any, /, out: Any = None) -> Any:
    """Radians to degrees.

    >>> np.rad2deg(np.pi)
    np.float64(180.0)
    """
    ...

def degrees(x: Any, /, out: Any = None) -> Any:
    """Radians to degrees.

    >>> np.degrees(np.pi)
    np.float64(180.0)
    """
    ...

def conjugate(x: Any, /, out: Any = None) -> Any:
    """Each element as it is: real numbers are their own conjugates.

    >>> np.conjugate(2.0)
    np.float64(2.0)
    """
    ...

def add(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Sums, element by element.

    >>> np.add(np.arange(3), 10)
    array([10, 11, 12])
    """
    ...

def subtract(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Differences, element by element.

    >>> np.subtract(np.arange(3), 1)
    array([-1,  0,  1])
    """
    ...

def multiply(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Products, element by element.

    >>> np.multiply(np.arange(3), 2.5)
    array([0. , 2.5, 5. ])
    """
    ...

def divide(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Quotients, element by element.

    >>> np.divide(np.arange(3), 2)
    array([0. , 0.5, 1. ])
    """
    ...

def floor_divide(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Quotients rounded down.

    >>> np.floor_divide(np.array([7, -7]), 2)
    array([ 3, -4])
    """
    ...

def remainder(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Remainders with the sign of the divisor, as Python's %.

    >>> np.remainder(np.array([7, -7]), 3)
    array([1, 2])
    """
    ...

def fmod(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Remainders with the sign of the dividend, as in C.

    >>> np.fmod(np.array([7, -7]), 3)
    array([ 1, -1])
    """
    ...

def power(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The first to the power of the second.

    >>> np.power(np.arange(4), 2)
    array([0, 1, 4, 9])
    """
    ...

def float_power(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The first to the power of the second, in float64.

    >>> np.float_power(2, -1)
    np.float64(0.5)
    """
    ...

def arctan2(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The angle of the point (x2, x1), in radians.

    >>> np.arctan2(0.0, 1.0)
    np.float64(0.0)
    """
    ...

def hypot(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The length of the hypotenuse of these legs.

    >>> np.hypot(3, 4)
    np.float64(5.0)
    """
    ...

def logaddexp(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """log(exp(x1) + exp(x2)), without overflow.

    >>> np.logaddexp(0.0, 0.0)
    np.float64(0.6931471805599453)
    """
    ...

def maximum(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The larger of two, element by element; NaN if either is.

    >>> np.maximum(np.array([1, 5]), 3)
    array([3, 5])
    """
    ...

def minimum(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The smaller of two, element by element; NaN if either is.

    >>> np.minimum(np.array([1, 5]), 3)
    array([1, 3])
    """
    ...

def fmax(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The larger of two, element by element; a number rather than NaN.

    >>> np.fmax(np.nan, 1.0)
    np.float64(1.0)
    """
    ...

def fmin(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """The smaller of two, element by element; a number rather than NaN.

    >>> np.fmin(np.nan, 1.0)
    np.float64(1.0)
    """
    ...

def equal(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 == x2, element by element.

    >>> np.equal(np.arange(3), 1)
    array([False,  True, False])
    """
    ...

def not_equal(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 != x2, element by element.

    >>> np.not_equal(np.arange(3), 1)
    array([ True, False,  True])
    """
    ...

def less(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 < x2, element by element.

    >>> np.less(np.arange(3), 1)
    array([ True, False, False])
    """
    ...

def less_equal(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 <= x2, element by element.

    >>> np.less_equal(np.arange(3), 1)
    array([ True,  True, False])
    """
    ...

def greater(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 > x2, element by element.

    >>> np.greater(np.arange(3), 1)
    array([False, False,  True])
    """
    ...

def greater_equal(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 >= x2, element by element.

    >>> np.greater_equal(np.arange(3), 1)
    array([False,  True,  True])
    """
    ...

def logical_and(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Whether both are true.

    >>> np.logical_and(np.array([1, 0]), True)
    array([ True, False])
    """
    ...

def logical_or(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Whether one is true.

    >>> np.logical_or(np.array([1, 0]), False)
    array([ True, False])
    """
    ...

def logical_xor(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """Whether exactly one is true.

    >>> np.logical_xor(np.array([1, 0]), True)
    array([False,  True])
    """
    ...

def bitwise_and(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 & x2, element by element.

    >>> np.bitwise_and(13, 7)
    np.int64(5)
    """
    ...

def bitwise_or(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 | x2, element by element.

    >>> np.bitwise_or(8, 1)
    np.int64(9)
    """
    ...

def bitwise_xor(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 ^ x2, element by element.

    >>> np.bitwise_xor(13, 7)
    np.int64(10)
    """
    ...

def left_shift(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 << x2, element by element.

    >>> np.left_shift(1, np.arange(4))
    array([1, 2, 4, 8])
    """
    ...

def right_shift(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 >> x2, element by element.

    >>> np.right_shift(16, 2)
    np.int64(4)
    """
    ...

def heaviside(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """0 below zero, 1 above it, x2 at zero.

    >>> np.heaviside(np.array([-1.0, 0.0, 2.0]), 0.5)
    array([0. , 0.5, 1. ])
    """
    ...

def copysign(x1: Any, x2: Any, /, out: Any = None) -> Any:
    """x1 with the sign of x2.

    >>> np.copysign(3.0, -1.0)
    np.float64(-3.0)
    """
    ...

def where(condition: Any, x: Any = None, y: Any = None, /) -> Any:
    """Elements of `x` where the condition holds, of `y` elsewhere; the condition alone: as nonzero.

    >>> np.where(np.arange(4) > 1, 1, -1)
    array([-1, -1,  1,  1])
    """
    ...

def clip(a: Any, a_min: Any = None, a_max: Any = None, out: Any = None) -> Any:
    """Elements below `a_min` or above `a_max` replaced by these.

    >>> np.clip(np.arange(5), 1, 3)
    array([1, 1, 2, 3, 3])
    """
    ...

def round(a: Any, decimals: int = 0) -> Any:
    """Rounded to a number of decimals; halves go to even.

    >>> np.round(np.array([1.25, 2.5]), 1)
    array([1.2, 2.5])
    """
    ...

def around(a: Any, decimals: int = 0) -> Any:
    """Rounded to a number of decimals; halves go to even.

    >>> np.around(np.array([1.25, 2.5]), 1)
    array([1.2, 2.5])
    """
    ...

def sum(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The sum of the elements, along axes.

    >>> np.sum(np.array([[1, 2], [3, 4]]), axis=0)
    array([4, 6])
    """
    ...

def prod(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The product of the elements, along axes.

    >>> np.prod(np.array([1, 2, 3, 4]))
    np.int64(24)
    """
    ...

def mean(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The mean of the elements, along axes.

    >>> np.mean(np.array([[1, 2], [3, 4]]), axis=1)
    array([1.5, 3.5])
    """
    ...

def std(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, ddof: float = 0, keepdims: Any = False) -> Any:
    """The standard deviation of the elements, along axes.

    >>> np.std(np.array([1.0, 3.0]))
    np.float64(1.0)
    """
    ...

def var(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, ddof: float = 0, keepdims: Any = False) -> Any:
    """The variance of the elements, along axes.

    >>> np.var(np.array([1.0, 3.0]), ddof=1)
    np.float64(2.0)
    """
    ...

def min(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The smallest element, along axes.

    >>> np.min(np.array([3, 1, 2]))
    np.int64(1)
    """
    ...

def max(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The largest element, along axes.

    >>> np.max(np.array([3, 1, 2]))
    np.int64(3)
    """
    ...

def any(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Whether an element is true, along axes.

    >>> np.any(np.array([0, 3]))
    np.True_
    """
    ...

def all(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Whether all elements are true, along axes.

    >>> np.all(np.array([0, 3]))
    np.False_
    """
    ...

def amin(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The smallest element, along axes.

    >>> np.amin(np.array([3, 1, 2]))
    np.int64(1)
    """
    ...

def amax(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The largest element, along axes.

    >>> np.amax(np.array([3, 1, 2]))
    np.int64(3)
    """
    ...

def argmin(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Where the smallest element stands.

    >>> np.argmin(np.array([3, 1, 2]))
    np.int64(1)
    """
    ...

def argmax(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Where the largest element stands.

    >>> np.argmax(np.array([3, 1, 2]))
    np.int64(0)
    """
    ...

def count_nonzero(a: Any, axis: Any = None, keepdims: Any = False) -> Any:
    """How many elements are not zero.

    >>> np.count_nonzero(np.array([0, 1, 5]))
    np.int64(2)
    """
    ...

def nansum(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The sum, NaNs left out.

    >>> np.nansum(np.array([1.0, np.nan]))
    np.float64(1.0)
    """
    ...

def nanprod(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The product, NaNs left out.

    >>> np.nanprod(np.array([2.0, np.nan]))
    np.float64(2.0)
    """
    ...

def nanmean(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The mean, NaNs left out.

    >>> np.nanmean(np.array([1.0, np.nan, 3.0]))
    np.float64(2.0)
    """
    ...

def nanstd(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, ddof: float = 0, keepdims: Any = False) -> Any:
    """The standard deviation, NaNs left out.

    >>> np.nanstd(np.array([1.0, np.nan, 3.0]))
    np.float64(1.0)
    """
    ...

def nanvar(a: Any, axis: Any = None, dtype: Any = None, out: Any = None, ddof: float = 0, keepdims: Any = False) -> Any:
    """The variance, NaNs left out.

    >>> np.nanvar(np.array([1.0, np.nan, 3.0]))
    np.float64(1.0)
    """
    ...

def nanmin(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The smallest element, NaNs left out.

    >>> np.nanmin(np.array([1.0, np.nan]))
    np.float64(1.0)
    """
    ...

def nanmax(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """The largest element, NaNs left out.

    >>> np.nanmax(np.array([1.0, np.nan]))
    np.float64(1.0)
    """
    ...

def cumsum(a: Any, axis: Any = None, dtype: Any = None, out: Any = None) -> Any:
    """Running sums.

    >>> np.cumsum(np.arange(4))
    array([0, 1, 3, 6])
    """
    ...

def cumprod(a: Any, axis: Any = None, dtype: Any = None, out: Any = None) -> Any:
    """Running products.

    >>> np.cumprod(np.array([1, 2, 3]))
    array([1, 2, 6])
    """
    ...

def average(a: Any, axis: Any = None, weights: Any = None) -> Any:
    """The mean, weighted.

    >>> np.average(np.array([1.0, 2.0]), weights=[3, 1])
    np.float64(1.25)
    """
    ...

def ptp(a: Any, axis: Any = None) -> Any:
    """Largest minus smallest.

    >>> np.ptp(np.array([3, 9, 4]))
    np.int64(6)
    """
    ...

def dot(a: Any, b: Any) -> Any:
    """The product of matrices or vectors.

    >>> np.dot(np.arange(3), np.arange(3))
    np.int64(5)
    """
    ...

def matmul(x1: Any, x2: Any, /) -> Any:
    """The matrix product, as @.

    >>> np.matmul(np.eye(2), np.ones((2, 1)))
    array([[1.],
           [1.]])
    """
    ...

def inner(a: Any, b: Any) -> Any:
    """The inner product of vectors.

    >>> np.inner([1, 2], [3, 4])
    np.int64(11)
    """
    ...

def outer(a: Any, b: Any) -> ndarray:
    """All products of an element of one and an element of the other.

    >>> np.outer([1, 2], [3, 4])
    array([[3, 4],
           [6, 8]])
    """
    ...

def reshape(a: Any, shape: Any) -> ndarray:
    """The elements in another shape.

    >>> np.reshape(np.arange(4), (2, 2))
    array([[0, 1],
           [2, 3]])
    """
    ...

def ravel(a: Any) -> ndarray:
    """The elements along one axis.

    >>> np.ravel([[1, 2], [3, 4]])
    array([1, 2, 3, 4])
    """
    ...

def transpose(a: Any, axes: Any = None) -> Any:
    """The axes in another order; reversed, if none is given.

    >>> np.transpose([[1, 2], [3, 4]])
    array([[1, 3],
           [2, 4]])
    """
    ...

def squeeze(a: Any, axis: Any = None) -> Any:
    """Without the axes of size 1.

    >>> np.squeeze(np.ones((1, 2)))
    array([1., 1.])
    """
    ...

def expand_dims(a: Any, axis: Any) -> ndarray:
    """With new axes of size 1.

    >>> np.expand_dims(np.arange(3), 0)
    array([[0, 1, 2]])
    """
    ...

def broadcast_to(array: Any, shape: Any) -> ndarray:
    """Repeated to a shape.

    >>> np.broadcast_to(np.arange(2), (2, 2))
    array([[0, 1],
           [0, 1]])
    """
    ...

def concatenate(arrays: Any, axis: Any = 0) -> Any:
    """Arrays one after another along an axis.

    >>> np.concatenate([np.arange(2), np.arange(3)])
    array([0, 1, 0, 1, 2])
    """
    ...

def stack(arrays: Any, axis: int = 0) -> Any:
    """Arrays of one shape along a new axis.

    >>> np.stack([np.arange(2), np.arange(2)])
    array([[0, 1],
           [0, 1]])
    """
    ...

def vstack(tup: Any) -> ndarray:
    """Arrays below one another.

    >>> np.vstack([[1, 2], [3, 4]])
    array([[1, 2],
           [3, 4]])
    """
    ...

def hstack(tup: Any) -> ndarray:
    """Arrays beside one another.

    >>> np.hstack([[1, 2], [3, 4]])
    array([1, 2, 3, 4])
    """
    ...

def column_stack(tup: Any) -> ndarray:
    """Vectors as the columns of a matrix.

    >>> np.column_stack([[1, 2], [3, 4]])
    array([[1, 3],
           [2, 4]])
    """
    ...

def append(arr: Any, values: Any, axis: Any = None) -> ndarray:
    """An array with values after it.

    >>> np.append([1, 2], 3)
    array([1, 2, 3])
    """
    ...

def delete(arr: Any, obj: Any, axis: Any = None) -> ndarray:
    """An array without some positions.

    >>> np.delete([5, 6, 7], 1)
    array([5, 7])
    """
    ...

def repeat(a: Any, repeats: Any, axis: Any = None) -> ndarray:
    """Each element several times.

    >>> np.repeat([1, 2], 2)
    array([1, 1, 2, 2])
    """
    ...

def tile(A: Any, reps: Any) -> ndarray:
    """An array repeated as a whole.

    >>> np.tile([1, 2], 2)
    array([1, 2, 1, 2])
    """
    ...

def roll(a: Any, shift: int, axis: Any = None) -> ndarray:
    """Elements moved along; what falls off the end comes in at the start.

    >>> np.roll(np.arange(5), 2)
    array([3, 4, 0, 1, 2])
    """
    ...

def flip(m: Any, axis: Any = None) -> ndarray:
    """Elements in reverse order.

    >>> np.flip([1, 2, 3])
    array([3, 2, 1])
    """
    ...

def flipud(m: Any) -> ndarray:
    """Rows in reverse order.

    >>> np.flipud([[1, 2], [3, 4]])
    array([[3, 4],
           [1, 2]])
    """
    ...

def fliplr(m: Any) -> ndarray:
    """Columns in reverse order.

    >>> np.fliplr([[1, 2], [3, 4]])
    array([[2, 1],
           [4, 3]])
    """
    ...

def swapaxes(a: Any, axis1: int, axis2: int) -> ndarray:
    """Two axes exchanged.

    >>> np.swapaxes([[1, 2], [3, 4]], 0, 1)
    array([[1, 3],
           [2, 4]])
    """
    ...

def split(ary: Any, indices_or_sections: Any, axis: int = 0) -> list[Any]:
    """An array cut into equal parts, or at positions.

    >>> np.split(np.arange(4), 2)
    [array([0, 1]), array([2, 3])]
    """
    ...

def array_split(ary: Any, indices_or_sections: Any, axis: int = 0) -> list[Any]:
    """An array cut into parts of nearly equal size.

    >>> np.array_split(np.arange(5), 2)
    [array([0, 1, 2]), array([3, 4])]
    """
    ...

def take(a: Any, indices: Any, axis: Any = None) -> Any:
    """The elements at these positions.

    >>> np.take([5, 6, 7], [0, 2])
    array([5, 7])
    """
    ...

def copy(a: Any) -> ndarray:
    """A copy in memory of its own.

    >>> np.copy([1, 2])
    array([1, 2])
    """
    ...

def shape(a: Any) -> tuple[int, ...]:
    """The shape of an array.

    >>> np.shape([[1, 2]])
    (1, 2)
    """
    ...

def ndim(a: Any) -> int:
    """The number of axes.

    >>> np.ndim([[1, 2]])
    2
    """
    ...

def size(a: Any) -> int:
    """The number of elements.

    >>> np.size([[1, 2]])
    2
    """
    ...

def nonzero(a: Any) -> tuple[Any, ...]:
    """The indices of the elements that are not zero.

    >>> np.nonzero([0, 3])
    (array([1]),)
    """
    ...

def flatnonzero(a: Any) -> ndarray:
    """The positions of the elements that are not zero.

    >>> np.flatnonzero([0, 3])
    array([1])
    """
    ...

def argwhere(a: Any) -> ndarray:
    """The indices of the elements that are not zero, one row each.

    >>> np.argwhere([0, 3])
    array([[1]])
    """
    ...

def isscalar(element: Any) -> Any:
    """Whether a value is one number.

    >>> np.isscalar(3)
    True
    """
    ...

def sort(a: Any, axis: Any = -1) -> ndarray:
    """A sorted copy along an axis.

    >>> np.sort([3, 1, 2])
    array([1, 2, 3])
    """
    ...

def argsort(a: Any, axis: Any = -1) -> ndarray:
    """The positions that sort the elements.

    >>> np.argsort([3, 1, 2])
    array([1, 2, 0])
    """
    ...

def unique(ar: Any, return_index: Any = False, return_inverse: Any = False, return_counts: Any = False) -> Any:
    """The different elements, sorted.

    >>> np.unique([3, 1, 3])
    array([1, 3])
    >>> np.unique([3, 1, 3], return_counts=True)
    (array([1, 3]), array([1, 2]))
    """
    ...

def diff(a: Any, n: int = 1, axis: int = -1) -> ndarray:
    """Differences of neighbours.

    >>> np.diff([1, 4, 9])
    array([3, 5])
    """
    ...

def searchsorted(a: Any, v: Any, side: str = "left") -> Any:
    """Where values would be inserted into a sorted array.

    >>> np.searchsorted([1, 3, 5], 4)
    np.int64(2)
    """
    ...

def median(a: Any, axis: Any = None) -> Any:
    """The middle value.

    >>> np.median([3, 1, 2])
    np.float64(2.0)
    """
    ...

def percentile(a: Any, q: Any, axis: Any = None) -> Any:
    """The values below which `q` per cent of the elements are.

    >>> np.percentile([1, 2, 3, 4], 50)
    np.float64(2.5)
    """
    ...

def quantile(a: Any, q: Any, axis: Any = None) -> Any:
    """The values below which a fraction `q` of the elements is.

    >>> np.quantile([1, 2, 3, 4], 0.5)
    np.float64(2.5)
    """
    ...

def nanmedian(a: Any, axis: Any = None) -> Any:
    """The middle value, NaNs left out.

    >>> np.nanmedian([3.0, np.nan, 1.0])
    np.float64(2.0)
    """
    ...

def histogram(a: Any, bins: Any = 10, range: Any = None, density: Any = False) -> tuple[Any, Any]:
    """Counts of elements in bins, and the bins' edges.

    >>> np.histogram([1, 2, 1], bins=[0, 1, 2, 3])
    (array([0, 2, 1]), array([0, 1, 2, 3]))
    """
    ...

def bincount(x: Any, weights: Any = None, minlength: int = 0) -> ndarray:
    """How often each small integer occurs.

    >>> np.bincount([0, 1, 1, 3])
    array([1, 2, 0, 1])
    """
    ...

def digitize(x: Any, bins: Any, right: Any = False) -> Any:
    """The number of the bin in which each element falls.

    >>> np.digitize([0.5, 2.5], [0, 1, 2])
    array([1, 3])
    """
    ...

def interp(x: Any, xp: Any, fp: Any) -> Any:
    """Values between points, on straight lines.

    >>> np.interp(2.5, [1, 2, 3], [3, 2, 0])
    np.float64(1.0)
    """
    ...

def trapezoid(y: Any, x: Any = None, dx: float = 1.0) -> Any:
    """The integral, by trapezoids.

    >>> np.trapezoid([1, 2, 3])
    np.float64(4.0)
    """
    ...

def gradient(f: Any) -> ndarray:
    """Slopes by central differences.

    >>> np.gradient(np.array([1.0, 2.0, 4.0]))
    array([1. , 1.5, 2. ])
    """
    ...

def convolve(a: Any, v: Any, mode: str = "full") -> ndarray:
    """The convolution of two vectors.

    >>> np.convolve([1, 2, 3], [0, 1])
    array([0, 1, 2, 3])
    """
    ...

def cov(m: Any) -> ndarray:
    """The covariance matrix of rows.

    >>> np.cov([[1.0, 2.0], [2.0, 4.0]])
    array([[0.5, 1. ],
           [1. , 2. ]])
    """
    ...

def corrcoef(x: Any, y: Any = None) -> ndarray:
    """Correlation coefficients.

    >>> np.corrcoef([1.0, 2.0, 3.0], [2.0, 4.0, 6.0])
    array([[1., 1.],
           [1., 1.]])
    """
    ...

def trace(a: Any) -> Any:
    """The sum of the diagonal of a matrix.

    >>> np.trace([[1, 2], [3, 4]])
    np.int64(5)
    """
    ...

def diagonal(a: Any) -> ndarray:
    """The elements on the diagonal of a matrix.

    >>> np.diagonal([[1, 2], [3, 4]])
    array([1, 4])
    """
    ...

def isclose(a: Any, b: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: Any = False) -> Any:
    """Whether two are equal up to a tolerance, element by element.

    >>> np.isclose(0.1 + 0.2, 0.3)
    np.True_
    """
    ...

def allclose(a: Any, b: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: Any = False) -> Any:
    """Whether all elements are equal up to a tolerance.

    >>> np.allclose([0.1 + 0.2], [0.3])
    True
    """
    ...

def array_equal(a1: Any, a2: Any, equal_nan: Any = False) -> Any:
    """Whether two arrays have one shape and equal elements.

    >>> np.array_equal([1, 2], [1, 2])
    True
    """
    ...

def isin(element: Any, test_elements: Any) -> Any:
    """Whether each element is among others.

    >>> np.isin([1, 2, 3], [2, 5])
    array([False,  True, False])
    """
    ...

def intersect1d(ar1: Any, ar2: Any) -> ndarray:
    """The elements that both have, sorted.

    >>> np.intersect1d([1, 2, 3], [2, 3, 4])
    array([2, 3])
    """
    ...

def union1d(ar1: Any, ar2: Any) -> ndarray:
    """The elements that one has, sorted.

    >>> np.union1d([1, 2], [2, 3])
    array([1, 2, 3])
    """
    ...

def setdiff1d(ar1: Any, ar2: Any) -> ndarray:
    """The elements of the first that the second has not, sorted.

    >>> np.setdiff1d([1, 2, 3], [2])
    array([1, 3])
    """
    ...

def nan_to_num(x: Any, nan: float = 0.0, posinf: Any = None, neginf: Any = None) -> Any:
    """NaN and infinities replaced by numbers.

    >>> np.nan_to_num(np.array([1.0, np.nan]))
    array([1., 0.])
    """
    ...

def set_printoptions(precision: Any = None, threshold: Any = None, edgeitems: Any = None, linewidth: Any = None, suppress: Any = None) -> None:
    """How arrays are printed from now on.

    >>> np.set_printoptions(precision=3)
    >>> np.array([1 / 3])
    array([0.333])
    >>> np.set_printoptions(precision=8)
    """
    ...

def array2string(a: Any, precision: Any = None, suppress_small: Any = None, separator: str = " ") -> str:
    """An array as text.

    >>> np.array2string(np.arange(3), separator=', ')
    '[0, 1, 2]'
    """
    ...

def array_str(a: Any) -> str:
    """An array as str writes it.

    >>> np.array_str(np.arange(3))
    '[0 1 2]'
    """
    ...

def array_repr(arr: Any) -> str:
    """An array as repr writes it.

    >>> np.array_repr(np.arange(3))
    'array([0, 1, 2])'
    """
    ...

def loadtxt(fname: str, dtype: Any = None, comments: Any = "#", delimiter: Any = None, skiprows: int = 0, usecols: Any = None, unpack: Any = False, ndmin: int = 0, max_rows: Any = None) -> Any:
    """Numbers from a text file: one row for each line."""
    ...

def genfromtxt(fname: str, dtype: Any = None, comments: Any = "#", delimiter: Any = None, skip_header: int = 0, usecols: Any = None, unpack: Any = False, filling_values: Any = None, max_rows: Any = None) -> Any:
    """Numbers from a text file; what is missing or no number becomes NaN."""
    ...

def load(file: str) -> ndarray:
    """An array from a `.npy` file."""
    ...

def save(file: str, arr: Any) -> None:
    """Write an array to a `.npy` file."""
    ...

def savetxt(fname: str, X: Any, fmt: str = "%.18e", delimiter: str = " ", newline: str = "\n", header: str = "", footer: str = "", comments: str = "# ") -> None:
    """Write an array to a text file: one line for each row."""
    ...

abs = absolute
mod = remainder
true_divide = divide
bitwise_not = invert
conj = conjugate
