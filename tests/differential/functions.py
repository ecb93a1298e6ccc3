"""Random functions of numbers in CPython and in rdask: values, types and error texts must agree, compiled at the first
call, not at all, and with exits where there need be none.

    python tests/differential/functions.py --rdask PATH [--count 300] [--seed 1] [--show NUMBER]

CPython runs the programs in this process, while they are made; a program that takes long there is left out. Prints the
programs that differ and ends with 1 if there are any.
"""

import argparse
import contextlib
import io
import os
import random
import signal
import subprocess
import sys
import tempfile
import warnings

import dask.array  # noqa: F401  (before the clock runs)
import dask.bag  # noqa: F401
import numpy  # noqa: F401

HEAD = """import math
import numpy as np
import dask.array as da
import dask.bag as db

def told(x):
    if isinstance(x, tuple):
        return "(" + ", ".join([told(item) for item in x]) + ")"
    if isinstance(x, np.ndarray):
        return str(x.dtype) + " " + str(x.tolist())
    if isinstance(x, list):
        return "[" + ", ".join([told(item) for item in x]) + "]"
    return type(x).__name__ + " " + repr(x)

"""
BATCH = 25  # programs of one script
INTS = ["0", "1", "2", "3", "-1", "5", "7", "-4", "10", "64", "1000003", "2 ** 31", "9223372036854775807"]
FLOATS = ["0.5", "-1.5", "2.0", "0.0", "3.25", "1e15", "1e-3", "-0.0"]
SOME = ["3", "-2", "7", "0", "1", "2.5", "-0.75", "True", "12", "4611686018427387904", "1e308"]


