t = (1, 'a', 2.5)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), t * 2, 'a' in t, t.index('a'), t.count(1))
print((), (1,), ((1, 2), (3,)), tuple([1, 2]), tuple('ab'), tuple(range(3)), tuple(x * x for x in range(4)))
x = 1, 2
y = 3,
print(x, y, type(y), x == (1, 2), hash((1, 2)) == hash((1, 2)), (1, 2) < (1, 3))
def two():
    return 1, 2
a, b = two()
print(two(), a, b)
d = {(0, 1): 'x', ('k', 0, 1): 'y'}
print(d[0, 1], d['k', 0, 1], (0, 1) in d)
for i, (p, q) in enumerate([(1, 2), (3, 4)]):
    print(i, p, q)
print(sorted([(2, 'b'), (1, 'z'), (2, 'a')]), max((1, 2), (1, 3)), sum((1, 2, 3)), min(((3, 'x'), (1, 'y'))))
print(([1], {2: 3}, {4}, None, True, 'q'), (None,), ((),), ([],))
for f in [lambda: t[5], lambda: t.index('zzz'), lambda: t + [1], lambda: hash(([1],)), lambda: t.append(1)]:
    try:
        f()
    except (IndexError, ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
