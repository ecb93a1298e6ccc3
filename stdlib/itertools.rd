"""Iterators that give their items when asked."""

class count:
    """Numbers without end."""

    def __new__(cls, start: Any = 0, step: Any = 1) -> Iterator[Any]:
        """The numbers from a start by a step.

        >>> from itertools import count, islice
        >>> list(islice(count(10, 5), 3))
        [10, 15, 20]
        """
        ...

class cycle:
    """Items again and again."""

    def __new__(cls, iterable: Iterable[T], /) -> Iterator[Any]:
        """The items of an iterable, over and over.

        >>> from itertools import cycle, islice
        >>> list(islice(cycle('ab'), 5))
        ['a', 'b', 'a', 'b', 'a']
        """
        ...

class repeat:
    """One item again and again."""

    def __new__(cls, object: T, times: int = ...) -> Iterator[Any]:
        """An item, so many times or without end.

        >>> from itertools import repeat
        >>> list(repeat(7, 3))
        [7, 7, 7]
        """
        ...

class chain:
    """Iterables one after another."""

    def __new__(cls, *iterables: Iterable[Any]) -> Iterator[Any]:
        """The items of several iterables, one after another.

        >>> from itertools import chain
        >>> list(chain('ab', [1]))
        ['a', 'b', 1]
        """
        ...

    @classmethod
    def from_iterable(cls, iterable: Iterable[Any], /) -> Iterator[Any]:
        """The items of the iterables that an iterable gives.

        >>> from itertools import chain
        >>> list(chain.from_iterable([[1, 2], [3]]))
        [1, 2, 3]
        """
        ...

class compress:
    """Items that are selected."""

    def __new__(cls, data: Iterable[T], selectors: Iterable[Any]) -> Iterator[Any]:
        """The items whose selectors are true.

        >>> from itertools import compress
        >>> list(compress('abc', [1, 0, 1]))
        ['a', 'c']
        """
        ...

class dropwhile:
    """Items after a beginning."""

    def __new__(cls, predicate: Callable, iterable: Iterable[T], /) -> Iterator[Any]:
        """The items from the first that fails a test.

        >>> from itertools import dropwhile
        >>> list(dropwhile(lambda x: x < 3, [1, 4, 2]))
        [4, 2]
        """
        ...

class takewhile:
    """Items of a beginning."""

    def __new__(cls, predicate: Callable, iterable: Iterable[T], /) -> Iterator[Any]:
        """The items before the first that fails a test.

        >>> from itertools import takewhile
        >>> list(takewhile(lambda x: x < 3, [1, 4, 2]))
        [1]
        """
        ...

class filterfalse:
    """The items that fail a test."""

    def __new__(cls, predicate: Callable | None, iterable: Iterable[T], /) -> Iterator[Any]:
        """The items that fail a test; for None, the false items.

        >>> from itertools import filterfalse
        >>> list(filterfalse(lambda x: x % 2, range(5)))
        [0, 2, 4]
        """
        ...

class islice:
    """A slice of an iterable."""

    def __new__(cls, iterable: Iterable[T], /, *args: Any) -> Iterator[Any]:
        """The items up to a stop, or from a start to a stop by a step.

        >>> from itertools import islice
        >>> list(islice('abcdef', 1, None, 2))
        ['b', 'd', 'f']
        """
        ...

class starmap:
    """A function of argument tuples."""

    def __new__(cls, function: Callable, iterable: Iterable[Any], /) -> Iterator[Any]:
        """What a function gives for each tuple of arguments.

        >>> from itertools import starmap
        >>> list(starmap(pow, [(2, 3), (3, 2)]))
        [8, 9]
        """
        ...

class accumulate:
    """Running totals."""

    def __new__(cls, iterable: Iterable[Any], func: Callable | None = None, *, initial: Any = None) -> Iterator[Any]:
        """The sums of the first items, or what a function of two makes of them.

        >>> from itertools import accumulate
        >>> list(accumulate([1, 2, 3]))
        [1, 3, 6]
        """
        ...

class zip_longest:
    """Tuples until the longest iterable ends."""

    def __new__(cls, *iterables: Iterable[Any], fillvalue: Any = None) -> Iterator[Any]:
        """Items of several iterables side by side, with a value for those that are missing.

        >>> from itertools import zip_longest
        >>> list(zip_longest('abc', [1], fillvalue='-'))
        [('a', 1), ('b', '-'), ('c', '-')]
        """
        ...

class pairwise:
    """Neighbours."""

    def __new__(cls, iterable: Iterable[T], /) -> Iterator[Any]:
        """Each item with the next.

        >>> from itertools import pairwise
        >>> list(pairwise('abc'))
        [('a', 'b'), ('b', 'c')]
        """
        ...

class product:
    """Every combination of items."""

    def __new__(cls, *iterables: Iterable[Any], repeat: int = 1) -> Iterator[Any]:
        """The tuples of one item from each iterable, as nested loops give them.

        >>> from itertools import product
        >>> list(product('ab', [1, 2]))
        [('a', 1), ('a', 2), ('b', 1), ('b', 2)]
        """
        ...

class permutations:
    """Items in every order."""

    def __new__(cls, iterable: Iterable[Any], r: int | None = None) -> Iterator[Any]:
        """The ways to choose `r` items in order.

        >>> from itertools import permutations
        >>> list(permutations('abc', 2))
        [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')]
        """
        ...

class combinations:
    """Choices of items."""

    def __new__(cls, iterable: Iterable[Any], r: int) -> Iterator[Any]:
        """The ways to choose `r` items.

        >>> from itertools import combinations
        >>> list(combinations('abc', 2))
        [('a', 'b'), ('a', 'c'), ('b', 'c')]
        """
        ...

class combinations_with_replacement:
    """Choices of items that may repeat."""

    def __new__(cls, iterable: Iterable[Any], r: int) -> Iterator[Any]:
        """The ways to choose `r` items, the same one perhaps again.

        >>> from itertools import combinations_with_replacement
        >>> list(combinations_with_replacement('ab', 2))
        [('a', 'a'), ('a', 'b'), ('b', 'b')]
        """
        ...

def tee(iterable: Iterable[T], n: int = 2, /) -> tuple[Iterator[T], ...]:
    """Several iterators over one iterable.

    >>> from itertools import tee
    >>> a, b = tee([1, 2])
    >>> list(a), list(b)
    ([1, 2], [1, 2])
    """
    ...

class groupby:
    """Runs of items with the same key."""

    def __init__(self, iterable: Iterable[T], key: Callable | None = None) -> None:
        """Pairs of a key and an iterator over the items in a row that have it.

        >>> from itertools import groupby
        >>> [(key, list(group)) for key, group in groupby("aab")]
        [('a', ['a', 'a']), ('b', ['b'])]
        """
        self._items = iter(iterable)
        self._key = key
        self._group = None
        self._ready = False
        self._ended = False
        self._current = None
        self._current_key = None
        self._last_key = None
        self._started = False

    def __iter__(self):
        return self

    def _advance(self):
        for item in self._items:
            self._current = item
            self._current_key = item if self._key is None else self._key(item)
            return True
        self._ended = True
        return False

    def __next__(self):
        self._group = object()
        if not self._started:
            self._started = True
            if not self._advance():
                raise StopIteration
        else:
            while not self._ended and self._current_key == self._last_key:
                self._advance()
            if self._ended:
                raise StopIteration
        self._last_key = self._current_key
        return self._current_key, self._run(self._group)

    def _run(self, group):
        while self._group is group and not self._ended and self._current_key == self._last_key:
            yield self._current
            if self._group is not group:
                return
            self._advance()