class Program:
    """The text of a random program, which prints lines that begin with its number."""

    def __init__(self, seed, number):
        self.rng, self.n = random.Random(seed), number
        self.lines, self.functions, self.loops, self.fresh = [], [], 0, 0
        self.names, self.arrays, self.lists, self.counters = [], [], [], []

    def pick(self, items):
        return self.rng.choice(items)

    def chance(self, p):
        return self.rng.random() < p

    def say(self, depth, text):
        self.lines.append("    " * depth + text)

    def atom(self):
        rng = self.rng.random()
        if rng < 0.55 and self.names:
            return self.pick(self.names)
        if rng < 0.65 and self.counters:
            return self.pick(self.counters)
        if rng < 0.75 and self.arrays:
            return f"{self.pick(self.arrays)}[{self.index()}]"
        if rng < 0.80 and self.lists:
            return f"{self.pick(self.lists)}[{self.index()}]"
        if rng < 0.83:
            return f"K{self.n}"
        return self.pick(INTS) if self.chance(0.7) else self.pick(FLOATS)

    def index(self):
        if self.counters and self.chance(0.6):
            return self.pick(["{}", "{} % 3", "{} - 1", "-{}", "{} // 2"]).format(self.pick(self.counters))
        return self.pick(["0", "1", "-1", "2", "-3", "4", "9"])

    def product(self, x, y):
        """A product that does not grow without end."""
        if self.loops < 1:
            return f"({x} * {y})"
        return self.pick([f"({x} * {self.pick(['2', '3', '-5', '0.5', '7'])})", f"({x} * {y} % 9973)", f"({x} % 1000 * ({y} % 1000))"])

    def expr(self, depth):
        if depth == 0:
            return self.atom()
        x, y = self.expr(depth - 1), self.expr(depth - 1)
        case = self.rng.randrange(24)
        if case < 4:
            return f"({x} + {y})"
        if case < 7:
            return f"({x} - {y})"
        if case < 10:
            return self.product(x, y)
        if case < 16:
            return [f"({x} / {y})", f"({x} // {y})", f"({x} % {y})", f"-{x}", f"abs({x})", f"({x} if {self.test()} else {y})"][case - 10]
        if case == 16:
            return f"{self.pick(['min', 'max'])}({x}, {y})"
        if case == 17:
            return f"(abs({x}) % 20) ** {self.pick(['2', '3', '0.5', '-1', '2.0', '0'])}"
        if case == 18:
            return self.pick([f"math.sqrt({x})", f"math.floor({x})", f"int({x})", f"float({x})", f"round({x})", f"bool({x})", f"math.exp({x} % 5)",
                              f"math.gcd(int({x}), 12)", f"math.atan2({x}, {y})", f"math.isnan({x})"])
        if case == 19:
            return f"(int({x}) {self.pick(['&', '|', '^'])} int({y}))"
        if case == 20:
            return f"(int({x}) {self.pick(['<<', '>>'])} {self.pick(['1', '3', '17', '62'])})"
        if case == 21:
            return self.pick([f"divmod({x}, {y})[0]", f"divmod({x}, {y})[1]", f"({x}, {y})[{self.pick('01')}]", f"(not {x})"])
        if self.functions:
            return self.call(x, y)
        return f"({x} - 1)"

    def call(self, x, y):
        name, params, default = self.pick(self.functions)
        args = [x, y][:params] + [self.atom() for _ in range(params - 2)]
        if default and self.chance(0.5):
            args = args[:-1] + ([f"{default}={args[-1]}"] if self.chance(0.6) else [])
        return f"{name}({', '.join(args)})"

    def test(self):
        x, y = self.atom(), self.atom()
        one = f"{x} {self.pick(['<', '<=', '>', '>=', '==', '!='])} {y}"
        return self.pick([one, one, f"{x} % 2 == 0", f"{one} and {y} > 0", f"{one} or {x} < 3", f"not {x}", x, f"0 < {x} < {y}"])

    def assign(self, depth):
        name = self.pick(self.names) if self.names and self.chance(0.7) else None
        if name is None:
            self.fresh += 1
            name = f"v{self.fresh}"
        how = self.pick(["=", "=", "+=", "-="]) if name in self.names else "="
        self.say(depth, f"{name} {how} {self.expr(self.rng.randint(1, 2))}")
        if name not in self.names and depth == 1:
            self.names.append(name)

    def block(self, depth, count):
        known = list(self.names)
        for _ in range(count):
            self.statement(depth)
        if depth > 1:
            self.names = known

    def statement(self, depth):
        case = self.rng.randrange(14)
        if case < 5 or depth > 2 + (self.loops < 2):
            self.assign(depth)
        elif case < 7:
            self.say(depth, f"if {self.test()}:")
            self.block(depth + 1, self.rng.randint(1, 2))
            if self.chance(0.6):
                self.say(depth, "else:")
                self.block(depth + 1, 1)
        elif case < 10:
            self.loop(depth)
        elif case == 10 and self.arrays:
            self.say(depth, f"{self.pick(self.arrays)}[{self.index()}] {self.pick(['=', '+=', '-='])} {self.expr(1)}")
        elif case == 11 and self.lists:
            self.say(depth, f"{self.pick(self.lists)}[{self.index()}] = {self.expr(1)}")
        elif case == 12 and len(self.names) > 1:
            a, b = self.rng.sample(self.names, 2)
            self.say(depth, f"{a}, {b} = {self.pick([f'{b}, {a}', f'{self.expr(1)}, {a}', f'divmod({a}, {self.atom()})'])}")
        elif case == 13 and self.loops and self.chance(0.4):
            self.say(depth, f"if {self.test()}:")
            self.say(depth + 1, self.pick(["break", "continue"]))
        else:
            self.assign(depth)

    def loop(self, depth):
        self.loops += 1
        name = f"i{depth}"
        source = self.rng.random()
        if source < 0.6 or not (self.arrays or self.lists):
            stop = self.pick(["5", "4", "3", "0", f"int({self.atom()}) % 5"])
            self.say(depth, f"for {name} in {self.pick([f'range({stop})', f'range(1, {stop})', f'range({stop}, -3, -2)'])}:")
            self.counters.append(name)
        elif source < 0.8:
            self.say(depth, f"for {name} in {self.pick(self.arrays + self.lists)}:")
        else:
            self.fresh += 1
            name = f"w{self.fresh}"
            self.say(depth, f"{name} = {self.pick(['2', '4', '1'])}")
            self.say(depth, f"while {name} > 0:")
            self.say(depth + 1, f"{name} -= 1")
        self.block(depth + 1, self.rng.randint(1, 3))
        if self.chance(0.15):
            self.say(depth, "else:")
            self.assign(depth + 1)
        if name in self.counters:
            self.counters.remove(name)
        self.loops -= 1

    def function(self, at):
        self.names = ["a", "b", "c"][: self.rng.randint(1, 3)]
        self.counters, self.fresh, self.loops = [], 0, 0
        params, default = list(self.names), None
        if self.chance(0.25):
            default = params[-1]
        heads = [name + (f"={self.pick(INTS + FLOATS)}" if name == default else "") for name in params]
        self.arrays, self.lists = [], []
        if at == 2:
            self.arrays, self.lists = self.pick([(["x"], []), (["x"], ["l"]), ([], ["l"]), ([], [])])
            heads = self.arrays + self.lists + heads
        name = f"f{self.n}_{at}"
        self.say(0, f"def {name}({', '.join(heads)}):")
        if at and self.chance(0.2):
            self.say(1, f"global G{self.n}")
            self.say(1, f"G{self.n} = {self.atom()}")
        recursive = self.chance(0.2) and not self.arrays and not self.lists
        if recursive:
            self.say(1, f"if not 1 < {params[0]} < 25:")
            self.say(2, f"return {self.expr(1)}")
            rest = "".join(", " + param for param in params[1:])
            self.say(1, f"{params[0]} = {name}({params[0]} - 1{rest}) + {self.pick(['1', params[0], '0.5'])}")
        self.block(1, self.rng.randint(1, 4))
        end = self.pick([self.expr(2), self.expr(1), f"({self.expr(1)}, {self.expr(0)})"] if at == 2 else [self.expr(2), self.expr(1)])
        self.say(1, f"return {end}")
        if not self.arrays and not self.lists:
            self.functions.append((name, len(params), default))
        return name, params

    def show(self, depth, what, text):
        self.say(depth, "try:")
        self.say(depth + 1, f"print({self.n}, {what!r}, told({text}))")
        self.say(depth, "except Exception as e:")
        self.say(depth + 1, f"print({self.n}, {what!r}, type(e).__name__, e)")

    def text(self):
        self.say(0, f"K{self.n} = {self.pick(INTS + FLOATS)}")
        self.say(0, f"G{self.n} = 1")
        made = [self.function(at) for at in range(3)]
        for name, params in made[:2]:
            self.say(0, f"for p in [{', '.join(self.rng.sample(SOME, 5))}]:")
            self.show(1, name, f"{name}({', '.join(['p'] + [self.pick(SOME) for _ in params[1:]])})")
        name, params = made[2]
        dtype = self.pick(["float64", "float64", "int64", "float32", "int32", "uint8", "bool"])
        whole = [str(abs(self.rng.randint(-9, 99))) for _ in range(5)]
        part = whole if dtype in ("int64", "int32", "uint8", "bool") else [f"{item}.25" for item in whole]
        self.say(0, f"x{self.n} = np.array([{', '.join(part)}]).astype('{dtype}'){self.pick(['', '', '[::-1]', '[1:]'])}")
        self.say(0, f"l{self.n} = [{', '.join(self.rng.sample(INTS if self.chance(0.5) else FLOATS + INTS, 5))}]")
        given = [f"{item}{self.n}" for item in self.arrays + self.lists]
        for _ in range(2):
            self.show(0, name, f"{name}({', '.join(given + [self.pick(SOME) for _ in params])})")
        self.show(0, "x", f"(x{self.n}, l{self.n}, G{self.n})")
        self.mapped(*made[0])
        return "\n".join(self.lines) + "\n"

    def mapped(self, name, params):
        """The function over arrays and bags."""
        rest = "".join(f", {self.pick(SOME[:7])}" for _ in params[1:])
        kind = self.pick(["vectorize", "map_blocks", "bag", "fold", "filter", "none"])
        whole = self.pick(["np.arange(-3, 70)", "np.linspace(-2.0, 3.0, 90)", "np.arange(5)"])
        if kind == "vectorize":
            self.show(0, kind, f"np.vectorize({name})({whole}{rest})")
        elif kind == "map_blocks":
            self.say(0, f"def m{self.n}(v):")
            self.say(1, f"return {name}(v{rest})")
            after = self.pick(["", " + 1", " * x"])
            self.say(0, f"def b{self.n}():")
            self.say(1, f"x = da.from_array({whole}, chunks=40)")
            self.say(1, f"return (x.map_blocks(np.vectorize(m{self.n}, otypes=[float]), dtype=float){after}).compute()")
            self.show(0, kind, f"b{self.n}()")
        elif kind in ("bag", "filter"):
            self.say(0, f"def m{self.n}(v):")
            self.say(1, f"return {name}(v{rest})")
            how = "map" if kind == "bag" else "filter"
            self.show(0, kind, f"db.from_sequence(list(range(-3, 90)), npartitions=2).{how}(m{self.n}).compute(scheduler='sync')")
        elif kind == "fold" and len(params) == 2:
            self.show(0, kind, f"db.from_sequence(list(range(1, 90)), npartitions=2).fold({name}).compute(scheduler='sync')")


