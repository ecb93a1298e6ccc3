"""Variables of the module: read by hot functions, changed between calls, rebound."""

RATE = 3
factor = 0.5


def scaled(x):
    return x * RATE + factor


def helper(x):
    return x + 1


def uses(x):
    return helper(x) * 2


for k in range(800):
    scaled(k)
    uses(k)
print(scaled(10), uses(10))
RATE = 5
print(scaled(10))
RATE = 2.5
print(scaled(10))
factor = 7
print(scaled(10))
RATE = "ab"
try:
    print(scaled(3))
except TypeError as e:
    print(e)
RATE = 1


def helper(x):
    return x - 100


print(uses(10))
helper = abs
print(uses(-10))
helper = lambda x: f"<{x}>"
print(uses(-10))
del helper
try:
    print(uses(1))
except NameError as e:
    print(e)
count = 0
total = 0.0
for k in range(3000):
    count += 1
    if k % 1000 == 999:
        print(count, total, k)
    total += count * RATE
print(count, total, k)


def bump():
    global count
    count += 10
    return count


for k in range(1000):
    bump()
print(count)
late = 0
for k in range(3000):
    late = k
    if k == 2500:
        del late
        break
try:
    print(late)
except NameError as e:
    print(e)
min = max
print(min(3, 4))


def smallest(a, b):
    return min(a, b)


for k in range(600):
    smallest(k, 5)
print(smallest(1, 2))
del min
print(smallest(1, 2))
