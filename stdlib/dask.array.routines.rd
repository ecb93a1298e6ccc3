"""Functions of whole arrays, and what they share."""

import numpy as _np

def aligned_coarsen_chunks(chunks: Any, multiple: int) -> tuple[int, ...]:
    """Sizes of blocks that are multiples of a number, with what is left over at the end.

    >>> from dask.array.routines import aligned_coarsen_chunks
    >>> aligned_coarsen_chunks(chunks=(1, 20, 3, 4), multiple=4)
    (4, 20, 4)
    """
    from dask.array import _coarse_chunks
    return tuple([int(n) for n in _coarse_chunks(list(chunks), multiple)])

def split_at_breaks(array: Any, breaks: Any, axis: int = 0) -> list[Any]:
    """An array cut along an axis at these positions.

    >>> from dask.array.routines import split_at_breaks
    >>> split_at_breaks(np.arange(6), [3, 5])
    [array([0, 1, 2]), array([3, 4]), array([5])]
    """
    ends = [None] + list(breaks) + [None]
    return [array[(slice(None),) * axis + (slice(a, b),)] for a, b in zip(ends[:-1], ends[1:])]
