"""Every function and method of stdlib/*.rd, called with odd arguments: whatever comes back, it is a value or an exception.

    python tests/differential/nasty.py --rdask PATH [--count 2000] [--seed 1] [--only numpy.linalg] [--show NUMBER]

Nothing is compared: found are a panic, an abort, a call that does not end and memory beyond a limit of 6 GB. Half of the
calls are of values that the checker knows, half of values that it does not; lazy results of small size are computed.
A call that brings the program down is printed with what was said, the calls after it run in the next process. Ends with
1 if there are any.
"""

import argparse
import ast
import os
import random
import re
import subprocess
import sys
import tempfile

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "stdlib")
BATCH = 120  # calls of one script

HEAD = """import dask
import dask.array as da
import dask.bag as db
import json
import numpy as np
from dask import delayed

class Odd:
    def __index__(self): return 2 ** 70
    def __len__(self): return -1
    def __iter__(self): return iter([self, 1])
    def __eq__(self, other): raise KeyError("odd")
    def __hash__(self): raise OSError("odd")
    def __lt__(self, other): return self
    def __repr__(self): return 5
    def __array__(self, *a, **k): return self
    def __call__(self, *a, **k): return self

def loop():
    x = []
    x.append(x)
    return x

def bad(*a, **k):
    raise LookupError("bad")

def same(*a, **k):
    return a[0]

def numbers():
    yield 1
    yield 2

HIDDEN = json.loads("{}")

def hide(x):
    HIDDEN["x"] = x
    return HIDDEN["x"]

def tell(number, e):
    said = str(e)
    if type(e).__name__ == "SystemError" or "has a bug" in said:
        print("BUG", number, said, flush=True)

def look(number, r):
    if isinstance(r, da.Array):
        if r.npartitions < 100 and (r.size != r.size or r.size < 100000):
            r = r.compute(scheduler="sync")
    elif isinstance(r, db.Bag):
        r = r.compute(scheduler="sync")
    elif isinstance(r, (list, tuple, str, bytes)) and len(r) > 10000:
        return
    repr(r)

"""

INTS = ["0", "1", "-1", "2", "3", "-2", "5", "7", "33", "64", "100", "2 ** 31", "-2 ** 31", "2 ** 40", "-2 ** 40", "2 ** 62",
        "-2 ** 62", "2 ** 63 - 1", "-2 ** 63", "2 ** 63", "2 ** 64", "10 ** 30", "-10 ** 30"]
FLOATS = ["0.0", "-0.0", "0.5", "-1.5", "2.0", "1e18", "1e308", "-1e308", "5e-324", "float('nan')", "float('inf')", "-float('inf')"]
TEXTS = ["''", "'a'", "'\\0'", "'é'", "'i8'", "'f4'", "'M8[s]'", "'m8[D]'", "'U3'", "'S0'", "'V'", "'O'", "'c16'", "'a,b'", "'ij,jk->ik'",
         "'i->j'", "'...'", "'(i),(j)->()'", "'%s'", "'{'", "'{:99}'", "'auto'", "'nan'", "'('", "'sum'", "'wrap'", "'2000-01'", "'x' * 3000",
         "'\\n'", "'F'", "'reflect'", "'1e400'", "'🦀ß'"]
SHAPES = ["()", "(0,)", "(-1,)", "(2, 3)", "(3, 0, 2)", "(2 ** 40, 2 ** 40)", "(2 ** 62,)", "(2 ** 32, 2 ** 32, 0)", "(1,) * 33", "(1,) * 65",
          "(-1, -1)", "((2, 1), (3,))", "((0, 0),)", "((-1, 2),)", "('auto', 1)", "{0: 1}", "{5: -1}", "{0: 2 ** 62, 1: 'auto'}", "(None, 1)"]
ARRAYS = ["np.array(5)", "np.array([])", "np.zeros((0, 3))", "np.arange(6).reshape(2, 3)", "np.array([np.nan, np.inf, -0.0, 1.0])",
          "np.array(['a', 'bc'])", "np.array([b'x', b''])", "np.array(['NaT', '2020-01-01'], 'M8[D]')", "np.array([2 ** 62, -2 ** 62], 'm8[s]')",
          "np.array([2 ** 63 - 1, -2 ** 63])", "np.array([2 ** 64 - 1], 'u8')", "np.array([True, False, True])", "np.array([1 + 2j, np.nan])",
          "np.arange(12.0).reshape(3, 2, 2)", "np.full((3, 3), np.nan)", "np.eye(3)", "np.arange(-4, 4, dtype='i1')", "np.ones((3, 3), 'f4')[::-1, ::2]",
          "np.ma.masked_equal(np.arange(4), 2)", "np.arange(70.0)", "np.zeros((1, 0))", "np.ones((2, 1, 1, 1, 3), 'c8')"]
