"""How many of the examples in Dask's own docstrings does rdask print the same?

    python tests/docstrings.py --rdask target/release/rdask             a count for each module
        --list               also show the examples that disagree
        --only WORD          only docstrings whose name contains the word
        --record FILE.json   write the counts
        --check FILE.json    fail if a count is lower than the one recorded there

Run it with a Python that has dask. The `>>>` examples are read from the installed package, nothing of them is kept
here. An example counts if it has printed output and real Dask reproduces that output on this machine; the statements of
its docstring are then run under rdask, with the names of its module in scope, and the output is compared under the
example's own doctest flags, with hashes and addresses masked.
"""

import argparse
import ast
import builtins
import concurrent.futures
import contextlib
import doctest
import importlib
import inspect
import io
import json
import os
import pkgutil
import re
import signal
import socket
import subprocess
import sys
import tempfile
import types
import warnings

PACKAGES = {
    "array": ["dask.array"],
    "bag": ["dask.bag"],
    "dataframe": ["dask.dataframe"],
    "delayed": ["dask.delayed"],
    "base": ["dask.base", "dask.core", "dask.config", "dask.utils", "dask.local", "dask.threaded", "dask.graph_manipulation"],
}
PREFIX = {
    "np": "import numpy as np", "pd": "import pandas as pd", "da": "import dask.array as da", "db": "import dask.bag as db",
    "dd": "import dask.dataframe as dd", "dask": "import dask", "delayed": "from dask import delayed",
    "Delayed": "from dask.delayed import Delayed", "compute": "from dask import compute", "persist": "from dask import persist",
    "visualize": "from dask import visualize", "optimize": "from dask import optimize",
}
MARK = "@@example %d@@"
LIMIT_SECONDS = 20
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
MASKS = [
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "<hash>"),
    (re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"), "<hash>"),
    (re.compile(r"0x[0-9a-f]{6,16}"), "<address>"),
]


class TooLong(Exception):
    pass


# ---------------------------------------------------------------- finding


def modules(package):
    """The package and what is in it, but for tests and what cannot be imported here."""
    importlib.import_module(package)
    root = sys.modules[package]
    yield root
    for info in pkgutil.walk_packages(getattr(root, "__path__", []), package + "."):
        parts = info.name.split(".")
        if "tests" in parts or any(p.startswith("_") for p in parts):
            continue
        try:
            yield importlib.import_module(info.name)
        except Exception:
            continue


def members(module, package):
    """The public functions, classes and methods that a module has from its own package: (name, object)."""
    yield module.__name__, module
    for name, thing in sorted(vars(module).items()):
        if name.startswith("_") or not f"{getattr(thing, '__module__', '')}.".startswith(package + "."):
            continue
        if inspect.isclass(thing):
            yield f"{module.__name__}.{name}", thing
            for part, member in inspect.getmembers(thing):
                member = getattr(member, "fget", None) or getattr(member, "__func__", member)
                if not part.startswith("_") and getattr(member, "__doc__", None) and callable(member):
                    yield f"{module.__name__}.{name}.{part}", member
        elif callable(thing):
            yield f"{module.__name__}.{name}", thing


def docstrings(packages, only):
    """Each docstring with examples, once: (name, module, examples)."""
    parser = doctest.DocTestParser()
    seen = set()
    for package in packages:
        for module in modules(package):
            for name, thing in members(module, package):
                doc = inspect.getdoc(thing) if not isinstance(thing, types.ModuleType) else thing.__doc__
                if not doc or ">>>" not in doc or doc in seen or only not in name:
                    continue
                seen.add(doc)
                try:
                    examples = parser.get_examples(doc)
                except ValueError:
                    continue
                yield name, sys.modules.get(getattr(thing, "__module__", None), module), examples


# ---------------------------------------------------------------- what real Dask prints


def refuse(*_args, **_kwargs):
    raise OSError("no network here")


@contextlib.contextmanager
def limited(seconds):
    def ring(_signal, _frame):
        raise TooLong()
    old = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, old)


def same(want, got, example):
    flags = FLAGS
    for flag, on in example.options.items():
        flags = flags | flag if on else flags & ~flag
    return doctest.OutputChecker().check_output(masked(want), masked(got), flags)


def masked(text):
    for pattern, word in MASKS:
        text = pattern.sub(word, text)
    return text


def run_here(example, scope):
    """What the example prints in this Python; None if it raises."""
    out = io.StringIO()
    try:
        code = compile(example.source, "<example>", "single")
        with limited(LIMIT_SECONDS), contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            exec(code, scope)
    except (Exception, SystemExit):
        return None
    return out.getvalue()


def reproduced(module, examples):
    """The examples that run here: (example, counts), counts when what it prints is what the docstring says."""
    scope = dict(vars(module), __name__="__main__")
    for name in PREFIX:
        if name not in scope:
            with contextlib.suppress(Exception):
                exec(PREFIX[name], scope)
    good = []
    for example in examples:
        if example.exc_msg or example.options.get(doctest.SKIP):
            continue
        got = run_here(example, scope)
        if got is not None:
            good.append((example, bool(example.want) and same(example.want, got, example)))
    return good


# ---------------------------------------------------------------- what rdask prints


