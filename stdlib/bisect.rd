"""Places in sorted lists."""

def bisect_right(a: Any, x: Any, lo: int = 0, hi: int | None = None, *, key: Callable | None = None) -> int:
    """Where to insert `x` into a sorted list, after those that equal it.

    >>> from bisect import bisect_right
    >>> bisect_right([1, 3, 3, 5], 3)
    3
    """
    ...

def bisect_left(a: Any, x: Any, lo: int = 0, hi: int | None = None, *, key: Callable | None = None) -> int:
    """Where to insert `x` into a sorted list, before those that equal it.

    >>> from bisect import bisect_left
    >>> bisect_left([1, 3, 3, 5], 3)
    1
    """
    ...

def bisect(a: Any, x: Any, lo: int = 0, hi: int | None = None, *, key: Callable | None = None) -> int:
    """As `bisect_right`.

    >>> from bisect import bisect
    >>> grades = [60, 70, 80, 90]
    >>> ["FDCBA"[bisect(grades, score)] for score in [33, 99, 77, 70]]
    ['F', 'A', 'C', 'C']
    """
    ...

def insort_right(a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable | None = None) -> None:
    """Insert `x` into a sorted list, after those that equal it."""
    ...

def insort_left(a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable | None = None) -> None:
    """Insert `x` into a sorted list, before those that equal it."""
    ...

def insort(a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable | None = None) -> None:
    """As `insort_right`.

    >>> from bisect import insort
    >>> a = [1, 3]
    >>> insort(a, 2)
    >>> a
    [1, 2, 3]
    """
    ...
