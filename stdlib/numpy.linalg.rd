"""Linear algebra of arrays."""

from numpy import ndarray as ndarray

def norm(x: Any, ord: Any = None, axis: Any = None) -> Any:
    """The length of a vector: the root of the sum of squares.

    >>> np.linalg.norm([3.0, 4.0])
    np.float64(5.0)
    """
    ...

