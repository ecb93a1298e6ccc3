"""One piece of work with bags, by name: prints its result and its seconds. Runs under rdask and under Dask.

    rdask benches/programs/bags.py NAME FOLDER

FOLDER holds what `benches/peers/bag_files.py` wrote: 500,000 records in ten files, and text for the count of words.
"""

import json
import os
import sys
import time

import dask.bag as db


def numbers(folder):
    return db.range(1_000_000, npartitions=10).map(lambda x: x**2).filter(lambda x: x % 2 == 0).sum().compute()


def frequencies(folder):
    records = db.read_text(os.path.join(folder, "records.*.json")).map(json.loads)
    counts = records.filter(lambda r: r["age"] > 30).pluck("occupation").frequencies().compute()
    return sorted(counts)[0][1]


def topk(folder):
    records = db.read_text(os.path.join(folder, "records.*.json")).map(json.loads)
    words = records.pluck("text").map(str.split).flatten()
    return words.frequencies().topk(5, key=1).compute()[0][1]


def foldby(folder):
    records = db.read_text(os.path.join(folder, "records.*.json")).map(json.loads)
    sums = records.foldby("occupation", lambda total, r: total + r["age"], 0, lambda a, b: a + b, 0).compute()
    return sorted(sums)[0][1]


def words(folder):
    lines = db.read_text(os.path.join(folder, "words.*.txt"))
    return max([count for _, count in lines.map(str.split).flatten().frequencies().compute()])


CASES = {f.__name__: f for f in [numbers, frequencies, topk, foldby, words]}

if __name__ == "__main__":
    start = time.perf_counter()
    out = CASES[sys.argv[1]](sys.argv[2])
    print(out, time.perf_counter() - start)
