"""The first page of every Dask tutorial: inc, double and add become lazy, and run in parallel.

Calling a delayed function does not run it; it notes a task in a graph. `compute` runs the graph.
"""

from dask import delayed


def inc(x):
    return x + 1


def double(x):
    return x * 2


def add(x, y):
    return x + y


data = [1, 2, 3, 4, 5]

# In sequence:
output = []
for x in data:
    a = inc(x)
    b = double(x)
    output.append(add(a, b))
print("in sequence:", sum(output))

# The same loop, lazily:
output = []
for x in data:
    a = delayed(inc)(x)
    b = delayed(double)(x)
    output.append(delayed(add)(a, b))
total = delayed(sum)(output)

print("tasks in the graph:", len(dict(total.dask)))
print("in parallel:", total.compute())

# Values that are not there yet can be used like values.
later = (total + 10) * 2
print("with operators:", later.compute())
words = delayed("lazy strings work too")
print(words.upper().split(" ").compute())
