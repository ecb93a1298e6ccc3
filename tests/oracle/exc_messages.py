class A:
    pass
cases = [
    lambda: 1 + 'a', lambda: 'a' + 1, lambda: [1] + 1, lambda: None + 1, lambda: {} + {}, lambda: 1 - 'a', lambda: 'a' - 1, lambda: 2 ** 'a', lambda: [] * [], lambda: 1 @ 2, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0,
    lambda: -[], lambda: +'a', lambda: ~1.5, lambda: not_defined, lambda: None.x, lambda: (1).x, lambda: 'a'.x, lambda: [].x, lambda: {}.x, lambda: A().x, lambda: A.x, lambda: (lambda: 0).x, lambda: None[0], lambda: 5[0], lambda: A()[0],
    lambda: {}['a'], lambda: {}[1], lambda: {}[None], lambda: {}[1, 2], lambda: [1][1], lambda: (1,)[1], lambda: 'a'[1], lambda: None(), lambda: 1(), lambda: A()(), lambda: len(1), lambda: len(None), lambda: iter(1), lambda: [x for x in 1], lambda: [x for x in None],
    lambda: int('a'), lambda: float('a'), lambda: int(None), lambda: 'a' < 1, lambda: [] < (), lambda: None < None, lambda: {} < {}, lambda: A() < A(), lambda: 1 in 1, lambda: 'a' in 1, lambda: 1 in 'a', lambda: {[]}, lambda: {{}: 1}, lambda: hash({}), lambda: 'a'.join([1]), lambda: 'abc'.index('z'), lambda: [].index(1), lambda: [].remove(1), lambda: [].pop(), lambda: {}.pop('a'), lambda: set().pop(),
    lambda: max([]), lambda: min([]), lambda: max(()), lambda: next(iter([])), lambda: sum('ab'), lambda: chr(-1), lambda: ord(''), lambda: range(0, 1, 0), lambda: [1, 2][::0], lambda: 'a' * 'b', lambda: int('12', 99), lambda: round(None), lambda: abs(None), lambda: open('/no/such/file'), lambda: 'x'.nope(), lambda: A.nope(), lambda: print(nope=1), lambda: sorted([1], nope=1), lambda: int(x=1), lambda: 'a'.upper(1), lambda: [].append(), lambda: dict(1), lambda: zip(1), lambda: 10 ** 5000 * 1.0,
]
for c in cases:
    try:
        print('no error', c())
    except Exception as e:
        print(type(e).__name__, '|', e)
