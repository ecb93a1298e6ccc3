"""Bags: lazy collections of Python objects, cut into partitions. What a method does is said here; its tasks call the
functions of `kernels::bag`."""

import fnmatch as _fnmatch
import functools as _functools
import glob as _glob
import itertools as _itertools
import math as _math
import os as _os
import random as _random
import warnings as _warnings
from dask.base import is_dask_collection as _is_lazy
from dask.delayed import Delayed as _Delayed
from dask.delayed import delayed as _delayed
from dask.utils import funcname as _funcname

class no_result:
    """What stands for the result of a partition without elements."""

class Item:
    """A lazy value: the result of a reduction of a bag.

    >>> import dask.bag as db
    >>> total = db.range(5, npartitions=2).sum()
    >>> total.compute()
    10
    """
    key: Any = None
    name: Any = None
    dask: Any = None
    def compute(self, **kwargs: Any) -> Any:
        """Run the graph and return the value. Options: ``scheduler`` ("threads", "sync"), ``num_workers``, ``optimize_graph``.

        >>> import dask.bag as db
        >>> db.from_sequence([3, 1, 2]).max().compute()
        3
        """
        ...
    def persist(self, **kwargs: Any) -> Item:
        """Run the graph; the same lazy value, computed already."""
        ...
    def visualize(self, filename: str | None = None, format: str | None = None, optimize_graph: bool = False, **kwargs: Any) -> Any:
        """Draw the graph to a file (.svg .dot .png .pdf), or without a file name in the terminal."""
        ...
    def __dask_keys__(self) -> list[Any]:
        """The keys of the result."""
        ...
    def __dask_graph__(self) -> Any:
        """The graph: a mapping from keys to tasks."""
        ...
    def _delayed(self) -> Any: ...
    def apply(self, func: Callable) -> Item:
        """The value that a function gives for this one.

        >>> import dask.bag as db
        >>> db.range(4, npartitions=2).sum().apply(lambda total: total * 10).compute()
        60
        """
        return _item(_funcname(func), (self, func, "apply"), (func, (self,)))
    def to_delayed(self, optimize_graph: bool = True) -> Any:
        """The same as a delayed value.

        >>> import dask.bag as db
        >>> (db.range(4, npartitions=2).sum().to_delayed() + 1).compute()
        7
        """
        return self._delayed()
    @staticmethod
    def from_delayed(value: Any) -> Item:
        """A delayed value as an item, which `map` broadcasts.

        >>> import dask.bag as db
        >>> from dask import delayed
        >>> db.Item.from_delayed(delayed(sum)([1, 2])).compute()
        3
        """
        return _item_of(_delayed(value) if not isinstance(value, _Delayed) else value)

