"""The scheduler of one thread, for graphs written by hand."""

from dask import get as get_sync

def identity(x: Any) -> Any:
    """The value itself.

    >>> from dask.local import identity
    >>> identity(3)
    3
    """
    return x

def nested_get(ind: Any, coll: Any) -> Any:
    """Items of a collection, in the shape of nested lists of indices.

    >>> from dask.local import nested_get
    >>> nested_get([[1, 0], 2], 'abc')
    (('b', 'a'), 'c')
    """
    if isinstance(ind, list):
        return tuple([nested_get(at, coll) for at in ind])
    return coll[ind]

def sortkey(item: Any) -> Any:
    """A key by which values of several types can be sorted.

    >>> from dask.local import sortkey
    >>> sortkey('x')
    ('str', 'x')
    """
    return type(item).__name__, item
