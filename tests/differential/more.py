"""More statements of random programs: times, masked arrays, sorting, quantiles, histograms, joins, routines, transforms,
linear algebra and functions on blocks with their neighbours. Each draws its operands from the program `p`."""

import numpy as np

from near import has_negative_zero


def real(v):
    return v.dtype.kind in "fiu"


def exact(p, test=real, ndim=None):
    """A value whose bits do not depend on the order of additions."""
    fits = lambda v: test(v) and v.ndim > 0 and v.size > 0 and (ndim is None or v.ndim == ndim)
    a = p.pick(fits)
    return None if a is None or a.loose else a


def same(p, op, text, inputs, loose=False):
    """A statement that reads alike in both but for the module's name."""
    return p.add(op, text.replace("M.", "da."), text.replace("M.", "np."), loose, inputs)


def moments(p):
    rng = p.rng
    shape = tuple(rng.randint(1, 5) for _ in range(rng.choice([1, 1, 2])))
    kind = rng.choice(["datetime64[D]", "datetime64[s]", "timedelta64[s]", "timedelta64[ns]", "timedelta64[h]"])
    items = ["'NaT'" if rng.random() < 0.1 else str(rng.randint(-4000, 40000)) for _ in range(int(np.prod(shape)))]
    items = ", ".join(f"np.{kind.split('[')[0]}({item}, '{kind.split('[')[1][:-1]}')" for item in items)
    eager = f"np.array([{items}], dtype='{kind}').reshape({shape})"
    return p.add("times", f"da.from_array({eager}, chunks={p.chunks(shape)})", eager, False, [])


def time_steps(p):
    a = p.pick(lambda v: v.dtype.kind in "mM")
    if a is None:
        return moments(p)
    b = p.pick(lambda v: v.dtype.kind in "mM")
    axis = p.axis(a, many=False)
    text = p.rng.choice([
        f"{a.name} - {b.name}", f"{a.name} + {b.name}", f"{a.name} < {b.name}", f"{a.name} == {b.name}", f"{a.name} / {b.name}",
        f"{a.name} // {b.name}", f"{a.name}.min(axis={axis})", f"{a.name}.max(axis={axis})", f"M.fmax({a.name}, {b.name})",
        f"{a.name}.astype('int64')", f"{a.name} * 2", f"-{a.name}", f"M.diff({a.name})", f"M.where({a.name} == {a.name}, {b.name}, {a.name})",
        f"{a.name} + np.timedelta64(3, 'h')", f"{a.name}.astype('datetime64[h]')", f"{a.name}.astype('timedelta64[m]')",
        f"M.concatenate([{a.name}, {b.name}])", f"{a.name}.sum(axis={axis})", f"M.maximum({a.name}, {b.name})", f"M.sign({a.name})",
        f"{a.name}.mean(axis={axis})", f"{a.name}.argmax(axis={axis})", f"M.absolute({a.name})", f"{a.name} % {b.name}"])
    if "argmax" in text and (axis == "None" or np.isnat(a.value).any()) or a.value.size == 0 and "(axis" in text:
        return False
    return same(p, "times", text, [a, b])


