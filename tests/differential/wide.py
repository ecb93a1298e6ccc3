"""Still more statements of random programs: padding, generalised functions, einsum, gradients, histograms of several
dimensions, what is unique, assignment of arrays, complex numbers, transforms along several axes, wider neighbourhoods,
blockwise functions, and the less common functions and reductions. Each draws its operands from the program `p`."""

import numpy as np

from more import exact, real, same, transform
from near import has_negative_zero


def padding(p):
    a = exact(p)
    if a is None or a.value.ndim > 2:
        return False
    mode = p.rng.choice(["constant", "edge", "linear_ramp", "maximum", "mean", "minimum", "reflect", "symmetric", "wrap"])
    width = p.rng.choice(["1", "2", "(1, 2)", repr(tuple((p.rng.randint(0, 2), p.rng.randint(0, 3)) for _ in a.value.shape))])
    extra = {"constant": ["", ", constant_values=3", ", constant_values=(1, 2)"], "linear_ramp": ["", ", end_values=2"]}.get(mode, [""])
    if mode == "edge" and 1 in a.value.shape:
        return False  # Dask refuses it where an empty block stands beside the one element
    if mode in ("reflect", "wrap", "symmetric") and min(a.value.shape) < 4 or mode == "mean" and a.value.dtype.kind != "f":
        return False
    return same(p, "pad", f"M.pad({a.name}, {width}, mode='{mode}'{p.rng.choice(extra)})", [a], mode in ("mean", "linear_ramp"))


def gufunc(p):
    a = exact(p)
    if a is None or has_negative_zero(a.value):
        return False
    x, whole = a.name, f"{a.name}.rechunk({{-1: -1}})"
    da, np_ = p.rng.choice([
        (f"da.apply_gufunc(lambda b: b.max(axis=-1), '(i)->()', {whole}, output_dtypes={x}.dtype)", f"{x}.max(axis=-1)"),
        (f"da.apply_gufunc(lambda b: np.sort(b), '(i)->(i)', {whole}, output_dtypes={x}.dtype)", f"np.sort({x})"),
        (f"da.apply_gufunc(lambda b, c: (b * c).max(axis=-1), '(i),(i)->()', {whole}, {whole}, output_dtypes={x}.dtype)", f"({x} * {x}).max(axis=-1)"),
        (f"da.apply_gufunc(lambda b: (b.min(axis=-1), b.max(axis=-1)), '(i)->(),()', {whole}, output_dtypes=[{x}.dtype] * 2)[1]", f"{x}.max(axis=-1)"),
        (f"da.apply_gufunc(lambda b, c: b - c, '(),()->()', {x}, {x}[..., :1], output_dtypes={x}.dtype)", f"{x} - {x}[..., :1]"),
        (f"da.apply_gufunc(lambda b: b[..., ::-1], '(i)->(i)', {x}.rechunk({{0: -1}}), axis=0, output_dtypes={x}.dtype)", f"{x}[::-1]"),
        (f"da.apply_gufunc(lambda b: b.max(axis=-1), '(i)->()', {x}, axis=-1, keepdims=True, allow_rechunk=True, output_dtypes={x}.dtype)", f"{x}.max(axis=-1, keepdims=True)"),
    ])
    return p.add("apply_gufunc", da, np_, False, [a])


def sums(p):
    fits = lambda v: v.ndim in (1, 2, 3) and v.size > 0 and v.dtype.kind in "fc" or v.dtype.itemsize == 8 and v.dtype.kind == "i" and 0 < v.ndim < 4
    a, b = p.pick(fits), p.pick(fits)
    if a is None or b is None:
        return False
    if not all(np.isfinite(v.value).all() for v in (a, b)):
        return False  # inf * 0 stands or not by what is summed first, in NumPy itself
    x, y = a.name, b.name
    one = {1: ["i->", "i,i->i", "i,i->"], 2: ["ij->ji", "ij->j", "ij,ij->i", "ij,kj->ik", "ij->"], 3: ["ijk->kj", "ijk,ijk->jk", "ijk->i"]}[a.value.ndim]
    pair = {(1, 1): ["i,j->ij", "i,i->"], (2, 2): ["ij,jk->ik", "ij,jk->ki", "ij,ij->ij", "ij,jk->"], (2, 1): ["ij,j->i", "ij,i->j", "ij,k->ijk"]}
    both = pair.get((a.value.ndim, b.value.ndim))
    if both and p.rng.random() < 0.6:
        text = f"M.einsum('{p.rng.choice(both)}', {x}, {y})"
    else:
        how = p.rng.choice(one)
        text = f"M.einsum('{how}', {', '.join([x] * (how.count(',') + 1))})"
    if p.rng.random() < 0.3 and a.value.ndim >= 2:
        text = p.rng.choice([f"M.tensordot({x}, {x}, axes=2)", f"M.tensordot({x}, {x}, axes=((0,), (0,)))", f"M.tensordot({x}, {x}, axes=([0, 1], [0, 1]))",
                             f"M.vdot({x}, {x})", f"M.matmul({x}, M.swapaxes({x}, -1, -2))", f"M.trace({x})"])
    return same(p, "einsum", text, [a, b], True)


