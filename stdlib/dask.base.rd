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

def normalize_token(value: Any) -> Any:
    """A value as what stands for it in a hash: containers by their parts, other values by themselves.

    >>> from dask.base import normalize_token
    >>> normalize_token(1), normalize_token((1, 'a'))
    (1, ('tuple', [1, 'a']))
    """
    if isinstance(value, (list, tuple)):
        return (type(value).__name__, [normalize_token(item) for item in value])
    if isinstance(value, dict):
        return ("dict", sorted([(str(key), normalize_token(item)) for key, item in value.items()]))
    if isinstance(value, (set, frozenset)):
        return (type(value).__name__, sorted([str(normalize_token(item)) for item in value]))
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if is_dask_collection(value):
        return value.__dask_keys__()
    return tokenize(value)

def get_name_from_key(key: Any) -> str:
    """The name of the collection that a key belongs to.

    >>> from dask.base import get_name_from_key
    >>> get_name_from_key('x'), get_name_from_key(('x-1', 0, 1))
    ('x', 'x-1')
    """
    if isinstance(key, tuple) and key and isinstance(key[0], str):
        return key[0]
    if isinstance(key, str):
        return key
    raise TypeError(f"Expected str or a tuple starting with str; got {key!r}")

def replace_name_in_key(key: Any, rename: Any) -> Any:
    """A key with its collection's name changed.

    >>> from dask.base import replace_name_in_key
    >>> replace_name_in_key(('x', 0), {'x': 'y'})
    ('y', 0)
    """
    if isinstance(key, tuple) and key and isinstance(key[0], str):
        return (rename.get(key[0], key[0]),) + key[1:]
    if isinstance(key, str):
        return rename.get(key, key)
    raise TypeError(f"Expected str or a tuple starting with str; got {key!r}")
