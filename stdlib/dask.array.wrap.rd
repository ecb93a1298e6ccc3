"""Arrays made block by block."""

from dask.array import empty as empty
from dask.array import full as full
from dask.array import full_like as full_like
from dask.array import ones as ones
from dask.array import zeros as zeros