def slopes(p):
    a = exact(p, lambda v: v.dtype.kind in "fi" and min(v.shape, default=0) > 2)
    if a is None:
        return False
    at = p.rng.randrange(a.value.ndim)
    rest = p.rng.choice([f"axis={at}", f"2.0, axis={at}", f"axis={at}, edge_order=2"])
    whole = f"{a.name}.rechunk({{{at}: -1}})"
    return p.add("gradient", f"da.gradient({whole}, {rest})", f"np.gradient({a.name}, {rest})", True, [a])


def boxes(p):
    a = exact(p, lambda v: real(v) and abs(v.astype(float)).max(initial=0) < 1e6, ndim=1)
    if a is None:
        return False
    x = a.name
    bins = p.rng.choice(["bins=[np.array([-5.0, 0.0, 5.0]), np.array([-9.0, 1.0, 2.0, 9.0])]", "bins=(3, 2), range=((-4, 4), (-2, 5))"])
    weights = p.rng.choice(["", "", f", weights={x} * np.float64(0.5)"])  # of narrower ones Dask keeps the dtype
    text = p.rng.choice([f"M.histogram2d({x}, {x} * 2, {bins}{weights})[0]", f"M.histogramdd(({x}, {x} * 2), {bins}{weights})[0]",
                         f"M.histogramdd(M.stack([{x}, {x} * 2], axis=1)R, {bins}{weights})[0]"])
    return p.add("histogramdd", text.replace("M.", "da.").replace("R", ".rechunk({1: -1})"), text.replace("M.", "np.").replace("R", ""), bool(weights), [a])


def uniques(p):
    a = exact(p, lambda v: v.dtype.kind in "fiub")
    if a is None or has_negative_zero(a.value) or a.value.dtype.kind == "f" and (a.value != a.value).any():
        return False
    x = f"{a.name}.ravel()"
    which = p.rng.choice(["index", "inverse", "counts"])
    other = p.rng.choice(["[1, 2, 3]", "[[0, 1], [2.5, 3]]", a.name])
    da, np_ = p.rng.choice([
        (f"da.unique({x}, return_{which}=True)[1].compute_chunk_sizes()", f"np.unique({x}, return_{which}=True)[1]"),
        (f"da.isin({a.name}, {other}, invert=True)", f"np.isin({a.name}, {other}, invert=True)"),
        (f"da.isin({a.name}, {other})", f"np.isin({a.name}, {other})"),
        (f"da.union1d({x}, {x}[:2]).compute_chunk_sizes()", f"np.union1d({x}, {x}[:2])"),
    ])
    return p.add("unique", da, np_, False, [a])


def placed(p):
    """Assignment of arrays, some of them lazy, in boxes."""
    a = exact(p)
    if a is None:
        return False
    cuts = []
    for n in a.value.shape:
        low = p.rng.randint(0, n - 1)
        cuts.append(p.rng.choice([f"slice({low}, {p.rng.randint(low + 1, n)})", "slice(None)", "slice(None, None, 2)", "slice(None, None, -1)", str(low)]))
    at = "(" + ", ".join(cuts) + ",)"
    box = f"{a.name}[{at}]"
    value = p.rng.choice([f"{box} * 2", f"{box}[..., :1]" if not cuts[-1].isdigit() else "3", f"{box}.max()", f"-{box}"])

    def put(x, at, value):
        x = x.copy()
        x[at] = value
        return x

    return p.state("placed", f"put({a.name}, {at}, ({value}).astype({a.name}.dtype))" if value != "3" else f"put({a.name}, {at}, 3)", put, a)


def complexes(p):
    a = p.pick(lambda v: v.dtype.kind == "c")
    if a is None:
        b = p.pick(lambda v: v.dtype.kind == "f")
        return b is not None and p.add("complex", f"{b.name} * (1 + 2j)", f"{b.name} * (1 + 2j)", False, [b])
    x = a.name
    text = p.rng.choice([f"{x}.real", f"{x}.imag", f"M.conj({x})", f"M.angle({x})", f"abs({x})", f"{x} * 1j", f"{x} == M.conj({x})", f"{x} / 2", f"{x} - 1.5",
                         f"M.isreal({x})", f"M.iscomplex({x})", f"M.square({x})", f"{x}.sum(axis={p.axis(a)})", f"M.real({x}) + M.imag({x})", f"M.exp(-abs({x}) * 1j)",
                         f"M.sqrt({x})", f"M.where({x}.real > 0, {x}, 0)", f"M.vdot({x}, {x})" if a.value.size else f"M.conj({x})"])
    return same(p, "complex", text, [a], True)


