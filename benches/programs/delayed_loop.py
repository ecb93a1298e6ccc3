"""30,001 tasks: inc, dec and add over delayed functions, 10,000 times, and their sum; built and run."""
import time

from dask import delayed


@delayed
def inc(x):
    return x + 1


@delayed
def dec(x):
    return x - 1


@delayed
def add(x, y):
    return x + y


start = time.perf_counter()
zs = []
for i in range(10_000):
    x = inc(i)
    y = dec(x)
    z = add(x, y)
    zs.append(z)
result = delayed(sum)(zs).compute(scheduler="threads", num_workers=2)
seconds = time.perf_counter() - start
print(result, seconds)
