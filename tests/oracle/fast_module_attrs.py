import math
import collections as c


def use():
    return math.sqrt(16), c.Counter("aa"), math.pi > 3


for _ in range(3):
    print(use())
old = math.sqrt
math.sqrt = lambda x: "patched"
print(use())
math.sqrt = old
print(use())
try:
    math.nothing
except AttributeError as e:
    print(e)
math.extra = 5
print(math.extra)
del math.extra
try:
    print(math.extra)
except AttributeError as e:
    print(e)
