"""Random array programs in NumPy and in rdask: shape, dtype and values must agree, under every scheduler, optimised or not.

    python tests/differential/run.py --rdask PATH [--count 1000] [--seed 1] [--groups core,shape,...]

Prints the programs that differ, as scripts that show the difference, and ends with 1 if there are any. Values whose
operations add in an order that is not fixed, or that are transcendental, are compared to 1e-9 (with a step of float32: 1e-3) relative;
all others must be equal to the last bit (all NaNs count as equal).
"""

import argparse
import ast
import os
import subprocess
import sys
import tempfile
import warnings

import numpy as np

from near import near
from programs import GROUPS, program

warnings.simplefilter("ignore")
HEAD = """import numpy as np
import dask.array as da

def put(x, at, value):
    x = x.copy()
    x[at] = value
    return x

def show(number, build):
    try:
        x = build()
        a = np.asarray(x.compute(scheduler="sync"))
        b = np.asarray(x.compute(scheduler="threads"))
        c = np.asarray(x.compute(scheduler="sync", optimize_graph=False))
        lazy = (x.dtype, x.shape)
        dtype = a.dtype
        if dtype.kind in "mM":
            a, b, c = a.astype("int64"), b.astype("int64"), c.astype("int64")
        same = repr(a.tolist()) == repr(b.tolist()) and repr(a.tolist()) == repr(c.tolist())
        meta = lazy == (dtype, a.shape)
        print(number, "|", dtype, "|", a.shape, "|", a.ravel().tolist(), "|", same, "|", meta)
    except Exception as e:
        print(number, "| failed |", type(e).__name__, str(e).split("\\n")[0])

"""


def text(number, p):
    lines = [f"    {name} = {da}" for name, da, _ in p.lines]
    return f"def p{number}():\n" + "\n".join(lines) + f"\n    return {p.lines[-1][0]}\nshow({number}, p{number})\n"


def judge(p, line):
    """What is wrong with rdask's answer; None if nothing is."""
    want, loose, narrow = p.vars[-1].value, p.vars[-1].loose, p.vars[-1].narrow
    parts = [part.strip() for part in line.split("|")]
    if parts[1] == "failed":
        return parts[2]
    if len(parts) != 6:
        return "no answer"
    if parts[1] != str(want.dtype):
        return f"dtype {parts[1]} for {want.dtype}"
    if parts[2] != str(want.shape):
        return f"shape {parts[2]} for {want.shape}"
    if parts[4] != "True":
        return "schedulers or plans differ"
    if parts[5] != "True":
        return "what is known before differs from the result"
    values = eval(parts[3], {"nan": float("nan"), "inf": float("inf"), "nanj": complex(0, float("nan")), "infj": complex(0, float("inf"))})
    if want.dtype.kind in "mM":
        want = want.astype("int64")
    if not near(np.array(values, dtype=want.dtype), want.ravel(), loose, narrow):
        return f"values {parts[3][:120]} for {want.ravel().tolist()!r:.120}"
    return None


def batch(rdask, numbers, groups):
    programs = {n: program(n, groups) for n in numbers}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "batch.py")
        with open(path, "w") as f:
            f.write(HEAD + "".join(text(n, p) for n, p in programs.items()))
        done = subprocess.run([rdask, path], capture_output=True, text=True, timeout=600)
    answers = {}
    for line in done.stdout.splitlines():
        number = line.split("|")[0].strip()
        if number.isdigit():
            answers[int(number)] = line
    if not answers and len(numbers) == 1:
        return {numbers[0]: (programs[numbers[0]], next((l for l in done.stderr.splitlines() if "rror" in l), "no output"))}
    if not answers:  # refused before it ran, or a crash: find which program
        half = len(numbers) // 2
        return {**batch(rdask, numbers[:half], groups), **batch(rdask, numbers[half:], groups)}
    wrong = {}
    for n, p in programs.items():
        fault = judge(p, answers[n]) if n in answers else "no output"
        if fault:
            wrong[n] = (p, fault)
    return wrong


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--rdask", required=True)
    args.add_argument("--count", type=int, default=1000)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--batch", type=int, default=200)
    args.add_argument("--groups", default=",".join(GROUPS))
    args.add_argument("--show", type=int, default=10)
    args = args.parse_args()
    groups = args.groups.split(",")
    first = args.seed * 1_000_000
    wrong = {}
    for start in range(first, first + args.count, args.batch):
        numbers = list(range(start, min(start + args.batch, first + args.count)))
        wrong.update(batch(args.rdask, numbers, groups))
    kinds = {}
    for n, (p, fault) in sorted(wrong.items()):
        key = fault.split(" for ")[0][:60] if not fault.startswith("values") else "values " + p.ops[-1]
        kinds.setdefault(key, []).append(n)
    for key, numbers in sorted(kinds.items(), key=lambda kv: -len(kv[1])):
        print(f"{len(numbers):6}  {key}   first: {numbers[0]}")
    for n in [numbers[0] for numbers in kinds.values()][: args.show]:
        p, fault = wrong[n]
        print(f"\n# program {n}: {fault}\nimport numpy as np\nimport dask.array as da\n{text(n, p)}")
    print(f"{args.count - len(wrong)} of {args.count} programs agree")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
