"""Indices of arrays: what they mean, block by block."""

import itertools as _itertools
import math as _math

import dask.array as _da
import numpy as _np

def replace_ellipsis(n: int, index: Any) -> Any:
    """`...` in an index as the whole slices that it stands for, of `n` axes.

    >>> from dask.array.slicing import replace_ellipsis
    >>> replace_ellipsis(4, (3, ..., 2))
    (3, slice(None, None, None), slice(None, None, None), 2)
    """
    places = [at for at, each in enumerate(index) if each is ...]
    if not places:
        return index
    new = len([each for each in index if each is None])
    more = n - (len(index) - new - 1)
    return index[:places[0]] + (slice(None),) * more + index[places[0] + 1:]

def normalize_slice(idx: Any, dim: Any) -> Any:
    """A slice of an axis of `dim` elements without what goes without saying; anything else as it is.

    >>> from dask.array.slicing import normalize_slice
    >>> normalize_slice(slice(0, 10, 1), 10)
    slice(None, None, None)
    """
    if not isinstance(idx, slice) or _math.isnan(dim):
        return idx
    start, stop, step = idx.indices(dim)
    if step < 0:
        return slice(None if start >= dim - 1 else start, None if stop < 0 else stop, step)
    first = None if start == 0 else start
    last = None if stop >= dim else stop
    if first is not None and last is not None and last < first:
        last = first
    return slice(first, last, None if step == 1 else step)

def _element(ind: Any) -> Any:
    """A number in an index as an integer."""
    if ind is None:
        return None
    whole = int(ind)
    if whole != ind:
        raise IndexError(f"Bad index.  Must be integer-like: {ind}")
    return whole

def sanitize_index(ind: Any) -> Any:
    """What stands for one axis in an index, as integers: a mask becomes the positions of its truths.

    >>> from dask.array.slicing import sanitize_index
    >>> sanitize_index([True, False, True, False])
    array([0, 2])
    """
    if ind is None or isinstance(ind, _da.Array):
        return ind
    if isinstance(ind, slice):
        return slice(_element(ind.start), _element(ind.stop), _element(ind.step))
    if isinstance(ind, (int, float, _np.integer, _np.floating, _np.bool_)):
        return _element(ind)
    array = _np.asarray(ind)
    if array.dtype == bool:
        found = _np.nonzero(array)
        return found[0] if len(found) == 1 else _np.asarray(found)
    if array.dtype.kind in "iu":
        return array
    if array.dtype.kind == "f":
        whole = array.astype(_np.int64)
        wrong = ~_np.isclose(array, whole)
        if _np.any(wrong):
            raise IndexError(f"Bad index.  Must be integer-like: {array.ravel()[_np.flatnonzero(wrong)[0]]}")
        return whole
    raise TypeError("Invalid index type", type(ind), ind)

def posify_index(shape: Any, ind: Any) -> Any:
    """An index in which positions from the end are positions from the start.

    >>> from dask.array.slicing import posify_index
    >>> posify_index((10, 20), (3, -3))
    (3, 17)
    """
    if isinstance(ind, tuple):
        return tuple([posify_index(size, each) for size, each in zip(shape, ind)])
    if isinstance(ind, (int, _np.integer)):
        return ind + shape if ind < 0 and not _math.isnan(shape) else ind
    if isinstance(ind, (_np.ndarray, list)) and not _math.isnan(shape):
        array = _np.asarray(ind)
        return _np.where(array < 0, array + shape, array)
    return ind

def check_index(axis: int, ind: Any, dimension: Any) -> None:
    """Raise IndexError if an index does not fit an axis of this size.

    >>> from dask.array.slicing import check_index
    >>> check_index(0, 3, 5)
    """
    if isinstance(ind, list):
        ind = _np.asarray(ind)
    if isinstance(ind, float) and _math.isnan(ind) or _math.isnan(dimension) or ind is None or isinstance(ind, slice):
        return
    if isinstance(ind, _da.Array):
        if ind.dtype != bool or _math.isnan(ind.size):
            return
        if ind.size != dimension and ind.ndim == 1:
            raise IndexError(f"Boolean array with size {ind.size} is not long enough for axis {axis} with size {dimension}")
        return
    if isinstance(ind, _np.ndarray):
        if ind.dtype == bool:
            if ind.size != dimension:
                raise IndexError(f"Boolean array with size {ind.size} is not long enough for axis {axis} with size {dimension}")
        elif _np.any((ind >= dimension) | (ind < -dimension)):
            raise IndexError(f"Index is out of bounds for axis {axis} with size {dimension}")
        return
    if ind >= dimension or ind < -dimension:
        raise IndexError(f"Index {ind} is out of bounds for axis {axis} with size {dimension}")