class Bag:
    """A lazy collection of Python objects, in partitions.

    >>> import dask.bag as db
    >>> b = db.from_sequence(range(5))
    >>> list(b.filter(lambda x: x % 2 == 0).map(lambda x: x * 10))
    [0, 20, 40]
    """
    npartitions: int = 0
    name: str = ""
    dask: Any = None
    str: StringAccessor = None
    _parts: Any = None
    def __new__(cls, dsk: Any, name: Any, npartitions: int) -> Bag:
        """A bag over a graph that is written by hand: its partitions are the keys `(name, 0)`, `(name, 1)` and so on.

        >>> import dask.bag as db
        >>> db.Bag({('x', 0): (range, 5), ('x', 1): (range, 5)}, 'x', npartitions=2).sum().compute()
        20
        """
        ...
    def compute(self, **kwargs: Any) -> Any:
        """Run the graph: a list of all elements. Options: ``scheduler`` ("threads", "sync"), ``num_workers``, ``optimize_graph``.

        >>> import dask.bag as db
        >>> db.range(4, npartitions=2).map(lambda x: x ** 2).compute()
        [0, 1, 4, 9]
        """
        ...
    def persist(self, **kwargs: Any) -> Bag:
        """Run the graph; the same bag, its partitions computed already.

        >>> import dask.bag as db
        >>> db.range(3, npartitions=3).persist()
        dask.bag<range, npartitions=3>
        """
        ...
    def visualize(self, filename: str | None = None, format: str | None = None, optimize_graph: bool = False, **kwargs: Any) -> Any:
        """Draw the graph to a file (.svg .dot .png .pdf), or without a file name in the terminal."""
        ...
    def __dask_keys__(self) -> list[Any]:
        """The keys of the partitions.

        >>> import dask.bag as db
        >>> db.range(4, npartitions=2).__dask_keys__()
        [('range-4-npartitions-2', 0), ('range-4-npartitions-2', 1)]
        """
        ...
    def __dask_graph__(self) -> Any:
        """The graph: a mapping from keys to tasks."""
        ...
    def __iter__(self) -> Any:
        """The elements: the bag is computed."""
        ...
    def _again(self, *parts: Any) -> Bag: ...
    def _each(self, prefix: Any, token: Any, task: Any) -> Bag:
        return _bag(prefix, token, [task(part) for part in self._parts])
    def map(self, func: Callable, *args: Any, **kwargs: Any) -> Bag:
        """A function of each element. Bags among the arguments go along with it, partition by partition; other arguments (an
        `Item` or a delayed value too) are the same for every element.

        >>> import dask.bag as db
        >>> b = db.from_sequence(range(5), npartitions=2)
        >>> b.map(lambda x, y: x + y, b.max()).compute()
        [4, 5, 6, 7, 8]
        """
        return bag_map(func, self, *args, **kwargs)
    def starmap(self, func: Callable, **kwargs: Any) -> Bag:
        """A function whose arguments are the items of each element.

        >>> import dask.bag as db
        >>> db.from_sequence([(1, 2), (3, 4)]).starmap(lambda x, y: x * y).compute()
        [2, 12]
        """
        return self._each(_funcname(func), (self, func, "starmap", kwargs), lambda part: (_starmap, (func, part, kwargs)))
    def filter(self, predicate: Callable) -> Bag:
        """The elements for which a function is true.

        >>> import dask.bag as db
        >>> db.range(5, npartitions=2).filter(lambda x: x % 2 == 0).compute()
        [0, 2, 4]
        """
        return self._each("filter-" + _funcname(predicate), (self, predicate), lambda part: (_filter, (predicate, part, True)))
    def remove(self, predicate: Callable) -> Bag:
        """The elements for which a function is not true.

        >>> import dask.bag as db
        >>> db.range(5, npartitions=2).remove(lambda x: x % 2 == 0).compute()
        [1, 3]
        """
        return self._each("remove-" + _funcname(predicate), (self, predicate), lambda part: (_filter, (predicate, part, False)))
    def random_sample(self, prob: float, random_state: Any = None) -> Bag:
        """Each element with a probability.

        >>> import dask.bag as db
        >>> db.from_sequence(range(10)).random_sample(0.5, 43).compute()
        [0, 1, 3, 4, 7, 9]
        """
        if not 0 <= prob <= 1:
            raise ValueError("prob must be a number in the interval [0, 1]")
        if isinstance(random_state, _random.Random):
            state = random_state.getstate()
        else:
            random_state = _random.Random(random_state)
            state = random_state.getstate()
        states = _random_states(len(self._parts), random_state)
        tasks = [(_partition, (_random_sample, (part, state, prob))) for part, state in zip(self._parts, states)]
        return _bag("random-sample", (self, prob, state), tasks)
    def map_partitions(self, func: Callable, *args: Any, **kwargs: Any) -> Bag:
        """A function of each partition, which it is given as an iterable and gives as one. Bags among the arguments go along
        with it; other arguments are the same for every partition.

        >>> import dask.bag as db
        >>> db.range(6, npartitions=2).map_partitions(lambda part: [sum(part)]).compute()
        [3, 12]
        """
        return map_partitions(func, self, *args, **kwargs)
    def pluck(self, key: Any, default: Any = ...) -> Bag:
        """An item of each element; of a list of keys a tuple of items.

        >>> import dask.bag as db
        >>> b = db.from_sequence([{'name': 'Alice', 'age': 30}, {'name': 'Bob'}])
        >>> b.pluck('name').compute(), b.pluck('age', None).compute()
        (['Alice', 'Bob'], [30, None])
        """
        if default is ...:
            return self._each("pluck", (self, key), lambda part: (_pluck, (key, part)))
        return self._each("pluck", (self, key, default), lambda part: (_pluck, (key, part, default)))
    def unzip(self, n: int) -> tuple[Bag, ...]:
        """A bag of tuples as `n` bags of their items.

        >>> import dask.bag as db
        >>> first, second = db.from_sequence([(1, 'a'), (2, 'b')]).unzip(2)
        >>> second.compute()
        ['a', 'b']
        """
        return tuple([self.pluck(i) for i in range(n)])
    def to_textfiles(self, path: Any, name_function: Any = None, compression: Any = "infer", encoding: Any = "utf-8", compute: bool = True, storage_options: Any = None, last_endline: bool = False, **kwargs: Any) -> Any:
        """Write each partition to a file, one element a line: a `*` in the path is the partition's number. Gives the paths."""
        return to_textfiles(self, path, name_function, compression, encoding, compute, storage_options, last_endline, **kwargs)
    def to_avro(self, filename: Any, schema: Any, name_function: Any = None, storage_options: Any = None, codec: str = "null", sync_interval: int = 16000, metadata: Any = None, compute: bool = True, **kwargs: Any) -> Any:
        """Write each partition of a bag of records to an Avro file: a `*` in the path is the partition's number. Gives the paths."""
        from dask.bag.avro import to_avro
        return to_avro(self, filename, schema, name_function, storage_options, codec, sync_interval, metadata, compute, **kwargs)
    def fold(self, binop: Callable, combine: Any = None, initial: Any = ..., split_every: Any = None, out_type: Any = Item) -> Any:
        """A function of two applied from the left in each partition, then to the results of the partitions.

        >>> import dask.bag as db
        >>> db.range(5, npartitions=2).fold(lambda x, y: x + y).compute()
        10
        >>> db.range(5, npartitions=2).fold(lambda found, x: found | {x}, set.union, initial=set()).compute()
        {0, 1, 2, 3, 4}
        """
        combine = combine or binop
        name = None
        if initial is ...:
            first = _functools.partial(_reduce, binop)
            token = (self, binop, combine, split_every)
        else:
            first = _functools.partial(_reduce, binop, initial=initial)
            name = "_reduce"
            token = (self, binop, combine, initial, split_every)
        return _reduction(self, first, _functools.partial(_reduce, combine), split_every, out_type, name or "reduce", token)
    def frequencies(self, split_every: Any = None, sort: bool = False) -> Bag:
        """How often each element occurs, as pairs.

        >>> import dask.bag as db
        >>> db.from_sequence(['a', 'b', 'a'], npartitions=2).frequencies().compute()
        [('a', 2), ('b', 1)]
        """
        counted = self.reduction(frequencies, merge_frequencies, out_type=Bag, split_every=split_every, name="frequencies")
        result = counted.map_partitions(dictitems)
        if sort:
            result = result.map_partitions(sorted, key=second, reverse=True)
        return result
    def topk(self, k: int, key: Any = None, split_every: Any = None) -> Bag:
        """The `k` largest elements, by a key if one is given.

        >>> import dask.bag as db
        >>> db.from_sequence([10, 3, 5, 7, 11, 4], npartitions=2).topk(2).compute()
        [11, 10]
        >>> db.from_sequence([10, 3, 5, 7, 11, 4], npartitions=2).topk(2, lambda x: -x).compute()
        [3, 4]
        """
        if key and callable(key) and _takes_several(key):
            key = _functools.partial(_spread, key)
        first = _functools.partial(_topk, k, key=key or None)
        last = _functools.partial(_topk_all, k, key=key or None)
        return _reduction(self, first, last, split_every, Bag, "topk", (self, k, key, split_every, "topk"))
    def distinct(self, key: Any = None) -> Bag:
        """The elements without repetitions; two count as the same whose `key` is the same.

        >>> import dask.bag as db
        >>> db.from_sequence([3, 1, 3, 2, 1], npartitions=2).distinct().compute()
        [3, 1, 2]
        """
        first = chunk_distinct if key is None else _functools.partial(chunk_distinct, key=key)
        last = merge_distinct if key is None else _functools.partial(merge_distinct, key=key)
        return _reduction(self, first, last, None, Bag, "distinct", (self, key, "distinct"))
    def reduction(self, perpartition: Callable, aggregate: Callable, split_every: Any = None, out_type: Any = Item, name: Any = None) -> Any:
        """A function of each partition, and one of the results of several, in a tree.

        >>> import dask.bag as db
        >>> db.range(10, npartitions=3).reduction(sum, sum).compute()
        45
        """
        return _reduction(self, perpartition, aggregate, split_every, out_type, name, (self, perpartition, aggregate, split_every))
    def sum(self, split_every: Any = None) -> Item:
        """The sum of the elements.

        >>> import dask.bag as db
        >>> db.range(5, npartitions=2).sum().compute()
        10
        """
        return self.reduction(sum, sum, split_every=split_every)
    def max(self, split_every: Any = None) -> Item:
        """The largest element.

        >>> import dask.bag as db
        >>> db.from_sequence([3, 9, 2], npartitions=2).max().compute()
        9
        """
        return self.reduction(max, max, split_every=split_every)
    def min(self, split_every: Any = None) -> Item:
        """The smallest element.

        >>> import dask.bag as db
        >>> db.from_sequence([3, 9, 2], npartitions=2).min().compute()
        2
        """
        return self.reduction(min, min, split_every=split_every)
    def any(self, split_every: Any = None) -> Item:
        """Whether some element is true.

        >>> import dask.bag as db
        >>> db.from_sequence([True, False]).any().compute()
        True
        """
        return self.reduction(any, any, split_every=split_every)
    def all(self, split_every: Any = None) -> Item:
        """Whether all elements are true.

        >>> import dask.bag as db
        >>> db.from_sequence([True, False]).all().compute()
        False
        """
        return self.reduction(all, all, split_every=split_every)
    def count(self, split_every: Any = None) -> Item:
        """The number of elements.

        >>> import dask.bag as db
        >>> db.range(7, npartitions=3).count().compute()
        7
        """
        return _reduction(self, _count, sum, split_every, Item, None, (self, "count", split_every))
    def mean(self) -> Item:
        """The arithmetic mean.

        >>> import dask.bag as db
        >>> db.range(5, npartitions=2).mean().compute()
        2.0
        """
        return self.reduction(mean_chunk, mean_aggregate, split_every=False)
    def var(self, ddof: int = 0) -> Item:
        """The variance.

        >>> import dask.bag as db
        >>> db.range(5, npartitions=2).var().compute()
        2.0
        """
        return self.reduction(var_chunk, _functools.partial(var_aggregate, ddof=ddof), split_every=False)
    def std(self, ddof: int = 0) -> Item:
        """The standard deviation.

        >>> import dask.bag as db
        >>> db.from_sequence([1, 3], npartitions=2).std().compute()
        1.0
        """
        return self.var(ddof=ddof).apply(_math.sqrt)
    def join(self, other: Any, on_self: Any, on_other: Any = None) -> Bag:
        """Pairs of an element of another collection (an iterable, a delayed one, a bag of one partition) and one of this bag
        with the same key.

        >>> import dask.bag as db
        >>> people = db.from_sequence(['Alice', 'Bob', 'Charlie'])
        >>> list(people.join(['Apple', 'Apricot', 'Banana'], lambda x: x[0]))
        [('Apple', 'Alice'), ('Apricot', 'Alice'), ('Banana', 'Bob')]
        """
        token = (self, other, on_self, on_other)
        if isinstance(other, Bag):
            if other.npartitions != 1:
                raise NotImplementedError("Multi-bag joins are not implemented. We recommend Dask dataframe if appropriate")
            other = other._parts[0]
        elif not isinstance(other, _Delayed) and not hasattr(other, "__iter__"):
            raise TypeError(f"Joined argument must be single-partition Bag,  delayed object, or Iterable, got {type(other).__name__}")
        if on_other is None:
            on_other = on_self
        return self._each("join", token, lambda part: (_partition, (_join, (on_other, other, on_self, part))))
    def product(self, other: Bag) -> Bag:
        """All pairs of an element of this bag and one of another.

        >>> import dask.bag as db
        >>> db.from_sequence([1, 2]).product(db.from_sequence('ab')).compute()
        [(1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')]
        """
        assert isinstance(other, Bag)
        tasks = [(_partition, (_product, (a, b))) for a in self._parts for b in other._parts]
        return _bag("product", (self, other, "product"), tasks)
    def foldby(self, key: Any, binop: Callable, initial: Any = ..., combine: Any = None, combine_initial: Any = ..., split_every: Any = None) -> Bag:
        """A fold of the elements with each key, as pairs: `binop` in the partitions, `combine` among their results.

        >>> import dask.bag as db
        >>> b = db.from_sequence(range(10), npartitions=3)
        >>> dict(b.foldby(lambda x: x % 2 == 0, lambda total, x: total + x))
        {True: 20, False: 25}
        """
        if split_every is None:
            split_every = 8
        if split_every is False:
            split_every = self.npartitions
        token = (self, key, binop, initial, combine, combine_initial)
        if combine is None:
            combine = binop
        parts = self._each("foldby-a", token, lambda part: (_reduceby, (key, binop, part, initial)))._parts
        depth = 0
        while len(parts) > split_every:
            groups = [parts[i:i + split_every] for i in range(0, len(parts), split_every)]
            parts = _bag("foldby-a", (token, depth), [_fold_dicts(group, combine, combine_initial) for group in groups])._parts
            depth += 1
        whole = _bag("foldby-c", token, [_fold_dicts(parts, combine, combine_initial)])
        return _bag("foldby-b", token, [(dictitems, (whole._parts[0],))])
    def take(self, k: int, npartitions: int = 1, compute: bool = True, warn: bool = True) -> Any:
        """The first `k` elements, of the first `npartitions` partitions (-1: of all), as a tuple.

        >>> import dask.bag as db
        >>> db.from_sequence(range(1_000)).take(3)
        (0, 1, 2)
        """
        if npartitions <= -1:
            npartitions = self.npartitions
        if npartitions > self.npartitions:
            raise ValueError(f"only {self.npartitions} partitions, take received {npartitions}")
        token = (self, k, npartitions)
        if npartitions > 1:
            some = _bag("take-partial", token, [(_take, (k, part)) for part in self._parts[:npartitions]])
            task = (_partition, (safe_take, [k, some._parts, warn, True]))
        else:
            task = (_partition, (safe_take, [k, self._parts[0], warn]))
        b = _bag("take", token, [task])
        if compute:
            return tuple(b.compute())
        return b
    def flatten(self) -> Bag:
        """The elements of the elements.

        >>> import dask.bag as db
        >>> db.from_sequence([[1], [2, 3]]).flatten().compute()
        [1, 2, 3]
        """
        return self._each("flatten", (self, "flatten"), lambda part: (_flatten, (part,)))
    def groupby(self, grouper: Any, method: Any = None, npartitions: Any = None, blocksize: int = 1048576, max_branch: Any = None, shuffle: Any = None) -> Bag:
        """Pairs of a key and the list of the elements with it. `foldby` moves less data.

        >>> import dask.bag as db
        >>> dict(db.range(6, npartitions=1).groupby(lambda x: x % 2 == 0))
        {True: [0, 2, 4], False: [1, 3, 5]}
        """
        if method is not None:
            raise Exception("The method= keyword has been moved to shuffle=")
        if shuffle is None:
            shuffle = "disk"
        if shuffle == "disk":
            return _groupby(self, grouper, npartitions or self.npartitions, True, (self, grouper, npartitions, blocksize))
        if shuffle == "tasks":
            n, branch = self.npartitions, max_branch or 32
            stages = int(_math.ceil(_math.log(n) / _math.log(branch))) or 1
            k = int(_math.ceil(n ** (1 / stages))) if stages > 1 else n
            return _groupby(self, grouper, k ** stages, False, (self, grouper, max_branch))
        raise NotImplementedError("Shuffle must be 'disk' or 'tasks'")
    def to_dataframe(self, meta: Any = None, columns: Any = None, optimize_graph: bool = True) -> Any:
        """A data frame of the elements: rdask has no data frames yet."""
        raise NotImplementedError("rdask has no data frames yet: bags keep records as dicts (pluck, foldby, frequencies), arrays keep columns")
    def to_delayed(self, optimize_graph: bool = True) -> list[Any]:
        """The partitions as delayed values.

        >>> import dask.bag as db
        >>> [part.compute() for part in db.range(4, npartitions=2).to_delayed()]
        [range(0, 2), range(2, 4)]
        """
        return self._parts
    def repartition(self, npartitions: Any = None, partition_size: Any = None) -> Bag:
        """The same elements in another number of partitions, or in partitions of about a size in bytes.

        >>> import dask.bag as db
        >>> db.range(10, npartitions=5).repartition(2).map_partitions(lambda part: [len(list(part))]).compute()
        [4, 6]
        """
        if (partition_size is not None) + (npartitions is not None) != 1:
            raise ValueError("Please provide exactly one ``npartitions`` or ``partition_size`` keyword arguments")
        if npartitions is not None:
            return repartition_npartitions(self, npartitions)
        return repartition_size(self, partition_size)
    def accumulate(self, binop: Callable, initial: Any = ...) -> Bag:
        """The running results of a function of two, through all partitions.

        >>> import dask.bag as db
        >>> b = db.from_sequence([1, 2, 3, 4, 5], npartitions=2)
        >>> b.accumulate(lambda x, y: x + y).compute()
        [1, 3, 6, 10, 15]
        """
        token, name = (self, binop, initial), _funcname(binop)
        made = []
        last = initial
        for place, part in enumerate(self._parts):
            both = _bag(name + "-part", (token, place), [(accumulate_part, (binop, part, last, place == 0))])._parts[0]
            made.append(both)
            last = both[1]
        return _bag(name + "-first", token, [both[0] for both in made])

