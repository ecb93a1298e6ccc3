x = 1
del x
try:
    x
except NameError as e:
    print(type(e).__name__, e)
l = [1, 2, 3, 4, 5]
del l[0], l[-1]
print(l)
d = {'a': 1, 'b': 2, 'c': 3}
del d['b']
print(d)
try:
    del d['zzz']
except KeyError as e:
    print(type(e).__name__, e, repr(e))
try:
    del l[10]
except IndexError as e:
    print(e)
class A:
    pass
a = A()
a.x = 1
a.y = 2
del a.x
print(hasattr(a, 'x'), hasattr(a, 'y'), a.__dict__)
try:
    del a.zzz
except AttributeError as e:
    print(e)
try:
    a.x
except AttributeError as e:
    print(e)
def f():
    y = 2
    del y
    try:
        return y
    except UnboundLocalError as e:
        return str(e)
print(f())
a, b, c = 1, 2, 3
del (a, b)
print(c)
del c
