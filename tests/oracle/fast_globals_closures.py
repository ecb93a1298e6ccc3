limit = 3


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n if n < limit else -n

    return step


def peek():
    return limit * 2


f, g = counter(), counter()
print([f() for _ in range(5)], g(), peek())
limit = 10
print(f(), g(), peek())
del limit
for call in (peek, f):
    try:
        call()
    except NameError as e:
        print(e)
limit = 1
print(f(), peek())


def unbound(flag):
    if flag:
        value = 1
    return value


print(unbound(True))
try:
    unbound(False)
except UnboundLocalError as e:
    print(e)


def rebinding():
    total = 0
    for helper in (lambda x: x + 1, abs, str, [5, 6].index, {"k": 1}.get, max):
        try:
            total = helper(5) if helper is not max else helper(total, 1)
            print(total)
        except Exception as e:
            print(type(e).__name__, e)


rebinding()


def defaults(a, b=2, *c, d=4, **e):
    return a, b, c, d, e


for args, kwargs in [((1,), {}), ((1, 3), {"d": 5}), ((1, 2, 3), {"z": 1}), ((), {"a": 9})]:
    print(defaults(*args, **kwargs))
try:
    defaults()
except TypeError as e:
    print(e)
swap = 1, 2
for _ in range(3):
    swap = swap[1], swap[0] + swap[1]
a, b = swap
a, b = b, a
print(a, b)
