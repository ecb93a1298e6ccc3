print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 < 2 > 0, 1 == 1.0 == True, 1 != 2 != 1)
def f(x):
    print('eval', x)
    return x
print(f(1) < f(2) < f(3))
print(f(3) < f(2) < f(1))
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], (1, 'a') < (1, 'b'), [] < [1], (2,) > (1, 9, 9))
print([1, 2] == [1.0, 2.0], (1,) == [1], {1: 2} == {1.0: 2.0}, {1, 2} == {2, 1}, 'a' < 'b', 'Z' < 'a', 'é' > 'z', '' < 'a')
print({1} < {1, 2}, {1, 2} <= {1, 2}, {1, 3} >= {3}, {1} < {2}, {1} > {2})
print(None is None, None == 0, [] is [], 1 is not None)
print(2 in [1, 2], 'ell' in 'hello', 3 not in (1, 2), 'k' in {'k': 1}, 5 in range(0, 10, 2), 4 in range(0, 10, 2), 4.0 in range(10))
print(0 or 'x', 1 or 'x', 0 and 'x', 1 and 'x', not 0 or 0, None or [] or 'last', 1 and 2 and 3)
print('yes' if 1 else 'no', 'yes' if [] else 'no', 1 if 0 else 2 if 0 else 3)
print(max(1, 2.0), max('a', 'b'), min([3, 1, 2]), max([[1, 2], [1, 3]]), max('hello'), min((), default='none'))
print(max(['aa', 'b', 'ccc'], key=len), min(3, -4, key=abs), max([1, 1.0]), max([1.0, 1]), max(True, 1))
for a, b in [(1, 'a'), ([1], (1,)), (None, 1), ({}, {}), (1, None), ('a', 1.5)]:
    try:
        a < b
    except TypeError as e:
        print(e)
try:
    max([])
except ValueError as e:
    print(e)
try:
    max(1)
except TypeError as e:
    print(e)
try:
    1 in 5
except TypeError as e:
    print(e)
try:
    1 in 'abc'
except TypeError as e:
    print(e)
