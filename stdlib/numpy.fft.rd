"""Discrete Fourier transforms, as numpy.fft."""

import numpy as _np

def _along(a: Any, n: int, axis: int, kind: str, inverse: Any, scale: float) -> Any:
    """A transform along an axis: of complex numbers, of `real` ones, or of `half` a transform to real ones."""
    ...

def _scale(n: int, norm: Any, inverse: bool) -> float:
    """What results are multiplied by."""
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    if norm == "ortho":
        return 1 / n**0.5
    scaled = inverse if norm in (None, "backward") else not inverse
    return 1 / n if scaled else 1.0

def _length(a: Any, n: Any, axis: int) -> int:
    """How many points are transformed."""
    if n is not None:
        return n
    if axis < -a.ndim or axis >= a.ndim:
        raise IndexError("tuple index out of range")
    return a.shape[axis]

def _spread(a: Any, s: Any, axes: Any, half: bool) -> Any:
    """Sizes and axes of a transform along several."""
    if s is None:
        axes = list(range(a.ndim)) if axes is None else list(axes)
        for axis in axes:
            if axis < -a.ndim or axis >= a.ndim:
                raise IndexError(f"index {axis} is out of bounds for axis 0 with size {a.ndim}")
        s = [a.shape[axis] for axis in axes]
        if half:
            s[-1] = (a.shape[axes[-1]] - 1) * 2
    else:
        s = list(s)
        axes = list(range(-len(s), 0)) if axes is None else list(axes)
        if len(s) != len(axes):
            raise ValueError("Shape and axes have different lengths.")
        s = [a.shape[axis] if size == -1 else size for size, axis in zip(s, axes)]
    return s, axes

def _several(a: Any, s: Any, axes: Any, norm: Any, work: Any) -> Any:
    """One transform after another, the last axis first."""
    a = _np.asarray(a)
    s, axes = _spread(a, s, axes, False)
    for size, axis in list(zip(s, axes))[::-1]:
        a = work(a, size, axis, norm)
    return a

def fft(a: Any, n: Any = None, axis: int = -1, norm: Any = None, out: Any = None) -> Any:
    """The transform along an axis.

    >>> np.fft.fft(np.array([1.0, 1.0, 1.0, 1.0]))
    array([4.+0.j, 0.+0.j, 0.+0.j, 0.+0.j])
    """
    a = _np.asarray(a)
    n = _length(a, n, axis)
    return _into(_along(a, n, axis, "complex", False, _scale(n, norm, False)), out)

def ifft(a: Any, n: Any = None, axis: int = -1, norm: Any = None, out: Any = None) -> Any:
    """The inverse transform along an axis.

    >>> np.fft.ifft(np.array([4.0, 0.0, 0.0, 0.0]))
    array([1.+0.j, 1.+0.j, 1.+0.j, 1.+0.j])
    """
    a = _np.asarray(a)
    n = _length(a, n, axis)
    return _into(_along(a, n, axis, "complex", True, _scale(n, norm, True)), out)

def rfft(a: Any, n: Any = None, axis: int = -1, norm: Any = None, out: Any = None) -> Any:
    """The transform of real numbers: its first half.

    >>> np.fft.rfft(np.array([1.0, 1.0, 1.0, 1.0]))
    array([4.+0.j, 0.+0.j, 0.+0.j])
    """
    a = _np.asarray(a)
    n = _length(a, n, axis)
    return _into(_along(a, n, axis, "real", False, _scale(n, norm, False)), out)

def irfft(a: Any, n: Any = None, axis: int = -1, norm: Any = None, out: Any = None) -> Any:
    """Real numbers from the first half of their transform.

    >>> np.fft.irfft(np.array([4.0, 0.0, 0.0]))
    array([1., 1., 1., 1.])
    """
    a = _np.asarray(a)
    n = (_length(a, None, axis) - 1) * 2 if n is None else n
    return _into(_along(a, n, axis, "half", True, _scale(n, norm, True)), out)

def hfft(a: Any, n: Any = None, axis: int = -1, norm: Any = None, out: Any = None) -> Any:
    """The transform of numbers that are their own mirror image, which is real: from their first half.

    >>> np.fft.hfft(np.array([1.0, 0.0, 0.0]))
    array([1., 1., 1., 1.])
    """
    a = _np.asarray(a)
    n = (_length(a, None, axis) - 1) * 2 if n is None else n
    return _into(_along(_np.conjugate(a), n, axis, "half", True, _scale(n, norm, False)), out)

def ihfft(a: Any, n: Any = None, axis: int = -1, norm: Any = None, out: Any = None) -> Any:
    """The inverse of `hfft`: the first half.

    >>> np.fft.ihfft(np.array([1.0, 1.0, 1.0, 1.0])).real
    array([1., 0., 0.])
    """
    a = _np.asarray(a)
    n = _length(a, n, axis)
    return _into(_np.conjugate(_along(a, n, axis, "real", False, _scale(n, norm, True))), out)

def fftn(a: Any, s: Any = None, axes: Any = None, norm: Any = None, out: Any = None) -> Any:
    """The transform along several axes.

    >>> np.fft.fftn(np.ones((2, 2))).real
    array([[4., 0.],
           [0., 0.]])
    """
    return _into(_several(a, s, axes, norm, fft), out)

