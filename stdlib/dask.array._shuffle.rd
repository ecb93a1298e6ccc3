"""Elements of an axis put into other blocks."""

import math as _math

import dask.array as _da
import dask.config as _config

def _grouped(parts: Any, sizes: Any) -> list[Any]:
    """Lists of positions joined into blocks that are not much larger than the blocks were."""
    tolerance = 1.25
    limit = int(_math.fsum(sizes) / len(sizes) * tolerance)
    groups, current = [], []
    for part in parts:
        if current and len(current) + len(part) > limit:
            groups.append(current)
            current = list(part)
            continue
        current = current + list(part)
        if len(current) > limit / tolerance:
            groups.append(current)
            current = []
    return groups + [current] if current else groups

def _check(x: Any, indexer: Any, axis: Any) -> None:
    """Raise what Dask raises for lists that do not fit."""
    if any([_math.isnan(size) for size in x.shape]):
        raise ValueError("Shuffling only allowed with known chunk sizes. \n\nA possible solution: https://docs.dask.org/en/latest/array-chunks.html#unknown-chunks\nSummary: to compute chunks sizes, use\n\n   x.compute_chunk_sizes()  # for Dask Array `x`\n   ddf.to_dask_array(lengths=True)  # for Dask DataFrame `ddf`")
    if not isinstance(axis, int):
        raise AssertionError("axis must be an integer")
    if not isinstance(indexer, list) or not all([isinstance(part, list) for part in indexer]):
        raise ValueError("indexer must be a list of lists of positional indices")
    if axis > x.ndim:
        raise ValueError(f"Axis {axis} is out of bounds for array with {x.ndim} axes")
    if max([max(part) for part in indexer]) >= x.shape[axis]:
        raise IndexError(f"Indexer contains out of bounds index. Dimension only has {x.shape[axis]} elements.")

def _other_chunks(x: Any, longest: int, axis: int) -> Any:
    """The array with the other axes in smaller blocks, where a list is longer than a block may be."""
    tolerance = _config.get("array.chunk-size-tolerance", 1.25)
    if longest <= max(x.chunks[axis]) * tolerance:
        return x
    most = _math.prod([max(sizes) for sizes in x.chunks])
    new = list(x.chunks)
    new[axis] = (longest,)
    others = {at for at in range(x.ndim) if at != axis and max(new[at]) > 1}
    new = _calculate_new_chunksizes(x.chunks, new, others, most)
    new[axis] = x.chunks[axis]
    return x.rechunk(tuple(new))

def shuffle(x: Any, indexer: Any, axis: int, chunks: str = "auto") -> Any:
    """The elements along an axis in another order: lists of positions, each of which comes into one block (several may share one).

    >>> x = da.arange(8, chunks=4)
    >>> y = da.shuffle(x, [[6, 5, 2], [4, 1], [3, 0, 7]], axis=0)
    >>> y.compute(), y.chunks
    (array([6, 5, 2, 4, 1, 3, 0, 7]), ((5, 3),))
    """
    _check(x, indexer, axis)
    if chunks != "auto":
        raise AssertionError("Only auto is supported for now")
    x = _other_chunks(x, max([len(part) for part in indexer]), axis)
    sizes = x.chunks[axis]
    groups = _grouped(indexer, sizes)
    order = []
    for group in groups:
        order.extend(group)
    if len(indexer) == len(sizes) and order == list(range(x.shape[axis])) and [len(part) for part in indexer] == list(sizes):
        return x
    made = x[(slice(None),) * (axis % x.ndim) + (order,)].rechunk({axis: tuple([len(group) for group in groups])})
    return _da._renamed(made, "shuffle")

def _calculate_new_chunksizes(input_chunks: Any, new_chunks: Any, changeable_dimensions: Any, maximum_chunk: Any) -> Any:
    """The blocks of some axes cut until no block has more than `maximum_chunk` elements; small excess is tolerated.

    >>> from dask.array._shuffle import _calculate_new_chunksizes
    >>> _calculate_new_chunksizes(((4,), (2, 2)), [(4,), (4,)], {0}, 8)
    [(2, 2), (4,)]
    """
    tolerance = _config.get("array.chunk-size-tolerance", 1.25)
    maximum_chunk = max(maximum_chunk, 1)
    while changeable_dimensions:
        excess = _math.prod([max(sizes) for sizes in new_chunks]) / maximum_chunk
        if excess <= 1:
            break
        count = len(changeable_dimensions)
        for axis in sorted(changeable_dimensions):
            limit = max(new_chunks[axis]) / excess ** (1 / count)
            cut = []
            for size in input_chunks[axis]:
                if size <= tolerance * limit:
                    cut.append(size)
                    continue
                parts = min(_math.ceil(size / limit), size)
                each, more = divmod(size, parts)
                cut.extend([each + 1] * more + [each] * (parts - more))
            if tuple(cut) == new_chunks[axis] or max(cut) == 1:
                changeable_dimensions.remove(axis)
            new_chunks[axis] = tuple(cut)
    return new_chunks
