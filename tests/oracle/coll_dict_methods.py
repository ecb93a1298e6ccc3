d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 10
print(d, len(d), list(d), d.keys(), d.values(), d.items())
print(d.get('a'), d.get('z'), d.get('z', 0), d.setdefault('a', 99), d.setdefault('new', []), d)
d['new'].append(1)
print(d.pop('new'), d.pop('nope', None), d.popitem(), d)
d.update({'x': 1}, y=2)
d.update([('z', 3)])
print(d, 'x' in d, 'q' in d, 1 in d.values(), ('x', 1) in d.items())
print({**d, 'x': 0}, d | {'w': 1}, {'a': 1} | {'a': 2})
d |= {'v': 5}
print(d)
e = d.copy()
e.clear()
print(e, len(d))
print(dict(a=1, b=2), dict([('a', 1)]), dict(zip('ab', [1, 2])), dict({'a': 1}, b=2), dict.fromkeys('abc'), dict.fromkeys([1, 2], 0))
print({k: v for k, v in sorted({'b': 1, 'a': 2}.items())}, {v: k for k, v in {'x': 1}.items()})
print({1: 'a', 1.0: 'b', True: 'c'}, {(1, 2): 'tuple', None: 'none', 1.5: 'f', 'nested': {'k': [1, {'deep': ()}]}})
print(list(reversed({'a': 1, 'b': 2})), sorted({'b': 1, 'a': 2}), max({'b': 1, 'a': 2}), min({'x': 3, 'y': 1}.items(), key=lambda kv: kv[1]))
print({'a': 1} == {'a': 1.0}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, list({'a': 1, 'b': 2}.items())[0])
print({'a': 1}.keys() & {'a': 2, 'b': 3}.keys(), {'a': 1}.keys() - {'a'}, len({'a': 1}.items()))
del d['x']
d['x'] = 'again'
print(d)
for k in list(d):
    if k < 'w':
        del d[k]
print(d)
for f in [lambda: d['missing'], lambda: d.pop('missing'), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {{}: 1}, lambda: d[[1]], lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: d.nope]:
    try:
        f()
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
