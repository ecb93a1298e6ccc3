it = iter('abc')
print(next(it), list(it), next(it, 'empty'))
n = iter(range(3))
for x in n:
    print(x, next(n, None))
z = zip([1, 2, 3], 'ab')
print(list(z), list(z))
m = map(lambda x: x * 2, [1, 2])
print(next(m), list(m), type(m).__name__, type(z).__name__, type(iter([])).__name__, type(iter('')).__name__, type(iter({})).__name__, type(iter(())).__name__, type((i for i in [])).__name__, type(reversed([])).__name__, type(enumerate([])).__name__, type(filter(None, [])).__name__, type(iter(range(1))).__name__, type({}.items()).__name__)
e = enumerate('xy')
print(next(e), list(e), 2 in iter([1, 2]), sum(iter([1, 2])), dict(zip('ab', iter([1, 2]))), sorted(iter([2, 1])), tuple(iter('ab')), *iter([5, 6]))
calls = iter([3, 2, 1, 0, 9])
print(list(iter(lambda: next(calls), 0)))
g = (x for x in range(3))
print(iter(g) is g, list(g), any(g), min(iter([3, 1])), max((x for x in [1, 5]), key=lambda v: -v))
a, b = iter([1, 2])
print(a, b)
lazy = map(print, ['only', 'when', 'asked'])
next(lazy)
print('between')
list(lazy)
try:
    next(iter([]))
except StopIteration as s:
    print(repr(s))
for bad in [5, None, 1.5, len]:
    try:
        iter(bad)
    except TypeError as e:
        print(e)
