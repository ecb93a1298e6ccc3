"""Random samples of bags."""

import functools as _functools
import heapq as _heapq
import itertools as _itertools
import math as _math
import random as _rnd
from dask.bag.core import Bag as _Bag

def sample(population: Any, k: int, split_every: Any = None) -> Any:
    """A bag of `k` elements of a bag, none of them twice.

    >>> import dask.bag as db
    >>> from dask.bag import random
    >>> len(random.sample(db.range(5, npartitions=2), 3).compute())
    3
    """
    if k < 0:
        raise ValueError("Cannot take a negative number of samples")
    res = population.reduction(_functools.partial(_sample_map_partitions, k=k), _functools.partial(_sample_reduce, k=k, replace=False), out_type=_Bag, split_every=split_every)
    return res.map_partitions(_finalize_sample, k)

def choices(population: Any, k: int = 1, split_every: Any = None) -> Any:
    """A bag of `k` elements of a bag, any of them perhaps several times.

    >>> import dask.bag as db
    >>> from dask.bag import random
    >>> len(random.choices(db.range(5, npartitions=2), 7).compute())
    7
    """
    res = population.reduction(_functools.partial(_sample_with_replacement, k=k), _functools.partial(_sample_reduce, k=k, replace=True), out_type=_Bag, split_every=split_every)
    return res.map_partitions(_finalize_sample, k)

def _finalize_sample(found, k):
    found = list(found)[0]
    if len(found) < k:
        raise ValueError("Sample larger than population")
    return found

def _sample_reduce(found, k, replace):
    counts, s, n = [], [], 0
    for s_i, n_i in found:
        s.extend(s_i)
        n += n_i
        counts.append((n_i, len(s_i)))
    if k > n and not replace:
        return s, n
    p = []
    for n_i, k_i in counts:
        if k_i > 0:
            p += [n_i / (k_i * n)] * k_i
    if replace:
        return _rnd.choices(s, weights=p, k=k), n
    keys = [(_math.log(_rnd.random()) / p[i], i) for i in range(len(p))]
    return [s[x[1]] for x in _heapq.nlargest(k, keys)], n

def _geometric(p):
    return int(_math.log(_rnd.uniform(0, 1)) / _math.log(1 - p)) + 1

def _sample_map_partitions(population, k):
    stream = iter(population)
    reservoir = list(_itertools.islice(stream, k))
    length = len(reservoir)
    if k == 0:
        return reservoir, length + len(list(stream))
    w = _math.exp(_math.log(_rnd.random()) / k)
    nxt = (k - 1) + _geometric(w)
    for i, e in enumerate(stream, k):
        if i == nxt:
            reservoir[_rnd.randrange(k)] = e
            w *= _math.exp(_math.log(_rnd.random()) / k)
            nxt += _geometric(w)
        length += 1
    return reservoir, length

def _sample_with_replacement(population, k):
    stream = iter(population)
    e = next(stream)
    reservoir, length = [e for _ in range(k)], 1
    w = [_rnd.random() for _ in range(k)]
    nxt = [_geometric(wi) for wi in w]
    soonest = min(nxt)
    for i, e in enumerate(stream, 1):
        if i == soonest:
            for j, n in enumerate(nxt):
                if n == soonest:
                    reservoir[j] = e
                    w[j] *= _rnd.random()
                    nxt[j] += _geometric(w[j])
            soonest = min(nxt)
        length += 1
    return reservoir, length
