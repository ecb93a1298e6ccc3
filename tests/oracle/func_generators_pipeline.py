def numbers(n):
    for i in range(n):
        yield i
def evens(it):
    for x in it:
        if x % 2 == 0:
            yield x
def squared(it):
    return (x * x for x in it)
print(list(squared(evens(numbers(10)))), sum(squared(evens(numbers(100)))), max(evens(numbers(9))))
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)
def chunked(seq, n):
    for i in range(0, len(seq), n):
        yield seq[i:i + n]
print(list(window(range(6), 3)), list(chunked('abcdefg', 3)), [sum(c) for c in chunked(list(range(10)), 4)])
def running_mean():
    total, count, mean = 0.0, 0, None
    while True:
        x = yield mean
        total += x
        count += 1
        mean = total / count
rm = running_mean()
next(rm)
print([rm.send(x) for x in (10, 20, 60)])
rm.close()
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in list(its):
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)
print(list(interleave('abc', [1], (True, False))))
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
p = primes()
print([next(p) for _ in range(12)])
for a, b in zip(primes(), numbers(4)):
    print(a, b, end='; ')
print()
def bad():
    yield 1
    raise ValueError('in generator')
try:
    for x in bad():
        print(x)
except ValueError as e:
    print(e)
