z = zip([1, 2, 3], "abc", (4.0, 5.0, 6.0))
print(type(z).__name__, iter(z) is z, next(z), list(z), list(z))
for i, (a, b) in enumerate(zip(range(3), "xyz"), start=5):
    print(i, a, b)
for a, *rest in zip([1, 2], [3, 4], [5, 6]):
    print(a, rest)
for pair in zip([1, 2], [3, 4]):
    print(pair)
for (a,) in zip([1, 2]):
    print(a)
for a, b, c, d in zip([1], [2], [3], [4]):
    print(a, b, c, d)
for a, b, c, d, e in zip([1], [2], [3], [4], [5]):
    print(a, b, c, d, e)
print(list(zip()), list(zip([])), list(enumerate([])))
it = iter([1, 2, 3, 4, 5])
print([(a, b) for a, b in zip(it, it)], list(it))
short = iter([1, 2, 3])
for a, b in zip(short, [10]):
    print(a, b)
print(list(short))
for strict in (([1, 2], [3]), ([1], [2, 3]), ([1], [2])):
    try:
        print([a + b for a, b in zip(*strict, strict=True)])
    except ValueError as e:
        print(e)
try:
    zip([1], 2)
except TypeError as e:
    print(e)
try:
    for a, b in zip([1, 2], [1, 2], [1, 2]):
        print(a)
except ValueError as e:
    print(e)
grown = [1, 2]
for i, v in enumerate(grown):
    if len(grown) < 6:
        grown.append(v * 10)
print(i, grown)
m = {"a": 1, "b": 2}
for (i, k), v in zip(enumerate(m), m.values()):
    print(i, k, v)


def gen():
    for i in range(3):
        yield i
        print("after", i)


for a, b in zip(gen(), [7, 8]):
    print(a, b)
x = y = None
for x, y in enumerate("pq"):
    pass
print(x, y)
for obj[0], obj[1] in [(1, 2)] if (obj := [0, 0]) else []:
    print(obj)
e = enumerate("abcd")
next(e)
print(list(zip(e, e)))
