"""Records what NumPy prints for random expressions: `python tests/record_arrays.py > tests/arrays.txt`.

Each line holds an expression and the repr of its value (or the error's class and message), with a tab between and line
ends written as `\\n`. What gives a dtype that rdask does not have is left out.
"""
import random
import warnings

import numpy as np

warnings.simplefilter("ignore")
rnd = random.Random(2026)
DTYPES = ["bool", "int64", "float32", "float64"]
BINARY = ["+", "-", "*", "/", "//", "%", "<", "<=", "==", "!=", ">", "&", "|", "^", "**2"]
UNARY = ["np.sqrt(abs({}))", "np.floor({})", "-{}", "~{}", "abs({})", "np.sign({})", "np.isnan({})", "np.square({})",
         "np.rint({})", "np.ceil({})", "np.logical_not({})"]
REDUCE = ["sum", "prod", "mean", "std", "var", "min", "max", "any", "all", "argmin", "argmax", "cumsum"]
SCALARS = ["2", "0", "-3", "1.5", "0.25", "True", "np.float32(1.5)", "np.int64(3)", "np.float64(-2.5)"]
INDEX = [":", "::2", "::-1", "1:", "-1", "0", ":2", "...", "None", "1:3", "-2:", "[0, 0]"]


def array():
    shape = tuple(rnd.choice([1, 2, 3, 4]) for _ in range(rnd.choice([1, 1, 2, 2, 3])))
    size = int(np.prod(shape))
    base = f"(np.arange({size}) * {rnd.choice([1, 3, 7])} + {rnd.randint(0, 50)})"
    dtype = rnd.choice(DTYPES)
    if dtype == "bool":
        made = f"({base} % 3 == 0)"
    elif dtype == "int64":
        made = f"({base} % 11 - 4)"
    else:
        made = f"(({base} % 13 - 5) / {rnd.choice([2, 3, 4, 7])}).astype('{dtype}')"
    return f"{made}.reshape({shape})"


def expression(depth=0):
    kind = rnd.random()
    if depth > 2 or kind < 0.25:
        return array()
    if kind < 0.5:
        op = rnd.choice(BINARY)
        left = expression(depth + 1)
        if op == "**2":
            return f"({left} ** 2)"
        right = rnd.choice(SCALARS) if rnd.random() < 0.5 else expression(depth + 1)
        return f"({left} {op} {right})" if rnd.random() < 0.7 else f"({right} {op} {left})"
    if kind < 0.65:
        return rnd.choice(UNARY).format("(" + expression(depth + 1) + ")")
    if kind < 0.8:
        name = rnd.choice(REDUCE)
        axis = rnd.choice(["", "axis=0", "axis=-1", "axis=1"])
        if not name.startswith(("arg", "cum")) and rnd.random() < 0.3:
            axis += (", " if axis else "") + "keepdims=True"
        return f"np.asarray({expression(depth + 1)}).{name}({axis})"
    if kind < 0.9:
        index = ", ".join(rnd.choice(INDEX) for _ in range(rnd.choice([1, 1, 2, 2, 3])))
        return f"np.asarray({expression(depth + 1)})[{index}]"
    if kind < 0.95:
        return f"np.asarray({expression(depth + 1)}).T"
    return f"np.where({expression(depth + 1)} > 1, {expression(depth + 1)}, {rnd.choice(SCALARS)})"


def parts_are_known(text):
    """Whether no part of the expression has a dtype that rdask lacks: NumPy gives int8 and float16 for bool alone."""
    import ast
    tree = ast.parse(text, mode="eval")
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and not isinstance(node, (ast.Slice, ast.Constant)):
            try:
                value = eval(compile(ast.Expression(node), "", "eval"), {"np": np, "abs": abs})
            except Exception:
                continue
            if isinstance(value, (np.ndarray, np.generic)) and str(value.dtype) not in DTYPES:
                return False
    return True


written = 0
while written < 600:
    text = expression()
    if not parts_are_known(text):
        continue
    try:
        shown = repr(eval(text))
    except (ValueError, TypeError, IndexError) as error:
        shown = f"{type(error).__name__} {error}"
    print(text + "\t" + shown.replace("\n", "\\n"))
    written += 1
