"""Random array programs: each is a list of statements that NumPy runs while they are made, so that it is valid, and that
dask.array can say as well. Equal seeds give equal programs."""

import random

import numpy as np

from more import MORE
from near import has_negative_zero, moved, near
from wide import WIDE

MOST = 240  # elements of a value
INTS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float32", "float64"]
COMPLEX = ["complex64", "complex128"]
NARROW = {"float32", "complex64"}
# What jumps where its argument passes a number.
STEPWISE = {"floor", "ceil", "trunc", "rint", "sign", "floor_divide", "remainder", "fmod", "//", "%", "reciprocal"}


class Var:
    """A value of a program: its name, what NumPy gives, whether its bits depend on the order of additions, and whether
    a step that does was one of float32."""

    def __init__(self, name, value, loose, narrow=False):
        self.name, self.value, self.loose, self.narrow = name, value, loose, narrow


class Program:
    """Statements, each as (name, text for dask.array, text for NumPy), and their values."""

    def __init__(self, seed, groups):
        self.rng = random.Random(seed)
        self.groups = groups
        self.lines, self.vars, self.ops = [], [], []
        self.dtypes = {"bool", "int64"}.union(FLOATS)
        if "dtypes" in groups:
            self.dtypes |= set(INTS)
        if "complex" in groups:
            self.dtypes |= set(COMPLEX)
        if "times" in groups:
            self.dtypes |= {f"{kind}64[{unit}]" for kind in ("datetime", "timedelta") for unit in ("D", "h", "m", "s", "ns")}

    def chunks(self, shape):
        """Random blocks for a shape, as a tuple of tuples."""
        out = []
        for n in shape:
            parts, left = [], n
            while left > 0:
                take = self.rng.randint(1, left)
                parts.append(take)
                left -= take
            out.append(tuple(parts) or (0,))
        return tuple(out)

    def add(self, op, da, np_, loose, inputs):
        """Run a statement in NumPy; keep it if it is valid and small."""
        scope = {v.name: v.value for v in self.vars}
        try:
            with np.errstate(all="ignore"):
                value = eval(np_, {"np": np}, scope)
        except Exception:
            return False
        value = np.asarray(value)
        if value.size > MOST or value.ndim > 4 or str(value.dtype) not in self.dtypes:
            return False
        # Past this, sums in another order differ by more than the last digits.
        if loose and value.dtype.kind in "fc" and value.size:
            for each in [value] + [v.value for v in inputs]:
                if each.dtype.kind in "iufc":
                    finite = np.abs(np.atleast_1d(each).astype(complex if each.dtype.kind == "c" else float))
                    if (finite[np.isfinite(finite)] > 1e12).any():
                        return False
        # The last bits of complex products, roots and distances are the library's own.
        loose = loose or value.dtype.kind == "c" or any(v.value.dtype.kind == "c" for v in inputs)
        before = any(v.loose for v in inputs)
        if before and (value.dtype.kind not in "fc" or op in STEPWISE):
            return False  # the last digits decide
        loose = loose or before
        narrow = loose and (str(value.dtype) in NARROW or any(v.narrow or str(v.value.dtype) in NARROW for v in inputs))
        if before and not self.steady(np_, value, narrow):
            return False
        self.keep(op, da, np_, Var(f"v{len(self.vars)}", value, loose, narrow))
        return True

    def steady(self, np_, value, narrow):
        """Whether the last digits of what is loose leave the result as it is: beside a pole, a cut or a step they decide."""
        for by in (1, -1):
            scope = {v.name: moved(v.value, by, v.narrow) if v.loose else v.value for v in self.vars}
            with np.errstate(all="ignore"):
                other = np.asarray(eval(np_, {"np": np}, scope))
            if other.shape != value.shape or not near(other.ravel(), value.ravel(), True, narrow):
                return False
        return True

    def keep(self, op, da, np_, made):
        self.lines.append((made.name, da, np_))
        self.ops.append(op)
        self.vars.append(made)

    def state(self, op, call, put, a):
        """An assignment: `put(a, at, value)` gives a changed copy, in both."""
        try:
            with np.errstate(all="ignore"):
                changed = eval(call, {"np": np, "put": put}, {v.name: v.value for v in self.vars})
        except Exception:
            return False
        self.keep(op, call, call, Var(f"v{len(self.vars)}", changed, a.loose, a.narrow))
        return True

    def source(self):
        rng = self.rng
        shape = tuple(rng.choice([0, 1, 1, 2, 3, 4, 5, 6, 7]) if rng.random() < 0.3 else rng.randint(1, 6)
                      for _ in range(rng.choice([0, 1, 1, 2, 2, 2, 3])))
        kinds = ["bool", "float64", "float64", "int64", "float32"]
        if "dtypes" in self.groups:
            kinds += INTS
        if "complex" in self.groups:
            kinds += COMPLEX
        dtype = rng.choice(kinds)
        count = int(np.prod(shape, dtype=int))
        if dtype == "bool":
            items = [rng.random() < 0.5 for _ in range(count)]
        elif dtype in FLOATS or dtype in COMPLEX:
            special = rng.random() < 0.2
            item = lambda: rng.choice(["np.nan", "np.inf", "-np.inf", "-0.0", "0.0"]) if special and rng.random() < 0.3 \
                else repr(rng.randint(-40, 40) / 8)
            items = [item() for _ in range(count)]
            if dtype in COMPLEX:
                items = [f"{rng.randint(-9, 9) / 2}+{rng.randint(0, 9) / 2}j" for _ in range(count)]
        else:
            info = np.iinfo(dtype)
            edge = rng.random() < 0.2
            item = lambda: rng.choice([info.min, info.max, 0, 1]) if edge else rng.randint(max(-9, info.min), 9)
            items = [item() for _ in range(count)]
        flat = "[" + ", ".join(str(i) for i in items) + "]"
        eager = f"np.array({flat}, dtype='{dtype}').reshape({shape})"
        return self.add("source", f"da.from_array({eager}, chunks={self.chunks(shape)})", eager, False, [])

    def pick(self, test=lambda v: True):
        fit = [v for v in self.vars if test(v.value)]
        return self.rng.choice(fit[-4:] if fit and self.rng.random() < 0.7 else fit) if fit else None

    def axis(self, a, many=True):
        n = a.value.ndim
        roll = self.rng.random()
        if n == 0 or roll < 0.25:
            return "None"
        if many and n > 1 and roll < 0.45:
            return repr(tuple(sorted(self.rng.sample(range(n), self.rng.randint(1, n)))))
        at = self.rng.randrange(n)
        return repr(at - n if self.rng.random() < 0.3 else at)

    def step(self):
        """One random statement; False where the dice were unlucky."""
        groups = [(weight, make) for name, weight, make in STEPS if name in self.groups]
        make = self.rng.choices([m for _, m in groups], [w for w, _ in groups])[0]
        return make(self)


