"""Random bag programs in Dask and in rdask: results must agree, under every scheduler, optimised or not.

    python tests/differential/bags.py --rdask PATH [--count 300] [--seed 1]

Each program is a chain of steps on a bag of numbers, texts, pairs or records, and sometimes a reduction. Prints the
programs that differ and ends with 1 if there are any. Groups of `groupby` and their elements are sorted: their order is
not fixed in Dask either.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile

HEAD = """import dask
import dask.bag as db
from operator import add

def tidy(groups):
    return sorted([(key, sorted(group, key=str)) for key, group in groups], key=str)

def show(number, build):
    try:
        x = build()
        a = x.compute(scheduler="sync")
        b = x.compute(scheduler="threads")
        c = x.compute(scheduler="sync", optimize_graph=False)
        same = repr(a) == repr(b) and repr(a) == repr(c)
        print(number, "|", a, "|", same, "|", x if isinstance(x, db.Bag) else "item")
    except Exception as e:
        print(number, "| failed |", type(e).__name__, e)

"""

NUMBERS = [
    ("n", ".map(lambda x: x * 3 - 7)"), ("n", ".map(lambda x: x ** 2)"), ("n", ".map(lambda x: x // 2)"),
    ("n", ".map(lambda x: x % 5)"), ("n", ".filter(lambda x: x % 2 == 0)"), ("n", ".filter(lambda x: x > 10)"),
    ("n", ".remove(lambda x: x % 3 == 1)"), ("n", ".map(abs)"), ("n", ".map(lambda x, y: x + y, 5)"), ("n", ".distinct()"),
    ("n", ".map(lambda x: x / 4)"), ("n", ".map(lambda x: -x if x % 2 else x)"), ("n", ".accumulate(add)"),
    ("n", ".map(lambda x: 1 // (x - 4))"), ("n", ".map(lambda x: x * 10 ** 17)"), ("n", ".filter(lambda x: x)"),
    ("t", ".map(str)"), ("t", ".map(lambda x: 'ab' * (x % 3) if x == int(x) else 'c')"), ("p", ".map(lambda x: (x % 3, x))"),
    ("p", ".frequencies()"), ("p", ".map(lambda x: (x, str(x)))"), ("r", ".map(lambda x: {'k': x % 4, 'v': x})"),
    ("n", ".map(lambda x: [x] * (int(x) % 3)).flatten()"), ("n", ".map_partitions(lambda part: [x + 1 for x in part])"),
    ("n", ".map_partitions(lambda part: [sum(part)])"), ("n", ".topk(4)"), ("n", ".topk(3, key=lambda x: -x)"),
    ("n", ".map_partitions(sorted)"), ("n", ".map(float)"), ("n", ".map(lambda x: x > 3)"),
]
TEXTS = [
    ("t", ".str.upper()"), ("t", ".map(lambda s: s + '!')"), ("n", ".map(len)"), ("t", ".filter(lambda s: len(s) > 1)"),
    ("t", ".flatten()"), ("p", ".frequencies(sort=True)"), ("t", ".distinct()"), ("t", ".str.replace('a', 'xy')"),
    ("t", ".topk(2)"), ("n", ".str.count('b')"), ("t", ".map(lambda s: s.split('b')).flatten()"), ("p", ".map(lambda s: (s[:1], s))"),
]
PAIRS = [
    ("a", ".pluck(0)"), ("a", ".pluck(1)"), ("p", ".map(lambda p: (p[1], p[0]))"), ("p", ".filter(lambda p: p[0])"),
    ("p", ".foldby(0, lambda n, p: n + 1, 0, add, 0)"), ("p", ".foldby(lambda p: p[0], lambda a, b: max(a, b, key=str))"),
    ("a", ".starmap(lambda a, b: a)"), ("p", ".topk(2, key=lambda a, b: str(b))"), ("p", ".distinct(key=0)"),
    ("a", ".flatten()"), ("a", ".pluck([1, 0]).map(str)"),
]
RECORDS = [
    ("n", ".pluck('v')"), ("n", ".pluck('k')"), ("n", ".pluck('none', 3)"), ("r", ".filter(lambda r: r['k'] > 1)"),
    ("p", ".foldby('k', lambda n, r: n + r['v'], 0, add, 0)"), ("r", ".map(lambda r: {**r, 'v': r['v'] + 1})"),
    ("p", ".map(lambda r: (r['k'], r['v']))"), ("r", ".distinct('k')"), ("n", ".pluck(['v', 'k']).starmap(add)"),
]
STEPS = {"n": NUMBERS, "t": TEXTS, "p": PAIRS, "r": RECORDS}
ANY = ["", ".repartition(2)", ".repartition(7)", ".take(5, npartitions=-1, compute=False, warn=False)", ".persist(scheduler='sync')"]
ENDS = [".count()", ".sum()", ".max()", ".min()", ".mean()", ".any()", ".all()", ".fold(add)", ".var()",
        ".reduction(list, lambda parts: [len(p) for p in parts], split_every=2)", ".count(split_every=2)"]
SOURCES = ["db.range(%d, npartitions=%d)", "db.from_sequence(range(%d), npartitions=%d)",
           "db.from_sequence([x * 7 %% 11 for x in range(%d)], npartitions=%d)"]


def program(rng):
    """The text of a random program: one expression."""
    count = rng.choice([1, 3, 10, 40, 700])
    text = rng.choice(SOURCES) % (count, rng.randint(1, min(count, 9)))
    kind = "n"
    for _ in range(rng.randint(1, 5)):
        if kind == "a":
            break
        kind, step = rng.choice(STEPS[kind])
        text += step
        if rng.random() < 0.15:
            text += rng.choice(ANY)
    if kind in "na" and rng.random() < 0.4:
        text += rng.choice(ENDS)
    elif kind in "nt" and rng.random() < 0.15:
        text += ".groupby(lambda x: str(x)[-1:])"
        text += ".map(lambda p: (p[0], sorted(p[1], key=str))).map_partitions(lambda part: sorted(part, key=str))"
    return text


def run(command, path):
    env = dict(os.environ, DASK_SCHEDULER="sync")
    done = subprocess.run([*command, path], capture_output=True, text=True, env=env)
    lines = {}
    for line in done.stdout.splitlines():
        number, _, rest = line.partition(" |")
        lines[number] = rest
    return lines, done.stderr


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rdask", required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    programs = [program(rng) for _ in range(args.count)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "programs.py")
        with open(path, "w") as file:
            file.write(HEAD)
            for number, text in enumerate(programs):
                file.write(f"def p{number}():\n    return {text}\ntry:\n    show({number}, p{number})\nexcept Exception as e:\n    print(e)\n")
        want, _ = run([sys.executable], path)
        got, said = run([args.rdask], path)
    wrong = 0
    for number, text in enumerate(programs):
        a, b = want.get(str(number)), got.get(str(number))
        if a is not None and a != b:
            wrong += 1
            print(f"{text}\n  dask  {a}\n  rdask {b}")
    print(f"{args.count} programs, {len(want)} ran, {wrong} differ")
    if not got:
        print(said[-2000:])
    sys.exit(1 if wrong or not got else 0)


if __name__ == "__main__":
    main()
