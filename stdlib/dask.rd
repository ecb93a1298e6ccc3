"""Parallel computing with task scheduling: lazy values, and what computes them."""

import dask.base as base
import dask.config as config
import dask.core as core
import dask.diagnostics as diagnostics
import dask.local as local
import dask.multiprocessing as multiprocessing
import dask.optimization as optimization
import dask.threaded as threaded
import dask.utils as utils

__version__: str = "2026.8.0"

def delayed(obj: Any = ..., name: Any = None, pure: bool | None = None, nout: int | None = None, traverse: bool = True) -> Any:
    """Wrap a function or value: calls and operators then build a graph instead of running.

    Used as ``delayed(f)(x)``, as a decorator ``@delayed``, or with options ``@delayed(pure=True)``. ``nout`` says how
    many values the function returns, so that the result can be unpacked; with ``pure`` equal calls get equal keys and
    run once; ``name`` is the key of the wrapped value; with ``traverse=False`` containers are not searched for lazy
    values.

    >>> from dask import delayed
    >>> def inc(x):
    ...     return x + 1
    >>> total = delayed(sum)([delayed(inc)(i) for i in range(3)])
    >>> total.compute()
    6
    >>> low, high = delayed(lambda: (1, 2), nout=2)()
    >>> (low + high).compute()
    3
    """
    ...

def compute(*args: Any, traverse: bool = True, optimize_graph: bool = True, scheduler: str | None = None, **kwargs: Any) -> Any:
    """Compute several lazy values at once: what they share runs once. Returns a tuple.

    Lists, tuples, dicts and sets are searched for lazy values, which the results replace.

    >>> import dask
    >>> from dask import delayed
    >>> a = delayed(1) + 1
    >>> dask.compute(a, [a, {'k': a * 2}], 'text')
    (2, [2, {'k': 4}], 'text')
    """
    ...

def persist(*args: Any, traverse: bool = True, optimize_graph: bool = True, scheduler: str | None = None, **kwargs: Any) -> Any:
    """Compute several lazy values at once; returns a tuple of lazy values that are computed already.

    >>> import dask
    >>> from dask import delayed
    >>> (a,) = dask.persist(delayed(sum)([1, 2]))
    >>> a.compute()
    3
    """
    ...

def optimize(*args: Any, traverse: bool = True, **kwargs: Any) -> Any:
    """The same lazy values, as a tuple: graphs are optimized when they are computed.

    >>> import dask
    >>> len(dask.optimize(dask.delayed(1), 2))
    2
    """
    ...

def visualize(*args: Any, filename: str | None = None, traverse: bool = True, optimize_graph: bool = False, **kwargs: Any) -> Any:
    """Draw the graph of lazy values to a file (.svg .dot .png .pdf), or without a file name in the terminal.

    Further options: ``format``, ``rankdir`` ("BT", "TB", "LR", "RL"), ``color`` ("order").
    """
    ...

def is_dask_collection(x: Any) -> bool:
    """Whether ``x`` is a lazy value.

    >>> import dask
    >>> dask.is_dask_collection(dask.delayed(1)), dask.is_dask_collection([1])
    (True, False)
    """
    ...

def get(dsk: Any, keys: Any, **kwargs: Any) -> Any:
    """Run a graph written by hand: a dict from keys to tasks. A task is a tuple that begins with a function.

    >>> from operator import add
    >>> import dask
    >>> dask.get({'x': 1, 'y': (add, 'x', 10), 'z': (sum, ['x', 'y'])}, ['z', 'y'])
    (12, 11)
    """
    ...

class annotate:
    """Annotations for a cluster's scheduler: accepted, without effect on one machine."""
    def __init__(self, **annotations: Any) -> None:
        self.annotations = annotations
    def __enter__(self) -> None:
        return None
    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        return False