# What makes nodes.

def _bag(prefix: Any, token: Any, tasks: Any) -> Bag: ...

def _data(prefix: Any, token: Any, parts: Any) -> Bag: ...

def _item(prefix: Any, token: Any, task: Any) -> Item: ...

def _item_of(value: Any) -> Item: ...

# What tasks call.

def finalize(results: Any) -> list[Any]:
    """The elements of several partitions as one list."""
    ...

def reify(seq: Any) -> Any:
    """A list of an iterator, and of the iterators in it; anything else as it is."""
    ...

def empty_safe_apply(func: Any, part: Any, is_last: Any) -> Any:
    """A function of a partition; of one without elements only if it is the last."""
    ...

def empty_safe_aggregate(func: Any, parts: Any, is_last: Any) -> Any:
    """A function of the results of partitions that have some."""
    ...

def frequencies(seq: Any) -> dict[Any, int]:
    """How often each element occurs."""
    ...

def merge_frequencies(seqs: Any) -> dict[Any, int]:
    """The sums of several counts."""
    ...

def chunk_distinct(seq: Any, key: Any = None) -> list[Any]:
    """The elements without repetitions."""
    ...

def merge_distinct(seqs: Any, key: Any = None) -> list[Any]:
    """The elements of several lists without repetitions."""
    ...

