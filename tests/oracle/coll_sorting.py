print(sorted([3, 1, 2]), sorted('banana'), sorted([3, 1, 2], reverse=True), sorted({3: 'a', 1: 'b'}), sorted((2, 1)), sorted([]))
words = ['banana', 'Apple', 'cherry', 'date', 'fig', 'Elder']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: w[-1]))
pairs = [(1, 'b'), (0, 'z'), (1, 'a'), (0, 'y'), (2, 'c'), (1, 'c')]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True), sorted(pairs, key=lambda p: (-p[0], p[1])))
l = [5, -3, 2, -8]
l.sort(key=abs)
print(l)
l.sort(key=lambda x: -x)
print(l)
print(sorted([1, 1.0, True, 0, False]), sorted([0.5, 1, 0.25]), sorted([[2], [1, 5], [1]]), sorted(['10', '9', '1']), sorted(['10', '9', '1'], key=int))
d = {'x': 3, 'y': 1, 'z': 2}
print(sorted(d, key=d.get), sorted(d.items(), key=lambda kv: kv[1]), sorted(d.values()), dict(sorted(d.items(), key=lambda kv: -kv[1])))
big = [(i * 7919) % 1000 for i in range(1000)]
s = sorted(big)
print(s[:5], s[-5:], s == list(range(1000)), sorted(big, reverse=True)[:3])
print(max(words, key=len), min(words, key=len), max(pairs), min(d, key=d.get), list(reversed(sorted(l))))
class V:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n < other.n
    def __repr__(self):
        return f'V{self.n}'
print(sorted([V(3), V(1), V(2)]), min(V(3), V(1)), sorted([V(1), V(2)], reverse=True))
for f in [lambda: sorted([1, 'a']), lambda: sorted([None, 1]), lambda: sorted(5), lambda: [3, 'x'].sort(), lambda: sorted([{}, {}]), lambda: sorted([1], key=1)]:
    try:
        f()
    except TypeError as e:
        print(e)
