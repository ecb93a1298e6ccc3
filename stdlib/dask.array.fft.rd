"""Discrete Fourier transforms along axes that lie in one block, as dask.array.fft."""

import dask.array as _da
import numpy as _np
from numpy.fft import fftfreq as _fftfreq
from numpy.fft import rfftfreq as _rfftfreq

_NAMES = ("fft", "fft2", "fftn", "ifft", "ifft2", "ifftn", "rfft", "rfft2", "rfftn", "irfft", "irfft2", "irfftn", "hfft", "ihfft")

def _out_sizes(kind: str, sizes: Any) -> Any:
    """How long the axes of the result are, of those that are transformed."""
    sizes = list(sizes)
    if kind.startswith("rfft") or kind == "ihfft":
        sizes[-1] = sizes[-1] // 2 + 1
    return sizes

def fft_wrap(fft_func: Any, kind: Any = None, dtype: Any = None, allow_fftpack: bool = False) -> Any:
    """A transform of NumPy for lazy arrays, whose transformed axes must lie in one block.

    >>> fft = da.fft.fft_wrap(np.fft.fft)
    >>> fft(da.ones(4, chunks=4)).compute().real
    array([4., 0., 0., 0.])
    """
    kind = kind or fft_func.__name__
    if kind not in _NAMES:
        raise ValueError(f"Given unknown `kind` {kind}.")
    several = kind[-1] == "n" or kind[-1] == "2"
    def func(a, s=None, axes=None, norm=None):
        return _transformed(fft_func, kind, dtype, several, a, s, axes, norm)
    return func

def _transformed(fft_func: Any, kind: str, dtype: Any, several: bool, a: Any, s: Any, axes: Any, norm: Any) -> Any:
    """A lazy transform."""
    a = _da.asarray(a)
    if axes is None:
        if kind.endswith("2"):
            axes = (-2, -1)
        elif kind.endswith("n"):
            axes = tuple(range(a.ndim)) if s is None else tuple(range(len(s)))
        else:
            axes = (-1,)
    elif isinstance(axes, (tuple, list)):
        axes = tuple(axes)
    else:
        axes = (axes,)
    if len(axes) != len(set(axes)):
        raise ValueError("Duplicate axes not allowed.")
    for axis in axes:
        if len(a.chunks[axis]) != 1:
            raise ValueError(
                f"Dask array only supports taking an FFT along an axis that \nhas a single chunk. An FFT operation was tried on axis {axis} \n"
                f"which has chunks {a.chunks[axis]}. To change the array's chunks use dask.Array.rechunk."
            )
    sizes = list(s) if isinstance(s, (tuple, list)) else None if s is None else [s]
    if sizes is None:
        found = [a.shape[axis] for axis in axes]
        if kind.startswith("irfft") or kind == "hfft":
            found[-1] = 2 * (found[-1] - 1)
    else:
        found = sizes
    chunks = list(a.chunks)
    for axis, size in zip(axes, _out_sizes(kind, found)):
        chunks[axis % a.ndim] = (size,)
    single = a.dtype == "float32" or a.dtype == "complex64"
    real = kind.startswith("irfft") or kind == "hfft"
    out = dtype or (("float32" if single else "float64") if real else ("complex64" if single else "complex128"))
    if several:
        return a.map_blocks(fft_func, s=sizes, axes=axes, norm=norm, dtype=out, chunks=tuple(chunks))
    return a.map_blocks(fft_func, n=None if sizes is None else sizes[0], axis=axes[0], norm=norm, dtype=out, chunks=tuple(chunks))

