"""Measure rdask beside its peers, in the same run, and print a table.

    python benches/run.py --rdask target/release/rdask [--schedule PATH] [--rounds 5] [--only WORD] [--write]

Run it with a Python 3.11 that has dask, numexpr and numba. Each program of `programs/` prints its result and its own seconds;
rdask and the peers take turns, and the medians are compared. The benchmark of the scheduler alone is a program of its own,
`schedule.rs`, built by cargo unless `--schedule` names it, and so is the count of words by hand, `peers/words.rs` (`--words`).
`--write` puts the table into `benches/README.md`.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = HERE / "programs"
BEGIN, END = "<!-- the table: begin -->", "<!-- the table: end -->"
LIMIT_SECONDS = 600
SCHEDULING = "scheduling alone: a tree of 1,048,575 tasks, two threads"
TREE_TASKS = (1 << 20) - 1
ENOUGH_SECONDS = 20  # a runner whose processes have lived this long in all is not run again
SHORT_SECONDS = 3  # runners whose processes have lived less than this in all are run on, past the rounds asked for
MOST_ROUNDS = 15


def outcome(command):
    """The last line's result and seconds, as the program printed them."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_SECONDS)
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise RuntimeError(f"{' '.join(map(str, command))}: {said}")
    result, _, seconds = done.stdout.strip().splitlines()[-1].rpartition(" ")
    return result, float(seconds)


def with_files(command):
    """As `outcome`, of a command whose last argument is the folder of the files for bags; they are written first."""
    if not (command[-1] / "records.0.json").exists():
        subprocess.run([sys.executable, HERE / "peers" / "bag_files.py", command[-1]], check=True)
    return outcome(command)


def with_a_gigabyte(measure):
    """As `measure`, of a command whose last argument is the folder of a gigabyte of text, which is written first."""
    def measured(command):
        if not (command[-1] / "words.0.txt").exists():
            command[-1].mkdir(exist_ok=True)
            subprocess.run([sys.executable, HERE / "peers" / "bag_files.py", command[-1], "1000"], check=True)
        return measure(command)
    return measured


