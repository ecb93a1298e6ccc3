"""Windows that slide over arrays."""

import numpy as _np

def _windows(shape: Any, window_shape: Any, axis: Any) -> Any:
    """Sizes of windows and their axes, counted from the front."""
    sizes = tuple(window_shape) if isinstance(window_shape, (tuple, list, _np.ndarray)) else (window_shape,)
    ndim = len(shape)
    if axis is None:
        axes = tuple(range(ndim))
        if len(sizes) != ndim:
            raise ValueError(f"Since axis is `None`, must provide window_shape for all dimensions of `x`; got {len(sizes)} window_shape elements and `x.ndim` is {ndim}.")
        return sizes, axes
    axes = tuple([_np._axis(at, ndim) for at in (axis if isinstance(axis, (tuple, list)) else (axis,))])
    if len(sizes) != len(axes):
        raise ValueError(f"Must provide matching length window_shape and axis; got {len(sizes)} window_shape elements and {len(axes)} axes elements.")
    return sizes, axes

def sliding_window_view(x: Any, window_shape: Any, axis: Any = None, *, subok: bool = False, writeable: bool = False) -> Any:
    """The windows of a size at every place of an array, along new last axes. Here they are copies: what is written to the array later is not seen in them.

    >>> np.lib.stride_tricks.sliding_window_view(np.arange(5), 3)
    array([[0, 1, 2],
           [1, 2, 3],
           [2, 3, 4]])
    """
    if writeable:
        raise NotImplementedError("sliding_window_view(writeable=True) is not in rdask: its windows are copies")
    x = _np.asarray(x)
    sizes, axes = _windows(x.shape, window_shape, axis)
    if any([size < 0 for size in sizes]):
        raise ValueError("`window_shape` cannot contain negative values")
    left = list(x.shape)
    for at, size in zip(axes, sizes):
        left[at] -= size - 1
    if any([size <= 0 for size in left]):
        raise ValueError("window shape cannot be larger than input array shape")
    made = x
    for at, size in zip(axes, sizes):
        places = _np.arange(made.shape[at] - size + 1)[:, None] + _np.arange(size)
        made = _np.moveaxis(made[(slice(None),) * at + (places,)], at + 1, -1)
    made.setflags(write=False)
    return made
