big = 2**53
for x, y in [(7, 2), (-7, 2), (7, -2), (big + 1, 1), (big + 1, 3), (1, big + 1), (2**63 - 1, 2), (-(2**63), -1), (0, 5), (6.5, 2), (3, 0.5)]:
    print(x / y, x // y, x % y, x * 1, x - y, x + y)
for x, y in [(1, 0), (1.0, 0), (0, 0), (1, 0.0), (2.5, 0.0)]:
    for op in ("/", "//", "%"):
        try:
            print({"/": lambda: x / y, "//": lambda: x // y, "%": lambda: x % y}[op]())
        except ZeroDivisionError as e:
            print(e)
t = 0
for v in [1, 2.5, True, 10**19, -0.5]:
    t += v
    print(t, type(t).__name__)
t = 1.5
t -= 2
t *= 3
t -= 0.25
t /= 2
t += 1
print(t)
t = 2**63 - 1
t += 1
print(t)
t -= 2**63
print(t, type(t).__name__)
print(sum([1, 2, 3]), sum([0.1] * 10), sum([1, 0.5]), sum([0.5, 1]), sum([2**62] * 3), sum([], 5), sum([[1], [2]], []), sum((1.0, 2.0), 1))
print(sum([True, True]), sum(x for x in [1, 2.0]), sum({1: 2, 3: 4}), sum([-0.0]), sum([-0.0], -0.0))
try:
    sum([1, "a"])
except TypeError as e:
    print(e)
try:
    sum(["a"], "")
except TypeError as e:
    print(e)
print(min([3, 1.0, 1]), max([1, 1.0, True]), min((2, 1), (1, 5)), max("b", "a"), max([[1, 2], [1]]), min([0.0, -0.0]))
