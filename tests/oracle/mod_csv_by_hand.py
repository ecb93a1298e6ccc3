import os
here = os.path.dirname(os.path.abspath(__file__))
path = os.path.join(here, '..', '..', 'examples', 'data', 'weather.csv')
months, rows = {}, 0
with open(path) as f:
    header = next(f).strip().split(',')
    for line in f:
        rows += 1
        parts = line.rstrip('\n').split(',')
        row = dict(zip(header, parts))
        if row['temp'] == 'NA':
            continue
        t = float(row['temp'])
        m = months.setdefault(int(row['month']), [0, 0.0, t, t])
        m[0] += 1
        m[1] += t
        m[2] = min(m[2], t)
        m[3] = max(m[3], t)
print(header, rows)
for m in sorted(months):
    n, total, lo, hi = months[m]
    print(f'{m:>2} {n:>5} {total / n:7.3f} {lo:6.2f} {hi:6.2f}')
print(sum(v[0] for v in months.values()), max(months, key=lambda m: months[m][1] / months[m][0]))
