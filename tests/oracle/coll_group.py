from collections import defaultdict, Counter
rows = [('a', 3), ('b', 1), ('a', 5), ('c', 2), ('b', 7), ('a', 1)]
groups = defaultdict(list)
for k, v in rows:
    groups[k].append(v)
print(dict(groups), {k: sum(v) for k, v in groups.items()}, {k: max(v) for k, v in groups.items()}, sorted(groups, key=lambda k: -len(groups[k])))
plain = {}
for k, v in rows:
    plain.setdefault(k, []).append(v)
print(plain == groups, list(plain.items()), Counter(k for k, _ in rows).most_common(1), Counter(k for k, _ in rows))
index = {k: i for i, (k, _) in enumerate(rows)}
print(index, {v: k for k, v in index.items()}, sorted(rows, key=lambda r: (r[0], -r[1])), dict(rows), dict(sorted(rows)), [k for k, v in rows if v > 2])
total = defaultdict(float)
for k, v in rows:
    total[k] += v / 2
print(dict(total), total['zzz'], len(total), max(total, key=total.get), sum(total.values()))
nested = {}
for k, v in rows:
    nested.setdefault(k, {})[v] = v * v
print(nested, {k: list(d) for k, d in nested.items()}, nested.get('z', {}).get(1, 'none'))
