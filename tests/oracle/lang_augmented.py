d = {'a': 1}
d['a'] += 5
d['b'] = d.get('b', 0) + 1
l = [1, 2, 3]
l[0] += 10
l[-1] *= 2
l[1:2] += [7, 8]
print(d, l)
class A:
    n = 0
a = A()
a.n += 1
a.n -= 3
print(a.n, A.n)
i = 0
def idx():
    global i
    i += 1
    return i
l[idx()] += 100
print(l, i)
x = 10
x //= 3; x **= 2; x %= 5; x <<= 3; x ^= 1; x |= 16; x &= 28; x >>= 1
print(x)
s = 'a'
s += 'b'; s *= 3
t = (1,)
t += (2,)
u = {1}
u |= {2}; u &= {2, 3}; u ^= {9}; u -= {2}
print(s, t, u)
f = 7.5
f //= 2; f += 1; f /= 8; f %= 0.3
print(f)
try:
    x += 'a'
except TypeError as e:
    print(e)
try:
    undefined_thing += 1
except NameError as e:
    print(e)
try:
    l += 5
except TypeError as e:
    print(e)
try:
    t[0] += 1
except TypeError as e:
    print(e)
