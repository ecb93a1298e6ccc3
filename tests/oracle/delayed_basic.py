from dask import delayed
import dask
def inc(x):
    return x + 1
def double(x):
    return x * 2
def add(x, y):
    return x + y
output = []
for x in [1, 2, 3, 4, 5]:
    a = delayed(inc)(x)
    b = delayed(double)(x)
    c = delayed(add)(a, b)
    output.append(c)
total = delayed(sum)(output)
print(total.compute())
print(dask.compute(*output))
print(dask.compute(output), dask.compute(total, output[0]))
print([x.compute() for x in output])
z = delayed(add)(1, y=2)
print(z.compute(), delayed(inc)(delayed(inc)(delayed(inc)(0))).compute())
print(delayed(5).compute(), delayed('abc').compute(), delayed([1, 2]).compute(), delayed({'a': (1,)}).compute(), delayed(None).compute())
print(type(z).__name__, type(total.compute()).__name__)
