"""Settings: read them, and set them for good or for a ``with`` block."""

def get(key: str, default: Any = ..., config: Any = None, override_with: Any = None) -> Any:
    """The setting at a dotted path.

    >>> import dask
    >>> dask.config.get('array.chunk-size'), dask.config.get('no.such', 'default')
    ('128MiB', 'default')
    """
    ...

def set(arg: Any = None, config: Any = None, lock: Any = None, **kwargs: Any) -> Any:
    """Set settings; in a ``with`` statement, until its end. ``a__b=1`` sets ``a.b``.

    >>> import dask
    >>> with dask.config.set(scheduler='sync'):
    ...     print(dask.config.get('scheduler'))
    sync
    """
    ...