LAZY = ["da.ones((4, 6), chunks=(2, 3))", "da.arange(10, chunks=3)", "da.zeros((0,), chunks=1)", "da.ones(())", "da.zeros((0, 3), chunks=(1, 2))",
        "(lambda x: x[x > 4])(da.arange(10, chunks=3))", "da.from_array(np.array([np.nan, 1, np.inf, -1]), chunks=2)", "da.from_array(np.array(['a', 'bc']), chunks=1)", "da.ones((5, 5), chunks=((0, 5), (2, 0, 3)))",
        "da.from_array(np.array(['NaT', '2020-01-01'], 'M8[D]'), chunks=1)", "da.from_array(np.arange(-4, 4, dtype='i1'), chunks=3)",
        "da.ones((6, 3), chunks=(2, 3)) + 1j", "da.eye(4, chunks=2)", "da.ma.masked_equal(da.arange(4, chunks=2), 2)"]
# To iterate over these takes for ever in Dask too, so only functions of arrays get them.
LARGE = ["da.ones(2 ** 40, chunks=2 ** 38)", "da.ones((2 ** 31, 2 ** 31), chunks=2 ** 30)", "da.ones((2 ** 16,) * 4, chunks=1)"]
OTHER = ["None", "None", "True", "False", "[]", "{}", "set()", "[[]]", "[1, 2, 3]", "[[1, 2], [3]]", "[None]", "[0, 0]", "[2 ** 70]", "['a', 1]", "{'a': 1}",
         "slice(None)", "slice(0, 2 ** 63)", "slice(None, None, -2 ** 62)", "slice(1, 2, 0)", "...", "same", "bad", "lambda x: x", "lambda *a, **k: 1",
         "np.float32", "int", "np.dtype('f8')", "Odd()", "Odd", "loop()", "iter([1, 2])", "numbers()", "1j", "complex('nan+infj')", "b''", "b'\\xff\\x00'",
         "bytearray(b'abc')", "np.uint8(255)", "np.int8(-128)", "np.float32('nan')", "np.datetime64('NaT')", "np.timedelta64(2 ** 62, 's')",
         "np.int64(-2 ** 63)", "np.str_('a')", "np.sum", "delayed(1)", "db.from_sequence([1, 2, 3], npartitions=2)", "range(5)", "range(10 ** 30, 0, -10 ** 29)", "np", "NotImplemented",
         "ValueError('x')", "(1, (2, (3,)))", "((1, 2), (3, 4))", "(0, 0)", "(2 ** 63, 1)", "np.bool_(True)"]

# What would end or halt the script, hand it to a person or wait for one, or count for ever in Python too.
LEFT_OUT = re.compile(
    r"^(sys\.(exit|setrecursionlimit)|os\.(_exit|kill|abort|chdir|fork|system|remove|unlink|rmdir|removedirs|rename|replace|makedirs|mkdir|putenv|chmod|truncate|cpu_count).*|"
    r"builtins\.(input|exit|quit|breakpoint|open|help|print)|time\.sleep|shutil\..*|tempfile\..*|pathlib\..*|itertools\.(count|cycle|repeat|product|permutations|combinations.*)|"
    r"math\.(factorial|comb|perm)|typing\..*|logging\..*|warnings\..*|argparse\..*|dask\.config\..*|.*\.visualize|.*set_printoptions|.*seterr|h5py\..*|"
    r"numpy\.poly1d.*|.*\.(input|wait|acquire)|logging.*|gc\..*|contextlib\..*|enum\..*|abc\..*|builtins\.(sum|list|tuple|set|all|any|max|min|sorted|frozenset|dict)\.never)$")

