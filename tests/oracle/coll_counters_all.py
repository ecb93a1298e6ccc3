from collections import Counter, defaultdict, namedtuple, OrderedDict, deque
words = "the cat sat on the mat the end".split()
c = Counter(words)
print(c.most_common(2), c["the"], c["dog"], sum(c.values()), dict(c))
c.update(["cat", "cat"])
c["new"] += 3
print(sorted(c.items()), c.total() if hasattr(c, "total") else 0)
d = defaultdict(list)
for w in words:
    d[len(w)].append(w)
print(dict(d), d[99], len(d))
n = defaultdict(int)
for w in words:
    n[w] += 1
print(max(n, key=n.get), sorted(n, key=lambda k: (-n[k], k))[:3])
g = defaultdict(lambda: defaultdict(int))
for w in words:
    g[w[0]][len(w)] += 1
print({k: dict(v) for k, v in g.items()})
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x + p.y, p._replace(x=5), p._asdict(), P._fields, P(*[3, 4]) == (3, 4))
for x, y in [P(1, 2), P(3, 4)]:
    print(x, y)
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.pop(), q.popleft(), len(q))
print(Counter("hello") + Counter("world"), Counter("aab") - Counter("ab"), Counter("ab") & Counter("bc"))