def imports(module, trees):
    """The import lines for names that the statements use and do not bind."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    used = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    lines = []
    for name in sorted(used):
        if name in PREFIX:
            lines.append(PREFIX[name])
        elif hasattr(module, name) and not hasattr(builtins, name):
            lines.append(import_line(module, name))
        elif hasattr(builtins, name) and getattr(module, name, None) not in (None, getattr(builtins, name)):
            if binding(nodes, name) is False:
                lines.append(import_line(module, name))
    return [line for line in lines if line]


def binding(nodes, name):
    return any(isinstance(n, ast.alias) and (n.asname or n.name) == name for n in nodes)


def import_line(module, name):
    thing = getattr(module, name)
    if isinstance(thing, types.ModuleType):
        return f"import {thing.__name__} as {name}"
    for public in ("dask.array", "dask.bag", "dask.dataframe", "dask"):
        if public.startswith(module.__name__.rpartition(".")[0][:10]) or public == "dask":
            if getattr(sys.modules.get(public), name, None) is thing:
                return f"from {public} import {name}"
    return f"from {module.__name__} import {name}"


def echoing(source):
    """The statements, a last bare expression printing its value, and keeping it as `_`, as the prompt would."""
    tree = ast.parse(source)
    if not tree.body or not isinstance(tree.body[-1], ast.Expr):
        return source
    last = tree.body[-1]
    lines = source.splitlines()
    before = [ast.get_source_segment(source, node) for node in tree.body[:-1]]
    expression = ast.get_source_segment(source, last) or "\n".join(lines)
    return "\n".join([*before, f"__echo = ({expression}\n)", "if __echo is not None: print(repr(__echo))", "_ = __echo"])


def script(module, examples):
    trees = [ast.parse(e.source) for e in examples]
    parts = imports(module, trees)
    for number, example in enumerate(examples):
        parts += [f"print({MARK % number!r})", echoing(example.source)]
    return "\n".join(parts) + "\n"


def outputs(text):
    """The printed text of each example, by its number."""
    pieces = re.split(r"@@example (\d+)@@\n", text)
    return {int(number): body for number, body in zip(pieces[1::2], pieces[2::2])}


def run_rdask(rdask, text):
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run([rdask, "-"], input=text, capture_output=True, text=True, cwd=folder, timeout=LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            return {}, "took too long"
    return outputs(done.stdout), done.stderr if done.returncode else ""


def agreeing(rdask, module, good):
    """(example, agrees, what rdask said) for each example that counts."""
    every = [example for example, _ in good]
    printed, error = run_rdask(rdask, script(module, every))
    answers = []
    for number, (example, counts) in enumerate(good):
        if not counts:
            continue
        got, said = printed.get(number, ""), error
        agrees = same(example.want, got, example) and bool(got)
        if not agrees and error:
            # A script refused as a whole: give this example alone, with the statements before it.
            needed = [e for e, shown in good[:number] if not shown] + [example]
            alone, said = run_rdask(rdask, script(module, needed))
            got = alone.get(len(needed) - 1, "")
            agrees = bool(got) and same(example.want, got, example)
        answers.append((example, agrees, got, said))
    return answers


# ---------------------------------------------------------------- the command


def show(name, example, got, said):
    print(f"--- {name}")
    print("    " + example.source.strip().replace("\n", "\n    "))
    print("  want " + example.want.strip().replace("\n", "\n       "))
    reason = got.strip() or (said.strip().splitlines() or ["nothing"])[0]
    print("  got  " + reason.replace("\n", "\n       ")[:600])


def count_package(arguments, packages, pool):
    """How many examples count, and how many of them rdask prints the same."""
    found = []
    for name, module, examples in docstrings(packages, arguments.only):
        good = reproduced(module, examples)
        if any(counts for _, counts in good):
            found.append((name, module, good))
    total = sum(counts for _, _, good in found for _, counts in good)
    if not arguments.rdask:
        return total, 0
    jobs = [(name, pool.submit(agreeing, arguments.rdask, module, good)) for name, module, good in found]
    agreed = 0
    for name, job in jobs:
        for example, agrees, got, said in job.result():
            agreed += agrees
            if arguments.list and not agrees:
                show(name, example, got, said)
    return total, agreed


def parsed():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rdask", help="path of the rdask binary; without it the examples are only counted")
    parser.add_argument("--list", action="store_true", help="show what disagrees")
    parser.add_argument("--only", default="", help="only docstrings whose name contains this")
    parser.add_argument("--module", choices=[*PACKAGES], action="append", help="only this module (may be repeated)")
    parser.add_argument("--record", help="write the counts to this file")
    parser.add_argument("--check", help="fail if a count is lower than in this file")
    arguments = parser.parse_args()
    if arguments.rdask:
        arguments.rdask = os.path.abspath(arguments.rdask)
    for path in ("record", "check"):
        if getattr(arguments, path):
            setattr(arguments, path, os.path.abspath(getattr(arguments, path)))
    return arguments


def main():
    arguments = parsed()
    warnings.simplefilter("ignore")
    socket.socket.connect = refuse
    importlib.import_module("dask").config.set(scheduler="sync")
    counts = {}
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        os.chdir(folder)
        for name, packages in PACKAGES.items():
            if arguments.module and name not in arguments.module:
                continue
            total, agreed = count_package(arguments, packages, pool)
            counts[name] = agreed
            print(f"{name:<10} {agreed:>4} of {total:>4}", flush=True)
        os.chdir("/")
    print(f"{'in all':<10} {sum(counts.values()):>4}")
    if arguments.record:
        with open(arguments.record, "w") as f:
            json.dump(counts, f, indent=2)
            f.write("\n")
    if arguments.check:
        with open(arguments.check) as f:
            before = json.load(f)
        fallen = {n: (before[n], counts[n]) for n in before if n in counts and counts[n] < before[n]}
        for name, (old, new) in fallen.items():
            print(f"{name} fell from {old} to {new}")
        return 1 if fallen else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
