class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(3)), sum(Countdown(4)), [x for x in Countdown(2)], max(Countdown(3)))
class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i
print(list(Seq()), 4 in Seq(), [a for a in Seq()])
class Gen:
    def __iter__(self):
        yield 1
        yield 2
print(list(Gen()), tuple(Gen()), dict(zip(Gen(), 'ab')))
class Ctx:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow
    def __enter__(self):
        print('enter', self.name)
        return self
    def __exit__(self, typ, val, tb):
        print('exit', self.name, typ.__name__ if typ else None, val)
        return self.swallow
with Ctx('a') as a:
    print('body', a.name)
with Ctx('b', swallow=True):
    raise ValueError('oops')
try:
    with Ctx('c'):
        raise KeyError('k')
except KeyError as e:
    print('outer', e)
with Ctx('d') as d, Ctx('e') as e2:
    print(d.name + e2.name)
with (Ctx('p') as p, Ctx('q')):
    print('paren')
def early():
    with Ctx('r'):
        return 'returned'
print(early())
for i in range(3):
    with Ctx(str(i)):
        if i == 1:
            break
from contextlib import contextmanager
@contextmanager
def managed(n):
    print('setup', n)
    try:
        yield n * 2
    finally:
        print('teardown', n)
with managed(5) as v:
    print(v)
try:
    with managed(6):
        raise RuntimeError('inside')
except RuntimeError as e:
    print('got', e)
try:
    with 5:
        pass
except TypeError as e:
    print(e)
