"""A cube of departures: airport x day x hour, kept on disk as a stack of .npy files and reduced block by block.

With a path as argument it draws the year as a picture: weeks from left to right, hours from top to bottom.
"""

import os
import shutil
import sys
import tempfile

import dask.array as da
import numpy as np

from plot import cells

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "flights_by_hour.csv")
AIRPORTS = ["EWR", "JFK", "LGA"]


def read_cube(path):
    """Flights and minutes of delay by airport, day of the year and hour."""
    flights = np.zeros((3, 365, 24), dtype=int)
    delay = np.zeros((3, 365, 24), dtype=int)
    with open(path) as f:
        next(f)
        for line in f:
            origin, day, hour, count, minutes, _ = line.strip().split(",")
            at = AIRPORTS.index(origin), int(day) - 1, int(hour)
            flights[at] = int(count)
            delay[at] = int(minutes)
    return flights, delay


flights, delay = read_cube(DATA)
folder = tempfile.mkdtemp()
try:
    # One file a month or so; nothing is read before it is needed.
    da.to_npy_stack(os.path.join(folder, "flights"), da.from_array(flights, chunks=(3, 31, 24)), axis=1)
    cube = da.from_npy_stack(os.path.join(folder, "flights"))
    print(cube.shape, cube.dtype, cube.chunks[1])

    print("flights in all:", int(cube.sum()))
    for name, count in zip(AIRPORTS, cube.sum(axis=(1, 2)).compute().tolist()):
        print(f"  {name} {count:7d}")

    by_hour = cube.sum(axis=0).mean(axis=0).compute()
    busiest = int(by_hour.argmax())
    print(f"busiest hour: {busiest}:00 with {by_hour[busiest]:.1f} flights a day")

    by_day = cube.sum(axis=(0, 2))
    mean, std = da.compute(by_day.mean(), by_day.std())
    print(f"flights a day: {mean:.1f} +- {std:.1f}")
    low, middle, high = np.percentile(by_day.compute(), [5, 50, 95])
    print(f"5, 50, 95 per cent of the days have at most {low:.0f}, {middle:.0f}, {high:.0f}")

    # Days that fall out of the ordinary, seen from all others.
    odd = (by_day < mean - 3 * std).compute()
    for day in np.flatnonzero(odd):
        print(f"day {day + 1:3d} had only {int(by_day[day].compute())} flights")

    late = da.from_array(delay, chunks=(3, 31, 24)).sum(axis=(0, 1)) / cube.sum(axis=(0, 1))
    worst = late[5:24].compute()
    print("mean delay by hour of the plan, in minutes:")
    print(np.round(worst, 1))

    quiet = da.where(cube.sum(axis=0) == 0, 1, 0).sum(axis=0).compute()
    print("days without a flight, by hour:", quiet.tolist())
    if len(sys.argv) > 1:
        weeks = cube.sum(axis=0)[:364].reshape(52, 7, 24).mean(axis=1)
        cells(sys.argv[1], "Departures from New York in 2013", "week", "hour", weeks.T.compute().tolist())
finally:
    shutil.rmtree(folder)
