"""The scheduler of one thread, for graphs written by hand."""

from dask import get as get_sync
