"""Windows that slide over lazy arrays."""

from dask.array.overlap import sliding_window_view as sliding_window_view