# A value to call a class's methods on.
SELVES = {"numpy.ndarray": ARRAYS, "dask.array.Array": LAZY, "builtins.str": TEXTS, "builtins.int": INTS, "builtins.float": FLOATS,
          "builtins.list": ["[]", "[1, 2, 3]", "loop()", "['a', 1]"], "builtins.tuple": ["()", "(1, 2)"], "builtins.bytes": ["b''", "b'\\xff a'"],
          "builtins.bytearray": ["bytearray(b'abc')"], "builtins.dict": ["{}", "{'a': 1, 2: []}"], "builtins.set": ["set()", "{1, 2}"],
          "builtins.frozenset": ["frozenset([1])"], "builtins.complex": ["1j", "complex('nan')"], "builtins.range": ["range(5)", "range(10 ** 30)"],
          "builtins.slice": ["slice(None, None, -1)"], "dask.bag.core.Bag": ["db.from_sequence([1, 2, 3], npartitions=2)", "db.range(0, npartitions=1)", "db.from_sequence(['a', 'b'])"],
          "dask.bag.Bag": ["db.from_sequence([1, 2, 3], npartitions=2)"], "numpy.random.Generator": ["np.random.default_rng(1)"],
          "numpy.random.RandomState": ["np.random.RandomState(1)"], "dask.array.random.Generator": ["da.random.default_rng(1)"],
          "dask.array.random.RandomState": ["da.random.RandomState(1)"], "numpy.dtype": ["np.dtype('f8')", "np.dtype('M8[s]')"],
          "numpy.generic": ["np.float64(1.5)", "np.int8(-128)", "np.datetime64('NaT')"], "dask.delayed.Delayed": ["delayed([1, 2])"], "numpy.ufunc": ["np.add", "np.sin", "np.arctan2"],
          "numpy.ma.MaskedArray": ["np.ma.masked_equal(np.arange(6).reshape(2, 3), 2)"], "numpy.datetime64": ["np.datetime64('2020')"]}


def functions():
    """Module, expression of the callable or None with a class, parameters: of every declaration."""
    for file in sorted(os.listdir(FOLDER)):
        module = file[:-3]
        with open(os.path.join(FOLDER, file)) as text:
            tree = ast.parse(text.read())
        for item in tree.body:
            if isinstance(item, ast.FunctionDef) and not item.name.startswith("_"):
                yield module, item.name, None, item.args
            elif isinstance(item, ast.ClassDef) and not item.name.startswith("_"):
                for inner in item.body:
                    if isinstance(inner, ast.FunctionDef) and (not inner.name.startswith("_") or inner.name == "__init__" or inner.name in DUNDERS):
                        yield module, inner.name, item.name, inner.args


DUNDERS = {"__getitem__", "__setitem__", "__add__", "__mul__", "__floordiv__", "__mod__", "__pow__", "__lshift__", "__contains__", "__matmul__",
           "__format__", "__array__", "__eq__", "__lt__", "__rsub__", "__call__", "__delitem__", "__reversed__", "__round__", "__divmod__"}


def drawn(rng, name, note, module=""):
    """An argument: what its name and annotation ask for more often than anything else."""
    if module == "dask.array" and name in ("a", "x", "y", "arr", "array", "m") and rng.random() < 0.1:
        return rng.choice(LARGE)
    if rng.random() < 0.65:
        if name in ("axis", "axes", "k", "n", "N", "depth", "repeats", "bins", "num", "count", "ddof", "offset", "split_every", "deg", "decimals", "M", "nperseg", "npartitions"):
            return rng.choice(INTS + ["None", "(0, 1)", "(0, 0)", "{0: 1}"])
        if name in ("shape", "size", "chunks", "reps", "newshape", "pad_width", "window_shape", "s", "shift"):
            return rng.choice(SHAPES + INTS)
        if name in ("dtype", "subscripts", "mode", "order", "signature", "method", "casting"):
            return rng.choice(TEXTS + ["np.float32", "int", "'same'", "'C'", "'full'", "'edge'", "'linear'"])
        if name in ("func", "function", "key", "f", "pyfunc", "chunk", "aggregate", "predicate", "binop"):
            return rng.choice(["same", "bad", "lambda x: x", "lambda *a, **k: 1", "np.sum", "Odd()", "len", "None"])
        if name in ("a", "x", "y", "b", "arr", "array", "m", "v", "x1", "x2", "ary", "A", "arrays", "seq", "p", "weights", "condition", "other"):
            return rng.choice(ARRAYS + LAZY)
        if "int" in note:
            return rng.choice(INTS)
        if "str" in note:
            return rng.choice(TEXTS)
        if "float" in note:
            return rng.choice(FLOATS)
    return rng.choice(rng.choice([INTS, FLOATS, TEXTS, SHAPES, ARRAYS, LAZY, OTHER, OTHER]))


