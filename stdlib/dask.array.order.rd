"""Sorting across blocks: each block is sorted, samples of the sorted runs say about where each block of the result begins in every run, the elements near there say exactly; then each block is merged from its parts of the runs. No more than a block and its parts need be in memory at once."""

import dask.array as _da
import numpy as _np
from dask.array.core import _call as _call

def _limit() -> int:
    """The bytes that computations may hold."""
    ...

def _split(runs: Any, cuts: Any) -> Any:
    """The parts of runs between cuts, copied: a row of blocks for each run."""
    ...

_FEW = 1 << 16

def _stride(sizes: Any) -> int:
    """How far apart the samples of a run stand: then samples and neighbours of cuts are about equally many."""
    largest = max(sizes)
    return max(1, int((largest / (3 * len(sizes))) ** 0.5))

def _only(table: Any) -> Any:
    """The only block of a table."""
    while isinstance(table, list):
        table = table[0]
    return table

def _every(run: Any, step: int) -> Any:
    """Samples of a run."""
    return run[::step].copy()

def _order(keys: Any) -> Any:
    """The positions that sort by keys, the first of which counts most; what is equal stays in order."""
    if len(keys) == 1:
        return _np.argsort(keys[0], kind="stable")
    return _np.lexsort(keys[::-1])

def _joined(lists: Any) -> Any:
    """For each key its parts in a row."""
    return [_np.concatenate(parts) for parts in lists]

def _windows(*samples: Any, sizes: Any, step: int, low: Any, high: Any) -> Any:
    """For each run and each rank between which positions the cut lies: at least those that are surely before the rank `low`, at most those that may be before the rank `high`."""
    counts = [len(part) for part in samples[0]]
    order = _order(_joined(samples))
    total = len(order)
    places = _np.concatenate([_np.arange(n) * step for n in counts])
    sizes_of = _np.repeat(_np.array(sizes), counts)
    most = _np.minimum(step, sizes_of - places)[order]
    least = _np.where(places == 0, 1, step)[order]
    start = _np.zeros(1, dtype=_np.int64)
    most = _np.concatenate([start, _np.cumsum(most)])
    least = _np.concatenate([start, _np.cumsum(least)])
    before = _np.searchsorted(most, _np.array(low), side="right") - 1
    after = _np.minimum(_np.searchsorted(least, _np.array(high), side="left"), total)
    rank = _np.zeros(total, dtype=_np.int64)
    rank[order] = _np.arange(total)
    out = _np.zeros((2, len(sizes), len(low)), dtype=_np.int64)
    at = 0
    for run, count in enumerate(counts):
        own = rank[at:at + count]
        at += count
        out[0, run] = _np.maximum((_np.searchsorted(own, before) - 1) * step + 1, 0)
        out[1, run] = _np.minimum(_np.searchsorted(own, after) * step, sizes[run])
    return out

def _near(run: Any, windows: Any, block_id: Any) -> Any:
    """The elements of a run in its windows, one window after another."""
    ends = windows[:, block_id[0]]
    return _np.concatenate([run[low:high] for low, high in zip(ends[0].tolist(), ends[1].tolist())])

def _parts(near: Any, windows: Any) -> Any:
    """For each rank, for each key, its window of each run."""
    low, high = windows[0], windows[1]
    lengths = high - low
    ends = _np.cumsum(lengths, axis=1)
    starts = (ends - lengths).tolist()
    ends = ends.tolist()
    runs = range(len(starts))
    for at in range(low.shape[1]):
        yield [[parts[run][starts[run][at]:ends[run][at]] for run in runs] for parts in near]

def _cuts(*given: Any, sizes: Any, ranks: Any) -> Any:
    """Where each run is cut, exactly: a row for each run, a column for each end of a block."""
    windows = _only(given[-1])
    out = _np.zeros((len(sizes), len(ranks) + 2), dtype=_np.int64)
    out[:, -1] = sizes
    for at, keys in enumerate(_parts(given[:-1], windows)):
        low = windows[0][:, at]
        order = _order(_joined(keys))
        runs = _np.repeat(_np.arange(len(sizes)), [len(part) for part in keys[0]])
        taken = runs[order[:ranks[at] - int(low.sum())]]
        out[:, at + 1] = low + _np.bincount(taken, minlength=len(sizes))
    return out

def _slice_of(runs: Any, cuts: Any, at: int) -> Any:
    """A block's parts of whole runs."""
    ends = cuts[:, at:at + 2].tolist()
    return [run[low:high] for run, (low, high) in zip(runs, ends)]