def normalize_index(idx: Any, shape: Any) -> tuple[Any, ...]:
    """An index with one entry for each axis (and each new one): `...` replaced, positions checked and counted from the start, slices in their shortest form.

    >>> from dask.array.slicing import normalize_index
    >>> normalize_index((..., -1), (5, 10))
    (slice(None, None, None), 9)
    """
    if not isinstance(idx, tuple):
        idx = (idx,)
    if idx and len(shape) > 1 and isinstance(idx[0], _np.ndarray) and idx[0].shape == tuple(shape):
        idx = (_da.from_array(idx[0]),) + idx[1:]
    idx = replace_ellipsis(len(shape), idx)
    taken = 0
    for each in idx:
        if each is not None:
            taken += each.ndim if isinstance(each, (_np.ndarray, _da.Array)) and each.ndim >= 1 else 1
    idx = idx + (slice(None),) * (len(shape) - taken)
    if len([each for each in idx if each is not None]) > len(shape):
        raise IndexError("Too many indices for array")
    sizes, at = [], 0
    for each in idx:
        sizes.append(None if each is None else shape[at])
        at += 0 if each is None else 1
    for axis, (each, size) in enumerate(zip(idx, sizes)):
        if size is not None:
            check_index(axis, each, size)
    whole = [sanitize_index(each) for each in idx]
    short = [each if size is None else normalize_slice(each, size) for each, size in zip(whole, sizes)]
    return tuple([each if size is None else posify_index(size, each) for each, size in zip(short, sizes)])

def expander(where: Any) -> Any:
    """A function that puts a value into a sequence, at these places of the result.

    >>> from dask.array.slicing import expander
    >>> expander([0, 2])(["a", "b", "c"], "z")
    ('z', 'a', 'z', 'b', 'c')
    """
    places = tuple(where)
    def expand(seq, val):
        out = list(seq)
        for at in sorted(places):
            out.insert(at, val)
        return tuple(out) if places else seq
    return expand

def issorted(seq: Any) -> Any:
    """Whether a sequence is in order. (A list is compared as Dask compares it: as a list.)

    >>> from dask.array.slicing import issorted
    >>> issorted(np.array([1, 2, 3]))
    np.True_
    """
    if len(seq) == 0:
        return True
    return _np.all(seq[:-1] <= seq[1:])

def make_block_sorted_slices(index: Any, chunks: Any) -> Any:
    """Positions sorted within each block, and where those of `index` stand among them.

    >>> from dask.array.slicing import make_block_sorted_slices
    >>> make_block_sorted_slices(np.array([3, 0, 2, 1]), ((2, 2),))
    (array([0, 3, 1, 2]), array([1, 0, 3, 2]))
    """
    ordered, places, start = _np.empty_like(index), _np.empty_like(index), 0
    for size in chunks[0]:
        part = index[start:start + size]
        order = _np.argsort(part)
        back = _np.empty_like(order)
        back[order] = _np.arange(len(order))
        ordered[start:start + size] = part[order]
        places[start:start + size] = start + back
        start += size
    return ordered, places

