"""Sizes of blocks put together and taken apart; reshaping block by block."""

import itertools as _itertools
import math as _math

import dask.array as _da
from dask.array import reshape as reshape

def expand_tuple(chunks: Any, factor: int) -> tuple[int, ...]:
    """Sizes of blocks, each cut into about `factor` parts.

    >>> from dask.array.reshape import expand_tuple
    >>> expand_tuple((7, 4), 3)
    (2, 2, 3, 1, 1, 2)
    """
    if factor == 1:
        return chunks
    out = []
    for size in chunks:
        part = size / factor if size > factor else 1
        while size >= 2 * part:
            out.append(int(part))
            size -= int(part)
        if size:
            out.append(size)
    return tuple(out)

def contract_tuple(chunks: Any, factor: int) -> tuple[int, ...]:
    """Sizes of blocks that are multiples of `factor`; what is left over goes to the next.

    >>> from dask.array.reshape import contract_tuple
    >>> contract_tuple((2, 2, 8, 4), 4)
    (4, 8, 4)
    """
    out, left = [], 0
    for size in chunks:
        size += left
        left = size % factor
        if size - left:
            out.append(size - left)
    return tuple(out)

def _reshaped(block: Any, block_id: Any = None, *, shapes: Any) -> Any:
    """A block in the shape that stands for its place."""
    return block.reshape(tuple([sizes[at] for sizes, at in zip(shapes, block_id)]))

def _groups(x: Any, shape: Any) -> list[Any]:
    """For each axis of the result, the axes of `x` that it joins; None if they do not fall together so."""
    groups, at = [], 0
    for size in shape:
        axes, found = [], 1
        while at < x.ndim and (not axes or found < size):
            axes.append(at)
            found *= x.shape[at]
            at += 1
        while at < x.ndim and x.shape[at] == 1 and len(shape) - len(groups) - 1 < x.ndim - at:
            axes.append(at)
            at += 1
        if found != size:
            raise NotImplementedError(f"reshape_blockwise not implemented for expanding dimensions without passing chunk hints.")
        groups.append(axes)
    return groups

def reshape_blockwise(x: Any, shape: Any, chunks: Any = None) -> Any:
    """Each block in another shape of its own: cheaper than `reshape`, but the elements stand in the order of the blocks. Fewer axes: neighbours are joined; more: `chunks` says how blocks are cut; the same call the other way brings the array back.

    >>> x = da.from_array(np.arange(0, 27).reshape(3, 3, 3), chunks=(3, 2, (2, 1)))
    >>> y = da.reshape_blockwise(x, (3, 9))
    >>> y.chunks
    ((3,), (4, 2, 2, 1))
    >>> da.reshape_blockwise(y, (3, 3, 3), chunks=x.chunks).chunks == x.chunks
    True
    """
    shape = tuple(shape) if isinstance(shape, (tuple, list)) else (shape,)
    if shape == (-1,):
        shape = (_math.prod(x.shape),)
    if any([_math.isnan(size) for size in x.shape]):
        raise ValueError("Array chunk size or shape is unknown. shape: " + str(x.shape) + "\n\nA possible solution:\n  x.compute_chunk_sizes()")
    if -1 in shape:
        known = _math.prod([size for size in shape if size != -1])
        shape = tuple([x.size // known if size == -1 and known else size for size in shape])
    if _math.prod(shape) != x.size:
        raise ValueError("total size of new array must be unchanged")
    if shape == x.shape:
        return x
    if len(shape) > x.ndim:
        if chunks is None:
            raise TypeError("Need to specify chunks if expanding dimensions.")
        return _expanded(x, tuple([tuple(each) for each in chunks]))
    if chunks is not None:
        raise ValueError("Setting chunks is not allowed when reducing the number of dimensions.")
    groups = _groups(x, shape)
    out = tuple([tuple([_math.prod(sizes) for sizes in _itertools.product(*[x.chunks[axis] for axis in axes])]) for axes in groups])
    return _da._renamed(_by_blocks(x, out), "reshape-blockwise")

def _expanded(x: Any, chunks: Any) -> Any:
    """As `reshape_blockwise` with more axes."""
    new = [_math.prod(sizes) for sizes in _itertools.product(*chunks)]
    old = [_math.prod(sizes) for sizes in _itertools.product(*x.chunks)]
    wrong = [at for at, (a, b) in enumerate(zip(old, new)) if a != b]
    if wrong or len(new) != len(old):
        shown = [(a, b) for a, b in zip(_itertools.product(*x.chunks), _itertools.product(*chunks))]
        raise ValueError(f"Chunk sizes do not match for the following chunks: {wrong[:5]}. \nThe corresponding chunksizes are: {[shown[at] for at in wrong[:5]]}. (restricted to first 5 entries).")
    return _da._renamed(_by_blocks(x, chunks), "reshape-blockwise")

def _by_blocks(x: Any, chunks: Any) -> Any:
    """The blocks of `x` in C order as those of an array of these blocks."""
    blocks = [x.blocks[at] for at in _itertools.product(*[range(n) for n in x.numblocks])]
    shapes = list(_itertools.product(*chunks))
    made = [_one_block(block, shape) for block, shape in zip(blocks, shapes)]
    counts = [len(sizes) for sizes in chunks]
    for axis in range(len(counts) - 1, -1, -1):
        n = counts[axis]
        made = [made[at] if n == 1 else _da.concatenate(made[at:at + n], axis=axis) for at in range(0, len(made), n)]
    return made[0]

def _one_block(block: Any, shape: Any) -> Any:
    """An array of one block in another shape."""
    return _da.reshape(block, shape)
