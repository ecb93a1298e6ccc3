data = {'name': 'x', 'list': [1, 2.0, 'three', None, True], 'tuple': (1,), 'dict': {'a': {'b': {'c': []}}}, 'set': {1}, 'range': range(3), 'str': "it's"}
print(data)
print(str(data) == repr(data), len(str(data)))
l = [1]
l.append(l)
print(l)
d = {}
d['self'] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
print([[], [[]], [[[]]]], ({},), [{}], {'': ''}, [''], [' '], ['\n'])
print([1.0, 1e20, -0.0, 1e-7], [True, None, ...], [10 ** 30], [range(5), range(1, 9, 2), slice(1, 2)])
print(*[1, 2], *'ab', sep='-')
print('a', 'b', sep='', end='!\n')
print(1, 'x', [1, 'x'], None, sep=' | ')
print()
print('', end='')
print('no newline', end=' ... ')
print('done', flush=True)
print('a\nb', ['a\nb'])
class A:
    def __repr__(self):
        return '<A>'
    def __str__(self):
        return 'A-str'
print(A(), [A()], {'k': A()}, (A(),), str(A()), repr(A()))
print([int, str, list, dict, float, bool, tuple, set, type(None), range, ValueError, A.__name__])
print({'k': int}, type([]), type({}) is dict, type(A()).__name__, type(print).__name__, type(lambda: 0).__name__)
