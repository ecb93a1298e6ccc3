for i in range(5):
    if i == 3:
        break
else:
    print('not reached')
for i in range(3):
    continue
else:
    print('for else', i)
n = 5
while n:
    n -= 1
    if n == 2:
        continue
    print(n, end=' ')
else:
    print('while else')
while True:
    n += 1
    if n > 3:
        break
else:
    print('never')
print(n)
for i in range(10, 0, -3):
    print(i, end=',')
print()
for i in []:
    pass
else:
    print('empty else')
for x in (y for y in range(3)):
    for z in range(x):
        if z == 1:
            break
        print(x, z)
    else:
        print('inner done', x)
for i, c in enumerate('abc', start=1):
    print(i, c, sep=':', end=';')
print()
for a, b in zip([1, 2, 3], 'ab'):
    print(a, b)
print(list(zip()), list(zip([1], [2], [3])), list(zip('ab', range(9))))
for i in reversed([1, 2, 3]):
    print(i, end='')
print(list(reversed('abc')), list(reversed(range(4))))
i = 100
for i in range(3):
    i = i * 10
print(i)
primes = []
for n in range(2, 50):
    for p in primes:
        if n % p == 0:
            break
    else:
        primes.append(n)
print(primes)
d = {'a': 1, 'b': 2}
for k in d:
    print(k, d[k])
try:
    for k in d:
        d[k + k] = 1
except RuntimeError as e:
    print(e)
l = [1, 2, 3]
for x in l:
    if len(l) < 6:
        l.append(x * 10)
print(l)