def _map_chunk(function: Any, feeds: Any, kinds: Any, names: Any, kwargs: Any) -> Any: ...
def _starmap(function: Any, part: Any, kwargs: Any) -> Any: ...
def _filter(predicate: Any, part: Any, keep: Any) -> Any: ...
def _pluck(key: Any, part: Any, default: Any = ...) -> Any: ...
def _flatten(part: Any) -> Any: ...
def _zip(parts: Any) -> Any: ...
def _concat(parts: Any) -> Any: ...
def _take(k: Any, part: Any) -> Any: ...
def _partition(function: Any, args: Any, kwargs: Any = None) -> Any: ...
def _count(part: Any) -> Any: ...
def _reduce(binop: Any, part: Any, initial: Any = ...) -> Any: ...
def _takes_several(function: Any) -> bool: ...
def _topk(k: Any, part: Any, key: Any = None) -> Any: ...
def _topk_all(k: Any, parts: Any, key: Any = None) -> Any: ...
def _reduceby(key: Any, binop: Any, part: Any, initial: Any = ...) -> Any: ...
def _merge_with(combine: Any, dicts: Any) -> Any: ...
def _groups(key: Any, part: Any) -> Any: ...
def _cut_groups(groups: Any, count: Any, partitions: Any) -> Any: ...
def _cut_elements(key: Any, count: Any, part: Any, partitions: Any) -> Any: ...

def dictitems(d: Any) -> list[Any]:
    """The pairs of a dict as a list.

    >>> from dask.bag.core import dictitems
    >>> dictitems({'x': 1})
    [('x', 1)]
    """
    return list(d.items())

def _spread(key, args):
    return key(*args)

def mean_chunk(seq: Any) -> tuple[float, int]:
    """The sum of a partition and its number of elements."""
    total, n = 0.0, 0
    for x in seq:
        total += x
        n += 1
    return total, n

def mean_aggregate(x: Any) -> float:
    """The mean, of sums and numbers."""
    totals, counts = list(zip(*x))
    return 1.0 * sum(totals) / sum(counts)

def var_chunk(seq: Any) -> tuple[float, float, int]:
    """The sum of squares, the sum, and the number of elements of a partition."""
    squares, total, n = 0.0, 0.0, 0
    for x in seq:
        squares += x ** 2
        total += x
        n += 1
    return squares, total, n

def var_aggregate(x: Any, ddof: int) -> float:
    """The variance, of what `var_chunk` gives."""
    squares, totals, counts = list(zip(*x))
    x2, x, n = float(sum(squares)), float(sum(totals)), sum(counts)
    result = (x2 / n) - (x / n) ** 2
    return result * n / (n - ddof)