def _merged_of(runs: Any, cuts: Any, block_id: Any) -> Any:
    """A block of whole runs."""
    return _merge(_slice_of(runs, _only(cuts), block_id[0]))

def _merge(parts: Any) -> Any:
    """Sorted parts into one."""
    return _np._merged(parts, None, 0)

def _flat(part: Any) -> Any:
    """A part of a run, without the axis of size 1 that its place in the grid of parts gives it."""
    return part[0]

def _merged(parts: Any) -> Any:
    """A block of its parts."""
    return _merge([_flat(part) for part in parts])

def _places_of(*given: Any, block_id: Any) -> Any:
    """A block of positions, of whole runs."""
    cuts, at = _only(given[-1]), block_id[0]
    return _merge_places([_slice_of(runs, cuts, at) for runs in given[:-1]])

def _places(*lists: Any) -> Any:
    """A block of positions, of its parts."""
    return _merge_places([[_flat(part) for part in parts] for parts in lists])

def _merge_places(lists: Any) -> Any:
    """Parts of runs by their keys, the last of which are positions: the positions merged."""
    if len(lists) == 2:
        return _np._merged(lists[0], lists[1], 0)[1]
    return _np.concatenate(lists[-1])[_order(_joined(lists[:-1]))]

def _windows_of(keys: Any, sizes: Any, low: Any, high: Any) -> Any:
    """The samples of sorted runs, and what they say of the cuts at some ranks."""
    step = _stride(sizes)
    short = (tuple([-(-n // step) for n in sizes]),)
    samples = [key.map_blocks(_every, step, chunks=short, dtype=key.dtype, token="sample") for key in keys]
    told = {"sizes": sizes, "step": step, "low": low, "high": high}
    chunks = ((2,), (len(sizes),), (len(low),))
    windows = _call(_windows, samples, [(-1,)] * len(keys), told, chunks, _np.int64, None, "windows", False, {})
    unknown = ((float("nan"),) * len(sizes),)
    near = [_call(_near, [key, windows], [(0,), (-1, -1, -1)], {}, unknown, key.dtype, None, "near", True, {"block_id": None}) for key in keys]
    return windows, near

def _cuts_of(keys: Any, sizes: Any, ranks: Any) -> Any:
    """Where sorted runs are cut so that blocks of the result begin at some ranks."""
    windows, near = _windows_of(keys, sizes, ranks, ranks)
    along = [(-1,)] * len(keys) + [(-1, -1, -1)]
    chunks = ((len(sizes),), (len(ranks) + 2,))
    return _call(_cuts, near + [windows], along, {"sizes": sizes, "ranks": ranks}, chunks, _np.int64, None, "cuts", False, {})

def _ranks(sizes: Any) -> Any:
    """How many elements come before each block but the first."""
    out, at = [], 0
    for size in sizes[:-1]:
        at += size
        out.append(at)
    return out

def _fits(arrays: Any) -> bool:
    """Whether arrays may stand in memory with the result beside."""
    return sum([x.nbytes for x in arrays]) * 4 <= _limit()

def _vector(x: Any) -> Any:
    """A sorted vector, in the same blocks."""
    sizes = x.chunks[0]
    runs = x.map_blocks(_np.sort, dtype=x.dtype, token="sort-run")
    cuts = _cuts_of([runs], sizes, _ranks(sizes))
    if _fits([x]):
        return _call(_merged_of, [runs, cuts], [(-1,), (-1, -1)], {}, (sizes,), x.dtype, None, "sort", False, {"block_id": None})
    return _call(_merged, [_split(runs, cuts)], [(-1, 0)], {}, (sizes,), x.dtype, None, "sort", False, {})

def _order_block(*keys: Any) -> Any:
    """The positions that sort a block."""
    return _order(keys)

def _chosen(block: Any, at: Any) -> Any:
    """The elements at some positions."""
    return block[at]

def _shifted(at: Any, first: Any) -> Any:
    """Positions in a block as positions in the whole."""
    return at + first[0]

def _positions(keys: Any) -> Any:
    """The positions that sort vectors in the same blocks, the first of which counts most."""
    sizes = keys[0].chunks[0]
    orders = _da.map_blocks(_order_block, *keys, dtype=_np.int64, token="argsort-run")
    runs = [key.map_blocks(_chosen, orders, dtype=key.dtype, token="sort-run") for key in keys]
    starts = _da.from_array(_np.array([0] + _ranks(sizes)), chunks=1)
    at = orders.map_blocks(_shifted, starts, dtype=_np.int64, token="places")
    cuts = _cuts_of(runs, sizes, _ranks(sizes))
    lists = runs + [at]
    if _fits(lists):
        along = [(-1,)] * len(lists) + [(-1, -1)]
        return _call(_places_of, lists + [cuts], along, {}, (sizes,), _np.int64, None, "argsort", False, {"block_id": None})
    parts = [_split(each, cuts) for each in lists]
    return _call(_places, parts, [(-1, 0)] * len(parts), {}, (sizes,), _np.int64, None, "argsort", False, {})

def _is_long(x: Any, axis: int) -> bool:
    """Whether a vector is sorted across its blocks: where it is worth it."""
    return x.ndim == 1 and x.numblocks[0] > 1 and x.shape[0] >= _FEW

def _whole(x: Any, axis: int) -> Any:
    """The array with one block along an axis, no larger than may be where the other axes allow it."""
    if x.numblocks[axis] == 1:
        return x
    most = _limit() // 16
    others = 1
    for k, sizes in enumerate(x.chunks):
        if k != axis:
            others *= max(sizes)
    if x.shape[axis] * others * x.dtype.itemsize <= most:
        return x.rechunk({axis: -1})
    return x.rechunk({k: -1 if k == axis else "auto" for k in range(x.ndim)}, block_size_limit=most)

def _lanes(x: Any, axis: int, work: Any) -> Any:
    """A function of vectors along an axis of an array, one after the other: for axes that are too long for one block."""
    moved = _da.moveaxis(x, axis, 0)
    made = [work(moved[(slice(None),) + at]) for at in _np.ndindex(*moved.shape[1:])]
    shape = moved.shape[1:]
    for size in shape[::-1]:
        made = [_da.stack(made[at:at + size], axis=1) for at in range(0, len(made), size)]
    return _da.moveaxis(made[0], 0, axis).rechunk(x.chunks)

def _too_long(x: Any, axis: int) -> bool:
    """Whether one line along an axis is more than a block may be."""
    return x.ndim > 1 and x.numblocks[axis] > 1 and x.shape[axis] * x.dtype.itemsize > _limit() // 16

def _known(x: Any) -> bool:
    """Whether the sizes of all blocks are known."""
    return not any([n != n for sizes in x.chunks for n in sizes])

def _sort(x: Any, axis: int) -> Any:
    """A sorted array."""
    if _known(x) and x.size:
        if _is_long(x, axis):
            return _vector(x)
        if _too_long(x, axis):
            return _lanes(x, axis, _vector)
        return _whole(x, axis).map_blocks(_np.sort, axis=axis, dtype=x.dtype, token="sort").rechunk(x.chunks)
    return _alone(x, axis).map_blocks(_np.sort, axis=axis, dtype=x.dtype, token="sort")

def _argsort(x: Any, axis: int) -> Any:
    """The positions that sort an array."""
    if _known(x) and x.size:
        if _is_long(x, axis):
            return _positions([x])
        if _too_long(x, axis):
            return _lanes(x, axis, _line)
        return _whole(x, axis).map_blocks(_np.argsort, axis=axis, dtype=_np.int64, token="argsort").rechunk(x.chunks)
    return _alone(x, axis).map_blocks(_np.argsort, axis=axis, dtype=_np.int64, token="argsort")

def _line(x: Any) -> Any:
    """The positions that sort one vector."""
    return _positions([x])

def _alone(x: Any, axis: int) -> Any:
    """The array with one block along an axis."""
    return x.rechunk({axis: -1}) if x.numblocks[axis] > 1 else x

def _lexsort(keys: Any, axis: int) -> Any:
    """The positions that sort by keys, the last of which counts most."""
    if _known(keys[0]) and keys[0].size and _is_long(keys[0], axis):
        return _positions(keys[::-1])
    whole = [_whole(key, axis) if key.size else _alone(key, axis) for key in keys]
    whole = [key.rechunk(whole[0].chunks) for key in whole]
    return _da.map_blocks(_lexsorted, *whole, axis=axis, dtype=_np.int64, token="lexsort").rechunk(keys[0].chunks)

def _lexsorted(*keys: Any, axis: int) -> Any:
    """`np.lexsort` of blocks."""
    return _np.lexsort(keys, axis=axis)

def _elements(*given: Any, ranks: Any) -> Any:
    """The elements of some ranks, of windows of the runs."""
    windows = _only(given[-1])
    out = []
    for at, keys in enumerate(_parts(given[:-1], windows)):
        near = _np.sort(_np.concatenate(keys[0]))
        out.append(near[ranks[at] - int(windows[0][:, at].sum())])
    return _np.array(out, dtype=given[0][0].dtype)

def _at_ranks(x: Any, ranks: Any) -> Any:
    """The elements that would stand at some places of the sorted vector, in one block; the vector is not put together."""
    sizes = x.chunks[0]
    runs = x.map_blocks(_np.sort, dtype=x.dtype, token="sort-run")
    windows, near = _windows_of([runs], sizes, ranks, [rank + 1 for rank in ranks])
    along = [(-1,), (-1, -1, -1)]
    return _call(_elements, near + [windows], along, {"ranks": ranks}, ((len(ranks),),), x.dtype, None, "ranks", False, {})

def _is_far(x: Any) -> bool:
    """Whether a vector is too long to be put into one block."""
    return x.ndim == 1 and x.numblocks[0] > 1 and _known(x) and x.nbytes > _limit() // 16

_BETWEEN = {"linear": (1, 1), "hazen": (0.5, 0.5), "weibull": (0, 0), "median_unbiased": (1 / 3, 1 / 3), "normal_unbiased": (3 / 8, 3 / 8)}

def _places_between(n: int, q: Any, method: str) -> Any:
    """The places between which quantiles lie, and how far from the first."""
    if method in _BETWEEN:
        a, b = _BETWEEN[method]
        at = (n - 1) * q if method == "linear" else n * q + (a + q * (1 - a - b)) - 1
    elif method in ("lower", "higher", "midpoint", "nearest"):
        at = (n - 1) * q
        at = _np.floor(at) if method == "lower" else _np.ceil(at) if method == "higher" else _np.around(at) if method == "nearest" else 0.5 * (_np.floor(at) + _np.ceil(at))
    else:
        raise NotImplementedError(f"quantiles by method {method!r} of a vector that is too long for one block are not in rdask: use method='linear'")
    at = _np.minimum(_np.maximum(at, 0), n - 1)
    first = _np.floor(at).astype(_np.int64)
    return first, _np.minimum(first + 1, n - 1), at - first

def _counted(x: Any) -> Any:
    """How many elements of a vector are no NaN: computed at once, for it says which elements are wanted."""
    return int((~_da.isnan(x)).sum().compute())

def _quantiles(x: Any, q: Any, method: str, holes: bool) -> Any:
    """Quantiles of a vector that is not put together. NaN, if there is one, unless `holes` are left out."""
    if _np.any(q < 0) or _np.any(q > 1):
        raise ValueError("Quantiles must be in the range [0, 1]")
    n = x.shape[0]
    count = _counted(x) if holes and x.dtype.kind == "f" else n
    if count == 0:
        return _da.full(q.shape, _np.nan, dtype=x.dtype)
    first, second, part = _places_between(count, _np.ravel(q), method)
    ranks = sorted(set(first.tolist() + second.tolist() + [n - 1]))
    told = {"first": [ranks.index(at) for at in first.tolist()], "second": [ranks.index(at) for at in second.tolist()], "part": part, "shape": q.shape, "holes": holes}
    dtype = x.dtype if x.dtype.kind == "f" else _np.dtype("float64")
    chunks = tuple([(size,) for size in q.shape])
    return _call(_interpolated, [_at_ranks(x, ranks)], [(-1,)], told, chunks, dtype, None, "quantile", True, {})

def _interpolated(found: Any, first: Any, second: Any, part: Any, shape: Any, holes: bool) -> Any:
    """Quantiles between elements, as NumPy computes them."""
    a, b = found[_np.array(first, dtype=_np.int64)], found[_np.array(second, dtype=_np.int64)]
    between = b - a
    out = _np.where(part >= 0.5, b - between * (1 - part), a + between * part)
    out = _np.where(part == 0, a, out)
    if not holes and found.dtype.kind == "f" and _np.isnan(found[-1]):
        out = _np.full(out.shape, _np.nan)
    return out.astype(found.dtype if found.dtype.kind == "f" else _np.float64).reshape(shape)

def _median(x: Any, holes: bool) -> Any:
    """The middle value of a vector that is not put together."""
    n = x.shape[0]
    count = _counted(x) if holes and x.dtype.kind == "f" else n
    dtype = x.dtype if x.dtype.kind == "f" else _np.dtype("float64")
    if count == 0:
        return _da.full((), _np.nan, dtype=dtype)
    ranks = sorted({(count - 1) // 2, count // 2, n - 1})
    told = {"count": 1 + (count % 2 == 0), "holes": holes}
    return _call(_middle, [_at_ranks(x, ranks)], [(-1,)], told, (), dtype, None, "median", True, {})

def _middle(found: Any, count: int, holes: bool) -> Any:
    """The mean of the middle elements."""
    if not holes and found.dtype.kind == "f" and _np.isnan(found[-1]):
        return _np.asarray(found[-1])
    return _np.asarray(_np.mean(found[:count]))
