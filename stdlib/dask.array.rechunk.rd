"""Blocks of one array told as parts of the blocks of another."""

import itertools as _itertools
import math as _math

from dask.array import rechunk as rechunk

def cumdims_label(chunks: Any, const: Any) -> list[Any]:
    """Where blocks begin and end along each axis, each place with a label.

    >>> from dask.array.rechunk import cumdims_label
    >>> cumdims_label(((5, 3), (2,)), "n")
    [(('n', 0), ('n', 5), ('n', 8)), (('n', 0), ('n', 2))]
    """
    return [tuple([(const, at) for at in _itertools.accumulate((0,) + tuple(sizes))]) for sizes in chunks]

def _parts_1d(old: Any, new: Any) -> list[Any]:
    """For each new block the old ones that it is made of, each with its part."""
    if any([_math.isnan(size) for size in old]):
        return [[(at, slice(0, None if _math.isnan(size) else size))] for at, size in enumerate(old)]
    made, block, used = [], 0, 0
    for size in new:
        parts = []
        while size > 0 and block < len(old):
            taken = size if size < old[block] - used else old[block] - used
            if taken > 0:
                parts.append((block, slice(used, used + taken)))
                used, size = used + taken, size - taken
            if used == old[block]:
                block, used = block + 1, 0
        made.append(parts if parts else [(block if block < len(old) else len(old) - 1, slice(0, 0))])
    return made

def old_to_new(old_chunks: Any, new_chunks: Any) -> list[Any]:
    """Along each axis, for each new block the old ones that it is made of, each with its part.

    >>> from dask.array.rechunk import old_to_new
    >>> old_to_new(((10, 10),), ((15, 5),))
    [[[(0, slice(0, 10, None)), (1, slice(0, 5, None))], [(1, slice(5, 10, None))]]]
    """
    return [_parts_1d(old, new) for old, new in zip(old_chunks, new_chunks)]

def intersect_chunks(old_chunks: Any, new_chunks: Any) -> Any:
    """For each new block, in C order, the parts of old blocks that it is made of.

    >>> from dask.array.rechunk import intersect_chunks
    >>> list(intersect_chunks(((4,), (2,)), ((4,), (1, 1))))
    [(((0, slice(0, 4, None)), (0, slice(0, 1, None))),), (((0, slice(0, 4, None)), (0, slice(1, 2, None))),)]
    """
    for parts in _itertools.product(*old_to_new(old_chunks, new_chunks)):
        yield tuple(_itertools.product(*parts))

class _PrettyBlocks:
    """Sizes of blocks, equal neighbours counted."""

    def __init__(self, blocks):
        self.blocks = blocks

    def __str__(self):
        runs = [[size, len(list(group))] for size, group in _itertools.groupby(self.blocks)]
        parts, single = [], []
        for size, count in runs:
            if count == 1:
                single.append(size)
                continue
            if single:
                parts.append(str(single))
                single = []
            parts.append(f"{count}*[{size}]")
        if single:
            parts.append(str(single))
        return " | ".join(parts)

    def __repr__(self):
        return str(self)

def format_blocks(blocks: Any) -> Any:
    """Sizes of blocks that print shortly.

    >>> from dask.array.rechunk import format_blocks
    >>> format_blocks((10, 10, 5, 6, 2, 2, 2, 7))
    2*[10] | [5, 6] | 3*[2] | [7]
    """
    return _PrettyBlocks(blocks)

def format_chunks(chunks: Any) -> tuple[Any, ...]:
    """Chunks that print shortly.

    >>> from dask.array.rechunk import format_chunks
    >>> format_chunks((10 * (3,), 3 * (10,)))
    (10*[3], 3*[10])
    """
    return tuple([format_blocks(each) for each in chunks])

def format_plan(plan: Any) -> list[Any]:
    """The steps of a plan of chunks, printing shortly.

    >>> from dask.array.rechunk import format_plan
    >>> format_plan([((10, 10, 10), (15, 15)), ((30,), (10, 10, 10))])
    [(3*[10], 2*[15]), ([30], 3*[10])]
    """
    return [format_chunks(each) for each in plan]
