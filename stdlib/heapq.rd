"""Lists kept as heaps: the smallest item is always first."""

def heappush(heap: list[T], item: T, /) -> None:
    """Add an item to a heap.

    >>> import heapq
    >>> heap = []
    >>> for n in [5, 1, 4]:
    ...     heapq.heappush(heap, n)
    >>> heap
    [1, 5, 4]
    """
    ...

def heappop(heap: list[T], /) -> T:
    """Take the smallest item out of a heap.

    >>> import heapq
    >>> heap = [1, 3, 2]
    >>> heapq.heappop(heap), heap
    (1, [2, 3])
    """
    ...

def heapify(x: list[T], /) -> None:
    """Make a list a heap.

    >>> import heapq
    >>> x = [9, 4, 7, 1]
    >>> heapq.heapify(x)
    >>> x
    [1, 4, 7, 9]
    """
    ...

def heapreplace(heap: list[T], item: T, /) -> T:
    """Take the smallest item out of a heap and add another."""
    ...

def heappushpop(heap: list[T], item: T, /) -> T:
    """Add an item to a heap, then take the smallest out of it.

    >>> import heapq
    >>> heapq.heappushpop([2, 3], 1), heapq.heappushpop([2, 3], 4)
    (1, 2)
    """
    ...

def nsmallest(n: int, iterable: Iterable[T], key: Callable | None = None) -> list[T]:
    """The `n` smallest items, in order.

    >>> import heapq
    >>> heapq.nsmallest(2, [5, 1, 4])
    [1, 4]
    """
    return sorted(iterable, key=key)[:max(n, 0)]

def nlargest(n: int, iterable: Iterable[T], key: Callable | None = None) -> list[T]:
    """The `n` largest items, the largest first.

    >>> import heapq
    >>> heapq.nlargest(2, ["aa", "b", "cccc"], key=len)
    ['cccc', 'aa']
    """
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]

def merge(*iterables: Iterable[Any], key: Callable | None = None, reverse: bool = False) -> Iterator[Any]:
    """The items of iterables that are in order, in order.

    >>> import heapq
    >>> list(heapq.merge([1, 4], [2, 3]))
    [1, 2, 3, 4]
    """
    heads = []
    for iterator in map(iter, iterables):
        for value in iterator:
            heads.append([value if key is None else key(value), value, iterator])
            break
    while heads:
        best = 0
        for i in range(1, len(heads)):
            if (heads[best][0] < heads[i][0]) if reverse else (heads[i][0] < heads[best][0]):
                best = i
        yield heads[best][1]
        ended = True
        for value in heads[best][2]:
            heads[best][0] = value if key is None else key(value)
            heads[best][1] = value
            ended = False
            break
        if ended:
            del heads[best]