class Slow(BaseException):
    pass


def slow(signum, frame):
    raise Slow


def expected(text):
    """What CPython prints; `None` for a program that takes long."""
    out = io.StringIO()
    signal.signal(signal.SIGVTALRM, slow)
    signal.setitimer(signal.ITIMER_VIRTUAL, 1.0)
    try:
        with contextlib.redirect_stdout(out), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(HEAD + text, "program", "exec"), {"__name__": "__main__"})
    except (Slow, MemoryError):
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    said = out.getvalue()
    return None if len(said) > 20_000 else said.splitlines()


def printed(rdask, texts, mode, folder):
    path = os.path.join(folder, "programs.py")
    with open(path, "w") as file:
        file.write(HEAD + "".join(texts))
    env = dict(os.environ, RDASK_COMPILE=mode)
    try:
        done = subprocess.run([rdask, path], capture_output=True, text=True, env=env, timeout=120)
    except subprocess.TimeoutExpired:
        return [], "it does not end"
    return done.stdout.splitlines(), done.stderr if done.returncode else ""


def compare(rdask, batch, modes, folder):
    """The programs of a batch that differ: number, mode and lines."""
    wrong = []
    for mode in modes:
        got, said = printed(rdask, [text for _, text, _ in batch], mode, folder)
        want = [line for _, _, lines in batch for line in lines]
        if got == want:
            continue
        if len(batch) > 1:
            for one in batch:
                wrong += compare(rdask, [one], [mode], folder)
            continue
        number, text, lines = batch[0]
        if said.startswith(("error", "Error")) and not got and "internal" not in said:
            print(f"program {number}: the check refuses it: {said.strip().splitlines()[0]}")
            continue
        wrong.append((number, mode, lines, got, said))
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rdask", required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int)
    args = parser.parse_args()
    if args.show is not None:
        print(HEAD + Program(args.seed * 1_000_003 + args.show, args.show).text())
        return
    made, batch, wrong = 0, [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(args.count):
            text = Program(args.seed * 1_000_003 + number, number).text()
            lines = expected(text)
            if lines is not None:
                made += 1
                batch.append((number, text, lines))
            if batch and (len(batch) == BATCH or number + 1 == args.count):
                found = compare(args.rdask, batch, ["now", "off", f"now:{number % 97 + 1}", f"3:{number % 89 + 101}"], folder)
                for at, mode, lines, got, said in found:
                    differ = next((pair for pair in zip(lines + [""] * len(got), got + [""] * len(lines)) if pair[0] != pair[1]), ("", said))
                    print(f"program {at} (--seed {args.seed} --show {at}), RDASK_COMPILE={mode}\n  CPython {differ[0][:400]}\n  rdask   {differ[1][:400]}")
                    if said:
                        print("  " + said[:600])
                wrong += found
                batch = []
    print(f"{args.count} programs, {made} ran, {len({item[0] for item in wrong})} differ")
    sys.exit(1 if wrong or not made else 0)


if __name__ == "__main__":
    main()