def whole(command):
    """The seconds that a process takes from start to end."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True, timeout=LIMIT_SECONDS)
    return "", time.perf_counter() - start


def alternate(runners, rounds):
    """Median seconds by name, the runners taking turns; a runner that fails is left out, with its reason."""
    taken, results, failed = {name: [] for name in runners}, {}, {}
    lived = dict.fromkeys(runners, 0.0)
    for turn in range(MOST_ROUNDS):
        if turn >= rounds and all(name in failed or lived[name] > SHORT_SECONDS for name in runners):
            break
        for name, (measure, command) in runners.items():
            if name in failed or lived[name] > ENOUGH_SECONDS:
                continue
            start = time.perf_counter()
            try:
                result, seconds = measure(command)
            except (RuntimeError, subprocess.SubprocessError, ValueError) as e:
                failed[name] = str(e)
                continue
            lived[name] += time.perf_counter() - start
            taken[name].append(seconds)
            results.setdefault(name, result)
    if len(set(results.values())) > 1:
        print(f"results differ: {results}", file=sys.stderr)
    for name, reason in failed.items():
        print(f"{name} failed: {reason}", file=sys.stderr)
    return {name: statistics.median(times) for name, times in taken.items() if times}


def built_schedule():
    """The program of `schedule.rs`, built by cargo."""
    command = ["cargo", "bench", "--bench", "schedule", "--no-run", "--message-format", "json"]
    done = subprocess.run(command, cwd=HERE.parent, stdout=subprocess.PIPE, text=True, check=True)
    return [found for line in done.stdout.splitlines() if (found := json.loads(line).get("executable"))][-1]


def built_words():
    """The program of `peers/words.rs`, built by cargo."""
    command = ["cargo", "build", "--release", "--example", "words", "--message-format", "json"]
    done = subprocess.run(command, cwd=HERE.parent, stdout=subprocess.PIPE, text=True, check=True)
    return [found for line in done.stdout.splitlines() if (found := json.loads(line).get("executable"))][-1]


# What `programs/arrays.py` does: name, title, peers, and the target for each peer as a factor of its time; "best": of all.
ARRAYS = [
    ("product", "`a*b+c`, 2e7 doubles", ["dask", "numexpr", "numba"], {"numexpr": 0.5, "numba": 1.15}),
    ("waves", "`sin(a)*exp(-b*b)+sqrt(a)`, 2e7", ["dask", "numexpr", "numba"], {"best": 0.5}),
    ("polynomial", "a polynomial of 13 operations, 2e7", ["dask", "numexpr", "numba"], {"numexpr": 0.4, "numba": 1.15}),
    ("deviation", "`((a-b)**2).mean()`, 2e7", ["dask", "numexpr", "numba"], {"numba": 1.15}),
    ("total", "`a.sum()`, 2e7", ["dask", "numpy"], {"best": 0.7}),
    ("spread", "`a.std()`, 2e7", ["dask", "numpy"], {"best": 0.3}),
    ("uniform", "`random.random(2e7).mean()`", ["dask", "numpy"], {"best": 0.3}),
    ("normal", "`random.normal(2e7).std()`", ["dask"], {"dask": 0.3}),
    ("transposed", "`x + x.T`, 4000 x 4000, chunks 1000", ["dask", "numpy"], {"best": 0.6}),
    ("matrix", "`x @ x`, 2000 x 2000, chunks 500", ["dask", "numpy"], {"numpy": 1.1}),
    ("triangle", "`qr` of 200,000 x 50, chunks 20,000", ["dask", "numpy"], {"best": 0.5}),
    ("singular", "`svd` of 200,000 x 50, chunks 20,000", ["dask", "numpy"], {"best": 0.5}),
    ("chunks", "`(ones(1e4, chunks=1)+1).sum()`", ["dask"], {"dask": 0.01}),
    ("order", "`sort` of 2e7 doubles", ["numpy"], {"numpy": 0.6}),
    ("gram", "`a.dot(a.T).mean(axis=0)`, 10,000 x 10,000, under 600 MB", ["numpy"], {"numpy": 0.8}),
    ("huge", "`random.random(10**10).mean()`, under 100 MB", ["dask, a tenth, times 10"], {"best": 0.3}),
]
# The most resident memory that rdask may take, in bytes.
LEAN = {"gram": 600e6, "huge": 100e6}
GIGABYTE = "bag: 1 GB of text: words, `frequencies`, under 100 MB"


# What `programs/bags.py` does: name, title, how many times faster than Dask (on its processes) it must be.
BAGS = [
    ("numbers", "`range(1_000_000)`, `map`, `filter`, `sum`", 100),
    ("frequencies", "500,000 JSON records: `filter`, `pluck`, `frequencies`", 8),
    ("topk", "500,000 JSON records: words, `frequencies`, `topk`", 8),
    ("foldby", "500,000 JSON records: `foldby`", 8),
    ("words", "100 MB of text: words, `frequencies`", 8),
]

# What `programs/text.py` does: name and title.
TEXT = [
    ("loads", "`json.loads` of 50,000 lines"),
    ("dumps", "`json.loads` and `json.dumps` of 50,000 records"),
    ("words", "`Counter.update(line.split())`, 1.5 million words"),
    ("methods", "strip, upper, lower, replace, in, split, join on 150,000 lines"),
    ("search", "`re` on 150,000 lines, and on all of them at once"),
    ("table", "`csv`: 100,000 rows read, 50,000 written"),
]


def resident(most):
    """Like `outcome`; a process that takes more than `most` bytes fails."""
    def measure(command):
        with tempfile.TemporaryFile() as out:
            process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = status
            out.seek(0)
            said = out.read().decode()
        if status != 0 or usage.ru_maxrss * 1024 > most:
            raise RuntimeError(f"status {status}, {usage.ru_maxrss // 1024} MiB resident")
        result, _, seconds = said.strip().splitlines()[-1].rpartition(" ")
        return result, float(seconds)
    return measure


def tenfold(command):
    result, seconds = outcome(command)
    return result, 10 * seconds


def array_cases(rdask):
    """The rows of arrays, as `cases` gives them; the judge is given all medians."""
    for name, title, peers, targets in ARRAYS:
        script, others = PROGRAMS / "arrays.py", HERE / "peers" / "arrays.py"
        runners = {"rdask": (resident(LEAN[name]) if name in LEAN else outcome, [rdask, script, name])}
        for peer in peers:
            if peer == "dask":
                runners[peer] = (outcome, [sys.executable, script, name])
            elif peer.startswith("dask"):
                runners[peer] = (tenfold, [sys.executable, script, "tenth"])
            else:
                runners[peer] = (outcome, [sys.executable, others, peer, name])
        said = " and ".join(f"{factor} of {'the best' if peer == 'best' else peer}" for peer, factor in targets.items())
        def judge(ours, best, medians, targets=targets):
            return all(ours <= factor * (best if peer == "best" else medians.get(peer, 0)) for peer, factor in targets.items())
        yield title, runners, f"at most {said}", judge


def cases(rdask, long_script, schedule, words):
    """(title, runners, target, judge): judge is given rdask's seconds, the peers' best, and all by name."""
    python = sys.executable
    def program(name, **peers):
        script = PROGRAMS / f"{name}.py"
        return {"rdask": (outcome, [rdask, script]), **{n: (outcome, command) for n, command in peers.items()}}
    yield ("delayed: 30,001 tasks, built and run", program("delayed_loop", dask=[python, PROGRAMS / "delayed_loop.py"]),
           "300 times faster", lambda ours, best, medians: best / ours >= 300)
    yield (SCHEDULING, {"rdask": (outcome, [schedule]), "rayon's join, no graph": (outcome, [schedule, "--rayon"]),
                        "dask (an eighth, times 8)": (outcome, [python, HERE / "peers" / "dask_tree.py"])},
           "0.5 µs a task", lambda ours, best, medians: ours <= 0.5e-6 * TREE_TASKS)
    yield from array_cases(rdask)
    for name in ["collatz", "fib", "nbody", "mandelbrot", "spectral"]:
        # One script for all three; Numba's functions are compiled before its clock starts, ours while it runs.
        peers = {"CPython": [python, PROGRAMS / f"{name}.py"], "numba": [python, HERE / "peers" / "scalar.py", name]}
        yield (f"functions of numbers: {name}", program(name, **peers), "at most 2 of numba, 20 times faster than CPython",
               lambda ours, best, medians: ours <= 2 * medians.get("numba", 0) and 20 * ours <= medians.get("CPython", 0))
    for name in ["count_words", "build_lists"]:
        yield (f"script code: {name}", program(name, CPython=[python, PROGRAMS / f"{name}.py"]),
               "at most 1.3 times CPython", lambda ours, best, medians: ours <= 1.3 * best)
    for name in ["dicts", "strings", "classes", "lists", "sorting"]:
        yield (f"interpreted: {name}", program(name, CPython=[python, PROGRAMS / f"{name}.py"]),
               "at most 0.7 times CPython", lambda ours, best, medians: ours <= 0.7 * best)
    folder = pathlib.Path(long_script).parent
    for name, title, times in BAGS:
        command = [PROGRAMS / "bags.py", name, folder]
        yield (f"bag: {title}", {"rdask": (with_files, [rdask, *command]), "dask": (with_files, [python, *command])},
               f"{times} times faster", lambda ours, best, medians, times=times: best / ours >= times)
    if words:
        large = folder / "gigabyte"
        yield (GIGABYTE, {"rdask": (with_a_gigabyte(resident(100e6)), [rdask, PROGRAMS / "bags.py", "words", large]),
                          "by hand": (with_a_gigabyte(outcome), [words, large])},
               "at most 1.5 of a program by hand", lambda ours, best, medians: ours <= 1.5 * best)
    for name, title in TEXT:
        script = PROGRAMS / "text.py"
        yield (f"text: {title}", {"rdask": (outcome, [rdask, script, name]), "CPython": (outcome, [python, script, name])},
               "at most CPython's", lambda ours, best, medians: ours <= best)
    yield ("start: `-c \"1+1\"`, whole process", {"rdask": (whole, [rdask, "-c", "1+1"]), "CPython": (whole, [python, "-c", "1+1"])},
           "at most CPython's", lambda ours, best, medians: ours <= best)
    compiler = "import py_compile, sys; py_compile.compile(sys.argv[1], cfile=sys.argv[1] + 'c', doraise=True)"
    yield ("check of 5,000 lines, whole process",
           {"rdask": (whole, [rdask, "check", long_script]), "CPython": (whole, [python, "-c", compiler, long_script])},
           "at most twice py_compile + 100 ms", lambda ours, best, medians: ours <= 2 * best + 0.1)


def shown(seconds):
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1e3:.1f} ms"


def row(title, runners, target, judge, rounds):
    medians = alternate(runners, rounds)
    peers = {name: s for name, s in medians.items() if name != "rdask"}
    theirs = ", ".join(f"{name} {shown(s)}" for name, s in peers.items()) or "-"
    ours = medians.get("rdask")
    if ours is None or not peers:
        return f"| {title} | {shown(ours) if ours else '-'} | {theirs} | - | {target} | not measured |"
    best = min(peers.values())
    verdict = "yes" if judge(ours, best, medians) else "no"
    return f"| {title} | {shown(ours)} | {theirs} | {best / ours:.2f} | {target} | {verdict} |"


def bandwidth():
    """A sentence: what the memory gave two threads in this run, and what rows that only move memory can reach at best."""
    done = subprocess.run([sys.executable, HERE / "peers" / "bandwidth.py"], capture_output=True, text=True, timeout=LIMIT_SECONDS)
    if done.returncode != 0:
        return "The memory's bandwidth was not measured in this run: that needs numba."
    read, written = map(float, done.stdout.split())
    least = {"`a*b+c`": 480 / read + 160 / max(read, written), "`((a-b)**2).mean()`": 320 / read, "`a.sum()`": 160 / read}
    rows = ", ".join(f"{name} {ms:.1f} ms" for name, ms in least.items())
    return f"In this run two threads read {read:.1f} GB/s and wrote {written:.1f} GB/s. At that rate the least is: {rows}."


def table(arguments):
    lines = ["| what | rdask | peers | best peer / rdask | target | reached |", "| --- | ---: | --- | ---: | --- | --- |"]
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder) / "long.py"
        subprocess.run([sys.executable, HERE / "peers" / "long_script.py", script], check=True)
        schedule = arguments.schedule or (built_schedule() if arguments.only in SCHEDULING else "")
        words = arguments.words or (built_words() if arguments.only in GIGABYTE else "")
        for title, runners, target, judge in cases(str(pathlib.Path(arguments.rdask).resolve()), script, schedule, words):
            if arguments.only in title:
                lines.append(row(title, runners, target, judge, arguments.rounds))
                print(lines[-1], flush=True)
    if any(title.startswith("| `a*b+c`") for title in lines):
        lines += ["", bandwidth()]
        print(lines[-1], flush=True)
    return lines


def write(lines):
    """Replace the table in README.md, between its two marks."""
    readme = HERE / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    readme.write_text("\n".join([before + BEGIN, *lines, END + after]), "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rdask", required=True, help="path of a release build of rdask")
    parser.add_argument("--schedule", help="path of the built benchmark of the scheduler; without it, cargo builds it")
    parser.add_argument("--words", help="path of the built count of words by hand; without it, cargo builds it")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run; short ones more often")
    parser.add_argument("--only", default="", help="only the rows whose title contains this")
    parser.add_argument("--write", action="store_true", help="write the table into benches/README.md")
    arguments = parser.parse_args()
    lines = table(arguments)
    if arguments.write:
        write(lines)


if __name__ == "__main__":
    main()