def call(rng, found):
    """The text of a call, and what it imports."""
    module, name, owner, spec = found
    named = [(arg.arg, ast.unparse(arg.annotation) if arg.annotation else "") for arg in spec.posonlyargs + spec.args]
    bare = "" if module == "builtins" else "M."
    if owner is None:
        callee = f"{bare}{name}"
    elif name == "__init__":
        callee, named = f"{bare}{owner}", named[1:]
    else:
        selves = SELVES.get(f"{module}.{owner}")
        target = rng.choice(selves) if selves else f"{bare}{owner}({', '.join(drawn(rng, '', '') for _ in range(rng.randint(0, 2)))})"
        callee, named = f"({target}).{name}", named[1:] if named and named[0][0] in ("self", "cls") else named
    most = min(len(named), 5)
    few = sum(1 for _ in range(max(0, len(named) - len(spec.defaults))))
    args = [drawn(rng, *arg, module) for arg in named[: rng.randint(min(few, most), most) if rng.random() < 0.9 else rng.randint(0, most)]]
    if spec.vararg:
        args += [drawn(rng, "a", "") for _ in range(rng.randint(0, 3))]
    if rng.random() < 0.5:
        args = [f"hide({arg})" for arg in args]
    for arg in spec.kwonlyargs + [ast.arg(arg[0]) for arg in named[len(args) :]]:
        if rng.random() < 0.15 and not spec.vararg:
            args.append(f"{arg.arg}={drawn(rng, arg.arg, '')}")
    return f"{callee}({', '.join(args)})"


def program(calls):
    lines = [HEAD]
    for number, module, text in calls:
        lines.append(f"print({number}, flush=True)\ntry:\n")
        if module != "builtins":
            lines.append(f"    import {module} as M\n")
        lines.append(f"    look({number}, {text})\nexcept Exception as e:\n    tell({number}, e)\n")
    return "".join(lines)


def run(rdask, calls, folder, seconds):
    """What was found in these calls, and those that are left to be run."""
    script = os.path.join(folder, "nasty_script.py")
    with open(script, "w") as file:
        file.write(program(calls))
    command = f"ulimit -v 6000000; exec timeout -s KILL {seconds} \"$0\" \"$1\""
    done = subprocess.run(["bash", "-c", command, rdask, script], capture_output=True, stdin=subprocess.DEVNULL, cwd=folder)
    out, err = (text.decode(errors="replace") for text in (done.stdout, done.stderr))
    found = re.findall(r"^BUG (\d+) (.*)$", out, re.M)
    started = [int(number) for number in re.findall(r"^(\d+)$", out, re.M)]
    if done.returncode == 0:
        return found, []
    if not started:
        return found + [(calls[0][0], f"the script ends with {done.returncode} before its first call: {err[:2000]}")], calls[1:] if len(calls) == 1 else []
    at = started[-1]
    told = [line for line in err.splitlines() if re.search(r"panicked|overflow|allocation of|/src/\S+\.rs:\d+|Error: ", line)]
    why = " | ".join(line.strip() for line in told[:6]) if done.returncode != -9 else f"does not end in {seconds} s"
    rest = [one for one in calls if one[0] > at]
    return found + [(at, f"ends with {done.returncode}: {why}")], rest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rdask", required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="modules that begin so")
    parser.add_argument("--seconds", type=int, default=60, help="for the calls of one script, 120")
    parser.add_argument("--show", type=int)
    args = parser.parse_args()
    known = [one for one in functions() if one[0].startswith(args.only) and not LEFT_OUT.match(f"{one[0]}.{one[1]}" if one[2] is None else f"{one[0]}.{one[2]}.{one[1]}")]
    rng = random.Random(args.seed)
    # Each function in turn, in a random order, so that even few calls reach many.
    order = []
    calls = []
    for number in range(args.count):
        if not order:
            order = rng.sample(known, len(known))
        found = order.pop()
        calls.append((number, found[0], call(rng, found)))
    if args.show is not None:
        print(program([calls[args.show]]))
        return
    wrong = 0
    texts = {number: (module, text) for number, module, text in calls}
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(calls), BATCH):
            rest = calls[start : start + BATCH]
            while rest:
                found, rest = run(os.path.abspath(args.rdask), rest, folder, args.seconds)
                for number, why in found:
                    wrong += 1
                    module, text = texts[int(number)]
                    print(f"call {number} (--seed {args.seed} --show {number}): {module}: {text[:300]}\n  {why}", flush=True)
    print(f"{args.count} calls of {len(known)} functions, {wrong} bring it down")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