def masked(p):
    a = p.pick(lambda v: v.dtype.kind in "fi" and v.size > 0)
    if a is None or a.loose or a.value.ndim == 0 or np.abs(a.value).max() > 1e6:
        return False
    n = p.rng.randint(-2, 2)
    made = p.rng.choice([f"M.ma.masked_greater({a.name}, {n})", f"M.ma.masked_equal({a.name}, {n})", f"M.ma.masked_less({a.name}, {n})",
                         f"M.ma.masked_where({a.name} > {n}, {a.name})", f"M.ma.masked_inside({a.name}, {n}, {n + 1})",
                         f"M.ma.masked_not_equal({a.name}, {n})"])
    axis = p.axis(a)
    if axis == "None" or axis.count(",") == a.value.ndim - 1 > 0 or a.value.dtype.itemsize < 8:
        axis = "0"  # of all masked elements NumPy makes a constant with a dtype of its own
    work = p.rng.choice(["{} + {}", "{} * {}", f"{{}}.sum(axis={axis})", f"{{}}.max(axis={axis})", f"{{}}.min(axis={axis})", "-{}",
                         f"{{}}.count(axis={axis})", f"{{}}.mean(axis={axis})", "abs({})", f"{{}}.any(axis={axis})", "{} > 0", "{}",
                         f"{{}}.std(axis={axis})", f"{{}}.prod(axis={axis})"])
    if "count" in work:
        text = f"M.ma.count({made}, axis={axis})"
        return same(p, "masked", text, [a])
    text = f"M.ma.filled({work.replace('{}', made)}, {p.rng.choice([0, 1])})"
    if a.value.dtype.itemsize < 8 and ("mean" in work or "std" in work) or a.value.ndim == 1 and "axis" in work:
        return False
    if np.isnan(np.asarray(a.value, dtype=float)).any() and ("min" in work or "max" in work):
        return False
    if not np.isfinite(np.asarray(a.value, dtype=float)).all() and ("std" in work or "mean" in work):
        return False  # Dask masks what NumPy's mean or std of no finite numbers leaves
    return same(p, "masked", text, [a], "sum" in text or "mean" in text or "std" in text or "prod" in text)


def sort(p):
    a = exact(p, lambda v: v.dtype.kind in "fiub")
    if a is None or has_negative_zero(a.value):
        return False
    axis = p.rng.randrange(a.value.ndim)
    if a.value.ndim == 1 and p.rng.random() < 0.4:
        text = p.rng.choice([f"M.searchsorted(M.sort({a.name}), {a.name})", f"M.union1d({a.name}, {a.name})", f"M.argwhere({a.name})",
                             f"M.nonzero({a.name})[0]", f"M.flatnonzero({a.name})", f"M.searchsorted(M.sort({a.name}), {a.name}, side='right')"])
        if "arg" in text or "nonzero" in text or "union" in text:
            return p.add("sort", f"({text.replace('M.', 'da.')}).compute_chunk_sizes()", text.replace("M.", "np."), False, [a])
        return same(p, "sort", text, [a])
    return same(p, "sort", f"M.sort({a.name}, axis={axis})", [a])


def quantiles(p):
    a = exact(p)
    if a is None:
        return False
    axis = p.rng.randrange(a.value.ndim)
    q = p.rng.choice(["0.5", "0.25", "[0.1, 0.9]", "[0.0, 0.5, 1.0]", "0.3"])
    f = p.rng.choice(["quantile", "nanquantile"])
    method = p.rng.choice(["", "", ", method='lower'", ", method='nearest'", ", method='midpoint'", ", method='hazen'"])
    keep = p.rng.choice(["", ", keepdims=True"])
    if str(a.value.dtype) == "float32":
        return False  # the dtype is NumPy's for an array of q, also where q is a number: a difference of Dask's
    return same(p, f, f"M.{f}({a.name}, {q}, axis={axis}{method}{keep})", [a], True)


def histograms(p):
    a = exact(p, ndim=1)
    if a is None or not np.isfinite(a.value.astype(float)).all():
        return False
    bins = p.rng.choice(["bins=[-5, -1, 0, 2, 5]", "bins=4, range=(-5, 5)", "bins=[0.0, 0.5, 3.5]", "bins=3, range=(0, 9)"])
    density = p.rng.choice(["", "", ", density=True"])
    weights = f", weights={a.name}" if p.rng.random() < 0.2 and a.value.dtype.itemsize == 8 else ""
    return same(p, "histogram", f"M.histogram({a.name}, {bins}{density}{weights})[0]", [a], bool(density or weights))


def counts(p):
    a = p.pick(lambda v: v.ndim == 1 and v.size > 0 and v.dtype.kind in "iu" and v.min() >= 0 and v.max() < 30)
    if a is None:
        return False
    least = p.rng.choice([0, 3, 40])
    return p.add("bincount", f"da.bincount({a.name}, minlength={max(least, 30)})", f"np.bincount({a.name}, minlength={max(least, 30)})", False, [a])


