"""a*b+c over 20 million doubles in chunks of 1 million; the best of seven runs."""
import time

import dask.array as da
import numpy as np

N, CHUNK = 20_000_000, 1_000_000
base = np.arange(N) * 1e-7
a = da.from_array(base, chunks=CHUNK)
b = da.from_array(np.sqrt(base), chunks=CHUNK)
c = da.from_array(base * 3.0 + 1.0, chunks=CHUNK)
lazy = a * b + c

seconds = None
for run in range(7):
    start = time.perf_counter()
    out = lazy.compute(scheduler="threads", num_workers=2)
    taken = time.perf_counter() - start
    seconds = taken if seconds is None else min(seconds, taken)
result = float(out[12345678])
print(result, seconds)
