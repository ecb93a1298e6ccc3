from dask import delayed
import dask
def bad(x):
    raise ValueError('bad input %r' % x)
def div(a, b):
    return a / b
class Custom(Exception):
    pass
def custom():
    raise Custom('mine', 5)
for d in [delayed(bad)(3), delayed(div)(1, 0), delayed(div)(delayed(bad)('nested'), 1), delayed(int)('x'), delayed(1) + delayed('a'), delayed([1])[5], delayed({})['k'], delayed(custom)(), delayed(5)(), delayed(len)(5), delayed(div)(1)]:
    try:
        d.compute()
    except Exception as e:
        print(type(e).__name__, e, e.args)
try:
    dask.compute(delayed(div)(1, 2), delayed(div)(1, 0))
except ZeroDivisionError as e:
    print('both', e)
for f in [lambda d: bool(d), lambda d: len(d), lambda d: list(d), lambda d: 1 if d else 0, lambda d: int(d)]:
    try:
        f(delayed(1))
    except TypeError as e:
        print(e)
def setitem():
    d = delayed([1])
    d[0] = 5
def setattr_():
    d = delayed([1])
    d.foo = 1
for f in [setitem, setattr_]:
    try:
        f()
    except TypeError as e:
        print(e)
@delayed
def safe(x):
    try:
        return 1 / x
    except ZeroDivisionError:
        return 'inf'
print(dask.compute(*[safe(i) for i in range(3)]))
