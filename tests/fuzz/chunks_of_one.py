# A billion blocks were listed before anything could refuse them.
import dask.array as da
da.ones(10**9, chunks=1)
