# tol: 1e-13
# Masked arrays in odd uses.
import numpy as np
import dask
import dask.array as da

from helper_odd import t

k = da.ma.masked_greater(da.arange(6, chunks=2), 3)
t(lambda: da.ma.filled(k))
t(lambda: da.ma.filled(k, -1))
t(lambda: da.ma.filled(da.arange(3), 5))
t(lambda: da.ma.getmaskarray(k))
t(lambda: da.ma.getmaskarray(da.arange(3)))
t(lambda: da.ma.getdata(k))
t(lambda: da.ma.getdata(da.arange(3)))
