# Ten thousand million tasks.
import dask.array as da
da.ones((10**6, 10**6), chunks=(10, 10)).sum().compute()
