log = []


def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                log.append(("got", got))
    finally:
        log.append("closed")


for x in numbers(10):
    if x == 2:
        break
g = numbers(3)
print(next(g), g.send("hi"), next(g))
g.close()
print(next(g, "over"), log)
g = numbers(3)
next(g)
try:
    g.throw(ValueError("thrown"))
except ValueError as e:
    print(e, log[-1])


def outer():
    total = yield from inner()
    yield total


def inner():
    try:
        yield 1
        yield 2
    except KeyError as e:
        yield f"caught {e}"
    return 10


print(list(outer()))
o = outer()
next(o)
print(o.throw(KeyError("k")), list(o))


def many():
    for i in range(3):
        for j in range(i):
            yield i, j


print([a * b for a, b in many()], sum(x for x, _ in many()), dict(many()))
gens = [numbers(4) for _ in range(3)]
print([next(g) for g in gens for _ in range(2)], [sum(g) for g in gens])
self_ref = (next(self_ref) for _ in range(2))
try:
    next(self_ref)
except ValueError as e:
    print(e)


def stops():
    yield 1
    raise StopIteration(5)


try:
    list(stops())
except RuntimeError as e:
    print(e)
print(any(x > 2 for x in numbers(9)), log.count("closed"))