def safe_take(n: int, b: Any, warn: bool = True, several: bool = False) -> list[Any]:
    """The first elements; a warning if there are fewer."""
    r = list(_take(n, _concat(b) if several else b))
    if len(r) != n and warn:
        _warnings.warn(f"Insufficient elements for `take`. {n} elements requested, only {len(r)} elements available. Try passing larger `npartitions` to `take`.")
    return r

def accumulate_part(binop: Callable, seq: Any, initial: Any, is_first: bool = False) -> Any:
    """The running results within a partition, and the last of them."""
    if initial is ...:
        res = list(_itertools.accumulate(seq, binop))
    else:
        res = list(_itertools.accumulate(seq, binop, initial=initial))
    if is_first:
        return res, res[-1] if res else [], initial
    return res[1:], res[-1]

def _random_sample(x, state_data, prob):
    random_state = _random.Random()
    random_state.setstate(state_data)
    for i in x:
        if random_state.random() < prob:
            yield i

def _random_states(n, random_state):
    import numpy as np
    seed = random_state.randint(0, 1 << 32)
    words = np.random.default_rng(seed).integers(0, 4294967296, size=624 * n, dtype=np.uint32).reshape((n, -1))
    return [(3, tuple(row) + (624,), None) for row in words.tolist()]

def _join(on_other, other, on_self, part):
    groups = _groups(on_other, other)
    for item in part:
        key = on_self(item) if callable(on_self) else item[on_self]
        if key in groups:
            for match in groups[key]:
                yield (match, item)

def _product(a, b):
    return _itertools.product(a, b)

def _fold_dicts(parts, combine, combine_initial):
    if combine_initial is ...:
        return (_merge_with, (combine, parts))
    return (_fold_pairs, (combine, parts, combine_initial))

def _fold_pairs(combine, dicts, initial):
    pairs = [pair for found in dicts for pair in found.items()]
    return _reduceby(0, lambda acc, x: combine(acc, x[1]), pairs, initial)

def _reduction(bag, perpartition, aggregate, split_every, out_type, name, token):
    if split_every is None:
        split_every = 8
    if split_every is False:
        split_every = bag.npartitions
    n = bag.npartitions
    parts = _bag((name or _funcname(perpartition).lstrip("_")) + "-part", token, [(empty_safe_apply, (perpartition, part, n == 1)) for part in bag._parts])._parts
    prefix = (name or _funcname(aggregate)) + "-aggregate"
    depth = 0
    if split_every < 2 and len(parts) > 1:
        raise ValueError(f"split_every must be at least 2, not {split_every}")
    while len(parts) > split_every:
        groups = [parts[i:i + split_every] for i in range(0, len(parts), split_every)]
        parts = _bag(prefix, (token, depth), [(empty_safe_aggregate, (aggregate, group, False)) for group in groups])._parts
        depth += 1
    task = (empty_safe_aggregate, (aggregate, parts, True))
    if out_type is Item:
        return _item(prefix, token, task)
    return _bag(prefix, token, [task])

def _groupby(bag, grouper, count, by_group, token):
    n = bag.npartitions
    if by_group:
        cut = bag._each("groupby-part-" + _funcname(grouper), token, lambda part: (_cut_by_key, (grouper, part, count, n)))
    else:
        cut = bag._each("shuffle-split", token, lambda part: (_cut_elements, (grouper, count, part, n)))
    pieces = cut._parts
    name = "groupby-collect" if by_group else "shuffle"
    return _bag(name, token, [(_collect, (grouper, [piece[i] for piece in pieces])) for i in range(count)])

def _cut_by_key(grouper, part, count, partitions):
    return _cut_groups(_groups(grouper, part), count, partitions)

def _collect(grouper, pieces):
    return list(_groups(grouper, _concat(pieces)).items())

# What makes bags.

def from_sequence(seq: Iterable[Any], partition_size: int | None = None, npartitions: int | None = None) -> Bag:
    """A bag of the elements of a sequence, cut into partitions of a size, or into about so many (about a hundred, if
    neither is said).

    >>> import dask.bag as db
    >>> db.from_sequence(['Alice', 'Bob', 'Chuck'], partition_size=2)
    dask.bag<from_sequence, npartitions=2>
    """
    seq = list(seq)
    if npartitions and not partition_size:
        if len(seq) <= 100:
            partition_size = int(_math.ceil(len(seq) / npartitions))
        else:
            partition_size = max(1, int(_math.floor(len(seq) / npartitions)))
    if npartitions == 0 and partition_size is None:
        raise TypeError("can't multiply sequence by non-int of type 'NoneType'")
    if npartitions is None and partition_size is None:
        if len(seq) <= 100:
            partition_size = 1
        else:
            partition_size = max(1, _math.ceil(_math.sqrt(len(seq)) / _math.sqrt(100)))
    parts = [seq[i:i + partition_size] for i in range(0, len(seq), partition_size)] if seq else []
    return _data("from_sequence", (seq, partition_size), parts or [[]])

def from_delayed(values: Any) -> Bag:
    """A bag whose partitions are delayed values, each of an iterable.

    >>> import dask.bag as db
    >>> from dask import delayed
    >>> db.from_delayed([delayed(range)(3), delayed(range)(3, 5)]).compute()
    [0, 1, 2, 3, 4]
    """
    if isinstance(values, _Delayed):
        values = [values]
    values = [v if isinstance(v, _Delayed) else _delayed(v) for v in values]
    return _bag("bag-from-delayed", tuple(values), [(reify, (v,)) for v in values])

def from_url(urls: Any) -> Bag:
    """A bag of the lines, as bytes, of what URLs name, a partition for each: rdask opens those of the form `file://`.

    >>> import dask.bag as db
    >>> db.from_url(['file:///tmp/a.txt', 'file:///tmp/b.txt'])
    dask.bag<from_url, npartitions=2>
    """
    if isinstance(urls, str):
        urls = [urls]
    return _bag("from_url", ..., [(_url_lines, (url,)) for url in urls])

def _url_lines(url):
    if not url.startswith("file://"):
        raise NotImplementedError(f"rdask opens no network addresses: {url} must be fetched before")
    with open(url[7:], "rb") as file:
        return file.readlines()

def _from_graph(dsk, name, npartitions):
    return _bag(name, None, [(_graph_part, (dsk, (name, i))) for i in range(npartitions)])

def _graph_part(dsk, key):
    from dask import get
    return get(dsk, key)

