"""The programs of scalar functions under Numba: `python peers/scalar.py fib`. Compiled before it is measured."""
import pathlib
import sys
import time
import types

import numba

# What is called once before the clock starts, and what is measured: of each program.
CALLS = {
    "collatz": ("longest(10)", "longest(30_000)"),
    "fib": ("fib(2)", "fib(30)"),
    "nbody": ("f'{run(1):.9f}'", "f'{run(20_000):.9f}'"),
    "mandelbrot": ("picture(2, 2, 2)", "picture(500, 500, 100)"),
    "spectral": ("f'{norm(3):.9f}'", "f'{norm(200):.9f}'"),
}


def main(name):
    text = (pathlib.Path(__file__).resolve().parent.parent / "programs" / f"{name}.py").read_text()
    names = {}
    exec(compile(text.split("\nstart = ")[0], name, "exec"), names)
    for key, value in list(names.items()):
        if isinstance(value, types.FunctionType) and key not in ("run", "bodies", "norm"):
            names[key] = numba.njit(value)
    first, measured = CALLS[name]
    eval(first, names)
    start = time.perf_counter()
    result = eval(measured, names)
    seconds = time.perf_counter() - start
    print(result, seconds)


main(sys.argv[1])
