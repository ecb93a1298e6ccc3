"""Slices taken of slices."""

def normalize_slice(s: Any) -> Any:
    """A slice with numbers where it has none.

    >>> from dask.array.optimization import normalize_slice
    >>> normalize_slice(slice(None, None, None))
    slice(0, None, 1)
    """
    start = 0 if s.start is None else s.start
    step = 1 if s.step is None else s.step
    if start < 0 or step < 0 or s.stop is not None and s.stop < 0:
        raise NotImplementedError()
    return slice(start, s.stop, step)

def _one_of_slice(a: Any, b: Any) -> Any:
    """A slice or a position of what a slice takes."""
    if isinstance(b, int):
        if b < 0:
            raise NotImplementedError()
        return a.start + b * a.step
    stop = None if b.stop is None else a.start + a.step * b.stop
    if a.stop is not None and (stop is None or a.stop < stop):
        stop = a.stop
    step = a.step * b.step
    return slice(a.start + a.step * b.start, stop, None if step == 1 else step)

def _no_mix(fancy: Any, normal: Any) -> None:
    """Raise where a list and an integer would take part in one index."""
    longer = list(fancy) + [slice(None)] * (len(normal) - len(fancy))
    for f, n in zip(longer, normal):
        if not isinstance(f, list) and isinstance(n, int):
            raise NotImplementedError("Can't handle normal indexing with integers and fancy indexing if the integers and fancy indices don't align with the same dimensions.")

def fuse_slice(a: Any, b: Any) -> Any:
    """The one index that stands for an index `b` of what an index `a` gives.

    >>> from dask.array.optimization import fuse_slice
    >>> fuse_slice(slice(1000, 2000), slice(10, 15))
    slice(1010, 1015, None)
    >>> fuse_slice((slice(100, 200), slice(100, 200, 10)), (slice(10, 15), [5, 2]))
    (slice(110, 115, None), [150, 120])
    """
    if a is None and isinstance(b, slice) and b == slice(None):
        return None
    if isinstance(a, slice):
        a = normalize_slice(a)
    if isinstance(b, slice):
        b = normalize_slice(b)
    if isinstance(a, slice) and isinstance(b, (int, slice)):
        return _one_of_slice(a, b)
    if isinstance(b, list):
        return [fuse_slice(a, each) for each in b]
    if isinstance(a, list) and isinstance(b, (int, slice)):
        return a[b]
    if isinstance(a, tuple) and not isinstance(b, tuple):
        b = (b,)
    if isinstance(a, tuple) and isinstance(b, tuple):
        return _fused_tuples(a, b)
    raise NotImplementedError()

def _fused_tuples(a: Any, b: Any) -> Any:
    """Two indices of several axes as one."""
    lists = [any([isinstance(each, list) for each in side]) for side in (a, b)]
    if lists[0] and lists[1]:
        raise NotImplementedError("Can't handle multiple list indexing")
    if lists[0]:
        _no_mix(a, b)
    elif lists[1]:
        _no_mix(b, a)
    at, result = 0, []
    for each in a:
        if isinstance(each, int) or each is None and at >= len(b):
            result.append(each)
            continue
        while at < len(b) and b[at] is None:
            result.append(None)
            at += 1
        if at == len(b):
            result.append(each)
            continue
        result.append(fuse_slice(each, b[at]))
        at += 1
    return tuple(result) + tuple(b[at:])
