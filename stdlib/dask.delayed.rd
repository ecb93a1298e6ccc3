"""Functions and values made lazy."""

from dask import delayed as delayed
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
