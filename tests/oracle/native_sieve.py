"""Primes: lists and arrays in hot loops."""
import numpy as np


def sieve(n):
    flags = np.ones(n, dtype=bool)
    flags[:2] = False
    i = 2
    while i * i < n:
        if flags[i]:
            for j in range(i * i, n, i):
                flags[j] = False
        i += 1
    return flags


def listed(n):
    flags = [True] * n
    count = 0
    for i in range(2, n):
        if flags[i]:
            count += 1
            for j in range(i * i, n, i):
                flags[j] = False
    return count


def is_prime(n):
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


flags = sieve(5000)
print(int(flags.sum()), listed(5000), sum(is_prime(n) for n in range(5000)))
print([n for n in range(100) if is_prime(n)])
print(all(bool(flags[n]) == is_prime(n) for n in range(5000)))


def factors(n):
    made = []
    d = 2
    while n > 1:
        while n % d == 0:
            made.append(d)
            n //= d
        d += 1
    return made


print(factors(2 * 3 * 3 * 1009), factors(9699690), factors(7919))


def totient(n):
    count = 0
    for k in range(1, n + 1):
        a, b = n, k
        while b:
            a, b = b, a % b
        count += a == 1
    return count


print([totient(n) for n in range(1, 60)])


def perfect(n):
    s = 0
    for d in range(1, n):
        if n % d == 0:
            s += d
    return s == n


print([n for n in range(1, 500) if perfect(n)])