UNARY = ["negative", "absolute", "square", "sqrt", "exp", "log", "sin", "cos", "tan", "arctan", "tanh", "floor", "ceil",
         "trunc", "rint", "isnan", "isinf", "isfinite", "sign", "logical_not", "expm1", "log1p", "log2", "log10", "cbrt",
         "arcsin", "arccos", "sinh", "cosh", "arcsinh", "signbit", "deg2rad", "reciprocal"]
EXACT = {"negative", "absolute", "square", "sqrt", "floor", "ceil", "trunc", "rint", "isnan", "isinf", "isfinite", "sign",
         "logical_not", "signbit", "reciprocal", "positive"}
BINARY = ["add", "subtract", "multiply", "divide", "floor_divide", "remainder", "maximum", "minimum", "fmax", "fmin",
          "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "logical_and", "logical_or", "power",
          "arctan2", "hypot", "copysign", "logaddexp", "fmod"]
LOOSE2 = {"power", "arctan2", "hypot", "logaddexp"}
OPERATORS = ["+", "-", "*", "/", "//", "%", "<", "<=", "==", "!=", ">", ">="]


def unary(p):
    a, f = p.pick(), p.rng.choice(UNARY)
    if a.loose and f in ("sin", "cos", "tan"):
        return False  # the last digits of a large number decide
    return p.add(f, f"da.{f}({a.name})", f"np.{f}({a.name})", f not in EXACT, [a])


