"""The departures of 2013 as a series of 8,760 hours: moving means across blocks, the week's rhythm by FFT.

With a path as argument it draws the moving means.
"""

import os
import sys

import dask.array as da
import numpy as np

from plot import lines

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "flights_by_hour.csv")
HOURS = 365 * 24
DAYS = "Tue Wed Thu Fri Sat Sun Mon".split()  # 2013 began on a Tuesday


def read_series(path):
    """Flights in each hour of the year."""
    hours = np.zeros(HOURS)
    with open(path) as f:
        next(f)
        for line in f:
            _, day, hour, count, _, _ = line.strip().split(",")
            hours[(int(day) - 1) * 24 + int(hour)] += int(count)
    return hours


def moving_mean(block, width):
    """The mean of each element and the width - 1 before it."""
    sums = np.cumsum(np.concatenate([np.zeros(1), block]))
    out = np.zeros(len(block))
    out[width - 1 :] = (sums[width:] - sums[:-width]) / width
    return out


hours = da.from_array(read_series(DATA), chunks=24 * 61)
print(hours)
print("hours with flights:", int((hours > 0).sum()), "of", len(hours))

week = hours.map_overlap(moving_mean, depth=24 * 7, boundary=0, width=24 * 7)
daily = (week * 24).compute()
print("flights a day over the past week, each quarter:", [round(x) for x in daily[[2160, 4344, 6552, 8736]].tolist()])

by_day = hours.reshape(365, 24).sum(axis=1)
weeks = by_day[:364].reshape(52, 7).compute()
print("mean by day of the week:")
for name, mean in zip(DAYS, weeks.mean(axis=0).tolist()):
    print(f"  {name} {mean:6.1f}")

total = da.cumsum(by_day, axis=0)
half = int((total < by_day.sum() / 2).sum())
print("half of the year's flights had left on day", half + 1)

change = da.diff(by_day)
print("largest fall from one day to the next:", int(change.min()), "on day", int(change.argmin()) + 2)

# The strongest periods, in hours.
power = da.absolute(da.fft.rfft((hours - hours.mean()).rechunk(-1))) ** 2
power = power.compute()
best = np.argsort(power[1:])[::-1][:4] + 1
for k in best.tolist():
    print(f"period of {HOURS / k:6.1f} hours carries {100 * power[k] / power[1:].sum():4.1f} % of the variation")

counts, edges = da.histogram(by_day, bins=6, range=(600, 1020))
for count, edge in zip(counts.compute().tolist(), edges.tolist()):
    print(f"{edge:6.0f} {'#' * (count // 4)} {count}")

if len(sys.argv) > 1:
    lines(sys.argv[1], "Flights a day", "day of the year", "flights", [
        ("each day", "#9ab", by_day.compute().tolist()),
        ("past week", "#c33", daily[24 * 7 :: 24].tolist()),
    ])
