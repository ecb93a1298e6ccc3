"""Random bag programs in Dask and in rdask: results must agree, under every scheduler, optimised or not.

    python tests/differential/bags.py --rdask PATH [--count 300] [--seed 1]

Each program is a chain of steps on a bag of numbers, texts (lines of files among them), pairs or records (of JSON among
them), with broadcast items, groups and folds by key on the way, and sometimes a reduction at the end. Prints the
programs that differ and ends with 1 if there are any. Groups of `groupby` and their elements are sorted: their order is
not fixed in Dask either.
"""

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile

HEAD = """import json
import os
import dask
import dask.bag as db
from operator import add

F = os.environ["BAGS_FOLDER"]

def broad(b):
    return b.map(lambda x, y: x + y, b.max())

def shifted(b):
    return b.map(lambda x, low, n: (x - low) * n, b.min(), n=b.count())

def near(b):
    return b.filter(lambda x: x > 0).map(lambda x, y=0: x - y, y=b.sum().apply(lambda total: total // 2))

def by_key(b, key, **options):
    groups = b.groupby(key, **options).map(lambda p: (p[0], sorted(p[1], key=str)))
    return groups.repartition(1).map_partitions(lambda part: sorted(part, key=str))

def zipped(b):
    # Dask reads an iterator that two steps of one task share only once.
    b = b.persist(scheduler="sync")
    return db.zip(b, b.map(str))

def both(b):
    return db.concat([b, b.filter(lambda x: str(x) > '3')])

def matched(b):
    return b.join([1, 'a', 2.0, 7, 'ab'], lambda x: str(x)[:1])

def tidy(groups):
    return sorted([(key, sorted(group, key=str)) for key, group in groups], key=str)

def show(number, build):
    try:
        x = build()
        a = x.compute(scheduler="sync")
        if os.environ["BAGS_ALL"]:
            b = x.compute(scheduler="threads")
            try:
                c = x.compute(scheduler="sync", optimize_graph=False)
            except Exception:
                c = a  # a step that is a task of its own works on elements that nothing asks for
            if repr(a) != repr(b) or repr(a) != repr(c):
                print(number, "| threads", b, "| as it is", c)
        print(number, "|", a, "|", x if isinstance(x, db.Bag) else "item")
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
    ("n", ".map_partitions(sorted)"), ("n", "broad"), ("n", "shifted"), ("n", "near"), ("p", "zipped"), ("n", "both"), ("p", "matched"),
    ("p", ".foldby(lambda x: x % 3, add)"), ("p", ".foldby(lambda x: x % 3, lambda t, x: t + x, 0, add, 0, split_every=2)"),
    ("p", ".foldby(lambda x: x > 4, max, -1, max, -1)"), ("g", "by_key:lambda x: x % 3"), ("g", "by_key:lambda x: x // 5, npartitions=2"),
    ("g", "by_key:lambda x: x % 4, shuffle='tasks'"), ("n", ".map_partitions(lambda part, y: [x * y for x in part], 3)"),
    ("n", ".map(lambda x: x if x < 500 else 1 // (x - 600))"), ("n", ".map(lambda x: x ** 7).map(lambda x: x + 1)"), ("n", ".map(float)"), ("n", ".map(lambda x: x > 3)"),
]
TEXTS = [
    ("t", ".str.upper()"), ("t", ".map(lambda s: s + '!')"), ("n", ".map(len)"), ("t", ".filter(lambda s: len(s) > 1)"),
    ("t", ".flatten()"), ("p", ".frequencies(sort=True)"), ("t", ".distinct()"), ("t", ".str.replace('a', 'xy')"),
    ("t", ".topk(2)"), ("n", ".str.count('b')"), ("t", ".map(lambda s: s.split('b')).flatten()"), ("p", ".map(lambda s: (s[:1], s))"),
    ("t", ".str.strip()"), ("t", ".str.lower()"), ("t", ".str.title()"), ("l", ".str.split()"), ("l", ".str.split('a', 1)"),
    ("n", ".str.find('c')"), ("n", ".str.startswith('a')"), ("t", ".str.center(9, '*')"), ("t", ".str.zfill(6)"),
    ("l", ".str.partition('b')"), ("t", ".str.rstrip('!ab')"), ("t", ".str.swapcase()"), ("n", ".str.isalpha()"),
    ("t", ".str.removeprefix('a')"), ("t", ".str.join('-+')"), ("n", ".str.encode().map(len)"), ("l", ".map(str.split)"),
    ("t", ".map(str.split).flatten()"), ("p", ".map(str.split).flatten().frequencies()"), ("t", ".str.match('*b*')"),
    ("p", ".map(lambda s: s.split()).flatten().frequencies()"), ("t", ".map(lambda s: s.split()).flatten()"),
    ("p", ".foldby(len, add)"), ("p", ".foldby(lambda s: s[:1], lambda n, s: n + len(s), 0, add, 0)"), ("t", "both"), ("p", "zipped"),
    ("g", "by_key:len"), ("g", "by_key:lambda s: s[:1], npartitions=3"), ("p", "matched"), ("n", ".str.index('a')"),
]
LISTS = [
    ("t", ".flatten()"), ("n", ".map(len)"), ("p", ".map(len).frequencies()"), ("t", ".flatten().distinct()"),
    ("p", ".flatten().frequencies()"), ("a", ".pluck(0)"), ("a", ".pluck(1, 'none')"), ("l", ".filter(lambda words: len(words) > 1)"),
    ("p", ".foldby(len, lambda n, words: n + 1, 0, add, 0)"),
]
GROUPS = [("p", ".map(lambda p: (p[0], len(p[1])))"), ("n", ".pluck(1).map(len)"), ("a", ".pluck(1).flatten()"), ("a", ".pluck(0)")]
JSON = [
    ("t", ".pluck('name')"), ("n", ".pluck('n')"), ("a", ".pluck('k')"), ("a", ".pluck('maybe')"), ("a", ".pluck('maybe', 0)"),
    ("l", ".pluck('tags')"), ("a", ".pluck('at').pluck('x')"), ("a", ".pluck(['k', 'n', 'name'])"), ("a", ".pluck(['n', 'maybe'], None)"),
    ("j", ".filter(lambda r: r['n'] > 3)"), ("j", ".remove(lambda r: r['k'] == 'a')"), ("j", ".filter(lambda r: 'maybe' in r)"),
    ("j", ".filter(lambda r: r['at']['x'] > 2 and r['n'] < 40)"), ("j", ".filter(lambda r: r['tags'].append('z') or len(r['tags']) > 2)"),
    ("p", ".map(lambda r: (r['k'], r['n']))"), ("n", ".map(lambda r: r['n'] * 2)"), ("t", ".map(lambda r: r['name'] + r['k'])"),
    ("p", ".foldby('k', lambda t, r: t + r['n'], 0, add, 0)"), ("p", ".foldby(lambda r: r['k'], lambda t, r: t + r['n'], 0, add, 0)"),
    ("a", ".foldby('k', lambda a, b: a if a['n'] > b['n'] else b)"), ("p", ".foldby('maybe', lambda t, r: t + 1, 0, add, 0)"),
    ("p", ".foldby(['k', 'n'], lambda t, r: t + 1, 0, add, 0)"), ("j", ".distinct('k')"), ("j", ".distinct(key=lambda r: r['n'] % 5)"),
    ("a", ".topk(3, key='n')"), ("a", ".topk(2, key=lambda r: -r['n'])"), ("p", ".pluck('k').frequencies()"), ("n", ".pluck('x')"),
    ("g", "by_key:lambda r: r['k']"), ("g", "by_key:'k'"), ("p", ".pluck('name').map(str.split).flatten().frequencies()"),
    ("t", ".map(lambda r: json.dumps(r, sort_keys=True))"), ("r", ".map(lambda r: {'k': r['n'] % 3, 'v': r['n']})"), ("j", ".map(lambda r: r)"),
    ("j", ".map(json.dumps).map(json.loads)"), ("a", ".map(lambda r: sorted(r))"), ("t", ".map(lambda r: r['name']).distinct()"),
    ("n", ".map(lambda r: r['at']['x'])"), ("a", ".map(lambda r, top: r['n'] + top, 5)"),
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
STEPS = {"n": NUMBERS, "t": TEXTS, "p": PAIRS, "r": RECORDS, "l": LISTS, "g": GROUPS, "j": JSON}
ANY = ["", ".repartition(2)", ".repartition(7)", ".take(5, npartitions=-1, compute=False, warn=False)", ".persist(scheduler='sync')"]
ENDS = [".count()", ".sum()", ".max()", ".min()", ".mean()", ".any()", ".all()", ".fold(add)", ".var()",
        ".reduction(list, lambda parts: [len(p) for p in parts], split_every=2)", ".count(split_every=2)"]
SOURCES = ["db.range(%d, npartitions=%d)", "db.from_sequence(range(%d), npartitions=%d)",
           "db.from_sequence([x * 7 %% 11 for x in range(%d)], npartitions=%d)"]
FILES = [
    ("t", "db.read_text(F + '/lines.*.txt')"), ("t", "db.read_text(F + '/lines.*.txt', blocksize=%d)"),
    ("t", "db.read_text(F + '/lines.*.txt', files_per_partition=2)"), ("t", "db.read_text([F + '/lines.1.txt', F + '/lines.0.txt'])"),
    ("p", "db.read_text(F + '/lines.*.txt', include_path=True).map(lambda p: (p[0], p[1][-5:]))"),
    ("t", "db.read_text(F + '/lines.*.txt', linedelimiter='b')"), ("t", "db.read_text(F + '/packed.*.gz')"),
    ("j", "db.read_text(F + '/records.*.json').map(json.loads)"), ("j", "db.read_text(F + '/records.*.json', blocksize=%d).map(json.loads)"),
    ("j", "db.read_text(F + '/records.*.json').map(lambda line: json.loads(line))"), ("j", "db.read_text(F + '/records.*.json').str.strip().map(json.loads)"),
    ("a", "db.read_text(F + '/bad.json').map(json.loads).pluck('n')"),
]


def files(folder, rng):
    """Lines of words and records of JSON in files, for the programs to read."""
    words = ["a", "b", "ab", "ba", "cab", "Abc", "\u00e4b", "x\u00a0y", "", "1", "22"]
    for at in range(4):
        lines = "".join(" ".join(rng.choices(words, k=rng.randint(0, 5))) + rng.choice(["\n", " \n", "\n\n"]) for _ in range(rng.randint(1, 30)))
        with open(os.path.join(folder, f"lines.{at}.txt"), "w", encoding="utf-8") as file:
            file.write(lines if at else lines.rstrip("\n"))
        with gzip.open(os.path.join(folder, f"packed.{at}.gz"), "wt", encoding="utf-8") as file:
            file.write(lines)
        with open(os.path.join(folder, f"records.{at}.json"), "w", encoding="utf-8") as file:
            for n in range(rng.randint(1, 20)):
                record = {"name": " ".join(rng.choices(words, k=2)), "n": rng.randint(-5, 50), "k": rng.choice("abc"), "at": {"x": rng.randint(0, 5)},
                          "tags": rng.choices("xyz", k=rng.randint(0, 3))}
                if rng.random() < 0.3:
                    record["maybe"] = rng.choice([None, True, 1.5, "t", 10 ** 20, -1e300])
                file.write(json.dumps(record, ensure_ascii=rng.random() < 0.5, separators=rng.choice([None, (",", ":")])) + "\n")
    with open(os.path.join(folder, "bad.json"), "w", encoding="utf-8") as file:
        file.write('{"n": 1}\n{"n": 2, "n": 3}\n{"n": 01}\n')


def program(rng):
    """The text of a random program: one expression."""
    count = rng.choice([1, 3, 10, 40, 700])
    if rng.random() < 0.5:
        kind, text = rng.choice(FILES)
        text = text.replace("%d", str(rng.choice([30, 100, 1000])))
    else:
        kind, text = "n", rng.choice(SOURCES) % (count, rng.randint(1, min(count, 9)))
    for _ in range(rng.randint(1, 5)):
        if kind == "a":
            break
        kind, step = rng.choice(STEPS[kind])
        function, _, more = step.partition(":")
        if step.startswith("."):
            text += step
        else:
            text = f"{function}({text}, {more})" if more else f"{function}({text})"
        if rng.random() < 0.15:
            text += rng.choice(ANY)
    if kind in "na" and rng.random() < 0.4:
        text += rng.choice(ENDS)
    elif kind in "nt" and rng.random() < 0.15:
        text += ".groupby(lambda x: str(x)[-1:])"
        text += ".map(lambda p: (p[0], sorted(p[1], key=str))).map_partitions(lambda part: sorted(part, key=str))"
    return text


def run(command, path, every):
    env = dict(os.environ, DASK_SCHEDULER="sync", BAGS_FOLDER=os.path.dirname(path), BAGS_ALL=every)
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
        files(folder, rng)
        path = os.path.join(folder, "programs.py")
        with open(path, "w") as file:
            file.write(HEAD)
            for number, text in enumerate(programs):
                file.write(f"def p{number}():\n    return {text}\ntry:\n    show({number}, p{number})\nexcept Exception as e:\n    print(e)\n")
        want, _ = run([sys.executable], path, "")
        got, said = run([args.rdask], path, "1")
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
