"""Functions of whole arrays, and what they share."""

from dask.array import allclose as allclose
from dask.array import append as append
from dask.array import apply_along_axis as apply_along_axis
from dask.array import apply_over_axes as apply_over_axes
from dask.array import argwhere as argwhere
from dask.array import around as around
from dask.array import array as array
from dask.array import atleast_1d as atleast_1d
from dask.array import atleast_2d as atleast_2d
from dask.array import atleast_3d as atleast_3d
from dask.array import average as average
from dask.array import bincount as bincount
from dask.array import choose as choose
from dask.array import compress as compress
from dask.array import corrcoef as corrcoef
from dask.array import count_nonzero as count_nonzero
from dask.array import cov as cov
from dask.array import delete as delete
from dask.array import diff as diff
from dask.array import digitize as digitize
from dask.array import dot as dot
from dask.array import dstack as dstack
from dask.array import ediff1d as ediff1d
from dask.array import expand_dims as expand_dims
from dask.array import extract as extract
from dask.array import flatnonzero as flatnonzero
from dask.array import flip as flip
from dask.array import fliplr as fliplr
from dask.array import flipud as flipud
from dask.array import gradient as gradient
from dask.array import histogram as histogram
from dask.array import histogram2d as histogram2d
from dask.array import histogramdd as histogramdd
from dask.array import hstack as hstack
from dask.array import insert as insert
from dask.array import isclose as isclose
from dask.array import isnull as isnull
from dask.array import matmul as matmul
from dask.array import ndim as ndim
from dask.array import nonzero as nonzero
from dask.array import notnull as notnull
from dask.array import outer as outer
from dask.array import piecewise as piecewise
from dask.array import ptp as ptp
from dask.array import ravel as ravel
from dask.array import result_type as result_type
from dask.array import roll as roll
from dask.array import rot90 as rot90
from dask.array import round as round
from dask.array import searchsorted as searchsorted
from dask.array import select as select
from dask.array import shape as shape
from dask.array import squeeze as squeeze
from dask.array import swapaxes as swapaxes
from dask.array import take as take
from dask.array import tensordot as tensordot
from dask.array import transpose as transpose
from dask.array import tril as tril
from dask.array import tril_indices as tril_indices
from dask.array import tril_indices_from as tril_indices_from
from dask.array import triu as triu
from dask.array import triu_indices as triu_indices
from dask.array import triu_indices_from as triu_indices_from
from dask.array import union1d as union1d
from dask.array import unique as unique
from dask.array import unravel_index as unravel_index
from dask.array import vdot as vdot
from dask.array import vstack as vstack
from dask.array import where as where

import numpy as _np

def aligned_coarsen_chunks(chunks: Any, multiple: int) -> tuple[int, ...]:
    """Sizes of blocks that are multiples of a number, with what is left over at the end.

    >>> from dask.array.routines import aligned_coarsen_chunks
    >>> aligned_coarsen_chunks(chunks=(1, 20, 3, 4), multiple=4)
    (4, 20, 4)
    """
    from dask.array import _coarse_chunks
    return tuple([int(n) for n in _coarse_chunks(list(chunks), multiple)])

def split_at_breaks(array: Any, breaks: Any, axis: int = 0) -> list[Any]:
    """An array cut along an axis at these positions.

    >>> from dask.array.routines import split_at_breaks
    >>> split_at_breaks(np.arange(6), [3, 5])
    [array([0, 1, 2]), array([3, 4]), array([5])]
    """
    ends = [None] + list(breaks) + [None]
    return [array[(slice(None),) * axis + (slice(a, b),)] for a, b in zip(ends[:-1], ends[1:])]