def routines(p):
    a = exact(p, lambda v: v.dtype.kind in "fiu")
    if a is None:
        return False
    n, x = a.value.ndim, a.name
    at = p.rng.randrange(n)
    size = a.value.shape[at]
    texts = [f"M.rot90({x})", f"M.ptp({x}, axis={at})", f"M.count_nonzero({x}, axis={at})", f"M.take({x}, [0, -1], axis={at})",
             f"M.isclose({x}, {x})", f"M.around({x}, 0)", f"M.delete({x}, {p.rng.randrange(size)}, axis={at})",
             f"M.insert({x}, {p.rng.randint(0, size)}, np.array(7, dtype={x}.dtype), axis={at})", f"M.append({x}, {x}, axis={at})", f"M.nan_to_num({x})",
             f"M.diff({x}, axis={at})", f"M.diff({x}, n=2, axis={at})", f"M.atleast_3d({x})", f"M.dstack([{x}, {x}])",
             f"M.select([{x} > 1, {x} < 0], [{x}, {x} * 2], default=5)", f"M.round({x})", f"M.where({x} > 0, {x}, 0)", f"M.compress([True], {x}, axis={at})",
             f"M.broadcast_to({x}, {a.value.shape})", f"M.ediff1d({x})", f"M.block([{x}, {x}])", f"M.nanargmax({x}, axis={at})",
             f"M.fliplr({x})", f"M.flipud({x})", f"M.cumsum({x}, axis={at})", f"M.nancumsum({x}, axis={at})", f"M.squeeze({x}[..., None])",
             f"M.apply_along_axis(lambda b: b.max(), {at}, {x})", f"M.argwhere({x} > 0).sum(axis=0)", f"M.sinc({x})", f"M.angle({x})",
             f"M.roll({x}, 2)", f"M.tile({x}, (2, 1))", f"M.repeat({x}, 3, axis={at})", f"M.floor_divide({x}, 3)", f"M.divmod({x}, 3)[1]",
             f"M.swapaxes({x}, 0, -1)", f"M.average({x}, axis={at})", f"M.cov({x})", f"M.ravel({x})"]
    text = p.rng.choice(texts)
    loose = any(f in text for f in ("cumsum", "average", "cov", "gradient", "sinc", "angle"))
    nans = a.value.dtype.kind == "f" and np.isnan(a.value).any()
    if nans and any(f in text for f in ("nanarg", "ptp", "cov")):
        return False
    return same(p, "routines", text, [a], loose)


def fft(p):
    a = p.pick(lambda v: v.ndim > 0 and v.size > 0 and v.dtype.kind in "fiuc" and np.isfinite(v).all() and np.abs(v).max() < 1e6)
    if a is None:
        return False
    axis = p.rng.randrange(a.value.ndim)
    f = p.rng.choice(["fft", "ifft", "rfft", "irfft", "hfft", "ihfft", "fftshift", "ifftshift"])
    n = p.rng.choice(["", f", n={p.rng.randint(2, 7)}"]) if "shift" not in f else ""
    name = "axes" if "shift" in f else "axis"
    whole = a.name if "shift" in f else f"{a.name}.rechunk({{{axis}: -1}})"
    args = f"{n}, {name}={axis})"
    da, np_ = f"da.fft.{f}({whole}{args}", f"np.fft.{f}({a.name}{args}"
    return p.add("fft", da, np_, False, [a]) if "shift" in f else transform(p, da, np_, a)


def transform(p, da, np_, a):
    """What is left of rounding goes: a step after it, a logarithm of 0 or a root beside its cut, would make it large. What is
    added keeps halves of the last digit from being rounded either way."""
    off = "0.00017" if "irfft" in da or ".hfft" in da else "(0.00017 + 0.00017j)"
    return p.add("fft", f"da.round({da} + {off}, 3) + 0", f"np.round({np_} + {off}, 3) + 0", True, [a])


