import dask
from dask import delayed
def inner(n):
    return sum(dask.compute(*[delayed(lambda x: x * x)(i) for i in range(n)]))
def outer(n):
    parts = [delayed(inner)(i) for i in range(n)]
    return delayed(sum)(parts).compute()
print(inner(5), outer(6), delayed(outer)(5).compute())
print(dask.compute(*[delayed(outer)(i) for i in range(6)]))
def deep(n):
    if n == 0:
        return 1
    return delayed(deep)(n - 1).compute() + 1
print(delayed(deep)(10).compute())
