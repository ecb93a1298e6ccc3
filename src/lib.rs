//! rdask: Dask's programming model, checked before it runs and compiled while it runs.