def binary(p):
    a, b, f = p.pick(), p.pick(), p.rng.choice(BINARY)
    if f == "copysign" and np.isnan(b.value.astype(complex)).any():
        return False  # the sign of a NaN that was computed is the library's own
    zeros = [(v.value.dtype.kind == "f" or None) and (np.signbit(v.value) & (v.value == 0)).any() for v in (a, b)]
    if f in ("fmax", "fmin", "maximum", "minimum") and any(zeros):
        return False  # which of two zeros is the larger depends on where they stand
    return p.add(f, f"da.{f}({a.name}, {b.name})", f"np.{f}({a.name}, {b.name})", f in LOOSE2, [a, b])


def number(p):
    a, op = p.pick(), p.rng.choice(OPERATORS)
    n = p.rng.choice(["2", "3", "0.5", "-1", "1.5", "0", "True", "np.float32(2.5)", "np.int64(3)"])
    pair = (a.name, n) if p.rng.random() < 0.6 else (n, a.name)
    text = f"{pair[0]} {op} {pair[1]}"
    return p.add(op, text, text, False, [a])


def operator(p):
    a, b, op = p.pick(), p.pick(), p.rng.choice(OPERATORS)
    text = f"{a.name} {op} {b.name}"
    return p.add(op, text, text, False, [a, b])


def bits(p):
    a, b = p.pick(lambda v: v.dtype.kind in "bui"), p.pick(lambda v: v.dtype.kind in "bui")
    if a is None:
        return False
    text = f"{a.name} {p.rng.choice('&|^')} {b.name}" if p.rng.random() < 0.8 else f"~{a.name}"
    return p.add("bits", text, text, False, [a, b])


def select(p):
    c, a, b = p.pick(lambda v: v.dtype.kind == "b"), p.pick(), p.pick()
    if c is None:
        return False
    args = f"({c.name}, {a.name}, {b.name if p.rng.random() < 0.7 else p.rng.choice(['0', '1.5'])})"
    return p.add("where", "da.where" + args, "np.where" + args, False, [c, a, b])


def astype(p):
    a = p.pick(lambda v: v.dtype.kind in "biu" or (v.dtype.kind == "f" and v.size and np.isfinite(v).all() and np.abs(v).max() < 100))
    kinds = ["bool", "int64", "float32", "float64"] + (INTS if "dtypes" in p.groups else [])
    if a is None or a.value.dtype.kind == "c":
        return False
    to = p.rng.choice(kinds)
    if a.value.dtype.kind == "f" and to.startswith("uint"):
        return False  # negative floats to unsigned differ between machines
    text = f"{a.name}.astype('{to}')"
    return p.add("astype", text, text, False, [a])


def clip(p):
    a = p.pick(lambda v: v.dtype.kind in "fi")
    if a is None:
        return False
    low = p.rng.randint(-3, 2)
    args = f"({a.name}, {low}, {low + p.rng.randint(0, 4)})"
    return p.add("clip", "da.clip" + args, "np.clip" + args, False, [a])


REDUCTIONS = ["sum", "prod", "mean", "std", "var", "min", "max", "any", "all"]
NANS = ["nansum", "nanprod", "nanmean", "nanmin", "nanmax", "nanstd", "nanvar"]


def reduce(p):
    a = p.pick()
    f = p.rng.choice(REDUCTIONS)
    keep = p.rng.choice(["", "", ", keepdims=True"])
    extra = ", ddof=1" if f in ("std", "var") and p.rng.random() < 0.3 else ""
    axis = p.axis(a)
    split = f", split_every={p.rng.choice([2, 3])}" if p.rng.random() < 0.3 else ""
    if f in ("std", "var") and a.value.dtype.kind in "iufc" and abs(a.value).max(initial=0) > 1e6:
        return False  # of large numbers side by side Dask's blocks, put together, leave fewer digits than NumPy's one pass
    loose = f in ("sum", "prod", "mean", "std", "var")
    return p.add(f, f"{a.name}.{f}(axis={axis}{keep}{extra}{split})", f"{a.name}.{f}(axis={axis}{keep}{extra})", loose, [a])