def transforms(p):
    a = p.pick(lambda v: v.ndim > 1 and v.size > 0 and v.dtype.kind in "fiuc" and (abs(v) < 1e6).all())
    if a is None:
        return False
    f = p.rng.choice(["fft2", "ifft2", "fftn", "ifftn", "rfftn", "rfft2", "irfft2", "irfftn"])
    axes = p.rng.choice(["", f", axes=(0, 1)", ", axes=(-1, -2)"])
    return transform(p, f"da.fft.{f}({a.name}.rechunk(-1){axes})", f"np.fft.{f}({a.name}{axes})", a)


def neighbours(p):
    a = exact(p, lambda v: v.dtype.kind in "fi" and min(v.shape, default=0) > 3)
    if a is None:
        return False
    x, at = a.name, p.rng.randrange(a.value.ndim)
    boundary, mode = p.rng.choice([("'reflect'", "symmetric"), ("'periodic'", "wrap"), ("'nearest'", "edge"), ("5", "constant', constant_values='5")])
    depth = p.rng.randint(1, 2)
    mode = mode.replace("'5", "5") if "5" in mode else mode + "'"
    widths = tuple((depth, depth) if axis == at else (0, 0) for axis in range(a.value.ndim))
    work = f"np.roll(B, 1, axis={at}) * 2 - np.roll(B, -1, axis={at})"
    cut = ":, " * at + f"{depth}:-{depth}"
    da = f"{x}.map_overlap(lambda b: {work.replace('B', 'b')}, depth={{{at}: {depth}}}, boundary={{{at}: {boundary}}}, dtype={x}.dtype)"
    padded = f"np.pad({x}, {widths}, mode='{mode})"
    return p.add("map_overlap", da, f"({work.replace('B', padded)})[{cut}]", False, [a])


def blocked(p):
    a = exact(p, lambda v: v.dtype.kind in "fi", ndim=p.rng.choice([1, 2]))
    if a is None:
        return False
    x, t = a.name, f"dtype={a.name}.dtype"
    size = a.value.shape[0]
    k = p.rng.choice([d for d in range(1, size + 1) if size % d == 0])
    rest = a.value.shape[1:]
    da, np_ = p.rng.choice([
        (f"da.blockwise(lambda a, b: a * b[::-1], 'i', {x}, 'i', {x}.rechunk({x}.chunks), 'i', {t}) * 0", f"{x} * 0 * {x}[::-1] * 0")
        if False else (f"da.blockwise(lambda b: b.T, 'ji', {x}, 'ij', {t})" if rest else f"da.blockwise(lambda a, b: a[:, None] * b, 'ij', {x}, 'i', {x}, 'j', {t})",
                       f"{x}.T" if rest else f"{x}[:, None] * {x}"),
        (f"da.coarsen(np.max, {x}.rechunk({{0: -1}}), {{0: {k}}})", f"{x}.reshape(({size // k}, {k}) + {rest}).max(axis=1)"),
        (f"da.map_blocks(lambda b, c: b + c.max(), {x}, 3, {t})" if False else f"{x}.map_blocks(lambda b: b[None], new_axis=0, {t})", f"{x}[None]"),
        (f"{x}.rechunk({{0: -1}}).map_blocks(lambda b: b.max(axis=0), drop_axis=0, {t})", f"{x}.max(axis=0)"),
        (f"{x}.rechunk(-1).blocks[{', '.join(['0'] * a.value.ndim)}]", x),
        (f"da.reduction({x}, lambda b, axis, keepdims: b.max(axis=axis, keepdims=keepdims), lambda b, axis, keepdims: b.max(axis=axis, keepdims=keepdims), axis=0, {t})",
         f"{x}.max(axis=0)"),
    ])
    return p.add("blockwise", da, np_, False, [a])


