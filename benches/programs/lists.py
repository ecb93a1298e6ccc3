"""Lists: measurements built, cleaned, sliced, paired, grouped and searched."""
import time
from itertools import accumulate, chain


def make(n):
    values = []
    state = 12_345
    for i in range(n):
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        values.append(None if state % 50 == 0 else state % 1000 / 10 + i % 7)
    return values


def clean(values):
    known = [v for v in values if v is not None]
    mean = sum(known) / len(known)
    return [mean if v is None else v for v in values]


def moving(values, width):
    window, out = [], []
    for v in values:
        window.append(v)
        if len(window) > width:
            window.pop(0)
        out.append(sum(window) / len(window))
    return out


def runs(values):
    found, current = [], [values[0]]
    for before, after in zip(values, values[1:]):
        if after > before:
            current.append(after)
        else:
            if len(current) > 3:
                found.append(current)
            current = [after]
    return found


def matrix(values, columns):
    rows = [values[i:i + columns] for i in range(0, len(values) - columns + 1, columns)]
    turned = [list(column) for column in zip(*rows)]
    peaks = [max(row) - min(row) for row in rows]
    return [sum(column) / len(column) for column in turned], peaks


def outliers(values, smooth):
    found = []
    for i, (v, s) in enumerate(zip(values, smooth)):
        if abs(v - s) > 60:
            found.append((i, v, round(v - s, 2)))
    return found


def work(n):
    values = clean(make(n))
    smooth = moving(values, 8)
    long = runs(values)
    means, peaks = matrix(values, 25)
    odd = outliers(values, smooth)
    totals = list(accumulate(values[::2]))
    flat = list(chain.from_iterable(long))
    tens = [[] for _ in range(11)]
    for v in flat:
        tens[int(v) // 10].append(v)
    rising = any(a > 99.5 for a in means) or all(p > 10 for p in peaks)
    back = values[::-1][:1000]
    back.insert(3, 0.5)
    back.extend(flat[-100:])
    return f"{len(long)},{len(odd)},{odd[0][2]},{max(map(len, tens))},{totals[-1]:.3f},{rising},{back.index(0.5)},{len(back)}"


start = time.perf_counter()
result = [work(n) for n in (80_000, 81_000, 82_000)][-1]
seconds = time.perf_counter() - start
print(result, seconds)