def nanreduce(p):
    a, f = p.pick(lambda v: v.dtype.kind in "fiu" and v.size > 0), p.rng.choice(NANS)
    if a is None:
        return False
    args = f"({a.name}, axis={p.axis(a)})"
    return p.add(f, f"da.{f}" + args, f"np.{f}" + args, True, [a])


def arg(p):
    a = p.pick(lambda v: v.size > 0 and v.dtype.kind != "c")
    if a is None:
        return False
    f, axis = p.rng.choice(["argmin", "argmax"]), p.axis(a, many=False)
    if a.loose:
        return False
    # Of equal extremes Dask takes the one in the first block, NumPy the first.
    best = a.value.min() if f == "argmin" else a.value.max()
    if axis == "None" and (a.value == best).sum() != 1:
        return False
    text = f"{a.name}.{f}(axis={axis})"
    return p.add(f, text, text, False, [a])


def scan(p):
    a = p.pick(lambda v: v.ndim > 0)
    if a is None:
        return False
    f, axis = p.rng.choice(["cumsum", "cumprod"]), p.axis(a, many=False)
    if axis == "None":
        axis = "0"
    text = f"{a.name}.{f}(axis={axis})"
    return p.add(f, text, text, True, [a])


def index(p):
    a = p.pick(lambda v: v.ndim > 0)
    if a is None:
        return False
    parts = []
    for n in a.value.shape[: p.rng.randint(1, a.value.ndim)]:
        roll = p.rng.random()
        if n > 0 and roll < 0.25:
            parts.append(str(p.rng.randint(-n, n - 1)))
        elif roll < 0.85:
            ends = [p.rng.choice(["", str(p.rng.randint(-n - 1, n + 1))]) for _ in range(2)]
            step = p.rng.choice(["", "", ":2", ":-1", ":-2", ":3"])
            parts.append(f"{ends[0]}:{ends[1]}{step}")
        else:
            parts.append("None")
    if p.rng.random() < 0.15:
        parts.insert(p.rng.randint(0, len(parts)), "...")
    text = f"{a.name}[{', '.join(parts)}]"
    return p.add("index", text, text, False, [a])


def fancy(p):
    a = p.pick(lambda v: v.ndim > 0 and v.size > 0)
    if a is None:
        return False
    at = p.rng.randrange(a.value.ndim)
    n = a.value.shape[at]
    chosen = [p.rng.randint(-n, n - 1) for _ in range(p.rng.randint(1, 5))]
    text = f"{a.name}[{':, ' * at}{chosen}]"
    return p.add("fancy", text, text, False, [a])


def mask(p):
    a = p.pick(lambda v: v.ndim == 1 and v.dtype.kind in "fi")
    if a is None or a.loose:
        return False
    text = f"{a.name}[{a.name} > {p.rng.randint(-2, 2)}]"
    if p.rng.random() < 0.5:
        return p.add("mask", f"({text}).sum()", f"({text}).sum()", True, [a])
    # In one block: Dask refuses some things of blocks that turn out empty.
    return p.add("mask", f"({text}).compute_chunk_sizes().rechunk(-1)", text, False, [a])


def assign(p):
    a = p.pick(lambda v: v.ndim > 0 and v.size > 0)
    if a is None:
        return False
    parts = []
    for n in a.value.shape[: p.rng.randint(1, a.value.ndim)]:
        parts.append(str(p.rng.randint(-n, n - 1)) if p.rng.random() < 0.4 else
                     f"{p.rng.choice(['', str(p.rng.randint(0, n))])}:{p.rng.choice(['', ':2', ':-1'])}")
    at = ", ".join(parts)
    call = f"put({a.name}, ({at}), {p.rng.randint(0, 9)})".replace("(:", "(slice(None):")
    # A statement in both: the generator runs it through a copy.
    slices = ", ".join(f"slice({', '.join(x or 'None' for x in (part.split(':') + [''])[:3])})" if ":" in part else part
                       for part in parts)
    value = p.rng.randint(0, 9)
    call = f"put({a.name}, ({slices},), {value})"
    scope = {v.name: v.value for v in p.vars}
    changed = scope[a.name].copy()
    try:
        changed[eval(f"({slices},)")] = value
    except Exception:
        return False
    p.keep("assign", call, call, Var(f"v{len(p.vars)}", changed, a.loose, a.narrow))
    return True


