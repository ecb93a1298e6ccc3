l = list(range(10))
s = 'abcdefghij'
t = tuple(range(10))
for sl in [slice(None), slice(2, 5), slice(-3, None), slice(None, -3), slice(None, None, 2), slice(None, None, -1), slice(8, 2, -2),
           slice(5, 5), slice(-100, 100), slice(3, -3), slice(20, 30), slice(None, None, -3), slice(-1, -5, -1)]:
    print(sl, l[sl], s[sl], t[sl], range(10)[sl])
print(l[2:5], l[-2:], l[:-7], l[::3], l[::-4], s[::-1], s[1:-1:2], t[:2])
print(l[0], l[-1], s[-10], t[True])
l[2:4] = ['x']
print(l)
l[1:1] = [100, 200]
print(l)
l[::2] = [0] * len(l[::2])
print(l)
del l[1:4]
print(l)
del l[::2]
print(l)
l[:] = []
print(l)
l[5:] = 'ab'
print(l)
print(slice(1, 2).start, slice(1, 2, 3).step, slice(None, -1).indices(10), repr(slice(1, None)))
for bad in [10, -11]:
    try:
        s[bad]
    except IndexError as e:
        print(e)
    try:
        t[bad]
    except IndexError as e:
        print(e)
    try:
        [1][bad]
    except IndexError as e:
        print(e)
    try:
        range(10)[bad]
    except IndexError as e:
        print(e)
try:
    [1, 2]['a']
except TypeError as e:
    print(e)
try:
    (1, 2)[1.0]
except TypeError as e:
    print(e)
try:
    'ab'[None]
except TypeError as e:
    print(e)
try:
    [1, 2, 3][::0]
except ValueError as e:
    print(e)
try:
    m = [1, 2, 3, 4]
    m[::2] = [1]
except ValueError as e:
    print(e)
try:
    [1][5] = 0
except IndexError as e:
    print(e)
try:
    (1, 2)[0] = 3
except TypeError as e:
    print(e)
try:
    'ab'[0] = 'c'
except TypeError as e:
    print(e)
