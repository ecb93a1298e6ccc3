"""Recursive functions, to the limit and past it."""


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def endless(n):
    return endless(n + 1)


for k in range(600):
    depth(k % 9)
    even(k % 11)
print(depth(900), even(700), odd(700), ackermann(2, 9), gcd(2**40 * 9, 2**38 * 15), fib(20))
for f in (depth, endless):
    try:
        f(100000)
    except RecursionError as e:
        print(f.__name__, "RecursionError", str(e)[:32])
print(depth(500))


def divided(n):
    return 10 // n if n < 3 else divided(n - 1) + 1


for k in range(1, 700):
    divided(k % 50 + 1)
try:
    divided(0)
except ZeroDivisionError as e:
    print(e)


def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


print(hanoi(12, 1, 2, 3))
