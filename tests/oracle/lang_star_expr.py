def f(*args, **kw):
    return args, kw
a, d = [1, 2], {'x': 1}
print(f(*a), f(*a, *a), f(0, *a, 3), f(**d), f(**d, y=2), f(*a, **d), f(*(), **{}), f(*'ab', *range(2), k=1, **{'z': 3}))
print([*a, *a], (*a,), {*a, 5}, {**d, 'y': 2}, [*d], [*d.items()], [*map(str, a)], [0, *(i for i in a), 9])
print(max(*a), print(*a, sep=';'), list(zip(*[(1, 'a'), (2, 'b')])), sum([*range(4)]), '{}-{}'.format(*a), dict(**d, z=0))
def g(a, b, c=0):
    return a, b, c
print(g(*a), g(*a, 3), g(*a, c=4), g(**{'a': 1, 'b': 2}), g(1, **{'b': 5}))
for args, kw in [((1,), {}), ((1, 2, 3, 4), {}), ((1,), {'a': 2}), ((), {'a': 1, 'q': 2})]:
    try:
        print(g(*args, **kw))
    except TypeError as e:
        print(e)
try:
    f(**{'x': 1}, **d)
except TypeError as e:
    print(e)
