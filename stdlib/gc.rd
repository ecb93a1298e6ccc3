"""Memory: values go as soon as nothing refers to them."""

def collect(generation: int = 2) -> int:
    """Nothing to do.

    >>> import gc
    >>> gc.collect()
    0
    """
    return 0

def enable() -> None:
    """Nothing to do."""
    return None

def disable() -> None:
    """Nothing to do."""
    return None
