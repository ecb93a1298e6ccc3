def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=8, z=9), f(*[1, 2, 3], **{'c': 4, 'q': 5}), f(1, c=0, *[9]))
def g(*, k=1):
    return k
def h(a, /, b):
    return a, b
def star(*args, **kwargs):
    return args, kwargs
print(g(), g(k=5), h(1, 2), h(1, b=3), star(), star(1, x=2), star(*range(3), *'ab', y=1, **{'z': 2}))
def default(x, acc=[]):
    acc.append(x)
    return acc
print(default(1), default(2), default(3, []))
def none():
    pass
print(none(), (lambda *a, k=3: (a, k))(1, 2), (lambda: 5)(), (lambda x, y=1: x + y)(4))
def annotated(x: int, y: str = 'a') -> bool:
    """Docs."""
    z: float = 1.5
    w: list
    return bool(x) and z > 1
print(annotated(1), annotated.__name__, annotated.__doc__)
calls = [lambda: f(), lambda: f(1), lambda: g(1), lambda: h(a=1, b=2), lambda: h(1), lambda: h(1, 2, 3), lambda: g(z=1), lambda: f(1, 2, b=3, c=1), lambda: none(1), lambda: none(1, 2),
         lambda: h(), lambda: default(), lambda: star(**{1: 2}), lambda: star(*5), lambda: star(**5), lambda: 5(), lambda: None(), lambda: 'a'(), lambda: [](0)]
for c in calls:
    try:
        print(c())
    except TypeError as e:
        print(e)