def linalg(p):
    a = p.pick(lambda v: v.ndim == 2 and v.size > 0 and v.dtype.kind in "fi" and v.dtype.itemsize == 8 and np.isfinite(v).all() and np.abs(v).max() < 100)
    if a is None or a.loose:
        return False
    x = a.name
    n, m = a.value.shape
    solid = f"({x} @ {x}.T + 400 * M.eye({n}C))"
    text = p.rng.choice([f"M.linalg.norm({x})", f"M.linalg.norm({x}, axis=1)", f"M.linalg.norm({x} * 1.0, ord=1)", f"M.linalg.norm({x}, axis=0, ord=3)",
                         f"M.linalg.cholesky({solid}L)", f"M.linalg.inv({solid})", f"M.linalg.solve({solid}, {x})", f"M.linalg.det({solid})",
                         f"abs(M.linalg.qr({x}R)[1])", f"M.linalg.svd({x}R)[1]" if n >= m else f"M.linalg.norm({x})"])
    if "svd" in text:
        da, np_ = f"da.linalg.svd({x}.rechunk((None, {m})))[1]", f"np.linalg.svd({x}, full_matrices=False)[1]"
    elif "qr" in text:
        if n < m:
            return False
        da, np_ = f"abs(da.linalg.qr({x}.rechunk((None, {m})))[1])", f"abs(np.linalg.qr({x})[1])"
        if np.linalg.matrix_rank(a.value) < m:
            return False
    else:
        size = max(1, n // 2) if n % 2 == 0 else n
        da = text.replace("M.", "da.").replace("C)", f", chunks={size})").replace("L)", ", lower=True)").replace(f"({x} @ {x}.T", f"(({x} @ {x}.T).rechunk({size})")
        if "solve" in text:
            da = da.replace(f", {x})", f", {x}.rechunk(({size}, -1)))")
        np_ = text.replace("M.", "np.").replace("C)", ")").replace("L)", ")")
    return p.add("linalg", da, np_, True, [a])


def overlap(p):
    a = exact(p)
    if a is None or a.value.dtype.kind == "u":
        return False
    at = p.rng.randrange(a.value.ndim)
    if any("compute_chunk_sizes" in da for _, da, _ in p.lines):
        return False  # where blocks are empty, Dask joins them at the border and is left with fewer than `chunks=` says
    lead = ":, " * at
    x = a.name
    # In blocks of its own: where a slice left an empty one, Dask counts it in `chunks=` and not in what it joins.
    b = f"{x}.rechunk({p.chunks(a.value.shape)})"
    # Differences with the neighbour before: at the border the value stands for it.
    da = f"{b}.map_overlap(lambda b: b[{lead}1:-1] - b[{lead}:-2], depth={{{at}: 1}}, boundary='nearest', trim=False, chunks={b}.chunks, dtype={x}.dtype)"
    np_ = f"{x} - np.concatenate([{x}[{lead}:1], {x}[{lead}:-1]], axis={at})"
    if p.rng.random() < 0.5:
        # The wider kind: sums of three, periodic, trimmed by map_overlap itself.
        da = f"{b}.map_overlap(lambda b: np.roll(b, 1, axis={at}) + np.roll(b, -1, axis={at}), depth={{{at}: 1}}, boundary={{{at}: 'periodic'}}, dtype={x}.dtype)"
        np_ = f"np.roll({x}, 1, axis={at}) + np.roll({x}, -1, axis={at})"
    return p.add("map_overlap", da, np_, False, [a])


def places(p):
    """Assignment at masks, lists and slices of lists; the new value may be an array."""
    a = exact(p, lambda v: v.dtype.kind in "fiu")
    if a is None:
        return False
    n = a.value.shape[0]
    roll = p.rng.random()
    if roll < 0.4:
        at = f"{a.name} > {p.rng.randint(-2, 2)}"
    elif roll < 0.7:
        at = repr(sorted(p.rng.sample(range(n), p.rng.randint(1, n))))
    else:
        low = p.rng.randint(0, n - 1)
        at = f"slice({low}, {p.rng.randint(low + 1, n)})"
    value = p.rng.randint(0, 9)
    call = f"put({a.name}, {at}, {value})"

    def put(x, at, value):
        x = x.copy()
        x[at] = value
        return x

    return p.state("places", call, put, a)


MORE = [
    ("times", 5, time_steps), ("masked", 4, masked), ("sort", 3, sort), ("quantiles", 3, quantiles), ("histogram", 2, histograms),
    ("histogram", 1, counts), ("routines", 8, routines), ("fft", 2, fft), ("linalg", 2, linalg), ("overlap", 3, overlap),
    ("places", 3, places),
]
