l = [3, 1, 2]
l.append(4)
l.extend([5, 6])
l.extend('ab')
l.insert(0, 'first')
l.insert(-1, 'pen')
l.insert(100, 'end')
print(l, len(l))
print(l.pop(), l.pop(0), l.pop(-2), l)
l.remove('a')
print(l, l.index(2), l.count(3), 3 in l)
l.reverse()
print(l)
l = [x for x in l if isinstance(x, int)]
l.sort()
print(l)
l.sort(reverse=True)
print(l)
c = l.copy()
c.clear()
print(l, c)
l += [7]
l *= 2
print(l)
print([1] + [2], [1, 2] * 2, [[0] * 2 for _ in range(2)], [None] * 3, [] * 5, 2 * [1])
m = [[0]] * 3
m[0].append(1)
print(m)
a = [1, 2]
b = a
b.append(3)
print(a, a is b, a == [1, 2, 3], a[:] is a)
print(sum([1, 2, 3]), sum([0.5, 1]), sum([[1], [2]], []), sum([], 10), sum((1, 2), start=5), all([]), any([]), all([1, 0]), any([0, 1]))
print(list('abc'), list((1, 2)), list({'a': 1}), list(range(3)), list(map(str, [1, 2])), list(filter(None, [0, 1, '', 'a'])))
print(l.index(7, 2), [1, 2, 1].index(1, 1), [3, 1].sort(), sorted([3, 1]))
for f in [lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1] + (2,), lambda: [1] * 1.5, lambda: [1] * [2], lambda: [1].append(1, 2), lambda: [].nope]:
    try:
        f()
    except (IndexError, ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
