"""Exceptions out of hot code: caught inside, outside, with what was done before."""


def risky(x):
    if x % 997 == 0:
        raise ValueError(f"bad {x}")
    return 1


def caught(n):
    good = bad = 0
    for i in range(1, n):
        try:
            good += risky(i)
        except ValueError as e:
            bad += 1
            last = str(e)
    return good, bad, last


def cleaned(n):
    s = 0
    try:
        for i in range(n):
            s += 10 // (i - 2500)
    except ZeroDivisionError:
        s -= 1000
    finally:
        s += 5
    return s


print(caught(3000))
print(cleaned(3000), cleaned(10))


def inner(a, i):
    return a // i


def middle(i):
    t = inner(100, i)
    return t + 1


def outer(n):
    t = 0
    for i in range(n, -5, -1):
        t += middle(i)
    return t


try:
    outer(2000)
except ZeroDivisionError as e:
    print(e)
s = 0
for i in range(3000):
    try:
        s += 7 // (i % 1000)
    except ZeroDivisionError:
        s += 100000
print(s)


def unbound(n):
    for i in range(n):
        if i > 5000:
            value = i
    return value


try:
    unbound(3000)
except UnboundLocalError as e:
    print(e)
try:
    for i in range(4000):
        if i == 3500:
            assert i < 3500, "too far"
except AssertionError as e:
    print(e, i)


def wrong(a, b):
    return a + b


for k in range(700):
    wrong(k, 1)
for args in ((1, "a"), (None, 2)):
    try:
        wrong(*args)
    except TypeError as e:
        print(e)
try:
    wrong(1)
except TypeError as e:
    print(e)
