a = [1, 2]
b = a
b += [3]
print(a, b, a is b)
b = b + [4]
print(a, b, a is b)
t = ([1], 2)
t[0].append(9)
print(t)
try:
    t[0] += [5]
except TypeError as e:
    print(e)
print(t)
def change(l, n):
    l.append(n)
    l = [0]
    n += 1
    return l, n
x, y = [1], 5
print(change(x, y), x, y)
d = {'k': []}
e = dict(d)
e['k'].append(1)
e['new'] = 2
print(d, e)
grid = [[0] * 3] * 2
grid[0][0] = 1
print(grid)
s = 'abc'
u = s
s += 'd'
print(s, u)