def shape(p):
    a = p.pick(lambda v: v.size > 0)
    if a is None:
        return False
    n = a.value.ndim
    roll = p.rng.randrange(10)
    if roll == 0 or n == 0:
        text = f"{a.name}.ravel()"
    elif roll == 1:
        size = a.value.size
        first = p.rng.choice([d for d in range(1, size + 1) if size % d == 0])
        # Dask merges and splits axes, and refuses what does both.
        split = [(first, size // first), (first, -1)] if n == 1 else []
        text = f"{a.name}.reshape({p.rng.choice(split + [(size,), (1, size), (-1,)])})"
    elif roll == 2:
        text = f"{a.name}.T"
    elif roll == 3:
        text = f"{a.name}.transpose({tuple(p.rng.sample(range(n), n))})"
    elif roll == 4:
        text = f"M.expand_dims({a.name}, {p.rng.randint(-n - 1, n)})"
    elif roll == 5:
        text = f"M.squeeze({a.name})"
    elif roll == 6:
        text = f"M.moveaxis({a.name}, {p.rng.randrange(n)}, {p.rng.randrange(n)})"
    elif roll == 7:
        text = f"M.swapaxes({a.name}, {p.rng.randrange(n)}, {p.rng.randrange(n)})"
    elif roll == 8:
        text = f"M.flip({a.name}, {p.rng.randrange(n)})"
    else:
        text = f"M.roll({a.name}, {p.rng.randint(-3, 3)}, axis={p.rng.randrange(n)})"
    return p.add("shape", text.replace("M.", "da."), text.replace("M.", "np."), False, [a])


def rechunk(p):
    a = p.pick(lambda v: v.ndim > 0)
    if a is None:
        return False
    return p.add("rechunk", f"{a.name}.rechunk({p.chunks(a.value.shape)})", a.name, False, [a])


def join(p):
    a = p.pick(lambda v: v.ndim > 0)
    if a is None:
        return False
    same = [v for v in p.vars if v.value.ndim == a.value.ndim]
    b = p.rng.choice(same)
    f = p.rng.choice(["concatenate", "concatenate", "stack"])
    args = f"([{a.name}, {b.name}], axis={p.rng.randrange(a.value.ndim)})"
    return p.add(f, f"da.{f}" + args, f"np.{f}" + args, False, [a, b])


def contract(p):
    # Of narrow integers in several blocks Dask makes wide sums, where NumPy's products stay narrow.
    # `outer` of no elements fails in Dask.
    fits = lambda v: v.ndim in (1, 2) and v.size > 0 and (v.dtype.kind in "fc" or v.dtype.itemsize == 8)
    a, b = p.pick(fits), p.pick(fits)
    if a is None or b is None:
        return False
    if not all(np.isfinite(v.value).all() for v in (a, b)) and "c" in (a.value.dtype.kind, b.value.dtype.kind):
        return False  # a real factor is made complex or not
    text = p.rng.choice([f"M.dot({a.name}, {b.name})", f"{a.name} @ {b.name}", f"M.tensordot({a.name}, {b.name}, axes=1)",
                         f"M.outer({a.name}, {b.name})", f"M.dot({a.name}, {a.name}.T)"])
    return p.add("contract", text.replace("M.", "da."), text.replace("M.", "np."), True, [a, b])


def make(p):
    text = p.rng.choice([
        "M.ones((3, 4)C)", "M.zeros(5C)", "M.full((2, 3), 7C)", "M.arange(10C)", "M.arange(1, 8, 2C)", "M.eye(4D)",
        "M.linspace(0, 1, 7C)", "M.tri(3, 4, 1D)", "M.arange(6, dtype='float32'C)", "M.indices((2, 3)C)"])
    size = p.rng.choice([1, 2, 3])
    da = text.replace("M.", "da.").replace("C)", f", chunks={size})").replace("D)", f", chunks={size})")
    return p.add("make", da, text.replace("M.", "np.").replace("C)", ")").replace("D)", ")"), False, [])


def order(p):
    a = p.pick(lambda v: v.ndim == 1 and v.size > 0 and v.dtype.kind in "fiu")
    if a is None or a.loose or has_negative_zero(a.value):
        return False
    roll = p.rng.randrange(6)
    k = p.rng.randint(1, a.value.size)
    texts = [
        (f"da.topk({a.name}, {k})", f"np.sort({a.name})[::-1][:{k}]"),
        (f"da.unique({a.name}).compute_chunk_sizes()", f"np.unique({a.name})"),
        (f"da.diff({a.name})", f"np.diff({a.name})"),
        (f"da.histogram({a.name}, bins=[-5, -1, 0, 2, 5])[0]", f"np.histogram({a.name}, bins=[-5, -1, 0, 2, 5])[0]"),
        (f"da.isin({a.name}, [1, 2, 3])", f"np.isin({a.name}, [1, 2, 3])"),
        (f"da.digitize({a.name}, np.array([-1, 0, 2]))", f"np.digitize({a.name}, np.array([-1, 0, 2]))"),
    ]
    if roll == 0 and np.isnan(a.value.astype(float)).any():
        return False
    da, np_ = texts[roll]
    return p.add("order", da, np_, False, [a])


def median(p):
    a = p.pick(lambda v: v.ndim > 0 and v.size > 0 and v.dtype.kind in "fiu")
    if a is None or a.loose:
        return False
    axis = p.rng.randrange(a.value.ndim)
    return p.add("median", f"da.median({a.name}, axis={axis})", f"np.median({a.name}, axis={axis})", True, [a])


def blocks(p):
    a = p.pick(lambda v: v.ndim > 0 and v.dtype.kind in "fiu")
    if a is None:
        return False
    return p.add("map_blocks", f"{a.name}.map_blocks(lambda b: b * 2 + 1)", f"{a.name} * 2 + 1", False, [a])


def repeat(p):
    a = p.pick(lambda v: v.ndim > 0 and v.size > 0)
    if a is None:
        return False
    text = p.rng.choice([f"M.repeat({a.name}, 2, axis={p.rng.randrange(a.value.ndim)})", f"M.tile({a.name}, 2)",
                         f"M.pad({a.name}, 1, mode='{p.rng.choice(['constant', 'edge', 'reflect', 'symmetric', 'wrap'])}')",
                         f"M.broadcast_to({a.name}, {(2,) + a.value.shape})", f"M.triu({a.name})", f"M.tril({a.name})",
                         f"M.diag({a.name})", f"M.vstack([{a.name}, {a.name}])", f"M.hstack([{a.name}, {a.name}])"])
    if a.value.ndim < 2 and ("triu" in text or "tril" in text) or 1 in a.value.shape and ("reflect" in text or "edge" in text):
        # Dask refuses the first, gives another shape for the second, and refuses the third where an empty block stands
        # beside the one element.
        return False
    return p.add("repeat", text.replace("M.", "da."), text.replace("M.", "np."), False, [a])


STEPS = [
    ("core", 8, unary), ("core", 8, binary), ("core", 6, number), ("core", 6, operator), ("core", 3, select),
    ("core", 3, astype), ("core", 2, clip), ("core", 8, reduce), ("core", 3, nanreduce), ("core", 8, index),
    ("core", 4, rechunk), ("core", 4, join), ("core", 2, bits), ("core", 2, make), ("contract", 4, contract),
    ("shape", 8, shape), ("shape", 4, repeat), ("index", 4, fancy), ("index", 3, assign), ("mask", 3, mask),
    ("order", 4, order), ("order", 3, arg), ("order", 2, median), ("scan", 3, scan), ("blocks", 2, blocks), *MORE, *WIDE,
]
GROUPS = list(dict.fromkeys([name for name, _, _ in STEPS] + ["dtypes", "complex"]))


def program(seed, groups):
    """The program of a seed: two or three sources, then up to six operations."""
    p = Program(seed, groups)
    for _ in range(p.rng.randint(1, 3)):
        p.source()
    if not p.vars:
        p.add("source", "da.ones((2, 3), chunks=2)", "np.ones((2, 3))", False, [])
    wanted, tries = len(p.lines) + p.rng.randint(1, 6), 0
    while len(p.lines) < wanted and tries < 60:
        tries += 1
        p.step()
    return p