def first(seq: Any) -> Any:
    """The first element of a sequence."""
    return next(iter(seq))

def second(seq: Any) -> Any:
    """The second element of a sequence."""
    rest = iter(seq)
    next(rest)
    return next(rest)

def concat(bags: Iterable[Any]) -> Bag:
    """The elements of several bags, one after the other.

    >>> import dask.bag as db
    >>> list(db.concat([db.from_sequence([1, 2]), db.from_sequence([3])]))
    [1, 2, 3]
    """
    bags = list(bags)
    return _bag("concat", tuple(bags), [part for bag in bags for part in (bag._parts if isinstance(bag, Bag) else bag.__dask_keys__())])

def bag_range(n: int, npartitions: int) -> Bag:
    """The numbers from zero to n.

    >>> import dask.bag as db
    >>> db.range(5, npartitions=2).compute()
    [0, 1, 2, 3, 4]
    """
    size = n // npartitions
    starts = list(range(0, n, size))[:npartitions]
    parts = [range(j, min(j + size, n)) for j in starts]
    if n % npartitions != 0:
        parts[-1] = range(starts[-1], n)
    return _data(f"range-{n}-npartitions-{npartitions}", None, parts)

def bag_zip(*bags: Any) -> Bag:
    """Tuples of the elements of several bags, partition by partition.

    >>> import dask.bag as db
    >>> evens = db.from_sequence(range(0, 10, 2), partition_size=4)
    >>> odds = db.from_sequence(range(1, 10, 2), partition_size=4)
    >>> list(db.zip(evens, odds))
    [(0, 1), (2, 3), (4, 5), (6, 7), (8, 9)]
    """
    npartitions = bags[0].npartitions
    assert all([bag.npartitions == npartitions for bag in bags])
    return _bag("zip", bags, [(_zip, (list(parts),)) for parts in zip(*[bag._parts for bag in bags])])

def _npartitions(bags):
    if not bags:
        raise ValueError("At least one argument must be a Bag.")
    counts = {bag.npartitions for bag in bags}
    if len(counts) > 1:
        raise ValueError("All bags must have the same number of partitions.")
    return counts.pop()

def bag_map(func: Callable, *args: Any, **kwargs: Any) -> Bag:
    """A function of the elements of one or several bags; other arguments are the same every time.

    >>> import dask.bag as db
    >>> b = db.from_sequence(range(5), npartitions=2)
    >>> db.map(lambda x, y: x * y, b, 10).compute()
    [0, 10, 20, 30, 40]
    """
    names = [key for key in kwargs if isinstance(kwargs[key], Bag)]
    same = {key: kwargs[key] for key in kwargs if not isinstance(kwargs[key], Bag)}
    feeds = list(args) + [kwargs[key] for key in names]
    bags = [a for a in feeds if isinstance(a, Bag)]
    n = _npartitions(bags)
    columns = [a._parts if isinstance(a, Bag) else [a] * n for a in feeds]
    kinds = "".join(["b" if isinstance(a, Bag) else "r" for a in feeds])
    tasks = [(_map_chunk, (func, [column[i] for column in columns], kinds, names, same)) for i in range(n)]
    return _bag(_funcname(func), (func, "map", args, kwargs), tasks)

def map_partitions(func: Callable, *args: Any, **kwargs: Any) -> Bag:
    """A function of the partitions of one or several bags; other arguments are the same every time.

    >>> import dask.bag as db
    >>> db.map_partitions(lambda part: [max(part)], db.range(6, npartitions=2)).compute()
    [2, 5]
    """
    name = kwargs.pop("token", None) or _funcname(func)
    bags = [a for a in list(args) + list(kwargs.values()) if isinstance(a, Bag)]
    n = _npartitions(bags)
    columns = [a._parts if isinstance(a, Bag) else [a] * n for a in args]
    named = {key: a._parts if isinstance(a, Bag) else [a] * n for key, a in kwargs.items()}
    tasks = [(_partition, (func, [column[i] for column in columns], {key: named[key][i] for key in named})) for i in range(n)]
    return _bag(name, (func, "map-partitions", args, kwargs), tasks)

def split(seq: Any, n: int) -> list[Any]:
    """A sequence in `n` pieces of about the same size.

    >>> from dask.bag.core import split
    >>> split([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3)
    [[0, 1, 2], [3, 4, 5], [6, 7, 8, 9]]
    """
    if not isinstance(seq, (list, tuple)):
        seq = list(seq)
    part = len(seq) / n
    L = [seq[int(part * i):int(part * (i + 1))] for i in range(n - 1)]
    L.append(seq[int(part * (n - 1)):])
    return L

def repartition_npartitions(bag: Bag, npartitions: int) -> Bag:
    """A bag in another number of partitions."""
    if npartitions == bag.npartitions:
        return bag
    name, token = f"repartition-{npartitions}", (bag, npartitions)
    if bag.npartitions > npartitions:
        ratio = bag.npartitions / npartitions
        boundaries = [int(old * ratio) for old in range(npartitions + 1)]
        return _from_boundaries(bag, boundaries, name, token)
    div, mod = divmod(npartitions, bag.npartitions)
    nsplits = [div] * bag.npartitions
    nsplits[-1] += mod
    return _split_partitions(bag, nsplits, name, token)

def total_mem_usage(partition: Any) -> int:
    """Bytes of the elements of a partition, about."""
    from sys import getsizeof
    partition = reify(partition)
    return _sizeof(partition, getsizeof)

def _sizeof(value, size):
    if isinstance(value, (list, tuple, set, frozenset)):
        return size(value) + sum([_sizeof(item, size) for item in value])
    if isinstance(value, dict):
        return size(value) + sum([_sizeof(key, size) + _sizeof(item, size) for key, item in value.items()])
    return size(value)

