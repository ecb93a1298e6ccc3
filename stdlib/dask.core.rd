"""Graphs written by hand."""

from dask import get as _get

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

def get(dsk: Any, out: Any, cache: Any = None) -> Any:
    """The results of keys, computed in this thread.

    >>> from dask.core import get
    >>> get({'x': 1, 'y': (abs, 'x')}, 'y')
    1
    """
    graph = dict(dsk)
    if cache:
        graph.update(cache)
    return _get(graph, out)

def ishashable(x: Any) -> bool:
    """Whether ``x`` can be a key.

    >>> from dask.core import ishashable
    >>> ishashable(1), ishashable([1])
    (True, False)
    """
    try:
        hash(x)
        return True
    except TypeError:
        return False

def get_deps(dsk: Any) -> Any:
    """What each key needs, and what needs it.

    >>> from dask.core import get_deps
    >>> get_deps({'a': 1, 'b': (abs, 'a')})
    ({'a': set(), 'b': {'a'}}, {'a': {'b'}, 'b': set()})
    """
    dependencies = {key: get_dependencies(dsk, key) for key in dsk}
    dependents = {key: set() for key in dsk}
    for key, needed in dependencies.items():
        for one in needed:
            dependents[one].add(key)
    return dependencies, dependents

def getcycle(d: Any, keys: Any) -> list[Any]:
    """Keys that need each other in a circle, the first again at the end; an empty list if there are none.

    >>> from dask.core import getcycle
    >>> getcycle({'x': (abs, 'y'), 'y': (abs, 'x')}, 'x')
    ['x', 'y', 'x']
    """
    done = set()
    for start in keys if isinstance(keys, list) else [keys]:
        path = [start]
        left = [list(get_dependencies(d, start))]
        while path:
            if not left[-1]:
                done.add(path.pop())
                left.pop()
                continue
            key = left[-1].pop()
            if key in path:
                return path[path.index(key):] + [key]
            if key not in done:
                path.append(key)
                left.append(list(get_dependencies(d, key)))
    return []

def isdag(d: Any, keys: Any) -> bool:
    """Whether no keys need each other in a circle.

    >>> from dask.core import isdag
    >>> isdag({'x': 0, 'y': (abs, 'x')}, 'y')
    True
    """
    return not getcycle(d, keys)

def subs(task: Any, key: Any, val: Any) -> Any:
    """A task with ``val`` in place of ``key``.

    >>> from dask.core import subs
    >>> subs((max, 'x', ['x', 2]), 'x', 1) == (max, 1, [1, 2])
    True
    """
    if istask(task):
        return (task[0],) + tuple([subs(part, key, val) for part in task[1:]])
    if isinstance(task, list):
        return [subs(part, key, val) for part in task]
    return val if type(task) is type(key) and task == key else task

def reshapelist(shape: Any, seq: Any) -> Any:
    """A flat sequence as nested lists.

    >>> from dask.core import reshapelist
    >>> reshapelist((2, 2), [1, 2, 3, 4])
    [[1, 2], [3, 4]]
    """
    items = list(seq)
    if len(shape) == 1:
        return items
    size = len(items) // shape[0]
    return [reshapelist(shape[1:], items[at * size:(at + 1) * size]) for at in range(shape[0])]

class literal:
    """A value that a graph takes as it is."""
    def __init__(self, data: Any) -> None:
        self.data = data
    def __repr__(self) -> str:
        return f"literal<type={type(self.data).__name__}>"
    def __call__(self) -> Any:
        return self.data

def quote(x: Any) -> Any:
    """A value that would be read as a task, as a task that gives it.

    >>> from dask.core import quote
    >>> quote((abs, 1)), quote(1)
    ((literal<type=tuple>,), 1)
    """
    return (literal(x),) if istask(x) or type(x) in (list, dict) else x
