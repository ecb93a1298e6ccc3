"""The scheduler of several threads, for graphs written by hand."""

from dask import compute as _compute
from dask import delayed as _delayed
from dask import get as _get
from dask.core import get_dependencies as _get_dependencies
from dask.core import istask as _istask

def get(dsk: Any, keys: Any, num_workers: int | None = None, **kwargs: Any) -> Any:
    """The results of ``keys``: tasks that do not need each other run at the same time.

    >>> from operator import add
    >>> from dask.threaded import get
    >>> get({'x': 1, 'y': (add, 'x', 10), 'z': (sum, ['x', 'y', 5])}, ['z', 'y'])
    (17, 11)
    """
    if not isinstance(dsk, dict):
        dsk = dict(dsk)
    wanted = []
    _flat(keys, wanted)
    made = {}
    opened = set()
    stack = list(reversed(wanted))
    while stack:
        key = stack[-1]
        if key in made:
            stack.pop()
            continue
        if key not in dsk:
            raise KeyError(key)
        missing = [needed for needed in _get_dependencies(dsk, key) if needed not in made]
        if missing:
            if key in opened:
                # A cycle: the scheduler of one thread says which.
                return _get(dsk, keys)
            opened.add(key)
            stack.extend(missing)
            continue
        made[key] = _built(made, dsk[key], key)
        stack.pop()
    results = _compute(*[made[key] for key in wanted], scheduler="threads", num_workers=num_workers)
    return _shaped(keys, list(reversed(results)))

def _flat(keys: Any, out: Any) -> None:
    if isinstance(keys, list):
        for key in keys:
            _flat(key, out)
    else:
        out.append(keys)

def _shaped(keys: Any, left: Any) -> Any:
    if isinstance(keys, list):
        return tuple([_shaped(key, left) for key in keys])
    return left.pop()

def _built(made: Any, task: Any, key: Any = None) -> Any:
    if _istask(task):
        return _delayed(task[0], pure=False)(*[_built(made, part) for part in task[1:]], dask_key_name=key)
    if isinstance(task, list):
        return [_built(made, part) for part in task]
    try:
        if task in made:
            return made[task]
    except TypeError:
        pass
    return task