def repartition_size(bag: Bag, size: Any) -> Bag:
    """A bag in partitions of about a size in bytes."""
    if isinstance(size, str):
        from dask.utils import parse_bytes
        size = parse_bytes(size)
    size = int(size)
    usages = bag.map_partitions(total_mem_usage).compute()
    nsplits = [1 + usage // size for usage in usages]
    if any([nsplit > 1 for nsplit in nsplits]):
        bag = _split_partitions(bag, nsplits, "repartition-split", (bag, size))
        usages = [usage / n for n, usage in zip(nsplits, usages) for _ in range(n)]
    boundaries, total = [0], 0
    for place, usage in enumerate(usages):
        if total + usage > size and place > boundaries[-1]:
            boundaries.append(place)
            total = 0
        total += usage
    return _from_boundaries(bag, boundaries, "repartition", (bag, size))

def _split_partitions(bag, nsplits, name, token):
    if len(nsplits) != bag.npartitions:
        raise ValueError(f"nsplits should have len={bag.npartitions}")
    tasks = []
    for place, (part, k) in enumerate(zip(bag._parts, nsplits)):
        if k == 1:
            tasks.append(part)
        else:
            pieces = _bag("split", (token, place), [(split, (part, k))])._parts[0]
            tasks.extend([pieces[i] for i in range(k)])
    return _bag(name, token, tasks)

def _from_boundaries(bag, boundaries, name, token):
    boundaries = list(boundaries)
    if boundaries[0] > 0:
        boundaries.insert(0, 0)
    if boundaries[-1] < bag.npartitions:
        boundaries.append(bag.npartitions)
    parts = bag._parts
    tasks = [(_concat, (parts[start:stop],)) for start, stop in zip(boundaries, boundaries[1:])]
    return _bag(name, token, tasks)

def _text_parts(paths: Any, blocksize: Any, compression: Any, encoding: Any, errors: Any, linedelimiter: Any, files_per_partition: Any) -> Any: ...
def _lines(part: Any, include_path: Any) -> Any: ...
def _text_names(path: Any, count: Any, names: Any) -> Any: ...
def _write_lines(part: Any, path: Any, compression: Any, encoding: Any, last_endline: Any) -> Any: ...
def _absolute(path: Any) -> Any: ...

def _paths(urlpath):
    if isinstance(urlpath, (list, tuple, set)):
        if not urlpath:
            raise ValueError("empty urlpath sequence")
        return [path for one in urlpath for path in (_paths(one) if "*" in str(one) else [_absolute(_local(one))])]
    urlpath = _local(urlpath)
    if "*" in urlpath or "?" in urlpath or "[" in urlpath:
        return sorted([path for path in _glob.glob(_absolute(urlpath)) if not _os.path.isdir(path)])
    return [_absolute(urlpath)]

def _local(urlpath):
    if not isinstance(urlpath, str):
        if not hasattr(urlpath, "__fspath__"):
            raise TypeError(f"argument of type '{type(urlpath).__name__}' is not iterable")
        urlpath = urlpath.__fspath__()
    if "://" in urlpath and not urlpath.startswith(("file://", "local://")):
        raise NotImplementedError(f"rdask reads files of this machine: {urlpath.split('://')[0]}:// is not there yet")
    return urlpath

def read_text(urlpath: Any, blocksize: Any = None, compression: Any = "infer", encoding: Any = "utf-8", errors: str = "strict", linedelimiter: Any = None, collection: bool = True, storage_options: Any = None, files_per_partition: Any = None, include_path: bool = False) -> Any:
    """A bag of the lines of text files (one, a list of them, a pattern): a partition for each file, for each
    `files_per_partition` files, or for each `blocksize` bytes of a file. Each line keeps its end.

    >>> import dask.bag as db
    >>> db.from_sequence(['a', 'b'], npartitions=1).to_textfiles('/tmp/rdask-doc-*.txt')
    ['/tmp/rdask-doc-0.txt']
    >>> db.read_text('/tmp/rdask-doc-*.txt').compute()
    ['a\\n', 'b']
    """
    if blocksize is not None and files_per_partition is not None:
        raise ValueError("Only one of blocksize or files_per_partition can be set")
    if isinstance(blocksize, str):
        from dask.utils import parse_bytes
        blocksize = parse_bytes(blocksize)
    paths = _paths(urlpath)
    if not paths and blocksize is not None:
        raise OSError(f"{urlpath} resolved to no files")
    parts = _text_parts(paths, blocksize, compression, encoding, errors, linedelimiter, files_per_partition)
    if not parts:
        raise ValueError("No files found", urlpath)
    lines = _bag("bag-from-delayed", (paths, blocksize, compression, encoding, errors, linedelimiter, files_per_partition, include_path), [(_lines, (part, include_path)) for part in parts])
    return lines if collection else lines._parts

def to_textfiles(b: Bag, path: Any, name_function: Any = None, compression: Any = "infer", encoding: Any = "utf-8", compute: bool = True, storage_options: Any = None, last_endline: bool = False, **kwargs: Any) -> Any:
    """Write each partition of a bag of texts to a file, one element a line; gives the paths. A `*` in the path stands for the
    number of the partition, or for what `name_function` makes of it; the ending says how to compress.

    >>> import dask.bag as db
    >>> db.from_sequence(['a', 'b'], npartitions=2).to_textfiles('/tmp/rdask-written-*.txt')
    ['/tmp/rdask-written-0.txt', '/tmp/rdask-written-1.txt']
    """
    n = b.npartitions
    if isinstance(path, (list, tuple)):
        paths = [_absolute(_local(one)) for one in path]
        if len(paths) < n:
            raise ValueError(f"{n} partitions need {n} paths, not {len(paths)}")
    else:
        names = None if name_function is None else [name_function(i) for i in range(n)]
        if names is not None and names != sorted(names):
            _warnings.warn("In order to preserve order between partitions paths created with ``name_function`` should sort to partition order")
        paths = _text_names(_local(path), n, names)
    tasks = [(_write_lines, (part, one, compression, encoding, last_endline)) for part, one in zip(b._parts, paths)]
    out = _bag("to-textfiles", ..., tasks)
    if compute:
        out.compute(**kwargs)
        return paths
    return out.to_delayed()

def assert_eq(a: Any, b: Any, scheduler: Any = "sync") -> None:
    """Whether two collections have equal elements.

    >>> import dask.bag as db
    >>> db.assert_eq(db.range(3, npartitions=2), [0, 1, 2])
    """
    if hasattr(a, "compute"):
        a = a.compute(scheduler=scheduler)
    if hasattr(b, "compute"):
        b = b.compute(scheduler=scheduler)
    assert a == b

class StringAccessor:
    """Methods of `str` on each element.

    >>> import dask.bag as db
    >>> b = db.from_sequence(['Alice Smith', 'Bob Jones'])
    >>> list(b.str.lower())
    ['alice smith', 'bob jones']
    """
    def __init__(self, bag):
        self._bag = bag
    def _strmap(self, key, args, kwargs):
        said = [repr(key)] + [repr(arg) for arg in args] + [f"{name}={value!r}" for name, value in kwargs.items()]
        name = f"operator.methodcaller({', '.join(said)})"[:50]
        given = [None] + list(args)
        kinds = "b" + "r" * len(args)
        return self._bag._each(name, (self._bag, key, args, kwargs), lambda part: (_map_chunk, (key, [part] + given[1:], kinds, [], kwargs)))
    def match(self, pattern):
        """The elements that match a pattern of a shell.

        >>> import dask.bag as db
        >>> list(db.from_sequence(['Alice Smith', 'Bob Jones']).str.match('*Smith'))
        ['Alice Smith']
        """
        return self._bag.filter(_functools.partial(_fnmatch.fnmatch, pat=pattern))
    def capitalize(self, *args, **kwargs):
        """`str.capitalize` of each element."""
        return self._strmap("capitalize", args, kwargs)
    def casefold(self, *args, **kwargs):
        """`str.casefold` of each element."""
        return self._strmap("casefold", args, kwargs)
    def center(self, *args, **kwargs):
        """`str.center` of each element."""
        return self._strmap("center", args, kwargs)
    def count(self, *args, **kwargs):
        """`str.count` of each element."""
        return self._strmap("count", args, kwargs)
    def encode(self, *args, **kwargs):
        """`str.encode` of each element."""
        return self._strmap("encode", args, kwargs)
    def endswith(self, *args, **kwargs):
        """`str.endswith` of each element."""
        return self._strmap("endswith", args, kwargs)
    def expandtabs(self, *args, **kwargs):
        """`str.expandtabs` of each element."""
        return self._strmap("expandtabs", args, kwargs)
    def find(self, *args, **kwargs):
        """`str.find` of each element."""
        return self._strmap("find", args, kwargs)
    def format(self, *args, **kwargs):
        """`str.format` of each element."""
        return self._strmap("format", args, kwargs)
    def format_map(self, *args, **kwargs):
        """`str.format_map` of each element."""
        return self._strmap("format_map", args, kwargs)
    def index(self, *args, **kwargs):
        """`str.index` of each element."""
        return self._strmap("index", args, kwargs)
    def isalnum(self, *args, **kwargs):
        """`str.isalnum` of each element."""
        return self._strmap("isalnum", args, kwargs)
    def isalpha(self, *args, **kwargs):
        """`str.isalpha` of each element."""
        return self._strmap("isalpha", args, kwargs)
    def isascii(self, *args, **kwargs):
        """`str.isascii` of each element."""
        return self._strmap("isascii", args, kwargs)
    def isdecimal(self, *args, **kwargs):
        """`str.isdecimal` of each element."""
        return self._strmap("isdecimal", args, kwargs)
    def isdigit(self, *args, **kwargs):
        """`str.isdigit` of each element."""
        return self._strmap("isdigit", args, kwargs)
    def isidentifier(self, *args, **kwargs):
        """`str.isidentifier` of each element."""
        return self._strmap("isidentifier", args, kwargs)
    def islower(self, *args, **kwargs):
        """`str.islower` of each element."""
        return self._strmap("islower", args, kwargs)
    def isnumeric(self, *args, **kwargs):
        """`str.isnumeric` of each element."""
        return self._strmap("isnumeric", args, kwargs)
    def isprintable(self, *args, **kwargs):
        """`str.isprintable` of each element."""
        return self._strmap("isprintable", args, kwargs)
    def isspace(self, *args, **kwargs):
        """`str.isspace` of each element."""
        return self._strmap("isspace", args, kwargs)
    def istitle(self, *args, **kwargs):
        """`str.istitle` of each element."""
        return self._strmap("istitle", args, kwargs)
    def isupper(self, *args, **kwargs):
        """`str.isupper` of each element."""
        return self._strmap("isupper", args, kwargs)
    def join(self, *args, **kwargs):
        """`str.join` of each element."""
        return self._strmap("join", args, kwargs)
    def ljust(self, *args, **kwargs):
        """`str.ljust` of each element."""
        return self._strmap("ljust", args, kwargs)
    def lower(self, *args, **kwargs):
        """`str.lower` of each element."""
        return self._strmap("lower", args, kwargs)
    def lstrip(self, *args, **kwargs):
        """`str.lstrip` of each element."""
        return self._strmap("lstrip", args, kwargs)
    def partition(self, *args, **kwargs):
        """`str.partition` of each element."""
        return self._strmap("partition", args, kwargs)
    def removeprefix(self, *args, **kwargs):
        """`str.removeprefix` of each element."""
        return self._strmap("removeprefix", args, kwargs)
    def removesuffix(self, *args, **kwargs):
        """`str.removesuffix` of each element."""
        return self._strmap("removesuffix", args, kwargs)
    def replace(self, *args, **kwargs):
        """`str.replace` of each element."""
        return self._strmap("replace", args, kwargs)
    def rfind(self, *args, **kwargs):
        """`str.rfind` of each element."""
        return self._strmap("rfind", args, kwargs)
    def rindex(self, *args, **kwargs):
        """`str.rindex` of each element."""
        return self._strmap("rindex", args, kwargs)
    def rjust(self, *args, **kwargs):
        """`str.rjust` of each element."""
        return self._strmap("rjust", args, kwargs)
    def rpartition(self, *args, **kwargs):
        """`str.rpartition` of each element."""
        return self._strmap("rpartition", args, kwargs)
    def rsplit(self, *args, **kwargs):
        """`str.rsplit` of each element."""
        return self._strmap("rsplit", args, kwargs)
    def rstrip(self, *args, **kwargs):
        """`str.rstrip` of each element."""
        return self._strmap("rstrip", args, kwargs)
    def split(self, *args, **kwargs):
        """`str.split` of each element."""
        return self._strmap("split", args, kwargs)
    def splitlines(self, *args, **kwargs):
        """`str.splitlines` of each element."""
        return self._strmap("splitlines", args, kwargs)
    def startswith(self, *args, **kwargs):
        """`str.startswith` of each element."""
        return self._strmap("startswith", args, kwargs)
    def strip(self, *args, **kwargs):
        """`str.strip` of each element."""
        return self._strmap("strip", args, kwargs)
    def swapcase(self, *args, **kwargs):
        """`str.swapcase` of each element."""
        return self._strmap("swapcase", args, kwargs)
    def title(self, *args, **kwargs):
        """`str.title` of each element."""
        return self._strmap("title", args, kwargs)
    def translate(self, *args, **kwargs):
        """`str.translate` of each element."""
        return self._strmap("translate", args, kwargs)
    def upper(self, *args, **kwargs):
        """`str.upper` of each element."""
        return self._strmap("upper", args, kwargs)
    def zfill(self, *args, **kwargs):
        """`str.zfill` of each element."""
        return self._strmap("zfill", args, kwargs)
