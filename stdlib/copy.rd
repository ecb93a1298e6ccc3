"""Copies of values."""

class Error(Exception):
    """A value can't be copied."""
    pass

def copy(x: T) -> T:
    """A copy that shares the parts.

    >>> import copy
    >>> copy.copy([1, [2]])
    [1, [2]]
    """
    ...

def deepcopy(x: T, memo: Any = None) -> T:
    """A copy with copies of the parts.

    >>> import copy
    >>> a = [1, [2]]
    >>> b = copy.deepcopy(a)
    >>> b[1].append(3)
    >>> a, b
    ([1, [2]], [1, [2, 3]])
    """
    ...
