"""One piece of work on text, by name: prints its result and its seconds. Runs under rdask and under CPython.

    rdask benches/programs/text.py NAME
"""

import csv
import io
import json
import os
import re
import sys
import tempfile
import time
from collections import Counter

WORDS = "the quick brown fox jumps over a lazy dog and then some more words of every kind appear in lines".split()
PATH = os.path.join(tempfile.mkdtemp(), "text.txt")


def record(n):
    text = " ".join([WORDS[n * k % 19] for k in range(1, 9)])
    return {"id": n, "user": f"user{n % 1000}", "score": n * 0.37, "active": n % 3 == 0, "tags": ["x", "y"], "text": text}


def lines(make, count):
    with open(PATH, "w") as f:
        for n in range(count):
            f.write(make(n) + "\n")


def prepare(name):
    if name in ("loads", "dumps"):
        lines(lambda n: json.dumps(record(n)), 50_000)
    elif name == "table":
        lines(lambda n: f'{n},name {n},{n / 3},"a ""q"", b"' if n % 10 == 0 else f"{n},name {n},{n / 3},x", 100_000)
    else:
        lines(lambda n: " ".join([WORDS[(n * k + k) % 19] for k in range(1, 11)]), 150_000)


def loads():
    return sum([json.loads(line)["id"] for line in open(PATH)])


def dumps():
    records = [json.loads(line) for line in open(PATH)]
    return sum([len(json.dumps(r)) for r in records])


def words():
    counts = Counter()
    for line in open(PATH):
        counts.update(line.split())
    return counts["fox"]


def methods():
    total = 0
    for line in open(PATH):
        s = line.strip().upper().lower().replace("fox", "cat")
        if "quick" in s:
            total += len(",".join(s.split(" ")))
    return total


def search():
    pattern = re.compile(r"(\w+) (\w+)$")
    total = 0
    for line in open(PATH):
        m = pattern.search(line)
        if m:
            total += len(m.group(1)) + m.start(2)
    return total + len(re.findall(r"\bq\w+", open(PATH).read()))


def table():
    rows = 0
    for row in csv.reader(open(PATH, newline="")):
        rows += len(row[1]) + len(row[3])
    out = io.StringIO()
    csv.writer(out).writerows([[n, "a,b", 1.5] for n in range(50_000)])
    return rows + len(out.getvalue())


CASES = {f.__name__: f for f in [loads, dumps, words, methods, search, table]}

name = sys.argv[1]
prepare(name)
start = time.perf_counter()
out = CASES[name]()
print(out, time.perf_counter() - start)