def _slice_1d(size: int, lengths: Any, index: Any) -> dict[Any, Any]:
    """For each block that an index of an axis meets, the index within the block."""
    if isinstance(index, (int, _np.integer)):
        for block, length in enumerate(lengths):
            if index < length:
                return {block: int(index)}
            index -= length
        return {}
    start, stop, step = index.indices(size)
    found, offset = {}, 0
    for block, length in enumerate(lengths):
        part = range(start, stop, step)
        if step > 0:
            first = start if start >= offset else start + -((start - offset) // step) * step
            last = stop if stop < offset + length else offset + length
            if first < last:
                whole = first == offset and last == offset + length and step == 1
                found[block] = slice(None) if whole else slice(first - offset, last - offset, step)
        else:
            top = offset + length - 1
            first = start if start <= top else start + -((top - start) // -step) * step
            last = stop if stop > offset - 1 else offset - 1
            if first > last and first >= offset:
                found[block] = slice(first - offset, last - offset - length, step)
        offset += length
    return found

def _steps(part: Any, length: int) -> int:
    """How many elements a slice takes of so many."""
    return len(range(length)[part])

def new_blockdim(dim_shape: int, lengths: Any, index: Any) -> list[int]:
    """Sizes of the blocks that an index leaves of an axis.

    >>> from dask.array.slicing import new_blockdim
    >>> new_blockdim(100, [20, 10, 20, 10, 40], slice(0, 90, 2))
    [10, 5, 10, 5, 15]
    """
    if isinstance(index, slice) and index == slice(None):
        return lengths
    if isinstance(index, list):
        return [len(index)]
    found = _slice_1d(dim_shape, lengths, index)
    sizes = [_steps(found[block], lengths[block]) for block in sorted(found)]
    return sizes[::-1] if index.step and index.step < 0 else sizes

def partition_by_size(sizes: Any, seq: Any) -> list[Any]:
    """Sorted positions, block by block, each counted from the start of its block.

    >>> from dask.array.slicing import partition_by_size
    >>> partition_by_size([10, 20, 10], [1, 5, 9, 12, 29, 35])
    [array([1, 5, 9]), array([ 2, 19]), array([5])]
    """
    seq = _np.asarray(seq)
    ends = _np.cumsum(sizes)
    cuts = [0] + [int(at) for at in _np.searchsorted(seq, ends)]
    starts = [0] + [int(end) for end in ends[:-1]]
    return [seq[a:b] - start for a, b, start in zip(cuts[:-1], cuts[1:], starts)]

def parse_assignment_indices(indices: Any, shape: Any) -> tuple[Any, ...]:
    """The indices of an assignment with slices that go forwards; the shape that they imply; the axes that were turned round; the axes that count for the shape.

    >>> from dask.array.slicing import parse_assignment_indices
    >>> parse_assignment_indices((3, slice(-1, 2, -1)), (7, 8))
    ([3, slice(3, 8, 1)], [5], [1], [1])
    """
    if not isinstance(indices, tuple):
        indices = (indices,)
    for index in indices:
        if index is True or index is False:
            raise NotImplementedError(f"dask does not yet implement assignment to a scalar boolean index: {index!r}")
        if isinstance(index, (_np.ndarray, _da.Array)) and not index.ndim:
            raise NotImplementedError(f"dask does not yet implement assignment to a scalar numpy or dask array index: {index!r}")
    parsed = list(normalize_index(indices, shape))
    implied, turned, places, lists = [], [], [], 0
    for axis, (index, size) in enumerate(zip(parsed, shape)):
        if isinstance(index, slice):
            start, stop, step = index.indices(size)
            if step < 0:
                count = len(range(start, stop, step))
                last = start + (count - 1) * step
                start, stop, step = (last, start + 1, -step) if count else (start, start, -step)
                turned.append(axis)
            parsed[axis] = slice(start, stop, step)
            count = len(range(start, stop, step))
            implied.append(count)
            if count:
                places.append(axis)
        elif isinstance(index, (int, _np.integer)):
            parsed[axis] = int(index)
        elif isinstance(index, (_np.ndarray, _da.Array)):
            lists += 1
            if lists > 1:
                raise NotImplementedError(f"dask is currently limited to at most one dimension's assignment index being a 1-d array of integers or booleans. Got: {indices}")
            if index.ndim != 1:
                raise IndexError(f"Incorrect shape ({index.shape}) of integer indices for dimension with size {size}")
            if index.dtype == bool and not _math.isnan(index.size) and index.size != size:
                raise IndexError(f"boolean index did not match indexed array along dimension {axis}; dimension is {size} but corresponding boolean dimension is {index.size}")
            implied.append(index.size)
            places.append(axis)
    return parsed, implied, turned, places

def setitem(x: Any, v: Any, indices: Any) -> Any:
    """A copy of an eager array with `v` at an index of each axis; the array itself if `v` is empty. Positions past the end are left out.

    >>> from dask.array.slicing import setitem
    >>> setitem(np.arange(4), np.array([-1, -2]), [np.array([1, 3])])
    array([ 0, -1,  2, -2])
    """
    if not _math.prod(v.shape):
        return x
    for at, (index, size) in enumerate(zip(indices, x.shape)):
        if isinstance(index, _np.ndarray) and index.dtype != bool:
            indices[at] = index[_np.where(index < size)[0]]
    x = _np.array(x)
    wrong = False
    try:
        x[tuple(indices)] = v
    except ValueError:
        wrong = True
    if wrong:
        raise ValueError("shape mismatch: value array could not be broadcast to indexing result")
    return x

class _Piece:
    """A task that takes a part of a block, as Dask shows it."""

    def __init__(self, key, source, index):
        self.key = key
        self.source = source
        self.index = index

    def __repr__(self):
        return f"<Task {self.key!r} getitem(TaskRef({self.source!r}), {self.index!r})>"

def slice_array(out_name: str, in_name: str, blockdims: Any, index: Any) -> Any:
    """What an index takes of each block: tasks by key (to be looked at), and the sizes of the new blocks.

    >>> from dask.array.slicing import slice_array
    >>> slice_array("y", "x", [(20, 20, 20)], (slice(10, 35),))
    ({('y', 0): <Task ('y', 0) getitem(TaskRef(('x', 0)), (slice(10, 20, 1),))>, ('y', 1): <Task ('y', 1) getitem(TaskRef(('x', 1)), (slice(0, 15, 1),))>}, ((10, 15),))
    """
    index = tuple(index) + (slice(None),) * (len(blockdims) - len([each for each in index if each is not None]))
    parts, sizes, at = [], [], 0
    for each in index:
        if each is None:
            parts.append([(None, None)])
            sizes.append((1,))
            continue
        lengths = list(blockdims[at])
        at += 1
        if isinstance(each, list):
            raise NotImplementedError("slice_array with a list is not in rdask: index the array, x[[...]]")
        whole = 0
        for length in lengths:
            whole += length
        found = _slice_1d(whole, lengths, each)
        blocks = sorted(found)
        if isinstance(each, slice) and each.step and each.step < 0:
            blocks = blocks[::-1]
        parts.append([(block, found[block]) for block in blocks])
        if isinstance(each, slice):
            sizes.append(tuple(new_blockdim(whole, lengths, each)))
    tasks = {}
    kept = [each for each in range(len(index)) if index[each] is None or isinstance(index[each], slice)]
    for numbers in _itertools.product(*[range(len(each)) for each in parts]):
        chosen = [part[number] for part, number in zip(parts, numbers)]
        key = (out_name,) + tuple([numbers[each] for each in kept])
        source = (in_name,) + tuple([block for block, part in chosen if block is not None])
        tasks[key] = _Piece(key, source, tuple([part for block, part in chosen]))
    return tasks, tuple(sizes)

def take(outname: str, inname: str, chunks: Any, index: Any, axis: int = 0) -> Any:
    """The blocks of `x[index]` for a list of positions of one axis, and which positions each of them takes, by key.

    >>> from dask.array.slicing import take
    >>> take("y", "x", [(20, 20, 20, 20)], [5, 1, 47, 3])[0]
    ((4,),)
    """
    index = [int(at) for at in index]
    sizes = [int(n) for n in chunks[axis]]
    step = int(_math.fsum(sizes) / len(sizes))
    parts = [index[at:at + step] for at in range(0, len(index), step)]
    from dask.array._shuffle import _grouped
    groups = _grouped(parts, sizes)
    new = [tuple(each) for each in chunks]
    new[axis] = tuple([len(each) for each in groups])
    return tuple(new), {(outname, at): (inname, part) for at, part in enumerate(groups)}
