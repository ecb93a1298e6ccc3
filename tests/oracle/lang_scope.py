x = 'global'
def outer():
    x = 'outer'
    def inner():
        nonlocal x
        x = 'inner'
        return x
    r = inner()
    return r, x
print(outer(), x)
count = 0
def bump():
    global count, made
    count += 1
    made = 'here'
bump()
bump()
print(count, made)
def local_only():
    x = 5
    return x
print(local_only(), x)
def reads_late():
    return later
later = 3
print(reads_late())
later = 4
print(reads_late())
def unbound():
    try:
        print(x)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    x = 1
unbound()
def free():
    def g():
        return z
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    z = 1
    return g()
print(free())
try:
    undefined_name
except NameError as e:
    print(e)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
i = 'kept'
[i for i in range(3)]
print(i)
def make():
    fns = []
    for k in range(3):
        def g():
            return k * 10
        fns.append(g)
    return fns
print([g() for g in make()])
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c1, c2 = counter(), counter()
print(c1(), c1(5), c2(), c1())
class K:
    x = 'class'
    y = [x for _ in range(1)]
    def get(self):
        return x
print(K.y, K().get(), K.x)
try:
    pass
except Exception as err:
    pass
