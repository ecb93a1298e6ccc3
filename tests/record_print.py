"""Record how NumPy prints a sample of arrays: `python tests/record_print.py` writes tests/print.json.

Each case has the dtype, the shape, the elements (floats as bits), the print options, and NumPy's repr and str.
"""

import json
import os
import random

import numpy as np

random.seed(1)
rng = np.random.default_rng(1)
SPECIAL = [0.0, -0.0, 1.0, 1.5, 0.1, 1 / 3, 1e-5, 1e8, 123456.789, 1e300, 5e-324, np.nan, np.inf, -np.inf, 1e16, 212211.125]
OPTIONS = [{}, {}, {}, {"precision": 3}, {"suppress": True}, {"linewidth": 40}, {"threshold": 5},
           {"threshold": 5, "edgeitems": 1}, {"floatmode": "fixed", "precision": 2}, {"floatmode": "unique"},
           {"floatmode": "maxprec_equal"}, {"sign": "+"}, {"sign": " "}]


def floats(n):
    kind = random.random()
    if kind < 0.4:
        return np.array([random.choice(SPECIAL) for _ in range(n)], dtype="f8")
    if kind < 0.7:
        return rng.normal(size=n) * 10.0 ** random.randint(-6, 9)
    return np.round(rng.normal(size=n) * 100, random.randint(0, 3))


def array():
    ndim = random.choice([0, 1, 1, 2, 2, 3])
    shape = [random.choice([0, 1, 2, 3, 5, 8] if ndim > 1 else [0, 1, 2, 9, 40]) for _ in range(ndim)]
    n = int(np.prod(shape))
    kind = random.choice(["float64", "float64", "float32", "int64", "bool"])
    if kind == "bool":
        return (rng.random(n) < 0.5).reshape(shape)
    if kind == "int64":
        return rng.integers(-(10 ** random.randint(1, 18)), 10 ** random.randint(1, 18), n).reshape(shape)
    with np.errstate(all="ignore"):
        return floats(n).astype(kind).reshape(shape)


def case(a, options):
    bits = a.ravel().view({"float64": "u8", "float32": "u4"}.get(str(a.dtype), a.dtype)).tolist()
    with np.printoptions(**options):
        return {"dtype": str(a.dtype), "shape": list(a.shape), "bits": [int(b) for b in bits], "options": options,
                "repr": repr(a), "str": str(a) if a.ndim else None}


cases = [case(array(), random.choice(OPTIONS)) for _ in range(160)]
cases += [case(np.arange(2400).reshape(4, 6, 100), {}), case(np.ones(1001, dtype="f4"), {})]
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "print.json")
with open(path, "w") as out:
    out.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
