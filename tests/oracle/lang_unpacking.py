a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), e = [1, 2], 3
print(c, d, e)
first, *rest = [1, 2, 3, 4]
print(first, rest)
*init, last = 'hello'
print(init, last)
x, *mid, y = range(6)
print(x, mid, y)
p, *q = (1,)
print(p, q)
[m, n] = (5, 6)
print(m, n)
(u, (v, *w)), z = (1, (2, 3, 4)), 5
print(u, v, w, z)
i = j = k = []
i.append(1)
print(i, j, k, i is k)
lst = [0, 0, 0]
lst[0], lst[1:] = 9, [8, 7, 6]
print(lst)
i = 0
i, lst[i] = 2, 'set'
print(i, lst)
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a, b, c)
for a, *b in [(1, 2, 3), 'xyz']:
    print(a, b)
for k, v in {'one': 1, 'two': 2}.items():
    print(k, v)
print([*range(3), *'ab'], (*[1], 2), {*[1, 2], 3}, {**{'a': 1}, 'b': 2, **{'a': 3}})
try:
    a, b = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    a, b, c = [1, 2]
except ValueError as e:
    print(e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)
try:
    a, b = None
except TypeError as e:
    print(e)
