def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
    print('end')
g = count(3)
print(next(g), next(g), list(g), list(g))
print(next(g, 'default'))
try:
    next(g)
except StopIteration as e:
    print('stop', repr(e), e.value)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice
print(list(islice(fib(), 10)))
def chain(*its):
    for it in its:
        yield from it
    return 'done'
def outer():
    r = yield from chain([1, 2], 'ab')
    print('result', r)
    yield r
print(list(outer()))
def echo():
    got = None
    while True:
        got = yield got
        if got == 'stop':
            return 'bye'
e = echo()
print(next(e), e.send(1), e.send('x'))
try:
    e.send('stop')
except StopIteration as s:
    print('value', s.value)
def tree(t):
    if isinstance(t, list):
        for x in t:
            yield from tree(x)
    else:
        yield t
print(list(tree([1, [2, [3, 4]], [[5]]])))
def guard():
    try:
        yield 1
        yield 2
    except ValueError as err:
        yield 'caught ' + str(err)
    finally:
        print('cleanup')
g = guard()
print(next(g), g.throw(ValueError('boom')))
g.close()
g = guard()
next(g)
g.close()
for x in guard():
    if x == 2:
        break
def lazy():
    print('started')
    yield
z = lazy()
print('made', type(z).__name__)
print(next(z))
try:
    next(5)
except TypeError as e:
    print(e)
a, b, *c = count(5)
print(a, b, c, sum(count(4)), 2 in count(9))
