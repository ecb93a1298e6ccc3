print(abs(-5), abs(-2.5), divmod(7, 3), pow(2, 10), pow(2, -1), pow(2, 5, 7), len('abc'), len({1: 2}), sum([1, 2]), bool([]), callable(print), callable(5))
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(zip('ab', [1, 2], (3, 4))), list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(lambda x: x > 1, [1, 2, 3])), list(map(int, '123')))
print(isinstance(1, int), isinstance(True, int), isinstance(1.0, (int, float)), isinstance('a', str), isinstance([], (tuple, dict)), isinstance(None, type(None)), issubclass(bool, int), isinstance(ValueError(), Exception))
print(type(1) == int, type(1.0).__name__, type('') is str, type(True), type([]), type(()), type({}), type(set()), type(range(1)), type(len), type(iter([])).__name__)
it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, None), list(it))
print(hasattr('a', 'upper'), getattr('a', 'upper')(), getattr(5, 'nope', 'dflt'), min(3, 1, 2), max([1, 5]), max('abc', 'b'), id(None) == id(None))
print(any(x > 2 for x in range(5)), all(isinstance(x, int) for x in [1, 2]), sorted(reversed([1, 3, 2])), list(reversed('ab')), chr(97), ord('b'), hash('a') == hash('a'))
print(repr('x'), str(1.0), bin(10), hex(16), oct(8), ascii('ü'), format(3.14159, '.2f'), round(3.14159, 2), int('10', 2), float('1.5'), complex if False else 'skip')
print(list(zip([1, 2, 3], [4, 5])), dict(enumerate('ab')), sum([[1], [2]], []), tuple(reversed((1, 2))), list(iter('ab')), set('a'), str([1, 'b']), list({'x': 1}.items()))
class A:
    x = 1
a = A()
setattr(a, 'y', 2)
print(a.y, vars(a), getattr(a, 'x'), hasattr(a, 'z'), isinstance(a, A), type(a) is A)
delattr(a, 'y')
print(vars(a))
print(list(zip('abc', 'abc', strict=True)), list(map(str.upper, 'ab')), list(map(len, ['a', 'bb'])), list(map(max, [1, 5], [3, 2])))
for f in [lambda: len(5), lambda: abs('a'), lambda: sum(['a']), lambda: sum([1, 'a']), lambda: iter(5), lambda: list(5), lambda: isinstance(1, 5), lambda: int([]), lambda: len(), lambda: list(zip('ab', 'c', strict=True)),
          lambda: enumerate(5), lambda: list(map(1, [1])), lambda: getattr(5, 'nope'), lambda: reversed({1}), lambda: sum(5), lambda: min(1, 'a'), lambda: hash([]), lambda: pow(2, 'a'), lambda: round('a'), lambda: divmod(1, 0)]:
    try:
        f()
    except (TypeError, ValueError, AttributeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
