s = {3, 1, 2}
s.add(10)
s.add(1)
s.discard(99)
s.remove(3)
print(s, len(s), 1 in s, 3 in s)
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b, a.union(b, [9]), a.intersection(b), a.difference([1]), a.symmetric_difference(b))
print(a <= b, {3} <= a, a >= {1}, {3, 4}.issubset(a), a.issuperset([1]), a.isdisjoint({7}), a == {4, 3, 2, 1}, a != b)
a |= {100}
a -= {1}
a &= {2, 3, 100}
print(a)
a ^= {2, 7}
a.update([8], (9,))
print(sorted(a))
print(set(), {1}, set([1, 1, 2]), set('aaa'), frozenset([1, 2]), frozenset(), {frozenset([1])}, {(1, 2)}, set(range(5)))
print({x % 3 for x in range(10)}, {True, 1, 1.0}, {0, False}, {None})
c = a.copy()
c.clear()
print(c, len(a))
print(sorted({'b', 'a', 'c'}), max({1, 5, 3}), sum({1, 2}), list({5}), {1, 2}.pop() in (1, 2))
print(hash(frozenset([1])) == hash(frozenset([1])), {frozenset([1, 2]): 'x'}[frozenset([2, 1])], frozenset([1]) | {2}, {2} | frozenset([1]))
for f in [lambda: {1}.remove(5), lambda: set().pop(), lambda: {[1]}, lambda: {1} + {2}, lambda: {1}[0], lambda: {1} | [2], lambda: set(5)]:
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
