"""Graphs written by hand."""

def get_dependencies(dsk: Any, key: Any = ..., task: Any = ...) -> set[Any]:
    """The keys that a task needs.

    >>> from operator import add
    >>> from dask.core import get_dependencies
    >>> get_dependencies({'x': 1, 'y': (add, 'x', 2)}, 'y')
    {'x'}
    """
    ...

def istask(x: Any) -> bool:
    """Whether ``x`` is a task: a tuple that begins with something callable.

    >>> from dask.core import istask
    >>> istask((len, 'x')), istask([1])
    (True, False)
    """
    return isinstance(x, tuple) and len(x) > 0 and callable(x[0])

def flatten(seq: Any) -> Any:
    """The items of nested lists.

    >>> from dask.core import flatten
    >>> list(flatten([1, [2, [3]]]))
    [1, 2, 3]
    """
    for item in seq:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item
