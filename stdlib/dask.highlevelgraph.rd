"""Graphs as mappings."""

class HighLevelGraph:
    """The graph of a lazy value: a mapping from keys to tasks.

    >>> from dask import delayed
    >>> list(delayed(1, name='one').dask)
    ['one']
    """
    def keys(self) -> Any:
        """The keys.

        >>> from dask import delayed
        >>> list(delayed(1, name='one').dask.keys())
        ['one']
        """
        ...
    def values(self) -> Any:
        """The tasks."""
        ...
    def items(self) -> Any:
        """Keys and tasks."""
        ...
    def get(self, key: Any, default: Any = None) -> Any:
        """The task of a key."""
        ...
    def to_dict(self) -> dict[Any, Any]:
        """All tasks as a dict."""
        ...
