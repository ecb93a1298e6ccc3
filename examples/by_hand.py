"""A task graph written by hand: a dictionary from keys to tasks, a task being a tuple of a function and arguments.

This is what every collection turns into. Strings that are keys stand for the results of other tasks.
"""

import os
from operator import add

import dask

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")


def load(name):
    with open(os.path.join(FOLDER, name)) as f:
        return f.read().splitlines()


def rows(lines):
    return [line.split(",") for line in lines[1:]]


def codes(table):
    return sorted(row[0] for row in table)


def longest(table):
    return max((row[1] for row in table), key=len)


graph = {
    "file": "airlines.csv",
    "load": (load, "file"),
    "rows": (rows, "load"),
    "codes": (codes, "rows"),
    "longest": (longest, "rows"),
    "how many": (len, "rows"),
    ("letters", 0): (len, "longest"),
    ("letters", 1): (sum, [(len, "codes"), ("letters", 0)]),
    "both": (add, ("letters", 0), ("letters", 1)),
}

print(dask.get(graph, "how many"), "airlines")
print(dask.get(graph, ["codes", "longest"]))
print(dask.get(graph, [("letters", 0), ("letters", 1), "both"]))
print(dask.threaded.get(graph, "both") == dask.get(graph, "both"))
