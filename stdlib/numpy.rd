"""Arrays in memory, as in NumPy: they hold bool, int8 to int64, uint8 to uint64, float32,
float64, complex64, complex128, datetime64 and timedelta64."""

import numpy.char as char
import numpy.exceptions as exceptions
import numpy.fft as fft
import numpy.lib as lib
import numpy.linalg as linalg
import numpy.ma as ma
import numpy.random as random
import numpy.strings as strings
from dask.array import Array as _Array

pi: float = 3.141592653589793
e: float = 2.718281828459045
euler_gamma: float = 0.5772156649015329
nan: float
inf: float
newaxis: Any = None
little_endian: Any = True
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
    num: int = 0
    alignment: int = 0
    byteorder: str = ""
    isnative: bool = True
    hasobject: bool = False
    fields: Any = None
    names: Any = None
    subdtype: Any = None
    metadata: Any = None
    shape: tuple[int, ...] = ()
    ndim: int = 0
    base: Any = None
    descr: Any = None
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
    @property
    def imag(self) -> Any:
        """The imaginary part."""
        ...
    def conjugate(self) -> Any:
        """The value with the other sign of its imaginary part.

        >>> np.complex128(1 + 2j).conjugate()
        np.complex128(1-2j)
        """
        ...

    def conj(self) -> Any:
        """The value with the other sign of its imaginary part.

        >>> np.complex128(1 + 2j).conj()
        np.complex128(1-2j)
        """
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

    def sum(self, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """The sum of one value.

        >>> np.float64(2.5).sum()
        np.float64(2.5)
        """
        ...

    def mean(self, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """The mean of one value.

        >>> np.float64(2.5).mean()
        np.float64(2.5)
        """
        ...

    def min(self, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """The min of one value.

        >>> np.float64(2.5).min()
        np.float64(2.5)
        """
        ...

    def max(self, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """The max of one value.

        >>> np.float64(2.5).max()
        np.float64(2.5)
        """
        ...

    def any(self, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
        """Whether the value is true.

        >>> np.float64(2.5).any()
        np.True_
        """
        ...

    def all(self, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
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

class signedinteger(integer):
    """A NumPy integer with a sign."""

class unsignedinteger(integer):
    """A NumPy integer without a sign."""

class inexact(number):
    """A NumPy number that is no integer."""

class floating(inexact):
    """A NumPy float."""

class bool(generic):
    """A NumPy bool; as a dtype, the one of that name.

    >>> np.bool(1)
    np.True_
    """
    def __new__(cls, x: Any = False, /) -> Any:
        """The value of a number or text as bool; of a sequence, an array."""
        ...

class int8(signedinteger):
    """A NumPy int8; as a dtype, the one of that name.

    >>> np.int8(3.7)
    np.int8(3)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as int8; of a sequence, an array."""
        ...

class uint8(unsignedinteger):
    """A NumPy uint8; as a dtype, the one of that name.

    >>> np.uint8(3.7)
    np.uint8(3)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as uint8; of a sequence, an array."""
        ...

class int16(signedinteger):
    """A NumPy int16; as a dtype, the one of that name.

    >>> np.int16(3.7)
    np.int16(3)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as int16; of a sequence, an array."""
        ...

class uint16(unsignedinteger):
    """A NumPy uint16; as a dtype, the one of that name.

    >>> np.uint16(3.7)
    np.uint16(3)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as uint16; of a sequence, an array."""
        ...

class int32(signedinteger):
    """A NumPy int32; as a dtype, the one of that name.

    >>> np.int32(3.7)
    np.int32(3)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as int32; of a sequence, an array."""
        ...

class uint32(unsignedinteger):
    """A NumPy uint32; as a dtype, the one of that name.

    >>> np.uint32(3.7)
    np.uint32(3)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as uint32; of a sequence, an array."""
        ...

class int64(signedinteger):
    """A NumPy int64; as a dtype, the one of that name.

    >>> np.int64(3.7)
    np.int64(3)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as int64; of a sequence, an array."""
        ...

class uint64(unsignedinteger):
    """A NumPy uint64; as a dtype, the one of that name.

    >>> np.uint64(3.7)
    np.uint64(3)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as uint64; of a sequence, an array."""
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


class complexfloating(inexact):
    """A NumPy complex number."""

class complex64(complexfloating):
    """Two float32; as a dtype, the one of that name.

    >>> np.complex64(1 + 2j)
    np.complex64(1+2j)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as complex64; of a sequence, an array."""
        ...

class complex128(complexfloating):
    """Two float64; as a dtype, the one of that name.

    >>> np.complex128(1 + 2j).imag
    np.float64(2.0)
    """
    def __new__(cls, x: Any = 0, /) -> Any:
        """The value of a number or text as complex128; of a sequence, an array."""
        ...


class datetime64(generic):
    """A moment: a whole number of years, months, days, ... since 1970, or NaT, which is no time.

    >>> np.datetime64("2020-02-28") + 2
    np.datetime64('2020-03-01')
    >>> np.datetime64("2021-01-01") - np.datetime64("2020-01-01")
    np.timedelta64(366,'D')
    """
    def __new__(cls, value: Any = None, unit: Any = None, /) -> Any:
        """The moment that a text as ISO 8601 writes it, a `date`, a `datetime`, or a number with a unit says."""
        ...


class timedelta64(signedinteger):
    """A duration: a whole number of weeks, days, seconds, ..., or NaT, which is none.

    >>> np.timedelta64(1, "D") + np.timedelta64(6, "h")
    np.timedelta64(30,'h')
    >>> np.timedelta64(36, "h") / np.timedelta64(1, "D")
    np.float64(1.5)
    """
    def __new__(cls, value: Any = 0, unit: Any = None, /) -> Any:
        """The duration that a number with a unit, or a `timedelta`, says."""
        ...


class flexible(generic):
    """A NumPy scalar of no fixed size."""

class character(flexible):
    """A NumPy scalar of characters or bytes."""

class str_(str):
    """An element of an array of fixed strings, which is a `str` too; as a dtype, characters as many as the longest has.

    >>> np.str_("a")
    np.str_('a')
    >>> np.array(["a", "bcd"])[1].upper()
    'BCD'
    """
    def __new__(cls, object: Any = "", encoding: Any = None, errors: Any = None, /) -> Any:
        """What a value prints as."""
        ...
    shape: tuple[int, ...] = ()
    ndim: int = 0
    size: int = 1
    @property
    def dtype(self) -> Any:
        """Its dtype, as wide as it is."""
        ...
    @property
    def itemsize(self) -> int:
        """Its size in bytes."""
        ...
    @property
    def nbytes(self) -> int:
        """Its size in bytes."""
        ...
    def item(self) -> Any:
        """The Python value."""
        ...
    def tolist(self) -> Any:
        """The Python value."""
        ...
    def astype(self, dtype: Any, order: Any = "K", casting: Any = "unsafe", subok: Any = True, copy: Any = True) -> Any:
        """The value as another dtype; a text must say it."""
        ...

class bytes_(bytes):
    """An element of an array of fixed strings of bytes, which is `bytes` too; as a dtype, as many as the longest has.

    >>> np.bytes_(b"a")
    np.bytes_(b'a')
    """
    def __new__(cls, object: Any = b"", encoding: Any = None, errors: Any = None, /) -> Any:
        """The bytes that a value prints as, in ASCII."""
        ...
    shape: tuple[int, ...] = ()
    ndim: int = 0
    size: int = 1
    @property
    def dtype(self) -> Any:
        """Its dtype, as wide as it is."""
        ...
    @property
    def itemsize(self) -> int:
        """Its size in bytes."""
        ...
    @property
    def nbytes(self) -> int:
        """Its size in bytes."""
        ...
    def item(self) -> Any:
        """The Python value."""
        ...
    def tolist(self) -> Any:
        """The Python value."""
        ...
    def astype(self, dtype: Any, order: Any = "K", casting: Any = "unsafe", subok: Any = True, copy: Any = True) -> Any:
        """The value as another dtype; a text must say it."""
        ...


csingle = complex64
cdouble = complex128
bool_ = bool
False_ = bool(False)
True_ = bool(True)
byte = int8
ubyte = uint8
short = int16
ushort = uint16
intc = int32
uintc = uint32
int_ = int64
uint = uint64
intp = int64
uintp = uint64
long = int64
ulong = uint64
longlong = int64
ulonglong = uint64
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
    imag: Any = None
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

    def reshape(self, *shape: Any, order: str = "C", copy: Any = None) -> ndarray:
        """The elements in another shape; -1 stands for the size that fits.

        >>> np.arange(6).reshape(2, -1)
        array([[0, 1, 2],
               [3, 4, 5]])
        """
        ...

    def ravel(self, order: str = "C") -> ndarray:
        """The elements along one axis; a view where possible.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.ravel()
        array([3, 1, 2, 4])
        """
        ...

    def flatten(self, order: str = "C") -> ndarray:
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

    def astype(self, dtype: Any, order: Any = "K", casting: str = "unsafe", subok: bool = True, copy: bool = True) -> ndarray:
        """The elements as another dtype.

        >>> np.array([1.7, 2.2]).astype(int)
        array([1, 2])
        """
        ...

    def copy(self, order: str = "C") -> ndarray:
        """A copy in memory of its own.

        >>> np.arange(3).copy()
        array([0, 1, 2])
        """
        ...

    def view(self, dtype: Any = None, type: Any = None) -> Any:
        """The same bytes as elements of another dtype, of the same size or, along the last axis, of another. What is
        written to one array shows in the other.

        >>> np.array([1.0, 2.0]).view(np.int64)
        array([4607182418800017408, 4611686018427387904])
        >>> np.array([1, 2], dtype="i4").view("i2")
        array([1, 0, 2, 0], dtype=int16)
        """
        if type is not None and type is not ndarray:
            raise NotImplementedError("view(type=) of other classes is not in rdask")
        return self._viewed(self.dtype if dtype is None or dtype is ndarray else dtype)

    def _viewed(self, dtype: Any) -> Any:
        """The same bytes as elements of another dtype."""
        ...

    def tobytes(self, order: Any = "C") -> Any:
        """The bytes of the elements, one after the other; `order="F"`: column by column.

        >>> np.array([1, 2], dtype="u1").tobytes()
        b'\\x01\\x02'
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

    def tofile(self, fid: Any, sep: str = "", format: str = "%s") -> None:
        """Write the elements as raw bytes, or with `sep` as a text."""
        if sep:
            with open(str(fid), "w") as stream:
                stream.write(sep.join([str(x) for x in self.ravel().tolist()]))
        else:
            _tofile(self, str(fid))

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

    def conjugate(self) -> Any:
        """Each element with the other sign of its imaginary part.

        >>> np.array([1 + 2j]).conjugate()
        array([1.-2.j])
        """
        ...

    def conj(self) -> Any:
        """Each element with the other sign of its imaginary part."""
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

    def take(self, indices: Any, axis: Any = None, out: Any = None, mode: str = "raise") -> Any:
        """The elements at these positions.

        >>> np.array([5, 6, 7]).take([0, 2])
        array([5, 7])
        """
        ...

    def sort(self, axis: Any = -1, kind: Any = None, order: Any = None, *, stable: Any = None) -> None:
        """Sort in place along an axis.

        >>> a = np.array([3, 1, 2])
        >>> a.sort()
        >>> a
        array([1, 2, 3])
        """
        ...

    def argsort(self, axis: Any = -1, kind: Any = None, order: Any = None, *, stable: Any = None) -> ndarray:
        """The positions that sort the elements.

        >>> np.array([3, 1, 2]).argsort()
        array([1, 2, 0])
        """
        ...

    def partition(self, kth: Any, axis: Any = -1, kind: str = "introselect", order: Any = None) -> None:
        """Partition in place: see `np.partition`.

        >>> a = np.array([7, 1, 5, 3])
        >>> a.partition(1)
        >>> a[1]
        np.int64(3)
        """
        ...

    def argpartition(self, kth: Any, axis: Any = -1, kind: str = "introselect", order: Any = None) -> ndarray:
        """The positions that partition the elements.

        >>> np.array([7, 1, 5, 3]).argpartition(1)[0]
        np.int64(1)
        """
        ...

    def searchsorted(self, v: Any, side: str = "left", sorter: Any = None) -> Any:
        """Where values would be inserted into a sorted array.

        >>> np.array([1, 3, 5]).searchsorted(4)
        np.int64(2)
        """
        ...

    def diagonal(self, offset: int = 0, axis1: int = 0, axis2: int = 1) -> ndarray:
        """The elements on the diagonal of a matrix.

        >>> a = np.array([[3, 1], [2, 4]])
        >>> a.diagonal()
        array([3, 4])
        """
        ...

    def trace(self, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: Any = None, out: Any = None) -> Any:
        """The sum of a diagonal.

        >>> np.eye(3).trace()
        np.float64(3.0)
        """
        return trace(self, offset, axis1, axis2, dtype, out)

    def choose(self, choices: Any, out: Any = None, mode: str = "raise") -> ndarray:
        """Of several arrays for each element the one that this array of indices names.

        >>> np.array([0, 1]).choose([[1, 2], [10, 20]])
        array([ 1, 20])
        """
        return choose(self, choices, out, mode)

    def compress(self, condition: Any, axis: Any = None) -> ndarray:
        """The positions of an axis where a condition holds.

        >>> np.arange(3).compress([True, False, True])
        array([0, 2])
        """
        return compress(condition, self, axis)

    def put(self, indices: Any, values: Any, mode: str = "raise") -> None:
        """Write values at positions of the array in C order.

        >>> a = np.arange(3)
        >>> a.put([0, 2], 9)
        >>> a
        array([9, 1, 9])
        """
        put(self, indices, values, mode)

    def swapaxes(self, axis1: int, axis2: int) -> ndarray:
        """Two axes exchanged.

        >>> np.ones((2, 3)).swapaxes(0, 1).shape
        (3, 2)
        """
        ...

    @property
    def flags(self) -> flagsobj:
        """How the elements lie in memory, and whether they may be written.

        >>> a = np.arange(3)
        >>> a.flags.writeable = False
        >>> a.flags.writeable, a.T.flags["C_CONTIGUOUS"]
        (False, True)
        """
        return flagsobj(self)

    def setflags(self, write: Any = None, align: Any = None, uic: Any = None) -> None:
        """Whether the elements may be written.

        >>> a = np.arange(3)
        >>> a.setflags(write=False)
        >>> a.flags.writeable
        False
        """
        if align is not None and not align:
            raise NotImplementedError("setflags(align=False) is not in rdask: its arrays are aligned")
        if uic:
            raise ValueError("cannot set WRITEBACKIFCOPY flag to True")
        if write is not None:
            _set_writable(self, write)


def _layout(a: ndarray) -> tuple[Any, Any, Any, Any]:
    """Whether it is contiguous by rows, by columns, has its elements itself, and may be written."""
    ...

def _set_writable(a: ndarray, write: Any) -> None:
    """Let it be written, or not."""
    ...

def _read_only(a: Any) -> ndarray:
    """The same elements, which nobody may write."""
    ...

_FLAGS = {
    "C": "c_contiguous", "CONTIGUOUS": "c_contiguous", "C_CONTIGUOUS": "c_contiguous",
    "F": "f_contiguous", "FORTRAN": "f_contiguous", "F_CONTIGUOUS": "f_contiguous",
    "W": "writeable", "WRITEABLE": "writeable", "A": "aligned", "ALIGNED": "aligned", "O": "owndata", "OWNDATA": "owndata",
    "X": "writebackifcopy", "WRITEBACKIFCOPY": "writebackifcopy", "FNC": "fnc", "FORC": "forc", "B": "behaved",
    "BEHAVED": "behaved", "CA": "carray", "CARRAY": "carray", "FA": "farray", "FARRAY": "farray",
}

class flagsobj:
    """How the elements of an array lie in memory, and whether they may be written: `a.flags`.

    >>> flags = np.ones((2, 3)).flags
    >>> flags.c_contiguous, flags["F_CONTIGUOUS"], flags.writeable
    (True, False, True)
    """
    __slots__ = ("_array",)
    __hash__ = None

    def __init__(self, array):
        self._array = array

    @property
    def c_contiguous(self) -> Any:
        """Whether the elements lie one after the other, row by row."""
        return _layout(self._array)[0]

    @property
    def contiguous(self) -> Any:
        """The same as `c_contiguous`."""
        return self.c_contiguous

    @property
    def f_contiguous(self) -> Any:
        """Whether the elements lie one after the other, column by column."""
        return _layout(self._array)[1]

    @property
    def fortran(self) -> Any:
        """The same as `f_contiguous`."""
        return self.f_contiguous

    @property
    def owndata(self) -> Any:
        """Whether the array has its elements itself, and is no view. Some functions of NumPy give a view of something
        that they made; here they give the thing itself."""
        return _layout(self._array)[2]

    @property
    def writeable(self) -> Any:
        """Whether the elements may be written."""
        return _layout(self._array)[3]

    @writeable.setter
    def writeable(self, value: Any):
        self._array.setflags(write=value)

    @property
    def aligned(self) -> Any:
        """Whether the elements lie where the machine reads them at once: always, here."""
        return True

    @aligned.setter
    def aligned(self, value: Any):
        self._array.setflags(align=value)

    @property
    def writebackifcopy(self) -> Any:
        """Whether the array is a copy that is written back: never, here."""
        return False

    @writebackifcopy.setter
    def writebackifcopy(self, value: Any):
        self._array.setflags(uic=value)

    @property
    def fnc(self) -> Any:
        """Whether it is contiguous column by column, and not row by row."""
        return self.f_contiguous and not self.c_contiguous

    @property
    def forc(self) -> Any:
        """Whether it is contiguous in one of the two ways."""
        return self.f_contiguous or self.c_contiguous

    @property
    def behaved(self) -> Any:
        """Whether it is aligned and may be written."""
        return self.writeable

    @property
    def carray(self) -> Any:
        """Whether it is behaved, and contiguous row by row."""
        return self.behaved and self.c_contiguous

    @property
    def farray(self) -> Any:
        """Whether it is behaved, and not contiguous row by row."""
        return self.behaved and not self.c_contiguous

    @property
    def num(self) -> int:
        """All flags as the bits of a number."""
        c, f, own, write = _layout(self._array)
        return c + 2 * f + 4 * own + 0x100 + 0x400 * write

    def __getitem__(self, key: Any) -> Any:
        """A flag by its name in capitals, or by its initial."""
        if not isinstance(key, str) or key not in _FLAGS:
            raise KeyError("Unknown flag")
        return getattr(self, _FLAGS[key])

    def __setitem__(self, key: Any, value: Any):
        if key not in ("W", "WRITEABLE", "A", "ALIGNED", "X", "WRITEBACKIFCOPY"):
            raise KeyError("Unknown flag")
        setattr(self, _FLAGS[key], value)

    def __eq__(self, other: Any):
        return self.num == other.num if isinstance(other, flagsobj) else NotImplemented

    def __repr__(self):
        names = ("C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY")
        return "".join([f"  {name} : {self[name]}\n" for name in names])


def array(object: Any, dtype: Any = None, *, copy: Any = True, order: Any = "K", subok: Any = False, ndmin: int = 0) -> ndarray:
    """An array of the numbers in nested sequences; a copy of an array.

    >>> np.array([[1, 2], [3, 4.5]])
    array([[1. , 2. ],
           [3. , 4.5]])
    """
    ...

def asarray(a: Any, dtype: Any = None, order: Any = None, *, copy: Any = None) -> ndarray:
    """An array of the numbers in nested sequences; an array as it is.

    >>> np.asarray([1, 2])
    array([1, 2])
    """
    ...

def ascontiguousarray(a: Any, dtype: Any = None) -> ndarray:
    """As an array of one axis or more whose elements lie one after the other row by row.

    >>> np.ascontiguousarray(np.ones((2, 3)).T).flags.c_contiguous
    True
    """
    a = atleast_1d(asarray(a, dtype=dtype))
    return a if a.flags.c_contiguous else a.copy()

def fromiter(iter: Any, dtype: Any) -> ndarray:
    """An array of what an iterator gives.

    >>> np.fromiter((i * i for i in range(4)), dtype=int)
    array([0, 1, 4, 9])
    """
    ...

def ones(shape: Any, dtype: Any = None, order: str = "C") -> ndarray:
    """An array of ones.

    >>> np.ones((2, 3))
    array([[1., 1., 1.],
           [1., 1., 1.]])
    """
    ...

def zeros(shape: Any, dtype: Any = None, order: str = "C") -> ndarray:
    """An array of zeros.

    >>> np.zeros(3, dtype=int)
    array([0, 0, 0])
    """
    ...

def empty(shape: Any, dtype: Any = None, order: str = "C") -> ndarray:
    """An array whose elements are yet to be set (here: zeros).

    >>> np.empty(3).shape
    (3,)
    """
    ...

def full(shape: Any, fill_value: Any, dtype: Any = None, order: str = "C") -> ndarray:
    """An array of one value.

    >>> np.full((2, 2), 7)
    array([[7, 7],
           [7, 7]])
    """
    ...

def ones_like(a: Any, dtype: Any = None, order: str = "K", subok: Any = True, shape: Any = None) -> Any:
    """An array of ones with the shape and dtype of another.

    >>> np.ones_like(np.arange(3))
    array([1, 1, 1])
    """
    ...

def zeros_like(a: Any, dtype: Any = None, order: str = "K", subok: Any = True, shape: Any = None) -> Any:
    """An array of zeros with the shape and dtype of another.

    >>> np.zeros_like(np.arange(3))
    array([0, 0, 0])
    """
    ...

def empty_like(a: Any, dtype: Any = None, order: str = "K", subok: Any = True, shape: Any = None) -> Any:
    """An array of elements yet to be set (here: zeros) with the shape and dtype of another.

    >>> np.empty_like(np.arange(3)).shape
    (3,)
    """
    ...

def full_like(a: Any, fill_value: Any, dtype: Any = None, order: str = "K", subok: Any = True, shape: Any = None) -> Any:
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

def _linspace(start: Any, stop: Any, num: int = 50, endpoint: Any = True, retstep: Any = False, dtype: Any = None) -> Any: ...

def linspace(start: Any, stop: Any, num: int = 50, endpoint: Any = True, retstep: Any = False, dtype: Any = None, axis: int = 0, *, device: Any = None) -> Any:
    """`num` evenly spaced numbers from `start` to `stop`.

    >>> np.linspace(0, 1, 5)
    array([0.  , 0.25, 0.5 , 0.75, 1.  ])
    """
    start, stop = [x.item() if isinstance(x, ndarray) and x.ndim == 0 else x for x in (start, stop)]
    if not isinstance(start, (ndarray, list, tuple)) and not isinstance(stop, (ndarray, list, tuple)):
        made = _linspace(start, stop, num, endpoint, retstep, dtype)
        if axis != 0:
            moveaxis(made[0] if retstep else made, 0, axis)
        return made
    start = asarray(start) * 1.0
    stop = asarray(stop) * 1.0
    kind = result_type(start, stop) if dtype is None else dtype
    gap = stop - start
    parts = num - 1 if endpoint else num
    steps = arange(num).reshape((num,) + (1,) * gap.ndim)
    if parts > 0:
        step = gap / parts
        made = steps * step + start
        if (step == 0).any():
            made = steps / parts * gap + start
    else:
        step = gap * nan
        made = steps * gap + start
    if endpoint and num > 1:
        made[-1] = stop
    if axis != 0:
        made = moveaxis(made, 0, axis)
    if result_type(kind).kind in "iu":
        made = floor(made)
    made = made.astype(kind)
    return (made, step) if retstep else made

def logspace(start: Any, stop: Any, num: int = 50, endpoint: Any = True, base: Any = 10.0, dtype: Any = None, axis: int = 0) -> ndarray:
    """Numbers spaced evenly on a logarithmic scale; of arrays along a new axis.

    >>> np.logspace(0, 2, 3)
    array([  1.,  10., 100.])
    >>> np.logspace([1, 2], [3, 4], 3, axis=1)
    array([[   10.,   100.,  1000.],
           [  100.,  1000., 10000.]])
    """
    if ndim(base):
        start, stop, base = asarray(start), asarray(stop), asarray(base)
        most = len(broadcast_shapes(start.shape, stop.shape, base.shape))
        start, stop, base = [x.reshape((1,) * (most - x.ndim) + x.shape) for x in (start, stop, base)]
        base = expand_dims(base, axis)
    made = power(base, linspace(start, stop, num, endpoint, axis=axis))
    return made if dtype is None else made.astype(dtype, copy=False)

def eye(N: int, M: Any = None, k: int = 0, dtype: Any = None, order: str = "C") -> ndarray:
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

def meshgrid(*xi: Any, copy: Any = True, sparse: Any = False, indexing: str = "xy") -> tuple[Any, ...]:
    """Coordinate matrices from coordinate vectors.

    >>> x, y = np.meshgrid([1, 2], [3, 4])
    >>> x
    array([[1, 2],
           [1, 2]])
    """
    ...

def indices(dimensions: Any, dtype: Any = int, sparse: Any = False) -> Any:
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

def real(val: Any) -> Any:
    """The real part of each element.

    >>> np.real(np.array([1 + 2j, 3]))
    array([1., 3.])
    """
    return val.real if hasattr(val, "real") else asarray(val).real

def imag(val: Any) -> Any:
    """The imaginary part of each element.

    >>> np.imag(np.array([1 + 2j, 3]))
    array([2., 0.])
    """
    return val.imag if hasattr(val, "imag") else asarray(val).imag

def angle(z: Any, deg: bool = False) -> Any:
    """The angle of each complex number, in radians or in degrees.

    >>> np.angle(np.array([1, 1j, -1]), deg=True)
    array([  0.,  90., 180.])
    """
    found = arctan2(imag(z), real(z))
    return found * (180 / pi) if deg else found

def iscomplexobj(x: Any) -> bool:
    """Whether a number or an array has a complex dtype.

    >>> np.iscomplexobj(np.array([1j])), np.iscomplexobj(1)
    (True, False)
    """
    kind = x.dtype if hasattr(x, "dtype") else asarray(x).dtype
    return kind.kind == "c"

def isrealobj(x: Any) -> bool:
    """Whether a number or an array has no complex dtype.

    >>> np.isrealobj(np.array([1.5]))
    True
    """
    return not iscomplexobj(x)

def iscomplex(x: Any) -> Any:
    """Whether the imaginary part of each element is not 0.

    >>> np.iscomplex(np.array([1 + 1j, 2]))
    array([ True, False])
    """
    return imag(x) != 0

def isreal(x: Any) -> Any:
    """Whether the imaginary part of each element is 0.

    >>> np.isreal(np.array([1 + 1j, 2]))
    array([False,  True])
    """
    return imag(x) == 0

def real_if_close(a: Any, tol: float = 100) -> Any:
    """The real parts, if all imaginary ones are next to 0; else the array itself.

    >>> np.real_if_close(np.array([2 + 1e-20j]))
    array([2.])
    """
    a = asarray(a)
    if not iscomplexobj(a):
        return a
    if tol > 1:
        tol = finfo(a.dtype).eps * tol
    return a.real if (absolute(a.imag) < tol).all() else a

class ufunc:
    """A function that works element by element, such as `np.add`.

    >>> np.add
    <ufunc 'add'>
    >>> np.multiply.outer([1, 2], [1, 10, 100])
    array([[  1,  10, 100],
           [  2,  20, 200]])
    """
    @property
    def nin(self) -> int:
        """How many operands it has.

        >>> np.hypot.nin
        2
        """
        ...
    @property
    def nout(self) -> int:
        """How many results it has."""
        ...
    @property
    def nargs(self) -> int:
        """How many operands and results it has."""
        ...
    @property
    def identity(self) -> Any:
        """The value that changes nothing; None where there is none.

        >>> np.multiply.identity
        1
        """
        ...

    def _of_two(self, what: str, x: Any) -> Any:
        if self.nin != 2:
            raise ValueError(f"{what} only supported for binary functions")
        if isinstance(x, _Array):
            raise TypeError(f"operand type(s) all returned NotImplemented from __array_ufunc__({self}, '{what}', {x}): 'Array'")
        return asarray(x)

    def reduce(self, array: Any, axis: Any = 0, dtype: Any = None, out: Any = None, keepdims: bool = False, initial: Any = None,
               where: Any = True) -> Any:
        """Combine the elements along an axis, or along several, from the first on.

        >>> np.add.reduce([[1, 2], [3, 4]])
        array([4, 6])
        >>> np.bitwise_or.reduce([1, 2, 4])
        np.int64(7)
        """
        x = self._of_two("reduce", array)
        if out is not None or where is not True:
            raise NotImplementedError(f"{self.__name__}.reduce: out= and where= are not in rdask yet")
        if dtype is not None:
            x = x.astype(dtype)
        whole = {"add": sum, "multiply": prod, "maximum": max, "minimum": min, "logical_and": all, "logical_or": any}
        name = self.__name__
        if name in whole and initial is None:
            made = whole[name](x, axis=axis, keepdims=keepdims)
            return made if dtype is None or name in ("logical_and", "logical_or") else made.astype(dtype)
        if axis is None:
            axis = tuple(range(x.ndim))
        axes = sorted([a + x.ndim if a < 0 else a for a in (axis if isinstance(axis, tuple) else (axis,))], reverse=True)
        for at in axes:
            rows = moveaxis(x, at, 0)
            rest = [rows[i] for i in range(rows.shape[0])]
            if initial is not None:
                rest.insert(0, initial)
                initial = None
            if not rest:
                if self.identity is None:
                    raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
                rest = [full(rows.shape[1:], self.identity)]
            made = rest[0]
            for row in rest[1:]:
                made = self(made, row)
            x = expand_dims(made, at) if keepdims else asarray(made)
        return x if x.ndim else x[()]

    def accumulate(self, array: Any, axis: int = 0, dtype: Any = None, out: Any = None) -> Any:
        """Combine the elements along an axis, and keep each step.

        >>> np.maximum.accumulate([3, 1, 4, 1, 5])
        array([3, 3, 4, 4, 5])
        """
        x = self._of_two("accumulate", array)
        if out is not None:
            raise NotImplementedError(f"{self.__name__}.accumulate: out= is not in rdask yet")
        if dtype is not None:
            x = x.astype(dtype)
        if self.__name__ == "add" and x.dtype != bool:
            return cumsum(x, axis=axis, dtype=x.dtype)
        if self.__name__ == "multiply" and x.dtype != bool:
            return cumprod(x, axis=axis, dtype=x.dtype)
        if x.shape[axis] == 0:
            return x.copy()
        rows = moveaxis(x, axis, 0)
        made = [rows[0]]
        for i in range(1, rows.shape[0]):
            made.append(self(made[-1], rows[i]))
        return moveaxis(stack(made), 0, axis)

    def reduceat(self, array: Any, indices: Any, axis: int = 0, dtype: Any = None, out: Any = None) -> Any:
        """Combine the elements of slices that begin at the indices and end at the next; one that does not rise gives its element.

        >>> np.add.reduceat(np.arange(8), [0, 4, 6])
        array([ 6,  9, 13])
        """
        x = self._of_two("reduceat", array)
        if out is not None:
            raise NotImplementedError(f"{self.__name__}.reduceat: out= is not in rdask yet")
        if dtype is not None:
            x = x.astype(dtype)
        rows = moveaxis(x, axis, 0)
        starts = asarray(indices).tolist()
        for i in starts:
            if i < 0 or i >= rows.shape[0]:
                raise IndexError(f"index {i} out-of-bounds in {self.__name__}.reduceat [0, {rows.shape[0]})")
        ends = starts[1:] + [rows.shape[0]]
        made = [self.reduce(rows[i:j]) if i < j else rows[i] for i, j in zip(starts, ends)]
        return moveaxis(stack(made), 0, axis)

    def outer(self, A: Any, B: Any, /, **kwargs: Any) -> Any:
        """Each element of `A` with each element of `B`: the axes of `A`, then those of `B`.

        >>> np.subtract.outer(np.arange(3), np.arange(2))
        array([[ 0, -1],
               [ 1,  0],
               [ 2,  1]])
        """
        if self.nin != 2:
            raise ValueError("outer product only supported for binary functions")
        A = A if isinstance(A, _Array) else asarray(A)
        B = B if isinstance(B, _Array) else asarray(B)
        return self(A[(...,) + (None,) * B.ndim], B, **kwargs)

    def at(self, a: Any, indices: Any, b: Any = None, /) -> None:
        """Change the elements at the indices in place, once for each time that they occur.

        >>> a = np.zeros(3, dtype=int)
        >>> np.add.at(a, [0, 2, 2], 1)
        >>> a
        array([1, 0, 2])
        """
        if not isinstance(a, ndarray):
            raise TypeError("first operand must be array")
        if self.nin == 2 and b is None:
            raise ValueError("second operand needed for ufunc")
        where = arange(a.size).reshape(a.shape)[indices]
        made = a.ravel().copy()
        if self.nin == 1:
            for i in where.ravel().tolist():
                made[i] = self(made[i])
        else:
            values = broadcast_to(asarray(b), where.shape).ravel()
            for i, value in zip(where.ravel().tolist(), values):
                made[i] = self(made[i], value)
        a[...] = made.reshape(a.shape)

def gcd(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The greatest common divisor of integers, element by element.

    >>> np.gcd(12, np.array([8, 9]))
    array([4, 3])
    """
    ...

def lcm(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The least common multiple of integers, element by element.

    >>> np.lcm(4, np.array([6, 10]))
    array([12, 20])
    """
    ...

def bitwise_count(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """How many bits of each integer, without its sign, are set.

    >>> np.bitwise_count(np.array([0, 5, -7]))
    array([0, 2, 3], dtype=uint8)
    """
    ...

def _mantissa(x: Any) -> Any: ...
def _exponent(x: Any) -> Any: ...
def _fraction(x: Any) -> Any: ...
def _ldexp(x1: Any, x2: Any) -> Any: ...

def frexp(x: Any, /) -> Any:
    """Mantissas in [0.5, 1) and exponents of 2 whose products the elements are.

    >>> np.frexp(np.array([1.0, -3.0]))
    (array([ 0.5 , -0.75]), array([1, 2], dtype=int32))
    """
    return (_mantissa(x), _exponent(x))

def ldexp(x1: Any, x2: Any, /) -> Any:
    """`x1 * 2**x2` for whole `x2`, element by element, rounded once.

    >>> np.ldexp(np.array([1.5, 3.0]), [2, -1])
    array([6. , 1.5])
    """
    x2 = x2 if hasattr(x2, "dtype") else asarray(x2)
    if x2.dtype.kind not in "biu":
        raise TypeError("ufunc 'ldexp' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''")
    return _ldexp(x1, x2.astype(float32) if getattr(x1, "dtype", None) == float32 else x2.astype(float))

def modf(x: Any, /) -> Any:
    """Fractions and whole parts, both with the sign of the element.

    >>> np.modf(np.array([1.5, -2.25]))
    (array([ 0.5 , -0.25]), array([ 1., -2.]))
    """
    fraction = _fraction(x)
    return (fraction, trunc(x).astype(fraction.dtype))

def nextafter(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The next float after `x1` towards `x2`, element by element.

    >>> np.nextafter(1.0, 2.0)
    np.float64(1.0000000000000002)
    """
    ...

def spacing(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The distance to the next float away from zero.

    >>> np.spacing(1.0)
    np.float64(2.220446049250313e-16)
    """
    ...

def logaddexp2(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """log2(2**x1 + 2**x2), without overflow.

    >>> np.logaddexp2(0.0, 0.0)
    np.float64(1.0)
    """
    ...

def divmod(x1: Any, x2: Any, /) -> Any:
    """`x1 // x2` and `x1 % x2`, element by element.

    >>> np.divmod(np.array([7, -7]), 2)
    (array([ 3, -4]), array([1, 1]))
    """
    return (floor_divide(x1, x2), remainder(x1, x2))

def isdtype(dtype: Any, kind: Any) -> bool:
    """Whether a dtype is of a kind: `integral`, `real floating`, `numeric`, a dtype, or one of several in a tuple.

    >>> np.isdtype(np.dtype("uint8"), "integral"), np.isdtype(np.float32, ("bool", "complex floating"))
    (True, False)
    """
    own = result_type(dtype)
    if isinstance(kind, tuple):
        for one in kind:
            if isdtype(own, one):
                return True
        return False
    kinds = {"bool": "b", "signed integer": "i", "unsigned integer": "u", "integral": "iu", "real floating": "f",
             "complex floating": "c", "numeric": "iufc"}
    if isinstance(kind, str):
        if kind not in kinds:
            raise ValueError(f"kind argument is a string, but {kind!r} is not a known kind name.")
        return own.kind in kinds[kind]
    return own == kind

def promote_types(type1: Any, type2: Any) -> dtype:
    """The dtype to which both dtypes are cast without loss.

    >>> np.promote_types("int8", "uint8")
    dtype('int16')
    """
    return result_type(dtype(type1), dtype(type2))

def can_cast(from_: Any, to: Any, casting: str = "safe") -> bool:
    """Whether a dtype is cast to another under a rule: `no`, `equiv`, `safe`, `same_kind`, `unsafe`.

    >>> np.can_cast("int32", "float32"), np.can_cast("int32", "int16", "same_kind")
    (False, True)
    """
    ...

def min_scalar_type(a: Any, /) -> dtype:
    """The smallest dtype that holds a number.

    >>> np.min_scalar_type(300)
    dtype('uint16')
    """
    ...

def issubdtype(arg1: Any, arg2: Any) -> bool:
    """Whether a dtype is of a kind: `np.integer`, `np.floating`, or of another dtype.

    >>> np.issubdtype("int16", np.integer), np.issubdtype(np.float32, np.integer)
    (True, False)
    """
    first = arg1 if isinstance(arg1, type) and issubclass(arg1, generic) else dtype(arg1).type
    second = arg2 if isinstance(arg2, type) and issubclass(arg2, generic) else dtype(arg2).type
    return issubclass(first, second)

class iinfo:
    """The bounds of an integer dtype.

    >>> np.iinfo("int8")
    iinfo(min=-128, max=127, dtype=int8)
    """
    dtype: Any = None
    kind: str = ""
    bits: int = 0
    min: int = 0
    max: int = 0
    key: str = ""

    def __init__(self, int_type):
        kind = dtype(int_type)
        self.dtype = kind
        self.kind = kind.kind
        self.bits = kind.itemsize * 8
        self.key = f"{kind.kind}{self.bits}"
        if kind.kind == "i":
            self.min = -(2 ** (self.bits - 1))
            self.max = 2 ** (self.bits - 1) - 1
        elif kind.kind == "u":
            self.min = 0
            self.max = 2 ** self.bits - 1
        else:
            raise ValueError(f"Invalid integer data type '{kind.kind}'.")

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"

    def __str__(self):
        line = "-" * 63
        return (f"Machine parameters for {self.dtype}\n{line}\nmin = {self.min}\nmax = {self.max}\n{line}\n")

class finfo:
    """The bounds and the precision of a float dtype.

    >>> np.finfo("float32").max, np.finfo(float).eps
    (np.float32(3.4028235e+38), np.float64(2.220446049250313e-16))
    """
    dtype: Any = None
    bits: int = 0
    nmant: int = 0
    nexp: int = 0
    iexp: int = 0
    machep: int = 0
    negep: int = 0
    minexp: int = 0
    maxexp: int = 0
    precision: int = 0
    eps: Any = None
    epsneg: Any = None
    max: Any = None
    min: Any = None
    tiny: Any = None
    smallest_normal: Any = None
    smallest_subnormal: Any = None
    resolution: Any = None

    def __init__(self, dtype_):
        kind = dtype(dtype_)
        if kind.kind == "c":
            kind = dtype("f" + f"{kind.itemsize // 2}")
        if kind.kind != "f":
            raise ValueError(f"data type {kind.type!r} not inexact")
        self.dtype = kind
        self.bits = kind.itemsize * 8
        make = kind.type
        self.nmant = 23 if self.bits == 32 else 52
        self.nexp = 8 if self.bits == 32 else 11
        self.iexp = self.nexp
        self.machep = -self.nmant
        self.negep = -self.nmant - 1
        self.maxexp = 2 ** (self.nexp - 1)
        self.minexp = 2 - self.maxexp
        self.precision = 6 if self.bits == 32 else 15
        self.eps = make(2.0 ** self.machep)
        self.epsneg = make(2.0 ** self.negep)
        self.max = make((2.0 - 2.0 ** self.machep) * 2.0 ** (self.maxexp - 1))
        self.min = -self.max
        self.tiny = make(2.0 ** self.minexp)
        self.smallest_normal = self.tiny
        self.smallest_subnormal = make(2.0 ** (self.minexp - self.nmant))
        self.resolution = make(1e-06 if self.bits == 32 else 1e-15)

    def __repr__(self):
        return f"finfo(resolution={self.resolution!s}, min={self.min!s}, max={self.max!s}, dtype={self.dtype})"

def negative(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Minus each element.

    >>> np.negative(np.array([1, -2]))
    array([-1,  2])
    """
    ...

def positive(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Each element as it is.

    >>> np.positive(np.array([1, -2]))
    array([ 1, -2])
    """
    ...

def absolute(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The absolute value of each element.

    >>> np.absolute(np.array([-1.5, 2]))
    array([1.5, 2. ])
    """
    ...

def fabs(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The absolute value of each element, as a float.

    >>> np.fabs(-3)
    np.float64(3.0)
    """
    ...

def sign(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """-1, 0 or 1 by the sign of each element.

    >>> np.sign(np.array([-2.5, 0, 4]))
    array([-1.,  0.,  1.])
    """
    ...

def square(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Each element times itself.

    >>> np.square(np.arange(4))
    array([0, 1, 4, 9])
    """
    ...

def sqrt(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The square root of each element.

    >>> np.sqrt(np.array([1, 4, 9]))
    array([1., 2., 3.])
    """
    ...

def cbrt(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The cube root of each element.

    >>> np.cbrt(8.0)
    np.float64(2.0)
    """
    ...

def reciprocal(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """One divided by each element.

    >>> np.reciprocal(np.array([2.0, 4.0]))
    array([0.5 , 0.25])
    """
    ...

def exp(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """e to the power of each element.

    >>> np.exp(0)
    np.float64(1.0)
    """
    ...

def exp2(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """2 to the power of each element.

    >>> np.exp2(np.array([0, 3]))
    array([1., 8.])
    """
    ...

def expm1(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """exp(x) - 1, exact for small x.

    >>> np.expm1(0.0)
    np.float64(0.0)
    """
    ...

def log(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The natural logarithm.

    >>> np.log(1)
    np.float64(0.0)
    """
    ...

def log2(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The logarithm to base 2.

    >>> np.log2(np.array([1, 8]))
    array([0., 3.])
    """
    ...

def log10(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The logarithm to base 10.

    >>> np.log10(1000)
    np.float64(3.0)
    """
    ...

def log1p(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """log(1 + x), exact for small x.

    >>> np.log1p(0.0)
    np.float64(0.0)
    """
    ...

def sin(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The sine of each angle in radians.

    >>> np.sin(np.array([0.0, np.pi / 2]))
    array([0., 1.])
    """
    ...

def cos(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The cosine of each angle in radians.

    >>> np.cos(0.0)
    np.float64(1.0)
    """
    ...

def tan(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The tangent of each angle in radians.

    >>> np.tan(0.0)
    np.float64(0.0)
    """
    ...

def arcsin(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The angle in radians that has this sine.

    >>> np.arcsin(0.0)
    np.float64(0.0)
    """
    ...

def arccos(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The angle in radians that has this cosine.

    >>> np.arccos(1.0)
    np.float64(0.0)
    """
    ...

def arctan(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The angle in radians that has this tangent.

    >>> np.arctan(0.0)
    np.float64(0.0)
    """
    ...

def sinh(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The hyperbolic sine.

    >>> np.sinh(0.0)
    np.float64(0.0)
    """
    ...

def cosh(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The hyperbolic cosine.

    >>> np.cosh(0.0)
    np.float64(1.0)
    """
    ...

def tanh(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The hyperbolic tangent.

    >>> np.tanh(0.0)
    np.float64(0.0)
    """
    ...

def arcsinh(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The inverse of sinh.

    >>> np.arcsinh(0.0)
    np.float64(0.0)
    """
    ...

def arccosh(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The inverse of cosh.

    >>> np.arccosh(1.0)
    np.float64(0.0)
    """
    ...

def arctanh(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The inverse of tanh.

    >>> np.arctanh(0.0)
    np.float64(0.0)
    """
    ...

def floor(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The largest whole number not above each element.

    >>> np.floor(np.array([-1.5, 1.5]))
    array([-2.,  1.])
    """
    ...

def ceil(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The smallest whole number not below each element.

    >>> np.ceil(np.array([-1.5, 1.5]))
    array([-1.,  2.])
    """
    ...

def trunc(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Each element without its fraction.

    >>> np.trunc(np.array([-1.5, 1.5]))
    array([-1.,  1.])
    """
    ...

def rint(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The nearest whole number; halves go to the even one.

    >>> np.rint(np.array([0.5, 1.5, 2.5]))
    array([0., 2., 2.])
    """
    ...

def logical_not(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Whether each element is zero.

    >>> np.logical_not(np.array([0, 3]))
    array([ True, False])
    """
    ...

def invert(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Each element with its bits turned; not, for bool.

    >>> np.invert(np.array([True, False]))
    array([False,  True])
    """
    ...

def isnan(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Whether each element is not a number.

    >>> np.isnan(np.array([1.0, np.nan]))
    array([False,  True])
    """
    ...

def isnat(x: Any, /, out: Any = None) -> Any:
    """Whether each moment or duration is none.

    >>> np.isnat(np.array(["2020-01-01", "NaT"], dtype="datetime64[D]"))
    array([False,  True])
    """
    ...

def datetime_data(dtype: Any, /) -> Any:
    """The unit of a dtype of moments or durations, and how many of it are counted as one.

    >>> np.datetime_data("datetime64[25s]")
    ('s', 25)
    """
    ...

def isinf(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Whether each element is infinite.

    >>> np.isinf(np.array([1.0, -np.inf]))
    array([False,  True])
    """
    ...

def isfinite(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Whether each element is neither infinite nor NaN.

    >>> np.isfinite(np.array([1.0, np.nan, np.inf]))
    array([ True, False, False])
    """
    ...

def signbit(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Whether each element has a minus sign; -0.0 has one.

    >>> np.signbit(np.array([-0.0, 2.0]))
    array([ True, False])
    """
    ...

def deg2rad(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Degrees to radians.

    >>> np.deg2rad(180)
    np.float64(3.141592653589793)
    """
    ...

def radians(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Degrees to radians.

    >>> np.radians(180)
    np.float64(3.141592653589793)
    """
    ...

def rad2deg(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Radians to degrees.

    >>> np.rad2deg(np.pi)
    np.float64(180.0)
    """
    ...

def degrees(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Radians to degrees.

    >>> np.degrees(np.pi)
    np.float64(180.0)
    """
    ...

def conjugate(
    x: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Each element with the other sign of its imaginary part.

    >>> np.conjugate(2.0)
    np.float64(2.0)
    """
    ...

def add(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Sums, element by element.

    >>> np.add(np.arange(3), 10)
    array([10, 11, 12])
    """
    ...

def subtract(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Differences, element by element.

    >>> np.subtract(np.arange(3), 1)
    array([-1,  0,  1])
    """
    ...

def multiply(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Products, element by element.

    >>> np.multiply(np.arange(3), 2.5)
    array([0. , 2.5, 5. ])
    """
    ...

def divide(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Quotients, element by element.

    >>> np.divide(np.arange(3), 2)
    array([0. , 0.5, 1. ])
    """
    ...

def floor_divide(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Quotients rounded down.

    >>> np.floor_divide(np.array([7, -7]), 2)
    array([ 3, -4])
    """
    ...

def remainder(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Remainders with the sign of the divisor, as Python's %.

    >>> np.remainder(np.array([7, -7]), 3)
    array([1, 2])
    """
    ...

def fmod(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Remainders with the sign of the dividend, as in C.

    >>> np.fmod(np.array([7, -7]), 3)
    array([ 1, -1])
    """
    ...

def power(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The first to the power of the second.

    >>> np.power(np.arange(4), 2)
    array([0, 1, 4, 9])
    """
    ...

def float_power(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The first to the power of the second, in float64.

    >>> np.float_power(2, -1)
    np.float64(0.5)
    """
    ...

def arctan2(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The angle of the point (x2, x1), in radians.

    >>> np.arctan2(0.0, 1.0)
    np.float64(0.0)
    """
    ...

def hypot(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The length of the hypotenuse of these legs.

    >>> np.hypot(3, 4)
    np.float64(5.0)
    """
    ...

def logaddexp(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """log(exp(x1) + exp(x2)), without overflow.

    >>> np.logaddexp(0.0, 0.0)
    np.float64(0.6931471805599453)
    """
    ...

def maximum(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The larger of two, element by element; NaN if either is.

    >>> np.maximum(np.array([1, 5]), 3)
    array([3, 5])
    """
    ...

def minimum(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The smaller of two, element by element; NaN if either is.

    >>> np.minimum(np.array([1, 5]), 3)
    array([1, 3])
    """
    ...

def fmax(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The larger of two, element by element; a number rather than NaN.

    >>> np.fmax(np.nan, 1.0)
    np.float64(1.0)
    """
    ...

def fmin(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """The smaller of two, element by element; a number rather than NaN.

    >>> np.fmin(np.nan, 1.0)
    np.float64(1.0)
    """
    ...

def equal(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 == x2, element by element.

    >>> np.equal(np.arange(3), 1)
    array([False,  True, False])
    """
    ...

def not_equal(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 != x2, element by element.

    >>> np.not_equal(np.arange(3), 1)
    array([ True, False,  True])
    """
    ...

def less(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 < x2, element by element.

    >>> np.less(np.arange(3), 1)
    array([ True, False, False])
    """
    ...

def less_equal(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 <= x2, element by element.

    >>> np.less_equal(np.arange(3), 1)
    array([ True,  True, False])
    """
    ...

def greater(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 > x2, element by element.

    >>> np.greater(np.arange(3), 1)
    array([False, False,  True])
    """
    ...

def greater_equal(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 >= x2, element by element.

    >>> np.greater_equal(np.arange(3), 1)
    array([False,  True,  True])
    """
    ...

def logical_and(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Whether both are true.

    >>> np.logical_and(np.array([1, 0]), True)
    array([ True, False])
    """
    ...

def logical_or(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Whether one is true.

    >>> np.logical_or(np.array([1, 0]), False)
    array([ True, False])
    """
    ...

def logical_xor(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """Whether exactly one is true.

    >>> np.logical_xor(np.array([1, 0]), True)
    array([False,  True])
    """
    ...

def bitwise_and(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 & x2, element by element.

    >>> np.bitwise_and(13, 7)
    np.int64(5)
    """
    ...

def bitwise_or(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 | x2, element by element.

    >>> np.bitwise_or(8, 1)
    np.int64(9)
    """
    ...

def bitwise_xor(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 ^ x2, element by element.

    >>> np.bitwise_xor(13, 7)
    np.int64(10)
    """
    ...

def left_shift(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 << x2, element by element.

    >>> np.left_shift(1, np.arange(4))
    array([1, 2, 4, 8])
    """
    ...

def right_shift(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """x1 >> x2, element by element.

    >>> np.right_shift(16, 2)
    np.int64(4)
    """
    ...

def heaviside(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
    """0 below zero, 1 above it, x2 at zero.

    >>> np.heaviside(np.array([-1.0, 0.0, 2.0]), 0.5)
    array([0. , 0.5, 1. ])
    """
    ...

def copysign(
    x1: Any, x2: Any, /, out: Any = None,
    *, where: Any = True, casting: str = "same_kind", order: str = "K", dtype: Any = None, subok: bool = True
) -> Any:
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

def nanargmin(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Where the smallest element stands, NaNs left out.

    >>> np.nanargmin(np.array([np.nan, 3.0, 1.0]))
    np.int64(2)
    """
    ...

def nanargmax(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Where the largest element stands, NaNs left out.

    >>> np.nanargmax(np.array([np.nan, 3.0, 1.0]))
    np.int64(1)
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

def _axes(axis: Any, ndim: int) -> Any:
    """The axes that an argument names, counted from the front and sorted."""
    ...

def _joined(a: Any, axes: Any) -> Any:
    """The axes that are left, then the named ones as one."""
    left = [k for k in _builtin_range(a.ndim) if k not in axes]
    count = 1
    for k in axes:
        count *= a.shape[k]
    return transpose(a, tuple(left) + tuple(axes)).reshape(tuple([a.shape[k] for k in left]) + (count,))

def _spread(made: Any, shape: Any, axes: Any, keepdims: Any, front: Any = ()) -> Any:
    """What was made along axes: with axes of size 1 in their places, or without them; a scalar without axes."""
    if keepdims:
        return made.reshape(tuple(front) + tuple([1 if k in axes else shape[k] for k in _builtin_range(len(shape))]))
    return made[()] if made.ndim == 0 else made

def _builtin_range(*bounds: Any) -> Any:
    """Python's `range`, where a parameter of that name hides it."""
    return range(*bounds)

def _no_out(out: Any) -> None:
    """`out=` of what is library code."""
    if out is not None:
        raise NotImplementedError("out= is not in rdask yet")

def average(a: Any, axis: Any = None, weights: Any = None, returned: Any = False, *, keepdims: Any = False) -> Any:
    """The mean, weighted; with `returned` also the sum of the weights.

    >>> np.average(np.array([1.0, 2.0]), weights=[3, 1])
    np.float64(1.25)
    >>> np.average(np.arange(6).reshape(3, 2), axis=1, weights=[1, 3], returned=True)
    (array([0.75, 2.75, 4.75]), array([4., 4., 4.]))
    """
    a = asarray(a)
    if a.dtype.kind in "mM":
        raise ValueError("Could not convert object to NumPy timedelta")
    axes = _axes(axis, a.ndim)
    if weights is None:
        mean_ = a.mean(axis=axis, keepdims=keepdims)
        if not returned:
            return mean_
        scale = mean_.dtype.type(a.size / mean_.size)
    else:
        w = asarray(weights)
        if a.shape != w.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            named = tuple([k % a.ndim for k in axis]) if isinstance(axis, (tuple, list)) else axes
            if w.shape != tuple([a.shape[k] for k in named]):
                raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
            w = transpose(w, tuple(argsort(named).tolist()))
            w = w.reshape(tuple([a.shape[k] if k in axes else 1 for k in range(a.ndim)]))
        kind = (a[:0] if a.ndim else a).dtype
        to = (zeros(1, dtype=kind) * zeros(1, dtype=w.dtype)).dtype
        if kind.kind in "iub":
            to = (zeros(1, dtype=to) * zeros(1)).dtype
        wide = broadcast_to(w, a.shape)
        scale = wide.sum(axis=axis, dtype=to, keepdims=keepdims)
        if any(asarray(scale == 0)):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        mean_ = (a.astype(to) * w.astype(to)).sum(axis=axis, keepdims=keepdims) / scale
    if returned:
        if mean_.shape != scale.shape:
            scale = full(mean_.shape, scale)
        return mean_, scale
    return mean_

def ptp(a: Any, axis: Any = None, out: Any = None, keepdims: Any = False) -> Any:
    """Largest minus smallest.

    >>> np.ptp(np.array([3, 9, 4]))
    np.int64(6)
    >>> np.ptp(np.array([[3, 9], [4, 1]]), axis=0)
    array([1, 8])
    """
    _no_out(out)
    return subtract(max(a, axis=axis, keepdims=keepdims), min(a, axis=axis, keepdims=keepdims))

def nancumsum(a: Any, axis: Any = None, dtype: Any = None, out: Any = None) -> Any:
    """Running sums, NaN taken for 0.

    >>> np.nancumsum(np.array([1.0, np.nan, 2.0]))
    array([1., 1., 3.])
    """
    _no_out(out)
    a = asarray(a)
    return cumsum(where(isnan(a), 0, a) if a.dtype.kind == "f" else a, axis=axis, dtype=dtype)

def nancumprod(a: Any, axis: Any = None, dtype: Any = None, out: Any = None) -> Any:
    """Running products, NaN taken for 1.

    >>> np.nancumprod(np.array([2.0, np.nan, 3.0]))
    array([2., 2., 6.])
    """
    _no_out(out)
    a = asarray(a)
    return cumprod(where(isnan(a), 1, a) if a.dtype.kind == "f" else a, axis=axis, dtype=dtype)

def cumulative_sum(x: Any, /, *, axis: Any = None, dtype: Any = None, out: Any = None, include_initial: Any = False) -> Any:
    """Running sums, as the array API standard has them.

    >>> np.cumulative_sum(np.array([1, 2, 3]), include_initial=True)
    array([0, 1, 3, 6])
    """
    return _cumulative(cumsum, x, axis, dtype, out, include_initial, 0)

def cumulative_prod(x: Any, /, *, axis: Any = None, dtype: Any = None, out: Any = None, include_initial: Any = False) -> Any:
    """Running products, as the array API standard has them.

    >>> np.cumulative_prod(np.array([1, 2, 3]))
    array([1, 2, 6])
    """
    return _cumulative(cumprod, x, axis, dtype, out, include_initial, 1)

def _cumulative(f: Any, x: Any, axis: Any, dtype: Any, out: Any, initial: Any, unit: Any) -> Any:
    """`cumulative_sum` and `cumulative_prod`."""
    _no_out(out)
    x = asarray(x)
    if x.ndim == 0:
        x = x.reshape(1)
    if axis is None:
        if x.ndim > 1:
            raise ValueError("For arrays which have more than one dimension ``axis`` argument is required.")
        axis = 0
    found = f(x, axis=axis, dtype=dtype)
    if initial:
        edge = list(found.shape)
        edge[axis] = 1
        found = concatenate([full(tuple(edge), unit, dtype=found.dtype), found], axis=axis)
    return found

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

def vdot(a: Any, b: Any, /) -> Any:
    """The sum of the products of all elements, of complex ones with the first conjugated.

    >>> np.vdot(np.array([[1, 2], [3, 4]]), np.array([[1, 1], [1, 1]]))
    np.int64(10)
    """
    ...

def einsum(*operands: Any, out: Any = None, dtype: Any = None, order: str = "K", casting: str = "safe", optimize: Any = False) -> Any:
    """Einstein's sum: the products of arrays with labelled axes, summed over the labels that the result has not.

    >>> np.einsum("ij,j->i", np.array([[1, 2], [3, 4]]), np.array([1, 10]))
    array([21, 43])
    >>> np.einsum("ii", np.eye(3))
    np.float64(3.0)
    """
    ...

def tensordot(a: Any, b: Any, axes: Any = 2) -> Any:
    """The sum of products over axes of both arrays: the last `axes` of the first with the first of the second, or those named.

    >>> np.tensordot(np.ones((2, 3, 4)), np.ones((3, 4, 5)), axes=2).shape
    (2, 5)
    >>> np.tensordot(np.ones((2, 3)), np.ones((4, 2)), axes=(0, 1)).shape
    (3, 4)
    """
    a, b = _operand(a), _operand(b)
    if isinstance(axes, (list, tuple)):
        left, right = axes
        left = list(left) if isinstance(left, (list, tuple)) else [left]
        right = list(right) if isinstance(right, (list, tuple)) else [right]
    else:
        left, right = list(range(-axes, 0)), list(range(axes))
    same = len(left) == len(right)
    if same:
        for i, j in zip(left, right):
            if i < -a.ndim or i >= a.ndim or j < -b.ndim or j >= b.ndim:
                raise IndexError("tuple index out of range")
            if a.shape[i] != b.shape[j]:
                same = False
                break
    if not same:
        raise ValueError("shape-mismatch for sum")
    left, right = [i % a.ndim for i in left], [j % b.ndim for j in right]
    if len(set(left)) < len(left) or len(set(right)) < len(right):
        raise ValueError("axes don't match array")
    rows = [i for i in range(a.ndim) if i not in left]
    columns = [j for j in range(b.ndim) if j not in right]
    size = 1
    for i in left:
        size *= a.shape[i]
    shape = [a.shape[i] for i in rows] + [b.shape[j] for j in columns]
    m, n = 1, 1
    for i in rows:
        m *= a.shape[i]
    for j in columns:
        n *= b.shape[j]
    found = dot(a.transpose(rows + left).reshape((m, size)), b.transpose(right + columns).reshape((size, n)))
    return asarray(found).reshape(shape)

def _operand(a: Any) -> Any:
    """An array, eager or lazy, as it is; anything else as an eager one."""
    return a if hasattr(a, "ndim") and hasattr(a, "transpose") else asarray(a)

def kron(a: Any, b: Any) -> Any:
    """Kronecker's product: each element of the first times the second.

    >>> np.kron(np.array([1, 10]), np.array([1, 2]))
    array([ 1,  2, 10, 20])
    """
    a, b = asarray(a), asarray(b)
    n = a.ndim if a.ndim > b.ndim else b.ndim
    left = (1,) * (n - a.ndim) + a.shape
    right = (1,) * (n - b.ndim) + b.shape
    wide_a, wide_b, shape = [], [], []
    for i, j in zip(left, right):
        wide_a += [i, 1]
        wide_b += [1, j]
        shape.append(i * j)
    found = a.reshape(wide_a) * b.reshape(wide_b)
    return asarray(found).reshape(shape) if n else found

def cross(a: Any, b: Any, axisa: int = -1, axisb: int = -1, axisc: int = -1, axis: Any = None) -> Any:
    """The vector product of vectors with three components.

    >>> np.cross(np.array([1, 0, 0]), np.array([0, 1, 0]))
    array([0, 0, 1])
    """
    if axis is not None:
        axisa, axisb, axisc = axis, axis, axis
    a, b = asarray(a), asarray(b)
    if a.ndim < 1 or b.ndim < 1:
        raise ValueError("At least one array has zero dimension")
    a, b = _to_end(a, axisa), _to_end(b, axisb)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    if a.shape[-1] == 2:
        a = concatenate([a, zeros(a.shape[:-1] + (1,), dtype=a.dtype)], axis=-1)
    if b.shape[-1] == 2:
        b = concatenate([b, zeros(b.shape[:-1] + (1,), dtype=b.dtype)], axis=-1)
    x, y, z = a[..., 0], a[..., 1], a[..., 2]
    u, v, w = b[..., 0], b[..., 1], b[..., 2]
    parts = [y * w - z * v, z * u - x * w, x * v - y * u]
    found = stack(parts, axis=-1)
    if axisc == -1 or axisc == found.ndim - 1:
        return found
    order = list(range(found.ndim - 1))
    order.insert(axisc % found.ndim, found.ndim - 1)
    return found.transpose(order)

def _to_end(a: Any, axis: int) -> Any:
    """The array with an axis moved to the end."""
    order = [at for at in range(a.ndim) if at != axis % a.ndim] + [axis % a.ndim]
    return a.transpose(order)

def reshape(a: Any, shape: Any, order: str = "C", *, copy: Any = None) -> ndarray:
    """The elements in another shape.

    >>> np.reshape(np.arange(4), (2, 2))
    array([[0, 1],
           [2, 3]])
    """
    ...

def ravel(a: Any, order: str = "C") -> ndarray:
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

def broadcast_to(array: Any, shape: Any, subok: Any = False) -> ndarray:
    """Repeated to a shape: a view that is only read.

    >>> a = np.arange(2)
    >>> b = np.broadcast_to(a, (2, 2))
    >>> a[0] = 7
    >>> b
    array([[7, 1],
           [7, 1]])
    >>> b.flags.writeable, b.strides
    (False, (0, 8))
    """
    ...

def concatenate(arrays: Any, axis: Any = 0, out: Any = None, *, dtype: Any = None, casting: str = "same_kind") -> Any:
    """Arrays one after another along an axis.

    >>> np.concatenate([np.arange(2), np.arange(3)])
    array([0, 1, 0, 1, 2])
    """
    ...

def stack(arrays: Any, axis: int = 0, out: Any = None, *, dtype: Any = None, casting: str = "same_kind") -> Any:
    """Arrays of one shape along a new axis.

    >>> np.stack([np.arange(2), np.arange(2)])
    array([[0, 1],
           [0, 1]])
    """
    ...

def vstack(tup: Any, *, dtype: Any = None, casting: str = "same_kind") -> ndarray:
    """Arrays below one another.

    >>> np.vstack([[1, 2], [3, 4]])
    array([[1, 2],
           [3, 4]])
    """
    ...

def hstack(tup: Any, *, dtype: Any = None, casting: str = "same_kind") -> ndarray:
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

def take(a: Any, indices: Any, axis: Any = None, out: Any = None, mode: str = "raise") -> Any:
    """The elements at these positions.

    >>> np.take([5, 6, 7], [0, 2])
    array([5, 7])
    """
    ...

def copy(a: Any, order: str = "K", subok: Any = False) -> ndarray:
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

def _size(a: Any) -> int: ...

def size(a: Any, axis: Any = None) -> int:
    """The number of elements, or of those along an axis.

    >>> np.size([[1, 2, 3]], 1)
    3
    """
    if axis is None:
        return _size(a)
    total = 1
    for at in axis if isinstance(axis, tuple) else (axis,):
        total *= shape(a)[at]
    return total

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

def sort(a: Any, axis: Any = -1, kind: Any = None, order: Any = None, *, stable: Any = None) -> ndarray:
    """A sorted copy along an axis; flattened, if it is None. NaN comes last.

    >>> np.sort([3, 1, 2])
    array([1, 2, 3])
    >>> np.sort([[3, 1], [0, 2]], axis=0)
    array([[0, 1],
           [3, 2]])
    """
    ...

def argsort(a: Any, axis: Any = -1, kind: Any = None, order: Any = None, *, stable: Any = None) -> ndarray:
    """The positions that sort the elements along an axis; equal elements stay in order.

    >>> np.argsort([3, 1, 2])
    array([1, 2, 0])
    """
    ...

def lexsort(keys: Any, axis: int = -1) -> Any:
    """The positions that sort by several keys, the last of which counts first.

    >>> np.lexsort(([9, 4, 0], [1, 5, 1]))
    array([2, 0, 1])
    """
    ...

def partition(a: Any, kth: Any, axis: Any = -1, kind: str = "introselect", order: Any = None) -> ndarray:
    """A copy in which the smaller elements stand before the `kth`, the larger ones after it (here: sorted).

    >>> np.partition([7, 1, 5, 3], 1)[1]
    np.int64(3)
    """
    ...

def argpartition(a: Any, kth: Any, axis: Any = -1, kind: str = "introselect", order: Any = None) -> ndarray:
    """The positions that partition the elements (here: that sort them).

    >>> np.argpartition([7, 1, 5, 3], 1)[0]
    np.int64(1)
    """
    ...

def _unique(a: Any, equal_nan: Any) -> Any:
    """The different elements, where each first stands, the number of each element, how often each is there."""
    ...

def _distinct(a: Any, equal_nan: Any) -> ndarray:
    """The different elements, sorted."""
    ...

def _merged(parts: Any, places: Any, axis: int) -> Any:
    """Arrays that are each sorted along an axis into one that is; with `places` (int64 arrays of the same shapes) also where each of its elements stands.

    >>> np._merged([np.array([1, 5]), np.array([0, 7])], None, 0)
    array([0, 1, 5, 7])
    >>> np._merged([np.array([1, 5]), np.array([0, 7])], [np.array([3, 0]), np.array([1, 2])], 0)
    (array([0, 1, 5, 7]), array([1, 3, 0, 2]))
    """
    ...

def unique(ar: Any, return_index: Any = False, return_inverse: Any = False, return_counts: Any = False, axis: Any = None, *, equal_nan: Any = True, sorted: Any = True) -> Any:
    """The different elements, sorted; along an axis, the different parts.

    >>> np.unique([3, 1, 3])
    array([1, 3])
    >>> np.unique([3, 1, 3], return_counts=True)
    (array([1, 3]), array([1, 2]))
    >>> np.unique([[1, 0], [0, 1], [1, 0]], axis=0)
    array([[0, 1],
           [1, 0]])
    """
    ar = asarray(ar)
    if axis is not None and _axes(axis, ar.ndim) and ar.ndim == 1:
        axis = None
    if axis is None and not (return_index or return_inverse or return_counts):
        return _distinct(ar, equal_nan)
    if axis is None:
        items, first, inverse, counts = _unique(ar, equal_nan)
        inverse = inverse.reshape(ar.shape)
    else:
        items, first, inverse, counts = _unique_along(ar, axis)
    if not (return_index or return_inverse or return_counts):
        return items
    found = [items]
    if return_index:
        found.append(first)
    if return_inverse:
        found.append(inverse)
    if return_counts:
        found.append(counts)
    return tuple(found)

def _unique_along(ar: Any, axis: Any) -> Any:
    """The different parts along an axis, with where, which and how often."""
    axis = _axes(axis, ar.ndim)[0]
    others = [k for k in range(ar.ndim) if k != axis]
    back = list(range(1, ar.ndim))
    back.insert(axis, 0)
    turned = transpose(ar, (axis,) + tuple(others))
    count = turned.shape[0]
    rows = turned.reshape(count, ar.size // count if count else 0)
    width = rows.shape[1]
    order = lexsort(tuple([rows[:, k] for k in range(width - 1, -1, -1)])) if width else arange(count)
    rows = rows[order]
    fresh = ones(count, dtype=bool)
    if count > 1:
        fresh[1:] = (rows[1:] != rows[:-1]).any(axis=1)
    starts = nonzero(fresh)[0]
    items = transpose(turned[order[starts]], tuple(back))
    inverse = empty(count, dtype=int64)
    inverse[order] = cumsum(fresh) - 1
    return items, order[starts], inverse, diff(concatenate([starts, array([count], dtype=int64)]))

def diff(a: Any, n: int = 1, axis: int = -1, prepend: Any = None, append: Any = None) -> Any:
    """Differences of neighbours, `n` times.

    >>> np.diff([1, 4, 9])
    array([3, 5])
    >>> np.diff([1, 4, 9], n=2)
    array([2])
    >>> np.diff([1, 4, 9], prepend=0)
    array([1, 3, 5])
    """
    if n == 0:
        return a
    if n < 0:
        raise ValueError(f"order must be non-negative but got {n!r}")
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    axis = _axes(axis, a.ndim)[0]
    edge = tuple([1 if k == axis else a.shape[k] for k in range(a.ndim)])
    parts = [a]
    if prepend is not None:
        prepend = asarray(prepend)
        parts = [broadcast_to(prepend, edge) if prepend.ndim == 0 else prepend, a]
    if append is not None:
        append = asarray(append)
        parts.append(broadcast_to(append, edge) if append.ndim == 0 else append)
    if len(parts) > 1:
        a = concatenate(parts, axis=axis)
    before = (slice(None),) * axis
    if n > a.shape[axis] + 1:
        n = a.shape[axis] + 1
    for _ in range(n):
        later, sooner = a[before + (slice(1, None),)], a[before + (slice(None, -1),)]
        a = not_equal(later, sooner) if a.dtype.kind == "b" else subtract(later, sooner)
    return a

def ediff1d(ary: Any, to_end: Any = None, to_begin: Any = None) -> Any:
    """Differences of neighbours in the flattened array, with what stands before and after them.

    >>> np.ediff1d([1, 2, 4, 7, 0], to_begin=-99, to_end=[88, 99])
    array([-99,   1,   2,   3,  -7,  88,  99])
    """
    ary = asarray(ary).ravel()
    parts = [ary[1:] - ary[:-1]]
    kinds = "biuf"
    for name, part in (("to_begin", to_begin), ("to_end", to_end)):
        if part is not None:
            part = asarray(part).ravel()
            if kinds.find(part.dtype.kind) > kinds.find(ary.dtype.kind):
                raise TypeError(f"dtype of `{name}` must be compatible with input `ary` under the `same_kind` rule.")
            part = part.astype(ary.dtype)
            parts = [part] + parts if name == "to_begin" else parts + [part]
    return concatenate(parts)

def searchsorted(a: Any, v: Any, side: str = "left", sorter: Any = None) -> Any:
    """Where values would be inserted into a sorted array.

    >>> np.searchsorted([1, 3, 5], 4)
    np.int64(2)
    >>> np.searchsorted([1, 3, 5], [3, 9], side="right")
    array([2, 3])
    """
    ...

def median(a: Any, axis: Any = None, out: Any = None, overwrite_input: Any = False, keepdims: Any = False) -> Any:
    """The middle value, along axes; of an even number, the mean of the two in the middle.

    >>> np.median([3, 1, 2])
    np.float64(2.0)
    >>> np.median([[3, 1, 2], [9, 7, 7]], axis=1)
    array([2., 7.])
    """
    _no_out(out)
    a = asarray(a)
    axes = _axes(axis, a.ndim)
    return _spread(_median(_joined(a, axes)), a.shape, axes, keepdims)

def _median(runs: Any) -> Any:
    """The middle values along the last axis."""
    count = runs.shape[-1]
    if count == 0:
        return asarray(runs.mean(axis=-1))
    runs = sort(runs, axis=-1)
    half = count // 2
    middle = asarray(runs[..., half if count % 2 else half - 1:half + 1].mean(axis=-1))
    if runs.dtype.kind in "fm":
        bad = isnan(runs[..., -1])
        if any(bad):
            middle = where(bad, nan if runs.dtype.kind == "f" else runs[..., -1], middle)
    return middle

def nanmedian(a: Any, axis: Any = None, out: Any = None, overwrite_input: Any = False, keepdims: Any = False) -> Any:
    """The middle value, NaNs left out.

    >>> np.nanmedian([3.0, np.nan, 1.0])
    np.float64(2.0)
    """
    _no_out(out)
    a = asarray(a)
    axes = _axes(axis, a.ndim)
    runs = _joined(a, axes)
    if a.dtype.kind != "f" or a.size == 0:
        return _spread(_median(runs), a.shape, axes, keepdims)
    runs = sort(runs, axis=-1)
    size = runs.shape[-1]
    n = size - isnan(runs).sum(axis=-1)
    flat = runs.reshape(-1)
    start = arange(flat.shape[0] // size).reshape(runs.shape[:-1]) * size
    low, high = flat[start + maximum(n - 1, 0) // 2], flat[start + minimum(n // 2, size - 1)]
    middle = where(n % 2 == 1, low + 0.0, (low + high) / 2)
    return _spread(where(n == 0, nan, middle), a.shape, axes, keepdims)

def percentile(a: Any, q: Any, axis: Any = None, out: Any = None, overwrite_input: Any = False, method: str = "linear", keepdims: Any = False, *, weights: Any = None) -> Any:
    """The values below which `q` per cent of the elements are. `method` is one of NumPy's thirteen.

    >>> np.percentile([1, 2, 3, 4], 50)
    np.float64(2.5)
    >>> np.percentile([1, 2, 3, 4], [25, 75], method="nearest")
    array([2, 3])
    """
    return _quantiles(asarray(a), q, 100, axis, out, method, keepdims, weights, False)

def quantile(a: Any, q: Any, axis: Any = None, out: Any = None, overwrite_input: Any = False, method: str = "linear", keepdims: Any = False, *, weights: Any = None) -> Any:
    """The values below which a fraction `q` of the elements is.

    >>> np.quantile([1, 2, 3, 4], 0.5)
    np.float64(2.5)
    >>> np.quantile([[1, 2, 3], [4, 5, 9]], [0.5, 1.0], axis=1)
    array([[2., 5.],
           [3., 9.]])
    """
    return _quantiles(asarray(a), q, 1, axis, out, method, keepdims, weights, False)

def nanpercentile(a: Any, q: Any, axis: Any = None, out: Any = None, overwrite_input: Any = False, method: str = "linear", keepdims: Any = False, *, weights: Any = None) -> Any:
    """Percentiles, NaNs left out.

    >>> np.nanpercentile([1.0, np.nan, 3.0], 50)
    np.float64(2.0)
    """
    return _quantiles(asarray(a), q, 100, axis, out, method, keepdims, weights, True)

def nanquantile(a: Any, q: Any, axis: Any = None, out: Any = None, overwrite_input: Any = False, method: str = "linear", keepdims: Any = False, *, weights: Any = None) -> Any:
    """Quantiles, NaNs left out.

    >>> np.nanquantile([1.0, np.nan, 3.0], 0.5)
    np.float64(2.0)
    """
    return _quantiles(asarray(a), q, 1, axis, out, method, keepdims, weights, True)

def _quantiles(a: Any, q: Any, whole: Any, axis: Any, out: Any, method: Any, keepdims: Any, weights: Any, skip: Any) -> Any:
    """All four: `whole` is 1 or 100, `skip` leaves NaN out."""
    weak = isinstance(q, (int, float)) and type(q) in (int, float)
    q = asarray(q)
    if whole != 1:
        q = asarray(q / whole)
    if q.size and not (min(q) >= 0 and max(q) <= 1):
        raise ValueError("Percentiles must be in the range [0, 100]" if whole != 1 else "Quantiles must be in the range [0, 1]")
    if weights is not None:
        if method != "inverted_cdf":
            raise ValueError(f"Only method 'inverted_cdf' supports weights. Got: {method}.")
        raise NotImplementedError("weights= of quantiles is not in rdask yet")
    _no_out(out)
    axes = _axes(axis, a.ndim)
    if q.ndim > 2:
        raise ValueError("q must be a scalar or 1d")
    return _spread(_quantile(_joined(a, axes), q, method, weak, skip), a.shape, axes, keepdims, q.shape)

def _quantile_place(n: Any, q: Any, method: Any) -> Any:
    """Where quantiles of `n` sorted elements stand (Hyndman & Fan, 1996), and how far to go on to the next element;
    None: not at all."""
    if method in ("lower", "higher", "nearest"):
        at = (n - 1) * q
        return (floor(at) if method == "lower" else ceil(at) if method == "higher" else rint(at)), None
    if method in ("inverted_cdf", "closest_observation"):
        at = n * q - 1 if method == "inverted_cdf" else n * q - 1 - 0.5
        below = floor(at)
        stay = at == below
        if method == "closest_observation":
            stay = logical_and(stay, below % 2 == 1)
        return maximum(where(stay, below, below + 1), 0), None
    if method == "averaged_inverted_cdf":
        at = n * q - 1
        return at, where(at == floor(at), 0.5, 1.0)
    if method == "midpoint":
        at = 0.5 * (floor((n - 1) * q) + ceil((n - 1) * q))
        return at, where(at == floor(at), 0.0, 0.5)
    if method == "linear":
        at = (n - 1) * q
        return at, at - floor(at)
    points = {"interpolated_inverted_cdf": (0, 1), "hazen": (0.5, 0.5), "weibull": (0, 0),
              "median_unbiased": (1 / 3.0, 1 / 3.0), "normal_unbiased": (3 / 8.0, 3 / 8.0)}
    if method not in points:
        names = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen",
                 "weibull", "linear", "median_unbiased", "normal_unbiased", "lower", "higher", "midpoint", "nearest"]
        raise ValueError(f"{method!r} is not a valid method. Use one of: dict_keys({names!r})")
    alpha, beta = points[method]
    at = n * q + (alpha + q * (1 - alpha - beta)) - 1
    return at, at - floor(at)

def _quantile(runs: Any, q: Any, method: Any, weak: Any, skip: Any) -> Any:
    """Quantiles along the last axis: the shape of `q`, then that of the other axes."""
    size = runs.shape[-1]
    floats = runs.dtype.kind == "f"
    n = size
    runs = sort(runs, axis=-1)
    if size == 0:
        if skip:
            return full(q.shape + runs.shape[:-1], nan)
        raise IndexError("index -1 is out of bounds for axis 0 with size 0")
    if skip and floats:
        n = size - isnan(runs).sum(axis=-1)
    wide = q.reshape(q.shape + (1,) * (runs.ndim - 1))
    at, t = _quantile_place(n, wide, method)
    flat = runs.reshape(-1)
    start = arange(flat.shape[0] // size).reshape(runs.shape[:-1]) * size
    if t is None or (method == "linear" and q.dtype.kind != "f"):
        found = flat[start + minimum(maximum(at, 0), n - 1).astype(int64)]
    else:
        last = n - 1
        first = maximum(minimum(floor(at), last), 0)
        after = where(logical_or(at >= last, at < 0), first, first + 1)
        low, high = flat[start + first.astype(int64)], flat[start + asarray(after).astype(int64)]
        rest = 1 - t
        if weak and floats:
            t, rest = asarray(t).astype(runs.dtype), asarray(rest).astype(runs.dtype)
        step = high - low
        found = where(t >= 0.5, high - step * rest, low + step * t)
    if floats:
        bad = n == 0 if skip else isnan(runs[..., -1])
        if any(asarray(bad)):
            found = where(bad, nan, found)
    return asarray(found)

def histogram_bin_edges(a: Any, bins: Any = 10, range: Any = None, weights: Any = None) -> Any:
    """The edges that `histogram` would use.

    >>> np.histogram_bin_edges([0, 1, 4], bins=2)
    array([0., 2., 4.])
    """
    return _edges(asarray(a).ravel(), bins, range, weights)

def _outer(a: Any, bounds: Any) -> Any:
    """The first and the last edge."""
    if bounds is not None:
        low, high = bounds
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
        if not (isfinite(low) and isfinite(high)):
            raise ValueError(f"supplied range of [{low}, {high}] is not finite")
    elif a.size == 0:
        low, high = 0, 1
    else:
        low, high = a.min(), a.max()
        if not (isfinite(low) and isfinite(high)):
            raise ValueError(f"autodetected range of [{low}, {high}] is not finite")
    if low == high:
        low, high = low - 0.5, high + 0.5
    return low, high

def _even(a: Any, low: Any, high: Any, count: Any) -> Any:
    """Edges of bins of one width, in a float dtype."""
    made = linspace(low, high, count + 1)
    small = a.dtype.kind == "f" and not isinstance(low, float64) and not isinstance(high, float64)
    return made.astype(a.dtype) if small else made

def _bins_of(a: Any, name: Any, bounds: Any) -> Any:
    """The number of bins by a rule's name."""
    if bounds is not None:
        a = a[logical_and(a >= bounds[0], a <= bounds[1])]
    if a.size == 0:
        return 1
    n, spread = a.size, ptp(a)
    cuts = percentile(a, [75, 25])
    widths = {
        "sqrt": spread / n ** 0.5,
        "sturges": spread / (log2(n) + 1.0),
        "rice": spread / (2.0 * n ** (1.0 / 3)),
        "scott": (24.0 * pi ** 0.5 / n) ** (1.0 / 3.0) * std(a),
        "fd": 2.0 * (cuts[0] - cuts[1]) * n ** (-1.0 / 3.0),
        "doane": 0.0,
    }
    if name == "auto":
        width = widths["sturges"] if widths["fd"] == 0 else min([widths["fd"], widths["sturges"]])
    elif name == "doane":
        width = 0.0
        sigma = std(a)
        if n > 2 and sigma > 0.0:
            g = mean(((a - mean(a)) / sigma) ** 3)
            width = spread / (1.0 + log2(n) + log2(1.0 + absolute(g) / sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)))))
    elif name in widths:
        width = widths[name]
    elif name == "stone":
        raise NotImplementedError("bins='stone' is not in rdask yet")
    else:
        raise ValueError(f"{name!r} is not a valid estimator for `bins`")
    low, high = _outer(a, bounds)
    if a.dtype.kind in "iu" and 0 < width < 1:
        width = 1
    return int(ceil((high - low) / width)) if width else 1

def _edges(a: Any, bins: Any, bounds: Any, weights: Any) -> Any:
    """The edges of the bins of a vector."""
    if isinstance(bins, str):
        if weights is not None:
            raise TypeError("Automated estimation of the number of bins is not supported for weighted data")
        bins = _bins_of(a, bins, bounds)
    if ndim(bins) == 0:
        if not isinstance(bins, (int, integer)):
            raise TypeError("`bins` must be an integer, a string, or an array")
        if bins < 1:
            raise ValueError("`bins` must be positive, when an integer")
        low, high = _outer(a, bounds)
        return _even(a, low, high, int(bins))
    if ndim(bins) != 1:
        raise ValueError("`bins` must be 1d, when an array")
    bins = asarray(bins)
    if any(bins[:-1] > bins[1:]):
        raise ValueError("`bins` must increase monotonically, when an array")
    return bins

def _binned(a: Any, edges: Any, weights: Any) -> Any:
    """How many elements fall into each bin between ascending edges, or the sums of their weights."""
    ...

def histogram(a: Any, bins: Any = 10, range: Any = None, density: Any = None, weights: Any = None) -> tuple[Any, Any]:
    """Counts of elements in bins, and the bins' edges.

    >>> np.histogram([1, 2, 1], bins=[0, 1, 2, 3])
    (array([0, 2, 1]), array([0, 1, 2, 3]))
    >>> np.histogram([1, 2, 4], bins=3, range=(0, 6), density=True)
    (array([0.16666667, 0.16666667, 0.16666667]), array([0., 2., 4., 6.]))
    """
    a = asarray(a)
    if weights is not None:
        weights = asarray(weights)
        if weights.shape != a.shape:
            raise ValueError("weights should have the same shape as a.")
        weights = weights.ravel()
    a = a.ravel()
    edges = _edges(a, bins, range, weights)
    if weights is not None and weights.dtype.kind == "c":
        counts = empty(len(edges) - 1, dtype=weights.dtype)
        counts.real = _binned(a, edges, weights.real)
        counts.imag = _binned(a, edges, weights.imag)
    else:
        counts = _binned(a, edges, weights)
    if weights is not None:
        counts = counts.astype(weights.dtype)
    if density:
        return counts / diff(edges).astype(float64) / counts.sum(), edges
    return counts, edges

def histogram2d(x: Any, y: Any, bins: Any = 10, range: Any = None, density: Any = None, weights: Any = None) -> Any:
    """Counts of points in a grid of bins, and the edges along both axes.

    >>> np.histogram2d([0, 1, 1], [0, 2, 2], bins=2)[0]
    array([[1., 0.],
           [0., 2.]])
    """
    if len(x) != len(y):
        raise ValueError("x and y must have the same length.")
    count = len(bins) if isinstance(bins, (list, tuple)) or ndim(bins) else 1
    if count != 1 and count != 2:
        bins = [asarray(bins), asarray(bins)]
    counts, edges = histogramdd([x, y], bins, range, density, weights)
    return counts, edges[0], edges[1]

def histogramdd(sample: Any, bins: Any = 10, range: Any = None, density: Any = None, weights: Any = None) -> Any:
    """Counts of points in bins of several dimensions: a row for each point, or a sequence of coordinates.

    >>> counts, edges = np.histogramdd(np.array([[0, 0], [1, 2], [1, 2]]), bins=2)
    >>> counts
    array([[1., 0.],
           [0., 2.]])
    """
    if not isinstance(sample, ndarray):
        parts = [asarray(part) for part in sample]
        sample = stack(parts if parts and parts[0].ndim else [asarray(sample)], axis=1)
    elif sample.ndim == 1:
        sample = sample.reshape(-1, 1)
    count, dims = sample.shape
    if not isinstance(bins, (list, tuple)) and ndim(bins) == 0:
        bins = [bins] * dims
    if len(bins) != dims:
        raise ValueError("The dimension of bins must be equal to the dimension of the sample x.")
    if range is None:
        range = [None] * dims
    elif len(range) != dims:
        raise ValueError("range argument must have one entry per dimension")
    edges = []
    place = zeros(count, dtype=int64)
    inside = ones(count, dtype=bool)
    shape = []
    for k in _builtin_range(dims):
        column = sample[:, k]
        if ndim(bins[k]) == 0:
            if bins[k] < 1:
                raise ValueError(f"`bins[{k}]` must be positive, when an integer")
            low, high = _outer(column, range[k])
            edge = linspace(low, high, int(bins[k]) + 1)
        elif ndim(bins[k]) == 1:
            edge = asarray(bins[k])
            if any(edge[:-1] > edge[1:]):
                raise ValueError(f"`bins[{k}]` must be monotonically increasing, when an array")
        else:
            raise ValueError(f"`bins[{k}]` must be a scalar or 1d array")
        n = len(edge) - 1
        at = searchsorted(edge, column, side="right") - 1
        at = where(column == edge[-1], n - 1, at)
        inside = logical_and(inside, logical_and(at >= 0, at < n))
        place = place * n + at
        edges.append(edge)
        shape.append(n)
    total = 1
    for n in shape:
        total *= n
    if weights is not None:
        weights = asarray(weights)[inside]
    counts = bincount(place[inside], weights, minlength=total).reshape(tuple(shape)).astype(float64)
    if density:
        sum_ = counts.sum()
        for k in _builtin_range(dims):
            width = [1] * dims
            width[k] = shape[k]
            counts = counts / diff(edges[k]).reshape(tuple(width))
        counts = counts / sum_
    return counts, edges

def bincount(x: Any, /, weights: Any = None, minlength: int = 0) -> ndarray:
    """How often each small integer occurs, or the sums of its weights.

    >>> np.bincount([0, 1, 1, 3])
    array([1, 2, 0, 1])
    >>> np.bincount([0, 1, 1], weights=[0.5, 1.0, 2.0], minlength=3)
    array([0.5, 3. , 0. ])
    """
    ...

def digitize(x: Any, bins: Any, right: Any = False) -> Any:
    """The number of the bin in which each element falls.

    >>> np.digitize([0.5, 2.5], [0, 1, 2])
    array([1, 3])
    >>> np.digitize([0.5, 2.5], [2, 1, 0])
    array([2, 0])
    """
    bins = asarray(bins)
    if asarray(x).dtype.kind in "mM":
        raise TypeError(f"Cannot cast array data from {asarray(x).dtype!r} to dtype('float64') according to the rule 'safe'")
    side = "left" if right else "right"
    if not any(bins[:-1] > bins[1:]):
        return searchsorted(bins, x, side=side)
    if any(bins[:-1] < bins[1:]):
        raise ValueError("bins must be monotonically increasing or decreasing")
    return len(bins) - searchsorted(bins[::-1], x, side=side)

def _interp(x: Any, xp: Any, fp: Any, left: Any, right: Any) -> Any:
    """Values between points whose `xp` ascend."""
    ...

def interp(x: Any, xp: Any, fp: Any, left: Any = None, right: Any = None, period: Any = None) -> Any:
    """Values between points, on straight lines.

    >>> np.interp(2.5, [1, 2, 3], [3, 2, 0])
    np.float64(1.0)
    >>> np.interp([0, 9], [1, 2], [5, 6], left=-1)
    array([-1.,  6.])
    """
    if period is None:
        return _interp(x, xp, fp, left, right)
    if period == 0:
        raise ValueError("period must be a non-zero value")
    period = abs(period)
    x, xp, fp = asarray(x) % period, asarray(xp) % period, asarray(fp)
    if xp.ndim != 1 or fp.ndim != 1:
        raise ValueError("Data points must be 1-D sequences")
    if xp.shape[0] != fp.shape[0]:
        raise ValueError("fp and xp are not of the same length")
    order = argsort(xp)
    xp, fp = xp[order], fp[order]
    xp = concatenate((xp[-1:] - period, xp, xp[:1] + period))
    return _interp(x, xp, concatenate((fp[-1:], fp, fp[:1])), None, None)

def trapezoid(y: Any, x: Any = None, dx: Any = 1.0, axis: int = -1) -> Any:
    """The integral along an axis, by trapezoids.

    >>> np.trapezoid([1, 2, 3])
    np.float64(4.0)
    >>> np.trapezoid([[0, 1], [2, 3]], x=[0, 2], axis=0)
    array([2., 4.])
    """
    y = asarray(y)
    axis = _axes(axis, y.ndim)[0]
    if x is None:
        width = dx
    else:
        x = asarray(x)
        width = diff(x, axis=axis if x.ndim > 1 else -1)
        if x.ndim == 1:
            width = width.reshape(tuple([len(width) if k == axis else 1 for k in range(y.ndim)]))
    before = (slice(None),) * axis
    return (width * (y[before + (slice(1, None),)] + y[before + (slice(None, -1),)]) / 2.0).sum(axis=axis)

def gradient(f: Any, *varargs: Any, axis: Any = None, edge_order: int = 1) -> Any:
    """Slopes by central differences, one array for each axis. After `f` stand the distances: one for all axes, or for
    each axis a number or the coordinates.

    >>> np.gradient(np.array([1.0, 2.0, 4.0]))
    array([1. , 1.5, 2. ])
    >>> np.gradient(np.array([1.0, 2.0, 4.0, 7.0]), [0, 1, 3, 4], edge_order=2)
    array([1.        , 1.        , 2.33333333, 3.66666667])
    """
    f = asarray(f)
    if axis is None:
        axes = tuple(range(f.ndim))
    else:
        _axes(axis, f.ndim)
        axes = tuple([k % f.ndim for k in axis]) if isinstance(axis, (tuple, list)) else (axis % f.ndim,)
    steps = _steps(f, axes, varargs)
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    if f.dtype.kind != "f":
        f = f.astype(float64)
    for k in axes:
        if f.shape[k] < edge_order + 1:
            raise ValueError("Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.")
    found = [swapaxes(_slopes(swapaxes(f, k, 0), step, edge_order), k, 0) for k, step in zip(axes, steps)]
    return found[0] if len(axes) == 1 else tuple(found)

def _steps(f: Any, axes: Any, given: Any) -> Any:
    """The distance along each axis: a number, or one for each pair of neighbours."""
    if not given:
        return [1.0] * len(axes)
    if len(given) == 1 and ndim(given[0]) == 0:
        return [given[0]] * len(axes)
    if len(given) != len(axes):
        raise TypeError("invalid number of arguments")
    steps = []
    for k, step in zip(axes, given):
        step = asarray(step)
        if step.ndim == 0:
            steps.append(step[()])
            continue
        if step.ndim != 1:
            raise ValueError("distances must be either scalars or 1d")
        if len(step) != f.shape[k]:
            raise ValueError("when 1d, distances must match the length of the corresponding dimension")
        gaps = diff(step.astype(float64) if step.dtype.kind in "iu" else step)
        steps.append(gaps[0] if all(gaps == gaps[0]) else gaps)
    return steps

def _slopes(f: Any, h: Any, edge_order: Any) -> Any:
    """Slopes along the first axis."""
    made = empty_like(f)
    tail = (1,) * (f.ndim - 1)
    even = ndim(h) == 0
    if even:
        made[1:-1] = (f[2:] - f[:-2]) / (2.0 * h)
        p, q, r, s = h, h, h, h
    else:
        p, q, r, s = h[0], h[1] if len(h) > 1 else h[0], h[-2] if len(h) > 1 else h[-1], h[-1]
        one, two = h[:-1].reshape((len(h) - 1,) + tail), h[1:].reshape((len(h) - 1,) + tail)
        a = -two / (one * (one + two))
        b = (two - one) / (one * two)
        c = one / (two * (one + two))
        made[1:-1] = a * f[:-2] + b * f[1:-1] + c * f[2:]
    if edge_order == 1:
        made[0] = (f[1] - f[0]) / p
        made[-1] = (f[-1] - f[-2]) / s
    elif even:
        made[0] = -1.5 / h * f[0] + 2.0 / h * f[1] + -0.5 / h * f[2]
        made[-1] = 0.5 / h * f[-3] + -2.0 / h * f[-2] + 1.5 / h * f[-1]
    else:
        made[0] = -(2.0 * p + q) / (p * (p + q)) * f[0] + (p + q) / (p * q) * f[1] + -p / (q * (p + q)) * f[2]
        made[-1] = s / (r * (r + s)) * f[-3] + -(s + r) / (r * s) * f[-2] + (2.0 * s + r) / (s * (r + s)) * f[-1]
    return made

def _convolve(a: Any, v: Any) -> Any:
    """The full convolution of two vectors."""
    ...

def convolve(a: Any, v: Any, mode: str = "full") -> ndarray:
    """The convolution of two vectors.

    >>> np.convolve([1, 2, 3], [0, 1])
    array([0, 1, 2, 3])
    >>> np.convolve([1, 2, 3], [0, 1, 0.5], "same")
    array([1. , 2.5, 4. ])
    """
    a, v = asarray(a), asarray(v)
    if a.size == 0:
        raise ValueError("a cannot be empty")
    if v.size == 0:
        raise ValueError("v cannot be empty")
    return _part(_convolve(a, v), a.size, v.size, mode)

def _part(full_: Any, n: Any, m: Any, mode: Any) -> Any:
    """The part of a full convolution of vectors of these lengths that a mode keeps."""
    long, short = (n, m) if n >= m else (m, n)
    if mode == "full":
        return full_
    if mode == "same":
        return full_[(short - 1) // 2:(short - 1) // 2 + long]
    if mode == "valid":
        return full_[short - 1:long]
    raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got {mode!r})")

def correlate(a: Any, v: Any, mode: str = "valid") -> ndarray:
    """The cross-correlation of two vectors.

    >>> np.correlate([1, 2, 3], [0, 1, 0.5])
    array([3.5])
    """
    a, v = asarray(a), asarray(v)
    if a.size == 0:
        raise ValueError("first array argument cannot be empty")
    if v.size == 0:
        raise ValueError("second array argument cannot be empty")
    if a.size >= v.size:
        return _part(_convolve(a, v.ravel()[::-1]), a.size, v.size, mode)
    return _part(_convolve(v, a.ravel()[::-1]), v.size, a.size, mode)[::-1]

def _weights(given: Any, name: Any, count: Any) -> Any:
    """The weights of observations, for `cov`."""
    w = asarray(given, dtype=float)
    if name == "fweights" and not all(w == rint(w)):
        raise TypeError("fweights must be integer")
    if w.ndim > 1:
        raise RuntimeError(f"cannot handle multidimensional {name}")
    if w.shape[0] != count:
        raise RuntimeError(f"incompatible numbers of samples and {name}")
    if any(w < 0):
        raise ValueError(f"{name} cannot be negative")
    return w

def cov(m: Any, y: Any = None, rowvar: Any = True, bias: Any = False, ddof: Any = None, fweights: Any = None, aweights: Any = None, *, dtype: Any = None) -> Any:
    """The covariance matrix: each row is a variable (each column, without `rowvar`).

    >>> np.cov([[1.0, 2.0], [2.0, 4.0]])
    array([[0.5, 1. ],
           [1. , 2. ]])
    >>> np.cov([1.0, 2.0, 4.0], bias=True)
    array(1.55555556)
    """
    if asarray(m).dtype.kind in "mM":
        raise TypeError("covariances of moments and durations are not in rdask: convert with .astype(float)")
    if ddof is not None and ddof != int(ddof):
        raise ValueError("ddof must be integer")
    m = asarray(m)
    if m.ndim > 2:
        raise ValueError("m has more than 2 dimensions")
    rows = m.astype(dtype or float64)
    rows = rows.reshape(1, -1) if m.ndim < 2 else rows if rowvar else rows.T
    if y is not None:
        y = asarray(y)
        if y.ndim > 2:
            raise ValueError("y has more than 2 dimensions")
        more = y.astype(dtype or float64)
        more = more.reshape(1, -1) if y.ndim < 2 else more if rowvar or y.shape[0] == 1 else more.T
        rows = concatenate((rows, more), axis=0)
    if rows.shape[0] == 0:
        return zeros((0, 0))
    if ddof is None:
        ddof = 0 if bias else 1
    count = rows.shape[1]
    w = None
    if fweights is not None:
        w = _weights(fweights, "fweights", count)
    if aweights is not None:
        a = _weights(aweights, "aweights", count)
        w = a if w is None else w * a
    middle, total = average(rows, axis=1, weights=w, returned=True)
    total = total[0]
    if w is None:
        left = count - ddof
    elif ddof == 0:
        left = total
    elif aweights is None:
        left = total - ddof
    else:
        left = total - ddof * (w * asarray(aweights)).sum() / total
    left = left if left > 0 else 0.0
    away = rows - middle.reshape(-1, 1)
    turned = away.T if w is None else (away * w).T
    return squeeze(dot(away, turned) * divide(1, left))

def corrcoef(x: Any, y: Any = None, rowvar: Any = True, *, dtype: Any = None) -> Any:
    """Correlation coefficients.

    >>> np.corrcoef([1.0, 2.0, 3.0], [2.0, 4.0, 6.0])
    array([[1., 1.],
           [1., 1.]])
    """
    c = cov(x, y, rowvar, dtype=dtype)
    if c.ndim == 0:
        return c / c
    spread = sqrt(diagonal(c))
    return clip(c / spread.reshape(-1, 1) / spread, -1, 1)

def diagonal(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1) -> ndarray:
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

def array_equiv(a1: Any, a2: Any) -> Any:
    """Whether two arrays are equal once they are broadcast.

    >>> np.array_equiv([1, 2], [[1, 2], [1, 2]])
    True
    """
    try:
        return bool_((asarray(a1) == asarray(a2)).all()).item()
    except ValueError:
        return False

def isin(element: Any, test_elements: Any, assume_unique: Any = False, invert: Any = False, *, kind: Any = None) -> Any:
    """Whether each element is among others.

    >>> np.isin([1, 2, 3], [2, 5])
    array([False,  True, False])
    >>> np.isin([1, 2, 3], [2, 5], invert=True)
    array([ True, False,  True])
    """
    if kind not in (None, "sort", "table"):
        raise ValueError(f"Invalid kind: '{kind}'. Please use None, 'sort' or 'table'.")
    element = asarray(element)
    others = sort(asarray(test_elements), axis=None)
    if others.size == 0:
        return full(element.shape, bool(invert))
    at = minimum(searchsorted(others, element), others.size - 1)
    found = others[at] != element if invert else others[at] == element
    return asarray(found)

def intersect1d(ar1: Any, ar2: Any, assume_unique: Any = False, return_indices: Any = False) -> Any:
    """The elements that both have, sorted; with `return_indices` also where they stand.

    >>> np.intersect1d([1, 2, 3], [2, 3, 4])
    array([2, 3])
    >>> np.intersect1d([5, 1, 7], [7, 5, 2], return_indices=True)
    (array([5, 7]), array([0, 2]), array([1, 0]))
    """
    ar1, ar2 = asarray(ar1).ravel(), asarray(ar2).ravel()
    if not assume_unique:
        ar1, first, _, _ = _unique(ar1, True)
        ar2, second, _, _ = _unique(ar2, True)
    both = concatenate((ar1, ar2))
    order = argsort(both)
    both = both[order]
    twice = both[1:] == both[:-1]
    found = both[:-1][twice]
    if not return_indices:
        return found
    one, two = order[:-1][twice], order[1:][twice] - ar1.size
    return (found, one, two) if assume_unique else (found, first[one], second[two])

def union1d(ar1: Any, ar2: Any) -> Any:
    """The elements that one has, sorted.

    >>> np.union1d([1, 2], [2, 3])
    array([1, 2, 3])
    """
    return unique(concatenate((asarray(ar1).ravel(), asarray(ar2).ravel())))

def setdiff1d(ar1: Any, ar2: Any, assume_unique: Any = False) -> ndarray:
    """The elements of the first that the second has not, sorted.

    >>> np.setdiff1d([1, 2, 3], [2])
    array([1, 3])
    """
    ar1 = asarray(ar1).ravel() if assume_unique else unique(ar1)
    return ar1[isin(ar1, ar2, invert=True)]

def setxor1d(ar1: Any, ar2: Any, assume_unique: Any = False) -> ndarray:
    """The elements that exactly one has, sorted.

    >>> np.setxor1d([1, 2, 3], [2, 5])
    array([1, 3, 5])
    """
    ar1, ar2 = asarray(ar1).ravel(), asarray(ar2).ravel()
    if not assume_unique:
        ar1, ar2 = unique(ar1), unique(ar2)
    both = sort(concatenate((ar1, ar2)))
    if both.size == 0:
        return both
    edge = array([True])
    changes = concatenate((edge, both[1:] != both[:-1], edge))
    return both[logical_and(changes[1:], changes[:-1])]

def nan_to_num(x: Any, copy: Any = True, nan: Any = 0.0, posinf: Any = None, neginf: Any = None) -> Any:
    """NaN and infinities replaced by numbers.

    >>> np.nan_to_num(np.array([1.0, np.nan]))
    array([1., 0.])
    >>> np.nan_to_num(np.array([-np.inf, 2.0]), neginf=-1)
    array([-1.,  2.])
    """
    a = asarray(x)
    if a.dtype.kind != "f":
        return (a.copy() if copy else a)[()] if a.ndim == 0 else a.copy() if copy else a
    most = 3.4028234663852886e+38 if a.dtype.itemsize == 4 else 1.7976931348623157e+308
    made = where(isnan(a), nan, a)
    made = where(a == inf, most if posinf is None else posinf, made)
    made = where(a == -inf, -most if neginf is None else neginf, made)
    if not copy and isinstance(x, ndarray):
        x[...] = made
        return x
    return made[()] if made.ndim == 0 else made

def fix(x: Any, out: Any = None) -> Any:
    """Each element without its fraction.

    >>> np.fix([2.7, -2.7])
    array([ 2., -2.])
    """
    return trunc(x, out=out)

def polyfit(x: Any, y: Any, deg: int, rcond: Any = None, full: Any = False, w: Any = None, cov: Any = False) -> Any:
    """The polynomial of a degree that fits points best, by least squares: its coefficients from the highest power down.

    >>> np.round(np.polyfit([0, 1, 2, 3], [1, 3, 7, 13], 2), 6)
    array([1., 1., 1.])
    """
    order = int(deg) + 1
    x, y = asarray(x) + 0.0, asarray(y) + 0.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    if rcond is None:
        rcond = len(x) * 2.220446049250313e-16
    left = empty((len(x), order), x.dtype)
    left[:, -1] = 1.0
    for at in range(order - 2, -1, -1):
        left[:, at] = left[:, at + 1] * x
    right = y
    if w is not None:
        w = asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError("expected a 1-d array for weights")
        if w.shape[0] != y.shape[0]:
            raise TypeError("expected w and y to have the same length")
        left = left * w.reshape(-1, 1)
        right = y * (w if y.ndim == 1 else w.reshape(-1, 1))
    scale = sqrt((left * left).sum(axis=0))
    left = left / scale
    found, residues, rank, singular = linalg.lstsq(left, right, rcond)
    found = (found.T / scale).T
    if full:
        return found, residues, rank, singular, rcond
    if not cov:
        return found
    base = linalg.inv(dot(left.T, left)) / outer(scale, scale)
    factor = 1
    if cov != "unscaled":
        if len(x) <= order:
            raise ValueError("the number of data points must exceed order to scale the covariance matrix")
        factor = residues / (len(x) - order)
    return (found, base * factor) if y.ndim == 1 else (found, base.reshape(order, order, 1) * factor)

def polyval(p: Any, x: Any) -> Any:
    """The values of a polynomial, whose coefficients come from the highest power down.

    >>> np.polyval([3, 0, 1], 5)
    np.int64(76)
    """
    p, x = asarray(p), asarray(x)
    made = zeros_like(x)
    for k in range(len(p)):
        made = made * x + p[k]
    return made

def set_printoptions(precision: Any = None, threshold: Any = None, edgeitems: Any = None, linewidth: Any = None, suppress: Any = None, nanstr: Any = None, infstr: Any = None, sign: Any = None, floatmode: Any = None) -> None:
    """How arrays are printed from now on.

    >>> np.set_printoptions(precision=3)
    >>> np.array([1 / 3])
    array([0.333])
    >>> np.set_printoptions(precision=8)
    """
    ...

def _print_options() -> Any:
    """How arrays are printed, in the order of set_printoptions."""
    ...

def get_printoptions() -> Any:
    """How arrays are printed.

    >>> np.get_printoptions()["precision"]
    8
    """
    names = ("precision", "threshold", "edgeitems", "linewidth", "suppress", "nanstr", "infstr", "sign", "floatmode")
    found = dict(zip(names, _print_options()))
    order = ("edgeitems", "threshold", "floatmode", "precision", "suppress", "linewidth", "nanstr", "infstr", "sign")
    return {name: found[name] for name in order} | {"formatter": None, "legacy": False, "override_repr": None}

class printoptions:
    """In a `with`: how arrays are printed there.

    >>> with np.printoptions(precision=2):
    ...     print(np.array([1 / 3]))
    [0.33]
    """

    def __init__(self, **options):
        self._new = options

    def __enter__(self):
        names = ("precision", "threshold", "edgeitems", "linewidth", "suppress", "nanstr", "infstr", "sign", "floatmode")
        self._old = dict(zip(names, _print_options()))
        set_printoptions(**self._new)
        return get_printoptions()

    def __exit__(self, kind, error, trace):
        set_printoptions(**self._old)

def _array2string(a: Any, options: Any, separator: str, prefix: int, suffix: int) -> str:
    """An array as text, between so many characters."""
    ...

def array2string(a: Any, max_line_width: Any = None, precision: Any = None, suppress_small: Any = None, separator: str = " ", prefix: str = "", *, formatter: Any = None, threshold: Any = None, edgeitems: Any = None, sign: Any = None, floatmode: Any = None, suffix: str = "", legacy: Any = None) -> str:
    """An array as text. `formatter` has functions that write an element, by kind: `"all"`, `"int_kind"`, `"float_kind"`, ...

    >>> np.array2string(np.arange(3), separator=', ')
    '[0, 1, 2]'
    >>> np.array2string(np.array([0.5, 2]), formatter={"float_kind": lambda x: f"{x:.2f}"})
    '[0.50 2.00]'
    """
    if legacy is not None and legacy is not False:
        raise NotImplementedError("array2string(legacy=) is not in rdask: arrays are written as NumPy 2 writes them")
    if formatter:
        text = lib._npyio.written(asarray(a), formatter, separator, prefix, suffix, max_line_width, threshold, edgeitems)
        if text is not None:
            return text
    options = (precision, threshold, edgeitems, max_line_width, suppress_small, None, None, sign, floatmode)
    return _array2string(a, options, separator, len(prefix), len(suffix))

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

def loadtxt(fname: Any, dtype: Any = float, comments: Any = "#", delimiter: Any = None, converters: Any = None, skiprows: int = 0, usecols: Any = None, unpack: Any = False, ndmin: int = 0, encoding: Any = None, max_rows: Any = None, *, quotechar: Any = None, like: Any = None) -> ndarray:
    """Numbers from text, one row for each line: of a file's name, an open file, or a list of lines. Every field must be a number of the dtype.

    >>> np.loadtxt(["1,2.5", "# a comment", "3,4"], delimiter=",")
    array([[1. , 2.5],
           [3. , 4. ]])
    >>> np.loadtxt(["x 10", "y 20"], usecols=1, dtype=int)
    array([10, 20])
    >>> np.loadtxt(["12% 7"], converters={0: lambda text: float(text.rstrip("%")) / 100})
    array([0.12, 7.  ])
    """
    return lib._npyio.loadtxt(fname, dtype, comments, delimiter, converters, skiprows, usecols, unpack, ndmin, encoding, max_rows, quotechar)

def genfromtxt(fname: Any, dtype: Any = float, comments: Any = "#", delimiter: Any = None, skip_header: int = 0, skip_footer: int = 0, converters: Any = None, missing_values: Any = None, filling_values: Any = None, usecols: Any = None, names: Any = None, excludelist: Any = None, deletechars: Any = None, replace_space: str = "_", autostrip: bool = False, case_sensitive: Any = True, defaultfmt: str = "f%i", unpack: Any = None, usemask: bool = False, loose: bool = True, invalid_raise: bool = True, max_rows: Any = None, encoding: Any = None, *, ndmin: int = 0, like: Any = None) -> Any:
    """Numbers from text; what is missing or no number becomes `filling_values`: NaN for floats, -1 for integers. With `dtype=None` the dtype is found from the text.

    >>> np.genfromtxt(["1,,3", "4,x,6"], delimiter=",")
    array([[ 1., nan,  3.],
           [ 4., nan,  6.]])
    >>> np.genfromtxt(["1,,3", "4,5,6"], delimiter=",", dtype=int, filling_values=0)
    array([[1, 0, 3],
           [4, 5, 6]])
    >>> np.genfromtxt(["1 2", "3 -9"], dtype=None, missing_values="-9", usemask=True).mask
    array([[False, False],
           [False,  True]])
    """
    return lib._npyio.genfromtxt(fname, dtype, comments, delimiter, skip_header, skip_footer, converters, missing_values, filling_values, usecols, names, autostrip, unpack, usemask, loose, invalid_raise, max_rows, encoding, ndmin)

def _load(file: str) -> ndarray:
    """An array from a `.npy` file."""
    ...

def _is_archive(file: str) -> Any:
    """Whether a file is an archive of arrays."""
    ...

def _npz_names(file: str) -> Any:
    """The names of the arrays in an archive."""
    ...

def _npz_member(file: str, name: str) -> Any:
    """An array in an archive."""
    ...

def _savez(file: str, names: Any, arrays: Any, compressed: Any) -> None:
    """Write an archive of arrays."""
    ...

def _fromfile(file: str, dtype: Any, count: int, offset: int) -> Any:
    """The elements in a file of raw bytes."""
    ...

def _tofile(a: Any, file: str) -> None:
    """Write the elements as raw bytes."""
    ...

class NpzFile:
    """The arrays in a `.npz` file; each is read when it is asked for."""

    def __init__(self, file):
        self._file = file
        self.files = _npz_names(file)

    def __getitem__(self, key):
        if key.endswith(".npy") and key[:-4] in self.files:
            key = key[:-4]
        if key not in self.files:
            raise KeyError(f"{key} is not a file in the archive")
        return _npz_member(self._file, key)

    def __contains__(self, key):
        return key in self.files or (key.endswith(".npy") and key[:-4] in self.files)

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        """The names of the arrays."""
        return list(self.files)

    def values(self):
        """The arrays."""
        return [self[name] for name in self.files]

    def items(self):
        """Names and arrays."""
        return [(name, self[name]) for name in self.files]

    def get(self, key, default=None):
        """The array of a name, or the default."""
        return self[key] if key in self else default

    def close(self):
        """Nothing is held open."""
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        shown = ", ".join(self.files[:5]) + ("..." if len(self.files) > 5 else "")
        return f"NpzFile '{self._file}' with keys: {shown}"

def load(file: Any, mmap_mode: Any = None, allow_pickle: Any = False, fix_imports: Any = True, encoding: str = "ASCII", *, max_header_size: int = 10000) -> Any:
    """An array from a `.npy` file, or the arrays of a `.npz` file. With `mmap_mode` the file is mapped into memory: "r" to read it, "r+" to write into it, "c" to change the array and not the file."""
    file = str(file)
    if _is_archive(file):
        return NpzFile(file)
    if mmap_mode is not None:
        return _open_npy(file, mmap_mode)
    return _load(file)

def savez(file: Any, *args: Any, allow_pickle: Any = True, **kwds: Any) -> None:
    """Write several arrays to a `.npz` file: under their keywords, or as `arr_0`, `arr_1`, and so on."""
    _archive(str(file), args, kwds, False)

def savez_compressed(file: Any, *args: Any, allow_pickle: Any = True, **kwds: Any) -> None:
    """Write several arrays to a compressed `.npz` file."""
    _archive(str(file), args, kwds, True)

def _archive(file: str, args: Any, kwds: Any, compressed: Any) -> None:
    """The archive of positional arrays and of those under keywords."""
    names, arrays = list(kwds.keys()), list(kwds.values())
    for i, value in enumerate(args):
        name = f"arr_{i}"
        if name in kwds:
            raise ValueError(f"Cannot use un-named variables and keyword {name}")
        names.append(name)
        arrays.append(value)
    _savez(file, names, arrays, compressed)

def fromfile(file: Any, dtype: Any = float, count: int = -1, sep: str = "", offset: int = 0) -> ndarray:
    """The numbers in a file of raw bytes, or with `sep` in a text."""
    if sep:
        with open(str(file)) as stream:
            words = stream.read().replace(sep.strip() or " ", " ").split()
        found = array([float(word) for word in words]).astype(dtype)
        return found if count < 0 else found[:count]
    return _fromfile(str(file), dtype, count, offset)

def _open_npy(file: str, mode: Any) -> Any:
    """The array in a `.npy` file, mapped."""
    ...

def _make_npy(file: str, dtype: Any, shape: Any, fortran: Any) -> Any:
    """The array in a new `.npy` file, mapped."""
    ...

def _npy_info(file: str) -> Any:
    """Dtype, shape and layout of a `.npy` file."""
    ...

def _box(layout: Any, starts: Any, sizes: Any) -> Any:
    """A box of elements, read from a file."""
    ...

class memmap(ndarray):
    """An array whose elements are in a file of raw bytes, mapped into memory: only what is touched is read. `mode` is "r" (read), "r+" (what is written goes into the file), "w+" (make the file anew) or "c" (what is written stays in memory).

    >>> import os, tempfile
    >>> file = os.path.join(tempfile.mkdtemp(), "numbers.bin")
    >>> x = np.memmap(file, dtype="int32", mode="w+", shape=(2, 3))
    >>> x[1] = 7
    >>> x.flush()
    >>> np.fromfile(file, dtype="int32")
    array([0, 0, 0, 7, 7, 7], dtype=int32)
    """

    filename: Any = None
    offset: int = 0
    mode: str = "r"

    def __new__(cls, filename: Any, dtype: Any = "uint8", mode: str = "r+", offset: int = 0, shape: Any = None, order: str = "C") -> Any:
        """The array in a file."""
        ...

    def flush(self) -> None:
        """Wait until what was written is in the file."""
        ...

def save(file: str, arr: Any) -> None:
    """Write an array to a `.npy` file."""
    ...

def savetxt(fname: Any, X: Any, fmt: Any = "%.18e", delimiter: str = " ", newline: str = "\n", header: str = "", footer: str = "", comments: str = "# ", encoding: Any = None) -> None:
    """Write an array to a text file, or to an open one: one line for each row. `fmt` is one format for all columns, one for each, or one for the row.

    >>> import io
    >>> file = io.StringIO()
    >>> np.savetxt(file, [[1, 2.5], [3, 4]], fmt=["%d", "%.2f"], delimiter=",", header="n,x", comments="")
    >>> print(file.getvalue(), end="")
    n,x
    1,2.50
    3,4.00
    """
    lib._npyio.savetxt(fname, X, fmt, delimiter, newline, header, footer, comments, encoding)

def _axis(axis: int, ndim: int, name: Any = None) -> int: ...

def _axis_tuple(axis, ndim):
    # Axes counted from the front; one given twice is an error.
    if not isinstance(axis, (tuple, list)):
        axis = (axis,)
    found = []
    for at in axis:
        at = _axis(at, ndim)
        if at in found:
            raise ValueError("repeated axis")
        found.append(at)
    return tuple(found)

def _moved(ndim, source, destination):
    def axes(axis, name):
        axis = tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)
        found = [_axis(at, ndim, name) for at in axis]
        if len(set(found)) != len(found):
            raise ValueError(f"repeated axis in `{name}` argument")
        return found

    source = axes(source, "source")
    destination = axes(destination, "destination")
    if len(source) != len(destination):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    order = [at for at in range(ndim) if at not in source]
    for to, at in sorted(zip(destination, source)):
        order.insert(to, at)
    return tuple(order)

def _rolled(ndim, axis, start):
    axis = _axis(axis, ndim)
    if start < 0:
        start += ndim
    if not 0 <= start < ndim + 1:
        raise _axis_error(f"'start' arg requires {-ndim} <= start < {ndim + 1}, but {start} was passed in")
    if axis < start:
        start -= 1
    if axis == start:
        return None
    order = list(range(ndim))
    order.remove(axis)
    order.insert(start, axis)
    return tuple(order)

def _axis_error(text):
    return ValueError(text)

def _plane(ndim, axes):
    axes = tuple(axes)
    if len(axes) != 2:
        raise ValueError("len(axes) must be 2.")
    if axes[0] == axes[1] or axes[0] - axes[1] in (ndim, -ndim):
        raise ValueError("Axes must be different.")
    for at in axes:
        if at >= ndim or at < -ndim:
            raise ValueError(f"Axes={axes} out of range for array of ndim={ndim}.")
    return axes

def _at(axis, ndim, index):
    return (slice(None),) * axis + (index,) + (slice(None),) * (ndim - axis - 1)

def _blocks(arrays, read, join):
    def place(index):
        return "arrays" + "".join([f"[{at}]" for at in index])

    def depth(value, index):
        if type(value) is tuple:
            raise TypeError(
                f"{place(index)} is a tuple. Only lists can be used to arrange blocks, and np.block does not allow "
                "implicit conversion from tuple to ndarray."
            )
        if type(value) is not list:
            return len(index), 0
        if not value:
            raise ValueError(f"List at {place(index)} cannot be empty")
        first = None
        for at, item in enumerate(value):
            found = depth(item, index + [at])[0]
            if first is not None and found != first:
                raise ValueError(
                    f"List depths are mismatched. First element was at depth {first}, but there is an element at depth "
                    f"{found} ({place(index + [at])})"
                )
            first = found
        return first, 0

    levels = depth(arrays, [])[0]

    def reads(value):
        return [reads(item) for item in value] if type(value) is list else read(value)

    def dims(value):
        return sorted([dims(item) for item in value])[-1] if type(value) is list else value.ndim

    arrays = reads(arrays)
    most = dims(arrays)
    ndim = most if most > levels else levels

    def joined(value, level):
        if type(value) is list:
            return join([joined(item, level + 1) for item in value], axis=ndim - levels + level)
        return value[(None,) * (ndim - value.ndim) + (Ellipsis,)] if value.ndim < ndim else value

    made = joined(arrays, 0)
    return made

def asanyarray(a: Any, dtype: Any = None, order: Any = None) -> Any:
    """As an array; an array as it is, a masked one too.

    >>> np.asanyarray([1, 2])
    array([1, 2])
    """
    if isinstance(a, ndarray) and order is None:
        return a if dtype is None or a.dtype == dtype else a.astype(dtype)
    return asarray(a, dtype, order=order)

def tri(N: int, M: Any = None, k: int = 0, dtype: Any = float, *, like: Any = None) -> ndarray:
    """Ones at and below a diagonal, zeros above.

    >>> np.tri(2, 3, dtype=int)
    array([[1, 0, 0],
           [1, 1, 0]])
    """
    if M is None:
        M = N
    return (arange(N)[:, None] >= arange(-k, M - k)[None, :]).astype(dtype)

def diagflat(v: Any, k: int = 0) -> ndarray:
    """A matrix with these elements on a diagonal.

    >>> np.diagflat([[1, 2]])
    array([[1, 0],
           [0, 2]])
    """
    return diag(ravel(asarray(v)), k)

def diag_indices(n: int, ndim: int = 2) -> tuple[Any, ...]:
    """The indices of a main diagonal.

    >>> np.diag_indices(2)
    (array([0, 1]), array([0, 1]))
    """
    return (arange(n),) * ndim

def diag_indices_from(arr: Any) -> tuple[Any, ...]:
    """The indices of an array's main diagonal.

    >>> np.diag_indices_from(np.eye(2))
    (array([0, 1]), array([0, 1]))
    """
    if not arr.ndim >= 2:
        raise ValueError("input array must be at least 2-d")
    if len(set(arr.shape)) > 1:
        raise ValueError("All dimensions of input must be of equal length")
    return diag_indices(arr.shape[0], arr.ndim)

def tril_indices(n: int, k: int = 0, m: Any = None) -> tuple[Any, ...]:
    """The indices at and below a diagonal.

    >>> np.tril_indices(2)
    (array([0, 1, 1]), array([0, 0, 1]))
    """
    return nonzero(tri(n, m, k, bool))

def triu_indices(n: int, k: int = 0, m: Any = None) -> tuple[Any, ...]:
    """The indices at and above a diagonal.

    >>> np.triu_indices(2)
    (array([0, 0, 1]), array([0, 1, 1]))
    """
    return nonzero(~tri(n, m, k - 1, bool))

def tril_indices_from(arr: Any, k: int = 0) -> tuple[Any, ...]:
    """The indices at and below a diagonal of an array.

    >>> np.tril_indices_from(np.eye(2))
    (array([0, 1, 1]), array([0, 0, 1]))
    """
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")
    return tril_indices(arr.shape[-2], k, arr.shape[-1])

def triu_indices_from(arr: Any, k: int = 0) -> tuple[Any, ...]:
    """The indices at and above a diagonal of an array.

    >>> np.triu_indices_from(np.eye(2))
    (array([0, 0, 1]), array([0, 1, 1]))
    """
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")
    return triu_indices(arr.shape[-2], k, arr.shape[-1])

def mask_indices(n: int, mask_func: Any, k: int = 0) -> tuple[Any, ...]:
    """The indices that a function such as `np.triu` leaves of a full matrix.

    >>> np.mask_indices(2, np.triu)
    (array([0, 0, 1]), array([0, 1, 1]))
    """
    return nonzero(mask_func(ones((n, n), int), k) != 0)

def vander(x: Any, N: Any = None, increasing: Any = False) -> ndarray:
    """The powers of a vector, one column for each.

    >>> np.vander([1, 2, 3])
    array([[1, 1, 1],
           [4, 2, 1],
           [9, 3, 1]])
    """
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    if N is None:
        N = len(x)
    if not empty((len(x), N), x.dtype).size:
        return empty((len(x), N), x.dtype)
    columns = [x ** at for at in range(N)]
    return stack(columns if increasing else columns[::-1], axis=1)

def fill_diagonal(a: Any, val: Any, wrap: Any = False) -> None:
    """Write a value onto the main diagonal of an array.

    >>> a = np.zeros((2, 2), int)
    >>> np.fill_diagonal(a, 5)
    >>> a
    array([[5, 0],
           [0, 5]])
    """
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    _may_write(a, "underlying array")
    if a.ndim == 2:
        rows, columns = a.shape
        at = arange(rows if wrap else (rows if rows < columns else columns))
        if wrap and rows > columns:
            flat = arange(0, rows * columns, columns + 1)
            values = resize(asarray(val).ravel(), len(flat)) if asarray(val).ndim else val
            a[flat // columns, flat % columns] = values
            return
        if wrap:
            at = at[:columns]
    else:
        if len(set(a.shape)) > 1:
            raise ValueError("All dimensions of input must be of equal length")
        at = arange(a.shape[0])
    a[(at,) * a.ndim] = resize(asarray(val).ravel(), len(at)) if asarray(val).ndim else val

def geomspace(start: Any, stop: Any, num: int = 50, endpoint: Any = True, dtype: Any = None, axis: int = 0) -> ndarray:
    """`num` numbers from `start` to `stop`, each the same multiple of the one before; of arrays along a new axis.

    >>> np.geomspace(1, 1000, 4)
    array([   1.,   10.,  100., 1000.])
    >>> np.geomspace([1, 2], [100, 32], 3, axis=1)
    array([[  1.,  10., 100.],
           [  2.,   8.,  32.]])
    """
    start, stop = asarray(start), asarray(stop)
    if any(start == 0) or any(stop == 0):
        raise ValueError("Geometric sequence cannot include zero")
    wide = result_type(start, stop, float(num), zeros((), dtype))
    # What is negative, or turned in the plane, starts from a positive number and is turned back.
    start, stop = start.astype(wide), stop.astype(wide)
    turn = sign(start)
    start, stop = start / turn, stop / turn
    made = logspace(log10(start), log10(stop), num, endpoint, 10.0, wide)
    if num > 0:
        made[0] = start
        if num > 1 and endpoint:
            made[-1] = stop
    made = made * turn
    if axis != 0:
        made = moveaxis(made, 0, axis)
    return made.astype(wide if dtype is None else dtype, copy=False)

def frompyfunc(func: Any, /, nin: int, nout: int, *, identity: Any = None) -> Any:
    """A function of numbers as one of arrays. Its arrays would hold objects, which rdask has not: it takes numbers alone; `np.vectorize` makes arrays of numbers.

    >>> np.frompyfunc(lambda a, b: a * b, 2, 1)(3, 4)
    12
    """
    return _OfObjects(func, nin)

class _OfObjects:
    """What `frompyfunc` gives."""

    def __init__(self, func, nin):
        self._func = func
        self._nin = nin

    def __call__(self, *args):
        if len(args) != self._nin:
            raise TypeError(f"{self._func.__name__} (vectorized)() takes {self._nin} positional arguments but {len(args)} were given")
        for arg in args:
            if isinstance(arg, (list, tuple)) or getattr(arg, "ndim", 0):
                raise NotImplementedError("np.frompyfunc makes arrays of objects, a dtype that rdask does not have; np.vectorize makes arrays of numbers")
        return self._func(*args)

def _map_rows(function: Any, columns: Any) -> Any: ...

class vectorize:
    """A function of numbers as one of arrays: called for each element, with broadcasting.

    >>> larger = np.vectorize(lambda a, b: a if a > b else b)
    >>> larger([1, 5], [[3], [4]])
    array([[3, 5],
           [4, 5]])
    """

    def __init__(self, pyfunc: Any = None, otypes: Any = None, doc: Any = None, excluded: Any = None, cache: bool = False, signature: Any = None):
        if signature is not None:
            raise NotImplementedError("np.vectorize(signature=...) is not in rdask: da.as_gufunc and da.apply_gufunc take a signature")
        self.pyfunc = pyfunc
        self.otypes = otypes
        self.excluded = set(excluded) if excluded is not None else set()
        self.cache = cache
        self.__doc__ = doc
        self.__name__ = getattr(pyfunc, "__name__", "vectorize")

    def __call__(self, *args, **kwargs):
        if self.pyfunc is None:
            return vectorize(args[0], self.otypes, self.__doc__, self.excluded, self.cache)
        names = [name for name in kwargs if name not in self.excluded]
        places = [at for at in range(len(args)) if at not in self.excluded]
        if not names and not places:
            return self.pyfunc(*args, **kwargs)
        wide = broadcast_arrays(*[args[at] for at in places], *[kwargs[name] for name in names])
        shape = wide[0].shape
        flat = [x.ravel() for x in wide]
        given = list(args)
        named = dict(kwargs)

        def call(items):
            for at, item in zip(places, items):
                given[at] = item
            for name, item in zip(names, items[len(places):]):
                named[name] = item
            return self.pyfunc(*given, **named)

        kinds = self._kinds()
        cached = []
        if kinds is None:
            # As in NumPy, a call of its own with the first elements, which are NumPy's scalars, says what the results are.
            if not wide[0].size:
                raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
            first = call([x[0] for x in flat])
            kinds = [_widened(asarray(part).dtype) for part in (first if isinstance(first, tuple) else (first,))]
            cached = [first] if self.cache else []
        rows = None
        if not names and len(places) == len(args) and not cached:
            rows = _map_rows(self.pyfunc, flat)
        if rows is None:
            lists = zip(*[x.tolist() for x in flat])
            rows = cached + [call(items) for at, items in enumerate(lists) if at >= len(cached)]
        if len(kinds) == 1:
            return _of_objects(rows, kinds[0]).reshape(shape)
        columns = [[row[at] for row in rows] for at in range(len(kinds))]
        return tuple([_of_objects(column, kind).reshape(shape) for column, kind in zip(columns, kinds)])

    def _kinds(self):
        if isinstance(self.otypes, (str, list, tuple)):
            return [dtype(kind) for kind in self.otypes]
        return None if self.otypes is None else [dtype(self.otypes)]

def _of_objects(items, kind):
    """Objects as elements of a dtype: what Python does not convert is refused, nothing wraps."""
    if isinstance(items, ndarray):
        if items.dtype == kind or kind.kind not in "iu" or items.dtype.kind not in "if":
            return items.astype(kind)
        limits = iinfo(kind)
        if all(items >= limits.min) and all(items < float(limits.max) + 1):
            return items.astype(kind)
        items = items.tolist()
    convert = {"b": bool, "i": int, "u": int, "f": float, "c": complex}.get(kind.kind)
    return asarray(items).astype(kind) if convert is None else asarray(list(map(convert, items)), dtype=kind)

def _widened(kind):
    # Of texts the longest says the width.
    return dtype(kind.char) if kind.kind in "US" else kind

def fromfunction(function: Any, shape: Any, *, dtype: Any = float, like: Any = None, **kwargs: Any) -> Any:
    """What a function of the indices of each element gives.

    >>> np.fromfunction(lambda i, j: i + j, (2, 2), dtype=int)
    array([[0, 1],
           [1, 2]])
    """
    grid = indices(shape)
    return function(*[grid[at].astype(dtype) for at in range(len(grid))], **kwargs)

class _Grid:
    def __init__(self, open):
        self.open = open

    def __getitem__(self, key):
        single = not isinstance(key, tuple)
        lines = []
        for item in (key,) if single else key:
            start = 0 if item.start is None else item.start
            step = 1 if item.step is None else item.step
            if isinstance(step, complex):
                count = int(absolute(step))
                lines.append(linspace(start, item.stop, count))
            else:
                lines.append(arange(start, item.stop, step))
        if single:
            return lines[0]
        kind = result_type(*lines)
        made = meshgrid(*[line.astype(kind) for line in lines], indexing="ij", sparse=self.open)
        return made if self.open else stack(made)

mgrid = _Grid(False)

ogrid = _Grid(True)

class _Join:
    def __init__(self, last):
        self.last = last

    def __getitem__(self, key):
        parts = []
        for item in key if isinstance(key, tuple) else (key,):
            if isinstance(item, str):
                raise NotImplementedError(f"'{item}' in np.r_ and np.c_ is not in rdask yet")
            if isinstance(item, slice):
                start = 0 if item.start is None else item.start
                step = 1 if item.step is None else item.step
                if isinstance(step, complex):
                    part = linspace(start, item.stop, int(absolute(step)))
                else:
                    part = arange(start, item.stop, step)
            else:
                part = asarray(item)
            if part.ndim == 0:
                part = part[None]
            if self.last and part.ndim == 1:
                part = part[:, None]
            parts.append(part)
        return concatenate(parts, axis=-1 if self.last else 0)

r_ = _Join(False)

c_ = _Join(True)

class _Index:
    def __init__(self, wide):
        self.wide = wide

    def __getitem__(self, item):
        return (item,) if self.wide and not isinstance(item, tuple) else item

s_ = _Index(False)

index_exp = _Index(True)

class ndindex:
    """The indices of an array of a shape, in C order.

    >>> list(np.ndindex(2, 2))
    [(0, 0), (0, 1), (1, 0), (1, 1)]
    """

    def __init__(self, *shape):
        if len(shape) == 1 and isinstance(shape[0], (tuple, list)):
            shape = tuple(shape[0])
        import itertools
        self._rest = itertools.product(*[range(n) for n in shape])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._rest)

class ndenumerate:
    """The indices and elements of an array, in C order.

    >>> list(np.ndenumerate([5, 6]))
    [((0,), np.int64(5)), ((1,), np.int64(6))]
    """

    def __init__(self, arr):
        arr = asarray(arr)
        self._places = ndindex(arr.shape)
        self._items = arr.flat

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._places), next(self._items)

def atleast_1d(*arys: Any) -> Any:
    """With at least one axis.

    >>> np.atleast_1d(3)
    array([3])
    """
    made = [x[None] if x.ndim == 0 else x for x in [asarray(x) for x in arys]]
    return made[0] if len(made) == 1 else tuple(made)

def atleast_2d(*arys: Any) -> Any:
    """With at least two axes, new ones in front.

    >>> np.atleast_2d([1, 2])
    array([[1, 2]])
    """
    made = []
    for x in arys:
        x = asarray(x)
        made.append(x[None, None] if x.ndim == 0 else x[None, :] if x.ndim == 1 else x)
    return made[0] if len(made) == 1 else tuple(made)

def atleast_3d(*arys: Any) -> Any:
    """With at least three axes.

    >>> np.atleast_3d([1, 2]).shape
    (1, 2, 1)
    """
    made = []
    for x in arys:
        x = asarray(x)
        if x.ndim == 0:
            x = x[None, None, None]
        elif x.ndim == 1:
            x = x[None, :, None]
        elif x.ndim == 2:
            x = x[:, :, None]
        made.append(x)
    return made[0] if len(made) == 1 else tuple(made)

def dstack(tup: Any) -> ndarray:
    """Arrays one behind another, along the third axis.

    >>> np.dstack([[1, 2], [3, 4]])
    array([[[1, 3],
            [2, 4]]])
    """
    return concatenate([atleast_3d(x) for x in tup], 2)

def block(arrays: Any) -> ndarray:
    """An array of nested lists of arrays: the innermost lists side by side, those around them on top of one another.

    >>> np.block([[np.eye(2), np.zeros((2, 1))], [1, 2, 3]])
    array([[1., 0., 0.],
           [0., 1., 0.],
           [1., 2., 3.]])
    """
    made = _blocks(arrays, asarray, concatenate)
    return made.copy() if type(arrays) is not list else made

def moveaxis(a: Any, source: Any, destination: Any) -> Any:
    """Axes moved to new places; the others stay in order.

    >>> np.moveaxis(np.ones((2, 3, 4)), 0, -1).shape
    (3, 4, 2)
    """
    a = asarray(a)
    return a.transpose(_moved(a.ndim, source, destination))

def rollaxis(a: Any, axis: int, start: int = 0) -> Any:
    """One axis moved back to lie before another.

    >>> np.rollaxis(np.ones((2, 3, 4)), 2).shape
    (4, 2, 3)
    """
    a = asarray(a)
    order = _rolled(a.ndim, axis, start)
    return a[...] if order is None else a.transpose(order)

def permute_dims(a: Any, axes: Any = None) -> Any:
    """The axes in another order; reversed, if none is given.

    >>> np.permute_dims(np.ones((2, 3))).shape
    (3, 2)
    """
    return transpose(a, axes)

def matrix_transpose(x: Any, /) -> Any:
    """The last two axes exchanged.

    >>> np.matrix_transpose(np.ones((2, 3, 4))).shape
    (2, 4, 3)
    """
    x = asarray(x)
    if x.ndim < 2:
        raise ValueError(f"Input array must be at least 2-dimensional, but it is {x.ndim}")
    return swapaxes(x, -1, -2)

def rot90(m: Any, k: int = 1, axes: Any = (0, 1)) -> Any:
    """Turned by 90 degrees, `k` times, in the plane of two axes.

    >>> np.rot90([[1, 2], [3, 4]])
    array([[2, 4],
           [1, 3]])
    """
    m = asarray(m)
    axes = _plane(m.ndim, axes)
    k %= 4
    if k == 0:
        return m[:]
    if k == 2:
        return flip(flip(m, axes[0]), axes[1])
    order = list(range(m.ndim))
    order[axes[0]], order[axes[1]] = order[axes[1]], order[axes[0]]
    if k == 1:
        return transpose(flip(m, axes[1]), order)
    return flip(transpose(m, order), axes[1])

def roll(a: Any, shift: Any, axis: Any = None) -> ndarray:
    """Elements moved along axes; what leaves at the end comes back at the beginning.

    >>> np.roll([1, 2, 3], 1)
    array([3, 1, 2])
    """
    a = asarray(a)
    if axis is None:
        return roll(a.ravel(), shift, 0).reshape(a.shape)
    shift, axis = broadcast_arrays(shift, axis)
    if shift.ndim > 1:
        raise ValueError("'shift' and 'axis' should be scalars or 1D sequences")
    made = a
    for by, at in zip(shift.ravel().tolist(), [_axis(int(at), a.ndim) for at in axis.ravel()]):
        size = made.shape[at]
        cut = 0 if size == 0 else -by % size
        if cut:
            made = concatenate([made[_at(at, a.ndim, slice(cut, None))], made[_at(at, a.ndim, slice(None, cut))]], at)
    return made.copy() if made is a else made

def append(arr: Any, values: Any, axis: Any = None) -> ndarray:
    """Values after an array, along an axis; both flat without one.

    >>> np.append([1, 2], [3])
    array([1, 2, 3])
    """
    arr = asarray(arr)
    if axis is None:
        return concatenate((arr.ravel(), asarray(values).ravel()))
    return concatenate((arr, values), axis)

def insert(arr: Any, obj: Any, values: Any, axis: Any = None) -> ndarray:
    """Values put in before these positions of an axis.

    >>> np.insert([1, 2, 3], 1, [9, 8])
    array([1, 9, 8, 2, 3])
    """
    arr = asarray(arr)
    if axis is None:
        arr = arr.ravel()
        axis = 0
    else:
        axis = _axis(axis, arr.ndim)
    N = arr.shape[axis]
    if isinstance(obj, slice):
        places = arange(*obj.indices(N))
    else:
        places = asarray(obj)
        if places.dtype == bool:
            if places.ndim != 1:
                raise ValueError("boolean array argument obj to insert must be one dimensional")
            places = flatnonzero(places)
        elif places.ndim > 1:
            raise ValueError("index array argument obj to insert must be one dimensional or scalar")
    if places.size == 1:
        at = int(places.ravel()[0])
        if at < -N or at > N:
            raise IndexError(f"index {obj} is out of bounds for axis {axis} with size {N}")
        at = at + N if at < 0 else at
        values = asarray(values).astype(arr.dtype)
        while values.ndim < arr.ndim:
            values = values[None]
        if places.ndim == 0:
            values = moveaxis(values, 0, axis)
        size = list(arr.shape)
        size[axis] = values.shape[axis]
        values = broadcast_to(values, tuple(size))
        return concatenate([arr[_at(axis, arr.ndim, slice(None, at))], values, arr[_at(axis, arr.ndim, slice(at, None))]], axis)
    if places.size == 0:
        places = places.astype(int)
    places = where(places < 0, places + N, places)
    order = argsort(places)
    spread = places.copy()
    spread[order] = places[order] + arange(len(places))
    size = list(arr.shape)
    size[axis] += len(places)
    keep = ones(size[axis], bool)
    keep[spread] = False
    made = empty(tuple(size), arr.dtype)
    made[_at(axis, arr.ndim, spread)] = values
    made[_at(axis, arr.ndim, keep)] = arr
    return made

def delete(arr: Any, obj: Any, axis: Any = None) -> ndarray:
    """Without these positions of an axis.

    >>> np.delete([1, 2, 3, 4], [0, 2])
    array([2, 4])
    """
    arr = asarray(arr)
    if axis is None:
        arr = arr.ravel()
        axis = 0
    else:
        axis = _axis(axis, arr.ndim)
    N = arr.shape[axis]
    keep = ones(N, bool)
    if isinstance(obj, slice):
        keep[obj] = False
    else:
        given = obj
        obj = asarray(obj)
        if obj.size == 0 and not isinstance(given, ndarray):
            obj = obj.astype(int)
        if obj.dtype == bool:
            if obj.shape != (N,):
                raise ValueError(
                    f"boolean array argument obj to delete must be one dimensional and match the axis length of {N}"
                )
            keep = ~obj
        elif obj.size == 1:
            at = int(obj.ravel()[0])
            if at < -N or at >= N:
                raise IndexError(f"index {at} is out of bounds for axis {axis} with size {N}")
            keep[at] = False
        else:
            keep[obj] = False
    return arr[_at(axis, arr.ndim, keep)]

def resize(a: Any, new_shape: Any) -> ndarray:
    """The elements in turn, repeated as often as a new shape needs.

    >>> np.resize([1, 2, 3], (2, 2))
    array([[1, 2],
           [3, 1]])
    """
    if not isinstance(new_shape, (tuple, list)):
        new_shape = (new_shape,)
    a = asarray(a).ravel()
    size = 1
    for n in new_shape:
        size *= n
        if n < 0:
            raise ValueError("all elements of `new_shape` must be non-negative")
    if a.size == 0 or size == 0:
        return zeros(tuple(new_shape), a.dtype)
    return tile(a, -(-size // a.size))[:size].reshape(tuple(new_shape))

def trim_zeros(filt: Any, trim: str = "fb", axis: Any = None) -> Any:
    """Without the zeros at the ends.

    >>> np.trim_zeros([0, 1, 2, 0])
    [1, 2]
    """
    whole = asarray(filt)
    trim = trim.lower()
    if trim not in ("fb", "bf", "f", "b"):
        raise ValueError(f"unexpected character(s) in `trim`: {trim!r}")
    axes = tuple(range(whole.ndim)) if axis is None else _axis_tuple(axis, whole.ndim)
    if not axes:
        return filt
    found = argwhere(whole)
    index = []
    for at in range(whole.ndim):
        low = high = 0
        if len(found):
            low = int(found[:, at].min()) if "f" in trim else None
            high = int(found[:, at].max()) + 1 if "b" in trim else None
        index.append(slice(low, high) if at in axes else slice(None))
    return filt[index[0]] if len(index) == 1 else filt[tuple(index)]

def hsplit(ary: Any, indices_or_sections: Any) -> list[Any]:
    """Parts side by side.

    >>> np.hsplit(np.arange(4), 2)
    [array([0, 1]), array([2, 3])]
    """
    ary = asarray(ary)
    if ary.ndim == 0:
        raise ValueError("hsplit only works on arrays of 1 or more dimensions")
    return split(ary, indices_or_sections, 1 if ary.ndim > 1 else 0)

def vsplit(ary: Any, indices_or_sections: Any) -> list[Any]:
    """Parts on top of one another.

    >>> np.vsplit(np.eye(2), 2)
    [array([[1., 0.]]), array([[0., 1.]])]
    """
    ary = asarray(ary)
    if ary.ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(ary, indices_or_sections, 0)

def dsplit(ary: Any, indices_or_sections: Any) -> list[Any]:
    """Parts one behind another.

    >>> len(np.dsplit(np.ones((1, 1, 2)), 2))
    2
    """
    ary = asarray(ary)
    if ary.ndim < 3:
        raise ValueError("dsplit only works on arrays of 3 or more dimensions")
    return split(ary, indices_or_sections, 2)

def unstack(x: Any, /, *, axis: int = 0) -> tuple[Any, ...]:
    """The parts along an axis, without it.

    >>> np.unstack(np.eye(2))
    (array([1., 0.]), array([0., 1.]))
    """
    if x.ndim == 0:
        raise ValueError("Input array must be at least 1-d.")
    return tuple(moveaxis(x, axis, 0))

def broadcast_shapes(*args: Any) -> tuple[int, ...]:
    """The shape that shapes broadcast to.

    >>> np.broadcast_shapes((2, 1), (3,))
    (2, 3)
    """
    made = []
    shapes = [tuple(x) if isinstance(x, (tuple, list)) else (x,) for x in args]
    for shape in shapes:
        made = [1] * (len(shape) - len(made)) + made
        for back in range(1, len(shape) + 1):
            n = shape[-back]
            if made[-back] == 1:
                made[-back] = n
            elif n != 1 and n != made[-back]:
                at = shapes.index(shape)
                raise ValueError(
                    "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
                    f"{shapes[0]} and arg {at} with shape {shape}."
                )
    return tuple(made)

def broadcast_arrays(*args: Any) -> tuple[Any, ...]:
    """Arrays in the shape that they broadcast to.

    >>> np.broadcast_arrays([1, 2], [[3], [4]])[0]
    array([[1, 2],
           [1, 2]])
    """
    made = [asarray(x) for x in args]
    shape = broadcast_shapes(*[x.shape for x in made])
    return tuple([x if x.shape == shape else broadcast_to(x, shape).copy() for x in made])

def compress(condition: Any, a: Any, axis: Any = None) -> ndarray:
    """The positions of an axis where a condition holds.

    >>> np.compress([True, False, True], [1, 2, 3])
    array([1, 3])
    """
    condition = asarray(condition)
    if condition.ndim != 1:
        raise ValueError("condition must be a 1-d array")
    return take(a, flatnonzero(condition), axis)

def extract(condition: Any, arr: Any) -> ndarray:
    """The elements where a condition holds, along one axis.

    >>> np.extract([True, False], [1, 2])
    array([1])
    """
    return asarray(arr).ravel()[flatnonzero(condition)]

def place(arr: ndarray, mask: Any, vals: Any) -> None:
    """Write values in turn where a mask holds.

    >>> a = np.arange(4)
    >>> np.place(a, a > 1, [9])
    >>> a
    array([0, 1, 9, 9])
    """
    mask = asarray(mask).astype(bool)
    count = int(mask.sum())
    vals = asarray(vals).ravel()
    if count and vals.size == 0:
        raise ValueError("Cannot insert from an empty array!")
    _may_write(arr, "WRITEBACKIFCOPY base")
    if count:
        arr[mask.reshape(arr.shape)] = resize(vals, count)

def _may_write(a, called):
    if isinstance(a, ndarray) and not a.flags.writeable:
        raise ValueError(f"{called} is read-only")

def putmask(a: ndarray, mask: Any, values: Any) -> None:
    """Write where a mask holds what stands at the same place in values, which repeat.

    >>> a = np.arange(4)
    >>> np.putmask(a, a > 1, [7, 8])
    >>> a
    array([0, 1, 7, 8])
    """
    mask = asarray(mask).astype(bool)
    _may_write(a, "putmask: output array")
    if mask.size != a.size:
        raise ValueError("putmask: mask and data must be the same size")
    values = asarray(values).ravel()
    if values.size:
        a[mask.reshape(a.shape)] = resize(values, a.shape)[mask.reshape(a.shape)]

def put(a: ndarray, ind: Any, v: Any, mode: str = "raise") -> None:
    """Write values at positions of the array in C order.

    >>> a = np.arange(4)
    >>> np.put(a, [0, 2], [8, 9])
    >>> a
    array([8, 1, 9, 3])
    """
    _may_write(a, "put: output array")
    ind = _within(asarray(ind).ravel(), a.size, mode, None)
    v = asarray(v).ravel()
    if ind.size and v.size:
        a[unravel_index(ind, a.shape)] = resize(v, ind.size)

def _within(ind, size, mode, axis):
    if mode == "wrap":
        return ind % size
    if mode == "clip":
        return clip(ind, 0, size - 1)
    if mode != "raise":
        raise ValueError(f"clipmode must be one of 'clip', 'raise', or 'wrap' (got '{mode}')")
    for at in ind[(ind < -size) | (ind >= size)].ravel()[:1]:
        raise IndexError(f"index {at} is out of bounds for axis {0 if axis is None else axis} with size {size}")
    return where(ind < 0, ind + size, ind)

def copyto(dst: ndarray, src: Any, casting: str = "same_kind", where: Any = True) -> None:
    """Write an array into another of the same shape, where a condition holds.

    >>> a = np.zeros(3, int)
    >>> np.copyto(a, 5, where=[True, False, True])
    >>> a
    array([5, 0, 5])
    """
    # Python's own numbers take the width of `dst`.
    weak = type(src) in (int, float, complex)
    what = "array data" if ndim(src) else "scalar"
    src = asarray(src)
    held = src.dtype if not weak else result_type(dst.dtype, src.item())
    if not can_cast(held, dst.dtype, casting):
        raise TypeError(f"Cannot cast {what} from {src.dtype!r} to {dst.dtype!r} according to the rule '{casting}'")
    if where is True:
        dst[...] = src
        return
    mask = broadcast_to(asarray(where), dst.shape)
    dst[mask] = broadcast_to(src, dst.shape)[mask]

def choose(a: Any, choices: Any, out: Any = None, mode: str = "raise") -> ndarray:
    """Of several arrays for each element the one that an array of indices names.

    >>> np.choose([0, 1, 0], [[1, 2, 3], [10, 20, 30]])
    array([ 1, 20,  3])
    """
    a = asarray(a)
    wide = broadcast_arrays(a, *choices)
    table = stack(wide[1:])
    if mode == "raise":
        if ((wide[0] < 0) | (wide[0] >= len(table))).any():
            raise ValueError("invalid entry in choice array")
        index = wide[0]
    else:
        index = _within(wide[0], len(table), mode, None)
    made = table.reshape(len(table), index.size)[index.ravel(), arange(index.size)].reshape(index.shape)
    if out is not None:
        out[...] = made
        return out
    return made

def select(condlist: Any, choicelist: Any, default: Any = 0) -> ndarray:
    """For each element the choice of the first condition that holds.

    >>> x = np.arange(4)
    >>> np.select([x < 1, x > 2], [x, x * 10], -1)
    array([ 0, -1, -1, 30])
    """
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if len(condlist) == 0:
        raise ValueError("select with an empty condition list is not possible")
    conditions = [asarray(x) for x in condlist]
    for at, condition in enumerate(conditions):
        if condition.dtype != bool:
            raise TypeError(f"invalid entry {at} in condlist: should be boolean ndarray")
    choices = [x if type(x) in (int, float) else asarray(x) for x in choicelist]
    default = default if type(default) in (int, float) else asarray(default)
    kind = result_type(*choices, default)
    shape = broadcast_shapes(*[x.shape for x in conditions], *[asarray(x).shape for x in choices])
    made = full(shape, default, kind)
    for condition, choice in list(zip(conditions, choices))[::-1]:
        made = where(condition, asarray(choice).astype(kind), made)
    return made

def ix_(*args: Any) -> tuple[Any, ...]:
    """Lists of positions as an open grid, for an index.

    >>> np.arange(9).reshape(3, 3)[np.ix_([0, 2], [1, 2])]
    array([[1, 2],
           [7, 8]])
    """
    made = []
    for at, x in enumerate(args):
        given = x
        x = asarray(x)
        if x.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        if x.size == 0 and not isinstance(given, ndarray):
            x = x.astype(int)
        if x.dtype == bool:
            x = flatnonzero(x)
        made.append(x.reshape((1,) * at + (len(x),) + (1,) * (len(args) - at - 1)))
    return tuple(made)

def _along(shape, indices, axis):
    if len(shape) != indices.ndim:
        raise ValueError("`indices` and `arr` must have the same number of dimensions")
    index = []
    for at, n in enumerate(shape):
        index.append(indices if at == axis else arange(n).reshape((1,) * at + (n,) + (1,) * (len(shape) - at - 1)))
    return tuple(index)

def take_along_axis(arr: Any, indices: Any, axis: Any = -1) -> ndarray:
    """Of each line along an axis the elements at positions of its own, such as `argsort` gives.

    >>> a = np.array([[3, 1, 2]])
    >>> np.take_along_axis(a, np.argsort(a, axis=1), axis=1)
    array([[1, 2, 3]])
    """
    if axis is None:
        if indices.ndim != 1:
            raise ValueError("when axis=None, `indices` must have a single dimension.")
        return asarray(arr).ravel()[indices]
    axis = _axis(axis, arr.ndim)
    return arr[_along(arr.shape, indices, axis)]

def put_along_axis(arr: Any, indices: Any, values: Any, axis: Any) -> None:
    """Write into each line along an axis at positions of its own.

    >>> a = np.array([[10, 30, 20]])
    >>> np.put_along_axis(a, np.argmax(a, axis=1, keepdims=True), 99, axis=1)
    >>> a
    array([[10, 99, 20]])
    """
    if axis is None:
        put(arr, indices, values)
        return
    axis = _axis(axis, arr.ndim)
    arr[_along(arr.shape, indices, axis)] = values

def unravel_index(indices: Any, shape: Any, order: str = "C") -> tuple[Any, ...]:
    """Positions in C order as indices, one array for each axis.

    >>> np.unravel_index(7, (3, 4))
    (np.int64(1), np.int64(3))
    """
    shape = tuple(shape) if isinstance(shape, (tuple, list)) else (shape,)
    rest = asarray(indices)
    if rest.dtype.kind not in "iu":
        raise TypeError("only int indices permitted")
    size = 1
    for n in shape:
        size *= n
    for at in rest[(rest < 0) | (rest >= size)].ravel()[:1]:
        raise ValueError(f"index {at} is out of bounds for array with size {size}")
    made = []
    for n in shape[::-1] if order == "C" else shape:
        made.append(rest % n)
        rest = rest // n
    made = [x if x.ndim else int64(x) for x in [asarray(x) for x in made]]
    return tuple(made[::-1] if order == "C" else made)

def ravel_multi_index(multi_index: Any, dims: Any, mode: Any = "raise", order: str = "C") -> Any:
    """Indices, one array for each axis, as positions in C order.

    >>> np.ravel_multi_index(([0, 1], [2, 3]), (3, 4))
    array([2, 7])
    """
    dims = tuple(dims) if isinstance(dims, (tuple, list)) else (dims,)
    if len(multi_index) != len(dims):
        raise ValueError(f"parameter multi_index must be a sequence of length {len(dims)}")
    modes = mode if isinstance(mode, tuple) else (mode,) * len(dims)
    made = 0
    step = 1
    columns = list(zip(multi_index, dims, modes))
    for index, n, how in columns[::-1] if order == "C" else columns:
        index = asarray(index)
        if index.dtype.kind not in "iu":
            raise TypeError("only int indices permitted")
        if how == "raise":
            if ((index < 0) | (index >= n)).any():
                raise ValueError("invalid entry in coordinates array")
        else:
            index = _within(index, n, how, None)
        made = made + index * step
        step *= n
    return made if asarray(made).ndim else int64(made)

def _as_pairs(x, ndim, index):
    if x is None:
        return ((None, None),) * ndim
    x = asarray(x)
    if index:
        x = rint(x).astype(int) if x.dtype.kind == "f" else x
        if x.size and x.min() < 0:
            raise ValueError("index can't contain negative values")
    if x.size == 1:
        x = x.ravel()
        return ((x[0], x[0]),) * ndim
    if x.ndim < 3 and x.size == 2 and x.shape != (2, 1):
        x = x.ravel()
        return ((x[0], x[1]),) * ndim
    return broadcast_to(x, (ndim, 2)).tolist()

_PAD_OPTIONS = {
    "empty": [], "edge": [], "wrap": [], "constant": ["constant_values"], "linear_ramp": ["end_values"],
    "maximum": ["stat_length"], "mean": ["stat_length"], "median": ["stat_length"], "minimum": ["stat_length"],
    "reflect": ["reflect_type"], "symmetric": ["reflect_type"],
}

def pad(array: Any, pad_width: Any, mode: Any = "constant", **kwargs: Any) -> ndarray:
    """With elements added before and after along each axis. Modes: constant, edge, linear_ramp, maximum, mean, median,
    minimum, reflect, symmetric, wrap, empty, or a function that fills the ends of a vector.

    >>> np.pad([1, 2, 3], (2, 1), mode="reflect")
    array([3, 2, 1, 2, 3, 2])
    """
    array = asarray(array)
    if isinstance(pad_width, dict):
        widths = [(0, 0)] * array.ndim
        for axis, width in pad_width.items():
            widths[axis] = width if isinstance(width, tuple) else (width, width)
        pad_width = widths
    pad_width = asarray(pad_width)
    if pad_width.dtype.kind != "i":
        raise TypeError("`pad_width` must be of integral type.")
    widths = [(int(a), int(b)) for a, b in _as_pairs(pad_width, array.ndim, True)]
    if callable(mode):
        made = _padded(array, widths)
        made[...] = 0
        made[tuple([slice(a, a + n) for (a, b), n in zip(widths, array.shape)])] = array
        for axis in range(made.ndim):
            moved = moveaxis(made, axis, -1)
            for place in ndindex(moved.shape[:-1]):
                mode(moved[place], widths[axis], axis, kwargs)
        return made
    if mode not in _PAD_OPTIONS:
        raise ValueError(f"mode '{mode}' is not supported")
    unsupported = set(kwargs) - set(_PAD_OPTIONS[mode])
    if unsupported:
        raise ValueError(f"unsupported keyword arguments for mode '{mode}': {unsupported}")
    made = array
    if mode not in ("constant", "empty") and array.size == 0:
        for axis, width in enumerate(widths):
            if array.shape[axis] == 0 and (width[0] or width[1]):
                raise ValueError(f"can't extend empty axis {axis} using modes other than 'constant' or 'empty'")
        return _padded(array, widths)
    if mode in ("constant", "empty"):
        values = _as_pairs(kwargs.get("constant_values", 0), array.ndim, False)
    elif mode == "linear_ramp":
        values = _as_pairs(kwargs.get("end_values", 0), array.ndim, False)
    elif mode in ("maximum", "mean", "median", "minimum"):
        values = _as_pairs(kwargs.get("stat_length"), array.ndim, True)
    else:
        values = [(kwargs.get("reflect_type", "even"), None)] * array.ndim
    for axis, (width, pair) in enumerate(zip(widths, values)):
        if width[0] == 0 and width[1] == 0:
            continue
        before, after = _ends(made, axis, width, mode, pair)
        made = concatenate([before.astype(array.dtype), made, after.astype(array.dtype)], axis)
    return made.copy() if made is array else made

def _padded(array, widths):
    return zeros(tuple([n + a + b for n, (a, b) in zip(array.shape, widths)]), array.dtype)

def _ends(array, axis, width, mode, pair):
    # What stands before and after along one axis.
    ndim = array.ndim
    n = array.shape[axis]

    def size(count):
        return array.shape[:axis] + (count,) + array.shape[axis + 1:]

    if mode in ("constant", "empty"):
        return full(size(width[0]), pair[0]), full(size(width[1]), pair[1])
    first = array[_at(axis, ndim, slice(0, 1))]
    last = array[_at(axis, ndim, slice(n - 1, n))]
    if mode == "edge":
        return broadcast_to(first, size(width[0])), broadcast_to(last, size(width[1]))
    if mode == "linear_ramp":
        before = linspace(pair[0], squeeze(first, axis), width[0], endpoint=False, dtype=array.dtype, axis=axis)
        after = linspace(pair[1], squeeze(last, axis), width[1], endpoint=False, dtype=array.dtype, axis=axis)
        return before, flip(after, axis)
    if mode in ("maximum", "mean", "median", "minimum"):
        made = []
        for side, length in enumerate(pair):
            length = n if length is None or n < length else int(length)
            if length == 0 and mode in ("maximum", "minimum"):
                raise ValueError("stat_length of 0 yields no value for padding")
            part = array[_at(axis, ndim, slice(0, length) if side == 0 else slice(n - length, n))]
            if mode == "maximum":
                value = amax(part, axis=axis, keepdims=True)
            elif mode == "minimum":
                value = amin(part, axis=axis, keepdims=True)
            elif mode == "mean":
                value = mean(part, axis=axis, keepdims=True)
            else:
                value = expand_dims(median(part, axis=axis), axis)
            if array.dtype.kind in "iu":
                value = rint(value)
            made.append(broadcast_to(value, size(width[side])))
        return tuple(made)
    return _mirrored(array, axis, width, mode, pair[0])

def _mirrored(array, axis, width, mode, how):
    # Positions of the axis walked back and forth, or round and round; odd reflections count from the edges.
    ndim = array.ndim
    n = array.shape[axis]
    before = arange(-width[0], 0)
    after = arange(n, n + width[1])
    if mode == "wrap":
        return take(array, before % n, axis), take(array, after % n, axis)
    if n == 1:
        return take(array, before * 0, axis), take(array, after * 0, axis)
    period = 2 * n if mode == "symmetric" else 2 * (n - 1)
    made = []
    for places in (before, after):
        at = places % period
        turned = at >= n
        at = where(turned, period - 1 - at if mode == "symmetric" else period - at, at)
        part = take(array, at, axis)
        if how == "odd":
            # Each turn is mirrored at the edge that it passes.
            turns = floor_divide(places, n if mode == "symmetric" else n - 1)
            first = array[_at(axis, ndim, slice(0, 1))]
            last = array[_at(axis, ndim, slice(n - 1, n))]
            shape = (1,) * axis + (len(places),) + (1,) * (ndim - axis - 1)
            turned = (turns % 2 != 0).reshape(shape)
            even = (floor_divide(turns, 2) * 2).reshape(shape)
            part = where(turned, 2 * last - part + even * (last - first), part + even * (last - first))
        elif how != "even":
            part = part
        made.append(part)
    return tuple(made)

def trace(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: Any = None, out: Any = None) -> Any:
    """The sum of a diagonal.

    >>> np.trace(np.eye(3))
    np.float64(3.0)
    """
    return diagonal(a, offset, axis1, axis2).sum(axis=-1, dtype=dtype, out=out)

concat = concatenate

abs = absolute
mod = remainder
true_divide = divide
bitwise_not = invert
bitwise_right_shift = right_shift
bitwise_left_shift = left_shift
bitwise_invert = invert
pow = power
atanh = arctanh
asinh = arcsinh
acosh = arccosh
atan2 = arctan2
atan = arctan
asin = arcsin
acos = arccos
conj = conjugate

class errstate:
    """In a `with`: what happens on division by zero, overflow and the like. Here nothing is ever said of them, so that all
    but `raise` (and the other ways of saying something) are accepted.

    >>> with np.errstate(divide="ignore"):
    ...     print(np.array([1.0]) / 0)
    [inf]
    """

    def __init__(self, *, call=None, all=None, divide=None, over=None, under=None, invalid=None):
        self._new = {"all": all, "divide": divide, "over": over, "under": under, "invalid": invalid}

    def __enter__(self):
        self._old = seterr(**self._new)
        return self

    def __exit__(self, kind, error, trace):
        seterr(**self._old)

    def __call__(self, function):
        def call(*args, **kwargs):
            with self:
                return function(*args, **kwargs)
        return call

_ERRORS = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}

def seterr(all: Any = None, divide: Any = None, over: Any = None, under: Any = None, invalid: Any = None) -> Any:
    """What happens on division by zero, overflow and the like from now on; the old ways.

    >>> np.seterr(all="ignore")
    {'divide': 'warn', 'over': 'warn', 'under': 'ignore', 'invalid': 'warn'}
    >>> np.seterr(divide="warn", over="warn", invalid="warn")["over"]
    'ignore'
    """
    old = dict(_ERRORS)
    for name, way in (("divide", divide), ("over", over), ("under", under), ("invalid", invalid)):
        way = all if way is None else way
        if way is None:
            continue
        if way not in ("ignore", "warn", "raise", "call", "print", "log"):
            raise ValueError(f"invalid error mode {way!r}")
        if way not in ("ignore", "warn"):
            raise NotImplementedError(f"{name}={way!r} is not in rdask: look for nan and inf in the result with np.isfinite")
        _ERRORS[name] = way
    return old

def geterr() -> Any:
    """What happens on division by zero, overflow and the like.

    >>> np.geterr()["divide"]
    'warn'
    """
    return dict(_ERRORS)

def astype(x: Any, dtype: Any, /, *, copy: Any = True) -> ndarray:
    """The elements in another dtype.

    >>> np.astype(np.array([1, 2]), float)
    array([1., 2.])
    """
    return x.astype(dtype)

def asarray_chkfinite(a: Any, dtype: Any = None, order: Any = None) -> ndarray:
    """As an array, which must not hold inf or nan.

    >>> np.asarray_chkfinite([1, 2])
    array([1, 2])
    """
    a = asarray(a, dtype=dtype)
    if a.dtype.kind in "fc" and not isfinite(a).all():
        raise ValueError("array must not contain infs or NaNs")
    return a

def asfortranarray(a: Any, dtype: Any = None) -> ndarray:
    """As an array whose elements lie one after the other column by column.

    >>> np.asfortranarray([[1, 2], [3, 4]]).flags.f_contiguous
    True
    """
    a = asarray(a, dtype=dtype)
    return a if a.flags.f_contiguous else a.copy(order="F")

def require(a: Any, dtype: Any = None, requirements: Any = None) -> ndarray:
    """As an array of a dtype.

    >>> np.require([1, 2], dtype=float)
    array([1., 2.])
    """
    a = asarray(a, dtype=dtype)
    for flag in requirements or []:
        flag = flag.upper()
        if flag in ("C", "C_CONTIGUOUS", "CONTIGUOUS"):
            a = ascontiguousarray(a)
        elif flag in ("F", "F_CONTIGUOUS", "FORTRAN"):
            a = asfortranarray(a)
        elif flag in ("O", "OWNDATA"):
            a = a if a.flags.owndata else a.copy()
        elif flag in ("W", "WRITEABLE"):
            a = a if a.flags.writeable else a.copy()
        elif flag not in ("A", "ALIGNED", "E", "ENSUREARRAY"):
            raise KeyError(flag)
    return a

def iterable(y: Any) -> Any:
    """Whether something can be iterated over.

    >>> np.iterable([1]), np.iterable(1)
    (True, False)
    """
    try:
        iter(y)
    except TypeError:
        return False
    return True

def apply_along_axis(func1d: Any, axis: Any, arr: Any, *args, **kwargs) -> ndarray:
    """A function on each slice along an axis.

    >>> np.apply_along_axis(np.sum, 1, np.array([[1, 2], [3, 4]]))
    array([3, 7])
    """
    arr = asanyarray(arr)
    axis = _axis(axis, arr.ndim)
    turned = moveaxis(arr, axis, -1)
    outer = turned.shape[:-1]
    rows = turned.reshape((-1, arr.shape[axis]))
    if len(rows) == 0:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    made = [asanyarray(func1d(row, *args, **kwargs)) for row in rows]
    inner = made[0].shape
    # The dtype is that of the first result.
    found = stack([item.astype(made[0].dtype) for item in made]).reshape(outer + inner)
    for at in range(len(inner)):
        found = moveaxis(found, len(outer) + at, axis + at)
    return found

def apply_over_axes(func: Any, a: Any, axes: Any) -> ndarray:
    """A reduction over one axis after the other.

    >>> np.apply_over_axes(np.sum, np.ones((2, 3)), [0, 1])
    array([[6.]])
    """
    found = asarray(a)
    ndim = found.ndim
    for axis in axes if isinstance(axes, (tuple, list)) else (axes,):
        axis = axis + ndim if axis < 0 else axis
        made = asarray(func(found, axis))
        if made.ndim != found.ndim:
            made = expand_dims(made, axis)
            if made.ndim != found.ndim:
                raise ValueError("function is not returning an array of the correct shape")
        found = made
    return found

def _window(M, shape):
    M = float(M)
    if M < 1:
        return array([])
    if M == 1:
        return ones(1)
    return shape(arange(1 - M, M, 2), M)

def bartlett(M: Any) -> ndarray:
    """The triangular window.

    >>> np.bartlett(3)
    array([0., 1., 0.])
    """
    return _window(M, lambda n, M: where(n <= 0, 1 + n / (M - 1), 1 - n / (M - 1)))

def blackman(M: Any) -> ndarray:
    """The Blackman window.

    >>> np.blackman(3).round(2)
    array([-0.,  1., -0.])
    """
    return _window(M, lambda n, M: 0.42 + 0.5 * cos(pi * n / (M - 1)) + 0.08 * cos(2.0 * pi * n / (M - 1)))

def hanning(M: Any) -> ndarray:
    """The Hann window.

    >>> np.hanning(3)
    array([0., 1., 0.])
    """
    return _window(M, lambda n, M: 0.5 + 0.5 * cos(pi * n / (M - 1)))

def hamming(M: Any) -> ndarray:
    """The Hamming window.

    >>> np.hamming(3)
    array([0.08, 1.  , 0.08])
    """
    return _window(M, lambda n, M: 0.54 + 0.46 * cos(pi * n / (M - 1)))

def kaiser(M: Any, beta: Any) -> ndarray:
    """The Kaiser window.

    >>> np.kaiser(3, 0.0)
    array([1., 1., 1.])
    """
    if M == 1:
        return ones(1)
    n = arange(0, M)
    alpha = (M - 1) / 2.0
    return i0(beta * sqrt(1 - ((n - alpha) / alpha) ** 2.0)) / i0(float(beta))

_I0_SMALL = (
    -4.41534164647933937950e-18, 3.33079451882223809783e-17, -2.43127984654795469359e-16, 1.71539128555513303061e-15,
    -1.16853328779934516808e-14, 7.67618549860493561688e-14, -4.85644678311192946090e-13, 2.95505266312963983461e-12,
    -1.72682629144155570723e-11, 9.67580903537323691224e-11, -5.18979560163526290666e-10, 2.65982372468238665035e-9,
    -1.30002500998624804212e-8, 6.04699502254191894932e-8, -2.67079385394061173391e-7, 1.11738753912010371815e-6,
    -4.41673835845875056359e-6, 1.64484480707288970893e-5, -5.75419501008210370398e-5, 1.88502885095841655729e-4,
    -5.76375574538582365885e-4, 1.63947561694133579842e-3, -4.32430999505057594430e-3, 1.05464603945949983183e-2,
    -2.37374148058994688156e-2, 4.93052842396707084878e-2, -9.49010970480476444210e-2, 1.71620901522208775349e-1,
    -3.04682672343198398683e-1, 6.76795274409476084995e-1,
)

_I0_LARGE = (
    -7.23318048787475395456e-18, -4.83050448594418207126e-18, 4.46562142029675999901e-17, 3.46122286769746109310e-17,
    -2.82762398051658348494e-16, -3.42548561967721913462e-16, 1.77256013305652638360e-15, 3.81168066935262242075e-15,
    -9.55484669882830764870e-15, -4.15056934728722208663e-14, 1.54008621752140982691e-14, 3.85277838274214270114e-13,
    7.18012445138366623367e-13, -1.79417853150680611778e-12, -1.32158118404477131188e-11, -3.14991652796324136454e-11,
    1.18891471078464383424e-11, 4.94060238822496958910e-10, 3.39623202570838634515e-9, 2.26666899049817806459e-8,
    2.04891858946906374183e-7, 2.89137052083475648297e-6, 6.88975834691682398426e-5, 3.36911647825569408990e-3,
    8.04490411014108831608e-1,
)

def _chebyshev(x, terms):
    # Clenshaw's sum of a series of Chebyshev polynomials.
    b0, b1, b2 = terms[0], 0.0, 0.0
    for term in terms[1:]:
        b2 = b1
        b1 = b0
        b0 = x * b1 - b2 + term
    return 0.5 * (b0 - b2)

def i0(x: Any) -> Any:
    """The modified Bessel function of the first kind, order 0 (coefficients: S. L. Moshier's Cephes).

    >>> np.i0(0.0)
    np.float64(1.0)
    """
    x = asanyarray(x)
    if x.dtype.kind == "c":
        raise TypeError("i0 not supported for complex values")
    x = absolute(x if x.dtype.kind == "f" else x.astype(float))
    low = minimum(x, 8.0)
    high = maximum(x, 8.0)
    small = exp(low) * _chebyshev(low / 2.0 - 2, _I0_SMALL)
    large = exp(x) * _chebyshev(32.0 / high - 2.0, _I0_LARGE) / sqrt(high)
    found = where(x <= 8.0, small, large)
    return found if found.ndim else found[()]

def sinc(x: Any) -> Any:
    """sin(pi x) / (pi x).

    >>> np.sinc(0.5)
    np.float64(0.6366197723675814)
    """
    x = asanyarray(x)
    x = pi * where(x == 0, 1.0e-20, x)
    found = sin(x) / x
    return found

def unwrap(p: Any, discont: Any = None, axis: int = -1, *, period: Any = 6.283185307179586) -> ndarray:
    """Without the jumps of a period.

    >>> np.unwrap([0, 3, 6.5, 0.5], period=6)
    array([0. , 3. , 0.5, 0.5])
    """
    p = asarray(p)
    steps = diff(p, axis=axis)
    if discont is None:
        discont = period / 2
    kind = result_type(steps, period)
    if kind.kind in "iu":
        high, rest = period // 2, period % 2
        edge = rest == 0
    else:
        high = period / 2
        edge = True
    low = -high
    turned = (steps - low) % period + low
    if edge:
        turned = where((turned == low) & (steps > 0), high, turned)
    fix = where(absolute(steps) < discont, 0, turned - steps)
    axis = _axis(axis, p.ndim)
    found = array(p, dtype=kind)
    later = (slice(None),) * axis + (slice(1, None),)
    found[later] = p[later] + cumsum(fix, axis=axis)
    return found

def isneginf(x: Any, out: Any = None) -> Any:
    """Where an element is negative infinity.

    >>> np.isneginf(-np.inf)
    np.True_
    """
    return logical_and(isinf(x), signbit(x), out=out)

def isposinf(x: Any, out: Any = None) -> Any:
    """Where an element is positive infinity.

    >>> np.isposinf(np.inf)
    np.True_
    """
    return logical_and(isinf(x), logical_not(signbit(x)), out=out)

def vecdot(x1: Any, x2: Any, /, *, axis: int = -1) -> Any:
    """Inner products along an axis.

    >>> np.vecdot([[1, 2], [3, 4]], [1, 1])
    array([3, 7])
    """
    return (conjugate(asarray(x1)) * asarray(x2)).sum(axis=axis)

def matvec(x1: Any, x2: Any, /) -> Any:
    """Matrices times vectors.

    >>> np.matvec([[1, 2], [3, 4]], [1, 1])
    array([3, 7])
    """
    return matmul(asarray(x1), asarray(x2)[..., None])[..., 0]

def vecmat(x1: Any, x2: Any, /) -> Any:
    """Vectors times matrices.

    >>> np.vecmat([1, 1], [[1, 2], [3, 4]])
    array([4, 6])
    """
    return matmul(conjugate(asarray(x1))[..., None, :], asarray(x2))[..., 0, :]

def packbits(a: Any, /, axis: Any = None, bitorder: str = "big") -> ndarray:
    """Eight bools to a byte.

    >>> np.packbits([1, 0, 1])
    array([160], dtype=uint8)
    """
    if bitorder not in ("big", "little"):
        raise ValueError("'order' must be either 'little' or 'big'")
    a = asarray(a)
    if a.dtype.kind not in "iub":
        raise TypeError("Expected an input array of integer or boolean data type")
    flags = a != 0
    if axis is None:
        flags, axis = flags.ravel(), 0
    axis = _axis(axis, flags.ndim)
    flags = moveaxis(flags, axis, -1)
    short = -flags.shape[-1] % 8
    flags = concatenate([flags, zeros(flags.shape[:-1] + (short,), dtype="bool")], axis=-1)
    flags = flags.reshape(flags.shape[:-1] + (flags.shape[-1] // 8, 8))
    weights = array([128, 64, 32, 16, 8, 4, 2, 1] if bitorder == "big" else [1, 2, 4, 8, 16, 32, 64, 128])
    return moveaxis((flags * weights).sum(axis=-1).astype("uint8"), -1, axis)

def unpackbits(a: Any, /, axis: Any = None, count: Any = None, bitorder: str = "big") -> ndarray:
    """The bits of bytes.

    >>> np.unpackbits(np.array([5], dtype="uint8"))
    array([0, 0, 0, 0, 0, 1, 0, 1], dtype=uint8)
    """
    if bitorder not in ("big", "little"):
        raise ValueError("'order' must be either 'little' or 'big'")
    a = asarray(a)
    if a.dtype != "uint8":
        raise TypeError("Expected an input array of unsigned byte data type")
    if axis is None:
        a, axis = a.ravel(), 0
    axis = _axis(axis, a.ndim)
    a = moveaxis(a, axis, -1)
    shifts = array([7, 6, 5, 4, 3, 2, 1, 0] if bitorder == "big" else [0, 1, 2, 3, 4, 5, 6, 7], dtype="uint8")
    bits = right_shift(a[..., None], shifts) & 1
    bits = bits.reshape(a.shape[:-1] + (a.shape[-1] * 8,)).astype("uint8")
    if count is not None:
        if count > bits.shape[-1]:
            bits = concatenate([bits, zeros(bits.shape[:-1] + (count - bits.shape[-1],), dtype="uint8")], axis=-1)
        else:
            bits = bits[..., :count]
    return moveaxis(bits, -1, axis)

def binary_repr(num: int, width: Any = None) -> str:
    """A number in base two, in two's complement where a width is given.

    >>> np.binary_repr(5), np.binary_repr(-3, width=4)
    ('101', '1101')
    """
    num = int(num)
    if num >= 0:
        text = format(num, "b")
        if width is not None and width < len(text):
            raise ValueError(f"Insufficient bit width={width} provided for binwidth={len(text)}")
        return text if width is None else text.rjust(width, "0")
    if width is None:
        return "-" + format(-num, "b")
    digits = len(format(-num, "b"))
    if 2 ** (digits - 1) == -num:
        digits -= 1
    if width < digits + 1:
        raise ValueError(f"Insufficient bit width={width} provided for binwidth={digits + 1}")
    return format(2 ** width + num, "b").rjust(width, "1")

def base_repr(number: int, base: int = 2, padding: int = 0) -> str:
    """A number in a base from 2 to 36.

    >>> np.base_repr(10, 3)
    '101'
    """
    if base > 36:
        raise ValueError("Bases greater than 36 not handled in base_repr.")
    if base < 2:
        raise ValueError("Bases less than 2 not handled in base_repr.")
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    left = int(number) if number >= 0 else -int(number)
    found = ""
    while left:
        found = digits[left % base] + found
        left //= base
    if padding:
        found = "0" * padding + found
    return ("-" if number < 0 else "") + (found or "0")

def common_type(*arrays) -> Any:
    """The float type that holds all arrays.

    >>> np.common_type(np.arange(2), np.ones(2, dtype="float32"))
    <class 'numpy.float64'>
    """
    kind = "float32"
    wide = False
    for a in arrays:
        d = asarray(a).dtype
        if d.kind == "b":
            raise TypeError("can't get common type for non-numeric array")
        if d.kind == "c":
            wide = True
        kind = "float64" if d.kind in "iu" or d.itemsize == (16 if d.kind == "c" else 8) else kind
    if not arrays:
        raise TypeError("no arrays were given")
    return (complex64 if kind == "float32" else complex128) if wide else (float32 if kind == "float32" else float64)

def sort_complex(a: Any) -> ndarray:
    """Sorted, as complex numbers.

    >>> np.sort_complex([2, 1])
    array([1.+0.j, 2.+0.j])
    """
    a = sort(asarray(a))
    if a.dtype.kind == "c":
        return a
    return a.astype("complex64" if a.dtype.itemsize < 4 and a.dtype.kind in "iu" else "complex128" if a.dtype != "float32" else "complex64")

def typename(char: str) -> str:
    """A type character in words.

    >>> np.typename("d")
    'double precision'
    """
    return {"?": "bool", "b": "signed char", "B": "unsigned char", "h": "short", "H": "unsigned short", "i": "integer", "I": "unsigned integer", "l": "long integer", "L": "unsigned long integer", "q": "long long integer", "Q": "unsigned long long integer", "f": "single precision", "d": "double precision", "F": "complex single precision", "D": "complex double precision"}[char]

def unique_values(x: Any) -> ndarray:
    """The different elements, sorted.

    >>> sorted(np.unique_values([2, 1, 2]).tolist())
    [1, 2]
    """
    return unique(x)

class _Unique:
    def __init__(self, kind, **fields):
        self._kind = kind
        self._fields = fields
        for name, value in fields.items():
            setattr(self, name, value)

    def __iter__(self):
        return iter(self._fields.values())

    def __getitem__(self, at):
        return list(self._fields.values())[at]

    def __len__(self):
        return len(self._fields)

    def __repr__(self):
        return self._kind + "(" + ", ".join([f"{name}={value!r}" for name, value in self._fields.items()]) + ")"

def unique_counts(x: Any) -> Any:
    """The different elements, and how often each comes.

    >>> values, counts = np.unique_counts([2, 1, 2])
    >>> counts
    array([1, 2])
    """
    values, counts = unique(x, return_counts=True)
    return _Unique("UniqueCountsResult", values=values, counts=counts)

def unique_inverse(x: Any) -> Any:
    """The different elements, and the place of each element among them.

    >>> np.unique_inverse([2, 1, 2]).inverse_indices
    array([1, 0, 1])
    """
    values, inverse = unique(x, return_inverse=True)
    return _Unique("UniqueInverseResult", values=values, inverse_indices=inverse.reshape(asarray(x).shape))

def unique_all(x: Any) -> Any:
    """The different elements, where each comes first, the place of each element among them, and how often each comes.

    >>> np.unique_all([2, 1, 2]).indices
    array([1, 0])
    """
    values, indices, inverse, counts = unique(x, return_index=True, return_inverse=True, return_counts=True)
    return _Unique("UniqueAllResult", values=values, indices=indices, inverse_indices=inverse.reshape(asarray(x).shape), counts=counts)

def piecewise(x: Any, condlist: Any, funclist: Any, *args, **kw) -> ndarray:
    """A function that is another one where each condition holds.

    >>> np.piecewise(np.array([-1.0, 2.0]), [np.array([True, False])], [0, lambda x: x * 10])
    array([ 0., 20.])
    """
    x = asanyarray(x)
    if isinstance(condlist, ndarray) and condlist.ndim == x.ndim or not isinstance(condlist, (list, tuple, ndarray)) or len(condlist) and not isinstance(condlist[0], (list, tuple, ndarray)) and x.ndim:
        condlist = [condlist]
    tests = [asarray(test).astype("bool") for test in condlist]
    if len(funclist) == len(tests) + 1:
        rest = tests[0]
        for test in tests[1:]:
            rest = rest | test
        tests.append(~rest)
    elif len(funclist) != len(tests):
        raise ValueError(f"with {len(tests)} condition(s), either {len(tests)} or {len(tests) + 1} functions are expected")
    found = zeros(x.shape, dtype=x.dtype)
    for test, function in zip(tests, funclist):
        if callable(function):
            values = x[test]
            if values.size > 0:
                found[test] = function(values, *args, **kw)
        else:
            found[test] = function
    return found

def frombuffer(buffer: Any, dtype: Any = float, count: int = -1, offset: int = 0, *, like: Any = None) -> ndarray:
    """The numbers that bytes hold.

    >>> np.frombuffer(b"\\x01\\x00\\x02\\x00", dtype=np.int16)
    array([1, 2], dtype=int16)
    """
    if like is not None:
        raise NotImplementedError("like= is not in rdask yet")
    kind = empty(0, dtype=dtype).dtype
    size = len(buffer)
    if offset < 0 or offset > size:
        raise ValueError(f"offset must be non-negative and no greater than buffer length ({size})")
    if count < 0:
        if (size - offset) % kind.itemsize:
            raise ValueError("buffer size must be a multiple of element size")
        count = (size - offset) // kind.itemsize
    elif size - offset < count * kind.itemsize:
        raise ValueError("buffer is smaller than requested size")
    raw = bytes(buffer)[offset : offset + count * kind.itemsize]
    if not raw:
        made = empty(0, dtype=kind)
    else:
        made = array(list(raw), dtype=uint8).view(kind)
    return _read_only(made)

def fromstring(string: Any, dtype: Any = float, count: int = -1, *, sep: str = "", like: Any = None) -> ndarray:
    """The numbers of a text.

    >>> np.fromstring("1 2 3", sep=" ", dtype=int)
    array([1, 2, 3])
    >>> np.fromstring("1.5, 2", sep=",")
    array([1.5, 2. ])
    """
    return lib._npyio.fromstring(string, dtype, count, sep)

# Polynomials, the highest power first.

def _coefficients(p):
    return p.coeffs if isinstance(p, poly1d) else atleast_1d(p)

def _as_given(found, *given):
    for p in given:
        if isinstance(p, poly1d):
            return poly1d(found)
    return found

def polyadd(a1: Any, a2: Any) -> Any:
    """The sum of two polynomials.

    >>> np.polyadd([1, 2], [9, 5, 4])
    array([9, 6, 6])
    """
    p, q = _coefficients(a1), _coefficients(a2)
    short = len(q) - len(p)
    if short > 0:
        p = concatenate([zeros(short, dtype=p.dtype), p])
    elif short < 0:
        q = concatenate([zeros(-short, dtype=q.dtype), q])
    return _as_given(p + q, a1, a2)

def polysub(a1: Any, a2: Any) -> Any:
    """The difference of two polynomials.

    >>> np.polysub([2, 10], [9, -2])
    array([-7, 12])
    """
    return _as_given(polyadd(_coefficients(a1), -_coefficients(a2)), a1, a2)

def polymul(a1: Any, a2: Any) -> Any:
    """The product of two polynomials.

    >>> np.polymul([1, 2], [1, 3])
    array([1, 5, 6])
    """
    p, q = trim_zeros(_coefficients(a1), "f"), trim_zeros(_coefficients(a2), "f")
    if len(p) == 0 or len(q) == 0:
        return _as_given(zeros(1, dtype=result_type(p, q)), a1, a2)
    return _as_given(convolve(p, q), a1, a2)

def polydiv(u: Any, v: Any) -> Any:
    """Quotient and remainder of two polynomials.

    >>> np.polydiv(np.array([3.0, 5.0, 2.0]), np.array([2.0, 1.0]))
    (array([1.5 , 1.75]), array([0.25]))
    """
    a, b = _coefficients(u) + 0.0, _coefficients(v) + 0.0
    kind = result_type(a, b)
    m, n = len(a) - 1, len(b) - 1
    scale = 1.0 / b[0]
    quotient = zeros(m - n + 1 if m - n + 1 > 1 else 1, dtype=kind)
    rest = a.astype(kind)
    for k in range(0, m - n + 1):
        d = scale * rest[k]
        quotient[k] = d
        rest[k:k + n + 1] -= d * b
    while len(rest) > 1 and allclose(rest[0], 0, rtol=1e-14):
        rest = rest[1:]
    if isinstance(u, poly1d) or isinstance(v, poly1d):
        return poly1d(quotient), poly1d(rest)
    return quotient, rest

def polyder(p: Any, m: int = 1) -> Any:
    """The derivative of a polynomial.

    >>> np.polyder([1, 1, 1, 1])
    array([3, 2, 1])
    """
    if m < 0:
        raise ValueError("Order of derivative must be positive (see polyint)")
    found = _coefficients(p)
    for _ in range(m):
        found = found[:-1] * arange(len(found) - 1, 0, -1)
    return _as_given(found, p)

def polyint(p: Any, m: int = 1, k: Any = None) -> Any:
    """The integral of a polynomial.

    >>> np.polyint([6, 2])
    array([3., 2., 0.])
    """
    if m < 0:
        raise ValueError("Order of integral must be positive (see polyder)")
    constants = zeros(m, dtype=float) if k is None else atleast_1d(k)
    if len(constants) == 1 and m > 1:
        constants = constants[0] * ones(m, dtype=float)
    if len(constants) < m:
        raise ValueError("k must be a scalar or a rank-1 array of length 1 or >m.")
    found = _coefficients(p)
    for at in range(m):
        found = concatenate([found / arange(len(found), 0, -1), asarray([constants[at]])])
    return _as_given(found, p)

def poly(seq_of_zeros: Any) -> Any:
    """The polynomial with these roots.

    >>> np.poly([1, 2])
    array([ 1., -3.,  2.])
    """
    zeros_ = atleast_1d(seq_of_zeros)
    if zeros_.ndim == 2 and zeros_.shape[0] == zeros_.shape[1] and zeros_.shape[0] != 0:
        raise NotImplementedError("the characteristic polynomial of a matrix is not in rdask yet")
    if zeros_.ndim != 1:
        raise ValueError("input must be 1d or non-empty square 2d array.")
    if len(zeros_) == 0:
        return 1.0
    kind = zeros_.dtype if zeros_.dtype.kind in "fc" else dtype(float)
    found = ones((1,), dtype=kind)
    for zero in zeros_:
        found = convolve(found, array([1, -zero], dtype=kind), mode="full")
    if found.dtype.kind == "c" and (sort_complex(zeros_) == sort_complex(conjugate(zeros_))).all():
        found = found.real.copy()
    return found

def roots(p: Any) -> ndarray:
    """The roots of a polynomial of degree one or two; those of higher degrees are not in rdask yet.

    >>> np.roots([1.0, -3.0, 2.0])
    array([2., 1.])
    """
    p = atleast_1d(_coefficients(p))
    if p.ndim != 1:
        raise ValueError("Input must be a rank-1 array.")
    places = nonzero(p)[0]
    if len(places) == 0:
        return array([])
    last = len(p) - places[-1] - 1
    p = p[places[0]:places[-1] + 1]
    p = p if p.dtype.kind in "fc" else p.astype(float)
    degree = len(p) - 1
    if degree > 2 or p.dtype.kind == "c" and degree > 1:
        raise NotImplementedError("roots of polynomials of a degree above 2 are not in rdask yet")
    if degree == 0:
        found = array([])
    elif degree == 1:
        found = array([-p[1] / p[0]])
    else:
        b, c = -p[1] / p[0], -p[2] / p[0]
        half = 0.5 * b
        under = half * half + c
        if under >= 0:
            z = half + copysign(sqrt(under), half)
            found = array([z, -c / z if z != 0 else 0.0])
        else:
            found = array([complex(half, sqrt(-under)), complex(half, -sqrt(-under))])
    return concatenate([found, zeros(last, dtype=found.dtype)]) if last else found

class poly1d:
    """A polynomial of one variable.

    >>> p = np.poly1d([1, 2, 3])
    >>> p(2)
    np.int64(11)
    >>> print(p)
       2
    1 x + 2 x + 3
    """

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            self._variable = c_or_r._variable if variable is None else variable
            self._c = c_or_r._c
            return
        given = poly(c_or_r) if r else c_or_r
        given = atleast_1d(given)
        if given.ndim > 1:
            raise ValueError("Polynomial must be 1d only.")
        given = trim_zeros(given, trim="f")
        self._c = given if len(given) else array([0], dtype=given.dtype)
        self._variable = "x" if variable is None else variable

    @property
    def coeffs(self):
        """The coefficients, that of the highest power first."""
        return self._c

    @property
    def c(self):
        """The coefficients."""
        return self._c

    @property
    def coef(self):
        """The coefficients."""
        return self._c

    @property
    def coefficients(self):
        """The coefficients."""
        return self._c

    @property
    def variable(self):
        """The name of the variable."""
        return self._variable

    @property
    def order(self):
        """The highest power."""
        return len(self._c) - 1

    @property
    def o(self):
        """The highest power."""
        return len(self._c) - 1

    @property
    def roots(self):
        """The roots."""
        return roots(self._c)

    @property
    def r(self):
        """The roots."""
        return roots(self._c)

    def __len__(self):
        return self.order

    def __call__(self, value):
        return polyval(self._c, value)

    def __iter__(self):
        return iter(self._c)

    def __array__(self, dtype=None, copy=None):
        return self._c

    def __getitem__(self, power):
        at = self.order - power
        if power > self.order or power < 0:
            return self._c.dtype.type(0)
        return self._c[at]

    def __setitem__(self, power, value):
        if power < 0:
            raise ValueError("Does not support negative powers.")
        if power > self.order:
            self._c = concatenate([zeros(power - self.order, dtype=self._c.dtype), self._c])
        self._c[self.order - power] = value

    def __neg__(self):
        return poly1d(-self._c)

    def __pos__(self):
        return self

    def __mul__(self, other):
        if isscalar(other):
            return poly1d(self._c * other)
        return poly1d(polymul(self._c, poly1d(other)._c))

    def __rmul__(self, other):
        return self * other

    def __add__(self, other):
        return poly1d(polyadd(self._c, poly1d(other)._c))

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return poly1d(polysub(self._c, poly1d(other)._c))

    def __rsub__(self, other):
        return poly1d(polysub(poly1d(other)._c, self._c))

    def __pow__(self, value):
        if not isscalar(value) or int(value) != value or value < 0:
            raise ValueError("Power to non-negative integers only.")
        found = array([1])
        for _ in range(value):
            found = polymul(self._c, found)
        return poly1d(found)

    def __truediv__(self, other):
        if isscalar(other):
            return poly1d(self._c / other)
        return polydiv(self, poly1d(other))

    def __rtruediv__(self, other):
        if isscalar(other):
            return poly1d(other / self._c)
        return polydiv(poly1d(other), self)

    def __eq__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        if self._c.shape != other._c.shape:
            return False
        return (self._c == other._c).all()

    def __ne__(self, other):
        return not self == other

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return NotImplemented

    def deriv(self, m=1):
        """The derivative."""
        return poly1d(polyder(self._c, m))

    def integ(self, m=1, k=0):
        """The integral."""
        return poly1d(polyint(self._c, m, k))

    def __repr__(self):
        return "poly1d" + repr(self._c)[5:]

    def __str__(self):
        def written(value):
            text = f"{float(value):.4g}"
            return text[:-5] if text.endswith(".0000") else text
        shown = "0"
        for at, value in enumerate(self._c):
            if isinstance(value, complexfloating) and value.imag != 0:
                text = f"({written(value.real)} + {written(value.imag)}j)" if value.real != 0 else f"{written(value.imag)}j"
            else:
                text = written(value.real)
            power = self.order - at
            if power == 0:
                term = text if text != "0" or at == 0 else ""
            elif text == "0":
                term = ""
            elif text == "b":
                term = self._variable
            else:
                term = f"{text} {self._variable}" if power == 1 else f"{text} {self._variable}**{power}"
            if at == 0:
                shown = term
            elif term:
                shown = f"{shown} - {term[1:]}" if term.startswith("-") else f"{shown} + {term}"
        return _raised(shown)

def _raised(text, wrap=70):
    # `x**2` on two lines: the power above.
    above, below, done = "", "", " "
    at = 0
    while True:
        place = text.find("**", at)
        if place < 0:
            break
        end = place + 2
        while end < len(text) and text[end].isdigit():
            end += 1
        start, power = text[at:place], text[place + 2:end]
        more_above = " " * (len(start) - 1) + power
        more_below = start + " " * (len(power) - 1)
        if len(below) + len(more_below) > wrap or len(above) + len(more_above) > wrap:
            done += above + "\n" + below + "\n "
            above, below = more_above, more_below
        else:
            above += more_above
            below += more_below
        at = end
    return done + above + "\n" + below + text[at:]

row_stack = vstack
