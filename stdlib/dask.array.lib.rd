"""What NumPy has in `numpy.lib`, for lazy arrays."""

import dask.array.lib.stride_tricks as stride_tricks
