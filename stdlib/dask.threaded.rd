"""The scheduler of several threads, for graphs written by hand."""

from dask import get as get