def seldom(p):
    a = exact(p)
    if a is None:
        return False
    n, x = a.value.ndim, a.name
    at, size = p.rng.randrange(n), a.value.size
    pick = [p.rng.randint(-k, k - 1) for k in a.value.shape]
    texts = [f"M.nancumprod({x}, axis={at})", f"M.diagonal({x}, offset={p.rng.randint(-1, 1)})" if n > 1 else f"M.diag({x}, k={p.rng.randint(-1, 1)})",
             f"M.modf({x})[1]", f"M.frexp({x})[0]", f"M.float_power(abs({x}), 2)", f"M.nextafter({x}, 3)", f"M.logaddexp2({x}, {x})", f"M.around({x}, 1)",
             f"M.average({x}, axis={at}, weights=abs({x}) + 1)", f"M.nanmedian({x}, axis={at})", f"M.allclose({x}, {x})", f"M.count_nonzero({x})",
             f"M.piecewise({x}, [{x} < 0, {x} >= 2], [-1, 7])", f"M.apply_over_axes(np.max, {x}, {at})", f"M.flip({x})", f"M.ldexp({x} * 1.0, 2)",
             f"M.expand_dims({x}, (0, -1))", f"M.roll({x}, (1, 2), axis=({at}, 0))", f"M.rollaxis({x}, {at})", f"M.hypot({x}, 2)", f"M.trunc({x} / 2)",
             f"M.signbit({x})", f"M.positive({x})", f"M.exp2({x})", f"M.digitize({x}, np.array([3, 1, -2]), right=True)",
             f"M.ravel_multi_index(([0, 1], [1, 0]), (2, 3))", f"M.tri({a.value.shape[0]}, 4, -1)", f"M.fix({x})", f"M.isneginf({x} * 1.0)", f"M.absolute({x}).min()",
             f"M.bincount(abs({x}).ravel().astype('int64') % 5, minlength=5)", f"M.where({x} > 1)[0].sum()", f"M.extract({x} > 0, {x}).sum()", f"M.tril({x}, k=1)" if n > 1 else f"M.sum({x})",
             f"M.full_like({x}, 3)", f"M.zeros_like({x}, dtype='float32')", f"M.result_type({x})", f"M.cov({x}, ddof=0)" if n < 3 else f"M.prod({x}, axis={at})"]
    text = p.rng.choice(texts)
    roll = p.rng.random()
    if roll < 0.08:
        text = f"{x}.vindex[{', '.join(repr([k, k // 2]) for k in pick)}]"
        return p.add("seldom", text, text.replace(".vindex", ""), False, [a])
    if roll < 0.2 and a.value.ndim == 1 and len(set(abs(a.value.astype(float)))) == size and a.value.dtype.kind != "u":
        k = p.rng.choice([-1, 1]) * p.rng.randint(1, size)
        return p.add("seldom", f"da.argtopk({x}, {k})", f"np.argsort({x}, kind='stable')[{'::-1' if k > 0 else ':'}][:{abs(k)}]", False, [a])
    nans = a.value.dtype.kind == "f" and (a.value != a.value).any()
    if nans and any(f in text for f in ("average", "cov", "bincount", "exp2", "digitize", "apply_over")):
        return False
    loose = any(f in text for f in ("average", "cov", "logadd", "hypot", "float_power", "cumprod", "exp2", "prod", "sum"))
    return same(p, "seldom", text, [a], loose)


def times_too(p):
    a = p.pick(lambda v: v.dtype.kind in "mM" and v.ndim > 0 and v.size > 0)
    if a is None:
        return False
    x = a.name
    kind = "datetime64" if a.value.dtype.kind == "M" else "timedelta64"
    text = p.rng.choice([f"{x} - {x}.min()", f"M.isnat({x})", f"{x}.astype('{kind}[s]')", f"{x}.astype('{kind}[ms]').astype('{kind}[D]')", f"{x}[::-1] - {x}",
                         f"M.concatenate([{x}, {x}])", f"M.sort({x})", f"{x} + np.timedelta64(90, 'm')", f"{x} >= {x}.max()", f"M.isin({x}, {x}[:1])" , f"M.roll({x}, 1)",
                         f"M.where({x} > {x}.min(), {x}, {x}.max())", f"M.minimum({x}, {x}[::-1])", f"M.repeat({x}, 2, axis=0)", f"({x} - {x}[:1]) / np.timedelta64(1, 'h')",
                         f"({x} - {x}[:1]) // np.timedelta64(7, 'm')", f"({x} - {x}[:1]) % np.timedelta64(7, 'm')", f"({x} - {x}[:1]) * 1.5", f"({x} - {x}[:1]).sum()",
                         f"M.unique({x}.ravel())U", f"({x} - {x}[:1]).mean(axis=0)", f"abs({x} - {x}[:1])", f"M.cumsum({x} - {x}[:1], axis=0)"])
    if "sort" in text or "unique" in text:
        if np_nat(a.value):
            return False
    da = text.replace("M.isnat", "np.isnat").replace("M.", "da.").replace("U", ".compute_chunk_sizes()")
    return p.add("times", da, text.replace("M.", "np.").replace("U", ""), False, [a])


def np_nat(value):
    return (value != value).any()


WIDE = [
    ("pad", 4, padding), ("gufunc", 3, gufunc), ("einsum", 4, sums), ("gradient", 2, slopes), ("histogramdd", 2, boxes), ("unique", 3, uniques),
    ("placed", 4, placed), ("complex", 4, complexes), ("fft", 2, transforms), ("overlap", 3, neighbours), ("blocks", 4, blocked), ("seldom", 8, seldom),
    ("times", 4, times_too),
]
