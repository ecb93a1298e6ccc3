"""Passes over graphs written by hand: new graphs, the old ones stay."""

from dask.core import get_dependencies as get_dependencies

def cull(dsk: Any, keys: Any) -> Any:
    """Only the tasks that ``keys`` need; and what each needs.

    >>> from operator import add
    >>> from dask.optimization import cull
    >>> cull({'x': 1, 'y': (add, 'x', 10), 'other': 2}, 'y')[0] == {'x': 1, 'y': (add, 'x', 10)}
    True
    """
    wanted = []
    stack = [keys]
    while stack:
        item = stack.pop()
        if isinstance(item, (list, set)):
            stack.extend(item)
        else:
            wanted.append(item)
    out = {}
    dependencies = {}
    while wanted:
        key = wanted.pop()
        if key not in out:
            out[key] = dsk[key]
            needed = list(get_dependencies(dsk, key))
            dependencies[key] = needed
            wanted.extend(needed)
    return out, dependencies

def inline(dsk: Any, keys: Any = None, inline_constants: bool = True) -> Any:
    """Constants, and the tasks of ``keys``, put in place of their keys.

    >>> from operator import add
    >>> from dask.optimization import inline
    >>> inline({'x': 1, 'y': (add, 'x', 10)})['y'] == (add, 1, 10)
    True
    """
    chosen = set()
    if keys is not None:
        chosen = set(keys) if isinstance(keys, (list, set, tuple)) else {keys}
    if inline_constants:
        for key, task in dsk.items():
            if not get_dependencies(dsk, key) and not _is_task(task):
                chosen.add(key)
    out = {}
    for key, task in dsk.items():
        out[key] = _replace(dsk, chosen, task)
    return out

def inline_functions(dsk: Any, output: Any, fast_functions: Any = None, inline_constants: bool = False, dependencies: Any = None) -> Any:
    """Tasks that call one of ``fast_functions`` put in place of their keys; ``output`` keys stay.

    >>> from operator import add
    >>> from dask.optimization import inline_functions
    >>> dsk = {'i': 1, 'x': (abs, 'i'), 'y': (add, 'x', 2)}
    >>> inline_functions(dsk, ['y'], [abs])['y'] == (add, (abs, 'i'), 2)
    True
    """
    kept = set(output) if isinstance(output, (list, set, tuple)) else {output}
    fast = fast_functions or []
    chosen = [key for key, task in dsk.items() if key not in kept and _is_task(task) and task[0] in fast]
    out = inline(dsk, chosen, inline_constants)
    return {key: task for key, task in out.items() if key not in chosen}

def fuse(dsk: Any, keys: Any = None, **kwargs: Any) -> Any:
    """Chains of tasks, each the only user of the one before, made into one task; and what each needs.

    >>> from dask.optimization import fuse
    >>> d = {'a': 1, 'b': (abs, 'a'), 'c': (abs, 'b')}
    >>> fuse(d, ['c'], rename_keys=False)[0] == {'c': (abs, (abs, 1))}
    True
    """
    kept = set()
    if keys is not None:
        kept = set(keys) if isinstance(keys, (list, set, tuple)) else {keys}
    users = {}
    for key in dsk:
        for needed in get_dependencies(dsk, key):
            users.setdefault(needed, []).append(key)
    chosen = set()
    for key, using in users.items():
        if key not in kept and len(using) == 1 and len(get_dependencies(dsk, using[0])) == 1:
            chosen.add(key)
    out = {}
    for key, task in dsk.items():
        if key not in chosen:
            out[key] = _replace(dsk, chosen, task)
    return out, {key: list(get_dependencies(out, key)) for key in out}

def _is_task(task: Any) -> bool:
    return isinstance(task, tuple) and len(task) > 0 and callable(task[0])

def _is_key(dsk: Any, x: Any) -> bool:
    return isinstance(x, (str, int, float, tuple)) and x in dsk

def _replace(dsk: Any, chosen: Any, task: Any) -> Any:
    if _is_task(task):
        return (task[0],) + tuple(_replace(dsk, chosen, part) for part in task[1:])
    if isinstance(task, list):
        return [_replace(dsk, chosen, part) for part in task]
    if _is_key(dsk, task) and task in chosen:
        return _replace(dsk, chosen, dsk[task])
    return task
