"""A year of New York's weather: 26,115 hourly records, month by month.

The records are read once and cut into months; each month is a delayed task that reduces its own hours, so the months
are worked on in parallel. Then the same temperatures become a dask array and are summarised as a whole.
"""

import os

import dask
import dask.array as da
import numpy as np
from dask import delayed

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "weather.csv")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def celsius(fahrenheit):
    return (fahrenheit - 32) * 5 / 9


@delayed
def read_months(path):
    """The rows of each month, as dictionaries of the columns that we use."""
    months = {m: [] for m in range(1, 13)}
    with open(path) as f:
        header = f.readline().strip().split(",")
        at = {name: header.index(name) for name in ["origin", "month", "temp", "wind_speed", "precip"]}
        for line in f:
            row = line.strip().split(",")
            months[int(row[at["month"]])].append({name: row[i] for name, i in at.items()})
    return months


@delayed
def summarise(rows):
    """Means and extremes of one month; `NA` marks a missing value."""
    temps = [celsius(float(r["temp"])) for r in rows if r["temp"] != "NA"]
    winds = [float(r["wind_speed"]) for r in rows if r["wind_speed"] != "NA"]
    rain = sum(float(r["precip"]) for r in rows) * 25.4 / 3  # inches to mm, mean of three airports
    return {
        "hours": len(rows),
        "mean": sum(temps) / len(temps),
        "low": min(temps),
        "high": max(temps),
        "wind": sum(winds) / len(winds) * 1.609,
        "rain": rain,
    }


def table(rows):
    print(f"{'month':<6}{'hours':>7}{'mean':>8}{'low':>8}{'high':>8}{'wind':>8}{'rain':>9}")
    print(f"{'':<6}{'':>7}{'°C':>8}{'°C':>8}{'°C':>8}{'km/h':>8}{'mm':>9}")
    print("-" * 54)
    for name, s in rows:
        print(f"{name:<6}{s['hours']:>7,}{s['mean']:>8.1f}{s['low']:>8.1f}{s['high']:>8.1f}{s['wind']:>8.1f}{s['rain']:>9.1f}")


months = read_months(DATA)
summaries = [summarise(months[m]) for m in range(1, 13)]
results = dask.compute(*summaries)
table(list(zip(MONTHS, results)))

# The same temperatures as one array; column 5 of the file, missing ones become nan.
raw = np.genfromtxt(DATA, delimiter=",", skip_header=1, usecols=5)
temps = celsius(da.from_array(raw, chunks=4000))
known = ~da.isnan(temps)
clean = da.where(known, temps, 0.0)
count = known.sum()
mean = clean.sum() / count
spread = da.sqrt((da.where(known, temps - mean, 0.0) ** 2).sum() / count)

count, mean, spread, frost, hot = dask.compute(count, mean, spread, (known & (temps < 0)).sum(), (known & (temps > 30)).sum())
print()
print(f"{len(temps):,} records, {count:,} with a temperature")
print(f"mean {mean:.2f} °C, standard deviation {spread:.2f} °C")
print(f"{frost:,} hours of frost, {hot:,} hours above 30 °C")
coldest = min(range(12), key=lambda i: results[i]["mean"])
print(f"coldest month: {MONTHS[coldest]}, windiest: {max(zip(results, MONTHS), key=lambda p: p[0]['wind'])[1]}")
