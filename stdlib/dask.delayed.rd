"""Functions and values made lazy."""

from dask import delayed as delayed
from dask import is_dask_collection as is_dask_collection
from dask.base import tokenize as tokenize

class Delayed:
    """A value to be computed: operators, items, attributes and calls on it are lazy too.

    >>> from dask import delayed
    >>> x = delayed([1, 2, 3])
    >>> (x[0] + x.count(2)).compute()
    2
    """
    def compute(self, **kwargs: Any) -> Any:
        """Run the graph and return the value. Options: ``scheduler`` ("threads", "sync"), ``num_workers``, ``optimize_graph``.

        >>> from dask import delayed
        >>> (delayed(2) ** 10).compute(scheduler='sync')
        1024
        """
        ...
    def persist(self, **kwargs: Any) -> Delayed:
        """Run the graph; the same lazy value, computed already.

        >>> from dask import delayed
        >>> delayed(sum)([1, 2]).persist().compute()
        3
        """
        ...
    def visualize(self, filename: str | None = None, format: str | None = None, optimize_graph: bool = False, **kwargs: Any) -> Any:
        """Draw the graph to a file (.svg .dot .png .pdf), or without a file name in the terminal."""
        ...
    def __dask_keys__(self) -> list[Any]:
        """The keys of the result.

        >>> from dask import delayed
        >>> delayed(1, name='one').__dask_keys__()
        ['one']
        """
        ...
    def __dask_graph__(self) -> Any:
        """The graph: a mapping from keys to tasks."""
        ...

def unpack_collections(expr: Any) -> Any:
    """A value with references in place of the lazy values in it, and a tuple of those.

    >>> from dask.delayed import delayed, unpack_collections
    >>> a = delayed(1, name='a')
    >>> unpack_collections([a, 2])
    (List((TaskRef('a'), 2)), (Delayed('a'),))
    >>> unpack_collections([1, 2])
    ([1, 2], ())
    """
    found = []
    task = _unpack(expr, found)
    unique = []
    for item in found:
        if not any(item is other for other in unique):
            unique.append(item)
    return (task, tuple(unique)) if unique else (expr, ())

def _unpack(expr: Any, found: Any) -> Any:
    if is_dask_collection(expr):
        if not isinstance(expr, Delayed):
            expr = delayed(expr)
        found.append(expr)
        return _Reference(expr.key)
    if type(expr) in (list, tuple, set):
        before = len(found)
        items = [_unpack(item, found) for item in expr]
        if len(found) == before:
            return expr
        return _Display(items) if isinstance(expr, list) else _Call(type(expr), _Display(items))
    if type(expr) is dict:
        before = len(found)
        keys = [_unpack(key, found) for key in expr]
        values = [_unpack(value, found) for value in expr.values()]
        return _Pairs(list(zip(keys, values))) if len(found) > before else expr
    return expr

class _Reference:
    def __init__(self, key: Any) -> None:
        self.key = key
    def __repr__(self) -> str:
        return f"TaskRef({self.key!r})"

class _Display:
    def __init__(self, items: Any) -> None:
        self.args = tuple(items)
    def __repr__(self) -> str:
        return f"List({self.args!r})"

class _Call:
    def __init__(self, func: Any, inner: Any) -> None:
        self.func = func
        self.args = (inner,)
    def __repr__(self) -> str:
        return f"<Task None {self.func.__name__}(...)>"

class _Pairs:
    def __init__(self, pairs: Any) -> None:
        self.args = pairs
    def __repr__(self) -> str:
        shown = [f"{_name(key)}: {_name(value)}" for key, value in self.args]
        return f"Dict({', '.join(shown)})"

def _name(part: Any) -> str:
    return str(part.key) if isinstance(part, _Reference) else repr(part)
