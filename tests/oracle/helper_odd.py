"""Prints what odd uses give: the value with its blocks and dtype, or the error."""

import dask.array as da
import numpy as np


def show(v, d=0):
    if isinstance(v, da.Array):
        print(v, v.chunks)
        show(v.compute(), d + 1)
    elif isinstance(v, (tuple, list)) and d < 3:
        print(type(v).__name__, len(v))
        for i in v:
            show(i, d + 1)
    elif isinstance(v, np.ma.MaskedArray) or isinstance(v, np.ndarray) and v.ndim:
        print(repr(v), v.dtype)
    else:
        print(v)


def t(f):
    try:
        show(f())
    except Exception as e:
        print(type(e).__name__, e)
