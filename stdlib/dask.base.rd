"""What all lazy values have in common."""

from dask import compute as compute
from dask import persist as persist
from dask import optimize as optimize
from dask import visualize as visualize
from dask import is_dask_collection as is_dask_collection

def tokenize(*args: Any, **kwargs: Any) -> str:
    """A hash of values: equal values give equal texts.

    >>> from dask.base import tokenize
    >>> tokenize([1, 2]) == tokenize([1, 2]), len(tokenize('a'))
    (True, 32)
    """
    ...