def fft(a: Any, n: Any = None, axis: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.fft` of a lazy array, along an axis that lies in one block.

    >>> da.fft.fft(da.ones((2, 4), chunks=(1, 4))).numblocks
    (2, 1)
    """
    return _transformed(_np.fft.fft, "fft", None, False, a, n, axis, norm)

def ifft(a: Any, n: Any = None, axis: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.ifft` of a lazy array, along an axis that lies in one block.

    >>> da.fft.ifft(da.ones((2, 4), chunks=(1, 4))).numblocks
    (2, 1)
    """
    return _transformed(_np.fft.ifft, "ifft", None, False, a, n, axis, norm)

def rfft(a: Any, n: Any = None, axis: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.rfft` of a lazy array, along an axis that lies in one block.

    >>> da.fft.rfft(da.ones((2, 4), chunks=(1, 4))).numblocks
    (2, 1)
    """
    return _transformed(_np.fft.rfft, "rfft", None, False, a, n, axis, norm)

def irfft(a: Any, n: Any = None, axis: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.irfft` of a lazy array, along an axis that lies in one block.

    >>> da.fft.irfft(da.ones((2, 4), chunks=(1, 4))).numblocks
    (2, 1)
    """
    return _transformed(_np.fft.irfft, "irfft", None, False, a, n, axis, norm)

def hfft(a: Any, n: Any = None, axis: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.hfft` of a lazy array, along an axis that lies in one block.

    >>> da.fft.hfft(da.ones((2, 4), chunks=(1, 4))).numblocks
    (2, 1)
    """
    return _transformed(_np.fft.hfft, "hfft", None, False, a, n, axis, norm)

def ihfft(a: Any, n: Any = None, axis: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.ihfft` of a lazy array, along an axis that lies in one block.

    >>> da.fft.ihfft(da.ones((2, 4), chunks=(1, 4))).numblocks
    (2, 1)
    """
    return _transformed(_np.fft.ihfft, "ihfft", None, False, a, n, axis, norm)

def fft2(a: Any, s: Any = None, axes: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.fft2` of a lazy array, along axes that lie in one block each.

    >>> da.fft.fft2(da.ones((4, 4), chunks=4)).numblocks
    (1, 1)
    """
    return _transformed(_np.fft.fft2, "fft2", None, True, a, s, axes, norm)

def ifft2(a: Any, s: Any = None, axes: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.ifft2` of a lazy array, along axes that lie in one block each.

    >>> da.fft.ifft2(da.ones((4, 4), chunks=4)).numblocks
    (1, 1)
    """
    return _transformed(_np.fft.ifft2, "ifft2", None, True, a, s, axes, norm)

def fftn(a: Any, s: Any = None, axes: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.fftn` of a lazy array, along axes that lie in one block each.

    >>> da.fft.fftn(da.ones((4, 4), chunks=4)).numblocks
    (1, 1)
    """
    return _transformed(_np.fft.fftn, "fftn", None, True, a, s, axes, norm)

def ifftn(a: Any, s: Any = None, axes: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.ifftn` of a lazy array, along axes that lie in one block each.

    >>> da.fft.ifftn(da.ones((4, 4), chunks=4)).numblocks
    (1, 1)
    """
    return _transformed(_np.fft.ifftn, "ifftn", None, True, a, s, axes, norm)

def rfft2(a: Any, s: Any = None, axes: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.rfft2` of a lazy array, along axes that lie in one block each.

    >>> da.fft.rfft2(da.ones((4, 4), chunks=4)).numblocks
    (1, 1)
    """
    return _transformed(_np.fft.rfft2, "rfft2", None, True, a, s, axes, norm)

def rfftn(a: Any, s: Any = None, axes: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.rfftn` of a lazy array, along axes that lie in one block each.

    >>> da.fft.rfftn(da.ones((4, 4), chunks=4)).numblocks
    (1, 1)
    """
    return _transformed(_np.fft.rfftn, "rfftn", None, True, a, s, axes, norm)

def irfft2(a: Any, s: Any = None, axes: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.irfft2` of a lazy array, along axes that lie in one block each.

    >>> da.fft.irfft2(da.ones((4, 4), chunks=4)).numblocks
    (1, 1)
    """
    return _transformed(_np.fft.irfft2, "irfft2", None, True, a, s, axes, norm)

def irfftn(a: Any, s: Any = None, axes: Any = None, norm: Any = None) -> Any:
    """`numpy.fft.irfftn` of a lazy array, along axes that lie in one block each.

    >>> da.fft.irfftn(da.ones((4, 4), chunks=4)).numblocks
    (1, 1)
    """
    return _transformed(_np.fft.irfftn, "irfftn", None, True, a, s, axes, norm)

def fftfreq(n: int, d: float = 1.0, chunks: Any = "auto") -> Any:
    """The frequencies of a transform of `n` points that lie `d` apart.

    >>> da.fft.fftfreq(4, chunks=2).compute()
    array([ 0.  ,  0.25, -0.5 , -0.25])
    """
    return _da.from_array(_fftfreq(int(n), d), chunks=chunks)

def rfftfreq(n: int, d: float = 1.0, chunks: Any = "auto") -> Any:
    """The frequencies of the transform of `n` real numbers.

    >>> da.fft.rfftfreq(4, chunks=2).compute()
    array([0.  , 0.25, 0.5 ])
    """
    return _da.from_array(_rfftfreq(int(n), d), chunks=chunks)

def _shifted(x: Any, axes: Any, back: bool) -> Any:
    """The halves of axes swapped."""
    axes = list(range(x.ndim)) if axes is None else [axes] if isinstance(axes, int) else list(axes)
    for axis in axes:
        axis = axis % x.ndim
        n = x.shape[axis]
        first = n // 2 if back else (n + 1) // 2
        before = (slice(None),) * axis
        if n > 1:
            x = _da.concatenate([x[before + (slice(first, None),)], x[before + (slice(None, first),)]], axis=axis)
    return x

def fftshift(x: Any, axes: Any = None) -> Any:
    """The zero frequency moved to the middle.

    >>> da.fft.fftshift(da.arange(5, chunks=5)).compute()
    array([3, 4, 0, 1, 2])
    """
    return _shifted(x, axes, False)

def ifftshift(x: Any, axes: Any = None) -> Any:
    """The zero frequency moved back to the front.

    >>> da.fft.ifftshift(da.arange(5, chunks=5)).compute()
    array([2, 3, 4, 0, 1])
    """
    return _shifted(x, axes, True)
