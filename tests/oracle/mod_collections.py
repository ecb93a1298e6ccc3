from collections import Counter, defaultdict, namedtuple, OrderedDict, deque
import collections
c = Counter('mississippi')
print(c, c['s'], c['zz'], c.most_common(2), c.most_common(), sum(c.values()), sorted(c.elements()), list(c), dict(c))
c.update('miss')
c['new'] += 1
print(c, Counter(a=1, b=2) + Counter(a=3), Counter(a=3, b=1) - Counter(a=1, b=5), Counter([1, 1, 2]) & Counter([1]), Counter([1]) | Counter([2]), Counter({'x': 2}), Counter())
c.subtract({'s': 10})
print(c['s'], +Counter(a=1, b=-1), c.total() if hasattr(c, 'total') else None, 'm' in c, len(c))
d = defaultdict(list)
for k, v in [('a', 1), ('b', 2), ('a', 3)]:
    d[k].append(v)
print(d, dict(d), d['zzz'], len(d), d.get('q'), sorted(d.items()))
n = defaultdict(int)
for w in 'a b a'.split():
    n[w] += 1
print(n, defaultdict(lambda: 'dflt')['k'], defaultdict(set)['x'], 'q' in n, sorted(n, key=n.get))
nested = defaultdict(lambda: defaultdict(int))
nested['x']['y'] += 1
print(nested['x']['y'], {k: dict(v) for k, v in nested.items()})
P = namedtuple('P', ['x', 'y'])
p = P(1, y=2)
print(p, p.x, p[1], p._replace(x=9), p._asdict(), P._fields, p == (1, 2), tuple(p), len(p), [*p], P(*[5, 6]), P._make([7, 8]), isinstance(p, tuple))
x, y = p
print(x, y, namedtuple('Q', 'a b c')(1, 2, 3), namedtuple('R', 'a b', defaults=[5])(1), {p: 'key'}[P(1, 2)], sorted([P(2, 1), P(1, 5)]), f'{p.x:>4}')
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q[0], len(q), list(q), q.pop(), q.popleft(), deque('ab'))
q = deque(range(5))
q.rotate(2)
q.extend([9])
print(q, 3 in q)
o = OrderedDict([('b', 1), ('a', 2)])
o.move_to_end('b')
print(o, list(o), o == {'a': 2, 'b': 1})
for f in [lambda: P(1), lambda: p.z, lambda: setattr(p, 'x', 5), lambda: P(1, 2, 3), lambda: defaultdict()['k'], lambda: deque().pop()]:
    try:
        f()
    except (TypeError, AttributeError, KeyError, IndexError) as e:
        print(type(e).__name__, e)
