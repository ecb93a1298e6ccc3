"""A least-squares fit: the temperature of New York as a yearly and a daily wave, from 26,115 hourly records.

The design matrix has a row an hour and lies in blocks; `da.linalg.lstsq` reduces each block to a small triangle (TSQR).
With a path as argument it draws the measured days and the fitted wave.
"""

import os
import sys

import dask.array as da
import numpy as np

from plot import lines

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "weather.csv")
MONTH_STARTS = np.cumsum([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30])


def read_temperatures(path):
    """Time in days since the year began, and temperature in degrees Celsius."""
    days, temps = [], []
    with open(path) as f:
        header = f.readline().strip().split(",")
        month, day, hour, temp = [header.index(name) for name in ["month", "day", "hour", "temp"]]
        for line in f:
            row = line.strip().split(",")
            if row[temp] != "NA":
                days.append(float(MONTH_STARTS[int(row[month]) - 1]) + int(row[day]) - 1 + int(row[hour]) / 24)
                temps.append((float(row[temp]) - 32) * 5 / 9)
    return np.array(days), np.array(temps)


days, temps = read_temperatures(DATA)
t = da.from_array(days, chunks=4000)
y = da.from_array(temps, chunks=4000)
print(len(t), "hours in", t.npartitions, "blocks")

year, day = 2 * np.pi * t / 365, 2 * np.pi * t
design = da.stack([da.ones_like(t), da.cos(year), da.sin(year), da.cos(day), da.sin(day)], axis=1).rechunk((4000, 5))
print(design)

coefficients, residuals, rank, singular = da.linalg.lstsq(design, y)
c = coefficients.compute()
print("rank", int(rank.compute()), "condition", round(float((singular[0] / singular[-1]).compute()), 2))
print("coefficients", np.round(c, 3))

mean = c[0]
swing = np.hypot(c[1], c[2])
warmest = np.arctan2(c[2], c[1]) / (2 * np.pi) * 365 % 365
print(f"mean {mean:.1f} degrees, +-{swing:.1f} over the year, warmest on day {warmest:.0f}")
hottest = np.arctan2(c[4], c[3]) / (2 * np.pi) * 24 % 24
print(f"+-{np.hypot(c[3], c[4]):.1f} over the day, warmest at {hottest:.1f} h UTC")

error = y - da.dot(design, c)
explained = 1 - (error**2).sum() / ((y - y.mean()) ** 2).sum()
spread, share = da.compute(error.std(), explained)
print(f"off by {spread:.2f} degrees; {100 * share:.1f} % of the variance explained")
print("quartiles of the error", np.round(np.percentile(error.compute(), [25, 50, 75]), 2))

if len(sys.argv) > 1:
    noon = [[] for _ in range(365)]
    for d, temp in zip(days.tolist(), temps.tolist()):
        noon[int(d)].append(temp)
    measured = [sum(day) / len(day) if day else mean for day in noon]
    wave = [float(mean + c[1] * np.cos(2 * np.pi * d / 365) + c[2] * np.sin(2 * np.pi * d / 365)) for d in range(365)]
    lines(sys.argv[1], "Temperature of New York in 2013", "day of the year", "degrees Celsius",
          [("mean of the day", "#9ab", measured), ("fitted wave", "#c33", wave)])