def ifftn(a: Any, s: Any = None, axes: Any = None, norm: Any = None, out: Any = None) -> Any:
    """The inverse transform along several axes.

    >>> np.fft.ifftn(np.ones((2, 2))).real
    array([[1., 0.],
           [0., 0.]])
    """
    return _into(_several(a, s, axes, norm, ifft), out)

def fft2(a: Any, s: Any = None, axes: Any = (-2, -1), norm: Any = None, out: Any = None) -> Any:
    """The transform along two axes.

    >>> np.fft.fft2(np.ones((2, 2))).real
    array([[4., 0.],
           [0., 0.]])
    """
    return _into(_several(a, s, axes, norm, fft), out)

def ifft2(a: Any, s: Any = None, axes: Any = (-2, -1), norm: Any = None, out: Any = None) -> Any:
    """The inverse transform along two axes.

    >>> np.fft.ifft2(np.ones((2, 2))).real
    array([[1., 0.],
           [0., 0.]])
    """
    return _into(_several(a, s, axes, norm, ifft), out)

def rfftn(a: Any, s: Any = None, axes: Any = None, norm: Any = None, out: Any = None) -> Any:
    """The transform of real numbers along several axes; of the last its first half.

    >>> np.fft.rfftn(np.ones((2, 4))).shape
    (2, 3)
    """
    a = _np.asarray(a)
    s, axes = _spread(a, s, axes, False)
    a = rfft(a, s[-1], axes[-1], norm)
    for size, axis in list(zip(s, axes))[-2::-1]:
        a = fft(a, size, axis, norm)
    return _into(a, out)

def irfftn(a: Any, s: Any = None, axes: Any = None, norm: Any = None, out: Any = None) -> Any:
    """Real numbers from their transform along several axes; of the last its first half.

    >>> np.fft.irfftn(np.ones((2, 3))).shape
    (2, 4)
    """
    a = _np.asarray(a)
    s, axes = _spread(a, s, axes, True)
    for size, axis in list(zip(s, axes))[:-1]:
        a = ifft(a, size, axis, norm)
    return _into(irfft(a, s[-1], axes[-1], norm), out)

def rfft2(a: Any, s: Any = None, axes: Any = (-2, -1), norm: Any = None, out: Any = None) -> Any:
    """The transform of real numbers along two axes.

    >>> np.fft.rfft2(np.ones((2, 4))).shape
    (2, 3)
    """
    return _into(rfftn(a, s, axes, norm), out)

def irfft2(a: Any, s: Any = None, axes: Any = (-2, -1), norm: Any = None, out: Any = None) -> Any:
    """Real numbers from their transform along two axes.

    >>> np.fft.irfft2(np.ones((2, 3))).shape
    (2, 4)
    """
    return _into(irfftn(a, s, axes, norm), out)

def fftfreq(n: int, d: float = 1.0, device: Any = None) -> Any:
    """The frequencies of a transform of `n` points that lie `d` apart.

    >>> np.fft.fftfreq(4)
    array([ 0.  ,  0.25, -0.5 , -0.25])
    """
    if not isinstance(n, (int, _np.integer)):
        raise ValueError("n should be an integer")
    half = (n - 1) // 2 + 1
    return _np.concatenate([_np.arange(0, half), _np.arange(-(n // 2), 0)]) * (1.0 / (n * d))

def rfftfreq(n: int, d: float = 1.0, device: Any = None) -> Any:
    """The frequencies of the transform of `n` real numbers.

    >>> np.fft.rfftfreq(4)
    array([0.  , 0.25, 0.5 ])
    """
    if not isinstance(n, (int, _np.integer)):
        raise ValueError("n should be an integer")
    return _np.arange(0, n // 2 + 1) * (1.0 / (n * d))

def _shifted(x: Any, axes: Any, back: bool) -> Any:
    """The halves of axes swapped."""
    x = _np.asarray(x)
    axes = list(range(x.ndim)) if axes is None else [axes] if isinstance(axes, int) else list(axes)
    for axis in axes:
        n = x.shape[axis]
        x = _np.roll(x, -(n // 2) if back else n // 2, axis)
    return x

def fftshift(x: Any, axes: Any = None) -> Any:
    """The zero frequency moved to the middle.

    >>> np.fft.fftshift(np.array([0, 1, 2, -2, -1]))
    array([-2, -1,  0,  1,  2])
    """
    return _shifted(x, axes, False)

def ifftshift(x: Any, axes: Any = None) -> Any:
    """The zero frequency moved back to the front.

    >>> np.fft.ifftshift(np.array([-2, -1, 0, 1, 2]))
    array([ 0,  1,  2, -2, -1])
    """
    return _shifted(x, axes, True)

def _into(found: Any, out: Any) -> Any:
    """What was found, written into an array where one is given."""
    if out is None:
        return found
    if out.shape != found.shape:
        raise ValueError("output array has wrong shape.")
    if not _np.can_cast(found.dtype, out.dtype, "same_kind"):
        name = "fft" if found.dtype.kind == "c" else "irfft"
        raise TypeError(f"Cannot cast ufunc '{name}' output from {found.dtype!r} to {out.dtype!r} with casting rule 'same_kind'")
    out[...] = found
    return out
