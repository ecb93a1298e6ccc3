def guard(name):
    try:
        yield 1
        yield 2
    finally:
        print("cleanup", name)

for x in guard("loop"):
    break
print("after loop")
g = guard("rebound"); next(g)
g = None
print("after rebind")
g = guard("del"); next(g)
del g
print("after del")
def f():
    g = guard("scope")
    next(g)
    print("in f")
f()
print("after f")
next(guard("temp"))
print("after temp")
h = guard("unstarted")
del h
log = []
def lg():
    try:
        yield
    finally:
        log.append("closed")
g = lg(); next(g); del g
print(log)
from contextlib import contextmanager
@contextmanager
def cm():
    print("enter")
    try:
        yield 5
    finally:
        print("exit")
def reader():
    with cm() as x:
        yield x
        yield x + 1
for v in reader():
    print(v)
    break
def outer():
    try:
        yield from guard("inner")
    finally:
        print("outer done")
o = outer(); next(o); del o
def chain():
    for x in guard("a"):
        yield x
c = chain(); next(c); c = 1
print("x", any(v == 1 for v in guard("any")))
a, *rest = guard("star")
z = zip(guard("z1"), [1])
print(next(z)); del z
def gg():
    try:
        yield 1
    except GeneratorExit:
        print("GeneratorExit seen")
        raise
q = gg(); next(q); del q
class C:
    def __init__(self):
        self.g = guard("attr"); next(self.g)
k = C()
del k
print("end of script")
last = guard("exit"); next(last)
